/* way-executive-summary.c: the execution status report: a plan's state on one or two pages.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-i18n.h"

#include "document/way-task-edits.h"
#include "metrics/attention/way-attention.h"
#include "metrics/way-progress.h"
#include "metrics/way-rag.h"
#include "metrics/way-task-metrics.h"
#include "report/way-report-builders.h"

#define MAX_MILESTONES 12
#define MAX_POINTS 5
#define MAX_ATTENTION 7
#define MAX_ALSO 4
#define NEXT_PERIOD (30 * WAY_DAY)

/* What one builder passes to its parts. */
typedef struct
{
  WayDocument *document;
  WayPlan *plan;
  WayReport *report;
  const WayReportOptions *options;
} Summary;

/* The open row that ends when @row does: one below a summary, else one that it follows. */
static WayTask *
find_driver (const Summary *summary, WayTask *row)
{
  GPtrArray *outline = way_plan_get_outline (summary->plan);
  GPtrArray *links;

  for (guint i = (guint) row->row + 1; row->summary && i < outline->len; i++)
    {
      WayTask *below = g_ptr_array_index (outline, i);

      if (below->depth <= row->depth)
        return NULL;
      if (!below->summary && below->active && below->finish == row->finish && below->complete < 100)
        return below;
    }
  links = way_plan_get_referrers (summary->plan, WAY_RECORD (row)->id,
                                  way_record_type_field (&way_link_type, "successor"));
  for (guint i = 0; links != NULL && i < links->len; i++)
    {
      WayLink *link = g_ptr_array_index (links, i);
      WayTask *before = way_plan_lookup_task (summary->plan, link->predecessor);

      if (before != NULL && link->type == WAY_LINK_FS && before->finish == row->start
          && before->complete < 100)
        return before;
    }
  return NULL;
}

/* What holds the milestone that is late, and how that stands. */
static void
append_driver (const Summary *summary, WayMilestone *milestone, GString *text)
{
  WayTask *row = way_plan_lookup_task (summary->plan, milestone->task);
  WayTask *driver = row != NULL ? find_driver (summary, row) : NULL;
  g_autofree char *name = NULL;
  g_autofree char *percent = NULL;

  if (driver == NULL)
    return;
  name = way_report_name (WAY_RECORD (driver));
  percent = way_percent_format ((double) driver->complete);
  if (driver->state == WAY_STATE_BLOCKED)
    g_string_append_printf (text, _(" It waits for “%s”, which is blocked."), name);
  else if (driver->complete > 0)
    g_string_append_printf (text, _(" It waits for “%s”, which is %s done."), name, percent);
  else
    g_string_append_printf (text, _(" It waits for “%s”, which has not started."), name);
}

static void
append_worst (const Summary *summary, WayMilestone *milestone, GString *text)
{
  g_autofree char *name = way_report_name (WAY_RECORD (milestone));
  g_autofree char *day = way_moment_format_pattern (way_finish_day (milestone->forecast),
                                                    /* Translators: day and month, for strftime */
                                                    _("%-d %B"));
  g_autofree char *late = way_variance_describe (summary->plan, milestone->variance);

  g_string_append_printf (text, _("%s is forecast for <b>%s, %s</b>."), name, day, late);
  append_driver (summary, milestone, text);
}

/* " Also late: MS-010 (+4 d), MS-007 (+1 d) and 2 more." */
static void
append_also_late (const Summary *summary, GPtrArray *late, GString *text)
{
  g_autoptr (GString) names = g_string_new (NULL);
  guint shown = MIN (late->len, 1 + MAX_ALSO);

  for (guint i = 1; i < shown; i++)
    {
      WayMilestone *milestone = g_ptr_array_index (late, i);
      g_autofree char *id = way_record_dup_human_id (WAY_RECORD (milestone));
      g_autofree char *name = id != NULL ? g_strdup (id) : way_report_name (WAY_RECORD (milestone));
      g_autofree char *variance = way_variance_format (summary->plan, milestone->variance);

      g_string_append_printf (names, "%s%s (%s)", i > 1 ? ", " : "", name, variance);
    }
  if (shown <= 1)
    return;
  if (late->len > shown)
    g_string_append_printf (text, _(" Also late: %s and %u more."), names->str,
                            late->len - shown);
  else
    g_string_append_printf (text, _(" Also late: %s."), names->str);
}

