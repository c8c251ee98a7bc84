/* way-panel-conflicts.c: WayPanelConflicts, what contradicts itself, with ways out.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-i18n.h"

#include "ui/timeline/way-panel-conflicts.h"

#include "metrics/way-conflicts.h"
#include "ui/timeline/way-panel-parts.h"

#define MAX_SHOWN 100

struct _WayPanelConflicts
{
  WayPanelView parent_instance;

  GtkWidget *body;
  char *shown; /* the texts in the list, to leave it alone when they stay the same */
};

G_DEFINE_FINAL_TYPE (WayPanelConflicts, way_panel_conflicts, WAY_TYPE_PANEL_VIEW)

static GtkWidget *
card_new (WayDocument *document, const WayConflict *conflict)
{
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  WayTask *tasks[2] = { conflict->task, conflict->other };
  guint n_tasks = conflict->task == NULL ? 0 : conflict->other == NULL ? 1 : 2;

  if (conflict->kind == WAY_CONFLICT_KIND_LOOP) /* the sentence names the predecessor first */
    {
      tasks[0] = conflict->other;
      tasks[1] = conflict->task;
    }
  gtk_box_append (GTK_BOX (card), way_panel_text_new (conflict->text, tasks, n_tasks));
  for (guint i = 0; i < conflict->remedies->len; i++)
    gtk_box_append (GTK_BOX (card),
                    way_panel_remedy_new (document, g_ptr_array_index (conflict->remedies, i)));
  gtk_widget_add_css_class (card, "card");
  gtk_widget_add_css_class (card, "panel-card");
  return card;
}

static char *
join_texts (GPtrArray *list)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < MIN (list->len, MAX_SHOWN); i++)
    {
      WayConflict *conflict = g_ptr_array_index (list, i);

      g_string_append_printf (text, "%" G_GINT64_FORMAT " %s %u\n",
                              conflict->task != NULL ? WAY_RECORD (conflict->task)->id : 0,
                              conflict->text, conflict->remedies->len);
    }
  g_string_append_printf (text, "%u", list->len);
  return g_string_free (text, FALSE);
}

/* The keyboard stays in the list after a way out was taken. */
static void
fill (WayPanelConflicts *self, WayDocument *document, GPtrArray *list)
{
  GtkWidget *root = GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self)));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (GTK_ROOT (root)) : NULL;
  gboolean had_focus = focus != NULL && gtk_widget_is_ancestor (focus, self->body);

  way_panel_clear (self->body);
  if (list->len == 0)
    gtk_box_append (GTK_BOX (self->body),
                    way_panel_hint_new (_ ("No conflicts: links, constraints, deadlines and "
                                           "calendars agree with one another.")));
  for (guint i = 0; i < MIN (list->len, MAX_SHOWN); i++)
    gtk_box_append (GTK_BOX (self->body), card_new (document, g_ptr_array_index (list, i)));
  if (list->len > MAX_SHOWN)
    {
      guint rest = list->len - MAX_SHOWN;
      g_autofree char *text = g_strdup_printf (ngettext ("… and %u more", "… and %u more", rest), rest);

      gtk_box_append (GTK_BOX (self->body), way_panel_hint_new (text));
    }
  if (had_focus)
    gtk_widget_child_focus (self->body, GTK_DIR_TAB_FORWARD);
}

static void
way_panel_conflicts_update (WayPanelView *view)
{
  WayPanelConflicts *self = WAY_PANEL_CONFLICTS (view);
  WayDocument *document = way_panel_view_get_document (view);
  g_autoptr (GPtrArray) list = way_conflicts_list (document, MAX_SHOWN);
  g_autofree char *shown = join_texts (list);

  if (g_strcmp0 (shown, self->shown) == 0)
    return;
  g_free (self->shown);
  self->shown = g_steal_pointer (&shown);
  fill (self, document, list);
}

static void
way_panel_conflicts_finalize (GObject *object)
{
  g_free (WAY_PANEL_CONFLICTS (object)->shown);
  G_OBJECT_CLASS (way_panel_conflicts_parent_class)->finalize (object);
}

static void
way_panel_conflicts_class_init (WayPanelConflictsClass *klass)
{
  WayPanelViewClass *view_class = WAY_PANEL_VIEW_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = way_panel_conflicts_finalize;
  view_class->name = "conflicts";
  view_class->label = N_ ("Conflicts");
  view_class->update = way_panel_conflicts_update;
}

static void
way_panel_conflicts_init (WayPanelConflicts *self)
{
  self->body = way_panel_add_body (GTK_BOX (self));
}
