/* way-document-link.c: WayDocumentLink, a document that belongs to a milestone.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-i18n.h"

#include "model/records/milestone/way-document-link.h"

#define ENTRY(...) WAY_FIELD_ENTRY (WayDocumentLink, __VA_ARGS__)
static const WayField document_link_fields[] = { WAY_DOCUMENT_LINK_FIELDS (ENTRY) };

WayRecordType way_document_link_type = {
  .name = "document_link",
  .label = N_ ("Related document"),
  .plural = N_ ("Related documents"),
  .common = WAY_COMMON_NAMED,
  .get_type = way_document_link_get_type,
};

WAY_DEFINE_RECORD (WayDocumentLink, way_document_link, way_document_link_type, document_link_fields)
