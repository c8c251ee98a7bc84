/* way-complete-dialog.c: completes a milestone: what is waived, what was learned, the celebration.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-i18n.h"

#include "ui/milestones/way-complete-dialog.h"

#include "document/way-milestone-completion.h"
#include "document/way-milestone-parts.h"
#include "document/way-milestone-templates.h"
#include "ui/milestones/way-waiver-form.h"
#include "ui/way-window.h"
#include "ui/widgets/way-date-entry.h"
#include "ui/widgets/way-dialog.h"

#define MAX_LESSONS 5
#define LINE_CHARACTERS 60
#define TEXT_HEIGHT 64

#define WAY_TYPE_COMPLETE_DIALOG (way_complete_dialog_get_type ())
G_DECLARE_FINAL_TYPE (WayCompleteDialog, way_complete_dialog, WAY, COMPLETE_DIALOG, WayDialog)

struct _WayCompleteDialog
{
  WayDialog parent_instance;

  GtkWidget *inside; /* weak */
  WayDocument *document;
  WayMilestone *milestone;
  WayAction *celebration; /* (nullable): the one that was planned */
  GtkWidget *box;
  WayWaiverForm *waivers;
  GtkWidget *achievements, *challenges; /* text views */
  GtkWidget *lesson;
  GtkWidget *celebrate; /* a check box when one was planned, else an entry */
  GtkWidget *day;
};

G_DEFINE_FINAL_TYPE (WayCompleteDialog, way_complete_dialog, WAY_TYPE_DIALOG)

/* ------------------------------------------------------------------ what was filled in */

static char *
text_of (GtkWidget *view)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return g_strchomp (gtk_text_buffer_get_text (buffer, &start, &end, FALSE));
}

static gboolean
is_celebrated (WayCompleteDialog *self)
{
  if (self->celebration != NULL)
    return gtk_check_button_get_active (GTK_CHECK_BUTTON (self->celebrate));
  return gtk_editable_get_text (GTK_EDITABLE (self->celebrate))[0] != '\0';
}

static void
tell (WayCompleteDialog *self, const WayMilestoneCompletion *with, gboolean celebrated)
{
  const char *title = WAY_RECORD (self->milestone)->title;
  g_autofree char *day = celebrated ? way_moment_format_date (with->celebrate_on) : NULL;
  g_autofree char *message
      = celebrated ? g_strdup_printf (_ ("“%s” is completed. To be celebrated on %s."), title, day)
                   : g_strdup_printf (_ ("“%s” is completed."), title);

  if (self->inside != NULL)
    way_window_toast (self->inside, message, _ ("Undo"), "win.undo");
}

static gboolean
complete (WayCompleteDialog *self, GError **error)
{
  g_autofree char *achievements = text_of (self->achievements);
  g_autofree char *challenges = text_of (self->challenges);
  g_autofree char *lesson
      = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->lesson))));
  g_autoptr (GPtrArray) reasons = way_waiver_form_get_reasons (self->waivers);
  gboolean celebrated = is_celebrated (self);
  WayMilestoneCompletion with = {
    .waived = way_waiver_form_get_items (self->waivers), .reasons = reasons,
    .achievements = achievements, .challenges = challenges, .lesson = lesson,
  };

  if (celebrated && !way_date_entry_get_value (WAY_DATE_ENTRY (self->day), &with.celebrate_on, error))
    {
      gtk_widget_grab_focus (way_date_entry_get_entry (WAY_DATE_ENTRY (self->day)));
      return FALSE;
    }
  if (celebrated && self->celebration != NULL)
    with.celebration = self->celebration;
  else if (celebrated)
    with.celebrate = gtk_editable_get_text (GTK_EDITABLE (self->celebrate));
  if (!way_milestone_complete (self->document, self->milestone, &with, error))
    return FALSE;
  tell (self, &with, celebrated && with.celebrate_on != WAY_NEVER);
  return TRUE;
}

