/* way-conflicts.c: what in the plan contradicts itself, each with ways out (numbers.md §3).
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-i18n.h"

#include "metrics/way-conflicts.h"

#include "document/way-milestone-figures.h"
#include "document/way-task-people.h"
#include "schedule/way-network-types.h"

#include <string.h>

#define MAX_BASES 32 /* a longer chain of base calendars is a loop */

static void
conflict_free (gpointer data)
{
  WayConflict *self = data;

  g_clear_object (&self->task);
  g_clear_object (&self->other);
  g_clear_object (&self->link);
  g_clear_object (&self->calendar);
  g_clear_object (&self->person);
  g_clear_pointer (&self->remedies, g_ptr_array_unref);
  g_free (self->text);
  g_free (self);
}

static WayConflict *
add (GPtrArray *list, WayConflictKind kind, WayTask *task, WayLink *link)
{
  WayConflict *conflict = g_new0 (WayConflict, 1);

  conflict->kind = kind;
  g_set_object (&conflict->task, task);
  g_set_object (&conflict->link, link);
  if (link != NULL)
    g_set_object (&conflict->other,
                  way_plan_lookup_task (WAY_RECORD (link)->plan, link->predecessor));
  conflict->remedies = g_ptr_array_new_with_free_func ((GDestroyNotify) way_remedy_free);
  g_ptr_array_add (list, conflict);
  return conflict;
}

static gboolean
is_on_start (const WayTask *task)
{
  return task->constraint_type == WAY_CONSTRAINT_MSO || task->constraint_type == WAY_CONSTRAINT_SNLT
         || task->constraint_type == WAY_CONSTRAINT_SNET;
}

/* What cannot be kept is what was fixed; the rows before it only pass it on. */
static gboolean
is_fixed (const WayTask *task)
{
  return task->constraint_type == WAY_CONSTRAINT_MSO || task->constraint_type == WAY_CONSTRAINT_MFO
         || task->constraint_type == WAY_CONSTRAINT_SNLT
         || task->constraint_type == WAY_CONSTRAINT_FNLT;
}

static void
find_of_task (WayDocument *document, WayTask *task, GPtrArray *list)
{
  WayLink *link;
  guint conflicts = way_document_get_conflicts (document, task, &link);
  gboolean done = task->actual_finish != WAY_NEVER || task->complete == 100;

  if (task->active == 0)
    return;
  if (conflicts & WAY_CONFLICT_RANGE)
    add (list, WAY_CONFLICT_KIND_RANGE, task, NULL);
  if (done)
    return; /* what has happened cannot be helped */
  if (conflicts & WAY_CONFLICT_CONSTRAINT)
    add (list, WAY_CONFLICT_KIND_CONSTRAINT, task, link);
  else if (conflicts & WAY_CONFLICT_NEGATIVE && is_fixed (task)
           && task->constraint_date != WAY_NEVER)
    add (list, WAY_CONFLICT_KIND_FLOAT, task, NULL);
  if (conflicts & WAY_CONFLICT_DEADLINE)
    add (list, WAY_CONFLICT_KIND_DEADLINE, task, NULL);
  if (conflicts & WAY_CONFLICT_MANUAL)
    add (list, WAY_CONFLICT_KIND_MANUAL, task, link);
  if (conflicts & WAY_CONFLICT_PROGRESS)
    add (list, WAY_CONFLICT_KIND_PROGRESS, task, link);
}

/* Some weekday has hours, of its own or of a base. Saves compiling calendars at every change. */
static gboolean
has_weekday (WayPlan *plan, WayCalendar *calendar)
{
  for (guint weekday = 0; weekday < 7; weekday++)
    {
      WayCalendar *source = calendar;
      const char *text = "";

      for (guint i = 0; i < MAX_BASES && source != NULL && text[0] == '\0'; i++)
        {
          WayRecord *base = way_plan_lookup (plan, source->base);
          const char *texts[] = { source->monday, source->tuesday, source->wednesday,
                                  source->thursday, source->friday, source->saturday,
                                  source->sunday };

          text = texts[weekday];
          source = base != NULL && WAY_IS_CALENDAR (base) ? WAY_CALENDAR (base) : NULL;
        }
      if (strchr (text, ':') != NULL)
        return TRUE;
    }
  return FALSE;
}

