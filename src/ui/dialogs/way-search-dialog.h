/* way-search-dialog.h: WaySearchDialog, a search over everything that the plan holds.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "document/way-document.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

void way_search_dialog_present (GtkWidget *inside, WayDocument *document);

G_END_DECLS
