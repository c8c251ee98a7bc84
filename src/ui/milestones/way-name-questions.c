/* way-name-questions.c: WayNameQuestions, asks who is meant by names that the plan does not know.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-i18n.h"

#include "ui/milestones/way-name-questions.h"

#include "model/way-records.h"
#include "ui/widgets/way-drop-down.h"

#define CHOICE_CHARACTERS 30

/* The first choices of a list; the records of the plan come behind them. */
enum { CHOICE_CREATE, CHOICE_LEAVE, N_CHOICES };

typedef struct
{
  const WayRecordType *type;
  char *name;
  GPtrArray *candidates; /* of WayRecord */
  GtkDropDown *choice;   /* unowned */
} Question;

struct _WayNameQuestions
{
  GtkBox parent_instance;

  GPtrArray *questions; /* of Question */
  GtkWidget *grid;
};

static guint changed_signal;

G_DEFINE_FINAL_TYPE (WayNameQuestions, way_name_questions, GTK_TYPE_BOX)

static void
question_free (gpointer data)
{
  Question *self = data;

  g_free (self->name);
  g_ptr_array_unref (self->candidates);
  g_free (self);
}

static void
way_name_questions_finalize (GObject *object)
{
  g_ptr_array_unref (WAY_NAME_QUESTIONS (object)->questions);
  G_OBJECT_CLASS (way_name_questions_parent_class)->finalize (object);
}

static gboolean
way_name_questions_grab_focus (GtkWidget *widget)
{
  GPtrArray *questions = WAY_NAME_QUESTIONS (widget)->questions;

  return questions->len > 0
         && gtk_widget_grab_focus (GTK_WIDGET (((Question *)questions->pdata[0])->choice));
}

static void
way_name_questions_class_init (WayNameQuestionsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = way_name_questions_finalize;
  GTK_WIDGET_CLASS (klass)->grab_focus = way_name_questions_grab_focus;
  changed_signal = g_signal_new ("changed", WAY_TYPE_NAME_QUESTIONS, G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 0);
}

static void
way_name_questions_init (WayNameQuestions *self)
{
  GtkWidget *title = gtk_label_new (_ ("Names that are not in the plan"));

  self->questions = g_ptr_array_new_with_free_func (question_free);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 6);
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_widget_add_css_class (title, "card-title");
  gtk_widget_add_css_class (GTK_WIDGET (self), "form");
  self->grid = gtk_grid_new ();
  gtk_grid_set_row_spacing (GTK_GRID (self->grid), 6);
  gtk_grid_set_column_spacing (GTK_GRID (self->grid), 16);
  gtk_box_append (GTK_BOX (self), title);
  gtk_box_append (GTK_BOX (self), self->grid);
}

/* What is proposed: whoever alone is called like that; else somebody new, or the text as it is. */
static guint
proposed (const Question *question, guint n_similar)
{
  if (n_similar == 1)
    return N_CHOICES;
  return question->type == &way_resource_type ? CHOICE_CREATE : CHOICE_LEAVE;
}

static void
answered_cb (WayNameQuestions *self)
{
  g_signal_emit (self, changed_signal, 0);
}

static void
add_question (WayNameQuestions *self, WayPlan *plan, const WayRecordType *type, const char *name)
{
  Question *question = g_new0 (Question, 1);
  GtkStringList *labels = gtk_string_list_new (NULL);
  GtkWidget *label = gtk_label_new (name), *choice;
  guint n_similar;

  question->type = type;
  question->name = g_strdup (name);
  question->candidates = way_name_candidates (plan, type, name, &n_similar);
  gtk_string_list_append (labels, type == &way_resource_type ? _ ("Add to the plan’s people")
                                                             : _ ("Make a milestone"));
  gtk_string_list_append (labels, _ ("Leave as text"));
  for (guint i = 0; i < question->candidates->len; i++)
    {
      g_autofree char *text
          = g_strdup_printf (_ ("Is “%s”"), WAY_RECORD (question->candidates->pdata[i])->title);

      gtk_string_list_append (labels, text);
    }
  choice = way_drop_down_new (labels, CHOICE_CHARACTERS);
  question->choice = GTK_DROP_DOWN (choice);
  gtk_drop_down_set_selected (question->choice, proposed (question, n_similar));
  g_signal_connect_swapped (choice, "notify::selected", G_CALLBACK (answered_cb), self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (choice), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_grid_attach (GTK_GRID (self->grid), label, 0, (int)self->questions->len, 1, 1);
  gtk_grid_attach (GTK_GRID (self->grid), choice, 1, (int)self->questions->len, 1, 1);
  g_ptr_array_add (self->questions, question);
}

/**
 * way_name_questions_new:
 *
 * Returns: (transfer floating)
 */
GtkWidget *
way_name_questions_new (WayPlan *plan, const WayImportReport *report)
{
  WayNameQuestions *self = g_object_new (WAY_TYPE_NAME_QUESTIONS, NULL);

  for (guint i = 0; i < report->new_people->len; i++)
    add_question (self, plan, &way_resource_type, report->new_people->pdata[i]);
  for (guint i = 0; i < report->new_milestones->len; i++)
    add_question (self, plan, &way_milestone_type, report->new_milestones->pdata[i]);
  gtk_widget_set_visible (GTK_WIDGET (self), self->questions->len > 0);
  return GTK_WIDGET (self);
}

/**
 * way_name_questions_get_choices:
 *
 * Returns: (transfer full) (element-type WayNameChoice)
 */
GPtrArray *
way_name_questions_get_choices (WayNameQuestions *self)
{
  GPtrArray *choices = way_name_choices_new ();

  for (guint i = 0; i < self->questions->len; i++)
    {
      const Question *question = self->questions->pdata[i];
      guint n = gtk_drop_down_get_selected (question->choice);
      gboolean used = n >= N_CHOICES && n - N_CHOICES < question->candidates->len;

      way_name_choices_add (choices, question->type, question->name,
                            used                 ? WAY_NAME_USE
                            : n == CHOICE_CREATE ? WAY_NAME_CREATE
                                                 : WAY_NAME_LEAVE,
                            used ? WAY_RECORD (question->candidates->pdata[n - N_CHOICES])->id : 0);
    }
  return choices;
}
