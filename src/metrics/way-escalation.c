/* way-escalation.c: the clocks of an issue, and to whom it goes when one runs out.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * On each level, team to executive, two clocks run in the plan's working time from when the issue
 * came there: one until somebody acknowledges it, one until it is resolved. How long each is, the
 * plan's options say for each priority; none is 0. */

#include "model/way-i18n.h"

#include "metrics/way-escalation.h"

#include "document/way-register-figures.h"

static gint64
allowed_for (WayProject *project, WayEscalationClock clock, gint64 priority)
{
  static const char *const fields[][4] = {
    [WAY_CLOCK_ACKNOWLEDGE] = { "acknowledge_low", "acknowledge_medium", "acknowledge_high",
                                "acknowledge_critical" },
    [WAY_CLOCK_RESOLVE] = { "resolve_low", "resolve_medium", "resolve_high", "resolve_critical" },
  };

  return way_record_get_int (WAY_RECORD (project), fields[clock][priority]);
}

static WayRecord *
person_on (WayPlan *plan, gint64 level)
{
  WayProject *project = way_plan_get_project (plan);
  gint64 id = level == WAY_ESCALATION_MANAGER    ? project->manager
              : level == WAY_ESCALATION_DIRECTOR ? project->director
                                                 : project->executive;

  return id != 0 ? way_plan_lookup (plan, id) : NULL;
}

/* Sets the clock when it runs out before the one that is there. */
static void
consider (WayDocument *document, WayIssue *issue, WayEscalationClock clock,
          WayEscalationState *state)
{
  WayProject *project = way_plan_get_project (way_document_get_plan (document));
  gint64 allowed = allowed_for (project, clock, issue->priority);
  WayMoment due;

  if (allowed == 0 || issue->level_since == WAY_NEVER)
    return;
  due = way_document_work_add (document, 0, issue->level_since, allowed);
  if (state->clock != WAY_CLOCK_NONE && state->due <= due)
    return;
  state->clock = clock;
  state->allowed = allowed;
  state->due = due;
  state->ran_out = due < way_document_get_as_of (document);
}

/**
 * way_issue_get_escalation:
 *
 * Returns: where the issue stands on its ladder; what is acknowledged on a level has to be
 * acknowledged again on the next
 */
WayEscalationState
way_issue_get_escalation (WayDocument *document, WayIssue *issue)
{
  WayEscalationState state = {
    .clock = WAY_CLOCK_NONE,
    .due = WAY_NEVER,
    .level = issue->level,
    .next = MIN (issue->level + 1, WAY_ESCALATION_EXECUTIVE),
  };

  if (!way_issue_is_open (issue))
    return state;
  if (state.next > state.level)
    state.person = person_on (way_document_get_plan (document), state.next);
  if (!way_issue_is_acknowledged (issue))
    consider (document, issue, WAY_CLOCK_ACKNOWLEDGE, &state);
  consider (document, issue, WAY_CLOCK_RESOLVE, &state);
  return state;
}

/**
 * way_escalation_is_due:
 *
 * Returns: whether the next level has to be asked
 */
gboolean
way_escalation_is_due (const WayEscalationState *state)
{
  return state->ran_out && state->next > state->level;
}

/**
 * way_escalation_format_reason:
 *
 * Returns: (transfer full) (nullable): why it has to go on: "Not acknowledged within 4 h of working
 * time"; %NULL when no clock has run out
 */
char *
way_escalation_format_reason (WayDocument *document, const WayEscalationState *state)
{
  WayUnitRates rates = way_plan_get_unit_rates (way_document_get_plan (document));
  g_autofree char *allowed = NULL;

  if (!state->ran_out)
    return NULL;
  allowed = way_duration_format (
      state->allowed, state->clock == WAY_CLOCK_ACKNOWLEDGE ? WAY_UNIT_HOURS : WAY_UNIT_DAYS, &rates);
  return state->clock == WAY_CLOCK_ACKNOWLEDGE
             /* Translators: %s is a duration, like: 4 h */
             ? g_strdup_printf (_("not acknowledged within %s of working time"), allowed)
             : g_strdup_printf (_("not resolved within %s of working time"), allowed);
}

/**
 * way_escalation_format:
 *
 * Returns: (transfer full): what is to be done, and by when: "Escalate to Manager (Mara): not
 * acknowledged within 4 h of working time", "To be resolved by …"; empty when nothing is
 */
char *
way_escalation_format (WayDocument *document, const WayEscalationState *state)
{
  g_autofree char *reason = way_escalation_format_reason (document, state);
  g_autofree char *due = NULL;
  const char *level = way_enum_label (&way_enum_escalation, state->next);

  if (state->clock == WAY_CLOCK_NONE)
    return g_strdup ("");
  if (reason != NULL && !way_escalation_is_due (state))
    /* Translators: of an issue that nobody is above of; %s says why it is late */
    return g_strdup_printf (_("With the executive: %s"), reason);
  if (reason != NULL)
    return state->person != NULL
               /* Translators: a level, a person, a reason */
               ? g_strdup_printf (_("Escalate to %s (%s): %s"), level, state->person->title, reason)
               : g_strdup_printf (_("Escalate to %s: %s"), level, reason);
  due = way_moment_format (state->due);
  return g_strdup_printf (state->clock == WAY_CLOCK_ACKNOWLEDGE ? _("To be acknowledged by %s")
                                                                : _("To be resolved by %s"),
                          due);
}
