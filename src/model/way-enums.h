/* way-enums.h: the fixed choices that fields offer.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Values are stored in files: never renumber, only append. */

typedef struct
{
  const char *nick;  /* for files, scripts and style classes */
  const char *label; /* for people; translate with _() */
} WayEnumValue;

/* The value of an entry is its place in the list. */
typedef struct
{
  const char *name;
  guint n_values;
  const WayEnumValue *values;
} WayEnum;

/* Numbered as MS Project XML numbers them. */
typedef enum { WAY_LINK_FF = 0, WAY_LINK_FS = 1, WAY_LINK_SF = 2, WAY_LINK_SS = 3 } WayLinkType;

/* Numbered as MS Project XML numbers them (numbers.md §3). */
typedef enum
{
  WAY_CONSTRAINT_ASAP = 0,
  WAY_CONSTRAINT_ALAP = 1,
  WAY_CONSTRAINT_MSO = 2,
  WAY_CONSTRAINT_MFO = 3,
  WAY_CONSTRAINT_SNET = 4,
  WAY_CONSTRAINT_SNLT = 5,
  WAY_CONSTRAINT_FNET = 6,
  WAY_CONSTRAINT_FNLT = 7,
} WayConstraint;

typedef enum { WAY_TASK_FIXED_UNITS, WAY_TASK_FIXED_DURATION, WAY_TASK_FIXED_WORK } WayTaskType;
typedef enum { WAY_STATE_TODO, WAY_STATE_IN_PROGRESS, WAY_STATE_BLOCKED, WAY_STATE_DONE } WayTaskState;
typedef enum { WAY_EARN_PERCENT, WAY_EARN_0_100, WAY_EARN_50_50, WAY_EARN_CHECKPOINTS } WayEarnRule;
typedef enum { WAY_RESOURCE_WORK, WAY_RESOURCE_MATERIAL, WAY_RESOURCE_COST } WayResourceKind;
typedef enum { WAY_ACCRUE_START = 0, WAY_ACCRUE_END = 1, WAY_ACCRUE_PRORATED = 2 } WayAccrual;
typedef enum { WAY_FROM_START, WAY_FROM_FINISH } WayScheduleFrom;
typedef enum { WAY_LEVEL_LOW, WAY_LEVEL_MEDIUM, WAY_LEVEL_HIGH, WAY_LEVEL_CRITICAL } WayLevel;
typedef enum
{
  WAY_STATUS_PLANNING, WAY_STATUS_ACTIVE, WAY_STATUS_TESTING, WAY_STATUS_REVIEW,
  WAY_STATUS_COMPLETED, WAY_STATUS_CANCELLED, WAY_STATUS_ON_HOLD,
} WayStatus;
typedef enum { WAY_COMPLEXITY_SIMPLE, WAY_COMPLEXITY_MEDIUM, WAY_COMPLEXITY_COMPLEX, WAY_COMPLEXITY_VERY_COMPLEX } WayComplexity;
typedef enum { WAY_IMPACT_NONE, WAY_IMPACT_MINOR, WAY_IMPACT_MODERATE, WAY_IMPACT_MAJOR } WayImpact;
typedef enum { WAY_RAG_COMPUTED, WAY_RAG_GREEN, WAY_RAG_YELLOW, WAY_RAG_RED } WayRag;

/* How a milestone's % complete is found (numbers.md §4). */
typedef enum
{
  WAY_COMPLETE_DURATION, WAY_COMPLETE_EFFORT, WAY_COMPLETE_POINTS, WAY_COMPLETE_CRITERIA, WAY_COMPLETE_TYPED,
} WayCompletion;

extern const WayEnum way_enum_link_type;
extern const WayEnum way_enum_constraint;
extern const WayEnum way_enum_task_type;
extern const WayEnum way_enum_task_state;
extern const WayEnum way_enum_earn_rule;
extern const WayEnum way_enum_resource_kind;
extern const WayEnum way_enum_accrual;
extern const WayEnum way_enum_schedule_from;
extern const WayEnum way_enum_level;
extern const WayEnum way_enum_status;
extern const WayEnum way_enum_complexity;
extern const WayEnum way_enum_impact;
extern const WayEnum way_enum_rag;
extern const WayEnum way_enum_completion;
extern const WayEnum way_enum_unit;

const char *way_enum_nick   (const WayEnum *choices, gint64 value);
const char *way_enum_label  (const WayEnum *choices, gint64 value);
gint64      way_enum_lookup (const WayEnum *choices, const char *nick_or_label);

G_END_DECLS
