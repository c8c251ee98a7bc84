/* test-recovery.c: ways to get a late milestone back, and what they promise.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "metrics-fixture.h"

#include "document/way-change-requests.h"
#include "document/way-sandbox.h"
#include "document/way-task-work.h"
#include "metrics/impact/way-change-trial.h"
#include "metrics/impact/way-recovered.h"
#include "metrics/impact/way-recovery-plan.h"
#include "model/way-error.h"

/* Released is 2 working days late; Build and Test stand on its driving chain, Design is done. */

static WayResource *
add_person (Fixture *f, const char *name, const char *role)
{
  WayRecord *person;
  g_autoptr (GError) error = NULL;

  way_document_begin (f->document, "Person");
  person = way_document_create_record (f->document, &way_resource_type);
  way_document_set_text (f->document, person, "title", name);
  way_document_set_text (f->document, person, "role", role);
  way_document_set_int (f->document, person, "standard_rate", 5000);
  way_document_commit (f->document, &error);
  g_assert_no_error (error);
  return WAY_RESOURCE (person);
}

/* What would bring Released back, with the plan as it is now. All that is tried is told. */
static GPtrArray *
search (Fixture *f)
{
  g_autoptr (WayDocument) copy = way_document_new_sandbox (f->document);
  g_autoptr (GError) error = NULL;
  WayRecoveryProgress progress = { 0 };
  GPtrArray *found = way_recoveries_find (copy, WAY_RECORD (f->released_ms)->id, &progress, NULL,
                                          &error);

  g_assert_no_error (error);
  g_assert_cmpint (progress.n_all, >=, found->len);
  g_assert_cmpint (progress.n_tried, ==, progress.n_all);
  return found;
}

static void
planned_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_set_object ((GAsyncResult **) data, result);
}

/* @milestone: id */
static WayRecoveryPlan *
try (Fixture *f, gint64 milestone, WayRecovery **chosen, guint n_chosen, GError **error)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new ();
  g_autoptr (GAsyncResult) result = NULL;

  for (guint i = 0; i < n_chosen; i++)
    g_ptr_array_add (all, chosen[i]);
  way_recovery_plan_start (f->document, milestone, all, NULL, planned_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return way_recovery_plan_finish (result, error);
}

static WayChangeRequest *
propose (Fixture *f, WayRecovery **chosen, guint n_chosen, GError **error)
{
  g_autoptr (WayRecoveryPlan) plan
      = try (f, WAY_RECORD (f->released_ms)->id, chosen, n_chosen, error);

  if (plan == NULL)
    return NULL;
  g_assert_false (way_recovery_plan_is_stale (plan, f->document));
  return way_recovery_plan_keep (plan, f->document, error);
}

static WayRecovery *
find (GPtrArray *found, WayRecoveryKind kind, WayTask *task)
{
  for (guint i = 0; i < found->len; i++)
    {
      WayRecovery *recovery = found->pdata[i];

      if (recovery->kind == kind && recovery->task == WAY_RECORD (task)->id)
        return recovery;
    }
  return NULL;
}

/* A third of Test is a day; what is done is not touched. */
static void
test_shorten_and_overlap (Fixture *f, gconstpointer data)
{
  g_autofree char *before = way_plan_to_text (f->plan);
  g_autoptr (GPtrArray) found = search (f);
  g_autofree char *after = way_plan_to_text (f->plan);

  g_assert_cmpstr (after, ==, before);
  for (guint i = 0; i < found->len; i++)
    g_test_message ("%s: %d", ((WayRecovery *) found->pdata[i])->text,
                    (int) ((WayRecovery *) found->pdata[i])->regained);
  g_assert_cmpint (find (found, WAY_RECOVERY_SHORTEN, f->test)->regained, ==, DAY_WORK);
  g_assert_cmpint (find (found, WAY_RECOVERY_SHORTEN, f->build)->regained, >, 0);
  g_assert_cmpint (find (found, WAY_RECOVERY_OVERLAP, f->test)->regained, ==, DAY_WORK);
  g_assert_null (find (found, WAY_RECOVERY_SHORTEN, f->design));
  for (guint i = 1; i < found->len; i++)
    g_assert_cmpint (((WayRecovery *) found->pdata[i - 1])->regained, >=,
                     ((WayRecovery *) found->pdata[i])->regained);
}

