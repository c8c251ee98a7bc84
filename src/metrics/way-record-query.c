/* way-record-query.c: WayRecordQuery, which records of a type somebody wants to see.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A list of a hundred thousand rows is gone through at every key. So what can be known before is
 * found out once: which choices a word fits, whether it can be in a number at all. */

#include "model/way-i18n.h"

#include "metrics/way-record-query.h"

#include "metrics/way-record-figures.h"
#include "model/way-records.h"

#include <string.h>

typedef enum
{
  TERM_WORD, /* in any field, or in .field */
  TERM_LESS,
  TERM_MORE,
  TERM_OPEN,
  TERM_MINE,
  TERM_OVERDUE,
  TERM_CRITICAL,
} TermKind;

typedef struct
{
  TermKind kind;
  gboolean negated;
  gboolean whole;        /* all of the field is .needle */
  const WayField *field; /* NULL = any; of LESS and MORE never */
  char *needle;          /* folded */
  gboolean ascii;
  gboolean numeric;      /* has a digit, or is all that a short word of a number could be */
  WayValue bound;        /* LESS, MORE */
  guint64 *choices;      /* by field index: bits of the values whose label has the needle */
} Term;

struct _WayRecordQuery
{
  WayDocument *document;
  const WayRecordType *type;
  GArray *terms; /* of Term */
  char *me;      /* folded */
  WayMoment today;
  const WayField *state, *due, *level, *owner;
  const WayRecordFigure *figures;
  guint n_figures;
};

/* ------------------------------------------------------------------ what a type has */

static const WayField *
first_field (const WayRecordType *type, const char *const *names)
{
  for (; *names != NULL; names++)
    {
      const WayField *field = way_record_type_field (type, *names);

      if (field != NULL)
        return field;
    }
  return NULL;
}

/* What is over: nobody has to do anything about it. */
static gboolean
is_over (const WayField *state, gint64 value)
{
  static const char *const over[] = { "closed",   "resolved", "done",        "dropped",    "completed",
                                      "cancelled", "rejected", "implemented", "superseded", NULL };
  const char *nick = way_enum_nick (state->choices, value);

  return nick != NULL && g_strv_contains (over, nick);
}

static const WayField *
state_of (const WayRecordType *type)
{
  static const char *const names[] = { "status", "state", NULL };
  const WayField *field = first_field (type, names);

  for (guint i = 0; field != NULL && field->type == WAY_FIELD_TYPE_ENUM
                    && i < field->choices->n_values;
       i++)
    if (is_over (field, i))
      return field;
  return NULL;
}

static const WayField *
due_of (const WayRecordType *type)
{
  static const char *const names[] = { "due", "target_date", "review_date", "deadline", NULL };

  return first_field (type, names);
}

static const WayField *
level_of (const WayRecordType *type)
{
  static const char *const names[] = { "priority", "score", "critical", NULL };
  const WayField *field = first_field (type, names);

  if (field != NULL && g_str_equal (field->name, "priority")
      && field->choices != &way_enum_level)
    field = first_field (type, names + 1);
  return field;
}

/* ------------------------------------------------------------------ parsing */

static char *
squeeze (const char *name)
{
  g_autofree char *folded = g_utf8_casefold (name, -1);
  GString *text = g_string_new (NULL);

  for (const char *at = folded; *at != '\0'; at++)
    if (strchr (" -_", *at) == NULL)
      g_string_append_c (text, *at);
  return g_string_free (text, FALSE);
}

static const WayField *
find_field (const WayRecordType *type, const char *name)
{
  g_autofree char *wanted = squeeze (name);

  for (guint i = 0; i < type->n_fields; i++)
    {
      const WayField *field = &type->fields[i];
      g_autofree char *own = squeeze (field->name), *label = squeeze (_ (field->label));

      if ((field->flags & WAY_FIELD_HIDDEN) == 0
          && (g_str_equal (wanted, own) || g_str_equal (wanted, label)))
        return field;
    }
  return NULL;
}

static void
term_clear (gpointer data)
{
  Term *term = data;

  g_free (term->needle);
  g_free (term->choices);
}

