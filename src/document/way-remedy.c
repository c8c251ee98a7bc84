/* way-remedy.c: WayRemedy, a way out: one edit that frees a date or settles a conflict.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-i18n.h"

#include "document/way-remedy.h"

#include "document/way-document-private.h"
#include "document/way-milestone-figures.h"
#include "document/way-task-edits.h"
#include "document/way-worktimes.h"
#include "model/way-error.h"

/**
 * way_remedy_new:
 * @record: the task, link or calendar that it edits
 * @date: %WAY_NEVER where the kind has none
 *
 * Returns: (transfer full)
 */
WayRemedy *
way_remedy_new (WayRemedyKind kind, gpointer record, WayMoment date)
{
  WayRemedy *self = g_new0 (WayRemedy, 1);

  self->kind = kind;
  self->record = g_object_ref (record);
  self->date = date;
  self->finish = WAY_NEVER;
  return self;
}

/**
 * way_remedy_copy:
 *
 * Returns: (transfer full)
 */
WayRemedy *
way_remedy_copy (const WayRemedy *self)
{
  WayRemedy *copy = g_memdup2 (self, sizeof *self);

  g_object_ref (copy->record);
  return copy;
}

void
way_remedy_free (WayRemedy *self)
{
  if (self == NULL)
    return;
  g_object_unref (self->record);
  g_free (self);
}

static char *
lag_label (const WayRemedy *self)
{
  WayLink *link = WAY_LINK (self->record);
  WayUnitRates rates = way_plan_get_unit_rates (self->record->plan);
  g_autofree char *lag = way_duration_format (self->minutes, (WayUnit) link->lag_unit, &rates);

  return self->minutes == 0 ? g_strdup (_("Remove the lag"))
                            : g_strdup_printf (_("Change the lag to %s"), lag);
}

/**
 * way_remedy_dup_label:
 *
 * Returns: (transfer full): for its button, "Remove the pin"
 */
char *
way_remedy_dup_label (const WayRemedy *self)
{
  WayMoment day = self->kind == WAY_REMEDY_MOVE_DEADLINE || self->kind == WAY_REMEDY_TO_DEADLINE
                      ? way_finish_day (self->date) : self->date;
  g_autofree char *when = day != WAY_NEVER ? way_moment_format_short (day) : NULL;

  switch (self->kind)
    {
    case WAY_REMEDY_UNPIN:
      return WAY_TASK (self->record)->constraint_type == WAY_CONSTRAINT_ALAP
                 ? g_strdup (_("Schedule as soon as possible")) : g_strdup (_("Remove the pin"));
    case WAY_REMEDY_PIN_EARLIEST:
    case WAY_REMEDY_PIN_START:
      return g_strdup_printf (_("Pin to %s"), when);
    case WAY_REMEDY_MOVE_PIN:
      return g_strdup_printf (_("Move the pin to %s"), when);
    case WAY_REMEDY_TO_DEADLINE:
      return g_strdup (_("Turn into a deadline"));
    case WAY_REMEDY_MOVE_DEADLINE:
      return g_strdup_printf (_("Move the deadline to %s"), when);
    case WAY_REMEDY_DROP_DEADLINE:
      return g_strdup (_("Remove the deadline"));
    case WAY_REMEDY_AUTOMATIC:
      return g_strdup (_("Schedule automatically"));
    case WAY_REMEDY_BY_HAND:
      return g_strdup (_("Schedule by hand on these dates"));
    case WAY_REMEDY_MOVE:
      return g_strdup_printf (_("Move to %s"), when);
    case WAY_REMEDY_NO_DELAY:
      return g_strdup (_("Remove the delay"));
    case WAY_REMEDY_UNLINK:
      return g_strdup (_("Remove the link"));
    case WAY_REMEDY_CUT_LAG:
      return lag_label (self);
    case WAY_REMEDY_WORK_WEEK:
      return g_strdup (_("Work from Monday to Friday"));
    case WAY_REMEDY_OWN_TIME:
      return g_strdup (_("Ignore people’s calendars"));
    case WAY_REMEDY_NO_CALENDAR:
      return g_strdup (_("Remove the task’s calendar"));
    case WAY_REMEDY_WORK_ON:
    default:
      return g_strdup_printf (_("Work on %s"), when);
    }
}

/* The name of the step, and of the toast: "Remove the pin: “Design”". */
static char *
step_label (const WayRemedy *self)
{
  g_autofree char *label = way_remedy_dup_label (self);
  g_autofree char *what = way_record_dup_label (self->record);

  /* Translators: what is done, and to which task, link or calendar */
  return g_strdup_printf (_("%s: “%s”"), label, what);
}

/* The working times of the last worked day before @day: what people are used to. */
static char *
usual_times (WayDocument *document, WayCalendar *calendar, WayMoment day)
{
  GString *times = g_string_new (NULL);
  WayWorktimes *worktimes = way_worktimes_new (way_document_get_plan (document));
  WayWorktime *worktime = way_worktimes_get (worktimes, WAY_RECORD (calendar)->id);
  gint64 number = (way_moment_day (way_worktime_previous (worktime, day))
                   - way_moment (1970, 1, 1, 0, 0)) / WAY_DAY;
  const WayInterval *intervals;
  guint n = way_worktime_get_day (worktime, number, &intervals);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (times, "%s%02d:%02d-%02d:%02d", i > 0 ? " " : "", intervals[i].from / 60,
                            intervals[i].from % 60, intervals[i].to / 60, intervals[i].to % 60);
  way_worktimes_free (worktimes);
  return g_string_free (times, FALSE);
}

