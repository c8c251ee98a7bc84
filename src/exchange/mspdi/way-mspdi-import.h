/* way-mspdi-import.h: WayMspdiImport, what the parts of the MS Project XML import share.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "exchange/way-exchange.h"
#include "exchange/mspdi/way-mspdi-file.h"
#include "exchange/mspdi/way-mspdi-uids.h"

G_BEGIN_DECLS

typedef struct
{
  WayDocument *document;    /* unowned, inside an edit scope */
  WayPlan *plan;            /* unowned */
  WayMspdiFile *file;       /* unowned */
  WayImportReport *report;  /* unowned */
  gboolean fresh;           /* the plan had no rows: the file's options count */
  gboolean keep_dates;
  GHashTable *calendars;    /* uid (gint64 *) → WayRecord, unowned */
  GHashTable *resources;
  GHashTable *tasks;
  WayMspdiUids *uids;       /* numbers that are taken in the plan */
  GPtrArray *rows;          /* WayTask of this file, unowned, in its order */
} WayMspdiImport;

char      *way_mspdi_subject      (const WayMspdiSchema *schema, const WayMspdiItem *item);
void       way_mspdi_left_out     (WayMspdiImport *self, const WayMspdiSchema *schema,
                                   const WayMspdiItem *item, const char *message);
void       way_mspdi_set_text     (WayMspdiImport *self, const WayMspdiSchema *schema,
                                   WayMspdiItem *item, WayRecord *record, guint element,
                                   const char *field, WayCodec codec, const char *text);
void       way_mspdi_set_fields   (WayMspdiImport *self, const WayMspdiSchema *schema,
                                   WayMspdiItem *item, WayRecord *record, gboolean summary);
void       way_mspdi_set_extra    (WayMspdiImport *self, WayMspdiItem *item, WayRecord *record);
void       way_mspdi_set_title    (WayMspdiImport *self, const WayMspdiSchema *schema,
                                   WayMspdiItem *item, WayRecord *record, const char *fallback);
void       way_mspdi_claim_uid    (WayMspdiImport *self, const WayMspdiSchema *schema,
                                   WayMspdiItem *item, WayRecord *record, GHashTable *table);
WayRecord *way_mspdi_find         (GHashTable *table, gint64 uid);

void way_mspdi_import_calendars   (WayMspdiImport *self);
void way_mspdi_import_days        (WayMspdiImport *self, WayRecord *calendar,
                                   const WayMspdiItem *item, gboolean based);
void way_mspdi_import_week        (WayMspdiImport *self, WayRecord *calendar,
                                   const WayMspdiNode *week, gboolean based);
void way_mspdi_import_resources   (WayMspdiImport *self);
void way_mspdi_import_tasks       (WayMspdiImport *self);
void way_mspdi_import_links       (WayMspdiImport *self, WayMspdiItem **items);
void way_mspdi_import_baselines   (WayMspdiImport *self, WayMspdiItem **items);
void way_mspdi_import_assignments (WayMspdiImport *self);
void way_mspdi_tell_clashes (WayMspdiImport *self);
void way_mspdi_report_differences (WayMspdiImport *self);

G_END_DECLS
