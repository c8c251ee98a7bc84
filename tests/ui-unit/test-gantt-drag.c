/* test-gantt-drag.c: drags of the timeline, without a display.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "timeline-fixture.h"

#include "document/way-task-pieces.h"
#include "ui/timeline/way-gantt-drag.h"
#include "ui/timeline/way-gantt-messages.h"

#include <string.h>

/* What stands beside the pointer, line by line. */
static char *
info_of (WayGanttDrag *drag, gboolean *refused)
{
  GPtrArray *lines = way_gantt_drag_get_lines (drag, refused);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < lines->len; i++)
    {
      const WayDragLine *line = g_ptr_array_index (lines, i);

      g_string_append_printf (text, "%s%s\n", line->bad ? "! " : "", line->text);
    }
  return g_string_free (text, FALSE);
}

static void
assert_info (WayGanttDrag *drag, const char *part)
{
  gboolean refused;
  g_autofree char *info = info_of (drag, &refused);

  if (strstr (info, part) == NULL)
    g_error ("no “%s” in “%s”", part, info);
}

static void
test_drag_can_be_let_go (TimelineFixture *f, gconstpointer data)
{
  WayPlan *plan = way_document_get_plan (f->document);
  g_autofree char *before = way_plan_to_text (plan);
  g_autofree char *after = NULL;
  WayGanttDrag *drag = way_gantt_drag_new (f->document, WAY_DRAG_MOVE, &f->a, 1, MONDAY);
  const WayShift *follows;
  gboolean refused;

  way_gantt_drag_to (drag, MONDAY + 2 * WAY_DAY, WAY_DAY);
  g_assert_nonnull (way_gantt_drag_find_shift (drag, f->a));
  follows = way_gantt_drag_find_shift (drag, f->b);
  g_assert_cmpint (follows->new_start - follows->old_start, ==,
                   4 * WAY_DAY); /* Thursday 08:00 to Monday: over the weekend */
  g_assert_null (way_gantt_drag_find_shift (drag, f->d));
  way_gantt_drag_get_lines (drag, &refused);
  assert_info (drag, "1 other task moves");
  g_assert_false (refused);
  way_gantt_drag_free (drag);

  after = way_plan_to_text (plan);
  g_assert_cmpstr (after, ==, before);
  g_assert_false (way_document_in_scope (f->document));
}

static void
test_drag_moves (TimelineFixture *f, gconstpointer data)
{
  g_autoptr (WayGanttDrag) drag = way_gantt_drag_new (f->document, WAY_DRAG_MOVE, &f->a, 1, MONDAY);
  g_autofree char *message = NULL;
  GError *error = NULL;

  way_gantt_drag_to (drag, MONDAY + 5 * WAY_DAY, WAY_DAY);
  way_gantt_drag_to (drag, MONDAY + WAY_DAY + 100, WAY_DAY); /* rounds to a day */
  g_assert_true (way_gantt_drag_drop (drag, &message, &error));
  g_assert_no_error (error);
  g_assert_true (way_gantt_drag_was_committed (drag));
  g_assert_cmpint (f->a->start, ==, MONDAY + WAY_DAY);
  g_assert_cmpint (f->a->constraint_type, ==, WAY_CONSTRAINT_SNET);
  g_assert_nonnull (strstr (message, "Moved “A” by +1"));
  g_assert_nonnull (strstr (message, "Pinned"));
  g_assert_cmpstr (way_document_get_undo_label (f->document), ==, "Move “A”");
  g_assert_true (way_document_undo (f->document, &error)); /* the whole gesture is one step */
  g_assert_cmpint (f->a->start, ==, MONDAY);
  g_assert_cmpint (f->a->constraint_type, ==, WAY_CONSTRAINT_ASAP);
}

