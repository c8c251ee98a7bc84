/* test-undo.c: undo is exact, over every record type, across closing and opening.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "random-edits.h"

#include "document/way-task-edits.h"

#include <glib/gstdio.h>

#define STEPS 50

typedef struct
{
  char *folder;
  char *path; /* NULL: a plan in memory */
  GRand *rand;
  WayDocument *document;
} Fixture;

static void
set_up (Fixture *f, gboolean in_memory, guint32 seed)
{
  WayMoment start = way_moment (2026, 1, 5, 8, 0);
  g_autoptr (GError) error = NULL;

  f->rand = g_rand_new_with_seed (seed);
  if (in_memory)
    f->document = way_document_new ("Plan", start);
  else
    {
      f->folder = g_dir_make_tmp ("waymark-undo-XXXXXX", &error);
      g_assert_no_error (error);
      f->path = g_build_filename (f->folder, "Plan.waymark", NULL);
      f->document = way_document_create (f->path, "Plan", start, &error);
    }
  g_assert_no_error (error);
  way_document_begin (f->document, "Status date");
  way_document_set_int (f->document,
                        WAY_RECORD (way_plan_get_project (way_document_get_plan (f->document))),
                        "status_date", way_moment (2026, 5, 4, 0, 0));
  g_assert_true (way_document_commit (f->document, &error));
  make_something_of_everything (f->document, f->rand);
}

static void
tear_down (Fixture *f)
{
  g_assert_finalize_object (f->document);
  if (f->path != NULL)
    {
      g_assert_cmpint (g_unlink (f->path), ==, 0);
      g_assert_cmpint (g_rmdir (f->folder), ==, 0); /* no side file stays */
    }
  g_free (f->path);
  g_free (f->folder);
  g_rand_free (f->rand);
}

static void
reopen (Fixture *f)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *stored = stored_text (f->document);
  g_autofree char *derived = derived_text (f->document);
  g_autofree char *stored_again = NULL;
  g_autofree char *derived_again = NULL;

  if (f->path == NULL)
    return;
  g_assert_finalize_object (f->document);
  f->document = way_document_open (f->path, &error);
  g_assert_no_error (error);
  stored_again = stored_text (f->document);
  derived_again = derived_text (f->document);
  assert_same_text (stored_again, stored);
  assert_same_text (derived_again, derived);
}

static void
assert_sound (Fixture *f)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);

  if (f->path == NULL)
    return;
  way_store_verify (way_document_get_store (f->document), problems, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < problems->len; i++)
    g_test_message ("%s", (char *) problems->pdata[i]);
  g_assert_cmpuint (problems->len, ==, 0);
}

/* The states that the plan went through, the first at the bottom. */
static void
note (GPtrArray *states, Fixture *f)
{
  g_ptr_array_add (states, stored_text (f->document));
  g_ptr_array_add (states, derived_text (f->document));
}

static void
assert_state (GPtrArray *states, guint index, Fixture *f)
{
  g_autofree char *stored = stored_text (f->document);
  g_autofree char *derived = derived_text (f->document);

  assert_same_text (stored, states->pdata[2 * index]);
  assert_same_text (derived, states->pdata[2 * index + 1]);
}

static void
undo (Fixture *f)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (way_document_can_undo (f->document));
  way_document_undo (f->document, &error);
  g_assert_no_error (error);
}

static void
redo (Fixture *f)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (way_document_can_redo (f->document));
  way_document_redo (f->document, &error);
  g_assert_no_error (error);
}

static void
count_change (WayDocument *document, WayChangeset *changeset, guint *n)
{
  (*n)++;
}

/* Random steps until @n of them changed something, each state noted. */
static void
make_steps (Fixture *f, GPtrArray *states, guint n)
{
  for (guint made = 0, tries = 0; made < n && tries < 20 * n; tries++)
    {
      guint changes = 0;
      gulong handler
          = g_signal_connect (f->document, "changed", G_CALLBACK (count_change), &changes);

      random_step (f->document, f->rand);
      g_signal_handler_disconnect (f->document, handler);
      g_assert_cmpuint (changes, <=, 1);
      if (changes == 0)
        continue;
      note (states, f);
      made++;
      if (g_rand_int_range (f->rand, 0, 25) == 0)
        reopen (f);
    }
}

