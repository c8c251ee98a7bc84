/* test-completion.c: completing a milestone with its waivers, what was learned and the celebration.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "document/way-milestone-completion.h"
#include "document/way-milestone-parts.h"

#include <string.h>

#define MONDAY way_moment (2026, 5, 4, 8, 0)
#define MAY(day) way_moment (2026, 5, day, 0, 0)

typedef struct
{
  WayDocument *document;
  WayMilestone *milestone;
  WayRecord *criterion;
} Fixture;

static void
commit (Fixture *f)
{
  g_autoptr (GError) error = NULL;

  way_document_commit (f->document, &error);
  g_assert_no_error (error);
}

static void
set_up (Fixture *f, gconstpointer data)
{
  WayRecord *record;

  f->document = way_document_new ("Test", MONDAY);
  way_document_begin (f->document, "Milestone");
  way_document_set_int (f->document,
                        WAY_RECORD (way_plan_get_project (way_document_get_plan (f->document))),
                        "status_date", MAY (6));
  record = way_document_create_record (f->document, &way_milestone_type);
  way_document_set_text (f->document, record, "title", "Launch");
  f->milestone = WAY_MILESTONE (record);
  f->criterion = way_milestone_add_part (f->document, f->milestone, &way_checklist_item_type);
  way_document_set_text (f->document, f->criterion, "title", "A hundred orders");
  commit (f);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  g_assert_finalize_object (f->document);
}

static WayAction *
plan_celebration (Fixture *f, const char *title, gint64 state)
{
  WayRecord *action;

  way_document_begin (f->document, "Celebration");
  action = way_milestone_add_part (f->document, f->milestone, &way_action_type);
  way_document_set_text (f->document, action, "title", title);
  way_document_set_int (f->document, action, "kind", WAY_ACTION_CELEBRATION);
  way_document_set_int (f->document, action, "state", state);
  commit (f);
  return WAY_ACTION (action);
}

static guint
count (Fixture *f, const WayRecordType *type)
{
  g_autoptr (GPtrArray) parts = way_milestone_get_parts (f->milestone, type);

  return parts->len;
}

/* All of it is one step, and one undo takes all of it back. */
static void
test_one_step (Fixture *f, gconstpointer data)
{
  WayAction *party = plan_celebration (f, "Cake", WAY_ACTION_OPEN);
  g_autoptr (GPtrArray) waived = g_ptr_array_new (), reasons = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  WayMilestoneCompletion with = {
    .waived = waived, .reasons = reasons, .achievements = "On time", .challenges = "",
    .lesson = "Ask the authority first", .celebration = party, .celebrate_on = MAY (8),
  };

  g_ptr_array_add (waived, f->criterion);
  g_ptr_array_add (reasons, (gpointer) "Ninety are enough");
  g_assert_true (way_milestone_complete (f->document, f->milestone, &with, &error));
  g_assert_no_error (error);
  g_assert_cmpint (f->milestone->status, ==, WAY_STATUS_COMPLETED);
  g_assert_cmpint (f->milestone->actual_date, ==, way_document_get_status_date (f->document));
  g_assert_cmpstr (WAY_CHECKLIST_ITEM (f->criterion)->waiver_reason, ==, "Ninety are enough");
  g_assert_cmpstr (way_section_get_text (WAY_RECORD (f->milestone), "achievements"), ==, "On time");
  g_assert_cmpuint (count (f, &way_section_type), ==, 1); /* nothing hard, no section */
  g_assert_cmpuint (count (f, &way_lesson_type), ==, 1);
  g_assert_cmpint (party->due, ==, MAY (8));
  g_assert_cmpint (party->state, ==, WAY_ACTION_IN_PROGRESS);

  g_assert_true (way_document_undo (f->document, &error));
  g_assert_cmpint (f->milestone->status, ==, WAY_STATUS_PLANNING);
  g_assert_false (WAY_CHECKLIST_ITEM (f->criterion)->waived);
  g_assert_cmpuint (count (f, &way_lesson_type), ==, 0);
  g_assert_cmpint (party->due, ==, WAY_NEVER);
}

/* Without the waiver nothing happens, not even the lesson. */
static void
test_refused (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  WayMilestoneCompletion with = { .lesson = "Ask first", .celebrate = "Cake",
                                  .celebrate_on = MAY (8) };

  g_assert_false (way_milestone_complete (f->document, f->milestone, &with, &error));
  g_assert_nonnull (strstr (error->message, "A hundred orders"));
  g_assert_cmpuint (count (f, &way_lesson_type), ==, 0);
  g_assert_cmpuint (count (f, &way_action_type), ==, 0);
  g_assert_cmpint (f->milestone->status, ==, WAY_STATUS_PLANNING);
}

/* Only what is planned and open is proposed; what is typed becomes an action of that kind. */
static void
test_celebrations (Fixture *f, gconstpointer data)
{
  WayAction *party = plan_celebration (f, "Cake", WAY_ACTION_OPEN);
  g_autoptr (GPtrArray) planned = NULL, all = NULL;
  g_autoptr (GError) error = NULL;
  WayMilestoneCompletion with = { .celebrate = "A day at the lake", .celebrate_on = MAY (15) };

  plan_celebration (f, "Dropped", WAY_ACTION_DROPPED);
  planned = way_milestone_get_celebrations (f->milestone);
  g_assert_cmpuint (planned->len, ==, 1);
  g_assert_true (planned->pdata[0] == party);

  way_document_begin (f->document, "Tick");
  way_document_set_int (f->document, f->criterion, "done", TRUE);
  commit (f);
  g_assert_true (way_milestone_complete (f->document, f->milestone, &with, &error));
  all = way_milestone_get_celebrations (f->milestone);
  g_assert_cmpuint (all->len, ==, 2);
  g_assert_cmpstr (WAY_RECORD (all->pdata[1])->title, ==, "A day at the lake");
  g_assert_cmpint (WAY_ACTION (all->pdata[1])->due, ==, MAY (15));
}

/* From Wednesday the 6th: Friday the 8th; when that is a holiday, the 15th; on a Friday, today. */
static void
test_day (Fixture *f, gconstpointer data)
{
  WayRecord *project = WAY_RECORD (way_plan_get_project (way_document_get_plan (f->document)));
  WayRecord *holiday;

  g_assert_cmpint (way_milestone_celebration_day (f->document), ==, MAY (8));
  way_document_begin (f->document, "Holiday");
  holiday = way_document_create_record (f->document, &way_exception_type);
  way_document_set_text (f->document, holiday, "name", "Liberation Day");
  way_document_set_int (f->document, holiday, "calendar",
                        way_record_get_int (project, "calendar"));
  way_document_set_int (f->document, holiday, "first_day", MAY (8));
  way_document_set_int (f->document, holiday, "last_day", MAY (8));
  commit (f);
  g_assert_cmpint (way_milestone_celebration_day (f->document), ==, MAY (15));
  way_document_begin (f->document, "Later");
  way_document_set_int (f->document, project, "status_date", MAY (15));
  commit (f);
  g_assert_cmpint (way_milestone_celebration_day (f->document), ==, MAY (15));
}

#define ADD(name, function)                                                                        \
  g_test_add ("/completion/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("one-step", test_one_step);
  ADD ("refused", test_refused);
  ADD ("celebrations", test_celebrations);
  ADD ("day", test_day);
  return g_test_run ();
}
