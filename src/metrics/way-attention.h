/* way-attention.h: what needs attention now, each with the record to open.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "metrics/way-figure.h"

G_BEGIN_DECLS

typedef enum { WAY_SEVERITY_NOTE, WAY_SEVERITY_WARNING, WAY_SEVERITY_BAD } WaySeverity;

typedef enum
{
  WAY_ATTENTION_MILESTONE,      /* forecast after its target */
  WAY_ATTENTION_DEADLINE,       /* a task finishes after its deadline */
  WAY_ATTENTION_CHECKPOINT,     /* a checkpoint is past, the progress is not there */
  WAY_ATTENTION_OVERDUE,        /* should have started or finished by now */
  WAY_ATTENTION_BLOCKED,
  WAY_ATTENTION_CHECK_IN,       /* nothing was said for more than a week */
  WAY_ATTENTION_ESCALATION,     /* a clock of an issue has run out */
  WAY_ATTENTION_REGISTER,       /* an issue, action or review of a risk is overdue; a critical one */
  WAY_ATTENTION_CONFLICT,       /* of way-conflicts.h, deadlines aside */
} WayAttentionKind;

typedef struct
{
  WaySeverity severity;
  WayAttentionKind kind;
  char *text;         /* one sentence, starting with what it is about */
  char *detail;       /* a word or two for a badge: "+6 d", "Blocked" */
  WayRecord *record;  /* owned: what a click opens */
  WayMoment since;    /* the date that was missed, or WAY_NEVER */
} WayAttention;

/* The worst first, then the oldest. (transfer full) (element-type WayAttention) */
GPtrArray  *way_attention_list (WayDocument *document);
const char *way_severity_label (WaySeverity severity);

G_END_DECLS
