/* test-changes.c: a change request from the first edit to the plan that it makes.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "metrics-fixture.h"

#include "document/way-change-requests.h"
#include "document/way-merge.h"
#include "document/way-sandbox.h"
#include "document/way-task-edits.h"
#include "metrics/impact/way-change-trial.h"
#include "metrics/way-change-metrics.h"
#include "model/way-error.h"

#include <string.h>

typedef struct
{
  Fixture plan;
  WayChangeRequest *request; /* C-1: Test takes 4 days instead of 2 */
} Case;

static void
propose (Case *c, gint64 days)
{
  g_autoptr (WayDocument) sandbox = way_document_new_sandbox (c->plan.document);
  g_autoptr (WayChangeTrial) trial = NULL;
  g_autoptr (GError) error = NULL;
  WayTask *test = way_plan_lookup_task (way_document_get_plan (sandbox),
                                        WAY_RECORD (c->plan.test)->id);

  way_task_edit_duration (sandbox, test, days * DAY_WORK, WAY_UNIT_DAYS, &error);
  g_assert_no_error (error);
  way_document_begin (c->plan.document, "Keep");
  way_change_request_keep (c->plan.document, c->request, sandbox);
  way_document_commit (c->plan.document, &error);
  g_assert_no_error (error);
  trial = way_change_trial_run (c->plan.document, c->request, WAY_TRIAL_ASSESS, &error);
  g_assert_no_error (error);
  way_document_begin (c->plan.document, "Assess");
  way_change_trial_keep (c->plan.document, c->request, trial);
  way_document_commit (c->plan.document, &error);
  g_assert_no_error (error);
}

static void
set_up (Case *c, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  WayRecord *record;

  fixture_set_up (&c->plan, NULL);
  way_document_begin (c->plan.document, "Add");
  record = way_document_create_record (c->plan.document, &way_change_request_type);
  way_document_set_text (c->plan.document, record, "title", "Test more");
  way_document_set_text (c->plan.document, record, "why", "Too many faults");
  way_document_set_text (c->plan.document, record, "recommendation", "Two more days");
  way_document_commit (c->plan.document, &error);
  g_assert_no_error (error);
  c->request = WAY_CHANGE_REQUEST (record);
  propose (c, 4);
}

static void
tear_down (Case *c, gconstpointer data)
{
  fixture_tear_down (&c->plan, NULL);
}

static gboolean
step (Case *c, gint64 status)
{
  g_autoptr (GError) error = NULL;
  gboolean done = way_change_request_step (c->plan.document, c->request, status, &error);

  g_assert_true (done == (error == NULL));
  if (error != NULL)
    g_test_message ("%s", error->message);
  g_assert_true (done == (c->request->status == status));
  return done;
}

static WayApproval *
ask (Case *c, const char *role)
{
  g_autoptr (GError) error = NULL;
  WayRecord *approval;

  way_document_begin (c->plan.document, "Ask");
  approval = way_document_create_record (c->plan.document, &way_approval_type);
  way_document_set_int (c->plan.document, approval, "change", WAY_RECORD (c->request)->id);
  way_document_set_text (c->plan.document, approval, "role", role);
  way_document_commit (c->plan.document, &error);
  g_assert_no_error (error);
  return WAY_APPROVAL (approval);
}

static void
decide (Case *c, WayApproval *approval, gint64 decision)
{
  g_autoptr (GError) error = NULL;

  way_approval_decide (c->plan.document, approval, decision, "", &error);
  g_assert_no_error (error);
}

static void
approve (Case *c)
{
  g_assert_true (step (c, WAY_CHANGE_ASSESSED));
  g_assert_true (step (c, WAY_CHANGE_PROPOSED));
  decide (c, ask (c, "Sponsor"), WAY_APPROVAL_GRANTED);
  g_assert_cmpint (c->request->status, ==, WAY_CHANGE_APPROVED);
}