/* Random steps, all undone, all redone; every state on the way is the one that it was. */
static void
check_there_and_back (gboolean in_memory, guint32 seed)
{
  Fixture fixture = { 0 };
  Fixture *f = &fixture;
  g_autoptr (GPtrArray) states = g_ptr_array_new_with_free_func (g_free);
  guint n;

  set_up (f, in_memory, seed);
  note (states, f);
  make_steps (f, states, STEPS);
  n = states->len / 2 - 1;
  g_assert_cmpuint (n, >, STEPS / 2);
  for (guint i = n; i > 0; i--)
    {
      undo (f);
      assert_state (states, i - 1, f);
      if (i == n / 2)
        reopen (f);
    }
  assert_sound (f);
  for (guint i = 0; i < n; i++)
    {
      redo (f);
      assert_state (states, i + 1, f);
      if (i == n / 2)
        reopen (f);
    }
  g_assert_false (way_document_can_redo (f->document));
  assert_sound (f);
  tear_down (f);
}

static void
test_there_and_back (gconstpointer seed)
{
  check_there_and_back (FALSE, GPOINTER_TO_UINT (seed));
}

static void
test_there_and_back_in_memory (gconstpointer seed)
{
  check_there_and_back (TRUE, GPOINTER_TO_UINT (seed));
}

/* A walk: steps, undo and redo in any order. A new step forgets what could be redone. */
static void
test_walk (gconstpointer data)
{
  Fixture fixture = { 0 };
  Fixture *f = &fixture;
  g_autoptr (GPtrArray) states = g_ptr_array_new_with_free_func (g_free);
  guint here = 0;

  set_up (f, FALSE, GPOINTER_TO_UINT (data));
  note (states, f);
  for (int i = 0; i < 3 * STEPS; i++)
    {
      int dice = g_rand_int_range (f->rand, 0, 21);

      if (dice == 20)
        reopen (f);
      else if (dice >= 13 && here > 0)
        {
          undo (f);
          here--;
        }
      else if (dice >= 8 && 2 * (here + 1) < states->len)
        {
          redo (f);
          here++;
        }
      else
        {
          g_autoptr (GPtrArray) fresh = g_ptr_array_new_with_free_func (g_free);

          make_steps (f, fresh, 1);
          if (fresh->len == 0)
            continue;
          g_ptr_array_set_size (states, (int) (2 * (here + 1)));
          note (states, f);
          here++;
        }
      assert_state (states, here, f);
    }
  assert_sound (f);
  tear_down (f);
}

/* A row made before its parent, a milestone before its row: the journal does not hold these
 * references, and taking back the one takes the other along. */
static void
test_made_in_any_order (gconstpointer in_memory)
{
  Fixture fixture = { 0 };
  Fixture *f = &fixture;
  g_autoptr (GPtrArray) states = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;
  WayRecord *child, *milestone, *parent;

  set_up (f, GPOINTER_TO_INT (in_memory), 1);
  note (states, f);
  way_document_begin (f->document, "Make");
  child = way_document_create_record (f->document, &way_task_type);
  milestone = way_document_create_record (f->document, &way_milestone_type);
  parent = way_document_create_record (f->document, &way_task_type);
  way_document_set_text (f->document, child, "title", "Child");
  way_document_set_text (f->document, milestone, "title", "Milestone");
  way_document_set_text (f->document, parent, "title", "Parent");
  way_document_set_int (f->document, child, "parent", parent->id);
  way_document_set_int (f->document, milestone, "task", parent->id);
  way_document_commit (f->document, &error);
  g_assert_no_error (error);
  note (states, f);
  for (int i = 0; i < 2; i++)
    {
      reopen (f);
      undo (f);
      assert_state (states, 0, f);
      reopen (f);
      redo (f);
      assert_state (states, 1, f);
    }
  assert_sound (f);
  tear_down (f);
}

