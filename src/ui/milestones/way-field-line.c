/* way-field-line.c: WayFieldLine, a field or a computed figure as a labelled line of a document.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-i18n.h"

#include "ui/milestones/way-field-line.h"

#include "metrics/way-document-figures.h"
#include "ui/records/way-field-editor.h"
#include "ui/way-window.h"
#include "ui/widgets/way-compat.h"

#include <math.h>
#include <string.h>

#define LABEL_CHARACTERS 22

struct _WayFieldLine
{
  GtkBox parent_instance;

  WayDocument *document;
  WayRecord *record;
  const WayOutlineEntry *entry;
  const WayField *field; /* (nullable): NULL for a figure */
  GtkWidget *stack;      /* "read", and "edit" while it is edited */
  GtkWidget *button;     /* around a value that can be edited */
  GtkWidget *value;
  WayFieldEditor *editor; /* (nullable) */
  WayDraft *draft;        /* (nullable): likewise */
};

G_DEFINE_FINAL_TYPE (WayFieldLine, way_field_line, GTK_TYPE_BOX)

/**
 * way_field_line_is_kind:
 *
 * Returns: whether entries of that kind are lines of fields or figures
 */
gboolean
way_field_line_is_kind (WayOutlineKind kind)
{
  return kind == WAY_OUTLINE_FIELD || kind == WAY_OUTLINE_FIELD_HEADING
         || kind == WAY_OUTLINE_FIGURE;
}

/* ------------------------------------------------------------------ reading */

static WayFigure *
figure_of (WayFieldLine *self)
{
  return way_milestone_figure (self->document, WAY_MILESTONE (self->record), self->entry->key);
}

static gboolean
is_stamp (const WayField *field)
{
  return strcmp (field->name, "created") == 0 || strcmp (field->name, "updated") == 0;
}

/**
 * way_field_line_is_filled:
 *
 * Returns: whether there is a value
 */
gboolean
way_field_line_is_filled (WayFieldLine *self)
{
  WayValue value;

  if (self->entry->kind == WAY_OUTLINE_FIGURE)
    {
      g_autoptr (WayFigure) figure = figure_of (self);

      return figure->known;
    }
  if (self->field == NULL)
    return FALSE;
  value = way_record_get (self->record, self->field);
  return !way_field_is_empty (self->field, &value)
         && !(value.storage == WAY_STORAGE_REAL && value.r == 0);
}

/* The suffixes are those of the document's file: a word in it is not translated by the table. */
static char *
format_figure (WayFieldLine *self, const WayFigure *figure)
{
  const char *suffix = self->entry->suffix != NULL ? self->entry->suffix : "";
  gboolean whole = figure->value == floor (figure->value);

  if (!figure->known)
    return g_strdup ("");
  if (strcmp (suffix, "%") == 0)
    return way_percent_format (figure->value);
  if (strcmp (self->entry->key, "velocity") == 0)
    return g_strdup_printf (_ ("%.3g tasks a sprint"), figure->value);
  return g_strdup_printf (whole ? "%.0f%s" : "%.3g%s", figure->value,
                          suffix[0] == '/' ? suffix : "");
}

/* "5 of 8", how it is counted, and from what. */
static void
explain_figure (WayFieldLine *self, const WayFigure *figure)
{
  g_autoptr (GString) text = g_string_new (way_milestone_figure_explain (self->entry->key));

  if (figure->whole > 0)
    g_string_append_printf (text, _ (" (%d of %d)"), (int)figure->part, (int)figure->whole);
  gtk_widget_set_tooltip_text (self->stack, text->str);
}

static char *
format_field (WayFieldLine *self)
{
  g_autofree char *text = way_record_format (self->record, self->field);
  g_auto (GStrv) lines = NULL;

  if (self->field->flags & WAY_FIELD_MULTILINE && !(self->field->flags & WAY_FIELD_ITEMS))
    return g_steal_pointer (&text);
  if (self->field->type == WAY_FIELD_TYPE_REAL && g_strcmp0 (self->entry->suffix, " %") == 0)
    return way_percent_format (way_record_get (self->record, self->field).r);
  lines = g_strsplit (text, "\n", -1);
  if (self->field->flags & WAY_FIELD_ITEMS && g_strv_length (lines) > 1)
    {
      g_autofree char *joined = g_strjoinv ("\n• ", lines);

      return g_strconcat ("• ", joined, NULL);
    }
  return g_strjoinv (", ", lines);
}

