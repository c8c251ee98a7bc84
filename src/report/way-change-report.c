/* way-change-report.c: the impact of a change request as a report: the template of its assessment.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-i18n.h"

#include "chart/way-change-layout.h"
#include "document/way-change-requests.h"
#include "metrics/impact/way-change-trial.h"
#include "metrics/impact/way-impact-lines.h"
#include "metrics/impact/way-recovered.h"
#include "metrics/way-rag.h"
#include "report/way-report-builders.h"

/* The one that is asked for; else the first that is open, else the last. */
static WayChangeRequest *
choose (WayDocument *document, const WayReportOptions *options)
{
  WayPlan *plan = way_document_get_plan (document);
  GPtrArray *requests = way_plan_peek_records (plan, &way_change_request_type);
  WayRecord *asked = options != NULL && options->record != 0
                         ? way_plan_lookup (plan, options->record) : NULL;

  if (asked != NULL && WAY_IS_CHANGE_REQUEST (asked))
    return WAY_CHANGE_REQUEST (asked);
  for (guint i = 0; i < requests->len; i++)
    if (way_change_request_is_open (requests->pdata[i]))
      return requests->pdata[i];
  return requests->len > 0 ? requests->pdata[requests->len - 1] : NULL;
}

/* On the plan as it is now while the change is open, else as it was kept. */
static WayChangeImpact *
impact_of (WayDocument *document, WayChangeRequest *request)
{
  g_autoptr (WayChangeTrial) trial = NULL;

  if (way_change_request_is_open (request) && request->changes[0] != '\0')
    trial = way_change_trial_run (document, request, WAY_TRIAL_ASSESS, NULL);
  if (trial == NULL)
    return way_change_impact_from_json (request->impact);
  return g_steal_pointer (&trial->impact);
}

static void
add_text (WayReport *report, WayChangeRequest *request, const char *name)
{
  const WayField *field = way_record_type_field (&way_change_request_type, name);
  g_autofree char *text
      = g_markup_escape_text (way_record_get_text (WAY_RECORD (request), name), -1);

  if (text[0] == '\0')
    return;
  way_report_add_heading (report, _ (field->label));
  way_report_add_paragraph (report, text);
}

static double
draw (double width, const WayMeasure *measure, WayScene *scene, gpointer data)
{
  return way_change_layout (data, width, measure, scene);
}

static void
add_line (WayTable *table, const WayImpactLine *line)
{
  g_autofree char *what = g_markup_escape_text (line->what, -1);
  g_autofree char *before = g_markup_escape_text (line->before != NULL ? line->before : "", -1);
  g_autofree char *after = g_markup_escape_text (line->after != NULL ? line->after : "", -1);
  g_autofree char *change = g_markup_escape_text (line->change, -1);

  if (line->before == NULL)
    way_table_add_row (table, what, change, NULL);
  else
    way_table_add_row (table, what, before, after, change, NULL);
}

static WayTable *
begin_table (WayReport *report, const WayImpactLine *line)
{
  WayTable *table;

  table = way_report_add_table (report);
  way_table_add_column (table, "", line->before != NULL ? 3 : 1, WAY_ALIGN_START);
  if (line->before != NULL)
    {
      way_table_add_column (table, _("Before"), 1, WAY_ALIGN_END);
      way_table_add_column (table, _("After"), 1, WAY_ALIGN_END);
    }
  way_table_add_column (table, line->before != NULL ? _("Change") : "",
                        line->before != NULL ? 1 : 3,
                        line->before != NULL ? WAY_ALIGN_END : WAY_ALIGN_START);
  return table;
}

