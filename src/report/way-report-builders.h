/* way-report-builders.h: the functions that compose the reports, and what they share.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Private to report/. */

#pragma once

#include "metrics/way-milestone-metrics.h"
#include "report/way-report-registry.h"

G_BEGIN_DECLS

WayReport *way_build_executive_summary  (WayDocument *document, const WayReportOptions *options);
WayReport *way_build_milestone_overview (WayDocument *document, const WayReportOptions *options);
WayReport *way_build_change_impact      (WayDocument *document, const WayReportOptions *options);
WayReport *way_build_gantt              (WayDocument *document, const WayReportOptions *options);

WayReport *way_report_new_for      (WayDocument *document, const char *kind,
                                    const WayReportOptions *options);
/* Status date and who prepared it. (transfer full) */
char      *way_report_byline       (WayReport *report);
/* (element-type WayMilestone) */
void       way_report_add_milestones (WayReport *report, WayDocument *document,
                                      GPtrArray *milestones);
void       way_report_add_roadmap  (WayReport *report, WayDocument *document, guint max_items);
/* "MS-004 General availability", escaped. (transfer full) */
char      *way_report_name         (WayRecord *record);
/* "to be celebrated on 18 Dec: Cake", escaped; NULL = it is not completed, or none is planned.
 * (transfer full) (nullable) */
char      *way_report_celebrations (WayMilestone *milestone);

G_END_DECLS
