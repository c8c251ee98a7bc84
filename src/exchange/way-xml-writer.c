/* way-xml-writer.c: WayXmlWriter, an XML file that appears whole or not at all.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-i18n.h"

#include "exchange/way-xml-writer.h"

#include "exchange/way-xml-reader.h"
#include "model/way-error.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

#define CHUNK (256 * 1024)

struct _WayXmlWriter
{
  int fd;
  char *path;
  char *temporary; /* NULL once it is in place */
  GString *buffer;
  int depth;
  int failure;     /* errno of the first write that failed */
};

static void
set_io_error (GError **error, const char *path, int failure)
{
  g_autofree char *name = g_filename_display_name (path);

  g_set_error (error, WAY_ERROR, WAY_ERROR_IO, _("“%s” could not be written: %s."), name,
               g_strerror (failure));
}

/**
 * way_xml_writer_open:
 * @error: %WAY_ERROR_IO when the folder cannot be written
 *
 * Returns: (transfer full)
 */
WayXmlWriter *
way_xml_writer_open (const char *path, GError **error)
{
  g_autofree char *temporary = g_strconcat (path, ".XXXXXX", NULL);
  int fd = g_mkstemp_full (temporary, O_WRONLY | O_CLOEXEC, 0666);
  WayXmlWriter *self;

  if (fd < 0)
    {
      set_io_error (error, path, errno);
      return NULL;
    }
  self = g_new0 (WayXmlWriter, 1);
  self->fd = fd;
  self->path = g_strdup (path);
  self->temporary = g_steal_pointer (&temporary);
  self->buffer = g_string_sized_new (CHUNK + 4096);
  g_string_append (self->buffer, "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n");
  return self;
}

void
way_xml_writer_free (WayXmlWriter *self)
{
  if (self == NULL)
    return;
  if (self->fd >= 0)
    close (self->fd);
  if (self->temporary != NULL)
    g_unlink (self->temporary);
  g_free (self->temporary);
  g_free (self->path);
  g_string_free (self->buffer, TRUE);
  g_free (self);
}

static void
flush (WayXmlWriter *self)
{
  gsize done = 0;

  while (self->failure == 0 && done < self->buffer->len)
    {
      gssize n = write (self->fd, self->buffer->str + done, self->buffer->len - done);

      if (n >= 0)
        done += (gsize) n;
      else if (errno != EINTR)
        self->failure = errno;
    }
  g_string_truncate (self->buffer, 0);
}

/* So that the rename itself is on the disk; a file system that cannot do this is let be. */
static void
sync_folder (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  int fd = g_open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);

  if (fd < 0)
    return;
  fsync (fd);
  close (fd);
}

/**
 * way_xml_writer_close:
 * @error: %WAY_ERROR_IO; the file that was there before is untouched then
 */
gboolean
way_xml_writer_close (WayXmlWriter *self, GError **error)
{
  struct stat old;

  flush (self);
  if (self->failure == 0 && g_stat (self->path, &old) == 0
      && fchmod (self->fd, old.st_mode & 0777) != 0)
    self->failure = errno;
  if (self->failure == 0 && fsync (self->fd) != 0)
    self->failure = errno;
  if (close (self->fd) != 0 && self->failure == 0)
    self->failure = errno;
  self->fd = -1;
  if (self->failure == 0 && g_rename (self->temporary, self->path) != 0)
    self->failure = errno;
  if (self->failure != 0)
    {
      set_io_error (error, self->path, self->failure);
      return FALSE;
    }
  g_clear_pointer (&self->temporary, g_free);
  sync_folder (self->path);
  return TRUE;
}

static void
indent (WayXmlWriter *self)
{
  for (int i = 0; i < self->depth; i++)
    g_string_append_c (self->buffer, '\t');
}

static void
line_end (WayXmlWriter *self)
{
  g_string_append_c (self->buffer, '\n');
  if (self->buffer->len >= CHUNK)
    flush (self);
}

void
way_xml_writer_start (WayXmlWriter *self, const char *name)
{
  indent (self);
  g_string_append_printf (self->buffer, "<%s>", name);
  line_end (self);
  self->depth++;
}

void
way_xml_writer_start_attribute (WayXmlWriter *self, const char *name, const char *attribute,
                                const char *value)
{
  indent (self);
  g_string_append_printf (self->buffer, "<%s %s=\"", name, attribute);
  way_xml_escape (self->buffer, value);
  g_string_append (self->buffer, "\">");
  line_end (self);
  self->depth++;
}

void
way_xml_writer_end (WayXmlWriter *self, const char *name)
{
  self->depth--;
  indent (self);
  g_string_append_printf (self->buffer, "</%s>", name);
  line_end (self);
}

/* <name>text</name> */
void
way_xml_writer_leaf (WayXmlWriter *self, const char *name, const char *text)
{
  indent (self);
  g_string_append_c (self->buffer, '<');
  g_string_append (self->buffer, name);
  g_string_append_c (self->buffer, '>');
  way_xml_escape (self->buffer, text);
  g_string_append (self->buffer, "</");
  g_string_append (self->buffer, name);
  g_string_append_c (self->buffer, '>');
  line_end (self);
}

void
way_xml_writer_int (WayXmlWriter *self, const char *name, gint64 value)
{
  char text[24];

  g_snprintf (text, sizeof text, "%" G_GINT64_FORMAT, value);
  way_xml_writer_leaf (self, name, text);
}

/* @xml: a well-formed piece, written as it is */
void
way_xml_writer_raw (WayXmlWriter *self, const char *xml)
{
  indent (self);
  g_string_append (self->buffer, xml);
  line_end (self);
}
