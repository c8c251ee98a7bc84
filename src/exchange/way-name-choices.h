/* way-name-choices.h: what becomes of the names in a document that the plan does not know.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/way-plan.h"

G_BEGIN_DECLS

typedef enum
{
  WAY_NAME_CREATE, /* a record of that name is made */
  WAY_NAME_LEAVE,  /* it stays as text in the document */
  WAY_NAME_REFUSE, /* nothing is imported until somebody has said what to do */
  WAY_NAME_USE,    /* a record of the plan is meant */
} WayNameAnswer;

/* The answer for one name. */
typedef struct
{
  const WayRecordType *type; /* of people or of milestones */
  char *name;
  WayNameAnswer answer;
  gint64 record; /* to USE */
} WayNameChoice;

/* (transfer full) (element-type WayNameChoice) */
GPtrArray           *way_name_choices_new  (void);
void                 way_name_choices_add  (GPtrArray *choices, const WayRecordType *type,
                                            const char *name, WayNameAnswer answer, gint64 record);
/* @choices: (nullable). (transfer none) (nullable) */
const WayNameChoice *way_name_choices_find (const GPtrArray *choices, const WayRecordType *type,
                                            const char *name);

gboolean             way_name_is_similar   (const char *one, const char *two);
GPtrArray           *way_name_candidates   (WayPlan *plan, const WayRecordType *type,
                                            const char *name, guint *n_similar);

G_END_DECLS
