/* way-draft.h: WayDraft, the values of a record while they are being edited in a dialog.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * No widget, no GTK: a form shows it, tests drive it. Text that is not understood stays in the
 * draft beside its message, so that nothing typed is lost and way_draft_validate() names it. */

#pragma once

#include "document/way-document.h"

G_BEGIN_DECLS

typedef struct _WayDraft WayDraft;

typedef struct
{
  const WayField *field;
  char *message;
} WayDraftProblem;

typedef struct
{
  const WayField *field;
  const WayValue *before, *after; /* borrowed from the draft */
} WayDraftEdit;

/* @record: (nullable): NULL makes a draft of a new record, with every field's default. */
WayDraft *way_draft_new  (WayPlan *plan, const WayRecordType *type, WayRecord *record);
WayDraft *way_draft_ref  (WayDraft *self);
void      way_draft_free (WayDraft *self);

const WayRecordType *way_draft_get_record_type (const WayDraft *self);
WayRecord      *way_draft_get_record  (const WayDraft *self);
WayPlan        *way_draft_get_plan    (const WayDraft *self);

const WayValue *way_draft_get         (const WayDraft *self, const WayField *field);
gint64          way_draft_get_int     (const WayDraft *self, const char *field);
void            way_draft_set         (WayDraft *self, const WayField *field, const WayValue *value);
void            way_draft_set_int     (WayDraft *self, const char *field, gint64 value);
void            way_draft_set_text    (WayDraft *self, const char *field, const char *value);

/* What a person typed: dates, durations with their unit, amounts, numbers, text. On failure the
 * value stays, the text is kept and the draft has a problem. */
gboolean        way_draft_set_typed   (WayDraft *self, const WayField *field, const char *text, GError **error);
char           *way_draft_format      (const WayDraft *self, const WayField *field);

/* (element-type WayDraftProblem) (transfer full): empty when all is well. */
GPtrArray      *way_draft_validate    (WayDraft *self);
const char     *way_draft_get_problem (const WayDraft *self, const WayField *field);
void            way_draft_set_problem (WayDraft *self, const WayField *field, const char *message);

/* (element-type WayDraftEdit) (transfer full): the fields whose value changed. */
GArray         *way_draft_diff        (const WayDraft *self);
gboolean        way_draft_is_changed  (const WayDraft *self);

/* Adds the edits to the open scope, or makes an undoable step called "Edit “X”" or "Add “X”".
 * @record: (out) (optional) (transfer none): the record edited or made. */
gboolean        way_draft_apply       (WayDraft *self, WayDocument *document, WayRecord **record, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WayDraft, way_draft_free)

G_END_DECLS
