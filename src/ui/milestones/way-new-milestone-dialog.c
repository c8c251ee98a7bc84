/* way-new-milestone-dialog.c: asks what a new milestone is, where it hangs, and what it begins with.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-i18n.h"

#include "ui/milestones/way-new-milestone-dialog.h"

#include "document/way-milestone-figures.h"
#include "document/way-milestone-templates.h"
#include "exchange/milestone/way-own-templates.h"
#include "ui/way-window.h"
#include "ui/widgets/way-date-entry.h"
#include "ui/widgets/way-dialog.h"
#include "ui/widgets/way-drop-down.h"
#include "ui/widgets/way-reference-button.h"

#define MAX_LESSONS 6

#define WAY_TYPE_NEW_MILESTONE_DIALOG (way_new_milestone_dialog_get_type ())
G_DECLARE_FINAL_TYPE (WayNewMilestoneDialog, way_new_milestone_dialog, WAY, NEW_MILESTONE_DIALOG, WayDialog)

struct _WayNewMilestoneDialog
{
  WayDialog parent_instance;

  GtkWidget *inside;
  WayDocument *document;
  GtkWidget *grid;
  GtkWidget *name, *target, *row, *initiative, *begins;
  GtkWidget *new_row; /* what no row means */
  GtkWidget *lessons_title, *lessons;
  GPtrArray *own;    /* names of the user's templates, behind the kinds in the drop-down */
  GPtrArray *models; /* of WayMilestone, behind those */
};

G_DEFINE_FINAL_TYPE (WayNewMilestoneDialog, way_new_milestone_dialog, WAY_TYPE_DIALOG)

/* In the drop-down: blank, the kinds, the user's own, then the milestones. */
static const char *
chosen_own (WayNewMilestoneDialog *self)
{
  guint n = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->begins)) - WAY_N_TEMPLATES - 1;

  return n < self->own->len ? self->own->pdata[n] : NULL;
}

static WayMilestone *
chosen_model (WayNewMilestoneDialog *self)
{
  guint n = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->begins)) - WAY_N_TEMPLATES - 1
            - self->own->len;

  return n < self->models->len ? self->models->pdata[n] : NULL;
}

/* What it begins with. */
static gboolean
fill (WayNewMilestoneDialog *self, WayMilestone *milestone, GError **error)
{
  guint begins = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->begins));
  WayMilestone *model = chosen_model (self);

  if (chosen_own (self) != NULL)
    return way_own_template_fill (self->document, milestone, chosen_own (self), error);
  if (model != NULL)
    way_milestone_fill_like (self->document, milestone, model);
  else if (begins > 0 && begins <= WAY_N_TEMPLATES)
    way_milestone_fill_by_template (self->document, milestone, (WayTemplate)(begins - 1));
  return TRUE;
}

static void
show_lessons (WayNewMilestoneDialog *self)
{
  g_autoptr (GPtrArray) lessons = way_milestone_similar_lessons (
      way_document_get_plan (self->document), chosen_model (self),
      way_reference_button_get_value (WAY_REFERENCE_BUTTON (self->initiative)));
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < lessons->len && i < MAX_LESSONS; i++)
    {
      WayLesson *lesson = lessons->pdata[i];

      g_string_append_printf (text, "%s• %s", i > 0 ? "\n" : "", WAY_RECORD (lesson)->title);
      if (lesson->recommendation[0] != '\0')
        g_string_append_printf (text, ": %s", lesson->recommendation);
    }
  gtk_label_set_text (GTK_LABEL (self->lessons), text->str);
  gtk_widget_set_visible (self->lessons, lessons->len > 0);
  gtk_widget_set_visible (self->lessons_title, lessons->len > 0);
}

static void
name_changed_cb (WayNewMilestoneDialog *self)
{
  gtk_widget_remove_css_class (self->name, "error");
  way_dialog_set_message (WAY_DIALOG (self), NULL);
}

/* A row that is chosen proposes what is not typed yet. */
static void
row_chosen_cb (WayNewMilestoneDialog *self)
{
  gint64 id = way_reference_button_get_value (WAY_REFERENCE_BUTTON (self->row));
  WayTask *row = id != 0 ? way_plan_lookup_task (way_document_get_plan (self->document), id) : NULL;

  gtk_widget_set_visible (self->new_row, row == NULL);
  if (row == NULL)
    return;
  if (gtk_editable_get_text (GTK_EDITABLE (self->name))[0] == '\0')
    gtk_editable_set_text (GTK_EDITABLE (self->name), WAY_RECORD (row)->title);
  if (way_date_entry_get_text (WAY_DATE_ENTRY (self->target))[0] == '\0')
    way_date_entry_set_value (WAY_DATE_ENTRY (self->target), way_finish_day (row->finish));
}

