/* way-mspdi-differences.c: the dates of an imported file against the computed ones.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-i18n.h"

#include "exchange/mspdi/way-mspdi-import.h"

#include "metrics/way-imported-dates.h"

static void
report_date (WayMspdiImport *self, const WayImportedDate *date)
{
  WayTask *task = date->task;
  WayImportDifference *difference = g_new0 (WayImportDifference, 1);

  difference->record = WAY_RECORD (task)->id;
  difference->subject = g_strdup_printf (_("%d. “%s”"), (int) task->row + 1, WAY_RECORD (task)->title);
  difference->file_start = task->imported_start;
  difference->file_finish = task->imported_finish;
  difference->start = task->start;
  difference->finish = task->finish;
  difference->reason = g_strdup (date->text);
  way_import_report_differs (self->report, difference);
}

/**
 * way_mspdi_report_differences:
 *
 * Lists every row that came in and stands on other dates than the file says, with the reason.
 */
void
way_mspdi_report_differences (WayMspdiImport *self)
{
  g_autoptr (GPtrArray) dates = way_imported_dates_list (self->document);
  g_autoptr (GHashTable) rows = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < self->rows->len; i++)
    {
      g_hash_table_add (rows, self->rows->pdata[i]);
      self->report->n_compared += way_imported_date_is_kept (self->rows->pdata[i]);
    }
  for (guint i = 0; i < dates->len; i++)
    {
      const WayImportedDate *date = dates->pdata[i];

      if (g_hash_table_contains (rows, date->task))
        report_date (self, date);
    }
}
