/* way-checkpoint-state.c: whether a milestone is as far as its checkpoints ask.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-i18n.h"

#include "metrics/way-checkpoint-state.h"

#include "document/way-milestone-figures.h"

static WayMilestone *
milestone_of (WayCheckpoint *checkpoint)
{
  WayRecord *record = way_plan_lookup (WAY_RECORD (checkpoint)->plan, checkpoint->milestone);

  return record != NULL && WAY_IS_MILESTONE (record) ? WAY_MILESTONE (record) : NULL;
}

/**
 * way_checkpoint_get_state:
 *
 * Compares the milestone's progress of today with what is asked; the day counts as past when the
 * status date lies after it.
 *
 * Returns: the state
 */
WayCheckpointState
way_checkpoint_get_state (WayDocument *document, WayCheckpoint *checkpoint)
{
  WayMilestone *milestone = milestone_of (checkpoint);
  WayMoment today = way_moment_day (way_document_get_status_date (document));
  gboolean past = checkpoint->date != WAY_NEVER && checkpoint->date < today;
  gboolean reached = milestone != NULL && milestone->complete >= checkpoint->percent;

  if (reached)
    return past ? WAY_CHECKPOINT_MET : WAY_CHECKPOINT_AHEAD;
  return past ? WAY_CHECKPOINT_MISSED : WAY_CHECKPOINT_OPEN;
}

/**
 * way_checkpoint_state_label:
 *
 * Returns: (transfer none): translated
 */
const char *
way_checkpoint_state_label (WayCheckpointState state)
{
  switch (state)
    {
    case WAY_CHECKPOINT_AHEAD:
      return _("ahead");
    case WAY_CHECKPOINT_MET:
      return _("met");
    case WAY_CHECKPOINT_MISSED:
      return _("missed");
    case WAY_CHECKPOINT_OPEN:
    default:
      return _("to come");
    }
}

/**
 * way_checkpoints_missed:
 *
 * Returns: (transfer full) (element-type WayCheckpoint): of milestones that are neither completed
 * nor cancelled
 */
GPtrArray *
way_checkpoints_missed (WayDocument *document)
{
  GPtrArray *missed = g_ptr_array_new_with_free_func (g_object_unref);
  GListModel *all = way_plan_get_records (way_document_get_plan (document), &way_checkpoint_type);

  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (WayCheckpoint) checkpoint = g_list_model_get_item (all, i);
      WayMilestone *milestone = milestone_of (checkpoint);

      if (milestone != NULL && way_milestone_is_open (milestone)
          && way_checkpoint_get_state (document, checkpoint) == WAY_CHECKPOINT_MISSED)
        g_ptr_array_add (missed, g_steal_pointer (&checkpoint));
    }
  return missed;
}
