/* way-initiative-head.c: WayInitiativeHead, the top of an initiative's document.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Title and chips, key figures, and its milestones on one line. */

#include "model/way-i18n.h"

#include "ui/milestones/way-initiative-head.h"

#include "chart/way-roadmap.h"
#include "document/way-milestone-figures.h"
#include "document/way-milestone-parts.h"
#include "document/way-snapshots.h"
#include "metrics/way-kpi-metrics.h"
#include "metrics/way-rag.h"
#include "ui/pages/way-figure-card.h"
#include "ui/widgets/way-chart-area.h"
#include "ui/widgets/way-chip.h"

enum { CARD_TARGET, CARD_FORECAST, CARD_COMPLETE, CARD_BUDGET, CARD_RETURN, CARD_KPIS, N_CARDS };

static const char *const card_names[N_CARDS] = {
  [CARD_TARGET] = N_ ("Target"),     [CARD_FORECAST] = N_ ("Forecast"),
  [CARD_COMPLETE] = N_ ("Complete"), [CARD_BUDGET] = N_ ("Budget"),
  [CARD_RETURN] = N_ ("Return"),     [CARD_KPIS] = N_ ("KPIs"),
};

struct _WayInitiativeHead
{
  GtkBox parent_instance;

  WayDocument *document;
  WayInitiative *initiative;
  GtkWidget *title;
  GtkWidget *status, *rag; /* chips */
  GtkWidget *reasons;
  GtkWidget *cards[N_CARDS];
  WayRoadmap *roadmap; /* (nullable): what the line shows */
  GtkWidget *line;
};

G_DEFINE_FINAL_TYPE (WayInitiativeHead, way_initiative_head, GTK_TYPE_BOX)

/* ------------------------------------------------------------------ its milestones on one line */

static double
draw_line (double width, const WayMeasure *measure, WayScene *scene, gpointer data)
{
  WayInitiativeHead *self = data;

  return self->roadmap != NULL ? way_roadmap_draw (width, measure, scene, self->roadmap) : 0;
}

static void
refresh_line (WayInitiativeHead *self)
{
  g_autofree char *text = NULL;

  g_clear_pointer (&self->roadmap, way_roadmap_free);
  self->roadmap = way_roadmap_new_of_initiative (self->document, self->initiative,
                                                 way_document_get_status_date (self->document));
  gtk_widget_set_visible (self->line, self->roadmap != NULL);
  if (self->roadmap == NULL)
    return;
  text = way_roadmap_describe (self->roadmap);
  way_chart_area_update (WAY_CHART_AREA (self->line), text);
}

/* ------------------------------------------------------------------ figures */

static void
set_card (WayInitiativeHead *self, guint card, const char *figure, const char *note,
          const char *tone, GPtrArray *rows)
{
  way_figure_card_set (WAY_FIGURE_CARD (self->cards[card]),
                       figure != NULL && figure[0] != '\0' ? figure : "–",
                       note != NULL ? note : "", tone, rows);
}

static void
refresh_dates (WayInitiativeHead *self)
{
  WayMoment forecast = way_initiative_forecast (self->initiative);
  WayMoment target = self->initiative->target_date;
  gint64 variance = way_finish_variance (self->document, target, forecast);
  g_autofree char *promised = target != WAY_NEVER ? way_moment_format_date (target) : NULL;
  g_autofree char *day
      = forecast != WAY_NEVER ? way_moment_format_date (way_finish_day (forecast)) : NULL;
  g_autofree char *late
      = way_variance_describe (way_document_get_plan (self->document), variance);
  gboolean known = promised != NULL && day != NULL;

  set_card (self, CARD_TARGET, promised, promised == NULL ? _ ("not promised yet") : NULL, NULL,
            NULL);
  set_card (self, CARD_FORECAST, day, known ? late : day == NULL ? _ ("hangs on no row") : NULL,
            !known ? NULL : variance > 0 ? "bad" : "good", NULL);
}

static void
refresh_progress (WayInitiativeHead *self)
{
  g_autoptr (GPtrArray) milestones
      = way_record_get_parts (WAY_RECORD (self->initiative), &way_milestone_type);
  g_autofree char *percent
      = way_percent_format ((double)way_initiative_percent (self->initiative));
  g_autofree char *note = NULL;
  guint n_done = 0;

  for (guint i = milestones->len; i > 0; i--)
    if (way_milestone_is_cancelled (milestones->pdata[i - 1]))
      g_ptr_array_remove_index (milestones, i - 1);
  for (guint i = 0; i < milestones->len; i++)
    n_done += way_milestone_is_completed (milestones->pdata[i]);
  note = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u of %u milestone",
                                       "%u of %u milestones", milestones->len),
                          n_done, milestones->len);
  set_card (self, CARD_COMPLETE, percent, milestones->len > 0 ? note : _ ("no milestones yet"),
            NULL, milestones);
}

