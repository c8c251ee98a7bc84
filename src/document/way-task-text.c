/* way-task-text.c: predecessors and resources of a task as people type them in a cell.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-i18n.h"

#include "document/way-task-edits.h"

#include "document/way-task-work.h"
#include "model/way-error.h"

#include <string.h>

typedef struct
{
  WayTask *predecessor;
  WayLinkType type;
  gint64 lag;
  WayUnit lag_unit;
} TypedLink;

static GPtrArray *
links_to (WayDocument *document, WayTask *task)
{
  return way_plan_get_referrers (way_document_get_plan (document), WAY_RECORD (task)->id,
                                 way_record_type_field (&way_link_type, "successor"));
}

/* @far: the end of each link that is named: "predecessor" or "successor" */
static char *
format_links (WayDocument *document, GPtrArray *links, const char *far)
{
  WayPlan *plan = way_document_get_plan (document);
  WayUnitRates rates = way_plan_get_unit_rates (plan);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < links->len; i++)
    {
      WayLink *link = links->pdata[i];
      WayTask *task = way_plan_lookup_task (plan, way_record_get_int (WAY_RECORD (link), far));
      g_autofree char *lag = way_duration_format (link->lag, (WayUnit) link->lag_unit, &rates);

      g_string_append_printf (text, "%s%d", i > 0 ? "; " : "", (int) task->row + 1);
      if (link->type != WAY_LINK_FS || link->lag != 0)
        g_string_append (text, way_enum_nick (&way_enum_link_type, link->type));
      if (link->lag != 0)
        g_string_append_printf (text, "%s%s", link->lag > 0 ? "+" : "", lag);
    }
  return g_string_free (text, FALSE);
}

/**
 * way_task_format_predecessors:
 *
 * Returns: (transfer full): "3FS+2d; 5SS": row numbers from 1, type and lag where they are not plain
 */
char *
way_task_format_predecessors (WayDocument *document, WayTask *task)
{
  return format_links (document, links_to (document, task), "predecessor");
}

/**
 * way_task_format_successors:
 *
 * Returns: (transfer full): like way_task_format_predecessors(), of the tasks that wait for @task
 */
char *
way_task_format_successors (WayDocument *document, WayTask *task)
{
  GPtrArray *links
      = way_plan_get_referrers (way_document_get_plan (document), WAY_RECORD (task)->id,
                                way_record_type_field (&way_link_type, "predecessor"));

  return format_links (document, links, "successor");
}

static gboolean
parse_type (const char **text, WayLinkType *type)
{
  *type = WAY_LINK_FS;
  *text += strspn (*text, " ");
  if (!g_ascii_isalpha (**text))
    return TRUE;
  for (guint i = 0; i < way_enum_link_type.n_values; i++)
    if (g_ascii_strncasecmp (*text, way_enum_link_type.values[i].nick, 2) == 0)
      {
        *type = (WayLinkType) i;
        *text += 2;
        return TRUE;
      }
  return FALSE;
}

static gboolean
parse_link (WayDocument *document, const char *part, TypedLink *typed, GError **error)
{
  WayPlan *plan = way_document_get_plan (document);
  WayUnitRates rates = way_plan_get_unit_rates (plan);
  GPtrArray *outline = way_plan_get_outline (plan);
  const char *rest = part;
  char *end = NULL;
  gint64 row = g_ascii_strtoll (part, &end, 10);

  rest = end;
  if (rest == part || !parse_type (&rest, &typed->type))
    {
      g_set_error (error, WAY_ERROR, WAY_ERROR_INVALID,
                   _("“%s” is not a predecessor. Type a row number, and a type and lag where needed: 3, 3SS or 3FS+2d."),
                   part);
      return FALSE;
    }
  if (row < 1 || row > outline->len)
    {
      g_set_error (error, WAY_ERROR, WAY_ERROR_NOT_FOUND, _("There is no row %s in the plan."),
                   part);
      return FALSE;
    }
  typed->predecessor = outline->pdata[row - 1];
  typed->lag = 0;
  typed->lag_unit = WAY_UNIT_DAYS;
  rest += strspn (rest, " ");
  if (*rest == '+')
    rest++;
  return *rest == '\0'
         || way_duration_parse (rest, WAY_UNIT_DAYS, &rates, &typed->lag, &typed->lag_unit, error);
}

/* NULL with @error when a part is not understood. */
static GArray *
parse_links (WayDocument *document, const char *text, GError **error)
{
  g_autoptr (GArray) typed = g_array_new (FALSE, TRUE, sizeof (TypedLink));
  g_auto (GStrv) parts = g_strsplit_set (text, ";,", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      TypedLink link;

      g_strstrip (parts[i]);
      if (*parts[i] == '\0')
        continue;
      if (!parse_link (document, parts[i], &link, error))
        return NULL;
      g_array_append_val (typed, link);
    }
  return g_steal_pointer (&typed);
}

static gboolean
is_typed (GArray *typed, WayLink *link)
{
  for (guint i = 0; i < typed->len; i++)
    if (WAY_RECORD (g_array_index (typed, TypedLink, i).predecessor)->id == link->predecessor)
      return TRUE;
  return FALSE;
}

