/* way-dialog.c: WayDialog, a modal window with Cancel and one confirming button.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * GtkDialog is deprecated from 4.10 on, and GtkWindow knows nothing of Escape. */

#include "model/way-i18n.h"

#include "ui/widgets/way-dialog.h"

#include "ui/widgets/way-banner.h"

typedef struct
{
  GtkWidget *header;
  GtkWidget *cancel;
  GtkWidget *confirm;
  GtkWidget *banner;
  GtkWidget *body;
} WayDialogPrivate;

G_DEFINE_TYPE_WITH_PRIVATE (WayDialog, way_dialog, GTK_TYPE_WINDOW)

enum
{
  CONFIRM,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static WayDialogPrivate *
get_private (WayDialog *self)
{
  return way_dialog_get_instance_private (self);
}

/* What can only be closed is read, and then Enter closes it. */
static gboolean
enter_cb (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  if (gtk_widget_get_visible (get_private (WAY_DIALOG (widget))->confirm))
    way_dialog_confirm (WAY_DIALOG (widget));
  else
    gtk_window_close (GTK_WINDOW (widget));
  return TRUE;
}

static void
way_dialog_class_init (WayDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  /* Returns TRUE when the dialog may close. */
  signals[CONFIRM]
      = g_signal_new ("confirm", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                      G_STRUCT_OFFSET (WayDialogClass, confirm), g_signal_accumulator_true_handled,
                      NULL, NULL, G_TYPE_BOOLEAN, 0);

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Return, 0, enter_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Enter, 0, enter_cb, NULL);
}

/* Before what has the focus: in a text of several lines it would begin a new one. */
static void
add_ctrl_enter (WayDialog *self)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();
  GtkShortcutTrigger *trigger
      = gtk_alternative_trigger_new (gtk_keyval_trigger_new (GDK_KEY_Return, GDK_CONTROL_MASK),
                                     gtk_keyval_trigger_new (GDK_KEY_KP_Enter, GDK_CONTROL_MASK));

  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (controller),
      gtk_shortcut_new (trigger, gtk_callback_action_new (enter_cb, NULL, NULL)));
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}

static void
way_dialog_init (WayDialog *self)
{
  WayDialogPrivate *priv = get_private (self);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  priv->header = gtk_header_bar_new ();
  gtk_header_bar_set_show_title_buttons (GTK_HEADER_BAR (priv->header), FALSE);
  priv->cancel = gtk_button_new_with_mnemonic (_ ("_Cancel"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (priv->cancel), "window.close");
  gtk_header_bar_pack_start (GTK_HEADER_BAR (priv->header), priv->cancel);
  priv->confirm = gtk_button_new ();
  gtk_button_set_use_underline (GTK_BUTTON (priv->confirm), TRUE);
  gtk_widget_add_css_class (priv->confirm, "suggested-action");
  g_signal_connect_swapped (priv->confirm, "clicked", G_CALLBACK (way_dialog_confirm), self);
  gtk_header_bar_pack_end (GTK_HEADER_BAR (priv->header), priv->confirm);

  priv->banner = way_banner_new (WAY_BANNER_BAD);
  priv->body = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_set_vexpand (priv->body, TRUE);
  gtk_box_append (GTK_BOX (box), priv->banner);
  gtk_box_append (GTK_BOX (box), priv->body);

  gtk_window_set_titlebar (GTK_WINDOW (self), priv->header);
  gtk_window_set_child (GTK_WINDOW (self), box);
  gtk_window_set_modal (GTK_WINDOW (self), TRUE);
  gtk_window_set_destroy_with_parent (GTK_WINDOW (self), TRUE);
  gtk_window_set_default_widget (GTK_WINDOW (self), priv->confirm);
  gtk_widget_add_css_class (GTK_WIDGET (self), "way-dialog");
  add_ctrl_enter (self);
}

/**
 * way_dialog_new:
 * @parent: (nullable): any widget of the window that it belongs to
 * @title: what it is about
 * @confirm_label: (nullable): a verb, with mnemonic; %NULL makes a dialog that can only be closed
 *
 * Returns: (transfer none): a dialog to fill and to present
 */
WayDialog *
way_dialog_new (GtkWidget *parent, const char *title, const char *confirm_label)
{
  WayDialog *self = g_object_new (WAY_TYPE_DIALOG, "title", title, NULL);

  way_dialog_set_parent (self, parent);
  way_dialog_set_confirm_label (self, confirm_label);
  return self;
}

void
way_dialog_set_parent (WayDialog *self, GtkWidget *parent)
{
  GtkRoot *root = parent != NULL ? gtk_widget_get_root (parent) : NULL;

  g_return_if_fail (WAY_IS_DIALOG (self));

  if (GTK_IS_WINDOW (root))
    gtk_window_set_transient_for (GTK_WINDOW (self), GTK_WINDOW (root));
}

void
way_dialog_set_content (WayDialog *self, GtkWidget *content)
{
  WayDialogPrivate *priv = get_private (self);
  GtkWidget *old = gtk_widget_get_first_child (priv->body);

  if (old != NULL)
    gtk_box_remove (GTK_BOX (priv->body), old);
  gtk_widget_set_vexpand (content, TRUE);
  gtk_box_append (GTK_BOX (priv->body), content);
}

void
way_dialog_set_confirm_label (WayDialog *self, const char *label)
{
  WayDialogPrivate *priv = get_private (self);

  gtk_widget_set_visible (priv->confirm, label != NULL);
  gtk_button_set_label (GTK_BUTTON (priv->confirm), label != NULL ? label : "");
  gtk_button_set_label (GTK_BUTTON (priv->cancel), label != NULL ? _ ("_Cancel") : _ ("_Close"));
}

/**
 * way_dialog_set_destructive:
 *
 * What is confirmed takes something away: the button looks like it.
 */
void
way_dialog_set_destructive (WayDialog *self)
{
  WayDialogPrivate *priv = get_private (self);

  gtk_widget_remove_css_class (priv->confirm, "suggested-action");
  gtk_widget_add_css_class (priv->confirm, "destructive-action");
}

void
way_dialog_add_action (WayDialog *self, GtkWidget *button)
{
  gtk_header_bar_pack_end (GTK_HEADER_BAR (get_private (self)->header), button);
}

void
way_dialog_set_message (WayDialog *self, const char *message)
{
  way_banner_set_text (WAY_BANNER (get_private (self)->banner), message);
}

/**
 * way_dialog_set_can_confirm:
 * @can_confirm: %FALSE as long as it is not known what would be confirmed
 */
void
way_dialog_set_can_confirm (WayDialog *self, gboolean can_confirm)
{
  gtk_widget_set_sensitive (get_private (self)->confirm, can_confirm);
}

/**
 * way_dialog_confirm:
 *
 * As if the confirming button had been clicked.
 */
void
way_dialog_confirm (WayDialog *self)
{
  WayDialogPrivate *priv = get_private (self);
  gboolean done = FALSE;

  if (!gtk_widget_get_visible (priv->confirm) || !gtk_widget_get_sensitive (priv->confirm))
    return;
  g_object_ref (self);
  g_signal_emit (self, signals[CONFIRM], 0, &done);
  if (done)
    gtk_window_destroy (GTK_WINDOW (self));
  g_object_unref (self);
}
