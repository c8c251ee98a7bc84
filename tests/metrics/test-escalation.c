/* test-escalation.c: the clocks of issues, with examples worked out by hand.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Standard calendar, 8–12 and 13–17 o’clock. The clocks are read at the end of the status date,
 * Wednesday 11 March 2026 17:00. */

#include "metrics-fixture.h"

#include "document/way-register-rules.h"
#include "metrics/way-escalation.h"
#include "model/way-records.h"

static WayIssue *
add_issue (Fixture *fixture, WayLevel priority, WayMoment found_on)
{
  g_autoptr (GError) error = NULL;
  WayRecord *record;

  way_document_begin (fixture->document, "Issue");
  record = way_document_create_record (fixture->document, &way_issue_type);
  way_document_set_text (fixture->document, record, "title", "Water");
  way_document_set_int (fixture->document, record, "priority", priority);
  way_document_set_int (fixture->document, record, "found_on", found_on);
  way_document_commit (fixture->document, &error);
  g_assert_no_error (error);
  return WAY_ISSUE (record);
}

static WayRecord *
add_person (Fixture *fixture, const char *title, const char *place)
{
  WayRecord *person;

  way_document_begin (fixture->document, "Person");
  person = way_document_create_record (fixture->document, &way_resource_type);
  way_document_set_text (fixture->document, person, "title", title);
  way_document_set_int (fixture->document, WAY_RECORD (way_plan_get_project (fixture->plan)), place,
                        person->id);
  g_assert_true (way_document_commit (fixture->document, NULL));
  return person;
}

static void
assert_says (Fixture *fixture, WayIssue *issue, const char *wanted)
{
  WayEscalationState state = way_issue_get_escalation (fixture->document, issue);
  g_autofree char *text = way_escalation_format (fixture->document, &state);

  g_assert_cmpstr (text, ==, wanted);
}

/* Found at 16 o’clock on Tuesday: one hour that day, three on Wednesday until 11 o’clock. */
static void
test_acknowledgement (Fixture *fixture, gconstpointer data)
{
  WayIssue *issue = add_issue (fixture, WAY_LEVEL_HIGH, MARCH (10) + 16 * 60);
  WayEscalationState state = way_issue_get_escalation (fixture->document, issue);

  g_assert_cmpint (state.clock, ==, WAY_CLOCK_ACKNOWLEDGE);
  g_assert_cmpint (state.allowed, ==, 240);
  g_assert_cmpint (state.due, ==, MARCH (11) + 11 * 60);
  g_assert_true (way_escalation_is_due (&state));
  assert_says (fixture, issue, "Escalate to Manager: not acknowledged within 4h of working time");
  add_person (fixture, "Mara", "manager");
  assert_says (fixture, issue,
               "Escalate to Manager (Mara): not acknowledged within 4h of working time");

  /* Acknowledged: the clock of three working days is left, until Friday 16 o’clock. */
  fixture_set (fixture, issue, "acknowledged_on", MARCH (10) + 16 * 60 + 30);
  state = way_issue_get_escalation (fixture->document, issue);
  g_assert_cmpint (state.clock, ==, WAY_CLOCK_RESOLVE);
  g_assert_cmpint (state.due, ==, MARCH (13) + 16 * 60);
  g_assert_false (state.ran_out);
}

/* Found on Friday: a critical one has one working day, over the weekend until Monday. */
static void
test_resolution (Fixture *fixture, gconstpointer data)
{
  WayIssue *issue = add_issue (fixture, WAY_LEVEL_CRITICAL, MARCH (6) + 14 * 60);
  WayEscalationState state;

  fixture_set (fixture, issue, "acknowledged_on", MARCH (6) + 14 * 60);
  state = way_issue_get_escalation (fixture->document, issue);
  g_assert_cmpint (state.due, ==, MARCH (9) + 14 * 60);
  assert_says (fixture, issue, "Escalate to Manager: not resolved within 1d of working time");

  fixture_set (fixture, way_plan_get_project (fixture->plan), "resolve_critical", 0);
  assert_says (fixture, issue, ""); /* no clock */
}

/* Each step starts both clocks anew, and is in the log. */
static void
test_steps (Fixture *fixture, gconstpointer data)
{
  WayIssue *issue = add_issue (fixture, WAY_LEVEL_MEDIUM, MARCH (2) + 8 * 60);
  WayRecord *director = add_person (fixture, "Dora", "director");
  g_autoptr (GError) error = NULL;
  WayEscalation *step = NULL;

  for (int level = WAY_ESCALATION_MANAGER; level <= WAY_ESCALATION_EXECUTIVE; level++)
    {
      WayEscalationState state = way_issue_get_escalation (fixture->document, issue);

      g_assert_cmpint (state.next, ==, level);
      g_assert_true ((state.person == director) == (level == WAY_ESCALATION_DIRECTOR));
      way_document_begin (fixture->document, "Escalate");
      step = way_issue_escalate (fixture->document, issue, state.person, "Nobody helps", "Me");
      way_document_set_int (fixture->document, WAY_RECORD (step), "time",
                            MARCH (2 + level) + 8 * 60);
      way_document_commit (fixture->document, &error);
      g_assert_no_error (error);
      g_assert_cmpint (step->from_level, ==, level - 1);
      g_assert_cmpint (issue->level, ==, level);
      g_assert_cmpint (issue->level_since, ==, MARCH (2 + level) + 8 * 60);
    }
  assert_says (fixture, issue, "With the executive: not acknowledged within 8h of working time");
  g_assert_true (way_document_undo (fixture->document, NULL));
  g_assert_cmpint (issue->level, ==, WAY_ESCALATION_DIRECTOR);
}

static void
test_reason_is_asked_for (Fixture *fixture, gconstpointer data)
{
  WayIssue *issue = add_issue (fixture, WAY_LEVEL_LOW, MARCH (2));

  way_document_begin (fixture->document, "Escalate");
  way_issue_escalate (fixture->document, issue, NULL, "", "Me");
  g_assert_false (way_document_commit (fixture->document, NULL));
  g_assert_cmpint (issue->level, ==, WAY_ESCALATION_TEAM);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/escalation/acknowledgement", Fixture, NULL, fixture_set_up, test_acknowledgement,
              fixture_tear_down);
  g_test_add ("/escalation/resolution", Fixture, NULL, fixture_set_up, test_resolution,
              fixture_tear_down);
  g_test_add ("/escalation/steps", Fixture, NULL, fixture_set_up, test_steps, fixture_tear_down);
  g_test_add ("/escalation/reason", Fixture, NULL, fixture_set_up, test_reason_is_asked_for,
              fixture_tear_down);
  return g_test_run ();
}
