/* way-snapshots.c: what is kept of each day on which the plan changed (numbers.md §5).
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-i18n.h"

#include "document/way-snapshots.h"

#include "document/way-document-private.h"
#include "document/way-milestone-figures.h"
#include "model/way-record-private.h"

static WayTask *
row_of (WayInitiative *initiative)
{
  WayTask *row = initiative->task != 0
                     ? way_plan_lookup_task (WAY_RECORD (initiative)->plan, initiative->task) : NULL;

  return row != NULL && row->active ? row : NULL;
}

static GPtrArray *
milestones_of (WayInitiative *initiative)
{
  return way_plan_get_referrers (WAY_RECORD (initiative)->plan, WAY_RECORD (initiative)->id,
                                 way_record_type_field (&way_milestone_type, "initiative"));
}

/**
 * way_initiative_forecast:
 *
 * Returns: the finish of its row, else the last forecast of its milestones that are not
 * cancelled; %WAY_NEVER when there is neither
 */
WayMoment
way_initiative_forecast (WayInitiative *initiative)
{
  WayTask *row = row_of (initiative);
  GPtrArray *milestones = milestones_of (initiative);
  WayMoment last = WAY_NEVER;

  if (row != NULL)
    return row->finish;
  for (guint i = 0; i < milestones->len; i++)
    {
      WayMilestone *milestone = milestones->pdata[i];

      if (!way_milestone_is_cancelled (milestone) && milestone->forecast != WAY_NEVER)
        last = last == WAY_NEVER ? milestone->forecast : MAX (last, milestone->forecast);
    }
  return last;
}

/**
 * way_initiative_percent:
 *
 * Returns: 0 … 100: of its row, else the mean of its milestones that are not cancelled
 */
gint64
way_initiative_percent (WayInitiative *initiative)
{
  WayTask *row = row_of (initiative);
  GPtrArray *milestones = milestones_of (initiative);
  gint64 sum = 0, n = 0;

  if (row != NULL)
    return row->complete;
  for (guint i = 0; i < milestones->len; i++)
    if (!way_milestone_is_cancelled (milestones->pdata[i]))
      {
        sum += WAY_MILESTONE (milestones->pdata[i])->complete;
        n++;
      }
  return n > 0 ? sum / n : 0;
}

static WayRecord *
add (WayDocument *document, WayMoment day, const char *about, WayRecord *record)
{
  WayRecord *snapshot = way_document_create_record (document, &way_snapshot_type);

  way_document_set_int (document, snapshot, "day", day);
  way_document_set_int (document, snapshot, about, record->id);
  return snapshot;
}

static void
take_milestone (WayDocument *document, WayMoment day, WayMilestone *milestone)
{
  WayRecord *snapshot = add (document, day, "milestone", WAY_RECORD (milestone));

  way_document_set_int (document, snapshot, "forecast", milestone->forecast);
  way_document_set_int (document, snapshot, "target", milestone->target_date);
  way_document_set_int (document, snapshot, "complete", milestone->complete);
  way_document_set_int (document, snapshot, "status", milestone->status);
}

static void
take_initiative (WayDocument *document, WayMoment day, WayInitiative *initiative)
{
  WayRecord *snapshot = add (document, day, "initiative", WAY_RECORD (initiative));

  way_document_set_int (document, snapshot, "forecast", way_initiative_forecast (initiative));
  way_document_set_int (document, snapshot, "target", initiative->target_date);
  way_document_set_int (document, snapshot, "complete", way_initiative_percent (initiative));
  way_document_set_int (document, snapshot, "status", initiative->status);
}

/**
 * way_snapshots_take:
 * @day: at whose end the plan was as it is now
 *
 * Adds a row for each milestone, initiative and open risk, inside the open scope.
 */
