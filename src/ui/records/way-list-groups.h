/* way-list-groups.h: WayListGroups, the rows of a list under headings that can be folded.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A list model of WayRecords with a WayListHead before each group; without a field to group by it
 * is the list it was made from. What its source tells is taken in when the main loop is next
 * idle or at way_list_groups_settle(): a filter tells of each gap by itself. */

#pragma once

#include "metrics/way-record-groups.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define WAY_TYPE_LIST_HEAD (way_list_head_get_type ())
G_DECLARE_FINAL_TYPE (WayListHead, way_list_head, WAY, LIST_HEAD, GObject)

/* Signal: ::changed: its words, its count or whether it is folded. */
const char *way_list_head_get_label  (WayListHead *self);
guint       way_list_head_get_count  (WayListHead *self);
gboolean    way_list_head_get_folded (WayListHead *self);

#define WAY_TYPE_LIST_GROUPS (way_list_groups_get_type ())
G_DECLARE_FINAL_TYPE (WayListGroups, way_list_groups, WAY, LIST_GROUPS, GObject)

WayListGroups  *way_list_groups_new       (GListModel *rows);
void            way_list_groups_set_field (WayListGroups *self, const WayField *field);
const WayField *way_list_groups_get_field (WayListGroups *self);
void            way_list_groups_settle    (WayListGroups *self);
void            way_list_groups_fold      (WayListGroups *self, WayListHead *head, gboolean folded);
guint           way_list_groups_reveal    (WayListGroups *self, WayRecord *record);

G_END_DECLS
