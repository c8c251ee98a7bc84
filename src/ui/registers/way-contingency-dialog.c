/* way-contingency-dialog.c: proposes what the contingency plan of a risk becomes, and starts it.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Each step stands in a line: whether it becomes an action or a row of the timeline, whose it is,
 * and how long a row takes. Where there are several, one button says it for all of them. */

#include "model/way-i18n.h"

#include "ui/registers/way-contingency-dialog.h"

#include "document/way-contingency.h"
#include "metrics/way-trigger.h"
#include "ui/way-window.h"
#include "ui/widgets/way-dialog.h"
#include "ui/widgets/way-drop-down.h"
#include "ui/widgets/way-reference-button.h"

#define STEP_CHARS 36
#define TEXT_CHARS 76
#define DURATION_CHARS 6

enum
{
  BECOMES_ACTION,
  BECOMES_TASK,
};

/* The widgets of a step, unowned. */
typedef struct
{
  WayContingencyStep *step;
  GtkWidget *kind;
  GtkWidget *owner;
  GtkWidget *duration;
} Line;

typedef struct
{
  WayDocument *document;
  WayRisk *risk;
  GtkWidget *parent;  /* weak: the window that it belongs to */
  GPtrArray *steps;   /* WayContingencyStep */
  GArray *lines;      /* Line, as steps */
  GtkWidget *durations; /* heading of how long those take that become rows */
  GtkWidget *rows;    /* what is asked of those that become rows */
  GtkWidget *place;
  GtkWidget *chained;
} Start;

static void
start_free (gpointer data)
{
  Start *self = data;

  g_clear_weak_pointer (&self->parent);
  g_ptr_array_unref (self->steps);
  g_array_unref (self->lines);
  g_object_unref (self->risk);
  g_object_unref (self->document);
  g_free (self);
}

static GtkWidget *
new_text (const char *text, const char *style, int chars)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_width_chars (GTK_LABEL (label), chars);
  gtk_label_set_max_width_chars (GTK_LABEL (label), chars);
  gtk_widget_add_css_class (label, style);
  return label;
}

/* ------------------------------------------------------------------ the steps */

static gboolean
becomes_task (const Line *line)
{
  return gtk_drop_down_get_selected (GTK_DROP_DOWN (line->kind)) == BECOMES_TASK;
}

static void
kind_cb (Start *self)
{
  gboolean any = FALSE;

  for (guint i = 0; i < self->lines->len; i++)
    {
      const Line *line = &g_array_index (self->lines, Line, i);

      gtk_widget_set_visible (line->duration, becomes_task (line));
      any = any || becomes_task (line);
    }
  gtk_widget_set_visible (self->durations, any);
  gtk_widget_set_sensitive (self->rows, any);
}

static void
set_all (Start *self, guint kind)
{
  for (guint i = 0; i < self->lines->len; i++)
    gtk_drop_down_set_selected (GTK_DROP_DOWN (g_array_index (self->lines, Line, i).kind), kind);
}

static void
all_actions_cb (Start *self)
{
  set_all (self, BECOMES_ACTION);
}

static void
all_tasks_cb (Start *self)
{
  set_all (self, BECOMES_TASK);
}

/* "All steps become [Actions] [Tasks]" */
static GtkWidget *
new_all (Start *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *actions = gtk_button_new_with_mnemonic (_ ("_Actions"));
  GtkWidget *tasks = gtk_button_new_with_mnemonic (_ ("_Tasks"));

  g_signal_connect_swapped (actions, "clicked", G_CALLBACK (all_actions_cb), self);
  g_signal_connect_swapped (tasks, "clicked", G_CALLBACK (all_tasks_cb), self);
  gtk_widget_add_css_class (buttons, "linked");
  gtk_box_append (GTK_BOX (buttons), actions);
  gtk_box_append (GTK_BOX (buttons), tasks);
  /* Translators: before the buttons “Actions” and “Tasks” */
  gtk_box_append (GTK_BOX (box), gtk_label_new (_ ("All steps become")));
  gtk_box_append (GTK_BOX (box), buttons);
  return box;
}

