/* way-rag.c: the Green / Yellow / Red status with its reasons (numbers.md §6).
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-i18n.h"

#include "metrics/way-rag.h"

#include "document/way-milestone-figures.h"
#include "document/way-milestone-parts.h"
#include "document/way-task-edits.h"
#include "metrics/way-milestone-metrics.h"

static WayRagStatus *
rag_status_new (WayRag rag)
{
  WayRagStatus *self = g_new0 (WayRagStatus, 1);

  self->rag = rag;
  self->reasons = g_ptr_array_new_with_free_func (g_free);
  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_object_unref);
  return self;
}

/**
 * way_rag_status_free:
 */
void
way_rag_status_free (WayRagStatus *self)
{
  g_ptr_array_unref (self->reasons);
  g_ptr_array_unref (self->rows);
  g_free (self);
}

/* Takes @reason. Reasons without a record stand last, so that the two lists run in step. */
static void
add_reason (WayRagStatus *self, char *reason, WayRecord *record)
{
  g_ptr_array_add (self->reasons, reason);
  if (record != NULL)
    g_ptr_array_add (self->rows, g_object_ref (record));
}

static char *
name_of (WayRecord *record)
{
  g_autofree char *id = way_record_dup_human_id (record);
  g_autofree char *label = way_record_dup_label (record);

  return id != NULL ? g_strdup_printf ("%s %s", id, label) : g_strdup (label);
}

/* A colour set by hand, with the reason given. */
static WayRagStatus *
overridden (WayRecord *record, WayRag rag, const char *why)
{
  WayRagStatus *self = rag_status_new (rag);
  g_autofree char *name = name_of (record);

  self->overridden = TRUE;
  if (why[0] != '\0')
    add_reason (self, g_strdup_printf (_("%s: %s"), name, why), record);
  else
    add_reason (self, g_strdup_printf (_("%s: set by hand."), name), record);
  return self;
}

/* Working minutes that the milestone was to take: its row's in the baseline, else those between
 * its planned start and its target; 0 when neither is known. */
static gint64
baseline_duration (WayDocument *document, WayMilestone *milestone)
{
  WayPlan *plan = way_document_get_plan (document);
  WayTask *row = milestone->task != 0 ? way_plan_lookup_task (plan, milestone->task) : NULL;
  WayBaselineValue *value = row != NULL ? way_baseline_get_value (document, 0, row) : NULL;

  if (value != NULL && value->duration > 0)
    return value->duration;
  if (milestone->start_date == WAY_NEVER || milestone->target_date == WAY_NEVER
      || milestone->start_date >= milestone->target_date)
    return 0;
  return way_document_work_between (document, 0, milestone->start_date,
                                    milestone->target_date + WAY_DAY);
}

static WayRag
rag_of_variance (WayDocument *document, WayMilestone *milestone)
{
  WayProject *options = way_plan_get_project (way_document_get_plan (document));
  gint64 day = options->minutes_per_day;
  gint64 planned = baseline_duration (document, milestone);

  if (milestone->variance <= 0)
    return WAY_RAG_GREEN;
  if (milestone->variance > options->red_days * day
      || (planned > 0 && milestone->variance * 100 > options->red_percent * planned))
    return WAY_RAG_RED;
  return milestone->variance >= options->yellow_days * day ? WAY_RAG_YELLOW : WAY_RAG_GREEN;
}

static char *
explain_variance (WayDocument *document, WayMilestone *milestone)
{
  WayPlan *plan = way_document_get_plan (document);
  g_autofree char *name = name_of (WAY_RECORD (milestone));
  g_autofree char *forecast = way_moment_format_short (way_finish_day (milestone->forecast));
  g_autofree char *variance = way_variance_describe (plan, milestone->variance);

  if (way_milestone_is_completed (milestone))
    return g_strdup_printf (_("%s was completed on %s, %s."), name, forecast, variance);
  if (milestone->target_date == WAY_NEVER)
    return g_strdup_printf (_("%s is forecast for %s and has no target."), name, forecast);
  return g_strdup_printf (_("%s is forecast for %s, %s."), name, forecast, variance);
}

