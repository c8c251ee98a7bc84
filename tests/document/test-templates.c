/* test-templates.c: what a new milestone begins with.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "document/way-milestone-templates.h"

#include "document/way-milestone-parts.h"
#include "document/way-outline.h"

#define DAY(month, day) way_moment (2026, month, day, 0, 0)

typedef struct
{
  WayDocument *document;
  WayPlan *plan;
} Fixture;

static void
set_up (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  f->document = way_document_new ("Plan", DAY (5, 4));
  f->plan = way_document_get_plan (f->document);
  way_document_begin (f->document, "Status date");
  way_document_set_int (f->document, WAY_RECORD (way_plan_get_project (f->plan)), "status_date",
                        DAY (5, 4));
  way_document_commit (f->document, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  g_assert_finalize_object (f->document);
}

/* Promised 40 days after the status date. */
static WayMilestone *
make (Fixture *f, WayTask *row, int kind, WayMilestone *model)
{
  g_autoptr (GError) error = NULL;
  WayMilestone *milestone;

  way_document_begin (f->document, "New");
  milestone = way_milestone_create_on_row (f->document, "Ready", DAY (6, 13), row, &error);
  g_assert_no_error (error);
  if (model != NULL)
    way_milestone_fill_like (f->document, milestone, model);
  else if (kind >= 0)
    way_milestone_fill_by_template (f->document, milestone, (WayTemplate) kind);
  way_document_commit (f->document, &error);
  g_assert_no_error (error);
  return milestone;
}

static guint
count (WayMilestone *milestone, const WayRecordType *type)
{
  g_autoptr (GPtrArray) parts = way_milestone_get_parts (milestone, type);

  return parts->len;
}

static guint
count_list (WayMilestone *milestone, WayChecklist list)
{
  g_autoptr (GPtrArray) items
      = way_milestone_get_choice (milestone, &way_checklist_item_type, "list", list);

  return items->len;
}

/* Every kind has each of the lists, phases with steps, and a quarter of the way at each point. */
static void
test_every_kind (Fixture *f, gconstpointer data)
{
  for (int kind = 0; kind < WAY_N_TEMPLATES; kind++)
    {
      WayMilestone *milestone = make (f, NULL, kind, NULL);
      g_autoptr (GPtrArray) points = way_milestone_get_parts (milestone, &way_checkpoint_type);
      g_autoptr (GPtrArray) phases = way_milestone_get_parts (milestone, &way_phase_type);

      g_assert_cmpuint (count_list (milestone, WAY_CHECKLIST_SUCCESS_CRITERIA), >, 0);
      g_assert_cmpuint (count_list (milestone, WAY_CHECKLIST_DEFINITION_OF_DONE), >, 0);
      g_assert_cmpuint (count_list (milestone, WAY_CHECKLIST_QUALITY_GATES), >, 0);
      g_assert_cmpuint (count_list (milestone, WAY_CHECKLIST_LAUNCH), >, 0);
      g_assert_cmpuint (phases->len, ==, 3);
      for (guint i = 0; i < phases->len; i++)
        {
          g_autoptr (GPtrArray) steps = way_phase_get_items (phases->pdata[i]);

          g_assert_cmpuint (steps->len, >, 0);
        }
      g_assert_cmpuint (points->len, ==, 4);
      for (guint i = 0; i < 4; i++)
        {
          g_assert_cmpint (WAY_CHECKPOINT (points->pdata[i])->percent, ==, 25 * (i + 1));
          g_assert_cmpint (WAY_CHECKPOINT (points->pdata[i])->date, ==,
                           DAY (5, 4) + 10 * (i + 1) * WAY_DAY);
        }
      g_assert_true (way_milestone_can_be_model (milestone));
    }
}

/* Nothing drives the new row: it stands at the day promised, at the end of the timeline. */
static void
test_new_row (Fixture *f, gconstpointer data)
{
  WayMilestone *milestone = make (f, NULL, -1, NULL);
  WayTask *row = way_plan_lookup_task (f->plan, milestone->task);

  g_assert_nonnull (row);
  g_assert_true (row->is_milestone);
  g_assert_cmpint (row->duration, ==, 0);
  /* Promised for a Saturday: the end of the Friday before. */
  g_assert_cmpint (milestone->forecast, ==, DAY (6, 12) + 17 * 60);
  g_assert_cmpint (milestone->variance, ==, 0);
  g_assert_false (way_milestone_can_be_model (milestone));
}

