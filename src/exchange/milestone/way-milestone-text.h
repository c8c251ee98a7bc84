/* way-milestone-text.h: WayMilestoneText, a milestone's document as text in which the places of
 * values are known.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A slot is a stretch of the text that holds a value; an item is a stretch that
 * stands for a record, with slots of its own. All else is nobody's business and
 * stays as it is. cmark tells where headings, breaks and code are. */

#pragma once

#include "exchange/milestone/way-markdown.h"
#include "exchange/milestone/way-milestone-layout.h"

G_BEGIN_DECLS

/* Larger than anything a person writes; a guard against what is no document at all. */
#define WAY_MILESTONE_TEXT_MAX (16 << 20)

typedef enum
{
  WAY_SLOT_YAML_TEXT,
  WAY_SLOT_YAML_QUOTED,
  WAY_SLOT_YAML_LIST,
  WAY_SLOT_INLINE,  /* within a line */
  WAY_SLOT_PROSE,   /* the text below a heading */
  WAY_SLOT_LIST,    /* the same, one item a line */
} WaySlotStyle;

typedef struct
{
  const char *name;   /* of the value */
  char *raw;          /* what stands there, without quotes, marks and escapes */
  gsize start, end;   /* bytes */
  guint line;         /* from 1 */
  WaySlotStyle style;
  const char *suffix; /* stands behind a number, within the slot; or NULL */
  const char *special; /* what is escaped at this place, or NULL */
  gboolean numbered;  /* of a LIST */
  gboolean blank;     /* a “{PLACEHOLDER}” or nothing at all: not filled in */
} WaySlot;

typedef struct
{
  const WayItemLayout *layout;
  const WayOutlineEntry *entry; /* NULL for the lines of a phase */
  GPtrArray *slots;             /* of WaySlot */
  GPtrArray *items;             /* of WayItem: the lines of a phase */
  gsize start, first_end, end;  /* whole lines; the first one ends at first_end */
  guint line;
} WayItem;

/* A heading of the outline that is there. */
typedef struct
{
  const WayOutlineEntry *entry;
  gsize start, body, end; /* heading, what is below it, and where that ends */
  guint level;
  GPtrArray *items;       /* of WayItem */
  gsize region_end;       /* with all headings below it */
} WayBlock;

typedef struct
{
  guint line;
  char *what;
} WayUnknown;

typedef struct
{
  char *text;
  GPtrArray *slots;     /* of the milestone itself; the first of a name is the one that counts */
  GPtrArray *blocks;
  GPtrArray *unknown;   /* of WayUnknown: kept, and without a place in the plan */
  gsize keys_end;       /* where another key of the front matter goes; 0 = there is none */
  const char *newline;
} WayMilestoneText;

WayMilestoneText *way_milestone_text_read  (const char *text, gsize length, GError **error);
void              way_milestone_text_free  (WayMilestoneText *self);
WaySlot          *way_milestone_text_slot  (const WayMilestoneText *self, const char *name);
WayBlock         *way_milestone_text_block (const WayMilestoneText *self, const WayOutlineEntry *entry);
WaySlot          *way_item_slot            (const WayItem *item, const char *name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WayMilestoneText, way_milestone_text_free)

/* For the parts of the reader. */
WaySlot *way_slot_new       (const char *name, const char *text, gsize start, gsize end, guint line,
                             WaySlotStyle style);
void     way_slot_free      (WaySlot *slot);
void     way_item_free      (gpointer item);
void     way_items_read     (WayMilestoneText *self, WayBlock *block, const GArray *lines);

G_END_DECLS
