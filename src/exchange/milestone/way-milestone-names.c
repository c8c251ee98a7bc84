/* way-milestone-names.c: people and milestones that a document calls by their names.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-i18n.h"

#include "exchange/milestone/way-milestone-names.h"

#include "document/way-milestone-parts.h"
#include "document/way-milestone-templates.h"
#include "document/way-milestone-upstream.h"
#include "document/way-task-edits.h"

#include <string.h>

/**
 * way_milestone_names_find:
 * @id: as “MS-004” or the code of a document; "" = none
 * @title: what to go by without an id; "" = nothing
 *
 * Returns: (transfer none) (nullable): the milestone of the plan
 */
WayMilestone *
way_milestone_names_find (WayDocument *document, const char *id, const char *title)
{
  WayPlan *plan = way_document_get_plan (document);
  GPtrArray *all = way_plan_peek_records (plan, &way_milestone_type);
  WayRecord *record = NULL;

  for (guint i = 0; id[0] != '\0' && i < all->len; i++)
    if (g_str_equal (WAY_MILESTONE (all->pdata[i])->code, id))
      return all->pdata[i];
  if (id[0] != '\0')
    record = way_plan_find_by_human_id (plan, id);
  if (record != NULL && WAY_IS_MILESTONE (record) && WAY_MILESTONE (record)->code[0] == '\0')
    return WAY_MILESTONE (record);
  if (id[0] != '\0' || title[0] == '\0')
    return NULL;
  record = way_plan_find_by_title (plan, &way_milestone_type, title);
  return record != NULL ? WAY_MILESTONE (record) : NULL;
}

/* By id or, failing that, by title. */
static WayMilestone *
find_named (WayDocument *document, const char *name)
{
  WayMilestone *found = way_milestone_names_find (document, name, "");

  return found != NULL ? found : way_milestone_names_find (document, "", name);
}

/**
 * way_milestone_names_resolve:
 * @names: one a line
 *
 * Returns: (transfer full): the same, with the title of a milestone where it was named by its id
 */
char *
way_milestone_names_resolve (WayDocument *document, const char *names)
{
  g_auto (GStrv) lines = g_strsplit (names, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      WayMilestone *milestone = lines[i][0] != '\0' ? find_named (document, lines[i]) : NULL;

      if (milestone != NULL)
        {
          g_free (lines[i]);
          lines[i] = g_strdup (WAY_RECORD (milestone)->title);
        }
    }
  return g_strjoinv ("\n", lines);
}

/* The answer for a name that the plan does not know; @otherwise when there is none. */
static WayNameAnswer
answer_for (WayMilestoneImport *import, const WayRecordType *type, const char *name,
            WayNameAnswer otherwise, gint64 *record)
{
  const WayNameChoice *choice = way_name_choices_find (import->options->names, type, name);

  *record = choice != NULL ? choice->record : 0;
  return choice != NULL ? choice->answer : otherwise;
}

/**
 * way_milestone_names_person:
 *
 * Returns: the id of the person called @name, or who is meant by it; somebody new is added to the
 * plan unless the options say otherwise. 0 for "", and for a name that stays text
 */
gint64
way_milestone_names_person (WayMilestoneImport *import, const char *name)
{
  WayPlan *plan = way_document_get_plan (import->document);
  WayRecord *person;

  if (name[0] == '\0')
    return 0;
  person = way_plan_find_by_title (plan, &way_resource_type, name);
  if (person == NULL)
    {
      gint64 meant;
      WayNameAnswer answer = answer_for (import, &way_resource_type, name,
                                         import->options->people, &meant);

      way_import_report_new_person (import->report, name);
      if (answer == WAY_NAME_USE)
        return meant;
      if (answer != WAY_NAME_CREATE)
        {
          way_import_report_left_out (import->report, 0, name,
                                      _ ("Is not among the plan’s people; the name stays in the document."));
          return 0;
        }
      person = way_document_create_record (import->document, &way_resource_type);
      way_document_set_text (import->document, person, "title", name);
      way_import_report_changed (import->report, person->id, name,
                                 _ ("Was not in the plan and was added to its people."));
    }
  return person->id;
}

static gboolean
contains (GPtrArray *records, gconstpointer record)
{
  return g_ptr_array_find (records, record, NULL);
}

