/* way-recovery.c: ways to get a late milestone back, each tried on a copy of the plan.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-i18n.h"

#include "model/way-error.h"

#include "metrics/impact/way-recovery.h"

#include "document/way-change-requests.h"
#include "document/way-explain.h"
#include "document/way-milestone-figures.h"
#include "document/way-sandbox.h"
#include "document/way-task-edits.h"
#include "document/way-task-work.h"
#include "metrics/way-figure.h"
#include "metrics/way-resource-load.h"

#define MOST_TASKS 15 /* of the chain that are looked at, the longest first */

typedef struct
{
  WayDocument *document;
  WayPlan *plan;
  WayMilestone *milestone;
  GPtrArray *found; /* WayRecovery */
} Search;

static void
recovery_free (gpointer data)
{
  WayRecovery *self = data;

  g_free (self->text);
  g_free (self->risk);
  g_free (self);
}

/* ------------------------------------------------------------------ what could be done */

/* Takes the texts. */
static void
add (Search *self, WayRecoveryKind kind, WayTask *task, gint64 other, gint64 amount, char *text,
     const char *risk)
{
  WayRecovery *recovery = g_new0 (WayRecovery, 1);

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

static GPtrArray *
assignments_of (WayPlan *plan, WayTask *task)
{
  return way_plan_get_referrers (plan, WAY_RECORD (task)->id,
                                 way_record_type_lookup ("assignment", "task"));
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
  GPtrArray *assignments = assignments_of (self->plan, task);
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

/* ------------------------------------------------------------------ doing it */

static gboolean
add_person (WayDocument *document, WayTask *task, WayResource *person, GError **error)
{
  GPtrArray *assignments = assignments_of (way_document_get_plan (document), task);
  gint64 n = (gint64) MAX (1, assignments->len), before = task->duration;
  gint64 shared = before * n / (n + 1);

  if (way_task_assign (document, task, person, MIN (100, person->max_units), error) == NULL)
    return FALSE;
  /* Who does not share the work by the task's type shares it by the plan's. */
  return task->duration < before
         || way_task_edit_duration (document, task, MAX (1, shared), (WayUnit) task->duration_unit,
                                    error);
}

static gboolean
leave_out (WayDocument *document, WayTask *task, WayRecord *feature, WayMilestone *milestone)
{
  g_autofree char *reason
      = g_strdup_printf (_("Left out to recover “%s”"), WAY_RECORD (milestone)->title);

  way_document_set_int (document, WAY_RECORD (task), "active", FALSE);
  way_document_set_int (document, feature, "scope", WAY_SCOPE_EXCLUDED);
  way_document_set_text (document, feature, "exclusion_reason", reason);
  return TRUE;
}

static gboolean
make (WayDocument *document, WayMilestone *milestone, const WayRecovery *self, GError **error)
{
  WayPlan *plan = way_document_get_plan (document);
  WayTask *task = way_plan_lookup_task (plan, self->task);
  WayRecord *other = way_plan_lookup (plan, self->other);

  if ((self->task != 0 && task == NULL) || (self->other != 0 && other == NULL))
    {
      g_set_error (error, WAY_ERROR, WAY_ERROR_CONFLICT,
                   _("“%s” is not possible any more: what it changes was deleted meanwhile."),
                   self->text);
      return FALSE;
    }
  switch (self->kind)
    {
    case WAY_RECOVERY_SHORTEN:
      return way_task_edit_duration (document, task, task->duration - self->amount,
                                     (WayUnit) task->duration_unit, error);
    case WAY_RECOVERY_OVERLAP:
      way_document_set_int (document, other, "lag", WAY_LINK (other)->lag - self->amount);
      return TRUE;
    case WAY_RECOVERY_ADD_PERSON:
      return add_person (document, task, WAY_RESOURCE (other), error);
    case WAY_RECOVERY_RAISE_UNITS:
      return way_assignment_edit_units (document, WAY_ASSIGNMENT (other), self->amount, error);
    case WAY_RECOVERY_LEAVE_OUT:
    default:
      return leave_out (document, task, other, milestone);
    }
}

/* In a step of its own, so that it can be taken back. */
static gboolean
try (WayDocument *sandbox, WayMilestone *milestone, const WayRecovery *self, GError **error)
{
  way_document_begin (sandbox, self->text);
  if (make (sandbox, milestone, self, error))
    return way_document_commit (sandbox, error);
  way_document_rollback (sandbox);
  return FALSE;
}

/* + = earlier than before */
static gint64
regained (const WayChangeImpact *impact, gint64 milestone)
{
  for (guint i = 0; i < impact->milestones->len; i++)
    {
      const WayImpactFinish *finish = &g_array_index (impact->milestones, WayImpactFinish, i);

      if (finish->id == milestone)
        return -finish->shift;
    }
  return 0;
}

static int
compare_regained (gconstpointer a, gconstpointer b)
{
  const WayRecovery *one = *(WayRecovery *const *) a, *other = *(WayRecovery *const *) b;

  if (one->regained != other->regained)
    return one->regained < other->regained ? 1 : -1;
  return (one->cost > other->cost) - (one->cost < other->cost);
}

static void
measure (Search *self)
{
  g_autoptr (WayDocument) sandbox = way_document_new_sandbox (self->document);
  WayRecord *milestone = way_plan_lookup (way_document_get_plan (sandbox),
                                          WAY_RECORD (self->milestone)->id);

  for (guint i = self->found->len; i > 0; i--)
    {
      WayRecovery *recovery = self->found->pdata[i - 1];
      g_autoptr (WayChangeImpact) impact = NULL;

      if (try (sandbox, WAY_MILESTONE (milestone), recovery, NULL))
        {
          impact = way_change_impact_new (self->document, sandbox);
          recovery->regained = regained (impact, milestone->id);
          recovery->cost = impact->cost_after - impact->cost_before;
          way_document_undo (sandbox, NULL);
        }
      if (recovery->regained <= 0)
        g_ptr_array_remove_index (self->found, i - 1);
    }
  g_ptr_array_sort (self->found, compare_regained);
}

/**
 * way_recoveries_find:
 *
 * Returns: (transfer full) (element-type WayRecovery): what makes the milestone earlier, the most
 * first
 */
GPtrArray *
way_recoveries_find (WayDocument *document, WayMilestone *milestone)
{
  Search search = { document, way_document_get_plan (document), milestone,
                    g_ptr_array_new_with_free_func (recovery_free) };

  look_around (&search);
  measure (&search);
  return search.found;
}

static void
find_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  g_autoptr (WayDocument) copy = way_document_new_sandbox (source);
  WayRecord *milestone = way_plan_lookup (way_document_get_plan (copy), *(const gint64 *) data);
  GPtrArray *found = milestone != NULL && WAY_IS_MILESTONE (milestone)
                         ? way_recoveries_find (copy, WAY_MILESTONE (milestone))
                         : g_ptr_array_new ();

  g_task_return_pointer (task, found, (GDestroyNotify) g_ptr_array_unref);
}

/**
 * way_recoveries_start:
 *
 * way_recoveries_find() in another thread, on a copy.
 */
void
way_recoveries_start (WayDocument *document, WayMilestone *milestone, GCancellable *cancellable,
                      GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GTask) task = g_task_new (document, cancellable, callback, data);
  gint64 *id = g_new (gint64, 1);

  *id = WAY_RECORD (milestone)->id;
  g_task_set_source_tag (task, way_recoveries_start);
  g_task_set_task_data (task, id, g_free);
  g_task_run_in_thread (task, find_in_thread);
}

