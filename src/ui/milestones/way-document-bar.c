/* way-document-bar.c: WayDocumentBar, what can be done with a milestone or initiative as a whole.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-i18n.h"

#include "ui/milestones/way-document-bar.h"

#include "document/way-milestone-figures.h"
#include "ui/changes/way-recovery-dialog.h"
#include "ui/milestones/way-check-in-dialog.h"
#include "ui/milestones/way-complete-dialog.h"
#include "ui/milestones/way-milestone-files.h"
#include "ui/milestones/way-template-dialog.h"
#include "ui/records/way-record-dialog.h"
#include "ui/way-window.h"

struct _WayDocumentBar
{
  GtkBox parent_instance;

  WayDocument *document;
  WayRecord *record;
  GtkWidget *crumb;
  GtkWidget *complete; /* (nullable): of a milestone */
  GtkWidget *recover;  /* (nullable): likewise; seen while it is late */
};

G_DEFINE_FINAL_TYPE (WayDocumentBar, way_document_bar, GTK_TYPE_BOX)

static guint back_signal;

/* A button that there is no use for any more leaves the focus to the first one. */
static void
offer (WayDocumentBar *self, GtkWidget *button, gboolean shown, gboolean usable)
{
  gboolean focused = gtk_widget_is_focus (button);

  gtk_widget_set_visible (button, shown);
  gtk_widget_set_sensitive (button, usable);
  if (focused && !(shown && usable))
    gtk_widget_grab_focus (gtk_widget_get_first_child (GTK_WIDGET (self)));
}

/**
 * way_document_bar_refresh:
 *
 * Offers what can be done now.
 */
void
way_document_bar_refresh (WayDocumentBar *self)
{
  g_autofree char *human_id = way_record_dup_human_id (self->record);
  gboolean writable = !way_document_is_read_only (self->document);

  gtk_label_set_text (GTK_LABEL (self->crumb), human_id);
  if (self->complete != NULL)
    offer (self, self->complete, TRUE,
           writable && way_milestone_is_open (WAY_MILESTONE (self->record)));
  if (self->recover != NULL)
    offer (self, self->recover, way_milestone_is_late (WAY_MILESTONE (self->record)), writable);
}

/* ------------------------------------------------------------------ what the buttons do */

static void
back_cb (WayDocumentBar *self)
{
  g_signal_emit (self, back_signal, 0);
}

static void
complete_cb (WayDocumentBar *self)
{
  way_complete_dialog_present (GTK_WIDGET (self), self->document, WAY_MILESTONE (self->record));
}

static void
check_in_cb (WayDocumentBar *self)
{
  way_check_in_dialog_present (GTK_WIDGET (self), self->document, self->record);
}

static void
properties_cb (WayDocumentBar *self)
{
  way_record_dialog_present (GTK_WIDGET (self), self->document,
                             way_record_get_record_type (self->record), self->record);
}

static void
timeline_cb (WayDocumentBar *self)
{
  WayRecord *task = way_plan_lookup (way_document_get_plan (self->document),
                                     way_record_get_int (self->record, "task"));

  if (task != NULL)
    way_window_show_record (GTK_WIDGET (self), task);
  else
    way_window_toast (GTK_WIDGET (self), _ ("It hangs on no row of the timeline yet."), NULL, NULL);
}

static void
recover_cb (WayDocumentBar *self)
{
  way_recovery_dialog_present (GTK_WIDGET (self), self->document, WAY_MILESTONE (self->record));
}

/* ------------------------------------------------------------------ files */

static void
export_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WayDocumentBar *self = WAY_DOCUMENT_BAR (widget);

  way_milestone_files_export (widget, self->document, WAY_MILESTONE (self->record));
}

static void
export_all_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  way_milestone_files_export_all (widget, WAY_DOCUMENT_BAR (widget)->document);
}

static void
import_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WayDocumentBar *self = WAY_DOCUMENT_BAR (widget);

  way_milestone_files_import (widget, self->document, WAY_MILESTONE (self->record));
}

