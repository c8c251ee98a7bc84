/* way-milestone-trend-view.c: WayMilestoneTrendView, where the forecasts of milestones went over time.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The chart has room for WAY_MTA_MOST lines: the first by target of the chosen initiative, or
 * those that were ticked. */

#include "model/way-i18n.h"

#include "ui/milestones/way-milestone-trend-view.h"

#include "chart/way-mta-layout.h"
#include "document/way-milestone-figures.h"
#include "metrics/way-milestone-metrics.h"
#include "metrics/way-milestone-trend.h"
#include "ui/milestones/way-initiative-choice.h"
#include "ui/pages/way-mini-table.h"
#include "ui/widgets/way-chart-area.h"
#include "ui/widgets/way-compat.h"
#include "ui/widgets/way-empty-state.h"

static const WayMiniColumn columns[] = {
  { "", FALSE, FALSE, FALSE },
  { N_ ("Milestone"), TRUE, FALSE, FALSE },
  { N_ ("Forecast"), FALSE, TRUE, FALSE },
  { N_ ("Since the first forecast"), FALSE, FALSE, FALSE },
};

struct _WayMilestoneTrendView
{
  GtkBox parent_instance;

  WayDocument *document;
  GtkWidget *initiative;
  GtkWidget *choose;     /* menu button with a list to tick */
  GtkWidget *list;
  GtkWidget *summary;
  GtkWidget *stack;
  GtkWidget *area;
  GtkWidget *table;
  GtkWidget *none;       /* box of the empty state */
  GHashTable *ticked;    /* ids; NULL = the first ones */
  GPtrArray *trends;     /* of WayMilestoneTrend, those drawn */
  GPtrArray *labels;     /* "MS-004" for each */
  gboolean updating;
  gboolean stale;
};

G_DEFINE_FINAL_TYPE (WayMilestoneTrendView, way_milestone_trend_view, GTK_TYPE_BOX)

static double
draw (double width, const WayMeasure *measure, WayScene *scene, gpointer data)
{
  WayMilestoneTrendView *self = data;
  g_autofree WayMtaSeries *series = g_new0 (WayMtaSeries, MAX (self->trends->len, 1));

  for (guint i = 0; i < self->trends->len; i++)
    {
      const WayMilestoneTrend *trend = self->trends->pdata[i];

      series[i].label = self->labels->pdata[i];
      series[i].points = (const WayTrendPoint *)(gpointer)trend->points->data;
      series[i].n_points = trend->points->len;
      series[i].target = trend->milestone->target_date;
    }
  return way_mta_layout (series, self->trends->len,
                         way_document_get_status_date (self->document), width, measure, scene);
}

/* (transfer full): those of the chosen initiative that count, by date. */
static GPtrArray *
candidates (WayMilestoneTrendView *self)
{
  g_autoptr (GPtrArray) all = way_milestones_all (self->document);
  gint64 initiative = way_initiative_choice_get (WAY_INITIATIVE_CHOICE (self->initiative));

  for (guint i = all->len; i > 0; i--)
    {
      WayMilestone *milestone = all->pdata[i - 1];

      if (way_milestone_is_cancelled (milestone)
          || (initiative != 0 && milestone->initiative != initiative))
        g_ptr_array_remove_index (all, i - 1);
    }
  return g_steal_pointer (&all);
}

static void
collect (WayMilestoneTrendView *self)
{
  g_autoptr (GPtrArray) all = candidates (self);

  g_ptr_array_set_size (self->trends, 0);
  g_ptr_array_set_size (self->labels, 0);
  for (guint i = 0; i < all->len && self->trends->len < WAY_MTA_MOST; i++)
    {
      WayRecord *record = all->pdata[i];
      g_autoptr (WayMilestoneTrend) trend = NULL;

      if (self->ticked != NULL && !g_hash_table_contains (self->ticked, &record->id))
        continue;
      trend = way_milestone_trend (self->document, WAY_MILESTONE (record));
      if (!way_milestone_trend_shows (trend))
        continue;
      g_ptr_array_add (self->labels, way_record_dup_human_id (record));
      g_ptr_array_add (self->trends, g_steal_pointer (&trend));
    }
}

static const char *
tone_of (const WayMilestoneTrend *trend)
{
  return trend->drift > 0 ? "bad" : trend->drift < 0 ? "good" : NULL;
}

static void
show_trends (WayMilestoneTrendView *self)
{
  WayTrendSummary sum = way_trends_sum (self->trends);
  g_autofree char *words = way_trends_describe (self->document, &sum);
  g_autoptr (GString) text = g_string_new (words);

  way_mini_table_clear (WAY_MINI_TABLE (self->table));
  for (guint i = 0; i < self->trends->len; i++)
    {
      const WayMilestoneTrend *trend = self->trends->pdata[i];
      WayRecord *record = WAY_RECORD (trend->milestone);
      g_autofree char *forecast
          = way_moment_format_date (way_finish_day (trend->milestone->forecast));
      g_autofree char *went = way_milestone_trend_describe (self->document, trend);
      const WayMiniCell cells[] = { { self->labels->pdata[i], NULL },
                                    { record->title, NULL },
                                    { forecast, NULL },
                                    { went, tone_of (trend) } };

      way_mini_table_add (WAY_MINI_TABLE (self->table), record, cells);
      g_string_append_printf (text, " %s: %s.", record->title, went);
    }
  gtk_label_set_text (GTK_LABEL (self->summary), words);
  way_chart_area_update (WAY_CHART_AREA (self->area), text->str);
}

