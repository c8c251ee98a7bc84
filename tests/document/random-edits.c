/* random-edits.c: random steps on a document, over every record type.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "random-edits.h"

#include "document/way-outline.h"
#include "document/way-task-edits.h"
#include "model/way-error.h"

/* Often the newest, so that edits of one scope meet on the same records. */
static WayRecord *
pick (WayDocument *document, GRand *rand, const WayRecordType *type)
{
  GPtrArray *records = way_plan_peek_records (way_document_get_plan (document), type);

  if (records->len == 0)
    return NULL;
  if (g_rand_int_range (rand, 0, 3) == 0)
    return records->pdata[records->len - 1];
  return records->pdata[g_rand_int_range (rand, 0, (int) records->len)];
}

static const WayRecordType *
pick_type (GRand *rand)
{
  guint n_types;
  const WayRecordType **types = way_record_types (&n_types);

  return types[g_rand_int_range (rand, 0, (int) n_types)];
}

/* Most texts are free; a few kinds are checked by the commit. */
static const char *
pick_text (GRand *rand, const WayField *field)
{
  static const char *const words[] = { "Design", "Umbau “Süd”", "Line\nbreak", "日本", "x", "" };
  static const char *const times[]
      = { "08:00-12:00 13:00-17:00", "-", "", "06:00-14:00", "22:00-06:00" };

  if (field->owner == &way_calendar_type && (field->flags & WAY_FIELD_STRUCTURE) != 0)
    return times[g_rand_int_range (rand, 0, G_N_ELEMENTS (times))];
  if (g_str_equal (field->name, "times"))
    return times[g_rand_int_range (rand, 0, 3)];
  if (g_str_equal (field->name, "recurrence"))
    return "";
  return words[g_rand_int_range (rand, 0, (int) G_N_ELEMENTS (words)
                                              - ((field->flags & WAY_FIELD_REQUIRED) != 0))];
}

static gint64
pick_int (WayDocument *document, GRand *rand, const WayField *field)
{
  gint64 min, max;
  WayRecord *target;

  way_field_limits (field, &min, &max);
  switch (field->type)
    {
    case WAY_FIELD_TYPE_REF:
      target = pick (document, rand,
                     way_record_type (field->target != NULL ? field->target : "task"));
      if ((field->flags & WAY_FIELD_REQUIRED) == 0 && g_rand_boolean (rand))
        target = NULL;
      return target != NULL ? target->id : 0;
    case WAY_FIELD_TYPE_MOMENT:
    case WAY_FIELD_TYPE_DATE:
      if ((field->flags & WAY_FIELD_REQUIRED) == 0 && g_rand_int_range (rand, 0, 3) == 0)
        return WAY_NEVER;
      max = way_moment (2026, g_rand_int_range (rand, 1, 13), g_rand_int_range (rand, 1, 29), 0, 0);
      return max + (field->type == WAY_FIELD_TYPE_MOMENT ? g_rand_int_range (rand, 0, 1440) : 0);
    case WAY_FIELD_TYPE_DURATION:
    case WAY_FIELD_TYPE_WORK:
      return g_rand_int_range (rand, MAX ((int) min, -4800), (int) MIN (max, 9600));
    default:
      min = MAX (min, -100000);
      max = MIN (max, 100000);
      return min + g_rand_int_range (rand, 0, (int) (max - min + 1));
    }
}

static void
set_random (WayDocument *document, GRand *rand, WayRecord *record, const WayField *field)
{
  WayValue value;

  if (!way_field_is_stored (field))
    return;
  if (way_field_storage (field) == WAY_STORAGE_TEXT)
    value = way_value_text (pick_text (rand, field));
  else if (way_field_storage (field) == WAY_STORAGE_REAL)
    value = way_value_real (g_rand_double_range (rand, field->min_real, MAX (field->max_real, 1)));
  else
    value = way_value_int (pick_int (document, rand, field));
  way_document_set (document, record, field, &value);
}

static void
create_random (WayDocument *document, GRand *rand, const WayRecordType *type)
{
  WayRecord *record = way_document_create_record (document, type);

  for (guint i = 0; i < type->n_fields; i++)
    {
      const WayField *field = &type->fields[i];

      if ((field->flags & WAY_FIELD_REQUIRED) != 0 || g_rand_int_range (rand, 0, 4) == 0)
        set_random (document, rand, record, field);
    }
}

static void
random_edit (WayDocument *document, GRand *rand)
{
  const WayRecordType *type = pick_type (rand);
  WayRecord *record = pick (document, rand, type);
  int dice = g_rand_int_range (rand, 0, 12);

  if (record == NULL || dice < 4)
    {
      if (type != &way_project_type)
        create_random (document, rand, type);
    }
  else if (dice < 11)
    set_random (document, rand, record,
                &type->fields[g_rand_int_range (rand, 0, (int) type->n_fields)]);
  else if (type != &way_project_type)
    way_document_delete (document, record);
}

