/* way-attention-watch.c: WayAttentionWatch, looks at what needs attention while a plan is open.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-i18n.h"

#include "ui/attention/way-attention-watch.h"

#include "metrics/attention/way-attention.h"
#include "metrics/way-trigger.h"
#include "ui/way-settings.h"

#define SOON 250        /* milliseconds after a change */
#define CLOCK (15 * 60) /* seconds */

struct _WayAttentionWatch
{
  GObject parent_instance;

  WayDocument *document;
  GtkWindow *window; /* unowned: owns the watch */
  GHashTable *known; /* "kind:record" of all that was found before; NULL before the first look */
  guint soon, clock;
};

G_DEFINE_FINAL_TYPE (WayAttentionWatch, way_attention_watch, G_TYPE_OBJECT)

static guint looked_signal;

/* A message that waits for the desktop's notification service. */
typedef struct
{
  GApplication *application;
  GNotification *notification;
  char *id;
} Message;

static void
message_free (Message *self)
{
  g_object_unref (self->application);
  g_object_unref (self->notification);
  g_free (self->id);
  g_free (self);
}

static void
service_cb (GObject *bus, GAsyncResult *result, gpointer data)
{
  Message *message = data;
  g_autoptr (GVariant) reply = g_dbus_connection_call_finish (G_DBUS_CONNECTION (bus), result, NULL);

  if (reply != NULL)
    g_application_send_notification (message->application, message->id, message->notification);
  message_free (message);
}

/* GIO warns on the terminal about a desktop that has no notification service; it is asked first.
 * In a sandbox the portal sees to that. */
static void
send (GApplication *application, GNotification *notification, const char *id)
{
  GDBusConnection *bus = g_application_get_dbus_connection (application);
  Message *message;

  if (bus == NULL)
    return;
  if (g_file_test ("/.flatpak-info", G_FILE_TEST_EXISTS))
    {
      g_application_send_notification (application, id, notification);
      return;
    }
  message = g_new (Message, 1);
  message->application = g_object_ref (application);
  message->notification = g_object_ref (notification);
  message->id = g_strdup (id);
  g_dbus_connection_call (bus, "org.freedesktop.Notifications", "/org/freedesktop/Notifications",
                          "org.freedesktop.Notifications", "GetServerInformation", NULL, NULL,
                          G_DBUS_CALL_FLAGS_NONE, -1, NULL, service_cb, message);
}

/* One message for all that is new; a click shows the alerts. */
static void
notify (WayAttentionWatch *self, const WayAttention *first, guint n_new)
{
  GApplication *application = g_application_get_default ();
  g_autoptr (GNotification) notification = NULL;
  g_autofree char *title = NULL;

  if (application == NULL || gtk_window_is_active (self->window)
      || !g_settings_get_boolean (way_settings_get (), "notifications"))
    return;
  title = g_strdup_printf (ngettext ("%u new alert in “%s”", "%u new alerts in “%s”", n_new), n_new,
                           way_document_get_title (self->document));
  notification = g_notification_new (title);
  g_notification_set_body (notification, first->text);
  g_notification_set_default_action_and_target (notification, "app.show-alerts", "s",
                                                way_document_get_path (self->document));
  send (application, notification, way_document_get_path (self->document));
}

/* What goes away and comes back is no news while the plan is open. */
static void
find_new (WayAttentionWatch *self, GPtrArray *list)
{
  gboolean began = self->known == NULL;
  const WayAttention *first = NULL;
  guint n_new = 0;

  if (began)
    self->known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < list->len; i++)
    {
      const WayAttention *item = list->pdata[i];

      if (item->severity > WAY_SEVERITY_NOTE
          && g_hash_table_add (self->known, g_strdup_printf ("%d:%" G_GINT64_FORMAT, item->kind,
                                                             item->record->id))
          && n_new++ == 0)
        first = item;
    }
  if (n_new > 0 && !began && way_document_get_path (self->document) != NULL)
    notify (self, first, n_new);
}

static void
look (WayAttentionWatch *self)
{
  g_autoptr (GPtrArray) list = NULL;

  way_triggers_note_fired (self->document);
  list = way_attention_list (self->document);
  find_new (self, list);
  g_signal_emit (self, looked_signal, 0, list);
}

static gboolean
soon_cb (gpointer data)
{
  WayAttentionWatch *self = data;

  self->soon = 0;
  look (self);
  return G_SOURCE_REMOVE;
}

static gboolean
clock_cb (gpointer data)
{
  look (data);
  return G_SOURCE_CONTINUE;
}

/* What the user waits to see is painted first. */
static void
look_soon (WayAttentionWatch *self)
{
  if (self->soon == 0)
    self->soon = g_timeout_add_full (G_PRIORITY_DEFAULT_IDLE, SOON, soon_cb, self, NULL);
}

static void
way_attention_watch_dispose (GObject *object)
{
  WayAttentionWatch *self = WAY_ATTENTION_WATCH (object);

  g_clear_handle_id (&self->soon, g_source_remove);
  g_clear_handle_id (&self->clock, g_source_remove);
  g_clear_pointer (&self->known, g_hash_table_unref);
  g_clear_object (&self->document);
  G_OBJECT_CLASS (way_attention_watch_parent_class)->dispose (object);
}

static void
way_attention_watch_class_init (WayAttentionWatchClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = way_attention_watch_dispose;
  looked_signal = g_signal_new ("looked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
}

static void
way_attention_watch_init (WayAttentionWatch *self)
{
}

/**
 * way_attention_watch_new:
 * @window: shows @document and owns the watch
 *
 * Returns: (transfer full): one that looks for the first time once the plan is on the screen
 */
WayAttentionWatch *
way_attention_watch_new (WayDocument *document, GtkWindow *window)
{
  WayAttentionWatch *self = g_object_new (WAY_TYPE_ATTENTION_WATCH, NULL);

  self->document = g_object_ref (document);
  self->window = window;
  g_signal_connect_object (document, "changed", G_CALLBACK (look_soon), self, G_CONNECT_SWAPPED);
  self->clock = g_timeout_add_seconds (CLOCK, clock_cb, self);
  look_soon (self);
  return self;
}
