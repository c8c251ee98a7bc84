/* way-milestone-layout.c: how a milestone's values stand in its document.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "exchange/milestone/way-milestone-layout.h"

#include "model/way-records.h"

#include <string.h>

static const WayKeyLayout keys[] = {
  { "milestone_id", "id", FALSE, FALSE, NULL },
  { "milestone_name", "title", FALSE, FALSE, NULL },
  { "milestone_version", "version", FALSE, FALSE, NULL },
  { "created_date", "created", FALSE, FALSE, NULL },
  { "updated_date", "updated", FALSE, FALSE, NULL },
  { "start_date", "start_date", FALSE, FALSE, NULL },
  { "target_date", "target_date", FALSE, FALSE, NULL },
  { "actual_completion_date", "actual_date", FALSE, FALSE, NULL },
  { "status", "status", FALSE, FALSE,
    "planning, active, testing, review, completed, cancelled, on_hold" },
  { "priority", "priority", FALSE, FALSE, "low, medium, high, critical" },
  { "business_value", "business_value", FALSE, FALSE, "low, medium, high, critical" },
  { "technical_complexity", "technical_complexity", FALSE, FALSE,
    "simple, medium, complex, very_complex" },
  { "estimated_effort", "estimated_effort", FALSE, TRUE, "person-weeks" },
  { "actual_effort", "actual_effort", FALSE, TRUE, "person-weeks" },
  { "team_size", "team_size", FALSE, TRUE, NULL },
  { "milestone_lead", "owner", FALSE, FALSE, NULL },
  { "product_owner", "product_owner", FALSE, FALSE, NULL },
  { "technical_lead", "technical_lead", FALSE, FALSE, NULL },
  { "stakeholders", "stakeholders", TRUE, FALSE, NULL },
  { "completion_percentage", "complete", FALSE, TRUE, NULL },
  { "quality_score", "quality_score", FALSE, TRUE, "1-10" },
  { "risk_level", "risk_level", FALSE, FALSE, "low, medium, high, critical" },
  { "dependencies", "dependencies", TRUE, FALSE, NULL },
  { "blockers", "blockers", TRUE, FALSE, NULL },
  { "success_metrics.primary_metric", "primary_metric", FALSE, FALSE, NULL },
  { "success_metrics.secondary_metrics", "secondary_metrics", TRUE, FALSE, NULL },
  { "success_metrics.target_values", "target_values", TRUE, FALSE, NULL },
  { "architecture_impact", "architecture_impact", FALSE, FALSE, "none, minor, moderate, major" },
};

/* What others call the same. A document about a task or sprint that also names its milestone is
 * about the task or sprint: its own id comes first. */
static const char *const aliases[][2] = {
  { "task_id", "milestone_id" },
  { "sprint_id", "milestone_id" },
  { "sprint_sequence_id", "milestone_id" },
  { "id", "milestone_id" },
  { "title", "milestone_name" },
  { "milestone_title", "milestone_name" },
  { "sprint_title", "milestone_name" },
  { "name", "milestone_name" },
  { "version", "milestone_version" },
  { "sprint_version", "milestone_version" },
  { "created", "created_date" },
  { "last_updated", "updated_date" },
  { "target_completion", "target_date" },
  { "target_launch", "target_date" },
  { "due_date", "target_date" },
  { "end_date", "target_date" },
  { "completion_timestamp", "actual_completion_date" },
  { "completion_date", "actual_completion_date" },
  { "project_lead", "milestone_lead" },
  { "lead", "milestone_lead" },
  { "assignee", "milestone_lead" },
  { "owner", "milestone_lead" },
  { "complexity", "technical_complexity" },
  { "risk", "risk_level" },
};

static const WayLabelLayout labels[] = {
  { "Status", "status", NULL },
  { "Priority", "priority", NULL },
  { "Completion", "complete", "%" },
  { "Progress", "complete", "%" },
  { "Target Date", "target_date", NULL },
  { "Target Launch", "target_date", NULL },
  { "Business Value", "business_value", NULL },
  { "Risk", "risk_level", NULL },
  { "Last Updated", "updated", NULL },
  { "Next Review", "next_review", NULL },
};

#define MARKER "^\\s*(?:[-*+]|\\d+[.)])\\s+"
#define BOX "(?:\\[(?<done>[ xX])\\]\\s+|(?<box>))"
#define BOLD "\\*\\*(?<title>(?:\\\\.|[^*\\\\]|\\*(?!\\*)|\\\\)*?)\\*\\*"

/* What a line of a checklist has below it when it is known. */
#define CHECKLIST_SUBS                                                                             \
  { { "Owner", "owner" }, { "Done on", "done_on" }, { "Evidence", "evidence" },                    \
    { "Waived", "waiver_reason" }, { "Waived by", "waived_by" } }

