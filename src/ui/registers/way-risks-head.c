/* way-risks-head.c: WayRisksHead, the risk matrix and the figures of a period.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-i18n.h"

#include "ui/registers/way-risks-head.h"

#include "metrics/way-risk-metrics.h"
#include "ui/registers/way-risk-matrix-view.h"
#include "ui/widgets/way-period-choice.h"

enum
{
  FIGURE_CRITICAL,
  FIGURE_HIGH,
  FIGURE_NEW,
  FIGURE_RESOLVED,
  FIGURE_TREND,
  FIGURE_EFFECTIVENESS,
  N_FIGURES
};

static const char *const figure_names[N_FIGURES] = {
  [FIGURE_CRITICAL] = N_ ("Critical (7–9)"), [FIGURE_HIGH] = N_ ("High (4–6)"),
  [FIGURE_NEW] = N_ ("New"),                 [FIGURE_RESOLVED] = N_ ("Resolved"),
  [FIGURE_TREND] = N_ ("Score trend"),       [FIGURE_EFFECTIVENESS] = N_ ("Mitigation effective"),
};

struct _WayRisksHead
{
  GtkBox parent_instance;

  WayListPage *list; /* unowned: it is inside */
  GtkWidget *matrix; /* NULL before there is a document */
  GtkWidget *rating;
  GtkWidget *period;
  GtkWidget *figures[N_FIGURES];
};

G_DEFINE_FINAL_TYPE (WayRisksHead, way_risks_head, GTK_TYPE_BOX)

/* ------------------------------------------------------------------ figures */

/* Takes @text. */
static void
set_figure (WayRisksHead *self, int figure, char *text, const char *tone, const char *how)
{
  GtkWidget *label = self->figures[figure];
  static const char *const tones[] = { "good-text", "warning-text", "bad-text" };

  for (guint i = 0; i < G_N_ELEMENTS (tones); i++)
    gtk_widget_remove_css_class (label, tones[i]);
  if (tone != NULL)
    gtk_widget_add_css_class (label, tone);
  gtk_label_set_text (GTK_LABEL (label), text);
  gtk_widget_set_tooltip_text (label, how);
  g_free (text);
}

static void
show_trend (WayRisksHead *self, const WayRiskMetrics *metrics)
{
  static const char *const words[] = { N_ ("↓ Down"), N_ ("→ Stable"), N_ ("↑ Up") };
  g_autofree char *how = g_strdup_printf (
      _ ("The scores of open risks together: %d at the beginning, %d at the end. Up to 5 %% is stable."),
      (int)metrics->score_before, (int)metrics->score);

  set_figure (self, FIGURE_TREND, g_strdup (_ (words[metrics->trend + 1])),
              metrics->trend > 0   ? "bad-text"
              : metrics->trend < 0 ? "good-text"
                                   : NULL,
              how);
}

static void
refresh_figures (WayRisksHead *self)
{
  WayDocument *document = way_page_get_document (WAY_PAGE (self->list));
  WayMoment from, until;
  WayRiskMetrics metrics;
  g_autofree char *how = NULL;

  way_period_choice_get (WAY_PERIOD_CHOICE (self->period), &from, &until);
  metrics = way_risk_metrics (document, from, until);
  set_figure (self, FIGURE_CRITICAL, g_strdup_printf ("%u", metrics.n_in_band[WAY_LEVEL_CRITICAL]),
              metrics.n_in_band[WAY_LEVEL_CRITICAL] > 0 ? "bad-text" : NULL,
              _ ("Open risks by probability × impact now"));
  set_figure (self, FIGURE_HIGH, g_strdup_printf ("%u", metrics.n_in_band[WAY_LEVEL_HIGH]),
              metrics.n_in_band[WAY_LEVEL_HIGH] > 0 ? "warning-text" : NULL,
              _ ("Open risks by probability × impact now"));
  set_figure (self, FIGURE_NEW, g_strdup_printf ("%u", metrics.n_new), NULL,
              _ ("Identified in the period"));
  set_figure (self, FIGURE_RESOLVED, g_strdup_printf ("%u", metrics.n_resolved), NULL,
              _ ("Closed in the period"));
  show_trend (self, &metrics);
  how = g_strdup_printf (_ ("%u of %u risks that are being mitigated were closed without having "
                            "occurred, or came down by a band or more."),
                         metrics.n_effective, metrics.n_mitigated);
  set_figure (self, FIGURE_EFFECTIVENESS,
              metrics.effectiveness < 0
                  ? g_strdup ("–")
                  : g_strdup_printf ("%d\u202f%%", (int)metrics.effectiveness),
              NULL, how);
}

/* ------------------------------------------------------------------ matrix and list */

static gboolean
lets (WayRecord *record, gpointer data)
{
  WayRisksHead *self = data;

  return self->matrix == NULL
         || way_risk_matrix_view_lets (WAY_RISK_MATRIX_VIEW (self->matrix), WAY_RISK (record));
}

static void
selected_cb (WayRisksHead *self, WayRecord *record)
{
  if (self->matrix != NULL)
    way_risk_matrix_view_select (WAY_RISK_MATRIX_VIEW (self->matrix), (WayRisk *)record);
}

