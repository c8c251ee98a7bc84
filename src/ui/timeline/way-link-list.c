/* way-link-list.c: WayLinkList, the links of a task in its dialog: other task, type, lag.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-i18n.h"

#include "ui/timeline/way-link-list.h"

#include "model/way-error.h"
#include "ui/widgets/way-reference-button.h"

/* One line: a link that is there, or one to be made. */
typedef struct
{
  WayLink *link; /* (nullable) */
  GtkWidget *box;
  GtkWidget *other; /* WayReferenceButton */
  GtkDropDown *type;
  GtkEditable *lag;
  gboolean removed;
} Line;

struct _WayLinkList
{
  GtkBox parent_instance;

  WayDocument *document;
  WayTask *task;
  gboolean predecessors;
  GtkWidget *lines_box;
  GPtrArray *lines; /* of Line */
};

G_DEFINE_FINAL_TYPE (WayLinkList, way_link_list, GTK_TYPE_BOX)

/* In the order of the drop down: the common one first. */
static const WayLinkType types[] = { WAY_LINK_FS, WAY_LINK_SS, WAY_LINK_FF, WAY_LINK_SF };

static guint
type_index (gint64 type)
{
  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    if ((gint64)types[i] == type)
      return i;
  return 0;
}

static void
line_free (gpointer data)
{
  Line *line = data;

  g_clear_object (&line->link);
  g_free (line);
}

static void
remove_cb (GtkButton *button, Line *line)
{
  line->removed = TRUE;
  gtk_widget_set_visible (line->box, FALSE);
}

static GtkWidget *
type_drop_down_new (gint64 type)
{
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);
  GtkWidget *drop_down;

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    gtk_string_list_append (labels, way_enum_label (&way_enum_link_type, types[i]));
  drop_down = gtk_drop_down_new (G_LIST_MODEL (g_steal_pointer (&labels)), NULL);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (drop_down), type_index (type));
  gtk_accessible_update_property (GTK_ACCESSIBLE (drop_down), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Type of the link"), -1);
  return drop_down;
}

static GtkWidget *
remove_button_new (Line *line)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, _ ("Remove this link"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Remove this link"), -1);
  g_signal_connect (button, "clicked", G_CALLBACK (remove_cb), line);
  return button;
}

