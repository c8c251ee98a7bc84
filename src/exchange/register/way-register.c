/* way-register.c: the records of a type as a table: its columns, CSV out, and both formats.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-i18n.h"

#include "exchange/register/way-register.h"

#include "exchange/register/way-register-cell.h"
#include "exchange/register/way-register-import.h"
#include "model/way-error.h"
#include "model/way-records.h"

#include <string.h>

static gboolean
is_called (const char *text, const char *name)
{
  g_autofree char *a = g_utf8_casefold (text, -1), *b = g_utf8_casefold (name, -1);

  g_strdelimit (a, "_- ", ' ');
  g_strdelimit (b, "_- ", ' ');
  return g_str_equal (a, b);
}

/**
 * way_register_find:
 * @name: "risk", "risks", "Risiken"
 *
 * Returns: (transfer none) (nullable): the record type that is called so, in English or the
 * user's language
 */
const WayRecordType *
way_register_find (const char *name)
{
  guint n_types;
  const WayRecordType **types = way_record_types (&n_types);

  for (guint i = 0; i < n_types; i++)
    {
      const char *const names[] = { types[i]->name, types[i]->label, types[i]->plural,
                                    _ (types[i]->label), _ (types[i]->plural) };

      for (guint k = 0; k < G_N_ELEMENTS (names); k++)
        if (is_called (names[k], name))
          return types[i];
    }
  return NULL;
}

/**
 * way_register_can_import:
 *
 * Returns: whether rows of a table can become records of @type: the plan is one, and what it
 * recorded about its past is not written anew
 */
gboolean
way_register_can_import (const WayRecordType *type)
{
  static const char *const recorded[]
      = { "project", "baseline", "baseline_value", "snapshot", "section", "document_source", NULL };

  return !g_strv_contains (recorded, type->name);
}

/**
 * way_register_columns:
 *
 * Returns: (transfer container) (element-type WayField): what a table of @type has columns for,
 * beside the id
 */
GPtrArray *
way_register_columns (const WayRecordType *type)
{
  GPtrArray *columns = g_ptr_array_new ();

  for (guint i = 0; i < type->n_fields; i++)
    if ((type->fields[i].flags & WAY_FIELD_HIDDEN) == 0)
      g_ptr_array_add (columns, (gpointer)&type->fields[i]);
  return columns;
}

/**
 * way_register_to_csv:
 *
 * Returns: (transfer full): all records of @type, a row each, below the headers; no cell is a
 * formula
 */
char *
way_register_to_csv (WayPlan *plan, const WayRecordType *type)
{
  g_autoptr (GPtrArray) columns = way_register_columns (type);
  g_autoptr (WayRegisterNames) names = way_register_names_new (plan);
  GPtrArray *records = way_plan_peek_records (plan, type);
  GString *text = g_string_new (NULL);

  way_csv_append_cell (text, _ ("Id"));
  for (guint i = 0; i < columns->len; i++)
    way_csv_append_cell (text, _ (((const WayField *)columns->pdata[i])->label));
  way_csv_end_row (text);
  for (guint row = 0; row < records->len; row++)
    {
      g_autofree char *id = way_register_dup_id (records->pdata[row]);

      way_csv_append_cell (text, id);
      for (guint i = 0; i < columns->len; i++)
        {
          const WayField *field = columns->pdata[i];
          g_autofree char *cell = way_register_cell_text (names, records->pdata[row], field);
          gboolean is_text = field->type == WAY_FIELD_TYPE_TEXT || field->type == WAY_FIELD_TYPE_REF;
          g_autofree char *safe = is_text ? way_register_cell_disarm (cell) : NULL;

          way_csv_append_cell (text, is_text ? safe : cell);
        }
      way_csv_end_row (text);
    }
  return g_string_free (text, FALSE);
}

/**
 * way_register_save_csv:
 * @error: %WAY_ERROR_IO; a file that was there before is untouched then
 *
 * With the mark of UTF-8 in front, which tells spreadsheets that letters beyond English are fine.
 */
