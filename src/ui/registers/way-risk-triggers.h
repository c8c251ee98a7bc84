/* way-risk-triggers.h: the triggers of a risk, and the way to its contingency plan.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "document/way-document.h"
#include "model/way-records.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *way_risk_triggers_new (WayDocument *document, WayRisk *risk);

G_END_DECLS
