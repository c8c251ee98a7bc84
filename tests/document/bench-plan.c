/* bench-plan.c: plans of any size for the benchmarks.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "bench-plan.h"

#define LEAVES 19 /* of a phase */

static WayRecord *
add_row (WayDocument *document, gint64 parent, gint64 rank, gint64 minutes)
{
  WayRecord *task = way_document_create_record (document, &way_task_type);
  g_autofree char *title = g_strdup_printf ("Task %d", (int) task->id);

  way_document_set_text (document, task, "title", title);
  way_document_set_int (document, task, "parent", parent);
  way_document_set_int (document, task, "rank", rank);
  way_document_set_int (document, task, "duration", minutes);
  return task;
}

static void
add_link (WayDocument *document, WayRecord *from, WayRecord *to)
{
  WayRecord *link = way_document_create_record (document, &way_link_type);

  way_document_set_int (document, link, "predecessor", from->id);
  way_document_set_int (document, link, "successor", to->id);
}

/* Another task that comes one step earlier in its phase, some phases before: so that all phases
 * of a time hang together, and the plan takes years, not centuries. NULL for a phase's first. */
static WayRecord *
pick_other (GRand *random, GPtrArray *leaves)
{
  guint back = LEAVES * (guint) g_rand_int_range (random, 1, 20) + 1;

  return leaves->len % LEAVES > 0 && leaves->len > back ? leaves->pdata[leaves->len - back] : NULL;
}

/* Phases of 20 rows: a summary, 18 tasks in a chain, a milestone; each phase waits for the one
 * before it in its stream, and tasks for others at random. */
void
bench_plan_fill (WayDocument *document, guint n_rows)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (n_rows);
  g_autoptr (GPtrArray) leaves = g_ptr_array_new ();
  guint n_streams = MAX (2, n_rows / 200);
  g_autofree WayRecord **ends = g_new0 (WayRecord *, n_streams);
  WayRecord *phase = NULL, *previous = NULL;
  g_autoptr (GError) error = NULL;

  way_document_begin (document, "Fill");
  for (guint row = 0; row < n_rows; row++)
    {
      guint stream = row / 20 % n_streams;
      WayRecord *task, *other;

      if (row % 20 == 0)
        {
          phase = add_row (document, 0, row + 1, 480);
          previous = ends[stream];
          continue;
        }
      task = add_row (document, phase->id, row + 1,
                      row % 20 == 19 ? 0 : 480 * g_rand_int_range (random, 1, 10));
      if (previous != NULL)
        add_link (document, previous, task);
      other = pick_other (random, leaves);
      if (other != NULL && g_rand_boolean (random))
        add_link (document, other, task);
      g_ptr_array_add (leaves, task);
      ends[stream] = previous = task;
    }
  if (!way_document_commit (document, &error))
    g_error ("%s", error->message);
}
