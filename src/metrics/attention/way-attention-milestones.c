/* way-attention-milestones.c: what needs attention of milestones and initiatives.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-i18n.h"

#include "metrics/attention/way-attention-private.h"

#include "document/way-milestone-figures.h"
#include "document/way-snapshots.h"
#include "metrics/way-check-ins.h"
#include "metrics/way-checkpoint-state.h"
#include "metrics/way-kpi-metrics.h"
#include "metrics/way-milestone-metrics.h"
#include "metrics/way-rag.h"

static void
add_late_milestone (WayAttentionSearch *search, WayMilestone *milestone)
{
  WayPlan *plan = search->plan;
  g_autoptr (WayRagStatus) status = way_rag_of_milestone (search->document, milestone);
  g_autofree char *name = way_attention_name (WAY_RECORD (milestone));
  g_autofree char *forecast = way_moment_format_short (way_finish_day (milestone->forecast));
  g_autofree char *target = way_moment_format_short (milestone->target_date);
  WaySeverity severity = status->rag == WAY_RAG_RED ? WAY_SEVERITY_BAD : WAY_SEVERITY_WARNING;

  way_attention_add (search, severity, WAY_ATTENTION_MILESTONE, WAY_RECORD (milestone),
                     g_strdup_printf (_ ("%s: forecast %s, target %s"), name, forecast, target),
                     way_variance_format (plan, milestone->variance), milestone->target_date);
}

/* A promise whose day has passed while the plan says nothing of a delay. */
static void
add_silent_milestone (WayAttentionSearch *search, WayMilestone *milestone)
{
  g_autofree char *name = NULL;
  g_autofree char *target = NULL;

  if (milestone->target_date == WAY_NEVER || milestone->target_date >= search->today)
    {
      way_attention_add_due (search, WAY_RECORD (milestone), milestone->target_date);
      return;
    }
  name = way_attention_name (WAY_RECORD (milestone));
  target = way_moment_format_short (milestone->target_date);
  way_attention_add (search, WAY_SEVERITY_BAD, WAY_ATTENTION_MILESTONE, WAY_RECORD (milestone),
                     g_strdup_printf (_ ("%s was due on %s and is not completed"), name, target),
                     g_strdup (_ ("Due")), milestone->target_date);
}

static void
add_milestones (WayAttentionSearch *search)
{
  g_autoptr (GPtrArray) open = way_milestones_next (search->document, 0);

  for (guint i = 0; i < open->len; i++)
    {
      WayMilestone *milestone = g_ptr_array_index (open, i);

      if (way_milestone_is_late (milestone))
        add_late_milestone (search, milestone);
      else
        add_silent_milestone (search, milestone);
    }
}

static gboolean
is_open (WayInitiative *initiative)
{
  return initiative->status != WAY_STATUS_COMPLETED && initiative->status != WAY_STATUS_CANCELLED;
}

static void
add_initiatives (WayAttentionSearch *search)
{
  GPtrArray *all = way_plan_peek_records (search->plan, &way_initiative_type);

  for (guint i = 0; i < all->len; i++)
    {
      WayInitiative *initiative = all->pdata[i];
      WayRecord *record = WAY_RECORD (initiative);
      WayMoment forecast = way_initiative_forecast (initiative);
      gint64 late = initiative->target_date != WAY_NEVER && forecast != WAY_NEVER
                        ? way_finish_variance (search->document, initiative->target_date, forecast)
                        : 0;
      g_autofree char *name = NULL;
      g_autofree char *day = NULL;
      g_autofree char *target = NULL;

      if (!is_open (initiative))
        continue;
      if (late <= 0)
        {
          way_attention_add_due (search, record, initiative->target_date);
          continue;
        }
      name = way_attention_name (record);
      day = way_moment_format_short (way_finish_day (forecast));
      target = way_moment_format_short (initiative->target_date);
      way_attention_add (search, WAY_SEVERITY_WARNING, WAY_ATTENTION_MILESTONE, record,
                         g_strdup_printf (_ ("%s: forecast %s, target %s"), name, day, target),
                         way_variance_format (search->plan, late), initiative->target_date);
    }
}

static void
add_checkpoints (WayAttentionSearch *search)
{
  g_autoptr (GPtrArray) missed = way_checkpoints_missed (search->document);
  WayPlan *plan = search->plan;

  for (guint i = 0; i < missed->len; i++)
    {
      WayCheckpoint *checkpoint = missed->pdata[i];
      WayMilestone *milestone = WAY_MILESTONE (way_plan_lookup (plan, checkpoint->milestone));
      g_autofree char *name = way_attention_name (WAY_RECORD (milestone));
      g_autofree char *day = way_moment_format_short (checkpoint->date);
      g_autofree char *asked = way_percent_format ((double)checkpoint->percent);
      g_autofree char *there = way_percent_format ((double)milestone->complete);

      way_attention_add (search, WAY_SEVERITY_WARNING, WAY_ATTENTION_CHECKPOINT,
                         WAY_RECORD (milestone),
                         g_strdup_printf (_ ("%s should have been at %s on %s; it is at %s"), name,
                                          asked, day, there),
                         g_strdup (_ ("Checkpoint")), checkpoint->date);
    }
}

