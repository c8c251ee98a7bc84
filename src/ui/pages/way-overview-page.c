/* way-overview-page.c: WayOverviewPage, how the plan stands: figures, milestones, what is late.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * All figures come from metrics/; the page only shows them, each with the rows behind it. */

#include "model/way-i18n.h"

#include "ui/pages/way-overview-page.h"

#include "chart/way-roadmap.h"
#include "metrics/attention/way-attention.h"
#include "metrics/way-conflicts.h"
#include "metrics/way-milestone-metrics.h"
#include "metrics/way-progress.h"
#include "metrics/way-rag.h"
#include "metrics/way-task-metrics.h"
#include "ui/pages/way-figure-card.h"
#include "ui/pages/way-mini-table.h"
#include "ui/way-window.h"
#include "ui/widgets/way-chart-area.h"
#include "ui/widgets/way-compat.h"
#include "ui/widgets/way-empty-state.h"
#include "ui/widgets/way-period-choice.h"
#include "ui/widgets/way-style.h"

#define MAX_ROWS 7
#define MAX_ROADMAP 8
#define NARROW 940 /* pixels at the usual size of letters: below, cards stand under each other */

struct _WayOverviewPage
{
  WayPage parent_instance;

  GtkWidget *stack;
  GtkWidget *status;
  GtkWidget *reasons;
  GtkWidget *period; /* over which the milestones are counted that were done */
  GtkWidget *progress;
  GtkWidget *adherence;
  GtkWidget *milestones_done;
  GtkWidget *finish;
  GtkWidget *critical_count;
  WayRoadmap *roadmap; /* NULL: the plan has nothing to show on one */
  GtkWidget *roadmap_card, *roadmap_area;
  GtkWidget *milestones;
  GtkWidget *attention;
  GtkWidget *alerts, *conflicts; /* the buttons that lead to them */
  GtkWidget *late;
  GtkWidget *critical;
  GtkWidget *tables;
  gboolean narrow;
  guint arrange_idle;
};

G_DEFINE_FINAL_TYPE (WayOverviewPage, way_overview_page, WAY_TYPE_PAGE)

static const WayMiniColumn milestone_columns[] = {
  { N_ ("Milestone"), .expand = TRUE }, { N_ ("Lead") },
  { N_ ("Target"), .right = TRUE },     { N_ ("Forecast"), .right = TRUE },
  { N_ ("Variance"), .right = TRUE },   { N_ ("Status"), .right = TRUE, .chip = TRUE },
};
static const WayMiniColumn attention_columns[] = {
  { N_ ("What"), .expand = TRUE },
  { N_ ("State"), .right = TRUE, .chip = TRUE },
};
static const WayMiniColumn task_columns[] = {
  { N_ ("Task"), .expand = TRUE },
  { N_ ("Finish"), .right = TRUE },
  { N_ ("Done"), .right = TRUE },
};

static const char *
tone_of_rag (WayRag rag)
{
  return rag == WAY_RAG_RED ? "bad" : rag == WAY_RAG_YELLOW ? "warning" : "good";
}

/* "8 Mar", with the year where it is not that of the status date: "8 Mar ’28". */
static char *
format_day (WayDocument *document, WayMoment day)
{
  int year = way_moment_to_civil (way_document_get_status_date (document)).year;

  if (way_moment_to_civil (day).year == year)
    return way_moment_format_short (day);
  /* Translators: a date with a short year, as in 4 May ’26; the codes are those of strftime */
  return way_moment_format_pattern (day, _ ("%-d %b ’%y"));
}

/* ------------------------------------------------------------------ figures */

static void
show_status (WayOverviewPage *self, WayDocument *document)
{
  static const char *const tones[] = { "good", "warning", "bad" };
  g_autoptr (WayRagStatus) status = way_rag_of_plan (document);
  g_autofree char *reasons = NULL;

  g_ptr_array_add (status->reasons, NULL);
  reasons = g_strjoinv (" ", (char **)status->reasons->pdata);
  g_ptr_array_set_size (status->reasons, (int)status->reasons->len - 1);
  for (gsize i = 0; i < G_N_ELEMENTS (tones); i++)
    gtk_widget_remove_css_class (self->status, tones[i]);
  gtk_widget_add_css_class (self->status, tone_of_rag (status->rag));
  gtk_label_set_text (GTK_LABEL (self->status), way_rag_label (status->rag));
  gtk_label_set_text (GTK_LABEL (self->reasons), reasons);
  gtk_widget_set_tooltip_text (self->reasons, reasons);
}

