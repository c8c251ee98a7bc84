/* way-baselines.c: saving and reading baselines.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-i18n.h"

#include "document/way-task-cost.h"
#include "document/way-task-edits.h"

/**
 * way_baseline_get:
 * @slot: 0 … 10
 *
 * Returns: (transfer none) (nullable): the baseline in that slot
 */
WayBaseline *
way_baseline_get (WayDocument *document, int slot)
{
  GPtrArray *baselines =
      way_plan_peek_records (way_document_get_plan (document), &way_baseline_type);

  for (guint i = 0; i < baselines->len; i++)
    if (WAY_BASELINE (baselines->pdata[i])->slot == slot)
      return baselines->pdata[i];
  return NULL;
}

/**
 * way_baseline_get_latest:
 *
 * Returns: (transfer none) (nullable): the one taken last, against which the plan is measured
 */
WayBaseline *
way_baseline_get_latest (WayDocument *document)
{
  GPtrArray *baselines =
      way_plan_peek_records (way_document_get_plan (document), &way_baseline_type);
  WayBaseline *latest = NULL;

  for (guint i = 0; i < baselines->len; i++)
    {
      WayBaseline *baseline = baselines->pdata[i];

      if (latest == NULL || baseline->taken > latest->taken
          || (baseline->taken == latest->taken
              && WAY_RECORD (baseline)->id > WAY_RECORD (latest)->id))
        latest = baseline;
    }
  return latest;
}

/**
 * way_baseline_get_value:
 *
 * Returns: (transfer none) (nullable): what the baseline says of @task; %NULL when it was not there
 */
WayBaselineValue *
way_baseline_get_value (WayDocument *document, int slot, WayTask *task)
{
  static const WayField *field = NULL;
  WayPlan *plan = way_document_get_plan (document);
  GPtrArray *values;

  if (field == NULL)
    field = way_record_type_lookup ("baseline_value", "task");
  values = way_plan_get_referrers (plan, WAY_RECORD (task)->id, field);
  for (guint i = 0; i < values->len; i++)
    {
      WayBaselineValue *value = values->pdata[i];
      WayRecord *baseline = way_plan_lookup (plan, value->baseline);

      if (baseline != NULL && WAY_BASELINE (baseline)->slot == slot)
        return value;
    }
  return NULL;
}

static void
save_value (WayDocument *document, WayRecord *baseline, WayTask *task)
{
  WayRecord *value = way_document_create_record (document, &way_baseline_value_type);

  way_document_set_int (document, value, "baseline", baseline->id);
  way_document_set_int (document, value, "task", WAY_RECORD (task)->id);
  way_document_set_int (document, value, "start", task->start);
  way_document_set_int (document, value, "finish", task->finish);
  way_document_set_int (document, value, "duration", task->span);
  way_document_set_int (document, value, "work", task->work);
  way_document_set_int (document, value, "cost", way_task_cost (task));
}

/**
 * way_baseline_save:
 * @slot: 0 … 10; a baseline that is there is replaced in the same step
 * @title: how people call it
 *
 * Keeps each task's present dates, duration, work and cost.
 */
gboolean
way_baseline_save (WayDocument *document, int slot, const char *title, GError **error)
{
  WayBaseline *old = way_baseline_get (document, slot);
  g_autofree char *label = g_strdup_printf (_("Save baseline “%s”"), title);
  GPtrArray *outline;
  WayRecord *baseline;

  way_document_begin (document, label);
  if (old != NULL)
    way_document_delete (document, WAY_RECORD (old));
  baseline = way_document_create_record (document, &way_baseline_type);
  way_document_set_text (document, baseline, "title", title);
  way_document_set_int (document, baseline, "slot", slot);
  way_document_set_int (document, baseline, "taken", way_moment_now ());
  outline = way_plan_get_outline (way_document_get_plan (document));
  for (guint i = 0; i < outline->len; i++)
    save_value (document, baseline, outline->pdata[i]);
  return way_document_commit (document, error);
}
