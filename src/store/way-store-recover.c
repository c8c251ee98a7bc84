/* way-store-recover.c: WayStore, salvaging a damaged plan.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Works on a private copy. References to what is lost are cleared. The new file
 * begins a history of its own: one of which parts are missing could not be undone. */

#include "model/way-i18n.h"

#include "store/way-store-private.h"

#include "model/way-error.h"
#include "model/way-record-private.h"
#include "store/way-connection.h"
#include "store/way-salvage.h"

#include <gio/gio.h>
#include <glib/gstdio.h>

#define RECOVERING N_ ("Could not recover the plan")

static gboolean
points_nowhere (WayPlan *plan, WayRecord *record, const WayField *field)
{
  gboolean empty = way_record_get (record, field).i == 0;

  return empty ? (field->flags & WAY_FIELD_REQUIRED) != 0
               : !way_plan_reference_holds (plan, record, field);
}

/* Returns whether the record had to go. */
static gboolean
mend_record (WayPlan *plan, WayRecord *record)
{
  const WayRecordType *type = way_record_get_record_type (record);
  WayValue none = way_value_int (0);

  for (guint i = 0; i < type->n_fields; i++)
    {
      const WayField *field = &type->fields[i];

      if (field->type != WAY_FIELD_TYPE_REF || !way_field_is_stored (field)
          || !points_nowhere (plan, record, field))
        continue;
      if ((field->flags & WAY_FIELD_REQUIRED) != 0)
        {
          way_plan_remove (plan, record);
          return TRUE;
        }
      way_plan_set (plan, record, field, &none);
    }
  return FALSE;
}

static gboolean
mend_once (WayPlan *plan)
{
  gboolean removed = FALSE;
  guint n_types;
  const WayRecordType **types = way_record_types (&n_types);

  for (guint i = 0; i < n_types; i++)
    {
      GPtrArray *records = way_plan_peek_records (plan, types[i]);
      g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func (g_object_unref);

      for (guint k = 0; k < records->len; k++)
        g_ptr_array_add (all, g_object_ref (records->pdata[k]));
      for (guint k = 0; k < all->len; k++)
        removed |= mend_record (plan, all->pdata[k]);
    }
  return removed;
}

/* A task of each loop comes to the top level; what is below it stays there. */
static void
mend_parents (WayPlan *plan)
{
  const WayField *parent = way_record_type_field (&way_task_type, "parent");
  g_autoptr (GPtrArray) loops = way_store_find_parent_loops (plan);
  WayValue none = way_value_int (0);

  for (guint i = 0; i < loops->len; i++)
    way_plan_set (plan, loops->pdata[i], parent, &none);
}

static gboolean
salvage_into (const char *copy, WayPlan *plan, GError **error)
{
  g_autoptr (sqlite3) db = way_connection_open (copy, WAY_CONNECTION_SALVAGE, error);
  guint n_types;
  const WayRecordType **types = way_record_types (&n_types);

  /* With a schema that may be written, SQLite reads on where it would refuse: a file that is
   * shorter than it says, say. Nothing is written. */
  if (db == NULL || !way_sql_run (db, "PRAGMA writable_schema = ON", RECOVERING, error)
      || !way_sql_run (db, "PRAGMA foreign_keys = OFF", RECOVERING, error))
    return FALSE;
  for (guint i = 0; i < n_types; i++)
    way_salvage_type (db, types[i], plan);
  while (mend_once (plan))
    ;
  mend_parents (plan);
  return TRUE;
}

static gboolean
copy_file (const char *from, const char *to, gboolean required, GError **error)
{
  g_autoptr (GFile) source = g_file_new_for_path (from);
  g_autoptr (GFile) target = g_file_new_for_path (to);
  g_autofree char *name = g_filename_display_name (from);
  g_autoptr (GError) problem = NULL;

  if (g_file_copy (source, target, G_FILE_COPY_NONE, NULL, NULL, NULL, &problem)
      || (!required && g_error_matches (problem, G_IO_ERROR, G_IO_ERROR_NOT_FOUND)))
    return TRUE;
  g_set_error (error, WAY_ERROR, WAY_ERROR_IO, _("Could not read “%s”: %s"), name,
               problem->message);
  return FALSE;
}