static void
show_progress (WayOverviewPage *self, WayDocument *document)
{
  g_autoptr (WayFigure) actual = way_progress_actual (document, NULL);
  g_autoptr (WayFigure) planned = way_progress_planned (document, NULL);
  g_autofree char *figure = way_figure_format (actual);
  g_autofree char *expected = way_figure_format (planned);
  g_autofree char *note = planned->known ? g_strdup_printf (_ ("%s planned"), expected)
                                         : g_strdup (_ ("no baseline yet"));
  const char *tone = actual->known && planned->known
                         ? (actual->value + 0.5 >= planned->value ? "good" : "warning")
                         : NULL;

  way_figure_card_set (WAY_FIGURE_CARD (self->progress), figure, note, tone, actual->rows);
}

static void
show_adherence (WayOverviewPage *self, WayDocument *document)
{
  g_autoptr (WayFigure) adherence = way_milestones_adherence (document);
  g_autofree char *text = way_figure_format (adherence), *note = NULL;

  note = adherence->known
             ? g_strdup_printf (_ ("%d of %d on time"), (int)adherence->part, (int)adherence->whole)
             : g_strdup (_ ("no milestone has a target"));
  way_figure_card_set (WAY_FIGURE_CARD (self->adherence), text, note, NULL, adherence->rows);
}

/* Of those due in the period; and of all. */
static void
show_milestones_done (WayOverviewPage *self, WayDocument *document)
{
  g_autoptr (WayFigure) all = way_milestones_done (document), rate = NULL;
  g_autofree char *text = NULL, *note = NULL;
  WayMoment from, until;

  way_period_choice_get (WAY_PERIOD_CHOICE (self->period), &from, &until);
  rate = way_milestones_completion_rate (document, from, until - WAY_DAY);
  text = rate->known ? g_strdup_printf (_ ("%d / %d"), (int)rate->part, (int)rate->whole)
         : rate->rows->len > 0 ? g_strdup_printf ("%u", rate->rows->len)
                               : g_strdup ("–");
  /* Translators: milestones that are done, whenever that was */
  note = all->known ? g_strdup_printf (_ ("%d of %d in all"), (int)all->part, (int)all->whole)
                    : g_strdup (_ ("no milestones yet"));
  way_figure_card_set (WAY_FIGURE_CARD (self->milestones_done), text, note, NULL, rate->rows);
}

static void
period_chosen_cb (WayOverviewPage *self)
{
  show_milestones_done (self, way_page_get_document (WAY_PAGE (self)));
}

static void
way_overview_page_document_set (WayPage *page)
{
  way_period_choice_set_document (WAY_PERIOD_CHOICE (WAY_OVERVIEW_PAGE (page)->period),
                                  way_page_get_document (page));
}

static void
show_finish (WayOverviewPage *self, WayDocument *document)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();
  g_autofree char *date = NULL, *note = NULL;
  const char *tone = NULL;
  WayPlanDates dates;

  way_plan_dates (document, &dates);
  date = dates.finish != WAY_NEVER ? format_day (document, way_finish_day (dates.finish))
                                   : g_strdup ("–");
  if (dates.baseline == WAY_NEVER)
    note = g_strdup (_ ("no baseline yet"));
  else
    {
      g_autofree char *variance
          = way_variance_format (way_document_get_plan (document), dates.variance);

      /* Translators: %s is like "+6 d" */
      note = g_strdup_printf (_ ("%s to baseline"), variance);
      tone = dates.variance > 0 ? "bad" : "good";
    }
  if (dates.last != NULL)
    g_ptr_array_add (rows, dates.last);
  way_figure_card_set (WAY_FIGURE_CARD (self->finish), date, note, tone, rows);
}

/* ------------------------------------------------------------------ tables */

