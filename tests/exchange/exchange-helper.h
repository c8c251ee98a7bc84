/* exchange-helper.h: what the tests of the exchange layer share.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "exchange/way-exchange.h"

WayDocument *helper_new_plan     (void);
char        *helper_fixture      (const char *name);
char        *helper_scratch      (const char *name);
WayDocument *helper_import       (const char *path, WayExchangeDates dates, WayImportReport **report);
char        *helper_text         (WayDocument *document);
WayTask     *helper_task         (WayDocument *document, const char *title);
WayRecord   *helper_record       (WayDocument *document, const char *type, const char *title);
gboolean     helper_has_note     (GPtrArray *notes, const char *subject, const char *message);
char        *helper_shared_data  (void);
