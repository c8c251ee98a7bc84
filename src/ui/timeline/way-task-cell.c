/* way-task-cell.c: WayTaskCell, one cell of the task tree.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-i18n.h"

#include "ui/timeline/way-task-cell.h"

#include "ui/widgets/way-style.h"

#include <math.h>

#define PADDING 8
#define ARROW 16 /* at least */
#define OPEN "▾"
#define LEAST_TITLE 40 /* and of what a row is a part of */

struct _WayTaskCell
{
  GtkWidget parent_instance;

  WayTaskColumnId column;
  GtkListItem *item;   /* (unowned): the cell's place on the page; it owns the cell */
  guint row;           /* where @task stands among all rows */
  WayTaskRows *rows;   /* (nullable): while bound */
  WayTask *task;       /* (nullable): while bound */
  WayTextCache *texts; /* (unowned): shapes the words */
  char *words;         /* (nullable) */
  const char *arrow;   /* (nullable): before a summary's title */
  char *tag;           /* (nullable): human id of the milestone on this row; among groups, in the
                        * room that the title leaves, what the row is a part of */
  gboolean tag_gives_way;
  GtkWidget *pin;    /* (nullable): in the number's column */
  GtkWidget *editor; /* (nullable): WayCellEditor while typed in */
  int height;
};

/* Where the parts stand in the cell, from its beginning. */
typedef struct
{
  double arrow;
  double words, words_room;
  double tag, tag_room; /* @tag_room is 0 when there is none */
} Places;

G_DEFINE_FINAL_TYPE (WayTaskCell, way_task_cell, GTK_TYPE_WIDGET)

int
way_task_cell_get_indent (int depth)
{
  return PADDING - 4 + WAY_TASK_CELL_INDENT * depth;
}

static int
title_offset (WayTaskCell *self)
{
  return way_task_cell_get_indent ((int)way_task_rows_get_depth (self->rows, self->task));
}

static WayTextStyle
words_style (WayTaskCell *self)
{
  gboolean small = self->column == WAY_TASK_COLUMN_NUMBER;
  gboolean bold
      = self->column == WAY_TASK_COLUMN_TITLE && self->task != NULL && self->task->summary;

  return (WayTextStyle){ .size = small ? WAY_TEXT_SMALL : WAY_TEXT_BODY,
                         .weight = bold ? WAY_WEIGHT_BOLD : WAY_WEIGHT_NORMAL,
                         .role = small ? WAY_ROLE_SECONDARY : WAY_ROLE_TEXT,
                         .tabular = TRUE };
}

static const WayTextStyle tag_style
    = { .size = WAY_TEXT_SMALL, .role = WAY_ROLE_SECONDARY, .tabular = TRUE };

static double
text_width (WayTaskCell *self, const char *text, WayTextStyle style)
{
  return text != NULL ? way_text_cache_get (self->texts, text, &style, 0)->width : 0;
}

/**
 * way_task_cell_get_arrow_room:
 *
 * Returns: pixels from the arrow of a title to its text, also where a title has none; more for
 *   large letters
 */
double
way_task_cell_get_arrow_room (WayTaskCell *self)
{
  const WayTextStyle style = { .size = WAY_TEXT_BODY, .weight = WAY_WEIGHT_BOLD };

  return MAX (ARROW, ceil (text_width (self, OPEN, style)));
}

static Places
find_places (WayTaskCell *self)
{
  double end = gtk_widget_get_width (GTK_WIDGET (self)) - PADDING, room;
  gboolean title = self->column == WAY_TASK_COLUMN_TITLE && self->task != NULL;
  Places places = { .arrow = title ? title_offset (self) : 2 };

  places.words = title ? places.arrow + way_task_cell_get_arrow_room (self) : PADDING;
  places.tag_room = ceil (text_width (self, self->tag, tag_style));
  room = end - places.words - LEAST_TITLE;
  if (self->tag_gives_way)
    {
      double left = end - places.words - text_width (self, self->words, words_style (self));

      room = floor (left) - PADDING;
      if (room >= LEAST_TITLE)
        places.tag_room = MIN (places.tag_room, room);
    }
  if (places.tag_room > room)
    places.tag_room = 0;
  places.tag = end - places.tag_room;
  if (places.tag_room > 0)
    end = places.tag - PADDING;
  places.words_room = MAX (end - places.words, 0);
  return places;
}

