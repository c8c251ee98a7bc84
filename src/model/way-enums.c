/* way-enums.c: the fixed choices that fields offer.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-i18n.h"

#include "model/way-enums.h"

#define WAY_ENUM(id, enum_name, ...)                                        \
  static const WayEnumValue id##_values[] = { __VA_ARGS__ };                \
  const WayEnum id = { enum_name, G_N_ELEMENTS (id##_values), id##_values };

WAY_ENUM (way_enum_link_type, "link-type",
          { "FF", N_ ("Finish–finish") }, { "FS", N_ ("Finish–start") },
          { "SF", N_ ("Start–finish") }, { "SS", N_ ("Start–start") })

WAY_ENUM (way_enum_constraint, "constraint",
          { "asap", N_ ("As soon as possible") }, { "alap", N_ ("As late as possible") },
          { "mso", N_ ("Must start on") }, { "mfo", N_ ("Must finish on") },
          { "snet", N_ ("Start no earlier than") }, { "snlt", N_ ("Start no later than") },
          { "fnet", N_ ("Finish no earlier than") }, { "fnlt", N_ ("Finish no later than") })

WAY_ENUM (way_enum_task_type, "task-type",
          { "fixed-units", N_ ("Fixed units") }, { "fixed-duration", N_ ("Fixed duration") },
          { "fixed-work", N_ ("Fixed work") })

WAY_ENUM (way_enum_task_state, "task-state",
          { "todo", N_ ("To do") }, { "in-progress", N_ ("In progress") },
          { "blocked", N_ ("Blocked") }, { "done", N_ ("Done") })

WAY_ENUM (way_enum_earn_rule, "earn-rule",
          { "percent", /* xgettext:no-c-format */ N_ ("% complete") }, { "0-100", N_ ("0/100: all at the end") },
          { "50-50", N_ ("50/50: half at the start") },
          { "checkpoints", N_ ("Weighted checkpoints") })

WAY_ENUM (way_enum_resource_kind, "resource-kind",
          { "work", N_ ("Person or equipment") }, { "material", N_ ("Material") },
          { "cost", N_ ("Cost") })

WAY_ENUM (way_enum_accrual, "accrual",
          { "start", N_ ("At the start") }, { "end", N_ ("At the end") },
          { "prorated", N_ ("With the work") })

WAY_ENUM (way_enum_schedule_from, "schedule-from",
          { "start", N_ ("The start date") }, { "finish", N_ ("The finish date") })

WAY_ENUM (way_enum_level, "level",
          { "low", N_ ("Low") }, { "medium", N_ ("Medium") }, { "high", N_ ("High") },
          { "critical", N_ ("Critical") })

WAY_ENUM (way_enum_status, "status",
          { "planning", N_ ("Planning") }, { "active", N_ ("Active") },
          { "testing", N_ ("Testing") }, { "review", N_ ("Review") },
          { "completed", N_ ("Completed") }, { "cancelled", N_ ("Cancelled") },
          { "on_hold", N_ ("On hold") })

WAY_ENUM (way_enum_complexity, "complexity",
          { "simple", N_ ("Simple") }, { "medium", N_ ("Medium") },
          { "complex", N_ ("Complex") }, { "very_complex", N_ ("Very complex") })

WAY_ENUM (way_enum_impact, "impact",
          { "none", N_ ("None") }, { "minor", N_ ("Minor") }, { "moderate", N_ ("Moderate") },
          { "major", N_ ("Major") })

WAY_ENUM (way_enum_rag, "rag",
          { "computed", N_ ("Computed") }, { "green", N_ ("Green") },
          { "yellow", N_ ("Yellow") }, { "red", N_ ("Red") })

WAY_ENUM (way_enum_completion, "completion",
          { "duration", N_ ("By duration") }, { "effort", N_ ("By effort") },
          { "points", N_ ("By story points") }, { "criteria", N_ ("By success criteria") },
          { "typed", N_ ("Typed by hand") })

WAY_ENUM (way_enum_checklist, "checklist",
          { "success_criteria", N_ ("Success criteria") },
          { "definition_of_done", N_ ("Definition of done") },
          { "quality_gates", N_ ("Quality gates") }, { "phase", N_ ("Phase") },
          { "launch", N_ ("Launch activities") },
          { "success_measurement", N_ ("Success measurement") },
          { "knowledge_transfer", N_ ("Knowledge transfer") })

WAY_ENUM (way_enum_feature_scope, "feature-scope",
          { "must", N_ ("Must have") }, { "should", N_ ("Should have") },
          { "could", N_ ("Could have") }, { "excluded", N_ ("Left out") })

WAY_ENUM (way_enum_dependency, "dependency",
          { "internal", N_ ("Internal") }, { "external", N_ ("External") })

