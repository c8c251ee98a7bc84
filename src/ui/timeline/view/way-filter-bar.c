/* way-filter-bar.c: WayFilterBar, what narrows the timeline down, and finds in it.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-i18n.h"

#include "ui/timeline/view/way-filter-bar.h"

#include "ui/widgets/way-choice-popover.h"
#include "ui/widgets/way-date-entry.h"
#include "ui/widgets/way-short-button.h"

struct _WayFilterBar
{
  GtkBox parent_instance;

  WayDocument *document;
  WayTaskFilter filter;
  gboolean updating; /* our own change of a control: nobody is told */

  GtkWidget *search;
  GtkWidget *owner, *state, *done_for, *dates, *only; /* GtkMenuButton */
  GtkWidget *from, *to;                               /* WayDateEntry */
  GtkLabel *problem;                                  /* with these dates */
  GtkWidget *narrow;
  GtkLabel *count;
  GSimpleActionGroup *actions; /* critical, late, conflicts */
};

G_DEFINE_FINAL_TYPE (WayFilterBar, way_filter_bar, GTK_TYPE_BOX)

enum
{
  CHANGED,
  FIND,
  CLOSED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* ------------------------------------------------------------------ what the buttons say */

/* "Owner" alone stands for everybody; a choice follows it and is set off by its weight. */
static void
set_button (GtkWidget *button, const char *name, const char *choice)
{
  g_autofree char *text = NULL;

  /* Translators: a button that filters: what by, and the choice, as in Owner: Anna */
  text = choice != NULL ? g_strdup_printf (_ ("%s: %s"), name, choice) : g_strdup (name);
  way_short_button_set_label (GTK_MENU_BUTTON (button), text, NULL);
  if (choice != NULL)
    gtk_widget_add_css_class (button, "chosen");
  else
    gtk_widget_remove_css_class (button, "chosen");
}

static char *
dup_record_label (WayFilterBar *self, gint64 id)
{
  WayRecord *record = way_plan_lookup (way_document_get_plan (self->document), id);

  return record != NULL ? way_record_dup_label (record) : g_strdup ("?");
}

static char *
dup_dates_label (const WayTaskFilter *filter)
{
  g_autofree char *from = NULL, *to = NULL;

  if (filter->from == WAY_NEVER && filter->to == WAY_NEVER)
    return NULL;
  from = filter->from != WAY_NEVER ? way_moment_format_short (filter->from) : g_strdup ("…");
  to = filter->to != WAY_NEVER ? way_moment_format_short (filter->to) : g_strdup ("…");
  return g_strdup_printf ("%s – %s", from, to);
}

static char *
dup_only_label (const WayTaskFilter *filter)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) words = NULL;

  if (filter->critical)
    g_strv_builder_add (builder, _ ("critical"));
  if (filter->late)
    g_strv_builder_add (builder, _ ("late"));
  if (filter->conflicts)
    g_strv_builder_add (builder, _ ("in conflict"));
  words = g_strv_builder_end (builder);
  return words[0] != NULL ? g_strjoinv (", ", words) : NULL;
}

static void
update_buttons (WayFilterBar *self)
{
  const WayTaskFilter *filter = &self->filter;
  g_autofree char *owner = NULL, *done_for = NULL, *dates = dup_dates_label (filter);
  g_autofree char *only = dup_only_label (filter);

  if (filter->owner == WAY_TASK_FILTER_NOBODY)
    owner = g_strdup (_ ("nobody"));
  else if (filter->owner != 0)
    owner = dup_record_label (self, filter->owner);
  if (filter->done_for != 0)
    done_for = dup_record_label (self, filter->done_for);
  set_button (self->owner, _ ("Owner"), owner);
  set_button (self->state, _ ("State"),
              filter->state >= 0 ? way_enum_label (&way_enum_task_state, filter->state) : NULL);
  set_button (self->done_for, _ ("Milestone"), done_for);
  set_button (self->dates, _ ("Dates"), dates);
  set_button (self->only, _ ("Only"), only);
}

static void
changed (WayFilterBar *self)
{
  update_buttons (self);
  if (!self->updating)
    g_signal_emit (self, signals[CHANGED], 0);
}

