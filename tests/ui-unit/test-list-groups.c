/* test-list-groups.c: rows under headings: their order, and what a list hears of changes.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/records/way-list-groups.h"

#include "document/way-document.h"

typedef struct
{
  WayDocument *document;
  WayRecord *records[5];
  GListStore *store;
  WayListGroups *groups;
  GPtrArray *mirror; /* what a list that heard every change shows */
  guint n_heard;
} Fixture;

static const WayField *
field (const char *name)
{
  return way_record_type_field (&way_milestone_type, name);
}

/* "[Planning 2] A B", or [-Planning 2] when folded. */
static char *
to_text (Fixture *self)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < self->mirror->len; i++)
    {
      gpointer item = self->mirror->pdata[i];

      if (WAY_IS_LIST_HEAD (item))
        g_string_append_printf (text, "[%s%s %u] ", way_list_head_get_folded (item) ? "-" : "",
                                way_list_head_get_label (item), way_list_head_get_count (item));
      else
        g_string_append_printf (text, "%s ", WAY_RECORD (item)->title);
    }
  return g_string_free (text, FALSE);
}

static void
changed_cb (GListModel *model, guint position, guint removed, guint added, Fixture *self)
{
  self->n_heard++;
  g_assert_cmpuint (position + removed, <=, self->mirror->len);
  if (removed > 0)
    g_ptr_array_remove_range (self->mirror, position, removed);
  for (guint i = 0; i < added; i++)
    g_ptr_array_insert (self->mirror, (int)(position + i),
                        g_list_model_get_item (model, position + i));
  g_assert_cmpuint (g_list_model_get_n_items (model), ==, self->mirror->len);
}

static void
set (Fixture *self, guint i, const char *name, gint64 value)
{
  g_autoptr (GError) error = NULL;

  way_document_begin (self->document, name);
  way_document_set_int (self->document, self->records[i], name, value);
  g_assert_true (way_document_commit (self->document, &error));
  way_list_groups_settle (self->groups);
}

static void
assert_shows (Fixture *self, const char *wanted)
{
  g_autofree char *text = to_text (self);

  g_assert_cmpstr (text, ==, wanted);
  for (guint i = 0; i < self->mirror->len; i++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (G_LIST_MODEL (self->groups), i);

      g_assert_true (item == self->mirror->pdata[i]);
    }
}

static void
set_up (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  const char *titles[] = { "A", "B", "C", "D", "E" };
  WayRecord *people[2];
  const gint64 statuses[] = { WAY_STATUS_ACTIVE, WAY_STATUS_PLANNING, WAY_STATUS_ACTIVE,
                              WAY_STATUS_COMPLETED, WAY_STATUS_PLANNING };

  self->document = way_document_new ("Groups", way_moment (2026, 5, 4, 8, 0));
  self->store = g_list_store_new (WAY_TYPE_RECORD);
  self->mirror = g_ptr_array_new_with_free_func (g_object_unref);
  way_document_begin (self->document, "Set up");
  for (guint i = 0; i < 2; i++)
    {
      people[i] = way_document_create_record (self->document, &way_resource_type);
      way_document_set_text (self->document, people[i], "title", i == 0 ? "Zoe" : "Ann");
    }
  for (guint i = 0; i < 5; i++)
    {
      WayRecord *record = way_document_create_record (self->document, &way_milestone_type);

      way_document_set_text (self->document, record, "title", titles[i]);
      way_document_set_int (self->document, record, "status", statuses[i]);
      way_document_set_int (self->document, record, "owner", i < 4 ? people[i % 2]->id : 0);
      way_document_set_int (self->document, record, "target_date",
                            i == 0 ? WAY_NEVER : way_moment (2026 + (i == 1), 5 + i / 3, 30, 0, 0));
      self->records[i] = record;
    }
  g_assert_true (way_document_commit (self->document, &error));
  for (guint i = 0; i < 5; i++)
    g_list_store_append (self->store, self->records[i]);
  self->groups = way_list_groups_new (G_LIST_MODEL (self->store));
  for (guint i = 0; i < 5; i++)
    g_ptr_array_add (self->mirror, g_object_ref (self->records[i]));
  g_signal_connect (self->groups, "items-changed", G_CALLBACK (changed_cb), self);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_ptr_array_unref (self->mirror);
  g_assert_finalize_object (self->groups);
  g_object_unref (self->store);
  g_object_unref (self->document);
}

static void
test_fields (Fixture *self, gconstpointer data)
{
  assert_shows (self, "A B C D E ");
  way_list_groups_set_field (self->groups, field ("status"));
  assert_shows (self, "[Planning 2] B E [Active 2] A C [Completed 1] D ");
  way_list_groups_set_field (self->groups, field ("owner"));
  assert_shows (self, "[Ann 2] B D [Zoe 2] A C [Owner: none 1] E ");
  way_list_groups_set_field (self->groups, field ("target_date"));
  assert_shows (self, "[May 2026 1] C [June 2026 2] D E [May 2027 1] B [Target: none 1] A ");
  way_list_groups_set_field (self->groups, NULL);
  assert_shows (self, "A B C D E ");
  g_assert_false (way_record_groups_by (field ("title")));
  g_assert_false (way_record_groups_by (field ("complete")));
}

/* Headings stay the same objects, and only what differs is told. */
static void
test_changes (Fixture *self, gconstpointer data)
{
  g_autoptr (GObject) planning = NULL;

  way_list_groups_set_field (self->groups, field ("status"));
  planning = g_object_ref (self->mirror->pdata[0]);
  self->n_heard = 0;
  way_list_groups_settle (self->groups);
  g_assert_cmpuint (self->n_heard, ==, 0);
  set (self, 0, "status", WAY_STATUS_PLANNING);
  assert_shows (self, "[Planning 3] A B E [Active 1] C [Completed 1] D ");
  set (self, 2, "status", WAY_STATUS_COMPLETED);
  assert_shows (self, "[Planning 3] A B E [Completed 2] C D ");
  g_assert_true (planning == self->mirror->pdata[0]);
  g_assert_cmpuint (self->n_heard, ==, 2);

  g_list_store_remove (self->store, 1);
  g_list_store_remove (self->store, 0); /* told once, when the loop is idle */
  g_assert_cmpuint (self->n_heard, ==, 2);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_cmpuint (self->n_heard, ==, 3);
  assert_shows (self, "[Planning 1] E [Completed 2] C D ");
}

static void
test_folding (Fixture *self, gconstpointer data)
{
  way_list_groups_set_field (self->groups, field ("status"));
  way_list_groups_fold (self->groups, self->mirror->pdata[0], TRUE);
  assert_shows (self, "[-Planning 2] [Active 2] A C [Completed 1] D ");
  set (self, 0, "status", WAY_STATUS_PLANNING);
  assert_shows (self, "[-Planning 3] [Active 1] C [Completed 1] D ");
  g_assert_cmpuint (way_list_groups_reveal (self->groups, self->records[3]), ==, 4);
  assert_shows (self, "[-Planning 3] [Active 1] C [Completed 1] D ");
  g_assert_cmpuint (way_list_groups_reveal (self->groups, self->records[1]), ==, 2);
  assert_shows (self, "[Planning 3] A B E [Active 1] C [Completed 1] D ");
  g_list_store_remove (self->store, 1);
  g_assert_cmpuint (way_list_groups_reveal (self->groups, self->records[1]), ==, G_MAXUINT);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, func)                                                                            \
  g_test_add ("/list-groups/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("fields", test_fields);
  ADD ("changes", test_changes);
  ADD ("folding", test_folding);
#undef ADD
  return g_test_run ();
}
