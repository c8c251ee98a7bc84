/* way-merge.c: makes a changeset in a plan that may have moved on since.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-i18n.h"

#include "document/way-merge.h"

#include "document/way-document-private.h"

/* Stands in a clash for the name of what was deleted, until it is known. */
#define GONE "\001"

#define MOST_TOLD 10 /* clashes; nobody reads more, and each name is a look into the history */

typedef struct
{
  WayPlan *plan;
  const WayChangeset *changeset;
  GHashTable *fresh;    /* id in the changeset → id that the plan gives it, as pointers */
  GHashTable *numbers;  /* WayRecordType → the last number given */
  GHashTable *doomed;   /* ids that the changeset deletes */
  WayChangeset *fitting; /* what can be made, in the plan's ids */
  GPtrArray *clashes;
  WayMoment now;
} Merge;

static void
free_clash (gpointer data)
{
  WayClash *clash = data;

  g_free (clash->text);
  g_free (clash->pattern);
  g_free (clash);
}

static void
add_clash (Merge *merge, guint index, gint64 id, char *text)
{
  WayClash *clash = g_new (WayClash, 1);

  *clash = (WayClash) { .index = index, .id = id, .text = text };
  g_ptr_array_add (merge->clashes, clash);
}

/* @kind: of what was deleted, in words; @pattern: (transfer full): with GONE for its name */
static void
add_clash_with_gone (Merge *merge, guint index, gint64 id, gint64 gone, const char *kind,
                     char *pattern)
{
  g_auto (GStrv) parts = g_strsplit (pattern, GONE, -1);

  add_clash (merge, index, id, g_strjoinv (kind, parts));
  ((WayClash *) merge->clashes->pdata[merge->clashes->len - 1])->gone = gone;
  ((WayClash *) merge->clashes->pdata[merge->clashes->len - 1])->pattern = pattern;
}

/* T-12 “Wiring”, R-3 “Flood”, Link “Wiring → Test” */
static char *
name_of (WayRecord *record)
{
  const WayRecordType *type = way_record_get_record_type (record);
  g_autofree char *id = type->prefix != NULL ? way_record_dup_human_id (record) : NULL;
  g_autofree char *label = way_record_dup_label (record);

  /* Translators: how a record is named in a sentence: R-3 “Flood” */
  return g_strdup_printf (_("%s “%s”"), id != NULL ? id : _ (type->label), label);
}

/* What the changeset names it by → what it is in the plan; 0 for what cannot be added. */
static gint64
id_in_plan (Merge *merge, gint64 id)
{
  gpointer fresh;

  return g_hash_table_lookup_extended (merge->fresh, GSIZE_TO_POINTER (id), NULL, &fresh)
             ? (gint64) GPOINTER_TO_SIZE (fresh) : id;
}

/* TRUE when what @value names will be there. Translates it into the plan's ids. */
static gboolean
resolve_reference (Merge *merge, const WayField *field, WayValue *value)
{
  if (field->type != WAY_FIELD_TYPE_REF || value->i == 0)
    return TRUE;
  if (!g_hash_table_contains (merge->fresh, GSIZE_TO_POINTER (value->i)))
    return way_plan_lookup (merge->plan, value->i) != NULL;
  value->i = id_in_plan (merge, value->i);
  return value->i != 0;
}

static gboolean
resolve_references (Merge *merge, WayImage *image)
{
  gboolean all = TRUE;

  for (guint i = 0; i < image->type->n_fields; i++)
    all &= resolve_reference (merge, &image->type->fields[i], &image->values[i]);
  return all;
}

/* What belongs to something that is gone, or to what cannot be added for that reason. TRUE when
 * one more was found. */
