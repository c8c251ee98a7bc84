/* way-mspdi-file.c: WayMspdiFile, an MS Project XML file taken apart.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-i18n.h"

#include "exchange/mspdi/way-mspdi-file.h"

#include "exchange/way-xml-reader.h"

#include <string.h>

#define BLOCK 1024          /* nodes */
#define MAX_ROWS 2000000        /* of one kind: more is no plan but an attack on memory */
#define MAX_HELD ((gsize) 1 << 30) /* bytes, likewise */

/* Every byte that is kept in memory is told here. */
static void
hold (WayMspdiFile *self, WayXmlReader *reader, gsize bytes)
{
  self->held += bytes;
  if (self->held > MAX_HELD)
    way_xml_reader_fail (reader, _("It holds more than any plan."));
}

/* @text: of the reader */
static const char *
hold_text (WayMspdiFile *self, WayXmlReader *reader, const char *text)
{
  hold (self, reader, strlen (text) + 1);
  return g_string_chunk_insert (self->texts, text);
}

static WayMspdiItem *
item_new (int line)
{
  WayMspdiItem *item = g_new0 (WayMspdiItem, 1);

  item->line = line;
  item->values = g_array_new (FALSE, FALSE, sizeof (WayMspdiValue));
  return item;
}

static void
item_free (WayMspdiItem *item)
{
  for (guint i = 0; item->pieces != NULL && i < item->pieces->len; i++)
    g_free (g_array_index (item->pieces, WayMspdiPiece, i).xml);
  g_clear_pointer (&item->pieces, g_array_unref);
  g_array_unref (item->values);
  g_free (item);
}

static WayMspdiNode *
node_new (WayMspdiFile *self, WayXmlReader *reader, const char *name)
{
  WayMspdiNode *node;

  if (self->blocks->len == 0 || self->block_used == BLOCK)
    {
      g_ptr_array_add (self->blocks, g_new0 (WayMspdiNode, BLOCK));
      self->block_used = 0;
    }
  node = (WayMspdiNode *) self->blocks->pdata[self->blocks->len - 1] + self->block_used++;
  hold (self, reader, sizeof *node);
  node->name = g_string_chunk_insert_const (self->texts, name);
  node->text = "";
  node->line = way_xml_reader_line (reader);
  return node;
}

/* Names of elements that hold other elements, wherever they stand. */
static gboolean
is_branch (const char *name)
{
  static const char *const branches[] = {
    "PredecessorLink", "Baseline",  "WeekDays",     "WeekDay",     "WorkingTimes",
    "WorkingTime",     "TimePeriod", "Exceptions",  "Exception",   "WorkWeeks",
    "WorkWeek",        "TimephasedData",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (branches); i++)
    if (strcmp (branches[i], name) == 0)
      return TRUE;
  return FALSE;
}

/* The depth is limited by the reader. */
static WayMspdiNode *
read_node (WayMspdiFile *self, WayXmlReader *reader, const char *name)
{
  WayMspdiNode *node = node_new (self, reader, name);
  WayMspdiNode **tail = &node->children;
  WayXmlCursor cursor;
  const char *child;

  if (!is_branch (name))
    {
      node->text = hold_text (self, reader, g_strstrip (way_xml_reader_text (reader)));
      return node;
    }
  cursor = way_xml_reader_enter (reader);
  while ((child = way_xml_reader_next (reader, &cursor)) != NULL)
    {
      *tail = read_node (self, reader, child);
      tail = &(*tail)->next;
    }
  return node;
}

/* Whether the child @name says yes. */
gboolean
way_mspdi_item_true (const WayMspdiSchema *schema, const WayMspdiItem *item, const char *name)
{
  const char *text = way_mspdi_item_text (schema, item, name);

  return text != NULL && (strcmp (text, "1") == 0 || strcmp (text, "true") == 0);
}

