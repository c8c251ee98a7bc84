/* way-explain.c: why a task stands where it stands: its start and its finish (numbers.md §3).
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-i18n.h"

#include "document/explain/way-explain-private.h"

static void
reason_free (gpointer data)
{
  WayReason *self = data;

  g_free (self->text);
  g_clear_object (&self->task);
  g_clear_object (&self->link);
  g_clear_object (&self->calendar);
  way_remedy_free (self->remedy);
  g_free (self);
}

/* Takes @text. Returns: (transfer none): the new reason */
WayReason *
way_explain_add (WayExplain *self, WayTopic topic, WayReasonKind kind, char *text)
{
  WayReason *reason = g_new0 (WayReason, 1);

  reason->topic = topic;
  reason->kind = kind;
  reason->text = text;
  reason->date = WAY_NEVER;
  g_ptr_array_add (self->reasons, reason);
  return reason;
}

void
way_reason_set_task (WayReason *self, gpointer task)
{
  g_set_object (&self->task, task);
}

void
way_reason_set_link (WayReason *self, WayLink *link)
{
  g_set_object (&self->link, link);
}

/* Returns: (transfer full): "2d" */
char *
way_explain_duration (WayExplain *self, gint64 minutes, WayUnit unit)
{
  WayUnitRates rates = way_plan_get_unit_rates (self->plan);

  return way_duration_format (minutes, unit, &rates);
}

/* Returns: (transfer full): what the link asks of its successor */
char *
way_explain_link (WayPlan *plan, WayLink *link)
{
  WayTask *predecessor = way_plan_lookup_task (plan, link->predecessor);
  gboolean from_start = link->type == WAY_LINK_SS || link->type == WAY_LINK_SF;
  gboolean to_start = link->type == WAY_LINK_FS || link->type == WAY_LINK_SS;
  g_autofree char *when =
      way_moment_format (from_start ? predecessor->start : predecessor->finish);
  g_autofree char *lag = NULL;
  WayUnitRates rates = way_plan_get_unit_rates (plan);
  const char *name = WAY_RECORD (predecessor)->title;
  g_autofree char *sentence = NULL;

  if (to_start)
    sentence = from_start ? g_strdup_printf (_("Starts when “%s” starts, %s"), name, when)
                          : g_strdup_printf (_("Starts when “%s” finishes, %s"), name, when);
  else
    sentence = from_start ? g_strdup_printf (_("Finishes when “%s” starts, %s"), name, when)
                          : g_strdup_printf (_("Finishes when “%s” finishes, %s"), name, when);
  if (link->lag == 0)
    return g_steal_pointer (&sentence);
  lag = way_duration_format (ABS (link->lag), (WayUnit) link->lag_unit, &rates);
  return g_strdup_printf (link->lag > 0 ? _("%s, plus %s") : _("%s, less %s"), sentence, lag);
}

static void
add_link (WayExplain *self, WayTopic topic, WayLink *link)
{
  WayReason *reason = way_explain_add (self, topic, WAY_REASON_LINK,
                                       way_explain_link (self->plan, link));

  way_reason_set_link (reason, link);
  way_reason_set_task (reason, way_plan_lookup_task (self->plan, link->predecessor));
  reason->date = way_scheduler_link_asks (self->scheduler, link);
}

/* "Start no earlier than 4 May 2026 08:00" */
static char *
describe_constraint (WayTask *task)
{
  g_autofree char *when = way_moment_format (task->constraint_date);

  return g_strdup_printf ("%s %s", way_enum_label (&way_enum_constraint, task->constraint_type),
                          when);
}

static void
add_summary (WayExplain *self, WayTask *summary)
{
  g_autofree char *what = describe_constraint (summary);
  WayReason *reason = way_explain_add (self, WAY_TOPIC_START, WAY_REASON_SUMMARY,
                                       g_strdup_printf (_("Held by its summary “%s”: %s"),
                                                        WAY_RECORD (summary)->title, what));

  way_reason_set_task (reason, summary);
  reason->date = summary->constraint_date;
}

