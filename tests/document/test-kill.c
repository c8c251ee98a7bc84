/* test-kill.c: a program that dies at any moment loses nothing that it committed.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The test starts itself as a child that makes random edits and writes a line for
 * each one that is committed, and kills it with SIGKILL. */

#include "random-edits.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#define EDITS 1000
#define ROUNDS 40

static const char *program;

static char *
digest (WayDocument *document)
{
  g_autofree char *text = stored_text (document);

  return g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);
}

/* The child: up to a thousand edits; after each the number of the last journal entry, and what
 * the plan is then. */
static int
edit_until_killed (const char *path, guint32 seed)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  g_autoptr (WayDocument) document = way_document_open (path, NULL);

  if (document == NULL)
    return 1;
  printf ("ready\n");
  fflush (stdout);
  for (int i = 0; i < EDITS; i++)
    {
      int dice = g_rand_int_range (rand, 0, 10);
      g_autofree char *state = NULL;

      if (dice == 0 && way_document_can_undo (document))
        way_document_undo (document, NULL);
      else if (dice == 1 && way_document_can_redo (document))
        way_document_redo (document, NULL);
      else
        random_step (document, rand);
      state = digest (document);
      printf ("%" G_GINT64_FORMAT " %s\n", way_store_get_seq (way_document_get_store (document)),
              state);
      fflush (stdout);
    }
  return 0;
}

static pid_t
start_child (const char *path, guint32 seed, FILE **output)
{
  int ends[2];
  g_autofree char *number = g_strdup_printf ("%u", seed);
  pid_t child;

  g_assert_cmpint (pipe (ends), ==, 0);
  child = fork ();
  g_assert_cmpint (child, >=, 0);
  if (child == 0)
    {
      dup2 (ends[1], STDOUT_FILENO);
      close (ends[0]);
      close (ends[1]);
      execl (program, program, "--edit", path, number, NULL);
      _exit (127);
    }
  close (ends[1]);
  *output = fdopen (ends[0], "r");
  return child;
}

/* Reads what the child has written until it is gone; returns its last number and state. */
static gint64
read_to_end (FILE *output, char **state)
{
  char line[512];
  gint64 last = 0;

  while (fgets (line, sizeof line, output) != NULL)
    if (g_ascii_isdigit (line[0]) && strchr (line, '\n') != NULL)
      {
        last = g_ascii_strtoll (line, NULL, 10);
        g_free (*state);
        *state = g_strdup (g_strstrip (strchr (line, ' ')));
      }
  fclose (output);
  return last;
}

/* Lets the child work, kills it in the middle, and returns the last number it told. */
static gint64
run_and_kill (const char *path, guint32 seed, gulong microseconds, char **state)
{
  FILE *output = NULL;
  pid_t child = start_child (path, seed, &output);
  char line[64];
  int status;
  gint64 last;

  g_assert_nonnull (fgets (line, sizeof line, output));
  g_assert_cmpstr (line, ==, "ready\n");
  g_usleep (microseconds);
  kill (child, SIGKILL);
  last = read_to_end (output, state);
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true ((WIFSIGNALED (status) && WTERMSIG (status) == SIGKILL)
                 || (WIFEXITED (status) && WEXITSTATUS (status) == 0));
  return last;
}

static void
assert_sound (WayStore *store)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);

  way_store_verify (store, problems, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < problems->len; i++)
    g_test_message ("%s", (char *) problems->pdata[i]);
  g_assert_cmpuint (problems->len, ==, 0);
}

/* A few steps back and forth again: the same plan. */
static void
assert_undo_works (WayDocument *document)
{
  g_autofree char *before = stored_text (document);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;
  int n = 0;

  for (; n < 15 && way_document_can_undo (document); n++)
    {
      way_document_undo (document, &error);
      g_assert_no_error (error);
    }
  g_assert_cmpint (n, >, 0);
  for (; n > 0; n--)
    {
      g_assert_true (way_document_can_redo (document));
      way_document_redo (document, &error);
      g_assert_no_error (error);
    }
  after = stored_text (document);
  assert_same_text (after, before);
}

static void
test_kill (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("waymark-kill-XXXXXX", &error);
  g_autofree char *path = g_build_filename (folder, "Plan.waymark", NULL);
  g_autoptr (WayDocument) document =
      way_document_create (path, "Plan", way_moment (2026, 1, 5, 8, 0), &error);
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);
  gint64 total = 0;

  g_assert_no_error (error);
  make_something_of_everything (document, rand);
  for (guint32 round = 1; round <= ROUNDS; round++)
    {
      gint64 before = way_store_get_seq (way_document_get_store (document));
      gint64 told, kept;
      g_autofree char *told_state = NULL;
      g_autofree char *kept_state = NULL;

      g_assert_finalize_object (g_steal_pointer (&document));
      told = run_and_kill (path, round, (gulong) g_rand_int_range (rand, 0, 150000), &told_state);
      document = way_document_open (path, &error);
      g_assert_no_error (error);
      kept = way_store_get_seq (way_document_get_store (document));
      g_assert_cmpint (kept, >=, MAX (told, before));
      g_assert_cmpint (kept, <=, MAX (told, before) + 1); /* written, and killed before it told */
      kept_state = digest (document);
      if (kept == told)
        g_assert_cmpstr (kept_state, ==, told_state);
      total += kept - before;
      assert_sound (way_document_get_store (document));
      assert_undo_works (document);
    }
  g_test_message ("%d kills, %" G_GINT64_FORMAT " edits committed and found again", ROUNDS, total);
  g_assert_cmpint (total, >, ROUNDS);
  g_assert_finalize_object (g_steal_pointer (&document));
  g_assert_cmpint (g_unlink (path), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

int
main (int argc, char **argv)
{
  if (argc == 4 && strcmp (argv[1], "--edit") == 0)
    return edit_until_killed (argv[2], (guint32) strtoul (argv[3], NULL, 10));
  program = argv[0];
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/kill/at-any-moment", test_kill);
  return g_test_run ();
}
