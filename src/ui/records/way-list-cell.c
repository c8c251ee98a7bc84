/* way-list-cell.c: WayListCell, one value of one record in a list; edited in place.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * At rest it is one GtkInscription, since a list makes some two hundred rows of them. An entry
 * or a list of choices is there only while a value is edited. Text that is refused stays in the
 * entry with the reason beside it, until it is mended or Escape is pressed. */

#include "model/way-i18n.h"

#include "ui/records/way-list-cell.h"

#include "model/way-error.h"
#include "ui/records/way-record-dialog.h"
#include "ui/widgets/way-cell-text.h"
#include "ui/widgets/way-reference-button.h"
#include "ui/way-window.h"

#include <string.h>

struct _WayListCell
{
  GtkWidget parent_instance;

  WayDocument *document;
  const WayListColumn *column;
  const WayField *field; /* of the column, NULL: cannot be edited */
  GtkListItem *item;     /* unowned: it owns the cell */
  WayRecord *record;
  GtkWidget *text;    /* GtkInscription of @words */
  char *words;        /* (nullable) */
  GtkWidget *entry;   /* while edited */
  GtkWidget *popover; /* choices, or what is wrong */
  guint click_timeout;
  gboolean committing;
};

G_DEFINE_FINAL_TYPE (WayListCell, way_list_cell, GTK_TYPE_WIDGET)

enum
{
  MENU,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
set_tone (WayListCell *self)
{
  static const char *const tones[][2]
      = { { "good", "good-text" }, { "warning", "warning-text" }, { "bad", "bad-text" } };
  const char *tone = way_list_column_get_tone (self->column, self->record);

  for (guint i = 0; i < G_N_ELEMENTS (tones); i++)
    if (g_strcmp0 (tone, tones[i][0]) == 0)
      gtk_widget_add_css_class (self->text, tones[i][1]);
    else
      gtk_widget_remove_css_class (self->text, tones[i][1]);
}

/**
 * way_list_cell_refresh:
 *
 * Shows the value as it is now.
 */
void
way_list_cell_refresh (WayListCell *self)
{
  g_autofree char *text
      = self->record != NULL ? way_list_column_format (self->column, self->record) : NULL;

  if (g_strcmp0 (self->words, text) != 0)
    {
      g_free (self->words);
      self->words = g_strdup (text);
      way_cell_text_show (self->text, self->words, gtk_widget_get_width (self->text));
      gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      text != NULL ? text : "", -1);
    }
  if (self->record != NULL)
    set_tone (self);
}

/* ------------------------------------------------------------------ editing */

static void
drop_popover (WayListCell *self)
{
  g_clear_pointer (&self->popover, gtk_widget_unparent);
}

static void
end_edit (WayListCell *self)
{
  GtkWidget *entry = g_steal_pointer (&self->entry);
  gboolean had_focus;

  drop_popover (self);
  gtk_widget_remove_css_class (GTK_WIDGET (self), "error");
  if (entry == NULL)
    return;
  had_focus = gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL;
  gtk_widget_set_visible (self->text, TRUE);
  if (had_focus)
    gtk_widget_grab_focus (GTK_WIDGET (self));
  gtk_widget_unparent (entry);
}

static void
show_problem (WayListCell *self, const char *message)
{
  GtkWidget *label = gtk_label_new (message);

  drop_popover (self);
  gtk_widget_add_css_class (self->entry, "error");
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 44);
  gtk_widget_add_css_class (label, "bad-text");
  self->popover = gtk_popover_new ();
  gtk_popover_set_autohide (GTK_POPOVER (self->popover), FALSE);
  gtk_popover_set_child (GTK_POPOVER (self->popover), label);
  gtk_widget_add_css_class (self->popover, "message");
  gtk_widget_set_parent (self->popover, GTK_WIDGET (self));
  gtk_popover_popup (GTK_POPOVER (self->popover));
}

/* One undoable step, or none and the reason. @text: NULL takes @value as it is. Taking in what
 * others did may unbind the cell meanwhile, so the record is held. */
static gboolean
write_value (WayListCell *self, WayRecord *shown, const char *text, gint64 value, GError **error)
{
  g_autoptr (WayRecord) record = g_object_ref (shown);
  g_autofree char *name = way_record_dup_label (record);
  g_autofree char *label = g_strdup_printf (_ ("Edit “%s”"), name);

  way_document_begin (self->document, label);
  if (text == NULL)
    way_document_set_int (self->document, record, self->field->name, value);
  else if (!way_document_set_typed (self->document, record, self->field->name, text, error))
    {
      way_document_rollback (self->document);
      return FALSE;
    }
  return way_document_commit (self->document, error);
}

