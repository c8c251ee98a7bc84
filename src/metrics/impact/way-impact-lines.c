/* way-impact-lines.c: WayChangeImpact in words, a line for each thing that changes.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-i18n.h"

#include "metrics/impact/way-impact-lines.h"

#include "document/way-milestone-figures.h"
#include "metrics/way-figure.h"

#define MOST_NOTES 40 /* of one kind; a reader looks at no more */
#define MOST_NAMES 6  /* in one line */

typedef struct
{
  const WayChangeImpact *impact;
  WayPlan *plan;
  GPtrArray *lines;
} Lines;

static void
free_line (gpointer data)
{
  WayImpactLine *line = data;

  g_free (line->what);
  g_free (line->before);
  g_free (line->after);
  g_free (line->change);
  g_free (line);
}

/* Takes the texts. */
static void
add (Lines *self, WayImpactArea area, gint64 id, char *what, char *before, char *after,
     char *change, WayImpactMood mood)
{
  WayImpactLine *line = g_new (WayImpactLine, 1);

  *line = (WayImpactLine) { area, id, what, before, after, change, mood };
  g_ptr_array_add (self->lines, line);
}

static WayImpactMood
mood_of (gint64 more)
{
  return more > 0 ? WAY_MOOD_BAD : more < 0 ? WAY_MOOD_GOOD : WAY_MOOD_NEUTRAL;
}

static char *
format_finish (WayMoment finish)
{
  return finish != WAY_NEVER ? way_moment_format_date (way_finish_day (finish)) : g_strdup ("–");
}

static void
add_finish (Lines *self, const WayImpactFinish *finish, const char *what)
{
  add (self, WAY_IMPACT_TIMELINE, finish->id, g_strdup (what), format_finish (finish->before),
       format_finish (finish->after), way_variance_format (self->plan, finish->shift),
       mood_of (finish->shift));
}

/* "Design, Build, Test …" */
static char *
name_rows (const WayChangeImpact *impact, gboolean join)
{
  g_autoptr (GString) names = g_string_new (NULL);
  guint n = 0;

  for (guint i = 0; i < impact->rows->len; i++)
    {
      const WayImpactRow *row = &g_array_index (impact->rows, WayImpactRow, i);

      if (row->summary || (row->critical_before != 0) == (row->critical_after != 0)
          || (row->critical_after != 0) != join)
        continue;
      if (n++ < MOST_NAMES)
        g_string_append_printf (names, "%s%s", n > 1 ? ", " : "", row->title);
    }
  if (n > MOST_NAMES)
    g_string_append (names, " …");
  return n > 0 ? g_string_free (g_steal_pointer (&names), FALSE) : NULL;
}

/* With the minus of the language. */
static char *
format_count (gint64 n, gboolean with_sign)
{
  g_autofree char *number = way_number_format ((double) n, 0);

  return g_strdup_printf ("%s%s", with_sign && n > 0 ? "+" : "", number);
}

static void
add_critical_path (Lines *self)
{
  const WayChangeImpact *impact = self->impact;
  char *in = name_rows (impact, TRUE), *out = name_rows (impact, FALSE);

  if (in != NULL || out != NULL)
    add (self, WAY_IMPACT_TIMELINE, 0, g_strdup (_("Tasks on the critical path")),
         format_count (impact->critical_before, FALSE),
         format_count (impact->critical_after, FALSE),
         format_count (impact->critical_after - impact->critical_before, TRUE),
         WAY_MOOD_NEUTRAL);
  if (in != NULL)
    add (self, WAY_IMPACT_TIMELINE, 0, g_strdup (_("Joins the critical path")), NULL, NULL, in,
         WAY_MOOD_NEUTRAL);
  if (out != NULL)
    add (self, WAY_IMPACT_TIMELINE, 0, g_strdup (_("Leaves the critical path")), NULL, NULL, out,
         WAY_MOOD_NEUTRAL);
  if (impact->float_used > 0)
    add (self, WAY_IMPACT_TIMELINE, 0, g_strdup (_("Float used up, all tasks together")), NULL,
         NULL, way_working_days_format (self->plan, impact->float_used), WAY_MOOD_BAD);
}

static char *
format_hours (gint64 minutes, gboolean with_sign)
{
  g_autofree char *number = way_number_format ((double) minutes / 60, 1);

  /* Translators: hours of work */
  return g_strdup_printf (_("%s%s\u202fh"), with_sign && minutes > 0 ? "+" : "", number);
}

static void
add_work (Lines *self, gint64 id, const char *what, gint64 before, gint64 after)
{
  add (self, WAY_IMPACT_RESOURCES, id, g_strdup (what), format_hours (before, FALSE),
       format_hours (after, FALSE), format_hours (after - before, TRUE), WAY_MOOD_NEUTRAL);
}

static void
add_cost (Lines *self)
{
  const char *currency = way_plan_get_project (self->plan)->currency;
  gint64 more = self->impact->cost_after - self->impact->cost_before;
  g_autofree char *change = way_money_format (more, currency);

  add (self, WAY_IMPACT_RESOURCES, 0, g_strdup (_("Cost")),
       way_money_format (self->impact->cost_before, currency),
       way_money_format (self->impact->cost_after, currency),
       g_strdup_printf ("%s%s", more > 0 ? "+" : "", change), mood_of (more));
}

static char *
format_days (gint64 days, gboolean with_sign)
{
  g_autofree char *number = format_count (days, with_sign);

  /* Translators: so many days */
  return g_strdup_printf (_("%s\u202fd"), number);
}

