/* test-selection.c: which tasks a filter lets through, and what groups they fall into.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "metrics-fixture.h"

#include "document/way-outline.h"
#include "document/way-task-edits.h"
#include "metrics/way-blockers.h"
#include "metrics/way-milestone-graph.h"
#include "metrics/way-task-filter.h"
#include "metrics/way-task-groups.h"
#include "metrics/way-task-milestones.h"

static void
assert_matches (Fixture *fixture, WayTaskFilter *filter, const char *titles)
{
  GPtrArray *outline = way_plan_get_outline (fixture->plan);
  g_autoptr (WayTaskMatcher) matcher = way_task_matcher_new (fixture->document, filter);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < outline->len; i++)
    if (way_task_matcher_matches (matcher, outline->pdata[i]))
      g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "",
                              WAY_RECORD (outline->pdata[i])->title);
  g_assert_cmpstr (text->str, ==, titles);
  way_task_filter_clear (filter);
}

static void
test_filter_text (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  WayTaskFilter filter;

  way_task_filter_init (&filter);
  g_assert_true (way_task_filter_is_empty (&filter));
  assert_matches (fixture, &filter, "Phase Design Build Test Released");
  filter.text = g_strdup ("ES");
  g_assert_false (way_task_filter_is_empty (&filter));
  assert_matches (fixture, &filter, "Design Test"); /* whatever the case */
  filter.text = g_strdup ("ms-002");
  assert_matches (fixture, &filter, "Released"); /* the id of its milestone */

  way_document_begin (fixture->document, "Texts");
  way_document_set_text (fixture->document, WAY_RECORD (fixture->build), "title", "ÜBERGABE");
  way_document_set_text (fixture->document, WAY_RECORD (fixture->test), "notes", "nach der übergabe");
  g_assert_true (way_document_commit (fixture->document, &error));
  filter.text = g_strdup ("Überg");
  assert_matches (fixture, &filter, "ÜBERGABE Test");
}

static void
test_filter_conditions (Fixture *fixture, gconstpointer data)
{
  WayTaskFilter filter;

  way_task_filter_init (&filter);
  filter.milestones = TRUE;
  assert_matches (fixture, &filter, "Design Released"); /* one has a milestone, one is a point */
  filter.late = TRUE;
  assert_matches (fixture, &filter, "Build Test Released"); /* no summary, nothing that is done */
  filter.late = filter.milestones = TRUE;
  assert_matches (fixture, &filter, "Released");

  fixture_set (fixture, fixture->test, "state", WAY_STATE_BLOCKED);
  filter.state = WAY_STATE_BLOCKED;
  assert_matches (fixture, &filter, "Test");

  filter.from = filter.to = MARCH (6);
  assert_matches (fixture, &filter, "Phase Design");
  filter.from = MARCH (17);
  assert_matches (fixture, &filter, "Phase Test Released");
  filter.to = MARCH (1);
  assert_matches (fixture, &filter, "");

  fixture_set (fixture, fixture->test, "deadline", MARCH (17) + 17 * 60);
  filter.conflicts = TRUE;
  assert_matches (fixture, &filter, "");
  fixture_set (fixture, fixture->test, "deadline", MARCH (16));
  filter.conflicts = TRUE;
  assert_matches (fixture, &filter, "Test"); /* the row before it only passes it on */

  fixture_set (fixture, fixture->test, "deadline", WAY_NEVER);
  fixture_set (fixture, fixture->phase, "deadline", MARCH (16));
  filter.conflicts = TRUE;
  assert_matches (fixture, &filter, "Phase"); /* a summary can miss one, too */
}

static void
test_filter_owner (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  WayRecord *anna, *bert;
  WayTaskFilter filter;
  g_autoptr (GPtrArray) groups = NULL;

  way_task_filter_init (&filter);
  way_document_begin (fixture->document, "People");
  anna = way_document_create_record (fixture->document, &way_resource_type);
  way_document_set_text (fixture->document, anna, "title", "Anna");
  bert = way_document_create_record (fixture->document, &way_resource_type);
  way_document_set_text (fixture->document, bert, "title", "Bert");
  way_document_set_int (fixture->document, WAY_RECORD (fixture->design), "owner", bert->id);
  g_assert_true (way_document_commit (fixture->document, &error));
  g_assert_true (way_task_edit_resources (fixture->document, fixture->design, "Anna", &error));
  g_assert_true (way_task_edit_resources (fixture->document, fixture->test, "Anna", &error));
  g_assert_no_error (error);

  filter.owner = anna->id;
  assert_matches (fixture, &filter, "Design Test");
  filter.owner = bert->id;
  assert_matches (fixture, &filter, "Design");
  filter.owner = WAY_TASK_FILTER_NOBODY;
  assert_matches (fixture, &filter, "Build Released");

  groups = way_task_groups (fixture->document, WAY_GROUP_BY_OWNER);
  g_assert_cmpuint (groups->len, ==, 3);
  g_assert_cmpint (((WayTaskGroup *) groups->pdata[0])->key, ==, anna->id);
  g_assert_true (((WayTaskGroup *) groups->pdata[0])->tasks->pdata[0] == fixture->test);
  g_assert_cmpint (((WayTaskGroup *) groups->pdata[1])->key, ==, bert->id);
  g_assert_cmpuint (((WayTaskGroup *) groups->pdata[2])->tasks->len, ==, 2); /* nobody's are last */
}

