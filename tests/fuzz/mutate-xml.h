/* mutate-xml.h: changes an XML text as a careless program would.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

size_t mutate_xml (guint8 *data, size_t size, size_t max_size, unsigned int seed);
size_t cross_xml  (const guint8 *data, size_t size, const guint8 *other, size_t other_size, guint8 *out,
                   size_t max_size, unsigned int seed);
