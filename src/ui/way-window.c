/* way-window.c: WayWindow, the main window: one plan, its pages, header bar, sidebar, toasts.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-i18n.h"

#include "ui/way-window-private.h"

#include "document/way-sandbox.h"
#include "metrics/attention/way-attention.h"
#include "model/way-error.h"
#include "ui/attention/way-attention-page.h"
#include "ui/pages/way-history-page.h"
#include "ui/pages/way-welcome.h"
#include "ui/way-actions.h"
#include "ui/way-file-drop.h"
#include "ui/way-pages.h"
#include "ui/way-settings.h"
#include "ui/widgets/way-alert.h"
#include "ui/widgets/way-banner.h"
#include "ui/widgets/way-compat.h"

#define SYNC_SECONDS 1

G_DEFINE_FINAL_TYPE (WayWindow, way_window, GTK_TYPE_APPLICATION_WINDOW)

/* ------------------------------------------------------------------ what the header bar says */

/* When the plan was as it is shown; %NULL of one at its latest state. */
static char *
dup_past (WayWindow *self)
{
  gint64 time = self->document != NULL ? way_document_get_past (self->document) : 0;

  return time != 0 ? way_history_format_time (time) : NULL;
}

static void
update_title (WayWindow *self)
{
  g_autofree char *date = NULL, *subtitle = NULL, *title = NULL, *past = NULL;

  if (self->document == NULL)
    {
      gtk_label_set_text (GTK_LABEL (self->title), _ ("Waymark"));
      gtk_widget_set_visible (self->subtitle, FALSE);
      gtk_window_set_title (GTK_WINDOW (self), _ ("Waymark"));
      return;
    }
  date = way_moment_format_date (way_document_get_status_date (self->document));
  past = dup_past (self);
  if (past != NULL)
    subtitle = g_strdup_printf (_ ("status %s · as it was on %s"), date, past);
  else if (way_document_is_read_only (self->document))
    subtitle = g_strdup_printf (_ ("status %s · read only"), date);
  else if (way_document_is_sandbox (self->document))
    subtitle = g_strdup_printf (_ ("status %s · a copy to try a change on"), date);
  else if (way_document_get_path (self->document) == NULL)
    subtitle = g_strdup_printf (_ ("status %s · not in a file yet"), date);
  else
    subtitle = g_strdup_printf (_ ("status %s · all changes saved"), date);
  title = g_strdup_printf (_ ("%s – Waymark"), way_document_get_title (self->document));
  gtk_label_set_text (GTK_LABEL (self->title), way_document_get_title (self->document));
  gtk_label_set_text (GTK_LABEL (self->subtitle), subtitle);
  gtk_widget_set_visible (self->subtitle, TRUE);
  gtk_window_set_title (GTK_WINDOW (self), title);
}

static void
update_primary_button (WayWindow *self)
{
  WayPage *page = way_window_get_visible_page (self);
  const char *label, *action;
  gboolean shown = page != NULL && !way_document_is_read_only (self->document)
                   && way_page_get_primary_action (page, &label, &action);

  gtk_widget_set_visible (self->primary_button, shown);
  if (shown)
    gtk_button_set_label (GTK_BUTTON (self->primary_button), label);
}

static void
primary_clicked_cb (WayWindow *self)
{
  WayPage *page = way_window_get_visible_page (self);
  const char *label, *action;

  if (page != NULL && way_page_get_primary_action (page, &label, &action))
    gtk_widget_activate_action (GTK_WIDGET (page), action, NULL);
}

static void
update_banners (WayWindow *self)
{
  gboolean read_only = self->document != NULL && way_document_is_read_only (self->document);
  g_autofree char *past = dup_past (self);
  g_autofree char *text
      = past != NULL ? g_strdup_printf (_ ("This is the plan as it was on %s. Save a copy to go on "
                                           "from there."),
                                        past)
        : read_only  ? g_strdup (_ ("This plan can be read but not changed here. Save a copy to "
                                    "work on it."))
                     : NULL;

  way_banner_set_text (WAY_BANNER (self->read_only_banner), text);
}