static gboolean
drop_orphans (Merge *merge)
{
  gboolean found = FALSE;

  for (guint i = 0; i < way_changeset_get_n_edits (merge->changeset); i++)
    {
      const WayEdit *edit = way_changeset_get_edit (merge->changeset, i);
      g_autoptr (WayImage) image = NULL;

      if (edit->kind != WAY_EDIT_CREATE || edit->image == NULL || id_in_plan (merge, edit->id) == 0)
        continue;
      image = way_image_copy (edit->image);
      if (resolve_references (merge, image))
        continue;
      g_hash_table_insert (merge->fresh, GSIZE_TO_POINTER (edit->id), NULL);
      found = TRUE;
    }
  return found;
}

/* Ids that the plan has used since mean something else there; then all creations get new ones. */
static void
give_ids (Merge *merge)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint64 last = way_plan_get_last_id (merge->plan);
  gboolean used = FALSE;

  for (guint i = 0; i < way_changeset_get_n_edits (merge->changeset); i++)
    {
      const WayEdit *edit = way_changeset_get_edit (merge->changeset, i);

      if (edit->kind == WAY_EDIT_CREATE)
        g_array_append_val (ids, edit->id);
      used |= edit->kind == WAY_EDIT_CREATE && edit->id <= last;
    }
  for (guint i = 0; i < ids->len; i++)
    {
      gint64 id = g_array_index (ids, gint64, i);

      g_hash_table_insert (merge->fresh, GSIZE_TO_POINTER (id),
                           GSIZE_TO_POINTER (used ? ++last : id));
    }
  while (drop_orphans (merge))
    ;
}

/* The first reference of a new record to something that is not in the plan. */
static const WayField *
find_missing (Merge *merge, const WayImage *image)
{
  for (guint i = 0; i < image->type->n_fields; i++)
    {
      WayValue value = image->values[i];

      if (!resolve_reference (merge, &image->type->fields[i], &value))
        return &image->type->fields[i];
    }
  return NULL;
}

static const char *
kind_of_target (const WayField *field)
{
  const WayRecordType *type = field->target != NULL ? way_record_type (field->target) : NULL;

  /* Translators: stands for the name of a record that was deleted */
  return type != NULL ? _ (type->label) : _("A record");
}

static char *
label_of_image (const WayImage *image)
{
  const WayField *title = way_record_type_field (image->type, "title");

  return g_strdup (title != NULL && image->values[title->index].s[0] != '\0'
                       ? image->values[title->index].s : _ (image->type->label));
}

static void
set_in_image (WayImage *image, const char *name, gint64 value)
{
  const WayField *field = way_record_type_field (image->type, name);
  WayValue boxed = way_value_int (value);

  if (field != NULL)
    way_image_set (image, field, &boxed);
}

/* Its own, or the next that nobody has. */
static void
give_number (Merge *merge, WayImage *image, const WayField *number)
{
  gpointer key = (gpointer) image->type;
  gint64 next = MAX (way_plan_next_number (merge->plan, image->type),
                     (gint64) GPOINTER_TO_SIZE (g_hash_table_lookup (merge->numbers, key)) + 1);
  gint64 given = MAX (next, image->values[number->index].i);

  set_in_image (image, "number", given);
  g_hash_table_insert (merge->numbers, key, GSIZE_TO_POINTER (given));
}

static void
take_create (Merge *merge, guint index, const WayEdit *edit)
{
  g_autoptr (WayImage) image = edit->image != NULL ? way_image_copy (edit->image)
                                                   : way_image_new_empty (edit->type, edit->id);
  const WayField *number = way_record_type_field (edit->type, "number");
  gint64 id = id_in_plan (merge, edit->id);

  image->id = id;
  if (id == 0)
    {
      g_autofree char *label = label_of_image (image);
      const WayField *missing = find_missing (merge, image);

      add_clash_with_gone (merge, index, 0, image->values[missing->index].i,
                           kind_of_target (missing),
                           g_strdup_printf (_("“%s” cannot be added: %s was deleted meanwhile (%s)."),
                                            label, GONE, _ (missing->label)));
      return;
    }
  resolve_references (merge, image);
  if (number != NULL && edit->type->prefix != NULL)
    give_number (merge, image, number);
  set_in_image (image, "created", merge->now);
  set_in_image (image, "updated", merge->now);
  way_changeset_add_create (merge->fitting, edit->type, id, g_steal_pointer (&image));
}