static gboolean
read_property (Term *term, const char *name, const char *value)
{
  static const struct
  {
    const char *value;
    TermKind kind;
  } properties[] = { { "open", TERM_OPEN },
                     { "mine", TERM_MINE },
                     { "overdue", TERM_OVERDUE },
                     { "critical", TERM_CRITICAL } };

  for (gsize i = 0; g_str_equal (name, "is") && i < G_N_ELEMENTS (properties); i++)
    if (g_ascii_strcasecmp (value, properties[i].value) == 0)
      {
        term->kind = properties[i].kind;
        return TRUE;
      }
  return FALSE;
}

/* "due<2026-06-01" */
static gboolean
read_bound (WayRecordQuery *self, Term *term, const char *value, char sign)
{
  g_autoptr (WayRecord) blank = way_record_new (self->type);
  WayUnit unit;

  if (way_field_storage (term->field) == WAY_STORAGE_TEXT
      || term->field->type == WAY_FIELD_TYPE_REF
      || !way_record_parse (blank, term->field, value, &term->bound, &unit, NULL))
    return FALSE;
  term->kind = sign == '<' ? TERM_LESS : TERM_MORE;
  return TRUE;
}

/* Of folded texts. */
static gboolean
fits (const Term *term, const char *folded)
{
  return term->whole ? g_str_equal (folded, term->needle) : strstr (folded, term->needle) != NULL;
}

static void
prepare_choices (WayRecordQuery *self, Term *term)
{
  term->choices = g_new0 (guint64, self->type->n_fields);
  for (guint i = 0; i < self->type->n_fields; i++)
    {
      const WayField *field = &self->type->fields[i];

      for (guint k = 0; field->type == WAY_FIELD_TYPE_ENUM && k < MIN (field->choices->n_values, 64);
           k++)
        {
          g_autofree char *label = g_utf8_casefold (way_enum_label (field->choices, k), -1);

          if (fits (term, label))
            term->choices[i] |= G_GUINT64_CONSTANT (1) << k;
        }
    }
}

/* @quoted: the word was quoted as a whole, so that it names no field. */
static void
add_term (WayRecordQuery *self, const char *word, gboolean quoted)
{
  Term term = { 0 };
  const char *sign;

  if (!quoted && word[0] == '-' && word[1] != '\0')
    {
      term.negated = TRUE;
      word++;
    }
  sign = quoted ? NULL : strpbrk (word, ":=<>");
  if (sign != NULL && sign != word)
    {
      g_autofree char *name = g_strndup (word, (gsize)(sign - word));

      if (*sign == ':' && read_property (&term, name, sign + 1))
        {
          g_array_append_val (self->terms, term);
          return;
        }
      term.field = find_field (self->type, name);
      if (term.field != NULL && sign[1] == '\0')
        return; /* not yet typed to its end */
      if (term.field != NULL && (*sign == '<' || *sign == '>') && read_bound (self, &term, sign + 1, *sign))
        {
          g_array_append_val (self->terms, term);
          return;
        }
      term.whole = term.field != NULL && *sign == '=';
      if (term.field != NULL && (*sign == ':' || *sign == '='))
        word = sign + 1;
      else
        term.field = NULL;
    }
  term.needle = g_utf8_casefold (word, -1);
  term.ascii = g_str_is_ascii (term.needle);
  term.numeric = strpbrk (term.needle, "0123456789") != NULL || !term.ascii || term.field != NULL;
  prepare_choices (self, &term);
  g_array_append_val (self->terms, term);
}

static void
parse (WayRecordQuery *self, const char *text)
{
  g_autoptr (GString) word = g_string_new (NULL);
  gboolean quoted = FALSE, all_quoted = FALSE;

  for (const char *at = text;; at++)
    {
      if (*at == '"')
        {
          all_quoted |= !quoted && word->len == 0;
          quoted = !quoted;
        }
      else if (*at == '\0' || (g_ascii_isspace (*at) && !quoted))
        {
          if (word->len > 0)
            add_term (self, word->str, all_quoted);
          g_string_truncate (word, 0);
          all_quoted = FALSE;
          if (*at == '\0')
            return;
        }
      else
        g_string_append_c (word, *at);
    }
}

