/* way-cell-editor.c: WayCellEditor, the entry that a cell becomes while it is typed in.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-i18n.h"

#include "ui/timeline/way-cell-editor.h"

struct _WayCellEditor
{
  GtkWidget parent_instance;

  GtkText *text;
  GtkPopover *popover;
  GtkLabel *message;
  WayCellCommitFunc commit;
  WayCellDoneFunc done;
  gpointer data;
  gboolean finished;
};

G_DEFINE_FINAL_TYPE (WayCellEditor, way_cell_editor, GTK_TYPE_WIDGET)

static void
show_problem (WayCellEditor *self, const char *message)
{
  gtk_widget_add_css_class (GTK_WIDGET (self), "error");
  gtk_label_set_label (self->message, message);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->text), GTK_ACCESSIBLE_STATE_INVALID,
                               GTK_ACCESSIBLE_INVALID_TRUE, -1);
  gtk_popover_popup (self->popover);
}

static void
clear_problem (WayCellEditor *self)
{
  if (!gtk_widget_has_css_class (GTK_WIDGET (self), "error"))
    return;
  gtk_widget_remove_css_class (GTK_WIDGET (self), "error");
  gtk_accessible_reset_state (GTK_ACCESSIBLE (self->text), GTK_ACCESSIBLE_STATE_INVALID);
  gtk_popover_popdown (self->popover);
}

static void
leave (WayCellEditor *self, WayCellMove move, gboolean by_key)
{
  self->finished = TRUE;
  self->done (move, by_key, self->data);
}

/**
 * way_cell_editor_finish:
 *
 * Commits what was typed and leaves. Returns: FALSE when it is not good: the editor stays.
 */
gboolean
way_cell_editor_finish (WayCellEditor *self, WayCellMove move, gboolean by_key)
{
  g_autoptr (GError) error = NULL;

  if (self->finished)
    return TRUE;
  self->finished = TRUE; /* a commit may take the focus away, which commits */
  if (!self->commit (gtk_editable_get_text (GTK_EDITABLE (self->text)), self->data, &error))
    {
      self->finished = FALSE;
      show_problem (self, error->message);
      return FALSE;
    }
  leave (self, move, by_key);
  return TRUE;
}

