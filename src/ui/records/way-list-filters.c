/* way-list-filters.c: what a WayListPage leaves out: ready filters, the user's own, and what is typed.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * All three are lines of the same language (metrics/way-record-query.h). Those that somebody
 * names are kept for the plan and the user, one a line: name, tab, query. */

#include "model/way-i18n.h"

#include "ui/records/way-list-page-private.h"

#include "ui/records/way-list-cell.h"
#include "ui/way-settings.h"
#include "ui/way-view-state.h"
#include "ui/way-window.h"
#include "ui/widgets/way-dialog.h"

#include <string.h>

#define KEY "filters"
#define NAME_MAX_LENGTH 28 /* the choice stands at the top of the page */

static void
ready_filter_free (gpointer data)
{
  WayListChoice *filter = data;

  g_free (filter->label);
  g_free (filter->query);
  g_free (filter);
}

static void
add_filter (WayListPage *self, const char *label, const char *query, gboolean own)
{
  WayListChoice *filter = g_new0 (WayListChoice, 1);

  filter->label = g_strdup (label);
  filter->query = g_strdup (query);
  filter->own = own;
  g_ptr_array_add (self->filters, filter);
}

/* ------------------------------------------------------------------ which there are */

static void
add_ready (WayListPage *self)
{
  g_autoptr (GArray) ready = way_record_filters (self->type);

  for (guint i = 0; i < ready->len; i++)
    {
      const WayRecordFilter *filter = &g_array_index (ready, WayRecordFilter, i);

      add_filter (self, _ (filter->label), filter->query, FALSE);
    }
}

static gboolean
is_shown_choice (const WayField *field)
{
  return field != NULL && field->type == WAY_FIELD_TYPE_ENUM && way_list_page_shows (field);
}

/* (nullable): how far a record is, else the first choice that the list shows */
static const WayField *
find_choice (const WayRecordType *type)
{
  const WayField *status = way_record_type_field (type, "status");

  if (is_shown_choice (status))
    return status;
  for (guint i = 0; i < type->n_fields; i++)
    if (is_shown_choice (&type->fields[i]))
      return &type->fields[i];
  return NULL;
}

static void
add_choices (WayListPage *self)
{
  const WayField *field = find_choice (self->type);

  for (guint i = 0; field != NULL && i < field->choices->n_values; i++)
    {
      const char *value = way_enum_label (field->choices, i);
      /* Translators: a filter: a field and its value, like: Status: Open */
      g_autofree char *label = g_strdup_printf (_ ("%s: %s"), _ (field->label), value);
      g_autofree char *query = g_strdup_printf ("%s=\"%s\"", field->name, value);

      add_filter (self, label, query, FALSE);
    }
}

static void
add_own (WayListPage *self)
{
  g_autofree char *text = way_view_state_dup_string (way_page_get_document (WAY_PAGE (self)),
                                                     self->type->name, KEY);
  g_auto (GStrv) lines = g_strsplit (text != NULL ? text : "", "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      char *tab = strchr (lines[i], '\t');

      if (tab == NULL)
        continue;
      *tab = '\0';
      add_filter (self, lines[i], tab + 1, TRUE);
    }
}

static void
keep_own (WayListPage *self)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < self->filters->len; i++)
    {
      const WayListChoice *filter = self->filters->pdata[i];

      if (filter->own)
        g_string_append_printf (text, "%s%s\t%s", text->len > 0 ? "\n" : "", filter->label,
                                filter->query);
    }
  way_view_state_set_string (way_page_get_document (WAY_PAGE (self)), self->type->name, KEY,
                             text->len > 0 ? text->str : NULL);
}

static void
show_filters (WayListPage *self, guint selected)
{
  GtkStringList *labels = gtk_string_list_new (NULL);

  /* Translators: a filter that lets everything through */
  gtk_string_list_append (labels, _ ("Show: all"));
  for (guint i = 0; i < self->filters->len; i++)
    gtk_string_list_append (labels, ((const WayListChoice *)self->filters->pdata[i])->label);
  gtk_drop_down_set_model (GTK_DROP_DOWN (self->choice), G_LIST_MODEL (labels));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->choice), selected);
  gtk_widget_set_visible (self->choice, self->filters->len > 0);
  g_object_unref (labels);
}