static void
append_on_time (guint others, GString *text)
{
  if (others > 0)
    g_string_append_printf (text, g_dngettext (GETTEXT_PACKAGE,
                                               " The other open milestone is on time.",
                                               " The other %u open milestones are on time.",
                                               others), others);
}

/* The worst first. */
static int
compare_variance (gconstpointer a, gconstpointer b)
{
  const WayMilestone *one = *(WayMilestone *const *) a;
  const WayMilestone *two = *(WayMilestone *const *) b;

  return one->variance > two->variance ? -1 : one->variance < two->variance;
}

static void
append_plan_dates (const Summary *summary, GString *text)
{
  WayPlanDates dates;
  g_autofree char *finish = NULL;
  g_autofree char *variance = NULL;

  way_plan_dates (summary->document, &dates);
  if (dates.finish == WAY_NEVER)
    return;
  finish = way_moment_format_pattern (way_finish_day (dates.finish), _("%-d %B %Y"));
  variance = way_working_days_format (summary->plan, dates.variance);
  if (dates.baseline == WAY_NEVER)
    g_string_append_printf (text, _(" The plan ends on %s."), finish);
  else if (dates.variance == 0)
    g_string_append_printf (text, _(" The plan ends on %s, as its baseline promised."), finish);
  else
    g_string_append_printf (text, dates.variance > 0
                                      ? _(" The plan ends on %s, %s after its baseline.")
                                      : _(" The plan ends on %s, %s before its baseline."),
                            finish, variance);
}

/* The status in a few sentences, each from the data. */
static void
add_status (const Summary *summary, const WayRagStatus *status)
{
  g_autoptr (GPtrArray) late = way_milestones_late (summary->document);
  g_autoptr (GPtrArray) open = way_milestones_next (summary->document, 0);
  g_autoptr (GString) text = g_string_new (NULL);

  g_ptr_array_sort (late, compare_variance);
  if (late->len > 0)
    {
      append_worst (summary, g_ptr_array_index (late, 0), text);
      append_also_late (summary, late, text);
      append_on_time (open->len - late->len, text);
    }
  else
    {
      g_autofree char *reason = g_markup_escape_text (g_ptr_array_index (status->reasons, 0), -1);

      g_string_append (text, reason);
    }
  append_plan_dates (summary, text);
  way_report_add_paragraph (summary->report, text->str);
}

static void
add_progress_figure (const Summary *summary)
{
  g_autoptr (WayFigure) actual = way_progress_actual (summary->document, NULL);
  g_autoptr (WayFigure) planned = way_progress_planned (summary->document, NULL);
  g_autofree char *value = way_figure_format (actual);
  g_autofree char *by_now = way_figure_format (planned);
  g_autofree char *detail = planned->known ? g_strdup_printf (_("%s planned by now"), by_now)
                                           : g_strdup (_("of all working time"));

  way_report_add_figure (summary->report, _("Progress"), value, detail);
}

static void
add_milestone_figures (const Summary *summary)
{
  g_autoptr (WayFigure) adherence = way_milestones_adherence (summary->document);
  g_autoptr (WayFigure) done = way_milestones_done (summary->document);
  g_autoptr (GPtrArray) next = way_milestones_next (summary->document, 1);
  g_autofree char *percent = way_figure_format (adherence);
  g_autofree char *on_time = g_strdup_printf (_("%d of %d on time"), (int) adherence->part,
                                              (int) adherence->whole);
  g_autofree char *count = g_strdup_printf (_("%d of %d"), (int) done->part, (int) done->whole);
  g_autofree char *day = NULL;
  g_autofree char *detail = NULL;

  if (next->len > 0)
    day = way_moment_format_short (
        way_finish_day (((WayMilestone *) g_ptr_array_index (next, 0))->forecast));
  detail = day != NULL && day[0] != '\0' ? g_strdup_printf (_("next on %s"), day)
                                         : g_strdup (done->whole > 0 ? "" : _("none yet"));
  way_report_add_figure (summary->report, _("Timeline adherence"), percent,
                         adherence->known ? on_time : _("no target set"));
  way_report_add_figure (summary->report, _("Milestones done"),
                         done->known ? count : _("n/a"), detail);
}

