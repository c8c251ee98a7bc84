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

/* Tasks, some in pieces, and milestones anywhere in a year, linked at random without loops. */
static WayDocument *
random_document (guint n_rows, guint n_links)
{
  WayDocument *document = way_document_new ("Random", way_moment (2026, 1, 5, 8, 0));
  g_autofree WayRecord **tasks = g_new (WayRecord *, n_rows);
  g_autofree guint *order = g_new (guint, n_rows);
  g_autoptr (GError) error = NULL;

  way_document_begin (document, "Plan");
  for (guint i = 0; i < n_rows; i++)
    {
      tasks[i] = way_document_create_record (document, &way_task_type);
      way_document_set_text (document, tasks[i], "title", "A task with a name");
      way_document_set_int (document, tasks[i], "rank", i);
      way_document_set_int (document, tasks[i], "duration",
                            g_test_rand_int_range (0, 8) * 480 * g_test_rand_int_range (1, 6));
      way_document_set_int (document, tasks[i], "constraint_type", WAY_CONSTRAINT_SNET);
      way_document_set_int (document, tasks[i], "constraint_date",
                            way_moment (2026, 1, 5, 8, 0)
                                + g_test_rand_int_range (0, 300) * WAY_DAY);
      if (i % 6 == 0)
        way_document_set_text (document, tasks[i], "splits", "480+2400 960+4800");
      order[i] = i;
    }
  for (guint i = n_rows - 1; i > 0; i--)
    {
      guint j = (guint) g_test_rand_int_range (0, (int) i + 1), kept = order[i];

      order[i] = order[j];
      order[j] = kept;
    }
  for (guint i = 0; i < n_links; i++)
    {
      guint a = (guint) g_test_rand_int_range (0, (int) n_rows - 1);
      guint b = (guint) g_test_rand_int_range ((int) a + 1, (int) n_rows);
      WayRecord *link = way_document_create_record (document, &way_link_type);

      way_document_set_int (document, link, "predecessor", tasks[order[a]]->id);
      way_document_set_int (document, link, "successor", tasks[order[b]]->id);
      way_document_set_int (document, link, "type", g_test_rand_int_range (0, 4));
    }
  if (!way_document_commit (document, &error))
    g_error ("%s", error->message);
  return document;
}

static gboolean
crosses (const WayPoint *from, const WayPoint *to, const WayGanttBar *bar)
{
  return MAX (from->x, to->x) > bar->x0 + 1 && MIN (from->x, to->x) < bar->x1 - 1
         && MAX (from->y, to->y) > bar->y && MIN (from->y, to->y) < bar->y + bar->height;
}

/* No stretch of a link runs through a bar or a piece of one, whatever the plan and wherever one looks. */
static void
test_no_bar_crossed (void)
{
  for (guint round = 0; round < 12; round++)
    {
      g_autoptr (WayDocument) document = random_document (50, 70);
      g_autoptr (WayGanttLayout) layout = new_layout (document);
      WayGanttOptions options;

      way_gantt_options_init (&options);
      for (guint i = 0; i < 12; i++)
        {
          WayTimeScale scale
              = way_time_scale_new ((double) way_moment (2026, 1, 1, 0, 0)
                                        + g_test_rand_double_range (0, 200.0 * WAY_DAY),
                                    20 * exp (g_test_rand_double () * log (100)));
          guint n_links, n_bars;
          const WayGanttLink *links;
          const WayGanttBar *bars;

          options.baseline_slot = g_test_rand_bit () ? 1 : -1;
          options.labels[WAY_LABEL_LEFT] = g_test_rand_bit () ? WAY_LABEL_NAME : WAY_LABEL_NONE;
          options.labels[WAY_LABEL_INSIDE] = g_test_rand_bit () ? WAY_LABEL_DONE : WAY_LABEL_NONE;
          way_gantt_layout_update (layout, &scale, &options, WIDTH, 600,
                                   g_test_rand_double_range (0, 900));
          links = way_gantt_layout_get_links (layout, &n_links);
          bars = way_gantt_layout_get_bars (layout, &n_bars);
          for (guint l = 0; l < n_links; l++)
            for (guint p = 1; p < links[l].n_points; p++)
              for (guint b = 0; b < n_bars; b++)
                if (bars[b].has_dates && bars[b].kind != WAY_BAR_SUMMARY
                    && crosses (&links[l].points[p - 1], &links[l].points[p], &bars[b]))
                  {
                    g_test_message ("row %u to %u: stretch %u of %u crosses row %u",
                                    links[l].predecessor_row, links[l].successor_row, p,
                                    links[l].n_points - 1, bars[b].row);
                    g_test_fail ();
                  }
        }
    }
}

