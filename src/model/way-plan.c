/* way-plan.c: WayPlan, the aggregate of all records of a plan.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-i18n.h"

#include "model/way-plan.h"

#include "model/way-record-list.h"
#include "model/way-record-private.h"
#include "model/way-reference-index.h"

#include <string.h>

struct _WayPlan
{
  GObject parent_instance;

  GHashTable *by_id;            /* id → WayRecord, unowned */
  GHashTable *lists;            /* WayRecordType → WayRecordList */
  GHashTable *numbers;          /* WayRecordType → highest number ever given */
  GHashTable *children;         /* id of a parent → GPtrArray of its children by rank */
  WayReferenceIndex *references;
  GPtrArray *outline;           /* WayTask, unowned, depth first */
  GPtrArray *roots;             /* WayTask, unowned, by rank */
  gboolean outline_dirty;
  guint64 shape;
  guint64 state;
  gint64 last_id;

  const WayField *parent_field, *rank_field, *depth_field, *row_field, *summary_field;
};

G_DEFINE_FINAL_TYPE (WayPlan, way_plan, G_TYPE_OBJECT)

static WayRecordList *
list_of (WayPlan *self, const WayRecordType *type)
{
  return g_hash_table_lookup (self->lists, type);
}

static void
way_plan_finalize (GObject *object)
{
  WayPlan *self = WAY_PLAN (object);
  GHashTableIter iter;
  gpointer record;

  g_hash_table_iter_init (&iter, self->by_id);
  while (g_hash_table_iter_next (&iter, NULL, &record))
    WAY_RECORD (record)->plan = NULL; /* whoever still holds one */
  g_hash_table_unref (self->by_id);
  g_hash_table_unref (self->lists);
  g_hash_table_unref (self->numbers);
  g_hash_table_unref (self->children);
  way_reference_index_free (self->references);
  g_ptr_array_unref (self->outline);
  g_ptr_array_unref (self->roots);
  G_OBJECT_CLASS (way_plan_parent_class)->finalize (object);
}

static void
way_plan_class_init (WayPlanClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = way_plan_finalize;
}

static void
way_plan_init (WayPlan *self)
{
  guint n_types;
  const WayRecordType **types = way_record_types (&n_types);

  self->by_id = g_hash_table_new (NULL, NULL);
  self->lists = g_hash_table_new_full (NULL, NULL, NULL, g_object_unref);
  for (guint i = 0; i < n_types; i++)
    g_hash_table_insert (self->lists, (gpointer) types[i], way_record_list_new (types[i]));
  self->numbers = g_hash_table_new (NULL, NULL);
  self->children =
      g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);
  self->references = way_reference_index_new ();
  self->outline = g_ptr_array_new ();
  self->roots = g_ptr_array_new ();
  self->parent_field = way_record_type_field (&way_task_type, "parent");
  self->rank_field = way_record_type_field (&way_task_type, "rank");
  self->depth_field = way_record_type_field (&way_task_type, "depth");
  self->row_field = way_record_type_field (&way_task_type, "row");
  self->summary_field = way_record_type_field (&way_task_type, "summary");
}

/**
 * way_plan_new:
 *
 * Returns: (transfer full): a plan without any record
 */
WayPlan *
way_plan_new (void)
{
  return g_object_new (WAY_TYPE_PLAN, NULL);
}

/**
 * way_plan_copy:
 * @stop: (nullable): gives up as soon as it is not 0 any more, set by another thread
 *
 * Returns: (transfer full) (nullable): a plan with a copy of every record, derived values included;
 * it gives new records the ids and numbers that this plan would give them; %NULL when given up
 */
WayPlan *
way_plan_copy (WayPlan *self, const int *stop)
{
  g_autoptr (WayPlan) copy = way_plan_new ();
  guint n_types;
  const WayRecordType **types = way_record_types (&n_types);

  for (guint i = 0; i < n_types; i++)
    {
      GPtrArray *records = way_plan_peek_records (self, types[i]);

      for (guint k = 0; k < records->len; k++)
        {
          g_autoptr (WayRecord) record = NULL;

          if (stop != NULL && g_atomic_int_get (stop) != 0)
            return NULL;
          record = way_record_copy (records->pdata[k]);
          way_plan_add (copy, record);
        }
      way_plan_reserve_number (copy, types[i], way_plan_next_number (self, types[i]) - 1);
    }
  way_plan_reserve_id (copy, self->last_id);
  way_plan_settle (copy);
  return g_steal_pointer (&copy);
}

