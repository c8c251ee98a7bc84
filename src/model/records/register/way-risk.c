/* way-risk.c: WayRisk, what may happen, how bad it would be, and what is done about it.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-i18n.h"

#include "model/records/register/way-risk.h"

#define ENTRY(...) WAY_FIELD_ENTRY (WayRisk, __VA_ARGS__)
static const WayField risk_fields[] = { WAY_RISK_FIELDS (ENTRY) };

WayRecordType way_risk_type = {
  .name = "risk",
  .prefix = "R",
  .label = N_ ("Risk"),
  .plural = N_ ("Risks"),
  .common = WAY_COMMON_OWNED,
  .page = TRUE,
  .icon = "waymark-risk-symbolic",
  .empty = N_ ("What may happen, how bad it would be, and what is done about it."),
  .get_type = way_risk_get_type,
};

WAY_DEFINE_RECORD (WayRisk, way_risk, way_risk_type, risk_fields)

/**
 * way_risk_score_inherent:
 *
 * Returns: probability × impact as they were before anything was done, 1 … 9 (numbers.md §9);
 * 0 when not rated
 */
gint64
way_risk_score_inherent (WayRisk *self)
{
  return self->probability * self->impact;
}

/**
 * way_risk_score_current:
 *
 * Returns: probability × impact now; what is not rated counts as it was at first
 */
gint64
way_risk_score_current (WayRisk *self)
{
  return (self->current_probability != 0 ? self->current_probability : self->probability)
         * (self->current_impact != 0 ? self->current_impact : self->impact);
}

/**
 * way_risk_score_target:
 *
 * Returns: the residual score that the response aims at; 0 when none was set
 */
gint64
way_risk_score_target (WayRisk *self)
{
  return self->target_probability * self->target_impact;
}

/**
 * way_risk_band:
 * @score: 0 … 9
 *
 * Returns: the band of numbers.md §9
 */
WayLevel
way_risk_band (gint64 score)
{
  if (score >= 7)
    return WAY_LEVEL_CRITICAL;
  if (score >= 4)
    return WAY_LEVEL_HIGH;
  return score >= 2 ? WAY_LEVEL_MEDIUM : WAY_LEVEL_LOW;
}

/**
 * way_risk_is_open:
 *
 * Returns: whether it may still happen
 */
gboolean
way_risk_is_open (WayRisk *self)
{
  return self->status == WAY_RISK_OPEN || self->status == WAY_RISK_MITIGATING;
}
