/* way-milestone-values.c: the values of a milestone and its records as text, both ways.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-i18n.h"

#include "exchange/milestone/way-milestone-values.h"

#include "document/way-milestone-parts.h"
#include "document/way-milestone-upstream.h"
#include "document/way-task-edits.h"
#include "exchange/milestone/way-markdown.h"
#include "exchange/milestone/way-milestone-names.h"
#include "metrics/way-document-figures.h"
#include "model/way-record-outline.h"

#include <inttypes.h>
#include <math.h>
#include <string.h>

/* What others write for a choice of ours. */
static const char *const spellings[][2] = {
  { "in_progress", "active" }, { "in_development", "active" },
  { "development", "active" }, { "started", "active" },
  { "done", "completed" },     { "complete", "completed" },
  { "finished", "completed" }, { "closed", "completed" },
  { "planned", "planning" },   { "not_started", "planning" },
  { "todo", "planning" },      { "pending", "planning" },
  { "paused", "on_hold" },     { "blocked", "on_hold" },
  { "canceled", "cancelled" }, { "active_development", "active" },
  { "normal", "medium" },      { "urgent", "critical" },
};

/* Computed for the document and kept nowhere. */
static gboolean
is_figure (const char *name)
{
  return way_milestone_figure_explain (name)[0] != '\0' || strcmp (name, "next_review") == 0;
}

static const WayField *
field_of (const WayRecordType *type, const char *name)
{
  return way_record_type_field (type, name);
}

/**
 * way_milestone_value_is_computed:
 *
 * Returns: whether a document only shows it
 */
gboolean
way_milestone_value_is_computed (const WayRecordType *type, const char *name)
{
  return type == &way_milestone_type
         && (is_figure (name) || strcmp (name, "updated") == 0);
}

/**
 * way_milestone_value_label:
 *
 * Returns: (transfer full): how to name the value to a person
 */
char *
way_milestone_value_label (const WayRecordType *type, const char *name)
{
  const WayField *field = field_of (type, name);
  const WayOutlineEntry *entry
      = way_record_outline_lookup (type, name);

  if (entry != NULL)
    return g_strdup (_ (entry->heading));
  if (field != NULL)
    return g_strdup (_ (field->label));
  return g_strdup (strcmp (name, "blockers") == 0 ? _ ("Blockers") : name);
}

/**
 * way_milestone_date_text:
 *
 * Returns: (transfer full): the day of @moment as 2026-05-04
 */
char *
way_milestone_date_text (WayMoment moment)
{
  char *text = way_moment_to_iso (moment);

  text[strcspn (text, "T ")] = '\0';
  return text;
}

static char *
real_text (double value)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  if (value == 0)
    return g_strdup ("");
  return g_strdup (g_ascii_formatd (text, sizeof text, "%.10g", value));
}

static char *
title_of (WayPlan *plan, gint64 id)
{
  WayRecord *record = id != 0 ? way_plan_lookup (plan, id) : NULL;

  return g_strdup (record != NULL ? record->title : "");
}

static char *
field_text (WayRecord *record, const WayField *field)
{
  WayValue value = way_record_get (record, field);

  switch (field->type)
    {
    case WAY_FIELD_TYPE_TEXT:
      return g_strdup (value.s);
    case WAY_FIELD_TYPE_REAL:
      return real_text (value.r);
    case WAY_FIELD_TYPE_ENUM:
      return g_strdup (field->choices == &way_enum_rating && value.i == 0
                           ? ""
                           : way_enum_nick (field->choices, value.i));
    case WAY_FIELD_TYPE_DATE:
    case WAY_FIELD_TYPE_MOMENT:
      return value.i != WAY_NEVER ? way_milestone_date_text (value.i) : g_strdup ("");
    case WAY_FIELD_TYPE_REF:
      return title_of (record->plan, value.i);
    case WAY_FIELD_TYPE_BOOL:
      return g_strdup (value.i != 0 ? "x" : "");
    case WAY_FIELD_TYPE_INT:
      return value.i != 0 ? g_strdup_printf ("%" PRId64, value.i) : g_strdup ("");
    default:
      return g_strdup_printf ("%" PRId64, value.i);
    }
}