static void
save_template_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WayDocumentBar *self = WAY_DOCUMENT_BAR (widget);

  way_template_dialog_present (widget, self->document, WAY_MILESTONE (self->record));
}

static GtkWidget *
new_file_button (void)
{
  GtkWidget *button = gtk_menu_button_new ();
  g_autoptr (GMenu) menu = g_menu_new ();

  g_menu_append (menu, _ ("_Export as Markdown…"), "document.export");
  g_menu_append (menu, _ ("Export _all milestones…"), "document.export-all");
  g_menu_append (menu, _ ("_Import over this milestone…"), "document.import");
  g_menu_append (menu, _ ("Save as a _template…"), "document.save-template");
  gtk_menu_button_set_label (GTK_MENU_BUTTON (button), _ ("File"));
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  return button;
}

/* ------------------------------------------------------------------ building */

static void
way_document_bar_dispose (GObject *object)
{
  WayDocumentBar *self = WAY_DOCUMENT_BAR (object);

  g_clear_object (&self->record);
  g_clear_object (&self->document);
  G_OBJECT_CLASS (way_document_bar_parent_class)->dispose (object);
}

static void
way_document_bar_class_init (WayDocumentBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = way_document_bar_dispose;
  gtk_widget_class_install_action (widget_class, "document.export", NULL, export_cb);
  gtk_widget_class_install_action (widget_class, "document.export-all", NULL, export_all_cb);
  gtk_widget_class_install_action (widget_class, "document.import", NULL, import_cb);
  gtk_widget_class_install_action (widget_class, "document.save-template", NULL, save_template_cb);
  back_signal = g_signal_new ("back", WAY_TYPE_DOCUMENT_BAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                              NULL, G_TYPE_NONE, 0);
}

static void
way_document_bar_init (WayDocumentBar *self)
{
}

static GtkWidget *
add_button (WayDocumentBar *self, const char *label, GCallback callback)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  /* Where the words of a language are long, they give way before the window must grow. */
  gtk_label_set_ellipsize (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button))),
                           PANGO_ELLIPSIZE_END);
  g_signal_connect_swapped (button, "clicked", callback, self);
  gtk_box_append (GTK_BOX (self), button);
  return button;
}

/**
 * way_document_bar_new:
 * @record: a milestone or an initiative
 *
 * Returns: (transfer floating)
 */
GtkWidget *
way_document_bar_new (WayDocument *document, WayRecord *record)
{
  WayDocumentBar *self = g_object_new (WAY_TYPE_DOCUMENT_BAR, "spacing", 8, NULL);
  gboolean milestone = WAY_IS_MILESTONE (record), writable = !way_document_is_read_only (document);

  self->document = g_object_ref (document);
  self->record = g_object_ref (record);
  gtk_widget_add_css_class (GTK_WIDGET (self), "toolbar-row");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "document.import", writable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "document.save-template", writable);
  add_button (self, milestone ? _ ("‹ _Milestones") : _ ("‹ _Initiatives"), G_CALLBACK (back_cb));
  self->crumb = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->crumb), 0);
  gtk_widget_set_hexpand (self->crumb, TRUE);
  gtk_widget_add_css_class (self->crumb, "secondary");
  gtk_box_append (GTK_BOX (self), self->crumb);
  gtk_widget_set_sensitive (add_button (self, _ ("Check _in…"), G_CALLBACK (check_in_cb)),
                            writable);
  if (milestone)
    gtk_box_append (GTK_BOX (self), new_file_button ());
  add_button (self, _ ("Show in _timeline"), G_CALLBACK (timeline_cb));
  add_button (self, _ ("_Properties…"), G_CALLBACK (properties_cb));
  if (milestone)
    {
      self->recover = add_button (self, C_ ("a late milestone", "_Recover…"),
                                  G_CALLBACK (recover_cb));
      self->complete = add_button (self, _ ("_Complete…"), G_CALLBACK (complete_cb));
    }
  way_document_bar_refresh (self);
  return GTK_WIDGET (self);
}
