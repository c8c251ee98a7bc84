/* way-chip.h: a chip: a word or two on a soft colour.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "metrics/way-rag.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* (transfer floating): a label, hidden until it has a text */
GtkWidget  *way_chip_new      (void);
/* @text: (nullable): NULL hides it. @tone: (nullable): "good", "warning", "bad" */
void        way_chip_set      (GtkWidget *chip, const char *text, const char *tone);
void        way_chip_set_tone (GtkWidget *chip, const char *tone);
/* (nullable) */
const char *way_rag_tone      (WayRag rag);

G_END_DECLS
