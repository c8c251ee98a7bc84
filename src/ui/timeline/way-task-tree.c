/* way-task-tree.c: WayTaskTree, the table of tasks left of the chart: columns, rows, focus.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-i18n.h"

#include "ui/timeline/way-task-tree-private.h"

#include "ui/widgets/way-style.h"

#define ROW_HEIGHT 30
#define MIN_WIDTH 120
#define DIGIT_WIDTH 8
#define PENDING_TRIES 8
#define FIRST_TRIES 6 /* frames in which the list and the focus may still scroll */

G_DEFINE_FINAL_TYPE (WayTaskTree, way_task_tree, GTK_TYPE_WIDGET)

guint way_task_tree_signals[WAY_N_TREE_SIGNALS];

WayTaskCell *
way_task_tree_find_cell (WayTaskTree *self, guint row, WayTaskColumnId column)
{
  for (guint i = 0; i < self->cells->len; i++)
    {
      WayTaskCell *cell = g_ptr_array_index (self->cells, i);

      if (way_task_cell_get_task (cell) != NULL && way_task_cell_get_column (cell) == column
          && way_task_cell_get_row (cell) == row)
        return cell;
    }
  return NULL;
}

/* The cell of the cursor's column in the row that has the focus. */
WayTaskCell *
way_task_tree_get_focus_cell (WayTaskTree *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (focus == NULL || !gtk_widget_is_ancestor (focus, GTK_WIDGET (self->view)))
    return NULL;
  for (guint i = 0; i < self->cells->len; i++)
    {
      WayTaskCell *cell = g_ptr_array_index (self->cells, i);

      if (way_task_cell_get_task (cell) != NULL && way_task_cell_get_column (cell) == self->column
          && gtk_widget_is_ancestor (GTK_WIDGET (cell), focus))
        return cell;
    }
  return NULL;
}

static void
mark_current (WayTaskTree *self, WayTaskCell *cell)
{
  if (way_task_cell_get_column (cell) == self->column)
    gtk_widget_add_css_class (GTK_WIDGET (cell), "current");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (cell), "current");
}

void
way_task_tree_set_column (WayTaskTree *self, WayTaskColumnId column)
{
  if (self->column == column)
    return;
  self->column = column;
  for (guint i = 0; i < self->cells->len; i++)
    mark_current (self, g_ptr_array_index (self->cells, i));
  way_task_tree_reveal_column (self);
}

/* The list destroys a cell in more ways than by a teardown that still knows it. */
static void
cell_destroyed_cb (GtkWidget *cell, WayTaskTree *self)
{
  g_ptr_array_remove_fast (self->cells, cell);
  if (cell == (GtkWidget *)self->edit_cell)
    {
      self->edit_cell = NULL;
      self->edit_new = FALSE;
      g_clear_object (&self->edit_task);
    }
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item, WayTaskTree *self)
{
  WayTaskColumnId column = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (factory), "way-column"));
  GtkWidget *cell = way_task_cell_new (column, item);

  way_task_cell_set_font (WAY_TASK_CELL (cell), self->texts, self->row_height);
  gtk_list_item_set_child (item, cell);
  g_ptr_array_add (self->cells, cell);
  g_signal_connect_object (cell, "destroy", G_CALLBACK (cell_destroyed_cb), self, 0);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, WayTaskTree *self)
{
  WayTaskCell *cell = WAY_TASK_CELL (gtk_list_item_get_child (item));

  way_task_cell_bind (cell, self->rows,
                      way_row_window_get_first (self->window) + gtk_list_item_get_position (item));
  mark_current (self, cell);
}

static void
unbind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, WayTaskTree *self)
{
  GtkWidget *cell = gtk_list_item_get_child (item);

  if (cell != NULL && cell == (GtkWidget *)self->edit_cell)
    way_task_tree_leave_edit (self);
  if (cell != NULL)
    way_task_cell_unbind (WAY_TASK_CELL (cell));
}

/**
 * way_task_tree_new_factory:
 *
 * Returns: (transfer full): makes the cells of a column
 */
GtkListItemFactory *
way_task_tree_new_factory (WayTaskTree *self, WayTaskColumnId id)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_object_set_data (G_OBJECT (factory), "way-column", GUINT_TO_POINTER (id));
  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), self, 0);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, 0);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (unbind_cb), self, 0);
  return factory;
}

/* A line of text with some air; all rows have the same height, whatever the font. */
static int
find_row_height (WayTaskTree *self)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);
  int text = PANGO_PIXELS_CEIL (pango_font_metrics_get_height (metrics));

  pango_font_metrics_unref (metrics);
  return MAX (ROW_HEIGHT, text + 8);
}