/**
 * way_list_page_offer_filters:
 *
 * Fills the choice with the filters of the type and those that the user has named.
 */
void
way_list_page_offer_filters (WayListPage *self)
{
  g_clear_pointer (&self->filters, g_ptr_array_unref);
  self->filters = g_ptr_array_new_with_free_func (ready_filter_free);
  add_ready (self);
  add_choices (self);
  add_own (self);
  show_filters (self, 0);
}

/* (nullable) */
static const WayListChoice *
chosen (WayListPage *self)
{
  guint selected = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->choice));

  return self->filters != NULL && selected > 0 && selected <= self->filters->len
             ? self->filters->pdata[selected - 1]
             : NULL;
}

/* Both together, as one query. */
static char *
dup_query (WayListPage *self)
{
  const WayListChoice *filter = chosen (self);
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (self->search));

  return g_strstrip (g_strconcat (filter != NULL ? filter->query : "", " ", typed, NULL));
}

/**
 * way_list_page_update_query:
 *
 * Makes the query ready for the plan as it is now.
 */
void
way_list_page_update_query (WayListPage *self)
{
  g_autofree char *text = dup_query (self);
  g_autofree char *me = way_settings_dup_author ();
  WayListChoice const *filter = chosen (self);

  g_clear_pointer (&self->query, way_record_query_free);
  if (text[0] != '\0')
    self->query = way_record_query_new (way_page_get_document (WAY_PAGE (self)), self->type, text, me);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "rows.save-filter", text[0] != '\0');
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "rows.rename-filter",
                                 filter != NULL && filter->own);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "rows.forget-filter",
                                 filter != NULL && filter->own);
}

/* ------------------------------------------------------------------ actions */

typedef struct
{
  WayListPage *page;
  GtkWidget *name;
  char *query;
  char *old_name; /* (nullable): of the own filter that gets another name */
} Naming;

static void
naming_free (gpointer data, GClosure *closure)
{
  Naming *naming = data;

  g_object_unref (naming->page);
  g_free (naming->query);
  g_free (naming->old_name);
  g_free (naming);
}

static gboolean
has_own (WayListPage *self, const char *name)
{
  for (guint i = 0; i < self->filters->len; i++)
    {
      const WayListChoice *filter = self->filters->pdata[i];

      if (filter->own && g_str_equal (filter->label, name))
        return TRUE;
    }
  return FALSE;
}

static void
remove_own (WayListPage *self, const char *name)
{
  for (guint i = self->filters->len; i > 0; i--)
    {
      const WayListChoice *filter = self->filters->pdata[i - 1];

      if (filter->own && g_str_equal (filter->label, name))
        g_ptr_array_remove_index (self->filters, i - 1);
    }
}

/* What had the name before goes. */
static gboolean
name_confirm_cb (WayDialog *dialog, Naming *naming)
{
  WayListPage *self = naming->page;
  g_autofree char *name
      = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (naming->name))));

  if (name[0] == '\0')
    {
      way_dialog_set_message (dialog, _ ("Give the filter a name."));
      return FALSE;
    }
  g_strdelimit (name, "\t\n", ' ');
  g_strdelimit (naming->query, "\t\n", ' ');
  if (g_strcmp0 (name, naming->old_name) != 0 && has_own (self, name))
    {
      way_dialog_set_message (dialog, _ ("Another filter has this name already."));
      return FALSE;
    }
  if (naming->old_name != NULL)
    remove_own (self, naming->old_name);
  add_filter (self, name, naming->query, TRUE);
  keep_own (self);
  if (naming->old_name == NULL)
    gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  show_filters (self, self->filters->len);
  return TRUE;
}

