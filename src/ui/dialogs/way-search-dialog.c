/* way-search-dialog.c: WaySearchDialog, a search over everything that the plan holds.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The keys stay in the entry: up and down choose among the hits, Enter shows the chosen one. */

#include "model/way-i18n.h"

#include "ui/dialogs/way-search-dialog.h"

#include "document/way-related.h"
#include "metrics/way-record-search.h"
#include "ui/records/way-list-page.h"
#include "ui/way-settings.h"
#include "ui/way-window.h"
#include "ui/widgets/way-dialog.h"

#define SHOWN 30 /* of each type; the rest is counted */

#define WAY_TYPE_SEARCH_DIALOG (way_search_dialog_get_type ())
G_DECLARE_FINAL_TYPE (WaySearchDialog, way_search_dialog, WAY, SEARCH_DIALOG, WayDialog)

struct _WaySearchDialog
{
  WayDialog parent_instance;

  WayDocument *document;
  GtkWidget *inside; /* weak */
  GtkWidget *entry;
  GtkListBox *list;
  GtkWidget *scroller;
  GtkWidget *nothing;
};

G_DEFINE_FINAL_TYPE (WaySearchDialog, way_search_dialog, WAY_TYPE_DIALOG)

/* ------------------------------------------------------------------ the hits */

static WayRecord *
record_of (GtkListBoxRow *row)
{
  return row != NULL ? g_object_get_data (G_OBJECT (row), "record") : NULL;
}

static void
add_heading (WaySearchDialog *self, const WayRecordHits *hits)
{
  /* Translators: a kind of records, and how many of them were found */
  g_autofree char *text = g_strdup_printf (_ ("%s (%u)"), _ (hits->type->plural), hits->n_hits);
  GtkWidget *label = gtk_label_new (text), *row = gtk_list_box_row_new ();

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "group-title");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_list_box_row_set_selectable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_can_focus (row, FALSE);
  gtk_list_box_append (self->list, row);
}

static void
add_hit (WaySearchDialog *self, WayRecord *record)
{
  g_autofree char *id = way_record_dup_human_id (record), *label = way_record_dup_label (record);
  WayRecord *whole = way_record_get_place (record, record->plan);
  g_autofree char *place
      = whole != NULL && whole != record ? way_record_dup_label (whole) : NULL;
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12), *row = gtk_list_box_row_new ();
  GtkWidget *number = gtk_label_new (id), *title = gtk_label_new (label);

  gtk_label_set_width_chars (GTK_LABEL (number), 7);
  gtk_label_set_xalign (GTK_LABEL (number), 0);
  gtk_widget_add_css_class (number, "secondary");
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_ellipsize (GTK_LABEL (title), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (title, TRUE);
  gtk_box_append (GTK_BOX (box), number);
  gtk_box_append (GTK_BOX (box), title);
  if (place != NULL)
    {
      GtkWidget *in = gtk_label_new (place);

      gtk_label_set_ellipsize (GTK_LABEL (in), PANGO_ELLIPSIZE_END);
      gtk_label_set_max_width_chars (GTK_LABEL (in), 24);
      gtk_widget_add_css_class (in, "secondary");
      gtk_box_append (GTK_BOX (box), in);
    }
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_object_set_data_full (G_OBJECT (row), "record", g_object_ref (record), g_object_unref);
  gtk_list_box_append (self->list, row);
}

/* From @row on, down or up: the first that is a hit; NULL: there is none. */
static GtkListBoxRow *
next_hit (WaySearchDialog *self, int from, int by)
{
  GtkListBoxRow *row;

  for (int i = from; (row = i >= 0 ? gtk_list_box_get_row_at_index (self->list, i) : NULL) != NULL;
       i += by)
    if (record_of (row) != NULL)
      return row;
  return NULL;
}

static void
scroll_to (WaySearchDialog *self, GtkListBoxRow *row)
{
  GtkAdjustment *adjustment
      = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller));
  graphene_rect_t bounds;

  if (gtk_widget_compute_bounds (GTK_WIDGET (row), GTK_WIDGET (self->list), &bounds))
    gtk_adjustment_clamp_page (adjustment, bounds.origin.y,
                               bounds.origin.y + bounds.size.height);
}

