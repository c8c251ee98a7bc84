/* way-document-link.h: WayDocumentLink, a document that belongs to a milestone.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/way-record.h"

G_BEGIN_DECLS

#define WAY_DOCUMENT_LINK_FIELDS(F)                                                                \
  F (REF, milestone, N_ ("Milestone"), .target = "milestone",                                      \
     .flags = WAY_FIELD_REQUIRED | WAY_FIELD_CASCADE | WAY_FIELD_LIST)                             \
  F (ENUM, group, N_ ("Group"), .choices = &way_enum_document_group,                               \
     .flags = WAY_FIELD_LIST)                                                                      \
  F (INT, rank, N_ ("Order"), .flags = WAY_FIELD_HIDDEN)                                           \
  F (TEXT, target, N_ ("Address"), .flags = WAY_FIELD_LIST)

#define WAY_TYPE_DOCUMENT_LINK (way_document_link_get_type ())
WAY_DECLARE_RECORD (WayDocumentLink, way_document_link, DOCUMENT_LINK, WAY_DOCUMENT_LINK_FIELDS)
extern WayRecordType way_document_link_type;

G_END_DECLS
