/* way-column-chooser.h: WayColumnChooser, the list of all columns that the tree can show.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ui/timeline/way-task-tree.h"

G_BEGIN_DECLS

#define WAY_TYPE_COLUMN_CHOOSER (way_column_chooser_get_type ())
G_DECLARE_FINAL_TYPE (WayColumnChooser, way_column_chooser, WAY, COLUMN_CHOOSER, GtkPopover)

GtkWidget *way_column_chooser_new (WayTaskTree *tree);

G_END_DECLS
