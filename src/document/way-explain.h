/* way-explain.h: why a task stands where it stands (numbers.md §3).
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A list of reasons, each a sentence with the records that it is about, so that the interface
 * can lead to them and the command line can print them. */

#pragma once

#include "document/way-remedy.h"

G_BEGIN_DECLS

typedef enum
{
  WAY_TOPIC_START,   /* what puts its start where it is: the driver first */
  WAY_TOPIC_FINISH,
  WAY_TOPIC_FLOAT,   /* how late it may be, and what it is critical for */
  WAY_TOPIC_DRIVES,  /* what it pushes along */
  WAY_TOPIC_EARLIER, /* what would let it start earlier */
} WayTopic;

typedef enum
{
  WAY_REASON_PLAN,       /* the plan's start (or finish) */
  WAY_REASON_LINK,
  WAY_REASON_CONSTRAINT,
  WAY_REASON_SUMMARY,    /* the constraint of a summary above */
  WAY_REASON_CHILD,      /* of a summary: the row that starts first or finishes last */
  WAY_REASON_ACTUAL,
  WAY_REASON_MANUAL,
  WAY_REASON_LATEST,     /* as late as possible */
  WAY_REASON_CALENDAR,   /* days that the task's or the plan's calendar does not work */
  WAY_REASON_PERSON,     /* days that somebody on it does not work */
  WAY_REASON_DELAY,      /* levelling */
  WAY_REASON_DURATION,
  WAY_REASON_PROGRESS,   /* the rest of started work */
  WAY_REASON_DEADLINE,
  WAY_REASON_FLOAT,
  WAY_REASON_CRITICAL,
} WayReasonKind;

typedef struct
{
  WayTopic topic;
  WayReasonKind kind;
  char *text;            /* a sentence without a full stop */
  WayTask *task;         /* owned, nullable: the other task, named in the text */
  WayLink *link;         /* owned, nullable */
  WayCalendar *calendar; /* owned, nullable */
  WayMoment date;        /* what the reason asks for, or WAY_NEVER */
  WayRemedy *remedy;     /* owned, nullable: of WAY_TOPIC_EARLIER */
} WayReason;

/* (transfer full) (element-type WayReason): by topic */
GPtrArray  *way_explain                (WayDocument *document, WayTask *task);
GPtrArray  *way_explain_start          (WayDocument *document, WayTask *task);
const char *way_reason_kind_name       (WayReasonKind kind);

/* From the task back to what the plan starts with. */
typedef struct
{
  WayTask *task; /* unowned */
  WayLink *link; /* unowned, nullable: that drives it; NULL at the last, and from summaries to children */
} WayChainStep;

/* (transfer full) (element-type WayChainStep): the task first; never empty */
GArray     *way_explain_chain          (WayDocument *document, WayTask *task);

G_END_DECLS