/**
 * way_plan_get_project:
 *
 * Returns: (transfer none) (nullable): the record of the plan's own data; there is none only
 * before a plan is filled
 */
WayProject *
way_plan_get_project (WayPlan *self)
{
  GPtrArray *projects = way_plan_peek_records (self, &way_project_type);

  return projects->len > 0 ? projects->pdata[0] : NULL;
}

/**
 * way_plan_lookup:
 *
 * Returns: (transfer none) (nullable): the record with that id
 */
WayRecord *
way_plan_lookup (WayPlan *self, gint64 id)
{
  return g_hash_table_lookup (self->by_id, GSIZE_TO_POINTER (id));
}

/**
 * way_plan_lookup_task:
 *
 * Returns: (transfer none) (nullable): the task with that id, %NULL when it is no task
 */
WayTask *
way_plan_lookup_task (WayPlan *self, gint64 id)
{
  WayRecord *record = id != 0 ? way_plan_lookup (self, id) : NULL;

  return record != NULL && WAY_IS_TASK (record) ? WAY_TASK (record) : NULL;
}

/**
 * way_plan_get_records:
 *
 * Returns: (transfer none): the records of one type, by id, as a list to observe
 */
GListModel *
way_plan_get_records (WayPlan *self, const WayRecordType *type)
{
  return G_LIST_MODEL (list_of (self, type));
}

/**
 * way_plan_peek_records:
 *
 * Returns: (transfer none) (element-type WayRecord): the same for C code, also inside a scope;
 * valid until the next change
 */
GPtrArray *
way_plan_peek_records (WayPlan *self, const WayRecordType *type)
{
  return way_record_list_peek (list_of (self, type));
}

/**
 * way_plan_get_referrers:
 * @field: a reference field of the referring type
 *
 * Returns: (transfer none) (element-type WayRecord): the records whose @field names @id;
 * valid until the next change
 */
GPtrArray *
way_plan_get_referrers (WayPlan *self, gint64 id, const WayField *field)
{
  g_return_val_if_fail (field != NULL && field->type == WAY_FIELD_TYPE_REF, NULL);
  return way_reference_index_get (self->references, field, id);
}

static int
compare_rank (gconstpointer a, gconstpointer b)
{
  const WayTask *left = *(WayTask *const *) a;
  const WayTask *right = *(WayTask *const *) b;

  if (left->rank != right->rank)
    return left->rank < right->rank ? -1 : 1;
  return left->parent_instance.id < right->parent_instance.id ? -1 : 1;
}

/* By rank, kept until a child comes, goes or moves. */
static GPtrArray *
sorted_children (WayPlan *self, WayTask *task)
{
  gpointer key = GSIZE_TO_POINTER (WAY_RECORD (task)->id);
  GPtrArray *children = g_hash_table_lookup (self->children, key);
  GPtrArray *by_id;

  if (children != NULL)
    return children;
  by_id = way_reference_index_get (self->references, self->parent_field, WAY_RECORD (task)->id);
  if (by_id->len == 0)
    return by_id;
  children = g_ptr_array_sized_new (by_id->len);
  g_ptr_array_extend (children, by_id, NULL, NULL);
  g_ptr_array_sort (children, compare_rank);
  g_hash_table_insert (self->children, key, children);
  return children;
}

static void
forget_children (WayPlan *self, gint64 parent)
{
  g_hash_table_remove (self->children, GSIZE_TO_POINTER (parent));
  self->outline_dirty = TRUE;
}

/* Puts @root and what is below it at the end of the outline, without recursion:
 * a plan may be nested 100,000 deep. */
