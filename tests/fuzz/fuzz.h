/* fuzz.h: what the fuzz targets share: libFuzzer's entry points, and a comparison that explains.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>
#include <string.h>

int    LLVMFuzzerInitialize    (int *argc, char ***argv);
int    LLVMFuzzerTestOneInput  (const guint8 *data, size_t size);
size_t LLVMFuzzerCustomMutator (guint8 *data, size_t size, size_t max_size, unsigned int seed);
size_t LLVMFuzzerCustomCrossOver (const guint8 *data, size_t size, const guint8 *other, size_t other_size,
                                  guint8 *out, size_t max_size, unsigned int seed);
size_t LLVMFuzzerMutate        (guint8 *data, size_t size, size_t max_size);

/* Shows the lines that differ before it fails. */
static inline void
fuzz_assert_same_text (const char *expected, const char *got)
{
  g_auto (GStrv) a = NULL, b = NULL;

  if (strcmp (expected, got) == 0)
    return;
  a = g_strsplit (expected, "\n", -1);
  b = g_strsplit (got, "\n", -1);
  for (guint i = 0; a[i] != NULL && b[i] != NULL; i++)
    if (strcmp (a[i], b[i]) != 0)
      {
        g_printerr ("expected: %s\ngot:      %s\n", a[i], b[i]);
        break;
      }
  g_assert_not_reached ();
}
