/* way-milestone-layout.h: how a milestone's values stand in its document.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The sections are those of way-record-outline.h; here are the keys of the
 * front matter, the labels of the lines at top and bottom, and the lines that a
 * record takes in a list. Reader and writer share these tables. */

#pragma once

#include "model/way-record-outline.h"
#include "model/way-record.h"

G_BEGIN_DECLS

/* A key of the front matter. */
typedef struct
{
  const char *key;     /* NULL = a comment or group of the layout */
  const char *name;    /* of the value: a field of the milestone, “id”, “dependencies”, “blockers” */
  gboolean list;       /* a sequence */
  gboolean bare;       /* a number: written without quotes */
  const char *comment; /* behind it in a new document, or NULL */
} WayKeyLayout;

/* “**Label**: value” in the lines at top and bottom. */
typedef struct
{
  const char *label;
  const char *name;
  const char *suffix;
} WayLabelLayout;

/* A line “- **Label**: value” below the first line of a record. */
typedef struct
{
  const char *label;
  const char *name;
} WaySubLayout;

/* A value inside of what the first line has behind its title. */
typedef struct
{
  const char *name;
  const char *pattern; /* regular expression with one group */
  const char *suffix;
} WayInlineLayout;

/* How a record of a list is written and read. */
typedef struct
{
  WayOutlineKind kind;
  const WayRecordType *type;
  const char *choice_field; /* set to the outline entry's choice; NULL = none */
  const char *pattern;      /* of the first line: named groups are values; “rest” is searched */
  const char *first_line;   /* “{name}” is a value, “[ … ]” goes when a value in it is empty */
  const char *special;      /* characters that mean something in the first line, or NULL */
  gboolean heading;         /* the first line is a heading, and what follows belongs to it */
  gboolean spaced;          /* a blank line between two */
  WayInlineLayout rest[2];
  WaySubLayout subs[6];
} WayItemLayout;

const WayKeyLayout   *way_milestone_keys       (guint *n_keys);
const char           *way_milestone_key_alias  (const char *key);
const WayLabelLayout *way_milestone_label_find (const char *label);
const WayItemLayout  *way_item_layout_of       (const WayOutlineEntry *entry);
const WayItemLayout  *way_item_layout_of_lines (void);
char                 *way_milestone_skeleton   (void);

G_END_DECLS
