/* way-own-templates.c: the user's own templates for milestones.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-i18n.h"

#include "exchange/milestone/way-own-templates.h"

#include "document/way-milestone-templates.h"
#include "exchange/milestone/way-milestone-write.h"
#include "exchange/way-exchange.h"
#include "model/way-collation.h"
#include "model/way-error.h"

#include <errno.h>
#include <string.h>

#define SUFFIX ".md"

static char *
folder (void)
{
  return g_build_filename (g_get_user_data_dir (), "waymark", "milestone-templates", NULL);
}

static char *
path_of (const char *name)
{
  g_autofree char *place = folder ();
  g_autofree char *file = g_strconcat (name, SUFFIX, NULL);

  for (char *at = file; *at != '\0'; at++)
    if (strchr ("/\\:*?\"<>|", *at) != NULL || g_ascii_iscntrl (*at) || (at == file && *at == '.'))
      *at = '_';
  return g_build_filename (place, file, NULL);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return way_collate (*(const char *const *) a, *(const char *const *) b);
}

/**
 * way_own_templates_list:
 *
 * Returns: (transfer full) (element-type utf8): none when there is no folder yet
 */
GPtrArray *
way_own_templates_list (void)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *place = folder ();
  g_autoptr (GDir) dir = g_dir_open (place, 0, NULL);

  for (const char *file; dir != NULL && (file = g_dir_read_name (dir)) != NULL;)
    if (g_str_has_suffix (file, SUFFIX) && g_utf8_validate (file, -1, NULL))
      g_ptr_array_add (names, g_strndup (file, strlen (file) - strlen (SUFFIX)));
  g_ptr_array_sort (names, compare_names);
  return names;
}

/* A milestone like @model with nothing done, dated or measured yet, as a document. The plan is left
 * as it was. */
static char *
write_blank (WayDocument *document, WayMilestone *model, const char *name, GError **error)
{
  WayRecord *blank;
  char *text;

  way_document_begin (document, "");
  blank = way_document_create_record (document, &way_milestone_type);
  way_document_set_text (document, blank, "title", name);
  way_milestone_fill_like (document, WAY_MILESTONE (blank), model);
  text = way_milestone_write (document, WAY_MILESTONE (blank), error);
  way_document_rollback (document);
  return text;
}

/**
 * way_own_template_save:
 * @name: one that is there already is written anew
 *
 * Keeps the lists, gates, phases, checkpoints and KPIs of @milestone as a template.
 */
gboolean
way_own_template_save (WayDocument *document, WayMilestone *milestone, const char *name,
                       GError **error)
{
  g_autofree char *path = path_of (name), *place = folder ();
  g_autofree char *text = write_blank (document, milestone, name, error);
  g_autoptr (GError) reason = NULL;

  if (text == NULL)
    return FALSE;
  if (g_mkdir_with_parents (place, 0700) == 0
      && g_file_set_contents_full (path, text, -1, G_FILE_SET_CONTENTS_CONSISTENT, 0666, &reason))
    return TRUE;
  g_set_error (error, WAY_ERROR, WAY_ERROR_IO, _ ("The template “%s” cannot be written: %s"), name,
               reason != NULL ? reason->message : g_strerror (errno));
  return FALSE;
}

/**
 * way_own_template_fill:
 *
 * Gives @milestone what the template has, inside the open scope.
 */
gboolean
way_own_template_fill (WayDocument *document, WayMilestone *milestone, const char *name,
                       GError **error)
{
  g_autofree char *path = path_of (name);
  g_autoptr (WayDocument) other = way_document_new (name, way_moment_today ());
  WayExchangeOptions options = { .people = WAY_NAME_LEAVE };
  GPtrArray *all;

  if (!way_exchange_import (other, path, "milestone", &options, NULL, error))
    return FALSE;
  all = way_plan_peek_records (way_document_get_plan (other), &way_milestone_type);
  if (all->len > 0)
    way_milestone_fill_like (document, milestone, all->pdata[0]);
  return TRUE;
}
