/* way-risk.h: WayRisk, what may happen, how bad it would be, and what is done about it.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Probability × impact of 1 … 3 each; what is not rated now counts as it was at first. */

#pragma once

#include "model/way-record.h"

G_BEGIN_DECLS

#define WAY_RISK_FIELDS(F)                                                                         \
  F (REF, milestone, N_ ("Milestone"), .target = "milestone",                                      \
     .flags = WAY_FIELD_LIST | WAY_FIELD_ASIDE)                                                    \
  F (REF, initiative, N_ ("Initiative"), .target = "initiative")                                   \
  F (REF, task, N_ ("Row in the timeline"), .target = "task")                                      \
  F (REF, source, N_ ("Comes from"))                                                               \
  F (INT, rank, N_ ("Order"), .flags = WAY_FIELD_HIDDEN)                                           \
  F (ENUM, status, N_ ("Status"), .choices = &way_enum_risk_status,                                \
     .flags = WAY_FIELD_LIST)                                                                      \
  F (ENUM, category, N_ ("Category"), .choices = &way_enum_risk_category)                          \
  F (TEXT, description, N_ ("Description"), .flags = WAY_FIELD_MULTILINE)                          \
  F (ENUM, probability, N_ ("Probability"), .choices = &way_enum_rating,                           \
     .initial = WAY_RATING_MEDIUM, .group = N_ ("Rating"))                                         \
  F (ENUM, impact, N_ ("Impact"), .choices = &way_enum_rating,                                     \
     .initial = WAY_RATING_MEDIUM, .group = N_ ("Rating"))                                         \
  F (ENUM, current_probability, N_ ("Probability now"), .choices = &way_enum_rating,               \
     .group = N_ ("Rating"))                                                                       \
  F (ENUM, current_impact, N_ ("Impact now"), .choices = &way_enum_rating,                         \
     .group = N_ ("Rating"))                                                                       \
  F (ENUM, target_probability, N_ ("Probability aimed at"), .choices = &way_enum_rating,           \
     .group = N_ ("Rating"))                                                                       \
  F (ENUM, target_impact, N_ ("Impact aimed at"), .choices = &way_enum_rating,                     \
     .group = N_ ("Rating"))                                                                       \
  F (INT, score_inherent, N_ ("Score at first"), .group = N_ ("Rating"),                           \
     .flags = WAY_FIELD_DERIVED | WAY_FIELD_LIST)                                                  \
  F (INT, score, N_ ("Score now"), .group = N_ ("Rating"),                                         \
     .flags = WAY_FIELD_DERIVED | WAY_FIELD_LIST)                                                  \
  F (ENUM, band, N_ ("Risk level"), .choices = &way_enum_level, .group = N_ ("Rating"),            \
     .flags = WAY_FIELD_DERIVED | WAY_FIELD_LIST)                                                  \
  F (DURATION, schedule_min, N_ ("Delay at least"), .group = N_ ("Impact on the schedule"))        \
  F (DURATION, schedule_likely, N_ ("Delay most likely"), .group = N_ ("Impact on the schedule"))  \
  F (DURATION, schedule_max, N_ ("Delay at most"), .group = N_ ("Impact on the schedule"))         \
  F (ENUM, response, N_ ("Response"), .choices = &way_enum_risk_response,                          \
     .group = N_ ("Response"))                                                                     \
  F (TEXT, mitigation, N_ ("Mitigation strategy"), .group = N_ ("Response"),                       \
     .flags = WAY_FIELD_MULTILINE)                                                                 \
  F (PERCENT, mitigation_progress, N_ ("Mitigation done"), .group = N_ ("Response"))               \
  F (PERCENT, mitigated, N_ ("Mitigated"), .group = N_ ("Response"),                               \
     .flags = WAY_FIELD_DERIVED | WAY_FIELD_LIST,                                                  \
     .hint = N_ ("By its actions, when it has some"))                                              \
  F (TEXT, contingency, N_ ("Contingency plan"), .group = N_ ("Response"),                         \
     .flags = WAY_FIELD_MULTILINE)                                                                 \
  F (TEXT, contingency_resources, N_ ("Resources for it"), .group = N_ ("Response"),               \
     .flags = WAY_FIELD_MULTILINE | WAY_FIELD_ITEMS)                                               \
  F (TEXT, trigger, N_ ("When the contingency plan starts"), .group = N_ ("Response"),             \
     .flags = WAY_FIELD_MULTILINE)                                                                 \
  F (TEXT, inform, N_ ("People to tell"), .group = N_ ("Response"),                                \
     .flags = WAY_FIELD_MULTILINE | WAY_FIELD_ITEMS)                                               \
  F (DATE, identified_on, N_ ("Identified on"), .group = N_ ("Dates"))                             \
  F (DATE, review_date, N_ ("Review on"), .group = N_ ("Dates"))                                   \
  F (DATE, occurred_on, N_ ("Occurred on"), .group = N_ ("Dates"))                                 \
  F (DATE, closed_on, N_ ("Closed on"), .group = N_ ("Dates"))

#define WAY_TYPE_RISK (way_risk_get_type ())
WAY_DECLARE_RECORD (WayRisk, way_risk, RISK, WAY_RISK_FIELDS)
extern WayRecordType way_risk_type;

/* Numbers.md §9: critical 7–9, high 4–6, medium 2–3, low 1. */
gint64   way_risk_score_inherent (WayRisk *self);
gint64   way_risk_score_current  (WayRisk *self);
gint64   way_risk_score_target   (WayRisk *self);
WayLevel way_risk_band           (gint64 score);
gboolean way_risk_is_open        (WayRisk *self);

G_END_DECLS
