/* way-task-tree-columns.c: which columns the task tree shows, in which order and how wide.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The columns of the view are the state: nothing else says what is shown. GTK moves them by
 * dragging their titles and sizes them at their edges; menus and keys do the same here. */

#include "model/way-i18n.h"

#include "ui/timeline/way-task-tree-private.h"

#include "ui/way-actions.h"
#include "ui/widgets/way-compat.h"
#include "ui/widgets/way-style.h"

#include <math.h>
#include <string.h>

#define LEAST_WIDTH 24
#define MOST_WIDTH 2000
#define HEAD_SCALE 0.86  /* of the letters of a heading, as in the style sheet … */
#define HEAD_PADDING 18  /* … and what stands beside them */
#define MOST_HEAD 160
#define FIRST_ROWS 40
#define TITLE_PADDING 34 /* the arrow, and air */
#define MOST_TITLE 290   /* the tree of a small window still has durations */

static WayTaskColumnId
id_of (GtkColumnViewColumn *column)
{
  return GPOINTER_TO_UINT (
      g_object_get_data (G_OBJECT (gtk_column_view_column_get_factory (column)), "way-column"));
}

static guint
n_columns (WayTaskTree *self)
{
  return g_list_model_get_n_items (gtk_column_view_get_columns (self->view));
}

/* Returns: (transfer none) (nullable) */
static GtkColumnViewColumn *
nth_column (WayTaskTree *self, guint place)
{
  g_autoptr (GtkColumnViewColumn) column
      = g_list_model_get_item (gtk_column_view_get_columns (self->view), place);

  return column; /* the view holds it */
}

static guint
place_of (WayTaskTree *self, WayTaskColumnId id)
{
  for (guint i = 0; i < n_columns (self); i++)
    if (id_of (nth_column (self, i)) == id)
      return i;
  return WAY_TASK_COLUMN_NONE;
}

/* Returns: (transfer none) (nullable): NULL when it is not shown */
GtkColumnViewColumn *
way_task_tree_find_column (WayTaskTree *self, WayTaskColumnId id)
{
  guint place = place_of (self, id);

  return place != WAY_TASK_COLUMN_NONE ? nth_column (self, place) : NULL;
}

/**
 * way_task_tree_get_columns:
 * @columns: (out): those shown, in their order
 * @most: room in @columns
 *
 * Returns: how many there are in @columns
 */
guint
way_task_tree_get_columns (WayTaskTree *self, WayTaskColumnId *columns, guint most)
{
  guint n = MIN (n_columns (self), most);

  for (guint i = 0; i < n; i++)
    columns[i] = id_of (nth_column (self, i));
  return n;
}

gboolean
way_task_tree_shows_column (WayTaskTree *self, WayTaskColumnId id)
{
  return place_of (self, id) != WAY_TASK_COLUMN_NONE;
}

/* The column beside the cursor's, as they stand now; the row number has no cursor. */
WayTaskColumnId
way_task_tree_next_column (WayTaskTree *self, int step)
{
  int place = (int)place_of (self, self->column);
  int end = (int)n_columns (self);

  for (int i = place + step; i >= 0 && i < end; i += step)
    if (id_of (nth_column (self, (guint)i)) != WAY_TASK_COLUMN_NUMBER)
      return id_of (nth_column (self, (guint)i));
  return self->column;
}

WayTaskColumnId
way_task_tree_get_column (WayTaskTree *self)
{
  return self->column;
}

static void
tell (WayTaskTree *self)
{
  if (self->rows != NULL)
    g_signal_emit (self, way_task_tree_signals[WAY_TREE_COLUMNS_CHANGED], 0);
}

/* The sorted column says so in its title; figures have their title over them. */
static void
update_titles (WayTaskTree *self)
{
  gboolean descending = FALSE;
  WayTaskColumnId sorted = self->rows != NULL ? way_task_rows_get_sort (self->rows, &descending)
                                              : WAY_TASK_COLUMN_NONE;

  for (guint i = 0; i < n_columns (self); i++)
    {
      GtkColumnViewColumn *column = nth_column (self, i);
      const WayTaskColumn *info = way_task_column_get (id_of (column));
      g_autofree char *title = NULL;

      if (id_of (column) == sorted)
        title = g_strdup_printf ("%s %s", _ (info->title), descending ? "↓" : "↑");
      else
        title = g_strdup (_ (info->title));
      if (g_strcmp0 (title, gtk_column_view_column_get_title (column)) != 0)
        gtk_column_view_column_set_title (column, title);
      way_compat_align_title (self->view, i, info->to_end ? 1 : 0);
    }
}

/* ------------------------------------------------------------------ the menu on a title */

static void
append_item (GMenu *menu, const char *label, const char *action, WayTaskColumnId id)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, action, "s", way_task_column_get (id)->key);
  g_menu_append_item (menu, item);
}

