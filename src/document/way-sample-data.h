/* way-sample-data.h: the sample plan's content as tables that people can read and change.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Private to document/way-sample.c. Rows name each other by short keys. Dates are
 * ISO text; empty text and NULL mean "none". Tables end with a row of NULLs. */

#pragma once

#include <glib.h>

#include "document/way-document.h"

G_BEGIN_DECLS

#define WAY_SAMPLE_TITLE "Wren launch"
#define WAY_SAMPLE_START "2026-08-03"
#define WAY_SAMPLE_STATUS "2026-11-20"

typedef struct
{
  const char *key, *name, *initials, *role, *team;
  int rate;             /* whole currency units an hour */
  const char *calendar; /* title of a calendar, NULL = the plan's */
} WaySamplePerson;

typedef struct
{
  const char *calendar, *name, *first_day, *last_day;
} WaySampleHoliday;

/* A row of the outline as it was planned at first. */
typedef struct
{
  int level;           /* 0 initiative, 1 phase, 2 task or point */
  const char *key, *title;
  const char *duration; /* as typed; "0" makes a milestone's point; summaries have none */
  const char *people;  /* "jw, hv 50" = two people, the second at 50 % */
  const char *after;   /* "req, sensor SS+3d" = after two rows; type FS when not given */
} WaySampleTask;

/* A field that a row gets on top. */
typedef struct
{
  const char *key, *field, *value;
} WaySampleField;

/* What had happened by the status date. */
typedef struct
{
  const char *key, *started, *finished; /* not finished: NULL */
  int percent;
} WaySampleProgress;

typedef struct
{
  const char *row, *title, *owner, *sponsor, *target;
  int budget, roi; /* whole currency units, per cent */
  const char *outcome, *goals, *kpis;
} WaySampleInitiative;

typedef struct
{
  const char *row, *initiative, *owner, *target, *completed, *status, *priority, *risk;
  int effort, team_size; /* person-weeks, people */
  const char *metric, *stakeholders, *blocker, *blocked_since, *notes;
} WaySampleMilestone;

typedef struct
{
  const char *title, *decided_on, *owner, *milestone, *choice, *alternatives, *reasons;
} WaySampleDecision;

extern const WaySamplePerson way_sample_people[];
extern const WaySampleHoliday way_sample_holidays[];
extern const WaySampleTask way_sample_tasks[];
extern const WaySampleField way_sample_planned[];  /* in the first plan already */
extern const WaySampleField way_sample_replanned[]; /* changed after the first baseline */
extern const WaySampleField way_sample_current[];  /* changed since the second baseline */
extern const WaySampleProgress way_sample_progress[];
extern const WaySampleInitiative way_sample_initiatives[];
extern const WaySampleMilestone way_sample_milestones[];
extern const WaySampleDecision way_sample_decisions[];

void way_sample_add_snapshots (WayDocument *document);

G_END_DECLS
