/* way-units.c: durations, work and lags: typed, shown and kept in their unit (numbers.md §1).
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-i18n.h"

#include "model/way-units.h"

#include "model/way-error.h"

#include <langinfo.h>
#include <math.h>
#include <string.h>

/* Every spelling that is understood; the first of a unit is how it is shown. */
static const struct
{
  const char *text;
  WayUnit unit;
} spellings[] = {
  { N_ ("min"), WAY_UNIT_MINUTES },  { N_ ("h"), WAY_UNIT_HOURS },
  { N_ ("d"), WAY_UNIT_DAYS },       { N_ ("w"), WAY_UNIT_WEEKS },
  { N_ ("mo"), WAY_UNIT_MONTHS },    { N_ ("emin"), WAY_UNIT_ELAPSED_MINUTES },
  { N_ ("eh"), WAY_UNIT_ELAPSED_HOURS },  { N_ ("ed"), WAY_UNIT_ELAPSED_DAYS },
  { N_ ("ew"), WAY_UNIT_ELAPSED_WEEKS },  { N_ ("emo"), WAY_UNIT_ELAPSED_MONTHS },
  { "%", WAY_UNIT_PERCENT },         { "e%", WAY_UNIT_ELAPSED_PERCENT },
  { "m", WAY_UNIT_MINUTES },         { N_ ("minutes"), WAY_UNIT_MINUTES },
  { N_ ("minute"), WAY_UNIT_MINUTES }, { N_ ("hours"), WAY_UNIT_HOURS },
  { N_ ("hour"), WAY_UNIT_HOURS },   { N_ ("days"), WAY_UNIT_DAYS },
  { N_ ("day"), WAY_UNIT_DAYS },     { N_ ("weeks"), WAY_UNIT_WEEKS },
  { N_ ("week"), WAY_UNIT_WEEKS },   { N_ ("months"), WAY_UNIT_MONTHS },
  { N_ ("month"), WAY_UNIT_MONTHS }, { "wk", WAY_UNIT_WEEKS },
  { "mon", WAY_UNIT_MONTHS },        { "em", WAY_UNIT_ELAPSED_MINUTES },
  { "hr", WAY_UNIT_HOURS },          { "hrs", WAY_UNIT_HOURS },
};

gboolean
way_unit_is_elapsed (WayUnit unit)
{
  return (unit >= WAY_UNIT_ELAPSED_MINUTES && unit <= WAY_UNIT_ELAPSED_MONTHS)
         || unit == WAY_UNIT_ELAPSED_PERCENT;
}

/**
 * way_unit_minutes:
 *
 * Returns: minutes of one @unit; 1 for per cent, whose value is no duration
 */
double
way_unit_minutes (WayUnit unit, const WayUnitRates *rates)
{
  switch (unit)
    {
    case WAY_UNIT_HOURS:
    case WAY_UNIT_ELAPSED_HOURS:
      return 60;
    case WAY_UNIT_DAYS:
      return (double) rates->minutes_per_day;
    case WAY_UNIT_WEEKS:
      return (double) rates->minutes_per_week;
    case WAY_UNIT_MONTHS:
      return (double) (rates->days_per_month * rates->minutes_per_day);
    case WAY_UNIT_ELAPSED_DAYS:
      return 1440;
    case WAY_UNIT_ELAPSED_WEEKS:
      return 7 * 1440;
    case WAY_UNIT_ELAPSED_MONTHS:
      return 30 * 1440;
    case WAY_UNIT_MINUTES:
    case WAY_UNIT_ELAPSED_MINUTES:
    case WAY_UNIT_PERCENT:
    case WAY_UNIT_ELAPSED_PERCENT:
    default:
      return 1;
    }
}

/**
 * way_number_format:
 * @decimals: at most this many digits after the point; trailing zeros are left out
 *
 * Returns: (transfer full): the number in the user's locale, with a true minus
 */
char *
way_number_format (double number, int decimals)
{
  double scale = pow (10, decimals);
  double rounded = round (number * scale) / scale;
  g_autofree char *digits = g_strdup_printf ("%.*f", decimals, fabs (rounded));
  const char *point = nl_langinfo (RADIXCHAR);

  if (decimals > 0 && strstr (digits, point) != NULL)
    {
      gsize length = strlen (digits);

      while (digits[length - 1] == '0')
        digits[--length] = '\0';
      if (g_str_has_suffix (digits, point))
        digits[length - strlen (point)] = '\0';
    }
  return g_strconcat (rounded < 0 ? "−" : "", digits, NULL);
}

/**
 * way_number_parse:
 * @text: digits with the locale's decimal sign or a point; "-" or a true minus in front
 * @number: (out): set only on success
 */