static WayMilestone *
make (WayNewMilestoneDialog *self, const char *title, WayMoment target, GError **error)
{
  gint64 initiative = way_reference_button_get_value (WAY_REFERENCE_BUTTON (self->initiative));
  gint64 id = way_reference_button_get_value (WAY_REFERENCE_BUTTON (self->row));
  WayTask *row = id != 0 ? way_plan_lookup_task (way_document_get_plan (self->document), id) : NULL;
  WayMilestone *model = chosen_model (self), *milestone;
  g_autofree char *label = g_strdup_printf (_ ("Add milestone “%s”"), title);

  way_document_begin (self->document, label);
  milestone = way_milestone_create_on_row (self->document, title, target, row, error);
  if (milestone == NULL || !fill (self, milestone, error))
    {
      way_document_rollback (self->document);
      return NULL;
    }
  if (initiative != 0 || model == NULL)
    way_document_set_int (self->document, WAY_RECORD (milestone), "initiative", initiative);
  return way_document_commit (self->document, error) ? milestone : NULL;
}

static gboolean
way_new_milestone_dialog_confirm (WayDialog *dialog)
{
  WayNewMilestoneDialog *self = WAY_NEW_MILESTONE_DIALOG (dialog);
  g_autofree char *title
      = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->name))));
  g_autoptr (GError) error = NULL;
  WayMilestone *milestone;
  WayMoment target = WAY_NEVER;

  if (title[0] == '\0')
    {
      gtk_widget_add_css_class (self->name, "error");
      way_dialog_set_message (dialog, _ ("Give the milestone a name."));
      gtk_widget_grab_focus (self->name);
      return FALSE;
    }
  if (!way_date_entry_get_value (WAY_DATE_ENTRY (self->target), &target, &error))
    {
      way_dialog_set_message (dialog, error->message);
      gtk_widget_grab_focus (way_date_entry_get_entry (WAY_DATE_ENTRY (self->target)));
      return FALSE;
    }
  milestone = make (self, title, target, &error);
  if (milestone == NULL)
    {
      way_dialog_set_message (dialog, error->message);
      return FALSE;
    }
  way_window_show_record (self->inside, WAY_RECORD (milestone));
  return TRUE;
}

static void
way_new_milestone_dialog_dispose (GObject *object)
{
  WayNewMilestoneDialog *self = WAY_NEW_MILESTONE_DIALOG (object);

  g_clear_object (&self->document);
  g_clear_pointer (&self->own, g_ptr_array_unref);
  g_clear_pointer (&self->models, g_ptr_array_unref);
  G_OBJECT_CLASS (way_new_milestone_dialog_parent_class)->dispose (object);
}

static void
way_new_milestone_dialog_class_init (WayNewMilestoneDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = way_new_milestone_dialog_dispose;
  WAY_DIALOG_CLASS (klass)->confirm = way_new_milestone_dialog_confirm;
}

static void
way_new_milestone_dialog_init (WayNewMilestoneDialog *self)
{
  self->own = way_own_templates_list ();
  self->models = g_ptr_array_new_with_free_func (g_object_unref);
}

static void
add_line (WayNewMilestoneDialog *self, int row, const char *text, GtkWidget *editor,
          GtkWidget *target)
{
  GtkWidget *label = gtk_label_new_with_mnemonic (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_mnemonic_widget (GTK_LABEL (label), target);
  gtk_widget_add_css_class (label, "field-label");
  gtk_widget_set_hexpand (editor, TRUE);
  gtk_grid_attach (GTK_GRID (self->grid), label, 0, row, 1, 1);
  gtk_grid_attach (GTK_GRID (self->grid), editor, 1, row, 1, 1);
}

static GtkWidget *
new_begins (WayNewMilestoneDialog *self)
{
  GPtrArray *milestones
      = way_plan_peek_records (way_document_get_plan (self->document), &way_milestone_type);
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);
  GtkWidget *begins;

  gtk_string_list_append (labels, _ ("Nothing: a blank document"));
  for (guint i = 0; i < WAY_N_TEMPLATES; i++)
    gtk_string_list_append (labels, way_template_label ((WayTemplate)i));
  for (guint i = 0; i < self->own->len; i++)
    {
      /* Translators: %s is the name of a template that the user has saved */
      g_autofree char *label
          = g_strdup_printf (_ ("Own template “%s”"), (const char *)self->own->pdata[i]);

      gtk_string_list_append (labels, label);
    }
  for (guint i = 0; i < milestones->len; i++)
    if (way_milestone_can_be_model (milestones->pdata[i]))
      {
        g_autofree char *label
            = g_strdup_printf (_ ("Like “%s”"), WAY_RECORD (milestones->pdata[i])->title);

        g_ptr_array_add (self->models, g_object_ref (milestones->pdata[i]));
        gtk_string_list_append (labels, label);
      }
  begins = way_drop_down_new (g_steal_pointer (&labels), 40);
  g_signal_connect_swapped (begins, "notify::selected", G_CALLBACK (show_lessons), self);
  return begins;
}

