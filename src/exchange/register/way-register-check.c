/* way-register-check.c: what each row of a table would do to the plan.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-i18n.h"

#include "exchange/register/way-register-import-private.h"

#include "exchange/register/way-register-cell.h"

#include <string.h>

/* More is no title, and no description. */
#define LINE_MAX_LENGTH 1000
#define TEXT_MAX_LENGTH 100000

/* A number that a file gives to a new record may not send the next ones into the millions. */
#define NUMBER_MAX 1000000

typedef struct
{
  WayRegisterImport *import;
  WayPlan *plan;
  WayRegisterNames *names;
  WayRecord *blank;    /* what a new record is at first */
  GHashTable *claimed; /* folded ids that rows are about */
  GHashTable *mapped;  /* fields that columns go into */
  const WayCsvRow *source;
  WayRegisterRow *row;
  WayRecord *record;   /* that the row is about; blank for a new one */
} Check;

static void
edit_clear (gpointer data)
{
  way_value_clear (&((WayRegisterEdit *)data)->value);
}

static void
tell (Check *self, const WayRegisterColumn *column, const char *text, gboolean fatal,
      const char *message)
{
  WayRegisterProblem *problem = g_new0 (WayRegisterProblem, 1);

  problem->line = self->source->line;
  problem->column = g_strdup (column == NULL              ? ""
                              : column->header[0] != '\0' ? column->header
                              : column->field != NULL     ? _ (column->field->label)
                                                          : "");
  problem->text = way_register_excerpt (text);
  problem->message = g_strdup (message);
  problem->fatal = fatal;
  g_ptr_array_add (self->import->problems, problem);
  if (fatal)
    self->row->fate = WAY_ROW_BAD;
}

/* ------------------------------------------------------------------ which record */

/* "R-7" that nobody has yet, or 0. */
static gint64
free_number (const WayRecordType *type, const char *id)
{
  gsize length = type->prefix != NULL ? strlen (type->prefix) : 0;
  gint64 number;
  char *end;

  if (length == 0 || g_ascii_strncasecmp (id, type->prefix, length) != 0 || id[length] != '-'
      || !g_ascii_isdigit (id[length + 1]))
    return 0;
  number = g_ascii_strtoll (id + length + 1, &end, 10);
  return *end == '\0' && number <= NUMBER_MAX ? number : 0;
}

static void
find_record (Check *self, const WayRegisterColumn *column, const char *text)
{
  const WayRecordType *type = self->import->type;
  g_autofree char *id = g_strstrip (g_strdup (text));
  g_autofree char *folded = g_utf8_casefold (id, -1);
  WayRecord *found;
  g_autofree char *real = NULL;

  if (*id == '\0')
    return;
  if (!g_hash_table_add (self->claimed, g_strdup (folded)))
    {
      tell (self, column, text, TRUE, _ ("Another row above has the same id."));
      return;
    }
  found = way_register_names_find (self->names, type, id, NULL);
  real = found != NULL ? way_register_dup_id (found) : NULL;
  if (real != NULL && g_ascii_strcasecmp (real, id) == 0)
    {
      self->record = found;
      self->row->record = found->id;
      return;
    }
  self->row->number = free_number (type, id);
  if (self->row->number == 0 && *id != '#')
    {
      g_autofree char *excerpt = way_register_excerpt (id);
      g_autofree char *message = g_strdup_printf (
          _ ("“%s” is no id of %s. Leave the cell empty for a new one."), excerpt, _ (type->plural));

      tell (self, column, text, TRUE, message);
    }
}

/* ------------------------------------------------------------------ cells */

/* Line ends and control characters that a table cannot carry are no change. */
static gboolean
is_same_text (const WayValue *now, const WayValue *value)
{
  g_autofree char *clean = NULL;

  if (now->storage != WAY_STORAGE_TEXT)
    return way_value_equal (now, value);
  clean = way_register_cell_clean (now->s, NULL);
  return g_str_equal (clean, value->s);
}

/* What a text of the file may be that the record does not have already. */
static void
settle_text (Check *self, const WayRegisterColumn *column, char *text)
{
  gboolean lines = (column->field->flags & WAY_FIELD_MULTILINE) != 0;
  glong max = lines ? TEXT_MAX_LENGTH : LINE_MAX_LENGTH;
  glong length = g_utf8_strlen (text, -1);

  if (length > max)
    {
      g_autofree char *message = g_strdup_printf (
          _ ("The text has %ld characters; %s has room for %ld."), length, _ (column->field->label),
          max);

      tell (self, column, text, TRUE, message);
    }
  else if (!lines && strpbrk (text, "\t\n") != NULL)
    {
      g_strdelimit (text, "\t\n", ' ');
      tell (self, column, text, FALSE, _ ("Its lines are joined into one."));
    }
}