static void
add_milestone (WayOverviewPage *self, WayDocument *document, WayMilestone *milestone)
{
  static const char *const words[] = {
    [WAY_RAG_GREEN] = N_ ("On time"), [WAY_RAG_YELLOW] = N_ ("At risk"), [WAY_RAG_RED] = N_ ("Late")
  };
  WayRecord *record = WAY_RECORD (milestone);
  g_autoptr (WayRagStatus) status = way_rag_of_milestone (document, milestone);
  g_autofree char *human_id = way_record_dup_human_id (record);
  g_autofree char *title = g_strdup_printf ("%s %s", human_id, record->title);
  g_autofree char *target
      = milestone->target_date != WAY_NEVER ? format_day (document, milestone->target_date) : NULL;
  g_autofree char *forecast = milestone->forecast != WAY_NEVER
                                  ? format_day (document, way_finish_day (milestone->forecast))
                                  : NULL;
  g_autofree char *variance
      = milestone->target_date != WAY_NEVER && milestone->forecast != WAY_NEVER
            ? way_variance_format (way_document_get_plan (document), milestone->variance)
            : NULL;
  gboolean missed = milestone->target_date != WAY_NEVER
                    && milestone->target_date < way_document_get_status_date (document);
  WayRag rag = missed ? WAY_RAG_RED : status->rag;
  const char *tone = tone_of_rag (rag);
  WayMiniCell cells[] = {
    { title, NULL },
    { way_milestone_lead (milestone), NULL },
    { target, NULL },
    { forecast, NULL },
    { variance, milestone->variance > 0   ? tone
                : milestone->variance < 0 ? "good"
                                          : NULL },
    { _ (words[rag]), tone },
  };

  way_mini_table_add (WAY_MINI_TABLE (self->milestones), record, cells);
}

static void
show_milestones (WayOverviewPage *self, WayDocument *document)
{
  g_autoptr (GPtrArray) next = way_milestones_next (document, G_MAXUINT);

  way_mini_table_clear (WAY_MINI_TABLE (self->milestones));
  for (guint i = 0; i < next->len && i < MAX_ROWS; i++)
    add_milestone (self, document, g_ptr_array_index (next, i));
  way_mini_table_set_rest (WAY_MINI_TABLE (self->milestones),
                           next->len > MAX_ROWS ? next->len - MAX_ROWS : 0);
}

static void
conflicts_cb (GtkButton *button, WayOverviewPage *self)
{
  WayWindow *window = way_window_of (GTK_WIDGET (self));

  way_window_show_page (GTK_WIDGET (self), "timeline");
  gtk_widget_activate_action (GTK_WIDGET (way_window_get_page (window, "timeline")),
                              "timeline.show-panel", "s", "conflicts");
}

static void
show_conflicts (WayOverviewPage *self, WayDocument *document)
{
  guint n = way_conflicts_count (document);
  g_autofree char *text
      = g_strdup_printf (ngettext ("%u conflict in the schedule: ways out…",
                                   "%u conflicts in the schedule: ways out…", n), n);

  gtk_button_set_label (GTK_BUTTON (self->conflicts), text);
  gtk_widget_set_visible (self->conflicts, n > 0);
}

static void
alerts_cb (GtkButton *button, WayOverviewPage *self)
{
  way_window_show_page (GTK_WIDGET (self), "attention");
}

static void
show_attention (WayOverviewPage *self, WayDocument *document)
{
  static const char *const tones[] = {
    [WAY_SEVERITY_NOTE] = NULL, [WAY_SEVERITY_WARNING] = "warning", [WAY_SEVERITY_BAD] = "bad"
  };
  g_autoptr (GPtrArray) all = way_attention_list (document);

  way_mini_table_clear (WAY_MINI_TABLE (self->attention));
  for (guint i = 0; i < all->len && i < MAX_ROWS; i++)
    {
      const WayAttention *item = g_ptr_array_index (all, i);
      WayMiniCell cells[] = { { item->text, NULL }, { item->detail, tones[item->severity] } };

      way_mini_table_add (WAY_MINI_TABLE (self->attention), item->record, cells);
    }
  way_mini_table_set_rest (WAY_MINI_TABLE (self->attention),
                           all->len > MAX_ROWS ? all->len - MAX_ROWS : 0);
  gtk_widget_set_visible (self->alerts, all->len > 0);
}

