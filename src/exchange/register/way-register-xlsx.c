/* way-register-xlsx.c: the records of a type as a workbook.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Text goes in as text, whatever it begins with; numbers and dates go in as such, to be summed
 * and sorted. */

#include "model/way-i18n.h"

#include "exchange/register/way-register.h"

#include "exchange/register/way-register-cell.h"
#include "model/way-error.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>
#include <xlsxwriter.h>

typedef struct
{
  lxw_workbook *book;
  lxw_worksheet *sheet;
  lxw_format *heading;
  lxw_format *formats[WAY_CELL_MOMENT + 1];
  guint n_cut;
} Writer;

static void
add_formats (Writer *self)
{
  static const char *const patterns[] = {
    [WAY_CELL_TEXT] = "@",
    [WAY_CELL_NUMBER] = "General",
    [WAY_CELL_PERCENT] = "0%",
    [WAY_CELL_MONEY] = "#,##0.00",
    [WAY_CELL_HOURS] = "0.##",
    [WAY_CELL_DATE] = "yyyy-mm-dd",
    [WAY_CELL_MOMENT] = "yyyy-mm-dd hh:mm",
  };

  self->heading = workbook_add_format (self->book);
  format_set_bold (self->heading);
  format_set_bottom (self->heading, LXW_BORDER_THIN);
  for (guint i = 0; i < G_N_ELEMENTS (patterns); i++)
    {
      self->formats[i] = workbook_add_format (self->book);
      format_set_num_format (self->formats[i], patterns[i]);
      format_set_align (self->formats[i], LXW_ALIGN_VERTICAL_TOP);
    }
}

static void
write_text (Writer *self, lxw_row_t row, lxw_col_t column, const char *text)
{
  g_autofree char *cut = NULL;

  if (*text == '\0')
    return;
  if (g_utf8_strlen (text, -1) > WAY_XLSX_TEXT_MAX)
    {
      g_autofree char *start = g_utf8_substring (text, 0, WAY_XLSX_TEXT_MAX - 1);

      cut = g_strconcat (start, "…", NULL);
      self->n_cut++;
    }
  worksheet_write_string (self->sheet, row, column, cut != NULL ? cut : text,
                          self->formats[WAY_CELL_TEXT]);
}

static void
write_moment (Writer *self, lxw_row_t row, lxw_col_t column, WayCellKind kind, WayMoment moment)
{
  WayCivil civil;
  lxw_datetime when;

  if (moment == WAY_NEVER)
    return;
  civil = way_moment_to_civil (moment);
  when = (lxw_datetime){ civil.year, civil.month, civil.day, civil.hour, civil.minute, 0 };
  worksheet_write_datetime (self->sheet, row, column, &when, self->formats[kind]);
}

static void
write_cell (Writer *self, lxw_row_t row, lxw_col_t column, WayRegisterNames *names,
            WayRecord *record, const WayField *field)
{
  WayCellKind kind = way_register_cell_kind (field);
  double number;
  g_autofree char *text = NULL;

  switch (kind)
    {
    case WAY_CELL_DATE:
    case WAY_CELL_MOMENT:
      write_moment (self, row, column, kind, way_record_get (record, field).i);
      break;
    case WAY_CELL_TEXT:
      text = way_register_cell_text (names, record, field);
      write_text (self, row, column, text);
      break;
    default:
      number = way_register_cell_number (record, field);
      worksheet_write_number (self->sheet, row, column,
                              kind == WAY_CELL_PERCENT ? number / 100 : number,
                              self->formats[kind]);
    }
}

static double
column_width (const WayField *field)
{
  if ((field->flags & WAY_FIELD_MULTILINE) != 0)
    return 50;
  return strcmp (field->name, "title") == 0 ? 40 : 18;
}

