/* way-approval-list.c: WayApprovalList, who decides about a change, and what they said.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-i18n.h"

#include "ui/changes/way-approval-list.h"

#include "document/way-change-requests.h"
#include "ui/records/way-record-dialog.h"
#include "ui/way-window.h"

struct _WayApprovalList
{
  GtkBox parent_instance;

  WayDocument *document;
  WayChangeRequest *request;
  GtkWidget *rule, *nobody;
  GtkWidget *baseline;
  GtkWidget *add;
  GtkWidget *rows;
};

G_DEFINE_FINAL_TYPE (WayApprovalList, way_approval_list, GTK_TYPE_BOX)

static char *
describe_who (WayApproval *approval)
{
  const WayField *field = way_record_type_field (&way_approval_type, "person");
  g_autofree char *person = way_record_format (WAY_RECORD (approval), field);

  if (person[0] == '\0')
    return g_strdup (approval->role[0] != '\0' ? approval->role : _ ("Approval"));
  return approval->role[0] != '\0' ? g_strdup_printf ("%s, %s", person, approval->role)
                                   : g_steal_pointer (&person);
}

static GtkWidget *
new_decide_button (const char *label, WayApproval *approval, int decision, const char *who)
{
  GtkWidget *button = gtk_button_new_with_label (label);
  /* Translators: what a button does, and for whom: Approve: Lena Vogt, sponsor */
  g_autofree char *name = g_strdup_printf (_ ("%s: %s"), label, who);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "approval.decide");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "(xi)", WAY_RECORD (approval)->id,
                                    decision);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return button;
}

static GtkWidget *
new_text (const char *text, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, style);
  return label;
}

static void
add_button (WayApprovalList *self, GtkWidget *row, GtkWidget *button, const char *action,
            WayApproval *approval, const char *name)
{
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "x", WAY_RECORD (approval)->id);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_box_append (GTK_BOX (row), button);
}

static void
add_row (WayApprovalList *self, WayApproval *approval)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *chip = new_text (way_enum_label (&way_enum_approval_decision, approval->decision),
                              "chip");
  GtkWidget *remove = gtk_button_new_from_icon_name ("user-trash-symbolic");
  g_autofree char *edit_name = NULL, *remove_name = NULL;
  g_autofree char *who = describe_who (approval);
  g_autofree char *day = way_moment_format_date (approval->decided_on);

  if (approval->decision == WAY_APPROVAL_REFUSED)
    gtk_widget_add_css_class (chip, "bad");
  else if (approval->decision != WAY_APPROVAL_WAITING)
    gtk_widget_add_css_class (chip, "good");
  gtk_widget_set_valign (chip, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (texts), new_text (who, "normal"));
  if (approval->condition[0] != '\0')
    gtk_box_append (GTK_BOX (texts), new_text (approval->condition, "secondary"));
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_widget_set_valign (texts, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (row), texts);
  if (approval->decided_on != WAY_NEVER)
    gtk_box_append (GTK_BOX (row), new_text (day, "secondary"));
  gtk_box_append (GTK_BOX (row), chip);
  if (approval->decision == WAY_APPROVAL_WAITING && way_change_request_is_open (self->request))
    {
      gtk_box_append (GTK_BOX (row),
                      new_decide_button (_ ("Approve"), approval, WAY_APPROVAL_GRANTED, who));
      gtk_box_append (GTK_BOX (row),
                      new_decide_button (_ ("Reject"), approval, WAY_APPROVAL_REFUSED, who));
    }
  /* Translators: what a button does, and for whom: Edit: Lena Vogt, sponsor */
  edit_name = g_strdup_printf (_ ("Edit: %s"), who);
  add_button (self, row, gtk_button_new_with_label (_ ("Edit…")), "approval.open", approval,
              edit_name);
  remove_name = g_strdup_printf (_ ("Do not ask: %s"), who);
  gtk_widget_add_css_class (remove, "flat");
  gtk_widget_set_tooltip_text (remove, _ ("Do not ask this person"));
  gtk_widget_set_visible (remove, way_change_request_is_open (self->request));
  add_button (self, row, remove, "approval.remove", approval, remove_name);
  gtk_box_append (GTK_BOX (self->rows), row);
}

