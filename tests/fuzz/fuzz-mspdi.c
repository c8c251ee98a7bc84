/* fuzz-mspdi.c: any bytes as MS Project XML: refused with the plan untouched, or a plan that lasts.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A file that is taken must be a valid plan, be undone without a trace, and be the same plan
 * after export and import. */

#include "fuzz.h"
#include "mutate-xml.h"
#include "../exchange/exchange-helper.h"
#include "model/way-error.h"

#include <glib/gstdio.h>


/* Refused: a message that names the place, and nothing has happened. */
static void
check_refused (WayDocument *document, const char *before, const GError *error)
{
  g_autofree char *after = helper_text (document);

  g_assert_true (error->domain == WAY_ERROR);
  g_assert_true (error->code == WAY_ERROR_FORMAT || error->code == WAY_ERROR_INVALID);
  g_assert_true (g_utf8_validate (error->message, -1, NULL));
  g_assert_true (error->code == WAY_ERROR_INVALID || strstr (error->message, "line ") != NULL);
  g_assert_cmpstr (after, ==, before);
  g_assert_false (way_document_can_undo (document));
  g_assert_false (way_document_in_scope (document));
}

static void
check_sound (WayDocument *document)
{
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;
  g_autofree char *path = helper_scratch ("saved.waymark");
  GPtrArray *outline = way_plan_get_outline (way_document_get_plan (document));

  g_unlink (path);
  way_document_save_as (document, path, &error);
  g_assert_no_error (error);
  g_assert_true (way_store_verify (way_document_get_store (document), problems, &error));
  for (guint i = 0; i < problems->len; i++)
    g_printerr ("%s\n", (char *) problems->pdata[i]);
  g_assert_cmpuint (problems->len, ==, 0);
  for (guint i = 0; i < outline->len; i++)
    {
      WayTask *task = outline->pdata[i];

      g_assert_cmpint (task->start, <=, task->finish);
    }
}

/* The plan after the way out, in @path, and in again. */
static WayDocument *
sent_and_fetched (WayDocument *document, const char *path)
{
  WayDocument *again = helper_new_plan ();
  g_autoptr (GError) error = NULL;

  way_exchange_export (document, path, NULL, NULL, &error);
  g_assert_no_error (error);
  way_exchange_import (again, path, "mspdi", NULL, NULL, &error);
  g_assert_no_error (error);
  return again;
}

/* The plan as text, without how work is spread over time: an export may have to say it where the
 * file that came in did not. */
static char *
plain_text (WayDocument *document)
{
  g_autofree char *text = helper_text (document);
  g_autoptr (GRegex) spread =
      g_regex_new ("( exchange_extra=)?(<TimephasedData>.*?</TimephasedData>)+$", G_REGEX_MULTILINE, 0, NULL);

  return g_regex_replace_literal (spread, text, -1, 0, "", 0, NULL);
}

/* Out and in again: the same plan, and the same file from then on. */
static void
check_round_trip (WayDocument *document)
{
  g_autofree char *path = helper_scratch ("out.xml"), *path_again = helper_scratch ("again.xml");
  g_autoptr (WayDocument) second = sent_and_fetched (document, path);
  g_autoptr (WayDocument) third = sent_and_fetched (second, path);
  g_autofree char *plain = plain_text (document), *plain_second = plain_text (second);
  g_autofree char *text_second = helper_text (second), *text_third = helper_text (third);
  g_autofree char *file = NULL, *file_again = NULL;

  fuzz_assert_same_text (plain, plain_second);
  fuzz_assert_same_text (text_second, text_third);
  g_assert_true (way_exchange_export (third, path_again, NULL, NULL, NULL));
  g_assert_true (g_file_get_contents (path, &file, NULL, NULL));
  g_assert_true (g_file_get_contents (path_again, &file_again, NULL, NULL));
  fuzz_assert_same_text (file, file_again);
}

int
LLVMFuzzerTestOneInput (const guint8 *data, size_t size)
{
  g_autofree char *path = helper_scratch ("input.xml");
  g_autoptr (WayDocument) document = helper_new_plan ();
  g_autofree char *before = helper_text (document), *undone = NULL;
  g_autoptr (WayImportReport) report = NULL;
  g_autofree char *said = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents_full (path, (const char *) data, (gssize) size,
                                           G_FILE_SET_CONTENTS_NONE, 0600, NULL));
  if (!way_exchange_import (document, path, "mspdi", NULL, &report, &error))
    {
      check_refused (document, before, error);
      return 0;
    }
  said = way_import_report_to_text (report);
  g_assert_true (g_utf8_validate (said, -1, NULL));
  check_round_trip (document);
  g_assert_true (way_document_undo (document, &error));
  undone = helper_text (document);
  fuzz_assert_same_text (before, undone);
  g_assert_true (way_document_redo (document, &error));
  check_sound (document);
  return 0;
}

size_t
LLVMFuzzerCustomMutator (guint8 *data, size_t size, size_t max_size, unsigned int seed)
{
  return mutate_xml (data, size, max_size, seed);
}

size_t
LLVMFuzzerCustomCrossOver (const guint8 *data, size_t size, const guint8 *other, size_t other_size,
                           guint8 *out, size_t max_size, unsigned int seed)
{
  return cross_xml (data, size, other, other_size, out, max_size, seed);
}