static void
page_chosen_cb (WayWindow *self, const char *name)
{
  way_window_show_page (GTK_WIDGET (self), name);
}

/* A click on a page, or Enter: its keys work at once. */
static void
page_entered_cb (WayWindow *self)
{
  GtkWidget *page = gtk_stack_get_visible_child (GTK_STACK (self->pages));
  GtkWidget *focus;

  if (gtk_widget_grab_focus (page))
    return;
  focus = gtk_window_get_focus (GTK_WINDOW (self));
  if (focus == NULL || !gtk_widget_is_ancestor (focus, page))
    gtk_widget_child_focus (page, GTK_DIR_TAB_FORWARD);
}

static void
visible_page_changed_cb (GtkStack *pages, GParamSpec *pspec, WayWindow *self)
{
  const char *name = gtk_stack_get_visible_child_name (pages);
  GtkWidget *focus;

  if (name == NULL || self->document == NULL)
    return;
  way_sidebar_select (WAY_SIDEBAR (self->sidebar), name);
  g_settings_set_string (way_settings_get (), "page", name);
  update_primary_button (self);
  way_window_update_actions (self);
  focus = gtk_window_get_focus (GTK_WINDOW (self));
  if (focus == NULL || !gtk_widget_is_ancestor (focus, self->sidebar))
    page_entered_cb (self);
}

/* ------------------------------------------------------------------ the document */

/* What needs attention stands beside the name of the page. */
static void
count_attention (WayAttentionWatch *watch, GPtrArray *list, WayWindow *self)
{
  static const WayRecordType *const types[]
      = { &way_milestone_type, &way_issue_type, &way_risk_type, &way_change_request_type,
          &way_action_type };
  g_autofree char *all = NULL;
  WayPage *page = way_window_get_visible_page (self);
  guint n_all;

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    {
      guint n = way_attention_count (list, types[i]);
      g_autofree char *meaning
          = g_strdup_printf (ngettext ("%u needs attention", "%u need attention", n), n);

      way_sidebar_set_count (WAY_SIDEBAR (self->sidebar), types[i]->name, n, TRUE, meaning);
    }
  n_all = way_attention_count (list, NULL);
  all = g_strdup_printf (ngettext ("%u alert", "%u alerts", n_all), n_all);
  way_sidebar_set_count (WAY_SIDEBAR (self->sidebar), "attention", n_all, TRUE, all);
  if (page != NULL && WAY_IS_ATTENTION_PAGE (page)) /* days pass without a change */
    way_page_queue_refresh (page);
}

static void
document_changed_cb (WayDocument *document, WayChangeset *changeset, WayWindow *self)
{
  if (changeset == NULL || changeset->origin != WAY_ORIGIN_WATCH)
    way_toast_hide (WAY_TOAST (self->toast)); /* its Undo would take back another step by now */
  update_title (self);
  way_window_update_actions (self);
}

static gboolean
sync_timeout_cb (gpointer data)
{
  way_window_sync (data);
  return G_SOURCE_CONTINUE;
}

gboolean
way_window_sync (WayWindow *self)
{
  WayStore *store = way_document_get_store (self->document);
  g_autoptr (GError) error = NULL;

  if (store == NULL || way_document_in_scope (self->document)
      || !way_store_changed_elsewhere (store))
    return TRUE;
  if (way_document_sync (self->document, &error))
    {
      way_banner_set_text (WAY_BANNER (self->conflict_banner), NULL);
      return TRUE;
    }
  way_banner_set_text (WAY_BANNER (self->conflict_banner), error->message);
  return FALSE;
}

static const WayPageKind *
find_kind (const char *name)
{
  guint n_kinds;
  const WayPageKind *kinds = way_pages_get (&n_kinds);

  for (guint i = 0; i < n_kinds; i++)
    if (g_strcmp0 (kinds[i].name, name) == 0)
      return &kinds[i];
  return NULL;
}