gboolean
way_register_save_csv (WayPlan *plan, const WayRecordType *type, const char *path, GError **error)
{
  g_autofree char *table = way_register_to_csv (plan, type);
  g_autofree char *text = g_strconcat ("\xef\xbb\xbf", table, NULL);
  g_autofree char *name = g_filename_display_name (path);
  g_autoptr (GError) reason = NULL;

  if (g_file_set_contents_full (path, text, -1, G_FILE_SET_CONTENTS_CONSISTENT, 0666, &reason))
    return TRUE;
  g_set_error (error, WAY_ERROR, WAY_ERROR_IO, _ ("“%s” cannot be written: %s"), name,
               reason->message);
  return FALSE;
}

/* ------------------------------------------------------------------ the formats */

static gboolean
check_register (const WayExchangeOptions *options, GError **error)
{
  if (options->type != NULL)
    return TRUE;
  g_set_error (error, WAY_ERROR, WAY_ERROR_INVALID,
               _ ("A table holds the records of one register. Say which: on its page in the "
                  "window, or with --register on the command line."));
  return FALSE;
}

/* A table looks like any text: its name has to tell. */
static gboolean
sniff (const char *start, gsize length)
{
  return FALSE;
}

static void
fill_report (const WayRegisterImport *import, WayImportReport *report)
{
  way_import_report_count (report, _ ("new"), import->n_fates[WAY_ROW_NEW]);
  way_import_report_count (report, _ ("changed"), import->n_fates[WAY_ROW_CHANGED]);
  way_import_report_count (report, _ ("unchanged"), import->n_fates[WAY_ROW_SAME]);
  way_import_report_count (report, _ ("left out"), import->n_fates[WAY_ROW_BAD]);
  for (guint i = 0; i < import->columns->len; i++)
    {
      const WayRegisterColumn *column = &g_array_index (import->columns, WayRegisterColumn, i);

      if (column->field == NULL && !column->is_id && column->header[0] != '\0')
        way_import_report_left_out (report, 0, column->header, "%s",
                                    _ ("The column goes into no field of the register."));
    }
  for (guint i = 0; i < import->problems->len; i++)
    {
      const WayRegisterProblem *problem = import->problems->pdata[i];
      g_autofree char *place = way_register_problem_dup_place (problem);

      if (problem->fatal)
        way_import_report_left_out (report, 0, place, "%s", problem->message);
      else
        way_import_report_changed (report, 0, place, "%s", problem->message);
    }
}

static gboolean
read_csv (WayDocument *document, const char *path, const WayExchangeOptions *options,
          WayImportReport *report, GError **error)
{
  g_autoptr (WayRegisterImport) import = NULL;

  if (!check_register (options, error))
    return FALSE;
  import = way_register_import_open (options->type, path, error);
  if (import == NULL || !way_register_import_apply (import, document, error))
    return FALSE;
  fill_report (import, report);
  return TRUE;
}

static gboolean
write_csv (WayDocument *document, const char *path, const WayExchangeOptions *options,
           GError **error)
{
  return check_register (options, error)
         && way_register_save_csv (way_document_get_plan (document), options->type, path, error);
}

static gboolean
write_xlsx (WayDocument *document, const char *path, const WayExchangeOptions *options,
            GError **error)
{
  return check_register (options, error)
         && way_register_save_xlsx (way_document_get_plan (document), options->type, path, NULL,
                                    error);
}

static const char *const csv_suffixes[] = { ".csv", ".tsv", NULL };
static const char *const xlsx_suffixes[] = { ".xlsx", NULL };

const WayExchangeFormat way_csv_format = {
  .id = "csv",
  .label = N_ ("Table of a register, for every spreadsheet"),
  .suffixes = csv_suffixes,
  .sniff = sniff,
  .read = read_csv,
  .write = write_csv,
};

const WayExchangeFormat way_xlsx_format = {
  .id = "xlsx",
  .label = N_ ("Table of a register, for Excel and LibreOffice"),
  .suffixes = xlsx_suffixes,
  .sniff = sniff,
  .write = write_xlsx,
};
