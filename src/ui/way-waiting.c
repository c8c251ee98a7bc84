/* way-waiting.c: WayWaiting, a banner for as long as another thread works on something.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-i18n.h"

#include "ui/way-waiting.h"

#include "ui/way-window.h"
#include "ui/widgets/way-banner.h"

#define PATIENCE 250 /* milliseconds: what is done by then is not worth a word */

struct _WayWaiting
{
  WayWindow *window; /* weak */
  GtkWidget *banner;
  GCancellable *cancellable;
  guint timeout;     /* 0 once the banner is there */
};

static void
cancel_cb (GSimpleAction *action, GVariant *parameter, gpointer cancellable)
{
  g_cancellable_cancel (cancellable);
}

static gboolean
show_cb (gpointer data)
{
  WayWaiting *self = data;

  self->timeout = 0;
  if (self->window != NULL)
    way_window_add_banner (self->window, self->banner);
  return G_SOURCE_REMOVE;
}

/* Escape, from wherever the focus is, unless what has the focus takes it for itself. */
static void
add_escape (GtkWidget *banner)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_set_scope (GTK_SHORTCUT_CONTROLLER (keys), GTK_SHORTCUT_SCOPE_GLOBAL);
  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (keys),
      gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape, 0),
                        gtk_named_action_new ("waiting.cancel")));
  gtk_widget_add_controller (banner, keys);
}

/**
 * way_waiting_new:
 * @inside: any widget in the window
 * @text: what is being done: "Computing the impact…"
 * @cancellable: what the banner's button cancels, and Escape
 *
 * The banner comes when the work takes longer than a moment, and goes with the object.
 *
 * Returns: (transfer full)
 */
WayWaiting *
way_waiting_new (GtkWidget *inside, const char *text, GCancellable *cancellable)
{
  static const GActionEntry entries[] = { { .name = "cancel", .activate = cancel_cb } };
  WayWaiting *self = g_new0 (WayWaiting, 1);
  g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new ();

  self->cancellable = g_object_ref (cancellable);
  g_action_map_add_action_entries (G_ACTION_MAP (actions), entries, G_N_ELEMENTS (entries),
                                   self->cancellable);
  self->banner = g_object_ref_sink (way_banner_new (WAY_BANNER_INFO));
  gtk_widget_insert_action_group (self->banner, "waiting", G_ACTION_GROUP (actions));
  way_banner_set_text (WAY_BANNER (self->banner), text);
  way_banner_set_button (WAY_BANNER (self->banner), _ ("_Cancel"), "waiting.cancel");
  add_escape (self->banner);
  g_set_weak_pointer (&self->window, way_window_of (inside));
  self->timeout = g_timeout_add (PATIENCE, show_cb, self);
  return self;
}

void
way_waiting_free (WayWaiting *self)
{
  GtkWidget *parent;

  if (self == NULL)
    return;
  if (self->timeout != 0)
    g_source_remove (self->timeout);
  parent = gtk_widget_get_parent (self->banner);
  if (parent != NULL)
    gtk_box_remove (GTK_BOX (parent), self->banner);
  g_clear_weak_pointer (&self->window);
  g_object_unref (self->banner);
  g_object_unref (self->cancellable);
  g_free (self);
}