/* Half a person becomes a whole one; a second of the same role shares the work. */
static void
test_people (Fixture *f, gconstpointer data)
{
  WayResource *ann = add_person (f, "Ann", "Tester");
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (GError) error = NULL;

  add_person (f, "Ben", "Tester");
  add_person (f, "Carl", "Cook");
  g_assert_nonnull (way_task_assign (f->document, f->test, ann, 50, &error));
  g_assert_no_error (error);
  found = search (f);
  g_assert_cmpint (find (found, WAY_RECOVERY_RAISE_UNITS, f->test)->regained, ==, DAY_WORK);
  g_assert_cmpint (find (found, WAY_RECOVERY_ADD_PERSON, f->test)->regained, ==, DAY_WORK);
  g_assert_nonnull (g_strrstr (find (found, WAY_RECOVERY_ADD_PERSON, f->test)->text, "Ben"));
}

static void
test_leave_out (Fixture *f, gconstpointer data)
{
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (GError) error = NULL;
  WayRecord *feature;

  way_document_begin (f->document, "Feature");
  feature = way_document_create_record (f->document, &way_feature_type);
  way_document_set_text (f->document, feature, "title", "Dark mode");
  way_document_set_int (f->document, feature, "milestone", WAY_RECORD (f->released_ms)->id);
  way_document_set_int (f->document, feature, "scope", WAY_SCOPE_COULD);
  way_document_set_int (f->document, feature, "task", WAY_RECORD (f->test)->id);
  way_document_commit (f->document, &error);
  g_assert_no_error (error);
  found = search (f);
  g_assert_cmpint (find (found, WAY_RECOVERY_LEAVE_OUT, f->test)->regained, >=, 2 * DAY_WORK);
}

/* Two that are chosen become one request and two actions; later the days are told that came of it. */
static void
test_promised_and_achieved (Fixture *f, gconstpointer data)
{
  g_autoptr (GPtrArray) found = search (f);
  WayRecovery *chosen[] = { find (found, WAY_RECOVERY_SHORTEN, f->test),
                            find (found, WAY_RECOVERY_SHORTEN, f->build) };
  g_autoptr (GError) error = NULL;
  WayChangeRequest *request = propose (f, chosen, 2, &error);
  GPtrArray *actions = way_plan_peek_records (f->plan, &way_action_type);
  g_autoptr (WayChangeTrial) trial = NULL;
  WayRecovered recovered;
  gint64 both = chosen[0]->regained + chosen[1]->regained;
  WayMoment forecast = f->released_ms->forecast;

  g_assert_no_error (error);
  g_assert_cmpint (request->milestone, ==, WAY_RECORD (f->released_ms)->id);
  g_assert_cmpuint (actions->len, ==, 2);
  g_assert_cmpint (WAY_ACTION (actions->pdata[0])->kind, ==, WAY_ACTION_RECOVERY);
  g_assert_cmpint (WAY_ACTION (actions->pdata[0])->promised, ==, chosen[0]->regained);
  g_assert_cmpint (WAY_ACTION (actions->pdata[0])->source, ==, WAY_RECORD (request)->id);
  g_assert_cmpint (WAY_ACTION (actions->pdata[0])->due, ==, way_moment_day (f->test->start));
  g_assert_true (way_change_request_recovered (f->document, request, &recovered));
  g_assert_cmpint (recovered.promised, ==, both);
  g_assert_cmpint (recovered.achieved, ==, 0);
  g_assert_cmpint (f->released_ms->forecast, ==, forecast);

  way_change_request_step (f->document, request, WAY_CHANGE_PROPOSED, &error);
  way_document_begin (f->document, "Approve");
  {
    WayRecord *approval = way_document_create_record (f->document, &way_approval_type);

    way_document_set_int (f->document, approval, "change", WAY_RECORD (request)->id);
    way_document_set_int (f->document, approval, "decision", WAY_APPROVAL_GRANTED);
    way_document_set_int (f->document, WAY_RECORD (request), "status", WAY_CHANGE_APPROVED);
  }
  way_document_commit (f->document, &error);
  g_assert_no_error (error);
  trial = way_change_trial_run (f->document, request, WAY_TRIAL_IMPLEMENT, &error);
  g_assert_no_error (error);
  way_change_request_implement (f->document, request, trial->whole, &error);
  g_assert_no_error (error);
  g_assert_true (way_change_request_recovered (f->document, request, &recovered));
  g_assert_cmpint (recovered.achieved, ==, both);
  fixture_set (f, f->test, "duration", 2 * DAY_WORK); /* and then it takes its time all the same */
  g_assert_true (way_change_request_recovered (f->document, request, &recovered));
  g_assert_cmpint (recovered.achieved, ==, both - DAY_WORK);
}

