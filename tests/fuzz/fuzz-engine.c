/* fuzz-engine.c: any network the bytes make: scheduled in bounded time, and the same way each time.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A quarter of the inputs is narrow and held against the oracle, the others are wide. Of each:
 * cycles are found and opened, results lie in their range, an incremental pass gives what a full
 * one gives, and a saved state comes back. */

#include "decode-network.h"
#include "fuzz.h"
#include "oracle.h"

#include <stdlib.h>

#define MAX_EDITS 6

static void
print_result (const char *who, const WayNetResult *r)
{
  g_printerr ("%s: early %" G_GINT64_FORMAT " … %" G_GINT64_FORMAT ", late %" G_GINT64_FORMAT
              " … %" G_GINT64_FORMAT ", scheduled %" G_GINT64_FORMAT " … %" G_GINT64_FORMAT
              ", float %" G_GINT64_FORMAT "/%" G_GINT64_FORMAT ", critical %d, conflicts %d\n",
              who, r->early_start, r->early_finish, r->late_start, r->late_finish, r->start, r->finish,
              r->total_float, r->free_float, r->critical, r->conflicts);
}

static void
fail (const WayNetwork *net, const RandomNetwork *data, gint32 row, const char *what)
{
  g_autofree char *text = random_network_print (data);

  g_printerr ("row %d: %s\n%s", row, what, text);
  print_result ("engine", &net->results[row]);
  g_assert_not_reached ();
}

static void
check_row (const WayNetwork *net, const RandomNetwork *data, gint32 i)
{
  const WayNetResult *r = &net->results[i];
  const gint64 moments[] = { r->start, r->finish, r->early_start, r->early_finish, r->late_start,
                             r->late_finish };

  for (gsize m = 0; m < G_N_ELEMENTS (moments); m++)
    if (moments[m] < WAY_WORKTIME_MIN || moments[m] > WAY_WORKTIME_MAX)
      fail (net, data, i, "a date outside 1900 … 2200");
  if (r->start > r->finish)
    fail (net, data, i, "it finishes before it starts");
  /* What has started cannot start later; how late it may finish is for those after it to say. */
  if (r->early_start > r->early_finish
      || (r->late_start > r->late_finish && !r->summary
          && net->tasks[i].actual_start == WAY_NET_NEVER))
    fail (net, data, i, "early or late dates are the wrong way round");
  if (r->driver_kind == WAY_DRIVER_LINK && (r->driver < 0 || r->driver >= net->n_links))
    fail (net, data, i, "its driver is no link");
  if ((r->driver_kind == WAY_DRIVER_PARENT || r->driver_kind == WAY_DRIVER_CHILD)
      && (r->driver < 0 || r->driver >= net->n_tasks))
    fail (net, data, i, "its driver is no row");
  if (r->blocked >= net->n_links)
    fail (net, data, i, "it is blocked by no link");
}

static void
check_all (const WayNetwork *net, const RandomNetwork *data)
{
  for (gint32 i = 0; i < net->n_tasks; i++)
    check_row (net, data, i);
}

/* @net against the same values scheduled from nothing. */
static void
check_same (const WayNetwork *net, const RandomNetwork *data, const char *what)
{
  g_autoptr (WayNetwork) fresh = way_network_copy (net);

  g_assert_true (way_network_prepare (fresh, NULL));
  way_network_schedule (fresh);
  for (gint32 i = 0; i < net->n_tasks; i++)
    if (memcmp (&net->results[i], &fresh->results[i], sizeof fresh->results[i]) != 0)
      {
        print_result ("afresh", &fresh->results[i]);
        fail (net, data, i, what);
      }
  g_assert_cmpint (net->start, ==, fresh->start);
  g_assert_cmpint (net->finish, ==, fresh->finish);
}

static void
check_oracle (const WayNetwork *net, const RandomNetwork *data)
{
  gint64 start, finish;
  g_autofree OracleRow *rows = oracle_schedule (data, &start, &finish);

  for (gint32 i = 0; i < net->n_tasks; i++)
    {
      const WayNetResult *r = &net->results[i];
      const OracleRow *e = &rows[i];

      if (r->start != e->start || r->finish != e->finish || r->early_start != e->early_start
          || r->early_finish != e->early_finish || r->late_start != e->late_start
          || r->late_finish != e->late_finish || r->total_float != e->total_float
          || r->free_float != e->free_float || r->critical != e->critical)
        {
          WayNetResult other = { .start = e->start, .finish = e->finish, .early_start = e->early_start,
                                 .early_finish = e->early_finish, .late_start = e->late_start,
                                 .late_finish = e->late_finish, .total_float = e->total_float,
                                 .free_float = e->free_float, .critical = (guint8) e->critical };

          print_result ("oracle", &other);
          fail (net, data, i, "the oracle says otherwise");
        }
    }
}

/* Every link that would close a cycle is refused beforehand by the same rule. */
static void
check_cycles (RandomNetwork *data)
{
  g_autoptr (WayNetwork) net = random_network_build (data);
  g_autoptr (GArray) path = g_array_new (FALSE, FALSE, sizeof (gint32));

  random_network_open_cycles (data);
  if (net != NULL)
    return;
  net = random_network_build (data);
  g_assert_nonnull (net);
  for (gint32 i = 1; i < net->n_tasks; i++)
    if (way_network_would_cycle (net, i, i - 1, path) && path->len == 0)
      fail (net, data, i, "a cycle without a path");
}

/* Edits as the bytes say, one pass each. */
static void
edit (Bytes *bytes, WayNetwork *net, RandomNetwork *data, gboolean wide)
{
  for (guint k = bytes_number (bytes, MAX_EDITS); k > 0; k--)
    {
      gint32 changed = (gint32) bytes_number (bytes, (guint32) net->n_tasks);

      if (net->n_links > 0 && bytes_number (bytes, 2) == 0)
        {
          WayNetLink *link = &net->links[bytes_number (bytes, (guint32) net->n_links)];

          decode_link (bytes, link, wide);
          changed = link->successor;
        }
      else
        decode_task (bytes, &net->tasks[changed], wide);
      g_array_set_size (data->tasks, 0);
      g_array_append_vals (data->tasks, net->tasks, (guint) net->n_tasks);
      g_array_set_size (data->links, 0);
      g_array_append_vals (data->links, net->links, (guint) net->n_links);
      way_network_reschedule (net, &changed, 1);
      check_all (net, data);
      check_same (net, data, "an incremental pass differs from a full one");
    }
}

int
LLVMFuzzerTestOneInput (const guint8 *input, size_t size)
{
  Bytes bytes = { input, size };
  gboolean wide = bytes_number (&bytes, 4) != 0;
  g_autoptr (RandomNetwork) data = decode_network (&bytes, wide);
  g_autoptr (RandomNetwork) saved = NULL;
  g_autoptr (WayNetwork) net = NULL;
  g_autoptr (WayNetworkState) state = NULL;
  g_autofree WayNetResult *before = NULL;

  check_cycles (data);
  net = random_network_build (data);
  way_network_schedule (net);
  check_all (net, data);
  if (!wide)
    check_oracle (net, data);
  state = way_network_save (net);
  before = g_memdup2 (net->results, (gsize) net->n_tasks * sizeof *before);
  saved = random_network_copy (data);
  edit (&bytes, net, data, wide);
  way_network_restore (net, state);
  g_assert_cmpmem (net->results, (gsize) net->n_tasks * sizeof *before, before,
                   (gsize) net->n_tasks * sizeof *before);
  check_same (net, saved, "a saved state does not come back");
  return 0;
}
