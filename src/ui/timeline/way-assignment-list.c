/* way-assignment-list.c: WayAssignmentList, who works on a task, in its dialog: person and units.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-i18n.h"

#include "ui/timeline/way-assignment-list.h"

#include "document/way-task-work.h"
#include "metrics/way-figure.h"
#include "metrics/way-task-column.h"
#include "model/way-error.h"
#include "ui/widgets/way-reference-button.h"

struct _WayAssignmentList
{
  WayTaskLines parent_instance;
};

G_DEFINE_FINAL_TYPE (WayAssignmentList, way_assignment_list, WAY_TYPE_TASK_LINES)

static void
fill_line (WayTaskLines *self, WayTaskLine *line)
{
  WayAssignment *assignment = line->record != NULL ? WAY_ASSIGNMENT (line->record) : NULL;
  g_autofree char *percent
      = way_percent_format ((double)(assignment != NULL ? assignment->units : 100));

  if (assignment != NULL)
    way_reference_button_set_value (WAY_REFERENCE_BUTTON (line->other), assignment->resource);
  gtk_editable_set_text (line->amount, percent);
}

/* What was typed as units. */
static gboolean
parse_units (WayTaskLine *line, gint64 *units, GError **error)
{
  const WayField *field = way_record_type_field (&way_assignment_type, "units");
  g_autoptr (WayRecord) scratch = g_object_new (WAY_TYPE_ASSIGNMENT, NULL);
  WayUnit unit;
  WayValue value;

  if (!way_record_parse (scratch, field, gtk_editable_get_text (line->amount), &value, &unit, error))
    {
      gtk_widget_add_css_class (GTK_WIDGET (line->amount), "error");
      return FALSE;
    }
  *units = value.i;
  return TRUE;
}

static gboolean
apply_line (WayTaskLines *self, WayTaskLine *line, GError **error)
{
  WayDocument *document = way_task_lines_get_document (self);
  WayAssignment *assignment = line->record != NULL ? WAY_ASSIGNMENT (line->record) : NULL;
  gint64 resource = way_reference_button_get_value (WAY_REFERENCE_BUTTON (line->other));
  WayRecord *person;
  gint64 units;

  if (line->removed)
    return assignment == NULL || way_task_unassign (document, assignment, error);
  if (resource == 0)
    {
      g_set_error_literal (error, WAY_ERROR, WAY_ERROR_INVALID,
                           _ ("Choose who works on the task, or remove the line."));
      return FALSE;
    }
  if (!parse_units (line, &units, error))
    return FALSE;
  person = way_plan_lookup (way_document_get_plan (document), resource);
  if (assignment == NULL)
    return way_task_assign (document, way_task_lines_get_task (self), WAY_RESOURCE (person), units,
                            error)
           != NULL;
  if (assignment->resource != resource)
    way_document_set_int (document, line->record, "resource", resource);
  return way_assignment_edit_units (document, assignment, units, error);
}

static void
way_assignment_list_class_init (WayAssignmentListClass *klass)
{
  WayTaskLinesClass *lines_class = WAY_TASK_LINES_CLASS (klass);

  lines_class->other_type = &way_resource_type;
  lines_class->other_name = N_ ("Resource");
  lines_class->amount_name = N_ ("Units");
  lines_class->amount_help = N_ ("Share of the working time, in per cent");
  lines_class->remove_label = N_ ("Take off this task");
  lines_class->fill_line = fill_line;
  lines_class->apply_line = apply_line;
}

static void
way_assignment_list_init (WayAssignmentList *self)
{
}

GtkWidget *
way_assignment_list_new (WayDocument *document, WayTask *task)
{
  WayTaskLines *self = g_object_new (WAY_TYPE_ASSIGNMENT_LIST, NULL);

  way_task_lines_build (self, document, task, _ ("Works on it"), _ ("Add resource"),
                        way_plan_get_referrers (way_document_get_plan (document),
                                                WAY_RECORD (task)->id,
                                                way_record_type_field (&way_assignment_type, "task")));
  return GTK_WIDGET (self);
}