static char *
titles_of (GPtrArray *records, const char *more)
{
  GString *lines = g_string_new (NULL);

  for (guint i = 0; i < records->len; i++)
    g_string_append_printf (lines, "%s%s", lines->len > 0 ? "\n" : "",
                            WAY_RECORD (records->pdata[i])->title);
  if (more[0] != '\0')
    g_string_append_printf (lines, "%s%s", lines->len > 0 ? "\n" : "", more);
  return g_string_free (lines, FALSE);
}

/* What a document says of success metrics that nobody typed: the KPIs. */
static char *
kpis_of (WayMilestone *milestone, const char *name)
{
  gboolean primary = strcmp (name, "primary_metric") == 0;
  gboolean targets = strcmp (name, "target_values") == 0;
  g_autoptr (GPtrArray) kpis
      = targets ? way_milestone_get_parts (milestone, &way_kpi_type)
                : way_milestone_get_choice (milestone, &way_kpi_type, "kind",
                                            primary ? WAY_KPI_PRIMARY : WAY_KPI_SECONDARY);
  GString *lines = g_string_new (NULL);

  for (guint i = 0; i < kpis->len && !(primary && i > 0); i++)
    {
      WayKpi *kpi = kpis->pdata[i];
      const char *text = targets ? kpi->target : WAY_RECORD (kpi)->title;

      if (text[0] != '\0')
        g_string_append_printf (lines, "%s%s", lines->len > 0 ? "\n" : "", text);
    }
  return g_string_free (lines, FALSE);
}

static char *
lessons_of (WayMilestone *milestone)
{
  g_autoptr (GPtrArray) lessons = way_milestone_get_parts (milestone, &way_lesson_type);
  GString *lines = g_string_new (NULL);

  for (guint i = 0; i < lessons->len; i++)
    {
      WayLesson *lesson = lessons->pdata[i];

      g_string_append_printf (lines, "%s- **%s**", i > 0 ? "\n" : "", WAY_RECORD (lesson)->title);
      if (lesson->recommendation[0] != '\0')
        g_string_append_printf (lines, ": %s", lesson->recommendation);
    }
  return g_string_free (lines, FALSE);
}

/* Whole weeks between the two dates that the milestone has; 0 = not known. */
static double
planned_weeks (WayMilestone *milestone)
{
  if (milestone->start_date == WAY_NEVER || milestone->target_date == WAY_NEVER)
    return 0;
  return (double)(milestone->target_date + WAY_DAY - milestone->start_date) / (7.0 * WAY_DAY);
}

/* An empty line of the document that follows from others. */
static char *
derived_section (WayMilestone *milestone, const char *key)
{
  double weeks = floor (10 * planned_weeks (milestone) + 0.5) / 10;
  double capacity = weeks * (double)milestone->team_size;

  if (strcmp (key, "total_duration") == 0)
    return real_text (weeks);
  if (strcmp (key, "team_capacity") == 0)
    return real_text (capacity);
  if (strcmp (key, "capacity_utilization") == 0 && capacity > 0)
    return real_text (floor (100 * milestone->estimated_effort / capacity + 0.5));
  if (strcmp (key, "buffer") == 0 && capacity > 0 && milestone->estimated_effort > 0)
    return real_text (MAX (0, 100 - floor (100 * milestone->estimated_effort / capacity + 0.5)));
  if (strcmp (key, "template_version") == 0)
    return g_strdup ("1.0");
  if (strcmp (key, "lessons_learned") == 0)
    return lessons_of (milestone);
  return g_strdup ("");
}

