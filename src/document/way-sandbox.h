/* way-sandbox.h: a copy of a plan in memory, to try changes on, and what was changed there.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A sandbox is a document like any other: edits, undo and the schedule work as usual, and nothing
 * of it reaches the plan. What came of it is one changeset, which way_document_merge() makes in
 * the plan, now or months later. */

#pragma once

#include "document/way-document.h"

G_BEGIN_DECLS

WayDocument  *way_document_new_sandbox  (WayDocument *self);
void          way_sandbox_discard       (WayDocument *sandbox);
gboolean      way_document_is_sandbox   (WayDocument *self);
gint64        way_sandbox_get_origin    (WayDocument *sandbox);
void          way_sandbox_set_original  (WayDocument *sandbox, WayDocument *original);
WayDocument  *way_sandbox_get_original  (WayDocument *sandbox);
WayChangeset *way_sandbox_get_changeset (WayDocument *sandbox, const char *label);

G_END_DECLS