/* Told at the step already, by the whole bar and by its start alone. */
static void
test_drag_leaves_no_idle_pin (TimelineFixture *f, gconstpointer data)
{
  static const WayDragKind kinds[] = { WAY_DRAG_MOVE, WAY_DRAG_START };
  gint64 duration = f->b->duration;

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autoptr (WayGanttDrag) drag
          = way_gantt_drag_new (f->document, kinds[i], &f->b, 1, f->b->start);
      g_autofree char *message = NULL, *told = NULL;
      gboolean refused;
      GError *error = NULL;

      way_gantt_drag_to (drag, f->b->start - 2 * WAY_DAY, WAY_DAY);
      told = info_of (drag, &refused);
      g_assert_false (refused);
      g_assert_nonnull (strstr (told, "“B” stays where it is. Starts when “A” finishes"));
      g_assert_true (way_gantt_drag_drop (drag, &message, &error));
      g_assert_no_error (error);
      g_assert_false (way_gantt_drag_was_committed (drag));
      g_assert_cmpint (f->b->constraint_type, ==, WAY_CONSTRAINT_ASAP);
      g_assert_cmpint (f->b->duration, ==, duration);
      g_assert_nonnull (strstr (message, "“B” stays where it is. Starts when “A” finishes"));
    }
}

static void
test_drag_resizes (TimelineFixture *f, gconstpointer data)
{
  WayGanttDrag *drag = way_gantt_drag_new (f->document, WAY_DRAG_FINISH, &f->a, 1, f->a->finish);
  g_autofree char *message = NULL;
  GError *error = NULL;

  way_gantt_drag_to (drag, f->a->finish + 4 * WAY_DAY, WAY_DAY); /* Wednesday to Sunday: Friday */
  g_assert_true (way_gantt_drag_drop (drag, &message, &error));
  g_assert_no_error (error);
  g_assert_cmpint (f->a->duration, ==, 5 * 480);
  way_gantt_drag_free (drag);

  drag = way_gantt_drag_new (f->document, WAY_DRAG_FINISH, &f->a, 1, f->a->finish);
  way_gantt_drag_to (drag, f->a->start - 9 * WAY_DAY, WAY_DAY);
  g_clear_pointer (&message, g_free);
  g_assert_true (way_gantt_drag_drop (drag, &message, &error));
  g_assert_no_error (error);
  g_assert_cmpint (f->a->duration, ==, 60); /* a bar never turns into a point by accident */
  way_gantt_drag_free (drag);
}

/* By keys: each of the selected ones by the same step, as one. */
static void
test_drag_resizes_several (TimelineFixture *f, gconstpointer data)
{
  WayTask *tasks[] = { f->a, f->d };
  g_autoptr (WayGanttDrag) drag = way_gantt_drag_new (f->document, WAY_DRAG_FINISH, tasks, 2, 0);
  g_autofree char *message = NULL;
  GError *error = NULL;

  way_gantt_drag_to (drag, WAY_DAY, 1);
  g_assert_true (way_gantt_drag_drop (drag, &message, &error));
  g_assert_no_error (error);
  g_assert_cmpint (f->a->duration, ==, 4 * 480);
  g_assert_cmpint (f->d->duration, ==, 2 * 480);
  g_assert_true (g_str_has_prefix (message, "Resized 2 tasks."));
  g_assert_cmpstr (way_document_get_undo_label (f->document), ==, "Resize “A” and 1 other");
}

static void
test_drag_start_keeps_the_finish (TimelineFixture *f, gconstpointer data)
{
  g_autoptr (WayGanttDrag) drag
      = way_gantt_drag_new (f->document, WAY_DRAG_START, &f->a, 1, MONDAY);
  WayMoment finish = f->a->finish;
  g_autofree char *message = NULL;
  GError *error = NULL;

  way_gantt_drag_to (drag, MONDAY + WAY_DAY, WAY_DAY);
  g_assert_true (way_gantt_drag_drop (drag, &message, &error));
  g_assert_no_error (error);
  g_assert_cmpint (f->a->start, ==, MONDAY + WAY_DAY);
  g_assert_cmpint (f->a->finish, ==, finish);
  g_assert_cmpint (f->a->duration, ==, 2 * 480);
}

