/* way-view-state.c: how somebody looks at a plan, remembered for each plan and user.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/way-view-state.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <stdlib.h>

#define DATA_KEY "way-view-state"
#define MAX_SIZE (1 << 20) /* bytes; a file larger than that is none of ours */

typedef struct
{
  char *path;
  GKeyFile *values;
  gboolean changed;
} State;

static void
save (State *self)
{
  g_autofree char *folder = g_path_get_dirname (self->path);
  g_autoptr (GError) error = NULL;

  if (!self->changed)
    return;
  self->changed = FALSE;
  if (g_mkdir_with_parents (folder, 0700) != 0
      || !g_key_file_save_to_file (self->values, self->path, &error))
    g_info ("the view of the plan is not remembered: %s: %s", self->path,
            error != NULL ? error->message : g_strerror (errno));
}

static void
free_state (gpointer data)
{
  State *self = data;

  save (self);
  g_key_file_unref (self->values);
  g_free (self->path);
  g_free (self);
}

/* Two ways to the same file are the same plan. */
static char *
find_path (const char *plan)
{
  g_autofree char *real = realpath (plan, NULL);
  g_autofree char *sum
      = g_compute_checksum_for_string (G_CHECKSUM_SHA256, real != NULL ? real : plan, -1);
  g_autofree char *name = g_strdup_printf ("%.32s.view", sum);

  return g_build_filename (g_get_user_state_dir (), "waymark", name, NULL);
}

/* Returns: (transfer none) (nullable): NULL for a plan in memory */
static State *
state_of (WayDocument *document)
{
  State *self = g_object_get_data (G_OBJECT (document), DATA_KEY);
  const char *plan = way_document_get_path (document);
  GStatBuf info;

  if (self != NULL || plan == NULL)
    return self;
  self = g_new0 (State, 1);
  self->path = find_path (plan);
  self->values = g_key_file_new ();
  if (g_stat (self->path, &info) == 0 && info.st_size <= MAX_SIZE)
    g_key_file_load_from_file (self->values, self->path, G_KEY_FILE_NONE, NULL);
  g_key_file_set_string (self->values, "plan", "path", plan);
  g_object_set_data_full (G_OBJECT (document), DATA_KEY, self, free_state);
  return self;
}

/**
 * way_view_state_dup_string:
 *
 * Returns: (transfer full) (nullable): %NULL when nothing is remembered
 */
char *
way_view_state_dup_string (WayDocument *document, const char *group, const char *key)
{
  State *self = state_of (document);

  return self != NULL ? g_key_file_get_string (self->values, group, key, NULL) : NULL;
}

/**
 * way_view_state_get_int:
 * @value: (out): left alone when nothing is remembered
 *
 * Returns: whether there is a value
 */
gboolean
way_view_state_get_int (WayDocument *document, const char *group, const char *key, gint64 *value)
{
  g_autofree char *text = way_view_state_dup_string (document, group, key);

  return text != NULL && g_ascii_string_to_signed (text, 10, G_MININT64, G_MAXINT64, value, NULL);
}

/**
 * way_view_state_get_real:
 * @value: (out): left alone when nothing is remembered
 *
 * Returns: whether there is a finite value
 */
gboolean
way_view_state_get_real (WayDocument *document, const char *group, const char *key, double *value)
{
  g_autofree char *text = way_view_state_dup_string (document, group, key);
  char *end = NULL;
  double number;

  if (text == NULL)
    return FALSE;
  number = g_ascii_strtod (text, &end);
  if (end == text || *end != '\0' || number != number || number > 1e18 || number < -1e18)
    return FALSE;
  *value = number;
  return TRUE;
}

/* @value: (nullable): NULL = the default again */
void
way_view_state_set_string (WayDocument *document,
                           const char *group,
                           const char *key,
                           const char *value)
{
  State *self = state_of (document);
  g_autofree char *old = NULL;

  if (self == NULL)
    return;
  old = g_key_file_get_string (self->values, group, key, NULL);
  if (g_strcmp0 (old, value) == 0)
    return;
  if (value != NULL)
    g_key_file_set_string (self->values, group, key, value);
  else
    g_key_file_remove_key (self->values, group, key, NULL);
  self->changed = TRUE;
}

void
way_view_state_set_int (WayDocument *document, const char *group, const char *key, gint64 value)
{
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, value);

  way_view_state_set_string (document, group, key, text);
}

void
way_view_state_set_real (WayDocument *document, const char *group, const char *key, double value)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  way_view_state_set_string (document, group, key, g_ascii_dtostr (text, sizeof text, value));
}

/* Writes what has changed to the disk; so does the end of the document. */
void
way_view_state_save (WayDocument *document)
{
  State *self = g_object_get_data (G_OBJECT (document), DATA_KEY);

  if (self != NULL)
    save (self);
}
