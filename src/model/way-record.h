/* way-record.h: WayRecord, the base of everything a plan stores, and its type descriptions.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A record is a row with an id that is unique in the plan. Its fields are plain
 * struct members, public to read; only the document's edit scope writes them
 * (way-record-private.h), so that every change is journaled and can be undone. */

#pragma once

#include "model/way-field.h"

G_BEGIN_DECLS

typedef struct _WayPlan WayPlan;

#define WAY_TYPE_RECORD (way_record_get_type ())

/* Spelled out where G_DECLARE_DERIVABLE_TYPE would hide the members. */
typedef struct _WayRecord WayRecord;
typedef struct _WayRecordClass WayRecordClass;
GType way_record_get_type (void);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (WayRecord, g_object_unref)

static inline WayRecord *
WAY_RECORD (gpointer instance)
{
  return G_TYPE_CHECK_INSTANCE_CAST (instance, WAY_TYPE_RECORD, WayRecord);
}

static inline gboolean
WAY_IS_RECORD (gpointer instance)
{
  return G_TYPE_CHECK_INSTANCE_TYPE (instance, WAY_TYPE_RECORD);
}

#define WAY_RECORD_CLASS(klass) G_TYPE_CHECK_CLASS_CAST (klass, WAY_TYPE_RECORD, WayRecordClass)
#define WAY_RECORD_GET_CLASS(instance) G_TYPE_INSTANCE_GET_CLASS (instance, WAY_TYPE_RECORD, WayRecordClass)

/* Members that every record has; WayRecordType.common says which of them a type offers as
 * fields. The owner stands last, so that a type can do without. */
#define WAY_RECORD_FIELDS(FIELD)                                                                \
  FIELD (INT, number, N_ ("Number"), .flags = WAY_FIELD_HIDDEN)                                 \
  FIELD (TEXT, title, N_ ("Title"), .flags = WAY_FIELD_LIST | WAY_FIELD_REQUIRED)               \
  FIELD (TEXT, notes, N_ ("Notes"), .group = N_ ("Notes"), .flags = WAY_FIELD_MULTILINE)        \
  FIELD (MOMENT, created, N_ ("Created"), .group = N_ ("Record"), .flags = WAY_FIELD_HIDDEN)    \
  FIELD (MOMENT, updated, N_ ("Updated"), .group = N_ ("Record"), .flags = WAY_FIELD_HIDDEN)    \
  FIELD (REF, owner, N_ ("Owner"), .target = "resource", .flags = WAY_FIELD_LIST)

struct _WayRecord
{
  GObject parent_instance;

  WayPlan *plan;  /* (unowned): the plan it is in, NULL when outside */
  gint64 id;      /* unique in the plan; 0 before it is in one */
  WAY_RECORD_FIELDS (WAY_FIELD_MEMBER)
};

struct _WayRecordClass
{
  GObjectClass parent_class;
  WayRecordType *type;
};

typedef enum
{
  WAY_COMMON_NONE,  /* only its own fields */
  WAY_COMMON_NAMED, /* number, title (called name), notes, stamps */
  WAY_COMMON_OWNED, /* and an owner */
} WayRecordCommon;

/* The description of a record type; one static struct each, see way-records.h. */
struct _WayRecordType
{
  const char *name;      /* "task": SQL table, JSON key, references */
  const char *prefix;    /* of the human id: "MS" in MS-004; NULL = none */
  const char *label;     /* N_("Task") */
  const char *plural;    /* N_("Tasks") */
  WayRecordCommon common;
  gboolean page;         /* has a list page of its own in the sidebar */
  const char *icon;      /* icon name of that page */
  const char *empty;     /* N_: what belongs on that page, for when it is empty */
  GType (*get_type) (void);

  /* Filled in by the class. */
  guint n_fields;
  const WayField *fields;       /* common ones first, in the order of declaration */
  GHashTable *by_name;          /* name → WayField */
  GParamSpec **properties;
  gsize size;                   /* of a record, in bytes */
  const WayRecord *initial;     /* a new record's members */
};

/* Declares and defines a record type Name/name with the fields FIELDS.
 * The struct is in the header when C code reads its members, else beside it. */
#define WAY_DECLARE_RECORD(Name, name, NAME, FIELDS)                                            \
  G_DECLARE_FINAL_TYPE (Name, name, WAY, NAME, WayRecord)                                       \
  struct _##Name                                                                                \
  {                                                                                             \
    WayRecord parent_instance;                                                                  \
    FIELDS (WAY_FIELD_MEMBER)                                                                   \
  };

/* In the .c: #define ENTRY(...) WAY_FIELD_ENTRY (WayLesson, __VA_ARGS__)
 *            static const WayField fields[] = { WAY_LESSON_FIELDS (ENTRY) }; */
#define WAY_DEFINE_RECORD(Name, name, description, entries)                                     \
  G_DEFINE_FINAL_TYPE (Name, name, WAY_TYPE_RECORD)                                             \
  static void name##_init (Name *self) { }                                                      \
  static void name##_class_init (Name##Class *klass)                                            \
  {                                                                                             \
    way_record_class_describe (WAY_RECORD_CLASS (klass), &description, entries,                 \
                               G_N_ELEMENTS (entries));                                         \
  }

void way_record_class_describe (WayRecordClass *klass, WayRecordType *type,
                                const WayField *fields, guint n_fields);

const WayRecordType *way_record_get_record_type (WayRecord *self);
const WayField *way_record_type_field           (const WayRecordType *type, const char *name);
WayRecord      *way_record_new                  (const WayRecordType *type);

WayValue  way_record_get          (WayRecord *self, const WayField *field);
gint64    way_record_get_int      (WayRecord *self, const char *field);
const char *way_record_get_text   (WayRecord *self, const char *field);

char     *way_record_dup_human_id (WayRecord *self);
char     *way_record_dup_label    (WayRecord *self);
char     *way_record_format       (WayRecord *self, const WayField *field);
char     *way_record_format_value (WayRecord *self, const WayField *field, const WayValue *value);
gboolean  way_record_parse        (WayRecord *self, const WayField *field, const char *text,
                                   WayValue *value, WayUnit *unit, GError **error);

G_END_DECLS
