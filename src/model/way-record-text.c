/* way-record-text.c: fields as people read and type them.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-i18n.h"

#include "model/way-error.h"
#include "model/way-plan.h"
#include "model/way-record.h"

#include <math.h>
#include <string.h>

/**
 * way_record_dup_human_id:
 *
 * Returns: (transfer full) (nullable): "MS-004", or %NULL for types without such ids
 */
char *
way_record_dup_human_id (WayRecord *self)
{
  const WayRecordType *type = way_record_get_record_type (self);

  if (type->prefix == NULL || self->number == 0)
    return NULL;
  return g_strdup_printf (g_str_equal (type->prefix, "MS") ? "%s-%03d" : "%s-%d", type->prefix,
                          (int) self->number);
}

/**
 * way_record_dup_label:
 *
 * Returns: (transfer full): how to name the record in a sentence: its title, or what it joins
 */
char *
way_record_dup_label (WayRecord *self)
{
  const WayRecordType *type = way_record_get_record_type (self);

  if (type->common != WAY_COMMON_NONE)
    return g_strdup (self->title[0] != '\0' ? self->title : _ (type->label));
  if (WAY_IS_LINK (self) && self->plan != NULL)
    {
      WayTask *from = way_plan_lookup_task (self->plan, WAY_LINK (self)->predecessor);
      WayTask *to = way_plan_lookup_task (self->plan, WAY_LINK (self)->successor);

      return g_strdup_printf ("%s → %s", from != NULL ? WAY_RECORD (from)->title : "?",
                              to != NULL ? WAY_RECORD (to)->title : "?");
    }
  return g_strdup (_ (type->label));
}

static WayUnitRates
rates_of (WayRecord *self)
{
  return self->plan != NULL ? way_plan_get_unit_rates (self->plan) : WAY_UNIT_RATES_DEFAULT;
}

static WayUnit
unit_of (WayRecord *self, const WayField *field)
{
  if (field->type == WAY_FIELD_TYPE_WORK)
    return WAY_UNIT_HOURS;
  return field->unit_field != NULL ? (WayUnit) way_record_get_int (self, field->unit_field)
                                   : WAY_UNIT_DAYS;
}

/* Where it may be a record of any type, its id says which. */
static char *
format_reference (WayRecord *self, const WayField *field, gint64 id)
{
  WayRecord *target = self->plan != NULL && id != 0 ? way_plan_lookup (self->plan, id) : NULL;
  g_autofree char *label = target != NULL ? way_record_dup_label (target) : g_strdup ("");
  g_autofree char *human_id
      = target != NULL && field->target == NULL ? way_record_dup_human_id (target) : NULL;

  return human_id != NULL ? g_strdup_printf ("%s %s", human_id, label) : g_steal_pointer (&label);
}

static char *
format_int (WayRecord *self, const WayField *field, gint64 value)
{
  WayUnitRates rates = rates_of (self);

  switch (field->type)
    {
    case WAY_FIELD_TYPE_BOOL:
      return g_strdup (value != 0 ? _("Yes") : _("No"));
    case WAY_FIELD_TYPE_ENUM:
      return g_strdup (way_enum_label (field->choices, value));
    case WAY_FIELD_TYPE_MOMENT:
      return way_moment_format (value);
    case WAY_FIELD_TYPE_DATE:
      return way_moment_format_date (value);
    case WAY_FIELD_TYPE_DURATION:
    case WAY_FIELD_TYPE_WORK:
      return way_duration_format (value, unit_of (self, field), &rates);
    case WAY_FIELD_TYPE_CLOCK:
      return way_clock_format (value);
    case WAY_FIELD_TYPE_PERCENT:
      return g_strdup_printf ("%" G_GINT64_FORMAT "\u202f%%", value);
    case WAY_FIELD_TYPE_MONEY:
      return way_money_format (
          value, self->plan != NULL ? way_plan_get_project (self->plan)->currency : NULL);
    case WAY_FIELD_TYPE_REF:
      return format_reference (self, field, value);
    default:
      return way_number_format ((double) value, 0);
    }
}

/**
 * way_record_format_value:
 * @value: a value of @field, not necessarily the record's present one
 *
 * Returns: (transfer full): the value as a person reads it, in its unit and the user's language
 */
char *
way_record_format_value (WayRecord *self, const WayField *field, const WayValue *value)
{
  switch (value->storage)
    {
    case WAY_STORAGE_TEXT:
      return g_strdup (value->s);
    case WAY_STORAGE_REAL:
      return way_number_format (value->r, 2);
    case WAY_STORAGE_INT:
    default:
      return format_int (self, field, value->i);
    }
}

/**
 * way_record_format:
 *
 * Returns: (transfer full): the field as a person reads it
 */
char *
way_record_format (WayRecord *self, const WayField *field)
{
  WayValue value = way_record_get (self, field);

  return way_record_format_value (self, field, &value);
}

static gboolean
parse_bool (const char *text, gint64 *value)
{
  static const char *const yes[] = { "1", "yes", "true", "x", NULL };
  static const char *const no[] = { "0", "no", "false", "", NULL };
  g_autofree char *folded = g_utf8_casefold (text, -1);
  g_autofree char *local_yes = g_utf8_casefold (_("Yes"), -1);
  g_autofree char *local_no = g_utf8_casefold (_("No"), -1);

  if (g_strv_contains (yes, folded) || g_str_equal (folded, local_yes))
    *value = 1;
  else if (g_strv_contains (no, folded) || g_str_equal (folded, local_no))
    *value = 0;
  else
    return FALSE;
  return TRUE;
}