static void
work_on (WayDocument *document, const WayRemedy *self)
{
  g_autofree char *times = usual_times (document, WAY_CALENDAR (self->record), self->date);
  WayRecord *exception = way_document_create_record (document, &way_exception_type);

  way_document_set_int (document, exception, "calendar", self->record->id);
  way_document_set_text (document, exception, "name", _("Extra working day"));
  way_document_set_int (document, exception, "first_day", way_moment_day (self->date));
  way_document_set_int (document, exception, "last_day", way_moment_day (self->date));
  way_document_set_text (document, exception, "times", times);
}

static void
work_week (WayDocument *document, WayRecord *calendar)
{
  static const char *const days[] = { "monday", "tuesday", "wednesday", "thursday", "friday" };

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    way_document_set_text (document, calendar, days[i], "08:00-12:00 13:00-17:00");
}

static void
set_constraint (WayDocument *document, WayRecord *task, WayConstraint type, WayMoment date)
{
  way_document_set_int (document, task, "constraint_type", type);
  way_document_set_int (document, task, "constraint_date", date);
}

static void
set_by_hand (WayDocument *document, const WayRemedy *self)
{
  way_document_set_int (document, self->record, "manual", TRUE);
  way_document_set_int (document, self->record, "manual_start", self->date);
  way_document_set_int (document, self->record, "manual_finish", self->finish);
}

static gboolean
edit_link (WayDocument *document, const WayRemedy *self)
{
  if (self->kind == WAY_REMEDY_UNLINK)
    way_document_delete (document, self->record);
  else
    way_document_set_int (document, self->record, "lag", self->minutes);
  return TRUE;
}

static gboolean
edit_task (WayDocument *document, const WayRemedy *self, GError **error)
{
  WayTask *task = WAY_TASK (self->record);

  switch (self->kind)
    {
    case WAY_REMEDY_TO_DEADLINE:
      way_document_set_int (document, self->record, "deadline", self->date);
      return way_task_unpin (document, task, error);
    case WAY_REMEDY_PIN_EARLIEST:
      set_constraint (document, self->record, WAY_CONSTRAINT_SNET, self->date);
      return TRUE;
    case WAY_REMEDY_PIN_START:
      set_constraint (document, self->record, WAY_CONSTRAINT_MSO, self->date);
      return TRUE;
    case WAY_REMEDY_MOVE_PIN:
      way_document_set_int (document, self->record, "constraint_date", self->date);
      return TRUE;
    case WAY_REMEDY_MOVE_DEADLINE:
    case WAY_REMEDY_DROP_DEADLINE:
      way_document_set_int (document, self->record, "deadline", self->date);
      return TRUE;
    case WAY_REMEDY_AUTOMATIC:
      way_document_set_int (document, self->record, "manual", FALSE);
      return TRUE;
    case WAY_REMEDY_BY_HAND:
      set_by_hand (document, self);
      return TRUE;
    case WAY_REMEDY_MOVE:
      return way_task_edit_start (document, task, self->date, NULL, error);
    case WAY_REMEDY_NO_DELAY:
      way_document_set_int (document, self->record, "levelling_delay", 0);
      return TRUE;
    case WAY_REMEDY_OWN_TIME:
      way_document_set_int (document, self->record, "ignore_resource_calendars", TRUE);
      return TRUE;
    case WAY_REMEDY_NO_CALENDAR:
      way_document_set_int (document, self->record, "calendar", 0);
      return TRUE;
    case WAY_REMEDY_UNPIN:
    case WAY_REMEDY_UNLINK:
    case WAY_REMEDY_CUT_LAG:
    case WAY_REMEDY_WORK_ON:
    case WAY_REMEDY_WORK_WEEK:
    default:
      return way_task_unpin (document, task, error);
    }
}

static gboolean
edit (WayDocument *document, const WayRemedy *self, GError **error)
{
  if (way_plan_lookup (way_document_get_plan (document), self->record->id) != self->record)
    {
      g_set_error (error, WAY_ERROR, WAY_ERROR_INVALID,
                   _("“%s” is not in the plan any more."), self->record->title);
      return FALSE;
    }
  if (self->kind == WAY_REMEDY_WORK_ON)
    work_on (document, self);
  else if (self->kind == WAY_REMEDY_WORK_WEEK)
    work_week (document, self->record);
  else if (WAY_IS_LINK (self->record))
    return edit_link (document, self);
  else
    return edit_task (document, self, error);
  return TRUE;
}

/**
 * way_remedy_apply:
 *
 * Makes the edit, in the open scope or as one undoable step that is named after it.
 */
gboolean
way_remedy_apply (WayDocument *document, const WayRemedy *self, GError **error)
{
  g_autofree char *label = step_label (self);

  way_document_begin (document, label);
  if (edit (document, self, error))
    return way_document_commit (document, error);
  way_document_rollback (document);
  return FALSE;
}

/**
 * way_remedy_try:
 * @start: (out): of @task, if this were done
 *
 * Runs the schedule with the edit, and takes it back.
 *
 * Returns: whether it could be tried: not in an open scope, nor in a plan that cannot be edited
 */
gboolean
way_remedy_try (WayDocument *document, const WayRemedy *self, WayTask *task, WayMoment *start)
{
  const WayNetResult *result = NULL;

  if (way_document_in_scope (document) || way_document_is_read_only (document))
    return FALSE;
  way_document_open_scope (document, "", WAY_ORIGIN_EDIT);
  if (edit (document, self, NULL)
      && way_scheduler_look_ahead (document->scheduler, document->scope, NULL))
    result = way_scheduler_get_result (document->scheduler, task);
  if (result != NULL)
    *start = result->start;
  way_document_rollback (document);
  return result != NULL;
}
