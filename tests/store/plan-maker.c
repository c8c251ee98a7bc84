/* plan-maker.c: plans of random records, and changesets on them without a document.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "plan-maker.h"

#include "model/way-record-private.h"

#include <glib/gstdio.h>

char *
make_folder (void)
{
  g_autoptr (GError) error = NULL;
  char *folder = g_dir_make_tmp ("waymark-store-XXXXXX", &error);

  g_assert_no_error (error);
  return folder;
}

void
remove_folder (char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR) && !g_file_test (path, G_FILE_TEST_IS_SYMLINK))
        remove_folder (g_steal_pointer (&path));
      else
        g_unlink (path);
    }
  g_rmdir (folder);
  g_free (folder);
}

char *
use_own_data_folder (void)
{
  char *folder = make_folder ();

  g_setenv ("XDG_DATA_HOME", folder, TRUE);
  return folder;
}

WayRecord *
pick_record (GRand *rand, WayPlan *plan, const WayRecordType *type)
{
  GPtrArray *records = way_plan_peek_records (plan, type);

  return records->len > 0 ? records->pdata[g_rand_int_range (rand, 0, (int) records->len)] : NULL;
}

static char *
random_text (GRand *rand)
{
  static const char *const parts[]
      = { "Design", " ", "“quoted”",        "\n", "'", "\"", "änderung", "日本語", ";", "%",
          "\\",     "🚀", "DROP TABLE task", "\t", "x" };
  GString *text = g_string_new (NULL);

  for (int n = g_rand_int_range (rand, 0, 8); n > 0; n--)
    g_string_append (text, parts[g_rand_int_range (rand, 0, G_N_ELEMENTS (parts))]);
  return g_string_free (text, FALSE);
}

static gint64
random_between (GRand *rand, gint64 min, gint64 max)
{
  guint64 bits = ((guint64) g_rand_int (rand) << 32) | g_rand_int (rand);
  guint64 span = (guint64) max - (guint64) min;

  switch (g_rand_int_range (rand, 0, 8))
    {
    case 0:
      return min;
    case 1:
      return max;
    default:
      return (gint64) ((guint64) min + (span == G_MAXUINT64 ? bits : bits % (span + 1)));
    }
}

/* What may name any record names a task here, so that nothing refers to itself. */
static const WayRecordType *
target_of (const WayField *field)
{
  return way_record_type (field->target != NULL ? field->target : "task");
}

WayValue
random_value (GRand *rand, WayPlan *plan, const WayField *field)
{
  gint64 min, max;
  WayRecord *target;

  switch (field->type)
    {
    case WAY_FIELD_TYPE_TEXT:
      return way_value_text (random_text (rand));
    case WAY_FIELD_TYPE_REAL:
      if (field->min_real != 0 || field->max_real != 0)
        return way_value_real (g_rand_double_range (rand, field->min_real, field->max_real));
      return way_value_real (g_rand_double_range (rand, -1e9, 1e9));
    case WAY_FIELD_TYPE_REF:
      target = pick_record (rand, plan, target_of (field));
      if ((field->flags & WAY_FIELD_REQUIRED) == 0 && g_rand_boolean (rand))
        target = NULL;
      return way_value_int (target != NULL ? target->id : 0);
    case WAY_FIELD_TYPE_MOMENT:
    case WAY_FIELD_TYPE_DATE:
      if (g_rand_int_range (rand, 0, 4) == 0)
        return way_value_int (WAY_NEVER);
      way_field_limits (field, &min, &max);
      min = random_between (rand, min, max);
      return way_value_int (field->type == WAY_FIELD_TYPE_DATE ? way_moment_day (min) : min);
    default:
      way_field_limits (field, &min, &max);
      return way_value_int (random_between (rand, min, max));
    }
}

WayRecord *
make_record (WayChangeset *changeset, WayPlan *plan, const WayRecordType *type)
{
  g_autoptr (WayRecord) record = way_record_new (type);

  record->id = way_plan_next_id (plan);
  way_plan_add (plan, record);
  way_changeset_add_create (changeset, type, record->id, NULL);
  return record;
}

void
set_value (WayChangeset *changeset, WayPlan *plan, WayRecord *record, const char *name,
           const WayValue *value)
{
  const WayField *field = way_record_type_field (way_record_get_record_type (record), name);
  WayValue current = way_record_get (record, field);
  WayValue before = way_value_copy (&current);

  if (way_plan_set (plan, record, field, value))
    way_changeset_add_set (changeset, field, record->id, &before, value);
  way_value_clear (&before);
}

void
set_text (WayChangeset *changeset, WayPlan *plan, WayRecord *record, const char *field,
          const char *text)
{
  WayValue value = way_value_text (text);

  set_value (changeset, plan, record, field, &value);
}

void
set_int (
    WayChangeset *changeset, WayPlan *plan, WayRecord *record, const char *field, gint64 number)
{
  WayValue value = way_value_int (number);

  set_value (changeset, plan, record, field, &value);
}

/* A parent is an older task, so that no task comes to be below itself. */
static void
set_random (WayChangeset *changeset, WayPlan *plan, WayRecord *record, const WayField *field,
            GRand *rand)
{
  WayValue value = random_value (rand, plan, field);

  if (g_str_equal (field->name, "parent") && value.i >= record->id)
    value.i = 0;
  set_value (changeset, plan, record, field->name, &value);
  way_value_clear (&value);
}

