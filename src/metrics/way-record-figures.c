/* way-record-figures.c: what is worked out for a record and stands in no field, for lists.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-i18n.h"

#include "metrics/way-record-figures.h"

#include "document/way-milestone-parts.h"
#include "metrics/way-document-figures.h"
#include "metrics/way-kpi-metrics.h"
#include "metrics/way-milestone-metrics.h"
#include "metrics/way-rag.h"

#include <string.h>

/* ------------------------------------------------------------------ status colour */

static char *
rag_format (WayDocument *document, WayRecord *record)
{
  g_autoptr (WayRagStatus) status = way_rag_of_milestone (document, WAY_MILESTONE (record));

  return g_strdup (way_rag_label (status->rag));
}

/* The worst first when sorted downwards, as they are numbered. */
static gint64
rag_rank (WayDocument *document, WayRecord *record)
{
  g_autoptr (WayRagStatus) status = way_rag_of_milestone (document, WAY_MILESTONE (record));

  return status->rag;
}

static char *
rag_explain (WayDocument *document, WayRecord *record)
{
  g_autoptr (WayRagStatus) status = way_rag_of_milestone (document, WAY_MILESTONE (record));

  return way_rag_status_to_text (status);
}

static const char *
rag_tone (WayDocument *document, WayRecord *record)
{
  g_autoptr (WayRagStatus) status = way_rag_of_milestone (document, WAY_MILESTONE (record));

  return status->rag == WAY_RAG_RED ? "bad" : status->rag == WAY_RAG_YELLOW ? "warning" : "good";
}

/* ------------------------------------------------------------------ baseline and days left */

static gint64
baseline_rank (WayDocument *document, WayRecord *record)
{
  WayMoment baseline = way_milestone_baseline (document, WAY_MILESTONE (record));

  return baseline != WAY_NEVER ? baseline : WAY_FIGURE_LAST;
}

static char *
baseline_format (WayDocument *document, WayRecord *record)
{
  WayMoment baseline = way_milestone_baseline (document, WAY_MILESTONE (record));

  return baseline != WAY_NEVER ? way_moment_format_date (way_finish_day (baseline)) : g_strdup ("");
}

static char *
baseline_explain (WayDocument *document, WayRecord *record)
{
  WayMilestone *milestone = WAY_MILESTONE (record);
  WayMoment baseline = way_milestone_baseline (document, milestone);
  g_autofree char *drift = NULL;

  if (baseline == WAY_NEVER)
    return g_strdup (_("Its row was in no baseline when one was saved."));
  if (milestone->forecast == WAY_NEVER)
    return g_strdup (_("The finish of its row when the baseline was saved."));
  drift = way_variance_describe (way_document_get_plan (document),
                                 way_finish_variance (document, way_finish_day (baseline),
                                                      milestone->forecast));
  /* Translators: %s is like: 3 working days late */
  return g_strdup_printf (_("The finish of its row when the baseline was saved; the forecast is now "
                            "%s against it."), drift);
}

static gboolean
find_days (WayDocument *document, WayRecord *record, gint64 *days)
{
  g_autoptr (WayFigure) figure
      = way_milestone_figure (document, WAY_MILESTONE (record), "days_remaining");

  *days = (gint64) figure->value;
  return figure->known;
}

static gint64
days_rank (WayDocument *document, WayRecord *record)
{
  gint64 days;

  return find_days (document, record, &days) ? days : WAY_FIGURE_LAST;
}

static char *
days_format (WayDocument *document, WayRecord *record)
{
  gint64 days;

  return find_days (document, record, &days)
             ? g_strdup_printf ("%s%" G_GINT64_FORMAT, days < 0 ? "−" : "", ABS (days))
             : g_strdup ("");
}

static char *
days_explain (WayDocument *document, WayRecord *record)
{
  WayMilestone *milestone = WAY_MILESTONE (record);
  g_autofree char *today = way_moment_format_date (way_document_get_status_date (document));
  g_autofree char *target = NULL;
  gint64 days;

  if (!find_days (document, record, &days))
    return g_strdup (way_milestone_is_open (milestone) ? _("It has no target.")
                                                       : _("It is not open any more."));
  target = way_moment_format_date (milestone->target_date);
  return g_strdup_printf (_("Calendar days from the status date, %s, to the target, %s."), today,
                          target);
}

static const char *
days_tone (WayDocument *document, WayRecord *record)
{
  gint64 days;

  return find_days (document, record, &days) && days < 0 ? "bad" : NULL;
}

/* ------------------------------------------------------------------ lead */

static char *
lead_format (WayDocument *document, WayRecord *record)
{
  return g_strdup (way_milestone_lead (WAY_MILESTONE (record)));
}

static char *
lead_explain (WayDocument *document, WayRecord *record)
{
  return g_strdup (_("Its owner, else its technical lead, else its product owner."));
}

