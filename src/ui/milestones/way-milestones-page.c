/* way-milestones-page.c: WayMilestonesPage, all milestones, and the document of one of them.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "model/way-i18n.h"

#include "ui/milestones/way-milestones-page.h"

#include "model/way-records.h"
#include "ui/milestones/way-complete-dialog.h"
#include "ui/milestones/way-document-stack.h"
#include "ui/milestones/way-milestone-board.h"
#include "ui/milestones/way-milestone-files.h"
#include "ui/milestones/way-milestone-graph-view.h"
#include "ui/milestones/way-milestone-trend-view.h"
#include "ui/milestones/way-new-milestone-dialog.h"
#include "ui/records/way-list-page.h"
#include "ui/widgets/way-compat.h"

#include <string.h>

struct _WayMilestonesPage
{
  WayPage parent_instance;

  GtkWidget *stack;
  GtkWidget *views;
  WayPage *list;
  GtkWidget *board;    /* (nullable): until there is a plan */
  GtkWidget *trend;    /* (nullable): likewise */
  GtkWidget *graph;    /* (nullable): likewise */
};

G_DEFINE_FINAL_TYPE (WayMilestonesPage, way_milestones_page, WAY_TYPE_PAGE)

static void
open_document (WayMilestonesPage *self, WayRecord *record)
{
  way_document_stack_open (WAY_DOCUMENT_STACK (self->stack),
                           way_page_get_document (WAY_PAGE (self)), record);
}

static gboolean
open_record_cb (WayListPage *list, WayRecord *record, WayMilestonesPage *self)
{
  open_document (self, record);
  return TRUE;
}

static gboolean
add_record_cb (WayListPage *list, WayMilestonesPage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "milestones.add", NULL);
  return TRUE;
}

static void
board_open_cb (WayMilestonesPage *self, WayRecord *record)
{
  open_document (self, record);
}

static void
way_milestones_page_refresh (WayPage *page, WayChangeset *changeset)
{
  WayMilestonesPage *self = WAY_MILESTONES_PAGE (page);

  way_milestone_board_refresh (WAY_MILESTONE_BOARD (self->board));
  way_milestone_trend_view_refresh (WAY_MILESTONE_TREND_VIEW (self->trend));
  way_milestone_graph_view_refresh (WAY_MILESTONE_GRAPH_VIEW (self->graph));
  way_document_stack_refresh (WAY_DOCUMENT_STACK (self->stack));
}

static void
way_milestones_page_document_set (WayPage *page)
{
  WayMilestonesPage *self = WAY_MILESTONES_PAGE (page);

  way_page_set_document (self->list, way_page_get_document (page));
  self->board = way_milestone_board_new (way_page_get_document (page));
  g_signal_connect_swapped (self->board, "open", G_CALLBACK (board_open_cb), self);
  gtk_stack_add_titled (GTK_STACK (self->views), self->board, "cards", _ ("Cards"));
  self->trend = way_milestone_trend_view_new (way_page_get_document (page));
  gtk_stack_add_titled (GTK_STACK (self->views), self->trend, "trend", _ ("Trend"));
  self->graph = way_milestone_graph_view_new (way_page_get_document (page));
  g_signal_connect_swapped (self->graph, "open", G_CALLBACK (board_open_cb), self);
  gtk_stack_add_titled (GTK_STACK (self->views), self->graph, "graph", _ ("Graph"));
}

static gboolean
way_milestones_page_get_primary_action (WayPage *page, const char **label, const char **action)
{
  gboolean any = way_page_get_primary_action (WAY_MILESTONES_PAGE (page)->list, label, action);

  *action = "milestones.add";
  return any;
}

static gboolean
way_milestones_page_show_record (WayPage *page, WayRecord *record)
{
  if (!WAY_IS_MILESTONE (record))
    return FALSE;
  open_document (WAY_MILESTONES_PAGE (page), record);
  return TRUE;
}

