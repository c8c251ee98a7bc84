/* way-milestone-graph-area.c: WayMilestoneGraphArea, a graph to zoom and to move about in.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-i18n.h"

#include "ui/milestones/way-milestone-graph-area.h"

#include "chart/way-painter.h"
#include "ui/widgets/way-style.h"

#include <math.h>

#define LEAST_SCALE 0.02
#define MOST_SCALE 2.5
#define READABLE 0.55  /* below it only names are drawn … */
#define COLORS 0.2     /* … and here not even those */
#define FIRST_SCALE 0.8
#define STEP 1.25
#define CLICK 5.0      /* pixels: what moves less is a click */
#define EDGE 40.0

struct _WayMilestoneGraphArea
{
  GtkWidget parent_instance;

  WayGraphTell tell;
  gpointer data;
  const WayGraphLayout *layout; /* (nullable) */
  const WayGraphNode *nodes;
  WayPainter *painter;
  WayScene *scene;
  char *description;
  double scale, x, y;       /* x, y: what is at the top left, in scene units */
  double pointer_x, pointer_y;
  double drag_x, drag_y;    /* x, y at the press */
  guint beginning;
  guint focus;              /* G_MAXUINT = none */
  gboolean moved;           /* by hand: stays when the window gets another size */
};

G_DEFINE_FINAL_TYPE (WayMilestoneGraphArea, way_milestone_graph_area, GTK_TYPE_WIDGET)

static double
width_of (WayMilestoneGraphArea *self)
{
  return MAX (1, gtk_widget_get_width (GTK_WIDGET (self)));
}

static double
height_of (WayMilestoneGraphArea *self)
{
  return MAX (1, gtk_widget_get_height (GTK_WIDGET (self)));
}

static gboolean
is_rtl (WayMilestoneGraphArea *self)
{
  return gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
}

/* Along the reading direction. */
static double
along (WayMilestoneGraphArea *self, double x)
{
  return is_rtl (self) ? width_of (self) - x : x;
}

/* In the middle where there is room, else never out of sight. */
static double
keep (double at, double seen, double whole)
{
  return whole <= seen ? (whole - seen) / 2 : CLAMP (at, -EDGE, whole - seen + EDGE);
}

