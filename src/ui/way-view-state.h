/* way-view-state.h: how somebody looks at a plan, remembered for each plan and user.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Columns, filters, zoom and the like are the user's and not the plan's: they are in no journal,
 * no step to undo, and are kept for plans that can only be read too. One small key file a plan
 * under the user's state directory; a page keeps its values in a group of its own name. What is
 * not there, or not understood, is at its default. A plan that has no file is not remembered. */

#pragma once

#include "document/way-document.h"

G_BEGIN_DECLS

char    *way_view_state_dup_string (WayDocument *document, const char *group, const char *key);
gboolean way_view_state_get_int    (WayDocument *document, const char *group, const char *key,
                                    gint64 *value);
gboolean way_view_state_get_real   (WayDocument *document, const char *group, const char *key,
                                    double *value);

void     way_view_state_set_string (WayDocument *document, const char *group, const char *key,
                                    const char *value);
void     way_view_state_set_int    (WayDocument *document, const char *group, const char *key,
                                    gint64 value);
void     way_view_state_set_real   (WayDocument *document, const char *group, const char *key,
                                    double value);

void     way_view_state_save       (WayDocument *document);

G_END_DECLS
