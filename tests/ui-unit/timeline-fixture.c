/* timeline-fixture.c: a small plan and its rows, for the tests of the timeline.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "timeline-fixture.h"

#include "document/way-outline.h"

static void
mirror_cb (GListModel *model, guint position, guint removed, guint added, TimelineFixture *f)
{
  g_assert_cmpuint (position + removed, <=, f->mirror->len);
  if (removed > 0)
    g_ptr_array_remove_range (f->mirror, position, removed);
  for (guint i = 0; i < added; i++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (model, position + i);

      g_ptr_array_insert (f->mirror, (int)(position + i), item);
    }
  f->n_signals++;
  f->last_removed = removed;
  f->last_added = added;
}

void
timeline_fixture_set_up (TimelineFixture *f, gconstpointer data)
{
  GError *error = NULL;

  f->document = way_document_new ("Test", MONDAY);
  f->phase = way_outline_insert (f->document, NULL, "Phase", &error);
  f->a = way_outline_append_child (f->document, f->phase, "A", &error);
  f->b = way_outline_append_child (f->document, f->phase, "B", &error);
  f->c = way_outline_append_child (f->document, f->phase, "C", &error);
  f->d = way_outline_insert (f->document, f->phase, "D", &error);
  g_assert_no_error (error);
  way_task_edit_duration (f->document, f->a, 3 * 480, WAY_UNIT_DAYS, &error);
  g_assert_no_error (error);
  way_task_link (f->document, f->a, f->b, WAY_LINK_FS, 0, WAY_UNIT_DAYS, &error);
  g_assert_no_error (error);

  f->rows = way_task_rows_new (f->document);
  f->mirror = g_ptr_array_new ();
  mirror_cb (G_LIST_MODEL (f->rows), 0, 0, way_task_rows_get_n (f->rows), f);
  f->n_signals = 0;
  g_signal_connect (f->rows, "items-changed", G_CALLBACK (mirror_cb), f);
}

void
timeline_fixture_tear_down (TimelineFixture *f, gconstpointer data)
{
  g_assert_finalize_object (f->rows);
  g_ptr_array_unref (f->mirror);
  g_assert_finalize_object (f->document);
}

void
timeline_fixture_assert_rows (TimelineFixture *f, const char *titles)
{
  g_autoptr (GString) text = g_string_new (NULL);

  g_assert_cmpuint (f->mirror->len, ==, way_task_rows_get_n (f->rows));
  for (guint i = 0; i < way_task_rows_get_n (f->rows); i++)
    {
      WayTask *task = way_task_rows_get (f->rows, i);

      g_assert_true (f->mirror->pdata[i] == task);
      g_assert_cmpuint (way_task_rows_find (f->rows, task), ==, i);
      g_string_append_printf (text, "%s%s", i > 0 ? " " : "", WAY_RECORD (task)->title);
    }
  g_assert_cmpstr (text->str, ==, titles);
}
