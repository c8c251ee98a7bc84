/* test-impact.c: what a change does to a plan, worked out by hand.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "metrics-fixture.h"

#include "document/way-outline.h"
#include "document/way-sandbox.h"
#include "document/way-task-edits.h"
#include "document/way-task-work.h"
#include "metrics/impact/way-change-impact-private.h"
#include "metrics/impact/way-impact-lines.h"
#include "metrics/way-resource-load.h"

#include <string.h>

typedef struct
{
  Fixture plan;
  WayResource *ann; /* 50.00 an hour, full time, on Build and on Test */
  WayDocument *sandbox;
} Case;

static WayResource *
add_person (WayDocument *document, const char *name, gint64 rate)
{
  WayRecord *person;
  g_autoptr (GError) error = NULL;

  way_document_begin (document, "Person");
  person = way_document_create_record (document, &way_resource_type);
  way_document_set_text (document, person, "title", name);
  way_document_set_int (document, person, "standard_rate", rate);
  way_document_commit (document, &error);
  g_assert_no_error (error);
  return WAY_RESOURCE (person);
}

static void
assign (WayDocument *document, WayTask *task, WayResource *person, gint64 units)
{
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (way_task_assign (document, task, person, units, &error));
  g_assert_no_error (error);
}

static void
set_up (Case *c, gconstpointer data)
{
  fixture_set_up (&c->plan, NULL);
  c->ann = add_person (c->plan.document, "Ann", 5000);
  assign (c->plan.document, c->plan.build, c->ann, 100);
  assign (c->plan.document, c->plan.test, c->ann, 100);
  fixture_set (&c->plan, c->plan.released_ms, "owner", WAY_RECORD (c->ann)->id);
  c->sandbox = way_document_new_sandbox (c->plan.document);
}

static void
tear_down (Case *c, gconstpointer data)
{
  g_assert_finalize_object (c->sandbox);
  fixture_tear_down (&c->plan, NULL);
}

/* The same record in the sandbox. */
static gpointer
there (Case *c, gpointer record)
{
  return way_plan_lookup (way_document_get_plan (c->sandbox), WAY_RECORD (record)->id);
}

static void
set (Case *c, gpointer record, const char *field, gint64 value)
{
  g_autoptr (GError) error = NULL;

  way_document_begin (c->sandbox, "Set");
  way_document_set_int (c->sandbox, there (c, record), field, value);
  way_document_commit (c->sandbox, &error);
  g_assert_no_error (error);
}

static void
stretch_test (Case *c, gint64 days)
{
  g_autoptr (GError) error = NULL;

  way_task_edit_duration (c->sandbox, there (c, c->plan.test), days * DAY_WORK, WAY_UNIT_DAYS,
                          &error);
  g_assert_no_error (error);
}

static const WayImpactRow *
row_of (const WayChangeImpact *impact, gint64 id)
{
  for (guint i = 0; i < impact->rows->len; i++)
    if (g_array_index (impact->rows, WayImpactRow, i).id == id)
      return &g_array_index (impact->rows, WayImpactRow, i);
  return NULL;
}

static void
assert_note (GArray *notes, guint index, const char *title, const char *part)
{
  const WayImpactNote *note;

  g_assert_cmpuint (index, <, notes->len);
  note = &g_array_index (notes, WayImpactNote, index);
  g_assert_cmpstr (note->title, ==, title);
  g_test_message ("%s: %s", note->title, note->text);
  g_assert_nonnull (strstr (note->text, part));
}

static void
test_nothing (Case *c, gconstpointer data)
{
  g_autoptr (WayChangeImpact) impact = way_change_impact_new (c->plan.document, c->sandbox);

  g_assert_cmpuint (impact->rows->len, ==, 0);
  g_assert_cmpuint (impact->milestones->len, ==, 0);
  g_assert_cmpuint (impact->people->len, ==, 0);
  g_assert_cmpuint (impact->tell->len, ==, 0);
  g_assert_cmpint (impact->finish.shift, ==, 0);
  g_assert_cmpint (impact->cost_before, ==, impact->cost_after);
}

