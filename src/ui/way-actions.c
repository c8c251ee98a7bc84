/* way-actions.c: the one table of actions: menus, accelerators, shortcuts window and help.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Keys are not given to GtkApplication: its accelerators come before the focused widget, which
 * would take Ctrl+Z and Delete away from a text that is being typed. */

#include "model/way-i18n.h"

#include "ui/way-actions.h"

#include <string.h>

static const WayActionInfo actions[] = {
  { "app.new", N_ ("_New plan…"), "<Control>n", WAY_ACTIONS_PLAN },
  { "app.open", N_ ("_Open…"), "<Control>o", WAY_ACTIONS_PLAN },
  { "app.import", N_ ("_Import…"), "<Control><Shift>o", WAY_ACTIONS_PLAN },
  { "app.sample", N_ ("_Explore the sample plan"), NULL, WAY_ACTIONS_PLAN },
  { "win.save-as", N_ ("_Save a copy…"), "<Control><Shift>s", WAY_ACTIONS_PLAN },
  { "win.export", N_ ("_Export as MS Project XML…"), "<Control>e", WAY_ACTIONS_PLAN },
  { "win.print", N_ ("_Print or export to PDF…"), "<Control>p", WAY_ACTIONS_PLAN },
  { "win.properties", N_ ("Plan prope_rties…"), "<Alt>Return", WAY_ACTIONS_PLAN },

  { "win.undo", N_ ("_Undo"), "<Control>z", WAY_ACTIONS_GENERAL },
  { "win.redo", N_ ("_Redo"), "<Control><Shift>z <Control>y", WAY_ACTIONS_GENERAL },
  { "win.search", N_ ("_Search"), "<Control>f", WAY_ACTIONS_GENERAL },
  { "win.search-all", N_ ("Search e_verything…"), "<Control><Alt>f", WAY_ACTIONS_GENERAL },
  { "menu.open", N_ ("_Menu"), "F10", WAY_ACTIONS_GENERAL }, /* GTK's own: the primary menu */
  { "win.sidebar-collapsed", N_ ("_Narrow sidebar"), "F9", WAY_ACTIONS_GENERAL },
  { "win.fullscreen", N_ ("_Full screen"), "F11", WAY_ACTIONS_GENERAL },
  { "app.preferences", N_ ("Pr_eferences"), "<Control>comma", WAY_ACTIONS_GENERAL },
  { "app.help", N_ ("_Help"), "F1", WAY_ACTIONS_GENERAL },
  { "app.shortcuts", N_ ("_Keyboard shortcuts"), "<Control>question", WAY_ACTIONS_GENERAL },
  { "app.about", N_ ("_About Waymark"), NULL, WAY_ACTIONS_GENERAL },
  { "window.close", N_ ("_Close window"), "<Control>w", WAY_ACTIONS_GENERAL },
  { "app.quit", N_ ("_Quit"), "<Control>q", WAY_ACTIONS_GENERAL },

  { "win.page-number(1)", N_ ("First page of the sidebar"), "<Control>1", WAY_ACTIONS_PAGES },
  { "win.page-number(2)", N_ ("Second page"), "<Control>2", WAY_ACTIONS_PAGES },
  { "win.page-number(3)", N_ ("Third page"), "<Control>3", WAY_ACTIONS_PAGES },
  { "win.page-number(4)", N_ ("Fourth page"), "<Control>4", WAY_ACTIONS_PAGES },
  { "win.page-number(5)", N_ ("Fifth page"), "<Control>5", WAY_ACTIONS_PAGES },
  { "win.page-number(6)", N_ ("Sixth page"), "<Control>6", WAY_ACTIONS_PAGES },
  { "win.page-number(7)", N_ ("Seventh page"), "<Control>7", WAY_ACTIONS_PAGES },
  { "win.page-number(8)", N_ ("Eighth page"), "<Control>8", WAY_ACTIONS_PAGES },
  { "win.page-number(9)", N_ ("Ninth page"), "<Control>9", WAY_ACTIONS_PAGES },
  { "win.page-step(1)", N_ ("_Next page"), "<Control>Page_Down", WAY_ACTIONS_PAGES, TRUE },
  { "win.page-step(-1)", N_ ("_Previous page"), "<Control>Page_Up", WAY_ACTIONS_PAGES, TRUE },

  { "rows.add", N_ ("_Add"), "Insert", WAY_ACTIONS_ROWS },
  { "rows.open", N_ ("_Open…"), "<Control>Return", WAY_ACTIONS_ROWS },
  { "rows.open-milestone", N_ ("Open its _milestone"), "<Control><Alt>m", WAY_ACTIONS_ROWS },
  { "rows.edit-cell", N_ ("_Edit cell"), "F2", WAY_ACTIONS_ROWS },
  { "rows.delete", N_ ("_Delete"), "Delete", WAY_ACTIONS_ROWS },
  { "rows.acknowledge", N_ ("Ac_knowledge"), "<Control>k", WAY_ACTIONS_ROWS },
  { "rows.escalate", N_ ("E_scalate…"), "<Control><Shift>e", WAY_ACTIONS_ROWS },
  { "rows.set-all", N_ ("Set a _value…"), "<Shift>F2", WAY_ACTIONS_ROWS },
  { "rows.quick-add", N_ ("_Quick add"), "<Control>i", WAY_ACTIONS_ROWS },
  { "rows.filter-by-cell", N_ ("On_ly rows with this value"), "<Control><Shift>l",
    WAY_ACTIONS_ROWS },
  { "rows.show-all", N_ ("Show _all"), "<Control><Shift>a", WAY_ACTIONS_ROWS, TRUE },
  { "rows.save-filter", N_ ("_Save this filter…"), NULL, WAY_ACTIONS_ROWS },
  { "rows.rename-filter", N_ ("_Rename this filter…"), NULL, WAY_ACTIONS_ROWS },
  { "rows.forget-filter", N_ ("_Forget this filter"), NULL, WAY_ACTIONS_ROWS },
  { "rows.columns", N_ ("_Columns…"), "<Control><Shift>h", WAY_ACTIONS_ROWS },
  { "rows.import", N_ ("_Import a table (CSV)…"), "<Control><Shift>m", WAY_ACTIONS_ROWS },
  { "rows.export", N_ ("E_xport as a table…"), "<Control><Alt>e", WAY_ACTIONS_ROWS },
  { "rows.show-in-timeline", N_ ("Show in _timeline"), "<Control>t", WAY_ACTIONS_ROWS },

  { "timeline.add", N_ ("_New task"), "<Control>i", WAY_ACTIONS_TIMELINE },
  { "timeline.insert", N_ ("Insert task _above"), "Insert", WAY_ACTIONS_TIMELINE },
  { "timeline.open", N_ ("Task _details…"), "<Control>Return <Shift>F2", WAY_ACTIONS_TIMELINE },
  { "timeline.rename", N_ ("_Edit cell"), "F2", WAY_ACTIONS_TIMELINE },
  { "timeline.delete", N_ ("_Delete"), "Delete", WAY_ACTIONS_TIMELINE },
  { "timeline.indent", N_ ("_Indent"), "<Alt><Shift>Right <Control>bracketright",
    WAY_ACTIONS_TIMELINE },
  { "timeline.outdent", N_ ("_Outdent"), "<Alt><Shift>Left <Control>bracketleft",
    WAY_ACTIONS_TIMELINE },
  { "timeline.row-up", N_ ("Move row _up"), "<Alt><Shift>Up <Control><Alt>Page_Up",
    WAY_ACTIONS_TIMELINE },
  { "timeline.row-down", N_ ("Move row do_wn"), "<Alt><Shift>Down <Control><Alt>Page_Down",
    WAY_ACTIONS_TIMELINE },
  { "timeline.earlier", N_ ("Move bar _earlier"), "<Alt>Left", WAY_ACTIONS_TIMELINE },
  { "timeline.later", N_ ("Move bar _later"), "<Alt>Right", WAY_ACTIONS_TIMELINE },
  { "timeline.start-earlier", N_ ("Start bar earlier, keep its finish"), "<Alt>comma",
    WAY_ACTIONS_TIMELINE },
  { "timeline.start-later", N_ ("Start bar later, keep its finish"), "<Alt>period",
    WAY_ACTIONS_TIMELINE },
  { "timeline.shorter", N_ ("_Shorten bar"), "<Alt>minus <Alt>KP_Subtract", WAY_ACTIONS_TIMELINE },
  { "timeline.longer", N_ ("Len_gthen bar"), "<Alt>plus <Alt>equal <Alt>KP_Add",
    WAY_ACTIONS_TIMELINE },
  { "timeline.more-done", N_ ("More done"), "<Alt>Page_Up", WAY_ACTIONS_TIMELINE },
  { "timeline.less-done", N_ ("Less done"), "<Alt>Page_Down", WAY_ACTIONS_TIMELINE },
  { "timeline.link", N_ ("_Link tasks"), "<Control>l <Control>F2",
    WAY_ACTIONS_TIMELINE },
  { "timeline.unlink", N_ ("Remove lin_ks"), "<Control><Shift>l <Control><Shift>F2",
    WAY_ACTIONS_TIMELINE },
  { "timeline.next-link", N_ ("Next link of the task"), "<Alt>Down", WAY_ACTIONS_TIMELINE },
  { "timeline.previous-link", N_ ("Previous link of the task"), "<Alt>Up", WAY_ACTIONS_TIMELINE },
  { "timeline.make-milestone", N_ ("Make this row a _milestone…"), NULL, WAY_ACTIONS_TIMELINE },
  { "timeline.open-milestone", N_ ("Open its _milestone"), "<Control><Alt>m", WAY_ACTIONS_TIMELINE },
  { "timeline.unpin", N_ ("Remove _pin"), "<Control><Shift>p", WAY_ACTIONS_TIMELINE },
  { "timeline.pin-to-lag", N_ ("Keep pin as la_g"), NULL, WAY_ACTIONS_TIMELINE },
  { "timeline.zoom-in", N_ ("Zoom _in"), "plus equal KP_Add", WAY_ACTIONS_TIMELINE },
  { "timeline.zoom-out", N_ ("Zoom o_ut"), "minus KP_Subtract", WAY_ACTIONS_TIMELINE },
  { "timeline.fit", N_ ("_Fit the plan"), "<Control>0 <Control>KP_0", WAY_ACTIONS_TIMELINE },
  { "timeline.fit-selection", N_ ("Fit the _selection"), "<Alt>9", WAY_ACTIONS_TIMELINE },
  { "timeline.today", N_ ("Go to _today"), "<Alt>Home", WAY_ACTIONS_TIMELINE },
  { "timeline.show-bar", N_ ("Scroll to _bar"), "<Control><Shift>F5", WAY_ACTIONS_TIMELINE },
  { "timeline.expand", N_ ("E_xpand"), "<Control>plus <Control>equal <Control>KP_Add",
    WAY_ACTIONS_TIMELINE },
  { "timeline.collapse", N_ ("_Collapse"), "<Control>minus <Control>KP_Subtract",
    WAY_ACTIONS_TIMELINE },
  { "timeline.levels(0)", N_ ("Expand _all"), "<Control><Shift>Down <Alt>0", WAY_ACTIONS_TIMELINE },
  { "timeline.levels(1)", N_ ("Collapse a_ll"), "<Control><Shift>Up <Alt>1", WAY_ACTIONS_TIMELINE },
  { "timeline.levels(2)", N_ ("Collapse to level _2"), "<Alt>2", WAY_ACTIONS_TIMELINE },
  { "timeline.levels(3)", N_ ("Collapse to level _3"), "<Alt>3", WAY_ACTIONS_TIMELINE },
  { "timeline.levels(4)", N_ ("Collapse to level _4"), "<Alt>4", WAY_ACTIONS_TIMELINE },
  { "timeline.levels(5)", N_ ("Collapse to level _5"), "<Alt>5", WAY_ACTIONS_TIMELINE },
  { "timeline.milestones-only", N_ ("_Milestones only"), "<Control>m", WAY_ACTIONS_TIMELINE },
  { "timeline.filter", N_ ("_Filter"), NULL, WAY_ACTIONS_TIMELINE },
  { "timeline.find", N_ ("_Find"), "slash KP_Divide", WAY_ACTIONS_TIMELINE },
  { "timeline.find-next", N_ ("Find _next"), "F3 <Control>g", WAY_ACTIONS_TIMELINE },
  { "timeline.find-previous", N_ ("Find _previous"), "<Shift>F3 <Control><Shift>g",
    WAY_ACTIONS_TIMELINE },
  { "timeline.clear-filter", N_ ("_Show all tasks"), "Escape", WAY_ACTIONS_TIMELINE },
  { "timeline.columns", N_ ("_Columns…"), "<Control><Shift>h", WAY_ACTIONS_TIMELINE },
  { "timeline.sort-up", N_ ("Sort by this column, _up"), "F4", WAY_ACTIONS_TIMELINE },
  { "timeline.sort-down", N_ ("Sort by this column, _down"), "<Shift>F4",
    WAY_ACTIONS_TIMELINE },
  { "timeline.unsort", N_ ("In the _order of the plan"), "<Control><Shift>F4",
    WAY_ACTIONS_TIMELINE },
  { "timeline.critical", N_ ("Critical _path"), "<Control><Shift>c", WAY_ACTIONS_TIMELINE },
  { "timeline.cycle-links", N_ ("_Links: all, of the selection, none"), "<Control><Shift>k",
    WAY_ACTIONS_TIMELINE },
  { "timeline.progress", N_ ("_Progress"), "<Control><Shift>b", WAY_ACTIONS_TIMELINE },
  { "timeline.progress-line", N_ ("Progress li_ne"), "<Control><Shift>r", WAY_ACTIONS_TIMELINE },
  { "timeline.deadlines", N_ ("_Deadlines and missed targets"), "<Control><Shift>m",
    WAY_ACTIONS_TIMELINE },
  { "timeline.floats", N_ ("_Float"), "<Control><Shift>t", WAY_ACTIONS_TIMELINE },
  { "timeline.non-working", N_ ("_Non-working time"), "<Control><Shift>y", WAY_ACTIONS_TIMELINE },
  { "timeline.legend", N_ ("Le_gend"), "<Control><Shift>n", WAY_ACTIONS_TIMELINE },
  { "timeline.overview", N_ ("_Overview of the plan"), "<Control><Alt>v", WAY_ACTIONS_TIMELINE },
  { "timeline.panel", N_ ("_Panel"), "F7", WAY_ACTIONS_TIMELINE },
  { "timeline.show-panel::people", N_ ("_Assign people…"), "<Control><Alt>a",
    WAY_ACTIONS_TIMELINE },
  { "timeline.show-panel::pins", N_ ("List of pi_ns"), "<Control><Alt>p", WAY_ACTIONS_TIMELINE },
  { "timeline.show-panel::why", N_ ("Wh_y here?"), "<Control>d", WAY_ACTIONS_TIMELINE },
  { "timeline.grid", N_ ("_Grid"), "<Control><Shift>i", WAY_ACTIONS_TIMELINE },
  { "timeline.week-numbers", N_ ("_Week numbers, quarters"), "<Control><Shift>w",
    WAY_ACTIONS_TIMELINE },
  { "timeline.show-panel::conflicts", N_ ("Con_flicts"), "<Control><Shift>f",
    WAY_ACTIONS_TIMELINE },
  { "timeline.chain", N_ ("Driving _chain"), "<Control><Shift>d", WAY_ACTIONS_TIMELINE },
  { "timeline.split", N_ ("Spl_it task"), NULL, WAY_ACTIONS_TIMELINE },
  { "timeline.join", N_ ("_Join pieces"), NULL, WAY_ACTIONS_TIMELINE },
  { "timeline.reschedule", N_ ("Re_schedule unfinished work"), NULL, WAY_ACTIONS_TIMELINE },
  { "timeline.propose", N_ ("Prop_ose changes…"), "<Control><Alt>o", WAY_ACTIONS_TIMELINE },
  { "timeline.save-baseline", N_ ("Save _baseline…"), "<Control>b", WAY_ACTIONS_TIMELINE },
  { "timeline.copy-picture", N_ ("_Copy as picture"), "<Control><Alt>c", WAY_ACTIONS_TIMELINE },
  { "timeline.show-menu", N_ ("What the chart shows"), "<Alt>s", WAY_ACTIONS_TIMELINE },
  { "timeline.next-pane", N_ ("Rows, chart, panel: to the next one"), "F6", WAY_ACTIONS_TIMELINE },
  { "timeline.menu", N_ ("Context _menu"), "Menu <Shift>F10", WAY_ACTIONS_TIMELINE },
};

