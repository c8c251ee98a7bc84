/* test-measurements.c: the measurements of a KPI as lines of text.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "document/way-measurements.h"

#include "model/way-error.h"

#include <string.h>

#define DAY(month, day) way_moment (2026, month, day, 0, 0)

static const WayMeasured *
at (const GArray *measured, guint i)
{
  return &g_array_index (measured, WayMeasured, i);
}

static void
test_parse (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) found = way_measurements_parse (
      "2026-03-01 12.5\n\n2026-03-08\t-3\tafter the change; of the pump\n 2026-03-15 ;\t0.25 \n",
      &error);

  g_assert_no_error (error);
  g_assert_cmpuint (found->len, ==, 3);
  g_assert_cmpint (at (found, 0)->date, ==, DAY (3, 1));
  g_assert_cmpfloat (at (found, 0)->value, ==, 12.5);
  g_assert_cmpstr (at (found, 0)->note, ==, "");
  g_assert_cmpfloat (at (found, 1)->value, ==, -3);
  g_assert_cmpstr (at (found, 1)->note, ==, "after the change; of the pump");
  g_assert_cmpfloat (at (found, 2)->value, ==, 0.25);
}

/* The line is told; nothing is taken over in part. */
static void
test_refused (void)
{
  static const struct
  {
    const char *text, *says;
  } cases[] = {
    { "2026-03-01 1\nyesterdayish 2", "Line 2: “yesterdayish”" },
    { "2026-03-01 a lot", "Line 1: “a”" },
    { "2026-03-01", "Line 1: “”" },
    { "2026-02-30 4", "Line 1: “2026-02-30”" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (way_measurements_parse (cases[i].text, &error));
      g_assert_error (error, WAY_ERROR, WAY_ERROR_INVALID);
      g_assert_nonnull (strstr (error->message, cases[i].says));
    }
}

static void
replace (WayDocument *document, WayKpi *kpi, const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) measured = way_measurements_parse (text, &error);

  g_assert_no_error (error);
  way_document_begin (document, "Measure");
  way_measurements_replace (document, kpi, measured);
  way_document_commit (document, &error);
  g_assert_no_error (error);
}

/* Text → records → text; a day that stays keeps its record; one undo takes the step back. */
static void
test_replace (void)
{
  g_autoptr (WayDocument) document = way_document_new ("Plan", DAY (3, 2));
  WayPlan *plan = way_document_get_plan (document);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  g_autofree char *undone = NULL;
  WayRecord *kpi;
  gint64 id;

  way_document_begin (document, "KPI");
  kpi = way_document_create_record (document, &way_kpi_type);
  way_document_set_text (document, kpi, "title", "Returns");
  way_document_commit (document, &error);
  g_assert_no_error (error);
  replace (document, WAY_KPI (kpi), "2026-03-08 3 late\n2026-03-01 12.5");
  text = way_measurements_to_text (WAY_KPI (kpi));
  g_assert_cmpstr (text, ==, "2026-03-01\t12.5\n2026-03-08\t3\tlate\n");
  id = WAY_RECORD (way_plan_peek_records (plan, &way_measurement_type)->pdata[0])->id;
  replace (document, WAY_KPI (kpi), "2026-03-08 4\n2026-03-15 5");
  g_assert_cmpuint (way_plan_peek_records (plan, &way_measurement_type)->len, ==, 2);
  g_assert_cmpfloat (WAY_MEASUREMENT (way_plan_lookup (plan, id))->value, ==, 4);
  g_assert_cmpstr (WAY_MEASUREMENT (way_plan_lookup (plan, id))->note, ==, "");
  g_assert_true (way_document_undo (document, &error));
  undone = way_measurements_to_text (WAY_KPI (kpi));
  g_assert_cmpstr (undone, ==, text);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/measurements/parse", test_parse);
  g_test_add_func ("/measurements/refused", test_refused);
  g_test_add_func ("/measurements/replace", test_replace);
  return g_test_run ();
}
