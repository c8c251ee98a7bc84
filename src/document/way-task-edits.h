/* way-task-edits.h: what hands do to tasks: move, resize, progress, link, assign, baseline.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Each function adds its edits to the open scope, or makes a whole undoable step
 * when none is open. Where an edit needs a constraint to hold, the effect says so. */

#pragma once

#include "document/way-document.h"

G_BEGIN_DECLS

typedef enum
{
  WAY_EFFECT_NONE,    /* nothing to do */
  WAY_EFFECT_CHANGED, /* duration, progress, link … */
  WAY_EFFECT_PINNED,  /* a "start no earlier than" now holds it: say so, offer to take it back */
  WAY_EFFECT_FREED,   /* the pin that it had was taken away: links alone decide */
  WAY_EFFECT_ACTUAL,  /* the actual start or finish was corrected */
} WayEffect;

gboolean way_task_edit_start    (WayDocument *document, WayTask *task, WayMoment start, WayEffect *effect, GError **error);
gboolean way_task_edit_finish   (WayDocument *document, WayTask *task, WayMoment finish, WayEffect *effect, GError **error);
gboolean way_task_edit_duration (WayDocument *document, WayTask *task, gint64 minutes, WayUnit unit, GError **error);
gboolean way_task_edit_complete (WayDocument *document, WayTask *task, gint64 percent, GError **error);
gboolean way_task_is_pinned     (WayTask *task);
gboolean way_task_unpin         (WayDocument *document, WayTask *task, GError **error);

/* Lags in place of pins, and of pushing what follows (way-task-lags.c). */
gboolean way_task_pin_to_lag     (WayDocument *document, WayTask *task, GError **error);
gboolean way_task_can_pin_to_lag (WayDocument *document, WayTask *task);
guint    way_task_keep_followers (WayDocument *document, WayTask **moved, guint n_moved);

WayAssignment *way_task_find_assignment (WayDocument *document, WayTask *task, WayResource *resource);

WayLink  *way_task_find_link    (WayDocument *document, WayTask *predecessor, WayTask *successor);
/* WAY_ERROR_CYCLE names the loop; the check alone costs no edit.
 * @cycle: (out) (optional) (transfer full): "Design → Build → Design" */
gboolean  way_link_would_cycle  (WayDocument *document, WayTask *predecessor, WayTask *successor, char **cycle);
WayLink  *way_task_link         (WayDocument *document, WayTask *predecessor, WayTask *successor, WayLinkType type,
                                 gint64 lag, WayUnit lag_unit, GError **error);

/* "3FS+2d; 5SS": row numbers (1-based), type and lag as MS Project users type them. */
char     *way_task_format_predecessors (WayDocument *document, WayTask *task);
char     *way_task_format_successors   (WayDocument *document, WayTask *task);
gboolean  way_task_edit_predecessors   (WayDocument *document, WayTask *task, const char *text, GError **error);

/* "Ana, Ivo [50%]" */
char     *way_task_format_resources (WayDocument *document, WayTask *task);
gboolean  way_task_edit_resources   (WayDocument *document, WayTask *task, const char *text, GError **error);

/* Baselines 0 … 10. Saving over one replaces it in the same step. */
gboolean  way_baseline_save  (WayDocument *document, int slot, const char *title, GError **error);
WayBaseline *way_baseline_get (WayDocument *document, int slot);
WayBaseline *way_baseline_get_latest (WayDocument *document);
WayBaselineValue *way_baseline_get_value (WayDocument *document, int slot, WayTask *task);

G_END_DECLS
