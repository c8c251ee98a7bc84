/* way-list-page.h: WayListPage, the page of a record type: a list made from the field table.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Signals, where a handler that returns TRUE has done it, else the form of a record opens:
 *   ::open-record (WayRecord *): a row is to be opened;
 *   ::add-record: there is to be a new one.
 * Signals: ::selected (WayRecord *): the one row that is selected, or NULL; also after changes.
 *   ::refreshed: the list shows the plan as it is now. */

#pragma once

#include "ui/way-page.h"

G_BEGIN_DECLS

#define WAY_TYPE_LIST_PAGE (way_list_page_get_type ())
G_DECLARE_FINAL_TYPE (WayListPage, way_list_page, WAY, LIST_PAGE, WayPage)

typedef gboolean (*WayListFilter) (WayRecord *record, gpointer data);

WayPage   *way_list_page_new          (const WayRecordType *type);
/* What stands between the heading and the list. */
void       way_list_page_set_head     (WayListPage *self, GtkWidget *head);
void       way_list_page_set_add_label (WayListPage *self, const char *label);
/* Besides what is chosen and typed at the top. @data: unowned, lives as long as the page. */
void       way_list_page_set_filter   (WayListPage *self, WayListFilter lets, gpointer data);
void       way_list_page_refilter     (WayListPage *self);

const WayRecordType *way_list_page_get_record_type (WayListPage *self);
GPtrArray  *way_list_page_get_selected (WayListPage *self);
void        way_list_page_open       (WayListPage *self, WayRecord *record);

G_END_DECLS
