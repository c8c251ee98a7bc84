/* way-cli-alerts.c: the verb alerts, and the same list for info.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-i18n.h"

#include "cli/way-cli.h"
#include "metrics/attention/way-attention.h"

/* For scripts, the same in every language. */
static const char *const severities[] = {
  [WAY_SEVERITY_NOTE] = "note",
  [WAY_SEVERITY_WARNING] = "warning",
  [WAY_SEVERITY_BAD] = "urgent",
};

static void
tell_item (WayCli *cli, const WayAttention *item)
{
  g_autofree char *id = way_record_dup_human_id (item->record);
  const WayRecordType *type = way_record_get_record_type (item->record);

  way_cli_out_row (cli->out);
  way_cli_out_text (cli->out, "severity", NULL, severities[item->severity]);
  way_cli_out_text (cli->out, NULL, _ ("Severity"), way_severity_label (item->severity));
  way_cli_out_text (cli->out, "kind", _ ("Kind"), way_enum_nick (&way_enum_attention, item->kind));
  way_cli_out_day (cli->out, "since", _ ("Since"), item->since);
  way_cli_out_text (cli->out, "text", _ ("What"), item->text);
  way_cli_out_text (cli->out, "type", NULL, type->name);
  way_cli_out_text (cli->out, "id", NULL, id);
  way_cli_out_int (cli->out, "record", NULL, item->record->id);
  way_cli_out_text (cli->out, "act", item->act != WAY_ATTENTION_OPEN ? _ ("To do") : NULL,
                    way_attention_act_label (item->act));
  if (item->snooze != NULL)
    way_cli_out_day (cli->out, "snoozed_until", _ ("Kept quiet until"), item->snooze->until);
  way_cli_out_bool (cli->out, "quiet", NULL, item->snooze != NULL);
}

/**
 * way_cli_tell_attention:
 * @list: (element-type WayAttention)
 * @kinds: (nullable): numbers of those to tell; %NULL = all
 *
 * Returns: how many were told
 */
guint
way_cli_tell_attention (WayCli *cli, GPtrArray *list, GHashTable *kinds)
{
  guint n = 0;

  way_cli_out_table (cli->out, "attention", _ ("Needs attention"));
  for (guint i = 0; i < list->len; i++)
    {
      const WayAttention *item = list->pdata[i];

      if (kinds != NULL && !g_hash_table_contains (kinds, GINT_TO_POINTER (item->kind)))
        continue;
      tell_item (cli, item);
      n++;
    }
  way_cli_out_end (cli->out);
  return n;
}

/* @typed: names of kinds with commas between. */
static GHashTable *
read_kinds (const char *typed, GError **error)
{
  g_auto (GStrv) names = g_strsplit (typed, ",", -1);
  g_autoptr (GHashTable) kinds = g_hash_table_new (NULL, NULL);

  for (guint i = 0; names[i] != NULL; i++)
    {
      gint64 kind = way_enum_lookup (&way_enum_attention, g_strstrip (names[i]));

      if (kind < 0)
        {
          way_cli_usage_error (error, _ ("“%s” is not a kind of alert for --kind."), names[i]);
          return NULL;
        }
      g_hash_table_add (kinds, GINT_TO_POINTER (kind));
    }
  return g_steal_pointer (&kinds);
}

/**
 * way_cli_list_alerts:
 *
 * Returns: (transfer full): the kinds, for --help
 */
char *
way_cli_list_alerts (void)
{
  GString *text = g_string_new (_ ("Kinds:"));

  g_string_append_c (text, '\n');
  for (guint i = 0; i < way_enum_attention.n_values; i++)
    g_string_append_printf (text, "  %-10s  %s\n", way_enum_nick (&way_enum_attention, i),
                            way_enum_label (&way_enum_attention, i));
  return g_string_free (text, FALSE);
}

gboolean
way_cli_alerts (WayCli *cli, GError **error)
{
  const char *typed = way_cli_option (cli, "kind");
  const char *quiet = way_cli_option (cli, "quiet");
  g_autoptr (GHashTable) kinds = NULL;
  g_autoptr (WayDocument) document = NULL;
  g_autoptr (GPtrArray) list = NULL;

  if (quiet != NULL && !g_str_equal (quiet, "show") && !g_str_equal (quiet, "hide"))
    {
      way_cli_usage_error (error, _ ("--%s needs a value: %s."), "quiet", "show|hide");
      return FALSE;
    }
  if (typed != NULL && (kinds = read_kinds (typed, error)) == NULL)
    return FALSE;
  document = way_document_open (cli->arguments[0], error);
  if (document == NULL)
    return FALSE;
  list = g_strcmp0 (quiet, "show") == 0 ? way_attention_list_all (document)
                                        : way_attention_list (document);
  way_cli_out_day (cli->out, "status_date", _ ("Status date"),
                   way_document_get_status_date (document));
  if (way_cli_tell_attention (cli, list, kinds) > 0)
    cli->failed = TRUE;
  else
    way_cli_out_text (cli->out, NULL, _ ("Needs attention"), _ ("Nothing"));
  return TRUE;
}
