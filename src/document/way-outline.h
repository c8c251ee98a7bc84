/* way-outline.h: editing the task tree: insert, indent, outdent, move.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Each function is a whole undoable step (or part of an outer scope). Rows given
 * together keep their order. */

#pragma once

#include "document/way-document.h"

G_BEGIN_DECLS

/* Whether the user sees the row: rows move past those that a filter hides. */
typedef gboolean (*WayOutlineShown) (WayTask *task, gpointer data);

/* A new row after @after's whole subtree, on its level; NULL: at the end, top level.
 * Returns: (transfer none) (nullable) */
WayTask  *way_outline_insert  (WayDocument *document, WayTask *after, const char *title, GError **error);
WayTask  *way_outline_append_next (WayDocument *document, gint64 *rank);
WayTask  *way_outline_insert_above (WayDocument *document, WayTask *before, const char *title,
                                    GError **error);
WayTask  *way_outline_prepend_child (WayDocument *document, WayTask *parent, const char *title, GError **error);
WayTask  *way_outline_append_child (WayDocument *document, WayTask *parent, const char *title, GError **error);
gboolean  way_outline_outdent (WayDocument *document, WayTask **tasks, guint n_tasks, GError **error);
/* @shown: (nullable) (scope call): NULL = all rows are */
gboolean  way_outline_indent  (WayDocument *document, WayTask **tasks, guint n_tasks,
                               WayOutlineShown shown, gpointer data, GError **error);
gboolean  way_outline_move_up   (WayDocument *document, WayTask **tasks, guint n_tasks,
                                 WayOutlineShown shown, gpointer data, GError **error);
gboolean  way_outline_move_down (WayDocument *document, WayTask **tasks, guint n_tasks,
                                 WayOutlineShown shown, gpointer data, GError **error);
/* Under @parent (NULL = top level), before its child @before (NULL = last). */
gboolean  way_outline_place   (WayDocument *document, WayTask *task, WayTask *parent, WayTask *before, GError **error);
/* Several rows, as they are dragged. */
gboolean  way_outline_can_move_to (WayDocument *document, WayTask **tasks, guint n_tasks, WayTask *parent,
                                   GError **error);
gboolean  way_outline_move_to (WayDocument *document, WayTask **tasks, guint n_tasks, WayTask *parent,
                               WayTask *before, GError **error);
gboolean  way_outline_delete  (WayDocument *document, WayTask **tasks, guint n_tasks, GError **error);
gboolean  way_outline_can_indent  (WayDocument *document, WayTask *task);
gboolean  way_outline_can_outdent (WayDocument *document, WayTask *task);

G_END_DECLS
