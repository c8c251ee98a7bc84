/* way-initiatives-page.c: WayInitiativesPage, all initiatives, and the document of one of them.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-i18n.h"

#include "ui/milestones/way-initiatives-page.h"

#include "model/way-records.h"
#include "ui/milestones/way-document-stack.h"
#include "ui/records/way-list-page.h"

struct _WayInitiativesPage
{
  WayPage parent_instance;

  WayPage *list;
  GtkWidget *stack;
};

G_DEFINE_FINAL_TYPE (WayInitiativesPage, way_initiatives_page, WAY_TYPE_PAGE)

static gboolean
open_record_cb (WayListPage *list, WayRecord *record, WayInitiativesPage *self)
{
  way_document_stack_open (WAY_DOCUMENT_STACK (self->stack),
                           way_page_get_document (WAY_PAGE (self)), record);
  return TRUE;
}

static void
way_initiatives_page_document_set (WayPage *page)
{
  way_page_set_document (WAY_INITIATIVES_PAGE (page)->list, way_page_get_document (page));
}

static void
way_initiatives_page_refresh (WayPage *page, WayChangeset *changeset)
{
  way_document_stack_refresh (WAY_DOCUMENT_STACK (WAY_INITIATIVES_PAGE (page)->stack));
}

/* The list's own, which acts on the list. */
static void
add_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  const char *label, *action;

  way_document_stack_back (WAY_DOCUMENT_STACK (WAY_INITIATIVES_PAGE (widget)->stack));
  if (way_page_get_primary_action (WAY_INITIATIVES_PAGE (widget)->list, &label, &action))
    gtk_widget_activate_action_variant (GTK_WIDGET (WAY_INITIATIVES_PAGE (widget)->list), action,
                                        NULL);
}

static gboolean
way_initiatives_page_get_primary_action (WayPage *page, const char **label, const char **action)
{
  gboolean any = way_page_get_primary_action (WAY_INITIATIVES_PAGE (page)->list, label, action);

  *action = "initiatives.add";
  return any;
}

static gboolean
way_initiatives_page_show_record (WayPage *page, WayRecord *record)
{
  if (!WAY_IS_INITIATIVE (record))
    return FALSE;
  way_document_stack_open (WAY_DOCUMENT_STACK (WAY_INITIATIVES_PAGE (page)->stack),
                           way_page_get_document (page), record);
  return TRUE;
}

static gboolean
way_initiatives_page_start_search (WayPage *page)
{
  way_document_stack_back (WAY_DOCUMENT_STACK (WAY_INITIATIVES_PAGE (page)->stack));
  return way_page_start_search (WAY_INITIATIVES_PAGE (page)->list);
}

static const char *
way_initiatives_page_get_report (WayPage *page)
{
  return way_page_get_report (WAY_INITIATIVES_PAGE (page)->list);
}

static gboolean
way_initiatives_page_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (WAY_INITIATIVES_PAGE (widget)->stack);
}

static void
way_initiatives_page_class_init (WayInitiativesPageClass *klass)
{
  WayPageClass *page_class = WAY_PAGE_CLASS (klass);

  page_class->document_set = way_initiatives_page_document_set;
  page_class->refresh = way_initiatives_page_refresh;
  page_class->get_primary_action = way_initiatives_page_get_primary_action;
  page_class->get_report = way_initiatives_page_get_report;
  page_class->show_record = way_initiatives_page_show_record;
  page_class->start_search = way_initiatives_page_start_search;
  GTK_WIDGET_CLASS (klass)->grab_focus = way_initiatives_page_grab_focus;
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "initiatives.add", NULL, add_cb);
}

static void
way_initiatives_page_init (WayInitiativesPage *self)
{
  self->list = way_list_page_new (&way_initiative_type);
  g_signal_connect (self->list, "open-record", G_CALLBACK (open_record_cb), self);
  self->stack = way_document_stack_new (GTK_WIDGET (self->list), GTK_WIDGET (self->list));
  gtk_box_append (GTK_BOX (self), self->stack);
}