/* The bar is longer than the work where the task rests: its ends add and take what they pass. */
static void
test_drag_ends_of_a_split_task (TimelineFixture *f, gconstpointer data)
{
  static const struct
  {
    WayDragKind kind;
    gint64 by, duration; /* days */
  } drags[] = { { WAY_DRAG_FINISH, 1, 6 }, { WAY_DRAG_FINISH, -1, 4 },
                { WAY_DRAG_START, 1, 4 }, { WAY_DRAG_START, -3, 6 } }; /* Monday to Friday */
  GError *error = NULL;

  g_assert_true (way_task_edit_start (f->document, f->a, MONDAY + 7 * WAY_DAY, NULL, &error));
  g_assert_true (way_task_edit_duration (f->document, f->a, 5 * 480, WAY_UNIT_DAYS, &error));
  g_assert_true (way_task_split (f->document, f->a, MONDAY + 9 * WAY_DAY, 480, &error));
  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (drags); i++)
    {
      gboolean of_start = drags[i].kind == WAY_DRAG_START;
      WayMoment at = of_start ? f->a->start : f->a->finish;
      g_autoptr (WayGanttDrag) drag
          = way_gantt_drag_new (f->document, drags[i].kind, &f->a, 1, at);
      g_autofree char *message = NULL;

      way_gantt_drag_to (drag, at + drags[i].by * WAY_DAY, WAY_DAY);
      g_assert_true (way_gantt_drag_drop (drag, &message, &error));
      g_assert_no_error (error);
      g_assert_cmpint (f->a->duration, ==, drags[i].duration * 480);
      g_assert_true (way_document_undo (f->document, &error));
    }
}

static void
test_drag_progress (TimelineFixture *f, gconstpointer data)
{
  g_autoptr (WayGanttDrag) drag
      = way_gantt_drag_new (f->document, WAY_DRAG_PROGRESS, &f->a, 1, MONDAY);
  g_autofree char *message = NULL;
  GError *error = NULL;

  way_gantt_drag_to (drag, MONDAY + WAY_DAY + 240, WAY_DAY); /* 12 of 24 hours */
  g_assert_true (way_gantt_drag_drop (drag, &message, &error));
  g_assert_no_error (error);
  g_assert_cmpint (f->a->percent_complete, ==, 50);
}

/* Nine days from a Monday, with a weekend in their middle, which is no work. */
static void
test_drag_progress_over_a_weekend (TimelineFixture *f, gconstpointer data)
{
  g_autoptr (WayGanttDrag) drag = NULL;
  g_autofree char *message = NULL;
  GError *error = NULL;

  way_task_edit_duration (f->document, f->a, 9 * 480, WAY_UNIT_DAYS, &error);
  g_assert_no_error (error);
  drag = way_gantt_drag_new (f->document, WAY_DRAG_PROGRESS, &f->a, 1, MONDAY);
  way_gantt_drag_to (drag, MONDAY + 8 * WAY_DAY, 1); /* the second Tuesday morning: 6 of 9 days */
  g_assert_true (way_gantt_drag_drop (drag, &message, &error));
  g_assert_no_error (error);
  g_assert_cmpint (f->a->percent_complete, ==, 66);
}

static void
test_drag_link_refuses_a_loop (TimelineFixture *f, gconstpointer data)
{
  g_autoptr (WayGanttDrag) drag = way_gantt_drag_new_link (f->document, f->b, TRUE);
  g_autofree char *message = NULL;
  GError *error = NULL;
  gboolean refused;
  g_autofree char *info = NULL;

  way_gantt_drag_link_to (drag, f->a, FALSE);
  info = info_of (drag, &refused);
  g_assert_true (refused);
  g_assert_nonnull (strstr (info, "A"));
  g_assert_nonnull (strstr (info, "B"));
  g_assert_false (way_gantt_drag_drop (drag, &message, &error));
  g_assert_nonnull (error);
  g_clear_error (&error);

  way_gantt_drag_link_to (drag, f->c, TRUE);
  way_gantt_drag_get_lines (drag, &refused);
  g_assert_false (refused);
  g_assert_true (way_gantt_drag_drop (drag, &message, &error));
  g_assert_no_error (error);
  g_assert_cmpint (f->c->finish, ==, f->b->finish); /* from finish to finish: FF */
}