/* Returns: whether @keyval is one that leaves the cell */
static gboolean
leave_by_key (WayCellEditor *self, guint keyval)
{
  switch (keyval)
    {
    case GDK_KEY_Escape:
      leave (self, WAY_CELL_STAY, TRUE);
      return GDK_EVENT_STOP;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
      way_cell_editor_finish (self, WAY_CELL_RETURN, TRUE);
      return GDK_EVENT_STOP;
    case GDK_KEY_Down:
      way_cell_editor_finish (self, WAY_CELL_DOWN, TRUE);
      return GDK_EVENT_STOP;
    case GDK_KEY_Up:
      way_cell_editor_finish (self, WAY_CELL_UP, TRUE);
      return GDK_EVENT_STOP;
    case GDK_KEY_Tab:
    case GDK_KEY_KP_Tab:
      way_cell_editor_finish (self, WAY_CELL_NEXT, TRUE);
      return GDK_EVENT_STOP;
    case GDK_KEY_ISO_Left_Tab:
      way_cell_editor_finish (self, WAY_CELL_PREVIOUS, TRUE);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static gboolean
key_pressed_cb (GtkEventControllerKey *keys,
                guint keyval,
                guint keycode,
                GdkModifierType state,
                WayCellEditor *self)
{
  if (state & (GDK_CONTROL_MASK | GDK_ALT_MASK))
    return GDK_EVENT_PROPAGATE;
  return leave_by_key (self, keyval);
}

/* As typed so far. */
const char *
way_cell_editor_get_text (WayCellEditor *self)
{
  return gtk_editable_get_text (GTK_EDITABLE (self->text));
}

/**
 * way_cell_editor_press:
 * @keyval: a key that was pressed before the editor was there
 *
 * Does what the key would have done.
 */
void
way_cell_editor_press (WayCellEditor *self, guint keyval)
{
  GtkEditable *editable = GTK_EDITABLE (self->text);
  gunichar letter = gdk_keyval_to_unicode (keyval);
  char text[8] = { 0 };
  int position;

  if (leave_by_key (self, keyval))
    return;
  if (keyval == GDK_KEY_BackSpace && !gtk_editable_get_selection_bounds (editable, NULL, NULL))
    {
      position = gtk_editable_get_position (editable);
      gtk_editable_delete_text (editable, MAX (position - 1, 0), position);
      return;
    }
  gtk_editable_delete_selection (editable);
  if (keyval == GDK_KEY_BackSpace || !g_unichar_isprint (letter))
    return;
  g_unichar_to_utf8 (letter, text);
  position = gtk_editable_get_position (editable);
  gtk_editable_insert_text (editable, text, -1, &position);
  gtk_editable_set_position (editable, position);
}

static gboolean
focus_left_idle (gpointer data)
{
  WayCellEditor *self = data;
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  /* The window itself losing the focus is no reason to end. */
  if (!self->finished && root != NULL
      && (focus == NULL || !gtk_widget_is_ancestor (focus, GTK_WIDGET (self))))
    way_cell_editor_finish (self, WAY_CELL_STAY, FALSE);
  return G_SOURCE_REMOVE;
}

/* Not at once: what takes the focus must have it before rows change under it. */
static void
focus_left_cb (GtkEventControllerFocus *focus, WayCellEditor *self)
{
  g_idle_add_full (G_PRIORITY_HIGH_IDLE, focus_left_idle, g_object_ref (self), g_object_unref);
}

/**
 * way_cell_editor_begin:
 * @select: the whole text is selected, so that typing replaces it
 */
void
way_cell_editor_begin (WayCellEditor *self, const char *text, gboolean select)
{
  gtk_editable_set_enable_undo (GTK_EDITABLE (self->text), FALSE); /* back to what it was, no further */
  gtk_editable_set_text (GTK_EDITABLE (self->text), text);
  gtk_editable_set_enable_undo (GTK_EDITABLE (self->text), TRUE);
  clear_problem (self);
  gtk_text_grab_focus_without_selecting (self->text);
  if (select)
    gtk_editable_select_region (GTK_EDITABLE (self->text), 0, -1);
  else
    gtk_editable_set_position (GTK_EDITABLE (self->text), -1);
}

static void
way_cell_editor_measure (GtkWidget *widget,
                         GtkOrientation orientation,
                         int for_size,
                         int *minimum,
                         int *natural,
                         int *minimum_baseline,
                         int *natural_baseline)
{
  *minimum = *natural = 0; /* the cell says how large it is */
}

static void
way_cell_editor_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  WayCellEditor *self = WAY_CELL_EDITOR (widget);
  int minimum, natural;
  int text_height;

  gtk_widget_measure (GTK_WIDGET (self->text), GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL,
                      NULL);
  gtk_widget_measure (GTK_WIDGET (self->text), GTK_ORIENTATION_VERTICAL, -1, NULL, &natural, NULL,
                      NULL);
  text_height = MAX (MIN (natural, height), 1);
  gtk_widget_size_allocate (GTK_WIDGET (self->text),
                            &(GtkAllocation){ 0, (height - text_height) / 2, MAX (width, minimum),
                                              text_height },
                            -1);
  gtk_popover_present (self->popover);
}

static void
way_cell_editor_dispose (GObject *object)
{
  WayCellEditor *self = WAY_CELL_EDITOR (object);

  g_clear_pointer ((GtkWidget **)&self->popover, gtk_widget_unparent);
  g_clear_pointer ((GtkWidget **)&self->text, gtk_widget_unparent);
  G_OBJECT_CLASS (way_cell_editor_parent_class)->dispose (object);
}

static void
way_cell_editor_class_init (WayCellEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = way_cell_editor_dispose;
  widget_class->measure = way_cell_editor_measure;
  widget_class->size_allocate = way_cell_editor_size_allocate;
  gtk_widget_class_set_css_name (widget_class, "celleditor");
}

static void
way_cell_editor_init (WayCellEditor *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->text = GTK_TEXT (gtk_text_new ());
  gtk_widget_set_parent (GTK_WIDGET (self->text), GTK_WIDGET (self));
  g_signal_connect_object (self->text, "changed", G_CALLBACK (clear_problem), self,
                           G_CONNECT_SWAPPED);

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  g_signal_connect (focus, "leave", G_CALLBACK (focus_left_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);

  self->message = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_wrap (self->message, TRUE);
  gtk_label_set_max_width_chars (self->message, 44);
  gtk_label_set_xalign (self->message, 0);
  self->popover = GTK_POPOVER (gtk_popover_new ());
  gtk_popover_set_child (self->popover, GTK_WIDGET (self->message));
  gtk_popover_set_autohide (self->popover, FALSE); /* the entry keeps the focus */
  gtk_popover_set_position (self->popover, GTK_POS_BOTTOM);
  gtk_widget_add_css_class (GTK_WIDGET (self->popover), "problem");
  gtk_widget_set_parent (GTK_WIDGET (self->popover), GTK_WIDGET (self));
}

/**
 * way_cell_editor_new:
 * @label: name of the entry for assistive technology
 *
 * Returns: (transfer full) (type WayCellEditor)
 */
GtkWidget *
way_cell_editor_new (
    const char *label, float xalign, WayCellCommitFunc commit, WayCellDoneFunc done, gpointer data)
{
  WayCellEditor *self = g_object_new (WAY_TYPE_CELL_EDITOR, NULL);

  self->commit = commit;
  self->done = done;
  self->data = data;
  gtk_editable_set_alignment (GTK_EDITABLE (self->text), xalign);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->text), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  return GTK_WIDGET (self);
}
