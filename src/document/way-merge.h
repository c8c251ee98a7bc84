/* way-merge.h: makes a changeset in a plan that may have moved on since.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Edits of what nobody else has touched are made; where the plan says something else by now, the
 * edit is left out and listed as a clash, for a person to decide. */

#pragma once

#include "document/way-document.h"

G_BEGIN_DECLS

/* An edit that no longer fits. */
typedef struct
{
  guint index; /* of the edit in the changeset */
  gint64 id;   /* of the record in the plan that it is about; 0 = gone */
  char *text;  /* what is in the way, a sentence */

  gint64 gone;   /* what was deleted meanwhile and is in the way; 0 = nothing */
  char *pattern; /* (nullable): the sentence, with a place for the name of that */
} WayClash;

GPtrArray *way_document_merge         (WayDocument *self, const WayChangeset *changeset);
GPtrArray *way_document_find_clashes  (WayDocument *self, const WayChangeset *changeset);
void       way_clashes_name           (GPtrArray *clashes, WayDocument *document);
char      *way_clashes_describe       (GPtrArray *clashes);

G_END_DECLS
