/* way-reschedule.h: what is not done yet, moved behind a day.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "document/way-document.h"

G_BEGIN_DECLS

gboolean way_reschedule_unfinished (WayDocument *document, WayMoment after, guint *n_moved, GError **error);

G_END_DECLS
