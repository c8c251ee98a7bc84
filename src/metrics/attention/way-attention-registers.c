/* way-attention-registers.c: what needs attention of issues, risks, changes and actions.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Of each record only the gravest reason is told; when that kind is muted, the next. */

#include "model/way-i18n.h"

#include "metrics/attention/way-attention-private.h"

#include "document/way-change-requests.h"
#include "metrics/way-escalation.h"
#include "metrics/way-trigger.h"

/* Takes @about: what is the matter, in half a sentence. */
static gboolean
add (WayAttentionSearch *search,
     WaySeverity severity,
     WayAttentionKind kind,
     WayRecord *record,
     char *about,
     const char *word,
     WayMoment since)
{
  g_autofree char *owned = about;
  g_autofree char *name = way_attention_name (record);

  return way_attention_add (search, severity, kind, record, g_strdup_printf ("%s: %s", name, owned),
                            g_strdup (word), since);
}

static gboolean
is_past (WayAttentionSearch *search, WayMoment day)
{
  return day != WAY_NEVER && day < search->today;
}

static gboolean
add_overdue (WayAttentionSearch *search, WaySeverity severity, WayRecord *record, WayMoment due)
{
  g_autofree char *day = NULL;

  if (!is_past (search, due))
    return FALSE;
  day = way_moment_format_short (due);
  return add (search, severity, WAY_ATTENTION_OVERDUE, record,
              g_strdup_printf (_ ("was due on %s"), day), _ ("Overdue"), due);
}

static gboolean
add_escalation (WayAttentionSearch *search, WayIssue *issue)
{
  WayEscalationState state = way_issue_get_escalation (search->document, issue);
  gboolean grave = issue->priority >= WAY_LEVEL_HIGH;
  gboolean heard;

  if (!state.ran_out)
    return FALSE;
  heard = add (search, grave ? WAY_SEVERITY_BAD : WAY_SEVERITY_WARNING, WAY_ATTENTION_ESCALATION,
               WAY_RECORD (issue), way_escalation_format (search->document, &state), _ ("Escalate"),
               state.due);
  if (!way_escalation_is_due (&state)) /* nobody is above */
    ((WayAttention *)search->list->pdata[search->list->len - 1])->act = WAY_ATTENTION_OPEN;
  return heard;
}

static void
find_in_issue (WayAttentionSearch *search, WayIssue *issue)
{
  WayRecord *record = WAY_RECORD (issue);
  gboolean critical = issue->priority == WAY_LEVEL_CRITICAL;

  if (!way_issue_is_open (issue) || add_escalation (search, issue)
      || add_overdue (search, critical ? WAY_SEVERITY_BAD : WAY_SEVERITY_WARNING, record,
                      issue->due))
    return;
  if (critical
      && add (search, WAY_SEVERITY_BAD, WAY_ATTENTION_CRITICAL, record,
              g_strdup (_ ("is critical and open")), _ ("Critical"), issue->found_on))
    return;
  way_attention_add_due (search, record, issue->due);
}

/* What fired stays until it is answered, also when it does not hold any more. */
static gboolean
add_trigger (WayAttentionSearch *search, WayRisk *risk)
{
  WayTrigger *fired = way_risk_get_fired (search->document, risk);
  g_autofree char *sentence = NULL;
  g_autofree char *found = NULL;
  g_autoptr (GString) text = NULL;
  gboolean holds;

  if (fired == NULL)
    return FALSE;
  holds = way_trigger_test (search->document, fired) == WAY_ANSWER_YES;
  sentence = way_trigger_format (fired);
  found = way_trigger_format_found (fired);
  text = g_string_new (NULL);
  g_string_append_printf (text, _ ("trigger fired: %s"), sentence);
  if (found[0] != '\0' && fired->condition != WAY_TRIGGER_DAY)
    g_string_append_printf (text, " (%s)", found);
  if (!holds)
    g_string_append (text, _ ("; it does not hold any more"));
  return add (search, holds ? WAY_SEVERITY_BAD : WAY_SEVERITY_WARNING, WAY_ATTENTION_TRIGGER,
              WAY_RECORD (risk), g_string_free (g_steal_pointer (&text), FALSE), _ ("Trigger"),
              fired->fired_on);
}

static gboolean
add_review (WayAttentionSearch *search, WayRisk *risk)
{
  g_autofree char *day = NULL;

  if (!is_past (search, risk->review_date))
    return FALSE;
  day = way_moment_format_short (risk->review_date);
  return add (search, WAY_SEVERITY_WARNING, WAY_ATTENTION_REVIEW, WAY_RECORD (risk),
              g_strdup_printf (_ ("was to be reviewed on %s"), day), _ ("Review"),
              risk->review_date);
}