/**
 * way_task_edit_predecessors:
 * @text: as way_task_format_predecessors() writes it
 * @error: says which part was not understood, or the loop that it would make
 *
 * Makes the links into @task those of @text; links that stay are kept, not made anew.
 */
gboolean
way_task_edit_predecessors (WayDocument *document, WayTask *task, const char *text, GError **error)
{
  g_autoptr (GArray) typed = parse_links (document, text, error);
  g_autoptr (GPtrArray) existing = NULL;
  g_autofree char *label = NULL;

  if (typed == NULL)
    return FALSE;
  existing = g_ptr_array_copy (links_to (document, task), NULL, NULL);
  label = g_strdup_printf (_("Change the predecessors of “%s”"), WAY_RECORD (task)->title);
  way_document_begin (document, label);
  for (guint i = 0; i < existing->len; i++)
    if (!is_typed (typed, existing->pdata[i]))
      way_document_delete (document, existing->pdata[i]);
  for (guint i = 0; i < typed->len; i++)
    {
      const TypedLink *link = &g_array_index (typed, TypedLink, i);

      if (way_task_link (document, link->predecessor, task, link->type, link->lag, link->lag_unit,
                         error)
          == NULL)
        {
          way_document_rollback (document);
          return FALSE;
        }
    }
  return way_document_commit (document, error);
}

static GPtrArray *
assignments_of (WayDocument *document, WayTask *task)
{
  return way_plan_get_referrers (way_document_get_plan (document), WAY_RECORD (task)->id,
                                 way_record_type_field (&way_assignment_type, "task"));
}

/**
 * way_task_format_resources:
 *
 * Returns: (transfer full): "Ana, Ivo [50%]"
 */
char *
way_task_format_resources (WayDocument *document, WayTask *task)
{
  WayPlan *plan = way_document_get_plan (document);
  GPtrArray *assignments = assignments_of (document, task);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < assignments->len; i++)
    {
      WayAssignment *assignment = assignments->pdata[i];
      WayRecord *resource = way_plan_lookup (plan, assignment->resource);

      g_string_append_printf (text, "%s%s", i > 0 ? ", " : "", resource->title);
      if (assignment->units != 100)
        g_string_append_printf (text, " [%d%%]", (int) assignment->units);
    }
  return g_string_free (text, FALSE);
}

/* "Ivo [50%]" → "Ivo", 50. */
static gboolean
parse_units (char *part, gint64 *units, GError **error)
{
  char *bracket = strchr (part, '[');
  double number;

  *units = 100;
  if (bracket == NULL)
    return TRUE;
  *bracket = '\0';
  g_strdelimit (bracket + 1, "]%", ' ');
  if (way_number_parse (bracket + 1, &number) && number > 0 && number <= 100000)
    {
      *units = (gint64) (number + 0.5);
      g_strchomp (part);
      return TRUE;
    }
  g_set_error (error, WAY_ERROR, WAY_ERROR_INVALID,
               _("Type the share of working time as a percentage: %s [50%%]."), part);
  return FALSE;
}

static WayRecord *
find_or_create_resource (WayDocument *document, const char *name)
{
  WayRecord *resource =
      way_plan_find_by_title (way_document_get_plan (document), &way_resource_type, name);

  if (resource == NULL)
    {
      resource = way_document_create_record (document, &way_resource_type);
      way_document_set_text (document, resource, "title", name);
    }
  return resource;
}

static void
unassign_others (WayDocument *document, WayTask *task, GHashTable *kept)
{
  g_autoptr (GPtrArray) assignments =
      g_ptr_array_copy (assignments_of (document, task), NULL, NULL);

  for (guint i = 0; i < assignments->len; i++)
    {
      gint64 resource = WAY_ASSIGNMENT (assignments->pdata[i])->resource;

      if (!g_hash_table_contains (kept, GSIZE_TO_POINTER (resource)))
        way_task_unassign (document, assignments->pdata[i], NULL);
    }
}

/**
 * way_task_edit_resources:
 * @text: "Ana, Ivo [50%]"; a name that is new becomes a new person
 *
 * Makes the people on @task those of @text.
 */
gboolean
way_task_edit_resources (WayDocument *document, WayTask *task, const char *text, GError **error)
{
  g_auto (GStrv) parts = g_strsplit_set (text, ";,", -1);
  g_autoptr (GHashTable) kept = g_hash_table_new (NULL, NULL);
  g_autofree char *label =
      g_strdup_printf (_("Change the people on “%s”"), WAY_RECORD (task)->title);

  way_document_begin (document, label);
  for (guint i = 0; parts[i] != NULL; i++)
    {
      WayRecord *resource;
      gint64 units;

      g_strstrip (parts[i]);
      if (*parts[i] == '\0')
        continue;
      if (!parse_units (parts[i], &units, error))
        {
          way_document_rollback (document);
          return FALSE;
        }
      resource = find_or_create_resource (document, parts[i]);
      way_task_assign (document, task, WAY_RESOURCE (resource), units, NULL);
      g_hash_table_add (kept, GSIZE_TO_POINTER (resource->id));
    }
  unassign_others (document, task, kept);
  return way_document_commit (document, error);
}
