/* way-mspdi-codec.c: how MS Project XML writes values, both ways.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "exchange/mspdi/way-mspdi-schema.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* Larger than any figure of a plan, and exact in a double. */
#define LARGEST 9e15

/* Added to a unit's number when the duration is an estimate. */
#define ESTIMATED 32

/* DurationFormat and LagFormat of each WayUnit. */
static const struct
{
  int format;
  WayUnit unit;
} formats[] = {
  { 3, WAY_UNIT_MINUTES },          { 4, WAY_UNIT_ELAPSED_MINUTES },
  { 5, WAY_UNIT_HOURS },            { 6, WAY_UNIT_ELAPSED_HOURS },
  { 7, WAY_UNIT_DAYS },             { 8, WAY_UNIT_ELAPSED_DAYS },
  { 9, WAY_UNIT_WEEKS },            { 10, WAY_UNIT_ELAPSED_WEEKS },
  { 11, WAY_UNIT_MONTHS },          { 12, WAY_UNIT_ELAPSED_MONTHS },
  { 19, WAY_UNIT_PERCENT },         { 20, WAY_UNIT_ELAPSED_PERCENT },
};

static gboolean
parse_number (const char *text, double *number)
{
  char *end = NULL;

  if (!g_ascii_isdigit (*text) && *text != '-' && *text != '+' && *text != '.')
    return FALSE;
  *number = g_ascii_strtod (text, &end);
  if (end == text || !isfinite (*number) || fabs (*number) > LARGEST
      || strpbrk (text, "xXnN") != NULL)
    return FALSE;
  return end[strspn (end, " \t\r\n")] == '\0';
}

/* A number times @scale, rounded to a whole one. */
static gboolean
parse_scaled (const char *text, double scale, WayValue *value, gboolean *exact)
{
  double number;

  if (!parse_number (text, &number))
    return FALSE;
  number *= scale;
  *value = way_value_int ((gint64) round (number));
  *exact = fabs (number - round (number)) < 1e-6;
  return TRUE;
}

static gboolean
parse_bool (const char *text, gboolean *truth)
{
  if (strcmp (text, "1") == 0 || g_ascii_strcasecmp (text, "true") == 0)
    *truth = TRUE;
  else if (strcmp (text, "0") == 0 || g_ascii_strcasecmp (text, "false") == 0)
    *truth = FALSE;
  else
    return FALSE;
  return TRUE;
}

/* An ISO moment with seconds and perhaps a zone, which says nothing here. */
static gboolean
parse_moment (const char *text, WayValue *value, gboolean *exact)
{
  g_autofree char *plain = g_strdup (text);
  char *time = strchr (plain, 'T');
  WayMoment moment;
  int seconds = 0;

  if (strcmp (text, "NA") == 0)
    {
      *value = way_value_int (WAY_NEVER);
      return TRUE;
    }
  if (time != NULL)
    {
      time[strcspn (time, "Z+-")] = '\0';
      if (strlen (time) >= 9 && time[6] == ':')
        seconds = atoi (time + 7);
    }
  if (!way_moment_from_iso (plain, &moment))
    return FALSE;
  *value = way_value_int (moment);
  *exact = seconds == 0;
  return TRUE;
}

/* "08:00:00" or "08:00" */
static gboolean
parse_clock (const char *text, WayValue *value)
{
  char *end = NULL;
  guint64 hour = g_ascii_strtoull (text, &end, 10);
  guint64 minute;

  if (!g_ascii_isdigit (*text) || *end != ':' || hour > 24)
    return FALSE;
  minute = g_ascii_strtoull (end + 1, &end, 10);
  if (minute > 59 || (*end != '\0' && *end != ':') || hour * 60 + minute > 1440)
    return FALSE;
  *value = way_value_int ((gint64) (hour * 60 + minute));
  return TRUE;
}

/* Minutes of one @unit letter of an ISO 8601 duration; 0 = none such. */
static double
duration_unit (char unit, gboolean in_time)
{
  switch (unit)
    {
    case 'D':
      return in_time ? 0 : 1440;
    case 'W':
      return in_time ? 0 : 7 * 1440;
    case 'H':
      return in_time ? 60 : 0;
    case 'M':
      return in_time ? 1 : 0;
    case 'S':
      return in_time ? 1.0 / 60 : 0;
    default:
      return 0;
    }
}

