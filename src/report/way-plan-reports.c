/* way-plan-reports.c: the milestone overview and the Gantt chart as reports.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-i18n.h"

#include "document/way-milestone-parts.h"
#include "metrics/way-rag.h"
#include "report/way-report-builders.h"

static void
add_waiver (WayTable *table, WayPlan *plan, WayMilestone *milestone, WayChecklistItem *item)
{
  WayRecord *person = item->waived_by != 0 ? way_plan_lookup (plan, item->waived_by) : NULL;
  g_autofree char *name = way_report_name (WAY_RECORD (milestone));
  g_autofree char *title = g_markup_escape_text (WAY_RECORD (item)->title, -1);
  g_autofree char *reason = g_markup_escape_text (item->waiver_reason, -1);
  g_autofree char *who = g_markup_escape_text (person != NULL ? person->title : "", -1);

  way_table_add_row (table, name, title, reason, who, NULL);
}

static WayTable *
begin_waivers (WayReport *report)
{
  WayTable *table;

  way_report_add_heading (report, _("Waivers"));
  table = way_report_add_table (report);
  way_table_add_column (table, _("Milestone"), 2, WAY_ALIGN_START);
  way_table_add_column (table, _("Not met"), 3, WAY_ALIGN_START);
  way_table_add_column (table, _("Reason for the waiver"), 3, WAY_ALIGN_START);
  way_table_add_column (table, _("Waived by"), 0, WAY_ALIGN_START);
  return table;
}

/* What was let pass, and why; nothing where all was met. */
static void
add_waivers (WayReport *report, WayDocument *document, GPtrArray *milestones)
{
  WayPlan *plan = way_document_get_plan (document);
  WayTable *table = NULL;

  for (guint i = 0; i < milestones->len; i++)
    {
      g_autoptr (GPtrArray) items
          = way_milestone_get_parts (milestones->pdata[i], &way_checklist_item_type);

      for (guint k = 0; k < items->len; k++)
        {
          if (!WAY_CHECKLIST_ITEM (items->pdata[k])->waived)
            continue;
          if (table == NULL)
            table = begin_waivers (report);
          add_waiver (table, plan, milestones->pdata[i], items->pdata[k]);
        }
    }
}

/* How those that are completed are celebrated; nothing where none is. */
static void
add_celebrations (WayReport *report, GPtrArray *milestones)
{
  gboolean begun = FALSE;

  for (guint i = 0; i < milestones->len; i++)
    {
      g_autofree char *celebrations = way_report_celebrations (milestones->pdata[i]);
      g_autofree char *name = NULL, *text = NULL;

      if (celebrations == NULL)
        continue;
      if (!begun)
        way_report_add_heading (report, _("Celebrations"));
      begun = TRUE;
      name = way_report_name (milestones->pdata[i]);
      text = g_strdup_printf ("<b>%s</b> <dim>·</dim> %s", name, celebrations);
      way_report_add_item (report, text);
    }
}

/**
 * way_build_milestone_overview:
 *
 * Returns: (transfer full): the timeline, a table of all milestones that are not cancelled, what
 * was waived, and what is celebrated
 */
WayReport *
way_build_milestone_overview (WayDocument *document, const WayReportOptions *options)
{
  WayReport *report = way_report_new_for (document, _("Milestone overview"), options);
  g_autoptr (GPtrArray) all = way_milestones_all (document);
  g_autoptr (WayRagStatus) status = way_rag_of_plan (document);
  g_autofree char *byline = way_report_byline (report);

  way_report_add_title (report, report->kind, report->title, byline, status->rag);
  for (guint i = 0; i < MIN (status->reasons->len, 5); i++)
    {
      g_autofree char *reason = g_markup_escape_text (g_ptr_array_index (status->reasons, i), -1);

      way_report_add_item (report, reason);
    }
  way_report_add_roadmap (report, document, 24);
  way_report_add_heading (report, _("Milestones"));
  if (all->len > 0)
    way_report_add_milestones (report, document, all);
  else
    way_report_add_paragraph (report, _("<dim>This plan has no milestones yet.</dim>"));
  add_waivers (report, document, all);
  add_celebrations (report, all);
  return report;
}

/**
 * way_build_gantt:
 *
 * Returns: (transfer full): sheets of the Gantt chart
 */
WayReport *
way_build_gantt (WayDocument *document, const WayReportOptions *options)
{
  WayReport *report = way_report_new_for (document, _("Gantt chart"), options);
  WayGanttSheetsOptions gantt = options->gantt;

  gantt.author = report->author;
  way_report_add_sheets (report, way_gantt_sheets_new (document, options->rows, &gantt));
  return report;
}
