/* way-change-metrics.c: how many changes were asked for, made and turned down in a period.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "metrics/way-change-metrics.h"

/* @status: only those that stand there; −1 = wherever */
static WayFigure *
count (WayDocument *document, gint64 kind, const char *date, gint64 status, WayMoment from,
       WayMoment to)
{
  const WayField *field = way_record_type_field (&way_change_request_type, date);
  GPtrArray *requests
      = way_plan_peek_records (way_document_get_plan (document), &way_change_request_type);
  WayFigure *figure = way_figure_new ();

  for (guint i = 0; i < requests->len; i++)
    {
      WayChangeRequest *request = requests->pdata[i];
      WayMoment day = way_record_get (WAY_RECORD (request), field).i;

      if (day == WAY_NEVER || day < from || day > to || (kind >= 0 && request->kind != kind)
          || (status >= 0 && request->status != status))
        continue;
      figure->part++;
      way_figure_add_row (figure, WAY_RECORD (request));
    }
  figure->known = TRUE;
  figure->value = (double) figure->part;
  return figure;
}

/**
 * way_changes_raised:
 *
 * Returns: (transfer full): the requests of that kind that were asked for in the period
 */
WayFigure *
way_changes_raised (WayDocument *document, gint64 kind, WayMoment from, WayMoment to)
{
  return count (document, kind, "raised_on", -1, from, to);
}

/**
 * way_changes_implemented:
 *
 * Returns: (transfer full): the requests of that kind that were made in the period
 */
WayFigure *
way_changes_implemented (WayDocument *document, gint64 kind, WayMoment from, WayMoment to)
{
  return count (document, kind, "implemented_on", -1, from, to);
}

/**
 * way_changes_rejected:
 *
 * Returns: (transfer full): the requests of that kind that were turned down in the period
 */
WayFigure *
way_changes_rejected (WayDocument *document, gint64 kind, WayMoment from, WayMoment to)
{
  return count (document, kind, "decided_on", WAY_CHANGE_REJECTED, from, to);
}
