/* way-builtin-calendars.c: the calendars that every new plan has (numbers.md §2).
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-i18n.h"

#include "document/way-builtin-calendars.h"

#include "model/way-record-private.h"

static const char *const days[] = {
  "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
};

static const struct
{
  const char *title;
  const char *times[G_N_ELEMENTS (days)];
} builtin[] = {
  { N_ ("Standard"),
    { "08:00-12:00 13:00-17:00", "08:00-12:00 13:00-17:00", "08:00-12:00 13:00-17:00",
      "08:00-12:00 13:00-17:00", "08:00-12:00 13:00-17:00", "-", "-" } },
  { N_ ("24 Hours"),
    { "00:00-24:00", "00:00-24:00", "00:00-24:00", "00:00-24:00", "00:00-24:00", "00:00-24:00",
      "00:00-24:00" } },
  /* Five nights from 23:00 to 08:00 with a break from 03:00 to 04:00. */
  { N_ ("Night Shift"),
    { "23:00-24:00", "00:00-03:00 04:00-08:00 23:00-24:00", "00:00-03:00 04:00-08:00 23:00-24:00",
      "00:00-03:00 04:00-08:00 23:00-24:00", "00:00-03:00 04:00-08:00 23:00-24:00",
      "00:00-03:00 04:00-08:00", "-" } },
};

/**
 * way_builtin_calendars_add:
 * @plan: a new plan
 *
 * Returns: id of the Standard calendar
 */
gint64
way_builtin_calendars_add (WayPlan *plan)
{
  gint64 standard = 0;

  for (guint i = 0; i < G_N_ELEMENTS (builtin); i++)
    {
      g_autoptr (WayRecord) calendar = way_record_new (&way_calendar_type);
      WayValue value = way_value_text (_ (builtin[i].title));

      calendar->id = way_plan_next_id (plan);
      way_record_set_value (calendar, way_record_type_field (&way_calendar_type, "title"), &value);
      value = way_value_int (i + 1);
      way_record_set_value (calendar, way_record_type_field (&way_calendar_type, "number"), &value);
      for (guint day = 0; day < G_N_ELEMENTS (days); day++)
        {
          value = way_value_text (builtin[i].times[day]);
          way_record_set_value (calendar, way_record_type_field (&way_calendar_type, days[day]),
                                &value);
        }
      way_plan_add (plan, calendar);
      if (i == 0)
        standard = calendar->id;
    }
  return standard;
}
