/* way-document-private.h: what the files of WayDocument share.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "document/way-document.h"
#include "document/way-scheduler.h"

G_BEGIN_DECLS

/* A step that can be undone or redone. */
typedef struct
{
  gint64 seq;  /* the changeset to invert */
  char *label; /* of the step that the user made */
} WayStep;

struct _WayDocument
{
  GObject parent_instance;

  WayPlan *plan;
  WayStore *store;       /* NULL: in memory only */
  WayScheduler *scheduler;
  char *author;
  gboolean sandbox;      /* a copy to try something on */
  gint64 past;           /* it is the plan as it was then, seconds since 1970 UTC; 0 = as it is */
  gint64 sandbox_of;     /* place in the journal of the plan that it is a copy of */
  WayDocument *original; /* that plan, where it is to be compared with; else NULL */

  GRWLock lock;          /* the plan: for who writes it, and for threads that make a copy of it */
  guint writing;         /* how often the writer holds it */
  int wanted;            /* atomic: the writer waits, and who copies lets it go first */

  guint depth;           /* open scopes */
  WayMoment now;         /* when the open scope began, for stamps */
  gint64 changed_at;     /* when the plan was changed last, seconds since 1970 UTC */
  WayMoment kept_on;     /* day on which way_document_keep_day() has looked */
  WayMoment backup_day;  /* on which a rolling backup was made, or tried */
  GError *failure;       /* why the open scope cannot be committed; NULL = it can */
  WayChangeset *scope;   /* the edits so far; NULL when no scope is open */

  GPtrArray *removed;    /* records that other programs deleted, kept alive for who holds them */

  GArray *undo;          /* WayStep, last on top */
  GArray *redo;
  GPtrArray *journal;    /* WayChangeset in memory, when there is no store */
};

/* What undo and redo lead to was valid when it was made. They must not fail because the rules
 * have become stricter since, in a newer Waymark. */
static inline gboolean
leads_to_known_state (const WayChangeset *changeset)
{
  return changeset->origin == WAY_ORIGIN_UNDO || changeset->origin == WAY_ORIGIN_REDO;
}

/* The moment at which the plan is as it is shown: now, or then. */
WayMoment     way_document_get_moment     (WayDocument *self);
void          way_document_hold           (WayDocument *self);
void          way_document_release        (WayDocument *self);
gboolean      way_document_validate       (WayDocument *self, const WayChangeset *changeset, GError **error);
void          way_document_open_scope     (WayDocument *self, const char *label, WayOrigin origin);
WayRecord    *way_document_add_from_edit  (WayDocument *self, const WayEdit *edit);
void          way_document_refresh        (WayDocument *self);
void          way_document_ensure_scheduled (WayDocument *self);
void          way_document_note_step      (WayDocument *self, gint64 seq, gint64 time, WayOrigin origin, const char *label);
void          way_document_keep_day       (WayDocument *self);
void          way_document_notify_history (WayDocument *self);
gboolean      way_document_load_history   (WayDocument *self, GError **error);
void          way_document_clear_history  (WayDocument *self);

G_END_DECLS
