/* way-attention.c: what needs attention now, each with the record to open.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-i18n.h"

#include "metrics/way-attention.h"

#include "document/way-milestone-figures.h"
#include "metrics/way-check-ins.h"
#include "metrics/way-checkpoint-state.h"
#include "metrics/way-conflicts.h"
#include "metrics/way-milestone-metrics.h"
#include "metrics/way-rag.h"
#include "metrics/way-register-alarm.h"
#include "metrics/way-task-metrics.h"

static void
attention_free (gpointer data)
{
  WayAttention *self = data;

  g_free (self->text);
  g_free (self->detail);
  g_object_unref (self->record);
  g_free (self);
}

/* Takes @text and @detail. */
static void
add (GPtrArray *list, WaySeverity severity, WayAttentionKind kind, WayRecord *record, char *text,
     char *detail, WayMoment since)
{
  WayAttention *item = g_new0 (WayAttention, 1);

  item->severity = severity;
  item->kind = kind;
  item->text = text;
  item->detail = detail;
  item->record = g_object_ref (record);
  item->since = since;
  g_ptr_array_add (list, item);
}

static char *
name_of (WayRecord *record)
{
  g_autofree char *id = way_record_dup_human_id (record);
  g_autofree char *label = way_record_dup_label (record);

  return id != NULL ? g_strdup_printf ("%s %s", id, label) : g_strdup (label);
}

static void
add_late_milestone (WayDocument *document, WayMilestone *milestone, GPtrArray *list)
{
  WayPlan *plan = way_document_get_plan (document);
  g_autoptr (WayRagStatus) status = way_rag_of_milestone (document, milestone);
  g_autofree char *name = name_of (WAY_RECORD (milestone));
  g_autofree char *forecast = way_moment_format_short (way_finish_day (milestone->forecast));
  g_autofree char *target = way_moment_format_short (milestone->target_date);
  WaySeverity severity = status->rag == WAY_RAG_RED ? WAY_SEVERITY_BAD : WAY_SEVERITY_WARNING;

  add (list, severity, WAY_ATTENTION_MILESTONE, WAY_RECORD (milestone),
       g_strdup_printf (_("%s: forecast %s, target %s"), name, forecast, target),
       way_variance_format (plan, milestone->variance), milestone->target_date);
}

/* A promise whose day has passed while the plan says nothing of a delay. */
static void
add_silent_milestone (WayDocument *document, WayMilestone *milestone, GPtrArray *list)
{
  WayMoment today = way_moment_day (way_document_get_status_date (document));
  g_autofree char *name = NULL;
  g_autofree char *target = NULL;

  if (milestone->target_date == WAY_NEVER || milestone->target_date >= today)
    return;
  name = name_of (WAY_RECORD (milestone));
  target = way_moment_format_short (milestone->target_date);
  add (list, WAY_SEVERITY_BAD, WAY_ATTENTION_MILESTONE, WAY_RECORD (milestone),
       g_strdup_printf (_("%s was due on %s and is not completed"), name, target),
       g_strdup (_("Due")), milestone->target_date);
}

static void
add_milestones (WayDocument *document, GPtrArray *list)
{
  g_autoptr (GPtrArray) open = way_milestones_next (document, 0);

  for (guint i = 0; i < open->len; i++)
    {
      WayMilestone *milestone = g_ptr_array_index (open, i);

      if (way_milestone_is_late (milestone))
        add_late_milestone (document, milestone, list);
      else
        add_silent_milestone (document, milestone, list);
    }
}

static void
add_deadlines (WayDocument *document, GPtrArray *list)
{
  WayPlan *plan = way_document_get_plan (document);
  g_autoptr (GPtrArray) tasks = way_tasks_past_deadline (document);

  for (guint i = 0; i < tasks->len; i++)
    {
      WayTask *task = g_ptr_array_index (tasks, i);
      g_autofree char *label = way_record_dup_label (WAY_RECORD (task));
      g_autofree char *finish = way_moment_format_short (way_finish_day (task->finish));
      g_autofree char *deadline = way_moment_format_short (task->deadline);
      gint64 late = way_finish_variance (document, task->deadline, task->finish);

      add (list, WAY_SEVERITY_BAD, WAY_ATTENTION_DEADLINE, WAY_RECORD (task),
           g_strdup_printf (_("%s finishes on %s, after its deadline of %s"), label, finish,
                            deadline),
           way_variance_format (plan, late), task->deadline);
    }
}

