/* test-query.c: what somebody types to see some records only, and the search over all of them.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "metrics/way-record-query.h"
#include "metrics/way-record-search.h"
#include "model/way-records.h"

#include <string.h>

#define MONDAY way_moment (2026, 5, 4, 0, 0)

typedef struct
{
  WayDocument *document;
  const WayRecordType *risk;
  WayRecord *ana;
} Fixture;

static WayRecord *
add (Fixture *f, const char *type, const char *title)
{
  WayRecord *record = way_document_create_record (f->document, way_record_type (type));

  way_document_set_text (f->document, record, "title", title);
  return record;
}

static void
add_risk (Fixture *f, const char *title, gint64 owner, gint64 status, WayMoment review,
          gint64 rating)
{
  WayRecord *record = add (f, "risk", title);

  way_document_set_int (f->document, record, "owner", owner);
  way_document_set_int (f->document, record, "status", status);
  way_document_set_int (f->document, record, "review_date", review);
  way_document_set_int (f->document, record, "probability", rating);
  way_document_set_int (f->document, record, "impact", rating);
}

static void
set_up (Fixture *f, gconstpointer data)
{
  f->document = way_document_new ("Test", MONDAY);
  f->risk = way_record_type ("risk");
  way_document_begin (f->document, "Fill");
  way_document_set_int (f->document,
                        (WayRecord *)way_plan_get_project (way_document_get_plan (f->document)),
                        "status_date", MONDAY);
  f->ana = add (f, "resource", "Ana Lopez");
  add_risk (f, "Valve leaks", f->ana->id, WAY_RISK_OPEN, MONDAY - 1440, WAY_RATING_HIGH);
  add_risk (f, "Übung fällt aus", 0, WAY_RISK_MITIGATING, MONDAY + 1440, WAY_RATING_LOW);
  add_risk (f, "Old valve", f->ana->id, WAY_RISK_CLOSED, MONDAY - 1440, WAY_RATING_HIGH);
  g_assert_true (way_document_commit (f->document, NULL));
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  g_assert_finalize_object (f->document);
}

/* @expected: numbers of the risks: "1 3" */
static void
assert_found (Fixture *f, const char *text, const char *expected)
{
  g_autoptr (WayRecordQuery) query = way_record_query_new (f->document, f->risk, text, "ana lopez");
  GPtrArray *risks = way_plan_peek_records (way_document_get_plan (f->document), f->risk);
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; i < risks->len; i++)
    if (way_record_query_matches (query, risks->pdata[i]))
      g_string_append_printf (found, "%s%d", found->len > 0 ? " " : "",
                              (int)WAY_RECORD (risks->pdata[i])->number);
  g_test_message ("%s", text);
  g_assert_cmpstr (found->str, ==, expected);
}

static void
test_words (Fixture *f, gconstpointer data)
{
  assert_found (f, "", "1 2 3");
  assert_found (f, "VALVE", "1 3");
  assert_found (f, "valve leaks", "1");
  assert_found (f, "\"valve leaks\"", "1");
  assert_found (f, "\"leaks valve\"", "");
  assert_found (f, "übung", "2");
  assert_found (f, "lopez", "1 3");
  assert_found (f, "-valve", "2");
  assert_found (f, "mitigated", "2");
  assert_found (f, "r-3", "3");
  assert_found (f, "http://x", "");
}

static void
test_fields (Fixture *f, gconstpointer data)
{
  assert_found (f, "owner:ana", "1 3");
  assert_found (f, "Owner:\"Ana Lopez\" status:open", "1");
  assert_found (f, "title:lopez", "");
  assert_found (f, "owner:", "1 2 3"); /* while it is being typed */
  assert_found (f, "review-on<2026-05-04", "1 3");
  assert_found (f, "review_date>2026-05-04", "2");
  assert_found (f, "score>3", "1 3");
  assert_found (f, "title=\"old valve\"", "3");
  assert_found (f, "title=valve", "");
}

static void
test_properties (Fixture *f, gconstpointer data)
{
  assert_found (f, "is:open", "1 2");
  assert_found (f, "is:mine is:open", "1");
  assert_found (f, "is:overdue", "1");
  assert_found (f, "is:critical", "1 3");
  assert_found (f, "-is:open", "3");
}

/* What a cell shows finds all that show the same. */
static void
test_of_value (Fixture *f, gconstpointer data)
{
  GPtrArray *risks = way_plan_peek_records (way_document_get_plan (f->document), f->risk);

  for (guint i = 0; i < f->risk->n_fields; i++)
    {
      const WayField *field = &f->risk->fields[i];
      g_autofree char *text = (field->flags & WAY_FIELD_HIDDEN) == 0
                                  ? way_record_query_of_value (risks->pdata[0], field)
                                  : NULL;
      g_autoptr (WayRecordQuery) query
          = way_record_query_new (f->document, f->risk, text != NULL ? text : "", NULL);

      g_test_message ("%s", text);
      g_assert_true (way_record_query_matches (query, risks->pdata[0]));
    }
}

static void
test_search (Fixture *f, gconstpointer data)
{
  g_autoptr (GPtrArray) found = way_record_search (f->document, " ana ", NULL, 1);
  g_autoptr (GPtrArray) none = way_record_search (f->document, "nowhere at all", NULL, 10);
  const WayRecordHits *people, *risks;

  g_assert_cmpuint (found->len, ==, 2);
  people = found->pdata[0];
  risks = found->pdata[1];
  g_assert_true (people->type == &way_resource_type);
  g_assert_true (people->records->pdata[0] == f->ana);
  g_assert_cmpuint (risks->n_hits, ==, 2);
  g_assert_cmpuint (risks->records->len, ==, 1);
  g_assert_cmpuint (none->len, ==, 0);
}

static void
test_filters (Fixture *f, gconstpointer data)
{
  guint n_types;
  const WayRecordType **types = way_record_types (&n_types);

  for (guint i = 0; i < n_types; i++)
    {
      g_autoptr (GArray) filters = way_record_filters (types[i]);

      for (guint k = 0; k < filters->len; k++)
        g_assert_true (
            g_str_has_prefix (g_array_index (filters, WayRecordFilter, k).query, "is:"));
      if (types[i] == f->risk)
        g_assert_cmpuint (filters->len, ==, 4);
    }
}

#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/query/words", test_words);
  ADD ("/query/fields", test_fields);
  ADD ("/query/properties", test_properties);
  ADD ("/query/of-value", test_of_value);
  ADD ("/query/search", test_search);
  ADD ("/query/filters", test_filters);
  return g_test_run ();
}
