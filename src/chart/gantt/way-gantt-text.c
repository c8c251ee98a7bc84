/* way-gantt-text.c: the words of a Gantt chart: shifts, and rows for assistive technology.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-i18n.h"

#include "chart/way-gantt-text.h"

#include "chart/way-gantt-layout.h"
#include "document/way-milestone-figures.h"
#include "document/way-register-figures.h"

#include <math.h>

char *
way_gantt_format_shift (gint64 minutes, gint64 minutes_per_day)
{
  double days = round ((double) minutes / (double) MAX (1, minutes_per_day) * 10) / 10;
  g_autofree char *number = way_number_format (fabs (days), 1);
  const char *sign = days > 0 ? "+" : days < 0 ? "−" : "";

  /* Translators: a shift in working days: sign, number, and d for days */
  return g_strdup_printf (_("%s%s d"), sign, number);
}

char *
way_gantt_describe_shift (WayDocument *document, const WayShift *shift)
{
  WayProject *project = way_plan_get_project (way_document_get_plan (document));
  gboolean starts = shift->new_start != shift->old_start || shift->new_finish == shift->old_finish;
  WayMoment before = starts ? shift->old_start : shift->old_finish;
  WayMoment after = starts ? shift->new_start : shift->new_finish;
  g_autofree char *date = way_moment_format_pattern (after, _("%a %-d %b"));
  g_autofree char *days = NULL;
  gint64 work;

  if (before == WAY_NEVER || before == after)
    return g_steal_pointer (&date);
  work = after > before
             ? way_document_work_between (document, shift->task->calendar, before, after)
             : -way_document_work_between (document, shift->task->calendar, after, before);
  days = way_gantt_format_shift (work, project->minutes_per_day);
  /* Translators: a new date and the shift to it, as in Tue 24 Nov, +3 d */
  return g_strdup_printf (_("%s, %s"), date, days);
}

static void
add (GString *out, const char *part)
{
  g_string_append (out, out->len > 0 ? ", " : "");
  g_string_append (out, part);
}

static void
add_dates (GString *out, const WayTask *task)
{
  g_autofree char *start = way_moment_format_short (task->start);
  g_autofree char *finish = way_moment_format_short (way_finish_day (task->finish));
  g_autofree char *both = NULL;

  if (task->start == WAY_NEVER || task->finish == WAY_NEVER)
    {
      add (out, _("no dates"));
      return;
    }
  if (way_moment_day (task->start) >= way_finish_day (task->finish))
    {
      add (out, finish);
      return;
    }
  /* Translators: from a date to a date */
  both = g_strdup_printf (_("%s – %s"), start, finish);
  add (out, both);
}

static void
add_target (GString *out, WayDocument *document, const WayTask *task)
{
  WayPlan *plan = way_document_get_plan (document);
  GPtrArray *milestones = way_plan_get_referrers (plan, task->parent_instance.id,
                                                  way_record_type_lookup ("milestone", "task"));
  WayMilestone *milestone = milestones->len > 0 ? WAY_MILESTONE (milestones->pdata[0]) : NULL;
  g_autofree char *days = NULL, *target = NULL, *text = NULL;

  if (milestone == NULL || milestone->target_date == WAY_NEVER)
    return;
  days = way_gantt_format_shift (milestone->variance, way_plan_get_project (plan)->minutes_per_day);
  target = way_moment_format_short (milestone->target_date);
  /* Translators: days late and the promised date, as in +6 d against its target 3 Dec */
  text = g_strdup_printf (_("%s against its target %s"), days, target);
  add (out, text);
}

static void
add_issues (GString *out, WayTask *task)
{
  g_autofree char *ids = way_task_format_blocking (task);
  g_autofree char *text = NULL;

  if (ids == NULL || task->complete >= 100)
    return;
  /* Translators: of a row of the timeline; %s are ids of issues, as in: I-2, I-5 */
  text = g_strdup_printf (_("blocked by %s"), ids);
  add (out, text);
}

/* The critical successor is the one that matters; else the first. */
static void
add_successor (GString *out, WayDocument *document, const WayTask *task)
{
  WayPlan *plan = way_document_get_plan (document);
  GPtrArray *links = way_plan_get_referrers (plan, task->parent_instance.id,
                                             way_record_type_lookup ("link", "predecessor"));
  WayTask *successor = NULL;
  g_autofree char *text = NULL;

  for (guint i = 0; i < links->len; i++)
    {
      WayTask *other = way_plan_lookup_task (plan, WAY_LINK (links->pdata[i])->successor);

      if (other != NULL && (successor == NULL || (other->critical && !successor->critical)))
        successor = other;
    }
  if (successor == NULL)
    return;
  text = task->critical && successor->critical
             ? g_strdup_printf (_("drives “%s”"), WAY_RECORD (successor)->title)
             : g_strdup_printf (_("comes before “%s”"), WAY_RECORD (successor)->title);
  add (out, text);
}

/**
 * way_gantt_describe:
 *
 * Returns: (transfer full): what the row shows, in words: "Security audit, 24 Nov – 3 Dec,
 * 0 % done, critical, drives “Fix audit findings”"
 */
char *
way_gantt_describe (WayDocument *document, WayTask *task)
{
  GString *out = g_string_new (WAY_RECORD (task)->title);
  g_autofree char *done = NULL;

  if (task->summary)
    add (out, _("summary"));
  else if (task->duration == 0 || task->is_milestone)
    add (out, _("milestone"));
  add_dates (out, task);
  done = g_strdup_printf (_("%d %% done"), (int) task->complete);
  add (out, task->complete >= 100 ? _("finished") : done);
  add_target (out, document, task);
  add_issues (out, task);
  if (task->critical && task->complete < 100)
    add (out, _("critical"));
  if (task->constraint_type != WAY_CONSTRAINT_ASAP && task->constraint_type != WAY_CONSTRAINT_ALAP)
    add (out, way_enum_label (&way_enum_constraint, task->constraint_type));
  add_successor (out, document, task);
  return g_string_free (out, FALSE);
}
