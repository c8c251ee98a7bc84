/* way-time-scale.c: WayTimeScale, moments ↔ pixels; the table of zoom levels and their tiers.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-i18n.h"

#include "chart/way-time-scale.h"

#include <langinfo.h>
#include <locale.h>
#include <math.h>
#include <string.h>

/* Formats are those of g_date_time_format(), and four of our own: %q the quarter, %i the half of
 * a year, %N the last year of the tick, %V the ISO week of the tick's middle (a week that starts on Sunday counts as
 * the one that holds most of its days). The first two of a tier name the year; they stand
 * where a year begins to be seen, the others elsewhere. */
/* Translators: a week by its number %V; the shorter one is for narrow places */
static const WayTier weeks = { WAY_TICK_WEEK, 1, { N_ ("Week %V"), N_ ("W%V"), NULL } };

/* Translators: the quarter of a year; %q is its number */
#define QUARTER { WAY_TICK_QUARTER, 1, { N_ ("Q%q") } }

static const WayTier quarters = QUARTER;

static const WayZoomLevel levels[] = {
  { N_ ("Quarter hours"), 0.4, 0.5, 5,
    { WAY_TICK_HOUR, 1, { N_ ("%a %-d %b %Y, %H:%M"), N_ ("%-d %b %Y, %H:%M"), N_ ("%a %-d %b, %H:%M"), "%H:%M" } },
    { WAY_TICK_MINUTE, 15, { "%H:%M" } } },
  { N_ ("Hours"), 1.5, 3, 15,
    { WAY_TICK_DAY, 1, { N_ ("%A %-d %B %Y"), N_ ("%a %-d %b %Y"), N_ ("%A %-d %B"), N_ ("%a %-d %b") } },
    { WAY_TICK_HOUR, 1, { "%H:%M", "%H" } }, &weeks },
  { N_ ("Quarter days"), 9, 16, 60,
    { WAY_TICK_DAY, 1, { N_ ("%a %-d %b %Y"), N_ ("%-d %b %Y"), N_ ("%a %-d %b"), N_ ("%-d %b") } },
    { WAY_TICK_HOUR, 6, { "%H:%M", "%H" } }, &weeks },
  { N_ ("Days"), 40, 84, 1440,
    { WAY_TICK_WEEK, 1, { N_ ("%-d %B %Y"), N_ ("%-d %b %Y"), N_ ("%-d %B"), N_ ("%-d %b") } },
    { WAY_TICK_DAY, 1, { N_ ("%a %-d"), "%-d" } }, &weeks },
  { N_ ("Weeks"), 141, 420, 1440,
    { WAY_TICK_MONTH, 1, { N_ ("%B %Y"), N_ ("%b %Y"), "%B", "%b" } },
    { WAY_TICK_WEEK, 1, { N_ ("%-d %b"), "%-d" } }, &weeks },
  { N_ ("Months"), 730, 1400, 1440,
    { WAY_TICK_YEAR, 1, { "%Y" } },
    { WAY_TICK_MONTH, 1, { "%B", "%b" } }, &quarters },
  { N_ ("Quarters"), 2200, 5200, 10080,
    { WAY_TICK_YEAR, 1, { "%Y" } },
    QUARTER },
  { N_ ("Half-years"), 5600, 7800, 20160,
    { WAY_TICK_YEAR, 1, { "%Y" } },
    /* Translators: the half of a year; %i is its number */
    { WAY_TICK_HALF_YEAR, 1, { N_ ("H%i") } } },
  { N_ ("Years"), 8800, 24000, 43200,
    { WAY_TICK_YEAR, 10, { "%Y–%N", "%Y" } },
    { WAY_TICK_YEAR, 1, { "%Y", "’%y" } } },
  { N_ ("Decades"), 88000, WAY_SCALE_COARSEST, 43200,
    { WAY_TICK_YEAR, 100, { "%Y–%N", "%Y" } },
    { WAY_TICK_YEAR, 10, { "%Y", "’%y" } } },
};

guint
way_zoom_get_n_levels (void)
{
  return G_N_ELEMENTS (levels);
}

/**
 * way_zoom_get_level:
 *
 * Returns: (transfer none): level @index, finest first
 */
