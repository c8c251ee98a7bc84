/* way-change-steps.c: the steps of a change request, who decides about it, and what follows.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-i18n.h"

#include "document/way-change-requests.h"

#include "model/way-error.h"

/* ------------------------------------------------------------------ approval */

/**
 * way_change_request_approvals:
 *
 * Returns: (transfer none) (element-type WayApproval): who decides; valid until the next change
 */
GPtrArray *
way_change_request_approvals (WayChangeRequest *self)
{
  return way_plan_get_referrers (WAY_RECORD (self)->plan, WAY_RECORD (self)->id,
                                 way_record_type_lookup ("approval", "change"));
}

/**
 * way_change_request_verdict:
 *
 * All: one rejection rejects. Any: one approval approves. So many: approved once they have
 * approved, rejected once too few are left.
 *
 * Returns: what the approvals come to by the request's rule; waiting while nobody is asked
 */
WayVerdict
way_change_request_verdict (WayChangeRequest *self)
{
  GPtrArray *approvals = way_change_request_approvals (self);
  guint needed = approvals->len, yes = 0, no = 0;

  if (self->rule == WAY_APPROVAL_ANY)
    needed = 1;
  else if (self->rule == WAY_APPROVAL_QUORUM)
    needed = (guint) self->quorum;
  for (guint i = 0; i < approvals->len; i++)
    {
      const WayApproval *approval = approvals->pdata[i];

      yes += approval->decision == WAY_APPROVAL_GRANTED
             || approval->decision == WAY_APPROVAL_CONDITIONAL;
      no += approval->decision == WAY_APPROVAL_REFUSED;
    }
  if (approvals->len > 0 && yes >= needed)
    return WAY_VERDICT_APPROVED;
  return no > 0 && approvals->len - no < needed ? WAY_VERDICT_REJECTED : WAY_VERDICT_WAITING;
}

/**
 * way_change_request_describe_rule:
 *
 * Returns: (transfer full): when its approvals are enough, as a sentence
 */
char *
way_change_request_describe_rule (WayChangeRequest *self)
{
  guint n_asked = way_change_request_approvals (self)->len;

  if (self->rule == WAY_APPROVAL_ANY)
    return g_strdup (_("Approved when one approves."));
  if (self->rule == WAY_APPROVAL_ALL)
    return g_strdup (_("Approved when all approve."));
  if (self->quorum > n_asked)
    /* Translators: so many have to approve, of whom only so many are asked */
    return g_strdup_printf (_("Approved when %d approve, but no more than %u can."),
                            (int) self->quorum, n_asked);
  return g_strdup_printf (_("Approved when %d of %u approve."), (int) self->quorum, n_asked);
}

/* ------------------------------------------------------------------ the way from step to step */

/**
 * way_change_request_leads_to:
 *
 * Returns: whether a request can go from status @from to @to, whatever else that asks for
 */
gboolean
way_change_request_leads_to (gint64 from, gint64 to)
{
#define TO(status) (1u << WAY_CHANGE_##status)
  static const guint next[] = {
    [WAY_CHANGE_IDENTIFIED] = TO (ASSESSED) | TO (PROPOSED) | TO (REJECTED) | TO (SUPERSEDED),
    [WAY_CHANGE_ASSESSED] = TO (IDENTIFIED) | TO (PROPOSED) | TO (REJECTED) | TO (SUPERSEDED),
    [WAY_CHANGE_PROPOSED] = TO (ASSESSED) | TO (APPROVED) | TO (REJECTED) | TO (SUPERSEDED),
    [WAY_CHANGE_APPROVED] = TO (PROPOSED) | TO (REJECTED) | TO (SUPERSEDED) | TO (IMPLEMENTING)
                            | TO (IMPLEMENTED),
    [WAY_CHANGE_REJECTED] = TO (IDENTIFIED) | TO (SUPERSEDED) | TO (CLOSED),
    [WAY_CHANGE_SUPERSEDED] = TO (IDENTIFIED) | TO (CLOSED),
    [WAY_CHANGE_IMPLEMENTING] = TO (PROPOSED) | TO (APPROVED) | TO (IMPLEMENTED),
    [WAY_CHANGE_IMPLEMENTED] = TO (CLOSED),
    [WAY_CHANGE_CLOSED] = TO (IMPLEMENTED) | TO (REJECTED) | TO (SUPERSEDED),
  };
#undef TO

  return from == to
         || (from >= 0 && from < (gint64) G_N_ELEMENTS (next) && (next[from] & (1u << to)) != 0);
}

