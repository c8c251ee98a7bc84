/* way-trigger-dialog.c: builds the condition on which a contingency plan starts.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is watched decides what else is asked; the condition stands below as a sentence. */

#include "model/way-i18n.h"

#include "ui/registers/way-trigger-dialog.h"

#include "metrics/way-trigger.h"
#include "ui/records/way-record-form.h"
#include "ui/widgets/way-dialog.h"
#include "ui/widgets/way-drop-down.h"
#include "ui/widgets/way-reference-button.h"

#include <math.h>

/* What can be watched, and what that needs. */
static const struct
{
  gint64 condition;
  const WayRecordType *subject; /* NULL = none */
  gboolean comparison, value, day;
} kinds[] = {
  { WAY_TRIGGER_FORECAST, &way_milestone_type, TRUE, FALSE, TRUE },
  { WAY_TRIGGER_VARIANCE, &way_milestone_type, TRUE, TRUE, FALSE },
  { WAY_TRIGGER_FLOAT, &way_task_type, TRUE, TRUE, FALSE },
  { WAY_TRIGGER_UNFINISHED, &way_task_type, FALSE, FALSE, TRUE },
  { WAY_TRIGGER_KPI, &way_kpi_type, TRUE, TRUE, FALSE },
  { WAY_TRIGGER_CPI, NULL, TRUE, TRUE, FALSE },
  { WAY_TRIGGER_SPI, NULL, TRUE, TRUE, FALSE },
  { WAY_TRIGGER_CRITICAL_ISSUES, NULL, TRUE, TRUE, FALSE },
  { WAY_TRIGGER_DAY, NULL, FALSE, FALSE, TRUE },
};

typedef struct
{
  WayDocument *document;
  WayDraft *draft;
  GtkWidget *kind, *parts, *sentence; /* unowned: of the dialog */
  GtkWidget *comparison, *form;       /* unowned; made anew for each kind */
  gboolean typed;                     /* the limit is the user's, not a suggestion */
} Builder;

static void
builder_free (gpointer data)
{
  Builder *self = data;

  way_draft_free (self->draft);
  g_object_unref (self->document);
  g_free (self);
}

static const WayField *
field_of (const char *name)
{
  return way_record_type_field (&way_trigger_type, name);
}

static gboolean
is_usable (Builder *self, const char *field)
{
  return way_draft_get_problem (self->draft, field_of (field)) == NULL;
}

static void
show_sentence (Builder *self)
{
  g_autofree char *sentence = way_trigger_format_condition (
      way_draft_get_plan (self->draft), way_draft_get_int (self->draft, "condition"),
      way_draft_get_int (self->draft, "subject"), way_draft_get_int (self->draft, "comparison"),
      is_usable (self, "value") ? way_draft_get (self->draft, field_of ("value"))->r : NAN,
      is_usable (self, "day") ? way_draft_get_int (self->draft, "day") : WAY_NEVER);

  gtk_label_set_text (GTK_LABEL (self->sentence), sentence);
}

static void
suggest (Builder *self)
{
  WayTriggerLimit limit = way_trigger_suggest_limit (
      way_draft_get_plan (self->draft), way_draft_get_int (self->draft, "condition"),
      way_draft_get_int (self->draft, "subject"));
  WayValue value = way_value_real (limit.value);

  way_draft_set_int (self->draft, "comparison", limit.comparison);
  way_draft_set (self->draft, field_of ("value"), &value);
  way_draft_set_int (self->draft, "day", limit.day);
}

static void
comparison_cb (GtkDropDown *comparison, GParamSpec *pspec, Builder *self)
{
  self->typed = TRUE;
  way_draft_set_int (self->draft, "comparison", gtk_drop_down_get_selected (comparison));
  show_sentence (self);
}

/* What was suggested is not the user's: it says nothing of being changed. */
static void
show_comparison (Builder *self)
{
  if (self->comparison == NULL)
    return;
  g_signal_handlers_block_by_func (self->comparison, comparison_cb, self);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->comparison),
                              way_draft_get_int (self->draft, "comparison"));
  g_signal_handlers_unblock_by_func (self->comparison, comparison_cb, self);
}

