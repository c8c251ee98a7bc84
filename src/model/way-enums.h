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

/* The lists of a milestone's document that are ticked off. */
typedef enum
{
  WAY_CHECKLIST_SUCCESS_CRITERIA, WAY_CHECKLIST_DEFINITION_OF_DONE, WAY_CHECKLIST_QUALITY_GATES,
  WAY_CHECKLIST_PHASE, WAY_CHECKLIST_LAUNCH, WAY_CHECKLIST_SUCCESS_MEASUREMENT,
  WAY_CHECKLIST_KNOWLEDGE_TRANSFER,
} WayChecklist;

typedef enum { WAY_SCOPE_MUST, WAY_SCOPE_SHOULD, WAY_SCOPE_COULD, WAY_SCOPE_EXCLUDED } WayFeatureScope;
typedef enum { WAY_DEPENDENCY_INTERNAL, WAY_DEPENDENCY_EXTERNAL } WayDependencyKind;
typedef enum { WAY_DOCUMENTS_REQUIREMENTS, WAY_DOCUMENTS_ARCHITECTURE, WAY_DOCUMENTS_MANAGEMENT, WAY_DOCUMENTS_QUALITY } WayDocumentGroup;
typedef enum { WAY_KPI_PRIMARY, WAY_KPI_SECONDARY, WAY_KPI_LEADING, WAY_KPI_LAGGING } WayKpiKind;
typedef enum { WAY_THEME_NONE, WAY_THEME_QUALITY, WAY_THEME_BUSINESS, WAY_THEME_TEAM, WAY_THEME_STAKEHOLDER } WayKpiTheme;
typedef enum { WAY_KPI_UP, WAY_KPI_DOWN, WAY_KPI_RANGE } WayKpiDirection;
typedef enum
{
  WAY_CADENCE_NONE, WAY_CADENCE_DAILY, WAY_CADENCE_WEEKLY, WAY_CADENCE_FORTNIGHTLY,
  WAY_CADENCE_MONTHLY, WAY_CADENCE_QUARTERLY, WAY_CADENCE_YEARLY,
} WayCadence;
typedef enum { WAY_RATING_NONE, WAY_RATING_LOW, WAY_RATING_MEDIUM, WAY_RATING_HIGH } WayRating;
typedef enum { WAY_RISK_OPEN, WAY_RISK_MITIGATING, WAY_RISK_OCCURRED, WAY_RISK_CLOSED } WayRiskStatus;
typedef enum { WAY_ISSUE_OPEN, WAY_ISSUE_IN_PROGRESS, WAY_ISSUE_RESOLVED, WAY_ISSUE_CLOSED } WayIssueStatus;
typedef enum
{
  WAY_ESCALATION_TEAM, WAY_ESCALATION_MANAGER, WAY_ESCALATION_DIRECTOR, WAY_ESCALATION_EXECUTIVE,
} WayEscalationLevel;
typedef enum
{
  WAY_ACTION_RESPONSE, WAY_ACTION_MITIGATION, WAY_ACTION_PREVENTION, WAY_ACTION_RECOVERY,
  WAY_ACTION_ADJUSTMENT, WAY_ACTION_FOLLOW_UP, WAY_ACTION_CELEBRATION,
} WayActionKind;
typedef enum { WAY_ACTION_OPEN, WAY_ACTION_IN_PROGRESS, WAY_ACTION_DONE, WAY_ACTION_DROPPED } WayActionState;

/* What a trigger watches. */
typedef enum
{
  WAY_TRIGGER_DAY, WAY_TRIGGER_FORECAST, WAY_TRIGGER_FLOAT, WAY_TRIGGER_UNFINISHED,
  WAY_TRIGGER_KPI, WAY_TRIGGER_CPI, WAY_TRIGGER_SPI, WAY_TRIGGER_CRITICAL_ISSUES,
  WAY_TRIGGER_VARIANCE,
} WayTriggerCondition;
typedef enum { WAY_COMPARISON_OVER, WAY_COMPARISON_UNDER } WayTriggerComparison;
typedef enum { WAY_TRIGGER_WATCHING, WAY_TRIGGER_FIRED, WAY_TRIGGER_ACTIVATED, WAY_TRIGGER_OFF } WayTriggerState;
typedef enum { WAY_DECISION_PENDING, WAY_DECISION_GO, WAY_DECISION_CONDITIONAL, WAY_DECISION_NO_GO } WayReviewDecision;