/* A task is done for the milestone on its row or above it, else for the first that waits for it. */
static void
test_milestones (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) found = way_task_milestones (fixture->document);
  g_autoptr (GPtrArray) groups = NULL;
  WayTaskFilter filter;

  g_assert_cmpuint (found->len, ==, 5);
  g_assert_null (found->pdata[fixture->phase->row]);
  g_assert_true (found->pdata[fixture->design->row] == fixture->designed_ms);
  g_assert_true (found->pdata[fixture->build->row] == fixture->released_ms);
  g_assert_true (found->pdata[fixture->test->row] == fixture->released_ms);
  g_assert_true (found->pdata[fixture->released->row] == fixture->released_ms);

  way_task_filter_init (&filter);
  filter.done_for = WAY_RECORD (fixture->released_ms)->id;
  assert_matches (fixture, &filter, "Build Test Released");
  groups = way_task_groups (fixture->document, WAY_GROUP_BY_MILESTONE);
  g_assert_cmpuint (groups->len, ==, 2);
  g_assert_cmpstr (((WayTaskGroup *) groups->pdata[0])->label, ==, "MS-001 Designed");
}

static WayRecord *
add_initiative (Fixture *fixture, const char *title)
{
  g_autoptr (GError) error = NULL;
  WayRecord *initiative;

  way_document_begin (fixture->document, title);
  initiative = way_document_create_record (fixture->document, &way_initiative_type);
  way_document_set_text (fixture->document, initiative, "title", title);
  g_assert_true (way_document_commit (fixture->document, &error));
  return initiative;
}

/* A task belongs to the initiative on its own row or on the nearest above it; an initiative is
 * there by itself or by its milestone. */
static void
test_initiatives (Fixture *fixture, gconstpointer data)
{
  WayRecord *taste = add_initiative (fixture, "Taste"), *grow = add_initiative (fixture, "Grow");
  g_autoptr (GPtrArray) by_milestone = NULL, by_row = NULL, groups = NULL;
  WayTaskFilter filter;

  fixture_set (fixture, fixture->released_ms, "initiative", taste->id);
  by_milestone = way_task_initiatives (fixture->document);
  g_assert_cmpuint (by_milestone->len, ==, 5);
  g_assert_null (by_milestone->pdata[fixture->design->row]);
  g_assert_true (by_milestone->pdata[fixture->build->row] == taste); /* that waits for it */
  g_assert_true (by_milestone->pdata[fixture->released->row] == taste);

  fixture_set (fixture, grow, "task", WAY_RECORD (fixture->phase)->id);
  by_row = way_task_initiatives (fixture->document);
  g_assert_true (by_row->pdata[fixture->design->row] == grow);
  g_assert_true (by_row->pdata[fixture->build->row] == grow);
  g_assert_true (by_row->pdata[fixture->released->row] == taste);

  way_task_filter_init (&filter);
  filter.done_for = grow->id;
  assert_matches (fixture, &filter, "Phase Design Build Test");
  groups = way_task_groups (fixture->document, WAY_GROUP_BY_INITIATIVE);
  g_assert_cmpuint (groups->len, ==, 2);
  g_assert_cmpint (((WayTaskGroup *) groups->pdata[1])->key, ==, grow->id);
  g_assert_cmpuint (((WayTaskGroup *) groups->pdata[1])->tasks->len, ==, 3);
}

/* A chain as long as the plan, ends. */
static void
test_milestones_of_a_long_chain (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  WayTask *before = fixture->build;
  g_autoptr (GPtrArray) found = NULL;

  way_document_begin (fixture->document, "Chain");
  for (guint i = 0; i < 3000; i++)
    {
      WayRecord *link;
      WayTask *task = WAY_TASK (way_document_create_record (fixture->document, &way_task_type));

      way_document_set_text (fixture->document, WAY_RECORD (task), "title", "Link of a chain");
      way_document_set_int (fixture->document, WAY_RECORD (task), "rank", i);
      link = way_document_create_record (fixture->document, &way_link_type);
      way_document_set_int (fixture->document, link, "predecessor", WAY_RECORD (task)->id);
      way_document_set_int (fixture->document, link, "successor", WAY_RECORD (before)->id);
      before = task;
    }
  g_assert_true (way_document_commit (fixture->document, &error));
  g_assert_no_error (error);
  found = way_task_milestones (fixture->document);
  g_assert_true (found->pdata[before->row] == fixture->released_ms);
}

