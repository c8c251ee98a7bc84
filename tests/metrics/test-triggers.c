/* test-triggers.c: each condition on either side of its limit.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "metrics-fixture.h"

#include "document/way-task-edits.h"
#include "metrics/attention/way-attention.h"
#include "metrics/way-trigger.h"
#include "model/way-records.h"

#include <glib/gstdio.h>
#include <math.h>

static WayRecord *
add (Fixture *fixture, const WayRecordType *type, const char *title)
{
  WayRecord *record;

  way_document_begin (fixture->document, "Add");
  record = way_document_create_record (fixture->document, type);
  if (title != NULL)
    way_document_set_text (fixture->document, record, "title", title);
  else
    way_document_set_int (
        fixture->document, record, "risk",
        WAY_RECORD (way_plan_peek_records (fixture->plan, &way_risk_type)->pdata[0])->id);
  g_assert_true (way_document_commit (fixture->document, NULL));
  return record;
}

static void
set_value (Fixture *fixture, WayRecord *trigger, double value)
{
  way_document_begin (fixture->document, "Edit");
  way_document_set_real (fixture->document, trigger, "value", value);
  g_assert_true (way_document_commit (fixture->document, NULL));
}

static void
assert_answer (Fixture *fixture, WayRecord *trigger, WayAnswer wanted)
{
  g_assert_cmpint (way_trigger_test (fixture->document, WAY_TRIGGER (trigger)), ==, wanted);
}

static void
assert_sentence (WayRecord *trigger, const char *wanted)
{
  g_autofree char *text = way_trigger_format (WAY_TRIGGER (trigger));

  g_assert_cmpstr (text, ==, wanted);
}

static void
test_dates (Fixture *fixture, gconstpointer data)
{
  WayRisk *risk = WAY_RISK (add (fixture, &way_risk_type, "Boards"));
  WayRecord *trigger = add (fixture, &way_trigger_type, NULL);
  g_autoptr (GPtrArray) list = NULL;

  assert_answer (fixture, trigger, WAY_ANSWER_UNKNOWN); /* no day yet */
  fixture_set (fixture, trigger, "day", MARCH (12));
  assert_answer (fixture, trigger, WAY_ANSWER_NO);
  g_assert_null (way_risk_get_fired (fixture->document, risk));
  fixture_set (fixture, trigger, "day", MARCH (11));
  assert_answer (fixture, trigger, WAY_ANSWER_YES);
  g_assert_true ((gpointer) way_risk_get_fired (fixture->document, risk) == trigger);
  list = way_attention_list (fixture->document);
  g_assert_cmpuint (way_attention_count (list, &way_risk_type), ==, 1);
  fixture_set (fixture, trigger, "state", WAY_TRIGGER_ACTIVATED);
  g_assert_null (way_risk_get_fired (fixture->document, risk));

  /* Forecast of Released: 17 March. */
  fixture_set (fixture, trigger, "condition", WAY_TRIGGER_FORECAST);
  assert_answer (fixture, trigger, WAY_ANSWER_UNKNOWN);
  fixture_set (fixture, trigger, "subject", WAY_RECORD (fixture->released_ms)->id);
  fixture_set (fixture, trigger, "day", MARCH (17));
  assert_answer (fixture, trigger, WAY_ANSWER_NO);
  fixture_set (fixture, trigger, "day", MARCH (16));
  assert_answer (fixture, trigger, WAY_ANSWER_YES);
  assert_sentence (trigger, "Forecast of MS-002 Released is later than 16 Mar 2026");

  fixture_set (fixture, trigger, "condition", WAY_TRIGGER_UNFINISHED);
  fixture_set (fixture, trigger, "day", MARCH (11));
  assert_answer (fixture, trigger, WAY_ANSWER_YES);
  fixture_set (fixture, trigger, "subject", WAY_RECORD (fixture->design)->id);
  assert_answer (fixture, trigger, WAY_ANSWER_NO); /* done */
}

