/* way-change-view.c: WayChangeView, one change request: reasons, impact, approvals, next step.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The impact of an open request is computed anew whenever it is shown, in another thread, one at a
 * time; that of a decided one is the one that was kept with it. */

#include "model/way-i18n.h"

#include "ui/changes/way-change-view.h"

#include "document/way-change-requests.h"
#include "document/way-merge.h"
#include "document/way-sandbox.h"
#include "metrics/impact/way-change-trial.h"
#include "metrics/impact/way-impact-lines.h"
#include "metrics/impact/way-recovered.h"
#include "metrics/way-figure.h"
#include "model/way-error.h"
#include "ui/changes/way-approval-list.h"
#include "ui/changes/way-impact-view.h"
#include "ui/changes/way-proposal.h"
#include "ui/records/way-record-dialog.h"
#include "ui/way-waiting.h"
#include "ui/way-window.h"
#include "ui/widgets/way-banner.h"

/* What is to be done with an impact that is being computed. */
typedef enum { SHOW, KEEP, IMPLEMENT } Purpose;

struct _WayChangeView
{
  GtkBox parent_instance;

  WayDocument *document;
  WayChangeRequest *request;
  GCancellable *computing; /* (nullable): the impact is on its way */
  Purpose purpose;         /* why */
  WayWaiting *waiting;     /* (nullable): says so */
  gint64 shown_seq;        /* place in the journal of what the impact view shows */

  GtkWidget *back, *crumb, *title, *status, *kind, *facts;
  GtkWidget *propose, *next, *steps;
  GtkWidget *banner;
  GtkWidget *impact;
  GtkWidget *approvals;
  GtkWidget *reasons;
};

enum { BACK, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (WayChangeView, way_change_view, GTK_TYPE_BOX)

/* ------------------------------------------------------------------ impact */

static void
show_banner (WayChangeView *self, WayBannerTone tone, const char *text, const char *hint)
{
  way_banner_set_tone (WAY_BANNER (self->banner), tone);
  way_banner_set_text (WAY_BANNER (self->banner), text);
  way_banner_set_hint (WAY_BANNER (self->banner), hint);
  way_banner_set_button (WAY_BANNER (self->banner), NULL, NULL);
}

static void
tell_clashes (WayChangeView *self, GPtrArray *clashes)
{
  g_autofree char *text = way_clashes_describe (clashes);
  g_autofree char *heading = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "The plan has moved on: %u proposed edit no longer fits",
                   "The plan has moved on: %u proposed edits no longer fit", clashes->len),
      clashes->len);

  show_banner (self, WAY_BANNER_BAD, heading, text);
  way_banner_set_button (WAY_BANNER (self->banner), _ ("_Rework the proposal…"), "change.propose");
}

/* One that was turned down before its impact was kept can still be tried. */
static gboolean
is_worth_trying (WayChangeRequest *request)
{
  if (request->changes[0] == '\0')
    return FALSE;
  return way_change_request_is_open (request)
         || (request->impact[0] == '\0' && request->implemented_on == WAY_NEVER);
}

/* What was computed just now, beside what was kept when it was assessed. */
static void
show_trial (WayChangeView *self, const WayChangeTrial *trial)
{
  gboolean stale = way_change_request_is_stale (self->document, self->request);

  way_impact_view_show (WAY_IMPACT_VIEW (self->impact), trial->impact);
  if (trial->clashes->len > 0)
    tell_clashes (self, trial->clashes);
  else if (stale)
    {
      show_banner (self, WAY_BANNER_WARNING,
                   _ ("The plan has moved on since the impact was assessed. Below is the impact on "
                      "the plan as it is now."),
                   NULL);
      way_banner_set_button (WAY_BANNER (self->banner), _ ("_Assess again"), "change.assess");
    }
  else if (!way_change_request_is_open (self->request))
    show_banner (self, WAY_BANNER_INFO,
                 _ ("No impact was kept when it was decided. Below is what it would do to the plan "
                    "as it is now."),
                 NULL);
  else
    show_banner (self, WAY_BANNER_INFO, NULL, NULL);
}

