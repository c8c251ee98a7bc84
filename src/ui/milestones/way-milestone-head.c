/* way-milestone-head.c: WayMilestoneHead, the top of a milestone's document: its state at a glance.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Title and chips, what recoveries promised and regained, key figures with where they come from,
 * and the line of checkpoints. */

#include "model/way-i18n.h"

#include "ui/milestones/way-milestone-head.h"

#include "document/way-milestone-figures.h"
#include "document/way-milestone-parts.h"
#include "metrics/impact/way-recovered.h"
#include "metrics/way-blockers.h"
#include "metrics/way-milestone-metrics.h"
#include "metrics/way-rag.h"
#include "metrics/way-record-figures.h"
#include "ui/milestones/way-checkpoint-line.h"
#include "ui/pages/way-figure-card.h"
#include "ui/widgets/way-chip.h"

#include <string.h>

enum { CARD_TARGET, CARD_FORECAST, CARD_COMPLETE, CARD_EFFORT, CARD_QUALITY, CARD_LEAD, N_CARDS };

static const char *const card_names[N_CARDS] = {
  [CARD_TARGET] = N_ ("Target"),     [CARD_FORECAST] = N_ ("Forecast"),
  [CARD_COMPLETE] = N_ ("Complete"), [CARD_EFFORT] = N_ ("Effort"),
  [CARD_QUALITY] = N_ ("Quality"),   [CARD_LEAD] = N_ ("Lead"),
};

#define LONG_TITLE 36 /* characters; the chips go below it */

struct _WayMilestoneHead
{
  GtkBox parent_instance;

  WayDocument *document;
  WayMilestone *milestone;
  GtkWidget *top; /* title and chips */
  GtkWidget *title;
  GtkWidget *status, *rag, *late, *risk, *blocked; /* chips */
  GtkWidget *reasons;
  GtkWidget *recoveries; /* seen when there are any */
  GtkWidget *cards[N_CARDS];
  GtkWidget *line;
};

G_DEFINE_FINAL_TYPE (WayMilestoneHead, way_milestone_head, GTK_TYPE_BOX)

/* "6 d late"; NULL = in time. */
static char *
format_late (WayMilestoneHead *self)
{
  WayUnitRates rates = way_plan_get_unit_rates (way_document_get_plan (self->document));
  g_autofree char *days = NULL;

  if (!way_milestone_is_late (self->milestone))
    return NULL;
  days = way_duration_format (self->milestone->variance, WAY_UNIT_DAYS, &rates);
  /* Translators: %s is a duration, like: 6d */
  return g_strdup_printf (_ ("%s late"), days);
}

static void
refresh_chips (WayMilestoneHead *self)
{
  WayMilestone *milestone = self->milestone;
  g_autoptr (WayRagStatus) status = way_rag_of_milestone (self->document, milestone);
  g_autoptr (GPtrArray) blockers = way_blockers_of_milestone (milestone);
  g_autofree char *held_up = way_blockers_describe (blockers);
  g_autofree char *late = format_late (self), *risk = NULL, *blocked = NULL, *reasons = NULL;
  gint64 score = way_milestone_risk_score (milestone);

  way_chip_set (self->status, way_enum_label (&way_enum_status, milestone->status),
            way_milestone_is_completed (milestone) ? "good" : NULL);
  way_chip_set (self->rag, way_rag_label (status->rag), way_rag_tone (status->rag));
  way_chip_set (self->late, late, "bad");
  if (score > 0)
    risk = g_strdup_printf (_ ("Risk %d / 10"), (int) score);
  way_chip_set (self->risk, risk, score >= 7 ? "bad" : score >= 4 ? "warning" : NULL);
  if (blockers->len > 0)
    blocked = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u blocker", "%u blockers",
                                            blockers->len),
                               blockers->len);
  way_chip_set (self->blocked, blocked, "bad");
  gtk_widget_set_tooltip_text (self->blocked, held_up);
  reasons = way_rag_status_to_text (status);
  gtk_label_set_text (GTK_LABEL (self->reasons), reasons);
}

static void
append_line (GString *text, char *line)
{
  g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", line);
  g_free (line);
}

/* What they promised and what came of it, a line each. */
static void
refresh_recoveries (WayMilestoneHead *self)
{
  g_autoptr (GPtrArray) all = way_milestone_recoveries (self->document, self->milestone);
  g_autoptr (GString) text = g_string_new (NULL), how = g_string_new (NULL);

  for (guint i = 0; i < all->len; i++)
    {
      append_line (text, way_recovery_describe (self->document, all->pdata[i]));
      append_line (how, way_recovery_explain (self->document, all->pdata[i]));
    }
  gtk_label_set_text (GTK_LABEL (self->recoveries), text->str);
  gtk_widget_set_tooltip_text (self->recoveries, how->str);
  gtk_widget_set_visible (self->recoveries, all->len > 0);
}

static void
set_card (WayMilestoneHead *self, guint card, const char *figure, const char *note,
          const char *tone)
{
  way_figure_card_set (WAY_FIGURE_CARD (self->cards[card]),
                       figure != NULL && figure[0] != '\0' ? figure : "–",
                       note != NULL ? note : "", tone, NULL);
}

/* As in the list: how a computed field or figure came about. */
static char *
explain (WayMilestoneHead *self, const char *name)
{
  WayRecord *record = WAY_RECORD (self->milestone);
  guint n_figures;
  const WayRecordFigure *figures = way_record_figures (&way_milestone_type, &n_figures);

  for (guint i = 0; i < n_figures; i++)
    if (strcmp (figures[i].key, name) == 0)
      return figures[i].explain (self->document, record);
  return way_record_explain_field (self->document, record,
                                   way_record_type_field (&way_milestone_type, name));
}