/* The five areas of the assessment, each in a line. */
static void
add_areas (WayReport *report, WayPlan *plan, const WayChangeImpact *impact)
{
  WayTable *table;

  way_report_add_heading (report, _("Impact areas"));
  table = way_report_add_table (report);
  way_table_add_column (table, "", 1, WAY_ALIGN_START);
  way_table_add_column (table, "", 3, WAY_ALIGN_START);
  for (guint area = 0; area <= WAY_IMPACT_DEPENDENCIES; area++)
    {
      g_autofree char *text = way_impact_area_describe (impact, plan, area);
      g_autofree char *escaped = g_markup_escape_text (text, -1);

      way_table_add_row (table, way_impact_area_label (area), escaped, NULL);
    }
}

/* A cell is one line in Markdown and in plain text: the lines of @text are parted by “; ”. */
static char *
markup_of_lines (const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  g_autoptr (GString) joined = g_string_new (NULL);

  for (char **line = lines; *line != NULL; line++)
    if (g_strstrip (*line)[0] != '\0')
      g_string_append_printf (joined, "%s%s", joined->len > 0 ? "; " : "", *line);
  return g_markup_escape_text (joined->str, -1);
}

static void
add_risk (WayTable *table, WayRisk *risk)
{
  const char *level = way_enum_label (&way_enum_level,
                                      way_risk_band (way_risk_score_current (risk)));
  g_autofree char *id = way_record_dup_human_id (WAY_RECORD (risk));
  g_autofree char *title = g_markup_printf_escaped ("%s %s", id, WAY_RECORD (risk)->title);
  g_autofree char *mitigation = markup_of_lines (risk->mitigation);
  g_autofree char *contingency = markup_of_lines (risk->contingency);

  way_table_add_row (table, level, title, mitigation, contingency, NULL);
}

/* The register's risks about what moves, by level; and those that the request tells in words. */
static void
add_risks (WayReport *report, WayPlan *plan, WayChangeRequest *request,
           const WayChangeImpact *impact)
{
  g_autoptr (GPtrArray) risks = way_impact_risks (impact, plan, WAY_RECORD (request));
  static const char *const fields[] = { "mitigation", "contingency" };
  WayTable *table;

  if (risks->len == 0)
    return;
  way_report_add_heading (report, _("Risk assessment"));
  table = way_report_add_table (report);
  way_table_add_column (table, C_("risk", "Level"), 1, WAY_ALIGN_START);
  way_table_add_column (table, _("Risk"), 3, WAY_ALIGN_START);
  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    way_table_add_column (table, _ (way_record_type_field (&way_risk_type, fields[i])->label), 3,
                          WAY_ALIGN_START);
  for (guint i = 0; i < risks->len; i++)
    add_risk (table, risks->pdata[i]);
}

static void
add_impact (WayReport *report, WayPlan *plan, WayChangeRequest *request, WayChangeImpact *impact)
{
  g_autoptr (GPtrArray) lines = way_impact_lines (impact, plan);
  g_autofree char *summary = way_impact_summary (impact, plan);
  g_autofree char *escaped = g_markup_escape_text (summary, -1);
  WayTable *table = NULL;

  way_report_add_heading (report, _("Impact"));
  way_report_add_paragraph (report, escaped);
  if (impact->rows->len > 0)
    way_report_add_chart (report, summary, draw, impact, (GDestroyNotify) way_change_impact_free);
  add_areas (report, plan, impact);
  for (guint i = 0; i < lines->len; i++)
    {
      const WayImpactLine *line = lines->pdata[i];
      const WayImpactLine *last = i > 0 ? lines->pdata[i - 1] : NULL;

      if (last == NULL || last->area != line->area
          || (last->before == NULL) != (line->before == NULL))
        {
          if (last == NULL || last->area != line->area)
            way_report_add_heading (report, way_impact_area_label (line->area));
          table = begin_table (report, line);
        }
      add_line (table, line);
    }
  add_risks (report, plan, request, impact);
  if (impact->rows->len == 0)
    way_change_impact_free (impact);
}

