/* way-xml-writer.h: WayXmlWriter, an XML file that appears whole or not at all.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Writes to a temporary file beside the target; way_xml_writer_close() puts it on
 * the disk and in the target's place. Freed before that, it leaves no trace. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _WayXmlWriter WayXmlWriter;

WayXmlWriter *way_xml_writer_open  (const char *path, GError **error);
gboolean      way_xml_writer_close (WayXmlWriter *self, GError **error);
void          way_xml_writer_free  (WayXmlWriter *self);

void way_xml_writer_start (WayXmlWriter *self, const char *name);
void way_xml_writer_start_attribute (WayXmlWriter *self, const char *name, const char *attribute,
                                     const char *value);
void way_xml_writer_end   (WayXmlWriter *self, const char *name);
void way_xml_writer_leaf  (WayXmlWriter *self, const char *name, const char *text);
void way_xml_writer_int   (WayXmlWriter *self, const char *name, gint64 value);
void way_xml_writer_raw   (WayXmlWriter *self, const char *xml);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WayXmlWriter, way_xml_writer_free)

G_END_DECLS
