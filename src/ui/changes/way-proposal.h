/* way-proposal.h: a window on a copy of the plan, in which a change is tried out and then kept.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "document/way-document.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* @inside: any widget of the plan's window; @request: (nullable): NULL = the change becomes a new
 * request when it is kept. */
void way_proposal_open (GtkWidget *inside, WayDocument *document, WayChangeRequest *request);

G_END_DECLS
