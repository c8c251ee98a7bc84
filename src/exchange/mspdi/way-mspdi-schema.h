/* way-mspdi-schema.h: the elements of MS Project XML, in order, and where each goes.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One table a parent element; it drives the reader, the writer, the order of
 * what is written, and what is kept aside because Waymark has no place for it. */

#pragma once

#include "model/way-record.h"

G_BEGIN_DECLS

#define WAY_MSPDI_NAMESPACE "http://schemas.microsoft.com/project"

typedef enum
{
  WAY_MSPDI_KEEP,    /* no place for it: kept as XML unless it says only what is usual */
  WAY_MSPDI_FIELD,   /* a field of the record, both ways */
  WAY_MSPDI_LEAF,    /* a field of tasks that are no summary; of summaries it is computed */
  WAY_MSPDI_DERIVED, /* computed: written from the field when there is one, never read */
  WAY_MSPDI_CODE,    /* read and written by code of its own */
} WayMspdiRole;

/* How text stands for a value. */
typedef enum
{
  WAY_CODEC_NONE,
  WAY_CODEC_TEXT,
  WAY_CODEC_INT,
  WAY_CODEC_BOOL,
  WAY_CODEC_NOT,      /* the opposite of a BOOL */
  WAY_CODEC_MOMENT,   /* 2006-09-21T08:00:00 */
  WAY_CODEC_CLOCK,    /* 08:00:00, minute of the day */
  WAY_CODEC_DURATION, /* PT8H0M0S, minutes */
  WAY_CODEC_LENGTH,   /* the same of a task: whole minutes, seconds cut off */
  WAY_CODEC_TENTHS,   /* tenths of minutes */
  WAY_CODEC_UNIT,     /* DurationFormat, LagFormat */
  WAY_CODEC_MONEY,    /* hundredths */
  WAY_CODEC_RATE,     /* whole units, stored in hundredths */
  WAY_CODEC_FRACTION, /* 1 = 100 % */
  WAY_CODEC_KIND,     /* of resources */
  WAY_CODEC_ACCRUAL,
} WayCodec;

typedef struct
{
  const char *name;
  WayMspdiRole role;
  const char *field; /* name of the record's field, or NULL */
  WayCodec codec;
  const char *usual; /* KEEP: a value not worth keeping */
} WayMspdiElement;

typedef struct
{
  const char *name;             /* "Task" */
  const char *record;           /* "task" */
  const WayMspdiElement *elements;
  guint n_elements;
} WayMspdiSchema;

extern const WayMspdiSchema way_mspdi_project;
extern const WayMspdiSchema way_mspdi_calendar;
extern const WayMspdiSchema way_mspdi_task;
extern const WayMspdiSchema way_mspdi_resource;
extern const WayMspdiSchema way_mspdi_assignment;

int  way_mspdi_schema_find (const WayMspdiSchema *schema, const char *name, int hint);

/* @exact: (out): FALSE when a part of @text was rounded away */
gboolean way_codec_parse  (WayCodec codec, const char *text, WayValue *value, gboolean *exact);
gboolean way_codec_read   (WayCodec codec, const WayField *field, const char *text, WayValue *value,
                           gboolean *exact);
void     way_codec_format (WayCodec codec, const WayValue *value, GString *out);

G_END_DECLS
