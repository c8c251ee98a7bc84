/* way-xml-reader.c: WayXmlReader, a safe stream over an XML file of a stranger.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-i18n.h"

#include "exchange/way-xml-reader.h"

#include "exchange/way-xml-guard.h"
#include "model/way-error.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <libxml/xmlreader.h>
#include <string.h>
#include <unistd.h>

/* Deeper than any plan; keeps a hostile file from growing the stack of open elements. */
#define MAX_DEPTH 40

/* Different names of elements, all told; the parser slows down with each. */
#define MAX_NAMES 10000

#if LIBXML_VERSION >= 21200
typedef const xmlError ParserError;
#else
typedef xmlError ParserError;
#endif

struct _WayXmlReader
{
  xmlTextReader *xml;
  char *name;      /* of the file, for messages */
  GString *text;   /* of the element read last */
  GString *element; /* name of the element read last */
  GHashTable *names; /* of all elements, as the parser keeps them, each once */
  WayXmlGuard guard; /* with the open file */
  gboolean marked;  /* the file begins as XML does */
  char *parser;    /* what libxml2 said first … */
  char *within;    /* … in which element; NULL = outside of all */
  int parser_line;
  GError *error;
};

/* xmlStructuredErrorFunc: keeps the first message, without its line break. The parser is ahead of
 * what it has handed out, so that it alone knows the element. */
static void
on_parser_error (void *data, ParserError *error)
{
  WayXmlReader *self = data;
  const xmlParserCtxt *parser = error->ctxt;
  const xmlNode *node = parser != NULL ? parser->node : NULL;
  const xmlDoc *file = parser != NULL ? parser->myDoc : NULL;

  if (self->parser != NULL || error->level < XML_ERR_ERROR || error->message == NULL)
    return;
  self->parser_line = error->line;
  if (error->code == XML_ERR_ENTITY_LOOP)
    {
      self->parser = g_strdup (_("It declares or uses XML entities, which plans never do and "
                                 "which can do harm. The file was not read."));
      return;
    }
  self->within = node != NULL ? g_strdup ((const char *) node->name) : NULL;
  if (error->code == XML_ERR_DOCUMENT_END
      && (node != NULL || file == NULL || xmlDocGetRootElement (file) == NULL))
    self->parser = g_strdup (_("The file ends too early."));
  else
    self->parser = g_utf8_make_valid (error->message, (gssize) strcspn (error->message, "\n"));
}

/* Whether the file's first character opens a tag; those of UTF-16 begin with their mark. */
static gboolean
begins_as_xml (int fd)
{
  char start[64] = { 0 };
  gssize n = pread (fd, start, sizeof start - 1, 0);
  const char *p = start;

  if (n < 2)
    return FALSE;
  if ((guchar) p[0] >= 0xfe)
    return TRUE;
  if (g_str_has_prefix (p, "\xef\xbb\xbf"))
    p += 3;
  return p[strspn (p, " \t\r\n")] == '<';
}

/**
 * way_xml_reader_open:
 * @error: %WAY_ERROR_IO when the file cannot be read
 *
 * Returns: (transfer full)
 */
WayXmlReader *
way_xml_reader_open (const char *path, GError **error)
{
  WayXmlReader *self;
  g_autofree char *name = g_filename_display_basename (path);
  int fd = -1;

  if (g_file_test (path, G_FILE_TEST_IS_REGULAR))
    fd = g_open (path, O_RDONLY | O_CLOEXEC, 0);
  if (fd < 0)
    {
      g_set_error (error, WAY_ERROR, WAY_ERROR_IO,
                   _("“%s” cannot be read. Check that it is there and that you may read it."),
                   name);
      return NULL;
    }
  self = g_new0 (WayXmlReader, 1);
  way_xml_guard_init (&self->guard, fd);
  self->marked = begins_as_xml (fd);
  self->element = g_string_new (NULL);
  self->names = g_hash_table_new (NULL, NULL);
  self->name = g_steal_pointer (&name);
  self->text = g_string_new (NULL);
  /* From a descriptor nothing is unpacked and no name is taken for an address. */
  self->xml = xmlReaderForIO (way_xml_guard_read, NULL, &self->guard, NULL, NULL,
                              XML_PARSE_NONET | XML_PARSE_NOWARNING | XML_PARSE_BIG_LINES
                                  | XML_PARSE_COMPACT);
  xmlTextReaderSetStructuredErrorHandler (self->xml, on_parser_error, self);
  return self;
}

void
way_xml_reader_free (WayXmlReader *self)
{
  if (self == NULL)
    return;
  xmlFreeTextReader (self->xml);
  g_string_free (self->text, TRUE);
  g_clear_error (&self->error);
  g_free (self->name);
  g_string_free (self->element, TRUE);
  g_hash_table_unref (self->names);
  close (self->guard.fd);
  g_free (self->parser);
  g_free (self->within);
  g_free (self);
}

/**
 * way_xml_reader_line:
 *
 * Returns: the line that the element read last starts on, as near as the parser can tell
 */
