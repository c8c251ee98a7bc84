/* test-mspdi-export.c: plans as MS Project XML, and back again.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "exchange-helper.h"
#include "document/way-sample.h"
#include "exchange/mspdi/way-mspdi-schema.h"
#include "exchange/way-xml-reader.h"
#include "model/way-error.h"

#include <glib/gstdio.h>
#include <string.h>

static char *
export_to (WayDocument *document, const char *name)
{
  char *path = helper_scratch (name);
  g_autoptr (GError) error = NULL;

  way_exchange_export (document, path, NULL, NULL, &error);
  g_assert_no_error (error);
  return path;
}

/* The plan, and the plan after the way out and in, are the same. */
static void
check_round_trip (WayDocument *document, const char *name)
{
  g_autofree char *path = export_to (document, name);
  g_autoptr (WayDocument) again = helper_import (path, WAY_DATES_RECOMPUTE, NULL);
  g_autofree char *before = helper_text (document);
  g_autofree char *after = helper_text (again);

  g_assert_cmpstr (after, ==, before);
}

static void
test_round_trip (gconstpointer fixture)
{
  g_autofree char *path = helper_fixture (fixture);
  g_autoptr (WayDocument) document = helper_import (path, WAY_DATES_RECOMPUTE, NULL);

  check_round_trip (document, "round.xml");
}

static char *
read_text (const char *path)
{
  char *text = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  return text;
}

static void
test_kept_goes_back (void)
{
  g_autofree char *fixture = helper_fixture ("everything.xml");
  g_autoptr (WayDocument) document = helper_import (fixture, WAY_DATES_RECOMPUTE, NULL);
  g_autofree char *path = export_to (document, "kept.xml");
  g_autofree char *text = read_text (path);
  const char *const expected[] = {
    "<Subject>Wood</Subject>", "<FutureSwitch>on</FutureSwitch>", "<Alias>Berth</Alias>",
    "<GUID>11111111-1111-1111-1111-111111111111</GUID>",
    "<GUID>00000000-0000-0000-0000-000000000001</GUID>", /* of row 0 */
    "<Work>PT12H30M30S</Work>",                          /* to the second, as it was */
    "<StandardRate>16.8269</StandardRate>", "<StatusDate>2026-05-08T17:00:00</StatusDate>",
    "<WBS>K-1</WBS>", "<SprintGoal><Aim weight=\"2\">Float</Aim></SprintGoal>",
    "<WorkContour>2</WorkContour>", "<DurationFormat>39</DurationFormat>", "<Type>6</Type>",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_test_message ("%s", expected[i]);
      g_assert_nonnull (strstr (text, expected[i]));
    }
}

/* What was kept exactly gives way when the field is changed here. */
static void
test_changed_wins (void)
{
  g_autofree char *fixture = helper_fixture ("everything.xml");
  g_autoptr (WayDocument) document = helper_import (fixture, WAY_DATES_RECOMPUTE, NULL);
  g_autofree char *path = NULL;
  g_autofree char *text = NULL;

  way_document_begin (document, "Change");
  way_document_set_int (document, WAY_RECORD (helper_task (document, "Keel")), "work", 600);
  g_assert_true (way_document_commit (document, NULL));
  path = export_to (document, "changed.xml");
  text = read_text (path);
  g_assert_null (strstr (text, "PT12H30M30S"));
  g_assert_nonnull (strstr (text, "<Work>PT10H0M0S</Work>"));
}

/* What a field cannot hold exactly comes in a second time as it did the first. */
static void
test_inexact (void)
{
  static const char *const rows[] = {
    "<OutlineNumber>7</OutlineNumber><WBS>1</WBS><Duration>PT8H0M0S</Duration>"
    "<PercentComplete>0.5</PercentComplete>",
    "<WBS>A.2</WBS><OutlineNumber>2</OutlineNumber><Duration>PT8H0M30S</Duration>"
    "<ConstraintType>4</ConstraintType><ConstraintDate>2026-06-01T08:00:30</ConstraintDate>",
    "<ManualDuration>PT4H0M30S</ManualDuration>",
  };
  g_autofree char *path = helper_scratch ("inexact.xml");
  g_autoptr (WayDocument) document = NULL;
  GString *text = g_string_new ("<Project><StartDate>2026-05-04T08:00:00</StartDate><Tasks>");

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    g_string_append_printf (text, "<Task><UID>%d</UID><Name>Row</Name>%s</Task>", (int) i + 1, rows[i]);
  g_string_append (text, "</Tasks></Project>");
  g_assert_true (g_file_set_contents (path, text->str, -1, NULL));
  g_string_free (text, TRUE);
  document = helper_import (path, WAY_DATES_RECOMPUTE, NULL);
  check_round_trip (document, "inexact-again.xml");
}

