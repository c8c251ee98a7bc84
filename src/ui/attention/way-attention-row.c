/* way-attention-row.c: WayAttentionRow, a line of the page of alerts: what is the matter, since
 * when, and what can be done.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-i18n.h"

#include "ui/attention/way-attention-row.h"

#include "ui/widgets/way-chip.h"

struct _WayAttentionRow
{
  GtkBox parent_instance;

  GtkWidget *severity, *text, *about, *act, *menu;
};

G_DEFINE_FINAL_TYPE (WayAttentionRow, way_attention_row, GTK_TYPE_BOX)

static guint chosen_signal;

static const char *
tone_of (const WayAttention *attention)
{
  static const char *const tones[] = {
    [WAY_SEVERITY_NOTE] = NULL, [WAY_SEVERITY_WARNING] = "warning", [WAY_SEVERITY_BAD] = "bad"
  };

  return attention->snooze != NULL ? NULL : tones[attention->severity];
}

/* "Overdue · since 3 Mar", "Due soon · 13 Mar", "Reviews · snoozed until 3 Mar" */
static char *
format_about (const WayAttention *attention, WayMoment today)
{
  const char *kind = way_enum_label (&way_enum_attention, attention->kind);
  WaySnooze *snooze = attention->snooze;
  gboolean to_come = attention->since >= today;
  g_autofree char *day = NULL;

  if (snooze != NULL && snooze->until == WAY_NEVER)
    return g_strdup_printf ("%s · %s", kind, _ ("muted"));
  if (snooze != NULL || attention->since != WAY_NEVER)
    day = way_moment_format_short (snooze != NULL ? snooze->until : attention->since);
  if (snooze != NULL)
    /* Translators: a kind of alert, and the day on which it is told again */
    return g_strdup_printf (_ ("%s · snoozed until %s"), kind, day);
  if (day == NULL)
    return g_strdup (kind);
  /* Translators: a kind of alert, and a day */
  return g_strdup_printf (to_come ? _ ("%s · %s") : _ ("%s · since %s"), kind, day);
}

static GMenuModel *
build_menu (const WayAttention *attention)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) snooze = g_menu_new ();
  g_autoptr (GMenu) kind = g_menu_new ();
  g_autofree char *mute = g_strdup_printf (_ ("_Mute all of “%s”"),
                                           way_enum_label (&way_enum_attention, attention->kind));

  g_menu_append (kind, _ ("_Open"), "attention.open");
  if (attention->snooze != NULL)
    g_menu_append (kind, _ ("_Tell me again"), "attention.wake");
  else
    {
      g_menu_append (snooze, _ ("Snooze until to_morrow"), "attention.snooze(1)");
      g_menu_append (snooze, _ ("Snooze for a _week"), "attention.snooze(7)");
      g_menu_append (snooze, _ ("Snooze until a _day…"), "attention.snooze-until");
      g_menu_append (kind, mute, "attention.mute");
    }
  g_menu_append_section (menu, NULL, G_MENU_MODEL (snooze));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (kind));
  return G_MENU_MODEL (menu);
}

/* What the row is about, for those who hear it: the row of the list has the focus, and of the
 * buttons there are many. */
static void
name_row (WayAttentionRow *self, const WayAttention *attention, const char *about)
{
  GtkWidget *item = gtk_widget_get_parent (GTK_WIDGET (self));
  g_autofree char *name = g_strdup_printf ("%s: %s, %s", way_severity_label (attention->severity),
                                           attention->text, about);

  if (item != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (item), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->act), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  attention->text, -1);
}

/**
 * way_attention_row_set:
 * @today: the status date
 *
 * Shows @attention, of which nothing is kept.
 */
void
way_attention_row_set (WayAttentionRow *self, const WayAttention *attention, WayMoment today)
{
  g_autofree char *about = format_about (attention, today);
  g_autoptr (GMenuModel) menu = build_menu (attention);

  way_chip_set (self->severity, way_severity_label (attention->severity), tone_of (attention));
  gtk_label_set_text (GTK_LABEL (self->text), attention->text);
  gtk_label_set_text (GTK_LABEL (self->about), about);
  gtk_button_set_label (GTK_BUTTON (self->act), attention->snooze != NULL
                                                    ? _ ("Tell me again")
                                                    : way_attention_act_label (attention->act));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->act),
                                  attention->snooze != NULL ? "attention.wake" : "attention.act");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (self->menu), menu);
  name_row (self, attention, about);
  if (attention->snooze != NULL)
    gtk_widget_add_css_class (self->text, "secondary");
  else
    gtk_widget_remove_css_class (self->text, "secondary");
}

/**
 * way_attention_row_open_menu:
 *
 * For the keyboard: what the button with the three dots opens.
 */
void
way_attention_row_open_menu (WayAttentionRow *self)
{
  gtk_menu_button_popup (GTK_MENU_BUTTON (self->menu));
}

/* A button acts on its own row, wherever the selection was. */
static void
pressed_cb (WayAttentionRow *self)
{
  g_signal_emit (self, chosen_signal, 0);
}

static void
way_attention_row_class_init (WayAttentionRowClass *klass)
{
  chosen_signal = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                NULL, NULL, G_TYPE_NONE, 0);
}

static GtkWidget *
build_text (WayAttentionRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 1);

  self->text = gtk_label_new (NULL);
  self->about = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->text), 0);
  gtk_label_set_wrap (GTK_LABEL (self->text), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (self->text), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_width_chars (GTK_LABEL (self->text), 20);
  gtk_label_set_xalign (GTK_LABEL (self->about), 0);
  gtk_label_set_ellipsize (GTK_LABEL (self->about), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (self->about, "secondary");
  gtk_widget_add_css_class (self->about, "numeric");
  gtk_widget_set_hexpand (box, TRUE);
  gtk_box_append (GTK_BOX (box), self->text);
  gtk_box_append (GTK_BOX (box), self->about);
  return box;
}

static void
way_attention_row_init (WayAttentionRow *self)
{
  GtkGesture *press = gtk_gesture_click_new ();

  self->severity = way_chip_new ();
  self->act = gtk_button_new ();
  self->menu = gtk_menu_button_new ();
  gtk_widget_set_size_request (self->severity, 76, -1);
  gtk_widget_set_valign (self->severity, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (self->act, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (self->menu, GTK_ALIGN_CENTER);
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (self->menu), "view-more-symbolic");
  gtk_widget_set_tooltip_text (self->menu, _ ("Snooze, mute"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->menu), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Snooze, mute"), -1);
  gtk_widget_add_css_class (self->menu, "flat");
  gtk_box_set_spacing (GTK_BOX (self), 12);
  gtk_widget_add_css_class (GTK_WIDGET (self), "attention-row");
  gtk_box_append (GTK_BOX (self), self->severity);
  gtk_box_append (GTK_BOX (self), build_text (self));
  gtk_box_append (GTK_BOX (self), self->act);
  gtk_box_append (GTK_BOX (self), self->menu);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (press), 0);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (press), GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (press, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (press));
  g_signal_connect_swapped (self->menu, "notify::active", G_CALLBACK (pressed_cb), self);
}

/**
 * way_attention_row_new:
 *
 * Returns: (transfer floating): an empty one, see way_attention_row_set()
 */
GtkWidget *
way_attention_row_new (void)
{
  return g_object_new (WAY_TYPE_ATTENTION_ROW, NULL);
}