/* Where a row stands among its neighbours is for whoever placed one last. */
static gboolean
is_order (const WayField *field)
{
  return g_str_equal (field->name, "rank");
}

static void
note_changed (Merge *merge, guint index, WayRecord *record, const WayEdit *edit,
              const WayValue *now)
{
  g_autofree char *name = name_of (record);
  g_autofree char *before = way_record_format_value (record, edit->field, &edit->before);
  g_autofree char *after = way_record_format_value (record, edit->field, &edit->after);
  g_autofree char *present = way_record_format_value (record, edit->field, now);

  add_clash (merge, index, record->id,
             g_strdup_printf (_("%s, %s: the proposal changes “%s” to “%s”, but it is “%s” by now."),
                              name, _ (edit->field->label), before, after, present));
}

static void
take_set (Merge *merge, guint index, const WayEdit *edit)
{
  WayRecord *record = way_plan_lookup (merge->plan, edit->id);
  WayValue after = edit->after, now;

  if (record == NULL)
    {
      if (!is_order (edit->field))
        add_clash_with_gone (merge, index, 0, edit->id, _ (edit->type->label),
                             /* Translators: Task “Wiring” … Duration */
                             g_strdup_printf (_("%s was deleted meanwhile: %s cannot be changed."),
                                              GONE, _ (edit->field->label)));
      return;
    }
  now = way_record_get (record, edit->field);
  if (!resolve_reference (merge, edit->field, &after))
    {
      g_autofree char *name = name_of (record);

      add_clash_with_gone (merge, index, record->id, edit->after.i, kind_of_target (edit->field),
                           g_strdup_printf (_("%s, %s: %s, which the proposal puts there, was deleted meanwhile."),
                                            name, _ (edit->field->label), GONE));
    }
  else if (way_value_equal (&now, &edit->before) || way_value_equal (&now, &after)
           || is_order (edit->field))
    way_changeset_add_set (merge->fitting, edit->field, edit->id, &now, &after);
  else
    note_changed (merge, index, record, edit, &now);
}

/* A field of @record that is not what it was, stamps and order apart. */
static const WayField *
find_change (WayRecord *record, const WayImage *image)
{
  for (guint i = 0; i < image->type->n_fields; i++)
    {
      const WayField *field = &image->type->fields[i];
      WayValue now;

      if (!way_field_is_stored (field) || is_order (field) || g_str_equal (field->name, "updated"))
        continue;
      now = way_record_get (record, field);
      if (!way_value_equal (&now, &image->values[i]))
        return field;
    }
  return NULL;
}

/* Somebody who came later and would be deleted along with @id; NULL = nobody. What hangs on records
 * of any type, as comments do, has no say in it. */
static WayRecord *
find_newcomer (Merge *merge, gint64 id, const WayRecordType *target)
{
  WayReferenceIter iter;
  const WayField *field;

  way_reference_iter_init (&iter, target);
  while ((field = way_reference_iter_next (&iter)) != NULL)
    {
      GPtrArray *referrers = way_plan_get_referrers (merge->plan, id, field);

      if (field->target == NULL || (field->flags & WAY_FIELD_CASCADE) == 0)
        continue;
      for (guint i = 0; i < referrers->len; i++)
        {
          WayRecord *referrer = referrers->pdata[i];

          if (!g_hash_table_contains (merge->doomed, GSIZE_TO_POINTER (referrer->id)))
            return referrer;
        }
    }
  return NULL;
}