static void
test_steps (Case *c, gconstpointer data)
{
  g_assert_false (step (c, WAY_CHANGE_IMPLEMENTED));
  g_assert_false (step (c, WAY_CHANGE_CLOSED));
  fixture_set (&c->plan, c->request, "status", WAY_CHANGE_ASSESSED);
  g_assert_true (step (c, WAY_CHANGE_PROPOSED));
  g_assert_false (step (c, WAY_CHANGE_APPROVED)); /* nobody was asked */
  ask (c, "Sponsor");
  g_assert_false (step (c, WAY_CHANGE_APPROVED)); /* nobody has said anything */
  g_assert_false (step (c, WAY_CHANGE_SUPERSEDED)); /* by what? */
  g_assert_true (step (c, WAY_CHANGE_REJECTED));
  g_assert_cmpint (c->request->decided_on, ==,
                   way_document_get_status_date (c->plan.document));
  g_assert_true (step (c, WAY_CHANGE_IDENTIFIED));
}

static void
test_why_is_asked (Case *c, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  way_document_begin (c->plan.document, "Forget");
  way_document_set_text (c->plan.document, WAY_RECORD (c->request), "why", "");
  way_document_commit (c->plan.document, NULL);
  way_change_request_step (c->plan.document, c->request, WAY_CHANGE_ASSESSED, &error);
  g_assert_error (error, WAY_ERROR, WAY_ERROR_INCOMPLETE);
  g_assert_cmpstr (way_change_status_asks_for (WAY_CHANGE_ASSESSED), ==, "why");
  g_assert_null (way_change_status_asks_for (WAY_CHANGE_APPROVED));
  g_assert_false (step (c, WAY_CHANGE_ASSESSED));
}

static void
check_rule (Case *c, gint64 rule, const char *told)
{
  g_autofree char *text = NULL;

  fixture_set (&c->plan, c->request, "rule", rule);
  text = way_change_request_describe_rule (c->request);
  g_assert_cmpstr (text, ==, told);
}

/* In words, also where more have to approve than are asked. */
static void
test_rules_told (Case *c, gconstpointer data)
{
  ask (c, "Sponsor");
  check_rule (c, WAY_APPROVAL_ALL, "Approved when all approve.");
  check_rule (c, WAY_APPROVAL_ANY, "Approved when one approves.");
  check_rule (c, WAY_APPROVAL_QUORUM, "Approved when 2 approve, but no more than 1 can.");
  ask (c, "Customer");
  ask (c, "Line manager");
  check_rule (c, WAY_APPROVAL_QUORUM, "Approved when 2 of 3 approve.");
}

static void
test_verdicts (Case *c, gconstpointer data)
{
  WayApproval *asked[3];

  g_assert_cmpint (way_change_request_verdict (c->request), ==, WAY_VERDICT_WAITING);
  for (guint i = 0; i < 3; i++)
    asked[i] = ask (c, "Stakeholder");
  decide (c, asked[0], WAY_APPROVAL_GRANTED);
  g_assert_cmpint (way_change_request_verdict (c->request), ==, WAY_VERDICT_WAITING);
  fixture_set (&c->plan, c->request, "rule", WAY_APPROVAL_ANY);
  g_assert_cmpint (way_change_request_verdict (c->request), ==, WAY_VERDICT_APPROVED);
  fixture_set (&c->plan, c->request, "rule", WAY_APPROVAL_QUORUM); /* of two */
  g_assert_cmpint (way_change_request_verdict (c->request), ==, WAY_VERDICT_WAITING);
  decide (c, asked[1], WAY_APPROVAL_CONDITIONAL);
  g_assert_cmpint (way_change_request_verdict (c->request), ==, WAY_VERDICT_APPROVED);
  decide (c, asked[1], WAY_APPROVAL_REFUSED);
  g_assert_cmpint (way_change_request_verdict (c->request), ==, WAY_VERDICT_WAITING);
  decide (c, asked[2], WAY_APPROVAL_REFUSED);
  g_assert_cmpint (way_change_request_verdict (c->request), ==, WAY_VERDICT_REJECTED);
  fixture_set (&c->plan, c->request, "rule", WAY_APPROVAL_ALL);
  g_assert_cmpint (way_change_request_verdict (c->request), ==, WAY_VERDICT_REJECTED);
  decide (c, asked[1], WAY_APPROVAL_GRANTED);
  decide (c, asked[2], WAY_APPROVAL_GRANTED);
  g_assert_cmpint (way_change_request_verdict (c->request), ==, WAY_VERDICT_APPROVED);
}