static const char *const group_labels[WAY_N_ACTION_GROUPS] = {
  [WAY_ACTIONS_GENERAL] = N_ ("General"),   [WAY_ACTIONS_PLAN] = N_ ("Plan"),
  [WAY_ACTIONS_PAGES] = N_ ("Pages"),       [WAY_ACTIONS_ROWS] = N_ ("Rows of a list"),
  [WAY_ACTIONS_TIMELINE] = N_ ("Timeline"),
};

/**
 * way_actions_get_all:
 * @n_actions: (out): how many there are
 *
 * Returns: (transfer none) (array length=n_actions): the table
 */
const WayActionInfo *
way_actions_get_all (guint *n_actions)
{
  *n_actions = G_N_ELEMENTS (actions);
  return actions;
}

/**
 * way_actions_lookup:
 *
 * Returns: (transfer none) (nullable): the line of the action
 */
const WayActionInfo *
way_actions_lookup (const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    if (strcmp (actions[i].name, name) == 0)
      return &actions[i];
  return NULL;
}

const char *
way_actions_get_group_label (WayActionGroup group)
{
  return _ (group_labels[group]);
}

/**
 * way_actions_dup_label:
 *
 * Returns: (transfer full): translated, without the mnemonic
 */
char *
way_actions_dup_label (const WayActionInfo *info)
{
  g_auto (GStrv) parts = g_strsplit (_ (info->label), "_", -1);

  return g_strjoinv ("", parts);
}

