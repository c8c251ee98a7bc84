/* way-attention-row.h: WayAttentionRow, a line of the page of alerts: what is the matter, since
 * when, and what can be done.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Its buttons activate actions of the page, after the signal ::chosen has told which row it is. */

#pragma once

#include "metrics/attention/way-attention.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define WAY_TYPE_ATTENTION_ROW (way_attention_row_get_type ())
G_DECLARE_FINAL_TYPE (WayAttentionRow, way_attention_row, WAY, ATTENTION_ROW, GtkBox)

GtkWidget *way_attention_row_new       (void);
void       way_attention_row_set       (WayAttentionRow *self, const WayAttention *attention,
                                        WayMoment today);
void       way_attention_row_open_menu (WayAttentionRow *self);

G_END_DECLS
