/* way-record-escalation.c: where an issue stands on its ladder, the steps to take, and their log.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-i18n.h"

#include "model/way-records.h"
#include "ui/records/way-record-tabs.h"

#include "document/way-register-figures.h"
#include "document/way-register-rules.h"
#include "metrics/way-escalation.h"
#include "ui/way-settings.h"
#include "ui/widgets/way-reference-button.h"

typedef struct
{
  WayDocument *document;
  WayIssue *issue;
  GtkWidget *state, *reason, *person, *acknowledge, *escalate;
} Ladder;

static void
ladder_free (gpointer data)
{
  Ladder *self = data;

  g_object_unref (self->document);
  g_object_unref (self->issue);
  g_free (self);
}

static void
fill_log (GtkWidget *list, WayDocument *document, WayRecord *record)
{
  g_autoptr (GPtrArray) steps = way_issue_get_escalations (WAY_ISSUE (record));

  for (guint i = 0; i < steps->len; i++)
    {
      WayEscalation *step = g_ptr_array_index (steps, i);
      WayRecord *person = way_plan_lookup (record->plan, step->person);
      g_autofree char *time = way_moment_format (step->time);
      g_autofree char *head = g_strdup_printf (
          "%s · %s → %s%s%s · %s", time, way_enum_label (&way_enum_escalation, step->from_level),
          way_enum_label (&way_enum_escalation, step->to_level), person != NULL ? ", " : "",
          person != NULL ? person->title : "", step->author);

      way_record_tab_add_line (list, head, step->reason);
    }
}

static char *
dup_state (Ladder *self, const WayEscalationState *state)
{
  g_autofree char *todo = way_escalation_format (self->document, state);
  const char *level = way_enum_label (&way_enum_escalation, state->level);

  return todo[0] != '\0' ? g_strdup_printf ("%s · %s", level, todo) : g_strdup (level);
}

static void
refresh (Ladder *self)
{
  WayEscalationState state;
  g_autofree char *text = NULL;
  gboolean open;

  if (WAY_RECORD (self->issue)->plan == NULL)
    return;
  state = way_issue_get_escalation (self->document, self->issue);
  text = dup_state (self, &state);
  open = way_issue_is_open (self->issue) && !way_document_is_read_only (self->document);
  gtk_label_set_text (GTK_LABEL (self->state), text);
  if (state.ran_out)
    gtk_widget_add_css_class (self->state, "bad-text");
  else
    gtk_widget_remove_css_class (self->state, "bad-text");
  gtk_widget_set_sensitive (self->acknowledge, open && !way_issue_is_acknowledged (self->issue));
  gtk_widget_set_sensitive (self->escalate, open && state.next > state.level);
}

static void
changed_cb (GtkWidget *box)
{
  refresh (g_object_get_data (G_OBJECT (box), "ladder"));
}

static void
propose (Ladder *self)
{
  WayEscalationState state = way_issue_get_escalation (self->document, self->issue);
  g_autofree char *reason = way_escalation_format_reason (self->document, &state);

  gtk_editable_set_text (GTK_EDITABLE (self->reason), reason != NULL ? reason : "");
  way_reference_button_set_value (WAY_REFERENCE_BUTTON (self->person),
                                  state.person != NULL ? state.person->id : 0);
}

static void
acknowledge_cb (GtkButton *button, Ladder *self)
{
  WayRecord *owner = way_plan_lookup (way_document_get_plan (self->document),
                                      WAY_RECORD (self->issue)->owner);

  way_document_begin (self->document, _ ("Acknowledge an issue"));
  way_issue_acknowledge (self->document, self->issue, owner);
  way_record_tab_step (GTK_WIDGET (button), self->document, TRUE);
}

static void
escalate_cb (GtkButton *button, Ladder *self)
{
  g_autofree char *author = way_settings_dup_author ();
  gint64 person = way_reference_button_get_value (WAY_REFERENCE_BUTTON (self->person));
  g_autofree char *reason
      = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->reason))));

  if (reason[0] == '\0')
    {
      gtk_widget_grab_focus (self->reason);
      return;
    }
  way_document_begin (self->document, _ ("Escalate an issue"));
  way_issue_escalate (self->document, self->issue,
                      way_plan_lookup (way_document_get_plan (self->document), person), reason,
                      author);
  if (way_record_tab_step (GTK_WIDGET (button), self->document, TRUE))
    propose (self);
}

static void
attach (GtkWidget *grid, int row, const char *name, GtkWidget *widget)
{
  GtkWidget *label = gtk_label_new (name);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_mnemonic_widget (GTK_LABEL (label), widget);
  gtk_widget_add_css_class (label, "field-label");
  gtk_widget_set_hexpand (widget, TRUE);
  gtk_grid_attach (GTK_GRID (grid), label, 0, row, 1, 1);
  gtk_grid_attach (GTK_GRID (grid), widget, 1, row, 1, 1);
}

static void
build_steps (Ladder *self, GtkWidget *box)
{
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *grid = gtk_grid_new ();

  gtk_grid_set_row_spacing (GTK_GRID (grid), 8);
  gtk_grid_set_column_spacing (GTK_GRID (grid), 16);
  self->reason = gtk_entry_new ();
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->reason), _ ("Why it goes on"));
  self->person = way_reference_button_new (way_document_get_plan (self->document),
                                           &way_resource_type, TRUE);
  way_reference_button_set_name (WAY_REFERENCE_BUTTON (self->person), _ ("To whom"));
  attach (grid, 0, _ ("Reason"), self->reason);
  attach (grid, 1, _ ("To whom"), self->person);
  self->acknowledge = gtk_button_new_with_mnemonic (_ ("Ac_knowledge"));
  self->escalate = gtk_button_new_with_mnemonic (_ ("_Escalate"));
  g_signal_connect (self->acknowledge, "clicked", G_CALLBACK (acknowledge_cb), self);
  g_signal_connect (self->escalate, "clicked", G_CALLBACK (escalate_cb), self);
  gtk_widget_set_halign (buttons, GTK_ALIGN_END);
  gtk_box_append (GTK_BOX (buttons), self->acknowledge);
  gtk_box_append (GTK_BOX (buttons), self->escalate);
  gtk_box_append (GTK_BOX (box), grid);
  gtk_box_append (GTK_BOX (box), buttons);
}

/**
 * way_record_escalation_new:
 *
 * Returns: (transfer floating): the clock that runs, acknowledging and escalating, and the log
 */
GtkWidget *
way_record_escalation_new (WayDocument *document, WayIssue *issue)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  Ladder *self = g_new0 (Ladder, 1);

  self->document = g_object_ref (document);
  self->issue = g_object_ref (issue);
  g_object_set_data_full (G_OBJECT (box), "ladder", self, ladder_free);
  gtk_widget_add_css_class (box, "form");
  self->state = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->state), 0);
  gtk_label_set_wrap (GTK_LABEL (self->state), TRUE);
  gtk_box_append (GTK_BOX (box), self->state);
  build_steps (self, box);
  gtk_box_append (GTK_BOX (box), way_record_tab_list_new (document, WAY_RECORD (issue),
                                                          _ ("Escalations"),
                                                          _ ("It was not escalated so far."),
                                                          fill_log));
  g_signal_connect_object (document, "changed", G_CALLBACK (changed_cb), box, G_CONNECT_SWAPPED);
  propose (self);
  refresh (self);
  return box;
}
