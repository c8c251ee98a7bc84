/* way-milestone-outline.c: the sections of a milestone's document, in their order.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-i18n.h"

#include "model/way-milestone-outline.h"

#include "model/way-enums.h"

#include <string.h>

#define HEADING(level, heading) { NULL, heading, level, WAY_OUTLINE_HEADING, 0, NULL }
#define LINES(level, heading) { NULL, heading, level, WAY_OUTLINE_LINES, 0, NULL }
#define PROSE(level, key, heading) { key, heading, level, WAY_OUTLINE_PROSE, 0, NULL }
#define NUMBERED(level, key, heading) { key, heading, level, WAY_OUTLINE_NUMBERED, 0, NULL }
#define BULLETS(level, key, heading) { key, heading, level, WAY_OUTLINE_BULLETS, 0, NULL }
#define LIST(level, kind, choice, heading) { NULL, heading, level, WAY_OUTLINE_##kind, choice, NULL }
#define LINE(key, label, suffix) { key, label, 0, WAY_OUTLINE_LINE, 0, suffix }
#define FIELD(key, label, suffix) { key, label, 0, WAY_OUTLINE_FIELD, 0, suffix }
#define FIGURE(key, label, suffix) { key, label, 0, WAY_OUTLINE_FIGURE, 0, suffix }

static const WayOutlineEntry outline[] = {
  HEADING (2, N_ ("Executive Summary")),
  PROSE (3, "vision", N_ ("Milestone Vision")),
  NUMBERED (3, "business_objectives", N_ ("Business Objectives")),
  NUMBERED (3, "technical_objectives", N_ ("Technical Objectives")),
  LIST (3, CHECKLIST, WAY_CHECKLIST_SUCCESS_CRITERIA, N_ ("Success Criteria")),

  HEADING (2, N_ ("Strategic Context")),
  PROSE (3, "business_context", N_ ("Business Context")),
  PROSE (3, "market_context", N_ ("Market Context")),
  PROSE (3, "technical_context", N_ ("Technical Context")),
  PROSE (3, "user_impact", N_ ("User Impact")),
  PROSE (3, "competitive_advantage", N_ ("Competitive Advantage")),

  HEADING (2, N_ ("Milestone Scope")),
  HEADING (3, N_ ("Included Features")),
  LIST (4, FEATURES, WAY_SCOPE_MUST, N_ ("Core Features (Must Have)")),
  LIST (4, FEATURES, WAY_SCOPE_SHOULD, N_ ("Important Features (Should Have)")),
  LIST (4, FEATURES, WAY_SCOPE_COULD, N_ ("Nice-to-Have Features (Could Have)")),
  LIST (3, EXCLUSIONS, WAY_SCOPE_EXCLUDED, N_ ("Excluded from Milestone")),
  PROSE (3, "scope_rationale", N_ ("Scope Rationale")),

  HEADING (2, N_ ("Sprint Breakdown")),
  LINES (3, N_ ("Sprint Planning Overview")),
  FIGURE ("total_sprints", N_ ("Total Sprints"), ""),
  LINE ("sprint_duration", N_ ("Sprint Duration"), " weeks"),
  LINE ("total_duration", N_ ("Total Duration"), " weeks"),
  LIST (3, SPRINTS, 0, N_ ("Sprint Breakdown")),
  PROSE (3, "sprint_dependencies", N_ ("Sprint Dependencies")),

  HEADING (2, N_ ("Technical Architecture")),
  { "architecture_impact", N_ ("Architecture Impact"), 3, WAY_OUTLINE_FIELD_HEADING, 0, NULL },
  LINES (3, N_ ("System Changes")),
  LINE ("new_components", N_ ("New Components"), NULL),
  LINE ("modified_components", N_ ("Modified Components"), NULL),
  LINE ("deprecated_components", N_ ("Deprecated Components"), NULL),
  LINE ("infrastructure_changes", N_ ("Infrastructure Changes"), NULL),
  PROSE (3, "technology_decisions", N_ ("Technology Decisions")),
  LINES (3, N_ ("Performance Impact")),
  LINE ("performance_requirements", N_ ("Performance Requirements"), NULL),
  LINE ("scalability_considerations", N_ ("Scalability Considerations"), NULL),
  LINE ("resource_requirements", N_ ("Resource Requirements"), NULL),
  PROSE (3, "security_considerations", N_ ("Security Considerations")),
  PROSE (3, "integration_points", N_ ("Integration Points")),

  HEADING (2, N_ ("Team & Resources")),
  LINES (3, N_ ("Team Composition")),
  FIELD ("owner", N_ ("Milestone Lead"), NULL),
  FIELD ("product_owner", N_ ("Product Owner"), NULL),
  FIELD ("technical_lead", N_ ("Technical Lead"), NULL),
  LINE ("development_team", N_ ("Development Team"), NULL),
  LINE ("qa_team", N_ ("QA Team"), NULL),
  LINE ("devops_team", N_ ("DevOps"), NULL),
  FIELD ("stakeholders", N_ ("Stakeholders"), NULL),
  LINES (3, N_ ("Resource Planning")),
  FIELD ("estimated_effort", N_ ("Total Effort"), " person-weeks"),
  LINE ("team_capacity", N_ ("Team Capacity"), " person-weeks"),
  LINE ("capacity_utilization", N_ ("Capacity Utilization"), "%"),
  LINE ("buffer", N_ ("Buffer"), "%"),
  LINES (3, N_ ("Skill Requirements")),
  LINE ("required_skills", N_ ("Required Skills"), NULL),
  LINE ("skill_gaps", N_ ("Skill Gaps"), NULL),
  LINE ("training_needs", N_ ("Training Needs"), NULL),
  PROSE (3, "external_resources", N_ ("External Dependencies")),

  HEADING (2, N_ ("Quality Standards")),
  LIST (3, CHECKLIST, WAY_CHECKLIST_DEFINITION_OF_DONE, N_ ("Definition of Done")),
  LIST (3, GATES, WAY_CHECKLIST_QUALITY_GATES, N_ ("Quality Gates")),
  LINES (3, N_ ("Testing Strategy")),
  LINE ("unit_testing", N_ ("Unit Testing"), NULL),
  LINE ("integration_testing", N_ ("Integration Testing"), NULL),
  LINE ("e2e_testing", N_ ("E2E Testing"), NULL),
  LINE ("performance_testing", N_ ("Performance Testing"), NULL),
  LINE ("security_testing", N_ ("Security Testing"), NULL),
  LINE ("user_acceptance_testing", N_ ("User Acceptance Testing"), NULL),

  HEADING (2, N_ ("Risk Management")),
  { "risk_level", N_ ("Risk Assessment"), 3, WAY_OUTLINE_FIELD_HEADING, 0, NULL },
  LIST (4, RISKS, WAY_LEVEL_HIGH, N_ ("High Risks")),
  LIST (4, RISKS, WAY_LEVEL_MEDIUM, N_ ("Medium Risks")),
  PROSE (3, "risk_monitoring", N_ ("Risk Monitoring")),
  PROSE (3, "escalation_procedures", N_ ("Escalation Procedures")),

  HEADING (2, N_ ("Dependencies & Constraints")),
  LIST (3, DEPENDENCIES, WAY_DEPENDENCY_INTERNAL, N_ ("Internal Dependencies")),
  LIST (3, DEPENDENCIES, WAY_DEPENDENCY_EXTERNAL, N_ ("External Dependencies")),
  BULLETS (3, "technical_constraints", N_ ("Technical Constraints")),
  BULLETS (3, "business_constraints", N_ ("Business Constraints")),
  PROSE (3, "timeline_constraints", N_ ("Timeline Constraints")),

  HEADING (2, N_ ("Success Metrics & KPIs")),
  LIST (3, KPIS, WAY_KPI_PRIMARY, N_ ("Primary Success Metrics")),
  LIST (3, KPIS, WAY_KPI_SECONDARY, N_ ("Secondary Success Metrics")),
  LIST (3, INDICATORS, WAY_KPI_LEADING, N_ ("Leading Indicators")),
  LIST (3, INDICATORS, WAY_KPI_LAGGING, N_ ("Lagging Indicators")),

  HEADING (2, N_ ("Communication Plan")),
  LINES (3, N_ ("Stakeholder Communication")),
  LINE ("stakeholder_frequency", N_ ("Frequency"), NULL),
  LINE ("stakeholder_format", N_ ("Format"), NULL),
  LINE ("stakeholder_content", N_ ("Content"), NULL),
  LINE ("stakeholder_recipients", N_ ("Recipients"), NULL),
  LINES (3, N_ ("Team Communication")),
  LINE ("daily_standups", N_ ("Daily Standups"), NULL),
  LINE ("sprint_reviews", N_ ("Sprint Reviews"), NULL),
  LINE ("milestone_reviews", N_ ("Milestone Reviews"), NULL),
  LINES (3, N_ ("Executive Communication")),
  LINE ("monthly_updates", N_ ("Monthly Updates"), NULL),
  LINE ("executive_escalation", N_ ("Escalation Process"), NULL),
  LINE ("decision_points", N_ ("Decision Points"), NULL),
  PROSE (3, "external_communication", N_ ("External Communication")),

  HEADING (2, N_ ("Progress Tracking")),
  LIST (3, PHASES, WAY_CHECKLIST_PHASE, N_ ("Milestone Phases")),
  LINES (3, N_ ("Progress Metrics")),
  FIELD ("complete", N_ ("Overall Progress"), "%"),
  FIGURE ("velocity", N_ ("Sprint Velocity"), " tasks/sprint"),
  FIELD ("quality_score", N_ ("Quality Score"), "/10"),
  FIGURE ("risk_score", N_ ("Risk Score"), "/10"),
  LIST (3, CHECKPOINTS, 0, N_ ("Milestone Checkpoints")),

  HEADING (2, N_ ("Deployment Strategy")),
  PROSE (3, "deployment_approach", N_ ("Deployment Approach")),
  LINES (3, N_ ("Environment Promotion")),
  LINE ("deploy_development", N_ ("Development"), NULL),
  LINE ("deploy_staging", N_ ("Staging"), NULL),
  LINE ("deploy_production", N_ ("Production"), NULL),
  PROSE (3, "rollback_plan", N_ ("Rollback Plan")),
  PROSE (3, "monitoring_plan", N_ ("Monitoring & Alerting")),
  PROSE (3, "deployment_verification", N_ ("Post-Deployment Verification")),

  HEADING (2, N_ ("Post-Milestone Activities")),
  LIST (3, CHECKLIST, WAY_CHECKLIST_LAUNCH, N_ ("Launch Activities")),
  LIST (3, CHECKLIST, WAY_CHECKLIST_SUCCESS_MEASUREMENT, N_ ("Success Measurement")),
  LIST (3, CHECKLIST, WAY_CHECKLIST_KNOWLEDGE_TRANSFER, N_ ("Knowledge Transfer")),
  PROSE (3, "continuous_improvement", N_ ("Continuous Improvement")),

  HEADING (2, N_ ("Related Documents")),
  LIST (3, DOCUMENTS, WAY_DOCUMENTS_REQUIREMENTS, N_ ("Requirements")),
  LIST (3, DOCUMENTS, WAY_DOCUMENTS_ARCHITECTURE, N_ ("Architecture")),
  LIST (3, DOCUMENTS, WAY_DOCUMENTS_MANAGEMENT, N_ ("Project Management")),
  LIST (3, DOCUMENTS, WAY_DOCUMENTS_QUALITY, N_ ("Quality Assurance")),

  HEADING (2, N_ ("Milestone Retrospective (Post-Completion)")),
  PROSE (3, "achievements", N_ ("Achievements")),
  PROSE (3, "challenges", N_ ("Challenges Faced")),
  PROSE (3, "lessons_learned", N_ ("Lessons Learned")),
  PROSE (3, "process_improvements", N_ ("Process Improvements")),
  PROSE (3, "recommendations", N_ ("Recommendations for Future Milestones")),

  HEADING (2, N_ ("Milestone Metadata")),
  LINES (3, N_ ("Creation Info")),
  FIELD ("created", N_ ("Created"), NULL),
  LINE ("creator", N_ ("Creator"), NULL),
  LINE ("template_version", N_ ("Template Version"), NULL),
  LINES (3, N_ ("Progress Tracking")),
  FIELD ("updated", N_ ("Last Updated"), NULL),
  FIGURE ("days_remaining", N_ ("Days Remaining"), ""),
  FIGURE ("completion_rate", N_ ("Completion Rate"), "%"),
  LINES (3, N_ ("Quality Metrics")),
  FIGURE ("business_value_score", N_ ("Business Value Score"), ""),
  FIGURE ("complexity_score", N_ ("Technical Complexity Score"), ""),
  FIGURE ("risk_score", N_ ("Risk Score"), ""),
  FIGURE ("team_satisfaction", N_ ("Team Satisfaction Score"), ""),
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
