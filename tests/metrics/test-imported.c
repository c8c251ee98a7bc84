/* test-imported.c: dates of an imported file against the computed ones.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "document/way-outline.h"
#include "document/way-task-edits.h"
#include "metrics/way-imported-dates.h"

#include <string.h>

/* Monday 4 May 2026, 08:00. */
#define MONDAY way_moment (2026, 5, 4, 8, 0)
#define DAY_AT(day, hour) way_moment (2026, 5, day, hour, 0)

/* A 1d → B 1d in a phase; the file had A a day later, so B, too, and the phase. */
typedef struct
{
  WayDocument *document;
  WayTask *phase, *a, *b;
} Fixture;

static void
set_up (Fixture *f, gconstpointer data)
{
  GError *error = NULL;

  f->document = way_document_new ("Test", MONDAY);
  f->phase = way_outline_insert (f->document, NULL, "Phase", &error);
  f->a = way_outline_append_child (f->document, f->phase, "A", &error);
  f->b = way_outline_append_child (f->document, f->phase, "B", &error);
  way_task_link (f->document, f->a, f->b, WAY_LINK_FS, 0, WAY_UNIT_DAYS, &error);
  g_assert_no_error (error);
  way_document_begin (f->document, "Import");
  way_document_set_int (f->document, WAY_RECORD (f->phase), "imported_start", DAY_AT (5, 8));
  way_document_set_int (f->document, WAY_RECORD (f->phase), "imported_finish", DAY_AT (6, 17));
  way_document_set_int (f->document, WAY_RECORD (f->a), "imported_start", DAY_AT (5, 8));
  way_document_set_int (f->document, WAY_RECORD (f->a), "imported_finish", DAY_AT (5, 17));
  way_document_set_int (f->document, WAY_RECORD (f->b), "imported_start", DAY_AT (6, 8));
  way_document_set_int (f->document, WAY_RECORD (f->b), "imported_finish", DAY_AT (6, 17));
  g_assert_true (way_document_commit (f->document, NULL));
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  g_assert_finalize_object (f->document);
}

static void
test_reasons (Fixture *f, gconstpointer data)
{
  g_autoptr (GPtrArray) list = way_imported_dates_list (f->document);
  WayImportedDate *phase, *a, *b;

  g_assert_cmpuint (list->len, ==, 3);
  phase = list->pdata[0];
  a = list->pdata[1];
  b = list->pdata[2];
  g_assert_cmpint (phase->reason, ==, WAY_IMPORTED_SUMMARY);
  g_assert_true (phase->other == f->a);
  g_assert_null (phase->remedy);
  g_assert_cmpint (a->reason, ==, WAY_IMPORTED_RULE);
  g_assert_nonnull (strstr (a->text, "Starts with the plan"));
  g_assert_cmpint (b->reason, ==, WAY_IMPORTED_PREDECESSOR);
  g_assert_true (b->other == f->a);
}

static void
test_one_pin_settles_all (Fixture *f, gconstpointer data)
{
  g_autoptr (GPtrArray) list = way_imported_dates_list (f->document);
  g_autoptr (GPtrArray) after = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (way_remedy_apply (f->document, ((WayImportedDate *) list->pdata[1])->remedy, &error));
  g_assert_no_error (error);
  after = way_imported_dates_list (f->document);
  g_assert_cmpuint (after->len, ==, 0);
}

static void
test_keep_all_is_one_step (Fixture *f, gconstpointer data)
{
  g_autoptr (GPtrArray) list = way_imported_dates_list (f->document);
  g_autoptr (GPtrArray) after = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (way_imported_dates_keep (f->document, list, &error));
  g_assert_no_error (error);
  after = way_imported_dates_list (f->document);
  g_assert_cmpuint (after->len, ==, 0);
  g_assert_true (way_document_undo (f->document, &error));
  g_assert_cmpint (f->a->constraint_type, ==, WAY_CONSTRAINT_ASAP);
  g_assert_cmpint (f->b->constraint_type, ==, WAY_CONSTRAINT_ASAP);
}

static void
test_an_earlier_start_and_another_finish (Fixture *f, gconstpointer data)
{
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (GPtrArray) after = NULL;
  WayImportedDate *b;

  way_document_begin (f->document, "File");
  way_document_set_int (f->document, WAY_RECORD (f->phase), "imported_start", WAY_NEVER);
  way_document_set_int (f->document, WAY_RECORD (f->phase), "imported_finish", WAY_NEVER);
  way_document_set_int (f->document, WAY_RECORD (f->a), "imported_start", MONDAY);
  way_document_set_int (f->document, WAY_RECORD (f->a), "imported_finish", DAY_AT (6, 12));
  way_document_set_int (f->document, WAY_RECORD (f->b), "imported_start", MONDAY);
  way_document_set_int (f->document, WAY_RECORD (f->b), "imported_finish", DAY_AT (4, 17));
  g_assert_true (way_document_commit (f->document, NULL));
  list = way_imported_dates_list (f->document);
  g_assert_cmpuint (list->len, ==, 2);
  b = list->pdata[1];
  g_assert_cmpint (b->remedy->kind, ==, WAY_REMEDY_PIN_START);
  g_assert_cmpint (((WayImportedDate *) list->pdata[0])->remedy->kind, ==, WAY_REMEDY_BY_HAND);
  g_assert_true (way_imported_dates_keep (f->document, list, NULL));
  after = way_imported_dates_list (f->document);
  g_assert_cmpuint (after->len, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, function)                                                                        \
  g_test_add ("/metrics/imported/" path, Fixture, NULL, set_up, function, tear_down)
  ADD ("reasons", test_reasons);
  ADD ("one-pin", test_one_pin_settles_all);
  ADD ("keep-all", test_keep_all_is_one_step);
  ADD ("earlier", test_an_earlier_start_and_another_finish);
  return g_test_run ();
}
