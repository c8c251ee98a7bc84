/* way-change-impact-people.c: whose work a change touches, what it costs, and who is to be told.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-i18n.h"

#include "metrics/impact/way-change-impact-private.h"

#include "document/way-task-cost.h"
#include "metrics/way-figure.h"
#include "metrics/way-resource-load.h"

/* ------------------------------------------------------------------ work and cost */

/* @work: (out): minutes; @cost: (out): hundredths of the currency: of the whole plan */
void
way_change_impact_sum_up (WayPlan *plan, gint64 *work, gint64 *cost)
{
  const WayField *field = way_record_type_lookup ("assignment", "task");
  GPtrArray *assignments = way_plan_peek_records (plan, &way_assignment_type);
  GPtrArray *tasks = way_plan_peek_records (plan, &way_task_type);

  *work = *cost = 0;
  for (guint i = 0; i < assignments->len; i++)
    {
      *work += way_assignment_work (assignments->pdata[i]);
      *cost += way_assignment_cost (assignments->pdata[i]);
    }
  for (guint i = 0; i < tasks->len; i++)
    {
      const WayTask *task = tasks->pdata[i];

      if (!task->active)
        continue;
      *cost += task->fixed_cost;
      if (!task->summary
          && way_plan_get_referrers (plan, WAY_RECORD (tasks->pdata[i])->id, field)->len == 0)
        *work += task->work; /* estimated, with nobody on it yet */
    }
}

/* ------------------------------------------------------------------ loads */

static void
add_people_on (WayPlan *plan, gint64 task, GHashTable *people)
{
  const WayField *field = way_record_type_lookup ("assignment", "task");
  GPtrArray *assignments = way_plan_get_referrers (plan, task, field);

  for (guint i = 0; i < assignments->len; i++)
    g_hash_table_add (people, GSIZE_TO_POINTER (WAY_ASSIGNMENT (assignments->pdata[i])->resource));
}

static void
add_edited_people (WayComparison *self, const WayEdit *edit, GHashTable *people)
{
  WayPlan *plans[] = { self->old, self->new };

  for (guint i = 0; i < G_N_ELEMENTS (plans); i++)
    {
      WayRecord *record = way_plan_lookup (plans[i], edit->id);

      if (record != NULL && WAY_IS_ASSIGNMENT (record))
        g_hash_table_add (people, GSIZE_TO_POINTER (WAY_ASSIGNMENT (record)->resource));
      else if (record != NULL && WAY_IS_RESOURCE (record))
        g_hash_table_add (people, GSIZE_TO_POINTER (record->id));
    }
}

/* Whose work could be another one. A calendar may be anybody's. */
static GHashTable *
find_affected (WayComparison *self)
{
  GHashTable *people = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < self->impact->rows->len; i++)
    {
      const WayImpactRow *row = &g_array_index (self->impact->rows, WayImpactRow, i);

      if (row->how == WAY_IMPACT_MOVED && row->start_before == row->start_after
          && row->finish_before == row->finish_after)
        continue;
      add_people_on (self->old, row->id, people);
      add_people_on (self->new, row->id, people);
    }
  for (guint i = 0; i < way_changeset_get_n_edits (self->edits); i++)
    add_edited_people (self, way_changeset_get_edit (self->edits, i), people);
  if (way_changeset_touches (self->edits, &way_calendar_type)
      || way_changeset_touches (self->edits, &way_exception_type))
    {
      GPtrArray *all = way_plan_peek_records (self->new, &way_resource_type);

      for (guint i = 0; i < all->len; i++)
        g_hash_table_add (people, GSIZE_TO_POINTER (WAY_RECORD (all->pdata[i])->id));
    }
  return people;
}

static void
measure (WayPlan *plan, WayLoads *loads, gint64 id, gint64 *work, gint64 *peak, gint64 *over)
{
  WayRecord *record = way_plan_lookup (plan, id);
  g_autoptr (WayResourceLoad) load = NULL;

  if (record == NULL || WAY_RESOURCE (record)->kind != WAY_RESOURCE_WORK)
    return;
  load = way_resource_load_new (loads, WAY_RESOURCE (record));
  *work = way_resource_work (WAY_RESOURCE (record));
  *peak = way_resource_load_peak (load, NULL);
  *over = way_resource_load_over (load, load->first, NULL);
}

static void
compare_person (WayComparison *self, WayLoads *old, WayLoads *new, gint64 id)
{
  WayImpactPerson person = { .id = id };
  WayRecord *record = way_plan_lookup (self->new, id);

  if (record == NULL)
    record = way_plan_lookup (self->old, id);
  measure (self->old, old, id, &person.work_before, &person.peak_before, &person.over_before);
  measure (self->new, new, id, &person.work_after, &person.peak_after, &person.over_after);
  self->impact->over_before += person.over_before;
  self->impact->over_after += person.over_after;
  if (record == NULL
      || (person.work_before == person.work_after && person.peak_before == person.peak_after
          && person.over_before == person.over_after))
    return;
  person.title = g_strdup (record->title);
  g_array_append_val (self->impact->people, person);
}

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  gsize one = GPOINTER_TO_SIZE (*(gpointer *) a), other = GPOINTER_TO_SIZE (*(gpointer *) b);

  return (one > other) - (one < other);
}

static GPtrArray *
sorted_keys (GHashTable *set)
{
  GPtrArray *keys = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, set);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    g_ptr_array_add (keys, key);
  g_ptr_array_sort (keys, compare_ids);
  return keys;
}

/* ------------------------------------------------------------------ who is to be told */

