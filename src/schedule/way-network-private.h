/* way-network-private.h: what the passes over a WayNetwork share. Internal to schedule/.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The graph has one node a task, and for a summary two: its entry, which hands bounds from
 * links and constraints down to the children, and its exit, which gathers their dates. Node
 * numbers: i is task i (the entry, of a summary), n_tasks + s is the exit of summary s. Links
 * lead from the exit of the predecessor to the entry of the successor; parents' entries lead
 * to children's, children's exits to parents'. So links on summaries cost no more than others. */

#pragma once

#include "schedule/way-network.h"
#include "schedule/way-rank-set.h"

G_BEGIN_DECLS

/* What a forward pass lays out. Links always read the dates as scheduled. */
typedef enum
{
  WAY_PASS_EARLY,       /* everything as early as possible */
  WAY_PASS_LATEST,      /* with late dates known: what is as late as possible goes there, and the
                         * early dates of what follows it move along, as in MS Project */
  WAY_PASS_FROM_FINISH, /* likewise, but early dates stay those of the early pass */
} WayPass;

/* A lower bound on a start or a finish, and who set it. */
typedef struct
{
  gint64 moment; /* NEVER = none */
  gint32 driver;
  guint8 kind; /* WayNetDriver */
} WayBound;

/* Where a leaf's dates stand in the calendar that its floats count in (see way_net_position). What
 * is linked to them and worked in the same calendar need not look them up again. */
typedef struct
{
  gint32 start;    /* of the start that links alone would give */
  gint32 finish;   /* of the early finish */
  gint32 late;     /* of the late start, −1 = others may not wait until then */
  gint32 calendar; /* index, −1 = not where the dates as scheduled stand, or by the clock */
} WayPositions;

/* What is known about a row before its own duration comes in. */
typedef struct
{
  WayBound start;
  WayBound finish;
} WayBounds;

/* The dates of one leaf in the making. */
typedef struct
{
  gint64 start, finish;
  gint64 logic;       /* the start that links alone would give */
  WayPositions positions;
  gint32 driver;
  gint32 blocked;
  guint8 kind;
  guint8 conflicts;
} WayPlace;

/* A summary's own values, beside its result. */
typedef struct
{
  gint32 task;
  WayBound start, finish;          /* forward: bounds on every child */
  gint64 reach;                    /* latest finish of any row in it, which a summary set by hand hides */
  gint64 late_finish;              /* backward: bound on every child … */
  gint64 late_first;               /* … and on the start of the child that starts first */
  gint64 in_start, in_finish;      /* earliest late dates of the children: what links into it meet */
} WaySummary;

typedef struct
{
  gint64 start, finish;
} WayNetDates;

struct _WayNetPrivate
{
  gboolean prepared;
  gboolean has_latest;   /* some task is as late as possible: dates depend on late dates */
  gboolean finish_moved; /* a row that may end the plan has changed */
  gint32 n_summaries, n_nodes;
  gint32 *subtree_end;  /* by task: the index after its last descendant */
  gint32 *summary_of;   /* by task: its index among summaries, −1 for a leaf */
  WaySummary *summaries;
  gint32 *in_first, *in_links;   /* CSR by successor: link indexes */
  gint32 *out_first, *out_links; /* CSR by predecessor */
  gint32 *order, *rank;          /* node by rank, rank by node */
  gint32 *in_ranks, *out_ranks;  /* beside the links: the rank of the node at their other end */
  WayPositions *positions;       /* by task */
  gint32 *scratch;               /* 2 × n_nodes, for walks over the graph */
  WayRankSet forward, backward;  /* ranks to visit */
  guint64 *early;                /* a bit a rank: visited forwards, and what it reads is not yet
                                    marked in `backward` */
  guint64 *changed;              /* a bit a task: its results are others since the last pass */
  WayNetDates *kept;             /* by task: what its dates are compared with */
  guint64 *moved;                /* a bit a task: its dates are others than those */
  gint64 begin;                  /* the plan's start in the running pass */
  gint64 late_from;              /* the plan's finish that late dates were counted from */
};

static inline gboolean
way_net_is_summary (const WayNetwork *net, gint32 task)
{
  return net->priv->summary_of[task] >= 0;
}

static inline WaySummary *
way_net_summary (const WayNetwork *net, gint32 task)
{
  return &net->priv->summaries[net->priv->summary_of[task]];
}

