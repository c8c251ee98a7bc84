/* way-attention.c: what needs attention now, each with its reason, the record to open and what can
 * be done.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-i18n.h"

#include "metrics/attention/way-attention-private.h"

static void
attention_free (gpointer data)
{
  WayAttention *self = data;

  g_free (self->text);
  g_free (self->detail);
  g_object_unref (self->record);
  g_clear_object (&self->snooze);
  g_free (self);
}

/* ------------------------------------------------------------------ what is kept quiet */

typedef struct
{
  gint64 kind;
  gint64 subject; /* 0 = all of the kind */
} Key;

static guint
key_hash (gconstpointer key)
{
  const Key *self = key;

  return g_int64_hash (&self->subject) * 31 + (guint)self->kind;
}

static gboolean
key_equal (gconstpointer a, gconstpointer b)
{
  const Key *one = a, *two = b;

  return one->kind == two->kind && one->subject == two->subject;
}

static gboolean
holds (WaySnooze *snooze, WayMoment today)
{
  return snooze->until == WAY_NEVER || snooze->until > today;
}

static GHashTable *
find_snoozes (WayPlan *plan, WayMoment today)
{
  GHashTable *found = g_hash_table_new_full (key_hash, key_equal, g_free, NULL);
  GPtrArray *all = way_plan_peek_records (plan, &way_snooze_type);

  for (guint i = 0; i < all->len; i++)
    {
      WaySnooze *snooze = all->pdata[i];
      Key key = { snooze->kind, snooze->subject };

      if (holds (snooze, today))
        g_hash_table_insert (found, g_memdup2 (&key, sizeof key), snooze);
    }
  return found;
}

static WaySnooze *
lookup_snooze (WayAttentionSearch *search, gint64 kind, gint64 subject)
{
  Key key = { kind, subject };

  return g_hash_table_lookup (search->snoozes, &key);
}

/* ------------------------------------------------------------------ what the parts share */

static WayAttentionAct
act_of (WayAttentionKind kind, WayRecord *record)
{
  switch (kind)
    {
    case WAY_ATTENTION_ESCALATION:
      return WAY_ATTENTION_ESCALATE;
    case WAY_ATTENTION_TRIGGER:
      return WAY_ATTENTION_START_PLAN;
    case WAY_ATTENTION_APPROVAL:
      return WAY_ATTENTION_DECIDE;
    case WAY_ATTENTION_CHECK_IN:
      return WAY_ATTENTION_SAY;
    case WAY_ATTENTION_KPI:
      return WAY_ATTENTION_MEASURE;
    case WAY_ATTENTION_MILESTONE:
      return WAY_IS_MILESTONE (record) ? WAY_ATTENTION_RECOVER : WAY_ATTENTION_OPEN;
    case WAY_ATTENTION_CONFLICT:
      return WAY_ATTENTION_RESOLVE;
    case WAY_ATTENTION_CRITICAL:
    case WAY_ATTENTION_DEADLINE:
    case WAY_ATTENTION_CHECKPOINT:
    case WAY_ATTENTION_OVERDUE:
    case WAY_ATTENTION_BLOCKED:
    case WAY_ATTENTION_REVIEW:
    case WAY_ATTENTION_LOAD:
    case WAY_ATTENTION_DUE:
    default:
      return WAY_ATTENTION_OPEN;
    }
}

/**
 * way_attention_add:
 * @text: (transfer full)
 * @detail: (transfer full)
 *
 * Returns: whether it will be heard of; %FALSE when its kind is muted, so that another reason
 * about @record may be told instead
 */
gboolean
way_attention_add (WayAttentionSearch *search,
                   WaySeverity severity,
                   WayAttentionKind kind,
                   WayRecord *record,
                   char *text,
                   char *detail,
                   WayMoment since)
{
  WayAttention *item = g_new0 (WayAttention, 1);
  WaySnooze *muted = lookup_snooze (search, kind, 0);
  WaySnooze *snooze = muted != NULL ? muted : lookup_snooze (search, kind, record->id);

  item->severity = severity;
  item->kind = kind;
  item->act = act_of (kind, record);
  item->text = text;
  item->detail = detail;
  item->record = g_object_ref (record);
  item->since = since;
  item->snooze = snooze != NULL ? g_object_ref (snooze) : NULL;
  g_ptr_array_add (search->list, item);
  return muted == NULL;
}

