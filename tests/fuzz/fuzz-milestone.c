/* fuzz-milestone.c: any bytes as a milestone's document: refused with the plan untouched, or a plan
 * that lasts.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A document that is taken must go out again, come into another plan as the same, go out of that one
 * byte for byte as before, change nothing when it comes in once more, and be undone without a trace. */

#include "fuzz.h"
#include "../exchange/exchange-helper.h"
#include "model/way-error.h"

#define LONGEST_LINE 4096

static gboolean
take_in (WayDocument *document, const char *path, GError **error)
{
  g_autoptr (WayImportReport) report = NULL;
  g_autofree char *said = NULL;
  WayExchangeOptions options = { .prefer = WAY_PREFER_FILE };
  gboolean taken = way_exchange_import (document, path, "milestone", &options, &report, error);

  g_assert_true (report != NULL || !taken); /* there may be one of what keeps it out, too */
  if (report != NULL)
    {
      said = way_import_report_to_text (report);
      g_assert_true (g_utf8_validate (said, -1, NULL));
    }
  return taken;
}

static char *
send_out (WayDocument *document, const char *name)
{
  g_autofree char *path = helper_scratch (name), *text = NULL;
  g_autoptr (GError) error = NULL;

  way_exchange_export (document, path, "milestone", NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  return g_steal_pointer (&text);
}

static void
check_refused (WayDocument *document, const char *before, const GError *error)
{
  g_autofree char *after = helper_text (document);

  g_assert_true (error->domain == WAY_ERROR);
  g_assert_true (g_utf8_validate (error->message, -1, NULL));
  fuzz_assert_same_text (before, after);
  g_assert_false (way_document_can_undo (document));
  g_assert_false (way_document_in_scope (document));
}

static void
check_same_elsewhere (const char *path, const char *text)
{
  g_autoptr (WayDocument) other = helper_new_plan ();
  g_autoptr (GError) error = NULL;
  g_autofree char *again = NULL;

  take_in (other, path, &error);
  g_assert_no_error (error);
  again = send_out (other, "again.md");
  fuzz_assert_same_text (text, again);
}

int
LLVMFuzzerTestOneInput (const guint8 *data, size_t size)
{
  g_autofree char *path = helper_scratch ("input.md"), *out = helper_scratch ("out.md");
  g_autoptr (WayDocument) document = helper_new_plan ();
  g_autofree char *before = helper_text (document), *undone = NULL;
  g_autofree char *text = NULL, *second = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents_full (path, (const char *) data, (gssize) size,
                                           G_FILE_SET_CONTENTS_NONE, 0600, NULL));
  if (!take_in (document, path, &error))
    {
      check_refused (document, before, error);
      return 0;
    }
  g_assert_true (way_document_undo (document, &error));
  undone = helper_text (document);
  fuzz_assert_same_text (before, undone);
  g_assert_true (way_document_redo (document, &error));
  text = send_out (document, "out.md");
  check_same_elsewhere (out, text);
  take_in (document, out, &error);
  g_assert_no_error (error);
  second = send_out (document, "second.md");
  fuzz_assert_same_text (text, second);
  return 0;
}

/* ------------------------------------------------------------------ changes line by line */

/* The line that a random place is in: [*start, *end) with its line end. */
static void
pick_line (GRand *rand, const guint8 *data, size_t size, size_t *start, size_t *end)
{
  size_t at = size > 0 ? (size_t) g_rand_int_range (rand, 0, (gint32) size) : 0;

  for (*start = at; *start > 0 && data[*start - 1] != '\n';)
    (*start)--;
  for (*end = at; *end < size && data[(*end)++] != '\n';)
    ;
}

static size_t
insert (guint8 *data, size_t size, size_t max_size, size_t at, const void *more, size_t n)
{
  if (size + n > max_size)
    return size;
  memmove (data + at + n, data + at, size - at);
  memcpy (data + at, more, n);
  return size + n;
}

/* A line doubled elsewhere, taken out, indented, or one of those that mean something put in. */
size_t
LLVMFuzzerCustomMutator (guint8 *data, size_t size, size_t max_size, unsigned int seed)
{
  static const char *const lines[] = {
    "---\n", "\n", "- [ ] \n", "- [x] Done: x\n", "  - Evidence: y\n", "  - Owner: Anna\n",
    "## Executive Summary\n", "### Success Criteria\n", "### Quality Gates\n", "```\n", "<!--\n", "-->\n",
    "| a | b |\n|---|---|\n", "1. one\n", "* x\n", "> q\n", "status: completed\n", "owner: [a, b]\n",
    "depends_on: {X}\n", "x: |\n  y\n", "#### **Must Have**\n", "**Target**: 5\n", "\t- [X] t\n", "\r\n",
  };
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  size_t start, end, at, other;
  guint8 line[LONGEST_LINE];
  const char *known = lines[g_rand_int_range (rand, 0, G_N_ELEMENTS (lines))];

  pick_line (rand, data, size, &start, &end);
  pick_line (rand, data, size, &at, &other);
  switch (g_rand_int_range (rand, 0, 7))
    {
    case 0:
      memmove (data + start, data + end, size - end);
      return size - (end - start);
    case 1:
      if (end - start > sizeof line)
        return size;
      memcpy (line, data + start, end - start);
      return insert (data, size, max_size, at, line, end - start);
    case 2:
      return insert (data, size, max_size, start, "  ", 2);
    case 3:
      return insert (data, size, max_size, start, known, strlen (known));
    default:
      return LLVMFuzzerMutate (data, size, max_size);
    }
}
