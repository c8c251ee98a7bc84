/* way-attention-acts.h: does what can be done about something that needs attention.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "metrics/attention/way-attention.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

void way_attention_open (GtkWidget *inside, WayDocument *document, const WayAttention *attention);
void way_attention_act  (GtkWidget *inside, WayDocument *document, const WayAttention *attention);

G_END_DECLS
