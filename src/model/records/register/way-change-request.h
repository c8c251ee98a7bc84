/* way-change-request.h: WayChangeRequest, edits to the plan that somebody asks for; WayApproval,
 * what one of those who decide about it says.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The proposed edits are kept as text (store/way-changeset-json.h) with the place in the journal
 * of the plan that they were made on, and so is their impact. */

#pragma once

#include "model/way-record.h"

G_BEGIN_DECLS

#define WAY_CHANGE_REQUEST_FIELDS(F)                                                               \
  F (ENUM, kind, N_ ("Kind"), .choices = &way_enum_change_kind, .flags = WAY_FIELD_LIST)           \
  F (ENUM, status, N_ ("Status"), .choices = &way_enum_change_status, .flags = WAY_FIELD_LIST)     \
  F (REF, milestone, N_ ("Milestone"), .target = "milestone", .flags = WAY_FIELD_LIST)             \
  F (REF, requester, N_ ("Asked for by"), .target = "resource")                                    \
  F (TEXT, why, N_ ("Why it is needed"), .group = N_ ("Reasons"), .flags = WAY_FIELD_MULTILINE)    \
  F (TEXT, alternatives, N_ ("Alternatives"), .group = N_ ("Reasons"),                             \
     .flags = WAY_FIELD_MULTILINE, .hint = N_ ("What else could be done, doing nothing included")) \
  F (TEXT, recommendation, N_ ("Recommendation"), .group = N_ ("Reasons"),                         \
     .flags = WAY_FIELD_MULTILINE)                                                                 \
  F (TEXT, risks, N_ ("Risks of the change"), .group = N_ ("Reasons"),                             \
     .flags = WAY_FIELD_MULTILINE)                                                                 \
  F (DATE, raised_on, N_ ("Asked for on"), .group = N_ ("Dates"))                                  \
  F (DATE, needed_by, N_ ("Decision needed by"), .group = N_ ("Dates"), .flags = WAY_FIELD_LIST)   \
  F (DATE, decided_on, N_ ("Decided on"), .group = N_ ("Dates"))                                   \
  F (DATE, implemented_on, N_ ("Implemented on"), .group = N_ ("Dates"))                           \
  F (ENUM, rule, N_ ("Approved when"), .choices = &way_enum_approval_rule,                         \
     .group = N_ ("Approval"))                                                                     \
  F (INT, quorum, N_ ("How many approvals"), .group = N_ ("Approval"), .initial = 2, .min = 1,     \
     .max = 1000, .hint = N_ ("Counts when “So many approve” is chosen"))                         \
  F (BOOL, baseline, N_ ("Take a baseline when it is implemented"), .group = N_ ("Approval"))      \
  F (REF, superseded_by, N_ ("Superseded by"), .target = "change_request",                         \
     .group = N_ ("Approval"))                                                                     \
  F (TEXT, lessons, N_ ("Lessons learned"), .group = N_ ("Afterwards"),                            \
     .flags = WAY_FIELD_MULTILINE)                                                                 \
  F (TEXT, changes, N_ ("Proposed edits"), .flags = WAY_FIELD_HIDDEN)                              \
  F (INT, changes_seq, N_ ("Edits made on"), .flags = WAY_FIELD_HIDDEN)                            \
  F (TEXT, impact, N_ ("Impact"), .flags = WAY_FIELD_HIDDEN)                                       \
  F (INT, impact_seq, N_ ("Impact computed on"), .flags = WAY_FIELD_HIDDEN)

#define WAY_TYPE_CHANGE_REQUEST (way_change_request_get_type ())
WAY_DECLARE_RECORD (WayChangeRequest, way_change_request, CHANGE_REQUEST, WAY_CHANGE_REQUEST_FIELDS)
extern WayRecordType way_change_request_type;

#define WAY_APPROVAL_FIELDS(F)                                                                     \
  F (REF, change, N_ ("Change"), .target = "change_request",                                       \
     .flags = WAY_FIELD_REQUIRED | WAY_FIELD_CASCADE | WAY_FIELD_LIST)                             \
  F (REF, person, N_ ("Person"), .target = "resource", .flags = WAY_FIELD_LIST)                    \
  F (TEXT, role, N_ ("Role"), .flags = WAY_FIELD_LIST,                                             \
     .hint = N_ ("What this person decides as: sponsor, customer, line manager"))                  \
  F (ENUM, decision, N_ ("Decision"), .choices = &way_enum_approval_decision,                      \
     .flags = WAY_FIELD_LIST)                                                                      \
  F (DATE, decided_on, N_ ("Decided on"), .flags = WAY_FIELD_LIST)                                 \
  F (TEXT, condition, N_ ("Condition or reason"), .flags = WAY_FIELD_MULTILINE)

#define WAY_TYPE_APPROVAL (way_approval_get_type ())
WAY_DECLARE_RECORD (WayApproval, way_approval, APPROVAL, WAY_APPROVAL_FIELDS)
extern WayRecordType way_approval_type;

gboolean way_change_request_is_open (WayChangeRequest *self);

G_END_DECLS
