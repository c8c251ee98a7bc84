/* way-compat.c: what differs between GTK 4.8 and later versions, in one place.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-i18n.h"

#include "model/way-error.h"
#include "ui/widgets/way-compat.h"

#include <string.h>

#define TITLE_CHARS 10 /* of the title of a column, always seen */

static void
add_filters (GtkFileChooser *chooser, const char *const *filters)
{
  for (gsize i = 0; filters != NULL && filters[i] != NULL; i++)
    {
      g_auto (GStrv) parts = g_strsplit (filters[i], "|", 2);
      g_auto (GStrv) patterns = g_strsplit (parts[1] != NULL ? parts[1] : "*", ";", -1);
      g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

      gtk_file_filter_set_name (filter, parts[0]);
      for (gsize p = 0; patterns[p] != NULL; p++)
        gtk_file_filter_add_pattern (filter, patterns[p]);
      gtk_file_chooser_add_filter (chooser, filter);
    }
}

static void
chooser_response_cb (GtkNativeDialog *dialog, int response, GTask *task)
{
  if (response == GTK_RESPONSE_ACCEPT)
    g_task_return_pointer (task, gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog)),
                           g_object_unref);
  else
    g_task_return_new_error (task, WAY_ERROR, WAY_ERROR_CANCELLED, _ ("No file was chosen."));
  gtk_native_dialog_destroy (dialog);
  g_object_unref (task);
}

static void
propose (GtkFileChooser *chooser, GFile *file)
{
  g_autoptr (GFile) folder = g_file_get_parent (file);
  g_autofree char *name = g_file_get_basename (file);

  if (folder != NULL)
    gtk_file_chooser_set_current_folder (chooser, folder, NULL);
  gtk_file_chooser_set_current_name (chooser, name);
}

