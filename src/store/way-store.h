/* way-store.h: WayStore, a plan's file: one SQLite database.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Every commit writes the changed rows and the journal entry in one transaction
 * (WAL, synchronous=FULL): what was committed survives a kill at any moment.
 * Two programs may have the same file open; each learns of the other's commits
 * by way_store_changed_elsewhere() and takes them from the journal. */

#pragma once

#include "model/way-changeset.h"
#include "model/way-plan.h"

G_BEGIN_DECLS

#define WAY_STORE_APPLICATION_ID 0x57415931 /* "WAY1" */
#define WAY_STORE_SCHEMA_VERSION 9
#define WAY_STORE_SUFFIX ".waymark"

/* A line of the journal without its edits. */
typedef struct
{
  gint64 seq;
  gint64 time;      /* seconds since 1970 UTC */
  gint64 reverts;   /* 0, or the entry that this undo or redo inverts */
  WayOrigin origin;
  guint n_edits;
  char *author;
  char *label;
} WayJournalEntry;

void way_journal_entry_free (WayJournalEntry *entry);

#define WAY_TYPE_STORE (way_store_get_type ())
G_DECLARE_FINAL_TYPE (WayStore, way_store, WAY, STORE, GObject)

/* Makes a new file; refuses one that exists (WAY_ERROR_IO). */
WayStore  *way_store_create (const char *path, GError **error);

/* Opens an existing file: checks that it is a plan (FORMAT), not newer (NEWER), that nothing in it
 * could run (FORMAT), and migrates it forward, after a look for damage and a rolling backup. A
 * file or folder that cannot be written opens read-only (way_store_is_read_only()). */
WayStore  *way_store_open   (const char *path, GError **error);

const char *way_store_get_path     (WayStore *self);
gboolean    way_store_is_read_only (WayStore *self);

/* Fills an empty plan with every record of the file, and settles it. Meanwhile every page is looked
 * at (quick_check); a damaged file fails (FORMAT). */
gboolean   way_store_load   (WayStore *self, WayPlan *plan, GError **error);

/* Writes rows and journal in one transaction. The plan already holds the new state: values of
 * created and changed records are read from it. Sets changeset->seq. Fails with
 * WAY_ERROR_CONFLICT when somebody else has committed since the last load, commit or read. */
gboolean   way_store_commit (WayStore *self, WayPlan *plan, WayChangeset *changeset, GError **error);

/* The last journal entry that this store has loaded, written or handed out. */
gint64     way_store_get_seq (WayStore *self);

/* Cheap: has another connection committed since way_store_get_seq()? */
gboolean   way_store_changed_elsewhere (WayStore *self);

/* The changesets after way_store_get_seq(), oldest first, ready to be applied: the image of a
 * CREATE is filled from the row as it is now (a record that is gone again gets its defaults). */
GPtrArray *way_store_read_new (WayStore *self, GError **error);

/* Journal entries with seq > @after, oldest first, at most @limit (0 = all); element-type
 * WayJournalEntry, transfer full. */
gint64        way_store_count_changes  (WayStore *self, const WayField *field, gint64 from, gint64 to, GError **error);
gboolean      way_store_changed_since  (WayStore *self, gint64 seq, const char *const *types);
GPtrArray    *way_store_read_journal   (WayStore *self, gint64 after, guint limit, GError **error);

/* The latest entries that touched a record, newest first, at most @limit. */
GPtrArray    *way_store_read_journal_of (WayStore *self, const gint64 *records, guint n_records,
                                         guint limit, GError **error);

/* One changeset with its edits; the image of a CREATE is NULL. */
WayChangeset *way_store_read_changeset (WayStore *self, gint64 seq, GError **error);

/* Integrity: SQLite's own check, foreign keys, every row within its limits, every reference and
 * every journal entry readable, and journal ↔ rows: for each record touched by the journal its
 * last SET equals the row. Appends a line of text for each problem. FALSE only when the check
 * could not be made. */
gboolean   way_store_verify (WayStore *self, GPtrArray *problems, GError **error);

/* A consistent copy by the online backup API, safe while the plan is open: one file, without side
 * files. Replaces what is there once it is whole, but no plan that is open. */
gboolean   way_store_backup (WayStore *self, const char *path, GError **error);

/* To be called before the first commit of a day: copies the plan into the user's data folder,
 * waymark/backups/NAME-HASH/DAY.waymark; the last 10 of each plan are kept. Does nothing when
 * today's is there. */
gboolean   way_store_backup_rolling (WayStore *self, GError **error);

/* May this file be replaced? FALSE with WAY_ERROR_IO when it is a plan that is open. */
gboolean   way_store_check_closed (const char *path, GError **error);

/* Salvages what can be read of a damaged plan into a new file, whose history begins there; the
 * original is not touched, and may not be open in this program. */
gboolean   way_store_recover (const char *damaged, const char *fresh, guint *n_records, GError **error);

G_END_DECLS
