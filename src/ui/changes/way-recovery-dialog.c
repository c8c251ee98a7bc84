/* way-recovery-dialog.c: offers ways to get a late milestone back, and proposes those chosen.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-i18n.h"

#include "ui/changes/way-recovery-dialog.h"

#include "metrics/impact/way-recovery-plan.h"
#include "metrics/way-figure.h"
#include "ui/way-window.h"
#include "ui/widgets/way-dialog.h"

#define TICK 120 /* milliseconds between two looks at how far the search is */

typedef struct
{
  WayDocument *document;
  gint64 milestone;
  GtkWidget *parent;    /* weak: where the request is shown */
  GtkWidget *heading;
  GtkWidget *list;
  GPtrArray *found;     /* (nullable): WayRecovery */
  gint64 found_seq;     /* place in the journal of the plan that they were tried on */
  GPtrArray *checks;    /* GtkCheckButton, unowned, as found */
  WayRecoveryProgress *progress; /* (nullable): of the search that is under way */
  guint tick;           /* source that shows how far it is; 0 = none */
  GCancellable *cancellable; /* closing the dialog cancels what is under way */
} Recovery;

static void
stop_progress (Recovery *self)
{
  g_clear_handle_id (&self->tick, g_source_remove);
  g_clear_pointer (&self->progress, g_atomic_rc_box_release);
}

static void
recovery_free (gpointer data)
{
  Recovery *self = data;

  stop_progress (self);
  g_clear_weak_pointer (&self->parent);
  g_clear_pointer (&self->found, g_ptr_array_unref);
  g_ptr_array_unref (self->checks);
  g_object_unref (self->cancellable);
  g_object_unref (self->document);
  g_free (self);
}

static WayMilestone *
milestone_of (Recovery *self)
{
  WayRecord *record = way_plan_lookup (way_document_get_plan (self->document), self->milestone);

  return record != NULL && WAY_IS_MILESTONE (record) ? WAY_MILESTONE (record) : NULL;
}

/* "2 working days earlier · +800.00 €" */
static char *
describe (Recovery *self, const WayRecovery *recovery)
{
  WayPlan *plan = way_document_get_plan (self->document);
  g_autofree char *days = way_working_days_format (plan, recovery->regained);
  g_autofree char *money
      = way_money_format (ABS (recovery->cost), way_plan_get_project (plan)->currency);

  if (recovery->cost == 0)
    return g_strdup_printf (_ ("%s earlier, at no cost"), days);
  /* Translators: days and money: 2 working days earlier, costs 800.00 € */
  return g_strdup_printf (recovery->cost > 0 ? _ ("%s earlier, costs %s")
                                             : _ ("%s earlier, saves %s"), days, money);
}

static GtkWidget *
new_text (const char *text, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, style);
  return label;
}

static void
add_row (Recovery *self, const WayRecovery *recovery)
{
  GtkWidget *check = gtk_check_button_new ();
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autofree char *figures = describe (self, recovery);
  g_autofree char *name = g_strdup_printf ("%s: %s", recovery->text, figures);

  gtk_box_append (GTK_BOX (texts), new_text (recovery->text, "strong"));
  gtk_box_append (GTK_BOX (texts), new_text (figures, "normal"));
  gtk_box_append (GTK_BOX (texts), new_text (recovery->risk, "secondary"));
  gtk_widget_set_margin_start (texts, 6);
  gtk_widget_set_margin_top (texts, 4);
  gtk_widget_set_margin_bottom (texts, 4);
  gtk_check_button_set_child (GTK_CHECK_BUTTON (check), texts);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_box_append (GTK_BOX (self->list), check);
  g_ptr_array_add (self->checks, check);
}

/* "4 working days late. What would help, each tried on a copy of the plan:" */
static void
tell (Recovery *self)
{
  WayMilestone *milestone = milestone_of (self);
  const char *help = self->found->len > 0
                         ? _ ("What would help, each tried on a copy of the plan:")
                         : _ ("Nothing on its driving chain can be made shorter. Move its date, "
                              "or take something out of its scope.");
  g_autofree char *late
      = milestone != NULL && milestone->variance > 0
            ? way_variance_describe (way_document_get_plan (self->document), milestone->variance)
            : NULL;
  /* Translators: how late a milestone is, and what would help: 4 working days late. What would … */
  g_autofree char *text
      = late != NULL ? g_strdup_printf (_ ("%s. %s"), late, help) : g_strdup (help);

  gtk_label_set_text (GTK_LABEL (self->heading), text);
}