typedef enum { WAY_CHANGE_SCOPE, WAY_CHANGE_TIMELINE, WAY_CHANGE_RESOURCE } WayChangeKind;
typedef enum
{
  WAY_CHANGE_IDENTIFIED, WAY_CHANGE_ASSESSED, WAY_CHANGE_PROPOSED, WAY_CHANGE_APPROVED,
  WAY_CHANGE_REJECTED, WAY_CHANGE_SUPERSEDED, WAY_CHANGE_IMPLEMENTING, WAY_CHANGE_IMPLEMENTED,
  WAY_CHANGE_CLOSED,
} WayChangeStatus;
typedef enum { WAY_APPROVAL_ALL, WAY_APPROVAL_ANY, WAY_APPROVAL_QUORUM } WayApprovalRule;
typedef enum
{
  WAY_APPROVAL_WAITING, WAY_APPROVAL_GRANTED, WAY_APPROVAL_CONDITIONAL, WAY_APPROVAL_REFUSED,
} WayApprovalDecision;

/* Why something needs attention, in the order in which it is told. */
typedef enum
{
  WAY_ATTENTION_ESCALATION, /* a clock of an issue has run out */
  WAY_ATTENTION_TRIGGER,    /* what starts a contingency plan has come */
  WAY_ATTENTION_CRITICAL,   /* a critical issue or risk is open */
  WAY_ATTENTION_MILESTONE,  /* a forecast after its target, or a target that has passed */
  WAY_ATTENTION_DEADLINE,   /* a task finishes after its deadline */
  WAY_ATTENTION_CHECKPOINT, /* a checkpoint is past, the progress is not there */
  WAY_ATTENTION_OVERDUE,    /* should have started, finished or been decided by now */
  WAY_ATTENTION_BLOCKED,
  WAY_ATTENTION_APPROVAL,   /* somebody's decision about a change is waited for */
  WAY_ATTENTION_REVIEW,     /* of a milestone or a risk */
  WAY_ATTENTION_CHECK_IN,   /* nothing was said for more than a week */
  WAY_ATTENTION_KPI,        /* not measured within its cadence */
  WAY_ATTENTION_LOAD,       /* more work than time on a day to come */
  WAY_ATTENTION_CONFLICT,   /* of way-conflicts.h, deadlines aside */
  WAY_ATTENTION_DUE,        /* in the next days */
} WayAttentionKind;

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
extern const WayEnum way_enum_checklist;
extern const WayEnum way_enum_feature_scope;
extern const WayEnum way_enum_dependency;
extern const WayEnum way_enum_document_group;
extern const WayEnum way_enum_kpi_kind;
extern const WayEnum way_enum_kpi_theme;
extern const WayEnum way_enum_kpi_direction;
extern const WayEnum way_enum_cadence;
extern const WayEnum way_enum_rating;
extern const WayEnum way_enum_risk_status;
extern const WayEnum way_enum_risk_category;
extern const WayEnum way_enum_risk_response;
extern const WayEnum way_enum_issue_status;
extern const WayEnum way_enum_issue_category;
extern const WayEnum way_enum_issue_cause;
extern const WayEnum way_enum_escalation;
extern const WayEnum way_enum_action_kind;
extern const WayEnum way_enum_action_state;
extern const WayEnum way_enum_trigger;
extern const WayEnum way_enum_comparison;
extern const WayEnum way_enum_trigger_state;
extern const WayEnum way_enum_attention;
extern const WayEnum way_enum_review_decision;
extern const WayEnum way_enum_change_kind;
extern const WayEnum way_enum_change_status;
extern const WayEnum way_enum_approval_rule;
extern const WayEnum way_enum_approval_decision;
extern const WayEnum way_enum_unit;

const char *way_enum_nick   (const WayEnum *choices, gint64 value);
const char *way_enum_label  (const WayEnum *choices, gint64 value);
gint64      way_enum_lookup (const WayEnum *choices, const char *nick_or_label);

G_END_DECLS
