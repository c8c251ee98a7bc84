/* test-records.c: what every record type owes, walked from the field tables.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-plan.h"
#include "model/way-record-private.h"

#include <string.h>

typedef void (*TypeCheck) (const WayRecordType *type);

static void
for_each_type (gconstpointer data)
{
  TypeCheck check = (TypeCheck) data;
  guint n_types;
  const WayRecordType **types = way_record_types (&n_types);

  g_assert_cmpint (n_types, >=, 12);
  for (guint i = 0; i < n_types; i++)
    check (types[i]);
}

static WayValue
another_value (const WayField *field)
{
  WayValue initial = way_field_initial (field);

  switch (initial.storage)
    {
    case WAY_STORAGE_TEXT:
      return way_value_text ("something else");
    case WAY_STORAGE_REAL:
      return way_value_real (initial.r + 1);
    case WAY_STORAGE_INT:
    default:
      if (field->type == WAY_FIELD_TYPE_MOMENT || field->type == WAY_FIELD_TYPE_DATE)
        return way_value_int (way_moment (2026, 5, 4, 0, 0));
      return way_value_int (initial.i == 0 ? 1 : initial.i - 1);
    }
}

static void
check_description (const WayRecordType *type)
{
  g_assert_true (type == way_record_type (type->name));
  g_assert_cmpint (strlen (type->label), >, 0);
  g_assert_cmpint (strlen (type->plural), >, 0);
  g_assert_true (!type->page || (type->icon != NULL && type->empty != NULL));
  for (guint i = 0; i < type->n_fields; i++)
    {
      const WayField *field = &type->fields[i];
      WayValue initial = way_field_initial (field);

      g_assert_true (way_record_type_field (type, field->name) == field);
      g_assert_true (field->owner == type && field->index == i);
      g_assert_true (g_utf8_validate (field->label, -1, NULL));
      g_assert_true ((field->type == WAY_FIELD_TYPE_ENUM) == (field->choices != NULL));
      g_assert_true (field->type == WAY_FIELD_TYPE_REF || field->target == NULL);
      if (field->target != NULL)
        g_assert_nonnull (way_record_type (field->target));
      if (field->unit_field != NULL)
        g_assert_true (way_record_type_field (type, field->unit_field)->choices
                       == &way_enum_unit);
      if ((field->flags & WAY_FIELD_REQUIRED) == 0)
        g_assert_true (way_field_validate (field, &initial, NULL));
    }
}

static void
count_notify (GObject *object, GParamSpec *pspec, gpointer data)
{
  (*(guint *) data)++;
}

static void
check_values (const WayRecordType *type)
{
  WayRecord *record = way_record_new (type);
  guint n_notified = 0;

  g_signal_connect (record, "notify", G_CALLBACK (count_notify), &n_notified);
  for (guint i = 0; i < type->n_fields; i++)
    {
      const WayField *field = &type->fields[i];
      WayValue initial = way_field_initial (field);
      WayValue other = another_value (field);
      WayValue now = way_record_get (record, field);
      guint before = n_notified;

      g_assert_true (way_value_equal (&now, &initial));
      g_assert_false (way_record_set_value (record, field, &initial));
      g_assert_cmpint (n_notified, ==, before);
      g_assert_true (way_record_set_value (record, field, &other));
      g_assert_cmpint (n_notified, ==, before + 1);
      now = way_record_get (record, field);
      g_assert_true (way_value_equal (&now, &other));
    }
  g_assert_finalize_object (record);
}

static void
check_image (const WayRecordType *type)
{
  g_autoptr (WayRecord) record = way_record_new (type);
  g_autoptr (WayRecord) copy = NULL;
  g_autoptr (WayImage) image = NULL;
  g_autoptr (WayImage) again = NULL;

  for (guint i = 0; i < type->n_fields; i++)
    {
      WayValue other = another_value (&type->fields[i]);

      if (way_field_is_stored (&type->fields[i]))
        way_record_set_value (record, &type->fields[i], &other);
    }
  record->id = 7;
  image = way_image_new (record);
  copy = way_image_to_record (image);
  again = way_image_new (copy);
  g_assert_true (way_image_equal (image, again));
}

static void
check_format_and_parse (const WayRecordType *type)
{
  g_autoptr (WayRecord) record = way_record_new (type);

  for (guint i = 0; i < type->n_fields; i++)
    {
      const WayField *field = &type->fields[i];
      WayValue other = another_value (field);
      WayValue parsed;
      WayUnit unit;
      g_autofree char *shown = NULL;
      GError *error = NULL;

      if (field->type == WAY_FIELD_TYPE_REF || !way_field_is_stored (field))
        continue;
      if (field->type == WAY_FIELD_TYPE_DURATION || field->type == WAY_FIELD_TYPE_WORK)
        other = way_value_int (1440); /* one that its unit shows exactly */
      else if (field->type == WAY_FIELD_TYPE_MONEY)
        other = way_value_int (12345);
      way_record_set_value (record, field, &other);
      shown = way_record_format (record, field);
      g_assert_true (way_record_parse (record, field, shown, &parsed, &unit, &error));
      g_assert_no_error (error);
      g_assert_true (way_value_equal (&parsed, &other));
      way_value_clear (&parsed);
    }
}

