/* test-documents.c: the figures of a milestone's document, and what a check-in begins with.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "metrics-fixture.h"

#include "document/way-milestone-parts.h"
#include "metrics/way-check-ins.h"
#include "metrics/way-document-figures.h"
#include "model/way-record-outline.h"

#include <string.h>

static WayRecord *
add_part (Fixture *f, gpointer whole, const WayRecordType *type, const char *title)
{
  g_autoptr (GError) error = NULL;
  WayRecord *part;

  way_document_begin (f->document, title);
  part = way_record_add_part (f->document, whole, type);
  if (way_record_type_field (type, "title") != NULL)
    way_document_set_text (f->document, part, "title", title);
  way_document_commit (f->document, &error);
  g_assert_no_error (error);
  return part;
}

static void
assert_figure (Fixture *f, const char *name, double expected, guint n_rows)
{
  g_autoptr (WayFigure) figure = way_milestone_figure (f->document, f->released_ms, name);

  g_assert_true (figure->known);
  g_assert_cmpfloat (figure->value, ==, expected);
  g_assert_cmpuint (figure->rows->len, ==, n_rows);
}

static gboolean
is_known (Fixture *f, const char *name)
{
  g_autoptr (WayFigure) figure = way_milestone_figure (f->document, f->released_ms, name);

  return figure->known;
}

/* Worked by hand: on 11 March two civil days are left until the 13th. */
static void
test_days_remaining (Fixture *f, gconstpointer data)
{
  assert_figure (f, "days_remaining", 2, 0);
  fixture_set (f, f->released_ms, "target_date", MARCH (9));
  assert_figure (f, "days_remaining", -2, 0);
  fixture_set (f, f->released_ms, "target_date", WAY_NEVER);
  g_assert_false (is_known (f, "days_remaining"));
}

/* One of three lines is met: 33 %; one waived as well: 67 %. */
static void
test_completion_rate (Fixture *f, gconstpointer data)
{
  WayRecord *one = add_part (f, f->released_ms, &way_checklist_item_type, "One");
  WayRecord *two = add_part (f, f->released_ms, &way_checklist_item_type, "Two");

  add_part (f, f->released_ms, &way_checklist_item_type, "Three");
  fixture_set (f, one, "done", TRUE);
  assert_figure (f, "completion_rate", 33, 3);
  way_document_begin (f->document, "Waive");
  way_document_set_int (f->document, two, "waived", TRUE);
  way_document_set_text (f->document, two, "waiver_reason", "Nobody asks");
  g_assert_true (way_document_commit (f->document, NULL));
  assert_figure (f, "completion_rate", 67, 3);
}

/* Three tasks done in two finished sprints: 1.5; a sprint that runs does not count. */
static void
test_velocity (Fixture *f, gconstpointer data)
{
  WayRecord *first = add_part (f, f->released_ms, &way_sprint_type, "First");
  WayRecord *second = add_part (f, f->released_ms, &way_sprint_type, "Second");
  WayRecord *third = add_part (f, f->released_ms, &way_sprint_type, "Third");

  assert_figure (f, "total_sprints", 3, 3);
  g_assert_false (is_known (f, "velocity"));
  fixture_set (f, first, "finish", MARCH (4));
  fixture_set (f, second, "finish", MARCH (10));
  fixture_set (f, third, "finish", MARCH (20));
  fixture_set (f, f->build, "percent_complete", 100);
  fixture_set (f, f->test, "percent_complete", 100);
  fixture_set (f, f->design, "sprint", first->id);
  fixture_set (f, f->build, "sprint", second->id);
  assert_figure (f, "velocity", 1, 2);
  fixture_set (f, f->test, "sprint", second->id);
  assert_figure (f, "velocity", 1.5, 3);
  fixture_set (f, f->test, "sprint", third->id);
  assert_figure (f, "velocity", 1, 2);
}

/* The latest check-in with a mood of 4 of 5 makes 8 of 10; one that did not ask changes nothing. */
static void
test_team_satisfaction (Fixture *f, gconstpointer data)
{
  WayRecord *early = add_part (f, f->released_ms, &way_check_in_type, "Early");
  WayRecord *late = add_part (f, f->released_ms, &way_check_in_type, "Late");

  g_assert_false (is_known (f, "team_satisfaction"));
  fixture_set (f, early, "date", MARCH (2));
  fixture_set (f, early, "mood", 4);
  fixture_set (f, late, "date", MARCH (9));
  assert_figure (f, "team_satisfaction", 8, 1);
  fixture_set (f, late, "mood", 2);
  assert_figure (f, "team_satisfaction", 4, 1);
}

