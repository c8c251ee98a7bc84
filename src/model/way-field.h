/* way-field.h: what a field of a record is: name, kind, limits, label.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Every stored type lists its fields once, as an X-macro: one line a field.
 *
 *   #define WAY_LESSON_FIELDS(FIELD) \
 *     FIELD (REF,  milestone, N_ ("Milestone"), .target = "milestone", .flags = WAY_FIELD_LIST) \
 *     FIELD (TEXT, cause,     N_ ("Cause"),     .flags = WAY_FIELD_MULTILINE)
 *
 * The one list makes the members of the C struct (WAY_FIELD_MEMBER) and the
 * table (WAY_FIELD_ENTRY); from the table come GObject properties, SQL columns,
 * changesets, list columns, form rows, exports. */

#pragma once

#include "model/way-enums.h"
#include "model/way-time.h"
#include "model/way-units.h"

#include <glib-object.h>

G_BEGIN_DECLS

typedef struct _WayRecordType WayRecordType;

typedef enum
{
  WAY_FIELD_TYPE_TEXT,     /* char *, never NULL */
  WAY_FIELD_TYPE_INT,      /* gint64 */
  WAY_FIELD_TYPE_REAL,     /* double */
  WAY_FIELD_TYPE_BOOL,     /* gint64 0 or 1 */
  WAY_FIELD_TYPE_ENUM,     /* gint64, a value of .choices */
  WAY_FIELD_TYPE_MOMENT,   /* WayMoment with its time of day */
  WAY_FIELD_TYPE_DATE,     /* WayMoment at 00:00 */
  WAY_FIELD_TYPE_DURATION, /* minutes; shown in the unit that the field .unit_field holds */
  WAY_FIELD_TYPE_WORK,     /* minutes of work, shown in hours */
  WAY_FIELD_TYPE_CLOCK,    /* minutes after midnight, shown as 08:00 */
  WAY_FIELD_TYPE_PERCENT,  /* gint64 0 … 100 */
  WAY_FIELD_TYPE_MONEY,    /* gint64, hundredths */
  WAY_FIELD_TYPE_REF,      /* gint64, the id of a record of type .target, or of any; 0 = none */
} WayFieldType;

typedef enum
{
  WAY_FIELD_DERIVED = 1 << 0,   /* computed: neither stored nor journaled nor edited */
  WAY_FIELD_MULTILINE = 1 << 1, /* text of several lines */
  WAY_FIELD_ITEMS = 1 << 2,     /* text, one item a line */
  WAY_FIELD_REQUIRED = 1 << 3,  /* may not be empty */
  WAY_FIELD_HIDDEN = 1 << 4,    /* for the machine: not in lists, forms and reports */
  WAY_FIELD_LIST = 1 << 5,      /* a column of the list as it first appears */
  WAY_FIELD_CASCADE = 1 << 6,   /* reference: this record goes when its target goes */
  WAY_FIELD_SCHEDULE = 1 << 7,  /* an edit moves dates */
  WAY_FIELD_STRUCTURE = 1 << 8, /* an edit changes the network's shape or calendars */
  WAY_FIELD_ASIDE = 1 << 9,     /* of the list, but no column of it until somebody chooses it */
} WayFieldFlags;

typedef enum { WAY_STORAGE_INT, WAY_STORAGE_REAL, WAY_STORAGE_TEXT } WayStorage;

/* A value of any field. Text is owned or borrowed as each function says. */
typedef struct
{
  WayStorage storage;
  union
  {
    gint64 i;
    double r;
    char *s;
  };
} WayValue;

typedef struct
{
  const char *name;        /* SQL column, JSON key; GObject property with - for _ */
  const char *label;       /* untranslated; show with _() */
  const char *group;       /* heading of the form's section; NULL = the first one */
  const char *hint;        /* one sentence for tooltip and form, or NULL */
  WayFieldType type;
  guint flags;             /* WayFieldFlags */
  gsize offset;            /* of the member in the record's struct */
  const WayEnum *choices;  /* ENUM */
  const char *target;      /* REF: name of the record type; NULL = any */
  const char *unit_field;  /* DURATION: field that holds its WayUnit; NULL = days */
  gint64 min, max;         /* limits of whole numbers; both 0 = those of the type */
  gint64 initial;          /* default; REF 0, MOMENT and DATE always WAY_NEVER */
  double initial_real;     /* default of REAL */
  double min_real, max_real; /* limits of REAL; both 0 = any finite number */

  const WayRecordType *owner; /* filled in when the type is registered */
  guint index;                /* place among the fields of owner */
} WayField;

/* C type of each kind's member. */
#define WAY_MEMBER_TEXT char *
#define WAY_MEMBER_INT gint64
#define WAY_MEMBER_REAL double
#define WAY_MEMBER_BOOL gint64
#define WAY_MEMBER_ENUM gint64
#define WAY_MEMBER_MOMENT WayMoment
#define WAY_MEMBER_DATE WayMoment
#define WAY_MEMBER_DURATION gint64
#define WAY_MEMBER_WORK gint64
#define WAY_MEMBER_CLOCK gint64
#define WAY_MEMBER_PERCENT gint64
#define WAY_MEMBER_MONEY gint64
#define WAY_MEMBER_REF gint64

#define WAY_FIELD_MEMBER(kind, member, text, ...) WAY_MEMBER_##kind member;
#define WAY_FIELD_ENTRY(Struct, kind, member, text, ...)                                        \
  { .name = #member, .label = text, .type = WAY_FIELD_TYPE_##kind,                              \
    .offset = G_STRUCT_OFFSET (Struct, member), __VA_ARGS__ },

static inline WayValue
way_value_int (gint64 i)
{
  return (WayValue) { .storage = WAY_STORAGE_INT, .i = i };
}

static inline WayValue
way_value_real (double r)
{
  return (WayValue) { .storage = WAY_STORAGE_REAL, .r = r };
}

/* Borrows @s. */
static inline WayValue
way_value_text (const char *s)
{
  return (WayValue) { .storage = WAY_STORAGE_TEXT, .s = (char *) s };
}

WayValue   way_value_copy  (const WayValue *value);
void       way_value_clear (WayValue *value);
gboolean   way_value_equal (const WayValue *a, const WayValue *b);

WayStorage way_field_storage   (const WayField *field);
WayValue   way_field_initial   (const WayField *field);
gboolean   way_field_is_stored (const WayField *field);
gboolean   way_field_takes     (const WayField *field, const WayRecordType *type);
gboolean   way_field_is_figure (const WayField *field);
gboolean   way_field_is_empty  (const WayField *field, const WayValue *value);
void       way_field_limits    (const WayField *field, gint64 *min, gint64 *max);
gboolean   way_field_validate  (const WayField *field, const WayValue *value, GError **error);

G_END_DECLS
