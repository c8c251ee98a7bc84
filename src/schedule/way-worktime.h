/* way-worktime.h: WayWorktime, a calendar compiled to an index of working time.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A week of working intervals plus dated exceptions, with running totals, so
 * that adding a million minutes costs the same as adding one (numbers.md §2).
 * Immutable and reference-counted: threads may share it.
 *
 * Moments are minutes since 1970-01-01 00:00. Working time is made of whole
 * minutes; the moment t stands between the minute that ends and the one that
 * begins there. Friday 17:00 and Monday 08:00 are therefore the same place in
 * working time: the former is where work *ends*, the latter where it *begins*. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define WAY_WORKTIME_MIN ((gint64) -36816480) /* 1900-01-01 00:00: results never lie before … */
#define WAY_WORKTIME_MAX ((gint64) 121494240) /* 2201-01-01 00:00: … or after these */

/* Working time within one day: [from, to) in minutes of the day, 0 ≤ from < to ≤ 1440. */
typedef struct
{
  gint16 from;
  gint16 to;
} WayInterval;

typedef struct _WayWorktime WayWorktime;
typedef struct _WayWorktimeBuilder WayWorktimeBuilder;

/* Building. Intervals may come in any order; those that overlap or touch are
 * merged, empty ones dropped, the rest clamped to the day. Days are numbered
 * from 1970-01-01 = 0 (moment / 1440, rounded down); weekdays 0 = Monday … 6 = Sunday. */
WayWorktimeBuilder *way_worktime_builder_new         (void);
void                way_worktime_builder_free        (WayWorktimeBuilder *builder);
void                way_worktime_builder_set_weekday (WayWorktimeBuilder *builder, int weekday,
                                                      const WayInterval *intervals, guint n_intervals);
void                way_worktime_builder_set_day     (WayWorktimeBuilder *builder, gint64 day,
                                                      const WayInterval *intervals, guint n_intervals);
WayWorktime        *way_worktime_builder_end         (WayWorktimeBuilder *builder);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (WayWorktimeBuilder, way_worktime_builder_free)

WayWorktime *way_worktime_new_standard     (void);
WayWorktime *way_worktime_new_always       (void);
WayWorktime *way_worktime_new_intersection (const WayWorktime *a, const WayWorktime *b);
WayWorktime *way_worktime_new_union        (const WayWorktime *a, const WayWorktime *b);
gboolean     way_worktime_equal            (const WayWorktime *a, const WayWorktime *b);
WayWorktime *way_worktime_ref              (WayWorktime *self);
void         way_worktime_unref            (WayWorktime *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (WayWorktime, way_worktime_unref)

/* Asking. O(log exceptions), no allocation. A position is a number of working minutes since 1900:
 * whoever keeps it beside the moment counts on from there without asking again where it lies. */
gboolean way_worktime_is_working  (const WayWorktime *self, gint64 moment);
gint64   way_worktime_next        (const WayWorktime *self, gint64 moment);
gint64   way_worktime_previous    (const WayWorktime *self, gint64 moment);
gint64   way_worktime_add         (const WayWorktime *self, gint64 moment, gint64 minutes);
gint64   way_worktime_position    (const WayWorktime *self, gint64 moment);
gint64   way_worktime_begin_at    (const WayWorktime *self, gint64 position);
gint64   way_worktime_end_at      (const WayWorktime *self, gint64 position);
gint64   way_worktime_between     (const WayWorktime *self, gint64 from, gint64 to);
guint    way_worktime_get_day     (const WayWorktime *self, gint64 day, const WayInterval **intervals);
gint64   way_worktime_day_minutes (const WayWorktime *self, gint64 day);

G_END_DECLS
