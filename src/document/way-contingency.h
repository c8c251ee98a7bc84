/* way-contingency.h: the contingency plan of a risk: its steps, and starting them.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "document/way-document.h"
#include "model/way-records.h"

G_BEGIN_DECLS

/* A line of the plan, and what is to become of it. */
typedef struct
{
  char *title;
  gboolean task;   /* a row of the timeline; FALSE = an action */
  gint64 owner;    /* id of a person; 0 = nobody */
  gint64 duration; /* of a row: minutes */
  WayUnit unit;
} WayContingencyStep;

/* Where its rows go. */
typedef struct
{
  gint64 place;     /* id of a row: under a summary, beside another; 0 = last in the timeline */
  gboolean chained; /* the next begins when the one before is done */
} WayContingencyRows;

GPtrArray  *way_contingency_get_steps  (WayRisk *risk);
char      **way_contingency_dup_people (WayRisk *risk);
GPtrArray  *way_contingency_start      (WayDocument *document, WayRisk *risk, GPtrArray *steps,
                                        const WayContingencyRows *rows, GError **error);

G_END_DECLS
