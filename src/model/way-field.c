/* way-field.c: what a field of a record is: name, kind, limits, label.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-i18n.h"

#include "model/way-field.h"

#include "model/way-error.h"
#include "model/way-record.h"

#include <inttypes.h>
#include <math.h>
#include <string.h>

#define TEXT_MAX ((gsize) 16 * 1024 * 1024)

/**
 * way_value_copy:
 *
 * Returns: (transfer full): a value that owns its text; free with way_value_clear()
 */
WayValue
way_value_copy (const WayValue *value)
{
  return value->storage == WAY_STORAGE_TEXT ? way_value_text (g_strdup (value->s)) : *value;
}

/**
 * way_value_clear:
 * @value: a value that owns its text; becomes the number 0
 */
void
way_value_clear (WayValue *value)
{
  if (value->storage == WAY_STORAGE_TEXT)
    g_free (value->s);
  *value = way_value_int (0);
}

gboolean
way_value_equal (const WayValue *a, const WayValue *b)
{
  if (a->storage != b->storage)
    return FALSE;
  switch (a->storage)
    {
    case WAY_STORAGE_TEXT:
      return g_strcmp0 (a->s, b->s) == 0;
    case WAY_STORAGE_REAL:
      return memcmp (&a->r, &b->r, sizeof a->r) == 0;
    case WAY_STORAGE_INT:
    default:
      return a->i == b->i;
    }
}

WayStorage
way_field_storage (const WayField *field)
{
  switch (field->type)
    {
    case WAY_FIELD_TYPE_TEXT:
      return WAY_STORAGE_TEXT;
    case WAY_FIELD_TYPE_REAL:
      return WAY_STORAGE_REAL;
    default:
      return WAY_STORAGE_INT;
    }
}

/**
 * way_field_initial:
 *
 * Returns: the value in a new record; text is borrowed
 */
WayValue
way_field_initial (const WayField *field)
{
  switch (field->type)
    {
    case WAY_FIELD_TYPE_TEXT:
      return way_value_text ("");
    case WAY_FIELD_TYPE_REAL:
      return way_value_real (field->initial_real);
    case WAY_FIELD_TYPE_MOMENT:
    case WAY_FIELD_TYPE_DATE:
      return way_value_int (WAY_NEVER);
    default:
      return way_value_int (field->initial);
    }
}

/**
 * way_field_is_stored:
 *
 * Returns: whether the field is in the file; derived ones are computed instead
 */
gboolean
way_field_is_stored (const WayField *field)
{
  return (field->flags & WAY_FIELD_DERIVED) == 0;
}

/**
 * way_field_takes:
 *
 * Returns: whether the field is a reference that may name a record of @type
 */
gboolean
way_field_takes (const WayField *field, const WayRecordType *type)
{
  return field->type == WAY_FIELD_TYPE_REF
         && (field->target == NULL || g_str_equal (field->target, type->name));
}

/**
 * way_field_is_empty:
 *
 * Returns: whether @value says nothing: no text, no date, no reference
 */
gboolean
way_field_is_empty (const WayField *field, const WayValue *value)
{
  switch (field->type)
    {
    case WAY_FIELD_TYPE_TEXT:
      return value->s == NULL || value->s[strspn (value->s, " \t\n")] == '\0';
    case WAY_FIELD_TYPE_MOMENT:
    case WAY_FIELD_TYPE_DATE:
      return value->i == WAY_NEVER;
    case WAY_FIELD_TYPE_REF:
      return value->i == 0;
    default:
      return FALSE;
    }
}

/**
 * way_field_is_figure:
 *
 * Returns: whether its values are amounts, which stand right-aligned in a list
 */
gboolean
way_field_is_figure (const WayField *field)
{
  switch (field->type)
    {
    case WAY_FIELD_TYPE_INT:
    case WAY_FIELD_TYPE_REAL:
    case WAY_FIELD_TYPE_DURATION:
    case WAY_FIELD_TYPE_WORK:
    case WAY_FIELD_TYPE_CLOCK:
    case WAY_FIELD_TYPE_PERCENT:
    case WAY_FIELD_TYPE_MONEY:
      return TRUE;
    default:
      return FALSE;
    }
}

/**
 * way_field_limits:
 * @field: of whole numbers
 *
 * The least and the greatest value, its own or those of its type. No moment (%WAY_NEVER) and no
 * reference (0) are allowed besides.
 */