static void
add_overdue (WayDocument *document, GPtrArray *list)
{
  g_autoptr (GPtrArray) tasks = way_tasks_overdue (document);
  WayMoment tomorrow = way_moment_day (way_document_get_status_date (document)) + WAY_DAY;

  for (guint i = 0; i < tasks->len; i++)
    {
      WayTask *task = g_ptr_array_index (tasks, i);
      gboolean to_finish = task->finish < tomorrow;
      WayMoment since = to_finish ? way_finish_day (task->finish) : way_moment_day (task->start);
      g_autofree char *label = way_record_dup_label (WAY_RECORD (task));
      g_autofree char *day = way_moment_format_short (since);
      g_autofree char *percent = way_percent_format ((double) task->percent_complete);

      add (list, task->critical ? WAY_SEVERITY_BAD : WAY_SEVERITY_WARNING, WAY_ATTENTION_OVERDUE,
           WAY_RECORD (task),
           to_finish ? g_strdup_printf (_("%s should have finished on %s; it is at %s"), label,
                                        day, percent)
                     : g_strdup_printf (_("%s should have started on %s"), label, day),
           g_strdup (_("Overdue")), since);
    }
}

static void
add_blocked (WayDocument *document, GPtrArray *list)
{
  g_autoptr (GPtrArray) tasks = way_tasks_blocked (document);

  for (guint i = 0; i < tasks->len; i++)
    {
      WayTask *task = g_ptr_array_index (tasks, i);
      g_autofree char *label = way_record_dup_label (WAY_RECORD (task));

      add (list, task->critical ? WAY_SEVERITY_BAD : WAY_SEVERITY_WARNING, WAY_ATTENTION_BLOCKED,
           WAY_RECORD (task),
           task->critical ? g_strdup_printf (_("%s is blocked, and it is critical"), label)
                          : g_strdup_printf (_("%s is blocked"), label),
           g_strdup (_("Blocked")), WAY_NEVER);
    }
}

static void
add_checkpoints (WayDocument *document, GPtrArray *list)
{
  g_autoptr (GPtrArray) missed = way_checkpoints_missed (document);
  WayPlan *plan = way_document_get_plan (document);

  for (guint i = 0; i < missed->len; i++)
    {
      WayCheckpoint *checkpoint = missed->pdata[i];
      WayMilestone *milestone = WAY_MILESTONE (way_plan_lookup (plan, checkpoint->milestone));
      g_autofree char *name = name_of (WAY_RECORD (milestone));
      g_autofree char *day = way_moment_format_short (checkpoint->date);
      g_autofree char *asked = way_percent_format ((double) checkpoint->percent);
      g_autofree char *there = way_percent_format ((double) milestone->complete);

      add (list, WAY_SEVERITY_WARNING, WAY_ATTENTION_CHECKPOINT, WAY_RECORD (milestone),
           g_strdup_printf (_("%s should have been at %s on %s; it is at %s"), name, asked, day,
                            there),
           g_strdup (_("Checkpoint")), checkpoint->date);
    }
}

static void
add_check_ins (WayDocument *document, GPtrArray *list)
{
  g_autoptr (GPtrArray) overdue = way_check_ins_overdue (document);

  for (guint i = 0; i < overdue->len; i++)
    {
      WayMoment last = way_check_in_last (overdue->pdata[i])->date;
      g_autofree char *name = name_of (overdue->pdata[i]);
      g_autofree char *day = way_moment_format_short (last);

      add (list, WAY_SEVERITY_NOTE, WAY_ATTENTION_CHECK_IN, overdue->pdata[i],
           g_strdup_printf (_("%s had its last check-in on %s"), name, day),
           g_strdup (_("Check-in")), last);
    }
}

