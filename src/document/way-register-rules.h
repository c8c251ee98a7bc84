/* way-register-rules.h: what issues, risks and actions have to hold, and what follows from an edit
 * of them.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "document/way-document.h"
#include "model/way-records.h"

G_BEGIN_DECLS

void            way_register_settle     (WayDocument *document, const WayChangeset *changeset);
gboolean        way_register_check      (WayRecord *record, GError **error);
const WayField *way_issue_get_missing   (WayIssue *issue);

void            way_issue_acknowledge   (WayDocument *document, WayIssue *issue, WayRecord *person);
WayEscalation  *way_issue_escalate      (WayDocument *document, WayIssue *issue, WayRecord *person,
                                         const char *reason, const char *author);

G_END_DECLS
