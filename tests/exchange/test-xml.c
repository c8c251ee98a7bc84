/* test-xml.c: reading XML of strangers, writing files whole or not at all, kept pieces.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "exchange-helper.h"
#include "exchange/mspdi/way-mspdi-extra.h"
#include "exchange/way-xml-reader.h"
#include "exchange/way-xml-writer.h"
#include "model/way-error.h"

#include <glib/gstdio.h>
#include <string.h>

static char *
write_file (const char *name, const char *text)
{
  char *path = helper_scratch (name);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  return path;
}

static void
test_read (void)
{
  g_autofree char *path = write_file (
      "read.xml", "<?xml version='1.0'?><a><b>x &lt; y</b><skipped><deep><b>no</b></deep></skipped>"
                  "<b/><c k=\"1 &amp; 2\" xmlns:z='urn:z'><!-- no --> <z:d>\n t</z:d> </c><b><![CDATA[<raw>]]></b></a>");
  g_autoptr (WayXmlReader) reader = way_xml_reader_open (path, NULL);
  g_autoptr (GString) seen = g_string_new (NULL);
  WayXmlCursor cursor;
  const char *name;

  g_assert_cmpstr (way_xml_reader_root (reader), ==, "a");
  cursor = way_xml_reader_enter (reader);
  while ((name = way_xml_reader_next (reader, &cursor)) != NULL)
    if (strcmp (name, "b") == 0)
      g_string_append_printf (seen, "[%s]", way_xml_reader_text (reader));
    else if (strcmp (name, "c") == 0)
      way_xml_reader_raw (reader, seen);
  g_assert_true (way_xml_reader_finish (reader, NULL));
  g_assert_cmpstr (seen->str, ==,
                   "[x < y][]<c k=\"1 &amp; 2\"><d xmlns=\"urn:z\">\n t</d></c>[<raw>]");
}

/* Files that may not be read to the end, and words of the message. */
static const struct
{
  const char *name;
  const char *text;
  const char *message;
} hostile[] = {
  { "empty.xml", "", "is not an XML file" },
  { "text.xml", "Dear all,\nthe plan is attached.", "is not an XML file" },
  { "cut.xml", "<a>\n<b>1</b>\n<b>2", "<b>" },
  { "crossed.xml", "<a>\n<b>\n</a></b>", "line 3" },
  { "bomb.xml",
    "<?xml version='1.0'?><!DOCTYPE a [<!ENTITY x 'ha'><!ENTITY y '&x;&x;&x;&x;&x;&x;&x;&x;'>"
    "<!ENTITY z '&y;&y;&y;&y;&y;&y;&y;&y;'>]><a><b>&z;</b></a>",
    "entit" }, /* refused by us or by the parser, whoever sees it first */
  { "outside.xml",
    "<?xml version='1.0'?><!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><a><b>&x;</b></a>",
    "entities" },
  { "undeclared.xml", "<a><b>&nbsp;</b></a>", "nbsp" },
  { "nested.xml", "<a><b><c>1</c></b></a>", "stands where a value belongs" },
  { "latin.xml", "<a><b>\xe9\xff</b></a>", "damaged" },
};

static void
test_hostile (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (hostile); i++)
    {
      g_autofree char *path = write_file (hostile[i].name, hostile[i].text);
      g_autoptr (WayXmlReader) reader = way_xml_reader_open (path, NULL);
      g_autoptr (GError) error = NULL;
      WayXmlCursor cursor;

      g_test_message ("%s", hostile[i].name);
      if (way_xml_reader_root (reader) != NULL)
        {
          cursor = way_xml_reader_enter (reader);
          while (way_xml_reader_next (reader, &cursor) != NULL)
            way_xml_reader_text (reader);
        }
      g_assert_false (way_xml_reader_finish (reader, &error));
      g_assert_error (error, WAY_ERROR, WAY_ERROR_FORMAT);
      g_assert_nonnull (strstr (error->message, hostile[i].message));
      g_assert_nonnull (strstr (error->message, hostile[i].name));
      g_assert_nonnull (strstr (error->message, "line"));
    }
}

