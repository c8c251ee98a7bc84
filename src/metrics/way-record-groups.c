/* way-record-groups.c: records of one type put together by what they have in common.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-i18n.h"

#include "metrics/way-record-groups.h"

#include "model/way-collation.h"
#include "model/way-plan.h"

#define MONTHS 12

void
way_record_group_free (WayRecordGroup *self)
{
  g_ptr_array_unref (self->records);
  g_free (self->label);
  g_free (self);
}

/**
 * way_record_groups_by:
 *
 * Returns: whether records can be grouped by @field
 */
gboolean
way_record_groups_by (const WayField *field)
{
  switch (field->type)
    {
    case WAY_FIELD_TYPE_ENUM:
    case WAY_FIELD_TYPE_BOOL:
    case WAY_FIELD_TYPE_REF:
    case WAY_FIELD_TYPE_DATE:
    case WAY_FIELD_TYPE_MOMENT:
      return (field->flags & WAY_FIELD_HIDDEN) == 0;
    default:
      return FALSE;
    }
}

/* A finish at midnight is the end of the day before, and so of the month before. */
static gint64
month_of (const WayField *field, WayMoment moment)
{
  WayCivil civil
      = way_moment_to_civil (field->type == WAY_FIELD_TYPE_MOMENT ? moment - 1 : moment);

  return (gint64) civil.year * MONTHS + civil.month - 1;
}

static gint64
key_of (WayRecord *record, const WayField *field)
{
  gint64 value = way_record_get (record, field).i;

  switch (field->type)
    {
    case WAY_FIELD_TYPE_REF:
      return value != 0 && way_plan_lookup (record->plan, value) != NULL ? value
                                                                         : WAY_RECORD_GROUP_NONE;
    case WAY_FIELD_TYPE_DATE:
    case WAY_FIELD_TYPE_MOMENT:
      return value != WAY_NEVER ? month_of (field, value) : WAY_RECORD_GROUP_NONE;
    default:
      return value;
    }
}

static char *
dup_label (WayRecord *record, const WayField *field, gint64 key)
{
  if (key == WAY_RECORD_GROUP_NONE)
    /* Translators: heading of the rows that have no value in a field, like: Owner: none */
    return g_strdup_printf (_ ("%s: none"), _ (field->label));
  if (field->type == WAY_FIELD_TYPE_DATE || field->type == WAY_FIELD_TYPE_MOMENT)
    /* Translators: a month and its year; the codes are those of strftime */
    return way_moment_format_pattern (
        way_moment ((int) (key / MONTHS), (int) (key % MONTHS) + 1, 1, 0, 0), _ ("%B %Y"));
  return way_record_format (record, field);
}

/* Months and choices in their order, of levels the worst first, others by name; "none" at the
 * end. */
static int
compare_groups (gconstpointer a, gconstpointer b, gpointer data)
{
  const WayRecordGroup *one = *(WayRecordGroup *const *) a, *two = *(WayRecordGroup *const *) b;
  const WayField *field = data;
  int order;

  if (one->key == WAY_RECORD_GROUP_NONE || two->key == WAY_RECORD_GROUP_NONE)
    return (one->key == WAY_RECORD_GROUP_NONE) - (two->key == WAY_RECORD_GROUP_NONE);
  order = field->type == WAY_FIELD_TYPE_REF ? way_collate (one->label, two->label) : 0;
  if (order == 0)
    order = (one->key > two->key) - (one->key < two->key);
  return field->choices == &way_enum_level ? -order : order;
}

/**
 * way_record_groups:
 * @records: (element-type WayRecord): of one type, in a plan
 * @field: one that way_record_groups_by() takes
 *
 * Every record in exactly one group.
 *
 * Returns: (transfer full) (element-type WayRecordGroup): those that have a record, in the order
 * to show them
 */
GPtrArray *
way_record_groups (GPtrArray *records, const WayField *field)
{
  g_autoptr (GHashTable) by_key = g_hash_table_new (g_int64_hash, g_int64_equal);
  GPtrArray *groups = g_ptr_array_new_with_free_func ((GDestroyNotify) way_record_group_free);

  for (guint i = 0; i < records->len; i++)
    {
      WayRecord *record = records->pdata[i];
      gint64 key = key_of (record, field);
      WayRecordGroup *group = g_hash_table_lookup (by_key, &key);

      if (group == NULL)
        {
          group = g_new0 (WayRecordGroup, 1);
          group->key = key;
          group->label = dup_label (record, field, key);
          group->records = g_ptr_array_new ();
          g_hash_table_insert (by_key, &group->key, group);
          g_ptr_array_add (groups, group);
        }
      g_ptr_array_add (group->records, record);
    }
  g_ptr_array_sort_with_data (groups, compare_groups, (gpointer) field);
  return groups;
}