/* TRUE when the changeset itself takes @referrer away from what it belongs to. */
static gboolean
moves_away (Merge *merge, WayRecord *referrer)
{
  for (guint i = 0; i < way_changeset_get_n_edits (merge->fitting); i++)
    {
      const WayEdit *edit = way_changeset_get_edit (merge->fitting, i);

      if (edit->kind == WAY_EDIT_SET && edit->id == referrer->id
          && (edit->field->flags & WAY_FIELD_CASCADE) != 0)
        return TRUE;
    }
  return FALSE;
}

/* TRUE when there is a clash, which then stands in the list. */
static gboolean
refuse_delete (Merge *merge, guint index, const WayEdit *edit)
{
  WayRecord *record = way_plan_lookup (merge->plan, edit->id);
  WayRecord *newcomer;
  const WayField *changed;
  g_autofree char *name = NULL;

  if (record == NULL)
    return FALSE; /* as it should be */
  name = name_of (record);
  changed = find_change (record, edit->image);
  newcomer = find_newcomer (merge, edit->id, edit->type);
  if (changed != NULL)
    add_clash (merge, index, edit->id,
               g_strdup_printf (_("%s is to be deleted, but “%s” was changed in it meanwhile."),
                                name, _ (changed->label)));
  else if (newcomer != NULL && !moves_away (merge, newcomer))
    {
      g_autofree char *other = name_of (newcomer);

      add_clash (merge, index, edit->id,
                 g_strdup_printf (_("%s is to be deleted, but %s belongs to it and is to stay."),
                                  name, other));
    }
  else
    return FALSE;
  return TRUE;
}

/* What stays keeps what it belongs to: so over again until nothing more stays. */
static void
take_deletes (Merge *merge)
{
  guint n_edits = way_changeset_get_n_edits (merge->changeset);
  gboolean refused;

  do
    {
      refused = FALSE;
      for (guint i = 0; i < n_edits; i++)
        {
          const WayEdit *edit = way_changeset_get_edit (merge->changeset, i);
          gpointer key = GSIZE_TO_POINTER (edit->id);

          if (edit->kind == WAY_EDIT_DELETE && g_hash_table_contains (merge->doomed, key)
              && refuse_delete (merge, i, edit))
            refused = g_hash_table_remove (merge->doomed, key);
        }
    }
  while (refused);
  for (guint i = 0; i < n_edits; i++)
    {
      const WayEdit *edit = way_changeset_get_edit (merge->changeset, i);

      if (edit->kind == WAY_EDIT_DELETE
          && g_hash_table_contains (merge->doomed, GSIZE_TO_POINTER (edit->id)))
        way_changeset_add_delete (merge->fitting, way_image_copy (edit->image), NULL);
    }
}

/* Sorts the edits into what can be made and what cannot. */
static void
sort_out (Merge *merge)
{
  guint n_edits = way_changeset_get_n_edits (merge->changeset);

  for (guint i = 0; i < n_edits; i++)
    {
      const WayEdit *edit = way_changeset_get_edit (merge->changeset, i);

      if (edit->kind == WAY_EDIT_DELETE)
        g_hash_table_add (merge->doomed, GSIZE_TO_POINTER (edit->id));
    }
  give_ids (merge);
  for (guint i = 0; i < n_edits; i++)
    {
      const WayEdit *edit = way_changeset_get_edit (merge->changeset, i);

      if (edit->kind == WAY_EDIT_CREATE)
        take_create (merge, i, edit);
      else if (edit->kind == WAY_EDIT_SET)
        take_set (merge, i, edit);
    }
  take_deletes (merge);
}

/* Everything in it fits; deletions take along what belongs to them, so some are made already. */
static void
make (WayDocument *self, const WayChangeset *fitting)
{
  for (guint i = 0; i < way_changeset_get_n_edits (fitting); i++)
    {
      const WayEdit *edit = way_changeset_get_edit (fitting, i);
      WayRecord *record = way_plan_lookup (self->plan, edit->id);

      if (edit->kind == WAY_EDIT_CREATE)
        {
          way_document_add_from_edit (self, edit);
          way_changeset_add_create (self->scope, edit->type, edit->id,
                                    way_image_copy (edit->image));
        }
      else if (edit->kind == WAY_EDIT_SET)
        way_document_set (self, record, edit->field, &edit->after);
      else if (record != NULL)
        way_document_delete (self, record);
    }
}

