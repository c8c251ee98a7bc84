/* test-kpis.c: attainment of KPIs, momentum and moved promises, worked out by hand.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "metrics-fixture.h"

#include "document/way-milestone-parts.h"
#include "document/way-task-edits.h"
#include "metrics/way-kpi-metrics.h"
#include "metrics/way-momentum.h"
#include "metrics/way-rag.h"
#include "metrics/way-record-figures.h"

#include <glib/gstdio.h>
#include <string.h>

static WayKpi *
add_kpi (Fixture *f, const char *baseline, const char *target, gint64 direction)
{
  WayRecord *kpi;

  way_document_begin (f->document, "Add");
  kpi = way_milestone_add_part (f->document, f->released_ms, &way_kpi_type);
  way_document_set_text (f->document, kpi, "title", "Speed");
  way_document_set_text (f->document, kpi, "baseline", baseline);
  way_document_set_text (f->document, kpi, "target", target);
  way_document_set_int (f->document, kpi, "direction", direction);
  way_document_set_int (f->document, kpi, "theme", WAY_THEME_QUALITY);
  g_assert_true (way_document_commit (f->document, NULL));
  return WAY_KPI (kpi);
}

static void
measure (Fixture *f, WayKpi *kpi, WayMoment date, double value)
{
  WayRecord *record;

  way_document_begin (f->document, "Measure");
  record = way_document_create_record (f->document, &way_measurement_type);
  way_document_set_int (f->document, record, "kpi", WAY_RECORD (kpi)->id);
  way_document_set_int (f->document, record, "date", date);
  way_document_set_real (f->document, record, "value", value);
  g_assert_true (way_document_commit (f->document, NULL));
}

static void
assert_attained (Fixture *f, WayKpi *kpi, double percent)
{
  g_autoptr (WayFigure) figure = way_kpi_attainment (f->document, kpi);

  g_assert_cmpint (figure->known, ==, percent >= 0);
  if (percent >= 0)
    g_assert_cmpfloat_with_epsilon (figure->value, percent, 1e-9);
}

static void
test_attainment (Fixture *f, gconstpointer data)
{
  WayKpi *up = add_kpi (f, "20 %", "≥ 80 %", WAY_KPI_UP);
  WayKpi *down = add_kpi (f, "300 ms", "100 ms", WAY_KPI_DOWN);
  WayKpi *range = add_kpi (f, "30", "10 – 20", WAY_KPI_RANGE);
  WayKpi *words = add_kpi (f, "as it was", "better", WAY_KPI_UP);

  assert_attained (f, up, -1);
  measure (f, up, MARCH (3), 35); /* (35 − 20) ÷ (80 − 20) */
  assert_attained (f, up, 25);
  measure (f, up, MARCH (2), 80); /* older: does not count */
  assert_attained (f, up, 25);
  measure (f, up, MARCH (9), 95);
  assert_attained (f, up, 100);
  measure (f, up, MARCH (10), 5);
  assert_attained (f, up, 0);
  measure (f, up, MARCH (12), 80); /* after the status date */
  assert_attained (f, up, 0);
  measure (f, down, MARCH (3), 150); /* (150 − 300) ÷ (100 − 300) */
  assert_attained (f, down, 75);
  measure (f, range, MARCH (3), 25); /* half way from 30 to 20 */
  assert_attained (f, range, 50);
  measure (f, range, MARCH (4), 12);
  assert_attained (f, range, 100);
  measure (f, words, MARCH (3), 1);
  assert_attained (f, words, -1);
}

static void
test_quality_score (Fixture *f, gconstpointer data)
{
  g_autoptr (WayFigure) none = way_milestone_quality_score (f->document, f->released_ms);
  g_autoptr (WayFigure) mean = NULL;
  g_autoptr (WayFigure) typed = NULL;

  g_assert_false (none->known);
  measure (f, add_kpi (f, "0", "10", WAY_KPI_UP), MARCH (3), 5);
  measure (f, add_kpi (f, "0", "10", WAY_KPI_UP), MARCH (3), 8);
  mean = way_milestone_quality_score (f->document, f->released_ms);
  g_assert_cmpfloat_with_epsilon (mean->value, 6.5, 1e-9); /* of 50 % and 80 % */
  g_assert_cmpuint (mean->rows->len, ==, 2);
  way_document_begin (f->document, "Type");
  way_document_set_real (f->document, WAY_RECORD (f->released_ms), "quality_score", 9);
  g_assert_true (way_document_commit (f->document, NULL));
  typed = way_milestone_quality_score (f->document, f->released_ms);
  g_assert_cmpfloat (typed->value, ==, 9);
}