static void
test_figures (Fixture *fixture, gconstpointer data)
{
  WayRecord *trigger, *issue;

  add (fixture, &way_risk_type, "Boards");
  trigger = add (fixture, &way_trigger_type, NULL);
  fixture_set (fixture, trigger, "condition", WAY_TRIGGER_CRITICAL_ISSUES);
  set_value (fixture, trigger, 0);
  assert_answer (fixture, trigger, WAY_ANSWER_NO);
  issue = add (fixture, &way_issue_type, "Water");
  assert_answer (fixture, trigger, WAY_ANSWER_NO); /* of medium priority */
  fixture_set (fixture, issue, "priority", WAY_LEVEL_CRITICAL);
  assert_answer (fixture, trigger, WAY_ANSWER_YES);
  assert_sentence (trigger, "More than 0 critical issues open");

  fixture_set (fixture, trigger, "condition", WAY_TRIGGER_FLOAT);
  fixture_set (fixture, trigger, "comparison", WAY_COMPARISON_UNDER);
  fixture_set (fixture, trigger, "subject", WAY_RECORD (fixture->build)->id);
  set_value (fixture, trigger, (double) fixture->build->total_float / DAY_WORK);
  assert_answer (fixture, trigger, WAY_ANSWER_NO);
  set_value (fixture, trigger, (double) fixture->build->total_float / DAY_WORK + 0.5);
  assert_answer (fixture, trigger, WAY_ANSWER_YES);

  fixture_set (fixture, trigger, "condition", WAY_TRIGGER_KPI);
  assert_answer (fixture, trigger, WAY_ANSWER_UNKNOWN); /* a row is no KPI */
}

static void
assert_found (WayTrigger *trigger, const char *expected)
{
  g_autofree char *found = way_trigger_format_found (trigger);

  g_assert_cmpstr (found, ==, expected);
}

/* Working days from target to forecast: Released is promised for Friday and comes on Tuesday. */
static void
test_variance (Fixture *fixture, gconstpointer data)
{
  WayRecord *trigger;

  add (fixture, &way_risk_type, "Boards");
  trigger = add (fixture, &way_trigger_type, NULL);
  fixture_set (fixture, trigger, "condition", WAY_TRIGGER_VARIANCE);
  set_value (fixture, trigger, 2);
  assert_answer (fixture, trigger, WAY_ANSWER_UNKNOWN); /* of nothing yet */
  fixture_set (fixture, trigger, "subject", WAY_RECORD (fixture->released_ms)->id);
  assert_answer (fixture, trigger, WAY_ANSWER_NO); /* not over */
  assert_sentence (trigger, "Variance of MS-002 Released is over 2 d");
  fixture_set (fixture, WAY_RECORD (fixture->released_ms), "target_date", WAY_NEVER);
  assert_answer (fixture, trigger, WAY_ANSWER_UNKNOWN); /* nothing is promised */
  fixture_set (fixture, WAY_RECORD (fixture->released_ms), "target_date", MARCH (12));
  assert_answer (fixture, trigger, WAY_ANSWER_YES);
  g_assert_cmpuint (way_triggers_note_fired (fixture->document), ==, 1);
  assert_found (WAY_TRIGGER (trigger), "3\u202fd");

  fixture_set (fixture, trigger, "comparison", WAY_COMPARISON_UNDER);
  assert_answer (fixture, trigger, WAY_ANSWER_NO);
  fixture_set (fixture, WAY_RECORD (fixture->released_ms), "target_date", MARCH (20));
  assert_answer (fixture, trigger, WAY_ANSWER_YES); /* days early are below 0 */
}

/* The journal's last line. */
static void
changed_cb (WayDocument *document, WayChangeset *changeset, char **label)
{
  g_free (*label);
  *label = g_strdup (changeset->label);
}