/* @xml: (transfer full): a whole element that is kept for the way back */
void
way_mspdi_item_add_piece (WayMspdiItem *item, int element, char *xml)
{
  WayMspdiPiece piece = { element, xml };

  if (item->pieces == NULL)
    item->pieces = g_array_new (FALSE, FALSE, sizeof (WayMspdiPiece));
  g_array_append_val (item->pieces, piece);
}

/* Whether a piece says nothing: it is empty, or what every file says. */
static gboolean
says_nothing (const GString *xml, const char *name, const char *usual)
{
  g_autofree char *empty = g_strdup_printf ("<%s/>", name);
  g_autofree char *blank = g_strdup_printf ("<%s></%s>", name, name);
  g_autofree char *plain = NULL;

  if (strcmp (xml->str, empty) == 0 || strcmp (xml->str, blank) == 0)
    return TRUE;
  plain = usual != NULL ? g_strdup_printf ("<%s>%s</%s>", name, usual, name) : NULL;
  return plain != NULL && strcmp (xml->str, plain) == 0;
}

static void
read_piece (WayMspdiFile *self, WayXmlReader *reader, const WayMspdiSchema *schema, int element,
            const char *name, WayMspdiItem *item, WayImportReport *report)
{
  g_autofree char *own = g_strdup (name);
  const char *usual = element >= 0 ? schema->elements[element].usual : NULL;
  g_autoptr (GString) xml = g_string_new (NULL);
  g_autofree char *what = NULL;

  way_xml_reader_raw (reader, xml);
  if (says_nothing (xml, own, usual))
    return;
  hold (self, reader, xml->len + 2 * sizeof (WayMspdiPiece));
  what = g_strconcat (schema->name, "/", own, NULL);
  way_import_report_kept (report, what);
  way_mspdi_item_add_piece (item, element >= 0 ? element : G_MAXINT,
                            g_strndup (xml->str, xml->len));
}

/* One child element of a record. */
static void
read_child (WayMspdiFile *self, WayXmlReader *reader, const WayMspdiSchema *schema, int element,
            const char *name, WayMspdiItem *item, WayImportReport *report)
{
  WayMspdiRole role = element >= 0 ? schema->elements[element].role : WAY_MSPDI_KEEP;
  WayMspdiValue value = { .element = (guint) element };

  hold (self, reader, sizeof value);
  if (role == WAY_MSPDI_KEEP)
    read_piece (self, reader, schema, element, name, item, report);
  else if (role == WAY_MSPDI_DERIVED
           && strcmp (name, "Start") != 0 && strcmp (name, "Finish") != 0
           && strcmp (name, "Summary") != 0)
    return;
  else if (is_branch (name))
    {
      value.node = read_node (self, reader, name);
      g_array_append_val (item->values, value);
    }
  else
    {
      gboolean prose = role != WAY_MSPDI_CODE && schema->elements[element].codec == WAY_CODEC_TEXT;
      char *text = way_xml_reader_text (reader);

      value.text = hold_text (self, reader, prose ? text : g_strstrip (text));
      if (value.text[strspn (value.text, " \t\n")] != '\0')
        g_array_append_val (item->values, value);
    }
}

static WayMspdiItem *
read_item (WayMspdiFile *self, WayXmlReader *reader, const WayMspdiSchema *schema,
           WayImportReport *report)
{
  WayMspdiItem *item = item_new (way_xml_reader_line (reader));
  WayXmlCursor cursor = way_xml_reader_enter (reader);
  const char *name;
  int element = -1;

  hold (self, reader, sizeof *item + sizeof (GArray));
  while ((name = way_xml_reader_next (reader, &cursor)) != NULL)
    {
      int found = way_mspdi_schema_find (schema, name, element);

      read_child (self, reader, schema, found, name, item, report);
      element = found >= 0 ? found : element;
    }
  return item;
}

