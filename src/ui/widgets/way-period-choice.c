/* way-period-choice.c: WayPeriodChoice, the period that figures are counted over: back from the
 * status date, or from one day to another.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One button that says the period; its popover has the usual ones, and two days. What was chosen
 * is remembered for each plan, and holds on every page that has the choice. */

#include "model/way-i18n.h"

#include "ui/widgets/way-period-choice.h"

#include "ui/way-view-state.h"
#include "ui/widgets/way-date-entry.h"

#include <string.h>

#define GROUP "figures"
#define KEY "period"
#define EVERYTHING 100000 /* days: longer than any plan */

/* Days back from the status date; the last are two days of the user's own. */
static const struct
{
  const char *label;
  const char *name; /* in what is remembered */
  int days;
} periods[] = {
  { N_ ("Last 7 days"), "7", 7 },
  { N_ ("Last 30 days"), "30", 30 },
  { N_ ("Last 90 days"), "90", 90 },
  { N_ ("Last 365 days"), "365", 365 },
  { N_ ("Since the start"), "all", EVERYTHING },
  { N_ ("From one day to another"), NULL, 0 },
};

#define USUAL 1
#define OWN (G_N_ELEMENTS (periods) - 1)

struct _WayPeriodChoice
{
  GtkBox parent_instance;

  WayDocument *document;
  guint chosen;
  WayMoment first, last; /* of the user's own: days, both included; WAY_NEVER = open */

  GtkWidget *button, *problem;
  GtkWidget *checks[G_N_ELEMENTS (periods)];
  GtkWidget *from, *to;
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (WayPeriodChoice, way_period_choice, GTK_TYPE_BOX)

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* "1 Oct – 31 Oct 2026", "Since 1 Oct 2026" */
static char *
format_own (WayPeriodChoice *self)
{
  gboolean one_year = self->first != WAY_NEVER && self->last != WAY_NEVER
                      && way_moment_to_civil (self->first).year
                             == way_moment_to_civil (self->last).year;
  g_autofree char *first = one_year ? way_moment_format_short (self->first)
                                    : way_moment_format_date (self->first);
  g_autofree char *last = way_moment_format_date (self->last);

  if (self->first != WAY_NEVER && self->last != WAY_NEVER)
    return g_strdup_printf ("%s – %s", first, last);
  if (self->first != WAY_NEVER)
    return g_strdup_printf (_ ("Since %s"), first);
  if (self->last != WAY_NEVER)
    return g_strdup_printf (_ ("Until %s"), last);
  return g_strdup (_ ("Since the start"));
}

static void
fill (WayPeriodChoice *self)
{
  g_autofree char *label
      = self->chosen == OWN ? format_own (self) : g_strdup (_ (periods[self->chosen].label));

  gtk_menu_button_set_label (GTK_MENU_BUTTON (self->button), label);
  self->filling = TRUE;
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->checks[self->chosen]), TRUE);
  way_date_entry_set_value (WAY_DATE_ENTRY (self->from), self->first);
  way_date_entry_set_value (WAY_DATE_ENTRY (self->to), self->last);
  gtk_widget_set_visible (self->problem, FALSE);
  self->filling = FALSE;
}

/* "30"; "2026-10-01/2026-10-31" */
static char *
to_text (WayPeriodChoice *self)
{
  g_autofree char *first = way_moment_to_iso (self->first);
  g_autofree char *last = way_moment_to_iso (self->last);

  return self->chosen != OWN
             ? g_strdup (periods[self->chosen].name)
             : g_strdup_printf ("%.*s/%.*s", (int) strcspn (first, "T"), first,
                                (int) strcspn (last, "T"), last);
}

static void
read_text (WayPeriodChoice *self, const char *text)
{
  g_auto (GStrv) days = g_strsplit (text, "/", 2);

  if (g_strv_length (days) == 2)
    {
      self->chosen = OWN;
      way_moment_from_iso (days[0], &self->first);
      way_moment_from_iso (days[1], &self->last);
      return;
    }
  for (guint i = 0; i < OWN; i++)
    if (g_str_equal (periods[i].name, text))
      self->chosen = i;
}