/* A trigger that fires says so once, for good: undoing what set it off does not take that back. */
static void
test_firing (Fixture *fixture, gconstpointer data)
{
  WayRisk *risk = WAY_RISK (add (fixture, &way_risk_type, "Boards"));
  WayRecord *record = add (fixture, &way_trigger_type, NULL);
  WayTrigger *trigger = WAY_TRIGGER (record);
  g_autoptr (GPtrArray) list = NULL;
  g_autofree char *label = NULL;
  g_autofree char *last_step = NULL;

  g_signal_connect (fixture->document, "changed", G_CALLBACK (changed_cb), &last_step);
  fixture_set (fixture, record, "condition", WAY_TRIGGER_FORECAST);
  fixture_set (fixture, record, "subject", WAY_RECORD (fixture->released_ms)->id);
  fixture_set (fixture, record, "day", MARCH (18));
  g_assert_cmpuint (way_triggers_note_fired (fixture->document), ==, 0); /* forecast 17 March */
  fixture_set (fixture, fixture->test, "duration", 4 * DAY_WORK);        /* now 19 March */
  label = g_strdup (way_document_get_undo_label (fixture->document));
  g_assert_cmpuint (way_triggers_note_fired (fixture->document), ==, 1);
  g_assert_cmpuint (way_triggers_note_fired (fixture->document), ==, 0);
  g_assert_cmpint (trigger->state, ==, WAY_TRIGGER_FIRED);
  g_assert_cmpint (way_moment_day (trigger->fired_on), ==, MARCH (11));
  g_assert_cmpstr (trigger->found, ==, "2026-03-19"); /* for readers of every language */
  assert_found (trigger, "19 Mar 2026");
  g_assert_cmpstr (last_step, ==, "A trigger of “Boards” fired");

  g_assert_cmpstr (way_document_get_undo_label (fixture->document), ==, label);
  g_assert_true (way_document_undo (fixture->document, NULL));
  g_assert_cmpint (fixture->test->duration, ==, 2 * DAY_WORK);
  g_assert_true (way_document_can_redo (fixture->document));
  g_assert_cmpint (trigger->state, ==, WAY_TRIGGER_FIRED);
  g_assert_true (way_risk_get_fired (fixture->document, risk) == trigger);
  list = way_attention_list (fixture->document);
  for (guint i = 0; i < list->len; i++)
    {
      const WayAttention *item = list->pdata[i];

      if (item->kind != WAY_ATTENTION_TRIGGER)
        continue;
      g_assert_cmpstr (item->text, ==,
                       "R-1 Boards: trigger fired: Forecast of MS-002 Released is later than 18 "
                       "Mar 2026 (19 Mar 2026); it does not hold any more");
      g_assert_cmpint (item->severity, ==, WAY_SEVERITY_WARNING);
    }

  way_document_begin (fixture->document, "Watch again");
  way_trigger_watch_again (fixture->document, trigger);
  g_assert_true (way_document_commit (fixture->document, NULL));
  g_assert_null (way_risk_get_fired (fixture->document, risk));
  g_assert_cmpuint (way_triggers_note_fired (fixture->document), ==, 0);

  /* Of a risk that is closed nothing is watched. */
  fixture_set (fixture, record, "day", MARCH (16));
  fixture_set (fixture, WAY_RECORD (risk), "status", WAY_RISK_CLOSED);
  g_assert_cmpuint (way_triggers_note_fired (fixture->document), ==, 0);
  g_signal_handlers_disconnect_by_func (fixture->document, changed_cb, &last_step);
}

/* Whoever starts the plan has answered all that fired, also what holds but was not noted yet. */
static void
test_following (Fixture *fixture, gconstpointer data)
{
  WayRisk *risk = WAY_RISK (add (fixture, &way_risk_type, "Boards"));
  WayTrigger *triggers[3];

  for (guint i = 0; i < G_N_ELEMENTS (triggers); i++)
    {
      WayRecord *record = add (fixture, &way_trigger_type, NULL);

      triggers[i] = WAY_TRIGGER (record);
      fixture_set (fixture, record, "condition", WAY_TRIGGER_FORECAST);
      fixture_set (fixture, record, "subject", WAY_RECORD (fixture->released_ms)->id);
      fixture_set (fixture, record, "day", i < 2 ? MARCH (16) : MARCH (18)); /* it is 17 March */
    }
  fixture_set (fixture, WAY_RECORD (triggers[0]), "state", WAY_TRIGGER_FIRED);
  way_document_begin (fixture->document, "Start");
  way_risk_follow_triggers (fixture->document, risk);
  g_assert_true (way_document_commit (fixture->document, NULL));
  g_assert_cmpint (triggers[0]->state, ==, WAY_TRIGGER_ACTIVATED);
  g_assert_cmpint (triggers[1]->state, ==, WAY_TRIGGER_ACTIVATED);
  g_assert_cmpint (triggers[1]->fired_on, !=, WAY_NEVER);
  g_assert_cmpint (triggers[2]->state, ==, WAY_TRIGGER_WATCHING);
  g_assert_null (way_risk_get_fired (fixture->document, risk));
}

