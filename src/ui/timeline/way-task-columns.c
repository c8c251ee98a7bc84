/* way-task-columns.c: what typing in a cell of the task tree does, column by column.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-i18n.h"

#include "ui/timeline/way-task-columns.h"

static gboolean
edit_title (
    WayDocument *document, WayTask *task, const char *text, WayEffect *effect, GError **error)
{
  g_autofree char *label = NULL;

  *effect = WAY_EFFECT_NONE;
  if (g_str_equal (text, WAY_RECORD (task)->title))
    return TRUE;
  label = g_strdup_printf (_ ("Rename “%s”"), WAY_RECORD (task)->title);
  way_document_begin (document, label);
  if (!way_document_set_typed (document, WAY_RECORD (task), "title", text, error))
    {
      way_document_rollback (document);
      return FALSE;
    }
  *effect = WAY_EFFECT_CHANGED;
  return way_document_commit (document, error);
}

static char *
format_duration_edit (WayDocument *document, WayTask *task)
{
  WayUnitRates rates = way_plan_get_unit_rates (way_document_get_plan (document));

  return way_duration_format (task->duration, (WayUnit)task->duration_unit, &rates);
}

static gboolean
edit_duration (
    WayDocument *document, WayTask *task, const char *text, WayEffect *effect, GError **error)
{
  WayUnitRates rates = way_plan_get_unit_rates (way_document_get_plan (document));
  gint64 minutes = 0;
  WayUnit unit = (WayUnit)task->duration_unit;

  if (!way_duration_parse (text, unit, &rates, &minutes, &unit, error))
    return FALSE;
  *effect = WAY_EFFECT_NONE;
  if (minutes == task->duration && unit == (WayUnit)task->duration_unit)
    return TRUE;
  *effect = WAY_EFFECT_CHANGED;
  return way_task_edit_duration (document, task, minutes, unit, error);
}

/* The time of day only where it is not the one that a typed day would get. */
static char *
format_moment (WayMoment moment, gint64 usual_minute)
{
  if (moment == WAY_NEVER || moment - way_moment_day (moment) == usual_minute)
    return way_moment_format_date (moment);
  return way_moment_format (moment);
}

static char *
format_start_edit (WayDocument *document, WayTask *task)
{
  WayProject *project = way_plan_get_project (way_document_get_plan (document));

  return format_moment (task->start, project->day_start);
}

static gboolean
edit_start (
    WayDocument *document, WayTask *task, const char *text, WayEffect *effect, GError **error)
{
  WayProject *project = way_plan_get_project (way_document_get_plan (document));
  WayMoment moment = WAY_NEVER;

  if (!way_moment_parse (text, (int)project->day_start, &moment, error))
    return FALSE;
  *effect = WAY_EFFECT_NONE;
  if (moment == task->start)
    return TRUE;
  if (moment == WAY_NEVER)
    {
      *effect = WAY_EFFECT_FREED;
      return way_task_unpin (document, task, error);
    }
  return way_task_edit_start (document, task, moment, effect, error);
}

static char *
format_finish_edit (WayDocument *document, WayTask *task)
{
  WayProject *project = way_plan_get_project (way_document_get_plan (document));

  return format_moment (task->finish, project->day_finish);
}

static gboolean
edit_finish (
    WayDocument *document, WayTask *task, const char *text, WayEffect *effect, GError **error)
{
  WayProject *project = way_plan_get_project (way_document_get_plan (document));
  WayMoment moment = WAY_NEVER;

  if (!way_moment_parse (text, (int)project->day_finish, &moment, error))
    return FALSE;
  *effect = WAY_EFFECT_NONE;
  if (moment == task->finish || moment == WAY_NEVER)
    return TRUE;
  return way_task_edit_finish (document, task, moment, effect, error);
}

static char *
format_complete_edit (WayDocument *document, WayTask *task)
{
  return g_strdup_printf ("%d", (int)task->percent_complete);
}

static gboolean
edit_complete (
    WayDocument *document, WayTask *task, const char *text, WayEffect *effect, GError **error)
{
  const WayField *field = way_record_type_field (&way_task_type, "percent_complete");
  WayValue value;
  WayUnit unit;

  if (!way_record_parse (WAY_RECORD (task), field, text, &value, &unit, error))
    return FALSE;
  *effect = WAY_EFFECT_NONE;
  if (value.i == task->percent_complete)
    return TRUE;
  *effect = WAY_EFFECT_CHANGED;
  return way_task_edit_complete (document, task, value.i, error);
}