/* How work was spread over the old days says nothing about a task that has moved. */
static void
test_stale_spread (void)
{
  g_autofree char *fixture = helper_fixture ("everything.xml");
  g_autoptr (WayDocument) document = helper_import (fixture, WAY_DATES_RECOMPUTE, NULL);
  g_autofree char *path = export_to (document, "spread.xml");
  g_autofree char *text = read_text (path);
  g_autofree char *moved = NULL;

  g_assert_nonnull (strstr (text, "<TimephasedData>"));
  way_document_begin (document, "Move");
  way_document_set_int (document, WAY_RECORD (helper_task (document, "Keel")), "actual_start",
                        way_moment (2026, 5, 11, 8, 0));
  g_assert_true (way_document_commit (document, NULL));
  g_free (export_to (document, "spread.xml"));
  moved = read_text (path);
  g_assert_null (strstr (moved, "<TimephasedData>"));
  g_assert_nonnull (strstr (moved, "<WorkContour>2</WorkContour>"));
}

/* A rule of which a day was taken out is no rule any more, but its days stay. */
static void
test_broken_series (void)
{
  g_autofree char *fixture = helper_fixture ("everything.xml");
  g_autoptr (WayDocument) document = helper_import (fixture, WAY_DATES_RECOMPUTE, NULL);
  GPtrArray *exceptions = way_plan_peek_records (way_document_get_plan (document), &way_exception_type);
  g_autofree char *path = NULL;
  g_autofree char *text = NULL;
  g_autoptr (WayDocument) again = NULL;

  way_document_begin (document, "Delete");
  way_document_delete (document, exceptions->pdata[3]);
  g_assert_true (way_document_commit (document, NULL));
  path = export_to (document, "series.xml");
  text = read_text (path);
  g_assert_null (strstr (text, "<DaysOfWeek>"));
  again = helper_import (path, WAY_DATES_RECOMPUTE, NULL);
  g_assert_cmpuint (way_plan_peek_records (way_document_get_plan (again), &way_exception_type)->len,
                    ==, 4);
}

/* Rows made here get numbers that nobody has; numbers that came stay. */
static void
test_uids (void)
{
  g_autofree char *fixture = helper_fixture ("everything.xml");
  g_autoptr (WayDocument) document = helper_import (fixture, WAY_DATES_RECOMPUTE, NULL);
  g_autofree char *path = NULL;
  g_autoptr (WayDocument) again = NULL;
  WayRecord *fresh;

  way_document_begin (document, "Add");
  fresh = way_document_create_record (document, &way_task_type);
  way_document_set_text (document, fresh, "title", "Anchor");
  way_document_set_int (document, fresh, "rank", 999999);
  g_assert_true (way_document_commit (document, NULL));
  path = export_to (document, "uids.xml");
  again = helper_import (path, WAY_DATES_RECOMPUTE, NULL);
  g_assert_cmpint (helper_task (again, "Keel")->uid, ==, 12);
  g_assert_cmpint (helper_task (again, "A sail perhaps")->uid, ==, 15);
  g_assert_cmpint (helper_task (again, "Anchor")->uid, ==, 16);
}

static void
test_computed (void)
{
  g_autofree char *fixture = helper_fixture ("everything.xml");
  g_autoptr (WayDocument) document = helper_import (fixture, WAY_DATES_RECOMPUTE, NULL);
  g_autofree char *path = export_to (document, "computed.xml");
  g_autofree char *text = read_text (path);
  const char *hull = strstr (text, "<Name>Hull</Name>");
  const char *planks = strstr (text, "<Name>Planks</Name>");

  g_assert_nonnull (strstr (text, "<Project xmlns=\"http://schemas.microsoft.com/project\">"));
  g_assert_true (strstr (hull, "<Summary>1</Summary>") < planks);
  g_assert_nonnull (strstr (planks, "<OutlineNumber>1.2</OutlineNumber>"));
  g_assert_nonnull (strstr (planks, "<OutlineLevel>2</OutlineLevel>"));
  g_assert_nonnull (strstr (planks, "<Start>2026-05-11T08:00:00</Start>"));
  g_assert_nonnull (strstr (planks, "<EarlyFinish>2026-05-13T08:00:00</EarlyFinish>"));
  g_assert_nonnull (strstr (planks, "<TotalSlack>"));
  g_assert_nonnull (strstr (planks, "<LinkLag>-50</LinkLag>"));
}