static void
test_existing_row (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  WayTask *row = way_outline_insert (f->document, NULL, "Build", &error);
  WayMilestone *milestone = make (f, row, -1, NULL);

  g_assert_cmpint (milestone->task, ==, WAY_RECORD (row)->id);
  g_assert_cmpuint (way_plan_peek_records (f->plan, &way_task_type)->len, ==, 1);
}

/* Taken over without what was ticked, waived and dated. One undo takes all of it back. */
static void
test_like_another (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  WayMilestone *model = make (f, NULL, WAY_TEMPLATE_SOFTWARE, NULL), *copy;
  g_autoptr (GPtrArray) items = way_milestone_get_parts (model, &way_checklist_item_type);
  g_autoptr (GPtrArray) copied = NULL;
  g_autoptr (GPtrArray) phases = NULL;
  gint64 id;

  way_document_begin (f->document, "Tick");
  for (guint i = 0; i < items->len; i++)
    way_document_set_int (f->document, items->pdata[i], "done", TRUE);
  way_document_commit (f->document, &error);
  g_assert_no_error (error);
  copy = make (f, NULL, -1, model);
  id = WAY_RECORD (copy)->id;
  copied = way_milestone_get_parts (copy, &way_checklist_item_type);
  phases = way_milestone_get_parts (copy, &way_phase_type);
  g_assert_cmpuint (copied->len, ==, items->len);
  g_assert_cmpuint (phases->len, ==, 3);
  g_assert_cmpuint (count (copy, &way_checkpoint_type), ==, 4);
  for (guint i = 0; i < copied->len; i++)
    {
      WayChecklistItem *item = copied->pdata[i], *original = items->pdata[i];

      g_assert_cmpstr (WAY_RECORD (item)->title, ==, WAY_RECORD (original)->title);
      g_assert_false (item->done);
      g_assert_cmpint (item->phase != 0, ==, original->phase != 0);
      g_assert_true (item->phase == 0 || item->phase != original->phase);
    }
  g_assert_true (way_document_undo (f->document, &error));
  g_assert_null (way_plan_lookup (f->plan, id));
  g_assert_cmpuint (way_plan_peek_records (f->plan, &way_checklist_item_type)->len, ==, items->len);
}

static void
test_lessons (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  WayMilestone *model = make (f, NULL, -1, NULL), *other = make (f, NULL, -1, NULL);
  WayRecord *lesson, *initiative;
  g_autoptr (GPtrArray) none = NULL;
  g_autoptr (GPtrArray) of_model = NULL;
  g_autoptr (GPtrArray) of_initiative = NULL;

  way_document_begin (f->document, "Lesson");
  initiative = way_document_create_record (f->document, &way_initiative_type);
  way_document_set_text (f->document, initiative, "title", "Sooner");
  lesson = way_document_create_record (f->document, &way_lesson_type);
  way_document_set_text (f->document, lesson, "title", "Order boards early");
  way_document_set_int (f->document, lesson, "milestone", WAY_RECORD (model)->id);
  way_document_set_int (f->document, WAY_RECORD (model), "initiative", initiative->id);
  way_document_commit (f->document, &error);
  g_assert_no_error (error);
  none = way_milestone_similar_lessons (f->plan, other, 0);
  of_model = way_milestone_similar_lessons (f->plan, model, 0);
  of_initiative = way_milestone_similar_lessons (f->plan, NULL, initiative->id);
  g_assert_cmpuint (none->len, ==, 0);
  g_assert_cmpuint (of_model->len, ==, 1);
  g_assert_cmpuint (of_initiative->len, ==, 1);
}

#define ADD(name, function) g_test_add ("/templates/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("every-kind", test_every_kind);
  ADD ("new-row", test_new_row);
  ADD ("existing-row", test_existing_row);
  ADD ("like-another", test_like_another);
  ADD ("lessons", test_lessons);
  return g_test_run ();
}