static gboolean
way_complete_dialog_confirm (WayDialog *dialog)
{
  WayCompleteDialog *self = WAY_COMPLETE_DIALOG (dialog);
  g_autoptr (GError) error = NULL;

  if (!way_waiver_form_check (self->waivers))
    {
      way_dialog_set_message (dialog, _ ("A waiver needs a reason; it is kept in the history and in reports."));
      return FALSE;
    }
  if (complete (self, &error))
    return TRUE;
  way_dialog_set_message (dialog, error->message);
  return FALSE;
}

static void
way_complete_dialog_dispose (GObject *object)
{
  WayCompleteDialog *self = WAY_COMPLETE_DIALOG (object);

  g_clear_weak_pointer (&self->inside);
  g_clear_object (&self->celebration);
  g_clear_object (&self->milestone);
  g_clear_object (&self->document);
  G_OBJECT_CLASS (way_complete_dialog_parent_class)->dispose (object);
}

static void
way_complete_dialog_class_init (WayCompleteDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = way_complete_dialog_dispose;
  WAY_DIALOG_CLASS (klass)->confirm = way_complete_dialog_confirm;
}

static void
way_complete_dialog_init (WayCompleteDialog *self)
{
}

/* ------------------------------------------------------------------ building */

static GtkWidget *
add_line (WayCompleteDialog *self, const char *text, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), LINE_CHARACTERS);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  gtk_box_append (GTK_BOX (self->box), label);
  return label;
}

static void
add_label_for (WayCompleteDialog *self, const char *text, GtkWidget *target)
{
  GtkWidget *label = add_line (self, NULL, "field-label");

  gtk_label_set_text_with_mnemonic (GTK_LABEL (label), text);
  gtk_label_set_mnemonic_widget (GTK_LABEL (label), target);
}

static void
add_criteria (WayCompleteDialog *self)
{
  g_autoptr (GPtrArray) unmet = way_milestone_get_unmet (self->milestone);
  const char *title = WAY_RECORD (self->milestone)->title;
  g_autofree char *text = NULL;

  if (unmet->len == 0)
    text = g_strdup_printf (_ ("Every criterion of “%s” is met."), title);
  else
    text = g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE,
                     "%u criterion of “%s” is unmet. Tick it off first, or say here why it is waived.",
                     "%u criteria of “%s” are unmet. Tick them off first, or say here why they are waived.",
                     unmet->len),
        unmet->len, title);
  add_line (self, text, NULL);
  self->waivers = WAY_WAIVER_FORM (way_waiver_form_new (unmet));
  gtk_widget_set_visible (GTK_WIDGET (self->waivers), unmet->len > 0);
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->waivers));
}

/* A text of the retrospective, which may be begun already. */
static GtkWidget *
add_text (WayCompleteDialog *self, const char *label, const char *section)
{
  GtkWidget *view = gtk_text_view_new (), *frame = gtk_scrolled_window_new ();

  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (view), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (view), FALSE);
  gtk_text_view_set_left_margin (GTK_TEXT_VIEW (view), 8);
  gtk_text_view_set_right_margin (GTK_TEXT_VIEW (view), 8);
  gtk_text_view_set_top_margin (GTK_TEXT_VIEW (view), 6);
  gtk_text_view_set_bottom_margin (GTK_TEXT_VIEW (view), 6);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)),
                            way_section_get_text (WAY_RECORD (self->milestone), section), -1);
  add_label_for (self, label, view);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (frame), view);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (frame), TEXT_HEIGHT);
  gtk_widget_add_css_class (frame, "text-frame");
  gtk_box_append (GTK_BOX (self->box), frame);
  return view;
}

