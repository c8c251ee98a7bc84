/* way-gantt-view.c: WayGanttView, the widget right of the task tree: its rows, properties, size.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-i18n.h"

#include "ui/timeline/way-gantt-view-private.h"

#include "ui/widgets/way-style.h"

#include <math.h>

#define MIN_WIDTH 100

enum
{
  PROP_0,
  PROP_ZOOM_LABEL,
  N_PROPS,
  PROP_HADJUSTMENT = N_PROPS,
  PROP_VADJUSTMENT,
  PROP_HSCROLL_POLICY,
  PROP_VSCROLL_POLICY,
};

static GParamSpec *properties[N_PROPS];
guint way_gantt_view_signals[WAY_N_GANTT_SIGNALS];

G_DEFINE_FINAL_TYPE_WITH_CODE (WayGanttView,
                               way_gantt_view,
                               GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE, NULL))

double
way_gantt_view_body_height (WayGanttView *self)
{
  return MAX (gtk_widget_get_height (GTK_WIDGET (self)) - self->header_height, 0);
}

/* Whole pixels, as the list beside it scrolls. */
double
way_gantt_view_scroll_y (WayGanttView *self)
{
  return self->position != NULL ? floor (gtk_adjustment_get_value (self->position)) : 0;
}

/* By its place in the plan only: it may have been freed. */
static gboolean
is_in_plan (WayGanttView *self, WayLink *link)
{
  WayPlan *plan = way_document_get_plan (self->document);

  return link != NULL
         && g_ptr_array_find (way_plan_peek_records (plan, &way_link_type), link, NULL);
}

/* Nothing that may have left the plan is kept, from the commit on: not only from the next frame. */
static void
let_go_of_records (WayGanttView *self)
{
  self->stale = TRUE;
  self->options.hover = NULL;
  self->options.hover_link = NULL;
  if (!is_in_plan (self, self->options.selected_link))
    self->options.selected_link = NULL;
  way_gantt_view_preview_link (self, NULL, NULL, FALSE);
  self->press = (WayGanttHit){ .part = WAY_PART_NONE, .row = WAY_NO_PRESS };
}

/* Progress is told as of the end of the day that the progress line stands on. */
static void
read_status_date (WayGanttView *self)
{
  WayProject *project = way_plan_get_project (way_document_get_plan (self->document));

  self->options.status_date
      = way_document_get_status_date (self->document) + project->day_finish;
}

/* The layout borrows the rows: nothing may read it before it has the present ones. */
void
way_gantt_view_ensure_fresh (WayGanttView *self)
{
  guint n_rows;
  WayTask *const *rows;

  if (!self->stale)
    return;
  self->stale = FALSE;
  self->shape = way_plan_get_shape (way_document_get_plan (self->document));
  rows = way_task_rows_peek (self->rows, &n_rows);
  way_gantt_layout_set_rows (self->layout, self->document, rows, n_rows);
  way_gantt_layout_set_shifts (self->layout, NULL, NULL);
}

