/* way-mini-table.c: WayMiniTable, a card with a short table; each row opens its record.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-i18n.h"

#include "ui/pages/way-mini-table.h"

#include "ui/way-window.h"
#include "ui/widgets/way-tab-stop.h"

struct _WayMiniTable
{
  GtkBox parent_instance;

  const WayMiniColumn *columns;
  guint n_columns;
  GPtrArray *groups;  /* a GtkSizeGroup a column */
  GPtrArray *records; /* one a row, NULL = none */
  GtkWidget *head;
  GtkWidget *list;
  GtkWidget *empty;
  GtkWidget *rest;
};

G_DEFINE_FINAL_TYPE (WayMiniTable, way_mini_table, GTK_TYPE_BOX)

static void
row_activated_cb (GtkListBox *list, GtkListBoxRow *row, WayMiniTable *self)
{
  WayRecord *record = g_ptr_array_index (self->records, gtk_list_box_row_get_index (row));

  if (record != NULL)
    way_window_show_record (GTK_WIDGET (self), record);
}

static void
record_clear (gpointer record)
{
  if (record != NULL)
    g_object_unref (record);
}

static void
way_mini_table_finalize (GObject *object)
{
  WayMiniTable *self = WAY_MINI_TABLE (object);

  g_ptr_array_unref (self->groups);
  g_ptr_array_unref (self->records);
  G_OBJECT_CLASS (way_mini_table_parent_class)->finalize (object);
}

static void
way_mini_table_class_init (WayMiniTableClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = way_mini_table_finalize;
}

static void
way_mini_table_init (WayMiniTable *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_widget_add_css_class (GTK_WIDGET (self), "card");
  gtk_widget_add_css_class (GTK_WIDGET (self), "mini-card");
  self->groups = g_ptr_array_new_with_free_func (g_object_unref);
  self->records = g_ptr_array_new_with_free_func (record_clear);
}

/* The translation of nothing would be the head of the catalogue. */
static const char *
heading_of (const WayMiniColumn *column)
{
  return column->heading[0] != '\0' ? _ (column->heading) : "";
}

static GtkWidget *
new_line (void)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 14);

  gtk_widget_add_css_class (line, "mini-line");
  return line;
}

/* In a box as wide as its column, so that a chip is no wider than its word. */
static void
append_label (WayMiniTable *self, GtkWidget *line, guint column, GtkWidget *label)
{
  const WayMiniColumn *described = &self->columns[column];
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_label_set_xalign (GTK_LABEL (label), described->right ? 1 : 0);
  gtk_widget_set_halign (label, described->right ? GTK_ALIGN_END : GTK_ALIGN_START);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_set_hexpand (box, described->expand);
  if (described->wrap)
    {
      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_widget_set_margin_top (label, 6);
      gtk_widget_set_margin_bottom (label, 6);
      gtk_widget_set_hexpand (box, TRUE);
    }
  else if (described->expand)
    {
      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
      gtk_label_set_width_chars (GTK_LABEL (label), 8);
      gtk_widget_set_tooltip_text (label, gtk_label_get_text (GTK_LABEL (label)));
    }
  else
    gtk_size_group_add_widget (g_ptr_array_index (self->groups, column), box);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (line), box);
}

GtkWidget *
way_mini_table_new (const char *title,
                    const WayMiniColumn *columns,
                    guint n_columns,
                    const char *empty)
{
  WayMiniTable *self = g_object_new (WAY_TYPE_MINI_TABLE, NULL);
  GtkWidget *heading = gtk_label_new (title);

  self->columns = columns;
  self->n_columns = n_columns;
  self->head = new_line ();
  gtk_widget_add_css_class (self->head, "mini-head");
  for (guint i = 0; i < n_columns; i++)
    {
      g_ptr_array_add (self->groups, gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL));
      append_label (self, self->head, i, gtk_label_new (heading_of (&columns[i])));
    }
  self->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (self->list, "mini-table");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  -1);
  g_signal_connect (self->list, "row-activated", G_CALLBACK (row_activated_cb), self);
  self->empty = gtk_label_new (empty);
  self->rest = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_label_set_xalign (GTK_LABEL (self->empty), 0);
  gtk_label_set_wrap (GTK_LABEL (self->empty), TRUE);
  gtk_label_set_xalign (GTK_LABEL (self->rest), 0);
  gtk_widget_add_css_class (heading, "card-title");
  gtk_widget_add_css_class (self->empty, "secondary");
  gtk_widget_add_css_class (self->empty, "mini-empty");
  gtk_widget_add_css_class (self->rest, "secondary");
  gtk_widget_add_css_class (self->rest, "mini-empty");
  gtk_box_append (GTK_BOX (self), heading);
  gtk_box_append (GTK_BOX (self), self->head);
  gtk_widget_set_hexpand (self->list, TRUE);
  gtk_box_append (GTK_BOX (self), way_tab_stop_new (self->list));
  gtk_box_append (GTK_BOX (self), self->empty);
  gtk_box_append (GTK_BOX (self), self->rest);
  way_mini_table_clear (self);
  return GTK_WIDGET (self);
}

static gboolean
has_headings (WayMiniTable *self)
{
  for (guint i = 0; i < self->n_columns; i++)
    if (self->columns[i].heading[0] != '\0')
      return TRUE;
  return FALSE;
}

static void
show_parts (WayMiniTable *self)
{
  gtk_widget_set_visible (self->empty, self->records->len == 0);
  gtk_widget_set_visible (self->head, self->records->len > 0 && has_headings (self));
  gtk_widget_set_visible (self->list, self->records->len > 0);
}

void
way_mini_table_clear (WayMiniTable *self)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), 0)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), GTK_WIDGET (row));
  g_ptr_array_set_size (self->records, 0);
  gtk_widget_set_visible (self->rest, FALSE);
  show_parts (self);
}

static GtkWidget *
new_cell (const WayMiniColumn *column, const WayMiniCell *cell)
{
  GtkWidget *label = gtk_label_new (cell->text);
  g_autofree char *style = cell->tone != NULL ? g_strdup_printf ("%s-text", cell->tone) : NULL;

  gtk_widget_set_valign (label, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (label, "numeric");
  if (column->chip && cell->text != NULL)
    {
      gtk_widget_add_css_class (label, "chip");
      if (cell->tone != NULL)
        gtk_widget_add_css_class (label, cell->tone);
    }
  else if (style != NULL)
    gtk_widget_add_css_class (label, style);
  return label;
}

void
way_mini_table_add (WayMiniTable *self, WayRecord *record, const WayMiniCell *cells)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *line = new_line ();
  g_autoptr (GString) name = g_string_new (NULL);

  for (guint i = 0; i < self->n_columns; i++)
    {
      append_label (self, line, i, new_cell (&self->columns[i], &cells[i]));
      if (cells[i].text != NULL)
        g_string_append_printf (name, "%s%s", name->len > 0 ? ", " : "", cells[i].text);
    }
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), line);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), record != NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name->str,
                                  -1);
  g_ptr_array_add (self->records, record != NULL ? g_object_ref (record) : NULL);
  gtk_list_box_append (GTK_LIST_BOX (self->list), row);
  show_parts (self);
}

void
way_mini_table_set_rest (WayMiniTable *self, guint n_more)
{
  g_autofree char *text
      = g_strdup_printf (ngettext ("… and %u more", "… and %u more", n_more), n_more);

  gtk_label_set_text (GTK_LABEL (self->rest), text);
  gtk_widget_set_visible (self->rest, n_more > 0);
}