/**
 * way_actions_dup_accel_label:
 *
 * Returns: (transfer full) (nullable): "Ctrl+Z", the first key, as the desktop writes it
 */
char *
way_actions_dup_accel_label (const WayActionInfo *info)
{
  g_auto (GStrv) accels = info->accels != NULL ? g_strsplit (info->accels, " ", 2) : NULL;
  GdkModifierType modifiers;
  guint key;

  if (accels == NULL || !gtk_accelerator_parse (accels[0], &key, &modifiers))
    return NULL;
  return gtk_accelerator_get_label (key, modifiers);
}

static void
add_shortcuts (GtkShortcutController *controller, const WayActionInfo *info)
{
  g_auto (GStrv) accels = g_strsplit (info->accels, " ", -1);

  for (gsize i = 0; accels[i] != NULL; i++)
    {
      g_autofree char *name = NULL;
      g_autoptr (GVariant) target = NULL;
      GtkShortcut *shortcut;

      if (!g_action_parse_detailed_name (info->name, &name, &target, NULL))
        continue;
      shortcut = gtk_shortcut_new (gtk_shortcut_trigger_parse_string (accels[i]),
                                   gtk_named_action_new (name));
      gtk_shortcut_set_arguments (shortcut, target);
      gtk_shortcut_controller_add_shortcut (controller, shortcut);
    }
}