/* "Budget: 420,000 €", for those who hear it. */
static void
name_button (WayFieldLine *self, const char *text)
{
  g_autofree char *name
      = g_strdup_printf ("%s: %s", _ (self->entry->heading), text != NULL ? text : "");

  if (self->button != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    name, -1);
  else if (WAY_IS_MILESTONE (self->record) && strcmp (self->entry->key, "complete") == 0)
    gtk_widget_set_tooltip_text (
        self->stack, way_enum_label (&way_enum_completion,
                                     WAY_MILESTONE (self->record)->completion));
}

/**
 * way_field_line_refresh:
 *
 * Shows the value of now. What is being edited stays.
 */
void
way_field_line_refresh (WayFieldLine *self)
{
  g_autofree char *text = NULL;

  if (self->entry->kind == WAY_OUTLINE_FIGURE)
    {
      g_autoptr (WayFigure) figure = figure_of (self);

      text = format_figure (self, figure);
      explain_figure (self, figure);
    }
  else if (self->field != NULL)
    text = format_field (self);
  name_button (self, text);
  if (way_field_line_is_filled (self) || !way_field_line_can_edit (self))
    gtk_label_set_text (GTK_LABEL (self->value), text != NULL ? text : "");
  else
    {
      g_autofree char *markup
          = g_markup_printf_escaped ("<span alpha=\"60%%\">%s</span>", _ ("Click to write"));

      gtk_label_set_markup (GTK_LABEL (self->value), markup);
    }
}

/* ------------------------------------------------------------------ editing */

/**
 * way_field_line_can_edit:
 *
 * Returns: whether it is a field that is typed, in a plan that can be changed
 */
gboolean
way_field_line_can_edit (WayFieldLine *self)
{
  return self->field != NULL && way_field_is_stored (self->field) && !is_stamp (self->field)
         && !way_document_is_read_only (self->document);
}

static void
show_read (WayFieldLine *self)
{
  GtkWidget *editor = GTK_WIDGET (self->editor);

  self->editor = NULL;
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "read");
  gtk_stack_remove (GTK_STACK (self->stack), editor);
  g_clear_pointer (&self->draft, way_draft_free);
  way_field_line_refresh (self);
}

/* Keeps what was typed; stays in the editor when it cannot be kept. */
static void
finish (WayFieldLine *self)
{
  g_autoptr (GError) error = NULL;

  if (self->editor == NULL || self->record->plan == NULL)
    return;
  way_field_editor_commit (self->editor);
  if (self->editor == NULL || way_draft_get_problem (self->draft, self->field) != NULL)
    return;
  if (way_draft_is_changed (self->draft)
      && !way_draft_apply (self->draft, self->document, NULL, &error))
    {
      way_window_report_error (GTK_WIDGET (self), error);
      return;
    }
  show_read (self);
}

static gboolean
finish_cb (gpointer data)
{
  finish (data);
  return G_SOURCE_REMOVE;
}

/* After the editor's own handlers, which still need their widget. */
static void
finish_later (WayFieldLine *self)
{
  g_idle_add_full (G_PRIORITY_DEFAULT, finish_cb, g_object_ref (self), g_object_unref);
}

static gboolean
is_text_of_lines (WayFieldLine *self)
{
  return (self->field->flags & WAY_FIELD_MULTILINE) != 0;
}

static gboolean
key_cb (GtkEventControllerKey *controller, guint key, guint code, GdkModifierType state,
        WayFieldLine *self)
{
  gboolean enter = key == GDK_KEY_Return || key == GDK_KEY_KP_Enter;

  if (self->editor == NULL)
    return FALSE;
  if (key == GDK_KEY_Escape)
    show_read (self);
  else if (enter && (!is_text_of_lines (self) || state & GDK_CONTROL_MASK)
           && self->field->type != WAY_FIELD_TYPE_ENUM && self->field->type != WAY_FIELD_TYPE_REF)
    finish (self);
  else
    return FALSE;
  if (self->editor == NULL)
    gtk_widget_grab_focus (self->button);
  return TRUE;
}

