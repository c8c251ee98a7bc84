/* way-page.c: WayPage, the display list of one page, and the styles of its text.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "report/way-page.h"

#include "report/way-report-markup.h"

typedef enum { OP_TEXT, OP_RECT, OP_SCENE, OP_SHEET } OpKind;

typedef struct
{
  OpKind kind;
  WayRole role;
  double x, y, width, height, radius, scale;
  PangoLayout *layout;        /* TEXT */
  guint first, n_lines;       /* TEXT */
  WayScene *scene;            /* SCENE */
  WayGanttSheets *sheets;     /* SHEET (unowned) */
  guint sheet;
} WayPageOp;

static const struct
{
  double size;  /* points */
  gboolean bold;
  WayRole role;
  double line_height; /* × the font's own */
} styles[] = {
  [WAY_PAGE_TEXT_EYEBROW] = { 8.5, FALSE, WAY_ROLE_SECONDARY, 1 },
  [WAY_PAGE_TEXT_TITLE] = { 18, TRUE, WAY_ROLE_TEXT, 1 },
  [WAY_PAGE_TEXT_LONG_TITLE] = { 13, TRUE, WAY_ROLE_TEXT, 1 },
  [WAY_PAGE_TEXT_UNDER] = { 9.5, FALSE, WAY_ROLE_SECONDARY, 1.1 },
  [WAY_PAGE_TEXT_BADGE] = { 9.5, TRUE, WAY_ROLE_ON_ACCENT, 1 },
  [WAY_PAGE_TEXT_HEADING] = { 11, TRUE, WAY_ROLE_TEXT, 1 },
  [WAY_PAGE_TEXT_BODY] = { 9.5, FALSE, WAY_ROLE_TEXT, 1.15 },
  [WAY_PAGE_TEXT_FIGURE_LABEL] = { 9, FALSE, WAY_ROLE_SECONDARY, 1 },
  [WAY_PAGE_TEXT_FIGURE] = { 15, TRUE, WAY_ROLE_TEXT, 1 },
  [WAY_PAGE_TEXT_FIGURE_DETAIL] = { 8.5, FALSE, WAY_ROLE_TEXT, 1.05 },
  [WAY_PAGE_TEXT_COLUMN] = { 8, TRUE, WAY_ROLE_SECONDARY, 1 },
  [WAY_PAGE_TEXT_CELL] = { 9, FALSE, WAY_ROLE_TEXT, 1.05 },
  [WAY_PAGE_TEXT_FOOTER] = { 7.5, FALSE, WAY_ROLE_SECONDARY, 1 },
};

/* Faces made for text on paper and screen alike, before the plain system choice. */
#define FAMILIES "Adwaita Sans, Inter, Noto Sans, Cantarell, Open Sans, DejaVu Sans, sans-serif"

/**
 * way_page_style_init:
 * @self: (out caller-allocates)
 */
void
way_page_style_init (WayPageStyle *self)
{
  PangoFontMap *map = pango_cairo_font_map_get_default ();
  PangoFontDescription *font = pango_font_description_from_string (FAMILIES);
  cairo_font_options_t *options = cairo_font_options_create ();

  /* Metrics as they are on paper, so that lines break alike at every resolution. */
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  self->context = pango_font_map_create_context (map);
  pango_cairo_context_set_resolution (self->context, 72);
  pango_cairo_context_set_font_options (self->context, options);
  pango_context_set_round_glyph_positions (self->context, FALSE);
  pango_font_description_set_size (font, 10 * PANGO_SCALE);
  pango_context_set_font_description (self->context, font);
  self->palette = way_palette_get (WAY_PALETTE_PRINT);
  self->painter = way_painter_new (self->context);
  cairo_font_options_destroy (options);
  pango_font_description_free (font);
}

/**
 * way_page_style_clear:
 */
void
way_page_style_clear (WayPageStyle *self)
{
  g_clear_object (&self->painter);
  g_clear_object (&self->context);
}

