/* way-initiative-choice.c: WayInitiativeChoice, a drop-down: all initiatives, or one of them.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-i18n.h"

#include "ui/milestones/way-initiative-choice.h"

#include "model/records/way-initiative.h"
#include "ui/widgets/way-drop-down.h"

struct _WayInitiativeChoice
{
  GtkBox parent_instance;

  GtkWidget *drop_down; /* all, then one each */
  GArray *ids;          /* of gint64: behind the drop-down, 0 = all */
  gboolean filling;
};

enum
{
  CHOSEN,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (WayInitiativeChoice, way_initiative_choice, GTK_TYPE_BOX)

/**
 * way_initiative_choice_get:
 *
 * Returns: the id of the chosen initiative, 0 for all
 */
gint64
way_initiative_choice_get (WayInitiativeChoice *self)
{
  guint n = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->drop_down));

  return n < self->ids->len ? g_array_index (self->ids, gint64, n) : 0;
}

/**
 * way_initiative_choice_fill:
 *
 * Offers the initiatives that there are now; the chosen one stays, as long as it is there.
 */
void
way_initiative_choice_fill (WayInitiativeChoice *self, WayDocument *document)
{
  GPtrArray *records
      = way_plan_peek_records (way_document_get_plan (document), &way_initiative_type);
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);
  gint64 chosen = way_initiative_choice_get (self), all = 0;
  guint selected = 0;

  g_array_set_size (self->ids, 0);
  g_array_append_val (self->ids, all);
  gtk_string_list_append (titles, _ ("All initiatives"));
  for (guint i = 0; i < records->len; i++)
    {
      WayRecord *record = records->pdata[i];

      g_array_append_val (self->ids, record->id);
      gtk_string_list_append (titles, record->title);
      if (record->id == chosen)
        selected = i + 1;
    }
  self->filling = TRUE;
  gtk_drop_down_set_model (GTK_DROP_DOWN (self->drop_down), G_LIST_MODEL (titles));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->drop_down), selected);
  self->filling = FALSE;
  gtk_widget_set_visible (GTK_WIDGET (self), records->len > 0);
}

static void
selected_cb (WayInitiativeChoice *self)
{
  if (!self->filling)
    g_signal_emit (self, signals[CHOSEN], 0);
}

static void
way_initiative_choice_finalize (GObject *object)
{
  g_array_unref (WAY_INITIATIVE_CHOICE (object)->ids);
  G_OBJECT_CLASS (way_initiative_choice_parent_class)->finalize (object);
}

static void
way_initiative_choice_class_init (WayInitiativeChoiceClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = way_initiative_choice_finalize;
  signals[CHOSEN] = g_signal_new ("chosen", WAY_TYPE_INITIATIVE_CHOICE, G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 0);
}

static void
way_initiative_choice_init (WayInitiativeChoice *self)
{
  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->drop_down = way_drop_down_new (NULL, 32);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->drop_down), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Initiative"), -1);
  g_signal_connect_swapped (self->drop_down, "notify::selected", G_CALLBACK (selected_cb), self);
  gtk_box_append (GTK_BOX (self), self->drop_down);
}

/**
 * way_initiative_choice_new:
 *
 * Returns: (transfer floating)
 */
GtkWidget *
way_initiative_choice_new (void)
{
  return g_object_new (WAY_TYPE_INITIATIVE_CHOICE, NULL);
}
