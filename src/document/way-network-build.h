/* way-network-build.h: records into the network's arrays.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "document/way-task-people.h"
#include "schedule/way-network.h"

G_BEGIN_DECLS

/* A network with the records that its rows come from. */
typedef struct
{
  WayPlan *plan;           /* unowned */
  WayWorktimes *worktimes;
  WayNetwork *network;
  GPtrArray *tasks;        /* WayTask: row → record */
  GPtrArray *links;        /* WayLink: index → record, by id */
  GHashTable *calendars;   /* WayWorktime → index + 1 in the network */
  WayTaskPeople *people;
  gint32 *first_part;      /* by row: where its parts have room; one more at the end */
} WayNetworkBuild;

WayNetworkBuild *way_network_build_new         (WayPlan *plan);
void             way_network_build_free        (WayNetworkBuild *self);
void             way_network_build_set_options (WayNetworkBuild *self);
void             way_network_build_set_task    (WayNetworkBuild *self, guint row);
void             way_network_build_set_links   (WayNetworkBuild *self);
void             way_network_build_set_link    (WayNetworkBuild *self, guint index);
int              way_network_build_find_link   (WayNetworkBuild *self, WayLink *link);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WayNetworkBuild, way_network_build_free)

G_END_DECLS
