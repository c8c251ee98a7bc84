/* chart-fixture.h: a small plan with every feature that charts draw.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "chart/way-scene.h"
#include "document/way-document.h"

G_BEGIN_DECLS

#define FIXTURE_TODAY (way_moment (2026, 11, 20, 9, 0))

/* A product launch in the autumn of 2026: summaries, finished, running and critical tasks, all
 * four kinds of link, pins, a deadline, a baseline, a late milestone, a holiday. (transfer full) */
WayDocument *fixture_document (void);
WayTask     *fixture_find     (WayDocument *document, const char *title);
/* All rows in outline order, as a chart takes them. (transfer none) */
WayTask *const *fixture_rows  (WayDocument *document, guint *n_rows);

/* A plan of @n_rows rows in groups of ten, each row linked to the one before, and
 * every fiftieth to one far below. (transfer full) */
WayDocument *fixture_large_document (guint n_rows);

/* Against a file in golden/. After a wanted change: WAYMARK_UPDATE_GOLDEN=1 writes the files anew;
 * read the difference before committing it. Widths are approximate ones, so no font matters. */
void fixture_compare_text  (const char *actual, const char *name);
void fixture_compare_scene (const WayScene *scene, const char *name);

G_END_DECLS
