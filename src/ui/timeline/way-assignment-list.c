/* way-assignment-list.c: WayAssignmentList, who works on a task, in its dialog: person and units.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-i18n.h"

#include "ui/timeline/way-assignment-list.h"

#include "document/way-task-work.h"

#include "metrics/way-figure.h"
#include "metrics/way-task-column.h"
#include "model/way-error.h"
#include "ui/widgets/way-reference-button.h"

typedef struct
{
  WayAssignment *assignment; /* (nullable): NULL = to be made */
  GtkWidget *box;
  GtkWidget *resource; /* WayReferenceButton */
  GtkEditable *units;
  gboolean removed;
} Line;

struct _WayAssignmentList
{
  GtkBox parent_instance;

  WayDocument *document;
  WayTask *task;
  GtkWidget *lines_box;
  GPtrArray *lines; /* of Line */
};

G_DEFINE_FINAL_TYPE (WayAssignmentList, way_assignment_list, GTK_TYPE_BOX)

static void
line_free (gpointer data)
{
  Line *line = data;

  g_clear_object (&line->assignment);
  g_free (line);
}

static void
remove_cb (GtkButton *button, Line *line)
{
  line->removed = TRUE;
  gtk_widget_set_visible (line->box, FALSE);
}

static GtkWidget *
remove_button_new (Line *line)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, _ ("Take off this task"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Take off this task"), -1);
  g_signal_connect (button, "clicked", G_CALLBACK (remove_cb), line);
  return button;
}

static Line *
add_line (WayAssignmentList *self, WayAssignment *assignment)
{
  Line *line = g_new0 (Line, 1);
  GtkWidget *units = gtk_entry_new ();
  g_autofree char *percent = way_percent_format ((double)(assignment != NULL ? assignment->units : 100));

  line->assignment = assignment != NULL ? g_object_ref (assignment) : NULL;
  line->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  line->resource = way_reference_button_new (way_document_get_plan (self->document),
                                             &way_resource_type, FALSE);
  way_reference_button_set_name (WAY_REFERENCE_BUTTON (line->resource), _ ("Resource"));
  gtk_widget_set_hexpand (line->resource, TRUE);
  if (assignment != NULL)
    way_reference_button_set_value (WAY_REFERENCE_BUTTON (line->resource), assignment->resource);
  line->units = GTK_EDITABLE (units);
  gtk_editable_set_text (line->units, percent);
  gtk_editable_set_width_chars (line->units, 7);
  gtk_editable_set_max_width_chars (line->units, 7);
  gtk_editable_set_alignment (line->units, 1);
  gtk_widget_set_tooltip_text (units, _ ("Share of the working time, in per cent"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (units), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Units"), -1);
  gtk_box_append (GTK_BOX (line->box), line->resource);
  gtk_box_append (GTK_BOX (line->box), units);
  gtk_box_append (GTK_BOX (line->box), remove_button_new (line));
  gtk_box_append (GTK_BOX (self->lines_box), line->box);
  g_ptr_array_add (self->lines, line);
  return line;
}

static void
add_cb (GtkButton *button, WayAssignmentList *self)
{
  Line *line = add_line (self, NULL);

  gtk_widget_child_focus (line->resource, GTK_DIR_TAB_FORWARD);
}

/* What was typed as units. */
static gboolean
parse_units (Line *line, gint64 *units, GError **error)
{
  const WayField *field = way_record_type_field (&way_assignment_type, "units");
  g_autoptr (WayRecord) scratch = g_object_new (WAY_TYPE_ASSIGNMENT, NULL);
  WayUnit unit;
  WayValue value;

  if (!way_record_parse (scratch, field, gtk_editable_get_text (line->units), &value, &unit, error))
    {
      gtk_widget_add_css_class (GTK_WIDGET (line->units), "error");
      return FALSE;
    }
  *units = value.i;
  return TRUE;
}

static gboolean
apply_line (WayAssignmentList *self, Line *line, GError **error)
{
  gint64 resource = way_reference_button_get_value (WAY_REFERENCE_BUTTON (line->resource));
  WayRecord *person;
  gint64 units;

  if (line->removed)
    return line->assignment == NULL || way_task_unassign (self->document, line->assignment, error);
  if (resource == 0)
    {
      g_set_error_literal (error, WAY_ERROR, WAY_ERROR_INVALID,
                           _ ("Choose who works on the task, or remove the line."));
      return FALSE;
    }
  if (!parse_units (line, &units, error))
    return FALSE;
  person = way_plan_lookup (way_document_get_plan (self->document), resource);
  if (line->assignment == NULL)
    return way_task_assign (self->document, self->task, WAY_RESOURCE (person), units, error) != NULL;
  if (line->assignment->resource != resource)
    way_document_set_int (self->document, WAY_RECORD (line->assignment), "resource", resource);
  return way_assignment_edit_units (self->document, line->assignment, units, error);
}

gboolean
way_assignment_list_apply (WayAssignmentList *self, GError **error)
{
  for (guint i = 0; i < self->lines->len; i++)
    if (!apply_line (self, g_ptr_array_index (self->lines, i), error))
      return FALSE;
  return TRUE;
}

static void
way_assignment_list_finalize (GObject *object)
{
  WayAssignmentList *self = WAY_ASSIGNMENT_LIST (object);

  g_ptr_array_unref (self->lines);
  g_clear_object (&self->document);
  g_clear_object (&self->task);
  G_OBJECT_CLASS (way_assignment_list_parent_class)->finalize (object);
}

static void
way_assignment_list_class_init (WayAssignmentListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = way_assignment_list_finalize;
}

static void
way_assignment_list_init (WayAssignmentList *self)
{
  self->lines = g_ptr_array_new_with_free_func (line_free);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 8);
}

GtkWidget *
way_assignment_list_new (WayDocument *document, WayTask *task)
{
  WayAssignmentList *self = g_object_new (WAY_TYPE_ASSIGNMENT_LIST, NULL);
  GPtrArray *assignments
      = way_plan_get_referrers (way_document_get_plan (document), WAY_RECORD (task)->id,
                                way_record_type_field (&way_assignment_type, "task"));
  GtkWidget *heading = gtk_label_new (_ ("Works on it"));
  GtkWidget *add = gtk_button_new_with_label (_ ("Add resource"));

  self->document = g_object_ref (document);
  self->task = g_object_ref (task);
  self->lines_box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_widget_add_css_class (heading, "group-title");
  gtk_widget_set_halign (add, GTK_ALIGN_START);
  g_signal_connect (add, "clicked", G_CALLBACK (add_cb), self);
  gtk_box_append (GTK_BOX (self), heading);
  gtk_box_append (GTK_BOX (self), self->lines_box);
  gtk_box_append (GTK_BOX (self), add);
  for (guint i = 0; assignments != NULL && i < assignments->len; i++)
    add_line (self, g_ptr_array_index (assignments, i));
  return GTK_WIDGET (self);
}
