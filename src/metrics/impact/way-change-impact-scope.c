/* way-change-impact-scope.c: WayChangeImpact, what is edited, and what is no longer kept.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-i18n.h"

#include "metrics/impact/way-change-impact-private.h"

#include "metrics/way-figure.h"
#include "schedule/way-network-types.h"

/* How to name a record that a change is about, wherever it still is. */
static char *
name_of (WayPlan *plan, WayRecord *record)
{
  if (WAY_IS_ASSIGNMENT (record))
    {
      WayRecord *task = way_plan_lookup (plan, WAY_ASSIGNMENT (record)->task);
      WayRecord *person = way_plan_lookup (plan, WAY_ASSIGNMENT (record)->resource);

      if (task != NULL && person != NULL)
        return g_strdup_printf ("%s: %s", task->title, person->title);
    }
  return way_record_dup_label (record);
}

/* "Duration: 5d → 3d", or NULL for what only the machine reads. */
static char *
describe_set (WayRecord *record, const WayEdit *edit)
{
  g_autofree char *before = NULL, *after = NULL;

  if (edit->field->flags & WAY_FIELD_HIDDEN)
    return NULL;
  if (edit->field->flags & WAY_FIELD_MULTILINE)
    return g_strdup (_ (edit->field->label));
  before = way_record_format_value (record, edit->field, &edit->before);
  after = way_record_format_value (record, edit->field, &edit->after);
  return g_strdup_printf ("%s: %s → %s", _ (edit->field->label), before[0] != '\0' ? before : "–",
                          after[0] != '\0' ? after : "–");
}

/* All sets of one record stand together, from @first on. */
static char *
describe_sets (WayComparison *self, guint first, WayRecord *record)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = first; i < way_changeset_get_n_edits (self->edits); i++)
    {
      const WayEdit *edit = way_changeset_get_edit (self->edits, i);
      g_autofree char *one = NULL;

      if (edit->kind != WAY_EDIT_SET || edit->id != record->id)
        break;
      one = describe_set (record, edit);
      if (one != NULL)
        g_string_append_printf (text, "%s%s", text->len > 0 ? "; " : "", one);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
add_edit (WayComparison *self, guint index)
{
  const WayEdit *edit = way_changeset_get_edit (self->edits, index);
  WayPlan *plan = edit->kind == WAY_EDIT_DELETE ? self->old : self->new;
  WayRecord *record = way_plan_lookup (plan, edit->id);
  GArray *notes = edit->type == &way_checklist_item_type ? self->impact->quality
                                                         : self->impact->scope;
  g_autofree char *name = NULL, *text = NULL;

  if (record == NULL)
    return;
  name = name_of (plan, record);
  if (edit->kind == WAY_EDIT_CREATE)
    /* Translators: %s = kind of record, as in “Task added” */
    text = g_strdup_printf (_("%s added"), _ (edit->type->label));
  else if (edit->kind == WAY_EDIT_DELETE)
    text = g_strdup_printf (_("%s removed"), _ (edit->type->label));
  else
    text = describe_sets (self, index, record);
  if (text[0] != '\0')
    way_change_impact_add_note (notes, edit->id, name, text);
}

/* What is edited, one note a record: checklists under quality, all else under scope. */
void
way_change_impact_find_scope (WayComparison *self)
{
  gint64 last = 0;

  for (guint i = 0; i < way_changeset_get_n_edits (self->edits); i++)
    {
      const WayEdit *edit = way_changeset_get_edit (self->edits, i);

      if (edit->kind != WAY_EDIT_SET || edit->id != last)
        add_edit (self, i);
      last = edit->id;
    }
}

static void
add_broken (WayComparison *self, WayTask *task, guint bits)
{
  static const struct
  {
    guint bit;
    const char *text;
  } kinds[] = {
    { WAY_CONFLICT_DEADLINE, N_("finishes after its deadline") },
    { WAY_CONFLICT_CONSTRAINT, N_("cannot keep the date that it is fixed to") },
    { WAY_CONFLICT_MANUAL, N_("is set by hand before a link allows") },
    { WAY_CONFLICT_PROGRESS, N_("has begun before a link allows") },
    { WAY_CONFLICT_RANGE, N_("runs out of the years that can be scheduled") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (bits & kinds[i].bit)
      way_change_impact_add_note (self->impact->broken, WAY_RECORD (task)->id,
                                  WAY_RECORD (task)->title, _ (kinds[i].text));
}

/* What is kept before the change and not after it: dates fixed, deadlines, promised dates. */
void
way_change_impact_find_broken (WayComparison *self)
{
  g_autoptr (GPtrArray) rows = way_document_get_conflicted (self->after);

  for (guint i = 0; i < rows->len; i++)
    {
      WayTask *task = rows->pdata[i];
      WayTask *old = way_plan_lookup_task (self->old, WAY_RECORD (task)->id);
      guint bits = way_document_get_conflicts (self->after, task, NULL);

      if (old != NULL)
        bits &= ~way_document_get_conflicts (self->before, old, NULL);
      add_broken (self, task, bits);
    }
  for (guint i = 0; i < self->impact->milestones->len; i++)
    {
      const WayImpactFinish *finish
          = &g_array_index (self->impact->milestones, WayImpactFinish, i);

      if (finish->past_target_after > 0 && finish->past_target_before <= 0)
        {
          g_autofree char *days = way_working_days_format (self->new, finish->past_target_after);
          g_autofree char *text = g_strdup_printf (_("misses its promised date by %s"), days);

          way_change_impact_add_note (self->impact->broken, finish->id, finish->title, text);
        }
    }
}