WAY_ENUM (way_enum_document_group, "document-group",
          { "requirements", N_ ("Requirements") }, { "architecture", N_ ("Architecture") },
          { "project_management", N_ ("Project management") },
          { "quality_assurance", N_ ("Quality assurance") })

WAY_ENUM (way_enum_kpi_kind, "kpi-kind",
          { "primary", N_ ("Primary") }, { "secondary", N_ ("Secondary") },
          { "leading", N_ ("Leading") }, { "lagging", N_ ("Lagging") })

WAY_ENUM (way_enum_kpi_theme, "kpi-theme",
          { "none", N_ ("Anything") }, { "quality", N_ ("Quality") },
          { "business", N_ ("Business") }, { "team", N_ ("Team") },
          { "stakeholder", N_ ("Stakeholders") })

WAY_ENUM (way_enum_kpi_direction, "kpi-direction",
          { "up", N_ ("Higher") }, { "down", N_ ("Lower") }, { "range", N_ ("Within a range") })

WAY_ENUM (way_enum_cadence, "cadence",
          { "none", N_ ("Whenever needed") }, { "daily", N_ ("Daily") },
          { "weekly", N_ ("Weekly") }, { "fortnightly", N_ ("Every two weeks") },
          { "monthly", N_ ("Monthly") }, { "quarterly", N_ ("Quarterly") },
          { "yearly", N_ ("Yearly") })

WAY_ENUM (way_enum_rating, "rating",
          { "none", N_ ("Not rated") }, { "low", N_ ("Low") }, { "medium", N_ ("Medium") },
          { "high", N_ ("High") })

WAY_ENUM (way_enum_risk_status, "risk-status",
          { "open", N_ ("Open") }, { "mitigating", N_ ("Being mitigated") },
          { "occurred", N_ ("Occurred") }, { "closed", N_ ("Closed") })

WAY_ENUM (way_enum_risk_category, "risk-category",
          { "other", N_ ("Other") }, { "technical", N_ ("Technical") },
          { "timeline", N_ ("Timeline") }, { "quality", N_ ("Quality") },
          { "resources", N_ ("Resources") }, { "scope", N_ ("Scope") },
          { "dependency", N_ ("Dependency") }, { "external", N_ ("External") },
          { "business", N_ ("Business") })

WAY_ENUM (way_enum_risk_response, "risk-response",
          { "reduce", N_ ("Reduce") }, { "avoid", N_ ("Avoid") },
          { "transfer", N_ ("Transfer") }, { "accept", N_ ("Accept") })

WAY_ENUM (way_enum_issue_status, "issue-status",
          { "open", N_ ("Open") }, { "in_progress", N_ ("In progress") },
          { "resolved", N_ ("Resolved") }, { "closed", N_ ("Closed") })

WAY_ENUM (way_enum_issue_category, "issue-category",
          { "technical", N_ ("Technical") }, { "process", N_ ("Process") },
          { "business", N_ ("Business") })

WAY_ENUM (way_enum_issue_cause, "issue-cause",
          { "unknown", N_ ("Not known yet") }, { "requirements", N_ ("Requirements") },
          { "design", N_ ("Design") }, { "workmanship", N_ ("Workmanship") },
          { "process", N_ ("Process") }, { "communication", N_ ("Communication") },
          { "people", N_ ("People and capacity") }, { "tools", N_ ("Tools and equipment") },
          { "supplier", N_ ("Supplier") }, { "outside", N_ ("From outside") })

WAY_ENUM (way_enum_escalation, "escalation",
          { "team", N_ ("Team") }, { "manager", N_ ("Manager") },
          { "director", N_ ("Director") }, { "executive", N_ ("Executive") })

WAY_ENUM (way_enum_action_kind, "action-kind",
          { "response", N_ ("Response") }, { "mitigation", N_ ("Mitigation") },
          { "prevention", N_ ("Prevention") }, { "recovery", N_ ("Recovery") },
          { "adjustment", N_ ("Adjustment") }, { "follow_up", N_ ("Follow-up") },
          { "celebration", N_ ("Celebration") })

WAY_ENUM (way_enum_action_state, "action-state",
          { "open", N_ ("Open") }, { "in_progress", N_ ("In progress") },
          { "done", N_ ("Done") }, { "dropped", N_ ("Dropped") })

WAY_ENUM (way_enum_trigger, "trigger",
          { "day", N_ ("A day is reached") }, { "forecast", N_ ("Forecast of a milestone") },
          { "float", N_ ("Float of a row") }, { "unfinished", N_ ("A row is unfinished") },
          { "kpi", N_ ("A KPI") }, { "cpi", N_ ("Cost performance (CPI)") },
          { "spi", N_ ("Schedule performance (SPI)") },
          { "critical_issues", N_ ("Critical issues that are open") },
          { "variance", N_ ("Variance of a milestone") })