void
way_snapshots_take (WayDocument *document, WayMoment day)
{
  WayPlan *plan = way_document_get_plan (document);
  GPtrArray *milestones = way_plan_peek_records (plan, &way_milestone_type);
  GPtrArray *initiatives = way_plan_peek_records (plan, &way_initiative_type);
  GPtrArray *risks = way_plan_peek_records (plan, &way_risk_type);

  for (guint i = 0; i < milestones->len; i++)
    take_milestone (document, day, milestones->pdata[i]);
  for (guint i = 0; i < initiatives->len; i++)
    take_initiative (document, day, initiatives->pdata[i]);
  for (guint i = 0; i < risks->len; i++)
    if (way_risk_is_open (risks->pdata[i]))
      {
        WayRisk *risk = risks->pdata[i];

        way_document_set_int (document, add (document, day, "risk", WAY_RECORD (risk)), "score",
                              way_risk_score_current (risk));
      }
}

static int
compare_days (gconstpointer a, gconstpointer b)
{
  const WaySnapshot *one = *(WaySnapshot *const *) a, *other = *(WaySnapshot *const *) b;

  return (one->day > other->day) - (one->day < other->day);
}

/**
 * way_snapshots_of:
 * @record: a milestone, an initiative or a risk of a plan
 *
 * Returns: (transfer full) (element-type WaySnapshot): its snapshots by day
 */
GPtrArray *
way_snapshots_of (WayRecord *record)
{
  const WayField *field
      = way_record_type_field (&way_snapshot_type, way_record_get_record_type (record)->name);
  GPtrArray *found
      = g_ptr_array_copy (way_plan_get_referrers (record->plan, record->id, field), NULL, NULL);

  g_ptr_array_sort (found, compare_days);
  return found;
}

static gboolean
has_day (WayPlan *plan, WayMoment day)
{
  GPtrArray *snapshots = way_plan_peek_records (plan, &way_snapshot_type);

  for (guint i = snapshots->len; i > 0; i--) /* the latest are mostly at the end */
    if (WAY_SNAPSHOT (snapshots->pdata[i - 1])->day == day)
      return TRUE;
  return FALSE;
}

/* WAY_NEVER for a time that no calendar has, as in a damaged journal. */
static WayMoment
local_day (gint64 seconds)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_local (seconds);

  if (time == NULL)
    return WAY_NEVER;
  return way_moment (g_date_time_get_year (time), g_date_time_get_month (time),
                     g_date_time_get_day_of_month (time), 0, 0);
}

/**
 * way_document_keep_day:
 *
 * Before the first change of a day: keeps where everything stood on the last day on which the
 * plan changed. Nobody made this change and nobody undoes it. That it cannot be written keeps
 * nobody from working, as with backups; of two programs that try at once, one does it.
 */
void
way_document_keep_day (WayDocument *self)
{
  WayMoment today = way_moment_today (), day;

  if (self->kept_on == today || self->sandbox || way_document_is_read_only (self))
    return;
  self->kept_on = today;
  day = local_day (self->changed_at);
  if (day == WAY_NEVER || day >= today || has_day (self->plan, day))
    return;
  way_document_open_scope (self, _("Snapshot of the day"), WAY_ORIGIN_SNAPSHOT);
  way_snapshots_take (self, day);
  way_document_commit (self, NULL);
}

/**
 * way_snapshots_note_report:
 *
 * A report was issued today. On a day on which the plan was changed too, its snapshot comes with
 * the first change of a later day, as ever; else it is taken now. That it cannot be written keeps
 * nobody from reporting.
 */
void
way_snapshots_note_report (WayDocument *document)
{
  WayMoment today = way_moment_today (), changed = local_day (document->changed_at);

  if (way_document_is_read_only (document) || way_document_in_scope (document)
      || document->sandbox)
    return;
  way_document_keep_day (document);
  if (changed == today || has_day (document->plan, today))
    return;
  way_document_open_scope (document, _("Snapshot of the day"), WAY_ORIGIN_SNAPSHOT);
  way_snapshots_take (document, today);
  way_document_commit (document, NULL);
}
