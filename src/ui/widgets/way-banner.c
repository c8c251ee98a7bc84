/* way-banner.c: WayBanner, a line over the content that stays until its cause is gone.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-i18n.h"

#include "ui/widgets/way-banner.h"

struct _WayBanner
{
  GtkBox parent_instance;

  GtkWidget *revealer;
  GtkWidget *box;
  GtkWidget *icon;
  GtkWidget *label;
  GtkWidget *hint;
  GtkWidget *button;
  GtkWidget *second_button;
};

G_DEFINE_FINAL_TYPE (WayBanner, way_banner, GTK_TYPE_BOX)

static const struct
{
  const char *style, *icon;
} tones[] = {
  [WAY_BANNER_INFO] = { "info", "dialog-information-symbolic" },
  [WAY_BANNER_WARNING] = { "warning", "dialog-warning-symbolic" },
  [WAY_BANNER_BAD] = { "bad", "dialog-error-symbolic" },
};

static void
way_banner_class_init (WayBannerClass *klass)
{
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_ALERT);
}

static GtkWidget *
text_new (void)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  return label;
}

static GtkWidget *
button_new (void)
{
  GtkWidget *button = gtk_button_new ();

  gtk_button_set_use_underline (GTK_BUTTON (button), TRUE);
  gtk_widget_set_visible (button, FALSE);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  return button;
}

static void
way_banner_init (WayBanner *self)
{
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  gtk_widget_add_css_class (self->box, "banner");
  self->icon = gtk_image_new ();
  gtk_image_set_pixel_size (GTK_IMAGE (self->icon), 16);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->icon), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  self->label = text_new ();
  self->hint = text_new ();
  gtk_widget_add_css_class (self->hint, "dim-label");
  gtk_widget_set_visible (self->hint, FALSE);
  gtk_box_append (GTK_BOX (texts), self->label);
  gtk_box_append (GTK_BOX (texts), self->hint);
  gtk_widget_set_valign (texts, GTK_ALIGN_CENTER);
  self->button = button_new ();
  self->second_button = button_new ();
  gtk_box_append (GTK_BOX (self->box), self->icon);
  gtk_box_append (GTK_BOX (self->box), texts);
  gtk_box_append (GTK_BOX (self->box), self->button);
  gtk_box_append (GTK_BOX (self->box), self->second_button);

  self->revealer = gtk_revealer_new ();
  gtk_revealer_set_child (GTK_REVEALER (self->revealer), self->box);
  gtk_widget_set_hexpand (self->revealer, TRUE);
  gtk_box_append (GTK_BOX (self), self->revealer);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/**
 * way_banner_new:
 *
 * Returns: (transfer none): a banner without text, which is hidden
 */
GtkWidget *
way_banner_new (WayBannerTone tone)
{
  WayBanner *self = g_object_new (WAY_TYPE_BANNER, NULL);

  way_banner_set_tone (self, tone);
  return GTK_WIDGET (self);
}

void
way_banner_set_tone (WayBanner *self, WayBannerTone tone)
{
  for (guint i = 0; i < G_N_ELEMENTS (tones); i++)
    gtk_widget_remove_css_class (self->box, tones[i].style);
  gtk_widget_add_css_class (self->box, tones[tone].style);
  gtk_image_set_from_icon_name (GTK_IMAGE (self->icon), tones[tone].icon);
}

void
way_banner_set_text (WayBanner *self, const char *text)
{
  g_return_if_fail (WAY_IS_BANNER (self));

  if (text != NULL)
    {
      gtk_label_set_text (GTK_LABEL (self->label), text);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, text,
                                      -1);
    }
  gtk_widget_set_visible (GTK_WIDGET (self), text != NULL);
  gtk_revealer_set_reveal_child (GTK_REVEALER (self->revealer), text != NULL);
}

void
way_banner_set_hint (WayBanner *self, const char *hint)
{
  gtk_label_set_text (GTK_LABEL (self->hint), hint != NULL ? hint : "");
  gtk_widget_set_visible (self->hint, hint != NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  hint != NULL ? hint : "", -1);
}

static void
set_button (GtkWidget *button, const char *label, const char *action_name)
{
  gtk_widget_set_visible (button, label != NULL);
  gtk_button_set_label (GTK_BUTTON (button), label != NULL ? label : "");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action_name);
}

void
way_banner_set_button (WayBanner *self, const char *label, const char *action_name)
{
  set_button (self->button, label, action_name);
}

void
way_banner_set_second_button (WayBanner *self, const char *label, const char *action_name)
{
  set_button (self->second_button, label, action_name);
}
