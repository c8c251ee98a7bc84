/* test-register.c: records as tables, out and in.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "document/way-outline.h"
#include "document/way-sample.h"
#include "exchange/register/way-register-cell.h"
#include "exchange/register/way-register-import.h"
#include "exchange/register/way-register.h"
#include "model/way-error.h"
#include "model/way-records.h"

#include <glib/gstdio.h>
#include <string.h>

#define MONDAY way_moment (2026, 5, 4, 8, 0)

static WayCsv *
parse (const char *text, gsize length)
{
  g_autoptr (GError) error = NULL;
  WayCsv *csv = way_csv_parse (text, length, &error);

  g_assert_no_error (error);
  return csv;
}

/* "a|b/c|d": cells and rows. */
static void
assert_rows (const char *text, gssize length, const char *expected)
{
  g_autoptr (WayCsv) csv = parse (text, length >= 0 ? (gsize)length : strlen (text));
  g_autoptr (GString) all = g_string_new (NULL);

  for (guint i = 0; i < csv->rows->len; i++)
    {
      const WayCsvRow *row = csv->rows->pdata[i];
      g_autofree char *cells = g_strjoinv ("|", row->cells);

      g_string_append_printf (all, "%s%s", i > 0 ? "/" : "", cells);
    }
  g_assert_cmpstr (all->str, ==, expected);
}

static void
test_dialects (void)
{
  assert_rows ("a,b\r\nc,d\r\n", -1, "a|b/c|d");
  assert_rows ("\xef\xbb\xbf" "a;b,c\nd;e", -1, "a|b,c/d|e");
  assert_rows ("a\tb\rc\td\r", -1, "a|b/c|d");
  assert_rows ("sep=;\r\na,b;c\r\n", -1, "a,b|c");
  assert_rows ("\"a,\"\"b\"\"\",c\n\"d\r\ne\",\n\n,\n", -1, "a,\"b\"|c/d\ne|");
  assert_rows ("M\xfcller,\x80\n", -1, "Müller|€");
  assert_rows ("\xff\xfe" "a\0;\0\xe4\0\n\0", 10, "a|ä");
  assert_rows ("a,b\0c\n", 6, "a|b\1c");
  assert_rows ("", -1, "");
}

static void
test_open_quote (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (way_csv_parse ("a,b\nc,\"d\n\n", 10, &error));
  g_assert_error (error, WAY_ERROR, WAY_ERROR_FORMAT);
  g_assert_nonnull (strstr (error->message, "line 2"));
}

static void
test_formulas (void)
{
  const char *const texts[] = { "=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "'=1", "''=1", "'tis",
                                "a=1",  "",   "'",  "''a", " =1", "' =1", "＝1",  "＠A" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *safe = way_register_cell_disarm (texts[i]);

      const char *begin = safe + strspn (safe, " ");

      g_assert_null (*begin != '\0' ? strchr ("=+-@\t\r\n", *begin) : NULL);
      g_assert_false (g_str_has_prefix (begin, "＝") || g_str_has_prefix (begin, "＠"));
      g_assert_cmpstr (way_register_cell_rearm (safe), ==, texts[i]);
    }
}

/* ------------------------------------------------------------------ round trip */

static WayRegisterImport *
read_table (WayDocument *document, const WayRecordType *type, const char *text)
{
  g_autoptr (GError) error = NULL;
  WayRegisterImport *import
      = way_register_import_parse (type, "table.csv", text, strlen (text), &error);

  g_assert_no_error (error);
  way_register_import_apply (import, document, &error);
  g_assert_no_error (error);
  return import;
}

