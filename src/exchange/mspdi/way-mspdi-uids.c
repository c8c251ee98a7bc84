/* way-mspdi-uids.c: WayMspdiUids, the numbers that MS Project XML knows records by.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "exchange/mspdi/way-mspdi-uids.h"

/* The kinds of records that have numbers there, each with a space of its own. */
static const WayRecordType *const kinds[] = {
  &way_calendar_type,
  &way_task_type,
  &way_resource_type,
  &way_assignment_type,
};
#define ASSIGNMENTS 3 /* the last of them */

struct _WayMspdiUids
{
  GHashTable *taken[G_N_ELEMENTS (kinds)];  /* uid (gint64 *) → WayRecord, unowned */
  GHashTable *given[G_N_ELEMENTS (kinds)];  /* WayRecord → uid (gint64 *), where not its own */
  gint64 last[G_N_ELEMENTS (kinds)];        /* highest number seen */
};

static guint
kind_of (WayRecord *record)
{
  const WayRecordType *type = way_record_get_record_type (record);

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (kinds[i] == type)
      return i;
  g_return_val_if_reached (0);
}

static gint64
own_uid (WayRecord *record)
{
  switch (kind_of (record))
    {
    case 0:
      return WAY_CALENDAR (record)->uid;
    case 1:
      return WAY_TASK (record)->uid;
    case 2:
      return WAY_RESOURCE (record)->uid;
    default:
      return WAY_ASSIGNMENT (record)->uid;
    }
}

/**
 * way_mspdi_uids_new:
 *
 * Returns: (transfer full): with the numbers of all records of @plan, in their order
 */
WayMspdiUids *
way_mspdi_uids_new (WayPlan *plan)
{
  WayMspdiUids *self = g_new0 (WayMspdiUids, 1);

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      GPtrArray *records = way_plan_peek_records (plan, kinds[i]);

      self->taken[i] = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
      self->given[i] = g_hash_table_new_full (NULL, NULL, NULL, g_free);
      for (guint k = 0; k < records->len; k++)
        way_mspdi_uids_claim (self, records->pdata[k], own_uid (records->pdata[k]));
    }
  return self;
}

void
way_mspdi_uids_free (WayMspdiUids *self)
{
  if (self == NULL)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_hash_table_unref (self->taken[i]);
      g_hash_table_unref (self->given[i]);
    }
  g_free (self);
}

/**
 * way_mspdi_uids_claim:
 * @uid: 0 and less are no numbers
 *
 * Returns: whether @uid is @record's now; not when another has it
 */
gboolean
way_mspdi_uids_claim (WayMspdiUids *self, WayRecord *record, gint64 uid)
{
  guint kind = kind_of (record);

  if (uid <= 0 || g_hash_table_contains (self->taken[kind], &uid))
    return FALSE;
  g_hash_table_insert (self->taken[kind], g_memdup2 (&uid, sizeof uid), record);
  self->last[kind] = MAX (self->last[kind], uid);
  return TRUE;
}

/**
 * way_mspdi_uids_get:
 *
 * Returns: the number of @record, > 0; always the same one
 */
gint64
way_mspdi_uids_get (WayMspdiUids *self, WayRecord *record)
{
  guint kind = kind_of (record);
  gint64 uid = own_uid (record);
  gint64 *given;

  if (uid > 0 && g_hash_table_lookup (self->taken[kind], &uid) == record)
    return uid;
  given = g_hash_table_lookup (self->given[kind], record);
  if (given != NULL)
    return *given;
  uid = self->last[kind] + 1;
  way_mspdi_uids_claim (self, record, uid);
  g_hash_table_insert (self->given[kind], record, g_memdup2 (&uid, sizeof uid));
  return uid;
}

/**
 * way_mspdi_uids_spare:
 *
 * Returns: a number for an assignment that is no record
 */
gint64
way_mspdi_uids_spare (WayMspdiUids *self)
{
  return ++self->last[ASSIGNMENTS];
}
