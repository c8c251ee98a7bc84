/* way-register-alarm.h: which issues, risks and actions need attention, and why.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "document/way-document.h"
#include "model/way-records.h"

G_BEGIN_DECLS

typedef struct
{
  gboolean escalation; /* the next level is to be asked */
  gboolean urgent;
  char *text;          /* owned: what is the matter, in half a sentence */
  const char *word;    /* translated: for a badge */
  WayMoment since;
} WayRegisterAlarm;

gboolean way_register_find_alarm   (WayDocument *document, WayRecord *record, WayRegisterAlarm *alarm);
guint    way_register_count_alarms (WayDocument *document, const WayRecordType *type);

G_END_DECLS
