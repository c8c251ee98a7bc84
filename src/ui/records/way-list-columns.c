/* way-list-columns.c: which columns a WayListPage shows, in which order and how wide.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The columns of the view are the state. What differs from the first sight is kept for the plan
 * and the user, as "title:320;owner;status:110" in the order in which they stand. */

#include "model/way-i18n.h"

#include "ui/records/way-list-page-private.h"

#include "ui/way-view-state.h"
#include "ui/widgets/way-compat.h"
#include "ui/widgets/way-dialog.h"

#include <string.h>

#define KEY "columns"

static GListModel *
columns_of (WayListPage *self)
{
  return gtk_column_view_get_columns (GTK_COLUMN_VIEW (self->view));
}

static WayListColumn *
shown_by (GtkColumnViewColumn *column)
{
  return g_object_get_data (G_OBJECT (gtk_column_view_column_get_factory (column)), "shows");
}

/* ------------------------------------------------------------------ kept */

static char *
describe (WayListPage *self)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (columns_of (self)); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns_of (self), i);
      int width = gtk_column_view_column_get_fixed_width (column);

      g_string_append_printf (text, "%s%s", text->len > 0 ? ";" : "",
                              way_list_column_get_name (shown_by (column)));
      if (width > 0)
        g_string_append_printf (text, ":%d", width);
    }
  return g_string_free (text, FALSE);
}

static void
keep_cb (WayListPage *self)
{
  g_autofree char *text = NULL;

  if (self->placing_columns || self->view == NULL) /* or the page goes */
    return;
  text = describe (self);
  way_view_state_set_string (way_page_get_document (WAY_PAGE (self)), self->type->name, KEY, text);
}

static gboolean
names_record (const WayField *field)
{
  return field != NULL
         && (strcmp (field->name, "title") == 0
             || (field->owner->common == WAY_COMMON_NONE && strcmp (field->name, "name") == 0));
}

/* How well a column bears to be wide; best not where the user has said how wide it is. */
static int
rate_width (GtkColumnViewColumn *column)
{
  const WayField *field = shown_by (column)->field;

  if (gtk_column_view_column_get_fixed_width (column) > 0)
    return 0;
  if (names_record (field))
    return 4;
  if (field == NULL)
    return 1;
  return field->type == WAY_FIELD_TYPE_TEXT ? 3 : field->type == WAY_FIELD_TYPE_REF ? 2 : 1;
}

/* The room that is left goes to the title; where that is hidden, to what bears it best. */
static void
spread (WayListPage *self)
{
  GtkColumnViewColumn *widest = NULL; /* the view holds it */
  guint n = g_list_model_get_n_items (columns_of (self));
  int best = -1;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns_of (self), i);
      int rating = rate_width (column);

      if (rating > best || (rating == best && rating < 2)) /* else the last */
        {
          widest = column;
          best = rating;
        }
    }
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns_of (self), i);

      gtk_column_view_column_set_expand (column, column == widest);
    }
}

/* Where the user says how wide it is, its title gives way, and the room goes to another. */
static void
width_set_cb (GtkColumnViewColumn *column, GParamSpec *pspec, WayListPage *self)
{
  guint place = 0;

  if (self->view == NULL) /* the page goes */
    return;
  for (; place < g_list_model_get_n_items (columns_of (self)); place++)
    {
      g_autoptr (GtkColumnViewColumn) at = g_list_model_get_item (columns_of (self), place);

      if (at == column)
        break;
    }
  way_compat_align_title (GTK_COLUMN_VIEW (self->view), place,
                          way_list_column_is_to_end (shown_by (column)) ? 1 : 0);
  spread (self);
  keep_cb (self);
}

static GtkColumnViewColumn *
add (WayListPage *self, WayListColumn *shows, int width)
{
  GtkColumnViewColumn *column = way_list_page_add_column (self, shows);

  g_signal_connect_object (column, "notify::fixed-width", G_CALLBACK (width_set_cb), self, 0);
  if (width > 0)
    gtk_column_view_column_set_fixed_width (column, width);
  return column;
}

static void
add_first_sight (WayListPage *self)
{
  for (guint i = 0; i < self->columns->len; i++)
    if (((WayListColumn *)self->columns->pdata[i])->at_first)
      add (self, self->columns->pdata[i], 0);
}

