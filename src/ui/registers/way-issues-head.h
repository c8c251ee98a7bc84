/* way-issues-head.h: WayIssuesHead, how old issues are, how long they took, why they came.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ui/records/way-list-page.h"

G_BEGIN_DECLS

#define WAY_TYPE_ISSUES_HEAD (way_issues_head_get_type ())
G_DECLARE_FINAL_TYPE (WayIssuesHead, way_issues_head, WAY, ISSUES_HEAD, GtkBox)

GtkWidget *way_issues_head_new (WayListPage *list);

G_END_DECLS
