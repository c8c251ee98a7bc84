/* way-gantt-messages.c: what an edit on the chart does to the plan, in words.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-i18n.h"

#include "ui/timeline/way-gantt-messages.h"

#include "document/way-milestone-figures.h"
#include "ui/timeline/way-task-columns.h"

#include <math.h>

#define MAX_NAMED 2 /* in a message after the drop; the others are counted */
#define MAX_LINES 4 /* beside the pointer */

static char *
format_days (double days)
{
  g_autofree char *number = way_number_format (days, fabs (days - round (days)) < 0.05 ? 0 : 1);

  /* Translators: a number of days, short; the space is a thin one */
  return g_strdup_printf (_ ("%s d"), number);
}

char *
way_timeline_format_shift (WayDocument *document, WayMoment from, WayMoment to)
{
  WayUnitRates rates = way_plan_get_unit_rates (way_document_get_plan (document));
  gint64 minutes = to >= from ? way_document_work_between (document, 0, from, to)
                              : way_document_work_between (document, 0, to, from);
  g_autofree char *days = format_days ((double)minutes / (double)MAX (rates.minutes_per_day, 1));

  return g_strconcat (to >= from ? "+" : "−", days, NULL);
}

static WayMilestone *
milestone_of (WayPlan *plan, WayTask *task)
{
  const WayField *field = way_record_type_field (&way_milestone_type, "task");
  GPtrArray *milestones = way_plan_get_referrers (plan, WAY_RECORD (task)->id, field);

  return milestones != NULL && milestones->len > 0 ? g_ptr_array_index (milestones, 0) : NULL;
}

static void
line_free (gpointer data)
{
  WayDragLine *line = data;

  g_free (line->text);
  g_free (line);
}

/* Returns: (transfer full) (element-type WayDragLine) */
GPtrArray *
way_drag_lines_new (void)
{
  return g_ptr_array_new_with_free_func (line_free);
}

/* @text: (transfer full) */
void
way_drag_lines_add (GPtrArray *lines, char *text, gboolean bad)
{
  WayDragLine *line = g_new0 (WayDragLine, 1);

  line->text = text;
  line->bad = bad;
  g_ptr_array_add (lines, line);
}

static char *
format_work (WayDocument *document, gint64 minutes)
{
  WayUnitRates rates = way_plan_get_unit_rates (way_document_get_plan (document));

  return format_days ((double)minutes / (double)MAX (rates.minutes_per_day, 1));
}

/* "MS-004 now 11 Dec, 6 d late" */
static char *
describe_milestone (WayDocument *document,
                    WayMilestone *milestone,
                    WayMoment finish,
                    gboolean *late)
{
  g_autofree char *id = way_record_dup_human_id (WAY_RECORD (milestone));
  g_autofree char *day = way_task_format_day (way_finish_day (finish));
  g_autofree char *by = NULL;
  gint64 variance = 0;

  if (milestone->target_date != WAY_NEVER)
    variance = way_finish_variance (document, milestone->target_date, finish);
  *late = variance > 0;
  if (!*late)
    return g_strdup_printf (_ ("%s now %s"), id, day);
  by = format_work (document, variance);
  return g_strdup_printf (_ ("%s now %s, %s late"), id, day, by);
}

static int
compare_shifts (gconstpointer a, gconstpointer b)
{
  const WayShift *one = a, *two = b;

  return one->task->row < two->task->row ? -1 : one->task->row > two->task->row;
}

/* (element-type WayShift): those of rows that milestones stand on, by row. Plans have fewer
 * milestones than a push moves tasks. */
static GArray *
shifts_of_milestones (WayDocument *document)
{
  WayPlan *plan = way_document_get_plan (document);
  GPtrArray *milestones = way_plan_peek_records (plan, &way_milestone_type);
  GArray *found = g_array_new (FALSE, FALSE, sizeof (WayShift));

  for (guint i = 0; i < milestones->len; i++)
    {
      WayTask *task = way_plan_lookup_task (plan, WAY_MILESTONE (milestones->pdata[i])->task);
      WayShift shift;

      if (task != NULL && way_document_find_shift (document, task, &shift)
          && shift.old_finish != shift.new_finish
          && milestone_of (plan, task) == milestones->pdata[i])
        g_array_append_val (found, shift);
    }
  g_array_sort (found, compare_shifts);
  return found;
}

/* Milestones whose finish would change; the first @max are named. */
static void
add_milestones (GPtrArray *lines, WayDocument *document, guint max)
{
  WayPlan *plan = way_document_get_plan (document);
  g_autoptr (GArray) moved = shifts_of_milestones (document);

  for (guint i = 0; i < moved->len && i < max; i++)
    {
      const WayShift *shift = &g_array_index (moved, WayShift, i);
      gboolean late;
      char *text = describe_milestone (document, milestone_of (plan, shift->task),
                                       shift->new_finish, &late);

      way_drag_lines_add (lines, text, late);
    }
  if (moved->len > max)
    way_drag_lines_add (
        lines,
        g_strdup_printf (ngettext ("%u more milestone", "%u more milestones", moved->len - max),
                         moved->len - max),
        FALSE);
}

