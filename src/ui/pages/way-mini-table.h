/* way-mini-table.h: WayMiniTable, a card with a short table; each row opens its record.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/way-record.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef struct
{
  const char *heading; /* translated, "" = none */
  gboolean expand;     /* the column that takes what room is left */
  gboolean right;      /* figures and dates stand at the right */
  gboolean chip;
  gboolean wrap;       /* as expand, and what is too long for a line takes more of them */
} WayMiniColumn;

typedef struct
{
  const char *text;  /* NULL = nothing */
  const char *tone;  /* "good", "warning", "bad" or NULL */
} WayMiniCell;

#define WAY_TYPE_MINI_TABLE (way_mini_table_get_type ())
G_DECLARE_FINAL_TYPE (WayMiniTable, way_mini_table, WAY, MINI_TABLE, GtkBox)

/* @columns: static; @empty: the sentence of a table without rows */
GtkWidget *way_mini_table_new   (const char *title, const WayMiniColumn *columns, guint n_columns,
                                 const char *empty);
void       way_mini_table_clear (WayMiniTable *self);
/* @record: (nullable): what the row opens */
void       way_mini_table_add   (WayMiniTable *self, WayRecord *record, const WayMiniCell *cells);
/* "… and 12 more", below the rows. */
void       way_mini_table_set_rest (WayMiniTable *self, guint n_more);

G_END_DECLS
