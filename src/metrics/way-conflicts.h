/* way-conflicts.h: what in the plan contradicts itself, each with ways out (numbers.md §3).
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Computed from the schedule's results whenever asked; nothing is stored. Rows that only pass on
 * what another one causes are not listed, so the list is short where the cause is one. */

#pragma once

#include "document/way-remedy.h"

G_BEGIN_DECLS

typedef enum
{
  WAY_CONFLICT_KIND_CONSTRAINT, /* a constraint that a link does not allow */
  WAY_CONFLICT_KIND_FLOAT,      /* a fixed date that cannot be kept: negative float */
  WAY_CONFLICT_KIND_DEADLINE,   /* finishes after its deadline */
  WAY_CONFLICT_KIND_MANUAL,     /* set by hand before a link allows */
  WAY_CONFLICT_KIND_PROGRESS,   /* started before a link allowed */
  WAY_CONFLICT_KIND_RANGE,      /* runs out of the years that can be scheduled */
  WAY_CONFLICT_KIND_LOOP,       /* a link that is left out, since it closes a loop */
  WAY_CONFLICT_KIND_CALENDAR,   /* a calendar without working time */
  WAY_CONFLICT_KIND_CLASH,      /* a task's calendar and a person's have no working time in common */
} WayConflictKind;

typedef struct
{
  WayConflictKind kind;
  WayTask *task;         /* owned, nullable */
  WayTask *other;        /* owned, nullable: the other end of the link */
  WayLink *link;         /* owned, nullable */
  WayCalendar *calendar; /* owned, nullable */
  WayResource *person;   /* owned, nullable */
  char *text;            /* a sentence that names what it is about; without a full stop */
  GPtrArray *remedies;   /* (element-type WayRemedy): the gentlest first */
} WayConflict;

guint       way_conflicts_count    (WayDocument *document);
GHashTable *way_conflicts_tasks    (WayDocument *document);
GPtrArray  *way_conflicts_list     (WayDocument *document, guint max);
const char *way_conflict_kind_name (WayConflictKind kind);

G_END_DECLS
