/* way-figure-card.c: WayFigureCard, a key figure; a click shows the rows that it was counted from.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-i18n.h"

#include "ui/pages/way-figure-card.h"

#include "model/way-record.h"
#include "ui/way-window.h"

struct _WayFigureCard
{
  GtkBox parent_instance;

  GtkWidget *button;
  GtkWidget *name;
  GtkWidget *figure;
  GtkWidget *note;
  GtkWidget *popover;
  GListStore *rows;
};

G_DEFINE_FINAL_TYPE (WayFigureCard, way_figure_card, GTK_TYPE_BOX)

static void
clicked_cb (GtkButton *button, WayFigureCard *self)
{
  if (g_list_model_get_n_items (G_LIST_MODEL (self->rows)) > 0)
    gtk_popover_popup (GTK_POPOVER (self->popover));
}

static void
activate_cb (GtkListView *list, guint position, WayFigureCard *self)
{
  g_autoptr (WayRecord) record = g_list_model_get_item (G_LIST_MODEL (self->rows), position);

  gtk_popover_popdown (GTK_POPOVER (self->popover));
  way_window_show_record (GTK_WIDGET (self), record);
}

static void
setup_cb (GtkListItemFactory *factory, GtkListItem *item, gpointer data)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (GTK_LABEL (label), 34);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 48);
  gtk_list_item_set_child (item, label);
}

static void
bind_cb (GtkListItemFactory *factory, GtkListItem *item, gpointer data)
{
  WayRecord *record = gtk_list_item_get_item (item);
  g_autofree char *label = way_record_dup_label (record);
  g_autofree char *human_id = way_record_dup_human_id (record);
  g_autofree char *text
      = human_id != NULL ? g_strdup_printf ("%s  %s", human_id, label) : g_strdup (label);

  gtk_label_set_text (GTK_LABEL (gtk_list_item_get_child (item)), text);
}

static void
way_figure_card_dispose (GObject *object)
{
  WayFigureCard *self = WAY_FIGURE_CARD (object);

  g_clear_pointer (&self->popover, gtk_widget_unparent);
  g_clear_object (&self->rows);
  G_OBJECT_CLASS (way_figure_card_parent_class)->dispose (object);
}

static void
way_figure_card_class_init (WayFigureCardClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = way_figure_card_dispose;
}

static void
build_popover (WayFigureCard *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *list;

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  list = gtk_list_view_new (GTK_SELECTION_MODEL (gtk_single_selection_new (
                                G_LIST_MODEL (g_object_ref (self->rows)))),
                            factory);
  gtk_list_view_set_single_click_activate (GTK_LIST_VIEW (list), TRUE);
  g_signal_connect (list, "activate", G_CALLBACK (activate_cb), self);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), 320);
  gtk_scrolled_window_set_min_content_width (GTK_SCROLLED_WINDOW (scroller), 260);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), list);
  self->popover = gtk_popover_new ();
  gtk_popover_set_child (GTK_POPOVER (self->popover), scroller);
  gtk_widget_add_css_class (self->popover, "choices");
  gtk_widget_set_parent (self->popover, self->button);
}

static void
way_figure_card_init (WayFigureCard *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  self->rows = g_list_store_new (WAY_TYPE_RECORD);
  self->name = gtk_label_new (NULL);
  self->figure = gtk_label_new (NULL);
  self->note = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->name), 0);
  gtk_label_set_wrap (GTK_LABEL (self->name), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (self->name), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (self->figure), 0);
  gtk_label_set_ellipsize (GTK_LABEL (self->figure), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (self->note), 0);
  gtk_label_set_wrap (GTK_LABEL (self->note), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (self->note), PANGO_WRAP_WORD_CHAR);
  gtk_widget_set_halign (self->note, GTK_ALIGN_START);
  gtk_widget_add_css_class (self->name, "secondary");
  gtk_widget_add_css_class (self->figure, "figure");
  gtk_box_append (GTK_BOX (box), self->name);
  gtk_box_append (GTK_BOX (box), self->figure);
  gtk_box_append (GTK_BOX (box), self->note);
  self->button = gtk_button_new ();
  gtk_button_set_child (GTK_BUTTON (self->button), box);
  gtk_widget_add_css_class (self->button, "card");
  gtk_widget_set_hexpand (self->button, TRUE);
  g_signal_connect (self->button, "clicked", G_CALLBACK (clicked_cb), self);
  gtk_box_append (GTK_BOX (self), self->button);
  build_popover (self);
}

GtkWidget *
way_figure_card_new (const char *name)
{
  WayFigureCard *self = g_object_new (WAY_TYPE_FIGURE_CARD, NULL);

  gtk_label_set_text (GTK_LABEL (self->name), name);
  return GTK_WIDGET (self);
}

void
way_figure_card_set (
    WayFigureCard *self, const char *figure, const char *note, const char *tone, GPtrArray *rows)
{
  static const char *const tones[] = { "good", "warning", "bad" };
  g_autofree char *name
      = g_strdup_printf ("%s: %s, %s", gtk_label_get_text (GTK_LABEL (self->name)), figure, note);

  gtk_label_set_text (GTK_LABEL (self->figure), figure);
  gtk_label_set_text (GTK_LABEL (self->note), note);
  gtk_widget_set_tooltip_text (self->note, note);
  for (gsize i = 0; i < G_N_ELEMENTS (tones); i++)
    gtk_widget_remove_css_class (self->note, tones[i]);
  gtk_widget_remove_css_class (self->note, "chip");
  gtk_widget_remove_css_class (self->note, "secondary");
  gtk_widget_add_css_class (self->note, tone != NULL ? "chip" : "secondary");
  if (tone != NULL)
    gtk_widget_add_css_class (self->note, tone);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name, -1);
  g_list_store_splice (self->rows, 0, g_list_model_get_n_items (G_LIST_MODEL (self->rows)),
                       rows != NULL ? rows->pdata : NULL, rows != NULL ? rows->len : 0);
}

/**
 * way_figure_cards_new:
 * @names: (array length=n_cards): untranslated
 * @cards: (out caller-allocates) (array length=n_cards) (transfer none)
 *
 * Returns: (transfer floating): small cards side by side, as many in a row as there is room for
 */
GtkWidget *
way_figure_cards_new (const char *const *names, guint n_cards, GtkWidget **cards)
{
  GtkWidget *flow = gtk_flow_box_new ();

  gtk_flow_box_set_selection_mode (GTK_FLOW_BOX (flow), GTK_SELECTION_NONE);
  gtk_flow_box_set_homogeneous (GTK_FLOW_BOX (flow), TRUE);
  gtk_flow_box_set_min_children_per_line (GTK_FLOW_BOX (flow), 2);
  gtk_flow_box_set_max_children_per_line (GTK_FLOW_BOX (flow), n_cards);
  gtk_flow_box_set_column_spacing (GTK_FLOW_BOX (flow), 8);
  gtk_flow_box_set_row_spacing (GTK_FLOW_BOX (flow), 8);
  for (guint i = 0; i < n_cards; i++)
    {
      cards[i] = way_figure_card_new (_ (names[i]));
      gtk_widget_add_css_class (cards[i], "small-card");
      gtk_flow_box_append (GTK_FLOW_BOX (flow), cards[i]);
    }
  return flow;
}
