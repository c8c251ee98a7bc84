/* way-record.c: WayRecord, the base of everything a plan stores, and its type descriptions.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-i18n.h"

#include "model/way-record-private.h"

#include <string.h>

G_DEFINE_ABSTRACT_TYPE (WayRecord, way_record, G_TYPE_OBJECT)

#define ENTRY(...) WAY_FIELD_ENTRY (WayRecord, __VA_ARGS__)
static const WayField common_fields[] = { WAY_RECORD_FIELDS (ENTRY) };

static inline gpointer
member (WayRecord *self, const WayField *field)
{
  return G_STRUCT_MEMBER_P (self, field->offset);
}

static guint
count_common (WayRecordCommon common)
{
  switch (common)
    {
    case WAY_COMMON_OWNED:
      return G_N_ELEMENTS (common_fields);
    case WAY_COMMON_NAMED:
      return G_N_ELEMENTS (common_fields) - 1;
    case WAY_COMMON_NONE:
    default:
      return 0;
    }
}

/* Most texts of most records are empty: they share this one. */
static char empty_text[] = "";

/* No object: the members of a new record at their defaults, to be copied. */
static WayRecord *
make_initial (const WayRecordType *type)
{
  WayRecord *initial = g_malloc0 (type->size);

  for (guint i = 0; i < type->n_fields; i++)
    {
      const WayField *field = &type->fields[i];
      WayValue value = way_field_initial (field);

      if (value.storage == WAY_STORAGE_TEXT)
        *(char **) member (initial, field) = empty_text;
      else if (value.storage == WAY_STORAGE_REAL)
        *(double *) member (initial, field) = value.r;
      else
        *(gint64 *) member (initial, field) = value.i;
    }
  return initial;
}

static GParamSpec *
make_property (const WayField *field)
{
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_NICK
                      | G_PARAM_STATIC_BLURB;

  switch (way_field_storage (field))
    {
    case WAY_STORAGE_TEXT:
      return g_param_spec_string (field->name, NULL, NULL, "", flags);
    case WAY_STORAGE_REAL:
      return g_param_spec_double (field->name, NULL, NULL, -G_MAXDOUBLE, G_MAXDOUBLE,
                                  field->initial_real, flags);
    case WAY_STORAGE_INT:
    default:
      return g_param_spec_int64 (field->name, NULL, NULL, G_MININT64, G_MAXINT64,
                                 way_field_initial (field).i, flags);
    }
}

static void
way_record_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  WayRecord *self = WAY_RECORD (object);
  WayValue current = way_record_get (self, &way_record_get_record_type (self)->fields[id - 1]);

  switch (current.storage)
    {
    case WAY_STORAGE_TEXT:
      g_value_set_string (value, current.s);
      break;
    case WAY_STORAGE_REAL:
      g_value_set_double (value, current.r);
      break;
    case WAY_STORAGE_INT:
    default:
      g_value_set_int64 (value, current.i);
      break;
    }
}

/**
 * way_record_class_describe:
 * @type: completed with the fields and properties
 * @fields: (array length=n_fields): the type's own fields
 *
 * Makes the field table of a record type; see WAY_DEFINE_RECORD().
 */
void
way_record_class_describe (WayRecordClass *klass, WayRecordType *type, const WayField *fields,
                           guint n_fields)
{
  guint n_common = count_common (type->common);
  guint n_all = n_common + n_fields;
  WayField *all = g_new (WayField, n_all);
  GTypeQuery query;

  memcpy (all, common_fields, n_common * sizeof *all);
  memcpy (all + n_common, fields, n_fields * sizeof *all);
  type->by_name = g_hash_table_new (g_str_hash, g_str_equal);
  type->properties = g_new0 (GParamSpec *, n_all + 1);
  for (guint i = 0; i < n_all; i++)
    {
      all[i].owner = type;
      all[i].index = i;
      if (type->common == WAY_COMMON_NAMED && strcmp (all[i].name, "title") == 0)
        all[i].label = N_ ("Name"); /* a person has a name */
      g_assert (g_hash_table_insert (type->by_name, (char *) all[i].name, &all[i]));
      type->properties[i + 1] = make_property (&all[i]);
    }
  type->fields = all;
  type->n_fields = n_all;
  g_type_query (G_TYPE_FROM_CLASS (klass), &query);
  type->size = query.instance_size;
  type->initial = make_initial (type);
  klass->type = type;
  G_OBJECT_CLASS (klass)->get_property = way_record_get_property; /* GObject does not inherit it */
  g_object_class_install_properties (G_OBJECT_CLASS (klass), n_all + 1, type->properties);
}

static void
free_text (char *text)
{
  if (text != empty_text)
    g_free (text);
}

static void
way_record_constructed (GObject *object)
{
  WayRecord *self = WAY_RECORD (object);
  const WayRecordType *type = way_record_get_record_type (self);

  G_OBJECT_CLASS (way_record_parent_class)->constructed (object);
  memcpy (&self->number, &type->initial->number, type->size - G_STRUCT_OFFSET (WayRecord, number));
}

