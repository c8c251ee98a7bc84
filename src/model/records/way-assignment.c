/* way-assignment.c: WayAssignment, a resource at work on a task.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-i18n.h"

#include "model/records/way-assignment.h"

#define ENTRY(...) WAY_FIELD_ENTRY (WayAssignment, __VA_ARGS__)
static const WayField assignment_fields[] = { WAY_ASSIGNMENT_FIELDS (ENTRY) };

WayRecordType way_assignment_type = {
  .name = "assignment",
  .label = N_ ("Assignment"),
  .plural = N_ ("Assignments"),
  .get_type = way_assignment_get_type,
};

WAY_DEFINE_RECORD (WayAssignment, way_assignment, way_assignment_type, assignment_fields)
