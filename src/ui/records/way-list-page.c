/* way-list-page.c: WayListPage, the page of a record type: a list made from the field table.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 *   records of the plan → filter → sort → groups → selection → column view
 *
 * GTK 4.8 neither sorts nor filters again when an item changes, so refresh() asks for it, and
 * tells the cells that are on the screen to show their values anew. */

#include "model/way-i18n.h"

#include "ui/records/way-list-page-private.h"

#include "ui/records/way-list-cell.h"
#include "ui/records/way-list-heading.h"
#include "ui/way-actions.h"
#include "ui/widgets/way-compat.h"
#include "ui/widgets/way-empty-state.h"
#include "ui/widgets/way-tab-stop.h"

#include <string.h>

G_DEFINE_FINAL_TYPE (WayListPage, way_list_page, WAY_TYPE_PAGE)

/* ------------------------------------------------------------------ filter and sort */

gboolean
way_list_page_shows (const WayField *field)
{
  return (field->flags & WAY_FIELD_LIST) != 0 && (field->flags & WAY_FIELD_HIDDEN) == 0;
}

static gboolean
match (gpointer item, gpointer data)
{
  WayListPage *self = data;

  if (self->lets != NULL && !self->lets (item, self->lets_data))
    return FALSE;
  return self->query == NULL || way_record_query_matches (self->query, item);
}

static void
update_count (WayListPage *self)
{
  GListModel *all = way_plan_get_records (way_page_get_plan (WAY_PAGE (self)), self->type);
  guint n_all = g_list_model_get_n_items (all);
  guint n_shown = g_list_model_get_n_items (self->rows);
  g_autofree char *text = n_all == 0         ? g_strdup ("")
                          : n_shown == n_all ? g_strdup_printf ("%u", n_all)
                                             /* Translators: so many rows of all rows are shown */
                                             : g_strdup_printf (_ ("%u of %u"), n_shown, n_all);

  gtk_label_set_text (GTK_LABEL (self->count), text);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), n_all == 0     ? "empty"
                                                             : n_shown == 0 ? "nothing-found"
                                                                            : "list");
}

static void
filter_changed_cb (WayListPage *self)
{
  WayListCell *cell;

  if (self->selection == NULL)
    return;
  /* What is typed in a cell is taken first, not while the list lets its rows go. */
  cell = gtk_widget_get_mapped (GTK_WIDGET (self)) ? way_list_page_focused_cell (self) : NULL;
  if (cell != NULL)
    way_list_cell_keep (cell);
  way_list_page_update_query (self);
  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
  way_list_groups_settle (self->groups);
  update_count (self);
}

static void
stop_search_cb (WayListPage *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  gtk_widget_grab_focus (self->view);
}

/* ------------------------------------------------------------------ columns */

static GtkWidget *
give_cell (WayListPage *self, GtkListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *cell = way_list_cell_new (g_object_get_data (G_OBJECT (factory), "shows"), item);

  g_signal_connect (cell, "menu", G_CALLBACK (way_list_page_cell_menu), self);
  way_compat_mend_ctrl_click (cell, item);
  gtk_list_item_set_child (item, cell);
  return cell;
}

static void
setup_cb (GtkListItemFactory *factory, GtkListItem *item, WayListPage *self)
{
  give_cell (self, factory, item);
}

static void
bind_cb (GtkListItemFactory *factory, GtkListItem *item, WayListPage *self)
{
  GObject *object = gtk_list_item_get_item (item);
  GtkWidget *cell = gtk_list_item_get_child (item);

  if (WAY_IS_LIST_HEAD (object))
    {
      way_list_page_put_heading (self, item, g_object_get_data (G_OBJECT (factory), "column"));
      return;
    }
  if (cell == NULL) /* it was in the row of a heading */
    cell = give_cell (self, factory, item);
  way_list_cell_bind (WAY_LIST_CELL (cell), WAY_RECORD (object));
  g_hash_table_add (self->cells, cell);
}

