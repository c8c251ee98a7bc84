/* way-pages.c: the list of pages of the main window.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Pages that are more than a list stand here by name. Every record type with .page gets a
 * list page without being named anywhere; the table below only says where known ones stand. */

#include "model/way-i18n.h"

#include "ui/way-pages.h"

#include "model/way-records.h"
#include "ui/attention/way-attention-page.h"
#include "ui/changes/way-changes-page.h"
#include "ui/milestones/way-initiatives-page.h"
#include "ui/milestones/way-kpi-pane.h"
#include "ui/milestones/way-milestones-page.h"
#include "ui/pages/way-history-page.h"
#include "ui/pages/way-overview-page.h"
#include "ui/records/way-list-page.h"
#include "ui/registers/way-issues-head.h"
#include "ui/registers/way-risks-head.h"
#include "ui/timeline/way-timeline-page.h"

#include <string.h>

enum
{
  SECTION_PLAN,
  SECTION_REGISTERS,
  SECTION_MEANS,
  SECTION_RECORD
};

/* Pages that are more than a list. */
static const WayPageKind overview
    = { "overview", N_ ("Overview"), "waymark-overview-symbolic", SECTION_PLAN, NULL,
        way_overview_page_get_type, NULL };
static const WayPageKind timeline
    = { "timeline", N_ ("Timeline"), "waymark-timeline-symbolic", SECTION_PLAN, &way_task_type,
        way_timeline_page_get_type, NULL };
static const WayPageKind milestones
    = { "milestone", N_ ("Milestones"), "waymark-milestone-symbolic", SECTION_PLAN,
        &way_milestone_type, way_milestones_page_get_type, NULL };
static const WayPageKind initiatives
    = { "initiative", N_ ("Initiatives"), "waymark-initiative-symbolic", SECTION_PLAN,
        &way_initiative_type, way_initiatives_page_get_type, NULL };
static const WayPageKind changes
    = { "change_request", N_ ("Changes"), "waymark-change-symbolic", SECTION_REGISTERS,
        &way_change_request_type, way_changes_page_get_type, &way_approval_type };
static const WayPageKind attention
    = { "attention", N_ ("Alerts"), "waymark-alert-symbolic", SECTION_RECORD, NULL,
        way_attention_page_get_type, NULL };
static const WayPageKind history
    = { "history", N_ ("History"), "waymark-history-symbolic", SECTION_RECORD, NULL,
        way_history_page_get_type, NULL };

/* Lists that do not stand among the registers. */
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

static void
add_list (GArray *kinds, const WayRecordType *type, guint section)
{
  WayPageKind kind = { type->name, type->plural,
                       type->icon != NULL ? type->icon : "waymark-record-symbolic", section, type,
                       NULL, NULL };

  g_array_append_val (kinds, kind);
}

static GArray *
find_kinds (void)
{
  GArray *kinds = g_array_new (FALSE, FALSE, sizeof (WayPageKind));
  guint n_types;
  const WayRecordType **types = way_record_types (&n_types);

  g_array_append_val (kinds, overview);
  g_array_append_val (kinds, timeline);
  g_array_append_val (kinds, milestones);
  g_array_append_val (kinds, initiatives);
  for (guint i = 0; i < n_types; i++)
    if (types[i]->page && types[i] != milestones.type && types[i] != initiatives.type
        && section_of (types[i]) == SECTION_REGISTERS)
      {
        if (types[i] == changes.type)
          g_array_append_val (kinds, changes);
        else
          add_list (kinds, types[i], SECTION_REGISTERS);
      }
  for (gsize i = 0; i < G_N_ELEMENTS (places); i++)
    add_list (kinds, way_record_type (places[i].type), places[i].section);
  g_array_append_val (kinds, attention);
  g_array_append_val (kinds, history);
  return kinds;
}

/**
 * way_pages_get:
 * @n_kinds: (out): how many there are
 *
 * Returns: (transfer none): every page, in the order of the sidebar
 */
const WayPageKind *
way_pages_get (guint *n_kinds)
{
  static GArray *kinds;

  if (kinds == NULL)
    kinds = find_kinds ();
  *n_kinds = kinds->len;
  return (const WayPageKind *)kinds->data;
}

/**
 * way_pages_create:
 *
 * Returns: (transfer floating): a page of that kind
 */
WayPage *
way_pages_create (const WayPageKind *kind)
{
  WayPage *list;

  if (kind->get_type != NULL)
    return g_object_new (kind->get_type (), NULL);
  list = way_list_page_new (kind->type);
  if (kind->type == &way_kpi_type)
    gtk_box_append (GTK_BOX (list), way_kpi_pane_new (WAY_LIST_PAGE (list)));
  if (kind->type == &way_risk_type)
    way_list_page_set_head (WAY_LIST_PAGE (list), way_risks_head_new (WAY_LIST_PAGE (list)));
  if (kind->type == &way_issue_type)
    way_list_page_set_head (WAY_LIST_PAGE (list), way_issues_head_new (WAY_LIST_PAGE (list)));
  return list;
}
