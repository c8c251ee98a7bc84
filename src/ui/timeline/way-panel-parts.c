/* way-panel-parts.c: what the views of the timeline's panel are made of.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-i18n.h"

#include "ui/timeline/way-panel-parts.h"

#include "ui/way-window.h"

#include <string.h>

typedef struct
{
  WayDocument *document;
  WayRemedy *remedy;
} Offer;

static gboolean
link_cb (GtkLabel *label, const char *uri, gpointer data)
{
  WayWindow *window = way_window_of (GTK_WIDGET (label));
  WayDocument *document = way_window_get_document (window);
  WayTask *task = way_plan_lookup_task (way_document_get_plan (document),
                                        g_ascii_strtoll (uri, NULL, 10));

  if (task != NULL)
    way_window_show_record (GTK_WIDGET (label), WAY_RECORD (task));
  return TRUE;
}

/* Markup of @text; each title is looked for behind the one before. */
static char *
link_titles (const char *text, WayTask *const *tasks, guint n_tasks)
{
  GString *markup = g_string_new (NULL);
  const char *rest = text;

  for (guint i = 0; i < n_tasks; i++)
    {
      const char *title = WAY_RECORD (tasks[i])->title;
      const char *found = title[0] != '\0' ? strstr (rest, title) : NULL;
      g_autofree char *before = NULL;
      g_autofree char *name = NULL;

      if (found == NULL)
        continue;
      before = g_markup_escape_text (rest, found - rest);
      name = g_markup_escape_text (title, -1);
      g_string_append_printf (markup, "%s<a href=\"%" G_GINT64_FORMAT "\">%s</a>", before,
                              WAY_RECORD (tasks[i])->id, name);
      rest = found + strlen (title);
    }
  if (*rest != '\0')
    {
      g_autofree char *end = g_markup_escape_text (rest, -1);

      g_string_append (markup, end);
    }
  return g_string_free (markup, FALSE);
}

static GtkWidget *
label_new (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  return label;
}

GtkWidget *
way_panel_text_new (const char *text, WayTask *const *tasks, guint n_tasks)
{
  GtkWidget *label = label_new (NULL);
  g_autofree char *markup = link_titles (text, tasks, n_tasks);

  gtk_label_set_markup (GTK_LABEL (label), markup);
  g_signal_connect (label, "activate-link", G_CALLBACK (link_cb), NULL);
  return label;
}

GtkWidget *
way_panel_heading_new (const char *text)
{
  GtkWidget *label = label_new (text);

  gtk_widget_add_css_class (label, "card-title");
  return label;
}

GtkWidget *
way_panel_hint_new (const char *text)
{
  GtkWidget *label = label_new (text);

  gtk_widget_add_css_class (label, "secondary");
  return label;
}

static void
offer_free (gpointer data, GClosure *closure)
{
  Offer *self = data;

  g_object_unref (self->document);
  way_remedy_free (self->remedy);
  g_free (self);
}

static void
remedy_cb (GtkButton *button, Offer *offer)
{
  WayWindow *window = way_window_of (GTK_WIDGET (button));
  g_autoptr (WayDocument) document = g_object_ref (offer->document);
  g_autofree char *done = NULL;
  g_autoptr (GError) error = NULL;

  if (way_document_in_scope (document))
    return; /* a drag is under way */
  /* The commit rebuilds the view, and the button goes with it. */
  if (!way_remedy_apply (document, offer->remedy, &error))
    way_window_report_error (GTK_WIDGET (window), error);
  else
    {
      done = g_strdup (way_document_get_undo_label (document));
      way_window_toast (GTK_WIDGET (window), done, _ ("Undo"), "win.undo");
    }
}

GtkWidget *
way_panel_remedy_new (WayDocument *document, const WayRemedy *remedy)
{
  g_autofree char *label = way_remedy_dup_label (remedy);
  GtkWidget *button = gtk_button_new_with_label (label);
  GtkWidget *text = gtk_button_get_child (GTK_BUTTON (button));
  Offer *offer = g_new (Offer, 1);

  offer->document = g_object_ref (document);
  offer->remedy = way_remedy_copy (remedy);
  gtk_label_set_ellipsize (GTK_LABEL (text), PANGO_ELLIPSIZE_END);
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_set_sensitive (button, !way_document_is_read_only (document));
  g_signal_connect_data (button, "clicked", G_CALLBACK (remedy_cb), offer, offer_free, 0);
  return button;
}

GtkWidget *
way_panel_add_body (GtkBox *view)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *body = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), body);
  gtk_widget_set_vexpand (scrolled, TRUE);
  gtk_widget_add_css_class (body, "panel-body");
  gtk_box_append (view, scrolled);
  return body;
}

void
way_panel_clear (GtkWidget *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (box)) != NULL)
    gtk_box_remove (GTK_BOX (box), child);
}
