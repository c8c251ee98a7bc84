/* way-template-dialog.c: keeps a milestone as one of the user's own templates.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-i18n.h"

#include "ui/milestones/way-template-dialog.h"

#include "exchange/milestone/way-own-templates.h"
#include "ui/way-window.h"
#include "ui/widgets/way-dialog.h"

typedef struct
{
  GtkWidget *inside; /* weak */
  WayDocument *document;
  WayMilestone *milestone;
  GtkWidget *name; /* unowned: of the dialog */
} Saving;

static void
saving_free (gpointer data, GClosure *closure)
{
  Saving *self = data;

  g_clear_weak_pointer (&self->inside);
  g_object_unref (self->milestone);
  g_object_unref (self->document);
  g_free (self);
}

static gboolean
confirm_cb (WayDialog *dialog, gpointer data)
{
  Saving *self = data;
  g_autofree char *name
      = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->name))));
  g_autofree char *message = NULL;
  g_autoptr (GError) error = NULL;

  if (name[0] == '\0')
    {
      way_dialog_set_message (dialog, _ ("Give the template a name."));
      gtk_widget_grab_focus (self->name);
      return FALSE;
    }
  if (!way_own_template_save (self->document, self->milestone, name, &error))
    {
      way_dialog_set_message (dialog, error->message);
      return FALSE;
    }
  message = g_strdup_printf (_ ("“%s” is offered when a milestone is made, in every plan."), name);
  if (self->inside != NULL)
    way_window_toast (self->inside, message, NULL, NULL);
  return TRUE;
}

/**
 * way_template_dialog_present:
 *
 * A template that goes by the name already is written anew.
 */
void
way_template_dialog_present (GtkWidget *inside, WayDocument *document, WayMilestone *milestone)
{
  WayDialog *dialog = way_dialog_new (inside, _ ("Save as a template"), _ ("_Save"));
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  GtkWidget *text = gtk_label_new (_ ("Checklists, quality gates, phases, checkpoints and KPIs are kept, with nothing done or dated yet."));
  Saving *self = g_new0 (Saving, 1);

  g_set_weak_pointer (&self->inside, inside);
  self->document = g_object_ref (document);
  self->milestone = g_object_ref (milestone);
  self->name = gtk_entry_new ();
  gtk_entry_set_activates_default (GTK_ENTRY (self->name), TRUE);
  gtk_editable_set_text (GTK_EDITABLE (self->name), WAY_RECORD (milestone)->title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->name), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Name of the template"), -1);
  gtk_label_set_xalign (GTK_LABEL (text), 0);
  gtk_label_set_wrap (GTK_LABEL (text), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (text), 48);
  gtk_widget_add_css_class (box, "form");
  gtk_box_append (GTK_BOX (box), self->name);
  gtk_box_append (GTK_BOX (box), text);
  way_dialog_set_content (dialog, box);
  g_signal_connect_data (dialog, "confirm", G_CALLBACK (confirm_cb), self, saving_free, 0);
  gtk_window_present (GTK_WINDOW (dialog));
  gtk_widget_grab_focus (self->name);
}
