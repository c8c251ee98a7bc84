/* way-section-editor.c: WaySectionEditor, a piece of text of a document, read and edited in place.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-i18n.h"

#include "ui/milestones/way-section-editor.h"

#include "document/way-milestone-parts.h"
#include "ui/milestones/way-markdown.h"
#include "ui/way-window.h"
#include "ui/widgets/way-compat.h"

#include <string.h>

struct _WaySectionEditor
{
  GtkBox parent_instance;

  WayDocument *document;
  WayRecord *record;
  const WayOutlineEntry *entry;
  GtkWidget *stack;  /* "read" or "edit" */
  GtkWidget *button; /* around the text that is read */
  GtkWidget *label;
  GtkWidget *view;
};

G_DEFINE_FINAL_TYPE (WaySectionEditor, way_section_editor, GTK_TYPE_BOX)

static gboolean
is_line (WaySectionEditor *self)
{
  return self->entry->kind == WAY_OUTLINE_LINE;
}

static gboolean
is_editing (WaySectionEditor *self)
{
  return strcmp (gtk_stack_get_visible_child_name (GTK_STACK (self->stack)), "edit") == 0;
}

/* One item a line, with its number or its dot. */
static char *
format_items (WaySectionEditor *self, const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  g_autoptr (GString) out = g_string_new (NULL);
  guint number = 0;

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_autofree char *escaped = g_markup_escape_text (lines[i], -1);

      if (g_strstrip (lines[i])[0] == '\0')
        continue;
      if (out->len > 0)
        g_string_append_c (out, '\n');
      if (self->entry->kind == WAY_OUTLINE_NUMBERED)
        g_string_append_printf (out, "%u. %s", ++number, escaped);
      else
        g_string_append_printf (out, "• %s", escaped);
    }
  return g_string_free (g_steal_pointer (&out), FALSE);
}

static char *
format_text (WaySectionEditor *self, const char *text)
{
  if (self->entry->kind == WAY_OUTLINE_NUMBERED || self->entry->kind == WAY_OUTLINE_BULLETS)
    return format_items (self, text);
  return way_markdown_to_markup (text);
}

/**
 * way_section_editor_refresh:
 *
 * Shows the plan's text. What is being typed stays.
 */
void
way_section_editor_refresh (WaySectionEditor *self)
{
  const char *text = way_section_get_text (self->record, self->entry->key);
  g_autofree char *markup = NULL;

  if (is_editing (self))
    return;
  if (text[0] != '\0')
    markup = format_text (self, text);
  else
    markup = g_markup_printf_escaped ("<span alpha=\"60%%\">%s</span>", _ ("Click to write"));
  gtk_label_set_markup (GTK_LABEL (self->label), markup);
}

static char *
get_typed (WaySectionEditor *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view));
  GtkTextIter start, end;
  char *text;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  text = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
  return g_strchomp (text);
}

static void
show_read (WaySectionEditor *self)
{
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "read");
  way_section_editor_refresh (self);
}

/* Another program has taken the milestone away while its text was being typed. */
static gboolean
is_gone (WaySectionEditor *self)
{
  return self->record->plan == NULL;
}

/* What was typed is not lost with the document that it was for. */
static void
give_up (WaySectionEditor *self, const char *text)
{
  g_autofree char *message = NULL;

  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "read");
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text);
  message = g_strdup_printf (_ ("“%s” was deleted elsewhere. What you typed is on the clipboard."),
                             self->record->title);
  way_window_toast (GTK_WIDGET (self), message, NULL, NULL);
}

/* Keeps what was typed; stays in the editor when it cannot be kept. */
static void
finish (WaySectionEditor *self)
{
  g_autofree char *text = get_typed (self);
  g_autofree char *label = NULL;
  g_autoptr (GError) error = NULL;

  if (!is_editing (self))
    return;
  if (is_gone (self))
    {
      give_up (self, text);
      return;
    }
  if (strcmp (text, way_section_get_text (self->record, self->entry->key)) != 0)
    {
      /* Translators: a step that can be undone; %s is a section, like: Rollback Plan */
      label = g_strdup_printf (_ ("Edit “%s”"), _ (self->entry->heading));
      way_document_begin (self->document, label);
      way_section_set_text (self->document, self->record, self->entry->key, text);
      if (!way_document_commit (self->document, &error))
        {
          way_window_report_error (GTK_WIDGET (self), error);
          return;
        }
    }
  show_read (self);
}

static void
focus_left_cb (WaySectionEditor *self)
{
  if (is_editing (self))
    finish (self);
}

static gboolean
key_cb (GtkEventControllerKey *controller, guint key, guint code, GdkModifierType state,
        WaySectionEditor *self)
{
  gboolean enter = key == GDK_KEY_Return || key == GDK_KEY_KP_Enter;

  if (key == GDK_KEY_Escape)
    show_read (self);
  else if (enter && (is_line (self) || state & GDK_CONTROL_MASK))
    finish (self);
  else
    return FALSE;
  gtk_widget_grab_focus (self->button);
  return TRUE;
}

/**
 * way_section_editor_edit:
 *
 * Turns the text into one that can be edited.
 */