void
way_field_limits (const WayField *field, gint64 *min, gint64 *max)
{
  *min = field->min;
  *max = field->max;
  if (field->min != 0 || field->max != 0)
    return;
  switch (field->type)
    {
    case WAY_FIELD_TYPE_BOOL:
      *max = 1;
      break;
    case WAY_FIELD_TYPE_ENUM:
      *max = (gint64) field->choices->n_values - 1;
      break;
    case WAY_FIELD_TYPE_PERCENT:
      *max = 100;
      break;
    case WAY_FIELD_TYPE_DURATION:
    case WAY_FIELD_TYPE_WORK:
      *max = WAY_DURATION_MAX * 1000;
      break;
    case WAY_FIELD_TYPE_CLOCK:
      *max = WAY_DAY;
      break;
    case WAY_FIELD_TYPE_MOMENT:
    case WAY_FIELD_TYPE_DATE:
      *min = WAY_MOMENT_MIN;
      *max = WAY_MOMENT_MAX;
      break;
    case WAY_FIELD_TYPE_REF:
      *max = G_MAXINT64;
      break;
    default:
      *min = -G_MAXINT64;
      *max = G_MAXINT64;
      break;
    }
}

/* A limit as its field is shown. */
static char *
format_limit (const WayField *field, gint64 limit)
{
  switch (field->type)
    {
    case WAY_FIELD_TYPE_WORK:
      return way_duration_format (limit, WAY_UNIT_HOURS, &WAY_UNIT_RATES_DEFAULT);
    case WAY_FIELD_TYPE_CLOCK:
      return way_clock_format (limit);
    default:
      return g_strdup_printf ("%" G_GINT64_FORMAT, limit);
    }
}

static gboolean
validate_int (const WayField *field, gint64 value, GError **error)
{
  gint64 min, max;

  if ((field->type == WAY_FIELD_TYPE_MOMENT || field->type == WAY_FIELD_TYPE_DATE)
      && value == WAY_NEVER)
    return TRUE;
  way_field_limits (field, &min, &max);
  if (value >= min && value <= max)
    return TRUE;
  if (field->type == WAY_FIELD_TYPE_MOMENT || field->type == WAY_FIELD_TYPE_DATE)
    g_set_error (error, WAY_ERROR, WAY_ERROR_INVALID,
                 _("%s has to be a date between 1900 and 2200."), _ (field->label));
  else if (field->type == WAY_FIELD_TYPE_DURATION)
    g_set_error (error, WAY_ERROR, WAY_ERROR_INVALID,
                 min == 0 ? _("%s cannot be negative or longer than 200 years.")
                          : _("%s cannot be longer than 200 years."),
                 _ (field->label));
  else if (value < 0 && min == 0 && field->max == 0) /* the most that there can be is no help */
    g_set_error (error, WAY_ERROR, WAY_ERROR_INVALID, _("%s cannot be negative."),
                 _ (field->label));
  else
    {
      g_autofree char *least = format_limit (field, min), *most = format_limit (field, max);

      g_set_error (error, WAY_ERROR, WAY_ERROR_INVALID, _("%s has to be between %s and %s."),
                   _ (field->label), least, most);
    }
  return FALSE;
}

static gboolean
validate_real (const WayField *field, double value, GError **error)
{
  gboolean limited = field->min_real != 0 || field->max_real != 0;

  if (isfinite (value) && (!limited || (value >= field->min_real && value <= field->max_real)))
    return TRUE;
  if (limited)
    {
      g_autofree char *min = way_number_format (field->min_real, 2);
      g_autofree char *max = way_number_format (field->max_real, 2);

      g_set_error (error, WAY_ERROR, WAY_ERROR_INVALID, _("%s has to be between %s and %s."),
                   _ (field->label), min, max);
    }
  else
    g_set_error (error, WAY_ERROR, WAY_ERROR_INVALID, _("%s has to be a number."),
                 _ (field->label));
  return FALSE;
}

/**
 * way_field_validate:
 * @error: %WAY_ERROR_INVALID, naming the field and its limits
 *
 * Returns: whether @value may stand in the field, as far as the field alone can tell
 */
gboolean
way_field_validate (const WayField *field, const WayValue *value, GError **error)
{
  g_return_val_if_fail (value->storage == way_field_storage (field), FALSE);

  if ((field->flags & WAY_FIELD_REQUIRED) != 0 && way_field_is_empty (field, value))
    {
      g_set_error (error, WAY_ERROR, WAY_ERROR_INVALID, _("%s cannot be empty."),
                   _ (field->label));
      return FALSE;
    }
  switch (value->storage)
    {
    case WAY_STORAGE_TEXT:
      if (value->s != NULL && strlen (value->s) <= TEXT_MAX && g_utf8_validate (value->s, -1, NULL))
        return TRUE;
      g_set_error (error, WAY_ERROR, WAY_ERROR_INVALID, _("%s is not valid text, or too long."),
                   _ (field->label));
      return FALSE;
    case WAY_STORAGE_REAL:
      return validate_real (field, value->r, error);
    case WAY_STORAGE_INT:
    default:
      return validate_int (field, value->i, error);
    }
}
