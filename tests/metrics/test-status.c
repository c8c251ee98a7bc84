/* test-status.c: the status colour with its reasons, and what needs attention.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "metrics-fixture.h"

#include "metrics/attention/way-attention.h"
#include "metrics/way-rag.h"

#include <string.h>

static void
assert_plan_rag (Fixture *fixture, WayRag rag, const char *reason)
{
  g_autoptr (WayRagStatus) status = way_rag_of_plan (fixture->document);

  g_assert_cmpint (status->rag, ==, rag);
  g_assert_cmpstr (g_ptr_array_index (status->reasons, 0), ==, reason);
}

static void
test_thresholds (Fixture *fixture, gconstpointer data)
{
  const char *late = "MS-002 Released is forecast for 17 Mar, 2 working days late.";
  WayProject *project = way_plan_get_project (fixture->plan);

  assert_plan_rag (fixture, WAY_RAG_YELLOW, late);
  fixture_set (fixture, project, "yellow_days", 3);
  assert_plan_rag (fixture, WAY_RAG_GREEN,
                   "The one open milestone is forecast on or before its target.");
  fixture_set (fixture, project, "yellow_days", 1);
  fixture_set (fixture, project, "red_days", 2);
  assert_plan_rag (fixture, WAY_RAG_YELLOW, late); /* "more than" */
  fixture_set (fixture, project, "red_days", 1);
  assert_plan_rag (fixture, WAY_RAG_RED, late);
}

static void
test_percent_of_baseline (Fixture *fixture, gconstpointer data)
{
  const char *late = "MS-002 Released is forecast for 17 Mar, 2 working days late.";

  /* 2 days of the 10 from 2 to 13 March are 20 per cent. */
  fixture_set (fixture, fixture->released_ms, "start_date", MARCH (2));
  assert_plan_rag (fixture, WAY_RAG_RED, late);
  fixture_set (fixture, way_plan_get_project (fixture->plan), "red_percent", 20);
  assert_plan_rag (fixture, WAY_RAG_YELLOW, late);
}

static void
test_override (Fixture *fixture, gconstpointer data)
{
  g_autoptr (WayRagStatus) status = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  way_document_begin (fixture->document, "Colour");
  way_document_set_int (fixture->document, WAY_RECORD (fixture->released_ms), "rag", WAY_RAG_RED);
  way_document_set_text (fixture->document, WAY_RECORD (fixture->released_ms), "rag_reason",
                         "The supplier is bankrupt.");
  way_document_commit (fixture->document, &error);
  g_assert_no_error (error);

  status = way_rag_of_milestone (fixture->document, fixture->released_ms);
  text = way_rag_status_to_text (status);
  g_assert_true (status->overridden);
  g_assert_cmpstr (text, ==, "Red: MS-002 Released: The supplier is bankrupt.");
  assert_plan_rag (fixture, WAY_RAG_RED, "MS-002 Released: The supplier is bankrupt.");
}

static void
test_completed_is_green (Fixture *fixture, gconstpointer data)
{
  g_autoptr (WayRagStatus) status = NULL;

  fixture_set (fixture, fixture->released_ms, "actual_date", MARCH (19));
  status = way_rag_of_milestone (fixture->document, fixture->released_ms);
  g_assert_cmpint (status->rag, ==, WAY_RAG_GREEN);
  g_assert_cmpstr (g_ptr_array_index (status->reasons, 0), ==,
                   "MS-002 Released was completed on 19 Mar, 4 working days late.");
  assert_plan_rag (fixture, WAY_RAG_GREEN,
                   "No open milestone has a target that could be missed.");
}

static void
test_initiative (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WayRagStatus) without = NULL;
  g_autoptr (WayRagStatus) with = NULL;
  WayRecord *initiative;

  way_document_begin (fixture->document, "Initiative");
  initiative = way_document_create_record (fixture->document, &way_initiative_type);
  way_document_set_text (fixture->document, initiative, "title", "Growth");
  way_document_commit (fixture->document, &error);
  g_assert_no_error (error);
  without = way_rag_of_initiative (fixture->document, WAY_INITIATIVE (initiative));
  g_assert_cmpint (without->rag, ==, WAY_RAG_GREEN);
  fixture_set (fixture, fixture->released_ms, "initiative", initiative->id);
  with = way_rag_of_initiative (fixture->document, WAY_INITIATIVE (initiative));
  g_assert_cmpint (with->rag, ==, WAY_RAG_YELLOW);
  g_assert_true (g_ptr_array_index (with->rows, 0) == (gpointer) fixture->released_ms);
}

