/* way-blockers.c: what holds a milestone or a row of the timeline up now.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-i18n.h"

#include "metrics/way-blockers.h"

#include "document/way-milestone-parts.h"

static gboolean
is_open (WayBlocker *blocker)
{
  return blocker->cleared_on == WAY_NEVER;
}

static GPtrArray *
referrers (WayRecord *record, const WayRecordType *type, const char *field)
{
  return way_plan_get_referrers (record->plan, record->id, way_record_type_field (type, field));
}

static int
compare_blockers (gconstpointer a, gconstpointer b)
{
  const WayBlocker *one = *(WayBlocker *const *) a, *two = *(WayBlocker *const *) b;

  if (one->since != two->since)
    return one->since < two->since ? -1 : 1;
  return one->parent_instance.id < two->parent_instance.id ? -1 : 1;
}

/* @found NULL: only whether there is one. */
static gboolean
add_open (GPtrArray *blockers, GPtrArray *found)
{
  gboolean any = FALSE;

  for (guint i = 0; i < blockers->len; i++)
    if (is_open (blockers->pdata[i]))
      {
        any = TRUE;
        if (found != NULL && !g_ptr_array_find (found, blockers->pdata[i], NULL))
          g_ptr_array_add (found, g_object_ref (blockers->pdata[i]));
      }
  return any;
}

static gboolean
collect (WayTask *task, GPtrArray *found)
{
  GPtrArray *milestones = referrers (WAY_RECORD (task), &way_milestone_type, "task");
  gboolean any = add_open (referrers (WAY_RECORD (task), &way_blocker_type, "task"), found);

  for (guint i = 0; i < milestones->len; i++)
    any |= add_open (referrers (milestones->pdata[i], &way_blocker_type, "milestone"), found);
  return any;
}

GPtrArray *
way_blockers_of_milestone (WayMilestone *milestone)
{
  GPtrArray *found = way_milestone_get_blockers (milestone);

  g_ptr_array_sort (found, compare_blockers);
  return found;
}

GPtrArray *
way_blockers_of_task (WayTask *task)
{
  GPtrArray *found = g_ptr_array_new_with_free_func (g_object_unref);

  if (WAY_RECORD (task)->plan != NULL)
    collect (task, found);
  g_ptr_array_sort (found, compare_blockers);
  return found;
}

gboolean
way_task_has_blockers (WayTask *task)
{
  WayPlan *plan = WAY_RECORD (task)->plan;

  return plan != NULL && way_plan_peek_records (plan, &way_blocker_type)->len > 0
         && collect (task, NULL);
}

gboolean
way_blockers_any (WayPlan *plan)
{
  return add_open (way_plan_peek_records (plan, &way_blocker_type), NULL);
}

static char *
describe (WayBlocker *blocker)
{
  WayRecord *record = WAY_RECORD (blocker);
  WayRecord *owner = record->owner != 0 ? way_plan_lookup (record->plan, record->owner) : NULL;
  g_autofree char *since
      = blocker->since != WAY_NEVER ? way_moment_format_short (blocker->since) : NULL;

  if (owner != NULL && since != NULL)
    /* Translators: what holds something up, who is to clear it, and since when */
    return g_strdup_printf (_("Blocked: %s (%s, since %s)"), record->title, owner->title, since);
  if (owner != NULL)
    /* Translators: what holds something up, and who is to clear it */
    return g_strdup_printf (_("Blocked: %s (%s)"), record->title, owner->title);
  if (since != NULL)
    /* Translators: what holds something up, and since when */
    return g_strdup_printf (_("Blocked: %s (since %s, nobody named)"), record->title, since);
  return g_strdup_printf (_("Blocked: %s (nobody named)"), record->title);
}

char *
way_blockers_describe (GPtrArray *blockers)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < blockers->len; i++)
    {
      g_autofree char *line = describe (blockers->pdata[i]);

      g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "", line);
    }
  return text->len > 0 ? g_string_free (g_steal_pointer (&text), FALSE) : NULL;
}
