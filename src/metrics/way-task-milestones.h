/* way-task-milestones.h: which milestone and which initiative each task is done for.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "document/way-document.h"

G_BEGIN_DECLS

GPtrArray *way_task_milestones  (WayDocument *document);
GPtrArray *way_task_initiatives (WayDocument *document);

G_END_DECLS
