/* way-link-list.c: WayLinkList, the links of a task in its dialog: other task, type, lag.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-i18n.h"

#include "ui/timeline/way-link-list.h"

#include "document/way-task-edits.h"
#include "model/way-error.h"
#include "ui/widgets/way-reference-button.h"

struct _WayLinkList
{
  WayTaskLines parent_instance;

  gboolean predecessors;
};

G_DEFINE_FINAL_TYPE (WayLinkList, way_link_list, WAY_TYPE_TASK_LINES)

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

static WayUnitRates
unit_rates (WayTaskLines *self)
{
  return way_plan_get_unit_rates (way_document_get_plan (way_task_lines_get_document (self)));
}

/* The task at the other end of the link. */
static gint64
other_end (WayTaskLines *self, const WayLink *link)
{
  return WAY_LINK_LIST (self)->predecessors ? link->predecessor : link->successor;
}

static void
fill_line (WayTaskLines *self, WayTaskLine *line)
{
  WayLink *link = line->record != NULL ? WAY_LINK (line->record) : NULL;
  WayUnitRates rates = unit_rates (self);
  g_autofree char *lag
      = way_duration_format (link != NULL ? link->lag : 0,
                             link != NULL ? (WayUnit)link->lag_unit : WAY_UNIT_DAYS, &rates);

  way_reference_button_exclude (WAY_REFERENCE_BUTTON (line->other),
                                WAY_RECORD (way_task_lines_get_task (self))->id);
  if (link != NULL)
    way_reference_button_set_value (WAY_REFERENCE_BUTTON (line->other), other_end (self, link));
  line->choice = GTK_DROP_DOWN (type_drop_down_new (link != NULL ? link->type : WAY_LINK_FS));
  gtk_box_insert_child_after (GTK_BOX (line->box), GTK_WIDGET (line->choice), line->other);
  gtk_editable_set_text (line->amount, lag);
}

static gboolean
make_link (WayTaskLines *self, WayTaskLine *line, gint64 other_id, gint64 lag, WayUnit unit,
           GError **error)
{
  WayDocument *document = way_task_lines_get_document (self);
  WayTask *task = way_task_lines_get_task (self);
  WayTask *other = way_plan_lookup_task (way_document_get_plan (document), other_id);
  WayLinkType type = types[gtk_drop_down_get_selected (line->choice)];

  if (other == NULL)
    {
      g_set_error_literal (error, WAY_ERROR, WAY_ERROR_INVALID,
                           _ ("Choose the task that the new link leads to, or remove the line."));
      return FALSE;
    }
  if (WAY_LINK_LIST (self)->predecessors)
    return way_task_link (document, other, task, type, lag, unit, error) != NULL;
  return way_task_link (document, task, other, type, lag, unit, error) != NULL;
}

static void
edit_link (WayDocument *document, WayLink *link, WayLinkType type, gint64 lag, WayUnit unit)
{
  if ((gint64)type != link->type)
    way_document_set_int (document, WAY_RECORD (link), "type", type);
  if (lag != link->lag)
    way_document_set_int (document, WAY_RECORD (link), "lag", lag);
  if ((gint64)unit != link->lag_unit)
    way_document_set_int (document, WAY_RECORD (link), "lag_unit", unit);
}

static gboolean
apply_line (WayTaskLines *self, WayTaskLine *line, GError **error)
{
  WayDocument *document = way_task_lines_get_document (self);
  WayLink *link = line->record != NULL ? WAY_LINK (line->record) : NULL;
  WayUnitRates rates = unit_rates (self);
  gint64 other = way_reference_button_get_value (WAY_REFERENCE_BUTTON (line->other));
  gint64 lag = 0;
  WayUnit unit = link != NULL ? (WayUnit)link->lag_unit : WAY_UNIT_DAYS;

  if (line->removed)
    {
      if (link != NULL)
        way_document_delete (document, WAY_RECORD (link));
      return TRUE;
    }
  if (!way_duration_parse (gtk_editable_get_text (line->amount), WAY_UNIT_DAYS, &rates, &lag, &unit,
                           error))
    {
      gtk_widget_add_css_class (GTK_WIDGET (line->amount), "error");
      return FALSE;
    }
  if (link != NULL && other == other_end (self, link))
    {
      edit_link (document, link, types[gtk_drop_down_get_selected (line->choice)], lag, unit);
      return TRUE;
    }
  if (link != NULL)
    way_document_delete (document, WAY_RECORD (link));
  return make_link (self, line, other, lag, unit, error);
}

static void
way_link_list_class_init (WayLinkListClass *klass)
{
  WayTaskLinesClass *lines_class = WAY_TASK_LINES_CLASS (klass);

  lines_class->other_type = &way_task_type;
  lines_class->other_name = N_ ("Task");
  lines_class->amount_name = N_ ("Lag");
  lines_class->amount_help = N_ ("Lag, as 2d, −4h, 3ed or 50%");
  lines_class->remove_label = N_ ("Remove this link");
  lines_class->fill_line = fill_line;
  lines_class->apply_line = apply_line;
}

static void
way_link_list_init (WayLinkList *self)
{
}

GtkWidget *
way_link_list_new (WayDocument *document, WayTask *task, gboolean predecessors)
{
  WayLinkList *self = g_object_new (WAY_TYPE_LINK_LIST, NULL);
  const WayField *end
      = way_record_type_field (&way_link_type, predecessors ? "successor" : "predecessor");

  self->predecessors = predecessors;
  way_task_lines_build (WAY_TASK_LINES (self), document, task,
                        predecessors ? _ ("Waits for") : _ ("Followed by"),
                        predecessors ? _ ("Add predecessor") : _ ("Add successor"),
                        way_plan_get_referrers (way_document_get_plan (document),
                                                WAY_RECORD (task)->id, end));
  return GTK_WIDGET (self);
}
