/* way-application.c: WayApplication, one process, one window for each plan.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-i18n.h"

#include "ui/way-application.h"

#include "model/way-error.h"
#include "store/way-store.h"
#include "ui/dialogs/way-help.h"
#include "ui/dialogs/way-new-plan-dialog.h"
#include "ui/dialogs/way-preferences-dialog.h"
#include "ui/way-actions.h"
#include "ui/way-plan-files.h"
#include "ui/way-settings.h"
#include "ui/widgets/way-accessible-names.h"
#include "ui/widgets/way-alert.h"
#include "ui/widgets/way-compat.h"
#include "ui/widgets/way-style.h"

#include <string.h>

struct _WayApplication
{
  GtkApplication parent_instance;

  GPtrArray *documents; /* of GWeakRef: the plans that were shown */
};

G_DEFINE_FINAL_TYPE (WayApplication, way_application, GTK_TYPE_APPLICATION)

static WayWindow *
find_window_of_file (WayApplication *self, GFile *file)
{
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self)); l != NULL; l = l->next)
    if (WAY_IS_WINDOW (l->data) && way_window_get_document (l->data) != NULL)
      {
        const char *path = way_document_get_path (way_window_get_document (l->data));
        g_autoptr (GFile) shown = path != NULL ? g_file_new_for_path (path) : NULL;

        if (shown != NULL && g_file_equal (shown, file))
          return l->data;
      }
  return NULL;
}

/* The window that shows no plan yet: @inside's or any; a new one when there is none. */
static WayWindow *
find_empty_window (WayApplication *self, GtkWidget *inside)
{
  WayWindow *window = inside != NULL ? way_window_of (inside) : NULL;

  if (window != NULL && way_window_get_document (window) == NULL)
    return window;
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self)); l != NULL; l = l->next)
    if (WAY_IS_WINDOW (l->data) && way_window_get_document (l->data) == NULL)
      return l->data;
  return way_window_new (GTK_APPLICATION (self));
}

static void
forget_document (gpointer reference)
{
  g_weak_ref_clear (reference);
  g_free (reference);
}

static void
note_document (WayApplication *self, WayDocument *document)
{
  GWeakRef *reference = g_new0 (GWeakRef, 1);

  g_weak_ref_init (reference, document);
  g_ptr_array_add (self->documents, reference);
}

/**
 * way_application_show:
 * @document: a plan that was just opened or made
 * @inside: (nullable): a widget of the window that asked
 * @page: (nullable): the page to begin with
 *
 * Returns: (transfer none): its window
 */
WayWindow *
way_application_show (WayApplication *self,
                      WayDocument *document,
                      GtkWidget *inside,
                      const char *page)
{
  WayWindow *window = find_empty_window (self, inside);
  g_autofree char *author = way_settings_dup_author ();

  note_document (self, document);
  way_document_set_author (document, author);
  way_window_set_document (window, document);
  if (page != NULL)
    way_window_show_page (GTK_WIDGET (window), page);
  if (way_document_get_path (document) != NULL)
    {
      g_autoptr (GFile) file = g_file_new_for_path (way_document_get_path (document));

      way_plan_files_remember (file);
    }
  gtk_window_present (GTK_WINDOW (window));
  return window;
}

typedef struct
{
  GtkWidget *window;
  char *damaged;
} Recovery;

static void
recovery_free (Recovery *recovery)
{
  g_object_unref (recovery->window);
  g_free (recovery->damaged);
  g_free (recovery);
}

static void
recover_chosen_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  GtkWidget *window = GTK_WIDGET (source);
  g_autofree char *damaged = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = way_compat_file_finish (result, &error);
  g_autofree char *message = NULL;
  guint n_records;

  if (file == NULL || !way_store_recover (damaged, g_file_peek_path (file), &n_records, &error))
    {
      way_window_report_error (window, error);
      return;
    }
  way_plan_files_open (window, file);
  message = g_strdup_printf (ngettext ("%u record was recovered.", "%u records were recovered.",
                                       n_records),
                             n_records);
  way_window_toast (window, message, NULL, NULL);
}

static void
recover_cb (gpointer data)
{
  Recovery *recovery = data;
  g_autofree char *base = g_path_get_basename (recovery->damaged);
  g_autofree char *stem = g_str_has_suffix (base, WAY_STORE_SUFFIX)
                              ? g_strndup (base, strlen (base) - strlen (WAY_STORE_SUFFIX))
                              : g_strdup (base);
  g_autofree char *title = g_strdup_printf (_ ("%s (recovered)"), stem);
  g_autoptr (GFile) proposed = way_plan_files_propose (recovery->damaged, title, WAY_STORE_SUFFIX);

  way_compat_save_file (recovery->window, _ ("Recover into a new plan"), proposed, NULL, NULL,
                        recover_chosen_cb, g_strdup (recovery->damaged));
}

static void
offer_recovery (WayWindow *window, const char *path, const GError *error)
{
  Recovery *recovery = g_new0 (Recovery, 1);
  g_autofree char *body = NULL;

  recovery->window = g_object_ref (GTK_WIDGET (window));
  recovery->damaged = g_strdup (path);
  body = g_strdup_printf (_ ("%s\n\nThe file itself stays as it is."), error->message);
  way_alert_ask (GTK_WIDGET (window), _ ("The plan cannot be opened"), body, _ ("_Recover…"), FALSE,
                 recover_cb, recovery, (GDestroyNotify)recovery_free);
}

/**
 * way_application_open_file:
 * @file: a plan
 * @inside: (nullable): a widget of the window that asked
 *
 * Opens a plan, or presents the window that has it open. What stands in the way is told; for a
 * damaged plan a recovery is offered.
 */