const WayZoomLevel *
way_zoom_get_level (guint index)
{
  g_assert (index < G_N_ELEMENTS (levels));
  return &levels[index];
}

/**
 * way_time_scale_new:
 * @origin: the moment at x = 0
 * @minutes_per_pixel: brought into the range of the levels
 *
 * Returns: a scale with the week start of the locale
 */
WayTimeScale
way_time_scale_new (double origin, double minutes_per_pixel)
{
  return (WayTimeScale) {
    .origin = origin,
    .minutes_per_pixel = CLAMP (minutes_per_pixel, WAY_SCALE_FINEST, WAY_SCALE_COARSEST),
    .first_weekday = way_locale_first_weekday (),
  };
}

/**
 * way_time_scale_fit:
 * @margin: pixels left free at both ends
 *
 * Returns: a scale that shows @from … @to on @width pixels
 */
WayTimeScale
way_time_scale_fit (WayMoment from, WayMoment to, double width, double margin)
{
  double room = MAX (1, width - 2 * margin);
  WayTimeScale self = way_time_scale_new (0, (double) MAX (1, to - from) / room);

  self.origin = (double) from - margin * self.minutes_per_pixel;
  return self;
}

double
way_time_scale_x (const WayTimeScale *self, WayMoment moment)
{
  return ((double) moment - self->origin) / self->minutes_per_pixel;
}

/**
 * way_time_scale_moment:
 *
 * Returns: the moment at @x, with its fraction of a minute
 */
double
way_time_scale_moment (const WayTimeScale *self, double x)
{
  return self->origin + x * self->minutes_per_pixel;
}

/**
 * way_time_scale_level:
 *
 * Returns: index of the level whose ticks fit this scale
 */
guint
way_time_scale_level (const WayTimeScale *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (levels); i++)
    if (self->minutes_per_pixel <= levels[i].coarsest)
      return i;
  return G_N_ELEMENTS (levels) - 1;
}

/**
 * way_time_scale_zoom:
 * @x: stays on the same moment
 */
void
way_time_scale_zoom (WayTimeScale *self, double minutes_per_pixel, double x)
{
  double moment = way_time_scale_moment (self, x);

  self->minutes_per_pixel = CLAMP (minutes_per_pixel, WAY_SCALE_FINEST, WAY_SCALE_COARSEST);
  self->origin = moment - x * self->minutes_per_pixel;
}

/**
 * way_time_scale_step:
 * @finer: whether to see less time in more detail, or more time
 *
 * Levels whose own scale is hardly another than this one are passed over, and none that differs
 * well is: from a fitted plan the first step leads to the comfortable weeks, not past them.
 *
 * Returns: index of the level that the zoom buttons should set
 */
guint
way_time_scale_step (const WayTimeScale *self, gboolean finer)
{
  const double enough = 1.25;
  guint last = G_N_ELEMENTS (levels) - 1;

  if (finer)
    {
      for (guint i = last; i > 0; i--)
        if (levels[i].minutes_per_pixel * enough <= self->minutes_per_pixel)
          return i;
      return 0;
    }
  for (guint i = 0; i < last; i++)
    if (levels[i].minutes_per_pixel >= self->minutes_per_pixel * enough)
      return i;
  return last;
}

/* The largest multiple of @by that is not over @value. */
static gint64
floor_to (gint64 value, gint64 by)
{
  gint64 rest = value % by;

  return value - (rest < 0 ? rest + by : rest);
}

/**
 * way_time_scale_snap:
 *
 * Returns: @moment rounded to what the level snaps to
 */
WayMoment
way_time_scale_snap (const WayTimeScale *self, WayMoment moment)
{
  gint64 snap = MIN (WAY_DAY, levels[way_time_scale_level (self)].snap);

  return floor_to (moment + snap / 2, snap);
}

/**
 * way_locale_first_weekday:
 *
 * Returns: 0 for Monday … 6 for Sunday; Monday in the C locale, as ISO 8601 has it
 */
