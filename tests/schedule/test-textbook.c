/* test-textbook.c: textbook networks with published dates and floats.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Days are minutes here, in a calendar that always works. */

#include "schedule/way-network.h"

#include <json-glib/json-glib.h>
#include <string.h>

static guint8
link_type (const char *name)
{
  static const char *names[] = { "FF", "FS", "SF", "SS" };

  for (guint8 i = 0; i < G_N_ELEMENTS (names); i++)
    if (strcmp (names[i], name) == 0)
      return i;
  g_assert_not_reached ();
}

static gint32
index_of (GPtrArray *names, const char *name)
{
  guint index;

  g_assert_true (g_ptr_array_find_with_equal_func (names, name, g_str_equal, &index));
  return (gint32) index;
}

static void
check_figure (JsonObject *expected, const char *name, const char *key, gint64 value)
{
  if (json_object_has_member (expected, key) && json_object_get_int_member (expected, key) != value)
    g_test_fail_printf ("%s: %s is %" G_GINT64_FORMAT ", published %" G_GINT64_FORMAT, name, key, value,
                        json_object_get_int_member (expected, key));
}

static void
check_case (JsonObject *object)
{
  JsonObject *expected = json_object_get_object_member (object, "expected");
  JsonArray *links = json_object_get_array_member (object, "links");
  g_autoptr (GList) members = json_object_get_members (expected);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autoptr (WayWorktime) always = way_worktime_new_always ();
  g_autoptr (WayNetwork) net = NULL;

  g_test_message ("%s", json_object_get_string_member (object, "id"));
  for (GList *l = members; l != NULL; l = l->next)
    g_ptr_array_add (names, l->data);
  net = way_network_new ((int) names->len, (int) json_array_get_length (links), 1);
  way_network_set_calendar (net, 0, always);
  for (guint i = 0; i < names->len; i++)
    net->tasks[i].duration =
        json_object_get_int_member (json_object_get_object_member (expected, names->pdata[i]), "dur");
  for (guint l = 0; l < json_array_get_length (links); l++)
    {
      JsonArray *link = json_array_get_array_element (links, l);

      net->links[l].predecessor = index_of (names, json_array_get_string_element (link, 0));
      net->links[l].successor = index_of (names, json_array_get_string_element (link, 1));
      net->links[l].type = link_type (json_array_get_string_element (link, 2));
      net->links[l].lag = json_array_get_int_element (link, 3);
    }
  g_assert_true (way_network_prepare (net, NULL));
  way_network_schedule (net);
  for (guint i = 0; i < names->len; i++)
    {
      JsonObject *figures = json_object_get_object_member (expected, names->pdata[i]);
      const WayNetResult *result = &net->results[i];

      check_figure (figures, names->pdata[i], "es", result->early_start);
      check_figure (figures, names->pdata[i], "ef", result->early_finish);
      check_figure (figures, names->pdata[i], "ls", result->late_start);
      check_figure (figures, names->pdata[i], "lf", result->late_finish);
      check_figure (figures, names->pdata[i], "tf", result->total_float);
      check_figure (figures, names->pdata[i], "ff", result->free_float);
      g_assert_cmpint (result->critical, ==, result->total_float <= 0);
    }
  g_assert_cmpint (net->finish, ==, json_object_get_int_member (object, "finish"));
}

static void
test_published (void)
{
  const char *folder = g_getenv ("WAYMARK_SHARED_DATA");
  g_autofree char *path = g_build_filename (folder != NULL ? folder : ".", "cpm", "textbook_cases.json", NULL);
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) error = NULL;
  JsonArray *cases;

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_test_skip ("the textbook cases are not there");
      return;
    }
  json_parser_load_from_file (parser, path, &error);
  g_assert_no_error (error);
  cases = json_node_get_array (json_parser_get_root (parser));
  g_assert_cmpuint (json_array_get_length (cases), >, 0);
  for (guint i = 0; i < json_array_get_length (cases); i++)
    check_case (json_array_get_object_element (cases, i));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/textbook/published", test_published);
  return g_test_run ();
}
