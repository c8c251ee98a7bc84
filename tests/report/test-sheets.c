/* test-sheets.c: how a Gantt chart is cut into sheets.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "document/way-outline.h"
#include "document/way-task-edits.h"
#include "document/way-task-work.h"
#include "metrics/way-task-groups.h"
#include "model/way-error.h"
#include "report/way-gantt-sheets-private.h"
#include "report/way-page.h"

#define WIDTH 770.0
#define HEIGHT 480.0

static WayDocument *
make_plan (guint n)
{
  WayDocument *document = way_document_new ("Sheets", way_moment (2026, 3, 2, 8, 0));
  g_autoptr (GError) error = NULL;
  WayTask *last = NULL;

  way_document_begin (document, "Fill");
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *title = g_strdup_printf ("Task %u", i);
      WayTask *task = way_outline_insert (document, NULL, title, &error);

      g_assert_no_error (error);
      way_document_set_int (document, WAY_RECORD (task), "duration", 480 * (1 + i % 5));
      if (last != NULL && i % 4 != 0)
        way_task_link (document, last, task, WAY_LINK_FS, 0, WAY_UNIT_DAYS, &error);
      last = i % 20 == 0 ? NULL : task;
    }
  way_document_commit (document, &error);
  g_assert_no_error (error);
  return document;
}

typedef struct
{
  WayDocument *document;
  WayGanttSheets *sheets;
  WayPageStyle style;
} Cut;

static void
cut (Cut *self, guint n_rows, const WayGanttSheetsOptions *options)
{
  self->document = make_plan (n_rows);
  self->sheets = way_gantt_sheets_new (self->document, NULL, options);
  way_page_style_init (&self->style);
  way_gantt_sheets_layout (self->sheets, WIDTH, HEIGHT, self->style.context);
}

static void
cut_clear (Cut *self)
{
  way_gantt_sheets_free (self->sheets);
  way_page_style_clear (&self->style);
  g_object_unref (self->document);
}

/* Rows are dealt out in order, none twice and none left out; times likewise. */
static void
assert_partition (Cut *self, guint n_rows)
{
  WayGanttSheets *sheets = self->sheets;
  guint down = way_gantt_sheets_get_down (sheets), across = way_gantt_sheets_get_across (sheets);

  g_assert_cmpuint (g_array_index (sheets->row_breaks, guint, 0), ==, 0);
  g_assert_cmpuint (g_array_index (sheets->row_breaks, guint, down), ==, n_rows);
  for (guint i = 0; i < down; i++)
    g_assert_cmpuint (g_array_index (sheets->row_breaks, guint, i), <,
                      g_array_index (sheets->row_breaks, guint, i + 1));
  for (guint i = 0; i < across; i++)
    g_assert_cmpint (g_array_index (sheets->time_breaks, WayMoment, i), <,
                     g_array_index (sheets->time_breaks, WayMoment, i + 1));
  for (guint i = 0; i < sheets->rows->len; i++)
    {
      WayTask *task = g_ptr_array_index (sheets->rows, i);

      g_assert_cmpint (task->start, >=, g_array_index (sheets->time_breaks, WayMoment, 0));
      g_assert_cmpint (task->finish, <=, g_array_index (sheets->time_breaks, WayMoment, across));
    }
}

/* Between sheets, time is cut at the start of a day or of something longer. */
static void
assert_whole_units (Cut *self)
{
  for (guint i = 1; i < way_gantt_sheets_get_across (self->sheets); i++)
    {
      WayMoment here = g_array_index (self->sheets->time_breaks, WayMoment, i);

      g_assert_cmpint (here, ==, way_moment_day (here));
    }
}

/* Each sheet is painted inside its own room. */
static void
assert_ink_inside (Cut *self)
{
  for (guint i = 0; i < way_gantt_sheets_get_n_sheets (self->sheets); i++)
    {
      cairo_surface_t *surface =
          cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
      cairo_t *cr = cairo_create (surface);
      double x, y, width, height;

      way_gantt_sheets_draw (self->sheets, i, cr);
      g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
      cairo_destroy (cr);
      cairo_recording_surface_ink_extents (surface, &x, &y, &width, &height);
      g_assert_cmpfloat (x, >=, -1.5);
      g_assert_cmpfloat (y, >=, -1.5);
      g_assert_cmpfloat (x + width, <=, WIDTH + 1.5);
      g_assert_cmpfloat (y + height, <=, HEIGHT + 1.5);
      cairo_surface_destroy (surface);
    }
}

