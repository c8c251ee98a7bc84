/* way-task-milestones.h: which milestone each task is done for.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "document/way-document.h"

G_BEGIN_DECLS

GPtrArray *way_task_milestones (WayDocument *document);

G_END_DECLS
