/* way-impact-view.c: WayImpactView, what a change does: rows before and after, and a table an area.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-i18n.h"

#include "ui/changes/way-impact-view.h"

#include "chart/way-change-layout.h"
#include "metrics/impact/way-impact-lines.h"
#include "ui/pages/way-mini-table.h"
#include "ui/widgets/way-chart-area.h"

struct _WayImpactView
{
  GtkBox parent_instance;

  WayDocument *document;
  WayChangeImpact *impact; /* (nullable): what is shown */
  GtkWidget *summary;
  GtkWidget *chart;
  GtkWidget *tables[WAY_N_IMPACT_AREAS];
};

G_DEFINE_FINAL_TYPE (WayImpactView, way_impact_view, GTK_TYPE_BOX)

static const WayMiniColumn compared[] = {
  { "", .wrap = TRUE },
  { N_ ("Before"), .right = TRUE },
  { N_ ("After"), .right = TRUE },
  { N_ ("Change"), .right = TRUE },
};

static const WayMiniColumn told[] = {
  { "" },
  { "", .wrap = TRUE },
};

static gboolean
is_compared (guint area)
{
  return area == WAY_IMPACT_TIMELINE || area == WAY_IMPACT_RESOURCES;
}

static double
draw (double width, const WayMeasure *measure, WayScene *scene, gpointer data)
{
  WayImpactView *self = data;

  return self->impact != NULL ? way_change_layout (self->impact, width, measure, scene) : 0;
}

static void
add_line (WayImpactView *self, const WayImpactLine *line)
{
  static const char *const tones[] = { [WAY_MOOD_NEUTRAL] = NULL, [WAY_MOOD_GOOD] = "good",
                                       [WAY_MOOD_BAD] = "bad" };
  WayRecord *record = way_plan_lookup (way_document_get_plan (self->document), line->id);
  WayMiniTable *table = WAY_MINI_TABLE (self->tables[line->area]);
  WayMiniCell cells[] = {
    { line->what, NULL }, { line->before, NULL }, { line->after, NULL },
    { line->change, tones[line->mood] },
  };
  WayMiniCell two[] = { { line->what, NULL }, { line->change, tones[line->mood] } };
  /* Translators: what changes, and how: Joins the critical path: Design, Build */
  g_autofree char *both = g_strdup_printf (_ ("%s: %s"), line->what, line->change);
  WayMiniCell one[] = { { both, tones[line->mood] }, { NULL, NULL }, { NULL, NULL },
                        { NULL, NULL } };

  way_mini_table_add (table, record, !is_compared (line->area) ? two
                                     : line->before != NULL    ? cells
                                                               : one);
}

static void
show_lines (WayImpactView *self)
{
  g_autoptr (GPtrArray) lines
      = way_impact_lines (self->impact, way_document_get_plan (self->document));
  guint counts[WAY_N_IMPACT_AREAS] = { 0 };

  for (guint i = 0; i < lines->len; i++)
    {
      const WayImpactLine *line = lines->pdata[i];

      counts[line->area]++;
      add_line (self, line);
    }
  for (guint area = 0; area < WAY_N_IMPACT_AREAS; area++)
    gtk_widget_set_visible (self->tables[area], counts[area] > 0);
}

/**
 * way_impact_view_show_none:
 * @text: why there is nothing to see
 */
void
way_impact_view_show_none (WayImpactView *self, const char *text)
{
  g_clear_pointer (&self->impact, way_change_impact_free);
  for (guint area = 0; area < WAY_N_IMPACT_AREAS; area++)
    {
      way_mini_table_clear (WAY_MINI_TABLE (self->tables[area]));
      gtk_widget_set_visible (self->tables[area], FALSE);
    }
  gtk_widget_set_visible (self->chart, FALSE);
  gtk_label_set_text (GTK_LABEL (self->summary), text);
}

/**
 * way_impact_view_show:
 * @impact: (nullable): %NULL = nothing is proposed
 */
void
way_impact_view_show (WayImpactView *self, const WayChangeImpact *impact)
{
  g_autofree char *json = impact != NULL ? way_change_impact_to_json (impact) : NULL;
  g_autofree char *summary = NULL;

  way_impact_view_show_none (
      self, _ ("Nothing is proposed yet. “Propose changes…” opens the plan as a copy: what you "
               "change there becomes the proposal, and its impact stands here."));
  if (impact == NULL)
    return;
  self->impact = way_change_impact_from_json (json);
  summary = way_impact_summary (self->impact, way_document_get_plan (self->document));
  gtk_label_set_text (GTK_LABEL (self->summary), summary);
  gtk_widget_set_visible (self->chart, impact->rows->len > 0);
  way_chart_area_update (WAY_CHART_AREA (self->chart), summary);
  show_lines (self);
}

static void
way_impact_view_dispose (GObject *object)
{
  g_clear_object (&WAY_IMPACT_VIEW (object)->document);
  G_OBJECT_CLASS (way_impact_view_parent_class)->dispose (object);
}

static void
way_impact_view_finalize (GObject *object)
{
  g_clear_pointer (&WAY_IMPACT_VIEW (object)->impact, way_change_impact_free);
  G_OBJECT_CLASS (way_impact_view_parent_class)->finalize (object);
}

static void
way_impact_view_class_init (WayImpactViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = way_impact_view_dispose;
  G_OBJECT_CLASS (klass)->finalize = way_impact_view_finalize;
}

static void
way_impact_view_init (WayImpactView *self)
{
  GtkWidget *heading = gtk_label_new (_ ("Impact"));
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 12);
  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_widget_add_css_class (heading, "section-title");
  self->summary = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->summary), 0);
  gtk_label_set_wrap (GTK_LABEL (self->summary), TRUE);
  self->chart = way_chart_area_new (draw, self);
  gtk_widget_add_css_class (card, "card");
  gtk_widget_add_css_class (card, "mini-card");
  gtk_box_append (GTK_BOX (card), self->summary);
  gtk_box_append (GTK_BOX (card), self->chart);
  gtk_box_append (GTK_BOX (self), heading);
  gtk_box_append (GTK_BOX (self), card);
  for (guint area = 0; area < WAY_N_IMPACT_AREAS; area++)
    {
      self->tables[area] = way_mini_table_new (
          way_impact_area_label (area), is_compared (area) ? compared : told,
          is_compared (area) ? G_N_ELEMENTS (compared) : G_N_ELEMENTS (told), "");
      gtk_box_append (GTK_BOX (self), self->tables[area]);
    }
}

GtkWidget *
way_impact_view_new (WayDocument *document)
{
  WayImpactView *self = g_object_new (WAY_TYPE_IMPACT_VIEW, NULL);

  self->document = g_object_ref (document);
  return GTK_WIDGET (self);
}
