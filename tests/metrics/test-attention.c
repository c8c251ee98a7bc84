/* test-attention.c: a case for each kind of what needs attention, and keeping it quiet.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The status date is Wednesday 11 March 2026. */

#include "metrics-fixture.h"

#include "metrics/attention/way-attention.h"

static WayRecord *
add (Fixture *f, const WayRecordType *type, const char *title)
{
  WayRecord *record;

  way_document_begin (f->document, "Add");
  record = way_document_create_record (f->document, type);
  if (way_record_type_field (type, "title") != NULL)
    way_document_set_text (f->document, record, "title", title);
  g_assert_true (way_document_commit (f->document, NULL));
  return record;
}

/* A part, which has to say at once what it belongs to. */
static WayRecord *
add_to (Fixture *f, const WayRecordType *type, const char *field, gpointer whole)
{
  WayRecord *record;
  g_autoptr (GError) error = NULL;

  way_document_begin (f->document, "Add");
  record = way_document_create_record (f->document, type);
  way_document_set_int (f->document, record, field, WAY_RECORD (whole)->id);
  if (way_record_type_field (type, "title") != NULL)
    way_document_set_text (f->document, record, "title", "Part");
  way_document_commit (f->document, &error);
  g_assert_no_error (error);
  return record;
}

static const WayAttention *
find (GPtrArray *list, WayAttentionKind kind, gpointer record)
{
  for (guint i = 0; i < list->len; i++)
    {
      const WayAttention *item = list->pdata[i];

      if (item->kind == kind && (gpointer) item->record == record)
        return item;
    }
  return NULL;
}

/* @text: %NULL = there is nothing of that kind about @record. */
static void
assert_told (Fixture *f, WayAttentionKind kind, gpointer record, WaySeverity severity,
             const char *text)
{
  g_autoptr (GPtrArray) list = way_attention_list (f->document);
  const WayAttention *item = find (list, kind, record);

  g_assert_cmpstr (item != NULL ? item->text : NULL, ==, text);
  if (item != NULL)
    g_assert_cmpint (item->severity, ==, severity);
}

static void
set_text (Fixture *f, WayRecord *record, const char *field, const char *text)
{
  way_document_begin (f->document, "Edit");
  way_document_set_text (f->document, record, field, text);
  g_assert_true (way_document_commit (f->document, NULL));
}

static void
test_dates (Fixture *f, gconstpointer data)
{
  WayRecord *issue = add (f, &way_issue_type, "Water");
  WayRecord *action = add (f, &way_action_type, "Call");
  WayRecord *risk = add (f, &way_risk_type, "Frost");
  WayRecord *change = add (f, &way_change_request_type, "Lid");

  fixture_set (f, issue, "found_on", MARCH (11));
  fixture_set (f, issue, "due", MARCH (10));
  fixture_set (f, action, "due", MARCH (10));
  fixture_set (f, risk, "review_date", MARCH (10));
  fixture_set (f, change, "needed_by", MARCH (10));
  assert_told (f, WAY_ATTENTION_OVERDUE, issue, WAY_SEVERITY_WARNING,
               "I-1 Water: was due on 10 Mar");
  assert_told (f, WAY_ATTENTION_OVERDUE, action, WAY_SEVERITY_WARNING,
               "A-1 Call: was due on 10 Mar");
  assert_told (f, WAY_ATTENTION_REVIEW, risk, WAY_SEVERITY_WARNING,
               "R-1 Frost: was to be reviewed on 10 Mar");
  assert_told (f, WAY_ATTENTION_OVERDUE, change, WAY_SEVERITY_BAD,
               "C-1 Lid: was to be decided by 10 Mar");

  /* Today is in time, and so are the next three days; the fourth is told when it comes. */
  fixture_set (f, issue, "due", MARCH (11));
  fixture_set (f, action, "due", MARCH (14));
  fixture_set (f, risk, "review_date", MARCH (12));
  fixture_set (f, change, "needed_by", MARCH (15));
  assert_told (f, WAY_ATTENTION_DUE, issue, WAY_SEVERITY_NOTE, "I-1 Water is due today");
  assert_told (f, WAY_ATTENTION_DUE, action, WAY_SEVERITY_NOTE, "A-1 Call is due on 14 Mar");
  assert_told (f, WAY_ATTENTION_DUE, risk, WAY_SEVERITY_NOTE,
               "R-1 Frost: is to be reviewed on 12 Mar");
  assert_told (f, WAY_ATTENTION_DUE, change, WAY_SEVERITY_NOTE, NULL);
  fixture_set (f, action, "state", WAY_ACTION_DONE);
  assert_told (f, WAY_ATTENTION_DUE, action, WAY_SEVERITY_NOTE, NULL);
}

