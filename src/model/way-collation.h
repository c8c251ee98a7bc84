/* way-collation.h: names in the order in which people look for them.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * As the locale sorts letters, and numbers in a name by their value: "Task 12" before "Task 119". */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

int   way_collate       (const char *one, const char *two);
char *way_collation_key (const char *text);

G_END_DECLS
