/* way-trigger.c: the conditions on which contingency plans start, tested and in words
 * (numbers.md §9).
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A trigger is tested when it is asked for, against what the plan says now; it never starts
 * anything by itself. That it fired is written down once, by the program that shows the plan. */

#include "model/way-i18n.h"

#include "metrics/way-trigger.h"

#include "document/way-milestone-figures.h"
#include "document/way-register-figures.h"
#include "metrics/way-earned-value.h"
#include "metrics/way-figure.h"
#include "metrics/way-kpi-metrics.h"

#include <math.h>

static WayRecord *
subject_of (WayTrigger *trigger)
{
  WayPlan *plan = WAY_RECORD (trigger)->plan;

  return plan != NULL && trigger->subject != 0 ? way_plan_lookup (plan, trigger->subject) : NULL;
}

static WayAnswer
answer (gboolean yes)
{
  return yes ? WAY_ANSWER_YES : WAY_ANSWER_NO;
}

static WayAnswer
compare (WayTrigger *trigger, double value, double limit)
{
  return answer (trigger->comparison == WAY_COMPARISON_OVER ? value > limit : value < limit);
}

static WayAnswer
test_forecast (WayTrigger *trigger, WayRecord *subject)
{
  if (subject == NULL || !WAY_IS_MILESTONE (subject) || trigger->day == WAY_NEVER
      || WAY_MILESTONE (subject)->forecast == WAY_NEVER)
    return WAY_ANSWER_UNKNOWN;
  return compare (trigger, (double) way_finish_day (WAY_MILESTONE (subject)->forecast),
                  (double) trigger->day);
}

static WayAnswer
test_float (WayTrigger *trigger, WayRecord *subject)
{
  WayTask *task = subject != NULL && WAY_IS_TASK (subject) ? WAY_TASK (subject) : NULL;

  if (task == NULL || task->complete == 100)
    return task == NULL ? WAY_ANSWER_UNKNOWN : WAY_ANSWER_NO;
  return compare (trigger, (double) task->total_float,
                  trigger->value * (double) way_plan_get_project (subject->plan)->minutes_per_day);
}

static WayAnswer
test_unfinished (WayDocument *document, WayTrigger *trigger, WayRecord *subject)
{
  gboolean finished;

  if (subject == NULL || trigger->day == WAY_NEVER)
    return WAY_ANSWER_UNKNOWN;
  if (WAY_IS_TASK (subject))
    finished = WAY_TASK (subject)->complete == 100;
  else if (WAY_IS_MILESTONE (subject))
    finished = !way_milestone_is_open (WAY_MILESTONE (subject));
  else if (WAY_IS_ACTION (subject))
    finished = !way_action_is_open (WAY_ACTION (subject));
  else
    return WAY_ANSWER_UNKNOWN;
  return answer (!finished && way_document_get_status_date (document) >= trigger->day);
}

static WayAnswer
test_kpi (WayDocument *document, WayTrigger *trigger, WayRecord *subject)
{
  WayMeasurement *latest = subject != NULL && WAY_IS_KPI (subject)
                               ? way_kpi_latest (document, WAY_KPI (subject))
                               : NULL;

  return latest != NULL ? compare (trigger, latest->value, trigger->value) : WAY_ANSWER_UNKNOWN;
}

/* The index that @trigger watches; NAN where it is not defined. */
static double
performance (WayDocument *document, WayTrigger *trigger)
{
  WayEarnedValue figures;

  if (!way_earned_value (document, &figures))
    return NAN;
  return trigger->condition == WAY_TRIGGER_CPI ? figures.cpi : figures.spi;
}

static WayAnswer
test_performance (WayDocument *document, WayTrigger *trigger)
{
  double index = performance (document, trigger);

  return isnan (index) ? WAY_ANSWER_UNKNOWN : compare (trigger, index, trigger->value);
}

static guint
count_critical_issues (WayDocument *document)
{
  GPtrArray *issues = way_plan_peek_records (way_document_get_plan (document), &way_issue_type);
  guint n = 0;

  for (guint i = 0; i < issues->len; i++)
    n += way_issue_is_open (issues->pdata[i])
         && WAY_ISSUE (issues->pdata[i])->priority == WAY_LEVEL_CRITICAL;
  return n;
}

/**
 * way_trigger_test:
 *
 * Returns: whether the condition holds as of the plan's status date
 */
