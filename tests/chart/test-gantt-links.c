/* test-gantt-links.c: links end on bars, turn at right angles, and all that reach the view are found.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "chart-fixture.h"

#include "chart/way-gantt-layout.h"

#include <math.h>

#define WIDTH 1400.0
#define HEIGHT 900.0

static WayGanttLayout *
new_layout (WayDocument *document)
{
  WayGanttLayout *layout = way_gantt_layout_new ();
  guint n_rows;
  WayTask *const *rows = fixture_rows (document, &n_rows);

  way_gantt_layout_set_rows (layout, document, rows, n_rows);
  return layout;
}

static const WayGanttLink *
link_between (WayGanttLayout *layout, WayDocument *document, const char *from, const char *to)
{
  guint n_links;
  const WayGanttLink *links = way_gantt_layout_get_links (layout, &n_links);
  int from_row = way_gantt_layout_find_row (layout, fixture_find (document, from));
  int to_row = way_gantt_layout_find_row (layout, fixture_find (document, to));

  for (guint i = 0; i < n_links; i++)
    if ((int) links[i].predecessor_row == from_row && (int) links[i].successor_row == to_row)
      return &links[i];
  return NULL;
}

static void
check_link (WayGanttLayout *layout, const WayGanttLink *link)
{
  const WayGanttBar *bars;
  const WayPoint *first = &link->points[0], *last = &link->points[link->n_points - 1];
  guint n_bars;
  gint64 type = link->link->type;

  bars = way_gantt_layout_get_bars (layout, &n_bars);
  g_assert_cmpuint (link->n_points, >=, 4);
  g_assert_cmpuint (link->n_points, <=, WAY_LINK_POINTS);
  for (guint i = 1; i < link->n_points; i++)
    g_assert_true (link->points[i].x == link->points[i - 1].x
                   || link->points[i].y == link->points[i - 1].y);
  for (guint i = 0; i < n_bars; i++)
    {
      const WayGanttBar *bar = &bars[i];
      gboolean from_end = type == WAY_LINK_FS || type == WAY_LINK_FF;
      gboolean to_end = type == WAY_LINK_FF || type == WAY_LINK_SF;

      if (bar->row == link->predecessor_row)
        g_assert_cmpfloat (first->x, ==, from_end ? bar->x1 : bar->x0);
      if (bar->row == link->successor_row)
        {
          g_assert_cmpfloat (last->x, ==, to_end ? bar->x1 : bar->x0);
          g_assert_cmpfloat (last->y, >, bar->y);
          g_assert_cmpfloat (last->y, <, bar->y + bar->height);
        }
    }
  /* The head comes from outside the bar. */
  if (type == WAY_LINK_FF || type == WAY_LINK_SF)
    g_assert_cmpfloat (link->points[link->n_points - 2].x, >, last->x);
  else
    g_assert_cmpfloat (link->points[link->n_points - 2].x, <, last->x);
}

static void
test_ends (void)
{
  g_autoptr (WayDocument) document = fixture_document ();
  g_autoptr (WayGanttLayout) layout = new_layout (document);
  WayGanttOptions options;

  way_gantt_options_init (&options);
  for (guint i = 0; i < 200; i++)
    {
      double zoom = 2.0 * exp (g_test_rand_double () * log (2500));
      WayTimeScale scale = way_time_scale_new ((double) way_moment (2026, 10, 1, 0, 0)
                                                   + g_test_rand_double_range (-9000, 90000),
                                               zoom);
      guint n_links;
      const WayGanttLink *links;

      options.baseline_slot = g_test_rand_bit () ? 1 : -1;
      way_gantt_layout_update (layout, &scale, &options, WIDTH, 400,
                               g_test_rand_double_range (0, 300));
      links = way_gantt_layout_get_links (layout, &n_links);
      for (guint l = 0; l < n_links; l++)
        check_link (layout, &links[l]);
    }
}

/* Where there is room, a link crosses neither bar nor label. */
static void
test_avoids (void)
{
  g_autoptr (WayDocument) document = fixture_document ();
  g_autoptr (WayGanttLayout) layout = new_layout (document);
  WayTimeScale scale = way_time_scale_new ((double) way_moment (2026, 10, 2, 0, 0), 60);
  WayGanttOptions options;
  const WayGanttLink *link;
  const WayGanttBar *between;
  double column;

  way_gantt_options_init (&options);
  way_gantt_layout_update (layout, &scale, &options, WIDTH, HEIGHT, 0);
  link = link_between (layout, document, "Core complete", "Load test report");
  g_assert_nonnull (link);
  column = link->points[link->n_points - 2].x;
  between = way_gantt_layout_find_bar (layout, fixture_find (document, "Load test environment"));
  g_assert_true (column < between->x0 || column > between->label_x + between->label_width
                 || (column > between->x1 && column < between->label_x));
}

static gboolean
select_audit (guint row, gpointer data)
{
  return row == 9;
}

