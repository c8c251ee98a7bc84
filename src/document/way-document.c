/* way-document.c: WayDocument, a plan with its file and its schedule: where every change is made.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-i18n.h"

#include "document/way-document-private.h"

#include "document/way-builtin-calendars.h"
#include "document/way-milestone-figures.h"
#include "document/way-register-figures.h"
#include "model/way-error.h"
#include "model/way-record-private.h"

#include <glib/gstdio.h>

enum
{
  PROP_0,
  PROP_TITLE,
  PROP_CAN_UNDO,
  PROP_CAN_REDO,
  PROP_UNDO_LABEL,
  PROP_REDO_LABEL,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];
static guint changed_signal;

G_DEFINE_FINAL_TYPE (WayDocument, way_document, G_TYPE_OBJECT)

static void
clear_step (gpointer step)
{
  g_free (((WayStep *) step)->label);
}

static void
way_document_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  WayDocument *self = WAY_DOCUMENT (object);

  switch (id)
    {
    case PROP_TITLE:
      g_value_set_string (value, way_document_get_title (self));
      break;
    case PROP_CAN_UNDO:
      g_value_set_boolean (value, way_document_can_undo (self));
      break;
    case PROP_CAN_REDO:
      g_value_set_boolean (value, way_document_can_redo (self));
      break;
    case PROP_UNDO_LABEL:
      g_value_set_string (value, way_document_get_undo_label (self));
      break;
    case PROP_REDO_LABEL:
      g_value_set_string (value, way_document_get_redo_label (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
      break;
    }
}

static void
way_document_finalize (GObject *object)
{
  WayDocument *self = WAY_DOCUMENT (object);

  g_clear_pointer (&self->scope, way_changeset_unref);
  g_clear_error (&self->failure);
  g_ptr_array_unref (self->removed);
  way_scheduler_free (self->scheduler);
  g_clear_object (&self->store);
  g_clear_object (&self->original);
  g_clear_object (&self->plan);
  g_array_unref (self->undo);
  g_array_unref (self->redo);
  g_ptr_array_unref (self->journal);
  g_free (self->author);
  g_rw_lock_clear (&self->lock);
  G_OBJECT_CLASS (way_document_parent_class)->finalize (object);
}

static void
way_document_class_init (WayDocumentClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->finalize = way_document_finalize;
  object_class->get_property = way_document_get_property;

  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, "", flags);
  properties[PROP_CAN_UNDO] = g_param_spec_boolean ("can-undo", NULL, NULL, FALSE, flags);
  properties[PROP_CAN_REDO] = g_param_spec_boolean ("can-redo", NULL, NULL, FALSE, flags);
  properties[PROP_UNDO_LABEL] = g_param_spec_string ("undo-label", NULL, NULL, NULL, flags);
  properties[PROP_REDO_LABEL] = g_param_spec_string ("redo-label", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  changed_signal = g_signal_new ("changed", WAY_TYPE_DOCUMENT, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 1, WAY_TYPE_CHANGESET);
}

static void
way_document_init (WayDocument *self)
{
  g_rw_lock_init (&self->lock);
  self->plan = way_plan_new ();
  self->scheduler = way_scheduler_new (self->plan);
  self->author = g_strdup (g_get_real_name ());
  self->changed_at = g_get_real_time () / G_USEC_PER_SEC;
  self->undo = g_array_new (FALSE, FALSE, sizeof (WayStep));
  self->redo = g_array_new (FALSE, FALSE, sizeof (WayStep));
  g_array_set_clear_func (self->undo, clear_step);
  g_array_set_clear_func (self->redo, clear_step);
  self->removed = g_ptr_array_new_with_free_func (g_object_unref);
  self->journal = g_ptr_array_new_with_free_func ((GDestroyNotify) way_changeset_unref);
}

static void
fill_new (WayDocument *self, const char *title, WayMoment start)
{
  g_autoptr (WayRecord) project = way_record_new (&way_project_type);
  WayValue value;

  project->id = way_plan_next_id (self->plan);
  value = way_value_text (title);
  way_record_set_value (project, way_record_type_field (&way_project_type, "title"), &value);
  value = way_value_int (way_moment_day (start) + 480);
  way_record_set_value (project, way_record_type_field (&way_project_type, "start"), &value);
  value = way_value_int (way_builtin_calendars_add (self->plan));
  way_record_set_value (project, way_record_type_field (&way_project_type, "calendar"), &value);
  way_plan_add (self->plan, project);
}

/**
 * way_document_new:
 * @title: name of the plan
 * @start: day on which it starts; work begins at 08:00
 *
 * Returns: (transfer full): a new plan in memory, with the built-in calendars
 */
