/* test-milestone-document.c: what a milestone's document brings into the plan, and merges.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "milestone-fixture.h"

#include "document/way-milestone-parts.h"
#include "exchange/milestone/way-milestone-file.h"
#include "exchange/milestone/way-milestone-text.h"
#include "exchange/milestone/way-milestone-write.h"
#include "model/way-error.h"

#include <glib/gstdio.h>
#include <string.h>

static const char short_document[]
    = "---\n"
      "milestone_id: \"MS-012\" # ours\n"
      "milestone_name: 'Search that finds'\n"
      "status: active\n"
      "priority:   High   # as agreed\n"
      "target_date: 2026-09-30\n"
      "team_size: 4\n"
      "milestone_lead: Anna Berg\n"
      "stakeholders:\n"
      "  - Board\n"
      "  - \"Sales, north\"\n"
      "colour_of_the_cake: blue\n"
      "---\n"
      "\n"
      "# MS-012: Search that finds\n"
      "\n"
      "**Status**: In Progress | **Priority**: High | **Weather**: fine\n"
      "\n"
      "## Executive Summary\n"
      "\n"
      "### Milestone Vision\n"
      "People find what they look for.\n"
      "\n"
      "Without thinking.\n"
      "\n"
      "### Success Criteria\n"
      "* [x] Half a second\n"
      "* [ ] No empty answer\n"
      "\n"
      "## Our own section\n"
      "- [ ] not for you\n"
      "\n"
      "## Risk Management\n"
      "#### High Risks\n"
      "1. **The index is too large** (Probability: High, Impact: Medium)\n"
      "   - **Owner**: Bo Lind\n"
      "   - **Mitigation Strategy**: Split it\n"
      "     by language\n";

static void
test_reads (Fixture *f, gconstpointer data)
{
  WayMilestone *milestone;
  WayRecord *risk;

  fixture_import (f, short_document);
  milestone = fixture_only_milestone (f);
  g_assert_cmpint (WAY_RECORD (milestone)->number, ==, 12);
  g_assert_cmpstr (WAY_RECORD (milestone)->title, ==, "Search that finds");
  g_assert_cmpint (milestone->status, ==, WAY_STATUS_ACTIVE);
  g_assert_cmpint (milestone->priority, ==, WAY_LEVEL_HIGH);
  g_assert_cmpint (milestone->target_date, ==, way_moment (2026, 9, 30, 0, 0));
  g_assert_cmpint (milestone->team_size, ==, 4);
  g_assert_cmpstr (milestone->stakeholders, ==, "Board\nSales, north");
  g_assert_cmpint (WAY_RECORD (milestone)->owner, ==,
                   fixture_find (f, &way_resource_type, "Anna Berg")->id);
  g_assert_cmpstr (way_section_get_text (WAY_RECORD (milestone), "vision"), ==,
                   "People find what they look for.\n\nWithout thinking.");
  g_assert_true (WAY_CHECKLIST_ITEM (fixture_find (f, &way_checklist_item_type, "Half a second"))->done);
  g_assert_false (WAY_CHECKLIST_ITEM (fixture_find (f, &way_checklist_item_type, "No empty answer"))->done);
  g_assert_cmpuint (
      way_plan_peek_records (way_document_get_plan (f->document), &way_checklist_item_type)->len,
      ==, 2);
  risk = fixture_find (f, &way_risk_type, "The index is too large");
  g_assert_cmpint (WAY_RISK (risk)->probability, ==, WAY_RATING_HIGH);
  g_assert_cmpint (WAY_RISK (risk)->impact, ==, WAY_RATING_MEDIUM);
  g_assert_cmpint (risk->owner, ==, fixture_find (f, &way_resource_type, "Bo Lind")->id);
  g_assert_cmpstr (WAY_RISK (risk)->mitigation, ==, "Split it by language");
  g_assert_true (way_document_undo (f->document, NULL));
  g_assert_cmpuint (
      way_plan_peek_records (way_document_get_plan (f->document), &way_milestone_type)->len, ==, 0);
}

static void
test_says_what_it_left (Fixture *f, gconstpointer data)
{
  g_autofree char *odd = fixture_swap (short_document, "status: active", "status: as good as new");
  g_autoptr (WayImportReport) report = NULL;
  g_autofree char *text = NULL;

  g_assert_true (fixture_import_with (f, odd, NULL, &report, NULL));
  text = way_import_report_to_text (report);
  g_assert_nonnull (strstr (text, "Line 4"));
  g_assert_nonnull (strstr (text, "as good as new"));
  g_assert_nonnull (strstr (text, "colour_of_the_cake"));
  g_assert_nonnull (strstr (text, "Our own section"));
  g_assert_nonnull (strstr (text, "Bo Lind"));
}

/* Out again as it came in; then only what was changed is different. */
static void
test_changes_only_what_changed (Fixture *f, gconstpointer data)
{
  g_autofree char *same = NULL;
  g_autofree char *text = NULL;
  g_autofree char *expected = NULL;
  g_autofree char *step = NULL;
  WayProject *project = way_plan_get_project (way_document_get_plan (f->document));

  fixture_import (f, short_document);
  fixture_set_text (f, WAY_RECORD (project), "status_date", "2026-05-08");
  same = fixture_export (f);
  g_assert_cmpstr (same, ==, short_document);
  fixture_set_text (f, fixture_only_milestone (f), "priority", "critical");
  fixture_set_text (f, fixture_find (f, &way_checklist_item_type, "No empty answer"), "done", "yes");
  text = fixture_export (f);
  step = fixture_swap (short_document, "priority:   High ", "priority:   critical ");
  g_free (expected);
  expected = fixture_swap (step, "**Priority**: High", "**Priority**: critical");
  g_free (step);
  step = fixture_swap (expected, "* [ ] No empty answer\n",
                       "* [x] No empty answer\n  - **Done on**: 2026-05-08\n"); /* a day of its own */
  g_assert_cmpstr (text, ==, step);
}

