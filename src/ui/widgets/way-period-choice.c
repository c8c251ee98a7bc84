/* way-period-choice.c: a drop-down of the periods that figures are counted over.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-i18n.h"

#include "ui/widgets/way-period-choice.h"

#define EVERYTHING 100000 /* days: longer than any plan */

/* Days back from the status date. */
static const struct
{
  const char *label;
  int days;
} periods[] = {
  { N_ ("Last 7 days"), 7 },    { N_ ("Last 30 days"), 30 },         { N_ ("Last 90 days"), 90 },
  { N_ ("Last 365 days"), 365 }, { N_ ("Since the start"), EVERYTHING },
};

/**
 * way_period_choice_new:
 *
 * Returns: (transfer floating): on the last 30 days
 */
GtkWidget *
way_period_choice_new (void)
{
  GtkStringList *labels = gtk_string_list_new (NULL);
  GtkWidget *choice;

  for (guint i = 0; i < G_N_ELEMENTS (periods); i++)
    gtk_string_list_append (labels, _ (periods[i].label));
  choice = gtk_drop_down_new (G_LIST_MODEL (labels), NULL);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (choice), 1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (choice), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Period"), -1);
  return choice;
}

/**
 * way_period_choice_get_days:
 *
 * Returns: how many days the period has, up to the status date
 */
int
way_period_choice_get_days (GtkWidget *choice)
{
  return periods[gtk_drop_down_get_selected (GTK_DROP_DOWN (choice))].days;
}