static void
add_approvals (WayReport *report, WayChangeRequest *request)
{
  GPtrArray *approvals = way_change_request_approvals (request);
  static const char *const fields[]
      = { "person", "role", "decision", "decided_on", "condition" };
  g_autofree char *rule = NULL;
  WayTable *table;

  if (approvals->len == 0)
    return;
  rule = way_change_request_describe_rule (request);
  way_report_add_heading (report, _("Approvals"));
  way_report_add_paragraph (report, rule);
  table = way_report_add_table (report);
  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    way_table_add_column (table, _ (way_record_type_field (&way_approval_type, fields[i])->label),
                          1, WAY_ALIGN_START);
  for (guint i = 0; i < approvals->len; i++)
    {
      char *cells[G_N_ELEMENTS (fields)];

      for (gsize k = 0; k < G_N_ELEMENTS (fields); k++)
        {
          g_autofree char *text = way_record_format (
              approvals->pdata[i], way_record_type_field (&way_approval_type, fields[k]));

          cells[k] = g_markup_escape_text (text, -1);
        }
      way_table_add_row (table, cells[0], cells[1], cells[2], cells[3], cells[4], NULL);
      for (gsize k = 0; k < G_N_ELEMENTS (fields); k++)
        g_free (cells[k]);
    }
}

/* A date, and who: "18 Nov 2026", "Samuel Okafor". */
static void
add_day (WayReport *report, WayChangeRequest *request, const char *day, const char *person)
{
  const WayRecordType *type = &way_change_request_type;
  const WayField *field = way_record_type_field (type, day);
  g_autofree char *text = way_record_format (WAY_RECORD (request), field);
  g_autofree char *who
      = person != NULL
            ? way_record_format (WAY_RECORD (request), way_record_type_field (type, person))
            : g_strdup ("");

  if (text[0] != '\0')
    way_report_add_figure (report, _ (field->label), text, who);
}

static void
add_recovery (WayReport *report, WayDocument *document, WayChangeRequest *request)
{
  g_autofree char *text = way_recovery_describe (document, request);
  g_autofree char *escaped = NULL;

  if (text == NULL)
    return;
  escaped = g_markup_escape_text (text, -1);
  way_report_add_paragraph (report, escaped);
}

/**
 * way_build_change_impact:
 *
 * Returns: (transfer full): one change request: reasons, impact, approvals
 */
WayReport *
way_build_change_impact (WayDocument *document, const WayReportOptions *options)
{
  WayReport *report = way_report_new_for (document, _("Change impact"), options);
  WayChangeRequest *request = choose (document, options);
  g_autoptr (WayRagStatus) status = way_rag_of_plan (document);
  g_autofree char *id = NULL, *name = NULL, *byline = way_report_byline (report);
  WayChangeImpact *impact;

  if (request == NULL)
    {
      way_report_add_title (report, report->kind, report->title, byline, status->rag);
      way_report_add_paragraph (report, _("No change is asked for."));
      return report;
    }
  id = way_record_dup_human_id (WAY_RECORD (request));
  name = g_strdup_printf ("%s %s", id, WAY_RECORD (request)->title);
  way_report_add_title (report, report->kind, name, byline, status->rag);
  way_report_add_figure (report, _("Status"),
                         way_enum_label (&way_enum_change_status, request->status),
                         way_enum_label (&way_enum_change_kind, request->kind));
  add_day (report, request, "raised_on", "requester");
  add_day (report, request, request->decided_on != WAY_NEVER ? "decided_on" : "needed_by",
           request->decided_on != WAY_NEVER ? NULL : "owner");
  add_day (report, request, "implemented_on", NULL);
  add_recovery (report, document, request);
  add_text (report, request, "why");
  add_text (report, request, "recommendation");
  add_text (report, request, "alternatives");
  impact = impact_of (document, request);
  if (impact != NULL)
    add_impact (report, way_document_get_plan (document), request, impact);
  add_text (report, request, "risks");
  add_approvals (report, request);
  add_text (report, request, "lessons");
  return report;
}