WAY_ENUM (way_enum_comparison, "comparison",
          { "over", N_ ("More than") }, { "under", N_ ("Less than") })

WAY_ENUM (way_enum_trigger_state, "trigger-state",
          { "watching", N_ ("Being watched") }, { "fired", N_ ("Fired") },
          { "activated", N_ ("Plan activated") }, { "off", N_ ("Switched off") })

WAY_ENUM (way_enum_attention, "attention",
          { "escalation", N_ ("Escalation") }, { "trigger", N_ ("Triggers of risks") },
          { "critical", N_ ("Critical issues and risks") },
          { "milestone", N_ ("Late milestones and initiatives") },
          { "deadline", N_ ("Missed deadlines") }, { "checkpoint", N_ ("Missed checkpoints") },
          { "overdue", N_ ("Overdue") }, { "blocked", N_ ("Blocked tasks") },
          { "approval", N_ ("Approvals") }, { "review", N_ ("Reviews") },
          { "check_in", N_ ("Check-ins") }, { "kpi", N_ ("KPIs to be measured") },
          { "load", N_ ("People with too much work") },
          { "conflict", N_ ("Conflicts of the schedule") }, { "due", N_ ("Due soon") })

WAY_ENUM (way_enum_review_decision, "review-decision",
          { "pending", N_ ("Still to decide") }, { "go", N_ ("Go") },
          { "conditional", N_ ("Go with conditions") }, { "no_go", N_ ("No go") })

WAY_ENUM (way_enum_change_kind, "change-kind",
          { "scope", N_ ("Scope") }, { "timeline", N_ ("Timeline") },
          { "resource", N_ ("Resources") })

WAY_ENUM (way_enum_change_status, "change-status",
          { "identified", N_ ("Identified") }, { "assessed", N_ ("Assessed") },
          { "proposed", N_ ("Proposed") }, { "approved", N_ ("Approved") },
          { "rejected", N_ ("Rejected") }, { "superseded", N_ ("Superseded") },
          { "implementing", N_ ("Being implemented") }, { "implemented", N_ ("Implemented") },
          { "closed", N_ ("Closed") })

WAY_ENUM (way_enum_approval_rule, "approval-rule",
          { "all", N_ ("All approve") }, { "any", N_ ("One approves") },
          { "quorum", N_ ("So many approve") })

WAY_ENUM (way_enum_approval_decision, "approval-decision",
          { "waiting", N_ ("Waiting") }, { "granted", N_ ("Approved") },
          { "conditional", N_ ("Approved with a condition") }, { "refused", N_ ("Rejected") })

WAY_ENUM (way_enum_unit, "unit",
          { "min", N_ ("Minutes") }, { "h", N_ ("Hours") }, { "d", N_ ("Days") },
          { "w", N_ ("Weeks") }, { "mo", N_ ("Months") }, { "emin", N_ ("Elapsed minutes") },
          { "eh", N_ ("Elapsed hours") }, { "ed", N_ ("Elapsed days") },
          { "ew", N_ ("Elapsed weeks") }, { "emo", N_ ("Elapsed months") },
          { "%", N_ ("Per cent") }, { "e%", N_ ("Elapsed per cent") })

/**
 * way_enum_nick:
 *
 * Returns: (transfer none): the name of @value for files and scripts
 */
const char *
way_enum_nick (const WayEnum *choices, gint64 value)
{
  g_return_val_if_fail (value >= 0 && value < choices->n_values, "");
  return choices->values[value].nick;
}

/**
 * way_enum_label:
 *
 * Returns: (transfer none): the translated name of @value
 */
const char *
way_enum_label (const WayEnum *choices, gint64 value)
{
  g_return_val_if_fail (value >= 0 && value < choices->n_values, "");
  return _ (choices->values[value].label);
}

/**
 * way_enum_lookup:
 * @nick_or_label: in any case, with spaces for "_" and "-" or not
 *
 * Returns: the value, or -1 when there is no such choice
 */
gint64
way_enum_lookup (const WayEnum *choices, const char *nick_or_label)
{
  g_autofree char *wanted = g_utf8_casefold (nick_or_label, -1);

  g_strstrip (wanted);
  for (guint i = 0; i < choices->n_values; i++)
    {
      const WayEnumValue *value = &choices->values[i];
      g_autofree char *nick = g_utf8_casefold (value->nick, -1);
      g_autofree char *spaced = g_strdelimit (g_strdup (nick), "_-", ' ');
      g_autofree char *label = g_utf8_casefold (_ (value->label), -1);

      if (g_str_equal (wanted, nick) || g_str_equal (wanted, spaced) || g_str_equal (wanted, label))
        return i;
    }
  return -1;
}
