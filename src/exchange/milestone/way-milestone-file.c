/* way-milestone-file.c: milestone documents as a format of exchange.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-i18n.h"

#include "exchange/milestone/way-milestone-file.h"

#include "document/way-milestone-parts.h"
#include "exchange/milestone/way-front-matter.h"
#include "exchange/milestone/way-milestone-import.h"
#include "exchange/milestone/way-milestone-write.h"
#include "model/way-error.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>

static const char *const suffixes[] = { ".md", ".markdown", NULL };

/* Text that begins like a document: front matter or a heading. */
static gboolean
sniff (const char *start, gsize length)
{
  g_autofree char *text = g_strndup (start, length);
  const char *at = text;

  if (strlen (text) < length)
    return FALSE; /* a byte of zero: no text */
  if (g_str_has_prefix (at, "\357\273\277"))
    at += 3;
  at += strspn (at, " \t\r\n");
  return g_str_has_prefix (at, "---\n") || g_str_has_prefix (at, "---\r")
         || g_str_has_prefix (at, "# ");
}

static char *
name_without_suffix (const char *path)
{
  char *name = g_filename_display_basename (path);

  for (guint i = 0; suffixes[i] != NULL; i++)
    if (g_str_has_suffix (name, suffixes[i]))
      name[strlen (name) - strlen (suffixes[i])] = '\0';
  return name;
}

static char *
read_file (const char *path, gsize *length, GError **error)
{
  g_autofree char *name = g_filename_display_basename (path);
  GStatBuf status;
  char *bytes = NULL;

  /* Before it is read: this much is no document, and may not fit. */
  if (g_stat (path, &status) == 0 && status.st_size > WAY_MILESTONE_TEXT_MAX)
    g_set_error (error, WAY_ERROR, WAY_ERROR_FORMAT,
                 _ ("“%s” is larger than %d MB, and so hardly a milestone’s document."), name,
                 WAY_MILESTONE_TEXT_MAX >> 20);
  else if (!g_file_get_contents (path, &bytes, length, NULL))
    g_set_error (error, WAY_ERROR, WAY_ERROR_IO,
                 _ ("“%s” cannot be read. Check that it is there and that you may read it."), name);
  return bytes;
}

static gboolean
read_document (WayDocument *document,
               const char *path,
               const WayExchangeOptions *options,
               WayImportReport *report,
               GError **error)
{
  g_autofree char *name = name_without_suffix (path);
  gsize length = 0;
  g_autofree char *bytes = read_file (path, &length, error);
  g_autoptr (WayMilestoneText) text = NULL;

  if (bytes == NULL)
    return FALSE;
  text = way_milestone_text_read (bytes, length, error);
  return text != NULL && way_milestone_import (document, text, name, options, report, error);
}

/**
 * way_milestone_document_name:
 *
 * Returns: (transfer full): what its file is called in a folder: “MS-004.md”
 */
char *
way_milestone_document_name (WayMilestone *milestone)
{
  g_autofree char *id = milestone->code[0] != '\0'
                            ? g_strdup (milestone->code)
                            : way_record_dup_human_id (WAY_RECORD (milestone));

  for (char *at = id; *at != '\0'; at++)
    if (strchr ("/\\:*?\"<>|", *at) != NULL || g_ascii_iscntrl (*at) || (at == id && *at == '.'))
      *at = '_';
  return g_strconcat (id, suffixes[0], NULL);
}

static gboolean
write_file (const char *path, const char *text, GError **error)
{
  g_autoptr (GError) reason = NULL;
  g_autofree char *name = g_filename_display_name (path);

  if (g_file_set_contents_full (path, text, -1, G_FILE_SET_CONTENTS_CONSISTENT, 0666, &reason))
    return TRUE;
  g_set_error (error, WAY_ERROR, WAY_ERROR_IO, _ ("“%s” cannot be written: %s"), name,
               reason->message);
  return FALSE;
}

/* What has gone out is what changes are told from when it comes back. */
static void
keep_source (WayDocument *document, WayMilestone *milestone, const char *text)
{
  WayRecord *source = (WayRecord *)way_milestone_source (milestone);

  if (source == NULL)
    source = way_milestone_add_part (document, milestone, &way_document_source_type);
  way_document_set_text (document, source, "text", text);
}