/* What a status asks for: the field that has to be filled in, and how it is asked. */
static const struct
{
  const char *field, *text;
} asked[] = {
  [WAY_CHANGE_ASSESSED] = { "why", N_("Say why it is needed.") },
  [WAY_CHANGE_PROPOSED] = { "recommendation", N_("Say what you recommend.") },
  [WAY_CHANGE_SUPERSEDED] = { "superseded_by", N_("Say which change takes its place.") },
  [WAY_CHANGE_CLOSED] = { "lessons", N_("Say what was learned.") },
};

/**
 * way_change_status_asks_for:
 *
 * Returns: (transfer none) (nullable): name of the field without which a request does not come to
 * @status; %NULL when it takes none
 */
const char *
way_change_status_asks_for (gint64 status)
{
  return status >= 0 && status < (gint64) G_N_ELEMENTS (asked) ? asked[status].field : NULL;
}

/* Nothing is learned from what was never made. */
static gboolean
lacks_text (WayChangeRequest *self)
{
  const char *name = way_change_status_asks_for (self->status);
  const WayField *field
      = name != NULL ? way_record_type_field (&way_change_request_type, name) : NULL;
  WayValue value;

  if (field == NULL
      || (self->status == WAY_CHANGE_CLOSED && self->implemented_on == WAY_NEVER))
    return FALSE;
  value = way_record_get (WAY_RECORD (self), field);
  return way_field_is_empty (field, &value);
}

static const char *
lacking_approval (WayChangeRequest *self)
{
  if (self->status != WAY_CHANGE_APPROVED
      || way_change_request_verdict (self) == WAY_VERDICT_APPROVED)
    return NULL;
  return way_change_request_approvals (self)->len == 0
             ? N_("Say who decides: add an approval.")
             : N_("Not all approvals that it takes are there.");
}

/**
 * way_change_request_check_way:
 * @error: what it says when no step leads from status @from to @to, which is another one
 */
gboolean
way_change_request_check_way (WayChangeRequest *self, gint64 from, gint64 to, GError **error)
{
  if (from != to && way_change_request_leads_to (from, to))
    return TRUE;
  g_set_error (error, WAY_ERROR, WAY_ERROR_INVALID, _("“%s” cannot go from “%s” to “%s”."),
               WAY_RECORD (self)->title, way_enum_label (&way_enum_change_status, from),
               way_enum_label (&way_enum_change_status, to));
  return FALSE;
}

/**
 * way_change_request_check:
 * @from: a status that it had
 * @to: the one that followed, by hand
 * @error: what the step asks for, when the request stands there now; %WAY_ERROR_INCOMPLETE when
 *   a text has to be filled in
 */
gboolean
way_change_request_check (WayChangeRequest *self, gint64 from, gint64 to, GError **error)
{
  gboolean there = to == self->status;
  gboolean back = to <= WAY_CHANGE_PROPOSED && from > to; /* what is taken back was said once */
  gboolean no_text = there && !back && lacks_text (self);
  const char *lacking = no_text ? asked[to].text : there ? lacking_approval (self) : NULL;

  if (from != to && !way_change_request_check_way (self, from, to, error))
    return FALSE;
  if (to == WAY_CHANGE_IMPLEMENTED && from != WAY_CHANGE_CLOSED && self->changes[0] != '\0')
    {
      g_set_error (error, WAY_ERROR, WAY_ERROR_INVALID,
                   _("What “%s” proposes is not in the plan yet. Open it and choose “Implement”."),
                   WAY_RECORD (self)->title);
      return FALSE;
    }
  if (lacking == NULL)
    return TRUE;
  g_set_error (error, WAY_ERROR, no_text ? WAY_ERROR_INCOMPLETE : WAY_ERROR_INVALID,
               _("“%s” is not yet “%s”: %s"), WAY_RECORD (self)->title,
               way_enum_label (&way_enum_change_status, to), _ (lacking));
  return FALSE;
}

/* ------------------------------------------------------------------ what follows from an edit */

static gboolean
is_typed (const WayChangeset *changeset, WayRecord *record, const char *field)
{
  for (guint i = 0; i < way_changeset_get_n_edits (changeset); i++)
    {
      const WayEdit *edit = way_changeset_get_edit (changeset, i);

      if (edit->id == record->id && edit->kind == WAY_EDIT_SET
          && g_str_equal (edit->field->name, field))
        return TRUE;
    }
  return FALSE;
}

/* The day on which something was done, or none; one that was typed in the same step stays. */
static void
note_day (WayDocument *document, WayRecord *record, const WayChangeset *changeset,
          const char *field, gboolean done)
{
  gboolean noted = way_record_get_int (record, field) != WAY_NEVER;

  if (done != noted && !is_typed (changeset, record, field))
    way_document_set_int (document, record, field,
                          done ? way_document_get_status_date (document) : WAY_NEVER);
}

