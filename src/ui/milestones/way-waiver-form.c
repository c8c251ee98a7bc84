/* way-waiver-form.c: WayWaiverForm, unmet criteria with the reason why each may pass.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-i18n.h"

#include "ui/milestones/way-waiver-form.h"

#include "model/way-records.h"

struct _WayWaiverForm
{
  GtkBox parent_instance;

  GPtrArray *items;
  GPtrArray *entries; /* unowned: one each */
};

G_DEFINE_FINAL_TYPE (WayWaiverForm, way_waiver_form, GTK_TYPE_BOX)

static void
way_waiver_form_finalize (GObject *object)
{
  WayWaiverForm *self = WAY_WAIVER_FORM (object);

  g_ptr_array_unref (self->items);
  g_ptr_array_unref (self->entries);
  G_OBJECT_CLASS (way_waiver_form_parent_class)->finalize (object);
}

static void
way_waiver_form_class_init (WayWaiverFormClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = way_waiver_form_finalize;
}

static void
way_waiver_form_init (WayWaiverForm *self)
{
  self->entries = g_ptr_array_new ();
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 8);
}

static void
add_item (WayWaiverForm *self, WayChecklistItem *item)
{
  GtkWidget *entry = gtk_entry_new (), *label = gtk_label_new (WAY_RECORD (item)->title);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 60);
  gtk_widget_add_css_class (label, "strong");
  gtk_box_append (GTK_BOX (self), label);
  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), _ ("Reason for the waiver"));
  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  gtk_editable_set_text (GTK_EDITABLE (entry), item->waiver_reason);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  WAY_RECORD (item)->title, -1);
  gtk_box_append (GTK_BOX (self), entry);
  g_ptr_array_add (self->entries, entry);
}

/**
 * way_waiver_form_new:
 *
 * Returns: (transfer floating)
 */
GtkWidget *
way_waiver_form_new (GPtrArray *items)
{
  WayWaiverForm *self = g_object_new (WAY_TYPE_WAIVER_FORM, NULL);

  self->items = g_ptr_array_ref (items);
  for (guint i = 0; i < items->len; i++)
    add_item (self, items->pdata[i]);
  return GTK_WIDGET (self);
}

/**
 * way_waiver_form_get_items:
 *
 * Returns: (transfer none) (element-type WayChecklistItem)
 */
GPtrArray *
way_waiver_form_get_items (WayWaiverForm *self)
{
  return self->items;
}

static char *
reason_of (WayWaiverForm *self, guint i)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (self->entries->pdata[i])));
}

/**
 * way_waiver_form_check:
 *
 * Returns: whether each has a reason
 */
gboolean
way_waiver_form_check (WayWaiverForm *self)
{
  for (guint i = 0; i < self->entries->len; i++)
    {
      g_autofree char *reason = reason_of (self, i);

      if (reason[0] == '\0')
        {
          gtk_widget_grab_focus (self->entries->pdata[i]);
          return FALSE;
        }
    }
  return TRUE;
}

/**
 * way_waiver_form_get_reasons:
 *
 * Returns: (transfer full) (element-type utf8): as they are typed
 */
GPtrArray *
way_waiver_form_get_reasons (WayWaiverForm *self)
{
  GPtrArray *reasons = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < self->entries->len; i++)
    g_ptr_array_add (reasons, reason_of (self, i));
  return reasons;
}
