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
#include <string.h>

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

/* The per cent done of @subject; NAN of what is never finished. */
static double
measure_done (WayRecord *subject)
{
  return subject != NULL
                 && (WAY_IS_TASK (subject) || WAY_IS_MILESTONE (subject) || WAY_IS_ACTION (subject))
             ? (double) way_record_get_int (subject, "complete")
             : NAN;
}

static double
measure_kpi (WayDocument *document, WayRecord *subject)
{
  WayMeasurement *latest = subject != NULL && WAY_IS_KPI (subject)
                               ? way_kpi_latest (document, WAY_KPI (subject))
                               : NULL;

  return latest != NULL ? latest->value : NAN;
}

static double
measure_performance (WayDocument *document, gint64 condition)
{
  WayEarnedValue figures;

  if (!way_earned_value (document, &figures))
    return NAN;
  return condition == WAY_TRIGGER_CPI ? figures.cpi : figures.spi;
}

static double
measure_days (WayPlan *plan, gint64 minutes)
{
  return (double) minutes / (double) way_plan_get_project (plan)->minutes_per_day;
}

/* Working days from target to forecast, + = late; NAN while one of the two is not known. */
static double
measure_variance (WayRecord *subject)
{
  WayMilestone *milestone;

  if (subject == NULL || !WAY_IS_MILESTONE (subject))
    return NAN;
  milestone = WAY_MILESTONE (subject);
  if (milestone->target_date == WAY_NEVER || milestone->forecast == WAY_NEVER)
    return NAN;
  return measure_days (subject->plan, milestone->variance);
}

/* What the condition is about, as the plan says now: a day, working days, per cent done, a number;
 * NAN while that cannot be told. */
static double
measure (WayDocument *document, WayTrigger *trigger)
{
  WayRecord *subject = subject_of (trigger);

  switch ((WayTriggerCondition) trigger->condition)
    {
    case WAY_TRIGGER_FORECAST:
      return subject != NULL && WAY_IS_MILESTONE (subject)
                     && WAY_MILESTONE (subject)->forecast != WAY_NEVER
                 ? (double) way_finish_day (WAY_MILESTONE (subject)->forecast)
                 : NAN;
    case WAY_TRIGGER_FLOAT:
      return subject != NULL && WAY_IS_TASK (subject)
                 ? measure_days (subject->plan, WAY_TASK (subject)->total_float)
                 : NAN;
    case WAY_TRIGGER_VARIANCE:
      return measure_variance (subject);
    case WAY_TRIGGER_UNFINISHED:
      return measure_done (subject);
    case WAY_TRIGGER_KPI:
      return measure_kpi (document, subject);
    case WAY_TRIGGER_CPI:
    case WAY_TRIGGER_SPI:
      return measure_performance (document, trigger->condition);
    case WAY_TRIGGER_CRITICAL_ISSUES:
      return count_critical_issues (document);
    case WAY_TRIGGER_DAY:
    default:
      return (double) way_document_get_status_date (document);
    }
}

/* NAN while it is not given. */
static double
limit_of (WayTrigger *trigger)
{
  if (trigger->condition != WAY_TRIGGER_FORECAST)
    return trigger->value;
  return trigger->day != WAY_NEVER ? (double) trigger->day : NAN;
}

static WayAnswer
compare (WayDocument *document, WayTrigger *trigger)
{
  double value = measure (document, trigger), limit = limit_of (trigger);

  if (isnan (value) || isnan (limit))
    return WAY_ANSWER_UNKNOWN;
  return answer (trigger->comparison == WAY_COMPARISON_OVER ? value > limit : value < limit);
}

static gboolean
is_finished (WayRecord *subject)
{
  if (WAY_IS_TASK (subject))
    return WAY_TASK (subject)->complete == 100;
  if (WAY_IS_MILESTONE (subject))
    return !way_milestone_is_open (WAY_MILESTONE (subject));
  return !way_action_is_open (WAY_ACTION (subject));
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
    case WAY_TRIGGER_UNFINISHED:
      if (trigger->day == WAY_NEVER || isnan (measure_done (subject)))
        return WAY_ANSWER_UNKNOWN;
      return answer (!is_finished (subject)
                     && way_document_get_status_date (document) >= trigger->day);
    case WAY_TRIGGER_DAY:
      return trigger->day != WAY_NEVER
                 ? answer (way_document_get_status_date (document) >= trigger->day)
                 : WAY_ANSWER_UNKNOWN;
    case WAY_TRIGGER_FLOAT:
      if (subject != NULL && WAY_IS_TASK (subject) && WAY_TASK (subject)->complete == 100)
        return WAY_ANSWER_NO;
      return compare (document, trigger);
    default:
      return compare (document, trigger);
    }
}

