/* milestone-fixture.c: a plan and a folder, with which documents go in and out.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "milestone-fixture.h"

#include "document/way-milestone-parts.h"
#include "exchange/milestone/way-milestone-write.h"

#include <glib/gstdio.h>

#define MONDAY way_moment (2026, 5, 4, 8, 0)

void
fixture_set_up (Fixture *f, gconstpointer data)
{
  f->document = way_document_new ("Test", MONDAY);
  f->folder = g_dir_make_tmp ("waymark-document-XXXXXX", NULL);
}

void
fixture_tear_down (Fixture *f, gconstpointer data)
{
  g_autoptr (GDir) dir = g_dir_open (f->folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (f->folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (f->folder);
  g_free (f->folder);
  g_assert_finalize_object (f->document);
}

gboolean
fixture_import_with (Fixture *f,
             const char *text,
             const WayExchangeOptions *options,
             WayImportReport **report,
             GError **error)
{
  g_autofree char *path = g_build_filename (f->folder, "in.md", NULL);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  return way_exchange_import (f->document, path, "milestone", options, report, error);
}

void
fixture_import (Fixture *f, const char *text)
{
  g_autoptr (GError) error = NULL;

  fixture_import_with (f, text, NULL, NULL, &error);
  g_assert_no_error (error);
}

WayMilestone *
fixture_only_milestone (Fixture *f)
{
  GPtrArray *all = way_plan_peek_records (way_document_get_plan (f->document), &way_milestone_type);

  g_assert_cmpuint (all->len, ==, 1);
  return all->pdata[0];
}

char *
fixture_export (Fixture *f)
{
  g_autofree char *path = g_build_filename (f->folder, "out.md", NULL);
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  way_exchange_export (f->document, path, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  return text;
}

void
fixture_set_text (Fixture *f, gpointer record, const char *field, const char *text)
{
  g_autoptr (GError) error = NULL;

  way_document_begin (f->document, "Edit");
  g_assert_true (way_document_set_typed (f->document, record, field, text, &error));
  g_assert_no_error (error);
  way_document_commit (f->document, &error);
  g_assert_no_error (error);
}

void
fixture_forget_source (Fixture *f)
{
  way_document_begin (f->document, "Forget");
  way_document_delete (f->document, WAY_RECORD (way_milestone_source (fixture_only_milestone (f))));
  g_assert_true (way_document_commit (f->document, NULL));
}

char *
fixture_swap (const char *text, const char *from, const char *to)
{
  g_auto (GStrv) parts = g_strsplit (text, from, -1);

  g_assert_nonnull (parts[1]);
  return g_strjoinv (to, parts);
}


WayRecord *
fixture_find (Fixture *f, const WayRecordType *type, const char *title)
{
  WayRecord *found = way_plan_find_by_title (way_document_get_plan (f->document), type, title);

  g_assert_nonnull (found);
  return found;
}

char *
fixture_all_values (Fixture *f)
{
  GString *all = g_string_new (NULL);
  guint n_types;
  const WayRecordType **types = way_record_types (&n_types);

  for (guint i = 0; i < n_types; i++)
    {
      GPtrArray *records = way_plan_peek_records (way_document_get_plan (f->document), types[i]);

      for (guint k = 0; types[i] != &way_document_source_type && k < records->len; k++)
        for (guint n = 0; n < types[i]->n_fields; n++)
          {
            const WayField *field = &types[i]->fields[n];
            WayValue value = way_record_get (records->pdata[k], field);
            g_autofree char *text
                = field->type == WAY_FIELD_TYPE_TEXT ? g_strdup (value.s)
                  : field->type == WAY_FIELD_TYPE_ENUM
                      ? g_strdup (way_enum_nick (field->choices, value.i))
                  : field->type == WAY_FIELD_TYPE_REAL ? g_strdup_printf ("%.10g", value.r)
                  : field->type == WAY_FIELD_TYPE_DATE || field->type == WAY_FIELD_TYPE_MOMENT
                      ? way_moment_to_iso (value.i)
                      : g_strdup_printf ("%" G_GINT64_FORMAT, value.i);

            g_string_append_printf (all, "%s\n", text);
          }
    }
  g_string_append (all, "MS-077\nstakeholder 1, stakeholder 2\n");
  return g_string_free (all, FALSE);
}
