/* test-registers.c: what issues, risks and actions hold, what follows from them, and what is made
 * from what.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "document/way-contingency.h"
#include "document/way-derivation.h"
#include "document/way-milestone-parts.h"
#include "document/way-outline.h"
#include "document/way-register-figures.h"
#include "document/way-register-rules.h"
#include "model/way-error.h"

typedef struct
{
  WayDocument *document;
  WayPlan *plan;
} Fixture;

#define MONDAY way_moment (2026, 3, 2, 8, 0)

static void
set_up (Fixture *f, gconstpointer data)
{
  f->document = way_document_new ("Registers", MONDAY);
  f->plan = way_document_get_plan (f->document);
  way_document_begin (f->document, "Status");
  way_document_set_int (f->document, WAY_RECORD (way_plan_get_project (f->plan)), "status_date",
                        way_moment (2026, 3, 4, 0, 0));
  g_assert_true (way_document_commit (f->document, NULL));
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  g_object_unref (f->document);
}

static gpointer
add (Fixture *f, const WayRecordType *type, const char *title)
{
  g_autoptr (GError) error = NULL;
  WayRecord *record;

  way_document_begin (f->document, "Add");
  record = way_document_create_record (f->document, type);
  if (title != NULL)
    way_document_set_text (f->document, record, "title", title);
  way_document_commit (f->document, &error);
  g_assert_no_error (error);
  return record;
}

static gboolean
set (Fixture *f, gpointer record, const char *field, const char *text, GError **error)
{
  way_document_begin (f->document, "Edit");
  if (way_document_set_typed (f->document, record, field, text, error))
    return way_document_commit (f->document, error);
  way_document_rollback (f->document);
  return FALSE;
}

static void
set_well (Fixture *f, gpointer record, const char *field, const char *text)
{
  g_autoptr (GError) error = NULL;

  set (f, record, field, text, &error);
  g_assert_no_error (error);
}

static void
test_guards (Fixture *f, gconstpointer data)
{
  WayIssue *issue = add (f, &way_issue_type, "Water");
  g_autoptr (GError) no_cause = NULL, no_prevention = NULL;

  g_assert_cmpint (issue->found_on, ==, way_moment (2026, 3, 4, 17, 0));
  g_assert_false (set (f, issue, "status", "resolved", &no_cause));
  g_assert_error (no_cause, WAY_ERROR, WAY_ERROR_INCOMPLETE);
  g_assert_cmpint (issue->status, ==, WAY_ISSUE_OPEN);
  g_assert_cmpint (issue->resolved_on, ==, WAY_NEVER);

  set_well (f, issue, "root_cause", "Gasket too hard");
  set_well (f, issue, "resolution", "Softer gasket");
  set_well (f, issue, "status", "resolved");
  g_assert_cmpint (issue->resolved_on, ==, way_moment (2026, 3, 4, 17, 0));

  g_assert_false (set (f, issue, "status", "closed", &no_prevention));
  g_assert_error (no_prevention, WAY_ERROR, WAY_ERROR_INCOMPLETE);
  set_well (f, issue, "no_prevention", "The last device of its kind");
  set_well (f, issue, "status", "closed");
  g_assert_cmpint (issue->closed_on, ==, way_moment (2026, 3, 4, 17, 0));

  set_well (f, issue, "status", "open");
  g_assert_cmpint (issue->resolved_on, ==, WAY_NEVER);
  g_assert_cmpint (issue->closed_on, ==, WAY_NEVER);
  g_assert_true (way_document_undo (f->document, NULL));
  g_assert_cmpint (issue->status, ==, WAY_ISSUE_CLOSED);
  g_assert_cmpint (issue->closed_on, ==, way_moment (2026, 3, 4, 17, 0));
}

static void
test_progress_of_actions (Fixture *f, gconstpointer data)
{
  WayRisk *risk = add (f, &way_risk_type, "Boards are late");
  WayAction *first = add (f, &way_action_type, "Courier");
  WayAction *second = add (f, &way_action_type, "Second supplier");
  WayAction *other = add (f, &way_action_type, "Tell the board");

  set_well (f, risk, "mitigation_progress", "35");
  g_assert_cmpint (risk->mitigated, ==, 35); /* typed, while there are no actions */
  g_assert_cmpint (risk->score_inherent, ==, 4);
  g_assert_cmpint (risk->score, ==, 4);
  g_assert_cmpint (risk->band, ==, WAY_LEVEL_HIGH);
  set_well (f, first, "kind", "mitigation");
  set_well (f, second, "kind", "mitigation");
  set_well (f, first, "source", "R-1");
  set_well (f, second, "source", "R-1");
  set_well (f, other, "source", "R-1");
  set_well (f, other, "complete", "100"); /* a response, no mitigation */
  g_assert_cmpint (other->state, ==, WAY_ACTION_DONE);
  g_assert_cmpint (other->done_on, ==, way_moment (2026, 3, 4, 0, 0));
  g_assert_cmpint (risk->mitigated, ==, 0);
  set_well (f, first, "complete", "51");
  g_assert_cmpint (first->state, ==, WAY_ACTION_IN_PROGRESS);
  g_assert_cmpint (risk->mitigated, ==, 26); /* (51 + 0) / 2, rounded */
  set_well (f, other, "state", "open"); /* not done after all */
  g_assert_cmpint (other->complete, ==, 0);
  g_assert_cmpint (other->done_on, ==, WAY_NEVER);
  set_well (f, second, "state", "dropped");
  g_assert_cmpint (risk->mitigated, ==, 51);
  set_well (f, first, "state", "done");
  g_assert_cmpint (first->complete, ==, 100);
  g_assert_cmpint (risk->mitigated, ==, 100);
}