/**
 * way_record_query_new:
 * @text: what was typed
 * @me: (nullable): name of the person who asks, for is:mine
 *
 * Returns: (transfer full): valid until the plan changes
 */
WayRecordQuery *
way_record_query_new (WayDocument *document, const WayRecordType *type, const char *text,
                      const char *me)
{
  WayRecordQuery *self = g_new0 (WayRecordQuery, 1);

  self->document = g_object_ref (document);
  self->type = type;
  self->terms = g_array_new (FALSE, FALSE, sizeof (Term));
  g_array_set_clear_func (self->terms, term_clear);
  self->me = g_utf8_casefold (me != NULL ? me : "", -1);
  self->today = way_moment_day (way_document_get_status_date (document));
  self->state = state_of (type);
  self->due = due_of (type);
  self->level = level_of (type);
  self->owner = way_record_type_field (type, "owner");
  self->figures = way_record_figures (type, &self->n_figures);
  parse (self, text);
  return self;
}

void
way_record_query_free (WayRecordQuery *self)
{
  g_array_unref (self->terms);
  g_object_unref (self->document);
  g_free (self->me);
  g_free (self);
}

/* ------------------------------------------------------------------ matching */

/* @needle: of ASCII alone, folded */
static gboolean
contains_ascii (const char *text, const char *needle)
{
  gsize length = strlen (needle);

  for (; *text != '\0'; text++)
    if (g_ascii_tolower (*text) == needle[0] && g_ascii_strncasecmp (text, needle, length) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
contains (const Term *term, const char *text)
{
  g_autofree char *folded = NULL;

  if (text == NULL || *text == '\0')
    return FALSE;
  if (term->ascii && !term->whole)
    return contains_ascii (text, term->needle);
  folded = g_utf8_casefold (text, -1);
  return fits (term, folded);
}

static gboolean
field_contains (const Term *term, WayRecord *record, const WayField *field)
{
  WayValue value = way_record_get (record, field);
  g_autofree char *text = NULL;

  switch (field->type)
    {
    case WAY_FIELD_TYPE_TEXT:
      return contains (term, value.s);
    case WAY_FIELD_TYPE_ENUM:
      return value.i < 64 && (term->choices[field->index] >> value.i & 1) != 0;
    case WAY_FIELD_TYPE_REF:
      {
        WayRecord *target = value.i != 0 ? way_plan_lookup (record->plan, value.i) : NULL;

        return target != NULL && contains (term, target->title);
      }
    case WAY_FIELD_TYPE_BOOL:
      return term->field != NULL && contains (term, value.i != 0 ? _ ("Yes") : _ ("No"));
    default:
      if (!term->numeric)
        return FALSE;
      text = way_record_format_value (record, field, &value);
      return contains (term, text);
    }
}

static gboolean
word_matches (WayRecordQuery *self, const Term *term, WayRecord *record)
{
  if (term->field != NULL)
    return field_contains (term, record, term->field);
  for (guint i = 0; i < self->type->n_fields; i++)
    if ((self->type->fields[i].flags & WAY_FIELD_HIDDEN) == 0
        && field_contains (term, record, &self->type->fields[i]))
      return TRUE;
  for (guint i = 0; i < self->n_figures; i++)
    {
      g_autofree char *text = self->figures[i].format (self->document, record);

      if (contains (term, text))
        return TRUE;
    }
  if (strpbrk (term->needle, "0123456789-") != NULL)
    {
      g_autofree char *id = way_record_dup_human_id (record);

      return contains (term, id);
    }
  return FALSE;
}

static gboolean
is_open (WayRecordQuery *self, WayRecord *record)
{
  return self->state == NULL || !is_over (self->state, way_record_get (record, self->state).i);
}

static gboolean
is_mine (WayRecordQuery *self, WayRecord *record)
{
  gint64 id = self->owner != NULL ? way_record_get (record, self->owner).i : 0;
  WayRecord *owner = id != 0 ? way_plan_lookup (record->plan, id) : NULL;
  g_autofree char *name = owner != NULL ? g_utf8_casefold (owner->title, -1) : NULL;

  return name != NULL && g_str_equal (name, self->me);
}

static gboolean
is_critical (WayRecordQuery *self, WayRecord *record)
{
  gint64 value = self->level != NULL ? way_record_get (record, self->level).i : 0;

  if (self->level == NULL)
    return FALSE;
  if (self->level->choices != NULL)
    return value == WAY_LEVEL_CRITICAL;
  /* Of risks: numbers.md §9. */
  return g_str_equal (self->level->name, "score") ? value >= 7 : value != 0;
}

static gboolean
compare_bound (const Term *term, WayRecord *record)
{
  WayValue value = way_record_get (record, term->field);
  double x = value.storage == WAY_STORAGE_REAL ? value.r : (double)value.i;
  double y = value.storage == WAY_STORAGE_REAL ? term->bound.r : (double)term->bound.i;

  if (way_field_is_empty (term->field, &value) && term->field->type != WAY_FIELD_TYPE_INT)
    return FALSE;
  return term->kind == TERM_LESS ? x < y : x > y;
}

static gboolean
term_matches (WayRecordQuery *self, const Term *term, WayRecord *record)
{
  switch (term->kind)
    {
    case TERM_LESS:
    case TERM_MORE:
      return compare_bound (term, record);
    case TERM_OPEN:
      return is_open (self, record);
    case TERM_MINE:
      return is_mine (self, record);
    case TERM_OVERDUE:
      return self->due != NULL && is_open (self, record)
             && way_record_get (record, self->due).i != WAY_NEVER
             && way_record_get (record, self->due).i < self->today;
    case TERM_CRITICAL:
      return is_critical (self, record);
    case TERM_WORD:
    default:
      return word_matches (self, term, record);
    }
}

/**
 * way_record_query_matches:
 * @record: of the query's type, in the plan
 */
gboolean
way_record_query_matches (WayRecordQuery *self, WayRecord *record)
{
  for (guint i = 0; i < self->terms->len; i++)
    {
      const Term *term = &g_array_index (self->terms, Term, i);

      if (term_matches (self, term, record) == term->negated)
        return FALSE;
    }
  return TRUE;
}

/**
 * way_record_query_of_value:
 *
 * Returns: (transfer full) (nullable): a query that finds the records with @record's value of
 * @field; %NULL when it has none
 */
char *
way_record_query_of_value (WayRecord *record, const WayField *field)
{
  g_autofree char *text = way_record_format (record, field);

  g_strdelimit (text, "\"\n", ' ');
  return text[0] != '\0' ? g_strdup_printf ("%s=\"%s\"", field->name, text) : NULL;
}

/**
 * way_record_filters:
 *
 * Returns: (transfer full) (element-type WayRecordFilter): those that make sense for @type
 */
GArray *
way_record_filters (const WayRecordType *type)
{
  const WayRecordFilter open = { N_ ("Open"), "is:open" };
  const WayRecordFilter mine_open = { N_ ("My open ones"), "is:mine is:open" };
  const WayRecordFilter mine = { N_ ("Mine"), "is:mine" };
  const WayRecordFilter overdue = { N_ ("Overdue"), "is:overdue" };
  const WayRecordFilter critical = { N_ ("Critical"), "is:critical is:open" };
  GArray *filters = g_array_new (FALSE, FALSE, sizeof (WayRecordFilter));
  gboolean has_state = state_of (type) != NULL;

  if (has_state)
    g_array_append_val (filters, open);
  if (way_record_type_field (type, "owner") != NULL && type->common == WAY_COMMON_OWNED)
    g_array_append_vals (filters, has_state ? &mine_open : &mine, 1);
  if (has_state && due_of (type) != NULL)
    g_array_append_val (filters, overdue);
  if (level_of (type) != NULL)
    g_array_append_val (filters, critical);
  return filters;
}
