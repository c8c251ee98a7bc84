/* way-report-registry.c: the reports there are, for the command line and the window alike.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-i18n.h"

#include "report/way-report-registry.h"

#include "report/way-report-builders.h"

#include <string.h>

static const WayReportKind kinds[] = {
  { "executive-summary", N_ ("Executive summary"),
    N_ ("Status, progress, milestones and what needs attention, on one or two pages"),
    FALSE, FALSE, way_build_executive_summary },
  { "milestone-overview", N_ ("Milestone overview"),
    N_ ("Every milestone with its dates, lead and progress, beside the timeline"),
    FALSE, FALSE, way_build_milestone_overview },
  { "change-impact", N_ ("Change impact"),
    N_ ("One change request: why, what it does to the plan, who approves"),
    FALSE, FALSE, way_build_change_impact },
  { "gantt", N_ ("Gantt chart"),
    N_ ("The timeline with its task columns, on as many sheets as it takes"),
    TRUE, TRUE, way_build_gantt },
};

/**
 * way_report_kinds:
 * @n_kinds: (out)
 *
 * Returns: (transfer none) (array length=n_kinds): all reports, in the order to offer them
 */
const WayReportKind *
way_report_kinds (guint *n_kinds)
{
  *n_kinds = G_N_ELEMENTS (kinds);
  return kinds;
}

/**
 * way_report_kind:
 *
 * Returns: (transfer none) (nullable): the report of that id
 */
const WayReportKind *
way_report_kind (const char *id)
{
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (strcmp (kinds[i].id, id) == 0)
      return &kinds[i];
  return NULL;
}

/**
 * way_report_options_init:
 * @options: (out caller-allocates)
 */
void
way_report_options_init (WayReportOptions *options)
{
  *options = (WayReportOptions) { .from = WAY_NEVER, .to = WAY_NEVER };
  way_gantt_sheets_options_init (&options->gantt);
}

/**
 * way_report_build:
 * @options: (nullable): %NULL for the usual ones
 *
 * Returns: (transfer full): the report as the plan is now
 */
WayReport *
way_report_build (const WayReportKind *kind, WayDocument *document,
                  const WayReportOptions *options)
{
  WayReportOptions usual;
  WayReport *report;

  way_report_options_init (&usual);
  if (options != NULL)
    usual = *options;
  if (usual.to == WAY_NEVER)
    usual.to = way_moment_day (way_document_get_status_date (document));
  if (usual.from == WAY_NEVER)
    usual.from = usual.to - 30 * WAY_DAY;
  report = kind->build (document, &usual);
  report->landscape = kind->landscape;
  return report;
}
