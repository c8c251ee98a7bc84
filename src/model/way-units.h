/* way-units.h: durations, work and lags: typed, shown and kept in their unit (numbers.md §1).
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The unit in which a duration was typed and is shown. The value itself is
 * always minutes, except with WAY_UNIT_PERCENT (a lag), where it is per cent of
 * the predecessor's duration. Stored in files: never renumber. */
typedef enum
{
  WAY_UNIT_MINUTES = 0,
  WAY_UNIT_HOURS = 1,
  WAY_UNIT_DAYS = 2,
  WAY_UNIT_WEEKS = 3,
  WAY_UNIT_MONTHS = 4,
  WAY_UNIT_ELAPSED_MINUTES = 5,
  WAY_UNIT_ELAPSED_HOURS = 6,
  WAY_UNIT_ELAPSED_DAYS = 7,
  WAY_UNIT_ELAPSED_WEEKS = 8,
  WAY_UNIT_ELAPSED_MONTHS = 9,
  WAY_UNIT_PERCENT = 10,
  WAY_UNIT_ELAPSED_PERCENT = 11,
} WayUnit;

/* How many working minutes a day, a week and a month stand for. */
typedef struct
{
  gint64 minutes_per_day;
  gint64 minutes_per_week;
  gint64 days_per_month;
} WayUnitRates;

#define WAY_UNIT_RATES_DEFAULT ((WayUnitRates) { 480, 2400, 20 })

#define WAY_DURATION_MAX ((gint64) 200 * 366 * 1440)

gboolean way_unit_is_elapsed   (WayUnit unit);
double   way_unit_minutes      (WayUnit unit, const WayUnitRates *rates);
char    *way_duration_format   (gint64 minutes, WayUnit unit, const WayUnitRates *rates);
gboolean way_duration_parse    (const char *text, WayUnit default_unit, const WayUnitRates *rates,
                                gint64 *minutes, WayUnit *unit, GError **error);
char    *way_money_format      (gint64 hundredths, const char *currency);
gboolean way_number_parse      (const char *text, double *number);
char    *way_number_format     (double number, int decimals);

G_END_DECLS