int
way_xml_reader_line (WayXmlReader *self)
{
  xmlNode *node = xmlTextReaderCurrentNode (self->xml);
  long line = node != NULL ? xmlGetLineNo (node) : -1;

  return line > 0 && line < 65535 ? (int) line : xmlTextReaderGetParserLineNumber (self->xml);
}

/**
 * way_xml_reader_fail:
 * @message: a whole sentence, translated; file and line are put before it
 *
 * Ends the reading; a failure before this one stays.
 */
void
way_xml_reader_fail (WayXmlReader *self, const char *message)
{
  if (self->error == NULL)
    /* Translators: file name, line number, then a whole sentence */
    g_set_error (&self->error, WAY_ERROR, WAY_ERROR_FORMAT, _("“%s”, line %d: %s"), self->name,
                 way_xml_reader_line (self), message);
}

/* The parser gave up: its message, with the element that it was in. */
static void
fail_malformed (WayXmlReader *self)
{
  const char *said = self->parser != NULL ? self->parser : _("The file ends too early.");
  int line = self->parser_line > 0 ? self->parser_line
                                   : xmlTextReaderGetParserLineNumber (self->xml);

  if (self->error != NULL)
    return;
  if (self->guard.refused)
    said = _("An element has more attributes than any plan.");
  if (!self->marked)
    g_set_error (&self->error, WAY_ERROR, WAY_ERROR_FORMAT,
                 _("“%s” is not an XML file: line %d: %s"), self->name, line, said);
  else if (self->within == NULL)
    g_set_error (&self->error, WAY_ERROR, WAY_ERROR_FORMAT, _("“%s” is damaged at line %d: %s"),
                 self->name, line, said);
  else
    g_set_error (&self->error, WAY_ERROR, WAY_ERROR_FORMAT,
                 _("“%s” is damaged at line %d, in <%s>: %s"), self->name, line, self->within, said);
}

/* Notes the element that begins; FALSE when no plan has it. */
static gboolean
enter_element (WayXmlReader *self)
{
  const xmlChar *name = xmlTextReaderConstLocalName (self->xml);

  g_string_assign (self->element, (const char *) name);
  g_hash_table_add (self->names, (gpointer) name);
  if (xmlTextReaderDepth (self->xml) > MAX_DEPTH)
    way_xml_reader_fail (self, _("Its elements are nested too deeply for a plan."));
  else if (g_hash_table_size (self->names) > MAX_NAMES)
    way_xml_reader_fail (self, _("It has more kinds of elements than any plan."));
  return self->error == NULL;
}

/* One node on; FALSE at the end and after any failure. */
static gboolean
step (WayXmlReader *self)
{
  int result;

  if (self->error != NULL)
    return FALSE;
  result = xmlTextReaderRead (self->xml);
  if (result != 1)
    {
      if (result < 0 || self->parser != NULL)
        fail_malformed (self);
      return FALSE;
    }
  switch (xmlTextReaderNodeType (self->xml))
    {
    case XML_READER_TYPE_DOCUMENT_TYPE:
    case XML_READER_TYPE_ENTITY_REFERENCE:
    case XML_READER_TYPE_ENTITY:
      way_xml_reader_fail (self, _("It declares or uses XML entities, which plans never do and "
                                   "which can do harm. The file was not read."));
      return FALSE;
    case XML_READER_TYPE_ELEMENT:
      return enter_element (self);
    default:
      return TRUE;
    }
}

/**
 * way_xml_reader_root:
 *
 * Returns: (nullable): the local name of the root element; NULL after a failure
 */
const char *
way_xml_reader_root (WayXmlReader *self)
{
  while (step (self))
    if (xmlTextReaderNodeType (self->xml) == XML_READER_TYPE_ELEMENT)
      return self->element->str;
  return NULL;
}

/**
 * way_xml_reader_enter:
 *
 * Returns: a cursor over the children of the element read last
 */
WayXmlCursor
way_xml_reader_enter (WayXmlReader *self)
{
  return (WayXmlCursor) {
    .depth = xmlTextReaderDepth (self->xml),
    .empty = xmlTextReaderIsEmptyElement (self->xml) == 1,
  };
}

/**
 * way_xml_reader_next:
 * @cursor: from way_xml_reader_enter()
 *
 * What the caller did not read of the child before is skipped.
 *
 * Returns: (nullable): the local name of the next child element; NULL at the end of the parent
 * and after a failure. Valid until the next call.
 */
const char *
way_xml_reader_next (WayXmlReader *self, WayXmlCursor *cursor)
{
  if (cursor->empty || self->error != NULL)
    return NULL;
  while (step (self))
    {
      int depth = xmlTextReaderDepth (self->xml);
      int type = xmlTextReaderNodeType (self->xml);

      if (type == XML_READER_TYPE_END_ELEMENT && depth <= cursor->depth)
        break;
      if (type == XML_READER_TYPE_ELEMENT && depth == cursor->depth + 1)
        return self->element->str;
    }
  cursor->empty = TRUE;
  return NULL;
}