static void
assert_item (GPtrArray *list, guint index, WaySeverity severity, const char *text,
             const char *detail)
{
  const WayAttention *item = g_ptr_array_index (list, index);

  g_assert_cmpstr (item->text, ==, text);
  g_assert_cmpstr (item->detail, ==, detail);
  g_assert_cmpint (item->severity, ==, severity);
  g_assert_nonnull (item->record);
}

static void
test_attention (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) few = way_attention_list (fixture->document);
  g_autoptr (GPtrArray) many = NULL;

  g_assert_cmpuint (few->len, ==, 2);
  assert_item (few, 0, WAY_SEVERITY_WARNING, "MS-002 Released: forecast 17 Mar, target 13 Mar",
               "+2\u202fd");
  assert_item (few, 1, WAY_SEVERITY_NOTE, "Build is due on 13 Mar", "Due");

  fixture_set (fixture, fixture->test, "deadline", MARCH (16));
  fixture_set (fixture, fixture->test, "state", WAY_STATE_BLOCKED);
  fixture_set (fixture, way_plan_get_project (fixture->plan), "status_date", MARCH (16));
  many = way_attention_list (fixture->document);
  g_assert_cmpuint (many->len, ==, 5);
  assert_item (many, 0, WAY_SEVERITY_BAD, "Test finishes on 17 Mar, after its deadline of 16 Mar",
               "+1\u202fd");
  assert_item (many, 1, WAY_SEVERITY_BAD,
               "Build should have finished on 13 Mar; it is at 40\u202f%", "Overdue");
  assert_item (many, 2, WAY_SEVERITY_BAD, "Test is blocked, and it is critical", "Blocked");
  assert_item (many, 3, WAY_SEVERITY_WARNING, "MS-002 Released: forecast 17 Mar, target 13 Mar",
               "+2\u202fd");
  assert_item (many, 4, WAY_SEVERITY_NOTE, "Test is due tomorrow", "Due");
}

static void
test_silent_milestone (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (GError) error = NULL;
  WayRecord *record;

  /* A promise without a row: nothing computes its delay, yet its day has passed. */
  way_document_begin (fixture->document, "Milestone");
  record = way_document_create_record (fixture->document, &way_milestone_type);
  way_document_set_text (fixture->document, record, "title", "Papers");
  way_document_set_int (fixture->document, record, "target_date", MARCH (10));
  way_document_commit (fixture->document, &error);
  g_assert_no_error (error);
  list = way_attention_list (fixture->document);
  g_assert_cmpuint (list->len, ==, 3);
  assert_item (list, 0, WAY_SEVERITY_BAD, "MS-003 Papers was due on 10 Mar and is not completed",
               "Due");
}

static void
test_fixed_date (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) list = NULL;

  fixture_set (fixture, fixture->test, "constraint_date", way_moment (2026, 3, 12, 17, 0));
  fixture_set (fixture, fixture->test, "constraint_type", WAY_CONSTRAINT_FNLT);
  list = way_attention_list (fixture->document);
  for (guint i = 0; i < list->len; i++)
    {
      const WayAttention *item = g_ptr_array_index (list, i);

      if (item->kind != WAY_ATTENTION_CONFLICT)
        continue;
      g_assert_true (item->record == WAY_RECORD (fixture->test));
      g_assert_nonnull (strstr (item->text, "“Test” is fixed (Finish no later than 12 Mar"));
      g_assert_nonnull (strstr (item->text, "its link from “Build” asks for"));
      return;
    }
  g_assert_not_reached ();
}

#define ADD(path, function) \
  g_test_add ("/status/" path, Fixture, NULL, fixture_set_up, function, fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("thresholds", test_thresholds);
  ADD ("percent-of-baseline", test_percent_of_baseline);
  ADD ("override", test_override);
  ADD ("completed", test_completed_is_green);
  ADD ("initiative", test_initiative);
  ADD ("attention", test_attention);
  ADD ("attention/silent", test_silent_milestone);
  ADD ("attention/fixed", test_fixed_date);
  return g_test_run ();
}
