/* test-milestones.c: what belongs to a milestone, its gate, and what it waits for.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "document/way-milestone-figures.h"
#include "document/way-milestone-parts.h"
#include "document/way-milestone-upstream.h"
#include "document/way-outline.h"
#include "document/way-task-edits.h"
#include "model/way-error.h"
#include "model/way-record-outline.h"

#include <string.h>

#define MONDAY way_moment (2026, 5, 4, 8, 0)

typedef struct
{
  WayDocument *document;
  WayMilestone *milestone;
} Fixture;

static WayMilestone *
add_milestone (WayDocument *document, const char *title, WayTask *row)
{
  g_autoptr (GError) error = NULL;
  WayRecord *record;

  way_document_begin (document, "Add milestone");
  record = way_document_create_record (document, &way_milestone_type);
  way_document_set_text (document, record, "title", title);
  way_document_set_int (document, record, "task", row != NULL ? WAY_RECORD (row)->id : 0);
  way_document_commit (document, &error);
  g_assert_no_error (error);
  return WAY_MILESTONE (record);
}

static WayChecklistItem *
add_item (Fixture *f, gint64 list, const char *title)
{
  g_autoptr (GError) error = NULL;
  WayRecord *item;

  way_document_begin (f->document, "Add line");
  item = way_milestone_add_part (f->document, f->milestone, &way_checklist_item_type);
  way_document_set_text (f->document, item, "title", title);
  way_document_set_int (f->document, item, "list", list);
  way_document_commit (f->document, &error);
  g_assert_no_error (error);
  return WAY_CHECKLIST_ITEM (item);
}

static gboolean
set_field (Fixture *f, gpointer record, const char *field, gint64 value, GError **error)
{
  way_document_begin (f->document, "Edit");
  way_document_set_int (f->document, record, field, value);
  return way_document_commit (f->document, error);
}

static gboolean
waive (Fixture *f, WayChecklistItem *item, const char *reason, GError **error)
{
  way_document_begin (f->document, "Waive");
  way_document_set_int (f->document, WAY_RECORD (item), "waived", TRUE);
  way_document_set_text (f->document, WAY_RECORD (item), "waiver_reason", reason);
  return way_document_commit (f->document, error);
}

static void
set_up (Fixture *f, gconstpointer data)
{
  f->document = way_document_new ("Test", MONDAY);
  f->milestone = add_milestone (f->document, "Launch", NULL);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  g_assert_finalize_object (f->document);
}

static void
test_gate (Fixture *f, gconstpointer data)
{
  WayChecklistItem *criterion = add_item (f, WAY_CHECKLIST_SUCCESS_CRITERIA, "A hundred orders");
  WayChecklistItem *gate = add_item (f, WAY_CHECKLIST_QUALITY_GATES, "Security");
  g_autoptr (GError) error = NULL;

  add_item (f, WAY_CHECKLIST_LAUNCH, "Send the press release"); /* no gate */
  g_assert_false (set_field (f, f->milestone, "status", WAY_STATUS_COMPLETED, &error));
  g_assert_error (error, WAY_ERROR, WAY_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, "“A hundred orders”, “Security”"));
  g_clear_error (&error);
  g_assert_false (set_field (f, f->milestone, "actual_date", way_moment_day (MONDAY), &error));
  g_assert_nonnull (error);
  g_clear_error (&error);
  g_assert_cmpint (f->milestone->status, ==, WAY_STATUS_PLANNING);

  g_assert_true (set_field (f, criterion, "done", TRUE, &error));
  g_assert_false (set_field (f, f->milestone, "status", WAY_STATUS_COMPLETED, &error));
  g_assert_null (strstr (error->message, "A hundred orders"));
  g_clear_error (&error);
  g_assert_false (waive (f, gate, "", &error));
  g_assert_nonnull (strstr (error->message, "Security"));
  g_clear_error (&error);
  g_assert_true (waive (f, gate, "Audited last month", &error));
  g_assert_true (set_field (f, f->milestone, "status", WAY_STATUS_COMPLETED, &error));
  g_assert_no_error (error);
  /* What is added later is work for afterwards, and undo always works. */
  add_item (f, WAY_CHECKLIST_SUCCESS_CRITERIA, "A thousand orders");
  for (int i = 0; i < 3; i++)
    g_assert_true (way_document_undo (f->document, &error));
  for (int i = 0; i < 3; i++)
    g_assert_true (way_document_redo (f->document, &error));
  g_assert_cmpint (f->milestone->status, ==, WAY_STATUS_COMPLETED);
}