static void
test_which (void)
{
  g_autoptr (WayDocument) document = fixture_document ();
  g_autoptr (WayGanttLayout) layout = new_layout (document);
  WayTimeScale scale = way_time_scale_new ((double) way_moment (2026, 10, 2, 0, 0), 112);
  WayGanttOptions options;
  guint n_links;

  way_gantt_options_init (&options);
  way_gantt_layout_update (layout, &scale, &options, WIDTH, HEIGHT, 0);
  way_gantt_layout_get_links (layout, &n_links);
  g_assert_cmpuint (n_links, ==, 13);
  g_assert_true (link_between (layout, document, "Security audit", "Fix audit findings")->critical);
  g_assert_false (link_between (layout, document, "Pricing page", "Translate documentation")->critical);
  options.links = WAY_LINKS_SELECTED;
  options.selected = select_audit;
  way_gantt_layout_update (layout, &scale, &options, WIDTH, HEIGHT, 0);
  way_gantt_layout_get_links (layout, &n_links);
  g_assert_cmpuint (n_links, ==, 2);
  options.links = WAY_LINKS_NONE;
  way_gantt_layout_update (layout, &scale, &options, WIDTH, HEIGHT, 0);
  way_gantt_layout_get_links (layout, &n_links);
  g_assert_cmpuint (n_links, ==, 0);
}

static void
test_hidden_rows (void)
{
  g_autoptr (WayDocument) document = fixture_document ();
  g_autoptr (WayGanttLayout) layout = way_gantt_layout_new ();
  WayTimeScale scale = way_time_scale_new ((double) way_moment (2026, 10, 2, 0, 0), 112);
  WayTask *rows[] = { fixture_find (document, "Security audit"),
                      fixture_find (document, "General availability"),
                      fixture_find (document, "Fix audit findings") };
  WayGanttOptions options;
  guint n_links;

  way_gantt_options_init (&options);
  way_gantt_layout_set_rows (layout, document, rows, G_N_ELEMENTS (rows));
  way_gantt_layout_update (layout, &scale, &options, WIDTH, HEIGHT, 0);
  way_gantt_layout_get_links (layout, &n_links);
  g_assert_cmpuint (n_links, ==, 2);
  g_assert_nonnull (link_between (layout, document, "Fix audit findings", "General availability"));
  g_assert_cmpint (way_gantt_layout_find_row (layout, fixture_find (document, "Launch")), ==, -1);
}

static void
test_pick (void)
{
  g_autoptr (WayDocument) document = fixture_document ();
  g_autoptr (WayGanttLayout) layout = new_layout (document);
  WayTimeScale scale = way_time_scale_new ((double) way_moment (2026, 10, 2, 0, 0), 60);
  WayGanttOptions options;
  const WayGanttLink *link;
  WayGanttHit hit;
  WayPoint *points;

  way_gantt_options_init (&options);
  way_gantt_layout_update (layout, &scale, &options, 2400, HEIGHT, 0);
  link = link_between (layout, document, "Load test report", "Security audit");
  points = (WayPoint *) link->points;
  hit = way_gantt_layout_pick (layout, points[link->n_points - 3].x + 3,
                               (points[link->n_points - 3].y + points[link->n_points - 2].y) / 2);
  g_assert_cmpint (hit.part, ==, WAY_PART_LINK);
  g_assert_true (hit.link == link->link);
}

/* The index finds the same links as looking at each of them. */
static void
test_index (void)
{
  g_autoptr (WayDocument) document = fixture_large_document (6000);
  g_autoptr (WayGanttLayout) layout = new_layout (document);
  GPtrArray *all = way_plan_peek_records (way_document_get_plan (document), &way_link_type);
  WayPlan *plan = way_document_get_plan (document);
  WayTimeScale scale = way_time_scale_new ((double) way_moment (2026, 9, 1, 0, 0), 5000);
  WayGanttOptions options;

  way_gantt_options_init (&options);
  for (guint i = 0; i < 60; i++)
    {
      guint first = (guint) g_test_rand_int_range (0, 5980), n_expected = 0, n_links;

      way_gantt_layout_update (layout, &scale, &options, 1e7, 300, first * 30.0);
      way_gantt_layout_get_links (layout, &n_links);
      for (guint l = 0; l < all->len; l++)
        {
          WayLink *link = all->pdata[l];
          guint from = (guint) way_plan_lookup_task (plan, link->predecessor)->row;
          guint to = (guint) way_plan_lookup_task (plan, link->successor)->row;

          n_expected += MIN (from, to) < first + 10 && MAX (from, to) >= first;
        }
      g_assert_cmpuint (n_links, ==, n_expected);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/gantt-links/ends", test_ends);
  g_test_add_func ("/gantt-links/avoids", test_avoids);
  g_test_add_func ("/gantt-links/which", test_which);
  g_test_add_func ("/gantt-links/hidden-rows", test_hidden_rows);
  g_test_add_func ("/gantt-links/pick", test_pick);
  g_test_add_func ("/gantt-links/index", test_index);
  return g_test_run ();
}