static gboolean
implement (Case *c, GError **error)
{
  g_autoptr (WayChangeTrial) trial
      = way_change_trial_run (c->plan.document, c->request, WAY_TRIAL_IMPLEMENT, error);

  return trial != NULL
         && way_change_request_implement (c->plan.document, c->request, trial->whole, error);
}

/* As a form does it: the decision alone; the rest follows, unless it was typed. */
static void
test_decided_in_form (Case *c, gconstpointer data)
{
  WayApproval *first = ask (c, "Sponsor"), *second = ask (c, "Customer");
  WayMoment today = way_document_get_status_date (c->plan.document);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (c->request->raised_on, ==, today);
  g_assert_true (step (c, WAY_CHANGE_PROPOSED));
  fixture_set (&c->plan, first, "decision", WAY_APPROVAL_CONDITIONAL);
  g_assert_cmpint (first->decided_on, ==, today);
  g_assert_cmpint (c->request->status, ==, WAY_CHANGE_PROPOSED);
  way_document_begin (c->plan.document, "Edit");
  way_document_set_int (c->plan.document, WAY_RECORD (second), "decision", WAY_APPROVAL_GRANTED);
  way_document_set_int (c->plan.document, WAY_RECORD (second), "decided_on", MARCH (3));
  way_document_commit (c->plan.document, &error);
  g_assert_no_error (error);
  g_assert_cmpint (second->decided_on, ==, MARCH (3));
  g_assert_cmpint (c->request->status, ==, WAY_CHANGE_APPROVED);
  g_assert_cmpint (c->request->decided_on, ==, today);
  way_document_undo (c->plan.document, &error);
  g_assert_no_error (error);
  g_assert_cmpint (second->decided_on, ==, WAY_NEVER);
  g_assert_cmpint (c->request->status, ==, WAY_CHANGE_PROPOSED);
  g_assert_cmpint (c->request->decided_on, ==, WAY_NEVER);
  fixture_set (&c->plan, first, "decision", WAY_APPROVAL_WAITING);
  g_assert_cmpint (first->decided_on, ==, WAY_NEVER);
}

/* One has approved: enough once the rule says so. */
static void
test_other_rule (Case *c, gconstpointer data)
{
  WayApproval *first = ask (c, "Sponsor");

  ask (c, "Customer");
  g_assert_true (step (c, WAY_CHANGE_PROPOSED));
  decide (c, first, WAY_APPROVAL_GRANTED);
  g_assert_cmpint (c->request->status, ==, WAY_CHANGE_PROPOSED);
  fixture_set (&c->plan, c->request, "rule", WAY_APPROVAL_ANY);
  g_assert_cmpint (c->request->status, ==, WAY_CHANGE_APPROVED);
  way_document_begin (c->plan.document, "Nothing said");
  way_document_set_text (c->plan.document, WAY_RECORD (c->request), "recommendation", "");
  g_assert_true (way_document_commit (c->plan.document, NULL));
  g_assert_true (step (c, WAY_CHANGE_PROPOSED)); /* taken back by hand, it stays so */
  g_assert_cmpint (c->request->decided_on, ==, WAY_NEVER);
}

