/* way-change-requests.c: what happens to a change request: kept edits, approval, implementation.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-i18n.h"

#include "document/way-change-requests.h"

#include "document/way-merge.h"
#include "document/way-sandbox.h"
#include "document/way-task-edits.h"
#include "model/way-error.h"
#include "store/way-changeset-json.h"

#define LAST_SLOT 10 /* of baselines */

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
    [WAY_CHANGE_IMPLEMENTING] = TO (APPROVED) | TO (IMPLEMENTED),
    [WAY_CHANGE_IMPLEMENTED] = TO (CLOSED),
    [WAY_CHANGE_CLOSED] = TO (IMPLEMENTED) | TO (REJECTED) | TO (SUPERSEDED),
  };
#undef TO

  return from == to
         || (from >= 0 && from < (gint64) G_N_ELEMENTS (next) && (next[from] & (1u << to)) != 0);
}

static const char *
missing (WayChangeRequest *self)
{
  switch (self->status)
    {
    case WAY_CHANGE_ASSESSED:
      return self->why[0] == '\0' ? N_("Say why it is needed.") : NULL;
    case WAY_CHANGE_PROPOSED:
      return self->recommendation[0] == '\0' ? N_("Say what you recommend.") : NULL;
    case WAY_CHANGE_APPROVED:
      if (way_change_request_approvals (self)->len == 0)
        return N_("Say who decides: add an approval.");
      return way_change_request_verdict (self) != WAY_VERDICT_APPROVED
                 ? N_("Not all approvals that it takes are there.") : NULL;
    case WAY_CHANGE_SUPERSEDED:
      return self->superseded_by == 0 ? N_("Say which change takes its place.") : NULL;
    case WAY_CHANGE_CLOSED:
      return self->implemented_on != WAY_NEVER && self->lessons[0] == '\0'
                 ? N_("Say what was learned.") : NULL;
    default:
      return NULL;
    }
}

/**
 * way_change_request_check:
 * @from: a status that it had
 * @to: the one that followed
 * @error: what the step asks for, when the request stands there now
 */
gboolean
way_change_request_check (WayChangeRequest *self, gint64 from, gint64 to, GError **error)
{
  const char *lacking = to == self->status ? missing (self) : NULL;

  if (!way_change_request_leads_to (from, to))
    {
      g_set_error (error, WAY_ERROR, WAY_ERROR_INVALID,
                   _("“%s” cannot go from “%s” to “%s”."), WAY_RECORD (self)->title,
                   way_enum_label (&way_enum_change_status, from),
                   way_enum_label (&way_enum_change_status, to));
      return FALSE;
    }
  if (lacking == NULL)
    return TRUE;
  g_set_error (error, WAY_ERROR, WAY_ERROR_INVALID, _("“%s” is not yet “%s”: %s"),
               WAY_RECORD (self)->title, way_enum_label (&way_enum_change_status, to),
               _ (lacking));
  return FALSE;
}

static void
set_status (WayDocument *document, WayChangeRequest *self, gint64 status)
{
  WayRecord *record = WAY_RECORD (self);

  way_document_set_int (document, record, "status", status);
  if (status == WAY_CHANGE_APPROVED || status == WAY_CHANGE_REJECTED)
    way_document_set_int (document, record, "decided_on", way_moment_today ());
  if (status == WAY_CHANGE_IMPLEMENTED)
    way_document_set_int (document, record, "implemented_on", way_moment_today ());
}

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
  set_status (document, self, status);
  return way_document_commit (document, error);
}

/**
 * way_approval_decide:
 * @decision: a WayApprovalDecision
 * @condition: what it depends on, or why not; may be empty
 *
 * Notes what one person says; when that settles it, a request that is proposed becomes approved or
 * rejected in the same step.
 */
gboolean
way_approval_decide (WayDocument *document, WayApproval *self, gint64 decision,
                     const char *condition, GError **error)
{
  WayRecord *record = way_plan_lookup (WAY_RECORD (self)->plan, self->change);
  WayChangeRequest *request = WAY_CHANGE_REQUEST (record);
  g_autofree char *id = way_record_dup_human_id (record);
  g_autofree char *label
      = g_strdup_printf (_("%s: %s"), id, way_enum_label (&way_enum_approval_decision, decision));
  WayVerdict verdict;

  way_document_begin (document, label);
  way_document_set_int (document, WAY_RECORD (self), "decision", decision);
  way_document_set_text (document, WAY_RECORD (self), "condition", condition);
  way_document_set_int (document, WAY_RECORD (self), "decided_on",
                        decision != WAY_APPROVAL_WAITING ? way_moment_today () : WAY_NEVER);
  verdict = way_change_request_verdict (request);
  if (request->status == WAY_CHANGE_PROPOSED && verdict != WAY_VERDICT_WAITING)
    set_status (document, request,
                verdict == WAY_VERDICT_APPROVED ? WAY_CHANGE_APPROVED : WAY_CHANGE_REJECTED);
  return way_document_commit (document, error);
}

/* ------------------------------------------------------------------ the proposed edits */