/* Tasks with a calendar of their own are few. */
static void
find_clashes (WayPlan *plan, GPtrArray *list)
{
  GPtrArray *tasks = way_plan_get_outline (plan);
  WayWorktimes *worktimes = way_worktimes_new (plan);
  WayTaskPeople *people = way_task_people_new (plan, worktimes);
  WayResource *who;

  for (guint i = 0; i < tasks->len; i++)
    {
      WayTask *task = tasks->pdata[i];

      if (task->calendar != 0 && task->active != 0 && task->summary == 0
          && way_task_people_clash (people, task, &who))
        g_set_object (&add (list, WAY_CONFLICT_KIND_CLASH, task, NULL)->person, who);
    }
  way_task_people_free (people);
  way_worktimes_free (worktimes);
}

/* Everything but the words and the ways out. */
static GPtrArray *
find_all (WayDocument *document)
{
  GPtrArray *list = g_ptr_array_new_with_free_func (conflict_free);
  WayPlan *plan = way_document_get_plan (document);
  g_autoptr (GPtrArray) tasks = way_document_get_conflicted (document);
  g_autoptr (GPtrArray) links = way_document_get_ignored_links (document);
  GPtrArray *calendars = way_plan_peek_records (plan, &way_calendar_type);

  for (guint i = 0; i < calendars->len; i++)
    if (!has_weekday (plan, calendars->pdata[i])
        && !way_worktimes_check (plan, calendars->pdata[i], NULL))
      g_set_object (&add (list, WAY_CONFLICT_KIND_CALENDAR, NULL, NULL)->calendar,
                    calendars->pdata[i]);
  find_clashes (plan, list);
  for (guint i = 0; i < links->len; i++)
    {
      WayLink *link = links->pdata[i];

      add (list, WAY_CONFLICT_KIND_LOOP, way_plan_lookup_task (plan, link->successor), link);
    }
  for (guint i = 0; i < tasks->len; i++)
    find_of_task (document, tasks->pdata[i], list);
  return list;
}

static void
offer (WayConflict *self, WayRemedyKind kind, gpointer record, WayMoment date)
{
  g_ptr_array_add (self->remedies, way_remedy_new (kind, record, date));
}

/* The lag that would be left for the task to stand where it stands, when that is one. */
static void
offer_lag (WayDocument *document, WayConflict *self, WayMoment asked)
{
  WayLink *link = self->link;
  gboolean elapsed = way_unit_is_elapsed ((WayUnit) link->lag_unit);
  gboolean on_start = link->type == WAY_LINK_FS || link->type == WAY_LINK_SS;
  WayMoment stands = on_start ? self->task->start : self->task->finish;
  gint64 excess = elapsed ? asked - stands
                          : way_document_work_between (document, self->task->calendar, stands, asked);

  if (link->lag_unit == WAY_UNIT_PERCENT || link->lag_unit == WAY_UNIT_ELAPSED_PERCENT
      || link->lag < excess || excess <= 0)
    return;
  offer (self, WAY_REMEDY_CUT_LAG, link, WAY_NEVER);
  ((WayRemedy *) self->remedies->pdata[self->remedies->len - 1])->minutes = link->lag - excess;
}

/* Where work can begin from @moment on. */
static WayMoment
next_start (WayDocument *document, const WayTask *task, WayMoment moment)
{
  if (task->duration == 0 || way_unit_is_elapsed ((WayUnit) task->duration_unit))
    return moment;
  return way_document_work_add (document, task->calendar, moment, 1) - 1;
}

static WayMoment
fixed_finish (WayDocument *document, const WayTask *task, WayMoment date, gboolean on_start)
{
  return on_start ? way_document_work_add (document, task->calendar, date, task->duration) : date;
}

static void
offer_for_constraint (WayDocument *document, WayConflict *self, WayMoment asked)
{
  WayTask *task = self->task;
  gboolean on_start = is_on_start (task);

  offer (self, WAY_REMEDY_UNPIN, task, WAY_NEVER);
  offer (self, WAY_REMEDY_TO_DEADLINE, task,
         fixed_finish (document, task, task->constraint_date, on_start));
  if (asked != WAY_NEVER)
    offer (self, WAY_REMEDY_MOVE_PIN, task,
           on_start ? next_start (document, task, asked)
                    : fixed_finish (document, task, asked, TRUE));
}

