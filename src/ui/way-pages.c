/* way-pages.c: the list of pages of the main window.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Pages that are more than a list stand here by name. Every record type with .page gets a
 * list page without being named anywhere; the table below only says where known ones stand. */

#include "model/way-i18n.h"

#include "ui/way-pages.h"

#include "model/way-records.h"
#include "ui/changes/way-changes-page.h"
#include "ui/milestones/way-initiatives-page.h"
#include "ui/milestones/way-kpi-pane.h"
#include "ui/milestones/way-milestones-page.h"
#include "ui/pages/way-history-page.h"
#include "ui/pages/way-overview-page.h"
#include "ui/records/way-list-page.h"
#include "ui/timeline/way-timeline-page.h"

#include <string.h>

enum
{
  SECTION_PLAN,
  SECTION_REGISTERS,
  SECTION_MEANS,
  SECTION_RECORD
};

static const struct
{
  const char *type;
  guint section;
} places[] = {
  { "resource", SECTION_MEANS },
  { "calendar", SECTION_MEANS },
  { "exception", SECTION_MEANS },
};

static guint
section_of (const WayRecordType *type)
{
  for (gsize i = 0; i < G_N_ELEMENTS (places); i++)
    if (strcmp (places[i].type, type->name) == 0)
      return places[i].section;
  return SECTION_REGISTERS;
}

static WayPage *
new_register (const WayRecordType *type)
{
  WayPage *list;

  if (type == &way_change_request_type)
    return g_object_new (WAY_TYPE_CHANGES_PAGE, NULL);
  list = way_list_page_new (type);
  if (type == &way_kpi_type)
    gtk_box_append (GTK_BOX (list), way_kpi_pane_new (WAY_LIST_PAGE (list)));
  return list;
}

static void
create_lists (guint section, WayPagesFunc add, gpointer data)
{
  guint n_types;
  const WayRecordType **types = way_record_types (&n_types);

  for (gsize i = 0; i < G_N_ELEMENTS (places); i++)
    if (places[i].section == section)
      add (way_list_page_new (way_record_type (places[i].type)), section, data);
  for (guint i = 0; section == SECTION_REGISTERS && i < n_types; i++)
    if (types[i]->page && types[i] != &way_milestone_type
        && types[i] != &way_initiative_type && section_of (types[i]) == section)
      add (new_register (types[i]), section, data);
}

/**
 * way_pages_create:
 * @add: (scope call): gets each page, floating
 */
void
way_pages_create (WayPagesFunc add, gpointer data)
{
  add (g_object_new (WAY_TYPE_OVERVIEW_PAGE, NULL), SECTION_PLAN, data);
  add (g_object_new (WAY_TYPE_TIMELINE_PAGE, NULL), SECTION_PLAN, data);
  add (g_object_new (WAY_TYPE_MILESTONES_PAGE, NULL), SECTION_PLAN, data);
  add (g_object_new (WAY_TYPE_INITIATIVES_PAGE, NULL), SECTION_PLAN, data);
  create_lists (SECTION_PLAN, add, data);
  create_lists (SECTION_REGISTERS, add, data);
  create_lists (SECTION_MEANS, add, data);
  add (g_object_new (WAY_TYPE_HISTORY_PAGE, NULL), SECTION_RECORD, data);
}
