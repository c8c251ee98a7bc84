/* way-waiver-form.h: WayWaiverForm, unmet criteria with the reason why each may pass.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "document/way-document.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define WAY_TYPE_WAIVER_FORM (way_waiver_form_get_type ())
G_DECLARE_FINAL_TYPE (WayWaiverForm, way_waiver_form, WAY, WAIVER_FORM, GtkBox)

/* @items: (element-type WayChecklistItem): a reference is taken */
GtkWidget *way_waiver_form_new         (GPtrArray *items);
GPtrArray *way_waiver_form_get_items   (WayWaiverForm *self);
/* FALSE, with the cursor in the first entry that lacks one. */
gboolean   way_waiver_form_check       (WayWaiverForm *self);
/* (transfer full) (element-type utf8): one for each item */
GPtrArray *way_waiver_form_get_reasons (WayWaiverForm *self);

G_END_DECLS