static gboolean
way_milestones_page_start_search (WayPage *page)
{
  WayMilestonesPage *self = WAY_MILESTONES_PAGE (page);

  way_document_stack_back (WAY_DOCUMENT_STACK (self->stack));
  gtk_stack_set_visible_child_name (GTK_STACK (self->views), "list");
  return way_page_start_search (self->list);
}

static const char *
way_milestones_page_get_report (WayPage *page)
{
  return "milestone-overview";
}

static void
add_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WayDocument *document = way_page_get_document (WAY_PAGE (widget));

  if (!way_document_is_read_only (document))
    way_new_milestone_dialog_present (widget, document, NULL);
}

static void
import_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WayDocument *document = way_page_get_document (WAY_PAGE (widget));

  if (!way_document_is_read_only (document))
    way_milestone_files_import (widget, document, NULL);
}

static void
export_all_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  way_milestone_files_export_all (widget, way_page_get_document (WAY_PAGE (widget)));
}

static void
complete_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WayDocument *document = way_page_get_document (WAY_PAGE (widget));
  WayRecord *record
      = way_plan_lookup (way_document_get_plan (document), g_variant_get_int64 (parameter));

  if (record != NULL && !way_document_is_read_only (document))
    way_complete_dialog_present (widget, document, WAY_MILESTONE (record));
}

static GtkWidget *
new_file_button (void)
{
  GtkWidget *button = gtk_menu_button_new ();
  g_autoptr (GMenu) menu = g_menu_new ();

  g_menu_append (menu, _ ("_Import a document…"), "milestones.import");
  g_menu_append (menu, _ ("Export _all as Markdown…"), "milestones.export-all");
  gtk_menu_button_set_label (GTK_MENU_BUTTON (button), _ ("File"));
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  gtk_widget_set_hexpand (button, TRUE);
  gtk_widget_set_halign (button, GTK_ALIGN_END);
  return button;
}

static gboolean
way_milestones_page_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (WAY_MILESTONES_PAGE (widget)->stack);
}

static void
way_milestones_page_class_init (WayMilestonesPageClass *klass)
{
  WayPageClass *page_class = WAY_PAGE_CLASS (klass);

  page_class->document_set = way_milestones_page_document_set;
  page_class->refresh = way_milestones_page_refresh;
  page_class->get_primary_action = way_milestones_page_get_primary_action;
  page_class->get_report = way_milestones_page_get_report;
  page_class->show_record = way_milestones_page_show_record;
  page_class->start_search = way_milestones_page_start_search;
  GTK_WIDGET_CLASS (klass)->grab_focus = way_milestones_page_grab_focus;
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "milestones.add", NULL, add_cb);
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "milestones.complete", "x",
                                   complete_cb);
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "milestones.import", NULL, import_cb);
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "milestones.export-all", NULL,
                                   export_all_cb);
}

static void
way_milestones_page_init (WayMilestonesPage *self)
{
  GtkWidget *all = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *switcher;

  self->list = way_list_page_new (&way_milestone_type);
  way_list_page_set_add_label (WAY_LIST_PAGE (self->list), _ ("_New milestone"));
  g_signal_connect (self->list, "open-record", G_CALLBACK (open_record_cb), self);
  g_signal_connect (self->list, "add-record", G_CALLBACK (add_record_cb), self);
  self->views = way_compat_stack_new ();
  gtk_stack_add_titled (GTK_STACK (self->views), GTK_WIDGET (self->list), "list", _ ("List"));
  switcher = gtk_stack_switcher_new ();
  gtk_stack_switcher_set_stack (GTK_STACK_SWITCHER (switcher), GTK_STACK (self->views));
  gtk_box_append (GTK_BOX (bar), switcher);
  gtk_box_append (GTK_BOX (bar), new_file_button ());
  gtk_widget_add_css_class (bar, "toolbar-row");
  gtk_box_append (GTK_BOX (all), bar);
  gtk_widget_set_vexpand (self->views, TRUE);
  gtk_box_append (GTK_BOX (all), self->views);
  self->stack = way_document_stack_new (all, GTK_WIDGET (self->list));
  gtk_box_append (GTK_BOX (self), self->stack);
}
