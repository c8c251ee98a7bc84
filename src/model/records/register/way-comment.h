/* way-comment.h: WayComment, WayAttachment and WayRelation: what hangs on a record of any type.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/way-record.h"

G_BEGIN_DECLS

#define WAY_COMMENT_FIELDS(F)                                                                      \
  F (REF, subject, N_ ("About"),                                                                   \
     .flags = WAY_FIELD_REQUIRED | WAY_FIELD_CASCADE | WAY_FIELD_LIST)                             \
  F (MOMENT, time, N_ ("Time"), .flags = WAY_FIELD_LIST)                                           \
  F (TEXT, author, N_ ("Author"), .flags = WAY_FIELD_LIST)                                         \
  F (TEXT, text, N_ ("Comment"),                                                                   \
     .flags = WAY_FIELD_REQUIRED | WAY_FIELD_MULTILINE | WAY_FIELD_LIST)

#define WAY_TYPE_COMMENT (way_comment_get_type ())
WAY_DECLARE_RECORD (WayComment, way_comment, COMMENT, WAY_COMMENT_FIELDS)
extern WayRecordType way_comment_type;

#define WAY_ATTACHMENT_FIELDS(F)                                                                   \
  F (REF, subject, N_ ("About"),                                                                   \
     .flags = WAY_FIELD_REQUIRED | WAY_FIELD_CASCADE | WAY_FIELD_LIST)                             \
  F (TEXT, address, N_ ("Address"), .flags = WAY_FIELD_REQUIRED | WAY_FIELD_LIST)

#define WAY_TYPE_ATTACHMENT (way_attachment_get_type ())
WAY_DECLARE_RECORD (WayAttachment, way_attachment, ATTACHMENT, WAY_ATTACHMENT_FIELDS)
extern WayRecordType way_attachment_type;

#define WAY_RELATION_FIELDS(F)                                                                     \
  F (REF, subject, N_ ("About"),                                                                   \
     .flags = WAY_FIELD_REQUIRED | WAY_FIELD_CASCADE | WAY_FIELD_LIST)                             \
  F (REF, other, N_ ("Related"),                                                                   \
     .flags = WAY_FIELD_REQUIRED | WAY_FIELD_CASCADE | WAY_FIELD_LIST)

#define WAY_TYPE_RELATION (way_relation_get_type ())
WAY_DECLARE_RECORD (WayRelation, way_relation, RELATION, WAY_RELATION_FIELDS)
extern WayRecordType way_relation_type;

G_END_DECLS