/* "PT8H0M0S". Years and months have no fixed length and are refused unless zero. */
static gboolean
parse_duration (const char *text, gboolean cut, WayValue *value, gboolean *exact)
{
  gboolean negative = *text == '-';
  gboolean in_time = FALSE;
  gboolean any = FALSE;
  double minutes = 0, whole;

  text += negative ? 1 : 0;
  if (*text++ != 'P')
    return FALSE;
  while (*text != '\0')
    {
      char *end = NULL;
      double amount, unit;

      if (*text == 'T')
        {
          in_time = TRUE;
          text++;
          continue;
        }
      if (!g_ascii_isdigit (*text) && *text != '.')
        return FALSE;
      amount = g_ascii_strtod (text, &end);
      unit = duration_unit (*end, in_time);
      if (unit == 0 && (amount != 0 || (*end != 'Y' && *end != 'M')))
        return FALSE;
      minutes += amount * unit;
      text = end + 1;
      any = TRUE;
    }
  if (!any || !(minutes <= LARGEST))
    return FALSE;
  whole = cut ? floor (minutes + 1e-6) : round (minutes);
  *value = way_value_int ((gint64) (negative ? -whole : whole));
  *exact = fabs (minutes - whole) < 1e-6;
  return TRUE;
}

static gboolean
parse_unit (const char *text, WayValue *value)
{
  double number;
  int format;

  if (!parse_number (text, &number) || fabs (number) > 1000)
    return FALSE;
  format = (int) number;
  if (format >= 3 + ESTIMATED)
    format -= ESTIMATED;
  *value = way_value_int (WAY_UNIT_DAYS); /* 21 and the like: as the plan shows it */
  for (gsize i = 0; i < G_N_ELEMENTS (formats); i++)
    if (formats[i].format == format)
      *value = way_value_int (formats[i].unit);
  return TRUE;
}

/* Material, work, cost are 0, 1, 2 there. */
static gboolean
parse_kind (const char *text, WayValue *value)
{
  static const WayResourceKind kinds[] = { WAY_RESOURCE_MATERIAL, WAY_RESOURCE_WORK,
                                           WAY_RESOURCE_COST };

  if (text[0] < '0' || text[0] > '2' || text[1] != '\0')
    return FALSE;
  *value = way_value_int (kinds[text[0] - '0']);
  return TRUE;
}

static gboolean
parse_truth (const char *text, gboolean inverted, WayValue *value)
{
  gboolean truth;

  if (!parse_bool (text, &truth))
    return FALSE;
  *value = way_value_int (truth != inverted);
  return TRUE;
}

/**
 * way_codec_parse:
 * @value: (out): text borrows from @text; set only on success
 * @exact: (out): %FALSE when a part of @text was rounded away, as seconds are
 *
 * Returns: whether @text is such a value
 */
gboolean
way_codec_parse (WayCodec codec, const char *text, WayValue *value, gboolean *exact)
{
  *exact = TRUE;
  switch (codec)
    {
    case WAY_CODEC_TEXT:
      *value = way_value_text (text);
      return TRUE;
    case WAY_CODEC_INT:
    case WAY_CODEC_MONEY:
      return parse_scaled (text, 1, value, exact);
    case WAY_CODEC_RATE:
    case WAY_CODEC_FRACTION:
      return parse_scaled (text, 100, value, exact);
    case WAY_CODEC_TENTHS:
      return parse_scaled (text, 0.1, value, exact);
    case WAY_CODEC_BOOL:
      return parse_truth (text, FALSE, value);
    case WAY_CODEC_NOT:
      return parse_truth (text, TRUE, value);
    case WAY_CODEC_MOMENT:
      return parse_moment (text, value, exact);
    case WAY_CODEC_CLOCK:
      return parse_clock (text, value);
    case WAY_CODEC_DURATION:
      return parse_duration (text, FALSE, value, exact);
    case WAY_CODEC_LENGTH:
      /* MS Project counts tenths of minutes, and tells moments by the minute that they lie in. */
      return parse_duration (text, TRUE, value, exact);
    case WAY_CODEC_UNIT:
      return parse_unit (text, value);
    case WAY_CODEC_KIND:
      return parse_kind (text, value);
    case WAY_CODEC_ACCRUAL:
      if (!parse_scaled (text, 1, value, exact))
        return FALSE;
      value->i--;
      return TRUE;
    case WAY_CODEC_NONE:
    default:
      return FALSE;
    }
}