static void
test_at_most (void)
{
  const guint sizes[] = { 1, 5, 40, 160 };

  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++)
    for (guint across = 1; across <= 3; across++)
      {
        WayGanttSheetsOptions options;
        Cut self;

        way_gantt_sheets_options_init (&options);
        options.across = across;
        options.down = 3;
        options.chart.rtl = across == 2;
        cut (&self, sizes[i], &options);
        g_assert_cmpuint (way_gantt_sheets_get_across (self.sheets), <=, across);
        g_assert_cmpuint (way_gantt_sheets_get_down (self.sheets), <=, 3);
        g_assert_cmpfloat (self.sheets->scale, <=, WAY_SHEET_PIXEL + 1e-9);
        assert_partition (&self, sizes[i]);
        assert_whole_units (&self);
        assert_ink_inside (&self);
        cut_clear (&self);
      }
}

static void
test_exactly (void)
{
  WayGanttSheetsOptions options;
  Cut self;

  way_gantt_sheets_options_init (&options);
  options.fit = WAY_FIT_EXACTLY;
  options.across = 3;
  options.down = 2;
  cut (&self, 80, &options);
  g_assert_cmpuint (way_gantt_sheets_get_across (self.sheets), ==, 3);
  g_assert_cmpuint (way_gantt_sheets_get_down (self.sheets), ==, 2);
  assert_partition (&self, 80);
  assert_whole_units (&self);
  assert_ink_inside (&self);
  cut_clear (&self);
}

/* As many sheets as asked for, whenever there are rows and days enough, whatever the plan. */
static void
test_any_size (void)
{
  for (guint i = 0; i < 60; i++)
    {
      guint n_rows = (guint) g_test_rand_int_range (1, 220);
      gboolean exactly = g_test_rand_bit ();
      WayGanttSheetsOptions options;
      gint64 days;
      Cut self;

      way_gantt_sheets_options_init (&options);
      options.fit = exactly ? WAY_FIT_EXACTLY : WAY_FIT_AT_MOST;
      options.across = (guint) g_test_rand_int_range (1, 8);
      options.down = (guint) g_test_rand_int_range (1, 8);
      options.legend = g_test_rand_bit ();
      if (g_test_rand_bit ())
        {
          options.from = way_moment (2026, 3, 2, 0, 0);
          options.to = options.from + g_test_rand_int_range (1, 400) * WAY_DAY;
        }
      cut (&self, n_rows, &options);
      days = (self.sheets->to - self.sheets->from) / WAY_DAY;
      g_test_message ("%u rows, %d days, %s %u × %u", n_rows, (int) days,
                      exactly ? "exactly" : "at most", options.across, options.down);
      g_assert_cmpuint (way_gantt_sheets_get_across (self.sheets), <=, options.across);
      g_assert_cmpuint (way_gantt_sheets_get_down (self.sheets), <=, options.down);
      if (exactly && n_rows >= options.down)
        g_assert_cmpuint (way_gantt_sheets_get_down (self.sheets), ==, options.down);
      if (exactly && days >= options.across)
        g_assert_cmpuint (way_gantt_sheets_get_across (self.sheets), ==, options.across);
      cut_clear (&self);
    }
}

static void
test_natural (void)
{
  WayGanttSheetsOptions options;
  Cut self;

  way_gantt_sheets_options_init (&options);
  options.fit = WAY_FIT_NATURAL;
  options.minutes_per_pixel = 48; /* 30 units a day */
  cut (&self, 100, &options);
  g_assert_cmpfloat (self.sheets->scale, ==, WAY_SHEET_PIXEL);
  g_assert_cmpfloat_with_epsilon (way_gantt_sheets_get_letters (self.sheets), 2.04, 0.01);
  g_assert_cmpfloat (self.sheets->minutes_per_pixel, ==, 48);
  g_assert_cmpuint (way_gantt_sheets_get_across (self.sheets), >, 1);
  g_assert_cmpuint (way_gantt_sheets_get_down (self.sheets), >, 2);
  assert_partition (&self, 100);
  assert_whole_units (&self);
  cut_clear (&self);
}

static void
assert_mark (Cut *self, guint sheet, const char *expected)
{
  g_autofree char *mark = way_gantt_sheets_dup_mark (self->sheets, sheet);

  g_assert_cmpstr (mark, ==, expected);
}

