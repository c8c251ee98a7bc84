/* way-gantt-tooltip.c: the card that says why a bar stands where it stands.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-i18n.h"

#include "ui/timeline/way-gantt-tooltip.h"

#include "metrics/way-blockers.h"
#include "metrics/way-figure.h"
#include "metrics/way-task-column.h"

static GtkWidget *
add_line (GtkWidget *box, const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 46);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (box), label);
  return label;
}

static GtkWidget *
card_new (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);

  gtk_widget_add_css_class (box, "why");
  return box;
}

static char *
dates_line (WayDocument *document, WayTask *task)
{
  WayUnitRates rates = way_plan_get_unit_rates (way_document_get_plan (document));
  /* Translators: a date with its weekday and time; the codes are those of strftime */
  g_autofree char *start = way_moment_format_pattern (task->start, _ ("%a %-d %b %H:%M"));
  g_autofree char *finish = way_moment_format_pattern (task->finish, _ ("%a %-d %b %H:%M"));
  g_autofree char *duration = NULL;
  g_autofree char *done = NULL;

  if (task->finish <= task->start)
    return g_steal_pointer (&start);
  duration = task->summary
                 ? way_duration_format (task->span, WAY_UNIT_DAYS, &rates)
                 : way_duration_format (task->duration, (WayUnit)task->duration_unit, &rates);
  done = way_percent_format ((double)(task->summary ? task->complete : task->percent_complete));
  /* Translators: start – finish · duration · 40 % done */
  return g_strdup_printf (_ ("%s – %s · %s · %s done"), start, finish, duration, done);
}

static char *
float_line (WayDocument *document, WayTask *task)
{
  WayUnitRates rates = way_plan_get_unit_rates (way_document_get_plan (document));
  g_autofree char *total = way_duration_format (task->total_float, WAY_UNIT_DAYS, &rates);
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, _ ("Float %s"), total);
  if (task->critical)
    g_string_append_printf (text, " · %s", _ ("critical"));
  if (task->deadline != WAY_NEVER)
    {
      g_autofree char *deadline = way_task_format_day (task->deadline);

      g_string_append (text, " · ");
      g_string_append_printf (text, _ ("deadline %s"), deadline);
    }
  return g_string_free (text, FALSE);
}

/**
 * way_gantt_tooltip_new:
 *
 * Returns: (transfer full): title, dates, what drives the start, float
 */
GtkWidget *
way_gantt_tooltip_new (WayDocument *document, WayTask *task)
{
  GtkWidget *box = card_new ();
  g_autofree char *dates = dates_line (document, task);
  g_autofree char *why = way_document_explain (document, task);
  g_autofree char *slack = float_line (document, task);
  g_autofree char *people = way_task_format_resources (document, task);
  g_autoptr (GPtrArray) blockers = way_blockers_of_task (task);
  g_autofree char *blocked = way_blockers_describe (blockers);

  add_line (box, WAY_RECORD (task)->title, "heading");
  add_line (box, dates, NULL);
  if (people != NULL && *people != '\0')
    add_line (box, people, "dim-label");
  if (blocked != NULL)
    add_line (box, blocked, "bad-text");
  gtk_box_append (GTK_BOX (box), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
  if (why != NULL && *why != '\0')
    add_line (box, why, NULL);
  add_line (box, slack, "dim-label");
  return box;
}

/**
 * way_gantt_tooltip_new_link:
 *
 * Returns: (transfer full): both ends, type and lag
 */
GtkWidget *
way_gantt_tooltip_new_link (WayDocument *document, WayLink *link)
{
  WayPlan *plan = way_document_get_plan (document);
  WayUnitRates rates = way_plan_get_unit_rates (plan);
  WayTask *from = way_plan_lookup_task (plan, link->predecessor);
  WayTask *to = way_plan_lookup_task (plan, link->successor);
  g_autofree char *lag = way_duration_format (link->lag, (WayUnit)link->lag_unit, &rates);
  g_autofree char *ends = NULL;
  g_autofree char *type = NULL;
  GtkWidget *box = card_new ();

  ends = g_strdup_printf ("“%s” → “%s”", from != NULL ? WAY_RECORD (from)->title : "",
                          to != NULL ? WAY_RECORD (to)->title : "");
  type = g_strdup_printf ("%s, %s%s", way_enum_label (&way_enum_link_type, link->type),
                          link->lag >= 0 ? "+" : "", lag);
  add_line (box, ends, "heading");
  add_line (box, type, "dim-label");
  return box;
}