/* ------------------------------------------------------------------ the controls */

static void
search_changed_cb (GtkSearchEntry *search, WayFilterBar *self)
{
  g_free (self->filter.text);
  self->filter.text = g_strdup (gtk_editable_get_text (GTK_EDITABLE (search)));
  changed (self);
}

static void
next_cb (GtkSearchEntry *search, WayFilterBar *self)
{
  search_changed_cb (search, self); /* the entry waits a little before it tells */
  g_signal_emit (self, signals[FIND], 0, 1);
}

static void
previous_cb (GtkSearchEntry *search, WayFilterBar *self)
{
  search_changed_cb (search, self);
  g_signal_emit (self, signals[FIND], 0, -1);
}

static gboolean
search_key_cb (GtkEventControllerKey *keys,
               guint keyval,
               guint keycode,
               GdkModifierType state,
               WayFilterBar *self)
{
  if ((keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter) && (state & GDK_SHIFT_MASK) != 0)
    {
      previous_cb (GTK_SEARCH_ENTRY (self->search), self);
      return GDK_EVENT_STOP;
    }
  return GDK_EVENT_PROPAGATE;
}

static void
close_cb (WayFilterBar *self)
{
  way_filter_bar_clear (self);
  g_signal_emit (self, signals[CLOSED], 0);
}

static void
owner_chosen_cb (WayChoicePopover *popover, gint64 value, WayFilterBar *self)
{
  self->filter.owner = value;
  changed (self);
}

static void
state_chosen_cb (WayChoicePopover *popover, gint64 value, WayFilterBar *self)
{
  self->filter.state = (int)value;
  changed (self);
}

static void
done_for_chosen_cb (WayChoicePopover *popover, gint64 value, WayFilterBar *self)
{
  self->filter.done_for = value;
  changed (self);
}

static WayChoicePopover *
popover_of (GtkMenuButton *button)
{
  WayChoicePopover *popover = WAY_CHOICE_POPOVER (gtk_menu_button_get_popover (button));

  way_choice_popover_clear (popover);
  return popover;
}

static void
add_records (WayChoicePopover *popover, WayFilterBar *self, const WayRecordType *type)
{
  GPtrArray *records = way_plan_peek_records (way_document_get_plan (self->document), type);

  for (guint i = 0; i < records->len; i++)
    {
      g_autofree char *label = way_record_dup_label (records->pdata[i]);

      way_choice_popover_add (popover, label, WAY_RECORD (records->pdata[i])->id);
    }
}

static void
fill_owners (GtkMenuButton *button, gpointer data)
{
  WayFilterBar *self = data;
  WayChoicePopover *popover = popover_of (button);

  way_choice_popover_add (popover, _ ("Everybody"), 0);
  way_choice_popover_add (popover, _ ("Nobody yet"), WAY_TASK_FILTER_NOBODY);
  add_records (popover, self, &way_resource_type);
  way_choice_popover_select (popover, self->filter.owner);
}

static void
fill_states (GtkMenuButton *button, gpointer data)
{
  WayFilterBar *self = data;
  WayChoicePopover *popover = popover_of (button);

  way_choice_popover_add (popover, _ ("Any state"), -1);
  for (guint i = 0; i < way_enum_task_state.n_values; i++)
    way_choice_popover_add (popover, way_enum_label (&way_enum_task_state, i), i);
  way_choice_popover_select (popover, self->filter.state);
}

static void
fill_milestones (GtkMenuButton *button, gpointer data)
{
  WayFilterBar *self = data;
  WayChoicePopover *popover = popover_of (button);

  way_choice_popover_add (popover, _ ("Any milestone or initiative"), 0);
  add_records (popover, self, &way_initiative_type);
  add_records (popover, self, &way_milestone_type);
  way_choice_popover_select (popover, self->filter.done_for);
}

