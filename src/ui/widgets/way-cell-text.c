/* way-cell-text.c: the words in a cell of a table, which may be cut.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/widgets/way-cell-text.h"

#define RTL_MARK "\342\200\217"             /* U+200F */
#define FIRST_STRONG_ISOLATE "\342\201\250" /* U+2068 */
#define POP_ISOLATE "\342\201\251"          /* U+2069 */

/**
 * way_cell_text_measure:
 *
 * Returns: how wide @words are in the font of @text, in pixels
 */
int
way_cell_text_measure (GtkWidget *text, const char *words)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (text, words);
  int width;

  pango_layout_get_pixel_size (layout, &width, NULL);
  return width;
}

/**
 * way_cell_text_show:
 *
 * In a window that runs from right to left, figures, dates and names stay as they are and stand
 * on the side of their column: each is isolated, in a paragraph of that direction. One that is cut
 * fills its place and needs no side; its dots stand where its own words would go on.
 *
 * Does not ask for another layout: the room of the text is not its own choice.
 */
void
way_cell_text_show (GtkWidget *text, const char *words, int width)
{
  g_autofree char *isolated = NULL;

  if (words != NULL && *words != '\0' && gtk_widget_get_direction (text) == GTK_TEXT_DIR_RTL
      && way_cell_text_measure (text, words) <= width)
    words = isolated = g_strconcat (RTL_MARK FIRST_STRONG_ISOLATE, words, POP_ISOLATE, NULL);
  if (g_strcmp0 (words, gtk_inscription_get_text (GTK_INSCRIPTION (text))) != 0)
    gtk_inscription_set_text (GTK_INSCRIPTION (text), words);
}

gboolean
way_cell_text_is_cut (GtkWidget *text, const char *words)
{
  return way_cell_text_measure (text, words) > gtk_widget_get_width (text);
}
