/* test-milestone-templates.c: the user's own templates for milestones.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "milestone-fixture.h"

#include "document/way-milestone-parts.h"
#include "exchange/milestone/way-own-templates.h"

#include <glib/gstdio.h>
#include <string.h>

static WayRecord *
add (Fixture *f, WayMilestone *milestone, const WayRecordType *type, const char *title)
{
  WayRecord *record = way_milestone_add_part (f->document, milestone, type);

  if (title != NULL)
    way_document_set_text (f->document, record, "title", title);
  return record;
}

static WayMilestone *
make (Fixture *f, const char *title)
{
  WayRecord *record;

  way_document_begin (f->document, "Make");
  record = way_document_create_record (f->document, &way_milestone_type);
  way_document_set_text (f->document, record, "title", title);
  g_assert_true (way_document_commit (f->document, NULL));
  return WAY_MILESTONE (record);
}

/* What a milestone has is there again in another plan, with nothing ticked. */
static void
test_there_and_back (Fixture *f, gconstpointer data)
{
  WayMilestone *model = make (f, "Release 1"), *copy;
  g_autofree char *before = NULL, *after = NULL;
  g_autoptr (GPtrArray) names = NULL, items = NULL, lines = NULL, points = NULL, kpis = NULL;
  g_autoptr (GError) error = NULL;
  WayRecord *phase, *line, *gate;

  way_document_begin (f->document, "Fill");
  way_document_set_int (f->document, add (f, model, &way_checklist_item_type, "Accepted"), "done",
                        TRUE);
  gate = add (f, model, &way_checklist_item_type, "Security");
  way_document_set_int (f->document, gate, "list", WAY_CHECKLIST_QUALITY_GATES);
  way_document_set_text (f->document, gate, "criterion", "No finding");
  phase = add (f, model, &way_phase_type, "Build");
  line = add (f, model, &way_checklist_item_type, "Walls");
  way_document_set_int (f->document, line, "list", WAY_CHECKLIST_PHASE);
  way_document_set_int (f->document, line, "phase", phase->id);
  way_document_set_int (f->document, add (f, model, &way_checkpoint_type, NULL), "percent", 50);
  add (f, model, &way_kpi_type, "Orders");
  g_assert_true (way_document_commit (f->document, &error));
  before = fixture_all_values (f);
  g_assert_true (way_own_template_save (f->document, model, "Our: release/1", &error));
  g_assert_no_error (error);
  after = fixture_all_values (f);
  g_assert_cmpstr (before, ==, after);
  names = way_own_templates_list ();
  g_assert_cmpuint (names->len, ==, 1);

  g_object_unref (f->document);
  f->document = way_document_new ("Other", way_moment (2026, 5, 4, 8, 0));
  copy = make (f, "Release 2");
  way_document_begin (f->document, "Fill");
  g_assert_true (way_own_template_fill (f->document, copy, names->pdata[0], &error));
  g_assert_true (way_document_commit (f->document, &error));
  g_assert_cmpstr (WAY_RECORD (copy)->title, ==, "Release 2");
  items = way_milestone_get_parts (copy, &way_checklist_item_type);
  g_assert_cmpuint (items->len, ==, 3);
  for (guint i = 0; i < items->len; i++)
    g_assert_false (WAY_CHECKLIST_ITEM (items->pdata[i])->done);
  g_assert_cmpstr (WAY_CHECKLIST_ITEM (fixture_find (f, &way_checklist_item_type, "Security"))
                       ->criterion, ==, "No finding");
  lines = way_phase_get_items (WAY_PHASE (fixture_find (f, &way_phase_type, "Build")));
  g_assert_cmpuint (lines->len, ==, 1);
  points = way_milestone_get_parts (copy, &way_checkpoint_type);
  g_assert_cmpuint (points->len, ==, 1);
  kpis = way_milestone_get_parts (copy, &way_kpi_type);
  g_assert_cmpuint (kpis->len, ==, 1);
}

static void
test_gone (Fixture *f, gconstpointer data)
{
  WayMilestone *milestone = make (f, "Release");
  g_autoptr (GError) error = NULL;

  way_document_begin (f->document, "Fill");
  g_assert_false (way_own_template_fill (f->document, milestone, "Not there", &error));
  g_assert_nonnull (strstr (error->message, "Not there"));
  way_document_rollback (f->document);
}

/* Takes away what the tests left under @home. */
static void
remove_home (const char *home)
{
  g_autofree char *waymark = g_build_filename (home, "waymark", NULL);
  g_autofree char *folder = g_build_filename (waymark, "milestone-templates", NULL);
  g_autoptr (GDir) entries = g_dir_open (folder, 0, NULL);
  const char *name;

  while (entries != NULL && (name = g_dir_read_name (entries)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_remove (path);
    }
  g_remove (folder);
  g_remove (waymark);
  g_remove (home);
}

#define ADD(name, function)                                                                        \
  g_test_add ("/own-templates/" name, Fixture, NULL, fixture_set_up, function, fixture_tear_down)

int
main (int argc, char **argv)
{
  g_autofree char *home = g_dir_make_tmp ("waymark-templates-XXXXXX", NULL);
  int failed;

  g_setenv ("XDG_DATA_HOME", home, TRUE);
  g_test_init (&argc, &argv, NULL);
  ADD ("there-and-back", test_there_and_back);
  ADD ("gone", test_gone);
  failed = g_test_run ();
  remove_home (home);
  return failed;
}
