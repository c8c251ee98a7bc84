/* way-plan.h: WayPlan, the aggregate of all records of a plan.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Holds the records by type and by id, the index of who refers to whom, and the
 * outline order of the tasks. It is changed only by applying changesets
 * (document/) or by loading (store/). */

#pragma once

#include "model/way-changeset.h"
#include "model/way-records.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define WAY_TYPE_PLAN (way_plan_get_type ())
G_DECLARE_FINAL_TYPE (WayPlan, way_plan, WAY, PLAN, GObject)

WayPlan    *way_plan_new             (void);
WayProject *way_plan_get_project     (WayPlan *self);
WayRecord  *way_plan_lookup          (WayPlan *self, gint64 id);
WayTask    *way_plan_lookup_task     (WayPlan *self, gint64 id);
GListModel *way_plan_get_records     (WayPlan *self, const WayRecordType *type);
GPtrArray  *way_plan_peek_records    (WayPlan *self, const WayRecordType *type);
GPtrArray  *way_plan_get_referrers   (WayPlan *self, gint64 id, const WayField *field);
GPtrArray  *way_plan_get_outline     (WayPlan *self);
guint64     way_plan_get_shape       (WayPlan *self);
guint64     way_plan_get_state       (WayPlan *self);
GPtrArray  *way_plan_get_children    (WayPlan *self, WayTask *parent);
WayRecord  *way_plan_find_by_title   (WayPlan *self, const WayRecordType *type, const char *title);
WayRecord  *way_plan_find_by_human_id (WayPlan *self, const char *human_id);
gboolean    way_plan_reference_holds (WayPlan *self, WayRecord *record, const WayField *field);
WayUnitRates way_plan_get_unit_rates (WayPlan *self);
gint64      way_plan_get_default_calendar (WayPlan *self);
char       *way_plan_to_text         (WayPlan *self);

/* For document/ and store/ only. */
WayPlan    *way_plan_copy            (WayPlan *self, const int *stop);
gint64      way_plan_get_last_id     (WayPlan *self);
gint64      way_plan_next_id         (WayPlan *self);
void        way_plan_reserve_id      (WayPlan *self, gint64 id);
gint64      way_plan_next_number     (WayPlan *self, const WayRecordType *type);
void        way_plan_reserve_number  (WayPlan *self, const WayRecordType *type, gint64 number);
void        way_plan_release_number  (WayPlan *self, const WayRecordType *type, gint64 number);
void        way_plan_add             (WayPlan *self, WayRecord *record);
void        way_plan_remove          (WayPlan *self, WayRecord *record);
gboolean    way_plan_set             (WayPlan *self, WayRecord *record, const WayField *field,
                                      const WayValue *value);
void        way_plan_settle          (WayPlan *self);

G_END_DECLS
