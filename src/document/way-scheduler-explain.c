/* way-scheduler-explain.c: why a task stands where it stands, in a sentence (numbers.md §3).
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-i18n.h"

#include "document/way-scheduler.h"

#include "document/way-network-build.h"

static char *
describe_link (WayPlan *plan, WayLink *link)
{
  WayTask *predecessor = way_plan_lookup_task (plan, link->predecessor);
  gboolean from_start = link->type == WAY_LINK_SS || link->type == WAY_LINK_SF;
  gboolean to_start = link->type == WAY_LINK_FS || link->type == WAY_LINK_SS;
  g_autofree char *when =
      way_moment_format (from_start ? predecessor->start : predecessor->finish);
  g_autofree char *lag = NULL;
  WayUnitRates rates = way_plan_get_unit_rates (plan);
  const char *name = WAY_RECORD (predecessor)->title;
  g_autofree char *sentence = NULL;

  if (to_start)
    sentence = from_start ? g_strdup_printf (_("Starts when “%s” starts, %s"), name, when)
                          : g_strdup_printf (_("Starts when “%s” finishes, %s"), name, when);
  else
    sentence = from_start ? g_strdup_printf (_("Finishes when “%s” starts, %s"), name, when)
                          : g_strdup_printf (_("Finishes when “%s” finishes, %s"), name, when);
  if (link->lag == 0)
    return g_steal_pointer (&sentence);
  lag = way_duration_format (ABS (link->lag), (WayUnit) link->lag_unit, &rates);
  return g_strdup_printf (link->lag > 0 ? _("%s, plus %s") : _("%s, less %s"), sentence, lag);
}

static char *
describe_constraint (WayTask *task)
{
  g_autofree char *when = way_moment_format (task->constraint_date);

  return g_strdup_printf ("%s %s", way_enum_label (&way_enum_constraint, task->constraint_type),
                          when);
}

/**
 * way_scheduler_explain:
 *
 * Returns: (transfer full): what puts the task where it is
 */
char *
way_scheduler_explain (WayScheduler *self, WayTask *task)
{
  WayPlan *plan = WAY_RECORD (task)->plan;
  const WayNetResult *result = way_scheduler_get_result (self, task);
  WayRecord *driver = NULL;

  if (result == NULL)
    return g_strdup ("");
  switch ((WayNetDriver) result->driver_kind)
    {
    case WAY_DRIVER_LINK:
      return describe_link (plan, way_scheduler_get_link (self, result->driver));
    case WAY_DRIVER_CONSTRAINT:
      return describe_constraint (task);
    case WAY_DRIVER_PARENT:
      driver = way_scheduler_get_task (self, result->driver);
      return g_strdup_printf (_("Held by its summary “%s”"), driver->title);
    case WAY_DRIVER_CHILD:
      driver = way_scheduler_get_task (self, result->driver);
      return g_strdup_printf (_("Starts with “%s”"), driver->title);
    case WAY_DRIVER_ACTUAL:
      return g_strdup (_("Has started, so its start is a fact"));
    case WAY_DRIVER_MANUAL:
      return g_strdup (_("Its dates are set by hand"));
    case WAY_DRIVER_LATEST:
      return g_strdup (_("As late as possible without delaying what follows"));
    case WAY_DRIVER_PROJECT:
    default:
      return g_strdup (_("Starts with the plan: nothing else holds it"));
    }
}
