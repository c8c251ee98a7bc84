/* way-register-alarm.c: which issues, risks and actions need attention, and why.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-i18n.h"

#include "metrics/way-register-alarm.h"

#include "metrics/way-escalation.h"
#include "metrics/way-trigger.h"

static gboolean
set_off (WayRegisterAlarm *alarm, gboolean urgent, char *text, const char *word, WayMoment since)
{
  alarm->urgent = urgent;
  alarm->text = text;
  alarm->word = word;
  alarm->since = since;
  return TRUE;
}

static gboolean
is_past (WayDocument *document, WayMoment day)
{
  return day != WAY_NEVER && day < way_document_get_status_date (document);
}

static gboolean
set_off_due (WayRegisterAlarm *alarm, WayMoment day)
{
  g_autofree char *due = way_moment_format_short (day);

  return set_off (alarm, FALSE, g_strdup_printf (_("was due on %s"), due), _("Overdue"), day);
}

static gboolean
find_in_issue (WayDocument *document, WayIssue *issue, WayRegisterAlarm *alarm)
{
  WayEscalationState state;

  if (!way_issue_is_open (issue))
    return FALSE;
  state = way_issue_get_escalation (document, issue);
  if (state.ran_out)
    {
      alarm->escalation = TRUE;
      return set_off (alarm, issue->priority >= WAY_LEVEL_HIGH,
                    way_escalation_format (document, &state), _("Escalate"), state.due);
    }
  if (is_past (document, issue->due))
    return set_off_due (alarm, issue->due);
  if (issue->priority == WAY_LEVEL_CRITICAL)
    return set_off (alarm, TRUE, g_strdup (_("is critical and open")), _("Critical"), issue->found_on);
  return FALSE;
}

static gboolean
find_in_risk (WayDocument *document, WayRisk *risk, WayRegisterAlarm *alarm)
{
  WayTrigger *fired = way_risk_get_fired (document, risk);

  if (!way_risk_is_open (risk))
    return FALSE;
  if (fired != NULL)
    return set_off (alarm, TRUE, way_trigger_format (fired), _("Trigger"), WAY_NEVER);
  if (way_risk_band (way_risk_score_current (risk)) == WAY_LEVEL_CRITICAL)
    return set_off (alarm, TRUE,
                  g_strdup_printf (_("is critical, with a score of %d"),
                                   (int) way_risk_score_current (risk)),
                  _("Critical"), risk->identified_on);
  if (is_past (document, risk->review_date))
    {
      g_autofree char *day = way_moment_format_short (risk->review_date);

      return set_off (alarm, FALSE, g_strdup_printf (_("was to be reviewed on %s"), day),
                    _("Review"), risk->review_date);
    }
  return FALSE;
}

/**
 * way_register_find_alarm:
 * @record: an issue, a risk or an action; nothing is the matter with any other
 * @alarm: (out caller-allocates): zeroed before; .text is to be freed
 *
 * Returns: whether it needs attention: a clock has run out, it is overdue, or critical and open
 */
gboolean
way_register_find_alarm (WayDocument *document, WayRecord *record, WayRegisterAlarm *alarm)
{
  if (WAY_IS_ISSUE (record))
    return find_in_issue (document, WAY_ISSUE (record), alarm);
  if (WAY_IS_RISK (record))
    return find_in_risk (document, WAY_RISK (record), alarm);
  return WAY_IS_ACTION (record) && way_action_is_open (WAY_ACTION (record))
         && is_past (document, WAY_ACTION (record)->due)
         && set_off_due (alarm, WAY_ACTION (record)->due);
}

/**
 * way_register_count_alarms:
 *
 * Returns: how many records of @type need attention
 */
guint
way_register_count_alarms (WayDocument *document, const WayRecordType *type)
{
  GPtrArray *records = way_plan_peek_records (way_document_get_plan (document), type);
  guint n = 0;

  for (guint i = 0; i < records->len; i++)
    {
      WayRegisterAlarm alarm = { 0 };

      n += way_register_find_alarm (document, records->pdata[i], &alarm);
      g_free (alarm.text);
    }
  return n;
}