/**
 * way_actions_install_shortcuts:
 * @widget: the page or window that has the actions
 * @prefix: "win"
 */
void
way_actions_install_shortcuts (GtkWidget *widget, const char *prefix)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();
  GtkEventController *first = gtk_shortcut_controller_new ();
  gsize length = strlen (prefix);

  gtk_event_controller_set_propagation_phase (first, GTK_PHASE_CAPTURE);
  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    if (actions[i].accels != NULL && strncmp (actions[i].name, prefix, length) == 0
        && actions[i].name[length] == '.')
      add_shortcuts (GTK_SHORTCUT_CONTROLLER (actions[i].first ? first : controller), &actions[i]);
  gtk_widget_add_controller (widget, first);
  gtk_widget_add_controller (widget, controller);
}

/**
 * way_actions_install_popover_shortcuts:
 *
 * An open popover keeps the keys from the window; what ends the window works there all the same.
 * To be called before the first popover is made.
 */
void
way_actions_install_popover_shortcuts (void)
{
  static const char *const names[] = { "app.quit", "window.close" };
  GtkWidgetClass *popover = g_type_class_ref (GTK_TYPE_POPOVER); /* for good */

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      const char *key = way_actions_lookup (names[i])->accels;
      GtkShortcut *shortcut = gtk_shortcut_new (gtk_shortcut_trigger_parse_string (key),
                                                gtk_named_action_new (names[i]));

      gtk_widget_class_add_shortcut (popover, shortcut);
      g_object_unref (shortcut);
    }
}

