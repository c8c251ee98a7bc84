/* way-register-cell.h: a field of a record as the cell of a table, out and in.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "exchange/register/way-register-names.h"

G_BEGIN_DECLS

typedef enum
{
  WAY_CELL_TEXT,
  WAY_CELL_NUMBER,
  WAY_CELL_PERCENT, /* number, hundredths */
  WAY_CELL_MONEY,   /* number */
  WAY_CELL_HOURS,   /* number */
  WAY_CELL_DATE,    /* moment */
  WAY_CELL_MOMENT,  /* moment */
} WayCellKind;

WayCellKind way_register_cell_kind   (const WayField *field);
double      way_register_cell_number (WayRecord *record, const WayField *field);
char       *way_register_cell_text   (WayRegisterNames *names, WayRecord *record,
                                      const WayField *field);

char       *way_register_cell_clean  (const char *text, gboolean *changed);
char       *way_register_cell_disarm (const char *text);
const char *way_register_cell_rearm  (const char *text);

gboolean    way_register_cell_parse  (WayRegisterNames *names, WayRecord *record,
                                      const WayField *field, const char *text, WayValue *value,
                                      WayUnit *unit, GError **error);

G_END_DECLS
