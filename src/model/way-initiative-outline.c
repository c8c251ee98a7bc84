/* way-initiative-outline.c: the sections of an initiative's document, in their order.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-i18n.h"

#include "model/way-record-outline-private.h"

#include "model/way-enums.h"

static const WayOutlineEntry entries[] = {
  HEADING (2, N_ ("Purpose")),
  LINES (3, N_ ("What It Is For")),
  FIELD ("outcome", N_ ("Outcome"), NULL),
  FIELD ("goals", N_ ("Strategic Goals"), NULL),
  FIELD ("owner", N_ ("Lead"), NULL),
  FIELD ("sponsor", N_ ("Sponsor"), NULL),
  FIELD ("target_date", N_ ("Target"), NULL),
  PROSE (3, "strategic_alignment", N_ ("Strategic Alignment")),
  PROSE (3, "customer_value", N_ ("Customer Value")),
  PROSE (3, "market_position", N_ ("Competitive Advantage and Market Position")),

  HEADING (2, N_ ("Value and Money")),
  LINES (3, N_ ("Budget and Return")),
  FIELD ("business_value", N_ ("Business Value"), NULL),
  FIELD ("budget", N_ ("Budget"), NULL),
  FIELD ("roi", N_ ("Expected Return"), " %"),
  LINE ("revenue_impact", N_ ("Revenue Impact"), NULL),
  LINE ("cost_savings", N_ ("Cost Savings"), NULL),
  PROSE (3, "business_case", N_ ("Business Case")),
  PROSE (3, "resource_plan", N_ ("Resource Allocation")),

  HEADING (2, N_ ("Milestones")),
  LIST (3, MILESTONES, 0, N_ ("Milestones on the Way")),

  HEADING (2, N_ ("Success Metrics & KPIs")),
  FIELD ("kpis", N_ ("In Short"), NULL),
  LIST (3, KPIS, WAY_KPI_PRIMARY, N_ ("Primary Success Metrics")),
  LIST (3, KPIS, WAY_KPI_SECONDARY, N_ ("Secondary Success Metrics")),
  LIST (3, INDICATORS, WAY_KPI_LEADING, N_ ("Leading Indicators")),
  LIST (3, INDICATORS, WAY_KPI_LAGGING, N_ ("Lagging Indicators")),

  HEADING (2, N_ ("Scope and Risks")),
  PROSE (3, "scope", N_ ("Scope")),
  BULLETS (3, "assumptions", N_ ("Assumptions")),
  BULLETS (3, "constraints", N_ ("Constraints")),
  LIST (3, RISKS, WAY_LEVEL_HIGH, N_ ("High Risks")),
  LIST (3, RISKS, WAY_LEVEL_MEDIUM, N_ ("Medium Risks")),

  HEADING (2, N_ ("Communication Plan")),
  PROSE (3, "stakeholders", N_ ("Stakeholders")),
  PROSE (3, "communication", N_ ("Communication and Cadence")),

  HEADING (2, N_ ("On the Way")),
  LIST (3, CHECK_INS, 0, N_ ("Check-ins")),
  LIST (3, REVIEWS, 0, N_ ("Reviews")),

  HEADING (2, N_ ("Looking Back")),
  PROSE (3, "achievements", N_ ("Achievements")),
  PROSE (3, "challenges", N_ ("Challenges Faced")),
  PROSE (3, "lessons_learned", N_ ("Lessons Learned")),
  PROSE (3, "recommendations", N_ ("Recommendations for Future Initiatives")),
};

const WayOutline way_initiative_outline = { entries, G_N_ELEMENTS (entries) };
