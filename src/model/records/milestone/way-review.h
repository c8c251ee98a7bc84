/* way-review.h: WayCheckIn, WayReview and WayLesson: what was said about a milestone.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/way-record.h"

G_BEGIN_DECLS

#define WAY_CHECK_IN_FIELDS(F)                                                                     \
  F (REF, milestone, N_ ("Milestone"), .target = "milestone", .flags = WAY_FIELD_LIST)             \
  F (REF, initiative, N_ ("Initiative"), .target = "initiative")                                   \
  F (DATE, date, N_ ("Date"), .flags = WAY_FIELD_LIST)                                             \
  F (ENUM, rag, N_ ("Status colour"), .choices = &way_enum_rag, .flags = WAY_FIELD_LIST)           \
  F (TEXT, reason, N_ ("Reason for the colour"), .flags = WAY_FIELD_MULTILINE)                     \
  F (TEXT, done, N_ ("Done"), .flags = WAY_FIELD_MULTILINE)                                        \
  F (TEXT, next, N_ ("Next"), .flags = WAY_FIELD_MULTILINE)                                        \
  F (TEXT, needs, N_ ("Needed"), .flags = WAY_FIELD_MULTILINE)                                     \
  F (INT, mood, N_ ("Team mood"), .min = 0, .max = 5,                                              \
     .hint = N_ ("1 … 5; 0 = not asked"))

#define WAY_TYPE_CHECK_IN (way_check_in_get_type ())
WAY_DECLARE_RECORD (WayCheckIn, way_check_in, CHECK_IN, WAY_CHECK_IN_FIELDS)
extern WayRecordType way_check_in_type;

#define WAY_REVIEW_FIELDS(F)                                                                       \
  F (REF, milestone, N_ ("Milestone"), .target = "milestone", .flags = WAY_FIELD_LIST)             \
  F (REF, initiative, N_ ("Initiative"), .target = "initiative")                                   \
  F (DATE, date, N_ ("Date"), .flags = WAY_FIELD_LIST)                                             \
  F (TEXT, attendees, N_ ("Attendees"), .flags = WAY_FIELD_MULTILINE | WAY_FIELD_ITEMS)            \
  F (ENUM, decision, N_ ("Decision"), .choices = &way_enum_review_decision,                        \
     .flags = WAY_FIELD_LIST)                                                                      \
  F (TEXT, conditions, N_ ("Conditions"), .flags = WAY_FIELD_MULTILINE)                            \
  F (TEXT, actions, N_ ("Follow-up actions"),                                                      \
     .flags = WAY_FIELD_MULTILINE | WAY_FIELD_ITEMS)

#define WAY_TYPE_REVIEW (way_review_get_type ())
WAY_DECLARE_RECORD (WayReview, way_review, REVIEW, WAY_REVIEW_FIELDS)
extern WayRecordType way_review_type;

#define WAY_LESSON_FIELDS(F)                                                                       \
  F (REF, milestone, N_ ("Milestone"), .target = "milestone", .flags = WAY_FIELD_LIST)             \
  F (TEXT, happened, N_ ("What happened"), .flags = WAY_FIELD_LIST | WAY_FIELD_MULTILINE)          \
  F (TEXT, cause, N_ ("Cause"), .flags = WAY_FIELD_MULTILINE)                                      \
  F (TEXT, recommendation, N_ ("Recommendation"),                                                  \
     .flags = WAY_FIELD_LIST | WAY_FIELD_MULTILINE)

#define WAY_TYPE_LESSON (way_lesson_get_type ())
WAY_DECLARE_RECORD (WayLesson, way_lesson, LESSON, WAY_LESSON_FIELDS)
extern WayRecordType way_lesson_type;

G_END_DECLS