static void
move_to (WayMilestoneGraphArea *self, double x, double y)
{
  self->x = keep (x, width_of (self) / self->scale, self->layout->width);
  self->y = keep (y, height_of (self) / self->scale, self->layout->height);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* What is under @x, @y stays there. */
static void
zoom_at (WayMilestoneGraphArea *self, double factor, double x, double y)
{
  double at_x = self->x + along (self, x) / self->scale, at_y = self->y + y / self->scale;

  if (self->layout == NULL)
    return;
  self->scale = CLAMP (self->scale * factor, LEAST_SCALE, MOST_SCALE);
  self->moved = TRUE;
  move_to (self, at_x - along (self, x) / self->scale, at_y - y / self->scale);
}

static double
fitting_scale (WayMilestoneGraphArea *self)
{
  return CLAMP (MIN (width_of (self) / MAX (self->layout->width, 1),
                     height_of (self) / MAX (self->layout->height, 1)),
                LEAST_SCALE, way_style_get_text_scale (GTK_WIDGET (self)));
}

/* All of it, when that can be read; else where there is something to do. */
static void
show_first (WayMilestoneGraphArea *self)
{
  const WayPoint *place = &self->layout->places[self->beginning];

  self->scale = fitting_scale (self);
  if (self->scale >= READABLE)
    {
      move_to (self, 0, 0);
      return;
    }
  self->scale = FIRST_SCALE * way_style_get_text_scale (GTK_WIDGET (self));
  move_to (self, place->x - width_of (self) / self->scale / 4,
           place->y - height_of (self) / self->scale / 2);
}

static void
bring_into_view (WayMilestoneGraphArea *self, guint node)
{
  const WayPoint *place = &self->layout->places[node];
  double room = EDGE / self->scale;
  double seen_x = width_of (self) / self->scale, seen_y = height_of (self) / self->scale;

  self->moved = TRUE;
  move_to (self,
           CLAMP (self->x, place->x + WAY_GRAPH_NODE_WIDTH + room - seen_x, place->x - room),
           CLAMP (self->y, place->y + WAY_GRAPH_NODE_HEIGHT + room - seen_y, place->y - room));
}

static guint
node_at (WayMilestoneGraphArea *self, double x, double y)
{
  if (self->layout == NULL)
    return G_MAXUINT;
  return way_graph_layout_pick (self->layout, self->x + along (self, x) / self->scale,
                                self->y + y / self->scale);
}

/* Whoever does not see the chart hears the milestone that the keys have come to. */
static void
set_focus (WayMilestoneGraphArea *self, guint node)
{
  g_autofree char *told = node != G_MAXUINT ? self->tell (node, self->data) : NULL;

  self->focus = node;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  told != NULL ? told : self->description, -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* ------------------------------------------------------------------ hands */

static gboolean
scroll_cb (GtkEventControllerScroll *controller, double dx, double dy, WayMilestoneGraphArea *self)
{
  GdkModifierType state
      = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (controller));

  if (self->layout == NULL)
    return GDK_EVENT_PROPAGATE;
  if ((state & GDK_SHIFT_MASK) != 0 || fabs (dx) > fabs (dy))
    {
      self->moved = TRUE;
      move_to (self, self->x + (dx != 0 ? dx : dy) * 60 / self->scale, self->y);
    }
  else
    zoom_at (self, pow (STEP, -dy), self->pointer_x, self->pointer_y);
  return GDK_EVENT_STOP;
}

static void
motion_cb (GtkEventControllerMotion *controller, double x, double y, WayMilestoneGraphArea *self)
{
  self->pointer_x = x;
  self->pointer_y = y;
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self),
                                   node_at (self, x, y) != G_MAXUINT ? "pointer" : "grab");
}

static void
drag_begin_cb (GtkGestureDrag *drag, double x, double y, WayMilestoneGraphArea *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self));
  self->drag_x = self->x;
  self->drag_y = self->y;
}

static void
drag_update_cb (GtkGestureDrag *drag, double dx, double dy, WayMilestoneGraphArea *self)
{
  if (self->layout == NULL || hypot (dx, dy) < CLICK)
    return;
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "grabbing");
  self->moved = TRUE;
  move_to (self, self->drag_x - (is_rtl (self) ? -dx : dx) / self->scale,
           self->drag_y - dy / self->scale);
}

static void
drag_end_cb (GtkGestureDrag *drag, double dx, double dy, WayMilestoneGraphArea *self)
{
  double x, y;
  guint node;

  gtk_gesture_drag_get_start_point (drag, &x, &y);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "grab");
  if (hypot (dx, dy) >= CLICK)
    return;
  node = node_at (self, x, y);
  set_focus (self, node);
  if (node != G_MAXUINT)
    g_signal_emit_by_name (self, "open", node);
}

static void
pinch_begin_cb (GtkGesture *gesture, GdkEventSequence *sequence, WayMilestoneGraphArea *self)
{
  self->drag_x = self->scale;
}

static void
pinch_cb (GtkGestureZoom *gesture, double scale, WayMilestoneGraphArea *self)
{
  double x, y;

  if (gtk_gesture_get_bounding_box_center (GTK_GESTURE (gesture), &x, &y))
    zoom_at (self, self->drag_x * scale / self->scale, x, y);
}

/* ------------------------------------------------------------------ keys */

static gboolean
step (WayMilestoneGraphArea *self, int right, int down)
{
  guint next = self->focus == G_MAXUINT
                   ? MIN (self->beginning, self->layout->n_nodes - 1)
                   : way_graph_layout_step (self->layout, self->focus,
                                            is_rtl (self) ? -right : right, down);

  set_focus (self, next);
  bring_into_view (self, next);
  return GDK_EVENT_STOP;
}