/* A whole number as one, else three digits of it; NULL when it is not known. */
static char *
figure_text (WayDocument *document, WayMilestone *milestone, const char *name)
{
  g_autoptr (WayFigure) figure = way_milestone_figure (document, milestone, name);

  if (!figure->known)
    return NULL;
  return figure->value == floor (figure->value) ? g_strdup_printf ("%.0f", figure->value)
                                                : g_strdup_printf ("%.3g", figure->value);
}

static char *
next_review (WayDocument *document, WayMilestone *milestone)
{
  g_autoptr (GPtrArray) reviews = way_milestone_get_parts (milestone, &way_review_type);
  WayMoment today = way_moment_day (way_document_get_status_date (document));
  WayMoment next = WAY_NEVER;

  for (guint i = 0; i < reviews->len; i++)
    {
      WayMoment date = WAY_REVIEW (reviews->pdata[i])->date;

      if (date != WAY_NEVER && date >= today && (next == WAY_NEVER || date < next))
        next = date;
    }
  return next != WAY_NEVER ? way_milestone_date_text (next) : NULL;
}

static char *
milestone_value (WayDocument *document, WayMilestone *milestone, const char *name)
{
  WayRecord *record = WAY_RECORD (milestone);

  if (way_record_outline_lookup (&way_milestone_type, name) != NULL)
    {
      const char *text = way_section_get_text (record, name);

      return text[0] != '\0' ? g_strdup (text) : derived_section (milestone, name);
    }
  if (strcmp (name, "id") == 0)
    return milestone->code[0] != '\0' ? g_strdup (milestone->code)
                                      : way_record_dup_human_id (record);
  if (strcmp (name, "dependencies") == 0)
    {
      g_autoptr (GPtrArray) upstream = way_milestone_get_upstream (milestone);

      return titles_of (upstream, milestone->dependencies);
    }
  if (strcmp (name, "blockers") == 0)
    {
      g_autoptr (GPtrArray) blockers = way_milestone_get_blockers (milestone);

      return titles_of (blockers, "");
    }
  if (strcmp (name, "next_review") == 0)
    return next_review (document, milestone);
  if (is_figure (name))
    return figure_text (document, milestone, name);
  if (strcmp (name, "primary_metric") == 0 || strcmp (name, "secondary_metrics") == 0
      || strcmp (name, "target_values") == 0)
    {
      const char *typed = way_record_get_text (record, name);

      return typed[0] != '\0' ? g_strdup (typed) : kpis_of (milestone, name);
    }
  return field_text (record, field_of (&way_milestone_type, name));
}

/**
 * way_milestone_paper_waiver:
 *
 * Returns: (transfer none): the reason that is given where a document itself gives none
 */
const char *
way_milestone_paper_waiver (void)
{
  return _ ("Unmet in a document that says the milestone is completed.");
}

/* The open box of a document that says it is completed is no news to that document. */
static gboolean
is_waived_by_hand (WayChecklistItem *item)
{
  return item->waived && strcmp (item->waiver_reason, way_milestone_paper_waiver ()) != 0;
}

/* What the class of a feature is called in the document. */
static char *
class_of (WayFeature *feature)
{
  static const WayLevel classes[]
      = { WAY_LEVEL_CRITICAL, WAY_LEVEL_HIGH, WAY_LEVEL_MEDIUM, WAY_LEVEL_LOW };
  g_autofree char *nick = g_strdup (way_enum_nick (&way_enum_level, classes[feature->scope]));

  nick[0] = g_ascii_toupper (nick[0]);
  return g_steal_pointer (&nick);
}

/**
 * way_milestone_value_get:
 * @record: a milestone, or a record that belongs to one
 *
 * Returns: (transfer full) (nullable): the value; %NULL when it is computed and not known
 */
