/* way-change-requests.h: what happens to a change request: kept edits, approval, implementation.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * identified → assessed → proposed → approved → implementing → implemented → closed; rejected and
 * superseded are kept, and what was rejected can be taken up again. */

#pragma once

#include "document/way-document.h"

G_BEGIN_DECLS

typedef enum { WAY_VERDICT_WAITING, WAY_VERDICT_APPROVED, WAY_VERDICT_REJECTED } WayVerdict;

GPtrArray    *way_change_request_approvals (WayChangeRequest *self);
WayVerdict    way_change_request_verdict   (WayChangeRequest *self);
char         *way_change_request_describe_rule (WayChangeRequest *self);
gboolean      way_change_request_leads_to  (gint64 from, gint64 to);
gboolean      way_change_request_check     (WayChangeRequest *self, gint64 from, gint64 to,
                                            GError **error);
gboolean      way_change_request_check_way (WayChangeRequest *self, gint64 from, gint64 to,
                                            GError **error);
const char   *way_change_status_asks_for   (gint64 status);

void          way_change_request_settle    (WayDocument *document, WayChangeRequest *self,
                                            const WayChangeset *changeset, const char *field);
void          way_approval_settle          (WayDocument *document, WayApproval *self,
                                            const WayChangeset *changeset, const char *field);

gboolean      way_change_request_step      (WayDocument *document, WayChangeRequest *self,
                                            gint64 status, GError **error);
gboolean      way_approval_decide          (WayDocument *document, WayApproval *self,
                                            gint64 decision, const char *condition, GError **error);

WayChangeset *way_change_request_read      (WayChangeRequest *self, GError **error);
gboolean      way_change_request_keep      (WayDocument *document, WayChangeRequest *self,
                                            WayDocument *sandbox);
gboolean      way_change_request_is_stale  (WayDocument *document, WayChangeRequest *self);
gboolean      way_change_request_make      (WayDocument *sandbox, WayChangeRequest *self,
                                            GPtrArray **clashes, GError **error);
void          way_change_request_refuse    (WayChangeRequest *self, GPtrArray *clashes,
                                            GError **error);
WayChangeset *way_change_request_complete  (WayDocument *sandbox, WayChangeRequest *self,
                                            GError **error);
gboolean      way_change_request_implement (WayDocument *document, WayChangeRequest *self,
                                            WayChangeset *whole, GError **error);

G_END_DECLS
