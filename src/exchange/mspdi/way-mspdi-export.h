/* way-mspdi-export.h: WayMspdiExport, what the parts of the MS Project XML export share.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "document/way-document.h"
#include "document/way-task-people.h"
#include "exchange/mspdi/way-mspdi-extra.h"
#include "exchange/mspdi/way-mspdi-uids.h"
#include "exchange/way-xml-writer.h"

G_BEGIN_DECLS

typedef struct _WayMspdiExport WayMspdiExport;

/* Writes an element with role CODE, if it has something to say. */
typedef void (*WayMspdiWriteFunc) (WayMspdiExport *self, WayRecord *record, const char *element,
                                   const WayMspdiSlice *slices, guint n_slices);

struct _WayMspdiExport
{
  WayDocument *document; /* unowned */
  WayPlan *plan;         /* unowned */
  WayMspdiUids *uids;
  WayXmlWriter *xml;
  GString *text;         /* scratch */
  GArray *counters;      /* of guint: the outline number of the row */
  WayTaskPeople *people; /* while assignments are written */
  guint place;           /* of the record among those of its kind, from 0 */
};

void way_mspdi_write_record (WayMspdiExport *self, const WayMspdiSchema *schema, WayRecord *record,
                             const char *extra, WayMspdiWriteFunc code);
void way_mspdi_write_value  (WayMspdiExport *self, const char *name, WayCodec codec, gint64 value);
void way_mspdi_write_slices (WayMspdiExport *self, const WayMspdiSlice *slices, guint n_slices);

void way_mspdi_write_calendars   (WayMspdiExport *self);
void way_mspdi_write_tasks       (WayMspdiExport *self, const char *summary_extra);
void way_mspdi_write_resources   (WayMspdiExport *self);
void way_mspdi_write_assignments (WayMspdiExport *self);

G_END_DECLS
