/* bench-attention.c: what needs attention, and triggers that are watched, in plans of many rows.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Aim: nothing that is felt after a change; a hundred triggers of which none fires cost next to
 * nothing. The status date lies in the middle, so that half of the rows are overdue. */

#include "bench-plan.h"

#include "metrics/attention/way-attention.h"
#include "metrics/way-trigger.h"

#include <time.h>

#define N_RUNS 21
#define N_TRIGGERS 100

static double
busy_ms (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return (double) now.tv_sec * 1000 + (double) now.tv_nsec / 1000000;
}

static int
compare_times (gconstpointer a, gconstpointer b)
{
  double one = *(const double *) a, two = *(const double *) b;

  return one < two ? -1 : one > two;
}

static void
add_triggers (WayDocument *document)
{
  GPtrArray *outline = way_plan_get_outline (way_document_get_plan (document));
  g_autoptr (GError) error = NULL;
  WayRecord *risk;

  way_document_begin (document, "Triggers");
  risk = way_document_create_record (document, &way_risk_type);
  way_document_set_text (document, risk, "title", "Risk");
  for (guint i = 0; i < N_TRIGGERS; i++)
    {
      WayRecord *trigger = way_document_create_record (document, &way_trigger_type);
      WayTask *row = outline->pdata[i % outline->len];

      way_document_set_int (document, trigger, "risk", risk->id);
      way_document_set_int (document, trigger, "condition", WAY_TRIGGER_FLOAT);
      way_document_set_int (document, trigger, "comparison", WAY_COMPARISON_UNDER);
      way_document_set_int (document, trigger, "subject", WAY_RECORD (row)->id);
      way_document_set_real (document, trigger, "value", -100000);
    }
  if (!way_document_commit (document, &error))
    g_error ("%s", error->message);
}

static void
measure (guint n_rows)
{
  g_autoptr (WayDocument) document = way_document_new ("Load", way_moment (2026, 1, 5, 0, 0));
  WayTask *middle;
  double list_ms[N_RUNS], triggers_ms[N_RUNS];
  guint n_found = 0;

  bench_plan_fill (document, n_rows);
  add_triggers (document);
  middle = way_plan_get_outline (way_document_get_plan (document))->pdata[n_rows / 2];
  way_document_begin (document, "Status date");
  way_document_set_int (document, WAY_RECORD (way_plan_get_project (way_document_get_plan (document))),
                        "status_date", way_moment_day (middle->start));
  way_document_commit (document, NULL);
  for (guint i = 0; i < N_RUNS; i++)
    {
      double begin = busy_ms ();
      g_autoptr (GPtrArray) list = way_attention_list (document);

      list_ms[i] = busy_ms () - begin;
      n_found = list->len;
      begin = busy_ms ();
      way_triggers_note_fired (document);
      triggers_ms[i] = busy_ms () - begin;
    }
  qsort (list_ms, N_RUNS, sizeof *list_ms, compare_times);
  qsort (triggers_ms, N_RUNS, sizeof *triggers_ms, compare_times);
  g_print ("%6u rows: %6u alerts in %7.2f ms; %d triggers, none fires: %.4f ms\n", n_rows, n_found,
           list_ms[N_RUNS / 2], N_TRIGGERS, triggers_ms[N_RUNS / 2]);
}

int
main (void)
{
  const guint sizes[] = { 1000, 10000, 100000 };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    measure (sizes[i]);
  return 0;
}
