/* way-explain-after.c: how late a task may be, and what it drives (numbers.md §3).
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-i18n.h"

#include "document/explain/way-explain-private.h"

#include "document/way-milestone-figures.h"

/* What sets the latest finish. */
typedef struct
{
  WayReasonKind kind;
  WayMoment moment;
  WayLink *link;
} Limit;

static GPtrArray *
get_links (WayExplain *self, WayTask *task, const char *end)
{
  return way_plan_get_referrers (self->plan, WAY_RECORD (task)->id,
                                 way_record_type_field (&way_link_type, end));
}

static void
lower (Limit *limit, WayReasonKind kind, WayMoment moment, WayLink *link)
{
  if (moment != WAY_NEVER && moment < limit->moment)
    *limit = (Limit) { kind, moment, link };
}

static Limit
find_limit (WayExplain *self)
{
  Limit limit = { WAY_REASON_PLAN, G_MAXINT64, NULL };

  for (WayTask *task = self->task; task != NULL;
       task = way_plan_lookup_task (self->plan, task->parent))
    {
      GPtrArray *links = get_links (self, task, "predecessor");

      for (guint i = 0; i < links->len; i++)
        {
          WayLink *link = links->pdata[i];
          WayTask *after = way_plan_lookup_task (self->plan, link->successor);
          WayMoment moment = way_scheduler_link_allows (self->scheduler, link);

          if (link->type == WAY_LINK_SS || link->type == WAY_LINK_SF)
            moment = moment == G_MAXINT64 ? moment
                                          : moment + self->result.late_finish - self->result.late_start;
          if (after != NULL && after->active != 0)
            lower (&limit, WAY_REASON_LINK, moment, link);
        }
      lower (&limit, WAY_REASON_DEADLINE, task->deadline, NULL);
      if (task->constraint_type == WAY_CONSTRAINT_FNLT || task->constraint_type == WAY_CONSTRAINT_MFO)
        lower (&limit, WAY_REASON_CONSTRAINT, task->constraint_date, NULL);
    }
  if (limit.moment > self->result.late_finish && limit.kind != WAY_REASON_PLAN
      && way_scheduler_task_between (self->scheduler, self->task, self->result.late_finish,
                                     limit.moment) > 0)
    limit = (Limit) { WAY_REASON_PLAN, self->result.late_finish, NULL };
  return limit;
}

/* "Critical: a delay moves “Build”". */
static void
add_critical (WayExplain *self)
{
  Limit limit = find_limit (self);
  gboolean late = self->result.total_float < 0;
  g_autofree char *missing = way_explain_duration (self, ABS (self->result.total_float),
                                                   WAY_UNIT_DAYS);
  g_autofree char *day = limit.moment != G_MAXINT64
                             ? way_moment_format_short (way_finish_day (limit.moment)) : NULL;
  WayTask *after = NULL;
  WayReason *reason;
  char *text;

  if (limit.kind == WAY_REASON_LINK)
    {
      after = way_plan_lookup_task (self->plan, limit.link->successor);
      text = late ? g_strdup_printf (_("Critical: it is %s too late for “%s”"), missing,
                                     WAY_RECORD (after)->title)
                  : g_strdup_printf (_("Critical: any delay delays “%s”"), WAY_RECORD (after)->title);
    }
  else if (limit.kind == WAY_REASON_DEADLINE)
    text = late ? g_strdup_printf (_("Critical: it misses the deadline of %s by %s"), day, missing)
                : g_strdup_printf (_("Critical: any delay misses the deadline of %s"), day);
  else if (limit.kind == WAY_REASON_CONSTRAINT)
    text = late ? g_strdup_printf (_("Critical: it should finish by %s and is %s too late"), day, missing)
                : g_strdup_printf (_("Critical: it must finish by %s"), day);
  else
    text = late ? g_strdup_printf (_("Critical: it is %s too late for the plan’s finish"), missing)
                : g_strdup (_("Critical: any delay delays the plan’s finish"));
  reason = way_explain_add (self, WAY_TOPIC_FLOAT, WAY_REASON_CRITICAL, text);
  way_reason_set_task (reason, after);
  if (after != NULL)
    way_reason_set_link (reason, limit.link);
  reason->date = limit.moment != G_MAXINT64 ? limit.moment : WAY_NEVER;
}

