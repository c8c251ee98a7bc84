/* way-task-lines.h: WayTaskLines, what belongs to a task in its dialog, a line each.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A line names the other record and an amount, and can be taken out; there is a button for a
 * new one. What is shown is held until way_task_lines_apply() turns it into edits. A subclass
 * says what the lines mean. */

#pragma once

#include "document/way-document.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define WAY_TYPE_TASK_LINES (way_task_lines_get_type ())
G_DECLARE_DERIVABLE_TYPE (WayTaskLines, way_task_lines, WAY, TASK_LINES, GtkBox)

typedef struct
{
  WayRecord *record; /* (nullable): NULL = to be made */
  GtkWidget *box;
  GtkWidget *other;  /* WayReferenceButton */
  GtkDropDown *choice; /* (nullable) */
  GtkEditable *amount;
  gboolean removed;
} WayTaskLine;

struct _WayTaskLinesClass
{
  GtkBoxClass parent_class;

  const WayRecordType *other_type;
  const char *other_name;
  const char *amount_name, *amount_help;
  const char *remove_label;

  /* Puts what the line's record says, or what a new one begins with, into its widgets. */
  void     (*fill_line)  (WayTaskLines *self, WayTaskLine *line);
  /* Adds the line's edits to the open scope. */
  gboolean (*apply_line) (WayTaskLines *self, WayTaskLine *line, GError **error);
};

/* For a subclass: what stands above the lines, on the button, and in the lines at first.
 * @records: (nullable) (element-type WayRecord) */
void         way_task_lines_build        (WayTaskLines *self, WayDocument *document, WayTask *task,
                                          const char *heading, const char *add_label,
                                          GPtrArray *records);
WayDocument *way_task_lines_get_document (WayTaskLines *self);
WayTask     *way_task_lines_get_task     (WayTaskLines *self);

/* Adds the edits to the open scope. */
gboolean     way_task_lines_apply        (WayTaskLines *self, GError **error);

G_END_DECLS