static void
append_subtree (WayPlan *self, WayTask *root)
{
  g_autoptr (GPtrArray) stack = g_ptr_array_new ();

  g_ptr_array_add (stack, root);
  while (stack->len > 0)
    {
      WayTask *task = g_ptr_array_steal_index (stack, stack->len - 1);
      WayTask *parent = way_plan_lookup_task (self, task->parent);
      GPtrArray *children = sorted_children (self, task);

      way_record_set_derived (WAY_RECORD (task), self->row_field, self->outline->len);
      way_record_set_derived (WAY_RECORD (task), self->depth_field,
                              parent != NULL && task != root ? parent->depth + 1 : 0);
      way_record_set_derived (WAY_RECORD (task), self->summary_field, children->len > 0);
      g_ptr_array_add (self->outline, task);
      for (guint i = children->len; i > 0; i--)
        g_ptr_array_add (stack, children->pdata[i - 1]);
    }
}

static void
ensure_outline (WayPlan *self)
{
  GPtrArray *tasks;

  if (!self->outline_dirty)
    return;
  self->outline_dirty = FALSE;
  tasks = way_plan_peek_records (self, &way_task_type);
  g_ptr_array_set_size (self->outline, 0);
  g_ptr_array_set_size (self->roots, 0);
  for (guint i = 0; i < tasks->len; i++)
    if (way_plan_lookup_task (self, WAY_TASK (tasks->pdata[i])->parent) == NULL)
      g_ptr_array_add (self->roots, tasks->pdata[i]);
  g_ptr_array_sort (self->roots, compare_rank);
  for (guint i = 0; i < self->roots->len; i++)
    append_subtree (self, self->roots->pdata[i]);
}

/**
 * way_plan_get_outline:
 *
 * Returns: (transfer none) (element-type WayTask): all tasks, each before its children, siblings
 * by rank; valid until the next change
 */
GPtrArray *
way_plan_get_outline (WayPlan *self)
{
  ensure_outline (self);
  return self->outline;
}

/**
 * way_plan_get_children:
 * @parent: (nullable): %NULL for the top level
 *
 * Returns: (transfer none) (element-type WayTask): the children by rank; valid until the next change
 */
GPtrArray *
way_plan_get_children (WayPlan *self, WayTask *parent)
{
  if (parent != NULL)
    return sorted_children (self, parent);
  ensure_outline (self);
  return self->roots;
}

/**
 * way_plan_find_by_title:
 *
 * Returns: (transfer none) (nullable): the first record of @type with that title, whatever its case
 */
WayRecord *
way_plan_find_by_title (WayPlan *self, const WayRecordType *type, const char *title)
{
  GPtrArray *records = way_plan_peek_records (self, type);
  g_autofree char *wanted = g_utf8_casefold (title, -1);

  for (guint i = 0; i < records->len; i++)
    {
      WayRecord *record = records->pdata[i];
      g_autofree char *folded = g_utf8_casefold (record->title, -1);

      if (g_str_equal (folded, wanted))
        return record;
    }
  return NULL;
}

/**
 * way_plan_find_by_human_id:
 * @human_id: "MS-004", in any case
 *
 * Returns: (transfer none) (nullable)
 */
WayRecord *
way_plan_find_by_human_id (WayPlan *self, const char *human_id)
{
  const char *dash = strrchr (human_id, '-');
  guint n_types;
  const WayRecordType **types = way_record_types (&n_types);
  gint64 number;

  if (dash == NULL || !g_ascii_isdigit (dash[1]))
    return NULL;
  number = g_ascii_strtoll (dash + 1, NULL, 10);
  for (guint i = 0; i < n_types; i++)
    {
      GPtrArray *records;

      if (types[i]->prefix == NULL || strlen (types[i]->prefix) != (gsize) (dash - human_id)
          || g_ascii_strncasecmp (types[i]->prefix, human_id, (gsize) (dash - human_id)) != 0)
        continue;
      records = way_plan_peek_records (self, types[i]);
      for (guint k = 0; k < records->len; k++)
        if (WAY_RECORD (records->pdata[k])->number == number)
          return records->pdata[k];
    }
  return NULL;
}

/**
 * way_plan_reference_holds:
 * @field: a reference field of @record
 *
 * Returns: whether @record names nothing there, or a record of the right type that is in the plan
 */
gboolean
way_plan_reference_holds (WayPlan *self, WayRecord *record, const WayField *field)
{
  gint64 id = way_record_get (record, field).i;
  WayRecord *target = id != 0 ? way_plan_lookup (self, id) : NULL;

  return id == 0
         || (target != NULL
             && way_field_takes (field, way_record_get_record_type (target)));
}

