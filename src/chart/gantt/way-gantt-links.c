/* way-gantt-links.c: which links touch or cross the visible rows.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A link spans the rows from its upper to its lower end. Links are sorted by their upper row;
 * over each row, and over each 64 rows, and over each 4096, stands how far down any link
 * from there reaches. Looking for the links that reach the view then walks up from its first row
 * and skips all blocks that end above: the cost is that of what is found. */

#include "chart/gantt/way-gantt-private.h"

#include <math.h>
#include <string.h>

#define BLOCK 64
#define N_LEVELS 4 /* 64⁴ rows */

/* More would be a smear, and would cost more than a frame has. */
#define MOST_LINKS 600
#define MOST_CROSSING 60

/* Minutes per pixel above which bars are dots, and links would only hide them. */
#define COARSEST 5200.0

typedef struct
{
  WayLink *link;
  guint predecessor_row, successor_row;
} Entry;

struct _WayGanttLinkIndex
{
  guint n_rows;
  Entry *entries;               /* by upper row */
  guint *first;                 /* n_rows + 1: where each upper row's entries begin */
  guint n_blocks[N_LEVELS];
  gint32 *reach[N_LEVELS];      /* lowest row reached; −1 = no link */
};

static inline guint
upper_row (const Entry *entry)
{
  return MIN (entry->predecessor_row, entry->successor_row);
}

static inline guint
lower_row (const Entry *entry)
{
  return MAX (entry->predecessor_row, entry->successor_row);
}

void
way_gantt_link_index_free (WayGanttLinkIndex *index)
{
  for (guint level = 0; level < N_LEVELS; level++)
    g_free (index->reach[level]);
  g_free (index->first);
  g_free (index->entries);
  g_free (index);
}

/* The links with their ends' places in the outline: looked up once for each shape of the plan,
 * so that folding, filters and orders only have to map places to rows. */
static const GArray *
ensure_ends (WayGanttLayout *self)
{
  WayPlan *plan = way_document_get_plan (self->document);
  GPtrArray *links = way_plan_peek_records (plan, &way_link_type);

  if (self->ends != NULL && self->ends_shape == way_plan_get_shape (plan))
    return self->ends;
  if (self->ends == NULL)
    self->ends = g_array_sized_new (FALSE, FALSE, sizeof (Entry), links->len);
  g_array_set_size (self->ends, 0);
  self->ends_shape = way_plan_get_shape (plan);
  for (guint i = 0; i < links->len; i++)
    {
      WayLink *link = WAY_LINK (links->pdata[i]);
      WayTask *predecessor = way_plan_lookup_task (plan, link->predecessor);
      WayTask *successor = way_plan_lookup_task (plan, link->successor);

      if (predecessor != NULL && successor != NULL)
        g_array_append_vals (self->ends,
                             &(Entry){ link, (guint) predecessor->row, (guint) successor->row }, 1);
    }
  return self->ends;
}

static inline int
find_row_of_place (WayGanttLayout *self, guint place)
{
  return place < self->n_outline ? self->row_of[place] : -1;
}

static GArray *
collect_entries (WayGanttLayout *self)
{
  const GArray *ends = ensure_ends (self);
  GArray *entries = g_array_sized_new (FALSE, FALSE, sizeof (Entry), ends->len);

  for (guint i = 0; i < ends->len; i++)
    {
      const Entry *end = &g_array_index (ends, Entry, i);
      int from = find_row_of_place (self, end->predecessor_row);
      int to = find_row_of_place (self, end->successor_row);

      if (from >= 0 && to >= 0 && from != to)
        g_array_append_vals (entries, &(Entry){ end->link, (guint) from, (guint) to }, 1);
    }
  return entries;
}

/* A counting sort by upper row. */
static void
sort_entries (WayGanttLinkIndex *index, const GArray *entries)
{
  g_autofree guint *next = NULL;

  index->first = g_new0 (guint, index->n_rows + 1);
  index->entries = g_new (Entry, entries->len);
  for (guint i = 0; i < entries->len; i++)
    index->first[upper_row (&g_array_index (entries, Entry, i)) + 1]++;
  for (guint row = 0; row < index->n_rows; row++)
    index->first[row + 1] += index->first[row];
  next = g_memdup2 (index->first, (index->n_rows + 1) * sizeof *next);
  for (guint i = 0; i < entries->len; i++)
    {
      const Entry *entry = &g_array_index (entries, Entry, i);

      index->entries[next[upper_row (entry)]++] = *entry;
    }
}

static void
build_reach (WayGanttLinkIndex *index)
{
  guint n_below = index->n_rows;

  for (guint level = 0; level < N_LEVELS; level++)
    {
      guint per_block = level == 0 ? 1 : BLOCK;

      index->n_blocks[level] = (n_below + per_block - 1) / per_block;
      index->reach[level] = g_new (gint32, index->n_blocks[level]);
      for (guint i = 0; i < index->n_blocks[level]; i++)
        index->reach[level][i] = -1;
      for (guint i = 0; level > 0 && i < n_below; i++)
        index->reach[level][i / BLOCK]
            = MAX (index->reach[level][i / BLOCK], index->reach[level - 1][i]);
      for (guint row = 0; level == 0 && row < index->n_rows; row++)
        for (guint i = index->first[row]; i < index->first[row + 1]; i++)
          index->reach[0][row]
              = MAX (index->reach[0][row], (gint32) lower_row (&index->entries[i]));
      n_below = index->n_blocks[level];
    }
}

static WayGanttLinkIndex *
link_index_new (WayGanttLayout *self)
{
  WayGanttLinkIndex *index = g_new0 (WayGanttLinkIndex, 1);
  g_autoptr (GArray) entries = collect_entries (self);

  index->n_rows = self->n_rows;
  sort_entries (index, entries);
  build_reach (index);
  return index;
}

