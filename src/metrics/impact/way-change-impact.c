/* way-change-impact.c: WayChangeImpact, what a change does: the plan before it beside the plan after.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "metrics/impact/way-change-impact-private.h"

#include "document/way-milestone-figures.h"
#include "document/way-sandbox.h"

static void
clear_finish (gpointer data)
{
  g_free (((WayImpactFinish *) data)->title);
}

static void
clear_row (gpointer data)
{
  g_free (((WayImpactRow *) data)->title);
}

static void
clear_person (gpointer data)
{
  g_free (((WayImpactPerson *) data)->title);
}

static void
clear_note (gpointer data)
{
  WayImpactNote *note = data;

  g_free (note->title);
  g_free (note->text);
}

static GArray *
new_list (gsize size, GDestroyNotify clear)
{
  GArray *list = g_array_new (FALSE, TRUE, (guint) size);

  g_array_set_clear_func (list, clear);
  return list;
}

WayChangeImpact *
way_change_impact_new_empty (void)
{
  WayChangeImpact *self = g_new0 (WayChangeImpact, 1);

  self->finish.before = self->finish.after = self->finish.target = WAY_NEVER;
  self->milestones = new_list (sizeof (WayImpactFinish), clear_finish);
  self->rows = new_list (sizeof (WayImpactRow), clear_row);
  self->people = new_list (sizeof (WayImpactPerson), clear_person);
  self->scope = new_list (sizeof (WayImpactNote), clear_note);
  self->quality = new_list (sizeof (WayImpactNote), clear_note);
  self->dependencies = new_list (sizeof (WayImpactNote), clear_note);
  self->broken = new_list (sizeof (WayImpactNote), clear_note);
  self->tell = new_list (sizeof (WayImpactNote), clear_note);
  return self;
}

void
way_change_impact_free (WayChangeImpact *self)
{
  if (self == NULL)
    return;
  g_free (self->finish.title);
  g_array_unref (self->milestones);
  g_array_unref (self->rows);
  g_array_unref (self->people);
  g_array_unref (self->scope);
  g_array_unref (self->quality);
  g_array_unref (self->dependencies);
  g_array_unref (self->broken);
  g_array_unref (self->tell);
  g_free (self);
}

void
way_change_impact_add_note (GArray *notes, gint64 id, const char *title, const char *text)
{
  WayImpactNote note = { id, g_strdup (title), g_strdup (text) };

  g_array_append_val (notes, note);
}

/* The figures of the list of rows. */
void
way_change_impact_count_rows (WayChangeImpact *self)
{
  gint64 *figures[] = { [WAY_IMPACT_ADDED] = &self->added, [WAY_IMPACT_REMOVED] = &self->removed,
                        [WAY_IMPACT_EDITED] = &self->edited, [WAY_IMPACT_MOVED] = &self->moved };

  for (guint i = 0; i < self->rows->len; i++)
    {
      const WayImpactRow *row = &g_array_index (self->rows, WayImpactRow, i);

      *figures[CLAMP (row->how, 0, (gint64) G_N_ELEMENTS (figures) - 1)] += 1;
      self->shifted += row->how == WAY_IMPACT_MOVED
                       && (row->start_before != row->start_after
                           || row->finish_before != row->finish_after);
    }
}

static gboolean
is_edited (WayComparison *self, gint64 id)
{
  return g_hash_table_contains (self->edited, GSIZE_TO_POINTER (id));
}

static void
note_before (WayImpactRow *row, const WayTask *task)
{
  row->start_before = task->start;
  row->finish_before = task->finish;
  row->critical_before = task->critical;
  row->float_before = task->total_float;
}

static void
note_after (WayImpactRow *row, const WayTask *task)
{
  row->start_after = task->start;
  row->finish_after = task->finish;
  row->critical_after = task->critical;
  row->float_after = task->total_float;
}

static void
add_row (WayComparison *self, WayTask *old, WayTask *new, WayImpactHow how)
{
  WayTask *either = new != NULL ? new : old;
  WayImpactRow row = {
    .id = WAY_RECORD (either)->id,
    .title = g_strdup (WAY_RECORD (either)->title),
    .how = how,
    .summary = either->summary,
    .start_before = WAY_NEVER, .finish_before = WAY_NEVER,
    .start_after = WAY_NEVER, .finish_after = WAY_NEVER,
  };

  if (old != NULL)
    note_before (&row, old);
  if (new != NULL)
    note_after (&row, new);
  g_array_append_val (self->impact->rows, row);
}

static gboolean
looks_the_same (const WayTask *old, const WayTask *new)
{
  return old->start == new->start && old->finish == new->finish
         && old->critical == new->critical && old->total_float == new->total_float
         && old->active == new->active;
}

static void
compare_row (WayComparison *self, WayTask *new)
{
  WayTask *old = way_plan_lookup_task (self->old, WAY_RECORD (new)->id);

  if (old == NULL)
    add_row (self, NULL, new, WAY_IMPACT_ADDED);
  else if (is_edited (self, WAY_RECORD (new)->id))
    add_row (self, old, new, WAY_IMPACT_EDITED);
  else if (!looks_the_same (old, new))
    add_row (self, old, new, WAY_IMPACT_MOVED);
  if (old == NULL || new->summary || !new->active || !old->active)
    return;
  self->impact->float_used += MAX (0, old->total_float - new->total_float);
}

