/* way-panel-imported.c: WayPanelImported, rows on other dates than the imported file had.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-i18n.h"

#include "ui/timeline/way-panel-imported.h"

#include "metrics/way-imported-dates.h"
#include "ui/timeline/way-panel-parts.h"
#include "ui/way-window.h"

#define MAX_SHOWN 100

struct _WayPanelImported
{
  WayPanelView parent_instance;

  GtkWidget *head; /* the filter and the button for all; hidden while there is nothing */
  GtkDropDown *filter;
  GtkWidget *keep_all;
  GtkWidget *body;
  GPtrArray *dates; /* of WayImportedDate */
};

G_DEFINE_FINAL_TYPE (WayPanelImported, way_panel_imported, WAY_TYPE_PANEL_VIEW)

/* The first choice is all of them. */
static gboolean
is_chosen (WayPanelImported *self, const WayImportedDate *date)
{
  guint chosen = gtk_drop_down_get_selected (self->filter);

  return chosen == 0 || chosen == GTK_INVALID_LIST_POSITION || chosen - 1 == (guint)date->reason;
}

/* (transfer container): those of @dates that are to be shown; they belong to it. */
static GPtrArray *
choose (WayPanelImported *self, GPtrArray *dates)
{
  GPtrArray *chosen = g_ptr_array_new ();

  for (guint i = 0; i < dates->len; i++)
    if (is_chosen (self, g_ptr_array_index (dates, i)))
      g_ptr_array_add (chosen, g_ptr_array_index (dates, i));
  return chosen;
}

static void
append_moment (GtkWidget *card, const char *format, WayMoment file, WayMoment here)
{
  g_autofree char *there = file != WAY_NEVER ? way_moment_format (file) : NULL;
  g_autofree char *now = way_moment_format (here);
  g_autofree char *text = NULL;

  if (file == WAY_NEVER || file == here)
    return;
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  text = g_strdup_printf (format, there, now);
#pragma GCC diagnostic pop
  gtk_box_append (GTK_BOX (card), way_panel_hint_new (text));
}

static GtkWidget *
card_new (WayDocument *document, const WayImportedDate *date)
{
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);

  gtk_box_append (GTK_BOX (card), way_panel_text_new (WAY_RECORD (date->task)->title, &date->task, 1));
  /* Translators: a date in the imported file, and the one here */
  append_moment (card, _ ("Start there %s, here %s"), date->task->imported_start, date->task->start);
  append_moment (card, _ ("Finish there %s, here %s"), date->task->imported_finish,
                 date->task->finish);
  gtk_box_append (GTK_BOX (card), way_panel_text_new (date->text, &date->other, date->other != NULL));
  if (date->remedy != NULL)
    gtk_box_append (GTK_BOX (card), way_panel_remedy_new (document, date->remedy));
  gtk_widget_add_css_class (card, "card");
  gtk_widget_add_css_class (card, "panel-card");
  return card;
}

static void
fill (WayPanelImported *self)
{
  WayDocument *document = way_panel_view_get_document (WAY_PANEL_VIEW (self));
  g_autoptr (GPtrArray) chosen = choose (self, self->dates);

  way_panel_clear (self->body);
  if (self->dates->len == 0)
    gtk_box_append (GTK_BOX (self->body),
                    way_panel_hint_new (_ ("Nothing differs. After an import that keeps the file’s "
                                           "dates, rows that stand on others are listed here.")));
  for (guint i = 0; i < MIN (chosen->len, MAX_SHOWN); i++)
    gtk_box_append (GTK_BOX (self->body), card_new (document, g_ptr_array_index (chosen, i)));
  if (chosen->len > MAX_SHOWN)
    {
      guint rest = chosen->len - MAX_SHOWN;
      g_autofree char *text = g_strdup_printf (ngettext ("… and %u more", "… and %u more", rest), rest);

      gtk_box_append (GTK_BOX (self->body), way_panel_hint_new (text));
    }
}

static void
keep_all_cb (GtkButton *button, WayPanelImported *self)
{
  WayDocument *document = way_panel_view_get_document (WAY_PANEL_VIEW (self));
  g_autoptr (GPtrArray) all = g_ptr_array_ref (self->dates); /* the commit fills the list anew */
  g_autoptr (GPtrArray) chosen = choose (self, all);
  g_autoptr (GError) error = NULL;

  if (way_document_in_scope (document))
    return;
  if (!way_imported_dates_keep (document, chosen, &error))
    way_window_report_error (GTK_WIDGET (self), error);
  else
    way_window_toast (GTK_WIDGET (self), way_document_get_undo_label (document), _ ("Undo"),
                      "win.undo");
}

static void
way_panel_imported_update (WayPanelView *view)
{
  WayPanelImported *self = WAY_PANEL_IMPORTED (view);
  WayDocument *document = way_panel_view_get_document (view);

  g_clear_pointer (&self->dates, g_ptr_array_unref);
  self->dates = way_imported_dates_list (document);
  gtk_widget_set_visible (self->head, self->dates->len > 0);
  gtk_widget_set_sensitive (self->keep_all, !way_document_is_read_only (document));
  fill (self);
}

static void
way_panel_imported_finalize (GObject *object)
{
  g_clear_pointer (&WAY_PANEL_IMPORTED (object)->dates, g_ptr_array_unref);
  G_OBJECT_CLASS (way_panel_imported_parent_class)->finalize (object);
}

static void
way_panel_imported_class_init (WayPanelImportedClass *klass)
{
  WayPanelViewClass *view_class = WAY_PANEL_VIEW_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = way_panel_imported_finalize;
  view_class->name = "imported";
  view_class->label = N_ ("Imported");
  view_class->update = way_panel_imported_update;
}

static GtkDropDown *
filter_new (void)
{
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);
  GtkWidget *filter;

  gtk_string_list_append (labels, _ ("All reasons"));
  for (guint i = 0; i < WAY_N_IMPORTED_REASONS; i++)
    gtk_string_list_append (labels, way_imported_reason_label ((WayImportedReason)i));
  filter = gtk_drop_down_new (G_LIST_MODEL (g_steal_pointer (&labels)), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (filter), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Reason"), -1);
  return GTK_DROP_DOWN (filter);
}

static void
way_panel_imported_init (WayPanelImported *self)
{
  self->dates = g_ptr_array_new ();
  self->head = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  self->filter = filter_new ();
  self->keep_all = gtk_button_new_with_label (_ ("Keep the file’s dates of all these"));
  g_signal_connect_swapped (self->filter, "notify::selected", G_CALLBACK (fill), self);
  g_signal_connect (self->keep_all, "clicked", G_CALLBACK (keep_all_cb), self);
  gtk_box_append (GTK_BOX (self->head), GTK_WIDGET (self->filter));
  gtk_box_append (GTK_BOX (self->head), self->keep_all);
  gtk_widget_add_css_class (self->head, "panel-body");
  gtk_box_append (GTK_BOX (self), self->head);
  self->body = way_panel_add_body (GTK_BOX (self));
}