/* GtkFileDialog is the way from 4.10 on; the native chooser works everywhere until GTK 5. */
static void
choose_file (GtkWidget *inside,
             const char *title,
             GtkFileChooserAction action,
             GFile *proposed,
             const char *const *filters,
             GCancellable *cancellable,
             GAsyncReadyCallback callback,
             gpointer data)
{
  GtkRoot *root = gtk_widget_get_root (inside);
  GTask *task = g_task_new (inside, cancellable, callback, data);
  GtkFileChooserNative *chooser;

  chooser = gtk_file_chooser_native_new (title, GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL,
                                         action, NULL, NULL);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  add_filters (GTK_FILE_CHOOSER (chooser), filters);
  if (proposed != NULL)
    propose (GTK_FILE_CHOOSER (chooser), proposed);

  /* The chooser lives as long as the task: until the answer. */
  g_task_set_task_data (task, chooser, g_object_unref);
  g_signal_connect (chooser, "response", G_CALLBACK (chooser_response_cb), task);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

/**
 * way_compat_open_file:
 * @inside: a widget of the window that asks
 * @title: what the file is for
 * @filters: (nullable): see the header
 *
 * Asks for an existing file; the answer comes by way_compat_file_finish().
 */
void
way_compat_open_file (GtkWidget *inside,
                      const char *title,
                      const char *const *filters,
                      GCancellable *cancellable,
                      GAsyncReadyCallback callback,
                      gpointer data)
{
  choose_file (inside, title, GTK_FILE_CHOOSER_ACTION_OPEN, NULL, filters, cancellable, callback,
               data);
}

/**
 * way_compat_save_file:
 * @inside: a widget of the window that asks
 * @title: what the file is for
 * @proposed: the place and the name that are proposed
 * @filters: (nullable): see the header
 *
 * Asks for a file to write; the answer comes by way_compat_file_finish().
 */
void
way_compat_save_file (GtkWidget *inside,
                      const char *title,
                      GFile *proposed,
                      const char *const *filters,
                      GCancellable *cancellable,
                      GAsyncReadyCallback callback,
                      gpointer data)
{
  choose_file (inside, title, GTK_FILE_CHOOSER_ACTION_SAVE, proposed, filters, cancellable,
               callback, data);
}

/**
 * way_compat_choose_folder:
 * @inside: a widget of the window that asks
 * @title: what the folder is for
 *
 * Asks for a folder; the answer comes by way_compat_file_finish().
 */
void
way_compat_choose_folder (GtkWidget *inside,
                          const char *title,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer data)
{
  choose_file (inside, title, GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER, NULL, NULL, cancellable,
               callback, data);
}

/**
 * way_compat_file_finish:
 *
 * Returns: (transfer full): the file; %NULL with %WAY_ERROR_CANCELLED when none was chosen
 */
GFile *
way_compat_file_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/* The list inside a column view: its last child, a GtkListView of a private subclass. */
static GtkWidget *
find_inner_list (GtkColumnView *view)
{
  for (GtkWidget *child = gtk_widget_get_last_child (GTK_WIDGET (view)); child != NULL;
       child = gtk_widget_get_prev_sibling (child))
    if (GTK_IS_LIST_VIEW (child))
      return child;
  return NULL;
}

/**
 * way_compat_scroll_to:
 *
 * Brings a row into view. gtk_column_view_scroll_to() came with 4.12; the action of the inner list
 * works in all versions (activated on the column view itself it does nothing in 4.8).
 */
void
way_compat_scroll_to (GtkColumnView *view, guint position)
{
  GtkWidget *list = find_inner_list (view);

  if (list != NULL)
    gtk_widget_activate_action (list, "list.scroll-to-item", "u", position);
}

static GtkWidget *
find_label (GtkWidget *widget)
{
  GtkWidget *found = GTK_IS_LABEL (widget) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_label (child);
  return found;
}

/* What GtkLabel calls characters: of the usual width, which those of a short word may not have. */
static int
count_chars (GtkWidget *label)
{
  const char *text = gtk_label_get_text (GTK_LABEL (label));
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (label, text);
  PangoFontMetrics *metrics
      = pango_context_get_metrics (gtk_widget_get_pango_context (label), NULL, NULL);
  int usual = MAX (pango_font_metrics_get_approximate_char_width (metrics),
                   pango_font_metrics_get_approximate_digit_width (metrics));
  int width;

  pango_font_metrics_unref (metrics);
  pango_layout_get_size (layout, &width, NULL);
  return usual > 0 ? MIN ((width + usual - 1) / usual, TITLE_CHARS) : -1;
}

/**
 * way_compat_align_title:
 * @column: place of the column
 * @xalign: 1 = at the right, over figures
 *
 * No version of GTK lets a column say where its title stands, so its label is looked for. A title
 * that is longer than %TITLE_CHARS and than what stands below is shortened where room is scarce, and
 * any title where somebody has made the column narrower.
 */
void
way_compat_align_title (GtkColumnView *view, guint column, float xalign)
{
  GtkWidget *header = gtk_widget_get_first_child (GTK_WIDGET (view));
  GtkWidget *title = header != NULL ? gtk_widget_get_first_child (header) : NULL;
  g_autoptr (GtkColumnViewColumn) titled
      = g_list_model_get_item (gtk_column_view_get_columns (view), column);
  gboolean sized = titled != NULL && gtk_column_view_column_get_fixed_width (titled) > 0;
  GtkWidget *label;

  while (title != NULL && column-- > 0)
    title = gtk_widget_get_next_sibling (title);
  label = title != NULL ? find_label (title) : NULL;
  if (label == NULL)
    return;
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (GTK_LABEL (label), sized ? -1 : count_chars (label));
  gtk_widget_set_tooltip_text (label, gtk_label_get_text (GTK_LABEL (label)));
  gtk_widget_set_hexpand (label, xalign > 0);
  gtk_label_set_xalign (GTK_LABEL (label), xalign);
  /* The arrow of a sorted column goes to the other side, so that the title ends where figures do. */
  if (xalign > 0.5 && GTK_IS_BOX (gtk_widget_get_parent (label))
      && gtk_widget_get_next_sibling (label) != NULL)
    gtk_box_reorder_child_after (GTK_BOX (gtk_widget_get_parent (label)),
                                 gtk_widget_get_next_sibling (label), NULL);
}

static void
ctrl_click_cb (GtkGestureClick *gesture, int n_press, double x, double y, GtkListItem *item)
{
  GdkModifierType state
      = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));
  guint position = gtk_list_item_get_position (item);

  if ((state & GDK_CONTROL_MASK) != 0 && position != GTK_INVALID_LIST_POSITION)
    gtk_widget_activate_action (gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture)),
                                "list.select-item", "(ubb)", position, TRUE, FALSE);
}

