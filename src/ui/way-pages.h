/* way-pages.h: the list of pages of the main window.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ui/way-page.h"

G_BEGIN_DECLS

/* What the window knows of a page before it makes it. */
typedef struct
{
  const char *name;          /* for actions and settings */
  const char *label;         /* N_(), shown in the sidebar */
  const char *icon;          /* symbolic */
  guint section;             /* a line is drawn between the sections of the sidebar */
  const WayRecordType *type; /* (nullable): the records that it shows */
  GType (*get_type) (void);  /* NULL: it is a list of them */
  const WayRecordType *part; /* (nullable): records that it shows inside those */
} WayPageKind;

const WayPageKind *way_pages_get    (guint *n_kinds);
WayPage           *way_pages_create (const WayPageKind *kind);

G_END_DECLS