/* Between two that are linked the type changes; the lag stays, and what was is told. */
static void
test_drag_retypes_a_link (TimelineFixture *f, gconstpointer data)
{
  WayLink *link = way_task_link (f->document, f->a, f->b, WAY_LINK_FS, 480, WAY_UNIT_DAYS, NULL);
  g_autoptr (WayGanttDrag) drag = way_gantt_drag_new_link (f->document, f->a, FALSE);
  g_autoptr (WayGanttDrag) again = NULL;
  g_autofree char *message = NULL, *same = NULL;
  GError *error = NULL;

  way_gantt_drag_link_to (drag, f->b, FALSE);
  g_assert_true (way_gantt_drag_drop (drag, &message, &error));
  g_assert_no_error (error);
  g_assert_cmpint (link->type, ==, WAY_LINK_SS);
  g_assert_cmpint (link->lag, ==, 480);
  if (strstr (message, "was Finish–start, and is now Start–start.") == NULL)
    g_error ("%s", message);
  again = way_gantt_drag_new_link (f->document, f->a, FALSE);
  way_gantt_drag_link_to (again, f->b, FALSE);
  g_assert_true (way_gantt_drag_drop (again, &same, &error));
  g_assert_false (way_gantt_drag_was_committed (again));
  g_assert_nonnull (strstr (same, "“A” is already linked to “B”"));
}

/* What follows is pushed, or stays while a lag takes it up: a lead here. */
static void
test_drag_keeps_followers (TimelineFixture *f, gconstpointer data)
{
  g_autoptr (WayGanttDrag) drag = way_gantt_drag_new (f->document, WAY_DRAG_MOVE, &f->a, 1, MONDAY);
  WayLink *link = g_ptr_array_index (
      way_plan_peek_records (way_document_get_plan (f->document), &way_link_type), 0);
  WayMoment b_start = f->b->start;
  g_autofree char *message = NULL;
  GError *error = NULL;

  way_gantt_drag_to (drag, MONDAY + WAY_DAY, WAY_DAY);
  g_assert_nonnull (way_gantt_drag_find_shift (drag, f->b));
  way_gantt_drag_set_keep (drag, TRUE);
  way_gantt_drag_to (drag, MONDAY + WAY_DAY, WAY_DAY); /* the same place: the key makes the step */
  g_assert_null (way_gantt_drag_find_shift (drag, f->b));
  assert_info (drag, "The lag of 1 link takes it up");
  assert_info (drag, "What follows stays");
  g_assert_true (way_gantt_drag_drop (drag, &message, &error));
  g_assert_no_error (error);
  g_assert_cmpint (f->a->start, ==, MONDAY + WAY_DAY);
  g_assert_cmpint (f->b->start, ==, b_start);
  g_assert_cmpint (link->lag, ==, -480);
  g_assert_nonnull (strstr (message, "lag of 1 link"));
  g_assert_true (way_document_undo (f->document, &error));
  g_assert_cmpint (link->lag, ==, 0);
}

/* A phase takes its tasks along, also as one of several; what a link moves anyway gets no pin. */
static void
test_movers (TimelineFixture *f, gconstpointer data)
{
  WayTask *both[] = { f->phase, f->d };
  g_autoptr (GPtrArray) of_phase = way_gantt_find_movers (f->document, f->phase, &f->phase, 1);
  g_autoptr (GPtrArray) of_both = way_gantt_find_movers (f->document, f->d, both, 2);
  g_autoptr (WayGanttDrag) drag = NULL;
  g_autofree char *message = NULL;
  GError *error = NULL;

  g_assert_cmpuint (of_phase->len, ==, 3);
  g_assert_true (of_phase->pdata[0] == f->phase && of_phase->pdata[1] == f->a
                 && of_phase->pdata[2] == f->c);
  g_assert_cmpuint (of_both->len, ==, 3);
  g_assert_true (of_both->pdata[0] == f->d && of_both->pdata[2] == f->c);

  drag = way_gantt_drag_new (f->document, WAY_DRAG_MOVE, (WayTask **)of_phase->pdata, of_phase->len,
                             MONDAY);
  way_gantt_drag_to (drag, MONDAY + WAY_DAY, WAY_DAY);
  g_assert_true (way_gantt_drag_drop (drag, &message, &error));
  g_assert_no_error (error);
  g_assert_cmpint (f->phase->start, ==, MONDAY + WAY_DAY);
  g_assert_cmpuint (way_gantt_drag_get_pinned (drag)->len, ==, 2);
  g_assert_cmpstr (message, ==, "Moved “Phase” by +1\u2009d. “A” and 1 other task are pinned.");
}

