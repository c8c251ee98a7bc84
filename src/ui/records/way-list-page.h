/* way-list-page.h: WayListPage, the page of a record type: a list made from the field table.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Signals, where a handler that returns TRUE has done it, else the form of a record opens:
 *   ::open-record (WayRecord *): a row is to be opened;
 *   ::add-record: there is to be a new one.
 * Signal: ::selected (WayRecord *): the one row that is selected, or NULL; also after changes. */

#pragma once

#include "ui/way-page.h"

G_BEGIN_DECLS

#define WAY_TYPE_LIST_PAGE (way_list_page_get_type ())
G_DECLARE_FINAL_TYPE (WayListPage, way_list_page, WAY, LIST_PAGE, WayPage)

WayPage *way_list_page_new (const WayRecordType *type);

G_END_DECLS
