/* way-calendar.h: WayCalendar and its dated exceptions (numbers.md §2).
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/way-record.h"

G_BEGIN_DECLS

/* A day's working times are text: "08:00-12:00 13:00-17:00", "-" for a day off,
 * "" to follow the base calendar (a day off where there is no base). */
#define WAY_CALENDAR_FIELDS(F)                                                                     \
  F (INT, uid, N_ ("Unique id"), .flags = WAY_FIELD_HIDDEN)                                        \
  F (REF, base, N_ ("Based on"), .target = "calendar",                                             \
     .flags = WAY_FIELD_LIST | WAY_FIELD_STRUCTURE)                                                \
  F (TEXT, monday, N_ ("Monday"), .flags = WAY_FIELD_STRUCTURE,                                    \
     .hint = N_ ("Like 08:00-12:00 13:00-17:00; - is a day off, nothing is as in the base"))       \
  F (TEXT, tuesday, N_ ("Tuesday"), .flags = WAY_FIELD_STRUCTURE)                                  \
  F (TEXT, wednesday, N_ ("Wednesday"), .flags = WAY_FIELD_STRUCTURE)                              \
  F (TEXT, thursday, N_ ("Thursday"), .flags = WAY_FIELD_STRUCTURE)                                \
  F (TEXT, friday, N_ ("Friday"), .flags = WAY_FIELD_STRUCTURE)                                    \
  F (TEXT, saturday, N_ ("Saturday"), .flags = WAY_FIELD_STRUCTURE)                                \
  F (TEXT, sunday, N_ ("Sunday"), .flags = WAY_FIELD_STRUCTURE)                                    \
  F (BOOL, personal, N_ ("Belongs to one person"), .flags = WAY_FIELD_HIDDEN)                      \
  F (TEXT, exchange_extra, N_ ("Kept from import"), .flags = WAY_FIELD_HIDDEN)

#define WAY_TYPE_CALENDAR (way_calendar_get_type ())
WAY_DECLARE_RECORD (WayCalendar, way_calendar, CALENDAR, WAY_CALENDAR_FIELDS)
extern WayRecordType way_calendar_type;

/* A range of days with working times of its own; times as above, "-" or "" = days off. */
#define WAY_EXCEPTION_FIELDS(F)                                                                    \
  F (REF, calendar, N_ ("Calendar"), .target = "calendar",                                         \
     .flags = WAY_FIELD_LIST | WAY_FIELD_CASCADE | WAY_FIELD_STRUCTURE | WAY_FIELD_REQUIRED)       \
  F (TEXT, name, N_ ("Name"), .flags = WAY_FIELD_LIST)                                            \
  F (DATE, first_day, N_ ("From"),                                                                 \
     .flags = WAY_FIELD_LIST | WAY_FIELD_STRUCTURE | WAY_FIELD_REQUIRED)                           \
  F (DATE, last_day, N_ ("To"),                                                                    \
     .flags = WAY_FIELD_LIST | WAY_FIELD_STRUCTURE | WAY_FIELD_REQUIRED)                           \
  F (TEXT, times, N_ ("Working times"), .flags = WAY_FIELD_LIST | WAY_FIELD_STRUCTURE,             \
     .hint = N_ ("Like 08:00-12:00; nothing for a day off"))                                       \
  F (TEXT, recurrence, N_ ("Repeats"), .flags = WAY_FIELD_HIDDEN | WAY_FIELD_STRUCTURE)

#define WAY_TYPE_EXCEPTION (way_exception_get_type ())
WAY_DECLARE_RECORD (WayException, way_exception, EXCEPTION, WAY_EXCEPTION_FIELDS)
extern WayRecordType way_exception_type;

G_END_DECLS
