/* way-risk-triggers.c: the triggers of a risk, and the way to its contingency plan.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-i18n.h"

#include "ui/registers/way-risk-triggers.h"

#include "metrics/way-trigger.h"
#include "ui/records/way-record-tabs.h"
#include "ui/registers/way-contingency-dialog.h"
#include "ui/registers/way-trigger-dialog.h"

/* "Fired · 11 Mar 2026 17:00 · 17 Mar 2026" */
static char *
format_state (WayDocument *document, WayTrigger *trigger)
{
  WayAnswer answer = way_trigger_test (document, trigger);
  g_autofree char *fired_on = NULL;
  g_autofree char *found = NULL;

  if (trigger->state == WAY_TRIGGER_WATCHING)
    return g_strdup (answer == WAY_ANSWER_YES  ? _ ("Holds now")
                     : answer == WAY_ANSWER_NO ? _ ("Does not hold")
                                               : _ ("Cannot be told yet"));
  if (trigger->fired_on == WAY_NEVER)
    return g_strdup (way_enum_label (&way_enum_trigger_state, trigger->state));
  fired_on = way_moment_format (trigger->fired_on);
  found = way_trigger_format_found (trigger);
  return g_strdup_printf ("%s · %s%s%s", way_enum_label (&way_enum_trigger_state, trigger->state),
                          fired_on, found[0] != '\0' ? " · " : "", found);
}

static void
watch_cb (GtkButton *button, WayRecord *trigger)
{
  WayDocument *document = g_object_get_data (G_OBJECT (button), "document");

  way_document_begin (document, _ ("Watch a trigger again"));
  way_trigger_watch_again (document, WAY_TRIGGER (trigger));
  way_record_tab_step (GTK_WIDGET (button), document, TRUE);
}

static void
edit_cb (GtkButton *button, WayRecord *trigger)
{
  WayDocument *document = g_object_get_data (G_OBJECT (button), "document");

  way_trigger_dialog_present (GTK_WIDGET (button), document, NULL, WAY_TRIGGER (trigger));
}

static void
add_line_button (GtkWidget *line, const char *label, GCallback clicked, WayDocument *document,
                 WayTrigger *trigger)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  g_object_set_data_full (G_OBJECT (button), "document", g_object_ref (document), g_object_unref);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_sensitive (button, !way_document_is_read_only (document));
  g_signal_connect_object (button, "clicked", clicked, trigger, 0);
  gtk_box_append (GTK_BOX (line), button);
}

static void
fill_triggers (GtkWidget *list, WayDocument *document, WayRecord *record)
{
  GPtrArray *triggers = way_risk_get_triggers (WAY_RISK (record));

  for (guint i = 0; i < triggers->len; i++)
    {
      WayTrigger *trigger = g_ptr_array_index (triggers, i);
      g_autofree char *sentence = way_trigger_format (trigger);
      g_autofree char *state = format_state (document, trigger);
      GtkWidget *line = way_record_tab_add_line (list, state, sentence);

      if (trigger->state != WAY_TRIGGER_WATCHING)
        add_line_button (line, _ ("_Watch again"), G_CALLBACK (watch_cb), document, trigger);
      add_line_button (line, _ ("_Edit…"), G_CALLBACK (edit_cb), document, trigger);
    }
}

static void
add_cb (GtkButton *button, WayRecord *risk)
{
  WayDocument *document = g_object_get_data (G_OBJECT (button), "document");

  way_trigger_dialog_present (GTK_WIDGET (button), document, WAY_RISK (risk), NULL);
}

static void
activate_cb (GtkButton *button, WayRisk *risk)
{
  way_contingency_dialog_present (GTK_WIDGET (button),
                                  g_object_get_data (G_OBJECT (button), "document"), risk);
}

static void
add_button (GtkWidget *box, const char *label, GCallback clicked, WayDocument *document,
            WayRisk *risk)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  g_object_set_data_full (G_OBJECT (button), "document", g_object_ref (document), g_object_unref);
  gtk_widget_set_sensitive (button, !way_document_is_read_only (document));
  g_signal_connect_object (button, "clicked", clicked, risk, 0);
  gtk_box_append (GTK_BOX (box), button);
}

/**
 * way_risk_triggers_new:
 *
 * Returns: (transfer floating): each condition as a sentence with whether it holds
 */
GtkWidget *
way_risk_triggers_new (WayDocument *document, WayRisk *risk)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_widget_add_css_class (box, "form");
  gtk_box_append (GTK_BOX (box),
                  way_record_tab_list_new (document, WAY_RECORD (risk), _ ("Triggers"),
                                           _ ("No condition starts the contingency plan yet."),
                                           fill_triggers));
  gtk_widget_set_halign (buttons, GTK_ALIGN_END);
  add_button (buttons, _ ("Add a _trigger…"), G_CALLBACK (add_cb), document, risk);
  add_button (buttons, _ ("_Start the contingency plan…"), G_CALLBACK (activate_cb), document, risk);
  gtk_box_append (GTK_BOX (box), buttons);
  return box;
}