/**
 * way_plan_get_unit_rates:
 *
 * Returns: what a day, a week and a month of working time are in this plan (numbers.md §1)
 */
WayUnitRates
way_plan_get_unit_rates (WayPlan *self)
{
  WayProject *project = way_plan_get_project (self);

  if (project == NULL)
    return WAY_UNIT_RATES_DEFAULT;
  return (WayUnitRates) { project->minutes_per_day, project->minutes_per_week,
                          project->days_per_month };
}

/**
 * way_plan_get_default_calendar:
 *
 * Returns: id of the plan's calendar; the first one where none is chosen, 0 where there is none
 */
gint64
way_plan_get_default_calendar (WayPlan *self)
{
  WayProject *project = way_plan_get_project (self);
  GPtrArray *calendars = way_plan_peek_records (self, &way_calendar_type);

  if (project != NULL && way_plan_lookup (self, project->calendar) != NULL)
    return project->calendar;
  return calendars->len > 0 ? WAY_RECORD (calendars->pdata[0])->id : 0;
}

/**
 * way_plan_get_shape:
 *
 * Returns: a number that is another one once tasks or links have come, gone or moved; what was
 *   made from all of them holds while it stays
 */
guint64
way_plan_get_shape (WayPlan *self)
{
  return self->shape;
}

/**
 * way_plan_get_state:
 *
 * Returns: a number that is another one once anything has changed, figures of the schedule
 *   included; what was computed from the plan holds while it stays
 */
guint64
way_plan_get_state (WayPlan *self)
{
  return self->state;
}

/* Do all tasks and links together look different after a change of @field, NULL = a record? */
static void
note_change (WayPlan *self, const WayRecordType *type, const WayField *field)
{
  self->state++;
  if ((type == &way_task_type || type == &way_link_type)
      && (field == NULL || (field->flags & WAY_FIELD_STRUCTURE) != 0))
    self->shape++;
}

/**
 * way_plan_get_last_id:
 *
 * Returns: the highest id that was ever given
 */
gint64
way_plan_get_last_id (WayPlan *self)
{
  return self->last_id;
}

gint64
way_plan_next_id (WayPlan *self)
{
  return ++self->last_id;
}

/**
 * way_plan_reserve_id:
 * @id: the highest id that was ever used, deleted records included
 *
 * New records get higher ids, so that the journal never means two things by one id.
 */
void
way_plan_reserve_id (WayPlan *self, gint64 id)
{
  self->last_id = MAX (self->last_id, id);
}

/**
 * way_plan_next_number:
 *
 * Returns: the number for the human id of a new record of @type: one that was never given
 */
gint64
way_plan_next_number (WayPlan *self, const WayRecordType *type)
{
  return (gint64) GPOINTER_TO_SIZE (g_hash_table_lookup (self->numbers, type)) + 1;
}

/**
 * way_plan_reserve_number:
 * @number: one that a record of @type has, or had before it was deleted
 */
void
way_plan_reserve_number (WayPlan *self, const WayRecordType *type, gint64 number)
{
  /* The highest of all leaves no next one; a file may hold it, nobody is given it. */
  if (number < G_MAXINT64 && number >= way_plan_next_number (self, type))
    g_hash_table_insert (self->numbers, (gpointer) type, GSIZE_TO_POINTER (number));
}

/**
 * way_plan_release_number:
 * @number: one that was given last, and that nobody has seen
 */
void
way_plan_release_number (WayPlan *self, const WayRecordType *type, gint64 number)
{
  if (number > 0 && number == way_plan_next_number (self, type) - 1)
    g_hash_table_insert (self->numbers, (gpointer) type, GSIZE_TO_POINTER (number - 1));
}

static void
index_references (WayPlan *self, WayRecord *record, gboolean add)
{
  const WayRecordType *type = way_record_get_record_type (record);

  for (guint i = 0; i < type->n_fields; i++)
    if (type->fields[i].type == WAY_FIELD_TYPE_REF)
      {
        gint64 target = way_record_get (record, &type->fields[i]).i;

        if (add)
          way_reference_index_add (self->references, &type->fields[i], target, record);
        else
          way_reference_index_remove (self->references, &type->fields[i], target, record);
      }
}

