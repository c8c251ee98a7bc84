/* way-review.c: WayCheckIn, WayReview and WayLesson: what was said about a milestone.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-i18n.h"

#include "model/records/milestone/way-review.h"

#define ENTRY(...) WAY_FIELD_ENTRY (WayCheckIn, __VA_ARGS__)
static const WayField check_in_fields[] = { WAY_CHECK_IN_FIELDS (ENTRY) };

WayRecordType way_check_in_type = {
  .name = "check_in",
  .prefix = "CI",
  .label = N_ ("Check-in"),
  .plural = N_ ("Check-ins"),
  .common = WAY_COMMON_OWNED,
  .get_type = way_check_in_get_type,
};

WAY_DEFINE_RECORD (WayCheckIn, way_check_in, way_check_in_type, check_in_fields)

#undef ENTRY
#define ENTRY(...) WAY_FIELD_ENTRY (WayReview, __VA_ARGS__)
static const WayField review_fields[] = { WAY_REVIEW_FIELDS (ENTRY) };

WayRecordType way_review_type = {
  .name = "review",
  .prefix = "RV",
  .label = N_ ("Review"),
  .plural = N_ ("Reviews"),
  .common = WAY_COMMON_OWNED,
  .get_type = way_review_get_type,
};

WAY_DEFINE_RECORD (WayReview, way_review, way_review_type, review_fields)

#undef ENTRY
#define ENTRY(...) WAY_FIELD_ENTRY (WayLesson, __VA_ARGS__)
static const WayField lesson_fields[] = { WAY_LESSON_FIELDS (ENTRY) };

WayRecordType way_lesson_type = {
  .name = "lesson",
  .prefix = "L",
  .label = N_ ("Lesson"),
  .plural = N_ ("Lessons"),
  .common = WAY_COMMON_OWNED,
  .page = TRUE,
  .icon = "waymark-lesson-symbolic",
  .empty = N_ ("What went well or badly, why, and what to do next time."),
  .get_type = way_lesson_get_type,
};

WAY_DEFINE_RECORD (WayLesson, way_lesson, way_lesson_type, lesson_fields)