WayDocument *
way_document_new (const char *title, WayMoment start)
{
  WayDocument *self = g_object_new (WAY_TYPE_DOCUMENT, NULL);

  fill_new (self, title, start);
  way_document_refresh (self);
  return self;
}

/* Puts a plan that exists only in memory into @store, as its first content. */
static gboolean
write_all (WayPlan *plan, WayStore *store, GError **error)
{
  g_autoptr (WayChangeset) all = way_changeset_new (_("New plan"), WAY_ORIGIN_IMPORT);
  guint n_types;
  const WayRecordType **types = way_record_types (&n_types);

  for (guint i = 0; i < n_types; i++)
    {
      GPtrArray *records = way_plan_peek_records (plan, types[i]);

      for (guint k = 0; k < records->len; k++)
        way_changeset_add_create (all, types[i], WAY_RECORD (records->pdata[k])->id, NULL);
    }
  return way_store_commit (store, plan, all, error);
}

/**
 * way_document_create:
 * @path: of a file that does not exist yet
 * @error: %WAY_ERROR_IO or %WAY_ERROR_READ_ONLY
 *
 * Returns: (transfer full) (nullable): a new plan in its new file
 */
WayDocument *
way_document_create (const char *path, const char *title, WayMoment start, GError **error)
{
  g_autoptr (WayDocument) self = way_document_new (title, start);

  self->store = way_store_create (path, error);
  if (self->store == NULL)
    return NULL;
  if (!write_all (self->plan, self->store, error))
    {
      g_clear_object (&self->store);
      g_unlink (path);
      return NULL;
    }
  return g_steal_pointer (&self);
}

/**
 * way_document_open:
 * @error: as way_store_open()
 *
 * Returns: (transfer full) (nullable): the plan of a file, scheduled, with its undo steps
 */
WayDocument *
way_document_open (const char *path, GError **error)
{
  g_autoptr (WayDocument) self = g_object_new (WAY_TYPE_DOCUMENT, NULL);

  self->store = way_store_open (path, error);
  if (self->store == NULL || !way_store_load (self->store, self->plan, error)
      || !way_document_load_history (self, error))
    return NULL;
  if (way_plan_get_project (self->plan) == NULL)
    {
      g_set_error (error, WAY_ERROR, WAY_ERROR_FORMAT,
                   _("“%s” has no plan in it. It may be damaged; try to recover it into a new file."),
                   path);
      return NULL;
    }
  way_document_refresh (self);
  return g_steal_pointer (&self);
}

/* A copy of the file, as of what this document knows; %NULL with @error. */
static WayStore *
copy_store (WayDocument *self, const char *path, GError **error)
{
  g_autoptr (WayStore) copy = NULL;

  if (!way_document_sync (self, error) || !way_store_backup (self->store, path, error))
    return NULL;
  copy = way_store_open (path, error);
  if (copy == NULL || way_store_get_seq (copy) == way_store_get_seq (self->store))
    return g_steal_pointer (&copy);
  g_clear_object (&copy);
  g_unlink (path);
  g_set_error (error, WAY_ERROR, WAY_ERROR_CONFLICT,
               _("“%s” was changed in another window while it was copied. Try again."),
               way_document_get_title (self));
  return NULL;
}