static void
add_room (WayExplain *self)
{
  g_autofree char *total = way_explain_duration (self, self->result.total_float, WAY_UNIT_DAYS);
  g_autofree char *free = way_explain_duration (self, self->result.free_float, WAY_UNIT_DAYS);
  g_autofree char *start = way_moment_format (self->result.late_start);
  g_autofree char *finish = way_moment_format (self->result.late_finish);

  way_explain_add (self, WAY_TOPIC_FLOAT, WAY_REASON_FLOAT,
                   self->result.total_float == self->result.free_float
                       ? g_strdup_printf (_("Total and free float: %s"), total)
                       : g_strdup_printf (_("Total float %s, free float %s"), total, free));
  way_explain_add (self, WAY_TOPIC_FLOAT, WAY_REASON_FLOAT,
                   g_strdup_printf (_("At the latest it starts %s and finishes %s"), start, finish));
}

/* Float, latest dates, and why it is critical, or why not. */
void
way_explain_float (WayExplain *self)
{
  WayTask *task = self->task;
  g_autofree char *total = way_explain_duration (self, self->result.total_float, WAY_UNIT_DAYS);

  if (task->active == 0)
    {
      way_explain_add (self, WAY_TOPIC_FLOAT, WAY_REASON_FLOAT,
                       g_strdup (_("Inactive: it delays nothing")));
      return;
    }
  if (task->actual_finish != WAY_NEVER || (!task->summary && task->percent_complete == 100))
    {
      way_explain_add (self, WAY_TOPIC_FLOAT, WAY_REASON_FLOAT,
                       g_strdup (_("Finished: it can no longer delay anything")));
      return;
    }
  if (self->result.critical)
    add_critical (self);
  else
    way_explain_add (self, WAY_TOPIC_FLOAT, WAY_REASON_FLOAT,
                     g_strdup_printf (_("Not critical: it can be %s late before the plan’s finish "
                                        "or a fixed date moves"), total));
  add_room (self);
}

/* The row that @link pushes: its successor, or of a summary the first row in it that it drives. */
static WayTask *
find_driven (WayExplain *self, WayLink *link)
{
  WayTask *after = way_plan_lookup_task (self->plan, link->successor);
  GPtrArray *outline = way_plan_get_outline (self->plan);
  gint32 index = way_scheduler_find_link (self->scheduler, link);

  if (after == NULL || index < 0)
    return NULL;
  for (guint row = (guint) after->row; row < outline->len; row++)
    {
      WayTask *task = outline->pdata[row];
      const WayNetResult *result = way_scheduler_get_result (self->scheduler, task);

      if (task != after && task->depth <= after->depth)
        break;
      if (result != NULL && result->driver_kind == WAY_DRIVER_LINK && result->driver == index)
        return task;
    }
  return NULL;
}

static void
add_driven (WayExplain *self, WayLink *link, WayTask *driven)
{
  gboolean to_start = link->type == WAY_LINK_FS || link->type == WAY_LINK_SS;
  g_autofree char *when = way_moment_format (to_start ? driven->start : driven->finish);
  WayReason *reason =
      way_explain_add (self, WAY_TOPIC_DRIVES, WAY_REASON_LINK,
                       to_start ? g_strdup_printf (_("“%s” starts %s"), WAY_RECORD (driven)->title, when)
                                : g_strdup_printf (_("“%s” finishes %s"), WAY_RECORD (driven)->title,
                                                   when));

  way_reason_set_task (reason, driven);
  way_reason_set_link (reason, link);
  reason->date = to_start ? driven->start : driven->finish;
}

/* By its own links, and by those of the summaries that finish with it. */
void
way_explain_drives (WayExplain *self)
{
  for (WayTask *task = self->task;
       task != NULL && (task == self->task || task->finish == self->task->finish);
       task = way_plan_lookup_task (self->plan, task->parent))
    {
      GPtrArray *links = get_links (self, task, "predecessor");

      for (guint i = 0; i < links->len; i++)
        {
          WayTask *driven = find_driven (self, links->pdata[i]);

          if (driven != NULL)
            add_driven (self, links->pdata[i], driven);
        }
    }
}
