/* way-mspdi-import-people.c: resources and assignments of MS Project XML into the plan.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-i18n.h"

#include "document/way-task-people.h"
#include "exchange/mspdi/way-mspdi-import.h"

#include <string.h>

/* MS Project's own stand-in for work that nobody has yet. */
static gboolean
is_nobody (const WayMspdiItem *item)
{
  gint64 uid = -1;

  return way_mspdi_item_int (&way_mspdi_resource, item, "UID", &uid) && uid == 0
         && way_mspdi_item_text (&way_mspdi_resource, item, "Name") == NULL;
}

/* It becomes no record: what only another program would understand has nowhere to stay. */
static void
tell_of_nobody (WayMspdiImport *self, const WayMspdiItem *item)
{
  for (guint i = 0; item->pieces != NULL && i < item->pieces->len; i++)
    if (g_array_index (item->pieces, WayMspdiPiece, i).element == G_MAXINT)
      {
        way_mspdi_left_out (self, &way_mspdi_resource, item,
                            _("It stands for work that nobody has yet; what is not part of MS Project XML is not kept with it."));
        return;
      }
}

static void
import_calendar (WayMspdiImport *self, WayMspdiItem *item, WayRecord *record)
{
  WayRecord *calendar;
  gint64 uid;

  if (!way_mspdi_item_int (&way_mspdi_resource, item, "CalendarUID", &uid) || uid < 0)
    return;
  calendar = way_mspdi_find (self->calendars, uid);
  if (calendar != NULL)
    way_document_set_int (self->document, record, "calendar", calendar->id);
  else if (uid > 0)
    way_mspdi_left_out (self, &way_mspdi_resource, item, _("Its calendar is not in the file."));
}

static void
import_resource (WayMspdiImport *self, WayMspdiItem *item)
{
  WayRecord *record = way_document_create_record (self->document, &way_resource_type);

  way_mspdi_set_title (self, &way_mspdi_resource, item, record, _("Unnamed person"));
  way_mspdi_claim_uid (self, &way_mspdi_resource, item, record, self->resources);
  way_mspdi_set_fields (self, &way_mspdi_resource, item, record, FALSE);
  if (way_mspdi_item_true (&way_mspdi_resource, item, "IsCostResource"))
    way_document_set_int (self->document, record, "kind", WAY_RESOURCE_COST);
  import_calendar (self, item, record);
  way_mspdi_set_extra (self, item, record);
}

/**
 * way_mspdi_import_resources:
 */
void
way_mspdi_import_resources (WayMspdiImport *self)
{
  guint n = 0;

  for (guint i = 0; i < self->file->resources->len; i++)
    {
      WayMspdiItem *item = self->file->resources->pdata[i];

      if (is_nobody (item))
        {
          tell_of_nobody (self, item);
          continue;
        }
      if (way_mspdi_item_true (&way_mspdi_resource, item, "IsNull"))
        {
          way_mspdi_left_out (self, &way_mspdi_resource, item, _("A blank row."));
          continue;
        }
      import_resource (self, item);
      n++;
    }
  way_import_report_count (self->report,
                           g_dngettext (GETTEXT_PACKAGE, "person or resource",
                                        "people and resources", n),
                           n);
}

/* The end of an assignment; NULL with a note in the report. */
static WayRecord *
find_end (WayMspdiImport *self, WayMspdiItem *item, GHashTable *table, const char *element,
          const char *missing)
{
  gint64 uid = -1;
  WayRecord *record;

  way_mspdi_item_int (&way_mspdi_assignment, item, element, &uid);
  record = way_mspdi_find (table, uid);
  if (record == NULL)
    way_mspdi_left_out (self, &way_mspdi_assignment, item, missing);
  return record;
}

/* Work that nobody has is the task's own. */
static gboolean
is_unassigned (const WayMspdiItem *item)
{
  gint64 resource = -1;

  return !way_mspdi_item_int (&way_mspdi_assignment, item, "ResourceUID", &resource)
         || resource < 0;
}

static gboolean
import_assignment (WayMspdiImport *self, WayMspdiItem *item)
{
  WayRecord *task, *resource, *record;

  task = find_end (self, item, self->tasks, "TaskUID", _("Its task is not in the file."));
  if (task == NULL)
    return FALSE;
  resource = find_end (self, item, self->resources, "ResourceUID",
                       _("Its person or resource is not in the file."));
  if (resource == NULL)
    return FALSE;
  record = way_document_create_record (self->document, &way_assignment_type);
  way_document_set_int (self->document, record, "task", task->id);
  way_document_set_int (self->document, record, "resource", resource->id);
  way_mspdi_claim_uid (self, &way_mspdi_assignment, item, record, NULL);
  way_mspdi_set_fields (self, &way_mspdi_assignment, item, record, FALSE);
  way_mspdi_set_extra (self, item, record);
  return TRUE;
}

/**
 * way_mspdi_import_assignments:
 */
void
way_mspdi_import_assignments (WayMspdiImport *self)
{
  guint n = 0;

  for (guint i = 0; i < self->file->assignments->len; i++)
    if (!is_unassigned (self->file->assignments->pdata[i]))
      n += import_assignment (self, self->file->assignments->pdata[i]) ? 1 : 0;
  way_import_report_count (self->report,
                           g_dngettext (GETTEXT_PACKAGE, "assignment", "assignments", n), n);
}

/**
 * way_mspdi_tell_clashes:
 *
 * Tasks whose people never work when the task can be worked on; their own calendars count.
 */
void
way_mspdi_tell_clashes (WayMspdiImport *self)
{
  GPtrArray *tasks = way_plan_peek_records (self->plan, &way_task_type);
  WayWorktimes *worktimes = way_worktimes_new (self->plan);
  WayTaskPeople *people = way_task_people_new (self->plan, worktimes);

  for (guint i = 0; i < tasks->len; i++)
    {
      WayTask *task = tasks->pdata[i];
      WayRecord *calendar = way_plan_lookup (self->plan, task->calendar);
      WayResource *who;

      if (calendar != NULL && way_task_people_clash (people, task, &who))
        way_import_report_changed (self->report, WAY_RECORD (task)->id, WAY_RECORD (task)->title,
                                   _("Its calendar “%s” has no working time in common with that of "
                                     "%s; only its own counts."),
                                   calendar->title, WAY_RECORD (who)->title);
    }
  way_task_people_free (people);
  way_worktimes_free (worktimes);
}
