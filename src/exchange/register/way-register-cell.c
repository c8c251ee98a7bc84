/* way-register-cell.c: a field of a record as the cell of a table, out and in.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Written so that it is read again as what it was, to the minute and the last digit: numbers with
 * a point, dates by ISO, choices as the user's language calls them. */

#include "model/way-i18n.h"

#include "exchange/register/way-register-cell.h"

#include "model/way-error.h"
#include "model/way-records.h"

#include <math.h>
#include <string.h>

WayCellKind
way_register_cell_kind (const WayField *field)
{
  switch (field->type)
    {
    case WAY_FIELD_TYPE_INT:
    case WAY_FIELD_TYPE_REAL:
      return WAY_CELL_NUMBER;
    case WAY_FIELD_TYPE_PERCENT:
      return WAY_CELL_PERCENT;
    case WAY_FIELD_TYPE_MONEY:
      return WAY_CELL_MONEY;
    case WAY_FIELD_TYPE_WORK:
      return WAY_CELL_HOURS;
    case WAY_FIELD_TYPE_DATE:
      return WAY_CELL_DATE;
    case WAY_FIELD_TYPE_MOMENT:
      return WAY_CELL_MOMENT;
    default:
      return WAY_CELL_TEXT;
    }
}

/**
 * way_register_cell_number:
 * @field: one whose cell is a number
 *
 * Returns: per cent as 45, money in units of the currency, work in hours
 */
double
way_register_cell_number (WayRecord *record, const WayField *field)
{
  WayValue value = way_record_get (record, field);

  if (value.storage == WAY_STORAGE_REAL)
    return value.r;
  if (field->type == WAY_FIELD_TYPE_MONEY)
    return (double)value.i / 100;
  if (field->type == WAY_FIELD_TYPE_WORK)
    return (double)value.i / 60;
  return (double)value.i;
}

/* "2.5d": more digits than people read, where the unit needs them to tell the minute. */
static char *
format_duration (WayRecord *record, const WayField *field, gint64 minutes)
{
  WayUnitRates rates
      = record->plan != NULL ? way_plan_get_unit_rates (record->plan) : WAY_UNIT_RATES_DEFAULT;
  WayUnit unit = field->type == WAY_FIELD_TYPE_WORK ? WAY_UNIT_HOURS
                 : field->unit_field != NULL
                     ? (WayUnit)way_record_get_int (record, field->unit_field)
                     : WAY_UNIT_DAYS;
  g_autofree char *zero = way_duration_format (0, unit, &rates);
  char number[G_ASCII_DTOSTR_BUF_SIZE];

  g_ascii_formatd (number, sizeof number, "%.10g",
                   (double)minutes / way_unit_minutes (unit, &rates));
  return g_strconcat (number, zero + 1, NULL);
}

static char *
format_choice (const WayField *field, gint64 value)
{
  const char *label = way_enum_label (field->choices, value);

  return g_strdup (way_enum_lookup (field->choices, label) == value
                       ? label
                       : way_enum_nick (field->choices, value));
}

static char *
format_moment (WayMoment moment, gsize length)
{
  char *text = way_moment_to_iso (moment);

  if (strlen (text) > length)
    text[length] = '\0';
  return g_strdelimit (text, "T", ' ');
}

/**
 * way_register_cell_text:
 *
 * Returns: (transfer full): the field as text that way_register_cell_parse() reads
 */
char *
way_register_cell_text (WayRegisterNames *names, WayRecord *record, const WayField *field)
{
  WayValue value = way_record_get (record, field);
  char number[G_ASCII_DTOSTR_BUF_SIZE];
  WayRecord *target;

  switch (field->type)
    {
    case WAY_FIELD_TYPE_TEXT:
      return way_register_cell_clean (value.s, NULL);
    case WAY_FIELD_TYPE_REAL:
      return g_strdup (g_ascii_dtostr (number, sizeof number, value.r));
    case WAY_FIELD_TYPE_BOOL:
      return g_strdup (value.i != 0 ? _ ("Yes") : _ ("No"));
    case WAY_FIELD_TYPE_ENUM:
      return format_choice (field, value.i);
    case WAY_FIELD_TYPE_MOMENT:
      return format_moment (value.i, strlen ("2026-05-04T08:00"));
    case WAY_FIELD_TYPE_DATE:
      return format_moment (value.i, strlen ("2026-05-04"));
    case WAY_FIELD_TYPE_DURATION:
    case WAY_FIELD_TYPE_WORK:
      return format_duration (record, field, value.i);
    case WAY_FIELD_TYPE_MONEY:
      return g_strdup (
          g_ascii_formatd (number, sizeof number, "%.2f", (double)value.i / 100));
    case WAY_FIELD_TYPE_REF:
      target = record->plan != NULL ? way_plan_lookup (record->plan, value.i) : NULL;
      return target == NULL          ? g_strdup ("")
             : field->target == NULL ? way_register_dup_id (target)
                                     : way_register_names_dup (names, target);
    default:
      return g_strdup_printf ("%" G_GINT64_FORMAT, value.i);
    }
}

/* ------------------------------------------------------------------ what text may carry */

/**
 * way_register_cell_clean:
 * @changed: (out) (optional): whether something was taken out
 *
 * Returns: (transfer full): @text without control characters other than tab and line end
 */
char *
way_register_cell_clean (const char *text, gboolean *changed)
{
  GString *clean = g_string_sized_new (strlen (text));

  for (const char *at = text; *at != '\0'; at++)
    {
      gboolean line_end = *at == '\r' && at[1] == '\n';

      if (line_end || (g_ascii_iscntrl (*at) && *at != '\t' && *at != '\n'))
        {
          if (!line_end && changed != NULL)
            *changed = TRUE;
        }
      else
        g_string_append_c (clean, *at);
    }
  return g_string_free (clean, FALSE);
}