static gboolean
salvage_copy (const char *damaged, const char *folder, WayPlan *plan, GError **error)
{
  g_autofree char *log = g_strconcat (damaged, "-wal", NULL);
  g_autofree char *copy = g_build_filename (folder, "damaged", NULL);
  g_autofree char *copy_log = g_strconcat (copy, "-wal", NULL);
  g_autofree char *copy_index = g_strconcat (copy, "-shm", NULL);
  gboolean done = copy_file (damaged, copy, TRUE, error) && copy_file (log, copy_log, FALSE, error)
                  && salvage_into (copy, plan, error);

  g_unlink (copy);
  g_unlink (copy_log);
  g_unlink (copy_index);
  return done;
}

static void
ensure_project (WayPlan *plan, const char *path)
{
  g_autofree char *title = g_filename_display_basename (path);
  g_autoptr (WayRecord) project = NULL;
  WayValue value;

  if (way_plan_get_project (plan) != NULL)
    return;
  project = way_record_new (&way_project_type);
  project->id = way_plan_next_id (plan);
  value = way_value_text (title);
  way_record_set_value (project, way_record_type_field (&way_project_type, "title"), &value);
  value = way_value_int (way_moment_today () + 8 * 60);
  way_record_set_value (project, way_record_type_field (&way_project_type, "start"), &value);
  way_plan_add (plan, project);
}

static WayChangeset *
describe_plan (WayPlan *plan, const char *path)
{
  g_autofree char *name = g_filename_display_basename (path);
  g_autofree char *label = g_strdup_printf (_("Recover “%s”"), name);
  WayChangeset *changeset = way_changeset_new (label, WAY_ORIGIN_IMPORT);
  guint n_types;
  const WayRecordType **types = way_record_types (&n_types);

  for (guint i = 0; i < n_types; i++)
    {
      GPtrArray *records = way_plan_peek_records (plan, types[i]);

      for (guint k = 0; k < records->len; k++)
        way_changeset_add_create (changeset, types[i], ((WayRecord *) records->pdata[k])->id, NULL);
    }
  return changeset;
}

static gboolean
write_recovered (WayPlan *plan, const char *damaged, const char *fresh, GError **error)
{
  g_autoptr (WayChangeset) changeset = NULL;
  g_autoptr (WayStore) store = way_store_create (fresh, error);

  if (store == NULL)
    return FALSE;
  changeset = describe_plan (plan, damaged);
  if (way_store_commit (store, plan, changeset, error))
    return TRUE;
  g_clear_object (&store);
  g_unlink (fresh);
  return FALSE;
}

static guint
count_records (WayPlan *plan)
{
  guint n = 0, n_types;
  const WayRecordType **types = way_record_types (&n_types);

  for (guint i = 0; i < n_types; i++)
    n += way_plan_peek_records (plan, types[i])->len;
  return n;
}

/**
 * way_store_recover:
 * @damaged: a plan that does not open; only read
 * @fresh: the file to make; may not exist
 * @n_records: (out) (optional): how many records were saved
 * @error: %WAY_ERROR_FORMAT when nothing can be read, %WAY_ERROR_IO, also when @damaged is open
 */
gboolean
way_store_recover (const char *damaged, const char *fresh, guint *n_records, GError **error)
{
  g_autoptr (WayPlan) plan = way_plan_new ();
  g_autofree char *place = g_path_get_dirname (fresh);
  g_autofree char *folder = g_build_filename (place, ".waymark-recover-XXXXXX", NULL);
  g_autofree char *name = g_filename_display_name (damaged);
  gboolean read;

  if (way_open_files_contain (damaged))
    {
      g_set_error (error, WAY_ERROR, WAY_ERROR_IO,
                   _("“%s” is open, and is not recovered while it is. Close it first."), name);
      return FALSE;
    }
  if (g_mkdtemp (folder) == NULL)
    {
      g_set_error (error, WAY_ERROR, WAY_ERROR_IO,
                   _("Could not write beside “%s”. Choose another folder."), fresh);
      return FALSE;
    }
  read = salvage_copy (damaged, folder, plan, error);
  g_rmdir (folder);
  if (!read)
    return FALSE;
  if (count_records (plan) == 0)
    {
      g_set_error (error, WAY_ERROR, WAY_ERROR_FORMAT,
                   _("Nothing can be read of “%s” any more. Open one of its backups instead."),
                   name);
      return FALSE;
    }
  if (n_records != NULL)
    *n_records = count_records (plan);
  ensure_project (plan, damaged);
  return write_recovered (plan, damaged, fresh, error);
}
