/* exchange-helper.c: what the tests of the exchange layer share.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "exchange-helper.h"

#include <string.h>

WayDocument *
helper_new_plan (void)
{
  return way_document_new ("New plan", way_moment (2026, 1, 5, 8, 0));
}

/* Path of a fixture beside the tests. */
char *
helper_fixture (const char *name)
{
  return g_build_filename (g_getenv ("G_TEST_SRCDIR"), "exchange", "fixtures", name, NULL);
}

/* Path of a file that a test may write. */
char *
helper_scratch (const char *name)
{
  static char *folder = NULL;

  if (folder == NULL)
    folder = g_dir_make_tmp ("waymark-exchange-XXXXXX", NULL);
  return g_build_filename (folder, name, NULL);
}

/* A new plan with the file in it; the test fails when it cannot be imported. */
WayDocument *
helper_import (const char *path, WayExchangeDates dates, WayImportReport **report)
{
  WayDocument *document = helper_new_plan ();
  const WayExchangeOptions options = { .dates = dates };
  g_autoptr (GError) error = NULL;

  way_exchange_import (document, path, NULL, &options, report, &error);
  g_assert_no_error (error);
  return document;
}

/* The plan as text, without the stamps of when its records were made. */
char *
helper_text (WayDocument *document)
{
  g_autofree char *text = way_plan_to_text (way_document_get_plan (document));
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  g_autoptr (GRegex) stamps = g_regex_new (" (created|updated)=-?[0-9]+", 0, 0, NULL);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      char *plain = g_regex_replace_literal (stamps, lines[i], -1, 0, "", 0, NULL);

      g_free (lines[i]);
      lines[i] = plain;
    }
  return g_strjoinv ("\n", lines);
}

WayRecord *
helper_record (WayDocument *document, const char *type, const char *title)
{
  WayRecord *record = way_plan_find_by_title (way_document_get_plan (document),
                                              way_record_type (type), title);

  g_assert_nonnull (record);
  return record;
}

WayTask *
helper_task (WayDocument *document, const char *title)
{
  return WAY_TASK (helper_record (document, "task", title));
}

/* Whether a note has these words in its subject and its message. */
gboolean
helper_has_note (GPtrArray *notes, const char *subject, const char *message)
{
  for (guint i = 0; i < notes->len; i++)
    {
      WayImportNote *note = notes->pdata[i];

      if (strstr (note->subject, subject) != NULL && strstr (note->message, message) != NULL)
        return TRUE;
    }
  return FALSE;
}

/* The folder of files that others made; NULL after telling the test to be skipped. */
char *
helper_shared_data (void)
{
  const char *folder = g_getenv ("WAYMARK_SHARED_DATA");
  g_autofree char *path = g_build_filename (folder != NULL ? folder : "", "mspdi", NULL);

  if (g_file_test (path, G_FILE_TEST_IS_DIR))
    return g_steal_pointer (&path);
  g_test_skip ("the shared files are not here");
  return NULL;
}