static void
test_overdue (Fixture *f, gconstpointer data)
{
  WayKpi *kpi = add_kpi (f, "0", "10", WAY_KPI_UP);

  measure (f, kpi, MARCH (4), 5);
  g_assert_false (way_kpi_is_overdue (f->document, kpi)); /* no cadence */
  fixture_set (f, kpi, "cadence", WAY_CADENCE_WEEKLY);
  g_assert_cmpint (way_kpi_due (f->document, kpi), ==, MARCH (11));
  g_assert_false (way_kpi_is_overdue (f->document, kpi)); /* today is the last day */
  fixture_set (f, kpi, "cadence", WAY_CADENCE_DAILY);
  g_assert_true (way_kpi_is_overdue (f->document, kpi));
}

/* Design, 5 days, was finished on 6 March; the status date is the 11th. */
static void
test_momentum (Fixture *f, gconstpointer data)
{
  g_autoptr (WayFigure) first = NULL;
  g_autoptr (WayFigure) second = NULL;
  WayTrend trend;

  first = way_momentum (f->document, 7, &trend);
  g_assert_false (first->known);
  g_assert_cmpint (first->part, ==, 5 * DAY_WORK);
  g_assert_cmpint (trend, ==, WAY_TREND_STEADY);
  /* Periods of a day: nothing on 9 – 11 March, Design on 6 – 8 March. */
  second = way_momentum (f->document, 1, &trend);
  g_assert_true (second->known);
  g_assert_cmpfloat (second->value, ==, 0);
  g_assert_cmpint (second->whole, ==, 5 * DAY_WORK);
  g_assert_cmpint (trend, ==, WAY_TREND_DOWN);
}

/* Set once is no change; moved twice in a month of 30.4375 days is two a month. */
static void
test_adjustments (Fixture *f, gconstpointer data)
{
  WayMoment today = way_moment_today ();
  g_autoptr (WayFigure) none = NULL;
  g_autoptr (WayFigure) two = NULL;
  g_autoptr (WayFigure) elsewhere = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (way_adjustment_frequency (f->document, today, today, &none, &error));
  g_assert_cmpint (none->part, ==, 0);
  fixture_set (f, f->released_ms, "target_date", MARCH (20));
  fixture_set (f, f->released_ms, "target_date", MARCH (27));
  g_assert_true (way_document_undo (f->document, &error)); /* moved all the same */
  g_assert_true (
      way_adjustment_frequency (f->document, today - 29 * WAY_DAY, today, &two, &error));
  g_assert_cmpint (two->part, ==, 2);
  g_assert_cmpfloat_with_epsilon (two->value, 2 / (30 / (365.25 / 12)), 1e-9);
  g_assert_true (way_adjustment_frequency (f->document, today - 9 * WAY_DAY, today - WAY_DAY,
                                           &elsewhere, &error));
  g_assert_cmpint (elsewhere->part, ==, 0);
}

