/* decode-network.h: bytes as a network with every feature, for the fuzz target of the engine.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "random-network.h"

G_BEGIN_DECLS

/* Bytes being read; when they run out, zeros follow. */
typedef struct
{
  const guint8 *data;
  size_t size;
} Bytes;

guint32        bytes_number    (Bytes *self, guint32 below);
RandomNetwork *decode_network  (Bytes *self, gboolean wide);
void           decode_task     (Bytes *self, WayNetTask *task, gboolean wide);
void           decode_link     (Bytes *self, WayNetLink *link, gboolean wide);

G_END_DECLS