static gboolean
is_text (int type)
{
  return type == XML_READER_TYPE_TEXT || type == XML_READER_TYPE_CDATA
         || type == XML_READER_TYPE_SIGNIFICANT_WHITESPACE
         || type == XML_READER_TYPE_WHITESPACE;
}

/**
 * way_xml_reader_text:
 *
 * Reads the element read last to its end. Elements inside it are a failure.
 *
 * Returns: (transfer none): its text, valid until the next call, the caller's to trim; "" after a
 * failure
 */
char *
way_xml_reader_text (WayXmlReader *self)
{
  int depth = xmlTextReaderDepth (self->xml);

  g_string_truncate (self->text, 0);
  if (self->error != NULL || xmlTextReaderIsEmptyElement (self->xml) == 1)
    return self->text->str;
  while (step (self))
    {
      int type = xmlTextReaderNodeType (self->xml);

      if (type == XML_READER_TYPE_END_ELEMENT && xmlTextReaderDepth (self->xml) <= depth)
        return self->text->str;
      if (is_text (type))
        g_string_append (self->text, (const char *) xmlTextReaderConstValue (self->xml));
      else if (type == XML_READER_TYPE_ELEMENT)
        {
          g_autofree char *message =
              g_strdup_printf (_("<%s> stands where a value belongs."), self->element->str);

          way_xml_reader_fail (self, message);
        }
    }
  g_string_truncate (self->text, 0);
  return self->text->str;
}

/**
 * way_xml_escape:
 *
 * Appends @text as XML text. Characters that XML cannot hold are left out; a carriage return is
 * written as a reference, because a reader would turn it into a line feed.
 */
void
way_xml_escape (GString *out, const char *text)
{
  for (const char *p = text; *p != '\0'; p++)
    switch (*p)
      {
      case '&':
        g_string_append (out, "&amp;");
        break;
      case '<':
        g_string_append (out, "&lt;");
        break;
      case '>':
        g_string_append (out, "&gt;");
        break;
      case '"':
        g_string_append (out, "&quot;");
        break;
      case '\r':
        g_string_append (out, "&#13;");
        break;
      default:
        if ((guchar) *p >= 0x20 || *p == '\n' || *p == '\t')
          g_string_append_c (out, *p);
      }
}

/* <name attributes>, each namespace that is not the parent's declared on the spot, so that the
 * piece can stand alone. */
static void
raw_start (WayXmlReader *self, GString *out)
{
  const char *uri = (const char *) xmlTextReaderConstNamespaceUri (self->xml);
  const char *prefix = (const char *) xmlTextReaderConstPrefix (self->xml);
  const char *name = (const char *) xmlTextReaderConstLocalName (self->xml);

  g_string_append_printf (out, "<%s", name);
  if (prefix != NULL && uri != NULL)
    {
      g_string_append (out, " xmlns=\"");
      way_xml_escape (out, uri);
      g_string_append_c (out, '"');
    }
  while (xmlTextReaderMoveToNextAttribute (self->xml) == 1)
    {
      if (xmlTextReaderIsNamespaceDecl (self->xml) == 1
          || xmlTextReaderConstPrefix (self->xml) != NULL)
        continue;
      g_string_append_printf (out, " %s=\"",
                              (const char *) xmlTextReaderConstLocalName (self->xml));
      way_xml_escape (out, (const char *) xmlTextReaderConstValue (self->xml));
      g_string_append_c (out, '"');
    }
  xmlTextReaderMoveToElement (self->xml);
}

/**
 * way_xml_reader_raw:
 *
 * Reads the element read last to its end and appends it to @out as XML: content and plain
 * attributes as they are, without comments and without the white space between elements.
 */
void
way_xml_reader_raw (WayXmlReader *self, GString *out)
{
  int top = xmlTextReaderDepth (self->xml);

  raw_start (self, out);
  if (xmlTextReaderIsEmptyElement (self->xml) == 1)
    {
      g_string_append (out, "/>");
      return;
    }
  g_string_append_c (out, '>');
  while (step (self))
    {
      int type = xmlTextReaderNodeType (self->xml);

      if (type == XML_READER_TYPE_ELEMENT)
        {
          gboolean empty = xmlTextReaderIsEmptyElement (self->xml) == 1;

          raw_start (self, out);
          g_string_append (out, empty ? "/>" : ">");
        }
      else if (type == XML_READER_TYPE_TEXT || type == XML_READER_TYPE_CDATA)
        way_xml_escape (out, (const char *) xmlTextReaderConstValue (self->xml));
      else if (type == XML_READER_TYPE_END_ELEMENT)
        {
          g_string_append_printf (out, "</%s>",
                                  (const char *) xmlTextReaderConstLocalName (self->xml));
          if (xmlTextReaderDepth (self->xml) <= top)
            return;
        }
    }
}

/**
 * way_xml_reader_finish:
 *
 * Reads on to the end of the file, so that damage behind the last thing of interest is found.
 *
 * Returns: whether everything could be read
 */
gboolean
way_xml_reader_finish (WayXmlReader *self, GError **error)
{
  while (step (self))
    continue;
  if (self->error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&self->error));
  return FALSE;
}