/* What others have learned, so that it need not be learned again. */
static void
add_lessons (WayCompleteDialog *self)
{
  g_autoptr (GPtrArray) lessons
      = way_milestone_similar_lessons (way_document_get_plan (self->document), NULL,
                                       self->milestone->initiative);
  g_autoptr (GString) text = g_string_new (NULL);
  guint n = 0;

  for (guint i = 0; i < lessons->len && n < MAX_LESSONS; i++)
    {
      WayLesson *lesson = lessons->pdata[i];

      if (lesson->milestone == WAY_RECORD (self->milestone)->id)
        continue;
      g_string_append_printf (text, "%s• %s", n++ > 0 ? "\n" : "", WAY_RECORD (lesson)->title);
      if (lesson->recommendation[0] != '\0')
        g_string_append_printf (text, ": %s", lesson->recommendation);
    }
  if (n == 0)
    return;
  add_line (self, _ ("Learned at milestones like it"), "card-title");
  add_line (self, text->str, "secondary");
}

static void
add_retrospective (WayCompleteDialog *self)
{
  add_line (self, _ ("Looking Back"), "card-title");
  self->achievements = add_text (self, _ ("What went _well"), "achievements");
  self->challenges = add_text (self, _ ("What was _hard"), "challenges");
  self->lesson = gtk_entry_new ();
  gtk_entry_set_activates_default (GTK_ENTRY (self->lesson), TRUE);
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->lesson), _ ("In a sentence; it is offered at milestones like this one"));
  add_label_for (self, _ ("A _lesson to remember"), self->lesson);
  gtk_box_append (GTK_BOX (self->box), self->lesson);
}

static void
add_celebration (WayCompleteDialog *self)
{
  g_autoptr (GPtrArray) planned = way_milestone_get_celebrations (self->milestone);
  WayMoment day = way_milestone_celebration_day (self->document);
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);

  add_line (self, _ ("Celebration"), "card-title");
  if (planned->len > 0)
    {
      self->celebration = g_object_ref (planned->pdata[0]);
      self->celebrate = gtk_check_button_new_with_label (WAY_RECORD (self->celebration)->title);
      gtk_check_button_set_active (GTK_CHECK_BUTTON (self->celebrate), TRUE);
      if (self->celebration->due != WAY_NEVER && self->celebration->due > day)
        day = self->celebration->due;
    }
  else
    {
      self->celebrate = gtk_entry_new ();
      gtk_entry_set_placeholder_text (GTK_ENTRY (self->celebrate), _ ("None was planned. What would the team like?"));
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->celebrate),
                                      GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Celebration"), -1);
    }
  self->day = way_date_entry_new (FALSE, 0);
  way_date_entry_set_name (WAY_DATE_ENTRY (self->day), _ ("Day of the celebration"));
  way_date_entry_set_value (WAY_DATE_ENTRY (self->day), day);
  gtk_widget_set_hexpand (self->celebrate, TRUE);
  gtk_box_append (GTK_BOX (row), self->celebrate);
  gtk_box_append (GTK_BOX (row), self->day);
  gtk_box_append (GTK_BOX (self->box), row);
}

/**
 * way_complete_dialog_present:
 *
 * Completes the milestone as one step, with the waivers that it takes and what was learned.
 */
void
way_complete_dialog_present (GtkWidget *parent, WayDocument *document, WayMilestone *milestone)
{
  WayCompleteDialog *self
      = g_object_new (WAY_TYPE_COMPLETE_DIALOG, "title", _ ("Complete the milestone"), NULL);
  GtkWidget *scroller = gtk_scrolled_window_new ();

  g_set_weak_pointer (&self->inside, parent);
  self->document = g_object_ref (document);
  self->milestone = g_object_ref (milestone);
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_widget_add_css_class (self->box, "form");
  add_criteria (self);
  add_retrospective (self);
  add_lessons (self);
  add_celebration (self);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), 540);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->box);
  way_dialog_set_content (WAY_DIALOG (self), scroller);
  way_dialog_set_parent (WAY_DIALOG (self), parent);
  way_dialog_set_confirm_label (WAY_DIALOG (self), _ ("_Complete"));
  gtk_window_present (GTK_WINDOW (self));
  if (way_waiver_form_check (self->waivers))
    gtk_widget_grab_focus (self->achievements);
}
