/* way-measurements.c: the measurements of a KPI as lines of text, for typing and pasting many.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-i18n.h"

#include "document/way-measurements.h"

#include "model/way-error.h"

#include <string.h>

static void
clear_measured (gpointer data)
{
  g_free (((WayMeasured *) data)->note);
}

static gboolean
is_gap (char c)
{
  return c == ' ' || c == '\t' || c == ';';
}

/* Cuts the next word off @rest: up to a gap. */
static char *
next_word (const char **rest)
{
  const char *start = *rest, *end;

  while (is_gap (*start))
    start++;
  for (end = start; *end != '\0' && !is_gap (*end); end++)
    ;
  *rest = end;
  return g_strndup (start, (gsize) (end - start));
}

static gboolean
parse_line (const char *line, guint number, WayMeasured *measured, GError **error)
{
  const char *rest = line;
  g_autofree char *date = next_word (&rest);
  g_autofree char *value = next_word (&rest);

  if (!way_moment_from_iso (date, &measured->date)
      && !way_moment_parse (date, 0, &measured->date, NULL))
    {
      g_set_error (error, WAY_ERROR, WAY_ERROR_INVALID,
                   _("Line %u: “%s” is not a day. Write it like 2026-03-31."), number, date);
      return FALSE;
    }
  measured->date = way_moment_day (measured->date);
  if (!way_number_parse (value, &measured->value))
    {
      g_set_error (error, WAY_ERROR, WAY_ERROR_INVALID,
                   _("Line %u: “%s” is not a number. A line is a day, then the value."), number,
                   value);
      return FALSE;
    }
  while (is_gap (*rest))
    rest++;
  measured->note = g_strchomp (g_strdup (rest));
  return TRUE;
}

/**
 * way_measurements_parse:
 * @text: a measurement a line; empty lines do not count
 * @error: the number of the line that was not understood, and why
 *
 * Returns: (transfer full) (element-type WayMeasured) (nullable)
 */
GArray *
way_measurements_parse (const char *text, GError **error)
{
  g_autoptr (GArray) found = g_array_new (FALSE, TRUE, sizeof (WayMeasured));
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  g_array_set_clear_func (found, clear_measured);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      WayMeasured measured = { 0 };

      if (g_strstrip (lines[i])[0] == '\0')
        continue;
      if (!parse_line (lines[i], i + 1, &measured, error))
        return NULL;
      g_array_append_val (found, measured);
    }
  return g_steal_pointer (&found);
}

static int
compare (gconstpointer a, gconstpointer b)
{
  const WayMeasurement *one = *(WayMeasurement *const *) a, *other = *(WayMeasurement *const *) b;

  return (one->date > other->date) - (one->date < other->date);
}

/* (transfer full): by day, the later ones that stand there too. */
static GPtrArray *
measurements_of (WayKpi *kpi)
{
  GPtrArray *found = g_ptr_array_copy (
      way_plan_get_referrers (WAY_RECORD (kpi)->plan, WAY_RECORD (kpi)->id,
                              way_record_type_field (&way_measurement_type, "kpi")),
      NULL, NULL);

  g_ptr_array_sort (found, compare);
  return found;
}

/**
 * way_measurements_to_text:
 *
 * Returns: (transfer full): what way_measurements_parse() reads, by day
 */
char *
way_measurements_to_text (WayKpi *kpi)
{
  g_autoptr (GPtrArray) all = measurements_of (kpi);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < all->len; i++)
    {
      WayMeasurement *measurement = all->pdata[i];
      g_autofree char *day = measurement->date != WAY_NEVER
                                 ? way_moment_to_iso (way_moment_day (measurement->date)) : NULL;
      char value[G_ASCII_DTOSTR_BUF_SIZE];

      if (day == NULL)
        continue;
      if (strchr (day, 'T') != NULL)
        *strchr (day, 'T') = '\0';
      g_string_append_printf (text, "%s\t%s", day,
                              g_ascii_formatd (value, sizeof value, "%.15g", measurement->value));
      if (measurement->note[0] != '\0')
        g_string_append_printf (text, "\t%s", measurement->note);
      g_string_append_c (text, '\n');
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* The first of @old of that day, taken out of it. */
static WayRecord *
take_of_day (GPtrArray *old, WayMoment day)
{
  for (guint i = 0; i < old->len; i++)
    if (WAY_MEASUREMENT (old->pdata[i])->date == day)
      return g_ptr_array_steal_index (old, i);
  return NULL;
}

/**
 * way_measurements_replace:
 * @measured: (element-type WayMeasured): all that it has from now on
 *
 * Inside the open scope: changes those of a day that is there, adds and deletes the others.
 */
void
way_measurements_replace (WayDocument *document, WayKpi *kpi, const GArray *measured)
{
  g_autoptr (GPtrArray) old = measurements_of (kpi);

  for (guint i = old->len; i > 0; i--) /* what has no day is not in the text */
    if (WAY_MEASUREMENT (old->pdata[i - 1])->date == WAY_NEVER)
      g_ptr_array_remove_index (old, i - 1);
  for (guint i = 0; i < measured->len; i++)
    {
      const WayMeasured *one = &g_array_index (measured, WayMeasured, i);
      WayRecord *record = take_of_day (old, one->date);

      if (record == NULL)
        {
          record = way_document_create_record (document, &way_measurement_type);
          way_document_set_int (document, record, "kpi", WAY_RECORD (kpi)->id);
          way_document_set_int (document, record, "date", one->date);
        }
      way_document_set_real (document, record, "value", one->value);
      way_document_set_text (document, record, "note", one->note);
    }
  for (guint i = 0; i < old->len; i++)
    way_document_delete (document, old->pdata[i]);
}