static void search (WayDialog *dialog, Recovery *self);

/* What another thread could not do is told; the way out is to close the dialog. */
static void
tell_problem (WayDialog *dialog, Recovery *self, const GError *error)
{
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return; /* closed meanwhile */
  gtk_label_set_text (GTK_LABEL (self->heading), "");
  way_dialog_set_message (dialog, error->message);
}

static void
show_found (Recovery *self)
{
  for (guint i = 0; i < self->found->len; i++)
    add_row (self, self->found->pdata[i]);
  if (self->checks->len > 0)
    gtk_widget_grab_focus (self->checks->pdata[0]);
  tell (self);
}

static void
found_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (WayDialog) dialog = data;
  Recovery *self = g_object_get_data (G_OBJECT (dialog), "recovery");
  g_autoptr (GError) error = NULL;

  stop_progress (self);
  self->found = way_recoveries_finish (result, &self->found_seq, &error);
  if (self->found == NULL)
    tell_problem (dialog, self, error);
  else if (self->found_seq != way_document_get_seq (self->document))
    search (dialog, self);
  else
    {
      show_found (self);
      way_dialog_set_can_confirm (dialog, self->found->len > 0);
    }
}

/* "Trying what could help: 3 of 12…" */
static gboolean
tick_cb (gpointer data)
{
  Recovery *self = data;
  int n_all = g_atomic_int_get (&self->progress->n_all);
  int n_tried = g_atomic_int_get (&self->progress->n_tried);
  g_autofree char *text = NULL;

  if (n_all == 0)
    return G_SOURCE_CONTINUE;
  /* Translators: which of how many is being tried: 3 of 12 */
  text = g_strdup_printf (_ ("Trying what could help: %d of %d…"), MIN (n_tried + 1, n_all), n_all);
  gtk_label_set_text (GTK_LABEL (self->heading), text);
  return G_SOURCE_CONTINUE;
}

/* Looks for them in the plan as it is now. */
static void
search (WayDialog *dialog, Recovery *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->list)) != NULL)
    gtk_box_remove (GTK_BOX (self->list), child);
  g_ptr_array_set_size (self->checks, 0);
  g_clear_pointer (&self->found, g_ptr_array_unref);
  gtk_label_set_text (GTK_LABEL (self->heading), _ ("Trying what could help…"));
  way_dialog_set_can_confirm (dialog, FALSE);
  stop_progress (self);
  self->progress = g_atomic_rc_box_new0 (WayRecoveryProgress);
  self->tick = g_timeout_add (TICK, tick_cb, self);
  way_recoveries_start (self->document, self->milestone, self->progress, self->cancellable,
                        found_cb, g_object_ref (dialog));
}

/* The arrows go from one to the next, as in a list. */
static gboolean
key_pressed_cb (GtkEventControllerKey *controller, guint keyval, guint keycode,
                GdkModifierType state, Recovery *self)
{
  int step = keyval == GDK_KEY_Down || keyval == GDK_KEY_KP_Down ? 1
             : keyval == GDK_KEY_Up || keyval == GDK_KEY_KP_Up   ? -1
                                                                 : 0;

  for (int i = 0; step != 0 && i < (int)self->checks->len; i++)
    if (gtk_widget_has_focus (self->checks->pdata[i]))
      {
        gtk_widget_grab_focus (
            self->checks->pdata[CLAMP (i + step, 0, (int)self->checks->len - 1)]);
        return GDK_EVENT_STOP;
      }
  return GDK_EVENT_PROPAGATE;
}

/* ------------------------------------------------------------------ proposing */

static GPtrArray *
get_chosen (Recovery *self)
{
  GPtrArray *chosen = g_ptr_array_new_with_free_func (way_recovery_unref);

  for (guint i = 0; i < self->checks->len; i++)
    if (gtk_check_button_get_active (GTK_CHECK_BUTTON (self->checks->pdata[i])))
      g_ptr_array_add (chosen, way_recovery_ref (self->found->pdata[i]));
  return chosen;
}

