/* way-mspdi-timephased.c: rows of work spread over time in MS Project XML.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MS Project says nowhere that a task is split: it shows in hours without work between hours with
 * work of its assignments, also of the one that stands for nobody. */

#include "model/way-i18n.h"

#include "exchange/mspdi/way-mspdi-timephased.h"

#include "document/way-task-people.h"
#include "document/way-task-pieces.h"

#include <string.h>

/* What an import knows of one task's work. */
typedef struct
{
  GArray *rows;     /* of WayMspdiRow with work */
  gboolean shaped;  /* an assignment says that it does not flow evenly */
} Spread;

/* A date inside a row; WAY_NEVER when there is none. */
static WayMoment
row_moment (const char *xml, const char *tag)
{
  const char *text = strstr (xml, tag);
  g_autofree char *date = text != NULL ? g_strndup (text + strlen (tag), 16) : NULL;
  WayMoment moment;

  return date != NULL && way_moment_from_iso (date, &moment) ? moment : WAY_NEVER;
}

/**
 * way_mspdi_row_parse:
 * @xml: what stands in the element, or the whole of it
 *
 * Returns: whether it is a row of work, remaining or actual, with both its dates
 */
gboolean
way_mspdi_row_parse (const char *xml, WayMspdiRow *row)
{
  const char *value = strstr (xml, "<Value>");
  gboolean work = strstr (xml, "<Type>1<") != NULL || strstr (xml, "<Type>2<") != NULL;

  *row = (WayMspdiRow) { row_moment (xml, "<Start>"), row_moment (xml, "<Finish>"), FALSE };
  for (const char *p = value; p != NULL && *p != '\0' && !g_str_has_prefix (p, "</"); p++)
    row->works |= *p >= '1' && *p <= '9';
  return work && row->start != WAY_NEVER && row->finish != WAY_NEVER && row->start <= row->finish;
}

static void
spread_free (gpointer data)
{
  Spread *spread = data;

  g_array_unref (spread->rows);
  g_free (spread);
}

static Spread *
spread_of (GHashTable *spreads, WayRecord *task)
{
  Spread *spread = g_hash_table_lookup (spreads, task);

  if (spread == NULL)
    {
      spread = g_new0 (Spread, 1);
      spread->rows = g_array_new (FALSE, FALSE, sizeof (WayMspdiRow));
      g_hash_table_insert (spreads, task, spread);
    }
  return spread;
}

static void
collect (WayMspdiImport *self, GHashTable *spreads, const WayMspdiItem *item)
{
  int element = way_mspdi_schema_find (&way_mspdi_assignment, "TimephasedData", -1);
  gint64 uid = -1, contour = 0;
  WayRecord *task;

  way_mspdi_item_int (&way_mspdi_assignment, item, "TaskUID", &uid);
  way_mspdi_item_int (&way_mspdi_assignment, item, "WorkContour", &contour);
  task = way_mspdi_find (self->tasks, uid);
  if (task == NULL)
    return;
  spread_of (spreads, task)->shaped |= contour == WAY_MSPDI_CONTOURED;
  for (guint i = 0; item->pieces != NULL && i < item->pieces->len; i++)
    {
      const WayMspdiPiece *piece = &g_array_index (item->pieces, WayMspdiPiece, i);
      WayMspdiRow row;

      if (piece->element == element && way_mspdi_row_parse (piece->xml, &row) && row.works)
        g_array_append_val (spread_of (spreads, task)->rows, row);
    }
}

static int
compare_rows (gconstpointer a, gconstpointer b)
{
  WayMoment left = ((const WayMspdiRow *) a)->start, right = ((const WayMspdiRow *) b)->start;

  return (left > right) - (left < right);
}

/* Where nobody works though there is working time. */
static void
find_rests (GArray *rows, const WayWorktime *time, GArray *splits)
{
  WayMoment start, reached;
  gint64 rested = 0;

  g_array_sort (rows, compare_rows);
  start = reached = g_array_index (rows, WayMspdiRow, 0).start;
  for (guint i = 0; i < rows->len; i++)
    {
      const WayMspdiRow *row = &g_array_index (rows, WayMspdiRow, i);
      gint64 rest = row->start > reached ? way_worktime_between (time, reached, row->start) : 0;

      if (rest > 1) /* rows end on seconds: a minute may be rounding */
        {
          WaySplit split = { way_worktime_between (time, start, reached) - rested, rest };

          g_array_append_val (splits, split);
          rested += rest;
        }
      reached = MAX (reached, row->finish);
    }
}

/* Without rows there remain start, stop and finish: they tell how long it rests, before and after
 * what is done, but not where. So it does in the middle of each. */
