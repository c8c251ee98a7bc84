/* way-report-html.c: a report as one HTML page that needs nothing else.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-i18n.h"

#include "report/way-report-write.h"

#include "chart/way-painter.h"
#include "report/way-gantt-sheets.h"
#include "report/way-report-markup.h"

#include <string.h>

#define PAGE_WIDTH 860
#define MOST_ROWS_IN_CHART 200

static const char style[] =
    "body{font:14px/1.5 system-ui,sans-serif;color:#1e2330;background:#fff;max-width:860px;"
    "margin:32px auto;padding:0 16px}"
    "h1{font-size:26px;margin:0 0 2px;line-height:1.2}"
    "h2{font-size:16px;margin:28px 0 8px;padding-bottom:4px;border-bottom:1px solid #1e2330}"
    ".eyebrow{font-size:12px;color:#667085;text-transform:uppercase;margin:0 0 4px}"
    ".dim,.under{color:#5d6676}.good{color:#1f6e43}.warning{color:#8f5a08}.bad{color:#b42318}"
    ".badge{float:right;border-radius:6px;padding:6px 16px;color:#fff;font-weight:600;"
    "text-transform:uppercase}.badge.green{background:#237547}.badge.yellow{background:#96600a}"
    ".badge.red{background:#c8372d}"
    ".figures{display:flex;flex-wrap:wrap;gap:12px;margin:16px 0}"
    ".figures div{flex:1 1 150px;border-left:3px solid #2a66c8;padding-left:10px}"
    ".figures strong{display:block;font-size:21px}.figures small{color:#5d6676;font-size:13px}"
    "table{border-collapse:collapse;width:100%;font-variant-numeric:tabular-nums}"
    "th{font-size:12px;color:#5d6676;text-align:left}"
    "th,td{padding:5px 12px 5px 0;border-bottom:1px solid #e3e5ea;vertical-align:top}"
    "th.end,td.end{text-align:right;white-space:nowrap}"
    "ul{padding-left:20px}svg{max-width:100%;height:auto}"
    "@media print{body{margin:0}h2{break-after:avoid}tr{break-inside:avoid}}";

static void
append_element (GString *out, const char *tag, const char *class, const char *text)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  if (text[0] != '\0')
    g_string_append_printf (out, "<%s%s%s%s>%s</%s>\n", tag, class != NULL ? " class=\"" : "",
                            class != NULL ? class : "", class != NULL ? "\"" : "", escaped, tag);
}

static void
append_title (GString *out, const WayBlock *block)
{
  if (block->rag != WAY_RAG_COMPUTED)
    {
      g_autofree char *class =
          g_strdup_printf ("badge %s", way_enum_nick (&way_enum_rag, block->rag));

      append_element (out, "div", class, way_enum_label (&way_enum_rag, block->rag));
    }
  append_element (out, "p", "eyebrow", block->eyebrow);
  append_element (out, "h1", NULL, block->text);
  append_element (out, "p", "under", block->under);
}

static void
append_figures (GString *out, const WayBlock *block)
{
  g_string_append (out, "<div class=\"figures\">\n");
  for (guint i = 0; i < block->figures->len; i++)
    {
      const WayKeyFigure *figure = &g_array_index (block->figures, WayKeyFigure, i);
      g_autofree char *text =
          g_markup_printf_escaped ("<div><small>%s</small><strong>%s</strong>"
                                   "<small>%s</small></div>\n",
                                   figure->label, figure->value, figure->detail);

      g_string_append (out, text);
    }
  g_string_append (out, "</div>\n");
}

static const char *
cell_class (const WayTable *table, guint column)
{
  return g_array_index (table->columns, WayTableColumn, column).align == WAY_ALIGN_END
             ? " class=\"end\"" : "";
}

static void
append_table (GString *out, const WayTable *table)
{
  g_string_append (out, "<table>\n<thead><tr>");
  for (guint i = 0; i < table->columns->len; i++)
    {
      g_autofree char *title =
          g_markup_escape_text (g_array_index (table->columns, WayTableColumn, i).title, -1);

      g_string_append_printf (out, "<th scope=\"col\"%s>%s</th>", cell_class (table, i), title);
    }
  g_string_append (out, "</tr></thead>\n<tbody>\n");
  for (guint i = 0; i < table->rows->len; i++)
    {
      char **cells = g_ptr_array_index (table->rows, i);

      g_string_append (out, "<tr>");
      for (guint j = 0; j < table->columns->len; j++)
        {
          g_autofree char *cell = way_markup_to_html (cells[j]);

          g_string_append_printf (out, "<td%s>%s</td>", cell_class (table, j), cell);
        }
      g_string_append (out, "</tr>\n");
    }
  g_string_append (out, "</tbody></table>\n");
}

static void
append_items (GString *out, const WayBlock *block)
{
  g_string_append (out, "<ul>\n");
  for (guint i = 0; i < block->items->len; i++)
    {
      g_autofree char *item = way_markup_to_html (g_ptr_array_index (block->items, i));

      g_string_append_printf (out, "<li>%s</li>\n", item);
    }
  g_string_append (out, "</ul>\n");
}

/* The picture without the XML declaration, which may stand only at a file's start. Glyphs are
 * numbered from 0 in each picture; a prefix keeps those of several apart. */