static gboolean
random_scope (WayDocument *document, GRand *rand, GError **error)
{
  way_document_begin (document, "Random");
  for (int n = g_rand_int_range (rand, 1, 5); n > 0; n--)
    random_edit (document, rand);
  if (g_rand_int_range (rand, 0, 10) > 0)
    return way_document_commit (document, error);
  way_document_rollback (document);
  g_set_error (error, WAY_ERROR, WAY_ERROR_CANCELLED, "rolled back");
  return FALSE;
}

static gboolean
random_outline_step (WayDocument *document, GRand *rand, GError **error)
{
  WayTask *task = WAY_TASK (pick (document, rand, &way_task_type));
  WayTask *other = WAY_TASK (pick (document, rand, &way_task_type));
  WayEffect effect;

  switch (task == NULL ? 0 : g_rand_int_range (rand, 0, 11))
    {
    case 0:
      return way_outline_insert (document, task, "Inserted", error) != NULL;
    case 1:
      return way_outline_append_child (document, task, "Child", error) != NULL;
    case 2:
      return way_outline_indent (document, &task, 1, NULL, NULL, error);
    case 3:
      return way_outline_outdent (document, &task, 1, error);
    case 4:
      return way_outline_move_up (document, &task, 1, NULL, NULL, error);
    case 5:
      return way_outline_move_down (document, &task, 1, NULL, NULL, error);
    case 6:
      return way_outline_delete (document, &task, 1, error);
    case 7:
      return way_task_link (document, task, other, WAY_LINK_FS, 0, WAY_UNIT_DAYS, error) != NULL;
    case 8:
      return way_task_edit_start (document, task,
                                  way_moment (2026, 6, g_rand_int_range (rand, 1, 29), 8, 0),
                                  &effect, error);
    case 9:
      return way_task_edit_complete (document, task, g_rand_int_range (rand, 0, 101), error);
    default:
      return way_baseline_save (document, g_rand_int_range (rand, 0, 3), "Baseline", error);
    }
}

gboolean
random_step (WayDocument *document, GRand *rand)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *before = stored_text (document);
  g_autofree char *derived = derived_text (document);
  gboolean done = g_rand_int_range (rand, 0, 3) == 0 ? random_outline_step (document, rand, &error)
                                                     : random_scope (document, rand, &error);

  g_assert_true (done == (error == NULL));
  g_assert_false (way_document_in_scope (document));
  if (!done)
    {
      g_autofree char *after = stored_text (document);
      g_autofree char *derived_after = derived_text (document);

      assert_same_text (after, before);
      assert_same_text (derived_after, derived);
    }
  return done;
}

void
make_something_of_everything (WayDocument *document, GRand *rand)
{
  guint n_types;
  const WayRecordType **types = way_record_types (&n_types);

  for (int i = 0; i < 6; i++)
    g_assert_nonnull (way_outline_insert (document, NULL, "Task", NULL));
  for (guint i = 0; i < n_types; i++)
    for (int tries = 0; tries < 20 && types[i] != &way_project_type; tries++)
      {
        way_document_begin (document, "Make");
        create_random (document, rand, types[i]);
        if (way_document_commit (document, NULL))
          tries += 7; /* three of each */
      }
}

char *
stored_text (WayDocument *document)
{
  return way_plan_to_text (way_document_get_plan (document));
}

char *
derived_text (WayDocument *document)
{
  GString *text = g_string_new (NULL);
  guint n_types;
  const WayRecordType **types = way_record_types (&n_types);

  for (guint i = 0; i < n_types; i++)
    {
      GPtrArray *records = way_plan_peek_records (way_document_get_plan (document), types[i]);

      for (guint k = 0; k < records->len; k++)
        {
          WayRecord *record = records->pdata[k];

          g_string_append_printf (text, "%s %" G_GINT64_FORMAT, types[i]->name, record->id);
          for (guint f = 0; f < types[i]->n_fields; f++)
            if (!way_field_is_stored (&types[i]->fields[f]))
              g_string_append_printf (text, " %s=%" G_GINT64_FORMAT, types[i]->fields[f].name,
                                      way_record_get (record, &types[i]->fields[f]).i);
          g_string_append_c (text, '\n');
        }
    }
  return g_string_free (text, FALSE);
}

void
assert_same_text (const char *actual, const char *expected)
{
  g_auto (GStrv) left = g_strsplit (actual, "\n", -1);
  g_auto (GStrv) right = g_strsplit (expected, "\n", -1);

  for (guint i = 0; left[i] != NULL || right[i] != NULL; i++)
    {
      g_assert_cmpstr (left[i], ==, right[i]);
      if (left[i] == NULL)
        return;
    }
}
