/* way-plan-files.c: opening, making, importing, copying and exporting plans, with their dialogs.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-i18n.h"

#include "ui/way-plan-files.h"

#include "document/way-sample.h"
#include "exchange/way-exchange.h"
#include "ui/dialogs/way-import-dialog.h"
#include "ui/way-application.h"
#include "ui/way-settings.h"
#include "ui/widgets/way-compat.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

static const char *const *
plan_filters (void)
{
  static const char *filters[3];

  filters[0] = _ ("Waymark plans|*.waymark");
  filters[1] = _ ("All files|*");
  return filters;
}

static WayApplication *
application_of (GtkWidget *inside)
{
  return WAY_APPLICATION (gtk_window_get_application (GTK_WINDOW (way_window_of (inside))));
}

/**
 * way_plan_files_dup_folder:
 *
 * Returns: (transfer full): where to propose new files
 */
char *
way_plan_files_dup_folder (void)
{
  g_autofree char *recent = g_settings_get_string (way_settings_get (), "recent-folder");
  const char *documents = g_get_user_special_dir (G_USER_DIRECTORY_DOCUMENTS);

  if (recent[0] != '\0' && g_file_test (recent, G_FILE_TEST_IS_DIR))
    return g_steal_pointer (&recent);
  if (documents != NULL && g_file_test (documents, G_FILE_TEST_IS_DIR))
    return g_strdup (documents);
  return g_strdup (g_get_home_dir ());
}

/**
 * way_plan_files_remember:
 * @file: a plan that was opened or made
 */
void
way_plan_files_remember (GFile *file)
{
  g_autoptr (GFile) parent = g_file_get_parent (file);

  if (parent != NULL && g_file_peek_path (parent) != NULL)
    g_settings_set_string (way_settings_get (), "recent-folder", g_file_peek_path (parent));
  way_settings_add_recent (file);
}

/**
 * way_plan_files_propose_name:
 *
 * Returns: (transfer full): a name for a file about @title
 */
char *
way_plan_files_propose_name (const char *title, const char *suffix)
{
  g_autofree char *clean = g_strstrip (g_strdelimit (g_strdup (title), "/\\:*?\"<>|\n\r\t", ' '));

  return g_strconcat (clean[0] != '\0' ? clean : _ ("Plan"), suffix, NULL);
}

/**
 * way_plan_files_propose:
 * @beside: (nullable): path of a file that the new one belongs to, where it can be written
 *
 * Returns: (transfer full): a place and a name for a file about @title
 */
GFile *
way_plan_files_propose (const char *beside, const char *title, const char *suffix)
{
  g_autofree char *near = beside != NULL ? g_path_get_dirname (beside) : NULL;
  gboolean writable = near != NULL && g_access (near, W_OK) == 0;
  g_autofree char *folder = writable ? g_steal_pointer (&near) : way_plan_files_dup_folder ();
  g_autofree char *name = way_plan_files_propose_name (title, suffix);

  return g_file_new_build_filename (folder, name, NULL);
}

/* ------------------------------------------------------------------ open */

void
way_plan_files_open (GtkWidget *inside, GFile *file)
{
  way_application_open_file (application_of (inside), file, inside);
}

static void
open_chosen_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GFile) file = way_compat_file_finish (result, NULL);

  if (file != NULL)
    way_plan_files_open (GTK_WIDGET (source), file);
}

void
way_plan_files_choose (GtkWidget *inside)
{
  way_compat_open_file (inside, _ ("Open a plan"), plan_filters (), NULL, open_chosen_cb, NULL);
}

/* ------------------------------------------------------------------ the sample */

/* The sample is a plan like any other, in the user's data folder: what is tried there stays. */
static WayDocument *
open_or_make_sample (GError **error)
{
  g_autofree char *folder = g_build_filename (g_get_user_data_dir (), "waymark", NULL);
  g_autofree char *name = way_plan_files_propose_name (_ ("Sample plan"), WAY_STORE_SUFFIX);
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (WayDocument) document = NULL;

  if (g_file_test (path, G_FILE_TEST_EXISTS))
    return way_document_open (path, error);
  g_mkdir_with_parents (folder, 0700);
  document = way_document_create (path, _ ("Sample plan"), way_sample_get_start (), error);
  if (document == NULL)
    return NULL;
  if (!way_sample_fill (document, error))
    {
      g_clear_object (&document);
      g_unlink (path);
      return NULL;
    }
  return g_steal_pointer (&document);
}

void
way_plan_files_sample (GtkWidget *inside)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WayDocument) document = open_or_make_sample (&error);

  if (document != NULL)
    way_application_show (application_of (inside), document, inside, "timeline");
  else
    way_window_report_error (inside, error);
}

/* ------------------------------------------------------------------ import */

static const char *const *
exchange_filters (void)
{
  static const char *filters[3];

  filters[0] = _ ("MS Project XML|*.xml");
  filters[1] = _ ("All files|*");
  return filters;
}

static void
import_into (GtkWidget *inside, GFile *source, GFile *target)
{
  g_autofree char *base = g_file_get_basename (source);
  g_autoptr (WayDocument) document = NULL;
  g_autoptr (WayImportReport) report = NULL;
  g_autoptr (GError) error = NULL;
  WayWindow *window;

  if (g_str_has_suffix (base, ".xml"))
    base[strlen (base) - strlen (".xml")] = '\0';
  document = way_document_create (g_file_peek_path (target), base, way_moment_today (), &error);
  if (document == NULL)
    {
      way_window_report_error (inside, error);
      return;
    }
  if (!way_exchange_import (document, g_file_peek_path (source), NULL, NULL, &report, &error))
    {
      g_clear_object (&document);
      g_unlink (g_file_peek_path (target));
      way_window_report_error (inside, error);
      return;
    }
  window = way_application_show (application_of (inside), document, inside, "timeline");
  way_import_dialog_present (GTK_WIDGET (window), report);
}

