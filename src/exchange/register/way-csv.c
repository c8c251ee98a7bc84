/* way-csv.c: tables as text with separators (RFC 4180): reading whatever a spreadsheet writes.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Programs differ in everything that the RFC says: the separator follows the language, the
 * encoding the age. What separates is what the first row has most of; what is no UTF-8 is taken
 * for Windows-1252, in which every byte is a letter. */

#include "model/way-i18n.h"

#include "exchange/register/way-csv.h"

#include "model/way-error.h"

#include <string.h>

typedef struct
{
  const char *at, *end;
  char separator;
  guint line;
  GString *cell;
  GPtrArray *cells;
} Reader;

static void
row_free (gpointer data)
{
  WayCsvRow *row = data;

  g_strfreev (row->cells);
  g_free (row);
}

/* ------------------------------------------------------------------ encoding */

/* As UTF-8 without its mark at the beginning and without NULs. */
static GString *
decode (const char *bytes, gsize length, const char **encoding)
{
  g_autofree char *converted = NULL;
  gsize n = 0;
  GString *text;

  *encoding = "UTF-8";
  if (length >= 2 && (memcmp (bytes, "\xff\xfe", 2) == 0 || memcmp (bytes, "\xfe\xff", 2) == 0))
    {
      *encoding = bytes[0] == '\xff' ? "UTF-16LE" : "UTF-16BE";
      converted = g_convert_with_fallback (bytes + 2, (gssize)(length - 2), "UTF-8", *encoding,
                                           "\uFFFD", NULL, &n, NULL);
    }
  text = converted != NULL ? g_string_new_len (converted, (gssize)n)
                           : g_string_new_len (bytes, (gssize)length);
  /* A control character like the others, so that a cell that has one can be named. */
  for (gsize i = 0; i < text->len; i++)
    if (text->str[i] == '\0')
      text->str[i] = '\1';
  if (g_str_has_prefix (text->str, "\xef\xbb\xbf"))
    g_string_erase (text, 0, 3);
  if (!g_utf8_validate (text->str, (gssize)text->len, NULL))
    {
      g_autofree char *letters
          = g_convert_with_fallback (text->str, (gssize)text->len, "UTF-8", "WINDOWS-1252",
                                     "\uFFFD", NULL, NULL, NULL);
      g_autofree char *valid
          = letters != NULL ? NULL : g_utf8_make_valid (text->str, (gssize)text->len);

      *encoding = "Windows-1252";
      g_string_assign (text, letters != NULL ? letters : valid);
    }
  return text;
}

/* ------------------------------------------------------------------ separator */

/* "sep=;" in a line of its own is Excel's way to tell. */
static gboolean
take_told_separator (Reader *self)
{
  gsize left = (gsize)(self->end - self->at);

  if (left < 5 || g_ascii_strncasecmp (self->at, "sep=", 4) != 0
      || (left > 5 && self->at[5] != '\n' && self->at[5] != '\r'))
    return FALSE;
  self->separator = self->at[4];
  self->at += 5;
  if (self->at < self->end && *self->at == '\r')
    self->at++;
  if (self->at < self->end && *self->at == '\n')
    self->at++;
  self->line++;
  return TRUE;
}

static char
guess_separator (const Reader *self)
{
  static const char candidates[] = "\t;,"; /* a header rather has a comma in it */
  guint counts[3] = { 0 };
  gboolean quoted = FALSE;
  guint best = 2;

  for (const char *at = self->at; at < self->end && (quoted || (*at != '\n' && *at != '\r')); at++)
    {
      const char *found = *at != '\0' ? strchr (candidates, *at) : NULL;

      if (*at == '"')
        quoted = !quoted;
      else if (found != NULL && !quoted)
        counts[found - candidates]++;
    }
  for (guint i = G_N_ELEMENTS (counts); i > 0; i--)
    if (counts[i - 1] >= counts[best])
      best = i - 1;
  return counts[best] > 0 ? candidates[best] : ',';
}

/* ------------------------------------------------------------------ rows */

static gboolean
at_line_end (const Reader *self)
{
  return *self->at == '\n' || *self->at == '\r';
}

static void
skip_line_end (Reader *self)
{
  if (*self->at++ == '\r' && self->at < self->end && *self->at == '\n')
    self->at++;
  self->line++;
}

/* Behind the opening quote; FALSE when the file ends before the closing one. */
static gboolean
read_quoted (Reader *self)
{
  while (self->at < self->end)
    {
      if (*self->at == '"' && self->at + 1 < self->end && self->at[1] == '"')
        {
          g_string_append_c (self->cell, '"');
          self->at += 2;
        }
      else if (*self->at == '"')
        {
          self->at++;
          return TRUE;
        }
      else if (at_line_end (self))
        {
          g_string_append_c (self->cell, '\n');
          skip_line_end (self);
        }
      else
        g_string_append_c (self->cell, *self->at++);
    }
  return FALSE;
}