/* Marks the field when its text is no date. */
static gboolean
read_date (GtkWidget *entry, WayMoment *moment, GError **error)
{
  GtkWidget *text = way_date_entry_get_entry (WAY_DATE_ENTRY (entry));
  gboolean good = way_date_entry_get_value (WAY_DATE_ENTRY (entry), moment, error);

  if (good)
    gtk_widget_remove_css_class (text, "error");
  else
    gtk_widget_add_css_class (text, "error");
  return good;
}

/* A bad date leaves the filter as it was, and is told below the fields. */
static void
dates_edited_cb (WayFilterBar *self)
{
  WayMoment from, to;
  g_autoptr (GError) error = NULL;
  const char *problem = NULL;

  if (self->updating)
    return;
  if (!read_date (self->from, &from, &error) || !read_date (self->to, &to, &error))
    problem = error->message;
  else if (from != WAY_NEVER && to != WAY_NEVER && to < from)
    problem = _ ("The second date is before the first: nothing can be between them.");
  gtk_label_set_label (self->problem, problem != NULL ? problem : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), problem != NULL);
  if (problem != NULL)
    return;
  self->filter.from = from;
  self->filter.to = to;
  changed (self);
}

/* Dates that came from elsewhere are good ones. */
static void
show_dates (WayFilterBar *self)
{
  self->updating = TRUE;
  way_date_entry_set_value (WAY_DATE_ENTRY (self->from), self->filter.from);
  way_date_entry_set_value (WAY_DATE_ENTRY (self->to), self->filter.to);
  self->updating = FALSE;
  gtk_widget_remove_css_class (way_date_entry_get_entry (WAY_DATE_ENTRY (self->from)), "error");
  gtk_widget_remove_css_class (way_date_entry_get_entry (WAY_DATE_ENTRY (self->to)), "error");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), FALSE);
}

/* What was wrong, and has changed nothing, is not there the next time. */
static void
dates_closed_cb (WayFilterBar *self)
{
  if (gtk_widget_get_visible (GTK_WIDGET (self->problem)))
    show_dates (self);
}

static void
clear_dates_cb (WayFilterBar *self)
{
  self->filter.from = self->filter.to = WAY_NEVER;
  show_dates (self);
  gtk_menu_button_popdown (GTK_MENU_BUTTON (self->dates));
  changed (self);
}

static gboolean *
flag_of (WayFilterBar *self, const char *name)
{
  if (g_str_equal (name, "critical"))
    return &self->filter.critical;
  return g_str_equal (name, "late") ? &self->filter.late : &self->filter.conflicts;
}

static void
flag_cb (GSimpleAction *action, GVariant *state, gpointer data)
{
  WayFilterBar *self = data;

  *flag_of (self, g_action_get_name (G_ACTION (action))) = g_variant_get_boolean (state);
  g_simple_action_set_state (action, state);
  changed (self);
}

static void
narrow_cb (WayFilterBar *self)
{
  changed (self);
}

/* ------------------------------------------------------------------ how it is built */

static GtkWidget *
button_new (WayFilterBar *self)
{
  GtkWidget *button = way_short_button_new ("");

  gtk_box_append (GTK_BOX (self), button);
  return button;
}

static GtkWidget *
choice_button_new (WayFilterBar *self, GtkMenuButtonCreatePopupFunc fill, GCallback chosen)
{
  GtkWidget *button = button_new (self);
  GtkWidget *popover = way_choice_popover_new ();

  g_signal_connect_object (popover, "chosen", chosen, self, 0);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), popover);
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (button), fill, self, NULL);
  return button;
}

static GtkWidget *
date_row_new (WayFilterBar *self, GtkGrid *grid, int row, const char *name)
{
  GtkWidget *label = gtk_label_new (name);
  GtkWidget *entry = way_date_entry_new (FALSE, 0);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  way_date_entry_set_name (WAY_DATE_ENTRY (entry), name);
  g_signal_connect_object (entry, "edited", G_CALLBACK (dates_edited_cb), self, G_CONNECT_SWAPPED);
  gtk_grid_attach (grid, label, 0, row, 1, 1);
  gtk_grid_attach (grid, entry, 1, row, 1, 1);
  return entry;
}

