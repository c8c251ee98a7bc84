/* way-impact-areas.c: each area of an impact in a line, and the risks that it touches.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-i18n.h"

#include "metrics/impact/way-impact-lines.h"

#include "metrics/way-figure.h"

/* Parts of a line. */
static void G_GNUC_PRINTF (2, 3)
add (GPtrArray *parts, const char *format, ...)
{
  va_list args;

  va_start (args, format);
  g_ptr_array_add (parts, g_strdup_vprintf (format, args));
  va_end (args);
}

static void
add_timeline (GPtrArray *parts, const WayChangeImpact *impact, WayPlan *plan)
{
  g_autofree char *days = way_working_days_format (plan, impact->finish.shift);

  if (impact->finish.shift != 0)
    add (parts, impact->finish.shift > 0 ? _("The plan finishes %s later")
                                         : _("The plan finishes %s earlier"), days);
  if (impact->milestones->len > 0)
    add (parts, g_dngettext (GETTEXT_PACKAGE, "%u milestone moves",
                             "%u milestones move", (gulong) impact->milestones->len),
         (guint) impact->milestones->len);
  if (impact->broken->len > 0)
    add (parts, g_dngettext (GETTEXT_PACKAGE, "%u date is no longer kept",
                             "%u dates are no longer kept", (gulong) impact->broken->len),
         (guint) impact->broken->len);
}

static void
add_resources (GPtrArray *parts, const WayChangeImpact *impact, WayPlan *plan)
{
  gint64 work = impact->work_after - impact->work_before;
  gint64 cost = impact->cost_after - impact->cost_before;
  gint64 over = impact->over_after - impact->over_before;
  g_autofree char *hours = way_number_format (ABS ((double) work) / 60, 1);
  g_autofree char *money = way_money_format (ABS (cost), way_plan_get_project (plan)->currency);

  if (work != 0)
    add (parts, work > 0 ? _("%s\u202fh more work") : _("%s\u202fh less work"), hours);
  if (cost != 0)
    add (parts, cost > 0 ? _("%s more cost") : _("%s less cost"), money);
  if (over > 0)
    add (parts, g_dngettext (GETTEXT_PACKAGE, "%u more day with too much to do",
                             "%u more days with too much to do", (gulong) over),
         (guint) over);
  if (over < 0)
    add (parts, g_dngettext (GETTEXT_PACKAGE, "%u day less with too much to do",
                             "%u days less with too much to do", (gulong) -over),
         (guint) -over);
}

static void
add_scope (GPtrArray *parts, const WayChangeImpact *impact)
{
  if (impact->added > 0)
    add (parts, g_dngettext (GETTEXT_PACKAGE, "%u row added",
                             "%u rows added", (gulong) impact->added),
         (guint) impact->added);
  if (impact->removed > 0)
    add (parts, g_dngettext (GETTEXT_PACKAGE, "%u row removed",
                             "%u rows removed", (gulong) impact->removed),
         (guint) impact->removed);
  if (impact->edited > 0)
    add (parts, g_dngettext (GETTEXT_PACKAGE, "%u row edited",
                             "%u rows edited", (gulong) impact->edited),
         (guint) impact->edited);
}

static void
add_quality (GPtrArray *parts, const WayChangeImpact *impact)
{
  guint n = impact->quality->len;

  if (n > 0)
    add (parts, g_dngettext (GETTEXT_PACKAGE, "%u criterion, gate or line of a checklist",
                             "%u criteria, gates or lines of checklists", n), n);
}

static void
add_dependencies (GPtrArray *parts, const WayChangeImpact *impact)
{
  guint n = impact->dependencies->len;

  if (n > 0)
    add (parts, g_dngettext (GETTEXT_PACKAGE, "%u other initiative or milestone",
                             "%u other initiatives or milestones", n), n);
}

/**
 * way_impact_area_describe:
 * @area: one of the five of the assessment, up to %WAY_IMPACT_DEPENDENCIES
 * @plan: for its units and currency
 *
 * Returns: (transfer full): "The plan finishes 2 working days later; 3 milestones move", or that
 *   nothing changes
 */
char *
way_impact_area_describe (const WayChangeImpact *impact, WayPlan *plan, WayImpactArea area)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  if (area == WAY_IMPACT_TIMELINE)
    add_timeline (parts, impact, plan);
  else if (area == WAY_IMPACT_RESOURCES)
    add_resources (parts, impact, plan);
  else if (area == WAY_IMPACT_SCOPE)
    add_scope (parts, impact);
  else if (area == WAY_IMPACT_QUALITY)
    add_quality (parts, impact);
  else
    add_dependencies (parts, impact);
  if (parts->len == 0)
    return g_strdup (_("No change"));
  g_ptr_array_add (parts, NULL);
  return g_strjoinv ("; ", (char **) parts->pdata);
}

/* ------------------------------------------------------------------ risks */

static gboolean
touches (const WayChangeImpact *impact, const WayRisk *risk)
{
  for (guint i = 0; risk->milestone != 0 && i < impact->milestones->len; i++)
    if (g_array_index (impact->milestones, WayImpactFinish, i).id == risk->milestone)
      return TRUE;
  for (guint i = 0; risk->task != 0 && i < impact->rows->len; i++)
    if (g_array_index (impact->rows, WayImpactRow, i).id == risk->task)
      return TRUE;
  return FALSE;
}

static int
compare_scores (gconstpointer a, gconstpointer b)
{
  gint64 one = way_risk_score_current (*(WayRisk *const *) a);
  gint64 other = way_risk_score_current (*(WayRisk *const *) b);

  return (one < other) - (one > other);
}

/**
 * way_impact_risks:
 * @request: the change
 *
 * Returns: (transfer full) (element-type WayRisk): those that are open and come from the change,
 *   or are about what it moves; the highest first
 */
GPtrArray *
way_impact_risks (const WayChangeImpact *impact, WayPlan *plan, WayRecord *request)
{
  GPtrArray *all = way_plan_peek_records (plan, &way_risk_type);
  GPtrArray *found = g_ptr_array_new ();

  for (guint i = 0; i < all->len; i++)
    if (way_risk_is_open (all->pdata[i])
        && (WAY_RISK (all->pdata[i])->source == request->id || touches (impact, all->pdata[i])))
      g_ptr_array_add (found, all->pdata[i]);
  g_ptr_array_sort (found, compare_scores);
  return found;
}
