/* way-xml-reader.h: WayXmlReader, a safe stream over an XML file of a stranger.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * No document type, no entities but the five of XML, no network, no deep nesting.
 * The first failure sticks: every later call says "no more", and
 * way_xml_reader_finish() hands out the error, which names the line.
 *
 *   while ((name = way_xml_reader_next (reader, &cursor)) != NULL)
 *     if (strcmp (name, "Name") == 0) text = way_xml_reader_text (reader); */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _WayXmlReader WayXmlReader;

/* Where among the children of an element a loop stands. */
typedef struct
{
  int depth;
  gboolean empty;
} WayXmlCursor;

WayXmlReader *way_xml_reader_open   (const char *path, GError **error);
void          way_xml_reader_free   (WayXmlReader *self);
gboolean      way_xml_reader_finish (WayXmlReader *self, GError **error);
void          way_xml_reader_fail   (WayXmlReader *self, const char *message);

const char   *way_xml_reader_root   (WayXmlReader *self);
WayXmlCursor  way_xml_reader_enter  (WayXmlReader *self);
const char   *way_xml_reader_next   (WayXmlReader *self, WayXmlCursor *cursor);
char         *way_xml_reader_text   (WayXmlReader *self);
void          way_xml_reader_raw    (WayXmlReader *self, GString *out);
int           way_xml_reader_line   (WayXmlReader *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WayXmlReader, way_xml_reader_free)

void          way_xml_escape        (GString *out, const char *text);

G_END_DECLS