static void
delete (Fixture *f, gpointer record)
{
  g_autoptr (GError) error = NULL;

  way_document_begin (f->document, "Delete");
  way_document_delete (f->document, record);
  way_document_commit (f->document, &error);
  g_assert_no_error (error);
}

/* Another window may delete the task between the search and the choice. */
static void
test_gone (Fixture *f, gconstpointer data)
{
  g_autoptr (GPtrArray) found = search (f);
  WayRecovery *chosen[] = { find (found, WAY_RECOVERY_SHORTEN, f->test) };
  g_autoptr (GError) error = NULL;

  delete (f, f->test);
  g_assert_null (propose (f, chosen, 1, &error));
  g_assert_error (error, WAY_ERROR, WAY_ERROR_CONFLICT);
}

/* Nor is there anything to recover when the milestone itself is deleted, before or after. */
static void
test_milestone_gone (Fixture *f, gconstpointer data)
{
  g_autoptr (GPtrArray) found = search (f), none = NULL;
  WayRecovery *chosen[] = { find (found, WAY_RECOVERY_SHORTEN, f->test) };
  gint64 id = WAY_RECORD (f->released_ms)->id;
  g_autoptr (WayRecoveryPlan) plan = try (f, id, chosen, 1, NULL), too_late = NULL;
  g_autoptr (WayDocument) copy = NULL;
  g_autoptr (GError) searched = NULL, tried = NULL, kept = NULL;
  WayRecoveryProgress progress = { 0 };

  g_assert_nonnull (plan);
  delete (f, f->released_ms);
  g_assert_true (way_recovery_plan_is_stale (plan, f->document));
  g_assert_null (way_recovery_plan_keep (plan, f->document, &kept));
  g_assert_error (kept, WAY_ERROR, WAY_ERROR_CONFLICT);
  too_late = try (f, id, chosen, 1, &tried);
  g_assert_null (too_late);
  g_assert_error (tried, WAY_ERROR, WAY_ERROR_CONFLICT);
  copy = way_document_new_sandbox (f->document);
  none = way_recoveries_find (copy, id, &progress, NULL, &searched);
  g_assert_null (none);
  g_assert_error (searched, WAY_ERROR, WAY_ERROR_CONFLICT);
}

