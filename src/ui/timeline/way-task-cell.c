/* way-task-cell.c: WayTaskCell, one cell of the task tree.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-i18n.h"

#include "ui/timeline/way-task-cell.h"

#include "ui/widgets/way-cell-text.h"

#define PADDING 8
#define ARROW 16
#define LEAST_TITLE 40 /* and of what a row is a part of */

struct _WayTaskCell
{
  GtkWidget parent_instance;

  WayTaskColumnId column;
  GtkListItem *item; /* (unowned): the cell's place on the page; it owns the cell */
  guint row;         /* where @task stands among all rows */
  WayTaskRows *rows; /* (nullable): while bound */
  WayTask *task;     /* (nullable): while bound */
  GtkWidget *text;   /* GtkInscription of @words */
  char *words;       /* (nullable) */
  GtkWidget *arrow;  /* (nullable): of a summary's title; the pin in the number's column */
  GtkWidget *tag;    /* (nullable): human id of the milestone on this row; among groups, in the
                      * room that the title leaves, what the row is a part of */
  gboolean tag_gives_way;
  GtkWidget *editor; /* (nullable): WayCellEditor while typed in */
  int height;
};

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

/* Text, not an image: 200 icons looked up anew would be most of the time that folding takes. */
static void
set_arrow (WayTaskCell *self, const char *arrow)
{
  if (self->arrow == NULL)
    {
      if (arrow == NULL)
        return;
      self->arrow = gtk_inscription_new (NULL);
      gtk_inscription_set_xalign (GTK_INSCRIPTION (self->arrow), 0.5);
      gtk_inscription_set_yalign (GTK_INSCRIPTION (self->arrow), 0.5);
      gtk_widget_set_parent (self->arrow, GTK_WIDGET (self));
    }
  if (arrow != NULL
      && g_strcmp0 (arrow, gtk_inscription_get_text (GTK_INSCRIPTION (self->arrow))) != 0)
    gtk_inscription_set_text (GTK_INSCRIPTION (self->arrow), arrow);
  gtk_widget_set_visible (self->arrow, arrow != NULL);
}

static void
set_pin (WayTaskCell *self, gboolean pinned)
{
  if (self->arrow == NULL)
    {
      if (!pinned)
        return;
      self->arrow = gtk_image_new_from_icon_name ("waymark-pin-symbolic");
      gtk_widget_set_parent (self->arrow, GTK_WIDGET (self));
    }
  gtk_widget_set_visible (self->arrow, pinned);
}

static void
set_tag (WayTaskCell *self, const char *tag, gboolean gives_way)
{
  self->tag_gives_way = gives_way;
  if (tag == NULL)
    {
      if (self->tag != NULL)
        gtk_widget_set_visible (self->tag, FALSE);
      return;
    }
  if (self->tag == NULL)
    {
      self->tag = gtk_label_new (NULL);
      gtk_widget_add_css_class (self->tag, "tag");
      gtk_widget_set_parent (self->tag, GTK_WIDGET (self));
    }
  gtk_label_set_label (GTK_LABEL (self->tag), tag);
  gtk_label_set_ellipsize (GTK_LABEL (self->tag),
                           gives_way ? PANGO_ELLIPSIZE_END : PANGO_ELLIPSIZE_NONE);
  gtk_widget_set_visible (self->tag, TRUE);
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
  const char *arrow = NULL;

  if (self->task->summary && way_task_rows_is_expanded (self->rows, self->task))
    arrow = "▾";
  else if (self->task->summary)
    arrow = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL ? "◂" : "▸";
  set_arrow (self, arrow);
  milestones = plan == NULL
                   ? NULL
                   : way_plan_get_referrers (plan, WAY_RECORD (self->task)->id,
                                             way_record_type_field (&way_milestone_type, "task"));
  if (milestones != NULL && milestones->len > 0)
    {
      g_autofree char *id = way_record_dup_human_id (g_ptr_array_index (milestones, 0));

      set_tag (self, id, FALSE);
    }
  else
    set_tag (self, parent != NULL ? WAY_RECORD (parent)->title : NULL, TRUE);
}

static void
set_class (WayTaskCell *self, const char *css_class, gboolean on)
{
  if (on)
    gtk_widget_add_css_class (GTK_WIDGET (self), css_class);
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), css_class);
}

/* What is cut can be read in whole, and of a row in a group what it is a part of. */
static gboolean
query_tooltip_cb (GtkWidget *text, int x, int y, gboolean keyboard, GtkTooltip *tooltip,
                  WayTaskCell *self)
{
  WayTask *parent = NULL;
  g_autofree char *both = NULL;

  if (self->task != NULL && self->column == WAY_TASK_COLUMN_TITLE)
    parent = parent_out_of_sight (self);
  if (parent == NULL && !way_cell_text_is_cut (text, self->words))
    return FALSE;
  if (parent != NULL)
    both = g_strdup_printf ("%s\n%s", self->words, WAY_RECORD (parent)->title);
  gtk_tooltip_set_text (tooltip, both != NULL ? both : self->words);
  return TRUE;
}