/* A point that is reached completes its milestone only with every gate met. */
static void
test_gate_of_point (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  WayTask *row = way_outline_insert (f->document, NULL, "Launch", &error);
  WayChecklistItem *item = add_item (f, WAY_CHECKLIST_DEFINITION_OF_DONE, "Manual printed");

  g_assert_true (way_task_edit_duration (f->document, row, 0, WAY_UNIT_DAYS, &error));
  g_assert_true (set_field (f, f->milestone, "task", WAY_RECORD (row)->id, &error));
  g_assert_true (set_field (f, row, "percent_complete", 100, &error));
  g_assert_false (way_milestone_is_completed (f->milestone));
  g_assert_true (set_field (f, item, "done", TRUE, &error));
  g_assert_true (way_milestone_is_completed (f->milestone));
}

/* Criteria count, numbers.md §4: two of three met = 67 %. */
static void
test_criteria_count (Fixture *f, gconstpointer data)
{
  WayChecklistItem *one = add_item (f, WAY_CHECKLIST_SUCCESS_CRITERIA, "One");
  WayChecklistItem *two = add_item (f, WAY_CHECKLIST_SUCCESS_CRITERIA, "Two");

  add_item (f, WAY_CHECKLIST_SUCCESS_CRITERIA, "Three");
  add_item (f, WAY_CHECKLIST_DEFINITION_OF_DONE, "Not counted");
  g_assert_true (set_field (f, f->milestone, "completion", WAY_COMPLETE_CRITERIA, NULL));
  g_assert_cmpint (f->milestone->complete, ==, 0);
  g_assert_true (set_field (f, one, "done", TRUE, NULL));
  g_assert_cmpint (f->milestone->complete, ==, 33);
  g_assert_true (waive (f, two, "Nobody asks any more", NULL));
  g_assert_cmpint (f->milestone->complete, ==, 67);
}

/* From the history, a step on a part leads to the milestone, even when the part is gone. */
static void
test_record_of_step (Fixture *f, gconstpointer data)
{
  WayChecklistItem *item = add_item (f, WAY_CHECKLIST_LAUNCH, "Press");
  gint64 added = way_document_get_undo_seq (f->document), deleted;

  g_assert_true (way_document_record_of_step (f->document, added) == WAY_RECORD (f->milestone));
  way_document_begin (f->document, "Delete");
  way_document_delete (f->document, WAY_RECORD (item));
  g_assert_true (way_document_commit (f->document, NULL));
  deleted = way_document_get_undo_seq (f->document);
  g_assert_true (way_document_record_of_step (f->document, deleted) == WAY_RECORD (f->milestone));
  way_document_begin (f->document, "Delete all");
  way_document_delete (f->document, WAY_RECORD (f->milestone));
  g_assert_true (way_document_commit (f->document, NULL));
  g_assert_null (way_document_record_of_step (f->document, deleted));
}

/* An initiative has a document of its own: its keys are not those of a milestone. */
static void
test_initiative (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) kpis = NULL, milestones = NULL;
  WayRecord *initiative;
  guint n_entries;
  const WayOutlineEntry *entries = way_record_outline (&way_initiative_type, &n_entries);

  way_document_begin (f->document, "Initiative");
  initiative = way_document_create_record (f->document, &way_initiative_type);
  way_document_set_text (f->document, initiative, "title", "Strategy");
  for (guint i = 0; i < n_entries; i++)
    if (way_outline_entry_has_text (&entries[i]))
      way_section_set_text (f->document, initiative, entries[i].key, entries[i].key);
    else if (entries[i].kind == WAY_OUTLINE_FIELD)
      g_assert_nonnull (way_record_type_field (&way_initiative_type, entries[i].key));
  way_document_set_text (f->document, way_record_add_part (f->document, initiative, &way_kpi_type),
                         "title", "One");
  way_document_set_text (f->document, way_record_add_part (f->document, initiative, &way_kpi_type),
                         "title", "Two");
  way_document_set_int (f->document, WAY_RECORD (f->milestone), "initiative", initiative->id);
  way_document_commit (f->document, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (way_section_get_text (initiative, "business_case"), ==, "business_case");
  kpis = way_record_get_parts (initiative, &way_kpi_type);
  g_assert_cmpuint (kpis->len, ==, 2);
  g_assert_cmpint (WAY_KPI (kpis->pdata[0])->rank, <, WAY_KPI (kpis->pdata[1])->rank);
  milestones = way_record_get_parts (initiative, &way_milestone_type);
  g_assert_cmpuint (milestones->len, ==, 1);

  way_document_begin (f->document, "Wrong document");
  way_section_set_text (f->document, WAY_RECORD (f->milestone), "business_case", "x");
  g_assert_false (way_document_commit (f->document, &error));
}

