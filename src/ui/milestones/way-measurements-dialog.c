/* way-measurements-dialog.c: the measurements of a KPI, typed or pasted, with their chart.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-i18n.h"

#include "ui/milestones/way-measurements-dialog.h"

#include "ui/milestones/way-kpi-chart.h"
#include "ui/widgets/way-dialog.h"

#define WAY_TYPE_MEASUREMENTS_DIALOG (way_measurements_dialog_get_type ())
G_DECLARE_FINAL_TYPE (WayMeasurementsDialog, way_measurements_dialog, WAY, MEASUREMENTS_DIALOG, WayDialog)

struct _WayMeasurementsDialog
{
  WayDialog parent_instance;

  WayDocument *document;
  WayKpi *kpi;
  GtkWidget *chart;
  GtkWidget *text;
};

G_DEFINE_FINAL_TYPE (WayMeasurementsDialog, way_measurements_dialog, WAY_TYPE_DIALOG)

static GArray *
read_text (WayMeasurementsDialog *self, GError **error)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->text));
  g_autofree char *text = NULL;
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  text = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
  return way_measurements_parse (text, error);
}

/* The chart follows what is typed; a line that is half typed leaves it as it was. */
static void
typed_cb (WayMeasurementsDialog *self)
{
  g_autoptr (GArray) measured = read_text (self, NULL);

  way_dialog_set_message (WAY_DIALOG (self), NULL);
  if (measured != NULL)
    way_kpi_chart_show_measured (WAY_KPI_CHART (self->chart), measured);
}

static gboolean
way_measurements_dialog_confirm (WayDialog *dialog)
{
  WayMeasurementsDialog *self = WAY_MEASUREMENTS_DIALOG (dialog);
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) measured = read_text (self, &error);
  g_autofree char *label
      = g_strdup_printf (_ ("Measurements of “%s”"), WAY_RECORD (self->kpi)->title);

  if (measured != NULL)
    {
      way_document_begin (self->document, label);
      way_measurements_replace (self->document, self->kpi, measured);
      if (way_document_commit (self->document, &error))
        return TRUE;
    }
  way_dialog_set_message (dialog, error->message);
  gtk_widget_grab_focus (self->text);
  return FALSE;
}

static void
way_measurements_dialog_dispose (GObject *object)
{
  WayMeasurementsDialog *self = WAY_MEASUREMENTS_DIALOG (object);

  g_clear_object (&self->kpi);
  g_clear_object (&self->document);
  G_OBJECT_CLASS (way_measurements_dialog_parent_class)->dispose (object);
}

static void
way_measurements_dialog_class_init (WayMeasurementsDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = way_measurements_dialog_dispose;
  WAY_DIALOG_CLASS (klass)->confirm = way_measurements_dialog_confirm;
}

static void
way_measurements_dialog_init (WayMeasurementsDialog *self)
{
}

static void
build (WayMeasurementsDialog *self)
{
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 10);
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *name = gtk_label_new (WAY_RECORD (self->kpi)->title);
  GtkWidget *hint = gtk_label_new (
      _ ("A measurement a line: the day, the value, and a note if need be, as in "
         "“2026-03-31 12.5”. Lines copied from a spreadsheet can be pasted."));
  g_autofree char *text = way_measurements_to_text (self->kpi);
  GtkTextBuffer *buffer;

  self->chart = way_kpi_chart_new (self->kpi, FALSE);
  self->text = gtk_text_view_new ();
  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->text));
  gtk_text_buffer_set_text (buffer, text, -1);
  gtk_text_view_set_monospace (GTK_TEXT_VIEW (self->text), TRUE);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (self->text), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->text), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Measurements"), -1);
  g_signal_connect_swapped (buffer, "changed", G_CALLBACK (typed_cb), self);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), self->text);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scrolled), 180);
  gtk_widget_add_css_class (scrolled, "frame");
  gtk_widget_set_vexpand (scrolled, TRUE);
  gtk_label_set_wrap (GTK_LABEL (hint), TRUE);
  gtk_label_set_xalign (GTK_LABEL (hint), 0);
  gtk_label_set_max_width_chars (GTK_LABEL (hint), 60);
  gtk_widget_add_css_class (hint, "secondary");
  gtk_label_set_wrap (GTK_LABEL (name), TRUE);
  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_widget_add_css_class (name, "card-title");
  gtk_widget_add_css_class (column, "form");
  gtk_box_append (GTK_BOX (column), name);
  gtk_box_append (GTK_BOX (column), self->chart);
  gtk_box_append (GTK_BOX (column), hint);
  gtk_box_append (GTK_BOX (column), scrolled);
  way_dialog_set_content (WAY_DIALOG (self), column);
}

/**
 * way_measurements_dialog_present:
 * @inside: a widget of the window that asks
 */
void
way_measurements_dialog_present (GtkWidget *inside, WayDocument *document, WayKpi *kpi)
{
  WayMeasurementsDialog *self
      = g_object_new (WAY_TYPE_MEASUREMENTS_DIALOG, "title", _ ("Measurements"), NULL);

  self->document = g_object_ref (document);
  self->kpi = g_object_ref (kpi);
  build (self);
  way_dialog_set_parent (WAY_DIALOG (self), inside);
  way_dialog_set_confirm_label (WAY_DIALOG (self), _ ("_Keep"));
  gtk_window_set_default_size (GTK_WINDOW (self), 560, -1);
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (self->text);
}