/* (nullable) */
static WayListColumn *
find_by_name (WayListPage *self, const char *name)
{
  for (guint i = 0; i < self->columns->len; i++)
    if (g_str_equal (way_list_column_get_name (self->columns->pdata[i]), name))
      return self->columns->pdata[i];
  return NULL;
}

/* (nullable) (transfer none) */
static GtkColumnViewColumn *
find_column (WayListPage *self, WayListColumn *shows)
{
  for (guint i = 0; i < g_list_model_get_n_items (columns_of (self)); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns_of (self), i);

      if (shown_by (column) == shows)
        return column; /* the view holds it */
    }
  return NULL;
}

static gboolean
add_kept (WayListPage *self)
{
  g_autofree char *text = way_view_state_dup_string (way_page_get_document (WAY_PAGE (self)),
                                                     self->type->name, KEY);
  g_auto (GStrv) parts = g_strsplit (text != NULL ? text : "", ";", -1);
  gboolean any = FALSE;

  for (guint i = 0; parts[i] != NULL; i++)
    {
      char *colon = strchr (parts[i], ':');
      int width = colon != NULL ? (int)CLAMP (g_ascii_strtoll (colon + 1, NULL, 10), 24, 2000) : 0;
      WayListColumn *shows;

      if (colon != NULL)
        *colon = '\0';
      shows = find_by_name (self, parts[i]);
      if (shows != NULL && find_column (self, shows) == NULL)
        {
          add (self, shows, width);
          any = TRUE;
        }
    }
  return any;
}

/**
 * way_list_page_add_columns:
 *
 * Those that the user last had, else those of the first sight.
 */
void
way_list_page_add_columns (WayListPage *self)
{
  self->placing_columns = TRUE;
  if (!add_kept (self))
    add_first_sight (self);
  spread (self);
  self->placing_columns = FALSE;
  g_signal_connect_object (columns_of (self), "items-changed", G_CALLBACK (keep_cb), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
}

/* ------------------------------------------------------------------ the chooser */

typedef struct
{
  WayListPage *page;
  GtkListBox *list;
} Chooser;

static void
chooser_free (gpointer data)
{
  g_object_unref (((Chooser *)data)->page);
  g_free (data);
}

static WayListColumn *
row_shows (GtkListBoxRow *row)
{
  return g_object_get_data (G_OBJECT (row), "shows");
}

static GtkCheckButton *
row_check (GtkListBoxRow *row)
{
  return GTK_CHECK_BUTTON (gtk_list_box_row_get_child (row));
}

/* Makes the columns those that are ticked, in the order of the rows; the others keep their width. */
static void
apply (Chooser *chooser)
{
  WayListPage *self = chooser->page;
  GtkColumnView *view = GTK_COLUMN_VIEW (self->view);
  GtkListBoxRow *row;
  guint place = 0;

  self->placing_columns = TRUE;
  for (int i = 0; (row = gtk_list_box_get_row_at_index (chooser->list, i)) != NULL; i++)
    {
      GtkColumnViewColumn *column = find_column (self, row_shows (row));

      if (!gtk_check_button_get_active (row_check (row)))
        {
          if (column != NULL)
            gtk_column_view_remove_column (view, column);
          continue;
        }
      if (column == NULL)
        column = add (self, row_shows (row), 0);
      gtk_column_view_insert_column (view, place++, column);
    }
  spread (self);
  self->placing_columns = FALSE;
  keep_cb (self);
}

/* Space or Enter on a row ticks it. */
static void
activated_cb (GtkListBox *list, GtkListBoxRow *row)
{
  GtkCheckButton *check = row_check (row);

  gtk_check_button_set_active (check, !gtk_check_button_get_active (check));
}

static void
toggled_cb (GtkCheckButton *check, GParamSpec *pspec, Chooser *chooser)
{
  GtkListBoxRow *row;
  guint n = 0;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (chooser->list, i)) != NULL; i++)
    n += gtk_check_button_get_active (row_check (row));
  if (n == 0) /* a list without columns could not be seen */
    gtk_check_button_set_active (check, TRUE);
  else
    apply (chooser);
}