static void
check_cell (Check *self, const WayRegisterColumn *column, const char *text)
{
  const WayField *field = column->field;
  WayRegisterEdit edit = { .field = field };
  gboolean cleaned = FALSE;
  g_autofree char *clean = way_register_cell_clean (text, &cleaned);
  g_autoptr (GError) error = NULL;
  gboolean keeps_unit = field->type == WAY_FIELD_TYPE_DURATION && field->unit_field != NULL;
  WayValue now;

  if (cleaned)
    tell (self, column, clean, FALSE, _ ("Control characters were taken out of the text."));
  if (!way_register_cell_parse (self->names, self->record, field,
                                way_register_cell_rearm (clean), &edit.value, &edit.unit, &error))
    {
      tell (self, column, clean, TRUE, error->message);
      return;
    }
  now = way_record_get (self->record, field);
  if (is_same_text (&now, &edit.value)
      && (!keeps_unit || way_record_get_int (self->record, field->unit_field) == edit.unit))
    {
      /* A borrowed initial text is none of ours: only texts are copies. */
      if (edit.value.storage == WAY_STORAGE_TEXT)
        way_value_clear (&edit.value);
      return;
    }
  if (edit.value.storage == WAY_STORAGE_TEXT)
    settle_text (self, column, edit.value.s);
  g_array_append_val (self->row->edits, edit);
}

static gboolean
is_read (const WayRegisterColumn *column)
{
  return column->field != NULL && way_field_is_stored (column->field);
}

static void
check_cells (Check *self)
{
  GArray *columns = self->import->columns;
  guint n_cells = g_strv_length (self->source->cells);

  /* Cells that a short row does not have leave a record as it is; a new one has them empty. */
  for (guint i = 0; i < columns->len; i++)
    if (is_read (&g_array_index (columns, WayRegisterColumn, i))
        && (i < n_cells || self->record == self->blank))
      check_cell (self, &g_array_index (columns, WayRegisterColumn, i),
                  i < n_cells ? self->source->cells[i] : "");
  for (guint i = columns->len; i < n_cells; i++)
    if (self->source->cells[i][0] != '\0')
      tell (self, NULL, self->source->cells[i], TRUE,
            _ ("The row has more cells than there are columns."));
}

/* What a new record has to have, and no column gives. */
static void
check_required (Check *self)
{
  const WayRecordType *type = self->import->type;

  for (guint i = 0; i < type->n_fields; i++)
    {
      const WayField *field = &type->fields[i];
      WayValue value = way_field_initial (field);
      g_autoptr (GError) error = NULL;

      if (!g_hash_table_contains (self->mapped, field) && way_field_is_stored (field)
          && !way_field_validate (field, &value, &error))
        tell (self, NULL, "", TRUE, error->message);
    }
}

static void
check_row (Check *self, guint position)
{
  GArray *columns = self->import->columns;
  WayRegisterRow row = { .edits = g_array_new (FALSE, FALSE, sizeof (WayRegisterEdit)) };
  guint n_cells;

  g_array_set_clear_func (row.edits, edit_clear);
  self->source = self->import->csv->rows->pdata[position + 1];
  self->row = &row;
  self->record = self->blank;
  n_cells = g_strv_length (self->source->cells);
  for (guint i = 0; i < MIN (columns->len, n_cells); i++)
    if (g_array_index (columns, WayRegisterColumn, i).is_id)
      find_record (self, &g_array_index (columns, WayRegisterColumn, i), self->source->cells[i]);
  check_cells (self);
  if (row.record == 0)
    check_required (self);
  else if (row.fate != WAY_ROW_BAD)
    row.fate = row.edits->len > 0 ? WAY_ROW_CHANGED : WAY_ROW_SAME;
  g_array_append_val (self->import->rows, row);
  self->import->n_fates[row.fate]++;
}

/**
 * way_register_import_read_rows:
 *
 * Finds out what each row would do to @plan, which is not touched, and which cells cannot be read.
 */
void
way_register_import_read_rows (WayRegisterImport *self, WayPlan *plan)
{
  g_autoptr (WayRegisterNames) names = way_register_names_new (plan);
  g_autoptr (WayRecord) blank = way_record_new (self->type);
  g_autoptr (GHashTable) claimed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) mapped = g_hash_table_new (NULL, NULL);
  Check check = { .import = self,
                  .plan = plan,
                  .names = names,
                  .blank = blank,
                  .claimed = claimed,
                  .mapped = mapped };

  g_array_set_size (self->rows, 0);
  g_ptr_array_set_size (self->problems, 0);
  memset (self->n_fates, 0, sizeof self->n_fates);
  for (guint i = 0; i < self->columns->len; i++)
    if (is_read (&g_array_index (self->columns, WayRegisterColumn, i)))
      g_hash_table_add (mapped,
                        (gpointer)g_array_index (self->columns, WayRegisterColumn, i).field);
  for (guint i = 0; i < way_register_import_get_n_rows (self); i++)
    if (way_register_import_go_on (self))
      check_row (&check, i);
}
