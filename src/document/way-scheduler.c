/* way-scheduler.c: WayScheduler, the bridge between a plan's records and the network's arrays.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-i18n.h"

#include "document/way-scheduler-private.h"
#include "model/way-error.h"
#include "model/way-record-private.h"

/* What a changeset asks of the network. */
typedef enum
{
  REACH_NOTHING,
  REACH_VALUES,
  REACH_LINKS,     /* come, gone or with other ends; the rows stay */
  REACH_STRUCTURE,
} Reach;

WayScheduler *
way_scheduler_new (WayPlan *plan)
{
  WayScheduler *self = g_new0 (WayScheduler, 1);
  const struct
  {
    const WayField **place;
    const char *name;
  } fields[] = {
    { &self->start, "start" },           { &self->finish, "finish" },
    { &self->span, "span" },             { &self->complete, "complete" },
    { &self->critical, "critical" },     { &self->early_start, "early_start" },
    { &self->early_finish, "early_finish" }, { &self->late_start, "late_start" },
    { &self->late_finish, "late_finish" },   { &self->total_float, "total_float" },
    { &self->free_float, "free_float" },
  };

  self->plan = plan;
  self->stale = TRUE;
  self->unwritten = g_array_new (FALSE, TRUE, sizeof (guint64));
  self->ignored = g_hash_table_new (NULL, NULL);
  self->ignored_settled = g_hash_table_new (NULL, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    *fields[i].place = way_record_type_lookup ("task", fields[i].name);
  return self;
}

void
way_scheduler_free (WayScheduler *self)
{
  g_clear_pointer (&self->build, way_network_build_free);
  g_array_unref (self->unwritten);
  g_free (self->summaries);
  g_free (self->due);
  g_clear_pointer (&self->rollup, way_rollup_free);
  g_hash_table_unref (self->ignored);
  g_hash_table_unref (self->ignored_settled);
  g_free (self);
}

/**
 * way_scheduler_invalidate:
 *
 * The next run builds the network anew.
 */
void
way_scheduler_invalidate (WayScheduler *self)
{
  self->stale = TRUE;
}

gboolean
way_scheduler_is_stale (WayScheduler *self)
{
  return self->stale;
}

static gboolean
type_has_flag (const WayRecordType *type, guint flags)
{
  for (guint i = 0; i < type->n_fields; i++)
    if ((type->fields[i].flags & flags) != 0)
      return TRUE;
  return FALSE;
}

static Reach
classify (const WayChangeset *changeset, guint first)
{
  Reach reach = REACH_NOTHING;

  for (guint i = first; i < way_changeset_get_n_edits (changeset) && reach < REACH_STRUCTURE; i++)
    {
      const WayEdit *edit = way_changeset_get_edit (changeset, i);
      guint all = WAY_FIELD_SCHEDULE | WAY_FIELD_STRUCTURE;

      if (edit->kind != WAY_EDIT_SET ? type_has_flag (edit->type, all)
                                     : (edit->field->flags & WAY_FIELD_STRUCTURE) != 0)
        reach = edit->type == &way_link_type ? MAX (reach, REACH_LINKS) : REACH_STRUCTURE;
      else if (edit->kind == WAY_EDIT_SET && (edit->field->flags & WAY_FIELD_SCHEDULE) != 0)
        reach = MAX (reach, REACH_VALUES);
    }
  return reach;
}

static char *
name_rows (WayScheduler *self, GArray *rows)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < rows->len; i++)
    {
      WayRecord *task = self->build->tasks->pdata[g_array_index (rows, gint32, i)];

      g_string_append_printf (text, "%s“%s”", i > 0 ? " → " : "", task->title);
      if (i == 8 && rows->len > 10)
        {
          g_string_append (text, " → …");
          i = rows->len - 2;
        }
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
mark_ignored (WayScheduler *self)
{
  for (guint i = 0; i < self->build->links->len; i++)
    {
      gint64 id = WAY_RECORD (self->build->links->pdata[i])->id;

      if (g_hash_table_contains (self->ignored, GSIZE_TO_POINTER (id)))
        self->build->network->links[i].ignored = TRUE;
    }
}

static void
leave_out_cycles (WayScheduler *self)
{
  g_autoptr (GArray) links = g_array_new (FALSE, FALSE, sizeof (gint32));

  way_network_break_cycles (self->build->network, links);
  for (guint i = 0; i < links->len; i++)
    {
      WayRecord *link = self->build->links->pdata[g_array_index (links, gint32, i)];

      g_hash_table_add (self->ignored, GSIZE_TO_POINTER (link->id));
    }
  mark_ignored (self);
}

/* An edit may have opened one loop of several: its link comes in again. By id, so that
 * the same links are left out when the file is opened the next time. */
static void
take_back_in (WayScheduler *self)
{
  WayNetwork *network = self->build->network;
  g_autoptr (GArray) path = g_array_new (FALSE, FALSE, sizeof (gint32));

  for (guint i = 0; i < self->build->links->len; i++)
    {
      WayNetLink *flat = &network->links[i];
      gpointer id = GSIZE_TO_POINTER (WAY_RECORD (self->build->links->pdata[i])->id);

      if (!g_hash_table_contains (self->ignored, id)
          || way_network_would_cycle (network, flat->predecessor, flat->successor, path))
        continue;
      flat->ignored = FALSE;
      g_hash_table_remove (self->ignored, id);
      way_network_prepare (network, path);
    }
}

/* A loop that is new is refused, unless a file or the history brought it. */
static gboolean
prepare (WayScheduler *self, gboolean tolerant, GError **error)
{
  WayNetwork *network = self->build->network;
  g_autoptr (GArray) cycle = g_array_new (FALSE, FALSE, sizeof (gint32));
  g_autofree char *names = NULL;

  if (way_network_prepare (network, cycle))
    {
      g_hash_table_remove_all (self->ignored);
      return TRUE;
    }
  mark_ignored (self);
  g_array_set_size (cycle, 0);
  if (!way_network_prepare (network, cycle))
    {
      if (!tolerant)
        {
          names = name_rows (self, cycle);
          g_set_error (error, WAY_ERROR, WAY_ERROR_CYCLE,
                       _("This would make a loop, and nothing in it could start first: %s."),
                       names);
          return FALSE;
        }
      leave_out_cycles (self);
      way_network_prepare (network, cycle);
    }
  take_back_in (self);
  return TRUE;
}

static void
put_bit (guint64 *words, guint row, gboolean on)
{
  guint64 bit = G_GUINT64_CONSTANT (1) << (row % 64);

  words[row / 64] = on ? words[row / 64] | bit : words[row / 64] & ~bit;
}

/* What stands in the records, and what kind of row it is: so that thousands are looked at without a
 * visit to each. */
static void
note_records (WayScheduler *self)
{
  guint n_rows = self->build->tasks->len;

  g_free (self->summaries);
  self->summaries = g_new0 (guint64, n_rows / 64 + 1);
  g_free (self->due);
  self->due = g_new0 (guint64, n_rows / 64 + 1);
  for (guint row = 0; row < n_rows; row++)
    {
      const WayTask *task = self->build->tasks->pdata[row];

      way_network_keep (self->build->network, (gint32) row, task->start, task->finish);
      put_bit (self->summaries, row, self->build->network->results[row].summary);
      put_bit (self->due, row, task->deadline != WAY_NEVER);
    }
}

static gboolean
rebuild (WayScheduler *self, gboolean tolerant, GError **error)
{
  g_clear_pointer (&self->build, way_network_build_free);
  self->stale = TRUE;
  self->build = way_network_build_new (self->plan);
  if (!prepare (self, tolerant, error))
    return FALSE;
  way_network_schedule (self->build->network);
  note_records (self);
  self->stale = FALSE;
  self->ahead = FALSE;
  self->marked = FALSE;
  self->all_unwritten = TRUE;
  g_array_set_size (self->unwritten, 0);
  g_array_set_size (self->unwritten, self->build->tasks->len / 64 + 1);
  return TRUE;
}

static void
note_moved (WayScheduler *self)
{
  guint n_words;
  const guint64 *moved = way_network_get_changed (self->build->network, &n_words);
  guint64 *words = (guint64 *) (gpointer) self->unwritten->data;

  for (guint i = 0; i < n_words; i++)
    words[i] |= moved[i];
}

/* Other links between the same rows, whose results tell what they move. */
static gboolean
relink (WayScheduler *self, gboolean tolerant, GError **error)
{
  self->stale = TRUE;
  way_network_build_set_links (self->build);
  if (!prepare (self, tolerant, error))
    return FALSE;
  way_network_schedule (self->build->network);
  self->stale = FALSE;
  self->ahead = FALSE;
  self->marked = FALSE;
  note_moved (self);
  return TRUE;
}

static void
refresh_row (WayScheduler *self, WayTask *task, GArray *changed)
{
  gint32 row = (gint32) task->row;

  way_network_build_set_task (self->build, (guint) row);
  put_bit (self->due, (guint) row, task->deadline != WAY_NEVER);
  g_array_append_val (changed, row);
}

static void
refresh_link (WayScheduler *self, WayLink *link, GArray *changed)
{
  int index = way_network_build_find_link (self->build, link);
  const WayNetLink *flat;

  g_return_if_fail (index >= 0);
  way_network_build_set_link (self->build, (guint) index);
  flat = &self->build->network->links[index];
  g_array_append_val (changed, flat->predecessor);
  g_array_append_val (changed, flat->successor);
}

/* Copies the values that the changeset touches from its edit @first on; TRUE when they reach everything. */
static gboolean
refresh_values (WayScheduler *self, const WayChangeset *changeset, guint first, GArray *changed)
{
  gboolean options = FALSE;

  for (guint i = first; i < way_changeset_get_n_edits (changeset); i++)
    {
      const WayEdit *edit = way_changeset_get_edit (changeset, i);
      WayRecord *record = way_plan_lookup (self->plan, edit->id);

      if (edit->field == NULL || (edit->field->flags & WAY_FIELD_SCHEDULE) == 0)
        continue;
      if (WAY_IS_TASK (record))
        refresh_row (self, WAY_TASK (record), changed);
      else if (WAY_IS_LINK (record))
        refresh_link (self, WAY_LINK (record), changed);
      else if (WAY_IS_ASSIGNMENT (record))
        refresh_row (self, way_plan_lookup_task (self->plan, WAY_ASSIGNMENT (record)->task), changed);
      else
        options = TRUE;
    }
  if (options)
    way_network_build_set_options (self->build);
  return options;
}

static void
note_unwritten (WayScheduler *self, const gint32 *rows, guint n_rows)
{
  guint64 *words = (guint64 *) (gpointer) self->unwritten->data;

  for (guint i = 0; i < n_rows; i++)
    words[rows[i] / 64] |= G_GUINT64_CONSTANT (1) << (rows[i] % 64);
}

/* The first row from @row on whose results are not in the records; −1 = no more. */
static gint32
next_unwritten (WayScheduler *self, guint row)
{
  const guint64 *words = (const guint64 *) (gconstpointer) self->unwritten->data;
  guint64 word;

  if (self->all_unwritten)
    return row < self->build->tasks->len ? (gint32) row : -1;
  if (row / 64 >= self->unwritten->len)
    return -1;
  word = words[row / 64] & (G_MAXUINT64 << (row % 64));
  for (guint at = row / 64;;)
    {
      if (word != 0)
        return (gint32) (at * 64) + __builtin_ctzll (word);
      if (++at == self->unwritten->len)
        return -1;
      word = words[at];
    }
}

static void
forget_unwritten (WayScheduler *self)
{
  self->all_unwritten = FALSE;
  memset (self->unwritten->data, 0, self->unwritten->len * sizeof (guint64));
}

/* Takes over the values of the edits from @first on. */
static void
take_values (WayScheduler *self, const WayChangeset *changeset, guint first)
{
  g_autoptr (GArray) changed = g_array_new (FALSE, FALSE, sizeof (gint32));

  if (refresh_values (self, changeset, first, changed))
    {
      way_network_schedule (self->build->network);
      self->all_unwritten = TRUE;
      return;
    }
  way_network_mark (self->build->network, (const gint32 *) (gpointer) changed->data, changed->len);
  self->marked = TRUE;
  note_unwritten (self, (const gint32 *) (gpointer) changed->data, changed->len);
}

/* Schedules what the values reach; late dates may be left behind. */
static void
follow (WayScheduler *self)
{
  if (!self->marked)
    return;
  way_network_reschedule_early (self->build->network, NULL, 0);
  self->ahead = TRUE;
  self->marked = FALSE;
  note_moved (self);
}

static void
catch_up (WayScheduler *self)
{
  if (!self->ahead)
    return;
  self->ahead = FALSE;
  way_network_reschedule_late (self->build->network);
  note_moved (self);
}

static gboolean
take_in (WayScheduler *self, const WayChangeset *changeset, GError **error)
{
  guint first = changeset == self->scope ? self->n_taken : 0;
  Reach reach = changeset != NULL ? classify (changeset, first) : REACH_STRUCTURE;
  gboolean tolerant = changeset == NULL || changeset->origin == WAY_ORIGIN_IMPORT
                      || changeset->origin == WAY_ORIGIN_UNDO
                      || changeset->origin == WAY_ORIGIN_REDO;

  if (reach == REACH_STRUCTURE || self->stale)
    {
      if (!rebuild (self, tolerant, error))
        return FALSE;
    }
  else if (reach != REACH_NOTHING)
    {
      if (reach == REACH_LINKS && !relink (self, tolerant, error))
        return FALSE;
      take_values (self, changeset, first);
    }
  self->scope = changeset;
  self->n_taken = changeset != NULL ? way_changeset_get_n_edits (changeset) : 0;
  return TRUE;
}

/**
 * way_scheduler_look_ahead:
 * @changeset: what has been applied to the plan
 * @error: %WAY_ERROR_CYCLE, naming the loop
 *
 * Brings the network up to date and lays out the tasks; late dates, floats and conflicts may
 * stay behind until way_scheduler_run(). For what is thrown away again at the next movement of
 * the hand.
 */
gboolean
way_scheduler_look_ahead (WayScheduler *self, const WayChangeset *changeset, GError **error)
{
  if (!take_in (self, changeset, error))
    return FALSE;
  follow (self);
  return TRUE;
}

/**
 * way_scheduler_foresee:
 * @changeset: what has been applied to the plan
 *
 * Looks ahead only as far as the dates of @task need it.
 *
 * Returns: (transfer none) (nullable): what it finds for @task; %NULL when the task is gone or in
 * a loop
 */
const WayNetResult *
way_scheduler_foresee (WayScheduler *self, const WayChangeset *changeset, WayTask *task)
{
  if (!take_in (self, changeset, NULL) || !way_scheduler_knows (self, task))
    return NULL;
  if (self->marked)
    {
      way_network_reschedule_until (self->build->network, (gint32) task->row);
      self->ahead = TRUE;
      note_moved (self);
    }
  return way_scheduler_get_result (self, task);
}

/**
 * way_scheduler_run:
 * @changeset: (nullable): what has been applied to the plan; %NULL for a plan just opened
 * @error: %WAY_ERROR_CYCLE, naming the loop
 *
 * Brings the network up to date and schedules it. The records' derived fields stay
 * as they are until way_scheduler_write_results().
 */
gboolean
way_scheduler_run (WayScheduler *self, const WayChangeset *changeset, GError **error)
{
  if (!way_scheduler_look_ahead (self, changeset, error))
    return FALSE;
  catch_up (self);
  return TRUE;
}

static void
copy_set (GHashTable *to, GHashTable *from)
{
  GHashTableIter iter;
  gpointer item;

  g_hash_table_remove_all (to);
  g_hash_table_iter_init (&iter, from);
  while (g_hash_table_iter_next (&iter, &item, NULL))
    g_hash_table_add (to, item);
}

/**
 * way_scheduler_take_back:
 * @changeset: edits that have just been taken back from the plan
 *
 * Undoes with the next run what runs with @changeset have left in the network; after edits of
 * its structure it is stale until then.
 */
void
way_scheduler_take_back (WayScheduler *self, const WayChangeset *changeset)
{
  Reach reach = classify (changeset, 0);

  if (reach >= REACH_LINKS)
    self->stale = TRUE;
  else if (reach == REACH_VALUES && !self->stale)
    take_values (self, changeset, 0);
  copy_set (self->ignored, self->ignored_settled);
  self->scope = NULL;
}

/**
 * way_scheduler_forget:
 * @changeset: edits that have just been taken back from the plan
 *
 * Like way_scheduler_take_back(), and at once: what reads the network finds the plan.
 */
void
way_scheduler_forget (WayScheduler *self, const WayChangeset *changeset)
{
  gboolean ahead = self->ahead;

  way_scheduler_take_back (self, changeset);
  if (self->stale || !self->marked)
    return;
  follow (self);
  if (!ahead)
    catch_up (self);
  if (!self->all_unwritten) /* all is again as the records have it */
    forget_unwritten (self);
}

static gint64
span_of (WayNetworkBuild *build, guint row)
{
  const WayNetResult *result = &build->network->results[row];

  if (!result->summary)
    return build->network->tasks[row].duration;
  return way_worktime_between (build->network->calendars[build->network->options.calendar],
                               result->start, result->finish);
}

static void
write_result (WayScheduler *self, guint row)
{
  WayRecord *task = self->build->tasks->pdata[row];
  const WayNetResult *result = &self->build->network->results[row];

  way_network_keep (self->build->network, (gint32) row, result->start, result->finish);
  way_record_set_derived (task, self->start, result->start);
  way_record_set_derived (task, self->finish, result->finish);
  way_record_set_derived (task, self->span, span_of (self->build, row));
  way_record_set_derived (task, self->early_start, result->early_start);
  way_record_set_derived (task, self->early_finish, result->early_finish);
  way_record_set_derived (task, self->late_start, result->late_start);
  way_record_set_derived (task, self->late_finish, result->late_finish);
  way_record_set_derived (task, self->total_float, result->total_float);
  way_record_set_derived (task, self->free_float, result->free_float);
  way_record_set_derived (task, self->critical, result->critical);
}

static void
write_complete (WayScheduler *self, gint32 row)
{
  way_record_set_derived (self->build->tasks->pdata[row], self->complete,
                          way_rollup_get_percent (self->rollup, self->build->network, row));
}

static void
write_all_progress (WayScheduler *self)
{
  g_clear_pointer (&self->rollup, way_rollup_free);
  self->rollup = way_rollup_new (self->build->network);
  for (guint row = 0; row < self->build->tasks->len; row++)
    write_complete (self, (gint32) row);
}

/* Of a row that may have changed, and of those above it. */
static void
write_progress (WayScheduler *self, gint32 row)
{
  const WayNetwork *network = self->build->network;
  gboolean changed = way_rollup_update (self->rollup, network, row);

  write_complete (self, row);
  for (gint32 above = network->tasks[row].parent; changed && above >= 0;
       above = network->tasks[above].parent)
    write_complete (self, above);
}

/**
 * way_scheduler_write_results:
 *
 * Writes what the runs since the last call have moved into the derived fields of the tasks.
 */
void
way_scheduler_write_results (WayScheduler *self)
{
  if (self->build == NULL)
    return;
  for (gint32 row = next_unwritten (self, 0); row >= 0; row = next_unwritten (self, (guint) row + 1))
    {
      write_result (self, (guint) row);
      if (!self->all_unwritten)
        write_progress (self, row);
    }
  if (self->all_unwritten)
    write_all_progress (self);
  forget_unwritten (self);
  self->plan_finish = self->build->network->finish;
  copy_set (self->ignored_settled, self->ignored);
  self->scope = NULL;
}

/* Is @task a row of the network, and the network what the records say? */
gboolean
way_scheduler_knows (WayScheduler *self, WayTask *task)
{
  return self->build != NULL && !self->stale && (guint) task->row < self->build->tasks->len
         && self->build->tasks->pdata[task->row] == task;
}

/**
 * way_scheduler_would_cycle:
 * @cycle: (out) (optional) (transfer full): the loop, by names
 */
gboolean
way_scheduler_would_cycle (WayScheduler *self, WayTask *predecessor, WayTask *successor,
                           char **cycle)
{
  g_autoptr (GArray) path = g_array_new (FALSE, FALSE, sizeof (gint32));

  if (!way_scheduler_knows (self, predecessor) || !way_scheduler_knows (self, successor))
    return FALSE;
  if (!way_network_would_cycle (self->build->network, (int) predecessor->row,
                                (int) successor->row, path))
    return FALSE;
  if (cycle != NULL)
    *cycle = name_rows (self, path);
  return TRUE;
}
