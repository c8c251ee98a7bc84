/* way-list-actions.c: what can be done with the rows of a WayListPage, and their menu.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-i18n.h"

#include "ui/records/way-list-page-private.h"

#include "document/way-register-rules.h"
#include "ui/records/way-list-cell.h"
#include "exchange/register/way-register.h"
#include "ui/records/way-record-dialog.h"
#include "ui/records/way-record-make.h"
#include "ui/way-actions.h"
#include "ui/way-window.h"

/**
 * way_list_page_get_selected:
 *
 * Returns: (transfer full) (element-type WayRecord): what is selected, without the headings among
 * the rows
 */
GPtrArray *
way_list_page_get_selected (WayListPage *self)
{
  GPtrArray *records = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GtkBitset) rows = gtk_selection_model_get_selection (self->selection);
  GtkBitsetIter iter;
  guint position;

  for (gboolean more = gtk_bitset_iter_init_first (&iter, rows, &position); more;
       more = gtk_bitset_iter_next (&iter, &position))
    {
      g_autoptr (GObject) item
          = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

      if (WAY_IS_RECORD (item))
        g_ptr_array_add (records, g_steal_pointer (&item));
    }
  return records;
}

static void
add_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WayListPage *self = WAY_LIST_PAGE (widget);
  gboolean handled = FALSE;

  if (way_document_is_read_only (way_page_get_document (WAY_PAGE (self))))
    return;
  g_signal_emit_by_name (self, "add-record", &handled);
  if (!handled)
    way_record_dialog_present (widget, way_page_get_document (WAY_PAGE (self)), self->type, NULL);
}

void
way_list_page_open (WayListPage *self, WayRecord *record)
{
  gboolean handled = FALSE;

  g_signal_emit_by_name (self, "open-record", record, &handled);
  if (!handled)
    way_record_dialog_present (GTK_WIDGET (self), way_page_get_document (WAY_PAGE (self)),
                               self->type, record);
}

static void
open_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autoptr (GPtrArray) records = way_list_page_get_selected (WAY_LIST_PAGE (widget));

  if (records->len > 0)
    way_list_page_open (WAY_LIST_PAGE (widget), g_ptr_array_index (records, 0));
}

static void
open_milestone_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WayPlan *plan = way_document_get_plan (way_page_get_document (WAY_PAGE (widget)));
  g_autoptr (GPtrArray) records = way_list_page_get_selected (WAY_LIST_PAGE (widget));
  WayRecord *milestone;

  if (records->len == 0)
    return;
  milestone = way_plan_lookup (plan, way_record_get_int (records->pdata[0], "milestone"));
  if (milestone != NULL)
    way_window_show_record (widget, milestone);
  else
    way_window_toast (widget, _ ("It belongs to no milestone."), NULL, NULL);
}

/* The step, and what is told when it is done. */
static void
name_deletion (WayListPage *self, GPtrArray *records, char **step, char **message)
{
  g_autofree char *label = way_record_dup_label (g_ptr_array_index (records, 0));

  if (records->len > 1)
    {
      /* Translators: a step that can be undone: how many, and of what kind */
      *step = g_strdup_printf (_ ("Delete %u rows (%s)"), records->len, _ (self->type->plural));
      *message = g_strdup_printf (_ ("Deleted %u rows (%s)"), records->len, _ (self->type->plural));
      return;
    }
  *step = g_strdup_printf (_ ("Delete “%s”"), label);
  *message = g_strdup_printf (_ ("Deleted “%s”"), label);
}

static void
delete_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WayListPage *self = WAY_LIST_PAGE (widget);
  WayDocument *document = way_page_get_document (WAY_PAGE (self));
  g_autoptr (GPtrArray) records = way_list_page_get_selected (self);
  g_autofree char *step = NULL, *message = NULL;
  g_autoptr (GError) error = NULL;

  if (records->len == 0 || way_document_is_read_only (document))
    return;
  name_deletion (self, records, &step, &message);
  way_document_begin (document, step);
  for (guint i = 0; i < records->len; i++)
    way_document_delete (document, g_ptr_array_index (records, i));
  if (way_document_commit (document, &error))
    way_window_toast (widget, message, _ ("Undo"), "win.undo");
  else
    way_window_report_error (widget, error);
}

/**
 * way_list_page_focused_cell:
 *
 * Returns: (transfer none) (nullable): the cell that has the focus, or whose menu is open
 */