/**
 * way_attention_name:
 *
 * Returns: (transfer full): "MS-004 Beta"; rows of the timeline are known by their title alone
 */
char *
way_attention_name (WayRecord *record)
{
  g_autofree char *id = WAY_IS_TASK (record) ? NULL : way_record_dup_human_id (record);
  g_autofree char *label = way_record_dup_label (record);

  return id != NULL ? g_strdup_printf ("%s %s", id, label) : g_steal_pointer (&label);
}

/**
 * way_attention_is_soon:
 *
 * Returns: whether @day is the status date or one of the next %WAY_ATTENTION_DAYS
 */
gboolean
way_attention_is_soon (WayAttentionSearch *search, WayMoment day)
{
  return day != WAY_NEVER && day >= search->today
         && way_moment_day (day) <= search->today + WAY_ATTENTION_DAYS * WAY_DAY;
}

/**
 * way_attention_add_due:
 *
 * Returns: as way_attention_add(); %FALSE when @day is not soon
 */
gboolean
way_attention_add_due (WayAttentionSearch *search, WayRecord *record, WayMoment day)
{
  g_autofree char *name = NULL;
  g_autofree char *text = NULL;
  gint64 days;

  if (!way_attention_is_soon (search, day))
    return FALSE;
  days = (way_moment_day (day) - search->today) / WAY_DAY;
  name = way_attention_name (record);
  text = way_moment_format_short (day);
  return way_attention_add (search, WAY_SEVERITY_NOTE, WAY_ATTENTION_DUE, record,
                            days == 0   ? g_strdup_printf (_ ("%s is due today"), name)
                            : days == 1 ? g_strdup_printf (_ ("%s is due tomorrow"), name)
                                        : g_strdup_printf (_ ("%s is due on %s"), name, text),
                            g_strdup (_ ("Due")), day);
}

/* ------------------------------------------------------------------ the list */

static int
compare_items (gconstpointer a, gconstpointer b)
{
  const WayAttention *one = *(WayAttention *const *)a;
  const WayAttention *two = *(WayAttention *const *)b;

  if (one->severity != two->severity)
    return one->severity > two->severity ? -1 : 1;
  if (one->kind != two->kind)
    return one->kind < two->kind ? -1 : 1;
  if (one->since != two->since)
    return one->since < two->since ? -1 : 1;
  return one->record->id < two->record->id ? -1 : one->record->id > two->record->id;
}

/**
 * way_attention_list_all:
 *
 * As way_attention_list(), with what is snoozed or muted (.snooze is set) among the others.
 *
 * Returns: (transfer full) (element-type WayAttention): the worst first, then the oldest
 */
GPtrArray *
way_attention_list_all (WayDocument *document)
{
  WayAttentionSearch search = {
    .document = document,
    .plan = way_document_get_plan (document),
    .today = way_moment_day (way_document_get_status_date (document)),
    .list = g_ptr_array_new_with_free_func (attention_free),
  };

  search.snoozes = find_snoozes (search.plan, search.today);
  way_attention_find_in_registers (&search);
  way_attention_find_in_milestones (&search);
  way_attention_find_in_tasks (&search);
  g_hash_table_unref (search.snoozes);
  g_ptr_array_sort (search.list, compare_items);
  return search.list;
}

/**
 * way_attention_drop_quiet:
 * @list: (element-type WayAttention): of way_attention_list_all()
 *
 * Takes out what is snoozed or muted.
 */
void
way_attention_drop_quiet (GPtrArray *list)
{
  guint n_kept = 0;

  for (guint i = 0; i < list->len; i++)
    {
      WayAttention *item = list->pdata[i];

      if (item->snooze != NULL)
        attention_free (item);
      else
        list->pdata[n_kept++] = item;
    }
  g_ptr_array_set_free_func (list, NULL);
  g_ptr_array_set_size (list, (int)n_kept);
  g_ptr_array_set_free_func (list, attention_free);
}

/**
 * way_attention_list:
 *
 * What is late, missed, overdue, blocked, waited for or soon due, clocks that ran out, triggers
 * that fired, people with too much work, and conflicts of the schedule, as of the plan's status
 * date (numbers.md §§3, 5, 6, 9 – 11).
 *
 * Returns: (transfer full) (element-type WayAttention): the worst first, then the oldest
 */
