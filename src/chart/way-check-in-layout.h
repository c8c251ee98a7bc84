/* way-check-in-layout.h: the mood of a team over its check-ins, with their colours and the reviews.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "chart/way-scene.h"
#include "model/way-time.h"

G_BEGIN_DECLS

typedef struct
{
  WayMoment day;
  int mood;    /* 1 … 5; 0 = not asked */
  guint level; /* of the status colour: 0 green, 1 yellow, 2 red; above = none was given */
} WayCheckInMark;

typedef struct
{
  WayMoment day;
  const char *decision; /* in a word or two; borrowed */
} WayReviewMark;

/* @check_ins, @reviews: by day. Returns: the height; 0 when there are no two days to show */
double way_check_in_layout (const WayCheckInMark *check_ins, guint n_check_ins,
                            const WayReviewMark *reviews, guint n_reviews, double width,
                            const WayMeasure *measure, WayScene *scene);

G_END_DECLS