static void
show_refused (WayChangeView *self, const GError *error)
{
  show_banner (self, WAY_BANNER_BAD, _ ("The proposal cannot be made in the plan as it is now"),
               error->message);
  way_banner_set_button (WAY_BANNER (self->banner), _ ("_Rework the proposal…"), "change.propose");
  way_impact_view_show (WAY_IMPACT_VIEW (self->impact), NULL);
}

static void
show_kept (WayChangeView *self)
{
  g_autoptr (WayChangeImpact) kept = way_change_impact_from_json (self->request->impact);

  if (kept == NULL && !way_change_request_is_open (self->request))
    way_impact_view_show_none (WAY_IMPACT_VIEW (self->impact), _ ("No impact was kept with it."));
  else
    way_impact_view_show (WAY_IMPACT_VIEW (self->impact), kept);
  show_banner (self, WAY_BANNER_INFO, NULL, NULL);
}

static gboolean
keep_impact (WayChangeView *self, const WayChangeTrial *trial, GError **error)
{
  way_document_begin (self->document, _ ("Assess the proposal"));
  way_change_trial_keep (self->document, self->request, trial);
  return way_document_commit (self->document, error);
}

/* "C-3 is implemented. The plan finishes 2 working days later · 1 row edited …" */
static char *
describe_implemented (WayChangeView *self, const WayChangeImpact *impact)
{
  g_autofree char *id = way_record_dup_human_id (WAY_RECORD (self->request));
  g_autofree char *done = g_strdup_printf (
      self->request->baseline ? _ ("%s is implemented, and a baseline is taken.")
                              : _ ("%s is implemented."), id);
  g_autofree char *summary = way_impact_summary (impact, way_document_get_plan (self->document));

  return g_strdup_printf ("%s %s.", done, summary);
}

/* What it does to the plan as it is now is what is kept with it: one step. */
static gboolean
implement (WayChangeView *self, const WayChangeTrial *trial, GError **error)
{
  g_autofree char *message = NULL;

  way_document_begin_with_origin (self->document, trial->whole->label,
                                  WAY_ORIGIN_CHANGE_REQUEST);
  way_change_trial_keep (self->document, self->request, trial);
  if (!way_change_request_implement (self->document, self->request, trial->whole, error))
    {
      way_document_rollback (self->document);
      return FALSE;
    }
  if (!way_document_commit (self->document, error))
    return FALSE;
  message = describe_implemented (self, trial->impact);
  way_window_toast (GTK_WIDGET (self), message, _ ("Undo"), "win.undo");
  return TRUE;
}

static gboolean
is_in_plan (WayChangeView *self)
{
  return way_plan_lookup (way_document_get_plan (self->document), WAY_RECORD (self->request)->id)
         == WAY_RECORD (self->request);
}

static void
use_trial (WayChangeView *self, Purpose purpose, const WayChangeTrial *trial)
{
  g_autoptr (GError) error = NULL;

  show_trial (self, trial);
  if ((purpose == KEEP && !keep_impact (self, trial, &error))
      || (purpose == IMPLEMENT && !implement (self, trial, &error)))
    way_window_report_error (GTK_WIDGET (self), error);
}

static void start (WayChangeView *self, Purpose purpose);

static void
stop (WayChangeView *self)
{
  if (self->computing != NULL)
    g_cancellable_cancel (self->computing);
  g_clear_object (&self->computing);
  g_clear_pointer (&self->waiting, way_waiting_free);
}

