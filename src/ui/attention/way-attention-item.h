/* way-attention-item.h: WayAttentionItem, a WayAttention that a list view can hold.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "metrics/attention/way-attention.h"

G_BEGIN_DECLS

#define WAY_TYPE_ATTENTION_ITEM (way_attention_item_get_type ())
G_DECLARE_FINAL_TYPE (WayAttentionItem, way_attention_item, WAY, ATTENTION_ITEM, GObject)

WayAttentionItem   *way_attention_item_new   (GPtrArray *list, guint index);
const WayAttention *way_attention_item_get   (WayAttentionItem *self);
gboolean            way_attention_item_equal (WayAttentionItem *self, const WayAttention *other);

G_END_DECLS