/* Longest first: the more a line tells, the earlier its pattern is tried. */
static const WayItemLayout layouts[] = {
  { WAY_OUTLINE_CHECKLIST,
    &way_checklist_item_type,
    "list",
    MARKER BOX "(?<title>.*?)\\s*$",
    "- [{done}] {title}",
    NULL,
    FALSE,
    FALSE,
    { { 0 } },
    CHECKLIST_SUBS },
  { WAY_OUTLINE_GATES,
    &way_checklist_item_type,
    "list",
    MARKER BOX "(?:" BOLD "\\s*:\\s*(?<criterion>.*?)|(?<title>.*?))\\s*$",
    "- {box}**{title}**:[ {criterion}]",
    NULL,
    FALSE,
    FALSE,
    { { 0 } },
    CHECKLIST_SUBS },
  { WAY_OUTLINE_FEATURES,
    &way_feature_type,
    "scope",
    "^\\s*(?:[-*+]|\\d+[.)])\\s+(?:" BOLD "(?<rest>.*?)|(?<title>.*?))\\s*$",
    "{n}. **{title}** (Priority: {class}[, Effort: {effort}w])",
    NULL,
    FALSE,
    TRUE,
    { { "effort", "Effort:\\s*([^,)]*)", "w" } },
    { { "Description", "description" },
      { "Business Value", "business_value" },
      { "Acceptance Criteria", "acceptance_criteria" } } },
  { WAY_OUTLINE_EXCLUSIONS,
    &way_feature_type,
    "scope",
    MARKER "(?:" BOLD "(?:\\s*[-–—:]\\s*(?<exclusion_reason>.*?))?|(?<title>.*?))\\s*$",
    "- **{title}**[ - {exclusion_reason}]",
    NULL,
    FALSE,
    FALSE,
    { { 0 } },
    { { 0 } } },
  { WAY_OUTLINE_SPRINTS,
    &way_sprint_type,
    NULL,
    "^#+\\s+Sprint\\s+[\\w{}.-]+\\s*:\\s*(?<title>.*?)\\s*#*\\s*$",
    "#### Sprint {n}: {title}",
    NULL,
    TRUE,
    TRUE,
    { { 0 } },
    { { "Duration", "duration" },
      { "Focus", "focus" },
      { "Key Deliverables", "deliverables" },
      { "Success Criteria", "success_criteria" } } },
  { WAY_OUTLINE_RISKS,
    &way_risk_type,
    NULL,
    MARKER "(?:" BOLD "(?<rest>.*?)|(?<title>.*?))\\s*$",
    "{n}. **{title}** (Probability: {probability}, Impact: {impact})",
    NULL,
    FALSE,
    TRUE,
    { { "probability", "Probability:\\s*([^,)]*)", NULL },
      { "impact", "Impact:\\s*([^,)]*)", NULL } },
    { { "Description", "description" },
      { "Mitigation Strategy", "mitigation" },
      { "Mitigation", "mitigation" },
      { "Contingency Plan", "contingency" },
      { "Owner", "owner" } } },
  { WAY_OUTLINE_DEPENDENCIES,
    &way_dependency_type,
    "kind",
    MARKER "(?:" BOLD "\\s*[:–—-]\\s*(?<description>.*?)|(?<title>.*?))\\s*$",
    "- **{title}**:[ {description}]",
    NULL,
    FALSE,
    FALSE,
    { { 0 } },
    { { 0 } } },
  { WAY_OUTLINE_KPIS,
    &way_kpi_type,
    "kind",
    MARKER "(?:" BOLD "\\s*:?\\s*(?:Target:?\\s+)?(?<target>.*?)|(?<title>.*?))\\s*$",
    "{n}. **{title}**:[ Target {target}]",
    NULL,
    FALSE,
    TRUE,
    { { 0 } },
    { { "Measurement Method", "method" }, { "Baseline", "baseline" } } },
  { WAY_OUTLINE_INDICATORS,
    &way_kpi_type,
    "kind",
    MARKER "(?<title>.*?)\\s*$",
    "- {title}",
    "^",
    FALSE,
    FALSE,
    { { 0 } },
    { { 0 } } },
  { WAY_OUTLINE_PHASES,
    &way_phase_type,
    NULL,
    "^#+\\s+Phase\\s+[\\w{}.-]+\\s*:\\s*(?<title>.*?)(?:\\s*(?<!\\\\)\\((?<duration>(?:\\\\.|[^()\\\\])*)\\))?\\s*#*\\s*$",
    "#### Phase {n}: {title}[ ({duration})]",
    "()",
    TRUE,
    TRUE,
    { { 0 } },
    { { 0 } } },
  { WAY_OUTLINE_CHECKPOINTS,
    &way_checkpoint_type,
    NULL,
    MARKER
    "\\*\\*(?<percent>\\d+)\\s*%[^*]*\\*\\*\\s*:\\s*(?<date>\\d{4}-\\d\\d-\\d\\d|\\{\\w+\\}|[^-–—]*?)"
    "(?:\\s*[-–—]\\s+(?<criteria>.*?))?\\s*$",
    "- **{percent}% Checkpoint**:[ {date}][ - {criteria}]",
    NULL,
    FALSE,
    FALSE,
    { { 0 } },
    { { 0 } } },
  { WAY_OUTLINE_DOCUMENTS,
    &way_document_link_type,
    "group",
    MARKER "\\[(?<title>(?:\\\\.|[^\\]\\\\])*)\\]\\((?<target>(?:\\\\.|[^)\\\\])*)\\)\\s*$",
    "- [{title}]({target})",
    "[]()",
    FALSE,
    FALSE,
    { { 0 } },
    { { 0 } } },
};