static void
set_proposing (WayDialog *dialog, Recovery *self, gboolean proposing)
{
  gtk_widget_set_sensitive (self->list, !proposing);
  way_dialog_set_can_confirm (dialog, !proposing);
  way_dialog_set_message (dialog, NULL);
  if (proposing)
    gtk_label_set_text (GTK_LABEL (self->heading), _ ("Computing the impact…"));
  else
    tell (self);
}

static void
keep (WayDialog *dialog, Recovery *self, WayRecoveryPlan *plan)
{
  g_autoptr (GError) error = NULL;
  WayChangeRequest *request = way_recovery_plan_keep (plan, self->document, &error);

  if (request == NULL)
    {
      way_dialog_set_message (dialog, error->message);
      return;
    }
  if (self->parent != NULL)
    way_window_show_record (self->parent, WAY_RECORD (request));
  gtk_window_destroy (GTK_WINDOW (dialog));
}

static void start_plan (WayDialog *dialog, Recovery *self, GPtrArray *chosen);

/* A plan that has moved on meanwhile is tried again: nothing is kept that was not tried. */
static void
planned_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (WayDialog) dialog = data;
  Recovery *self = g_object_get_data (G_OBJECT (dialog), "recovery");
  g_autoptr (GError) error = NULL;
  g_autoptr (WayRecoveryPlan) plan = way_recovery_plan_finish (result, &error);
  g_autoptr (GPtrArray) chosen = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return; /* closed meanwhile */
  if (plan != NULL && way_recovery_plan_is_stale (plan, self->document))
    {
      chosen = get_chosen (self);
      start_plan (dialog, self, chosen);
      return;
    }
  set_proposing (dialog, self, FALSE);
  if (plan != NULL)
    keep (dialog, self, plan);
  else
    way_dialog_set_message (dialog, error->message);
}

static void
start_plan (WayDialog *dialog, Recovery *self, GPtrArray *chosen)
{
  way_recovery_plan_start (self->document, self->milestone, chosen, self->cancellable, planned_cb,
                           g_object_ref (dialog));
}

static gboolean
confirm_cb (WayDialog *dialog, Recovery *self)
{
  g_autoptr (GPtrArray) chosen = get_chosen (self);

  if (chosen->len == 0)
    way_dialog_set_message (dialog, _ ("Choose at least one."));
  else if (self->found_seq != way_document_get_seq (self->document))
    {
      search (dialog, self);
      way_dialog_set_message (dialog, _ ("The plan has changed meanwhile: choose again."));
    }
  else
    {
      set_proposing (dialog, self, TRUE);
      start_plan (dialog, self, chosen);
    }
  return FALSE;
}

static void
closed_cb (Recovery *self)
{
  stop_progress (self);
  g_cancellable_cancel (self->cancellable);
}

/**
 * way_recovery_dialog_present:
 * @parent: any widget of the window
 */
void
way_recovery_dialog_present (GtkWidget *parent, WayDocument *document, WayMilestone *milestone)
{
  g_autofree char *title = g_strdup_printf (_ ("Recover “%s”"), WAY_RECORD (milestone)->title);
  WayDialog *dialog = way_dialog_new (parent, title, _ ("_Propose"));
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();
  Recovery *self = g_new0 (Recovery, 1);

  self->document = g_object_ref (document);
  self->milestone = WAY_RECORD (milestone)->id;
  self->checks = g_ptr_array_new ();
  self->cancellable = g_cancellable_new ();
  g_set_weak_pointer (&self->parent, parent);
  self->heading = new_text ("", "normal");
  self->list = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (self->list, keys);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->list);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scroller), 480);
  gtk_box_append (GTK_BOX (content), self->heading);
  gtk_box_append (GTK_BOX (content), scroller);
  gtk_widget_add_css_class (content, "form");
  way_dialog_set_content (dialog, content);
  g_object_set_data_full (G_OBJECT (dialog), "recovery", self, recovery_free);
  g_signal_connect (dialog, "confirm", G_CALLBACK (confirm_cb), self);
  g_signal_connect_swapped (dialog, "destroy", G_CALLBACK (closed_cb), self);
  gtk_window_set_default_size (GTK_WINDOW (dialog), 620, -1);
  gtk_window_present (GTK_WINDOW (dialog));
  search (dialog, self);
}