WayAnswer
way_trigger_test (WayDocument *document, WayTrigger *trigger)
{
  WayRecord *subject = subject_of (trigger);

  switch ((WayTriggerCondition) trigger->condition)
    {
    case WAY_TRIGGER_DAY:
      return trigger->day == WAY_NEVER
                 ? WAY_ANSWER_UNKNOWN
                 : answer (way_document_get_status_date (document) >= trigger->day);
    case WAY_TRIGGER_FORECAST:
      return test_forecast (trigger, subject);
    case WAY_TRIGGER_FLOAT:
      return test_float (trigger, subject);
    case WAY_TRIGGER_UNFINISHED:
      return test_unfinished (document, trigger, subject);
    case WAY_TRIGGER_KPI:
      return test_kpi (document, trigger, subject);
    case WAY_TRIGGER_CRITICAL_ISSUES:
      return compare (trigger, count_critical_issues (document), trigger->value);
    case WAY_TRIGGER_CPI:
    case WAY_TRIGGER_SPI:
      return test_performance (document, trigger);
    default:
      return WAY_ANSWER_UNKNOWN;
    }
}

/**
 * way_trigger_format_condition:
 * @subject: id of a record, 0 = none yet
 *
 * Returns: (transfer full): the condition as a sentence: "Forecast of MS-004 Beta is later than
 * 12 Jun 2026", with "?" for what is not known yet
 */
char *
way_trigger_format_condition (WayPlan *plan, gint64 condition, gint64 subject_id,
                              gint64 comparison, double limit, WayMoment limit_day)
{
  WayRecord *subject = plan != NULL && subject_id != 0 ? way_plan_lookup (plan, subject_id) : NULL;
  g_autofree char *human_id = subject != NULL ? way_record_dup_human_id (subject) : NULL;
  g_autofree char *label = subject != NULL ? way_record_dup_label (subject) : g_strdup ("?");
  g_autofree char *name = human_id != NULL ? g_strdup_printf ("%s %s", human_id, label)
                                           : g_strdup (label);
  g_autofree char *day = limit_day != WAY_NEVER ? way_moment_format_date (limit_day)
                                                 : g_strdup ("?");
  g_autofree char *value = way_number_format (limit, 2);
  gboolean over = comparison == WAY_COMPARISON_OVER;

  switch ((WayTriggerCondition) condition)
    {
    case WAY_TRIGGER_FORECAST:
      return g_strdup_printf (over ? _("Forecast of %s is later than %s")
                                   : _("Forecast of %s is earlier than %s"),
                              name, day);
    case WAY_TRIGGER_FLOAT:
      return g_strdup_printf (over ? _("Float of %s is over %s d") : _("Float of %s is under %s d"),
                              name, value);
    case WAY_TRIGGER_UNFINISHED:
      return g_strdup_printf (_("%s is not finished on %s"), name, day);
    case WAY_TRIGGER_KPI:
      return g_strdup_printf (over ? _("%s is over %s") : _("%s is under %s"), name, value);
    case WAY_TRIGGER_CPI:
      return g_strdup_printf (over ? _("%s is over %s") : _("%s is under %s"), _("CPI"), value);
    case WAY_TRIGGER_SPI:
      return g_strdup_printf (over ? _("%s is over %s") : _("%s is under %s"), _("SPI"), value);
    case WAY_TRIGGER_CRITICAL_ISSUES:
      return g_strdup_printf (over ? _("More than %s critical issues open")
                                   : _("Fewer than %s critical issues open"),
                              value);
    case WAY_TRIGGER_DAY:
    default:
      return g_strdup_printf (_("%s is reached"), day);
    }
}

/**
 * way_trigger_format:
 *
 * Returns: (transfer full): the condition as a sentence
 */
char *
way_trigger_format (WayTrigger *trigger)
{
  return way_trigger_format_condition (WAY_RECORD (trigger)->plan, trigger->condition,
                                       trigger->subject, trigger->comparison, trigger->value,
                                       trigger->day);
}

/**
 * way_trigger_format_found:
 *
 * Returns: (transfer full): what the condition is compared with, as the plan says now:
 * "17 Jun 2026", "3 d"
 */
char *
way_trigger_format_found (WayDocument *document, WayTrigger *trigger)
{
  WayRecord *subject = subject_of (trigger);
  WayMeasurement *latest;
  double index;

  if (trigger->condition == WAY_TRIGGER_FORECAST && subject != NULL && WAY_IS_MILESTONE (subject))
    return way_moment_format_date (way_finish_day (WAY_MILESTONE (subject)->forecast));
  if (trigger->condition == WAY_TRIGGER_FLOAT && subject != NULL && WAY_IS_TASK (subject))
    return way_variance_format (subject->plan, WAY_TASK (subject)->total_float);
  if (trigger->condition == WAY_TRIGGER_UNFINISHED && subject != NULL
      && (WAY_IS_TASK (subject) || WAY_IS_MILESTONE (subject) || WAY_IS_ACTION (subject)))
    return way_percent_format ((double)way_record_get_int (subject, "complete"));
  if (trigger->condition == WAY_TRIGGER_KPI && subject != NULL && WAY_IS_KPI (subject))
    {
      latest = way_kpi_latest (document, WAY_KPI (subject));
      return latest != NULL ? way_number_format (latest->value, 2) : g_strdup ("");
    }
  if (trigger->condition == WAY_TRIGGER_CPI || trigger->condition == WAY_TRIGGER_SPI)
    {
      index = performance (document, trigger);
      return !isnan (index) ? way_number_format (index, 2) : g_strdup ("");
    }
  if (trigger->condition == WAY_TRIGGER_CRITICAL_ISSUES)
    return way_number_format (count_critical_issues (document), 0);
  return way_moment_format_date (way_document_get_status_date (document));
}

