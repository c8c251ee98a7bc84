/* way-gantt-time.c: the time that the chart shows: scrolling, zoom, fit.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The horizontal adjustment counts pixels from range_from at the present zoom. The
 * range is the plan with room on both sides, and grows when somebody zooms out or
 * drags beyond it, so that one can always go on. Time may run to the left (RTL):
 * then the adjustment counts from the other end. */

#include "model/way-i18n.h"

#include "model/way-i18n.h"

#include "ui/timeline/way-gantt-view-private.h"

#include <math.h>

#define FIT_MARGIN 48
#define FIT_LABEL 72 /* more at the end: the date beside a last milestone */
#define FIT_FINEST 30.0      /* minutes per pixel */
#define FIRST_COARSEST 720.0 /* minutes per pixel: a month is 60 pixels wide */

static gboolean
is_rtl (WayGanttView *self)
{
  return gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
}

static double
width_of (WayGanttView *self)
{
  return MAX (gtk_widget_get_width (GTK_WIDGET (self)), 1);
}

WayMoment
way_gantt_view_moment_at (WayGanttView *self, double x)
{
  if (is_rtl (self))
    x = width_of (self) - x;
  return (WayMoment)floor (way_time_scale_moment (&self->scale, x));
}

static gboolean
tell_zoom_label (gpointer data)
{
  WayGanttView *self = data;

  self->zoom_label_idle = 0;
  g_object_notify (G_OBJECT (self), "zoom-label");
  return G_SOURCE_REMOVE;
}

/* Told from the main loop: it changes while the widget gets its size, when no label may. */
static void
update_zoom_label (WayGanttView *self)
{
  const char *label = _ (way_zoom_get_level (way_time_scale_level (&self->scale))->label);

  if (g_strcmp0 (label, self->zoom_label) == 0)
    return;
  g_free (self->zoom_label);
  self->zoom_label = g_strdup (label);
  if (self->zoom_label_idle == 0)
    self->zoom_label_idle = g_idle_add (tell_zoom_label, self);
}

