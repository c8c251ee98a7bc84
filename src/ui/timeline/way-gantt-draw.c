/* way-gantt-draw.c: the chart's picture: what the layout found, the hand's line, the time header.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Only the visible rectangle is painted: a widget as large as the plan would abort
 * under GTK's GL renderer, and cost memory and time by the plan, not by the view. */

#include "model/way-i18n.h"

#include "chart/way-time-header.h"
#include "ui/timeline/way-gantt-messages.h"
#include "ui/timeline/way-gantt-view-private.h"

#define INFO_PADDING 10
#define INFO_WIDTH 380.0

void
way_gantt_view_update_layout (WayGanttView *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  way_gantt_view_ensure_fresh (self);
  self->options.rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  way_gantt_layout_update (self->layout, &self->scale, &self->options,
                           gtk_widget_get_width (widget), way_gantt_view_body_height (self),
                           way_gantt_view_scroll_y (self));
}

static void
append_link_line (WayGanttView *self, WayPoint from, WayPoint to, gboolean refused)
{
  WayPoint line[2] = { from, to };

  way_scene_path (self->scene, line, 2, FALSE, WAY_ROLE_NONE,
                  refused ? WAY_ROLE_BAD : WAY_ROLE_ACCENT, 2,
                  refused ? WAY_DASH_DASHED : WAY_DASH_SOLID, TRUE);
}

/* Returns: FALSE when the bar is not in view */
static gboolean
find_end (WayGanttView *self, WayTask *task, gboolean finish, WayPoint *point)
{
  const WayGanttBar *bar = way_gantt_layout_find_bar (self->layout, task);
  double width = gtk_widget_get_width (GTK_WIDGET (self));
  double x;

  if (bar == NULL)
    return FALSE;
  x = finish ? bar->x1 : bar->x0;
  *point = (WayPoint){ self->options.rtl ? width - x : x, bar->y + bar->height / 2 };
  return TRUE;
}

static void
append_dragged_link (WayGanttView *self, gboolean refused)
{
  WayPoint from, to = { self->pointer_x, self->pointer_y - self->header_height };

  if (find_end (self, way_gantt_drag_get_task (self->drag),
                way_gantt_drag_from_finish (self->drag), &from))
    append_link_line (self, from, to, refused);
}

/* The link that keys make. */
static void
append_previewed_link (WayGanttView *self)
{
  WayPoint from, to;

  if (find_end (self, self->link_from, self->link_from_finish, &from)
      && find_end (self, self->link_to, self->link_to_finish, &to))
    append_link_line (self, from, to, self->link_refused);
}

/* The new task, in the row that was pressed; the line says below which row it will stand. */
static void
append_drawn (WayGanttView *self, gboolean refused)
{
  WayRole role = refused ? WAY_ROLE_BAD : WAY_ROLE_ACCENT;
  double width = gtk_widget_get_width (GTK_WIDGET (self));
  double row_height = self->options.row_height;
  guint n_rows = way_task_rows_get_n (self->rows);
  double row = self->press.row >= 0 ? self->press.row : (double)n_rows;
  double top = row * row_height - way_gantt_view_scroll_y (self);
  WayMoment from, to;
  double x0, x1;

  if (!way_gantt_drag_get_drawn (self->drag, &from, &to))
    return;
  x0 = way_time_scale_x (&self->scale, from);
  x1 = way_time_scale_x (&self->scale, to);
  if (self->options.rtl)
    {
      double left = width - x1;

      x1 = width - x0;
      x0 = left;
    }
  x0 = CLAMP (x0, -10, width + 10);
  x1 = CLAMP (x1, -10, width + 10);
  if (self->press.row >= 0)
    way_scene_line (self->scene, 0, top + row_height, width, top + row_height, 2, role,
                    WAY_DASH_SOLID);
  way_scene_rect (self->scene, x0, top + row_height * 0.25, MAX (x1 - x0, 3), row_height * 0.5, 4,
                  refused ? WAY_ROLE_NONE : WAY_ROLE_BAR, role);
}

/* Breaks @info at spaces into lines of at most INFO_WIDTH. */
static void
wrap_info (WayGanttView *self, const WayDragLine *info, WayTextStyle style, GPtrArray *lines)
{
  g_auto (GStrv) words = g_strsplit (info->text, " ", -1);
  g_autoptr (GString) line = g_string_new (NULL);

  for (guint i = 0; words[i] != NULL; i++)
    {
      gsize length = line->len;

      g_string_append_printf (line, "%s%s", length > 0 ? " " : "", words[i]);
      if (length == 0 || way_measure_text (&self->options.measure, line->str, style) <= INFO_WIDTH)
        continue;
      g_string_truncate (line, length);
      way_drag_lines_add (lines, g_strdup (line->str), info->bad);
      g_string_assign (line, words[i]);
    }
  way_drag_lines_add (lines, g_strdup (line->str), info->bad);
}

