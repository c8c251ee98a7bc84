/* test-issues.c: ages, times of resolution and causes of issues, worked out by hand.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * As of Wednesday 11 March 2026 17:00. */

#include "metrics-fixture.h"

#include "metrics/way-issue-metrics.h"

static WayRecord *
add_issue (Fixture *fixture, WayLevel priority, WayMoment found_on, WayMoment resolved_on)
{
  g_autoptr (GError) error = NULL;
  WayRecord *issue;

  way_document_begin (fixture->document, "Issue");
  issue = way_document_create_record (fixture->document, &way_issue_type);
  way_document_set_text (fixture->document, issue, "title", "Water");
  way_document_set_int (fixture->document, issue, "priority", priority);
  way_document_set_int (fixture->document, issue, "found_on", found_on);
  if (resolved_on != WAY_NEVER)
    {
      way_document_set_text (fixture->document, issue, "root_cause", "Gasket");
      way_document_set_text (fixture->document, issue, "resolution", "Softer gasket");
      way_document_set_int (fixture->document, issue, "cause", 2);
      way_document_set_int (fixture->document, issue, "resolved_on", resolved_on);
      way_document_set_int (fixture->document, issue, "status", WAY_ISSUE_RESOLVED);
    }
  way_document_commit (fixture->document, &error);
  g_assert_no_error (error);
  return issue;
}

static void
test_figures (Fixture *fixture, gconstpointer data)
{
  WayIssueMetrics metrics;

  add_issue (fixture, WAY_LEVEL_HIGH, MARCH (11) + 8 * 60, WAY_NEVER);     /* 1 day */
  add_issue (fixture, WAY_LEVEL_HIGH, MARCH (10) + 16 * 60, WAY_NEVER);    /* 1 day and an hour */
  add_issue (fixture, WAY_LEVEL_LOW, MARCH (6) + 8 * 60, WAY_NEVER);       /* 4 days */
  add_issue (fixture, WAY_LEVEL_LOW, way_moment (2026, 2, 2, 8, 0), WAY_NEVER);
  add_issue (fixture, WAY_LEVEL_MEDIUM, MARCH (2) + 8 * 60, MARCH (3) + 17 * 60); /* 2 days */
  add_issue (fixture, WAY_LEVEL_MEDIUM, MARCH (6) + 8 * 60, MARCH (9) + 12 * 60); /* 1½ days */
  metrics = way_issue_metrics (fixture->document);
  for (guint age = 0; age < WAY_N_ISSUE_AGES; age++)
    g_assert_cmpuint (metrics.n_by_age[age], ==, 1);
  g_assert_cmpuint (metrics.n_resolved[WAY_LEVEL_MEDIUM], ==, 2);
  g_assert_cmpint (metrics.mean[WAY_LEVEL_MEDIUM], ==, (2 * DAY_WORK + DAY_WORK * 3 / 2) / 2);
  g_assert_cmpuint (metrics.n_resolved[WAY_LEVEL_HIGH], ==, 0);
  g_assert_cmpuint (metrics.n_by_cause[2], ==, 2);
  g_assert_cmpuint (metrics.n_by_cause[0], ==, 4);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_assert_cmpuint (way_enum_issue_cause.n_values, ==, WAY_N_ISSUE_CAUSES);
  g_test_add ("/issues/figures", Fixture, NULL, fixture_set_up, test_figures, fixture_tear_down);
  return g_test_run ();
}