/* What was tried on another plan than the one of now says so; tried again it is kept. */
static void
test_stale (Fixture *f, gconstpointer data)
{
  g_autoptr (GPtrArray) found = search (f);
  WayRecovery *chosen[] = { find (found, WAY_RECOVERY_SHORTEN, f->test) };
  g_autoptr (WayRecoveryPlan) plan = try (f, WAY_RECORD (f->released_ms)->id, chosen, 1, NULL);
  g_autoptr (WayChangeImpact) impact = NULL;
  g_autoptr (GError) error = NULL;
  WayChangeRequest *request;

  g_assert_false (way_recovery_plan_is_stale (plan, f->document));
  fixture_set (f, f->build, "duration", f->build->duration + 3 * DAY_WORK);
  g_assert_true (way_recovery_plan_is_stale (plan, f->document));
  request = propose (f, chosen, 1, &error);
  g_assert_no_error (error);
  impact = way_change_impact_from_json (request->impact);
  g_assert_cmpint (g_array_index (impact->milestones, WayImpactFinish, 0).before, ==,
                   f->released_ms->forecast);
  g_assert_cmpint (request->impact_seq, <, way_document_get_seq (f->document));
  way_document_undo (f->document, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (way_plan_peek_records (f->plan, &way_change_request_type)->len, ==, 0);
  g_assert_cmpuint (way_plan_peek_records (f->plan, &way_action_type)->len, ==, 0);
}

typedef struct
{
  GCancellable *cancellable;
  guint n_steps; /* made in the copy, or taken back */
} Watch;

static void
stop_cb (Watch *watch)
{
  watch->n_steps++;
  g_cancellable_cancel (watch->cancellable);
}

/* Whoever does not wait any more ends the search: the first that is tried is the last. */
static void
test_cancel (Fixture *f, gconstpointer data)
{
  g_autoptr (GPtrArray) all = search (f), found = NULL;
  g_autoptr (WayDocument) copy = way_document_new_sandbox (f->document);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  Watch watch = { cancellable, 0 };
  WayRecoveryProgress progress = { 0 };

  g_assert_cmpuint (all->len, >, 1);
  g_signal_connect_swapped (copy, "changed", G_CALLBACK (stop_cb), &watch);
  found = way_recoveries_find (copy, WAY_RECORD (f->released_ms)->id, &progress, cancellable,
                               &error);
  g_assert_null (found);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (watch.n_steps, <=, 2);
  g_assert_cmpint (progress.n_tried, <=, 1);
  g_assert_cmpint (progress.n_all, >, 1);
}

static void
gone_cb (gpointer data, GObject *where_it_was)
{
  g_atomic_pointer_set ((gpointer *) data, g_thread_self ());
}

/* Who closes a plan while a copy is searched does not have it end in the other thread. */
static void
test_plan_closed (Fixture *f, gconstpointer data)
{
  for (guint i = 0; i < 50; i++)
    {
      WayDocument *plan = way_document_new_sandbox (f->document);
      g_autoptr (GAsyncResult) result = NULL;
      WayRecoveryProgress *progress = g_atomic_rc_box_new0 (WayRecoveryProgress);
      gpointer thread = NULL;

      g_object_weak_ref (G_OBJECT (plan), gone_cb, &thread);
      way_recoveries_start (plan, WAY_RECORD (f->released_ms)->id, progress, NULL, planned_cb,
                            &result);
      g_atomic_rc_box_release (progress);
      g_object_unref (plan);
      while (g_atomic_pointer_get (&thread) == NULL)
        {
          g_main_context_iteration (NULL, FALSE);
          g_clear_object (&result);
        }
      g_assert_true (thread == g_thread_self ());
    }
}

/* Shorter by a day: a day is promised. Turned down, nothing is; moved a week back, it is lost. */
static void
test_told (Fixture *f, gconstpointer data)
{
  g_autoptr (GPtrArray) found = search (f);
  WayRecovery *chosen[] = { find (found, WAY_RECOVERY_SHORTEN, f->test) };
  g_autoptr (GError) error = NULL;
  WayChangeRequest *request = propose (f, chosen, 1, &error);
  g_autoptr (GPtrArray) open = way_milestone_recoveries (f->document, f->released_ms);
  g_autoptr (GPtrArray) other = way_milestone_recoveries (f->document, f->designed_ms);
  g_autoptr (GPtrArray) rejected = NULL;
  g_autofree char *first = way_recovery_describe (f->document, request), *lost = NULL;
  g_autofree char *how = way_recovery_explain (f->document, request), *rest = NULL;

  g_assert_no_error (error);
  g_assert_cmpuint (open->len, ==, 1);
  g_assert_true (open->pdata[0] == request);
  g_assert_cmpuint (other->len, ==, 0);
  g_assert_true (g_str_has_suffix (first,
                                   ": 1 working day promised, 0 working days regained so far"));
  g_assert_nonnull (strstr (how, "\nShorten “Test” by 1 working day: 1 working day promised"));

  fixture_set (f, f->test, "duration", f->test->duration + 5 * DAY_WORK);
  fixture_set (f, request, "raised_on", WAY_NEVER);
  lost = way_recovery_describe (f->document, request);
  g_assert_true (g_str_has_suffix (lost, ": 1 working day promised, 5 working days lost instead"));
  fixture_set (f, request, "status", WAY_CHANGE_REJECTED);
  rejected = way_milestone_recoveries (f->document, f->released_ms);
  g_assert_cmpuint (rejected->len, ==, 0);
  rest = way_recovery_describe (f->document, request);
  g_assert_null (rest);
}

#define ADD(name, function)                                                                       \
  g_test_add ("/recovery/" name, Fixture, NULL, fixture_set_up, function, fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("shorten-and-overlap", test_shorten_and_overlap);
  ADD ("people", test_people);
  ADD ("leave-out", test_leave_out);
  ADD ("promised-and-achieved", test_promised_and_achieved);
  ADD ("told", test_told);
  ADD ("gone", test_gone);
  ADD ("milestone-gone", test_milestone_gone);
  ADD ("stale", test_stale);
  ADD ("cancel", test_cancel);
  ADD ("plan-closed", test_plan_closed);
  return g_test_run ();
}
