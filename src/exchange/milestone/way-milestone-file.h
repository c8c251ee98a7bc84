/* way-milestone-file.h: milestone documents as a format of exchange: Markdown with YAML front matter.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "exchange/way-exchange.h"

G_BEGIN_DECLS

extern const WayExchangeFormat way_milestone_format;

char *way_milestone_document_name (WayMilestone *milestone);

G_END_DECLS
