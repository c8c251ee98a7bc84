/* way-action.c: WayAction, something to be done about a risk, an issue, a milestone or a review.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-i18n.h"

#include "model/records/register/way-action.h"

#define ENTRY(...) WAY_FIELD_ENTRY (WayAction, __VA_ARGS__)
static const WayField action_fields[] = { WAY_ACTION_FIELDS (ENTRY) };

WayRecordType way_action_type = {
  .name = "action",
  .prefix = "A",
  .label = N_ ("Action"),
  .plural = N_ ("Actions"),
  .common = WAY_COMMON_OWNED,
  .page = TRUE,
  .icon = "waymark-action-symbolic",
  .empty = N_ ("What is to be done about a risk, an issue, a late milestone or a review."),
  .get_type = way_action_get_type,
};

WAY_DEFINE_RECORD (WayAction, way_action, way_action_type, action_fields)

/**
 * way_action_is_open:
 *
 * Returns: whether it is still to be done
 */
gboolean
way_action_is_open (WayAction *self)
{
  return self->state == WAY_ACTION_OPEN || self->state == WAY_ACTION_IN_PROGRESS;
}
