/* way-plan-files.h: opening, making, importing, copying and exporting plans, with their dialogs.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ui/way-window.h"

G_BEGIN_DECLS

/* @inside: a widget of the window that asks; a new plan opens there when it shows none yet. */
void  way_plan_files_open   (GtkWidget *inside, GFile *file);
void  way_plan_files_choose (GtkWidget *inside);
void  way_plan_files_import (GtkWidget *inside);
void  way_plan_files_import_file (GtkWidget *inside, GFile *source);
void  way_plan_files_sample (GtkWidget *inside);
void  way_plan_files_export (WayWindow *window);
void  way_plan_files_save_as (WayWindow *window);
gboolean way_plan_files_make_room (GFile *target, GError **error);

/* Where new plans are proposed: the folder used last, else the user's documents. (transfer full) */
char *way_plan_files_dup_folder (void);
void  way_plan_files_remember   (GFile *file);
/* "Orion launch" → "Orion launch.waymark", without what file systems do not allow. (transfer full) */
char *way_plan_files_propose_name (const char *title, const char *suffix);
/* … and where: beside the file @beside (nullable), else in the folder for new files. (transfer full) */
GFile *way_plan_files_propose (const char *beside, const char *title, const char *suffix);

G_END_DECLS