static void
set_name (GtkWidget *widget, const char *what, const WayContingencyStep *step)
{
  g_autofree char *name = g_strdup_printf ("%s: %s", what, step->title);

  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static GtkWidget *
new_kind (Start *self, const WayContingencyStep *step)
{
  const char *const labels[]
      = { [BECOMES_ACTION] = _ ("Action"), [BECOMES_TASK] = _ ("Task"), NULL };
  GtkWidget *kind = gtk_drop_down_new_from_strings (labels);

  set_name (kind, _ ("Becomes"), step);
  g_signal_connect_swapped (kind, "notify::selected", G_CALLBACK (kind_cb), self);
  return kind;
}

static GtkWidget *
new_owner (WayPlan *plan, const WayContingencyStep *step)
{
  GtkWidget *owner = way_reference_button_new (plan, &way_resource_type, TRUE);
  g_autofree char *name = g_strdup_printf ("%s: %s", _ ("Owner"), step->title);

  way_reference_button_set_name (WAY_REFERENCE_BUTTON (owner), name);
  way_reference_button_set_value (WAY_REFERENCE_BUTTON (owner), step->owner);
  return owner;
}

static GtkWidget *
new_duration (WayPlan *plan, const WayContingencyStep *step)
{
  WayUnitRates rates = way_plan_get_unit_rates (plan);
  g_autofree char *text = way_duration_format (step->duration, step->unit, &rates);
  GtkWidget *duration = gtk_entry_new ();

  gtk_editable_set_text (GTK_EDITABLE (duration), text);
  gtk_editable_set_width_chars (GTK_EDITABLE (duration), DURATION_CHARS);
  gtk_entry_set_activates_default (GTK_ENTRY (duration), TRUE);
  gtk_widget_set_visible (duration, FALSE);
  set_name (duration, _ ("Duration"), step);
  return duration;
}

static GtkWidget *
new_steps (Start *self)
{
  const char *const headers[] = { _ ("Step"), _ ("Becomes"), _ ("Owner") };
  WayPlan *plan = way_document_get_plan (self->document);
  GtkWidget *grid = gtk_grid_new ();

  gtk_grid_set_column_spacing (GTK_GRID (grid), 12);
  gtk_grid_set_row_spacing (GTK_GRID (grid), 6);
  for (guint i = 0; i < G_N_ELEMENTS (headers); i++)
    gtk_grid_attach (GTK_GRID (grid), new_text (headers[i], "secondary", -1), (int)i, 0, 1, 1);
  self->durations = new_text (_ ("Duration"), "secondary", -1);
  gtk_widget_set_visible (self->durations, FALSE);
  gtk_grid_attach (GTK_GRID (grid), self->durations, G_N_ELEMENTS (headers), 0, 1, 1);
  for (guint i = 0; i < self->steps->len; i++)
    {
      WayContingencyStep *step = self->steps->pdata[i];
      Line line = { step, new_kind (self, step), new_owner (plan, step),
                    new_duration (plan, step) };
      GtkWidget *title = new_text (step->title, "normal", STEP_CHARS);

      gtk_widget_set_hexpand (title, TRUE);
      gtk_grid_attach (GTK_GRID (grid), title, 0, (int)i + 1, 1, 1);
      gtk_grid_attach (GTK_GRID (grid), line.kind, 1, (int)i + 1, 1, 1);
      gtk_grid_attach (GTK_GRID (grid), line.owner, 2, (int)i + 1, 1, 1);
      gtk_grid_attach (GTK_GRID (grid), line.duration, 3, (int)i + 1, 1, 1);
      g_array_append_val (self->lines, line);
    }
  return grid;
}

static GtkWidget *
new_rows (Start *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *where = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  const char *help = _ ("Tasks go under a summary or below another task; with none, to the end of "
                        "the timeline. They begin no earlier than the status date.");

  self->place = way_reference_button_new (way_document_get_plan (self->document), &way_task_type,
                                          TRUE);
  way_reference_button_set_name (WAY_REFERENCE_BUTTON (self->place), _ ("Where tasks go"));
  way_reference_button_set_value (WAY_REFERENCE_BUTTON (self->place), self->risk->task);
  self->chained = gtk_check_button_new_with_mnemonic (_ ("One task after the _other"));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->chained), TRUE);
  gtk_box_append (GTK_BOX (where), gtk_label_new (_ ("Where tasks go")));
  gtk_box_append (GTK_BOX (where), self->place);
  gtk_box_append (GTK_BOX (box), where);
  gtk_box_append (GTK_BOX (box), self->chained);
  gtk_box_append (GTK_BOX (box), new_text (help, "secondary", TEXT_CHARS));
  gtk_widget_set_hexpand (self->place, TRUE);
  gtk_widget_set_sensitive (box, FALSE);
  return box;
}

/* "To tell, an action each: the sponsor, the board" */
static GtkWidget *
new_people (char **people)
{
  g_autofree char *names = g_strjoinv (", ", people);
  /* Translators: %s are people or groups */
  g_autofree char *text = g_strdup_printf (_ ("To tell, an action each: %s"), names);

  return new_text (text, "normal", TEXT_CHARS);
}

/* ------------------------------------------------------------------ starting */

