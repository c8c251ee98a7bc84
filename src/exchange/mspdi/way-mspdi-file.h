/* way-mspdi-file.h: WayMspdiFile, an MS Project XML file taken apart, before it touches a plan.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The whole file is read first, so that damage on its last line costs nothing.
 * Computed elements are dropped, elements without a place are kept as XML. */

#pragma once

#include "exchange/way-import-report.h"
#include "exchange/mspdi/way-mspdi-schema.h"

G_BEGIN_DECLS

/* A nested element, as <PredecessorLink>; lives as long as its file. */
typedef struct _WayMspdiNode WayMspdiNode;
struct _WayMspdiNode
{
  const char *name;
  const char *text;        /* "" when it has children */
  WayMspdiNode *children;  /* the first one */
  WayMspdiNode *next;
  int line;
};

/* A child element that has a role: text, or a tree when it has children. */
typedef struct
{
  guint element;           /* place in the schema */
  const char *text;
  WayMspdiNode *node;
} WayMspdiValue;

/* A child element without a place. */
typedef struct
{
  int element;             /* place in the schema, G_MAXINT = unknown */
  char *xml;
} WayMspdiPiece;

typedef struct
{
  int line;
  GArray *values;          /* of WayMspdiValue, in the order of the file */
  GArray *pieces;          /* of WayMspdiPiece, owned */
} WayMspdiItem;

typedef struct
{
  WayMspdiItem *project;
  GPtrArray *calendars;    /* of WayMspdiItem */
  GPtrArray *tasks;
  GPtrArray *resources;
  GPtrArray *assignments;
  GStringChunk *texts;
  GPtrArray *blocks;       /* memory of the nodes */
  guint block_used;
  gsize held;              /* bytes that all of it takes, about */
} WayMspdiFile;

WayMspdiFile *way_mspdi_file_read (const char *path, WayImportReport *report, GError **error);
void          way_mspdi_file_free (WayMspdiFile *self);

const char   *way_mspdi_item_text (const WayMspdiSchema *schema, const WayMspdiItem *item,
                                   const char *name);
gboolean      way_mspdi_item_int  (const WayMspdiSchema *schema, const WayMspdiItem *item,
                                   const char *name, gint64 *value);
gboolean      way_mspdi_item_true (const WayMspdiSchema *schema, const WayMspdiItem *item,
                                   const char *name);
void          way_mspdi_item_add_piece (WayMspdiItem *item, int element, char *xml);
void          way_mspdi_item_keep (WayMspdiItem *item, int element, const char *name,
                                   const char *text);
char         *way_mspdi_item_extra (WayMspdiItem *item);
const char   *way_mspdi_node_text (const WayMspdiNode *node, const char *name);
const WayMspdiNode *way_mspdi_node_child (const WayMspdiNode *node, const char *name);
void          way_mspdi_node_to_xml (const WayMspdiNode *node, GString *out);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WayMspdiFile, way_mspdi_file_free)

G_END_DECLS