/* What was approved is what is implemented: other edits are asked about again, the same are not. */
static void
test_reworked (Case *c, gconstpointer data)
{
  WayApproval *approval;

  approve (c);
  approval = way_change_request_approvals (c->request)->pdata[0];
  propose (c, 4);
  g_assert_cmpint (c->request->status, ==, WAY_CHANGE_APPROVED);
  g_assert_cmpint (approval->decision, ==, WAY_APPROVAL_GRANTED);
  way_document_begin (c->plan.document, "Condition");
  way_document_set_text (c->plan.document, WAY_RECORD (approval), "condition", "Not in May");
  g_assert_true (way_document_commit (c->plan.document, NULL));
  propose (c, 5);
  g_assert_cmpstr (approval->condition, ==, ""); /* it was one of other edits */
  g_assert_cmpint (c->request->status, ==, WAY_CHANGE_PROPOSED);
  g_assert_cmpint (c->request->decided_on, ==, WAY_NEVER);
  g_assert_cmpint (approval->decision, ==, WAY_APPROVAL_WAITING);
  g_assert_cmpint (approval->decided_on, ==, WAY_NEVER);
  decide (c, approval, WAY_APPROVAL_GRANTED);
  g_assert_cmpint (c->request->status, ==, WAY_CHANGE_APPROVED);
  g_assert_true (step (c, WAY_CHANGE_IMPLEMENTING));
  propose (c, 6);
  g_assert_cmpint (c->request->status, ==, WAY_CHANGE_PROPOSED);
}

/* A status alone does not bring the edits into the plan. */
static void
test_not_by_hand (Case *c, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  approve (c);
  g_assert_false (step (c, WAY_CHANGE_IMPLEMENTED));
  implement (c, &error);
  g_assert_no_error (error);
  g_assert_false (implement (c, &error)); /* once is enough */
  g_assert_error (error, WAY_ERROR, WAY_ERROR_INVALID);
  g_clear_error (&error);
  way_document_begin (c->plan.document, "Learn");
  way_document_set_text (c->plan.document, WAY_RECORD (c->request), "lessons", "Test earlier");
  way_document_commit (c->plan.document, &error);
  g_assert_no_error (error);
  g_assert_true (step (c, WAY_CHANGE_CLOSED));
  g_assert_true (step (c, WAY_CHANGE_IMPLEMENTED)); /* opened again */
}

/* Proposed, approved by the last who had to, made, in one step that can be taken back. */
static void
test_implemented (Case *c, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL, *again = NULL;
  WayBaselineValue *value;

  fixture_set (&c->plan, c->request, "baseline", TRUE);
  g_assert_false (implement (c, &error));
  g_assert_error (error, WAY_ERROR, WAY_ERROR_INVALID);
  g_clear_error (&error);
  approve (c);
  before = way_plan_to_text (c->plan.plan);
  implement (c, &error);
  g_assert_no_error (error);
  g_assert_cmpint (c->plan.test->duration, ==, 4 * DAY_WORK);
  g_assert_cmpint (c->plan.released->finish, ==, way_moment (2026, 3, 19, 17, 0));
  g_assert_cmpint (c->request->status, ==, WAY_CHANGE_IMPLEMENTED);
  g_assert_cmpint (c->request->implemented_on, ==,
                   way_document_get_status_date (c->plan.document));
  /* Baseline 0 is taken, so this is 1; it holds the dates after the change. */
  value = way_baseline_get_value (c->plan.document, 1, c->plan.test);
  g_assert_nonnull (value);
  g_assert_cmpint (value->finish, ==, way_moment (2026, 3, 19, 17, 0));
  g_assert_cmpstr (way_document_get_undo_label (c->plan.document), ==,
                   "Implement C-1 “Test more”");
  g_assert_false (step (c, WAY_CHANGE_CLOSED)); /* what was learned? */
  way_document_undo (c->plan.document, &error);
  g_assert_no_error (error);
  again = way_plan_to_text (c->plan.plan);
  g_assert_cmpstr (again, ==, before);
}

static void
test_stale (Case *c, gconstpointer data)
{
  g_assert_false (way_change_request_is_stale (c->plan.document, c->request));
  ask (c, "Sponsor");
  g_assert_false (way_change_request_is_stale (c->plan.document, c->request));
  fixture_set (&c->plan, c->plan.build, "duration", 6 * DAY_WORK);
  g_assert_true (way_change_request_is_stale (c->plan.document, c->request));
}

