/* way-dialog.h: WayDialog, a modal window with Cancel and one confirming button.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Escape cancels; Enter confirms (in a text view and on a button it does what it does there). */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define WAY_TYPE_DIALOG (way_dialog_get_type ())
G_DECLARE_DERIVABLE_TYPE (WayDialog, way_dialog, WAY, DIALOG, GtkWindow)

struct _WayDialogClass
{
  GtkWindowClass parent_class;

  /* The confirming button. Return TRUE to close, FALSE to stay (a problem is shown).
   * Also the signal ::confirm. */
  gboolean (*confirm) (WayDialog *self);
};

/* @parent: any widget of the window that it belongs to; @confirm_label: NULL = only “Close”. */
WayDialog *way_dialog_new         (GtkWidget *parent, const char *title, const char *confirm_label);
void       way_dialog_set_parent  (WayDialog *self, GtkWidget *parent);
void       way_dialog_set_content (WayDialog *self, GtkWidget *content);
void       way_dialog_set_confirm_label (WayDialog *self, const char *label);
void       way_dialog_set_destructive (WayDialog *self);
void       way_dialog_add_action  (WayDialog *self, GtkWidget *button);
/* A line over the buttons that says what is wrong; NULL hides it. */
void       way_dialog_set_message (WayDialog *self, const char *message);
void       way_dialog_set_can_confirm (WayDialog *self, gboolean can_confirm);
void       way_dialog_confirm     (WayDialog *self);

G_END_DECLS
