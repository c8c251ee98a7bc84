/* way-task-filter.h: WayTaskFilter, which tasks somebody wants to see.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A plain value: start from way_task_filter_init(). A task matches when every
 * condition that is set holds. What a leaf alone can be (critical, late, in a state)
 * no summary is. */

#pragma once

#include "document/way-document.h"

G_BEGIN_DECLS

#define WAY_TASK_FILTER_NOBODY (-1)

typedef struct
{
  char *text;          /* (nullable): in title, id or notes, whatever the case */
  gint64 owner;        /* a resource that owns it or works on it; 0 = any, or NOBODY */
  gint64 done_for;     /* a milestone or an initiative; 0 = any */
  int state;           /* WayTaskState; −1 = any */
  gboolean critical;   /* on the critical path */
  gboolean late;       /* see way_task_is_behind() */
  gboolean conflicts;  /* in the list of way_conflicts_list() */
  gboolean milestones; /* points in time and rows of milestones */
  WayMoment from, to;  /* touches these days, both included; WAY_NEVER = open */
} WayTaskFilter;

void     way_task_filter_init     (WayTaskFilter *self);
void     way_task_filter_copy     (WayTaskFilter *self, const WayTaskFilter *from);
void     way_task_filter_clear    (WayTaskFilter *self);
gboolean way_task_filter_is_empty (const WayTaskFilter *self);

/* A filter made ready for the plan as it is now. */
typedef struct _WayTaskMatcher WayTaskMatcher;

WayTaskMatcher *way_task_matcher_new     (WayDocument *document, const WayTaskFilter *filter);
void            way_task_matcher_free    (WayTaskMatcher *self);
gboolean        way_task_matcher_matches (WayTaskMatcher *self, WayTask *task);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WayTaskMatcher, way_task_matcher_free)

G_END_DECLS
