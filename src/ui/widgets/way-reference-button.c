/* way-reference-button.c: WayReferenceButton, a button that shows and chooses a record.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-i18n.h"

#include "ui/widgets/way-reference-button.h"

#include "model/way-records.h"

struct _WayReferenceButton
{
  GtkBox parent_instance;

  WayPlan *plan;
  const WayRecordType *target;
  gboolean can_be_none;
  gint64 id, excluded;
  GtkWidget *button;
  GtkWidget *label;
  GtkWidget *popover; /* made when first opened */
  char *accessible_name;
};

G_DEFINE_FINAL_TYPE (WayReferenceButton, way_reference_button, GTK_TYPE_BOX)

enum
{
  EDITED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
chosen_cb (WayChoicePopover *popover, gint64 value, WayReferenceButton *self)
{
  if (value == self->id)
    return;
  way_reference_button_set_value (self, value);
  g_signal_emit (self, signals[EDITED], 0);
}

static void
add_records (WayChoicePopover *popover, GPtrArray *records, gint64 excluded)
{
  for (guint i = 0; i < records->len; i++)
    {
      WayRecord *record = g_ptr_array_index (records, i);
      g_autofree char *human_id = way_record_dup_human_id (record);
      g_autofree char *label = way_record_dup_label (record);
      g_autofree char *text
          = human_id != NULL ? g_strdup_printf ("%s   %s", label, human_id) : NULL;

      if (record->id != excluded)
        way_choice_popover_add (popover, text != NULL ? text : label, record->id);
    }
}

/**
 * way_reference_add_choices:
 * @target: (nullable): the type of the records; %NULL offers all that have an id to say aloud
 * @excluded: the id of a record that may not be chosen, or 0
 */
void
way_reference_add_choices (WayChoicePopover *popover,
                           WayPlan *plan,
                           const WayRecordType *target,
                           gint64 excluded)
{
  guint n_types;
  const WayRecordType **types = way_record_types (&n_types);

  if (target != NULL)
    add_records (popover, way_plan_peek_records (plan, target), excluded);
  for (guint i = 0; target == NULL && i < n_types; i++)
    if (types[i]->prefix != NULL)
      add_records (popover, way_plan_peek_records (plan, types[i]), excluded);
}

static void
clicked_cb (GtkButton *button, WayReferenceButton *self)
{
  WayChoicePopover *popover;

  if (self->popover == NULL)
    {
      self->popover = way_choice_popover_new ();
      g_signal_connect (self->popover, "chosen", G_CALLBACK (chosen_cb), self);
      gtk_widget_set_parent (self->popover, GTK_WIDGET (button));
    }
  popover = WAY_CHOICE_POPOVER (self->popover);
  way_choice_popover_clear (popover);
  if (self->can_be_none)
    way_choice_popover_add (popover, _ ("None"), 0);
  way_reference_add_choices (popover, self->plan, self->target, self->excluded);
  way_choice_popover_select (popover, self->id);
  gtk_popover_popup (GTK_POPOVER (popover));
}

static void
way_reference_button_dispose (GObject *object)
{
  WayReferenceButton *self = WAY_REFERENCE_BUTTON (object);

  g_clear_pointer (&self->popover, gtk_widget_unparent);
  g_clear_object (&self->plan);
  g_clear_pointer (&self->accessible_name, g_free);
  G_OBJECT_CLASS (way_reference_button_parent_class)->dispose (object);
}

static gboolean
way_reference_button_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (WAY_REFERENCE_BUTTON (widget)->button);
}

static void
way_reference_button_class_init (WayReferenceButtonClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = way_reference_button_dispose;
  GTK_WIDGET_CLASS (klass)->grab_focus = way_reference_button_grab_focus;
  signals[EDITED] = g_signal_new ("edited", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 0);
}

static void
way_reference_button_init (WayReferenceButton *self)
{
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *arrow = gtk_image_new_from_icon_name ("pan-down-symbolic");

  self->label = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (self->label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (self->label, TRUE);
  gtk_box_append (GTK_BOX (content), self->label);
  gtk_box_append (GTK_BOX (content), arrow);
  self->button = gtk_button_new ();
  gtk_button_set_child (GTK_BUTTON (self->button), content);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_HAS_POPUP,
                                  TRUE, -1);
  g_signal_connect (self->button, "clicked", G_CALLBACK (clicked_cb), self);
  gtk_widget_set_hexpand (self->button, TRUE);
  gtk_box_append (GTK_BOX (self), self->button);
}

/**
 * way_reference_button_new:
 * @plan: where the records are
 * @target: (nullable): their type; %NULL = any
 * @can_be_none: “None” is a choice
 */
GtkWidget *
way_reference_button_new (WayPlan *plan, const WayRecordType *target, gboolean can_be_none)
{
  WayReferenceButton *self = g_object_new (WAY_TYPE_REFERENCE_BUTTON, NULL);

  self->plan = g_object_ref (plan);
  self->target = target;
  self->can_be_none = can_be_none;
  way_reference_button_set_value (self, 0);
  return GTK_WIDGET (self);
}

/* The name of the field alone would hide who is chosen. */
static void
update_accessible_label (WayReferenceButton *self)
{
  g_autofree char *label = NULL;

  if (self->accessible_name == NULL)
    return;
  /* Translators: the name of a field and its value, for a screen reader */
  label = g_strdup_printf (_ ("%s: %s"), self->accessible_name,
                           gtk_label_get_text (GTK_LABEL (self->label)));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  label, -1);
}

void
way_reference_button_set_value (WayReferenceButton *self, gint64 id)
{
  WayRecord *record = id != 0 ? way_plan_lookup (self->plan, id) : NULL;
  g_autofree char *label = record != NULL ? way_record_dup_label (record) : g_strdup (_ ("None"));

  self->id = id;
  gtk_label_set_text (GTK_LABEL (self->label), label);
  update_accessible_label (self);
  if (record != NULL)
    gtk_widget_remove_css_class (self->label, "secondary");
  else
    gtk_widget_add_css_class (self->label, "secondary");
}

gint64
way_reference_button_get_value (WayReferenceButton *self)
{
  return self->id;
}

void
way_reference_button_set_name (WayReferenceButton *self, const char *accessible_name)
{
  g_free (self->accessible_name);
  self->accessible_name = g_strdup (accessible_name);
  update_accessible_label (self);
}

void
way_reference_button_exclude (WayReferenceButton *self, gint64 id)
{
  self->excluded = id;
}