static void
build (WayNewMilestoneDialog *self)
{
  WayPlan *plan = way_document_get_plan (self->document);

  self->grid = gtk_grid_new ();
  gtk_grid_set_row_spacing (GTK_GRID (self->grid), 10);
  gtk_grid_set_column_spacing (GTK_GRID (self->grid), 16);
  gtk_widget_add_css_class (self->grid, "form");
  self->name = gtk_entry_new ();
  gtk_entry_set_activates_default (GTK_ENTRY (self->name), TRUE);
  gtk_editable_set_width_chars (GTK_EDITABLE (self->name), 36);
  g_signal_connect_swapped (self->name, "changed", G_CALLBACK (name_changed_cb), self);
  self->target = way_date_entry_new (FALSE, 0);
  way_date_entry_set_name (WAY_DATE_ENTRY (self->target), _ ("Target"));
  self->row = way_reference_button_new (plan, &way_task_type, TRUE);
  way_reference_button_set_name (WAY_REFERENCE_BUTTON (self->row), _ ("Row in the timeline"));
  self->new_row = gtk_label_new (_ ("Without one, a new row is made at the end."));
  gtk_label_set_xalign (GTK_LABEL (self->new_row), 0);
  gtk_widget_add_css_class (self->new_row, "secondary");
  gtk_widget_add_css_class (self->new_row, "small");
  g_signal_connect_swapped (self->row, "edited", G_CALLBACK (row_chosen_cb), self);
  self->initiative = way_reference_button_new (plan, &way_initiative_type, TRUE);
  way_reference_button_set_name (WAY_REFERENCE_BUTTON (self->initiative), _ ("Initiative"));
  g_signal_connect_swapped (self->initiative, "edited", G_CALLBACK (show_lessons), self);
  self->begins = new_begins (self);
  self->lessons = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->lessons), TRUE);
  gtk_label_set_xalign (GTK_LABEL (self->lessons), 0);
  gtk_label_set_max_width_chars (GTK_LABEL (self->lessons), 48);
  gtk_widget_add_css_class (self->lessons, "secondary");
  self->lessons_title = gtk_label_new (_ ("Learned at milestones like it"));
  gtk_label_set_xalign (GTK_LABEL (self->lessons_title), 0);
  gtk_widget_add_css_class (self->lessons_title, "card-title");
  add_line (self, 0, _ ("_Name"), self->name, self->name);
  add_line (self, 1, _ ("_Target"), self->target,
            way_date_entry_get_entry (WAY_DATE_ENTRY (self->target)));
  add_line (self, 2, _ ("_Row in the timeline"), self->row, self->row);
  gtk_grid_attach (GTK_GRID (self->grid), self->new_row, 1, 3, 1, 1);
  add_line (self, 4, _ ("_Initiative"), self->initiative, self->initiative);
  add_line (self, 5, _ ("_Begins with"), self->begins, self->begins);
  gtk_grid_attach (GTK_GRID (self->grid), self->lessons_title, 0, 6, 2, 1);
  gtk_grid_attach (GTK_GRID (self->grid), self->lessons, 0, 7, 2, 1);
  way_dialog_set_content (WAY_DIALOG (self), self->grid);
}

/**
 * way_new_milestone_dialog_present:
 * @inside: a widget of the window that asks; the milestone's document opens there
 * @row: (nullable): what becomes the milestone; its name and finish are proposed
 */
void
way_new_milestone_dialog_present (GtkWidget *inside, WayDocument *document, WayTask *row)
{
  WayNewMilestoneDialog *self
      = g_object_new (WAY_TYPE_NEW_MILESTONE_DIALOG, "title", _ ("New milestone"), NULL);

  self->inside = inside;
  self->document = g_object_ref (document);
  build (self);
  if (row != NULL)
    {
      way_reference_button_set_value (WAY_REFERENCE_BUTTON (self->row), WAY_RECORD (row)->id);
      row_chosen_cb (self);
    }
  show_lessons (self);
  way_dialog_set_parent (WAY_DIALOG (self), inside);
  way_dialog_set_confirm_label (WAY_DIALOG (self), _ ("_Make milestone"));
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (self->name);
}
