/* way-table-dialog.h: WayTableDialog, which column of a file goes into which field, and what comes of it.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "document/way-document.h"
#include "ui/widgets/way-dialog.h"

G_BEGIN_DECLS

#define WAY_TYPE_TABLE_DIALOG (way_table_dialog_get_type ())
G_DECLARE_FINAL_TYPE (WayTableDialog, way_table_dialog, WAY, TABLE_DIALOG, WayDialog)

void way_table_dialog_present (GtkWidget *inside, WayDocument *document, const WayRecordType *type,
                               GFile *file);

G_END_DECLS