/* The last approval that it takes, or the rejection that settles it, decides about a proposal. */
static void
settle_verdict (WayDocument *document, WayChangeRequest *self, const WayChangeset *changeset)
{
  WayVerdict verdict = way_change_request_verdict (self);

  if (self->status != WAY_CHANGE_PROPOSED || verdict == WAY_VERDICT_WAITING)
    return;
  way_document_set_int (document, WAY_RECORD (self), "status",
                        verdict == WAY_VERDICT_APPROVED ? WAY_CHANGE_APPROVED
                                                        : WAY_CHANGE_REJECTED);
  note_day (document, WAY_RECORD (self), changeset, "decided_on", TRUE);
}

/**
 * way_change_request_settle:
 * @changeset: the edits of the open scope
 * @field: (nullable): what was edited; %NULL: the request is new
 *
 * Adds what follows to the scope: the days on which it was asked for, decided and implemented, and
 * the decision when the rule of its approvals is another.
 */
void
way_change_request_settle (WayDocument *document, WayChangeRequest *self,
                           const WayChangeset *changeset, const char *field)
{
  WayRecord *record = WAY_RECORD (self);
  gboolean leads_on
      = self->status != WAY_CHANGE_SUPERSEDED && self->status != WAY_CHANGE_CLOSED;

  if (field == NULL)
    note_day (document, record, changeset, "raised_on", TRUE);
  else if (g_str_equal (field, "status") && leads_on)
    {
      note_day (document, record, changeset, "decided_on", self->status >= WAY_CHANGE_APPROVED);
      note_day (document, record, changeset, "implemented_on",
                self->status == WAY_CHANGE_IMPLEMENTED);
    }
  else if (g_str_equal (field, "rule") || g_str_equal (field, "quorum"))
    settle_verdict (document, self, changeset);
}

/**
 * way_approval_settle:
 * @changeset: the edits of the open scope
 * @field: (nullable): what was edited; %NULL: the approval is new
 *
 * Adds what follows to the scope: the day of the decision, and what it means for the request.
 */
void
way_approval_settle (WayDocument *document, WayApproval *self, const WayChangeset *changeset,
                     const char *field)
{
  WayRecord *record = WAY_RECORD (self);
  WayRecord *request = way_plan_lookup (record->plan, self->change);
  gboolean decided = self->decision != WAY_APPROVAL_WAITING;

  if (field != NULL ? !g_str_equal (field, "decision") : !decided)
    return;
  if (!is_typed (changeset, record, "decided_on")) /* another decision, another day */
    way_document_set_int (document, record, "decided_on",
                          decided ? way_document_get_status_date (document) : WAY_NEVER);
  if (request != NULL)
    settle_verdict (document, WAY_CHANGE_REQUEST (request), changeset);
}

/* ------------------------------------------------------------------ steps */

/**
 * way_change_request_step:
 * @status: where it goes
 * @error: what that asks for
 *
 * One undoable step, or part of the open one. Implementing is way_change_request_implement().
 */
gboolean
way_change_request_step (WayDocument *document, WayChangeRequest *self, gint64 status,
                         GError **error)
{
  g_autofree char *id = way_record_dup_human_id (WAY_RECORD (self));
  /* Translators: C-3 Approved */
  g_autofree char *label
      = g_strdup_printf (_("%s: %s"), id, way_enum_label (&way_enum_change_status, status));

  way_document_begin (document, label);
  way_document_set_int (document, WAY_RECORD (self), "status", status);
  return way_document_commit (document, error);
}

/**
 * way_approval_decide:
 * @decision: a WayApprovalDecision
 * @condition: what it depends on, or why not; may be empty
 *
 * Notes what one person says, with what follows from it: one undoable step.
 */
gboolean
way_approval_decide (WayDocument *document, WayApproval *self, gint64 decision,
                     const char *condition, GError **error)
{
  WayRecord *request = way_plan_lookup (WAY_RECORD (self)->plan, self->change);
  g_autofree char *id = way_record_dup_human_id (request);
  g_autofree char *label
      = g_strdup_printf (_("%s: %s"), id, way_enum_label (&way_enum_approval_decision, decision));

  way_document_begin (document, label);
  way_document_set_int (document, WAY_RECORD (self), "decision", decision);
  way_document_set_text (document, WAY_RECORD (self), "condition", condition);
  return way_document_commit (document, error);
}
