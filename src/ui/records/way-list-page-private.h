/* way-list-page-private.h: what the files of WayListPage share.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "metrics/way-record-query.h"
#include "ui/records/way-list-cell.h"
#include "ui/records/way-list-column.h"
#include "ui/records/way-list-groups.h"
#include "ui/records/way-list-page.h"

G_BEGIN_DECLS

/* A choice of what is shown. */
typedef struct
{
  char *label, *query;
  gboolean own; /* the user has named it */
} WayListChoice;

struct _WayListPage
{
  WayPage parent_instance;

  const WayRecordType *type;
  const char *add_label; /* translated, of what makes a record */
  GPtrArray *columns; /* of WayListColumn: all that can be shown */
  GtkWidget *heading;
  GtkWidget *count;
  GtkWidget *choice;
  GtkWidget *grouping;
  GtkWidget *search;
  GtkWidget *more;
  GtkWidget *quick; /* the line for new records */
  GtkWidget *stack;
  GtkWidget *empty; /* what the page says without a record */
  GtkWidget *view;
  GtkWidget *menu;
  WayListCell *menu_cell; /* weak: the one whose menu was opened last */
  GtkFilter *filter;
  GtkSorter *sorter;
  GListModel *rows; /* filtered and sorted */
  WayListGroups *groups;
  GtkSelectionModel *selection;
  GHashTable *cells;       /* those that show a record */
  GHashTable *headings;    /* GtkListItem → GtkColumnViewColumn, those in the row of a heading */
  GPtrArray *group_fields; /* of WayField (unowned): the choices of grouping, after the first */
  WayListFilter lets; /* (nullable): what a page around it lets through */
  gpointer lets_data;
  GPtrArray *filters;      /* of WayListChoice: the choices of what is shown, after “all” */
  WayRecordQuery *query;   /* (nullable): what is shown; NULL = all */
  gboolean placing_columns; /* no change of the user's */
};

gboolean way_list_page_shows         (const WayField *field);

GtkColumnViewColumn *way_list_page_add_column (WayListPage *self, WayListColumn *shows);

/* way-list-columns.c */
void     way_list_page_add_columns     (WayListPage *self);
void     way_list_page_install_columns (GtkWidgetClass *widget_class);

/* way-list-filters.c */
void     way_list_page_offer_filters   (WayListPage *self);
void     way_list_page_update_query    (WayListPage *self);
void     way_list_page_install_filters (GtkWidgetClass *widget_class);

/* way-list-tables.c */
void     way_list_page_install_tables  (GtkWidgetClass *widget_class);

/* way-list-edits.c */
void     way_list_page_offer_quick_add (WayListPage *self);
void     way_list_page_quick_add       (WayListPage *self);
void     way_list_page_install_edits   (GtkWidgetClass *widget_class);

/* way-list-grouping.c */
void     way_list_page_offer_grouping  (WayListPage *self);
void     way_list_page_grouping_chosen (WayListPage *self);
void     way_list_page_put_heading     (WayListPage *self, GtkListItem *item,
                                        GtkColumnViewColumn *column);
gboolean way_list_page_remove_heading  (WayListPage *self, GtkListItem *item);
void     way_list_page_place_headings  (WayListPage *self);

/* way-list-actions.c */
void way_list_page_install_actions (GtkWidgetClass *widget_class);
WayListCell *way_list_page_focused_cell (WayListPage *self);
void way_list_page_build_menu      (WayListPage *self);
/* Handler of WayListCell::menu. */
void way_list_page_cell_menu       (GtkWidget *cell, double x, double y, WayListPage *self);

G_END_DECLS