static void
rows_changed_cb (GListModel *rows, guint position, guint removed, guint added, WayGanttView *self)
{
  let_go_of_records (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
set_adjustment (WayGanttView *self,
                GtkAdjustment **place,
                GtkAdjustment *adjustment,
                GCallback changed)
{
  if (*place == adjustment && adjustment != NULL)
    return;
  if (adjustment == NULL)
    adjustment = gtk_adjustment_new (0, 0, 0, 0, 0, 0);
  g_object_ref_sink (adjustment);
  if (*place != NULL)
    {
      g_signal_handlers_disconnect_by_data (*place, self);
      g_object_unref (*place);
    }
  *place = adjustment;
  if (changed == G_CALLBACK (gtk_widget_queue_draw))
    g_signal_connect_object (adjustment, "value-changed", changed, self, G_CONNECT_SWAPPED);
  else
    g_signal_connect_object (adjustment, "value-changed", changed, self, 0);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
way_gantt_view_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  WayGanttView *self = WAY_GANTT_VIEW (object);

  switch (id)
    {
    case PROP_HADJUSTMENT:
      set_adjustment (self, &self->hadjustment, g_value_get_object (value),
                      G_CALLBACK (way_gantt_view_hvalue_changed_cb));
      break;
    case PROP_VADJUSTMENT:
      set_adjustment (self, &self->vadjustment, g_value_get_object (value),
                      G_CALLBACK (gtk_widget_queue_draw));
      break;
    case PROP_HSCROLL_POLICY:
    case PROP_VSCROLL_POLICY:
      break; /* it takes the size that it is given */
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
way_gantt_view_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  WayGanttView *self = WAY_GANTT_VIEW (object);

  switch (id)
    {
    case PROP_ZOOM_LABEL:
      g_value_set_string (value, self->zoom_label);
      break;
    case PROP_HADJUSTMENT:
      g_value_set_object (value, self->hadjustment);
      break;
    case PROP_VADJUSTMENT:
      g_value_set_object (value, self->vadjustment);
      break;
    case PROP_HSCROLL_POLICY:
    case PROP_VSCROLL_POLICY:
      g_value_set_enum (value, GTK_SCROLL_MINIMUM);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
way_gantt_view_measure (GtkWidget *widget,
                        GtkOrientation orientation,
                        int for_size,
                        int *minimum,
                        int *natural,
                        int *minimum_baseline,
                        int *natural_baseline)
{
  *minimum = MIN_WIDTH;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 600 : 300;
}

static void
way_gantt_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  WayGanttView *self = WAY_GANTT_VIEW (widget);

  if (self->first && width > MIN_WIDTH)
    way_gantt_view_show_first (self);
  else if (self->fitted && width > MIN_WIDTH)
    way_gantt_view_fit (self);
  else
    way_gantt_view_configure_time (self);
  self->first = self->first && width <= MIN_WIDTH;
}

static void
way_gantt_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  way_gantt_view_draw (WAY_GANTT_VIEW (widget), snapshot);
}

static void
update_text_scale (WayGanttView *self)
{
  way_painter_set_text_scale (self->painter, way_style_get_text_scale (GTK_WIDGET (self)));
  self->options.measure = way_painter_get_measure (self->painter);
}

static void
way_gantt_view_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  WayGanttView *self = WAY_GANTT_VIEW (widget);

  GTK_WIDGET_CLASS (way_gantt_view_parent_class)->css_changed (widget, change);
  way_painter_set_context (self->painter, gtk_widget_get_pango_context (widget));
  update_text_scale (self);
}

static void
way_gantt_view_dispose (GObject *object)
{
  WayGanttView *self = WAY_GANTT_VIEW (object);

  way_gantt_view_end_drag (self);
  g_clear_handle_id (&self->zoom_label_idle, g_source_remove);
  g_clear_object (&self->hadjustment);
  g_clear_object (&self->vadjustment);
  g_clear_object (&self->position);
  g_clear_object (&self->rows);
  g_clear_object (&self->document);
  g_clear_object (&self->selection);
  g_clear_object (&self->link_from);
  g_clear_pointer (&self->link_shifts, g_array_unref);
  g_clear_object (&self->link_to);
  G_OBJECT_CLASS (way_gantt_view_parent_class)->dispose (object);
}

static void
way_gantt_view_finalize (GObject *object)
{
  WayGanttView *self = WAY_GANTT_VIEW (object);

  g_object_unref (self->layout);
  g_object_unref (self->painter);
  way_scene_free (self->scene);
  g_free (self->zoom_label);
  g_string_free (self->typed, TRUE);
  g_hash_table_unref (self->cursors);
  G_OBJECT_CLASS (way_gantt_view_parent_class)->finalize (object);
}

static void
way_gantt_view_class_init (WayGanttViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  guint *signals = way_gantt_view_signals;

  object_class->set_property = way_gantt_view_set_property;
  object_class->get_property = way_gantt_view_get_property;
  object_class->dispose = way_gantt_view_dispose;
  object_class->finalize = way_gantt_view_finalize;
  widget_class->measure = way_gantt_view_measure;
  widget_class->size_allocate = way_gantt_view_size_allocate;
  widget_class->snapshot = way_gantt_view_snapshot;
  widget_class->css_changed = way_gantt_view_css_changed;
  gtk_widget_class_set_css_name (widget_class, "ganttview");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);

  properties[PROP_ZOOM_LABEL] = g_param_spec_string ("zoom-label", NULL, NULL, NULL,
                                                     G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  g_object_class_override_property (object_class, PROP_HADJUSTMENT, "hadjustment");
  g_object_class_override_property (object_class, PROP_VADJUSTMENT, "vadjustment");
  g_object_class_override_property (object_class, PROP_HSCROLL_POLICY, "hscroll-policy");
  g_object_class_override_property (object_class, PROP_VSCROLL_POLICY, "vscroll-policy");

  signals[WAY_GANTT_ACTIVATED] = g_signal_new ("activated", WAY_TYPE_GANTT_VIEW, G_SIGNAL_RUN_LAST,
                                               0, NULL, NULL, NULL, G_TYPE_NONE, 1, WAY_TYPE_TASK);
  signals[WAY_GANTT_MENU_REQUESTED]
      = g_signal_new ("menu-requested", WAY_TYPE_GANTT_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                      G_TYPE_NONE, 2, G_TYPE_DOUBLE, G_TYPE_DOUBLE);
  signals[WAY_GANTT_MESSAGE]
      = g_signal_new ("message", WAY_TYPE_GANTT_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                      G_TYPE_NONE, 3, G_TYPE_STRING, G_TYPE_BOOLEAN, G_TYPE_PTR_ARRAY);
  signals[WAY_GANTT_ROW_WANTED]
      = g_signal_new ("row-wanted", WAY_TYPE_GANTT_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                      G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_BOOLEAN);
  signals[WAY_GANTT_OPTIONS_CHANGED]
      = g_signal_new ("options-changed", WAY_TYPE_GANTT_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                      NULL, G_TYPE_NONE, 0);
  signals[WAY_GANTT_DRAWN] = g_signal_new ("drawn", WAY_TYPE_GANTT_VIEW, G_SIGNAL_RUN_LAST, 0, NULL,
                                           NULL, NULL, G_TYPE_NONE, 1, WAY_TYPE_TASK);
  signals[WAY_GANTT_LINK_ACTIVATED]
      = g_signal_new ("link-activated", WAY_TYPE_GANTT_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                      G_TYPE_NONE, 3, WAY_TYPE_LINK, G_TYPE_DOUBLE, G_TYPE_DOUBLE);
  signals[WAY_GANTT_ERROR] = g_signal_new ("error", WAY_TYPE_GANTT_VIEW, G_SIGNAL_RUN_LAST, 0, NULL,
                                           NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
way_gantt_view_init (WayGanttView *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  self->layout = way_gantt_layout_new ();
  self->scene = way_scene_new ();
  self->typed = g_string_new (NULL);
  self->cursors = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  self->painter = way_painter_new (gtk_widget_get_pango_context (widget));
  self->palette = way_palette_get (WAY_PALETTE_LIGHT);
  self->scale = way_time_scale_new ((double)way_moment_today (), 60);
  self->header_height = 52;
  self->pointer_x = self->pointer_y = -1;
  self->press.row = WAY_NO_PRESS;
  self->first = TRUE;
  way_gantt_options_init (&self->options);
  self->options.measure = way_painter_get_measure (self->painter);

  gtk_widget_set_focusable (widget, TRUE);
  gtk_widget_set_overflow (widget, GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_hexpand (widget, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Gantt chart"), -1);
  way_gantt_view_add_input (self);
}

static gboolean
row_selected (guint row, gpointer data)
{
  return gtk_selection_model_is_selected (WAY_GANTT_VIEW (data)->selection, row);
}

/* Says the first selected row to people who cannot see the chart. */
static void
tell_row (WayGanttView *self)
{
  g_autoptr (GtkBitset) selected = gtk_selection_model_get_selection (self->selection);
  g_autofree char *text = NULL;
  WayTask *task = NULL;

  if (!gtk_bitset_is_empty (selected))
    task = way_task_rows_get (self->rows, gtk_bitset_get_minimum (selected));
  if (task != NULL && way_task_rows_is_header (task))
    text = g_strdup (way_task_rows_get_title (task));
  else
    text = task != NULL ? way_gantt_describe (self->document, task) : g_strdup ("");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text,
                                  -1);
}

static void
selection_changed_cb (GtkSelectionModel *selection,
                      guint position,
                      guint n_items,
                      WayGanttView *self)
{
  self->options.selected_link = NULL; /* keys act on what was chosen last */
  tell_row (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Takes in rows, links and dates again; call it after each commit and when rows fold. Dates are
 * read at each frame, so that a commit which moves no row and no link costs no look at all. */
void
way_gantt_view_refresh (WayGanttView *self)
{
  if (self->shape != way_plan_get_shape (way_document_get_plan (self->document)))
    let_go_of_records (self);
  way_gantt_view_read_plan_range (self);
  read_status_date (self);
  way_gantt_view_reset_range (self);
  tell_row (self);
}

/**
 * way_gantt_view_new:
 * @selection: over @rows; shared with the tree
 *
 * Returns: (transfer full) (type WayGanttView)
 */
GtkWidget *
way_gantt_view_new (WayTaskRows *rows, GtkSelectionModel *selection)
{
  WayGanttView *self = g_object_new (WAY_TYPE_GANTT_VIEW, NULL);

  self->rows = g_object_ref (rows);
  self->document = g_object_ref (way_task_rows_get_document (rows));
  self->selection = g_object_ref (selection);
  self->options.selected = row_selected;
  self->options.selected_data = self;
  g_signal_connect_object (selection, "selection-changed", G_CALLBACK (selection_changed_cb), self,
                           0);
  g_signal_connect_object (rows, "items-changed", G_CALLBACK (rows_changed_cb), self, 0);
  way_gantt_view_refresh (self);
  return GTK_WIDGET (self);
}

void
way_gantt_view_set_palette (WayGanttView *self, WayPaletteKind kind)
{
  self->palette = way_palette_get (kind);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
way_gantt_view_set_metrics (WayGanttView *self, int row_height, int header_height)
{
  if (self->options.row_height == row_height && self->header_height == header_height)
    return;
  self->options.row_height = row_height;
  self->header_height = header_height;
  update_text_scale (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
way_gantt_view_set_position (WayGanttView *self, GtkAdjustment *position)
{
  g_set_object (&self->position, position);
  g_signal_connect_object (position, "value-changed", G_CALLBACK (gtk_widget_queue_draw), self,
                           G_CONNECT_SWAPPED);
}

WayGanttOptions *
way_gantt_view_get_options (WayGanttView *self)
{
  return &self->options;
}

void
way_gantt_view_options_changed (WayGanttView *self)
{
  g_signal_emit (self, way_gantt_view_signals[WAY_GANTT_OPTIONS_CHANGED], 0);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * way_gantt_view_preview_link:
 * @drag: (nullable): a link that has just been tried; NULL = none
 * @to: the task that it goes to
 * @to_finish: to its finish, else to its start
 *
 * Shows what it would move, until the next call or until rows or links change.
 */
void
way_gantt_view_preview_link (WayGanttView *self,
                             WayGanttDrag *drag,
                             WayTask *to,
                             gboolean to_finish)
{
  WayTask *from = drag != NULL ? way_gantt_drag_get_task (drag) : NULL;

  g_set_object (&self->link_from, from);
  g_set_object (&self->link_to, to);
  self->link_to_finish = to_finish;
  if (drag != NULL)
    {
      self->link_from_finish = way_gantt_drag_from_finish (drag);
      way_gantt_drag_get_lines (drag, &self->link_refused);
      way_gantt_view_ensure_fresh (self);
    }
  g_clear_pointer (&self->link_shifts, g_array_unref);
  if (drag != NULL)
    self->link_shifts = way_gantt_drag_list_shifts (drag);
  way_gantt_layout_set_shifts (self->layout, way_shifts_find, self->link_shifts);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* "Link from “A” to “B”, FS, 2d" */
static char *
describe_link (WayGanttView *self, WayLink *link)
{
  WayPlan *plan = way_document_get_plan (self->document);
  WayUnitRates rates = way_plan_get_unit_rates (plan);
  g_autofree char *lag = way_duration_format (link->lag, (WayUnit)link->lag_unit, &rates);

  return g_strdup_printf (_ ("Link from “%s” to “%s”, %s, lag %s. Enter changes it, Delete "
                             "removes it, Esc goes back to the row."),
                          WAY_RECORD (way_plan_lookup_task (plan, link->predecessor))->title,
                          WAY_RECORD (way_plan_lookup_task (plan, link->successor))->title,
                          way_enum_label (&way_enum_link_type, link->type), lag);
}

/**
 * way_gantt_view_choose_link:
 * @link: (nullable): what keys are about from now on; NULL = the selected rows again
 */
void
way_gantt_view_choose_link (WayGanttView *self, WayLink *link)
{
  g_autofree char *text = NULL;

  self->options.selected_link = link;
  gtk_widget_queue_draw (GTK_WIDGET (self));
  if (link == NULL)
    {
      tell_row (self);
      return;
    }
  text = describe_link (self, link);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text,
                                  -1);
  gtk_widget_grab_focus (GTK_WIDGET (self));
}
