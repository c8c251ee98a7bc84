/* way-window-actions.c: the actions "win.…" of WayWindow, and its menu.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-i18n.h"

#include "ui/way-window-private.h"

#include "document/way-sandbox.h"
#include "ui/dialogs/way-print-window.h"
#include "ui/records/way-record-dialog.h"
#include "ui/dialogs/way-search-dialog.h"
#include "ui/way-actions.h"
#include "ui/way-application.h"
#include "ui/way-plan-files.h"
#include "ui/way-settings.h"

/* What the main menu offers. */
static const char *const menu_actions[] = {
  "app.new",
  "app.open",
  "app.import",
  "app.sample",
  "-",
  "win.properties",
  "win.save-as",
  "win.export",
  "win.print",
  "win.search-all",
  "-",
  "win.sidebar-collapsed",
  "win.fullscreen",
  "app.preferences",
  "-",
  "app.help",
  "app.shortcuts",
  "app.about",
  "app.quit",
  NULL,
};

static void
undo_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  WayWindow *self = data;
  g_autofree char *label = g_strdup (way_document_get_undo_label (self->document));
  g_autofree char *message = NULL;
  g_autoptr (GError) error = NULL;

  if (way_document_in_scope (self->document))
    return; /* a drag is under way */
  if (!way_document_undo (self->document, &error))
    {
      way_window_report_error (GTK_WIDGET (self), error);
      return;
    }
  message = g_strdup_printf (_ ("Undone: %s"), label);
  way_window_toast (GTK_WIDGET (self), message, _ ("Redo"), "win.redo");
}

static void
redo_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  WayWindow *self = data;
  g_autofree char *label = g_strdup (way_document_get_redo_label (self->document));
  g_autofree char *message = NULL;
  g_autoptr (GError) error = NULL;

  if (way_document_in_scope (self->document))
    return;
  if (!way_document_redo (self->document, &error))
    {
      way_window_report_error (GTK_WIDGET (self), error);
      return;
    }
  message = g_strdup_printf (_ ("Done again: %s"), label);
  way_window_toast (GTK_WIDGET (self), message, _ ("Undo"), "win.undo");
}

static void
search_all_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  WayDocument *document = way_window_get_document (data);

  if (document != NULL)
    way_search_dialog_present (data, document);
}

static void
search_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  WayPage *page = way_window_get_visible_page (data);

  if (page != NULL && !way_page_start_search (page))
    way_window_toast (data, _ ("There is nothing to search on this page."), NULL, NULL);
}

static void
fullscreen_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  if (gtk_window_is_fullscreen (data))
    gtk_window_unfullscreen (data);
  else
    gtk_window_fullscreen (data);
}

static void
print_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  WayWindow *self = data;
  WayPage *page = way_window_get_visible_page (self);
  const char *report = page != NULL ? way_page_get_report (page) : NULL;

  way_print_window_present (data, self->document, report,
                            page != NULL ? way_page_get_record (page) : NULL,
                            page != NULL ? way_page_get_chart (page) : NULL);
}

static void
export_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  way_plan_files_export (data);
}

static void
save_as_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  way_plan_files_save_as (data);
}

static void
properties_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  WayWindow *self = data;
  WayProject *project = way_plan_get_project (way_document_get_plan (self->document));

  way_record_dialog_present (data, self->document, &way_project_type, WAY_RECORD (project));
}

/* After a conflict that could not be merged: the file as it is now, in a new window. */
static void
reopen_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  WayWindow *self = data;
  g_autoptr (GFile) file = g_file_new_for_path (way_document_get_path (self->document));
  WayApplication *application = WAY_APPLICATION (gtk_window_get_application (GTK_WINDOW (self)));
  g_autoptr (GError) error = NULL;
  g_autoptr (WayDocument) document = way_document_open (g_file_peek_path (file), &error);

  if (document == NULL)
    {
      way_window_report_error (data, error);
      return;
    }
  way_application_show (application, document, NULL, NULL);
  gtk_window_destroy (data);
}

static void
page_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  way_window_show_page (data, g_variant_get_string (parameter, NULL));
}

static void
page_number_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  WayWindow *self = data;
  const char *name
      = way_sidebar_get_nth (WAY_SIDEBAR (self->sidebar), g_variant_get_int32 (parameter) - 1);

  if (name != NULL)
    way_window_show_page (data, name);
}

/* To the page so many further down in the sidebar; stays at its ends. */
static void
page_step_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  WayWindow *self = data;
  WaySidebar *sidebar = WAY_SIDEBAR (self->sidebar);
  int index = way_sidebar_get_selected_index (sidebar) + g_variant_get_int32 (parameter);
  const char *name = index >= 0 ? way_sidebar_get_nth (sidebar, index) : NULL;

  if (name != NULL)
    way_window_show_page (data, name);
}

