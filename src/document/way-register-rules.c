/* way-register-rules.c: what the records of registers have to hold, and what follows from an edit
 * of them.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A status that is set puts its day beside it, and the other way round for an action’s progress;
 * a day that was typed stays. */

#include "model/way-i18n.h"

#include "document/way-register-rules.h"

#include "document/way-change-requests.h"
#include "document/way-register-figures.h"
#include "model/way-error.h"

static const WayField *
issue_field (const char *name)
{
  return way_record_type_field (&way_issue_type, name);
}

/* Sets a date that is not known yet. */
static void
note_time (WayDocument *document, WayRecord *record, const char *field, WayMoment moment)
{
  if (way_record_get_int (record, field) == WAY_NEVER)
    way_document_set_int (document, record, field, moment);
}

/* Whether the status was at least @status before, and is no more. */
static gboolean
fell_below (const WayEdit *edit, gint64 status, gint64 now)
{
  return edit->kind == WAY_EDIT_SET && edit->before.i >= status && now < status;
}

static void
settle_issue (WayDocument *document, WayIssue *issue, const WayEdit *edit, const char *field,
              WayMoment now)
{
  WayRecord *record = WAY_RECORD (issue);

  if (field == NULL)
    note_time (document, record, "found_on", now);
  if (field != NULL && !g_str_equal (field, "status"))
    return;
  if (issue->status >= WAY_ISSUE_RESOLVED)
    note_time (document, record, "resolved_on", now);
  else if (fell_below (edit, WAY_ISSUE_RESOLVED, issue->status))
    way_document_set_int (document, record, "resolved_on", WAY_NEVER);
  if (issue->status == WAY_ISSUE_CLOSED)
    note_time (document, record, "closed_on", now);
  else if (fell_below (edit, WAY_ISSUE_CLOSED, issue->status))
    way_document_set_int (document, record, "closed_on", WAY_NEVER);
}

static void
settle_risk (WayDocument *document, WayRisk *risk, const WayEdit *edit, const char *field,
             WayMoment today)
{
  WayRecord *record = WAY_RECORD (risk);

  if (field == NULL)
    note_time (document, record, "identified_on", today);
  if (field != NULL && !g_str_equal (field, "status"))
    return;
  if (risk->status == WAY_RISK_OCCURRED)
    note_time (document, record, "occurred_on", today);
  if (risk->status == WAY_RISK_CLOSED)
    note_time (document, record, "closed_on", today);
  else if (fell_below (edit, WAY_RISK_CLOSED, risk->status))
    way_document_set_int (document, record, "closed_on", WAY_NEVER);
}

/* What is open has nothing done, what is done all; in between it is in progress. */
static void
settle_action (WayDocument *document, WayAction *action, const char *field, WayMoment today)
{
  WayRecord *record = WAY_RECORD (action);
  gboolean by_progress = g_strcmp0 (field, "complete") == 0;

  if (g_strcmp0 (field, "done_on") == 0 && action->done_on != WAY_NEVER
      && way_action_is_open (action))
    way_document_set_int (document, record, "state", WAY_ACTION_DONE);
  else if (!by_progress && g_strcmp0 (field, "state") != 0)
    return;
  if (by_progress && action->state != WAY_ACTION_DROPPED)
    {
      if (action->complete == 100)
        way_document_set_int (document, record, "state", WAY_ACTION_DONE);
      else if (action->complete > 0 || action->state == WAY_ACTION_DONE)
        way_document_set_int (document, record, "state", WAY_ACTION_IN_PROGRESS);
    }
  if (action->state == WAY_ACTION_DONE)
    way_document_set_int (document, record, "complete", 100);
  else if (action->state == WAY_ACTION_OPEN
           || (action->state == WAY_ACTION_IN_PROGRESS && action->complete == 100))
    way_document_set_int (document, record, "complete", 0);
  if (action->state == WAY_ACTION_DONE)
    note_time (document, record, "done_on", today);
  else if (way_action_is_open (action) && action->done_on != WAY_NEVER)
    way_document_set_int (document, record, "done_on", WAY_NEVER);
}

/* A tick that the user makes is of today; what is read from a file brings its day, or has none. */
static void
settle_checklist_item (WayDocument *document, WayChecklistItem *item, const char *field,
                       WayMoment today)
{
  WayRecord *record = WAY_RECORD (item);

  if (g_strcmp0 (field, "done") != 0)
    return;
  if (item->done)
    note_time (document, record, "done_on", today);
  else if (item->done_on != WAY_NEVER)
    way_document_set_int (document, record, "done_on", WAY_NEVER);
}

/**
 * way_register_settle:
 * @changeset: the edits of the open scope
 *
 * Adds what follows from the edits of issues, risks, actions, changes, approvals and lines of
 * checklists to the scope.
 */