/* What follows another mover, and stands where a pin or its dates by hand hold it, goes along. */
static void
test_movers_that_are_held (TimelineFixture *f, gconstpointer data)
{
  WayTask *both[] = { f->a, f->b };
  WayMoment next_monday = MONDAY + 7 * WAY_DAY;
  GError *error = NULL;

  for (guint by_hand = 0; by_hand < 2; by_hand++)
    {
      g_autoptr (GPtrArray) movers = NULL;
      g_autoptr (WayGanttDrag) drag = NULL;
      g_autofree char *message = NULL;

      if (by_hand)
        {
          way_document_begin (f->document, "Dates by hand");
          way_document_set_int (f->document, WAY_RECORD (f->b), "manual", 1);
          way_document_set_int (f->document, WAY_RECORD (f->b), "manual_start", next_monday);
          g_assert_true (way_document_commit (f->document, &error));
        }
      else
        g_assert_true (way_task_edit_start (f->document, f->b, next_monday, NULL, &error));
      g_assert_no_error (error);
      movers = way_gantt_find_movers (f->document, f->a, both, 2);
      g_assert_cmpuint (movers->len, ==, 2);
      drag = way_gantt_drag_new (f->document, WAY_DRAG_MOVE, (WayTask **)movers->pdata, movers->len,
                                 MONDAY);
      way_gantt_drag_to (drag, MONDAY + WAY_DAY, WAY_DAY);
      g_assert_true (way_gantt_drag_drop (drag, &message, &error));
      g_assert_no_error (error);
      g_assert_cmpstr (way_document_get_undo_label (f->document), ==, "Move “A” and 1 other");
      g_assert_cmpint (f->a->start, ==, MONDAY + WAY_DAY);
      g_assert_cmpint (f->b->start, ==, next_monday + WAY_DAY);
      g_assert_true (way_document_undo (f->document, &error));
      g_assert_true (way_document_undo (f->document, &error));
    }
}

/* A point that is let go on a Saturday stands on Monday: so says the label, and so does its pin. */
static void
test_drag_a_point_to_a_weekend (TimelineFixture *f, gconstpointer data)
{
  g_autoptr (WayGanttDrag) drag = NULL;
  g_autofree char *message = NULL;
  WayMoment monday = MONDAY + 7 * WAY_DAY, shown;
  GError *error = NULL;

  way_task_edit_duration (f->document, f->d, 0, WAY_UNIT_DAYS, &error);
  g_assert_no_error (error);
  drag = way_gantt_drag_new (f->document, WAY_DRAG_MOVE, &f->d, 1, f->d->start);
  way_gantt_drag_to (drag, MONDAY + 5 * WAY_DAY + 120, 0);
  shown = way_gantt_drag_find_shift (drag, f->d)->new_start;
  g_assert_true (way_gantt_drag_drop (drag, &message, &error));
  g_assert_no_error (error);
  g_assert_cmpint (shown, ==, monday);
  g_assert_cmpint (f->d->start, ==, shown);
  g_assert_cmpint (f->d->constraint_date, ==, shown);
}