static WayRisk *
risk_of (WayTrigger *trigger)
{
  return WAY_RISK (way_plan_lookup (WAY_RECORD (trigger)->plan, trigger->risk));
}

static gboolean
is_firing (WayDocument *document, WayTrigger *trigger)
{
  return trigger->state == WAY_TRIGGER_WATCHING
         && way_trigger_test (document, trigger) == WAY_ANSWER_YES;
}

/**
 * way_risk_get_triggers:
 *
 * Returns: (transfer none) (element-type WayTrigger): valid until the next change
 */
GPtrArray *
way_risk_get_triggers (WayRisk *risk)
{
  return way_plan_get_referrers (WAY_RECORD (risk)->plan, WAY_RECORD (risk)->id,
                                 way_record_type_field (&way_trigger_type, "risk"));
}

/**
 * way_risk_get_fired:
 *
 * Returns: (transfer none) (nullable): a trigger of a risk that is open that fired and was not
 * answered, or whose condition holds while it is watched
 */
WayTrigger *
way_risk_get_fired (WayDocument *document, WayRisk *risk)
{
  GPtrArray *triggers = way_risk_get_triggers (risk);

  for (guint i = 0; way_risk_is_open (risk) && i < triggers->len; i++)
    {
      WayTrigger *trigger = triggers->pdata[i];

      if (trigger->state == WAY_TRIGGER_FIRED || is_firing (document, trigger))
        return trigger;
    }
  return NULL;
}

/**
 * way_triggers_note_fired:
 *
 * Writes down of each trigger that is watched and whose condition holds that it fired, when, and
 * on what value. The program found that out: it is a line of the journal that no undo takes back.
 * It starts nothing. That it cannot be written keeps nobody from working; it is tried again the
 * next time.
 *
 * Returns: how many were written down
 */
guint
way_triggers_note_fired (WayDocument *document)
{
  GPtrArray *triggers = way_plan_peek_records (way_document_get_plan (document), &way_trigger_type);
  g_autoptr (GPtrArray) firing = g_ptr_array_new ();

  if (way_document_is_read_only (document) || way_document_in_scope (document))
    return 0;
  for (guint i = 0; i < triggers->len; i++)
    if (is_firing (document, triggers->pdata[i]) && way_risk_is_open (risk_of (triggers->pdata[i])))
      g_ptr_array_add (firing, triggers->pdata[i]);
  if (firing->len == 0)
    return 0;
  way_document_begin_with_origin (document, _ ("A trigger fired"), WAY_ORIGIN_WATCH);
  for (guint i = 0; i < firing->len; i++)
    {
      g_autofree char *found = way_trigger_format_found (document, firing->pdata[i]);

      way_document_set_int (document, firing->pdata[i], "state", WAY_TRIGGER_FIRED);
      way_document_set_int (document, firing->pdata[i], "fired_on",
                            way_document_get_as_of (document));
      way_document_set_text (document, firing->pdata[i], "found", found);
    }
  return way_document_commit (document, NULL) ? firing->len : 0;
}

/**
 * way_trigger_follow:
 *
 * Says that the contingency plan was started on @self, inside the open scope.
 */
void
way_trigger_follow (WayDocument *document, WayTrigger *self)
{
  g_autofree char *found = way_trigger_format_found (document, self);

  if (self->state == WAY_TRIGGER_WATCHING)
    {
      way_document_set_int (document, WAY_RECORD (self), "fired_on",
                            way_document_get_as_of (document));
      way_document_set_text (document, WAY_RECORD (self), "found", found);
    }
  way_document_set_int (document, WAY_RECORD (self), "state", WAY_TRIGGER_ACTIVATED);
}

/**
 * way_trigger_watch_again:
 *
 * Takes back that @self fired, inside the open scope. When its condition still holds, it fires
 * again.
 */
void
way_trigger_watch_again (WayDocument *document, WayTrigger *self)
{
  way_document_set_int (document, WAY_RECORD (self), "state", WAY_TRIGGER_WATCHING);
  way_document_set_int (document, WAY_RECORD (self), "fired_on", WAY_NEVER);
  way_document_set_text (document, WAY_RECORD (self), "found", "");
}
