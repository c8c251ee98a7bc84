/* way-cli-plan.c: the verbs new and info.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-i18n.h"

#include "cli/way-cli.h"
#include "document/way-sample.h"
#include "metrics/attention/way-attention.h"
#include "metrics/way-conflicts.h"
#include "metrics/way-milestone-metrics.h"
#include "metrics/way-progress.h"
#include "metrics/way-rag.h"
#include "metrics/way-task-metrics.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>

#define N_NEXT_MILESTONES 5

typedef struct
{
  const char *name;
  const char *summary;
  gboolean (*fill) (WayDocument *document, GError **error); /* (nullable) */
  WayMoment (*start) (void); /* (nullable): it has dates of its own */
} Template;

static const Template templates[] = {
  { "blank", N_ ("calendars only"), NULL, NULL },
  { "sample", N_ ("a complete product launch to look at, on dates of its own"), way_sample_fill,
    way_sample_get_start },
};

/**
 * way_cli_list_templates:
 *
 * Returns: (transfer full): the templates, for --help
 */
char *
way_cli_list_templates (void)
{
  GString *text = g_string_new (_("Templates:"));

  g_string_append_c (text, '\n');
  for (guint i = 0; i < G_N_ELEMENTS (templates); i++)
    g_string_append_printf (text, "  %-9s  %s\n", templates[i].name, _ (templates[i].summary));
  return g_string_free (text, FALSE);
}

static const Template *
find_template (WayCli *cli, GError **error)
{
  const char *name = way_cli_option (cli, "template");

  if (name == NULL)
    return &templates[0];
  for (guint i = 0; i < G_N_ELEMENTS (templates); i++)
    if (g_str_equal (templates[i].name, name))
      return &templates[i];
  way_cli_usage_error (error, _("There is no template “%s”."), name);
  return NULL;
}

/* "launch" for "/plans/launch.waymark" */
static char *
title_of_path (const char *path)
{
  g_autofree char *base = g_path_get_basename (path);

  if (g_str_has_suffix (base, WAY_STORE_SUFFIX))
    base[strlen (base) - strlen (WAY_STORE_SUFFIX)] = '\0';
  return g_filename_display_name (base);
}

gboolean
way_cli_new (WayCli *cli, GError **error)
{
  const char *path = cli->arguments[0];
  const char *title = way_cli_option (cli, "title");
  const Template *template = find_template (cli, error);
  WayMoment start = way_moment_today ();
  g_autofree char *name = title != NULL ? g_strdup (title) : title_of_path (path);
  g_autoptr (WayDocument) document = NULL;

  if (template == NULL || !way_cli_day_option (cli, "start", &start, error))
    return FALSE;
  if (template->start != NULL && way_cli_option (cli, "start") != NULL)
    {
      way_cli_usage_error (error, _("The template “%s” has dates of its own; leave out --start."),
                           template->name);
      return FALSE;
    }
  if (template->start != NULL)
    start = template->start ();
  document = way_document_create (path, name, start, error);
  if (document == NULL)
    return FALSE;
  if (template->fill != NULL && !template->fill (document, error))
    {
      g_clear_object (&document);
      g_unlink (path);
      return FALSE;
    }
  way_cli_out_text (cli->out, "plan", _("Plan"), path);
  way_cli_out_text (cli->out, "title", _("Title"), way_document_get_title (document));
  way_cli_out_day (cli->out, "start", _("Start"), start);
  return TRUE;
}

static void
tell_counts (WayCli *cli, WayPlan *plan)
{
  guint n_types;
  const WayRecordType **types = way_record_types (&n_types);

  way_cli_out_table (cli->out, "counts", "");
  for (guint i = 0; i < n_types; i++)
    {
      guint n_records = way_plan_peek_records (plan, types[i])->len;

      if (n_records == 0)
        continue;
      way_cli_out_row (cli->out);
      way_cli_out_int (cli->out, "n", _("Count"), n_records);
      way_cli_out_text (cli->out, "type", NULL, types[i]->name);
      way_cli_out_text (cli->out, NULL, _("Records"), _ (types[i]->plural));
    }
  way_cli_out_end (cli->out);
}

static void
tell_milestones (WayCli *cli, WayDocument *document)
{
  g_autoptr (GPtrArray) next = way_milestones_next (document, N_NEXT_MILESTONES);

  way_cli_out_table (cli->out, "next_milestones", _("Next milestones"));
  for (guint i = 0; i < next->len; i++)
    {
      WayMilestone *milestone = next->pdata[i];
      g_autofree char *id = way_record_dup_human_id (WAY_RECORD (milestone));
      g_autofree char *variance
          = way_variance_format (way_document_get_plan (document), milestone->variance);

      way_cli_out_row (cli->out);
      way_cli_out_text (cli->out, "id", _("Id"), id);
      way_cli_out_text (cli->out, "title", _("Milestone"), WAY_RECORD (milestone)->title);
      way_cli_out_day (cli->out, "target", _("Target"), milestone->target_date);
      way_cli_out_day (cli->out, "forecast", _("Forecast"), milestone->forecast);
      way_cli_out_minutes (cli->out, "variance", _("Variance"), milestone->variance, variance);
    }
  way_cli_out_end (cli->out);
}

