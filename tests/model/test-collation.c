/* test-collation.c: names with numbers in them, in order.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-collation.h"

#include <locale.h>
#include <string.h>

static const char *const in_order[] = {
  "",
  "Stage 1.9",
  "Stage 1.10",
  "Stage 1.10 b",
  "Stage 2",
  "Task",
  "Task 9 and 11",
  "Task 10 and 2",
  "Task 10 and 10",
  "Task 119",
  "Task 99999999999999999999",
  "Task 100000000000000000000",
  "Task A",
  "Ufer",
};

static int
sign (int order)
{
  return (order > 0) - (order < 0);
}

/* Whether two by two or by key, and the other way round. */
static void
test_order (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (in_order); i++)
    for (guint k = 0; k < G_N_ELEMENTS (in_order); k++)
      {
        g_autofree char *one = way_collation_key (in_order[i]);
        g_autofree char *two = way_collation_key (in_order[k]);
        int expected = sign ((int) i - (int) k);

        g_assert_cmpint (sign (way_collate (in_order[i], in_order[k])), ==, expected);
        g_assert_cmpint (sign (strcmp (one, two)), ==, expected);
      }
}

/* Zeros in front are how a number is written, not what it is. */
static void
test_zeros (void)
{
  g_assert_cmpint (way_collate ("MS-007", "MS-7"), ==, 0);
  g_assert_cmpint (way_collate ("MS-009", "MS-10"), <, 0);
  g_assert_cmpint (way_collate ("Gate 0", "Gate 1"), <, 0);
  g_assert_cmpint (way_collate ("Gate 00", "Gate 0"), ==, 0);
}

static void
test_long (void)
{
  g_autofree char *much = g_strnfill (5000, 'x');
  g_autofree char *one = g_strconcat (much, " 9", NULL);
  g_autofree char *two = g_strconcat (much, " 10", NULL);
  g_autofree char *first = way_collation_key (one);
  g_autofree char *second = way_collation_key (two);

  g_assert_cmpint (strcmp (first, second), <, 0);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/collation/order", test_order);
  g_test_add_func ("/collation/zeros", test_zeros);
  g_test_add_func ("/collation/long", test_long);
  return g_test_run ();
}
