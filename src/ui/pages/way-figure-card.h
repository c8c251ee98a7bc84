/* way-figure-card.h: WayFigureCard, a key figure; a click shows the rows that it was counted from.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define WAY_TYPE_FIGURE_CARD (way_figure_card_get_type ())
G_DECLARE_FINAL_TYPE (WayFigureCard, way_figure_card, WAY, FIGURE_CARD, GtkBox)

GtkWidget *way_figure_card_new (const char *name);
/* Cards side by side, as many as there is room for; @names: untranslated. @cards: (out) */
GtkWidget *way_figure_cards_new (const char *const *names, guint n_cards, GtkWidget **cards);
/* @note: the line below; @tone: "good", "warning", "bad" makes it a chip, NULL plain text.
 * @rows: (nullable) (element-type WayRecord): a reference is taken */
void       way_figure_card_set (WayFigureCard *self, const char *figure, const char *note, const char *tone,
                                GPtrArray *rows);

G_END_DECLS
