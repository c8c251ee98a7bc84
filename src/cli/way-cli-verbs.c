/* way-cli-verbs.c: the table of verbs.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-i18n.h"

#include "cli/way-cli.h"

static const char *const takes_plan[] = { "PLAN", NULL };
static const char *const takes_file[] = { "PLAN", "FILE", NULL };
static const char *const takes_report[] = { "PLAN", "REPORT", "FILE", NULL };

static const WayCliOption no_options[] = { { NULL, NULL, NULL } };

static const WayCliOption info_options[] = {
  { "milestones", "all|open|late",
    N_ ("instead: these milestones with forecast, variance and health") },
  { NULL, NULL, NULL },
};

static const WayCliOption report_options[] = {
  { "record", "ID", N_ ("what a report about one record is about, as C-3") },
  { NULL, NULL, NULL },
};

static const WayCliOption new_options[] = {
  { "template", "NAME", N_ ("what to start from; “blank” when not given") },
  { "start", "DATE", N_ ("first day of the plan, as 2026-05-04; today when not given") },
  { "title", "TITLE", N_ ("name of the plan; the file’s name when not given") },
  { NULL, NULL, NULL },
};

static const WayCliOption import_options[] = {
  { "format", "FORMAT", N_ ("format of FILE, when its name does not tell") },
  { "dates", "keep|recompute", N_ ("keep the dates of the file, or let the schedule decide") },
  { "prefer", "document|plan", N_ ("who wins where both were changed; nothing is imported when not given") },
  { "people", "add|text|ask",
    N_ ("what becomes of people who are not in the plan; “ask” when not given: nothing is imported") },
  { "match", "NAME=PERSON,…", N_ ("who of the plan is meant by a name in FILE") },
  { "record", "ID", N_ ("the milestone that FILE is about, when it does not tell") },
  { "register", "NAME", N_ ("what the rows of a table are, as “risks”; the name of FILE when not given") },
  { NULL, NULL, NULL },
};

static const WayCliOption export_options[] = {
  { "format", "FORMAT", N_ ("format of FILE, when its name does not tell") },
  { "record", "ID", N_ ("only this milestone, as MS-004") },
  { "register", "NAME", N_ ("what goes into a table, as “risks”; the name of FILE when not given") },
  { NULL, NULL, NULL },
};

static const WayCliOption schedule_options[] = {
  { "status-date", "DATE", N_ ("figures as of this day; the plan itself is not changed") },
  { "reschedule-after", "DATE", N_ ("first move unfinished work behind this day, in the plan") },
  { NULL, NULL, NULL },
};

static const WayCliOption alerts_options[] = {
  { "kind", "KIND,…", N_ ("only alerts of these kinds") },
  { "quiet", "show|hide", N_ ("whether to list also what is snoozed or muted; “hide” when not given") },
  { NULL, NULL, NULL },
};

static const WayCliOption log_options[] = {
  { "limit", "N", N_ ("only the last N changes") },
  { NULL, NULL, NULL },
};

static const WayCliVerb verbs[] = {
  { "new", takes_plan, N_ ("make a new plan"),
    N_ ("Makes a new plan. A file that exists is never overwritten."), new_options, way_cli_new,
    way_cli_list_templates },
  { "info", takes_plan, N_ ("counts, dates and health in a few lines"),
    N_ ("Tells what the plan holds, where it stands, what is late and which milestones are next."),
    info_options, way_cli_info, NULL },
  { "import", takes_file, N_ ("bring another program’s file into a plan"),
    N_ ("Brings FILE into PLAN as one step that can be undone; PLAN is made when it is not there. "
        "Tells what came in, what was changed and what was left out."),
    import_options, way_cli_import, way_cli_list_readers },
  { "export", takes_file, N_ ("write a plan as another program’s file"),
    N_ ("Writes PLAN to FILE in the format that the name of FILE tells. With --format milestone, FILE "
        "is a folder for one document a milestone."), export_options,
    way_cli_export, way_cli_list_writers },
  { "schedule", takes_plan, N_ ("early and late dates, float and driver of every row"),
    N_ ("Schedules the plan and prints for every row its dates, its float, whether it is critical, "
        "and what drives it."),
    schedule_options, way_cli_schedule, NULL },
  { "report", takes_report, N_ ("write a report"),
    N_ ("Writes REPORT to FILE, whose name ends in .pdf, .html, .md or .txt."), report_options,
    way_cli_report, way_cli_list_reports },
  { "alerts", takes_plan, N_ ("what needs attention, with its reason"),
    N_ ("Prints what is late, missed, overdue, waited for or soon due, the worst first. Ends with "
        "status 1 when there is any."),
    alerts_options, way_cli_alerts, way_cli_list_alerts },
  { "log", takes_plan, N_ ("the journal: what was changed, when and by whom"),
    N_ ("Prints the journal, the latest change last."), log_options, way_cli_log, NULL },
  { "verify", takes_plan, N_ ("check file, journal and schedule"),
    N_ ("Checks the file, the journal and the schedule. Ends with status 1 when something is wrong."),
    no_options, way_cli_verify, NULL },
};

/**
 * way_cli_verbs:
 *
 * Returns: (transfer none) (array length=n_verbs): all verbs, in the order of the help
 */
const WayCliVerb *
way_cli_verbs (guint *n_verbs)
{
  *n_verbs = G_N_ELEMENTS (verbs);
  return verbs;
}
