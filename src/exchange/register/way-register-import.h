/* way-register-import.h: WayRegisterImport, a table of records on its way into a plan.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 *   file → rows → (columns mapped to fields) → check → apply
 *
 * A row goes in whole or not at all. What cannot be read is told with its row and column, and
 * the rows that stay out can be had again as a file, each with what is wrong. */

#pragma once

#include "document/way-document.h"
#include "exchange/register/way-csv.h"

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct
{
  char *header;          /* as in the file; "" = it has none */
  const WayField *field; /* what it goes into; NULL = nothing, or the id */
  gboolean is_id;        /* it says which record a row is about */
} WayRegisterColumn;

typedef enum
{
  WAY_ROW_NEW,
  WAY_ROW_CHANGED,
  WAY_ROW_SAME,
  WAY_ROW_BAD, /* stays out */
} WayRowFate;

typedef struct
{
  WayRowFate fate;
  gint64 record; /* id of the record that it is about; 0 = a new one */
  gint64 number; /* of a new one, when the file says; 0 = the next one */
  GArray *edits; /* of WayRegisterEdit */
} WayRegisterRow;

typedef struct
{
  guint line;     /* of the file */
  char *column;   /* header; "" = the row as a whole */
  char *text;     /* of the cell, cut when it is long */
  char *message;  /* a whole sentence */
  gboolean fatal; /* the row stays out; else the cell was taken in, but not as it stood there */
} WayRegisterProblem;

/* Public to read. */
typedef struct
{
  const WayRecordType *type;
  char *file;          /* display name */
  WayCsv *csv;         /* its first row is the headers */
  GArray *columns;     /* of WayRegisterColumn */
  GArray *rows;        /* of WayRegisterRow, one for each row behind the headers; by check */
  GPtrArray *problems; /* of WayRegisterProblem; by check */
  guint n_fates[4];    /* by WayRowFate; by check */
  gint64 checked_on;   /* place in the journal of the plan; −1 = not checked yet */
  gint64 rank;         /* of the row of the timeline that was made last; 0 = none yet */

  int *progress;       /* atomic, shared with the one that is checked: rows looked at */
  GCancellable *cancellable; /* (nullable): of that check */
} WayRegisterImport;

WayRegisterImport *way_register_import_open  (const WayRecordType *type, const char *path,
                                              GError **error);
void      way_register_import_open_start (const WayRecordType *type, const char *path,
                                          GCancellable *cancellable,
                                          GAsyncReadyCallback callback, gpointer data);
WayRegisterImport *way_register_import_open_finish (GAsyncResult *result, GError **error);
WayRegisterImport *way_register_import_parse (const WayRecordType *type, const char *file,
                                              const char *bytes, gsize length, GError **error);
void      way_register_import_free       (WayRegisterImport *self);
void      way_register_import_set_column (WayRegisterImport *self, guint column, gboolean is_id,
                                          const WayField *field);
void      way_register_import_check      (WayRegisterImport *self, WayDocument *document);
void      way_register_import_check_start (const WayRegisterImport *self, WayDocument *document,
                                           GCancellable *cancellable,
                                           GAsyncReadyCallback callback, gpointer data);
WayRegisterImport *way_register_import_check_finish (GAsyncResult *result, GError **error);
double    way_register_import_get_progress (const WayRegisterImport *self);
gboolean  way_register_import_is_stale   (const WayRegisterImport *self, WayDocument *document);
gboolean  way_register_import_apply      (WayRegisterImport *self, WayDocument *document,
                                          GError **error);
guint     way_register_import_get_n_rows (const WayRegisterImport *self);
char     *way_register_import_dup_bad_rows (const WayRegisterImport *self);
char     *way_register_problem_dup_place (const WayRegisterProblem *problem);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WayRegisterImport, way_register_import_free)

G_END_DECLS