static void
add_finish_figure (const Summary *summary)
{
  WayPlanDates dates;
  g_autofree char *finish = NULL;
  g_autofree char *variance = NULL;
  g_autofree char *detail = NULL;

  way_plan_dates (summary->document, &dates);
  finish = dates.finish != WAY_NEVER ? way_moment_format_date (way_finish_day (dates.finish))
                                     : g_strdup (_("n/a"));
  variance = way_variance_format (summary->plan, dates.variance);
  detail = dates.baseline != WAY_NEVER ? g_strdup_printf (_("%s against baseline"), variance)
                                       : g_strdup (_("no baseline"));
  way_report_add_figure (summary->report, _("Forecast finish"), finish, detail);
}

/* All of them when they fit; else what was reached in the period and what comes next. */
static void
add_milestones (const Summary *summary)
{
  g_autoptr (GPtrArray) all = way_milestones_all (summary->document);
  guint total = all->len;
  guint first = 0;

  if (total == 0)
    return;
  while (all->len - first > MAX_MILESTONES
         && !way_milestone_is_open (g_ptr_array_index (all, first)))
    first++;
  if (first > 0)
    g_ptr_array_remove_range (all, 0, first);
  if (all->len > MAX_MILESTONES)
    g_ptr_array_set_size (all, MAX_MILESTONES);
  way_report_add_heading (summary->report, _("Milestones"));
  way_report_add_milestones (summary->report, summary->document, all);
  if (all->len < total)
    {
      g_autofree char *note =
          g_strdup_printf (_("<dim>%u of %u milestones; the milestone overview has all.</dim>"),
                           all->len, total);

      way_report_add_paragraph (summary->report, note);
    }
}

static void
add_none (const Summary *summary, guint n, const char *text)
{
  g_autofree char *dim = NULL;

  if (n > 0)
    return;
  dim = g_markup_printf_escaped ("<dim>%s</dim>", text);
  way_report_add_paragraph (summary->report, dim);
}

/* Long tasks tell more than short ones. */
static int
compare_weight (gconstpointer a, gconstpointer b)
{
  const WayTask *one = *(WayTask *const *) a;
  const WayTask *two = *(WayTask *const *) b;

  if (one->duration != two->duration)
    return one->duration > two->duration ? -1 : 1;
  return one->row < two->row ? -1 : one->row > two->row;
}

/* The milestone that stands on @task says it already. */
static gboolean
stands_for_milestone (const Summary *summary, WayTask *task)
{
  const WayField *field = way_record_type_field (&way_milestone_type, "task");
  GPtrArray *milestones =
      way_plan_get_referrers (summary->plan, WAY_RECORD (task)->id, field);

  return milestones != NULL && milestones->len > 0;
}

/* "MS-002 Released reached on 3 Dec, on time · to be celebrated on 4 Dec: Cake" */
static void
add_reached (const Summary *summary, WayMilestone *milestone)
{
  g_autofree char *name = way_report_name (WAY_RECORD (milestone));
  g_autofree char *day = way_moment_format_short (way_finish_day (milestone->forecast));
  g_autofree char *how = way_variance_describe (summary->plan, milestone->variance);
  g_autofree char *celebrations = way_report_celebrations (milestone);
  g_autofree char *reached =
      milestone->target_date != WAY_NEVER
          ? g_strdup_printf (_("<b>%s</b> reached on %s, %s"), name, day, how)
          : g_strdup_printf (_("<b>%s</b> reached on %s"), name, day);
  g_autofree char *text = celebrations != NULL
                              ? g_strdup_printf ("%s <dim>·</dim> %s", reached, celebrations)
                              : g_strdup (reached);

  way_report_add_item (summary->report, text);
}

static void
add_achievements (const Summary *summary)
{
  WayMoment from = summary->options->from, to = summary->options->to;
  g_autoptr (GPtrArray) milestones = way_milestones_completed_in (summary->document, from, to);
  g_autoptr (GPtrArray) tasks = way_tasks_finished_in (summary->document, from, to);
  guint n = 0;

  way_report_add_heading (summary->report, _("Key achievements"));
  for (guint i = milestones->len; i > 0 && n < MAX_POINTS; i--, n++)
    add_reached (summary, g_ptr_array_index (milestones, i - 1));
  g_ptr_array_sort (tasks, compare_weight);
  for (guint i = 0; i < tasks->len && n < MAX_POINTS; i++)
    {
      WayTask *task = g_ptr_array_index (tasks, i);
      g_autofree char *name = way_report_name (WAY_RECORD (task));
      g_autofree char *day = way_moment_format_short (way_finish_day (task->finish));
      g_autofree char *text = g_strdup_printf (_("%s finished on %s"), name, day);

      if (task->duration == 0 && stands_for_milestone (summary, task))
        continue;
      way_report_add_item (summary->report, text);
      n++;
    }
  add_none (summary, n, _("Nothing was finished in the last 30 days."));
}

