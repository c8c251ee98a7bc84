/* way-field-editor.c: WayFieldEditor, the right widget for a field, bound to a draft.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The message of a problem stands under the widget; what was typed stays in it. */

#include "model/way-i18n.h"

#include "ui/records/way-field-editor.h"

#include "ui/widgets/way-date-entry.h"
#include "ui/widgets/way-reference-button.h"

typedef enum
{
  EDITOR_ENTRY,
  EDITOR_TEXT,
  EDITOR_SWITCH,
  EDITOR_CHOICE,
  EDITOR_DATE,
  EDITOR_REFERENCE
} EditorKind;

struct _WayFieldEditor
{
  GtkBox parent_instance;

  WayDraft *draft;
  const WayField *field;
  EditorKind kind;
  GtkWidget *widget;
  GtkWidget *frame; /* around a text view */
  GtkWidget *problem;
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (WayFieldEditor, way_field_editor, GTK_TYPE_BOX)

enum
{
  EDITED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static EditorKind
kind_of (const WayField *field)
{
  switch (field->type)
    {
    case WAY_FIELD_TYPE_TEXT:
      return (field->flags & WAY_FIELD_MULTILINE) != 0 ? EDITOR_TEXT : EDITOR_ENTRY;
    case WAY_FIELD_TYPE_BOOL:
      return EDITOR_SWITCH;
    case WAY_FIELD_TYPE_ENUM:
      return EDITOR_CHOICE;
    case WAY_FIELD_TYPE_DATE:
    case WAY_FIELD_TYPE_MOMENT:
      return EDITOR_DATE;
    case WAY_FIELD_TYPE_REF:
      return EDITOR_REFERENCE;
    default:
      return EDITOR_ENTRY;
    }
}

static char *
dup_text (WayFieldEditor *self)
{
  GtkTextBuffer *buffer;
  GtkTextIter start, end;

  switch (self->kind)
    {
    case EDITOR_ENTRY:
      return g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->widget)));
    case EDITOR_DATE:
      return g_strdup (way_date_entry_get_text (WAY_DATE_ENTRY (self->widget)));
    case EDITOR_TEXT:
      buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->widget));
      gtk_text_buffer_get_bounds (buffer, &start, &end);
      return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
    default:
      return NULL;
    }
}

/**
 * way_field_editor_commit:
 *
 * Reads the widget into the draft. Text that already stands so in the draft is left alone, so
 * that a value keeps the precision that its text does not show.
 */
void
way_field_editor_commit (WayFieldEditor *self)
{
  g_autofree char *text = dup_text (self);
  g_autofree char *shown = NULL;
  WayValue value = way_value_int (0);

  if (self->filling)
    return;
  switch (self->kind)
    {
    case EDITOR_SWITCH:
      value.i = gtk_switch_get_active (GTK_SWITCH (self->widget));
      break;
    case EDITOR_CHOICE:
      value.i = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->widget));
      break;
    case EDITOR_REFERENCE:
      value.i = way_reference_button_get_value (WAY_REFERENCE_BUTTON (self->widget));
      break;
    default:
      shown = way_draft_format (self->draft, self->field);
      if (g_strcmp0 (text, shown) == 0)
        {
          way_field_editor_show_problem (self);
          return;
        }
      way_draft_set_typed (self->draft, self->field, text, NULL);
      way_field_editor_refresh (self);
      g_signal_emit (self, signals[EDITED], 0);
      return;
    }
  if (way_draft_get (self->draft, self->field)->i == value.i)
    return;
  way_draft_set (self->draft, self->field, &value);
  way_field_editor_show_problem (self);
  g_signal_emit (self, signals[EDITED], 0);
}

static void
fill_widget (WayFieldEditor *self)
{
  g_autofree char *text = way_draft_format (self->draft, self->field);
  gint64 value = way_draft_get (self->draft, self->field)->i;

  switch (self->kind)
    {
    case EDITOR_ENTRY:
      gtk_editable_set_text (GTK_EDITABLE (self->widget), text);
      break;
    case EDITOR_TEXT:
      gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->widget)), text, -1);
      break;
    case EDITOR_DATE:
      way_date_entry_set_text (WAY_DATE_ENTRY (self->widget), text);
      break;
    case EDITOR_SWITCH:
      gtk_switch_set_active (GTK_SWITCH (self->widget), value != 0);
      break;
    case EDITOR_CHOICE:
      gtk_drop_down_set_selected (GTK_DROP_DOWN (self->widget), (guint)value);
      break;
    case EDITOR_REFERENCE:
      way_reference_button_set_value (WAY_REFERENCE_BUTTON (self->widget), value);
      break;
    }
}

