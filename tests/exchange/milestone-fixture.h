/* milestone-fixture.h: a plan and a folder, with which documents go in and out.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "document/way-document.h"
#include "exchange/way-exchange.h"
#include "model/way-records.h"

typedef struct
{
  WayDocument *document;
  char *folder;
} Fixture;

void          fixture_set_up         (Fixture *f, gconstpointer data);
void          fixture_tear_down      (Fixture *f, gconstpointer data);
gboolean      fixture_import_with    (Fixture *f, const char *text, const WayExchangeOptions *options,
                                      WayImportReport **report, GError **error);
void          fixture_import         (Fixture *f, const char *text);
WayMilestone *fixture_only_milestone (Fixture *f);
char         *fixture_export         (Fixture *f);
void          fixture_set_text       (Fixture *f, gpointer record, const char *field,
                                      const char *text);
/* As if the document had never gone out or come in. */
void          fixture_forget_source  (Fixture *f);
/* @text with every @from changed to @to; there must be one. */
char         *fixture_swap           (const char *text, const char *from, const char *to);
WayRecord    *fixture_find           (Fixture *f, const WayRecordType *type, const char *title);
/* All texts of the plan, without the documents that are kept as they came. (transfer full) */
char         *fixture_all_values     (Fixture *f);
