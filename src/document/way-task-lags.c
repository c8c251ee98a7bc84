/* way-task-lags.c: dates kept by the lags of links instead of by pins.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A hand that puts a bar somewhere has two ways to make it stay: a constraint, or a lag on the
 * link that drives it. And what follows a bar can be pushed on, or stay while the lags of the
 * links to it take up the difference. */

#include "model/way-i18n.h"

#include "document/way-task-edits.h"

#include "document/way-document-private.h"
#include "model/way-error.h"

#define MAX_ROUNDS 3 /* a lag that was set can uncover another link that drives */

/* A span of time, before and after the edits of the open scope. */
typedef struct
{
  WayMoment start, finish, new_start, new_finish;
} Span;

static gboolean
leaves_start (const WayLink *link)
{
  return link->type == WAY_LINK_SS || link->type == WAY_LINK_SF;
}

static gboolean
meets_start (const WayLink *link)
{
  return link->type == WAY_LINK_FS || link->type == WAY_LINK_SS;
}

/* Minutes from one moment to the other as the lag of @link counts them; negative = a lead. */
static gint64
lag_between (WayDocument *document, const WayLink *link, WayMoment from, WayMoment to)
{
  WayTask *successor = way_plan_lookup_task (document->plan, link->successor);

  if (way_unit_is_elapsed ((WayUnit) link->lag_unit))
    return to - from;
  if (to >= from)
    return way_document_work_between (document, successor->calendar, from, to);
  return -way_document_work_between (document, successor->calendar, to, from);
}

/* A percentage becomes a span of time: it could not say this lag. */
static void
set_lag (WayDocument *document, WayLink *link, gint64 minutes)
{
  way_document_set_int (document, WAY_RECORD (link), "lag", minutes);
  if (link->lag_unit == WAY_UNIT_PERCENT)
    way_document_set_int (document, WAY_RECORD (link), "lag_unit", WAY_UNIT_DAYS);
  else if (link->lag_unit == WAY_UNIT_ELAPSED_PERCENT)
    way_document_set_int (document, WAY_RECORD (link), "lag_unit", WAY_UNIT_ELAPSED_DAYS);
}

/* The link that would place @task if it were not pinned; the pin is gone then. */
static WayLink *
free_and_find_driver (WayDocument *document, WayTask *task)
{
  const WayNetResult *result;

  way_document_set_int (document, WAY_RECORD (task), "constraint_type", WAY_CONSTRAINT_ASAP);
  way_document_set_int (document, WAY_RECORD (task), "constraint_date", WAY_NEVER);
  result = way_scheduler_foresee (document->scheduler, document->scope, task);
  if (result == NULL || result->driver_kind != WAY_DRIVER_LINK)
    return NULL;
  return way_scheduler_get_link (document->scheduler, result->driver);
}

/**
 * way_task_pin_to_lag:
 * @error: %WAY_ERROR_INVALID when no link leads to the task
 *
 * Takes the task's pin away, and lets the lag of the link that drives it hold it where it is
 * (numbers.md §3).
 */
gboolean
way_task_pin_to_lag (WayDocument *document, WayTask *task, GError **error)
{
  g_autofree char *label
      = g_strdup_printf (_("Keep “%s” by a lag"), WAY_RECORD (task)->title);
  WayMoment start, finish;
  WayTask *predecessor;
  WayLink *link;

  way_document_ensure_scheduled (document);
  start = task->start;
  finish = task->finish;
  way_document_begin (document, label);
  link = free_and_find_driver (document, task);
  if (link == NULL)
    {
      way_document_rollback (document);
      g_set_error (error, WAY_ERROR, WAY_ERROR_INVALID,
                   _("No link leads to “%s” whose lag could hold it there. Link it first, or keep the pin."),
                   WAY_RECORD (task)->title);
      return FALSE;
    }
  predecessor = way_plan_lookup_task (document->plan, link->predecessor);
  set_lag (document, link,
           lag_between (document, link,
                        leaves_start (link) ? predecessor->start : predecessor->finish,
                        meets_start (link) ? start : finish));
  return way_document_commit (document, error);
}

/**
 * way_task_can_pin_to_lag:
 *
 * Returns: whether some link leads to the task itself, so that way_task_pin_to_lag() may do it
 */
gboolean
way_task_can_pin_to_lag (WayDocument *document, WayTask *task)
{
  GPtrArray *links = way_plan_get_referrers (document->plan, WAY_RECORD (task)->id,
                                             way_record_type_field (&way_link_type, "successor"));

  return links != NULL && links->len > 0;
}

static Span
span_of (GHashTable *shifts, WayTask *task)
{
  const WayShift *shift = g_hash_table_lookup (shifts, task);

  if (shift == NULL)
    return (Span) { task->start, task->finish, task->start, task->finish };
  return (Span) { shift->old_start, shift->old_finish, shift->new_start, shift->new_finish };
}

