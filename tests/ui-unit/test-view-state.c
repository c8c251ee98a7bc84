/* test-view-state.c: how somebody looks at a plan is remembered outside of the plan.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/way-view-state.h"

#include <glib/gstdio.h>

static void
test_remembered_for_each_plan (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("waymark-view-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "a.waymark", NULL);
  g_autofree char *other = g_build_filename (folder, "b.waymark", NULL);
  g_autofree char *text = NULL, *before = NULL, *after = NULL;
  gint64 value = 7;
  double real = 0;
  WayDocument *document
      = way_document_create (path, "A", way_moment (2026, 5, 4, 8, 0), &error);

  g_assert_no_error (error);
  g_assert_null (way_view_state_dup_string (document, "timeline", "columns"));
  g_assert_false (way_view_state_get_int (document, "timeline", "grouping", &value));
  g_assert_cmpint (value, ==, 7); /* left alone */
  before = way_plan_to_text (way_document_get_plan (document));
  way_view_state_set_string (document, "timeline", "columns", "number:40;title:232");
  way_view_state_set_string (document, "timeline", "filter-text", "Prüf; [x]\n\"y\"");
  way_view_state_set_int (document, "timeline", "grouping", -3);
  way_view_state_set_real (document, "timeline", "origin", 1.25e9);
  after = way_plan_to_text (way_document_get_plan (document));
  g_assert_cmpstr (before, ==, after);
  g_assert_false (way_document_can_undo (document));
  g_object_unref (document);

  document = way_document_open (path, &error);
  g_assert_no_error (error);
  text = way_view_state_dup_string (document, "timeline", "filter-text");
  g_assert_cmpstr (text, ==, "Prüf; [x]\n\"y\"");
  g_assert_true (way_view_state_get_int (document, "timeline", "grouping", &value));
  g_assert_cmpint (value, ==, -3);
  g_assert_true (way_view_state_get_real (document, "timeline", "origin", &real));
  g_assert_cmpfloat (real, ==, 1.25e9);
  way_view_state_set_string (document, "timeline", "origin", "nan");
  g_assert_false (way_view_state_get_real (document, "timeline", "origin", &real));
  g_object_unref (document);

  document = way_document_create (other, "B", way_moment (2026, 5, 4, 8, 0), &error);
  g_assert_no_error (error);
  g_assert_false (way_view_state_get_int (document, "timeline", "grouping", &value));
  g_object_unref (document);
  g_unlink (path);
  g_unlink (other);
  g_rmdir (folder);
}

static void
test_a_plan_in_memory (void)
{
  g_autoptr (WayDocument) document = way_document_new ("A", way_moment (2026, 5, 4, 8, 0));

  way_view_state_set_int (document, "timeline", "grouping", 1);
  g_assert_null (way_view_state_dup_string (document, "timeline", "grouping"));
  way_view_state_save (document);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/view-state/remembered-for-each-plan", test_remembered_for_each_plan);
  g_test_add_func ("/view-state/a-plan-in-memory", test_a_plan_in_memory);
  return g_test_run ();
}