/* The elements of every record stand in the schema's order. */
static void
check_order (WayXmlReader *reader, const WayMspdiSchema *schema)
{
  WayXmlCursor cursor = way_xml_reader_enter (reader);
  const char *name;
  int last = -1;

  while ((name = way_xml_reader_next (reader, &cursor)) != NULL)
    {
      int place = way_mspdi_schema_find (schema, name, MAX (last, 0));

      if (place < 0)
        place = G_MAXINT; /* unknown: only after all others */
      g_assert_cmpint (place, >=, last);
      last = place;
    }
}

static void
test_order (void)
{
  static const struct
  {
    const char *section;
    const WayMspdiSchema *schema;
  } sections[] = {
    { "Calendars", &way_mspdi_calendar },
    { "Tasks", &way_mspdi_task },
    { "Resources", &way_mspdi_resource },
    { "Assignments", &way_mspdi_assignment },
  };
  g_autofree char *fixture = helper_fixture ("everything.xml");
  g_autoptr (WayDocument) document = helper_import (fixture, WAY_DATES_RECOMPUTE, NULL);
  g_autofree char *path = export_to (document, "order.xml");

  for (gsize i = 0; i < G_N_ELEMENTS (sections); i++)
    {
      g_autoptr (WayXmlReader) reader = way_xml_reader_open (path, NULL);
      WayXmlCursor project, list;
      const char *name;
      guint n = 0;

      way_xml_reader_root (reader);
      project = way_xml_reader_enter (reader);
      while ((name = way_xml_reader_next (reader, &project)) != NULL)
        {
          if (strcmp (name, sections[i].section) != 0)
            continue;
          list = way_xml_reader_enter (reader);
          for (; way_xml_reader_next (reader, &list) != NULL; n++)
            check_order (reader, sections[i].schema);
        }
      g_assert_cmpuint (n, >, 0);
    }
}

/* The sample plan, which no import made: what MS Project XML can say comes back. */
static void
test_sample (void)
{
  g_autoptr (WayDocument) document = helper_new_plan ();
  g_autofree char *path = NULL;
  g_autoptr (WayDocument) again = NULL;
  GPtrArray *before, *after;

  g_assert_true (way_sample_fill (document, NULL));
  path = export_to (document, "sample.xml");
  again = helper_import (path, WAY_DATES_RECOMPUTE, NULL);
  before = way_plan_get_outline (way_document_get_plan (document));
  after = way_plan_get_outline (way_document_get_plan (again));
  g_assert_cmpuint (after->len, ==, before->len);
  for (guint i = 0; i < before->len; i++)
    {
      WayTask *old = before->pdata[i], *new = after->pdata[i];

      g_test_message ("%s", WAY_RECORD (old)->title);
      g_assert_cmpstr (WAY_RECORD (new)->title, ==, WAY_RECORD (old)->title);
      g_assert_cmpint (new->start, ==, old->start);
      g_assert_cmpint (new->finish, ==, old->finish);
      g_assert_cmpint (new->total_float, ==, old->total_float);
      g_assert_cmpint (new->complete, ==, old->complete);
    }
  check_round_trip (again, "sample-again.xml");
}

static void
test_refused (void)
{
  g_autoptr (WayDocument) document = helper_new_plan ();
  g_autoptr (GError) error = NULL;

  g_assert_false (way_exchange_export (document, "/nowhere/plan.xml", NULL, NULL, &error));
  g_assert_error (error, WAY_ERROR, WAY_ERROR_IO);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/exchange/export/round-trip/everything", "everything.xml", test_round_trip);
  g_test_add_data_func ("/exchange/export/round-trip/odd", "odd.xml", test_round_trip);
  g_test_add_data_func ("/exchange/export/round-trip/loop", "loop.xml", test_round_trip);
  g_test_add_data_func ("/exchange/export/round-trip/2003", "project2003.xml", test_round_trip);
  g_test_add_func ("/exchange/export/kept-goes-back", test_kept_goes_back);
  g_test_add_func ("/exchange/export/changed-wins", test_changed_wins);
  g_test_add_func ("/exchange/export/inexact", test_inexact);
  g_test_add_func ("/exchange/export/stale-spread", test_stale_spread);
  g_test_add_func ("/exchange/export/broken-series", test_broken_series);
  g_test_add_func ("/exchange/export/uids", test_uids);
  g_test_add_func ("/exchange/export/computed", test_computed);
  g_test_add_func ("/exchange/export/order", test_order);
  g_test_add_func ("/exchange/export/sample", test_sample);
  g_test_add_func ("/exchange/export/refused", test_refused);
  return g_test_run ();
}
