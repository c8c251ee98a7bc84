/* way-import-report.h: WayImportReport, what came in, what was changed, what was left out.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/way-time.h"

G_BEGIN_DECLS

typedef struct
{
  gint64 record;   /* id in the plan, 0 = none */
  char *subject;   /* "Task “Design”, line 120" */
  char *message;   /* a whole sentence */
} WayImportNote;

/* A date that the file has and that the schedule sees otherwise. */
typedef struct
{
  gint64 record;   /* of the task */
  char *subject;
  WayMoment file_start, file_finish, start, finish;
  char *reason;    /* a sentence */
} WayImportDifference;

typedef struct
{
  const char *label; /* translated, as it stands behind the number: "tasks" */
  guint n;
} WayImportCount;

/* A value of which document and plan say different things. */
typedef struct
{
  gint64 record;      /* id in the plan, 0 = none */
  char *subject;      /* “MS-004 Launch”, “Feature “Search””, with the line */
  char *field;        /* what it is about, translated */
  char *in_file, *in_plan, *before; /* before: "" when there was nothing */
} WayImportValue;

/* Public to read. */
typedef struct
{
  char *file;              /* display name */
  GArray *counts;          /* of WayImportCount: what came in */
  GPtrArray *changed;      /* of WayImportNote: taken in, but not as it stood there */
  GPtrArray *left_out;     /* of WayImportNote */
  GHashTable *kept;        /* "Task/GUID" → how many were kept aside for the way back */
  GPtrArray *differences;  /* of WayImportDifference */
  GPtrArray *merged;       /* of WayImportValue: changed in the document only, and taken in */
  GPtrArray *conflicts;    /* of WayImportValue: changed in both since they were last the same;
                              settled as the options say, or why it failed */
  GPtrArray *new_people;     /* of names that the plan does not know */
  GPtrArray *new_milestones; /* the same */
  guint n_compared;        /* dates that were compared, when they were kept */
} WayImportReport;

WayImportReport *way_import_report_new  (const char *file);
void             way_import_report_free (WayImportReport *self);
char            *way_import_report_to_text (const WayImportReport *self);
char            *way_import_value_to_text (const WayImportValue *self);

/* For the readers of formats. */
void way_import_report_count    (WayImportReport *self, const char *label, guint n);
void way_import_report_changed  (WayImportReport *self, gint64 record, const char *subject,
                                 const char *format, ...) G_GNUC_PRINTF (4, 5);
void way_import_report_left_out (WayImportReport *self, gint64 record, const char *subject,
                                 const char *format, ...) G_GNUC_PRINTF (4, 5);
void way_import_report_kept     (WayImportReport *self, const char *what);
void way_import_report_merged   (WayImportReport *self, gint64 record, const char *subject,
                                 const char *field, const char *in_file, const char *in_plan);
void way_import_report_conflict (WayImportReport *self, gint64 record, const char *subject,
                                 const char *field, const char *in_file, const char *in_plan,
                                 const char *before);
/* Once each. */
void way_import_report_new_person    (WayImportReport *self, const char *name);
void way_import_report_new_milestone (WayImportReport *self, const char *name);
void way_import_report_differs  (WayImportReport *self, WayImportDifference *difference);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WayImportReport, way_import_report_free)

G_END_DECLS