/* Whether a stretch of a line touches what is written between @x0 and @x1 around @y. */
static gboolean
is_written_over (const WayPoint *points, double x0, double x1, double y, double half)
{
  return MAX (points[0].x, points[1].x) > x0 && MIN (points[0].x, points[1].x) < x1
         && MAX (points[0].y, points[1].y) > y - half && MIN (points[0].y, points[1].y) < y + half;
}

/* How many stretches of the lines of links run through a label. */
static guint
count_written_over (WayGanttLayout *layout, const WayScene *scene, double row_height, double scroll)
{
  const WayPoint *points = (const WayPoint *) (gpointer) scene->points->data;
  guint n_bars, n = 0;
  const WayGanttBar *bars = way_gantt_layout_get_bars (layout, &n_bars);

  for (guint i = 0; i < way_scene_get_n_items (scene); i++)
    {
      const WaySceneItem *item = way_scene_get_item (scene, i);

      if (item->kind != WAY_ITEM_PATH || item->stroke < WAY_ROLE_LINK
          || item->stroke > WAY_ROLE_LINK_CRITICAL)
        continue;
      for (guint p = item->first + 1; p < item->first + item->length; p++)
        for (guint b = 0; b < n_bars; b++)
          {
            double y = bars[b].row * row_height - scroll + row_height / 2, half = row_height / 4;

            if (!bars[b].has_dates)
              continue;
            n += bars[b].label != NULL
                 && is_written_over (&points[p - 1], bars[b].label_x,
                                     bars[b].label_x + bars[b].label_width, y, half);
            n += bars[b].left_label != NULL
                 && is_written_over (&points[p - 1], bars[b].left_label_x,
                                     bars[b].left_label_x + bars[b].left_label_width, y,
                                     half);
          }
    }
  return n;
}

/* Where so much is written that no way is clear of it, lines are broken at the labels. */
static void
test_no_label_crossed (void)
{
  guint n_parts = 0;

  for (guint round = 0; round < 12; round++)
    {
      g_autoptr (WayDocument) document = random_document (50, 70);
      g_autoptr (WayGanttLayout) layout = new_layout (document);
      g_autoptr (WayScene) scene = way_scene_new ();
      WayTimeScale scale
          = way_time_scale_new ((double) way_moment (2026, 2, 1, 0, 0), round % 2 ? 300 : 60);
      double scroll = g_test_rand_double_range (0, 900);
      WayGanttOptions options;

      way_gantt_options_init (&options);
      options.row_height = round % 3 == 0 ? 24 : 30;
      options.labels[WAY_LABEL_LEFT] = round % 4 == 0 ? WAY_LABEL_NAME : WAY_LABEL_NONE;
      options.labels[WAY_LABEL_RIGHT] = WAY_LABEL_NAME;
      way_gantt_layout_update (layout, &scale, &options, WIDTH, 600, scroll);
      way_gantt_layout_append (layout, scene);
      g_assert_cmpuint (count_written_over (layout, scene, options.row_height, scroll), ==, 0);
      for (guint i = 0; i < way_scene_get_n_items (scene); i++)
        n_parts += way_scene_get_item (scene, i)->kind == WAY_ITEM_PATH
                   && !way_scene_get_item (scene, i)->head
                   && way_scene_get_item (scene, i)->stroke == WAY_ROLE_LINK;
    }
  g_assert_cmpuint (n_parts, >, 0);
}

/* How many pairs of upright lines without a common end pass the same rows; @n_shared: how many of
 * them run on top of one another. */
static guint
count_upright (WayGanttLayout *layout, guint *n_shared)
{
  guint n_links, n_upright = 0;
  const WayGanttLink *links = way_gantt_layout_get_links (layout, &n_links);

  for (guint a = 0; a < n_links; a++)
    for (guint b = 0; b < a; b++)
      for (guint p = 1; p < links[a].n_points; p++)
        for (guint q = 1; q < links[b].n_points; q++)
          {
            const WayPoint *one = &links[a].points[p - 1], *other = &links[b].points[q - 1];

            if (links[a].predecessor_row == links[b].predecessor_row
                || links[a].successor_row == links[b].successor_row || one[0].x != one[1].x
                || other[0].x != other[1].x
                || MIN (MAX (one[0].y, one[1].y), MAX (other[0].y, other[1].y))
                           - MAX (MIN (one[0].y, one[1].y), MIN (other[0].y, other[1].y))
                       < 30)
              continue;
            n_upright++;
            *n_shared += fabs (one->x - other->x) < 3;
          }
  return n_upright;
}