/* Behind any apostrophes and blanks: what a spreadsheet takes for a formula; the wide signs are
 * those of Chinese and Japanese keyboards. */
static gboolean
is_armed (const char *text)
{
  static const char *const signs[] = { "=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠" };

  text += strspn (text, "' ");
  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    if (g_str_has_prefix (text, signs[i]))
      return TRUE;
  return FALSE;
}

/**
 * way_register_cell_disarm:
 *
 * Returns: (transfer full): @text, with an apostrophe in front when a spreadsheet would run it
 */
char *
way_register_cell_disarm (const char *text)
{
  return is_armed (text) ? g_strconcat ("'", text, NULL) : g_strdup (text);
}

/**
 * way_register_cell_rearm:
 *
 * Returns: (transfer none): the text that way_register_cell_disarm() was given
 */
const char *
way_register_cell_rearm (const char *text)
{
  return text[0] == '\'' && is_armed (text) ? text + 1 : text;
}

/* ------------------------------------------------------------------ in */

static gboolean
is_figure (const WayField *field)
{
  return field->type == WAY_FIELD_TYPE_INT || field->type == WAY_FIELD_TYPE_REAL
         || field->type == WAY_FIELD_TYPE_MONEY || field->type == WAY_FIELD_TYPE_PERCENT;
}

/* Three digits behind each of them: "1.500", "1,234,567". */
static gboolean
groups_digits (const char *text, char sign)
{
  const char *at = strchr (text, sign);

  while (at != NULL)
    {
      if (at == text || strspn (at + 1, "0123456789") != 3)
        return FALSE;
      at = strchr (at + 1, sign);
    }
  return TRUE;
}

static void
drop (char *text, char sign)
{
  char *to = text;

  for (const char *from = text; *from != '\0'; from++)
    if (*from != sign)
      *to++ = *from;
  *to = '\0';
}

/* Without the signs between thousands: where both signs are there, the last one is the decimal
 * one; whole numbers and money have no three digits behind it. */
static char *
plain_number (const WayField *field, const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, "\u00a0", -1);
  char *plain = g_strjoinv ("", parts);
  const char *comma, *point;

  comma = strrchr (plain, ',');
  point = strrchr (plain, '.');
  if (comma != NULL && point != NULL)
    drop (plain, comma > point ? '.' : ',');
  else if (field->type == WAY_FIELD_TYPE_INT || field->type == WAY_FIELD_TYPE_MONEY)
    {
      char sign = comma != NULL ? ',' : '.';

      if ((comma != NULL || point != NULL) && groups_digits (plain, sign))
        drop (plain, sign);
    }
  return plain;
}

static gboolean
parse_reference (WayRegisterNames *names, const WayField *field, const char *text, gint64 *id,
                 GError **error)
{
  WayRecord *target
      = way_register_names_find (names, field->target != NULL ? way_record_type (field->target) : NULL,
                                 text, error);

  if (target != NULL)
    *id = target->id;
  return target != NULL;
}

static gboolean
parse_duration (WayRegisterNames *names, const WayField *field, const char *text, gint64 *minutes,
                WayUnit *unit, GError **error)
{
  WayUnitRates rates = way_register_names_get_rates (names);

  if (field->type == WAY_FIELD_TYPE_WORK)
    *unit = WAY_UNIT_HOURS;
  return way_duration_parse (text, *unit, &rates, minutes, unit, error);
}

/* A number that is cut off when it is taken for a whole one is not what was meant. */
static gboolean
check_whole (const WayField *field, const char *text, GError **error)
{
  g_autofree char *excerpt = NULL;
  double number;

  if (!way_number_parse (text, &number) || number == floor (number))
    return TRUE;
  excerpt = way_register_excerpt (text);
  g_set_error (error, WAY_ERROR, WAY_ERROR_INVALID, _ ("“%s” is not a whole number."), excerpt);
  return FALSE;
}

/**
 * way_register_cell_parse:
 * @record: that will get it, or a new one of its type
 * @text: of the cell; nothing = what a new record has
 * @value: (out): set only on success; text is owned by the caller
 * @unit: (out): of a duration that keeps one
 * @error: what was not understood
 */
gboolean
way_register_cell_parse (WayRegisterNames *names, WayRecord *record, const WayField *field,
                         const char *text, WayValue *value, WayUnit *unit, GError **error)
{
  g_autofree char *plain = NULL;

  *unit = field->unit_field != NULL ? (WayUnit)way_record_get_int (record, field->unit_field)
                                    : WAY_UNIT_DAYS;
  if (way_field_storage (field) != WAY_STORAGE_TEXT && text[strspn (text, " \t\n")] == '\0'
      && (field->type != WAY_FIELD_TYPE_ENUM || way_enum_lookup (field->choices, "") < 0))
    {
      *value = way_field_initial (field);
      return way_field_validate (field, value, error);
    }
  if (field->type == WAY_FIELD_TYPE_REF)
    {
      *value = way_value_int (0);
      return parse_reference (names, field, text, &value->i, error);
    }
  if (field->type == WAY_FIELD_TYPE_DURATION || field->type == WAY_FIELD_TYPE_WORK)
    {
      *value = way_value_int (0);
      return parse_duration (names, field, text, &value->i, unit, error)
             && way_field_validate (field, value, error);
    }
  if (is_figure (field))
    {
      plain = plain_number (field, text);
      if (field->type == WAY_FIELD_TYPE_INT && !check_whole (field, plain, error))
        return FALSE;
    }
  return way_record_parse (record, field, plain != NULL ? plain : text, value, unit, error);
}
