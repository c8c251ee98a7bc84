/* way-alert.c: WayAlert, a question or message in a small window, answered asynchronously.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-i18n.h"

#include "ui/widgets/way-alert.h"
#include "ui/widgets/way-dialog.h"

typedef struct
{
  WayAlertAnswer answer;
  gpointer data;
  GDestroyNotify destroy;
} Question;

static void
question_free (Question *question)
{
  if (question->destroy != NULL)
    question->destroy (question->data);
  g_free (question);
}

static gboolean
confirm_cb (WayDialog *dialog, Question *question)
{
  gtk_widget_set_visible (GTK_WIDGET (dialog), FALSE); /* what follows may open a window itself */
  question->answer (question->data);
  return TRUE;
}

static WayDialog *
new_alert (GtkWidget *inside, const char *heading, const char *body, const char *confirm_label)
{
  WayDialog *dialog = way_dialog_new (inside, heading, confirm_label);
  GtkWidget *label = gtk_label_new (body);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_width_chars (GTK_LABEL (label), 48);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 64);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_label_select_region (GTK_LABEL (label), 0, 0);
  gtk_widget_set_can_focus (label, FALSE);
  gtk_widget_add_css_class (label, "alert-body");
  way_dialog_set_content (dialog, label);
  gtk_window_set_resizable (GTK_WINDOW (dialog), FALSE);
  return dialog;
}

/**
 * way_alert_tell:
 * @inside: a widget of the window that it belongs to
 * @heading: what happened, in a few words
 * @body: the sentences: to what, and what to do
 */
void
way_alert_tell (GtkWidget *inside, const char *heading, const char *body)
{
  gtk_window_present (GTK_WINDOW (new_alert (inside, heading, body, NULL)));
}

/**
 * way_alert_ask:
 * @inside: a widget of the window that it belongs to
 * @heading: the question
 * @body: what follows from saying yes
 * @confirm_label: a verb, with mnemonic
 * @destructive: saying yes takes something away
 * @answer: (scope notified): called when the answer is yes
 */
void
way_alert_ask (GtkWidget *inside,
               const char *heading,
               const char *body,
               const char *confirm_label,
               gboolean destructive,
               WayAlertAnswer answer,
               gpointer data,
               GDestroyNotify destroy)
{
  WayDialog *dialog = new_alert (inside, heading, body, confirm_label);
  Question *question = g_new0 (Question, 1);

  question->answer = answer;
  question->data = data;
  question->destroy = destroy;
  if (destructive)
    way_dialog_set_destructive (dialog);
  g_signal_connect_data (dialog, "confirm", G_CALLBACK (confirm_cb), question,
                         (GClosureNotify)(void (*) (void))question_free, 0);
  gtk_window_present (GTK_WINDOW (dialog));
  if (!destructive)
    gtk_widget_grab_focus (gtk_window_get_default_widget (GTK_WINDOW (dialog)));
}
