/* way-recovered.c: what a recovery promised, and what came of it.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-i18n.h"

#include "metrics/impact/way-recovered.h"

#include "document/way-milestone-figures.h"
#include "metrics/impact/way-change-impact.h"
#include "metrics/way-figure.h"

static WayMilestone *
milestone_of (WayDocument *document, WayChangeRequest *request)
{
  WayRecord *record = way_plan_lookup (way_document_get_plan (document), request->milestone);

  return record != NULL ? WAY_MILESTONE (record) : NULL;
}

/**
 * way_change_request_recovered:
 * @recovered: (out): not touched when there is nothing to tell
 *
 * Returns: whether the request makes its milestone earlier by the impact that is kept with it, and
 * is not turned down
 */
gboolean
way_change_request_recovered (WayDocument *document, WayChangeRequest *request,
                              WayRecovered *recovered)
{
  WayMilestone *milestone = milestone_of (document, request);
  g_autoptr (WayChangeImpact) impact = way_change_impact_from_json (request->impact);

  if (request->status == WAY_CHANGE_REJECTED || request->status == WAY_CHANGE_SUPERSEDED)
    return FALSE;
  for (guint i = 0; milestone != NULL && impact != NULL && i < impact->milestones->len; i++)
    {
      const WayImpactFinish *finish = &g_array_index (impact->milestones, WayImpactFinish, i);

      if (finish->id != WAY_RECORD (milestone)->id || finish->before == WAY_NEVER
          || finish->shift >= 0 || milestone->forecast == WAY_NEVER)
        continue;
      recovered->before = finish->before;
      recovered->now = milestone->forecast;
      recovered->promised = -finish->shift;
      recovered->achieved = -way_finish_variance (document, way_finish_day (finish->before),
                                                  milestone->forecast);
      return TRUE;
    }
  return FALSE;
}

static char *
describe_days (WayDocument *document, WayChangeRequest *request, const WayRecovered *recovered)
{
  WayPlan *plan = way_document_get_plan (document);
  g_autofree char *promised = way_working_days_format (plan, recovered->promised);
  g_autofree char *achieved = way_working_days_format (plan, recovered->achieved);

  if (recovered->achieved < 0)
    /* Translators: days: 6 working days promised, 2 working days lost instead */
    return g_strdup_printf (_("%s promised, %s lost instead"), promised, achieved);
  /* Translators: days: 6 working days promised, 4 working days regained */
  return g_strdup_printf (way_milestone_is_completed (milestone_of (document, request))
                              ? _("%s promised, %s regained")
                              : _("%s promised, %s regained so far"), promised, achieved);
}

/**
 * way_recovery_describe:
 *
 * Returns: (transfer full) (nullable): "Recovery CR-003 of 12 Nov 2026: 6 working days promised, 4
 * working days regained so far"
 */
char *
way_recovery_describe (WayDocument *document, WayChangeRequest *request)
{
  g_autofree char *id = NULL, *day = NULL, *days = NULL;
  WayRecovered recovered;

  if (!way_change_request_recovered (document, request, &recovered))
    return NULL;
  id = way_record_dup_human_id (WAY_RECORD (request));
  days = describe_days (document, request, &recovered);
  if (request->raised_on == WAY_NEVER)
    /* Translators: a change request and days */
    return g_strdup_printf (_("Recovery %s: %s"), id, days);
  day = way_moment_format_date (request->raised_on);
  /* Translators: a change request, a date and days */
  return g_strdup_printf (_("Recovery %s of %s: %s"), id, day, days);
}

static void
append_promises (GString *text, WayPlan *plan, WayChangeRequest *request)
{
  GPtrArray *actions = way_plan_get_referrers (plan, WAY_RECORD (request)->id,
                                               way_record_type_lookup ("action", "source"));

  for (guint i = 0; actions != NULL && i < actions->len; i++)
    {
      WayAction *action = actions->pdata[i];
      g_autofree char *days = way_working_days_format (plan, action->promised);

      if (action->kind != WAY_ACTION_RECOVERY || action->promised == 0)
        continue;
      g_string_append_c (text, '\n');
      /* Translators: an action and the days that it promised */
      g_string_append_printf (text, _("%s: %s promised, done alone"), WAY_RECORD (action)->title,
                              days);
    }
}

/**
 * way_recovery_explain:
 *
 * Returns: (transfer full) (nullable): how what way_recovery_describe() says came about
 */
char *
way_recovery_explain (WayDocument *document, WayChangeRequest *request)
{
  g_autofree char *before = NULL, *now = NULL;
  g_autoptr (GString) text = NULL;
  WayRecovered recovered;

  if (!way_change_request_recovered (document, request, &recovered))
    return NULL;
  before = way_moment_format_date (way_finish_day (recovered.before));
  now = way_moment_format_date (way_finish_day (recovered.now));
  text = g_string_new (NULL);
  g_string_append_printf (text,
                          _("The forecast was %s when the change was assessed, and is %s now.\n"
                            "The working days between the two count, whatever moved it:\n"
                            "what each action regained cannot be told apart."),
                          before, now);
  append_promises (text, way_document_get_plan (document), request);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/**
 * way_milestone_recoveries:
 *
 * Returns: (transfer full) (element-type WayChangeRequest): those that were to make it earlier
 */
GPtrArray *
way_milestone_recoveries (WayDocument *document, WayMilestone *milestone)
{
  GPtrArray *all = way_plan_get_referrers (way_document_get_plan (document),
                                           WAY_RECORD (milestone)->id,
                                           way_record_type_lookup ("change_request", "milestone"));
  GPtrArray *found = g_ptr_array_new_with_free_func (g_object_unref);
  WayRecovered recovered;

  for (guint i = 0; all != NULL && i < all->len; i++)
    if (way_change_request_recovered (document, all->pdata[i], &recovered))
      g_ptr_array_add (found, g_object_ref (all->pdata[i]));
  return found;
}
