/* test-actions.c: the table of actions is whole: labels, keys that parse and do not clash.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/way-actions.h"

#include <string.h>

static void
test_lines (void)
{
  guint n_actions;
  const WayActionInfo *actions = way_actions_get_all (&n_actions);

  g_assert_cmpuint (n_actions, >, 20);
  for (guint i = 0; i < n_actions; i++)
    {
      g_autofree char *name = NULL, *label = way_actions_dup_label (&actions[i]);
      g_autoptr (GVariant) target = NULL;

      g_assert_true (g_action_parse_detailed_name (actions[i].name, &name, &target, NULL));
      g_assert_nonnull (strchr (name, '.'));
      g_assert_cmpstr (label, !=, "");
      g_assert_null (strchr (label, '_'));
      g_assert_cmpint (actions[i].group, <, WAY_N_ACTION_GROUPS);
      g_assert_true (way_actions_lookup (actions[i].name) == &actions[i]);
    }
}

/* Keys of the window hold everywhere; those of a page only have to differ from these and from
 * each other. */
static gboolean
is_global (const char *name)
{
  return g_str_has_prefix (name, "app.") || g_str_has_prefix (name, "win.")
         || g_str_has_prefix (name, "window.") || g_str_has_prefix (name, "menu.");
}

static gsize
prefix_length (const char *name)
{
  return strcspn (name, ".") + 1;
}

static void
check_pair (const WayActionInfo *a, const WayActionInfo *b)
{
  g_auto (GStrv) first = g_strsplit (a->accels, " ", -1), second = g_strsplit (b->accels, " ", -1);

  if (!is_global (a->name) && !is_global (b->name)
      && strncmp (a->name, b->name, MAX (prefix_length (a->name), prefix_length (b->name))) != 0)
    return;
  for (gsize i = 0; first[i] != NULL; i++)
    for (gsize j = 0; second[j] != NULL; j++)
      {
        GdkModifierType m, n;
        guint k, l;

        g_assert_true (gtk_accelerator_parse (first[i], &k, &m));
        g_assert_true (gtk_accelerator_parse (second[j], &l, &n));
        if (k == l && m == n)
          {
            g_test_message ("%s is both %s and %s", first[i], a->name, b->name);
            g_test_fail ();
          }
      }
}

static void
test_keys (void)
{
  guint n_actions;
  const WayActionInfo *actions = way_actions_get_all (&n_actions);

  for (guint i = 0; i < n_actions; i++)
    for (guint j = i + 1; j < n_actions; j++)
      if (actions[i].accels != NULL && actions[j].accels != NULL)
        check_pair (&actions[i], &actions[j]);
}

static void
test_menu (void)
{
  static const char *const names[] = { "win.undo", "-", "app.quit", NULL };
  g_autoptr (GMenu) menu = way_actions_new_menu (names);
  g_autoptr (GMenuModel) section = NULL;
  g_autofree char *accel = NULL, *action = NULL;

  g_assert_cmpint (g_menu_model_get_n_items (G_MENU_MODEL (menu)), ==, 2);
  section = g_menu_model_get_item_link (G_MENU_MODEL (menu), 0, G_MENU_LINK_SECTION);
  g_assert_true (g_menu_model_get_item_attribute (section, 0, "accel", "s", &accel));
  g_assert_true (
      g_menu_model_get_item_attribute (section, 0, G_MENU_ATTRIBUTE_ACTION, "s", &action));
  g_assert_cmpstr (accel, ==, "<Control>z");
  g_assert_cmpstr (action, ==, "win.undo");
}

/* Adds the letters of @menu, "!" before one that is there already. */
static void
add_letters (GMenuModel *menu, GString *letters)
{
  for (int i = 0; i < g_menu_model_get_n_items (menu); i++)
    {
      g_autoptr (GMenuModel) section = g_menu_model_get_item_link (menu, i, G_MENU_LINK_SECTION);
      g_autofree char *label = NULL;
      const char *mark;

      if (section != NULL)
        add_letters (section, letters);
      else if (g_menu_model_get_item_attribute (menu, i, "label", "s", &label)
               && (mark = strchr (label, '_')) != NULL)
        {
          if (strchr (letters->str, g_ascii_tolower (mark[1])) != NULL)
            g_string_append_c (letters, '!');
          g_string_append_c (letters, g_ascii_tolower (mark[1]));
        }
    }
}

/* All actions of one kind in one menu ask for many letters twice. */
static void
test_mnemonics (void)
{
  guint n_actions;
  const WayActionInfo *actions = way_actions_get_all (&n_actions);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autoptr (GString) letters = g_string_new (NULL);
  g_autoptr (GMenu) menu = NULL, by_hand = g_menu_new ();

  for (guint i = 0; i < n_actions && names->len < 20; i++)
    if (g_str_has_prefix (actions[i].name, "timeline."))
      g_ptr_array_add (names, (gpointer)actions[i].name);
  g_ptr_array_add (names, NULL);
  menu = way_actions_new_menu ((const char *const *)names->pdata);
  add_letters (G_MENU_MODEL (menu), letters);
  g_assert_cmpuint (letters->len, >, 10);
  g_assert_null (strchr (letters->str, '!'));

  g_menu_append (by_hand, "Move do_wn", NULL);
  g_menu_append (by_hand, "_Waive…", NULL);
  g_menu_append (by_hand, "Ä_ndern", NULL);
  g_menu_append (by_hand, "A_N", NULL);
  g_menu_append (by_hand, "_W", NULL);
  way_actions_settle_mnemonics (G_MENU_MODEL (by_hand));
  for (int i = 0; i < 5; i++)
    {
      static const char *const wanted[] = { "Move do_wn", "W_aive…", "Ä_ndern", "AN", "W" };
      g_autofree char *label = NULL;

      g_assert_true (
          g_menu_model_get_item_attribute (G_MENU_MODEL (by_hand), i, "label", "s", &label));
      g_assert_cmpstr (label, ==, wanted[i]);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ui/actions/lines", test_lines);
  g_test_add_func ("/ui/actions/keys", test_keys);
  g_test_add_func ("/ui/actions/menu", test_menu);
  g_test_add_func ("/ui/actions/mnemonics", test_mnemonics);
  return g_test_run ();
}