static void
test_adds_and_removes (Fixture *f, gconstpointer data)
{
  WayRecord *item;
  g_autofree char *text = NULL;

  fixture_import (f, short_document);
  way_document_begin (f->document, "Edit");
  way_document_delete (f->document, fixture_find (f, &way_checklist_item_type, "Half a second"));
  item = way_milestone_add_part (f->document, fixture_only_milestone (f), &way_checklist_item_type);
  way_document_set_text (f->document, item, "title", "In every language");
  way_section_set_text (f->document, WAY_RECORD (fixture_only_milestone (f)), "rollback_plan",
                        "# Stop\nGo back.");
  way_section_set_text (f->document, WAY_RECORD (fixture_only_milestone (f)), "unit_testing",
                        "Every function");
  g_assert_true (way_document_commit (f->document, NULL));
  text = fixture_export (f);
  g_assert_null (strstr (text, "Half a second"));
  g_assert_nonnull (
      strstr (text, "* [ ] No empty answer\n- [ ] In every language\n\n## Our own section"));
  g_assert_nonnull (
      strstr (text, "\n## Deployment Strategy\n\n### Rollback Plan\n\\# Stop\nGo back.\n"));
  g_assert_nonnull (strstr (text, "### Testing Strategy\n- **Unit Testing**: Every function\n"));
  fixture_import (f, text);
  g_free (g_steal_pointer (&text));
}

/* Document and plan have gone different ways. */
static void
test_three_ways (Fixture *f, gconstpointer data)
{
  g_autofree char *out = NULL;
  g_autofree char *edited = NULL;
  g_autofree char *change = NULL;
  g_autoptr (WayImportReport) report = NULL;
  WayMilestone *milestone;

  fixture_import (f, short_document);
  milestone = fixture_only_milestone (f);
  out = fixture_export (f);
  fixture_set_text (f, milestone, "priority", "low");
  edited = fixture_swap (out, "team_size: 4", "team_size: 9");
  g_assert_true (fixture_import_with (f, edited, NULL, &report, NULL));
  g_assert_cmpint (milestone->team_size, ==, 9);
  g_assert_cmpint (milestone->priority, ==, WAY_LEVEL_LOW);
  g_assert_cmpuint (report->merged->len, ==, 1);
  change = way_import_value_to_text (report->merged->pdata[0]);
  g_assert_cmpstr (((WayImportValue *)report->merged->pdata[0])->field, ==, "Team size");
  g_assert_cmpstr (change, ==, "4 → 9");
}

