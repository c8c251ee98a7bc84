/* test-explain.c: why a task stands where it stands, and the ways out.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "document/way-explain.h"
#include "document/way-outline.h"
#include "document/way-task-edits.h"

#include <string.h>

/* Monday 4 May 2026, 08:00. */
#define MONDAY way_moment (2026, 5, 4, 8, 0)
#define DAY_AT(day, hour) way_moment (2026, 5, day, hour, 0)

/* A 5d → B 1d → C 1d: A ends on Friday, B starts on Monday 11 May. */
typedef struct
{
  WayDocument *document;
  WayTask *a, *b, *c;
  WayLink *ab, *bc;
} Fixture;

static void
set_up (Fixture *f, gconstpointer data)
{
  GError *error = NULL;

  f->document = way_document_new ("Test", MONDAY);
  f->a = way_outline_insert (f->document, NULL, "A", &error);
  f->b = way_outline_insert (f->document, f->a, "B", &error);
  f->c = way_outline_insert (f->document, f->b, "C", &error);
  way_task_edit_duration (f->document, f->a, 5 * 480, WAY_UNIT_DAYS, &error);
  f->ab = way_task_link (f->document, f->a, f->b, WAY_LINK_FS, 0, WAY_UNIT_DAYS, &error);
  f->bc = way_task_link (f->document, f->b, f->c, WAY_LINK_FS, 0, WAY_UNIT_DAYS, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  g_assert_finalize_object (f->document);
}

static void
set (Fixture *f, gpointer record, const char *field, gint64 value)
{
  g_autoptr (GError) error = NULL;

  way_document_begin (f->document, "Set");
  way_document_set_int (f->document, record, field, value);
  g_assert_true (way_document_commit (f->document, &error));
  g_assert_no_error (error);
}

/* The n-th reason of that kind. */
static WayReason *
find (GPtrArray *reasons, WayTopic topic, WayReasonKind kind, guint n)
{
  for (guint i = 0; i < reasons->len; i++)
    {
      WayReason *reason = reasons->pdata[i];

      if (reason->topic == topic && reason->kind == kind && n-- == 0)
        return reason;
    }
  return NULL;
}

static guint
count (GPtrArray *reasons, WayTopic topic)
{
  guint n = 0;

  for (guint i = 0; i < reasons->len; i++)
    n += ((WayReason *) reasons->pdata[i])->topic == topic;
  return n;
}

static void
test_link (Fixture *f, gconstpointer data)
{
  g_autoptr (GPtrArray) reasons = way_explain (f->document, f->b);
  WayReason *driver = find (reasons, WAY_TOPIC_START, WAY_REASON_LINK, 0);
  WayReason *drives = find (reasons, WAY_TOPIC_DRIVES, WAY_REASON_LINK, 0);
  g_autofree char *sentence = way_document_explain (f->document, f->b);

  g_assert_nonnull (driver);
  g_assert_true (driver->task == f->a);
  g_assert_true (driver->link == f->ab);
  g_assert_cmpint (driver->date, ==, DAY_AT (8, 17));
  g_assert_true (reasons->pdata[0] == driver);
  g_assert_cmpstr (sentence, ==, driver->text);
  g_assert_nonnull (strstr (sentence, "“A” finishes"));
  g_assert_nonnull (drives);
  g_assert_true (drives->task == f->c);
  g_assert_nonnull (find (reasons, WAY_TOPIC_FINISH, WAY_REASON_DURATION, 0));
}

static void
test_lag_in_the_sentence (Fixture *f, gconstpointer data)
{
  g_autofree char *sentence = NULL;

  set (f, f->ab, "lag", 2 * 480);
  sentence = way_document_explain (f->document, f->b);
  g_assert_nonnull (strstr (sentence, "plus 2d"));
}

static void
add_holiday (Fixture *f, gint64 calendar, const char *name, WayMoment day)
{
  WayRecord *exception;

  way_document_begin (f->document, "Holiday");
  exception = way_document_create_record (f->document, &way_exception_type);
  way_document_set_int (f->document, exception, "calendar", calendar);
  way_document_set_text (f->document, exception, "name", name);
  way_document_set_int (f->document, exception, "first_day", way_moment_day (day));
  way_document_set_int (f->document, exception, "last_day", way_moment_day (day));
  way_document_set_text (f->document, exception, "times", "-");
  g_assert_true (way_document_commit (f->document, NULL));
}

static void
test_moved_past_a_holiday (Fixture *f, gconstpointer data)
{
  gint64 standard = way_plan_get_default_calendar (way_document_get_plan (f->document));
  g_autoptr (GPtrArray) reasons = NULL;
  g_autoptr (GError) error = NULL;
  WayReason *moved, *earlier;

  way_task_edit_duration (f->document, f->a, 2 * 480, WAY_UNIT_DAYS, NULL);
  add_holiday (f, standard, "Founders’ Day", DAY_AT (6, 0));
  g_assert_cmpint (f->b->start, ==, DAY_AT (7, 8));
  reasons = way_explain (f->document, f->b);
  moved = find (reasons, WAY_TOPIC_START, WAY_REASON_CALENDAR, 0);
  g_assert_nonnull (moved);
  g_assert_cmpint (WAY_RECORD (moved->calendar)->id, ==, standard);
  g_assert_cmpint (moved->date, ==, DAY_AT (6, 0));
  g_assert_nonnull (strstr (moved->text, "Founders’ Day"));

  earlier = find (reasons, WAY_TOPIC_EARLIER, WAY_REASON_CALENDAR, 0);
  g_assert_nonnull (earlier);
  g_assert_cmpint (earlier->date, ==, DAY_AT (6, 8));
  g_assert_true (way_remedy_apply (f->document, earlier->remedy, &error));
  g_assert_no_error (error);
  g_assert_cmpint (f->b->start, ==, DAY_AT (6, 8));
  way_document_undo (f->document, &error);
  g_assert_no_error (error);
  g_assert_cmpint (f->b->start, ==, DAY_AT (7, 8));
}

static void
test_the_weekend_can_be_worked (Fixture *f, gconstpointer data)
{
  g_autoptr (GPtrArray) reasons = way_explain (f->document, f->b);
  WayReason *earlier = find (reasons, WAY_TOPIC_EARLIER, WAY_REASON_CALENDAR, 0);

  g_assert_nonnull (earlier);
  g_assert_cmpint (earlier->date, ==, DAY_AT (9, 8));
  g_assert_true (way_remedy_apply (f->document, earlier->remedy, NULL));
  g_assert_cmpint (f->b->start, ==, DAY_AT (9, 8));
  g_assert_cmpint (f->b->finish, ==, DAY_AT (9, 17));
}

static void
test_a_person_is_away (Fixture *f, gconstpointer data)
{
  WayRecord *calendar, *person, *assignment;
  g_autoptr (GPtrArray) reasons = NULL;
  WayReason *moved;

  way_task_edit_duration (f->document, f->a, 2 * 480, WAY_UNIT_DAYS, NULL);
  way_document_begin (f->document, "Ana");
  calendar = way_document_create_record (f->document, &way_calendar_type);
  way_document_set_text (f->document, calendar, "title", "Ana’s days");
  way_document_set_int (f->document, calendar, "base",
                        way_plan_get_default_calendar (way_document_get_plan (f->document)));
  person = way_document_create_record (f->document, &way_resource_type);
  way_document_set_text (f->document, person, "title", "Ana");
  way_document_set_int (f->document, person, "calendar", calendar->id);
  assignment = way_document_create_record (f->document, &way_assignment_type);
  way_document_set_int (f->document, assignment, "task", WAY_RECORD (f->b)->id);
  way_document_set_int (f->document, assignment, "resource", person->id);
  g_assert_true (way_document_commit (f->document, NULL));
  add_holiday (f, calendar->id, "", DAY_AT (6, 0));
  g_assert_cmpint (f->b->start, ==, DAY_AT (7, 8));
  reasons = way_explain (f->document, f->b);
  moved = find (reasons, WAY_TOPIC_START, WAY_REASON_PERSON, 0);
  g_assert_nonnull (moved);
  g_assert_nonnull (strstr (moved->text, "Ana does not work"));
  g_assert_true (WAY_RECORD (moved->calendar) == calendar);
}

static void
test_pin (Fixture *f, gconstpointer data)
{
  g_autoptr (GPtrArray) reasons = NULL;
  WayReason *earlier;

  g_assert_true (way_task_edit_start (f->document, f->b, DAY_AT (20, 8), NULL, NULL));
  reasons = way_explain (f->document, f->b);
  g_assert_nonnull (find (reasons, WAY_TOPIC_START, WAY_REASON_CONSTRAINT, 0));
  earlier = find (reasons, WAY_TOPIC_EARLIER, WAY_REASON_CONSTRAINT, 0);
  g_assert_nonnull (earlier);
  g_assert_cmpint (earlier->date, ==, DAY_AT (11, 8));
  g_assert_cmpint (f->b->start, ==, DAY_AT (20, 8)); /* trying has left nothing behind */
  g_assert_true (way_remedy_apply (f->document, earlier->remedy, NULL));
  g_assert_cmpint (f->b->start, ==, DAY_AT (11, 8));
  g_assert_cmpstr (way_document_get_undo_label (f->document), ==, "Remove the pin: “B”");
}

static void
test_what_would_not_help_is_not_offered (Fixture *f, gconstpointer data)
{
  g_autoptr (GPtrArray) reasons = NULL;

  set (f, f->c, "manual", TRUE);
  set (f, f->c, "manual_start", MONDAY);
  reasons = way_explain (f->document, f->c);
  g_assert_nonnull (find (reasons, WAY_TOPIC_START, WAY_REASON_MANUAL, 0));
  g_assert_cmpuint (count (reasons, WAY_TOPIC_EARLIER), ==, 0);
}

static void
test_critical (Fixture *f, gconstpointer data)
{
  g_autoptr (GPtrArray) of_a = way_explain (f->document, f->a);
  g_autoptr (GPtrArray) of_c = way_explain (f->document, f->c);
  g_autoptr (GPtrArray) late = NULL;
  WayReason *critical = find (of_a, WAY_TOPIC_FLOAT, WAY_REASON_CRITICAL, 0);

  g_assert_nonnull (critical);
  g_assert_true (critical->task == f->b);
  critical = find (of_c, WAY_TOPIC_FLOAT, WAY_REASON_CRITICAL, 0);
  g_assert_nonnull (critical);
  g_assert_null (critical->task);
  g_assert_nonnull (strstr (critical->text, "plan’s finish"));

  set (f, f->c, "deadline", DAY_AT (11, 17));
  late = way_explain (f->document, f->c);
  critical = find (late, WAY_TOPIC_FLOAT, WAY_REASON_CRITICAL, 0);
  g_assert_nonnull (critical);
  g_assert_nonnull (strstr (critical->text, "misses the deadline"));
  g_assert_nonnull (strstr (critical->text, "1d"));
}

static void
test_float (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  WayTask *d = way_outline_insert (f->document, f->c, "D", &error);
  g_autoptr (GPtrArray) reasons = way_explain (f->document, d);
  WayReason *room = find (reasons, WAY_TOPIC_FLOAT, WAY_REASON_FLOAT, 0);

  g_assert_null (find (reasons, WAY_TOPIC_FLOAT, WAY_REASON_CRITICAL, 0));
  g_assert_nonnull (room);
  g_assert_nonnull (strstr (room->text, "6d"));
}

static void
test_chain (Fixture *f, gconstpointer data)
{
  g_autoptr (GArray) chain = way_explain_chain (f->document, f->c);
  WayChainStep *steps = (WayChainStep *) (gpointer) chain->data;

  g_assert_cmpuint (chain->len, ==, 3);
  g_assert_true (steps[0].task == f->c && steps[0].link == f->bc);
  g_assert_true (steps[1].task == f->b && steps[1].link == f->ab);
  g_assert_true (steps[2].task == f->a && steps[2].link == NULL);
}

static void
test_chain_through_a_summary (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  WayTask *phase = way_outline_insert (f->document, f->c, "Phase", &error);
  WayTask *shorter = way_outline_append_child (f->document, phase, "Shorter", &error);
  WayTask *longer = way_outline_append_child (f->document, phase, "Longer", &error);
  WayTask *after = way_outline_insert (f->document, phase, "After", &error);
  g_autoptr (GArray) chain = NULL;
  g_autoptr (GPtrArray) reasons = NULL;
  WayChainStep *steps;

  g_assert_no_error (error);
  way_task_edit_duration (f->document, longer, 3 * 480, WAY_UNIT_DAYS, NULL);
  g_assert_nonnull (way_task_link (f->document, phase, after, WAY_LINK_FS, 0, WAY_UNIT_DAYS, NULL));
  chain = way_explain_chain (f->document, after);
  steps = (WayChainStep *) (gpointer) chain->data;
  g_assert_cmpuint (chain->len, ==, 3);
  g_assert_true (steps[1].task == phase);
  g_assert_true (steps[2].task == longer);

  reasons = way_explain (f->document, longer);
  g_assert_nonnull (find (reasons, WAY_TOPIC_DRIVES, WAY_REASON_LINK, 0));
  g_clear_pointer (&reasons, g_ptr_array_unref);
  reasons = way_explain (f->document, shorter);
  g_assert_null (find (reasons, WAY_TOPIC_DRIVES, WAY_REASON_LINK, 0));
  g_clear_pointer (&reasons, g_ptr_array_unref);
  reasons = way_explain (f->document, phase);
  g_assert_true (find (reasons, WAY_TOPIC_FINISH, WAY_REASON_CHILD, 0)->task == longer);
}

static void
test_progress (Fixture *f, gconstpointer data)
{
  g_autoptr (GPtrArray) reasons = NULL;
  g_autoptr (GPtrArray) done = NULL;
  g_autoptr (GArray) chain = NULL;

  way_task_edit_complete (f->document, f->b, 50, NULL);
  set (f, f->b, "actual_start", MONDAY); /* before A allows it */
  reasons = way_explain (f->document, f->b);
  g_assert_nonnull (find (reasons, WAY_TOPIC_START, WAY_REASON_ACTUAL, 0));
  g_assert_nonnull (find (reasons, WAY_TOPIC_FINISH, WAY_REASON_PROGRESS, 0));
  g_assert_true (find (reasons, WAY_TOPIC_FINISH, WAY_REASON_LINK, 0)->task == f->a);
  g_assert_cmpuint (count (reasons, WAY_TOPIC_EARLIER), ==, 0);
  chain = way_explain_chain (f->document, f->b);
  g_assert_cmpuint (chain->len, ==, 2);

  way_task_edit_complete (f->document, f->a, 100, NULL);
  done = way_explain (f->document, f->a);
  g_assert_nonnull (find (done, WAY_TOPIC_FINISH, WAY_REASON_ACTUAL, 0));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, function)                                                                        \
  g_test_add ("/document/explain/" path, Fixture, NULL, set_up, function, tear_down)
  ADD ("link", test_link);
  ADD ("lag", test_lag_in_the_sentence);
  ADD ("holiday", test_moved_past_a_holiday);
  ADD ("weekend", test_the_weekend_can_be_worked);
  ADD ("person", test_a_person_is_away);
  ADD ("pin", test_pin);
  ADD ("only-what-helps", test_what_would_not_help_is_not_offered);
  ADD ("critical", test_critical);
  ADD ("float", test_float);
  ADD ("chain", test_chain);
  ADD ("chain-through-a-summary", test_chain_through_a_summary);
  ADD ("progress", test_progress);
  return g_test_run ();
}
