/* way-open-files.c: which plans this process has open.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * POSIX drops every lock that a process holds on a file as soon as the process
 * closes any descriptor of it. Another program would then take an open plan for
 * one that nobody uses, and remove its log. So a plan that is open here is read
 * by SQLite alone, which knows of this. */

#include "store/way-store-private.h"

#include <glib/gstdio.h>

typedef struct
{
  WayStore *store; /* unowned; NULL for a file that is only looked for */
  guint64 device, inode;
} OpenFile;

G_LOCK_DEFINE_STATIC (files);
static GArray *files; /* of OpenFile; a plan that is open twice is there twice */

static gboolean
identify (const char *path, OpenFile *file)
{
  GStatBuf buffer;

  if (g_stat (path, &buffer) != 0)
    return FALSE;
  file->device = (guint64) buffer.st_dev;
  file->inode = (guint64) buffer.st_ino;
  return TRUE;
}

/**
 * way_open_files_add:
 *
 * From now on, until way_open_files_remove(), @store's file is open.
 */
void
way_open_files_add (WayStore *store)
{
  OpenFile file = { .store = store };

  if (!identify (store->path, &file))
    return;
  G_LOCK (files);
  if (files == NULL)
    files = g_array_new (FALSE, FALSE, sizeof (OpenFile));
  g_array_append_val (files, file);
  G_UNLOCK (files);
}

void
way_open_files_remove (WayStore *store)
{
  G_LOCK (files);
  for (guint i = files != NULL ? files->len : 0; i > 0; i--)
    if (g_array_index (files, OpenFile, i - 1).store == store)
      g_array_remove_index_fast (files, i - 1);
  if (files != NULL && files->len == 0)
    g_clear_pointer (&files, g_array_unref);
  G_UNLOCK (files);
}

/**
 * way_open_files_contain:
 *
 * Returns: whether @path is, by this or another name, a plan that this process has open
 */
gboolean
way_open_files_contain (const char *path)
{
  OpenFile wanted = { 0 };
  gboolean found = FALSE;

  if (!identify (path, &wanted))
    return FALSE;
  G_LOCK (files);
  for (guint i = 0; files != NULL && i < files->len && !found; i++)
    {
      const OpenFile *file = &g_array_index (files, OpenFile, i);

      found = file->device == wanted.device && file->inode == wanted.inode;
    }
  G_UNLOCK (files);
  return found;
}
