/* way-report-parts.c: parts that several reports share: byline, milestones table, roadmap.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-i18n.h"

#include "report/way-report-builders.h"

#include "chart/way-roadmap.h"
#include "document/way-milestone-parts.h"

/**
 * way_report_new_for:
 *
 * Returns: (transfer full): an empty report with title, author, company and date of the plan
 */
WayReport *
way_report_new_for (WayDocument *document, const char *kind, const WayReportOptions *options)
{
  WayProject *project = way_plan_get_project (way_document_get_plan (document));
  WayRecord *owner = project->parent_instance.owner != 0
                         ? way_plan_lookup (way_document_get_plan (document),
                                            project->parent_instance.owner)
                         : NULL;
  WayReport *report = way_report_new (way_document_get_title (document), kind,
                                      way_document_get_status_date (document));
  const char *author = options->author;

  if (author == NULL && owner != NULL)
    author = owner->title;
  g_free (report->author);
  report->author = g_strdup (author != NULL ? author : "");
  g_free (report->company);
  report->company = g_strdup (project->company);
  return report;
}

/**
 * way_report_byline:
 *
 * Returns: (transfer full): "Status date 20 November 2026 · prepared by Mia Toth"
 */
char *
way_report_byline (WayReport *report)
{
  /* Translators: a date with the whole name of the month; the codes are those of strftime */
  g_autofree char *date = way_moment_format_pattern (report->date, _("%-d %B %Y"));
  g_autofree char *first = g_strdup_printf (_("Status date %s"), date);
  g_autofree char *by = report->author[0] != '\0'
                            ? g_strdup_printf (_(" · prepared by %s"), report->author)
                            : g_strdup ("");

  return g_strconcat (first, by, report->company[0] != '\0' ? " · " : "", report->company, NULL);
}

/**
 * way_report_name:
 *
 * Returns: (transfer full): the record's id, where people use it, and title, as light markup
 */
char *
way_report_name (WayRecord *record)
{
  /* Rows of the timeline are known by their names. */
  g_autofree char *id = WAY_IS_TASK (record) ? NULL : way_record_dup_human_id (record);
  g_autofree char *label = way_record_dup_label (record);

  return id != NULL ? g_markup_printf_escaped ("%s %s", id, label)
                    : g_markup_escape_text (label, -1);
}

static char *
describe_celebration (WayAction *action)
{
  gboolean done = action->state == WAY_ACTION_DONE;
  WayMoment on = done && action->done_on != WAY_NEVER ? action->done_on : action->due;
  g_autofree char *title = g_markup_escape_text (WAY_RECORD (action)->title, -1);
  g_autofree char *day = on != WAY_NEVER ? way_moment_format_short (on) : NULL;

  if (day == NULL)
    return g_strdup_printf (done ? _("celebrated: %s") : _("to be celebrated: %s"), title);
  /* Translators: a date, and what is done to celebrate a milestone */
  return g_strdup_printf (done ? _("celebrated on %s: %s") : _("to be celebrated on %s: %s"), day,
                          title);
}

char *
way_report_celebrations (WayMilestone *milestone)
{
  g_autoptr (GPtrArray) all = way_record_get_choice (WAY_RECORD (milestone), &way_action_type,
                                                     "kind", WAY_ACTION_CELEBRATION);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; way_milestone_is_completed (milestone) && i < all->len; i++)
    {
      g_autofree char *one = describe_celebration (all->pdata[i]);

      if (WAY_ACTION (all->pdata[i])->state != WAY_ACTION_DROPPED)
        g_string_append_printf (text, "%s%s", text->len > 0 ? "; " : "", one);
    }
  return text->len > 0 ? g_string_free (g_steal_pointer (&text), FALSE) : NULL;
}

/* The year is told only where it is not that of the report. */
static char *
format_day (WayMoment day, WayMoment around)
{
  if (day == WAY_NEVER)
    return g_strdup ("–");
  if (way_moment_to_civil (day).year == way_moment_to_civil (around).year)
    return way_moment_format_short (day);
  return way_moment_format_date (day);
}

static char *
variance_cell (WayDocument *document, WayMilestone *milestone)
{
  g_autofree char *text =
      way_variance_format (way_document_get_plan (document), milestone->variance);

  if (milestone->target_date == WAY_NEVER || milestone->forecast == WAY_NEVER)
    return g_strdup ("–");
  if (way_milestone_is_late (milestone))
    return g_strdup_printf (way_milestone_is_open (milestone) ? "<bad><b>%s</b></bad>"
                                                              : "<bad>%s</bad>", text);
  return g_steal_pointer (&text);
}

static char *
forecast_cell (WayMilestone *milestone, WayMoment around)
{
  g_autofree char *day = format_day (way_finish_day (milestone->forecast), around);

  if (way_milestone_is_completed (milestone))
    return g_strdup_printf ("%s\u202f✓", day);
  if (way_milestone_is_late (milestone))
    return g_strdup_printf ("<b>%s</b>", day);
  return g_steal_pointer (&day);
}

static void
add_milestone (WayTable *table, WayDocument *document, WayMilestone *milestone, WayMoment around)
{
  gboolean late = way_milestone_is_late (milestone) && way_milestone_is_open (milestone);
  g_autofree char *plain = way_report_name (WAY_RECORD (milestone));
  g_autofree char *name = late ? g_strdup_printf ("<b>%s</b>", plain) : g_strdup (plain);
  g_autofree char *lead = g_markup_escape_text (way_milestone_lead (milestone), -1);
  g_autofree char *baseline =
      format_day (way_finish_day (way_milestone_baseline (document, milestone)), around);
  g_autofree char *target = format_day (milestone->target_date, around);
  g_autofree char *forecast = forecast_cell (milestone, around);
  g_autofree char *variance = variance_cell (document, milestone);

  way_table_add_row (table, name, lead, baseline, target, forecast, variance, NULL);
}

/**
 * way_report_add_milestones:
 * @milestones: (element-type WayMilestone)
 *
 * Adds the table of milestones; those that are late stand out by sign, weight and colour.
 */
void
way_report_add_milestones (WayReport *report, WayDocument *document, GPtrArray *milestones)
{
  WayTable *table = way_report_add_table (report);

  way_table_add_column (table, _("Milestone"), 1, WAY_ALIGN_START);
  way_table_add_column (table, _("Lead"), 0, WAY_ALIGN_START);
  way_table_add_column (table, _("Baseline"), 0, WAY_ALIGN_END);
  way_table_add_column (table, _("Target"), 0, WAY_ALIGN_END);
  way_table_add_column (table, _("Forecast"), 0, WAY_ALIGN_END);
  way_table_add_column (table, _("Variance"), 0, WAY_ALIGN_END);
  for (guint i = 0; i < milestones->len; i++)
    add_milestone (table, document, g_ptr_array_index (milestones, i), report->date);
}

/**
 * way_report_add_roadmap:
 *
 * Adds a heading and the plan's phases and milestones over time; nothing when there are none.
 */
void
way_report_add_roadmap (WayReport *report, WayDocument *document, guint max_items)
{
  WayRoadmap *roadmap = way_roadmap_new (document, report->date, max_items);

  if (roadmap == NULL)
    return;
  way_report_add_heading (report, _("Timeline"));
  way_report_add_chart (report, _("The plan’s phases and milestones over time"), way_roadmap_draw,
                        roadmap, (GDestroyNotify)way_roadmap_free);
}
