/* way-task-dialog.c: the dialog with all of a task: general, links, resources, constraint, notes.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One draft, shown by a form on each tab; links and assignments in lists of their
 * own. Apply is one edit scope: all of it is done, or nothing and the reason shown. */

#include "model/way-i18n.h"

#include "ui/timeline/way-task-dialog.h"

#include "document/way-task-edits.h"
#include "ui/records/way-record-form.h"
#include "ui/timeline/way-assignment-list.h"
#include "ui/timeline/way-link-list.h"
#include "ui/widgets/way-dialog.h"

#define MAX_FORMS 5

#define WAY_TYPE_TASK_DIALOG (way_task_dialog_get_type ())
G_DECLARE_FINAL_TYPE (WayTaskDialog, way_task_dialog, WAY, TASK_DIALOG, WayDialog)

struct _WayTaskDialog
{
  WayDialog parent_instance;

  WayDocument *document;
  WayTask *task;
  WayDraft *draft;
  GtkNotebook *notebook;
  GtkWidget *forms[MAX_FORMS]; /* WayRecordForm, with the tab each is on */
  int form_tabs[MAX_FORMS];
  guint n_forms;
  WayTaskLines *predecessors, *successors;
  WayTaskLines *assignments; /* (nullable): a summary has none */
};

G_DEFINE_FINAL_TYPE (WayTaskDialog, way_task_dialog, WAY_TYPE_DIALOG)

/* Progress and duration mean more than their one field: actual dates, remaining work. */
static gboolean
apply_edit (WayTaskDialog *self, const WayDraftEdit *edit, GError **error)
{
  if (g_str_equal (edit->field->name, "percent_complete"))
    return way_task_edit_complete (self->document, self->task, edit->after->i, error);
  if (g_str_equal (edit->field->name, "duration"))
    return way_task_edit_duration (self->document, self->task, edit->after->i,
                                   (WayUnit)way_draft_get_int (self->draft, "duration_unit"),
                                   error);
  way_document_set (self->document, WAY_RECORD (self->task), edit->field, edit->after);
  return TRUE;
}

static gboolean
apply_all (WayTaskDialog *self, GError **error)
{
  g_autoptr (GArray) edits = way_draft_diff (self->draft);

  for (guint i = 0; i < edits->len; i++)
    if (!apply_edit (self, &g_array_index (edits, WayDraftEdit, i), error))
      return FALSE;
  return way_task_lines_apply (self->predecessors, error)
         && way_task_lines_apply (self->successors, error)
         && (self->assignments == NULL || way_task_lines_apply (self->assignments, error));
}

static gboolean
check_forms (WayTaskDialog *self)
{
  for (guint i = 0; i < self->n_forms; i++)
    if (!way_record_form_check (WAY_RECORD_FORM (self->forms[i])))
      {
        gtk_notebook_set_current_page (self->notebook, self->form_tabs[i]);
        way_record_form_check (WAY_RECORD_FORM (self->forms[i])); /* now it can have the focus */
        return FALSE;
      }
  return TRUE;
}

static gboolean
way_task_dialog_confirm (WayDialog *dialog)
{
  WayTaskDialog *self = WAY_TASK_DIALOG (dialog);
  g_autofree char *label = NULL;
  g_autoptr (GError) error = NULL;

  way_dialog_set_message (dialog, NULL);
  if (!check_forms (self))
    return FALSE;
  label = g_strdup_printf (_ ("Edit “%s”"), WAY_RECORD (self->task)->title);
  way_document_begin (self->document, label);
  if (!apply_all (self, &error))
    {
      way_document_rollback (self->document);
      way_dialog_set_message (dialog, error->message);
      return FALSE;
    }
  if (!way_document_commit (self->document, &error))
    {
      way_dialog_set_message (dialog, error->message);
      return FALSE;
    }
  return TRUE;
}

