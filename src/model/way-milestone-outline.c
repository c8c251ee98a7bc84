/* way-milestone-outline.c: the sections of a milestone's document, in their order.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-i18n.h"

#include "model/way-milestone-outline.h"

#include "model/way-enums.h"

#include <string.h>

#define HEADING(level, heading) { NULL, N_ (heading), level, WAY_OUTLINE_HEADING, 0, NULL }
#define LINES(level, heading) { NULL, N_ (heading), level, WAY_OUTLINE_LINES, 0, NULL }
#define PROSE(level, key, heading) { key, N_ (heading), level, WAY_OUTLINE_PROSE, 0, NULL }
#define NUMBERED(level, key, heading) { key, N_ (heading), level, WAY_OUTLINE_NUMBERED, 0, NULL }
#define BULLETS(level, key, heading) { key, N_ (heading), level, WAY_OUTLINE_BULLETS, 0, NULL }
#define LIST(level, kind, choice, heading) { NULL, N_ (heading), level, WAY_OUTLINE_##kind, choice, NULL }
#define LINE(key, label, suffix) { key, N_ (label), 0, WAY_OUTLINE_LINE, 0, suffix }
#define FIELD(key, label, suffix) { key, N_ (label), 0, WAY_OUTLINE_FIELD, 0, suffix }
#define FIGURE(key, label, suffix) { key, N_ (label), 0, WAY_OUTLINE_FIGURE, 0, suffix }

static const WayOutlineEntry outline[] = {
  HEADING (2, "Executive Summary"),
  PROSE (3, "vision", "Milestone Vision"),
  NUMBERED (3, "business_objectives", "Business Objectives"),
  NUMBERED (3, "technical_objectives", "Technical Objectives"),
  LIST (3, CHECKLIST, WAY_CHECKLIST_SUCCESS_CRITERIA, "Success Criteria"),

  HEADING (2, "Strategic Context"),
  PROSE (3, "business_context", "Business Context"),
  PROSE (3, "market_context", "Market Context"),
  PROSE (3, "technical_context", "Technical Context"),
  PROSE (3, "user_impact", "User Impact"),
  PROSE (3, "competitive_advantage", "Competitive Advantage"),

  HEADING (2, "Milestone Scope"),
  HEADING (3, "Included Features"),
  LIST (4, FEATURES, WAY_SCOPE_MUST, "Core Features (Must Have)"),
  LIST (4, FEATURES, WAY_SCOPE_SHOULD, "Important Features (Should Have)"),
  LIST (4, FEATURES, WAY_SCOPE_COULD, "Nice-to-Have Features (Could Have)"),
  LIST (3, EXCLUSIONS, WAY_SCOPE_EXCLUDED, "Excluded from Milestone"),
  PROSE (3, "scope_rationale", "Scope Rationale"),

  HEADING (2, "Sprint Breakdown"),
  LINES (3, "Sprint Planning Overview"),
  FIGURE ("total_sprints", "Total Sprints", ""),
  LINE ("sprint_duration", "Sprint Duration", " weeks"),
  LINE ("total_duration", "Total Duration", " weeks"),
  LIST (3, SPRINTS, 0, "Sprint Breakdown"),
  PROSE (3, "sprint_dependencies", "Sprint Dependencies"),

  HEADING (2, "Technical Architecture"),
  { "architecture_impact", N_ ("Architecture Impact"), 3, WAY_OUTLINE_FIELD_HEADING, 0, NULL },
  LINES (3, "System Changes"),
  LINE ("new_components", "New Components", NULL),
  LINE ("modified_components", "Modified Components", NULL),
  LINE ("deprecated_components", "Deprecated Components", NULL),
  LINE ("infrastructure_changes", "Infrastructure Changes", NULL),
  PROSE (3, "technology_decisions", "Technology Decisions"),
  LINES (3, "Performance Impact"),
  LINE ("performance_requirements", "Performance Requirements", NULL),
  LINE ("scalability_considerations", "Scalability Considerations", NULL),
  LINE ("resource_requirements", "Resource Requirements", NULL),
  PROSE (3, "security_considerations", "Security Considerations"),
  PROSE (3, "integration_points", "Integration Points"),

  HEADING (2, "Team & Resources"),
  LINES (3, "Team Composition"),
  FIELD ("owner", "Milestone Lead", NULL),
  FIELD ("product_owner", "Product Owner", NULL),
  FIELD ("technical_lead", "Technical Lead", NULL),
  LINE ("development_team", "Development Team", NULL),
  LINE ("qa_team", "QA Team", NULL),
  LINE ("devops_team", "DevOps", NULL),
  FIELD ("stakeholders", "Stakeholders", NULL),
  LINES (3, "Resource Planning"),
  FIELD ("estimated_effort", "Total Effort", " person-weeks"),
  LINE ("team_capacity", "Team Capacity", " person-weeks"),
  LINE ("capacity_utilization", "Capacity Utilization", "%"),
  LINE ("buffer", "Buffer", "%"),
  LINES (3, "Skill Requirements"),
  LINE ("required_skills", "Required Skills", NULL),
  LINE ("skill_gaps", "Skill Gaps", NULL),
  LINE ("training_needs", "Training Needs", NULL),
  PROSE (3, "external_resources", "External Dependencies"),

  HEADING (2, "Quality Standards"),
  LIST (3, CHECKLIST, WAY_CHECKLIST_DEFINITION_OF_DONE, "Definition of Done"),
  LIST (3, GATES, WAY_CHECKLIST_QUALITY_GATES, "Quality Gates"),
  LINES (3, "Testing Strategy"),
  LINE ("unit_testing", "Unit Testing", NULL),
  LINE ("integration_testing", "Integration Testing", NULL),
  LINE ("e2e_testing", "E2E Testing", NULL),
  LINE ("performance_testing", "Performance Testing", NULL),
  LINE ("security_testing", "Security Testing", NULL),
  LINE ("user_acceptance_testing", "User Acceptance Testing", NULL),

  HEADING (2, "Risk Management"),
  { "risk_level", N_ ("Risk Assessment"), 3, WAY_OUTLINE_FIELD_HEADING, 0, NULL },
  LIST (4, RISKS, WAY_LEVEL_HIGH, "High Risks"),
  LIST (4, RISKS, WAY_LEVEL_MEDIUM, "Medium Risks"),
  PROSE (3, "risk_monitoring", "Risk Monitoring"),
  PROSE (3, "escalation_procedures", "Escalation Procedures"),

  HEADING (2, "Dependencies & Constraints"),
  LIST (3, DEPENDENCIES, WAY_DEPENDENCY_INTERNAL, "Internal Dependencies"),
  LIST (3, DEPENDENCIES, WAY_DEPENDENCY_EXTERNAL, "External Dependencies"),
  BULLETS (3, "technical_constraints", "Technical Constraints"),
  BULLETS (3, "business_constraints", "Business Constraints"),
  PROSE (3, "timeline_constraints", "Timeline Constraints"),

  HEADING (2, "Success Metrics & KPIs"),
  LIST (3, KPIS, WAY_KPI_PRIMARY, "Primary Success Metrics"),
  LIST (3, KPIS, WAY_KPI_SECONDARY, "Secondary Success Metrics"),
  LIST (3, INDICATORS, WAY_KPI_LEADING, "Leading Indicators"),
  LIST (3, INDICATORS, WAY_KPI_LAGGING, "Lagging Indicators"),

  HEADING (2, "Communication Plan"),
  LINES (3, "Stakeholder Communication"),
  LINE ("stakeholder_frequency", "Frequency", NULL),
  LINE ("stakeholder_format", "Format", NULL),
  LINE ("stakeholder_content", "Content", NULL),
  LINE ("stakeholder_recipients", "Recipients", NULL),
  LINES (3, "Team Communication"),
  LINE ("daily_standups", "Daily Standups", NULL),
  LINE ("sprint_reviews", "Sprint Reviews", NULL),
  LINE ("milestone_reviews", "Milestone Reviews", NULL),
  LINES (3, "Executive Communication"),
  LINE ("monthly_updates", "Monthly Updates", NULL),
  LINE ("executive_escalation", "Escalation Process", NULL),
  LINE ("decision_points", "Decision Points", NULL),
  PROSE (3, "external_communication", "External Communication"),

  HEADING (2, "Progress Tracking"),
  LIST (3, PHASES, WAY_CHECKLIST_PHASE, "Milestone Phases"),
  LINES (3, "Progress Metrics"),
  FIELD ("complete", "Overall Progress", "%"),
  FIGURE ("velocity", "Sprint Velocity", " tasks/sprint"),
  FIELD ("quality_score", "Quality Score", "/10"),
  FIGURE ("risk_score", "Risk Score", "/10"),
  LIST (3, CHECKPOINTS, 0, "Milestone Checkpoints"),

  HEADING (2, "Deployment Strategy"),
  PROSE (3, "deployment_approach", "Deployment Approach"),
  LINES (3, "Environment Promotion"),
  LINE ("deploy_development", "Development", NULL),
  LINE ("deploy_staging", "Staging", NULL),
  LINE ("deploy_production", "Production", NULL),
  PROSE (3, "rollback_plan", "Rollback Plan"),
  PROSE (3, "monitoring_plan", "Monitoring & Alerting"),
  PROSE (3, "deployment_verification", "Post-Deployment Verification"),

  HEADING (2, "Post-Milestone Activities"),
  LIST (3, CHECKLIST, WAY_CHECKLIST_LAUNCH, "Launch Activities"),
  LIST (3, CHECKLIST, WAY_CHECKLIST_SUCCESS_MEASUREMENT, "Success Measurement"),
  LIST (3, CHECKLIST, WAY_CHECKLIST_KNOWLEDGE_TRANSFER, "Knowledge Transfer"),
  PROSE (3, "continuous_improvement", "Continuous Improvement"),

  HEADING (2, "Related Documents"),
  LIST (3, DOCUMENTS, WAY_DOCUMENTS_REQUIREMENTS, "Requirements"),
  LIST (3, DOCUMENTS, WAY_DOCUMENTS_ARCHITECTURE, "Architecture"),
  LIST (3, DOCUMENTS, WAY_DOCUMENTS_MANAGEMENT, "Project Management"),
  LIST (3, DOCUMENTS, WAY_DOCUMENTS_QUALITY, "Quality Assurance"),

  HEADING (2, "Milestone Retrospective (Post-Completion)"),
  PROSE (3, "achievements", "Achievements"),
  PROSE (3, "challenges", "Challenges Faced"),
  PROSE (3, "lessons_learned", "Lessons Learned"),
  PROSE (3, "process_improvements", "Process Improvements"),
  PROSE (3, "recommendations", "Recommendations for Future Milestones"),

  HEADING (2, "Milestone Metadata"),
  LINES (3, "Creation Info"),
  FIELD ("created", "Created", NULL),
  LINE ("creator", "Creator", NULL),
  LINE ("template_version", "Template Version", NULL),
  LINES (3, "Progress Tracking"),
  FIELD ("updated", "Last Updated", NULL),
  FIGURE ("days_remaining", "Days Remaining", ""),
  FIGURE ("completion_rate", "Completion Rate", "%"),
  LINES (3, "Quality Metrics"),
  FIGURE ("business_value_score", "Business Value Score", ""),
  FIGURE ("complexity_score", "Technical Complexity Score", ""),
  FIGURE ("risk_score", "Risk Score", ""),
  FIGURE ("team_satisfaction", "Team Satisfaction Score", ""),
};

/**
 * way_milestone_outline:
 * @n_entries: (out)
 *
 * Returns: (transfer none) (array length=n_entries): all entries, as they stand in the document
 */
