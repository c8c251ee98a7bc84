/* way-task.c: WayTask, a row of the work breakdown: summary, task or point.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-i18n.h"

#include "model/records/way-task.h"

#define ENTRY(...) WAY_FIELD_ENTRY (WayTask, __VA_ARGS__)
static const WayField task_fields[] = { WAY_TASK_FIELDS (ENTRY) };

WayRecordType way_task_type = {
  .name = "task",
  .prefix = "T",
  .label = N_ ("Task"),
  .plural = N_ ("Tasks"),
  .common = WAY_COMMON_OWNED,
  .empty = N_ ("What has to be done, in rows and under headings."),
  .get_type = way_task_get_type,
};

WAY_DEFINE_RECORD (WayTask, way_task, way_task_type, task_fields)
