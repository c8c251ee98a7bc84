/* way-row-window.c: WayRowWindow, the rows of a long list that can be seen at once.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/timeline/way-row-window.h"

struct _WayRowWindow
{
  GObject parent_instance;

  GtkSelectionModel *rows; /* all of them, with what is selected */
  GPtrArray *items;        /* of GObject: one for each place on the page */
  guint capacity;          /* places that the page has */
  guint first;             /* row behind the first item */
  GtkBitset *told;         /* places that the list knows to be selected */
};

static void list_model_init (GListModelInterface *iface);
static void selection_model_init (GtkSelectionModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (WayRowWindow,
                               way_row_window,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init)
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SELECTION_MODEL,
                                                      selection_model_init))

static guint moved_signal;

static GType
get_item_type (GListModel *model)
{
  return G_TYPE_OBJECT;
}

static guint
get_n_items (GListModel *model)
{
  return WAY_ROW_WINDOW (model)->items->len;
}

static gpointer
get_item (GListModel *model, guint position)
{
  WayRowWindow *self = WAY_ROW_WINDOW (model);

  return position < self->items->len ? g_object_ref (self->items->pdata[position]) : NULL;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static gboolean
is_selected (GtkSelectionModel *model, guint position)
{
  WayRowWindow *self = WAY_ROW_WINDOW (model);

  return gtk_selection_model_is_selected (self->rows, self->first + position);
}

static GtkBitset *
get_selection_in_range (GtkSelectionModel *model, guint position, guint n_items)
{
  WayRowWindow *self = WAY_ROW_WINDOW (model);
  g_autoptr (GtkBitset) all
      = gtk_selection_model_get_selection_in_range (self->rows, self->first + position, n_items);
  GtkBitset *selected = gtk_bitset_copy (all); /* it may be the model's own */

  gtk_bitset_shift_left (selected, self->first);
  return selected;
}

static gboolean
select_item (GtkSelectionModel *model, guint position, gboolean unselect_rest)
{
  WayRowWindow *self = WAY_ROW_WINDOW (model);

  return gtk_selection_model_select_item (self->rows, self->first + position, unselect_rest);
}

static gboolean
unselect_item (GtkSelectionModel *model, guint position)
{
  WayRowWindow *self = WAY_ROW_WINDOW (model);

  return gtk_selection_model_unselect_item (self->rows, self->first + position);
}

static gboolean
select_range (GtkSelectionModel *model, guint position, guint n_items, gboolean unselect_rest)
{
  WayRowWindow *self = WAY_ROW_WINDOW (model);

  return gtk_selection_model_select_range (self->rows, self->first + position, n_items,
                                           unselect_rest);
}

static gboolean
unselect_range (GtkSelectionModel *model, guint position, guint n_items)
{
  WayRowWindow *self = WAY_ROW_WINDOW (model);

  return gtk_selection_model_unselect_range (self->rows, self->first + position, n_items);
}

static gboolean
select_all (GtkSelectionModel *model)
{
  return gtk_selection_model_select_all (WAY_ROW_WINDOW (model)->rows);
}

static gboolean
unselect_all (GtkSelectionModel *model)
{
  return gtk_selection_model_unselect_all (WAY_ROW_WINDOW (model)->rows);
}

static void
selection_model_init (GtkSelectionModelInterface *iface)
{
  iface->is_selected = is_selected;
  iface->get_selection_in_range = get_selection_in_range;
  iface->select_item = select_item;
  iface->unselect_item = unselect_item;
  iface->select_range = select_range;
  iface->unselect_range = unselect_range;
  iface->select_all = select_all;
  iface->unselect_all = unselect_all;
}

/* Only where it has: the list binds all cells of a row again that it hears of. */
static void
selection_changed_cb (WayRowWindow *self)
{
  g_autoptr (GtkBitset) changed = gtk_bitset_copy (self->told);

  gtk_bitset_unref (self->told);
  self->told = get_selection_in_range (GTK_SELECTION_MODEL (self), 0, self->items->len);
  gtk_bitset_difference (changed, self->told);
  gtk_bitset_remove_range_closed (changed, self->items->len, G_MAXUINT);
  if (!gtk_bitset_is_empty (changed))
    gtk_selection_model_selection_changed (
        GTK_SELECTION_MODEL (self), gtk_bitset_get_minimum (changed),
        gtk_bitset_get_maximum (changed) - gtk_bitset_get_minimum (changed) + 1);
}

static void
way_row_window_finalize (GObject *object)
{
  WayRowWindow *self = WAY_ROW_WINDOW (object);

  g_object_unref (self->rows);
  g_ptr_array_unref (self->items);
  gtk_bitset_unref (self->told);
  G_OBJECT_CLASS (way_row_window_parent_class)->finalize (object);
}

static void
way_row_window_class_init (WayRowWindowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = way_row_window_finalize;
  moved_signal = g_signal_new ("moved", WAY_TYPE_ROW_WINDOW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                               NULL, G_TYPE_NONE, 0);
}

static void
way_row_window_init (WayRowWindow *self)
{
  self->items = g_ptr_array_new_with_free_func (g_object_unref);
  self->told = gtk_bitset_new_empty ();
}

/**
 * way_row_window_new:
 * @rows: all rows
 *
 * Returns: (transfer full)
 */
WayRowWindow *
way_row_window_new (GtkSelectionModel *rows)
{
  WayRowWindow *self = g_object_new (WAY_TYPE_ROW_WINDOW, NULL);

  self->rows = g_object_ref (rows);
  g_signal_connect_object (rows, "selection-changed", G_CALLBACK (selection_changed_cb), self,
                           G_CONNECT_SWAPPED);
  return self;
}

/**
 * way_row_window_set_capacity:
 * @capacity: how many rows may be seen at once, also in part
 */
void
way_row_window_set_capacity (WayRowWindow *self, guint capacity)
{
  self->capacity = capacity;
  way_row_window_move (self, self->first);
}

/**
 * way_row_window_move:
 * @first: the row to stand at the top; less when fewer follow it than the page has room for
 *
 * To be called after every change of the rows, too.
 */
void
way_row_window_move (WayRowWindow *self, guint first)
{
  guint n_rows = way_row_window_get_n_rows (self), n_before = self->items->len;
  guint n = MIN (self->capacity, n_rows);

  self->first = MIN (first, n_rows - n);
  while (self->items->len < n)
    g_ptr_array_add (self->items, g_object_new (G_TYPE_OBJECT, NULL));
  if (n < n_before)
    g_ptr_array_set_size (self->items, (int)n);
  if (n != n_before)
    g_list_model_items_changed (G_LIST_MODEL (self), MIN (n, n_before),
                                n < n_before ? n_before - n : 0, n > n_before ? n - n_before : 0);
  g_signal_emit (self, moved_signal, 0);
  selection_changed_cb (self);
}

guint
way_row_window_get_first (WayRowWindow *self)
{
  return self->first;
}

/* All of them, seen or not. */
guint
way_row_window_get_n_rows (WayRowWindow *self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (self->rows));
}
