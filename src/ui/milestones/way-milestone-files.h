/* way-milestone-files.h: milestone documents as files: written, and taken in after a look.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "document/way-document.h"
#include "model/way-records.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* One document; asks for its place. */
void way_milestone_files_export      (GtkWidget *inside, WayDocument *document,
                                      WayMilestone *milestone);
/* All documents into a folder, which is asked for. */
void way_milestone_files_export_all  (GtkWidget *inside, WayDocument *document);
/* @milestone: (nullable): over which; NULL = the one that the document names, or a new one */
void way_milestone_files_import      (GtkWidget *inside, WayDocument *document,
                                      WayMilestone *milestone);
/* Shows what taking in @file would do, and does it when it is confirmed. */
void way_milestone_files_import_file (GtkWidget *inside, WayDocument *document, GFile *file,
                                      WayMilestone *milestone);

G_END_DECLS
