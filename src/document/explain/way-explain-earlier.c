/* way-explain-earlier.c: what would let a task start earlier, tried out with the schedule itself.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-i18n.h"

#include "document/explain/way-explain-private.h"

#define MAX_TRIED 10000 /* rows: beyond, building the network anew would be felt */

/* Takes @text and @remedy. Says what comes of it, and keeps quiet about what would not help. */
static void
offer (WayExplain *self, WayReasonKind kind, char *text, WayRemedy *remedy)
{
  WayMoment start = WAY_NEVER;
  g_autofree char *condition = text;
  g_autofree char *when = NULL;
  WayReason *reason;
  gboolean tried = way_plan_get_outline (self->plan)->len <= MAX_TRIED
                   && way_remedy_try (self->document, remedy, self->task, &start);

  if (tried && start >= self->task->start)
    {
      way_remedy_free (remedy);
      return;
    }
  when = tried ? way_moment_format (start) : NULL;
  reason = way_explain_add (self, WAY_TOPIC_EARLIER, kind,
                            /* Translators: a condition, and the start that would follow from it */
                            tried ? g_strdup_printf (_("%s: then it starts %s"), condition, when)
                                  : g_strdup (condition));
  reason->remedy = remedy;
  reason->date = start;
}

static void
offer_link (WayExplain *self, WayLink *link)
{
  WayTask *before = way_plan_lookup_task (self->plan, link->predecessor);
  gboolean from_finish = link->type == WAY_LINK_FS || link->type == WAY_LINK_FF;
  const char *name = WAY_RECORD (before)->title;
  WayReason *reason;

  if (before->actual_finish == WAY_NEVER && (from_finish || before->actual_start == WAY_NEVER))
    {
      reason = way_explain_add (self, WAY_TOPIC_EARLIER, WAY_REASON_LINK,
                                from_finish ? g_strdup_printf (_("Shorten “%s” or move it"), name)
                                            : g_strdup_printf (_("Move “%s”"), name));
      way_reason_set_task (reason, before);
      way_reason_set_link (reason, link);
    }
  if (link->lag > 0)
    offer (self, WAY_REASON_LINK, g_strdup (_("Without the lag of the link")),
           way_remedy_new (WAY_REMEDY_CUT_LAG, link, WAY_NEVER));
  offer (self, WAY_REASON_LINK, g_strdup_printf (_("Without the link from “%s”"), name),
         way_remedy_new (WAY_REMEDY_UNLINK, link, WAY_NEVER));
}

static void
offer_day (WayExplain *self, WayReason *off)
{
  WayCalendar *calendar = off->calendar;
  g_autofree char *day = way_moment_format_short (off->date);

  offer (self, off->kind,
         g_strdup_printf (_("If %s were worked in calendar “%s”"), day, WAY_RECORD (calendar)->title),
         way_remedy_new (WAY_REMEDY_WORK_ON, calendar, off->date));
}

static void
offer_without (WayExplain *self, WayReason *reason)
{
  WayTask *task = self->task;

  switch (reason->kind)
    {
    case WAY_REASON_LINK:
      offer_link (self, reason->link);
      break;
    case WAY_REASON_CONSTRAINT:
      offer (self, reason->kind, g_strdup (_("Without its pin")),
             way_remedy_new (WAY_REMEDY_UNPIN, task, WAY_NEVER));
      break;
    case WAY_REASON_SUMMARY:
      offer (self, reason->kind,
             g_strdup_printf (_("Without the pin of “%s”"), WAY_RECORD (reason->task)->title),
             way_remedy_new (WAY_REMEDY_UNPIN, reason->task, WAY_NEVER));
      break;
    case WAY_REASON_MANUAL:
      offer (self, reason->kind, g_strdup (_("If it were scheduled automatically")),
             way_remedy_new (WAY_REMEDY_AUTOMATIC, task, WAY_NEVER));
      break;
    case WAY_REASON_LATEST:
      offer (self, reason->kind, g_strdup (_("If it were scheduled as soon as possible")),
             way_remedy_new (WAY_REMEDY_UNPIN, task, WAY_NEVER));
      break;
    case WAY_REASON_DELAY:
      offer (self, reason->kind, g_strdup (_("Without the delay")),
             way_remedy_new (WAY_REMEDY_NO_DELAY, task, WAY_NEVER));
      break;
    case WAY_REASON_CALENDAR:
    case WAY_REASON_PERSON:
      offer_day (self, reason);
      break;
    case WAY_REASON_PLAN:
    case WAY_REASON_CHILD:
    case WAY_REASON_ACTUAL:
    case WAY_REASON_DURATION:
    case WAY_REASON_PROGRESS:
    case WAY_REASON_DEADLINE:
    case WAY_REASON_FLOAT:
    case WAY_REASON_CRITICAL:
    default:
      break;
    }
}

/* Each reason of the start, taken away. */
void
way_explain_earlier (WayExplain *self)
{
  guint n = self->reasons->len;

  for (guint i = 0; i < n; i++)
    if (((WayReason *) self->reasons->pdata[i])->topic == WAY_TOPIC_START)
      offer_without (self, self->reasons->pdata[i]);
}