/* All, one, or so many of those who are asked. */
static void
refresh_rule (WayApprovalList *self, guint n_asked)
{
  g_autofree char *rule = way_change_request_describe_rule (self->request);
  g_autoptr (GMenu) menu = g_menu_new ();

  for (int rule_value = WAY_APPROVAL_ALL; rule_value <= WAY_APPROVAL_ANY; rule_value++)
    {
      g_autofree char *action = g_strdup_printf ("approval.rule((%d,%d))", rule_value, 0);

      g_menu_append (menu, way_enum_label (&way_enum_approval_rule, rule_value), action);
    }
  for (guint quorum = 2; quorum < n_asked; quorum++)
    {
      g_autofree char *action
          = g_strdup_printf ("approval.rule((%d,%u))", WAY_APPROVAL_QUORUM, quorum);
      /* Translators: a rule: 2 of 3 approve */
      g_autofree char *label = g_strdup_printf (_ ("%u of %u approve"), quorum, n_asked);

      g_menu_append (menu, label, action);
    }
  gtk_menu_button_set_label (GTK_MENU_BUTTON (self->rule), rule);
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (self->rule), G_MENU_MODEL (menu));
  gtk_widget_set_visible (self->rule, n_asked > 0);
  gtk_widget_set_visible (self->nobody, n_asked == 0);
  gtk_widget_set_sensitive (self->rule, way_change_request_is_open (self->request)
                                            && !way_document_is_read_only (self->document));
}

/* Which row has the focus; -1 = none. */
static int
focused_row (WayApprovalList *self)
{
  GtkWidget *focus = gtk_widget_get_focus_child (self->rows);
  int n = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (self->rows); child != NULL && child != focus;
       child = gtk_widget_get_next_sibling (child))
    n++;
  return focus != NULL ? n : -1;
}

/* The first button of the row that takes the place of the one that had the focus, else of the last
 * one. Not by Tab's order, which follows places that new rows do not have yet. */
static void
focus_row (WayApprovalList *self, int n)
{
  GtkWidget *row = gtk_widget_get_first_child (self->rows), *button = self->add;

  for (int i = 0; i < n && row != NULL && gtk_widget_get_next_sibling (row) != NULL; i++)
    row = gtk_widget_get_next_sibling (row);
  for (GtkWidget *child = row != NULL ? gtk_widget_get_last_child (row) : NULL; child != NULL;
       child = gtk_widget_get_prev_sibling (child))
    if (GTK_IS_BUTTON (child))
      button = child;
  gtk_widget_grab_focus (button);
}

void
way_approval_list_refresh (WayApprovalList *self)
{
  int focused = focused_row (self);
  g_autoptr (GPtrArray) approvals
      = g_ptr_array_copy (way_change_request_approvals (self->request), NULL, NULL);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->rows)) != NULL)
    gtk_box_remove (GTK_BOX (self->rows), child);
  for (guint i = 0; i < approvals->len; i++)
    add_row (self, approvals->pdata[i]);
  refresh_rule (self, approvals->len);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->baseline), self->request->baseline);
  gtk_widget_set_visible (self->baseline, way_change_request_is_open (self->request));
  if (focused >= 0)
    focus_row (self, focused);
}

static WayRecord *
find (WayApprovalList *self, gint64 id)
{
  WayRecord *record = way_plan_lookup (way_document_get_plan (self->document), id);

  return record != NULL && WAY_IS_APPROVAL (record) ? record : NULL;
}

static void
decide_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WayApprovalList *self = WAY_APPROVAL_LIST (widget);
  g_autoptr (GError) error = NULL;
  gint64 id;
  int decision;
  WayRecord *approval;

  g_variant_get (parameter, "(xi)", &id, &decision);
  approval = find (self, id);
  if (approval != NULL
      && !way_approval_decide (self->document, WAY_APPROVAL (approval), decision,
                               WAY_APPROVAL (approval)->condition, &error))
    way_window_report_error (widget, error);
}

static void
open_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WayApprovalList *self = WAY_APPROVAL_LIST (widget);
  WayRecord *approval = find (self, g_variant_get_int64 (parameter));

  if (approval != NULL)
    way_record_dialog_present (widget, self->document, &way_approval_type, approval);
}

static void
rule_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WayApprovalList *self = WAY_APPROVAL_LIST (widget);
  WayRecord *request = WAY_RECORD (self->request);
  g_autoptr (GError) error = NULL;
  int rule, quorum;

  g_variant_get (parameter, "(ii)", &rule, &quorum);
  way_document_begin (self->document, _ ("Change who has to approve"));
  way_document_set_int (self->document, request, "rule", rule);
  if (quorum > 0)
    way_document_set_int (self->document, request, "quorum", quorum);
  if (!way_document_commit (self->document, &error))
    way_window_report_error (widget, error);
  gtk_widget_grab_focus (self->rule); /* its menu is another one now */
}

