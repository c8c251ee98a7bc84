/* way-panel-why.c: WayPanelWhy, why the selected task stands where it stands.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-i18n.h"

#include "ui/timeline/way-panel-why.h"

#include "document/way-explain.h"
#include "document/way-task-edits.h"
#include "ui/timeline/way-panel-parts.h"
#include "ui/way-actions.h"

#define MAX_STEPS 50 /* of the chain that are written out */

struct _WayPanelWhy
{
  WayPanelView parent_instance;

  GtkWidget *body;
};

G_DEFINE_FINAL_TYPE (WayPanelWhy, way_panel_why, WAY_TYPE_PANEL_VIEW)

static const struct
{
  WayTopic topic;
  const char *heading;
} sections[] = {
  { WAY_TOPIC_START, N_ ("Why it starts then") },
  { WAY_TOPIC_FINISH, N_ ("Why it finishes then") },
  { WAY_TOPIC_FLOAT, N_ ("Room") },
  { WAY_TOPIC_DRIVES, N_ ("What it drives") },
  { WAY_TOPIC_EARLIER, N_ ("What would let it start earlier") },
};

static void
append (WayPanelWhy *self, GtkWidget *widget)
{
  gtk_box_append (GTK_BOX (self->body), widget);
}

static void
add_reason (WayPanelWhy *self, WayReason *reason)
{
  WayDocument *document = way_panel_view_get_document (WAY_PANEL_VIEW (self));

  append (self, way_panel_text_new (reason->text, &reason->task, reason->task != NULL));
  if (reason->remedy != NULL)
    append (self, way_panel_remedy_new (document, reason->remedy));
}

static void
add_section (WayPanelWhy *self, GPtrArray *reasons, guint section)
{
  gboolean found = FALSE;

  for (guint i = 0; i < reasons->len; i++)
    {
      WayReason *reason = g_ptr_array_index (reasons, i);

      if (reason->topic != sections[section].topic)
        continue;
      if (!found)
        append (self, way_panel_heading_new (_ (sections[section].heading)));
      found = TRUE;
      add_reason (self, reason);
    }
}

static char *
describe_dates (WayTask *task)
{
  g_autofree char *start = way_moment_format (task->start);
  g_autofree char *finish = way_moment_format (task->finish);

  return task->start == task->finish ? g_strdup (start) : g_strdup_printf ("%s – %s", start, finish);
}

static void
add_chain (WayPanelWhy *self, WayTask *task)
{
  g_autoptr (GArray) chain
      = way_explain_chain (way_panel_view_get_document (WAY_PANEL_VIEW (self)), task);
  GtkWidget *toggle;

  if (chain->len < 2)
    return;
  toggle = gtk_toggle_button_new_with_label (_ ("Highlight in the chart"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (toggle), "timeline.chain");
  way_actions_set_tooltip (toggle, "timeline.chain");
  gtk_widget_set_halign (toggle, GTK_ALIGN_START);
  append (self, way_panel_heading_new (_ ("Driving chain, back to where it begins")));
  append (self, toggle);
  for (guint i = 0; i < MIN (chain->len, MAX_STEPS); i++)
    {
      WayTask *step = g_array_index (chain, WayChainStep, i).task;
      g_autofree char *dates = describe_dates (step);
      g_autofree char *text = g_strdup_printf ("%s\n%s", WAY_RECORD (step)->title, dates);

      append (self, way_panel_text_new (text, &step, 1));
    }
  if (chain->len > MAX_STEPS)
    {
      guint rest = chain->len - MAX_STEPS;
      g_autofree char *text = g_strdup_printf (ngettext ("… and %u more", "… and %u more", rest), rest);

      append (self, way_panel_hint_new (text));
    }
}

static void
way_panel_why_update (WayPanelView *view)
{
  WayPanelWhy *self = WAY_PANEL_WHY (view);
  WayTask *task = way_panel_view_get_task (view);
  g_autoptr (GPtrArray) reasons = NULL;
  g_autofree char *dates = NULL;
  GtkWidget *title;

  way_panel_clear (self->body);
  if (task == NULL)
    {
      append (self, way_panel_hint_new (_ ("Select a task to see why it stands where it stands.")));
      return;
    }
  dates = describe_dates (task);
  title = way_panel_heading_new (WAY_RECORD (task)->title);
  gtk_widget_add_css_class (title, "section-title");
  append (self, title);
  append (self, way_panel_hint_new (dates));
  reasons = way_explain (way_panel_view_get_document (view), task);
  for (guint i = 0; i < G_N_ELEMENTS (sections); i++)
    add_section (self, reasons, i);
  add_chain (self, task);
}

static void
way_panel_why_class_init (WayPanelWhyClass *klass)
{
  WayPanelViewClass *view_class = WAY_PANEL_VIEW_CLASS (klass);

  view_class->name = "why";
  view_class->label = N_ ("Why");
  view_class->update = way_panel_why_update;
}

static void
way_panel_why_init (WayPanelWhy *self)
{
  self->body = way_panel_add_body (GTK_BOX (self));
}
