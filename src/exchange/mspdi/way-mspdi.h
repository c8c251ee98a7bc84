/* way-mspdi.h: MS Project XML (MSPDI), in and out.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "exchange/way-exchange.h"

G_BEGIN_DECLS

extern const WayExchangeFormat way_mspdi_format;

gboolean way_mspdi_read  (WayDocument *document, const char *path,
                          const WayExchangeOptions *options, WayImportReport *report,
                          GError **error);
gboolean way_mspdi_write (WayDocument *document, const char *path,
                          const WayExchangeOptions *options, GError **error);

G_END_DECLS