static void
subject_cb (WayReferenceButton *button, Builder *self)
{
  way_draft_set_int (self->draft, "subject", way_reference_button_get_value (button));
  if (!self->typed)
    {
      suggest (self);
      show_comparison (self);
      way_record_form_refresh (WAY_RECORD_FORM (self->form));
    }
  show_sentence (self);
}

/* As far as the rows of a form are. */
static GtkWidget *
indent (GtkWidget *widget)
{
  gtk_widget_set_margin_start (widget, 24);
  gtk_widget_set_margin_end (widget, 24);
  return widget;
}

/* A row beside those of the form. No mnemonic widget: @widget has its name, and a reader would hear
 * it twice. */
static GtkWidget *
new_row (const char *text, GtkWidget *widget)
{
  GtkWidget *row = indent (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 16));
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_width_chars (GTK_LABEL (label), 18);
  gtk_widget_add_css_class (label, "field-label");
  gtk_widget_set_hexpand (widget, TRUE);
  gtk_box_append (GTK_BOX (row), label);
  gtk_box_append (GTK_BOX (row), widget);
  return row;
}

/* What the risk itself is about is most often what is to be watched; 0 = nothing of that type. */
static gint64
usual_subject (Builder *self, const WayRecordType *type)
{
  WayPlan *plan = way_draft_get_plan (self->draft);
  WayRecord *risk = way_plan_lookup (plan, way_draft_get_int (self->draft, "risk"));

  if (risk == NULL) /* deleted meanwhile */
    return 0;
  return type == &way_milestone_type ? WAY_RISK (risk)->milestone
         : type == &way_task_type    ? WAY_RISK (risk)->task
                                     : 0;
}

/* A subject that the kind cannot be about is forgotten. */
static GtkWidget *
new_subject (Builder *self, const WayRecordType *type)
{
  GtkWidget *button = way_reference_button_new (way_draft_get_plan (self->draft), type, FALSE);
  gint64 id = way_draft_get_int (self->draft, "subject");
  WayRecord *subject = id != 0 ? way_plan_lookup (way_draft_get_plan (self->draft), id) : NULL;

  if (subject == NULL || way_record_get_record_type (subject) != type)
    id = usual_subject (self, type);
  way_draft_set_int (self->draft, "subject", id);
  way_reference_button_set_value (WAY_REFERENCE_BUTTON (button), id);
  way_reference_button_set_name (WAY_REFERENCE_BUTTON (button), _ (type->label));
  g_signal_connect (button, "edited", G_CALLBACK (subject_cb), self);
  return button;
}

/* In the words of the sentence. */
static GtkWidget *
new_comparison (Builder *self, gint64 condition)
{
  GtkStringList *labels = gtk_string_list_new (NULL);

  for (gint64 i = WAY_COMPARISON_OVER; i <= WAY_COMPARISON_UNDER; i++)
    gtk_string_list_append (labels, way_trigger_comparison_label (condition, i));
  self->comparison = way_drop_down_new (labels, 40);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->comparison),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ (field_of ("comparison")->label), -1);
  g_signal_connect (self->comparison, "notify::selected", G_CALLBACK (comparison_cb), self);
  show_comparison (self);
  return self->comparison;
}

static void
form_changed_cb (WayRecordForm *form, gpointer field, Builder *self)
{
  self->typed = TRUE;
  show_sentence (self);
}

static void
show_kind (Builder *self)
{
  guint k = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->kind));
  const char *omit[10] = { "risk",       "condition", "subject",
                           "comparison", "fired_on",  "found",   NULL };
  guint n = 6;
  GtkWidget *old;

  g_return_if_fail (k < G_N_ELEMENTS (kinds));
  while ((old = gtk_widget_get_first_child (self->parts)) != NULL)
    gtk_box_remove (GTK_BOX (self->parts), old);
  way_draft_set_int (self->draft, "condition", kinds[k].condition);
  if (kinds[k].subject != NULL)
    gtk_box_append (GTK_BOX (self->parts), new_row (_ (kinds[k].subject->label),
                                                    new_subject (self, kinds[k].subject)));
  else
    way_draft_set_int (self->draft, "subject", 0);
  if (way_draft_get_record (self->draft) == NULL) /* a new one is watched */
    omit[n++] = "state";
  if (!kinds[k].value)
    omit[n++] = "value";
  if (!kinds[k].day)
    omit[n++] = "day";
  if (!self->typed)
    suggest (self);
  self->comparison = NULL;
  if (kinds[k].comparison)
    gtk_box_append (GTK_BOX (self->parts),
                    new_row (_ (field_of ("comparison")->label),
                             new_comparison (self, kinds[k].condition)));
  self->form = way_record_form_new (self->document, self->draft, NULL, omit);
  gtk_widget_add_css_class (self->form, "continued");
  way_record_form_follow_typing (WAY_RECORD_FORM (self->form));
  g_signal_connect (self->form, "changed", G_CALLBACK (form_changed_cb), self);
  gtk_box_append (GTK_BOX (self->parts), self->form);
  show_sentence (self);
}

