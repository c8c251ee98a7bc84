/* way-period-choice.h: WayPeriodChoice, the period that figures are counted over: back from the
 * status date, or from one day to another.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "document/way-document.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define WAY_TYPE_PERIOD_CHOICE (way_period_choice_get_type ())
G_DECLARE_FINAL_TYPE (WayPeriodChoice, way_period_choice, WAY, PERIOD_CHOICE, GtkBox)

/* Signal ::changed: another period was chosen. */
GtkWidget *way_period_choice_new          (void);
void       way_period_choice_set_document (WayPeriodChoice *self, WayDocument *document);
void       way_period_choice_get          (WayPeriodChoice *self, WayMoment *from,
                                           WayMoment *until);

G_END_DECLS