static void
describe_constraint (WayDocument *document, WayConflict *self)
{
  WayTask *task = self->task;
  g_autofree char *date = way_moment_format (task->constraint_date);
  const char *what = way_enum_label (&way_enum_constraint, task->constraint_type);
  const char *name = WAY_RECORD (task)->title;
  WayMoment asked = self->link != NULL ? way_document_link_asks (document, self->link) : WAY_NEVER;
  g_autofree char *when = asked != WAY_NEVER ? way_moment_format (asked) : NULL;

  if (self->other == NULL)
    {
      /* Translators: a task, a constraint like "Must start on", its date */
      self->text = g_strdup_printf (_("“%s” cannot be kept where it is fixed: %s %s"), name, what, date);
      offer_for_constraint (document, self, WAY_NEVER);
      return;
    }
  self->text = g_strdup_printf (_("“%s” is fixed (%s %s), but its link from “%s” asks for %s"), name,
                                what, date, WAY_RECORD (self->other)->title, when);
  offer_for_constraint (document, self, asked);
  offer_lag (document, self, asked);
  offer (self, WAY_REMEDY_UNLINK, self->link, WAY_NEVER);
}

static void
describe_deadline (WayConflict *self)
{
  WayTask *task = self->task;
  g_autofree char *finish = way_moment_format_short (way_finish_day (task->finish));
  g_autofree char *deadline = way_moment_format_short (way_finish_day (task->deadline));

  self->text = g_strdup_printf (_("“%s” finishes on %s, after its deadline of %s"),
                                WAY_RECORD (task)->title, finish, deadline);
  offer (self, WAY_REMEDY_MOVE_DEADLINE, task, task->finish);
  offer (self, WAY_REMEDY_DROP_DEADLINE, task, WAY_NEVER);
}

static void
describe_link (WayDocument *document, WayConflict *self)
{
  WayMoment asked = way_document_link_asks (document, self->link);
  gboolean by_hand = self->kind == WAY_CONFLICT_KIND_MANUAL;
  gboolean on_start = self->link->type == WAY_LINK_FS || self->link->type == WAY_LINK_SS;
  g_autofree char *start = way_moment_format (self->task->start);
  g_autofree char *when = way_moment_format (asked);
  const char *name = WAY_RECORD (self->task)->title, *other = WAY_RECORD (self->other)->title;

  if (by_hand)
    self->text = g_strdup_printf (_("“%s” is set by hand to %s, but its link from “%s” asks for %s"),
                                  name, start, other, when);
  else
    self->text = g_strdup_printf (_("“%s” has started on %s, but its link from “%s” asks for %s"),
                                  name, start, other, when);
  if (by_hand)
    offer (self, WAY_REMEDY_AUTOMATIC, self->task, WAY_NEVER);
  if (on_start)
    offer (self, WAY_REMEDY_MOVE, self->task, next_start (document, self->task, asked));
  offer_lag (document, self, asked);
  offer (self, WAY_REMEDY_UNLINK, self->link, WAY_NEVER);
}

static void
describe_loop (WayConflict *self)
{
  self->text = g_strdup_printf (_("The link from “%s” to “%s” closes a loop and is left out"),
                                self->other != NULL ? WAY_RECORD (self->other)->title : "?",
                                self->task != NULL ? WAY_RECORD (self->task)->title : "?");
  offer (self, WAY_REMEDY_UNLINK, self->link, WAY_NEVER);
}

static void
describe_calendar (WayDocument *document, WayConflict *self)
{
  g_autoptr (GError) error = NULL;

  way_worktimes_check (way_document_get_plan (document), self->calendar, &error);
  self->text = g_strdup (error != NULL ? error->message : "");
  offer (self, WAY_REMEDY_WORK_WEEK, self->calendar, WAY_NEVER);
}

