/* way-cli-exchange.c: the verbs import and export.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-i18n.h"

#include "cli/way-cli.h"
#include "exchange/register/way-register.h"
#include "exchange/way-exchange.h"

#include <glib/gstdio.h>
#include <string.h>

static char *
list_formats (gboolean writers)
{
  GString *text = g_string_new (_("Formats:"));
  guint n_formats;
  const WayExchangeFormat *const *formats = way_exchange_formats (&n_formats);

  g_string_append_c (text, '\n');
  for (guint i = 0; i < n_formats; i++)
    if (writers ? formats[i]->write != NULL : formats[i]->read != NULL)
      {
        g_autofree char *suffixes = g_strjoinv (" ", (char **) formats[i]->suffixes);

        g_string_append_printf (text, "  %-9s  %s (%s)\n", formats[i]->id, _ (formats[i]->label),
                                suffixes);
      }
  return g_string_free (text, FALSE);
}

char *
way_cli_list_readers (void)
{
  return list_formats (FALSE);
}

char *
way_cli_list_writers (void)
{
  return list_formats (TRUE);
}

/* A format that does not exist is a slip of the command line. */
static gboolean
check_format (const char *format, GError **error)
{
  if (format == NULL || way_exchange_find_format (format) != NULL)
    return TRUE;
  way_cli_usage_error (error, _("There is no format “%s”."), format);
  return FALSE;
}

static gboolean
read_dates (WayCli *cli, WayExchangeOptions *options, GError **error)
{
  const char *dates = way_cli_option (cli, "dates");

  options->dates = WAY_DATES_RECOMPUTE;
  if (g_strcmp0 (dates, "keep") == 0)
    options->dates = WAY_DATES_KEEP;
  else if (dates != NULL && !g_str_equal (dates, "recompute"))
    {
      way_cli_usage_error (error, _("--dates takes “keep” or “recompute”, not “%s”."), dates);
      return FALSE;
    }
  return TRUE;
}

static gboolean
read_prefer (WayCli *cli, WayExchangeOptions *options, GError **error)
{
  const char *prefer = way_cli_option (cli, "prefer");

  options->prefer = WAY_PREFER_NEITHER;
  if (g_strcmp0 (prefer, "document") == 0)
    options->prefer = WAY_PREFER_FILE;
  else if (g_strcmp0 (prefer, "plan") == 0)
    options->prefer = WAY_PREFER_PLAN;
  else if (prefer != NULL)
    {
      way_cli_usage_error (error, _("--prefer takes “document” or “plan”, not “%s”."), prefer);
      return FALSE;
    }
  return TRUE;
}

static gboolean
read_people (WayCli *cli, WayExchangeOptions *options, GError **error)
{
  const char *people = way_cli_option (cli, "people");

  options->people = WAY_NAME_REFUSE;
  if (g_strcmp0 (people, "add") == 0)
    options->people = WAY_NAME_CREATE;
  else if (g_strcmp0 (people, "text") == 0)
    options->people = WAY_NAME_LEAVE;
  else if (people != NULL && !g_str_equal (people, "ask"))
    {
      way_cli_usage_error (error, _("--people takes “add”, “text” or “ask”, not “%s”."), people);
      return FALSE;
    }
  return TRUE;
}

/* "anna=Anna Bauer,BK=Ben Kurz" */
static GPtrArray *
read_matches (WayCli *cli, WayDocument *document, GError **error)
{
  const char *match = way_cli_option (cli, "match");
  g_auto (GStrv) pairs = g_strsplit (match != NULL ? match : "", ",", -1);
  g_autoptr (GPtrArray) choices = way_name_choices_new ();

  for (guint i = 0; pairs[i] != NULL; i++)
    {
      g_auto (GStrv) pair = g_strsplit (pairs[i], "=", 2);
      WayRecord *person = g_strv_length (pair) == 2
                              ? way_plan_find_by_title (way_document_get_plan (document),
                                                        &way_resource_type, g_strstrip (pair[1]))
                              : NULL;

      if (person == NULL)
        {
          way_cli_usage_error (error, _("--match takes NAME=PERSON with a person of the plan, not “%s”."),
                               pairs[i]);
          return NULL;
        }
      way_name_choices_add (choices, &way_resource_type, g_strstrip (pair[0]), WAY_NAME_USE,
                            person->id);
    }
  return g_steal_pointer (&choices);
}

static gboolean
read_record (WayCli *cli, WayDocument *document, WayExchangeOptions *options, GError **error)
{
  const char *id = way_cli_option (cli, "record");
  WayRecord *record = id != NULL ? way_plan_find_by_human_id (way_document_get_plan (document), id)
                                 : NULL;

  options->record = record != NULL ? record->id : 0;
  if (id == NULL || record != NULL)
    return TRUE;
  way_cli_usage_error (error, _("The plan has no “%s”."), id);
  return FALSE;
}