static PangoLayout *
new_layout (WayPageStyle *self, WayPageText kind, double width)
{
  PangoLayout *layout = pango_layout_new (self->context);
  PangoFontDescription *font =
      pango_font_description_copy (pango_context_get_font_description (self->context));
  PangoAttrList *attributes = pango_attr_list_new ();

  pango_font_description_set_size (font, (int) (styles[kind].size * PANGO_SCALE));
  if (styles[kind].bold)
    pango_font_description_set_weight (font, PANGO_WEIGHT_SEMIBOLD);
  pango_attr_list_insert (attributes, pango_attr_font_desc_new (font));
  pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum=1"));
  /* A hyphen in a name that is only too long would be wrong. */
  pango_attr_list_insert (attributes, pango_attr_insert_hyphens_new (FALSE));
  if (styles[kind].line_height > 1)
    pango_attr_list_insert (attributes, pango_attr_line_height_new (styles[kind].line_height));
  pango_layout_set_attributes (layout, attributes);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  if (width >= 0)
    pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
  pango_attr_list_unref (attributes);
  pango_font_description_free (font);
  return layout;
}

/**
 * way_page_style_text:
 *
 * Returns: (transfer full): plain text in the style @kind
 */
PangoLayout *
way_page_style_text (WayPageStyle *self, WayPageText kind, const char *text, double width)
{
  PangoLayout *layout = new_layout (self, kind, width);

  pango_layout_set_text (layout, text, -1);
  return layout;
}

/**
 * way_page_style_markup:
 *
 * Returns: (transfer full): light markup in the style @kind
 */
PangoLayout *
way_page_style_markup (WayPageStyle *self, WayPageText kind, const char *markup, double width)
{
  PangoLayout *layout = new_layout (self, kind, width);
  PangoAttrList *base = pango_attr_list_copy (pango_layout_get_attributes (layout));
  g_autofree char *pango = way_markup_to_pango (markup, self->palette);
  PangoAttrList *own = NULL;
  g_autofree char *text = NULL;

  if (pango_parse_markup (pango, -1, 0, &own, &text, NULL, NULL))
    {
      pango_layout_set_text (layout, text, -1);
      pango_attr_list_splice (base, own, 0, 0);
      pango_layout_set_attributes (layout, base);
      pango_attr_list_unref (own);
    }
  pango_attr_list_unref (base);
  return layout;
}

/**
 * way_page_text_role:
 *
 * Returns: the colour of text of this style
 */
WayRole
way_page_text_role (WayPageText kind)
{
  return styles[kind].role;
}

/**
 * way_layout_width:
 *
 * Returns: how wide its text is, in points
 */
double
way_layout_width (PangoLayout *layout)
{
  PangoRectangle logical;

  pango_layout_get_extents (layout, NULL, &logical);
  return (double) logical.width / PANGO_SCALE;
}

/**
 * way_layout_height:
 *
 * Returns: how high its text is, in points
 */
double
way_layout_height (PangoLayout *layout)
{
  PangoRectangle logical;

  pango_layout_get_extents (layout, NULL, &logical);
  return (double) logical.height / PANGO_SCALE;
}

/* Top of line @index, in Pango units; of the end when @index is the number of lines. */
static int
line_top (PangoLayout *layout, guint index)
{
  PangoLayoutIter *iter = pango_layout_get_iter (layout);
  PangoRectangle logical;
  guint line = 0;
  int top = 0, bottom = 0;

  do
    {
      pango_layout_iter_get_line_extents (iter, NULL, &logical);
      top = logical.y;
      bottom = logical.y + logical.height;
    }
  while (line++ < index && pango_layout_iter_next_line (iter));
  pango_layout_iter_free (iter);
  return index >= (guint) pango_layout_get_line_count (layout) ? bottom : top;
}

/**
 * way_layout_lines_height:
 *
 * Returns: the height of some of its lines, in points
 */
double
way_layout_lines_height (PangoLayout *layout, guint first, guint n_lines)
{
  return (double) (line_top (layout, first + n_lines) - line_top (layout, first)) / PANGO_SCALE;
}

static void
op_clear (gpointer data)
{
  WayPageOp *op = data;

  g_clear_object (&op->layout);
  g_clear_pointer (&op->scene, way_scene_free);
}

/**
 * way_page_new:
 *
 * Returns: (transfer full): an empty page
 */
WayPage *
way_page_new (void)
{
  WayPage *self = g_new0 (WayPage, 1);

  self->ops = g_array_new (FALSE, FALSE, sizeof (WayPageOp));
  g_array_set_clear_func (self->ops, op_clear);
  return self;
}

/**
 * way_page_free:
 */
void
way_page_free (WayPage *self)
{
  g_array_unref (self->ops);
  g_free (self);
}

/**
 * way_page_is_empty:
 */
gboolean
way_page_is_empty (const WayPage *self)
{
  return self->ops->len == 0;
}

/**
 * way_page_add_lines:
 */