/**
 * way_recoveries_finish:
 *
 * Returns: (transfer full) (nullable) (element-type WayRecovery)
 */
GPtrArray *
way_recoveries_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/* ------------------------------------------------------------------ the ones that are chosen */

/* It has to be so when the task begins; of one that is under way, when it ends. */
static WayMoment
due_day (WayDocument *document, WayTask *task)
{
  WayMoment start = way_moment_day (task->start);

  return task->actual_start == WAY_NEVER && start >= way_document_get_status_date (document)
             ? start : way_finish_day (task->finish);
}

static void
add_action (WayDocument *document, WayRecord *request, const WayRecovery *recovery)
{
  WayRecord *action = way_document_create_record (document, &way_action_type);
  WayTask *task = way_plan_lookup_task (way_document_get_plan (document), recovery->task);

  way_document_set_text (document, action, "title", recovery->text);
  way_document_set_text (document, action, "description", recovery->risk);
  way_document_set_int (document, action, "kind", WAY_ACTION_RECOVERY);
  way_document_set_int (document, action, "source", request->id);
  way_document_set_int (document, action, "milestone", WAY_CHANGE_REQUEST (request)->milestone);
  way_document_set_int (document, action, "task", recovery->task);
  way_document_set_int (document, action, "promised", recovery->regained);
  if (task == NULL)
    return;
  way_document_set_int (document, action, "owner", WAY_RECORD (task)->owner);
  way_document_set_int (document, action, "due", due_day (document, task));
}

