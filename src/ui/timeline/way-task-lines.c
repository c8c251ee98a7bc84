/* way-task-lines.c: WayTaskLines, what belongs to a task in its dialog, a line each.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-i18n.h"

#include "ui/timeline/way-task-lines.h"

#include "ui/widgets/way-reference-button.h"

typedef struct
{
  WayDocument *document;
  WayTask *task;
  GtkWidget *lines_box;
  GPtrArray *lines; /* WayTaskLine */
} WayTaskLinesPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (WayTaskLines, way_task_lines, GTK_TYPE_BOX)

#define PRIVATE(self) ((WayTaskLinesPrivate *)way_task_lines_get_instance_private (self))

static void
line_free (gpointer data)
{
  WayTaskLine *line = data;

  g_clear_object (&line->record);
  g_free (line);
}

static void
remove_cb (GtkButton *button, WayTaskLine *line)
{
  line->removed = TRUE;
  gtk_widget_set_visible (line->box, FALSE);
}

static GtkWidget *
remove_button_new (WayTaskLine *line, const char *label)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_signal_connect (button, "clicked", G_CALLBACK (remove_cb), line);
  return button;
}

/* A wrong amount is marked until it is typed anew. */
static void
amount_changed_cb (GtkWidget *amount)
{
  gtk_widget_remove_css_class (amount, "error");
}

static GtkWidget *
amount_entry_new (WayTaskLinesClass *klass)
{
  GtkWidget *entry = gtk_entry_new ();

  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 7);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (entry), 7);
  gtk_editable_set_alignment (GTK_EDITABLE (entry), 1);
  gtk_widget_set_tooltip_text (entry, _ (klass->amount_help));
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ (klass->amount_name), -1);
  g_signal_connect (entry, "changed", G_CALLBACK (amount_changed_cb), NULL);
  return entry;
}

static WayTaskLine *
add_line (WayTaskLines *self, WayRecord *record)
{
  WayTaskLinesPrivate *priv = PRIVATE (self);
  WayTaskLinesClass *klass = WAY_TASK_LINES_GET_CLASS (self);
  WayTaskLine *line = g_new0 (WayTaskLine, 1);

  line->record = record != NULL ? g_object_ref (record) : NULL;
  line->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  line->other = way_reference_button_new (way_document_get_plan (priv->document), klass->other_type,
                                          FALSE);
  way_reference_button_set_name (WAY_REFERENCE_BUTTON (line->other), _ (klass->other_name));
  gtk_widget_set_hexpand (line->other, TRUE);
  line->amount = GTK_EDITABLE (amount_entry_new (klass));
  gtk_box_append (GTK_BOX (line->box), line->other);
  gtk_box_append (GTK_BOX (line->box), GTK_WIDGET (line->amount));
  gtk_box_append (GTK_BOX (line->box), remove_button_new (line, _ (klass->remove_label)));
  klass->fill_line (self, line);
  gtk_box_append (GTK_BOX (priv->lines_box), line->box);
  g_ptr_array_add (priv->lines, line);
  return line;
}

static void
add_cb (GtkButton *button, WayTaskLines *self)
{
  gtk_widget_child_focus (add_line (self, NULL)->other, GTK_DIR_TAB_FORWARD);
}

/**
 * way_task_lines_apply:
 *
 * Returns: %FALSE with @error, in the user's words, at the first line that cannot be
 */
gboolean
way_task_lines_apply (WayTaskLines *self, GError **error)
{
  WayTaskLinesPrivate *priv = PRIVATE (self);

  for (guint i = 0; i < priv->lines->len; i++)
    if (!WAY_TASK_LINES_GET_CLASS (self)->apply_line (self, priv->lines->pdata[i], error))
      return FALSE;
  return TRUE;
}

/**
 * way_task_lines_get_document:
 *
 * Returns: (transfer none)
 */
WayDocument *
way_task_lines_get_document (WayTaskLines *self)
{
  return PRIVATE (self)->document;
}

/**
 * way_task_lines_get_task:
 *
 * Returns: (transfer none): whose lines they are
 */
WayTask *
way_task_lines_get_task (WayTaskLines *self)
{
  return PRIVATE (self)->task;
}

static void
way_task_lines_finalize (GObject *object)
{
  WayTaskLinesPrivate *priv = PRIVATE (WAY_TASK_LINES (object));

  g_ptr_array_unref (priv->lines);
  g_clear_object (&priv->document);
  g_clear_object (&priv->task);
  G_OBJECT_CLASS (way_task_lines_parent_class)->finalize (object);
}

static void
way_task_lines_class_init (WayTaskLinesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = way_task_lines_finalize;
}

static void
way_task_lines_init (WayTaskLines *self)
{
  PRIVATE (self)->lines = g_ptr_array_new_with_free_func (line_free);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 8);
}

/**
 * way_task_lines_build:
 * @task: whose lines they are
 * @records: (nullable) (element-type WayRecord): a line each
 */
void
way_task_lines_build (WayTaskLines *self, WayDocument *document, WayTask *task, const char *heading,
                      const char *add_label, GPtrArray *records)
{
  WayTaskLinesPrivate *priv = PRIVATE (self);
  GtkWidget *title = gtk_label_new (heading);
  GtkWidget *add = gtk_button_new_with_label (add_label);

  priv->document = g_object_ref (document);
  priv->task = g_object_ref (task);
  priv->lines_box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_widget_add_css_class (title, "group-title");
  gtk_widget_set_halign (add, GTK_ALIGN_START);
  g_signal_connect (add, "clicked", G_CALLBACK (add_cb), self);
  gtk_box_append (GTK_BOX (self), title);
  gtk_box_append (GTK_BOX (self), priv->lines_box);
  gtk_box_append (GTK_BOX (self), add);
  for (guint i = 0; records != NULL && i < records->len; i++)
    add_line (self, records->pdata[i]);
}
