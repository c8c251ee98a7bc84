/* bench-rows.c: what it takes to show other rows of a large plan.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Folding, filters, sorting and groups of the timeline's rows at 1,000, 10,000 and 100,000 rows:
 * the median and the worst of several runs, in milliseconds, without drawing. */

#include "bench-plan.h"

#include "ui/timeline/way-task-rows.h"

#include <stdlib.h>

#define N_RUNS 9

typedef void (*Step) (WayTaskRows *rows);

static void
set_filter (WayTaskRows *rows, const char *text, gboolean late, gboolean milestones)
{
  WayTaskFilter filter;

  way_task_filter_init (&filter);
  filter.text = g_strdup (text);
  filter.late = late;
  filter.milestones = milestones;
  way_task_rows_set_filter (rows, &filter);
  way_task_filter_clear (&filter);
}

static void
clear (WayTaskRows *rows)
{
  set_filter (rows, NULL, FALSE, FALSE);
}

static void
filter_text (WayTaskRows *rows)
{
  set_filter (rows, "7", FALSE, FALSE);
}

static void
filter_umlaut (WayTaskRows *rows)
{
  set_filter (rows, "Prüf", FALSE, FALSE);
}

static void
filter_late (WayTaskRows *rows)
{
  set_filter (rows, NULL, TRUE, FALSE);
}

static void
filter_milestones (WayTaskRows *rows)
{
  set_filter (rows, NULL, FALSE, TRUE);
}

static void
collapse (WayTaskRows *rows)
{
  way_task_rows_collapse_to (rows, 1);
}

static void
sort_by_title (WayTaskRows *rows)
{
  way_task_rows_set_sort (rows, WAY_TASK_COLUMN_TITLE, TRUE);
}

static void
sort_by_start (WayTaskRows *rows)
{
  way_task_rows_set_sort (rows, WAY_TASK_COLUMN_START, TRUE);
}

static void
unsort (WayTaskRows *rows)
{
  way_task_rows_set_sort (rows, WAY_TASK_COLUMN_NONE, FALSE);
}

static void
group_by_owner (WayTaskRows *rows)
{
  way_task_rows_set_grouping (rows, WAY_GROUP_BY_OWNER);
}

static void
group_by_milestone (WayTaskRows *rows)
{
  way_task_rows_set_grouping (rows, WAY_GROUP_BY_MILESTONE);
}

static void
ungroup (WayTaskRows *rows)
{
  way_task_rows_set_grouping (rows, WAY_GROUP_BY_NONE);
}

static const struct
{
  const char *name;
  Step step, back;
} steps[] = {
  { "collapse all, expand all", collapse, way_task_rows_expand_all },
  { "filter by a figure in id or text", filter_text, clear },
  { "filter by a word with an umlaut", filter_umlaut, clear },
  { "filter what is late", filter_late, clear },
  { "milestones only", filter_milestones, clear },
  { "sort by title", sort_by_title, unsort },
  { "sort by start", sort_by_start, unsort },
  { "group by owner", group_by_owner, ungroup },
  { "group by milestone", group_by_milestone, ungroup },
};

static int
compare (const void *a, const void *b)
{
  const double *one = a, *two = b;

  return *one < *two ? -1 : *one > *two;
}

static double
time_of (Step step, WayTaskRows *rows)
{
  gint64 begin = g_get_monotonic_time ();

  step (rows);
  return (double)(g_get_monotonic_time () - begin) / 1000;
}

int
main (void)
{
  static const guint sizes[] = { 1000, 10000, 100000 };

  for (guint s = 0; s < G_N_ELEMENTS (sizes); s++)
    {
      g_autoptr (WayDocument) document = way_document_new ("Rows", way_moment (2026, 5, 4, 8, 0));
      g_autoptr (WayTaskRows) rows = NULL;

      bench_plan_fill (document, sizes[s]);
      rows = way_task_rows_new (document);
      g_print ("%u rows (median, worst of %d; there / back), ms\n", sizes[s], N_RUNS);
      for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
        {
          double there[N_RUNS], back[N_RUNS];

          for (guint run = 0; run < N_RUNS; run++)
            {
              there[run] = time_of (steps[i].step, rows);
              back[run] = time_of (steps[i].back, rows);
            }
          qsort (there, N_RUNS, sizeof (double), compare);
          qsort (back, N_RUNS, sizeof (double), compare);
          g_print ("  %-34s %8.2f %8.2f  / %8.2f %8.2f\n", steps[i].name, there[N_RUNS / 2],
                   there[N_RUNS - 1], back[N_RUNS / 2], back[N_RUNS - 1]);
        }
    }
  return 0;
}