static void
way_task_dialog_finalize (GObject *object)
{
  WayTaskDialog *self = WAY_TASK_DIALOG (object);

  g_clear_pointer (&self->draft, way_draft_free);
  g_clear_object (&self->task);
  g_clear_object (&self->document);
  G_OBJECT_CLASS (way_task_dialog_parent_class)->finalize (object);
}

static void
way_task_dialog_class_init (WayTaskDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = way_task_dialog_finalize;
  WAY_DIALOG_CLASS (klass)->confirm = way_task_dialog_confirm;
}

static void
way_task_dialog_init (WayTaskDialog *self)
{
  self->notebook = GTK_NOTEBOOK (gtk_notebook_new ());
  gtk_notebook_set_show_border (self->notebook, FALSE);
  way_dialog_set_content (WAY_DIALOG (self), GTK_WIDGET (self->notebook));
}

static GtkWidget *
add_tab (WayTaskDialog *self, const char *label)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), box);
  gtk_notebook_append_page (self->notebook, scrolled, gtk_label_new (label));
  return box;
}

/* What a summary takes from its rows cannot be typed. */
static const char *const of_leaves[] = {
  "duration", "percent_complete", "actual_start", "actual_finish", "estimated", "physical_complete",
  NULL
};

static void
add_form (WayTaskDialog *self, GtkWidget *box, const char *const *groups)
{
  GtkWidget *form = way_record_form_new (self->document, self->draft, groups,
                                         self->task->summary ? of_leaves : NULL);

  g_return_if_fail (self->n_forms < MAX_FORMS);
  self->form_tabs[self->n_forms] = gtk_notebook_get_n_pages (self->notebook) - 1;
  self->forms[self->n_forms++] = form;
  gtk_box_append (GTK_BOX (box), form);
}

static void
fill (WayTaskDialog *self)
{
  GtkWidget *box = add_tab (self, _ ("General"));

  add_form (self, box, (const char *const[]){ "", "Progress", NULL });

  box = add_tab (self, _ ("Links"));
  self->predecessors = WAY_TASK_LINES (way_link_list_new (self->document, self->task, TRUE));
  self->successors = WAY_TASK_LINES (way_link_list_new (self->document, self->task, FALSE));
  gtk_widget_add_css_class (box, "form");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->predecessors));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->successors));

  box = add_tab (self, _ ("Resources"));
  if (!self->task->summary)
    {
      self->assignments
          = WAY_TASK_LINES (way_assignment_list_new (self->document, self->task));
      gtk_widget_add_css_class (GTK_WIDGET (self->assignments), "form");
      gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->assignments));
    }
  add_form (self, box, (const char *const[]){ "Work", "Estimate", NULL });

  box = add_tab (self, _ ("Constraint"));
  add_form (self, box, (const char *const[]){ "Constraint", NULL });

  box = add_tab (self, _ ("Notes"));
  add_form (self, box, (const char *const[]){ "Notes", NULL });
}

/**
 * way_task_dialog_present:
 * @parent: any widget of the window
 */
void
way_task_dialog_present (GtkWidget *parent, WayDocument *document, WayTask *task)
{
  WayTaskDialog *self = g_object_new (WAY_TYPE_TASK_DIALOG, NULL);

  self->document = g_object_ref (document);
  self->task = g_object_ref (task);
  self->draft = way_draft_new (way_document_get_plan (document), &way_task_type, WAY_RECORD (task));
  fill (self);
  gtk_window_set_title (GTK_WINDOW (self), WAY_RECORD (task)->title);
  way_dialog_set_parent (WAY_DIALOG (self), parent);
  way_dialog_set_confirm_label (WAY_DIALOG (self),
                                way_document_is_read_only (document) ? NULL : _ ("_Apply"));
  gtk_window_set_default_size (GTK_WINDOW (self), 640, 560);
  gtk_window_present (GTK_WINDOW (self));
  way_record_form_focus (WAY_RECORD_FORM (self->forms[0]), NULL);
}