static void
mark (WayFieldEditor *self, gboolean wrong)
{
  GtkWidget *marked = self->frame != NULL ? self->frame : way_field_editor_get_target (self);

  if (wrong)
    gtk_widget_add_css_class (marked, "error");
  else
    gtk_widget_remove_css_class (marked, "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (marked), GTK_ACCESSIBLE_STATE_INVALID,
                               wrong ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE,
                               -1);
}

/**
 * way_field_editor_show_problem:
 *
 * Shows what the draft says against the field; nothing when all is well.
 */
void
way_field_editor_show_problem (WayFieldEditor *self)
{
  const char *problem = way_draft_get_problem (self->draft, self->field);

  gtk_label_set_text (GTK_LABEL (self->problem), problem != NULL ? problem : "");
  gtk_widget_set_visible (self->problem, problem != NULL);
  mark (self, problem != NULL);
}

void
way_field_editor_refresh (WayFieldEditor *self)
{
  self->filling = TRUE;
  fill_widget (self);
  self->filling = FALSE;
  way_field_editor_show_problem (self);
}

/* ------------------------------------------------------------------ one widget a kind */

static void
commit_on_leave (WayFieldEditor *self, GtkWidget *widget)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_signal_connect_swapped (focus, "leave", G_CALLBACK (way_field_editor_commit), self);
  gtk_widget_add_controller (widget, focus);
}

/* What is wrong is told in words once the field is left: who types is not done yet. */
static void
typed_cb (WayFieldEditor *self)
{
  g_autofree char *text = dup_text (self);

  if (self->filling)
    return;
  mark (self, !way_draft_set_typed (self->draft, self->field, text, NULL));
  g_signal_emit (self, signals[EDITED], 0);
}

/**
 * way_field_editor_follow_typing:
 *
 * From now on the draft has at each key what stands in an entry, and not only when it is left.
 */
void
way_field_editor_follow_typing (WayFieldEditor *self)
{
  if (self->kind == EDITOR_ENTRY || self->kind == EDITOR_DATE)
    g_signal_connect_swapped (way_field_editor_get_target (self), "changed", G_CALLBACK (typed_cb),
                              self);
}

static void
build_entry (WayFieldEditor *self)
{
  self->widget = gtk_entry_new ();
  gtk_entry_set_activates_default (GTK_ENTRY (self->widget), TRUE);
  if (way_field_is_figure (self->field))
    {
      gtk_editable_set_width_chars (GTK_EDITABLE (self->widget), 14);
      gtk_widget_set_halign (self->widget, GTK_ALIGN_START);
      gtk_widget_add_css_class (self->widget, "numeric");
    }
  commit_on_leave (self, self->widget);
}

static void
build_text (WayFieldEditor *self)
{
  self->widget = gtk_text_view_new ();
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (self->widget), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (self->widget), FALSE);
  gtk_text_view_set_left_margin (GTK_TEXT_VIEW (self->widget), 8);
  gtk_text_view_set_right_margin (GTK_TEXT_VIEW (self->widget), 8);
  gtk_text_view_set_top_margin (GTK_TEXT_VIEW (self->widget), 6);
  gtk_text_view_set_bottom_margin (GTK_TEXT_VIEW (self->widget), 6);
  commit_on_leave (self, self->widget);
  self->frame = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->frame), self->widget);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (self->frame), 76);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (self->frame), 240);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (self->frame), TRUE);
  gtk_widget_add_css_class (self->frame, "text-frame");
}

static void
build_switch (WayFieldEditor *self)
{
  self->widget = gtk_switch_new ();
  gtk_widget_set_halign (self->widget, GTK_ALIGN_START);
  gtk_widget_set_valign (self->widget, GTK_ALIGN_CENTER);
  g_signal_connect_swapped (self->widget, "notify::active", G_CALLBACK (way_field_editor_commit),
                            self);
}