static void
kind_cb (GtkDropDown *kind, GParamSpec *pspec, Builder *self)
{
  self->typed = FALSE; /* it was about something else */
  show_kind (self);
}

static gboolean
confirm_cb (WayDialog *dialog, Builder *self)
{
  guint k = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->kind));
  g_autoptr (GError) error = NULL;

  way_dialog_set_message (dialog, NULL);
  if (!way_record_form_check (WAY_RECORD_FORM (self->form)))
    return FALSE;
  if (kinds[k].subject != NULL && way_draft_get_int (self->draft, "subject") == 0)
    way_dialog_set_message (dialog, _ ("Choose what is to be watched."));
  else if (kinds[k].day && way_draft_get_int (self->draft, "day") == WAY_NEVER)
    way_dialog_set_message (dialog, _ ("Give the day."));
  else if (way_draft_apply (self->draft, self->document, NULL, &error))
    return TRUE;
  else
    way_dialog_set_message (dialog, error->message);
  return FALSE;
}

static GtkWidget *
new_kinds (gint64 condition)
{
  GtkStringList *labels = gtk_string_list_new (NULL);
  GtkWidget *kind;
  guint selected = 0;

  for (guint k = 0; k < G_N_ELEMENTS (kinds); k++)
    {
      gtk_string_list_append (labels, way_enum_label (&way_enum_trigger, kinds[k].condition));
      if (kinds[k].condition == condition)
        selected = k;
    }
  kind = way_drop_down_new (labels, 40);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (kind), selected);
  gtk_accessible_update_property (GTK_ACCESSIBLE (kind), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("What is watched"), -1);
  return kind;
}

/**
 * way_trigger_dialog_present:
 * @inside: any widget of the window
 * @risk: (nullable): whose a new one is; not needed for @trigger
 * @trigger: (nullable): the one to change; %NULL makes a new one
 */
void
way_trigger_dialog_present (GtkWidget *inside, WayDocument *document, WayRisk *risk,
                            WayTrigger *trigger)
{
  WayDialog *dialog = way_dialog_new (inside, _ ("When the contingency plan starts"), _ ("_Save"));
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  Builder *self = g_new0 (Builder, 1);

  self->document = g_object_ref (document);
  self->draft = way_draft_new (way_document_get_plan (document), &way_trigger_type,
                               trigger != NULL ? WAY_RECORD (trigger) : NULL);
  self->typed = trigger != NULL;
  if (trigger == NULL)
    way_draft_set_int (self->draft, "risk", WAY_RECORD (risk)->id);
  self->kind = new_kinds (trigger != NULL ? trigger->condition : WAY_TRIGGER_FORECAST);
  self->parts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  self->sentence = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->sentence), 0);
  gtk_label_set_wrap (GTK_LABEL (self->sentence), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (self->sentence), 50);
  gtk_widget_add_css_class (self->sentence, "heading");
  gtk_widget_set_margin_top (box, 16);
  gtk_widget_set_margin_bottom (box, 24);
  gtk_box_append (GTK_BOX (box), new_row (_ ("What is watched"), self->kind));
  gtk_box_append (GTK_BOX (box), self->parts);
  gtk_box_append (GTK_BOX (box), indent (self->sentence));
  way_dialog_set_content (dialog, box);
  g_object_set_data_full (G_OBJECT (dialog), "builder", self, builder_free);
  show_kind (self);
  g_signal_connect (self->kind, "notify::selected", G_CALLBACK (kind_cb), self);
  g_signal_connect (dialog, "confirm", G_CALLBACK (confirm_cb), self);
  gtk_window_present (GTK_WINDOW (dialog));
}
