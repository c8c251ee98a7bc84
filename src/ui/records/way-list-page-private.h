/* way-list-page-private.h: what the files of WayListPage share.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ui/records/way-list-page.h"

G_BEGIN_DECLS

struct _WayListPage
{
  WayPage parent_instance;

  const WayRecordType *type;
  const WayField *choice_field; /* what the choice at the top filters by, or NULL */
  GtkWidget *heading;
  GtkWidget *count;
  GtkWidget *choice;
  GtkWidget *search;
  GtkWidget *stack;
  GtkWidget *view;
  GtkWidget *menu;
  GtkFilter *filter;
  GtkSorter *sorter;
  GtkSelectionModel *selection;
  GHashTable *cells; /* those that show a record */
  char *needle;      /* case-folded */
};

void way_list_page_install_actions (GtkWidgetClass *widget_class);
void way_list_page_build_menu      (WayListPage *self);
void way_list_page_open            (WayListPage *self, WayRecord *record);
/* Handler of WayListCell::menu. */
void way_list_page_cell_menu       (GtkWidget *cell, double x, double y, WayListPage *self);

G_END_DECLS