static void
set_text (WayTaskCell *self, const char *text)
{
  g_free (self->words);
  self->words = g_strdup (text);
  way_cell_text_show (self->text, self->words, gtk_widget_get_width (self->text));
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
  set_text (self, text);
  if (self->column == WAY_TASK_COLUMN_TITLE)
    update_title (self);
  else if (self->column == WAY_TASK_COLUMN_NUMBER)
    set_pin (self, self->task->constraint_type != WAY_CONSTRAINT_ASAP);
  set_class (self, "summary", self->task->summary);
  set_class (self, "beside", !way_task_rows_is_match (self->rows, self->task));
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
place (WayTaskCell *self, GtkWidget *child, int x, int width, int cell_width, int height)
{
  if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    x = cell_width - x - width;
  gtk_widget_size_allocate (child, &(GtkAllocation){ x, 0, MAX (width, 0), height }, -1);
}

/* One line, in the middle: with more room than that it would begin a second one. */
static void
place_text (WayTaskCell *self, int x, int width, int cell_width, int height)
{
  int line;

  gtk_widget_measure (self->text, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
  gtk_widget_measure (self->text, GTK_ORIENTATION_VERTICAL, -1, NULL, &line, NULL, NULL);
  way_cell_text_show (self->text, self->words, width);
  if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    x = cell_width - x - width;
  gtk_widget_size_allocate (self->text,
                            &(GtkAllocation){ x, (height - line) / 2, MAX (width, 0), line }, -1);
}

static void
way_task_cell_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  WayTaskCell *self = WAY_TASK_CELL (widget);
  int x = PADDING, end = width - PADDING;

  if (self->column == WAY_TASK_COLUMN_TITLE && self->task != NULL)
    x = title_offset (self);
  if (self->arrow != NULL && gtk_widget_get_visible (self->arrow))
    {
      int arrow_x = self->column == WAY_TASK_COLUMN_TITLE ? x : 2;

      gtk_widget_measure (self->arrow, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
      place (self, self->arrow, arrow_x, ARROW, width, height);
    }
  if (self->column == WAY_TASK_COLUMN_TITLE)
    x += ARROW;
  if (self->tag != NULL && gtk_widget_get_visible (self->tag))
    {
      int tag_width, room = end - x - LEAST_TITLE;

      gtk_widget_measure (self->tag, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &tag_width, NULL, NULL);
      if (self->tag_gives_way)
        {
          room = end - x - way_cell_text_measure (self->text, self->words) - PADDING;
          tag_width = room >= LEAST_TITLE ? MIN (tag_width, room) : tag_width;
        }
      if (tag_width <= room)
        {
          place (self, self->tag, end - tag_width, tag_width, width, height);
          end -= tag_width + PADDING;
          gtk_widget_set_child_visible (self->tag, TRUE);
        }
      else
        gtk_widget_set_child_visible (self->tag, FALSE);
    }
  gtk_widget_set_child_visible (self->text, self->editor == NULL && end > x);
  if (self->editor == NULL && end > x)
    place_text (self, x, end - x, width, height);
  if (self->editor != NULL)
    {
      int editor_x = self->column == WAY_TASK_COLUMN_TITLE ? MIN (x - 5, width - 60) : 2;

      place (self, self->editor, editor_x, width - editor_x - 2, width, height - 1);
    }
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
  g_clear_pointer (&self->arrow, gtk_widget_unparent);
  g_clear_pointer (&self->tag, gtk_widget_unparent);
  g_clear_pointer (&self->text, gtk_widget_unparent);
  g_clear_pointer (&self->words, g_free);
  G_OBJECT_CLASS (way_task_cell_parent_class)->dispose (object);
}

static void
way_task_cell_class_init (WayTaskCellClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = way_task_cell_dispose;
  widget_class->measure = way_task_cell_measure;
  widget_class->size_allocate = way_task_cell_size_allocate;
  gtk_widget_class_set_css_name (widget_class, "taskcell");
}

static void
way_task_cell_init (WayTaskCell *self)
{
  self->text = gtk_inscription_new (NULL);
  gtk_inscription_set_text_overflow (GTK_INSCRIPTION (self->text),
                                     GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);
  gtk_inscription_set_yalign (GTK_INSCRIPTION (self->text), 0.5);
  gtk_widget_set_has_tooltip (self->text, TRUE);
  g_signal_connect (self->text, "query-tooltip", G_CALLBACK (query_tooltip_cb), self);
  gtk_widget_set_parent (self->text, GTK_WIDGET (self));
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
  gboolean to_end = way_task_column_get (column)->to_end;
  const char *css_class = way_task_column_get (column)->key;

  self->column = column;
  self->item = item;
  gtk_inscription_set_xalign (GTK_INSCRIPTION (self->text), to_end ? 1.0 : 0.0);
  gtk_widget_add_css_class (GTK_WIDGET (self), css_class);
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

void
way_task_cell_set_height (WayTaskCell *self, int height)
{
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
  return x >= offset - 4 && x < offset + ARROW;
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

  /* Not where a menu that has just opened has it: that would be left without. */
  if (self->editor != NULL && row != NULL && gtk_widget_get_parent (row) != NULL && focus != NULL
      && gtk_widget_is_ancestor (focus, self->editor))
    gtk_widget_grab_focus (gtk_widget_get_parent (row));
  g_clear_pointer (&self->editor, gtk_widget_unparent);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}
