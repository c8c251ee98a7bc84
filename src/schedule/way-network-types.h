/* way-network-types.h: the flat arrays of a WayNetwork: what goes in, what comes out.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Plain memory with public members, in minutes: moments since 1970-01-01 00:00, durations of
 * working time unless said otherwise (numbers.md §§1–3). */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define WAY_NET_NEVER G_MININT64 /* no moment */

/* Link types and constraints, numbered as in MS Project XML. */
enum { WAY_NET_FF = 0, WAY_NET_FS = 1, WAY_NET_SF = 2, WAY_NET_SS = 3 };
enum
{
  WAY_NET_ASAP = 0, WAY_NET_ALAP = 1, WAY_NET_MSO = 2, WAY_NET_MFO = 3,
  WAY_NET_SNET = 4, WAY_NET_SNLT = 5, WAY_NET_FNET = 6, WAY_NET_FNLT = 7,
};

/* How a lag counts. The percentages are of the predecessor's duration. */
enum
{
  WAY_NET_LAG_WORKING,         /* minutes in the successor's lag calendar */
  WAY_NET_LAG_ELAPSED,         /* minutes of the clock */
  WAY_NET_LAG_PERCENT,         /* per cent, in working time; by the clock after an elapsed duration */
  WAY_NET_LAG_ELAPSED_PERCENT, /* per cent, by the clock */
};

typedef enum
{
  WAY_NET_ELAPSED = 1 << 0,       /* the duration counts by the clock */
  WAY_NET_MANUAL = 1 << 1,        /* keeps manual_start and manual_finish */
  WAY_NET_INACTIVE = 1 << 2,      /* takes no part: gets dates, moves nobody */
  WAY_NET_DELAY_WORKING = 1 << 3, /* levelling_delay counts working minutes, else by the clock */
} WayNetFlags;

/* A row. Rows are in outline order: parents before their children, depth-first. A row with
 * children is a summary: its dates come from them; its links and constraint act on them.
 * What every pass over a plain task reads comes first. */
typedef struct
{
  gint32 parent;          /* index, −1 = top level */
  guint16 flags;          /* WayNetFlags */
  guint8 constraint;
  guint8 percent;         /* 0 … 100, matters once actual_start is set and remaining is not */
  gint32 calendar;        /* index: task ∩ resource calendars, what the work is done in */
  gint32 lag_calendar;    /* index: the task's own or the plan's, what lags and floats count in */
  gint64 duration;        /* minutes, ≥ 0; of a summary: ignored */
  gint64 split;           /* Σ of working minutes in which a split task rests; 0 = not split */
  gint64 constraint_date; /* not for ASAP and ALAP; NEVER = no constraint */
  gint64 actual_start;    /* NEVER = not started */
  gint64 actual_finish;   /* NEVER = not finished */
  gint64 levelling_delay; /* minutes ≥ 0 */
  gint32 first_part;      /* index of its parts, when n_parts > 0 */
  gint32 n_parts;         /* 0 = the duration is worked in `calendar` */
  gint64 deadline;        /* NEVER = none */
  gint64 split_left;      /* the part of `split` after the work that is done; once started */
  gint64 stop;            /* where done work ends, NEVER = computed from percent */
  gint64 resume;          /* earliest moment for the remaining work, NEVER = at stop */
  gint64 remaining;       /* minutes still to do of a started task, −1 = from percent */
  gint64 manual_start;    /* NEVER = as if automatic */
  gint64 manual_finish;   /* NEVER = start + duration */
} WayNetTask;

/* What one assignment contributes to a task that several people do, each in their own time:
 * the task starts with the first and is finished with the last of them. */
typedef struct
{
  gint32 calendar; /* index: task ∩ resource */
  gint64 minutes;  /* work / units */
  gint64 wait;     /* minutes by the clock until it begins, ≥ 0: levelling */
} WayNetPart;

typedef struct
{
  gint32 predecessor;
  gint32 successor;
  guint8 type;
  guint8 lag_kind;
  guint8 ignored; /* set to leave the link out (closes a cycle, say) */
  gint64 lag;     /* minutes or per cent, negative = lead */
} WayNetLink;

/* What put the start (or, where a finish was asked for, the finish) where it is. */
typedef enum
{
  WAY_DRIVER_PROJECT,    /* the plan's start (or finish) */
  WAY_DRIVER_LINK,       /* driver = index of the link, which may lead to a summary above the task */
  WAY_DRIVER_CONSTRAINT, /* the task's own constraint */
  WAY_DRIVER_PARENT,     /* driver = index of the summary above whose constraint it is */
  WAY_DRIVER_ACTUAL,     /* an actual date */
  WAY_DRIVER_MANUAL,     /* set by hand */
  WAY_DRIVER_LATEST,     /* as late as possible */
  WAY_DRIVER_CHILD,      /* of a summary: driver = the child that starts first */
} WayNetDriver;

typedef enum
{
  WAY_CONFLICT_CONSTRAINT = 1 << 0, /* constraint against link; `blocked` = the link, −1 = another bound */
  WAY_CONFLICT_NEGATIVE = 1 << 1,   /* negative total float */
  WAY_CONFLICT_MANUAL = 1 << 2,     /* set by hand before a link allows; `blocked` = the link */
  WAY_CONFLICT_DEADLINE = 1 << 3,   /* finishes after its deadline */
  WAY_CONFLICT_PROGRESS = 1 << 4,   /* started before a link allowed; `blocked` = the link */
  WAY_CONFLICT_RANGE = 1 << 5,      /* runs out of 1900 … 2200 or of working time */
} WayNetConflict;

/* What a look ahead reads and writes comes first. */
typedef struct
{
  gint64 start, finish;             /* as scheduled */
  gint32 driver;
  gint32 blocked;
  guint8 driver_kind;               /* WayNetDriver */
  guint8 conflicts;                 /* WayNetConflict */
  guint8 critical;
  guint8 summary;
  guint32 reserved;                 /* 0: no stray bytes, so that results compare as memory */
  gint64 early_start, early_finish;
  gint64 late_start, late_finish;
  gint64 total_float, free_float;   /* working minutes (by the clock for elapsed durations) */
  gint64 start_float, finish_float; /* late − early; total_float is the smaller */
} WayNetResult;

typedef struct
{
  gint64 start;              /* of the plan; scheduling from the finish computes it */
  gint64 finish;             /* only read when from_finish */
  gint64 status_date;        /* NEVER = none */
  gint64 critical_float;     /* critical up to this total float */
  gint32 calendar;           /* the plan's */
  gboolean from_finish;
  gboolean honour_constraints; /* constraints win over links (default TRUE) */
  gboolean progress_override;  /* FALSE = retained logic (default) */
  gboolean multiple_paths;     /* what nothing follows is late after its own finish, not the plan's */
} WayNetOptions;

G_END_DECLS