static GtkWidget *
dates_button_new (WayFilterBar *self)
{
  GtkWidget *button = button_new (self);
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *grid = gtk_grid_new ();
  GtkWidget *clear = gtk_button_new_with_label (_ ("Any time"));

  gtk_grid_set_row_spacing (GTK_GRID (grid), 6);
  gtk_grid_set_column_spacing (GTK_GRID (grid), 12);
  gtk_widget_add_css_class (popover, "padded");
  self->from = date_row_new (self, GTK_GRID (grid), 0, _ ("From"));
  self->to = date_row_new (self, GTK_GRID (grid), 1, _ ("Until"));
  g_signal_connect_object (clear, "clicked", G_CALLBACK (clear_dates_cb), self, G_CONNECT_SWAPPED);
  self->problem = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->problem, 0);
  gtk_label_set_wrap (self->problem, TRUE);
  gtk_label_set_max_width_chars (self->problem, 28);
  gtk_widget_add_css_class (GTK_WIDGET (self->problem), "error");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), FALSE);
  g_signal_connect_object (popover, "closed", G_CALLBACK (dates_closed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_grid_attach (GTK_GRID (grid), GTK_WIDGET (self->problem), 0, 2, 2, 1);
  gtk_grid_attach (GTK_GRID (grid), clear, 1, 3, 1, 1);
  gtk_popover_set_child (GTK_POPOVER (popover), grid);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), popover);
  return button;
}

static GtkWidget *
only_button_new (WayFilterBar *self)
{
  const GActionEntry entries[] = {
    { "critical", .state = "false", .change_state = flag_cb },
    { "late", .state = "false", .change_state = flag_cb },
    { "conflicts", .state = "false", .change_state = flag_cb },
  };
  GtkWidget *button = button_new (self);
  g_autoptr (GMenu) menu = g_menu_new ();

  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries),
                                   self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "filter", G_ACTION_GROUP (self->actions));
  g_menu_append (menu, _ ("_Critical tasks"), "filter.critical");
  g_menu_append (menu, _ ("_Late tasks"), "filter.late");
  g_menu_append (menu, _ ("Tasks in c_onflict"), "filter.conflicts");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  return button;
}

static void
add_search (WayFilterBar *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->search = gtk_search_entry_new ();
  g_object_set (self->search, "placeholder-text", _ ("Title, id or notes"), "search-delay", 120,
                "width-chars", 10, "max-width-chars", 28, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->search), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Find tasks"), -1);
  gtk_widget_set_hexpand (self->search, TRUE);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (search_key_cb), self);
  gtk_widget_add_controller (self->search, keys);
  g_signal_connect (self->search, "search-changed", G_CALLBACK (search_changed_cb), self);
  g_signal_connect (self->search, "activate", G_CALLBACK (next_cb), self);
  g_signal_connect (self->search, "next-match", G_CALLBACK (next_cb), self);
  g_signal_connect (self->search, "previous-match", G_CALLBACK (previous_cb), self);
  g_signal_connect_object (self->search, "stop-search", G_CALLBACK (close_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self), self->search);
}

static void
way_filter_bar_dispose (GObject *object)
{
  WayFilterBar *self = WAY_FILTER_BAR (object);

  g_clear_object (&self->actions);
  g_clear_object (&self->document);
  G_OBJECT_CLASS (way_filter_bar_parent_class)->dispose (object);
}

static void
way_filter_bar_finalize (GObject *object)
{
  way_task_filter_clear (&WAY_FILTER_BAR (object)->filter);
  G_OBJECT_CLASS (way_filter_bar_parent_class)->finalize (object);
}

