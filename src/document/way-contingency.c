/* way-contingency.c: the contingency plan of a risk: its steps, and starting them.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A step that is work for days is a row of the timeline, so that the schedule knows it; a step that
 * is done by somebody one day is an action. */

#include "model/way-i18n.h"

#include "document/way-contingency.h"

#include "document/way-derivation.h"
#include "document/way-outline.h"
#include "document/way-task-edits.h"
#include "model/way-error.h"

static void
free_step (gpointer data)
{
  WayContingencyStep *step = data;

  g_free (step->title);
  g_free (step);
}

/* Without blanks around them, and without those that are empty. */
static char **
split_lines (const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (char **line = lines; *line != NULL; line++)
    if (g_strstrip (*line)[0] != '\0')
      g_strv_builder_add (builder, *line);
  return g_strv_builder_end (builder);
}

/**
 * way_contingency_get_steps:
 *
 * Returns: (transfer full) (element-type WayContingencyStep): one for each line of the plan, as an
 *   action of who owns the risk; a row would last a day
 */
GPtrArray *
way_contingency_get_steps (WayRisk *risk)
{
  GPtrArray *steps = g_ptr_array_new_with_free_func (free_step);
  g_auto (GStrv) lines = split_lines (risk->contingency);

  for (char **line = lines; *line != NULL; line++)
    {
      WayContingencyStep *step = g_new0 (WayContingencyStep, 1);

      step->title = g_strdup (*line);
      step->owner = WAY_RECORD (risk)->owner;
      step->duration = way_plan_get_unit_rates (WAY_RECORD (risk)->plan).minutes_per_day;
      step->unit = WAY_UNIT_DAYS;
      g_ptr_array_add (steps, step);
    }
  return steps;
}

/**
 * way_contingency_dup_people:
 *
 * Returns: (transfer full): who is to be told when the plan starts
 */
char **
way_contingency_dup_people (WayRisk *risk)
{
  return split_lines (risk->inform);
}

typedef struct
{
  WayDocument *document;
  WayRisk *risk;
  const WayContingencyRows *rows;
  WayTask *place;  /* (nullable) */
  WayTask *before; /* (nullable): the row that was made last */
} Start;

static WayTask *
insert_row (Start *self, const char *title, GError **error)
{
  if (self->place == NULL || self->place->summary)
    return way_outline_append_child (self->document, self->place, title, error);
  return way_outline_insert (self->document, self->before != NULL ? self->before : self->place,
                             title, error);
}

/* What follows nothing would begin with the plan: it begins now. */
static gboolean
set_begin (Start *self, WayTask *task, GError **error)
{
  if (self->rows->chained && self->before != NULL)
    return way_task_link (self->document, self->before, task, WAY_LINK_FS, 0, WAY_UNIT_DAYS, error)
           != NULL;
  way_document_set_int (self->document, WAY_RECORD (task), "constraint_type", WAY_CONSTRAINT_SNET);
  way_document_set_int (self->document, WAY_RECORD (task), "constraint_date",
                        way_document_get_status_date (self->document));
  return TRUE;
}

static WayRecord *
add_row (Start *self, const WayContingencyStep *step, GError **error)
{
  WayTask *task = insert_row (self, step->title, error);
  WayRecord *relation;

  if (task == NULL
      || !way_task_edit_duration (self->document, task, step->duration, step->unit, error)
      || !set_begin (self, task, error))
    return NULL;
  way_document_set_int (self->document, WAY_RECORD (task), "owner", step->owner);
  relation = way_document_create_record (self->document, &way_relation_type);
  way_document_set_int (self->document, relation, "subject", WAY_RECORD (self->risk)->id);
  way_document_set_int (self->document, relation, "other", WAY_RECORD (task)->id);
  self->before = task;
  return WAY_RECORD (task);
}

static WayRecord *
add_action (Start *self, const WayContingencyStep *step)
{
  WayRecord *action = way_derive_action (self->document, WAY_RECORD (self->risk),
                                         WAY_ACTION_RESPONSE, step->title);

  way_document_set_int (self->document, action, "owner", step->owner);
  return action;
}

static void
tell_people (Start *self, GPtrArray *made)
{
  g_auto (GStrv) people = way_contingency_dup_people (self->risk);

  for (char **person = people; *person != NULL; person++)
    {
      /* Translators: an action; %s is a person or a group */
      g_autofree char *title = g_strdup_printf (_("Tell %s"), *person);

      g_ptr_array_add (made, way_derive_action (self->document, WAY_RECORD (self->risk),
                                                WAY_ACTION_FOLLOW_UP, title));
    }
}

static gboolean
find_place (Start *self, GError **error)
{
  if (self->rows->place == 0)
    return TRUE;
  self->place = way_plan_lookup_task (way_document_get_plan (self->document), self->rows->place);
  if (self->place != NULL)
    return TRUE;
  g_set_error_literal (error, WAY_ERROR, WAY_ERROR_CONFLICT,
                       _("The row that the tasks were to go to was deleted meanwhile. "
                         "Choose another one."));
  return FALSE;
}

/**
 * way_contingency_start:
 * @steps: (element-type WayContingencyStep)
 * @error: why nothing is to be kept of it: the scope has to be rolled back
 *
 * Makes rows and actions of the steps, and an action for each who is to be told, inside the open
 * scope. Rows begin on the status date, or one after the other, and are related to the risk.
 *
 * Returns: (transfer full) (nullable) (element-type WayRecord): what was made
 */
GPtrArray *
way_contingency_start (WayDocument *document, WayRisk *risk, GPtrArray *steps,
                       const WayContingencyRows *rows, GError **error)
{
  g_autoptr (GPtrArray) made = g_ptr_array_new ();
  Start self = { document, risk, rows, NULL, NULL };

  if (steps->len == 0)
    {
      g_set_error (error, WAY_ERROR, WAY_ERROR_INVALID, _("“%s” has no contingency plan yet."),
                   WAY_RECORD (risk)->title);
      return NULL;
    }
  if (!find_place (&self, error))
    return NULL;
  for (guint i = 0; i < steps->len; i++)
    {
      const WayContingencyStep *step = steps->pdata[i];
      WayRecord *record = step->task ? add_row (&self, step, error) : add_action (&self, step);

      if (record == NULL)
        return NULL;
      g_ptr_array_add (made, record);
    }
  tell_people (&self, made);
  return g_steal_pointer (&made);
}
