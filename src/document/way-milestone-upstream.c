/* way-milestone-upstream.c: WayMilestoneUpstream, which milestones come before others in the plan.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Each row has two points: what its beginning waits for (the rows before it by links, and what the
 * beginning of the row above it waits for) and what its finish waits for (its beginning, and the
 * rows below it). At each point stands the set of milestones that come just before; a point that
 * adds nothing to another has the same set. A row that stands for milestones hides what is before
 * it. */

#include "document/way-milestone-upstream.h"

#include <string.h>

typedef enum
{
  UNKNOWN,
  ON_THE_WAY,
  KNOWN
} State;

struct _WayMilestoneUpstream
{
  WayPlan *plan;         /* unowned */
  GPtrArray *milestones; /* unowned: the bits of a set */
  GPtrArray *outline;    /* unowned */
  const WayField *successor;
  guint words;            /* of a set */
  GPtrArray *owned;       /* the sets, each once */
  guint64 **standing;     /* by row: the milestones on it; NULL = none */
  guint64 **sets;         /* by point: those before it; NULL = none */
  guint8 *states;         /* by point */
  GArray *stack, *inputs; /* of guint: points */
};

static guint
beginning_of (const WayTask *task)
{
  return 2 * (guint)task->row;
}

static guint
finish_of (const WayTask *task)
{
  return 2 * (guint)task->row + 1;
}

/* ------------------------------------------------------------------ sets */

static guint64 *
new_set (WayMilestoneUpstream *self)
{
  guint64 *set = g_new0 (guint64, self->words);

  g_ptr_array_add (self->owned, set);
  return set;
}

/* @set and @other; @set itself grows when it is @mine. */
static guint64 *
unite (WayMilestoneUpstream *self, guint64 *set, const guint64 *other, gboolean *mine)
{
  if (!*mine)
    set = memcpy (new_set (self), set, self->words * sizeof *set);
  *mine = TRUE;
  for (guint i = 0; i < self->words; i++)
    set[i] |= other[i];
  return set;
}

static void
find_standing (WayMilestoneUpstream *self)
{
  for (guint i = 0; i < self->milestones->len; i++)
    {
      const WayMilestone *milestone = self->milestones->pdata[i];
      const WayTask *row = way_plan_lookup_task (self->plan, milestone->task);

      if (row == NULL)
        continue;
      if (self->standing[row->row] == NULL)
        self->standing[row->row] = new_set (self);
      self->standing[row->row][i / 64] |= (guint64)1 << (i % 64);
    }
}

/* ------------------------------------------------------------------ the walk */

/* The points that @point follows from. */
static void
find_inputs (WayMilestoneUpstream *self, guint point)
{
  WayTask *task = self->outline->pdata[point / 2];
  gboolean finish = point % 2 == 1;
  GPtrArray *found
      = finish ? way_plan_get_children (self->plan, task)
               : way_plan_get_referrers (self->plan, WAY_RECORD (task)->id, self->successor);
  const WayTask *parent = finish ? task : way_plan_lookup_task (self->plan, task->parent);

  g_array_set_size (self->inputs, 0);
  for (guint i = 0; i < found->len; i++)
    {
      const WayTask *before
          = finish ? found->pdata[i]
                   : way_plan_lookup_task (self->plan, WAY_LINK (found->pdata[i])->predecessor);
      guint input = before != NULL ? finish_of (before) : point;

      if (input != point)
        g_array_append_val (self->inputs, input);
    }
  if (parent != NULL)
    {
      guint input = beginning_of (parent);

      g_array_append_val (self->inputs, input);
    }
}

/* The milestones at the finish of a row hide those before them. */
static guint64 *
set_at (const WayMilestoneUpstream *self, guint point)
{
  guint64 *standing = point % 2 == 1 ? self->standing[point / 2] : NULL;

  return standing != NULL ? standing : self->sets[point];
}

static gboolean
push_unknown (WayMilestoneUpstream *self)
{
  guint before = self->stack->len;

  for (guint i = 0; i < self->inputs->len; i++)
    {
      guint input = g_array_index (self->inputs, guint, i);

      if (self->states[input] == UNKNOWN && set_at (self, input) == NULL)
        g_array_append_val (self->stack, input);
    }
  return self->stack->len > before;
}

