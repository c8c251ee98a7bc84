/* way-milestone-files.c: milestone documents as files: written, and taken in after a look.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * An import is tried first without changing anything; what it would do is shown, with the values
 * that document and plan have both changed side by side. */

#include "model/way-i18n.h"

#include "ui/milestones/way-milestone-files.h"

#include "exchange/milestone/way-milestone-file.h"
#include "exchange/way-exchange.h"
#include "ui/dialogs/way-import-dialog.h"
#include "ui/milestones/way-name-questions.h"
#include "ui/way-plan-files.h"
#include "ui/way-window.h"
#include "ui/widgets/way-compat.h"
#include "ui/widgets/way-dialog.h"

#define FORMAT "milestone"

/* What a question about a file is about, until it is answered. */
typedef struct
{
  GtkWidget *inside; /* weak */
  WayDocument *document;
  WayMilestone *milestone; /* (nullable) */
  GFile *file;             /* (nullable) */
  GtkBox *box;             /* (nullable) (unowned): of the dialog */
  GtkDropDown *prefer;     /* (nullable) (unowned): likewise */
  WayNameQuestions *names; /* (nullable) (unowned): likewise */
} Question;

static Question *
question_new (GtkWidget *inside, WayDocument *document, WayMilestone *milestone, GFile *file)
{
  Question *self = g_new0 (Question, 1);

  g_set_weak_pointer (&self->inside, inside);
  self->document = g_object_ref (document);
  g_set_object (&self->milestone, milestone);
  g_set_object (&self->file, file);
  return self;
}

static void
question_free (Question *self)
{
  g_clear_weak_pointer (&self->inside);
  g_clear_object (&self->document);
  g_clear_object (&self->milestone);
  g_clear_object (&self->file);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Question, question_free)

static void
question_closure_free (gpointer data, GClosure *closure)
{
  question_free (data);
}

static const char *const *
markdown_filters (void)
{
  static const char *filters[3];

  filters[0] = _ ("Milestone documents|*.md;*.markdown");
  filters[1] = _ ("All files|*");
  return filters;
}

/* ------------------------------------------------------------------ out */

static void
write_out (Question *self, GFile *target)
{
  WayExchangeOptions options = { 0 };
  g_autofree char *name = g_file_get_basename (target), *message = NULL;
  g_autoptr (GError) error = NULL;

  if (self->milestone != NULL)
    options.record = WAY_RECORD (self->milestone)->id;
  if (!way_exchange_export (self->document, g_file_peek_path (target), FORMAT, &options, &error))
    {
      way_window_report_error (self->inside, error);
      return;
    }
  message = g_strdup_printf (_ ("Exported to “%s”."), name);
  way_window_toast (self->inside, message, NULL, NULL);
}

static void
target_chosen_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Question) self = data;
  g_autoptr (GFile) target = way_compat_file_finish (result, NULL);

  if (target != NULL && self->inside != NULL)
    write_out (self, target);
}

/**
 * way_milestone_files_export:
 * @inside: a widget of the window that asks
 *
 * Writes the document of one milestone to where the user says.
 */
void
way_milestone_files_export (GtkWidget *inside, WayDocument *document, WayMilestone *milestone)
{
  g_autofree char *name = way_milestone_document_name (milestone);
  g_autoptr (GFile) proposed = way_plan_files_propose (way_document_get_path (document), name, "");

  way_compat_save_file (inside, _ ("Export the milestone’s document"), proposed,
                        markdown_filters (), NULL, target_chosen_cb, question_new (inside, document, milestone, NULL));
}

/**
 * way_milestone_files_export_all:
 * @inside: a widget of the window that asks
 *
 * Writes the documents of all milestones into a folder.
 */
void
way_milestone_files_export_all (GtkWidget *inside, WayDocument *document)
{
  way_compat_choose_folder (inside, _ ("Export all milestones’ documents into a folder"), NULL,
                            target_chosen_cb, question_new (inside, document, NULL, NULL));
}

/* ------------------------------------------------------------------ in */

static gboolean
take_in (Question *self, gboolean preview, WayExchangePrefer prefer, WayImportReport **report,
        GError **error)
{
  g_autoptr (GPtrArray) names
      = self->names != NULL ? way_name_questions_get_choices (self->names) : NULL;
  WayExchangeOptions options = { .prefer = prefer, .preview = preview, .names = names };

  if (self->milestone != NULL)
    options.record = WAY_RECORD (self->milestone)->id;
  return way_exchange_import (self->document, g_file_peek_path (self->file), FORMAT, &options,
                              report, error);
}

