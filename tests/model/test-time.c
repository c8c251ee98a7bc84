/* test-time.c: civil moments, durations and numbers as people type them.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-error.h"
#include "model/way-time.h"
#include "model/way-units.h"

static void
test_clock (void)
{
  const struct
  {
    const char *text;
    gint64 expected;
  } cases[] = { { "8", 480 }, { " 08:30 ", 510 }, { "17.05", 1025 }, { "0:00", 0 }, { "24:00", 1440 } };
  const char *const wrong[] = { "", "x", "8:60", "24:01", "25", "-1", "8:", "8:30 am", "123" };
  gint64 minute;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_true (way_clock_parse (cases[i].text, &minute, &error));
      g_assert_no_error (error);
      g_assert_cmpint (minute, ==, cases[i].expected);
    }
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (way_clock_parse (wrong[i], &minute, &error));
      g_assert_error (error, WAY_ERROR, WAY_ERROR_INVALID);
    }
}

static void
test_civil_round_trip (void)
{
  for (WayMoment moment = WAY_MOMENT_MIN; moment < WAY_MOMENT_MAX; moment += 7 * 1440 + 13)
    {
      WayCivil c = way_moment_to_civil (moment);

      g_assert_cmpint (way_moment (c.year, c.month, c.day, c.hour, c.minute), ==, moment);
      g_assert_true (g_date_valid_dmy ((GDateDay) c.day, (GDateMonth) c.month,
                                       (GDateYear) c.year));
    }
}

static void
test_weekday_and_week (void)
{
  g_assert_cmpint (way_moment_weekday (way_moment (1970, 1, 1, 0, 0)), ==, 3);
  g_assert_cmpint (way_moment_weekday (way_moment (1900, 1, 1, 0, 0)), ==, 0);
  g_assert_cmpint (way_moment_weekday (way_moment (2026, 11, 21, 23, 59)), ==, 5);
  for (int year = 1990; year < 2040; year++)
    for (int day = -3; day <= 3; day++)
      {
        WayMoment moment = way_moment (year, 1, 1, 12, 0) + day * WAY_DAY;
        WayCivil c = way_moment_to_civil (moment);
        g_autoptr (GDateTime) oracle = g_date_time_new_utc (c.year, c.month, c.day, 12, 0, 0);

        g_assert_cmpint (way_moment_week (moment), ==, g_date_time_get_week_of_year (oracle));
        g_assert_cmpint (way_moment_weekday (moment) + 1, ==, g_date_time_get_day_of_week (oracle));
      }
}

static void
test_iso (void)
{
  const char *const wrong[] = { "", "2026", "2026-13-01", "2026-02-29", "2026-05-04T25:00",
                                "2026-05-04 08:61", "2026-05-04x", "1899-12-31", "2201-01-01",
                                "-2026-05-04", "04.05.2026" };
  WayMoment moment = 0;
  g_autofree char *text = way_moment_to_iso (way_moment (2026, 5, 4, 8, 5));

  g_assert_cmpstr (text, ==, "2026-05-04T08:05");
  g_assert_true (way_moment_from_iso ("2026-05-04T08:05:59", &moment));
  g_assert_cmpint (moment, ==, way_moment (2026, 5, 4, 8, 5));
  g_assert_true (way_moment_from_iso ("2024-02-29", &moment));
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    if (way_moment_from_iso (wrong[i], &moment))
      g_error ("“%s” was taken for a date", wrong[i]);
}

static void
test_parse (void)
{
  const struct
  {
    const char *text;
    WayMoment expected;
  } cases[] = {
    { "2026-05-04", way_moment (2026, 5, 4, 8, 0) },
    { "2026-05-04 17:00", way_moment (2026, 5, 4, 17, 0) },
    { "2026-05-04T09:30", way_moment (2026, 5, 4, 9, 30) },
    { "4 May 2026", way_moment (2026, 5, 4, 8, 0) },
    { "today", way_moment (2026, 11, 21, 8, 0) },
    { "+3", way_moment (2026, 11, 24, 8, 0) },
    { "-1d", way_moment (2026, 11, 20, 8, 0) },
    { "10.8.", way_moment (2026, 8, 10, 8, 0) },
    { "10.1.", way_moment (2027, 1, 10, 8, 0) },
    { "12/24", way_moment (2026, 12, 24, 8, 0) },
    { "1.2.2027", way_moment (2027, 2, 1, 8, 0) },
    { "4 May", way_moment (2027, 5, 4, 8, 0) },
    { "4. Aug. 17:00", way_moment (2026, 8, 4, 17, 0) },
    { "Jan 5, 2028", way_moment (2028, 1, 5, 8, 0) },
    { "27 october 2026", way_moment (2026, 10, 27, 8, 0) },
    { "  ", WAY_NEVER },
  };
  const char *const wrong[] = { "soon", "31 31 31", "99:99", "+", "2026-02-30", "+999999999",
                                "31.2.", "1.13.", "31 Feb", "4 Mayo 20267", "4 5 May" };
  WayMoment moment;
  GError *error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_assert_true (way_moment_parse (cases[i].text, 480, &moment, &error));
      g_assert_no_error (error);
      g_assert_cmpint (moment, ==, cases[i].expected);
    }
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_assert_false (way_moment_parse (wrong[i], 480, &moment, &error));
      g_assert_error (error, WAY_ERROR, WAY_ERROR_INVALID);
      g_clear_error (&error);
    }
}

static void
test_durations (void)
{
  const WayUnitRates rates = WAY_UNIT_RATES_DEFAULT;
  const struct
  {
    const char *typed;
    gint64 minutes;
    WayUnit unit;
    const char *shown;
  } cases[] = {
    { "3d", 1440, WAY_UNIT_DAYS, "3d" },          { "2.5 h", 150, WAY_UNIT_HOURS, "2.5h" },
    { "2,5h", 150, WAY_UNIT_HOURS, "2.5h" },      { "1w", 2400, WAY_UNIT_WEEKS, "1w" },
    { "4 days", 1920, WAY_UNIT_DAYS, "4d" },      { "2mo", 19200, WAY_UNIT_MONTHS, "2mo" },
    { "3ed", 4320, WAY_UNIT_ELAPSED_DAYS, "3ed" }, { "5", 2400, WAY_UNIT_DAYS, "5d" },
    { "-1d", -480, WAY_UNIT_DAYS, "−1d" },        { "−1d", -480, WAY_UNIT_DAYS, "−1d" },
    { "50%", 50, WAY_UNIT_PERCENT, "50%" },       { "90 MIN", 90, WAY_UNIT_MINUTES, "90min" },
    { "0.33d", 158, WAY_UNIT_DAYS, "0.33d" },     { "3d?", 1440, WAY_UNIT_DAYS, "3d" },
  };
  const char *const wrong[] = { "", "d", "three days", "3x", "1e9d", "nan", "inf", "0x10d", "3 d d",
                                "999999w", "--3d" };
  gint64 minutes;
  WayUnit unit;
  GError *error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *shown = NULL;

      g_assert_true (way_duration_parse (cases[i].typed, WAY_UNIT_DAYS, &rates, &minutes, &unit,
                                         &error));
      g_assert_no_error (error);
      g_assert_cmpint (minutes, ==, cases[i].minutes);
      g_assert_cmpint (unit, ==, cases[i].unit);
      shown = way_duration_format (minutes, unit, &rates);
      g_assert_cmpstr (shown, ==, cases[i].shown);
    }
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      if (way_duration_parse (wrong[i], WAY_UNIT_DAYS, &rates, &minutes, &unit, &error))
        g_error ("“%s” was taken for a duration", wrong[i]);
      g_assert_error (error, WAY_ERROR, WAY_ERROR_INVALID);
      g_clear_error (&error);
    }
}

static void
test_numbers (void)
{
  g_autofree char *minus = way_number_format (-1.5, 2);
  g_autofree char *whole = way_number_format (100, 2);
  g_autofree char *money = way_money_format (-123450, "€");
  double number;

  g_assert_cmpstr (minus, ==, "−1.5");
  g_assert_cmpstr (whole, ==, "100");
  g_assert_cmpstr (money, ==, "−1234.50\u202f€");
  g_assert_true (way_number_parse (" 1,5 ", &number));
  g_assert_cmpfloat (number, ==, 1.5);
  g_assert_false (way_number_parse ("1.5.2", &number));
  g_assert_false (way_number_parse ("infinity", &number));
}

int
main (int argc, char **argv)
{
  g_setenv ("WAYMARK_TODAY", "2026-11-21", TRUE);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/time/civil-round-trip", test_civil_round_trip);
  g_test_add_func ("/time/weekday-and-week", test_weekday_and_week);
  g_test_add_func ("/time/iso", test_iso);
  g_test_add_func ("/time/parse", test_parse);
  g_test_add_func ("/units/durations", test_durations);
  g_test_add_func ("/units/numbers", test_numbers);
  g_test_add_func ("/units/clock", test_clock);
  return g_test_run ();
}