static const GActionEntry entries[] = {
  { .name = "undo", .activate = undo_cb },
  { .name = "redo", .activate = redo_cb },
  { .name = "search", .activate = search_cb },
  { .name = "search-all", .activate = search_all_cb },
  { .name = "fullscreen", .activate = fullscreen_cb },
  { .name = "print", .activate = print_cb },
  { .name = "export", .activate = export_cb },
  { .name = "save-as", .activate = save_as_cb },
  { .name = "properties", .activate = properties_cb },
  { .name = "reopen", .activate = reopen_cb },
  { .name = "page", .activate = page_cb, .parameter_type = "s" },
  { .name = "page-number", .activate = page_number_cb, .parameter_type = "i" },
  { .name = "page-step", .activate = page_step_cb, .parameter_type = "i" },
};

/* Those that need a plan. */
static const char *const plan_actions[] = {
  "search", "search-all", "print",       "export",    "save-as", "properties",
  "reopen", "page",       "page-number", "page-step",
};

static void
enable (WayWindow *self, const char *name, gboolean enabled)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), name);

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), enabled);
}

/* "Undo Move “Design” (Ctrl+Z)" */
static void
name_step (GtkWidget *button, const char *action, const char *step)
{
  const WayActionInfo *info = way_actions_lookup (action);
  g_autofree char *accel = way_actions_dup_accel_label (info);
  g_autofree char *verb = way_actions_dup_label (info);
  /* Translators: undo or redo, and the name of the step, like: Undo: Move “Design” */
  g_autofree char *label
      = step != NULL ? g_strdup_printf (_ ("%s: %s"), verb, step) : g_strdup (verb);
  g_autofree char *text = g_strdup_printf ("%s (%s)", label, accel);

  gtk_widget_set_tooltip_text (button, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
}

/**
 * way_window_update_actions:
 *
 * Shows what can be done now; called after every change.
 */
void
way_window_update_actions (WayWindow *self)
{
  gboolean has_plan = self->document != NULL;
  gboolean can_undo = has_plan && way_document_can_undo (self->document);
  gboolean can_redo = has_plan && way_document_can_redo (self->document);

  enable (self, "undo", can_undo);
  enable (self, "redo", can_redo);
  for (gsize i = 0; i < G_N_ELEMENTS (plan_actions); i++)
    enable (self, plan_actions[i], has_plan);
  if (has_plan && way_document_is_sandbox (self->document))
    enable (self, "save-as", FALSE); /* what is kept of a sandbox is its difference */
  gtk_widget_set_visible (self->undo_button, has_plan);
  gtk_widget_set_visible (self->redo_button, has_plan);
  gtk_widget_set_visible (self->search_button, has_plan);
  gtk_widget_set_visible (self->print_button, has_plan);
  name_step (self->undo_button, "win.undo",
             can_undo ? way_document_get_undo_label (self->document) : NULL);
  name_step (self->redo_button, "win.redo",
             can_redo ? way_document_get_redo_label (self->document) : NULL);
}

static char *
dup_text (GtkWidget *widget)
{
  GtkTextIter start, end;

  if (GTK_IS_EDITABLE (widget))
    return g_strdup (gtk_editable_get_text (GTK_EDITABLE (widget)));
  gtk_text_buffer_get_bounds (gtk_text_view_get_buffer (GTK_TEXT_VIEW (widget)), &start, &end);
  return gtk_text_iter_get_text (&start, &end);
}

/* A text takes the keys of undo and redo for itself, also when it is empty and has nothing to take
 * back: they are the plan's then. What is not taken back goes on, to whom the text belongs. */
static gboolean
step_key_cb (GtkEventControllerKey *controller, guint key, guint code, GdkModifierType state,
             WayWindow *self)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));
  gboolean redo = (state & GDK_SHIFT_MASK) != 0;
  g_autofree char *before = NULL, *after = NULL;

  if (gdk_keyval_to_lower (key) != GDK_KEY_z
      || (state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)) != GDK_CONTROL_MASK
      || (!GTK_IS_TEXT (focus) && !GTK_IS_TEXT_VIEW (focus)))
    return FALSE;
  before = dup_text (focus);
  gtk_widget_activate_action (focus, redo ? "text.redo" : "text.undo", NULL);
  after = dup_text (focus);
  if (before[0] != '\0' || after[0] != '\0')
    return !g_str_equal (before, after);
  gtk_widget_activate_action (GTK_WIDGET (self), redo ? "win.redo" : "win.undo", NULL);
  return TRUE;
}

static void
hear_steps (WayWindow *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (step_key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

void
way_window_add_actions (WayWindow *self)
{
  g_autoptr (GAction) collapsed
      = g_settings_create_action (way_settings_get (), "sidebar-collapsed");
  g_autoptr (GMenu) menu = way_actions_new_menu (menu_actions);

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  g_action_map_add_action (G_ACTION_MAP (self), collapsed);
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (self->menu_button), G_MENU_MODEL (menu));
  way_actions_set_tooltip (self->menu_button, "menu.open");
  way_actions_set_tooltip (self->search_button, "win.search");
  way_actions_set_tooltip (self->print_button, "win.print");
  way_actions_install_shortcuts (GTK_WIDGET (self), "win");
  way_actions_install_shortcuts (GTK_WIDGET (self), "app");
  way_actions_install_shortcuts (GTK_WIDGET (self), "window");
  hear_steps (self);
  way_window_update_actions (self);
}