char *
way_milestone_value_get (WayDocument *document, WayRecord *record, const char *name)
{
  if (WAY_IS_MILESTONE (record))
    return milestone_value (document, WAY_MILESTONE (record), name);
  if (WAY_IS_FEATURE (record) && strcmp (name, "class") == 0)
    return class_of (WAY_FEATURE (record));
  if (WAY_IS_CHECKLIST_ITEM (record) && strcmp (name, "box") == 0)
    name = "done";
  if (WAY_IS_CHECKLIST_ITEM (record) && g_str_has_prefix (name, "waive")
      && !is_waived_by_hand (WAY_CHECKLIST_ITEM (record)))
    return g_strdup ("");
  return field_text (record, field_of (way_record_get_record_type (record), name));
}

/**
 * way_milestone_value_is_unknown_person:
 *
 * Returns: whether @name is of somebody, and the plan knows nobody called @value
 */
gboolean
way_milestone_value_is_unknown_person (WayRecord *record, const char *name, const char *value)
{
  const WayField *field = field_of (way_record_get_record_type (record), name);

  return field != NULL && field->type == WAY_FIELD_TYPE_REF && g_str_equal (field->target, "resource")
         && way_plan_find_by_title (record->plan, &way_resource_type, value) == NULL;
}

/**
 * way_milestone_value_is_default:
 *
 * Returns: whether nobody has chosen it: what a document leaves out means the same
 */
gboolean
way_milestone_value_is_default (WayRecord *record, const char *name)
{
  const WayField *field = field_of (way_record_get_record_type (record), name);
  WayValue value, initial;

  if (field == NULL || !way_field_is_stored (field))
    return FALSE;
  value = way_record_get (record, field);
  initial = way_field_initial (field);
  return way_value_equal (&value, &initial);
}

static gboolean
read_number (const char *raw, double *number)
{
  static const char *const units[]
      = { "",  "w",   "wk",      "week",   "weeks",  "person-weeks", "person-week",
          "%", "/10", "percent", "people", "persons" };
  char *end;

  *number = g_ascii_strtod (raw, &end);
  if (end == raw || !isfinite (*number))
    return FALSE;
  end += strspn (end, " ");
  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    if (g_ascii_strcasecmp (end, units[i]) == 0)
      return TRUE;
  return FALSE;
}

static char *
read_choice (const WayEnum *choices, const char *raw)
{
  g_autofree char *word = g_ascii_strdown (raw, -1);
  gint64 found;

  g_strdelimit (g_strstrip (word), " -", '_');
  for (guint i = 0; i < 2; i++)
    for (guint k = 0; k < choices->n_values; k++)
      {
        const char *nick = i == 0 ? choices->values[k].nick : choices->values[k].label;

        if (g_ascii_strcasecmp (nick, i == 0 ? word : raw) == 0)
          return g_strdup (choices->values[k].nick);
      }
  for (guint i = 0; i < G_N_ELEMENTS (spellings); i++)
    if (strcmp (spellings[i][0], word) == 0
        && (found = way_enum_lookup (choices, spellings[i][1])) >= 0)
      return g_strdup (way_enum_nick (choices, found));
  return NULL;
}

/* 2025-07-10, with or without a time behind it. */
static char *
read_date (const char *raw)
{
  g_autofree char *day = g_strndup (raw, 10);
  WayMoment moment;

  if (strlen (raw) >= 10 && (raw[10] == '\0' || strchr ("T ", raw[10]) != NULL)
      && way_moment_from_iso (day, &moment))
    return way_milestone_date_text (moment);
  return NULL;
}

static char *
read_items (const char *raw)
{
  g_auto (GStrv) parts = g_strsplit (raw, strchr (raw, '\n') != NULL ? "\n" : ",", -1);
  GString *lines = g_string_new (NULL);

  for (guint i = 0; parts[i] != NULL; i++)
    if (!way_markdown_is_blank (g_strstrip (parts[i])))
      {
        g_autofree char *text = way_markdown_fill_in (parts[i]);

        g_string_append_printf (lines, "%s%s", lines->len > 0 ? "\n" : "", text);
      }
  return g_string_free (lines, FALSE);
}