static void
add_row (Chooser *chooser, WayListColumn *shows)
{
  GtkWidget *check = gtk_check_button_new_with_label (way_list_column_get_label (shows));
  GtkWidget *row = gtk_list_box_row_new ();

  gtk_check_button_set_active (GTK_CHECK_BUTTON (check),
                               find_column (chooser->page, shows) != NULL);
  g_signal_connect (check, "notify::active", G_CALLBACK (toggled_cb), chooser);
  g_object_set_data (G_OBJECT (row), "shows", shows);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), check);
  gtk_list_box_append (chooser->list, row);
}

static void
move_row (Chooser *chooser, int by)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (chooser->list)));
  GtkListBoxRow *row
      = focus != NULL
            ? GTK_LIST_BOX_ROW (GTK_IS_LIST_BOX_ROW (focus)
                                    ? focus
                                    : gtk_widget_get_ancestor (focus, GTK_TYPE_LIST_BOX_ROW))
            : NULL;
  int place;

  if (row == NULL)
    row = gtk_list_box_get_selected_row (chooser->list);
  if (row == NULL)
    return;
  place = gtk_list_box_row_get_index (row) + by;
  if (place < 0 || gtk_list_box_get_row_at_index (chooser->list, place) == NULL)
    return;
  g_object_ref (row);
  gtk_list_box_remove (chooser->list, GTK_WIDGET (row));
  gtk_list_box_insert (chooser->list, GTK_WIDGET (row), place);
  gtk_list_box_select_row (chooser->list, row);
  gtk_widget_grab_focus (GTK_WIDGET (row_check (row)));
  g_object_unref (row);
  apply (chooser);
}

static void
up_cb (Chooser *chooser)
{
  move_row (chooser, -1);
}

static void
down_cb (Chooser *chooser)
{
  move_row (chooser, 1);
}

static gboolean
key_cb (GtkEventControllerKey *keys, guint key, guint code, GdkModifierType state, Chooser *chooser)
{
  if ((state & GDK_ALT_MASK) == 0 || (key != GDK_KEY_Up && key != GDK_KEY_Down))
    return FALSE;
  move_row (chooser, key == GDK_KEY_Up ? -1 : 1);
  return TRUE;
}

static void
fill (Chooser *chooser)
{
  WayListPage *self = chooser->page;

  for (guint i = 0; i < g_list_model_get_n_items (columns_of (self)); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns_of (self), i);

      add_row (chooser, shown_by (column));
    }
  for (guint i = 0; i < self->columns->len; i++)
    if (find_column (self, self->columns->pdata[i]) == NULL)
      add_row (chooser, self->columns->pdata[i]);
}

static GtkWidget *
new_mover (const char *icon, const char *label, GCallback callback, Chooser *chooser)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_widget_set_focus_on_click (button, FALSE);
  g_signal_connect_swapped (button, "clicked", callback, chooser);
  return button;
}

static void
columns_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WayDialog *dialog = way_dialog_new (widget, _ ("Columns"), NULL);
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();
  Chooser *chooser = g_new0 (Chooser, 1);

  chooser->page = WAY_LIST_PAGE (g_object_ref (widget));
  chooser->list = GTK_LIST_BOX (gtk_list_box_new ());
  g_signal_connect (chooser->list, "row-activated", G_CALLBACK (activated_cb), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (chooser->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Columns"), -1);
  fill (chooser);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_cb), chooser);
  gtk_widget_add_controller (GTK_WIDGET (chooser->list), keys);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (chooser->list));
  way_dialog_set_content (dialog, scroller);
  way_dialog_add_action (dialog, new_mover ("go-down-symbolic", _ ("Further right (Alt+Down)"),
                                            G_CALLBACK (down_cb), chooser));
  way_dialog_add_action (dialog, new_mover ("go-up-symbolic", _ ("Further left (Alt+Up)"),
                                            G_CALLBACK (up_cb), chooser));
  g_object_set_data_full (G_OBJECT (dialog), "way-chooser", chooser, chooser_free);
  gtk_window_set_default_size (GTK_WINDOW (dialog), 380, 480);
  gtk_window_present (GTK_WINDOW (dialog));
}

void
way_list_page_install_columns (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "rows.columns", NULL, columns_cb);
}