static WayRecord *
add_request (WayDocument *document, WayMilestone *milestone, WayRecovery *const *chosen,
             guint n_chosen)
{
  WayRecord *request = way_document_create_record (document, &way_change_request_type);
  g_autofree char *title
      = g_strdup_printf (_("Recover “%s”"), WAY_RECORD (milestone)->title);
  g_autofree char *late
      = way_variance_describe (way_document_get_plan (document), milestone->variance);
  g_autofree char *why = g_strdup_printf ("“%s”: %s", WAY_RECORD (milestone)->title, late);
  g_autoptr (GString) what = g_string_new (NULL), risks = g_string_new (NULL);

  for (guint i = 0; i < n_chosen; i++)
    {
      g_string_append_printf (what, "%s%s", i > 0 ? "\n" : "", chosen[i]->text);
      g_string_append_printf (risks, "%s%s", i > 0 ? "\n" : "", chosen[i]->risk);
    }
  way_document_set_text (document, request, "title", title);
  way_document_set_text (document, request, "why", why);
  way_document_set_text (document, request, "recommendation", what->str);
  way_document_set_text (document, request, "risks", risks->str);
  way_document_set_int (document, request, "kind", WAY_CHANGE_TIMELINE);
  way_document_set_int (document, request, "milestone", WAY_RECORD (milestone)->id);
  return request;
}

/**
 * way_recoveries_propose:
 * @chosen: (array length=n_chosen): made one after the other
 * @error: why they cannot all be made
 *
 * One undoable step: a change request with all of them as its edits and its impact kept, and an
 * action for each with the days that it promises.
 *
 * Returns: (transfer none) (nullable): the request
 */
WayChangeRequest *
way_recoveries_propose (WayDocument *document, WayMilestone *milestone,
                        WayRecovery *const *chosen, guint n_chosen, GError **error)
{
  g_autoptr (WayDocument) sandbox = way_document_new_sandbox (document);
  WayRecord *there = way_plan_lookup (way_document_get_plan (sandbox), WAY_RECORD (milestone)->id);
  WayChangeTrial trial = { .seq = way_document_get_seq (document) };
  g_autoptr (WayChangeImpact) impact = NULL;
  WayRecord *request;
  g_autofree char *label
      = g_strdup_printf (_("Plan the recovery of “%s”"), WAY_RECORD (milestone)->title);

  for (guint i = 0; i < n_chosen; i++)
    if (!try (sandbox, WAY_MILESTONE (there), chosen[i], error))
      return NULL;
  trial.impact = impact = way_change_impact_new (document, sandbox);
  way_document_begin (document, label);
  request = add_request (document, milestone, chosen, n_chosen);
  way_change_request_keep (document, WAY_CHANGE_REQUEST (request), sandbox);
  way_change_trial_keep (document, WAY_CHANGE_REQUEST (request), &trial);
  for (guint i = 0; i < n_chosen; i++)
    add_action (document, request, chosen[i]);
  return way_document_commit (document, error) ? WAY_CHANGE_REQUEST (request) : NULL;
}
