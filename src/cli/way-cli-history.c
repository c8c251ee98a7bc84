/* way-cli-history.c: the verbs log and verify.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-i18n.h"

#include "cli/way-cli.h"

static const char *const origins[] = {
  [WAY_ORIGIN_EDIT] = "edit",           [WAY_ORIGIN_UNDO] = "undo",
  [WAY_ORIGIN_REDO] = "redo",           [WAY_ORIGIN_IMPORT] = "import",
  [WAY_ORIGIN_LEVELLING] = "levelling", [WAY_ORIGIN_CHANGE_REQUEST] = "change-request",
  [WAY_ORIGIN_SNAPSHOT] = "snapshot",   [WAY_ORIGIN_WATCH] = "watch",
};

static void
tell_entry (WayCli *cli, const WayJournalEntry *entry)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (entry->time);
  g_autofree char *stamp = time != NULL ? g_date_time_format (time, "%Y-%m-%dT%H:%M:%SZ") : NULL;
  const char *origin = (guint) entry->origin < G_N_ELEMENTS (origins) ? origins[entry->origin] : "";

  way_cli_out_row (cli->out);
  way_cli_out_int (cli->out, "seq", _("No."), entry->seq);
  way_cli_out_text (cli->out, "time", _("When"), stamp);
  way_cli_out_text (cli->out, "author", _("Who"), entry->author);
  way_cli_out_text (cli->out, "origin", _("How"), origin);
  way_cli_out_int (cli->out, "edits", _("Edits"), entry->n_edits);
  way_cli_out_text (cli->out, "label", _("What"), entry->label);
  way_cli_out_int (cli->out, "reverts", NULL, entry->reverts);
}

gboolean
way_cli_log (WayCli *cli, GError **error)
{
  const char *typed = way_cli_option (cli, "limit");
  g_autoptr (WayStore) store = NULL;
  g_autoptr (GPtrArray) journal = NULL;
  guint64 limit = G_MAXUINT;

  if (typed != NULL && !g_ascii_string_to_unsigned (typed, 10, 1, G_MAXUINT, &limit, NULL))
    {
      way_cli_usage_error (error, _("“%s” is not a number of changes for --limit."), typed);
      return FALSE;
    }
  store = way_store_open (cli->arguments[0], error);
  if (store == NULL)
    return FALSE;
  journal = way_store_read_journal (store, 0, 0, error);
  if (journal == NULL)
    return FALSE;
  way_cli_out_table (cli->out, "changes", "");
  for (guint i = journal->len > limit ? journal->len - (guint) limit : 0; i < journal->len; i++)
    tell_entry (cli, journal->pdata[i]);
  way_cli_out_end (cli->out);
  return TRUE;
}

/* What is wrong with the schedule, as sentences added to @problems. */
static void
verify_schedule (WayDocument *document, GPtrArray *problems)
{
  WayPlan *plan = way_document_get_plan (document);
  g_autoptr (GPtrArray) ignored = way_document_get_ignored_links (document);
  GPtrArray *tasks = way_plan_get_outline (plan);

  for (guint i = 0; i < ignored->len; i++)
    {
      g_autofree char *label = way_record_dup_label (ignored->pdata[i]);

      g_ptr_array_add (problems, g_strdup_printf (
          _("The link %s closes a loop and is left out of the schedule."), label));
    }
  for (guint i = 0; i < tasks->len; i++)
    {
      WayTask *task = tasks->pdata[i];
      const char *title = WAY_RECORD (task)->title;

      if (!task->active)
        continue;
      if (task->start == WAY_NEVER || task->finish == WAY_NEVER)
        g_ptr_array_add (problems, g_strdup_printf (_("“%s” has no dates."), title));
      else if (task->finish < task->start)
        g_ptr_array_add (problems, g_strdup_printf (_("“%s” finishes before it starts."), title));
    }
}

gboolean
way_cli_verify (WayCli *cli, GError **error)
{
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (WayDocument) document = way_document_open (cli->arguments[0], error);

  if (document == NULL
      || !way_store_verify (way_document_get_store (document), problems, error))
    return FALSE;
  verify_schedule (document, problems);

  cli->failed = problems->len > 0;
  way_cli_out_bool (cli->out, "sound", NULL, !cli->failed);
  way_cli_out_text (cli->out, NULL, _("Plan"),
                    cli->failed ? _("something is wrong") : _("file, journal and schedule are sound"));
  way_cli_out_table (cli->out, "problems", "");
  for (guint i = 0; i < problems->len; i++)
    {
      way_cli_out_row (cli->out);
      way_cli_out_text (cli->out, "problem", _("Problem"), problems->pdata[i]);
    }
  way_cli_out_end (cli->out);
  return TRUE;
}
