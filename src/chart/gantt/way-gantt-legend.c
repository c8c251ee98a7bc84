/* way-gantt-legend.c: what the colours and shapes of a Gantt chart mean, on screen and on paper.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-i18n.h"

#include "chart/way-gantt-legend.h"

#include "metrics/way-blockers.h"

#define LINE 20.0
#define MARK 22.0     /* width of a mark */
#define MARK_GAP 6.0  /* to its label */
#define KEY_GAP 18.0  /* to the next key */
#define MOST_NAMES 24 /* initiatives or owners: more would fill the screen */

static const WayTextStyle style = { .size = WAY_TEXT_CAPTION, .role = WAY_ROLE_SECONDARY };

typedef struct
{
  WayDocument *document;
  const WayGanttOptions *options;
  WayScene *scene; /* (nullable) */
  double width, x, y;
} Legend;

typedef void (*MarkFunc) (WayScene *scene, double x, double y, guint series);

/* A key: a mark, if there is one, and its word; on the next line when this one is full. */
static void
add (Legend *self, MarkFunc mark, guint series, const char *label)
{
  double takes = (mark != NULL ? MARK + MARK_GAP : 0) + way_measure_text (&self->options->measure, label, style);

  if (self->x > 0 && self->x + takes > self->width)
    {
      self->x = 0;
      self->y += LINE;
    }
  if (self->scene != NULL)
    {
      double text_x = self->x + (mark != NULL ? MARK + MARK_GAP : 0);

      if (mark != NULL)
        mark (self->scene, self->x, self->y + LINE / 2, series);
      way_scene_text (self->scene, text_x, self->y + LINE / 2, 0, label, style);
    }
  self->x += takes + KEY_GAP;
}

static void
mark_task (WayScene *scene, double x, double y, guint series)
{
  way_scene_rect (scene, x, y - 5, MARK, 10, 3, WAY_ROLE_BAR, WAY_ROLE_BAR_EDGE);
}

static void
mark_done (WayScene *scene, double x, double y, guint series)
{
  way_scene_bar (scene, x, y - 5, MARK, 10, 3, MARK * 0.6, WAY_ROLE_BAR, WAY_ROLE_BAR_DONE,
                 WAY_ROLE_BAR_EDGE);
}

static void
mark_critical (WayScene *scene, double x, double y, guint series)
{
  way_scene_rect (scene, x, y - 5, MARK, 10, 3, WAY_ROLE_CRITICAL, WAY_ROLE_NONE);
  way_scene_outline (scene, x, y - 5, MARK, 10, 3, WAY_ROLE_CRITICAL_EDGE, 1.8, WAY_DASH_SOLID);
}

/* With another colour inside, only the edge says it. */
static void
mark_critical_edge (WayScene *scene, double x, double y, guint series)
{
  way_scene_outline (scene, x, y - 5, MARK, 10, 3, WAY_ROLE_CRITICAL_EDGE, 1.8, WAY_DASH_SOLID);
}

static void
mark_finished (WayScene *scene, double x, double y, guint series)
{
  way_scene_rect (scene, x, y - 5, MARK, 10, 3, WAY_ROLE_FINISHED_DONE, WAY_ROLE_NONE);
}

static void
mark_series (WayScene *scene, double x, double y, guint series)
{
  guint color = series % WAY_N_SERIES;
  WayRole edge = (WayRole) (WAY_ROLE_SERIES + color);

  way_scene_rect (scene, x, y - 5, MARK, 10, 3, (WayRole) (WAY_ROLE_SERIES_SOFT + color), edge);
  way_scene_hatch (scene, x, y - 5, MARK, 10, 3, edge, way_series_hatch (series));
}

static void
mark_summary (WayScene *scene, double x, double y, guint series)
{
  const WayPoint points[] = { { x, y - 4 },        { x + MARK, y - 4 }, { x + MARK, y + 4 },
                              { x + MARK - 4, y }, { x + 4, y },        { x, y + 4 } };

  way_scene_path (scene, points, G_N_ELEMENTS (points), TRUE, WAY_ROLE_SUMMARY, WAY_ROLE_NONE, 0,
                  WAY_DASH_SOLID, FALSE);
}

static void
mark_milestone (WayScene *scene, double x, double y, guint series)
{
  way_scene_diamond (scene, x + MARK - 6, y, 12, WAY_ROLE_MILESTONE, WAY_ROLE_NONE,
                     WAY_DASH_SOLID);
}

static void
mark_target (WayScene *scene, double x, double y, guint series)
{
  way_scene_diamond (scene, x + MARK - 6, y, 12, WAY_ROLE_BACKGROUND, WAY_ROLE_MILESTONE,
                     WAY_DASH_DOTTED);
}

/* An arrow down, as it stands at the top of a row. */
static void
mark_deadline (WayScene *scene, double x, double y, guint series)
{
  double middle = x + MARK - 6;
  const WayPoint points[] = { { middle - 1.5, y - 6 }, { middle + 1.5, y - 6 },
                              { middle + 1.5, y },     { middle + 5, y },
                              { middle, y + 6 },       { middle - 5, y },
                              { middle - 1.5, y } };

  way_scene_path (scene, points, G_N_ELEMENTS (points), TRUE, WAY_ROLE_SUMMARY, WAY_ROLE_NONE, 0,
                  WAY_DASH_SOLID, FALSE);
}

/* A pin, stuck into the end of a bar. */
static void
mark_pin (WayScene *scene, double x, double y, guint series)
{
  double middle = x + MARK - 6;

  way_scene_line (scene, middle, y - 2, middle, y + 6, 1.3, WAY_ROLE_TEXT, WAY_DASH_SOLID);
  way_scene_rect (scene, middle - 3, y - 6, 6, 6, 3, WAY_ROLE_TEXT, WAY_ROLE_NONE);
}

