/* way-issues-head.c: WayIssuesHead, how old issues are, how long they took, why they came.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-i18n.h"

#include "ui/registers/way-issues-head.h"

#include "chart/way-tally-layout.h"
#include "metrics/way-figure.h"
#include "metrics/way-issue-metrics.h"
#include "ui/widgets/way-chart-area.h"

enum
{
  TALLY_AGES,
  TALLY_TIMES,
  TALLY_CAUSES,
  N_TALLIES
};

struct _WayIssuesHead
{
  GtkBox parent_instance;

  WayListPage *list; /* unowned: it is inside */
  GtkWidget *area;
  WayTally tallies[N_TALLIES];
};

G_DEFINE_FINAL_TYPE (WayIssuesHead, way_issues_head, GTK_TYPE_BOX)

static double
draw (double width, const WayMeasure *measure, WayScene *scene, gpointer data)
{
  return way_tally_layout (((WayIssuesHead *)data)->tallies, N_TALLIES, width, measure, scene);
}

static void
fill_ages (WayTally *tally, const WayIssueMetrics *metrics)
{
  for (guint i = 0; i < WAY_N_ISSUE_AGES; i++)
    way_tally_add (tally, way_issue_age_label (i), metrics->n_by_age[i],
                   g_strdup_printf ("%u", metrics->n_by_age[i]),
                   i == WAY_N_ISSUE_AGES - 1 ? WAY_ROLE_BAD : WAY_ROLE_ACCENT);
}

static void
fill_times (WayTally *tally, const WayIssueMetrics *metrics, WayPlan *plan)
{
  for (int level = WAY_LEVEL_CRITICAL; level >= WAY_LEVEL_LOW; level--)
    if (metrics->n_resolved[level] > 0)
      way_tally_add (tally, way_enum_label (&way_enum_level, level), (double)metrics->mean[level],
                     way_days_format (plan, metrics->mean[level]), WAY_ROLE_ACCENT);
}

/* The most frequent first; what is not known says nothing. */
static void
fill_causes (WayTally *tally, const WayIssueMetrics *metrics)
{
  gboolean told[WAY_N_ISSUE_CAUSES] = { TRUE };

  for (guint n = 0; n < WAY_TALLY_MOST_LINES; n++)
    {
      guint best = 0;

      for (guint i = 1; i < WAY_N_ISSUE_CAUSES; i++)
        if (!told[i] && metrics->n_by_cause[i] > 0
            && (best == 0 || metrics->n_by_cause[i] > metrics->n_by_cause[best]))
          best = i;
      if (best == 0)
        return;
      told[best] = TRUE;
      /* A cause that came again is one to look at. */
      way_tally_add (tally, way_enum_label (&way_enum_issue_cause, best), metrics->n_by_cause[best],
                     g_strdup_printf ("%u", metrics->n_by_cause[best]),
                     metrics->n_by_cause[best] > 1 ? WAY_ROLE_WARNING : WAY_ROLE_ACCENT);
    }
}

static char *
describe (WayIssuesHead *self)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < N_TALLIES; i++)
    {
      g_string_append_printf (text, "%s%s", i > 0 ? ". " : "", self->tallies[i].title);
      for (guint k = 0; k < self->tallies[i].n_lines; k++)
        g_string_append_printf (text, "; %s: %s", self->tallies[i].lines[k].label,
                                self->tallies[i].lines[k].figure);
    }
  return g_string_free (text, FALSE);
}

static void
refresh (WayIssuesHead *self)
{
  WayDocument *document = way_page_get_document (WAY_PAGE (self->list));
  WayPlan *plan = way_document_get_plan (document);
  WayIssueMetrics metrics = way_issue_metrics (document);
  g_autofree char *text = NULL;

  for (guint i = 0; i < N_TALLIES; i++)
    way_tally_clear (&self->tallies[i]);
  fill_ages (&self->tallies[TALLY_AGES], &metrics);
  fill_times (&self->tallies[TALLY_TIMES], &metrics, plan);
  fill_causes (&self->tallies[TALLY_CAUSES], &metrics);
  text = describe (self);
  way_chart_area_update (WAY_CHART_AREA (self->area), text);
  gtk_widget_set_visible (GTK_WIDGET (self),
                          way_plan_peek_records (plan, &way_issue_type)->len > 0);
}

static void
way_issues_head_finalize (GObject *object)
{
  for (guint i = 0; i < N_TALLIES; i++)
    way_tally_clear (&WAY_ISSUES_HEAD (object)->tallies[i]);
  G_OBJECT_CLASS (way_issues_head_parent_class)->finalize (object);
}

static void
way_issues_head_class_init (WayIssuesHeadClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = way_issues_head_finalize;
}

static void
way_issues_head_init (WayIssuesHead *self)
{
  self->tallies[TALLY_AGES].title = _ ("Open issues by age, working days");
  self->tallies[TALLY_TIMES].title = _ ("Time to resolve, mean");
  self->tallies[TALLY_TIMES].none = _ ("None is resolved yet.");
  self->tallies[TALLY_CAUSES].title = _ ("Kinds of cause");
  self->tallies[TALLY_CAUSES].none = _ ("No cause is known yet.");
  self->area = way_chart_area_new (draw, self);
  gtk_widget_set_hexpand (self->area, TRUE);
  gtk_box_append (GTK_BOX (self), self->area);
}

/**
 * way_issues_head_new:
 * @list: the page of issues, above whose list it stands
 *
 * Returns: (transfer floating)
 */
GtkWidget *
way_issues_head_new (WayListPage *list)
{
  WayIssuesHead *self = g_object_new (WAY_TYPE_ISSUES_HEAD, NULL);

  self->list = list;
  g_signal_connect_object (list, "refreshed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