static const WayRecordFigure milestone_figures[] = {
  { "rag", N_ ("Status colour"), "status", FALSE, rag_format, rag_rank, rag_explain, rag_tone },
  { "baseline", N_ ("Baseline"), NULL, FALSE, baseline_format, baseline_rank,
    baseline_explain, NULL },
  { "days-remaining", N_ ("Days left"), "variance", TRUE, days_format, days_rank, days_explain,
    days_tone },
  { "lead", N_ ("Lead"), NULL, FALSE, lead_format, NULL, lead_explain, NULL },
};

/* ------------------------------------------------------------------ KPIs */

#define MOST_BARS 12

/* The last measurements as small bars, the lowest and the highest of them the ends. */
static char *
course_format (WayDocument *document, WayRecord *record)
{
  static const char *const bars[] = { "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█" };
  g_autoptr (GPtrArray) all = way_kpi_measurements (document, WAY_KPI (record));
  guint first = all->len > MOST_BARS ? all->len - MOST_BARS : 0;
  double low = G_MAXDOUBLE, high = -G_MAXDOUBLE;
  GString *text = g_string_new (NULL);

  for (guint i = first; i < all->len; i++)
    {
      low = MIN (low, WAY_MEASUREMENT (all->pdata[i])->value);
      high = MAX (high, WAY_MEASUREMENT (all->pdata[i])->value);
    }
  for (guint i = first; i < all->len && all->len > 1; i++)
    {
      double share = high > low ? (WAY_MEASUREMENT (all->pdata[i])->value - low) / (high - low)
                                : 0.5;

      g_string_append (text, bars[(guint) (share * (G_N_ELEMENTS (bars) - 1) + 0.5)]);
    }
  return g_string_free (text, FALSE);
}

static gint64
course_rank (WayDocument *document, WayRecord *record)
{
  g_autoptr (GPtrArray) all = way_kpi_measurements (document, WAY_KPI (record));

  return all->len;
}

static char *
course_explain (WayDocument *document, WayRecord *record)
{
  g_autoptr (GPtrArray) all = way_kpi_measurements (document, WAY_KPI (record));

  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u measurement up to the status date.",
                                       "%u measurements up to the status date; a bar each, the "
                                       "last twelve.",
                                       all->len),
                          all->len);
}

static char *
latest_format (WayDocument *document, WayRecord *record)
{
  WayMeasurement *latest = way_kpi_latest (document, WAY_KPI (record));
  g_autofree char *number = latest != NULL ? way_number_format (latest->value, 2) : NULL;

  if (latest == NULL)
    return g_strdup ("");
  return WAY_KPI (record)->unit[0] != '\0'
             ? g_strdup_printf ("%s %s", number, WAY_KPI (record)->unit)
             : g_steal_pointer (&number);
}

static gint64
latest_rank (WayDocument *document, WayRecord *record)
{
  WayMeasurement *latest = way_kpi_latest (document, WAY_KPI (record));

  return latest != NULL ? latest->date : WAY_FIGURE_LAST;
}

/* When it was measured, and by when the next measurement is due. */
static char *
latest_explain (WayDocument *document, WayRecord *record)
{
  WayMeasurement *latest = way_kpi_latest (document, WAY_KPI (record));
  WayMoment due = way_kpi_due (document, WAY_KPI (record));
  g_autofree char *day = latest != NULL ? way_moment_format_date (latest->date) : NULL;
  g_autofree char *next = due != WAY_NEVER ? way_moment_format_date (due) : NULL;
  g_autofree char *measured = day != NULL ? g_strdup_printf (_("Measured on %s."), day)
                                          : g_strdup (_("Not measured yet."));

  if (next == NULL)
    return g_steal_pointer (&measured);
  return way_kpi_is_overdue (document, WAY_KPI (record))
             ? g_strdup_printf (_("%s The next measurement was due on %s."), measured, next)
             : g_strdup_printf (_("%s The next measurement is due on %s."), measured, next);
}

static const char *
latest_tone (WayDocument *document, WayRecord *record)
{
  return way_kpi_is_overdue (document, WAY_KPI (record)) ? "warning" : NULL;
}

static char *
attainment_format (WayDocument *document, WayRecord *record)
{
  g_autoptr (WayFigure) figure = way_kpi_attainment (document, WAY_KPI (record));

  return figure->known ? way_percent_format (figure->value) : g_strdup ("");
}

static gint64
attainment_rank (WayDocument *document, WayRecord *record)
{
  g_autoptr (WayFigure) figure = way_kpi_attainment (document, WAY_KPI (record));

  return figure->known ? (gint64) (figure->value * 1000) : WAY_FIGURE_LAST;
}

static char *
attainment_explain (WayDocument *document, WayRecord *record)
{
  WayKpi *kpi = WAY_KPI (record);
  g_autoptr (WayFigure) figure = way_kpi_attainment (document, kpi);
  g_autofree char *latest = latest_format (document, record);

  if (!figure->known)
    return g_strdup (_("Known once it is measured and its baseline and target are numbers."));
  if (kpi->direction == WAY_KPI_RANGE)
    return g_strdup_printf (_("The latest, %s, against the range %s: 100 %% inside of it, outside "
                              "the share of the way from the baseline, %s."),
                            latest, kpi->target, kpi->baseline);
  return g_strdup_printf (_("The share of the way from the baseline, %s, to the target, %s, that "
                            "the latest, %s, has come."),
                          kpi->baseline, kpi->target, latest);
}