static void
explain_cards (WayMilestoneHead *self)
{
  static const struct { int card; const char *name; } explained[] = {
    { CARD_TARGET, "baseline" },
    { CARD_FORECAST, "forecast" },
    { CARD_COMPLETE, "complete" },
    { CARD_LEAD, "lead" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (explained); i++)
    {
      g_autofree char *text = explain (self, explained[i].name);

      gtk_widget_set_tooltip_text (self->cards[explained[i].card], text);
    }
}

static void
refresh_dates (WayMilestoneHead *self)
{
  WayMilestone *milestone = self->milestone;
  WayMoment baseline = way_milestone_baseline (self->document, milestone);
  g_autofree char *target = NULL, *forecast = NULL, *start = NULL, *base = NULL;
  g_autofree char *late = format_late (self);

  if (milestone->target_date != WAY_NEVER)
    target = way_moment_format_date (milestone->target_date);
  if (milestone->forecast != WAY_NEVER)
    forecast = way_moment_format_date (way_finish_day (milestone->forecast));
  if (baseline != WAY_NEVER)
    {
      start = way_moment_format_date (way_finish_day (baseline));
      base = g_strdup_printf (_ ("baseline %s"), start);
    }
  set_card (self, CARD_TARGET, target, target != NULL ? base : _ ("not promised yet"), NULL);
  set_card (self, CARD_FORECAST, forecast,
            forecast == NULL ? _ ("hangs on no row") : late != NULL ? late : _ ("in time"),
            forecast == NULL ? NULL : late != NULL ? "bad" : "good");
}

static void
refresh_cards (WayMilestoneHead *self)
{
  WayMilestone *milestone = self->milestone;
  g_autofree char *complete = g_strdup_printf (_ ("%d %%"), (int) milestone->complete);
  g_autofree char *effort = g_strdup_printf (_ ("%g / %g pw"), milestone->actual_effort,
                                             milestone->estimated_effort);
  g_autofree char *quality = milestone->quality_score > 0
                                 ? g_strdup_printf ("%g / 10", milestone->quality_score)
                                 : NULL;
  g_autofree char *team = milestone->team_size > 0
                              ? g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "team of %d",
                                                              "team of %d",
                                                              (gulong) milestone->team_size),
                                                 (int) milestone->team_size)
                              : NULL;

  refresh_dates (self);
  set_card (self, CARD_COMPLETE, complete,
            way_enum_label (&way_enum_completion, milestone->completion), NULL);
  set_card (self, CARD_EFFORT, effort, _ ("person-weeks, actual of estimated"), NULL);
  set_card (self, CARD_QUALITY, quality, quality == NULL ? _ ("not scored yet") : "", NULL);
  set_card (self, CARD_LEAD, way_milestone_lead (milestone), team, NULL);
  explain_cards (self);
}

/**
 * way_milestone_head_refresh:
 *
 * Shows the milestone as it is now.
 */
void
way_milestone_head_refresh (WayMilestoneHead *self)
{
  const char *title = WAY_RECORD (self->milestone)->title;

  gtk_label_set_text (GTK_LABEL (self->title), title);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->top),
                                  g_utf8_strlen (title, -1) > LONG_TITLE
                                      ? GTK_ORIENTATION_VERTICAL
                                      : GTK_ORIENTATION_HORIZONTAL);
  refresh_chips (self);
  refresh_recoveries (self);
  refresh_cards (self);
  way_checkpoint_line_refresh (WAY_CHECKPOINT_LINE (self->line));
}

static void
way_milestone_head_dispose (GObject *object)
{
  WayMilestoneHead *self = WAY_MILESTONE_HEAD (object);

  g_clear_object (&self->milestone);
  g_clear_object (&self->document);
  G_OBJECT_CLASS (way_milestone_head_parent_class)->dispose (object);
}

static void
way_milestone_head_class_init (WayMilestoneHeadClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = way_milestone_head_dispose;
}

static GtkWidget *
add_chip (GtkWidget *box)
{
  GtkWidget *chip = way_chip_new ();

  gtk_box_append (GTK_BOX (box), chip);
  return chip;
}

static GtkWidget *
add_text (WayMilestoneHead *self, const char *style)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, style);
  gtk_box_append (GTK_BOX (self), label);
  return label;
}

static void
way_milestone_head_init (WayMilestoneHead *self)
{
  GtkWidget *chips = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);

  self->top = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 12);
  self->title = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->title), 0);
  gtk_label_set_wrap (GTK_LABEL (self->title), TRUE);
  gtk_widget_add_css_class (self->title, "title-large");
  gtk_box_append (GTK_BOX (self->top), self->title);
  self->status = add_chip (chips);
  self->rag = add_chip (chips);
  self->late = add_chip (chips);
  self->risk = add_chip (chips);
  self->blocked = add_chip (chips);
  gtk_box_append (GTK_BOX (self->top), chips);
  gtk_box_append (GTK_BOX (self), self->top);
  self->reasons = add_text (self, "secondary");
  self->recoveries = add_text (self, "normal");
  gtk_box_append (GTK_BOX (self), way_figure_cards_new (card_names, N_CARDS, self->cards));
}

/**
 * way_milestone_head_new:
 *
 * Returns: (transfer floating)
 */
GtkWidget *
way_milestone_head_new (WayDocument *document, WayMilestone *milestone)
{
  WayMilestoneHead *self = g_object_new (WAY_TYPE_MILESTONE_HEAD, NULL);

  self->document = g_object_ref (document);
  self->milestone = g_object_ref (milestone);
  self->line = way_checkpoint_line_new (document, milestone);
  gtk_box_append (GTK_BOX (self), self->line);
  way_milestone_head_refresh (self);
  return GTK_WIDGET (self);
}
