/* way-task-column.c: WayTaskColumn, what can stand beside a task in a list, and its text.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-i18n.h"

#include "metrics/way-task-column.h"

#include "metrics/way-figure.h"
#include "metrics/way-task-groups.h"
#include "metrics/way-task-metrics.h"

char *
way_task_format_day (WayMoment moment)
{
  if (moment == WAY_NEVER)
    return g_strdup ("");
  if (way_moment_to_civil (moment).year == way_moment_to_civil (way_moment_today ()).year)
    return way_moment_format_short (moment);
  /* Translators: a date in another year, short, as in 4 May ’27; the codes are those of strftime */
  return way_moment_format_pattern (moment, _ ("%-d %b ’%y"));
}

WayMoment
way_task_last_moment (WayTask *task)
{
  if (task->finish == WAY_NEVER || task->finish <= task->start)
    return task->finish;
  return task->finish % WAY_DAY == 0 ? task->finish - 1 : task->finish;
}

static char *
format_number (WayDocument *document, WayTask *task)
{
  return g_strdup_printf ("%d", (int)task->row + 1);
}

static char *
format_title (WayDocument *document, WayTask *task)
{
  const char *head = way_task_group_head_get_title (task);

  return g_strdup (head != NULL ? head : WAY_RECORD (task)->title);
}

/* Points have no duration to show; a summary's is the working time that it spans. */
static char *
format_duration (WayDocument *document, WayTask *task)
{
  WayUnitRates rates = way_plan_get_unit_rates (way_document_get_plan (document));
  g_autofree char *text = NULL;

  if (task->summary)
    return way_duration_format (task->span, WAY_UNIT_DAYS, &rates);
  if (task->duration == 0)
    return g_strdup ("");
  text = way_duration_format (task->duration, (WayUnit)task->duration_unit, &rates);
  return task->estimated ? g_strconcat (text, "?", NULL) : g_steal_pointer (&text);
}

static char *
format_start (WayDocument *document, WayTask *task)
{
  return way_task_format_day (task->start);
}

static char *
format_finish (WayDocument *document, WayTask *task)
{
  return way_task_format_day (way_task_last_moment (task));
}

static char *
format_complete (WayDocument *document, WayTask *task)
{
  if (!task->summary && task->duration == 0 && task->percent_complete == 0)
    return g_strdup ("");
  return way_percent_format ((double) (task->summary ? task->complete : task->percent_complete));
}

/* "1.3.2": places among brothers, from the top. */
static char *
format_wbs (WayDocument *document, WayTask *task)
{
  WayPlan *plan = way_document_get_plan (document);
  GString *text = g_string_new (NULL);

  for (WayTask *at = task; at != NULL; at = way_plan_lookup_task (plan, at->parent))
    {
      GPtrArray *brothers = way_plan_get_children (plan, way_plan_lookup_task (plan, at->parent));
      guint low = 0, high = brothers->len;
      g_autofree char *place = NULL;

      while (low + 1 < high) /* they stand in the order of their rows */
        {
          guint middle = (low + high) / 2;

          if (((WayTask *)brothers->pdata[middle])->row <= at->row)
            low = middle;
          else
            high = middle;
        }
      place = g_strdup_printf (at == task ? "%u" : "%u.", low + 1);
      g_string_prepend (text, place);
    }
  return g_string_free (text, FALSE);
}

static char *
format_milestone (WayDocument *document, WayTask *task)
{
  GPtrArray *milestones
      = way_plan_get_referrers (way_document_get_plan (document), WAY_RECORD (task)->id,
                                way_record_type_field (&way_milestone_type, "task"));
  GString *text = g_string_new (NULL);

  for (guint i = 0; milestones != NULL && i < milestones->len; i++)
    {
      g_autofree char *id = way_record_dup_human_id (milestones->pdata[i]);

      g_string_append_printf (text, "%s%s", i > 0 ? ", " : "", id != NULL ? id : "");
    }
  return g_string_free (text, FALSE);
}

