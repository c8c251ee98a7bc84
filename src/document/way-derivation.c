/* way-derivation.c: making a record from another in one step: an issue from a risk that occurred.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The new record names the old one as where it comes from, or is related to it; either of the two
 * shows the other. */

#include "model/way-i18n.h"

#include "document/way-derivation.h"

#include "document/way-contingency.h"
#include "document/way-milestone-parts.h"
#include "model/way-error.h"

#include <string.h>

/* NULL-terminated names of the types that each can be made from. */
static const struct
{
  const char *label;
  const char *from[8];
} derivations[WAY_N_DERIVATIONS] = {
  [WAY_DERIVE_ISSUE] = { N_ ("Make an _issue from it"),
                         { "risk", "milestone", "task", "check_in", "review", NULL } },
  [WAY_DERIVE_RISK] = { N_ ("Make a _risk from it"), { "issue", "milestone", "task", NULL } },
  [WAY_DERIVE_ACTION]
  = { N_ ("Make an _action from it"),
      { "risk", "issue", "milestone", "task", "decision", "check_in", "lesson", NULL } },
  [WAY_DERIVE_PREVENTION] = { N_ ("Make its _prevention an action"), { "issue", NULL } },
  [WAY_DERIVE_CHECKLIST_LINE] = { N_ ("Make a line of a _checklist from it"), { "lesson", NULL } },
  [WAY_DERIVE_CONTINGENCY] = { N_ ("Start its _contingency plan…"), { "risk", NULL } },
  [WAY_DERIVE_FOLLOW_UPS] = { N_ ("Make its _follow-ups actions"), { "review", NULL } },
};

/**
 * way_derivation_fits:
 *
 * Returns: whether it can be made from a record of type @from
 */
gboolean
way_derivation_fits (WayDerivation derivation, const WayRecordType *from)
{
  return g_strv_contains (derivations[derivation].from, from->name);
}

/**
 * way_derivation_label:
 *
 * Returns: (transfer none): with mnemonic, for menus; untranslated
 */
const char *
way_derivation_label (WayDerivation derivation)
{
  return derivations[derivation].label;
}

/* What both types have under the same name goes over. */
static void
copy_fields (WayDocument *document, WayRecord *from, WayRecord *to)
{
  static const char *const names[]
      = { "milestone", "initiative", "task", "owner", "description", "category" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      const WayField *old = way_record_type_field (way_record_get_record_type (from), names[i]);
      const WayField *fresh = way_record_type_field (way_record_get_record_type (to), names[i]);
      WayValue value;

      if (old == NULL || fresh == NULL || old->type != fresh->type || old->choices != fresh->choices)
        continue;
      value = way_record_get (from, old);
      way_document_set (document, to, fresh, &value);
    }
  if (WAY_IS_MILESTONE (from) || WAY_IS_TASK (from))
    way_document_set_int (document, to, WAY_IS_TASK (from) ? "task" : "milestone", from->id);
}

static WayRecord *
make (WayDocument *document, WayRecord *from, const WayRecordType *type, const char *title)
{
  WayRecord *record = way_document_create_record (document, type);

  way_document_set_text (document, record, "title", title);
  copy_fields (document, from, record);
  way_document_set_int (document, record, "source", from->id);
  return record;
}

/* The first line of @text, or the title of the record. */
static char *
first_line (WayRecord *from, const char *text)
{
  g_autofree char *line = g_strstrip (g_strndup (text, strcspn (text, "\n")));

  return line[0] != '\0' ? g_steal_pointer (&line) : way_record_dup_label (from);
}

static WayRecord *
make_issue (WayDocument *document, WayRecord *from)
{
  g_autofree char *title = way_record_dup_label (from);
  WayRecord *issue = make (document, from, &way_issue_type, title);

  if (WAY_IS_RISK (from))
    {
      WayLevel band = way_risk_band (way_risk_score_current (WAY_RISK (from)));

      way_document_set_int (document, issue, "priority", band);
      way_document_set_int (document, from, "status", WAY_RISK_OCCURRED);
    }
  return issue;
}

/**
 * way_derive_action:
 * @kind: WayActionKind
 * @text: its first line is the title
 *
 * Makes an action that comes from @from, inside the open scope.
 *
 * Returns: (transfer none)
 */
WayRecord *
way_derive_action (WayDocument *document, WayRecord *from, gint64 kind, const char *text)
{
  g_autofree char *title = first_line (from, text);
  WayRecord *action = make (document, from, &way_action_type, title);

  way_document_set_int (document, action, "kind", kind);
  return action;
}