static void
add_child (WayExplain *self, WayTopic topic, WayTask *child)
{
  const char *format = topic == WAY_TOPIC_START ? _("Starts with “%s”") : _("Finishes with “%s”");
  WayReason *reason;

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  reason = way_explain_add (self, topic, WAY_REASON_CHILD,
                            g_strdup_printf (format, WAY_RECORD (child)->title));
#pragma GCC diagnostic pop
  way_reason_set_task (reason, child);
  reason->date = topic == WAY_TOPIC_START ? child->start : child->finish;
}

/* The driver alone: what the tooltip and the command line say of the start. */
static void
add_driver (WayExplain *self)
{
  WayReasonKind kind = WAY_REASON_PLAN;
  const char *text = NULL;
  WayReason *reason;

  switch ((WayNetDriver) self->result.driver_kind)
    {
    case WAY_DRIVER_LINK:
      add_link (self, WAY_TOPIC_START,
                way_scheduler_get_link (self->scheduler, self->result.driver));
      return;
    case WAY_DRIVER_CONSTRAINT:
      reason = way_explain_add (self, WAY_TOPIC_START, WAY_REASON_CONSTRAINT,
                                describe_constraint (self->task));
      reason->date = self->task->constraint_date;
      return;
    case WAY_DRIVER_PARENT:
      add_summary (self, WAY_TASK (way_scheduler_get_task (self->scheduler, self->result.driver)));
      return;
    case WAY_DRIVER_CHILD:
      add_child (self, WAY_TOPIC_START,
                 WAY_TASK (way_scheduler_get_task (self->scheduler, self->result.driver)));
      return;
    case WAY_DRIVER_ACTUAL:
      kind = WAY_REASON_ACTUAL;
      text = _("Has started, so its start is a fact");
      break;
    case WAY_DRIVER_MANUAL:
      kind = WAY_REASON_MANUAL;
      text = _("Its dates are set by hand");
      break;
    case WAY_DRIVER_LATEST:
      kind = WAY_REASON_LATEST;
      text = _("As late as possible without delaying what follows");
      break;
    case WAY_DRIVER_PROJECT:
    default:
      text = _("Starts with the plan: nothing else holds it");
    }
  reason = way_explain_add (self, WAY_TOPIC_START, kind, g_strdup (text));
  reason->date = self->result.start;
}

/* What came after the driver: days without work, a delay. */
static void
add_shifts (WayExplain *self)
{
  const WayReason *driver = self->reasons->pdata[0];
  WayTask *task = self->task;
  gboolean placed = driver->kind == WAY_REASON_LINK || driver->kind == WAY_REASON_PLAN
                    || driver->kind == WAY_REASON_SUMMARY || driver->kind == WAY_REASON_CONSTRAINT;
  gboolean finish = driver->link != NULL
                    && (driver->link->type == WAY_LINK_FF || driver->link->type == WAY_LINK_SF);
  WayMoment asked = driver->kind == WAY_REASON_PLAN ? way_plan_get_project (self->plan)->start
                                                    : driver->date;

  if (!placed || self->result.summary)
    return;
  if (task->levelling_delay > 0)
    {
      g_autofree char *delay = way_explain_duration (self, task->levelling_delay,
                                                     (WayUnit) task->levelling_delay_unit);

      way_explain_add (self, WAY_TOPIC_START, WAY_REASON_DELAY,
                       g_strdup_printf (_("Delayed by %s so that nobody has too much to do"),
                                        delay));
    }
  else if (!finish && asked != WAY_NEVER && asked < self->result.start)
    way_explain_calendar (self, asked);
}

static WayTask *
last_child (WayPlan *plan, WayTask *summary)
{
  GPtrArray *children = way_plan_get_children (plan, summary);
  WayTask *last = NULL;

  for (guint i = 0; i < children->len; i++)
    {
      WayTask *child = children->pdata[i];

      if (child->active != 0 && (last == NULL || child->finish > last->finish))
        last = child;
    }
  return last;
}

/* Of the links into a task the one that asks for the latest start: what would drive it, and what
 * the rest of started work waits for. */
