/* way-plan-reports.c: the milestone overview and the Gantt chart as reports.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-i18n.h"

#include "metrics/way-rag.h"
#include "report/way-report-builders.h"

/**
 * way_build_milestone_overview:
 *
 * Returns: (transfer full): the timeline and a table of all milestones that are not cancelled
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