static const WayTaskColumn named[WAY_N_NAMED_TASK_COLUMNS] = {
  [WAY_TASK_COLUMN_NUMBER] = { "number", N_ ("№"), 40, TRUE, format_number, NULL },
  [WAY_TASK_COLUMN_TITLE] = { "title", N_ ("Task"), 232, FALSE, format_title, NULL },
  [WAY_TASK_COLUMN_DURATION] = { "duration", N_ ("Duration"), 70, TRUE, format_duration, NULL },
  [WAY_TASK_COLUMN_START] = { "start", N_ ("Start"), 100, FALSE, format_start, NULL },
  [WAY_TASK_COLUMN_FINISH] = { "finish", N_ ("Finish"), 100, FALSE, format_finish, NULL },
  [WAY_TASK_COLUMN_COMPLETE] = { "complete", N_ ("Done"), 60, TRUE, format_complete, NULL },
  [WAY_TASK_COLUMN_PREDECESSORS]
  = { "predecessors", N_ ("Predecessors"), 104, FALSE, way_task_format_predecessors, NULL },
  [WAY_TASK_COLUMN_RESOURCES]
  = { "resources", N_ ("Resources"), 150, FALSE, way_task_format_resources, NULL },
  [WAY_TASK_COLUMN_SUCCESSORS]
  = { "successors", N_ ("Successors"), 104, FALSE, way_task_format_successors, NULL },
  [WAY_TASK_COLUMN_WBS] = { "wbs", N_ ("WBS"), 72, FALSE, format_wbs, NULL },
  [WAY_TASK_COLUMN_MILESTONE] = { "milestone", N_ ("Milestone"), 84, FALSE, format_milestone, NULL },
  [WAY_TASK_COLUMN_START_VARIANCE] = { "start-variance", N_ ("Start variance"), 104, TRUE },
  [WAY_TASK_COLUMN_FINISH_VARIANCE] = { "finish-variance", N_ ("Finish variance"), 104, TRUE },
};

/* Fields that a named column shows, each with all that belongs to it. */
static const char *const shown_elsewhere[]
    = { "title", "duration", "start", "finish", "percent_complete", "complete", NULL };

static int
width_of (const WayField *field)
{
  switch (field->type)
    {
    case WAY_FIELD_TYPE_TEXT:
      return 160;
    case WAY_FIELD_TYPE_MOMENT:
      return 136;
    case WAY_FIELD_TYPE_REF:
    case WAY_FIELD_TYPE_ENUM:
      return 120;
    default:
      return 92;
    }
}

static GArray *
make_columns (void)
{
  GArray *made = g_array_new (FALSE, TRUE, sizeof (WayTaskColumn));
  const WayRecordType *type;

  g_type_class_unref (g_type_class_ref (WAY_TYPE_TASK)); /* the class fills in the table */
  type = &way_task_type;
  g_array_append_vals (made, named, G_N_ELEMENTS (named));
  for (guint i = 0; i < type->n_fields; i++)
    {
      const WayField *field = &type->fields[i];
      WayTaskColumn column = { .key = field->name, .title = field->label, .field = field };

      if ((field->flags & WAY_FIELD_HIDDEN) != 0 || g_strv_contains (shown_elsewhere, field->name))
        continue;
      column.width = width_of (field);
      column.to_end = way_field_is_figure (field);
      g_array_append_val (made, column);
    }
  return made;
}

static GArray *
all_columns (void)
{
  static GArray *columns;

  if (g_once_init_enter (&columns))
    g_once_init_leave (&columns, make_columns ());
  return columns;
}

guint
way_task_column_get_n (void)
{
  return all_columns ()->len;
}

/**
 * way_task_column_get:
 *
 * Returns: (transfer none): the line of the table
 */
const WayTaskColumn *
way_task_column_get (WayTaskColumnId id)
{
  g_return_val_if_fail (id < all_columns ()->len, NULL);
  return &g_array_index (all_columns (), WayTaskColumn, id);
}

/**
 * way_task_column_find:
 *
 * Returns: the column of that key; WAY_TASK_COLUMN_NONE when there is none (any more)
 */
WayTaskColumnId
way_task_column_find (const char *key)
{
  for (guint id = 0; id < all_columns ()->len; id++)
    if (g_str_equal (way_task_column_get (id)->key, key))
      return id;
  return WAY_TASK_COLUMN_NONE;
}

static gboolean
get_variance (
    WayTaskColumnId id, WayDocument *document, int baseline_slot, WayTask *task, gint64 *minutes)
{
  if (id == WAY_TASK_COLUMN_START_VARIANCE)
    return way_task_get_start_variance (document, baseline_slot, task, minutes);
  return way_task_get_finish_variance (document, baseline_slot, task, minutes);
}

