/* way-i18n.h: the translation macros for every layer.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "config.h"

#include <glib.h>
#include <glib/gi18n-lib.h>

void way_i18n_init (void);