/* A link from row to row, unless one of the two has none or a loop would close. */
static gboolean
link_rows (WayMilestoneImport *import, WayMilestone *before)
{
  WayPlan *plan = way_document_get_plan (import->document);
  WayTask *from = way_plan_lookup_task (plan, before->task);
  WayTask *to = way_plan_lookup_task (plan, import->milestone->task);
  g_autofree char *name = NULL;

  if (from == NULL || to == NULL)
    return FALSE;
  name = way_record_dup_label (WAY_RECORD (import->milestone));
  if (way_task_link (import->document, from, to, WAY_LINK_FS, 0, WAY_UNIT_DAYS, NULL) == NULL)
    return FALSE;
  way_import_report_changed (import->report, WAY_RECORD (to)->id, name,
                             _ ("Waits for “%s” in the timeline now."), WAY_RECORD (before)->title);
  return TRUE;
}

static void
unlink_rows (WayMilestoneImport *import, WayMilestone *before, guint line)
{
  WayPlan *plan = way_document_get_plan (import->document);
  GPtrArray *links = way_plan_get_referrers (plan, import->milestone->task,
                                             way_record_type_field (&way_link_type, "successor"));
  g_autofree char *where = g_strdup_printf (_ ("Line %u"), line);

  for (guint i = links->len; i > 0; i--)
    if (WAY_LINK (links->pdata[i - 1])->predecessor == before->task)
      {
        way_document_delete (import->document, links->pdata[i - 1]);
        return;
      }
  way_import_report_left_out (import->report, WAY_RECORD (import->milestone)->id, where,
                              _ ("“%s” still comes before it in the timeline, through other rows."),
                              WAY_RECORD (before)->title);
}

/* A milestone that is not in the plan yet, or is called otherwise there, if somebody said so. */
static WayMilestone *
find_meant (WayMilestoneImport *import, const char *name)
{
  WayPlan *plan = way_document_get_plan (import->document);
  WayMilestone *made;
  gint64 meant;
  WayNameAnswer answer = answer_for (import, &way_milestone_type, name, WAY_NAME_LEAVE, &meant);
  WayRecord *record = answer == WAY_NAME_USE ? way_plan_lookup (plan, meant) : NULL;

  way_import_report_new_milestone (import->report, name);
  if (record != NULL && WAY_IS_MILESTONE (record))
    return WAY_MILESTONE (record);
  if (answer != WAY_NAME_CREATE)
    return NULL;
  made = way_milestone_create_on_row (import->document, name, WAY_NEVER, NULL, NULL);
  if (made != NULL)
    way_import_report_changed (import->report, WAY_RECORD (made)->id, name,
                               _ ("Was not in the plan and was made as a milestone."));
  return made;
}

/**
 * way_milestone_names_depend:
 * @names: what the milestone waits for, one a line
 *
 * Makes and removes links of the timeline so that the milestone waits for the milestones named.
 * Other names, and those that cannot be linked, stay as text.
 */
void
way_milestone_names_depend (WayMilestoneImport *import, const char *names, guint line)
{
  g_autoptr (GPtrArray) upstream = way_milestone_get_upstream (import->milestone);
  g_autoptr (GPtrArray) wanted = g_ptr_array_new ();
  g_auto (GStrv) lines = g_strsplit (names, "\n", -1);
  g_autoptr (GString) rest = g_string_new (NULL);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      WayMilestone *before = lines[i][0] != '\0' ? find_named (import->document, lines[i]) : NULL;

      if (before == NULL && lines[i][0] != '\0')
        before = find_meant (import, lines[i]);
      if (before != NULL && before != import->milestone)
        g_ptr_array_add (wanted, before);
      if (lines[i][0] == '\0'
          || (before != NULL && before != import->milestone
              && (contains (upstream, before) || link_rows (import, before))))
        continue;
      g_string_append_printf (rest, "%s%s", rest->len > 0 ? "\n" : "", lines[i]);
    }
  for (guint i = 0; i < upstream->len; i++)
    if (!contains (wanted, upstream->pdata[i]))
      unlink_rows (import, upstream->pdata[i], line);
  way_document_set_text (import->document, WAY_RECORD (import->milestone), "dependencies",
                         rest->str);
}
