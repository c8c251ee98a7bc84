/* way-new-plan-dialog.c: a new plan: its name, its start, its file.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * There is no Save, so the file is made at once; the dialog proposes where. */

#include "model/way-i18n.h"

#include "ui/dialogs/way-new-plan-dialog.h"

#include "document/way-document.h"
#include "ui/way-application.h"
#include "ui/way-plan-files.h"
#include "ui/widgets/way-compat.h"
#include "ui/widgets/way-date-entry.h"
#include "ui/widgets/way-dialog.h"

#define WAY_TYPE_NEW_PLAN_DIALOG (way_new_plan_dialog_get_type ())
G_DECLARE_FINAL_TYPE (WayNewPlanDialog, way_new_plan_dialog, WAY, NEW_PLAN_DIALOG, WayDialog)

struct _WayNewPlanDialog
{
  WayDialog parent_instance;

  GtkWidget *inside;
  GtkWidget *name;
  GtkWidget *start;
  GtkWidget *place;
  GFile *file;
  gboolean chosen; /* the user chose the file; else it follows the name */
};

G_DEFINE_FINAL_TYPE (WayNewPlanDialog, way_new_plan_dialog, WAY_TYPE_DIALOG)

static void
show_file (WayNewPlanDialog *self)
{
  g_autofree char *name = g_file_get_parse_name (self->file);

  gtk_label_set_text (GTK_LABEL (self->place), name);
  gtk_widget_set_tooltip_text (self->place, name);
}

/* A file that is not there yet: "Plan.waymark", "Plan 2.waymark" … */
static GFile *
propose_file (const char *title)
{
  g_autofree char *folder = way_plan_files_dup_folder ();

  for (int i = 1;; i++)
    {
      g_autofree char *numbered = i > 1 ? g_strdup_printf ("%s %d", title, i) : g_strdup (title);
      g_autofree char *name = way_plan_files_propose_name (numbered, WAY_STORE_SUFFIX);
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (!g_file_test (path, G_FILE_TEST_EXISTS))
        return g_file_new_for_path (path);
    }
}

static void
name_changed_cb (GtkEditable *name, WayNewPlanDialog *self)
{
  g_autofree char *title = g_strstrip (g_strdup (gtk_editable_get_text (name)));

  if (!self->chosen)
    {
      g_clear_object (&self->file);
      self->file = propose_file (title[0] != '\0' ? title : _ ("New plan"));
      show_file (self);
    }
  gtk_widget_remove_css_class (GTK_WIDGET (name), "error");
  way_dialog_set_message (WAY_DIALOG (self), NULL);
}

static void
file_chosen_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  WayNewPlanDialog *self = WAY_NEW_PLAN_DIALOG (source);
  g_autoptr (GFile) file = way_compat_file_finish (result, NULL);

  if (file == NULL)
    return;
  g_set_object (&self->file, file);
  self->chosen = TRUE;
  show_file (self);
}

static void
change_cb (GtkButton *button, WayNewPlanDialog *self)
{
  way_compat_save_file (GTK_WIDGET (self), _ ("Where to keep the plan"), self->file, NULL, NULL,
                        file_chosen_cb, NULL);
}

static gboolean
way_new_plan_dialog_confirm (WayDialog *dialog)
{
  WayNewPlanDialog *self = WAY_NEW_PLAN_DIALOG (dialog);
  g_autofree char *title
      = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->name))));
  WayApplication *application;
  g_autoptr (WayDocument) document = NULL;
  g_autoptr (GError) error = NULL;
  WayMoment start;

  if (title[0] == '\0')
    {
      gtk_widget_add_css_class (self->name, "error");
      way_dialog_set_message (dialog, _ ("Give the plan a name."));
      gtk_widget_grab_focus (self->name);
      return FALSE;
    }
  if (!way_date_entry_get_value (WAY_DATE_ENTRY (self->start), &start, &error)
      || start == WAY_NEVER)
    {
      way_dialog_set_message (dialog, error != NULL ? error->message
                                                    : _ ("Give the day on which the plan starts."));
      gtk_widget_grab_focus (way_date_entry_get_entry (WAY_DATE_ENTRY (self->start)));
      return FALSE;
    }
  if (self->chosen && !way_plan_files_make_room (self->file, &error))
    {
      way_dialog_set_message (dialog, error->message);
      return FALSE;
    }
  document = way_document_create (g_file_peek_path (self->file), title, start, &error);
  if (document == NULL)
    {
      way_dialog_set_message (dialog, error->message);
      return FALSE;
    }
  application
      = WAY_APPLICATION (gtk_window_get_application (GTK_WINDOW (way_window_of (self->inside))));
  way_application_show (application, document, self->inside, "timeline");
  return TRUE;
}