/**
 * way_plan_add:
 * @record: (transfer none): with an id that is not in use
 */
void
way_plan_add (WayPlan *self, WayRecord *record)
{
  const WayRecordType *type = way_record_get_record_type (record);

  g_return_if_fail (record->id > 0 && record->plan == NULL);
  g_return_if_fail (way_plan_lookup (self, record->id) == NULL);

  record->plan = self;
  way_plan_reserve_id (self, record->id);
  g_hash_table_insert (self->by_id, GSIZE_TO_POINTER (record->id), record);
  way_record_list_add (list_of (self, type), record);
  index_references (self, record, TRUE);
  way_plan_reserve_number (self, type, record->number);
  note_change (self, type, NULL);
  if (type == &way_task_type)
    forget_children (self, WAY_TASK (record)->parent);
}

void
way_plan_remove (WayPlan *self, WayRecord *record)
{
  const WayRecordType *type = way_record_get_record_type (record);

  g_return_if_fail (record->plan == self);
  index_references (self, record, FALSE);
  g_hash_table_remove (self->by_id, GSIZE_TO_POINTER (record->id));
  record->plan = NULL;
  note_change (self, type, NULL);
  if (type == &way_task_type)
    forget_children (self, WAY_TASK (record)->parent);
  way_record_list_remove (list_of (self, type), record);
}

/**
 * way_plan_set:
 *
 * Returns: whether the value has changed
 */
gboolean
way_plan_set (WayPlan *self, WayRecord *record, const WayField *field, const WayValue *value)
{
  gint64 before = way_record_get (record, field).i;

  if (!way_record_set_value (record, field, value))
    return FALSE;
  note_change (self, way_record_get_record_type (record), field);
  if (field->type == WAY_FIELD_TYPE_REF)
    {
      way_reference_index_remove (self->references, field, before, record);
      way_reference_index_add (self->references, field, value->i, record);
    }
  if (field == self->parent_field)
    forget_children (self, before);
  if (field == self->parent_field || field == self->rank_field)
    forget_children (self, WAY_TASK (record)->parent);
  return TRUE;
}

/**
 * way_plan_settle:
 *
 * After a batch of changes: brings the outline up to date and tells the lists' observers.
 */
void
way_plan_settle (WayPlan *self)
{
  GHashTableIter iter;
  gpointer list;

  self->state++;
  ensure_outline (self);
  g_hash_table_iter_init (&iter, self->lists);
  while (g_hash_table_iter_next (&iter, NULL, &list))
    way_record_list_settle (list);
}

static void
append_record (GString *text, WayRecord *record)
{
  const WayRecordType *type = way_record_get_record_type (record);

  g_string_append_printf (text, "%s %" G_GINT64_FORMAT, type->name, record->id);
  for (guint i = 0; i < type->n_fields; i++)
    {
      const WayField *field = &type->fields[i];
      WayValue value = way_record_get (record, field);
      WayValue initial = way_field_initial (field);
      g_autofree char *quoted = NULL;

      if (!way_field_is_stored (field) || way_value_equal (&value, &initial))
        continue;
      if (value.storage == WAY_STORAGE_TEXT)
        quoted = g_strescape (value.s, NULL);
      else if (value.storage == WAY_STORAGE_REAL)
        quoted = g_strdup_printf ("%.17g", value.r);
      else
        quoted = g_strdup_printf ("%" G_GINT64_FORMAT, value.i);
      g_string_append_printf (text, " %s=%s", field->name, quoted);
    }
  g_string_append_c (text, '\n');
}

/**
 * way_plan_to_text:
 *
 * Returns: (transfer full): every stored value that differs from its default, a line a record;
 * two plans are the same when their texts are
 */
char *
way_plan_to_text (WayPlan *self)
{
  GString *text = g_string_new (NULL);
  guint n_types;
  const WayRecordType **types = way_record_types (&n_types);

  for (guint i = 0; i < n_types; i++)
    {
      GPtrArray *records = way_plan_peek_records (self, types[i]);

      for (guint k = 0; k < records->len; k++)
        append_record (text, records->pdata[k]);
    }
  return g_string_free (text, FALSE);
}