/* Red: a critical risk that nobody owns; yellow: a high one whose review is overdue. */
static WayRag
rag_of_risk (WayDocument *document, WayRisk *risk)
{
  WayLevel band = way_risk_band (way_risk_score_current (risk));

  if (!way_risk_is_open (risk))
    return WAY_RAG_GREEN;
  if (band == WAY_LEVEL_CRITICAL && WAY_RECORD (risk)->owner == 0)
    return WAY_RAG_RED;
  return band >= WAY_LEVEL_HIGH && risk->review_date != WAY_NEVER
                 && risk->review_date < way_moment_day (way_document_get_status_date (document))
             ? WAY_RAG_YELLOW : WAY_RAG_GREEN;
}

static void
add_risks (WayRagStatus *self, WayDocument *document, WayMilestone *milestone, WayRag rag)
{
  g_autoptr (GPtrArray) risks = way_milestone_get_parts (milestone, &way_risk_type);

  for (guint i = 0; i < risks->len; i++)
    {
      g_autofree char *name = NULL;

      if (rag_of_risk (document, risks->pdata[i]) != rag)
        continue;
      name = name_of (risks->pdata[i]);
      self->rag = MAX (self->rag, rag);
      add_reason (self,
                  rag == WAY_RAG_RED ? g_strdup_printf (_("%s is critical and has no owner."), name)
                                     : g_strdup_printf (_("%s is high and its review is overdue."),
                                                        name),
                  risks->pdata[i]);
    }
}

static void
add_forecast (WayRagStatus *self, WayDocument *document, WayMilestone *milestone, WayRag rag)
{
  WayRecord *record = WAY_RECORD (milestone);
  g_autofree char *name = name_of (record);

  self->rag = MAX (self->rag, rag);
  add_reason (self,
              milestone->forecast != WAY_NEVER
                  ? explain_variance (document, milestone)
                  : g_strdup_printf (_("%s has no forecast: it stands on no row of the timeline."),
                                     name),
              record);
}

/**
 * way_rag_of_milestone:
 *
 * Red: variance above the plan's limits in days or in per cent of the baseline duration, or a
 * critical risk without an owner; yellow: any variance from the plan's lower limit, or a high risk
 * whose review is overdue; green otherwise and when completed (numbers.md §6). A colour set by
 * hand wins. The worst reasons come first.
 *
 * Returns: (transfer full)
 */
WayRagStatus *
way_rag_of_milestone (WayDocument *document, WayMilestone *milestone)
{
  WayRagStatus *self;
  WayRag of_forecast;

  if (milestone->rag != WAY_RAG_COMPUTED)
    return overridden (WAY_RECORD (milestone), (WayRag) milestone->rag, milestone->rag_reason);
  self = rag_status_new (WAY_RAG_GREEN);
  if (!way_milestone_is_open (milestone))
    {
      add_forecast (self, document, milestone, WAY_RAG_GREEN);
      return self;
    }
  of_forecast = rag_of_variance (document, milestone);
  for (WayRag rag = WAY_RAG_RED; rag >= WAY_RAG_YELLOW; rag--)
    {
      if (of_forecast == rag)
        add_forecast (self, document, milestone, rag);
      add_risks (self, document, milestone, rag);
    }
  if (of_forecast == WAY_RAG_GREEN)
    add_forecast (self, document, milestone, WAY_RAG_GREEN);
  return self;
}

typedef struct
{
  WayMilestone *milestone;
  WayRagStatus *status;
} Verdict;

static void
verdict_clear (gpointer data)
{
  way_rag_status_free (((Verdict *) data)->status);
}

