/* way-panel-view.c: WayPanelView, the base of what the timeline's panel shows.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-i18n.h"

#include "ui/timeline/way-panel-view.h"

typedef struct
{
  WayDocument *document;
  WayTask *task;  /* (nullable) */
  gboolean dirty; /* something has changed while hidden */
} WayPanelViewPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (WayPanelView, way_panel_view, GTK_TYPE_BOX)

static WayPanelViewPrivate *
get_private (WayPanelView *self)
{
  return way_panel_view_get_instance_private (self);
}

static void
update (WayPanelView *self)
{
  WayPanelViewPrivate *priv = get_private (self);

  priv->dirty = FALSE;
  WAY_PANEL_VIEW_GET_CLASS (self)->update (self);
}

/**
 * way_panel_view_invalidate:
 *
 * Updates the view now, or when it is next shown.
 */
void
way_panel_view_invalidate (WayPanelView *self)
{
  WayPanelViewPrivate *priv = get_private (self);

  priv->dirty = TRUE;
  if (gtk_widget_get_mapped (GTK_WIDGET (self)) && priv->document != NULL)
    update (self);
}

static void
way_panel_view_map (GtkWidget *widget)
{
  WayPanelViewPrivate *priv = get_private (WAY_PANEL_VIEW (widget));

  GTK_WIDGET_CLASS (way_panel_view_parent_class)->map (widget);
  if (priv->dirty && priv->document != NULL)
    update (WAY_PANEL_VIEW (widget));
}

static void
way_panel_view_dispose (GObject *object)
{
  WayPanelViewPrivate *priv = get_private (WAY_PANEL_VIEW (object));

  g_clear_object (&priv->document);
  g_clear_object (&priv->task);
  G_OBJECT_CLASS (way_panel_view_parent_class)->dispose (object);
}

static void
way_panel_view_class_init (WayPanelViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = way_panel_view_dispose;
  GTK_WIDGET_CLASS (klass)->map = way_panel_view_map;
}

static void
way_panel_view_init (WayPanelView *self)
{
  get_private (self)->dirty = TRUE;
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
}

const char *
way_panel_view_get_name (WayPanelView *self)
{
  return WAY_PANEL_VIEW_GET_CLASS (self)->name;
}

/**
 * way_panel_view_get_label:
 *
 * Returns: translated
 */
const char *
way_panel_view_get_label (WayPanelView *self)
{
  return _ (WAY_PANEL_VIEW_GET_CLASS (self)->label);
}

WayDocument *
way_panel_view_get_document (WayPanelView *self)
{
  return get_private (self)->document;
}

WayTask *
way_panel_view_get_task (WayPanelView *self)
{
  return get_private (self)->task;
}

void
way_panel_view_set_document (WayPanelView *self, WayDocument *document)
{
  g_set_object (&get_private (self)->document, document);
}

/**
 * way_panel_view_set_task:
 * @task: (nullable): the selected row
 */
void
way_panel_view_set_task (WayPanelView *self, WayTask *task)
{
  if (g_set_object (&get_private (self)->task, task))
    way_panel_view_invalidate (self);
}
