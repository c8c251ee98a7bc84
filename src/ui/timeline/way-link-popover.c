/* way-link-popover.c: WayLinkPopover, a link of the chart: its type, its lag, or away with it.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A type holds at once. A lag holds with Enter and when the popover is closed; one that cannot
 * be read is told at the field. Escape leaves the lag as it was. */

#include "model/way-i18n.h"

#include "ui/timeline/way-link-popover.h"

#include "ui/way-window.h"

struct _WayLinkPopover
{
  GtkPopover parent_instance;

  WayDocument *document;
  WayLink *link;
  GtkWidget *sentence;
  GtkWidget *types[4];
  GtkWidget *lag;
  GtkWidget *problem;
  GtkWidget *focus;   /* (nullable), weak: what had the keyboard before */
  gboolean filling;   /* our own change of the buttons */
  gboolean cancelled; /* Escape */
};

G_DEFINE_FINAL_TYPE (WayLinkPopover, way_link_popover, GTK_TYPE_POPOVER)

static const struct
{
  WayLinkType type;
  const char *label;
  const char *sentence;
} types[] = {
  { WAY_LINK_FS, N_ ("FS"), N_ ("When the first finishes, the second can start") },
  { WAY_LINK_SS, N_ ("SS"), N_ ("When the first starts, the second can start") },
  { WAY_LINK_FF, N_ ("FF"), N_ ("When the first finishes, the second can finish") },
  { WAY_LINK_SF, N_ ("SF"), N_ ("When the first starts, the second can finish") },
};

static void
fill (WayLinkPopover *self)
{
  self->filling = TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    if ((gint64)types[i].type == self->link->type)
      {
        gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->types[i]), TRUE);
        gtk_label_set_label (GTK_LABEL (self->sentence), _ (types[i].sentence));
      }
  self->filling = FALSE;
}

static gboolean
is_gone (WayLinkPopover *self)
{
  return WAY_RECORD (self->link)->plan == NULL;
}

static char *
dup_label (WayLinkPopover *self)
{
  WayPlan *plan = way_document_get_plan (self->document);

  return g_strdup_printf (
      _ ("Change the link to “%s”"),
      WAY_RECORD (way_plan_lookup_task (plan, self->link->successor))->title);
}

static void
type_toggled_cb (GtkToggleButton *button, WayLinkPopover *self)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *label = NULL;

  if (self->filling || !gtk_toggle_button_get_active (button) || is_gone (self))
    return;
  label = dup_label (self);
  way_document_begin (self->document, label);
  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    if (self->types[i] == GTK_WIDGET (button))
      way_document_set_int (self->document, WAY_RECORD (self->link), "type", types[i].type);
  if (!way_document_commit (self->document, &error))
    way_window_report_error (gtk_widget_get_parent (GTK_WIDGET (self)), error);
  fill (self);
}

static char *
format_lag (WayLinkPopover *self)
{
  WayUnitRates rates = way_plan_get_unit_rates (way_document_get_plan (self->document));

  return way_duration_format (self->link->lag, (WayUnit)self->link->lag_unit, &rates);
}

/* Returns: FALSE when what was typed is no lag, with @error. */
static gboolean
apply_lag (WayLinkPopover *self, GError **error)
{
  WayUnitRates rates = way_plan_get_unit_rates (way_document_get_plan (self->document));
  g_autofree char *present = NULL, *label = NULL;
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->lag));
  WayUnit unit = (WayUnit)self->link->lag_unit;
  gint64 lag = 0;

  if (is_gone (self))
    return TRUE;
  present = format_lag (self);
  if (g_str_equal (present, text))
    return TRUE;
  if (!way_duration_parse (text, WAY_UNIT_DAYS, &rates, &lag, &unit, error))
    return FALSE;
  label = dup_label (self);
  way_document_begin (self->document, label);
  way_document_set_int (self->document, WAY_RECORD (self->link), "lag", lag);
  way_document_set_int (self->document, WAY_RECORD (self->link), "lag_unit", unit);
  return way_document_commit (self->document, error);
}

static void
lag_activate_cb (GtkEntry *entry, WayLinkPopover *self)
{
  g_autoptr (GError) error = NULL;

  if (apply_lag (self, &error))
    {
      gtk_popover_popdown (GTK_POPOVER (self));
      return;
    }
  gtk_widget_add_css_class (self->lag, "error");
  gtk_label_set_label (GTK_LABEL (self->problem), error->message);
  gtk_widget_set_visible (self->problem, TRUE);
}

static void
lag_changed_cb (GtkEditable *editable, WayLinkPopover *self)
{
  gtk_widget_remove_css_class (self->lag, "error");
  gtk_widget_set_visible (self->problem, FALSE);
}

static void
delete_cb (GtkButton *button, WayLinkPopover *self)
{
  GtkWidget *parent = gtk_widget_get_parent (GTK_WIDGET (self));
  g_autoptr (GError) error = NULL;

  self->cancelled = TRUE;
  gtk_popover_popdown (GTK_POPOVER (self));
  if (is_gone (self))
    return;
  way_document_begin (self->document, _ ("Remove link"));
  way_document_delete (self->document, WAY_RECORD (self->link));
  if (!way_document_commit (self->document, &error))
    way_window_report_error (parent, error);
  else
    way_window_toast (parent, _ ("Removed the link."), _ ("Undo"), "win.undo");
}

static gboolean
key_cb (GtkEventControllerKey *keys,
        guint keyval,
        guint keycode,
        GdkModifierType state,
        WayLinkPopover *self)
{
  if (keyval == GDK_KEY_Escape)
    self->cancelled = TRUE;
  return GDK_EVENT_PROPAGATE;
}