/* Says why, and when it fills. */
static void
show_nothing (WayMilestoneTrendView *self)
{
  gboolean any = way_plan_peek_records (way_document_get_plan (self->document),
                                        &way_milestone_type)->len > 0;
  GtkWidget *old = gtk_widget_get_first_child (self->none);
  GtkWidget *empty;

  if (old != NULL)
    gtk_box_remove (GTK_BOX (self->none), old);
  if (!any)
    empty = way_empty_state_new (
        "waymark-milestone-symbolic", _ ("No milestones yet"),
        _ ("Once there are milestones, this chart shows where their forecasts went over time."),
        _ ("_New milestone"), "milestones.add");
  else
    empty = way_empty_state_new (
        "waymark-milestone-symbolic", _ ("No trend yet"),
        _ ("A line needs the forecasts of two days. Waymark keeps them by itself on each day on "
           "which the plan is changed, so the chart fills from the next working day on. "
           "Milestones without a row in the timeline have no forecast."),
        NULL, NULL);
  gtk_box_append (GTK_BOX (self->none), empty);
}

static void
show (WayMilestoneTrendView *self)
{
  gboolean shows;

  collect (self);
  shows = self->trends->len > 0;
  if (shows)
    show_trends (self);
  else
    show_nothing (self);
  gtk_widget_set_visible (self->summary, shows);
  gtk_widget_set_visible (self->choose, shows || self->ticked != NULL);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), shows ? "chart" : "none");
}

static void
initiative_cb (WayMilestoneTrendView *self)
{
  g_clear_pointer (&self->ticked, g_hash_table_unref);
  show (self);
}

static gint64
id_of (GtkWidget *check)
{
  return *(gint64 *)g_object_get_data (G_OBJECT (check), "way-id");
}

/* There is no room for more than fifteen: the others wait until one is taken away. */
static void
limit_ticks (WayMilestoneTrendView *self)
{
  gboolean full = g_hash_table_size (self->ticked) >= WAY_MTA_MOST;

  for (GtkWidget *row = gtk_widget_get_first_child (self->list); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    {
      GtkWidget *check = gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (row));

      gtk_widget_set_sensitive (
          row, !full || gtk_check_button_get_active (GTK_CHECK_BUTTON (check)));
    }
}

static void
ticked_cb (GtkCheckButton *check, WayMilestoneTrendView *self)
{
  gint64 id = id_of (GTK_WIDGET (check));

  if (self->updating)
    return;
  if (gtk_check_button_get_active (check))
    g_hash_table_add (self->ticked, g_memdup2 (&id, sizeof id));
  else
    g_hash_table_remove (self->ticked, &id);
  limit_ticks (self);
  show (self);
}

static void
add_choice (WayMilestoneTrendView *self, WayRecord *record)
{
  g_autofree char *label = way_record_dup_label (record);
  GtkWidget *check = gtk_check_button_new_with_label (label);

  g_object_set_data_full (G_OBJECT (check), "way-id", g_memdup2 (&record->id, sizeof record->id),
                          g_free);
  gtk_widget_set_can_focus (check, FALSE); /* the row has the keyboard */
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check),
                               g_hash_table_contains (self->ticked, &record->id));
  g_signal_connect (check, "toggled", G_CALLBACK (ticked_cb), self);
  gtk_list_box_append (GTK_LIST_BOX (self->list), check);
}

static void
row_activated_cb (GtkListBox *list, GtkListBoxRow *row, WayMilestoneTrendView *self)
{
  GtkCheckButton *check = GTK_CHECK_BUTTON (gtk_list_box_row_get_child (row));

  gtk_check_button_set_active (check, !gtk_check_button_get_active (check));
}

/* The list as it opens has what is drawn. */
static void
fill_choices (GtkMenuButton *button, gpointer data)
{
  WayMilestoneTrendView *self = data;
  g_autoptr (GPtrArray) all = candidates (self);
  GtkWidget *row;

  if (self->ticked == NULL)
    {
      self->ticked = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
      for (guint i = 0; i < self->trends->len; i++)
        {
          const WayMilestoneTrend *trend = self->trends->pdata[i];
          gint64 id = WAY_RECORD (trend->milestone)->id;

          g_hash_table_add (self->ticked, g_memdup2 (&id, sizeof id));
        }
    }
  while ((row = gtk_widget_get_first_child (self->list)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), row);
  for (guint i = 0; i < all->len; i++)
    add_choice (self, all->pdata[i]);
  limit_ticks (self);
}

