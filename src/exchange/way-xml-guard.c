/* way-xml-guard.c: WayXmlGuard, watches the bytes of a file on their way to the XML parser.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "exchange/way-xml-guard.h"

#include <errno.h>
#include <unistd.h>

#define MAX_ATTRIBUTES 1000 /* of one element */

enum { TEXT, OPENED, IN_TAG, IN_VALUE };

/**
 * way_xml_guard_init:
 * @fd: of the file, open for reading; remains the caller's to close
 */
void
way_xml_guard_init (WayXmlGuard *self, int fd)
{
  *self = (WayXmlGuard) { .fd = fd };
}

/* Follows what kind of place the bytes are in. The zeros of UTF-16 are passed over. */
static void
watch (WayXmlGuard *self, char byte)
{
  switch (self->state)
    {
    case OPENED: /* declarations, comments and a lone "<" are not for us */
      self->state = g_ascii_isalpha (byte) || byte == '_' || (guchar) byte >= 0x80 ? IN_TAG : TEXT;
      self->n_attributes = 0;
      break;
    case IN_TAG:
      if (byte == '>')
        self->state = TEXT;
      if (byte != '"' && byte != '\'')
        break;
      self->quote = byte;
      self->state = IN_VALUE;
      if (++self->n_attributes > MAX_ATTRIBUTES)
        self->refused = TRUE;
      break;
    case IN_VALUE:
      if (byte == self->quote)
        self->state = IN_TAG;
      break;
    case TEXT:
    default:
      if (byte == '<')
        self->state = OPENED;
    }
}

/**
 * way_xml_guard_read:
 *
 * The parser's source of bytes (xmlInputReadCallback).
 *
 * Returns: how many were read, 0 at the end, −1 when reading failed or @guard refuses them
 */
int
way_xml_guard_read (void *guard, char *buffer, int length)
{
  WayXmlGuard *self = guard;
  gssize n;

  do
    n = read (self->fd, buffer, (size_t) length);
  while (n < 0 && errno == EINTR);
  for (gssize i = 0; i < n; i++)
    if (buffer[i] != '\0')
      watch (self, buffer[i]);
  return self->refused ? -1 : (int) n;
}
