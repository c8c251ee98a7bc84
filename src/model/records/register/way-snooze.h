/* way-snooze.h: WaySnooze, that something which needs attention is not to be told for a while.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Of one record, or of all of a kind; until a day, or for good. It stands in the plan, so that it
 * can be undone and everybody sees what is kept quiet. */

#pragma once

#include "model/way-record.h"

G_BEGIN_DECLS

#define WAY_SNOOZE_FIELDS(F)                                                                       \
  F (ENUM, kind, N_ ("Kind"), .choices = &way_enum_attention, .flags = WAY_FIELD_LIST)             \
  F (REF, subject, N_ ("About"), .flags = WAY_FIELD_CASCADE | WAY_FIELD_LIST,                      \
     .hint = N_ ("All of the kind when empty"))                                                    \
  F (DATE, until, N_ ("Until"), .flags = WAY_FIELD_LIST, .hint = N_ ("For good when empty"))

#define WAY_TYPE_SNOOZE (way_snooze_get_type ())
WAY_DECLARE_RECORD (WaySnooze, way_snooze, SNOOZE, WAY_SNOOZE_FIELDS)
extern WayRecordType way_snooze_type;

G_END_DECLS
