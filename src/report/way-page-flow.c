/* way-page-flow.c: WayPageFlow, blocks poured into pages.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-i18n.h"

#include "report/way-page-flow.h"

#define FOOTER_ROOM 20
#define GAP 9           /* between blocks */
#define HEADING_GAP 15  /* above a heading */
#define BULLET 12
#define MAX_FIGURES 4   /* in a row */

static void
mark_clear (gpointer data)
{
  g_free (((WayPageMark *) data)->text);
}

/**
 * way_page_flow_init:
 * @self: (out caller-allocates)
 */
void
way_page_flow_init (WayPageFlow *self, WayPageStyle *style, const WayPageSetup *setup)
{
  *self = (WayPageFlow) {
    .style = style,
    .setup = *setup,
    .pages = g_ptr_array_new_with_free_func ((GDestroyNotify) way_page_free),
    .marks = g_array_new (FALSE, FALSE, sizeof (WayPageMark)),
    .x = setup->left,
    .width = MAX (setup->width - setup->left - setup->right, 72),
    .top = setup->top,
    .bottom = MAX (setup->height - setup->bottom - FOOTER_ROOM, setup->top + 72),
  };
  g_array_set_clear_func (self->marks, mark_clear);
  way_page_flow_break (self);
}

/**
 * way_page_flow_clear:
 */
void
way_page_flow_clear (WayPageFlow *self)
{
  g_clear_pointer (&self->pages, g_ptr_array_unref);
  g_clear_pointer (&self->marks, g_array_unref);
}

/**
 * way_page_flow_break:
 *
 * Begins a new page.
 */
void
way_page_flow_break (WayPageFlow *self)
{
  self->page = way_page_new ();
  g_ptr_array_add (self->pages, self->page);
  self->y = self->top;
}

/**
 * way_page_flow_need:
 *
 * Begins a new page when less than @height is left on this one and something stands on it.
 */
void
way_page_flow_need (WayPageFlow *self, double height)
{
  if (self->y + height > self->bottom && self->y > self->top)
    way_page_flow_break (self);
}

static void
skip (WayPageFlow *self, double gap)
{
  if (self->y > self->top)
    self->y += gap;
}

static void
add_mark (WayPageFlow *self, const char *text, gboolean top)
{
  WayPageMark mark = { .text = g_strdup (text), .page = self->pages->len - 1,
                       .x = self->x, .y = self->y, .top = top };

  g_array_append_val (self->marks, mark);
}

/* How many of the lines from @first fit, leaving no line alone at either side of the break. */
static guint
lines_that_fit (WayPageFlow *self, PangoLayout *layout, guint first)
{
  guint n_lines = (guint) pango_layout_get_line_count (layout);
  guint left = n_lines - first;
  guint fit = 0;

  while (fit < left
         && self->y + way_layout_lines_height (layout, first, fit + 1) <= self->bottom + 0.01)
    fit++;
  if (fit == left)
    return fit;
  if (left - fit < 2 && fit > 0)
    fit--;
  return fit < 2 ? 0 : fit;
}

/**
 * way_page_flow_lines:
 * @layout: (transfer none)
 *
 * Sets text at @indent, over a page break where needed.
 */
void
way_page_flow_lines (WayPageFlow *self, PangoLayout *layout, double indent, WayRole role)
{
  guint n_lines = (guint) pango_layout_get_line_count (layout);
  guint first = 0;

  while (first < n_lines)
    {
      guint fit = lines_that_fit (self, layout, first);

      if (fit == 0 && self->y > self->top)
        {
          way_page_flow_break (self);
          continue;
        }
      fit = MAX (fit, 1);
      way_page_add_lines (self->page, layout, self->x + indent, self->y, first, fit, role);
      self->y += way_layout_lines_height (layout, first, fit);
      first += fit;
    }
}

static WayRole
badge_role (WayRag rag)
{
  switch (rag)
    {
    case WAY_RAG_RED:
      return WAY_ROLE_BAD;
    case WAY_RAG_YELLOW:
      return WAY_ROLE_WARNING;
    case WAY_RAG_GREEN:
    case WAY_RAG_COMPUTED:
    default:
      return WAY_ROLE_GOOD;
    }
}

/* Returns: the room that the badge takes at the right end */
static double
pour_badge (WayPageFlow *self, WayRag rag)
{
  g_autofree char *word = NULL;
  g_autoptr (PangoLayout) text = NULL;
  double width, height;

  if (rag == WAY_RAG_COMPUTED)
    return 0;
  word = g_utf8_strup (way_enum_label (&way_enum_rag, rag), -1);
  text = way_page_style_text (self->style, WAY_PAGE_TEXT_BADGE, word, -1);
  width = way_layout_width (text) + 24;
  height = way_layout_height (text) + 13;
  way_page_add_rect (self->page, self->x + self->width - width, self->y, width, height, 4.5,
                     badge_role (rag));
  way_page_add_text (self->page, text, self->x + self->width - width + 12, self->y + 6.5,
                     WAY_ROLE_ON_ACCENT);
  return width + 16;
}

