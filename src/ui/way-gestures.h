/* way-gestures.h: the one table of what the hand does with mouse, pen and modifiers.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * For people to look up, as way-actions.h is for keys; the code that does it is where the widgets
 * are. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  WAY_GESTURES_BARS,
  WAY_GESTURES_DRAGGING,
  WAY_GESTURES_LINKS,
  WAY_GESTURES_ROWS,
  WAY_GESTURES_TIME,
  WAY_N_GESTURE_GROUPS,
} WayGestureGroup;

typedef struct
{
  WayGestureGroup group;
  const char *gesture; /* N_(): what the hand does */
  const char *effect;  /* N_(): what comes of it */
} WayGestureInfo;

const WayGestureInfo *way_gestures_get_all         (guint *n_gestures);
const char           *way_gestures_get_group_label (WayGestureGroup group);

G_END_DECLS
