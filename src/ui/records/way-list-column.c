/* way-list-column.c: WayListColumn, what a column of a list shows: a field, a figure, or the id.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-i18n.h"

#include "ui/records/way-list-column.h"

#include "document/way-milestone-figures.h"
#include "metrics/way-figure.h"
#include "model/way-collation.h"

#include <string.h>

static void
way_list_column_free (WayListColumn *self)
{
  g_hash_table_unref (self->ranks);
  g_free (self);
}

static void
add (GPtrArray *columns,
     WayDocument *document,
     const WayRecordType *type,
     const WayField *field,
     const WayRecordFigure *figure,
     gboolean at_first)
{
  WayListColumn *column = g_new0 (WayListColumn, 1);

  column->document = document;
  column->type = type;
  column->field = field;
  column->figure = figure;
  column->at_first = at_first;
  column->ranks = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  g_ptr_array_add (columns, column);
}

static void
add_figures (GPtrArray *columns,
             WayDocument *document,
             const WayRecordType *type,
             const char *behind)
{
  guint n_figures;
  const WayRecordFigure *figures = way_record_figures (type, &n_figures);

  for (guint i = 0; i < n_figures; i++)
    if (g_strcmp0 (figures[i].behind, behind) == 0)
      add (columns, document, type, NULL, &figures[i], TRUE);
}

/**
 * way_list_columns_new:
 *
 * Returns: (transfer full) (element-type WayListColumn): the human id, the fields that the type
 * shows in lists, its figures among them, and then its other fields
 */
GPtrArray *
way_list_columns_new (WayDocument *document, const WayRecordType *type)
{
  GPtrArray *columns
      = g_ptr_array_new_with_free_func ((GDestroyNotify)way_list_column_free);

  if (type->prefix != NULL)
    add (columns, document, type, NULL, NULL, TRUE);
  for (guint i = 0; i < type->n_fields; i++)
    {
      const WayField *field = &type->fields[i];

      if ((field->flags & WAY_FIELD_LIST) == 0 || (field->flags & WAY_FIELD_HIDDEN) != 0)
        continue;
      add (columns, document, type, field, NULL, (field->flags & WAY_FIELD_ASIDE) == 0);
      add_figures (columns, document, type, field->name);
    }
  add_figures (columns, document, type, NULL);
  for (guint i = 0; i < type->n_fields; i++)
    if ((type->fields[i].flags & (WAY_FIELD_LIST | WAY_FIELD_HIDDEN)) == 0)
      add (columns, document, type, &type->fields[i], NULL, FALSE);
  return columns;
}

void
way_list_columns_forget (GPtrArray *columns)
{
  for (guint i = 0; i < columns->len; i++)
    g_hash_table_remove_all (((WayListColumn *)columns->pdata[i])->ranks);
}

/**
 * way_list_column_get_name:
 *
 * Returns: what it is called in settings
 */
const char *
way_list_column_get_name (const WayListColumn *self)
{
  if (self->figure != NULL)
    return self->figure->key;
  return self->field != NULL ? self->field->name : "id";
}

const char *
way_list_column_get_label (const WayListColumn *self)
{
  if (self->figure != NULL)
    return _ (self->figure->label);
  return self->field != NULL ? _ (self->field->label) : _ ("Id");
}

/**
 * way_list_column_is_to_end:
 *
 * Returns: whether it holds numbers, which stand at the end of their cells
 */
gboolean
way_list_column_is_to_end (const WayListColumn *self)
{
  if (self->figure != NULL)
    return self->figure->to_end;
  return self->field != NULL && way_field_is_figure (self->field);
}

/* As the words of this language need it. */
static void
find_widths_of_choices (const WayEnum *choices, guint *least, guint *usual)
{
  glong longest = 6;

  for (guint i = 0; i < choices->n_values; i++)
    longest = MAX (longest, g_utf8_strlen (way_enum_label (choices, i), -1));
  *least = *usual = MIN (longest, 19);
}

/* "R-12", "MS-004": what a longer one needs, the title goes without. */
static guint
find_least_of_id (const WayRecordType *type)
{
  return type->prefix != NULL && strlen (type->prefix) > 1 ? 7 : 5;
}

/**
 * way_list_column_get_width:
 * @least: (out): what is always shown, in characters
 * @usual: (out): what is shown when there is room, in characters
 */