static gboolean
is_wanted (WayGanttLayout *self, const Entry *entry)
{
  const WayGanttOptions *options = &self->options;

  if (options->links == WAY_LINKS_ALL || entry->link == options->selected_link)
    return TRUE;
  return options->selected != NULL
         && (options->selected (entry->predecessor_row, options->selected_data)
             || options->selected (entry->successor_row, options->selected_data));
}

static gboolean
is_in_view (WayGanttLayout *self, const WayGanttLink *link)
{
  double left = G_MAXDOUBLE, right = -G_MAXDOUBLE, top = G_MAXDOUBLE, bottom = -G_MAXDOUBLE;

  for (guint i = 0; i < link->n_points; i++)
    {
      left = fmin (left, link->points[i].x);
      right = fmax (right, link->points[i].x);
      top = fmin (top, link->points[i].y);
      bottom = fmax (bottom, link->points[i].y);
    }
  return right >= 0 && left <= self->width && bottom >= 0 && top <= self->height;
}

static gboolean
is_row_near (WayGanttLayout *self, guint row, guint distance)
{
  return row + distance >= self->first_row && row < self->end_row + distance;
}

static gboolean
is_seen (WayGanttLayout *self, guint row, double x)
{
  return is_row_near (self, row, 0) && x >= 0 && x <= self->width;
}

static void
add_link (WayGanttLayout *self, const Entry *entry)
{
  const WayTask *predecessor = self->rows[entry->predecessor_row];
  const WayTask *successor = self->rows[entry->successor_row];
  WayGanttLink link = {
    .link = entry->link,
    .predecessor_row = entry->predecessor_row,
    .successor_row = entry->successor_row,
    .stands_out = entry->link == self->options.selected_link
                  || entry->link == self->options.hover_link
                  || way_gantt_is_emphasised (self, entry->link),
    .critical = way_gantt_shows_critical (self) && predecessor->critical && successor->critical
                && predecessor->complete < 100 && successor->complete < 100,
  };

  way_gantt_route (self, &link);
  if (link.n_points == 0 || !is_in_view (self, &link))
    return;
  link.faded = !is_seen (self, link.predecessor_row, link.points[0].x)
               && !is_seen (self, link.successor_row, link.points[link.n_points - 1].x);
  g_array_append_val (self->links, link);
}

static void
want (WayGanttLayout *self, const Entry *entry, GPtrArray *wanted)
{
  if (wanted->len < MOST_LINKS && is_wanted (self, entry))
    g_ptr_array_add (wanted, (gpointer) entry);
}

/* The links from an upper row above the view that reach it. One that only passes from far above
 * to far below would be a line without a meaning. */
static void
want_from_row_above (WayGanttLayout *self, guint row, GPtrArray *wanted, guint *n_crossing)
{
  WayGanttLinkIndex *index = self->index;
  guint height = self->end_row - self->first_row;

  for (guint i = index->first[row]; i < index->first[row + 1]; i++)
    {
      const Entry *entry = &index->entries[i];
      gboolean far = !is_row_near (self, row, height)
                     && !is_row_near (self, lower_row (entry), height)
                     && entry->link != self->options.selected_link;

      if (lower_row (entry) < self->first_row || far)
        continue;
      if (lower_row (entry) >= self->end_row && ++*n_crossing > MOST_CROSSING)
        continue;
      want (self, entry, wanted);
    }
}

/* From the nearest row upwards; whole blocks that do not reach the view are skipped. */
static void
want_from_above (WayGanttLayout *self, GPtrArray *wanted_links)
{
  WayGanttLinkIndex *index = self->index;
  gint64 row = (gint64) self->first_row - 1;
  gint32 wanted = (gint32) self->first_row;
  guint n_crossing = 0, n_steps = 0;

  while (row >= 0 && n_steps++ < 20 * MOST_LINKS)
    {
      gint64 size = 1;
      guint level = 0;

      if (index->reach[0][row] >= wanted)
        {
          want_from_row_above (self, (guint) row, wanted_links, &n_crossing);
          row--;
          continue;
        }
      /* The largest block that ends at this row and does not reach the view. */
      while (level + 1 < N_LEVELS && (row + 1) % (size * BLOCK) == 0
             && index->reach[level + 1][row / (size * BLOCK)] < wanted)
        {
          size *= BLOCK;
          level++;
        }
      row -= size;
    }
}

/* The shortest first: they get the nearest columns, the long ones go around. */
static int
compare_spans (gconstpointer a, gconstpointer b)
{
  const Entry *first = *(const Entry *const *) a, *second = *(const Entry *const *) b;
  guint first_span = lower_row (first) - upper_row (first);
  guint second_span = lower_row (second) - upper_row (second);

  if (first_span != second_span)
    return first_span < second_span ? -1 : 1;
  return first < second ? -1 : first > second;
}

/**
 * way_gantt_links_update:
 *
 * Fills the links of the visible rows: those that start or end there, and those
 * that only pass through, the nearest first when there are very many.
 */
void
way_gantt_links_update (WayGanttLayout *self)
{
  g_autoptr (GPtrArray) wanted = g_ptr_array_new ();
  WayGanttLinkIndex *index;

  if (self->scale.minutes_per_pixel > COARSEST)
    return;
  if (self->index == NULL)
    self->index = link_index_new (self);
  index = self->index;
  for (guint i = index->first[self->first_row]; i < index->first[self->end_row]; i++)
    want (self, &index->entries[i], wanted);
  want_from_above (self, wanted);
  g_ptr_array_sort (wanted, compare_spans);
  for (guint i = 0; i < wanted->len; i++)
    add_link (self, wanted->pdata[i]);
}