static gboolean
key_cb (GtkEventControllerKey *controller,
        guint keyval,
        guint keycode,
        GdkModifierType state,
        WayMilestoneGraphArea *self)
{
  if (self->layout == NULL || self->layout->n_nodes == 0
      || (state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;
  switch (keyval)
    {
    case GDK_KEY_Left:
      return step (self, -1, 0);
    case GDK_KEY_Right:
      return step (self, 1, 0);
    case GDK_KEY_Up:
      return step (self, 0, -1);
    case GDK_KEY_Down:
      return step (self, 0, 1);
    case GDK_KEY_plus:
    case GDK_KEY_equal:
    case GDK_KEY_KP_Add:
      way_milestone_graph_area_zoom (self, STEP);
      return GDK_EVENT_STOP;
    case GDK_KEY_minus:
    case GDK_KEY_KP_Subtract:
      way_milestone_graph_area_zoom (self, 1 / STEP);
      return GDK_EVENT_STOP;
    case GDK_KEY_0:
    case GDK_KEY_KP_0:
      way_milestone_graph_area_fit (self);
      return GDK_EVENT_STOP;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_space:
      if (self->focus == G_MAXUINT)
        return GDK_EVENT_PROPAGATE;
      g_signal_emit_by_name (self, "open", self->focus);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

/* ------------------------------------------------------------------ the widget */

static gboolean
query_tooltip_cb (GtkWidget *widget, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  WayMilestoneGraphArea *self = WAY_MILESTONE_GRAPH_AREA (widget);
  guint node = keyboard ? self->focus : node_at (self, x, y);
  g_autofree char *told = node != G_MAXUINT ? self->tell (node, self->data) : NULL;

  if (told != NULL)
    gtk_tooltip_set_text (tooltip, told);
  return told != NULL;
}

static void
way_milestone_graph_area_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  WayMilestoneGraphArea *self = WAY_MILESTONE_GRAPH_AREA (widget);
  double width = width_of (self), height = height_of (self);
  WayMeasure measure = way_painter_get_measure (self->painter);
  WayGraphView view = { .x = self->x, .y = self->y, .width = width / self->scale,
                        .height = height / self->scale };
  cairo_t *cr;

  if (self->layout == NULL)
    return;
  view.detail = self->scale >= READABLE ? WAY_GRAPH_ALL
                : self->scale >= COLORS ? WAY_GRAPH_NAMES
                                        : WAY_GRAPH_COLORS;
  view.focus = gtk_widget_has_focus (widget) ? self->focus : G_MAXUINT;
  way_scene_clear (self->scene);
  way_graph_layout_draw (self->layout, self->nodes, &view, &measure, self->scene);
  if (is_rtl (self))
    way_scene_mirror (self->scene, 2 * self->x + view.width);
  cr = gtk_snapshot_append_cairo (snapshot,
                                  &GRAPHENE_RECT_INIT (0, 0, (float)width, (float)height));
  cairo_rectangle (cr, 0, 0, width, height);
  cairo_clip (cr);
  cairo_scale (cr, self->scale, self->scale);
  cairo_translate (cr, -self->x, -self->y);
  way_painter_paint (self->painter, self->scene,
                     way_palette_get (way_style_get_palette (way_style_get_default ())), cr);
  cairo_destroy (cr);
}

static void
way_milestone_graph_area_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  WayMilestoneGraphArea *self = WAY_MILESTONE_GRAPH_AREA (widget);

  if (self->layout == NULL)
    return;
  if (self->moved)
    move_to (self, self->x, self->y);
  else
    show_first (self);
}

static void
way_milestone_graph_area_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (way_milestone_graph_area_parent_class)->css_changed (widget, change);
  way_painter_set_context (WAY_MILESTONE_GRAPH_AREA (widget)->painter,
                           gtk_widget_get_pango_context (widget));
  gtk_widget_queue_draw (widget);
}

static void
way_milestone_graph_area_finalize (GObject *object)
{
  WayMilestoneGraphArea *self = WAY_MILESTONE_GRAPH_AREA (object);

  g_clear_object (&self->painter);
  g_clear_pointer (&self->scene, way_scene_free);
  g_free (self->description);
  G_OBJECT_CLASS (way_milestone_graph_area_parent_class)->finalize (object);
}

static void
way_milestone_graph_area_class_init (WayMilestoneGraphAreaClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = way_milestone_graph_area_finalize;
  widget_class->snapshot = way_milestone_graph_area_snapshot;
  widget_class->size_allocate = way_milestone_graph_area_size_allocate;
  widget_class->css_changed = way_milestone_graph_area_css_changed;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
  g_signal_new ("open", WAY_TYPE_MILESTONE_GRAPH_AREA, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                G_TYPE_NONE, 1, G_TYPE_UINT);
}

static void
add_controllers (WayMilestoneGraphArea *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkEventController *scroll
      = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES);
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkGesture *drag = gtk_gesture_drag_new (), *pinch = gtk_gesture_zoom_new ();

  g_signal_connect (scroll, "scroll", G_CALLBACK (scroll_cb), self);
  g_signal_connect (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_cb), self);
  g_signal_connect_swapped (focus, "enter", G_CALLBACK (gtk_widget_queue_draw), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (gtk_widget_queue_draw), self);
  g_signal_connect (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  g_signal_connect (drag, "drag-end", G_CALLBACK (drag_end_cb), self);
  g_signal_connect (pinch, "begin", G_CALLBACK (pinch_begin_cb), self);
  g_signal_connect (pinch, "scale-changed", G_CALLBACK (pinch_cb), self);
  gtk_widget_add_controller (widget, scroll);
  gtk_widget_add_controller (widget, motion);
  gtk_widget_add_controller (widget, keys);
  gtk_widget_add_controller (widget, focus);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (drag));
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (pinch));
}

