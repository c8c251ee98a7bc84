/* way-risks-head.h: WayRisksHead, the risk matrix and the figures of a period.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ui/records/way-list-page.h"

G_BEGIN_DECLS

#define WAY_TYPE_RISKS_HEAD (way_risks_head_get_type ())
G_DECLARE_FINAL_TYPE (WayRisksHead, way_risks_head, WAY, RISKS_HEAD, GtkBox)

GtkWidget *way_risks_head_new (WayListPage *list);

G_END_DECLS