static gboolean
read_cell (Reader *self, GError **error)
{
  guint line = self->line;

  g_string_truncate (self->cell, 0);
  if (self->at < self->end && *self->at == '"')
    {
      self->at++;
      if (!read_quoted (self))
        {
          g_set_error (error, WAY_ERROR, WAY_ERROR_FORMAT,
                       _ ("The quotation mark that opens a cell in line %u is never closed. Close "
                          "it, and read the file again."),
                       line);
          return FALSE;
        }
    }
  while (self->at < self->end && *self->at != self->separator && !at_line_end (self))
    g_string_append_c (self->cell, *self->at++);
  g_ptr_array_add (self->cells, g_strndup (self->cell->str, self->cell->len));
  return TRUE;
}

static gboolean
is_empty (GPtrArray *cells)
{
  for (guint i = 0; i < cells->len; i++)
    if (((const char *)cells->pdata[i])[0] != '\0')
      return FALSE;
  return TRUE;
}

static gboolean
read_row (Reader *self, GPtrArray *rows, GError **error)
{
  guint line = self->line;
  gboolean more = TRUE;

  self->cells = g_ptr_array_new_with_free_func (g_free);
  while (more)
    {
      if (!read_cell (self, error))
        {
          g_clear_pointer (&self->cells, g_ptr_array_unref);
          return FALSE;
        }
      more = self->at < self->end && *self->at == self->separator;
      if (more)
        self->at++;
    }
  if (self->at < self->end)
    skip_line_end (self);
  if (!is_empty (self->cells))
    {
      WayCsvRow *row = g_new0 (WayCsvRow, 1);

      g_ptr_array_add (self->cells, NULL);
      row->line = line;
      row->cells = (char **)g_ptr_array_steal (self->cells, NULL);
      g_ptr_array_add (rows, row);
    }
  g_clear_pointer (&self->cells, g_ptr_array_unref);
  return TRUE;
}

/**
 * way_csv_parse:
 * @bytes: (array length=length): a file
 * @error: %WAY_ERROR_FORMAT, with the line
 *
 * Takes UTF-8 with or without its mark, UTF-16 with it, Windows-1252; commas, semicolons or tabs;
 * every kind of line end.
 *
 * Returns: (transfer full): its rows
 */
WayCsv *
way_csv_parse (const char *bytes, gsize length, GError **error)
{
  g_autoptr (WayCsv) self = g_atomic_rc_box_new0 (WayCsv);
  GString *text = decode (bytes, length, &self->encoding);
  Reader reader = { .at = text->str, .end = text->str + text->len, .line = 1 };
  gboolean fine = TRUE;

  self->rows = g_ptr_array_new_with_free_func (row_free);
  reader.cell = g_string_new (NULL);
  if (!take_told_separator (&reader))
    reader.separator = guess_separator (&reader);
  self->separator = reader.separator;
  while (fine && reader.at < reader.end)
    fine = read_row (&reader, self->rows, error);
  g_string_free (reader.cell, TRUE);
  g_string_free (text, TRUE);
  return fine ? g_steal_pointer (&self) : NULL;
}

static void
csv_clear (gpointer data)
{
  g_clear_pointer (&((WayCsv *)data)->rows, g_ptr_array_unref);
}

WayCsv *
way_csv_ref (WayCsv *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
way_csv_unref (WayCsv *self)
{
  g_atomic_rc_box_release_full (self, csv_clear);
}

/**
 * way_csv_append_cell:
 *
 * Adds a cell, quoted where it has to be, with the separator behind it.
 */
void
way_csv_append_cell (GString *line, const char *text)
{
  if (strpbrk (text, "\",;\t\r\n") == NULL && text[0] != ' ')
    g_string_append (line, text);
  else
    {
      g_string_append_c (line, '"');
      for (const char *at = text; *at != '\0'; at++)
        {
          if (*at == '"')
            g_string_append_c (line, '"');
          g_string_append_c (line, *at);
        }
      g_string_append_c (line, '"');
    }
  g_string_append_c (line, ',');
}

/**
 * way_csv_end_row:
 *
 * Ends the row as the RFC says, without the separator behind the last cell.
 */
void
way_csv_end_row (GString *line)
{
  if (line->len > 0 && line->str[line->len - 1] == ',')
    g_string_truncate (line, line->len - 1);
  g_string_append (line, "\r\n");
}