static void
choose (WayPeriodChoice *self, guint period)
{
  g_autofree char *text = NULL;

  self->chosen = period;
  fill (self);
  text = to_text (self);
  if (self->document != NULL)
    way_view_state_set_string (self->document, GROUP, KEY, text);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
toggled_cb (GtkWidget *check, WayPeriodChoice *self)
{
  guint period = 0;

  if (self->filling || !gtk_check_button_get_active (GTK_CHECK_BUTTON (check)))
    return;
  while (self->checks[period] != check)
    period++;
  if (period == OWN && self->first == WAY_NEVER && self->last == WAY_NEVER)
    {
      way_period_choice_get (self, &self->first, &self->last); /* begin with what was shown */
      self->last -= WAY_DAY;
      if (periods[self->chosen].days == EVERYTHING)
        self->first = WAY_NEVER;
    }
  choose (self, period);
}

static void
say (WayPeriodChoice *self, const char *problem)
{
  gtk_label_set_text (GTK_LABEL (self->problem), problem);
  gtk_widget_set_visible (self->problem, TRUE);
}

static void
day_edited_cb (WayPeriodChoice *self)
{
  WayMoment first, last;
  g_autoptr (GError) error = NULL;

  if (self->filling)
    return;
  if (!way_date_entry_get_value (WAY_DATE_ENTRY (self->from), &first, &error)
      || !way_date_entry_get_value (WAY_DATE_ENTRY (self->to), &last, &error))
    say (self, error->message);
  else if (first != WAY_NEVER && last != WAY_NEVER && first > last)
    say (self, _ ("The first day is after the last one."));
  else if (self->chosen != OWN || first != self->first || last != self->last)
    {
      self->first = first;
      self->last = last;
      choose (self, OWN);
    }
}

/* What was chosen last, here or on another page. */
static void
take_up (WayPeriodChoice *self)
{
  g_autofree char *text = way_view_state_dup_string (self->document, GROUP, KEY);

  if (text != NULL)
    read_text (self, text);
  fill (self);
}

static void
way_period_choice_map (GtkWidget *widget)
{
  WayPeriodChoice *self = WAY_PERIOD_CHOICE (widget);
  g_autofree char *before = to_text (self), *now = NULL;

  GTK_WIDGET_CLASS (way_period_choice_parent_class)->map (widget);
  if (self->document == NULL)
    return;
  take_up (self);
  now = to_text (self);
  if (!g_str_equal (before, now))
    g_signal_emit (self, signals[CHANGED], 0);
}

static void
way_period_choice_finalize (GObject *object)
{
  WayPeriodChoice *self = WAY_PERIOD_CHOICE (object);

  g_clear_object (&self->document);
  G_OBJECT_CLASS (way_period_choice_parent_class)->finalize (object);
}

static void
way_period_choice_class_init (WayPeriodChoiceClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = way_period_choice_finalize;
  GTK_WIDGET_CLASS (klass)->map = way_period_choice_map;
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static GtkWidget *
attach_day (WayPeriodChoice *self, GtkGrid *grid, int row, const char *label)
{
  GtkWidget *entry = way_date_entry_new (FALSE, 0);
  GtkWidget *name = gtk_label_new (label);

  way_date_entry_set_name (WAY_DATE_ENTRY (entry), label);
  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_grid_attach (grid, name, 0, row, 1, 1);
  gtk_grid_attach (grid, entry, 1, row, 1, 1);
  g_signal_connect_swapped (entry, "edited", G_CALLBACK (day_edited_cb), self);
  return entry;
}

static GtkWidget *
build_popover (WayPeriodChoice *self)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkGrid *days = GTK_GRID (gtk_grid_new ());

  for (guint i = 0; i < G_N_ELEMENTS (periods); i++)
    {
      self->checks[i] = gtk_check_button_new_with_label (_ (periods[i].label));
      if (i > 0)
        gtk_check_button_set_group (GTK_CHECK_BUTTON (self->checks[i]),
                                    GTK_CHECK_BUTTON (self->checks[0]));
      g_signal_connect (self->checks[i], "toggled", G_CALLBACK (toggled_cb), self);
      gtk_box_append (GTK_BOX (box), self->checks[i]);
    }
  gtk_grid_set_row_spacing (days, 6);
  gtk_grid_set_column_spacing (days, 12);
  gtk_widget_set_margin_start (GTK_WIDGET (days), 24);
  gtk_widget_set_margin_top (GTK_WIDGET (days), 4);
  self->from = attach_day (self, days, 0, _ ("From"));
  self->to = attach_day (self, days, 1, _ ("To"));
  self->problem = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->problem), 0);
  gtk_label_set_wrap (GTK_LABEL (self->problem), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (self->problem), 30);
  gtk_widget_add_css_class (self->problem, "bad-text");
  gtk_widget_set_margin_start (self->problem, 24);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (days));
  gtk_box_append (GTK_BOX (box), self->problem);
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  g_signal_connect_swapped (popover, "show", G_CALLBACK (fill), self);
  return popover;
}

static void
way_period_choice_init (WayPeriodChoice *self)
{
  self->chosen = USUAL;
  self->first = self->last = WAY_NEVER;
  self->button = gtk_menu_button_new ();
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (self->button), build_popover (self));
  gtk_widget_set_tooltip_text (self->button, _ ("Period"));
  gtk_widget_set_valign (self->button, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (self), self->button);
  fill (self);
}

/**
 * way_period_choice_new:
 *
 * Returns: (transfer floating): on the last 30 days
 */
GtkWidget *
way_period_choice_new (void)
{
  return g_object_new (WAY_TYPE_PERIOD_CHOICE, NULL);
}

/**
 * way_period_choice_set_document:
 *
 * Goes to the period that was looked at last, without ::changed.
 */
void
way_period_choice_set_document (WayPeriodChoice *self, WayDocument *document)
{
  g_set_object (&self->document, document);
  take_up (self);
}

/**
 * way_period_choice_get:
 * @from: (out): the first day
 * @until: (out): the end of the last day, which is the status date when nothing else was chosen
 *
 * Needs the document.
 */
void
way_period_choice_get (WayPeriodChoice *self, WayMoment *from, WayMoment *until)
{
  WayMoment first = self->first, last = self->last;

  if (self->chosen != OWN || last == WAY_NEVER)
    last = way_document_get_status_date (self->document);
  if (self->chosen != OWN)
    first = last - (periods[self->chosen].days - 1) * WAY_DAY;
  else if (first == WAY_NEVER)
    first = last - EVERYTHING * WAY_DAY;
  *from = first;
  *until = last + WAY_DAY;
}
