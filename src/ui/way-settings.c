/* way-settings.c: the user's preferences and window state.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/way-settings.h"

#include <gtk/gtk.h>

GSettings *
way_settings_get (void)
{
  static GSettings *settings;

  if (g_once_init_enter (&settings))
    g_once_init_leave (&settings, g_settings_new (APPLICATION_ID));
  return settings;
}

char *
way_settings_dup_author (void)
{
  g_autofree char *author = g_settings_get_string (way_settings_get (), "author");
  const char *account = g_get_real_name ();

  if (author[0] != '\0')
    return g_steal_pointer (&author);
  return g_strdup (account[0] != '\0' && g_strcmp0 (account, "Unknown") != 0 ? account
                                                                             : g_get_user_name ());
}

static int
compare_visited (gconstpointer a, gconstpointer b)
{
  GtkRecentInfo *first = *(GtkRecentInfo *const *)a, *second = *(GtkRecentInfo *const *)b;

  return g_date_time_compare (gtk_recent_info_get_modified (second),
                              gtk_recent_info_get_modified (first));
}

/**
 * way_settings_get_recent:
 * @max: at most so many
 *
 * The desktop's own list of recent documents, as far as this program put them there.
 */
GPtrArray *
way_settings_get_recent (guint max)
{
  GPtrArray *files = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) infos
      = g_ptr_array_new_with_free_func ((GDestroyNotify)gtk_recent_info_unref);
  GList *items = gtk_recent_manager_get_items (gtk_recent_manager_get_default ());

  for (GList *l = items; l != NULL; l = l->next)
    if (gtk_recent_info_has_application (l->data, g_get_prgname ())
        && gtk_recent_info_exists (l->data))
      g_ptr_array_add (infos, l->data);
    else
      gtk_recent_info_unref (l->data);
  g_list_free (items);

  g_ptr_array_sort (infos, compare_visited);
  for (guint i = 0; i < infos->len && i < max; i++)
    g_ptr_array_add (files, g_file_new_for_uri (gtk_recent_info_get_uri (infos->pdata[i])));
  return files;
}

void
way_settings_add_recent (GFile *file)
{
  g_autofree char *uri = g_file_get_uri (file);
  GtkRecentData data = {
    .mime_type = (char *)"application/vnd.waymark",
    .app_name = (char *)g_get_prgname (),
    .app_exec = (char *)"waymark %u",
  };

  gtk_recent_manager_add_full (gtk_recent_manager_get_default (), uri, &data);
}
