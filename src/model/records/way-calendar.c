/* way-calendar.c: WayCalendar and its dated exceptions (numbers.md §2).
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-i18n.h"

#include "model/records/way-calendar.h"

#define ENTRY(...) WAY_FIELD_ENTRY (WayCalendar, __VA_ARGS__)
static const WayField calendar_fields[] = { WAY_CALENDAR_FIELDS (ENTRY) };

WayRecordType way_calendar_type = {
  .name = "calendar",
  .prefix = "CAL",
  .label = N_ ("Calendar"),
  .plural = N_ ("Calendars"),
  .common = WAY_COMMON_NAMED,
  .page = TRUE,
  .icon = "waymark-calendar-symbolic",
  .empty = N_ ("When work is done: the hours of each weekday, holidays and other exceptions."),
  .get_type = way_calendar_get_type,
};

WAY_DEFINE_RECORD (WayCalendar, way_calendar, way_calendar_type, calendar_fields)

#undef ENTRY
#define ENTRY(...) WAY_FIELD_ENTRY (WayException, __VA_ARGS__)
static const WayField exception_fields[] = { WAY_EXCEPTION_FIELDS (ENTRY) };

WayRecordType way_exception_type = {
  .name = "exception",
  .label = N_ ("Holiday"),
  .plural = N_ ("Holidays"),
  .page = TRUE,
  .icon = "waymark-calendar-symbolic",
  .empty = N_ ("Days off and days with other hours: of the company, or of one person’s calendar."),
  .get_type = way_exception_get_type,
};

WAY_DEFINE_RECORD (WayException, way_exception, way_exception_type, exception_fields)