/* @query: (transfer full) */
static void
ask_for_name (WayListPage *self, const char *title, const char *confirm, const char *old_name,
              char *query)
{
  WayDialog *dialog = way_dialog_new (GTK_WIDGET (self), title, confirm);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  GtkWidget *label = gtk_label_new (query);
  Naming *naming = g_new0 (Naming, 1);

  naming->page = g_object_ref (self);
  naming->query = query;
  naming->old_name = g_strdup (old_name);
  naming->name = gtk_entry_new ();
  gtk_editable_set_text (GTK_EDITABLE (naming->name), old_name != NULL ? old_name : "");
  gtk_entry_set_max_length (GTK_ENTRY (naming->name), NAME_MAX_LENGTH);
  gtk_entry_set_activates_default (GTK_ENTRY (naming->name), TRUE);
  gtk_entry_set_placeholder_text (GTK_ENTRY (naming->name), _ ("Name of the filter"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (naming->name), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Name of the filter"), -1);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "secondary");
  gtk_widget_add_css_class (box, "form");
  gtk_box_append (GTK_BOX (box), naming->name);
  gtk_box_append (GTK_BOX (box), label);
  way_dialog_set_content (dialog, box);
  g_signal_connect_data (dialog, "confirm", G_CALLBACK (name_confirm_cb), naming, naming_free, 0);
  gtk_window_set_default_size (GTK_WINDOW (dialog), 420, -1);
  gtk_window_present (GTK_WINDOW (dialog));
  gtk_widget_grab_focus (naming->name);
}

static void
save_filter_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WayListPage *self = WAY_LIST_PAGE (widget);

  ask_for_name (self, _ ("Save this filter"), _ ("_Save"), NULL, dup_query (self));
}

static void
rename_filter_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WayListPage *self = WAY_LIST_PAGE (widget);
  const WayListChoice *filter = chosen (self);

  if (filter != NULL && filter->own)
    ask_for_name (self, _ ("Rename this filter"), _ ("_Rename"), filter->label,
                  g_strdup (filter->query));
}

static void
forget_filter_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WayListPage *self = WAY_LIST_PAGE (widget);
  const WayListChoice *filter = chosen (self);

  if (filter == NULL || !filter->own)
    return;
  g_ptr_array_remove (self->filters, (gpointer)filter);
  keep_own (self);
  show_filters (self, 0);
}

/* Adds the value of the cell to what is typed. */
static void
filter_by_cell_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WayListPage *self = WAY_LIST_PAGE (widget);
  WayListCell *cell = way_list_page_focused_cell (self);
  const WayField *field = cell != NULL ? way_list_cell_get_field (cell) : NULL;
  g_autoptr (WayRecord) record = NULL;
  g_autofree char *part = NULL, *text = NULL;

  if (field == NULL)
    {
      way_window_toast (widget,
                        cell == NULL
                            ? _ ("Choose the cell whose value the rows shall have.")
                            : _ ("Rows cannot be filtered by an id or by a computed figure."),
                        NULL, NULL);
      return;
    }
  record = g_object_ref (way_list_cell_get_record (cell));
  way_list_cell_keep (cell);
  part = way_record_query_of_value (record, field);
  if (part == NULL)
    {
      way_window_toast (widget, _ ("The cell is empty."), NULL, NULL);
      return;
    }
  text = g_strstrip (
      g_strconcat (gtk_editable_get_text (GTK_EDITABLE (self->search)), " ", part, NULL));
  gtk_editable_set_text (GTK_EDITABLE (self->search), text);
}

static void
show_all_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WayListPage *self = WAY_LIST_PAGE (widget);

  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->choice), 0);
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
}

void
way_list_page_install_filters (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "rows.save-filter", NULL, save_filter_cb);
  gtk_widget_class_install_action (widget_class, "rows.rename-filter", NULL, rename_filter_cb);
  gtk_widget_class_install_action (widget_class, "rows.forget-filter", NULL, forget_filter_cb);
  gtk_widget_class_install_action (widget_class, "rows.filter-by-cell", NULL, filter_by_cell_cb);
  gtk_widget_class_install_action (widget_class, "rows.show-all", NULL, show_all_cb);
}