/* Before an existing plan makes room: a file that is refused shall not cost it. */
static gboolean
can_be_imported (GFile *source, GError **error)
{
  g_autoptr (WayDocument) trial = way_document_new ("", way_moment_today ());
  g_autoptr (WayImportReport) report = NULL;

  return way_exchange_import (trial, g_file_peek_path (source), NULL, NULL, &report, error);
}

/**
 * way_plan_files_make_room:
 * @target: where a new plan is to be; the chooser has asked whether to replace what is there
 * @error: when what is there is an open plan, or cannot be moved to the bin
 *
 * Returns: whether there is no file at @target any more
 */
gboolean
way_plan_files_make_room (GFile *target, GError **error)
{
  return !g_file_query_exists (target, NULL)
         || (way_store_check_closed (g_file_peek_path (target), error)
             && g_file_trash (target, NULL, error));
}

static void
import_target_cb (GObject *object, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) source = data;
  g_autoptr (GFile) target = way_compat_file_finish (result, NULL);

  if (target == NULL)
    return;
  if (g_file_query_exists (target, NULL) && !can_be_imported (source, &error))
    way_window_report_error (GTK_WIDGET (object), error);
  else if (!way_plan_files_make_room (target, &error))
    way_window_report_error (GTK_WIDGET (object), error);
  else
    import_into (GTK_WIDGET (object), source, target);
}

/**
 * way_plan_files_import_file:
 * @source: another program's project
 *
 * Asks for the place of the new plan; ends with the report of what came in.
 */
void
way_plan_files_import_file (GtkWidget *inside, GFile *source)
{
  g_autofree char *base = g_file_get_basename (source);
  g_autoptr (GFile) proposed = NULL;

  if (g_str_has_suffix (base, ".xml"))
    base[strlen (base) - strlen (".xml")] = '\0';
  proposed = way_plan_files_propose (g_file_peek_path (source), base, WAY_STORE_SUFFIX);
  way_compat_save_file (inside, _ ("Import into a new plan"), proposed, plan_filters (), NULL,
                        import_target_cb, g_object_ref (source));
}

static void
import_source_cb (GObject *object, GAsyncResult *result, gpointer data)
{
  g_autoptr (GFile) source = way_compat_file_finish (result, NULL);

  if (source != NULL)
    way_plan_files_import_file (GTK_WIDGET (object), source);
}

/**
 * way_plan_files_import:
 * @inside: a widget of the window that asks
 *
 * Asks for the file, then for the place of the new plan; ends with the report of what came in.
 */
void
way_plan_files_import (GtkWidget *inside)
{
  way_compat_open_file (inside, _ ("Import a project"), exchange_filters (), NULL, import_source_cb,
                        NULL);
}

/* ------------------------------------------------------------------ copies */

static void
export_chosen_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  WayWindow *window = WAY_WINDOW (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = way_compat_file_finish (result, &error);
  g_autofree char *name = NULL, *message = NULL;

  if (file == NULL || way_window_get_document (window) == NULL)
    return;
  if (!way_exchange_export (way_window_get_document (window), g_file_peek_path (file), "mspdi",
                            NULL, &error))
    {
      way_window_report_error (GTK_WIDGET (window), error);
      return;
    }
  name = g_file_get_basename (file);
  message = g_strdup_printf (_ ("Exported to “%s”."), name);
  way_window_toast (GTK_WIDGET (window), message, NULL, NULL);
}

void
way_plan_files_export (WayWindow *window)
{
  WayDocument *document = way_window_get_document (window);
  g_autoptr (GFile) proposed = way_plan_files_propose (
      way_document_get_path (document), way_document_get_title (document), ".xml");

  way_compat_save_file (GTK_WIDGET (window), _ ("Export as MS Project XML"), proposed,
                        exchange_filters (), NULL, export_chosen_cb, NULL);
}

static void
save_as_chosen_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  WayWindow *window = WAY_WINDOW (source);
  WayDocument *document = way_window_get_document (window);
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = way_compat_file_finish (result, &error);

  if (file == NULL || document == NULL)
    return;
  if (way_document_get_path (document) != NULL
      && way_store_backup (way_document_get_store (document), g_file_peek_path (file), &error))
    way_plan_files_open (GTK_WIDGET (window), file);
  else if (way_document_get_path (document) == NULL
           && way_document_save_as (document, g_file_peek_path (file), &error))
    way_plan_files_remember (file);
  else
    way_window_report_error (GTK_WIDGET (window), error);
}

/**
 * way_plan_files_save_as:
 *
 * A copy of the plan with its history in another file, which is opened.
 */
void
way_plan_files_save_as (WayWindow *window)
{
  WayDocument *document = way_window_get_document (window);
  g_autofree char *copy
      = g_strdup_printf (_ ("%s (copy)"), way_document_get_title (document));
  g_autoptr (GFile) proposed
      = way_plan_files_propose (way_document_get_path (document), copy, WAY_STORE_SUFFIX);

  way_compat_save_file (GTK_WIDGET (window), _ ("Save a copy"), proposed, plan_filters (), NULL,
                        save_as_chosen_cb, NULL);
}
