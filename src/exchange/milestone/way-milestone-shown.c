/* way-milestone-shown.c: the figures that a milestone's document shows and nobody types.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "exchange/milestone/way-milestone-values.h"

#include "document/way-milestone-figures.h"
#include "document/way-milestone-parts.h"
#include "metrics/way-milestone-metrics.h"

#include <inttypes.h>
#include <math.h>
#include <string.h>

static char *
number (gint64 value)
{
  return g_strdup_printf ("%" PRId64, value);
}

/* Civil days until the target; below zero once it has passed. */
static char *
days_remaining (WayDocument *document, WayMilestone *milestone)
{
  WayMoment today = way_moment_day (way_document_get_status_date (document));

  if (milestone->target_date == WAY_NEVER || !way_milestone_is_open (milestone))
    return NULL;
  return number ((milestone->target_date - today) / WAY_DAY);
}

/* Lines of the gates that are met, of all; what is to be done, not how much of the work. */
static char *
completion_rate (WayMilestone *milestone)
{
  g_autoptr (GPtrArray) items = way_milestone_get_parts (milestone, &way_checklist_item_type);
  guint met = 0;

  for (guint i = 0; i < items->len; i++)
    met += way_checklist_item_is_met (items->pdata[i]);
  return items->len > 0 ? number ((100 * met + items->len / 2) / items->len) : NULL;
}

/* Mean of the tasks done in the milestone's last three finished sprints (numbers.md §8). */
static char *
velocity (WayDocument *document, WayMilestone *milestone)
{
  g_autoptr (GPtrArray) sprints = way_milestone_get_parts (milestone, &way_sprint_type);
  WayMoment today = way_document_get_status_date (document);
  guint n_sprints = 0, n_done = 0;

  for (guint i = sprints->len; i > 0 && n_sprints < 3; i--)
    {
      WaySprint *sprint = sprints->pdata[i - 1];
      GPtrArray *tasks
          = way_plan_get_referrers (way_document_get_plan (document), WAY_RECORD (sprint)->id,
                                    way_record_type_field (&way_task_type, "sprint"));

      if (sprint->finish == WAY_NEVER || sprint->finish > today)
        continue;
      n_sprints++;
      for (guint k = 0; k < tasks->len; k++)
        n_done += WAY_TASK (tasks->pdata[k])->percent_complete == 100;
    }
  return n_sprints > 0 ? g_strdup_printf ("%.3g", (double)n_done / n_sprints) : NULL;
}

static char *
next_review (WayDocument *document, WayMilestone *milestone)
{
  g_autoptr (GPtrArray) reviews = way_milestone_get_parts (milestone, &way_review_type);
  WayMoment today = way_moment_day (way_document_get_status_date (document));
  WayMoment next = WAY_NEVER;

  for (guint i = 0; i < reviews->len; i++)
    {
      WayMoment date = WAY_REVIEW (reviews->pdata[i])->date;

      if (date != WAY_NEVER && date >= today && (next == WAY_NEVER || date < next))
        next = date;
    }
  return next != WAY_NEVER ? way_milestone_date_text (next) : NULL;
}

/* The mood of the latest check-in that asked for it, of 10. */
static char *
team_satisfaction (WayMilestone *milestone)
{
  g_autoptr (GPtrArray) talks = way_milestone_get_parts (milestone, &way_check_in_type);
  WayCheckIn *latest = NULL;

  for (guint i = 0; i < talks->len; i++)
    {
      WayCheckIn *talk = talks->pdata[i];

      if (talk->mood > 0 && (latest == NULL || talk->date >= latest->date))
        latest = talk;
    }
  return latest != NULL ? number (2 * latest->mood) : NULL;
}

static char *
sprint_count (WayMilestone *milestone)
{
  g_autoptr (GPtrArray) sprints = way_milestone_get_parts (milestone, &way_sprint_type);

  return sprints->len > 0 ? number (sprints->len) : NULL;
}

static char *
risk_score (WayMilestone *milestone)
{
  g_autoptr (GPtrArray) risks = way_milestone_get_parts (milestone, &way_risk_type);

  return risks->len > 0 ? number (way_milestone_risk_score (milestone)) : NULL;
}

/**
 * way_milestone_figure:
 * @name: of a figure in the outline, or “next_review”
 *
 * Returns: (transfer full) (nullable): the figure as it stands in the document; %NULL when nothing
 * is known of it, or there is no such figure
 */
char *
way_milestone_figure (WayDocument *document, WayMilestone *milestone, const char *name)
{
  if (strcmp (name, "total_sprints") == 0)
    return sprint_count (milestone);
  if (strcmp (name, "velocity") == 0)
    return velocity (document, milestone);
  if (strcmp (name, "risk_score") == 0)
    return risk_score (milestone);
  if (strcmp (name, "days_remaining") == 0)
    return days_remaining (document, milestone);
  if (strcmp (name, "completion_rate") == 0)
    return completion_rate (milestone);
  if (strcmp (name, "business_value_score") == 0)
    return number (1 + milestone->business_value);
  if (strcmp (name, "complexity_score") == 0)
    return number (1 + milestone->technical_complexity);
  if (strcmp (name, "team_satisfaction") == 0)
    return team_satisfaction (milestone);
  if (strcmp (name, "next_review") == 0)
    return next_review (document, milestone);
  return NULL;
}