static int
compare_focus (gconstpointer a, gconstpointer b)
{
  const WayTask *one = *(WayTask *const *) a;
  const WayTask *two = *(WayTask *const *) b;

  if (one->critical != two->critical)
    return one->critical ? -1 : 1;
  if (one->finish != two->finish)
    return one->finish < two->finish ? -1 : 1;
  return one->row < two->row ? -1 : one->row > two->row;
}

static void
add_task_point (const Summary *summary, WayTask *task, const char *markup)
{
  g_autofree char *who = way_task_format_resources (summary->document, task);
  g_autofree char *escaped = g_markup_escape_text (who != NULL ? who : "", -1);
  g_autofree char *text = g_strdup_printf (
      "%s%s%s%s", markup, escaped[0] != '\0' ? " <dim>· " : "", escaped,
      escaped[0] != '\0' ? "</dim>" : "");

  way_report_add_item (summary->report, text);
}

static void
add_focus (const Summary *summary)
{
  g_autoptr (GPtrArray) tasks = way_tasks_in_progress (summary->document);
  guint n = MIN (tasks->len, MAX_POINTS);

  g_ptr_array_sort (tasks, compare_focus);
  way_report_add_heading (summary->report, _("Current focus"));
  for (guint i = 0; i < n; i++)
    {
      WayTask *task = g_ptr_array_index (tasks, i);
      g_autofree char *name = way_report_name (WAY_RECORD (task));
      g_autofree char *day = way_moment_format_short (way_finish_day (task->finish));
      g_autofree char *percent = way_percent_format ((double) task->complete);
      g_autofree char *text =
          g_strdup_printf (task->critical ? _("<b>%s</b>: %s done, finishes on %s, critical")
                                          : _("%s: %s done, finishes on %s"),
                           name, percent, day);

      add_task_point (summary, task, text);
    }
  add_none (summary, n, _("No task is in progress."));
}

static const char *
owner_of (const Summary *summary, WayRecord *record)
{
  WayRecord *owner = record->owner != 0 ? way_plan_lookup (summary->plan, record->owner) : NULL;

  if (WAY_IS_MILESTONE (record))
    return way_milestone_lead (WAY_MILESTONE (record));
  return owner != NULL ? owner->title : "";
}

/* Who answers for it: the owner, else those who work on it. */
static char *
person_of (const Summary *summary, WayRecord *record)
{
  const char *owner = owner_of (summary, record);

  if (owner[0] == '\0' && WAY_IS_TASK (record))
    {
      g_autofree char *who = way_task_format_resources (summary->document, WAY_TASK (record));

      return g_markup_escape_text (who != NULL ? who : "", -1);
    }
  return g_markup_escape_text (owner, -1);
}

/* The column of people only where somebody is named. */
static gboolean
anybody_named (const Summary *summary, GPtrArray *items, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      const WayAttention *item = g_ptr_array_index (items, i);
      g_autofree char *who = person_of (summary, item->record);

      if (who[0] != '\0')
        return TRUE;
    }
  return FALSE;
}

static void
add_attention_row (const Summary *summary, const WayAttention *item, gboolean people,
                   WayTable *table)
{
  g_autofree char *text = g_markup_escape_text (item->text, -1);
  g_autofree char *who = person_of (summary, item->record);
  g_autofree char *since = item->since != WAY_NEVER ? way_moment_format_short (item->since)
                                                    : g_strdup ("");
  g_autofree char *detail =
      g_markup_printf_escaped (item->severity == WAY_SEVERITY_BAD ? "<bad><b>%s</b></bad>"
                                                                  : "<warning>%s</warning>",
                               item->detail);

  if (people)
    way_table_add_row (table, text, who, since, detail, NULL);
  else
    way_table_add_row (table, text, since, detail, NULL);
}

/* What is only due soon stands under what comes next. */
static GPtrArray *
find_attention (const Summary *summary)
{
  GPtrArray *items = way_attention_list (summary->document);

  for (guint i = items->len; i > 0; i--)
    if (((const WayAttention *)items->pdata[i - 1])->kind == WAY_ATTENTION_DUE)
      g_ptr_array_remove_index (items, i - 1);
  return items;
}

