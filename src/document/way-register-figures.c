/* way-register-figures.c: what follows from the registers: age and level of issues, mitigation of
 * risks (numbers.md §9).
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "document/way-register-figures.h"

#include "document/way-document-private.h"
#include "model/way-record-private.h"

/**
 * way_document_get_as_of:
 *
 * Returns: the moment as of which clocks run: the end of the working day of the plan's status
 * date, else now, or the moment when the plan was as it is shown
 */
WayMoment
way_document_get_as_of (WayDocument *document)
{
  WayProject *project = way_plan_get_project (way_document_get_plan (document));

  return project != NULL && project->status_date != WAY_NEVER
             ? way_moment_day (project->status_date) + project->day_finish
             : way_document_get_moment (document);
}

/**
 * way_record_get_actions:
 *
 * Returns: (transfer none) (element-type WayAction): the actions that come from @record; valid
 * until the next change
 */
GPtrArray *
way_record_get_actions (WayRecord *record)
{
  return way_plan_get_referrers (record->plan, record->id,
                                 way_record_type_field (&way_action_type, "source"));
}

static int
compare_steps (gconstpointer a, gconstpointer b)
{
  WayEscalation *first = *(WayEscalation *const *) a, *second = *(WayEscalation *const *) b;

  if (first->time != second->time)
    return first->time < second->time ? -1 : 1;
  return WAY_RECORD (first)->id < WAY_RECORD (second)->id ? -1 : 1;
}

/**
 * way_issue_get_escalations:
 *
 * Returns: (transfer full) (element-type WayEscalation): its steps, the first one first
 */
GPtrArray *
way_issue_get_escalations (WayIssue *issue)
{
  GPtrArray *steps
      = way_plan_get_referrers (WAY_RECORD (issue)->plan, WAY_RECORD (issue)->id,
                                way_record_type_field (&way_escalation_type, "issue"));
  GPtrArray *sorted = g_ptr_array_copy (steps, NULL, NULL);

  g_ptr_array_sort (sorted, compare_steps);
  return sorted;
}

/**
 * way_task_format_blocking:
 *
 * Returns: (transfer full) (nullable): the ids of the open issues of a row that is blocked: "I-2,
 * I-5"; %NULL when it is not blocked, or nobody has written down by what
 */
char *
way_task_format_blocking (WayTask *task)
{
  WayRecord *record = WAY_RECORD (task);
  GPtrArray *issues;
  g_autoptr (GString) text = NULL;

  if (task->state != WAY_STATE_BLOCKED || record->plan == NULL)
    return NULL;
  text = g_string_new (NULL);
  issues = way_plan_get_referrers (record->plan, record->id,
                                   way_record_type_field (&way_issue_type, "task"));
  for (guint i = 0; i < issues->len; i++)
    if (way_issue_is_open (issues->pdata[i]))
      {
        g_autofree char *human_id = way_record_dup_human_id (issues->pdata[i]);

        g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", human_id);
      }
  return text->len > 0 ? g_strdup (text->str) : NULL;
}

/**
 * way_issue_age:
 *
 * Returns: minutes of working time, in the plan's calendar, from when it was found until it was
 * resolved, or until now; 0 when it is not known when it was found
 */
gint64
way_issue_age (WayDocument *document, WayIssue *issue)
{
  WayMoment until = !way_issue_is_open (issue) && issue->resolved_on != WAY_NEVER
                        ? issue->resolved_on
                        : way_document_get_as_of (document);

  if (issue->found_on == WAY_NEVER || until <= issue->found_on)
    return 0;
  return way_document_work_between (document, 0, issue->found_on, until);
}

/* As people say it: whole days, or hours on the first one. */
static void
set_age (WayRecord *record, gint64 age)
{
  WayUnitRates rates = way_plan_get_unit_rates (record->plan);
  WayUnit unit = age < way_unit_minutes (WAY_UNIT_DAYS, &rates) ? WAY_UNIT_HOURS : WAY_UNIT_DAYS;

  age -= age % (gint64)way_unit_minutes (unit, &rates);
  way_record_set_derived (record, way_record_type_field (&way_issue_type, "age"), age);
  way_record_set_derived (record, way_record_type_field (&way_issue_type, "age_unit"), unit);
}

static void
update_issue (WayDocument *document, WayRecord *record)
{
  WayIssue *issue = WAY_ISSUE (record);
  g_autoptr (GPtrArray) steps = way_issue_get_escalations (issue);
  WayEscalation *last = steps->len > 0 ? steps->pdata[steps->len - 1] : NULL;

  way_record_set_derived (record, way_record_type_field (&way_issue_type, "level"),
                          last != NULL ? last->to_level : WAY_ESCALATION_TEAM);
  way_record_set_derived (record, way_record_type_field (&way_issue_type, "level_since"),
                          last != NULL ? last->time : issue->found_on);
  set_age (record, way_issue_age (document, issue));
}

/**
 * way_risk_mitigated:
 *
 * Returns: per cent: the mean of its mitigation actions that were not dropped; what was typed when
 * it has none
 */
gint64
way_risk_mitigated (WayRisk *risk)
{
  GPtrArray *actions = way_record_get_actions (WAY_RECORD (risk));
  gint64 done = 0, n = 0;

  for (guint i = 0; i < actions->len; i++)
    {
      WayAction *action = actions->pdata[i];

      if (action->kind != WAY_ACTION_MITIGATION || action->state == WAY_ACTION_DROPPED)
        continue;
      done += action->state == WAY_ACTION_DONE ? 100 : action->complete;
      n++;
    }
  return n > 0 ? (done + n / 2) / n : risk->mitigation_progress;
}

static void
update_risk (WayRecord *record)
{
  WayRisk *risk = WAY_RISK (record);

  way_record_set_derived (record, way_record_type_field (&way_risk_type, "score_inherent"),
                          way_risk_score_inherent (risk));
  way_record_set_derived (record, way_record_type_field (&way_risk_type, "score"),
                          way_risk_score_current (risk));
  way_record_set_derived (record, way_record_type_field (&way_risk_type, "band"),
                          way_risk_band (way_risk_score_current (risk)));
  way_record_set_derived (record, way_record_type_field (&way_risk_type, "mitigated"),
                          way_risk_mitigated (risk));
}

/**
 * way_register_figures_update:
 *
 * Writes what follows from the registers to the derived fields of issues and risks. Called by the
 * document after each change.
 */
void
way_register_figures_update (WayDocument *document)
{
  WayPlan *plan = way_document_get_plan (document);
  GPtrArray *issues = way_plan_peek_records (plan, &way_issue_type);
  GPtrArray *risks = way_plan_peek_records (plan, &way_risk_type);

  for (guint i = 0; i < issues->len; i++)
    update_issue (document, issues->pdata[i]);
  for (guint i = 0; i < risks->len; i++)
    update_risk (risks->pdata[i]);
}