static void
test_registers (Fixture *f, gconstpointer data)
{
  WayRecord *issue = add (f, &way_issue_type, "Water");
  WayRecord *risk = add (f, &way_risk_type, "Frost");
  WayRecord *change = add (f, &way_change_request_type, "Lid");
  WayRecord *approval = add_to (f, &way_approval_type, "change", change);
  WayRecord *trigger = add_to (f, &way_trigger_type, "risk", risk);

  /* Found on Tuesday at 8: one day of work later the executive's ladder begins. */
  fixture_set (f, issue, "found_on", way_moment (2026, 3, 10, 8, 0));
  fixture_set (f, issue, "priority", WAY_LEVEL_CRITICAL);
  assert_told (f, WAY_ATTENTION_ESCALATION, issue, WAY_SEVERITY_BAD,
               "I-1 Water: Escalate to Manager: not acknowledged within 1h of working time");
  assert_told (f, WAY_ATTENTION_CRITICAL, issue, WAY_SEVERITY_BAD, NULL); /* one reason is enough */

  fixture_set (f, risk, "probability", WAY_RATING_HIGH);
  fixture_set (f, risk, "impact", WAY_RATING_HIGH);
  assert_told (f, WAY_ATTENTION_CRITICAL, risk, WAY_SEVERITY_BAD,
               "R-1 Frost: is critical, with a score of 9");
  fixture_set (f, trigger, "day", MARCH (11));
  assert_told (f, WAY_ATTENTION_TRIGGER, risk, WAY_SEVERITY_BAD,
               "R-1 Frost: trigger fired: 11 Mar 2026 is reached");

  set_text (f, approval, "role", "Sponsor");
  set_text (f, change, "why", "It leaks");
  set_text (f, change, "recommendation", "A lid");
  assert_told (f, WAY_ATTENTION_APPROVAL, change, WAY_SEVERITY_WARNING, NULL);
  fixture_set (f, change, "status", WAY_CHANGE_PROPOSED);
  assert_told (f, WAY_ATTENTION_APPROVAL, change, WAY_SEVERITY_WARNING,
               "C-1 Lid: waits for 1 approval (Sponsor)");
}

static void
test_milestones (Fixture *f, gconstpointer data)
{
  WayRecord *checkpoint = add_to (f, &way_checkpoint_type, "milestone", f->released_ms);
  WayRecord *review = add_to (f, &way_review_type, "milestone", f->released_ms);
  WayRecord *check_in = add_to (f, &way_check_in_type, "milestone", f->released_ms);
  WayRecord *kpi = add (f, &way_kpi_type, "Speed");
  WayRecord *measurement = add_to (f, &way_measurement_type, "kpi", kpi);

  fixture_set (f, f->released_ms, "status", WAY_STATUS_ACTIVE);
  fixture_set (f, checkpoint, "percent", 75);
  fixture_set (f, checkpoint, "date", MARCH (10));
  fixture_set (f, review, "date", MARCH (9));
  fixture_set (f, check_in, "date", MARCH (3));
  fixture_set (f, kpi, "cadence", WAY_CADENCE_WEEKLY);
  fixture_set (f, measurement, "date", MARCH (3));
  assert_told (f, WAY_ATTENTION_CHECKPOINT, f->released_ms, WAY_SEVERITY_WARNING,
               "MS-002 Released should have been at 75\u202f% on 10 Mar; it is at 0\u202f%");
  assert_told (f, WAY_ATTENTION_REVIEW, review, WAY_SEVERITY_WARNING,
               "Review of MS-002 Released was on 9 Mar; it has no decision yet");
  assert_told (f, WAY_ATTENTION_CHECK_IN, f->released_ms, WAY_SEVERITY_NOTE,
               "MS-002 Released had its last check-in on 3 Mar");
  assert_told (f, WAY_ATTENTION_KPI, kpi, WAY_SEVERITY_NOTE, "Speed was to be measured by 10 Mar");

  fixture_set (f, checkpoint, "date", MARCH (12));
  assert_told (f, WAY_ATTENTION_DUE, f->released_ms, WAY_SEVERITY_NOTE,
               "MS-002 Released is to be at 75\u202f% on 12 Mar");
  fixture_set (f, checkpoint, "date", MARCH (20));
  fixture_set (f, review, "date", MARCH (13));
  fixture_set (f, check_in, "date", MARCH (5));
  fixture_set (f, measurement, "date", MARCH (4));
  assert_told (f, WAY_ATTENTION_DUE, review, WAY_SEVERITY_NOTE,
               "Review of MS-002 Released is on 13 Mar");
  assert_told (f, WAY_ATTENTION_DUE, f->released_ms, WAY_SEVERITY_NOTE,
               "Check-in of MS-002 Released is due on 12 Mar");
  assert_told (f, WAY_ATTENTION_KPI, kpi, WAY_SEVERITY_NOTE, NULL);
  fixture_set (f, review, "decision", WAY_DECISION_GO);
  assert_told (f, WAY_ATTENTION_DUE, review, WAY_SEVERITY_NOTE, NULL);
}

