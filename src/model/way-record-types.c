/* way-record-types.c: the one list of record types.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-records.h"

#include <string.h>

/* In the order in which they are loaded, exported and shown. */
static WayRecordType *const all_types[] = {
  &way_project_type,          &way_calendar_type,         &way_exception_type,
  &way_resource_type,         &way_initiative_type,       &way_task_type,
  &way_link_type,             &way_assignment_type,       &way_milestone_type,
  &way_section_type,          &way_phase_type,            &way_checklist_item_type,
  &way_feature_type,          &way_checkpoint_type,       &way_dependency_type,
  &way_blocker_type,          &way_document_link_type,    &way_document_source_type,
  &way_baseline_type,         &way_baseline_value_type,   &way_sprint_type,
  &way_issue_type,            &way_escalation_type,       &way_risk_type,
  &way_trigger_type,          &way_change_request_type,   &way_approval_type,
  &way_action_type,           &way_kpi_type,              &way_measurement_type,
  &way_decision_type,         &way_check_in_type,         &way_review_type,
  &way_lesson_type,           &way_comment_type,          &way_attachment_type,
  &way_relation_type,         &way_snapshot_type,         &way_snooze_type,
};

/**
 * way_record_types:
 * @n_types: (out): how many there are
 *
 * Returns: (transfer none) (array length=n_types): every record type, ready for use
 */
const WayRecordType **
way_record_types (guint *n_types)
{
  static gsize ready = 0;

  if (g_once_init_enter (&ready))
    {
      for (guint i = 0; i < G_N_ELEMENTS (all_types); i++)
        g_type_class_ref (all_types[i]->get_type ()); /* kept: fills in the description */
      g_once_init_leave (&ready, 1);
    }
  *n_types = G_N_ELEMENTS (all_types);
  return (const WayRecordType **) all_types;
}

/**
 * way_record_type:
 * @name: as in WayRecordType.name
 *
 * Returns: (transfer none) (nullable): the type, %NULL when there is none of that name
 */
const WayRecordType *
way_record_type (const char *name)
{
  guint n_types;
  const WayRecordType **types = way_record_types (&n_types);

  for (guint i = 0; i < n_types; i++)
    if (strcmp (types[i]->name, name) == 0)
      return types[i];
  return NULL;
}

/**
 * way_record_type_lookup:
 *
 * Returns: (transfer none) (nullable): the field of a type, by both names
 */
const WayField *
way_record_type_lookup (const char *type_name, const char *field_name)
{
  const WayRecordType *type = way_record_type (type_name);

  return type != NULL ? way_record_type_field (type, field_name) : NULL;
}

/**
 * way_reference_iter_init:
 * @iter: (out caller-allocates): to walk with
 * @target: what is named
 */
void
way_reference_iter_init (WayReferenceIter *iter, const WayRecordType *target)
{
  *iter = (WayReferenceIter){ .target = target };
}

/**
 * way_reference_iter_next:
 *
 * Returns: (transfer none) (nullable): the next reference field that may name such a record, %NULL
 * after the last
 */
const WayField *
way_reference_iter_next (WayReferenceIter *iter)
{
  guint n_types;
  const WayRecordType **types = way_record_types (&n_types);

  for (; iter->type < n_types; iter->type++, iter->field = 0)
    while (iter->field < types[iter->type]->n_fields)
      {
        const WayField *field = &types[iter->type]->fields[iter->field++];

        if (way_field_takes (field, iter->target))
          return field;
      }
  return NULL;
}