static char *
read_field (const WayField *field, const char *raw)
{
  double number;

  switch (field->type)
    {
    case WAY_FIELD_TYPE_TEXT:
      return (field->flags & WAY_FIELD_ITEMS) != 0 ? read_items (raw) : way_markdown_fill_in (raw);
    case WAY_FIELD_TYPE_ENUM:
      return read_choice (field->choices, raw);
    case WAY_FIELD_TYPE_DATE:
    case WAY_FIELD_TYPE_MOMENT:
      return read_date (raw);
    case WAY_FIELD_TYPE_REF:
      return g_strdup (raw);
    case WAY_FIELD_TYPE_BOOL:
      return g_strdup (strpbrk (raw, "xX") != NULL ? "x" : "");
    case WAY_FIELD_TYPE_REAL:
      if (!read_number (raw, &number)
          || (field->max_real != 0 && (number < field->min_real || number > field->max_real)))
        return NULL;
      return real_text (number);
    default:
      if (!read_number (raw, &number) || number != floor (number) || fabs (number) > 1e9
          || (field->type == WAY_FIELD_TYPE_PERCENT && (number < 0 || number > 100)))
        return NULL;
      return field->type == WAY_FIELD_TYPE_INT && number == 0 ? g_strdup ("")
                                                              : g_strdup_printf ("%.0f", number);
    }
}

/**
 * way_milestone_value_read:
 * @raw: what the document has
 * @understood: (out): whether it is a value of its kind
 *
 * Returns: (transfer full): the value in its one spelling, "" when it is not filled in or not
 * understood
 */
char *
way_milestone_value_read (WayDocument *document,
                          const WayRecordType *type,
                          const char *name,
                          const char *raw,
                          gboolean *understood)
{
  const WayField *field = field_of (type, strcmp (name, "box") == 0 ? "done" : name);
  gboolean milestone = type == &way_milestone_type;
  char *value;

  *understood = TRUE;
  if (milestone && strcmp (name, "dependencies") == 0)
    {
      g_autofree char *items = read_items (raw);

      return way_milestone_names_resolve (document, items);
    }
  if (milestone && strcmp (name, "blockers") == 0)
    return read_items (raw);
  if ((!milestone || field == NULL || field->type != WAY_FIELD_TYPE_TEXT
       || (field->flags & WAY_FIELD_ITEMS) == 0)
      && way_markdown_is_blank (raw))
    return g_strdup ("");
  if (field == NULL)
    return g_strdup (raw);
  value = read_field (field, raw);
  *understood = value != NULL;
  return value != NULL ? value : g_strdup ("");
}

static void
set_field (WayMilestoneImport *import, WayRecord *record, const WayField *field, const char *value)
{
  WayValue parsed = way_field_initial (field);

  switch (field->type)
    {
    case WAY_FIELD_TYPE_TEXT:
      parsed = way_value_text (value);
      break;
    case WAY_FIELD_TYPE_REAL:
      parsed = way_value_real (g_ascii_strtod (value, NULL));
      break;
    case WAY_FIELD_TYPE_ENUM:
      if (value[0] != '\0')
        parsed.i = way_enum_lookup (field->choices, value);
      break;
    case WAY_FIELD_TYPE_DATE:
    case WAY_FIELD_TYPE_MOMENT:
      parsed.i = WAY_NEVER;
      way_moment_from_iso (value, &parsed.i);
      break;
    case WAY_FIELD_TYPE_REF:
      parsed.i = way_milestone_names_person (import, value);
      if (parsed.i == 0 && value[0] != '\0')
        return; /* it stays text */
      break;
    case WAY_FIELD_TYPE_BOOL:
      parsed.i = value[0] != '\0';
      break;
    default:
      parsed.i = g_ascii_strtoll (value, NULL, 10);
      break;
    }
  way_document_set (import->document, record, field, &parsed);
}