static void
set_pin (WayTaskCell *self, gboolean pinned)
{
  if (self->pin == NULL && pinned)
    {
      self->pin = gtk_image_new_from_icon_name ("waymark-pin-symbolic");
      gtk_widget_set_parent (self->pin, GTK_WIDGET (self));
    }
  if (self->pin != NULL) /* shown and hidden without a new layout */
    gtk_widget_set_child_visible (self->pin, pinned);
}

/* In a group a row stands without those above it in the plan. */
static WayTask *
parent_out_of_sight (WayTaskCell *self)
{
  WayPlan *plan = WAY_RECORD (self->task)->plan;

  if (plan == NULL || way_task_rows_get_grouping (self->rows) == WAY_GROUP_BY_NONE)
    return NULL;
  return way_plan_lookup_task (plan, self->task->parent);
}

static void
update_title (WayTaskCell *self)
{
  WayPlan *plan = WAY_RECORD (self->task)->plan;
  WayTask *parent = parent_out_of_sight (self);
  GPtrArray *milestones;

  self->arrow = NULL;
  if (self->task->summary && way_task_rows_is_expanded (self->rows, self->task))
    self->arrow = OPEN;
  else if (self->task->summary)
    self->arrow = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL ? "◂" : "▸";
  milestones = plan == NULL
                   ? NULL
                   : way_plan_get_referrers (plan, WAY_RECORD (self->task)->id,
                                             way_record_type_field (&way_milestone_type, "task"));
  g_clear_pointer (&self->tag, g_free);
  self->tag_gives_way = FALSE;
  if (milestones != NULL && milestones->len > 0)
    self->tag = way_record_dup_human_id (g_ptr_array_index (milestones, 0));
  else if (parent != NULL)
    {
      self->tag = g_strdup (WAY_RECORD (parent)->title);
      self->tag_gives_way = TRUE;
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  self->tag != NULL ? self->tag : "", -1);
}

/* What is cut can be read in whole, and of a row in a group what it is a part of. */
static gboolean
query_tooltip_cb (WayTaskCell *self, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  WayTask *parent = NULL;
  g_autofree char *both = NULL;

  if (self->words == NULL || self->editor != NULL)
    return FALSE;
  if (self->task != NULL && self->column == WAY_TASK_COLUMN_TITLE)
    parent = parent_out_of_sight (self);
  if (parent == NULL
      && text_width (self, self->words, words_style (self)) <= find_places (self).words_room)
    return FALSE;
  if (parent != NULL)
    both = g_strdup_printf ("%s\n%s", self->words, WAY_RECORD (parent)->title);
  gtk_tooltip_set_text (tooltip, both != NULL ? both : self->words);
  return TRUE;
}

static void
set_words (WayTaskCell *self, const char *words)
{
  if (g_strcmp0 (words, self->words) == 0)
    return;
  g_free (self->words);
  self->words = g_strdup (words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}

/* Reads the task again; call it after each commit. */
void
way_task_cell_update (WayTaskCell *self)
{
  g_autofree char *text = NULL;

  if (self->task == NULL)
    return;
  if (way_task_rows_is_header (self->task))
    text = g_strdup (self->column == WAY_TASK_COLUMN_TITLE ? way_task_rows_get_title (self->task) : "");
  else if (WAY_RECORD (self->task)->plan == NULL)
    return;
  else
    text = way_task_column_format (self->column, way_task_rows_get_document (self->rows),
                                   way_task_rows_get_baseline (self->rows), self->task);
  set_words (self, text);
  if (self->column == WAY_TASK_COLUMN_TITLE)
    update_title (self);
  else if (self->column == WAY_TASK_COLUMN_NUMBER)
    set_pin (self, self->task->constraint_type != WAY_CONSTRAINT_ASAP);
  if (way_task_rows_is_match (self->rows, self->task))
    gtk_widget_remove_css_class (GTK_WIDGET (self), "beside");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self), "beside");
  if (self->editor != NULL) /* stands where the row's depth says */
    gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* @x, @room: from the cell's beginning, which is on the right when the window runs from there */
