/* random-edits.h: random steps on a document, over every record type.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "document/way-document.h"

G_BEGIN_DECLS

/* A plan with something of everything, as the first steps. */
void  make_something_of_everything (WayDocument *document, GRand *rand);

/* One scope of a few edits, or one step of the outline; may be refused, which is part of it.
 * Returns whether it was committed. */
gboolean random_step (WayDocument *document, GRand *rand);

/* All stored values; what the schedule made of them. */
char *stored_text  (WayDocument *document);
char *derived_text (WayDocument *document);

/* Names the first line that differs. */
void  assert_same_text (const char *actual, const char *expected);

G_END_DECLS