static void
commit_entry (WayListCell *self)
{
  g_autofree char *text = NULL, *old = NULL;
  g_autoptr (GError) error = NULL;

  if (self->entry == NULL || self->committing)
    return;
  text = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry)));
  old = way_record_format (self->record, self->field);
  g_object_ref (self);
  self->committing = TRUE;
  if (strcmp (text, old) == 0 || write_value (self, self->record, text, 0, &error))
    end_edit (self);
  else if (self->entry != NULL)
    show_problem (self, error->message);
  else if (gtk_widget_get_root (GTK_WIDGET (self)) != NULL)
    way_window_report_error (GTK_WIDGET (self), error);
  self->committing = FALSE;
  g_object_unref (self);
}

typedef struct
{
  WayListCell *cell;
  WayRecord *record;
  char *text;
} Typed;

static void
typed_free (gpointer data)
{
  Typed *typed = data;

  g_object_unref (typed->cell);
  g_object_unref (typed->record);
  g_free (typed->text);
  g_free (typed);
}

/* The row may have gone with the focus: what was typed in it counts all the same. */
static gboolean
left_cb (gpointer data)
{
  Typed *typed = data;
  WayListCell *self = typed->cell;
  g_autofree char *old = NULL;
  g_autoptr (GError) error = NULL;

  if (self->record == typed->record)
    {
      commit_entry (self);
      return G_SOURCE_REMOVE;
    }
  old = way_record_format (typed->record, self->field);
  if (self->document != NULL && strcmp (typed->text, old) != 0
      && !write_value (self, typed->record, typed->text, 0, &error)
      && gtk_widget_get_root (GTK_WIDGET (self)) != NULL)
    way_window_report_error (GTK_WIDGET (self), error);
  return G_SOURCE_REMOVE;
}

/* A list must not change while GTK moves the focus through it: the text is kept right after. */
static void
leave_cb (WayListCell *self)
{
  Typed *typed;

  if (self->entry == NULL || self->committing)
    return;
  typed = g_new0 (Typed, 1);
  typed->cell = g_object_ref (self);
  typed->record = g_object_ref (self->record);
  typed->text = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry)));
  g_idle_add_full (G_PRIORITY_HIGH_IDLE, left_cb, typed, typed_free);
}

static void
take_focus (GtkWidget *cell)
{
  GTK_WIDGET_CLASS (way_list_cell_parent_class)->grab_focus (cell);
}

/* (nullable): the cell of the list that has the focus, or in which something has it */
static GtkWidget *
find_focused (WayListCell *self)
{
  GtkWidget *view = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_COLUMN_VIEW);
  GtkWidget *cell = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));

  if (cell != NULL)
    cell = gtk_widget_get_ancestor (cell, WAY_TYPE_LIST_CELL);
  return cell != NULL && view != NULL && gtk_widget_is_ancestor (cell, view) ? cell : NULL;
}

/* (nullable): the cell below or above @from in the row of @self */
static GtkWidget *
find_same_column (WayListCell *self, GtkWidget *from)
{
  GtkWidget *row = gtk_widget_get_parent (gtk_widget_get_parent (GTK_WIDGET (self)));
  GtkWidget *place = gtk_widget_get_first_child (row);

  for (GtkWidget *before = gtk_widget_get_prev_sibling (gtk_widget_get_parent (from));
       before != NULL && place != NULL; before = gtk_widget_get_prev_sibling (before))
    place = gtk_widget_get_next_sibling (place);
  return place != NULL ? gtk_widget_get_first_child (place) : NULL;
}

/* GTK moves by rows and gives the focus to the first cell of one. It stays in the column in which
 * it is; to another cell of the row take_focus() leads. */
static gboolean
way_list_cell_grab_focus (GtkWidget *widget)
{
  GtkWidget *from = find_focused (WAY_LIST_CELL (widget));
  GtkWidget *cell = from != NULL ? find_same_column (WAY_LIST_CELL (widget), from) : NULL;

  return GTK_WIDGET_CLASS (way_list_cell_parent_class)
      ->grab_focus (cell != NULL && WAY_IS_LIST_CELL (cell) ? cell : widget);
}

/* To the cell beside this one in its row, if there is one. */
static void
focus_beside (WayListCell *self, gboolean forward)
{
  GtkWidget *place = gtk_widget_get_parent (GTK_WIDGET (self));

  do
    place = forward ? gtk_widget_get_next_sibling (place) : gtk_widget_get_prev_sibling (place);
  while (place != NULL && !gtk_widget_get_visible (place));
  if (place != NULL && gtk_widget_get_first_child (place) != NULL)
    take_focus (gtk_widget_get_first_child (place));
}

