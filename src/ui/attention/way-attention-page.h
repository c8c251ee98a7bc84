/* way-attention-page.h: WayAttentionPage, everything that needs attention, the worst first.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ui/way-page.h"

G_BEGIN_DECLS

#define WAY_TYPE_ATTENTION_PAGE (way_attention_page_get_type ())
G_DECLARE_FINAL_TYPE (WayAttentionPage, way_attention_page, WAY, ATTENTION_PAGE, WayPage)

G_END_DECLS