/* Test takes 4 days instead of 2, to 19 March: everything after it is 2 working days later. */
static void
test_longer_task (Case *c, gconstpointer data)
{
  g_autoptr (WayChangeImpact) impact = NULL;
  const WayImpactFinish *milestone;
  const WayImpactPerson *ann;

  stretch_test (c, 4);
  impact = way_change_impact_new (c->plan.document, c->sandbox);
  g_assert_cmpint (impact->finish.before, ==, way_moment (2026, 3, 17, 17, 0));
  g_assert_cmpint (impact->finish.after, ==, way_moment (2026, 3, 19, 17, 0));
  g_assert_cmpint (impact->finish.shift, ==, 2 * DAY_WORK);

  g_assert_cmpuint (impact->milestones->len, ==, 1);
  milestone = &g_array_index (impact->milestones, WayImpactFinish, 0);
  g_assert_cmpstr (milestone->title, ==, "Released");
  g_assert_cmpint (milestone->shift, ==, 2 * DAY_WORK);
  g_assert_cmpint (milestone->past_target_before, ==, 2 * DAY_WORK);
  g_assert_cmpint (milestone->past_target_after, ==, 4 * DAY_WORK);
  g_assert_cmpuint (impact->broken->len, ==, 0); /* it was late before */

  g_assert_cmpint (row_of (impact, WAY_RECORD (c->plan.test)->id)->how, ==, WAY_IMPACT_EDITED);
  g_assert_cmpint (row_of (impact, WAY_RECORD (c->plan.released)->id)->how, ==, WAY_IMPACT_MOVED);
  g_assert_null (row_of (impact, WAY_RECORD (c->plan.design)->id));

  /* 2 days of 8 hours at 50.00 */
  g_assert_cmpint (impact->work_after - impact->work_before, ==, 960);
  g_assert_cmpint (impact->cost_after - impact->cost_before, ==, 16 * 5000);
  g_assert_cmpuint (impact->people->len, ==, 1);
  ann = &g_array_index (impact->people, WayImpactPerson, 0);
  g_assert_cmpint (ann->work_before, ==, 7 * DAY_WORK);
  g_assert_cmpint (ann->work_after, ==, 9 * DAY_WORK);
  g_assert_cmpint (ann->peak_before, ==, 100);
  g_assert_cmpint (ann->peak_after, ==, 100);
  g_assert_cmpint (ann->over_after, ==, 0);

  g_assert_cmpuint (impact->tell->len, ==, 1);
  assert_note (impact->tell, 0, "Ann", "2 working days later");
  assert_note (impact->scope, 0, "Test", "Duration: 2d → 4d");
}

/* A second task for Ann on the days of Test: 200 % on both of them. */
static void
test_over_allocation (Case *c, gconstpointer data)
{
  g_autoptr (WayChangeImpact) impact = NULL;
  g_autoptr (GError) error = NULL;
  const WayImpactPerson *ann;
  WayTask *docs = way_outline_insert (c->sandbox, there (c, c->plan.test), "Docs", &error);

  g_assert_no_error (error);
  way_task_edit_duration (c->sandbox, docs, 2 * DAY_WORK, WAY_UNIT_DAYS, &error);
  g_assert_nonnull (way_task_link (c->sandbox, there (c, c->plan.build), docs, WAY_LINK_FS, 0,
                                   WAY_UNIT_DAYS, &error));
  assign (c->sandbox, docs, there (c, c->ann), 100);
  impact = way_change_impact_new (c->plan.document, c->sandbox);
  g_assert_cmpint (impact->added, ==, 1);
  g_assert_cmpint (impact->finish.shift, ==, 0);
  g_assert_cmpuint (impact->people->len, ==, 1);
  ann = &g_array_index (impact->people, WayImpactPerson, 0);
  g_assert_cmpint (ann->peak_before, ==, 100);
  g_assert_cmpint (ann->peak_after, ==, 200);
  g_assert_cmpint (ann->over_before, ==, 0);
  g_assert_cmpint (ann->over_after, ==, 2);
  g_assert_cmpint (impact->over_after, ==, 2);
}