/* Keys that would lead out of the entry keep the text first: GTK must not come upon the end of the
 * entry while it looks for the next focus. */
static gboolean
entry_key_cb (GtkEventControllerKey *controller,
              guint keyval,
              guint keycode,
              GdkModifierType state,
              WayListCell *self)
{
  gboolean back = keyval == GDK_KEY_ISO_Left_Tab;

  switch (keyval)
    {
    case GDK_KEY_Escape:
      self->committing = TRUE;
      end_edit (self);
      self->committing = FALSE;
      return GDK_EVENT_STOP;
    case GDK_KEY_Tab:
    case GDK_KEY_KP_Tab:
    case GDK_KEY_ISO_Left_Tab:
      commit_entry (self);
      if (self->entry == NULL)
        focus_beside (self, !back);
      return GDK_EVENT_STOP;
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
    case GDK_KEY_Page_Up:
    case GDK_KEY_Page_Down:
      commit_entry (self);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static void
edit_text (WayListCell *self)
{
  g_autofree char *text = way_record_format (self->record, self->field);
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->entry = gtk_entry_new ();
  gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
  gtk_editable_set_width_chars (GTK_EDITABLE (self->entry), 1);
  gtk_entry_set_input_hints (GTK_ENTRY (self->entry), GTK_INPUT_HINT_NO_EMOJI); /* takes the focus */
  gtk_entry_set_alignment (GTK_ENTRY (self->entry), way_list_column_is_to_end (self->column) ? 1 : 0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ (self->field->label), -1);
  g_signal_connect_swapped (self->entry, "activate", G_CALLBACK (commit_entry), self);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (entry_key_cb), self);
  gtk_widget_add_controller (self->entry, keys);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (leave_cb), self);
  gtk_widget_add_controller (self->entry, focus);
  gtk_widget_set_visible (self->text, FALSE);
  gtk_widget_set_parent (self->entry, GTK_WIDGET (self));
  gtk_widget_grab_focus (self->entry);
}

/* What completing a milestone takes is asked by the page, where there is one that can. */
static gboolean
asks_first (WayListCell *self, gint64 value)
{
  return WAY_IS_MILESTONE (self->record) && strcmp (self->field->name, "status") == 0
         && value == WAY_STATUS_COMPLETED
         && gtk_widget_activate_action (GTK_WIDGET (self), "milestones.complete", "x",
                                        self->record->id);
}

/* What else has to be said is asked for in the form, which keeps the choice. */
static void
ask_for_more (WayListCell *self, gint64 value, const char *message)
{
  WayDraft *draft = way_draft_new (way_document_get_plan (self->document),
                                   way_record_get_record_type (self->record), self->record);

  way_draft_set_int (draft, self->field->name, value);
  way_record_dialog_present_asking (GTK_WIDGET (self), self->document, draft, message);
}

static void
chosen_cb (WayChoicePopover *popover, gint64 value, WayListCell *self)
{
  g_autoptr (GError) error = NULL;

  if (self->record == NULL || way_record_get (self->record, self->field).i == value
      || asks_first (self, value))
    return;
  g_object_ref (self);
  if (!write_value (self, self->record, NULL, value, &error) && gtk_widget_get_root (GTK_WIDGET (self)) != NULL)
    {
      if (g_error_matches (error, WAY_ERROR, WAY_ERROR_INCOMPLETE))
        ask_for_more (self, value, error->message);
      else
        way_window_report_error (GTK_WIDGET (self), error);
    }
  g_object_unref (self);
}

static void
fill_choices (WayListCell *self, WayChoicePopover *popover)
{
  const WayField *field = self->field;

  if (field->type == WAY_FIELD_TYPE_BOOL)
    {
      way_choice_popover_add (popover, _ ("No"), 0);
      way_choice_popover_add (popover, _ ("Yes"), 1);
    }
  else if (field->type == WAY_FIELD_TYPE_ENUM)
    {
      for (guint i = 0; i < field->choices->n_values; i++)
        way_choice_popover_add (popover, way_enum_label (field->choices, i), i);
    }
  else
    {
      if ((field->flags & WAY_FIELD_REQUIRED) == 0)
        way_choice_popover_add (popover, _ ("None"), 0);
      way_reference_add_choices (popover, way_document_get_plan (self->document),
                                 field->target != NULL ? way_record_type (field->target) : NULL,
                                 self->record->id);
    }
  way_choice_popover_select (popover, way_record_get (self->record, field).i);
}

