/* way-cli.h: the verbs of waymark-cli and what they share.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A verb is an entry in one table (way-cli-verbs.c), which feeds the dispatcher,
 * --help and the test of the manual. It fills cli->out and returns whether it could
 * do its work; a check that found something sets cli->failed. */

#pragma once

#include "cli/way-cli-output.h"
#include "document/way-document.h"

G_BEGIN_DECLS

/* Exit statuses, as the manual promises them. */
typedef enum
{
  WAY_CLI_DONE = 0,
  WAY_CLI_FAILED = 1, /* the thing asked about fails the check */
  WAY_CLI_USAGE = 2,
  WAY_CLI_INPUT = 3,
  WAY_CLI_IO = 4,
} WayCliStatus;

typedef struct
{
  const char *name;     /* "start", typed as --start */
  const char *argument; /* "DATE" */
  const char *help;     /* N_: one line */
} WayCliOption;

typedef struct _WayCli WayCli;

typedef struct
{
  const char *name;             /* "schedule" */
  const char *const *arguments; /* names of what must follow, "PLAN" first; NULL at the end */
  const char *summary;          /* N_: one line */
  const char *details;          /* N_: a paragraph for --help */
  const WayCliOption *options;  /* ends with a NULL name */
  gboolean (*run) (WayCli *cli, GError **error);
  char *(*list) (void);         /* (nullable): more for --help; (transfer full) */
} WayCliVerb;

struct _WayCli
{
  const WayCliVerb *verb;
  char **arguments;      /* as many as verb->arguments */
  GHashTable *options;   /* name → value */
  gboolean json;
  gboolean failed;
  WayCliOut *out;
};

const WayCliVerb *way_cli_verbs     (guint *n_verbs);
const char       *way_cli_option    (WayCli *cli, const char *name);
gboolean          way_cli_day_option (WayCli *cli, const char *name, WayMoment *day, GError **error);
void              way_cli_usage_error (GError **error, const char *format, ...) G_GNUC_PRINTF (2, 3);

gboolean way_cli_new      (WayCli *cli, GError **error);
gboolean way_cli_info     (WayCli *cli, GError **error);
gboolean way_cli_import   (WayCli *cli, GError **error);
gboolean way_cli_export   (WayCli *cli, GError **error);
gboolean way_cli_schedule (WayCli *cli, GError **error);
gboolean way_cli_report   (WayCli *cli, GError **error);
gboolean way_cli_alerts   (WayCli *cli, GError **error);
gboolean way_cli_log      (WayCli *cli, GError **error);
gboolean way_cli_verify   (WayCli *cli, GError **error);

char *way_cli_list_templates (void);
char *way_cli_list_readers   (void);
char *way_cli_list_writers   (void);
char *way_cli_list_reports   (void);
char *way_cli_list_alerts    (void);

guint way_cli_tell_attention (WayCli *cli, GPtrArray *list, GHashTable *kinds);

G_END_DECLS