static void
show_tasks (GtkWidget *table, WayDocument *document, GPtrArray *tasks, gboolean only_open)
{
  guint shown = 0, n_tasks = 0;

  way_mini_table_clear (WAY_MINI_TABLE (table));
  for (guint i = 0; i < tasks->len; i++)
    {
      WayTask *task = g_ptr_array_index (tasks, i);
      g_autofree char *finish = format_day (document, way_finish_day (task->finish));
      g_autofree char *done = way_percent_format ((double)task->complete);
      WayMiniCell cells[]
          = { { WAY_RECORD (task)->title, NULL }, { finish, NULL }, { done, NULL } };

      if (only_open && task->complete >= 100)
        continue;
      n_tasks++;
      if (shown++ < MAX_ROWS)
        way_mini_table_add (WAY_MINI_TABLE (table), WAY_RECORD (task), cells);
    }
  way_mini_table_set_rest (WAY_MINI_TABLE (table), n_tasks > MAX_ROWS ? n_tasks - MAX_ROWS : 0);
}

/* Behind the baseline; where there is none, behind what should have happened by now. */
static GPtrArray *
late_or_overdue (WayDocument *document)
{
  g_autoptr (GPtrArray) late = way_tasks_late (document);

  return late->len > 0 ? g_steal_pointer (&late) : way_tasks_overdue (document);
}

static void
show_late_and_critical (WayOverviewPage *self, WayDocument *document)
{
  g_autoptr (GPtrArray) late = late_or_overdue (document);
  g_autoptr (GPtrArray) critical = way_tasks_critical (document);
  g_autofree char *figure = g_strdup_printf ("%u", critical->len);
  g_autofree char *note
      = g_strdup_printf (ngettext ("%u task is late", "%u tasks are late", late->len), late->len);

  way_figure_card_set (WAY_FIGURE_CARD (self->critical_count), figure, note,
                       late->len > 0 ? "warning" : "good", critical);
  show_tasks (self->late, document, late, FALSE);
  show_tasks (self->critical, document, critical, TRUE);
}

static double
draw_roadmap (double width, const WayMeasure *measure, WayScene *scene, gpointer data)
{
  WayOverviewPage *self = data;

  return self->roadmap != NULL ? way_roadmap_draw (width, measure, scene, self->roadmap) : 0;
}

static void
show_roadmap (WayOverviewPage *self, WayDocument *document)
{
  g_clear_pointer (&self->roadmap, way_roadmap_free);
  self->roadmap = way_roadmap_new (document, way_document_get_status_date (document), MAX_ROADMAP);
  gtk_widget_set_visible (self->roadmap_card, self->roadmap != NULL);
  if (self->roadmap != NULL)
    {
      g_autofree char *text = way_roadmap_describe (self->roadmap);

      way_chart_area_update (WAY_CHART_AREA (self->roadmap_area), text);
    }
}

static void
way_overview_page_refresh (WayPage *page, WayChangeset *changeset)
{
  WayOverviewPage *self = WAY_OVERVIEW_PAGE (page);
  WayDocument *document = way_page_get_document (page);
  WayPlan *plan = way_document_get_plan (document);
  gboolean empty = way_plan_get_outline (plan)->len == 0
                   && way_plan_peek_records (plan, &way_milestone_type)->len == 0;

  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), empty ? "empty" : "dashboard");
  if (empty)
    return;
  show_status (self, document);
  show_progress (self, document);
  show_adherence (self, document);
  show_milestones_done (self, document);
  show_finish (self, document);
  show_roadmap (self, document);
  show_milestones (self, document);
  show_attention (self, document);
  show_conflicts (self, document);
  show_late_and_critical (self, document);
}

static const char *
way_overview_page_get_report (WayPage *page)
{
  return "executive-summary";
}

/* ------------------------------------------------------------------ the page */

