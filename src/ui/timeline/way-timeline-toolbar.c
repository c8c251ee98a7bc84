/* way-timeline-toolbar.c: the bar over the timeline: what is shown, and how close.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-i18n.h"

#include "ui/timeline/way-timeline-page-private.h"
#include "ui/way-actions.h"
#include "ui/widgets/way-short-button.h"

#define ZOOM_LETTERS 7 /* of most levels: the buttons stay where they are */

/* On the button, whose icon says that it is about colours … */
static const char *const color_words[WAY_N_COLORS] = {
  [WAY_COLOR_BY_STATUS] = N_ ("Status"),     [WAY_COLOR_BY_INITIATIVE] = N_ ("Initiative"),
  [WAY_COLOR_BY_OWNER] = N_ ("Owner"),       [WAY_COLOR_PLAIN] = N_ ("All the same"),
  [WAY_COLOR_BY_CRITICAL] = N_ ("Critical"),
};

/* … and for those who do not see the icon. */
static const char *const color_labels[WAY_N_COLORS] = {
  [WAY_COLOR_BY_STATUS] = N_ ("Colour: status"),
  [WAY_COLOR_BY_INITIATIVE] = N_ ("Colour: initiative"),
  [WAY_COLOR_BY_OWNER] = N_ ("Colour: owner"),
  [WAY_COLOR_PLAIN] = N_ ("Colour: plain"),
  [WAY_COLOR_BY_CRITICAL] = N_ ("Colour: critical"),
};

static const char *const grouping_names[WAY_N_GROUPINGS] = {
  [WAY_GROUP_BY_NONE] = N_ ("No groups"),           [WAY_GROUP_BY_OWNER] = N_ ("By owner"),
  [WAY_GROUP_BY_STATE] = N_ ("By state"),           [WAY_GROUP_BY_MILESTONE] = N_ ("By milestone"),
  [WAY_GROUP_BY_INITIATIVE] = N_ ("By initiative"), [WAY_GROUP_BY_CRITICAL] = N_ ("By critical"),
};

/* On the button, whose icon says that it is about groups. */
static const char *const grouping_words[WAY_N_GROUPINGS] = {
  [WAY_GROUP_BY_OWNER] = N_ ("Owner"),
  [WAY_GROUP_BY_STATE] = N_ ("State"),
  [WAY_GROUP_BY_MILESTONE] = N_ ("Milestone"),
  [WAY_GROUP_BY_INITIATIVE] = N_ ("Initiative"),
  [WAY_GROUP_BY_CRITICAL] = N_ ("Critical"),
};

static GtkWidget *
action_button (const char *label, const char *icon, const char *action)
{
  GtkWidget *button
      = icon != NULL ? gtk_button_new_from_icon_name (icon) : gtk_button_new_with_label (label);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  way_actions_set_tooltip (button, action);
  return button;
}

static void
append_int_item (GMenu *menu, const char *label, const char *action, int value)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, action, "i", value);
  g_menu_append_item (menu, item);
}

static GMenuModel *
color_menu_new (void)
{
  GMenu *menu = g_menu_new ();

  for (int i = 0; i < WAY_N_COLORS; i++)
    append_int_item (menu, way_gantt_color_name ((WayGanttColor)i), "timeline.color", i);
  return G_MENU_MODEL (menu);
}

static GMenuModel *
links_menu_new (void)
{
  GMenu *menu = g_menu_new ();

  append_int_item (menu, _ ("All"), "timeline.links", WAY_LINKS_ALL);
  append_int_item (menu, _ ("Of the selected rows"), "timeline.links", WAY_LINKS_SELECTED);
  append_int_item (menu, _ ("None"), "timeline.links", WAY_LINKS_NONE);
  return G_MENU_MODEL (menu);
}

static GMenuModel *
label_menu_new (const char *action)
{
  GMenu *menu = g_menu_new ();

  for (int i = 0; i < WAY_N_LABELS; i++)
    append_int_item (menu, way_gantt_label_name ((WayGanttLabel)i), action, i);
  return G_MENU_MODEL (menu);
}

static void
append_submenu (GMenu *menu, const char *label, GMenuModel *submenu)
{
  g_menu_append_submenu (menu, label, submenu);
  g_object_unref (submenu);
}

static void
append_item (GMenu *menu, const char *action)
{
  g_autoptr (GMenuItem) item = way_actions_new_menu_item (action);

  g_menu_append_item (menu, item);
}

static GMenuModel *
levels_menu_new (void)
{
  static const char *const names[]
      = { "timeline.levels(0)", "timeline.levels(1)", "timeline.levels(2)", "timeline.levels(3)",
          "timeline.levels(4)", "timeline.levels(5)", NULL };

  return G_MENU_MODEL (way_actions_new_menu (names));
}