static gboolean
parse_number (const WayField *field, const char *text, double *number, GError **error)
{
  g_autofree char *copy = g_strdup (text);

  if (field->type == WAY_FIELD_TYPE_PERCENT || field->type == WAY_FIELD_TYPE_MONEY)
    {
      g_strdelimit (copy, "%", ' ');
      while (strstr (copy, "\u202f") != NULL)
        memset (strstr (copy, "\u202f"), ' ', strlen ("\u202f"));
    }
  if (field->type == WAY_FIELD_TYPE_MONEY)
    {
      char *end = copy + strlen (copy); /* a currency sign behind the figure */

      while (end > copy && !g_ascii_isdigit (end[-1]))
        *--end = '\0';
    }
  g_strstrip (copy);
  if (way_number_parse (copy, number) && fabs (*number) < 1e15)
    return TRUE;
  g_set_error (error, WAY_ERROR, WAY_ERROR_INVALID, _("“%s” is not a number."), text);
  return FALSE;
}

/* "R-3", also with the title behind it, as format_reference() writes it. */
static WayRecord *
find_by_id_in_front (WayPlan *plan, const char *text)
{
  g_autofree char *human_id = g_strndup (text, strcspn (text, " "));

  return way_plan_find_by_human_id (plan, human_id);
}

static gboolean
parse_reference (WayRecord *self, const WayField *field, const char *text, gint64 *id,
                 GError **error)
{
  const WayRecordType *target = field->target != NULL ? way_record_type (field->target) : NULL;
  g_autofree char *wanted = g_strstrip (g_strdup (text));
  WayRecord *found = NULL;

  *id = 0;
  if (*wanted == '\0')
    return TRUE;
  if (self->plan != NULL && target != NULL)
    found = way_plan_find_by_title (self->plan, target, wanted);
  if (self->plan != NULL && found == NULL)
    found = find_by_id_in_front (self->plan, wanted);
  if (found == NULL && target == NULL)
    {
      g_set_error (error, WAY_ERROR, WAY_ERROR_NOT_FOUND,
                   _("There is no “%s” in the plan. Type an id, such as R-3."), wanted);
      return FALSE;
    }
  if (found == NULL || !way_field_takes (field, way_record_get_record_type (found)))
    {
      g_set_error (error, WAY_ERROR, WAY_ERROR_NOT_FOUND,
                   _("There is no “%s” among the plan’s %s."), wanted, _ (target->plural));
      return FALSE;
    }
  *id = found->id;
  return TRUE;
}

static gboolean
parse_choice (const WayField *field, const char *text, gint64 *value, GError **error)
{
  *value = way_enum_lookup (field->choices, text);
  if (*value >= 0)
    return TRUE;
  g_set_error (error, WAY_ERROR, WAY_ERROR_INVALID, _("“%s” is not one of the choices of %s."), text,
               _ (field->label));
  return FALSE;
}

static gboolean
parse_int (WayRecord *self, const WayField *field, const char *text, gint64 *value, WayUnit *unit,
           GError **error)
{
  WayUnitRates rates = rates_of (self);
  double number;

  switch (field->type)
    {
    case WAY_FIELD_TYPE_BOOL:
      if (parse_bool (text, value))
        return TRUE;
      g_set_error (error, WAY_ERROR, WAY_ERROR_INVALID, _("Type yes or no for %s."),
                   _ (field->label));
      return FALSE;
    case WAY_FIELD_TYPE_ENUM:
      return parse_choice (field, text, value, error);
    case WAY_FIELD_TYPE_MOMENT:
      return way_moment_parse (text, 480, value, error);
    case WAY_FIELD_TYPE_DATE:
      if (!way_moment_parse (text, 0, value, error))
        return FALSE;
      *value = way_moment_day (*value);
      return TRUE;
    case WAY_FIELD_TYPE_DURATION:
    case WAY_FIELD_TYPE_WORK:
      return way_duration_parse (text, unit_of (self, field), &rates, value, unit, error);
    case WAY_FIELD_TYPE_CLOCK:
      return way_clock_parse (text, value, error);
    case WAY_FIELD_TYPE_REF:
      return parse_reference (self, field, text, value, error);
    default:
      if (!parse_number (field, text, &number, error))
        return FALSE;
      *value = (gint64) round (field->type == WAY_FIELD_TYPE_MONEY ? number * 100 : number);
      return TRUE;
    }
}

/**
 * way_record_parse:
 * @text: what a person typed
 * @value: (out): set only on success; text is owned by the caller (way_value_clear())
 * @unit: (out): the unit typed, for a duration that keeps one; else %WAY_UNIT_DAYS
 * @error: says what was not understood; the value stays as it was
 *
 * The forgiving inverse of way_record_format(), limits included.
 */
gboolean
way_record_parse (WayRecord *self, const WayField *field, const char *text, WayValue *value,
                  WayUnit *unit, GError **error)
{
  WayValue parsed = { .storage = way_field_storage (field) };

  *unit = WAY_UNIT_DAYS;
  switch (parsed.storage)
    {
    case WAY_STORAGE_TEXT:
      parsed.s = (char *) text;
      break;
    case WAY_STORAGE_REAL:
      if (text[strspn (text, " \t")] == '\0')
        parsed.r = field->initial_real;
      else if (!parse_number (field, text, &parsed.r, error))
        return FALSE;
      break;
    case WAY_STORAGE_INT:
    default:
      if (!parse_int (self, field, text, &parsed.i, unit, error))
        return FALSE;
      break;
    }
  if (!way_field_validate (field, &parsed, error))
    return FALSE;
  *value = way_value_copy (&parsed);
  return TRUE;
}