/**
 * way_codec_read:
 *
 * As way_codec_parse(), and fitted to @field: a whole day loses its time, and the end of the day
 * is 24:00, not 00:00.
 */
gboolean
way_codec_read (WayCodec codec, const WayField *field, const char *text, WayValue *value,
                gboolean *exact)
{
  if (!way_codec_parse (codec, text, value, exact))
    return FALSE;
  if (field->type == WAY_FIELD_TYPE_DATE && value->i != WAY_NEVER)
    {
      *exact = *exact && way_moment_day (value->i) == value->i;
      value->i = way_moment_day (value->i);
    }
  if (codec == WAY_CODEC_CLOCK && value->i == 0 && field->min > 0)
    value->i = WAY_DAY;
  return TRUE;
}

static void
format_moment (WayMoment moment, GString *out)
{
  WayCivil c = way_moment_to_civil (moment);

  g_string_append_printf (out, "%04d-%02d-%02dT%02d:%02d:00", c.year, c.month, c.day, c.hour,
                          c.minute);
}

static void
format_duration (gint64 minutes, GString *out)
{
  gint64 size = ABS (minutes);

  g_string_append_printf (out, "%sPT%" G_GINT64_FORMAT "H%dM0S", minutes < 0 ? "-" : "", size / 60,
                          (int) (size % 60));
}

/* Hundredths as a decimal number: 150 is 1.5, 100 is 1. */
static void
format_hundredths (gint64 hundredths, GString *out)
{
  gint64 size = ABS (hundredths);

  g_string_append_printf (out, "%s%" G_GINT64_FORMAT, hundredths < 0 ? "-" : "", size / 100);
  if (size % 100 != 0)
    g_string_append_printf (out, size % 10 == 0 ? ".%d" : ".%02d",
                            (int) (size % 10 == 0 ? size % 100 / 10 : size % 100));
}

static void
format_clock (gint64 minute, GString *out)
{
  g_string_append_printf (out, "%02d:%02d:00", (int) (minute % 1440 / 60), (int) (minute % 60));
}

static int
unit_format (gint64 unit)
{
  for (gsize i = 0; i < G_N_ELEMENTS (formats); i++)
    if (formats[i].unit == (WayUnit) unit)
      return formats[i].format;
  return 7;
}

/**
 * way_codec_format:
 *
 * Appends @value as MS Project writes it, not escaped; the inverse of way_codec_parse().
 */
void
way_codec_format (WayCodec codec, const WayValue *value, GString *out)
{
  gint64 i = value->i;

  switch (codec)
    {
    case WAY_CODEC_TEXT:
      g_string_append (out, value->s);
      return;
    case WAY_CODEC_MOMENT:
      format_moment (i, out);
      return;
    case WAY_CODEC_CLOCK:
      format_clock (i, out);
      return;
    case WAY_CODEC_DURATION:
    case WAY_CODEC_LENGTH:
      format_duration (i, out);
      return;
    case WAY_CODEC_RATE:
    case WAY_CODEC_FRACTION:
      format_hundredths (i, out);
      return;
    case WAY_CODEC_NOT:
      i = i == 0;
      break;
    case WAY_CODEC_TENTHS:
      i *= 10;
      break;
    case WAY_CODEC_UNIT:
      i = unit_format (i);
      break;
    case WAY_CODEC_KIND:
      i = i == WAY_RESOURCE_MATERIAL ? 0 : i == WAY_RESOURCE_WORK ? 1 : 2;
      break;
    case WAY_CODEC_ACCRUAL:
      i++;
      break;
    default:
      break;
    }
  g_string_append_printf (out, "%" G_GINT64_FORMAT, i);
}