static void
append_svg (GString *out, WayPainter *painter, const WayScene *scene, double height,
            const char *description, guint number)
{
  g_autofree char *svg = way_painter_to_svg (painter, scene, way_palette_get (WAY_PALETTE_PRINT),
                                             PAGE_WIDTH, height, NULL);
  const char *start = svg != NULL ? strstr (svg, "<svg") : NULL;
  g_autofree char *label = g_markup_escape_text (description, -1);
  g_autoptr (GString) body = NULL;
  g_autofree char *prefix = g_strdup_printf ("chart%u-", number);
  g_autofree char *ids = g_strdup_printf ("id=\"%s", prefix);
  g_autofree char *links = g_strdup_printf ("=\"#%s", prefix);
  g_autofree char *urls = g_strdup_printf ("url(#%s", prefix);

  if (start == NULL)
    return;
  body = g_string_new (start + strlen ("<svg"));
  g_string_replace (body, "id=\"", ids, 0);
  g_string_replace (body, "=\"#", links, 0);
  g_string_replace (body, "url(#", urls, 0);
  g_string_append_printf (out, "<svg role=\"img\" aria-label=\"%s\"%s\n", label, body->str);
}

static void
append_chart (GString *out, WayPainter *painter, const WayBlock *block, guint number)
{
  WayMeasure measure = way_painter_get_measure (painter);
  g_autoptr (WayScene) scene = way_scene_new ();
  double height = block->chart.draw (PAGE_WIDTH, &measure, scene, block->chart.data);

  append_svg (out, painter, scene, height, block->text, number);
}

static void
append_sheets (GString *out, WayPainter *painter, const WayBlock *block, guint number)
{
  WayMeasure measure = way_painter_get_measure (painter);
  g_autoptr (WayScene) scene = way_scene_new ();
  g_autoptr (WayTable) table = way_gantt_sheets_to_table (block->sheets);
  guint n_rows = table->rows->len;

  append_element (out, "h1", NULL,
                  way_document_get_title (way_gantt_sheets_get_document (block->sheets)));
  if (n_rows > 0 && n_rows <= MOST_ROWS_IN_CHART)
    append_svg (out, painter, scene,
                way_gantt_sheets_scene (block->sheets, PAGE_WIDTH, &measure, scene),
                _("Gantt chart"), number);
  append_table (out, table);
}

static void
append_block (GString *out, WayPainter *painter, const WayBlock *block, guint number)
{
  g_autofree char *text = NULL;

  switch (block->kind)
    {
    case WAY_BLOCK_TITLE:
      append_title (out, block);
      break;
    case WAY_BLOCK_HEADING:
      append_element (out, "h2", NULL, block->text);
      break;
    case WAY_BLOCK_PARAGRAPH:
      text = way_markup_to_html (block->text);
      g_string_append_printf (out, "<p>%s</p>\n", text);
      break;
    case WAY_BLOCK_FIGURES:
      append_figures (out, block);
      break;
    case WAY_BLOCK_TABLE:
      append_table (out, block->table);
      break;
    case WAY_BLOCK_LIST:
      append_items (out, block);
      break;
    case WAY_BLOCK_CHART:
      append_chart (out, painter, block, number);
      break;
    case WAY_BLOCK_SHEETS:
      append_sheets (out, painter, block, number);
      break;
    case WAY_BLOCK_PAGE_BREAK:
    default:
      break;
    }
}

/**
 * way_report_to_html:
 *
 * Returns: (transfer full): a whole page, charts as pictures within it
 */
char *
way_report_to_html (WayReport *report)
{
  GString *out = g_string_new ("<!DOCTYPE html>\n");
  g_autoptr (WayPainter) painter = way_painter_new (NULL);
  g_autofree char *head =
      g_markup_printf_escaped ("<html>\n<head>\n<meta charset=\"utf-8\">\n"
                               "<meta name=\"viewport\" content=\"width=device-width\">\n"
                               "<meta name=\"author\" content=\"%s\">\n<title>%s – %s</title>\n",
                               report->author, report->title, report->kind);

  g_string_append (out, head);
  g_string_append_printf (out, "<style>%s</style>\n</head>\n<body>\n", style);
  for (guint i = 0; i < report->blocks->len; i++)
    append_block (out, painter, g_ptr_array_index (report->blocks, i), i);
  g_string_append (out, "</body>\n</html>\n");
  return g_string_free (out, FALSE);
}
