/* way-gantt-messages.c: what an edit on the chart does to the plan, in words.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-i18n.h"

#include "ui/timeline/way-gantt-messages.h"

#include "document/way-milestone-figures.h"
#include "ui/timeline/way-task-columns.h"

#include <math.h>

#define MAX_MILESTONES 2 /* named in one message; the others are counted */

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

/* "MS-004 now 11 Dec, 6 d late" */
static char *
describe_milestone (WayDocument *document, WayMilestone *milestone, WayMoment finish)
{
  g_autofree char *id = way_record_dup_human_id (WAY_RECORD (milestone));
  g_autofree char *day = way_task_format_day (way_finish_day (finish));
  gint64 variance = 0;

  if (milestone->target_date != WAY_NEVER)
    variance = way_finish_variance (document, milestone->target_date, finish);
  if (variance > 0)
    {
      WayUnitRates rates = way_plan_get_unit_rates (way_document_get_plan (document));
      g_autofree char *late
          = format_days ((double)variance / (double)MAX (rates.minutes_per_day, 1));

      return g_strdup_printf (_ ("%s now %s, %s late"), id, day, late);
    }
  return g_strdup_printf (_ ("%s now %s"), id, day);
}

/* Milestones whose finish would change, most of all the late ones, joined by @separator. */
static void
append_milestones (GString *text, WayDocument *document, GArray *shifts, const char *separator)
{
  WayPlan *plan = way_document_get_plan (document);
  guint named = 0, others = 0;

  for (guint i = 0; shifts != NULL && i < shifts->len; i++)
    {
      const WayShift *shift = &g_array_index (shifts, WayShift, i);
      WayMilestone *milestone = milestone_of (plan, shift->task);

      if (milestone == NULL || shift->old_finish == shift->new_finish)
        continue;
      if (named < MAX_MILESTONES)
        {
          g_autofree char *line = describe_milestone (document, milestone, shift->new_finish);

          g_string_append_printf (text, "%s%s", text->len > 0 ? separator : "", line);
          named++;
        }
      else
        others++;
    }
  if (others > 0)
    {
      g_string_append (text, separator);
      g_string_append_printf (text, ngettext ("%u more milestone", "%u more milestones", others),
                              others);
    }
}

static gboolean
find_plan_finish (WayDocument *document, GArray *shifts, WayMoment *before, WayMoment *after)
{
  GPtrArray *top = way_plan_get_children (way_document_get_plan (document), NULL);
  g_autoptr (GHashTable) moved = g_hash_table_new (NULL, NULL);

  *before = *after = WAY_NEVER;
  for (guint i = 0; i < shifts->len; i++)
    {
      WayShift *shift = &g_array_index (shifts, WayShift, i);

      g_hash_table_insert (moved, shift->task, shift);
      *after = MAX (*after, shift->new_finish);
    }
  for (guint i = 0; top != NULL && i < top->len; i++)
    {
      WayTask *task = g_ptr_array_index (top, i);
      const WayShift *shift = g_hash_table_lookup (moved, task);

      *before = MAX (*before, task->finish);
      *after = MAX (*after, shift != NULL ? shift->new_finish : task->finish);
    }
  return *before != WAY_NEVER && *before != *after;
}

static guint
count_followers (WayTask *held, GArray *shifts)
{
  guint n = 0;

  for (guint i = 0; i < shifts->len; i++)
    {
      WayTask *task = g_array_index (shifts, WayShift, i).task;

      if (task != held && !task->summary)
        n++;
    }
  return n;
}

char *
way_gantt_describe_shifts (WayDocument *document, WayTask *held, GArray *shifts)
{
  GString *text = g_string_new (NULL);
  WayMoment before, after;
  guint followers;

  if (shifts == NULL || shifts->len == 0)
    return g_string_free (text, FALSE);
  append_milestones (text, document, shifts, " · ");
  if (find_plan_finish (document, shifts, &before, &after))
    {
      g_autofree char *day = way_task_format_day (way_finish_day (after));
      g_autofree char *by = way_timeline_format_shift (document, before, after);

      if (text->len > 0)
        g_string_append (text, " · ");
      g_string_append_printf (text, _ ("plan finish %s, %s"), day, by);
    }
  followers = count_followers (held, shifts);
  if (followers > 0)
    {
      if (text->len > 0)
        g_string_append (text, " · ");
      g_string_append_printf (text,
                              ngettext ("%u other task moves", "%u other tasks move", followers),
                              followers);
    }
  return g_string_free (text, FALSE);
}

char *
way_timeline_describe_effect (WayDocument *document, WayTask *task, WayEffect effect)
{
  g_autofree char *day = NULL;

  switch (effect)
    {
    case WAY_EFFECT_PINNED:
      if (task->summary)
        return g_strdup (_ ("Its first tasks are pinned there."));
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
      return g_strdup (_ ("The recorded actual date was changed."));
    case WAY_EFFECT_NONE:
    case WAY_EFFECT_CHANGED:
    default:
      return NULL;
    }
}

char *
way_gantt_describe_drop (WayDocument *document, WayTask *held, GArray *shifts, WayEffect effect)
{
  GString *text = g_string_new (NULL);
  g_autofree char *pinned = way_timeline_describe_effect (document, held, effect);
  g_autofree char *milestones = NULL;

  append_milestones (text, document, shifts, "; ");
  milestones = g_string_free (text, FALSE);
  text = g_string_new (NULL);
  if (*milestones != '\0')
    g_string_append_printf (text, "; %s.", milestones);
  else
    g_string_append_c (text, '.');
  if (pinned != NULL)
    g_string_append_printf (text, " %s", pinned);
  return g_string_free (text, FALSE);
}
