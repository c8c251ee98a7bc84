/* way-sample.h: the sample plan, a believable product launch to look at and to play with.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "document/way-document.h"

G_BEGIN_DECLS

WayMoment way_sample_get_start (void);
gboolean  way_sample_fill      (WayDocument *document, GError **error);

G_END_DECLS