static void
unbind_cb (GtkListItemFactory *factory, GtkListItem *item, WayListPage *self)
{
  GtkWidget *cell = gtk_list_item_get_child (item);

  if (way_list_page_remove_heading (self, item))
    return;
  g_hash_table_remove (self->cells, cell);
  way_list_cell_bind (WAY_LIST_CELL (cell), NULL);
}

/**
 * way_list_page_add_column:
 *
 * Returns: (transfer none): a new column, behind the others
 */
GtkColumnViewColumn *
way_list_page_add_column (WayListPage *self, WayListColumn *shows)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkColumnViewColumn *column;
  g_autoptr (GtkSorter) sorter
      = GTK_SORTER (gtk_custom_sorter_new (way_list_column_compare, shows, NULL));
  GListModel *columns = gtk_column_view_get_columns (GTK_COLUMN_VIEW (self->view));

  g_object_set_data (G_OBJECT (factory), "shows", shows);
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), self);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), self);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), self);
  column = gtk_column_view_column_new (way_list_column_get_label (shows), factory);
  g_object_set_data (G_OBJECT (factory), "column", column);
  g_signal_connect_object (column, "notify::visible",
                           G_CALLBACK (way_list_page_place_headings), self, G_CONNECT_SWAPPED);
  gtk_column_view_column_set_resizable (column, TRUE);
  gtk_column_view_column_set_sorter (column, sorter);
  gtk_column_view_append_column (GTK_COLUMN_VIEW (self->view), column);
  g_object_unref (column); /* the view holds it */
  way_compat_align_title (GTK_COLUMN_VIEW (self->view), g_list_model_get_n_items (columns) - 1,
                          way_list_column_is_to_end (shows) ? 1 : 0);
  return column;
}

/**
 * way_list_page_set_head:
 * @head: (transfer floating): follows the signal ::refreshed
 */
void
way_list_page_set_head (WayListPage *self, GtkWidget *head)
{
  gtk_widget_set_margin_start (head, 28);
  gtk_widget_set_margin_end (head, 28);
  gtk_widget_set_margin_bottom (head, 12);
  gtk_box_insert_child_after (GTK_BOX (self), head, gtk_widget_get_first_child (GTK_WIDGET (self)));
}

/**
 * way_list_page_set_filter:
 * @lets: what is shown at all; asked again by way_list_page_refilter()
 */
void
way_list_page_set_filter (WayListPage *self, WayListFilter lets, gpointer data)
{
  self->lets = lets;
  self->lets_data = data;
}

void
way_list_page_refilter (WayListPage *self)
{
  if (self->selection == NULL)
    return;
  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
  update_count (self);
}

/* ------------------------------------------------------------------ the page */

static void
activate_cb (WayListPage *self, guint position)
{
  g_autoptr (GObject) item = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  if (WAY_IS_LIST_HEAD (item))
    way_list_groups_fold (self->groups, WAY_LIST_HEAD (item),
                          !way_list_head_get_folded (WAY_LIST_HEAD (item)));
  else
    way_list_page_open (self, WAY_RECORD (item));
}

static void
tell_selected (WayListPage *self)
{
  g_autoptr (GPtrArray) records = way_list_page_get_selected (self);

  g_signal_emit_by_name (self, "selected", records->len == 1 ? records->pdata[0] : NULL);
}

