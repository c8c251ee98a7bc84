/* way-cell-editor.h: WayCellEditor, the entry that a cell becomes while it is typed in.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What cannot be taken stays in the entry, with the reason in a popover beside it. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Where the cursor goes when the editor is left. */
typedef enum
{
  WAY_CELL_STAY,
  WAY_CELL_RETURN, /* down, but in a row that has just been made: on with another one */
  WAY_CELL_DOWN,
  WAY_CELL_UP,
  WAY_CELL_NEXT,
  WAY_CELL_PREVIOUS,
} WayCellMove;

#define WAY_TYPE_CELL_EDITOR (way_cell_editor_get_type ())
G_DECLARE_FINAL_TYPE (WayCellEditor, way_cell_editor, WAY, CELL_EDITOR, GtkWidget)

/* Returns FALSE with @error when @text is not good. */
typedef gboolean (*WayCellCommitFunc) (const char *text, gpointer data, GError **error);
/* The editor is no longer needed. @by_key: by Enter, Tab or Escape, not by a click elsewhere. */
typedef void     (*WayCellDoneFunc)   (WayCellMove move, gboolean by_key, gpointer data);

GtkWidget *way_cell_editor_new    (const char *label, float xalign, WayCellCommitFunc commit,
                                   WayCellDoneFunc done, gpointer data);
void       way_cell_editor_begin  (WayCellEditor *self, const char *text, gboolean select);
const char *way_cell_editor_get_text (WayCellEditor *self);
void       way_cell_editor_press  (WayCellEditor *self, guint keyval);
gboolean   way_cell_editor_finish (WayCellEditor *self, WayCellMove move, gboolean by_key);

G_END_DECLS
