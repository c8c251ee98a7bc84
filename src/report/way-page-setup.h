/* way-page-setup.h: WayPageSetup, the paper: size, margins, orientation, in points.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* As the paper lies: a landscape page is wider than high. One point is 1/72 inch. */
typedef struct
{
  double width, height;
  double top, right, bottom, left; /* margins */
} WayPageSetup;

/* "A4", "A3", "Letter", "Legal", "Tabloid" … in any case. */
gboolean way_page_setup_init   (WayPageSetup *self, const char *paper, gboolean landscape);
void     way_page_setup_turn   (WayPageSetup *self, gboolean landscape);
/* The paper that is usual where the user is. */
const char *way_page_default_paper (void);

G_END_DECLS