static void
describe_clash (WayDocument *document, WayConflict *self)
{
  WayPlan *plan = way_document_get_plan (document);
  gint64 theirs = self->person->calendar != 0 ? self->person->calendar
                                              : way_plan_get_default_calendar (plan);
  WayRecord *own = way_plan_lookup (plan, self->task->calendar), *other = way_plan_lookup (plan, theirs);

  /* Translators: a task, its calendar, a person, the person's calendar */
  self->text = g_strdup_printf (_("“%s” is worked by the calendar “%s”, but %s works by “%s”: they "
                                  "have no time in common"),
                                WAY_RECORD (self->task)->title, own != NULL ? own->title : "?",
                                WAY_RECORD (self->person)->title, other != NULL ? other->title : "?");
  offer (self, WAY_REMEDY_OWN_TIME, self->task, WAY_NEVER);
  offer (self, WAY_REMEDY_NO_CALENDAR, self->task, WAY_NEVER);
}

static void
describe (WayDocument *document, WayConflict *self)
{
  switch (self->kind)
    {
    case WAY_CONFLICT_KIND_CONSTRAINT:
    case WAY_CONFLICT_KIND_FLOAT:
      describe_constraint (document, self);
      break;
    case WAY_CONFLICT_KIND_DEADLINE:
      describe_deadline (self);
      break;
    case WAY_CONFLICT_KIND_MANUAL:
    case WAY_CONFLICT_KIND_PROGRESS:
      describe_link (document, self);
      break;
    case WAY_CONFLICT_KIND_LOOP:
      describe_loop (self);
      break;
    case WAY_CONFLICT_KIND_CALENDAR:
      describe_calendar (document, self);
      break;
    case WAY_CONFLICT_KIND_CLASH:
      describe_clash (document, self);
      break;
    case WAY_CONFLICT_KIND_RANGE:
    default:
      self->text = g_strdup_printf (_("“%s” runs out of the years 1900 to 2200, or of working time: "
                                      "shorten it or the lags before it"),
                                    WAY_RECORD (self->task)->title);
    }
}

/**
 * way_conflicts_count:
 *
 * Returns: how many entries the list has; costs a look at each row's result
 */
guint
way_conflicts_count (WayDocument *document)
{
  g_autoptr (GPtrArray) list = find_all (document);

  return list->len;
}

/**
 * way_conflicts_tasks:
 *
 * The rows that the list is about: those that an entry names first, and of a loop both ends.
 *
 * Returns: (transfer full) (element-type WayTask): a set of tasks, good until the plan changes
 */
GHashTable *
way_conflicts_tasks (WayDocument *document)
{
  g_autoptr (GPtrArray) list = find_all (document);
  GHashTable *tasks = g_hash_table_new_full (NULL, NULL, g_object_unref, NULL);

  for (guint i = 0; i < list->len; i++)
    {
      WayConflict *conflict = list->pdata[i];

      if (conflict->task != NULL)
        g_hash_table_add (tasks, g_object_ref (conflict->task));
      if (conflict->kind == WAY_CONFLICT_KIND_LOOP && conflict->other != NULL)
        g_hash_table_add (tasks, g_object_ref (conflict->other));
    }
  return tasks;
}

/**
 * way_conflicts_list:
 * @max: so many at most; the others have neither text nor ways out
 *
 * Returns: (transfer full) (element-type WayConflict): calendars and loops first, then by row
 */
GPtrArray *
way_conflicts_list (WayDocument *document, guint max)
{
  GPtrArray *list = find_all (document);

  for (guint i = 0; i < MIN (list->len, max); i++)
    describe (document, list->pdata[i]);
  return list;
}

/**
 * way_conflict_kind_name:
 *
 * Returns: (transfer none): a word for programs, "deadline"
 */
const char *
way_conflict_kind_name (WayConflictKind kind)
{
  static const char *const names[] = {
    [WAY_CONFLICT_KIND_CONSTRAINT] = "constraint", [WAY_CONFLICT_KIND_FLOAT] = "float",
    [WAY_CONFLICT_KIND_DEADLINE] = "deadline",     [WAY_CONFLICT_KIND_MANUAL] = "manual",
    [WAY_CONFLICT_KIND_PROGRESS] = "progress",     [WAY_CONFLICT_KIND_RANGE] = "range",
    [WAY_CONFLICT_KIND_LOOP] = "loop",             [WAY_CONFLICT_KIND_CALENDAR] = "calendar",
    [WAY_CONFLICT_KIND_CLASH] = "clash",
  };

  return names[kind];
}
