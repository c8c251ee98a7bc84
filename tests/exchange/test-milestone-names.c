/* test-milestone-names.c: names in a milestone's document that the plan does not know.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "milestone-fixture.h"

#include "document/way-milestone-parts.h"
#include "document/way-milestone-templates.h"
#include "model/way-error.h"

#include <string.h>

static const char named[] = "---\nmilestone_name: \"Launch\"\nmilestone_lead: \"A. Bauer\"\n"
                            "product_owner: \"Ben Kurz\"\ndependencies: [\"Pilot\"]\n---\n\n# Launch\n";

static WayRecord *
add_person (Fixture *f, const char *name)
{
  WayRecord *person;

  way_document_begin (f->document, "Person");
  person = way_document_create_record (f->document, &way_resource_type);
  way_document_set_text (f->document, person, "title", name);
  g_assert_true (way_document_commit (f->document, NULL));
  return person;
}

static guint
count (Fixture *f, const WayRecordType *type)
{
  return way_plan_peek_records (way_document_get_plan (f->document), type)->len;
}

/* Nothing is changed until somebody says what to do; the names are told, once each. */
static void
test_refused (Fixture *f, gconstpointer data)
{
  WayExchangeOptions options = { .people = WAY_NAME_REFUSE };
  g_autoptr (GPtrArray) names = way_name_choices_new ();
  g_autoptr (WayImportReport) report = NULL, again = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (fixture_import_with (f, named, &options, &report, &error));
  g_assert_error (error, WAY_ERROR, WAY_ERROR_CONFLICT);
  g_assert_nonnull (strstr (error->message, "“A. Bauer”, “Ben Kurz”"));
  g_assert_cmpuint (report->new_people->len, ==, 2);
  g_assert_cmpuint (report->new_milestones->len, ==, 1);
  g_assert_cmpuint (count (f, &way_milestone_type), ==, 0);
  g_assert_cmpuint (count (f, &way_resource_type), ==, 0);
  g_clear_error (&error);

  way_name_choices_add (names, &way_resource_type, "A. Bauer", WAY_NAME_CREATE, 0);
  options.names = names;
  g_assert_false (fixture_import_with (f, named, &options, &again, &error));
  g_assert_null (strstr (error->message, "Bauer"));
  g_assert_cmpuint (count (f, &way_resource_type), ==, 0);
}

/* One is somebody of the plan, one stays text: the document goes out with the one name put right
 * and the other as it was. */
static void
test_used_and_left (Fixture *f, gconstpointer data)
{
  WayRecord *anna = add_person (f, "Anna Bauer");
  g_autoptr (GPtrArray) names = way_name_choices_new ();
  WayExchangeOptions options = { .people = WAY_NAME_LEAVE, .names = names };
  g_autoptr (GError) error = NULL;
  g_autofree char *out = NULL, *expected = NULL;
  WayMilestone *milestone;

  way_name_choices_add (names, &way_resource_type, "A. Bauer", WAY_NAME_USE, anna->id);
  fixture_import_with (f, named, &options, NULL, &error);
  g_assert_no_error (error);
  milestone = fixture_only_milestone (f);
  g_assert_cmpint (WAY_RECORD (milestone)->owner, ==, anna->id);
  g_assert_cmpint (milestone->product_owner, ==, 0);
  g_assert_cmpuint (count (f, &way_resource_type), ==, 1);
  out = fixture_export (f);
  expected = fixture_swap (named, "A. Bauer", "Anna Bauer");
  g_assert_cmpstr (out, ==, expected);

  /* Somebody is set in the plan: that counts then. */
  fixture_set_text (f, milestone, "product_owner", "Anna Bauer");
  g_free (out);
  out = fixture_export (f);
  g_assert_null (strstr (out, "Kurz"));
}

/* A name that stays text does not take away whom the plan has. */
static void
test_left_over_existing (Fixture *f, gconstpointer data)
{
  WayRecord *anna = add_person (f, "Anna Bauer");
  WayExchangeOptions options = { .people = WAY_NAME_LEAVE, .prefer = WAY_PREFER_FILE };
  g_autofree char *changed = NULL;
  g_autoptr (GError) error = NULL;

  fixture_import (f, "---\nmilestone_name: \"Launch\"\nmilestone_lead: \"Anna Bauer\"\n---\n");
  changed = g_strdup ("---\nmilestone_name: \"Launch\"\nmilestone_lead: \"Zoe\"\n---\n");
  fixture_import_with (f, changed, &options, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (WAY_RECORD (fixture_only_milestone (f))->owner, ==, anna->id);
}

/* What it waits for is another milestone of the plan, or is made, or stays text as usual. */
static void
test_milestones (Fixture *f, gconstpointer data)
{
  g_autoptr (GPtrArray) names = way_name_choices_new ();
  WayExchangeOptions options = { .names = names };
  g_autoptr (GError) error = NULL;
  WayRecord *launch;

  fixture_import (f, named);
  g_assert_cmpstr (fixture_only_milestone (f)->dependencies, ==, "Pilot");
  g_assert_true (way_document_undo (f->document, NULL));
  way_name_choices_add (names, &way_milestone_type, "Pilot", WAY_NAME_CREATE, 0);
  fixture_import_with (f, named, &options, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count (f, &way_milestone_type), ==, 2);
  g_assert_cmpint (WAY_MILESTONE (fixture_find (f, &way_milestone_type, "Pilot"))->task, !=, 0);
  launch = fixture_find (f, &way_milestone_type, "Launch");
  g_assert_cmpint (WAY_MILESTONE (launch)->task, !=, 0); /* a new one stands in the timeline */
  g_assert_cmpstr (WAY_MILESTONE (launch)->dependencies, ==, "");
}

static void
test_similar (Fixture *f, gconstpointer data)
{
  g_autoptr (GPtrArray) candidates = NULL;
  guint n_similar;

  add_person (f, "Zoe Klein");
  add_person (f, "Anna Bauer");
  g_assert_true (way_name_is_similar ("BAUER, A.", "Anna Bauer"));
  g_assert_false (way_name_is_similar ("A. de Boer", "A. de Vries"));
  candidates = way_name_candidates (way_document_get_plan (f->document), &way_resource_type,
                                    "a.bauer@example.org", &n_similar);
  g_assert_cmpuint (n_similar, ==, 1);
  g_assert_cmpuint (candidates->len, ==, 2);
  g_assert_cmpstr (WAY_RECORD (candidates->pdata[0])->title, ==, "Anna Bauer");
}

#define ADD(name, function)                                                                        \
  g_test_add ("/milestone-names/" name, Fixture, NULL, fixture_set_up, function, fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("refused", test_refused);
  ADD ("used-and-left", test_used_and_left);
  ADD ("left-over-existing", test_left_over_existing);
  ADD ("milestones", test_milestones);
  ADD ("similar", test_similar);
  return g_test_run ();
}
