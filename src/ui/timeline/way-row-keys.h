/* way-row-keys.h: the keys that go from row to row, the same in the rows and in the chart.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean way_row_key_is_to_an_end (guint keyval);
gboolean way_row_key_goes         (guint keyval, int first, int last, int page, int n_rows,
                                   int *to);

G_END_DECLS