int
way_locale_first_weekday (void)
{
#ifdef __GLIBC__
  const char *name = setlocale (LC_TIME, NULL);
  guint first_day = (guint) (guintptr) nl_langinfo (_NL_TIME_WEEK_1STDAY);
  int offset = nl_langinfo (_NL_TIME_FIRST_WEEKDAY)[0] - 1;

  if (name == NULL || strcmp (name, "POSIX") == 0 || strcmp (name, "C") == 0
      || g_str_has_prefix (name, "C."))
    return 0;
  /* The day that counts as the first is a Monday (19971201) or a Sunday (19971130). */
  return (offset + (first_day == 19971201 ? 0 : 6)) % 7;
#else
  return 0;
#endif
}

/**
 * way_tier_floor:
 * @first_weekday: 0 = Monday … 6 = Sunday; matters to weeks only
 *
 * Returns: the last tick at or before @moment
 */
WayMoment
way_tier_floor (const WayTier *tier, WayMoment moment, int first_weekday)
{
  WayCivil civil = way_moment_to_civil (moment);
  WayMoment day = way_moment_day (moment);
  int months = civil.month - 1;

  switch (tier->unit)
    {
    case WAY_TICK_MINUTE:
      return floor_to (moment, tier->step);
    case WAY_TICK_HOUR:
      return floor_to (moment, 60 * (gint64) tier->step);
    case WAY_TICK_DAY:
      return day;
    case WAY_TICK_WEEK:
      return day - (way_moment_weekday (day) - first_weekday + 7) % 7 * WAY_DAY;
    case WAY_TICK_MONTH:
      return way_moment (civil.year, months - months % tier->step + 1, 1, 0, 0);
    case WAY_TICK_QUARTER:
      return way_moment (civil.year, months - months % 3 + 1, 1, 0, 0);
    case WAY_TICK_HALF_YEAR:
      return way_moment (civil.year, months - months % 6 + 1, 1, 0, 0);
    case WAY_TICK_YEAR:
      return way_moment (civil.year - civil.year % tier->step, 1, 1, 0, 0);
    }
  g_assert_not_reached ();
}

/* @months may run past the year's end. */
static WayMoment
add_months (WayMoment tick, int months)
{
  WayCivil civil = way_moment_to_civil (tick);
  int count = civil.year * 12 + civil.month - 1 + months;

  return way_moment (count / 12, count % 12 + 1, 1, 0, 0);
}

/**
 * way_tier_next:
 * @tick: from way_tier_floor() or way_tier_next()
 *
 * Returns: the tick after @tick
 */
WayMoment
way_tier_next (const WayTier *tier, WayMoment tick)
{
  switch (tier->unit)
    {
    case WAY_TICK_MINUTE:
      return tick + tier->step;
    case WAY_TICK_HOUR:
      return tick + 60 * (gint64) tier->step;
    case WAY_TICK_DAY:
      return tick + WAY_DAY;
    case WAY_TICK_WEEK:
      return tick + 7 * WAY_DAY;
    case WAY_TICK_MONTH:
      return add_months (tick, tier->step);
    case WAY_TICK_QUARTER:
      return add_months (tick, 3);
    case WAY_TICK_HALF_YEAR:
      return add_months (tick, 6);
    case WAY_TICK_YEAR:
      return add_months (tick, 12 * tier->step);
    }
  g_assert_not_reached ();
}

static void
replace_number (GString *text, const char *token, int number)
{
  char digits[16];

  if (strstr (text->str, token) == NULL)
    return;
  g_snprintf (digits, sizeof digits, "%d", number);
  g_string_replace (text, token, digits, 0);
}

/**
 * way_tier_format:
 * @format: which of the tier's formats
 *
 * Returns: (transfer full): the tick's label in the user's language
 */
char *
way_tier_format (const WayTier *tier, guint format, WayMoment tick)
{
  g_autoptr (GString) pattern = NULL;
  WayCivil civil = way_moment_to_civil (tick);
  WayCivil last = way_moment_to_civil (way_tier_next (tier, tick) - 1);

  g_assert (format < WAY_TIER_FORMATS && tier->formats[format] != NULL);
  pattern = g_string_new (_(tier->formats[format]));
  replace_number (pattern, "%q", (civil.month - 1) / 3 + 1);
  replace_number (pattern, "%i", (civil.month - 1) / 6 + 1);
  replace_number (pattern, "%N", last.year);
  replace_number (pattern, "%V", way_moment_week (tick + 3 * WAY_DAY));
  return way_moment_format_pattern (tick, pattern->str);
}