void
way_section_editor_edit (WaySectionEditor *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view));

  if (way_document_is_read_only (self->document) || is_editing (self))
    return;
  gtk_text_buffer_set_text (buffer, way_section_get_text (self->record, self->entry->key), -1);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "edit");
  gtk_widget_grab_focus (self->view);
}

static gboolean
link_cb (GtkLabel *label, const char *address, gpointer data)
{
  /* What stands in a plan from a stranger opens only web and mail addresses. */
  return !(g_str_has_prefix (address, "https://") || g_str_has_prefix (address, "http://")
           || g_str_has_prefix (address, "mailto:"));
}

static GtkWidget *
new_reader (WaySectionEditor *self)
{
  self->label = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->label), 0);
  gtk_label_set_wrap (GTK_LABEL (self->label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (self->label), PANGO_WRAP_WORD_CHAR);
  g_signal_connect (self->label, "activate-link", G_CALLBACK (link_cb), NULL);
  self->button = gtk_button_new ();
  gtk_button_set_child (GTK_BUTTON (self->button), self->label);
  gtk_widget_add_css_class (self->button, "flat");
  gtk_widget_add_css_class (self->button, "document-text");
  g_signal_connect_swapped (self->button, "clicked", G_CALLBACK (way_section_editor_edit), self);
  return self->button;
}

static GtkWidget *
new_writer (WaySectionEditor *self)
{
  GtkWidget *frame = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->view = gtk_text_view_new ();
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (self->view), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (self->view), FALSE);
  gtk_text_view_set_top_margin (GTK_TEXT_VIEW (self->view), 6);
  gtk_text_view_set_bottom_margin (GTK_TEXT_VIEW (self->view), 6);
  gtk_text_view_set_left_margin (GTK_TEXT_VIEW (self->view), 8);
  gtk_text_view_set_right_margin (GTK_TEXT_VIEW (self->view), 8);
  gtk_widget_set_size_request (self->view, -1, is_line (self) ? -1 : 96);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (focus_left_cb), self);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (self->view, focus);
  gtk_widget_add_controller (self->view, keys);
  gtk_widget_add_css_class (frame, "text-frame");
  gtk_box_append (GTK_BOX (frame), self->view);
  return frame;
}

static void
way_section_editor_dispose (GObject *object)
{
  WaySectionEditor *self = WAY_SECTION_EDITOR (object);

  g_clear_object (&self->record);
  g_clear_object (&self->document);
  G_OBJECT_CLASS (way_section_editor_parent_class)->dispose (object);
}

static void
way_section_editor_class_init (WaySectionEditorClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = way_section_editor_dispose;
}

static void
way_section_editor_init (WaySectionEditor *self)
{
}

static void
add_heading (WaySectionEditor *self)
{
  GtkWidget *heading = gtk_label_new (_ (self->entry->heading));

  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  if (is_line (self))
    {
      gtk_label_set_yalign (GTK_LABEL (heading), 0);
      gtk_label_set_wrap (GTK_LABEL (heading), TRUE);
      gtk_label_set_width_chars (GTK_LABEL (heading), 22);
      gtk_label_set_max_width_chars (GTK_LABEL (heading), 22);
      gtk_widget_add_css_class (heading, "secondary");
      gtk_widget_add_css_class (heading, "document-line");
    }
  else
    gtk_widget_add_css_class (heading, "document-heading");
  gtk_box_append (GTK_BOX (self), heading);
}

/**
 * way_section_editor_new:
 * @record: a milestone or an initiative
 * @entry: one for which way_outline_entry_has_text() holds
 *
 * Returns: (transfer floating)
 */
GtkWidget *
way_section_editor_new (WayDocument *document, WayRecord *record, const WayOutlineEntry *entry)
{
  WaySectionEditor *self = g_object_new (WAY_TYPE_SECTION_EDITOR, NULL);
  const char *heading = _ (entry->heading);

  self->document = g_object_ref (document);
  self->record = g_object_ref (record);
  self->entry = entry;
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), is_line (self)
                                                             ? GTK_ORIENTATION_HORIZONTAL
                                                             : GTK_ORIENTATION_VERTICAL);
  add_heading (self);
  self->stack = way_compat_stack_new ();
  gtk_stack_set_vhomogeneous (GTK_STACK (self->stack), FALSE);
  gtk_widget_set_hexpand (self->stack, TRUE);
  gtk_stack_add_named (GTK_STACK (self->stack), new_reader (self), "read");
  gtk_stack_add_named (GTK_STACK (self->stack), new_writer (self), "edit");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  heading, -1);
  gtk_box_append (GTK_BOX (self), self->stack);
  way_section_editor_refresh (self);
  return GTK_WIDGET (self);
}

/**
 * way_section_editor_get_entry:
 *
 * Returns: (transfer none): which section it is
 */
const WayOutlineEntry *
way_section_editor_get_entry (WaySectionEditor *self)
{
  return self->entry;
}

/**
 * way_section_editor_is_empty:
 *
 * Returns: whether there is no text, neither in the plan nor being typed
 */
gboolean
way_section_editor_is_empty (WaySectionEditor *self)
{
  return !is_editing (self) && way_section_get_text (self->record, self->entry->key)[0] == '\0';
}
