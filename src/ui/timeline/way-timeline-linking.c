/* way-timeline-linking.c: a link made by keys: from the current row to the row that is gone to.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The same WayGanttDrag as by hand says what the link would do, at each row; it is not kept
 * between two keys, so that the plan stays as it is while one looks around. The last two letters
 * out of F and S that were typed are the ends. */

#include "model/way-i18n.h"

#include "ui/timeline/way-timeline-page-private.h"

#include "ui/timeline/way-gantt-drag.h"
#include "ui/timeline/way-gantt-messages.h"
#include "ui/way-window.h"

static WayTask *
find_target (WayTimelinePage *self)
{
  g_autoptr (GPtrArray) selected = way_timeline_page_get_selected (self);

  if (selected->len != 1 || selected->pdata[0] == self->link_from)
    return NULL;
  return selected->pdata[0];
}

/* Returns: (transfer full) (nullable): the link tried out; NULL on the row that it starts from */
static WayGanttDrag *
try_link (WayTimelinePage *self)
{
  WayTask *target = find_target (self);
  WayGanttDrag *drag;

  if (target == NULL)
    return NULL;
  drag = way_gantt_drag_new_link (way_page_get_document (WAY_PAGE (self)), self->link_from,
                                  self->link_from_finish);
  way_gantt_drag_link_to (drag, target, self->link_to_finish);
  return drag;
}

/* What the link is, and what it would move. */
static char *
describe (WayTimelinePage *self, WayGanttDrag *drag, gboolean *refused)
{
  GString *text = g_string_new (NULL);
  GPtrArray *lines;

  *refused = FALSE;
  if (drag == NULL)
    {
      g_string_printf (text, _ ("Link from “%s”: go to the task that waits for it"),
                       WAY_RECORD (self->link_from)->title);
      return g_string_free (text, FALSE);
    }
  lines = way_gantt_drag_get_lines (drag, refused);
  for (guint i = 0; i < lines->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? " · " : "",
                            ((WayDragLine *)g_ptr_array_index (lines, i))->text);
  return g_string_free (text, FALSE);
}

static void
update_banner (WayTimelinePage *self, WayGanttDrag *drag)
{
  gboolean refused;
  g_autofree char *text = describe (self, drag, &refused);
  const char *hint;

  if (drag == NULL)
    hint = _ ("Arrow keys go there, / finds it, Esc gives up.");
  else if (refused)
    hint = _ ("Go to another task; Esc gives up.");
  else
    hint = _ ("Enter links; FS, SS, FF or SF typed chooses the ends; Esc gives up.");
  way_banner_set_tone (self->link_banner, refused ? WAY_BANNER_BAD : WAY_BANNER_INFO);
  way_banner_set_hint (self->link_banner, hint);
  way_banner_set_text (self->link_banner, text);
}

static void
end (WayTimelinePage *self)
{
  g_clear_object (&self->link_from);
  way_banner_set_text (self->link_banner, NULL);
  way_gantt_view_preview_link (self->chart, NULL, NULL, FALSE);
}

/**
 * way_timeline_page_update_linking:
 *
 * Tries the link anew; after each commit, and when another row is selected.
 */
void
way_timeline_page_update_linking (WayTimelinePage *self)
{
  g_autoptr (WayGanttDrag) drag = NULL;

  if (self->link_from == NULL || way_document_in_scope (way_page_get_document (WAY_PAGE (self))))
    return;
  if (WAY_RECORD (self->link_from)->plan == NULL)
    {
      end (self); /* it was deleted meanwhile */
      return;
    }
  drag = try_link (self);
  update_banner (self, drag);
  way_gantt_view_preview_link (self->chart, drag, drag != NULL ? find_target (self) : NULL,
                               self->link_to_finish);
}

/* From the current row. */
void
way_timeline_page_start_linking (WayTimelinePage *self)
{
  WayTask *task = way_timeline_page_get_current (self);
  guint row = task != NULL ? way_task_rows_find (self->rows, task) : WAY_TASK_ROWS_NONE;

  if (row == WAY_TASK_ROWS_NONE)
    return;
  g_set_object (&self->link_from, task);
  self->link_from_finish = TRUE;
  self->link_to_finish = FALSE;
  gtk_selection_model_select_item (GTK_SELECTION_MODEL (self->selection), row, TRUE);
  way_timeline_page_update_linking (self);
}

/* Returns: whether there was a link to give up */
gboolean
way_timeline_page_stop_linking (WayTimelinePage *self)
{
  gboolean linking = self->link_from != NULL;

  if (linking)
    end (self);
  return linking;
}

static void
make_link (WayTimelinePage *self)
{
  g_autoptr (WayGanttDrag) drag = try_link (self);
  g_autoptr (GError) error = NULL;
  g_autofree char *message = NULL;
  gboolean refused = TRUE;

  if (drag != NULL)
    way_gantt_drag_get_lines (drag, &refused);
  if (refused)
    {
      gtk_widget_error_bell (GTK_WIDGET (self)); /* the banner says why */
      return;
    }
  end (self);
  if (!way_gantt_drag_drop (drag, &message, &error))
    way_window_report_error (GTK_WIDGET (self), error);
  else if (way_gantt_drag_was_committed (drag))
    way_timeline_page_toast_undo (self, message);
}

static gboolean
is_in_rows (WayTimelinePage *self)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));

  return focus != NULL && !way_task_tree_is_editing (self->tree)
         && (focus == GTK_WIDGET (self->chart) || focus == GTK_WIDGET (self->tree)
             || gtk_widget_is_ancestor (focus, GTK_WIDGET (self->tree)));
}

/* From a link that was chosen by keys back to its row. */
static gboolean
leave_link (WayTimelinePage *self)
{
  if (way_gantt_view_get_options (self->chart)->selected_link == NULL
      || !gtk_widget_is_focus (GTK_WIDGET (self->chart))
      || way_document_in_scope (way_page_get_document (WAY_PAGE (self))))
    return GDK_EVENT_PROPAGATE;
  way_gantt_view_choose_link (self->chart, NULL);
  gtk_widget_grab_focus (GTK_WIDGET (self));
  return GDK_EVENT_STOP;
}

/* Before the tree, where letters are typed into the cell. */
static gboolean
key_pressed_cb (GtkEventControllerKey *keys,
                guint keyval,
                guint keycode,
                GdkModifierType state,
                WayTimelinePage *self)
{
  guint letter = gdk_keyval_to_lower (keyval);

  if (self->link_from == NULL && keyval == GDK_KEY_Escape)
    return leave_link (self);
  if (self->link_from == NULL || (state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)) != 0
      || !is_in_rows (self))
    return GDK_EVENT_PROPAGATE;
  if (keyval == GDK_KEY_Escape)
    end (self);
  else if (keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter)
    make_link (self);
  else if (letter == GDK_KEY_f || letter == GDK_KEY_s)
    {
      self->link_from_finish = self->link_to_finish;
      self->link_to_finish = letter == GDK_KEY_f;
      way_timeline_page_update_linking (self);
    }
  else if (!g_unichar_isalnum (gdk_keyval_to_unicode (keyval)))
    return GDK_EVENT_PROPAGATE;
  return GDK_EVENT_STOP;
}

/**
 * way_timeline_page_add_linking:
 *
 * The banner, hidden, and its keys.
 */
void
way_timeline_page_add_linking (WayTimelinePage *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->link_banner = WAY_BANNER (way_banner_new (WAY_BANNER_INFO));
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->link_banner));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}