/* The records of <Tasks>, <Resources> …; other things in there are left out by name. */
static void
read_list (WayMspdiFile *self, WayXmlReader *reader, const WayMspdiSchema *schema,
           GPtrArray *items, WayImportReport *report)
{
  WayXmlCursor cursor = way_xml_reader_enter (reader);
  const char *name;

  while ((name = way_xml_reader_next (reader, &cursor)) != NULL)
    {
      if (strcmp (name, schema->name) != 0)
        {
          g_autofree char *subject = g_strdup_printf (_("Line %d"), way_xml_reader_line (reader));

          way_import_report_left_out (report, 0, subject, _("<%s> does not belong there."), name);
          continue;
        }
      if (items->len >= MAX_ROWS)
        {
          way_xml_reader_fail (reader, _("It has more rows than any plan."));
          return;
        }
      g_ptr_array_add (items, read_item (self, reader, schema, report));
    }
}

/* One child of <Project>. */
static void
read_section (WayMspdiFile *self, WayXmlReader *reader, const char *name, int element,
              WayImportReport *report)
{
  if (strcmp (name, "Calendars") == 0)
    read_list (self, reader, &way_mspdi_calendar, self->calendars, report);
  else if (strcmp (name, "Tasks") == 0)
    read_list (self, reader, &way_mspdi_task, self->tasks, report);
  else if (strcmp (name, "Resources") == 0)
    read_list (self, reader, &way_mspdi_resource, self->resources, report);
  else if (strcmp (name, "Assignments") == 0)
    read_list (self, reader, &way_mspdi_assignment, self->assignments, report);
  else
    read_child (self, reader, &way_mspdi_project, element, name, self->project, report);
}

static void
read_project (WayMspdiFile *self, WayXmlReader *reader, WayImportReport *report)
{
  const char *name = way_xml_reader_root (reader);
  WayXmlCursor cursor;
  int element = -1;

  if (name == NULL)
    return;
  if (strcmp (name, "Project") != 0)
    {
      g_autofree char *message =
          g_strdup_printf (_("It starts with <%s>; an MS Project XML file starts with <Project>."),
                           name);

      way_xml_reader_fail (reader, message);
      return;
    }
  self->project->line = way_xml_reader_line (reader);
  cursor = way_xml_reader_enter (reader);
  while ((name = way_xml_reader_next (reader, &cursor)) != NULL)
    {
      int found = way_mspdi_schema_find (&way_mspdi_project, name, element);

      read_section (self, reader, name, found, report);
      element = found >= 0 ? found : element;
    }
}

/**
 * way_mspdi_file_read:
 * @report: gets what is kept aside
 * @error: %WAY_ERROR_IO or %WAY_ERROR_FORMAT, which names line and element
 *
 * Returns: (transfer full)
 */
WayMspdiFile *
way_mspdi_file_read (const char *path, WayImportReport *report, GError **error)
{
  g_autoptr (WayXmlReader) reader = way_xml_reader_open (path, error);
  g_autoptr (WayMspdiFile) self = NULL;

  if (reader == NULL)
    return NULL;
  self = g_new0 (WayMspdiFile, 1);
  self->texts = g_string_chunk_new (64 * 1024);
  self->blocks = g_ptr_array_new_with_free_func (g_free);
  self->project = item_new (1);
  self->calendars = g_ptr_array_new_with_free_func ((GDestroyNotify) item_free);
  self->tasks = g_ptr_array_new_with_free_func ((GDestroyNotify) item_free);
  self->resources = g_ptr_array_new_with_free_func ((GDestroyNotify) item_free);
  self->assignments = g_ptr_array_new_with_free_func ((GDestroyNotify) item_free);
  read_project (self, reader, report);
  if (!way_xml_reader_finish (reader, error))
    return NULL;
  return g_steal_pointer (&self);
}

void
way_mspdi_file_free (WayMspdiFile *self)
{
  if (self == NULL)
    return;
  item_free (self->project);
  g_ptr_array_unref (self->calendars);
  g_ptr_array_unref (self->tasks);
  g_ptr_array_unref (self->resources);
  g_ptr_array_unref (self->assignments);
  g_ptr_array_unref (self->blocks);
  g_string_chunk_free (self->texts);
  g_free (self);
}

