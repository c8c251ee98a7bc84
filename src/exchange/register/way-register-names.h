/* way-register-names.h: WayRegisterNames, how records are named in a table, and found by it.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/way-plan.h"

G_BEGIN_DECLS

typedef struct _WayRegisterNames WayRegisterNames;

WayRegisterNames *way_register_names_new  (WayPlan *plan);
void              way_register_names_free (WayRegisterNames *self);
WayRecord        *way_register_names_find (WayRegisterNames *self, const WayRecordType *type,
                                           const char *name, GError **error);
char             *way_register_names_dup  (WayRegisterNames *self, WayRecord *record);
WayUnitRates      way_register_names_get_rates (WayRegisterNames *self);
char             *way_register_dup_id     (WayRecord *record);
char             *way_register_excerpt    (const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WayRegisterNames, way_register_names_free)

G_END_DECLS
