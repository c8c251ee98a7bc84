/* test-milestone-lossless.c: milestone documents come back as they went out, whatever they hold.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "milestone-fixture.h"

#include "document/way-milestone-parts.h"
#include "exchange/milestone/way-markdown.h"
#include "exchange/milestone/way-milestone-file.h"
#include "exchange/milestone/way-milestone-text.h"
#include "exchange/milestone/way-milestone-write.h"
#include "model/way-error.h"

#include <glib/gstdio.h>
#include <string.h>

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

  fixture_import (f, with_evidence);
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
  same = fixture_export (f);
  g_assert_cmpstr (same, ==, with_evidence);

  fixture_set_text (f, item_called (f, "Walls"), "evidence", "Film");
  changed = fixture_export (f);
  expected = fixture_swap (with_evidence, "Photo", "Film");
  g_assert_cmpstr (changed, ==, expected);
  fixture_set_text (f, item_called (f, "Roof"), "evidence", "Tile");
  fixture_set_text (f, item_called (f, "Paid"), "evidence", "Bill");
  added = fixture_export (f);
  g_assert_nonnull (strstr (added, "- [ ] Paid\n  - **Evidence**: Bill\n"));
  g_assert_nonnull (strstr (added, "- [ ] Roof\n  - **Evidence**: Tile\n"));
}

/* Into another plan: all of it is there. */
static void
test_evidence_elsewhere (Fixture *f, gconstpointer data)
{
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  fixture_import (f, with_evidence);
  way_document_begin (f->document, "Forget");
  way_document_delete (f->document, WAY_RECORD (way_milestone_source (fixture_only_milestone (f))));
  g_assert_true (way_document_commit (f->document, &error));
  text = fixture_export (f);
  way_document_begin (f->document, "Delete");
  way_document_delete (f->document, WAY_RECORD (fixture_only_milestone (f)));
  g_assert_true (way_document_commit (f->document, &error));
  fixture_import (f, text);
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
      first = fixture_export (f);
      before = fixture_all_values (f);
      fixture_import (f, first);
      after = fixture_all_values (f);
      g_assert_cmpstr (before, ==, after);
      second = fixture_export (f);
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
  g_test_add ("/milestone-lossless/" name, Fixture, NULL, fixture_set_up, function, fixture_tear_down)

/* Prose stays what it is below its heading, and the next heading stays one. */
static void
check_prose (const char *text)
{
  g_autofree char *once = way_markdown_prose (text);
  g_autofree char *twice = way_markdown_prose (once);
  g_autofree char *page = g_strconcat ("## A\n\n### B\n", once, "\n\n### C\n", NULL);
  g_autoptr (WayMarkdown) markdown = way_markdown_read (page, 0, 0);

  g_assert_cmpstr (once, ==, twice);
  g_assert_cmpuint (markdown->headings->len, ==, 3);
}

static void
test_prose (Fixture *f, gconstpointer data)
{
  check_prose ("Underlined\n---\n\n ```");
  check_prose ("Underlined\n===\n~\n<!-- x");
  check_prose ("Two lines\nunderlined\n ---\n```");
  for (int run = 0; run < 10000; run++)
    {
      g_autofree char *words = random_words ();

      check_prose (words);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("prose", test_prose);
  ADD ("evidence", test_evidence);
  ADD ("evidence-elsewhere", test_evidence_elsewhere);
  ADD ("out-in-out", test_out_in_out);
  ADD ("folder", test_folder);
  return g_test_run ();
}