/* Set as all other lists are: in the widget's own font. */
static WayTextCache *
new_texts (WayTaskTree *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  return way_text_cache_new (gtk_widget_get_pango_context (widget),
                             way_style_get_font_pixels (widget)
                                 / way_text_size_pixels (WAY_TEXT_BODY));
}

static void
update_font (WayTaskTree *self)
{
  int height = find_row_height (self), old_height = self->row_height;
  double scale = way_style_get_text_scale (GTK_WIDGET (self));
  WayTextCache *old_texts = self->texts;

  self->texts = new_texts (self);
  self->row_height = height;
  for (guint i = 0; i < self->cells->len; i++)
    way_task_cell_set_font (g_ptr_array_index (self->cells, i), self->texts, height);
  g_clear_pointer (&old_texts, way_text_cache_free);
  if (height != old_height && self->steady != NULL)
    way_steady_scroll_set_row_height (self->steady, height);
  if (scale != self->text_scale) /* larger letters need wider columns */
    way_task_tree_scale_columns (self, scale);
}

static void
way_task_tree_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (way_task_tree_parent_class)->css_changed (widget, change);
  update_font (WAY_TASK_TREE (widget));
}

/* Wide enough for the number of the last row. */
static void
update_number_width (WayTaskTree *self)
{
  GPtrArray *outline
      = way_plan_get_outline (way_document_get_plan (way_task_rows_get_document (self->rows)));
  GtkColumnViewColumn *column;
  int digits = 2;

  for (guint n = outline->len; n >= 1000; n /= 10)
    digits++;
  if (digits == self->number_digits)
    return;
  self->number_digits = digits;
  column = way_task_tree_find_column (self, WAY_TASK_COLUMN_NUMBER);
  if (column != NULL)
    gtk_column_view_column_set_fixed_width (
        column, (int)((way_task_column_get (WAY_TASK_COLUMN_NUMBER)->width
                       + (digits - 2) * DIGIT_WIDTH)
                      * self->text_scale));
}

static void
clear_pending (WayTaskTree *self)
{
  if (self->pending_tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->pending_tick);
  self->pending_tick = 0;
  g_clear_pointer (&self->pending_text, g_free);
}

/* Returns: (nullable): the row that is waited for, once it can take the focus */
static GtkWidget *
find_pending_row (WayTaskTree *self, WayTaskCell **cell)
{
  *cell = way_task_tree_find_cell (self, self->pending_row, self->column);
  if (*cell == NULL || !gtk_widget_get_mapped (GTK_WIDGET (*cell)))
    return NULL;
  return way_task_tree_row_of (*cell);
}

/* In a search or a menu that has been opened while a row was waited for. */
static gboolean
is_busy_elsewhere (WayTaskTree *self)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));

  return focus != NULL && !gtk_widget_is_ancestor (focus, GTK_WIDGET (self))
         && (GTK_IS_TEXT (focus) || gtk_widget_get_ancestor (focus, GTK_TYPE_POPOVER) != NULL);
}

/* Rows that have just come exist only after the list's next layout. What is done with them may
 * make further ones, which are waited for in their turn. */
static gboolean
pending_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  WayTaskTree *self = WAY_TASK_TREE (widget);
  g_autofree char *text = NULL;
  WayTaskCell *cell;
  GtkWidget *row = find_pending_row (self, &cell);

  if (row == NULL && --self->pending_tries > 0)
    return G_SOURCE_CONTINUE;
  self->pending_tick = 0;
  text = g_steal_pointer (&self->pending_text);
  if (is_busy_elsewhere (self))
    row = NULL;
  if (row == NULL)
    {
      self->edit_new = FALSE; /* its cell never came, or nobody waits for it any more */
      g_array_set_size (self->held, 0);
      return G_SOURCE_REMOVE;
    }
  gtk_widget_grab_focus (row);
  gtk_widget_set_focusable (widget, FALSE);
  if (self->pending_edit)
    way_task_tree_start_edit (self, cell, text);
  way_task_tree_press_held (self);
  return G_SOURCE_REMOVE;
}

