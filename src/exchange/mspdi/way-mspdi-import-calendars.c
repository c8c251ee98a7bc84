/* way-mspdi-import-calendars.c: calendars of MS Project XML into the plan (numbers.md §2).
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-i18n.h"

#include "exchange/mspdi/way-mspdi-import.h"

#include "document/way-worktimes.h"

#include <string.h>

/* A new plan has calendars already; one of the same name becomes what the file says. */
static WayRecord *
find_builtin (WayMspdiImport *self, const char *name, GHashTable *used)
{
  WayRecord *found = NULL;

  if (self->fresh && name != NULL)
    found = way_plan_find_by_title (self->plan, &way_calendar_type, name);
  if (found == NULL || g_hash_table_contains (used, found))
    return NULL;
  return found;
}

static void
delete_exceptions (WayMspdiImport *self, WayRecord *calendar)
{
  const WayField *field = way_record_type_field (&way_exception_type, "calendar");
  GPtrArray *referrers = way_plan_get_referrers (self->plan, calendar->id, field);
  g_autoptr (GPtrArray) copy = g_ptr_array_copy (referrers, NULL, NULL);

  for (guint i = 0; i < copy->len; i++)
    way_document_delete (self->document, copy->pdata[i]);
}

/* Whether the file says that a calendar belongs to one person and follows another. */
static gboolean
is_personal (const WayMspdiItem *item)
{
  const char *text = way_mspdi_item_text (&way_mspdi_calendar, item, "IsBaseCalendar");

  return text != NULL && (strcmp (text, "0") == 0 || strcmp (text, "false") == 0);
}

/* Whether the calendar follows another one of the file, so that days may be left to that. MS
 * Project lets only personal calendars do so. */
static gboolean
is_based (WayMspdiImport *self, const WayMspdiItem *item)
{
  gint64 base, uid;

  if (is_personal (item))
    return TRUE;
  if (!way_mspdi_item_int (&way_mspdi_calendar, item, "BaseCalendarUID", &base))
    return FALSE;
  for (guint i = 0; i < self->file->calendars->len; i++)
    {
      WayMspdiItem *other = self->file->calendars->pdata[i];

      if (other != item && way_mspdi_item_int (&way_mspdi_calendar, other, "UID", &uid)
          && uid == base)
        return TRUE;
    }
  return FALSE;
}

static WayRecord *
import_calendar (WayMspdiImport *self, WayMspdiItem *item, GHashTable *used)
{
  const char *name = way_mspdi_item_text (&way_mspdi_calendar, item, "Name");
  gboolean personal = is_personal (item);
  WayRecord *calendar = personal ? NULL : find_builtin (self, name, used);

  if (calendar != NULL)
    delete_exceptions (self, calendar);
  else
    calendar = way_document_create_record (self->document, &way_calendar_type);
  g_hash_table_add (used, calendar);
  if (name != NULL || !personal)
    way_mspdi_set_title (self, &way_mspdi_calendar, item, calendar, _("Calendar"));
  else
    way_document_set_text (self->document, calendar, "title", _("Personal"));
  way_document_set_int (self->document, calendar, "personal", personal);
  way_mspdi_claim_uid (self, &way_mspdi_calendar, item, calendar, self->calendars);
  way_mspdi_import_days (self, calendar, item, is_based (self, item));
  way_mspdi_set_extra (self, item, calendar);
  return calendar;
}

/* Whether @base follows @calendar, perhaps by others. */
static gboolean
follows (WayMspdiImport *self, WayRecord *base, WayRecord *calendar)
{
  for (guint i = 0; base != NULL && i <= self->file->calendars->len; i++)
    {
      if (base == calendar)
        return TRUE;
      base = way_plan_lookup (self->plan, WAY_CALENDAR (base)->base);
    }
  return base != NULL;
}

static void
set_base (WayMspdiImport *self, WayMspdiItem *item, WayRecord *calendar)
{
  gboolean personal = is_personal (item);
  gint64 uid = -1;
  WayRecord *base;

  way_mspdi_item_int (&way_mspdi_calendar, item, "BaseCalendarUID", &uid);
  base = way_mspdi_find (self->calendars, uid);
  if (base != NULL && follows (self, base, calendar))
    {
      way_mspdi_left_out (self, &way_mspdi_calendar, item,
                          _("It is based on itself, by other calendars perhaps."));
      base = NULL;
    }
  if (base == NULL && personal)
    {
      base = way_plan_lookup (self->plan, way_plan_get_default_calendar (self->plan));
      base = base != NULL && follows (self, base, calendar) ? NULL : base;
    }
  way_document_set_int (self->document, calendar, "base", base != NULL ? base->id : 0);
}

/* A calendar without any working time would stop the whole import. */
static void
ensure_working_time (WayMspdiImport *self, WayMspdiItem *item, WayRecord *calendar)
{
  g_autofree char *subject = NULL;
  gboolean based = WAY_CALENDAR (calendar)->base != 0;

  if (way_worktimes_check (self->plan, WAY_CALENDAR (calendar), NULL))
    return;
  way_mspdi_import_week (self, calendar, NULL, based);
  if (!way_worktimes_check (self->plan, WAY_CALENDAR (calendar), NULL))
    {
      way_mspdi_import_week (self, calendar, NULL, FALSE);
      if (!way_worktimes_check (self->plan, WAY_CALENDAR (calendar), NULL))
        delete_exceptions (self, calendar);
    }
  subject = way_mspdi_subject (&way_mspdi_calendar, item);
  way_import_report_changed (self->report, calendar->id, subject,
                             _("It has no working time at all; it got an ordinary week."));
}

/**
 * way_mspdi_import_calendars:
 *
 * Makes the calendars of the file, with weeks, exceptions and what they are based on.
 */
void
way_mspdi_import_calendars (WayMspdiImport *self)
{
  GPtrArray *items = self->file->calendars;
  g_autoptr (GHashTable) used = g_hash_table_new (NULL, NULL);
  g_autoptr (GPtrArray) made = g_ptr_array_new ();

  for (guint i = 0; i < items->len; i++)
    g_ptr_array_add (made, import_calendar (self, items->pdata[i], used));
  for (guint i = 0; i < items->len; i++)
    set_base (self, items->pdata[i], made->pdata[i]);
  for (guint i = 0; i < items->len; i++)
    ensure_working_time (self, items->pdata[i], made->pdata[i]);
  way_import_report_count (self->report,
                           g_dngettext (GETTEXT_PACKAGE, "calendar", "calendars", items->len),
                           items->len);
}