static WayStore *
first_store (WayDocument *self, const char *path, GError **error)
{
  g_autoptr (WayStore) store = way_store_create (path, error);

  if (store == NULL || write_all (self->plan, store, error))
    return g_steal_pointer (&store);
  g_clear_object (&store);
  g_unlink (path);
  return NULL;
}

/**
 * way_document_save_as:
 * @path: of the new file; way_store_backup() and way_store_create() say what of one that exists
 * @error: %WAY_ERROR_CONFLICT when somebody else changed the plan meanwhile
 *
 * Copies the plan's file with its whole history to @path and goes on there. A plan in
 * memory gets its file; its undo steps begin anew there.
 */
gboolean
way_document_save_as (WayDocument *self, const char *path, GError **error)
{
  g_autoptr (WayStore) store = NULL;

  g_return_val_if_fail (self->depth == 0, FALSE);
  store = self->store != NULL ? copy_store (self, path, error) : first_store (self, path, error);
  if (store == NULL)
    return FALSE;
  g_set_object (&self->store, store);
  way_document_clear_history (self);
  return way_document_load_history (self, error);
}

/**
 * way_document_get_plan:
 *
 * Returns: (transfer none): the records; read them, change them only through this document
 */
WayPlan *
way_document_get_plan (WayDocument *self)
{
  return self->plan;
}

/**
 * way_document_get_store:
 *
 * Returns: (transfer none) (nullable): the file, %NULL for a plan in memory
 */
WayStore *
way_document_get_store (WayDocument *self)
{
  return self->store;
}

const char *
way_document_get_path (WayDocument *self)
{
  return self->store != NULL ? way_store_get_path (self->store) : NULL;
}

const char *
way_document_get_title (WayDocument *self)
{
  WayProject *project = way_plan_get_project (self->plan);

  return project != NULL ? WAY_RECORD (project)->title : "";
}

gboolean
way_document_is_read_only (WayDocument *self)
{
  return self->store != NULL ? way_store_is_read_only (self->store) : self->past != 0;
}

WayMoment
way_document_get_moment (WayDocument *self)
{
  gint64 past = way_document_get_past (self);
  g_autoptr (GDateTime) then = past != 0 ? g_date_time_new_from_unix_local (past) : NULL;

  if (then == NULL)
    return way_moment_now ();
  return way_moment (g_date_time_get_year (then), g_date_time_get_month (then),
                     g_date_time_get_day_of_month (then), g_date_time_get_hour (then),
                     g_date_time_get_minute (then));
}

/**
 * way_document_get_status_date:
 *
 * Returns: 00:00 of the day as of which figures are told: the plan's status date, else today, or
 * the day when the plan was as it is shown
 */
WayMoment
way_document_get_status_date (WayDocument *self)
{
  WayProject *project = way_plan_get_project (self->plan);

  return way_moment_day (project != NULL && project->status_date != WAY_NEVER
                             ? project->status_date
                             : way_document_get_moment (self));
}

/**
 * way_document_set_author:
 * @author: who makes the changes from here on, for the history
 */
void
way_document_set_author (WayDocument *self, const char *author)
{
  way_document_hold (self);
  g_free (self->author);
  self->author = g_strdup (author);
  way_document_release (self);
}

/**
 * way_document_hold:
 *
 * Keeps other threads from copying the plan until way_document_release(), as often as called. A
 * copy in the making is given up at once, so that nobody waits for it.
 */
void
way_document_hold (WayDocument *self)
{
  if (self->writing++ > 0)
    return;
  g_atomic_int_set (&self->wanted, TRUE);
  g_rw_lock_writer_lock (&self->lock);
  g_atomic_int_set (&self->wanted, FALSE);
}

void
way_document_release (WayDocument *self)
{
  g_return_if_fail (self->writing > 0);
  if (--self->writing == 0)
    g_rw_lock_writer_unlock (&self->lock);
}

/**
 * way_document_close:
 *
 * Closes the file, whoever still holds the document, such as another thread that is at work on a
 * copy: what was committed is in the one file then. What is changed afterwards is kept nowhere.
 */
