/* way-record-outline.h: the sections of a milestone's or an initiative's document, in their order.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One table a record type, for everything that knows the document: its page, its exchange as
 * Markdown, the check of section keys. Text is kept in WaySection records under the entry's key;
 * lists are records of their own; a heading without a key only groups what follows. */

#pragma once

#include "model/way-record.h"

G_BEGIN_DECLS

typedef enum
{
  WAY_OUTLINE_HEADING,      /* groups the entries below it */
  WAY_OUTLINE_PROSE,        /* a section of text */
  WAY_OUTLINE_NUMBERED,     /* a section, one numbered item a line */
  WAY_OUTLINE_BULLETS,      /* a section, one item a line */
  WAY_OUTLINE_LINES,        /* a heading over labelled lines */
  WAY_OUTLINE_LINE,         /* a section of one line, behind its label */
  WAY_OUTLINE_FIELD,        /* a labelled line that shows the record's field .key */
  WAY_OUTLINE_FIGURE,       /* a labelled line that is computed */
  WAY_OUTLINE_FIELD_HEADING, /* a heading that ends with the record's field .key */
  WAY_OUTLINE_CHECKLIST,    /* checklist items of the list .choice */
  WAY_OUTLINE_GATES,        /* the same, each with its threshold */
  WAY_OUTLINE_FEATURES,     /* features of the class .choice */
  WAY_OUTLINE_EXCLUSIONS,   /* features of the class .choice, with their reason */
  WAY_OUTLINE_SPRINTS,
  WAY_OUTLINE_RISKS,        /* risks of the band .choice (WayLevel) */
  WAY_OUTLINE_DEPENDENCIES, /* dependencies of the kind .choice */
  WAY_OUTLINE_KPIS,         /* KPIs of the kind .choice, with target, method and baseline */
  WAY_OUTLINE_INDICATORS,   /* KPIs of the kind .choice, by their names */
  WAY_OUTLINE_PHASES,
  WAY_OUTLINE_CHECKPOINTS,
  WAY_OUTLINE_DOCUMENTS,    /* document links of the group .choice */
  WAY_OUTLINE_MILESTONES,   /* those of an initiative */
  /* What belongs to a milestone and has no place in the document's file. */
  WAY_OUTLINE_BLOCKERS,
  WAY_OUTLINE_CHECK_INS,
  WAY_OUTLINE_REVIEWS,
  WAY_OUTLINE_ACTIONS,      /* of the kind .choice */
} WayOutlineKind;

typedef struct
{
  const char *key;     /* of the section, field or figure; NULL = none */
  const char *heading; /* untranslated; or the label of a line */
  guint level;         /* 2 … 4 as headings are; 0 = a line under the heading before it */
  WayOutlineKind kind;
  gint64 choice;       /* which list, class, kind or group */
  const char *suffix;  /* what stands behind a number, or NULL */
} WayOutlineEntry;

/* @type: of milestones or initiatives; other records have no document: NULL, none. */
const WayOutlineEntry *way_record_outline        (const WayRecordType *type, guint *n_entries);
const WayOutlineEntry *way_record_outline_lookup (const WayRecordType *type, const char *key);
const WayOutlineEntry *way_outline_entry_parent  (const WayOutlineEntry *entry);
gboolean               way_outline_entry_has_text (const WayOutlineEntry *entry);

G_END_DECLS
