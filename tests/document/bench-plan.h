/* bench-plan.h: plans of any size for the benchmarks.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "document/way-document.h"

G_BEGIN_DECLS

void bench_plan_fill (WayDocument *document, guint n_rows);

G_END_DECLS
