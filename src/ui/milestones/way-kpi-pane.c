/* way-kpi-pane.c: WayKpiPane, the measurements of the KPI that is selected, below the list of KPIs.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-i18n.h"

#include "ui/milestones/way-kpi-pane.h"

#include "model/way-records.h"
#include "ui/milestones/way-kpi-chart.h"
#include "ui/milestones/way-measurements-dialog.h"

struct _WayKpiPane
{
  GtkBox parent_instance;

  WayListPage *list; /* (unowned): holds the pane */
  WayKpi *kpi;       /* (nullable) */
  GtkWidget *title;
  GtkWidget *measure;
  GtkWidget *chart;  /* (nullable): of the KPI */
};

G_DEFINE_FINAL_TYPE (WayKpiPane, way_kpi_pane, GTK_TYPE_BOX)

static void
show (WayKpiPane *self, WayKpi *kpi)
{
  if (g_set_object (&self->kpi, kpi))
    {
      if (self->chart != NULL)
        gtk_box_remove (GTK_BOX (self), self->chart);
      self->chart = NULL;
      if (kpi != NULL)
        {
          self->chart = way_kpi_chart_new (kpi, FALSE);
          gtk_box_append (GTK_BOX (self), self->chart);
        }
    }
  gtk_widget_set_visible (GTK_WIDGET (self), kpi != NULL);
  if (kpi == NULL)
    return;
  gtk_label_set_text (GTK_LABEL (self->title), WAY_RECORD (kpi)->title);
  gtk_widget_set_sensitive (
      self->measure, !way_document_is_read_only (way_page_get_document (WAY_PAGE (self->list))));
  way_kpi_chart_show (WAY_KPI_CHART (self->chart));
}

static void
selected_cb (WayKpiPane *self, WayRecord *record)
{
  show (self, record != NULL ? WAY_KPI (record) : NULL);
}

static void
measure_cb (WayKpiPane *self)
{
  if (self->kpi != NULL)
    way_measurements_dialog_present (
        GTK_WIDGET (self), way_page_get_document (WAY_PAGE (self->list)), self->kpi);
}

static void
way_kpi_pane_dispose (GObject *object)
{
  g_clear_object (&WAY_KPI_PANE (object)->kpi);
  G_OBJECT_CLASS (way_kpi_pane_parent_class)->dispose (object);
}

static void
way_kpi_pane_class_init (WayKpiPaneClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = way_kpi_pane_dispose;
}

static void
way_kpi_pane_init (WayKpiPane *self)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 8);
  gtk_widget_set_margin_start (GTK_WIDGET (self), 28);
  gtk_widget_set_margin_end (GTK_WIDGET (self), 28);
  gtk_widget_set_margin_bottom (GTK_WIDGET (self), 16);
  self->title = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->title), 0);
  gtk_label_set_ellipsize (GTK_LABEL (self->title), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (self->title, TRUE);
  gtk_widget_add_css_class (self->title, "strong");
  self->measure = gtk_button_new_with_mnemonic (_ ("_Measurements…"));
  g_signal_connect_swapped (self->measure, "clicked", G_CALLBACK (measure_cb), self);
  gtk_box_append (GTK_BOX (head), self->title);
  gtk_box_append (GTK_BOX (head), self->measure);
  gtk_box_append (GTK_BOX (self), head);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

GtkWidget *
way_kpi_pane_new (WayListPage *list)
{
  WayKpiPane *self = g_object_new (WAY_TYPE_KPI_PANE, NULL);

  self->list = list;
  g_signal_connect_object (list, "selected", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