static WayMilestone *
add_milestone (Fixture *fixture, const char *title, WayTask *row)
{
  g_autoptr (GError) error = NULL;
  WayRecord *record;

  way_document_begin (fixture->document, title);
  record = way_document_create_record (fixture->document, &way_milestone_type);
  way_document_set_text (fixture->document, record, "title", title);
  way_document_set_int (fixture->document, record, "task",
                        row != NULL ? WAY_RECORD (row)->id : 0);
  g_assert_true (way_document_commit (fixture->document, &error));
  return WAY_MILESTONE (record);
}

static void
add_dependency (Fixture *fixture, WayMilestone *milestone, WayMilestone *upstream)
{
  g_autoptr (GError) error = NULL;
  WayRecord *record;

  way_document_begin (fixture->document, "Dependency");
  record = way_document_create_record (fixture->document, &way_dependency_type);
  way_document_set_text (fixture->document, record, "title", "Waits");
  way_document_set_int (fixture->document, record, "milestone", WAY_RECORD (milestone)->id);
  way_document_set_int (fixture->document, record, "upstream", WAY_RECORD (upstream)->id);
  g_assert_true (way_document_commit (fixture->document, &error));
}

static void
assert_graph (Fixture *fixture, const char *wanted)
{
  g_autoptr (WayMilestoneGraph) graph = way_milestone_graph_new (fixture->document, 0);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < graph->edges->len; i++)
    {
      const WayMilestoneEdge *edge = &g_array_index (graph->edges, WayMilestoneEdge, i);

      g_string_append_printf (text, "%s%s%s%s", i > 0 ? ", " : "",
                              WAY_RECORD (graph->milestones->pdata[edge->from])->title,
                              edge->critical ? " => " : " -> ",
                              WAY_RECORD (graph->milestones->pdata[edge->to])->title);
    }
  g_assert_cmpstr (text->str, ==, wanted);
}

/* Through rows without a milestone, by what is named, without what follows and without circles. */
static void
test_graph (Fixture *fixture, gconstpointer data)
{
  WayMilestone *tested, *outside;

  assert_graph (fixture, "Designed -> Released"); /* Build and Test lie between */
  tested = add_milestone (fixture, "Tested", fixture->test);
  assert_graph (fixture, "Designed -> Tested, Tested => Released"); /* the first is done */
  add_dependency (fixture, fixture->released_ms, fixture->designed_ms);
  assert_graph (fixture, "Designed -> Tested, Tested => Released"); /* it follows */
  outside = add_milestone (fixture, "Outside", NULL);
  add_dependency (fixture, tested, outside);
  assert_graph (fixture, "Designed -> Tested, Tested => Released, Outside -> Tested");
  add_dependency (fixture, fixture->designed_ms, fixture->released_ms); /* against the schedule */
  assert_graph (fixture, "Designed -> Tested, Tested => Released, Outside -> Tested");
  fixture_set (fixture, tested, "status", WAY_STATUS_CANCELLED);
  assert_graph (fixture, "Designed -> Released");
}

static void
test_blockers (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) open = NULL, after = NULL;
  g_autofree char *words = NULL;
  WayRecord *person, *first, *second;

  g_assert_false (way_task_has_blockers (fixture->released));
  way_document_begin (fixture->document, "Blockers");
  person = way_document_create_record (fixture->document, &way_resource_type);
  way_document_set_text (fixture->document, person, "title", "Ann");
  first = way_document_create_record (fixture->document, &way_blocker_type);
  way_document_set_text (fixture->document, first, "title", "No device");
  way_document_set_int (fixture->document, first, "milestone",
                        WAY_RECORD (fixture->released_ms)->id);
  way_document_set_int (fixture->document, first, "owner", person->id);
  way_document_set_int (fixture->document, first, "since", MARCH (9));
  second = way_document_create_record (fixture->document, &way_blocker_type);
  way_document_set_text (fixture->document, second, "title", "No desk");
  way_document_set_int (fixture->document, second, "task", WAY_RECORD (fixture->released)->id);
  g_assert_true (way_document_commit (fixture->document, &error));

  open = way_blockers_of_task (fixture->released);
  words = way_blockers_describe (open);
  g_assert_cmpstr (words, ==, "Blocked: No desk (nobody named)\n"
                              "Blocked: No device (Ann, since 9 Mar)");
  fixture_set (fixture, second, "cleared_on", MARCH (10));
  g_assert_true (way_task_has_blockers (fixture->released));
  after = way_blockers_of_milestone (fixture->released_ms);
  g_assert_cmpuint (after->len, ==, 1);
  fixture_set (fixture, first, "cleared_on", MARCH (10));
  g_assert_false (way_task_has_blockers (fixture->released));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, func) \
  g_test_add ("/selection/" name, Fixture, NULL, fixture_set_up, func, fixture_tear_down)
  ADD ("filter/text", test_filter_text);
  ADD ("filter/conditions", test_filter_conditions);
  ADD ("filter/owner", test_filter_owner);
  ADD ("milestones", test_milestones);
  ADD ("initiatives", test_initiatives);
  ADD ("milestones/long-chain", test_milestones_of_a_long_chain);
  ADD ("milestones/graph", test_graph);
  ADD ("blockers", test_blockers);
  return g_test_run ();
}