static void
way_list_page_document_set (WayPage *page)
{
  WayListPage *self = WAY_LIST_PAGE (page);
  GListModel *records = way_plan_get_records (way_page_get_plan (page), self->type);
  GtkFilterListModel *filtered;

  self->filter = GTK_FILTER (gtk_custom_filter_new (match, self, NULL));
  filtered = gtk_filter_list_model_new (g_object_ref (records), g_object_ref (self->filter));
  self->columns = way_list_columns_new (way_page_get_document (page), self->type);
  way_list_page_add_columns (self);
  self->sorter = g_object_ref (gtk_column_view_get_sorter (GTK_COLUMN_VIEW (self->view)));
  self->rows = G_LIST_MODEL (
      gtk_sort_list_model_new (G_LIST_MODEL (filtered), g_object_ref (self->sorter)));
  self->groups = way_list_groups_new (self->rows);
  self->selection = GTK_SELECTION_MODEL (
      gtk_multi_selection_new (g_object_ref (G_LIST_MODEL (self->groups))));
  gtk_column_view_set_model (GTK_COLUMN_VIEW (self->view), self->selection);
  g_signal_connect_object (self->selection, "items-changed", G_CALLBACK (update_count), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_column_view_get_columns (GTK_COLUMN_VIEW (self->view)),
                           "items-changed", G_CALLBACK (way_list_page_place_headings), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (self->selection, "selection-changed", G_CALLBACK (tell_selected), self,
                           G_CONNECT_SWAPPED);
  way_list_page_offer_filters (self);
  way_list_page_update_query (self);
  way_list_page_offer_grouping (self);
  way_list_page_offer_quick_add (self);
  update_count (self);
}

static void
way_list_page_refresh (WayPage *page, WayChangeset *changeset)
{
  WayListPage *self = WAY_LIST_PAGE (page);
  GHashTableIter iter;
  gpointer cell;

  way_list_columns_forget (self->columns);
  way_list_page_update_query (self);
  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
  gtk_sorter_changed (self->sorter, GTK_SORTER_CHANGE_DIFFERENT);
  way_list_groups_settle (self->groups);
  g_hash_table_iter_init (&iter, self->cells);
  while (g_hash_table_iter_next (&iter, &cell, NULL))
    way_list_cell_refresh (cell);
  update_count (self);
  tell_selected (self);
}

static gboolean
way_list_page_get_primary_action (WayPage *page, const char **label, const char **action)
{
  *label = WAY_LIST_PAGE (page)->add_label;
  *action = "rows.add";
  return TRUE;
}

static gboolean
way_list_page_show_record (WayPage *page, WayRecord *record)
{
  WayListPage *self = WAY_LIST_PAGE (page);
  guint position;

  if (way_record_get_record_type (record) != self->type)
    return FALSE;
  position = way_list_groups_reveal (self->groups, record);
  if (position != G_MAXUINT)
    {
      gtk_selection_model_select_item (self->selection, position, TRUE);
      way_compat_scroll_to (GTK_COLUMN_VIEW (self->view), position);
    }
  return TRUE;
}

static gboolean
way_list_page_start_search (WayPage *page)
{
  return gtk_widget_grab_focus (WAY_LIST_PAGE (page)->search);
}

static gboolean
way_list_page_grab_focus (GtkWidget *widget)
{
  WayListPage *self = WAY_LIST_PAGE (widget);
  GtkWidget *shown = gtk_stack_get_visible_child (GTK_STACK (self->stack));

  /* A focus on a list that is not seen would swallow every key. */
  if (gtk_widget_is_ancestor (self->view, shown))
    return gtk_widget_grab_focus (self->view);
  return gtk_widget_child_focus (shown, GTK_DIR_TAB_FORWARD);
}

static void
way_list_page_dispose (GObject *object)
{
  WayListPage *self = WAY_LIST_PAGE (object);

  g_clear_weak_pointer (&self->menu_cell);
  g_clear_pointer (&self->menu, gtk_widget_unparent);
  gtk_widget_dispose_template (GTK_WIDGET (self), WAY_TYPE_LIST_PAGE);
  g_clear_object (&self->selection);
  g_clear_object (&self->groups);
  g_clear_object (&self->rows);
  g_clear_object (&self->filter);
  g_clear_object (&self->sorter);
  G_OBJECT_CLASS (way_list_page_parent_class)->dispose (object);
}

static void
way_list_page_finalize (GObject *object)
{
  WayListPage *self = WAY_LIST_PAGE (object);

  g_hash_table_unref (self->cells);
  g_hash_table_unref (self->headings);
  g_ptr_array_unref (self->group_fields);
  g_clear_pointer (&self->columns, g_ptr_array_unref);
  g_clear_pointer (&self->filters, g_ptr_array_unref);
  g_clear_pointer (&self->query, way_record_query_free);
  G_OBJECT_CLASS (way_list_page_parent_class)->finalize (object);
}

static void
way_list_page_class_init (WayListPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  WayPageClass *page_class = WAY_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = way_list_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = way_list_page_finalize;
  widget_class->grab_focus = way_list_page_grab_focus;
  page_class->document_set = way_list_page_document_set;
  page_class->refresh = way_list_page_refresh;
  page_class->get_primary_action = way_list_page_get_primary_action;
  page_class->show_record = way_list_page_show_record;
  page_class->start_search = way_list_page_start_search;
  way_list_page_install_actions (widget_class);
  g_type_ensure (WAY_TYPE_TAB_STOP);
  g_signal_new ("open-record", WAY_TYPE_LIST_PAGE, G_SIGNAL_RUN_LAST, 0,
                g_signal_accumulator_true_handled, NULL, NULL, G_TYPE_BOOLEAN, 1, WAY_TYPE_RECORD);
  g_signal_new ("add-record", WAY_TYPE_LIST_PAGE, G_SIGNAL_RUN_LAST, 0,
                g_signal_accumulator_true_handled, NULL, NULL, G_TYPE_BOOLEAN, 0);
  g_signal_new ("selected", WAY_TYPE_LIST_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                G_TYPE_NONE, 1, WAY_TYPE_RECORD);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/waymark/Waymark/ui/way-list-page.ui");
  gtk_widget_class_bind_template_child (widget_class, WayListPage, heading);
  gtk_widget_class_bind_template_child (widget_class, WayListPage, count);
  gtk_widget_class_bind_template_child (widget_class, WayListPage, choice);
  gtk_widget_class_bind_template_child (widget_class, WayListPage, grouping);
  gtk_widget_class_bind_template_child (widget_class, WayListPage, search);
  gtk_widget_class_bind_template_child (widget_class, WayListPage, more);
  gtk_widget_class_bind_template_child (widget_class, WayListPage, quick);
  gtk_widget_class_bind_template_child (widget_class, WayListPage, stack);
  gtk_widget_class_bind_template_child (widget_class, WayListPage, view);
  gtk_widget_class_bind_template_callback (widget_class, filter_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, way_list_page_grouping_chosen);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, way_list_page_quick_add);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
}

