/* way-mspdi-import-links.c: links and baselines of MS Project XML into the plan.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-i18n.h"

#include "exchange/mspdi/way-mspdi-import.h"

#include <string.h>

#define BASELINES 11

static gboolean
node_int (const WayMspdiNode *node, const char *name, gint64 *value)
{
  const char *text = way_mspdi_node_text (node, name);
  WayValue parsed;
  gboolean exact;

  if (text == NULL || !way_codec_parse (WAY_CODEC_INT, text, &parsed, &exact))
    return FALSE;
  *value = parsed.i;
  return TRUE;
}

static gboolean
is_below (WayPlan *plan, WayTask *task, WayTask *ancestor)
{
  for (; task != NULL; task = way_plan_lookup_task (plan, task->parent))
    if (task == ancestor)
      return TRUE;
  return FALSE;
}

/* The lag in minutes or per cent; FALSE when it is none, or too long. */
static gboolean
read_lag (const WayMspdiNode *node, gint64 *lag, gint64 *unit)
{
  const char *format = way_mspdi_node_text (node, "LagFormat");
  const char *text = way_mspdi_node_text (node, "LinkLag");
  WayValue value = way_value_int (0), parsed_unit = way_value_int (WAY_UNIT_DAYS);
  gboolean exact, percent;

  if (format != NULL && !way_codec_parse (WAY_CODEC_UNIT, format, &parsed_unit, &exact))
    return FALSE;
  percent = parsed_unit.i == WAY_UNIT_PERCENT || parsed_unit.i == WAY_UNIT_ELAPSED_PERCENT;
  if (text != NULL
      && !way_codec_parse (percent ? WAY_CODEC_INT : WAY_CODEC_TENTHS, text, &value, &exact))
    return FALSE;
  *lag = value.i;
  *unit = parsed_unit.i;
  return ABS (value.i) <= WAY_DURATION_MAX;
}

/* Why a link cannot come in; NULL when it can. */
static const char *
refuse_link (WayMspdiImport *self, WayTask *predecessor, WayTask *successor, GHashTable *pairs)
{
  g_autofree char *pair = NULL;

  if (predecessor == NULL)
    return _("A link comes from a row that is not in the file.");
  if (predecessor == successor)
    return _("It is linked to itself.");
  if (is_below (self->plan, predecessor, successor) || is_below (self->plan, successor, predecessor))
    return _("It is linked to a row that contains it, or that it contains.");
  pair = g_strdup_printf ("%" G_GINT64_FORMAT " %" G_GINT64_FORMAT,
                          WAY_RECORD (predecessor)->id, WAY_RECORD (successor)->id);
  if (!g_hash_table_add (pairs, g_steal_pointer (&pair)))
    return _("It is linked twice to the same row; the first link counts.");
  return NULL;
}

static void
make_link (WayMspdiImport *self, WayTask *predecessor, WayTask *successor, const WayMspdiNode *node,
           WayMspdiItem *item)
{
  WayRecord *link = way_document_create_record (self->document, &way_link_type);
  gint64 type = WAY_LINK_FS, lag, unit;

  if (node_int (node, "Type", &type) && (type < WAY_LINK_FF || type > WAY_LINK_SS))
    {
      type = WAY_LINK_FS;
      way_mspdi_left_out (self, &way_mspdi_task, item,
                          _("A link has no known type; it is finish-to-start now."));
    }
  if (!read_lag (node, &lag, &unit))
    {
      lag = 0;
      unit = WAY_UNIT_DAYS;
      way_mspdi_left_out (self, &way_mspdi_task, item,
                          _("The lag of a link is not understood; it is none now."));
    }
  way_document_set_int (self->document, link, "predecessor", WAY_RECORD (predecessor)->id);
  way_document_set_int (self->document, link, "successor", WAY_RECORD (successor)->id);
  way_document_set_int (self->document, link, "type", type);
  way_document_set_int (self->document, link, "lag", lag);
  way_document_set_int (self->document, link, "lag_unit", unit);
}

/* Whether the link leads into another file; then it is kept for the way back. */
static gboolean
keep_foreign (WayMspdiImport *self, const WayMspdiNode *node, guint element, WayMspdiItem *item)
{
  gint64 foreign = 0;
  g_autoptr (GString) xml = NULL;

  if (!node_int (node, "CrossProject", &foreign) || foreign == 0)
    return FALSE;
  xml = g_string_new (NULL);
  way_mspdi_node_to_xml (node, xml);
  way_mspdi_item_add_piece (item, (int) element, g_strdup (xml->str));
  way_mspdi_left_out (self, &way_mspdi_task, item,
                      _("A link comes from another plan; it is kept for the way back, but moves "
                        "nothing."));
  return TRUE;
}

static gboolean
import_link (WayMspdiImport *self, WayMspdiItem *item, WayTask *successor,
             const WayMspdiValue *value, GHashTable *pairs)
{
  WayTask *predecessor;
  const char *refused;
  gint64 uid = -1;

  if (keep_foreign (self, value->node, value->element, item))
    return FALSE;
  node_int (value->node, "PredecessorUID", &uid);
  predecessor = (WayTask *) way_mspdi_find (self->tasks, uid);
  refused = refuse_link (self, predecessor, successor, pairs);
  if (refused != NULL)
    {
      way_mspdi_left_out (self, &way_mspdi_task, item, refused);
      return FALSE;
    }
  make_link (self, predecessor, successor, value->node, item);
  return TRUE;
}

static gboolean
is_called (const WayMspdiValue *value, const char *name)
{
  return value->node != NULL && strcmp (value->node->name, name) == 0;
}

/**
 * way_mspdi_import_links:
 * @items: of the rows, one each
 */