static WayLink *
latest_link (WayScheduler *scheduler, WayTask *task, WayMoment *asked)
{
  WayPlan *plan = WAY_RECORD (task)->plan;
  const WayField *field = way_record_type_field (&way_link_type, "successor");
  GPtrArray *links = way_plan_get_referrers (plan, WAY_RECORD (task)->id, field);
  WayLink *found = NULL;

  for (guint i = 0; i < links->len; i++)
    {
      WayLink *link = links->pdata[i];
      gboolean to_start = link->type == WAY_LINK_FS || link->type == WAY_LINK_SS;
      WayMoment moment = way_scheduler_link_asks (scheduler, link);

      if (to_start && moment != WAY_NEVER && (found == NULL || moment > *asked))
        {
          *asked = moment;
          found = link;
        }
    }
  return found;
}

static void
add_progress (WayExplain *self)
{
  const WayField *field = way_record_type_field (&way_task_type, "percent_complete");
  g_autofree char *done = way_record_format (WAY_RECORD (self->task), field);
  WayMoment asked = WAY_NEVER;
  WayLink *link = latest_link (self->scheduler, self->task, &asked);
  WayReason *reason;

  reason = way_explain_add (self, WAY_TOPIC_FINISH, WAY_REASON_PROGRESS,
                            g_strdup_printf (_("It is at %s; the rest goes on from there"), done));
  reason->date = self->task->resume;
  if (link == NULL || asked <= self->task->actual_start || self->task->finish <= asked)
    return;
  reason = way_explain_add (self, WAY_TOPIC_FINISH, WAY_REASON_LINK,
                            g_strdup_printf (_("The rest waits for “%s”"),
                                             way_plan_lookup (self->plan, link->predecessor)->title));
  way_reason_set_link (reason, link);
  way_reason_set_task (reason, way_plan_lookup_task (self->plan, link->predecessor));
  reason->date = asked;
}

static void
add_duration (WayExplain *self)
{
  WayTask *task = self->task;
  g_autofree char *duration = way_explain_duration (self, task->duration,
                                                    (WayUnit) task->duration_unit);
  g_autofree char *start = way_moment_format (task->start);
  WayReason *reason;

  if (task->duration == 0)
    return;
  reason = way_explain_add (self, WAY_TOPIC_FINISH, WAY_REASON_DURATION,
                            way_unit_is_elapsed ((WayUnit) task->duration_unit)
                                ? g_strdup_printf (_("Takes %s of the clock from %s"), duration, start)
                                : g_strdup_printf (_("Takes %s of working time from %s"), duration,
                                                   start));
  reason->date = task->start;
}

static void
add_finish (WayExplain *self)
{
  WayTask *task = self->task, *last = self->result.summary ? last_child (self->plan, self->task) : NULL;
  WayReason *reason;

  if (last != NULL)
    add_child (self, WAY_TOPIC_FINISH, last);
  else if (task->actual_finish != WAY_NEVER)
    {
      reason = way_explain_add (self, WAY_TOPIC_FINISH, WAY_REASON_ACTUAL,
                                g_strdup (_("Has finished, so its finish is a fact")));
      reason->date = task->actual_finish;
    }
  else if (task->manual == 0 && task->actual_start != WAY_NEVER)
    add_progress (self);
  else if (task->manual == 0 && !self->result.summary)
    add_duration (self);
}

static gboolean
explain_init (WayExplain *self, WayDocument *document, WayTask *task)
{
  const WayNetResult *result;

  way_document_ensure_scheduled (document);
  self->document = document;
  self->plan = way_document_get_plan (document);
  self->scheduler = document->scheduler;
  self->task = task;
  self->reasons = g_ptr_array_new_with_free_func (reason_free);
  result = way_scheduler_get_result (document->scheduler, task);
  if (result != NULL)
    self->result = *result;
  return result != NULL;
}

/**
 * way_explain:
 *
 * Every reason for the dates and the float of a task, what it drives, and what would let it start
 * earlier.
 *
 * Returns: (transfer full) (element-type WayReason): by topic; empty for a row that is not scheduled
 */
GPtrArray *
way_explain (WayDocument *document, WayTask *task)
{
  WayExplain self;

  if (!explain_init (&self, document, task))
    return self.reasons;
  add_driver (&self);
  add_shifts (&self);
  add_finish (&self);
  way_explain_float (&self);
  way_explain_drives (&self);
  way_explain_earlier (&self);
  return self.reasons;
}

