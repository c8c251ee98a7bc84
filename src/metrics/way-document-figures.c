/* way-document-figures.c: the figures that a milestone's document shows and nobody types.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-i18n.h"

#include "metrics/way-document-figures.h"

#include "document/way-milestone-figures.h"
#include "document/way-milestone-parts.h"

#include <string.h>

#define SPRINTS_COUNTED 3

static void
set_value (WayFigure *self, double value)
{
  self->known = TRUE;
  self->value = value;
}

static void
add_parts (WayFigure *self, WayMilestone *milestone, const WayRecordType *type)
{
  g_autoptr (GPtrArray) parts = way_milestone_get_parts (milestone, type);

  for (guint i = 0; i < parts->len; i++)
    way_figure_add_row (self, parts->pdata[i]);
}

static void
count_sprints (WayFigure *self, WayDocument *document, WayMilestone *milestone)
{
  add_parts (self, milestone, &way_sprint_type);
  if (self->rows->len > 0)
    set_value (self, self->rows->len);
}

/* Civil days until the target; below zero once it has passed. */
static void
count_days_remaining (WayFigure *self, WayDocument *document, WayMilestone *milestone)
{
  WayMoment today = way_moment_day (way_document_get_status_date (document));

  if (milestone->target_date != WAY_NEVER && way_milestone_is_open (milestone))
    set_value (self, (double) ((way_moment_day (milestone->target_date) - today) / WAY_DAY));
}

/* Lines of all lists that are met; what is to be done, not how much of the work. */
static void
count_completion_rate (WayFigure *self, WayDocument *document, WayMilestone *milestone)
{
  guint met = 0;

  add_parts (self, milestone, &way_checklist_item_type);
  for (guint i = 0; i < self->rows->len; i++)
    met += way_checklist_item_is_met (self->rows->pdata[i]);
  if (self->rows->len == 0)
    return;
  way_figure_set_share (self, met, self->rows->len);
  set_value (self, (100 * met + self->rows->len / 2) / self->rows->len);
}

static guint
count_done (WayFigure *self, WayDocument *document, WaySprint *sprint)
{
  GPtrArray *tasks
      = way_plan_get_referrers (way_document_get_plan (document), WAY_RECORD (sprint)->id,
                                way_record_type_field (&way_task_type, "sprint"));
  guint n_done = 0;

  for (guint i = 0; i < tasks->len; i++)
    if (WAY_TASK (tasks->pdata[i])->percent_complete == 100)
      {
        way_figure_add_row (self, tasks->pdata[i]);
        n_done++;
      }
  return n_done;
}

/* Mean of the tasks done in the milestone's last three finished sprints (numbers.md §8). */
static void
count_velocity (WayFigure *self, WayDocument *document, WayMilestone *milestone)
{
  g_autoptr (GPtrArray) sprints = way_milestone_get_parts (milestone, &way_sprint_type);
  WayMoment today = way_document_get_status_date (document);
  guint n_sprints = 0, n_done = 0;

  for (guint i = sprints->len; i > 0 && n_sprints < SPRINTS_COUNTED; i--)
    {
      WaySprint *sprint = sprints->pdata[i - 1];

      if (sprint->finish == WAY_NEVER || sprint->finish > today)
        continue;
      n_sprints++;
      n_done += count_done (self, document, sprint);
    }
  if (n_sprints > 0)
    set_value (self, (double) n_done / n_sprints);
}

static void
count_risk_score (WayFigure *self, WayDocument *document, WayMilestone *milestone)
{
  add_parts (self, milestone, &way_risk_type);
  if (self->rows->len > 0)
    set_value (self, (double) way_milestone_risk_score (milestone));
}

static void
count_business_value (WayFigure *self, WayDocument *document, WayMilestone *milestone)
{
  set_value (self, (double) (1 + milestone->business_value));
}

static void
count_complexity (WayFigure *self, WayDocument *document, WayMilestone *milestone)
{
  set_value (self, (double) (1 + milestone->technical_complexity));
}

/* The mood of the latest check-in that asked for it, of 10. */
static void
count_team_satisfaction (WayFigure *self, WayDocument *document, WayMilestone *milestone)
{
  g_autoptr (GPtrArray) talks = way_milestone_get_parts (milestone, &way_check_in_type);
  WayCheckIn *latest = NULL;

  for (guint i = 0; i < talks->len; i++)
    {
      WayCheckIn *talk = talks->pdata[i];

      if (talk->mood > 0 && (latest == NULL || talk->date >= latest->date))
        latest = talk;
    }
  if (latest == NULL)
    return;
  way_figure_add_row (self, WAY_RECORD (latest));
  set_value (self, (double) (2 * latest->mood));
}

static const struct
{
  const char *name;
  void (*count) (WayFigure *self, WayDocument *document, WayMilestone *milestone);
  const char *how;
} figures[] = {
  { "total_sprints", count_sprints, N_ ("The number of its sprints") },
  { "velocity", count_velocity,
    N_ ("Tasks done in its last three finished sprints, divided by the number of these sprints") },
  { "risk_score", count_risk_score,
    N_ ("10 × the highest score among its open risks ÷ 9; a score is probability × impact") },
  { "days_remaining", count_days_remaining,
    N_ ("Calendar days from the status date to the target; below zero once it has passed") },
  { "completion_rate", count_completion_rate,
    N_ ("Lines of all its checklists that are done or waived, of all lines") },
  { "business_value_score", count_business_value,
    N_ ("1 for a low business value … 4 for a critical one") },
  { "complexity_score", count_complexity,
    N_ ("1 for a simple milestone … 4 for a very complex one") },
  { "team_satisfaction", count_team_satisfaction,
    N_ ("Twice the team mood of the latest check-in that asked for it, of 10") },
};

/**
 * way_milestone_figure:
 * @name: of a figure in the outline
 *
 * Returns: (transfer full): not known when there is nothing to count, or no such figure
 */
WayFigure *
way_milestone_figure (WayDocument *document, WayMilestone *milestone, const char *name)
{
  WayFigure *self = way_figure_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (figures); i++)
    if (strcmp (figures[i].name, name) == 0)
      figures[i].count (self, document, milestone);
  return self;
}

/**
 * way_milestone_figure_explain:
 *
 * Returns: (transfer none): how it comes about
 */
const char *
way_milestone_figure_explain (const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (figures); i++)
    if (strcmp (figures[i].name, name) == 0)
      return _ (figures[i].how);
  return "";
}