static void
edit_choice (WayListCell *self)
{
  drop_popover (self);
  self->popover = way_choice_popover_new ();
  fill_choices (self, WAY_CHOICE_POPOVER (self->popover));
  g_signal_connect (self->popover, "chosen", G_CALLBACK (chosen_cb), self);
  gtk_widget_set_parent (self->popover, GTK_WIDGET (self));
  gtk_popover_popup (GTK_POPOVER (self->popover));
}

gboolean
way_list_cell_can_edit (WayListCell *self)
{
  return self->field != NULL && self->record != NULL && way_field_is_stored (self->field)
         && !way_document_is_read_only (self->document);
}

/**
 * way_list_cell_edit:
 *
 * Opens the editor that fits the field.
 */
void
way_list_cell_edit (WayListCell *self)
{
  if (!way_list_cell_can_edit (self) || self->entry != NULL)
    return;
  switch (self->field->type)
    {
    case WAY_FIELD_TYPE_BOOL:
    case WAY_FIELD_TYPE_ENUM:
    case WAY_FIELD_TYPE_REF:
      edit_choice (self);
      break;
    default:
      edit_text (self);
      break;
    }
}

/* ------------------------------------------------------------------ the mouse */

static gboolean
click_timeout_cb (gpointer data)
{
  WayListCell *self = data;

  self->click_timeout = 0;
  way_list_cell_edit (self);
  return G_SOURCE_REMOVE;
}

/* A click on a row that was already selected edits, once it is clear that it is not a double click. */
static void
pressed_cb (GtkGestureClick *gesture, int n_press, double x, double y, WayListCell *self)
{
  GdkModifierType state
      = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));
  int wait;

  g_clear_handle_id (&self->click_timeout, g_source_remove);
  if (self->entry == NULL)
    take_focus (GTK_WIDGET (self));
  if (n_press != 1 || !gtk_list_item_get_selected (self->item) || self->entry != NULL
      || (state & gtk_accelerator_get_default_mod_mask ()) != 0)
    return;
  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-double-click-time", &wait, NULL);
  self->click_timeout = g_timeout_add (wait + 50, click_timeout_cb, self);
}

static void
menu_pressed_cb (GtkGestureClick *gesture, int n_press, double x, double y, WayListCell *self)
{
  take_focus (GTK_WIDGET (self));
  if (!gtk_list_item_get_selected (self->item))
    gtk_widget_activate_action (GTK_WIDGET (self), "list.select-item", "(ubb)",
                                gtk_list_item_get_position (self->item), FALSE, FALSE);
  g_signal_emit (self, signals[MENU], 0, x, y);
}

static void
add_gestures (WayListCell *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *menu = gtk_gesture_click_new ();

  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (menu), GDK_BUTTON_SECONDARY);
  g_signal_connect (menu, "pressed", G_CALLBACK (menu_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (menu));
}

/* ------------------------------------------------------------------ the widget */

/* The text, or what it is edited in. */
static GtkWidget *
get_shown (WayListCell *self)
{
  return self->entry != NULL ? self->entry : self->text;
}

static void
way_list_cell_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                       int *natural, int *minimum_baseline, int *natural_baseline)
{
  gtk_widget_measure (get_shown (WAY_LIST_CELL (widget)), orientation, for_size, minimum, natural,
                      minimum_baseline, natural_baseline);
}

static void
way_list_cell_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  WayListCell *self = WAY_LIST_CELL (widget);

  gtk_widget_size_allocate (get_shown (self), &(GtkAllocation){ 0, 0, width, height }, baseline);
  way_cell_text_show (self->text, self->words, gtk_widget_get_width (self->text));
  if (self->popover != NULL)
    gtk_popover_present (GTK_POPOVER (self->popover));
}

static void
way_list_cell_dispose (GObject *object)
{
  WayListCell *self = WAY_LIST_CELL (object);

  g_clear_handle_id (&self->click_timeout, g_source_remove);
  self->committing = TRUE;
  drop_popover (self);
  g_clear_pointer (&self->entry, gtk_widget_unparent);
  g_clear_pointer (&self->text, gtk_widget_unparent);
  g_clear_pointer (&self->words, g_free);
  g_clear_object (&self->record);
  g_clear_object (&self->document);
  G_OBJECT_CLASS (way_list_cell_parent_class)->dispose (object);
}

/* Enter opens the row. From GTK 4.12 on the list's own widget around a cell keeps the key. */
static gboolean
activate_row_cb (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  return gtk_widget_activate_action (widget, "list.activate-item", "u",
                                     gtk_list_item_get_position (WAY_LIST_CELL (widget)->item));
}