static void
set_progress (WayMilestoneImport *import, const char *value, guint line)
{
  WayRecord *record = WAY_RECORD (import->milestone);
  g_autofree char *where = g_strdup_printf (_ ("Line %u"), line);

  if (import->fresh)
    way_document_set_int (import->document, record, "completion", WAY_COMPLETE_TYPED);
  if (import->milestone->completion == WAY_COMPLETE_TYPED)
    way_document_set_int (import->document, record, "typed_complete",
                          g_ascii_strtoll (value, NULL, 10));
  else
    way_import_report_left_out (import->report, record->id, where,
                                _ ("Progress is counted by Waymark here; %s %% was not taken."),
                                value);
}

/* Its number, when that is free; else a code beside the number. */
static void
set_id (WayMilestoneImport *import, const char *value)
{
  WayRecord *record = WAY_RECORD (import->milestone);
  g_autofree char *own = way_record_dup_human_id (record);
  gint64 number = g_str_has_prefix (value, "MS-") ? g_ascii_strtoll (value + 3, NULL, 10) : 0;
  g_autofree char *wanted = number > 0 ? g_strdup_printf ("MS-%03d", (int)number) : NULL;

  if (g_strcmp0 (own, value) == 0)
    return;
  if (import->fresh && number > 0 && number < G_MAXINT && g_str_equal (wanted, value)
      && way_plan_find_by_human_id (way_document_get_plan (import->document), value) == NULL)
    way_document_set_int (import->document, record, "number", number);
  else
    way_document_set_text (import->document, record, "code", value);
}

static void
set_blockers (WayMilestoneImport *import, const char *value)
{
  WayDocument *document = import->document;
  g_autoptr (GPtrArray) open = way_milestone_get_blockers (import->milestone);
  g_auto (GStrv) wanted = g_strsplit (value, "\n", -1);
  WayMoment today = way_moment_day (way_document_get_status_date (document));

  for (guint i = 0; i < open->len; i++)
    if (!g_strv_contains ((const char *const *)wanted, WAY_RECORD (open->pdata[i])->title))
      way_document_set_int (document, open->pdata[i], "cleared_on", today);
  for (guint i = 0; wanted[i] != NULL; i++)
    {
      gboolean known = wanted[i][0] == '\0';
      WayRecord *blocker;

      for (guint k = 0; k < open->len; k++)
        known = known || g_str_equal (WAY_RECORD (open->pdata[k])->title, wanted[i]);
      if (known)
        continue;
      blocker = way_milestone_add_part (document, import->milestone, &way_blocker_type);
      way_document_set_text (document, blocker, "title", wanted[i]);
      way_document_set_int (document, blocker, "since", today);
    }
}

/**
 * way_milestone_value_set:
 * @value: in its one spelling
 * @line: of the document, for the report
 *
 * Sets a value inside the open scope. People who are not in the plan are added to it.
 */
void
way_milestone_value_set (
    WayMilestoneImport *import, WayRecord *record, const char *name, const char *value, guint line)
{
  gboolean milestone = WAY_IS_MILESTONE (record);

  if (milestone && way_record_outline_lookup (&way_milestone_type, name) != NULL)
    way_section_set_text (import->document, record, name, value);
  else if (milestone && strcmp (name, "id") == 0)
    set_id (import, value);
  else if (milestone && strcmp (name, "complete") == 0)
    set_progress (import, value, line);
  else if (milestone && strcmp (name, "dependencies") == 0)
    way_milestone_names_depend (import, value, line);
  else if (milestone && strcmp (name, "blockers") == 0)
    set_blockers (import, value);
  else
    {
      const WayField *field = field_of (way_record_get_record_type (record),
                                        strcmp (name, "box") == 0 ? "done" : name);

      if (field != NULL && way_field_is_stored (field))
        set_field (import, record, field, value);
      if (WAY_IS_CHECKLIST_ITEM (record) && strcmp (name, "waiver_reason") == 0)
        way_document_set_int (import->document, record, "waived", value[0] != '\0');
    }
}
