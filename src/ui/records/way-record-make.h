/* way-record-make.h: menu entries that make a record from another.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "document/way-derivation.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* @action: one that takes the derivation as its parameter (i). */
void way_record_make_add_to_menu (GMenu *menu, const WayRecordType *type, const char *action);
void way_record_make             (GtkWidget *inside, WayDocument *document, GPtrArray *records,
                                  WayDerivation derivation);

G_END_DECLS