static char *
format_variance (gint64 minutes, WayDocument *document)
{
  WayUnitRates rates = way_plan_get_unit_rates (way_document_get_plan (document));
  g_autofree char *text = way_duration_format (minutes, WAY_UNIT_DAYS, &rates);

  return g_strconcat (minutes > 0 ? "+" : "", text, NULL);
}

/* Of several lines the cell shows one. */
static char *
format_field (const WayField *field, WayTask *task)
{
  char *text;

  if (field->type == WAY_FIELD_TYPE_BOOL && way_record_get (WAY_RECORD (task), field).i == 0)
    return g_strdup ("");
  text = way_record_format (WAY_RECORD (task), field);
  return g_strdelimit (text, "\n\r\t", ' ');
}

/**
 * way_task_column_format:
 * @baseline_slot: the baseline that variances are measured against; −1 = none
 *
 * Returns: (transfer full): what the cell shows
 */
char *
way_task_column_format (WayTaskColumnId id, WayDocument *document, int baseline_slot, WayTask *task)
{
  const WayTaskColumn *column = way_task_column_get (id);
  gint64 minutes;

  if (column->format != NULL)
    return column->format (document, task);
  if (column->field != NULL)
    return format_field (column->field, task);
  if (!get_variance (id, document, baseline_slot, task, &minutes))
    return g_strdup ("");
  return format_variance (minutes, document);
}

/* By the row that is named first, as in the cell. */
static double
first_linked_row (WayDocument *document, WayTask *task, gboolean predecessor)
{
  WayPlan *plan = way_document_get_plan (document);
  const char *own = predecessor ? "successor" : "predecessor";
  GPtrArray *links = way_plan_get_referrers (plan, WAY_RECORD (task)->id,
                                             way_record_type_field (&way_link_type, own));
  const WayLink *first = links->len > 0 ? links->pdata[0] : NULL;

  if (first == NULL)
    return -G_MAXDOUBLE;
  return (double)way_plan_lookup_task (plan, predecessor ? first->predecessor
                                                         : first->successor)->row;
}

/**
 * way_task_column_get_number:
 * @number: (out): grows in the order in which the values are sorted; −∞ for an empty cell
 *
 * Returns: FALSE when the column sorts by its text
 */
gboolean
way_task_column_get_number (
    WayTaskColumnId id, WayDocument *document, int baseline_slot, WayTask *task, double *number)
{
  const WayField *field = way_task_column_get (id)->field;
  gint64 whole = 0;

  switch (id)
    {
    case WAY_TASK_COLUMN_NUMBER:
    case WAY_TASK_COLUMN_WBS:
      *number = (double)task->row;
      return TRUE;
    case WAY_TASK_COLUMN_DURATION:
      *number = (double)(task->summary ? task->span : task->duration);
      return TRUE;
    case WAY_TASK_COLUMN_START:
      *number = (double)task->start;
      return TRUE;
    case WAY_TASK_COLUMN_FINISH:
      *number = (double)task->finish;
      return TRUE;
    case WAY_TASK_COLUMN_COMPLETE:
      *number = (double)(task->summary ? task->complete : task->percent_complete);
      return TRUE;
    case WAY_TASK_COLUMN_START_VARIANCE:
    case WAY_TASK_COLUMN_FINISH_VARIANCE:
      *number = get_variance (id, document, baseline_slot, task, &whole) ? (double)whole : -G_MAXDOUBLE;
      return TRUE;
    case WAY_TASK_COLUMN_PREDECESSORS:
      *number = first_linked_row (document, task, TRUE);
      return TRUE;
    case WAY_TASK_COLUMN_SUCCESSORS:
      *number = first_linked_row (document, task, FALSE);
      return TRUE;
    default:
      break;
    }
  if (field == NULL || field->type == WAY_FIELD_TYPE_TEXT || field->type == WAY_FIELD_TYPE_REF)
    return FALSE;
  *number = way_field_storage (field) == WAY_STORAGE_REAL
                ? way_record_get (WAY_RECORD (task), field).r
                : (double)way_record_get (WAY_RECORD (task), field).i;
  return TRUE;
}

/**
 * way_task_column_edit:
 * @effect: (out): what the edit did besides changing the value
 * @error: says why @text cannot be; nothing has changed then
 *
 * What typing @text into the cell does, as one undoable step.
 */