/* test-risk-matrix.c: where risks stand in the matrix, and what is found at a point of it.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "chart/way-risk-matrix.h"
#include "document/way-document.h"

#include <string.h>

#define WIDTH 480.0

static WayRisk *
add (WayDocument *document, gint64 probability, gint64 impact)
{
  WayRecord *risk;

  way_document_begin (document, "Risk");
  risk = way_document_create_record (document, &way_risk_type);
  way_document_set_text (document, risk, "title", "Risk");
  way_document_set_int (document, risk, "probability", probability);
  way_document_set_int (document, risk, "impact", impact);
  g_assert_true (way_document_commit (document, NULL));
  return WAY_RISK (risk);
}

static void
test_places (void)
{
  g_autoptr (WayDocument) document = way_document_new ("Risks", way_moment (2026, 3, 2, 8, 0));
  WayRisk *first = add (document, 3, 3), *second = add (document, 3, 3), *third = add (document, 1, 2);
  WayMeasure measure = { NULL };
  WayRiskMatrix matrix = { .risks = way_plan_peek_records (way_document_get_plan (document),
                                                           &way_risk_type),
                           .rating = WAY_RISK_CURRENT, .selected = first };
  g_autoptr (WayScene) scene = way_scene_new ();
  g_autofree char *text = NULL;
  gboolean seen[3] = { FALSE };
  double height = way_risk_matrix_layout (&matrix, WIDTH, &measure, scene);

  for (double y = 0; y < height; y += 3)
    for (double x = 0; x < WIDTH; x += 3)
      {
        WayRisk *risk = way_risk_matrix_risk_at (&matrix, WIDTH, &measure, x, y);
        WayRiskCell cell = way_risk_matrix_cell_at (WIDTH, x, y);

        if (risk == NULL)
          continue;
        g_assert_cmpint (cell.probability, ==, risk->probability);
        g_assert_cmpint (cell.impact, ==, risk->impact);
        seen[risk == first ? 0 : risk == second ? 1 : 2] = TRUE;
      }
  g_assert_true (seen[0] && seen[1] && seen[2]);
  g_assert_nonnull (third);
  text = way_scene_to_string (scene);
  g_assert_nonnull (strstr (text, "R-1"));
  g_assert_nonnull (strstr (text, "R-3"));
}

/* What has no room in a cell is counted there. */
static void
test_crowd (void)
{
  g_autoptr (WayDocument) document = way_document_new ("Risks", way_moment (2026, 3, 2, 8, 0));
  WayMeasure measure = { NULL };
  WayRiskMatrix matrix = { .rating = WAY_RISK_CURRENT };
  g_autoptr (WayScene) scene = way_scene_new ();
  g_autofree char *text = NULL;
  g_autofree char *more = NULL;
  guint n_shown = 0;

  for (guint i = 0; i < 40; i++)
    add (document, 2, 2);
  matrix.risks = way_plan_peek_records (way_document_get_plan (document), &way_risk_type);
  way_risk_matrix_layout (&matrix, WIDTH, &measure, scene);
  text = way_scene_to_string (scene);
  for (const char *at = strstr (text, "R-"); at != NULL; at = strstr (at + 1, "R-"))
    n_shown++;
  g_assert_cmpuint (n_shown, >, 2);
  more = g_strdup_printf ("+%u", 40 - n_shown);
  g_assert_nonnull (strstr (text, more));
}

static void
test_corners (void)
{
  WayRiskCell worst = way_risk_matrix_cell_at (WIDTH, WIDTH - 4, 6);
  WayRiskCell beside = way_risk_matrix_cell_at (WIDTH, 4, 6);

  g_assert_cmpint (worst.probability * worst.impact, ==, 9);
  g_assert_cmpint (beside.probability, ==, 0);
}

/* Not rated now is as at first; without a target a risk has no cell there. */
static void
test_ratings (void)
{
  g_autoptr (WayDocument) document = way_document_new ("Risks", way_moment (2026, 3, 2, 8, 0));
  WayRisk *risk = add (document, 2, 3);

  g_assert_cmpint (way_risk_get_cell (risk, WAY_RISK_CURRENT).impact, ==, 3);
  g_assert_cmpint (way_risk_get_cell (risk, WAY_RISK_TARGET).impact, ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/risk-matrix/places", test_places);
  g_test_add_func ("/risk-matrix/crowd", test_crowd);
  g_test_add_func ("/risk-matrix/corners", test_corners);
  g_test_add_func ("/risk-matrix/ratings", test_ratings);
  return g_test_run ();
}
