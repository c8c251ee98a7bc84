/* way-gantt-view-private.h: what the files of the chart's widget share.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "chart/way-gantt-layout.h"
#include "chart/way-painter.h"
#include "ui/timeline/way-gantt-drag.h"
#include "ui/timeline/way-gantt-view.h"

G_BEGIN_DECLS

/* As the row of a press: there is none, or what was pressed has gone. */
#define WAY_NO_PRESS (-2)

struct _WayGanttView
{
  GtkWidget parent_instance;

  WayTaskRows *rows;
  WayDocument *document;
  GtkSelectionModel *selection;

  GtkAdjustment *hadjustment, *vadjustment;
  GtkAdjustment *position;        /* (nullable): vertically, of the frame being painted */
  WayMoment range_from, range_to; /* what the horizontal scroll bar stands for */
  WayMoment plan_from, plan_to;   /* WAY_NEVER in an empty plan */
  gboolean configuring;           /* our own change of the adjustment: not a scroll */
  gboolean stale;                 /* the layout's rows are not the present ones */
  guint64 shape;                  /* of the plan, as the layout has it */
  gboolean first;                 /* nothing has been shown yet: there was no width */
  gboolean fitted;                /* shows the whole plan, and goes on to while resized */

  WayTimeScale scale;
  WayGanttOptions options;
  WayGanttLayout *layout;
  WayScene *scene;
  WayPainter *painter;
  const WayPalette *palette;
  int header_height;
  char *zoom_label;
  guint zoom_label_idle;

  /* Input. */
  GHashTable *cursors;            /* owned name → GdkCursor: those that have been shown */
  double pointer_x, pointer_y;    /* negative: outside */
  WayGanttDrag *drag;             /* (nullable): while one is on */
  WayTask *link_from, *link_to;   /* (nullable), owned: of the link that keys make */
  gboolean link_from_finish, link_to_finish, link_refused;
  GArray *link_shifts;            /* (nullable): of WayShift: what that link would move */
  WayGanttHit press;              /* what was under the press */
  WayMoment press_moment;
  double press_x, press_y;
  gboolean press_on_header;
  gboolean pan;                   /* the chart itself is held: scrolls */
  double pan_h, pan_v;
  gboolean space;                 /* Space is held: a press pans */
  GdkModifierType modifiers;      /* of the drag: Shift finer, Control without snap, Alt keep */
  guint drag_frame;               /* tick callback of the drag */
  gint64 drag_frame_time;         /* µs, of its last frame */
  gboolean step_wanted;           /* the drag has not followed the pointer yet */
  double pinch_scale;
  GString *typed;                 /* the beginning of a name that is looked for */
  gint64 typed_time;              /* µs, of its last letter */
  gboolean dropped;               /* the pointer rests where it let go: no tooltip there */
};

enum
{
  WAY_GANTT_ACTIVATED,
  WAY_GANTT_MENU_REQUESTED,
  WAY_GANTT_MESSAGE,
  WAY_GANTT_ERROR,
  WAY_GANTT_ROW_WANTED,
  WAY_GANTT_OPTIONS_CHANGED,
  WAY_GANTT_DRAWN,
  WAY_GANTT_LINK_ACTIVATED,
  WAY_N_GANTT_SIGNALS,
};

extern guint way_gantt_view_signals[WAY_N_GANTT_SIGNALS];

/* way-gantt-view.c */
void      way_gantt_view_ensure_fresh  (WayGanttView *self);
double    way_gantt_view_body_height   (WayGanttView *self);
double    way_gantt_view_scroll_y      (WayGanttView *self);

/* way-gantt-time.c */
void      way_gantt_view_read_plan_range (WayGanttView *self);
/* What the scroll bar stands for is counted anew. */
void      way_gantt_view_reset_range   (WayGanttView *self);
/* The adjustment says where the scale stands. */
void      way_gantt_view_configure_time (WayGanttView *self);
void      way_gantt_view_hvalue_changed_cb (GtkAdjustment *adjustment, WayGanttView *self);
/* The first look at a plan. */
void      way_gantt_view_show_first    (WayGanttView *self);
/* The moment under @x of the widget. */
void      way_gantt_view_scroll_time   (WayGanttView *self, double pixels);
void      way_gantt_view_zoom_at       (WayGanttView *self, double minutes_per_pixel, double x);
/* @state: Shift is finer, Control is without snap */
gint64    way_gantt_view_snap_of       (WayGanttView *self, GdkModifierType state);

/* way-gantt-draw.c */
void      way_gantt_view_update_layout (WayGanttView *self);
void      way_gantt_view_draw          (WayGanttView *self, GtkSnapshot *snapshot);

/* way-gantt-input.c */
void        way_gantt_view_add_input     (WayGanttView *self);
void        way_gantt_view_pinch         (WayGanttView *self, double scale, double x);
WayGanttHit way_gantt_view_pick          (WayGanttView *self, double x, double y);
void        way_gantt_view_show_cursor   (WayGanttView *self, const char *name);
/* The pointer takes the shape of what a press would do where it is. */
void        way_gantt_view_update_cursor (WayGanttView *self);

/* way-gantt-grab.c */
typedef enum
{
  WAY_GRAB_NOTHING,
  WAY_GRAB_PAN,   /* scrolls the chart */
  WAY_GRAB_DRAW,  /* a new task */
  WAY_GRAB_PART,  /* what the hit says */
} WayGrab;

void        way_gantt_view_add_grab      (WayGanttView *self);
/* What a press and drag at that place would do. */
WayGrab     way_gantt_view_grab_at       (WayGanttView *self, const WayGanttHit *hit, double y);
void        way_gantt_view_want_step     (WayGanttView *self);
void        way_gantt_view_end_drag      (WayGanttView *self);

G_END_DECLS