static void
add_person (Lines *self, const WayImpactPerson *person)
{
  add_work (self, person->id, person->title, person->work_before, person->work_after);
  if (person->peak_before != person->peak_after)
    add (self, WAY_IMPACT_RESOURCES, person->id,
         g_strdup_printf (_("%s, fullest day"), person->title),
         way_percent_format ((double) person->peak_before),
         way_percent_format ((double) person->peak_after),
         way_percent_format ((double) (person->peak_after - person->peak_before)),
         mood_of (person->peak_after - MAX (100, person->peak_before)));
  if (person->over_before != person->over_after)
    add (self, WAY_IMPACT_RESOURCES, person->id,
         g_strdup_printf (_("%s, days with too much to do"), person->title),
         format_days (person->over_before, FALSE), format_days (person->over_after, FALSE),
         format_days (person->over_after - person->over_before, TRUE),
         mood_of (person->over_after - person->over_before));
}

static void
add_resources (Lines *self)
{
  const WayChangeImpact *impact = self->impact;

  if (impact->work_before != impact->work_after)
    add_work (self, 0, _("Work"), impact->work_before, impact->work_after);
  if (impact->cost_before != impact->cost_after)
    add_cost (self);
  for (guint i = 0; i < impact->people->len && i < MOST_NOTES; i++)
    add_person (self, &g_array_index (impact->people, WayImpactPerson, i));
}

static void
add_notes (Lines *self, WayImpactArea area, const GArray *notes, WayImpactMood mood)
{
  for (guint i = 0; i < notes->len && i < MOST_NOTES; i++)
    {
      const WayImpactNote *note = &g_array_index (notes, WayImpactNote, i);

      add (self, area, note->id, g_strdup (note->title), NULL, NULL, g_strdup (note->text), mood);
    }
  if (notes->len > MOST_NOTES)
    add (self, area, 0, g_strdup ("…"), NULL, NULL,
         g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "and %u more", "and %u more",
                                       notes->len - MOST_NOTES), notes->len - MOST_NOTES), mood);
}

/**
 * way_impact_lines:
 * @plan: for its units and currency
 *
 * Returns: (transfer full) (element-type WayImpactLine): area by area
 */
GPtrArray *
way_impact_lines (const WayChangeImpact *impact, WayPlan *plan)
{
  Lines self = { impact, plan, g_ptr_array_new_with_free_func (free_line) };

  add_finish (&self, &impact->finish, _("Finish of the plan"));
  for (guint i = 0; i < impact->milestones->len && i < MOST_NOTES; i++)
    {
      const WayImpactFinish *finish = &g_array_index (impact->milestones, WayImpactFinish, i);

      add_finish (&self, finish, finish->title);
    }
  add_critical_path (&self);
  add_resources (&self);
  add_notes (&self, WAY_IMPACT_SCOPE, impact->scope, WAY_MOOD_NEUTRAL);
  add_notes (&self, WAY_IMPACT_QUALITY, impact->quality, WAY_MOOD_NEUTRAL);
  add_notes (&self, WAY_IMPACT_DEPENDENCIES, impact->dependencies, WAY_MOOD_NEUTRAL);
  add_notes (&self, WAY_IMPACT_BROKEN, impact->broken, WAY_MOOD_BAD);
  add_notes (&self, WAY_IMPACT_TELL, impact->tell, WAY_MOOD_NEUTRAL);
  return self.lines;
}

/**
 * way_impact_area_label:
 *
 * Returns: (transfer none): its heading, translated
 */
const char *
way_impact_area_label (WayImpactArea area)
{
  static const char *const labels[WAY_N_IMPACT_AREAS] = {
    [WAY_IMPACT_TIMELINE] = N_("Timeline"),
    [WAY_IMPACT_RESOURCES] = N_("Resources"),
    [WAY_IMPACT_SCOPE] = N_("Scope"),
    [WAY_IMPACT_QUALITY] = N_("Quality"),
    [WAY_IMPACT_DEPENDENCIES] = N_("Dependencies"),
    [WAY_IMPACT_BROKEN] = N_("No longer kept"),
    [WAY_IMPACT_TELL] = N_("To be told"),
  };

  return _ (labels[area]);
}

/**
 * way_impact_summary:
 *
 * Returns: (transfer full): "Finishes 2 working days later · 3 tasks edited, 5 moved · +800.00 €"
 */
char *
way_impact_summary (const WayChangeImpact *impact, WayPlan *plan)
{
  g_autoptr (GString) text = g_string_new (NULL);
  guint edited = (guint) (impact->edited + impact->added + impact->removed);
  guint moved = (guint) impact->shifted;
  g_autofree char *days = way_working_days_format (plan, impact->finish.shift);

  if (impact->finish.shift > 0)
    g_string_append_printf (text, _("The plan finishes %s later"), days);
  else if (impact->finish.shift < 0)
    g_string_append_printf (text, _("The plan finishes %s earlier"), days);
  else
    g_string_append (text, _("The plan finishes when it did"));
  if (edited > 0) /* links, people and the rest are edited too */
    g_string_append_printf (text, g_dngettext (GETTEXT_PACKAGE, " · %u row edited",
                                               " · %u rows edited", edited), edited);
  if (moved > 0)
    g_string_append_printf (text, g_dngettext (GETTEXT_PACKAGE, " · %u row moved by it",
                                               " · %u rows moved by it", moved), moved);
  return g_string_free (g_steal_pointer (&text), FALSE);
}
