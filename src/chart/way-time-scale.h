/* way-time-scale.h: WayTimeScale, moments ↔ pixels; the table of zoom levels and their tiers.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A scale is a plain value. Any minutes_per_pixel between the ends of the table is
 * allowed, so zooming is continuous; the level only says which ticks and labels fit. */

#pragma once

#include "model/way-time.h"

G_BEGIN_DECLS

typedef struct
{
  double origin;            /* the moment at x = 0, in minutes; the left edge of what is shown */
  double minutes_per_pixel; /* > 0 */
  int first_weekday;        /* of the locale: 0 = Monday … 6 = Sunday */
} WayTimeScale;

typedef enum
{
  WAY_TICK_MINUTE,
  WAY_TICK_HOUR,
  WAY_TICK_DAY,
  WAY_TICK_WEEK,
  WAY_TICK_MONTH,
  WAY_TICK_QUARTER,
  WAY_TICK_HALF_YEAR,
  WAY_TICK_YEAR,
} WayTickUnit;

#define WAY_TIER_FORMATS 4

/* One line of the header. */
typedef struct
{
  WayTickUnit unit;
  int step;                              /* every so many units */
  const char *formats[WAY_TIER_FORMATS]; /* N_(), longest first: the first that fits is shown */
} WayTier;

typedef struct
{
  const char *label;        /* N_("Weeks"), for the zoom control */
  double minutes_per_pixel; /* what choosing the level sets */
  double coarsest;          /* the level holds up to this many minutes per pixel */
  gint64 snap;              /* minutes to which dragging rounds */
  WayTier major, minor;
  const WayTier *middle;    /* (nullable): a line that can stand between the two */
} WayZoomLevel;

#define WAY_SCALE_FINEST 0.25     /* minutes per pixel */
#define WAY_SCALE_COARSEST 120000.0

/* Levels, finest first; @index 0 … n − 1. */
guint               way_zoom_get_n_levels (void);
const WayZoomLevel *way_zoom_get_level    (guint index);

WayTimeScale way_time_scale_new     (double origin, double minutes_per_pixel);
WayTimeScale way_time_scale_fit     (WayMoment from, WayMoment to, double width, double margin);
double       way_time_scale_x       (const WayTimeScale *self, WayMoment moment);
double       way_time_scale_moment  (const WayTimeScale *self, double x);
guint        way_time_scale_level   (const WayTimeScale *self);
void         way_time_scale_zoom    (WayTimeScale *self, double minutes_per_pixel, double x);
guint        way_time_scale_step    (const WayTimeScale *self, gboolean finer);
WayMoment    way_time_scale_snap    (const WayTimeScale *self, WayMoment moment);

int          way_locale_first_weekday (void);

/* Ticks: start ≤ moment < next. */
WayMoment    way_tier_floor  (const WayTier *tier, WayMoment moment, int first_weekday);
WayMoment    way_tier_next   (const WayTier *tier, WayMoment tick);
char        *way_tier_format (const WayTier *tier, guint format, WayMoment tick);

G_END_DECLS