/* The sign of no entry, as it stands behind a bar. */
static void
mark_blocked (WayScene *scene, double x, double y, guint series)
{
  double middle = x + MARK - 6;

  way_scene_rect (scene, middle - 6, y - 6, 12, 12, 6, WAY_ROLE_BAD, WAY_ROLE_BACKGROUND);
  way_scene_line (scene, middle - 3.5, y, middle + 3.5, y, 2.2, WAY_ROLE_ON_ACCENT, WAY_DASH_SOLID);
}

static void
mark_baseline (WayScene *scene, double x, double y, guint series)
{
  way_scene_rect (scene, x, y - 1.5, MARK, 3, 1.5, WAY_ROLE_BASELINE, WAY_ROLE_NONE);
}

static void
mark_float (WayScene *scene, double x, double y, guint series)
{
  way_scene_line (scene, x, y, x + MARK, y, 1, WAY_ROLE_BASELINE, WAY_DASH_DOTTED);
  way_scene_line (scene, x + MARK, y - 3, x + MARK, y + 3, 1, WAY_ROLE_BASELINE, WAY_DASH_SOLID);
}

static void
mark_progress_line (WayScene *scene, double x, double y, guint series)
{
  const WayPoint points[]
      = { { x + 16, y - 8 }, { x + 16, y - 4 }, { x + 7, y }, { x + 16, y + 4 }, { x + 16, y + 8 } };

  way_scene_path (scene, points, G_N_ELEMENTS (points), FALSE, WAY_ROLE_NONE,
                  WAY_ROLE_PROGRESS_LINE, 1.5, WAY_DASH_SOLID, FALSE);
}

static void
mark_today (WayScene *scene, double x, double y, guint series)
{
  way_scene_line (scene, x + MARK - 6, y - 7, x + MARK - 6, y + 7, 1.5, WAY_ROLE_TODAY,
                  WAY_DASH_SOLID);
}

/* Somebody who owns a task or works on one, or an initiative that has a milestone or a row. */
static gboolean
tells_apart (WayPlan *plan, WayRecord *record)
{
  const char *const fields[][2] = {
    { "task", "owner" }, { "assignment", "resource" }, { "milestone", "initiative" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (way_plan_get_referrers (plan, record->id,
                                way_record_type_lookup (fields[i][0], fields[i][1]))->len > 0)
      return TRUE;
  return WAY_IS_INITIATIVE (record) && WAY_INITIATIVE (record)->task != 0;
}

static void
add_names (Legend *self)
{
  gboolean owners = self->options->color == WAY_COLOR_BY_OWNER;
  WayPlan *plan = way_document_get_plan (self->document);
  GPtrArray *records
      = way_plan_peek_records (plan, owners ? &way_resource_type : &way_initiative_type);
  guint n = 0;

  for (guint i = 0; i < records->len; i++)
    {
      WayRecord *record = records->pdata[i];

      if (!tells_apart (plan, record))
        continue;
      if (n++ < MOST_NAMES)
        add (self, mark_series, (guint) record->number, record->title);
    }
  if (n > MOST_NAMES)
    {
      /* Translators: names that the legend of a chart has no room for */
      g_autofree char *more = g_strdup_printf (
          g_dngettext (GETTEXT_PACKAGE, "and %u more", "and %u more", n - MOST_NAMES),
          n - MOST_NAMES);

      add (self, NULL, 0, more);
    }
}

static void
add_bars (Legend *self)
{
  const WayGanttOptions *options = self->options;
  gboolean series = options->color == WAY_COLOR_BY_INITIATIVE || options->color == WAY_COLOR_BY_OWNER;

  add (self, mark_task, 0, series ? _("Others") : _("Task"));
  if (options->progress)
    add (self, mark_done, 0, _("Done"));
  if (options->color == WAY_COLOR_BY_STATUS)
    add (self, mark_finished, 0, _("Finished"));
  if (options->critical || options->color == WAY_COLOR_BY_CRITICAL)
    add (self, series ? mark_critical_edge : mark_critical, 0, _("Critical"));
}

double
way_gantt_legend_layout (WayDocument *document, const WayGanttOptions *options,
                         const char *today_label, double width, WayScene *scene)
{
  Legend self = { .document = document, .options = options, .scene = scene, .width = width };

  if (options->color == WAY_COLOR_BY_INITIATIVE || options->color == WAY_COLOR_BY_OWNER)
    add_names (&self);
  add_bars (&self);
  add (&self, mark_summary, 0, _("Summary"));
  add (&self, mark_milestone, 0, _("Milestone"));
  if (options->deadlines)
    {
      add (&self, mark_target, 0, _("Missed target"));
      add (&self, mark_deadline, 0, _("Deadline"));
    }
  if (options->pins)
    add (&self, mark_pin, 0, _("Pinned"));
  if (way_blockers_any (way_document_get_plan (document)))
    add (&self, mark_blocked, 0, _("Blocked"));
  if (options->before != NULL)
    add (&self, mark_baseline, 0, _("Before the change"));
  else if (options->baseline_slot >= 0)
    add (&self, mark_baseline, 0, _("Baseline"));
  if (options->floats)
    add (&self, mark_float, 0, _("Float"));
  if (options->progress_line)
    add (&self, mark_progress_line, 0, _("Progress line"));
  if (options->today_line)
    add (&self, mark_today, 0, today_label != NULL ? today_label : _("Today"));
  return self.y + LINE;
}
