/* way-imported-dates.c: the dates that an imported file had against the computed ones.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-i18n.h"

#include "metrics/way-imported-dates.h"

#include "document/way-explain.h"
#include "document/way-task-pieces.h"

static void
date_free (gpointer data)
{
  WayImportedDate *self = data;

  g_clear_object (&self->task);
  g_clear_object (&self->other);
  way_remedy_free (self->remedy);
  g_free (self->text);
  g_free (self);
}

/**
 * way_imported_date_is_kept:
 *
 * Returns: whether the import kept a date beside the row
 */
gboolean
way_imported_date_is_kept (const WayTask *task)
{
  return task->imported_start != WAY_NEVER || task->imported_finish != WAY_NEVER;
}

static gboolean
start_differs (const WayTask *task)
{
  return task->imported_start != WAY_NEVER && task->imported_start != task->start;
}

static gboolean
differs (const WayTask *task)
{
  return start_differs (task)
         || (task->imported_finish != WAY_NEVER && task->imported_finish != task->finish);
}

static GPtrArray *
assignments_of (WayTask *task)
{
  return way_plan_get_referrers (WAY_RECORD (task)->plan, WAY_RECORD (task)->id,
                                 way_record_type_field (&way_assignment_type, "task"));
}

static gboolean
is_contoured (WayTask *task)
{
  GPtrArray *assignments = assignments_of (task);

  for (guint i = 0; i < assignments->len; i++)
    if (((WayAssignment *) assignments->pdata[i])->contour != 0)
      return TRUE;
  return FALSE;
}

static gboolean
has_own_people_calendar (WayTask *task)
{
  GPtrArray *assignments = assignments_of (task);

  for (guint i = 0; i < assignments->len; i++)
    {
      gint64 id = ((WayAssignment *) assignments->pdata[i])->resource;
      WayRecord *resource = way_plan_lookup (WAY_RECORD (task)->plan, id);

      if (resource != NULL && WAY_RESOURCE (resource)->calendar != 0)
        return TRUE;
    }
  return FALSE;
}

/* What drives the row, when that itself is not where the file has it. */
static WayTask *
find_mover (GPtrArray *reasons, WayTask *task)
{
  const WayReason *driver = reasons->len > 0 ? reasons->pdata[0] : NULL;

  if (driver == NULL || driver->task == NULL || driver->kind != WAY_REASON_LINK)
    return NULL;
  return start_differs (task) && differs (driver->task) ? driver->task : NULL;
}

static WayTask *
find_moved_child (WayTask *summary)
{
  GPtrArray *children = way_plan_get_children (WAY_RECORD (summary)->plan, summary);

  for (guint i = 0; i < children->len; i++)
    if (differs (children->pdata[i]))
      return children->pdata[i];
  return NULL;
}

/* The likeliest cause in the row itself, the strongest first. */
static WayImportedReason
find_own_reason (WayTask *task)
{
  if (task->active == 0)
    return WAY_IMPORTED_INACTIVE;
  if (task->manual != 0)
    return WAY_IMPORTED_MANUAL;
  if (is_contoured (task))
    return WAY_IMPORTED_CONTOUR;
  if (way_task_is_split (task))
    return WAY_IMPORTED_SPLIT;
  if (task->actual_start != WAY_NEVER || task->percent_complete > 0)
    return WAY_IMPORTED_PROGRESS;
  if (task->constraint_type > WAY_CONSTRAINT_ALAP)
    return WAY_IMPORTED_CONSTRAINT;
  if (task->constraint_type == WAY_CONSTRAINT_ALAP)
    return WAY_IMPORTED_LATEST;
  if (task->levelling_delay != 0)
    return WAY_IMPORTED_DELAY;
  if (task->calendar != 0)
    return WAY_IMPORTED_CALENDAR;
  return has_own_people_calendar (task) ? WAY_IMPORTED_PEOPLE : WAY_IMPORTED_RULE;
}

static char *
describe_rule (const WayImportedDate *self, GPtrArray *reasons)
{
  WayUnitRates rates = way_plan_get_unit_rates (WAY_RECORD (self->task)->plan);
  g_autofree char *duration =
      way_duration_format (self->task->duration, (WayUnit) self->task->duration_unit, &rates);

  if (!start_differs (self->task))
    return g_strdup_printf (_("Here it takes %s from its start."), duration);
  return g_strdup_printf (_("Here: %s."),
                          reasons->len > 0 ? ((const WayReason *) reasons->pdata[0])->text : "");
}

