/* way-milestone-import.h: brings a milestone's document into the plan.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "exchange/milestone/way-milestone-text.h"
#include "exchange/way-exchange.h"

G_BEGIN_DECLS

gboolean way_milestone_import (WayDocument *document, const WayMilestoneText *text, const char *name,
                               const WayExchangeOptions *options, WayImportReport *report,
                               GError **error);

G_END_DECLS