static Line *
add_line (WayLinkList *self, WayLink *link)
{
  WayPlan *plan = way_document_get_plan (self->document);
  WayUnitRates rates = way_plan_get_unit_rates (plan);
  Line *line = g_new0 (Line, 1);
  GtkWidget *lag = gtk_entry_new ();
  g_autofree char *lag_text = NULL;

  line->link = link != NULL ? g_object_ref (link) : NULL;
  line->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  line->other = way_reference_button_new (plan, &way_task_type, FALSE);
  way_reference_button_exclude (WAY_REFERENCE_BUTTON (line->other), WAY_RECORD (self->task)->id);
  way_reference_button_set_name (WAY_REFERENCE_BUTTON (line->other), _ ("Task"));
  gtk_widget_set_hexpand (line->other, TRUE);
  if (link != NULL)
    way_reference_button_set_value (WAY_REFERENCE_BUTTON (line->other),
                                    self->predecessors ? link->predecessor : link->successor);
  line->type = GTK_DROP_DOWN (type_drop_down_new (link != NULL ? link->type : WAY_LINK_FS));
  lag_text = link != NULL ? way_duration_format (link->lag, (WayUnit)link->lag_unit, &rates)
                          : way_duration_format (0, WAY_UNIT_DAYS, &rates);
  line->lag = GTK_EDITABLE (lag);
  gtk_editable_set_text (line->lag, lag_text);
  gtk_editable_set_width_chars (line->lag, 7);
  gtk_editable_set_max_width_chars (line->lag, 7);
  gtk_editable_set_alignment (line->lag, 1);
  gtk_widget_set_tooltip_text (lag, _ ("Lag, as 2d, −4h, 3ed or 50%"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (lag), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Lag"),
                                  -1);

  gtk_box_append (GTK_BOX (line->box), line->other);
  gtk_box_append (GTK_BOX (line->box), GTK_WIDGET (line->type));
  gtk_box_append (GTK_BOX (line->box), lag);
  gtk_box_append (GTK_BOX (line->box), remove_button_new (line));
  gtk_box_append (GTK_BOX (self->lines_box), line->box);
  g_ptr_array_add (self->lines, line);
  return line;
}

static void
add_cb (GtkButton *button, WayLinkList *self)
{
  Line *line = add_line (self, NULL);

  gtk_widget_child_focus (line->other, GTK_DIR_TAB_FORWARD);
}

static gboolean
make_link (WayLinkList *self, Line *line, gint64 other_id, gint64 lag, WayUnit unit, GError **error)
{
  WayTask *other = way_plan_lookup_task (way_document_get_plan (self->document), other_id);
  WayLinkType type = types[gtk_drop_down_get_selected (line->type)];

  if (other == NULL)
    {
      g_set_error_literal (error, WAY_ERROR, WAY_ERROR_INVALID,
                           _ ("Choose the task that the new link leads to, or remove the line."));
      return FALSE;
    }
  if (self->predecessors)
    return way_task_link (self->document, other, self->task, type, lag, unit, error) != NULL;
  return way_task_link (self->document, self->task, other, type, lag, unit, error) != NULL;
}

static gboolean
apply_line (WayLinkList *self, Line *line, GError **error)
{
  WayUnitRates rates = way_plan_get_unit_rates (way_document_get_plan (self->document));
  gint64 other = way_reference_button_get_value (WAY_REFERENCE_BUTTON (line->other));
  gint64 lag = 0;
  WayUnit unit = line->link != NULL ? (WayUnit)line->link->lag_unit : WAY_UNIT_DAYS;
  WayLinkType type;

  if (line->removed)
    {
      if (line->link != NULL)
        way_document_delete (self->document, WAY_RECORD (line->link));
      return TRUE;
    }
  if (!way_duration_parse (gtk_editable_get_text (line->lag), WAY_UNIT_DAYS, &rates, &lag, &unit,
                           error))
    {
      gtk_widget_add_css_class (GTK_WIDGET (line->lag), "error");
      return FALSE;
    }
  if (line->link == NULL)
    return make_link (self, line, other, lag, unit, error);
  if (other != (self->predecessors ? line->link->predecessor : line->link->successor))
    {
      way_document_delete (self->document, WAY_RECORD (line->link));
      return make_link (self, line, other, lag, unit, error);
    }
  type = types[gtk_drop_down_get_selected (line->type)];
  if ((gint64)type != line->link->type)
    way_document_set_int (self->document, WAY_RECORD (line->link), "type", type);
  if (lag != line->link->lag)
    way_document_set_int (self->document, WAY_RECORD (line->link), "lag", lag);
  if ((gint64)unit != line->link->lag_unit)
    way_document_set_int (self->document, WAY_RECORD (line->link), "lag_unit", unit);
  return TRUE;
}

gboolean
way_link_list_apply (WayLinkList *self, GError **error)
{
  for (guint i = 0; i < self->lines->len; i++)
    if (!apply_line (self, g_ptr_array_index (self->lines, i), error))
      return FALSE;
  return TRUE;
}

static void
way_link_list_finalize (GObject *object)
{
  WayLinkList *self = WAY_LINK_LIST (object);

  g_ptr_array_unref (self->lines);
  g_clear_object (&self->document);
  g_clear_object (&self->task);
  G_OBJECT_CLASS (way_link_list_parent_class)->finalize (object);
}

static void
way_link_list_class_init (WayLinkListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = way_link_list_finalize;
}

static void
way_link_list_init (WayLinkList *self)
{
  self->lines = g_ptr_array_new_with_free_func (line_free);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 8);
}

GtkWidget *
way_link_list_new (WayDocument *document, WayTask *task, gboolean predecessors)
{
  WayLinkList *self = g_object_new (WAY_TYPE_LINK_LIST, NULL);
  const WayField *end
      = way_record_type_field (&way_link_type, predecessors ? "successor" : "predecessor");
  GPtrArray *links
      = way_plan_get_referrers (way_document_get_plan (document), WAY_RECORD (task)->id, end);
  GtkWidget *heading = gtk_label_new (predecessors ? _ ("Waits for") : _ ("Followed by"));
  GtkWidget *add
      = gtk_button_new_with_label (predecessors ? _ ("Add predecessor") : _ ("Add successor"));

  self->document = g_object_ref (document);
  self->task = g_object_ref (task);
  self->predecessors = predecessors;
  self->lines_box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_widget_add_css_class (heading, "group-title");
  gtk_widget_set_halign (add, GTK_ALIGN_START);
  g_signal_connect (add, "clicked", G_CALLBACK (add_cb), self);
  gtk_box_append (GTK_BOX (self), heading);
  gtk_box_append (GTK_BOX (self), self->lines_box);
  gtk_box_append (GTK_BOX (self), add);
  for (guint i = 0; links != NULL && i < links->len; i++)
    add_line (self, g_ptr_array_index (links, i));
  return GTK_WIDGET (self);
}
