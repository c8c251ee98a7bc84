/* way-cli-report.c: the verb report.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-i18n.h"

#include "cli/way-cli.h"
#include "document/way-snapshots.h"
#include "model/way-error.h"
#include "report/way-report-registry.h"
#include "report/way-report-write.h"

/**
 * way_cli_list_reports:
 *
 * Returns: (transfer full): the reports, for --help
 */
char *
way_cli_list_reports (void)
{
  GString *text = g_string_new (_("Reports:"));
  guint n_kinds;
  const WayReportKind *kinds = way_report_kinds (&n_kinds);

  g_string_append_c (text, '\n');
  for (guint i = 0; i < n_kinds; i++)
    g_string_append_printf (text, "  %-19s  %s\n", kinds[i].id, _ (kinds[i].description));
  return g_string_free (text, FALSE);
}

/* FALSE when what is asked for is not there. */
static gboolean
read_record (WayCli *cli, WayDocument *document, WayReportOptions *options, GError **error)
{
  const char *id = way_cli_option (cli, "record");
  WayRecord *record = id != NULL ? way_plan_find_by_human_id (way_document_get_plan (document), id)
                                 : NULL;

  options->record = record != NULL ? record->id : 0;
  if (id == NULL || record != NULL)
    return TRUE;
  g_set_error (error, WAY_ERROR, WAY_ERROR_NOT_FOUND, _("There is no “%s” in the plan."), id);
  return FALSE;
}

gboolean
way_cli_report (WayCli *cli, GError **error)
{
  const WayReportKind *kind = way_report_kind (cli->arguments[1]);
  const char *file = cli->arguments[2];
  g_autoptr (WayDocument) document = NULL;
  g_autoptr (WayReport) report = NULL;
  WayReportOptions options;

  if (kind == NULL)
    {
      way_cli_usage_error (error, _("There is no report “%s”."), cli->arguments[1]);
      return FALSE;
    }
  document = way_document_open (cli->arguments[0], error);
  way_report_options_init (&options);
  if (document == NULL || !read_record (cli, document, &options, error))
    return FALSE;
  report = way_report_build (kind, document, &options);
  if (!way_report_write (report, NULL, file, error))
    return FALSE;
  way_snapshots_note_report (document);
  way_cli_out_text (cli->out, "report", _("Report"), kind->id);
  way_cli_out_text (cli->out, "file", _("Written to"), file);
  return TRUE;
}