static gboolean
edit_predecessors (
    WayDocument *document, WayTask *task, const char *text, WayEffect *effect, GError **error)
{
  g_autofree char *old = way_task_format_predecessors (document, task);

  *effect = WAY_EFFECT_NONE;
  if (g_str_equal (old, text))
    return TRUE;
  *effect = WAY_EFFECT_CHANGED;
  return way_task_edit_predecessors (document, task, text, error);
}

static gboolean
edit_resources (
    WayDocument *document, WayTask *task, const char *text, WayEffect *effect, GError **error)
{
  g_autofree char *old = way_task_format_resources (document, task);

  *effect = WAY_EFFECT_NONE;
  if (g_str_equal (old, text))
    return TRUE;
  *effect = WAY_EFFECT_CHANGED;
  return way_task_edit_resources (document, task, text, error);
}

typedef struct
{
  /* (transfer full): what the editor begins with; NULL = as shown. */
  char *(*text) (WayDocument *document, WayTask *task);
  /* One undoable step. */
  gboolean (*edit) (WayDocument *document, WayTask *task, const char *text, WayEffect *effect,
                    GError **error);
  gboolean on_summaries; /* summaries can be edited too */
} CellEdit;

static const CellEdit named[WAY_N_NAMED_TASK_COLUMNS] = {
  [WAY_TASK_COLUMN_TITLE] = { NULL, edit_title, TRUE },
  [WAY_TASK_COLUMN_DURATION] = { format_duration_edit, edit_duration, FALSE },
  [WAY_TASK_COLUMN_START] = { format_start_edit, edit_start, FALSE },
  [WAY_TASK_COLUMN_FINISH] = { format_finish_edit, edit_finish, FALSE },
  [WAY_TASK_COLUMN_COMPLETE] = { format_complete_edit, edit_complete, FALSE },
  [WAY_TASK_COLUMN_PREDECESSORS] = { NULL, edit_predecessors, TRUE },
  [WAY_TASK_COLUMN_RESOURCES] = { NULL, edit_resources, FALSE },
};

/* What one row of a phase is asked and the phase computes from its rows. */
static const char *const of_leaves[]
    = { "actual_start", "actual_finish", "physical_complete", "work",    "actual_work", "state",
        "optimistic",   "likely",        "pessimistic",       "task_type", "estimated", NULL };

/* The field that is edited as it is stored; NULL for a named column. */
static const WayField *
plain_field (WayTaskColumnId id)
{
  return id < WAY_N_NAMED_TASK_COLUMNS ? NULL : way_task_column_get (id)->field;
}

gboolean
way_task_column_can_edit (WayTaskColumnId id, WayTask *task)
{
  const WayField *field = plain_field (id);

  if (WAY_RECORD (task)->plan == NULL)
    return FALSE;
  if (field == NULL)
    return named[id].edit != NULL && (!task->summary || named[id].on_summaries);
  return way_field_is_stored (field) && (field->flags & WAY_FIELD_MULTILINE) == 0
         && (!task->summary || !g_strv_contains (of_leaves, field->name));
}

char *
way_task_column_edit_text (WayTaskColumnId id, WayDocument *document, WayTask *task)
{
  const WayField *field = plain_field (id);

  if (field != NULL)
    return way_record_format (WAY_RECORD (task), field);
  if (named[id].text != NULL)
    return named[id].text (document, task);
  return way_task_column_format (id, document, -1, task);
}

static gboolean
edit_field (const WayField *field, WayDocument *document, WayTask *task, const char *text,
            WayEffect *effect, GError **error)
{
  g_autofree char *old = way_record_format (WAY_RECORD (task), field);
  g_autofree char *label = NULL;

  *effect = WAY_EFFECT_NONE;
  if (g_str_equal (old, text))
    return TRUE;
  /* Translators: a step that can be undone; a field and the task whose field was changed */
  label = g_strdup_printf (_ ("%s of “%s”"), _ (field->label), WAY_RECORD (task)->title);
  way_document_begin (document, label);
  if (!way_document_set_typed (document, WAY_RECORD (task), field->name, text, error))
    {
      way_document_rollback (document);
      return FALSE;
    }
  *effect = WAY_EFFECT_CHANGED;
  return way_document_commit (document, error);
}

gboolean
way_task_column_edit (WayTaskColumnId id,
                      WayDocument *document,
                      WayTask *task,
                      const char *text,
                      WayEffect *effect,
                      GError **error)
{
  const WayField *field = plain_field (id);

  g_return_val_if_fail (way_task_column_can_edit (id, task), FALSE);
  if (field == NULL)
    return named[id].edit (document, task, text, effect, error);
  return edit_field (field, document, task, text, effect, error);
}
