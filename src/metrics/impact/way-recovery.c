/* way-recovery.c: ways to get a late milestone back, each tried on a copy of the plan.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-i18n.h"

#include "metrics/impact/way-recovery-private.h"

#include "document/way-document-thread.h"
#include "document/way-explain.h"
#include "document/way-milestone-figures.h"
#include "document/way-sandbox.h"
#include "document/way-task-edits.h"
#include "document/way-task-work.h"
#include "metrics/impact/way-change-impact-private.h"
#include "metrics/way-figure.h"
#include "metrics/way-resource-load.h"

#define MOST_TASKS 15 /* of the chain that are looked at, the longest first */

typedef struct
{
  WayDocument *document; /* a copy: what is tried is made in it, and taken back */
  WayPlan *plan;
  WayMilestone *milestone;
  GPtrArray *found;      /* WayRecovery */
} Search;

static void
clear (gpointer data)
{
  WayRecovery *self = data;

  g_free (self->text);
  g_free (self->risk);
}

/**
 * way_recovery_ref:
 *
 * Once found it does not change any more, and may go from thread to thread.
 */
WayRecovery *
way_recovery_ref (WayRecovery *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
way_recovery_unref (gpointer self)
{
  g_atomic_rc_box_release_full (self, clear);
}

/* ------------------------------------------------------------------ what could be done */

/* Takes the texts. */
static void
add (Search *self, WayRecoveryKind kind, WayTask *task, gint64 other, gint64 amount, char *text,
     const char *risk)
{
  WayRecovery *recovery = g_atomic_rc_box_new0 (WayRecovery);

  recovery->kind = kind;
  recovery->task = WAY_RECORD (task)->id;
  recovery->other = other;
  recovery->amount = amount;
  recovery->text = text;
  recovery->risk = g_strdup (risk);
  g_ptr_array_add (self->found, recovery);
}

/* A part of @minutes in whole days, at least one, at most what is late. */
static gint64
whole_days (Search *self, gint64 minutes, gint64 parts)
{
  gint64 day = way_plan_get_unit_rates (self->plan).minutes_per_day;
  gint64 days = MAX (1, (minutes / parts + day / 2) / day);

  if (self->milestone->variance > 0)
    days = MIN (days, (self->milestone->variance + day - 1) / day);
  return days * day;
}

static void
offer_shorten (Search *self, WayTask *task)
{
  gint64 amount = whole_days (self, task->duration, 3);
  g_autofree char *days = way_working_days_format (self->plan, amount);

  if (amount >= task->duration)
    return;
  add (self, WAY_RECOVERY_SHORTEN, task, 0, amount,
       g_strdup_printf (_("Shorten “%s” by %s"), WAY_RECORD (task)->title, days),
       _("Less time for the same work: quality, or overtime"));
}

static void
offer_overlap (Search *self, WayTask *task, WayLink *link)
{
  WayTask *before = way_plan_lookup_task (self->plan, link->predecessor);
  gint64 amount;
  g_autofree char *days = NULL;

  if (link->type != WAY_LINK_FS || before == NULL || before->actual_finish != WAY_NEVER
      || before->summary || before->duration == 0 || task->duration == 0)
    return;
  amount = whole_days (self, MIN (before->duration, task->duration), 3);
  if (amount >= MIN (before->duration, task->duration))
    return;
  days = way_working_days_format (self->plan, amount);
  add (self, WAY_RECOVERY_OVERLAP, task, WAY_RECORD (link)->id, amount,
       g_strdup_printf (_("Begin “%s” %s before “%s” is done"), WAY_RECORD (task)->title, days,
                        WAY_RECORD (before)->title),
       _("Work on what is not final: some of it may have to be done again"));
}

static WayResource *
person_of (WayPlan *plan, WayAssignment *assignment)
{
  WayRecord *record = way_plan_lookup (plan, assignment->resource);

  return record != NULL && WAY_RESOURCE (record)->kind == WAY_RESOURCE_WORK
             ? WAY_RESOURCE (record) : NULL;
}

/* Somebody with the same role who has least to do, and is not on the task yet. */
static WayResource *
find_helper (Search *self, WayTask *task, WayResource *like)
{
  GPtrArray *all = way_plan_peek_records (self->plan, &way_resource_type);
  WayResource *best = NULL;
  gint64 least = G_MAXINT64;

  for (guint i = 0; i < all->len; i++)
    {
      WayResource *person = all->pdata[i];
      gint64 work = way_resource_work (person);

      if (person == like || person->kind != WAY_RESOURCE_WORK || !person->active || work >= least
          || g_strcmp0 (person->role, like->role) != 0
          || way_task_find_assignment (self->document, task, person) != NULL)
        continue;
      best = person;
      least = work;
    }
  return best;
}

static void
offer_people (Search *self, WayTask *task)
{
  GPtrArray *assignments = way_recovery_assignments_of (self->plan, task);
  gboolean asked = FALSE;

  for (guint i = 0; i < assignments->len; i++)
    {
      WayAssignment *assignment = assignments->pdata[i];
      WayResource *person = person_of (self->plan, assignment);
      WayResource *helper;

      if (person == NULL)
        continue;
      if (assignment->units < person->max_units)
        add (self, WAY_RECOVERY_RAISE_UNITS, task, WAY_RECORD (assignment)->id, person->max_units,
             g_strdup_printf (_("Give %s to “%s” for %d\u202f%%"), WAY_RECORD (person)->title,
                              WAY_RECORD (task)->title, (int) person->max_units),
             _("No time is left for anything else"));
      helper = asked ? NULL : find_helper (self, task, person);
      asked = TRUE;
      if (helper != NULL)
        add (self, WAY_RECOVERY_ADD_PERSON, task, WAY_RECORD (helper)->id, 0,
             g_strdup_printf (_("Let %s help with “%s”"), WAY_RECORD (helper)->title,
                              WAY_RECORD (task)->title),
             _("It takes time until a new person is of help"));
    }
}

static void
offer_leaving_out (Search *self)
{
  GPtrArray *features
      = way_plan_get_referrers (self->plan, WAY_RECORD (self->milestone)->id,
                                way_record_type_lookup ("feature", "milestone"));

  for (guint i = 0; i < features->len; i++)
    {
      WayFeature *feature = features->pdata[i];
      WayTask *task = way_plan_lookup_task (self->plan, feature->task);

      if (feature->scope == WAY_SCOPE_COULD && !feature->done && task != NULL && task->active
          && task->actual_finish == WAY_NEVER)
        add (self, WAY_RECOVERY_LEAVE_OUT, task, WAY_RECORD (feature)->id, 0,
             g_strdup_printf (_("Leave out “%s”"), WAY_RECORD (feature)->title),
             _("Somebody was promised it: tell them"));
    }
}

static int
compare_durations (gconstpointer a, gconstpointer b)
{
  const WayChainStep *one = a, *other = b;

  return (one->task->duration < other->task->duration)
         - (one->task->duration > other->task->duration);
}

static void
look_around (Search *self)
{
  WayTask *row = way_plan_lookup_task (self->plan, self->milestone->task);
  g_autoptr (GArray) chain = row != NULL ? way_explain_chain (self->document, row) : NULL;

  if (chain == NULL)
    return;
  g_array_sort (chain, compare_durations);
  for (guint i = 0; i < MIN (chain->len, MOST_TASKS); i++)
    {
      const WayChainStep *step = &g_array_index (chain, WayChainStep, i);

      if (step->task->summary || step->task->actual_finish != WAY_NEVER || !step->task->active)
        continue;
      if (step->task->duration > 0)
        {
          offer_shorten (self, step->task);
          offer_people (self, step->task);
        }
      if (step->link != NULL && step->task->actual_start == WAY_NEVER)
        offer_overlap (self, step->task, step->link);
    }
  offer_leaving_out (self);
}

/* ------------------------------------------------------------------ trying it */

/* What a plan is measured by. */
typedef struct
{
  WayMoment forecast; /* of the milestone */
  gint64 work, cost;
} Figures;

static Figures
look_at (Search *self)
{
  Figures figures = { .forecast = self->milestone->forecast };

  way_change_impact_sum_up (self->plan, &figures.work, &figures.cost);
  return figures;
}

static void
measure (Search *self, WayRecovery *recovery, const Figures *before)
{
  Figures after;

  if (!way_recovery_try (self->document, self->milestone, recovery, NULL))
    return;
  after = look_at (self);
  if (before->forecast != WAY_NEVER)
    recovery->regained = -way_finish_variance (self->document, way_finish_day (before->forecast),
                                               after.forecast);
  recovery->cost = after.cost - before->cost;
  way_document_undo (self->document, NULL);
}

static int
compare_regained (gconstpointer a, gconstpointer b)
{
  const WayRecovery *one = *(WayRecovery *const *) a, *other = *(WayRecovery *const *) b;

  if (one->regained != other->regained)
    return one->regained < other->regained ? 1 : -1;
  return (one->cost > other->cost) - (one->cost < other->cost);
}

static gboolean
measure_all (Search *self, WayRecoveryProgress *progress, GCancellable *cancellable,
             GError **error)
{
  Figures before = look_at (self);

  g_atomic_int_set (&progress->n_all, (int)self->found->len);
  for (guint i = self->found->len; i > 0; i--)
    {
      WayRecovery *recovery = self->found->pdata[i - 1];

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      measure (self, recovery, &before);
      if (recovery->regained <= 0)
        g_ptr_array_remove_index (self->found, i - 1);
      g_atomic_int_inc (&progress->n_tried);
    }
  g_ptr_array_sort (self->found, compare_regained);
  return TRUE;
}

/**
 * way_recoveries_find:
 * @copy: a sandbox of the plan, that nobody else looks at: each is made in it and taken back
 * @milestone: id
 * @progress: zeroed; another thread may look at it
 * @error: that the milestone is not there, or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable) (element-type WayRecovery): what makes the milestone earlier,
 * the most first
 */
GPtrArray *
way_recoveries_find (WayDocument *copy, gint64 milestone, WayRecoveryProgress *progress,
                     GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (way_recovery_unref);
  Search search = { copy, way_document_get_plan (copy),
                    way_recovery_milestone (copy, milestone, error), found };

  if (search.milestone == NULL)
    return NULL;
  look_around (&search);
  return measure_all (&search, progress, cancellable, error) ? g_steal_pointer (&found) : NULL;
}

/* ------------------------------------------------------------------ in another thread */

typedef struct
{
  gint64 milestone; /* id */
  gint64 seq;       /* place in the journal of the plan that it was tried on */
  WayRecoveryProgress *progress;
} Work;

static void
work_free (gpointer data)
{
  Work *self = data;

  g_atomic_rc_box_release (self->progress);
  g_free (self);
}

static void
find_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Work *work = data;
  g_autoptr (WayDocument) copy = way_document_new_sandbox (way_document_of_task (task));
  GError *error = NULL;
  GPtrArray *found = way_recoveries_find (copy, work->milestone, work->progress, cancellable, &error);

  work->seq = way_sandbox_get_origin (copy);
  if (found != NULL)
    g_task_return_pointer (task, found, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

/**
 * way_recoveries_start:
 * @milestone: id
 * @progress: (transfer none): zeroed
 * @callback: who calls way_recoveries_finish() there
 *
 * way_recoveries_find() in another thread, on the plan as it is when its turn comes.
 */
void
way_recoveries_start (WayDocument *document, gint64 milestone, WayRecoveryProgress *progress,
                      GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data)
{
  Work work = { milestone, 0, g_atomic_rc_box_acquire (progress) };

  way_document_start_thread (document, find_in_thread, g_memdup2 (&work, sizeof work), work_free,
                             cancellable, callback, data);
}

/**
 * way_recoveries_finish:
 * @seq: (out): way_document_get_seq() of the plan that they were tried on
 *
 * Returns: (transfer full) (nullable) (element-type WayRecovery)
 */
GPtrArray *
way_recoveries_finish (GAsyncResult *result, gint64 *seq, GError **error)
{
  const Work *work = g_task_get_task_data (G_TASK (result));
  GPtrArray *found = g_task_propagate_pointer (G_TASK (result), error);

  /* Of one that was cancelled the other thread may still be at work. */
  *seq = found != NULL ? work->seq : 0;
  return found;
}
