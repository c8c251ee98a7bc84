/* way-section.h: WaySection, prose of a milestone's or initiative's document.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The key is one of way-record-outline.h; an empty section has no record. A document source is
 * the text that last came in or went out: what an export writes its changes into, and the common
 * ancestor of an import. */

#pragma once

#include "model/way-record.h"

G_BEGIN_DECLS

#define WAY_SECTION_FIELDS(F)                                                                      \
  F (REF, milestone, N_ ("Milestone"), .target = "milestone", .flags = WAY_FIELD_CASCADE)          \
  F (REF, initiative, N_ ("Initiative"), .target = "initiative", .flags = WAY_FIELD_CASCADE)       \
  F (TEXT, key, N_ ("Section"), .flags = WAY_FIELD_REQUIRED)                                       \
  F (TEXT, text, N_ ("Text"), .flags = WAY_FIELD_MULTILINE)

#define WAY_TYPE_SECTION (way_section_get_type ())
WAY_DECLARE_RECORD (WaySection, way_section, SECTION, WAY_SECTION_FIELDS)
extern WayRecordType way_section_type;

#define WAY_DOCUMENT_SOURCE_FIELDS(F)                                                              \
  F (REF, milestone, N_ ("Milestone"), .target = "milestone",                                      \
     .flags = WAY_FIELD_REQUIRED | WAY_FIELD_CASCADE | WAY_FIELD_HIDDEN)                         \
  F (TEXT, text, N_ ("Text"), .flags = WAY_FIELD_HIDDEN)

#define WAY_TYPE_DOCUMENT_SOURCE (way_document_source_get_type ())
WAY_DECLARE_RECORD (WayDocumentSource, way_document_source, DOCUMENT_SOURCE,
                    WAY_DOCUMENT_SOURCE_FIELDS)
extern WayRecordType way_document_source_type;

G_END_DECLS
