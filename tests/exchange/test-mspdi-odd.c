/* test-mspdi-odd.c: files that are damaged, hostile or careless.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "exchange-helper.h"
#include "model/way-error.h"

#include <string.h>

/* Files that cannot be imported, and words of the message. */
static const struct
{
  const char *name;
  const char *text;
  const char *message;
} broken[] = {
  { "cut.xml",
    "<Project xmlns=\"http://schemas.microsoft.com/project\">\n<Tasks><Task><UID>1</UID>\n<Name>Half",
    "line 3" },
  { "late.xml",
    "<Project xmlns=\"http://schemas.microsoft.com/project\"><Tasks><Task><UID>1</UID><Name>Fine</Name>"
    "<Duration>PT8H0M0S</Duration></Task></Tasks>\n<Assignments>\n</Project>",
    "line 3" },
  { "other.xml", "<html><body>Project</body></html>", "<html>" },
  { "bomb.xml",
    "<!DOCTYPE Project [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;'>]>"
    "<Project xmlns=\"http://schemas.microsoft.com/project\"><Title>&b;</Title></Project>",
    "entities" },
  { "nested.xml",
    "<Project xmlns=\"http://schemas.microsoft.com/project\">\n<Title><Task/></Title></Project>",
    "<Task> stands where a value belongs" },
  { "zeros.xml", "\x01\x02\x03", "not an XML file" },
  { "empty.xml", "", "ends too early" },
  { "early.xml",
    "<Project xmlns=\"http://schemas.microsoft.com/project\">\n<Tasks><Task><UID>1</UID>",
    "line 2, in <Task>: The file ends too early." },
  { "latin.xml",
    "<Project xmlns=\"http://schemas.microsoft.com/project\">\n<Title>\xfc</Title></Project>",
    "line 2, in <Title>" },
  { "loop-of-entities.xml",
    "<!DOCTYPE Project [<!ENTITY a '&b;'><!ENTITY b '&a;'>]>"
    "<Project xmlns=\"http://schemas.microsoft.com/project\"><Title>&a;</Title></Project>",
    "entities" },
  { "outside.xml",
    "<!DOCTYPE Project [<!ENTITY a SYSTEM 'file:///etc/hostname'>]>"
    "<Project xmlns=\"http://schemas.microsoft.com/project\"><Title>&a;</Title></Project>",
    "entities" },
  { "encoding.xml", "<?xml version=\"1.0\" encoding=\"klingon\"?><Project/>", "line 1" },
};

/* The plan must be as it was: no rows, no step to undo. */
static void
test_broken (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (broken); i++)
    {
      g_autofree char *path = helper_scratch (broken[i].name);
      g_autoptr (WayDocument) document = helper_new_plan ();
      g_autofree char *before = helper_text (document);
      g_autofree char *after = NULL;
      g_autoptr (WayImportReport) report = NULL;
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", broken[i].name);
      g_assert_true (g_file_set_contents (path, broken[i].text, -1, NULL));
      g_assert_false (way_exchange_import (document, path, NULL, NULL, &report, &error));
      g_assert_error (error, WAY_ERROR, WAY_ERROR_FORMAT);
      g_assert_nonnull (strstr (error->message, broken[i].message));
      g_assert_nonnull (strstr (error->message, broken[i].name));
      g_assert_null (report);
      after = helper_text (document);
      g_assert_cmpstr (after, ==, before);
      g_assert_false (way_document_can_undo (document));
      g_assert_false (way_document_in_scope (document));
    }
}

typedef struct
{
  const char *name;
  const char *head; /* … in which the part is repeated, with a number in place of %d … */
  const char *part;
  const char *tail;
  int n;
  const char *message;
} Flood;

/* What is repeated without end, and what is said of it. */
static const Flood floods[] = {
  { "attributes.xml", "<Project><Title", " a%d=''", "/></Project>", 200000, "attributes" },
  { "names.xml", "<Project>", "<N%d/>", "</Project>", 20000, "kinds of elements" },
  { "nesting.xml", "<Project>", "<N n='%d'>", "", 100000, "too deeply" },
  { "open.xml", "<Project>", "<N%d", "", 100000, "line 1" },
};

static char *
write_flood (const Flood *flood)
{
  char *path = helper_scratch (flood->name);
  GString *text = g_string_new (flood->head);
  g_auto (GStrv) halves = g_strsplit (flood->part, "%d", 2);

  for (int i = 0; i < flood->n; i++)
    {
      g_string_append (text, halves[0]);
      if (halves[1] != NULL)
        g_string_append_printf (text, "%d%s", i, halves[1]);
    }
  g_string_append (text, flood->tail);
  g_assert_true (g_file_set_contents (path, text->str, (gssize) text->len, NULL));
  g_string_free (text, TRUE);
  return path;
}