static void
test_drag_says_when_nothing_happens (TimelineFixture *f, gconstpointer data)
{
  g_autoptr (WayGanttDrag) drag
      = way_gantt_drag_new (f->document, WAY_DRAG_FINISH, &f->a, 1, f->a->finish);
  gint64 seq = way_document_get_undo_seq (f->document);
  g_autofree char *message = NULL;
  GError *error = NULL;

  way_gantt_drag_to (drag, f->a->finish + 900, 1); /* into the night: no work */
  g_assert_true (way_gantt_drag_drop (drag, &message, &error));
  g_assert_no_error (error);
  g_assert_false (way_gantt_drag_was_committed (drag));
  g_assert_cmpint (way_document_get_undo_seq (f->document), ==, seq);
  g_assert_cmpstr (message, ==, "");
}

/* A phase of which the first task has started: the others move, the phase starts when it did. */
static void
test_drag_of_a_started_phase (TimelineFixture *f, gconstpointer data)
{
  g_autoptr (GPtrArray) movers = NULL;
  g_autoptr (WayGanttDrag) drag = NULL;
  g_autofree char *message = NULL;
  GError *error = NULL;

  way_task_edit_complete (f->document, f->a, 30, &error);
  g_assert_no_error (error);
  movers = way_gantt_find_movers (f->document, f->phase, NULL, 0);
  drag = way_gantt_drag_new (f->document, WAY_DRAG_MOVE, (WayTask **)movers->pdata, movers->len, 0);
  way_gantt_drag_to (drag, WAY_DAY, WAY_DAY);
  g_assert_true (way_gantt_drag_drop (drag, &message, &error));
  g_assert_no_error (error);
  g_assert_cmpint (f->phase->start, ==, MONDAY);
  g_assert_cmpint (f->c->start, ==, MONDAY + WAY_DAY);
  g_test_message ("%s", message);
  g_assert_true (g_str_has_prefix (message,
                                   "Moved 2 tasks of “Phase”, whose start stays where it is. "));
}

static void
test_drag_of_a_fact_ends_today (TimelineFixture *f, gconstpointer data)
{
  g_autoptr (WayGanttDrag) drag = NULL;
  g_autofree char *message = NULL;
  GError *error = NULL;
  gboolean refused;

  way_document_begin (f->document, "Status");
  way_document_set_int (f->document,
                        WAY_RECORD (way_plan_get_project (way_document_get_plan (f->document))),
                        "status_date", MONDAY + 2 * WAY_DAY);
  g_assert_true (way_document_commit (f->document, &error));
  g_assert_true (way_task_edit_complete (f->document, f->a, 50, &error));
  drag = way_gantt_drag_new (f->document, WAY_DRAG_MOVE, &f->a, 1, MONDAY);
  way_gantt_drag_to (drag, MONDAY + 3 * WAY_DAY, WAY_DAY);
  way_gantt_drag_get_lines (drag, &refused);
  g_assert_true (refused);
  assert_info (drag, "after the status date");
  way_gantt_drag_to (drag, MONDAY + WAY_DAY, WAY_DAY);
  way_gantt_drag_get_lines (drag, &refused);
  g_assert_false (refused);
  assert_info (drag, "corrects its actual start");
  g_assert_true (way_gantt_drag_drop (drag, &message, &error));
  g_assert_no_error (error);
  g_assert_cmpint (f->a->actual_start, ==, MONDAY + WAY_DAY);
}

static void
test_drag_reddens_a_missed_deadline (TimelineFixture *f, gconstpointer data)
{
  g_autoptr (WayGanttDrag) drag = way_gantt_drag_new (f->document, WAY_DRAG_MOVE, &f->a, 1, MONDAY);
  GError *error = NULL;

  way_document_begin (f->document, "Deadline");
  way_document_set_int (f->document, WAY_RECORD (f->b), "deadline", f->b->finish);
  g_assert_true (way_document_commit (f->document, &error));
  way_gantt_drag_to (drag, MONDAY + WAY_DAY, WAY_DAY);
  assert_info (drag, "! “B” misses its deadline");
}

