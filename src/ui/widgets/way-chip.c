/* way-chip.c: a chip: a word or two on a soft colour.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/widgets/way-chip.h"

/**
 * way_chip_new:
 *
 * Returns: (transfer floating)
 */
GtkWidget *
way_chip_new (void)
{
  GtkWidget *chip = gtk_label_new (NULL);

  gtk_widget_add_css_class (chip, "chip");
  gtk_widget_set_valign (chip, GTK_ALIGN_CENTER);
  gtk_widget_set_visible (chip, FALSE);
  return chip;
}

/**
 * way_chip_set_tone:
 * @tone: (nullable): %NULL is plain
 */
void
way_chip_set_tone (GtkWidget *chip, const char *tone)
{
  static const char *const tones[] = { "good", "warning", "bad" };

  for (gsize i = 0; i < G_N_ELEMENTS (tones); i++)
    gtk_widget_remove_css_class (chip, tones[i]);
  if (tone != NULL)
    gtk_widget_add_css_class (chip, tone);
}

/**
 * way_chip_set:
 * @text: (nullable): %NULL hides it
 * @tone: (nullable)
 */
void
way_chip_set (GtkWidget *chip, const char *text, const char *tone)
{
  way_chip_set_tone (chip, tone);
  gtk_label_set_text (GTK_LABEL (chip), text != NULL ? text : "");
  gtk_widget_set_visible (chip, text != NULL);
}

/**
 * way_rag_tone:
 *
 * Returns: (transfer none) (nullable)
 */
const char *
way_rag_tone (WayRag rag)
{
  static const char *const tones[] = { [WAY_RAG_COMPUTED] = NULL, [WAY_RAG_GREEN] = "good",
                                       [WAY_RAG_YELLOW] = "warning", [WAY_RAG_RED] = "bad" };

  return tones[rag];
}
