/* way-cell-text.h: the words in a cell of a table, which may be cut.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A cell shows its words in a GtkInscription, since a table makes hundreds of them. Call
 * way_cell_text_show() when the words change and when the cell is laid out. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* @text: (type GtkInscription). @words: (nullable). @width: that @text has or gets, in pixels */
void     way_cell_text_show    (GtkWidget *text, const char *words, int width);
int      way_cell_text_measure (GtkWidget *text, const char *words);
/* For a tooltip: whether @words have no room. */
gboolean way_cell_text_is_cut  (GtkWidget *text, const char *words);

G_END_DECLS