/* Which register a table is of: as told, else as FILE is called. */
static gboolean
read_register (WayCli *cli, const char *file, WayExchangeOptions *options, GError **error)
{
  const char *name = way_cli_option (cli, "register");
  g_autofree char *stem = g_path_get_basename (file);
  char *dot = strrchr (stem, '.');

  if (dot != NULL)
    *dot = '\0';
  options->type = way_register_find (name != NULL ? name : stem);
  if (name == NULL || options->type != NULL)
    return TRUE;
  way_cli_usage_error (error, _("There is no register “%s”."), name);
  return FALSE;
}

static void
tell_notes (WayCli *cli, const char *key, const char *heading, GPtrArray *notes)
{
  way_cli_out_table (cli->out, key, heading);
  for (guint i = 0; i < notes->len; i++)
    {
      const WayImportNote *note = notes->pdata[i];

      way_cli_out_row (cli->out);
      way_cli_out_int (cli->out, "record", NULL, note->record);
      way_cli_out_text (cli->out, "subject", _("What"), note->subject);
      way_cli_out_text (cli->out, "message", _("Why"), note->message);
    }
  way_cli_out_end (cli->out);
}

static void
tell_kept (WayCli *cli, const WayImportReport *report)
{
  g_autoptr (GList) keys = g_list_sort (g_hash_table_get_keys (report->kept),
                                        (GCompareFunc) g_strcmp0);

  way_cli_out_table (cli->out, "kept", _("Kept for the way back"));
  for (GList *key = keys; key != NULL; key = key->next)
    {
      way_cli_out_row (cli->out);
      way_cli_out_int (cli->out, "n", _("Count"),
                       GPOINTER_TO_UINT (g_hash_table_lookup (report->kept, key->data)));
      way_cli_out_text (cli->out, "element", _("Element"), key->data);
    }
  way_cli_out_end (cli->out);
}

static void
tell_merged (WayCli *cli, const WayImportReport *report)
{
  way_cli_out_table (cli->out, "merged", _("Changed by the document"));
  for (guint i = 0; i < report->merged->len; i++)
    {
      const WayImportValue *value = report->merged->pdata[i];

      way_cli_out_row (cli->out);
      way_cli_out_int (cli->out, "record", NULL, value->record);
      way_cli_out_text (cli->out, "subject", _("What"), value->subject);
      way_cli_out_text (cli->out, "field", _("Field"), value->field);
      way_cli_out_text (cli->out, "document", _("Document"), value->in_file);
      way_cli_out_text (cli->out, "plan", _("Plan"), value->in_plan);
    }
  way_cli_out_end (cli->out);
}

static void
tell_conflicts (WayCli *cli, const WayImportReport *report)
{
  way_cli_out_table (cli->out, "conflicts", _("Changed both in the document and in the plan"));
  for (guint i = 0; i < report->conflicts->len; i++)
    {
      const WayImportValue *conflict = report->conflicts->pdata[i];

      way_cli_out_row (cli->out);
      way_cli_out_int (cli->out, "record", NULL, conflict->record);
      way_cli_out_text (cli->out, "subject", _("What"), conflict->subject);
      way_cli_out_text (cli->out, "field", _("Field"), conflict->field);
      way_cli_out_text (cli->out, "document", _("Document"), conflict->in_file);
      way_cli_out_text (cli->out, "plan", _("Plan"), conflict->in_plan);
      way_cli_out_text (cli->out, "before", _("Before"), conflict->before);
    }
  way_cli_out_end (cli->out);
}

static void
tell_new_people (WayCli *cli, const WayImportReport *report)
{
  way_cli_out_table (cli->out, "new_people", _("People who were not in the plan"));
  for (guint i = 0; i < report->new_people->len; i++)
    {
      way_cli_out_row (cli->out);
      way_cli_out_text (cli->out, "name", _("Name"), report->new_people->pdata[i]);
    }
  way_cli_out_end (cli->out);
}

static void
tell_differences (WayCli *cli, const WayImportReport *report)
{
  way_cli_out_table (cli->out, "differences", _("Dates that the schedule sees otherwise"));
  for (guint i = 0; i < report->differences->len; i++)
    {
      const WayImportDifference *difference = report->differences->pdata[i];

      way_cli_out_row (cli->out);
      way_cli_out_int (cli->out, "record", NULL, difference->record);
      way_cli_out_text (cli->out, "subject", _("What"), difference->subject);
      way_cli_out_moment (cli->out, "file_start", _("Start in the file"), difference->file_start);
      way_cli_out_moment (cli->out, "start", _("Start"), difference->start);
      way_cli_out_moment (cli->out, "file_finish", _("Finish in the file"),
                          difference->file_finish);
      way_cli_out_moment (cli->out, "finish", _("Finish"), difference->finish);
      way_cli_out_text (cli->out, "reason", _("Why"), difference->reason);
    }
  way_cli_out_end (cli->out);
}

