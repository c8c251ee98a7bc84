/* way-milestone-completion.c: completing a milestone: waivers, a look back, the celebration.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-i18n.h"

#include "document/way-milestone-completion.h"

#include "document/way-milestone-parts.h"

#define WEEKS_TRIED 8
#define FRIDAY 4 /* of way_moment_weekday() */

static void
waive (WayDocument *document, const WayMilestoneCompletion *with)
{
  for (guint i = 0; with->waived != NULL && i < with->waived->len; i++)
    {
      way_document_set_int (document, with->waived->pdata[i], "waived", TRUE);
      way_document_set_text (document, with->waived->pdata[i], "waiver_reason",
                             with->reasons->pdata[i]);
    }
}

/* A title of one line; the whole of it says what happened. */
static void
keep_lesson (WayDocument *document, WayMilestone *milestone, const char *lesson)
{
  WayRecord *record = way_milestone_add_part (document, milestone, &way_lesson_type);

  way_document_set_text (document, record, "title", lesson);
}

static void
celebrate (WayDocument *document, WayMilestone *milestone, const WayMilestoneCompletion *with)
{
  WayRecord *action = (WayRecord *) with->celebration;

  if (action == NULL && (with->celebrate == NULL || with->celebrate[0] == '\0'))
    return;
  if (action == NULL)
    {
      action = way_milestone_add_part (document, milestone, &way_action_type);
      way_document_set_text (document, action, "title", with->celebrate);
      way_document_set_int (document, action, "kind", WAY_ACTION_CELEBRATION);
      way_document_set_int (document, action, "owner", WAY_RECORD (milestone)->owner);
    }
  way_document_set_int (document, action, "due", with->celebrate_on);
  way_document_set_int (document, action, "state", WAY_ACTION_IN_PROGRESS);
}

/**
 * way_milestone_complete:
 * @error: names what is unmet and not waived, and nothing has changed
 *
 * Declares the milestone completed, as of the status date unless its day is known, as one step with
 * all that goes with it.
 */
gboolean
way_milestone_complete (WayDocument *document, WayMilestone *milestone,
                        const WayMilestoneCompletion *with, GError **error)
{
  WayRecord *record = WAY_RECORD (milestone);
  g_autofree char *label = g_strdup_printf (_ ("Complete “%s”"), record->title);

  way_document_begin (document, label);
  waive (document, with);
  if (with->achievements != NULL)
    way_section_set_text (document, record, "achievements", with->achievements);
  if (with->challenges != NULL)
    way_section_set_text (document, record, "challenges", with->challenges);
  if (with->lesson != NULL && with->lesson[0] != '\0')
    keep_lesson (document, milestone, with->lesson);
  celebrate (document, milestone, with);
  way_document_set_int (document, record, "status", WAY_STATUS_COMPLETED);
  if (milestone->actual_date == WAY_NEVER)
    way_document_set_int (document, record, "actual_date",
                          way_document_get_status_date (document));
  return way_document_commit (document, error);
}

/**
 * way_milestone_get_celebrations:
 *
 * Returns: (transfer full) (element-type WayAction): planned for the milestone, and still open
 */
GPtrArray *
way_milestone_get_celebrations (WayMilestone *milestone)
{
  GPtrArray *all = way_record_get_choice (WAY_RECORD (milestone), &way_action_type, "kind",
                                          WAY_ACTION_CELEBRATION);

  for (guint i = all->len; i > 0; i--)
    if (!way_action_is_open (all->pdata[i - 1]))
      g_ptr_array_remove_index (all, i - 1);
  return all;
}

/**
 * way_milestone_celebration_day:
 *
 * Returns: a Friday on which people work, from the status date on; the first one when none of the
 * next weeks has such
 */
WayMoment
way_milestone_celebration_day (WayDocument *document)
{
  WayMoment today = way_moment_day (way_document_get_status_date (document));
  WayMoment friday = today + (FRIDAY - way_moment_weekday (today) + 7) % 7 * WAY_DAY;

  for (int i = 0; i < WEEKS_TRIED; i++)
    if (way_document_is_working_day (document, 0, friday + i * 7 * WAY_DAY))
      return friday + i * 7 * WAY_DAY;
  return friday;
}