static void
test_any_record (Fixture *f, gconstpointer data)
{
  WayRecord *issue = add (f, &way_issue_type, "Water");
  WayAction *action = add (f, &way_action_type, "Dry it");
  g_autoptr (GError) itself = NULL, nothing = NULL;
  g_autofree char *shown = NULL;
  GPtrArray *comments = way_plan_peek_records (f->plan, &way_comment_type);
  WayRecord *comment;

  set_well (f, action, "source", "i-1 Water");
  shown = way_record_format (WAY_RECORD (action), way_record_type_field (&way_action_type, "source"));
  g_assert_cmpstr (shown, ==, "I-1 Water");
  g_assert_false (set (f, action, "source", "A-1", &itself));
  g_assert_error (itself, WAY_ERROR, WAY_ERROR_INVALID);
  g_assert_false (set (f, action, "source", "X-9", &nothing));
  g_assert_error (nothing, WAY_ERROR, WAY_ERROR_NOT_FOUND);

  way_document_begin (f->document, "Comment");
  comment = way_document_create_record (f->document, &way_comment_type);
  way_document_set_int (f->document, comment, "subject", issue->id);
  way_document_set_text (f->document, comment, "text", "Seen it too");
  g_assert_true (way_document_commit (f->document, NULL));
  way_document_begin (f->document, "Delete");
  way_document_delete (f->document, issue);
  g_assert_true (way_document_commit (f->document, NULL));
  g_assert_cmpuint (comments->len, ==, 0); /* goes with what it is about */
  g_assert_cmpint (action->source, ==, 0); /* stays, and comes from nothing */
  g_assert_true (way_document_undo (f->document, NULL));
  g_assert_cmpuint (comments->len, ==, 1);
  g_assert_cmpint (action->source, !=, 0);
}

static gpointer
derive (Fixture *f, gpointer from, WayDerivation derivation)
{
  g_autoptr (GPtrArray) made = NULL;
  g_autoptr (GError) error = NULL;

  way_document_begin (f->document, "Make");
  made = way_record_derive (f->document, from, derivation, &error);
  g_assert_no_error (error);
  way_document_commit (f->document, &error);
  g_assert_no_error (error);
  return made->pdata[made->len - 1];
}