static GPtrArray *
merge_at (WayDocument *self, const WayChangeset *changeset, WayChangeset *fitting, WayMoment now)
{
  g_autoptr (GHashTable) fresh = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) numbers = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) doomed = g_hash_table_new (NULL, NULL);
  Merge merge = { self->plan, changeset, fresh, numbers, doomed, fitting,
                  g_ptr_array_new_with_free_func (free_clash), now };

  sort_out (&merge);
  way_clashes_name (merge.clashes, self);
  return merge.clashes;
}

/**
 * way_clashes_name:
 * @clashes: (element-type WayClash)
 * @document: the plan, whose history knows them; the copy on which they were found does not
 *
 * Names what was deleted meanwhile, in the first of them; the others keep its kind.
 */
void
way_clashes_name (GPtrArray *clashes, WayDocument *document)
{
  guint n_looked = 0;

  for (guint i = 0; i < clashes->len && n_looked < MOST_TOLD; i++)
    {
      WayClash *clash = clashes->pdata[i];
      g_autoptr (WayRecord) gone = NULL;
      g_autofree char *name = NULL;
      g_auto (GStrv) parts = NULL;

      if (clash->pattern == NULL)
        continue;
      n_looked++;
      gone = way_document_find_deleted (document, clash->gone);
      if (gone == NULL)
        continue;
      name = name_of (gone);
      parts = g_strsplit (clash->pattern, GONE, -1);
      g_free (clash->text);
      clash->text = g_strjoinv (name, parts);
    }
}

/**
 * way_clashes_describe:
 * @clashes: (element-type WayClash)
 *
 * Returns: (transfer full): a line for each of the first, and how many there are besides
 */
char *
way_clashes_describe (GPtrArray *clashes)
{
  guint n_told = MIN (clashes->len, MOST_TOLD), n_more = clashes->len - n_told;
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n_told; i++)
    g_string_append_printf (text, "%s• %s", i > 0 ? "\n" : "",
                            ((const WayClash *) clashes->pdata[i])->text);
  if (n_more > 0)
    {
      g_string_append_c (text, '\n');
      g_string_append_printf (
          text, g_dngettext (GETTEXT_PACKAGE, "… and %u more", "… and %u more", n_more), n_more);
    }
  return g_string_free (text, FALSE);
}

/**
 * way_document_merge:
 * @changeset: from way_sandbox_get_changeset(): creations, then changed values, then deletions
 *
 * Makes the edits inside the open scope, as far as they fit the plan as it is now. What the plan
 * says already is no clash, nor is a new order of rows. New records get ids and numbers of their
 * own where theirs are taken. The commit checks the whole.
 *
 * Returns: (transfer full) (element-type WayClash): what was left out, empty when all was made
 */
GPtrArray *
way_document_merge (WayDocument *self, const WayChangeset *changeset)
{
  g_autoptr (WayChangeset) fitting = way_changeset_new (changeset->label, changeset->origin);
  GPtrArray *clashes = merge_at (self, changeset, fitting, self->now);

  g_return_val_if_fail (self->depth > 0, clashes);
  make (self, fitting);
  return clashes;
}

/**
 * way_document_find_clashes:
 *
 * Returns: (transfer full) (element-type WayClash): what way_document_merge() would leave out now;
 * the plan stays as it is
 */
GPtrArray *
way_document_find_clashes (WayDocument *self, const WayChangeset *changeset)
{
  g_autoptr (WayChangeset) fitting = way_changeset_new (changeset->label, changeset->origin);

  return merge_at (self, changeset, fitting, WAY_NEVER);
}