static void
unite_inputs (WayMilestoneUpstream *self, guint point)
{
  guint64 *set = NULL;
  gboolean mine = FALSE;

  for (guint i = 0; i < self->inputs->len; i++)
    {
      guint64 *other = set_at (self, g_array_index (self->inputs, guint, i));

      if (set == NULL)
        set = other;
      else if (other != NULL && other != set)
        set = unite (self, set, other, &mine);
    }
  self->sets[point] = set;
  self->states[point] = KNOWN;
}

/* Depth first without recursion: chains are as long as the plan. What closes a circle adds
 * nothing. */
static const guint64 *
find_set (WayMilestoneUpstream *self, guint wanted)
{
  g_array_append_val (self->stack, wanted);
  while (self->stack->len > 0)
    {
      guint top = self->stack->len - 1;
      guint point = g_array_index (self->stack, guint, top);

      if (self->states[point] != KNOWN)
        {
          gboolean first = self->states[point] == UNKNOWN;

          self->states[point] = ON_THE_WAY;
          find_inputs (self, point);
          if (first && push_unknown (self))
            continue;
          unite_inputs (self, point);
        }
      g_array_set_size (self->stack, top);
    }
  return self->sets[wanted];
}

/* ------------------------------------------------------------------ public */

/**
 * way_milestone_upstream_new:
 *
 * Returns: (transfer full): knows nothing yet, each question finds what it needs; valid until the
 * next change of @plan
 */
WayMilestoneUpstream *
way_milestone_upstream_new (WayPlan *plan)
{
  WayMilestoneUpstream *self = g_new0 (WayMilestoneUpstream, 1);

  self->plan = plan;
  self->milestones = way_plan_peek_records (plan, &way_milestone_type);
  self->outline = way_plan_get_outline (plan);
  self->successor = way_record_type_field (&way_link_type, "successor");
  self->words = (self->milestones->len + 63) / 64;
  self->owned = g_ptr_array_new_with_free_func (g_free);
  self->standing = g_new0 (guint64 *, self->outline->len + 1);
  self->sets = g_new0 (guint64 *, 2 * self->outline->len + 1);
  self->states = g_new0 (guint8, 2 * self->outline->len + 1);
  self->stack = g_array_new (FALSE, FALSE, sizeof (guint));
  self->inputs = g_array_new (FALSE, FALSE, sizeof (guint));
  find_standing (self);
  return self;
}

void
way_milestone_upstream_free (WayMilestoneUpstream *self)
{
  g_ptr_array_unref (self->owned);
  g_free (self->standing);
  g_free (self->sets);
  g_free (self->states);
  g_array_unref (self->stack);
  g_array_unref (self->inputs);
  g_free (self);
}

/**
 * way_milestone_upstream_of:
 *
 * Returns: (transfer full) (element-type WayMilestone): those that @milestone waits for, by id
 */
GPtrArray *
way_milestone_upstream_of (WayMilestoneUpstream *self, WayMilestone *milestone)
{
  GPtrArray *found = g_ptr_array_new_with_free_func (g_object_unref);
  const WayTask *row = way_plan_lookup_task (self->plan, milestone->task);
  const guint64 *set = row != NULL ? find_set (self, finish_of (row)) : NULL;

  for (guint word = 0; set != NULL && word < self->words; word++)
    for (guint64 rest = set[word]; rest != 0; rest &= rest - 1)
      {
        WayMilestone *before = self->milestones->pdata[64 * word + (guint)__builtin_ctzll (rest)];

        if (before != milestone)
          g_ptr_array_add (found, g_object_ref (before));
      }
  return found;
}

/**
 * way_milestone_get_upstream:
 *
 * Returns: (transfer full) (element-type WayMilestone): those that it waits for; for many
 * milestones see way_milestone_upstream_new()
 */
GPtrArray *
way_milestone_get_upstream (WayMilestone *milestone)
{
  g_autoptr (WayMilestoneUpstream) self = way_milestone_upstream_new (WAY_RECORD (milestone)->plan);

  return way_milestone_upstream_of (self, milestone);
}