/**
 * way_actions_new_menu_item:
 * @name: an action of the table
 *
 * Returns: (transfer full): an item with its label and key
 */
GMenuItem *
way_actions_new_menu_item (const char *name)
{
  const WayActionInfo *info = way_actions_lookup (name);
  GMenuItem *item;

  g_return_val_if_fail (info != NULL, NULL);

  item = g_menu_item_new (_ (info->label), info->name);
  if (info->accels != NULL)
    {
      g_auto (GStrv) accels = g_strsplit (info->accels, " ", 2);

      g_menu_item_set_attribute (item, "accel", "s", accels[0]);
    }
  return item;
}

/* Returns: the letter behind the "_" of @label, in lower case; 0 = none */
static gunichar
mnemonic_of (const char *label)
{
  const char *mark = strchr (label, '_');

  return mark != NULL ? g_unichar_tolower (g_utf8_get_char (mark + 1)) : 0;
}

/* Returns: (transfer full): @label with its "_" before a letter of which no item of the menu has
 * made use: the first of a word, else any; without it when there is none */
static char *
choose_mnemonic (const char *label, GHashTable *taken)
{
  g_auto (GStrv) parts = g_strsplit (label, "_", -1);
  g_autofree char *plain = g_strjoinv (NULL, parts);

  for (gboolean only_words = TRUE;; only_words = FALSE)
    {
      gunichar before = ' ';

      for (const char *p = plain; *p != '\0'; p = g_utf8_next_char (p))
        {
          gunichar letter = g_unichar_tolower (g_utf8_get_char (p));

          if (g_unichar_isalnum (letter) && (!only_words || !g_unichar_isalnum (before))
              && g_hash_table_add (taken, GUINT_TO_POINTER (letter)))
            return g_strdup_printf ("%.*s_%s", (int)(p - plain), plain, p);
          before = letter;
        }
      if (!only_words)
        return g_steal_pointer (&plain);
    }
}