WayListCell *
way_list_page_focused_cell (WayListPage *self)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));

  /* Out of the menu, the focus may still be in it. */
  if (focus == NULL || !gtk_widget_is_ancestor (focus, self->view))
    return focus == NULL || gtk_widget_get_mapped (self->menu) ? self->menu_cell : NULL;
  focus = WAY_IS_LIST_CELL (focus) ? focus : gtk_widget_get_ancestor (focus, WAY_TYPE_LIST_CELL);
  return focus != NULL ? WAY_LIST_CELL (focus) : NULL;
}

/* The cell that has the focus, else the leftmost of the selected row that can be edited. */
static WayListCell *
find_cell (WayListPage *self)
{
  WayListCell *focused = way_list_page_focused_cell (self);
  g_autoptr (GPtrArray) records = way_list_page_get_selected (self);
  graphene_rect_t bounds, leftmost;
  WayListCell *found = NULL;
  GHashTableIter iter;
  gpointer cell;

  if (focused != NULL && way_list_cell_can_edit (focused))
    return focused;
  if (records->len == 0)
    return NULL;
  g_hash_table_iter_init (&iter, self->cells);
  while (g_hash_table_iter_next (&iter, &cell, NULL))
    if (way_list_cell_get_record (cell) == g_ptr_array_index (records, 0)
        && way_list_cell_can_edit (cell)
        && gtk_widget_compute_bounds (cell, GTK_WIDGET (self), &bounds)
        && (found == NULL || bounds.origin.x < leftmost.origin.x))
      {
        found = cell;
        leftmost = bounds;
      }
  return found;
}

static void
edit_cell_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WayListCell *cell = find_cell (WAY_LIST_PAGE (widget));

  if (cell != NULL)
    way_list_cell_edit (cell);
}

static void
show_in_timeline_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WayListPage *self = WAY_LIST_PAGE (widget);
  const WayField *field = way_record_type_field (self->type, "task");
  g_autoptr (GPtrArray) records = way_list_page_get_selected (self);
  WayRecord *task;

  if (field == NULL || records->len == 0)
    return;
  task = way_plan_lookup (way_page_get_plan (WAY_PAGE (self)),
                          way_record_get (g_ptr_array_index (records, 0), field).i);
  if (task != NULL)
    way_window_show_record (widget, task);
  else
    way_window_toast (widget, _ ("It hangs on no row of the timeline yet."), NULL, NULL);
}

static void
make_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autoptr (GPtrArray) records = way_list_page_get_selected (WAY_LIST_PAGE (widget));

  way_record_make (widget, way_page_get_document (WAY_PAGE (widget)), records,
                   (WayDerivation)g_variant_get_int32 (parameter));
}

static void
acknowledge_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WayDocument *document = way_page_get_document (WAY_PAGE (widget));
  WayPlan *plan = way_document_get_plan (document);
  g_autoptr (GPtrArray) records = way_list_page_get_selected (WAY_LIST_PAGE (widget));
  g_autoptr (GError) error = NULL;
  g_autofree char *message = NULL;
  guint n = 0;

  if (records->len == 0 || way_document_is_read_only (document))
    return;
  way_document_begin (document, _ ("Acknowledge"));
  for (guint i = 0; i < records->len; i++)
    {
      WayRecord *issue = g_ptr_array_index (records, i);

      if (way_issue_is_acknowledged (WAY_ISSUE (issue)))
        continue; /* when that was stays */
      way_issue_acknowledge (document, WAY_ISSUE (issue), way_plan_lookup (plan, issue->owner));
      n++;
    }
  /* Translators: so many issues were acknowledged */
  message = n > 0 ? g_strdup_printf (ngettext ("%u issue is acknowledged.",
                                               "%u issues are acknowledged.", n), n)
                  : g_strdup (_ ("That is acknowledged already."));
  if (!way_document_commit (document, &error))
    way_window_report_error (widget, error);
  else if (n > 0)
    way_window_toast (widget, message, _ ("Undo"), "win.undo");
  else
    way_window_toast (widget, message, NULL, NULL);
}

static void
escalate_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autoptr (GPtrArray) records = way_list_page_get_selected (WAY_LIST_PAGE (widget));

  if (records->len > 0)
    way_record_dialog_present_tab (widget, way_page_get_document (WAY_PAGE (widget)),
                                   g_ptr_array_index (records, 0), "escalation");
}

static void
popup_menu (WayListPage *self, const GdkRectangle *where)
{
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), where);
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

