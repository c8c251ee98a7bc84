/* way-milestone-values.h: the values of a milestone and its records as text, both ways.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Each value has one spelling by which document and plan are compared: dates as
 * 2026-05-04, choices by their name in files, people and milestones by their
 * title, lists one item a line, "" for what is not filled in. */

#pragma once

#include "document/way-document.h"
#include "exchange/way-exchange.h"

G_BEGIN_DECLS

/* What an import needs to know of itself. */
typedef struct
{
  WayDocument *document;
  WayMilestone *milestone;
  WayImportReport *report;
  const WayExchangeOptions *options;
  gboolean fresh;    /* the milestone was made by this import */
} WayMilestoneImport;

char       *way_milestone_value_get   (WayDocument *document, WayRecord *record, const char *name);
char       *way_milestone_value_read  (WayDocument *document, const WayRecordType *type,
                                       const char *name, const char *raw, gboolean *understood);
void        way_milestone_value_set   (WayMilestoneImport *import, WayRecord *record,
                                       const char *name, const char *value, guint line);
gboolean    way_milestone_value_is_computed (const WayRecordType *type, const char *name);
gboolean    way_milestone_value_is_default (WayRecord *record, const char *name);
gboolean    way_milestone_value_is_unknown_person (WayRecord *record, const char *name,
                                                   const char *value);
char       *way_milestone_value_label (const WayRecordType *type, const char *name);

const char *way_milestone_paper_waiver (void);
char       *way_milestone_date_text   (WayMoment moment);

G_END_DECLS