/* Files that would take minutes or all memory are given up at once. */
static void
test_floods (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (floods); i++)
    {
      g_autofree char *path = write_flood (&floods[i]);
      g_autoptr (WayDocument) document = helper_new_plan ();
      g_autoptr (GError) error = NULL;

      g_assert_false (way_exchange_import (document, path, "mspdi", NULL, NULL, &error));
      g_assert_error (error, WAY_ERROR, WAY_ERROR_FORMAT);
      g_test_message ("%s", error->message);
      g_assert_nonnull (strstr (error->message, floods[i].message));
      g_assert_false (way_document_can_undo (document));
    }
}

/* Files of which the plan takes what a plan can have. */
static void
test_bounded (void)
{
  static const Flood strays = { "strays.xml", "<Project><Tasks>", "<Stray/>", "</Tasks></Project>", 150000,
                                NULL };
  static const Flood days = {
    "days.xml", "<Project><Calendars><Calendar><UID>1</UID><Name>Odd days</Name><Exceptions>",
    "<Exception><TimePeriod><FromDate>1900-01-01T00:00:00</FromDate><ToDate>2200-12-31T00:00:00</ToDate>"
    "</TimePeriod><Type>7</Type><Period>2</Period><DayWorking>0</DayWorking></Exception>",
    "</Exceptions></Calendar></Calendars></Project>", 15, NULL
  };
  g_autofree char *strays_path = write_flood (&strays), *days_path = write_flood (&days);
  g_autoptr (WayImportReport) report = NULL, days_report = NULL;
  g_autoptr (WayDocument) document = helper_import (strays_path, WAY_DATES_RECOMPUTE, &report);
  g_autoptr (WayDocument) other = helper_import (days_path, WAY_DATES_RECOMPUTE, &days_report);
  WayPlan *plan = way_document_get_plan (other);

  g_assert_nonnull (document);
  g_assert_cmpuint (report->left_out->len, ==, 100001);
  g_assert_true (helper_has_note (report->left_out, "And more", "can be listed"));
  g_assert_cmpuint (way_plan_peek_records (plan, &way_exception_type)->len, <=, 200000);
  g_assert_true (helper_has_note (days_report->left_out, "Odd days", "more than 200000"));
}