static WayRecord *
make_action_of_its_kind (WayDocument *document, WayRecord *from)
{
  if (WAY_IS_RISK (from))
    return way_derive_action (document, from, WAY_ACTION_MITIGATION, WAY_RISK (from)->mitigation);
  if (WAY_IS_MILESTONE (from) || WAY_IS_TASK (from))
    return way_derive_action (document, from, WAY_ACTION_RECOVERY, "");
  if (WAY_IS_LESSON (from))
    return way_derive_action (document, from, WAY_ACTION_ADJUSTMENT,
                              WAY_LESSON (from)->recommendation);
  return way_derive_action (document, from,
                            WAY_IS_ISSUE (from) ? WAY_ACTION_RESPONSE : WAY_ACTION_FOLLOW_UP, "");
}

/* In the definition of done of the milestone that the lesson was learnt at. */
static WayRecord *
make_checklist_line (WayDocument *document, WayRecord *from, GError **error)
{
  WayLesson *lesson = WAY_LESSON (from);
  WayRecord *milestone = way_plan_lookup (from->plan, lesson->milestone);
  g_autofree char *title = first_line (from, lesson->recommendation);
  WayRecord *line, *relation;

  if (milestone == NULL)
    {
      g_set_error (error, WAY_ERROR, WAY_ERROR_INVALID,
                   _("“%s” belongs to no milestone yet. Choose the one whose checklist gets the line."),
                   from->title);
      return NULL;
    }
  line = way_milestone_add_part (document, WAY_MILESTONE (milestone), &way_checklist_item_type);
  way_document_set_text (document, line, "title", title);
  way_document_set_int (document, line, "list", WAY_CHECKLIST_DEFINITION_OF_DONE);
  relation = way_document_create_record (document, &way_relation_type);
  way_document_set_int (document, relation, "subject", from->id);
  way_document_set_int (document, relation, "other", line->id);
  return line;
}

static void
make_from_lines (WayDocument *document, WayRecord *from, const char *text, gint64 kind,
                 GPtrArray *made)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (char **line = lines; *line != NULL; line++)
    if (g_strstrip (*line)[0] != '\0')
      g_ptr_array_add (made, way_derive_action (document, from, kind, *line));
}

/* As it is started without a question: all of it as actions. */
static GPtrArray *
make_contingency (WayDocument *document, WayRisk *risk, GError **error)
{
  g_autoptr (GPtrArray) steps = way_contingency_get_steps (risk);
  WayContingencyRows none = { 0, FALSE };

  return way_contingency_start (document, risk, steps, &none, error);
}

/**
 * way_record_derive:
 * @error: nothing was made, and why
 *
 * Makes what @derivation says from @from, inside the open scope.
 *
 * Returns: (transfer full) (nullable) (element-type WayRecord): what was made
 */
GPtrArray *
way_record_derive (WayDocument *document, WayRecord *from, WayDerivation derivation, GError **error)
{
  g_autoptr (GPtrArray) made = g_ptr_array_new ();
  WayRecord *one = NULL;
  g_autofree char *title = way_record_dup_label (from);

  g_return_val_if_fail (way_derivation_fits (derivation, way_record_get_record_type (from)), NULL);
  if (derivation == WAY_DERIVE_ISSUE)
    one = make_issue (document, from);
  else if (derivation == WAY_DERIVE_RISK)
    one = make (document, from, &way_risk_type, title);
  else if (derivation == WAY_DERIVE_ACTION)
    one = make_action_of_its_kind (document, from);
  else if (derivation == WAY_DERIVE_PREVENTION)
    one = way_derive_action (document, from, WAY_ACTION_PREVENTION, WAY_ISSUE (from)->prevention);
  else if (derivation == WAY_DERIVE_FOLLOW_UPS)
    make_from_lines (document, from, WAY_REVIEW (from)->actions, WAY_ACTION_FOLLOW_UP, made);
  else if (derivation == WAY_DERIVE_CONTINGENCY)
    return make_contingency (document, WAY_RISK (from), error);
  else
    {
      one = make_checklist_line (document, from, error);
      if (one == NULL)
        return NULL;
    }
  if (one != NULL)
    g_ptr_array_add (made, one);
  if (made->len > 0)
    return g_steal_pointer (&made);
  g_set_error (error, WAY_ERROR, WAY_ERROR_INVALID, _("“%s” names no follow-up actions yet."),
               title);
  return NULL;
}