static void
draw_text (WayTaskCell *self, GtkSnapshot *snapshot, const char *text, WayTextStyle style,
           double x, double room, double align)
{
  const WayPalette *palette = way_palette_get (way_style_get_palette (way_style_get_default ()));
  const WayColor *color = &palette->colors[style.role];
  const WayShapedText *shaped;
  double height;

  if (text == NULL || *text == '\0' || room < 1)
    return;
  shaped = way_text_cache_get (self->texts, text, &style, room);
  x += align * MAX (room - shaped->width, 0);
  if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    x = gtk_widget_get_width (GTK_WIDGET (self)) - x - shaped->width;
  height = gtk_widget_get_height (GTK_WIDGET (self));
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot,
                          &GRAPHENE_POINT_INIT ((float)round (x - shaped->left),
                                                (float)floor ((height - shaped->height) / 2)));
  gtk_snapshot_append_layout (snapshot, shaped->layout,
                              &(GdkRGBA){ (float)color->red, (float)color->green,
                                          (float)color->blue, (float)color->alpha });
  gtk_snapshot_restore (snapshot);
}

static void
way_task_cell_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  WayTaskCell *self = WAY_TASK_CELL (widget);
  Places places = find_places (self);
  gboolean to_end = way_task_column_get (self->column)->to_end;

  draw_text (self, snapshot, self->arrow, words_style (self), places.arrow,
             places.words - places.arrow, 0.5);
  if (self->editor == NULL)
    {
      draw_text (self, snapshot, self->words, words_style (self), places.words, places.words_room,
                 to_end ? 1 : 0);
      draw_text (self, snapshot, self->tag, tag_style, places.tag, places.tag_room, 0);
    }
  GTK_WIDGET_CLASS (way_task_cell_parent_class)->snapshot (widget, snapshot);
}

static void
place (WayTaskCell *self, GtkWidget *child, int x, int width, int height)
{
  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
  if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    x = gtk_widget_get_width (GTK_WIDGET (self)) - x - width;
  gtk_widget_size_allocate (child, &(GtkAllocation){ x, 0, MAX (width, 0), height }, -1);
}

static void
way_task_cell_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  WayTaskCell *self = WAY_TASK_CELL (widget);
  int x = 2, pin = 0;

  if (self->pin != NULL)
    {
      gtk_widget_measure (self->pin, GTK_ORIENTATION_HORIZONTAL, -1, &pin, NULL, NULL, NULL);
      place (self, self->pin, x, pin, height);
    }
  if (self->editor == NULL)
    return;
  if (self->column == WAY_TASK_COLUMN_TITLE && self->task != NULL)
    x = MIN ((int)find_places (self).words - 5, width - 60);
  place (self, self->editor, x, width - x - 2, height - 1);
}

static void
way_task_cell_measure (GtkWidget *widget,
                       GtkOrientation orientation,
                       int for_size,
                       int *minimum,
                       int *natural,
                       int *minimum_baseline,
                       int *natural_baseline)
{
  WayTaskCell *self = WAY_TASK_CELL (widget);

  *minimum = *natural = orientation == GTK_ORIENTATION_VERTICAL ? self->height : 0;
}

static void
way_task_cell_dispose (GObject *object)
{
  WayTaskCell *self = WAY_TASK_CELL (object);

  way_task_cell_unbind (self);
  g_clear_pointer (&self->pin, gtk_widget_unparent);
  g_clear_pointer (&self->words, g_free);
  g_clear_pointer (&self->tag, g_free);
  G_OBJECT_CLASS (way_task_cell_parent_class)->dispose (object);
}

static void
way_task_cell_class_init (WayTaskCellClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = way_task_cell_dispose;
  widget_class->measure = way_task_cell_measure;
  widget_class->size_allocate = way_task_cell_size_allocate;
  widget_class->snapshot = way_task_cell_snapshot;
  gtk_widget_class_set_css_name (widget_class, "taskcell");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LABEL);
}

