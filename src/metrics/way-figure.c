/* way-figure.c: WayFigure, a number together with the rows it was counted from.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-i18n.h"

#include "metrics/way-figure.h"

#include <math.h>

/**
 * way_figure_new:
 *
 * Returns: (transfer full): an unknown figure without rows
 */
WayFigure *
way_figure_new (void)
{
  WayFigure *self = g_new0 (WayFigure, 1);

  self->rows = g_ptr_array_new_with_free_func (g_object_unref);
  return self;
}

/**
 * way_figure_add_row:
 *
 * Adds a record that stands behind the figure.
 */
void
way_figure_add_row (WayFigure *self, WayRecord *record)
{
  g_ptr_array_add (self->rows, g_object_ref (record));
}

/**
 * way_figure_set_share:
 *
 * Makes the figure @part of @whole in per cent; unknown when @whole is 0.
 */
void
way_figure_set_share (WayFigure *self, gint64 part, gint64 whole)
{
  self->part = part;
  self->whole = whole;
  self->known = whole > 0;
  self->value = whole > 0 ? 100.0 * (double) part / (double) whole : 0;
}

/**
 * way_figure_format:
 *
 * Returns: (transfer full): "62 %", or "n/a" when there was nothing to count
 */
char *
way_figure_format (const WayFigure *self)
{
  return self->known ? way_percent_format (self->value) : g_strdup (_("n/a"));
}

/**
 * way_figure_free:
 */
void
way_figure_free (WayFigure *self)
{
  g_ptr_array_unref (self->rows);
  g_free (self);
}

/**
 * way_percent_format:
 *
 * Whole per cents; what is begun never shows as 0 and what is unfinished never as 100.
 *
 * Returns: (transfer full): "62 %" with a narrow space that does not break
 */
char *
way_percent_format (double percent)
{
  double rounded = floor (percent + 0.5);

  if (percent > 0 && rounded < 1)
    rounded = 1;
  else if (percent < 100 && rounded >= 100)
    rounded = 99;
  return g_strdup_printf ("%.0f\u202f%%", rounded);
}

static double
days_of (WayPlan *plan, gint64 minutes)
{
  WayUnitRates rates = way_plan_get_unit_rates (plan);
  double days = (double) minutes / (double) rates.minutes_per_day;

  return round (days * 10) / 10;
}

/**
 * way_variance_format:
 * @minutes: working minutes, + = late
 *
 * Returns: (transfer full): "+6 d", "−2 d" or "0 d"
 */
char *
way_variance_format (WayPlan *plan, gint64 minutes)
{
  double days = days_of (plan, minutes);
  g_autofree char *number = way_number_format (days, 1);

  /* Translators: so many working days, as in +6 d; the space is narrow and does not break */
  return g_strdup_printf (_("%s%s\u202fd"), days > 0 ? "+" : "", number);
}

/**
 * way_days_format:
 * @minutes: of working time
 *
 * Returns: (transfer full): "4.4 d"
 */
char *
way_days_format (WayPlan *plan, gint64 minutes)
{
  g_autofree char *number = way_number_format (days_of (plan, minutes), 1);

  return g_strdup_printf (_("%s%s\u202fd"), "", number);
}

/* The plural form that goes with a number of days, which may be a fraction. */
static gulong
plural_of (double days)
{
  return fabs (days) == 1 ? 1 : 2 + (gulong) fabs (days);
}

/**
 * way_working_days_format:
 *
 * Returns: (transfer full): "6 working days", whatever the sign of @minutes
 */
char *
way_working_days_format (WayPlan *plan, gint64 minutes)
{
  double days = days_of (plan, minutes);
  g_autofree char *number = way_number_format (fabs (days), 1);

  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s working day", "%s working days",
                                       plural_of (days)), number);
}

/**
 * way_variance_describe:
 * @minutes: working minutes, + = late
 *
 * Returns: (transfer full): "6 working days late", "2 working days early" or "on time"
 */
char *
way_variance_describe (WayPlan *plan, gint64 minutes)
{
  double days = days_of (plan, minutes);
  g_autofree char *number = way_number_format (fabs (days), 1);
  gulong count = plural_of (days);

  if (minutes > 0)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s working day late",
                                         "%s working days late", count), number);
  if (minutes < 0)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s working day early",
                                         "%s working days early", count), number);
  return g_strdup (_("on time"));
}
