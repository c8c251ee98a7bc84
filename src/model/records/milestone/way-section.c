/* way-section.c: WaySection, prose of a milestone's or initiative's document.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-i18n.h"

#include "model/records/milestone/way-section.h"

#define ENTRY(...) WAY_FIELD_ENTRY (WaySection, __VA_ARGS__)
static const WayField section_fields[] = { WAY_SECTION_FIELDS (ENTRY) };

WayRecordType way_section_type = {
  .name = "section",
  .label = N_ ("Section"),
  .plural = N_ ("Sections"),
  .get_type = way_section_get_type,
};

WAY_DEFINE_RECORD (WaySection, way_section, way_section_type, section_fields)

#undef ENTRY
#define ENTRY(...) WAY_FIELD_ENTRY (WayDocumentSource, __VA_ARGS__)
static const WayField document_source_fields[] = { WAY_DOCUMENT_SOURCE_FIELDS (ENTRY) };

WayRecordType way_document_source_type = {
  .name = "document_source",
  .label = N_ ("Document source"),
  .plural = N_ ("Document sources"),
  .get_type = way_document_source_get_type,
};

WAY_DEFINE_RECORD (WayDocumentSource, way_document_source, way_document_source_type,
                   document_source_fields)