static void
way_milestone_graph_area_init (WayMilestoneGraphArea *self)
{
  self->painter = way_painter_new (NULL);
  self->scene = way_scene_new ();
  self->scale = 1;
  self->focus = G_MAXUINT;
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_hexpand (GTK_WIDGET (self), TRUE);
  gtk_widget_set_vexpand (GTK_WIDGET (self), TRUE);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  g_signal_connect (self, "query-tooltip", G_CALLBACK (query_tooltip_cb), NULL);
  g_signal_connect_object (way_style_get_default (), "changed", G_CALLBACK (gtk_widget_queue_draw),
                           self, G_CONNECT_SWAPPED);
  add_controllers (self);
}

/**
 * way_milestone_graph_area_new:
 * @tell: (scope forever): for tooltips and for who does not see the chart
 *
 * Returns: (transfer floating)
 */
GtkWidget *
way_milestone_graph_area_new (WayGraphTell tell, gpointer data)
{
  WayMilestoneGraphArea *self = g_object_new (WAY_TYPE_MILESTONE_GRAPH_AREA, NULL);

  self->tell = tell;
  self->data = data;
  return GTK_WIDGET (self);
}

void
way_milestone_graph_area_update (WayMilestoneGraphArea *self,
                                 const WayGraphLayout *layout,
                                 const WayGraphNode *nodes,
                                 guint beginning,
                                 const char *description)
{
  self->layout = layout;
  self->nodes = nodes;
  self->beginning = beginning;
  g_free (self->description);
  self->description = g_strdup (description);
  set_focus (self, self->focus < layout->n_nodes ? self->focus : G_MAXUINT);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/**
 * way_milestone_graph_area_zoom:
 * @factor: above 1 = nearer; around the middle of the view
 */
void
way_milestone_graph_area_zoom (WayMilestoneGraphArea *self, double factor)
{
  zoom_at (self, factor, width_of (self) / 2, height_of (self) / 2);
}

/**
 * way_milestone_graph_area_fit:
 *
 * Shows all of it.
 */
void
way_milestone_graph_area_fit (WayMilestoneGraphArea *self)
{
  if (self->layout == NULL)
    return;
  self->moved = TRUE;
  self->scale = fitting_scale (self);
  move_to (self, 0, 0);
}
