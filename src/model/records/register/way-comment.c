/* way-comment.c: WayComment, WayAttachment and WayRelation: what hangs on a record of any type.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-i18n.h"

#include "model/records/register/way-comment.h"

#define ENTRY(...) WAY_FIELD_ENTRY (WayComment, __VA_ARGS__)
static const WayField comment_fields[] = { WAY_COMMENT_FIELDS (ENTRY) };

WayRecordType way_comment_type = {
  .name = "comment",
  .label = N_ ("Comment"),
  .plural = N_ ("Comments"),
  .get_type = way_comment_get_type,
};

WAY_DEFINE_RECORD (WayComment, way_comment, way_comment_type, comment_fields)

#undef ENTRY
#define ENTRY(...) WAY_FIELD_ENTRY (WayAttachment, __VA_ARGS__)
static const WayField attachment_fields[] = { WAY_ATTACHMENT_FIELDS (ENTRY) };

WayRecordType way_attachment_type = {
  .name = "attachment",
  .label = N_ ("Attachment"),
  .plural = N_ ("Attachments"),
  .common = WAY_COMMON_NAMED,
  .get_type = way_attachment_get_type,
};

WAY_DEFINE_RECORD (WayAttachment, way_attachment, way_attachment_type, attachment_fields)

#undef ENTRY
#define ENTRY(...) WAY_FIELD_ENTRY (WayRelation, __VA_ARGS__)
static const WayField relation_fields[] = { WAY_RELATION_FIELDS (ENTRY) };

WayRecordType way_relation_type = {
  .name = "relation",
  .label = N_ ("Related record"),
  .plural = N_ ("Related records"),
  .get_type = way_relation_get_type,
};

WAY_DEFINE_RECORD (WayRelation, way_relation, way_relation_type, relation_fields)
