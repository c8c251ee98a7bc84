/* way-schema.h: the tables of a plan's file.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One STRICT table for each record type, made from its fields, and two for the
 * journal. A file must have exactly these: what a stranger added, a trigger say,
 * could act behind the journal's back. */

#pragma once

#include "model/way-record.h"

#include <sqlite3.h>

G_BEGIN_DECLS

/* One object of the schema: its name, and the statement that makes it. */
typedef struct
{
  char *name;
  char *sql;
  gboolean is_table;
  const WayRecordType *type; /* of a record's table; NULL = journal, edit, indexes */
} WaySchemaObject;

GPtrArray *way_schema_objects (void);
gboolean   way_schema_create  (sqlite3 *db, GError **error);
gboolean   way_schema_inspect (sqlite3 *db, gboolean *current, GError **error);
char      *way_schema_dump    (sqlite3 *db, GError **error);
char      *way_schema_expected (void);

G_END_DECLS