static void
guess_rests (const WayMspdiItem *item, WayTask *task, const WayWorktime *time, GArray *splits)
{
  const char *texts[] = { way_mspdi_item_text (&way_mspdi_task, item, "Start"),
                          way_mspdi_item_text (&way_mspdi_task, item, "Finish") };
  gint64 worked = way_task_worked (task), all, before = 0;
  WayMoment dates[2];

  for (int i = 0; i < 2; i++)
    if (texts[i] == NULL || !way_moment_from_iso (texts[i], &dates[i]))
      return;
  all = way_worktime_between (time, dates[0], dates[1]) - task->duration;
  if (task->stop != WAY_NEVER && task->actual_start != WAY_NEVER)
    before = CLAMP (way_worktime_between (time, dates[0], task->stop) - worked, 0, MAX (all, 0));
  if (before > 0)
    {
      WaySplit split = { worked / 2, before };

      g_array_append_val (splits, split);
    }
  if (all - before > 0)
    {
      WaySplit split = { MAX (worked, 1) + (task->duration - worked) / 2, all - before };

      g_array_append_val (splits, split);
    }
}

static void
import_splits_of (WayMspdiImport *self, const WayMspdiItem *item, WayTask *task, Spread *spread,
                  WayTaskPeople *people)
{
  g_autoptr (GArray) splits = g_array_new (FALSE, FALSE, sizeof (WaySplit));
  WayWorktime *time = way_task_people_time (people, task);
  g_autofree char *text = NULL;

  if (way_plan_get_children (self->plan, task)->len > 0)
    return; /* a summary rests where its rows do */
  if (task->duration == 0 || way_unit_is_elapsed ((WayUnit) task->duration_unit))
    return;
  if (spread->rows->len > 0)
    find_rests (spread->rows, time, splits);
  else if (spread->shaped)
    guess_rests (item, task, time, splits);
  if (splits->len == 0)
    return;
  text = way_splits_to_text (splits);
  way_document_set_text (self->document, WAY_RECORD (task), "splits", text);
}

/**
 * way_mspdi_import_splits:
 *
 * Finds the interruptions of tasks in the work of their assignments; after all of these are in.
 */
void
way_mspdi_import_splits (WayMspdiImport *self)
{
  g_autoptr (GHashTable) spreads = g_hash_table_new_full (NULL, NULL, NULL, spread_free);
  WayWorktimes *worktimes = way_worktimes_new (self->plan);
  WayTaskPeople *people = way_task_people_new (self->plan, worktimes);

  for (guint i = 0; i < self->file->assignments->len; i++)
    collect (self, spreads, self->file->assignments->pdata[i]);
  for (guint i = 0; i < self->file->tasks->len; i++)
    {
      WayMspdiItem *item = self->file->tasks->pdata[i];
      gint64 uid = -1;
      WayRecord *task;

      way_mspdi_item_int (&way_mspdi_task, item, "UID", &uid);
      task = way_mspdi_find (self->tasks, uid);
      if (task != NULL && g_hash_table_contains (spreads, task))
        import_splits_of (self, item, WAY_TASK (task), g_hash_table_lookup (spreads, task), people);
    }
  way_task_people_free (people);
  way_worktimes_free (worktimes);
}

static void
write_row (WayMspdiExport *self, gint64 uid, gboolean done, WayMoment start, WayMoment finish,
           gint64 work)
{
  way_xml_writer_start (self->xml, "TimephasedData");
  way_xml_writer_int (self->xml, "Type", done ? 2 : 1);
  way_xml_writer_int (self->xml, "UID", uid);
  way_mspdi_write_value (self, "Start", WAY_CODEC_MOMENT, start);
  way_mspdi_write_value (self, "Finish", WAY_CODEC_MOMENT, finish);
  way_xml_writer_int (self->xml, "Unit", 0);
  way_mspdi_write_value (self, "Value", WAY_CODEC_DURATION, work);
  way_xml_writer_end (self->xml, "TimephasedData");
}

/**
 * way_mspdi_write_pieces:
 * @uid: of the assignment
 * @work: minutes of it, over the whole task
 *
 * Spreads the work of an assignment over the pieces of a split task, so that a reader sees where
 * it rests.
 */
void
way_mspdi_write_pieces (WayMspdiExport *self, WayTask *task, gint64 uid, gint64 work)
{
  g_autoptr (GArray) pieces = way_task_pieces (self->document, task);
  gint64 worked = way_task_worked (task), at = 0;

  for (guint i = 0; i < pieces->len; i++)
    {
      const WayTaskPiece *piece = &g_array_index (pieces, WayTaskPiece, i);
      gint64 share = work * piece->work / MAX (task->duration, 1);
      gboolean done = at + piece->work <= worked;

      write_row (self, uid, done, piece->start, piece->finish, MAX (share, 1));
      if (i + 1 < pieces->len)
        write_row (self, uid, done, piece->finish, piece[1].start, 0);
      at += piece->work;
    }
}
