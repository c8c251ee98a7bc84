/* way-date-entry.c: WayDateEntry, a date typed in any usual way or picked from a calendar.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-i18n.h"

#include "ui/widgets/way-date-entry.h"

struct _WayDateEntry
{
  GtkBox parent_instance;

  GtkWidget *entry;
  GtkWidget *button;
  GtkWidget *popover;
  GtkWidget *calendar;
  gboolean with_time;
  int default_minute;
  gboolean filling;
  char *committed; /* the text last told of */
};

G_DEFINE_FINAL_TYPE (WayDateEntry, way_date_entry, GTK_TYPE_BOX)

enum
{
  EDITED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
commit (WayDateEntry *self)
{
  if (g_strcmp0 (self->committed, way_date_entry_get_text (self)) == 0)
    return;
  g_free (self->committed);
  self->committed = g_strdup (way_date_entry_get_text (self));
  g_signal_emit (self, signals[EDITED], 0);
}

/* As if it had been typed. */
static void
put_moment (WayDateEntry *self, WayMoment moment)
{
  g_autofree char *text
      = self->with_time ? way_moment_format (moment) : way_moment_format_date (moment);

  gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
  gtk_editable_set_position (GTK_EDITABLE (self->entry), -1);
  commit (self);
}

static void
day_selected_cb (GtkCalendar *calendar, WayDateEntry *self)
{
  g_autoptr (GDateTime) day = NULL;
  WayMoment old, moment;

  if (self->filling)
    return;
  day = gtk_calendar_get_date (calendar);
  moment = way_moment (g_date_time_get_year (day), g_date_time_get_month (day),
                       g_date_time_get_day_of_month (day), 0, 0);
  if (self->with_time)
    {
      gboolean known = way_date_entry_get_value (self, &old, NULL) && old != WAY_NEVER;

      moment += known ? old - way_moment_day (old) : self->default_minute;
    }
  put_moment (self, moment);
}

static void
popover_shown_cb (GtkWidget *popover, WayDateEntry *self)
{
  WayMoment moment;
  WayCivil civil;
  g_autoptr (GDateTime) day = NULL;

  if (!way_date_entry_get_value (self, &moment, NULL) || moment == WAY_NEVER)
    moment = way_moment_today ();
  civil = way_moment_to_civil (moment);
  day = g_date_time_new_local (civil.year, civil.month, civil.day, 0, 0, 0);
  self->filling = TRUE;
  gtk_calendar_select_day (GTK_CALENDAR (self->calendar), day);
  self->filling = FALSE;
}

static void
step_days (WayDateEntry *self, int days)
{
  WayMoment moment;

  if (!way_date_entry_get_value (self, &moment, NULL) || moment == WAY_NEVER)
    moment = way_moment_today () + (self->with_time ? self->default_minute : 0) - days * WAY_DAY;
  moment = CLAMP (moment + days * WAY_DAY, WAY_MOMENT_MIN, WAY_MOMENT_MAX - 1);
  put_moment (self, moment);
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint keyval,
                guint keycode,
                GdkModifierType state,
                WayDateEntry *self)
{
  if ((state & gtk_accelerator_get_default_mod_mask ()) != 0)
    return GDK_EVENT_PROPAGATE;
  switch (keyval)
    {
    case GDK_KEY_Up:
      step_days (self, 1);
      return GDK_EVENT_STOP;
    case GDK_KEY_Down:
      step_days (self, -1);
      return GDK_EVENT_STOP;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
      commit (self);
      return GDK_EVENT_PROPAGATE;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static void
way_date_entry_finalize (GObject *object)
{
  g_free (WAY_DATE_ENTRY (object)->committed);
  G_OBJECT_CLASS (way_date_entry_parent_class)->finalize (object);
}

static void
way_date_entry_class_init (WayDateEntryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = way_date_entry_finalize;
  signals[EDITED] = g_signal_new ("edited", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 0);
}

static void
build_calendar (WayDateEntry *self)
{
  self->calendar = gtk_calendar_new ();
  self->popover = gtk_popover_new ();
  gtk_popover_set_child (GTK_POPOVER (self->popover), self->calendar);
  g_signal_connect (self->popover, "show", G_CALLBACK (popover_shown_cb), self);
  g_signal_connect (self->calendar, "day-selected", G_CALLBACK (day_selected_cb), self);

  self->button = gtk_menu_button_new ();
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (self->button), "x-office-calendar-symbolic");
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (self->button), self->popover);
  gtk_widget_set_tooltip_text (self->button, _ ("Pick a day"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Pick a day"), -1);
}

static void
way_date_entry_init (WayDateEntry *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->entry = gtk_entry_new ();
  gtk_entry_set_activates_default (GTK_ENTRY (self->entry), TRUE);
  gtk_editable_set_width_chars (GTK_EDITABLE (self->entry), 14);
  gtk_widget_set_hexpand (self->entry, TRUE);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (commit), self);
  gtk_widget_add_controller (self->entry, focus);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (self->entry, keys);
  build_calendar (self);

  gtk_widget_add_css_class (GTK_WIDGET (self), "linked");
  gtk_box_append (GTK_BOX (self), self->entry);
  gtk_box_append (GTK_BOX (self), self->button);
}

/**
 * way_date_entry_new:
 * @with_time: a time of day belongs to it
 * @default_minute: the minute of the day meant when none is typed
 */
GtkWidget *
way_date_entry_new (gboolean with_time, int default_minute)
{
  WayDateEntry *self = g_object_new (WAY_TYPE_DATE_ENTRY, NULL);

  self->with_time = with_time;
  self->default_minute = default_minute;
  return GTK_WIDGET (self);
}

const char *
way_date_entry_get_text (WayDateEntry *self)
{
  return gtk_editable_get_text (GTK_EDITABLE (self->entry));
}

/**
 * way_date_entry_set_text:
 *
 * Shows @text as it is, without ::edited.
 */
void
way_date_entry_set_text (WayDateEntry *self, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
  g_free (self->committed);
  self->committed = g_strdup (text);
}

void
way_date_entry_set_value (WayDateEntry *self, WayMoment moment)
{
  g_autofree char *text
      = self->with_time ? way_moment_format (moment) : way_moment_format_date (moment);

  way_date_entry_set_text (self, text);
}

/**
 * way_date_entry_get_value:
 * @moment: (out): %WAY_NEVER when the field is empty
 *
 * Returns: %FALSE when the text is not a date; @error says so
 */
gboolean
way_date_entry_get_value (WayDateEntry *self, WayMoment *moment, GError **error)
{
  if (!way_moment_parse (way_date_entry_get_text (self), self->with_time ? self->default_minute : 0,
                         moment, error))
    return FALSE;
  if (!self->with_time && *moment != WAY_NEVER)
    *moment = way_moment_day (*moment);
  return TRUE;
}

void
way_date_entry_set_name (WayDateEntry *self, const char *accessible_name)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  accessible_name, -1);
}

GtkWidget *
way_date_entry_get_entry (WayDateEntry *self)
{
  return self->entry;
}
