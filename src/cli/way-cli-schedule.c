/* way-cli-schedule.c: the verb schedule: every row's dates, float and driver.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-i18n.h"

#include "cli/way-cli.h"

#include "document/way-explain.h"
#include "document/way-reschedule.h"
#include "metrics/way-conflicts.h"

#include <glib/gstdio.h>

/* The plan as of another day, on a copy that nobody else sees. */
static WayDocument *
open_as_of (const char *path, WayMoment status_date, GError **error)
{
  g_autoptr (WayDocument) original = way_document_open (path, error);
  g_autoptr (WayDocument) copy = NULL;
  g_autofree char *folder = NULL;
  g_autofree char *file = NULL;
  gboolean copied;

  if (original == NULL)
    return NULL;
  folder = g_dir_make_tmp ("waymark-XXXXXX", error);
  if (folder == NULL)
    return NULL;
  file = g_build_filename (folder, "copy" WAY_STORE_SUFFIX, NULL);
  copied = way_store_backup (way_document_get_store (original), file, error);
  if (copied)
    copy = way_document_open (file, error);
  if (copy != NULL)
    {
      way_document_begin (copy, "status date");
      way_document_set_int (copy, WAY_RECORD (way_plan_get_project (way_document_get_plan (copy))),
                            "status_date", status_date);
      if (!way_document_commit (copy, error))
        g_clear_object (&copy);
    }
  /* The open file lives on without its name. */
  g_unlink (file);
  for (guint i = 0; i < 2; i++)
    {
      g_autofree char *side = g_strconcat (file, i == 0 ? "-wal" : "-shm", NULL);

      g_unlink (side);
    }
  g_rmdir (folder);
  return g_steal_pointer (&copy);
}

static char *
format_float (WayDocument *document, gint64 minutes)
{
  WayUnitRates rates = way_plan_get_unit_rates (way_document_get_plan (document));

  return way_duration_format (minutes, WAY_UNIT_DAYS, &rates);
}

/* For programs: 0 where there is none. */
static void
tell_row (WayCli *cli, const char *key, WayTask *task)
{
  way_cli_out_int (cli->out, key, NULL, task != NULL ? task->row + 1 : 0);
}

/* The driver and what came on top, for people in a sentence, for programs in parts. */
static void
tell_why (WayCli *cli, WayDocument *document, WayTask *task)
{
  g_autoptr (GPtrArray) reasons = way_explain_start (document, task);
  g_autoptr (GString) why = g_string_new (NULL);
  const WayReason *driver = reasons->len > 0 ? reasons->pdata[0] : NULL;

  for (guint i = 0; i < reasons->len; i++)
    g_string_append_printf (why, "%s%s", i > 0 ? "; " : "",
                            ((const WayReason *) reasons->pdata[i])->text);
  way_cli_out_text (cli->out, "driver", _("Driver"), why->str);
  way_cli_out_text (cli->out, "driver_kind", NULL,
                    driver != NULL ? way_reason_kind_name (driver->kind) : NULL);
  way_cli_out_moment (cli->out, "driver_date", NULL, driver != NULL ? driver->date : WAY_NEVER);
  tell_row (cli, "driver_row", driver != NULL ? driver->task : NULL);
  way_cli_out_text (cli->out, "driver_link", NULL,
                    driver != NULL && driver->link != NULL
                        ? way_enum_nick (&way_enum_link_type, driver->link->type) : NULL);
}

