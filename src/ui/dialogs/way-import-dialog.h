/* way-import-dialog.h: what came in with an import, what was changed, what was left out.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "exchange/way-import-report.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Copies what it shows: @report need not stay. */
void way_import_dialog_present (GtkWidget *inside, const WayImportReport *report);

/* What an import would do, with conflicts, as the content of a dialog. (transfer floating) */
GtkWidget *way_import_dialog_new_content (const WayImportReport *report);

G_END_DECLS