static GtkWidget *
build_head (WayOverviewPage *self)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *title = gtk_label_new (_ ("Execution dashboard"));

  gtk_widget_add_css_class (title, "title-large");
  self->status = gtk_label_new (NULL);
  gtk_widget_set_valign (self->status, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (self->status, "chip");
  self->reasons = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->reasons), 0);
  gtk_label_set_wrap (GTK_LABEL (self->reasons), TRUE);
  gtk_label_set_lines (GTK_LABEL (self->reasons), 2);
  gtk_label_set_ellipsize (GTK_LABEL (self->reasons), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (self->reasons, TRUE);
  gtk_widget_add_css_class (self->reasons, "secondary");
  gtk_box_append (GTK_BOX (head), title);
  gtk_box_append (GTK_BOX (head), self->status);
  gtk_box_append (GTK_BOX (head), self->reasons);
  self->period = way_period_choice_new ();
  g_signal_connect_swapped (self->period, "changed", G_CALLBACK (period_chosen_cb), self);
  gtk_box_append (GTK_BOX (head), self->period);
  gtk_widget_add_css_class (head, "page-head");
  return head;
}

static GtkWidget *
build_figures (WayOverviewPage *self)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 14);

  gtk_box_set_homogeneous (GTK_BOX (row), TRUE);
  self->progress = way_figure_card_new (_ ("Progress"));
  self->adherence = way_figure_card_new (_ ("Timeline adherence"));
  self->milestones_done = way_figure_card_new (_ ("Milestones done"));
  self->finish = way_figure_card_new (_ ("Forecast finish"));
  self->critical_count = way_figure_card_new (_ ("Critical tasks"));
  gtk_box_append (GTK_BOX (row), self->progress);
  gtk_box_append (GTK_BOX (row), self->adherence);
  gtk_box_append (GTK_BOX (row), self->milestones_done);
  gtk_box_append (GTK_BOX (row), self->finish);
  gtk_box_append (GTK_BOX (row), self->critical_count);
  return row;
}

static GtkWidget *
build_roadmap_card (WayOverviewPage *self)
{
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  GtkWidget *title = gtk_label_new (_ ("Timeline"));

  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_widget_add_css_class (title, "card-title");
  gtk_widget_add_css_class (card, "card");
  gtk_widget_add_css_class (card, "mini-card");
  self->roadmap_card = card;
  self->roadmap_area = way_chart_area_new (draw_roadmap, self);
  gtk_box_append (GTK_BOX (card), title);
  gtk_box_append (GTK_BOX (card), self->roadmap_area);
  return card;
}

static void
place (WayOverviewPage *self, GtkWidget *card, int column, int row, int span)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (self->tables);
  GtkLayoutChild *child = gtk_layout_manager_get_layout_child (layout, card);

  g_object_set (child, "column", column, "row", row, "column-span", span, NULL);
}

/* Two cards side by side, the left one wider; or one below the other, with smaller figures. */
static void
arrange (WayOverviewPage *self)
{
  if (self->narrow)
    gtk_widget_add_css_class (GTK_WIDGET (self), "narrow");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "narrow");
  place (self, self->milestones, 0, 0, self->narrow ? 5 : 3);
  place (self, self->attention, self->narrow ? 0 : 3, self->narrow ? 1 : 0, self->narrow ? 5 : 2);
  place (self, self->late, 0, self->narrow ? 2 : 1, self->narrow ? 5 : 3);
  place (self, self->critical, self->narrow ? 0 : 3, self->narrow ? 3 : 1, self->narrow ? 5 : 2);
}

