/* way-milestone-parts.c: what belongs to a milestone's document: its sections, lists and gates.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-i18n.h"

#include "document/way-milestone-parts.h"

#include "model/way-error.h"

#define UNMET_NAMED 5

static gint64
rank_of (WayRecord *record)
{
  const WayRecordType *type = way_record_get_record_type (record);

  if (way_record_type_field (type, "rank") != NULL)
    return way_record_get_int (record, "rank");
  return WAY_IS_CHECKPOINT (record) ? WAY_CHECKPOINT (record)->percent : 0;
}

static int
compare_parts (gconstpointer a, gconstpointer b)
{
  WayRecord *one = *(WayRecord *const *)a, *two = *(WayRecord *const *)b;
  gint64 first = rank_of (one), second = rank_of (two);

  if (first == second)
    {
      first = one->id;
      second = two->id;
    }
  return first < second ? -1 : first > second;
}

static GPtrArray *
referrers_of (WayRecord *record, const WayRecordType *type, const char *field)
{
  return way_plan_get_referrers (record->plan, record->id, way_record_type_field (type, field));
}

/* All that name @record, in their order; @choice_field NULL = all. */
static GPtrArray *
collect (WayRecord *record,
         const WayRecordType *type,
         const char *reference,
         const char *choice_field,
         gint64 choice)
{
  GPtrArray *all = referrers_of (record, type, reference);
  GPtrArray *chosen = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < all->len; i++)
    if (choice_field == NULL || way_record_get_int (all->pdata[i], choice_field) == choice)
      g_ptr_array_add (chosen, g_object_ref (all->pdata[i]));
  g_ptr_array_sort (chosen, compare_parts);
  return chosen;
}

/**
 * way_record_get_parts:
 * @record: a milestone or an initiative
 * @type: a record type with a field that names such a record
 *
 * Returns: (transfer full) (element-type WayRecord): what belongs to it, in its order
 */
GPtrArray *
way_record_get_parts (WayRecord *record, const WayRecordType *type)
{
  return collect (record, type, way_record_get_record_type (record)->name, NULL, 0);
}

/**
 * way_record_get_choice:
 * @field: of an enumeration: “list”, “scope”, “kind”, “group”
 *
 * Returns: (transfer full) (element-type WayRecord): those parts whose @field is @choice
 */
GPtrArray *
way_record_get_choice (WayRecord *record,
                       const WayRecordType *type,
                       const char *field,
                       gint64 choice)
{
  return collect (record, type, way_record_get_record_type (record)->name, field, choice);
}

/**
 * way_milestone_get_parts:
 * @type: a record type with a field “milestone”
 *
 * Returns: (transfer full) (element-type WayRecord): those of the milestone, in their order
 */
GPtrArray *
way_milestone_get_parts (WayMilestone *self, const WayRecordType *type)
{
  return way_record_get_parts (WAY_RECORD (self), type);
}

/**
 * way_milestone_get_choice:
 * @field: of an enumeration: “list”, “scope”, “kind”, “group”
 *
 * Returns: (transfer full) (element-type WayRecord): those parts whose @field is @choice
 */
GPtrArray *
way_milestone_get_choice (WayMilestone *self,
                          const WayRecordType *type,
                          const char *field,
                          gint64 choice)
{
  return way_record_get_choice (WAY_RECORD (self), type, field, choice);
}

/**
 * way_phase_get_items:
 *
 * Returns: (transfer full) (element-type WayChecklistItem): the lines of the phase
 */
GPtrArray *
way_phase_get_items (WayPhase *self)
{
  return collect (WAY_RECORD (self), &way_checklist_item_type, "phase", NULL, 0);
}

/**
 * way_record_add_part:
 * @record: a milestone or an initiative
 *
 * Makes a record that belongs to it, behind the ones of its type, inside the open scope.
 *
 * Returns: (transfer none)
 */
WayRecord *
way_record_add_part (WayDocument *document, WayRecord *record, const WayRecordType *type)
{
  g_autoptr (GPtrArray) parts = way_record_get_parts (record, type);
  WayRecord *part = way_document_create_record (document, type);

  way_document_set_int (document, part, way_record_get_record_type (record)->name, record->id);
  if (way_record_type_field (type, "rank") != NULL)
    way_document_set_int (document, part, "rank",
                          parts->len > 0 ? rank_of (parts->pdata[parts->len - 1]) + 1 : 1);
  return part;
}

/**
 * way_milestone_add_part:
 *
 * The same, of a milestone.
 *
 * Returns: (transfer none)
 */
WayRecord *
way_milestone_add_part (WayDocument *document, WayMilestone *self, const WayRecordType *type)
{
  return way_record_add_part (document, WAY_RECORD (self), type);
}

static int
compare_ranks (gconstpointer a, gconstpointer b)
{
  gint64 one = *(const gint64 *) a, two = *(const gint64 *) b;

  return one < two ? -1 : one > two;
}