/**
 * way_compat_mend_ctrl_click:
 * @cell: the child of @item; must cover its whole cell
 *
 * Before 4.10.3 a Ctrl+click in a column view toggles the row twice, so that nothing happens (GTK
 * issue 4819); a third time mends it. Later versions get nothing: there it would do the damage.
 */
void
way_compat_mend_ctrl_click (GtkWidget *cell, GtkListItem *item)
{
  GtkGesture *click;

  if (gtk_check_version (4, 10, 3) == NULL)
    return;
  click = gtk_gesture_click_new ();
  g_signal_connect (click, "pressed", G_CALLBACK (ctrl_click_cb), item);
  gtk_widget_add_controller (cell, GTK_EVENT_CONTROLLER (click));
}

static void
hide_unseen_pages_cb (GtkStack *stack)
{
  GtkWidget *seen = gtk_stack_get_visible_child (stack);

  for (GtkWidget *page = gtk_widget_get_first_child (GTK_WIDGET (stack)); page != NULL;
       page = gtk_widget_get_next_sibling (page))
    gtk_accessible_update_state (GTK_ACCESSIBLE (page), GTK_ACCESSIBLE_STATE_HIDDEN, page != seen,
                                 -1);
}

/**
 * way_compat_mend_stack:
 * @stack: a stack, before or after its pages are added
 *
 * Keeps the pages that are not seen out of the accessibility tree. GtkStack leaves them in it,
 * with the place that they had, and a screen reader would read them out.
 */
void
way_compat_mend_stack (GtkStack *stack)
{
  g_autoptr (GtkSelectionModel) pages = gtk_stack_get_pages (stack);

  g_signal_connect (stack, "notify::visible-child", G_CALLBACK (hide_unseen_pages_cb), NULL);
  g_signal_connect_object (pages, "items-changed", G_CALLBACK (hide_unseen_pages_cb), stack,
                           G_CONNECT_SWAPPED);
  g_object_set_data_full (G_OBJECT (stack), "way-pages", g_object_ref (pages), g_object_unref);
  hide_unseen_pages_cb (stack);
}

/**
 * way_compat_stack_new:
 *
 * Returns: (transfer floating): a stack that way_compat_mend_stack() has mended
 */
GtkWidget *
way_compat_stack_new (void)
{
  GtkWidget *stack = gtk_stack_new ();

  way_compat_mend_stack (GTK_STACK (stack));
  return stack;
}

static gboolean
leave_closed_menu_cb (gpointer data)
{
  g_autoptr (GtkWindow) window = data;
  GtkWidget *focus = gtk_window_get_focus (window);
  GtkWidget *menu
      = focus != NULL ? gtk_widget_get_ancestor (focus, GTK_TYPE_POPOVER_MENU) : NULL;

  if (menu != NULL && !gtk_widget_get_mapped (menu) && gtk_widget_get_mapped (GTK_WIDGET (window)))
    gtk_widget_grab_focus (gtk_widget_get_parent (menu));
  return G_SOURCE_REMOVE;
}

static void
focus_moved_cb (GtkWindow *window)
{
  GtkWidget *focus = gtk_window_get_focus (window);

  if (focus != NULL && !gtk_widget_get_mapped (focus))
    g_idle_add (leave_closed_menu_cb, g_object_ref (window));
}

/**
 * way_compat_mend_focus:
 *
 * Takes the focus out of a menu that has closed. When something is chosen in a submenu, the menu
 * turns back to its first page while it closes and takes the focus with it; no key would do
 * anything until the next click.
 */
void
way_compat_mend_focus (GtkWindow *window)
{
  g_signal_connect (window, "notify::focus-widget", G_CALLBACK (focus_moved_cb), NULL);
}
