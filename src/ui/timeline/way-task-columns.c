/* way-task-columns.c: the columns of the task tree: what a cell shows and what typing in it does.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-i18n.h"

#include "ui/timeline/way-task-columns.h"

char *
way_task_format_day (WayMoment moment)
{
  if (moment == WAY_NEVER)
    return g_strdup ("");
  if (way_moment_to_civil (moment).year == way_moment_to_civil (way_moment_today ()).year)
    return way_moment_format_short (moment);
  /* Translators: a date in another year, short, as in 4 May ’27; the codes are those of strftime */
  return way_moment_format_pattern (moment, _ ("%-d %b ’%y"));
}

WayMoment
way_task_last_moment (WayTask *task)
{
  if (task->finish == WAY_NEVER || task->finish <= task->start)
    return task->finish;
  return task->finish % WAY_DAY == 0 ? task->finish - 1 : task->finish;
}

char *
way_task_format_percent (gint64 percent)
{
  /* Translators: a percentage; the space is a thin one */
  return g_strdup_printf (_ ("%d %%"), (int)percent);
}

static char *
format_number (WayDocument *document, WayTask *task)
{
  return g_strdup_printf ("%d", (int)task->row + 1);
}

static char *
format_title (WayDocument *document, WayTask *task)
{
  return g_strdup (WAY_RECORD (task)->title);
}

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

/* Points have no duration to show; a summary's is the working time that it spans. */
static char *
format_duration (WayDocument *document, WayTask *task)
{
  WayUnitRates rates = way_plan_get_unit_rates (way_document_get_plan (document));
  g_autofree char *text = NULL;

  if (task->summary)
    return way_duration_format (task->span, WAY_UNIT_DAYS, &rates);
  if (task->duration == 0)
    return g_strdup ("");
  text = way_duration_format (task->duration, (WayUnit)task->duration_unit, &rates);
  return task->estimated ? g_strconcat (text, "?", NULL) : g_steal_pointer (&text);
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

static char *
format_start (WayDocument *document, WayTask *task)
{
  return way_task_format_day (task->start);
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
format_finish (WayDocument *document, WayTask *task)
{
  return way_task_format_day (way_task_last_moment (task));
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
format_complete (WayDocument *document, WayTask *task)
{
  if (!task->summary && task->duration == 0 && task->percent_complete == 0)
    return g_strdup ("");
  return way_task_format_percent (task->summary ? task->complete : task->percent_complete);
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

static const WayTaskColumn columns[WAY_N_TASK_COLUMNS] = {
  [WAY_TASK_COLUMN_NUMBER] = { "number", N_ ("№"), 40, TRUE, format_number, NULL, NULL, FALSE },
  [WAY_TASK_COLUMN_TITLE]
  = { "title", N_ ("Task"), 232, FALSE, format_title, NULL, edit_title, TRUE },
  [WAY_TASK_COLUMN_DURATION] = { "duration", N_ ("Duration"), 70, TRUE, format_duration,
                                 format_duration_edit, edit_duration, FALSE },
  [WAY_TASK_COLUMN_START]
  = { "start", N_ ("Start"), 84, FALSE, format_start, format_start_edit, edit_start, FALSE },
  [WAY_TASK_COLUMN_FINISH]
  = { "finish", N_ ("Finish"), 84, FALSE, format_finish, format_finish_edit, edit_finish, FALSE },
  [WAY_TASK_COLUMN_COMPLETE] = { "complete", N_ ("Done"), 60, TRUE, format_complete,
                                 format_complete_edit, edit_complete, FALSE },
  [WAY_TASK_COLUMN_PREDECESSORS] = { "predecessors", N_ ("Predecessors"), 104, FALSE,
                                     way_task_format_predecessors, NULL, edit_predecessors, TRUE },
  [WAY_TASK_COLUMN_RESOURCES] = { "resources", N_ ("Resources"), 150, FALSE,
                                  way_task_format_resources, NULL, edit_resources, FALSE },
};

const WayTaskColumn *
way_task_column_get (WayTaskColumnId id)
{
  g_return_val_if_fail (id < WAY_N_TASK_COLUMNS, NULL);
  return &columns[id];
}

gboolean
way_task_column_can_edit (WayTaskColumnId id, WayTask *task)
{
  return columns[id].edit != NULL && (columns[id].on_summaries || !task->summary);
}

char *
way_task_column_edit_text (WayTaskColumnId id, WayDocument *document, WayTask *task)
{
  if (columns[id].format_edit != NULL)
    return columns[id].format_edit (document, task);
  return columns[id].format (document, task);
}
