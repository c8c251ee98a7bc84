/* way-report-write.c: reports as files: the format chosen by the file's ending.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-i18n.h"

#include "report/way-report-write.h"

#include "model/way-error.h"
#include "report/way-gantt-sheets.h"

#include <string.h>

/**
 * way_report_write_text:
 * @error: %WAY_ERROR_IO
 *
 * Returns: whether the file was written
 */
gboolean
way_report_write_text (const char *text, const char *path, GError **error)
{
  g_autoptr (GError) reason = NULL;

  if (g_file_set_contents_full (path, text, (gssize) strlen (text), G_FILE_SET_CONTENTS_CONSISTENT,
                                0644, &reason))
    return TRUE;
  g_set_error (error, WAY_ERROR, WAY_ERROR_IO, _("“%s” could not be written: %s"), path,
               reason->message);
  return FALSE;
}

/* Takes @text. */
static gboolean
write_text (char *text, const char *path, GError **error)
{
  g_autofree char *owned = text;

  return way_report_write_text (owned, path, error);
}

static gboolean
write_pdf (WayReport *report, const WayPageSetup *setup, const char *path, GError **error)
{
  WayPageSetup usual;
  g_autoptr (WayReportPages) pages = NULL;

  way_page_setup_init (&usual, way_page_default_paper (), report->landscape);
  pages = way_report_pages_new (report, setup != NULL ? setup : &usual);
  return way_report_write_pdf (pages, path, error);
}

/**
 * way_report_write:
 * @setup: (nullable): the paper of a PDF
 * @path: ends in .pdf, .html, .htm, .md or .txt; in .png or .svg for a Gantt chart
 * @error: %WAY_ERROR_INVALID for another ending, %WAY_ERROR_IO
 *
 * Returns: whether the file was written
 */
gboolean
way_report_write (WayReport *report, const WayPageSetup *setup, const char *path, GError **error)
{
  g_autofree char *name = g_ascii_strdown (path, -1);

  if (g_str_has_suffix (name, ".pdf"))
    return write_pdf (report, setup, path, error);
  if (g_str_has_suffix (name, ".html") || g_str_has_suffix (name, ".htm"))
    return write_text (way_report_to_html (report), path, error);
  if (g_str_has_suffix (name, ".md"))
    return write_text (way_report_to_markdown (report), path, error);
  if (g_str_has_suffix (name, ".txt"))
    return write_text (way_report_to_text (report), path, error);
  if ((g_str_has_suffix (name, ".png") || g_str_has_suffix (name, ".svg"))
      && way_report_get_sheets (report) != NULL)
    return way_gantt_sheets_write_picture (way_report_get_sheets (report), path, error);
  g_set_error (error, WAY_ERROR, WAY_ERROR_INVALID,
               _("“%s” is no kind of report: end the name in .pdf, .html, .md or .txt."), path);
  return FALSE;
}
