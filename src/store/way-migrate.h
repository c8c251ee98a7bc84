/* way-migrate.h: brings the tables of an older plan up to date.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One transaction: first the numbered steps from the file's version on, for what
 * only a person can know (a column renamed, values that mean something else);
 * then every table that differs from a fresh one is rebuilt. So a new field
 * needs its line in the record's header and a higher WAY_STORE_SCHEMA_VERSION,
 * and no step. */

#pragma once

#include <glib.h>
#include <sqlite3.h>

G_BEGIN_DECLS

/* What takes a file from version @to - 1 to @to. A default that changes needs a step, too: the
 * images in the journal hold only what differs from the default of their day. */
typedef struct
{
  gint64 to;
  const char *const *statements; /* ends with NULL */
} WayMigration;

gboolean way_migrate      (sqlite3 *db, GError **error);
gboolean way_migrate_with (sqlite3 *db, const WayMigration *steps, guint n_steps, GError **error);

G_END_DECLS