static void
tell_report (WayCli *cli, const WayImportReport *report)
{
  way_cli_out_text (cli->out, "file", _("Imported"), report->file);
  way_cli_out_int (cli->out, "compared_dates", NULL, report->n_compared);
  way_cli_out_table (cli->out, "counts", _("Came in"));
  for (guint i = 0; i < report->counts->len; i++)
    {
      const WayImportCount *count = &g_array_index (report->counts, WayImportCount, i);

      way_cli_out_row (cli->out);
      way_cli_out_int (cli->out, "n", _("Count"), count->n);
      way_cli_out_text (cli->out, "what", _("Records"), count->label);
    }
  way_cli_out_end (cli->out);
  tell_notes (cli, "changed", _("Changed"), report->changed);
  tell_notes (cli, "left_out", _("Left out"), report->left_out);
  tell_kept (cli, report);
  tell_differences (cli, report);
  tell_merged (cli, report);
  tell_conflicts (cli, report);
}

/* @path when it is there, else a new plan, to be thrown away when the import fails. */
static WayDocument *
open_or_create (const char *path, const char *file, gboolean *created, GError **error)
{
  g_autofree char *title = g_filename_display_basename (file);

  *created = !g_file_test (path, G_FILE_TEST_EXISTS);
  return *created ? way_document_create (path, title, way_moment_today (), error)
                  : way_document_open (path, error);
}

static void
remove_plan (const char *path)
{
  static const char *const endings[] = { "", "-wal", "-shm" };

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      g_autofree char *name = g_strconcat (path, endings[i], NULL);

      g_unlink (name);
    }
}

gboolean
way_cli_import (WayCli *cli, GError **error)
{
  const char *path = cli->arguments[0];
  const char *file = cli->arguments[1];
  const char *format = way_cli_option (cli, "format");
  g_autoptr (WayDocument) document = NULL;
  g_autoptr (WayImportReport) report = NULL;
  WayExchangeOptions options = { 0 };
  g_autoptr (GError) reason = NULL;
  g_autoptr (GPtrArray) names = NULL;
  gboolean created;

  if (!check_format (format, error) || !read_dates (cli, &options, error)
      || !read_prefer (cli, &options, error) || !read_people (cli, &options, error)
      || !read_register (cli, file, &options, error))
    return FALSE;
  /* Before a plan is made for it: is there something to import? */
  if (format == NULL && way_exchange_guess_format (file, FALSE, error) == NULL)
    return FALSE;
  document = open_or_create (path, file, &created, error);
  if (document == NULL || !read_record (cli, document, &options, error))
    return FALSE;
  options.names = names = read_matches (cli, document, error);
  if (names == NULL)
    {
      g_clear_object (&document);
      if (created)
        remove_plan (path);
      return FALSE;
    }
  if (!way_exchange_import (document, file, format, &options, &report, &reason))
    {
      if (report != NULL) /* asked whether the two fit together: they do not */
        {
          tell_conflicts (cli, report);
          tell_new_people (cli, report);
          way_cli_out_text (cli->out, "refused", _("Refused"), reason->message);
          cli->failed = TRUE;
          g_clear_object (&document);
          if (created)
            remove_plan (path);
          return TRUE;
        }
      g_propagate_error (error, g_steal_pointer (&reason));
      g_clear_object (&document);
      if (created)
        remove_plan (path);
      return FALSE;
    }
  way_cli_out_text (cli->out, "plan", _("Plan"), path);
  tell_report (cli, report);
  return TRUE;
}

gboolean
way_cli_export (WayCli *cli, GError **error)
{
  const char *format = way_cli_option (cli, "format");
  g_autoptr (WayDocument) document = NULL;
  WayExchangeOptions options = { 0 };

  if (!check_format (format, error) || !read_register (cli, cli->arguments[1], &options, error))
    return FALSE;
  document = way_document_open (cli->arguments[0], error);
  if (document == NULL || !read_record (cli, document, &options, error)
      || !way_exchange_export (document, cli->arguments[1], format, &options, error))
    return FALSE;
  way_cli_out_text (cli->out, "plan", _("Plan"), cli->arguments[0]);
  way_cli_out_text (cli->out, "file", _("Written to"), cli->arguments[1]);
  return TRUE;
}