/* A checkpoint that will be missed in the next days unless something happens. */
static void
add_checkpoints_due (WayAttentionSearch *search)
{
  GPtrArray *all = way_plan_peek_records (search->plan, &way_checkpoint_type);

  for (guint i = 0; i < all->len; i++)
    {
      WayCheckpoint *checkpoint = all->pdata[i];
      WayRecord *milestone = way_plan_lookup (search->plan, checkpoint->milestone);
      g_autofree char *name = NULL;
      g_autofree char *asked = NULL;
      g_autofree char *day = NULL;

      if (milestone == NULL || !way_milestone_is_open (WAY_MILESTONE (milestone))
          || !way_attention_is_soon (search, checkpoint->date)
          || way_checkpoint_get_state (search->document, checkpoint) != WAY_CHECKPOINT_OPEN)
        continue;
      name = way_attention_name (milestone);
      asked = way_percent_format ((double)checkpoint->percent);
      day = way_moment_format_short (checkpoint->date);
      way_attention_add (search, WAY_SEVERITY_NOTE, WAY_ATTENTION_DUE, milestone,
                         g_strdup_printf (_ ("%s is to be at %s on %s"), name, asked, day),
                         g_strdup (_ ("Checkpoint")), checkpoint->date);
    }
}

static void
add_check_ins (WayAttentionSearch *search)
{
  g_autoptr (GPtrArray) overdue = way_check_ins_overdue (search->document);

  for (guint i = 0; i < overdue->len; i++)
    {
      WayMoment last = way_check_in_last (overdue->pdata[i])->date;
      g_autofree char *name = way_attention_name (overdue->pdata[i]);
      g_autofree char *day = way_moment_format_short (last);

      way_attention_add (search, WAY_SEVERITY_NOTE, WAY_ATTENTION_CHECK_IN, overdue->pdata[i],
                         g_strdup_printf (_ ("%s had its last check-in on %s"), name, day),
                         g_strdup (_ ("Check-in")), last);
    }
}

static void
add_check_ins_due (WayAttentionSearch *search, const WayRecordType *type)
{
  GPtrArray *all = way_plan_peek_records (search->plan, type);

  for (guint i = 0; i < all->len; i++)
    {
      WayMoment due = way_check_in_due (all->pdata[i]);
      g_autofree char *name = NULL;
      g_autofree char *day = NULL;

      if (!way_attention_is_soon (search, due))
        continue;
      name = way_attention_name (all->pdata[i]);
      day = way_moment_format_short (due);
      way_attention_add (search, WAY_SEVERITY_NOTE, WAY_ATTENTION_DUE, all->pdata[i],
                         g_strdup_printf (_ ("Check-in of %s is due on %s"), name, day),
                         g_strdup (_ ("Check-in")), due);
    }
}

static void
add_reviews (WayAttentionSearch *search)
{
  GPtrArray *all = way_plan_peek_records (search->plan, &way_review_type);

  for (guint i = 0; i < all->len; i++)
    {
      WayReview *review = all->pdata[i];
      gint64 about = review->milestone != 0 ? review->milestone : review->initiative;
      WayRecord *subject = about != 0 ? way_plan_lookup (search->plan, about) : NULL;
      g_autofree char *name = NULL;
      g_autofree char *day = NULL;

      if (review->decision != WAY_DECISION_PENDING || review->date == WAY_NEVER)
        continue;
      name = way_attention_name (subject != NULL ? subject : WAY_RECORD (review));
      day = way_moment_format_short (review->date);
      if (review->date < search->today)
        way_attention_add (search, WAY_SEVERITY_WARNING, WAY_ATTENTION_REVIEW, WAY_RECORD (review),
                           g_strdup_printf (_ ("Review of %s was on %s; it has no decision yet"),
                                            name, day),
                           g_strdup (_ ("Review")), review->date);
      else if (way_attention_is_soon (search, review->date))
        way_attention_add (search, WAY_SEVERITY_NOTE, WAY_ATTENTION_DUE, WAY_RECORD (review),
                           g_strdup_printf (_ ("Review of %s is on %s"), name, day),
                           g_strdup (_ ("Review")), review->date);
    }
}

static void
add_kpis (WayAttentionSearch *search)
{
  GPtrArray *all = way_plan_peek_records (search->plan, &way_kpi_type);

  for (guint i = 0; i < all->len; i++)
    {
      WayMoment due = way_kpi_due (search->document, all->pdata[i]);
      g_autofree char *day = NULL;

      if (due == WAY_NEVER || due >= search->today)
        continue;
      day = way_moment_format_short (due);
      way_attention_add (search, WAY_SEVERITY_NOTE, WAY_ATTENTION_KPI, all->pdata[i],
                         g_strdup_printf (_ ("%s was to be measured by %s"),
                                          WAY_RECORD (all->pdata[i])->title, day),
                         g_strdup (_ ("KPI")), due);
    }
}

void
way_attention_find_in_milestones (WayAttentionSearch *search)
{
  add_milestones (search);
  add_initiatives (search);
  add_checkpoints (search);
  add_checkpoints_due (search);
  add_check_ins (search);
  add_check_ins_due (search, &way_milestone_type);
  add_check_ins_due (search, &way_initiative_type);
  add_reviews (search);
  add_kpis (search);
}