gboolean
way_number_parse (const char *text, double *number)
{
  g_autofree char *copy = g_strstrip (g_strdup (text));
  const char *digits = copy;
  gboolean negative = FALSE;
  char *end = NULL;
  double value;

  if (g_str_has_prefix (digits, "−"))
    {
      negative = TRUE;
      digits += strlen ("−");
    }
  else if (*digits == '-')
    {
      negative = TRUE;
      digits++;
    }
  if (!g_ascii_isdigit (*digits) && *digits != '.' && *digits != ',')
    return FALSE;
  g_strdelimit (copy, ",", '.');
  value = g_ascii_strtod (digits, &end);
  if (end == digits || *end != '\0' || !isfinite (value) || strpbrk (digits, "xX") != NULL)
    return FALSE;
  *number = negative ? -value : value;
  return TRUE;
}

/**
 * way_duration_format:
 * @minutes: the duration, or the percentage for the per cent units
 *
 * Returns: (transfer full): "3d", "2.5h", "−1d", "50%"
 */
char *
way_duration_format (gint64 minutes, WayUnit unit, const WayUnitRates *rates)
{
  double amount = (double) minutes / way_unit_minutes (unit, rates);
  g_autofree char *number = way_number_format (amount, 2);

  for (gsize i = 0; i < G_N_ELEMENTS (spellings); i++)
    if (spellings[i].unit == unit)
      return g_strconcat (number, _ (spellings[i].text), NULL);
  g_return_val_if_reached (g_strdup (number));
}

static gboolean
parse_unit (const char *text, WayUnit *unit)
{
  g_autofree char *folded = g_utf8_casefold (text, -1);

  for (gsize i = 0; i < G_N_ELEMENTS (spellings); i++)
    {
      g_autofree char *translated = g_utf8_casefold (_ (spellings[i].text), -1);

      if (strcmp (folded, spellings[i].text) == 0 || strcmp (folded, translated) == 0)
        {
          *unit = spellings[i].unit;
          return TRUE;
        }
    }
  return FALSE;
}

/**
 * way_duration_parse:
 * @text: what a user typed: "3d", "2.5 h", "1w", "4 days", "2mo", "3ed", "50%"
 * @default_unit: the unit of a bare number
 * @minutes: (out): set only on success
 * @unit: (out): set only on success
 * @error: %WAY_ERROR_INVALID when it is not understood or too long
 */
gboolean
way_duration_parse (const char *text, WayUnit default_unit, const WayUnitRates *rates,
                    gint64 *minutes, WayUnit *unit, GError **error)
{
  g_autofree char *copy = g_strstrip (g_strdup (text));
  gsize length = 0;
  g_autofree char *number_text = NULL;
  g_autofree char *unit_text = NULL;
  WayUnit parsed_unit = default_unit;
  double number, value;

  if (g_str_has_suffix (copy, "?"))
    copy[strlen (copy) - 1] = '\0'; /* an estimate; the mark is the task's own field */
  length = g_str_has_prefix (copy, "−") ? strlen ("−") : 0;
  length += strspn (copy + length, "-0123456789.,");
  number_text = g_strndup (copy, length);
  unit_text = g_strstrip (g_strdup (copy + length));
  if (!way_number_parse (number_text, &number)
      || (*unit_text != '\0' && !parse_unit (unit_text, &parsed_unit)))
    {
      g_set_error (error, WAY_ERROR, WAY_ERROR_INVALID,
                   _("“%s” is not a duration. Type it as 3d, 2.5h or 1w, for example."), text);
      return FALSE;
    }
  value = round (number * way_unit_minutes (parsed_unit, rates));
  if (fabs (value) > (double) WAY_DURATION_MAX)
    {
      g_set_error (error, WAY_ERROR, WAY_ERROR_INVALID,
                   _("“%s” is too long: a duration can be at most 200 years."), text);
      return FALSE;
    }
  *minutes = (gint64) value;
  *unit = parsed_unit;
  return TRUE;
}

/**
 * way_money_format:
 * @currency: (nullable): the plan's currency sign or code, put behind the figure
 *
 * Returns: (transfer full): the amount with the locale's thousands sign; whole units
 * are shown without decimals
 */
char *
way_money_format (gint64 hundredths, const char *currency)
{
  gboolean whole = hundredths % 100 == 0;
  g_autofree char *figure =
      g_strdup_printf ("%'.*f", whole ? 0 : 2, fabs ((double) hundredths) / 100);

  return g_strconcat (hundredths < 0 ? "−" : "", figure,
                      currency != NULL && *currency != '\0' ? "\u202f" : "",
                      currency != NULL ? currency : "", NULL);
}