static const WayRecordFigure kpi_figures[] = {
  { "course", N_ ("Course"), "target", FALSE, course_format, course_rank, course_explain, NULL },
  { "latest", N_ ("Latest"), "target", TRUE, latest_format, latest_rank, latest_explain,
    latest_tone },
  { "attainment", N_ ("Attained"), "target", TRUE, attainment_format, attainment_rank,
    attainment_explain, NULL },
};

/**
 * way_record_figures:
 *
 * Returns: (transfer none): in the order to show them
 */
const WayRecordFigure *
way_record_figures (const WayRecordType *type, guint *n_figures)
{
  static const struct
  {
    const WayRecordType *type;
    const WayRecordFigure *figures;
    guint n_figures;
  } all[] = {
    { &way_milestone_type, milestone_figures, G_N_ELEMENTS (milestone_figures) },
    { &way_kpi_type, kpi_figures, G_N_ELEMENTS (kpi_figures) },
  };

  *n_figures = 0;
  for (gsize i = 0; i < G_N_ELEMENTS (all); i++)
    if (all[i].type == type)
      {
        *n_figures = all[i].n_figures;
        return all[i].figures;
      }
  return NULL;
}

/* ------------------------------------------------------------------ computed fields */

static char *
explain_forecast (WayDocument *document, WayMilestone *milestone)
{
  WayPlan *plan = way_document_get_plan (document);
  WayTask *row = milestone->task != 0 ? way_plan_lookup_task (plan, milestone->task) : NULL;

  if (milestone->actual_date != WAY_NEVER)
    return g_strdup (_("The day on which it was completed."));
  if (row == NULL)
    return g_strdup (_("It hangs on no row of the timeline, so it has no forecast."));
  return g_strdup_printf (_("The computed finish of its row in the timeline, “%s”."),
                          WAY_RECORD (row)->title);
}

static char *
explain_variance (WayDocument *document, WayMilestone *milestone)
{
  g_autofree char *target = NULL, *forecast = NULL, *words = NULL;

  if (milestone->target_date == WAY_NEVER || milestone->forecast == WAY_NEVER)
    return g_strdup (_("Known once it has a target and a forecast."));
  target = way_moment_format_date (milestone->target_date);
  forecast = way_moment_format_date (way_finish_day (milestone->forecast));
  words = way_variance_describe (way_document_get_plan (document), milestone->variance);
  /* Translators: two dates, and words like: 3 working days late */
  return g_strdup_printf (_("Working days of the plan’s calendar from the target, %s, to the "
                            "forecast, %s: %s."), target, forecast, words);
}

static char *
explain_criteria (WayMilestone *milestone)
{
  g_autoptr (GPtrArray) criteria
      = way_milestone_get_choice (milestone, &way_checklist_item_type, "list",
                                  WAY_CHECKLIST_SUCCESS_CRITERIA);
  guint met = 0;

  for (guint i = 0; i < criteria->len; i++)
    met += way_checklist_item_is_met (criteria->pdata[i]);
  if (criteria->len == 0)
    return g_strdup (_("To be counted by success criteria; as there are none, by the duration of "
                       "the rows below its own."));
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                       "%u of %u success criterion is met or waived.",
                                       "%u of %u success criteria are met or waived.",
                                       criteria->len),
                          met, criteria->len);
}

static char *
explain_complete (WayMilestone *milestone)
{
  if (way_milestone_is_completed (milestone))
    return g_strdup (_("It is completed."));
  switch (milestone->completion)
    {
    case WAY_COMPLETE_TYPED:
      return g_strdup (_("Typed by hand."));
    case WAY_COMPLETE_CRITERIA:
      return explain_criteria (milestone);
    case WAY_COMPLETE_EFFORT:
      return g_strdup (_("Work done of all work of the rows below its own; by duration where no "
                         "work is filled in."));
    case WAY_COMPLETE_POINTS:
      return g_strdup (_("Story points done of all story points of the rows below its own; by "
                         "duration where none are filled in."));
    default:
      return g_strdup (_("Duration done of all duration of the rows below its own; a point in time "
                         "is 0 or 100 %."));
    }
}

char *
way_record_explain_field (WayDocument *document, WayRecord *record, const WayField *field)
{
  if (!WAY_IS_MILESTONE (record) || (field->flags & WAY_FIELD_DERIVED) == 0)
    return NULL;
  if (strcmp (field->name, "forecast") == 0)
    return explain_forecast (document, WAY_MILESTONE (record));
  if (strcmp (field->name, "variance") == 0)
    return explain_variance (document, WAY_MILESTONE (record));
  if (strcmp (field->name, "complete") == 0)
    return explain_complete (WAY_MILESTONE (record));
  return NULL;
}
