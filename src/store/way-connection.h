/* way-connection.h: a SQLite connection that trusts no file.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A plan may come from a stranger: nothing in it may run, no extension may be
 * loaded, and no value may be larger than any plan needs. */

#pragma once

#include <glib.h>
#include <sqlite3.h>

G_BEGIN_DECLS

typedef enum
{
  WAY_CONNECTION_WRITE,
  WAY_CONNECTION_READ,
  WAY_CONNECTION_IMMUTABLE, /* no side files, no locks: nobody else may be writing */
  WAY_CONNECTION_SALVAGE,   /* a private copy of a damaged file: reads on where it can */
} WayConnectionMode;

sqlite3 *way_connection_open        (const char *path, WayConnectionMode mode, GError **error);
gboolean way_connection_use_journal (sqlite3 *db, GError **error);
void     way_connection_close       (sqlite3 *db);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (sqlite3, way_connection_close)

G_END_DECLS