static GMenuModel *
header_menu_new (WayTaskColumnId id)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) sorting = g_menu_new ();
  g_autoptr (GMenu) places = g_menu_new ();
  g_autoptr (GMenu) all = g_menu_new ();

  append_item (sorting, _ ("Sort _up"), "columns.sort-up", id);
  append_item (sorting, _ ("Sort _down"), "columns.sort-down", id);
  g_menu_append (sorting, _ ("In the _order of the plan"), "columns.unsort");
  append_item (places, _ ("Move to the _front"), "columns.forward", id);
  append_item (places, _ ("Move to the _back"), "columns.back", id);
  if (id != WAY_TASK_COLUMN_TITLE)
    append_item (places, _ ("_Hide"), "columns.hide", id);
  g_menu_append (all, _ ("_Columns…"), "timeline.columns");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (sorting));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (places));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (all));
  way_actions_settle_mnemonics (G_MENU_MODEL (menu));
  return G_MENU_MODEL (menu);
}

/* ------------------------------------------------------------------ showing and hiding */

/* At the usual size of letters. */
static int
text_width (WayTaskTree *self, const char *text, double size, gboolean bold)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  int width;

  pango_attr_list_insert (attributes, pango_attr_scale_new (size));
  if (bold)
    pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  pango_layout_set_attributes (layout, attributes);
  pango_layout_get_pixel_size (layout, &width, NULL);
  return (int)ceil (width / way_style_get_text_scale (GTK_WIDGET (self)));
}

/* Of the rows that are seen first. */
static int
widest_title (WayTaskTree *self)
{
  guint n_rows;
  WayTask *const *rows = way_task_rows_peek (self->rows, &n_rows);
  int widest = 0;

  for (guint i = 0; i < MIN (n_rows, FIRST_ROWS); i++)
    {
      int indent = way_task_cell_get_indent ((int)way_task_rows_get_depth (self->rows, rows[i]));

      widest = MAX (widest, indent + TITLE_PADDING
                                + text_width (self, way_task_rows_get_title (rows[i]), 1,
                                              rows[i]->summary));
    }
  return widest;
}

/* In which its heading can be read, in whatever language, and names can; both to some length. */
static int
first_width (WayTaskTree *self, WayTaskColumnId id)
{
  const WayTaskColumn *info = way_task_column_get (id);
  int width = id == WAY_TASK_COLUMN_TITLE
                  ? MIN (widest_title (self), MOST_TITLE)
                  : MIN (text_width (self, _ (info->title), HEAD_SCALE, TRUE) + HEAD_PADDING,
                         MOST_HEAD);

  return MAX (info->width, width);
}

/* @width: at the usual size of letters; 0 = that of a first look */
static void
insert_column (WayTaskTree *self, guint place, WayTaskColumnId id, int width)
{
  const WayTaskColumn *info = way_task_column_get (id);
  g_autoptr (GtkColumnViewColumn) column
      = gtk_column_view_column_new (_ (info->title), way_task_tree_new_factory (self, id));
  g_autoptr (GMenuModel) menu = header_menu_new (id);

  if (width == 0)
    width = first_width (self, id);
  gtk_column_view_column_set_fixed_width (column, (int)lround (width * self->text_scale));
  gtk_column_view_column_set_resizable (column, TRUE);
  gtk_column_view_column_set_header_menu (column, menu);
  g_signal_connect_object (column, "notify::fixed-width", G_CALLBACK (tell), self,
                           G_CONNECT_SWAPPED);
  gtk_column_view_insert_column (self->view, place, column);
}

/* Where somebody who adds the column would look for it: behind the last one of the table that
 * comes before it and is shown. */
static guint
natural_place (WayTaskTree *self, WayTaskColumnId id)
{
  guint place = n_columns (self);

  if (id == WAY_TASK_COLUMN_NUMBER)
    return 0;
  if (id < WAY_N_FIRST_TASK_COLUMNS)
    for (WayTaskColumnId before = id; before-- > 0;)
      if (way_task_tree_shows_column (self, before))
        return place_of (self, before) + 1;
  return place;
}

/* ------------------------------------------------------------------ right to left

 * The first columns are at the far end of the adjustment then, and GTK keeps its value when the
 * tree gets wider: the columns would move. */

static double
get_end (GtkAdjustment *adjustment)
{
  return gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_page_size (adjustment);
}

static gboolean
hold_columns (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  WayTaskTree *self = WAY_TASK_TREE (widget);
  GtkAdjustment *adjustment = gtk_scrolled_window_get_hadjustment (self->scrolled);

  gtk_adjustment_set_value (adjustment, get_end (adjustment) - self->columns_passed);
  gtk_widget_queue_allocate (GTK_WIDGET (self->view)); /* the layout may have had another value */
  self->hold_tick = 0;
  return G_SOURCE_REMOVE;
}