/* The first @max are named. */
static void
add_deadlines (GPtrArray *lines, WayDocument *document, guint max)
{
  g_autoptr (GArray) missed = way_document_get_missed (document);
  guint n_others = missed->len > max ? missed->len - max : 0;

  for (guint i = 0; i < missed->len && i < max; i++)
    {
      const WayShift *shift = &g_array_index (missed, WayShift, i);
      WayMoment deadline = shift->task->deadline;
      g_autofree char *day = way_task_format_day (way_finish_day (deadline));
      g_autofree char *by = format_work (
          document, way_document_work_between (document, shift->task->calendar, deadline,
                                               shift->new_finish));

      way_drag_lines_add (lines,
                          g_strdup_printf (_ ("“%s” misses its deadline %s by %s"),
                                           WAY_RECORD (shift->task)->title, day, by),
                          TRUE);
    }
  if (n_others > 0)
    way_drag_lines_add (lines,
                        g_strdup_printf (ngettext ("%u more deadline is missed",
                                                      "%u more deadlines are missed", n_others),
                                         n_others),
                        TRUE);
}

static char *
count_lags (int n_lags)
{
  return g_strdup_printf (ngettext ("The lag of %d link takes it up",
                                       "The lags of %d links take it up", (gulong)n_lags),
                          n_lags);
}

static void
add_followers (GPtrArray *lines, guint followers, int n_lags)
{
  if (n_lags > 0)
    way_drag_lines_add (lines, count_lags (n_lags), FALSE);
  if (followers > 0)
    way_drag_lines_add (lines,
                        g_strdup_printf (ngettext ("%u other task moves",
                                                      "%u other tasks move", followers),
                                         followers),
                        FALSE);
  else if (n_lags >= 0)
    way_drag_lines_add (lines, g_strdup (_ ("What follows stays")), FALSE);
}

/* What holds @held in its new place; of a phase its tasks are. */
static char *
describe_hold (WayDocument *document, WayTask *held, WayEffect effect, GPtrArray *pinned)
{
  const char *first;
  g_autofree char *day = NULL;

  if (effect != WAY_EFFECT_PINNED || pinned->len == 0
      || (pinned->len == 1 && pinned->pdata[0] == held))
    return way_timeline_describe_effect (document, held, effect);
  first = WAY_RECORD (pinned->pdata[0])->title;
  if (pinned->len > 1)
    return g_strdup_printf (ngettext ("“%s” and %u other task are pinned.",
                                      "“%s” and %u other tasks are pinned.", pinned->len - 1),
                            first, pinned->len - 1);
  day = way_task_format_day (WAY_TASK (pinned->pdata[0])->constraint_date);
  return g_strdup_printf (_ ("“%s” is pinned to %s."), first, day);
}

GPtrArray *
way_gantt_describe_shifts (
    WayDocument *document, WayTask *held, const WayShiftTotals *totals, guint n_followers,
    WayEffect effect, GPtrArray *pinned, int n_lags)
{
  GPtrArray *lines = way_drag_lines_new ();
  char *holds = describe_hold (document, held, effect, pinned);

  if (holds != NULL)
    way_drag_lines_add (lines, holds, FALSE);
  add_milestones (lines, document, MAX_LINES);
  add_deadlines (lines, document, MAX_LINES);
  if (totals->new_finish != totals->old_finish)
    {
      g_autofree char *day = way_task_format_day (way_finish_day (totals->new_finish));
      g_autofree char *by
          = way_timeline_format_shift (document, totals->old_finish, totals->new_finish);

      way_drag_lines_add (lines, g_strdup_printf (_ ("Plan finish %s, %s"), day, by), FALSE);
    }
  add_followers (lines, n_followers, n_lags);
  return lines;
}

char *
way_timeline_describe_effect (WayDocument *document, WayTask *task, WayEffect effect)
{
  g_autofree char *day = NULL;

  switch (effect)
    {
    case WAY_EFFECT_PINNED:
      day = way_task_format_day (task->constraint_date);
      if (task->constraint_type == WAY_CONSTRAINT_SNET)
        return g_strdup_printf (_ ("Pinned: starts no earlier than %s."), day);
      if (task->constraint_type == WAY_CONSTRAINT_FNET)
        return g_strdup_printf (_ ("Pinned: finishes no earlier than %s."), day);
      return g_strdup_printf ("%s %s.",
                              way_enum_label (&way_enum_constraint, task->constraint_type), day);
    case WAY_EFFECT_FREED:
      return g_strdup (_ ("No longer pinned: its links decide."));
    case WAY_EFFECT_ACTUAL:
      return g_strdup (task->actual_finish != WAY_NEVER
                           ? _ ("It is done: this corrects its actual start and finish.")
                           : _ ("It has started: this corrects its actual start."));
    case WAY_EFFECT_NONE:
    case WAY_EFFECT_CHANGED:
    default:
      return NULL;
    }
}

char *
way_gantt_describe_drop (
    WayDocument *document, WayTask *held, WayEffect effect, GPtrArray *pinned, int n_lags)
{
  g_autoptr (GPtrArray) lines = way_drag_lines_new ();
  GString *text = g_string_new (NULL);
  g_autofree char *holds = describe_hold (document, held, effect, pinned);

  add_milestones (lines, document, MAX_NAMED);
  add_deadlines (lines, document, MAX_NAMED);
  if (n_lags > 0)
    way_drag_lines_add (lines, count_lags (n_lags), FALSE);
  for (guint i = 0; i < lines->len; i++)
    /* Translators: the end of a sentence, after which another one may follow */
    g_string_append_printf (text, _ (" %s."),
                            ((WayDragLine *)g_ptr_array_index (lines, i))->text);
  if (holds != NULL)
    g_string_append_printf (text, " %s", holds);
  return g_string_free (text, FALSE);
}
