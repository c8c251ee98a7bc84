/* test-risks.c: the risk dashboard, with a period worked out by hand.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The period is 2 – 8 March 2026. Scores at its beginning → at its end:
 *
 *   Boards   6 → 3   mitigated, down from high to medium       effective
 *   Price    6 → 6   mitigated, unchanged
 *   Water    9 → –   mitigated, closed without having occurred effective
 *   Strike   4 → –   occurred on the 5th
 *   Antenna  – → 9   identified on the 4th */

#include "metrics-fixture.h"

#include "metrics/way-risk-metrics.h"

static WayRisk *
add_risk (Fixture *fixture, const char *title, gint64 probability, gint64 impact, WayMoment day)
{
  g_autoptr (GError) error = NULL;
  WayRecord *risk;

  way_document_begin (fixture->document, "Risk");
  risk = way_document_create_record (fixture->document, &way_risk_type);
  way_document_set_text (fixture->document, risk, "title", title);
  way_document_set_int (fixture->document, risk, "probability", probability);
  way_document_set_int (fixture->document, risk, "impact", impact);
  way_document_set_int (fixture->document, risk, "identified_on", day);
  way_document_commit (fixture->document, &error);
  g_assert_no_error (error);
  return WAY_RISK (risk);
}

static void
mitigate (Fixture *fixture, WayRisk *risk)
{
  way_document_begin (fixture->document, "Mitigate");
  way_document_set_text (fixture->document, WAY_RECORD (risk), "mitigation", "Ask early");
  g_assert_true (way_document_commit (fixture->document, NULL));
}

static void
test_period (Fixture *fixture, gconstpointer data)
{
  WayMoment february = way_moment (2026, 2, 20, 0, 0);
  WayRisk *boards = add_risk (fixture, "Boards", 2, 3, february);
  WayRisk *price = add_risk (fixture, "Price", 3, 2, february);
  WayRisk *water = add_risk (fixture, "Water", 3, 3, february);
  WayRisk *strike = add_risk (fixture, "Strike", 2, 2, february);
  WayRiskMetrics metrics;

  add_risk (fixture, "Antenna", 3, 3, MARCH (4));
  mitigate (fixture, boards);
  mitigate (fixture, price);
  mitigate (fixture, water);
  fixture_set (fixture, boards, "current_probability", WAY_RATING_LOW);
  fixture_set (fixture, water, "closed_on", MARCH (6));
  fixture_set (fixture, water, "status", WAY_RISK_CLOSED);
  fixture_set (fixture, strike, "occurred_on", MARCH (5));
  fixture_set (fixture, strike, "status", WAY_RISK_OCCURRED);
  fixture_set (fixture, way_plan_get_project (fixture->plan), "status_date", MARCH (8));

  metrics = way_risk_metrics (fixture->document, MARCH (2), MARCH (9));
  g_assert_cmpuint (metrics.n_in_band[WAY_LEVEL_CRITICAL], ==, 1);
  g_assert_cmpuint (metrics.n_in_band[WAY_LEVEL_HIGH], ==, 1);
  g_assert_cmpuint (metrics.n_in_band[WAY_LEVEL_MEDIUM], ==, 1);
  g_assert_cmpuint (metrics.n_in_band[WAY_LEVEL_LOW], ==, 0);
  g_assert_cmpuint (metrics.n_new, ==, 1);
  g_assert_cmpuint (metrics.n_resolved, ==, 1);
  g_assert_cmpint (metrics.score_before, ==, 6 + 6 + 9 + 4);
  g_assert_cmpint (metrics.score, ==, 3 + 6 + 9);
  g_assert_cmpint (metrics.trend, ==, -1);
  g_assert_cmpuint (metrics.n_mitigated, ==, 3);
  g_assert_cmpuint (metrics.n_effective, ==, 2);
  g_assert_cmpint (metrics.effectiveness, ==, 67);
}

/* 20 → 21 is 5 per cent, which is still stable. */
static void
test_trend (Fixture *fixture, gconstpointer data)
{
  WayMoment february = way_moment (2026, 2, 20, 0, 0);
  WayRiskMetrics metrics;

  metrics = way_risk_metrics (fixture->document, MARCH (2), MARCH (9));
  g_assert_cmpint (metrics.trend, ==, 0);
  g_assert_cmpint (metrics.effectiveness, ==, -1);
  add_risk (fixture, "First", 3, 3, february);
  add_risk (fixture, "Second", 3, 3, february);
  add_risk (fixture, "Third", 2, 1, february);
  add_risk (fixture, "Fourth", 1, 1, MARCH (3));
  metrics = way_risk_metrics (fixture->document, MARCH (2), MARCH (12));
  g_assert_cmpint (metrics.score_before, ==, 20);
  g_assert_cmpint (metrics.score, ==, 21);
  g_assert_cmpint (metrics.trend, ==, 0);
  add_risk (fixture, "Fifth", 1, 1, MARCH (3));
  metrics = way_risk_metrics (fixture->document, MARCH (2), MARCH (12));
  g_assert_cmpint (metrics.trend, ==, 1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/risks/period", Fixture, NULL, fixture_set_up, test_period, fixture_tear_down);
  g_test_add ("/risks/trend", Fixture, NULL, fixture_set_up, test_trend, fixture_tear_down);
  return g_test_run ();
}
