/* way-task-milestones.c: which milestone and which initiative each task is done for.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A milestone stands on a row. Under it are the rows of a phase that is a milestone;
 * before it is everything that it waits for. So a task is done for the milestone on its
 * own row or on a row above it, else for the earliest one that its links lead to. An
 * initiative stands on a row too, mostly on a whole branch, and has milestones. */

#include "metrics/way-task-milestones.h"

typedef struct
{
  WayPlan *plan;
  GPtrArray *outline;
  const WayField *milestone_task, *predecessor;
  GPtrArray *found;   /* of WayMilestone (nullable), by row */
  guint8 *state;      /* by row: 0 not looked at, 1 being looked at, 2 known */
} Search;

static WayMilestone *
milestone_on (Search *self, WayTask *task)
{
  GPtrArray *milestones
      = way_plan_get_referrers (self->plan, WAY_RECORD (task)->id, self->milestone_task);

  return milestones != NULL && milestones->len > 0 ? milestones->pdata[0] : NULL;
}

/* The row itself, then those above it: parents come first in the outline. */
static void
look_above (Search *self)
{
  for (guint i = 0; i < self->outline->len; i++)
    {
      WayTask *task = self->outline->pdata[i];
      WayTask *parent = way_plan_lookup_task (self->plan, task->parent);
      WayMilestone *milestone = milestone_on (self, task);

      if (milestone == NULL && parent != NULL)
        milestone = self->found->pdata[parent->row];
      self->found->pdata[i] = milestone;
      self->state[i] = milestone != NULL ? 2 : 0;
    }
}

static WayMoment
date_of (WayMilestone *milestone)
{
  return milestone->forecast != WAY_NEVER ? milestone->forecast : WAY_MOMENT_MAX;
}

/* Of the rows that wait for @task, all known: the earliest milestone. */
static WayMilestone *
earliest_after (Search *self, GPtrArray *links)
{
  WayMilestone *earliest = NULL;

  for (guint i = 0; i < links->len; i++)
    {
      WayTask *after = way_plan_lookup_task (self->plan, WAY_LINK (links->pdata[i])->successor);
      WayMilestone *milestone = after != NULL ? self->found->pdata[after->row] : NULL;

      if (milestone != NULL && (earliest == NULL || date_of (milestone) < date_of (earliest)))
        earliest = milestone;
    }
  return earliest;
}

/* Depth first along the links, without recursion: chains are as long as the plan. */
static void
look_after (Search *self, guint row, GArray *stack)
{
  g_array_append_val (stack, row);
  while (stack->len > 0)
    {
      guint at = g_array_index (stack, guint, stack->len - 1);
      WayTask *task = self->outline->pdata[at];
      GPtrArray *links
          = way_plan_get_referrers (self->plan, WAY_RECORD (task)->id, self->predecessor);
      guint waiting = stack->len;

      if (self->state[at] == 0)
        for (guint i = 0; i < links->len; i++)
          {
            WayTask *after
                = way_plan_lookup_task (self->plan, WAY_LINK (links->pdata[i])->successor);
            guint next = after != NULL ? (guint) after->row : at;

            if (self->state[next] == 0 && next != at)
              g_array_append_val (stack, next);
          }
      if (self->state[at] == 0 && stack->len > waiting)
        {
          self->state[at] = 1;
          continue;
        }
      if (self->state[at] != 2)
        self->found->pdata[at] = earliest_after (self, links);
      self->state[at] = 2;
      g_array_set_size (stack, waiting - 1);
    }
}

/**
 * way_task_milestones:
 *
 * Returns: (transfer full) (element-type WayMilestone): one for each row of the outline; %NULL
 * for a task that leads to none. Valid until the next change.
 */
GPtrArray *
way_task_milestones (WayDocument *document)
{
  WayPlan *plan = way_document_get_plan (document);
  GPtrArray *outline = way_plan_get_outline (plan);
  g_autofree guint8 *state = g_new0 (guint8, outline->len + 1);
  g_autoptr (GArray) stack = g_array_new (FALSE, FALSE, sizeof (guint));
  Search self = { .plan = plan,
                  .outline = outline,
                  .milestone_task = way_record_type_field (&way_milestone_type, "task"),
                  .predecessor = way_record_type_field (&way_link_type, "predecessor"),
                  .found = g_ptr_array_sized_new (outline->len),
                  .state = state };

  g_ptr_array_set_size (self.found, (int) outline->len);
  if (way_plan_peek_records (plan, &way_milestone_type)->len == 0)
    return self.found;
  look_above (&self);
  for (guint row = 0; row < outline->len; row++)
    if (state[row] == 0)
      look_after (&self, row, stack);
  return self.found;
}

/* Of the milestone on @task, else the one that hangs on it. */
static WayRecord *
initiative_on (WayPlan *plan, WayTask *task, WayMilestone *milestone, const WayField *field)
{
  WayRecord *initiative
      = milestone != NULL ? way_plan_lookup (plan, milestone->initiative) : NULL;
  GPtrArray *own = way_plan_get_referrers (plan, WAY_RECORD (task)->id, field);

  if (initiative == NULL && own->len > 0)
    initiative = own->pdata[0];
  return initiative;
}

/**
 * way_task_initiatives:
 *
 * A row belongs to the initiative on it or on the nearest row above it; where there is none, to
 * that of the milestone which it is done for.
 *
 * Returns: (transfer full) (element-type WayInitiative): one for each row of the outline; %NULL
 * for a task of none. Valid until the next change.
 */
GPtrArray *
way_task_initiatives (WayDocument *document)
{
  WayPlan *plan = way_document_get_plan (document);
  GPtrArray *outline = way_plan_get_outline (plan);
  g_autoptr (GPtrArray) milestones = way_task_milestones (document);
  const WayField *milestone_task = way_record_type_field (&way_milestone_type, "task");
  const WayField *initiative_task = way_record_type_field (&way_initiative_type, "task");
  GPtrArray *found = g_ptr_array_sized_new (outline->len);

  for (guint i = 0; i < outline->len; i++)
    {
      WayTask *task = outline->pdata[i], *parent = way_plan_lookup_task (plan, task->parent);
      GPtrArray *here = way_plan_get_referrers (plan, WAY_RECORD (task)->id, milestone_task);
      WayRecord *initiative = initiative_on (plan, task, here->len > 0 ? here->pdata[0] : NULL,
                                             initiative_task);

      if (initiative == NULL && parent != NULL)
        initiative = found->pdata[parent->row];
      g_ptr_array_add (found, initiative);
    }
  for (guint i = 0; i < outline->len; i++)
    {
      WayMilestone *milestone = milestones->pdata[i];

      if (found->pdata[i] == NULL && milestone != NULL)
        found->pdata[i] = way_plan_lookup (plan, milestone->initiative);
    }
  return found;
}