static void
build_choice (WayFieldEditor *self)
{
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);

  for (guint i = 0; i < self->field->choices->n_values; i++)
    gtk_string_list_append (labels, way_enum_label (self->field->choices, i));
  self->widget = gtk_drop_down_new (G_LIST_MODEL (g_steal_pointer (&labels)), NULL);
  gtk_widget_set_halign (self->widget, GTK_ALIGN_START);
  g_signal_connect_swapped (self->widget, "notify::selected", G_CALLBACK (way_field_editor_commit),
                            self);
}

static void
build_date (WayFieldEditor *self)
{
  self->widget = way_date_entry_new (self->field->type == WAY_FIELD_TYPE_MOMENT, 480);
  way_date_entry_set_name (WAY_DATE_ENTRY (self->widget), _ (self->field->label));
  gtk_widget_set_halign (self->widget, GTK_ALIGN_START);
  g_signal_connect_swapped (self->widget, "edited", G_CALLBACK (way_field_editor_commit), self);
}

static void
build_reference (WayFieldEditor *self)
{
  WayRecord *record = way_draft_get_record (self->draft);

  self->widget = way_reference_button_new (way_draft_get_plan (self->draft),
                                           self->field->target != NULL ? way_record_type (self->field->target) : NULL,
                                           (self->field->flags & WAY_FIELD_REQUIRED) == 0);
  way_reference_button_set_name (WAY_REFERENCE_BUTTON (self->widget), _ (self->field->label));
  if (record != NULL)
    way_reference_button_exclude (WAY_REFERENCE_BUTTON (self->widget), record->id);
  g_signal_connect_swapped (self->widget, "edited", G_CALLBACK (way_field_editor_commit), self);
}

static void
build_widget (WayFieldEditor *self)
{
  static void (*const builders[]) (WayFieldEditor *) = {
    [EDITOR_ENTRY] = build_entry,   [EDITOR_TEXT] = build_text,
    [EDITOR_SWITCH] = build_switch, [EDITOR_CHOICE] = build_choice,
    [EDITOR_DATE] = build_date,     [EDITOR_REFERENCE] = build_reference,
  };

  builders[self->kind](self);
  if (self->kind != EDITOR_DATE && self->kind != EDITOR_REFERENCE)
    gtk_accessible_update_property (GTK_ACCESSIBLE (self->widget), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    _ (self->field->label), -1);
  if (self->field->hint != NULL)
    gtk_widget_set_tooltip_text (self->widget, _ (self->field->hint));
}

static void
way_field_editor_finalize (GObject *object)
{
  g_clear_pointer (&WAY_FIELD_EDITOR (object)->draft, way_draft_free);
  G_OBJECT_CLASS (way_field_editor_parent_class)->finalize (object);
}

static void
way_field_editor_class_init (WayFieldEditorClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = way_field_editor_finalize;
  signals[EDITED] = g_signal_new ("edited", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 0);
}

static void
way_field_editor_init (WayFieldEditor *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 2);
}

/**
 * way_field_editor_new:
 * @draft: the editor holds a reference
 * @field: a stored field of its type
 */
GtkWidget *
way_field_editor_new (WayDraft *draft, const WayField *field)
{
  WayFieldEditor *self = g_object_new (WAY_TYPE_FIELD_EDITOR, NULL);

  self->draft = way_draft_ref (draft);
  self->field = field;
  self->kind = kind_of (field);
  self->filling = TRUE;
  build_widget (self);
  gtk_box_append (GTK_BOX (self), self->frame != NULL ? self->frame : self->widget);
  self->problem = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->problem), 0);
  gtk_label_set_wrap (GTK_LABEL (self->problem), TRUE);
  gtk_widget_add_css_class (self->problem, "problem");
  gtk_box_append (GTK_BOX (self), self->problem);
  way_field_editor_refresh (self);
  return GTK_WIDGET (self);
}

const WayField *
way_field_editor_get_field (WayFieldEditor *self)
{
  return self->field;
}

/**
 * way_field_editor_get_target:
 *
 * Returns: (transfer none): the widget that takes the focus
 */
GtkWidget *
way_field_editor_get_target (WayFieldEditor *self)
{
  return self->kind == EDITOR_DATE ? way_date_entry_get_entry (WAY_DATE_ENTRY (self->widget))
                                   : self->widget;
}
