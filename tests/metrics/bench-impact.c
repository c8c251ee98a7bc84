/* bench-impact.c: a change tried on a copy of the plan, and what it does to it.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Aim: copy, edit, reschedule and impact together under 100 ms at 10,000 rows. Everybody is busy:
 * each row has one of 50 people on it. */

#include "bench-plan.h"

#include "document/way-merge.h"
#include "document/way-sandbox.h"
#include "document/way-task-edits.h"
#include "metrics/impact/way-change-impact.h"

#include <stdlib.h>
#include <time.h>

#define N_RUNS 21
#define N_PEOPLE 50

typedef struct
{
  double copy, edit, impact, whole;
} Times;

/* Microseconds of this thread's own work: what else the machine does is no cost of a change's. */
static gint64
busy (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return (gint64) now.tv_sec * 1000000 + now.tv_nsec / 1000;
}

static double
ms_since (gint64 begin)
{
  return (double) (busy () - begin) / 1000;
}

static void
add_people (WayDocument *document)
{
  GPtrArray *outline = way_plan_get_outline (way_document_get_plan (document));
  gint64 people[N_PEOPLE];
  g_autoptr (GError) error = NULL;

  way_document_begin (document, "People");
  for (guint i = 0; i < N_PEOPLE; i++)
    {
      WayRecord *person = way_document_create_record (document, &way_resource_type);
      g_autofree char *name = g_strdup_printf ("Person %u", i);

      way_document_set_text (document, person, "title", name);
      way_document_set_int (document, person, "standard_rate", 5000);
      people[i] = person->id;
    }
  for (guint i = 0; i < outline->len; i++)
    {
      WayTask *task = outline->pdata[i];
      WayRecord *assignment;

      if (task->summary)
        continue;
      assignment = way_document_create_record (document, &way_assignment_type);
      way_document_set_int (document, assignment, "task", WAY_RECORD (task)->id);
      way_document_set_int (document, assignment, "resource", people[i % N_PEOPLE]);
    }
  if (!way_document_commit (document, &error))
    g_error ("%s", error->message);
}

static Times
run (WayDocument *document, guint row)
{
  Times times = { 0 };
  gint64 begin = busy (), part = begin;
  g_autoptr (WayDocument) sandbox = way_document_new_sandbox (document);
  g_autoptr (WayChangeImpact) impact = NULL;
  g_autoptr (GError) error = NULL;
  WayTask *task = way_plan_get_outline (way_document_get_plan (sandbox))->pdata[row];

  times.copy = ms_since (part);
  part = busy ();
  if (!way_task_edit_duration (sandbox, task, task->duration + 4800, WAY_UNIT_DAYS, &error))
    g_error ("%s", error->message);
  times.edit = ms_since (part);
  part = busy ();
  impact = way_change_impact_new (document, sandbox);
  times.impact = ms_since (part);
  times.whole = ms_since (begin);
  return times;
}

static int
compare_whole (gconstpointer a, gconstpointer b)
{
  double left = ((const Times *) a)->whole, right = ((const Times *) b)->whole;

  return left < right ? -1 : left > right;
}

static void
measure (guint n_rows)
{
  g_autoptr (WayDocument) document = way_document_new ("Load", way_moment (2026, 1, 5, 0, 0));
  Times times[N_RUNS];
  const struct
  {
    const char *name;
    guint row;
  } kinds[] = { { "first task, moves most", 1 }, { "a task in the middle", n_rows / 2 + 3 } };

  bench_plan_fill (document, n_rows);
  add_people (document);
  for (guint k = 0; k < G_N_ELEMENTS (kinds); k++)
    {
      for (guint i = 0; i < N_RUNS; i++)
        times[i] = run (document, kinds[k].row);
      qsort (times, N_RUNS, sizeof *times, compare_whole);
      g_print ("%6u rows, %-24s copy %6.1f + edit and schedule %6.1f + impact %6.1f = %6.1f ms"
               "   (worst of %d: %.1f)\n",
               n_rows, kinds[k].name, times[N_RUNS / 2].copy, times[N_RUNS / 2].edit,
               times[N_RUNS / 2].impact, times[N_RUNS / 2].whole, N_RUNS, times[N_RUNS - 1].whole);
    }
}

int
main (void)
{
  const guint sizes[] = { 1000, 10000, 100000 };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    measure (sizes[i]);
  return 0;
}
