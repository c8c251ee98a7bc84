/* way-change-impact-dependencies.c: what a change does to initiatives and to what waits for it.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-i18n.h"

#include "metrics/impact/way-change-impact-private.h"

#include "metrics/way-figure.h"

/**
 * way_impact_finish_describe:
 * @plan: for its units
 *
 * Returns: (transfer full): "“Beta” finishes 2 working days later"
 */
char *
way_impact_finish_describe (const WayImpactFinish *finish, WayPlan *plan)
{
  g_autofree char *days = NULL;

  if (finish->before == WAY_NEVER || finish->after == WAY_NEVER || finish->shift == 0)
    return g_strdup_printf (_("“%s” changes"), finish->title);
  days = way_working_days_format (plan, finish->shift);
  return g_strdup_printf (finish->shift > 0 ? _("“%s” finishes %s later")
                                            : _("“%s” finishes %s earlier"),
                          finish->title, days);
}

/* A line for each record, with all that is to be said of it. */
static void
add_text (WayComparison *self, WayRecord *record, const char *text)
{
  GArray *notes = self->impact->dependencies;

  for (guint i = 0; i < notes->len; i++)
    {
      WayImpactNote *note = &g_array_index (notes, WayImpactNote, i);

      if (note->id == record->id)
        {
          char *both = g_strdup_printf ("%s; %s", note->text, text);

          g_free (note->text);
          note->text = both;
          return;
        }
    }
  way_change_impact_add_note (notes, record->id, record->title, text);
}

static void
add_initiative (WayComparison *self, const WayImpactFinish *finish, WayMilestone *milestone)
{
  WayRecord *initiative = way_plan_lookup (WAY_RECORD (milestone)->plan, milestone->initiative);
  g_autofree char *text = way_impact_finish_describe (finish, self->new);

  if (initiative != NULL)
    add_text (self, initiative, text);
}

/* Others that wait for it, in this plan; what is outside is told in the words of the milestone. */
static void
add_waiting (WayComparison *self, const WayImpactFinish *finish, WayMilestone *milestone)
{
  WayPlan *plan = WAY_RECORD (milestone)->plan;
  GPtrArray *waiting = way_plan_get_referrers (plan, finish->id,
                                               way_record_type_field (&way_dependency_type,
                                                                      "upstream"));
  g_autofree char *what = way_impact_finish_describe (finish, self->new);
  /* Translators: %s is a sentence: waits for it: “Beta” finishes 2 working days later */
  g_autofree char *text = g_strdup_printf (_("waits for it: %s"), what);

  for (guint i = 0; i < waiting->len; i++)
    {
      WayRecord *other = way_plan_lookup (plan, WAY_DEPENDENCY (waiting->pdata[i])->milestone);

      if (other != NULL)
        add_text (self, other, text);
    }
}

/* Of the milestones that move, come or go. Needs milestones. */
void
way_change_impact_find_dependencies (WayComparison *self)
{
  for (guint i = 0; i < self->impact->milestones->len; i++)
    {
      const WayImpactFinish *finish
          = &g_array_index (self->impact->milestones, WayImpactFinish, i);
      WayRecord *record = way_plan_lookup (self->new, finish->id);

      if (record == NULL)
        record = way_plan_lookup (self->old, finish->id);
      add_initiative (self, finish, WAY_MILESTONE (record));
      add_waiting (self, finish, WAY_MILESTONE (record));
    }
}