static void
test_marks (void)
{
  WayGanttSheetsOptions options;
  Cut self;

  way_gantt_sheets_options_init (&options);
  cut (&self, 3, &options);
  assert_mark (&self, 0, "");
  cut_clear (&self);

  options.fit = WAY_FIT_EXACTLY;
  options.across = 2;
  options.down = 2;
  cut (&self, 60, &options);
  assert_mark (&self, 0, "A1");
  assert_mark (&self, 1, "B1");
  assert_mark (&self, 2, "A2");
  assert_mark (&self, 3, "B2");
  cut_clear (&self);
}

/* The days chosen are the first and the last on paper, however it is cut. */
static void
test_window (void)
{
  const WayFit fits[] = { WAY_FIT_NATURAL, WAY_FIT_AT_MOST, WAY_FIT_AT_MOST, WAY_FIT_EXACTLY,
                          WAY_FIT_EXACTLY };
  const guint across[] = { 1, 1, 3, 1, 3 };

  for (guint days = 1; days < 200; days += 66)
    for (gsize i = 0; i < G_N_ELEMENTS (fits); i++)
      {
        WayGanttSheetsOptions options;
        GArray *breaks;
        Cut self;

        way_gantt_sheets_options_init (&options);
        options.fit = fits[i];
        options.across = across[i];
        options.from = way_moment (2026, 3, 11, 0, 0);
        options.to = options.from + days * WAY_DAY;
        cut (&self, 20, &options);
        breaks = self.sheets->time_breaks;
        g_assert_cmpint (g_array_index (breaks, WayMoment, 0), ==, options.from);
        g_assert_cmpint (g_array_index (breaks, WayMoment, breaks->len - 1), ==, options.to);
        g_assert_true (way_gantt_sheets_has_bars (self.sheets));
        assert_ink_inside (&self);
        cut_clear (&self);
      }
}

/* Where the window holds nothing, that can be told. */
static void
test_window_beside_the_plan (void)
{
  WayGanttSheetsOptions options;
  Cut self;

  way_gantt_sheets_options_init (&options);
  options.from = way_moment (2030, 3, 9, 0, 0);
  options.to = way_moment (2030, 3, 16, 0, 0);
  cut (&self, 20, &options);
  g_assert_false (way_gantt_sheets_has_bars (self.sheets));
  assert_ink_inside (&self);
  cut_clear (&self);
}

/* However small the rows become, the dates over them can be read, and time fills the sheet. */
static void
test_many_rows_on_one_sheet (void)
{
  WayGanttSheetsOptions options;
  double filled;
  Cut self;

  way_gantt_sheets_options_init (&options);
  options.fit = WAY_FIT_EXACTLY;
  options.across = options.down = 1;
  cut (&self, 400, &options);
  g_assert_cmpuint (way_gantt_sheets_get_n_sheets (self.sheets), ==, 1);
  g_assert_cmpfloat (self.sheets->scale, <, 0.1);
  g_assert_cmpfloat (self.sheets->header_scale, >=, WAY_SHEET_READABLE);
  filled = (double) (self.sheets->to - self.sheets->from)
           / (self.sheets->minutes_per_pixel * self.sheets->chart_width);
  g_assert_cmpfloat (filled, >, 0.5);
  assert_ink_inside (&self);
  cut_clear (&self);
}

/* Sheets across that were allowed are all filled: none has but the last week of the plan. */
static void
test_even_sheets (void)
{
  for (guint n_rows = 20; n_rows < 200; n_rows += 20)
    {
      WayGanttSheetsOptions options;
      GArray *breaks;
      Cut self;

      way_gantt_sheets_options_init (&options);
      options.across = 4;
      options.down = 3;
      options.from = way_moment (2026, 3, 2, 0, 0);
      options.to = options.from + 2 * n_rows * WAY_DAY;
      cut (&self, n_rows, &options);
      breaks = self.sheets->time_breaks;
      for (guint i = 2; i < breaks->len; i++)
        {
          WayMoment here = g_array_index (breaks, WayMoment, i);
          WayMoment before = g_array_index (breaks, WayMoment, i - 1);

          g_assert_cmpint (here - before, >=,
                           (before - g_array_index (breaks, WayMoment, i - 2)) / 2);
        }
      cut_clear (&self);
    }
}

static void
test_empty (void)
{
  WayGanttSheetsOptions options;
  Cut self;

  way_gantt_sheets_options_init (&options);
  cut (&self, 0, &options);
  g_assert_cmpuint (way_gantt_sheets_get_n_sheets (self.sheets), ==, 1);
  assert_ink_inside (&self);
  cut_clear (&self);
}