/* A plan that has moved on meanwhile is tried again: nothing is done that was not tried. */
static void
computed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (WayChangeView) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (WayChangeTrial) trial = way_change_trial_finish (result, &error);
  Purpose purpose = self->purpose;

  if (self->computing == NULL || g_task_get_cancellable (G_TASK (result)) != self->computing)
    return; /* another one is on its way, or nobody looks any more */
  g_clear_object (&self->computing);
  g_clear_pointer (&self->waiting, way_waiting_free);
  if (!is_in_plan (self))
    return;
  if (trial != NULL && trial->seq != way_document_get_seq (self->document))
    start (self, purpose);
  else if (trial != NULL)
    use_trial (self, purpose, trial);
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    show_kept (self);
  else if (purpose == SHOW)
    show_refused (self, error);
  else
    way_window_report_error (GTK_WIDGET (self), error);
}

/* One that is under way is enough: when it is done, it is seen whether it is of now. */
static void
start (WayChangeView *self, Purpose purpose)
{
  if (self->computing != NULL && purpose <= self->purpose)
    return;
  stop (self);
  self->computing = g_cancellable_new ();
  self->purpose = purpose;
  if (gtk_widget_get_root (GTK_WIDGET (self)) != NULL)
    self->waiting = way_waiting_new (GTK_WIDGET (self), _ ("Computing the impact…"),
                                     self->computing);
  way_change_trial_start (self->document, self->request,
                          purpose == IMPLEMENT ? WAY_TRIAL_IMPLEMENT : WAY_TRIAL_ASSESS,
                          self->computing, computed_cb, g_object_ref (self));
}

static void
refresh_impact (WayChangeView *self)
{
  gint64 seq = way_document_get_seq (self->document);

  if (self->shown_seq == seq)
    return;
  self->shown_seq = seq;
  if (is_worth_trying (self->request))
    start (self, SHOW);
  else
    show_kept (self);
}

/* ------------------------------------------------------------------ the head */

static const char *
tone_of (gint64 status)
{
  if (status == WAY_CHANGE_REJECTED)
    return "bad";
  return status == WAY_CHANGE_APPROVED || status >= WAY_CHANGE_IMPLEMENTED ? "good" : NULL;
}

static char *
describe_facts (WayChangeView *self)
{
  WayRecord *record = WAY_RECORD (self->request);
  static const char *const fields[]
      = { "requester", "owner", "milestone", "raised_on", "needed_by", "decided_on",
          "implemented_on", "superseded_by" };
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *recovery = way_recovery_describe (self->document, self->request);

  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      const WayField *field = way_record_type_field (&way_change_request_type, fields[i]);
      g_autofree char *value = way_record_format (record, field);

      if (value[0] != '\0')
        g_string_append_printf (text, "%s%s: %s", text->len > 0 ? "  ·  " : "", _ (field->label),
                                value);
    }
  if (recovery != NULL)
    g_string_append_printf (text, "%s%s", text->len > 0 ? "  ·  " : "", recovery);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* What comes next, as a rule. */
static gint64
next_step (WayChangeRequest *request)
{
  switch (request->status)
    {
    case WAY_CHANGE_IDENTIFIED:
      return WAY_CHANGE_ASSESSED;
    case WAY_CHANGE_ASSESSED:
      return WAY_CHANGE_PROPOSED;
    case WAY_CHANGE_PROPOSED: /* the approvals decide; one that waited may have been removed */
      return way_change_request_verdict (request) == WAY_VERDICT_APPROVED ? WAY_CHANGE_APPROVED
                                                                          : -1;
    case WAY_CHANGE_IMPLEMENTED:
      return WAY_CHANGE_CLOSED;
    default:
      return -1;
    }
}

/* In this order, so that no action is ever there with another one's target. */
static void
set_action (GtkWidget *button, const char *name, GVariant *target)
{
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), NULL);
  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (button), target);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), name);
}