static void
test_plan_moved_on (Case *c, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WayChangeTrial) trial = NULL;

  approve (c);
  fixture_set (&c->plan, c->plan.test, "duration", 7 * DAY_WORK);
  trial = way_change_trial_run (c->plan.document, c->request, WAY_TRIAL_ASSESS, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (trial->clashes->len, ==, 1);
  g_assert_false (implement (c, &error));
  g_assert_error (error, WAY_ERROR, WAY_ERROR_CONFLICT);
  g_assert_nonnull (strstr (error->message, "“Test”"));
  g_assert_cmpint (c->plan.test->duration, ==, 7 * DAY_WORK);
  g_assert_cmpint (c->request->status, ==, WAY_CHANGE_APPROVED);
}

static void
tried_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;

  *(WayChangeTrial **) data = way_change_trial_finish (result, &error);
  g_assert_no_error (error);
}

/* What was deleted meanwhile is named, also where the trial ran on a copy that has no history. */
static void
test_deleted_meanwhile (Case *c, gconstpointer data)
{
  const char *said = "T-4 “Test” was deleted meanwhile: Duration cannot be changed.";
  g_autoptr (GError) error = NULL;
  g_autoptr (WayChangeTrial) there = NULL;

  approve (c);
  way_document_begin (c->plan.document, "Delete");
  way_document_delete (c->plan.document, WAY_RECORD (c->plan.test));
  way_document_commit (c->plan.document, &error);
  g_assert_no_error (error);
  way_change_trial_start (c->plan.document, c->request, WAY_TRIAL_ASSESS, NULL, tried_cb, &there);
  while (there == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (there->clashes->len, ==, 1);
  g_assert_cmpstr (((WayClash *) there->clashes->pdata[0])->text, ==, said);
  g_assert_false (implement (c, &error));
  g_assert_error (error, WAY_ERROR, WAY_ERROR_CONFLICT);
  g_assert_nonnull (strstr (error->message, said));
}

/* By kind and by the day that counts; both ends of the period are in it. */
static void
test_counts (Case *c, gconstpointer data)
{
  g_autoptr (WayFigure) raised = NULL, other_kind = NULL, rejected = NULL, implemented = NULL;

  fixture_set (&c->plan, c->request, "kind", WAY_CHANGE_TIMELINE);
  fixture_set (&c->plan, c->request, "raised_on", MARCH (2));
  g_assert_true (step (c, WAY_CHANGE_REJECTED));
  fixture_set (&c->plan, c->request, "decided_on", MARCH (9));
  raised = way_changes_raised (c->plan.document, -1, MARCH (2), MARCH (2));
  g_assert_cmpint (raised->part, ==, 1);
  g_assert_true (raised->rows->pdata[0] == c->request);
  other_kind = way_changes_raised (c->plan.document, WAY_CHANGE_SCOPE, MARCH (1), MARCH (31));
  g_assert_cmpint (other_kind->part, ==, 0);
  rejected = way_changes_rejected (c->plan.document, WAY_CHANGE_TIMELINE, MARCH (3), MARCH (9));
  g_assert_cmpint (rejected->part, ==, 1);
  implemented = way_changes_implemented (c->plan.document, -1, MARCH (1), MARCH (31));
  g_assert_cmpint (implemented->part, ==, 0);
}

/* What the trial says of the plan as it is now. */
static char *
text_of_trial (Case *c)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WayChangeTrial) trial
      = way_change_trial_run (c->plan.document, c->request, WAY_TRIAL_ASSESS, &error);

  g_assert_no_error (error);
  return way_change_impact_to_json (trial->impact);
}

/* In another thread, while the plan changes here: it is tried on one of the states that a commit
 * left, and says which. */
