/* way-panel-why.c: WayPanelWhy, why the selected task stands where it stands.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-i18n.h"

#include "ui/timeline/way-panel-why.h"

struct _WayPanelWhy
{
  WayPanelView parent_instance;

  GtkLabel *text;
};

G_DEFINE_FINAL_TYPE (WayPanelWhy, way_panel_why, WAY_TYPE_PANEL_VIEW)

static void
way_panel_why_update (WayPanelView *view)
{
  WayPanelWhy *self = WAY_PANEL_WHY (view);
  WayTask *task = way_panel_view_get_task (view);
  g_autofree char *text = NULL;

  if (task != NULL)
    text = way_document_explain (way_panel_view_get_document (view), task);
  gtk_label_set_label (self->text, text != NULL ? text : _ ("Select a task to see why it stands "
                                                            "where it stands."));
}

static void
way_panel_why_class_init (WayPanelWhyClass *klass)
{
  WayPanelViewClass *view_class = WAY_PANEL_VIEW_CLASS (klass);

  view_class->name = "why";
  view_class->label = N_ ("Why");
  view_class->update = way_panel_why_update;
}

static void
way_panel_why_init (WayPanelWhy *self)
{
  self->text = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_wrap (self->text, TRUE);
  gtk_label_set_xalign (self->text, 0);
  gtk_widget_add_css_class (GTK_WIDGET (self), "panel-body");
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->text));
}
