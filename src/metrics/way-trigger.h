/* way-trigger.h: the conditions on which contingency plans start, tested and in words
 * (numbers.md §9).
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "document/way-document.h"
#include "model/way-records.h"

G_BEGIN_DECLS

typedef enum
{
  WAY_ANSWER_UNKNOWN, /* it names nothing, or nothing was measured */
  WAY_ANSWER_NO,
  WAY_ANSWER_YES,
} WayAnswer;

/* What a condition compares with: a day or a value. */
typedef struct
{
  gint64 comparison; /* WayComparison */
  double value;
  WayMoment day; /* WAY_NEVER = none */
} WayTriggerLimit;

WayAnswer   way_trigger_test    (WayDocument *document, WayTrigger *trigger);
char       *way_trigger_format  (WayTrigger *trigger);
char       *way_trigger_format_condition (WayPlan *plan, gint64 condition, gint64 subject_id,
                                          gint64 comparison, double limit, WayMoment limit_day);
const char *way_trigger_comparison_label (gint64 condition, gint64 comparison);
WayTriggerLimit way_trigger_suggest_limit (WayPlan *plan, gint64 condition, gint64 subject_id);
GPtrArray  *way_risk_get_triggers (WayRisk *risk);
WayTrigger *way_risk_get_fired  (WayDocument *document, WayRisk *risk);

char       *way_trigger_format_found (WayTrigger *self);
guint       way_triggers_note_fired  (WayDocument *document);
void        way_risk_follow_triggers (WayDocument *document, WayRisk *risk);
void        way_trigger_watch_again  (WayDocument *document, WayTrigger *self);

G_END_DECLS
