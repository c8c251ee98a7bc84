/* way-settings.h: the user's preferences and window state.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* The one GSettings of the program. (transfer none) */
GSettings *way_settings_get (void);

/* The name under which changes are recorded: the preference, else the account's. (transfer full) */
char      *way_settings_dup_author (void);

/* Plans opened last, newest first: (element-type GFile) (transfer full), files that are gone left out. */
GPtrArray *way_settings_get_recent    (guint max);
void       way_settings_add_recent    (GFile *file);

G_END_DECLS
