/* way-check-in-chart.c: WayCheckInChart, check-ins and reviews of a milestone or initiative over time.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-i18n.h"

#include "ui/milestones/way-check-in-chart.h"

#include "chart/way-check-in-layout.h"
#include "document/way-milestone-parts.h"
#include "ui/widgets/way-chart-area.h"

struct _WayCheckInChart
{
  GtkBox parent_instance;

  WayRecord *record;
  GArray *check_ins; /* of WayCheckInMark */
  GArray *reviews;   /* of WayReviewMark */
  GtkWidget *area;
};

G_DEFINE_FINAL_TYPE (WayCheckInChart, way_check_in_chart, GTK_TYPE_BOX)

static double
draw (double width, const WayMeasure *measure, WayScene *scene, gpointer data)
{
  WayCheckInChart *self = data;

  return way_check_in_layout ((WayCheckInMark *)(gpointer)self->check_ins->data,
                              self->check_ins->len,
                              (WayReviewMark *)(gpointer)self->reviews->data, self->reviews->len,
                              width, measure, scene);
}

static int
compare_days (gconstpointer a, gconstpointer b)
{
  WayMoment one = *(const WayMoment *)a, two = *(const WayMoment *)b; /* the first member of both */

  return one < two ? -1 : one > two;
}

static void
collect (WayCheckInChart *self)
{
  g_autoptr (GPtrArray) check_ins = way_record_get_parts (self->record, &way_check_in_type);
  g_autoptr (GPtrArray) reviews = way_record_get_parts (self->record, &way_review_type);

  g_array_set_size (self->check_ins, 0);
  g_array_set_size (self->reviews, 0);
  for (guint i = 0; i < check_ins->len; i++)
    {
      WayCheckIn *from = check_ins->pdata[i];
      WayCheckInMark mark = { from->date, (int)from->mood,
                              from->rag == WAY_RAG_COMPUTED ? G_MAXUINT
                                                            : (guint)(from->rag - WAY_RAG_GREEN) };

      if (from->date != WAY_NEVER)
        g_array_append_val (self->check_ins, mark);
    }
  for (guint i = 0; i < reviews->len; i++)
    {
      WayReview *from = reviews->pdata[i];
      WayReviewMark mark
          = { from->date, way_enum_label (&way_enum_review_decision, from->decision) };

      if (from->date != WAY_NEVER)
        g_array_append_val (self->reviews, mark);
    }
  g_array_sort (self->check_ins, compare_days);
  g_array_sort (self->reviews, compare_days);
}

/* "3 Nov: mood 4, Green; 10 Nov: mood 3, Yellow; 12 Nov: review, Go" */
static char *
describe (WayCheckInChart *self)
{
  GString *text = g_string_new (_ ("Team mood from 1 to 5 and status colour at each check-in"));

  for (guint i = 0; i < self->check_ins->len; i++)
    {
      const WayCheckInMark *mark = &g_array_index (self->check_ins, WayCheckInMark, i);
      g_autofree char *day = way_moment_format_short (mark->day);

      g_string_append_printf (text, "; %s:", day);
      if (mark->mood > 0)
        g_string_append_printf (text, _ (" mood %d"), mark->mood);
      if (mark->level <= WAY_RAG_RED - WAY_RAG_GREEN)
        g_string_append_printf (text, " %s",
                                way_enum_label (&way_enum_rag, mark->level + WAY_RAG_GREEN));
    }
  for (guint i = 0; i < self->reviews->len; i++)
    {
      const WayReviewMark *mark = &g_array_index (self->reviews, WayReviewMark, i);
      g_autofree char *day = way_moment_format_short (mark->day);

      /* Translators: the day of a review, and what was decided */
      g_string_append_printf (text, _ ("; %s: review, %s"), day, mark->decision);
    }
  return g_string_free (text, FALSE);
}

static gboolean
has_two_days (WayCheckInChart *self)
{
  WayMoment first = WAY_MOMENT_MAX, last = -WAY_MOMENT_MAX;

  for (guint i = 0; i < self->check_ins->len; i++)
    {
      first = MIN (first, g_array_index (self->check_ins, WayCheckInMark, i).day);
      last = MAX (last, g_array_index (self->check_ins, WayCheckInMark, i).day);
    }
  return first < last;
}

void
way_check_in_chart_show (WayCheckInChart *self)
{
  g_autofree char *words = NULL;

  collect (self);
  words = describe (self);
  gtk_widget_set_visible (GTK_WIDGET (self), has_two_days (self));
  gtk_widget_set_tooltip_text (
      GTK_WIDGET (self),
      _ ("Team mood from 1 to 5 at each check-in; circle, diamond and square are its green, yellow "
         "and red. Dashed lines are reviews with what they decided."));
  way_chart_area_update (WAY_CHART_AREA (self->area), words);
}

static void
way_check_in_chart_dispose (GObject *object)
{
  g_clear_object (&WAY_CHECK_IN_CHART (object)->record);
  G_OBJECT_CLASS (way_check_in_chart_parent_class)->dispose (object);
}

static void
way_check_in_chart_finalize (GObject *object)
{
  WayCheckInChart *self = WAY_CHECK_IN_CHART (object);

  g_array_unref (self->check_ins);
  g_array_unref (self->reviews);
  G_OBJECT_CLASS (way_check_in_chart_parent_class)->finalize (object);
}

static void
way_check_in_chart_class_init (WayCheckInChartClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = way_check_in_chart_dispose;
  G_OBJECT_CLASS (klass)->finalize = way_check_in_chart_finalize;
}

static void
way_check_in_chart_init (WayCheckInChart *self)
{
  self->check_ins = g_array_new (FALSE, FALSE, sizeof (WayCheckInMark));
  self->reviews = g_array_new (FALSE, FALSE, sizeof (WayReviewMark));
  self->area = way_chart_area_new (draw, self);
  gtk_widget_set_hexpand (self->area, TRUE);
  gtk_box_append (GTK_BOX (self), self->area);
}

/**
 * way_check_in_chart_new:
 * @record: a milestone or an initiative
 *
 * Returns: (transfer floating)
 */
GtkWidget *
way_check_in_chart_new (WayRecord *record)
{
  WayCheckInChart *self = g_object_new (WAY_TYPE_CHECK_IN_CHART, NULL);

  self->record = g_object_ref (record);
  return GTK_WIDGET (self);
}
