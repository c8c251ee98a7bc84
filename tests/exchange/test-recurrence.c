/* test-recurrence.c: rules by which days repeat.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "exchange/way-recurrence.h"

#include <string.h>

/* The rule as the text of its field, and the days that it stands for. */
static const struct
{
  const char *rule;
  const char *days;
} cases[] = {
  /* Every third day. */
  { "type=7 from=2000-02-01 to=2000-02-10 occurrences=4 by=1 period=3 days=0 month=0 day=0 item=0 position=0",
    "2000-02-01 2000-02-04 2000-02-07 2000-02-10" },
  /* Until the end, whatever the number says. */
  { "type=7 from=2000-02-01 to=2000-02-05 occurrences=0 by=0 period=2 days=0 month=0 day=0 item=0 position=0",
    "2000-02-01 2000-02-03 2000-02-05" },
  /* Every second weekday, over a weekend. */
  { "type=8 from=2026-05-07 to=2026-05-14 occurrences=0 by=0 period=2 days=0 month=0 day=0 item=0 position=0",
    "2026-05-07 2026-05-11 2026-05-13" },
  /* Sundays of every seventh week; weeks begin on Sunday, so the first one is already over. */
  { "type=6 from=2001-01-01 to=2001-04-30 occurrences=9 by=1 period=7 days=1 month=0 day=0 item=0 position=0",
    "2001-02-18 2001-04-08" },
  /* Mondays and Fridays of every second week. */
  { "type=6 from=2026-05-06 to=2026-05-31 occurrences=0 by=0 period=2 days=34 month=0 day=0 item=0 position=0",
    "2026-05-08 2026-05-18 2026-05-22" },
  /* The 31st, or the last day of shorter months. */
  { "type=4 from=2026-01-15 to=2026-05-15 occurrences=0 by=0 period=1 days=0 month=0 day=31 item=0 position=0",
    "2026-01-31 2026-02-28 2026-03-31 2026-04-30" },
  /* The first Monday of every second month. */
  { "type=5 from=2002-01-01 to=2002-05-06 occurrences=3 by=1 period=2 days=0 month=0 day=0 item=4 position=0",
    "2002-01-07 2002-03-04 2002-05-06" },
  /* The last weekday of the month. */
  { "type=5 from=2026-05-01 to=2026-06-30 occurrences=0 by=0 period=1 days=0 month=0 day=0 item=1 position=4",
    "2026-05-29 2026-06-30" },
  /* The fourth weekend day. */
  { "type=5 from=2026-05-01 to=2026-05-31 occurrences=0 by=0 period=1 days=0 month=0 day=0 item=2 position=3",
    "2026-05-10" },
  /* 29 February: the 28th between leap years. */
  { "type=2 from=2023-01-01 to=2025-12-31 occurrences=0 by=0 period=1 days=0 month=1 day=29 item=0 position=0",
    "2023-02-28 2024-02-29 2025-02-28" },
  /* The first Tuesday in March. */
  { "type=3 from=2004-01-01 to=2007-03-06 occurrences=4 by=1 period=1 days=0 month=2 day=0 item=5 position=0",
    "2004-03-02 2005-03-01 2006-03-07 2007-03-06" },
};

static void
test_expand (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GString) days = g_string_new (NULL);
      g_autoptr (GArray) moments = NULL;
      g_autofree char *text = NULL;
      WayRecurrence rule;

      g_test_message ("%s", cases[i].rule);
      g_assert_true (way_recurrence_from_text (cases[i].rule, &rule));
      moments = way_recurrence_expand (&rule);
      for (guint k = 0; k < moments->len; k++)
        {
          WayCivil civil = way_moment_to_civil (g_array_index (moments, WayMoment, k));

          g_string_append_printf (days, "%s%04d-%02d-%02d", k > 0 ? " " : "", civil.year,
                                  civil.month, civil.day);
        }
      g_assert_cmpstr (days->str, ==, cases[i].days);
      way_recurrence_normalise (&rule);
      text = way_recurrence_to_text (&rule);
      g_assert_cmpstr (text, ==, cases[i].rule);
    }
}

static void
test_refused (void)
{
  const char *const rules[] = {
    "",
    "every Monday",
    "type=99 from=2000-02-01 to=2000-02-10 occurrences=4 by=1 period=3 days=0 month=0 day=0 item=0 position=0",
    "type=6 from=2000-02-10 to=2000-02-01 occurrences=4 by=1 period=3 days=0 month=0 day=0 item=0 position=0",
    "type=3 from=2000-02-01 to=2000-02-10 occurrences=4 by=1 period=3 days=0 month=12 day=0 item=0 position=0",
    "type=5 from=2000-02-01 to=2000-02-10 occurrences=4 by=1 period=-1 days=0 month=0 day=0 item=0 position=0",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rules); i++)
    {
      WayRecurrence rule;

      g_assert_false (way_recurrence_from_text (rules[i], &rule));
    }
}

/* A rule over three hundred years ends, and does not fill the memory. */
static void
test_limit (void)
{
  WayRecurrence rule = { .type = WAY_RECUR_EVERY_N_DAYS, .first = WAY_MOMENT_MIN,
                         .last = WAY_MOMENT_MAX - WAY_DAY, .period = 1 };
  g_autoptr (GArray) days = way_recurrence_expand (&rule);

  g_assert_cmpuint (days->len, ==, 20000);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exchange/recurrence/expand", test_expand);
  g_test_add_func ("/exchange/recurrence/refused", test_refused);
  g_test_add_func ("/exchange/recurrence/limit", test_limit);
  return g_test_run ();
}