void
way_document_close (WayDocument *self)
{
  g_return_if_fail (self->depth == 0);

  way_document_hold (self);
  g_clear_object (&self->store);
  way_document_release (self);
}

/* After any change of the records: schedule, derived fields, lists. */
void
way_document_refresh (WayDocument *self)
{
  way_scheduler_invalidate (self->scheduler);
  way_scheduler_run (self->scheduler, NULL, NULL);
  way_scheduler_write_results (self->scheduler);
  way_milestone_figures_update (self);
  way_register_figures_update (self);
  way_plan_settle (self->plan);
}

/* A rolled-back change of the structure leaves the network stale; the records' fields are
 * right all the time. Inside a scope the next run sees to it. */
void
way_document_ensure_scheduled (WayDocument *self)
{
  if (self->depth == 0 && way_scheduler_is_stale (self->scheduler))
    way_scheduler_run (self->scheduler, NULL, NULL);
}

void
way_document_notify_history (WayDocument *self)
{
  for (guint i = PROP_CAN_UNDO; i < N_PROPS; i++)
    g_object_notify_by_pspec (G_OBJECT (self), properties[i]);
}

gint64
way_document_work_between (WayDocument *self, gint64 calendar, WayMoment from, WayMoment to)
{
  way_document_ensure_scheduled (self);
  return way_scheduler_work_between (self->scheduler, calendar, from, to);
}

gint64
way_document_task_work_between (WayDocument *self, WayTask *task, WayMoment from, WayMoment to)
{
  way_document_ensure_scheduled (self);
  return way_scheduler_task_between (self->scheduler, task, from, to);
}

WayMoment
way_document_work_add (WayDocument *self, gint64 calendar, WayMoment from, gint64 minutes)
{
  way_document_ensure_scheduled (self);
  return way_scheduler_work_add (self->scheduler, calendar, from, minutes);
}

/**
 * way_document_is_working_day:
 *
 * Returns: whether any minute of @day is working time
 */
gboolean
way_document_is_working_day (WayDocument *self, gint64 calendar, WayMoment day)
{
  WayMoment midnight = way_moment_day (day);

  way_document_ensure_scheduled (self);
  return way_scheduler_work_between (self->scheduler, calendar, midnight, midnight + WAY_DAY) > 0;
}

/**
 * way_document_get_ignored_links:
 *
 * Returns: (transfer full) (element-type WayLink): links left out of the schedule because they
 * close a cycle
 */
GPtrArray *
way_document_get_ignored_links (WayDocument *self)
{
  return way_scheduler_get_ignored_links (self->scheduler);
}

/**
 * way_document_get_conflicted:
 *
 * Returns: (transfer full) (element-type WayTask): rows with which the schedule found something
 * wrong, in outline order
 */
GPtrArray *
way_document_get_conflicted (WayDocument *self)
{
  way_document_ensure_scheduled (self);
  return way_scheduler_get_conflicted (self->scheduler);
}

/**
 * way_document_get_conflicts:
 * @link: (out) (optional) (nullable) (transfer none): the link that is not kept
 *
 * Returns: what is wrong with the row, as bits of #WayNetConflict
 */
guint
way_document_get_conflicts (WayDocument *self, WayTask *task, WayLink **link)
{
  const WayNetResult *result;

  way_document_ensure_scheduled (self);
  result = way_scheduler_get_result (self->scheduler, task);
  if (link != NULL)
    *link = result != NULL && result->blocked >= 0
                ? way_scheduler_get_link (self->scheduler, result->blocked) : NULL;
  return result != NULL ? result->conflicts : 0;
}

/**
 * way_document_link_asks:
 *
 * Returns: the earliest moment for that end of the successor which the link meets, lag and all;
 * %WAY_NEVER for a link that is left out
 */
WayMoment
way_document_link_asks (WayDocument *self, WayLink *link)
{
  way_document_ensure_scheduled (self);
  return way_scheduler_link_asks (self->scheduler, link);
}