/* Probability 3 × impact 2 = 6 of 9: 6.7, shown as 7. */
static void
test_scores (Fixture *f, gconstpointer data)
{
  WayRecord *risk = add_part (f, f->released_ms, &way_risk_type, "Rain");

  fixture_set (f, risk, "probability", WAY_RATING_HIGH);
  fixture_set (f, risk, "impact", WAY_RATING_MEDIUM);
  assert_figure (f, "risk_score", 7, 1);
  fixture_set (f, f->released_ms, "business_value", WAY_LEVEL_CRITICAL);
  assert_figure (f, "business_value_score", 4, 0);
  fixture_set (f, f->released_ms, "technical_complexity", WAY_COMPLEXITY_MEDIUM);
  assert_figure (f, "complexity_score", 2, 0);
}

/* Every figure of the outline is computed somewhere, and says how. */
static void
test_all_explained (Fixture *f, gconstpointer data)
{
  guint n_entries;
  const WayOutlineEntry *entries = way_record_outline (&way_milestone_type, &n_entries);

  for (guint i = 0; i < n_entries; i++)
    if (entries[i].kind == WAY_OUTLINE_FIGURE)
      g_assert_cmpstr (way_milestone_figure_explain (entries[i].key), !=, "");
  g_assert_cmpstr (way_milestone_figure_explain ("horoscope"), ==, "");
  g_assert_false (is_known (f, "horoscope"));
}

/* ------------------------------------------------------------------ check-ins of an initiative */

static WayRecord *
add_initiative (Fixture *f)
{
  WayRecord *initiative;

  way_document_begin (f->document, "Initiative");
  initiative = way_document_create_record (f->document, &way_initiative_type);
  way_document_set_text (f->document, initiative, "title", "Strategy");
  way_document_set_int (f->document, WAY_RECORD (f->designed_ms), "initiative", initiative->id);
  way_document_set_int (f->document, WAY_RECORD (f->released_ms), "initiative", initiative->id);
  g_assert_true (way_document_commit (f->document, NULL));
  return initiative;
}

/* Design was finished on Friday the 6th and its milestone with it; Build runs. */
static void
test_initiative_check_in (Fixture *f, gconstpointer data)
{
  WayRecord *initiative = add_initiative (f);
  WayRecord *blocker = add_part (f, f->released_ms, &way_blocker_type, "No key to the hall");
  g_autoptr (WayCheckInProposal) proposal = NULL;

  fixture_set (f, blocker, "since", MARCH (10));
  proposal = way_check_in_propose (f->document, initiative);
  g_assert_cmpint (proposal->date, ==, MARCH (11));
  g_assert_true (g_str_has_prefix (proposal->done, "Designed\nDesign"));
  g_assert_true (g_str_has_prefix (proposal->next, "Released\nBuild"));
  g_assert_cmpstr (proposal->needs, ==, "No key to the hall");
  g_assert_cmpint (proposal->rag, >=, WAY_RAG_YELLOW);
  g_assert_nonnull (strstr (proposal->reason, "Released"));
}

static void
test_initiative_overdue (Fixture *f, gconstpointer data)
{
  WayRecord *initiative = add_initiative (f);
  WayRecord *talk = add_part (f, initiative, &way_check_in_type, "Talk");
  g_autoptr (GPtrArray) none = NULL, overdue = NULL;

  fixture_set (f, initiative, "status", WAY_STATUS_ACTIVE);
  fixture_set (f, talk, "date", MARCH (4)); /* a week ago: still in time */
  none = way_check_ins_overdue (f->document);
  g_assert_cmpuint (none->len, ==, 0);
  fixture_set (f, talk, "date", MARCH (3));
  overdue = way_check_ins_overdue (f->document);
  g_assert_cmpuint (overdue->len, ==, 1);
  g_assert_true (overdue->pdata[0] == initiative);
}

#define ADD(name, function)                                                                        \
  g_test_add ("/documents/" name, Fixture, NULL, fixture_set_up, function, fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("days-remaining", test_days_remaining);
  ADD ("completion-rate", test_completion_rate);
  ADD ("velocity", test_velocity);
  ADD ("team-satisfaction", test_team_satisfaction);
  ADD ("scores", test_scores);
  ADD ("all-explained", test_all_explained);
  ADD ("initiative-check-in", test_initiative_check_in);
  ADD ("initiative-overdue", test_initiative_overdue);
  return g_test_run ();
}