void
way_list_column_get_width (const WayListColumn *self, guint *least, guint *usual)
{
  const WayField *field = self->field;

  *least = field == NULL && self->figure == NULL ? find_least_of_id (self->type) : 7;
  *usual = self->figure != NULL && !self->figure->to_end ? 12 : 7;
  if (field == NULL)
    return;
  switch (field->type)
    {
    case WAY_FIELD_TYPE_TEXT:
      *least = strcmp (field->name, "title") == 0 ? 22 - find_least_of_id (self->type) : 7;
      *usual = strcmp (field->name, "title") == 0 ? 34 : 18;
      break;
    case WAY_FIELD_TYPE_REF:
      *least = 8;
      *usual = g_strcmp0 (field->target, "resource") == 0 ? 14 : 22; /* people have short names */
      break;
    case WAY_FIELD_TYPE_MOMENT:
      *least = *usual = (field->flags & WAY_FIELD_DERIVED) != 0 ? 11 : 16;
      break;
    case WAY_FIELD_TYPE_DATE:
      *least = *usual = 11;
      break;
    case WAY_FIELD_TYPE_ENUM:
      find_widths_of_choices (field->choices, least, usual);
      break;
    default:
      break;
    }
}

static gboolean
is_variance (const WayField *field)
{
  return field != NULL && (field->flags & WAY_FIELD_DERIVED) != 0
         && strcmp (field->name, "variance") == 0;
}

/* @times: of an exception of a calendar */
static gboolean
is_day_off (const WayField *field, const char *times)
{
  return field->owner == &way_exception_type && strcmp (field->name, "times") == 0
         && (times[0] == '\0' || strcmp (times, "-") == 0);
}

/**
 * way_list_column_format:
 *
 * Returns: (transfer full) (nullable)
 */
char *
way_list_column_format (const WayListColumn *self, WayRecord *record)
{
  WayValue value;
  char *text;

  if (self->figure != NULL)
    return self->figure->format (self->document, record);
  if (self->field == NULL)
    return way_record_dup_human_id (record);
  value = way_record_get (record, self->field);
  if (is_variance (self->field))
    return way_variance_format (way_document_get_plan (self->document), value.i);
  /* The schedule's dates are read as days; their minute is in the timeline. */
  if (self->field->type == WAY_FIELD_TYPE_MOMENT && (self->field->flags & WAY_FIELD_DERIVED) != 0)
    return value.i != WAY_NEVER ? way_moment_format_date (way_finish_day (value.i)) : NULL;
  if (is_day_off (self->field, value.s))
    return g_strdup (_ ("Day off"));
  text = way_record_format (record, self->field);
  if (self->field->type == WAY_FIELD_TYPE_TEXT)
    g_strdelimit (text, "\n", ' ');
  return text;
}

/**
 * way_list_column_explain:
 *
 * Returns: (transfer full) (nullable): how the value came about, for what is computed
 */
char *
way_list_column_explain (const WayListColumn *self, WayRecord *record)
{
  if (self->figure != NULL)
    return self->figure->explain != NULL ? self->figure->explain (self->document, record) : NULL;
  return self->field != NULL ? way_record_explain_field (self->document, record, self->field)
                             : NULL;
}

/**
 * way_list_column_get_tone:
 *
 * Returns: (nullable): “good”, “warning” or “bad”
 */
const char *
way_list_column_get_tone (const WayListColumn *self, WayRecord *record)
{
  gint64 variance;

  if (self->figure != NULL)
    return self->figure->tone != NULL ? self->figure->tone (self->document, record) : NULL;
  if (!is_variance (self->field))
    return NULL;
  variance = way_record_get (record, self->field).i;
  return variance > 0 ? "bad" : variance < 0 ? "good" : NULL;
}

/* Worked out once for each record: a sort compares it many times. */
static gint64
rank_of (WayListColumn *self, WayRecord *record)
{
  gint64 *rank = g_hash_table_lookup (self->ranks, record);

  if (rank == NULL)
    {
      rank = g_new (gint64, 1);
      *rank = self->figure->rank (self->document, record);
      g_hash_table_insert (self->ranks, record, rank);
    }
  return *rank;
}

static int
compare_texts (const WayListColumn *self, WayRecord *a, WayRecord *b)
{
  g_autofree char *one = way_list_column_format (self, a);
  g_autofree char *two = way_list_column_format (self, b);

  return way_collate (one != NULL ? one : "", two != NULL ? two : "");
}

static int
compare_ints (gint64 a, gint64 b)
{
  return a < b ? -1 : a > b;
}

int
way_list_column_compare (gconstpointer a, gconstpointer b, gpointer data)
{
  WayListColumn *self = data;
  WayRecord *first = (WayRecord *)a, *second = (WayRecord *)b;
  WayValue x, y;

  if (self->figure != NULL)
    return self->figure->rank != NULL
               ? compare_ints (rank_of (self, first), rank_of (self, second))
               : compare_texts (self, first, second);
  if (self->field == NULL)
    return compare_ints (first->number, second->number);
  if (self->field->type == WAY_FIELD_TYPE_REF)
    return compare_texts (self, first, second);
  x = way_record_get (first, self->field);
  y = way_record_get (second, self->field);
  switch (x.storage)
    {
    case WAY_STORAGE_TEXT:
      return way_collate (x.s, y.s);
    case WAY_STORAGE_REAL:
      return x.r < y.r ? -1 : x.r > y.r;
    default:
      return compare_ints (x.i, y.i);
    }
}