static void
pour_title (WayPageFlow *self, const WayBlock *block)
{
  g_autofree char *eyebrow = g_utf8_strup (block->eyebrow, -1);
  double room = 0, width;
  g_autoptr (PangoLayout) above = NULL;
  g_autoptr (PangoLayout) title = NULL;
  g_autoptr (PangoLayout) under = NULL;

  way_page_flow_need (self, 72);
  add_mark (self, block->text, TRUE);
  room = pour_badge (self, block->rag);
  width = self->width - room;
  above = way_page_style_text (self->style, WAY_PAGE_TEXT_EYEBROW, eyebrow, width);
  title = way_page_style_text (self->style, WAY_PAGE_TEXT_TITLE, block->text, width);
  if (pango_layout_get_line_count (title) > 1)
    {
      g_object_unref (title);
      title = way_page_style_text (self->style, WAY_PAGE_TEXT_LONG_TITLE, block->text, width);
    }
  under = way_page_style_text (self->style, WAY_PAGE_TEXT_UNDER, block->under, width);
  way_page_flow_lines (self, above, 0, way_page_text_role (WAY_PAGE_TEXT_EYEBROW));
  self->y += 4;
  way_page_flow_lines (self, title, 0, way_page_text_role (WAY_PAGE_TEXT_TITLE));
  self->y += 2;
  way_page_flow_lines (self, under, 0, way_page_text_role (WAY_PAGE_TEXT_UNDER));
  self->y += 3;
}

static WayScene *
draw_chart (WayPageFlow *self, const WayBlock *block, double *scale, double *height)
{
  WayMeasure measure = way_painter_get_measure (self->style->painter);
  WayScene *scene = way_scene_new ();
  double units = block->chart.draw (self->width / WAY_PAGE_SCALE, &measure, scene,
                                    block->chart.data);
  double most = self->bottom - self->top;

  *scale = MIN (WAY_PAGE_SCALE, most / MAX (units, 1));
  *height = units * *scale;
  return scene;
}

/* The least of @block that may stand below a heading at a page's end. */
static double
least_height (WayPageFlow *self, const WayBlock *block)
{
  g_autoptr (PangoLayout) text = NULL;
  g_autoptr (WayScene) scene = NULL;
  double scale, height = 0;

  switch (block->kind)
    {
    case WAY_BLOCK_PARAGRAPH:
    case WAY_BLOCK_LIST:
      text = way_page_style_markup (self->style, WAY_PAGE_TEXT_BODY,
                                    block->kind == WAY_BLOCK_LIST
                                        ? g_ptr_array_index (block->items, 0) : block->text,
                                    self->width - BULLET);
      height = way_layout_lines_height (text, 0, MIN (3, pango_layout_get_line_count (text)));
      break;
    case WAY_BLOCK_TABLE:
      height = way_page_flow_table_head (self, block->table);
      break;
    case WAY_BLOCK_CHART:
      scene = draw_chart (self, block, &scale, &height);
      break;
    case WAY_BLOCK_FIGURES:
      height = 44;
      break;
    default:
      break;
    }
  return height;
}

static void
pour_heading (WayPageFlow *self, const WayBlock *block, const WayBlock *next)
{
  g_autoptr (PangoLayout) text =
      way_page_style_text (self->style, WAY_PAGE_TEXT_HEADING, block->text, self->width);
  double height = way_layout_height (text) + 10;

  skip (self, HEADING_GAP - GAP);
  way_page_flow_need (self, height + (next != NULL ? least_height (self, next) : 0));
  add_mark (self, block->text, FALSE);
  way_page_flow_lines (self, text, 0, way_page_text_role (WAY_PAGE_TEXT_HEADING));
  self->y += 4;
  way_page_add_rect (self->page, self->x, self->y, self->width, 0.75, 0, WAY_ROLE_TEXT);
  self->y += 6 - GAP;
}

static void
pour_list (WayPageFlow *self, const WayBlock *block)
{
  for (guint i = 0; i < block->items->len; i++)
    {
      g_autoptr (PangoLayout) text =
          way_page_style_markup (self->style, WAY_PAGE_TEXT_BODY,
                                 g_ptr_array_index (block->items, i), self->width - BULLET);
      g_autoptr (PangoLayout) bullet =
          way_page_style_text (self->style, WAY_PAGE_TEXT_BODY, "•", -1);
      guint lines = (guint) pango_layout_get_line_count (text);

      way_page_flow_need (self, way_layout_lines_height (text, 0, MIN (lines, 3)));
      way_page_add_text (self->page, bullet, self->x + 2, self->y, WAY_ROLE_TEXT);
      way_page_flow_lines (self, text, BULLET, WAY_ROLE_TEXT);
      self->y += 2.5;
    }
}

