/* way-field-line.c: WayFieldLine, a field of the milestone as a labelled line of its document.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-i18n.h"

#include "ui/milestones/way-field-line.h"

#include "ui/records/way-record-dialog.h"

struct _WayFieldLine
{
  GtkBox parent_instance;

  WayDocument *document;
  WayMilestone *milestone;
  const WayOutlineEntry *entry;
  const WayField *field; /* (nullable) */
  GtkWidget *value;
};

G_DEFINE_FINAL_TYPE (WayFieldLine, way_field_line, GTK_TYPE_BOX)

static void
clicked_cb (WayFieldLine *self)
{
  way_record_dialog_present (GTK_WIDGET (self), self->document, &way_milestone_type,
                             WAY_RECORD (self->milestone));
}

/**
 * way_field_line_is_filled:
 *
 * Returns: whether the field has a value
 */
gboolean
way_field_line_is_filled (WayFieldLine *self)
{
  WayValue value;

  if (self->field == NULL)
    return FALSE;
  value = way_record_get (WAY_RECORD (self->milestone), self->field);
  return !way_field_is_empty (self->field, &value)
         && !(value.storage == WAY_STORAGE_REAL && value.r == 0);
}

/**
 * way_field_line_refresh:
 *
 * Shows the value of now.
 */
void
way_field_line_refresh (WayFieldLine *self)
{
  g_autofree char *text
      = self->field != NULL ? way_record_format (WAY_RECORD (self->milestone), self->field) : NULL;

  g_auto (GStrv) lines = g_strsplit (text != NULL ? text : "", "\n", -1);
  g_autofree char *joined = g_strjoinv (", ", lines);

  gtk_label_set_text (GTK_LABEL (self->value), joined);
}

static void
way_field_line_dispose (GObject *object)
{
  WayFieldLine *self = WAY_FIELD_LINE (object);

  g_clear_object (&self->milestone);
  g_clear_object (&self->document);
  G_OBJECT_CLASS (way_field_line_parent_class)->dispose (object);
}

static void
way_field_line_class_init (WayFieldLineClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = way_field_line_dispose;
}

static void
way_field_line_init (WayFieldLine *self)
{
}

/**
 * way_field_line_new:
 * @entry: of kind WAY_OUTLINE_FIELD or WAY_OUTLINE_FIELD_HEADING
 *
 * Returns: (transfer floating)
 */
GtkWidget *
way_field_line_new (WayDocument *document, WayMilestone *milestone, const WayOutlineEntry *entry)
{
  WayFieldLine *self = g_object_new (WAY_TYPE_FIELD_LINE, NULL);
  GtkWidget *name = gtk_label_new (_ (entry->heading)), *button = gtk_button_new ();

  self->document = g_object_ref (document);
  self->milestone = g_object_ref (milestone);
  self->entry = entry;
  self->field = way_record_type_field (&way_milestone_type, entry->key);
  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_label_set_yalign (GTK_LABEL (name), 0);
  gtk_label_set_width_chars (GTK_LABEL (name), 22);
  gtk_label_set_max_width_chars (GTK_LABEL (name), 22);
  gtk_label_set_wrap (GTK_LABEL (name), TRUE);
  gtk_widget_add_css_class (name, "secondary");
  gtk_widget_add_css_class (name, "document-line");
  self->value = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->value), 0);
  gtk_label_set_wrap (GTK_LABEL (self->value), TRUE);
  gtk_button_set_child (GTK_BUTTON (button), self->value);
  gtk_widget_set_hexpand (button, TRUE);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "document-text");
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (clicked_cb), self);
  gtk_box_append (GTK_BOX (self), name);
  gtk_box_append (GTK_BOX (self), button);
  way_field_line_refresh (self);
  return GTK_WIDGET (self);
}