/* Makes the adjustment say where the scale stands; the range grows to hold it. */
void
way_gantt_view_configure_time (WayGanttView *self)
{
  double width = width_of (self);
  double mpp = self->scale.minutes_per_pixel;
  double upper, value;

  if (self->hadjustment == NULL)
    return;
  self->range_from = MIN (self->range_from, (WayMoment)floor (self->scale.origin));
  self->range_to = MAX (self->range_to, (WayMoment)ceil (self->scale.origin + width * mpp));
  upper = (double)(self->range_to - self->range_from) / mpp;
  value = (self->scale.origin - (double)self->range_from) / mpp;
  if (is_rtl (self))
    value = upper - width - value;
  self->configuring = TRUE;
  gtk_adjustment_configure (self->hadjustment, value, 0, MAX (upper, width), 60, width * 0.9,
                            width);
  self->configuring = FALSE;
  update_zoom_label (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
way_gantt_view_hvalue_changed_cb (GtkAdjustment *adjustment, WayGanttView *self)
{
  double value = gtk_adjustment_get_value (adjustment);

  if (self->configuring)
    return;
  self->fitted = FALSE;
  if (is_rtl (self))
    value
        = gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_page_size (adjustment) - value;
  self->scale.origin = (double)self->range_from + value * self->scale.minutes_per_pixel;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* What the scroll bar stands for: the plan and today, with half a view on both sides. */
void
way_gantt_view_reset_range (WayGanttView *self)
{
  double room = width_of (self) * self->scale.minutes_per_pixel / 2;
  WayMoment from = self->plan_from, to = self->plan_to;

  if (from == WAY_NEVER)
    {
      from = way_moment_today ();
      to = from + 28 * WAY_DAY;
    }
  self->range_from = MAX (from - (WayMoment)room, WAY_MOMENT_MIN);
  self->range_to = MIN (to + (WayMoment)room, WAY_MOMENT_MAX);
  way_gantt_view_configure_time (self);
}

void
way_gantt_view_read_plan_range (WayGanttView *self)
{
  GPtrArray *top = way_plan_get_children (way_document_get_plan (self->document), NULL);

  self->plan_from = self->plan_to = WAY_NEVER;
  for (guint i = 0; top != NULL && i < top->len; i++)
    {
      WayTask *task = g_ptr_array_index (top, i);

      if (task->start == WAY_NEVER || task->finish == WAY_NEVER)
        continue;
      if (self->plan_from == WAY_NEVER || task->start < self->plan_from)
        self->plan_from = task->start;
      self->plan_to = MAX (self->plan_to, task->finish);
    }
}

void
way_gantt_view_scroll_time (WayGanttView *self, double pixels)
{
  self->fitted = FALSE;
  self->scale.origin += (is_rtl (self) ? -pixels : pixels) * self->scale.minutes_per_pixel;
  self->scale.origin
      = CLAMP (self->scale.origin, (double)WAY_MOMENT_MIN,
               (double)WAY_MOMENT_MAX - width_of (self) * self->scale.minutes_per_pixel);
  way_gantt_view_configure_time (self);
}

/* The moment under @x stays there. */
void
way_gantt_view_zoom_at (WayGanttView *self, double minutes_per_pixel, double x)
{
  self->fitted = FALSE;
  way_time_scale_zoom (&self->scale, minutes_per_pixel, is_rtl (self) ? width_of (self) - x : x);
  way_gantt_view_reset_range (self);
}

gint64
way_gantt_view_snap_of (WayGanttView *self, GdkModifierType state)
{
  guint level = way_time_scale_level (&self->scale);
  gint64 snap = way_zoom_get_level (level)->snap;

  if (state & GDK_CONTROL_MASK) /* to the pixel, but not to odd minutes where one cannot see them */
    return self->scale.minutes_per_pixel > 5 ? 15 : 1;
  while ((state & GDK_SHIFT_MASK) && level > 0
         && way_zoom_get_level (level)->snap >= MIN (snap, WAY_DAY))
    level--;
  return MIN (way_zoom_get_level (level)->snap, WAY_DAY);
}

void
way_gantt_view_fit (WayGanttView *self)
{
  if (self->plan_from == WAY_NEVER)
    {
      self->scale.minutes_per_pixel = 60;
      self->scale.origin = (double)way_moment_today () - 2 * WAY_DAY;
    }
  else
    {
      self->scale
          = way_time_scale_fit (self->plan_from, self->plan_to, width_of (self) - FIT_LABEL,
                                FIT_MARGIN);
      if (self->scale.minutes_per_pixel
          < FIT_FINEST) /* a first task of a day: show days, not hours */
        {
          self->scale.minutes_per_pixel = FIT_FINEST;
          self->scale.origin = (double)self->plan_from - FIT_MARGIN * FIT_FINEST;
        }
    }
  self->fitted = TRUE;
  way_gantt_view_reset_range (self);
}

/**
 * way_gantt_view_fit_tasks:
 *
 * Shows the bars of @tasks as large as they can be.
 */
void
way_gantt_view_fit_tasks (WayGanttView *self, WayTask **tasks, guint n_tasks)
{
  WayMoment from = WAY_NEVER, to = WAY_NEVER;

  for (guint i = 0; i < n_tasks; i++)
    {
      if (tasks[i]->start == WAY_NEVER || tasks[i]->finish == WAY_NEVER)
        continue;
      from = from == WAY_NEVER ? tasks[i]->start : MIN (from, tasks[i]->start);
      to = to == WAY_NEVER ? tasks[i]->finish : MAX (to, tasks[i]->finish);
    }
  if (from == WAY_NEVER)
    return;
  self->fitted = FALSE;
  self->scale = way_time_scale_fit (from, to, width_of (self) - FIT_LABEL, FIT_MARGIN);
  if (self->scale.minutes_per_pixel < FIT_FINEST)
    way_time_scale_zoom (&self->scale, FIT_FINEST, width_of (self) / 2);
  way_gantt_view_reset_range (self);
}

static void
show_moment (WayGanttView *self, WayMoment moment, double share)
{
  self->fitted = FALSE;
  self->scale.origin = (double)moment - width_of (self) * share * self->scale.minutes_per_pixel;
  way_gantt_view_configure_time (self);
}

/* The whole plan, where it can be read so; else its beginning, where the first rows are. */
void
way_gantt_view_show_first (WayGanttView *self)
{
  way_gantt_view_fit (self);
  if (self->scale.minutes_per_pixel <= FIRST_COARSEST)
    return;
  self->scale.minutes_per_pixel = FIRST_COARSEST;
  show_moment (self, self->plan_from, 0.05);
  way_gantt_view_reset_range (self);
}

/* Where what is seen of the bar has its middle; where nothing is, the middle of the chart. */
static double
middle_of (WayGanttView *self, WayTask *task)
{
  const WayGanttBar *bar = task != NULL ? way_gantt_layout_find_bar (self->layout, task) : NULL;
  double width = width_of (self), middle = width / 2;

  if (bar != NULL && bar->has_dates && bar->x1 >= 0 && bar->x0 <= width)
    middle = (MAX (bar->x0, 0) + MIN (bar->x1, width)) / 2;
  return is_rtl (self) ? width - middle : middle;
}

/* Around the pointer when it is over the chart, else around the bar of @task (nullable) as far as
 * it is seen. Never the other way: a pinch goes beyond the first and the last level. */
void
way_gantt_view_zoom (WayGanttView *self, gboolean finer, WayTask *task)
{
  guint level = way_time_scale_step (&self->scale, finer);
  double wanted = way_zoom_get_level (level)->minutes_per_pixel;
  double now = self->scale.minutes_per_pixel;

  way_gantt_view_zoom_at (self, finer ? MIN (wanted, now) : MAX (wanted, now),
                          self->pointer_x >= 0 ? self->pointer_x : middle_of (self, task));
}

gboolean
way_gantt_view_get_time (WayGanttView *self, double *minutes_per_pixel, double *origin)
{
  *minutes_per_pixel = self->scale.minutes_per_pixel;
  *origin = self->scale.origin;
  return !self->first && !self->fitted;
}

/* Takes the place of the first look. What is out of bounds is brought into them. */
void
way_gantt_view_set_time (WayGanttView *self, double minutes_per_pixel, double origin)
{
  self->first = self->fitted = FALSE;
  self->scale.origin = CLAMP (origin, (double)WAY_MOMENT_MIN, (double)WAY_MOMENT_MAX);
  way_time_scale_zoom (&self->scale, minutes_per_pixel, 0);
  way_gantt_view_reset_range (self);
}

void
way_gantt_view_go_today (WayGanttView *self)
{
  show_moment (self, way_moment_now (), 0.5);
}

/* Brings the bar of @task into view, if it is not. */
void
way_gantt_view_show_task (WayGanttView *self, WayTask *task)
{
  double x = way_time_scale_x (&self->scale, task->start);

  if (task->start != WAY_NEVER && (x < 0 || x > width_of (self) - 40))
    show_moment (self, task->start, 0.25);
}

/**
 * way_gantt_view_get_minutes_per_pixel:
 *
 * Returns: the zoom
 */
double
way_gantt_view_get_minutes_per_pixel (WayGanttView *self)
{
  return self->scale.minutes_per_pixel;
}

/**
 * way_gantt_view_get_window:
 * @from: (out): moment at the beginning of what is seen, with its fraction of a minute
 * @to: (out): moment at its end
 */
void
way_gantt_view_get_window (WayGanttView *self, double *from, double *to)
{
  *from = self->scale.origin;
  *to = self->scale.origin + width_of (self) * self->scale.minutes_per_pixel;
}

/**
 * way_gantt_view_show_window:
 *
 * Scrolls and zooms so that exactly @from … @to is seen, as far as the zoom levels go.
 */
void
way_gantt_view_show_window (WayGanttView *self, double from, double to)
{
  double wanted = CLAMP (to - from, 1, (double)(WAY_MOMENT_MAX - WAY_MOMENT_MIN)) / width_of (self);
  double latest;

  self->fitted = FALSE;
  way_time_scale_zoom (&self->scale, wanted, 0);
  latest = (double)WAY_MOMENT_MAX - width_of (self) * self->scale.minutes_per_pixel;
  self->scale.origin = CLAMP (from, (double)WAY_MOMENT_MIN, latest);
  way_gantt_view_reset_range (self);
}

/**
 * way_gantt_view_get_plan_range:
 *
 * Returns: %FALSE while nothing in the plan has dates
 */
gboolean
way_gantt_view_get_plan_range (WayGanttView *self, WayMoment *from, WayMoment *to)
{
  *from = self->plan_from;
  *to = self->plan_to;
  return self->plan_from != WAY_NEVER;
}

const char *
way_gantt_view_get_zoom_label (WayGanttView *self)
{
  return self->zoom_label;
}

/* Minutes by which a key press moves a bar at this zoom. */
gint64
way_gantt_view_get_snap (WayGanttView *self)
{
  return way_gantt_view_snap_of (self, 0);
}