static void
tell_task (WayCli *cli, WayDocument *document, WayTask *task)
{
  WayRecord *record = WAY_RECORD (task);
  g_autofree char *total = format_float (document, task->total_float);
  g_autofree char *free = format_float (document, task->free_float);
  g_autofree char *duration
      = way_record_format (record, way_record_type_field (&way_task_type, "span"));
  g_autofree char *name = g_strdup_printf ("%*s%s", (int) task->depth * 2, "", record->title);

  way_cli_out_row (cli->out);
  way_cli_out_int (cli->out, "row", _("Row"), task->row + 1);
  way_cli_out_int (cli->out, "id", NULL, record->id);
  way_cli_out_text (cli->out, "title", NULL, record->title);
  way_cli_out_text (cli->out, NULL, _("Task"), name);
  way_cli_out_int (cli->out, "level", NULL, task->depth);
  way_cli_out_bool (cli->out, "summary", NULL, task->summary);
  way_cli_out_minutes (cli->out, "duration", _("Duration"), task->span, duration);
  way_cli_out_percent (cli->out, "complete", _("Done"), task->complete);
  way_cli_out_moment (cli->out, "start", NULL, task->start);
  way_cli_out_moment (cli->out, "finish", NULL, task->finish);
  way_cli_out_moment (cli->out, "early_start", _("Early start"), task->early_start);
  way_cli_out_moment (cli->out, "early_finish", _("Early finish"), task->early_finish);
  way_cli_out_moment (cli->out, "late_start", _("Late start"), task->late_start);
  way_cli_out_moment (cli->out, "late_finish", _("Late finish"), task->late_finish);
  way_cli_out_minutes (cli->out, "total_float", _("Total float"), task->total_float, total);
  way_cli_out_minutes (cli->out, "free_float", _("Free float"), task->free_float, free);
  way_cli_out_bool (cli->out, "critical", _("Critical"), task->critical);
  tell_why (cli, document, task);
}

static void
tell_conflicts (WayCli *cli, WayDocument *document)
{
  g_autoptr (GPtrArray) list = way_conflicts_list (document, G_MAXUINT);

  way_cli_out_int (cli->out, "n_conflicts", NULL, list->len);
  way_cli_out_table (cli->out, "conflicts", _("Conflicts"));
  for (guint i = 0; i < list->len; i++)
    {
      const WayConflict *conflict = list->pdata[i];
      g_autoptr (GString) ways = g_string_new (NULL);

      for (guint k = 0; k < conflict->remedies->len; k++)
        {
          g_autofree char *label = way_remedy_dup_label (conflict->remedies->pdata[k]);

          g_string_append_printf (ways, "%s%s", k > 0 ? "; " : "", label);
        }
      way_cli_out_row (cli->out);
      way_cli_out_text (cli->out, "kind", NULL, way_conflict_kind_name (conflict->kind));
      tell_row (cli, "row", conflict->task);
      tell_row (cli, "other_row", conflict->other);
      way_cli_out_text (cli->out, "text", _("What"), conflict->text);
      way_cli_out_text (cli->out, "ways_out", _("Ways out"), ways->str);
    }
  way_cli_out_end (cli->out);
}

/* Changes the plan, as one step that can be undone. */
static gboolean
reschedule (WayCli *cli, WayMoment after, GError **error)
{
  g_autoptr (WayDocument) document = way_document_open (cli->arguments[0], error);
  guint n_moved = 0;

  if (document == NULL || !way_reschedule_unfinished (document, after, &n_moved, error))
    return FALSE;
  way_cli_out_int (cli->out, "moved", _("Tasks moved"), n_moved);
  return TRUE;
}

gboolean
way_cli_schedule (WayCli *cli, GError **error)
{
  g_autoptr (WayDocument) document = NULL;
  WayMoment status_date = WAY_NEVER, after = WAY_NEVER;
  GPtrArray *outline;

  if (!way_cli_day_option (cli, "status-date", &status_date, error)
      || !way_cli_day_option (cli, "reschedule-after", &after, error)
      || (after != WAY_NEVER && !reschedule (cli, after, error)))
    return FALSE;
  document = status_date != WAY_NEVER ? open_as_of (cli->arguments[0], status_date, error)
                                      : way_document_open (cli->arguments[0], error);
  if (document == NULL)
    return FALSE;
  way_cli_out_text (cli->out, "title", NULL, way_document_get_title (document));
  way_cli_out_day (cli->out, "status_date", NULL, way_document_get_status_date (document));
  way_cli_out_table (cli->out, "tasks", "");
  outline = way_plan_get_outline (way_document_get_plan (document));
  for (guint i = 0; i < outline->len; i++)
    tell_task (cli, document, outline->pdata[i]);
  way_cli_out_end (cli->out);
  tell_conflicts (cli, document);
  return TRUE;
}
