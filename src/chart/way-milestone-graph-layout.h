/* way-milestone-graph-layout.h: milestones and what they wait for, drawn from left to right.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The layered way of drawing a graph (Sugiyama, Tagawa, Toda 1981): each milestone stands in a
 * column right of all that it waits for; a line that passes a column gets a place there between
 * the milestones; the places of a column are ordered so that few lines cross, and moved so that
 * lines are straight. In a column lines run level and in the gaps between columns aslant, so that
 * none passes through a milestone. Those that wait for nothing and that nothing waits for stand
 * below. */

#pragma once

#include "chart/way-scene.h"

G_BEGIN_DECLS

#define WAY_GRAPH_NODE_WIDTH 212.0
#define WAY_GRAPH_NODE_HEIGHT 68.0

typedef struct
{
  guint from, to; /* places among the nodes */
  gboolean critical;
} WayGraphEdge;

typedef struct
{
  const char *id, *title, *dates; /* borrowed */
  const char *variance;           /* (nullable) */
  const char *blocked;            /* (nullable): a word, while something holds it up */
  const char *letter;             /* of the status colour */
  guint level;                    /* 0 green, 1 yellow, 2 red */
  gboolean late, critical, done;
} WayGraphNode;

typedef struct
{
  guint first, length; /* among the points; length 0 = not drawn */
} WayGraphRoute;

typedef struct
{
  guint n_nodes, n_edges;
  WayGraphEdge *edges;
  WayPoint *places;      /* of each node: its top left */
  WayGraphRoute *routes; /* of each edge */
  GArray *points;        /* of WayPoint */
  double unlinked_y;     /* where those without links begin; 0 = there are none */
  double width, height;
} WayGraphLayout;

/* How much of a node can be read. */
typedef enum { WAY_GRAPH_ALL, WAY_GRAPH_NAMES, WAY_GRAPH_COLORS } WayGraphDetail;

typedef struct
{
  double x, y, width, height; /* what is seen, in scene units */
  WayGraphDetail detail;
  guint focus;                /* the node with the keyboard; G_MAXUINT = none */
} WayGraphView;

WayGraphLayout *way_graph_layout_new  (guint n_nodes, const WayGraphEdge *edges, guint n_edges);
void            way_graph_layout_free (WayGraphLayout *self);

guint           way_graph_layout_pick (const WayGraphLayout *self, double x, double y);
guint           way_graph_layout_step (const WayGraphLayout *self, guint node, int right, int down);
/* @nodes: (array length=n_nodes); @view: (nullable): NULL = all of it */
void            way_graph_layout_draw (const WayGraphLayout *self, const WayGraphNode *nodes,
                                       const WayGraphView *view, const WayMeasure *measure,
                                       WayScene *scene);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WayGraphLayout, way_graph_layout_free)

G_END_DECLS