static void
write_sheet (Writer *self, WayPlan *plan, const WayRecordType *type, GPtrArray *columns)
{
  g_autoptr (WayRegisterNames) names = way_register_names_new (plan);
  GPtrArray *records = way_plan_peek_records (plan, type);

  worksheet_set_column (self->sheet, 0, 0, 10, NULL);
  for (guint i = 0; i < columns->len; i++)
    worksheet_set_column (self->sheet, (lxw_col_t)(i + 1), (lxw_col_t)(i + 1),
                          column_width (columns->pdata[i]), NULL);
  worksheet_freeze_panes (self->sheet, 1, 0);
  worksheet_autofilter (self->sheet, 0, 0, MAX (records->len, 1), (lxw_col_t)columns->len);
  worksheet_write_string (self->sheet, 0, 0, _ ("Id"), self->heading);
  for (guint i = 0; i < columns->len; i++)
    worksheet_write_string (self->sheet, 0, (lxw_col_t)(i + 1),
                            _ (((const WayField *)columns->pdata[i])->label), self->heading);
  for (guint row = 0; row < records->len; row++)
    {
      g_autofree char *id = way_register_dup_id (records->pdata[row]);

      write_text (self, row + 1, 0, id);
      for (guint i = 0; i < columns->len; i++)
        write_cell (self, row + 1, (lxw_col_t)(i + 1), names, records->pdata[row],
                    columns->pdata[i]);
    }
}

/* A sheet's name has 31 characters at most, and none of these. */
static char *
sheet_name (const WayRecordType *type)
{
  g_autofree char *name = g_strdelimit (g_strdup (_ (type->plural)), "[]:*?/\\'", ' ');

  return g_utf8_substring (name, 0, MIN (g_utf8_strlen (name, -1), 31));
}

static gboolean
write_book (WayPlan *plan, const WayRecordType *type, const char *path, guint *n_cut)
{
  g_autoptr (GPtrArray) columns = way_register_columns (type);
  g_autofree char *name = sheet_name (type);
  lxw_workbook_options options = { .constant_memory = LXW_TRUE };
  Writer self = { .book = workbook_new_opt (path, &options) };

  if (self.book == NULL)
    return FALSE;
  self.sheet = workbook_add_worksheet (self.book, name);
  if (self.sheet != NULL)
    {
      add_formats (&self);
      write_sheet (&self, plan, type, columns);
    }
  if (n_cut != NULL)
    *n_cut = self.n_cut;
  return (workbook_close (self.book) == LXW_NO_ERROR) & (self.sheet != NULL);
}

/**
 * way_register_save_xlsx:
 * @n_cut: (out) (optional): how many texts were longer than a cell may be, and are cut
 * @error: %WAY_ERROR_IO; a file that was there before is untouched then. %WAY_ERROR_INVALID when
 *   there are more records than a sheet has rows
 */
gboolean
way_register_save_xlsx (WayPlan *plan, const WayRecordType *type, const char *path, guint *n_cut,
                        GError **error)
{
  g_autofree char *beside = g_strconcat (path, ".XXXXXX", NULL);
  g_autofree char *name = g_filename_display_name (path);
  int fd;

  if (way_plan_peek_records (plan, type)->len > WAY_XLSX_ROWS_MAX)
    {
      g_set_error (error, WAY_ERROR, WAY_ERROR_INVALID,
                   _ ("A sheet has room for %d rows, and the plan has more. Export as CSV."),
                   WAY_XLSX_ROWS_MAX);
      return FALSE;
    }
  fd = g_mkstemp_full (beside, O_RDWR | O_CLOEXEC, 0666);
  if (fd >= 0)
    close (fd);
  if (fd >= 0 && write_book (plan, type, beside, n_cut) && g_rename (beside, path) == 0)
    return TRUE;
  if (fd >= 0)
    g_unlink (beside);
  g_set_error (error, WAY_ERROR, WAY_ERROR_IO,
               _ ("“%s” cannot be written. Check that its folder is there, that you may write to it "
                  "and that the disk is not full."),
               name);
  return FALSE;
}