static double
width_of (Cut *self, WayTaskColumnId column)
{
  for (guint i = 0; i < self->sheets->n_columns; i++)
    if (self->sheets->columns[i] == column)
      return self->sheets->widths[i];
  return -1;
}

/* On narrow paper columns go, the title never; what went is named. */
static void
test_columns (void)
{
  g_autofree char *none = NULL, *some = NULL;
  WayGanttSheetsOptions options;
  Cut self;

  way_gantt_sheets_options_init (&options);
  cut (&self, 30, &options);
  for (guint i = 0; i < self.sheets->n_columns; i++)
    g_assert_cmpfloat (self.sheets->widths[i], >, 0);
  none = way_gantt_sheets_dup_left_out (self.sheets);
  g_assert_null (none);
  for (double width = 500; width_of (&self, WAY_TASK_COLUMN_DURATION) > 0; width -= 20)
    way_gantt_sheets_layout (self.sheets, width, HEIGHT, self.style.context);
  g_assert_cmpfloat (width_of (&self, WAY_TASK_COLUMN_NUMBER), >, 0); /* rows are named by it */
  way_gantt_sheets_layout (self.sheets, 220, HEIGHT, self.style.context);
  g_assert_cmpfloat (width_of (&self, WAY_TASK_COLUMN_NUMBER), ==, 0);
  g_assert_cmpfloat (width_of (&self, WAY_TASK_COLUMN_TITLE), >, 0);
  g_assert_cmpfloat (self.sheets->chart_width, >, 0);
  some = way_gantt_sheets_dup_left_out (self.sheets);
  g_assert_nonnull (strstr (some, "Duration"));
  g_assert_null (strstr (some, "Task"));
  cut_clear (&self);
}

/* Columns stand as they were chosen, any that a task has; the title is always there. */
static void
test_chosen_columns (void)
{
  WayGanttSheetsOptions options;
  WayTaskColumnId deadline = way_task_column_find ("deadline");
  g_autoptr (WayTable) table = NULL;
  Cut self;

  way_gantt_sheets_options_init (&options);
  options.columns[0] = WAY_TASK_COLUMN_FINISH;
  options.columns[1] = deadline;
  options.n_columns = 2;
  cut (&self, 30, &options);
  g_assert_cmpuint (self.sheets->n_columns, ==, 3);
  g_assert_cmpuint (self.sheets->columns[0], ==, WAY_TASK_COLUMN_TITLE);
  g_assert_cmpuint (self.sheets->columns[1], ==, WAY_TASK_COLUMN_FINISH);
  g_assert_cmpuint (self.sheets->columns[2], ==, deadline);
  for (guint i = 0; i < 3; i++)
    g_assert_cmpfloat (self.sheets->widths[i], >, 0);
  table = way_gantt_sheets_to_table (self.sheets);
  g_assert_cmpuint (table->rows->len, ==, 30);
  cut_clear (&self);
}

/* Rows over groups are printed with their title and nothing else. */
static void
test_group_heads (void)
{
  WayDocument *document = make_plan (4);
  g_autoptr (WayTask) head = WAY_TASK (way_record_new (&way_task_type));
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();
  g_autoptr (WayTable) table = NULL;
  WayGanttSheetsOptions options;
  WayGanttSheets *sheets;
  char **cells;

  head->start = head->finish = WAY_NEVER;
  way_task_group_head_set_title (head, "Mia (4)");
  g_ptr_array_add (rows, head);
  for (guint i = 0; i < 4; i++)
    g_ptr_array_add (rows, way_plan_get_outline (way_document_get_plan (document))->pdata[i]);
  way_gantt_sheets_options_init (&options);
  sheets = way_gantt_sheets_new (document, rows, &options);
  table = way_gantt_sheets_to_table (sheets);
  cells = table->rows->pdata[0];
  g_assert_cmpstr (cells[0], ==, "");
  g_assert_cmpstr (cells[1], ==, "Mia (4)");
  g_assert_cmpstr (cells[3], ==, "");
  way_gantt_sheets_free (sheets);
  g_object_unref (document);
}