/* Returns: the height of the figure */
static double
pour_figure (WayPageFlow *self, const WayKeyFigure *figure, double x, double width)
{
  const struct
  {
    WayPageText kind;
    const char *text;
  } lines[] = { { WAY_PAGE_TEXT_FIGURE_LABEL, figure->label },
                { WAY_PAGE_TEXT_FIGURE, figure->value },
                { WAY_PAGE_TEXT_FIGURE_DETAIL, figure->detail } };
  double y = self->y;

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_autoptr (PangoLayout) text =
          way_page_style_text (self->style, lines[i].kind, lines[i].text, width - 16);

      way_page_add_text (self->page, text, x + 9, y, way_page_text_role (lines[i].kind));
      y += way_layout_height (text) + 1.5;
    }
  return y - self->y;
}

static void
pour_figures (WayPageFlow *self, const WayBlock *block)
{
  for (guint first = 0; first < block->figures->len; first += MAX_FIGURES)
    {
      guint n = MIN (MAX_FIGURES, block->figures->len - first);
      double width = self->width / n;
      double height = 0;

      way_page_flow_need (self, 56);
      for (guint i = 0; i < n; i++)
        height = MAX (height, pour_figure (self, &g_array_index (block->figures, WayKeyFigure,
                                                                first + i),
                                           self->x + i * width, width));
      for (guint i = 0; i < n; i++)
        way_page_add_rect (self->page, self->x + i * width, self->y, 2.25, height, 0,
                           WAY_ROLE_ACCENT);
      self->y += height + (first + n < block->figures->len ? GAP : 0);
    }
}

static void
pour_chart (WayPageFlow *self, const WayBlock *block)
{
  double scale, height;
  WayScene *scene = draw_chart (self, block, &scale, &height);

  way_page_flow_need (self, height);
  way_page_add_scene (self->page, scene, self->x, self->y, scale);
  self->y += height;
}

static void
pour_sheets (WayPageFlow *self, const WayBlock *block)
{
  way_gantt_sheets_layout (block->sheets, self->width, self->bottom - self->top,
                           self->style->context);
  for (guint i = 0; i < way_gantt_sheets_get_n_sheets (block->sheets); i++)
    {
      g_autofree char *mark = way_gantt_sheets_dup_mark (block->sheets, i);

      if (!way_page_is_empty (self->page))
        way_page_flow_break (self);
      if (mark[0] != '\0')
        {
          g_autofree char *text = g_strdup_printf (_("Sheet %s"), mark);

          add_mark (self, text, FALSE);
        }
      way_page_add_sheet (self->page, block->sheets, i, self->x, self->y);
      self->y = self->bottom;
    }
}

static void
pour_block (WayPageFlow *self, const WayBlock *block, const WayBlock *next)
{
  g_autoptr (PangoLayout) text = NULL;

  switch (block->kind)
    {
    case WAY_BLOCK_TITLE:
      pour_title (self, block);
      break;
    case WAY_BLOCK_HEADING:
      pour_heading (self, block, next);
      break;
    case WAY_BLOCK_PARAGRAPH:
      text = way_page_style_markup (self->style, WAY_PAGE_TEXT_BODY, block->text, self->width);
      way_page_flow_lines (self, text, 0, way_page_text_role (WAY_PAGE_TEXT_BODY));
      break;
    case WAY_BLOCK_FIGURES:
      pour_figures (self, block);
      break;
    case WAY_BLOCK_TABLE:
      way_page_flow_table (self, block->table);
      break;
    case WAY_BLOCK_LIST:
      pour_list (self, block);
      break;
    case WAY_BLOCK_CHART:
      pour_chart (self, block);
      break;
    case WAY_BLOCK_SHEETS:
      pour_sheets (self, block);
      break;
    case WAY_BLOCK_PAGE_BREAK:
    default:
      way_page_flow_break (self);
      break;
    }
}

/**
 * way_page_flow_pour:
 * @blocks: (element-type WayBlock)
 *
 * Lays out all blocks, one below the other.
 */
void
way_page_flow_pour (WayPageFlow *self, GPtrArray *blocks)
{
  for (guint i = 0; i < blocks->len; i++)
    {
      const WayBlock *next = i + 1 < blocks->len ? g_ptr_array_index (blocks, i + 1) : NULL;

      skip (self, i > 0 ? GAP : 0);
      pour_block (self, g_ptr_array_index (blocks, i), next);
    }
}
