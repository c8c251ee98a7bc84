/* fuzz-store.c: a plan's file with any bytes changed: refused, or a plan that can be used.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The input is a list of patches, four bytes each (place, in the file's third of a megabyte;
 * length; value), put over the sample plan's file. Half of the damaged files are salvaged too. */

#include "document/way-sample.h"
#include "fuzz.h"
#include "model/way-error.h"

#include <glib/gstdio.h>
#include <unistd.h>

static char *folder, *pristine;
static gsize pristine_size;

/* Writes the sample plan once and keeps its bytes. */
int
LLVMFuzzerInitialize (int *argc, char ***argv)
{
  g_autoptr (WayDocument) document = NULL;
  g_autofree char *path = NULL, *home = NULL;

  folder = g_dir_make_tmp ("waymark-fuzz-XXXXXX", NULL);
  home = g_build_filename (folder, "data", NULL);
  g_setenv ("XDG_DATA_HOME", home, TRUE);
  path = g_build_filename (folder, "pristine.waymark", NULL);
  document = way_document_create (path, "Sample", way_moment (2026, 1, 5, 8, 0), NULL);
  g_assert_nonnull (document);
  g_assert_true (way_sample_fill (document, NULL));
  g_clear_object (&document);
  g_assert_true (g_file_get_contents (path, &pristine, &pristine_size, NULL));
  return 0;
}

static void
patch (char *bytes, const guint8 *data, size_t size)
{
  for (; size >= 5; data += 5, size -= 5)
    {
      gsize place = ((gsize) data[0] << 16 | (gsize) data[1] << 8 | data[2]) % pristine_size;

      for (gsize i = 0; i <= data[3] % 16u && place + i < pristine_size; i++)
        bytes[place + i] = (char) (data[4] + i * (data[3] >> 4));
    }
}

static void
check_error (const GError *error)
{
  g_assert_nonnull (error);
  g_assert_true (error->domain == WAY_ERROR);
  g_assert_true (g_utf8_validate (error->message, -1, NULL));
}

/* An opened plan can be checked, changed and undone; each may fail, but only with a message. */
static void
use (WayDocument *document)
{
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) journal = NULL;
  g_autoptr (GError) error = NULL;
  WayRecord *task;

  if (!way_store_verify (way_document_get_store (document), problems, &error))
    check_error (error);
  g_clear_error (&error);
  journal = way_store_read_journal (way_document_get_store (document), 0, 0, &error);
  if (journal == NULL)
    check_error (error);
  g_clear_error (&error);
  if (way_document_is_read_only (document))
    return;
  way_document_begin (document, "Add");
  task = way_document_create_record (document, &way_task_type);
  way_document_set_text (document, task, "title", "Fresh");
  if (!way_document_commit (document, &error))
    check_error (error);
  g_clear_error (&error);
  for (int i = 0; i < 3 && way_document_can_undo (document); i++)
    {
      if (!way_document_undo (document, &error))
        check_error (error);
      g_clear_error (&error);
    }
}

int
LLVMFuzzerTestOneInput (const guint8 *data, size_t size)
{
  g_autofree char *path = g_build_filename (folder, "input.waymark", NULL);
  g_autofree char *fresh = g_build_filename (folder, "fresh.waymark", NULL);
  g_autofree char *bytes = g_memdup2 (pristine, pristine_size);
  g_autoptr (WayDocument) document = NULL;
  g_autoptr (GError) error = NULL;
  guint n = 0;

  patch (bytes, data, size);
  g_assert_true (g_file_set_contents_full (path, bytes, (gssize) pristine_size,
                                           G_FILE_SET_CONTENTS_NONE, 0600, NULL));
  document = way_document_open (path, &error);
  if (document != NULL)
    use (document);
  else
    check_error (error);
  g_clear_error (&error);
  g_clear_object (&document);
  if (size % 2 == 0 && !way_store_recover (path, fresh, &n, &error))
    check_error (error);
  for (int i = 0; i < 3; i++)
    {
      g_autofree char *side = g_strconcat (path, i == 0 ? "" : i == 1 ? "-wal" : "-shm", NULL);
      g_autofree char *other = g_strconcat (fresh, i == 0 ? "" : i == 1 ? "-wal" : "-shm", NULL);

      g_unlink (side);
      g_unlink (other);
    }
  return 0;
}
