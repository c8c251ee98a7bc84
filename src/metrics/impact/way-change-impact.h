/* way-change-impact.h: WayChangeImpact, what a change does: the plan before it beside the plan after.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Computed from two documents, the second one a sandbox of the first; kept as text in the request
 * that it belongs to. Records are named by their id and by the title that they had. */

#pragma once

#include "document/way-document.h"

G_BEGIN_DECLS

/* When something finishes; WAY_NEVER where it is not there or not known. */
typedef struct
{
  gint64 id;         /* of a milestone; 0 = the plan */
  char *title;
  WayMoment before, after, target;
  gint64 shift;      /* working minutes, + = later */
  gint64 past_target_before, past_target_after; /* working minutes, + = late */
} WayImpactFinish;

typedef enum
{
  WAY_IMPACT_ADDED, WAY_IMPACT_REMOVED, WAY_IMPACT_EDITED, WAY_IMPACT_MOVED,
} WayImpactHow;

/* A row of the timeline that is not as it was. */
typedef struct
{
  gint64 id;
  char *title;
  gint64 how;        /* WayImpactHow: added, removed, edited, or only moved by others */
  gint64 summary;    /* has rows of its own */
  WayMoment start_before, finish_before, start_after, finish_after;
  gint64 critical_before, critical_after;
  gint64 float_before, float_after; /* working minutes */
} WayImpactRow;

/* Somebody whose work is not as it was. */
typedef struct
{
  gint64 id;
  char *title;
  gint64 work_before, work_after; /* minutes */
  gint64 peak_before, peak_after; /* per cent of the working time, on the fullest day */
  gint64 over_before, over_after; /* days with more work than can be done */
} WayImpactPerson;

/* What is told in words: a constraint or deadline that is broken, a criterion that is touched,
 * somebody to tell. */
typedef struct
{
  gint64 id;         /* of the record it is about; 0 = none */
  char *title;       /* of that record */
  char *text;        /* what about it */
} WayImpactNote;

typedef struct
{
  gint64 work_before, work_after;     /* minutes */
  gint64 cost_before, cost_after;     /* hundredths of the plan's currency */
  gint64 over_before, over_after;     /* days × people with more work than can be done */
  gint64 critical_before, critical_after; /* rows on the critical path */
  gint64 float_used;                  /* working minutes that rows have less, together */
  gint64 added, removed, edited;      /* rows, summaries included */
  gint64 moved, shifted;              /* rows with other figures only; of them with other dates */
  WayImpactFinish finish;             /* of the plan */
  GArray *milestones;                 /* WayImpactFinish: those that move, come or go */
  GArray *rows;                       /* WayImpactRow, in outline order, those removed last; of
                                         those moved, what is kept as text has only the first */
  GArray *people;                     /* WayImpactPerson */
  GArray *scope;                      /* WayImpactNote: every record that is edited, and how */
  GArray *quality;                    /* WayImpactNote: criteria, gates, lines of checklists */
  GArray *dependencies;               /* WayImpactNote: initiatives, milestones that wait */
  GArray *broken;                     /* WayImpactNote: kept before, and no longer */
  GArray *tell;                       /* WayImpactNote: who is to be told, and of what */
} WayChangeImpact;

WayChangeImpact *way_change_impact_new       (WayDocument *before, WayDocument *after);
void       way_change_impact_free      (WayChangeImpact *self);

char      *way_change_impact_to_json   (const WayChangeImpact *self);
WayChangeImpact *way_change_impact_from_json (const char *json);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WayChangeImpact, way_change_impact_free)

G_END_DECLS