void
way_list_page_cell_menu (GtkWidget *cell, double x, double y, WayListPage *self)
{
  graphene_point_t point;

  g_set_weak_pointer (&self->menu_cell, WAY_LIST_CELL (cell));
  if (gtk_widget_compute_point (cell, GTK_WIDGET (self), &GRAPHENE_POINT_INIT ((float)x, (float)y),
                                &point))
    popup_menu (self, &(GdkRectangle){ (int)point.x, (int)point.y, 1, 1 });
}

static void
menu_key_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));
  graphene_rect_t bounds;

  if (focus != NULL && gtk_widget_is_ancestor (focus, WAY_LIST_PAGE (widget)->view)
      && gtk_widget_compute_bounds (focus, widget, &bounds))
    {
      g_set_weak_pointer (&WAY_LIST_PAGE (widget)->menu_cell,
                          way_list_page_focused_cell (WAY_LIST_PAGE (widget)));
      popup_menu (WAY_LIST_PAGE (widget),
                &(GdkRectangle){ (int)bounds.origin.x + 24, (int)bounds.origin.y, 1,
                                 (int)bounds.size.height });
    }
}

void
way_list_page_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "rows.add", NULL, add_cb);
  gtk_widget_class_install_action (widget_class, "rows.open", NULL, open_cb);
  gtk_widget_class_install_action (widget_class, "rows.open-milestone", NULL, open_milestone_cb);
  gtk_widget_class_install_action (widget_class, "rows.edit-cell", NULL, edit_cell_cb);
  gtk_widget_class_install_action (widget_class, "rows.delete", NULL, delete_cb);
  gtk_widget_class_install_action (widget_class, "rows.show-in-timeline", NULL,
                                   show_in_timeline_cb);
  gtk_widget_class_install_action (widget_class, "rows.make", "i", make_cb);
  gtk_widget_class_install_action (widget_class, "rows.acknowledge", NULL, acknowledge_cb);
  gtk_widget_class_install_action (widget_class, "rows.escalate", NULL, escalate_cb);
  gtk_widget_class_install_action (widget_class, "rows.menu", NULL, menu_key_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Menu, 0, "rows.menu", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, "rows.menu",
                                       NULL);
  way_list_page_install_columns (widget_class);
  way_list_page_install_edits (widget_class);
  way_list_page_install_filters (widget_class);
  way_list_page_install_tables (widget_class);
}

/* (transfer container): what can be done with rows of any type, and of those that name a milestone
 * or a row of the timeline */
static GPtrArray *
names_of_actions (const WayRecordType *type)
{
  static const char *const all[]
      = { "rows.edit-cell", "rows.set-all", "rows.filter-by-cell", "-", "rows.add", "rows.delete" };
  GPtrArray *names = g_ptr_array_new ();

  g_ptr_array_add (names, (char *)"rows.open");
  if (way_record_type_field (type, "milestone") != NULL)
    g_ptr_array_add (names, (char *)"rows.open-milestone");
  if (way_record_type_field (type, "task") != NULL)
    g_ptr_array_add (names, (char *)"rows.show-in-timeline");
  for (gsize i = 0; i < G_N_ELEMENTS (all); i++)
    g_ptr_array_add (names, (char *)all[i]);
  g_ptr_array_add (names, NULL);
  return names;
}

void
way_list_page_build_menu (WayListPage *self)
{
  static const char *const of_list[]
      = { "rows.columns", "-", "rows.save-filter", "rows.rename-filter", "rows.forget-filter",
          "rows.show-all", "-", "rows.quick-add", "rows.import", "rows.export", NULL };
  g_autoptr (GPtrArray) names = names_of_actions (self->type);
  g_autoptr (GMenu) menu = way_actions_new_menu ((const char *const *)names->pdata);
  g_autoptr (GMenu) more = way_actions_new_menu (of_list);

  if (self->type == &way_issue_type)
    {
      static const char *const steps[] = { "rows.acknowledge", "rows.escalate", NULL };
      g_autoptr (GMenu) section = way_actions_new_menu (steps);

      g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
    }
  way_record_make_add_to_menu (menu, self->type, "rows.make");
  way_actions_settle_mnemonics (G_MENU_MODEL (menu));
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (self->more), G_MENU_MODEL (more));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "rows.import",
                                 way_register_can_import (self->type));
  self->menu = gtk_popover_menu_new_from_model (G_MENU_MODEL (menu));
  gtk_popover_set_has_arrow (GTK_POPOVER (self->menu), FALSE);
  gtk_widget_set_halign (self->menu, GTK_ALIGN_START);
  gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
}
