/* way-kpi.c: WayKpi, a figure that tells whether it was worth it, and its measurements.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-i18n.h"

#include "model/records/milestone/way-kpi.h"

#include <string.h>

#define ENTRY(...) WAY_FIELD_ENTRY (WayKpi, __VA_ARGS__)
static const WayField kpi_fields[] = { WAY_KPI_FIELDS (ENTRY) };

WayRecordType way_kpi_type = {
  .name = "kpi",
  .prefix = "K",
  .label = N_ ("KPI"),
  .plural = N_ ("KPIs"),
  .common = WAY_COMMON_OWNED,
  .page = TRUE,
  .icon = "waymark-kpi-symbolic",
  .empty = N_ ("The figures that tell whether a milestone or an initiative was worth it."),
  .get_type = way_kpi_get_type,
};

WAY_DEFINE_RECORD (WayKpi, way_kpi, way_kpi_type, kpi_fields)

#undef ENTRY
#define ENTRY(...) WAY_FIELD_ENTRY (WayMeasurement, __VA_ARGS__)
static const WayField measurement_fields[] = { WAY_MEASUREMENT_FIELDS (ENTRY) };

WayRecordType way_measurement_type = {
  .name = "measurement",
  .label = N_ ("Measurement"),
  .plural = N_ ("Measurements"),
  .get_type = way_measurement_get_type,
};

WAY_DEFINE_RECORD (WayMeasurement, way_measurement, way_measurement_type, measurement_fields)

/* A number as people write it in a sentence: "1,250.5", "99.9"; a minus only in front. */
static const char *
find_number (const char *text, double *number)
{
  for (; *text != '\0'; text++)
    {
      g_autoptr (GString) digits = g_string_new (NULL);
      const char *end = text;

      if (!g_ascii_isdigit (*text))
        continue;
      for (; g_ascii_isdigit (*end)
             || ((*end == '.' || *end == ',') && g_ascii_isdigit (end[1])); end++)
        if (*end != ',')
          g_string_append_c (digits, *end);
      *number = g_ascii_strtod (digits->str, NULL);
      return end;
    }
  return NULL;
}

static gboolean
has_minus (const char *text, const char *digits)
{
  return (digits > text && digits[-1] == '-' && (digits - 1 == text || digits[-2] == ' '))
         || (digits - text >= 3 && memcmp (digits - 3, "−", 3) == 0);
}

/**
 * way_kpi_read_number:
 * @text: a baseline or target as it was typed
 * @first: (out): the number in it
 * @second: (out) (nullable): the other end of a range, else the same
 *
 * Returns: whether there is a number in it
 */
gboolean
way_kpi_read_number (const char *text, double *first, double *second)
{
  const char *start = text + strcspn (text, "0123456789");
  const char *rest = find_number (text, first);
  double other;

  if (rest == NULL)
    return FALSE;
  if (has_minus (text, start))
    *first = -*first;
  if (second != NULL)
    *second = find_number (rest, &other) != NULL ? other : *first;
  return TRUE;
}
