/* way-mspdi-differences.c: the dates of an imported file against the computed ones.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-i18n.h"

#include "exchange/mspdi/way-mspdi-import.h"

#include <string.h>

/* Elements of an assignment that shape work in time in ways that the schedule does not follow. */
static gboolean
is_shaped (WayMspdiImport *self, WayTask *task)
{
  const WayField *field = way_record_type_field (&way_assignment_type, "task");
  GPtrArray *assignments =
      way_plan_get_referrers (self->plan, WAY_RECORD (task)->id, field);

  for (guint i = 0; i < assignments->len; i++)
    {
      const char *extra = ((WayAssignment *) assignments->pdata[i])->exchange_extra;

      if (strstr (extra, "<WorkContour>") != NULL)
        return TRUE;
    }
  return FALSE;
}

static gboolean
has_own_calendar (WayMspdiImport *self, WayTask *task)
{
  const WayField *field = way_record_type_field (&way_assignment_type, "task");
  GPtrArray *assignments =
      way_plan_get_referrers (self->plan, WAY_RECORD (task)->id, field);

  for (guint i = 0; i < assignments->len; i++)
    {
      gint64 id = ((WayAssignment *) assignments->pdata[i])->resource;
      WayRecord *resource = way_plan_lookup (self->plan, id);

      if (resource != NULL && WAY_RESOURCE (resource)->calendar != 0)
        return TRUE;
    }
  return FALSE;
}

/* The likeliest cause, the strongest first. */
static const char *
find_reason (WayMspdiImport *self, WayTask *task)
{
  if (task->active == 0)
    return _("The row is inactive.");
  if (task->manual != 0)
    return _("The row is scheduled by hand.");
  if (task->summary != 0)
    return _("Its dates come from the rows below it.");
  if (is_shaped (self, task))
    return _("Its work is spread unevenly over time in the file.");
  if (task->actual_start != WAY_NEVER || task->percent_complete > 0)
    return _("It has begun; the rest is scheduled from its progress.");
  if (task->constraint_type > WAY_CONSTRAINT_ALAP)
    return _("It has a constraint.");
  if (task->constraint_type == WAY_CONSTRAINT_ALAP)
    return _("It is scheduled as late as possible.");
  if (task->calendar != 0)
    return _("It has a calendar of its own.");
  if (task->levelling_delay != 0)
    return _("It has a levelling delay.");
  if (has_own_calendar (self, task))
    return _("The people on it have calendars of their own.");
  return "";
}

static gboolean
differs (WayMoment file, WayMoment computed)
{
  return file != WAY_NEVER && file != computed;
}

/**
 * way_mspdi_report_differences:
 *
 * Lists every row that stands on other dates than the file says, with a reason where it can be
 * told.
 */
void
way_mspdi_report_differences (WayMspdiImport *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      WayTask *task = self->rows->pdata[i];
      WayImportDifference *difference;

      if (task->imported_start == WAY_NEVER && task->imported_finish == WAY_NEVER)
        continue;
      self->report->n_compared++;
      if (!differs (task->imported_start, task->start)
          && !differs (task->imported_finish, task->finish))
        continue;
      difference = g_new0 (WayImportDifference, 1);
      difference->record = WAY_RECORD (task)->id;
      difference->subject = g_strdup_printf (_("%d. “%s”"), (int) task->row + 1,
                                             WAY_RECORD (task)->title);
      difference->file_start = task->imported_start;
      difference->file_finish = task->imported_finish;
      difference->start = task->start;
      difference->finish = task->finish;
      difference->reason = g_strdup (find_reason (self, task));
      way_import_report_differs (self->report, difference);
    }
}
