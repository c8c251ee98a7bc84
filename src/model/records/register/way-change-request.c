/* way-change-request.c: WayChangeRequest, edits to the plan that somebody asks for; WayApproval,
 * what one of those who decide about it says.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-i18n.h"

#include "model/records/register/way-change-request.h"

#define ENTRY(...) WAY_FIELD_ENTRY (WayChangeRequest, __VA_ARGS__)
static const WayField change_request_fields[] = { WAY_CHANGE_REQUEST_FIELDS (ENTRY) };

WayRecordType way_change_request_type = {
  .name = "change_request",
  .prefix = "C",
  .label = N_ ("Change"),
  .plural = N_ ("Changes"),
  .common = WAY_COMMON_OWNED,
  .page = TRUE,
  .icon = "waymark-change-symbolic",
  .empty = N_ ("What somebody wants to be different, tried on a copy of the plan before it is decided."),
  .get_type = way_change_request_get_type,
};

WAY_DEFINE_RECORD (WayChangeRequest, way_change_request, way_change_request_type,
                   change_request_fields)

#undef ENTRY
#define ENTRY(...) WAY_FIELD_ENTRY (WayApproval, __VA_ARGS__)
static const WayField approval_fields[] = { WAY_APPROVAL_FIELDS (ENTRY) };

WayRecordType way_approval_type = {
  .name = "approval",
  .label = N_ ("Approval"),
  .plural = N_ ("Approvals"),
  .common = WAY_COMMON_NONE,
  .get_type = way_approval_get_type,
};

WAY_DEFINE_RECORD (WayApproval, way_approval, way_approval_type, approval_fields)

/**
 * way_change_request_is_open:
 *
 * Returns: whether it is still to be decided or made
 */
gboolean
way_change_request_is_open (WayChangeRequest *self)
{
  return self->status < WAY_CHANGE_REJECTED || self->status == WAY_CHANGE_IMPLEMENTING;
}
