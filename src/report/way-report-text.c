/* way-report-text.c: a report as Markdown and as plain text, for mail and for the terminal.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-i18n.h"

#include "report/way-report-write.h"

#include "report/way-gantt-sheets.h"
#include "report/way-report-markup.h"

#include <string.h>

#define LINE_WIDTH 78

/* How the two formats differ. */
typedef struct
{
  gboolean markdown;
  char *(*markup) (const char *markup);
  GString *out;
} Writer;

static char *
plain (const Writer *writer, const char *text)
{
  return writer->markdown ? way_markdown_escape (text) : g_strdup (text);
}

static void
repeat (GString *out, const char *text, glong n)
{
  for (glong i = 0; i < n; i++)
    g_string_append (out, text);
}

static void
append_underlined (Writer *writer, const char *text, const char *hashes, const char *line)
{
  g_autofree char *escaped = plain (writer, text);

  if (writer->markdown)
    {
      g_string_append_printf (writer->out, "%s %s\n\n", hashes, escaped);
      return;
    }
  g_string_append_printf (writer->out, "%s\n", text);
  repeat (writer->out, line, g_utf8_strlen (text, -1));
  g_string_append (writer->out, line[0] == '=' ? "\n" : "\n\n");
}

/* Breaks @text at spaces; lines after the first begin with @indent spaces. */
static void
append_wrapped (GString *out, const char *text, guint indent)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);
  glong column = indent;

  for (guint i = 0; words[i] != NULL; i++)
    {
      glong length = g_utf8_strlen (words[i], -1);

      if (i > 0 && column + 1 + length > LINE_WIDTH)
        {
          g_string_append_c (out, '\n');
          repeat (out, " ", indent);
          column = indent;
        }
      else if (i > 0)
        {
          g_string_append_c (out, ' ');
          column++;
        }
      g_string_append (out, words[i]);
      column += length;
    }
  g_string_append_c (out, '\n');
}

static void
append_title (Writer *writer, const WayBlock *block)
{
  g_autofree char *under = plain (writer, block->under);

  append_underlined (writer, block->text, "#", "=");
  if (!writer->markdown)
    g_string_append_printf (writer->out, "%s\n", block->eyebrow);
  g_string_append_printf (writer->out, "%s\n", under);
  if (block->rag != WAY_RAG_COMPUTED)
    g_string_append_printf (writer->out, writer->markdown ? _("\n**Status: %s**\n")
                                                          : _("Status: %s\n"),
                            way_enum_label (&way_enum_rag, block->rag));
  g_string_append_c (writer->out, '\n');
}

static void
append_figures (Writer *writer, const WayBlock *block)
{
  for (guint i = 0; i < block->figures->len; i++)
    {
      const WayKeyFigure *figure = &g_array_index (block->figures, WayKeyFigure, i);
      g_autofree char *label = plain (writer, figure->label);
      g_autofree char *value = plain (writer, figure->value);
      g_autofree char *detail = plain (writer, figure->detail);
      gboolean more = detail[0] != '\0';

      g_string_append_printf (writer->out, writer->markdown ? "- %s: **%s**%s%s%s\n"
                                                            : "  %s: %s%s%s%s\n",
                              label, value, more ? " (" : "", detail, more ? ")" : "");
    }
  g_string_append_c (writer->out, '\n');
}

/* Cell @column of a row; -1 = its heading. (transfer full) */
static char *
cell_text (Writer *writer, const WayTable *table, int row, guint column)
{
  if (row < 0)
    return plain (writer, g_array_index (table->columns, WayTableColumn, column).title);
  return writer->markup (((char **) g_ptr_array_index (table->rows, row))[column]);
}

static void
append_rule (Writer *writer, const WayTable *table, const glong *widths)
{
  for (guint i = 0; i < table->columns->len; i++)
    {
      gboolean end =
          g_array_index (table->columns, WayTableColumn, i).align == WAY_ALIGN_END;

      g_string_append (writer->out, writer->markdown ? (i == 0 ? "| " : " | ")
                                                     : (i == 0 ? "" : "  "));
      repeat (writer->out, "-", widths[i] - (writer->markdown && end ? 1 : 0));
      if (writer->markdown && end)
        g_string_append_c (writer->out, ':');
    }
  g_string_append (writer->out, writer->markdown ? " |\n" : "\n");
}

