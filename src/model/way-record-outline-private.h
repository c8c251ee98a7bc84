/* way-record-outline-private.h: how the tables of way-record-outline.h are written down.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/way-record-outline.h"

G_BEGIN_DECLS

typedef struct
{
  const WayOutlineEntry *entries;
  guint n_entries;
} WayOutline;

extern const WayOutline way_milestone_outline, way_initiative_outline;

#define HEADING(level, heading) { NULL, heading, level, WAY_OUTLINE_HEADING, 0, NULL }
#define LINES(level, heading) { NULL, heading, level, WAY_OUTLINE_LINES, 0, NULL }
#define PROSE(level, key, heading) { key, heading, level, WAY_OUTLINE_PROSE, 0, NULL }
#define NUMBERED(level, key, heading) { key, heading, level, WAY_OUTLINE_NUMBERED, 0, NULL }
#define BULLETS(level, key, heading) { key, heading, level, WAY_OUTLINE_BULLETS, 0, NULL }
#define LIST(level, kind, choice, heading) { NULL, heading, level, WAY_OUTLINE_##kind, choice, NULL }
#define LINE(key, label, suffix) { key, label, 0, WAY_OUTLINE_LINE, 0, suffix }
#define FIELD(key, label, suffix) { key, label, 0, WAY_OUTLINE_FIELD, 0, suffix }
#define FIGURE(key, label, suffix) { key, label, 0, WAY_OUTLINE_FIGURE, 0, suffix }

G_END_DECLS