static void
way_new_plan_dialog_dispose (GObject *object)
{
  g_clear_object (&WAY_NEW_PLAN_DIALOG (object)->file);
  G_OBJECT_CLASS (way_new_plan_dialog_parent_class)->dispose (object);
}

static void
way_new_plan_dialog_class_init (WayNewPlanDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = way_new_plan_dialog_dispose;
  WAY_DIALOG_CLASS (klass)->confirm = way_new_plan_dialog_confirm;
}

static void
add_row (GtkGrid *grid, int row, const char *text, GtkWidget *editor, GtkWidget *target)
{
  GtkWidget *label = gtk_label_new_with_mnemonic (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_mnemonic_widget (GTK_LABEL (label), target);
  gtk_widget_add_css_class (label, "field-label");
  gtk_widget_set_hexpand (editor, TRUE);
  gtk_grid_attach (grid, label, 0, row, 1, 1);
  gtk_grid_attach (grid, editor, 1, row, 1, 1);
}

static void
way_new_plan_dialog_init (WayNewPlanDialog *self)
{
  GtkWidget *grid = gtk_grid_new ();
  GtkWidget *place_box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *change = gtk_button_new_with_mnemonic (_ ("C_hange…"));

  gtk_grid_set_row_spacing (GTK_GRID (grid), 10);
  gtk_grid_set_column_spacing (GTK_GRID (grid), 16);
  gtk_widget_add_css_class (grid, "form");
  self->name = gtk_entry_new ();
  gtk_entry_set_activates_default (GTK_ENTRY (self->name), TRUE);
  gtk_editable_set_width_chars (GTK_EDITABLE (self->name), 36);
  g_signal_connect (self->name, "changed", G_CALLBACK (name_changed_cb), self);
  self->start = way_date_entry_new (FALSE, 0);
  way_date_entry_set_value (WAY_DATE_ENTRY (self->start), way_moment_today ());
  way_date_entry_set_name (WAY_DATE_ENTRY (self->start), _ ("Start"));
  self->place = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->place), 0);
  gtk_label_set_ellipsize (GTK_LABEL (self->place), PANGO_ELLIPSIZE_MIDDLE);
  gtk_label_set_max_width_chars (GTK_LABEL (self->place), 40);
  gtk_widget_set_hexpand (self->place, TRUE);
  g_signal_connect (change, "clicked", G_CALLBACK (change_cb), self);
  gtk_box_append (GTK_BOX (place_box), self->place);
  gtk_box_append (GTK_BOX (place_box), change);

  add_row (GTK_GRID (grid), 0, _ ("_Name"), self->name, self->name);
  add_row (GTK_GRID (grid), 1, _ ("_Start"), self->start,
           way_date_entry_get_entry (WAY_DATE_ENTRY (self->start)));
  add_row (GTK_GRID (grid), 2, _ ("File"), place_box, change);
  way_dialog_set_content (WAY_DIALOG (self), grid);
  name_changed_cb (GTK_EDITABLE (self->name), self);
}

/**
 * way_new_plan_dialog_present:
 * @inside: a widget of the window that asks; the plan opens there when it shows none yet
 */
void
way_new_plan_dialog_present (GtkWidget *inside)
{
  WayNewPlanDialog *self = g_object_new (WAY_TYPE_NEW_PLAN_DIALOG, "title", _ ("New plan"), NULL);

  self->inside = inside;
  way_dialog_set_parent (WAY_DIALOG (self), inside);
  way_dialog_set_confirm_label (WAY_DIALOG (self), _ ("_Make plan"));
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (self->name);
}
