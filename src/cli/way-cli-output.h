/* way-cli-output.h: WayCliOut, what a verb has to say, as aligned text or as JSON.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A verb names each value once, with its JSON key and its heading; text and JSON come
 * from the same calls. Values go to the answer itself, or to the row of an open table:
 *
 *   way_cli_out_text (out, "title", _("Title"), title);
 *   way_cli_out_table (out, "tasks", _("Tasks"));
 *   for (…) { way_cli_out_row (out); way_cli_out_int (out, "row", _("Row"), row); }
 *   way_cli_out_end (out);
 *
 * A NULL heading keeps a value out of the text, a NULL key out of the JSON. */

#pragma once

#include "model/way-time.h"

G_BEGIN_DECLS

typedef struct _WayCliOut WayCliOut;

WayCliOut *way_cli_out_new    (void);
void       way_cli_out_free   (WayCliOut *self);

void way_cli_out_text   (WayCliOut *self, const char *key, const char *heading, const char *value);
void way_cli_out_int    (WayCliOut *self, const char *key, const char *heading, gint64 value);
void way_cli_out_bool   (WayCliOut *self, const char *key, const char *heading, gboolean value);
void way_cli_out_moment (WayCliOut *self, const char *key, const char *heading, WayMoment value);
void way_cli_out_day    (WayCliOut *self, const char *key, const char *heading, WayMoment value);
/* @minutes in JSON, as @shown in text. */
void way_cli_out_minutes (WayCliOut *self, const char *key, const char *heading, gint64 minutes,
                          const char *shown);
void way_cli_out_percent (WayCliOut *self, const char *key, const char *heading, double percent);

void way_cli_out_table  (WayCliOut *self, const char *key, const char *heading);
void way_cli_out_row    (WayCliOut *self);
void way_cli_out_end    (WayCliOut *self);

char *way_cli_out_to_text (WayCliOut *self);
char *way_cli_out_to_json (WayCliOut *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WayCliOut, way_cli_out_free)

G_END_DECLS