static GMenuModel *
sort_menu_new (void)
{
  static const char *const names[]
      = { "timeline.sort-up", "timeline.sort-down", "timeline.unsort", NULL };

  return G_MENU_MODEL (way_actions_new_menu (names));
}

static GMenuModel *
grouping_menu_new (void)
{
  GMenu *menu = g_menu_new ();

  for (int i = 0; i < WAY_N_GROUPINGS; i++)
    append_int_item (menu, _ (grouping_names[i]), "timeline.grouping", i);
  return G_MENU_MODEL (menu);
}

static GMenuModel *
show_menu_new (void)
{
  static const char *const names[] = { "timeline.critical",
                                       "timeline.chain",
                                       "timeline.floats",
                                       "timeline.deadlines",
                                       "timeline.progress",
                                       "timeline.progress-line",
                                       "-",
                                       "timeline.non-working",
                                       "timeline.grid",
                                       "timeline.week-numbers",
                                       "timeline.legend",
                                       "timeline.overview",
                                       NULL };
  GMenu *menu = way_actions_new_menu (names);
  GMenu *choices = g_menu_new ();

  append_submenu (choices, _ ("Group"), grouping_menu_new ());
  append_submenu (choices, _ ("Levels"), levels_menu_new ());
  append_submenu (choices, _ ("Sort"), sort_menu_new ());
  append_item (choices, "timeline.columns");
  append_submenu (choices, _ ("Links"), links_menu_new ());
  append_submenu (choices, _ ("Labels left of bars"), label_menu_new ("timeline.label-left"));
  append_submenu (choices, _ ("Labels inside bars"), label_menu_new ("timeline.label-inside"));
  append_submenu (choices, _ ("Labels right of bars"), label_menu_new ("timeline.label-right"));
  g_menu_insert_section (menu, 0, NULL, G_MENU_MODEL (choices));
  g_object_unref (choices);
  return G_MENU_MODEL (menu);
}

static char *
baseline_label (WayBaseline *baseline)
{
  const char *title = WAY_RECORD (baseline)->title;

  if (title == NULL || *title == '\0')
    return g_strdup_printf (_ ("Baseline %d"), (int)baseline->slot);
  return g_strdup (title);
}

static void
fill_menu_cb (GtkMenuButton *button, gpointer menu)
{
  if (gtk_menu_button_get_menu_model (button) == NULL)
    gtk_menu_button_set_menu_model (button, menu);
}

/* Its items are built when it is first opened: neither the first sight of a plan nor an edit
 * waits for them. */
static void
set_menu (GtkMenuButton *button, GMenuModel *menu)
{
  gtk_menu_button_set_menu_model (button, NULL);
  gtk_menu_button_set_create_popup_func (button, fill_menu_cb, g_object_ref (menu), g_object_unref);
}

static void
update_baselines (WayTimelinePage *self)
{
  WayDocument *document = way_page_get_document (WAY_PAGE (self));
  int shown = way_gantt_view_get_options (self->chart)->baseline_slot;
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) slots = g_menu_new ();
  g_autoptr (GMenu) edits = g_menu_new ();
  g_autofree char *button = g_strdup (_ ("Baseline"));

  append_int_item (slots, _ ("None"), "timeline.baseline", -1);
  for (int slot = 0; slot <= 10; slot++)
    {
      WayBaseline *baseline = way_baseline_get (document, slot);
      g_autofree char *label = baseline != NULL ? baseline_label (baseline) : NULL;

      if (label == NULL)
        continue;
      append_int_item (slots, label, "timeline.baseline", slot);
      if (slot == shown)
        {
          g_free (button);
          button = g_steal_pointer (&label);
        }
    }
  g_menu_append (edits, _ ("Save baseline…"), "timeline.save-baseline");
  g_menu_append (edits, _ ("Propose changes…"), "timeline.propose");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (slots));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (edits));
  set_menu (self->baseline_button, G_MENU_MODEL (menu));
  way_short_button_set_label (self->baseline_button, button, NULL);
}

/* After a commit and after a change of what is shown. */
void
way_timeline_toolbar_update (WayTimelinePage *self)
{
  WayGanttColor color = way_gantt_view_get_options (self->chart)->color;
  WayTaskGrouping grouping = way_task_rows_get_grouping (self->rows);

  update_baselines (self);
  /* In a proposal the plan before it stands in the place of a baseline. */
  gtk_widget_set_visible (GTK_WIDGET (self->baseline_button),
                          way_gantt_view_get_options (self->chart)->before == NULL);
  if (grouping != WAY_GROUP_BY_NONE)
    way_short_button_set_label (self->grouping_button, _ (grouping_words[grouping]),
                                _ (grouping_names[grouping]));
  gtk_widget_set_visible (GTK_WIDGET (self->grouping_button), grouping != WAY_GROUP_BY_NONE);
  way_short_button_set_label (self->color_button, _ (color_words[color]), _ (color_labels[color]));
}

