/* way-date-entry.h: WayDateEntry, a date typed in any usual way or picked from a calendar.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/way-time.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define WAY_TYPE_DATE_ENTRY (way_date_entry_get_type ())
G_DECLARE_FINAL_TYPE (WayDateEntry, way_date_entry, WAY, DATE_ENTRY, GtkBox)

/* Signal ::edited: the text was committed (Enter, focus left, day picked); whether it is a date,
 * way_date_entry_get_value() says. */
GtkWidget  *way_date_entry_new       (gboolean with_time, int default_minute);
const char *way_date_entry_get_text  (WayDateEntry *self);
void        way_date_entry_set_text  (WayDateEntry *self, const char *text);
void        way_date_entry_set_value (WayDateEntry *self, WayMoment moment);
gboolean    way_date_entry_get_value (WayDateEntry *self, WayMoment *moment, GError **error);
void        way_date_entry_set_name  (WayDateEntry *self, const char *accessible_name);
GtkWidget  *way_date_entry_get_entry (WayDateEntry *self);

G_END_DECLS