static char *
describe (const WayImportedDate *self, GPtrArray *reasons)
{
  const char *other = self->other != NULL ? WAY_RECORD (self->other)->title : NULL;

  switch (self->reason)
    {
    case WAY_IMPORTED_PREDECESSOR:
      return g_strdup_printf (_("It is moved by its predecessor “%s”."), other);
    case WAY_IMPORTED_SUMMARY:
      return other != NULL
                 ? g_strdup_printf (_("Its dates come from the rows below it, of which “%s” differs."),
                                    other)
                 : g_strdup (_("Its dates come from the rows below it."));
    case WAY_IMPORTED_INACTIVE:
      return g_strdup (_("The row is inactive."));
    case WAY_IMPORTED_MANUAL:
      return g_strdup (_("The row is scheduled by hand."));
    case WAY_IMPORTED_PROGRESS:
      return g_strdup (_("It has begun; the rest is scheduled from its progress."));
    case WAY_IMPORTED_CONTOUR:
      return g_strdup (_("Its work is spread unevenly over time in the file."));
    case WAY_IMPORTED_SPLIT:
      return g_strdup (_("It is interrupted: the pieces are laid out anew."));
    case WAY_IMPORTED_CONSTRAINT:
      return g_strdup (_("It has a constraint."));
    case WAY_IMPORTED_LATEST:
      return g_strdup (_("It is scheduled as late as possible."));
    case WAY_IMPORTED_DELAY:
      return g_strdup (_("It has a levelling delay."));
    case WAY_IMPORTED_CALENDAR:
      return g_strdup (_("It has a calendar of its own."));
    case WAY_IMPORTED_PEOPLE:
      return g_strdup (_("The people on it have calendars of their own."));
    case WAY_IMPORTED_RULE:
    case WAY_N_IMPORTED_REASONS:
    default:
      return describe_rule (self, reasons);
    }
}

/* A pin where the start differs; where only the finish does, no pin can hold both. */
static WayRemedy *
find_remedy (WayTask *task)
{
  WayRemedy *remedy;

  if (task->summary || task->active == 0 || task->manual != 0 || task->actual_start != WAY_NEVER
      || task->actual_finish != WAY_NEVER)
    return NULL;
  if (start_differs (task))
    return way_remedy_new (task->imported_start > task->start ? WAY_REMEDY_PIN_EARLIEST
                                                              : WAY_REMEDY_PIN_START,
                           task, task->imported_start);
  remedy = way_remedy_new (WAY_REMEDY_BY_HAND, task, task->start);
  remedy->finish = task->imported_finish;
  return remedy;
}

static WayImportedDate *
new_date (WayDocument *document, WayTask *task)
{
  WayImportedDate *self = g_new0 (WayImportedDate, 1);
  g_autoptr (GPtrArray) reasons = way_explain_start (document, task);
  WayTask *mover = find_mover (reasons, task);

  self->task = g_object_ref (task);
  self->remedy = find_remedy (task);
  if (task->summary && task->manual == 0)
    {
      self->reason = WAY_IMPORTED_SUMMARY;
      g_set_object (&self->other, find_moved_child (task));
    }
  else if (mover != NULL)
    {
      self->reason = WAY_IMPORTED_PREDECESSOR;
      g_set_object (&self->other, mover);
    }
  else
    self->reason = find_own_reason (task);
  self->text = describe (self, reasons);
  return self;
}

/**
 * way_imported_dates_list:
 *
 * Returns: (transfer full) (element-type WayImportedDate): the rows on other dates than the file
 * had, in outline order
 */
GPtrArray *
way_imported_dates_list (WayDocument *document)
{
  GPtrArray *list = g_ptr_array_new_with_free_func (date_free);
  GPtrArray *outline = way_plan_get_outline (way_document_get_plan (document));

  for (guint i = 0; i < outline->len; i++)
    if (way_imported_date_is_kept (outline->pdata[i]) && differs (outline->pdata[i]))
      g_ptr_array_add (list, new_date (document, outline->pdata[i]));
  return list;
}

/**
 * way_imported_dates_keep:
 * @list: (element-type WayImportedDate): as listed, or a part of it
 *
 * Takes every way of keeping the file's date, in one undoable step.
 */
gboolean
way_imported_dates_keep (WayDocument *document, GPtrArray *list, GError **error)
{
  way_document_begin (document, _("Keep the imported dates"));
  for (guint i = 0; i < list->len; i++)
    {
      WayImportedDate *date = list->pdata[i];

      if (date->remedy != NULL && !way_remedy_apply (document, date->remedy, error))
        {
          way_document_rollback (document);
          return FALSE;
        }
    }
  return way_document_commit (document, error);
}

/**
 * way_imported_reason_label:
 *
 * Returns: (transfer none): translated, for a filter
 */
const char *
way_imported_reason_label (WayImportedReason reason)
{
  static const char *const labels[WAY_N_IMPORTED_REASONS] = {
    [WAY_IMPORTED_PREDECESSOR] = N_("Moved by a predecessor"),
    [WAY_IMPORTED_SUMMARY] = N_("Summary"),
    [WAY_IMPORTED_INACTIVE] = N_("Inactive"),
    [WAY_IMPORTED_MANUAL] = N_("Scheduled by hand"),
    [WAY_IMPORTED_PROGRESS] = N_("Progress"),
    [WAY_IMPORTED_CONTOUR] = N_("Work spread unevenly"),
    [WAY_IMPORTED_SPLIT] = N_("Interrupted"),
    [WAY_IMPORTED_CONSTRAINT] = N_("Constraint"),
    [WAY_IMPORTED_LATEST] = N_("As late as possible"),
    [WAY_IMPORTED_DELAY] = N_("Levelling delay"),
    [WAY_IMPORTED_CALENDAR] = N_("Its own calendar"),
    [WAY_IMPORTED_PEOPLE] = N_("People’s calendars"),
    [WAY_IMPORTED_RULE] = N_("Other"),
  };

  return _(labels[reason]);
}