static void
go_to (WayTaskTree *self, guint row, gboolean edit, const char *text)
{
  WayTaskCell *cell;

  clear_pending (self);
  if (row >= way_task_rows_get_n (self->rows))
    return;
  way_task_tree_scroll_to (self, row);
  way_steady_scroll_flush (self->steady);
  self->pending_row = row;
  if (!edit && find_pending_row (self, &cell) != NULL)
    {
      gtk_widget_grab_focus (way_task_tree_row_of (cell));
      gtk_widget_set_focusable (GTK_WIDGET (self), FALSE);
      return;
    }
  self->pending_edit = edit;
  self->pending_text = g_strdup (text);
  self->pending_tries = PENDING_TRIES;
  self->pending_tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), pending_cb, NULL, NULL);
  if (!way_task_tree_has_focus_inside (self)) /* keys must not go to where it has been */
    way_task_tree_park_focus (self);
}

static void
way_task_tree_measure (GtkWidget *widget,
                       GtkOrientation orientation,
                       int for_size,
                       int *minimum,
                       int *natural,
                       int *minimum_baseline,
                       int *natural_baseline)
{
  gtk_widget_measure (GTK_WIDGET (WAY_TASK_TREE (widget)->scrolled), orientation, for_size, minimum,
                      natural, NULL, NULL);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = MIN_WIDTH;
      *natural = MAX (*natural, MIN_WIDTH);
    }
}

static void
way_task_tree_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  WayTaskTree *self = WAY_TASK_TREE (widget);
  int header;

  gtk_widget_size_allocate (GTK_WIDGET (self->scrolled), &(GtkAllocation){ 0, 0, width, height },
                            -1);
  header = way_task_tree_get_header_height (self);
  if (header == self->header_height && self->row_height == self->told_row_height)
    return;
  self->header_height = header;
  self->told_row_height = self->row_height;
  g_signal_emit (self, way_task_tree_signals[WAY_TREE_METRICS_CHANGED], 0);
}

static void
way_task_tree_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  way_text_cache_next_frame (WAY_TASK_TREE (widget)->texts);
  GTK_WIDGET_CLASS (way_task_tree_parent_class)->snapshot (widget, snapshot);
  way_task_tree_snapshot_drag (WAY_TASK_TREE (widget), snapshot);
}

static void
way_task_tree_dispose (GObject *object)
{
  WayTaskTree *self = WAY_TASK_TREE (object);

  clear_pending (self);
  way_task_tree_cancel_drag (self);
  self->edit_cell = NULL;
  g_clear_object (&self->edit_task);
  g_clear_weak_pointer (&self->told);
  g_clear_object (&self->cursor);
  g_clear_object (&self->anchor);
  g_clear_object (&self->top);
  self->list = NULL;
  self->view = NULL;
  self->steady = NULL;
  g_clear_pointer ((GtkWidget **)&self->scrolled, gtk_widget_unparent);
  if (self->window != NULL)
    g_signal_handlers_disconnect_by_data (self->window, self);
  if (self->selection != NULL)
    g_signal_handlers_disconnect_by_data (self->selection, self);
  g_clear_object (&self->window);
  g_clear_object (&self->rows);
  g_clear_object (&self->selection);
  G_OBJECT_CLASS (way_task_tree_parent_class)->dispose (object);
}

static void
way_task_tree_finalize (GObject *object)
{
  g_ptr_array_unref (WAY_TASK_TREE (object)->cells);
  g_array_unref (WAY_TASK_TREE (object)->held);
  way_text_cache_free (WAY_TASK_TREE (object)->texts);
  G_OBJECT_CLASS (way_task_tree_parent_class)->finalize (object);
}

