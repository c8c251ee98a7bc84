/* way-register-import-private.h: what the files of WayRegisterImport share.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "exchange/register/way-register-import.h"

G_BEGIN_DECLS

/* A value that a row gives to its record. */
typedef struct
{
  const WayField *field;
  WayValue value;
  WayUnit unit; /* of a duration that keeps one */
} WayRegisterEdit;

WayRegisterImport *way_register_import_copy (const WayRegisterImport *self);
gboolean way_register_import_go_on (WayRegisterImport *self);
void way_register_import_read_rows (WayRegisterImport *self, WayPlan *plan);

G_END_DECLS