const WayOutlineEntry *
way_milestone_outline (guint *n_entries)
{
  *n_entries = G_N_ELEMENTS (outline);
  return outline;
}

/**
 * way_outline_entry_has_text:
 *
 * Returns: whether its text is kept in a WaySection
 */
gboolean
way_outline_entry_has_text (const WayOutlineEntry *entry)
{
  switch (entry->kind)
    {
    case WAY_OUTLINE_PROSE:
    case WAY_OUTLINE_NUMBERED:
    case WAY_OUTLINE_BULLETS:
    case WAY_OUTLINE_LINE:
      return TRUE;
    default:
      return FALSE;
    }
}

/**
 * way_milestone_outline_lookup:
 * @key: of a WaySection
 *
 * Returns: (transfer none) (nullable): the entry whose text is kept under @key
 */
const WayOutlineEntry *
way_milestone_outline_lookup (const char *key)
{
  for (gsize i = 0; i < G_N_ELEMENTS (outline); i++)
    if (way_outline_entry_has_text (&outline[i]) && strcmp (outline[i].key, key) == 0)
      return &outline[i];
  return NULL;
}

/**
 * way_milestone_outline_parent:
 *
 * Returns: (transfer none) (nullable): the heading that @entry stands under; %NULL at the top
 */
const WayOutlineEntry *
way_milestone_outline_parent (const WayOutlineEntry *entry)
{
  guint level = entry->level != 0 ? entry->level : G_MAXUINT;

  for (const WayOutlineEntry *above = entry; above > outline; above--)
    if (above[-1].level != 0 && above[-1].level < level)
      return above - 1;
  return NULL;
}