static void
way_task_tree_class_init (WayTaskTreeClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  guint *signals = way_task_tree_signals;

  G_OBJECT_CLASS (klass)->dispose = way_task_tree_dispose;
  G_OBJECT_CLASS (klass)->finalize = way_task_tree_finalize;
  widget_class->css_changed = way_task_tree_css_changed;
  widget_class->measure = way_task_tree_measure;
  widget_class->size_allocate = way_task_tree_size_allocate;
  widget_class->snapshot = way_task_tree_snapshot;
  gtk_widget_class_set_css_name (widget_class, "tasktree");
  way_task_tree_install_column_actions (widget_class);

  signals[WAY_TREE_EDITED]
      = g_signal_new ("edited", WAY_TYPE_TASK_TREE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                      G_TYPE_NONE, 3, WAY_TYPE_TASK, G_TYPE_INT, G_TYPE_INT);
  signals[WAY_TREE_NEW_ROW_DONE]
      = g_signal_new ("new-row-done", WAY_TYPE_TASK_TREE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                      G_TYPE_NONE, 3, WAY_TYPE_TASK, G_TYPE_INT, G_TYPE_BOOLEAN);
  signals[WAY_TREE_MENU_REQUESTED]
      = g_signal_new ("menu-requested", WAY_TYPE_TASK_TREE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                      G_TYPE_NONE, 2, G_TYPE_DOUBLE, G_TYPE_DOUBLE);
  signals[WAY_TREE_METRICS_CHANGED]
      = g_signal_new ("metrics-changed", WAY_TYPE_TASK_TREE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                      G_TYPE_NONE, 0);
  signals[WAY_TREE_COLUMNS_CHANGED]
      = g_signal_new ("columns-changed", WAY_TYPE_TASK_TREE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                      G_TYPE_NONE, 0);
  signals[WAY_TREE_ROWS_DROPPED]
      = g_signal_new ("rows-dropped", WAY_TYPE_TASK_TREE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                      G_TYPE_NONE, 3, G_TYPE_PTR_ARRAY, WAY_TYPE_TASK, WAY_TYPE_TASK);
  signals[WAY_TREE_ROWS_HELD] = g_signal_new ("rows-held", WAY_TYPE_TASK_TREE, G_SIGNAL_RUN_LAST,
                                              0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[WAY_TREE_TAB_OUT]
      = g_signal_new ("tab-out", WAY_TYPE_TASK_TREE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                      G_TYPE_NONE, 1, GTK_TYPE_DIRECTION_TYPE);
}

static void
way_task_tree_init (WayTaskTree *self)
{
  self->cells = g_ptr_array_new ();
  self->held = g_array_new (FALSE, FALSE, sizeof (guint));
  self->column = WAY_TASK_COLUMN_TITLE;
  self->row_height = ROW_HEIGHT;
  self->text_scale = 1;
  self->texts = new_texts (self);
  self->view = GTK_COLUMN_VIEW (gtk_column_view_new (NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->view), "tasks");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Tasks"), -1);
  self->list = gtk_widget_get_last_child (GTK_WIDGET (self->view));
  way_task_tree_add_input (self);
}

/**
 * way_task_tree_new:
 * @selection: over @rows
 *
 * Returns: (transfer full) (type WayTaskTree)
 */
GtkWidget *
way_task_tree_new (WayTaskRows *rows, GtkSelectionModel *selection)
{
  WayTaskTree *self = g_object_new (WAY_TYPE_TASK_TREE, NULL);

  self->rows = g_object_ref (rows);
  self->selection = g_object_ref (selection);
  way_task_tree_add_columns (self);
  self->window = way_row_window_new (selection);
  self->scrolled = GTK_SCROLLED_WINDOW (gtk_scrolled_window_new ());
  gtk_scrolled_window_set_policy (self->scrolled, GTK_POLICY_AUTOMATIC, GTK_POLICY_EXTERNAL);
  self->steady = WAY_STEADY_SCROLL (way_steady_scroll_new (GTK_WIDGET (self->view), self->window));
  gtk_scrolled_window_set_child (self->scrolled, GTK_WIDGET (self->steady));
  gtk_widget_set_parent (GTK_WIDGET (self->scrolled), GTK_WIDGET (self));
  way_task_tree_hold_columns (self);
  way_steady_scroll_set_row_height (self->steady, self->row_height);
  way_task_tree_add_cursor (self);
  update_font (self);
  update_number_width (self);
  gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (self->window));
  return GTK_WIDGET (self);
}

/* After each commit: only the rows that exist on screen are read again. */
void
way_task_tree_update_cells (WayTaskTree *self)
{
  update_number_width (self);
  for (guint i = 0; i < self->cells->len; i++)
    way_task_cell_update (g_ptr_array_index (self->cells, i));
  way_task_tree_tell_row (self);
}

GtkAdjustment *
way_task_tree_get_vadjustment (WayTaskTree *self)
{
  return gtk_scrolled_window_get_vadjustment (self->scrolled);
}

/* Where the rows stand in this frame; get_vadjustment() is where they go to. */
GtkAdjustment *
way_task_tree_get_position (WayTaskTree *self)
{
  return way_steady_scroll_get_position (self->steady);
}

int
way_task_tree_get_row_height (WayTaskTree *self)
{
  return self->row_height;
}

/* Where the first row begins, as it was laid out; 0 before that. */
int
way_task_tree_get_header_height (WayTaskTree *self)
{
  graphene_rect_t bounds;

  if (!gtk_widget_compute_bounds (self->list, GTK_WIDGET (self), &bounds))
    return 0;
  return (int)(bounds.origin.y + 0.5f);
}

gboolean
way_task_tree_has_focus_inside (WayTaskTree *self)
{
  return (gtk_widget_get_state_flags (GTK_WIDGET (self)) & GTK_STATE_FLAG_FOCUS_WITHIN) != 0;
}

