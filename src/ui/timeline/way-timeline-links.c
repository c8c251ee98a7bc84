/* way-timeline-links.c: links of the timeline: between the selected rows, and one by one.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-i18n.h"

#include "ui/timeline/way-timeline-page-private.h"

#include "document/way-task-edits.h"
#include "ui/way-window.h"

static WayDocument *
document_of (WayTimelinePage *self)
{
  return way_page_get_document (WAY_PAGE (self));
}

static void
link_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WayTimelinePage *self = WAY_TIMELINE_PAGE (widget);
  WayDocument *document = document_of (self);
  g_autoptr (GPtrArray) tasks = way_timeline_page_get_selected (self);
  g_autoptr (GError) error = NULL;
  g_autofree char *message = NULL;

  if (tasks->len < 2)
    {
      way_timeline_page_start_linking (self);
      return;
    }
  way_document_begin (document, _ ("Link tasks"));
  for (guint i = 0; i + 1 < tasks->len; i++)
    if (way_task_link (document, g_ptr_array_index (tasks, i), g_ptr_array_index (tasks, i + 1),
                       WAY_LINK_FS, 0, WAY_UNIT_DAYS, &error)
        == NULL)
      {
        way_document_rollback (document);
        way_window_report_error (GTK_WIDGET (self), error);
        return;
      }
  if (!way_document_commit (document, &error))
    {
      way_window_report_error (GTK_WIDGET (self), error);
      return;
    }
  message
      = g_strdup_printf (ngettext ("Linked %u task", "Linked %u tasks", tasks->len), tasks->len);
  way_timeline_page_toast_undo (self, message);
}

static void
collect_links (WayPlan *plan, WayTask *task, const char *end, GPtrArray *tasks, GHashTable *links)
{
  GPtrArray *found = way_plan_get_referrers (plan, WAY_RECORD (task)->id,
                                             way_record_type_field (&way_link_type, end));

  for (guint i = 0; found != NULL && i < found->len; i++)
    {
      WayLink *link = g_ptr_array_index (found, i);
      WayTask *from = way_plan_lookup_task (plan, link->predecessor);
      WayTask *to = way_plan_lookup_task (plan, link->successor);

      /* Of several selected tasks only the links between them, of one all that it has. */
      if (tasks->len == 1
          || (g_ptr_array_find (tasks, from, NULL) && g_ptr_array_find (tasks, to, NULL)))
        g_hash_table_add (links, link);
    }
}

void
way_timeline_page_unlink (WayTimelinePage *self)
{
  WayDocument *document = document_of (self);
  WayPlan *plan = way_document_get_plan (document);
  WayLink *chosen = way_gantt_view_get_options (self->chart)->selected_link;
  g_autoptr (GPtrArray) tasks = way_timeline_page_get_selected (self);
  g_autoptr (GHashTable) links = g_hash_table_new (NULL, NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *message = NULL;
  GHashTableIter iter;
  gpointer link;
  guint n_links;

  if (chosen != NULL)
    g_hash_table_add (links, chosen);
  else
    for (guint i = 0; i < tasks->len; i++)
      {
        collect_links (plan, g_ptr_array_index (tasks, i), "predecessor", tasks, links);
        collect_links (plan, g_ptr_array_index (tasks, i), "successor", tasks, links);
      }
  n_links = g_hash_table_size (links);
  if (n_links == 0)
    return;
  way_gantt_view_get_options (self->chart)->selected_link = NULL;
  way_document_begin (document, _ ("Remove links"));
  g_hash_table_iter_init (&iter, links);
  while (g_hash_table_iter_next (&iter, &link, NULL))
    way_document_delete (document, link);
  if (!way_document_commit (document, &error))
    {
      way_window_report_error (GTK_WIDGET (self), error);
      return;
    }
  message = g_strdup_printf (ngettext ("Removed %u link", "Removed %u links", n_links), n_links);
  way_timeline_page_toast_undo (self, message);
}

static void
unlink_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  way_timeline_page_unlink (WAY_TIMELINE_PAGE (widget));
}

/* Those that the task waits for first, then those that wait for it. */
static GPtrArray *
dup_links (WayPlan *plan, WayTask *task)
{
  static const char *const ends[] = { "successor", "predecessor" };
  GPtrArray *links = g_ptr_array_new ();

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      GPtrArray *found = way_plan_get_referrers (plan, WAY_RECORD (task)->id,
                                                 way_record_type_field (&way_link_type, ends[i]));

      if (found != NULL)
        g_ptr_array_extend (links, found, NULL, NULL);
    }
  return links;
}

/* From link to link of the current row; the chart has the keyboard, where Enter opens the link. */
static void
step_link_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WayTimelinePage *self = WAY_TIMELINE_PAGE (widget);
  WayTask *task = way_timeline_page_get_current (self);
  WayLink *chosen = way_gantt_view_get_options (self->chart)->selected_link;
  g_autoptr (GPtrArray) links = NULL;
  g_autofree char *message = NULL;
  guint place;

  if (task == NULL)
    return;
  links = dup_links (way_document_get_plan (document_of (self)), task);
  if (links->len == 0)
    {
      message = g_strdup_printf (_ ("“%s” has no links. Ctrl+L makes one."),
                                 WAY_RECORD (task)->title);
      way_window_toast (widget, message, NULL, NULL);
      return;
    }
  if (!g_ptr_array_find (links, chosen, &place))
    place = g_str_equal (name, "timeline.next-link") ? 0 : links->len - 1;
  else
    place = (place + (g_str_equal (name, "timeline.next-link") ? 1 : links->len - 1)) % links->len;
  way_gantt_view_choose_link (self->chart, links->pdata[place]);
}

static const struct
{
  const char *name;
  GtkWidgetActionActivateFunc activate;
} actions[] = {
  { "timeline.link", link_cb },
  { "timeline.unlink", unlink_cb },
  { "timeline.next-link", step_link_cb },
  { "timeline.previous-link", step_link_cb },
};

void
way_timeline_page_install_links (GtkWidgetClass *widget_class)
{
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name, NULL, actions[i].activate);
}