/* Without Test the plan ends with Build, and the promise of 13 March holds. */
static void
test_removed_row (Case *c, gconstpointer data)
{
  g_autoptr (WayChangeImpact) impact = NULL;
  WayTask *test = there (c, c->plan.test);
  g_autoptr (GError) error = NULL;

  way_outline_delete (c->sandbox, &test, 1, &error);
  g_assert_no_error (error);
  g_assert_nonnull (way_task_link (c->sandbox, there (c, c->plan.build), there (c, c->plan.released),
                                   WAY_LINK_FS, 0, WAY_UNIT_DAYS, &error));
  impact = way_change_impact_new (c->plan.document, c->sandbox);
  g_assert_cmpint (impact->removed, ==, 1);
  g_assert_cmpint (impact->finish.shift, ==, -2 * DAY_WORK);
  g_assert_cmpint (impact->cost_after - impact->cost_before, ==, -16 * 5000);
  g_assert_cmpint (impact->critical_after, ==, impact->critical_before - 1);
}

/* What was kept and no longer is: a deadline, a promised date. What was broken is not told again. */
static void
test_newly_broken (Case *c, gconstpointer data)
{
  g_autoptr (WayChangeImpact) impact = NULL;

  g_object_unref (c->sandbox);
  fixture_set (&c->plan, c->plan.test, "deadline", way_moment (2026, 3, 18, 17, 0));
  fixture_set (&c->plan, c->plan.released_ms, "target_date", MARCH (18));
  c->sandbox = way_document_new_sandbox (c->plan.document);
  stretch_test (c, 4);
  impact = way_change_impact_new (c->plan.document, c->sandbox);
  g_assert_cmpuint (impact->broken->len, ==, 2);
  assert_note (impact->broken, 0, "Test", "deadline");
  assert_note (impact->broken, 1, "Released", "1 working day");
  /* Test had a day of float to its deadline. */
  g_assert_cmpint (impact->float_used, >=, DAY_WORK);
}

static void
test_quality (Case *c, gconstpointer data)
{
  g_autoptr (WayChangeImpact) impact = NULL;
  g_autofree char *summary = NULL, *stretched = NULL;
  g_autoptr (GError) error = NULL;
  WayRecord *gate;

  way_document_begin (c->sandbox, "Gate");
  gate = way_document_create_record (c->sandbox, &way_checklist_item_type);
  way_document_set_text (c->sandbox, gate, "title", "Load test passed");
  way_document_set_int (c->sandbox, gate, "milestone", WAY_RECORD (c->plan.released_ms)->id);
  way_document_set_int (c->sandbox, gate, "list", WAY_CHECKLIST_QUALITY_GATES);
  way_document_commit (c->sandbox, &error);
  g_assert_no_error (error);
  impact = way_change_impact_new (c->plan.document, c->sandbox);
  g_assert_cmpuint (impact->quality->len, ==, 1);
  assert_note (impact->quality, 0, "Load test passed", "added");
  summary = way_impact_summary (impact, c->plan.plan);
  g_assert_cmpstr (summary, ==, "The plan finishes when it did"); /* and no rows to count */
  way_change_impact_free (g_steal_pointer (&impact));
  stretch_test (c, 4);
  impact = way_change_impact_new (c->plan.document, c->sandbox);
  stretched = way_impact_summary (impact, c->plan.plan);
  g_assert_cmpstr (stretched, ==,
                   "The plan finishes 2 working days later · 1 row edited · 2 rows moved by it");
}

