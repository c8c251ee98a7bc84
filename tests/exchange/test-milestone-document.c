/* test-milestone-document.c: milestone documents, out and in.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The layout that teams use, and documents found in the wild, are looked for in
 * WAYMARK_SHARED_DATA and beside it; those tests skip when they are not there. */

#include "document/way-milestone-parts.h"
#include "exchange/milestone/way-milestone-file.h"
#include "exchange/milestone/way-milestone-text.h"
#include "exchange/milestone/way-milestone-write.h"
#include "exchange/way-exchange.h"
#include "model/way-error.h"

#include <glib/gstdio.h>
#include <string.h>

#define MONDAY way_moment (2026, 5, 4, 8, 0)

typedef struct
{
  WayDocument *document;
  char *folder;
} Fixture;

static void
set_up (Fixture *f, gconstpointer data)
{
  f->document = way_document_new ("Test", MONDAY);
  f->folder = g_dir_make_tmp ("waymark-document-XXXXXX", NULL);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  g_autoptr (GDir) dir = g_dir_open (f->folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (f->folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (f->folder);
  g_free (f->folder);
  g_assert_finalize_object (f->document);
}

static gboolean
import_with (Fixture *f,
             const char *text,
             const WayExchangeOptions *options,
             WayImportReport **report,
             GError **error)
{
  g_autofree char *path = g_build_filename (f->folder, "in.md", NULL);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  return way_exchange_import (f->document, path, "milestone", options, report, error);
}

static void
import (Fixture *f, const char *text)
{
  g_autoptr (GError) error = NULL;

  import_with (f, text, NULL, NULL, &error);
  g_assert_no_error (error);
}

static WayMilestone *
only_milestone (Fixture *f)
{
  GPtrArray *all = way_plan_peek_records (way_document_get_plan (f->document), &way_milestone_type);

  g_assert_cmpuint (all->len, ==, 1);
  return all->pdata[0];
}

static char *export(Fixture *f)
{
  g_autofree char *path = g_build_filename (f->folder, "out.md", NULL);
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  way_exchange_export (f->document, path, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  return text;
}

static void
set_text (Fixture *f, gpointer record, const char *field, const char *text)
{
  g_autoptr (GError) error = NULL;

  way_document_begin (f->document, "Edit");
  g_assert_true (way_document_set_typed (f->document, record, field, text, &error));
  g_assert_no_error (error);
  way_document_commit (f->document, &error);
  g_assert_no_error (error);
}

static void
forget_source (Fixture *f)
{
  way_document_begin (f->document, "Forget");
  way_document_delete (f->document, WAY_RECORD (way_milestone_source (only_milestone (f))));
  g_assert_true (way_document_commit (f->document, NULL));
}

static char *
swap (const char *text, const char *from, const char *to)
{
  g_auto (GStrv) parts = g_strsplit (text, from, -1);

  g_assert_nonnull (parts[1]);
  return g_strjoinv (to, parts);
}

static WayRecord *
find (Fixture *f, const WayRecordType *type, const char *title)
{
  WayRecord *found = way_plan_find_by_title (way_document_get_plan (f->document), type, title);

  g_assert_nonnull (found);
  return found;
}

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

  import (f, short_document);
  milestone = only_milestone (f);
  g_assert_cmpint (WAY_RECORD (milestone)->number, ==, 12);
  g_assert_cmpstr (WAY_RECORD (milestone)->title, ==, "Search that finds");
  g_assert_cmpint (milestone->status, ==, WAY_STATUS_ACTIVE);
  g_assert_cmpint (milestone->priority, ==, WAY_LEVEL_HIGH);
  g_assert_cmpint (milestone->target_date, ==, way_moment (2026, 9, 30, 0, 0));
  g_assert_cmpint (milestone->team_size, ==, 4);
  g_assert_cmpstr (milestone->stakeholders, ==, "Board\nSales, north");
  g_assert_cmpint (WAY_RECORD (milestone)->owner, ==,
                   find (f, &way_resource_type, "Anna Berg")->id);
  g_assert_cmpstr (way_section_get_text (WAY_RECORD (milestone), "vision"), ==,
                   "People find what they look for.\n\nWithout thinking.");
  g_assert_true (WAY_CHECKLIST_ITEM (find (f, &way_checklist_item_type, "Half a second"))->done);
  g_assert_false (WAY_CHECKLIST_ITEM (find (f, &way_checklist_item_type, "No empty answer"))->done);
  g_assert_cmpuint (
      way_plan_peek_records (way_document_get_plan (f->document), &way_checklist_item_type)->len,
      ==, 2);
  risk = find (f, &way_risk_type, "The index is too large");
  g_assert_cmpint (WAY_RISK (risk)->probability, ==, WAY_RATING_HIGH);
  g_assert_cmpint (WAY_RISK (risk)->impact, ==, WAY_RATING_MEDIUM);
  g_assert_cmpint (risk->owner, ==, find (f, &way_resource_type, "Bo Lind")->id);
  g_assert_cmpstr (WAY_RISK (risk)->mitigation, ==, "Split it by language");
  g_assert_true (way_document_undo (f->document, NULL));
  g_assert_cmpuint (
      way_plan_peek_records (way_document_get_plan (f->document), &way_milestone_type)->len, ==, 0);
}

static void
test_says_what_it_left (Fixture *f, gconstpointer data)
{
  g_autofree char *odd = swap (short_document, "status: active", "status: as good as new");
  g_autoptr (WayImportReport) report = NULL;
  g_autofree char *text = NULL;

  g_assert_true (import_with (f, odd, NULL, &report, NULL));
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

  import (f, short_document);
  same = export(f);
  g_assert_cmpstr (same, ==, short_document);
  set_text (f, only_milestone (f), "priority", "critical");
  set_text (f, find (f, &way_checklist_item_type, "No empty answer"), "done", "yes");
  text = export(f);
  step = swap (short_document, "priority:   High ", "priority:   critical ");
  g_free (expected);
  expected = swap (step, "**Priority**: High", "**Priority**: critical");
  g_free (step);
  step = swap (expected, "* [ ] No empty", "* [x] No empty");
  g_assert_cmpstr (text, ==, step);
}

static void
test_adds_and_removes (Fixture *f, gconstpointer data)
{
  WayRecord *item;
  g_autofree char *text = NULL;

  import (f, short_document);
  way_document_begin (f->document, "Edit");
  way_document_delete (f->document, find (f, &way_checklist_item_type, "Half a second"));
  item = way_milestone_add_part (f->document, only_milestone (f), &way_checklist_item_type);
  way_document_set_text (f->document, item, "title", "In every language");
  way_section_set_text (f->document, WAY_RECORD (only_milestone (f)), "rollback_plan",
                        "# Stop\nGo back.");
  way_section_set_text (f->document, WAY_RECORD (only_milestone (f)), "unit_testing",
                        "Every function");
  g_assert_true (way_document_commit (f->document, NULL));
  text = export(f);
  g_assert_null (strstr (text, "Half a second"));
  g_assert_nonnull (
      strstr (text, "* [ ] No empty answer\n- [ ] In every language\n\n## Our own section"));
  g_assert_nonnull (
      strstr (text, "\n## Deployment Strategy\n\n### Rollback Plan\n\\# Stop\nGo back.\n"));
  g_assert_nonnull (strstr (text, "### Testing Strategy\n- **Unit Testing**: Every function\n"));
  import (f, text);
  g_free (g_steal_pointer (&text));
}

/* Document and plan have gone different ways. */
static void
test_three_ways (Fixture *f, gconstpointer data)
{
  g_autofree char *out = NULL;
  g_autofree char *edited = NULL;
  WayMilestone *milestone;

  import (f, short_document);
  milestone = only_milestone (f);
  out = export(f);
  set_text (f, milestone, "priority", "low");
  edited = swap (out, "team_size: 4", "team_size: 9");
  import (f, edited);
  g_assert_cmpint (milestone->team_size, ==, 9);
  g_assert_cmpint (milestone->priority, ==, WAY_LEVEL_LOW);
}

static void
test_conflicts (Fixture *f, gconstpointer data)
{
  g_autofree char *edited = swap (short_document, "team_size: 4", "team_size: 9");
  WayExchangeOptions options = { 0 };
  g_autoptr (WayImportReport) report = NULL;
  g_autoptr (GError) error = NULL;
  WayImportConflict *conflict;
  WayMilestone *milestone;

  import (f, short_document);
  milestone = only_milestone (f);
  set_text (f, milestone, "team_size", "6");
  g_assert_false (import_with (f, edited, NULL, &report, &error));
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
  g_assert_true (import_with (f, edited, &options, NULL, NULL));
  g_assert_cmpint (milestone->team_size, ==, 6);
  g_assert_true (way_document_undo (f->document, NULL));
  options.prefer = WAY_PREFER_FILE;
  options.preview = TRUE;
  g_assert_true (import_with (f, edited, &options, NULL, NULL));
  g_assert_cmpint (milestone->team_size, ==, 6);
  options.preview = FALSE;
  g_assert_true (import_with (f, edited, &options, NULL, NULL));
  g_assert_cmpint (milestone->team_size, ==, 9);
}

static void
test_lists_three_ways (Fixture *f, gconstpointer data)
{
  g_autofree char *gone = swap (short_document, "* [x] Half a second\n", "");
  g_autofree char *more = swap (gone, "* [ ] No empty answer\n",
                                "* [ ] No empty answer at all\n* [ ] Typing errors are forgiven\n");
  g_autofree char *renamed = swap (short_document, "No empty answer", "Always an answer");
  WayPlan *plan = way_document_get_plan (f->document);
  WayRecord *item;
  gint64 id;

  import (f, short_document);
  id = find (f, &way_checklist_item_type, "No empty answer")->id;
  import (f, renamed); /* the same line with other words is the same record */
  g_assert_cmpint (find (f, &way_checklist_item_type, "Always an answer")->id, ==, id);
  g_assert_cmpuint (way_plan_peek_records (plan, &way_checklist_item_type)->len, ==, 2);
  import (f, more);
  g_assert_null (way_plan_find_by_title (plan, &way_checklist_item_type, "Half a second"));
  find (f, &way_checklist_item_type, "Typing errors are forgiven");
  /* What was deleted in the plan stays deleted. */
  item = find (f, &way_checklist_item_type, "Typing errors are forgiven");
  way_document_begin (f->document, "Delete");
  way_document_delete (f->document, item);
  g_assert_true (way_document_commit (f->document, NULL));
  import (f, more);
  g_assert_null (
      way_plan_find_by_title (plan, &way_checklist_item_type, "Typing errors are forgiven"));
}

static void
test_completed_with_open_boxes (Fixture *f, gconstpointer data)
{
  g_autofree char *done = swap (short_document, "status: active", "status: completed");
  g_autoptr (WayImportReport) report = NULL;
  WayChecklistItem *item;

  g_assert_true (import_with (f, done, NULL, &report, NULL));
  item = WAY_CHECKLIST_ITEM (find (f, &way_checklist_item_type, "No empty answer"));
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
  g_autofree char *text = swap (short_document, "\n", "\r\n");
  g_autofree char *out = NULL;

  import (f, text);
  g_assert_cmpstr (way_section_get_text (WAY_RECORD (only_milestone (f)), "vision"), !=, "");
  set_text (f, only_milestone (f), "team_size", "8");
  out = export(f);
  g_assert_nonnull (strstr (out, "team_size: 8\r\n"));
  for (char *at = strchr (out, '\n'); at != NULL; at = strchr (at + 1, '\n'))
    g_assert_true (at[-1] == '\r');
}

static void
test_dependencies (Fixture *f, gconstpointer data)
{
  g_autofree char *text = swap (short_document, "team_size: 4\n",
                                "team_size: 4\ndependencies: [\"MS-001\", \"The weather\"]\n");
  WayRecord *first;

  way_document_begin (f->document, "Add");
  first = way_document_create_record (f->document, &way_milestone_type);
  way_document_set_text (f->document, first, "title", "Index built");
  g_assert_true (way_document_commit (f->document, NULL));
  import (f, text);
  g_assert_cmpstr (WAY_MILESTONE (find (f, &way_milestone_type, "Search that finds"))->dependencies,
                   ==, "Index built\nThe weather");
}

/* ---- The layout that teams use ---- */

static char *
read_shared (const char *name)
{
  const char *data = g_getenv ("WAYMARK_SHARED_DATA");
  g_autofree char *path = data != NULL ? g_build_filename (data, name, NULL) : NULL;
  char *text = NULL;

  if (path == NULL || !g_file_get_contents (path, &text, NULL, NULL))
    g_test_skip ("The shared documents are not here");
  return text;
}

#define LAYOUT "../seeds/3-milestone-document-template.md"

/* What goes where a plain word would not do. */
static const char *const typed[][2] = {
  { "STATUS", "active" },
  { "PRIORITY", "high" },
  { "BUSINESS_VALUE", "critical" },
  { "TECHNICAL_COMPLEXITY", "complex" },
  { "RISK_LEVEL", "medium" },
  { "ARCHITECTURE_IMPACT", "major" },
  { "MILESTONE_ID", "MS-077" },
  { "ESTIMATED_EFFORT", "21.5" },
  { "ACTUAL_EFFORT", "7.25" },
  { "TEAM_SIZE", "13" },
  { "COMPLETION_PERCENTAGE", "43" },
  { "QUALITY_SCORE", "8.5" },
  { "CREATED_DATE", "2026-01-02" },
  { "UPDATED_DATE", "2026-01-03" },
  { "START_DATE", "2026-01-05" },
  { "TARGET_DATE", "2026-06-12" },
  { "ACTUAL_COMPLETION_DATE", "" },
  { "CHECKPOINT_25_DATE", "2026-02-01" },
  { "CHECKPOINT_50_DATE", "2026-03-01" },
  { "CHECKPOINT_75_DATE", "2026-04-01" },
  { "CHECKPOINT_100_DATE", "2026-06-01" },
  { "STAKEHOLDER_LIST", "stakeholder 1, stakeholder 2" },
  { "CORE_FEATURE_1_EFFORT", "31" },
  { "CORE_FEATURE_2_EFFORT", "32" },
  { "IMPORTANT_FEATURE_1_EFFORT", "33" },
  { "IMPORTANT_FEATURE_2_EFFORT", "34" },
  { "NICE_FEATURE_1_EFFORT", "35" },
  { "RISK_1_PROBABILITY", "high" },
  { "RISK_1_IMPACT", "high" },
  { "RISK_2_PROBABILITY", "medium" },
  { "RISK_2_IMPACT", "high" },
  { "RISK_3_PROBABILITY", "low" },
  { "RISK_3_IMPACT", "medium" },
  { "SPRINT_DURATION", "2" },
  { "TOTAL_DURATION", "23" },
  { "TEAM_CAPACITY", "138" },
  { "CAPACITY_UTILIZATION", "16" },
  { "BUFFER_PERCENTAGE", "84" },
  { "MIN_TEST_COVERAGE", "85" },
};

/* Computed: not in the plan, and not what somebody wrote. */
static const char *const computed[] = {
  "TOTAL_SPRINTS",    "AVERAGE_VELOCITY",
  "RISK_SCORE",       "DAYS_REMAINING",
  "COMPLETION_RATE",  "BUSINESS_VALUE_SCORE",
  "COMPLEXITY_SCORE", "TEAM_SATISFACTION_SCORE",
  "NEXT_REVIEW_DATE", NULL,
};

static char *
word_for (const char *placeholder)
{
  for (guint i = 0; i < G_N_ELEMENTS (typed); i++)
    if (strcmp (typed[i][0], placeholder) == 0)
      return g_strdup (typed[i][1]);
  return g_strdelimit (g_ascii_strdown (placeholder, -1), "_", ' ');
}

static gboolean
fill_in (const GMatchInfo *match, GString *result, gpointer data)
{
  g_autofree char *name = g_match_info_fetch (match, 1);
  g_autofree char *word = word_for (name);

  g_string_append (result, word);
  if (data != NULL)
    g_ptr_array_add (data, g_steal_pointer (&name));
  return FALSE;
}

static char *
filled_layout (const char *layout, GPtrArray *names)
{
  g_autoptr (GRegex) regex = g_regex_new ("\\{([A-Z0-9_]+)\\}", 0, 0, NULL);

  return g_regex_replace_eval (regex, layout, -1, 0, 0, fill_in, names, NULL);
}

/* All texts of the plan, without the documents that are kept as they came. */
static char *
all_values (Fixture *f)
{
  GString *all = g_string_new (NULL);
  guint n_types;
  const WayRecordType **types = way_record_types (&n_types);

  for (guint i = 0; i < n_types; i++)
    {
      GPtrArray *records = way_plan_peek_records (way_document_get_plan (f->document), types[i]);

      for (guint k = 0; types[i] != &way_document_source_type && k < records->len; k++)
        for (guint n = 0; n < types[i]->n_fields; n++)
          {
            const WayField *field = &types[i]->fields[n];
            WayValue value = way_record_get (records->pdata[k], field);
            g_autofree char *text
                = field->type == WAY_FIELD_TYPE_TEXT ? g_strdup (value.s)
                  : field->type == WAY_FIELD_TYPE_ENUM
                      ? g_strdup (way_enum_nick (field->choices, value.i))
                  : field->type == WAY_FIELD_TYPE_REAL ? g_strdup_printf ("%.10g", value.r)
                  : field->type == WAY_FIELD_TYPE_DATE || field->type == WAY_FIELD_TYPE_MOMENT
                      ? way_moment_to_iso (value.i)
                      : g_strdup_printf ("%" G_GINT64_FORMAT, value.i);

            g_string_append_printf (all, "%s\n", text);
          }
    }
  g_string_append (all, "MS-077\nstakeholder 1, stakeholder 2\n");
  return g_string_free (all, FALSE);
}

/* Every placeholder has its place in the plan, and from there in the document. */
static void
test_every_placeholder (Fixture *f, gconstpointer data)
{
  g_autofree char *layout = read_shared (LAYOUT);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *filled = NULL;
  g_autofree char *values = NULL;
  g_autofree char *out = NULL;

  if (layout == NULL)
    return;
  filled = filled_layout (layout, names);
  import (f, filled);
  values = all_values (f);
  forget_source (f);
  out = export(f);
  g_assert_cmpuint (names->len, >, 200);
  for (guint i = 0; i < names->len; i++)
    {
      g_autofree char *word = word_for (names->pdata[i]);

      if (g_strv_contains (computed, names->pdata[i]))
        {
          g_assert_null (strstr (out, word));
          continue;
        }
      if (strstr (values, word) == NULL || strstr (out, word) == NULL)
        g_error ("{%s} has no place: “%s”", (char *)names->pdata[i], word);
    }
}

/* A document made by Waymark is the layout, line by line, but for what is computed. */
static void
test_same_layout (Fixture *f, gconstpointer data)
{
  g_autofree char *layout = read_shared (LAYOUT);
  g_autofree char *filled = NULL;
  g_autofree char *out = NULL;
  g_auto (GStrv) theirs = NULL;
  g_auto (GStrv) ours = NULL;
  guint i;

  if (layout == NULL)
    return;
  filled = filled_layout (layout, NULL);
  import (f, filled);
  forget_source (f);
  out = export(f);
  theirs = g_strsplit (g_strchomp (filled), "\n", -1);
  ours = g_strsplit (g_strchomp (out), "\n", -1);
  for (i = 0; theirs[i] != NULL && ours[i] != NULL; i++)
    {
      gboolean figure = FALSE;

      for (guint k = 0; computed[k] != NULL; k++)
        {
          g_autofree char *word = word_for (computed[k]);

          figure = figure || strstr (theirs[i], word) != NULL;
        }
      if (!figure)
        g_assert_cmpstr (ours[i], ==, theirs[i]);
    }
  g_assert_true (theirs[i] == NULL && ours[i] == NULL);
}

/* The raw layout comes in as a milestone of which nothing is known but its lists. */
static void
test_raw_layout (Fixture *f, gconstpointer data)
{
  g_autofree char *layout = read_shared (LAYOUT);
  g_autoptr (GRegex) regex = g_regex_new ("\\{[A-Z0-9_]+\\}", 0, 0, NULL);
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  WayMilestone *milestone;

  if (layout == NULL)
    return;
  import (f, layout);
  milestone = only_milestone (f);
  g_assert_cmpfloat (milestone->estimated_effort, ==, 0);
  g_assert_cmpint (milestone->status, ==, WAY_STATUS_PLANNING);
  g_assert_cmpstr (way_section_get_text (WAY_RECORD (milestone), "vision"), ==, "");
  first = export(f);
  g_assert_false (g_regex_match (regex, first, 0, NULL));
  import (f, first);
  second = export(f);
  g_assert_cmpstr (first, ==, second);
}

/* Found in the wild: out as they came in. */
static void
test_wild (Fixture *f, gconstpointer data)
{
  static const char *const wild[] = {
    "milestones/aiwf_1.md",
    "milestones/aiwf_2.md",
    "milestones/aiwf_3.md",
    "milestones/aiwf_4.md",
    "milestones/aiwf_5.md",
    "milestones/aiwf_6.md",
    "milestones/manifest_enterprise.md",
    "milestones/manifest_multi_team.md",
    "milestones/no_front_matter.md",
    "milestones/sprint_meta_1.md",
    "milestones/task.md",
  };

  for (guint i = 0; i < G_N_ELEMENTS (wild); i++)
    {
      g_autofree char *text = read_shared (wild[i]);
      g_autofree char *out = NULL;

      if (text == NULL)
        return;
      import (f, text);
      out = export(f);
      g_assert_cmpstr (out, ==, text);
      g_assert_true (way_document_undo (f->document, NULL));
      g_assert_true (
          way_document_undo (f->document, NULL)
          || way_plan_peek_records (way_document_get_plan (f->document), &way_milestone_type)->len
                 == 0);
      if (way_plan_peek_records (way_document_get_plan (f->document), &way_milestone_type)->len > 0)
        g_test_fail ();
    }
}

/* ---- What a line of a checklist has below it ---- */

static const char with_evidence[]
    = "---\nmilestone_name: \"Launch\"\n---\n\n"
      "## Executive Summary\n\n### Success Criteria\n"
      "- [x] A hundred orders\n"
      "  - **Owner**: Anna Bauer\n"
      "  - **Done on**: 2026-05-06\n"
      "  - **Evidence**: Order list of *Wednesday*, page 3\n"
      "  - A remark that is nobody's business\n"
      "- [ ] No fault open\n"
      "  - **Waived**: Two are cosmetic\n"
      "  - **Waived by**: Ben Kurz\n"
      "  - [ ] Not even a small one\n"
      "- [ ] Paid\n\n"
      "## Progress Tracking\n\n### Milestone Phases\n\n"
      "#### Phase 1: Build (2 weeks)\n"
      "- [x] Walls\n"
      "  - **Evidence**: Photo\n"
      "- [ ] Roof\n";

static WayChecklistItem *
item_called (Fixture *f, const char *title)
{
  WayRecord *record
      = way_plan_find_by_title (way_document_get_plan (f->document), &way_checklist_item_type, title);

  g_assert_nonnull (record);
  return WAY_CHECKLIST_ITEM (record);
}

static void
assert_person (Fixture *f, gint64 id, const char *name)
{
  WayRecord *person = way_plan_lookup (way_document_get_plan (f->document), id);

  g_assert_nonnull (person);
  g_assert_cmpstr (person->title, ==, name);
}

/* In, with everything; out again, byte for byte; a change in the plan changes its line alone. */
static void
test_evidence (Fixture *f, gconstpointer data)
{
  g_autofree char *same = NULL, *changed = NULL, *expected = NULL, *added = NULL;
  WayChecklistItem *orders, *fault;

  import (f, with_evidence);
  orders = item_called (f, "A hundred orders");
  fault = item_called (f, "No fault open");
  assert_person (f, WAY_RECORD (orders)->owner, "Anna Bauer");
  g_assert_cmpint (orders->done_on, ==, way_moment (2026, 5, 6, 0, 0));
  g_assert_cmpstr (orders->evidence, ==, "Order list of *Wednesday*, page 3");
  g_assert_true (fault->waived);
  g_assert_cmpstr (fault->waiver_reason, ==, "Two are cosmetic");
  assert_person (f, fault->waived_by, "Ben Kurz");
  g_assert_false (item_called (f, "Not even a small one")->waived);
  g_assert_cmpstr (item_called (f, "Walls")->evidence, ==, "Photo");
  g_assert_false (item_called (f, "Roof")->done);
  same = export (f);
  g_assert_cmpstr (same, ==, with_evidence);

  set_text (f, item_called (f, "Walls"), "evidence", "Film");
  changed = export (f);
  expected = swap (with_evidence, "Photo", "Film");
  g_assert_cmpstr (changed, ==, expected);
  set_text (f, item_called (f, "Roof"), "evidence", "Tile");
  set_text (f, item_called (f, "Paid"), "evidence", "Bill");
  added = export (f);
  g_assert_nonnull (strstr (added, "- [ ] Paid\n  - **Evidence**: Bill\n"));
  g_assert_nonnull (strstr (added, "- [ ] Roof\n  - **Evidence**: Tile\n"));
}

/* Into another plan: all of it is there. */
static void
test_evidence_elsewhere (Fixture *f, gconstpointer data)
{
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  import (f, with_evidence);
  way_document_begin (f->document, "Forget");
  way_document_delete (f->document, WAY_RECORD (way_milestone_source (only_milestone (f))));
  g_assert_true (way_document_commit (f->document, &error));
  text = export (f);
  way_document_begin (f->document, "Delete");
  way_document_delete (f->document, WAY_RECORD (only_milestone (f)));
  g_assert_true (way_document_commit (f->document, &error));
  import (f, text);
  g_assert_cmpstr (item_called (f, "No fault open")->waiver_reason, ==, "Two are cosmetic");
  g_assert_cmpstr (item_called (f, "Walls")->evidence, ==, "Photo");
  assert_person (f, WAY_RECORD (item_called (f, "A hundred orders"))->owner, "Anna Bauer");
}

/* ---- Whatever a plan holds ---- */

static char *
random_words (void)
{
  static const char *const words[]
      = { "search",        "**bold**", "a_b",      "(one)",    "[two]", "# not a heading",
          "- not an item", "50 %",     "“quoted”", "a\\b",     "|",     "検索",
          "x: y",          "{maybe}",  "`code`",   "1. first", "---",   "\n",
          "\n\n",          "```",      "<!-- x",   "\"",       "[x]",   "~" };
  GString *text = g_string_new (NULL);

  for (int n = g_test_rand_int_range (1, 7); n > 0; n--)
    g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "",
                            words[g_test_rand_int_range (0, G_N_ELEMENTS (words))]);
  return g_string_free (text, FALSE);
}

static void
fill_record (Fixture *f, WayRecord *record)
{
  const WayRecordType *type = way_record_get_record_type (record);

  for (guint i = 0; i < type->n_fields; i++)
    {
      const WayField *field = &type->fields[i];
      gint64 min, max;

      if (!way_field_is_stored (field) || g_str_equal (field->name, "milestone")
          || g_str_equal (field->name, "waived") || g_str_equal (field->name, "status")
          || g_str_equal (field->name, "actual_date") || g_str_equal (field->name, "list"))
        continue;
      if (field->type == WAY_FIELD_TYPE_TEXT && !g_str_equal (field->name, "key"))
        {
          g_autofree char *words = random_words ();
          g_autofree char *text = g_str_equal (field->name, "title")
                                      ? g_strdup_printf ("%s!", words)
                                      : g_strdup (words);

          way_document_set_text (f->document, record, field->name, text);
        }
      else if (field->type == WAY_FIELD_TYPE_ENUM)
        way_document_set_int (f->document, record, field->name,
                              g_test_rand_int_range (0, (gint32)field->choices->n_values));
      else if (field->type == WAY_FIELD_TYPE_PERCENT)
        way_document_set_int (f->document, record, field->name, g_test_rand_int_range (0, 101));
      else if (field->type == WAY_FIELD_TYPE_DATE)
        way_document_set_int (f->document, record, field->name,
                              way_moment (2026, 1, 1, 0, 0)
                                  + g_test_rand_int_range (0, 900) * WAY_DAY);
      else if (field->type == WAY_FIELD_TYPE_REAL)
        {
          way_field_limits (field, &min, &max);
          way_document_set_real (f->document, record, field->name, g_test_rand_int_range (0, 10));
        }
    }
}

/* A line of a checklist may be waived, if somebody says why, and has an owner. */
static void
fill_item (Fixture *f, WayRecord *record, gint64 person)
{
  fill_record (f, record);
  if (WAY_IS_CHECKLIST_ITEM (record))
    {
      g_autofree char *reason = g_strstrip (g_strdup (WAY_CHECKLIST_ITEM (record)->waiver_reason));

      way_document_set_int (f->document, record, "waived", reason[0] != '\0' && g_test_rand_bit ());
      way_document_set_int (f->document, record, "owner", g_test_rand_bit () ? person : 0);
    }
}

static void
fill_milestone (Fixture *f, WayMilestone *milestone)
{
  static const WayRecordType *const types[]
      = { &way_phase_type,      &way_checklist_item_type, &way_feature_type, &way_checkpoint_type,
          &way_dependency_type, &way_document_link_type,  &way_sprint_type,  &way_risk_type,
          &way_kpi_type,        &way_blocker_type };
  guint n_entries;
  const WayOutlineEntry *entries = way_record_outline (&way_milestone_type, &n_entries);
  WayRecord *person = way_plan_find_by_title (way_document_get_plan (f->document),
                                              &way_resource_type, "Anna Bauer");

  if (person == NULL)
    person = way_document_create_record (f->document, &way_resource_type);
  way_document_set_text (f->document, person, "title", "Anna Bauer");
  fill_record (f, WAY_RECORD (milestone));
  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    for (int n = g_test_rand_int_range (0, 4); n > 0; n--)
      fill_item (f, way_milestone_add_part (f->document, milestone, types[i]), person->id);
  for (guint i = 0; i < n_entries; i++)
    if (way_outline_entry_has_text (&entries[i]) && g_test_rand_bit ())
      {
        g_autofree char *text = random_words ();

        way_section_set_text (f->document, WAY_RECORD (milestone), entries[i].key, text);
      }
}

/* Out, in, out: the same bytes, and the plan untouched, whatever people write. */
static void
test_out_in_out (Fixture *f, gconstpointer data)
{
  for (int run = 0; run < 60; run++)
    {
      g_autofree char *first = NULL;
      g_autofree char *second = NULL;
      g_autofree char *before = NULL;
      g_autofree char *after = NULL;
      g_autoptr (GError) error = NULL;
      WayRecord *milestone;

      way_document_begin (f->document, "Fill");
      milestone = way_document_create_record (f->document, &way_milestone_type);
      fill_milestone (f, WAY_MILESTONE (milestone));
      way_document_set_text (f->document, milestone, "code", "");
      way_document_commit (f->document, &error);
      g_assert_no_error (error);
      first = export(f);
      before = all_values (f);
      import (f, first);
      after = all_values (f);
      g_assert_cmpstr (before, ==, after);
      second = export(f);
      g_assert_cmpstr (first, ==, second);
      way_document_begin (f->document, "Delete");
      way_document_delete (f->document, milestone);
      for (guint i = 0; i < 3; i++)
        {
          static const WayRecordType *const loose[]
              = { &way_sprint_type, &way_risk_type, &way_kpi_type };
          GPtrArray *records
              = way_plan_peek_records (way_document_get_plan (f->document), loose[i]);

          for (guint k = records->len; k > 0; k--)
            way_document_delete (f->document, records->pdata[k - 1]);
        }
      g_assert_true (way_document_commit (f->document, NULL));
    }
}

static void
test_folder (Fixture *f, gconstpointer data)
{
  g_autofree char *a = g_build_filename (f->folder, "MS-001.md", NULL);
  g_autofree char *b = g_build_filename (f->folder, "up_here.md", NULL);
  g_autofree char *c = g_build_filename (f->folder, "ms-001-2.md", NULL);
  WayRecord *record;

  way_document_begin (f->document, "Add");
  for (guint i = 0; i < 2; i++)
    {
      record = way_document_create_record (f->document, &way_milestone_type);
      way_document_set_text (f->document, record, "title", "One of two");
    }
  way_document_set_text (f->document, record, "code", "up/here");
  g_assert_true (way_document_commit (f->document, NULL));
  g_assert_true (way_exchange_export (f->document, f->folder, "milestone", NULL, NULL));
  g_assert_true (g_file_test (a, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_test (b, G_FILE_TEST_EXISTS));

  /* A document can bring the other one's id along; its file is not written over. */
  way_document_begin (f->document, "Same");
  way_document_set_text (f->document, record, "code", "ms-001");
  g_assert_true (way_document_commit (f->document, NULL));
  g_assert_true (way_exchange_export (f->document, f->folder, "milestone", NULL, NULL));
  g_assert_true (g_file_test (c, G_FILE_TEST_EXISTS));
}

#define ADD(name, function)                                                                        \
  g_test_add ("/milestone-document/" name, Fixture, NULL, set_up, function, tear_down)

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
  ADD ("completed-with-open-boxes", test_completed_with_open_boxes);
  ADD ("malformed", test_malformed);
  ADD ("garbage", test_garbage);
  ADD ("windows-lines", test_windows_lines);
  ADD ("dependencies", test_dependencies);
  ADD ("evidence", test_evidence);
  ADD ("evidence-elsewhere", test_evidence_elsewhere);
  ADD ("every-placeholder", test_every_placeholder);
  ADD ("same-layout", test_same_layout);
  ADD ("raw-layout", test_raw_layout);
  ADD ("wild", test_wild);
  ADD ("out-in-out", test_out_in_out);
  ADD ("folder", test_folder);
  return g_test_run ();
}