static gboolean
unparent_cb (gpointer data)
{
  GtkWidget *widget = data;

  if (gtk_widget_get_parent (widget) != NULL)
    gtk_widget_unparent (widget);
  return G_SOURCE_REMOVE;
}

static void
closed_cb (WayLinkPopover *self)
{
  g_autoptr (GError) error = NULL;

  if (!self->cancelled && !apply_lag (self, &error))
    way_window_report_error (gtk_widget_get_parent (GTK_WIDGET (self)), error);
  if (self->focus != NULL)
    gtk_widget_grab_focus (self->focus);
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, unparent_cb, g_object_ref (self), g_object_unref);
}

static void
way_link_popover_dispose (GObject *object)
{
  WayLinkPopover *self = WAY_LINK_POPOVER (object);

  g_clear_weak_pointer (&self->focus);
  g_clear_object (&self->document);
  g_clear_object (&self->link);
  G_OBJECT_CLASS (way_link_popover_parent_class)->dispose (object);
}

static void
way_link_popover_class_init (WayLinkPopoverClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = way_link_popover_dispose;
}

static GtkWidget *
types_new (WayLinkPopover *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_add_css_class (box, "linked");
  gtk_box_set_homogeneous (GTK_BOX (box), TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    {
      self->types[i] = gtk_toggle_button_new_with_label (_ (types[i].label));
      gtk_widget_set_tooltip_text (self->types[i], _ (types[i].sentence));
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->types[i]),
                                      GTK_ACCESSIBLE_PROPERTY_LABEL, _ (types[i].label),
                                      GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, _ (types[i].sentence),
                                      -1);
      if (i > 0)
        gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (self->types[i]),
                                     GTK_TOGGLE_BUTTON (self->types[0]));
      g_signal_connect (self->types[i], "toggled", G_CALLBACK (type_toggled_cb), self);
      gtk_box_append (GTK_BOX (box), self->types[i]);
    }
  return box;
}

static GtkWidget *
lag_row_new (WayLinkPopover *self)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *label = gtk_label_new_with_mnemonic (_ ("La_g"));
  GtkWidget *trash = gtk_button_new_from_icon_name ("user-trash-symbolic");

  self->lag = gtk_entry_new ();
  gtk_editable_set_width_chars (GTK_EDITABLE (self->lag), 8);
  gtk_widget_set_hexpand (self->lag, TRUE);
  gtk_widget_set_tooltip_text (self->lag, _ ("Lag, as 2d, −4h, 3ed or 50%"));
  gtk_label_set_mnemonic_widget (GTK_LABEL (label), self->lag);
  g_signal_connect (self->lag, "activate", G_CALLBACK (lag_activate_cb), self);
  g_signal_connect (self->lag, "changed", G_CALLBACK (lag_changed_cb), self);
  gtk_widget_set_tooltip_text (trash, _ ("Remove this link"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (trash), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Remove this link"), -1);
  g_signal_connect (trash, "clicked", G_CALLBACK (delete_cb), self);
  gtk_box_append (GTK_BOX (row), label);
  gtk_box_append (GTK_BOX (row), self->lag);
  gtk_box_append (GTK_BOX (row), trash);
  return row;
}

static GtkWidget *
text_new (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 36);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

static void
way_link_popover_init (WayLinkPopover *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  g_signal_connect (self, "closed", G_CALLBACK (closed_cb), NULL);
}

static void
build (WayLinkPopover *self)
{
  WayPlan *plan = way_document_get_plan (self->document);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  const char *from = WAY_RECORD (way_plan_lookup_task (plan, self->link->predecessor))->title;
  const char *to = WAY_RECORD (way_plan_lookup_task (plan, self->link->successor))->title;
  g_autofree char *title = g_strdup_printf (_ ("From “%s” to “%s”"), from, to);
  g_autofree char *lag = format_lag (self);
  gboolean read_only = way_document_is_read_only (self->document);
  GtkWidget *choices = types_new (self), *row = lag_row_new (self);

  self->sentence = text_new ("", "dim-label");
  self->problem = text_new ("", "error");
  gtk_widget_set_visible (self->problem, FALSE);
  gtk_editable_set_text (GTK_EDITABLE (self->lag), lag);
  gtk_widget_set_sensitive (choices, !read_only);
  gtk_widget_set_sensitive (row, !read_only);
  gtk_box_append (GTK_BOX (box), text_new (title, NULL));
  gtk_box_append (GTK_BOX (box), choices);
  gtk_box_append (GTK_BOX (box), self->sentence);
  gtk_box_append (GTK_BOX (box), row);
  gtk_box_append (GTK_BOX (box), self->problem);
  gtk_widget_add_css_class (box, "link-popover");
  gtk_popover_set_child (GTK_POPOVER (self), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  fill (self);
}

void
way_link_popover_present (GtkWidget *parent,
                          WayDocument *document,
                          WayLink *link,
                          double x,
                          double y)
{
  WayLinkPopover *self = g_object_new (WAY_TYPE_LINK_POPOVER, NULL);

  self->document = g_object_ref (document);
  self->link = g_object_ref (link);
  g_set_weak_pointer (&self->focus, gtk_root_get_focus (gtk_widget_get_root (parent)));
  build (self);
  gtk_widget_set_parent (GTK_WIDGET (self), parent);
  gtk_popover_set_pointing_to (GTK_POPOVER (self), &(GdkRectangle){ (int)x - 4, (int)y - 4, 8, 8 });
  gtk_popover_popup (GTK_POPOVER (self));
  gtk_widget_grab_focus (self->lag);
}
