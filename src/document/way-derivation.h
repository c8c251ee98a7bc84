/* way-derivation.h: making a record from another in one step: an issue from a risk that occurred.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "document/way-document.h"
#include "model/way-records.h"

G_BEGIN_DECLS

typedef enum
{
  WAY_DERIVE_ISSUE,
  WAY_DERIVE_RISK,
  WAY_DERIVE_ACTION,
  WAY_DERIVE_PREVENTION, /* an action from what an issue says of prevention */
  WAY_DERIVE_CHECKLIST_LINE,
  WAY_DERIVE_CONTINGENCY, /* an action from each line of a risk's contingency plan */
  WAY_DERIVE_FOLLOW_UPS, /* an action from each line of a review */
  WAY_N_DERIVATIONS,
} WayDerivation;

gboolean    way_derivation_fits  (WayDerivation derivation, const WayRecordType *from);
const char *way_derivation_label (WayDerivation derivation);
WayRecord  *way_derive_action    (WayDocument *document, WayRecord *from, gint64 kind,
                                  const char *text);
GPtrArray  *way_record_derive    (WayDocument *document, WayRecord *from, WayDerivation derivation,
                                  GError **error);

G_END_DECLS
