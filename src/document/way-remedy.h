/* way-remedy.h: WayRemedy, a way out: one edit that frees a date or settles a conflict.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What an explanation and a conflict offer beside their text. Each is one undoable step. */

#pragma once

#include "document/way-document.h"

G_BEGIN_DECLS

typedef enum
{
  WAY_REMEDY_UNPIN,         /* task: its constraint goes */
  WAY_REMEDY_PIN_EARLIEST,  /* task, date: starts no earlier than that */
  WAY_REMEDY_PIN_START,     /* task, date: must start then */
  WAY_REMEDY_MOVE_PIN,      /* task, date: the constraint is for that date */
  WAY_REMEDY_TO_DEADLINE,   /* task, date: a deadline in place of the constraint */
  WAY_REMEDY_MOVE_DEADLINE, /* task, date */
  WAY_REMEDY_DROP_DEADLINE, /* task */
  WAY_REMEDY_AUTOMATIC,     /* task: no longer scheduled by hand */
  WAY_REMEDY_BY_HAND,       /* task, date, finish: scheduled by hand on these dates */
  WAY_REMEDY_MOVE,          /* task, date: its start by hand, or its actual start, is then */
  WAY_REMEDY_NO_DELAY,      /* task: its levelling delay goes */
  WAY_REMEDY_UNLINK,        /* link */
  WAY_REMEDY_CUT_LAG,       /* link, minutes: of lag that stay */
  WAY_REMEDY_WORK_ON,       /* calendar, date: a day that is worked */
  WAY_REMEDY_WORK_WEEK,     /* calendar: Monday to Friday are worked */
  WAY_REMEDY_OWN_TIME,      /* task: people's calendars do not matter */
  WAY_REMEDY_NO_CALENDAR,   /* task: without a calendar of its own */
} WayRemedyKind;

typedef struct
{
  WayRemedyKind kind;
  WayRecord *record; /* owned: a task, a link or a calendar */
  WayMoment date;
  WayMoment finish;
  gint64 minutes;
} WayRemedy;

WayRemedy *way_remedy_new       (WayRemedyKind kind, gpointer record, WayMoment date);
WayRemedy *way_remedy_copy      (const WayRemedy *self);
void       way_remedy_free      (WayRemedy *self);
char      *way_remedy_dup_label (const WayRemedy *self);
gboolean   way_remedy_apply     (WayDocument *document, const WayRemedy *self, GError **error);
gboolean   way_remedy_try       (WayDocument *document, const WayRemedy *self, WayTask *task, WayMoment *start);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WayRemedy, way_remedy_free)

G_END_DECLS
