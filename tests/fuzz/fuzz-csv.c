/* fuzz-csv.c: any bytes as the table of a register.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "fuzz.h"

#include "exchange/register/way-register-import.h"
#include "model/way-records.h"


/* What comes out of a file is a table again, and its rows are counted once each. */
int
LLVMFuzzerTestOneInput (const guint8 *data, size_t size)
{
  static WayDocument *document = NULL;
  g_autoptr (WayRegisterImport) import = NULL;
  g_autofree char *rest = NULL;
  g_autoptr (WayCsv) again = NULL;
  guint n = 0;

  if (document == NULL)
    document = way_document_new ("Fuzz", way_moment (2026, 5, 4, 8, 0));
  import = way_register_import_parse (way_record_type ("risk"), "fuzz.csv", (const char *)data,
                                      size, NULL);
  if (import == NULL)
    return 0;
  way_register_import_check (import, document);
  for (guint i = 0; i < G_N_ELEMENTS (import->n_fates); i++)
    n += import->n_fates[i];
  g_assert_cmpuint (n, ==, way_register_import_get_n_rows (import));
  rest = way_register_import_dup_bad_rows (import);
  again = way_csv_parse (rest, strlen (rest), NULL);
  g_assert_cmpuint (again->rows->len, ==, import->n_fates[WAY_ROW_BAD] + 1);
  return 0;
}
