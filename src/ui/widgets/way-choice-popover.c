/* way-choice-popover.c: WayChoicePopover, a list to choose one from, with search when it is long.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * GtkDropDown searches by the beginning only before 4.12, and people look for a word. */

#include "model/way-i18n.h"

#include "ui/widgets/way-choice-popover.h"

#define SEARCH_FROM 9 /* choices; fewer are seen at a glance */

struct _WayChoicePopover
{
  GtkPopover parent_instance;

  GtkWidget *search;
  GtkWidget *list;
  GtkStringList *labels;
  GHashTable *values; /* GtkStringObject → gint64 */
  GtkStringFilter *filter;
  GtkSingleSelection *selection;
};

G_DEFINE_FINAL_TYPE (WayChoicePopover, way_choice_popover, GTK_TYPE_POPOVER)

enum
{
  CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
choose (WayChoicePopover *self, GtkStringObject *choice)
{
  gint64 *value = choice != NULL ? g_hash_table_lookup (self->values, choice) : NULL;

  if (value == NULL)
    return;
  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, signals[CHOSEN], 0, *value);
}

static void
activate_cb (GtkListView *list, guint position, WayChoicePopover *self)
{
  g_autoptr (GtkStringObject) choice
      = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  choose (self, choice);
}

static void
search_activate_cb (GtkSearchEntry *search, WayChoicePopover *self)
{
  choose (self, gtk_single_selection_get_selected_item (self->selection));
}

static void
search_changed_cb (GtkSearchEntry *search, WayChoicePopover *self)
{
  gtk_string_filter_set_search (self->filter, gtk_editable_get_text (GTK_EDITABLE (search)));
}

static gboolean
search_key_cb (GtkEventControllerKey *controller,
               guint keyval,
               guint keycode,
               GdkModifierType state,
               WayChoicePopover *self)
{
  if (keyval != GDK_KEY_Down)
    return GDK_EVENT_PROPAGATE;
  gtk_widget_grab_focus (self->list);
  return GDK_EVENT_STOP;
}

static void
setup_cb (GtkListItemFactory *factory, GtkListItem *item, gpointer data)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_list_item_set_child (item, label);
}