static void
test_conflicts (Fixture *f, gconstpointer data)
{
  g_autofree char *edited = fixture_swap (short_document, "team_size: 4", "team_size: 9");
  WayExchangeOptions options = { 0 };
  g_autoptr (WayImportReport) report = NULL;
  g_autoptr (GError) error = NULL;
  WayImportValue *conflict;
  WayMilestone *milestone;

  fixture_import (f, short_document);
  milestone = fixture_only_milestone (f);
  fixture_set_text (f, milestone, "team_size", "6");
  g_assert_false (fixture_import_with (f, edited, NULL, &report, &error));
  g_assert_error (error, WAY_ERROR, WAY_ERROR_CONFLICT);
  g_assert_cmpuint (report->conflicts->len, ==, 1);
  conflict = report->conflicts->pdata[0];
  g_assert_cmpstr (conflict->field, ==, "Team size");
  g_assert_cmpstr (conflict->in_file, ==, "9");
  g_assert_cmpstr (conflict->in_plan, ==, "6");
  g_assert_cmpstr (conflict->before, ==, "4");
  g_assert_nonnull (strstr (conflict->subject, "line 7"));
  g_assert_cmpint (milestone->team_size, ==, 6);
  options.prefer = WAY_PREFER_PLAN;
  g_assert_true (fixture_import_with (f, edited, &options, NULL, NULL));
  g_assert_cmpint (milestone->team_size, ==, 6);
  g_assert_true (way_document_undo (f->document, NULL));
  options.prefer = WAY_PREFER_FILE;
  options.preview = TRUE;
  g_assert_true (fixture_import_with (f, edited, &options, NULL, NULL));
  g_assert_cmpint (milestone->team_size, ==, 6);
  options.preview = FALSE;
  g_assert_true (fixture_import_with (f, edited, &options, NULL, NULL));
  g_assert_cmpint (milestone->team_size, ==, 9);
}

static void
test_lists_three_ways (Fixture *f, gconstpointer data)
{
  g_autofree char *gone = fixture_swap (short_document, "* [x] Half a second\n", "");
  g_autofree char *more = fixture_swap (gone, "* [ ] No empty answer\n",
                                "* [ ] No empty answer at all\n* [ ] Typing errors are forgiven\n");
  g_autofree char *renamed = fixture_swap (short_document, "No empty answer", "Always an answer");
  WayPlan *plan = way_document_get_plan (f->document);
  WayRecord *item;
  gint64 id;

  fixture_import (f, short_document);
  id = fixture_find (f, &way_checklist_item_type, "No empty answer")->id;
  fixture_import (f, renamed); /* the same line with other words is the same record */
  g_assert_cmpint (fixture_find (f, &way_checklist_item_type, "Always an answer")->id, ==, id);
  g_assert_cmpuint (way_plan_peek_records (plan, &way_checklist_item_type)->len, ==, 2);
  fixture_import (f, more);
  g_assert_null (way_plan_find_by_title (plan, &way_checklist_item_type, "Half a second"));
  fixture_find (f, &way_checklist_item_type, "Typing errors are forgiven");
  /* What was deleted in the plan stays deleted. */
  item = fixture_find (f, &way_checklist_item_type, "Typing errors are forgiven");
  way_document_begin (f->document, "Delete");
  way_document_delete (f->document, item);
  g_assert_true (way_document_commit (f->document, NULL));
  fixture_import (f, more);
  g_assert_null (
      way_plan_find_by_title (plan, &way_checklist_item_type, "Typing errors are forgiven"));
}

/* A line below a record that was taken out takes its value with it, unless the plan has another. */
static void
test_lines_taken_out (Fixture *f, gconstpointer data)
{
  g_autofree char *no_owner = fixture_swap (short_document, "   - **Owner**: Bo Lind\n", "");
  g_autofree char *neither = fixture_swap (
      no_owner, "   - **Mitigation Strategy**: Split it\n     by language\n", "");
  g_autofree char *there = NULL;
  g_autoptr (WayImportReport) report = NULL;
  g_autoptr (GError) error = NULL;
  WayRecord *risk;

  fixture_import (f, short_document);
  risk = fixture_find (f, &way_risk_type, "The index is too large");
  g_assert_cmpint (risk->owner, !=, 0);
  fixture_import (f, no_owner);
  g_assert_cmpint (risk->owner, ==, 0);
  g_assert_cmpstr (WAY_RISK (risk)->mitigation, ==, "Split it by language");
  there = fixture_export (f);
  g_assert_cmpstr (there, ==, no_owner);
  fixture_set_text (f, risk, "mitigation", "Buy another one");
  g_assert_false (fixture_import_with (f, neither, NULL, &report, &error));
  g_assert_error (error, WAY_ERROR, WAY_ERROR_CONFLICT);
  g_assert_cmpstr (((WayImportValue *)report->conflicts->pdata[0])->in_file, ==, "");
  g_assert_cmpstr (WAY_RISK (risk)->mitigation, ==, "Buy another one");
}

static void
test_completed_with_open_boxes (Fixture *f, gconstpointer data)
{
  g_autofree char *done = fixture_swap (short_document, "status: active", "status: completed");
  g_autoptr (WayImportReport) report = NULL;
  WayChecklistItem *item;

  g_assert_true (fixture_import_with (f, done, NULL, &report, NULL));
  item = WAY_CHECKLIST_ITEM (fixture_find (f, &way_checklist_item_type, "No empty answer"));
  g_assert_true (item->waived && !item->done);
  g_assert_cmpuint (report->changed->len, >=, 1);
}