/**
 * way_explain_start:
 *
 * The reasons of %WAY_TOPIC_START alone, which cost next to nothing.
 *
 * Returns: (transfer full) (element-type WayReason): the driver first; empty for a row that is
 * not scheduled
 */
GPtrArray *
way_explain_start (WayDocument *document, WayTask *task)
{
  WayExplain self;

  if (explain_init (&self, document, task))
    {
      add_driver (&self);
      add_shifts (&self);
    }
  return self.reasons;
}

/**
 * way_document_explain:
 *
 * Returns: (transfer full): why the task starts when it starts, in a sentence: the first reason
 * of way_explain()
 */
char *
way_document_explain (WayDocument *document, WayTask *task)
{
  g_autoptr (GPtrArray) reasons = NULL;
  WayExplain self;
  gboolean known = explain_init (&self, document, task);

  reasons = self.reasons;
  if (!known)
    return g_strdup ("");
  add_driver (&self);
  return g_strdup (((WayReason *) reasons->pdata[0])->text);
}

/* What put the task of @step where it is, or would have, had it not been started. */
static WayTask *
step_back (WayDocument *document, WayChainStep *step)
{
  WayScheduler *scheduler = document->scheduler;
  const WayNetResult *result = way_scheduler_get_result (scheduler, step->task);
  WayMoment asked = WAY_NEVER;

  if (result == NULL)
    return NULL;
  if (result->driver_kind == WAY_DRIVER_CHILD)
    return WAY_TASK (way_scheduler_get_task (scheduler, result->driver));
  if (result->driver_kind == WAY_DRIVER_LINK)
    step->link = way_scheduler_get_link (scheduler, result->driver);
  else if (result->driver_kind == WAY_DRIVER_ACTUAL)
    step->link = latest_link (scheduler, step->task, &asked);
  return step->link != NULL ? way_plan_lookup_task (document->plan, step->link->predecessor) : NULL;
}

/**
 * way_explain_chain:
 *
 * Follows the drivers back: to a task that starts with the plan, on a fixed date or by hand.
 *
 * Returns: (transfer full) (element-type WayChainStep): @task first
 */
GArray *
way_explain_chain (WayDocument *document, WayTask *task)
{
  GArray *chain = g_array_new (FALSE, FALSE, sizeof (WayChainStep));
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  way_document_ensure_scheduled (document);
  while (task != NULL && g_hash_table_add (seen, task))
    {
      WayChainStep step = { task, NULL };
      WayTask *next = step_back (document, &step);
      gboolean from_finish = step.link != NULL
                             && (step.link->type == WAY_LINK_FS || step.link->type == WAY_LINK_FF);

      g_array_append_val (chain, step);
      while (next != NULL && next->summary && from_finish)
        {
          WayChainStep above = { next, NULL };

          g_array_append_val (chain, above);
          next = last_child (document->plan, next);
        }
      task = next;
    }
  return chain;
}

/**
 * way_reason_kind_name:
 *
 * Returns: (transfer none): a word for programs, "link"
 */
const char *
way_reason_kind_name (WayReasonKind kind)
{
  static const char *const names[] = {
    [WAY_REASON_PLAN] = "plan",           [WAY_REASON_LINK] = "link",
    [WAY_REASON_CONSTRAINT] = "constraint", [WAY_REASON_SUMMARY] = "summary",
    [WAY_REASON_CHILD] = "child",         [WAY_REASON_ACTUAL] = "actual",
    [WAY_REASON_MANUAL] = "manual",       [WAY_REASON_LATEST] = "latest",
    [WAY_REASON_CALENDAR] = "calendar",   [WAY_REASON_PERSON] = "person",
    [WAY_REASON_DELAY] = "delay",         [WAY_REASON_DURATION] = "duration",
    [WAY_REASON_PROGRESS] = "progress",   [WAY_REASON_DEADLINE] = "deadline",
    [WAY_REASON_FLOAT] = "float",         [WAY_REASON_CRITICAL] = "critical",
  };

  return names[kind];
}
