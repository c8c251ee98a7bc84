/* way-register-names.c: WayRegisterNames, how records are named in a table, and found by it.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A title is what people read; where it names nobody or two, the id stands. */

#include "model/way-i18n.h"

#include "exchange/register/way-register-names.h"

#include "model/way-error.h"
#include "model/way-records.h"

#include <string.h>

/* Of what a cell holds, as many characters as are told. */
#define EXCERPT 60

struct _WayRegisterNames
{
  WayPlan *plan;
  GHashTable *by_type; /* type → (folded title or id → WayRecord, or TWO) */
};

/* In place of a record where two of them have the title. */
static char two;
#define TWO ((gpointer) &two)

/**
 * way_register_names_new:
 *
 * Returns: (transfer full): valid until the plan changes
 */
WayRegisterNames *
way_register_names_new (WayPlan *plan)
{
  WayRegisterNames *self = g_new0 (WayRegisterNames, 1);

  self->plan = g_object_ref (plan);
  self->by_type
      = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify)g_hash_table_unref);
  return self;
}

void
way_register_names_free (WayRegisterNames *self)
{
  g_hash_table_unref (self->by_type);
  g_object_unref (self->plan);
  g_free (self);
}

/**
 * way_register_names_get_rates:
 *
 * Returns: how long the plan's days, weeks and months are
 */
WayUnitRates
way_register_names_get_rates (WayRegisterNames *self)
{
  return way_plan_get_unit_rates (self->plan);
}

/**
 * way_register_dup_id:
 *
 * Returns: (transfer full): "MS-004", or "#17" for records without such an id
 */
char *
way_register_dup_id (WayRecord *record)
{
  char *id = way_record_dup_human_id (record);

  return id != NULL ? id : g_strdup_printf ("#%" G_GINT64_FORMAT, record->id);
}

static char *
fold (const char *text)
{
  g_autofree char *copy = g_strstrip (g_strdup (text));

  return g_utf8_casefold (copy, -1);
}

static void
add_titles (GHashTable *table, GPtrArray *records)
{
  for (guint i = 0; i < records->len; i++)
    {
      WayRecord *record = records->pdata[i];
      char *title = record->title != NULL ? fold (record->title) : g_strdup ("");

      if (*title == '\0')
        g_free (title);
      else
        g_hash_table_insert (table, title,
                             g_hash_table_contains (table, title) ? TWO : (gpointer)record);
    }
}

static void
add_ids (GHashTable *table, GPtrArray *records)
{
  for (guint i = 0; i < records->len; i++)
    {
      g_autofree char *id = way_register_dup_id (records->pdata[i]);
      char *folded = fold (id);

      if (g_hash_table_contains (table, folded)) /* somebody's title */
        g_free (folded);
      else
        g_hash_table_insert (table, folded, records->pdata[i]);
    }
}

/* @type NULL: records of every type, by their ids. */
static GHashTable *
table_of (WayRegisterNames *self, const WayRecordType *type)
{
  GHashTable *table = g_hash_table_lookup (self->by_type, type);
  guint n_types;
  const WayRecordType **types = way_record_types (&n_types);

  if (table != NULL)
    return table;
  table = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  if (type != NULL)
    add_titles (table, way_plan_peek_records (self->plan, type));
  for (guint i = 0; i < n_types; i++)
    if (type == NULL || type == types[i])
      add_ids (table, way_plan_peek_records (self->plan, types[i]));
  g_hash_table_insert (self->by_type, (gpointer)type, table);
  return table;
}

/**
 * way_register_excerpt:
 *
 * Returns: (transfer full): the beginning of a cell’s text, for a message
 */
char *
way_register_excerpt (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);

  return g_utf8_strlen (valid, -1) > EXCERPT ? g_utf8_substring (valid, 0, EXCERPT)
                                             : g_steal_pointer (&valid);
}

/**
 * way_register_names_find:
 * @type: (nullable): %NULL = any
 * @name: title or id, in any case; of any type the id, with anything behind it
 * @error: %WAY_ERROR_NOT_FOUND; also when two have the title
 *
 * Returns: (transfer none) (nullable): the record of @type
 */
WayRecord *
way_register_names_find (WayRegisterNames *self, const WayRecordType *type, const char *name,
                         GError **error)
{
  g_autofree char *folded = fold (name), *excerpt = NULL;
  gpointer found;

  if (type == NULL)
    folded[strcspn (folded, " ")] = '\0';
  found = g_hash_table_lookup (table_of (self, type), folded);
  if (found != NULL && found != TWO)
    return found;
  excerpt = way_register_excerpt (name);
  if (found == TWO)
    g_set_error (error, WAY_ERROR, WAY_ERROR_NOT_FOUND,
                 _ ("“%s” is the title of more than one among the plan’s %s. Write the id."),
                 excerpt, _ (type->plural));
  else if (type == NULL)
    g_set_error (error, WAY_ERROR, WAY_ERROR_NOT_FOUND,
                 _ ("There is no “%s” in the plan. Write an id, such as R-3."), excerpt);
  else
    g_set_error (error, WAY_ERROR, WAY_ERROR_NOT_FOUND,
                 _ ("There is no “%s” among the plan’s %s."), excerpt, _ (type->plural));
  return NULL;
}

/**
 * way_register_names_dup:
 *
 * Returns: (transfer full): the title when it finds @record again, else its id
 */
char *
way_register_names_dup (WayRegisterNames *self, WayRecord *record)
{
  GHashTable *table = table_of (self, way_record_get_record_type (record));

  if (record->title != NULL && record->title[0] != '\0')
    {
      g_autofree char *folded = fold (record->title);

      if (g_hash_table_lookup (table, folded) == record)
        return g_strdup (record->title);
    }
  return way_register_dup_id (record);
}