gboolean
way_task_tree_is_editing (WayTaskTree *self)
{
  return self->edit_cell != NULL;
}

/**
 * way_task_tree_get_focus_task:
 *
 * Returns: (transfer none) (nullable): the task of the row that has the keyboard focus
 */
WayTask *
way_task_tree_get_focus_task (WayTaskTree *self)
{
  WayTaskCell *cell = way_task_tree_get_focus_cell (self);

  if (cell != NULL)
    return way_task_cell_get_task (cell);
  return way_task_tree_is_parked (self) ? self->cursor : NULL;
}

/* Brings the row into view with the smallest way; a row that is in view stays where it is. */
void
way_task_tree_scroll_to (WayTaskTree *self, guint row)
{
  GtkAdjustment *adjustment = way_task_tree_get_vadjustment (self);
  double value = gtk_adjustment_get_value (adjustment);
  double page = gtk_adjustment_get_page_size (adjustment);
  double top = (double)row * self->row_height;
  double bottom = top + self->row_height;

  if (row >= way_task_rows_get_n (self->rows))
    return;
  if (top < value)
    gtk_adjustment_set_value (adjustment, top);
  else if (bottom > value + page) /* the page has no height before it is first laid out */
    gtk_adjustment_set_value (adjustment, MIN (top, bottom - page));
}

static gboolean
begin_at (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  WayTaskTree *self = WAY_TASK_TREE (widget);
  GtkAdjustment *adjustment = way_task_tree_get_vadjustment (self);
  double wanted = (double)self->first_row * self->row_height;
  double last = gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_page_size (adjustment);

  if (last > 0)
    gtk_adjustment_set_value (adjustment, MIN (wanted, last));
  return --self->first_tries > 0 ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

/* Shows the rows from @row on as soon as they are there, whoever scrolls them meanwhile. */
void
way_task_tree_begin_at (WayTaskTree *self, guint row)
{
  self->first_row = row;
  self->first_tries = FIRST_TRIES;
  gtk_widget_add_tick_callback (GTK_WIDGET (self), begin_at, NULL, NULL);
}

/* Scrolls there and gives the row the keyboard. */
void
way_task_tree_go_to (WayTaskTree *self, guint row)
{
  go_to (self, row, FALSE, NULL);
}

/* As way_task_tree_scroll_to(); a row that is out of sight comes to stand in the middle, with what
 * is around it. */
void
way_task_tree_scroll_to_middle (WayTaskTree *self, guint row)
{
  GtkAdjustment *adjustment = way_task_tree_get_vadjustment (self);
  double value = gtk_adjustment_get_value (adjustment);
  double page = gtk_adjustment_get_page_size (adjustment);
  double top = (double)row * self->row_height;

  if (row >= way_task_rows_get_n (self->rows))
    return;
  if (top < value || top + 2 * self->row_height > value + page)
    gtk_adjustment_set_value (adjustment, top - (page - self->row_height) / 2);
}

/* Scrolls there, selects the row if it is not, and gives it the keyboard. */
void
way_task_tree_focus_row (WayTaskTree *self, guint row)
{
  if (row < way_task_rows_get_n (self->rows)
      && !gtk_selection_model_is_selected (self->selection, row))
    way_task_tree_select_row (self, row, 0);
  go_to (self, row, FALSE, NULL);
}

/* @text: (nullable): what stands in the editor; NULL = the present value */
void
way_task_tree_edit (WayTaskTree *self, guint row, WayTaskColumnId column, const char *text)
{
  self->edit_new = FALSE;
  way_task_tree_set_column (self, column);
  if (row < way_task_rows_get_n (self->rows))
    way_task_tree_select_row (self, row, 0);
  go_to (self, row, TRUE, text);
}

/* F2: the cell under the cursor, or the title of the first selected row. */
void
way_task_tree_edit_current (WayTaskTree *self)
{
  WayTaskCell *cell = way_task_tree_get_focus_cell (self);
  g_autoptr (GtkBitset) selected = gtk_selection_model_get_selection (self->selection);

  self->edit_new = FALSE;
  if (cell != NULL)
    way_task_tree_start_edit (self, cell, NULL);
  else if (!gtk_bitset_is_empty (selected))
    way_task_tree_edit (self, gtk_bitset_get_minimum (selected), WAY_TASK_COLUMN_TITLE, NULL);
}

/* A row that has just been made: asks for its title; see ::new-row-done. */
void
way_task_tree_edit_new (WayTaskTree *self, guint row)
{
  way_task_tree_edit (self, row, WAY_TASK_COLUMN_TITLE, NULL);
  self->edit_new = TRUE;
}