static void
test_initiatives (Fixture *f, gconstpointer data)
{
  WayRecord *initiative = add (f, &way_initiative_type, "Growth");

  fixture_set (f, initiative, "task", WAY_RECORD (f->phase)->id); /* until 17 March */
  fixture_set (f, initiative, "target_date", MARCH (17));
  assert_told (f, WAY_ATTENTION_MILESTONE, initiative, WAY_SEVERITY_WARNING, NULL);
  fixture_set (f, initiative, "target_date", MARCH (16));
  assert_told (f, WAY_ATTENTION_MILESTONE, initiative, WAY_SEVERITY_WARNING,
               "IN-1 Growth: forecast 17 Mar, target 16 Mar");
  fixture_set (f, initiative, "status", WAY_STATUS_CANCELLED);
  assert_told (f, WAY_ATTENTION_MILESTONE, initiative, WAY_SEVERITY_WARNING, NULL);
}

static void
assign (Fixture *f, WayTask *task, WayRecord *person, gint64 units)
{
  WayRecord *assignment;

  way_document_begin (f->document, "Assign");
  assignment = way_document_create_record (f->document, &way_assignment_type);
  way_document_set_int (f->document, assignment, "task", WAY_RECORD (task)->id);
  way_document_set_int (f->document, assignment, "resource", person->id);
  way_document_set_int (f->document, assignment, "units", units);
  g_assert_true (way_document_commit (f->document, NULL));
}

static void
test_loads (Fixture *f, gconstpointer data)
{
  WayRecord *person = add (f, &way_resource_type, "Ida");

  assign (f, f->design, person, 200); /* is over: 2 – 6 March */
  assign (f, f->test, person, 100);
  assert_told (f, WAY_ATTENTION_LOAD, person, WAY_SEVERITY_WARNING, NULL);
  assign (f, f->build, person, 150); /* 9 – 13 March; what is before the status date is past */
  assert_told (f, WAY_ATTENTION_LOAD, person, WAY_SEVERITY_WARNING,
               "Ida has more work than time on 3 days, from 11 Mar on");
}

/* What list and list_all have of the action, and the badge of the actions. */
static void
assert_quiet (Fixture *f, WayRecord *action, gboolean heard, gboolean quiet)
{
  g_autoptr (GPtrArray) list = way_attention_list (f->document);
  g_autoptr (GPtrArray) all = way_attention_list_all (f->document);
  const WayAttention *item = find (all, WAY_ATTENTION_OVERDUE, action);

  g_assert_cmpint (find (list, WAY_ATTENTION_OVERDUE, action) != NULL, ==, heard);
  g_assert_nonnull (item);
  g_assert_cmpint (item->snooze != NULL, ==, quiet);
  g_assert_cmpuint (way_attention_count (list, &way_action_type), ==, heard);
  g_assert_cmpuint (way_attention_count (all, &way_action_type), ==, heard);
  g_assert_cmpuint (way_attention_count (list, NULL), ==, way_attention_count (all, NULL));
}