static void
assert_refused (Fixture *f, const char *text, gsize length, const char *reason)
{
  g_autofree char *path = g_build_filename (f->folder, "in.md", NULL);
  g_autofree char *before = way_plan_to_text (way_document_get_plan (f->document));
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (path, text, (gssize)length, NULL));
  g_assert_false (way_exchange_import (f->document, path, "milestone", NULL, NULL, &error));
  g_assert_error (error, WAY_ERROR, WAY_ERROR_FORMAT);
  g_assert_nonnull (strstr (error->message, reason));
  after = way_plan_to_text (way_document_get_plan (f->document));
  g_assert_cmpstr (before, ==, after);
}

static void
test_malformed (Fixture *f, gconstpointer data)
{
  static const char open_list[]
      = "---\nmilestone_name: X\nstakeholders: [\"a\", \"b\"\nstatus: active\n---\n# X\n";
  static const char bad_quote[] = "---\nmilestone_name: \"X\n---\n# X\n";
  static const char latin[] = "---\nmilestone_name: X\n---\n# Caf\351\n";
  static const char zero[] = "# X\nA\0B\n";

  assert_refused (f, open_list, sizeof open_list - 1, "Line 4");
  assert_refused (f, bad_quote, sizeof bad_quote - 1, "Line");
  assert_refused (f, latin, sizeof latin - 1, "Line 4");
  assert_refused (f, zero, sizeof zero - 1, "Line 2");
}

/* Any bytes at all: an answer, and never a crash. */
static void
test_garbage (Fixture *f, gconstpointer data)
{
  static const char *const bits[]
      = { "---\n", "- [ ] ", "**",    ": ",   "{X}",    "#", "\n", "1. ", "[",    "]",
          "(",     ")",      "```\n", "<!--", "status", "é", "|",  "  ",  "\r\n", "\t" };

  for (int run = 0; run < 300; run++)
    {
      g_autoptr (GString) text = g_string_new (run % 2 == 0 ? "---\n" : "");
      g_autoptr (WayMilestoneText) read = NULL;
      g_autoptr (GError) error = NULL;

      for (int i = g_test_rand_int_range (0, 60); i > 0; i--)
        g_string_append (text, bits[g_test_rand_int_range (0, G_N_ELEMENTS (bits))]);
      read = way_milestone_text_read (text->str, text->len, &error);
      g_assert_true ((read == NULL) == (error != NULL));
    }
}

static void
test_windows_lines (Fixture *f, gconstpointer data)
{
  g_autofree char *text = fixture_swap (short_document, "\n", "\r\n");
  g_autofree char *out = NULL;

  fixture_import (f, text);
  g_assert_cmpstr (way_section_get_text (WAY_RECORD (fixture_only_milestone (f)), "vision"), !=, "");
  fixture_set_text (f, fixture_only_milestone (f), "team_size", "8");
  out = fixture_export (f);
  g_assert_nonnull (strstr (out, "team_size: 8\r\n"));
  for (char *at = strchr (out, '\n'); at != NULL; at = strchr (at + 1, '\n'))
    g_assert_true (at[-1] == '\r');
}

static void
test_dependencies (Fixture *f, gconstpointer data)
{
  g_autofree char *text = fixture_swap (short_document, "team_size: 4\n",
                                "team_size: 4\ndependencies: [\"MS-001\", \"The weather\"]\n");
  WayRecord *first;

  way_document_begin (f->document, "Add");
  first = way_document_create_record (f->document, &way_milestone_type);
  way_document_set_text (f->document, first, "title", "Index built");
  g_assert_true (way_document_commit (f->document, NULL));
  fixture_import (f, text);
  g_assert_cmpstr (WAY_MILESTONE (fixture_find (f, &way_milestone_type, "Search that finds"))->dependencies,
                   ==, "Index built\nThe weather");
}

#define ADD(name, function)                                                                        \
  g_test_add ("/milestone-document/" name, Fixture, NULL, fixture_set_up, function, fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("reads", test_reads);
  ADD ("says-what-it-left", test_says_what_it_left);
  ADD ("changes-only-what-changed", test_changes_only_what_changed);
  ADD ("adds-and-removes", test_adds_and_removes);
  ADD ("three-ways", test_three_ways);
  ADD ("conflicts", test_conflicts);
  ADD ("lists-three-ways", test_lists_three_ways);
  ADD ("lines-taken-out", test_lines_taken_out);
  ADD ("completed-with-open-boxes", test_completed_with_open_boxes);
  ADD ("malformed", test_malformed);
  ADD ("garbage", test_garbage);
  ADD ("windows-lines", test_windows_lines);
  ADD ("dependencies", test_dependencies);
  return g_test_run ();
}
