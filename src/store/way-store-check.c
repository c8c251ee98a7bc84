/* way-store-check.c: WayStore, verifying a plan's file.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-i18n.h"

#include "store/way-store-private.h"

#include "model/way-error.h"

#include <inttypes.h>

#define CHECKING N_ ("Could not check the plan")

/* What the journal says a field holds. */
typedef struct
{
  gint64 id;
  const WayField *field;
  WayValue value;
} Claim;

static guint
claim_hash (gconstpointer data)
{
  const Claim *claim = data;

  return (guint) claim->id * 31u + g_direct_hash (claim->field);
}

static gboolean
claim_equal (gconstpointer a, gconstpointer b)
{
  const Claim *left = a;
  const Claim *right = b;

  return left->id == right->id && left->field == right->field;
}

static void
claim_free (gpointer data)
{
  Claim *claim = data;

  way_value_clear (&claim->value);
  g_free (claim);
}

/* What the journal says of the plan: its last word on each field and on each record. */
typedef struct
{
  GHashTable *claims;  /* of Claim */
  GHashTable *records; /* id → WayRecordType; NULL type = deleted */
} Ledger;

static void
ledger_set (Ledger *ledger, const WayEdit *edit)
{
  Claim *claim = g_new0 (Claim, 1);

  claim->id = edit->id;
  claim->field = edit->field;
  claim->value = way_value_copy (&edit->after);
  g_hash_table_replace (ledger->claims, claim, claim);
}

/* A record that is created anew has its values in the row, whatever was said before. */
static void
ledger_forget (Ledger *ledger, const WayEdit *edit)
{
  for (guint i = 0; i < edit->type->n_fields; i++)
    {
      Claim claim = { .id = edit->id, .field = &edit->type->fields[i] };

      g_hash_table_remove (ledger->claims, &claim);
    }
}

static void
ledger_take (Ledger *ledger, const WayChangeset *changeset)
{
  for (guint i = 0; i < way_changeset_get_n_edits (changeset); i++)
    {
      const WayEdit *edit = way_changeset_get_edit (changeset, i);

      if (edit->kind == WAY_EDIT_SET)
        {
          ledger_set (ledger, edit);
          continue;
        }
      if (edit->kind == WAY_EDIT_DELETE)
        ledger_forget (ledger, edit);
      g_hash_table_insert (ledger->records, GSIZE_TO_POINTER (edit->id),
                           edit->kind == WAY_EDIT_CREATE ? (gpointer) edit->type : NULL);
    }
}

static gboolean
read_ledger (WayStore *self, Ledger *ledger, GPtrArray *problems, GError **error)
{
  g_autoptr (GPtrArray) entries = way_store_read_journal (self, 0, 0, error);

  for (guint i = 0; entries != NULL && i < entries->len; i++)
    {
      const WayJournalEntry *entry = entries->pdata[i];
      g_autoptr (GError) problem = NULL;
      g_autoptr (WayChangeset) changeset = way_store_read_changeset (self, entry->seq, &problem);

      if (changeset != NULL)
        ledger_take (ledger, changeset);
      else
        g_ptr_array_add (problems, g_strdup (problem->message));
      if (entry->seq != (gint64) i + 1)
        g_ptr_array_add (problems, g_strdup_printf (_("The plan’s history lacks step %u."), i + 1));
    }
  return entries != NULL;
}

static void
compare_records (Ledger *ledger, WayPlan *plan, GPtrArray *problems)
{
  GHashTableIter iter;
  gpointer id, type;

  g_hash_table_iter_init (&iter, ledger->records);
  while (g_hash_table_iter_next (&iter, &id, &type))
    {
      WayRecord *record = way_plan_lookup (plan, (gint64) GPOINTER_TO_SIZE (id));

      if (type == NULL && record != NULL)
        g_ptr_array_add (problems,
                         g_strdup_printf (_("“%s” %" PRId64 " is in the plan, and "
                                             "deleted by its history."),
                                          way_record_get_record_type (record)->name, record->id));
      else if (type != NULL && (record == NULL || way_record_get_record_type (record) != type))
        g_ptr_array_add (problems,
                         g_strdup_printf (_("“%s” %" PRId64 " is in the history, and "
                                             "missing from the plan."),
                                          ((const WayRecordType *)type)->name,
                                          (gint64)GPOINTER_TO_SIZE (id)));
    }
}

