/* way-recovered.h: what a recovery promised, and what came of it.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Both come from what is kept anyway: the impact of the change request, which has the forecast of
 * its milestone before and after, and the forecast of now. */

#pragma once

#include "document/way-document.h"
#include "model/way-records.h"

G_BEGIN_DECLS

typedef struct
{
  WayMoment before, now;     /* forecast when the request was assessed, and by now */
  gint64 promised, achieved; /* working minutes that it is earlier than before; - = later */
} WayRecovered;

gboolean   way_change_request_recovered (WayDocument *document, WayChangeRequest *request,
                                         WayRecovered *recovered);
char      *way_recovery_describe        (WayDocument *document, WayChangeRequest *request);
char      *way_recovery_explain         (WayDocument *document, WayChangeRequest *request);
GPtrArray *way_milestone_recoveries     (WayDocument *document, WayMilestone *milestone);

G_END_DECLS