/* What contradicts itself, but for deadlines, which stand among the dates above. */
static void
add_conflicts (WayDocument *document, GPtrArray *list)
{
  g_autoptr (GPtrArray) conflicts = way_conflicts_list (document, G_MAXUINT);

  for (guint i = 0; i < conflicts->len; i++)
    {
      WayConflict *conflict = g_ptr_array_index (conflicts, i);
      WayTask *task = conflict->task;
      gboolean fixed = conflict->kind == WAY_CONFLICT_KIND_CONSTRAINT
                       || conflict->kind == WAY_CONFLICT_KIND_FLOAT;

      if (conflict->kind == WAY_CONFLICT_KIND_DEADLINE)
        continue;
      add (list,
           conflict->kind == WAY_CONFLICT_KIND_PROGRESS ? WAY_SEVERITY_WARNING : WAY_SEVERITY_BAD,
           WAY_ATTENTION_CONFLICT,
           task != NULL ? WAY_RECORD (task) : WAY_RECORD (conflict->calendar),
           g_strdup (conflict->text),
           fixed ? way_variance_format (way_document_get_plan (document), -task->total_float)
                 : g_strdup (_("Conflict")),
           fixed ? task->constraint_date : WAY_NEVER);
    }
}

static int
compare_items (gconstpointer a, gconstpointer b)
{
  const WayAttention *one = *(WayAttention *const *) a;
  const WayAttention *two = *(WayAttention *const *) b;

  if (one->severity != two->severity)
    return one->severity > two->severity ? -1 : 1;
  if (one->kind != two->kind)
    return one->kind < two->kind ? -1 : 1;
  if (one->since != two->since)
    return one->since < two->since ? -1 : 1;
  return one->record->id < two->record->id ? -1 : one->record->id > two->record->id;
}

static void
add_registers (WayDocument *document, GPtrArray *list)
{
  static const WayRecordType *const types[] = { &way_issue_type, &way_risk_type, &way_action_type };

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    {
      GPtrArray *records = way_plan_peek_records (way_document_get_plan (document), types[i]);

      for (guint k = 0; k < records->len; k++)
        {
          WayRegisterAlarm alarm = { 0 };
          g_autofree char *name = NULL;

          if (!way_register_find_alarm (document, records->pdata[k], &alarm))
            continue;
          name = name_of (records->pdata[k]);
          add (list, alarm.urgent ? WAY_SEVERITY_BAD : WAY_SEVERITY_WARNING,
               alarm.escalation ? WAY_ATTENTION_ESCALATION : WAY_ATTENTION_REGISTER,
               records->pdata[k], g_strdup_printf ("%s: %s", name, alarm.text),
               g_strdup (alarm.word), alarm.since);
          g_free (alarm.text);
        }
    }
}

/**
 * way_attention_list:
 *
 * Milestones late or due, missed deadlines and checkpoints, tasks overdue or blocked, check-ins
 * that are due, and conflicts of the schedule, as of the plan's status date (numbers.md §§3, 5, 6).
 *
 * Returns: (transfer full) (element-type WayAttention): the worst first, then the oldest
 */
GPtrArray *
way_attention_list (WayDocument *document)
{
  GPtrArray *list = g_ptr_array_new_with_free_func (attention_free);

  add_milestones (document, list);
  add_deadlines (document, list);
  add_overdue (document, list);
  add_blocked (document, list);
  add_checkpoints (document, list);
  add_check_ins (document, list);
  add_registers (document, list);
  add_conflicts (document, list);
  g_ptr_array_sort (list, compare_items);
  return list;
}

/**
 * way_severity_label:
 *
 * Returns: (transfer none): a word for it, translated
 */
const char *
way_severity_label (WaySeverity severity)
{
  switch (severity)
    {
    case WAY_SEVERITY_BAD:
      return _("Urgent");
    case WAY_SEVERITY_WARNING:
      return _("Warning");
    case WAY_SEVERITY_NOTE:
    default:
      return _("Note");
    }
}