/* The arrow to the right is the way back in a row from right to left. */
static gboolean
move_cb (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  gboolean to_left = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;

  focus_beside (WAY_LIST_CELL (widget), g_variant_get_boolean (arguments) != to_left);
  return GDK_EVENT_STOP;
}

static void
way_list_cell_class_init (WayListCellClass *klass)
{
  static const guint enter_keys[] = { GDK_KEY_Return, GDK_KEY_KP_Enter, GDK_KEY_ISO_Enter };
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = way_list_cell_dispose;
  widget_class->measure = way_list_cell_measure;
  widget_class->size_allocate = way_list_cell_size_allocate;
  widget_class->grab_focus = way_list_cell_grab_focus;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_CELL);
  signals[MENU] = g_signal_new ("menu", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 2, G_TYPE_DOUBLE, G_TYPE_DOUBLE);
  for (gsize i = 0; i < G_N_ELEMENTS (enter_keys); i++)
    gtk_widget_class_add_binding (widget_class, enter_keys[i], 0, activate_row_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Right, 0, move_cb, "b", TRUE);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Right, 0, move_cb, "b", TRUE);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Left, 0, move_cb, "b", FALSE);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Left, 0, move_cb, "b", FALSE);
}

static void
way_list_cell_init (WayListCell *self)
{
  self->text = gtk_inscription_new (NULL);
  gtk_inscription_set_text_overflow (GTK_INSCRIPTION (self->text),
                                     GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);
  gtk_inscription_set_min_lines (GTK_INSCRIPTION (self->text), 1);
  gtk_inscription_set_nat_lines (GTK_INSCRIPTION (self->text), 1);
  gtk_widget_set_valign (self->text, GTK_ALIGN_CENTER);
  gtk_widget_set_parent (self->text, GTK_WIDGET (self));
  gtk_widget_add_css_class (GTK_WIDGET (self), "cell");
  gtk_widget_set_hexpand (GTK_WIDGET (self), TRUE);
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  add_gestures (self);
}

/* How a figure came about; else what is cut, in whole. */
static gboolean
query_tooltip_cb (WayListCell *self, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  g_autofree char *text
      = self->record != NULL ? way_list_column_explain (self->column, self->record) : NULL;

  if (text == NULL && way_cell_text_is_cut (self->text, self->words))
    text = g_strdup (self->words);
  if (text != NULL)
    gtk_tooltip_set_text (tooltip, text);
  return text != NULL;
}

/**
 * way_list_cell_new:
 * @column: (transfer none): what it shows; outlives the cell
 * @item: the item whose child it becomes
 */
GtkWidget *
way_list_cell_new (const WayListColumn *column, GtkListItem *item)
{
  WayListCell *self = g_object_new (WAY_TYPE_LIST_CELL, NULL);
  GtkInscription *text = GTK_INSCRIPTION (self->text);
  const WayField *field = column->field;
  guint least, usual;

  way_list_column_get_width (column, &least, &usual);
  self->document = g_object_ref (column->document);
  self->column = column;
  self->field = field;
  self->item = item;
  gtk_inscription_set_min_chars (text, least);
  gtk_inscription_set_nat_chars (text, usual);
  gtk_inscription_set_xalign (text, way_list_column_is_to_end (column) ? 1 : 0);
  gtk_widget_add_css_class (self->text, "numeric");
  if (field == NULL && column->figure == NULL)
    gtk_widget_add_css_class (self->text, "secondary");
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  g_signal_connect (self, "query-tooltip", G_CALLBACK (query_tooltip_cb), NULL);
  return GTK_WIDGET (self);
}

/**
 * way_list_cell_bind:
 * @record: (nullable): %NULL when the cell shows nothing
 */
void
way_list_cell_bind (WayListCell *self, WayRecord *record)
{
  if (self->record == record)
    return;
  g_clear_handle_id (&self->click_timeout, g_source_remove);
  end_edit (self);
  g_set_object (&self->record, record);
  way_list_cell_refresh (self);
}

/**
 * way_list_cell_keep:
 *
 * Ends an edit that is open; what was typed is kept, or told to be wrong.
 */
void
way_list_cell_keep (WayListCell *self)
{
  commit_entry (self);
}

/**
 * way_list_cell_get_field:
 *
 * Returns: (transfer none) (nullable): the field that is shown; %NULL = a figure, or the id
 */
const WayField *
way_list_cell_get_field (WayListCell *self)
{
  return self->column->field;
}

WayRecord *
way_list_cell_get_record (WayListCell *self)
{
  return self->record;
}
