/* way-page-flow.h: WayPageFlow, blocks poured into pages.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Private to report/. Keeps a heading with what follows, two lines of a paragraph
 * together at a break, and repeats a table's heading on each page it reaches. */

#pragma once

#include "report/way-page-setup.h"
#include "report/way-page.h"

G_BEGIN_DECLS

/* Where something can be found, for a PDF's outline. */
typedef struct
{
  char *text;
  guint page;
  double x, y;
  gboolean top;  /* a title, above the headings */
} WayPageMark;

typedef struct
{
  WayPageStyle *style;       /* (unowned) */
  WayPageSetup setup;
  GPtrArray *pages;          /* of WayPage */
  GArray *marks;             /* of WayPageMark */
  WayPage *page;             /* the last one */
  double x, width;           /* of the body */
  double top, bottom, y;
} WayPageFlow;

void   way_page_flow_init  (WayPageFlow *self, WayPageStyle *style, const WayPageSetup *setup);
void   way_page_flow_clear (WayPageFlow *self);
void   way_page_flow_pour  (WayPageFlow *self, GPtrArray *blocks);

/* For the parts of the flow: */
void   way_page_flow_break (WayPageFlow *self);
void   way_page_flow_need  (WayPageFlow *self, double height);
void   way_page_flow_lines (WayPageFlow *self, PangoLayout *layout, double indent, WayRole role);

void   way_page_flow_table      (WayPageFlow *self, const WayTable *table);
double way_page_flow_table_head (WayPageFlow *self, const WayTable *table);

G_END_DECLS
