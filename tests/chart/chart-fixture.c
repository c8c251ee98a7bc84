/* chart-fixture.c: a small plan with every feature that charts draw.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "chart-fixture.h"

#include "document/way-task-edits.h"

typedef struct
{
  int depth;
  const char *title;
  int days;
  int complete;
  const char *people;
  int month, day;  /* start no earlier than; 0 = none */
} Row;

static const Row rows[] = {
  { 0, "Orion launch", 0, 0, NULL, 0, 0 },
  { 1, "Core platform", 0, 0, NULL, 0, 0 },
  { 2, "Account service", 8, 100, "Ana", 0, 0 },
  { 2, "Billing integration", 12, 100, "Ben", 0, 0 },
  { 2, "Data migration rehearsal", 10, 80, "Ana, Ivo", 0, 0 },
  { 2, "Core complete", 0, 0, NULL, 0, 0 },
  { 1, "Hardening", 0, 0, NULL, 0, 0 },
  { 2, "Load test environment", 4, 100, "Ivo", 11, 4 },
  { 2, "Load test report", 6, 60, "Ivo", 0, 0 },
  { 2, "Security audit", 8, 0, "Lea", 11, 24 },
  { 2, "Accessibility review", 3, 30, "Mia", 11, 16 },
  { 2, "Fix audit findings", 5, 0, "Ben", 0, 0 },
  { 1, "Launch", 0, 0, NULL, 0, 0 },
  { 2, "Pricing page", 5, 40, "Noa", 11, 19 },
  { 2, "Translate documentation", 9, 0, "Noa", 0, 0 },
  { 2, "Train support team", 3, 0, "Lea", 0, 0 },
  { 2, "General availability", 0, 0, NULL, 0, 0 },
  { 2, "Celebrate with the team", 0, 0, NULL, 0, 0 },
};

static const struct
{
  const char *from, *to;
  WayLinkType type;
  int lag_days;
} links[] = {
  { "Account service", "Billing integration", WAY_LINK_FS, -4 },
  { "Billing integration", "Data migration rehearsal", WAY_LINK_FS, -3 },
  { "Data migration rehearsal", "Core complete", WAY_LINK_FS, 0 },
  { "Core complete", "Load test report", WAY_LINK_FS, 0 },
  { "Load test environment", "Load test report", WAY_LINK_FS, 0 },
  { "Load test report", "Security audit", WAY_LINK_FS, 0 },
  { "Security audit", "Fix audit findings", WAY_LINK_FS, 0 },
  { "Load test report", "Accessibility review", WAY_LINK_SS, 1 },
  { "Pricing page", "Translate documentation", WAY_LINK_FF, 9 },
  { "Translate documentation", "Train support team", WAY_LINK_SS, 5 },
  { "Fix audit findings", "General availability", WAY_LINK_FS, 0 },
  { "Train support team", "General availability", WAY_LINK_FS, 0 },
  { "General availability", "Celebrate with the team", WAY_LINK_FS, 1 },
};

static void
commit (WayDocument *document)
{
  g_autoptr (GError) error = NULL;

  if (!way_document_commit (document, &error))
    g_error ("%s", error->message);
}

WayTask *
fixture_find (WayDocument *document, const char *title)
{
  WayRecord *record
      = way_plan_find_by_title (way_document_get_plan (document), &way_task_type, title);

  g_assert_nonnull (record);
  return WAY_TASK (record);
}

WayTask *const *
fixture_rows (WayDocument *document, guint *n_rows)
{
  GPtrArray *outline = way_plan_get_outline (way_document_get_plan (document));

  *n_rows = outline->len;
  return (WayTask *const *) outline->pdata;
}

static WayTask *
add_task (WayDocument *document, WayTask *parent, guint rank, const char *title, int days)
{
  WayRecord *task = way_document_create_record (document, &way_task_type);

  way_document_set_text (document, task, "title", title);
  if (parent != NULL)
    way_document_set_int (document, task, "parent", WAY_RECORD (parent)->id);
  way_document_set_int (document, task, "rank", rank);
  way_document_set_int (document, task, "duration", days * 480);
  return WAY_TASK (task);
}

static void
add_link (WayDocument *document, WayTask *from, WayTask *to, WayLinkType type, int lag_days)
{
  WayRecord *link = way_document_create_record (document, &way_link_type);

  way_document_set_int (document, link, "predecessor", WAY_RECORD (from)->id);
  way_document_set_int (document, link, "successor", WAY_RECORD (to)->id);
  way_document_set_int (document, link, "type", type);
  way_document_set_int (document, link, "lag", lag_days * 480);
}

static void
add_rows (WayDocument *document)
{
  WayTask *parents[4] = { NULL };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const Row *row = &rows[i];
      WayTask *task = add_task (document, row->depth > 0 ? parents[row->depth - 1] : NULL, i,
                                row->title, row->days);

      parents[row->depth] = task;
      if (row->month > 0)
        {
          way_document_set_int (document, WAY_RECORD (task), "constraint_type",
                                WAY_CONSTRAINT_SNET);
          way_document_set_int (document, WAY_RECORD (task), "constraint_date",
                                way_moment (2026, row->month, row->day, 8, 0));
        }
    }
}

