/* way-records.h: every record type, and the one list of them.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/records/milestone/way-checklist.h"
#include "model/records/milestone/way-checkpoint.h"
#include "model/records/milestone/way-dependency.h"
#include "model/records/milestone/way-document-link.h"
#include "model/records/milestone/way-feature.h"
#include "model/records/milestone/way-kpi.h"
#include "model/records/milestone/way-review.h"
#include "model/records/milestone/way-section.h"
#include "model/records/milestone/way-snapshot.h"
#include "model/records/milestone/way-sprint.h"
#include "model/records/register/way-action.h"
#include "model/records/register/way-change-request.h"
#include "model/records/register/way-comment.h"
#include "model/records/register/way-issue.h"
#include "model/records/register/way-risk.h"
#include "model/records/register/way-snooze.h"
#include "model/records/register/way-trigger.h"
#include "model/records/way-assignment.h"
#include "model/records/way-baseline.h"
#include "model/records/way-calendar.h"
#include "model/records/way-decision.h"
#include "model/records/way-initiative.h"
#include "model/records/way-link.h"
#include "model/records/way-milestone.h"
#include "model/records/way-project.h"
#include "model/records/way-resource.h"
#include "model/records/way-task.h"

G_BEGIN_DECLS

/* A walk over the reference fields of all types that may name a record of @target. */
typedef struct
{
  const WayRecordType *target;
  guint type, field; /* where it goes on */
} WayReferenceIter;

const WayRecordType  *way_record_type        (const char *name);
const WayRecordType **way_record_types       (guint *n_types);
const WayField       *way_record_type_lookup (const char *type_name, const char *field_name);
void                  way_reference_iter_init (WayReferenceIter *iter, const WayRecordType *target);
const WayField       *way_reference_iter_next (WayReferenceIter *iter);

G_END_DECLS
