/* way-changeset.h: WayChangeset, an ordered list of edits: the one mechanism of change.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Undo is the inverse changeset; autosave writes it; history reads it; a preview
 * applies one that is thrown away. Nothing changes a plan in another way. */

#pragma once

#include "model/way-image.h"
#include "model/way-record.h"

G_BEGIN_DECLS

typedef enum { WAY_EDIT_CREATE, WAY_EDIT_SET, WAY_EDIT_DELETE } WayEditKind;

/* Stored in files: never renumber. */
typedef enum
{
  WAY_ORIGIN_EDIT = 0,
  WAY_ORIGIN_UNDO = 1,
  WAY_ORIGIN_REDO = 2,
  WAY_ORIGIN_IMPORT = 3,
  WAY_ORIGIN_LEVELLING = 4,
  WAY_ORIGIN_CHANGE_REQUEST = 5,
  WAY_ORIGIN_SNAPSHOT = 6, /* made by the program, not by the user: no step of undo and redo */
  WAY_ORIGIN_WATCH = 7,    /* what the program found out and wrote down: likewise */
} WayOrigin;

typedef struct
{
  WayEditKind kind;
  const WayRecordType *type;
  gint64 id;
  const WayField *field;   /* SET */
  WayValue before, after;  /* SET, owned */
  WayImage *image;         /* DELETE: what was there. CREATE: what to create, NULL = defaults.
                            * A create in the journal has none: its values are in the row itself,
                            * or in the delete that took it away. */
  WayRecord *removed;      /* DELETE: the object itself while the scope is open, so that a
                            * rollback brings back the same one; else NULL */
} WayEdit;

typedef struct
{
  grefcount ref_count;
  gint64 seq;       /* place in the journal; 0 = not in it */
  gint64 time;      /* wall clock, seconds since 1970 UTC */
  gint64 reverts;   /* UNDO, REDO: seq of the changeset that this one inverts */
  WayOrigin origin;
  char *author;
  char *label;      /* "Move “Design review”" */
  GArray *edits;    /* of WayEdit */
} WayChangeset;

#define WAY_TYPE_CHANGESET (way_changeset_get_type ())
GType way_changeset_get_type (void);

WayChangeset *way_changeset_new    (const char *label, WayOrigin origin);
WayChangeset *way_changeset_ref    (WayChangeset *self);
void          way_changeset_unref  (WayChangeset *self);
WayChangeset *way_changeset_invert (const WayChangeset *self, const char *label, WayOrigin origin);

void          way_changeset_add_create (WayChangeset *self, const WayRecordType *type, gint64 id,
                                        WayImage *image);
void          way_changeset_add_set    (WayChangeset *self, const WayField *field, gint64 id,
                                        const WayValue *before, const WayValue *after);
void          way_changeset_add_delete (WayChangeset *self, WayImage *image, WayRecord *removed);

guint          way_changeset_get_n_edits (const WayChangeset *self);
const WayEdit *way_changeset_get_edit    (const WayChangeset *self, guint index);
gboolean       way_changeset_touches     (const WayChangeset *self, const WayRecordType *type);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WayChangeset, way_changeset_unref)

G_END_DECLS
