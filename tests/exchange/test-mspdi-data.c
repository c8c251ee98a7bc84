/* test-mspdi-data.c: files that MS Project and others made, when they are there.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "exchange-helper.h"
#include "exchange/mspdi/way-mspdi-file.h"
#include "exchange/way-recurrence.h"

#include <string.h>

/* Imports, exports, imports again; the two plans are the same. */
static void
check_file (const char *folder, const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *exported = helper_scratch (name);
  g_autoptr (WayDocument) document = helper_import (path, WAY_DATES_KEEP, NULL);
  g_autoptr (WayDocument) again = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  g_test_message ("%s", name);
  g_assert_true (way_exchange_export (document, exported, NULL, NULL, NULL));
  again = helper_import (exported, WAY_DATES_RECOMPUTE, NULL);
  way_document_begin (document, "Forget the dates of the file");
  for (guint i = 0; i < way_plan_get_outline (way_document_get_plan (document))->len; i++)
    {
      WayRecord *task = way_plan_get_outline (way_document_get_plan (document))->pdata[i];

      way_document_set_int (document, task, "imported_start", WAY_NEVER);
      way_document_set_int (document, task, "imported_finish", WAY_NEVER);
    }
  g_assert_true (way_document_commit (document, NULL));
  before = helper_text (document);
  after = helper_text (again);
  g_assert_true (strcmp (after, before) == 0);
}

static void
test_all_files (void)
{
  g_autofree char *folder = helper_shared_data ();
  g_autoptr (GDir) dir = folder != NULL ? g_dir_open (folder, 0, NULL) : NULL;
  const char *name;
  guint n = 0;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, ".xml"))
      {
        check_file (folder, name);
        n++;
      }
  if (folder != NULL)
    g_assert_cmpuint (n, >, 0);
}

/* Files whose every row MS Project put where the schedule puts it. */
static const char *const exact[] = { "02", "05", "06", "08", "10", "12", "17", "19", "25", "28", "30",
                                     "31", "33", "35", "37", "39", "42", "44", "45", "47", "49", "51",
                                     "55", "57", "59", "60", "61", "63" };

static void
check_exact (const char *folder, const char *prefix)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autoptr (WayImportReport) report = NULL;
      g_autoptr (WayDocument) document = NULL;

      if (!g_str_has_prefix (name, prefix) || !g_str_has_suffix (name, ".xml"))
        continue;
      document = helper_import (path, WAY_DATES_KEEP, &report);
      g_test_message ("%s", name);
      g_assert_cmpuint (report->n_compared, >, 0);
      g_assert_cmpuint (report->differences->len, ==, 0);
    }
}

static void
test_exact_dates (void)
{
  g_autofree char *folder = helper_shared_data ();

  for (gsize i = 0; folder != NULL && i < G_N_ELEMENTS (exact); i++)
    check_exact (folder, exact[i]);
}

/* One file has its 27 repeating exceptions also as plain days, as MS Project expanded them; a day
 * that two of them name is there once. */
static void
test_expansion (void)
{
  const char *name = "21_calendar-recurring-exceptions-project2016-mspdi.xml";
  g_autofree char *folder = helper_shared_data ();
  g_autofree char *path = folder != NULL ? g_build_filename (folder, name, NULL) : NULL;
  g_autofree char *text = NULL;
  g_autoptr (WayDocument) document = NULL;
  g_autoptr (GHashTable) days = g_hash_table_new (NULL, NULL);
  GPtrArray *exceptions;
  guint n_plain = 0;

  if (path == NULL || !g_file_get_contents (path, &text, NULL, NULL))
    return;
  document = helper_import (path, WAY_DATES_RECOMPUTE, NULL);
  exceptions = way_plan_peek_records (way_document_get_plan (document), &way_exception_type);
  for (guint i = 0; i < exceptions->len; i++)
    g_hash_table_add (days, GSIZE_TO_POINTER (((WayException *) exceptions->pdata[i])->first_day));
  for (const char *p = strstr (text, "<DayType>0<"); p != NULL; p = strstr (p + 1, "<DayType>0<"))
    {
      const char *from = strstr (p, "<FromDate>") + strlen ("<FromDate>");
      const char *to = strstr (p, "<ToDate>") + strlen ("<ToDate>");
      g_autofree char *first_day = g_strndup (from, 10);
      g_autofree char *last_day = g_strndup (to, 10);
      WayMoment first, last;
      gboolean found = FALSE;

      g_assert_true (way_moment_from_iso (first_day, &first) && way_moment_from_iso (last_day, &last));
      for (guint i = 0; i < exceptions->len && !found; i++)
        {
          WayException *exception = exceptions->pdata[i];

          found = exception->first_day == first && exception->last_day == last;
        }
      g_test_message ("%s", first_day);
      g_assert_true (found);
      n_plain++;
    }
  g_assert_cmpuint (g_hash_table_size (days), ==, n_plain);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exchange/data/all-files", test_all_files);
  g_test_add_func ("/exchange/data/exact-dates", test_exact_dates);
  g_test_add_func ("/exchange/data/expansion", test_expansion);
  return g_test_run ();
}