static void
test_snooze (Fixture *f, gconstpointer data)
{
  WayRecord *action = add (f, &way_action_type, "Call");
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (GPtrArray) all = NULL;

  fixture_set (f, action, "due", MARCH (10));
  assert_quiet (f, action, TRUE, FALSE);
  list = way_attention_list (f->document);
  way_document_begin (f->document, "Snooze");
  way_attention_snooze (f->document, find (list, WAY_ATTENTION_OVERDUE, action), MARCH (16));
  g_assert_true (way_document_commit (f->document, NULL));
  assert_quiet (f, action, FALSE, TRUE);
  fixture_set (f, way_plan_get_project (f->plan), "status_date", MARCH (15));
  assert_quiet (f, action, FALSE, TRUE);
  fixture_set (f, way_plan_get_project (f->plan), "status_date", MARCH (11));

  /* Another day takes the place of the first. */
  way_document_begin (f->document, "Snooze");
  way_attention_snooze (f->document, find (list, WAY_ATTENTION_OVERDUE, action), MARCH (12));
  g_assert_true (way_document_commit (f->document, NULL));
  g_assert_cmpuint (way_plan_peek_records (f->plan, &way_snooze_type)->len, ==, 1);
  assert_quiet (f, action, FALSE, TRUE);
  all = way_attention_list_all (f->document);
  way_document_begin (f->document, "Wake");
  way_attention_wake (f->document, find (all, WAY_ATTENTION_OVERDUE, action));
  g_assert_true (way_document_commit (f->document, NULL));
  assert_quiet (f, action, TRUE, FALSE);
  g_assert_true (way_document_undo (f->document, NULL));
  assert_quiet (f, action, FALSE, TRUE);

  /* On its day it is told again. */
  fixture_set (f, way_plan_get_project (f->plan), "status_date", MARCH (12));
  assert_quiet (f, action, TRUE, FALSE);
  way_document_begin (f->document, "Delete");
  way_document_delete (f->document, action);
  g_assert_true (way_document_commit (f->document, NULL));
  g_assert_cmpuint (way_plan_peek_records (f->plan, &way_snooze_type)->len, ==, 0);
}

/* With a kind muted, the next reason about the same issue is told. */
static void
test_mute (Fixture *f, gconstpointer data)
{
  WayRecord *issue = add (f, &way_issue_type, "Water");

  fixture_set (f, way_plan_get_project (f->plan), "acknowledge_critical", 0); /* no clocks */
  fixture_set (f, way_plan_get_project (f->plan), "resolve_critical", 0);
  fixture_set (f, issue, "priority", WAY_LEVEL_CRITICAL);
  fixture_set (f, issue, "due", MARCH (10));
  assert_told (f, WAY_ATTENTION_OVERDUE, issue, WAY_SEVERITY_BAD, "I-1 Water: was due on 10 Mar");
  way_document_begin (f->document, "Mute");
  way_attention_mute (f->document, WAY_ATTENTION_OVERDUE);
  g_assert_true (way_document_commit (f->document, NULL));
  assert_told (f, WAY_ATTENTION_OVERDUE, issue, WAY_SEVERITY_BAD, NULL);
  assert_told (f, WAY_ATTENTION_CRITICAL, issue, WAY_SEVERITY_BAD,
               "I-1 Water: is critical and open");
  g_assert_true (way_document_undo (f->document, NULL));
  assert_told (f, WAY_ATTENTION_OVERDUE, issue, WAY_SEVERITY_BAD, "I-1 Water: was due on 10 Mar");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, test) \
  g_test_add ("/attention/" name, Fixture, NULL, fixture_set_up, test, fixture_tear_down)
  ADD ("dates", test_dates);
  ADD ("registers", test_registers);
  ADD ("milestones", test_milestones);
  ADD ("initiatives", test_initiatives);
  ADD ("loads", test_loads);
  ADD ("snooze", test_snooze);
  ADD ("mute", test_mute);
  return g_test_run ();
}