/**
 * way_mspdi_item_text:
 *
 * Returns: (nullable): the text of the first child @name
 */
const char *
way_mspdi_item_text (const WayMspdiSchema *schema, const WayMspdiItem *item, const char *name)
{
  for (guint i = 0; i < item->values->len; i++)
    {
      WayMspdiValue *value = &g_array_index (item->values, WayMspdiValue, i);

      if (value->text != NULL && strcmp (schema->elements[value->element].name, name) == 0)
        return value->text;
    }
  return NULL;
}

/**
 * way_mspdi_item_int:
 * @value: (out): set only on success
 *
 * Returns: whether the child @name is there and holds a whole number
 */
gboolean
way_mspdi_item_int (const WayMspdiSchema *schema, const WayMspdiItem *item, const char *name,
                    gint64 *value)
{
  const char *text = way_mspdi_item_text (schema, item, name);
  WayValue parsed;
  gboolean exact;

  if (text == NULL || !way_codec_parse (WAY_CODEC_INT, text, &parsed, &exact) || !exact)
    return FALSE;
  *value = parsed.i;
  return TRUE;
}

/**
 * way_mspdi_item_keep:
 *
 * Keeps an element that was read, but not exactly: it is written back as it was while it still
 * says the same.
 */
void
way_mspdi_item_keep (WayMspdiItem *item, int element, const char *name, const char *text)
{
  GString *xml = g_string_new (NULL);

  g_string_append_printf (xml, "<%s>", name);
  way_xml_escape (xml, text);
  g_string_append_printf (xml, "</%s>", name);
  way_mspdi_item_add_piece (item, element, g_string_free (xml, FALSE));
}

static int
compare_pieces (gconstpointer a, gconstpointer b)
{
  int first = ((const WayMspdiPiece *) a)->element;
  int second = ((const WayMspdiPiece *) b)->element;

  return (first > second) - (first < second);
}

/**
 * way_mspdi_item_extra:
 *
 * Returns: (transfer full) (nullable): all that was kept, in the schema's order; NULL = nothing
 */
char *
way_mspdi_item_extra (WayMspdiItem *item)
{
  GString *xml;

  if (item->pieces == NULL)
    return NULL;
  g_array_sort (item->pieces, compare_pieces);
  xml = g_string_new (NULL);
  for (guint i = 0; i < item->pieces->len; i++)
    g_string_append (xml, g_array_index (item->pieces, WayMspdiPiece, i).xml);
  return g_string_free (xml, FALSE);
}

/**
 * way_mspdi_node_child:
 *
 * Returns: (transfer none) (nullable): the first child of @node called @name
 */
const WayMspdiNode *
way_mspdi_node_child (const WayMspdiNode *node, const char *name)
{
  for (const WayMspdiNode *child = node->children; child != NULL; child = child->next)
    if (strcmp (child->name, name) == 0)
      return child;
  return NULL;
}

/**
 * way_mspdi_node_text:
 *
 * Returns: (nullable): the text of the first child of @node called @name, NULL also when empty
 */
const char *
way_mspdi_node_text (const WayMspdiNode *node, const char *name)
{
  const WayMspdiNode *child = way_mspdi_node_child (node, name);

  return child != NULL && *child->text != '\0' ? child->text : NULL;
}

/**
 * way_mspdi_node_to_xml:
 *
 * Appends @node as a piece of XML.
 */
void
way_mspdi_node_to_xml (const WayMspdiNode *node, GString *out)
{
  g_string_append_printf (out, "<%s>", node->name);
  way_xml_escape (out, node->text);
  for (const WayMspdiNode *child = node->children; child != NULL; child = child->next)
    way_mspdi_node_to_xml (child, out);
  g_string_append_printf (out, "</%s>", node->name);
}