static void
refresh_steps (WayChangeView *self)
{
  gint64 status = self->request->status, next = next_step (self->request);
  gboolean can_implement
      = status == WAY_CHANGE_APPROVED || status == WAY_CHANGE_IMPLEMENTING;
  g_autoptr (GMenu) menu = g_menu_new ();

  for (gint64 to = 0; to < way_enum_change_status.n_values; to++)
    {
      g_autofree char *action = g_strdup_printf ("change.step(%d)", (int)to);

      if (to != status && to != WAY_CHANGE_IMPLEMENTED && way_change_request_leads_to (status, to))
        g_menu_append (menu, way_enum_label (&way_enum_change_status, to), action);
    }
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (self->steps), G_MENU_MODEL (menu));
  gtk_widget_set_sensitive (self->steps, g_menu_model_get_n_items (G_MENU_MODEL (menu)) > 0);
  gtk_widget_set_visible (self->next, can_implement || next >= 0);
  if (can_implement)
    {
      gtk_button_set_label (GTK_BUTTON (self->next), _ ("_Implement"));
      set_action (self->next, "change.implement", NULL);
    }
  else if (next >= 0)
    {
      /* Translators: the status that a change request comes to next: Next: Assessed */
      g_autofree char *label
          = g_strdup_printf (_ ("Ne_xt: %s"), way_enum_label (&way_enum_change_status, next));

      gtk_button_set_label (GTK_BUTTON (self->next), label);
      set_action (self->next, "change.step", g_variant_new_int32 ((gint32)next));
    }
}

static void
refresh_head (WayChangeView *self)
{
  WayRecord *record = WAY_RECORD (self->request);
  g_autofree char *id = way_record_dup_human_id (record), *facts = describe_facts (self);
  g_autofree char *recovery = way_recovery_explain (self->document, self->request);
  const char *tone = tone_of (self->request->status);

  gtk_label_set_text (GTK_LABEL (self->crumb), id);
  gtk_label_set_text (GTK_LABEL (self->title), record->title);
  gtk_label_set_text (GTK_LABEL (self->status),
                      way_enum_label (&way_enum_change_status, self->request->status));
  gtk_widget_remove_css_class (self->status, "good");
  gtk_widget_remove_css_class (self->status, "bad");
  if (tone != NULL)
    gtk_widget_add_css_class (self->status, tone);
  gtk_label_set_text (GTK_LABEL (self->kind),
                      way_enum_label (&way_enum_change_kind, self->request->kind));
  gtk_label_set_text (GTK_LABEL (self->facts), facts);
  gtk_widget_set_tooltip_text (self->facts, recovery);
  gtk_widget_set_visible (self->facts, facts[0] != '\0');
  gtk_button_set_label (GTK_BUTTON (self->propose), self->request->changes[0] != '\0'
                                                        ? _ ("_Rework the proposal…")
                                                        : _ ("_Propose changes…"));
  gtk_widget_set_visible (self->propose, way_change_request_is_open (self->request));
}

/* ------------------------------------------------------------------ reasons */

static void
add_reason (WayChangeView *self, const char *name)
{
  const WayField *field = way_record_type_field (&way_change_request_type, name);
  const char *text = way_record_get_text (WAY_RECORD (self->request), name);
  GtkWidget *heading = gtk_label_new (_ (field->label));
  GtkWidget *label = gtk_label_new (text);

  if (text[0] == '\0')
    {
      g_object_ref_sink (heading);
      g_object_unref (heading);
      g_object_ref_sink (label);
      g_object_unref (label);
      return;
    }
  gtk_widget_add_css_class (heading, "strong");
  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_box_append (GTK_BOX (self->reasons), heading);
  gtk_box_append (GTK_BOX (self->reasons), label);
}

static void
refresh_reasons (WayChangeView *self)
{
  static const char *const fields[]
      = { "why", "alternatives", "recommendation", "risks", "lessons", "notes" };
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->reasons)) != NULL)
    gtk_box_remove (GTK_BOX (self->reasons), child);
  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    add_reason (self, fields[i]);
  gtk_widget_set_visible (self->reasons, gtk_widget_get_first_child (self->reasons) != NULL);
}

static GtkWidget *
get_focus (WayChangeView *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self)) ? focus : NULL;
}