/* What another window has deleted since is left out, and keeps nothing else from being noted. */
static void
test_firing_shared (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("waymark-triggers-XXXXXX", &error);
  g_autofree char *path = g_build_filename (folder, "Plan.waymark", NULL);
  g_autoptr (WayDocument) other = NULL;
  WayRecord *triggers[3];

  for (guint i = 0; i < G_N_ELEMENTS (triggers); i++)
    {
      if (i == 0)
        add (fixture, &way_risk_type, "Boards");
      triggers[i] = add (fixture, &way_trigger_type, NULL);
      fixture_set (fixture, triggers[i], "condition", WAY_TRIGGER_DAY);
      fixture_set (fixture, triggers[i], "day", MARCH (2));
    }
  g_assert_true (way_document_save_as (fixture->document, path, &error));
  g_assert_no_error (error);
  other = way_document_open (path, &error);
  g_assert_no_error (error);
  way_document_begin (other, "Delete");
  for (guint i = 0; i < 2; i++)
    way_document_delete (other, way_plan_lookup (way_document_get_plan (other), triggers[i]->id));
  g_assert_true (way_document_commit (other, &error));

  g_assert_cmpuint (way_triggers_note_fired (fixture->document), ==, 1);
  g_assert_cmpint (WAY_TRIGGER (triggers[2])->state, ==, WAY_TRIGGER_FIRED);
  g_clear_object (&other);
  g_clear_object (&fixture->document);
  g_assert_cmpint (g_unlink (path), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

/* Built for 100.00, 40 % done, 80.00 spent: CPI 0.5; 3 of 5 days due: SPI 40/60. */
static void
test_performance (Fixture *fixture, gconstpointer data)
{
  WayRecord *trigger;
  g_autoptr (GError) error = NULL;

  add (fixture, &way_risk_type, "Boards");
  trigger = add (fixture, &way_trigger_type, NULL);
  fixture_set (fixture, trigger, "condition", WAY_TRIGGER_CPI);
  fixture_set (fixture, trigger, "comparison", WAY_COMPARISON_UNDER);
  set_value (fixture, trigger, 0.9);
  assert_sentence (trigger, "CPI is under 0.9");
  assert_answer (fixture, trigger, WAY_ANSWER_UNKNOWN); /* no budgets */
  fixture_set (fixture, fixture->build, "fixed_cost", 10000);
  way_baseline_save (fixture->document, 0, "Budget", &error);
  g_assert_no_error (error);
  assert_answer (fixture, trigger, WAY_ANSWER_NO); /* it cost what it should */
  fixture_set (fixture, fixture->build, "actual_cost", 8000);
  assert_answer (fixture, trigger, WAY_ANSWER_YES);
  set_value (fixture, trigger, 0.5);
  assert_answer (fixture, trigger, WAY_ANSWER_NO);

  fixture_set (fixture, trigger, "condition", WAY_TRIGGER_SPI);
  assert_answer (fixture, trigger, WAY_ANSWER_NO);
  set_value (fixture, trigger, 0.7);
  assert_answer (fixture, trigger, WAY_ANSWER_YES);
  g_assert_cmpuint (way_triggers_note_fired (fixture->document), ==, 1);
  g_assert_true (g_str_has_prefix (WAY_TRIGGER (trigger)->found, "0.6666"));
  assert_found (WAY_TRIGGER (trigger), "0.67");

  /* Older plans keep it in words, which stay. */
  way_document_begin (fixture->document, "In words");
  way_document_set_text (fixture->document, trigger, "found", "zwei Drittel");
  g_assert_true (way_document_commit (fixture->document, NULL));
  assert_found (WAY_TRIGGER (trigger), "zwei Drittel");
}

static WayTriggerLimit
suggest (Fixture *fixture, gint64 condition, gpointer subject)
{
  return way_trigger_suggest_limit (fixture->plan, condition,
                                    subject != NULL ? WAY_RECORD (subject)->id : 0);
}

static void
test_suggestions (Fixture *fixture, gconstpointer data)
{
  WayRecord *kpi = add (fixture, &way_kpi_type, "Returns");
  WayTriggerLimit limit;
  g_autofree char *sentence = NULL;

  way_document_begin (fixture->document, "Target");
  way_document_set_text (fixture->document, kpi, "target", "2.5");
  way_document_set_int (fixture->document, kpi, "direction", WAY_KPI_DOWN);
  g_assert_true (way_document_commit (fixture->document, NULL));
  limit = suggest (fixture, WAY_TRIGGER_CPI, NULL);
  g_assert_cmpint (limit.comparison, ==, WAY_COMPARISON_UNDER);
  g_assert_cmpfloat (limit.value, ==, 0.9);
  limit = suggest (fixture, WAY_TRIGGER_FLOAT, fixture->build);
  g_assert_cmpint (limit.comparison, ==, WAY_COMPARISON_UNDER);
  g_assert_cmpfloat (limit.value, ==, 5);
  limit = suggest (fixture, WAY_TRIGGER_VARIANCE, fixture->released_ms);
  g_assert_cmpint (limit.comparison, ==, WAY_COMPARISON_OVER);
  g_assert_cmpfloat (limit.value, ==, 5);
  limit = suggest (fixture, WAY_TRIGGER_CRITICAL_ISSUES, NULL);
  g_assert_cmpint (limit.comparison, ==, WAY_COMPARISON_OVER);
  limit = suggest (fixture, WAY_TRIGGER_FORECAST, fixture->released_ms);
  g_assert_cmpint (limit.comparison, ==, WAY_COMPARISON_OVER);
  g_assert_cmpint (limit.day, ==, MARCH (13)); /* as promised */
  g_assert_cmpint (suggest (fixture, WAY_TRIGGER_FORECAST, NULL).day, ==, WAY_NEVER);
  g_assert_cmpint (suggest (fixture, WAY_TRIGGER_UNFINISHED, fixture->build).day, ==, MARCH (13));
  limit = suggest (fixture, WAY_TRIGGER_KPI, kpi);
  g_assert_cmpint (limit.comparison, ==, WAY_COMPARISON_OVER); /* down is good */
  g_assert_cmpfloat (limit.value, ==, 2.5);

  sentence = way_trigger_format_condition (fixture->plan, WAY_TRIGGER_CPI, 0,
                                           WAY_COMPARISON_UNDER, NAN, WAY_NEVER);
  g_assert_cmpstr (sentence, ==, "CPI is under ?");
  g_assert_cmpstr (way_trigger_comparison_label (WAY_TRIGGER_CPI, WAY_COMPARISON_UNDER), ==,
                   "Under");
  g_assert_cmpstr (way_trigger_comparison_label (WAY_TRIGGER_FORECAST, WAY_COMPARISON_OVER), ==,
                   "Later than");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/triggers/dates", Fixture, NULL, fixture_set_up, test_dates, fixture_tear_down);
  g_test_add ("/triggers/figures", Fixture, NULL, fixture_set_up, test_figures, fixture_tear_down);
  g_test_add ("/triggers/variance", Fixture, NULL, fixture_set_up, test_variance,
              fixture_tear_down);
  g_test_add ("/triggers/firing", Fixture, NULL, fixture_set_up, test_firing, fixture_tear_down);
  g_test_add ("/triggers/firing-shared", Fixture, NULL, fixture_set_up, test_firing_shared,
              fixture_tear_down);
  g_test_add ("/triggers/following", Fixture, NULL, fixture_set_up, test_following,
              fixture_tear_down);
  g_test_add ("/triggers/performance", Fixture, NULL, fixture_set_up, test_performance,
              fixture_tear_down);
  g_test_add ("/triggers/suggestions", Fixture, NULL, fixture_set_up, test_suggestions,
              fixture_tear_down);
  return g_test_run ();
}
