/* way-cli-main.c: waymark-cli: reads the command line, runs a verb, tells the outcome.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-i18n.h"

#include "cli/way-cli.h"
#include "model/way-error.h"

#include <gio/gio.h>
#include <json-glib/json-glib.h>
#include <locale.h>
#include <stdio.h>
#include <string.h>

/**
 * way_cli_usage_error:
 *
 * Sets an error that ends the program with status 2.
 */
void
way_cli_usage_error (GError **error, const char *format, ...)
{
  va_list arguments;
  g_autofree char *message = NULL;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_FAILED, message);
}

/**
 * way_cli_option:
 *
 * Returns: (transfer none) (nullable): the value of --@name, %NULL when it was not given
 */
const char *
way_cli_option (WayCli *cli, const char *name)
{
  return g_hash_table_lookup (cli->options, name);
}

/**
 * way_cli_day_option:
 * @day: (out): set only when --@name was given
 *
 * Returns: %FALSE with a usage error when its value is no date
 */
gboolean
way_cli_day_option (WayCli *cli, const char *name, WayMoment *day, GError **error)
{
  const char *text = way_cli_option (cli, name);
  WayMoment moment;

  if (text == NULL)
    return TRUE;
  if (!way_moment_from_iso (text, &moment))
    {
      way_cli_usage_error (error, _("“%s” is not a date for --%s. Write it as 2026-05-04."), text,
                           name);
      return FALSE;
    }
  *day = way_moment_day (moment);
  return TRUE;
}

static WayCliStatus
status_of (const GError *error)
{
  if (error->domain == G_OPTION_ERROR)
    return WAY_CLI_USAGE;
  if (error->domain != WAY_ERROR)
    return WAY_CLI_IO;
  switch ((WayError) error->code)
    {
    case WAY_ERROR_READ_ONLY:
    case WAY_ERROR_CONFLICT:
    case WAY_ERROR_IO:
    case WAY_ERROR_CANCELLED:
    case WAY_ERROR_NOT_FOUND: /* here only ever a file */
      return WAY_CLI_IO;
    case WAY_ERROR_INVALID:
    case WAY_ERROR_CYCLE:
    case WAY_ERROR_FORMAT:
    case WAY_ERROR_NEWER:
    default:
      return WAY_CLI_INPUT;
    }
}

static char *
error_to_json (const GError *error, WayCliStatus status)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "error");
  json_builder_add_string_value (builder, error->message);
  json_builder_set_member_name (builder, "status");
  json_builder_add_int_value (builder, status);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  return json_to_string (root, TRUE);
}

static WayCliStatus
fail (const GError *error, gboolean json)
{
  WayCliStatus status = status_of (error);

  if (json)
    {
      g_autofree char *text = error_to_json (error, status);

      fprintf (stderr, "%s\n", text);
      return status;
    }
  fprintf (stderr, "waymark-cli: %s\n", error->message);
  if (status == WAY_CLI_USAGE)
    fprintf (stderr, "%s\n", _("“waymark-cli --help” tells more."));
  return status;
}

static void
print_synopsis (const WayCliVerb *verb)
{
  printf ("  waymark-cli %s", verb->name);
  for (const char *const *argument = verb->arguments; *argument != NULL; argument++)
    printf (" %s", *argument);
  for (const WayCliOption *option = verb->options; option->name != NULL; option++)
    printf (" [--%s %s]", option->name, option->argument);
  printf (" [--json]\n");
}

static void
print_option (const char *name, const char *argument, const char *help)
{
  g_autofree char *left = g_strconcat ("--", name, " ", argument, NULL);

  printf ("  %-24s  %s\n", left, help);
}

static void
print_verb_help (const WayCliVerb *verb)
{
  printf ("%s\n", _("Usage:"));
  print_synopsis (verb);
  printf ("\n%s\n\n%s\n", _ (verb->details), _("Options:"));
  for (const WayCliOption *option = verb->options; option->name != NULL; option++)
    print_option (option->name, option->argument, _ (option->help));
  print_option ("json", "", _("print JSON instead of text"));
  print_option ("help", "", _("print this help"));
  if (verb->list != NULL)
    {
      g_autofree char *list = verb->list ();

      printf ("\n%s", list);
    }
}

static void
print_help (void)
{
  guint n_verbs;
  const WayCliVerb *verbs = way_cli_verbs (&n_verbs);

  printf ("%s\n", _("Usage:"));
  for (guint i = 0; i < n_verbs; i++)
    print_synopsis (&verbs[i]);
  printf ("\n%s\n", _("Verbs:"));
  for (guint i = 0; i < n_verbs; i++)
    printf ("  %-9s  %s\n", verbs[i].name, _ (verbs[i].summary));
  printf ("\n%s\n", _("Exit status: 0 done, 1 the check failed, 2 usage, 3 bad input, "
                      "4 a file could not be read or written."));
  printf ("%s\n", _("“waymark-cli VERB --help” tells more about a verb."));
}

static const WayCliVerb *
find_verb (const char *name, GError **error)
{
  guint n_verbs;
  const WayCliVerb *verbs = way_cli_verbs (&n_verbs);

  for (guint i = 0; i < n_verbs; i++)
    if (g_str_equal (verbs[i].name, name))
      return &verbs[i];
  way_cli_usage_error (error, _("There is no verb “%s”."), name);
  return NULL;
}