/* What had the focus may be no more, as a step that is taken: it stays in the view. */
static void
keep_focus (WayChangeView *self, GtkWidget *before)
{
  GtkWidget *now = get_focus (self);

  if (now != NULL && gtk_widget_is_visible (now))
    return;
  if (!gtk_widget_is_ancestor (before, GTK_WIDGET (self)) || !gtk_widget_is_visible (before)
      || gtk_widget_get_ancestor (before, GTK_TYPE_POPOVER) != NULL
      || !gtk_widget_grab_focus (before))
    gtk_widget_grab_focus (self->steps);
}

void
way_change_view_refresh (WayChangeView *self)
{
  g_autoptr (GtkWidget) focus = NULL;

  g_set_object (&focus, get_focus (self));
  refresh_head (self);
  refresh_steps (self);
  refresh_reasons (self);
  way_approval_list_refresh (WAY_APPROVAL_LIST (self->approvals));
  refresh_impact (self);
  if (focus != NULL)
    keep_focus (self, focus);
}

WayChangeRequest *
way_change_view_get_request (WayChangeView *self)
{
  return self->request;
}

/* ------------------------------------------------------------------ actions */

static void
back_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_signal_emit (widget, signals[BACK], 0);
}

static void
edit_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WayChangeView *self = WAY_CHANGE_VIEW (widget);

  way_record_dialog_present (widget, self->document, &way_change_request_type,
                             WAY_RECORD (self->request));
}

static void
propose_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WayChangeView *self = WAY_CHANGE_VIEW (widget);

  way_proposal_open (widget, self->document, self->request);
}

/* What else has to be said is asked for in the form, which takes the step too. */
static void
ask_for_more (WayChangeView *self, gint64 status, const char *message)
{
  WayDraft *draft = way_draft_new (way_document_get_plan (self->document),
                                   &way_change_request_type, WAY_RECORD (self->request));

  way_draft_set_int (draft, "status", status);
  way_record_dialog_present_asking (GTK_WIDGET (self), self->document, draft, message);
}

static void
step_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WayChangeView *self = WAY_CHANGE_VIEW (widget);
  gint64 status = g_variant_get_int32 (parameter);
  g_autoptr (GError) error = NULL;

  if (way_change_request_step (self->document, self->request, status, &error))
    return;
  if (g_error_matches (error, WAY_ERROR, WAY_ERROR_INCOMPLETE))
    ask_for_more (self, status, error->message);
  else
    way_window_report_error (widget, error);
}

static void
assess_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  start (WAY_CHANGE_VIEW (widget), KEEP);
}

static void
implement_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  start (WAY_CHANGE_VIEW (widget), IMPLEMENT);
}

/* ------------------------------------------------------------------ the widget */

static void
way_change_view_dispose (GObject *object)
{
  WayChangeView *self = WAY_CHANGE_VIEW (object);

  stop (self);
  g_clear_object (&self->request);
  g_clear_object (&self->document);
  G_OBJECT_CLASS (way_change_view_parent_class)->dispose (object);
}

/* At the beginning: Tab leads to the steps, the approvals and the impact. */
static gboolean
way_change_view_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (WAY_CHANGE_VIEW (widget)->back);
}

static void
way_change_view_class_init (WayChangeViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = way_change_view_dispose;
  widget_class->grab_focus = way_change_view_grab_focus;
  signals[BACK] = g_signal_new ("back", WAY_TYPE_CHANGE_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 0);
  gtk_widget_class_install_action (widget_class, "change.back", NULL, back_cb);
  gtk_widget_class_install_action (widget_class, "change.edit", NULL, edit_cb);
  gtk_widget_class_install_action (widget_class, "change.propose", NULL, propose_cb);
  gtk_widget_class_install_action (widget_class, "change.assess", NULL, assess_cb);
  gtk_widget_class_install_action (widget_class, "change.implement", NULL, implement_cb);
  gtk_widget_class_install_action (widget_class, "change.step", "i", step_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Left, GDK_ALT_MASK, "change.back",
                                       NULL);
}

static GtkWidget *
new_label (const char *style)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, style);
  return label;
}

static GtkWidget *
new_button (const char *label, const char *action)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  return button;
}

