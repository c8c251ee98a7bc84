/* way-store-private.h: what the files of the store share.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/way-statement.h"
#include "store/way-store.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* The statements of a commit, prepared when first needed. */
typedef struct
{
  GHashTable *inserts; /* WayRecordType → WayStatement */
  GHashTable *deletes; /* WayRecordType → WayStatement */
  GHashTable *updates; /* WayField → WayStatement */
  WayStatement *journal;
  WayStatement *edit;
} WayWriter;

struct _WayStore
{
  GObject parent_instance;

  char *path;
  sqlite3 *db;
  gboolean read_only;
  gint64 seq;          /* the last journal entry that this store knows */
  gint64 data_version; /* SQLite's count of what others committed, as of seq */
  WayWriter *writer;
};

WayStore  *way_store_new_for_path (const char *path);

/* The plans that this process has open. */
void       way_open_files_add     (WayStore *store);
void       way_open_files_remove  (WayStore *store);
gboolean   way_open_files_contain (const char *path);

WayWriter *way_writer_new  (void);
void       way_writer_free (WayWriter *self);

GThread   *way_store_check_beside (WayStore *self);

/* Reads one consistent state: begin … end. */
gboolean   way_store_begin_reading (WayStore *self, GError **error);
void       way_store_end_reading   (WayStore *self);
gboolean   way_store_note_seq      (WayStore *self, GError **error);

/* Every row of the file into @plan. A row that cannot stand fails the load, or, with @problems,
 * is left out and described there. */
gboolean   way_store_load_records  (sqlite3 *db, WayPlan *plan, GPtrArray *problems, GError **error);
GPtrArray *way_store_find_parent_loops (WayPlan *plan);
WayImage  *way_store_read_image    (WayStore *self, const WayRecordType *type, gint64 id, GError **error);

/* A record in the journal: {"title":"Design"}. */
JsonNode  *way_value_to_node       (const WayValue *value);
gboolean   way_value_from_node     (const WayField *field, JsonNode *node, WayValue *value);
JsonObject *way_image_to_object    (const WayImage *image);
gboolean   way_image_fill          (WayImage *image, JsonObject *object);
char      *way_image_to_json       (const WayImage *image);
WayImage  *way_image_from_json     (const WayRecordType *type, gint64 id, const char *json, GError **error);

G_END_DECLS