static WayTask *
pick_task (Fixture *f)
{
  GPtrArray *outline = way_plan_get_outline (way_document_get_plan (f->document));

  return outline->pdata[g_rand_int_range (f->rand, 0, (gint32) outline->len)];
}

/* In one scope some links come, go or become others, perhaps with a value of a task; a loop or a
 * link to the task's own phase is refused. */
static void
change_links (Fixture *f)
{
  guint n = (guint) g_rand_int_range (f->rand, 1, 4);
  g_autoptr (GError) error = NULL;

  way_document_begin (f->document, "Links");
  for (guint i = 0; i < n; i++)
    {
      GPtrArray *links = way_plan_peek_records (way_document_get_plan (f->document), &way_link_type);
      WayRecord *link
          = links->len > 0 ? links->pdata[g_rand_int_range (f->rand, 0, (gint32) links->len)] : NULL;
      int what = g_rand_int_range (f->rand, 0, 6);

      if (what < 3 || link == NULL)
        {
          link = way_document_create_record (f->document, &way_link_type);
          way_document_set_int (f->document, link, "predecessor", WAY_RECORD (pick_task (f))->id);
          way_document_set_int (f->document, link, "successor", WAY_RECORD (pick_task (f))->id);
        }
      else if (what == 3)
        way_document_delete (f->document, link);
      else if (what == 4)
        way_document_set_int (f->document, link, "type", g_rand_int_range (f->rand, 0, 4));
      else
        way_document_set_int (f->document, link, "lag", g_rand_int_range (f->rand, -960, 960));
    }
  if (g_rand_boolean (f->rand))
    way_document_set_int (f->document, WAY_RECORD (pick_task (f)), "duration",
                          480 * g_rand_int_range (f->rand, 1, 6));
  if (!way_document_commit (f->document, &error))
    g_test_message ("%s", error->message);
}

/* Links alone leave the rows where they are: the schedule is taken further, and is what the file
 * opened anew has. */
static void
test_links (gconstpointer data)
{
  Fixture f = { 0 };
  g_autoptr (GError) error = NULL;
  WayRecord *phase = NULL;

  set_up (&f, FALSE, 7);
  way_document_begin (f.document, "Rows");
  for (guint row = 0; row < 40; row++)
    {
      WayRecord *task = way_document_create_record (f.document, &way_task_type);

      way_document_set_text (f.document, task, "title", "Row");
      way_document_set_int (f.document, task, "rank", 1000 + row);
      way_document_set_int (f.document, task, "duration", 480 * g_rand_int_range (f.rand, 1, 6));
      if (row % 5 == 0)
        phase = task;
      else
        way_document_set_int (f.document, task, "parent", phase->id);
    }
  g_assert_true (way_document_commit (f.document, &error));
  for (guint i = 0; i < STEPS; i++)
    {
      for (guint k = 0; k < 4; k++)
        {
          change_links (&f);
          if (g_rand_int_range (f.rand, 0, 4) == 0)
            undo (&f);
        }
      reopen (&f);
    }
  assert_sound (&f);
  tear_down (&f);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint seed = 1; seed <= 12; seed++)
    {
      g_autofree char *file = g_strdup_printf ("/undo/there-and-back/%u", seed);
      g_autofree char *memory = g_strdup_printf ("/undo/in-memory/%u", seed);
      g_autofree char *walk = g_strdup_printf ("/undo/walk/%u", seed);

      g_test_add_data_func (file, GUINT_TO_POINTER (seed), test_there_and_back);
      g_test_add_data_func (memory, GUINT_TO_POINTER (seed), test_there_and_back_in_memory);
      g_test_add_data_func (walk, GUINT_TO_POINTER (seed), test_walk);
    }
  g_test_add_data_func ("/undo/links", NULL, test_links);
  g_test_add_data_func ("/undo/made-in-any-order", GINT_TO_POINTER (FALSE), test_made_in_any_order);
  g_test_add_data_func ("/undo/made-in-any-order-in-memory", GINT_TO_POINTER (TRUE),
                        test_made_in_any_order);
  return g_test_run ();
}