/**
 * way_window_set_document:
 * @document: the plan to show; a window gets one once
 */
void
way_window_set_document (WayWindow *self, WayDocument *document)
{
  g_autofree char *page = g_settings_get_string (way_settings_get (), "page");
  guint n_kinds;
  const WayPageKind *kinds = way_pages_get (&n_kinds);

  g_return_if_fail (WAY_IS_WINDOW (self));
  g_return_if_fail (self->document == NULL);

  self->document = g_object_ref (document);
  g_signal_connect_object (document, "changed", G_CALLBACK (document_changed_cb), self, 0);
  g_signal_connect_object (document, "notify", G_CALLBACK (way_window_update_actions), self,
                           G_CONNECT_SWAPPED);
  for (guint i = 0; i < n_kinds; i++)
    way_sidebar_add (WAY_SIDEBAR (self->sidebar), &kinds[i]);
  way_window_show_page (GTK_WIDGET (self), find_kind (page) != NULL ? page : "timeline");
  gtk_stack_set_visible_child_name (GTK_STACK (self->views), "plan");
  document_changed_cb (document, NULL, self);
  self->watch = way_attention_watch_new (document, GTK_WINDOW (self));
  g_signal_connect (self->watch, "looked", G_CALLBACK (count_attention), self);
  update_banners (self);
  self->sync_timeout = g_timeout_add_seconds (SYNC_SECONDS, sync_timeout_cb, self);
}

/* ------------------------------------------------------------------ the window */

static void
size_changed_cb (WayWindow *self)
{
  GSettings *settings = way_settings_get ();
  gboolean maximized = gtk_window_is_maximized (GTK_WINDOW (self));
  int width, height;

  g_settings_set_boolean (settings, "window-maximized", maximized);
  if (maximized || gtk_window_is_fullscreen (GTK_WINDOW (self)))
    return;
  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  g_settings_set_int (settings, "window-width", MAX (width, 360));
  g_settings_set_int (settings, "window-height", MAX (height, 240));
}

static void
sidebar_collapsed_cb (GSettings *settings, const char *key, WayWindow *self)
{
  way_sidebar_set_collapsed (WAY_SIDEBAR (self->sidebar),
                             g_settings_get_boolean (settings, "sidebar-collapsed"));
}

static void
way_window_dispose (GObject *object)
{
  WayWindow *self = WAY_WINDOW (object);

  g_clear_handle_id (&self->sync_timeout, g_source_remove);
  g_clear_object (&self->watch);
  if (self->pages != NULL)
    g_signal_handlers_disconnect_by_data (self->pages, self);
  /* No gtk_widget_dispose_template(): it would free the title bar that GtkWindow still unparents. */
  g_clear_object (&self->document);
  G_OBJECT_CLASS (way_window_parent_class)->dispose (object);
}

static void
way_window_class_init (WayWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = way_window_dispose;
  g_type_ensure (WAY_TYPE_TOAST);
  g_type_ensure (WAY_TYPE_SIDEBAR);
  g_type_ensure (WAY_TYPE_WELCOME);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/waymark/Waymark/ui/way-window.ui");
  gtk_widget_class_bind_template_child (widget_class, WayWindow, header);
  gtk_widget_class_bind_template_child (widget_class, WayWindow, title);
  gtk_widget_class_bind_template_child (widget_class, WayWindow, subtitle);
  gtk_widget_class_bind_template_child (widget_class, WayWindow, menu_button);
  gtk_widget_class_bind_template_child (widget_class, WayWindow, undo_button);
  gtk_widget_class_bind_template_child (widget_class, WayWindow, redo_button);
  gtk_widget_class_bind_template_child (widget_class, WayWindow, search_button);
  gtk_widget_class_bind_template_child (widget_class, WayWindow, print_button);
  gtk_widget_class_bind_template_child (widget_class, WayWindow, primary_button);
  gtk_widget_class_bind_template_child (widget_class, WayWindow, views);
  gtk_widget_class_bind_template_child (widget_class, WayWindow, welcome);
  gtk_widget_class_bind_template_child (widget_class, WayWindow, banners);
  gtk_widget_class_bind_template_child (widget_class, WayWindow, sidebar);
  gtk_widget_class_bind_template_child (widget_class, WayWindow, pages);
  gtk_widget_class_bind_template_child (widget_class, WayWindow, toast);
  gtk_widget_class_bind_template_child (widget_class, WayWindow, overlay);
  gtk_widget_class_bind_template_callback (widget_class, primary_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, page_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, page_entered_cb);
}

