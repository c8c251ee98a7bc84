/* plan-maker.h: plans of random records, and changesets on them without a document.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/way-store.h"

G_BEGIN_DECLS

/* A folder of its own for a test, with all that is made in it. */
char *make_folder   (void);
void  remove_folder (char *folder);

/* Where backups go, instead of the user's own. Call it first of all. */
char *use_own_data_folder (void);

/* A value that @field may hold; text is owned, references point into @plan or nowhere. */
WayValue random_value (GRand *rand, WayPlan *plan, const WayField *field);

/* Edits of @plan, noted in @changeset as the document does it. */
WayRecord *make_record   (WayChangeset *changeset, WayPlan *plan, const WayRecordType *type);
WayRecord *make_random   (WayChangeset *changeset, WayPlan *plan, const WayRecordType *type, GRand *rand);
void       set_value     (WayChangeset *changeset, WayPlan *plan, WayRecord *record,
                          const char *field, const WayValue *value);
void       set_text      (WayChangeset *changeset, WayPlan *plan, WayRecord *record,
                          const char *field, const char *text);
void       set_int       (WayChangeset *changeset, WayPlan *plan, WayRecord *record,
                          const char *field, gint64 value);
void       drop_record   (WayChangeset *changeset, WayPlan *plan, WayRecord *record);
void       drop_with_referrers (WayChangeset *changeset, WayPlan *plan, WayRecord *record);
WayRecord *pick_record   (GRand *rand, WayPlan *plan, const WayRecordType *type);

/* A project, a calendar, and @n_tasks tasks in a chain. */
void fill_plan (WayChangeset *changeset, WayPlan *plan, guint n_tasks);

/* Does one random thing to @plan. */
void random_edit (WayChangeset *changeset, WayPlan *plan, GRand *rand);

/* Applies what another store wrote, as the document does. */
void apply_changeset (WayPlan *plan, const WayChangeset *changeset);

void assert_same_plan (WayPlan *a, WayPlan *b);
void assert_sound     (WayStore *store);
WayPlan *load_plan    (WayStore *store);

G_END_DECLS