static void
test_derivations (Fixture *f, gconstpointer data)
{
  WayRisk *risk = add (f, &way_risk_type, "Boards are late");
  WayIssue *issue;
  WayAction *action;
  WayRecord *review = add (f, &way_review_type, "First review");
  WayRecord *milestone = add (f, &way_milestone_type, "Proven");
  WayRecord *lesson = add (f, &way_lesson_type, "Name the revision");
  g_autoptr (GError) error = NULL;
  GPtrArray *relations = way_plan_peek_records (f->plan, &way_relation_type);
  WayRecord *line;

  set_well (f, risk, "impact", "high");
  set_well (f, risk, "milestone", "Proven");
  issue = derive (f, risk, WAY_DERIVE_ISSUE);
  g_assert_cmpint (issue->source, ==, WAY_RECORD (risk)->id);
  g_assert_cmpint (issue->milestone, ==, milestone->id);
  g_assert_cmpint (issue->priority, ==, WAY_LEVEL_HIGH); /* 2 × 3 */
  g_assert_cmpint (risk->status, ==, WAY_RISK_OCCURRED);
  g_assert_cmpint (risk->occurred_on, ==, way_moment (2026, 3, 4, 0, 0));

  set_well (f, issue, "prevention", "Order earlier\nTell everybody");
  action = derive (f, issue, WAY_DERIVE_PREVENTION);
  g_assert_cmpstr (WAY_RECORD (action)->title, ==, "Order earlier");
  g_assert_cmpint (action->kind, ==, WAY_ACTION_PREVENTION);
  g_assert_cmpint (action->source, ==, WAY_RECORD (issue)->id);

  set_well (f, review, "actions", "Ask the board\n\n Book the hall ");
  action = derive (f, review, WAY_DERIVE_FOLLOW_UPS);
  g_assert_cmpstr (WAY_RECORD (action)->title, ==, "Book the hall");
  g_assert_cmpuint (way_record_get_actions (review)->len, ==, 2);

  way_document_begin (f->document, "Make");
  g_assert_null (way_record_derive (f->document, lesson, WAY_DERIVE_CHECKLIST_LINE, &error));
  g_assert_error (error, WAY_ERROR, WAY_ERROR_INVALID); /* of no milestone */
  way_document_rollback (f->document);
  set_well (f, WAY_RECORD (risk), "contingency", "Fly them in\nPay for the night shift");
  set_well (f, WAY_RECORD (risk), "inform", "the sponsor");
  action = derive (f, risk, WAY_DERIVE_CONTINGENCY); /* the last of three */
  g_assert_cmpstr (WAY_RECORD (action)->title, ==, "Tell the sponsor");
  g_assert_cmpint (action->source, ==, WAY_RECORD (risk)->id);
  set_well (f, lesson, "milestone", "Proven");
  line = derive (f, lesson, WAY_DERIVE_CHECKLIST_LINE);
  g_assert_cmpint (WAY_CHECKLIST_ITEM (line)->milestone, ==, milestone->id);
  g_assert_cmpint (WAY_RELATION (relations->pdata[0])->subject, ==, lesson->id);
  g_assert_cmpint (WAY_RELATION (relations->pdata[0])->other, ==, line->id);
}

/* Two steps become rows beside the risk's own, one after the other; the third stays an action. One
 * step takes it all back. */
