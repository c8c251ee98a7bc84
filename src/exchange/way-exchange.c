/* way-exchange.c: the formats that plans come in and go out in.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-i18n.h"

#include "exchange/way-exchange.h"

#include "exchange/milestone/way-milestone-file.h"
#include "exchange/mspdi/way-mspdi.h"
#include "exchange/register/way-register.h"
#include "model/way-error.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#define SNIFFED 4096

static const WayExchangeOptions usual = { 0 };

static const WayExchangeFormat *const formats[] = {
  &way_mspdi_format,
  &way_milestone_format,
  &way_csv_format,
  &way_xlsx_format,
};

/**
 * way_exchange_formats:
 * @n_formats: (out)
 *
 * Returns: (transfer none) (array length=n_formats): all of them
 */
const WayExchangeFormat *const *
way_exchange_formats (guint *n_formats)
{
  *n_formats = G_N_ELEMENTS (formats);
  return formats;
}

/**
 * way_exchange_find_format:
 *
 * Returns: (transfer none) (nullable): the format called @id
 */
const WayExchangeFormat *
way_exchange_find_format (const char *id)
{
  for (gsize i = 0; i < G_N_ELEMENTS (formats); i++)
    if (strcmp (formats[i]->id, id) == 0)
      return formats[i];
  return NULL;
}

static gboolean
has_suffix (const WayExchangeFormat *format, const char *path)
{
  g_autofree char *folded = g_ascii_strdown (path, -1);

  for (guint i = 0; format->suffixes[i] != NULL; i++)
    if (g_str_has_suffix (folded, format->suffixes[i]))
      return TRUE;
  return FALSE;
}

/* The beginning of the file; −1 with @error. */
static gssize
read_start (const char *path, char *start, GError **error)
{
  g_autofree char *name = g_filename_display_basename (path);
  int fd = g_file_test (path, G_FILE_TEST_IS_DIR) ? -1 : g_open (path, O_RDONLY | O_CLOEXEC, 0);
  gssize n = fd >= 0 ? read (fd, start, SNIFFED) : -1;

  if (fd >= 0)
    close (fd);
  if (n < 0)
    g_set_error (error, WAY_ERROR, WAY_ERROR_IO,
                 _("“%s” cannot be read. Check that it is there and that you may read it."), name);
  return n;
}

/**
 * way_exchange_guess_format:
 * @for_export: by the name alone; for an import the content decides
 * @error: %WAY_ERROR_IO when the file cannot be read, %WAY_ERROR_FORMAT when no format fits
 *
 * Returns: (transfer none)
 */
const WayExchangeFormat *
way_exchange_guess_format (const char *path, gboolean for_export, GError **error)
{
  g_autofree char *name = g_filename_display_basename (path);
  g_autofree char *start = g_malloc (SNIFFED);
  gssize length = for_export ? 0 : read_start (path, start, error);

  if (length < 0)
    return NULL;
  for (gsize i = 0; i < G_N_ELEMENTS (formats); i++)
    if (for_export ? formats[i]->write != NULL && has_suffix (formats[i], path)
                   : formats[i]->read != NULL && formats[i]->sniff (start, (gsize) length))
      return formats[i];
  /* A damaged file may still say by its name what it was; its reader then tells what is wrong. */
  for (gsize i = 0; !for_export && i < G_N_ELEMENTS (formats); i++)
    if (formats[i]->read != NULL && has_suffix (formats[i], path))
      return formats[i];
  g_set_error (error, WAY_ERROR, WAY_ERROR_FORMAT,
               for_export
                   ? _("“%s”: the name does not tell a format. End it with .xml for MS Project XML, "
                       "with .md for a milestone’s document, with .csv or .xlsx for a register.")
                   : _("“%s” is in no format that can be imported. MS Project saves such a file "
                       "with “Save as … XML”; a milestone’s document ends in .md, a register’s "
                       "table in .csv."),
               name);
  return NULL;
}

static const WayExchangeFormat *
choose_format (const char *path, const char *id, gboolean for_export, GError **error)
{
  const WayExchangeFormat *format;

  if (id == NULL)
    return way_exchange_guess_format (path, for_export, error);
  format = way_exchange_find_format (id);
  if (format != NULL && (for_export ? format->write != NULL : format->read != NULL))
    return format;
  g_set_error (error, WAY_ERROR, WAY_ERROR_NOT_FOUND, _("There is no format “%s”."), id);
  return NULL;
}

/**
 * way_exchange_import:
 * @format: (nullable): id of a format; %NULL = the content decides
 * @options: (nullable): %NULL = the schedule decides about dates
 * @report: (out) (optional) (transfer full): set on success, and with %WAY_ERROR_CONFLICT, which it
 *   explains
 * @error: what is wrong with the file, with its line; the plan is as it was then
 *
 * Takes a file into the plan, as one step that can be undone. A plan without rows takes the
 * file's options too; one with rows keeps its own.
 */
gboolean
way_exchange_import (WayDocument *document, const char *path, const char *format,
                     const WayExchangeOptions *options, WayImportReport **report, GError **error)
{
  const WayExchangeFormat *chosen = choose_format (path, format, FALSE, error);
  g_autoptr (WayImportReport) result = NULL;
  g_autoptr (GError) reason = NULL;
  gboolean done;

  if (chosen == NULL)
    return FALSE;
  result = way_import_report_new (path);
  if (options == NULL)
    options = &usual;
  if (options->preview)
    way_document_begin_with_origin (document, "", WAY_ORIGIN_IMPORT);
  done = chosen->read (document, path, options, result, &reason);
  if (options->preview)
    way_document_rollback (document);
  if (report != NULL && (done || g_error_matches (reason, WAY_ERROR, WAY_ERROR_CONFLICT)))
    *report = g_steal_pointer (&result);
  if (!done)
    g_propagate_error (error, g_steal_pointer (&reason));
  return done;
}

/**
 * way_exchange_export:
 * @format: (nullable): id of a format; %NULL = the name decides
 * @error: %WAY_ERROR_IO; a file that was there before is untouched then
 */
gboolean
way_exchange_export (WayDocument *document, const char *path, const char *format,
                     const WayExchangeOptions *options, GError **error)
{
  const WayExchangeFormat *chosen = choose_format (path, format, TRUE, error);

  return chosen != NULL && chosen->write (document, path, options != NULL ? options : &usual, error);
}