/**
 * way_milestone_keys:
 * @n_keys: (out)
 *
 * Returns: (transfer none) (array length=n_keys): the front matter, in its order
 */
const WayKeyLayout *
way_milestone_keys (guint *n_keys)
{
  *n_keys = G_N_ELEMENTS (keys);
  return keys;
}

/**
 * way_milestone_key_alias:
 *
 * Returns: (transfer none) (nullable): the key of the layout that says the same as @key
 */
const char *
way_milestone_key_alias (const char *key)
{
  for (gsize i = 0; i < G_N_ELEMENTS (aliases); i++)
    if (strcmp (aliases[i][0], key) == 0)
      return aliases[i][1];
  return NULL;
}

/**
 * way_milestone_label_find:
 *
 * Returns: (transfer none) (nullable): what a label in the lines at top and bottom stands for
 */
const WayLabelLayout *
way_milestone_label_find (const char *label)
{
  for (gsize i = 0; i < G_N_ELEMENTS (labels); i++)
    if (g_ascii_strcasecmp (labels[i].label, label) == 0)
      return &labels[i];
  return NULL;
}

/**
 * way_item_layout_of:
 *
 * Returns: (transfer none) (nullable): how the records of a list stand; %NULL for what is no list
 */
const WayItemLayout *
way_item_layout_of (const WayOutlineEntry *entry)
{
  for (gsize i = 0; i < G_N_ELEMENTS (layouts); i++)
    if (layouts[i].kind == entry->kind)
      return &layouts[i];
  return NULL;
}

/**
 * way_item_layout_of_lines:
 *
 * Returns: (transfer none): how the lines of a phase stand
 */
const WayItemLayout *
way_item_layout_of_lines (void)
{
  return &layouts[0];
}

static void
append_front_matter (GString *text)
{
  const char *group = "success_metrics.";
  gboolean in_group = FALSE;

  g_string_append (text, "---\n");
  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      gboolean grouped = g_str_has_prefix (keys[i].key, group);

      if (grouped && !in_group)
        g_string_append (text, "success_metrics:\n");
      in_group = grouped;
      g_string_append_printf (text, "%s%s: %s", grouped ? "  " : "",
                              grouped ? keys[i].key + strlen (group) : keys[i].key,
                              keys[i].list   ? "[]"
                              : keys[i].bare ? ""
                                             : "\"\"");
      if (keys[i].bare && keys[i].comment == NULL)
        g_string_truncate (text, text->len - 1);
      if (keys[i].comment != NULL)
        g_string_append_printf (text, "%s# %s", keys[i].bare ? "" : " ", keys[i].comment);
      g_string_append_c (text, '\n');
    }
  g_string_append (text, "---\n\n");
}

static void
append_entry (GString *text, const WayOutlineEntry *entry, gboolean after_line)
{
  if (entry->level == 0)
    {
      g_string_append_printf (text, "- **%s**:\n", entry->heading);
      return;
    }
  if (after_line)
    g_string_append_c (text, '\n');
  if (strcmp (entry->heading, "Milestone Metadata") == 0)
    g_string_append (text, "---\n\n");
  for (guint i = 0; i < entry->level; i++)
    g_string_append_c (text, '#');
  g_string_append_printf (text, " %s%s\n", entry->heading,
                          entry->kind == WAY_OUTLINE_FIELD_HEADING ? ":" : "");
}

/* A heading right above the lists it groups has no blank line below it. */
static gboolean
is_tight (const WayOutlineEntry *entry, const WayOutlineEntry *next)
{
  return entry->kind == WAY_OUTLINE_LINES || next->level == 0
         || (entry->kind == WAY_OUTLINE_HEADING && entry->level == 3);
}

/**
 * way_milestone_skeleton:
 *
 * Returns: (transfer full): the document of a milestone of which nothing is known: every key,
 * heading and label, and no value
 */
char *
way_milestone_skeleton (void)
{
  GString *text = g_string_new (NULL);
  guint n_entries;
  const WayOutlineEntry *entries = way_record_outline (&way_milestone_type, &n_entries);

  append_front_matter (text);
  g_string_append (text, "# : \n\n**Status**: | **Priority**: | **Completion**:\n"
                         "**Target Date**: | **Business Value**: | **Risk**:\n\n");
  for (guint i = 0; i < n_entries; i++)
    {
      append_entry (text, &entries[i], i > 0 && entries[i - 1].level == 0);
      if (i + 1 < n_entries && entries[i].level != 0 && !is_tight (&entries[i], &entries[i + 1]))
        g_string_append_c (text, '\n');
    }
  g_string_append (text, "\n---\n\n**Status**: | **Last Updated**: | **Next Review**:\n");
  return g_string_free (text, FALSE);
}
