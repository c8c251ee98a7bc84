/* way-print-window.h: WayPrintWindow, the preview of a report: to the printer or into a PDF.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "document/way-document.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* @report: id of the report to begin with, NULL = the first one. */
void way_print_window_present (GtkWidget *inside, WayDocument *document, const char *report);

G_END_DECLS
