/* way-record-outline.c: the sections of a milestone's or an initiative's document, in their order.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-record-outline.h"

#include "model/way-record-outline-private.h"
#include "model/way-records.h"

#include <string.h>

static const WayOutline *
outline_of (const WayRecordType *type)
{
  static const WayOutline none;

  if (type == &way_milestone_type)
    return &way_milestone_outline;
  return type == &way_initiative_type ? &way_initiative_outline : &none;
}

/**
 * way_record_outline:
 * @n_entries: (out)
 *
 * Returns: (transfer none) (array length=n_entries): all entries, as they stand in the document of
 * a record of that type
 */
const WayOutlineEntry *
way_record_outline (const WayRecordType *type, guint *n_entries)
{
  const WayOutline *outline = outline_of (type);

  *n_entries = outline->n_entries;
  return outline->entries;
}

/**
 * way_outline_entry_has_text:
 *
 * Returns: whether its text is kept in a WaySection
 */
gboolean
way_outline_entry_has_text (const WayOutlineEntry *entry)
{
  switch (entry->kind)
    {
    case WAY_OUTLINE_PROSE:
    case WAY_OUTLINE_NUMBERED:
    case WAY_OUTLINE_BULLETS:
    case WAY_OUTLINE_LINE:
      return TRUE;
    default:
      return FALSE;
    }
}

/**
 * way_record_outline_lookup:
 * @key: of a WaySection
 *
 * Returns: (transfer none) (nullable): the entry whose text is kept under @key
 */
const WayOutlineEntry *
way_record_outline_lookup (const WayRecordType *type, const char *key)
{
  const WayOutline *outline = outline_of (type);

  for (guint i = 0; i < outline->n_entries; i++)
    if (way_outline_entry_has_text (&outline->entries[i])
        && strcmp (outline->entries[i].key, key) == 0)
      return &outline->entries[i];
  return NULL;
}

/* (nullable): the outline that @entry stands in */
static const WayOutline *
outline_around (const WayOutlineEntry *entry)
{
  const WayOutline *both[] = { &way_milestone_outline, &way_initiative_outline };

  for (guint i = 0; i < G_N_ELEMENTS (both); i++)
    if (entry >= both[i]->entries && entry < both[i]->entries + both[i]->n_entries)
      return both[i];
  return NULL;
}

/**
 * way_outline_entry_parent:
 *
 * Returns: (transfer none) (nullable): the heading that @entry stands under; %NULL at the top, and
 * for an entry that is in no outline
 */
const WayOutlineEntry *
way_outline_entry_parent (const WayOutlineEntry *entry)
{
  const WayOutline *outline = outline_around (entry);
  guint level = entry->level != 0 ? entry->level : G_MAXUINT;

  if (outline == NULL)
    return NULL;
  for (const WayOutlineEntry *above = entry; above > outline->entries; above--)
    if (above[-1].level != 0 && above[-1].level < level)
      return above - 1;
  return NULL;
}