static WayRecord *
add (Case *c, const WayRecordType *type, const char *title, const char *field, gpointer target)
{
  WayDocument *document = c->plan.document;
  g_autoptr (GError) error = NULL;
  WayRecord *record;

  way_document_begin (document, "Add");
  record = way_document_create_record (document, type);
  way_document_set_text (document, record, "title", title);
  way_document_set_int (document, record, field, WAY_RECORD (target)->id);
  way_document_commit (document, &error);
  g_assert_no_error (error);
  return record;
}

/* Released moves: its initiative and who waits for it are named, and the risk that is about it. */
static void
test_dependencies (Case *c, gconstpointer data)
{
  WayRecord *initiative = add (c, &way_initiative_type, "Europe", "owner", c->ann), *waits, *risk;
  g_autoptr (WayChangeImpact) impact = NULL, kept = NULL;
  g_autoptr (GPtrArray) risks = NULL;
  g_autofree char *json = NULL, *timeline = NULL, *quality = NULL, *dependencies = NULL;

  fixture_set (&c->plan, c->plan.released_ms, "initiative", initiative->id);
  waits = add (c, &way_dependency_type, "A release", "milestone", c->plan.designed_ms);
  fixture_set (&c->plan, waits, "upstream", WAY_RECORD (c->plan.released_ms)->id);
  risk = add (c, &way_risk_type, "Too late", "milestone", c->plan.released_ms);
  add (c, &way_risk_type, "Elsewhere", "milestone", c->plan.designed_ms);
  g_clear_object (&c->sandbox);
  c->sandbox = way_document_new_sandbox (c->plan.document);
  stretch_test (c, 4);
  impact = way_change_impact_new (c->plan.document, c->sandbox);
  g_assert_cmpuint (impact->dependencies->len, ==, 2);
  assert_note (impact->dependencies, 0, "Europe", "“Released” finishes 2 working days later");
  assert_note (impact->dependencies, 1, "Designed", "waits for it: “Released” finishes");
  json = way_change_impact_to_json (impact);
  kept = way_change_impact_from_json (json);
  assert_note (kept->dependencies, 0, "Europe", "later");
  timeline = way_impact_area_describe (impact, c->plan.plan, WAY_IMPACT_TIMELINE);
  g_assert_true (g_str_has_prefix (
      timeline, "The plan finishes 2 working days later; 1 milestone moves"));
  quality = way_impact_area_describe (impact, c->plan.plan, WAY_IMPACT_QUALITY);
  g_assert_cmpstr (quality, ==, "No change");
  dependencies = way_impact_area_describe (impact, c->plan.plan, WAY_IMPACT_DEPENDENCIES);
  g_assert_cmpstr (dependencies, ==, "2 other initiatives or milestones");
  risks = way_impact_risks (impact, c->plan.plan, waits);
  g_assert_cmpuint (risks->len, ==, 1);
  g_assert_true (risks->pdata[0] == risk);
}

static void
test_as_text (Case *c, gconstpointer data)
{
  g_autoptr (WayChangeImpact) impact = NULL, again = NULL;
  g_autofree char *json = NULL, *json_again = NULL;

  stretch_test (c, 4);
  set (c, c->plan.released_ms, "target_date", MARCH (12));
  impact = way_change_impact_new (c->plan.document, c->sandbox);
  json = way_change_impact_to_json (impact);
  again = way_change_impact_from_json (json);
  json_again = way_change_impact_to_json (again);
  g_assert_cmpstr (json_again, ==, json);
  g_assert_null (way_change_impact_from_json (""));
  g_assert_null (way_change_impact_from_json ("[]"));
  g_assert_null (way_change_impact_from_json ("{"));
}