void
way_page_add_lines (WayPage *self, PangoLayout *layout, double x, double y, guint first,
                    guint n_lines, WayRole role)
{
  WayPageOp op = { .kind = OP_TEXT, .role = role, .x = x, .y = y,
                   .layout = g_object_ref (layout), .first = first, .n_lines = n_lines };

  g_array_append_val (self->ops, op);
}

/**
 * way_page_add_text:
 */
void
way_page_add_text (WayPage *self, PangoLayout *layout, double x, double y, WayRole role)
{
  way_page_add_lines (self, layout, x, y, 0, (guint) pango_layout_get_line_count (layout), role);
}

/**
 * way_page_add_rect:
 */
void
way_page_add_rect (WayPage *self, double x, double y, double width, double height, double radius,
                   WayRole role)
{
  WayPageOp op = { .kind = OP_RECT, .role = role, .x = x, .y = y, .width = width,
                   .height = height, .radius = radius };

  g_array_append_val (self->ops, op);
}

/**
 * way_page_add_scene:
 */
void
way_page_add_scene (WayPage *self, WayScene *scene, double x, double y, double scale)
{
  WayPageOp op = { .kind = OP_SCENE, .x = x, .y = y, .scale = scale, .scene = scene };

  g_array_append_val (self->ops, op);
}

/**
 * way_page_add_sheet:
 */
void
way_page_add_sheet (WayPage *self, WayGanttSheets *sheets, guint sheet, double x, double y)
{
  WayPageOp op = { .kind = OP_SHEET, .x = x, .y = y, .sheets = sheets, .sheet = sheet };

  g_array_append_val (self->ops, op);
}

static void
set_color (cairo_t *cr, const WayPalette *palette, WayRole role)
{
  const WayColor *color = &palette->colors[role];

  cairo_set_source_rgba (cr, color->red, color->green, color->blue, color->alpha);
}

static void
draw_lines (const WayPageOp *op, cairo_t *cr)
{
  PangoLayoutIter *iter = pango_layout_get_iter (op->layout);
  int top = line_top (op->layout, op->first);
  guint line = 0;

  do
    {
      PangoRectangle logical;

      if (line < op->first)
        continue;
      pango_layout_iter_get_line_extents (iter, NULL, &logical);
      cairo_move_to (cr, op->x + (double) logical.x / PANGO_SCALE,
                     op->y + (double) (pango_layout_iter_get_baseline (iter) - top) / PANGO_SCALE);
      pango_cairo_show_layout_line (cr, pango_layout_iter_get_line_readonly (iter));
    }
  while (++line < op->first + op->n_lines && pango_layout_iter_next_line (iter));
  pango_layout_iter_free (iter);
}

static void
draw_rect (const WayPageOp *op, cairo_t *cr)
{
  double r = MIN (op->radius, MIN (op->width, op->height) / 2);

  if (r <= 0)
    cairo_rectangle (cr, op->x, op->y, op->width, op->height);
  else
    {
      double right = op->x + op->width, bottom = op->y + op->height;

      cairo_new_sub_path (cr);
      cairo_arc (cr, right - r, op->y + r, r, -G_PI_2, 0);
      cairo_arc (cr, right - r, bottom - r, r, 0, G_PI_2);
      cairo_arc (cr, op->x + r, bottom - r, r, G_PI_2, G_PI);
      cairo_arc (cr, op->x + r, op->y + r, r, G_PI, 3 * G_PI_2);
      cairo_close_path (cr);
    }
  cairo_fill (cr);
}

/**
 * way_page_draw:
 *
 * Paints the page in points; @cr must not be scaled, see way_report_pages_draw().
 */
void
way_page_draw (const WayPage *self, WayPageStyle *style, cairo_t *cr)
{
  for (guint i = 0; i < self->ops->len; i++)
    {
      const WayPageOp *op = &g_array_index (self->ops, WayPageOp, i);

      cairo_save (cr);
      switch (op->kind)
        {
        case OP_TEXT:
          set_color (cr, style->palette, op->role);
          draw_lines (op, cr);
          break;
        case OP_RECT:
          set_color (cr, style->palette, op->role);
          draw_rect (op, cr);
          break;
        case OP_SCENE:
          cairo_translate (cr, op->x, op->y);
          cairo_scale (cr, op->scale, op->scale);
          way_painter_paint (style->painter, op->scene, style->palette, cr);
          break;
        case OP_SHEET:
        default:
          cairo_translate (cr, op->x, op->y);
          way_gantt_sheets_draw (op->sheets, op->sheet, cr);
          break;
        }
      cairo_restore (cr);
    }
}
