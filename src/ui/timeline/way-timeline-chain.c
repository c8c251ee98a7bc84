/* way-timeline-chain.c: what drives the selected task stands out in the chart.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/timeline/way-timeline-page-private.h"

#include "document/way-explain.h"

WayTask *
way_timeline_page_get_first_selected (WayTimelinePage *self)
{
  g_autoptr (GtkBitset) rows
      = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));

  return gtk_bitset_is_empty (rows) ? NULL
                                    : way_task_rows_get (self->rows, gtk_bitset_get_minimum (rows));
}

/* After a commit and when another row is selected. */
void
way_timeline_page_update_chain (WayTimelinePage *self)
{
  WayTask *task = way_timeline_page_get_first_selected (self);
  g_autoptr (GArray) chain = NULL;

  if (self->chain == NULL)
    return;
  g_hash_table_remove_all (self->chain);
  if (task != NULL)
    chain = way_explain_chain (way_page_get_document (WAY_PAGE (self)), task);
  for (guint i = 0; chain != NULL && i < chain->len; i++)
    {
      WayChainStep *step = &g_array_index (chain, WayChainStep, i);

      g_hash_table_add (self->chain, g_object_ref (step->task));
      if (step->link != NULL)
        g_hash_table_add (self->chain, g_object_ref (step->link));
    }
  way_gantt_view_get_options (self->chart)->emphasis = task != NULL ? self->chain : NULL;
  way_gantt_view_options_changed (self->chart);
}

void
way_timeline_page_show_chain (WayTimelinePage *self, gboolean show)
{
  if (show == (self->chain != NULL))
    return;
  way_gantt_view_get_options (self->chart)->emphasis = NULL;
  g_clear_pointer (&self->chain, g_hash_table_unref);
  if (show)
    self->chain = g_hash_table_new_full (NULL, NULL, g_object_unref, NULL);
  way_timeline_page_update_chain (self);
  way_gantt_view_options_changed (self->chart);
}
