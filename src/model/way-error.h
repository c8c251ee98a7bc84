/* way-error.h: the one error domain of Waymark.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Messages are whole sentences in the user's words: what failed, to what, and what to do. */
#define WAY_ERROR (way_error_quark ())

typedef enum
{
  WAY_ERROR_INVALID,     /* a value is not allowed: out of range, not understood, required */
  WAY_ERROR_CYCLE,       /* a link or parent would close a loop; the message names it */
  WAY_ERROR_NOT_FOUND,   /* the thing named is not in the plan */
  WAY_ERROR_FORMAT,      /* a file is not what it should be, or damaged */
  WAY_ERROR_NEWER,       /* a plan written by a newer Waymark */
  WAY_ERROR_READ_ONLY,   /* the plan or its folder cannot be written */
  WAY_ERROR_CONFLICT,    /* somebody else changed the plan in between */
  WAY_ERROR_IO,          /* the disk, the file system, the database */
  WAY_ERROR_CANCELLED,
  WAY_ERROR_INCOMPLETE,  /* more has to be said first; the message says what */
} WayError;

GQuark way_error_quark (void);

G_END_DECLS
