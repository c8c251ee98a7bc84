/* way-changes-page.c: WayChangesPage, all change requests, and one of them.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 *   stack ─┬─ "all": the list
 *          └─ "one": the request that was opened */

#include "model/way-i18n.h"

#include "ui/changes/way-changes-page.h"

#include "document/way-sandbox.h"
#include "metrics/way-change-metrics.h"
#include "metrics/way-milestone-metrics.h"
#include "model/way-records.h"
#include "ui/changes/way-change-view.h"
#include "ui/changes/way-proposal.h"
#include "ui/changes/way-recovery-dialog.h"
#include "ui/records/way-list-page.h"
#include "ui/records/way-record-dialog.h"
#include "ui/widgets/way-period-choice.h"
#include "ui/widgets/way-compat.h"

struct _WayChangesPage
{
  WayPage parent_instance;

  GtkWidget *stack;
  WayPage *list;
  GtkWidget *view; /* (nullable): the request that is open */
  GtkWidget *recover;
  GtkWidget *period; /* over which the changes are counted */
  GtkWidget *counts;
};

G_DEFINE_FINAL_TYPE (WayChangesPage, way_changes_page, WAY_TYPE_PAGE)

static void
back_cb (WayChangesPage *self)
{
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "all");
  gtk_widget_grab_focus (GTK_WIDGET (self->list));
}

static void
close_view (WayChangesPage *self)
{
  if (self->view != NULL)
    gtk_stack_remove (GTK_STACK (self->stack), self->view);
  self->view = NULL;
}

static gboolean
is_open (WayChangesPage *self, WayChangeRequest *request)
{
  return self->view != NULL
         && way_change_view_get_request (WAY_CHANGE_VIEW (self->view)) == request;
}

static void
open_request (WayChangesPage *self, WayChangeRequest *request)
{
  if (!is_open (self, request))
    {
      close_view (self);
      self->view = way_change_view_new (way_page_get_document (WAY_PAGE (self)), request);
      g_signal_connect_swapped (self->view, "back", G_CALLBACK (back_cb), self);
      gtk_stack_add_named (GTK_STACK (self->stack), self->view, "one");
    }
  else if (gtk_widget_get_mapped (self->view))
    return; /* one who works there stays where they are */
  gtk_stack_set_visible_child (GTK_STACK (self->stack), self->view);
  gtk_widget_grab_focus (self->view);
}

static gboolean
open_record_cb (WayListPage *list, WayRecord *record, WayChangesPage *self)
{
  open_request (self, WAY_CHANGE_REQUEST (record));
  return TRUE;
}

/* A choice for each milestone that is late. */
static void
offer_recovery (WayChangesPage *self)
{
  g_autoptr (GPtrArray) late = way_milestones_late (way_page_get_document (WAY_PAGE (self)));
  g_autoptr (GMenu) menu = g_menu_new ();

  for (guint i = 0; i < late->len; i++)
    {
      WayRecord *milestone = late->pdata[i];
      g_autofree char *id = way_record_dup_human_id (milestone);
      g_autofree char *label = g_strdup_printf ("%s %s", id, milestone->title);
      g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

      g_menu_item_set_action_and_target (item, "changes.recover", "x", milestone->id);
      g_menu_append_item (menu, item);
    }
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (self->recover), G_MENU_MODEL (menu));
  gtk_widget_set_sensitive (self->recover, late->len > 0);
}