static void
test_limits (void)
{
  const WayField *percent = way_record_type_lookup ("task", "percent_complete");
  const WayField *date = way_record_type_lookup ("task", "deadline");
  const WayField *title = way_record_type_lookup ("task", "title");
  const WayField *points = way_record_type_lookup ("task", "story_points");
  const WayField *clock = way_record_type_lookup ("project", "acknowledge_high");
  const struct
  {
    const WayField *field;
    WayValue value;
    gboolean allowed;
  } cases[] = {
    { percent, way_value_int (100), TRUE },   { percent, way_value_int (101), FALSE },
    { percent, way_value_int (-1), FALSE },   { date, way_value_int (WAY_NEVER), TRUE },
    { date, way_value_int (WAY_MOMENT_MIN - 1), FALSE }, { date, way_value_int (0), TRUE },
    { title, way_value_text (" \t"), FALSE }, { title, way_value_text ("\xff"), FALSE },
    { title, way_value_text ("ä"), TRUE },    { points, way_value_real (G_MAXDOUBLE), FALSE },
    { points, way_value_real (0.5), TRUE },   { clock, way_value_int (-60), FALSE },
  };
  g_autoptr (GError) negative = NULL;
  WayValue minute_before = way_value_int (-1);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      GError *error = NULL;

      g_assert_cmpint (way_field_validate (cases[i].field, &cases[i].value, &error), ==,
                       cases[i].allowed);
      g_assert_true ((error != NULL) != cases[i].allowed);
      g_clear_error (&error);
    }
  /* The most that there can be is no help to anybody. */
  g_assert_false (way_field_validate (clock, &minute_before, &negative));
  g_assert_nonnull (strstr (negative->message, "cannot be negative."));
}

static void
add_records (WayPlan *plan, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (WayRecord) record = way_record_new (&way_resource_type);

      record->id = way_plan_next_id (plan);
      way_plan_add (plan, record);
    }
}

static void
count_changes (GListModel *model, guint position, guint removed, guint added, gpointer data)
{
  guint *counts = data;

  counts[0]++;
  counts[1] += removed;
  counts[2] += added;
}

static void
test_list_tells_once (void)
{
  WayPlan *plan = way_plan_new ();
  GListModel *list = way_plan_get_records (plan, &way_resource_type);
  guint counts[3] = { 0 };

  g_signal_connect (list, "items-changed", G_CALLBACK (count_changes), counts);
  add_records (plan, 1000);
  g_assert_cmpint (counts[0], ==, 0);
  way_plan_settle (plan);
  g_assert_cmpint (counts[0], ==, 1);
  g_assert_cmpint (counts[2], ==, 1000);
  for (guint i = 0; i < 1000; i += 2)
    way_plan_remove (plan, way_plan_lookup (plan, i + 1));
  add_records (plan, 1);
  g_assert_cmpint (way_plan_peek_records (plan, &way_resource_type)->len, ==, 501);
  way_plan_settle (plan);
  way_plan_settle (plan);
  g_assert_cmpint (counts[0], ==, 2);
  g_assert_cmpint (g_list_model_get_n_items (list), ==, 501);
  for (guint i = 1; i < 501; i++)
    {
      g_autoptr (WayRecord) previous = g_list_model_get_item (list, i - 1);
      g_autoptr (WayRecord) record = g_list_model_get_item (list, i);

      g_assert_cmpint (previous->id, <, record->id);
    }
  g_assert_finalize_object (plan);
}

/* Random additions, removals and re-additions against a plain sorted set. */
static void
test_list_stays_sorted (void)
{
  g_autoptr (WayPlan) plan = way_plan_new ();
  g_autoptr (GHashTable) present = g_hash_table_new (NULL, NULL);

  for (guint step = 0; step < 5000; step++)
    {
      gint64 id = g_test_rand_int_range (1, 400);
      GPtrArray *records;

      if (g_hash_table_contains (present, GSIZE_TO_POINTER (id)))
        {
          way_plan_remove (plan, way_plan_lookup (plan, id));
          g_hash_table_remove (present, GSIZE_TO_POINTER (id));
        }
      else
        {
          g_autoptr (WayRecord) record = way_record_new (&way_resource_type);

          record->id = id;
          way_plan_add (plan, record);
          g_hash_table_add (present, GSIZE_TO_POINTER (id));
        }
      if (step % 7 != 0)
        continue;
      records = way_plan_peek_records (plan, &way_resource_type);
      g_assert_cmpint (records->len, ==, g_hash_table_size (present));
      for (guint i = 1; i < records->len; i++)
        g_assert_cmpint (WAY_RECORD (records->pdata[i - 1])->id, <,
                         WAY_RECORD (records->pdata[i])->id);
    }
}

static void
test_human_ids (void)
{
  g_autoptr (WayPlan) plan = way_plan_new ();
  g_autoptr (WayRecord) milestone = way_record_new (&way_milestone_type);
  WayValue four = way_value_int (4);
  g_autofree char *id = NULL;

  way_record_set_value (milestone, way_record_type_lookup ("milestone", "number"), &four);
  milestone->id = 1;
  way_plan_add (plan, milestone);
  id = way_record_dup_human_id (milestone);
  g_assert_cmpstr (id, ==, "MS-004");
  g_assert_true (way_plan_find_by_human_id (plan, "ms-4") == milestone);
  g_assert_null (way_plan_find_by_human_id (plan, "MS-5"));
  g_assert_null (way_plan_find_by_human_id (plan, "MS-"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/records/description", check_description, for_each_type);
  g_test_add_data_func ("/records/values-notify-once", check_values, for_each_type);
  g_test_add_data_func ("/records/image", check_image, for_each_type);
  g_test_add_data_func ("/records/format-and-parse", check_format_and_parse, for_each_type);
  g_test_add_func ("/records/limits", test_limits);
  g_test_add_func ("/records/human-ids", test_human_ids);
  g_test_add_func ("/list/tells-once", test_list_tells_once);
  g_test_add_func ("/list/stays-sorted", test_list_stays_sorted);
  return g_test_run ();
}