static void
test_in_thread (Case *c, gconstpointer data)
{
  g_autoptr (WayChangeTrial) there = NULL;
  g_autoptr (GHashTable) expected = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  g_autofree char *text = NULL;

  for (int i = 5; i < 60; i++)
    {
      fixture_set (&c->plan, c->plan.build, "duration", i * DAY_WORK);
      if (i == 5)
        way_change_trial_start (c->plan.document, c->request, WAY_TRIAL_ASSESS, NULL, tried_cb,
                                &there);
      g_hash_table_insert (expected, GSIZE_TO_POINTER (way_document_get_seq (c->plan.document)),
                           text_of_trial (c));
    }
  while (there == NULL)
    g_main_context_iteration (NULL, TRUE);
  text = way_change_impact_to_json (there->impact);
  g_assert_true (g_hash_table_contains (expected, GSIZE_TO_POINTER (there->seq)));
  g_assert_cmpstr (text, ==, g_hash_table_lookup (expected, GSIZE_TO_POINTER (there->seq)));
}

/* A copy is never one of a half-made change, however often somebody writes. */
static void
test_copies_are_whole (Case *c, gconstpointer data)
{
  WayChangeTrial *trials[8] = { NULL };
  guint done = 0;

  for (guint i = 0; i < G_N_ELEMENTS (trials); i++)
    way_change_trial_start (c->plan.document, c->request, WAY_TRIAL_ASSESS, NULL, tried_cb,
                            &trials[i]);
  while (done < G_N_ELEMENTS (trials))
    {
      WayPlan *plan = c->plan.plan;
      WayRecord *record;

      way_document_begin (c->plan.document, "Come and go");
      record = way_document_create_record (c->plan.document, &way_task_type);
      way_document_set_text (c->plan.document, record, "title", "Passing");
      way_document_commit (c->plan.document, NULL);
      way_document_begin (c->plan.document, "Go");
      way_document_delete (c->plan.document, way_plan_lookup (plan, record->id));
      way_document_commit (c->plan.document, NULL);
      g_main_context_iteration (NULL, FALSE);
      done = 0;
      for (guint i = 0; i < G_N_ELEMENTS (trials); i++)
        done += trials[i] != NULL;
    }
  for (guint i = 0; i < G_N_ELEMENTS (trials); i++)
    {
      g_assert_cmpint (trials[i]->impact->edited, ==, 1);
      g_assert_cmpint (trials[i]->impact->added, ==, 0);
      g_assert_cmpint (trials[i]->impact->removed, ==, 0);
      way_change_trial_free (trials[i]);
    }
}

/* Edits that no request keeps yet, and a request that goes meanwhile. */
static void
test_other_edits (Case *c, gconstpointer data)
{
  g_autoptr (WayChangeset) edits = NULL;
  g_autoptr (WayChangeTrial) there = NULL;
  g_autofree char *text = NULL, *here = text_of_trial (c);
  g_autoptr (GError) error = NULL;

  edits = way_change_request_read (c->request, &error);
  g_assert_no_error (error);
  way_change_trial_start_edits (c->plan.document, edits, NULL, tried_cb, &there);
  while (there == NULL)
    g_main_context_iteration (NULL, TRUE);
  text = way_change_impact_to_json (there->impact);
  g_assert_cmpstr (text, ==, here);
  g_assert_cmpint (there->seq, ==, way_document_get_seq (c->plan.document));
}

#define ADD(name, function) g_test_add ("/changes/" name, Case, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("steps", test_steps);
  ADD ("why-is-asked", test_why_is_asked);
  ADD ("verdicts", test_verdicts);
  ADD ("rules-told", test_rules_told);
  ADD ("decided-in-form", test_decided_in_form);
  ADD ("other-rule", test_other_rule);
  ADD ("reworked", test_reworked);
  ADD ("not-by-hand", test_not_by_hand);
  ADD ("implemented", test_implemented);
  ADD ("stale", test_stale);
  ADD ("plan-moved-on", test_plan_moved_on);
  ADD ("counts", test_counts);
  ADD ("in-thread", test_in_thread);
  ADD ("copies-are-whole", test_copies_are_whole);
  ADD ("other-edits", test_other_edits);
  ADD ("deleted-meanwhile", test_deleted_meanwhile);
  return g_test_run ();
}
