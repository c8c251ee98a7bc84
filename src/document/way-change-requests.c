/* way-change-requests.c: the proposed edits of a change request: kept, tried, implemented.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-i18n.h"

#include "document/way-change-requests.h"

#include "document/way-merge.h"
#include "document/way-sandbox.h"
#include "document/way-task-edits.h"
#include "model/way-error.h"
#include "store/way-changeset-json.h"

#define LAST_SLOT 10 /* of baselines */

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

/* What was decided was decided about other edits. */
static gboolean
ask_again (WayDocument *document, WayChangeRequest *self)
{
  g_autoptr (GPtrArray) approvals
      = g_ptr_array_copy (way_change_request_approvals (self), NULL, NULL);
  gboolean decided = FALSE;

  for (guint i = 0; i < approvals->len; i++)
    {
      WayApproval *approval = approvals->pdata[i];

      if (approval->decision == WAY_APPROVAL_WAITING)
        continue;
      decided = TRUE;
      way_document_set_int (document, WAY_RECORD (approval), "decision", WAY_APPROVAL_WAITING);
      way_document_set_text (document, WAY_RECORD (approval), "condition", "");
    }
  if (self->status == WAY_CHANGE_APPROVED || self->status == WAY_CHANGE_IMPLEMENTING)
    way_document_set_int (document, WAY_RECORD (self), "status", WAY_CHANGE_PROPOSED);
  return decided;
}

/**
 * way_change_request_keep:
 * @sandbox: a copy of @document in which the change is made
 *
 * Keeps the sandbox's edits as those of the request, inside the open scope. Other edits than it had
 * have to be approved anew.
 *
 * Returns: whether somebody had decided and is asked again
 */
gboolean
way_change_request_keep (WayDocument *document, WayChangeRequest *self, WayDocument *sandbox)
{
  g_autoptr (WayChangeset) changeset = way_sandbox_get_changeset (sandbox, "");
  g_autofree char *json = way_changeset_get_n_edits (changeset) > 0
                              ? way_changeset_to_json (changeset) : g_strdup ("");
  gboolean others = !g_str_equal (json, self->changes);

  way_document_set_text (document, WAY_RECORD (self), "changes", json);
  way_document_set_int (document, WAY_RECORD (self), "changes_seq",
                        way_sandbox_get_origin (sandbox));
  return others && ask_again (document, self);
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
          "milestone", "checklist_item", "feature", "dependency", "initiative", NULL };

  return self->impact[0] != '\0' && way_change_request_is_open (self)
         && way_document_changed_since (document, self->impact_seq, types);
}

/**
 * way_change_request_make:
 * @sandbox: a copy of the plan
 * @self: the request, in the plan or in the copy
 * @clashes: (out) (transfer full) (element-type WayClash): what no longer fits and was left out
 * @error: why the whole cannot be: the edits do not go together with what the plan is now
 *
 * Makes the proposed edits in the copy.
 */
gboolean
way_change_request_make (WayDocument *sandbox, WayChangeRequest *self, GPtrArray **clashes,
                         GError **error)
{
  g_autoptr (WayChangeset) changeset = way_change_request_read (self, error);

  *clashes = NULL;
  if (changeset == NULL)
    return FALSE;
  way_document_begin_with_origin (sandbox, changeset->label, WAY_ORIGIN_CHANGE_REQUEST);
  *clashes = way_document_merge (sandbox, changeset);
  return way_document_commit (sandbox, error);
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
 * way_change_request_refuse:
 * @clashes: (element-type WayClash): what no longer fits, at least one
 * @error: set to %WAY_ERROR_CONFLICT, with the first of them
 */
void
way_change_request_refuse (WayChangeRequest *self, GPtrArray *clashes, GError **error)
{
  g_set_error (error, WAY_ERROR, WAY_ERROR_CONFLICT,
               _("“%s” was not implemented, because the plan has moved on. %s Rework the proposal."),
               WAY_RECORD (self)->title, ((WayClash *) clashes->pdata[0])->text);
}

/**
 * way_change_request_complete:
 * @sandbox: a copy of the plan in which way_change_request_make() has made all edits
 * @self: the request, in the plan or in the copy
 *
 * Takes the baseline that is wanted, in the copy.
 *
 * Returns: (transfer full) (nullable): all that implementing the request does to the plan, for
 * way_change_request_implement()
 */
WayChangeset *
way_change_request_complete (WayDocument *sandbox, WayChangeRequest *self, GError **error)
{
  g_autofree char *label = label_of (self);

  return take_baseline (sandbox, self, error) ? way_sandbox_get_changeset (sandbox, label) : NULL;
}

/**
 * way_change_request_implement:
 * @whole: from way_change_request_complete()
 * @error: %WAY_ERROR_CONFLICT when edits no longer fit; nothing has changed then
 *
 * Makes the proposed edits in the plan and notes that the request is implemented: one undoable
 * step, or part of the open one.
 */
gboolean
way_change_request_implement (WayDocument *document, WayChangeRequest *self, WayChangeset *whole,
                              GError **error)
{
  g_autoptr (GPtrArray) clashes = NULL;

  /* What another program has done by now is known inside the scope. */
  way_document_begin_with_origin (document, whole->label, WAY_ORIGIN_CHANGE_REQUEST);
  if (!way_change_request_check_way (self, self->status, WAY_CHANGE_IMPLEMENTED, error))
    {
      way_document_rollback (document);
      return FALSE;
    }
  clashes = way_document_merge (document, whole);
  if (clashes->len > 0) /* another program has just changed the plan */
    {
      way_document_rollback (document);
      way_change_request_refuse (self, clashes, error);
      return FALSE;
    }
  way_document_set_int (document, WAY_RECORD (self), "status", WAY_CHANGE_IMPLEMENTED);
  return way_document_commit (document, error);
}