/* Names of the people on the last task have room beside it. */
static void
assert_wider_for_names (void)
{
  WayGanttSheetsOptions options;
  WayMeasure measure;
  WayPainter *painter;
  WayTask *last;
  double without;
  Cut self;

  way_gantt_sheets_options_init (&options);
  cut (&self, 10, &options);
  painter = way_painter_new (self.style.context);
  measure = way_painter_get_measure (painter);
  without = way_sheet_label_room (self.sheets, 144, &measure);
  last = g_ptr_array_index (self.sheets->rows, 0);
  for (guint i = 1; i < self.sheets->rows->len; i++)
    {
      WayTask *task = g_ptr_array_index (self.sheets->rows, i);

      last = task->finish > last->finish ? task : last;
    }
  way_document_begin (self.document, "Assign");
  for (guint i = 0; i < 4; i++)
    {
      g_autofree char *name = g_strdup_printf ("Somebody with a long name %u", i);
      WayRecord *person = way_document_create_record (self.document, &way_resource_type);

      way_document_set_text (self.document, person, "title", name);
      way_task_assign (self.document, last, WAY_RESOURCE (person), 100, NULL);
    }
  way_document_commit (self.document, NULL);
  g_assert_cmpfloat (way_sheet_label_room (self.sheets, 144, &measure), >, without + 200);
  g_object_unref (painter);
  cut_clear (&self);
}

/* A picture has all rows, and grows with them until Cairo cannot paint it; the columns and the
 * legend that were asked for are on it. */
static void
test_picture (void)
{
  WayGanttSheetsOptions options;
  g_autoptr (GError) error = NULL;
  cairo_surface_t *small, *large;
  int width, height;
  Cut self;

  way_gantt_sheets_options_init (&options);
  cut (&self, 10, &options);
  small = way_gantt_sheets_paint_picture (self.sheets, 1, &error);
  g_assert_no_error (error);
  width = cairo_image_surface_get_width (small);
  height = cairo_image_surface_get_height (small);
  cairo_surface_destroy (small);
  cut_clear (&self);

  options.n_columns = 0; /* the names alone */
  options.legend = FALSE;
  cut (&self, 10, &options);
  small = way_gantt_sheets_paint_picture (self.sheets, 1, &error);
  g_assert_no_error (error);
  g_assert_cmpint (cairo_image_surface_get_height (small), ==,
                   (int) (WAY_SHEET_HEADER + 10 * WAY_SHEET_ROW));
  g_assert_cmpint (height, >, cairo_image_surface_get_height (small) + 10);
  g_assert_cmpint (width, >, cairo_image_surface_get_width (small) + 200);
  large = way_gantt_sheets_paint_picture (self.sheets, 2, &error);
  g_assert_cmpint (cairo_image_surface_get_width (large), ==,
                   2 * cairo_image_surface_get_width (small));
  cairo_surface_destroy (small);
  cairo_surface_destroy (large);
  cut_clear (&self);

  assert_wider_for_names ();

  /* A large plan does not take all of the memory. */
  options.minutes_per_pixel = 1;
  cut (&self, 400, &options);
  large = way_gantt_sheets_paint_picture (self.sheets, 2, &error);
  g_assert_no_error (error);
  g_assert_cmpint ((gint64) cairo_image_surface_get_stride (large)
                       * cairo_image_surface_get_height (large), <=, 260 * 1000 * 1000);
  cairo_surface_destroy (large);
  cut_clear (&self);

  cut (&self, 1400, &options);
  g_assert_null (way_gantt_sheets_paint_picture (self.sheets, 1, &error));
  g_assert_error (error, WAY_ERROR, WAY_ERROR_INVALID);
  cut_clear (&self);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sheets/at-most", test_at_most);
  g_test_add_func ("/sheets/exactly", test_exactly);
  g_test_add_func ("/sheets/any-size", test_any_size);
  g_test_add_func ("/sheets/natural", test_natural);
  g_test_add_func ("/sheets/marks", test_marks);
  g_test_add_func ("/sheets/window", test_window);
  g_test_add_func ("/sheets/window-beside-the-plan", test_window_beside_the_plan);
  g_test_add_func ("/sheets/many-rows-on-one-sheet", test_many_rows_on_one_sheet);
  g_test_add_func ("/sheets/even-sheets", test_even_sheets);
  g_test_add_func ("/sheets/empty", test_empty);
  g_test_add_func ("/sheets/columns", test_columns);
  g_test_add_func ("/sheets/chosen-columns", test_chosen_columns);
  g_test_add_func ("/sheets/group-heads", test_group_heads);
  g_test_add_func ("/sheets/picture", test_picture);
  return g_test_run ();
}