static gboolean
confirm_cb (WayDialog *dialog, gpointer data)
{
  Question *self = data;
  g_autoptr (WayImportReport) report = NULL;
  g_autoptr (GError) error = NULL;
  gboolean plan = self->prefer != NULL && gtk_drop_down_get_selected (self->prefer) == 1;

  if (!take_in (self, FALSE, plan ? WAY_PREFER_PLAN : WAY_PREFER_FILE, &report, &error))
    {
      way_dialog_set_message (dialog, error->message);
      return FALSE;
    }
  if (self->inside != NULL)
    {
      g_autofree char *message = g_strdup_printf (_ ("Imported “%s”."), report->file);

      way_window_toast (self->inside, message, _ ("Undo"), "win.undo");
    }
  return TRUE;
}

static GtkWidget *
new_preference (Question *self)
{
  const char *const sides[] = { _ ("Take the document’s values"), _ ("Keep the plan’s values"),
                                NULL };
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = gtk_label_new (_ ("Where both have changed:"));
  GtkWidget *choice = gtk_drop_down_new_from_strings (sides);

  gtk_accessible_update_property (GTK_ACCESSIBLE (choice), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Where both have changed:"), -1);
  self->prefer = GTK_DROP_DOWN (choice);
  gtk_widget_add_css_class (row, "toolbar-row");
  gtk_box_append (GTK_BOX (row), label);
  gtk_box_append (GTK_BOX (row), choice);
  return row;
}

static void
add_report (Question *self, const WayImportReport *report)
{
  GtkWidget *content = way_import_dialog_new_content (report);

  gtk_widget_set_vexpand (content, TRUE);
  gtk_box_append (self->box, content);
}

/* What the import would do with the answers of now. */
static void
answered_cb (WayNameQuestions *names, Question *self)
{
  g_autoptr (WayImportReport) report = NULL;

  if (!take_in (self, TRUE, WAY_PREFER_FILE, &report, NULL))
    return; /* “Import” will say why */
  gtk_box_remove (self->box, gtk_widget_get_last_child (GTK_WIDGET (self->box)));
  add_report (self, report);
}

/* The questions about @report, and below them what would come of their answers. */
static void
fill (Question *self, const WayImportReport *report)
{
  GtkWidget *names = way_name_questions_new (way_document_get_plan (self->document), report);

  if (report->conflicts->len > 0)
    gtk_box_append (self->box, new_preference (self));
  self->names = WAY_NAME_QUESTIONS (names);
  gtk_box_append (self->box, names);
  add_report (self, report);
  answered_cb (self->names, self);
  g_signal_connect (names, "changed", G_CALLBACK (answered_cb), self);
}

/**
 * way_milestone_files_import_file:
 * @file: a milestone document
 * @milestone: (nullable): over which one
 *
 * Asks before anything is changed; the import is one step.
 */
void
way_milestone_files_import_file (GtkWidget *inside, WayDocument *document, GFile *file,
                                 WayMilestone *milestone)
{
  g_autoptr (Question) self = question_new (inside, document, milestone, file);
  g_autoptr (WayImportReport) report = NULL;
  g_autoptr (GError) error = NULL;
  GtkWidget *names;
  WayDialog *dialog;

  if (!take_in (self, TRUE, WAY_PREFER_FILE, &report, &error))
    {
      way_window_report_error (inside, error);
      return;
    }
  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  dialog = way_dialog_new (inside, _ ("Import a milestone’s document"), _ ("_Import"));
  way_dialog_set_content (dialog, GTK_WIDGET (self->box));
  fill (self, report);
  names = GTK_WIDGET (self->names);
  g_signal_connect_data (dialog, "confirm", G_CALLBACK (confirm_cb), g_steal_pointer (&self),
                         question_closure_free, 0);
  gtk_window_set_default_size (GTK_WINDOW (dialog), 600, 520);
  gtk_window_present (GTK_WINDOW (dialog));
  gtk_widget_grab_focus (names);
}

static void
source_chosen_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Question) self = data;
  g_autoptr (GFile) file = way_compat_file_finish (result, NULL);

  if (file != NULL && self->inside != NULL)
    way_milestone_files_import_file (self->inside, self->document, file, self->milestone);
}

/**
 * way_milestone_files_import:
 * @inside: a widget of the window that asks
 * @milestone: (nullable): over which one
 *
 * Asks for the file, then as way_milestone_files_import_file().
 */
void
way_milestone_files_import (GtkWidget *inside, WayDocument *document, WayMilestone *milestone)
{
  way_compat_open_file (inside, _ ("Import a milestone’s document"), markdown_filters (), NULL,
                        source_chosen_cb, question_new (inside, document, milestone, NULL));
}