static void
add_banners (WayWindow *self)
{
  self->read_only_banner = way_banner_new (WAY_BANNER_WARNING);
  way_banner_set_button (WAY_BANNER (self->read_only_banner), _ ("_Save a copy…"), "win.save-as");
  self->conflict_banner = way_banner_new (WAY_BANNER_BAD);
  way_banner_set_button (WAY_BANNER (self->conflict_banner), _ ("_Reopen"), "win.reopen");
  gtk_box_append (GTK_BOX (self->banners), self->read_only_banner);
  gtk_box_append (GTK_BOX (self->banners), self->conflict_banner);
}

static void
way_window_init (WayWindow *self)
{
  GSettings *settings = way_settings_get ();

  gtk_widget_init_template (GTK_WIDGET (self));
  add_banners (self);
  way_file_drop_attach (GTK_OVERLAY (self->overlay));
  gtk_window_set_default_size (GTK_WINDOW (self), g_settings_get_int (settings, "window-width"),
                               g_settings_get_int (settings, "window-height"));
  if (g_settings_get_boolean (settings, "window-maximized"))
    gtk_window_maximize (GTK_WINDOW (self));
  g_signal_connect (self, "notify::default-width", G_CALLBACK (size_changed_cb), NULL);
  g_signal_connect (self, "notify::default-height", G_CALLBACK (size_changed_cb), NULL);
  g_signal_connect (self, "notify::maximized", G_CALLBACK (size_changed_cb), NULL);
  way_compat_mend_focus (GTK_WINDOW (self));
  way_compat_mend_stack (GTK_STACK (self->views));
  way_compat_mend_stack (GTK_STACK (self->pages));
  g_signal_connect (self->pages, "notify::visible-child", G_CALLBACK (visible_page_changed_cb),
                    self);
  g_signal_connect_object (settings, "changed::sidebar-collapsed",
                           G_CALLBACK (sidebar_collapsed_cb), self, 0);
  sidebar_collapsed_cb (settings, NULL, self);
  way_window_add_actions (self);
  update_title (self);
}

WayWindow *
way_window_new (GtkApplication *application)
{
  return g_object_new (WAY_TYPE_WINDOW, "application", application, NULL);
}

void
way_window_add_banner (WayWindow *self, GtkWidget *banner)
{
  gtk_box_append (GTK_BOX (self->banners), banner);
}

WayDocument *
way_window_get_document (WayWindow *self)
{
  return self->document;
}

/**
 * way_window_get_page:
 *
 * Makes the page if nobody has asked for it yet.
 *
 * Returns: (transfer none) (nullable): the page of that name
 */
WayPage *
way_window_get_page (WayWindow *self, const char *name)
{
  GtkWidget *child = gtk_stack_get_child_by_name (GTK_STACK (self->pages), name);
  const WayPageKind *kind = child == NULL && self->document != NULL ? find_kind (name) : NULL;
  WayPage *page;

  if (kind == NULL)
    return (WayPage *)child;
  page = way_pages_create (kind);
  way_page_set_document (page, self->document);
  gtk_stack_add_named (GTK_STACK (self->pages), GTK_WIDGET (page), kind->name);
  return page;
}

WayPage *
way_window_get_visible_page (WayWindow *self)
{
  return self->document != NULL ? (WayPage *)gtk_stack_get_visible_child (GTK_STACK (self->pages))
                                : NULL;
}

