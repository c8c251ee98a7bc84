/* way-milestone-card.c: WayMilestoneCard, a milestone on the board.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-i18n.h"

#include "ui/milestones/way-milestone-card.h"

#include "document/way-milestone-figures.h"
#include "metrics/way-blockers.h"
#include "metrics/way-milestone-metrics.h"

struct _WayMilestoneCard
{
  GtkBox parent_instance;

  WayDocument *document;
  WayMilestone *milestone; /* (nullable) */
  GtkWidget *title;
  GtkWidget *human_id;
  GtkWidget *chip;
  GtkWidget *blocked;
  GtkWidget *date;
  GtkWidget *lead;
  GtkWidget *progress;
};

G_DEFINE_FINAL_TYPE (WayMilestoneCard, way_milestone_card, GTK_TYPE_BOX)

/* The day it was done, will be done, or was promised for. */
static char *
format_date (WayMilestoneCard *self)
{
  WayMilestone *milestone = self->milestone;

  if (milestone->actual_date != WAY_NEVER)
    return way_moment_format_date (milestone->actual_date);
  if (milestone->forecast != WAY_NEVER)
    return way_moment_format_date (way_finish_day (milestone->forecast));
  if (milestone->target_date != WAY_NEVER)
    return way_moment_format_date (milestone->target_date);
  return g_strdup (_ ("no date yet"));
}

/* The chip with what holds it up, until that is cleared. Returns: (transfer full) (nullable) */
static char *
show_blockers (WayMilestoneCard *self)
{
  g_autoptr (GPtrArray) blockers = way_blockers_of_milestone (self->milestone);
  g_autofree char *text = way_blockers_describe (blockers);

  gtk_widget_set_visible (self->blocked, text != NULL);
  gtk_widget_set_tooltip_text (self->blocked, text);
  return g_steal_pointer (&text);
}

/**
 * way_milestone_card_refresh:
 *
 * Shows the milestone as it is now.
 */
void
way_milestone_card_refresh (WayMilestoneCard *self)
{
  WayMilestone *milestone = self->milestone;
  g_autofree char *human_id = NULL, *date = NULL, *late = NULL, *chip = NULL, *words = NULL;
  g_autofree char *blocked = NULL, *said = NULL;
  WayUnitRates rates;

  if (milestone == NULL)
    return;
  human_id = way_record_dup_human_id (WAY_RECORD (milestone));
  date = format_date (self);
  rates = way_plan_get_unit_rates (way_document_get_plan (self->document));
  if (way_milestone_is_late (milestone))
    {
      late = way_duration_format (milestone->variance, WAY_UNIT_DAYS, &rates);
      /* Translators: how late; %s is a duration, like: 6d */
      chip = g_strdup_printf (_ ("+%s"), late);
    }
  gtk_label_set_text (GTK_LABEL (self->title), WAY_RECORD (milestone)->title);
  gtk_label_set_text (GTK_LABEL (self->human_id), human_id);
  gtk_label_set_text (GTK_LABEL (self->date), date);
  gtk_label_set_text (GTK_LABEL (self->lead), way_milestone_lead (milestone));
  gtk_label_set_text (GTK_LABEL (self->chip), chip != NULL ? chip : "");
  gtk_widget_set_visible (self->chip, chip != NULL);
  gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (self->progress),
                                 CLAMP ((double)milestone->complete / 100, 0, 1));
  /* Translators: id, title, progress and date of a milestone, for who hears it */
  words = g_strdup_printf (_ ("%s %s, %d %% done, %s"), human_id, WAY_RECORD (milestone)->title,
                           (int)milestone->complete, date);
  blocked = show_blockers (self);
  said = blocked != NULL ? g_strdup_printf ("%s. %s", words, blocked) : g_strdup (words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, said, -1);
}

/**
 * way_milestone_card_set_milestone:
 * @milestone: (nullable): a reference is taken
 */
void
way_milestone_card_set_milestone (WayMilestoneCard *self, WayMilestone *milestone)
{
  g_set_object (&self->milestone, milestone);
  way_milestone_card_refresh (self);
}

/**
 * way_milestone_card_get_milestone:
 *
 * Returns: (transfer none) (nullable)
 */
WayMilestone *
way_milestone_card_get_milestone (WayMilestoneCard *self)
{
  return self->milestone;
}

static GdkContentProvider *
prepare_cb (GtkDragSource *source, double x, double y, WayMilestoneCard *self)
{
  if (self->milestone == NULL || way_document_is_read_only (self->document))
    return NULL;
  return gdk_content_provider_new_typed (WAY_TYPE_MILESTONE, self->milestone);
}

static void
drag_begin_cb (GtkDragSource *source, GdkDrag *drag, WayMilestoneCard *self)
{
  g_autoptr (GdkPaintable) picture = gtk_widget_paintable_new (GTK_WIDGET (self));

  gtk_drag_source_set_icon (source, picture, 12, 12);
}

static void
way_milestone_card_dispose (GObject *object)
{
  WayMilestoneCard *self = WAY_MILESTONE_CARD (object);

  g_clear_object (&self->milestone);
  g_clear_object (&self->document);
  G_OBJECT_CLASS (way_milestone_card_parent_class)->dispose (object);
}

static void
way_milestone_card_class_init (WayMilestoneCardClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = way_milestone_card_dispose;
}

static GtkWidget *
new_label (const char *style, gboolean fills)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), fills ? 0 : 1);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (label, fills);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  return label;
}

static void
way_milestone_card_init (WayMilestoneCard *self)
{
  GtkWidget *top = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *bottom = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkDragSource *source = gtk_drag_source_new ();

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 4);
  gtk_widget_add_css_class (GTK_WIDGET (self), "card");
  gtk_widget_add_css_class (GTK_WIDGET (self), "milestone-card");
  self->human_id = new_label ("secondary", TRUE);
  self->chip = new_label ("chip", FALSE);
  gtk_widget_add_css_class (self->chip, "bad");
  self->blocked = new_label ("chip", FALSE);
  gtk_label_set_text (GTK_LABEL (self->blocked), _ ("Blocked"));
  gtk_widget_add_css_class (self->blocked, "bad");
  gtk_box_append (GTK_BOX (top), self->human_id);
  gtk_box_append (GTK_BOX (top), self->blocked);
  gtk_box_append (GTK_BOX (top), self->chip);
  self->title = new_label ("strong", TRUE);
  gtk_label_set_wrap (GTK_LABEL (self->title), TRUE);
  gtk_label_set_lines (GTK_LABEL (self->title), 2);
  self->progress = gtk_progress_bar_new ();
  self->date = new_label ("secondary", TRUE);
  gtk_label_set_ellipsize (GTK_LABEL (self->date), PANGO_ELLIPSIZE_NONE);
  self->lead = new_label ("secondary", FALSE);
  gtk_box_append (GTK_BOX (bottom), self->date);
  gtk_box_append (GTK_BOX (bottom), self->lead);
  gtk_box_append (GTK_BOX (self), top);
  gtk_box_append (GTK_BOX (self), self->title);
  gtk_box_append (GTK_BOX (self), self->progress);
  gtk_box_append (GTK_BOX (self), bottom);
  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect (source, "prepare", G_CALLBACK (prepare_cb), self);
  g_signal_connect (source, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (source));
}

/**
 * way_milestone_card_new:
 *
 * Returns: (transfer floating)
 */
GtkWidget *
way_milestone_card_new (WayDocument *document)
{
  WayMilestoneCard *self = g_object_new (WAY_TYPE_MILESTONE_CARD, NULL);

  self->document = g_object_ref (document);
  return GTK_WIDGET (self);
}