static void
compare_claims (Ledger *ledger, WayPlan *plan, GPtrArray *problems)
{
  GHashTableIter iter;
  gpointer data;

  g_hash_table_iter_init (&iter, ledger->claims);
  while (g_hash_table_iter_next (&iter, &data, NULL))
    {
      const Claim *claim = data;
      WayRecord *record = way_plan_lookup (plan, claim->id);
      WayValue value;

      if (record == NULL || way_record_get_record_type (record) != claim->field->owner)
        continue; /* told above, or its row could not be read */
      value = way_record_get (record, claim->field);
      if (!way_value_equal (&value, &claim->value))
        g_ptr_array_add (problems,
                         g_strdup_printf (_("“%s” %" PRId64 ": “%s” is not what the "
                                             "history says."),
                                          claim->field->owner->name, claim->id,
                                          claim->field->name));
    }
}

/* Rows against the journal; neither may say what the other does not. */
static gboolean
check_content (WayStore *self, GPtrArray *problems, GError **error)
{
  g_autoptr (WayPlan) plan = way_plan_new ();
  g_autoptr (GHashTable) claims = g_hash_table_new_full (claim_hash, claim_equal, claim_free, NULL);
  g_autoptr (GHashTable) records = g_hash_table_new (NULL, NULL);
  Ledger ledger = { claims, records };

  if (!way_store_load_records (self->db, plan, problems, error)
      || !read_ledger (self, &ledger, problems, error))
    return FALSE;
  compare_records (&ledger, plan, problems);
  compare_claims (&ledger, plan, problems);
  return TRUE;
}

static gboolean
check_integrity (WayStore *self, GPtrArray *problems, GError **error)
{
  g_autoptr (WayStatement) rows =
      way_statement_new (self->db, "PRAGMA integrity_check", CHECKING, error);
  WaySqlStep step = WAY_SQL_ERROR;

  while (rows != NULL && (step = way_statement_step (rows, error)) == WAY_SQL_ROW)
    if (!g_str_equal (way_statement_column_text (rows, 0), "ok"))
      g_ptr_array_add (problems, g_strdup (way_statement_column_text (rows, 0)));
  return step == WAY_SQL_DONE;
}

static gboolean
check_foreign_keys (WayStore *self, GPtrArray *problems, GError **error)
{
  g_autoptr (WayStatement) rows =
      way_statement_new (self->db, "PRAGMA foreign_key_check", CHECKING, error);
  WaySqlStep step = WAY_SQL_ERROR;

  while (rows != NULL && (step = way_statement_step (rows, error)) == WAY_SQL_ROW)
    g_ptr_array_add (problems,
                     g_strdup_printf (_("“%s” %" PRId64 " refers to a “%s” that is "
                                         "not in the plan."),
                                      way_statement_column_text (rows, 0),
                                      way_statement_column_int (rows, 1),
                                      way_statement_column_text (rows, 2)));
  return step == WAY_SQL_DONE;
}

/**
 * way_store_verify:
 * @problems: (element-type utf8): takes a line for each thing that is wrong
 *
 * Reads all of the file, and holds rows and journal against one another.
 *
 * Returns: %FALSE when the check itself could not be made
 */
gboolean
way_store_verify (WayStore *self, GPtrArray *problems, GError **error)
{
  gboolean done;

  if (!way_store_begin_reading (self, error))
    return FALSE;
  done = check_integrity (self, problems, error) && check_foreign_keys (self, problems, error)
         && check_content (self, problems, error);
  way_store_end_reading (self);
  return done;
}
