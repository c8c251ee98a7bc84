/* way-attention.h: what needs attention now, each with its reason, the record to open and what can
 * be done.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Computed from the plan whenever it is asked for, as of its status date; nothing is stored. What
 * the plan says is to be kept quiet (WaySnooze) is found all the same, and says by what. */

#pragma once

#include "metrics/way-figure.h"
#include "model/way-records.h"

G_BEGIN_DECLS

#define WAY_ATTENTION_DAYS 3 /* what is due within so many days is due soon: over a weekend */

typedef enum { WAY_SEVERITY_NOTE, WAY_SEVERITY_WARNING, WAY_SEVERITY_BAD } WaySeverity;

/* What can be done at once, besides opening the record. */
typedef enum
{
  WAY_ATTENTION_OPEN,
  WAY_ATTENTION_ESCALATE,   /* an issue */
  WAY_ATTENTION_START_PLAN, /* the contingency plan of a risk */
  WAY_ATTENTION_DECIDE,     /* about a change */
  WAY_ATTENTION_SAY,        /* a check-in of a milestone or an initiative */
  WAY_ATTENTION_MEASURE,    /* a KPI */
  WAY_ATTENTION_RECOVER,    /* a milestone */
  WAY_ATTENTION_RESOLVE,    /* a conflict of the schedule */
} WayAttentionAct;

typedef struct
{
  WaySeverity severity;
  WayAttentionKind kind;
  WayAttentionAct act;
  char *text;         /* one sentence, starting with what it is about */
  char *detail;       /* a word or two for a badge: "+6 d", "Blocked" */
  WayRecord *record;  /* owned: what a click opens */
  WayMoment since;    /* the date that was missed or will be, or WAY_NEVER */
  WaySnooze *snooze;  /* owned, nullable: what keeps it quiet */
} WayAttention;

GPtrArray  *way_attention_list      (WayDocument *document);
GPtrArray  *way_attention_list_all  (WayDocument *document);
void        way_attention_drop_quiet (GPtrArray *list);
guint       way_attention_count     (GPtrArray *list, const WayRecordType *type);
const char *way_attention_act_label (WayAttentionAct act);
const char *way_severity_label      (WaySeverity severity);

void        way_attention_snooze    (WayDocument *document, const WayAttention *attention, WayMoment until);
void        way_attention_mute      (WayDocument *document, WayAttentionKind kind);
void        way_attention_wake      (WayDocument *document, const WayAttention *attention);

G_END_DECLS
