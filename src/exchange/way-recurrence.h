/* way-recurrence.h: WayRecurrence, a rule by which days repeat, as MS Project has them.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A repeating exception of a calendar is stored as its days, each with the rule as
 * text in its field "recurrence", so that the engine sees plain days and an
 * export can write the rule again. */

#pragma once

#include "model/way-time.h"

G_BEGIN_DECLS

/* Numbered as in MS Project XML. */
typedef enum
{
  WAY_RECUR_NONE = 0,
  WAY_RECUR_DAILY = 1,             /* a plain range of days */
  WAY_RECUR_YEARLY_BY_DAY = 2,     /* month, month_day */
  WAY_RECUR_YEARLY_BY_POSITION = 3,
  WAY_RECUR_MONTHLY_BY_DAY = 4,    /* month_day, every period months */
  WAY_RECUR_MONTHLY_BY_POSITION = 5,
  WAY_RECUR_WEEKLY = 6,            /* days_of_week, every period weeks */
  WAY_RECUR_EVERY_N_DAYS = 7,
  WAY_RECUR_EVERY_N_WEEKDAYS = 8,
} WayRecurrenceType;

typedef struct
{
  int type;                /* WayRecurrenceType */
  WayMoment first, last;   /* days, both included */
  int occurrences;         /* at most so many; 0 = until last */
  gboolean by_occurrences; /* the user typed the number, not the end */
  int period;              /* ≥ 1 */
  int days_of_week;        /* bits: 1 Sunday … 64 Saturday */
  int month;               /* 0 January … 11 */
  int month_day;           /* 1 … 31; past the month's end is its last day */
  int month_item;          /* 0 day, 1 weekday, 2 weekend day, 3 Sunday … 9 Saturday */
  int month_position;      /* 0 first … 3 fourth, 4 last */
} WayRecurrence;

GArray  *way_recurrence_expand    (const WayRecurrence *rule);
void     way_recurrence_normalise (WayRecurrence *rule);
char    *way_recurrence_to_text   (const WayRecurrence *rule);
gboolean way_recurrence_from_text (const char *text, WayRecurrence *rule);

G_END_DECLS