static void
way_task_cell_init (WayTaskCell *self)
{
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  g_signal_connect (self, "query-tooltip", G_CALLBACK (query_tooltip_cb), NULL);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

/**
 * way_task_cell_new:
 *
 * Returns: (transfer full) (type WayTaskCell)
 */
GtkWidget *
way_task_cell_new (WayTaskColumnId column, GtkListItem *item)
{
  WayTaskCell *self = g_object_new (WAY_TYPE_TASK_CELL, NULL);

  self->column = column;
  self->item = item;
  gtk_widget_add_css_class (GTK_WIDGET (self), way_task_column_get (column)->key);
  return GTK_WIDGET (self);
}

/* @row: of all rows, not of the page */
void
way_task_cell_bind (WayTaskCell *self, WayTaskRows *rows, guint row)
{
  WayTask *task = way_task_rows_get (rows, row);

  self->row = row;
  if (task == self->task || task == NULL)
    return;
  way_task_cell_unbind (self);
  self->rows = g_object_ref (rows);
  self->task = g_object_ref (task);
  way_task_cell_update (self);
}

void
way_task_cell_unbind (WayTaskCell *self)
{
  way_task_cell_end_edit (self);
  g_clear_object (&self->rows);
  g_clear_object (&self->task);
}

/**
 * way_task_cell_set_font:
 * @texts: (transfer none): shapes the words; lives until it is replaced
 * @height: of each row, in pixels
 */
void
way_task_cell_set_font (WayTaskCell *self, WayTextCache *texts, int height)
{
  self->texts = texts;
  gtk_widget_queue_draw (GTK_WIDGET (self));
  if (self->height == height)
    return;
  self->height = height;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

WayTaskColumnId
way_task_cell_get_column (WayTaskCell *self)
{
  return self->column;
}

/**
 * way_task_cell_get_task:
 *
 * Returns: (transfer none) (nullable): the task whose row this is; NULL while it is not in use
 */
WayTask *
way_task_cell_get_task (WayTaskCell *self)
{
  return self->task;
}

/* Where the cell stands on the page. */
guint
way_task_cell_get_position (WayTaskCell *self)
{
  return gtk_list_item_get_position (self->item);
}

/* Where its task stands among all rows. */
guint
way_task_cell_get_row (WayTaskCell *self)
{
  return self->row;
}

/* @x: from the cell's left edge */
gboolean
way_task_cell_is_on_arrow (WayTaskCell *self, double x)
{
  int offset;

  if (self->task == NULL || self->column != WAY_TASK_COLUMN_TITLE || !self->task->summary)
    return FALSE;
  if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    x = gtk_widget_get_width (GTK_WIDGET (self)) - x;
  offset = title_offset (self);
  return x >= offset - 4 && x < offset + way_task_cell_get_arrow_room (self);
}

/**
 * way_task_cell_edit:
 * @text: (nullable): what it begins with; NULL = the value, selected
 */
void
way_task_cell_edit (WayTaskCell *self,
                    const char *text,
                    WayCellCommitFunc commit,
                    WayCellDoneFunc done,
                    gpointer data)
{
  const WayTaskColumn *column = way_task_column_get (self->column);
  g_autofree char *value = NULL;

  g_return_if_fail (self->task != NULL);
  way_task_cell_end_edit (self);
  value = way_task_column_edit_text (self->column, way_task_rows_get_document (self->rows),
                                     self->task);
  self->editor
      = way_cell_editor_new (_ (column->title), column->to_end ? 1.0 : 0.0, commit, done, data);
  gtk_widget_set_parent (self->editor, GTK_WIDGET (self));
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  way_cell_editor_begin (WAY_CELL_EDITOR (self->editor), text != NULL ? text : value, text == NULL);
}

/**
 * way_task_cell_is_untouched:
 *
 * Returns: whether its editor has the value of the cell: nothing typed that an undo could take back
 */
gboolean
way_task_cell_is_untouched (WayTaskCell *self)
{
  g_autofree char *value = way_task_column_edit_text (
      self->column, way_task_rows_get_document (self->rows), self->task);

  return g_strcmp0 (value, way_cell_editor_get_text (WAY_CELL_EDITOR (self->editor))) == 0;
}

/**
 * way_task_cell_get_editor:
 *
 * Returns: (transfer none) (nullable)
 */
WayCellEditor *
way_task_cell_get_editor (WayTaskCell *self)
{
  return self->editor != NULL ? WAY_CELL_EDITOR (self->editor) : NULL;
}

/* Takes the editor away, whatever stands in it. The row has the focus first: a focused widget
 * that goes would leave the row looking focused for ever (seen in 4.8). */
void
way_task_cell_end_edit (WayTaskCell *self)
{
  GtkWidget *row = gtk_widget_get_parent (GTK_WIDGET (self));
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (self->editor == NULL)
    return;
  /* Not where a menu that has just opened has it: that would be left without. */
  if (row != NULL && gtk_widget_get_parent (row) != NULL && focus != NULL
      && gtk_widget_is_ancestor (focus, self->editor))
    gtk_widget_grab_focus (gtk_widget_get_parent (row));
  g_clear_pointer (&self->editor, gtk_widget_unparent);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