/**
 * way_field_line_edit:
 *
 * Turns the value into its editor.
 */
void
way_field_line_edit (WayFieldLine *self)
{
  GtkEventController *focus, *keys;
  GtkWidget *editor;

  if (!way_field_line_can_edit (self) || self->editor != NULL)
    return;
  focus = gtk_event_controller_focus_new ();
  keys = gtk_event_controller_key_new ();
  self->draft = way_draft_new (way_document_get_plan (self->document),
                               way_record_get_record_type (self->record), self->record);
  editor = way_field_editor_new (self->draft, self->field);
  self->editor = WAY_FIELD_EDITOR (editor);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (finish_later), self);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (editor, focus);
  gtk_widget_add_controller (editor, keys);
  gtk_stack_add_named (GTK_STACK (self->stack), editor, "edit");
  gtk_stack_set_visible_child (GTK_STACK (self->stack), editor);
  gtk_widget_grab_focus (way_field_editor_get_target (self->editor));
  /* A choice that is made is all there is to say. */
  if (self->field->type == WAY_FIELD_TYPE_ENUM || self->field->type == WAY_FIELD_TYPE_REF)
    g_signal_connect_swapped (editor, "edited", G_CALLBACK (finish_later), self);
}

/* ------------------------------------------------------------------ building */

static void
way_field_line_dispose (GObject *object)
{
  WayFieldLine *self = WAY_FIELD_LINE (object);

  self->editor = NULL;
  g_clear_pointer (&self->draft, way_draft_free);
  g_clear_object (&self->record);
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

static GtkWidget *
new_reader (WayFieldLine *self)
{
  self->value = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->value), 0);
  gtk_label_set_wrap (GTK_LABEL (self->value), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (self->value), PANGO_WRAP_WORD_CHAR);
  if (!way_field_line_can_edit (self))
    {
      gtk_widget_add_css_class (self->value, "document-value");
      return self->value;
    }
  self->button = gtk_button_new ();
  gtk_button_set_child (GTK_BUTTON (self->button), self->value);
  gtk_widget_add_css_class (self->button, "flat");
  gtk_widget_add_css_class (self->button, "document-text");
  g_signal_connect_swapped (self->button, "clicked", G_CALLBACK (way_field_line_edit), self);
  return self->button;
}

/**
 * way_field_line_new:
 * @record: a milestone or an initiative
 * @entry: one for which way_field_line_is_kind() holds
 *
 * Returns: (transfer floating)
 */
GtkWidget *
way_field_line_new (WayDocument *document, WayRecord *record, const WayOutlineEntry *entry)
{
  WayFieldLine *self = g_object_new (WAY_TYPE_FIELD_LINE, NULL);
  GtkWidget *name = gtk_label_new (_ (entry->heading));

  self->document = g_object_ref (document);
  self->record = g_object_ref (record);
  self->entry = entry;
  if (entry->kind != WAY_OUTLINE_FIGURE)
    self->field = way_record_type_field (way_record_get_record_type (record), entry->key);
  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_label_set_yalign (GTK_LABEL (name), 0);
  gtk_label_set_width_chars (GTK_LABEL (name), LABEL_CHARACTERS);
  gtk_label_set_max_width_chars (GTK_LABEL (name), LABEL_CHARACTERS);
  gtk_label_set_wrap (GTK_LABEL (name), TRUE);
  gtk_widget_add_css_class (name, "secondary");
  gtk_widget_add_css_class (name, "document-line");
  self->stack = way_compat_stack_new ();
  gtk_stack_set_vhomogeneous (GTK_STACK (self->stack), FALSE);
  gtk_widget_set_hexpand (self->stack, TRUE);
  gtk_stack_add_named (GTK_STACK (self->stack), new_reader (self), "read");
  gtk_box_append (GTK_BOX (self), name);
  gtk_box_append (GTK_BOX (self), self->stack);
  way_field_line_refresh (self);
  return GTK_WIDGET (self);
}
