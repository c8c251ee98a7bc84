/* test-earned-value.c: earned value, worked out by hand.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "metrics-fixture.h"

#include "document/way-task-edits.h"
#include "metrics/way-earned-value.h"
#include "model/way-records.h"

#include <math.h>

/* Gives each leaf its budget and takes the baseline of the fixture's dates anew: Build 9 – 13
 * March, Test 16 – 17 March. */
static void
save_baseline (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  way_baseline_save (fixture->document, 0, "Budget", &error);
  g_assert_no_error (error);
}

static void
set_budgets (Fixture *fixture, const char *field)
{
  fixture_set (fixture, fixture->design, field, 6000);
  fixture_set (fixture, fixture->build, field, 10000);
  fixture_set (fixture, fixture->test, field, 4000);
  save_baseline (fixture);
}

#define assert_near(a, b) g_assert_cmpfloat_with_epsilon (a, b, 1e-9)

/* Design is done, due, and cost 9000 in place of 6000. Of Build 3 of 5 days are due, 40 % are done,
 * and 5000 were spent. Of Test nothing.
 *   BAC = 6000 + 10000 + 4000 = 20000
 *   PV  = 6000 + 3/5 × 10000  = 12000
 *   EV  = 6000 + 0.4 × 10000  = 10000
 *   AC  = 9000 + 5000         = 14000 */
static void
assert_example (const WayEarnedValue *figures)
{
  assert_near (figures->bac, 20000);
  assert_near (figures->pv, 12000);
  assert_near (figures->ev, 10000);
  assert_near (figures->ac, 14000);
  assert_near (figures->sv, -2000);
  assert_near (figures->cv, -4000);
  assert_near (figures->spi, 10. / 12);
  assert_near (figures->cpi, 10. / 14);
  assert_near (figures->eac, 28000);
}

static void
test_cost (Fixture *fixture, gconstpointer data)
{
  WayEarnedValue figures;

  set_budgets (fixture, "fixed_cost");
  fixture_set (fixture, fixture->design, "actual_cost", 9000);
  fixture_set (fixture, fixture->build, "actual_cost", 5000);
  /* A summary is its leaves, whatever is typed on it. */
  fixture_set (fixture, fixture->phase, "actual_cost", 777);
  g_assert_true (way_earned_value (fixture->document, &figures));
  g_assert_false (figures.in_work);
  assert_example (&figures);

  /* A milestone with a price is due, and earned, all at once; no cost was recorded: its own. */
  fixture_set (fixture, fixture->released, "fixed_cost", 500);
  save_baseline (fixture);
  g_assert_true (way_earned_value (fixture->document, &figures));
  assert_near (figures.bac, 20500);
  assert_near (figures.pv, 12000);
  fixture_set (fixture, way_plan_get_project (fixture->plan), "status_date", MARCH (17));
  g_assert_true (way_earned_value (fixture->document, &figures));
  assert_near (figures.pv, 20500);
  assert_near (figures.ac, 14000);

  /* What is no part of the plan any more is no budget of it. */
  fixture_set (fixture, fixture->test, "active", FALSE);
  g_assert_true (way_earned_value (fixture->document, &figures));
  assert_near (figures.bac, 16500);
}

/* Without any cost, the same on work. */
static void
test_work (Fixture *fixture, gconstpointer data)
{
  WayEarnedValue figures;

  set_budgets (fixture, "work");
  fixture_set (fixture, fixture->design, "actual_work", 9000);
  fixture_set (fixture, fixture->build, "actual_work", 5000);
  g_assert_true (way_earned_value (fixture->document, &figures));
  g_assert_true (figures.in_work);
  assert_example (&figures);
}

static void
test_rules (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    WayEarnRule rule;
    double of_build;
  } rules[] = { { WAY_EARN_PERCENT, 4000 },
                { WAY_EARN_0_100, 0 },
                { WAY_EARN_50_50, 5000 },
                { WAY_EARN_CHECKPOINTS, 7000 } };
  WayEarnedValue figures;

  set_budgets (fixture, "fixed_cost");
  fixture_set (fixture, fixture->build, "physical_complete", 70);
  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    {
      fixture_set (fixture, fixture->build, "earn_rule", rules[i].rule);
      fixture_set (fixture, fixture->test, "earn_rule", rules[i].rule); /* not started: nothing */
      g_assert_true (way_earned_value (fixture->document, &figures));
      assert_near (figures.ev, 6000 + rules[i].of_build);
      /* No cost was recorded: fixed costs fall due with the progress. */
      assert_near (figures.ac, 6000 + 4000);
    }
}

/* Somebody at 60.00 an hour works on Build: 40 h planned, 20 h recorded for 40 % done. */
static void
test_people (Fixture *fixture, gconstpointer data)
{
  WayRecord *person, *assignment;
  WayEarnedValue figures;

  way_document_begin (fixture->document, "Ann");
  person = way_document_create_record (fixture->document, &way_resource_type);
  way_document_set_text (fixture->document, person, "title", "Ann");
  way_document_set_int (fixture->document, person, "standard_rate", 6000);
  assignment = way_document_create_record (fixture->document, &way_assignment_type);
  way_document_set_int (fixture->document, assignment, "task", WAY_RECORD (fixture->build)->id);
  way_document_set_int (fixture->document, assignment, "resource", person->id);
  way_document_set_int (fixture->document, assignment, "work", 40 * 60);
  g_assert_true (way_document_commit (fixture->document, NULL));
  save_baseline (fixture);

  g_assert_true (way_earned_value (fixture->document, &figures));
  assert_near (figures.bac, 240000);
  assert_near (figures.ev, 96000);
  assert_near (figures.ac, 0);
  g_assert_true (isnan (figures.cpi) && isnan (figures.eac));
  fixture_set (fixture, assignment, "actual_work", 20 * 60);
  g_assert_true (way_earned_value (fixture->document, &figures));
  assert_near (figures.ac, 120000);
  assert_near (figures.cpi, 0.8);
  fixture_set (fixture, assignment, "actual_cost", 128000);
  g_assert_true (way_earned_value (fixture->document, &figures));
  assert_near (figures.cpi, 0.75);
}