/* NULL with @error when --milestones is none of what it takes. */
static GPtrArray *
wanted_milestones (WayCli *cli, WayDocument *document, GError **error)
{
  const char *wanted = way_cli_option (cli, "milestones");

  if (g_str_equal (wanted, "all"))
    return way_milestones_all (document);
  if (g_str_equal (wanted, "open"))
    return way_milestones_next (document, 0);
  if (g_str_equal (wanted, "late"))
    return way_milestones_late (document);
  way_cli_usage_error (error, _("--milestones takes “all”, “open” or “late”, not “%s”."), wanted);
  return NULL;
}

/* Milestones with their colour and the worst reason for it. */
static gboolean
tell_wanted_milestones (WayCli *cli, WayDocument *document, GError **error)
{
  g_autoptr (GPtrArray) all = wanted_milestones (cli, document, error);

  if (all == NULL)
    return FALSE;
  way_cli_out_table (cli->out, "milestones", _("Milestones"));
  for (guint i = 0; i < all->len; i++)
    {
      WayMilestone *milestone = all->pdata[i];
      g_autoptr (WayRagStatus) rag = way_rag_of_milestone (document, milestone);
      g_autofree char *id = way_record_dup_human_id (WAY_RECORD (milestone));
      g_autofree char *variance
          = way_variance_format (way_document_get_plan (document), milestone->variance);

      way_cli_out_row (cli->out);
      way_cli_out_text (cli->out, "id", _("Id"), id);
      way_cli_out_text (cli->out, "title", _("Milestone"), WAY_RECORD (milestone)->title);
      way_cli_out_text (cli->out, "status", NULL,
                        way_enum_nick (&way_enum_status, milestone->status));
      way_cli_out_text (cli->out, NULL, _("Status"),
                        way_enum_label (&way_enum_status, milestone->status));
      way_cli_out_text (cli->out, "lead", _("Lead"), way_milestone_lead (milestone));
      way_cli_out_day (cli->out, "target", _("Target"), milestone->target_date);
      way_cli_out_day (cli->out, "forecast", _("Forecast"), milestone->forecast);
      way_cli_out_minutes (cli->out, "variance", _("Variance"), milestone->variance, variance);
      way_cli_out_percent (cli->out, "complete", _("Done"), (double) milestone->complete);
      way_cli_out_text (cli->out, "rag", NULL, way_enum_nick (&way_enum_rag, rag->rag));
      way_cli_out_text (cli->out, NULL, _("Health"), way_rag_label (rag->rag));
      way_cli_out_text (cli->out, "reason", _("Why"),
                        rag->reasons->len > 0 ? rag->reasons->pdata[0] : "");
    }
  way_cli_out_end (cli->out);
  return TRUE;
}

static void
tell_status (WayCli *cli, WayDocument *document)
{
  g_autoptr (WayRagStatus) rag = way_rag_of_plan (document);
  g_autoptr (WayFigure) progress = way_progress_actual (document, NULL);
  g_autoptr (GPtrArray) late = way_milestones_late (document);
  g_autoptr (GPtrArray) overdue = way_tasks_overdue (document);
  g_autoptr (GPtrArray) critical = way_tasks_critical (document);
  WayPlanDates dates;

  way_plan_dates (document, &dates);
  way_cli_out_text (cli->out, "title", _("Title"), way_document_get_title (document));
  way_cli_out_day (cli->out, "start", _("Start"), dates.start);
  way_cli_out_day (cli->out, "finish", _("Finish"), dates.finish);
  way_cli_out_day (cli->out, "baseline_finish", _("Baseline finish"), dates.baseline);
  way_cli_out_day (cli->out, "status_date", _("Status date"),
                   way_document_get_status_date (document));
  if (progress->known)
    way_cli_out_percent (cli->out, "progress", _("Progress"), progress->value);
  way_cli_out_text (cli->out, "rag", NULL, way_enum_nick (&way_enum_rag, rag->rag));
  way_cli_out_text (cli->out, NULL, _("Health"), way_rag_label (rag->rag));
  way_cli_out_int (cli->out, "late_milestones", _("Late milestones"), late->len);
  way_cli_out_int (cli->out, "overdue_tasks", _("Overdue tasks"), overdue->len);
  way_cli_out_int (cli->out, "critical_tasks", _("Critical tasks"), critical->len);
  way_cli_out_table (cli->out, "reasons", _("Health"));
  for (guint i = 0; i < rag->reasons->len; i++)
    {
      way_cli_out_row (cli->out);
      way_cli_out_text (cli->out, "reason", way_rag_label (rag->rag), rag->reasons->pdata[i]);
    }
  way_cli_out_end (cli->out);
}

gboolean
way_cli_info (WayCli *cli, GError **error)
{
  g_autoptr (WayDocument) document = way_document_open (cli->arguments[0], error);
  g_autoptr (GPtrArray) attention = NULL;

  if (document == NULL)
    return FALSE;
  if (way_cli_option (cli, "milestones") != NULL)
    return tell_wanted_milestones (cli, document, error);
  tell_status (cli, document);
  tell_counts (cli, way_document_get_plan (document));
  tell_milestones (cli, document);
  attention = way_attention_list (document);
  way_cli_tell_attention (cli, attention, NULL);
  way_cli_out_int (cli->out, "n_conflicts", _("Conflicts"), way_conflicts_count (document));
  return TRUE;
}
