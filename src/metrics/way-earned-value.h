/* way-earned-value.h: what the work done is worth, against the baseline and what it cost
 * (numbers.md §7).
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "document/way-document.h"

G_BEGIN_DECLS

/* Of the whole plan, at the end of its status date, against baseline 0. */
typedef struct
{
  gboolean in_work; /* minutes of work, as the baseline has no costs; else hundredths of currency */
  double bac;       /* budget at completion */
  double pv;        /* planned value: what was to be done by now */
  double ev;        /* earned value: what is done, at its budget */
  double ac;        /* actual cost of it */
  double sv, cv;    /* ev − pv, ev − ac; under 0 = late, too dear */
  double spi, cpi;  /* ev ÷ pv, ev ÷ ac; NAN where nothing was planned, or nothing was spent */
  double eac;       /* estimate at completion, bac ÷ cpi; NAN where that is not defined */
} WayEarnedValue;

gboolean way_earned_value (WayDocument *document, WayEarnedValue *figures);

G_END_DECLS