/**
 * way_window_of:
 * @inside: any widget in the window, or in a dialog of it
 *
 * Returns: (transfer none) (nullable): the main window
 */
WayWindow *
way_window_of (GtkWidget *inside)
{
  GtkRoot *root = gtk_widget_get_root (inside);

  while (GTK_IS_WINDOW (root) && !WAY_IS_WINDOW (root))
    root = GTK_ROOT (gtk_window_get_transient_for (GTK_WINDOW (root)));
  return WAY_IS_WINDOW (root) ? WAY_WINDOW (root) : NULL;
}

/**
 * way_window_toast:
 * @inside: any widget in the window; the action is activated on it
 * @message: what happened, a short sentence
 * @button_label: (nullable): a verb
 * @action_name: (nullable): what the button does
 */
void
way_window_toast (GtkWidget *inside,
                  const char *message,
                  const char *button_label,
                  const char *action_name)
{
  WayToastButton button = { button_label, action_name, NULL };

  way_window_toast_buttons (inside, message, &button, button_label != NULL ? 1 : 0);
}

/**
 * way_window_toast_buttons:
 * @inside: any widget in the window; the actions are activated on it
 * @message: what happened, a sentence or some
 * @buttons: (array length=n_buttons): what can be done about it
 */
void
way_window_toast_buttons (GtkWidget *inside,
                          const char *message,
                          const WayToastButton *buttons,
                          guint n_buttons)
{
  WayWindow *self = way_window_of (inside);

  if (self != NULL)
    way_toast_show (WAY_TOAST (self->toast), inside, message, buttons, n_buttons);
}

static gboolean
is_about_the_file (const GError *error)
{
  return g_error_matches (error, WAY_ERROR, WAY_ERROR_FORMAT)
         || g_error_matches (error, WAY_ERROR, WAY_ERROR_NEWER)
         || g_error_matches (error, WAY_ERROR, WAY_ERROR_READ_ONLY)
         || g_error_matches (error, WAY_ERROR, WAY_ERROR_IO) || error->domain != WAY_ERROR;
}

/**
 * way_window_report_error:
 * @inside: any widget in the window
 * @error: what went wrong; a cancellation is not told
 *
 * What is wrong with an edit is told in passing; what is wrong with a file has to be read.
 */
void
way_window_report_error (GtkWidget *inside, const GError *error)
{
  g_return_if_fail (error != NULL);

  if (g_error_matches (error, WAY_ERROR, WAY_ERROR_CANCELLED)
      || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (is_about_the_file (error))
    way_alert_tell (inside, _ ("That did not work"), error->message);
  else
    way_window_toast (inside, error->message, NULL, NULL);
}

/**
 * way_window_show_page:
 * @inside: any widget in the window
 * @name: of the page
 */
void
way_window_show_page (GtkWidget *inside, const char *name)
{
  WayWindow *self = way_window_of (inside);

  if (self != NULL && way_window_get_page (self, name) != NULL)
    gtk_stack_set_visible_child_name (GTK_STACK (self->pages), name);
}

/**
 * way_window_show_record:
 * @inside: any widget in the window
 * @record: a record of the plan
 *
 * Goes to the page that shows such records, and selects it there.
 *
 * Returns: (transfer none) (nullable): the page; %NULL when none shows such records
 */
WayPage *
way_window_show_record (GtkWidget *inside, WayRecord *record)
{
  WayWindow *self = way_window_of (inside);
  const WayRecordType *type;
  guint n_kinds;
  const WayPageKind *kinds = way_pages_get (&n_kinds);

  g_return_val_if_fail (WAY_IS_RECORD (record), NULL);

  type = way_record_get_record_type (record);
  for (guint i = 0; i < n_kinds && self != NULL; i++)
    if ((kinds[i].type == type || kinds[i].part == type)
        && way_page_show_record (way_window_get_page (self, kinds[i].name), record))
      {
        way_window_show_page (GTK_WIDGET (self), kinds[i].name);
        return way_window_get_page (self, kinds[i].name);
      }
  return NULL;
}