/**
 * way_milestone_order_parts:
 * @parts: (element-type WayRecord): a whole list of a type with a rank, as it is to stand
 *
 * Shares their ranks out anew, inside the open scope. Records that were not made in the document
 * may have the same one.
 */
void
way_milestone_order_parts (WayDocument *document, GPtrArray *parts)
{
  g_autoptr (GArray) ranks = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint64 last = G_MININT64;

  for (guint i = 0; i < parts->len; i++)
    {
      gint64 rank = rank_of (parts->pdata[i]);

      g_array_append_val (ranks, rank);
    }
  g_array_sort (ranks, compare_ranks);
  for (guint i = 0; i < parts->len; i++)
    {
      last = MAX (g_array_index (ranks, gint64, i), last + 1);
      way_document_set_int (document, parts->pdata[i], "rank", last);
    }
}

static WayRecord *
find_section (WayRecord *record, const char *key)
{
  GPtrArray *sections
      = referrers_of (record, &way_section_type, way_record_get_record_type (record)->name);

  for (guint i = 0; i < sections->len; i++)
    if (g_str_equal (WAY_SECTION (sections->pdata[i])->key, key))
      return sections->pdata[i];
  return NULL;
}

/**
 * way_section_get_text:
 * @record: a milestone or an initiative
 * @key: of way_record_outline()
 *
 * Returns: (transfer none): the section's text, "" when it is empty
 */
const char *
way_section_get_text (WayRecord *record, const char *key)
{
  WayRecord *section = find_section (record, key);

  return section != NULL ? WAY_SECTION (section)->text : "";
}

/**
 * way_section_set_text:
 * @text: "" removes the section
 *
 * Sets the text of a section inside the open scope.
 */
void
way_section_set_text (WayDocument *document, WayRecord *record, const char *key, const char *text)
{
  WayRecord *section = find_section (record, key);

  if (text[0] == '\0')
    {
      if (section != NULL)
        way_document_delete (document, section);
      return;
    }
  if (section == NULL)
    {
      section = way_document_create_record (document, &way_section_type);
      way_document_set_int (document, section, way_record_get_record_type (record)->name,
                            record->id);
      way_document_set_text (document, section, "key", key);
    }
  way_document_set_text (document, section, "text", text);
}

/**
 * way_milestone_get_unmet:
 *
 * Returns: (transfer full) (element-type WayChecklistItem): success criteria, lines of the
 * definition of done and quality gates that are neither met nor waived
 */
GPtrArray *
way_milestone_get_unmet (WayMilestone *self)
{
  GPtrArray *items = collect (WAY_RECORD (self), &way_checklist_item_type, "milestone", NULL, 0);

  for (guint i = items->len; i > 0; i--)
    {
      WayChecklistItem *item = items->pdata[i - 1];

      if (!way_checklist_is_gate (item->list) || way_checklist_item_is_met (item))
        g_ptr_array_remove_index (items, i - 1);
    }
  return items;
}

/**
 * way_milestone_check_gate:
 * @error: names what is unmet
 *
 * Returns: whether nothing keeps the milestone from being completed
 */
gboolean
way_milestone_check_gate (WayMilestone *self, GError **error)
{
  g_autoptr (GPtrArray) unmet = way_milestone_get_unmet (self);
  g_autoptr (GString) names = g_string_new (NULL);

  if (unmet->len == 0)
    return TRUE;
  for (guint i = 0; i < MIN (unmet->len, UNMET_NAMED); i++)
    g_string_append_printf (names, _ ("%s“%s”"), i > 0 ? ", " : "",
                            WAY_RECORD (unmet->pdata[i])->title);
  if (unmet->len > UNMET_NAMED)
    g_string_append (names, " …");
  g_set_error (
      error, WAY_ERROR, WAY_ERROR_INVALID,
      g_dngettext (
          GETTEXT_PACKAGE,
          "“%s” cannot be completed: %u criterion is unmet (%s). Tick it off, or waive it with a reason.",
          "“%s” cannot be completed: %u criteria are unmet (%s). Tick them off, or waive them with a reason.",
          unmet->len),
      WAY_RECORD (self)->title, unmet->len, names->str);
  return FALSE;
}

/**
 * way_milestone_get_blockers:
 *
 * Returns: (transfer full) (element-type WayBlocker): those that are not cleared
 */
GPtrArray *
way_milestone_get_blockers (WayMilestone *self)
{
  return collect (WAY_RECORD (self), &way_blocker_type, "milestone", "cleared_on", WAY_NEVER);
}

/**
 * way_milestone_risk_score:
 *
 * 10 × the highest current score among its open risks ÷ 9 (numbers.md §9).
 *
 * Returns: 0 … 10
 */
gint64
way_milestone_risk_score (WayMilestone *self)
{
  GPtrArray *risks = referrers_of (WAY_RECORD (self), &way_risk_type, "milestone");
  gint64 highest = 0;

  for (guint i = 0; i < risks->len; i++)
    if (way_risk_is_open (risks->pdata[i]))
      highest = MAX (highest, way_risk_score_current (risks->pdata[i]));
  return (10 * highest * 2 + 9) / 18;
}
