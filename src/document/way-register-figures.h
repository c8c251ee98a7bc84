/* way-register-figures.h: what follows from the registers: age and level of issues, mitigation of
 * risks.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "document/way-document.h"
#include "model/way-records.h"

G_BEGIN_DECLS

WayMoment      way_document_get_as_of    (WayDocument *document);
GPtrArray     *way_record_get_actions    (WayRecord *record);
GPtrArray     *way_issue_get_escalations (WayIssue *issue);
char          *way_task_format_blocking  (WayTask *task);
gint64         way_issue_age             (WayDocument *document, WayIssue *issue);
gint64         way_risk_mitigated        (WayRisk *risk);
void           way_register_figures_update (WayDocument *document);

G_END_DECLS