static void
test_contingency (Fixture *f, gconstpointer data)
{
  WayRisk *risk = WAY_RISK (add (f, &way_risk_type, "Boards are late"));
  g_autoptr (GPtrArray) steps = NULL, made = NULL;
  g_autoptr (GError) error = NULL;
  WayResource *ann = WAY_RESOURCE (add (f, &way_resource_type, "Ann"));
  WayContingencyRows rows = { 0, TRUE };
  WayTask *place, *first, *second;
  WayLink *link;
  g_autofree char *before = NULL, *after = NULL;

  place = way_outline_insert (f->document, NULL, "Boards", &error);
  way_outline_insert (f->document, NULL, "Box", &error);
  g_assert_no_error (error);
  set_well (f, WAY_RECORD (risk), "contingency", "Ask the other maker\n\nFly them in\nCall Ben");
  set_well (f, WAY_RECORD (risk), "inform", "Ann\n\n The board \n");
  rows.place = WAY_RECORD (place)->id;
  before = way_plan_to_text (f->plan);
  steps = way_contingency_get_steps (risk);
  g_assert_cmpuint (steps->len, ==, 3);
  for (guint i = 0; i < 2; i++)
    ((WayContingencyStep *) steps->pdata[i])->task = TRUE;
  ((WayContingencyStep *) steps->pdata[1])->owner = WAY_RECORD (ann)->id;
  ((WayContingencyStep *) steps->pdata[1])->duration = 3 * 480;
  way_document_begin (f->document, "Start");
  made = way_contingency_start (f->document, risk, steps, &rows, &error);
  g_assert_no_error (error);
  g_assert_true (way_document_commit (f->document, &error));
  g_assert_cmpuint (made->len, ==, 5);
  g_assert_cmpstr (WAY_RECORD (made->pdata[4])->title, ==, "Tell The board");
  first = made->pdata[0];
  second = made->pdata[1];
  g_assert_true (WAY_IS_ACTION (made->pdata[2]));
  g_assert_true (way_plan_get_outline (f->plan)->pdata[1] == first);
  g_assert_true (way_plan_get_outline (f->plan)->pdata[2] == second);
  g_assert_cmpint (first->start, >=, way_document_get_status_date (f->document));
  g_assert_cmpint (second->start, >=, first->finish);
  g_assert_cmpint (second->duration, ==, 3 * 480);
  g_assert_cmpint (WAY_RECORD (second)->owner, ==, WAY_RECORD (ann)->id);
  link = way_plan_peek_records (f->plan, &way_link_type)->pdata[0];
  g_assert_cmpint (link->predecessor, ==, WAY_RECORD (first)->id);
  g_assert_cmpint (link->successor, ==, WAY_RECORD (second)->id);
  g_assert_cmpuint (way_plan_peek_records (f->plan, &way_relation_type)->len, ==, 2);
  g_assert_true (way_document_undo (f->document, &error));
  after = way_plan_to_text (f->plan);
  g_assert_cmpstr (after, ==, before);

  way_document_begin (f->document, "Start");
  rows.place = 99999;
  g_assert_null (way_contingency_start (f->document, risk, steps, &rows, &error));
  g_assert_error (error, WAY_ERROR, WAY_ERROR_CONFLICT); /* the row is gone */
  way_document_rollback (f->document);
}

/* A tick is of the status date; one that is read from a file brings its day, or has none. */
static void
test_day_of_a_tick (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  WayRecord *milestone;
  WayChecklistItem *line;

  way_document_begin (f->document, "Milestone");
  milestone = way_document_create_record (f->document, &way_milestone_type);
  way_document_set_text (f->document, milestone, "title", "Gate");
  line = WAY_CHECKLIST_ITEM (way_milestone_add_part (f->document, WAY_MILESTONE (milestone),
                                                     &way_checklist_item_type));
  way_document_set_text (f->document, WAY_RECORD (line), "title", "Tested");
  g_assert_true (way_document_commit (f->document, &error));
  for (int done = TRUE; done >= FALSE; done--)
    {
      way_document_begin (f->document, "Tick");
      way_document_set_int (f->document, WAY_RECORD (line), "done", done);
      g_assert_true (way_document_commit (f->document, &error));
      g_assert_cmpint (line->done_on, ==,
                       done ? way_document_get_status_date (f->document) : WAY_NEVER);
    }
  way_document_begin_with_origin (f->document, "Import", WAY_ORIGIN_IMPORT);
  way_document_set_int (f->document, WAY_RECORD (line), "done", TRUE);
  g_assert_true (way_document_commit (f->document, &error));
  g_assert_cmpint (line->done_on, ==, WAY_NEVER);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/registers/guards", Fixture, NULL, set_up, test_guards, tear_down);
  g_test_add ("/registers/progress-of-actions", Fixture, NULL, set_up, test_progress_of_actions,
              tear_down);
  g_test_add ("/registers/any-record", Fixture, NULL, set_up, test_any_record, tear_down);
  g_test_add ("/registers/derivations", Fixture, NULL, set_up, test_derivations, tear_down);
  g_test_add ("/registers/contingency", Fixture, NULL, set_up, test_contingency, tear_down);
  g_test_add ("/registers/day-of-a-tick", Fixture, NULL, set_up, test_day_of_a_tick, tear_down);
  return g_test_run ();
}