static void
baseline_cb (WayApprovalList *self)
{
  gboolean wanted = gtk_check_button_get_active (GTK_CHECK_BUTTON (self->baseline));
  g_autoptr (GError) error = NULL;

  if (wanted == self->request->baseline)
    return;
  way_document_begin (self->document, wanted ? _ ("Want a baseline") : _ ("Want no baseline"));
  way_document_set_int (self->document, WAY_RECORD (self->request), "baseline", wanted);
  if (way_document_commit (self->document, &error))
    return;
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->baseline), self->request->baseline);
  way_window_report_error (GTK_WIDGET (self), error);
}

static void
remove_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WayApprovalList *self = WAY_APPROVAL_LIST (widget);
  WayRecord *approval = find (self, g_variant_get_int64 (parameter));
  g_autofree char *who = approval != NULL ? describe_who (WAY_APPROVAL (approval)) : NULL;
  g_autofree char *label = NULL, *message = NULL;
  g_autoptr (GError) error = NULL;

  if (approval == NULL)
    return;
  label = g_strdup_printf (_ ("Do not ask: %s"), who);
  message = g_strdup_printf (_ ("%s is not asked any more."), who);
  way_document_begin (self->document, label);
  way_document_delete (self->document, approval);
  if (!way_document_commit (self->document, &error))
    way_window_report_error (widget, error);
  else
    way_window_toast (widget, message, _ ("Undo"), "win.undo");
}

static void
add_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WayApprovalList *self = WAY_APPROVAL_LIST (widget);
  WayDraft *draft
      = way_draft_new (way_document_get_plan (self->document), &way_approval_type, NULL);

  way_draft_set_int (draft, "change", WAY_RECORD (self->request)->id);
  way_record_dialog_present_draft (widget, self->document, draft);
}

static void
way_approval_list_dispose (GObject *object)
{
  WayApprovalList *self = WAY_APPROVAL_LIST (object);

  g_clear_object (&self->request);
  g_clear_object (&self->document);
  G_OBJECT_CLASS (way_approval_list_parent_class)->dispose (object);
}

static void
way_approval_list_class_init (WayApprovalListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = way_approval_list_dispose;
  gtk_widget_class_install_action (widget_class, "approval.decide", "(xi)", decide_cb);
  gtk_widget_class_install_action (widget_class, "approval.open", "x", open_cb);
  gtk_widget_class_install_action (widget_class, "approval.remove", "x", remove_cb);
  gtk_widget_class_install_action (widget_class, "approval.rule", "(ii)", rule_cb);
  gtk_widget_class_install_action (widget_class, "approval.add", NULL, add_cb);
}

static void
way_approval_list_init (WayApprovalList *self)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *heading = new_text (_ ("Approvals"), "section-title");

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 8);
  gtk_widget_add_css_class (GTK_WIDGET (self), "card");
  gtk_widget_add_css_class (GTK_WIDGET (self), "mini-card");
  self->rule = gtk_menu_button_new ();
  gtk_widget_set_tooltip_text (self->rule, _ ("Who has to approve"));
  gtk_menu_button_set_has_frame (GTK_MENU_BUTTON (self->rule), FALSE);
  self->nobody = new_text (_ ("Nobody is asked yet: add who decides."), "secondary");
  self->add = gtk_button_new_with_mnemonic (_ ("A_dd an approval…"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->add), "approval.add");
  gtk_box_append (GTK_BOX (head), heading);
  gtk_box_append (GTK_BOX (head), self->rule);
  gtk_box_append (GTK_BOX (head), self->nobody);
  gtk_widget_set_hexpand (self->add, TRUE);
  gtk_widget_set_halign (self->add, GTK_ALIGN_END);
  gtk_box_append (GTK_BOX (head), self->add);
  self->rows = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  gtk_box_append (GTK_BOX (self), head);
  gtk_box_append (GTK_BOX (self), self->rows);
  self->baseline = gtk_check_button_new_with_label (_ ("Take a baseline when it is implemented"));
  g_signal_connect_swapped (self->baseline, "toggled", G_CALLBACK (baseline_cb), self);
  gtk_box_append (GTK_BOX (self), self->baseline);
}

GtkWidget *
way_approval_list_new (WayDocument *document, WayChangeRequest *request)
{
  WayApprovalList *self = g_object_new (WAY_TYPE_APPROVAL_LIST, NULL);
  static const char *const writing[]
      = { "approval.decide", "approval.open", "approval.remove", "approval.rule",
          "approval.add" };

  self->document = g_object_ref (document);
  self->request = g_object_ref (request);
  for (gsize i = 0; i < G_N_ELEMENTS (writing); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), writing[i],
                                   !way_document_is_read_only (document));
  gtk_widget_set_sensitive (self->baseline, !way_document_is_read_only (document));
  way_approval_list_refresh (self);
  return GTK_WIDGET (self);
}