/* A text has its limit: of many rows that move the first are kept, and all are counted. */
static void
test_many_rows_as_text (Case *c, gconstpointer data)
{
  g_autoptr (WayChangeImpact) impact = way_change_impact_new_empty (), again = NULL;
  g_autofree char *json = NULL;

  for (gint64 i = 0; i < 100000; i++)
    {
      WayImpactRow row = { .id = i + 1, .title = g_strdup_printf ("Row %" G_GINT64_FORMAT, i),
                           .how = i % 1000 == 999 ? WAY_IMPACT_EDITED : WAY_IMPACT_MOVED,
                           .start_after = i % 2 };

      g_array_append_val (impact->rows, row);
    }
  way_change_impact_count_rows (impact);
  json = way_change_impact_to_json (impact);
  g_assert_cmpuint (strlen (json), <, 1 << 20);
  again = way_change_impact_from_json (json);
  g_assert_cmpuint (again->rows->len, ==, 1000);
  g_assert_cmpint (g_array_index (again->rows, WayImpactRow, 999).id, ==, 100000);
  g_assert_cmpint (again->edited, ==, 100);
  g_assert_cmpint (again->moved, ==, 99900);
  g_assert_cmpint (again->shifted, ==, 49900);
}

/* Half a person for 2 days and a tenth for 5: shares of the day, not of the task. */
static void
test_load (Case *c, gconstpointer data)
{
  WayDocument *document = c->plan.document;
  WayResource *ben = add_person (document, "Ben", 0);
  g_autoptr (WayLoads) loads = NULL;
  g_autoptr (WayResourceLoad) load = NULL;
  WayMoment day = WAY_NEVER;

  assign (document, c->plan.test, ben, 50);   /* 16 and 17 March */
  assign (document, c->plan.build, ben, 10);  /* 9 … 13 March */
  loads = way_loads_new (c->plan.plan);
  load = way_resource_load_new (loads, ben);
  g_assert_cmpint (load->first, ==, MARCH (9));
  g_assert_cmpuint (load->n_days, ==, 9);
  g_assert_cmpfloat_with_epsilon (load->load[0], 48, 0.01);
  g_assert_cmpfloat_with_epsilon (load->load[4], 48, 0.01);
  g_assert_cmpfloat_with_epsilon (load->load[5], 0, 0.01); /* Saturday */
  g_assert_cmpfloat_with_epsilon (load->load[7], 240, 0.01);
  g_assert_cmpint (way_resource_load_peak (load, &day), ==, 50);
  g_assert_cmpint (day, ==, MARCH (16));
  g_assert_cmpuint (way_resource_load_over (load, load->first, NULL), ==, 0);
  fixture_set (&c->plan, ben, "max_units", 40);
  g_clear_pointer (&load, way_resource_load_free);
  load = way_resource_load_new (loads, ben);
  g_assert_cmpuint (way_resource_load_over (load, load->first, NULL), ==, 2);
}

static void
test_cost (Case *c, gconstpointer data)
{
  WayDocument *document = c->plan.document;
  WayResource *ben = add_person (document, "Ben", 3000);
  WayResource *sand = add_person (document, "Sand", 1200);

  fixture_set (&c->plan, ben, "cost_per_use", 1000);
  fixture_set (&c->plan, sand, "kind", WAY_RESOURCE_MATERIAL);
  assign (document, c->plan.test, ben, 50);
  assign (document, c->plan.test, sand, 300);
  g_assert_cmpint (way_resource_work (ben), ==, DAY_WORK);
  g_assert_cmpint (way_resource_cost (ben), ==, 8 * 3000 + 1000);
  g_assert_cmpint (way_resource_work (sand), ==, 0);
  g_assert_cmpint (way_resource_cost (sand), ==, 3 * 1200);
}

#define ADD(name, function) g_test_add ("/impact/" name, Case, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("nothing", test_nothing);
  ADD ("longer-task", test_longer_task);
  ADD ("over-allocation", test_over_allocation);
  ADD ("removed-row", test_removed_row);
  ADD ("newly-broken", test_newly_broken);
  ADD ("quality", test_quality);
  ADD ("dependencies", test_dependencies);
  ADD ("as-text", test_as_text);
  ADD ("many-rows-as-text", test_many_rows_as_text);
  ADD ("load", test_load);
  ADD ("cost", test_cost);
  return g_test_run ();
}
