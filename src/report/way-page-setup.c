/* way-page-setup.c: WayPageSetup, the paper: size, margins, orientation, in points.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "report/way-page-setup.h"

#include <langinfo.h>

#define MILLIMETRE (72 / 25.4)

static const struct
{
  const char *name;
  double width, height; /* mm, upright */
} papers[] = {
  { "A4", 210, 297 },      { "Letter", 215.9, 279.4 }, { "A3", 297, 420 },
  { "A5", 148, 210 },      { "A2", 420, 594 },         { "A1", 594, 841 },
  { "A0", 841, 1189 },     { "Legal", 215.9, 355.6 },  { "Tabloid", 279.4, 431.8 },
};

/**
 * way_page_setup_init:
 * @self: (out caller-allocates)
 * @paper: its name, in any case
 *
 * Fills in the paper and margins of 16 mm.
 *
 * Returns: whether the paper is known; A4 when it is not
 */
gboolean
way_page_setup_init (WayPageSetup *self, const char *paper, gboolean landscape)
{
  gboolean known = FALSE;
  gsize found = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (papers) && !known; i++)
    if (g_ascii_strcasecmp (papers[i].name, paper) == 0)
      {
        found = i;
        known = TRUE;
      }
  self->width = papers[found].width * MILLIMETRE;
  self->height = papers[found].height * MILLIMETRE;
  self->top = self->right = self->bottom = self->left = 16 * MILLIMETRE;
  way_page_setup_turn (self, landscape);
  return known;
}

/**
 * way_page_setup_turn:
 *
 * Makes the paper lie or stand; margins stay where they are on the page that is read.
 */
void
way_page_setup_turn (WayPageSetup *self, gboolean landscape)
{
  double longer = MAX (self->width, self->height);
  double shorter = MIN (self->width, self->height);

  self->width = landscape ? longer : shorter;
  self->height = landscape ? shorter : longer;
}

/**
 * way_page_default_paper:
 *
 * Returns: (transfer none): "Letter" where the locale's paper is 279 mm high, else "A4"
 */
const char *
way_page_default_paper (void)
{
#ifdef _NL_PAPER_HEIGHT
  int height = (int) (gsize) nl_langinfo (_NL_PAPER_HEIGHT);

  if (height == 279)
    return "Letter";
#endif
  return "A4";
}
