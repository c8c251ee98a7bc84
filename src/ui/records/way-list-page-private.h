/* way-list-page-private.h: what the files of WayListPage share.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ui/records/way-list-column.h"
#include "ui/records/way-list-groups.h"
#include "ui/records/way-list-page.h"

G_BEGIN_DECLS

struct _WayListPage
{
  WayPage parent_instance;

  const WayRecordType *type;
  GPtrArray *columns; /* of WayListColumn */
  const WayField *choice_field; /* what the choice at the top filters by, or NULL */
  GtkWidget *heading;
  GtkWidget *count;
  GtkWidget *choice;
  GtkWidget *grouping;
  GtkWidget *search;
  GtkWidget *stack;
  GtkWidget *view;
  GtkWidget *menu;
  GtkFilter *filter;
  GtkSorter *sorter;
  GListModel *rows; /* filtered and sorted */
  WayListGroups *groups;
  GtkSelectionModel *selection;
  GHashTable *cells;       /* those that show a record */
  GHashTable *headings;    /* GtkListItem → GtkColumnViewColumn, those in the row of a heading */
  GPtrArray *group_fields; /* of WayField (unowned): the choices of grouping, after the first */
  char *needle;      /* case-folded */
  WayListFilter lets; /* (nullable): what a page around it lets through */
  gpointer lets_data;
};

gboolean way_list_page_shows         (const WayField *field);

/* way-list-grouping.c */
void     way_list_page_offer_grouping  (WayListPage *self);
void     way_list_page_grouping_chosen (WayListPage *self);
void     way_list_page_put_heading     (WayListPage *self, GtkListItem *item,
                                        GtkColumnViewColumn *column);
gboolean way_list_page_remove_heading  (WayListPage *self, GtkListItem *item);
void     way_list_page_place_headings  (WayListPage *self);

/* way-list-actions.c */
void way_list_page_install_actions (GtkWidgetClass *widget_class);
void way_list_page_build_menu      (WayListPage *self);
GPtrArray *way_list_page_get_selected (WayListPage *self);
void way_list_page_open            (WayListPage *self, WayRecord *record);
/* Handler of WayListCell::menu. */
void way_list_page_cell_menu       (GtkWidget *cell, double x, double y, WayListPage *self);

G_END_DECLS
