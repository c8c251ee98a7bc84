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

/* Out and in again: the same plan, and the same file from then on. */
static void
check_round_trip (WayDocument *document)
{
  g_autofree char *first = helper_scratch ("first.xml"), *second = helper_scratch ("second.xml");
  g_autoptr (WayDocument) again = helper_new_plan ();
  g_autofree char *before = helper_text (document), *after = NULL;
  g_autofree char *text = NULL, *text_again = NULL;
  g_autoptr (GError) error = NULL;

  way_exchange_export (document, first, NULL, &error);
  g_assert_no_error (error);
  way_exchange_import (again, first, "mspdi", NULL, NULL, &error);
  g_assert_no_error (error);
  after = helper_text (again);
  fuzz_assert_same_text (before, after);
  way_exchange_export (again, second, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (first, &text, NULL, NULL));
  g_assert_true (g_file_get_contents (second, &text_again, NULL, NULL));
  fuzz_assert_same_text (text, text_again);
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