/* In the middle of a layout, which would not see another value any more. */
static void
laid_out_cb (WayTaskTree *self)
{
  if (self->hold_tick == 0 && gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    self->hold_tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), hold_columns, NULL, NULL);
}

static void
scrolled_cb (WayTaskTree *self, GtkAdjustment *adjustment)
{
  if (self->hold_tick == 0)
    self->columns_passed = get_end (adjustment) - gtk_adjustment_get_value (adjustment);
}

void
way_task_tree_hold_columns (WayTaskTree *self)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_hadjustment (self->scrolled);

  g_signal_connect_object (adjustment, "changed", G_CALLBACK (laid_out_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (scrolled_cb), self,
                           G_CONNECT_SWAPPED);
}

/* @scale: of the font, instead of that until now */
void
way_task_tree_scale_columns (WayTaskTree *self, double scale)
{
  double change = scale / self->text_scale;

  self->text_scale = scale;
  for (guint i = 0; i < n_columns (self); i++)
    {
      GtkColumnViewColumn *column = nth_column (self, i);
      int width = gtk_column_view_column_get_fixed_width (column);

      gtk_column_view_column_set_fixed_width (column, (int)lround (width * change));
    }
}

/* The width up to @width at which no column is cut; where not even the titles fit, all of it. */
int
way_task_tree_fit_columns (WayTaskTree *self, int width)
{
  GtkColumnViewColumn *titles = way_task_tree_find_column (self, WAY_TASK_COLUMN_TITLE);
  gboolean titles_fit = FALSE;
  int fits = 0;

  for (guint i = 0; i < n_columns (self); i++)
    {
      GtkColumnViewColumn *column = nth_column (self, i);
      int next = fits + gtk_column_view_column_get_fixed_width (column);

      if (!gtk_column_view_column_get_visible (column))
        continue;
      if (next > width)
        break;
      fits = next;
      titles_fit = titles_fit || column == titles;
    }
  return titles_fit ? fits : width;
}

/* Scrolls to the cursor's column, where it is not seen whole. */
void
way_task_tree_reveal_column (WayTaskTree *self)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_hadjustment (self->scrolled);
  float width = (float)gtk_widget_get_width (GTK_WIDGET (self));
  double value = gtk_adjustment_get_value (adjustment);
  graphene_rect_t bounds;

  for (guint i = 0; i < self->cells->len; i++)
    {
      GtkWidget *cell = g_ptr_array_index (self->cells, i);

      if (way_task_cell_get_column (WAY_TASK_CELL (cell)) != self->column
          || !gtk_widget_get_mapped (cell)
          || !gtk_widget_compute_bounds (cell, GTK_WIDGET (self), &bounds))
        continue;
      if (bounds.origin.x + bounds.size.width > width)
        value += bounds.origin.x + bounds.size.width - width;
      if (bounds.origin.x < 0)
        value += bounds.origin.x;
      gtk_adjustment_set_value (adjustment, value);
      return;
    }
}

/* Who asks for a column wants to see it. Its place is known after the next layout, which comes
 * behind this in the frame: so not in the first one. */
static gboolean
show_last_column (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  guint *frames = data;
  GtkAdjustment *adjustment
      = gtk_scrolled_window_get_hadjustment (WAY_TASK_TREE (widget)->scrolled);
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;

  gtk_adjustment_set_value (adjustment, rtl ? 0 : gtk_adjustment_get_upper (adjustment));
  return ++*frames < 3 ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

/* The column of the titles is always there. */
void
way_task_tree_show_column (WayTaskTree *self, WayTaskColumnId id, gboolean shown)
{
  GtkColumnViewColumn *column = way_task_tree_find_column (self, id);

  if (shown == (column != NULL) || (!shown && id == WAY_TASK_COLUMN_TITLE))
    return;
  if (shown)
    {
      insert_column (self, natural_place (self, id), id, 0);
      if (place_of (self, id) + 1 == n_columns (self))
        gtk_widget_add_tick_callback (GTK_WIDGET (self), show_last_column, g_new0 (guint, 1),
                                      g_free);
    }
  else
    {
      if (self->column == id)
        way_task_tree_set_column (self, WAY_TASK_COLUMN_TITLE);
      gtk_column_view_remove_column (self->view, column);
    }
}

/**
 * way_task_tree_dup_columns:
 *
 * Returns: (transfer full): "number:40;title:232", to be kept
 */
char *
way_task_tree_dup_columns (WayTaskTree *self)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n_columns (self); i++)
    {
      GtkColumnViewColumn *column = nth_column (self, i);

      g_string_append_printf (text, "%s%s:%d", i > 0 ? ";" : "",
                              way_task_column_get (id_of (column))->key,
                              (int)lround (gtk_column_view_column_get_fixed_width (column)
                                           / self->text_scale));
    }
  return g_string_free (text, FALSE);
}

