/* way-toast.c: WayToast, a message that floats over the window for some seconds.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A new message takes the place of the one before. The time stops while the pointer or the focus
 * is on it. */

#include "model/way-i18n.h"

#include "ui/widgets/way-toast.h"

#define SECONDS 6
#define SECONDS_WITH_BUTTON 10

struct _WayToast
{
  GtkBox parent_instance;

  GtkWidget *revealer;
  GtkWidget *label;
  GtkWidget *buttons;
  GtkWidget *inside; /* weak */
  guint timeout;
  guint seconds;
};

G_DEFINE_FINAL_TYPE (WayToast, way_toast, GTK_TYPE_BOX)

static gboolean
timeout_cb (gpointer data)
{
  WayToast *self = data;

  self->timeout = 0;
  way_toast_hide (self);
  return G_SOURCE_REMOVE;
}

static void
stop_clock (WayToast *self)
{
  g_clear_handle_id (&self->timeout, g_source_remove);
}

static void
start_clock (WayToast *self)
{
  stop_clock (self);
  if (gtk_revealer_get_reveal_child (GTK_REVEALER (self->revealer)))
    self->timeout = g_timeout_add_seconds (self->seconds, timeout_cb, self);
}

static void
button_clicked_cb (GtkButton *button, WayToast *self)
{
  g_autoptr (GtkWidget) inside = self->inside != NULL ? g_object_ref (self->inside) : NULL;
  g_autofree char *name = g_strdup (g_object_get_data (G_OBJECT (button), "way-action"));
  GVariant *target = g_object_get_data (G_OBJECT (button), "way-target");
  g_autoptr (GVariant) kept = target != NULL ? g_variant_ref (target) : NULL;

  way_toast_hide (self);
  if (inside != NULL)
    gtk_widget_activate_action_variant (inside, name, kept);
}

static void
add_button (WayToast *self, const WayToastButton *info)
{
  GtkWidget *button = gtk_button_new_with_label (info->label);

  gtk_widget_add_css_class (button, "flat");
  g_object_set_data_full (G_OBJECT (button), "way-action", g_strdup (info->action_name), g_free);
  if (info->target != NULL)
    g_object_set_data_full (G_OBJECT (button), "way-target", g_variant_ref_sink (info->target),
                            (GDestroyNotify)g_variant_unref);
  g_signal_connect (button, "clicked", G_CALLBACK (button_clicked_cb), self);
  gtk_box_append (GTK_BOX (self->buttons), button);
}

static void
child_revealed_cb (GtkRevealer *revealer, GParamSpec *pspec, WayToast *self)
{
  if (!gtk_revealer_get_child_revealed (revealer) && !gtk_revealer_get_reveal_child (revealer))
    gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

static void
way_toast_dispose (GObject *object)
{
  WayToast *self = WAY_TOAST (object);

  stop_clock (self);
  g_clear_weak_pointer (&self->inside);
  G_OBJECT_CLASS (way_toast_parent_class)->dispose (object);
}

static void
way_toast_class_init (WayToastClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = way_toast_dispose;
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_ALERT);
}

static void
add_clock_controllers (WayToast *self, GtkWidget *box)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_signal_connect_swapped (motion, "enter", G_CALLBACK (stop_clock), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (start_clock), self);
  g_signal_connect_swapped (focus, "enter", G_CALLBACK (stop_clock), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (start_clock), self);
  gtk_widget_add_controller (box, motion);
  gtk_widget_add_controller (box, focus);
}

static void
way_toast_init (WayToast *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *close = gtk_button_new_from_icon_name ("window-close-symbolic");

  gtk_widget_add_css_class (box, "toast");
  self->label = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (self->label), 70);
  gtk_label_set_natural_wrap_mode (GTK_LABEL (self->label), GTK_NATURAL_WRAP_NONE);
  gtk_label_set_xalign (GTK_LABEL (self->label), 0);
  self->buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_widget_add_css_class (close, "flat");
  gtk_widget_set_tooltip_text (close, _ ("Close"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (close), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Close"), -1);
  g_signal_connect_swapped (close, "clicked", G_CALLBACK (way_toast_hide), self);
  gtk_box_append (GTK_BOX (box), self->label);
  gtk_box_append (GTK_BOX (box), self->buttons);
  gtk_box_append (GTK_BOX (box), close);
  add_clock_controllers (self, box);

  self->revealer = gtk_revealer_new ();
  gtk_revealer_set_transition_type (GTK_REVEALER (self->revealer),
                                    GTK_REVEALER_TRANSITION_TYPE_CROSSFADE);
  gtk_revealer_set_child (GTK_REVEALER (self->revealer), box);
  g_signal_connect (self->revealer, "notify::child-revealed", G_CALLBACK (child_revealed_cb), self);
  gtk_box_append (GTK_BOX (self), self->revealer);
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_END);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/**
 * way_toast_show:
 * @inside: what the actions are activated on
 * @buttons: (array length=n_buttons): their targets may be floating
 */
void
way_toast_show (WayToast *self,
                GtkWidget *inside,
                const char *message,
                const WayToastButton *buttons,
                guint n_buttons)
{
  GtkWidget *button;

  g_set_weak_pointer (&self->inside, inside);
  while ((button = gtk_widget_get_first_child (self->buttons)) != NULL)
    gtk_box_remove (GTK_BOX (self->buttons), button);
  for (guint i = 0; i < n_buttons; i++)
    add_button (self, &buttons[i]);
  self->seconds = n_buttons > 0 ? SECONDS_WITH_BUTTON : SECONDS;
  gtk_label_set_text (GTK_LABEL (self->label), message);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, message,
                                  -1);
  gtk_widget_set_visible (self->buttons, n_buttons > 0);
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
  gtk_revealer_set_reveal_child (GTK_REVEALER (self->revealer), TRUE);
  start_clock (self);
}

/* The keyboard goes back to what the message was about, where one of the buttons has it. */
void
way_toast_hide (WayToast *self)
{
  stop_clock (self);
  if (gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL && self->inside != NULL)
    gtk_widget_grab_focus (self->inside);
  gtk_revealer_set_reveal_child (GTK_REVEALER (self->revealer), FALSE);
}
