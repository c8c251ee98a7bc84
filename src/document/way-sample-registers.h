/* way-sample-registers.h: issues, risks and actions of the sample plan, and what was said of them.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "document/way-sample-data.h"

G_BEGIN_DECLS

typedef struct
{
  const char *type, *title; /* title NULL: the type has none */
  const char *fields[20][2];
} WaySampleRegister;

extern const WaySampleRegister way_sample_registers[];
extern const WaySampleField way_sample_rated[]; /* .key is the id */

G_END_DECLS