static void
replace_label (GMenuModel *menu, int i, const char *label)
{
  g_autoptr (GMenuItem) item = g_menu_item_new_from_model (menu, i);

  g_menu_item_set_label (item, label);
  g_menu_remove (G_MENU (menu), i);
  g_menu_insert_item (G_MENU (menu), i, item);
}

/* @choose: whether those whose letter another item has get a new one; before, all that can keep
 * theirs do. @kept (element-type char*): labels that keep it */
static void
settle (GMenuModel *menu, gboolean choose, GHashTable *taken, GHashTable *kept)
{
  for (int i = 0; i < g_menu_model_get_n_items (menu); i++)
    {
      g_autoptr (GMenuModel) section = g_menu_model_get_item_link (menu, i, G_MENU_LINK_SECTION);
      g_autofree char *label = NULL, *chosen = NULL;
      gunichar letter;

      if (section != NULL)
        settle (section, choose, taken, kept);
      if (section != NULL
          || !g_menu_model_get_item_attribute (menu, i, G_MENU_ATTRIBUTE_LABEL, "s", &label))
        continue;
      letter = mnemonic_of (label);
      if (letter == 0)
        continue;
      if (!choose && g_hash_table_add (taken, GUINT_TO_POINTER (letter)))
        g_hash_table_add (kept, g_steal_pointer (&label));
      else if (choose && !g_hash_table_contains (kept, label))
        {
          chosen = choose_mnemonic (label, taken);
          replace_label (menu, i, chosen);
        }
    }
}

/**
 * way_actions_settle_mnemonics:
 * @menu: (type GMenu): of which nothing is shown yet
 *
 * Each letter opens one item of a menu, also in a translation: an item whose letter an earlier one
 * has gets another. Submenus are left alone.
 */
void
way_actions_settle_mnemonics (GMenuModel *menu)
{
  g_autoptr (GHashTable) taken = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) kept = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  settle (menu, FALSE, taken, kept);
  settle (menu, TRUE, taken, kept);
}

/**
 * way_actions_new_menu:
 * @names: %NULL-terminated actions of the table; "-" begins a new section
 *
 * Returns: (transfer full): a menu of sections, in which each mnemonic is there once
 */
GMenu *
way_actions_new_menu (const char *const *names)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) section = g_menu_new ();

  for (gsize i = 0;; i++)
    {
      if (names[i] == NULL || strcmp (names[i], "-") == 0)
        {
          g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
          g_object_unref (section);
          section = g_menu_new ();
          if (names[i] == NULL)
            {
              way_actions_settle_mnemonics (G_MENU_MODEL (menu));
              return menu;
            }
        }
      else
        {
          g_autoptr (GMenuItem) item = way_actions_new_menu_item (names[i]);

          g_menu_append_item (section, item);
        }
    }
}

/**
 * way_actions_set_tooltip:
 * @widget: a button that shows an icon only
 * @name: an action of the table
 */
void
way_actions_set_tooltip (GtkWidget *widget, const char *name)
{
  const WayActionInfo *info = way_actions_lookup (name);
  g_autofree char *label = NULL, *accel = NULL, *both = NULL;

  g_return_if_fail (info != NULL);

  label = way_actions_dup_label (info);
  accel = way_actions_dup_accel_label (info);
  both = accel != NULL ? g_strdup_printf ("%s (%s)", label, accel) : g_strdup (label);
  gtk_widget_set_tooltip_text (widget, both);
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
}
