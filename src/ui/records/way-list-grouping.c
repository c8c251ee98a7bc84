/* way-list-grouping.c: what the rows of a WayListPage are grouped by, and their headings.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The row of a heading has cells as every row: the first that is seen holds the heading, the
 * others nothing. */

#include "model/way-i18n.h"

#include "ui/records/way-list-page-private.h"

#include "ui/records/way-list-heading.h"
#include "ui/way-view-state.h"
#include "ui/widgets/way-compat.h"

#define KEY "group"

/* ------------------------------------------------------------------ the choice */

/**
 * way_list_page_offer_grouping:
 *
 * Fills the choice with the fields of the list that make groups, and takes up the one that this
 * plan was last looked at by.
 */
void
way_list_page_offer_grouping (WayListPage *self)
{
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);
  g_autofree char *last = way_view_state_dup_string (way_page_get_document (WAY_PAGE (self)),
                                                     self->type->name, KEY);
  guint selected = 0;

  /* Translators: a list that is not divided into groups */
  gtk_string_list_append (labels, _ ("Group: none"));
  for (guint i = 0; i < self->type->n_fields; i++)
    {
      const WayField *field = &self->type->fields[i];
      /* Translators: what a list is grouped by; %s is a field, like: Status */
      g_autofree char *label = g_strdup_printf (_ ("Group: %s"), _ (field->label));

      if (!way_list_page_shows (field) || !way_record_groups_by (field))
        continue;
      gtk_string_list_append (labels, label);
      g_ptr_array_add (self->group_fields, (gpointer)field);
      if (g_strcmp0 (last, field->name) == 0)
        selected = self->group_fields->len;
    }
  gtk_drop_down_set_model (GTK_DROP_DOWN (self->grouping), G_LIST_MODEL (labels));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->grouping), selected);
  gtk_widget_set_visible (self->grouping, self->group_fields->len > 0);
}

/* Handler of the choice, which also tells when it gets its words. */
void
way_list_page_grouping_chosen (WayListPage *self)
{
  guint selected = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->grouping));
  const WayField *field = selected > 0 && selected <= self->group_fields->len
                              ? self->group_fields->pdata[selected - 1]
                              : NULL;

  if (self->groups == NULL || field == way_list_groups_get_field (self->groups))
    return;
  way_list_groups_set_field (self->groups, field);
  if (g_list_model_get_n_items (G_LIST_MODEL (self->groups)) > 0)
    way_compat_scroll_to (GTK_COLUMN_VIEW (self->view), 0);
  way_view_state_set_string (way_page_get_document (WAY_PAGE (self)), self->type->name, KEY,
                             field != NULL ? field->name : NULL);
}

/* ------------------------------------------------------------------ the headings */

static gboolean
is_first_seen (WayListPage *self, GtkColumnViewColumn *column)
{
  GListModel *columns = gtk_column_view_get_columns (GTK_COLUMN_VIEW (self->view));

  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) at = g_list_model_get_item (columns, i);

      if (gtk_column_view_column_get_visible (at))
        return at == column;
    }
  return FALSE;
}

static void
fold_cb (WayListHeading *heading, gboolean folded, WayListPage *self)
{
  way_list_groups_fold (self->groups, way_list_heading_get_head (heading), folded);
}

/* A cell cuts off what is wider than its column; not under a heading. */
static void
set_overflow (GtkListItem *item, GtkOverflow overflow)
{
  GtkWidget *child = gtk_list_item_get_child (item);

  if (child != NULL)
    gtk_widget_set_overflow (gtk_widget_get_parent (child), overflow);
}

static void
place_heading (WayListPage *self, GtkListItem *item, GtkColumnViewColumn *column)
{
  GtkWidget *heading;

  set_overflow (item, GTK_OVERFLOW_HIDDEN);
  if (!is_first_seen (self, column))
    {
      gtk_list_item_set_child (item, NULL);
      return;
    }
  heading = way_list_heading_new (gtk_list_item_get_item (item));
  g_signal_connect (heading, "fold", G_CALLBACK (fold_cb), self);
  gtk_list_item_set_child (item, heading);
  set_overflow (item, GTK_OVERFLOW_VISIBLE);
}

/**
 * way_list_page_put_heading:
 * @item: of the cell in @column, in the row of a heading
 */
void
way_list_page_put_heading (WayListPage *self, GtkListItem *item, GtkColumnViewColumn *column)
{
  g_hash_table_insert (self->headings, item, column);
  place_heading (self, item, column);
}

/**
 * way_list_page_remove_heading:
 *
 * Returns: whether @item was in the row of a heading; then it has no child any more
 */
gboolean
way_list_page_remove_heading (WayListPage *self, GtkListItem *item)
{
  if (!g_hash_table_remove (self->headings, item))
    return FALSE;
  set_overflow (item, GTK_OVERFLOW_HIDDEN);
  gtk_list_item_set_child (item, NULL);
  return TRUE;
}

/**
 * way_list_page_place_headings:
 *
 * Another column has become the first.
 */
void
way_list_page_place_headings (WayListPage *self)
{
  GHashTableIter iter;
  gpointer item, column;

  g_hash_table_iter_init (&iter, self->headings);
  while (g_hash_table_iter_next (&iter, &item, &column))
    place_heading (self, item, column);
}