static void
test_sections (Fixture *f, gconstpointer data)
{
  WayRecord *record = WAY_RECORD (f->milestone);
  WayPlan *plan = way_document_get_plan (f->document);
  g_autoptr (GError) error = NULL;
  guint n_entries;
  const WayOutlineEntry *entries = way_record_outline (&way_milestone_type, &n_entries);

  way_document_begin (f->document, "Fill in");
  for (guint i = 0; i < n_entries; i++)
    if (way_outline_entry_has_text (&entries[i]))
      way_section_set_text (f->document, record, entries[i].key, entries[i].key);
  way_document_commit (f->document, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < n_entries; i++) /* no key stands for two */
    if (way_outline_entry_has_text (&entries[i]))
      {
        g_assert_true (way_record_outline_lookup (&way_milestone_type, entries[i].key) == &entries[i]);
        g_assert_cmpstr (way_section_get_text (record, entries[i].key), ==, entries[i].key);
      }
  way_document_begin (f->document, "Clear");
  way_section_set_text (f->document, record, "vision", "");
  way_document_commit (f->document, &error);
  g_assert_cmpstr (way_section_get_text (record, "vision"), ==, "");

  way_document_begin (f->document, "Invent");
  way_section_set_text (f->document, record, "horoscope", "Good");
  g_assert_false (way_document_commit (f->document, &error));
  g_assert_nonnull (strstr (error->message, "horoscope"));

  way_document_begin (f->document, "Delete");
  way_document_delete (f->document, record);
  g_assert_true (way_document_commit (f->document, NULL));
  g_assert_cmpuint (way_plan_peek_records (plan, &way_section_type)->len, ==, 0);
}

/* Who works at a part works at the document. */
static void
test_parts_stamp_the_whole (Fixture *f, gconstpointer data)
{
  WayChecklistItem *item = add_item (f, WAY_CHECKLIST_LAUNCH, "Bake a cake");
  WayRecord *record = WAY_RECORD (f->milestone);
  WayMoment old = way_moment (2020, 1, 1, 8, 0);

  g_assert_true (set_field (f, record, "updated", old, NULL));
  g_assert_true (set_field (f, item, "done", TRUE, NULL));
  g_assert_cmpint (record->updated, >, old);
  g_assert_true (way_document_undo (f->document, NULL));
  way_document_begin (f->document, "Delete");
  way_document_delete (f->document, WAY_RECORD (item));
  g_assert_true (way_document_commit (f->document, NULL));
  g_assert_cmpint (record->updated, >, old);
}

/* Design (MS) → Build (work) → Launch (MS) → Review (MS): the nearest ones only. */
static void
test_upstream (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  WayTask *phase = way_outline_insert (f->document, NULL, "Phase", &error);
  WayTask *design = way_outline_insert (f->document, phase, "Design done", &error);
  WayTask *build = way_outline_insert (f->document, design, "Build", &error);
  WayTask *launch = way_outline_insert (f->document, build, "Launch", &error);
  WayTask *review = way_outline_insert (f->document, launch, "Review", &error);
  WayMilestone *first = add_milestone (f->document, "Design done", design);
  WayMilestone *last = add_milestone (f->document, "Review", review);
  g_autoptr (GPtrArray) before_launch = NULL;
  g_autoptr (GPtrArray) before_review = NULL;
  g_autoptr (GPtrArray) before_design = NULL;

  g_assert_true (set_field (f, f->milestone, "task", WAY_RECORD (launch)->id, &error));
  g_assert_nonnull (way_task_link (f->document, design, build, WAY_LINK_FS, 0, 0, &error));
  g_assert_nonnull (way_task_link (f->document, build, launch, WAY_LINK_FS, 0, 0, &error));
  g_assert_nonnull (way_task_link (f->document, launch, review, WAY_LINK_FS, 0, 0, &error));
  g_assert_no_error (error);
  before_launch = way_milestone_get_upstream (f->milestone);
  before_review = way_milestone_get_upstream (last);
  before_design = way_milestone_get_upstream (first);
  g_assert_cmpuint (before_launch->len, ==, 1);
  g_assert_true (before_launch->pdata[0] == first);
  g_assert_cmpuint (before_review->len, ==, 1);
  g_assert_true (before_review->pdata[0] == f->milestone);
  g_assert_cmpuint (before_design->len, ==, 0);
}