/* How many words of 64 hold so many bits; for none there is one, too. */
static inline gsize
way_net_words (gsize n_bits)
{
  return n_bits / 64 + 1;
}

static inline void
way_net_set_bit (guint64 *words, gint32 bit)
{
  words[bit / 64] |= G_GUINT64_CONSTANT (1) << (bit % 64);
}

/* Notes that a task's result has changed. */
static inline void
way_net_touch (WayNetwork *net, gint32 task)
{
  way_net_set_bit (net->priv->changed, task);
}

/* Notes whether a task's dates are others than those kept; after each change of either. */
static inline void
way_net_compare (WayNetwork *net, gint32 task)
{
  const WayNetDates *kept = &net->priv->kept[task];
  const WayNetResult *result = &net->results[task];
  guint64 *word = &net->priv->moved[task / 64];
  guint64 differs = (result->start != kept->start) | (result->finish != kept->finish);

  *word = (*word & ~(G_GUINT64_CONSTANT (1) << (task % 64))) | differs << (task % 64);
}

/* The node at which a task's dates are known. */
static inline gint32
way_net_exit (const WayNetwork *net, gint32 task)
{
  gint32 summary = net->priv->summary_of[task];

  return summary < 0 ? task : net->n_tasks + summary;
}

static inline gint32
way_net_node_task (const WayNetwork *net, gint32 node)
{
  return node < net->n_tasks ? node : net->priv->summaries[node - net->n_tasks].task;
}

static inline const WayWorktime *
way_net_calendar (const WayNetwork *net, const WayNetTask *task)
{
  return net->calendars[task->calendar];
}

static inline gint64
way_net_span (const WayNetTask *task)
{
  return task->duration + task->split;
}

/* Scheduled as late as possible? From the finish, that is what "as soon as possible" means. */
static inline gboolean
way_net_is_latest (const WayNetwork *net, const WayNetTask *task)
{
  if (task->constraint != WAY_NET_ALAP
      && !(net->options.from_finish && task->constraint == WAY_NET_ASAP))
    return FALSE;
  return task->actual_start == WAY_NET_NEVER && task->actual_finish == WAY_NET_NEVER
         && !(task->flags & WAY_NET_MANUAL && task->manual_start != WAY_NET_NEVER);
}

/* Does the link count, with both its ends in force? */
static inline gboolean
way_net_link_counts (const WayNetwork *net, const WayNetLink *link)
{
  return !link->ignored && !(net->tasks[link->predecessor].flags & WAY_NET_INACTIVE)
         && link->predecessor != link->successor;
}

gint64   way_net_move_by_lag (const WayNetwork *net, const WayNetLink *link, gint64 moment, int direction);
gint64   way_net_shift      (const WayNetwork *net, const WayNetTask *task, gint64 moment, gint64 minutes);
gint32   way_net_position   (const WayNetwork *net, const WayNetTask *task, gint64 moment);
gint64   way_net_minutes    (const WayNetwork *net, const WayNetTask *task, gint64 from, gint64 to);
gint64   way_net_next       (const WayNetwork *net, const WayNetTask *task, gint64 moment);
gint64   way_net_previous   (const WayNetwork *net, const WayNetTask *task, gint64 moment);
gint64   way_net_place      (const WayNetwork *net, const WayNetTask *task, gint64 moment, gboolean exact);
gint64   way_net_remaining  (const WayNetTask *task);
gint64   way_net_unfinished (const WayNetTask *task);
gboolean way_net_is_family  (const WayNetwork *net, const WayNetLink *link);

void     way_net_place_leaf (const WayNetwork *net, const WayNetTask *task, const WayBounds *bounds,
                             WayPlace *place);

/* @moment moved by the link's lag; @direction: 1 from predecessor to successor, −1 back. */
static inline gint64
way_net_lag (const WayNetwork *net, const WayNetLink *link, gint64 moment, int direction)
{
  return link->lag == 0 ? moment : way_net_move_by_lag (net, link, moment, direction);
}

/* Nodes evaluated one by one; they return whether others must look again. */
gboolean way_net_forward    (WayNetwork *net, gint32 node, WayPass pass);
gboolean way_net_backward   (WayNetwork *net, gint32 node);

/* Sets a value and notes in @changed when it was another. */
#define WAY_NET_PUT(slot, value, changed)                                                          \
  G_STMT_START { (changed) |= (slot) != (value); (slot) = (value); } G_STMT_END

G_END_DECLS