GPtrArray *
way_attention_list (WayDocument *document)
{
  GPtrArray *list = way_attention_list_all (document);

  way_attention_drop_quiet (list);
  return list;
}

/**
 * way_attention_count:
 * @list: (element-type WayAttention)
 * @type: (nullable): of the records to count; %NULL: the alerts themselves
 *
 * Returns: about how many records @list has more than a note that is not kept quiet, each counted
 * once; or how many such alerts there are
 */
guint
way_attention_count (GPtrArray *list, const WayRecordType *type)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < list->len; i++)
    {
      WayAttention *item = list->pdata[i];

      if (item->severity <= WAY_SEVERITY_NOTE || item->snooze != NULL)
        continue;
      if (type == NULL)
        g_hash_table_add (seen, item);
      else if (way_record_get_record_type (item->record) == type)
        g_hash_table_add (seen, item->record);
    }
  return g_hash_table_size (seen);
}

/**
 * way_attention_act_label:
 *
 * Returns: (transfer none): translated
 */
const char *
way_attention_act_label (WayAttentionAct act)
{
  static const char *const labels[] = {
    [WAY_ATTENTION_OPEN] = N_ ("Show"),
    [WAY_ATTENTION_ESCALATE] = N_ ("Escalate…"),
    [WAY_ATTENTION_START_PLAN] = N_ ("Start the contingency plan…"),
    [WAY_ATTENTION_DECIDE] = N_ ("Decide…"),
    [WAY_ATTENTION_SAY] = N_ ("Check in…"),
    [WAY_ATTENTION_MEASURE] = N_ ("Measure…"),
    [WAY_ATTENTION_RECOVER] = N_ ("Recover…"),
    [WAY_ATTENTION_RESOLVE] = N_ ("Ways out…"),
  };

  return _ (labels[act]);
}

/**
 * way_severity_label:
 *
 * Returns: (transfer none): a word for it, translated
 */
const char *
way_severity_label (WaySeverity severity)
{
  switch (severity)
    {
    case WAY_SEVERITY_BAD:
      return _ ("Urgent");
    case WAY_SEVERITY_WARNING:
      return _ ("Warning");
    case WAY_SEVERITY_NOTE:
    default:
      return _ ("Note");
    }
}

/* ------------------------------------------------------------------ snooze and mute */

/* In the place of what was said of it before. */
static void
keep_quiet (WayDocument *document, gint64 kind, gint64 subject, WayMoment until)
{
  GPtrArray *all = way_plan_peek_records (way_document_get_plan (document), &way_snooze_type);
  WayRecord *snooze = NULL;

  for (guint i = 0; i < all->len && snooze == NULL; i++)
    if (WAY_SNOOZE (all->pdata[i])->kind == kind && WAY_SNOOZE (all->pdata[i])->subject == subject)
      snooze = all->pdata[i];
  if (snooze == NULL)
    snooze = way_document_create_record (document, &way_snooze_type);
  way_document_set_int (document, snooze, "kind", kind);
  way_document_set_int (document, snooze, "subject", subject);
  way_document_set_int (document, snooze, "until", until);
}

/**
 * way_attention_snooze:
 * @until: the day on which it is told again; %WAY_NEVER = never
 *
 * Keeps this reason about this record quiet, inside the open scope.
 */
void
way_attention_snooze (WayDocument *document, const WayAttention *attention, WayMoment until)
{
  keep_quiet (document, attention->kind, attention->record->id, until);
}

/**
 * way_attention_mute:
 *
 * Keeps all of a kind quiet for good, inside the open scope.
 */
void
way_attention_mute (WayDocument *document, WayAttentionKind kind)
{
  keep_quiet (document, kind, 0, WAY_NEVER);
}

/**
 * way_attention_wake:
 * @attention: one that is kept quiet
 *
 * Takes back what keeps it quiet, inside the open scope: for its whole kind when that is muted.
 */
void
way_attention_wake (WayDocument *document, const WayAttention *attention)
{
  g_return_if_fail (attention->snooze != NULL);
  way_document_delete (document, WAY_RECORD (attention->snooze));
}