static void
test_draw_a_task (TimelineFixture *f, gconstpointer data)
{
  g_autoptr (WayGanttDrag) drag = way_gantt_drag_new_task (f->document, f->a, MONDAY + 2 * WAY_DAY);
  g_autofree char *message = NULL;
  GError *error = NULL;
  WayTask *task;
  gboolean refused;

  way_gantt_drag_to (drag, MONDAY + 5 * WAY_DAY - 600, WAY_DAY); /* Wednesday to Friday evening */
  assert_info (drag, "New task from Wed 6 May to Fri 8 May");
  g_assert_false (way_document_in_scope (f->document));
  way_gantt_drag_to (drag, MONDAY + 3 * WAY_DAY, WAY_DAY);
  g_assert_true (way_gantt_drag_drop (drag, &message, &error));
  g_assert_no_error (error);
  task = way_gantt_drag_get_task (drag);
  g_assert_cmpint (task->start, ==, MONDAY + 2 * WAY_DAY);
  g_assert_cmpint (task->duration, ==, 2 * 480);
  g_assert_nonnull (strstr (message, "Pinned"));
  way_task_rows_refresh (f->rows);
  timeline_fixture_assert_rows (f, "Phase A New task B C D"); /* directly below the row that was drawn on */
  g_assert_true (way_document_undo (f->document, &error));
  way_task_rows_refresh (f->rows);
  timeline_fixture_assert_rows (f, "Phase A B C D");

  g_clear_pointer (&drag, way_gantt_drag_free);
  drag = way_gantt_drag_new_task (f->document, f->phase, MONDAY + 5 * WAY_DAY - 480);
  way_gantt_drag_to (drag, MONDAY + 6 * WAY_DAY - 480, WAY_DAY); /* a weekend */
  way_gantt_drag_get_lines (drag, &refused);
  g_assert_true (refused);
  way_gantt_drag_to (drag, MONDAY + 7 * WAY_DAY + 60, WAY_DAY);
  g_clear_pointer (&message, g_free);
  g_assert_true (way_gantt_drag_drop (drag, &message, &error));
  g_assert_no_error (error);
  way_task_rows_refresh (f->rows);
  timeline_fixture_assert_rows (f, "Phase New task A B C D"); /* below a phase it belongs to it */
  g_assert_cmpint (way_gantt_drag_get_task (drag)->parent, ==, WAY_RECORD (f->phase)->id);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, func)                                                                            \
  g_test_add ("/timeline/" name, TimelineFixture, NULL, timeline_fixture_set_up, func,             \
              timeline_fixture_tear_down)
  ADD ("drag/can-be-let-go", test_drag_can_be_let_go);
  ADD ("drag/moves", test_drag_moves);
  ADD ("drag/leaves-no-idle-pin", test_drag_leaves_no_idle_pin);
  ADD ("drag/resizes", test_drag_resizes);
  ADD ("drag/resizes-several", test_drag_resizes_several);
  ADD ("drag/start-keeps-the-finish", test_drag_start_keeps_the_finish);
  ADD ("drag/ends-of-a-split-task", test_drag_ends_of_a_split_task);
  ADD ("drag/progress", test_drag_progress);
  ADD ("drag/progress-over-weekend", test_drag_progress_over_a_weekend);
  ADD ("drag/link-refuses-a-loop", test_drag_link_refuses_a_loop);
  ADD ("drag/point-to-a-weekend", test_drag_a_point_to_a_weekend);
  ADD ("drag/retypes-a-link", test_drag_retypes_a_link);
  ADD ("drag/keeps-followers", test_drag_keeps_followers);
  ADD ("drag/movers", test_movers);
  ADD ("drag/movers-that-are-held", test_movers_that_are_held);
  ADD ("drag/nothing-happens", test_drag_says_when_nothing_happens);
  ADD ("drag/facts-end-today", test_drag_of_a_fact_ends_today);
  ADD ("drag/started-phase", test_drag_of_a_started_phase);
  ADD ("drag/missed-deadline", test_drag_reddens_a_missed_deadline);
  ADD ("drag/new-task", test_draw_a_task);
  return g_test_run ();
}