/* A phase that is a milestone itself waits for what is in it, and for what that waits for. */
static void
test_upstream_of_phase (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  WayTask *design = way_outline_insert (f->document, NULL, "Design done", &error);
  WayTask *phase = way_outline_insert (f->document, design, "Phase", &error);
  WayTask *build = way_outline_insert (f->document, phase, "Build", &error);
  WayTask *accept = way_outline_insert (f->document, build, "Accepted", &error);
  WayTask *rows[] = { build, accept };
  WayMilestone *first = add_milestone (f->document, "Design done", design);
  WayMilestone *inside = add_milestone (f->document, "Accepted", accept);
  g_autoptr (GPtrArray) before_phase = NULL;
  g_autoptr (GPtrArray) before_inside = NULL;

  g_assert_true (way_outline_indent (f->document, rows, G_N_ELEMENTS (rows), NULL, NULL, &error));
  g_assert_true (set_field (f, f->milestone, "task", WAY_RECORD (phase)->id, &error));
  g_assert_nonnull (way_task_link (f->document, design, build, WAY_LINK_FS, 0, 0, &error));
  g_assert_no_error (error);
  before_phase = way_milestone_get_upstream (f->milestone);
  before_inside = way_milestone_get_upstream (inside);
  g_assert_cmpuint (before_phase->len, ==, 2);
  g_assert_true (g_ptr_array_find (before_phase, first, NULL));
  g_assert_true (g_ptr_array_find (before_phase, inside, NULL));
  g_assert_cmpuint (before_inside->len, ==, 0);
}

/* A phase that another row waits for counts, whichever of its rows is met first. */
static void
test_upstream_beside_phase (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  WayTask *phase = way_outline_insert (f->document, NULL, "Phase", &error);
  WayTask *build = way_outline_insert (f->document, phase, "Build", &error);
  WayTask *hand_over = way_outline_insert (f->document, build, "Hand over", &error);
  WayTask *launch = way_outline_insert (f->document, hand_over, "Launch", &error);
  WayMilestone *closed = add_milestone (f->document, "Phase closed", phase);
  g_autoptr (GPtrArray) before = NULL;

  g_assert_true (way_outline_indent (f->document, &build, 1, NULL, NULL, &error));
  g_assert_true (set_field (f, f->milestone, "task", WAY_RECORD (launch)->id, &error));
  g_assert_nonnull (way_task_link (f->document, phase, hand_over, WAY_LINK_FS, 0, 0, &error));
  g_assert_nonnull (way_task_link (f->document, hand_over, launch, WAY_LINK_FS, 0, 0, &error));
  g_assert_nonnull (way_task_link (f->document, build, launch, WAY_LINK_FS, 0, 0, &error));
  g_assert_no_error (error);
  before = way_milestone_get_upstream (f->milestone);
  g_assert_cmpuint (before->len, ==, 1);
  g_assert_true (before->pdata[0] == closed);
}