/**
 * way_milestone_trend_view_refresh:
 *
 * Shows the trends as they are now, at once when the view is seen.
 */
void
way_milestone_trend_view_refresh (WayMilestoneTrendView *self)
{
  self->stale = !gtk_widget_get_mapped (GTK_WIDGET (self));
  if (self->stale)
    return;
  way_initiative_choice_fill (WAY_INITIATIVE_CHOICE (self->initiative), self->document);
  show (self);
}

static void
way_milestone_trend_view_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (way_milestone_trend_view_parent_class)->map (widget);
  if (WAY_MILESTONE_TREND_VIEW (widget)->stale)
    way_milestone_trend_view_refresh (WAY_MILESTONE_TREND_VIEW (widget));
}

static void
way_milestone_trend_view_dispose (GObject *object)
{
  g_clear_object (&WAY_MILESTONE_TREND_VIEW (object)->document);
  G_OBJECT_CLASS (way_milestone_trend_view_parent_class)->dispose (object);
}

static void
way_milestone_trend_view_finalize (GObject *object)
{
  WayMilestoneTrendView *self = WAY_MILESTONE_TREND_VIEW (object);

  g_clear_pointer (&self->ticked, g_hash_table_unref);
  g_ptr_array_unref (self->trends);
  g_ptr_array_unref (self->labels);
  G_OBJECT_CLASS (way_milestone_trend_view_parent_class)->finalize (object);
}

static void
way_milestone_trend_view_class_init (WayMilestoneTrendViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = way_milestone_trend_view_dispose;
  G_OBJECT_CLASS (klass)->finalize = way_milestone_trend_view_finalize;
  GTK_WIDGET_CLASS (klass)->map = way_milestone_trend_view_map;
}

static GtkWidget *
build_bar (WayMilestoneTrendView *self)
{
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *popover = gtk_popover_new (), *scrolled = gtk_scrolled_window_new ();

  self->initiative = way_initiative_choice_new ();
  g_signal_connect_swapped (self->initiative, "chosen", G_CALLBACK (initiative_cb), self);
  self->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (self->list, "plain");
  g_signal_connect (self->list, "row-activated", G_CALLBACK (row_activated_cb), self);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), self->list);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_propagate_natural_width (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), 420);
  gtk_scrolled_window_set_max_content_width (GTK_SCROLLED_WINDOW (scrolled), 420);
  gtk_popover_set_child (GTK_POPOVER (popover), scrolled);
  self->choose = gtk_menu_button_new ();
  gtk_menu_button_set_label (GTK_MENU_BUTTON (self->choose), _ ("Choose milestones"));
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (self->choose), popover);
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (self->choose), fill_choices, self, NULL);
  gtk_widget_set_tooltip_text (self->choose, _ ("The chart has room for fifteen"));
  gtk_box_append (GTK_BOX (bar), self->initiative);
  gtk_box_append (GTK_BOX (bar), self->choose);
  gtk_widget_add_css_class (bar, "toolbar-row");
  return bar;
}

static GtkWidget *
build_chart (WayMilestoneTrendView *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  self->summary = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->summary), TRUE);
  gtk_label_set_xalign (GTK_LABEL (self->summary), 0);
  self->area = way_chart_area_new (draw, self);
  self->table = way_mini_table_new (_ ("Where the forecasts went"), columns,
                                    G_N_ELEMENTS (columns), "");
  gtk_widget_set_margin_top (column, 16);
  gtk_widget_add_css_class (column, "page-body");
  gtk_box_append (GTK_BOX (column), self->summary);
  gtk_box_append (GTK_BOX (column), self->area);
  gtk_box_append (GTK_BOX (column), self->table);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), column);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  return scrolled;
}

static void
way_milestone_trend_view_init (WayMilestoneTrendView *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  self->trends = g_ptr_array_new_with_free_func ((GDestroyNotify)way_milestone_trend_free);
  self->labels = g_ptr_array_new_with_free_func (g_free);
  self->stale = TRUE;
  self->stack = way_compat_stack_new ();
  self->none = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_box_append (GTK_BOX (self), build_bar (self));
  gtk_stack_add_named (GTK_STACK (self->stack), build_chart (self), "chart");
  gtk_stack_add_named (GTK_STACK (self->stack), self->none, "none");
  gtk_widget_set_vexpand (self->stack, TRUE);
  gtk_box_append (GTK_BOX (self), self->stack);
}

/**
 * way_milestone_trend_view_new:
 *
 * Returns: (transfer floating)
 */
GtkWidget *
way_milestone_trend_view_new (WayDocument *document)
{
  WayMilestoneTrendView *self = g_object_new (WAY_TYPE_MILESTONE_TREND_VIEW, NULL);

  self->document = g_object_ref (document);
  return GTK_WIDGET (self);
}
