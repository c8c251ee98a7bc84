/* way-connection.c: a SQLite connection that trusts no file.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-i18n.h"

#include "store/way-connection.h"

#include "model/way-error.h"
#include "store/way-statement.h"

#define OPENING N_ ("Could not open the plan")
#define BUSY_MILLISECONDS 3000

static const struct
{
  int limit, value;
} limits[] = {
  { SQLITE_LIMIT_LENGTH, 256 * 1024 * 1024 }, /* a text is at most 16 MiB; an image holds several */
  { SQLITE_LIMIT_SQL_LENGTH, 256 * 1024 },
  { SQLITE_LIMIT_COLUMN, 400 },
  { SQLITE_LIMIT_VARIABLE_NUMBER, 400 },
  { SQLITE_LIMIT_EXPR_DEPTH, 100 },
  { SQLITE_LIMIT_COMPOUND_SELECT, 10 },
  { SQLITE_LIMIT_FUNCTION_ARG, 16 },
  { SQLITE_LIMIT_ATTACHED, 0 },
  { SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 200 },
  { SQLITE_LIMIT_TRIGGER_DEPTH, 1 },
  { SQLITE_LIMIT_WORKER_THREADS, 0 },
};

static const struct
{
  int option, value;
} options[] = {
  { SQLITE_DBCONFIG_DEFENSIVE, 1 },
  { SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0 },
  { SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0 },
  { SQLITE_DBCONFIG_ENABLE_TRIGGER, 0 },
  { SQLITE_DBCONFIG_ENABLE_VIEW, 0 },
  { SQLITE_DBCONFIG_DQS_DDL, 0 },
  { SQLITE_DBCONFIG_DQS_DML, 0 },
};

/* None of these reads or writes the file. A mapped file that somebody truncates would be a bus
 * error, so nothing is mapped. */
static const char *const pragmas[] = {
  "PRAGMA foreign_keys = ON",
  "PRAGMA cell_size_check = ON",
  "PRAGMA mmap_size = 0",
  "PRAGMA temp_store = MEMORY",
};

static sqlite3 *
open_handle (const char *path, WayConnectionMode mode, int *code)
{
  int flags = SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE;
  g_autofree char *absolute = g_canonicalize_filename (path, NULL);
  g_autofree char *escaped = g_uri_escape_string (absolute, "/", FALSE);
  g_autofree char *uri = g_strconcat ("file://", escaped, "?immutable=1", NULL);
  sqlite3 *db = NULL;

  if (mode == WAY_CONNECTION_IMMUTABLE)
    *code = sqlite3_open_v2 (uri, &db, flags | SQLITE_OPEN_READONLY | SQLITE_OPEN_URI, NULL);
  else if (mode == WAY_CONNECTION_READ)
    *code = sqlite3_open_v2 (absolute, &db, flags | SQLITE_OPEN_READONLY, NULL);
  else
    *code = sqlite3_open_v2 (absolute, &db, flags | SQLITE_OPEN_READWRITE, NULL);
  return db;
}

/**
 * way_connection_open:
 *
 * Opens an existing file. Its content has not been looked at yet.
 *
 * Returns: (transfer full) (nullable): close with way_connection_close()
 */
sqlite3 *
way_connection_open (const char *path, WayConnectionMode mode, GError **error)
{
  int code;
  sqlite3 *db = open_handle (path, mode, &code);

  for (guint i = 0; code == SQLITE_OK && i < G_N_ELEMENTS (options); i++)
    if (mode != WAY_CONNECTION_SALVAGE || options[i].option != SQLITE_DBCONFIG_DEFENSIVE)
      code = sqlite3_db_config (db, options[i].option, options[i].value, NULL);
  if (code == SQLITE_OK)
    code = sqlite3_busy_timeout (db, BUSY_MILLISECONDS);
  if (code != SQLITE_OK)
    {
      way_sql_set_error (error, db, code, OPENING);
      way_connection_close (db);
      return NULL;
    }
  for (guint i = 0; i < G_N_ELEMENTS (limits); i++)
    sqlite3_limit (db, limits[i].limit, limits[i].value);
  for (guint i = 0; i < G_N_ELEMENTS (pragmas); i++)
    if (!way_sql_run (db, pragmas[i], OPENING, error))
      {
        way_connection_close (db);
        return NULL;
      }
  return db;
}

static gboolean
set_journal_mode (sqlite3 *db, const char *mode, GError **error)
{
  g_autofree char *sql = g_strdup_printf ("PRAGMA journal_mode = %s", mode);

  return way_sql_run (db, sql, OPENING, error);
}

/**
 * way_connection_use_journal:
 *
 * Write-ahead logging where the place can have its side files; else a rollback journal, which
 * keeps the same promises and lets fewer programs work at once. Either is on the disk when a
 * commit returns. Needs a connection that has not read from the file yet where it may be that
 * the side files cannot be had.
 */
gboolean
way_connection_use_journal (sqlite3 *db, GError **error)
{
  g_autoptr (GError) problem = NULL;

  if (!set_journal_mode (db, "WAL", &problem) && !set_journal_mode (db, "TRUNCATE", error))
    return FALSE;
  return way_sql_run (db, "PRAGMA synchronous = FULL", OPENING, error)
         && way_sql_run (db, "PRAGMA journal_size_limit = 4194304", OPENING, error);
}

void
way_connection_close (sqlite3 *db)
{
  if (db != NULL)
    sqlite3_close_v2 (db);
}