static void
test_too_deep (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *path = NULL;
  g_autoptr (WayXmlReader) reader = NULL;
  g_autoptr (GError) error = NULL;

  for (int i = 0; i < 100000; i++)
    g_string_append (text, "<a>");
  path = write_file ("deep.xml", text->str);
  reader = way_xml_reader_open (path, NULL);
  way_xml_reader_root (reader);
  g_assert_false (way_xml_reader_finish (reader, &error));
  g_assert_error (error, WAY_ERROR, WAY_ERROR_FORMAT);
  g_assert_nonnull (strstr (error->message, "nested too deeply"));
}

static void
test_missing_file (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (way_xml_reader_open ("/nowhere/at-all.xml", &error));
  g_assert_error (error, WAY_ERROR, WAY_ERROR_IO);
  g_clear_error (&error);
  g_assert_null (way_xml_reader_open (g_get_tmp_dir (), &error));
  g_assert_error (error, WAY_ERROR, WAY_ERROR_IO);
}

static void
test_write (void)
{
  g_autofree char *path = write_file ("written.xml", "old");
  g_autofree char *text = NULL;
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr (GDir) dir = NULL;
  WayXmlWriter *writer = way_xml_writer_open (path, NULL);
  const char *name;

  way_xml_writer_start (writer, "a");
  way_xml_writer_free (writer);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, "old"); /* given up: untouched */
  g_clear_pointer (&text, g_free);

  writer = way_xml_writer_open (path, NULL);
  way_xml_writer_start_attribute (writer, "a", "k", "\"1\"");
  way_xml_writer_leaf (writer, "b", "x < y & \x01z\r");
  way_xml_writer_raw (writer, "<c/>");
  way_xml_writer_end (writer, "a");
  g_assert_true (way_xml_writer_close (writer, NULL));
  way_xml_writer_free (writer);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_nonnull (strstr (text, "<a k=\"&quot;1&quot;\">\n\t<b>x &lt; y &amp; z&#13;</b>\n\t<c/>\n</a>\n"));

  dir = g_dir_open (folder, 0, NULL);
  while ((name = g_dir_read_name (dir)) != NULL)
    g_assert_false (g_str_has_prefix (name, "written.xml.")); /* no temporary file is left */
}

static void
test_write_refused (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (way_xml_writer_open ("/nowhere/at-all.xml", &error));
  g_assert_error (error, WAY_ERROR, WAY_ERROR_IO);
}

static void
test_pieces (void)
{
  const char *kept = "<TimephasedData><Type>1</Type></TimephasedData><Odd a=\"&gt;>\"/><GUID>7</GUID>";
  g_autoptr (GArray) slices = way_mspdi_split_extra (&way_mspdi_task, kept);
  g_autofree char *inner = NULL;

  g_assert_cmpuint (slices->len, ==, 3);
  inner = way_mspdi_slice_inner (&g_array_index (slices, WayMspdiSlice, 0));
  g_assert_cmpstr (inner, ==, "7");
  g_assert_cmpint (g_array_index (slices, WayMspdiSlice, 2).element, ==, G_MAXINT);
}

/* What could break the file that it is written into is not written. */
static void
test_damaged_pieces (void)
{
  const char *const damaged[] = { "<a>",         "<a></b>",    "a",          "<a/></Task>", "<a>&</a>",
                                  "<a>& b;</a>", "<!-- x -->", "<?php ?>",   "<a",          "<a b=\"></a>",
                                  "<a><b></a></b>", "<>x</>",  "<a/> <b/>",  "</a>" };

  for (gsize i = 0; i < G_N_ELEMENTS (damaged); i++)
    {
      g_autoptr (GArray) slices = way_mspdi_split_extra (&way_mspdi_task, damaged[i]);

      g_test_message ("%s", damaged[i]);
      g_assert_cmpuint (slices->len, ==, 0);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exchange/xml/read", test_read);
  g_test_add_func ("/exchange/xml/hostile", test_hostile);
  g_test_add_func ("/exchange/xml/too-deep", test_too_deep);
  g_test_add_func ("/exchange/xml/missing-file", test_missing_file);
  g_test_add_func ("/exchange/xml/write", test_write);
  g_test_add_func ("/exchange/xml/write-refused", test_write_refused);
  g_test_add_func ("/exchange/xml/pieces", test_pieces);
  g_test_add_func ("/exchange/xml/damaged-pieces", test_damaged_pieces);
  return g_test_run ();
}
