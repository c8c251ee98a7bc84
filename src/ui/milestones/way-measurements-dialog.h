/* way-measurements-dialog.h: the measurements of a KPI, typed or pasted, with their chart.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "document/way-document.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

void way_measurements_dialog_present (GtkWidget *inside, WayDocument *document, WayKpi *kpi);

G_END_DECLS
