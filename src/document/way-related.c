/* way-related.c: the records that a record names, those that name it, what it is a part of.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-i18n.h"

#include "document/way-related.h"

#include "model/way-records.h"

static void
related_free (gpointer data)
{
  WayRelated *self = data;

  g_free (self->how);
  g_object_unref (self->record);
  g_free (self);
}

static void
add (GPtrArray *list, const char *how, WayRecord *record, WayRecord *relation)
{
  WayRelated *related;

  if (record == NULL)
    return;
  related = g_new0 (WayRelated, 1);
  related->how = g_strdup (how);
  related->record = g_object_ref (record);
  related->relation = relation;
  g_ptr_array_add (list, related);
}

static void
add_named (GPtrArray *list, WayRecord *record)
{
  const WayRecordType *type = way_record_get_record_type (record);

  for (guint i = 0; i < type->n_fields; i++)
    {
      const WayField *field = &type->fields[i];

      if (field->type == WAY_FIELD_TYPE_REF && (field->flags & WAY_FIELD_HIDDEN) == 0)
        add (list, _ (field->label), way_plan_lookup (record->plan, way_record_get (record, field).i),
             NULL);
    }
}

/* Only what has a name of its own: what hangs on the record is shown elsewhere. */
static void
add_naming (GPtrArray *list, WayRecord *record)
{
  WayReferenceIter iter;
  const WayField *field;

  way_reference_iter_init (&iter, way_record_get_record_type (record));
  while ((field = way_reference_iter_next (&iter)) != NULL)
    {
      GPtrArray *referrers = way_plan_get_referrers (record->plan, record->id, field);

      if ((field->flags & WAY_FIELD_HIDDEN) != 0)
        continue;
      for (guint i = 0; i < referrers->len; i++)
        {
          const WayRecordType *type = way_record_get_record_type (referrers->pdata[i]);

          if (type->prefix != NULL)
            add (list, _ (type->label), referrers->pdata[i], NULL);
        }
    }
}

static void
add_relations (GPtrArray *list, WayRecord *record, const char *near, const char *far)
{
  GPtrArray *relations = way_plan_get_referrers (record->plan, record->id,
                                                 way_record_type_field (&way_relation_type, near));

  for (guint i = 0; i < relations->len; i++)
    {
      WayRecord *relation = relations->pdata[i];
      WayRecord *other = way_plan_lookup (record->plan, way_record_get_int (relation, far));

      if (other != NULL)
        add (list, _ (way_record_get_record_type (other)->label), other, relation);
    }
}

/**
 * way_record_get_related:
 * @record: of a plan
 *
 * Returns: (transfer full) (element-type WayRelated): what it names, what names it, and what it was
 * related to by hand, from either side
 */
GPtrArray *
way_record_get_related (WayRecord *record)
{
  GPtrArray *list = g_ptr_array_new_with_free_func (related_free);

  add_named (list, record);
  add_naming (list, record);
  add_relations (list, record, "subject", "other");
  add_relations (list, record, "other", "subject");
  return list;
}

/**
 * way_record_get_place:
 * @record: a record of @plan, or one that was in it
 * @plan: a plan
 *
 * Returns: (transfer none) (nullable): the record of @plan in whose place @record is shown: itself
 *   where it has a page or a row, else what it is a part of; %NULL when there is none (any more)
 */
WayRecord *
way_record_get_place (WayRecord *record, WayPlan *plan)
{
  const WayRecordType *type = way_record_get_record_type (record);

  if (type->page || type == &way_task_type)
    return way_plan_lookup (plan, record->id);
  for (guint i = 0; i < type->n_fields; i++)
    if (type->fields[i].type == WAY_FIELD_TYPE_REF
        && (type->fields[i].flags & WAY_FIELD_CASCADE) != 0)
      {
        WayRecord *whole = way_plan_lookup (plan, way_record_get (record, &type->fields[i]).i);
        WayRecord *place = whole != NULL ? way_record_get_place (whole, plan) : NULL;

        if (place != NULL)
          return place;
      }
  return NULL;
}
