/* way-xml-guard.h: WayXmlGuard, watches the bytes of a file on their way to the XML parser.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The parser compares each attribute of an element with all before it, so that one element with
 * a hundred thousand of them takes minutes. Files of plans have one or two. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  int fd;
  int state;
  char quote;         /* that the attribute began with */
  guint n_attributes; /* of the element that the bytes are in */
  gboolean refused;   /* there were too many */
} WayXmlGuard;

void way_xml_guard_init (WayXmlGuard *self, int fd);
int  way_xml_guard_read (void *guard, char *buffer, int length);

G_END_DECLS
