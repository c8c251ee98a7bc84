/* way-snapshots.h: what is kept of each day on which the plan changed (numbers.md §5).
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The document takes them by itself, at the first change of a later day: the plan then is as it
 * was at the end of the day before. Where things stand today is not a snapshot but the plan,
 * unless a report was issued on a day on which nothing was changed. */

#pragma once

#include "document/way-document.h"

G_BEGIN_DECLS

void       way_snapshots_take         (WayDocument *document, WayMoment day);

/* A report went out: what it said is kept. */
void       way_snapshots_note_report  (WayDocument *document);

/* (transfer full) (element-type WaySnapshot): by day; @record: a milestone, initiative or risk */
GPtrArray *way_snapshots_of           (WayRecord *record);

/* The finish of its row, else the last forecast of its milestones; WAY_NEVER for none. */
WayMoment  way_initiative_forecast    (WayInitiative *initiative);
/* 0 … 100: of its row, else the mean of its milestones. */
gint64     way_initiative_percent     (WayInitiative *initiative);

G_END_DECLS