static GtkWidget *
new_bar (WayChangeView *self)
{
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);

  gtk_widget_add_css_class (bar, "toolbar-row");
  self->back = new_button (_ ("_All changes"), "change.back");
  self->crumb = new_label ("secondary");
  gtk_widget_set_hexpand (self->crumb, TRUE);
  self->propose = new_button ("", "change.propose");
  gtk_button_set_use_underline (GTK_BUTTON (self->propose), TRUE);
  self->next = gtk_button_new ();
  gtk_button_set_use_underline (GTK_BUTTON (self->next), TRUE);
  gtk_widget_add_css_class (self->next, "suggested-action");
  self->steps = gtk_menu_button_new ();
  gtk_menu_button_set_use_underline (GTK_MENU_BUTTON (self->steps), TRUE);
  gtk_menu_button_set_label (GTK_MENU_BUTTON (self->steps), _ ("_Status"));
  gtk_box_append (GTK_BOX (bar), self->back);
  gtk_box_append (GTK_BOX (bar), self->crumb);
  gtk_box_append (GTK_BOX (bar), new_button (_ ("_Edit…"), "change.edit"));
  gtk_box_append (GTK_BOX (bar), self->propose);
  gtk_box_append (GTK_BOX (bar), self->steps);
  gtk_box_append (GTK_BOX (bar), self->next);
  return bar;
}

static GtkWidget *
new_head (WayChangeView *self)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);

  self->title = new_label ("title-large");
  gtk_label_set_wrap (GTK_LABEL (self->title), TRUE);
  self->status = new_label ("chip");
  self->kind = new_label ("chip");
  gtk_widget_set_valign (self->status, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (self->kind, GTK_ALIGN_CENTER);
  self->facts = new_label ("secondary");
  gtk_label_set_wrap (GTK_LABEL (self->facts), TRUE);
  gtk_box_append (GTK_BOX (line), self->title);
  gtk_box_append (GTK_BOX (line), self->status);
  gtk_box_append (GTK_BOX (line), self->kind);
  gtk_box_append (GTK_BOX (head), line);
  gtk_box_append (GTK_BOX (head), self->facts);
  return head;
}

static void
way_change_view_init (WayChangeView *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  self->shown_seq = -1;
}

static void
build (WayChangeView *self)
{
  GtkWidget *body = gtk_box_new (GTK_ORIENTATION_VERTICAL, 16);
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->banner = way_banner_new (WAY_BANNER_INFO);
  self->impact = way_impact_view_new (self->document);
  self->approvals = way_approval_list_new (self->document, self->request);
  self->reasons = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  gtk_widget_add_css_class (self->reasons, "card");
  gtk_widget_add_css_class (self->reasons, "mini-card");
  gtk_widget_add_css_class (body, "document-body");
  gtk_box_append (GTK_BOX (body), new_head (self));
  gtk_box_append (GTK_BOX (body), self->reasons);
  gtk_box_append (GTK_BOX (body), self->approvals);
  gtk_box_append (GTK_BOX (body), self->impact);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), body);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_box_append (GTK_BOX (self), new_bar (self));
  gtk_box_append (GTK_BOX (self), self->banner);
  gtk_box_append (GTK_BOX (self), scroller);
}

GtkWidget *
way_change_view_new (WayDocument *document, WayChangeRequest *request)
{
  WayChangeView *self = g_object_new (WAY_TYPE_CHANGE_VIEW, NULL);
  static const char *const writing[]
      = { "change.edit", "change.propose", "change.assess", "change.implement", "change.step" };

  self->document = g_object_ref (document);
  self->request = g_object_ref (request);
  build (self);
  for (gsize i = 0; i < G_N_ELEMENTS (writing); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), writing[i],
                                   !way_document_is_read_only (document));
  if (way_document_is_sandbox (document))
    gtk_widget_action_set_enabled (GTK_WIDGET (self), "change.propose", FALSE);
  way_change_view_refresh (self);
  return GTK_WIDGET (self);
}
