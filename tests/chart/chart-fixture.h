/* chart-fixture.h: a small plan with every feature that charts draw.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

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

G_END_DECLS