static void
append_row (Writer *writer, const WayTable *table, int row, const glong *widths)
{
  g_autoptr (GString) line = g_string_new (NULL);

  for (guint i = 0; i < table->columns->len; i++)
    {
      g_autofree char *text = cell_text (writer, table, row, i);
      glong missing = widths[i] - g_utf8_strlen (text, -1);
      gboolean end =
          g_array_index (table->columns, WayTableColumn, i).align == WAY_ALIGN_END;

      g_string_append (line, writer->markdown ? (i == 0 ? "| " : " | ") : (i == 0 ? "" : "  "));
      repeat (line, " ", end ? missing : 0);
      g_string_append (line, text);
      repeat (line, " ", end ? 0 : missing);
    }
  if (!writer->markdown)
    g_strchomp (line->str);
  g_string_append_printf (writer->out, "%s%s\n", line->str, writer->markdown ? " |" : "");
}

static void
append_table (Writer *writer, const WayTable *table)
{
  g_autofree glong *widths = g_new0 (glong, MAX (table->columns->len, 1));

  for (guint i = 0; i < table->columns->len; i++)
    {
      widths[i] = 3;
      for (int row = -1; row < (int) table->rows->len; row++)
        {
          g_autofree char *text = cell_text (writer, table, row, i);

          widths[i] = MAX (widths[i], g_utf8_strlen (text, -1));
        }
    }
  append_row (writer, table, -1, widths);
  append_rule (writer, table, widths);
  for (int row = 0; row < (int) table->rows->len; row++)
    append_row (writer, table, row, widths);
  g_string_append_c (writer->out, '\n');
}

static void
append_paragraph (Writer *writer, const char *markup)
{
  g_autofree char *text = writer->markup (markup);

  if (writer->markdown)
    g_string_append_printf (writer->out, "%s\n", text);
  else
    append_wrapped (writer->out, text, 0);
  g_string_append_c (writer->out, '\n');
}

static void
append_items (Writer *writer, const WayBlock *block)
{
  for (guint i = 0; i < block->items->len; i++)
    {
      g_autofree char *text = writer->markup (g_ptr_array_index (block->items, i));

      g_string_append (writer->out, "- ");
      if (writer->markdown)
        g_string_append_printf (writer->out, "%s\n", text);
      else
        append_wrapped (writer->out, text, 2);
    }
  g_string_append_c (writer->out, '\n');
}

static void
append_sheets (Writer *writer, const WayBlock *block)
{
  g_autoptr (WayTable) table = way_gantt_sheets_to_table (block->sheets);

  append_underlined (writer,
                     way_document_get_title (way_gantt_sheets_get_document (block->sheets)), "#",
                     "=");
  append_table (writer, table);
}

static void
append_block (Writer *writer, const WayBlock *block)
{
  switch (block->kind)
    {
    case WAY_BLOCK_TITLE:
      append_title (writer, block);
      break;
    case WAY_BLOCK_HEADING:
      append_underlined (writer, block->text, "##", "-");
      break;
    case WAY_BLOCK_PARAGRAPH:
      append_paragraph (writer, block->text);
      break;
    case WAY_BLOCK_FIGURES:
      append_figures (writer, block);
      break;
    case WAY_BLOCK_TABLE:
      append_table (writer, block->table);
      break;
    case WAY_BLOCK_LIST:
      append_items (writer, block);
      break;
    case WAY_BLOCK_SHEETS:
      append_sheets (writer, block);
      break;
    case WAY_BLOCK_CHART:
    case WAY_BLOCK_PAGE_BREAK:
    default:
      break;
    }
}

/* A heading says nothing where its chart cannot be shown. */
static gboolean
is_shown (const WayReport *report, guint index)
{
  const WayBlock *block = g_ptr_array_index (report->blocks, index);
  const WayBlock *next =
      index + 1 < report->blocks->len ? g_ptr_array_index (report->blocks, index + 1) : NULL;

  return block->kind != WAY_BLOCK_HEADING || next == NULL || next->kind != WAY_BLOCK_CHART;
}

static char *
write_report (WayReport *report, gboolean markdown)
{
  Writer writer = { markdown, markdown ? way_markup_to_markdown : way_markup_to_text,
                    g_string_new (NULL) };

  for (guint i = 0; i < report->blocks->len; i++)
    if (is_shown (report, i))
      append_block (&writer, g_ptr_array_index (report->blocks, i));
  while (writer.out->len > 1 && g_str_has_suffix (writer.out->str, "\n\n"))
    g_string_truncate (writer.out, writer.out->len - 1);
  return g_string_free (writer.out, FALSE);
}

/**
 * way_report_to_markdown:
 *
 * Returns: (transfer full): without charts, which have no place there
 */
char *
way_report_to_markdown (WayReport *report)
{
  return write_report (report, TRUE);
}

/**
 * way_report_to_text:
 *
 * Returns: (transfer full): as for mail, at most 78 characters a line outside of tables
 */
char *
way_report_to_text (WayReport *report)
{
  return write_report (report, FALSE);
}
