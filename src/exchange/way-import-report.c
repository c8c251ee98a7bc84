/* way-import-report.c: WayImportReport, what came in, what was changed, what was left out.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-i18n.h"

#include "exchange/way-import-report.h"

/* The text shows this many of each list; the lists themselves hold more than anybody reads, and
 * less than a hostile file can fill the memory with. */
#define SHOWN 50
#define MAX_NOTES 100000
#define MAX_KINDS 1000 /* of elements that were kept */

static void
note_free (WayImportNote *note)
{
  g_free (note->subject);
  g_free (note->message);
  g_free (note);
}

static void
difference_free (WayImportDifference *difference)
{
  g_free (difference->subject);
  g_free (difference->reason);
  g_free (difference);
}

static void
value_free (WayImportValue *value)
{
  g_free (value->subject);
  g_free (value->field);
  g_free (value->in_file);
  g_free (value->in_plan);
  g_free (value->before);
  g_free (value);
}

WayImportReport *
way_import_report_new (const char *file)
{
  WayImportReport *self = g_new0 (WayImportReport, 1);

  self->file = g_filename_display_basename (file);
  self->counts = g_array_new (FALSE, FALSE, sizeof (WayImportCount));
  self->changed = g_ptr_array_new_with_free_func ((GDestroyNotify) note_free);
  self->left_out = g_ptr_array_new_with_free_func ((GDestroyNotify) note_free);
  self->kept = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->differences = g_ptr_array_new_with_free_func ((GDestroyNotify) difference_free);
  self->merged = g_ptr_array_new_with_free_func ((GDestroyNotify) value_free);
  self->conflicts = g_ptr_array_new_with_free_func ((GDestroyNotify) value_free);
  self->new_people = g_ptr_array_new_with_free_func (g_free);
  self->new_milestones = g_ptr_array_new_with_free_func (g_free);
  return self;
}

void
way_import_report_free (WayImportReport *self)
{
  if (self == NULL)
    return;
  g_free (self->file);
  g_array_unref (self->counts);
  g_ptr_array_unref (self->changed);
  g_ptr_array_unref (self->left_out);
  g_hash_table_unref (self->kept);
  g_ptr_array_unref (self->differences);
  g_ptr_array_unref (self->merged);
  g_ptr_array_unref (self->conflicts);
  g_ptr_array_unref (self->new_people);
  g_ptr_array_unref (self->new_milestones);
  g_free (self);
}

/* @label: translated, of static storage; none is counted as nothing */
void
way_import_report_count (WayImportReport *self, const char *label, guint n)
{
  WayImportCount count = { label, n };

  if (n > 0)
    g_array_append_val (self->counts, count);
}

static void G_GNUC_PRINTF (4, 0)
add_note (GPtrArray *list, gint64 record, const char *subject, const char *format, va_list args)
{
  WayImportNote *note;

  if (list->len > MAX_NOTES)
    return;
  note = g_new0 (WayImportNote, 1);
  if (list->len == MAX_NOTES)
    {
      note->subject = g_strdup (_("And more"));
      note->message = g_strdup (_("There is more of this kind than can be listed."));
      g_ptr_array_add (list, note);
      return;
    }
  note->record = record;
  note->subject = g_strdup (subject);
  note->message = g_strdup_vprintf (format, args);
  g_ptr_array_add (list, note);
}

void
way_import_report_changed (WayImportReport *self, gint64 record, const char *subject,
                           const char *format, ...)
{
  va_list args;

  va_start (args, format);
  add_note (self->changed, record, subject, format, args);
  va_end (args);
}

void
way_import_report_left_out (WayImportReport *self, gint64 record, const char *subject,
                            const char *format, ...)
{
  va_list args;

  va_start (args, format);
  add_note (self->left_out, record, subject, format, args);
  va_end (args);
}

/* @what: "Task/GUID" */
void
way_import_report_kept (WayImportReport *self, const char *what)
{
  guint n = GPOINTER_TO_UINT (g_hash_table_lookup (self->kept, what));

  if (n == 0 && g_hash_table_size (self->kept) >= MAX_KINDS)
    {
      what = "…";
      n = GPOINTER_TO_UINT (g_hash_table_lookup (self->kept, what));
    }
  g_hash_table_insert (self->kept, g_strdup (what), GUINT_TO_POINTER (n + 1));
}

static void
add_value (GPtrArray *list, gint64 record, const char *subject, const char *field,
           const char *in_file, const char *in_plan, const char *before)
{
  WayImportValue *value = g_new0 (WayImportValue, 1);

  value->record = record;
  value->subject = g_strdup (subject);
  value->field = g_strdup (field);
  value->in_file = g_strdup (in_file);
  value->in_plan = g_strdup (in_plan);
  value->before = g_strdup (before);
  g_ptr_array_add (list, value);
}

/* @in_plan: what was there until now */
void
way_import_report_merged (WayImportReport *self, gint64 record, const char *subject,
                          const char *field, const char *in_file, const char *in_plan)
{
  add_value (self->merged, record, subject, field, in_file, in_plan, in_plan);
}

/* @before: as it was when both were last the same */
void
way_import_report_conflict (WayImportReport *self, gint64 record, const char *subject,
                            const char *field, const char *in_file, const char *in_plan,
                            const char *before)
{
  add_value (self->conflicts, record, subject, field, in_file, in_plan, before);
}

