/* way-attention-watch.h: WayAttentionWatch, looks at what needs attention while a plan is open.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * It looks once the plan is shown, soon after a change, once for several, and from time to time,
 * since days pass. What triggers fired is written down then, and what is new is told to the
 * desktop: only where the user wants that, only what is more than a note, once, and not while the
 * window has the focus.
 *
 * Signal ::looked (GPtrArray *): what was found (element-type WayAttention). */

#pragma once

#include "document/way-document.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define WAY_TYPE_ATTENTION_WATCH (way_attention_watch_get_type ())
G_DECLARE_FINAL_TYPE (WayAttentionWatch, way_attention_watch, WAY, ATTENTION_WATCH, GObject)

WayAttentionWatch *way_attention_watch_new (WayDocument *document, GtkWindow *window);

G_END_DECLS