static void
add_attention (const Summary *summary)
{
  g_autoptr (GPtrArray) items = find_attention (summary);
  guint n = MIN (items->len, MAX_ATTENTION);
  gboolean people = anybody_named (summary, items, n);
  WayTable *table;

  way_report_add_heading (summary->report, _("What needs attention"));
  add_none (summary, n, _("Nothing: no milestone is late and no task is overdue or blocked."));
  if (n == 0)
    return;
  table = way_report_add_table (summary->report);
  way_table_add_column (table, _("What"), 1, WAY_ALIGN_START);
  if (people)
    way_table_add_column (table, _("Who"), 0, WAY_ALIGN_START);
  way_table_add_column (table, _("Due"), 0, WAY_ALIGN_END);
  way_table_add_column (table, "", 0, WAY_ALIGN_END);
  for (guint i = 0; i < n; i++)
    add_attention_row (summary, g_ptr_array_index (items, i), people, table);
  if (n < items->len)
    {
      g_autofree char *more = g_strdup_printf (
          g_dngettext (GETTEXT_PACKAGE, "<dim>And %u more.</dim>", "<dim>And %u more.</dim>",
                       items->len - n), items->len - n);

      way_report_add_paragraph (summary->report, more);
    }
}

static guint
add_next_milestones (const Summary *summary, WayMoment until)
{
  g_autoptr (GPtrArray) next = way_milestones_next (summary->document, 0);
  guint n = 0;

  for (guint i = 0; i < next->len && n < MAX_POINTS; i++)
    {
      WayMilestone *milestone = g_ptr_array_index (next, i);
      g_autofree char *name = way_report_name (WAY_RECORD (milestone));
      g_autofree char *day = way_moment_format_short (way_finish_day (milestone->forecast));
      g_autofree char *text = g_strdup_printf (_("<b>%s</b> by %s"), name, day);

      if (milestone->forecast == WAY_NEVER || milestone->forecast > until)
        continue;
      way_report_add_item (summary->report, text);
      n++;
    }
  return n;
}

static void
add_next_period (const Summary *summary)
{
  WayMoment from = summary->options->to + WAY_DAY, to = summary->options->to + NEXT_PERIOD;
  g_autoptr (GPtrArray) tasks = way_tasks_starting_in (summary->document, from, to);
  guint n;

  way_report_add_heading (summary->report, _("Next period"));
  n = add_next_milestones (summary, to + WAY_DAY);
  g_ptr_array_sort (tasks, compare_weight);
  for (guint i = 0; i < tasks->len && n < MAX_POINTS; i++)
    {
      WayTask *task = g_ptr_array_index (tasks, i);
      g_autofree char *name = way_report_name (WAY_RECORD (task));
      g_autofree char *day = way_moment_format_short (task->start);
      g_autofree char *text = g_strdup_printf (_("Start %s on %s"), name, day);

      if (task->duration == 0)
        continue;
      add_task_point (summary, task, text);
      n++;
    }
  add_none (summary, n, _("Nothing starts or falls due in the next 30 days."));
}

/**
 * way_build_executive_summary:
 *
 * Returns: (transfer full): status with its reasons, key figures, milestones, timeline,
 * achievements, focus, attention and goals (numbers.md §§4–6)
 */
WayReport *
way_build_executive_summary (WayDocument *document, const WayReportOptions *options)
{
  WayReport *report = way_report_new_for (document, _("Execution status report"), options);
  g_autoptr (WayRagStatus) status = way_rag_of_plan (document);
  Summary summary = { document, way_document_get_plan (document), report, options };
  /* Translators: month and year, the codes are those of strftime */
  g_autofree char *period = way_moment_format_pattern (report->date, _("%B %Y"));
  g_autofree char *eyebrow = g_strdup_printf ("%s · %s", report->kind, period);
  g_autofree char *byline = way_report_byline (report);

  way_report_add_title (report, eyebrow, report->title, byline, status->rag);
  add_status (&summary, status);
  add_progress_figure (&summary);
  add_milestone_figures (&summary);
  add_finish_figure (&summary);
  if (way_plan_get_outline (summary.plan)->len == 0)
    {
      way_report_add_paragraph (report, _("<dim>This plan has no tasks yet.</dim>"));
      return report;
    }
  add_milestones (&summary);
  way_report_add_roadmap (report, document, 10);
  add_achievements (&summary);
  add_focus (&summary);
  add_attention (&summary);
  add_next_period (&summary);
  return report;
}