/* Numbers.md §9: the highest open score is 6 of 9 → 7 of 10. */
static void
test_risk_score (Fixture *f, gconstpointer data)
{
  WayRisk *risks[3];

  way_document_begin (f->document, "Add risks");
  for (guint i = 0; i < 3; i++)
    {
      risks[i] = WAY_RISK (way_milestone_add_part (f->document, f->milestone, &way_risk_type));
      way_document_set_text (f->document, WAY_RECORD (risks[i]), "title", "Risk");
      way_document_set_int (f->document, WAY_RECORD (risks[i]), "probability", 1 + i);
    }
  g_assert_true (way_document_commit (f->document, NULL));
  g_assert_cmpint (risks[2]->score, ==, 6);
  g_assert_cmpint (way_milestone_risk_score (f->milestone), ==, 7);
  g_assert_true (set_field (f, risks[2], "current_impact", WAY_RATING_LOW, NULL));
  g_assert_cmpint (risks[2]->score, ==, 3);
  g_assert_cmpint (way_milestone_risk_score (f->milestone), ==, 4); /* 4 of 9 */
  g_assert_true (set_field (f, risks[1], "status", WAY_RISK_CLOSED, NULL));
  g_assert_cmpint (way_milestone_risk_score (f->milestone), ==, 3); /* 3 of 9 */
  g_assert_cmpint (way_risk_band (9), ==, WAY_LEVEL_CRITICAL);
  g_assert_cmpint (way_risk_band (6), ==, WAY_LEVEL_HIGH);
  g_assert_cmpint (way_risk_band (3), ==, WAY_LEVEL_MEDIUM);
  g_assert_cmpint (way_risk_band (1), ==, WAY_LEVEL_LOW);
}

static void
test_numbers_of_kpis (void)
{
  double first, second;

  g_assert_true (way_kpi_read_number ("≥ 99.9 %", &first, NULL));
  g_assert_cmpfloat (first, ==, 99.9);
  g_assert_true (way_kpi_read_number ("10 – 20 ms", &first, &second));
  g_assert_cmpfloat (first, ==, 10);
  g_assert_cmpfloat (second, ==, 20);
  g_assert_true (way_kpi_read_number ("below 1,250.5", &first, &second));
  g_assert_cmpfloat (first, ==, 1250.5);
  g_assert_cmpfloat (second, ==, 1250.5);
  g_assert_true (way_kpi_read_number ("-5 points", &first, NULL));
  g_assert_cmpfloat (first, ==, -5);
  g_assert_true (way_kpi_read_number ("−5", &first, NULL));
  g_assert_cmpfloat (first, ==, -5);
  g_assert_false (way_kpi_read_number ("as good as before", &first, NULL));
  g_assert_false (way_kpi_read_number ("", &first, NULL));
}

/* Lines that another page or program made have no ranks of their own yet. */
static void
test_order_of_parts (Fixture *f, gconstpointer data)
{
  static const char *const titles[] = { "One", "Two", "Three" };
  g_autoptr (GPtrArray) parts = NULL;
  g_autoptr (GPtrArray) after = NULL;
  g_autoptr (GPtrArray) wanted = g_ptr_array_new ();

  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    set_field (f, add_item (f, WAY_CHECKLIST_SUCCESS_CRITERIA, titles[i]), "rank", 0, NULL);
  parts = way_milestone_get_parts (f->milestone, &way_checklist_item_type);
  g_assert_cmpuint (parts->len, ==, 3);
  g_ptr_array_add (wanted, parts->pdata[0]);
  g_ptr_array_add (wanted, parts->pdata[2]);
  g_ptr_array_add (wanted, parts->pdata[1]);
  way_document_begin (f->document, "Move");
  way_milestone_order_parts (f->document, wanted);
  g_assert_true (way_document_commit (f->document, NULL));
  after = way_milestone_get_parts (f->milestone, &way_checklist_item_type);
  for (guint i = 0; i < after->len; i++)
    g_assert_true (after->pdata[i] == wanted->pdata[i]);
  g_assert_true (way_document_undo (f->document, NULL));
  g_assert_cmpint (way_record_get_int (parts->pdata[2], "rank"), ==, 0);
}

#define ADD(name, function)                                                                        \
  g_test_add ("/milestones/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("gate", test_gate);
  ADD ("gate-of-point", test_gate_of_point);
  ADD ("criteria-count", test_criteria_count);
  ADD ("sections", test_sections);
  ADD ("initiative", test_initiative);
  ADD ("record-of-step", test_record_of_step);
  ADD ("order-of-parts", test_order_of_parts);
  ADD ("parts-stamp-the-whole", test_parts_stamp_the_whole);
  ADD ("upstream", test_upstream);
  ADD ("upstream-of-phase", test_upstream_of_phase);
  ADD ("upstream-beside-phase", test_upstream_beside_phase);
  ADD ("risk-score", test_risk_score);
  g_test_add_func ("/milestones/numbers-of-kpis", test_numbers_of_kpis);
  return g_test_run ();
}