static void
bind_cb (GtkListItemFactory *factory, GtkListItem *item, gpointer data)
{
  GtkStringObject *choice = gtk_list_item_get_item (item);
  GtkWidget *label = gtk_list_item_get_child (item), *row = gtk_widget_get_parent (label);
  const char *text = gtk_string_object_get_string (choice);

  gtk_label_set_text (GTK_LABEL (label), text);
  if (row != NULL) /* which has the focus, and is what is heard */
    gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

/* The list itself would give the keyboard to its first row, and Enter would change the value. */
static void
focus_selected (WayChoicePopover *self)
{
  for (GtkWidget *row = gtk_widget_get_first_child (self->list); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    if (gtk_widget_get_state_flags (row) & GTK_STATE_FLAG_SELECTED)
      {
        gtk_widget_grab_focus (row);
        return;
      }
  gtk_widget_grab_focus (self->list);
}

/* A letter goes to the next choice that begins with it. */
static gboolean
letter_cb (GtkEventControllerKey *controller,
           guint keyval,
           guint keycode,
           GdkModifierType state,
           WayChoicePopover *self)
{
  gunichar letter = g_unichar_tolower (gdk_keyval_to_unicode (keyval));
  guint n_items = g_list_model_get_n_items (G_LIST_MODEL (self->selection));
  guint selected = gtk_single_selection_get_selected (self->selection);

  if (!g_unichar_isalnum (letter) || (state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;
  for (guint i = 1; i <= n_items; i++)
    {
      guint position = (selected + i) % n_items;
      g_autoptr (GtkStringObject) choice
          = g_list_model_get_item (G_LIST_MODEL (self->selection), position);
      const char *label = gtk_string_object_get_string (choice);

      if (g_unichar_tolower (g_utf8_get_char (label)) == letter)
        {
          gtk_single_selection_set_selected (self->selection, position);
          focus_selected (self);
          break;
        }
    }
  return GDK_EVENT_STOP;
}

static void
way_choice_popover_show (GtkWidget *widget)
{
  WayChoicePopover *self = WAY_CHOICE_POPOVER (widget);
  gboolean searchable = g_list_model_get_n_items (G_LIST_MODEL (self->labels)) >= SEARCH_FROM;

  gtk_widget_set_visible (self->search, searchable);
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  GTK_WIDGET_CLASS (way_choice_popover_parent_class)->show (widget);
  if (searchable)
    gtk_widget_grab_focus (self->search);
  else
    focus_selected (self);
}

static void
way_choice_popover_dispose (GObject *object)
{
  WayChoicePopover *self = WAY_CHOICE_POPOVER (object);

  g_clear_pointer (&self->values, g_hash_table_unref);
  g_clear_object (&self->labels);
  G_OBJECT_CLASS (way_choice_popover_parent_class)->dispose (object);
}

static void
way_choice_popover_class_init (WayChoicePopoverClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = way_choice_popover_dispose;
  GTK_WIDGET_CLASS (klass)->show = way_choice_popover_show;
  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
}

static GtkWidget *
build_list (WayChoicePopover *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkFilterListModel *filtered;
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->filter = gtk_string_filter_new (
      gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string"));
  filtered = gtk_filter_list_model_new (g_object_ref (G_LIST_MODEL (self->labels)),
                                        GTK_FILTER (self->filter));
  self->selection = gtk_single_selection_new (G_LIST_MODEL (filtered));
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  self->list = gtk_list_view_new (GTK_SELECTION_MODEL (self->selection), factory);
  gtk_list_view_set_single_click_activate (GTK_LIST_VIEW (self->list), TRUE);
  g_signal_connect (self->list, "activate", G_CALLBACK (activate_cb), self);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (letter_cb), self);
  gtk_widget_add_controller (self->list, keys);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->list);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_propagate_natural_width (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), 320);
  gtk_scrolled_window_set_max_content_width (GTK_SCROLLED_WINDOW (scroller), 420);
  gtk_scrolled_window_set_min_content_width (GTK_SCROLLED_WINDOW (scroller), 200);
  return scroller;
}

static void
way_choice_popover_init (WayChoicePopover *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->labels = gtk_string_list_new (NULL);
  self->values = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  self->search = gtk_search_entry_new ();
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->search), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Search"), -1);
  g_signal_connect (self->search, "search-changed", G_CALLBACK (search_changed_cb), self);
  g_signal_connect (self->search, "activate", G_CALLBACK (search_activate_cb), self);
  g_signal_connect_swapped (self->search, "stop-search", G_CALLBACK (gtk_popover_popdown), self);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (search_key_cb), self);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (self->search, keys);
  gtk_box_append (GTK_BOX (box), self->search);
  gtk_box_append (GTK_BOX (box), build_list (self));
  gtk_popover_set_child (GTK_POPOVER (self), box);
  gtk_widget_add_css_class (GTK_WIDGET (self), "choices");
}

GtkWidget *
way_choice_popover_new (void)
{
  return g_object_new (WAY_TYPE_CHOICE_POPOVER, NULL);
}

void
way_choice_popover_clear (WayChoicePopover *self)
{
  g_hash_table_remove_all (self->values);
  gtk_string_list_splice (self->labels, 0, g_list_model_get_n_items (G_LIST_MODEL (self->labels)),
                          NULL);
}

void
way_choice_popover_add (WayChoicePopover *self, const char *label, gint64 value)
{
  GListModel *model = G_LIST_MODEL (self->labels);
  g_autoptr (GtkStringObject) choice = NULL;

  gtk_string_list_append (self->labels, label);
  choice = g_list_model_get_item (model, g_list_model_get_n_items (model) - 1);
  g_hash_table_insert (self->values, choice, g_memdup2 (&value, sizeof value));
}

/**
 * way_choice_popover_select:
 *
 * Marks the present choice; does not emit ::chosen.
 */
void
way_choice_popover_select (WayChoicePopover *self, gint64 value)
{
  guint n_items = g_list_model_get_n_items (G_LIST_MODEL (self->selection));

  for (guint i = 0; i < n_items; i++)
    {
      g_autoptr (GtkStringObject) choice
          = g_list_model_get_item (G_LIST_MODEL (self->selection), i);
      gint64 *found = g_hash_table_lookup (self->values, choice);

      if (found != NULL && *found == value)
        {
          gtk_single_selection_set_selected (self->selection, i);
          break;
        }
    }
}