static GtkWidget *
build_tables (WayOverviewPage *self)
{
  GtkWidget *buttons;

  self->tables = gtk_grid_new ();
  self->milestones
      = way_mini_table_new (_ ("Next milestones"), milestone_columns,
                            G_N_ELEMENTS (milestone_columns), _ ("No milestone is open."));
  self->attention
      = way_mini_table_new (_ ("Needs attention now"), attention_columns,
                            G_N_ELEMENTS (attention_columns), _ ("Nothing: all is on its way."));
  buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  self->alerts = gtk_button_new_with_label (_ ("All alerts…"));
  self->conflicts = gtk_button_new_with_label ("");
  gtk_label_set_ellipsize (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (self->conflicts))),
                           PANGO_ELLIPSIZE_END); /* else its words make the page wider */
  gtk_widget_set_margin_top (buttons, 6);
  g_signal_connect (self->alerts, "clicked", G_CALLBACK (alerts_cb), self);
  g_signal_connect (self->conflicts, "clicked", G_CALLBACK (conflicts_cb), self);
  gtk_box_append (GTK_BOX (buttons), self->alerts);
  gtk_box_append (GTK_BOX (buttons), self->conflicts);
  gtk_box_append (GTK_BOX (self->attention), buttons);
  self->late = way_mini_table_new (_ ("Late"), task_columns, G_N_ELEMENTS (task_columns),
                                   _ ("No task is late."));
  self->critical
      = way_mini_table_new (_ ("Critical path from here"), task_columns,
                            G_N_ELEMENTS (task_columns), _ ("No open task is critical."));
  gtk_grid_set_column_homogeneous (GTK_GRID (self->tables), TRUE);
  gtk_grid_set_column_spacing (GTK_GRID (self->tables), 14);
  gtk_grid_set_row_spacing (GTK_GRID (self->tables), 14);
  gtk_grid_attach (GTK_GRID (self->tables), self->milestones, 0, 0, 3, 1);
  gtk_grid_attach (GTK_GRID (self->tables), self->attention, 3, 0, 2, 1);
  gtk_grid_attach (GTK_GRID (self->tables), self->late, 0, 1, 3, 1);
  gtk_grid_attach (GTK_GRID (self->tables), self->critical, 3, 1, 2, 1);
  return self->tables;
}

static gboolean
arrange_idle_cb (gpointer data)
{
  WayOverviewPage *self = data;

  self->arrange_idle = 0;
  arrange (self);
  return G_SOURCE_REMOVE;
}

static void
width_changed_cb (GtkAdjustment *adjustment, GParamSpec *pspec, WayOverviewPage *self)
{
  double least = NARROW * way_style_get_text_scale (GTK_WIDGET (self));
  gboolean narrow = gtk_adjustment_get_page_size (adjustment) < least;

  if (self->narrow == narrow)
    return;
  self->narrow = narrow;
  if (self->arrange_idle == 0) /* not while sizes are being given */
    self->arrange_idle = g_idle_add (arrange_idle_cb, self);
}

static void
way_overview_page_dispose (GObject *object)
{
  g_clear_handle_id (&WAY_OVERVIEW_PAGE (object)->arrange_idle, g_source_remove);
  g_clear_pointer (&WAY_OVERVIEW_PAGE (object)->roadmap, way_roadmap_free);
  G_OBJECT_CLASS (way_overview_page_parent_class)->dispose (object);
}

static void
way_overview_page_class_init (WayOverviewPageClass *klass)
{
  WayPageClass *page_class = WAY_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = way_overview_page_dispose;
  page_class->document_set = way_overview_page_document_set;
  page_class->refresh = way_overview_page_refresh;
  page_class->get_report = way_overview_page_get_report;
}

static void
way_overview_page_init (WayOverviewPage *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *dashboard = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *body = gtk_box_new (GTK_ORIENTATION_VERTICAL, 14);

  gtk_box_append (GTK_BOX (body), build_figures (self));
  gtk_box_append (GTK_BOX (body), build_roadmap_card (self));
  gtk_box_append (GTK_BOX (body), build_tables (self));
  gtk_widget_add_css_class (body, "page-body");
  gtk_box_append (GTK_BOX (dashboard), build_head (self));
  gtk_box_append (GTK_BOX (dashboard), body);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), dashboard);
  g_signal_connect_object (gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (scroller)),
                           "notify::page-size", G_CALLBACK (width_changed_cb), self, 0);

  self->stack = way_compat_stack_new ();
  gtk_widget_set_vexpand (self->stack, TRUE);
  gtk_stack_add_named (
      GTK_STACK (self->stack),
      way_empty_state_new ("waymark-overview-symbolic", _ ("Nothing to look at yet"),
                           _ ("When the plan has tasks and milestones, this page says how they "
                              "stand: progress, what is late, what is critical."),
                           _ ("_Write down the first tasks"), "win.page::timeline"),
      "empty");
  gtk_stack_add_named (GTK_STACK (self->stack), scroller, "dashboard");
  gtk_box_append (GTK_BOX (self), self->stack);
}