static void
way_record_finalize (GObject *object)
{
  WayRecord *self = WAY_RECORD (object);
  const WayRecordType *type = way_record_get_record_type (self);

  for (guint i = 0; i < type->n_fields; i++)
    if (way_field_storage (&type->fields[i]) == WAY_STORAGE_TEXT)
      free_text (*(char **) member (self, &type->fields[i]));
  G_OBJECT_CLASS (way_record_parent_class)->finalize (object);
}

static void
way_record_class_init (WayRecordClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->constructed = way_record_constructed;
  object_class->finalize = way_record_finalize;
}

static void
way_record_init (WayRecord *self)
{
}

/**
 * way_record_get_record_type:
 *
 * Returns: (transfer none): the description of the record's type
 */
const WayRecordType *
way_record_get_record_type (WayRecord *self)
{
  return WAY_RECORD_GET_CLASS (self)->type;
}

/**
 * way_record_type_field:
 *
 * Returns: (transfer none) (nullable): the field of that name
 */
const WayField *
way_record_type_field (const WayRecordType *type, const char *name)
{
  return g_hash_table_lookup (type->by_name, name);
}

/**
 * way_record_new:
 *
 * Returns: (transfer full): a record with every field at its default, in no plan
 */
WayRecord *
way_record_new (const WayRecordType *type)
{
  return g_object_new (type->get_type (), NULL);
}

/**
 * way_record_copy:
 *
 * Returns: (transfer full): a record with the same id and values, derived ones too, in no plan
 */
WayRecord *
way_record_copy (WayRecord *self)
{
  const WayRecordType *type = way_record_get_record_type (self);
  WayRecord *copy = way_record_new (type);

  copy->id = self->id;
  for (guint i = 0; i < type->n_fields; i++)
    {
      const WayField *field = &type->fields[i];
      gpointer from = member (self, field), to = member (copy, field);

      if (field->type == WAY_FIELD_TYPE_TEXT)
        *(char **) to = *(char **) from == empty_text ? empty_text : g_strdup (*(char **) from);
      else if (field->type == WAY_FIELD_TYPE_REAL)
        *(double *) to = *(double *) from;
      else
        *(gint64 *) to = *(gint64 *) from;
    }
  return copy;
}

/**
 * way_record_get:
 *
 * Returns: the field's value; text is borrowed until the next change
 */
WayValue
way_record_get (WayRecord *self, const WayField *field)
{
  g_return_val_if_fail (field->owner == way_record_get_record_type (self), way_value_int (0));

  switch (way_field_storage (field))
    {
    case WAY_STORAGE_TEXT:
      return way_value_text (*(char **) member (self, field));
    case WAY_STORAGE_REAL:
      return way_value_real (*(double *) member (self, field));
    case WAY_STORAGE_INT:
    default:
      return way_value_int (*(gint64 *) member (self, field));
    }
}

static WayValue
get_by_name (WayRecord *self, const char *name, WayStorage storage)
{
  const WayField *field = way_record_type_field (way_record_get_record_type (self), name);

  g_return_val_if_fail (field != NULL && way_field_storage (field) == storage, way_value_int (0));
  return way_record_get (self, field);
}

gint64
way_record_get_int (WayRecord *self, const char *field)
{
  return get_by_name (self, field, WAY_STORAGE_INT).i;
}

/**
 * way_record_get_text:
 *
 * Returns: (transfer none): the text, never %NULL
 */
const char *
way_record_get_text (WayRecord *self, const char *field)
{
  return get_by_name (self, field, WAY_STORAGE_TEXT).s;
}

/**
 * way_record_set_value:
 *
 * The one place that writes a field. Notifies only on change.
 *
 * Returns: whether the value has changed
 */
gboolean
way_record_set_value (WayRecord *self, const WayField *field, const WayValue *value)
{
  WayValue current = way_record_get (self, field);

  g_return_val_if_fail (value->storage == way_field_storage (field), FALSE);
  if (way_value_equal (&current, value))
    return FALSE;
  switch (value->storage)
    {
    case WAY_STORAGE_TEXT:
      {
        char **place = member (self, field);
        char *fresh = value->s[0] == '\0' ? empty_text : g_strdup (value->s);

        free_text (*place);
        *place = fresh;
        break;
      }
    case WAY_STORAGE_REAL:
      *(double *) member (self, field) = value->r;
      break;
    case WAY_STORAGE_INT:
    default:
      *(gint64 *) member (self, field) = value->i;
      break;
    }
  g_object_notify_by_pspec (G_OBJECT (self), field->owner->properties[field->index + 1]);
  return TRUE;
}

/**
 * way_record_set_derived:
 * @field: a field with %WAY_FIELD_DERIVED
 *
 * Writes a computed value. Notifies only on change.
 */
void
way_record_set_derived (WayRecord *self, const WayField *field, gint64 value)
{
  gint64 *place = member (self, field);

  if (*place == value)
    return;
  *place = value;
  g_object_notify_by_pspec (G_OBJECT (self), field->owner->properties[field->index + 1]);
}
