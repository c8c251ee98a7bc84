/* way-page.h: WayPage, the display list of one page, and the styles of its text.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Private to report/. All lengths are points; text is shaped once, when it is laid
 * out, so that what was measured is what is drawn. */

#pragma once

#include "chart/way-painter.h"
#include "report/way-gantt-sheets.h"

G_BEGIN_DECLS

/* Scene units (pixels at 96 dpi) on paper. */
#define WAY_PAGE_SCALE 0.75

typedef enum
{
  WAY_PAGE_TEXT_EYEBROW,
  WAY_PAGE_TEXT_TITLE,
  WAY_PAGE_TEXT_LONG_TITLE,
  WAY_PAGE_TEXT_UNDER,
  WAY_PAGE_TEXT_BADGE,
  WAY_PAGE_TEXT_HEADING,
  WAY_PAGE_TEXT_BODY,
  WAY_PAGE_TEXT_FIGURE_LABEL,
  WAY_PAGE_TEXT_FIGURE,
  WAY_PAGE_TEXT_FIGURE_DETAIL,
  WAY_PAGE_TEXT_COLUMN,
  WAY_PAGE_TEXT_CELL,
  WAY_PAGE_TEXT_FOOTER,
} WayPageText;

/* What all pages of a report share. */
typedef struct
{
  PangoContext *context;
  const WayPalette *palette;
  WayPainter *painter;
} WayPageStyle;

void         way_page_style_init  (WayPageStyle *self);
void         way_page_style_clear (WayPageStyle *self);

/* @width: in points, −1 = one line as long as it takes. (transfer full) */
PangoLayout *way_page_style_text   (WayPageStyle *self, WayPageText kind, const char *text,
                                    double width);
PangoLayout *way_page_style_markup (WayPageStyle *self, WayPageText kind, const char *markup,
                                    double width);
WayRole      way_page_text_role    (WayPageText kind);
double       way_layout_width      (PangoLayout *layout);
double       way_layout_height     (PangoLayout *layout);
/* The height of lines @first … @first + @n_lines − 1. */
double       way_layout_lines_height (PangoLayout *layout, guint first, guint n_lines);

typedef struct
{
  GArray *ops; /* of WayPageOp, private */
} WayPage;

WayPage *way_page_new   (void);
void     way_page_free  (WayPage *self);
gboolean way_page_is_empty (const WayPage *self);

/* @layout: (transfer none), kept by reference; top left of the first of the lines at x, y */
void     way_page_add_lines (WayPage *self, PangoLayout *layout, double x, double y,
                             guint first, guint n_lines, WayRole role);
void     way_page_add_text  (WayPage *self, PangoLayout *layout, double x, double y,
                             WayRole role);
void     way_page_add_rect  (WayPage *self, double x, double y, double width, double height,
                             double radius, WayRole role);
/* @scene: (transfer full) */
void     way_page_add_scene (WayPage *self, WayScene *scene, double x, double y, double scale);
void     way_page_add_sheet (WayPage *self, WayGanttSheets *sheets, guint sheet, double x,
                             double y);

void     way_page_draw      (const WayPage *self, WayPageStyle *style, cairo_t *cr);

G_END_DECLS
