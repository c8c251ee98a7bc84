/* way-changeset-json.h: a changeset as JSON text, for proposals that are kept in a plan.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/way-changeset.h"

G_BEGIN_DECLS

char         *way_changeset_to_json   (const WayChangeset *self);
WayChangeset *way_changeset_from_json (const char *json, const char *label, GError **error);

G_END_DECLS