/* "Scope 0 · Timeline 2 (1 implemented) · Resources 0" */
static void
count_changes (WayChangesPage *self)
{
  WayDocument *document = way_page_get_document (WAY_PAGE (self));
  g_autoptr (GString) text = g_string_new (NULL);
  WayMoment from, to;

  way_period_choice_get (WAY_PERIOD_CHOICE (self->period), &from, &to);
  to -= WAY_DAY;
  for (gint64 kind = 0; kind < way_enum_change_kind.n_values; kind++)
    {
      g_autoptr (WayFigure) raised = way_changes_raised (document, kind, from, to);
      g_autoptr (WayFigure) made = way_changes_implemented (document, kind, from, to);

      g_string_append_printf (text, "%s%s %d", kind > 0 ? " · " : "",
                              way_enum_label (&way_enum_change_kind, kind), (int)raised->part);
      if (made->part > 0)
        /* Translators: how many changes of a kind were made; after how many were asked for */
        g_string_append_printf (text, _ (" (%d implemented)"), (int)made->part);
    }
  gtk_label_set_text (GTK_LABEL (self->counts), text->str);
  gtk_widget_set_tooltip_text (self->counts,
                               _ ("Changes asked for in the period, by kind"));
}

static void
period_chosen_cb (WayChangesPage *self)
{
  if (way_page_get_document (WAY_PAGE (self)) != NULL)
    count_changes (self);
}

/* The request that is open may have been deleted, or its making undone. */
static void
way_changes_page_refresh (WayPage *page, WayChangeset *changeset)
{
  WayChangesPage *self = WAY_CHANGES_PAGE (page);
  WayChangeRequest *request;

  offer_recovery (self);
  count_changes (self);
  if (self->view == NULL)
    return;
  request = way_change_view_get_request (WAY_CHANGE_VIEW (self->view));
  if (way_plan_lookup (way_page_get_plan (page), WAY_RECORD (request)->id) == WAY_RECORD (request))
    {
      way_change_view_refresh (WAY_CHANGE_VIEW (self->view));
      return;
    }
  back_cb (self);
  close_view (self);
}

static void
way_changes_page_document_set (WayPage *page)
{
  WayChangesPage *self = WAY_CHANGES_PAGE (page);

  way_page_set_document (self->list, way_page_get_document (page));
  way_period_choice_set_document (WAY_PERIOD_CHOICE (self->period), way_page_get_document (page));
  if (way_document_is_sandbox (way_page_get_document (page)))
    gtk_widget_action_set_enabled (GTK_WIDGET (page), "changes.propose", FALSE);
}

static gboolean
way_changes_page_get_primary_action (WayPage *page, const char **label, const char **action)
{
  gboolean any = way_page_get_primary_action (WAY_CHANGES_PAGE (page)->list, label, action);

  *action = "changes.add";
  return any;
}

static gboolean
way_changes_page_show_record (WayPage *page, WayRecord *record)
{
  if (WAY_IS_APPROVAL (record))
    record = way_plan_lookup (way_page_get_plan (page), WAY_APPROVAL (record)->change);
  if (record == NULL || !WAY_IS_CHANGE_REQUEST (record))
    return FALSE;
  open_request (WAY_CHANGES_PAGE (page), WAY_CHANGE_REQUEST (record));
  return TRUE;
}

static gboolean
way_changes_page_start_search (WayPage *page)
{
  WayChangesPage *self = WAY_CHANGES_PAGE (page);

  back_cb (self);
  return way_page_start_search (self->list);
}

static const char *
way_changes_page_get_report (WayPage *page)
{
  return "change-impact";
}

/* The one that is open, else the one that is selected. */
static WayRecord *
way_changes_page_get_record (WayPage *page)
{
  WayChangesPage *self = WAY_CHANGES_PAGE (page);
  g_autoptr (GPtrArray) selected = NULL;

  if (self->view != NULL && gtk_widget_get_mapped (self->view))
    return WAY_RECORD (way_change_view_get_request (WAY_CHANGE_VIEW (self->view)));
  selected = way_list_page_get_selected (WAY_LIST_PAGE (self->list));
  return selected->len > 0 ? selected->pdata[0] : NULL;
}

static gboolean
way_changes_page_grab_focus (GtkWidget *widget)
{
  WayChangesPage *self = WAY_CHANGES_PAGE (widget);
  GtkWidget *shown = gtk_stack_get_visible_child (GTK_STACK (self->stack));

  return gtk_widget_grab_focus (shown == self->view ? shown : GTK_WIDGET (self->list));
}