void
way_mspdi_import_links (WayMspdiImport *self, WayMspdiItem **items)
{
  g_autoptr (GHashTable) pairs = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint n = 0;

  for (guint row = 0; row < self->rows->len; row++)
    for (guint i = 0; i < items[row]->values->len; i++)
      {
        WayMspdiValue *value = &g_array_index (items[row]->values, WayMspdiValue, i);

        if (is_called (value, "PredecessorLink"))
          n += import_link (self, items[row], self->rows->pdata[row], value, pairs) ? 1 : 0;
      }
  way_import_report_count (self->report,
                           g_dngettext (GETTEXT_PACKAGE, "link", "links", n), n);
}

/* What a baseline says beyond our fields. */
static gboolean
is_ours (const WayMspdiNode *child)
{
  static const char *const ours[] = { "Number", "Start", "Finish", "Duration", "Work", "Cost" };
  static const char *const nothing[] = { "", "0", "0.00", "7", "PT0H0M0S" };

  for (gsize i = 0; i < G_N_ELEMENTS (ours); i++)
    if (strcmp (child->name, ours[i]) == 0)
      return TRUE;
  for (gsize i = 0; child->children == NULL && i < G_N_ELEMENTS (nothing); i++)
    if (strcmp (child->text, nothing[i]) == 0)
      return TRUE;
  return FALSE;
}

/* Keeps them as <Baseline><Number>…</Number>…</Baseline>. */
static void
keep_rest (const WayMspdiNode *node, guint element, gint64 number, WayMspdiItem *item)
{
  g_autoptr (GString) rest = g_string_new (NULL);

  for (const WayMspdiNode *child = node->children; child != NULL; child = child->next)
    if (!is_ours (child))
      way_mspdi_node_to_xml (child, rest);
  if (rest->len > 0)
    way_mspdi_item_add_piece (item, (int) element,
                              g_strdup_printf ("<Baseline><Number>%d</Number>%s</Baseline>",
                                               (int) number, rest->str));
}

/* A field of a baseline's value; what is not understood is listed. */
static void
set_value (WayMspdiImport *self, WayMspdiItem *item, WayRecord *record, const WayMspdiNode *node,
           const char *name, const char *field_name, WayCodec codec)
{
  const char *text = way_mspdi_node_text (node, name);
  const WayField *field = way_record_type_field (&way_baseline_value_type, field_name);
  gboolean exact;
  WayValue value;

  if (text == NULL)
    return;
  if (way_codec_parse (codec, text, &value, &exact) && way_field_validate (field, &value, NULL))
    way_document_set (self->document, record, field, &value);
  else
    way_mspdi_left_out (self, &way_mspdi_task, item, _("A value of a baseline is not understood."));
}

static WayRecord *
find_baseline (WayMspdiImport *self, gint64 number, WayRecord **baselines)
{
  GPtrArray *known = way_plan_peek_records (self->plan, &way_baseline_type);
  g_autofree char *title = NULL;

  for (guint i = 0; baselines[number] == NULL && i < known->len; i++)
    if (((WayBaseline *) known->pdata[i])->slot == number)
      baselines[number] = known->pdata[i];
  if (baselines[number] != NULL)
    return baselines[number];
  title = number == 0 ? g_strdup (_("Baseline"))
                      : g_strdup_printf (_("Baseline %d"), (int) number);
  baselines[number] = way_document_create_record (self->document, &way_baseline_type);
  way_document_set_text (self->document, baselines[number], "title", title);
  way_document_set_int (self->document, baselines[number], "slot", number);
  return baselines[number];
}

static void
import_baseline (WayMspdiImport *self, WayMspdiItem *item, WayRecord *task,
                 const WayMspdiValue *value, WayRecord **baselines)
{
  gint64 number = 0;
  WayRecord *record;

  node_int (value->node, "Number", &number);
  if (number < 0 || number >= BASELINES)
    {
      way_mspdi_left_out (self, &way_mspdi_task, item, _("Baselines are numbered 0 to 10."));
      return;
    }
  find_baseline (self, number, baselines);
  record = way_document_create_record (self->document, &way_baseline_value_type);
  way_document_set_int (self->document, record, "baseline", baselines[number]->id);
  way_document_set_int (self->document, record, "task", task->id);
  set_value (self, item, record, value->node, "Start", "start", WAY_CODEC_MOMENT);
  set_value (self, item, record, value->node, "Finish", "finish", WAY_CODEC_MOMENT);
  set_value (self, item, record, value->node, "Duration", "duration", WAY_CODEC_DURATION);
  set_value (self, item, record, value->node, "Work", "work", WAY_CODEC_DURATION);
  set_value (self, item, record, value->node, "Cost", "cost", WAY_CODEC_MONEY);
  keep_rest (value->node, value->element, number, item);
}

/**
 * way_mspdi_import_baselines:
 * @items: of the rows, one each
 */
void
way_mspdi_import_baselines (WayMspdiImport *self, WayMspdiItem **items)
{
  WayRecord *baselines[BASELINES] = { NULL };
  guint n = 0;

  for (guint row = 0; row < self->rows->len; row++)
    for (guint i = 0; i < items[row]->values->len; i++)
      {
        WayMspdiValue *value = &g_array_index (items[row]->values, WayMspdiValue, i);

        if (is_called (value, "Baseline"))
          import_baseline (self, items[row], self->rows->pdata[row], value, baselines);
      }
  for (guint i = 0; i < BASELINES; i++)
    n += baselines[i] != NULL ? 1 : 0;
  way_import_report_count (self->report,
                           g_dngettext (GETTEXT_PACKAGE, "baseline", "baselines", n), n);
}