/**
 * way_trigger_format_condition:
 * @subject: id of a record, 0 = none yet
 * @limit: NAN = none yet
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
  g_autofree char *value = !isnan (limit) ? way_number_format (limit, 2) : g_strdup ("?");
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
    case WAY_TRIGGER_VARIANCE:
      return g_strdup_printf (over ? _("Variance of %s is over %s d")
                                   : _("Variance of %s is under %s d"),
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
 * way_trigger_comparison_label:
 *
 * Returns: (transfer none): @comparison as the sentence of @condition says it, to choose from:
 *   "Later than", "Over"
 */
const char *
way_trigger_comparison_label (gint64 condition, gint64 comparison)
{
  gboolean over = comparison == WAY_COMPARISON_OVER;

  switch ((WayTriggerCondition) condition)
    {
    case WAY_TRIGGER_FORECAST:
      return over ? _("Later than") : _("Earlier than");
    case WAY_TRIGGER_CRITICAL_ISSUES:
      return over ? _("More than") : _("Fewer than");
    default:
      return over ? _("Over") : _("Under");
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

/* The day until which @subject is to be finished; %WAY_NEVER when nothing is promised. */
static WayMoment
day_promised (WayRecord *subject)
{
  if (WAY_IS_MILESTONE (subject))
    return way_moment_day (WAY_MILESTONE (subject)->target_date);
  if (WAY_IS_TASK (subject))
    return way_finish_day (WAY_TASK (subject)->deadline != WAY_NEVER ? WAY_TASK (subject)->deadline
                                                                     : WAY_TASK (subject)->finish);
  return WAY_IS_ACTION (subject) ? WAY_ACTION (subject)->due : WAY_NEVER;
}

static void
suggest_for_kpi (WayTriggerLimit *limit, WayKpi *kpi)
{
  double target, high;

  limit->comparison
      = kpi->direction == WAY_KPI_DOWN ? WAY_COMPARISON_OVER : WAY_COMPARISON_UNDER;
  if (way_kpi_read_number (kpi->target, &target, &high))
    limit->value = target;
}

/**
 * way_trigger_suggest_limit:
 * @subject_id: what is watched; 0 = not chosen yet
 *
 * Returns: from where on a condition is usually worth a thought: what was promised is missed, a
 *   performance index is under 0.9, the float is nearly used up, a milestone is a week late
 */
WayTriggerLimit
way_trigger_suggest_limit (WayPlan *plan, gint64 condition, gint64 subject_id)
{
  WayTriggerLimit limit = { .comparison = WAY_COMPARISON_UNDER, .day = WAY_NEVER };
  WayRecord *subject = subject_id != 0 ? way_plan_lookup (plan, subject_id) : NULL;

  switch ((WayTriggerCondition) condition)
    {
    case WAY_TRIGGER_FORECAST:
    case WAY_TRIGGER_UNFINISHED:
      limit.comparison = WAY_COMPARISON_OVER;
      limit.day = subject != NULL ? day_promised (subject) : WAY_NEVER;
      break;
    case WAY_TRIGGER_VARIANCE:
      limit.comparison = WAY_COMPARISON_OVER;
      limit.value = 5;
      break;
    case WAY_TRIGGER_FLOAT:
      limit.value = 5;
      break;
    case WAY_TRIGGER_CPI:
    case WAY_TRIGGER_SPI:
      limit.value = 0.9;
      break;
    case WAY_TRIGGER_CRITICAL_ISSUES:
      limit.comparison = WAY_COMPARISON_OVER;
      limit.value = 2;
      break;
    case WAY_TRIGGER_KPI:
      if (subject != NULL && WAY_IS_KPI (subject))
        suggest_for_kpi (&limit, WAY_KPI (subject));
      break;
    case WAY_TRIGGER_DAY:
    default:
      break;
    }
  return limit;
}

static gboolean
is_about_a_day (WayTrigger *trigger)
{
  return trigger->condition == WAY_TRIGGER_FORECAST || trigger->condition == WAY_TRIGGER_DAY;
}

/* Kept as a value that every language reads: "2026-06-17", "0.67". */
static char *
dup_found (WayDocument *document, WayTrigger *trigger)
{
  double value = measure (document, trigger);
  char digits[G_ASCII_DTOSTR_BUF_SIZE];
  char *day;

  if (isnan (value))
    return g_strdup ("");
  if (!is_about_a_day (trigger))
    return g_strdup (g_ascii_formatd (digits, sizeof digits, "%.10g", value));
  day = way_moment_to_iso (way_moment_day ((WayMoment) value));
  *strchr (day, 'T') = '\0';
  return day;
}

/**
 * way_trigger_format_found:
 *
 * Returns: (transfer full): what the condition was compared with when @self fired: "17 Jun 2026",
 *   "3 d"; "" when nothing is known of that
 */
char *
way_trigger_format_found (WayTrigger *self)
{
  WayPlan *plan = WAY_RECORD (self)->plan;
  WayMoment day;
  double value;
  char *end;

  if (is_about_a_day (self) && way_moment_from_iso (self->found, &day))
    return way_moment_format_date (day);
  value = g_ascii_strtod (self->found, &end);
  if (end == self->found || *end != '\0') /* an older plan keeps it in words */
    return g_strdup (self->found);
  if (self->condition == WAY_TRIGGER_FLOAT || self->condition == WAY_TRIGGER_VARIANCE)
    return way_days_format (plan, (gint64) round (value * (double) way_plan_get_project (plan)
                                                                ->minutes_per_day));
  return self->condition == WAY_TRIGGER_UNFINISHED ? way_percent_format (value)
                                                   : way_number_format (value, 2);
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

/* Inside the open scope. */
static void
set_fired (WayDocument *document, WayTrigger *trigger)
{
  g_autofree char *found = dup_found (document, trigger);

  way_document_set_int (document, WAY_RECORD (trigger), "fired_on",
                        way_document_get_as_of (document));
  way_document_set_text (document, WAY_RECORD (trigger), "found", found);
}

/* Returns: FALSE also of one that another program has deleted meanwhile */
static gboolean
note_fired (WayDocument *document, WayTrigger *trigger)
{
  g_autofree char *step = NULL;

  if (WAY_RECORD (trigger)->plan == NULL)
    return FALSE;
  step = g_strdup_printf (_ ("A trigger of “%s” fired"), WAY_RECORD (risk_of (trigger))->title);
  way_document_begin_with_origin (document, step, WAY_ORIGIN_WATCH);
  way_document_set_int (document, WAY_RECORD (trigger), "state", WAY_TRIGGER_FIRED);
  set_fired (document, trigger);
  return way_document_commit (document, NULL);
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
  g_autoptr (GPtrArray) firing = g_ptr_array_new_with_free_func (g_object_unref);
  guint n_noted = 0;

  if (way_document_is_read_only (document) || way_document_in_scope (document))
    return 0;
  for (guint i = 0; i < triggers->len; i++)
    if (is_firing (document, triggers->pdata[i]) && way_risk_is_open (risk_of (triggers->pdata[i])))
      g_ptr_array_add (firing, g_object_ref (triggers->pdata[i]));
  for (guint i = 0; i < firing->len; i++)
    n_noted += note_fired (document, firing->pdata[i]) ? 1 : 0;
  return n_noted;
}

/**
 * way_risk_follow_triggers:
 *
 * Says of all triggers of @risk that fired that its contingency plan was started on them, inside
 * the open scope.
 */
void
way_risk_follow_triggers (WayDocument *document, WayRisk *risk)
{
  WayTrigger *fired;

  while ((fired = way_risk_get_fired (document, risk)) != NULL)
    {
      if (fired->state == WAY_TRIGGER_WATCHING)
        set_fired (document, fired);
      way_document_set_int (document, WAY_RECORD (fired), "state", WAY_TRIGGER_ACTIVATED);
    }
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