void
way_register_settle (WayDocument *document, const WayChangeset *changeset)
{
  WayPlan *plan = way_document_get_plan (document);
  guint n_edits = way_changeset_get_n_edits (changeset);
  WayMoment now = way_document_get_as_of (document), today = way_moment_day (now);

  for (guint i = 0; i < n_edits; i++)
    {
      /* A copy: what follows adds edits, and the list may move. */
      const WayEdit edit = *way_changeset_get_edit (changeset, i);
      WayRecord *record = edit.kind != WAY_EDIT_DELETE ? way_plan_lookup (plan, edit.id) : NULL;
      const char *field = edit.kind == WAY_EDIT_SET ? edit.field->name : NULL;

      if (record == NULL)
        continue;
      if (WAY_IS_ISSUE (record))
        settle_issue (document, WAY_ISSUE (record), &edit, field, now);
      else if (WAY_IS_RISK (record))
        settle_risk (document, WAY_RISK (record), &edit, field, today);
      else if (WAY_IS_ACTION (record))
        settle_action (document, WAY_ACTION (record), field, today);
      else if (WAY_IS_CHANGE_REQUEST (record))
        way_change_request_settle (document, WAY_CHANGE_REQUEST (record), changeset, field);
      else if (WAY_IS_APPROVAL (record))
        way_approval_settle (document, WAY_APPROVAL (record), changeset, field);
      else if (WAY_IS_CHECKLIST_ITEM (record) && changeset->origin == WAY_ORIGIN_EDIT)
        settle_checklist_item (document, WAY_CHECKLIST_ITEM (record), field, today);
    }
}

/**
 * way_issue_get_missing:
 *
 * Returns: (transfer none) (nullable): the first field that has to be filled in before the issue
 * may have the status that it has; %NULL when all is well
 */
const WayField *
way_issue_get_missing (WayIssue *issue)
{
  if (issue->status >= WAY_ISSUE_RESOLVED && issue->root_cause[0] == '\0')
    return issue_field ("root_cause");
  if (issue->status >= WAY_ISSUE_RESOLVED && issue->resolution[0] == '\0')
    return issue_field ("resolution");
  if (issue->status == WAY_ISSUE_CLOSED && issue->prevention[0] == '\0'
      && issue->no_prevention[0] == '\0')
    return issue_field ("prevention");
  return NULL;
}

static gboolean
check_issue (WayIssue *issue, GError **error)
{
  const WayField *missing = way_issue_get_missing (issue);

  if (missing == NULL)
    return TRUE;
  if (missing == issue_field ("prevention"))
    g_set_error (error, WAY_ERROR, WAY_ERROR_INCOMPLETE,
                 _("“%s” cannot be closed yet. Say how it is prevented from coming again, or why "
                   "there is nothing to prevent."),
                 WAY_RECORD (issue)->title);
  else
    g_set_error (error, WAY_ERROR, WAY_ERROR_INCOMPLETE,
                 _("“%s” is not resolved yet. Say what its root cause was and how it was resolved."),
                 WAY_RECORD (issue)->title);
  return FALSE;
}

/**
 * way_register_check:
 * @record: of any type
 * @error: %WAY_ERROR_INCOMPLETE, saying what is asked for
 */
gboolean
way_register_check (WayRecord *record, GError **error)
{
  if (WAY_IS_ISSUE (record))
    return check_issue (WAY_ISSUE (record), error);
  if (WAY_IS_RELATION (record)
      && WAY_RELATION (record)->subject == WAY_RELATION (record)->other)
    {
      g_set_error (error, WAY_ERROR, WAY_ERROR_INVALID, _("A record cannot be related to itself."));
      return FALSE;
    }
  return TRUE;
}

/**
 * way_issue_acknowledge:
 * @person: (nullable): who has taken note
 *
 * Stops the clock of acknowledgement on the level where the issue is, inside the open scope.
 */
void
way_issue_acknowledge (WayDocument *document, WayIssue *issue, WayRecord *person)
{
  way_document_set_int (document, WAY_RECORD (issue), "acknowledged_on",
                        way_document_get_as_of (document));
  way_document_set_int (document, WAY_RECORD (issue), "acknowledged_by",
                        person != NULL ? person->id : 0);
}

/**
 * way_issue_escalate:
 * @person: (nullable): who is asked
 * @author: who escalates
 *
 * Takes the issue to the next level and logs the step, inside the open scope.
 *
 * Returns: (transfer none): the step
 */
WayEscalation *
way_issue_escalate (WayDocument *document, WayIssue *issue, WayRecord *person, const char *reason,
                    const char *author)
{
  WayRecord *step = way_document_create_record (document, &way_escalation_type);

  way_document_set_int (document, step, "issue", WAY_RECORD (issue)->id);
  way_document_set_int (document, step, "from_level", issue->level);
  way_document_set_int (document, step, "to_level",
                        MIN (issue->level + 1, WAY_ESCALATION_EXECUTIVE));
  way_document_set_int (document, step, "time", way_document_get_as_of (document));
  way_document_set_int (document, step, "person", person != NULL ? person->id : 0);
  way_document_set_text (document, step, "reason", reason);
  way_document_set_text (document, step, "author", author);
  return WAY_ESCALATION (step);
}
