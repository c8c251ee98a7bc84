/* way-statement.h: WayStatement, a prepared SQL statement.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A thin wrapper over sqlite3_stmt: values go in and come out as a field's kind
 * says, and every error tells what was being done, in the user's words. */

#pragma once

#include "model/way-field.h"

#include <sqlite3.h>

G_BEGIN_DECLS

typedef struct _WayStatement WayStatement;

typedef enum { WAY_SQL_ERROR, WAY_SQL_ROW, WAY_SQL_DONE } WaySqlStep;

/* @doing: what fails when the statement does, marked N_(): "Could not save the change". */
WayStatement *way_statement_new    (sqlite3 *db, const char *sql, const char *doing, GError **error);
void          way_statement_free   (WayStatement *self);

/* Parameters count from 1. */
void          way_statement_bind_int   (WayStatement *self, int index, gint64 value);
void          way_statement_bind_text  (WayStatement *self, int index, const char *text);
void          way_statement_bind_null  (WayStatement *self, int index);
void          way_statement_bind_value (WayStatement *self, int index, const WayField *field,
                                        const WayValue *value);

WaySqlStep       way_statement_step   (WayStatement *self, GError **error);
gboolean      way_statement_run    (WayStatement *self, GError **error);
void          way_statement_reset  (WayStatement *self);

/* Columns count from 0. Text is borrowed until the next step. */
gint64        way_statement_column_int   (WayStatement *self, int column);
const char   *way_statement_column_text  (WayStatement *self, int column);
gboolean      way_statement_column_value (WayStatement *self, int column, const WayField *field,
                                          WayValue *value);

/* Statements without values. */
gboolean      way_sql_run       (sqlite3 *db, const char *sql, const char *doing, GError **error);
gboolean      way_sql_read_int  (sqlite3 *db, const char *sql, const char *doing, gint64 *value,
                                 GError **error);
void          way_sql_set_error (GError **error, sqlite3 *db, int code, const char *doing);
char         *way_sql_file_name (sqlite3 *db);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WayStatement, way_statement_free)

G_END_DECLS