static void
find_in_risk (WayAttentionSearch *search, WayRisk *risk)
{
  WayRecord *record = WAY_RECORD (risk);
  int score = (int)way_risk_score_current (risk);

  if (!way_risk_is_open (risk) || add_trigger (search, risk))
    return;
  if (way_risk_band (score) == WAY_LEVEL_CRITICAL
      && add (search, WAY_SEVERITY_BAD, WAY_ATTENTION_CRITICAL, record,
              g_strdup_printf (_ ("is critical, with a score of %d"), score), _ ("Critical"),
              risk->identified_on))
    return;
  if (!add_review (search, risk) && way_attention_is_soon (search, risk->review_date))
    {
      g_autofree char *day = way_moment_format_short (risk->review_date);

      add (search, WAY_SEVERITY_NOTE, WAY_ATTENTION_DUE, record,
           g_strdup_printf (_ ("is to be reviewed on %s"), day), _ ("Review"), risk->review_date);
    }
}

static void
find_in_action (WayAttentionSearch *search, WayAction *action)
{
  if (way_action_is_open (action)
      && !add_overdue (search, WAY_SEVERITY_WARNING, WAY_RECORD (action), action->due))
    way_attention_add_due (search, WAY_RECORD (action), action->due);
}

/* "Mara, the customer" */
static char *
format_waiting (WayAttentionSearch *search, WayChangeRequest *change, guint *n_waiting)
{
  GPtrArray *approvals = way_change_request_approvals (change);
  g_autoptr (GString) names = g_string_new (NULL);

  *n_waiting = 0;
  for (guint i = 0; i < approvals->len; i++)
    {
      WayApproval *approval = approvals->pdata[i];
      WayRecord *person
          = approval->person != 0 ? way_plan_lookup (search->plan, approval->person) : NULL;
      const char *name = person != NULL ? person->title : approval->role;

      if (approval->decision != WAY_APPROVAL_WAITING)
        continue;
      ++*n_waiting;
      if (name[0] != '\0')
        g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", name);
    }
  return g_string_free (g_steal_pointer (&names), FALSE);
}

static gboolean
add_approval (WayAttentionSearch *search, WayChangeRequest *change)
{
  guint n_waiting;
  g_autofree char *names = format_waiting (search, change, &n_waiting);
  g_autofree char *text = NULL;

  if (change->status != WAY_CHANGE_PROPOSED || n_waiting == 0
      || way_change_request_verdict (change) != WAY_VERDICT_WAITING)
    return FALSE;
  text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "waits for %u approval",
                                       "waits for %u approvals", n_waiting),
                          n_waiting);
  return add (search, WAY_SEVERITY_WARNING, WAY_ATTENTION_APPROVAL, WAY_RECORD (change),
              names[0] != '\0' ? g_strdup_printf ("%s (%s)", text, names) : g_strdup (text),
              _ ("Approval"), change->raised_on);
}

static void
find_in_change (WayAttentionSearch *search, WayChangeRequest *change)
{
  WayRecord *record = WAY_RECORD (change);
  g_autofree char *day = NULL;

  if (change->status >= WAY_CHANGE_APPROVED)
    return;
  day = change->needed_by != WAY_NEVER ? way_moment_format_short (change->needed_by) : NULL;
  if (is_past (search, change->needed_by)
      && add (search, WAY_SEVERITY_BAD, WAY_ATTENTION_OVERDUE, record,
              g_strdup_printf (_ ("was to be decided by %s"), day), _ ("Overdue"),
              change->needed_by))
    return;
  if (!add_approval (search, change) && way_attention_is_soon (search, change->needed_by))
    add (search, WAY_SEVERITY_NOTE, WAY_ATTENTION_DUE, record,
         g_strdup_printf (_ ("is to be decided by %s"), day), _ ("Due"), change->needed_by);
}

void
way_attention_find_in_registers (WayAttentionSearch *search)
{
  GPtrArray *issues = way_plan_peek_records (search->plan, &way_issue_type);
  GPtrArray *risks = way_plan_peek_records (search->plan, &way_risk_type);
  GPtrArray *changes = way_plan_peek_records (search->plan, &way_change_request_type);
  GPtrArray *actions = way_plan_peek_records (search->plan, &way_action_type);

  for (guint i = 0; i < issues->len; i++)
    find_in_issue (search, issues->pdata[i]);
  for (guint i = 0; i < risks->len; i++)
    find_in_risk (search, risks->pdata[i]);
  for (guint i = 0; i < changes->len; i++)
    find_in_change (search, changes->pdata[i]);
  for (guint i = 0; i < actions->len; i++)
    find_in_action (search, actions->pdata[i]);
}