/* Whether others move with it, or would: then there is a choice. */
static gboolean
has_followers (WayGanttView *self)
{
  WayDragKind kind = way_gantt_drag_get_kind (self->drag);

  return (kind == WAY_DRAG_MOVE || kind == WAY_DRAG_START || kind == WAY_DRAG_FINISH)
         && way_gantt_drag_count_followers (self->drag) > 0;
}

static GPtrArray *
collect_info (WayGanttView *self, WayTextStyle style, double *widest)
{
  gboolean refused;
  GPtrArray *info = way_gantt_drag_get_lines (self->drag, &refused);
  GPtrArray *lines = way_drag_lines_new ();

  for (guint i = 0; i < info->len; i++)
    wrap_info (self, g_ptr_array_index (info, i), style, lines);
  if (!refused && (self->modifiers & GDK_ALT_MASK) == 0 && has_followers (self))
    way_drag_lines_add (lines, g_strdup (_ ("Alt: what follows stays")), FALSE);
  *widest = 0;
  for (guint i = 0; i < lines->len; i++)
    {
      const WayDragLine *line = g_ptr_array_index (lines, i);

      *widest = MAX (*widest, way_measure_text (&self->options.measure, line->text, style));
    }
  return lines;
}

/* What the drop would change, beside the pointer. */
static void
append_info (WayGanttView *self)
{
  WayTextStyle style = { .size = WAY_TEXT_SMALL,
                         .weight = WAY_WEIGHT_NORMAL,
                         .align = WAY_ALIGN_START,
                         .role = WAY_ROLE_TEXT };
  double view_width = gtk_widget_get_width (GTK_WIDGET (self));
  double view_height = way_gantt_view_body_height (self);
  double line_height = self->options.row_height * 0.6;
  double width, height, x, y;
  g_autoptr (GPtrArray) lines = collect_info (self, style, &width);
  gboolean refused;

  way_gantt_drag_get_lines (self->drag, &refused);
  if (way_gantt_drag_get_kind (self->drag) == WAY_DRAG_LINK)
    append_dragged_link (self, refused);
  append_drawn (self, refused);
  if (lines->len == 0)
    return;
  width += 2 * INFO_PADDING;
  height = lines->len * line_height + INFO_PADDING;
  x = self->pointer_x + 16;
  if (x + width > view_width - 4)
    x = MAX (4, self->pointer_x - width - 12);
  y = self->pointer_y - self->header_height + 22;
  if (y + height > view_height - 4)
    y -= height + 40;
  way_scene_rect (self->scene, x, y, width, height, 6, WAY_ROLE_HEADER,
                  refused ? WAY_ROLE_BAD : WAY_ROLE_LINE);
  for (guint i = 0; i < lines->len; i++)
    {
      const WayDragLine *line = g_ptr_array_index (lines, i);

      style.role = line->bad ? WAY_ROLE_BAD_TEXT : WAY_ROLE_TEXT;
      way_scene_text (self->scene, x + INFO_PADDING,
                      y + INFO_PADDING / 2.0 + (i + 0.5) * line_height, width, line->text, style);
    }
}

static void
paint (WayGanttView *self, GtkSnapshot *snapshot, double width, double height)
{
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot,
                                           &GRAPHENE_RECT_INIT (0, 0, (float)width, (float)height));

  way_painter_paint (self->painter, self->scene, self->palette, cr);
  cairo_destroy (cr);
}

static void
draw_background (WayGanttView *self, GtkSnapshot *snapshot, double width, double height)
{
  const WayColor *color = &self->palette->colors[WAY_ROLE_BACKGROUND];
  GdkRGBA rgba
      = { (float)color->red, (float)color->green, (float)color->blue, (float)color->alpha };

  gtk_snapshot_append_color (snapshot, &rgba,
                             &GRAPHENE_RECT_INIT (0, 0, (float)width, (float)height));
}

static void
draw_header (WayGanttView *self, GtkSnapshot *snapshot, double width)
{
  WayTimeHeaderOptions options = {
    .width = width,
    .height = self->header_height,
    .today = self->options.today,
    .week_numbers = self->options.week_numbers,
    .rtl = self->options.rtl,
    .measure = self->options.measure,
  };

  way_scene_clear (self->scene);
  way_time_header_layout (&self->scale, &options, self->scene);
  paint (self, snapshot, width, self->header_height);
}

void
way_gantt_view_draw (WayGanttView *self, GtkSnapshot *snapshot)
{
  double width = gtk_widget_get_width (GTK_WIDGET (self));
  double height = way_gantt_view_body_height (self);

  if (self->document == NULL || width < 1)
    return;
  draw_background (self, snapshot, width, height + self->header_height);
  way_gantt_view_update_layout (self);
  if (height >= 1)
    {
      way_scene_clear (self->scene);
      way_gantt_layout_append (self->layout, self->scene);
      if (self->drag != NULL)
        append_info (self);
      else if (self->link_from != NULL)
        append_previewed_link (self);
      gtk_snapshot_save (snapshot);
      gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (0, (float)self->header_height));
      gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float)width, (float)height));
      paint (self, snapshot, width, height);
      gtk_snapshot_pop (snapshot);
      gtk_snapshot_restore (snapshot);
    }
  draw_header (self, snapshot, width);
}