/* Of what: by the person's id. */
static void
add_reason (GHashTable *reasons, gint64 person, char *text)
{
  GPtrArray *list = g_hash_table_lookup (reasons, GSIZE_TO_POINTER (person));

  if (person == 0)
    {
      g_free (text);
      return;
    }
  if (list == NULL)
    {
      list = g_ptr_array_new_with_free_func (g_free);
      g_hash_table_insert (reasons, GSIZE_TO_POINTER (person), list);
    }
  if (g_ptr_array_find_with_equal_func (list, text, g_str_equal, NULL))
    g_free (text);
  else
    g_ptr_array_add (list, text);
}

/* A stakeholder may have a stake in several milestones. */
static void
tell_stakeholder (WayComparison *self, const char *name, const char *text)
{
  for (guint i = 0; i < self->impact->tell->len; i++)
    {
      WayImpactNote *note = &g_array_index (self->impact->tell, WayImpactNote, i);

      if (note->id == 0 && g_str_equal (note->title, name))
        {
          char *both = g_strdup_printf ("%s; %s", note->text, text);

          g_free (note->text);
          note->text = both;
          return;
        }
    }
  way_change_impact_add_note (self->impact->tell, 0, name, text);
}

/* Those who answer for the milestone; and who has a stake in it, by name only. */
static void
tell_of_milestone (WayComparison *self, const WayImpactFinish *finish, GHashTable *reasons)
{
  WayRecord *record = way_plan_lookup (self->new, finish->id);
  WayMilestone *milestone;
  g_auto (GStrv) stakeholders = NULL;
  g_autofree char *text = way_impact_finish_describe (finish, self->new);
  WayRecord *initiative;

  if (record == NULL)
    record = way_plan_lookup (self->old, finish->id);
  milestone = WAY_MILESTONE (record);
  add_reason (reasons, record->owner, g_strdup (text));
  add_reason (reasons, milestone->product_owner, g_strdup (text));
  add_reason (reasons, milestone->technical_lead, g_strdup (text));
  initiative = way_plan_lookup (record->plan, milestone->initiative);
  if (initiative != NULL)
    add_reason (reasons, initiative->owner, g_strdup (text));
  stakeholders = g_strsplit (milestone->stakeholders, "\n", -1);
  for (guint i = 0; stakeholders[i] != NULL; i++)
    if (g_strstrip (stakeholders[i])[0] != '\0')
      tell_stakeholder (self, stakeholders[i], text);
}

static void
count_rows_of (WayPlan *plan, const WayImpactRow *row, GHashTable *counts)
{
  g_autoptr (GHashTable) people = g_hash_table_new (NULL, NULL);
  WayRecord *task = way_plan_lookup (plan, row->id);
  GHashTableIter iter;
  gpointer id;

  if (task == NULL)
    return;
  add_people_on (plan, row->id, people);
  if (task->owner != 0)
    g_hash_table_add (people, GSIZE_TO_POINTER (task->owner));
  g_hash_table_iter_init (&iter, people);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    g_hash_table_insert (counts, id,
                         GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (counts, id)) + 1));
}

static void
tell_of_rows (WayComparison *self, GHashTable *reasons)
{
  g_autoptr (GHashTable) counts = g_hash_table_new (NULL, NULL);
  GHashTableIter iter;
  gpointer id, count;

  for (guint i = 0; i < self->impact->rows->len; i++)
    {
      const WayImpactRow *row = &g_array_index (self->impact->rows, WayImpactRow, i);

      if (row->summary || (row->how == WAY_IMPACT_MOVED && row->start_before == row->start_after
                           && row->finish_before == row->finish_after))
        continue;
      count_rows_of (row->how == WAY_IMPACT_REMOVED ? self->old : self->new, row, counts);
    }
  g_hash_table_iter_init (&iter, counts);
  while (g_hash_table_iter_next (&iter, &id, &count))
    {
      guint n = GPOINTER_TO_UINT (count);

      add_reason (reasons, (gint64) GPOINTER_TO_SIZE (id),
                  g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u task changes",
                                                "%u tasks change", n), n));
    }
}

static void
find_who_to_tell (WayComparison *self)
{
  g_autoptr (GHashTable) reasons
      = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);
  g_autoptr (GPtrArray) people = NULL;

  for (guint i = 0; i < self->impact->milestones->len; i++)
    tell_of_milestone (self, &g_array_index (self->impact->milestones, WayImpactFinish, i),
                       reasons);
  tell_of_rows (self, reasons);
  people = sorted_keys (reasons);
  for (guint i = 0; i < people->len; i++)
    {
      gint64 id = (gint64) GPOINTER_TO_SIZE (people->pdata[i]);
      GPtrArray *list = g_hash_table_lookup (reasons, people->pdata[i]);
      WayRecord *person = way_plan_lookup (self->new, id);
      g_autofree char *text = NULL;

      if (person == NULL)
        person = way_plan_lookup (self->old, id);
      g_ptr_array_add (list, NULL);
      text = g_strjoinv ("; ", (char **) list->pdata);
      if (person != NULL)
        way_change_impact_add_note (self->impact->tell, id, person->title, text);
    }
}

/* Work, cost, loads, and who is to be told. Needs rows and milestones. */
void
way_change_impact_compare_people (WayComparison *self)
{
  g_autoptr (GHashTable) affected = find_affected (self);
  g_autoptr (GPtrArray) ids = sorted_keys (affected);
  g_autoptr (WayLoads) old = way_loads_new (self->old);
  g_autoptr (WayLoads) new = way_loads_new (self->new);

  way_change_impact_sum_up (self->old, &self->impact->work_before, &self->impact->cost_before);
  way_change_impact_sum_up (self->new, &self->impact->work_after, &self->impact->cost_after);
  for (guint i = 0; i < ids->len; i++)
    compare_person (self, old, new, (gint64) GPOINTER_TO_SIZE (ids->pdata[i]));
  find_who_to_tell (self);
}