static void
way_list_page_init (WayListPage *self)
{
  self->cells = g_hash_table_new (NULL, NULL);
  self->headings = g_hash_table_new (NULL, NULL);
  self->group_fields = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  way_actions_install_shortcuts (GTK_WIDGET (self), "rows");
}

/**
 * way_list_page_new:
 * @type: a record type
 *
 * Returns: (transfer floating): its page
 */
WayPage *
way_list_page_new (const WayRecordType *type)
{
  WayListPage *self = g_object_new (WAY_TYPE_LIST_PAGE, NULL);
  const char *icon = type->icon != NULL ? type->icon : "waymark-record-symbolic";

  self->type = type;
  gtk_label_set_text (GTK_LABEL (self->heading), _ (type->plural));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ (type->plural), -1);
  way_compat_mend_stack (GTK_STACK (self->stack));
  self->add_label = _ ("_Add…");
  self->empty
      = way_empty_state_new (icon, _ (type->plural), type->empty != NULL ? _ (type->empty) : "",
                             self->add_label, "rows.add");
  gtk_stack_add_named (GTK_STACK (self->stack), self->empty, "empty");
  way_list_page_build_menu (self);
  return WAY_PAGE (self);
}

/**
 * way_list_page_set_add_label:
 * @label: static: what the button that makes a record says, here and in the header
 */
void
way_list_page_set_add_label (WayListPage *self, const char *label)
{
  self->add_label = label;
  way_empty_state_set_button_label (WAY_EMPTY_STATE (self->empty), label);
}