/**
 * way_task_tree_set_columns:
 * @columns: as way_task_tree_dup_columns() gave it; what is not understood is left out
 */
void
way_task_tree_set_columns (WayTaskTree *self, const char *columns)
{
  g_auto (GStrv) parts = g_strsplit (columns, ";", -1);

  while (n_columns (self) > 0)
    gtk_column_view_remove_column (self->view, nth_column (self, 0));
  for (guint i = 0; parts[i] != NULL; i++)
    {
      char *colon = strchr (parts[i], ':');
      gint64 width = 0;
      WayTaskColumnId id;

      if (colon != NULL)
        *colon = '\0';
      id = way_task_column_find (parts[i]);
      if (id == WAY_TASK_COLUMN_NONE || way_task_tree_shows_column (self, id))
        continue;
      if (colon == NULL
          || !g_ascii_string_to_signed (colon + 1, 10, LEAST_WIDTH, MOST_WIDTH, &width, NULL))
        width = 0;
      insert_column (self, n_columns (self), id, (int)width);
    }
  if (!way_task_tree_shows_column (self, WAY_TASK_COLUMN_TITLE))
    insert_column (self, MIN (n_columns (self), 1), WAY_TASK_COLUMN_TITLE, 0);
  if (!way_task_tree_shows_column (self, self->column))
    way_task_tree_set_column (self, WAY_TASK_COLUMN_TITLE);
}

/* Sorts the rows by a column; NONE = the order of the plan again. */
void
way_task_tree_sort (WayTaskTree *self, WayTaskColumnId id, gboolean descending)
{
  g_autoptr (WayTask) current = way_task_tree_dup_current (self);

  way_task_rows_set_sort (self->rows, id, descending);
  update_titles (self);
  way_task_tree_update_cells (self);
  if (current != NULL)
    way_task_tree_scroll_to_middle (self, way_task_rows_find (self->rows, current));
  tell (self);
}

static void
columns_changed_cb (WayTaskTree *self)
{
  if (self->view == NULL)
    return; /* the tree goes */
  update_titles (self);
  tell (self);
}

/* ------------------------------------------------------------------ actions of the titles */

static void
sort_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WayTaskColumnId id = way_task_column_find (g_variant_get_string (parameter, NULL));

  if (id != WAY_TASK_COLUMN_NONE)
    way_task_tree_sort (WAY_TASK_TREE (widget), id, g_str_equal (name, "columns.sort-down"));
}

static void
unsort_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  way_task_tree_sort (WAY_TASK_TREE (widget), WAY_TASK_COLUMN_NONE, FALSE);
}

static void
move_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WayTaskTree *self = WAY_TASK_TREE (widget);
  WayTaskColumnId id = way_task_column_find (g_variant_get_string (parameter, NULL));
  guint place = place_of (self, id);
  g_autoptr (GtkColumnViewColumn) column = NULL;

  if (place == WAY_TASK_COLUMN_NONE)
    return;
  if (g_str_equal (name, "columns.forward") ? place == 0 : place + 1 == n_columns (self))
    return;
  column = g_object_ref (nth_column (self, place));
  gtk_column_view_insert_column (
      self->view, g_str_equal (name, "columns.forward") ? place - 1 : place + 1, column);
}

static void
hide_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WayTaskColumnId id = way_task_column_find (g_variant_get_string (parameter, NULL));

  if (id != WAY_TASK_COLUMN_NONE)
    way_task_tree_show_column (WAY_TASK_TREE (widget), id, FALSE);
}

void
way_task_tree_install_column_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "columns.sort-up", "s", sort_cb);
  gtk_widget_class_install_action (widget_class, "columns.sort-down", "s", sort_cb);
  gtk_widget_class_install_action (widget_class, "columns.unsort", NULL, unsort_cb);
  gtk_widget_class_install_action (widget_class, "columns.forward", "s", move_cb);
  gtk_widget_class_install_action (widget_class, "columns.back", "s", move_cb);
  gtk_widget_class_install_action (widget_class, "columns.hide", "s", hide_cb);
}

/* The columns of a first look. */
void
way_task_tree_add_columns (WayTaskTree *self)
{
  for (WayTaskColumnId id = 0; id < WAY_N_FIRST_TASK_COLUMNS; id++)
    insert_column (self, id, id, 0);
  update_titles (self);
  g_signal_connect_object (gtk_column_view_get_columns (self->view), "items-changed",
                           G_CALLBACK (columns_changed_cb), self, G_CONNECT_SWAPPED);
}
