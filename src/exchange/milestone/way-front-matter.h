/* way-front-matter.h: WayFrontMatter, the YAML at the head of a document, with where each value
 * stands.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * libyaml reads it; nothing is ever written by it, so that comments, order and
 * spelling stay what they are: a change replaces the bytes of one value. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  WAY_YAML_TEXT,    /* a scalar */
  WAY_YAML_LIST,    /* a sequence of scalars; .value has one a line */
  WAY_YAML_UNKNOWN, /* a mapping or something nested: “{NAME}” is one to YAML */
} WayYamlKind;

typedef struct
{
  char *key;         /* “status”; “success_metrics.primary_metric” below another key */
  char *value;       /* as it reads; "" for null; the very bytes when unknown */
  gsize start, end;  /* the bytes of the value in the document */
  guint line;        /* from 1 */
  WayYamlKind kind;
} WayYamlEntry;

typedef struct
{
  gsize start, end;   /* what is between the two lines “---” */
  GPtrArray *entries; /* of WayYamlEntry, in their order */
} WayFrontMatter;

gboolean        way_front_matter_find (const char *text, gsize *start, gsize *end);
WayFrontMatter *way_front_matter_read (const char *text, GError **error);
void            way_front_matter_free (WayFrontMatter *self);
char           *way_yaml_quote        (const char *text, gboolean quoted);
char           *way_yaml_list         (const char *lines);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WayFrontMatter, way_front_matter_free)

G_END_DECLS