static void
add_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WayPage *page = WAY_PAGE (widget);
  WayDraft *draft;

  if (way_document_is_read_only (way_page_get_document (page)))
    return;
  draft = way_draft_new (way_page_get_plan (page), &way_change_request_type, NULL);
  way_record_dialog_present_draft (widget, way_page_get_document (page), draft);
}

static void
propose_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WayDocument *document = way_page_get_document (WAY_PAGE (widget));

  if (!way_document_is_read_only (document))
    way_proposal_open (widget, document, NULL);
}

static void
recover_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WayDocument *document = way_page_get_document (WAY_PAGE (widget));
  WayRecord *record
      = way_plan_lookup (way_document_get_plan (document), g_variant_get_int64 (parameter));

  if (record != NULL && WAY_IS_MILESTONE (record) && !way_document_is_read_only (document))
    way_recovery_dialog_present (widget, document, WAY_MILESTONE (record));
}

static void
way_changes_page_class_init (WayChangesPageClass *klass)
{
  WayPageClass *page_class = WAY_PAGE_CLASS (klass);

  page_class->document_set = way_changes_page_document_set;
  page_class->refresh = way_changes_page_refresh;
  page_class->get_primary_action = way_changes_page_get_primary_action;
  page_class->get_report = way_changes_page_get_report;
  page_class->get_record = way_changes_page_get_record;
  GTK_WIDGET_CLASS (klass)->grab_focus = way_changes_page_grab_focus;
  page_class->show_record = way_changes_page_show_record;
  page_class->start_search = way_changes_page_start_search;
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "changes.add", NULL, add_cb);
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "changes.propose", NULL, propose_cb);
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "changes.recover", "x", recover_cb);
}

static void
way_changes_page_init (WayChangesPage *self)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *propose = gtk_button_new_with_mnemonic (_ ("_Propose changes…"));

  gtk_actionable_set_action_name (GTK_ACTIONABLE (propose), "changes.propose");
  gtk_widget_set_tooltip_text (propose,
                               _ ("Try something on a copy of the plan, and keep it as a request"));
  self->recover = gtk_menu_button_new ();
  gtk_menu_button_set_use_underline (GTK_MENU_BUTTON (self->recover), TRUE);
  gtk_menu_button_set_label (GTK_MENU_BUTTON (self->recover), _ ("_Recover a late milestone"));
  self->period = way_period_choice_new ();
  g_signal_connect_swapped (self->period, "changed", G_CALLBACK (period_chosen_cb), self);
  self->counts = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->counts), 0);
  gtk_label_set_ellipsize (GTK_LABEL (self->counts), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (self->counts, "secondary");
  gtk_widget_set_hexpand (self->counts, TRUE);
  gtk_box_append (GTK_BOX (head), self->period);
  gtk_box_append (GTK_BOX (head), self->counts);
  gtk_box_append (GTK_BOX (head), self->recover);
  gtk_box_append (GTK_BOX (head), propose);
  self->list = way_list_page_new (&way_change_request_type);
  way_list_page_set_add_label (WAY_LIST_PAGE (self->list), _ ("_New change"));
  g_signal_connect (self->list, "open-record", G_CALLBACK (open_record_cb), self);
  gtk_widget_set_vexpand (GTK_WIDGET (self->list), TRUE);
  way_list_page_set_head (WAY_LIST_PAGE (self->list), head);
  self->stack = way_compat_stack_new ();
  gtk_stack_add_named (GTK_STACK (self->stack), GTK_WIDGET (self->list), "all");
  gtk_widget_set_vexpand (self->stack, TRUE);
  gtk_widget_set_hexpand (self->stack, TRUE);
  gtk_box_append (GTK_BOX (self), self->stack);
}