static int
compare_verdicts (gconstpointer a, gconstpointer b)
{
  const Verdict *one = a, *two = b;

  if (one->status->rag != two->status->rag)
    return one->status->rag > two->status->rag ? -1 : 1;
  if (one->milestone->variance != two->milestone->variance)
    return one->milestone->variance > two->milestone->variance ? -1 : 1;
  return one->milestone->parent_instance.number < two->milestone->parent_instance.number ? -1 : 1;
}

static char *
explain_green (guint n_promised)
{
  if (n_promised == 0)
    return g_strdup (_("No open milestone has a target that could be missed."));
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                       "The one open milestone is forecast on or before its target.",
                                       "All %u open milestones are forecast on or before their targets.",
                                       n_promised), n_promised);
}

/* The worst of the open milestones, and why. @initiative 0 = all of them. */
static WayRagStatus *
rag_of_milestones (WayDocument *document, gint64 initiative)
{
  g_autoptr (GPtrArray) open = way_milestones_next (document, 0);
  g_autoptr (GArray) verdicts = g_array_new (FALSE, FALSE, sizeof (Verdict));
  WayRagStatus *self = rag_status_new (WAY_RAG_GREEN);
  guint n_promised = 0;

  g_array_set_clear_func (verdicts, verdict_clear);
  for (guint i = 0; i < open->len; i++)
    {
      WayMilestone *milestone = g_ptr_array_index (open, i);
      Verdict verdict = { .milestone = milestone };

      if (initiative != 0 && milestone->initiative != initiative)
        continue;
      n_promised += milestone->target_date != WAY_NEVER && milestone->forecast != WAY_NEVER;
      verdict.status = way_rag_of_milestone (document, milestone);
      g_array_append_val (verdicts, verdict);
    }
  g_array_sort (verdicts, compare_verdicts);
  for (guint i = 0; i < verdicts->len; i++)
    {
      const Verdict *verdict = &g_array_index (verdicts, Verdict, i);

      if (verdict->status->rag == WAY_RAG_GREEN)
        break;
      self->rag = MAX (self->rag, verdict->status->rag);
      add_reason (self, g_strdup (g_ptr_array_index (verdict->status->reasons, 0)),
                  WAY_RECORD (verdict->milestone));
    }
  if (self->rag == WAY_RAG_GREEN)
    add_reason (self, explain_green (n_promised), NULL);
  return self;
}

/**
 * way_rag_of_initiative:
 *
 * The worst status of its open milestones, unless set by hand (numbers.md §6).
 *
 * Returns: (transfer full)
 */
WayRagStatus *
way_rag_of_initiative (WayDocument *document, WayInitiative *initiative)
{
  if (initiative->rag != WAY_RAG_COMPUTED)
    return overridden (WAY_RECORD (initiative), (WayRag) initiative->rag,
                       initiative->rag_reason);
  return rag_of_milestones (document, initiative->parent_instance.id);
}

/**
 * way_rag_of_plan:
 *
 * The worst status of the plan's open milestones, every yellow or red one a reason
 * (numbers.md §6).
 *
 * Returns: (transfer full)
 */
WayRagStatus *
way_rag_of_plan (WayDocument *document)
{
  return rag_of_milestones (document, 0);
}

/**
 * way_rag_label:
 *
 * Returns: (transfer none): "Green", "Yellow" or "Red", translated
 */
const char *
way_rag_label (WayRag rag)
{
  return way_enum_label (&way_enum_rag, rag);
}

/**
 * way_rag_status_to_text:
 *
 * Returns: (transfer full): the colour and all its reasons in one line
 */
char *
way_rag_status_to_text (const WayRagStatus *self)
{
  g_autoptr (GString) text = g_string_new (way_rag_label (self->rag));

  for (guint i = 0; i < self->reasons->len; i++)
    g_string_append_printf (text, "%s%s", i == 0 ? ": " : " ",
                            (const char *) g_ptr_array_index (self->reasons, i));
  return g_string_free (g_steal_pointer (&text), FALSE);
}