static gint64
count_critical (GPtrArray *outline)
{
  gint64 n = 0;

  for (guint i = 0; i < outline->len; i++)
    {
      const WayTask *task = outline->pdata[i];

      n += task->critical && !task->summary && task->active;
    }
  return n;
}

/* What is gone comes last. */
static void
compare_rows (WayComparison *self)
{
  GPtrArray *old = way_plan_get_outline (self->old);
  GPtrArray *new = way_plan_get_outline (self->new);

  for (guint i = 0; i < new->len; i++)
    compare_row (self, new->pdata[i]);
  for (guint i = 0; i < old->len; i++)
    if (way_plan_lookup_task (self->new, WAY_RECORD (old->pdata[i])->id) == NULL)
      add_row (self, old->pdata[i], NULL, WAY_IMPACT_REMOVED);
  way_change_impact_count_rows (self->impact);
  self->impact->critical_before = count_critical (old);
  self->impact->critical_after = count_critical (new);
}

static WayMoment
finish_of (WayPlan *plan)
{
  GPtrArray *outline = way_plan_get_outline (plan);
  WayMoment finish = WAY_NEVER;

  for (guint i = 0; i < outline->len; i++)
    {
      const WayTask *task = outline->pdata[i];

      if (task->active && task->finish != WAY_NEVER)
        finish = MAX (finish, task->finish); /* WAY_NEVER is before all */
    }
  return finish;
}

/* The shift is told in the working time of the plan as it becomes. */
static void
measure_shift (WayComparison *self, WayImpactFinish *finish)
{
  finish->shift = finish->before != WAY_NEVER
                      ? way_finish_variance (self->after, way_finish_day (finish->before),
                                             finish->after)
                      : 0;
}

static void
compare_finish (WayComparison *self)
{
  WayImpactFinish *finish = &self->impact->finish;
  WayProject *project = way_plan_get_project (self->new);

  finish->title = g_strdup (WAY_RECORD (project)->title);
  finish->before = finish_of (self->old);
  finish->after = finish_of (self->new);
  measure_shift (self, finish);
}

static void
compare_milestone (WayComparison *self, WayMilestone *old, WayMilestone *new)
{
  WayMilestone *either = new != NULL ? new : old;
  WayImpactFinish finish = {
    .id = WAY_RECORD (either)->id,
    .before = old != NULL ? old->forecast : WAY_NEVER,
    .after = new != NULL ? new->forecast : WAY_NEVER,
    .target = either->target_date,
    .past_target_before = old != NULL ? old->variance : 0,
    .past_target_after = new != NULL ? new->variance : 0,
  };

  if (old != NULL && new != NULL && old->forecast == new->forecast
      && old->target_date == new->target_date)
    return;
  finish.title = g_strdup (WAY_RECORD (either)->title);
  measure_shift (self, &finish);
  g_array_append_val (self->impact->milestones, finish);
}

static void
compare_milestones (WayComparison *self)
{
  GPtrArray *old = way_plan_peek_records (self->old, &way_milestone_type);
  GPtrArray *new = way_plan_peek_records (self->new, &way_milestone_type);

  for (guint i = 0; i < new->len; i++)
    compare_milestone (self, (WayMilestone *) way_plan_lookup (self->old,
                                                               WAY_RECORD (new->pdata[i])->id),
                       new->pdata[i]);
  for (guint i = 0; i < old->len; i++)
    if (way_plan_lookup (self->new, WAY_RECORD (old->pdata[i])->id) == NULL)
      compare_milestone (self, old->pdata[i], NULL);
}

static void
collect_edited (WayComparison *self)
{
  for (guint i = 0; i < way_changeset_get_n_edits (self->edits); i++)
    {
      const WayEdit *edit = way_changeset_get_edit (self->edits, i);

      /* Rows make room for others: that is no change of theirs. */
      if (edit->kind != WAY_EDIT_SET || !g_str_equal (edit->field->name, "rank"))
        g_hash_table_add (self->edited, GSIZE_TO_POINTER (edit->id));
    }
}

/**
 * way_change_impact_new:
 * @before: the plan
 * @after: a sandbox of it, in which the change is made
 *
 * Returns: (transfer full): what is different
 */
WayChangeImpact *
way_change_impact_new (WayDocument *before, WayDocument *after)
{
  g_autoptr (WayChangeset) edits = way_sandbox_get_changeset (after, "");
  g_autoptr (GHashTable) edited = g_hash_table_new (NULL, NULL);
  WayComparison comparison = {
    before, after, way_document_get_plan (before), way_document_get_plan (after), edits, edited,
    way_change_impact_new_empty (),
  };

  collect_edited (&comparison);
  compare_finish (&comparison);
  compare_milestones (&comparison);
  compare_rows (&comparison);
  way_change_impact_find_dependencies (&comparison);
  way_change_impact_find_broken (&comparison);
  way_change_impact_find_scope (&comparison);
  way_change_impact_compare_people (&comparison);
  return comparison.impact;
}