static void
way_filter_bar_class_init (WayFilterBarClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = way_filter_bar_dispose;
  G_OBJECT_CLASS (klass)->finalize = way_filter_bar_finalize;
  signals[CHANGED] = g_signal_new ("changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
  signals[FIND] = g_signal_new ("find", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                1, G_TYPE_INT);
  signals[CLOSED] = g_signal_new ("closed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 0);
}

static void
way_filter_bar_init (WayFilterBar *self)
{
  GtkWidget *close = gtk_button_new_from_icon_name ("window-close-symbolic");

  way_task_filter_init (&self->filter);
  gtk_widget_add_css_class (GTK_WIDGET (self), "toolbar-row");
  gtk_widget_add_css_class (GTK_WIDGET (self), "filter-bar");
  add_search (self);
  self->owner = choice_button_new (self, fill_owners, G_CALLBACK (owner_chosen_cb));
  self->state = choice_button_new (self, fill_states, G_CALLBACK (state_chosen_cb));
  self->done_for = choice_button_new (self, fill_milestones, G_CALLBACK (done_for_chosen_cb));
  self->dates = dates_button_new (self);
  self->only = only_button_new (self);

  self->narrow = gtk_check_button_new_with_label (_ ("Hide others"));
  gtk_widget_set_tooltip_text (self->narrow,
                               _ ("Off: nothing is hidden, F3 goes from match to match"));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->narrow), TRUE);
  g_signal_connect_object (self->narrow, "toggled", G_CALLBACK (narrow_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self), self->narrow);

  self->count = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->count, 1);
  gtk_widget_add_css_class (GTK_WIDGET (self->count), "secondary");
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->count));

  gtk_widget_set_tooltip_text (close, _ ("Show all tasks (Esc)"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (close), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Show all tasks"), -1);
  gtk_widget_add_css_class (close, "flat");
  g_signal_connect_object (close, "clicked", G_CALLBACK (close_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self), close);
  update_buttons (self);
}

/**
 * way_filter_bar_new:
 * @document: whose people and milestones can be chosen
 *
 * Returns: (transfer full) (type WayFilterBar)
 */
GtkWidget *
way_filter_bar_new (WayDocument *document)
{
  WayFilterBar *self = g_object_new (WAY_TYPE_FILTER_BAR, NULL);

  self->document = g_object_ref (document);
  return GTK_WIDGET (self);
}

/* Returns: (transfer none): valid until the next change */
const WayTaskFilter *
way_filter_bar_get_filter (WayFilterBar *self)
{
  return &self->filter;
}

/**
 * way_filter_bar_set_filter:
 * @filter: copied
 *
 * Shows @filter in the controls. Emits ::changed once.
 */
void
way_filter_bar_set_filter (WayFilterBar *self, const WayTaskFilter *filter)
{
  static const char *const flags[] = { "critical", "late", "conflicts" };
  WayTaskFilter copy;

  way_task_filter_copy (&copy, filter);
  way_task_filter_clear (&self->filter);
  self->filter = copy;
  self->updating = TRUE;
  g_signal_handlers_block_by_func (self->search, search_changed_cb, self);
  gtk_editable_set_text (GTK_EDITABLE (self->search), copy.text != NULL ? copy.text : "");
  g_signal_handlers_unblock_by_func (self->search, search_changed_cb, self);
  show_dates (self);
  self->updating = TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (flags); i++)
    g_action_group_change_action_state (G_ACTION_GROUP (self->actions), flags[i],
                                        g_variant_new_boolean (*flag_of (self, flags[i])));
  self->updating = FALSE;
  changed (self);
}

/* Whether what does not match is hidden. */
gboolean
way_filter_bar_get_narrow (WayFilterBar *self)
{
  return gtk_check_button_get_active (GTK_CHECK_BUTTON (self->narrow));
}

void
way_filter_bar_set_narrow (WayFilterBar *self, gboolean narrow)
{
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->narrow), narrow);
}

/* "23 of 144"; nothing while the filter is empty. */
void
way_filter_bar_set_count (WayFilterBar *self, guint n_found, guint n_all)
{
  g_autofree char *text = NULL;

  if (!way_task_filter_is_empty (&self->filter))
    /* Translators: so many tasks of all tasks match the filter */
    text = g_strdup_printf (_ ("%u of %u"), n_found, n_all);
  gtk_label_set_text (self->count, text != NULL ? text : "");
}

void
way_filter_bar_clear (WayFilterBar *self)
{
  WayTaskFilter none;

  way_task_filter_init (&none);
  way_filter_bar_set_filter (self, &none);
}

/* The keyboard goes to the text, which is selected. */
void
way_filter_bar_open (WayFilterBar *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
  gtk_widget_grab_focus (self->search);
}
