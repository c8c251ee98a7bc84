/* test-milestone-layout.c: milestone documents in the layout that teams use, and in the wild.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Both are looked for in WAYMARK_SHARED_DATA and beside it; those tests skip when they are not
 * there. */

#include "milestone-fixture.h"

#include "document/way-milestone-parts.h"
#include "exchange/milestone/way-milestone-file.h"
#include "exchange/milestone/way-milestone-text.h"
#include "exchange/milestone/way-milestone-write.h"
#include "model/way-error.h"

#include <glib/gstdio.h>
#include <string.h>

/* ---- The layout that teams use ---- */

static char *
read_shared (const char *name)
{
  const char *data = g_getenv ("WAYMARK_SHARED_DATA");
  g_autofree char *path = data != NULL ? g_build_filename (data, name, NULL) : NULL;
  char *text = NULL;

  if (path == NULL || !g_file_get_contents (path, &text, NULL, NULL))
    g_test_skip ("The shared documents are not here");
  return text;
}

#define LAYOUT "../seeds/3-milestone-document-template.md"

/* What goes where a plain word would not do. */
static const char *const typed[][2] = {
  { "STATUS", "active" },
  { "PRIORITY", "high" },
  { "BUSINESS_VALUE", "critical" },
  { "TECHNICAL_COMPLEXITY", "complex" },
  { "RISK_LEVEL", "medium" },
  { "ARCHITECTURE_IMPACT", "major" },
  { "MILESTONE_ID", "MS-077" },
  { "ESTIMATED_EFFORT", "21.5" },
  { "ACTUAL_EFFORT", "7.25" },
  { "TEAM_SIZE", "13" },
  { "COMPLETION_PERCENTAGE", "43" },
  { "QUALITY_SCORE", "8.5" },
  { "CREATED_DATE", "2026-01-02" },
  { "UPDATED_DATE", "2026-01-03" },
  { "START_DATE", "2026-01-05" },
  { "TARGET_DATE", "2026-06-12" },
  { "ACTUAL_COMPLETION_DATE", "" },
  { "CHECKPOINT_25_DATE", "2026-02-01" },
  { "CHECKPOINT_50_DATE", "2026-03-01" },
  { "CHECKPOINT_75_DATE", "2026-04-01" },
  { "CHECKPOINT_100_DATE", "2026-06-01" },
  { "STAKEHOLDER_LIST", "stakeholder 1, stakeholder 2" },
  { "CORE_FEATURE_1_EFFORT", "31" },
  { "CORE_FEATURE_2_EFFORT", "32" },
  { "IMPORTANT_FEATURE_1_EFFORT", "33" },
  { "IMPORTANT_FEATURE_2_EFFORT", "34" },
  { "NICE_FEATURE_1_EFFORT", "35" },
  { "RISK_1_PROBABILITY", "high" },
  { "RISK_1_IMPACT", "high" },
  { "RISK_2_PROBABILITY", "medium" },
  { "RISK_2_IMPACT", "high" },
  { "RISK_3_PROBABILITY", "low" },
  { "RISK_3_IMPACT", "medium" },
  { "SPRINT_DURATION", "2" },
  { "TOTAL_DURATION", "23" },
  { "TEAM_CAPACITY", "138" },
  { "CAPACITY_UTILIZATION", "16" },
  { "BUFFER_PERCENTAGE", "84" },
  { "MIN_TEST_COVERAGE", "85" },
};

/* Computed: not in the plan, and not what somebody wrote. */
static const char *const computed[] = {
  "TOTAL_SPRINTS",    "AVERAGE_VELOCITY",
  "RISK_SCORE",       "DAYS_REMAINING",
  "COMPLETION_RATE",  "BUSINESS_VALUE_SCORE",
  "COMPLEXITY_SCORE", "TEAM_SATISFACTION_SCORE",
  "NEXT_REVIEW_DATE", NULL,
};

static char *
word_for (const char *placeholder)
{
  for (guint i = 0; i < G_N_ELEMENTS (typed); i++)
    if (strcmp (typed[i][0], placeholder) == 0)
      return g_strdup (typed[i][1]);
  return g_strdelimit (g_ascii_strdown (placeholder, -1), "_", ' ');
}

static gboolean
fill_in (const GMatchInfo *match, GString *result, gpointer data)
{
  g_autofree char *name = g_match_info_fetch (match, 1);
  g_autofree char *word = word_for (name);

  g_string_append (result, word);
  if (data != NULL)
    g_ptr_array_add (data, g_steal_pointer (&name));
  return FALSE;
}

static char *
filled_layout (const char *layout, GPtrArray *names)
{
  g_autoptr (GRegex) regex = g_regex_new ("\\{([A-Z0-9_]+)\\}", 0, 0, NULL);

  return g_regex_replace_eval (regex, layout, -1, 0, 0, fill_in, names, NULL);
}