static char *
random_text (void)
{
  static const char *const pieces[] = { "=", "'", "+", "-", "@", "\t", "\n", ",", ";", "\"",
                                        "a", "ü", "漢", " ", "1", "\"\"" };
  GString *text = g_string_new (NULL);

  for (gint32 n = g_test_rand_int_range (0, 8); n > 0; n--)
    g_string_append (text, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
  return g_string_free (text, FALSE);
}

/* What any record of the type may have, without a thought for the schedule. */
static gboolean
is_free (const WayField *field)
{
  static const char *const bound[] = { "status", "actual_date", "waived", "waiver_reason", NULL };

  return way_field_is_stored (field)
         && (field->flags & (WAY_FIELD_HIDDEN | WAY_FIELD_SCHEDULE | WAY_FIELD_STRUCTURE)) == 0
         && !((field->flags & WAY_FIELD_REQUIRED) != 0 && field->type != WAY_FIELD_TYPE_TEXT)
         && !g_strv_contains (bound, field->name);
}

static void
set_random (WayDocument *document, WayRecord *record, const WayField *field)
{
  WayPlan *plan = way_document_get_plan (document);
  WayValue value = way_value_int (0);
  gint64 min, max;

  switch (field->type)
    {
    case WAY_FIELD_TYPE_TEXT:
      value = way_value_text (random_text ());
      if ((field->flags & WAY_FIELD_REQUIRED) != 0 && value.s[strspn (value.s, " \t\n")] == '\0')
        {
          g_free (value.s);
          value.s = g_strdup ("-5");
        }
      if ((field->flags & WAY_FIELD_MULTILINE) == 0)
        g_strdelimit (value.s, "\t\n", ' ');
      break;
    case WAY_FIELD_TYPE_REAL:
      value = way_value_real (g_test_rand_double_range (0, 1000));
      break;
    case WAY_FIELD_TYPE_ENUM:
      value.i = g_test_rand_int_range (0, (gint32)field->choices->n_values);
      break;
    case WAY_FIELD_TYPE_DATE:
      value.i = way_moment_day (MONDAY + (gint64)g_test_rand_int_range (0, 500) * 1440);
      break;
    case WAY_FIELD_TYPE_MOMENT:
      value.i = MONDAY + g_test_rand_int_range (0, 500000);
      break;
    case WAY_FIELD_TYPE_REF:
      {
        GPtrArray *targets = way_plan_peek_records (
            plan, field->target != NULL ? way_record_type (field->target) : &way_task_type);

        if (targets->len == 0)
          return;
        value.i = WAY_RECORD (targets->pdata[g_test_rand_int_range (0, (gint32)targets->len)])->id;
        break;
      }
    default:
      way_field_limits (field, &min, &max);
      value.i = g_test_rand_int_range ((gint32)MAX (min, 0), (gint32)CLAMP (max, 1, 100000) + 1);
    }
  if (way_field_validate (field, &value, NULL))
    way_document_set (document, record, field, &value);
  if (value.storage == WAY_STORAGE_TEXT)
    way_value_clear (&value);
}

static void
commit (WayDocument *document)
{
  g_autoptr (GError) error = NULL;

  way_document_commit (document, &error);
  g_assert_no_error (error);
}

/* Records that name each other name those of the file, so their titles have to be what they are. */
static gboolean
names_itself (const WayRecordType *type)
{
  for (guint i = 0; i < type->n_fields; i++)
    if (type->fields[i].type == WAY_FIELD_TYPE_REF
        && g_strcmp0 (type->fields[i].target, type->name) == 0)
      return TRUE;
  return FALSE;
}

/* What the plan as a whole refuses stays as it is. */
static void
set_all_random (WayDocument *document, const WayRecordType *type)
{
  WayPlan *plan = way_document_get_plan (document);
  guint n = way_plan_peek_records (plan, type)->len, n_done = 0;

  for (guint i = 0; i < n; i++)
    {
      way_document_begin (document, "Anything");
      for (guint k = 0; k < type->n_fields; k++)
        if (is_free (&type->fields[k])
            && !(names_itself (type) && g_str_equal (type->fields[k].name, "title")))
          set_random (document, way_plan_peek_records (plan, type)->pdata[i], &type->fields[k]);
      n_done += way_document_commit (document, NULL);
    }
  g_assert_true (n == 0 || n_done > 0);
}

/* Whatever the records hold: a table of them changes nothing, and brings all of it back. */
static void
test_round_trip (void)
{
  g_autoptr (WayDocument) document = way_document_new ("Test", way_sample_get_start ());
  WayPlan *plan = way_document_get_plan (document);
  guint n_types;
  const WayRecordType **types = way_record_types (&n_types);

  g_assert_true (way_sample_fill (document, NULL));
  for (guint round = 0; round < 3; round++)
    for (guint i = 0; i < n_types; i++)
      {
        g_autofree char *before = NULL, *after = NULL;
        g_autoptr (WayRegisterImport) same = NULL, back = NULL;

        if (!way_register_can_import (types[i]))
          continue;
        set_all_random (document, types[i]);
        before = way_register_to_csv (plan, types[i]);
        same = read_table (document, types[i], before);
        g_test_message ("%s: %u rows", types[i]->name, same->rows->len);
        for (guint k = 0; k < same->problems->len; k++)
          g_test_message ("%s", ((WayRegisterProblem *)same->problems->pdata[k])->message);
        g_assert_cmpuint (same->problems->len, ==, 0);
        g_assert_cmpuint (same->n_fates[WAY_ROW_SAME], ==, same->rows->len);
        set_all_random (document, types[i]);
        back = read_table (document, types[i], before);
        for (guint k = 0; k < back->problems->len; k++)
          g_test_message ("%s", ((WayRegisterProblem *)back->problems->pdata[k])->message);
        g_assert_cmpuint (back->problems->len, ==, 0);
        after = way_register_to_csv (plan, types[i]);
        g_assert_cmpstr (after, ==, before);
      }
}

/* Those that are gone come back with their ids, as one step. */
static void
test_new_again (void)
{
  g_autoptr (WayDocument) document = way_document_new ("Test", way_sample_get_start ());
  WayPlan *plan = way_document_get_plan (document);
  const WayRecordType *type = way_register_find ("Decisions");
  g_autofree char *before = NULL, *after = NULL;
  g_autoptr (WayRegisterImport) import = NULL;
  guint n;

  g_assert_true (way_sample_fill (document, NULL));
  before = way_register_to_csv (plan, type);
  n = way_plan_peek_records (plan, type)->len;
  g_assert_cmpuint (n, >, 1);
  way_document_begin (document, "Delete");
  while (way_plan_peek_records (plan, type)->len > 0)
    way_document_delete (document, way_plan_peek_records (plan, type)->pdata[0]);
  commit (document);
  import = read_table (document, type, before);
  g_assert_cmpuint (import->n_fates[WAY_ROW_NEW], ==, n);
  after = way_register_to_csv (plan, type);
  g_assert_cmpstr (after, ==, before);
  g_assert_true (way_document_undo (document, NULL));
  g_assert_cmpuint (way_plan_peek_records (plan, type)->len, ==, 0);
}

/* ------------------------------------------------------------------ what is wrong */

static const WayRegisterProblem *
find_problem (const WayRegisterImport *import, guint line, const char *column)
{
  for (guint i = 0; i < import->problems->len; i++)
    {
      const WayRegisterProblem *problem = import->problems->pdata[i];

      if (problem->line == line && g_str_equal (problem->column, column))
        return problem;
    }
  return NULL;
}

static void
test_bad_cells (void)
{
  g_autoptr (WayDocument) document = way_document_new ("Test", MONDAY);
  const WayRecordType *type = way_record_type ("risk");
  GPtrArray *risks;
  g_autofree char *text
      = g_strdup ("Id;Title;Probability;Review on;Mitigation done;Owner\n"
                  ";Good;High;2026-05-04;40 %;\n"
                  ";Bad;Sometimes;soon;much;Nobody\n"
                  "X-1;Bad id;;;;\n"
                  ";;Low;;;\n"
                  ";Be\7ll;Low;;;;;extra\n"
                  ";Be\7ll;Low;;;\n"
                  "R-40;Mine;Low\n"
                  "R-40;Twice;Low\n");
  g_autoptr (WayRegisterImport) import = read_table (document, type, text);
  g_autofree char *rest = NULL;
  g_autoptr (WayRegisterImport) again = NULL;

  risks = way_plan_peek_records (way_document_get_plan (document), type);
  g_assert_cmpuint (import->n_fates[WAY_ROW_NEW], ==, 3);
  g_assert_cmpuint (import->n_fates[WAY_ROW_BAD], ==, 5);
  g_assert_cmpuint (risks->len, ==, 3);
  g_assert_cmpstr (WAY_RECORD (risks->pdata[1])->title, ==, "Bell");
  g_assert_cmpint (WAY_RECORD (risks->pdata[2])->number, ==, 40);
  for (guint i = 0; i < 4; i++)
    g_assert_true (find_problem (import, 3,
                                 (const char *[]){ "Probability", "Review on", "Mitigation done",
                                                   "Owner" }[i])->fatal);
  g_assert_true (find_problem (import, 4, "Id")->fatal);
  g_assert_true (find_problem (import, 5, "Title")->fatal);
  g_assert_true (find_problem (import, 6, "")->fatal);
  g_assert_false (find_problem (import, 7, "Title")->fatal);
  g_assert_true (find_problem (import, 9, "Id")->fatal);
  /* None is lost: they are a table again, to be mended. */
  rest = way_register_import_dup_bad_rows (import);
  g_assert_nonnull (strstr (rest, ",Bad,Sometimes,soon,much,Nobody,"));
  again = way_register_import_parse (type, "rest.csv", rest, strlen (rest), NULL);
  g_assert_cmpuint (way_register_import_get_n_rows (again), ==, 5);
}

/* What the rules of the plan refuse is told like what cannot be read, and keeps no other out. */
static void
test_refused_rows (void)
{
  g_autoptr (WayDocument) document = way_document_new ("Test", MONDAY);
  const WayRecordType *type = way_record_type ("issue");
  g_autoptr (WayRegisterImport) import = read_table (
      document, type, "Title;Status;Root cause;Resolution\n"
                      "Burst pipe;Open;;\n"
                      "Wrong key;Resolved;;Changed\n"
                      "No light;Resolved;Fuse;Replaced\n"
                      "Damp wall;Sometimes;;\n"
                      "Cold room;Closed;Window;Shut\n");
  g_autofree char *rest = NULL;
  GPtrArray *issues = way_plan_peek_records (way_document_get_plan (document), type);

  g_assert_cmpuint (import->n_fates[WAY_ROW_NEW], ==, 2);
  g_assert_cmpuint (import->n_fates[WAY_ROW_BAD], ==, 3);
  g_assert_cmpuint (issues->len, ==, 2);
  g_assert_cmpstr (WAY_RECORD (issues->pdata[1])->title, ==, "No light");
  g_assert_nonnull (strstr (find_problem (import, 3, "Root cause")->message, "root cause"));
  g_assert_true (find_problem (import, 5, "Status")->fatal);
  g_assert_true (find_problem (import, 6, "Prevention")->fatal);
  for (guint i = 1; i < import->problems->len; i++)
    g_assert_cmpuint (((WayRegisterProblem *)import->problems->pdata[i - 1])->line, <=,
                      ((WayRegisterProblem *)import->problems->pdata[i])->line);
  rest = way_register_import_dup_bad_rows (import);
  g_assert_nonnull (strstr (rest, "Wrong key,Resolved,,Changed,"));
  /* One that is there already stays as it is, and what it does not hold keeps it out again. */
  import = (way_register_import_free (g_steal_pointer (&import)),
            read_table (document, type, "Id;Status;Cost\nI-1;Closed;5\nI-2;Open;7\n"));
  g_assert_cmpuint (import->n_fates[WAY_ROW_CHANGED], ==, 1);
  g_assert_true (find_problem (import, 2, "Root cause")->fatal);
  g_assert_cmpint (WAY_ISSUE (issues->pdata[0])->status, ==, WAY_ISSUE_OPEN);
  g_assert_cmpint (WAY_ISSUE (issues->pdata[1])->status, ==, WAY_ISSUE_OPEN);
}

/* What another window deletes between the check and the import is told, and nothing goes in. */
static void
test_deleted_meanwhile (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("waymark-register-XXXXXX", &error);
  g_autofree char *path = g_build_filename (folder, "Plan.waymark", NULL);
  const char *text = "Id,Title\nI-1,Flood\n,Fire\n";
  WayDocument *document = way_document_create (path, "Test", MONDAY, &error), *other;
  g_autoptr (WayRegisterImport) import = NULL;
  WayRecord *issue;

  g_assert_no_error (error);
  way_document_begin (document, "Add");
  issue = way_document_create_record (document, &way_issue_type);
  way_document_set_text (document, issue, "title", "Water");
  g_assert_true (way_document_commit (document, NULL));
  import = way_register_import_parse (&way_issue_type, "table.csv", text, strlen (text), &error);
  g_assert_no_error (error);
  way_register_import_check (import, document);
  g_assert_cmpuint (import->n_fates[WAY_ROW_CHANGED], ==, 1);

  other = way_document_open (path, &error);
  g_assert_no_error (error);
  way_document_begin (other, "Delete");
  way_document_delete (other, way_plan_lookup (way_document_get_plan (other), issue->id));
  g_assert_true (way_document_commit (other, NULL));
  g_assert_finalize_object (other);

  g_assert_false (way_register_import_apply (import, document, &error));
  g_assert_error (error, WAY_ERROR, WAY_ERROR_CONFLICT);
  g_assert_cmpuint (
      way_plan_peek_records (way_document_get_plan (document), &way_issue_type)->len, ==, 0);
  g_assert_finalize_object (document);
  g_assert_cmpint (g_unlink (path), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

static void
add_task (WayDocument *document, const char *title)
{
  WayRecord *task;

  way_document_begin (document, "Add");
  task = way_document_create_record (document, &way_task_type);
  way_document_set_text (document, task, "title", title);
  g_assert_true (way_document_commit (document, NULL));
}

/* The row that closes the loop stays out, with its column; the others go in. */
static void
test_loops (void)
{
  g_autoptr (WayDocument) document = way_document_new ("Test", MONDAY);
  WayPlan *plan = way_document_get_plan (document);
  g_autoptr (WayRegisterImport) links = NULL;

  add_task (document, "A");
  add_task (document, "B");
  add_task (document, "C");
  add_task (document, "D");
  links = read_table (document, &way_link_type,
                      "Predecessor,Successor\nA,B\nB,C\nC,A\nC,D\nD,D\nD,B\n");
  g_assert_cmpuint (links->n_fates[WAY_ROW_NEW], ==, 3);
  g_assert_cmpuint (links->n_fates[WAY_ROW_BAD], ==, 3);
  g_assert_nonnull (strstr (find_problem (links, 4, "Successor")->message, "a loop"));
  g_assert_nonnull (strstr (find_problem (links, 6, "Successor")->message, "itself"));
  g_assert_nonnull (strstr (find_problem (links, 7, "Successor")->message, "a loop"));
  g_assert_cmpuint (way_plan_peek_records (plan, &way_link_type)->len, ==, 3);
}

static void
test_huge (void)
{
  g_autoptr (WayDocument) document = way_document_new ("Test", MONDAY);
  const WayRecordType *type = way_record_type ("risk");
  g_autofree char *million = g_strnfill (1024 * 1024, 'x');
  g_autofree char *text = g_strdup_printf ("Title,Notes\n%s,\nFine,%s\nFine,\n", million, million);
  g_autoptr (WayRegisterImport) import = read_table (document, type, text);

  g_assert_cmpuint (import->n_fates[WAY_ROW_BAD], ==, 2);
  g_assert_cmpuint (import->n_fates[WAY_ROW_NEW], ==, 1);
  g_assert_cmpuint (strlen (find_problem (import, 2, "Title")->text), <, 100);
  g_assert_true (find_problem (import, 3, "Notes")->fatal);
}

/* What is told of a long cell ends between two characters, never within one. */
static void
test_long_name (void)
{
  g_autoptr (WayDocument) document = way_document_new ("Test", MONDAY);
  const char *name = "x–––––––––––––––––––––––––––––––––––––––––––––––––––––––––––––––––––––––––––––––";
  g_autofree char *text = g_strdup_printf ("Id,Title,Owner\n,Fine,%s\n%s,Fine,\n", name, name);
  g_autoptr (WayRegisterImport) import
      = read_table (document, way_record_type ("risk"), text);

  g_assert_true (g_utf8_validate (find_problem (import, 2, "Owner")->message, -1, NULL));
  g_assert_true (g_utf8_validate (find_problem (import, 3, "Id")->message, -1, NULL));
}

static void
test_numbers (void)
{
  g_autoptr (WayDocument) document = way_document_new ("Test", MONDAY);
  const WayRecordType *type = way_record_type ("resource");
  GPtrArray *people;
  g_autoptr (WayRegisterImport) import = read_table (
      document, type,
      "Title;Rate per hour\na;1.500,50\nb;1,500.50\nc;1.500\nd;1,5\ne;-20\nf;1.2.3\n");
  const gint64 rates[] = { 150050, 150050, 150000, 150, -2000 };
  people = way_plan_peek_records (way_document_get_plan (document), type);
  g_assert_cmpuint (people->len, ==, G_N_ELEMENTS (rates));
  for (guint i = 0; i < people->len; i++)
    g_assert_cmpint (way_record_get_int (people->pdata[i], "standard_rate"), ==, rates[i]);
  g_assert_true (find_problem (import, 7, "Rate per hour")->fatal);
}

static void
test_columns (void)
{
  g_autoptr (WayRegisterImport) import = way_register_import_parse (
      way_record_type ("risk"), "t.csv", "Key,Was,Title,title\n1,2,3,4\n", 28, NULL);
  const WayRegisterColumn *columns = (const WayRegisterColumn *)import->columns->data;
  const WayField *title = way_record_type_lookup ("risk", "title");

  g_assert_null (columns[0].field);
  g_assert_true (columns[2].field == title);
  g_assert_null (columns[3].field);
  way_register_import_set_column (import, 1, FALSE, title);
  g_assert_true (columns[1].field == title);
  g_assert_null (columns[2].field);
  way_register_import_set_column (import, 0, TRUE, NULL);
  g_assert_true (columns[0].is_id);
  g_assert_null (way_register_import_parse (&way_project_type, "t.csv", "a\n", 2, NULL));
}

/* Rows of the timeline come to its end in the order of the file; one step takes them back, and
 * gives them again. */
static void
test_rows (void)
{
  const char *table = "Title\nOne\nTwo\nThree\n", *const titles[] = { "First", "One", "Two", "Three" };
  g_autoptr (WayDocument) document = way_document_new ("Rows", MONDAY);
  WayPlan *plan = way_document_get_plan (document);
  g_autoptr (GError) error = NULL;
  g_autoptr (WayRegisterImport) import
      = way_register_import_parse (&way_task_type, "t.csv", table, strlen (table), &error);

  g_assert_no_error (error);
  way_outline_insert (document, NULL, titles[0], &error);
  g_assert_no_error (error);
  g_assert_true (way_register_import_apply (import, document, &error));
  for (guint turn = 0; turn < 2; turn++)
    {
      g_assert_cmpuint (way_plan_get_outline (plan)->len, ==, G_N_ELEMENTS (titles));
      for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
        g_assert_cmpstr (WAY_RECORD (way_plan_get_outline (plan)->pdata[i])->title, ==, titles[i]);
      g_assert_true (way_document_undo (document, &error));
      g_assert_cmpuint (way_plan_get_outline (plan)->len, ==, 1);
      g_assert_true (way_document_redo (document, &error));
    }
}

/* A check that nobody waits for leaves nothing that could be applied by half; and what was checked
 * on another plan than the one of now is checked again. */
static void
test_cancelled (void)
{
  const char *table = "Title\nOne\nTwo\n";
  g_autoptr (WayDocument) document = way_document_new ("Cancelled", MONDAY);
  GPtrArray *issues;
  g_autoptr (GError) error = NULL;
  g_autoptr (WayRegisterImport) import
      = way_register_import_parse (&way_issue_type, "t.csv", table, strlen (table), &error);

  import->cancellable = g_cancellable_new ();
  g_cancellable_cancel (import->cancellable);
  way_register_import_check (import, document);
  g_assert_true (way_register_import_is_stale (import, document));
  g_assert_cmpuint (way_plan_peek_records (way_document_get_plan (document),
                                           &way_issue_type)->len, ==, 0);
  g_clear_object (&import->cancellable);
  way_register_import_check (import, document);
  g_assert_false (way_register_import_is_stale (import, document));
  way_document_begin (document, "Meanwhile");
  way_document_set_text (document, way_document_create_record (document, &way_issue_type), "title",
                         "Another");
  g_assert_true (way_document_commit (document, &error));
  g_assert_true (way_register_import_is_stale (import, document));
  g_assert_true (way_register_import_apply (import, document, &error));
  issues = way_plan_peek_records (way_document_get_plan (document), &way_issue_type);
  g_assert_cmpuint (issues->len, ==, 3);
  g_assert_cmpint (WAY_RECORD (issues->pdata[2])->number, ==, 3);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/register/dialects", test_dialects);
  g_test_add_func ("/register/open-quote", test_open_quote);
  g_test_add_func ("/register/formulas", test_formulas);
  g_test_add_func ("/register/round-trip", test_round_trip);
  g_test_add_func ("/register/new-again", test_new_again);
  g_test_add_func ("/register/bad-cells", test_bad_cells);
  g_test_add_func ("/register/refused-rows", test_refused_rows);
  g_test_add_func ("/register/deleted-meanwhile", test_deleted_meanwhile);
  g_test_add_func ("/register/loops", test_loops);
  g_test_add_func ("/register/huge", test_huge);
  g_test_add_func ("/register/long-name", test_long_name);
  g_test_add_func ("/register/numbers", test_numbers);
  g_test_add_func ("/register/columns", test_columns);
  g_test_add_func ("/register/rows", test_rows);
  g_test_add_func ("/register/cancelled", test_cancelled);
  return g_test_run ();
}
