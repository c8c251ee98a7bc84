/* bench-exchange.c: what a row costs on the way in and out.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "exchange-helper.h"

#include <glib/gstdio.h>

/* A plan of phases of twenty rows in a chain, each with a person. */
static char *
write_plan (guint n_rows)
{
  g_autofree char *name = g_strdup_printf ("rows-%u.xml", n_rows);
  char *path = helper_scratch (name);
  GString *text = g_string_new ("<Project xmlns=\"http://schemas.microsoft.com/project\">"
                                "<StartDate>2026-01-05T08:00:00</StartDate><Tasks>");

  for (guint i = 1; i <= n_rows; i++)
    {
      g_string_append_printf (text,
                              "<Task><UID>%u</UID><Name>Row %u</Name><OutlineLevel>%d</OutlineLevel>"
                              "<Duration>PT16H0M0S</Duration><DurationFormat>7</DurationFormat>",
                              i, i, i % 20 == 1 ? 1 : 2);
      if (i % 20 > 2)
        g_string_append_printf (text, "<PredecessorLink><PredecessorUID>%u</PredecessorUID></PredecessorLink>",
                                i - 1);
      g_string_append (text, "</Task>");
    }
  g_string_append (text, "</Tasks><Resources><Resource><UID>1</UID><Name>Ana</Name></Resource>"
                         "</Resources><Assignments>");
  for (guint i = 2; i <= n_rows; i++)
    g_string_append_printf (text, "<Assignment><UID>%u</UID><TaskUID>%u</TaskUID>"
                                  "<ResourceUID>1</ResourceUID></Assignment>",
                            i, i);
  g_string_append (text, "</Assignments></Project>");
  g_assert_true (g_file_set_contents (path, text->str, (gssize) text->len, NULL));
  g_string_free (text, TRUE);
  return path;
}

static double
seconds_since (gint64 start)
{
  return (double) (g_get_monotonic_time () - start) / 1e6;
}

int
main (int argc, char **argv)
{
  const guint sizes[] = { 1000, 10000, 100000 };

  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autofree char *path = write_plan (sizes[i]);
      gint64 start = g_get_monotonic_time ();
      g_autoptr (WayDocument) document = helper_import (path, WAY_DATES_RECOMPUTE, NULL);
      double in = seconds_since (start);
      double out;

      start = g_get_monotonic_time ();
      g_assert_true (way_exchange_export (document, path, NULL, NULL, NULL));
      out = seconds_since (start);
      g_print ("%6u rows: import %.2f s (%.1f µs a row), export %.2f s (%.1f µs a row)\n", sizes[i],
               in, in * 1e6 / sizes[i], out, out * 1e6 / sizes[i]);
      g_unlink (path);
    }
  return 0;
}