/* Every placeholder has its place in the plan, and from there in the document. */
static void
test_every_placeholder (Fixture *f, gconstpointer data)
{
  g_autofree char *layout = read_shared (LAYOUT);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *filled = NULL;
  g_autofree char *values = NULL;
  g_autofree char *out = NULL;

  if (layout == NULL)
    return;
  filled = filled_layout (layout, names);
  fixture_import (f, filled);
  values = fixture_all_values (f);
  fixture_forget_source (f);
  out = fixture_export (f);
  g_assert_cmpuint (names->len, >, 200);
  for (guint i = 0; i < names->len; i++)
    {
      g_autofree char *word = word_for (names->pdata[i]);

      if (g_strv_contains (computed, names->pdata[i]))
        {
          g_assert_null (strstr (out, word));
          continue;
        }
      if (strstr (values, word) == NULL || strstr (out, word) == NULL)
        g_error ("{%s} has no place: “%s”", (char *)names->pdata[i], word);
    }
}

/* A document made by Waymark is the layout, line by line, but for what is computed. */
static void
test_same_layout (Fixture *f, gconstpointer data)
{
  g_autofree char *layout = read_shared (LAYOUT);
  g_autofree char *filled = NULL;
  g_autofree char *out = NULL;
  g_auto (GStrv) theirs = NULL;
  g_auto (GStrv) ours = NULL;
  guint i;

  if (layout == NULL)
    return;
  filled = filled_layout (layout, NULL);
  fixture_import (f, filled);
  fixture_forget_source (f);
  out = fixture_export (f);
  theirs = g_strsplit (g_strchomp (filled), "\n", -1);
  ours = g_strsplit (g_strchomp (out), "\n", -1);
  for (i = 0; theirs[i] != NULL && ours[i] != NULL; i++)
    {
      gboolean figure = FALSE;

      for (guint k = 0; computed[k] != NULL; k++)
        {
          g_autofree char *word = word_for (computed[k]);

          figure = figure || strstr (theirs[i], word) != NULL;
        }
      if (!figure)
        g_assert_cmpstr (ours[i], ==, theirs[i]);
    }
  g_assert_true (theirs[i] == NULL && ours[i] == NULL);
}

/* The raw layout comes in as a milestone of which nothing is known but its lists. */
static void
test_raw_layout (Fixture *f, gconstpointer data)
{
  g_autofree char *layout = read_shared (LAYOUT);
  g_autoptr (GRegex) regex = g_regex_new ("\\{[A-Z0-9_]+\\}", 0, 0, NULL);
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  WayMilestone *milestone;

  if (layout == NULL)
    return;
  fixture_import (f, layout);
  milestone = fixture_only_milestone (f);
  g_assert_cmpfloat (milestone->estimated_effort, ==, 0);
  g_assert_cmpint (milestone->status, ==, WAY_STATUS_PLANNING);
  g_assert_cmpstr (way_section_get_text (WAY_RECORD (milestone), "vision"), ==, "");
  first = fixture_export (f);
  g_assert_false (g_regex_match (regex, first, 0, NULL));
  fixture_import (f, first);
  second = fixture_export (f);
  g_assert_cmpstr (first, ==, second);
}

/* Found in the wild: out as they came in. */
static void
test_wild (Fixture *f, gconstpointer data)
{
  static const char *const wild[] = {
    "milestones/aiwf_1.md",
    "milestones/aiwf_2.md",
    "milestones/aiwf_3.md",
    "milestones/aiwf_4.md",
    "milestones/aiwf_5.md",
    "milestones/aiwf_6.md",
    "milestones/manifest_enterprise.md",
    "milestones/manifest_multi_team.md",
    "milestones/no_front_matter.md",
    "milestones/sprint_meta_1.md",
    "milestones/task.md",
  };

  for (guint i = 0; i < G_N_ELEMENTS (wild); i++)
    {
      g_autofree char *text = read_shared (wild[i]);
      g_autofree char *out = NULL;

      if (text == NULL)
        return;
      fixture_import (f, text);
      out = fixture_export (f);
      g_assert_cmpstr (out, ==, text);
      g_assert_true (way_document_undo (f->document, NULL));
      g_assert_true (
          way_document_undo (f->document, NULL)
          || way_plan_peek_records (way_document_get_plan (f->document), &way_milestone_type)->len
                 == 0);
      if (way_plan_peek_records (way_document_get_plan (f->document), &way_milestone_type)->len > 0)
        g_test_fail ();
    }
}

#define ADD(name, function)                                                                        \
  g_test_add ("/milestone-layout/" name, Fixture, NULL, fixture_set_up, function, fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("every-placeholder", test_every_placeholder);
  ADD ("same-layout", test_same_layout);
  ADD ("raw-layout", test_raw_layout);
  ADD ("wild", test_wild);
  return g_test_run ();
}