/* The same plan in other encodings, with and without their mark. */
static void
test_encodings (void)
{
  static const struct { const char *name; const char *charset; const char *mark; } forms[] = {
    { "UTF-8", "UTF-8", "\xef\xbb\xbf" },  { "UTF-16", "UTF-16LE", "\xff\xfe" },
    { "UTF-16", "UTF-16BE", "\xfe\xff" },   { "UTF-16", "UTF-16LE", "" },
    { "ISO-8859-1", "ISO-8859-1", "" },     { "windows-1252", "WINDOWS-1252", "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      g_autofree char *path = helper_scratch ("encoding-of-it.xml");
      g_autofree char *text = g_strdup_printf (
          "<?xml version=\"1.0\" encoding=\"%s\"?><Project><StartDate>2026-05-04T08:00:00</StartDate>"
          "<Tasks><Task><UID>1</UID><Name>Küste</Name><Duration>PT8H0M0S</Duration></Task></Tasks>"
          "</Project>", forms[i].name);
      gsize length;
      g_autofree char *bytes = g_convert (text, -1, forms[i].charset, "UTF-8", NULL, &length, NULL);
      g_autoptr (GString) whole = g_string_new (forms[i].mark);
      g_autoptr (WayDocument) document = helper_new_plan ();
      g_autoptr (GError) error = NULL;

      g_assert_nonnull (bytes);
      g_string_append_len (whole, bytes, (gssize) length);
      g_assert_true (g_file_set_contents (path, whole->str, (gssize) whole->len, NULL));
      way_exchange_import (document, path, "mspdi", NULL, NULL, &error);
      g_assert_no_error (error);
      g_assert_nonnull (helper_task (document, "Küste"));
    }
}

static void
test_no_file (void)
{
  g_autoptr (WayDocument) document = helper_new_plan ();
  g_autoptr (GError) error = NULL;

  g_assert_false (way_exchange_import (document, "/nowhere/plan.xml", NULL, NULL, NULL, &error));
  g_assert_error (error, WAY_ERROR, WAY_ERROR_IO);
  g_clear_error (&error);
  g_assert_false (way_exchange_import (document, "/nowhere/plan.xml", "klingon", NULL, NULL, &error));
  g_assert_error (error, WAY_ERROR, WAY_ERROR_NOT_FOUND);
}

static WayDocument *
import_odd (WayImportReport **report)
{
  g_autofree char *path = helper_fixture ("odd.xml");

  return helper_import (path, WAY_DATES_RECOMPUTE, report);
}

/* What each careless element becomes, and that the report tells. */
static const struct
{
  gboolean left_out; /* else changed */
  const char *subject;
  const char *message;
} notes[] = {
  { TRUE, "Plan", "<MinutesPerDay> “0” cannot be taken" },
  { TRUE, "Plan", "calendar is not in the file" },
  { FALSE, "“Never”", "no working time at all" },
  { TRUE, "Calendar “Right”", "based on itself" },
  { TRUE, "Calendar “Right”", "has no days" },
  { FALSE, "“No number”", "<UID> is missing" },
  { FALSE, "“Five”", "indented too far" },
  { TRUE, "“Five”", "<Duration> “about a day” is not understood" },
  { TRUE, "“Five”", "<Priority> “4000” cannot be taken" },
  { FALSE, "“Five again”", "<UID> 5 is there twice" },
  { TRUE, "“Five again”", "a row that is not in the file" },
  { TRUE, "“Five again”", "comes from another plan" },
  { TRUE, "Line", "blank row" },
  { FALSE, "without a name", "called “Unnamed task”" },
  { FALSE, "without a name", "constraint has no date" },
  { TRUE, "without a name", "linked to itself" },
  { TRUE, "“Tiles”", "calendar is not in the file" },
  { TRUE, "“Tiles”", "a row that contains it" },
  { TRUE, "“Tiles”", "no known type" },
  { TRUE, "“Tiles”", "lag of a link is not understood" },
  { TRUE, "“Tiles”", "linked twice" },
  { FALSE, "“Unknown length”", "a day was estimated" },
  { TRUE, "“Unknown length”", "<Deadline> “2026-13-45T00:00:00” is not understood" },
  { TRUE, "Line", "<Stray> does not belong there" },
  { TRUE, "“Ivo”", "<MaxUnits> “many” is not understood" },
  { TRUE, "Person", "blank row" },
  { TRUE, "Assignment", "task is not in the file" },
  { TRUE, "Assignment", "person or resource is not in the file" },
};

static void
test_notes (void)
{
  g_autoptr (WayImportReport) report = NULL;
  g_autoptr (WayDocument) document = import_odd (&report);
  g_autofree char *text = way_import_report_to_text (report);

  for (gsize i = 0; i < G_N_ELEMENTS (notes); i++)
    {
      g_test_message ("%s: %s", notes[i].subject, notes[i].message);
      g_assert_true (helper_has_note (notes[i].left_out ? report->left_out : report->changed,
                                      notes[i].subject, notes[i].message));
    }
  g_assert_cmpstr (way_document_get_undo_label (document), ==, "Import “odd.xml”");
  g_assert_nonnull (strstr (text, "Left out ("));
  g_assert_nonnull (strstr (text, "line "));
}

static void
test_odd_plan (void)
{
  g_autoptr (WayDocument) document = import_odd (NULL);
  WayPlan *plan = way_document_get_plan (document);

  g_assert_cmpuint (way_plan_get_outline (plan)->len, ==, 7);
  g_assert_cmpint (helper_task (document, "Five")->depth, ==, 1); /* one below the row above */
  g_assert_cmpint (helper_task (document, "Five")->uid, ==, 5);
  g_assert_cmpint (helper_task (document, "Five again")->uid, >, 11);
  g_assert_cmpint (helper_task (document, "No number")->uid, >, 11);
  g_assert_nonnull (strstr (helper_task (document, "Five again")->exchange_extra, "other.mpp\\3"));
  g_assert_cmpint (helper_task (document, "Unknown length")->estimated, ==, 1);
  g_assert_cmpint (helper_task (document, "Unnamed task")->constraint_type, ==, WAY_CONSTRAINT_ASAP);
  g_assert_cmpuint (way_plan_peek_records (plan, &way_link_type)->len, ==, 1);
  g_assert_cmpuint (way_plan_peek_records (plan, &way_assignment_type)->len, ==, 1);
}

static void
test_loop (void)
{
  g_autofree char *path = helper_fixture ("loop.xml");
  g_autoptr (WayImportReport) report = NULL;
  g_autoptr (WayDocument) document = helper_import (path, WAY_DATES_RECOMPUTE, &report);
  g_autoptr (GPtrArray) ignored = way_document_get_ignored_links (document);

  g_assert_cmpuint (ignored->len, ==, 1);
  g_assert_cmpuint (way_plan_peek_records (way_document_get_plan (document), &way_link_type)->len,
                    ==, 3);
  g_assert_true (helper_has_note (report->left_out, "→", "closes a loop"));
  g_assert_cmpint (helper_task (document, "Fox")->finish, ==, way_moment (2026, 5, 5, 17, 0));
}

/* Rows each below the one before, thousands deep, stay on the deepest level there is. */
static void
test_deep_outline (void)
{
  g_autofree char *path = helper_scratch ("deep-outline.xml");
  GString *text = g_string_new ("<Project><StartDate>2026-05-04T08:00:00</StartDate><Tasks>");
  g_autoptr (WayImportReport) report = NULL;
  g_autoptr (WayDocument) document = NULL;
  GPtrArray *outline;

  for (int i = 1; i <= 2000; i++)
    g_string_append_printf (text, "<Task><UID>%d</UID><Name>%d</Name><OutlineLevel>%d</OutlineLevel>"
                                  "<Duration>PT8H0M0S</Duration></Task>", i, i, i);
  g_string_append (text, "</Tasks></Project>");
  g_assert_true (g_file_set_contents (path, text->str, -1, NULL));
  g_string_free (text, TRUE);
  document = helper_import (path, WAY_DATES_RECOMPUTE, &report);
  outline = way_plan_get_outline (way_document_get_plan (document));
  g_assert_cmpuint (outline->len, ==, 2000);
  g_assert_cmpint (((WayTask *) outline->pdata[1999])->depth, ==, 299);
  g_assert_true (helper_has_note (report->changed, "“301”", "indented too far"));
}

/* Every beginning of a good file: a message, never a crash; the plan untouched. */
static void
test_every_cut (void)
{
  g_autofree char *path = helper_fixture ("loop.xml");
  g_autofree char *scratch = helper_scratch ("cuts.xml");
  g_autofree char *text = NULL;
  g_autoptr (WayDocument) document = helper_new_plan ();
  gsize length;

  g_assert_true (g_file_get_contents (path, &text, &length, NULL));
  for (gsize cut = 0; cut + 10 < length; cut++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_true (g_file_set_contents (scratch, text, (gssize) cut, NULL));
      g_assert_false (way_exchange_import (document, scratch, "mspdi", NULL, NULL, &error));
      g_assert_error (error, WAY_ERROR, WAY_ERROR_FORMAT);
      g_assert_nonnull (strstr (error->message, "line "));
      g_assert_false (way_document_can_undo (document));
    }
}

/* The stand-in for nobody is no person; what it says that is not of the format is told. */
static void
test_nobody (void)
{
  static const char text[]
      = "<Project><Name>P</Name><Resources><Resource><UID>0</UID><Hat>blue</Hat></Resource>"
        "</Resources></Project>";
  g_autofree char *path = helper_scratch ("nobody.xml");
  g_autoptr (WayImportReport) report = NULL;
  g_autoptr (WayDocument) document = NULL;

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  document = helper_import (path, WAY_DATES_RECOMPUTE, &report);
  g_assert_cmpuint (report->left_out->len, ==, 1);
  g_assert_cmpuint (g_list_model_get_n_items (
                        way_plan_get_records (way_document_get_plan (document),
                                              &way_resource_type)),
                    ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exchange/odd/broken", test_broken);
  g_test_add_func ("/exchange/odd/floods", test_floods);
  g_test_add_func ("/exchange/odd/bounded", test_bounded);
  g_test_add_func ("/exchange/odd/encodings", test_encodings);
  g_test_add_func ("/exchange/odd/no-file", test_no_file);
  g_test_add_func ("/exchange/odd/notes", test_notes);
  g_test_add_func ("/exchange/odd/plan", test_odd_plan);
  g_test_add_func ("/exchange/odd/loop", test_loop);
  g_test_add_func ("/exchange/odd/deep-outline", test_deep_outline);
  g_test_add_func ("/exchange/odd/every-cut", test_every_cut);
  g_test_add_func ("/exchange/odd/nobody", test_nobody);
  return g_test_run ();
}