static void
risk_chosen_cb (WayRisksHead *self, WayRisk *risk)
{
  way_page_show_record (WAY_PAGE (self->list), WAY_RECORD (risk));
}

static void
rating_chosen_cb (WayRisksHead *self)
{
  if (self->matrix == NULL)
    return;
  way_risk_matrix_view_set_rating (WAY_RISK_MATRIX_VIEW (self->matrix),
                                   gtk_drop_down_get_selected (GTK_DROP_DOWN (self->rating)));
  way_list_page_refilter (self->list);
}

static void
period_chosen_cb (WayRisksHead *self)
{
  if (self->matrix != NULL)
    refresh_figures (self);
}

static void
build_matrix (WayRisksHead *self)
{
  self->matrix = way_risk_matrix_view_new (way_page_get_document (WAY_PAGE (self->list)));
  gtk_widget_set_size_request (self->matrix, 420, -1);
  gtk_box_prepend (GTK_BOX (self), self->matrix);
  g_signal_connect_swapped (self->matrix, "cell-chosen", G_CALLBACK (way_list_page_refilter),
                            self->list);
  g_signal_connect_swapped (self->matrix, "risk-chosen", G_CALLBACK (risk_chosen_cb), self);
  way_period_choice_set_document (WAY_PERIOD_CHOICE (self->period),
                                  way_page_get_document (WAY_PAGE (self->list)));
}

static void
refresh (WayRisksHead *self)
{
  WayPlan *plan = way_page_get_plan (WAY_PAGE (self->list));

  if (self->matrix == NULL)
    build_matrix (self);
  way_risk_matrix_view_refresh (WAY_RISK_MATRIX_VIEW (self->matrix));
  refresh_figures (self);
  gtk_widget_set_visible (GTK_WIDGET (self), way_plan_peek_records (plan, &way_risk_type)->len > 0);
}

static void
way_risks_head_class_init (WayRisksHeadClass *klass)
{
}

static GtkWidget *
new_drop_down (WayRisksHead *self, const char *name, GtkStringList *labels, GCallback chosen)
{
  GtkWidget *drop_down = gtk_drop_down_new (G_LIST_MODEL (labels), NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (drop_down), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
  gtk_widget_set_halign (drop_down, GTK_ALIGN_START);
  g_signal_connect_swapped (drop_down, "notify::selected", chosen, self);
  return drop_down;
}

static GtkWidget *
build_figures (WayRisksHead *self)
{
  GtkWidget *grid = gtk_grid_new ();

  gtk_grid_set_column_spacing (GTK_GRID (grid), 16);
  gtk_grid_set_row_spacing (GTK_GRID (grid), 4);
  for (int i = 0; i < N_FIGURES; i++)
    {
      GtkWidget *name = gtk_label_new (_ (figure_names[i]));

      self->figures[i] = gtk_label_new (NULL);
      gtk_label_set_xalign (GTK_LABEL (name), 0);
      gtk_label_set_xalign (GTK_LABEL (self->figures[i]), 1);
      gtk_widget_add_css_class (name, "secondary");
      gtk_widget_add_css_class (self->figures[i], "card-title");
      gtk_accessible_update_relation (GTK_ACCESSIBLE (self->figures[i]),
                                      GTK_ACCESSIBLE_RELATION_LABELLED_BY, name, NULL, -1);
      gtk_grid_attach (GTK_GRID (grid), name, 0, i, 1, 1);
      gtk_grid_attach (GTK_GRID (grid), self->figures[i], 1, i, 1, 1);
    }
  return grid;
}

static void
way_risks_head_init (WayRisksHead *self)
{
  GtkWidget *side = gtk_box_new (GTK_ORIENTATION_VERTICAL, 10);
  GtkWidget *choices = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  const char *const ratings[]
      = { _ ("As identified"), _ ("As it is now"), _ ("As aimed at"), NULL };

  self->rating = new_drop_down (self, _ ("Rating"), gtk_string_list_new (ratings),
                                G_CALLBACK (rating_chosen_cb));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->rating), WAY_RISK_CURRENT);
  self->period = way_period_choice_new ();
  g_signal_connect_swapped (self->period, "changed", G_CALLBACK (period_chosen_cb), self);
  gtk_box_append (GTK_BOX (choices), self->rating);
  gtk_box_append (GTK_BOX (choices), self->period);
  gtk_box_append (GTK_BOX (side), choices);
  gtk_box_append (GTK_BOX (side), build_figures (self));
  gtk_box_set_spacing (GTK_BOX (self), 24);
  gtk_box_append (GTK_BOX (self), side);
}

/**
 * way_risks_head_new:
 * @list: the page of risks, above whose list it stands
 *
 * Returns: (transfer floating)
 */
GtkWidget *
way_risks_head_new (WayListPage *list)
{
  WayRisksHead *self = g_object_new (WAY_TYPE_RISKS_HEAD, NULL);

  self->list = list;
  way_list_page_set_filter (list, lets, self);
  g_signal_connect_object (list, "selected", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (list, "refreshed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
