/* bench-attention.c: what needs attention, and triggers that are watched, in plans of many rows.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Aim: nothing that is felt after a change; a hundred triggers of which none fires cost next to
 * nothing. The status date lies in the middle, so that half of the rows are overdue. */

#include "bench-plan.h"

#include "document/way-task-edits.h"
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

static WayRecord *
add_trigger (WayDocument *document, WayRecord *risk, gint64 condition, double limit)
{
  WayRecord *trigger = way_document_create_record (document, &way_trigger_type);

  way_document_set_int (document, trigger, "risk", risk->id);
  way_document_set_int (document, trigger, "condition", condition);
  way_document_set_int (document, trigger, "comparison", WAY_COMPARISON_UNDER);
  way_document_set_real (document, trigger, "value", limit);
  return trigger;
}

/* Of the CPI and of the float of rows. */
static void
add_triggers (WayDocument *document)
{
  GPtrArray *outline = way_plan_get_outline (way_document_get_plan (document));
  g_autoptr (GError) error = NULL;
  WayRecord *risk;

  way_document_begin (document, "Triggers");
  risk = way_document_create_record (document, &way_risk_type);
  way_document_set_text (document, risk, "title", "Risk");
  add_trigger (document, risk, WAY_TRIGGER_CPI, 0.001);
  for (guint i = 1; i < N_TRIGGERS; i++)
    {
      WayRecord *trigger = add_trigger (document, risk, WAY_TRIGGER_FLOAT, -100000);
      WayTask *row = outline->pdata[i % outline->len];

      way_document_set_int (document, trigger, "subject", WAY_RECORD (row)->id);
    }
  if (!way_document_commit (document, &error))
    g_error ("%s", error->message);
  if (!way_baseline_save (document, 0, "Budget", &error))
    g_error ("%s", error->message);
}

static double
time_triggers (WayDocument *document)
{
  double begin = busy_ms ();

  way_triggers_note_fired (document);
  return busy_ms () - begin;
}

/* The first look after something has moved. */
static double
time_triggers_after_change (WayDocument *document, WayTask *row, guint i)
{
  way_document_begin (document, "Progress");
  way_document_set_int (document, WAY_RECORD (row), "priority", 400 + i);
  way_document_commit (document, NULL);
  return time_triggers (document);
}

static void
measure (guint n_rows)
{
  g_autoptr (WayDocument) document = way_document_new ("Load", way_moment (2026, 1, 5, 0, 0));
  WayTask *middle;
  double list_ms[N_RUNS], triggers_ms[N_RUNS], moved_ms[N_RUNS];
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
      triggers_ms[i] = time_triggers (document);
      moved_ms[i] = time_triggers_after_change (document, middle, i);
    }
  qsort (list_ms, N_RUNS, sizeof *list_ms, compare_times);
  qsort (triggers_ms, N_RUNS, sizeof *triggers_ms, compare_times);
  qsort (moved_ms, N_RUNS, sizeof *moved_ms, compare_times);
  g_print ("%6u rows: %6u alerts in %7.2f ms; %d triggers, none fires: %.4f ms, %.4f ms after a "
           "change\n",
           n_rows, n_found, list_ms[N_RUNS / 2], N_TRIGGERS, triggers_ms[N_RUNS / 2],
           moved_ms[N_RUNS / 2]);
}

int
main (void)
{
  const guint sizes[] = { 1000, 10000, 100000 };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    measure (sizes[i]);
  return 0;
}