static char *
label_of (WayChangeRequest *self)
{
  g_autofree char *id = way_record_dup_human_id (WAY_RECORD (self));

  return g_strdup_printf (_("Implement %s “%s”"), id, WAY_RECORD (self)->title);
}

/**
 * way_change_request_read:
 *
 * Returns: (transfer full) (nullable): the proposed edits; empty when there are none
 */
WayChangeset *
way_change_request_read (WayChangeRequest *self, GError **error)
{
  g_autofree char *label = label_of (self);

  if (self->changes[0] == '\0')
    return way_changeset_new (label, WAY_ORIGIN_CHANGE_REQUEST);
  return way_changeset_from_json (self->changes, label, error);
}

/**
 * way_change_request_keep:
 * @sandbox: a copy of @document in which the change is made
 *
 * Keeps the sandbox's edits as those of the request, inside the open scope.
 */
void
way_change_request_keep (WayDocument *document, WayChangeRequest *self, WayDocument *sandbox)
{
  g_autoptr (WayChangeset) changeset = way_sandbox_get_changeset (sandbox, "");
  g_autofree char *json = way_changeset_get_n_edits (changeset) > 0
                              ? way_changeset_to_json (changeset) : g_strdup ("");

  way_document_set_text (document, WAY_RECORD (self), "changes", json);
  way_document_set_int (document, WAY_RECORD (self), "changes_seq",
                        way_sandbox_get_origin (sandbox));
}

/**
 * way_change_request_is_stale:
 *
 * Returns: whether the plan has changed since the kept impact was computed, in what could change it
 */
gboolean
way_change_request_is_stale (WayDocument *document, WayChangeRequest *self)
{
  static const char *const types[]
      = { "project", "calendar", "exception", "resource", "task", "link", "assignment",
          "milestone", "checklist_item", "feature", NULL };

  return self->impact[0] != '\0' && way_change_request_is_open (self)
         && way_document_changed_since (document, self->impact_seq, types);
}

/**
 * way_change_request_try:
 * @clashes: (out) (transfer full) (element-type WayClash): what no longer fits and was left out
 * @error: why the whole cannot be: the edits do not go together with what the plan is now
 *
 * Returns: (transfer full) (nullable): a copy of the plan in which the change is made
 */
WayDocument *
way_change_request_try (WayDocument *document, WayChangeRequest *self, GPtrArray **clashes,
                        GError **error)
{
  g_autoptr (WayChangeset) changeset = way_change_request_read (self, error);
  g_autoptr (WayDocument) sandbox = NULL;

  *clashes = NULL;
  if (changeset == NULL)
    return NULL;
  sandbox = way_document_new_sandbox (document);
  way_document_begin_with_origin (sandbox, changeset->label, WAY_ORIGIN_CHANGE_REQUEST);
  *clashes = way_document_merge (sandbox, changeset);
  return way_document_commit (sandbox, error) ? g_steal_pointer (&sandbox) : NULL;
}

/* The first baseline that is free, else the last. */
static int
free_slot (WayDocument *document)
{
  int slot = 0;

  while (slot < LAST_SLOT && way_baseline_get (document, slot) != NULL)
    slot++;
  return slot;
}

/* The dates that a baseline keeps are those after the change: so it is taken in the copy. */
static gboolean
take_baseline (WayDocument *sandbox, WayChangeRequest *self, GError **error)
{
  g_autofree char *id = way_record_dup_human_id (WAY_RECORD (self));
  /* Translators: name of a baseline; C-3 Move the release */
  g_autofree char *title = g_strdup_printf (_("After %s %s"), id, WAY_RECORD (self)->title);

  return !self->baseline || way_baseline_save (sandbox, free_slot (sandbox), title, error);
}

/**
 * way_change_request_implement:
 * @error: %WAY_ERROR_CONFLICT when edits no longer fit; nothing has changed then
 *
 * Makes the proposed edits in the plan, takes the baseline that is wanted, and notes that the
 * request is implemented: one undoable step.
 */
gboolean
way_change_request_implement (WayDocument *document, WayChangeRequest *self, GError **error)
{
  g_autoptr (GPtrArray) clashes = NULL, none = NULL;
  g_autoptr (WayDocument) sandbox = way_change_request_try (document, self, &clashes, error);
  g_autoptr (WayChangeset) whole = NULL;
  g_autofree char *label = label_of (self);

  if (sandbox == NULL
      || !way_change_request_check (self, self->status, WAY_CHANGE_IMPLEMENTED, error))
    return FALSE;
  if (clashes->len > 0)
    {
      g_set_error (error, WAY_ERROR, WAY_ERROR_CONFLICT,
                   _("“%s” was not implemented, because the plan has moved on. %s Rework the proposal."),
                   WAY_RECORD (self)->title, ((WayClash *) clashes->pdata[0])->text);
      return FALSE;
    }
  if (!take_baseline (sandbox, self, error))
    return FALSE;
  whole = way_sandbox_get_changeset (sandbox, label);
  way_document_begin_with_origin (document, label, WAY_ORIGIN_CHANGE_REQUEST);
  none = way_document_merge (document, whole);
  set_status (document, self, WAY_CHANGE_IMPLEMENTED);
  return way_document_commit (document, error);
}