static void
search (WaySearchDialog *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  g_autofree char *me = way_settings_dup_author ();
  g_autoptr (GPtrArray) found = way_record_search (self->document, text, me, SHOWN);
  GtkListBoxRow *first;

  while ((first = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (first));
  for (guint i = 0; i < found->len; i++)
    {
      const WayRecordHits *hits = found->pdata[i];

      add_heading (self, hits);
      for (guint k = 0; k < hits->records->len; k++)
        add_hit (self, hits->records->pdata[k]);
    }
  gtk_list_box_select_row (self->list, next_hit (self, 0, 1));
  gtk_widget_set_visible (self->scroller, found->len > 0);
  gtk_widget_set_visible (self->nothing, found->len == 0);
  gtk_label_set_text (GTK_LABEL (self->nothing),
                      text[0] != '\0' ? _ ("Nothing in the plan matches.")
                                      : _ ("Tasks, milestones, registers and people, by any word of them."));
}

/* ------------------------------------------------------------------ keys */

static gboolean
key_cb (GtkEventControllerKey *keys, guint key, guint code, GdkModifierType state,
        WaySearchDialog *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list), *next;
  int by = key == GDK_KEY_Down || key == GDK_KEY_KP_Down ? 1
           : key == GDK_KEY_Up || key == GDK_KEY_KP_Up   ? -1
                                                         : 0;

  if (by == 0 || row == NULL)
    return FALSE;
  next = next_hit (self, gtk_list_box_row_get_index (row) + by, by);
  if (next != NULL)
    {
      gtk_list_box_select_row (self->list, next);
      scroll_to (self, next);
    }
  return TRUE;
}

/* Where the page is a list, the form says more than the row. */
static void
show_found (WaySearchDialog *self, WayRecord *record)
{
  WayPage *page = way_window_show_record (self->inside, record);

  if (page != NULL && WAY_IS_LIST_PAGE (page))
    way_list_page_open (WAY_LIST_PAGE (page), record);
}

static gboolean
way_search_dialog_confirm (WayDialog *dialog)
{
  WaySearchDialog *self = WAY_SEARCH_DIALOG (dialog);
  WayRecord *record = record_of (gtk_list_box_get_selected_row (self->list));
  WayRecord *place = record != NULL && record->plan != NULL
                         ? way_record_get_place (record, record->plan)
                         : NULL;

  if (place == NULL || self->inside == NULL)
    return FALSE;
  show_found (self, place);
  return TRUE;
}

static void
activated_cb (GtkListBox *list, GtkListBoxRow *row, WayDialog *dialog)
{
  way_dialog_confirm (dialog);
}

/* ------------------------------------------------------------------ the dialog */

static void
way_search_dialog_dispose (GObject *object)
{
  WaySearchDialog *self = WAY_SEARCH_DIALOG (object);

  g_clear_weak_pointer (&self->inside);
  g_clear_object (&self->document);
  G_OBJECT_CLASS (way_search_dialog_parent_class)->dispose (object);
}

static void
way_search_dialog_class_init (WaySearchDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = way_search_dialog_dispose;
  WAY_DIALOG_CLASS (klass)->confirm = way_search_dialog_confirm;
}

static void
way_search_dialog_init (WaySearchDialog *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->entry = gtk_search_entry_new ();
  gtk_search_entry_set_search_delay (GTK_SEARCH_ENTRY (self->entry), 100);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Search everything"), -1);
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Found"), -1);
  self->scroller = gtk_scrolled_window_new ();
  self->nothing = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->nothing, "secondary");
  gtk_widget_set_vexpand (self->scroller, TRUE);
  gtk_widget_set_vexpand (self->nothing, TRUE);
  gtk_label_set_wrap (GTK_LABEL (self->nothing), TRUE);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), GTK_WIDGET (self->list));
  gtk_widget_add_css_class (box, "form");
  gtk_box_append (GTK_BOX (box), self->entry);
  gtk_box_append (GTK_BOX (box), self->scroller);
  gtk_box_append (GTK_BOX (box), self->nothing);
  way_dialog_set_content (WAY_DIALOG (self), box);
  g_signal_connect_swapped (self->entry, "search-changed", G_CALLBACK (search), self);
  g_signal_connect_swapped (self->entry, "activate", G_CALLBACK (way_dialog_confirm), self);
  g_signal_connect_swapped (self->entry, "stop-search", G_CALLBACK (gtk_window_close), self);
  g_signal_connect (self->list, "row-activated", G_CALLBACK (activated_cb), self);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (self->entry, keys);
}

/**
 * way_search_dialog_present:
 * @inside: a widget of the window that asks, in which the record is shown
 */
void
way_search_dialog_present (GtkWidget *inside, WayDocument *document)
{
  WaySearchDialog *self
      = g_object_new (WAY_TYPE_SEARCH_DIALOG, "title", _ ("Search everything"), NULL);

  self->document = g_object_ref (document);
  g_set_weak_pointer (&self->inside, inside);
  way_dialog_set_parent (WAY_DIALOG (self), inside);
  way_dialog_set_confirm_label (WAY_DIALOG (self), _ ("_Show"));
  search (self);
  gtk_window_set_default_size (GTK_WINDOW (self), 620, 520);
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (self->entry);
}