static gboolean
write_one (WayDocument *document, WayMilestone *milestone, const char *path, GError **error)
{
  g_autofree char *text = way_milestone_write (document, milestone, error);

  if (text == NULL || !write_file (path, text, error))
    return FALSE;
  if (way_document_in_scope (document))
    keep_source (document, milestone, text);
  return TRUE;
}

/* Two milestones may go by the same name: neither takes the other's file. */
static char *
unique_name (WayMilestone *milestone, GHashTable *taken)
{
  g_autofree char *base = way_milestone_document_name (milestone);
  char *name = g_strdup (base);

  for (guint n = 2; !g_hash_table_add (taken, g_utf8_casefold (name, -1)); n++)
    {
      g_free (name);
      name = g_strdup_printf ("%.*s-%u%s", (int)(strlen (base) - strlen (suffixes[0])), base, n,
                              suffixes[0]);
    }
  return name;
}

static gboolean
write_folder (WayDocument *document, const char *path, GError **error)
{
  GPtrArray *all = way_plan_peek_records (way_document_get_plan (document), &way_milestone_type);
  g_autofree char *name = g_filename_display_name (path);
  g_autoptr (GHashTable) taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  if (g_mkdir_with_parents (path, 0777) != 0)
    {
      g_set_error (error, WAY_ERROR, WAY_ERROR_IO, _ ("The folder “%s” cannot be made: %s"), name,
                   g_strerror (errno));
      return FALSE;
    }
  for (guint i = 0; i < all->len; i++)
    {
      g_autofree char *base = unique_name (all->pdata[i], taken);
      g_autofree char *file = g_build_filename (path, base, NULL);

      if (!write_one (document, all->pdata[i], file, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
is_folder (const char *path)
{
  return g_file_test (path, G_FILE_TEST_IS_DIR)
         || !(g_str_has_suffix (path, suffixes[0]) || g_str_has_suffix (path, suffixes[1]));
}

/* The milestone that a single file is for. */
static WayMilestone *
chosen_milestone (WayDocument *document, const WayExchangeOptions *options, GError **error)
{
  WayPlan *plan = way_document_get_plan (document);
  GPtrArray *all = way_plan_peek_records (plan, &way_milestone_type);
  WayRecord *record = options->record != 0 ? way_plan_lookup (plan, options->record) : NULL;

  if (options->record == 0 && all->len == 1)
    record = all->pdata[0];
  if (record != NULL && WAY_IS_MILESTONE (record))
    return WAY_MILESTONE (record);
  g_set_error (error, WAY_ERROR, WAY_ERROR_INVALID,
               _ ("Say which milestone goes into the file, or name a folder for all of them."));
  return NULL;
}

static gboolean
write_chosen (WayDocument *document,
              const char *path,
              const WayExchangeOptions *options,
              GError **error)
{
  g_autofree char *base = NULL;
  g_autofree char *file = NULL;
  WayMilestone *milestone;

  if (is_folder (path) && options->record == 0)
    return write_folder (document, path, error);
  milestone = chosen_milestone (document, options, error);
  if (milestone == NULL)
    return FALSE;
  base = way_milestone_document_name (milestone);
  file = g_file_test (path, G_FILE_TEST_IS_DIR) ? g_build_filename (path, base, NULL)
                                                : g_strdup (path);
  return write_one (document, milestone, file, error);
}

static gboolean
write_documents (WayDocument *document,
                 const char *path,
                 const WayExchangeOptions *options,
                 GError **error)
{
  gboolean keep = !way_document_is_read_only (document);
  gboolean written;

  if (keep)
    way_document_begin (document, _ ("Export documents"));
  written = write_chosen (document, path, options, error);
  if (!keep)
    return written;
  if (written)
    return way_document_commit (document, error);
  way_document_rollback (document);
  return FALSE;
}

const WayExchangeFormat way_milestone_format = {
  .id = "milestone",
  .label = N_ ("Milestone documents, Markdown"),
  .suffixes = suffixes,
  .sniff = sniff,
  .read = read_document,
  .write = write_documents,
};