/* Writes what is chosen into the step. FALSE, with a message, when that cannot be read. */
static gboolean
take_line (WayDialog *dialog, Start *self, const Line *line)
{
  WayUnitRates rates = way_plan_get_unit_rates (way_document_get_plan (self->document));
  g_autofree char *message = NULL;
  g_autoptr (GError) error = NULL;

  line->step->task = becomes_task (line);
  line->step->owner = way_reference_button_get_value (WAY_REFERENCE_BUTTON (line->owner));
  if (!line->step->task
      || way_duration_parse (gtk_editable_get_text (GTK_EDITABLE (line->duration)), WAY_UNIT_DAYS,
                             &rates, &line->step->duration, &line->step->unit, &error))
    return TRUE;
  message = g_strdup_printf ("%s: %s", line->step->title, error->message);
  way_dialog_set_message (dialog, message);
  gtk_widget_grab_focus (line->duration);
  return FALSE;
}

/* One step: what the plan becomes, and that the triggers which fired were followed. */
static gboolean
start (Start *self, GError **error)
{
  WayContingencyRows rows = {
    way_reference_button_get_value (WAY_REFERENCE_BUTTON (self->place)),
    gtk_check_button_get_active (GTK_CHECK_BUTTON (self->chained)),
  };
  g_autofree char *step = g_strdup_printf (_ ("Start the contingency plan of “%s”"),
                                           WAY_RECORD (self->risk)->title);
  g_autoptr (GPtrArray) made = NULL;

  way_document_begin (self->document, step);
  made = way_contingency_start (self->document, self->risk, self->steps, &rows, error);
  if (made == NULL)
    {
      way_document_rollback (self->document);
      return FALSE;
    }
  way_risk_follow_triggers (self->document, self->risk);
  return way_document_commit (self->document, error);
}

static gboolean
confirm_cb (WayDialog *dialog, Start *self)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *done = NULL;

  way_dialog_set_message (dialog, NULL);
  if (WAY_RECORD (self->risk)->plan == NULL)
    {
      way_dialog_set_message (dialog, _ ("The risk was deleted meanwhile."));
      return FALSE;
    }
  for (guint i = 0; i < self->lines->len; i++)
    if (!take_line (dialog, self, &g_array_index (self->lines, Line, i)))
      return FALSE;
  if (!start (self, &error))
    {
      way_dialog_set_message (dialog, error->message);
      return FALSE;
    }
  done = g_strdup_printf (_ ("The contingency plan of “%s” is started."),
                          WAY_RECORD (self->risk)->title);
  if (self->parent != NULL)
    way_window_toast (self->parent, done, _ ("Undo"), "win.undo");
  return TRUE;
}

static GtkWidget *
new_content (Start *self)
{
  g_auto (GStrv) people = way_contingency_dup_people (self->risk);
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 16);
  GtkWidget *scroller = gtk_scrolled_window_new ();

  if (self->steps->len > 1)
    gtk_box_append (GTK_BOX (content), new_all (self));
  gtk_box_append (GTK_BOX (content), new_steps (self));
  self->rows = new_rows (self);
  gtk_box_append (GTK_BOX (content), self->rows);
  if (people[0] != NULL)
    gtk_box_append (GTK_BOX (content), new_people (people));
  gtk_widget_add_css_class (content, "form");
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), content);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), 480);
  return scroller;
}

/**
 * way_contingency_dialog_present:
 * @inside: any widget of the window
 *
 * Without a plan there is nothing to start: that is told instead.
 */
void
way_contingency_dialog_present (GtkWidget *inside, WayDocument *document, WayRisk *risk)
{
  g_autofree char *title = g_strdup_printf (_ ("Start the contingency plan of “%s”"),
                                            WAY_RECORD (risk)->title);
  g_autoptr (GPtrArray) steps = way_contingency_get_steps (risk);
  GtkWidget *window = GTK_WIDGET (way_window_of (inside));
  WayDialog *dialog;
  Start *self;

  if (steps->len == 0)
    {
      g_autofree char *none
          = g_strdup_printf (_ ("“%s” has no contingency plan yet."), WAY_RECORD (risk)->title);

      way_window_toast (window, none, NULL, NULL);
      return;
    }
  self = g_new0 (Start, 1);
  self->document = g_object_ref (document);
  self->risk = g_object_ref (risk);
  self->steps = g_steal_pointer (&steps);
  self->lines = g_array_new (FALSE, TRUE, sizeof (Line));
  g_set_weak_pointer (&self->parent, window);
  dialog = way_dialog_new (window, title, C_ ("verb", "_Start"));
  g_object_set_data_full (G_OBJECT (dialog), "start", self, start_free);
  way_dialog_set_content (dialog, new_content (self));
  g_signal_connect (dialog, "confirm", G_CALLBACK (confirm_cb), self);
  gtk_widget_grab_focus (g_array_index (self->lines, Line, 0).kind);
  gtk_window_present (GTK_WINDOW (dialog));
}
