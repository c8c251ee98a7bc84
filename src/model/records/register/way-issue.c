/* way-issue.c: WayIssue, what stands in the way, and WayEscalation, who was asked for help when.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-i18n.h"

#include "model/records/register/way-issue.h"

#define ENTRY(...) WAY_FIELD_ENTRY (WayIssue, __VA_ARGS__)
static const WayField issue_fields[] = { WAY_ISSUE_FIELDS (ENTRY) };

WayRecordType way_issue_type = {
  .name = "issue",
  .prefix = "I",
  .label = N_ ("Issue"),
  .plural = N_ ("Issues"),
  .common = WAY_COMMON_OWNED,
  .page = TRUE,
  .icon = "waymark-issue-symbolic",
  .empty = N_ ("What stands in the way now, who deals with it, and how it was solved."),
  .get_type = way_issue_get_type,
};

WAY_DEFINE_RECORD (WayIssue, way_issue, way_issue_type, issue_fields)

#undef ENTRY
#define ENTRY(...) WAY_FIELD_ENTRY (WayEscalation, __VA_ARGS__)
static const WayField escalation_fields[] = { WAY_ESCALATION_FIELDS (ENTRY) };

WayRecordType way_escalation_type = {
  .name = "escalation",
  .label = N_ ("Escalation"),
  .plural = N_ ("Escalations"),
  .get_type = way_escalation_get_type,
};

WAY_DEFINE_RECORD (WayEscalation, way_escalation, way_escalation_type, escalation_fields)

/**
 * way_issue_is_open:
 *
 * Returns: whether it still waits to be resolved
 */
gboolean
way_issue_is_open (WayIssue *self)
{
  return self->status == WAY_ISSUE_OPEN || self->status == WAY_ISSUE_IN_PROGRESS;
}

/**
 * way_issue_is_acknowledged:
 *
 * Returns: whether somebody has taken note since it came to the level where it is
 */
gboolean
way_issue_is_acknowledged (WayIssue *self)
{
  return self->acknowledged_on != WAY_NEVER && self->acknowledged_on >= self->level_since;
}
