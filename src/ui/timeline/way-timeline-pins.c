/* way-timeline-pins.c: pins are never hidden: told when a drop makes one, and what to do instead.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-i18n.h"

#include "ui/timeline/way-timeline-page-private.h"

#include "document/way-task-edits.h"
#include "ui/way-window.h"

typedef gboolean (*PinFunc) (WayDocument *document, WayTask *task, GError **error);

/* One step over those of @tasks that are pinned. Returns: how many there were, 0 also on error. */
static guint
edit_pins (WayTimelinePage *self, GPtrArray *tasks, PinFunc edit, const char *label)
{
  WayDocument *document = way_page_get_document (WAY_PAGE (self));
  g_autoptr (GError) error = NULL;
  guint n_edited = 0;

  if (way_document_in_scope (document))
    return 0;
  way_document_begin (document, label);
  for (guint i = 0; i < tasks->len && error == NULL; i++)
    {
      WayTask *task = g_ptr_array_index (tasks, i);

      if (task->constraint_type == WAY_CONSTRAINT_ASAP)
        continue;
      if (edit (document, task, &error))
        n_edited++;
    }
  if (error != NULL)
    way_document_rollback (document);
  if (error == NULL && way_document_commit (document, &error))
    return n_edited;
  way_window_report_error (GTK_WIDGET (self), error);
  return 0;
}

void
way_timeline_page_unpin (WayTimelinePage *self, GPtrArray *tasks)
{
  guint n = edit_pins (self, tasks, way_task_unpin, _ ("Remove pins"));
  g_autofree char *message = NULL;

  if (n == 0)
    return;
  message = g_strdup_printf (ngettext ("No longer pinned: the links decide.",
                                       "%u tasks are no longer pinned: the links decide.", n),
                             n);
  way_timeline_page_toast_undo (self, message);
}

void
way_timeline_page_pin_to_lag (WayTimelinePage *self, GPtrArray *tasks)
{
  guint n = edit_pins (self, tasks, way_task_pin_to_lag, _ ("Keep as lag"));
  g_autofree char *message = NULL;

  if (n == 0)
    return;
  message = g_strdup_printf (
      ngettext ("No longer pinned: the lag of its link holds it there.",
                "%u tasks are no longer pinned: the lags of their links hold them there.", n),
      n);
  way_timeline_page_toast_undo (self, message);
}

static GVariant *
ids_of (GPtrArray *tasks)
{
  GVariantBuilder builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("ax"));
  for (guint i = 0; i < tasks->len; i++)
    g_variant_builder_add (&builder, "x", WAY_RECORD (g_ptr_array_index (tasks, i))->id);
  return g_variant_builder_end (&builder);
}

static GPtrArray *
tasks_of (WayTimelinePage *self, GVariant *ids)
{
  GPtrArray *tasks = g_ptr_array_new ();
  GVariantIter iter;
  gint64 id;

  g_variant_iter_init (&iter, ids);
  while (g_variant_iter_next (&iter, "x", &id))
    {
      WayTask *task = way_plan_lookup_task (way_page_get_plan (WAY_PAGE (self)), id);

      if (task != NULL)
        g_ptr_array_add (tasks, task);
    }
  return tasks;
}

/* "timeline.unpin-rows" and "timeline.pin-to-lag-rows": of the toast and of the list of pins. */
void
way_timeline_page_pins_cb (GtkWidget *widget, const char *name, GVariant *ids)
{
  WayTimelinePage *self = WAY_TIMELINE_PAGE (widget);
  g_autoptr (GPtrArray) tasks = tasks_of (self, ids);

  if (g_str_equal (name, "timeline.unpin-rows"))
    way_timeline_page_unpin (self, tasks);
  else
    way_timeline_page_pin_to_lag (self, tasks);
}

static gboolean
all_can_be_lags (WayDocument *document, GPtrArray *tasks)
{
  for (guint i = 0; i < tasks->len; i++)
    if (!way_task_can_pin_to_lag (document, g_ptr_array_index (tasks, i)))
      return FALSE;
  return TRUE;
}

/**
 * way_timeline_page_toast_drop:
 * @pinned: (nullable) (element-type WayTask): what a pin holds since
 *
 * What a drop did, with the ways out: undo, no pin, or a lag in its place.
 */
void
way_timeline_page_toast_drop (WayTimelinePage *self, const char *message, GPtrArray *pinned)
{
  WayToastButton buttons[3] = { { _ ("Undo"), "win.undo", NULL } };
  guint n_buttons = 1;

  if (pinned != NULL && pinned->len > 0)
    {
      buttons[n_buttons++] = (WayToastButton){ ngettext ("Remove pin", "Remove pins", pinned->len),
                                               "timeline.unpin-rows", ids_of (pinned) };
      if (all_can_be_lags (way_page_get_document (WAY_PAGE (self)), pinned))
        buttons[n_buttons++] = (WayToastButton){ _ ("Keep as lag"), "timeline.pin-to-lag-rows",
                                                 ids_of (pinned) };
    }
  way_window_toast_buttons (GTK_WIDGET (self), message, buttons, n_buttons);
}
