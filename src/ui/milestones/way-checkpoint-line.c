/* way-checkpoint-line.c: WayCheckpointLine, the checkpoints of a milestone over its progress.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-i18n.h"

#include "ui/milestones/way-checkpoint-line.h"

#include "chart/way-checkpoint-layout.h"
#include "document/way-milestone-parts.h"
#include "ui/widgets/way-chart-area.h"

struct _WayCheckpointLine
{
  GtkBox parent_instance;

  WayDocument *document;
  WayMilestone *milestone;
  GArray *marks; /* of WayCheckpointMark */
  GtkWidget *area;
};

G_DEFINE_FINAL_TYPE (WayCheckpointLine, way_checkpoint_line, GTK_TYPE_BOX)

static double
draw (double width, const WayMeasure *measure, WayScene *scene, gpointer data)
{
  WayCheckpointLine *self = data;

  return way_checkpoint_layout ((const WayCheckpointMark *)(gpointer)self->marks->data,
                                self->marks->len, (int)self->milestone->complete, width, measure,
                                scene);
}

/**
 * way_checkpoint_line_refresh:
 *
 * Shows progress and checkpoints as they are now.
 */
void
way_checkpoint_line_refresh (WayCheckpointLine *self)
{
  g_autoptr (GPtrArray) points = way_milestone_get_parts (self->milestone, &way_checkpoint_type);
  g_autoptr (GString) text = g_string_new (NULL);

  g_string_append_printf (text, _ ("Checkpoints at %d %% progress"),
                          (int)self->milestone->complete);
  g_array_set_size (self->marks, 0);
  for (guint i = 0; i < points->len; i++)
    {
      WayCheckpoint *point = points->pdata[i];
      WayCheckpointMark mark = { (int)point->percent, point->date,
                                 way_checkpoint_get_state (self->document, point) };

      g_array_append_val (self->marks, mark);
      g_string_append_printf (text, "; %d %% %s", mark.percent,
                              way_checkpoint_state_label (mark.state));
    }
  gtk_widget_set_visible (GTK_WIDGET (self), points->len > 0);
  way_chart_area_update (WAY_CHART_AREA (self->area), text->str);
}

static void
way_checkpoint_line_dispose (GObject *object)
{
  WayCheckpointLine *self = WAY_CHECKPOINT_LINE (object);

  g_clear_object (&self->milestone);
  g_clear_object (&self->document);
  G_OBJECT_CLASS (way_checkpoint_line_parent_class)->dispose (object);
}

static void
way_checkpoint_line_finalize (GObject *object)
{
  g_array_unref (WAY_CHECKPOINT_LINE (object)->marks);
  G_OBJECT_CLASS (way_checkpoint_line_parent_class)->finalize (object);
}

static void
way_checkpoint_line_class_init (WayCheckpointLineClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = way_checkpoint_line_dispose;
  G_OBJECT_CLASS (klass)->finalize = way_checkpoint_line_finalize;
}

static void
way_checkpoint_line_init (WayCheckpointLine *self)
{
  self->marks = g_array_new (FALSE, FALSE, sizeof (WayCheckpointMark));
}

/**
 * way_checkpoint_line_new:
 *
 * Returns: (transfer floating)
 */
GtkWidget *
way_checkpoint_line_new (WayDocument *document, WayMilestone *milestone)
{
  WayCheckpointLine *self = g_object_new (WAY_TYPE_CHECKPOINT_LINE, NULL);

  self->document = g_object_ref (document);
  self->milestone = g_object_ref (milestone);
  self->area = way_chart_area_new (draw, self);
  gtk_widget_set_hexpand (self->area, TRUE);
  gtk_box_append (GTK_BOX (self), self->area);
  way_checkpoint_line_refresh (self);
  return GTK_WIDGET (self);
}
