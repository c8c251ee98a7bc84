/* way-builtin-calendars.h: the calendars that every new plan has (numbers.md §2).
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/way-plan.h"

G_BEGIN_DECLS

gint64 way_builtin_calendars_add (WayPlan *plan);

G_END_DECLS