/* A machine of 900.00 on Test, half of which is done: paid for when it comes, when it goes, or as
 * it is used; what was recorded counts whatever was agreed. */
static void
test_accrual (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  WayRecord *machine, *assignment;
  WayEarnedValue figures;

  way_document_begin (fixture->document, "Machine");
  machine = way_document_create_record (fixture->document, &way_resource_type);
  way_document_set_text (fixture->document, machine, "title", "Machine");
  way_document_set_int (fixture->document, machine, "kind", WAY_RESOURCE_COST);
  assignment = way_document_create_record (fixture->document, &way_assignment_type);
  way_document_set_int (fixture->document, assignment, "task", WAY_RECORD (fixture->test)->id);
  way_document_set_int (fixture->document, assignment, "resource", machine->id);
  way_document_set_int (fixture->document, assignment, "cost", 90000);
  g_assert_true (way_document_commit (fixture->document, NULL));
  save_baseline (fixture);

  for (gint64 complete = 0; complete <= 100; complete += 50)
    {
      const double due[] = { [WAY_ACCRUE_START] = complete > 0 ? 90000 : 0,
                             [WAY_ACCRUE_END] = complete == 100 ? 90000 : 0,
                             [WAY_ACCRUE_PRORATED] = 900. * (double) complete };

      way_task_edit_complete (fixture->document, fixture->test, complete, &error);
      g_assert_no_error (error);
      for (gsize i = 0; i < G_N_ELEMENTS (due); i++)
        {
          fixture_set (fixture, machine, "accrual", (gint64) i);
          g_assert_true (way_earned_value (fixture->document, &figures));
          assert_near (figures.ac, due[i]);
          assert_near (figures.ev, 900. * (double) complete);
          if (due[i] > 0)
            assert_near (figures.cpi, figures.ev / due[i]);
          else
            g_assert_true (isnan (figures.cpi));
        }
    }
  way_task_edit_complete (fixture->document, fixture->test, 50, &error);
  g_assert_no_error (error);
  fixture_set (fixture, machine, "accrual", WAY_ACCRUE_END);
  fixture_set (fixture, assignment, "actual_cost", 30000);
  g_assert_true (way_earned_value (fixture->document, &figures));
  assert_near (figures.ac, 30000);
  assert_near (figures.cpi, 1.5);
}

static void
test_undefined (Fixture *fixture, gconstpointer data)
{
  WayEarnedValue figures;

  g_assert_false (way_earned_value (fixture->document, &figures)); /* neither cost nor work */
  fixture_set (fixture, fixture->test, "fixed_cost", 4000);
  g_assert_false (way_earned_value (fixture->document, &figures)); /* not in the baseline */
  save_baseline (fixture);
  g_assert_true (way_earned_value (fixture->document, &figures)); /* not started, nothing due */
  assert_near (figures.bac, 4000);
  assert_near (figures.sv, 0);
  assert_near (figures.cv, 0);
  g_assert_true (isnan (figures.spi) && isnan (figures.cpi) && isnan (figures.eac));

  way_document_begin (fixture->document, "No baseline");
  way_document_delete (fixture->document, WAY_RECORD (way_baseline_get (fixture->document, 0)));
  g_assert_true (way_document_commit (fixture->document, NULL));
  g_assert_false (way_earned_value (fixture->document, &figures));
}

/* What is kept from the last time is never told of another state of the plan. */
static void
test_kept (Fixture *fixture, gconstpointer data)
{
  WayRecord *project = WAY_RECORD (way_plan_get_project (fixture->plan));
  const WayField *cost = way_record_type_field (&way_task_type, "actual_cost");
  WayEarnedValue figures;
  WayValue value = way_value_int (8000);

  set_budgets (fixture, "fixed_cost");
  fixture_set (fixture, fixture->design, "actual_cost", 9000);
  fixture_set (fixture, fixture->build, "actual_cost", 5000);
  for (int i = 0; i < 2; i++)
    {
      g_assert_true (way_earned_value (fixture->document, &figures));
      assert_example (&figures);
    }
  way_document_begin (fixture->document, "Not kept");
  way_document_set (fixture->document, WAY_RECORD (fixture->build), cost, &value);
  g_assert_true (way_earned_value (fixture->document, &figures));
  assert_near (figures.ac, 17000);
  way_document_rollback (fixture->document);
  g_assert_true (way_earned_value (fixture->document, &figures));
  assert_example (&figures);

  fixture_set (fixture, project, "status_date", MARCH (13)); /* all of Build is due */
  g_assert_true (way_earned_value (fixture->document, &figures));
  assert_near (figures.pv, 16000);
  g_assert_true (way_document_undo (fixture->document, NULL));
  g_assert_true (way_earned_value (fixture->document, &figures));
  assert_example (&figures);
}

#define ADD(name, test)                                                                            \
  g_test_add ("/earned-value/" name, Fixture, NULL, fixture_set_up, test, fixture_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("cost", test_cost);
  ADD ("work", test_work);
  ADD ("rules", test_rules);
  ADD ("people", test_people);
  ADD ("accrual", test_accrual);
  ADD ("undefined", test_undefined);
  ADD ("kept", test_kept);
  return g_test_run ();
}