/* The mean of those that have been measured. */
static void
refresh_kpis (WayInitiativeHead *self)
{
  g_autoptr (GPtrArray) kpis
      = way_record_get_parts (WAY_RECORD (self->initiative), &way_kpi_type);
  g_autofree char *percent = NULL, *note = NULL;
  guint n_known = 0;
  double sum = 0;

  for (guint i = 0; i < kpis->len; i++)
    {
      g_autoptr (WayFigure) attained = way_kpi_attainment (self->document, kpis->pdata[i]);

      n_known += attained->known;
      sum += attained->known ? attained->value : 0;
    }
  if (n_known > 0)
    percent = way_percent_format (sum / n_known);
  note = g_strdup_printf (_ ("%u of %u measured"), n_known, kpis->len);
  set_card (self, CARD_KPIS, percent, kpis->len > 0 ? note : _ ("none defined yet"), NULL, kpis);
  gtk_widget_set_tooltip_text (self->cards[CARD_KPIS],
                               _ ("The mean of how far its measured KPIs have come from their "
                                  "baseline to their target"));
}

static void
refresh_money (WayInitiativeHead *self)
{
  WayRecord *record = WAY_RECORD (self->initiative);
  g_autofree char *budget
      = way_record_format (record, way_record_type_field (&way_initiative_type, "budget"));
  g_autofree char *value = g_strdup_printf (
      _ ("value: %s"),
      way_enum_label (&way_enum_level, self->initiative->business_value));
  g_autofree char *roi
      = self->initiative->roi != 0 ? way_percent_format (self->initiative->roi) : NULL;

  set_card (self, CARD_BUDGET, self->initiative->budget != 0 ? budget : NULL, value, NULL, NULL);
  set_card (self, CARD_RETURN, roi, roi != NULL ? _ ("expected")
                                                : _ ("not estimated yet"), NULL, NULL);
}

/**
 * way_initiative_head_refresh:
 *
 * Shows the initiative as it is now.
 */
void
way_initiative_head_refresh (WayInitiativeHead *self)
{
  g_autoptr (WayRagStatus) status = way_rag_of_initiative (self->document, self->initiative);
  g_autofree char *reasons = way_rag_status_to_text (status);

  gtk_label_set_text (GTK_LABEL (self->title), WAY_RECORD (self->initiative)->title);
  way_chip_set (self->status, way_enum_label (&way_enum_status, self->initiative->status), NULL);
  way_chip_set (self->rag, way_rag_label (status->rag), way_rag_tone (status->rag));
  gtk_label_set_text (GTK_LABEL (self->reasons), reasons);
  refresh_dates (self);
  refresh_progress (self);
  refresh_money (self);
  refresh_kpis (self);
  refresh_line (self);
}

/* ------------------------------------------------------------------ building */

static void
way_initiative_head_dispose (GObject *object)
{
  WayInitiativeHead *self = WAY_INITIATIVE_HEAD (object);

  g_clear_object (&self->initiative);
  g_clear_object (&self->document);
  G_OBJECT_CLASS (way_initiative_head_parent_class)->dispose (object);
}

static void
way_initiative_head_finalize (GObject *object)
{
  g_clear_pointer (&WAY_INITIATIVE_HEAD (object)->roadmap, way_roadmap_free);
  G_OBJECT_CLASS (way_initiative_head_parent_class)->finalize (object);
}

static void
way_initiative_head_class_init (WayInitiativeHeadClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = way_initiative_head_dispose;
  G_OBJECT_CLASS (klass)->finalize = way_initiative_head_finalize;
}

static void
way_initiative_head_init (WayInitiativeHead *self)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 12);
  self->title = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->title), 0);
  gtk_label_set_wrap (GTK_LABEL (self->title), TRUE);
  gtk_widget_add_css_class (self->title, "title-large");
  self->status = way_chip_new ();
  self->rag = way_chip_new ();
  gtk_box_append (GTK_BOX (row), self->title);
  gtk_box_append (GTK_BOX (row), self->status);
  gtk_box_append (GTK_BOX (row), self->rag);
  gtk_box_append (GTK_BOX (self), row);
  self->reasons = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->reasons), 0);
  gtk_label_set_wrap (GTK_LABEL (self->reasons), TRUE);
  gtk_widget_add_css_class (self->reasons, "secondary");
  gtk_box_append (GTK_BOX (self), self->reasons);
  gtk_box_append (GTK_BOX (self), way_figure_cards_new (card_names, N_CARDS, self->cards));
  self->line = way_chart_area_new (draw_line, self);
  gtk_box_append (GTK_BOX (self), self->line);
}

/**
 * way_initiative_head_new:
 *
 * Returns: (transfer floating)
 */
GtkWidget *
way_initiative_head_new (WayDocument *document, WayInitiative *initiative)
{
  WayInitiativeHead *self = g_object_new (WAY_TYPE_INITIATIVE_HEAD, NULL);

  self->document = g_object_ref (document);
  self->initiative = g_object_ref (initiative);
  way_initiative_head_refresh (self);
  return GTK_WIDGET (self);
}