/* Where @link, leaving from @from, lets its successor begin or end. */
static WayMoment
reach (WayDocument *document, const WayLink *link, WayMoment from)
{
  WayTask *predecessor = way_plan_lookup_task (document->plan, link->predecessor);
  WayTask *successor = way_plan_lookup_task (document->plan, link->successor);
  gint64 minutes = link->lag;

  if (link->lag_unit == WAY_UNIT_PERCENT || link->lag_unit == WAY_UNIT_ELAPSED_PERCENT)
    minutes = predecessor->duration * link->lag / 100;
  if (way_unit_is_elapsed ((WayUnit) link->lag_unit))
    return from + minutes;
  return way_document_work_add (document, successor->calendar, from, minutes);
}

/* Whether @from lies before @to with work to be done between. */
static gboolean
is_before (WayDocument *document, const WayLink *link, WayMoment from, WayMoment to)
{
  WayTask *successor = way_plan_lookup_task (document->plan, link->successor);

  return from < to && way_document_work_between (document, successor->calendar, from, to) > 0;
}

/* Sets the lag so that @link no longer moves its successor. Returns: whether it had to. */
static gboolean
take_up (WayDocument *document, WayLink *link, GHashTable *shifts)
{
  Span before = span_of (shifts, way_plan_lookup_task (document->plan, link->predecessor));
  Span after = span_of (shifts, way_plan_lookup_task (document->plan, link->successor));
  WayMoment from_old = leaves_start (link) ? before.start : before.finish;
  WayMoment from = leaves_start (link) ? before.new_start : before.new_finish;
  WayMoment to = meets_start (link) ? after.start : after.finish;
  WayMoment moved_to = meets_start (link) ? after.new_start : after.new_finish;

  if (from == from_old || moved_to == to || to == WAY_NEVER || from_old == WAY_NEVER)
    return FALSE;
  if (moved_to > to && !is_before (document, link, to, reach (document, link, from)))
    return FALSE; /* another link pushes */
  if (moved_to < to && is_before (document, link, reach (document, link, from_old), to))
    return FALSE; /* another link held it there */
  set_lag (document, link, lag_between (document, link, from, to));
  return TRUE;
}

/* The tasks themselves, the summaries over them and all rows below them: what a hand holds. */
static GHashTable *
collect_held (WayPlan *plan, WayTask **moved, guint n_moved)
{
  GHashTable *held = g_hash_table_new (NULL, NULL);
  GPtrArray *outline = way_plan_get_outline (plan);

  for (guint i = 0; i < n_moved; i++)
    {
      for (WayTask *task = moved[i]; task != NULL && g_hash_table_add (held, task);)
        task = way_plan_lookup_task (plan, task->parent);
      for (guint row = (guint) moved[i]->row + 1; moved[i]->summary && row < outline->len; row++)
        {
          WayTask *below = g_ptr_array_index (outline, row);

          if (below->depth <= moved[i]->depth)
            break;
          g_hash_table_add (held, below);
        }
    }
  return held;
}

static guint
keep_once (WayDocument *document, GHashTable *held, GHashTable *changed)
{
  const WayField *field = way_record_type_field (&way_link_type, "predecessor");
  g_autoptr (GArray) preview = way_document_preview (document);
  g_autoptr (GHashTable) shifts = g_hash_table_new (NULL, NULL);
  guint n_changed = 0;

  for (guint i = 0; i < preview->len; i++)
    {
      WayShift *shift = &g_array_index (preview, WayShift, i);

      g_hash_table_insert (shifts, shift->task, shift);
    }
  for (guint i = 0; i < preview->len; i++)
    {
      WayTask *task = g_array_index (preview, WayShift, i).task;
      GPtrArray *links = g_hash_table_contains (held, task)
                             ? way_plan_get_referrers (document->plan, WAY_RECORD (task)->id, field)
                             : NULL;

      for (guint l = 0; links != NULL && l < links->len; l++)
        {
          WayLink *link = g_ptr_array_index (links, l);

          if (g_hash_table_contains (held, way_plan_lookup_task (document->plan, link->successor))
              || !take_up (document, link, shifts))
            continue;
          g_hash_table_add (changed, link);
          n_changed++;
        }
    }
  return n_changed;
}

/**
 * way_task_keep_followers:
 * @moved: the tasks that the edits of the open scope were about
 *
 * What follows @moved stays where it is: the lags of the links to it take up the difference. To
 * be called inside the scope, after the edits.
 *
 * Returns: how many links got another lag
 */
guint
way_task_keep_followers (WayDocument *document, WayTask **moved, guint n_moved)
{
  g_autoptr (GHashTable) held = collect_held (document->plan, moved, n_moved);
  g_autoptr (GHashTable) changed = g_hash_table_new (NULL, NULL);

  g_return_val_if_fail (way_document_in_scope (document), 0);
  for (int round = 0; round < MAX_ROUNDS; round++)
    if (keep_once (document, held, changed) == 0)
      break;
  return g_hash_table_size (changed);
}