static void
test_adjustments_in_file (Fixture *f, gconstpointer data)
{
  g_autofree char *folder = g_dir_make_tmp ("waymark-metrics-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "Plan.waymark", NULL);
  g_autoptr (WayFigure) figure = NULL;
  g_autoptr (GError) error = NULL;
  WayMoment today = way_moment_today ();

  g_assert_true (way_document_save_as (f->document, path, &error));
  fixture_set (f, f->released_ms, "target_date", MARCH (20));
  g_assert_true (way_adjustment_frequency (f->document, today, today, &figure, &error));
  g_assert_no_error (error);
  g_assert_cmpint (figure->part, ==, 1);
  g_clear_object (&f->document);
  g_assert_cmpint (g_unlink (path), ==, 0);
  g_rmdir (folder);
}

static WayRisk *
add_risk (Fixture *f, gint64 probability, gint64 impact)
{
  WayRecord *risk;

  way_document_begin (f->document, "Add");
  risk = way_milestone_add_part (f->document, f->released_ms, &way_risk_type);
  way_document_set_text (f->document, risk, "title", "Rain");
  way_document_set_int (f->document, risk, "probability", probability);
  way_document_set_int (f->document, risk, "impact", impact);
  g_assert_true (way_document_commit (f->document, NULL));
  return WAY_RISK (risk);
}

static void
assert_rag (Fixture *f, WayRag rag, const char *reason)
{
  g_autoptr (WayRagStatus) status = way_rag_of_milestone (f->document, f->released_ms);
  g_autoptr (WayRagStatus) plan = way_rag_of_plan (f->document);

  g_assert_cmpint (status->rag, ==, rag);
  g_assert_cmpint (plan->rag, ==, rag);
  g_assert_nonnull (strstr (status->reasons->pdata[0], reason));
  g_assert_nonnull (strstr (plan->reasons->pdata[0], reason));
}

/* Released is 2 days late: yellow. Risks may make it worse, and say so first. */
static void
test_risks_colour (Fixture *f, gconstpointer data)
{
  WayRisk *high = add_risk (f, WAY_RATING_MEDIUM, WAY_RATING_HIGH);
  WayRisk *critical;

  assert_rag (f, WAY_RAG_YELLOW, "2 working days late");
  fixture_set (f, f->released_ms, "target_date", MARCH (20));
  fixture_set (f, high, "review_date", MARCH (10));
  assert_rag (f, WAY_RAG_YELLOW, "R-1 Rain is high and its review is overdue.");
  critical = add_risk (f, WAY_RATING_HIGH, WAY_RATING_HIGH);
  assert_rag (f, WAY_RAG_RED, "R-2 Rain is critical and has no owner.");
  fixture_set (f, critical, "status", WAY_RISK_CLOSED);
  assert_rag (f, WAY_RAG_YELLOW, "R-1 Rain");
}

static void
assert_column (Fixture *f, WayKpi *kpi, const char *key, const char *value, const char *explanation)
{
  guint n_figures;
  const WayRecordFigure *figures = way_record_figures (&way_kpi_type, &n_figures);
  guint i = 0;
  g_autofree char *text = NULL, *told = NULL;

  while (strcmp (figures[i].key, key) != 0)
    g_assert_cmpuint (++i, <, n_figures);
  text = figures[i].format (f->document, WAY_RECORD (kpi));
  told = figures[i].explain (f->document, WAY_RECORD (kpi));
  g_assert_cmpstr (text, ==, value);
  g_assert_cmpstr (told, ==, explanation);
}

/* The columns of the list of KPIs, each with how it came about. */
static void
test_columns (Fixture *f, gconstpointer data)
{
  WayKpi *kpi = add_kpi (f, "20 %", "80 %", WAY_KPI_UP);

  assert_column (f, kpi, "latest", "", "Not measured yet.");
  assert_column (f, kpi, "attainment", "",
                 "Known once it is measured and its baseline and target are numbers.");
  measure (f, kpi, MARCH (3), 20);
  assert_column (f, kpi, "course", "", "1 measurement up to the status date.");
  measure (f, kpi, MARCH (5), 50);
  measure (f, kpi, MARCH (9), 35);
  assert_column (f, kpi, "course", "▁█▅",
                 "3 measurements up to the status date; a bar each, the last twelve.");
  assert_column (f, kpi, "latest", "35", "Measured on 9 Mar 2026.");
  assert_column (f, kpi, "attainment", "25\u202f%",
                 "The share of the way from the baseline, 20 %, to the target, 80 %, that the "
                 "latest, 35, has come.");
  fixture_set (f, kpi, "cadence", WAY_CADENCE_DAILY);
  assert_column (f, kpi, "latest", "35",
                 "Measured on 9 Mar 2026. The next measurement was due on 10 Mar 2026.");
}

#define ADD(name, function) \
  g_test_add ("/kpis/" name, Fixture, NULL, fixture_set_up, function, fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("attainment", test_attainment);
  ADD ("quality-score", test_quality_score);
  ADD ("overdue", test_overdue);
  ADD ("momentum", test_momentum);
  ADD ("adjustments", test_adjustments);
  ADD ("adjustments-in-file", test_adjustments_in_file);
  ADD ("risks-colour", test_risks_colour);
  ADD ("columns", test_columns);
  return g_test_run ();
}
