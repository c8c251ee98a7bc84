/* way-sample-snapshots.c: how the milestones of the sample plan stood on days before its status date.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "document/way-sample-data.h"

#include "document/way-milestone-figures.h"

#define DAY_ENDS (17 * 60)

static const char *const days[] = {
  "2026-08-14", "2026-09-04", "2026-09-25", "2026-10-05", "2026-10-19", "2026-11-02", "2026-11-13",
};

#define N_DAYS G_N_ELEMENTS (days)

/* A line for each of way_sample_milestones: its forecast on each day; NULL = completed by then. */
static const char *const forecasts[][N_DAYS] = {
  { "2026-08-27", NULL, NULL, NULL, NULL, NULL, NULL },
  { "2026-09-29", "2026-09-29", "2026-09-29", NULL, NULL, NULL, NULL },
  { "2026-10-15", "2026-10-15", "2026-10-14", "2026-10-09", NULL, NULL, NULL },
  { "2026-10-30", "2026-10-30", "2026-11-04", "2026-11-09", "2026-11-09", "2026-11-10", NULL },
  { "2026-10-21", "2026-10-21", "2026-10-21", "2026-10-27", "2026-11-05", "2026-11-13", "2026-11-20" },
  { "2026-11-30", "2026-11-30", "2026-12-04", "2026-12-04", "2026-12-01", "2026-11-27", "2026-11-26" },
  { "2026-12-03", "2026-12-03", "2026-12-08", "2026-12-10", "2026-12-10", "2026-12-10", "2026-12-14" },
  { "2027-01-05", "2027-01-05", "2027-01-08", "2027-01-08", "2027-01-08", "2027-01-08", "2027-01-13" },
  { "2027-01-28", "2027-01-28", "2027-01-28", "2027-01-28", "2027-01-28", "2027-01-28", "2027-01-28" },
  { "2027-01-12", "2027-01-12", "2027-01-18", "2027-01-20", "2027-01-20", "2027-01-20", "2027-01-22" },
  { "2027-02-01", "2027-02-01", "2027-02-05", "2027-02-09", "2027-02-09", "2027-02-09", "2027-02-11" },
  { "2027-02-22", "2027-02-22", "2027-03-01", "2027-03-02", "2027-03-02", "2027-03-02", "2027-03-04" },
};

static WayMoment
day_of (const char *iso)
{
  WayMoment moment = WAY_NEVER;

  way_moment_from_iso (iso, &moment);
  return moment;
}

/* As much of what is done now as fits to the time that had gone by; completed by then: all. */
static gint64
percent_on (WayMoment day, WayMoment forecast, gint64 now)
{
  WayMoment start = day_of (WAY_SAMPLE_START);
  WayMoment end = now < 100 ? day_of (WAY_SAMPLE_STATUS) : forecast;

  return day >= end ? now : MIN (now * (day - start) / (end - start), now);
}

static WayRecord *
add (WayDocument *document, WayMoment day, const char *about, WayRecord *record, WayMoment forecast)
{
  WayRecord *snapshot = way_document_create_record (document, &way_snapshot_type);

  way_document_set_int (document, snapshot, "day", day);
  way_document_set_int (document, snapshot, about, record->id);
  way_document_set_int (document, snapshot, "forecast", forecast);
  return snapshot;
}

static void
add_milestone (WayDocument *document, WayMoment day, WayMilestone *milestone, const char *forecast)
{
  WayMoment finish = (forecast != NULL ? day_of (forecast) : milestone->actual_date) + DAY_ENDS;
  WayRecord *snapshot = add (document, day, "milestone", WAY_RECORD (milestone), finish);
  gint64 percent = percent_on (day, finish, milestone->complete);

  way_document_set_int (document, snapshot, "target", milestone->target_date);
  way_document_set_int (document, snapshot, "complete", percent);
  way_document_set_int (document, snapshot, "status",
                        forecast == NULL ? WAY_STATUS_COMPLETED
                                         : percent > 0 ? WAY_STATUS_ACTIVE : WAY_STATUS_PLANNING);
}

/* The last of its milestones. */
static void
add_initiative (WayDocument *document, guint n, WayInitiative *initiative, GPtrArray *milestones)
{
  WayMoment last = WAY_NEVER;
  gint64 done = 0, all = 0;
  WayRecord *snapshot;

  for (guint i = 0; i < G_N_ELEMENTS (forecasts); i++)
    {
      WayMilestone *milestone = milestones->pdata[i];
      WayMoment finish;

      if (milestone->initiative != WAY_RECORD (initiative)->id)
        continue;
      finish = forecasts[i][n] != NULL ? day_of (forecasts[i][n]) : milestone->actual_date;
      last = last == WAY_NEVER ? finish : MAX (last, finish);
      done += percent_on (day_of (days[n]), finish, milestone->complete);
      all++;
    }
  if (all == 0)
    return;
  snapshot = add (document, day_of (days[n]), "initiative", WAY_RECORD (initiative),
                  last + DAY_ENDS);
  way_document_set_int (document, snapshot, "target", initiative->target_date);
  way_document_set_int (document, snapshot, "complete", done / all);
  way_document_set_int (document, snapshot, "status", initiative->status);
}

/**
 * way_sample_add_snapshots:
 *
 * Inside the open scope; after way_sample_milestones were made and reported.
 */
void
way_sample_add_snapshots (WayDocument *document)
{
  WayPlan *plan = way_document_get_plan (document);
  GPtrArray *milestones = way_plan_peek_records (plan, &way_milestone_type);
  GPtrArray *initiatives = way_plan_peek_records (plan, &way_initiative_type);

  for (guint n = 0; n < N_DAYS; n++)
    {
      for (guint i = 0; i < G_N_ELEMENTS (forecasts); i++)
        add_milestone (document, day_of (days[n]), milestones->pdata[i], forecasts[i][n]);
      for (guint i = 0; i < initiatives->len; i++)
        add_initiative (document, n, initiatives->pdata[i], milestones);
    }
}