/* Two links without a common end do not run on top of one another while there is room. A single
 * plan may be crowded by chance; a dozen together are not. */
static void
test_own_tracks (void)
{
  guint n_upright = 0, n_shared = 0;

  for (guint round = 0; round < 12; round++)
    {
      g_autoptr (WayDocument) document = random_document (40, 30);
      g_autoptr (WayGanttLayout) layout = new_layout (document);
      WayTimeScale scale = way_time_scale_new ((double) way_moment (2026, 1, 1, 0, 0), 240);
      WayGanttOptions options;

      way_gantt_options_init (&options);
      way_gantt_layout_update (layout, &scale, &options, 4000, 1200, 0);
      n_upright += count_upright (layout, &n_shared);
    }
  g_assert_cmpuint (n_upright, >, 0);
  g_assert_cmpuint (n_shared * 50, <=, n_upright);
}

/* All rows follow the first but the second, which is long and stands in their way. */
static WayDocument *
bundle_document (guint n_rows)
{
  WayDocument *document = way_document_new ("Bundle", way_moment (2026, 1, 5, 8, 0));
  WayRecord *first = NULL;
  g_autoptr (GError) error = NULL;

  way_document_begin (document, "Plan");
  for (guint i = 0; i < n_rows; i++)
    {
      WayRecord *task = way_document_create_record (document, &way_task_type);

      way_document_set_text (document, task, "title", "A task with a name");
      way_document_set_int (document, task, "rank", i);
      way_document_set_int (document, task, "duration", i == 1 ? 30 * 480 : 480);
      way_document_set_int (document, task, "constraint_type", WAY_CONSTRAINT_SNET);
      way_document_set_int (document, task, "constraint_date",
                            way_moment (2026, 1, 5, 8, 0) + (i == 1 ? 0 : i * 7 % 90) * WAY_DAY);
      if (first != NULL && i > 1)
        {
          WayRecord *link = way_document_create_record (document, &way_link_type);

          way_document_set_int (document, link, "predecessor", first->id);
          way_document_set_int (document, link, "successor", task->id);
        }
      else if (first == NULL)
        first = task;
    }
  if (!way_document_commit (document, &error))
    g_error ("%s", error->message);
  return document;
}

/* Links from one row run down together, and branch off: side by side they would smear. */
static void
test_bundle (void)
{
  g_autoptr (WayDocument) document = bundle_document (80);
  g_autoptr (WayGanttLayout) layout = new_layout (document);
  WayTimeScale scale = way_time_scale_new ((double) way_moment (2026, 1, 1, 0, 0), 200);
  g_autoptr (GHashTable) columns = g_hash_table_new (NULL, NULL);
  WayGanttOptions options;
  guint n_links;
  const WayGanttLink *links;

  way_gantt_options_init (&options);
  way_gantt_layout_update (layout, &scale, &options, WIDTH, 600, 0);
  links = way_gantt_layout_get_links (layout, &n_links);
  g_assert_cmpuint (n_links, >, 60);
  for (guint i = 0; i < n_links; i++)
    for (guint p = 1; p < links[i].n_points; p++)
      if (links[i].points[p].x == links[i].points[p - 1].x
          && fabs (links[i].points[p].y - links[i].points[p - 1].y) > 60)
        g_hash_table_add (columns, GINT_TO_POINTER ((int) lround (links[i].points[p].x * 10)));
  g_assert_cmpuint (g_hash_table_size (columns), >, 0);
  g_assert_cmpuint (g_hash_table_size (columns), <=, 4);
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

          /* But not those that only pass, from far above to far below. */
          n_expected += MIN (from, to) < first + 10 && MAX (from, to) >= first
                        && (MIN (from, to) + 10 >= first || MAX (from, to) < first + 20);
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
  g_test_add_func ("/gantt-links/no-bar-crossed", test_no_bar_crossed);
  g_test_add_func ("/gantt-links/no-label-crossed", test_no_label_crossed);
  g_test_add_func ("/gantt-links/own-tracks", test_own_tracks);
  g_test_add_func ("/gantt-links/bundle", test_bundle);
  g_test_add_func ("/gantt-links/which", test_which);
  g_test_add_func ("/gantt-links/hidden-rows", test_hidden_rows);
  g_test_add_func ("/gantt-links/pick", test_pick);
  g_test_add_func ("/gantt-links/index", test_index);
  return g_test_run ();
}
