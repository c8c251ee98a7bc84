/* way-error.c: the one error domain of Waymark.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-error.h"

G_DEFINE_QUARK (way-error-quark, way_error)