WayRecord *
make_random (WayChangeset *changeset, WayPlan *plan, const WayRecordType *type, GRand *rand)
{
  WayRecord *record = make_record (changeset, plan, type);

  for (guint i = 0; i < type->n_fields; i++)
    if (way_field_is_stored (&type->fields[i]))
      set_random (changeset, plan, record, &type->fields[i], rand);
  return record;
}

void
drop_record (WayChangeset *changeset, WayPlan *plan, WayRecord *record)
{
  way_changeset_add_delete (changeset, way_image_new (record), NULL);
  way_plan_remove (plan, record);
}

void
drop_with_referrers (WayChangeset *changeset, WayPlan *plan, WayRecord *record)
{
  gint64 id = record->id;
  WayReferenceIter iter;
  const WayField *field;
  GPtrArray *referrers;

  way_reference_iter_init (&iter, way_record_get_record_type (record));
  while ((field = way_reference_iter_next (&iter)) != NULL)
    while ((referrers = way_plan_get_referrers (plan, id, field)) != NULL && referrers->len > 0)
      if (referrers->pdata[0] != record && (field->flags & WAY_FIELD_CASCADE) != 0)
        drop_with_referrers (changeset, plan, referrers->pdata[0]);
      else
        set_int (changeset, plan, referrers->pdata[0], field->name, 0);
  drop_record (changeset, plan, record);
}

void
fill_plan (WayChangeset *changeset, WayPlan *plan, guint n_tasks)
{
  WayRecord *project = make_record (changeset, plan, &way_project_type);
  WayRecord *calendar = make_record (changeset, plan, &way_calendar_type);
  WayRecord *previous = NULL;

  set_text (changeset, plan, project, "title", "Launch");
  set_int (changeset, plan, project, "start", way_moment (2026, 1, 5, 8, 0));
  set_text (changeset, plan, calendar, "title", "Standard");
  for (guint i = 0; i < n_tasks; i++)
    {
      WayRecord *task = make_record (changeset, plan, &way_task_type);
      g_autofree char *title = g_strdup_printf ("Task %u", i + 1);

      set_text (changeset, plan, task, "title", title);
      set_int (changeset, plan, task, "rank", i);
      if (previous != NULL)
        {
          WayRecord *link = make_record (changeset, plan, &way_link_type);

          set_int (changeset, plan, link, "predecessor", previous->id);
          set_int (changeset, plan, link, "successor", task->id);
        }
      previous = task;
    }
}

/* A type whose required references can be filled. */
static gboolean
can_make (WayPlan *plan, const WayRecordType *type)
{
  for (guint i = 0; i < type->n_fields; i++)
    {
      const WayField *field = &type->fields[i];

      if (field->type == WAY_FIELD_TYPE_REF && (field->flags & WAY_FIELD_REQUIRED) != 0
          && way_plan_peek_records (plan, target_of (field))->len == 0)
        return FALSE;
    }
  return TRUE;
}

void
random_edit (WayChangeset *changeset, WayPlan *plan, GRand *rand)
{
  guint n_types;
  const WayRecordType **types = way_record_types (&n_types);
  const WayRecordType *type = types[g_rand_int_range (rand, 0, (int) n_types)];
  WayRecord *record = pick_record (rand, plan, type);
  int dice = g_rand_int_range (rand, 0, 10);

  if (record == NULL || dice < 3)
    {
      if (can_make (plan, type))
        make_random (changeset, plan, type, rand);
    }
  else if (dice < 8)
    {
      const WayField *field = &type->fields[g_rand_int_range (rand, 0, (int) type->n_fields)];

      if (way_field_is_stored (field))
        set_random (changeset, plan, record, field, rand);
    }
  else
    drop_with_referrers (changeset, plan, record);
}

void
apply_changeset (WayPlan *plan, const WayChangeset *changeset)
{
  for (guint i = 0; i < way_changeset_get_n_edits (changeset); i++)
    {
      const WayEdit *edit = way_changeset_get_edit (changeset, i);
      g_autoptr (WayRecord) record = NULL;

      if (edit->kind == WAY_EDIT_CREATE)
        {
          g_assert_nonnull (edit->image);
          record = way_image_to_record (edit->image);
          way_plan_add (plan, record);
        }
      else if (edit->kind == WAY_EDIT_SET)
        way_plan_set (plan, way_plan_lookup (plan, edit->id), edit->field, &edit->after);
      else
        way_plan_remove (plan, way_plan_lookup (plan, edit->id));
    }
  way_plan_settle (plan);
}

WayPlan *
load_plan (WayStore *store)
{
  g_autoptr (GError) error = NULL;
  WayPlan *plan = way_plan_new ();

  way_store_load (store, plan, &error);
  g_assert_no_error (error);
  return plan;
}

void
assert_same_plan (WayPlan *a, WayPlan *b)
{
  g_autofree char *left = way_plan_to_text (a);
  g_autofree char *right = way_plan_to_text (b);

  g_assert_cmpstr (left, ==, right);
}

void
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