static GtkWidget *
zoom_group_new (WayTimelinePage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);

  gtk_box_append (GTK_BOX (box), action_button (NULL, "list-remove-symbolic", "timeline.zoom-out"));
  self->zoom_label = GTK_LABEL (gtk_label_new (way_gantt_view_get_zoom_label (self->chart)));
  gtk_label_set_width_chars (self->zoom_label, ZOOM_LETTERS);
  gtk_widget_add_css_class (GTK_WIDGET (self->zoom_label), "dim-label");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->zoom_label));
  gtk_box_append (GTK_BOX (box), action_button (NULL, "list-add-symbolic", "timeline.zoom-in"));
  gtk_box_append (GTK_BOX (box), action_button (_ ("Today"), NULL, "timeline.today"));
  gtk_box_append (GTK_BOX (box), action_button (_ ("Fit"), NULL, "timeline.fit"));
  return box;
}

/* On the button of the panel: how many there are, or nothing. */
void
way_timeline_toolbar_set_conflicts (WayTimelinePage *self, guint n_conflicts)
{
  GtkWidget *badge = GTK_WIDGET (self->conflict_badge);
  g_autofree char *number = g_strdup_printf ("%u", n_conflicts);
  g_autofree char *text
      = g_strdup_printf (ngettext ("%u conflict", "%u conflicts", n_conflicts), n_conflicts);

  gtk_label_set_label (self->conflict_badge, number);
  gtk_widget_set_tooltip_text (badge, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (badge), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  gtk_widget_set_visible (badge, n_conflicts > 0);
}

/* With the number of conflicts on it, when there are any. */
static GtkWidget *
panel_button_new (WayTimelinePage *self)
{
  GtkWidget *button = gtk_toggle_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->conflict_badge = GTK_LABEL (gtk_label_new (NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->conflict_badge), "chip");
  gtk_widget_add_css_class (GTK_WIDGET (self->conflict_badge), "bad");
  gtk_widget_set_visible (GTK_WIDGET (self->conflict_badge), FALSE);
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("waymark-panel-symbolic"));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->conflict_badge));
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "timeline.panel");
  way_actions_set_tooltip (button, "timeline.panel");
  return button;
}

static GtkMenuButton *
menu_button_new (const char *label, GMenuModel *menu)
{
  GtkMenuButton *button = GTK_MENU_BUTTON (way_short_button_new (label));

  if (menu != NULL)
    set_menu (button, menu);
  return button;
}

/**
 * way_timeline_toolbar_new:
 *
 * Returns: (transfer full): the bar; its parts are told to @self
 */
GtkWidget *
way_timeline_toolbar_new (WayTimelinePage *self)
{
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *critical = gtk_toggle_button_new_with_label (_ ("Critical path"));
  GtkWidget *space = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *milestones = gtk_toggle_button_new ();
  g_autoptr (GMenuModel) show = show_menu_new ();
  g_autoptr (GMenuModel) grouping = grouping_menu_new ();
  g_autoptr (GMenuModel) by_color = color_menu_new ();

  gtk_button_set_icon_name (GTK_BUTTON (milestones), "waymark-milestone-symbolic");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (milestones), "timeline.milestones-only");
  way_actions_set_tooltip (milestones, "timeline.milestones-only");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (critical), "timeline.critical");
  way_actions_set_tooltip (critical, "timeline.critical");
  self->show_button = menu_button_new (_ ("Show"), show);
  self->baseline_button = menu_button_new (_ ("Baseline"), NULL);
  self->color_button = menu_button_new ("", by_color);
  way_short_button_set_icon (self->color_button, "waymark-color-symbolic");
  self->grouping_button = menu_button_new ("", grouping);
  way_short_button_set_icon (self->grouping_button, "waymark-group-symbolic");
  gtk_widget_set_hexpand (space, TRUE);

  gtk_box_append (GTK_BOX (bar), GTK_WIDGET (self->show_button));
  gtk_box_append (GTK_BOX (bar), milestones);
  gtk_box_append (GTK_BOX (bar), critical);
  gtk_box_append (GTK_BOX (bar), GTK_WIDGET (self->baseline_button));
  gtk_box_append (GTK_BOX (bar), GTK_WIDGET (self->color_button));
  gtk_box_append (GTK_BOX (bar), GTK_WIDGET (self->grouping_button));
  gtk_box_append (GTK_BOX (bar), space);
  gtk_box_append (GTK_BOX (bar), zoom_group_new (self));
  gtk_box_append (GTK_BOX (bar), panel_button_new (self));
  gtk_widget_add_css_class (bar, "toolbar-row");
  gtk_widget_add_css_class (bar, "timeline-toolbar");
  return bar;
}
