/* metrics-fixture.c: a small plan whose figures can be worked out by hand.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "metrics-fixture.h"

#include "document/way-outline.h"
#include "document/way-task-edits.h"

static WayTask *
add_task (Fixture *fixture, const char *title, gint64 days)
{
  g_autoptr (GError) error = NULL;
  WayTask *task = way_outline_append_child (fixture->document, fixture->phase, title, &error);

  g_assert_no_error (error);
  fixture_set (fixture, task, "duration", days * DAY_WORK);
  return task;
}

static void
link_tasks (Fixture *fixture, WayTask *from, WayTask *to)
{
  g_autoptr (GError) error = NULL;

  way_task_link (fixture->document, from, to, WAY_LINK_FS, 0, WAY_UNIT_DAYS, &error);
  g_assert_no_error (error);
}

static WayMilestone *
add_milestone (Fixture *fixture, const char *title, WayTask *row, WayMoment target)
{
  g_autoptr (GError) error = NULL;
  WayRecord *record;

  way_document_begin (fixture->document, "Milestone");
  record = way_document_create_record (fixture->document, &way_milestone_type);
  way_document_set_text (fixture->document, record, "title", title);
  way_document_set_int (fixture->document, record, "task", WAY_RECORD (row)->id);
  way_document_set_int (fixture->document, record, "target_date", target);
  way_document_commit (fixture->document, &error);
  g_assert_no_error (error);
  return WAY_MILESTONE (record);
}

void
fixture_set (Fixture *fixture, gpointer record, const char *field, gint64 value)
{
  g_autoptr (GError) error = NULL;

  way_document_begin (fixture->document, field);
  way_document_set_int (fixture->document, record, field, value);
  way_document_commit (fixture->document, &error);
  g_assert_no_error (error);
}

void
fixture_set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->document = way_document_new ("Small plan", MARCH (2));
  fixture->plan = way_document_get_plan (fixture->document);
  fixture_set (fixture, way_plan_get_project (fixture->plan), "status_date", MARCH (11));
  fixture->phase = way_outline_insert (fixture->document, NULL, "Phase", &error);
  g_assert_no_error (error);
  fixture->design = add_task (fixture, "Design", 5);
  fixture->build = add_task (fixture, "Build", 3);
  fixture->test = add_task (fixture, "Test", 2);
  fixture->released = add_task (fixture, "Released", 0);
  link_tasks (fixture, fixture->design, fixture->build);
  link_tasks (fixture, fixture->build, fixture->test);
  link_tasks (fixture, fixture->test, fixture->released);
  way_baseline_save (fixture->document, 0, "Promise", &error);
  g_assert_no_error (error);
  fixture_set (fixture, fixture->build, "duration", 5 * DAY_WORK);
  way_task_edit_complete (fixture->document, fixture->design, 100, &error);
  g_assert_no_error (error);
  way_task_edit_complete (fixture->document, fixture->build, 40, &error);
  g_assert_no_error (error);
  fixture->designed_ms = add_milestone (fixture, "Designed", fixture->design, MARCH (6));
  fixture_set (fixture, fixture->designed_ms, "actual_date", MARCH (6));
  fixture->released_ms = add_milestone (fixture, "Released", fixture->released, MARCH (13));
}

void
fixture_tear_down (Fixture *fixture, gconstpointer data)
{
  g_clear_object (&fixture->document);
}
