/* way-document.h: WayDocument, a plan with its file and its schedule: where every change is made.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * All change goes through an edit scope:
 *
 *   way_document_begin (document, _("Rename task"));
 *   way_document_set_text (document, record, "title", "Design");
 *   if (!way_document_commit (document, &error)) …            nothing has changed
 *
 * Edits are applied to the records at once, so that later ones see earlier ones.
 * The commit validates, reschedules, writes rows and journal in one transaction,
 * and emits ::changed with the changeset. If any step fails, everything is as it
 * was before way_document_begin(). Scopes nest: the outermost one commits.
 *
 * Signals: ::changed (WayChangeset *): after each commit, undo, redo, and change by others.
 * Properties: can-undo, can-redo, undo-label, redo-label, title (all notify). */

#pragma once

#include "model/way-plan.h"
#include "store/way-store.h"

G_BEGIN_DECLS

/* Far more than people use; each level costs on every way up to the top. */
#define WAY_OUTLINE_LEVELS_MAX 300

#define WAY_TYPE_DOCUMENT (way_document_get_type ())
G_DECLARE_FINAL_TYPE (WayDocument, way_document, WAY, DOCUMENT, GObject)

/* A record that a commit would not take. */
typedef struct
{
  gint64 record;         /* its id */
  const WayField *field; /* that is at fault; NULL = it cannot be said */
  char *message;         /* a whole sentence */
} WayRefusal;

/* A new plan in memory has a project record and the built-in calendars Standard, 24 Hours and
 * Night Shift; its start is 08:00 of @start's day. */
WayDocument *way_document_new      (const char *title, WayMoment start);
WayDocument *way_document_create   (const char *path, const char *title, WayMoment start, GError **error);
WayDocument *way_document_open     (const char *path, GError **error);
gboolean     way_document_save_as  (WayDocument *self, const char *path, GError **error);
void         way_document_close    (WayDocument *self);

WayPlan     *way_document_get_plan      (WayDocument *self);
WayStore    *way_document_get_store     (WayDocument *self);
const char  *way_document_get_path      (WayDocument *self);
const char  *way_document_get_title     (WayDocument *self);
gboolean     way_document_is_read_only  (WayDocument *self);
WayMoment    way_document_get_status_date (WayDocument *self);
void         way_document_set_author    (WayDocument *self, const char *author);

void         way_document_begin    (WayDocument *self, const char *label);
void         way_document_begin_with_origin (WayDocument *self, const char *label, WayOrigin origin);
gboolean     way_document_commit   (WayDocument *self, GError **error);
void         way_document_rollback (WayDocument *self);
void         way_document_start_over (WayDocument *self);
gboolean     way_document_in_scope (WayDocument *self);
gboolean     way_document_check    (WayDocument *self, GError **error);
GPtrArray   *way_document_list_refusals (WayDocument *self);

/* Inside a scope. The record that create returns is (transfer none). */
WayRecord   *way_document_create_record (WayDocument *self, const WayRecordType *type);
void         way_document_delete        (WayDocument *self, WayRecord *record);
void         way_document_set           (WayDocument *self, WayRecord *record, const WayField *field, const WayValue *value);
void         way_document_set_int       (WayDocument *self, WayRecord *record, const char *field, gint64 value);
void         way_document_set_real      (WayDocument *self, WayRecord *record, const char *field, double value);
void         way_document_set_text      (WayDocument *self, WayRecord *record, const char *field, const char *value);
gboolean     way_document_set_typed     (WayDocument *self, WayRecord *record, const char *field, const char *text, GError **error);
gboolean     way_document_apply         (WayDocument *self, const WayChangeset *changeset, GError **error);

gboolean     way_document_undo     (WayDocument *self, GError **error);
gboolean     way_document_redo     (WayDocument *self, GError **error);
gboolean     way_document_can_undo (WayDocument *self);
gboolean     way_document_can_redo (WayDocument *self);
const char  *way_document_get_undo_label (WayDocument *self);
const char  *way_document_get_redo_label (WayDocument *self);
gint64       way_document_get_undo_seq   (WayDocument *self);
WayRecord   *way_document_find_deleted   (WayDocument *self, gint64 id);
gint64       way_document_get_seq        (WayDocument *self);
gboolean     way_document_changed_since  (WayDocument *self, gint64 seq, const char *const *types);
/* The plan as it was, to be looked at. */
WayDocument *way_document_new_past       (WayDocument *self, gint64 seq, GError **error);
gint64       way_document_get_past       (WayDocument *self);
/* What a step of the journal was about, as it is now. (transfer none) (nullable) */
WayRecord   *way_document_record_of_step (WayDocument *self, gint64 seq);
gint64       way_document_count_changes  (WayDocument *self, const WayField *field, WayMoment from, WayMoment to, GError **error);

/* Takes in what other programs committed to the file; emits ::changed for each. */
gboolean     way_document_sync     (WayDocument *self, GError **error);

/* What the open scope would do to the schedule, without committing it. The scope stays open. Same
 * engine, same arrays as the commit. */
typedef struct
{
  WayTask *task;                /* unowned */
  WayMoment old_start, old_finish, new_start, new_finish;
} WayShift;
typedef struct
{
  guint n_rows, n_tasks;        /* that would move; tasks = without summaries */
  WayMoment old_finish, new_finish; /* of the plan */
} WayShiftTotals;
GArray      *way_document_preview  (WayDocument *self);
const WayShift *way_shifts_find    (gpointer shifts, WayTask *task);

/* Likewise, for who looks at a few of thousands: the look ahead, and then what it has found, until
 * the next edit. Missed: way_scheduler_get_missed(). */
void         way_document_look_ahead (WayDocument *self, WayShiftTotals *totals);
gboolean     way_document_find_shift (WayDocument *self, WayTask *task, WayShift *shift);
GArray      *way_document_get_missed (WayDocument *self);

/* Working time. @calendar is the id of a WayCalendar, 0 = the plan's; of a task it is the time that
 * its duration counts: with the days of its people, and that of the clock where it is elapsed. */
gint64       way_document_work_between (WayDocument *self, gint64 calendar, WayMoment from, WayMoment to);
gint64       way_document_task_work_between (WayDocument *self, WayTask *task, WayMoment from,
                                             WayMoment to);
WayMoment    way_document_work_add     (WayDocument *self, gint64 calendar, WayMoment from, gint64 minutes);
gboolean     way_document_is_working_day (WayDocument *self, gint64 calendar, WayMoment day);

/* Why a task stands where it stands, in a sentence: "Starts when “Design” finishes (FS + 2d)". */
char        *way_document_explain   (WayDocument *self, WayTask *task);

/* What the schedule found wrong (numbers.md §3): rows, and for one its bits of WayNetConflict. */
GPtrArray   *way_document_get_conflicted (WayDocument *self);
guint        way_document_get_conflicts  (WayDocument *self, WayTask *task, WayLink **link);
WayMoment    way_document_link_asks      (WayDocument *self, WayLink *link);

/* The links that a file brought and that were left out of the schedule because they close a
 * cycle; empty when all is well. (transfer full) (element-type WayLink unowned) */
GPtrArray   *way_document_get_ignored_links (WayDocument *self);

G_END_DECLS