/* @difference: (transfer full) */
void
way_import_report_differs (WayImportReport *self, WayImportDifference *difference)
{
  g_ptr_array_add (self->differences, difference);
}

static void
append_rest (GString *text, guint n)
{
  if (n > SHOWN)
    g_string_append_printf (text,
                            g_dngettext (GETTEXT_PACKAGE, "  … and %u more\n", "  … and %u more\n",
                                         n - SHOWN),
                            n - SHOWN);
}

static void
append_notes (GString *text, const char *heading, GPtrArray *notes)
{
  if (notes->len == 0)
    return;
  g_string_append_printf (text, "\n%s (%u)\n", heading, notes->len);
  for (guint i = 0; i < MIN (notes->len, SHOWN); i++)
    {
      WayImportNote *note = notes->pdata[i];

      g_string_append_printf (text, "  %s: %s\n", note->subject, note->message);
    }
  append_rest (text, notes->len);
}

/**
 * way_import_value_to_text:
 *
 * Returns: (transfer full): what comes in place of what
 */
char *
way_import_value_to_text (const WayImportValue *self)
{
  const char *none = _("(empty)");

  return g_strdup_printf ("%s → %s", self->in_plan[0] != '\0' ? self->in_plan : none,
                          self->in_file[0] != '\0' ? self->in_file : none);
}

static void
append_merged (GString *text, GPtrArray *merged)
{
  if (merged->len == 0)
    return;
  g_string_append_printf (text, "\n%s (%u)\n", _("Changed by the document"), merged->len);
  for (guint i = 0; i < MIN (merged->len, SHOWN); i++)
    {
      const WayImportValue *value = merged->pdata[i];
      g_autofree char *change = way_import_value_to_text (value);

      g_string_append_printf (text, "  %s: %s: %s\n", value->subject, value->field, change);
    }
  append_rest (text, merged->len);
}

static int
compare_text (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (*(const char *const *) a, *(const char *const *) b);
}

static void
append_kept (GString *text, GHashTable *kept)
{
  guint n;
  g_autofree char **names = (char **) g_hash_table_get_keys_as_array (kept, &n);

  if (n == 0)
    return;
  qsort (names, n, sizeof *names, compare_text);
  g_string_append_printf (text, "\n%s\n ", _("Kept as it is, for the way back"));
  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "%s %s × %u", i > 0 ? "," : "", names[i],
                            GPOINTER_TO_UINT (g_hash_table_lookup (kept, names[i])));
  g_string_append_c (text, '\n');
}

static void
append_moments (GString *text, const char *label, WayMoment file, WayMoment computed)
{
  g_autofree char *before = way_moment_format (file);
  g_autofree char *after = way_moment_format (computed);

  if (file != WAY_NEVER && file != computed)
    /* Translators: a date in the imported file, and what the schedule says */
    g_string_append_printf (text, _("; %s there %s, here %s"), label, before, after);
}

static void
append_differences (GString *text, const WayImportReport *self)
{
  guint n = self->differences->len;

  if (self->n_compared == 0)
    return;
  g_string_append_printf (text, "\n%s\n", _("Dates of the file against the schedule"));
  g_string_append_printf (text, _("  %u of %u tasks stand on other dates\n"), n, self->n_compared);
  for (guint i = 0; i < MIN (n, SHOWN); i++)
    {
      WayImportDifference *difference = self->differences->pdata[i];

      g_string_append_printf (text, "  %s", difference->subject);
      append_moments (text, _("start"), difference->file_start, difference->start);
      append_moments (text, _("finish"), difference->file_finish, difference->finish);
      g_string_append_printf (text, ". %s\n", difference->reason);
    }
  append_rest (text, n);
}

static void
add_name (GPtrArray *names, const char *name)
{
  if (!g_ptr_array_find_with_equal_func (names, name, g_str_equal, NULL))
    g_ptr_array_add (names, g_strdup (name));
}

/**
 * way_import_report_new_person:
 *
 * Tells that the plan knows nobody of that name.
 */
void
way_import_report_new_person (WayImportReport *self, const char *name)
{
  add_name (self->new_people, name);
}

/**
 * way_import_report_new_milestone:
 *
 * Tells that the plan has no milestone of that name.
 */
void
way_import_report_new_milestone (WayImportReport *self, const char *name)
{
  add_name (self->new_milestones, name);
}

/**
 * way_import_report_to_text:
 *
 * Returns: (transfer full): the report for people, several lines
 */
char *
way_import_report_to_text (const WayImportReport *self)
{
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, _("Imported “%s”"), self->file);
  for (guint i = 0; i < self->counts->len; i++)
    {
      WayImportCount *count = &g_array_index (self->counts, WayImportCount, i);

      g_string_append_printf (text, "%s %u %s", i == 0 ? ":" : ",", count->n, count->label);
    }
  g_string_append_c (text, '\n');
  append_merged (text, self->merged);
  append_notes (text, _("Changed"), self->changed);
  append_notes (text, _("Left out"), self->left_out);
  append_kept (text, self->kept);
  append_differences (text, self);
  if (self->merged->len + self->changed->len + self->left_out->len == 0)
    g_string_append_printf (text, "%s\n", _("Nothing was changed or left out."));
  return g_string_free (text, FALSE);
}
