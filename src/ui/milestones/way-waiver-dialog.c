/* way-waiver-dialog.c: lets an unmet criterion pass, with a reason that is kept.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-i18n.h"

#include "ui/milestones/way-waiver-dialog.h"

#include "document/way-milestone-parts.h"
#include "ui/way-window.h"
#include "ui/widgets/way-dialog.h"

typedef struct
{
  WayDocument *document;
  WayMilestone *milestone; /* (nullable): to complete */
  GtkWidget *parent;       /* weak */
  GPtrArray *items;        /* of WayChecklistItem */
  GPtrArray *reasons;      /* of GtkEditable, unowned: one each */
} Waiver;

static void
waiver_free (gpointer data, GClosure *closure)
{
  Waiver *self = data;

  g_clear_weak_pointer (&self->parent);
  g_clear_object (&self->milestone);
  g_object_unref (self->document);
  g_ptr_array_unref (self->items);
  g_ptr_array_unref (self->reasons);
  g_free (self);
}

/* FALSE and the cursor in the first entry that lacks a reason. */
static gboolean
has_all_reasons (Waiver *self)
{
  for (guint i = 0; i < self->reasons->len; i++)
    {
      g_autofree char *reason
          = g_strstrip (g_strdup (gtk_editable_get_text (self->reasons->pdata[i])));

      if (reason[0] == '\0')
        {
          gtk_widget_grab_focus (self->reasons->pdata[i]);
          return FALSE;
        }
    }
  return TRUE;
}

static void
begin_step (Waiver *self)
{
  WayRecord *about = self->milestone != NULL ? WAY_RECORD (self->milestone)
                                             : WAY_RECORD (self->items->pdata[0]);
  g_autofree char *label = g_strdup_printf (self->milestone != NULL ? _ ("Complete “%s”")
                                                                    : _ ("Waive “%s”"),
                                            about->title);

  way_document_begin (self->document, label);
}

static gboolean
confirm_cb (WayDialog *dialog, gpointer data)
{
  Waiver *self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *message = NULL;

  if (!has_all_reasons (self))
    {
      way_dialog_set_message (dialog, _ ("A waiver needs a reason; it is kept in the history and in reports."));
      return FALSE;
    }
  begin_step (self);
  for (guint i = 0; i < self->items->len; i++)
    {
      WayRecord *item = self->items->pdata[i];

      way_document_set_int (self->document, item, "waived", TRUE);
      way_document_set_text (self->document, item, "waiver_reason",
                             gtk_editable_get_text (self->reasons->pdata[i]));
    }
  if (self->milestone != NULL)
    {
      way_document_set_int (self->document, WAY_RECORD (self->milestone), "status",
                            WAY_STATUS_COMPLETED);
      if (self->milestone->actual_date == WAY_NEVER)
        way_document_set_int (self->document, WAY_RECORD (self->milestone), "actual_date",
                              way_moment_today ());
    }
  if (!way_document_commit (self->document, &error))
    {
      way_dialog_set_message (dialog, error->message);
      return FALSE;
    }
  if (self->milestone != NULL && self->parent != NULL)
    {
      message = g_strdup_printf (_ ("“%s” is completed. Write down what was learned while it is fresh."),
                                 WAY_RECORD (self->milestone)->title);
      way_window_toast (self->parent, message, _ ("Undo"), "win.undo");
    }
  return TRUE;
}

static void
add_line (GtkWidget *box, const char *text, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 60);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  gtk_box_append (GTK_BOX (box), label);
}

static void
add_item (Waiver *self, WayChecklistItem *item, GtkWidget *box)
{
  GtkWidget *entry = gtk_entry_new ();

  add_line (box, WAY_RECORD (item)->title, "strong");
  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), _ ("Reason for the waiver"));
  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  gtk_editable_set_text (GTK_EDITABLE (entry), item->waiver_reason);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  WAY_RECORD (item)->title, -1);
  gtk_box_append (GTK_BOX (box), entry);
  g_ptr_array_add (self->reasons, entry);
}

/* @items: (transfer full) */
static void
present (GtkWidget *parent, WayDocument *document, WayMilestone *milestone, GPtrArray *items,
         const char *title, const char *text, const char *confirm)
{
  WayDialog *dialog = way_dialog_new (parent, title, confirm);
  GtkWidget *scroller = gtk_scrolled_window_new (), *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  Waiver *self = g_new0 (Waiver, 1);

  self->document = g_object_ref (document);
  self->milestone = milestone != NULL ? g_object_ref (milestone) : NULL;
  g_set_weak_pointer (&self->parent, parent);
  self->items = items;
  self->reasons = g_ptr_array_new ();
  gtk_widget_add_css_class (box, "form");
  add_line (box, text, NULL);
  for (guint i = 0; i < items->len; i++)
    add_item (self, items->pdata[i], box);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), 520);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), box);
  way_dialog_set_content (dialog, scroller);
  g_signal_connect_data (dialog, "confirm", G_CALLBACK (confirm_cb), self, waiver_free, 0);
  gtk_window_present (GTK_WINDOW (dialog));
  if (self->reasons->len > 0)
    gtk_widget_grab_focus (self->reasons->pdata[0]);
}

/**
 * way_waiver_dialog_present:
 *
 * Asks for the reason and waives the criterion, as one step.
 */
void
way_waiver_dialog_present (GtkWidget *parent, WayDocument *document, WayChecklistItem *item)
{
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);

  g_ptr_array_add (items, g_object_ref (item));
  present (parent, document, NULL, items, _ ("Waive a criterion"),
           _ ("It stays unmet, and no longer keeps the milestone from being completed."),
           _ ("_Waive"));
}

/**
 * way_complete_dialog_present:
 *
 * Completes the milestone as one step, with the waivers that it takes.
 */
void
way_complete_dialog_present (GtkWidget *parent, WayDocument *document, WayMilestone *milestone)
{
  GPtrArray *items = way_milestone_get_unmet (milestone);
  g_autofree char *text = NULL;

  if (items->len == 0)
    text = g_strdup_printf (_ ("Every criterion of “%s” is met."), WAY_RECORD (milestone)->title);
  else
    text = g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE,
                     "%u criterion of “%s” is unmet. Tick it off first, or say here why it is waived.",
                     "%u criteria of “%s” are unmet. Tick them off first, or say here why they are waived.",
                     items->len),
        items->len, WAY_RECORD (milestone)->title);
  present (parent, document, milestone, items, _ ("Complete the milestone"), text,
           _ ("_Complete"));
}
