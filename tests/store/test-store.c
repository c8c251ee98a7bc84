/* test-store.c: a plan's file: making, opening, loading, committing.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "store-fixture.h"

static void
test_round_trip (Fixture *f, gconstpointer data)
{
  guint32 seed = GPOINTER_TO_UINT (data);
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  g_autoptr (WayPlan) again = NULL;

  fill (f, 4);
  for (int i = 0; i < 150; i++)
    {
      g_autoptr (WayChangeset) changeset = way_changeset_new ("Edit", WAY_ORIGIN_EDIT);

      for (int n = g_rand_int_range (rand, 1, 12); n > 0; n--)
        random_edit (changeset, f->plan, rand);
      commit (f, changeset);
      g_assert_cmpint (changeset->seq, ==, i + 2);
    }
  assert_sound (f->store);
  again = load_plan (f->store);
  assert_same_plan (f->plan, again);
  g_clear_object (&again);
  reopen (f);
  again = load_plan (f->store);
  assert_same_plan (f->plan, again);
  g_assert_cmpint (way_store_get_seq (f->store), ==, 151);
}

static void
test_every_type (Fixture *f, gconstpointer data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);
  g_autoptr (WayChangeset) changeset = way_changeset_new ("Everything", WAY_ORIGIN_IMPORT);
  g_autoptr (WayPlan) again = NULL;
  guint n_types;
  const WayRecordType **types = way_record_types (&n_types);

  fill_plan (changeset, f->plan, 2);
  make_random (changeset, f->plan, &way_baseline_type, rand);
  make_random (changeset, f->plan, &way_resource_type, rand);
  for (guint i = 0; i < n_types; i++)
    for (int k = 0; k < 5; k++)
      make_random (changeset, f->plan, types[i], rand);
  commit (f, changeset);
  reopen (f);
  again = load_plan (f->store);
  assert_same_plan (f->plan, again);
  for (guint i = 0; i < n_types; i++)
    g_assert_cmpuint (way_plan_peek_records (again, types[i])->len, >=, 5);
  assert_sound (f->store);
}

static void
test_exists (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WayStore) second = way_store_create (f->path, &error);

  g_assert_error (error, WAY_ERROR, WAY_ERROR_IO);
  g_assert_null (second);
  g_assert_nonnull (strstr (error->message, "Plan.waymark"));
  g_clear_error (&error);
  g_assert_null (way_store_create ("/nonexistent/folder/x.waymark", &error));
  g_assert_error (error, WAY_ERROR, WAY_ERROR_IO);
}

/* An id of a deleted record is not given again, also after closing. */
static void
test_ids_are_never_reused (Fixture *f, gconstpointer data)
{
  g_autoptr (WayChangeset) start = way_changeset_new ("Start", WAY_ORIGIN_EDIT);
  g_autoptr (WayChangeset) drop = way_changeset_new ("Drop", WAY_ORIGIN_EDIT);
  g_autoptr (WayPlan) again = NULL;
  WayRecord *last;
  gint64 id;

  fill_plan (start, f->plan, 3);
  last = make_record (start, f->plan, &way_task_type);
  id = last->id;
  commit (f, start);
  drop_record (drop, f->plan, last);
  commit (f, drop);
  reopen (f);
  again = load_plan (f->store);
  g_assert_cmpint (way_plan_next_id (again), ==, id + 1);
}

static WayRecord *
make_numbered (WayChangeset *changeset, WayPlan *plan)
{
  gint64 number = way_plan_next_number (plan, &way_milestone_type);
  WayRecord *milestone = make_record (changeset, plan, &way_milestone_type);

  set_int (changeset, plan, milestone, "number", number);
  return milestone;
}

/* Nor is a human id: MS-001 never means two milestones. What cannot be read of the history is no
 * reason not to open the plan. */
static void
test_numbers_are_never_reused (Fixture *f, gconstpointer data)
{
  g_autoptr (WayChangeset) start = way_changeset_new ("Start", WAY_ORIGIN_EDIT);
  g_autoptr (WayChangeset) drop = way_changeset_new ("Drop", WAY_ORIGIN_EDIT);
  g_autoptr (WayChangeset) next = way_changeset_new ("Next", WAY_ORIGIN_EDIT);
  g_autoptr (WayPlan) again = NULL;
  g_autoptr (WayPlan) damaged = NULL;
  g_autofree char *human_id = NULL;
  WayRecord *milestone, *extra;

  fill_plan (start, f->plan, 3);
  milestone = make_numbered (start, f->plan);
  extra = make_record (start, f->plan, &way_milestone_type); /* without a number */
  commit (f, start);
  drop_record (drop, f->plan, milestone);
  drop_record (drop, f->plan, extra);
  commit (f, drop);
  reopen (f);
  again = load_plan (f->store);
  milestone = make_numbered (next, again);
  human_id = way_record_dup_human_id (milestone);
  g_assert_cmpstr (human_id, ==, "MS-002");
  close_store (f);
  meddle (f, "UPDATE edit SET image = '{' WHERE image LIKE '%number%'");
  reopen (f);
  damaged = load_plan (f->store);
  g_assert_cmpint (way_plan_next_number (damaged, &way_milestone_type), ==, 1);
}

/* Links that point at what is gone are refused when the transaction ends. */
static void
test_broken_reference_is_refused (Fixture *f, gconstpointer data)
{
  g_autoptr (WayChangeset) drop = way_changeset_new ("Drop", WAY_ORIGIN_EDIT);
  g_autoptr (GError) error = NULL;
  g_autoptr (WayPlan) before = NULL;
  g_autoptr (WayPlan) after = NULL;
  gint64 seq;

  fill (f, 3);
  before = load_plan (f->store);
  seq = way_store_get_seq (f->store);
  drop_record (drop, f->plan, way_plan_peek_records (f->plan, &way_task_type)->pdata[0]);
  g_assert_false (way_store_commit (f->store, f->plan, drop, &error));
  g_assert_error (error, WAY_ERROR, WAY_ERROR_INVALID);
  g_assert_cmpint (way_store_get_seq (f->store), ==, seq);
  g_assert_cmpint (drop->seq, ==, 0);
  after = load_plan (f->store);
  assert_same_plan (before, after);
  assert_sound (f->store);
}

static void
test_out_of_limits_is_refused (Fixture *f, gconstpointer data)
{
  g_autoptr (WayChangeset) edit = way_changeset_new ("Edit", WAY_ORIGIN_EDIT);
  g_autoptr (GError) error = NULL;

  fill (f, 2);
  set_int (edit, f->plan, way_plan_peek_records (f->plan, &way_task_type)->pdata[0],
           "percent_complete", 101);
  g_assert_false (way_store_commit (f->store, f->plan, edit, &error));
  g_assert_error (error, WAY_ERROR, WAY_ERROR_INVALID);
  assert_sound (f->store);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint seed = 1; seed <= 8; seed++)
    {
      g_autofree char *name = g_strdup_printf ("/store/round-trip/%u", seed);

      ADD (name, test_round_trip, GUINT_TO_POINTER (seed));
    }
  ADD ("/store/every-type", test_every_type, NULL);
  ADD ("/store/exists", test_exists, NULL);
  ADD ("/store/ids-are-never-reused", test_ids_are_never_reused, NULL);
  ADD ("/store/numbers-are-never-reused", test_numbers_are_never_reused, NULL);
  ADD ("/store/broken-reference-is-refused", test_broken_reference_is_refused, NULL);
  ADD ("/store/out-of-limits-is-refused", test_out_of_limits_is_refused, NULL);
  return g_test_run ();
}
