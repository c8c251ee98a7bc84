/* test-draft.c: the values of a dialog: typing, refusing, comparing, applying; no widget.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/records/way-draft.h"

#include "model/way-error.h"

typedef struct
{
  WayDocument *document;
  WayRecord *milestone;
  WayTask *task;
} Fixture;

static const WayField *
field (const char *type, const char *name)
{
  const WayField *found = way_record_type_lookup (type, name);

  g_assert_nonnull (found);
  return found;
}

static void
set_up (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  self->document = way_document_new ("Draft test", way_moment (2026, 5, 4, 8, 0));
  way_document_begin (self->document, "Set up");
  self->milestone = way_document_create_record (self->document, &way_milestone_type);
  way_document_set_text (self->document, self->milestone, "title", "Launch");
  way_document_set_int (self->document, self->milestone, "target_date",
                        way_moment (2026, 6, 1, 0, 0));
  self->task = WAY_TASK (way_document_create_record (self->document, &way_task_type));
  way_document_set_text (self->document, WAY_RECORD (self->task), "title", "Design");
  g_assert_true (way_document_commit (self->document, &error));
  g_assert_no_error (error);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_clear_object (&self->document);
}

static WayDraft *
new_draft (Fixture *self, WayRecord *record)
{
  return way_draft_new (way_document_get_plan (self->document), way_record_get_record_type (record),
                        record);
}

static void
test_nothing_changed (Fixture *self, gconstpointer data)
{
  g_autoptr (WayDraft) draft = new_draft (self, self->milestone);
  g_autoptr (GPtrArray) problems = way_draft_validate (draft);
  g_autoptr (GArray) edits = way_draft_diff (draft);
  g_autoptr (GError) error = NULL;
  g_autofree char *undo = g_strdup (way_document_get_undo_label (self->document));

  g_assert_cmpuint (problems->len, ==, 0);
  g_assert_cmpuint (edits->len, ==, 0);
  g_assert_false (way_draft_is_changed (draft));
  /* Applying nothing makes no step that would have to be undone. */
  g_assert_true (way_draft_apply (draft, self->document, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (way_document_get_undo_label (self->document), ==, undo);
}

static void
test_typed_date (Fixture *self, gconstpointer data)
{
  g_autoptr (WayDraft) draft = new_draft (self, self->milestone);
  const WayField *target = field ("milestone", "target_date");
  g_autoptr (GArray) edits = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (way_draft_set_typed (draft, target, "2026-06-15", &error));
  g_assert_no_error (error);
  edits = way_draft_diff (draft);
  g_assert_cmpuint (edits->len, ==, 1);
  g_assert_true (g_array_index (edits, WayDraftEdit, 0).field == target);
  g_assert_cmpint (g_array_index (edits, WayDraftEdit, 0).after->i, ==,
                   way_moment (2026, 6, 15, 0, 0));
  /* The record itself is as it was until the draft is applied. */
  g_assert_cmpint (WAY_MILESTONE (self->milestone)->target_date, ==, way_moment (2026, 6, 1, 0, 0));
}

static void
test_refused_text_stays (Fixture *self, gconstpointer data)
{
  g_autoptr (WayDraft) draft = new_draft (self, self->milestone);
  const WayField *target = field ("milestone", "target_date");
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *shown = NULL;

  g_assert_false (way_draft_set_typed (draft, target, "next blue moon", &error));
  g_assert_nonnull (error);
  g_assert_cmpstr (way_draft_get_problem (draft, target), ==, error->message);
  shown = way_draft_format (draft, target);
  g_assert_cmpstr (shown, ==, "next blue moon");
  g_assert_cmpint (way_draft_get (draft, target)->i, ==, way_moment (2026, 6, 1, 0, 0));
  g_assert_true (way_draft_is_changed (draft));

  problems = way_draft_validate (draft);
  g_assert_cmpuint (problems->len, ==, 1);
  g_assert_true (((WayDraftProblem *)g_ptr_array_index (problems, 0))->field == target);

  /* A value that is understood takes its place. */
  g_assert_true (way_draft_set_typed (draft, target, "2026-06-01", NULL));
  g_assert_null (way_draft_get_problem (draft, target));
  g_assert_false (way_draft_is_changed (draft));
}

static void
test_required (Fixture *self, gconstpointer data)
{
  g_autoptr (WayDraft) draft = new_draft (self, self->milestone);
  g_autoptr (GPtrArray) problems = NULL;

  way_draft_set_text (draft, "title", "  ");
  problems = way_draft_validate (draft);
  g_assert_cmpuint (problems->len, ==, 1);
  g_assert_cmpstr (((WayDraftProblem *)g_ptr_array_index (problems, 0))->field->name, ==, "title");
}

static void
test_duration_keeps_its_unit (Fixture *self, gconstpointer data)
{
  g_autoptr (WayDraft) draft = new_draft (self, WAY_RECORD (self->task));
  const WayField *duration = field ("task", "duration");
  g_autofree char *shown = NULL;

  g_assert_true (way_draft_set_typed (draft, duration, "2w", NULL));
  g_assert_cmpint (way_draft_get (draft, duration)->i, ==, 2 * 2400);
  g_assert_cmpint (way_draft_get_int (draft, "duration_unit"), ==, WAY_UNIT_WEEKS);
  shown = way_draft_format (draft, duration);
  g_assert_nonnull (g_strstr_len (shown, -1, "2"));
  /* A bare number is meant in the unit that is shown. */
  g_assert_true (way_draft_set_typed (draft, duration, "3", NULL));
  g_assert_cmpint (way_draft_get (draft, duration)->i, ==, 3 * 2400);
}

static void
test_apply_is_one_step (Fixture *self, gconstpointer data)
{
  g_autoptr (WayDraft) draft = new_draft (self, self->milestone);
  g_autoptr (GError) error = NULL;
  WayRecord *record = NULL;

  way_draft_set_text (draft, "title", "Grand launch");
  way_draft_set_int (draft, "status", WAY_STATUS_ACTIVE);
  g_assert_true (way_draft_apply (draft, self->document, &record, &error));
  g_assert_no_error (error);
  g_assert_true (record == self->milestone);
  g_assert_cmpstr (self->milestone->title, ==, "Grand launch");
  g_assert_cmpint (WAY_MILESTONE (self->milestone)->status, ==, WAY_STATUS_ACTIVE);

  g_assert_true (way_document_undo (self->document, &error));
  g_assert_cmpstr (self->milestone->title, ==, "Launch");
  g_assert_cmpint (WAY_MILESTONE (self->milestone)->status, ==, WAY_STATUS_PLANNING);
}

static void
test_new_record (Fixture *self, gconstpointer data)
{
  WayPlan *plan = way_document_get_plan (self->document);
  g_autoptr (WayDraft) draft = way_draft_new (plan, way_record_type ("resource"), NULL);
  guint before = way_plan_peek_records (plan, way_record_type ("resource"))->len;
  g_autoptr (GError) error = NULL;
  WayRecord *record = NULL;

  way_draft_set_text (draft, "title", "Ana Silva");
  g_assert_cmpuint (way_plan_peek_records (plan, way_record_type ("resource"))->len, ==, before);
  g_assert_true (way_draft_apply (draft, self->document, &record, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (record->title, ==, "Ana Silva");
  g_assert_cmpuint (way_plan_peek_records (plan, way_record_type ("resource"))->len, ==,
                    before + 1);
}

static void
test_failure_changes_nothing (Fixture *self, gconstpointer data)
{
  g_autoptr (WayDraft) draft = new_draft (self, WAY_RECORD (self->task));
  g_autoptr (GError) error = NULL;

  /* A task that would be its own parent: the document refuses the whole step. */
  way_draft_set_text (draft, "title", "Renamed");
  way_draft_set_int (draft, "parent", WAY_RECORD (self->task)->id);
  g_assert_false (way_draft_apply (draft, self->document, NULL, &error));
  g_assert_nonnull (error);
  g_assert_cmpstr (WAY_RECORD (self->task)->title, ==, "Design");
}

/* What a status asks for: refused without it, with nothing lost; then one step, back and forth. */
static void
test_asked_for (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WayDraft) draft = NULL;
  WayIssue *issue;

  way_document_begin (self->document, "Issue");
  issue = WAY_ISSUE (way_document_create_record (self->document, &way_issue_type));
  way_document_set_text (self->document, WAY_RECORD (issue), "title", "Water");
  way_document_set_text (self->document, WAY_RECORD (issue), "root_cause", "Gasket");
  way_document_set_text (self->document, WAY_RECORD (issue), "resolution", "Softer one");
  way_document_set_int (self->document, WAY_RECORD (issue), "status", WAY_ISSUE_RESOLVED);
  g_assert_true (way_document_commit (self->document, &error));

  draft = new_draft (self, WAY_RECORD (issue));
  way_draft_set_int (draft, "status", WAY_ISSUE_CLOSED);
  g_assert_false (way_draft_apply (draft, self->document, NULL, &error));
  g_assert_error (error, WAY_ERROR, WAY_ERROR_INCOMPLETE);
  g_clear_error (&error);
  g_assert_cmpint (issue->status, ==, WAY_ISSUE_RESOLVED);
  g_assert_cmpint (way_draft_get_int (draft, "status"), ==, WAY_ISSUE_CLOSED);
  way_draft_set_text (draft, "prevention", "Test in the cold");
  g_assert_true (way_draft_apply (draft, self->document, NULL, &error));
  g_assert_cmpint (issue->status, ==, WAY_ISSUE_CLOSED);
  g_assert_cmpint (issue->closed_on, !=, WAY_NEVER);
  g_assert_cmpstr (way_document_get_undo_label (self->document), ==, "Edit “Water”");
  g_assert_true (way_document_undo (self->document, &error));
  g_assert_cmpint (issue->status, ==, WAY_ISSUE_RESOLVED);
  g_assert_cmpstr (issue->prevention, ==, "");
  g_assert_cmpint (issue->closed_on, ==, WAY_NEVER);
  g_assert_true (way_document_redo (self->document, &error));
  g_assert_cmpint (issue->status, ==, WAY_ISSUE_CLOSED);
  g_assert_cmpstr (issue->prevention, ==, "Test in the cold");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, function)                                                                        \
  g_test_add ("/ui/draft/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("nothing-changed", test_nothing_changed);
  ADD ("typed-date", test_typed_date);
  ADD ("refused-text-stays", test_refused_text_stays);
  ADD ("required", test_required);
  ADD ("duration-keeps-its-unit", test_duration_keeps_its_unit);
  ADD ("apply-is-one-step", test_apply_is_one_step);
  ADD ("new-record", test_new_record);
  ADD ("failure-changes-nothing", test_failure_changes_nothing);
  ADD ("asked-for", test_asked_for);
  return g_test_run ();
}