static void
add_people (WayDocument *document)
{
  static const char *const names[] = { "Ana", "Ben", "Ivo", "Lea", "Mia", "Noa" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    way_document_set_text (document, way_document_create_record (document, &way_resource_type),
                           "title", names[i]);
}

static void
assign_people (WayDocument *document)
{
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    if (rows[i].people != NULL
        && !way_task_edit_resources (document, fixture_find (document, rows[i].title),
                                     rows[i].people, &error))
      g_error ("%s", error->message);
}

static void
add_holiday (WayDocument *document)
{
  WayRecord *holiday = way_document_create_record (document, &way_exception_type);

  way_document_set_int (document, holiday, "calendar",
                        way_plan_get_default_calendar (way_document_get_plan (document)));
  way_document_set_text (document, holiday, "name", "Founders’ day");
  way_document_set_int (document, holiday, "first_day", way_moment (2026, 12, 8, 0, 0));
  way_document_set_int (document, holiday, "last_day", way_moment (2026, 12, 8, 0, 0));
  way_document_set_text (document, holiday, "times", "-");
}

static void
add_milestone (WayDocument *document, const char *row, const char *title, WayMoment target)
{
  WayRecord *milestone = way_document_create_record (document, &way_milestone_type);

  way_document_set_text (document, milestone, "title", title);
  way_document_set_int (document, milestone, "task",
                        WAY_RECORD (fixture_find (document, row))->id);
  way_document_set_int (document, milestone, "target_date", target);
}

/* What happened after the baseline was taken. */
static void
let_time_pass (WayDocument *document)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    if (rows[i].complete > 0)
      way_document_set_int (document, WAY_RECORD (fixture_find (document, rows[i].title)),
                            "percent_complete", rows[i].complete);
  way_document_set_int (document, WAY_RECORD (fixture_find (document, "Load test report")),
                        "duration", 8 * 480);
  way_document_set_int (document, WAY_RECORD (fixture_find (document, "Train support team")),
                        "deadline", way_moment (2026, 12, 9, 17, 0));
}

WayDocument *
fixture_document (void)
{
  WayDocument *document = way_document_new ("Orion", way_moment (2026, 10, 5, 8, 0));
  g_autoptr (GError) error = NULL;

  way_document_begin (document, "Plan");
  add_rows (document);
  add_people (document);
  add_holiday (document);
  commit (document);
  way_document_begin (document, "Links");
  for (guint i = 0; i < G_N_ELEMENTS (links); i++)
    add_link (document, fixture_find (document, links[i].from),
              fixture_find (document, links[i].to), links[i].type, links[i].lag_days);
  assign_people (document);
  add_milestone (document, "Core platform", "Core platform", way_moment (2026, 11, 13, 0, 0));
  add_milestone (document, "General availability", "General availability",
                 way_moment (2026, 12, 3, 0, 0));
  commit (document);
  if (!way_baseline_save (document, 1, "Approved", &error))
    g_error ("%s", error->message);
  way_document_begin (document, "Progress");
  let_time_pass (document);
  commit (document);
  return document;
}

WayDocument *
fixture_large_document (guint n_rows)
{
  WayDocument *document = way_document_new ("Large", way_moment (2026, 10, 5, 8, 0));
  g_autofree WayTask **tasks = g_new (WayTask *, n_rows);
  g_autofree char *title = NULL;
  WayTask *parent = NULL;

  way_document_begin (document, "Plan");
  for (guint i = 0; i < n_rows; i++)
    {
      g_free (title);
      title = g_strdup_printf ("Task %u", i + 1);
      tasks[i] = add_task (document, i % 10 == 0 ? NULL : parent, i, title, 1 + (int) (i % 7));
      if (i % 10 == 0)
        parent = tasks[i];
      else if (i % 10 > 1)
        add_link (document, tasks[i - 1], tasks[i], (WayLinkType) (i % 3 == 0 ? WAY_LINK_SS : WAY_LINK_FS), 0);
      if (i % 50 == 9 && i > 2000)
        add_link (document, tasks[i - 2000], tasks[i], WAY_LINK_FS, 0);
    }
  commit (document);
  return document;
}

void
fixture_compare_text (const char *actual, const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "chart", "golden", name, NULL);
  g_autofree char *expected = NULL;
  g_autoptr (GError) error = NULL;

  if (g_getenv ("WAYMARK_UPDATE_GOLDEN") != NULL)
    {
      g_file_set_contents (path, actual, -1, &error);
      g_assert_no_error (error);
      g_test_skip ("written anew, nothing compared");
      return;
    }
  g_file_get_contents (path, &expected, NULL, &error);
  g_assert_no_error (error);
  if (g_strcmp0 (actual, expected) != 0)
    {
      g_auto (GStrv) want = g_strsplit (expected, "\n", -1), have = g_strsplit (actual, "\n", -1);
      guint line = 0;

      while (want[line] != NULL && have[line] != NULL && g_str_equal (want[line], have[line]))
        line++;
      g_test_message ("%s:%u: expected “%s”, have “%s”", name, line + 1,
                      want[line] != NULL ? want[line] : "", have[line] != NULL ? have[line] : "");
      g_test_fail ();
    }
}

void
fixture_compare_scene (const WayScene *scene, const char *name)
{
  g_autofree char *actual = way_scene_to_string (scene);

  fixture_compare_text (actual, name);
}