void
way_application_open_file (WayApplication *self, GFile *file, GtkWidget *inside)
{
  WayWindow *window = find_window_of_file (self, file);
  const char *path = g_file_peek_path (file);
  g_autoptr (WayDocument) document = NULL;
  g_autoptr (GError) error = NULL;

  if (window != NULL)
    {
      gtk_window_present (GTK_WINDOW (window));
      return;
    }
  if (path != NULL && g_str_has_suffix (path, ".xml"))
    {
      window = find_empty_window (self, inside);
      gtk_window_present (GTK_WINDOW (window));
      way_plan_files_import_file (GTK_WIDGET (window), file);
      return;
    }
  if (path != NULL)
    document = way_document_open (path, &error);
  else
    g_set_error (&error, WAY_ERROR, WAY_ERROR_IO,
                 _ ("Waymark opens files of this computer only. Copy the plan here first."));
  if (document != NULL)
    {
      way_application_show (self, document, inside, NULL);
      return;
    }
  window = find_empty_window (self, inside);
  gtk_window_present (GTK_WINDOW (window));
  if (path != NULL && g_error_matches (error, WAY_ERROR, WAY_ERROR_FORMAT))
    offer_recovery (window, path, error);
  else
    way_alert_tell (GTK_WIDGET (window), _ ("The plan cannot be opened"), error->message);
}

static GtkWidget *
active_window (gpointer application)
{
  GtkWindow *window = gtk_application_get_active_window (application);

  return window != NULL ? GTK_WIDGET (window) : GTK_WIDGET (find_empty_window (application, NULL));
}

static void
new_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  way_new_plan_dialog_present (active_window (data));
}

static void
open_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  way_plan_files_choose (active_window (data));
}

static void
import_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  way_plan_files_import (active_window (data));
}

static void
sample_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  way_plan_files_sample (active_window (data));
}

static void
preferences_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  way_preferences_dialog_present (active_window (data));
}

static void
shortcuts_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  way_help_present_shortcuts (active_window (data));
}

static void
help_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  way_help_present (active_window (data));
}

static void
about_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  way_help_present_about (active_window (data));
}

/* From a notification: the alerts of a plan, which may have been closed meanwhile. */
static void
show_alerts_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  g_autoptr (GFile) file = g_file_new_for_path (g_variant_get_string (parameter, NULL));
  WayWindow *window;

  way_application_open_file (data, file, NULL);
  window = find_window_of_file (data, file);
  if (window != NULL)
    way_window_show_page (GTK_WIDGET (window), "attention");
}

static void
quit_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  /* Closing a window takes its dialogs along, which are in the list too: hold them all. */
  g_autoptr (GPtrArray) windows = g_ptr_array_new_with_free_func (g_object_unref);

  for (GList *l = gtk_application_get_windows (data); l != NULL; l = l->next)
    g_ptr_array_add (windows, g_object_ref (l->data));
  for (guint i = 0; i < windows->len; i++)
    gtk_window_close (g_ptr_array_index (windows, i));
}

static const GActionEntry entries[] = {
  { .name = "new", .activate = new_cb },
  { .name = "open", .activate = open_cb },
  { .name = "import", .activate = import_cb },
  { .name = "sample", .activate = sample_cb },
  { .name = "preferences", .activate = preferences_cb },
  { .name = "help", .activate = help_cb },
  { .name = "shortcuts", .activate = shortcuts_cb },
  { .name = "about", .activate = about_cb },
  { .name = "show-alerts", .activate = show_alerts_cb, .parameter_type = "s" },
  { .name = "quit", .activate = quit_cb },
};

static void
way_application_startup (GApplication *application)
{
  G_APPLICATION_CLASS (way_application_parent_class)->startup (application);
  g_action_map_add_action_entries (G_ACTION_MAP (application), entries, G_N_ELEMENTS (entries),
                                   application);
  way_style_get_default ();
  way_accessible_names_mend ();
  way_actions_install_popover_shortcuts ();
  gtk_window_set_default_icon_name (APPLICATION_ID);
}

/* What is still being computed holds its plan, and nobody waits for it: its file is closed all the
 * same, so that it is whole by itself. */
static void
way_application_shutdown (GApplication *application)
{
  GPtrArray *documents = WAY_APPLICATION (application)->documents;

  for (guint i = 0; i < documents->len; i++)
    {
      g_autoptr (WayDocument) document = g_weak_ref_get (documents->pdata[i]);

      if (document != NULL)
        way_document_close (document);
    }
  G_APPLICATION_CLASS (way_application_parent_class)->shutdown (application);
}

static void
way_application_finalize (GObject *object)
{
  g_ptr_array_unref (WAY_APPLICATION (object)->documents);
  G_OBJECT_CLASS (way_application_parent_class)->finalize (object);
}

static void
way_application_activate (GApplication *application)
{
  WayApplication *self = WAY_APPLICATION (application);
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (application));

  gtk_window_present (window != NULL ? window : GTK_WINDOW (find_empty_window (self, NULL)));
}

static void
way_application_open (GApplication *application, GFile **files, int n_files, const char *hint)
{
  for (int i = 0; i < n_files; i++)
    way_application_open_file (WAY_APPLICATION (application), files[i], NULL);
}

static void
way_application_class_init (WayApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = way_application_finalize;
  application_class->startup = way_application_startup;
  application_class->shutdown = way_application_shutdown;
  application_class->activate = way_application_activate;
  application_class->open = way_application_open;
}

static void
way_application_init (WayApplication *self)
{
  self->documents = g_ptr_array_new_with_free_func (forget_document);
}

WayApplication *
way_application_new (void)
{
  return g_object_new (WAY_TYPE_APPLICATION, "application-id", APPLICATION_ID, "flags",
                       G_APPLICATION_HANDLES_OPEN, NULL);
}
