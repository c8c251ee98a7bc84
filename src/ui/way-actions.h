/* way-actions.h: the one table of actions: menus, accelerators, shortcuts window and help.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The table (way-actions.c) says how an action is called, shown and typed. Who does it:
 *   "app.…"       WayApplication,
 *   "win.…"       WayWindow,
 *   "timeline.…"  and others: the page, with gtk_widget_class_install_action() or
 *                 gtk_widget_insert_action_group(); it calls way_actions_install_shortcuts (page,
 *                 "timeline") once, and its keys work while the focus is inside the page,
 *                 after the focused widget had its chance. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Headings of the shortcuts window, in this order. */
typedef enum
{
  WAY_ACTIONS_GENERAL,
  WAY_ACTIONS_PLAN,
  WAY_ACTIONS_PAGES,
  WAY_ACTIONS_ROWS,
  WAY_ACTIONS_TIMELINE,
  WAY_N_ACTION_GROUPS,
} WayActionGroup;

typedef struct
{
  const char *name;     /* detailed: "win.undo", "win.page::timeline" */
  const char *label;    /* N_("_Undo"): with mnemonic, for menus */
  const char *accels;   /* "<Control>z", several separated by a space; NULL = none */
  WayActionGroup group;
  gboolean first;       /* before the focused widget, which would take the key for itself */
} WayActionInfo;

const WayActionInfo *way_actions_get_all   (guint *n_actions);
const WayActionInfo *way_actions_lookup    (const char *name);
const char          *way_actions_get_group_label (WayActionGroup group);
char                *way_actions_dup_label (const WayActionInfo *info);
char                *way_actions_dup_accel_label (const WayActionInfo *info);

/* Keys of all actions of @prefix ("app", "win", "timeline"), while the focus is inside @widget. */
void       way_actions_install_shortcuts (GtkWidget *widget, const char *prefix);
void       way_actions_install_popover_shortcuts (void);

/* Label and key from the table. @names: NULL-terminated; "-" begins a new section.
 * Returns: (transfer full) */
GMenuItem *way_actions_new_menu_item (const char *name);
GMenu     *way_actions_new_menu      (const char *const *names);

/* For menus that are put together by hand: each mnemonic once. */
void       way_actions_settle_mnemonics (GMenuModel *menu);

/* "Undo (Ctrl+Z)"; also the accessible name. */
void       way_actions_set_tooltip   (GtkWidget *widget, const char *name);

G_END_DECLS
