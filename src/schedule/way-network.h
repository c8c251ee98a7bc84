/* way-network.h: WayNetwork, the tasks and links of a plan as flat arrays, and their schedule.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Fill `tasks`, `links`, `options` and the calendars, call way_network_prepare()
 * once, then way_network_schedule(), and read `results`. After changing values
 * call way_network_reschedule() with the changed tasks; after changing structure
 * (rows, parents, ends of links, which calendar has which time) prepare again.
 * The semantics are numbers.md §3. It knows no record and no clock; a pass
 * allocates nothing. Not thread-safe; way_network_copy() gives each thread its own. */

#pragma once

#include "schedule/way-network-types.h"
#include "schedule/way-worktime.h"

G_BEGIN_DECLS

typedef struct _WayNetPrivate WayNetPrivate;

typedef struct
{
  gint32 n_tasks, n_links, n_calendars, n_parts;
  WayNetTask *tasks;
  WayNetLink *links;
  WayWorktime **calendars; /* set with way_network_set_calendar() */
  WayNetPart *parts;       /* set with way_network_set_parts(); values may be changed in place */
  WayNetOptions options;
  WayNetResult *results;
  gint64 start, finish;    /* result: of the plan */
  WayNetPrivate *priv;
} WayNetwork;

WayNetwork *way_network_new          (int n_tasks, int n_links, int n_calendars);
WayNetwork *way_network_copy         (const WayNetwork *self);
void        way_network_free         (WayNetwork *self);
void        way_network_set_calendar (WayNetwork *self, int calendar, WayWorktime *worktime);
void        way_network_set_links    (WayNetwork *self, int n_links);
void        way_network_set_parts    (WayNetwork *self, const WayNetPart *parts, int n_parts);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (WayNetwork, way_network_free)

/* Structure. Cycles and paths are arrays of task indexes (element-type gint32). */
gboolean    way_network_prepare      (WayNetwork *self, GArray *cycle);
guint       way_network_break_cycles (WayNetwork *self, GArray *links);
gboolean    way_network_would_cycle  (WayNetwork *self, int predecessor, int successor, GArray *path);

/* Schedule. */
void        way_network_schedule     (WayNetwork *self);
void        way_network_reschedule   (WayNetwork *self, const gint32 *changed, guint n_changed);
void        way_network_mark         (WayNetwork *self, const gint32 *changed, guint n_changed);
void        way_network_reschedule_until (WayNetwork *self, gint32 task);
void        way_network_reschedule_early (WayNetwork *self, const gint32 *changed, guint n_changed);
void        way_network_reschedule_late  (WayNetwork *self);
const guint64 *way_network_get_changed (const WayNetwork *self, guint *n_words);
guint       way_network_count_changed (const WayNetwork *self);

/* Which dates are others than those that the caller has kept; those of a new network are 0. */
void        way_network_keep         (WayNetwork *self, gint32 task, gint64 start, gint64 finish);
void        way_network_get_kept     (const WayNetwork *self, gint32 task, gint64 *start,
                                      gint64 *finish);
const guint64 *way_network_get_moved (const WayNetwork *self, guint *n_words);

/* What one link says by the last schedule: the earliest moment for that end of the successor which
 * it meets, and the latest for that of the predecessor (G_MAXINT64 = any). */
gint64      way_network_link_asks    (const WayNetwork *self, int link);
gint64      way_network_link_allows  (const WayNetwork *self, int link);

/* What-ifs. */
typedef struct _WayNetworkState WayNetworkState;
WayNetworkState *way_network_save       (const WayNetwork *self);
void             way_network_restore    (WayNetwork *self, const WayNetworkState *state);
void             way_network_state_free (WayNetworkState *state);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (WayNetworkState, way_network_state_free)

G_END_DECLS