/* Takes "--name value" or "--name=value" at words[*at]. */
static gboolean
read_option (WayCli *cli, char **words, int *at, GError **error)
{
  g_auto (GStrv) parts = g_strsplit (words[*at] + 2, "=", 2);

  for (const WayCliOption *option = cli->verb->options; option->name != NULL; option++)
    {
      const char *value = parts[1];

      if (g_strcmp0 (option->name, parts[0]) != 0)
        continue;
      if (value == NULL)
        value = words[++*at];
      if (value == NULL)
        {
          --*at;
          way_cli_usage_error (error, _("--%s needs a value: %s."), option->name, option->argument);
          return FALSE;
        }
      g_hash_table_insert (cli->options, (gpointer) option->name, g_strdup (value));
      return TRUE;
    }
  way_cli_usage_error (error, _("“%s” has no option “%s”."), cli->verb->name, words[*at]);
  return FALSE;
}

static gboolean
read_arguments (WayCli *cli, char **words, GError **error)
{
  g_autoptr (GStrvBuilder) plain = g_strv_builder_new ();
  gboolean options = TRUE;
  guint n_wanted = g_strv_length ((char **) cli->verb->arguments);
  guint n_given;

  for (int i = 0; words[i] != NULL; i++)
    {
      if (options && g_str_equal (words[i], "--"))
        options = FALSE;
      else if (options && g_str_has_prefix (words[i], "-") && words[i][1] != '\0')
        {
          if (!g_str_has_prefix (words[i], "--"))
            {
              way_cli_usage_error (error, _("“%s” has no option “%s”."), cli->verb->name, words[i]);
              return FALSE;
            }
          if (!read_option (cli, words, &i, error))
            return FALSE;
        }
      else
        g_strv_builder_add (plain, words[i]);
    }
  cli->arguments = g_strv_builder_end (plain);
  n_given = g_strv_length (cli->arguments);
  if (n_given < n_wanted)
    way_cli_usage_error (error, _("“%s” also needs %s."), cli->verb->name,
                         cli->verb->arguments[n_given]);
  else if (n_given > n_wanted)
    way_cli_usage_error (error, _("“%s” does not know what to do with “%s”."), cli->verb->name,
                         cli->arguments[n_wanted]);
  return n_given == n_wanted;
}

/* Takes every @flag out of @words, up to "--". */
static gboolean
take_flag (GPtrArray *words, const char *flag)
{
  gboolean found = FALSE;

  for (guint i = 0; i < words->len && words->pdata[i] != NULL;)
    {
      if (g_str_equal (words->pdata[i], "--"))
        break;
      if (g_str_equal (words->pdata[i], flag))
        {
          g_ptr_array_remove_index (words, i);
          found = TRUE;
        }
      else
        i++;
    }
  return found;
}

static WayCliStatus
print_answer (WayCli *cli)
{
  g_autofree char *text
      = cli->json ? way_cli_out_to_json (cli->out) : way_cli_out_to_text (cli->out);

  fputs (text, stdout);
  if (fflush (stdout) != 0 || ferror (stdout))
    {
      fprintf (stderr, "waymark-cli: %s\n", _("The answer could not be written."));
      return WAY_CLI_IO;
    }
  return cli->failed ? WAY_CLI_FAILED : WAY_CLI_DONE;
}

static WayCliStatus
run_verb (const WayCliVerb *verb, GPtrArray *words, gboolean json)
{
  g_autoptr (WayCliOut) out = way_cli_out_new ();
  g_autoptr (GHashTable) options = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  g_autoptr (GError) error = NULL;
  WayCli cli = { .verb = verb, .options = options, .json = json, .out = out };
  WayCliStatus status;

  if (read_arguments (&cli, (char **) words->pdata, &error) && verb->run (&cli, &error))
    status = print_answer (&cli);
  else
    status = fail (error, json);
  g_strfreev (cli.arguments);
  return status;
}

static WayCliStatus
run (GPtrArray *words)
{
  gboolean json = take_flag (words, "--json");
  gboolean help = take_flag (words, "--help");
  const char *first = words->pdata[0];
  g_autoptr (GError) error = NULL;
  const WayCliVerb *verb;

  if (first == NULL && help)
    {
      print_help ();
      return WAY_CLI_DONE;
    }
  if (first == NULL)
    {
      way_cli_usage_error (&error, _("Say what to do."));
      return fail (error, json);
    }
  if (g_str_equal (first, "--version"))
    {
      printf ("waymark-cli %s\n", PACKAGE_VERSION);
      return WAY_CLI_DONE;
    }
  verb = find_verb (first, &error);
  if (verb == NULL)
    return fail (error, json);
  if (help)
    {
      print_verb_help (verb);
      return WAY_CLI_DONE;
    }
  g_ptr_array_remove_index (words, 0);
  return run_verb (verb, words, json);
}

int
main (int argc, char **argv)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new ();

  setlocale (LC_ALL, "");
  way_i18n_init ();
  for (int i = 1; i < argc; i++)
    g_ptr_array_add (words, argv[i]);
  g_ptr_array_add (words, NULL);
  return run (words);
}
