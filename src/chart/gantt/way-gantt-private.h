/* way-gantt-private.h: what the parts of the Gantt layout share.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "chart/way-gantt-layout.h"

G_BEGIN_DECLS

/* Of a row 30 high; everything scales with the row. */
#define WAY_GANTT_ROW 30.0
#define WAY_GANTT_BAR 13.0
#define WAY_GANTT_TALL_BAR 18.0 /* with labels inside */
#define WAY_GANTT_DIAMOND 15.0
#define WAY_GANTT_RADIUS 3.5
#define WAY_GANTT_HANDLE 7.0 /* from a bar's end to the centre of its link handle */

/* Every link between two shown rows, so that those which touch or cross the visible
 * rows are found without looking at the others. */
typedef struct _WayGanttLinkIndex WayGanttLinkIndex;

struct _WayGanttLayout
{
  GObject parent_instance;

  WayDocument *document;
  WayTask *const *rows;      /* (unowned) */
  guint n_rows;
  int *row_of;               /* by place in the outline; −1 = not shown */
  guint n_outline;
  WayGanttFindShift find_shift; /* (nullable): nothing would move */
  gpointer find_shift_data;
  WayGanttLinkIndex *index;  /* (nullable): built when links are first wanted */
  GArray *ends;              /* (nullable): of what it is built, as of ends_shape */
  guint64 ends_shape;
  GPtrArray *initiatives;    /* (nullable): of WayInitiative by place in the outline, until the
                              * document changes; found when bars are first coloured by them */

  /* Of the last update. */
  WayTimeScale scale;
  WayGanttOptions options;
  double width, height, scroll;
  guint first_row, end_row;  /* visible: first_row … end_row − 1 */
  GArray *bars;              /* of WayGanttBar */
  GArray *pieces;            /* of WayGanttPiece */
  GArray *links;             /* of WayGanttLink */
  GArray *columns, *lanes;   /* what the links have taken, see way-gantt-route.c */
  GStringChunk *labels;

  /* Fields looked up once. */
  const WayField *milestone_task, *assignment_task;
};

static inline double
way_gantt_unit (const WayGanttLayout *self)
{
  return self->options.row_height / WAY_GANTT_ROW;
}

static inline gboolean
way_gantt_is_emphasised (const WayGanttLayout *self, gconstpointer record)
{
  return self->options.emphasis != NULL && g_hash_table_contains (self->options.emphasis, record);
}

static inline double
way_gantt_row_y (const WayGanttLayout *self, guint row)
{
  return row * self->options.row_height - self->scroll;
}

static inline gboolean
way_gantt_has_inside_labels (const WayGanttLayout *self)
{
  return self->options.labels[WAY_LABEL_INSIDE] != WAY_LABEL_NONE;
}

static inline gboolean
way_gantt_shows_critical (const WayGanttLayout *self)
{
  return self->options.critical || self->options.color == WAY_COLOR_BY_CRITICAL;
}

WayBarKind    way_gantt_bar_kind    (const WayTask *task);
gboolean      way_gantt_bar_ends    (WayGanttLayout *self, const WayTask *task, double *x0,
                                     double *x1);
double        way_gantt_bar_middle  (WayGanttLayout *self, guint row, WayBarKind kind);
void          way_gantt_bar_fill    (WayGanttLayout *self, guint row, WayGanttBar *bar);
WayMilestone *way_gantt_milestone_of (WayGanttLayout *self, const WayTask *task);
void          way_gantt_color_bar   (WayGanttLayout *self, WayGanttBar *bar);
void          way_gantt_label_bar   (WayGanttLayout *self, WayGanttBar *bar);
gboolean      way_gantt_meets_label (const WayGanttBar *bar, double from, double to);

/* Where the picture goes. */
typedef struct
{
  WayGanttLayout *layout;
  WayScene *scene;
  double unit;
} WayGanttCanvas;

/* Shapes are cut this far outside the view: Cairo counts in 24 bits. */
#define WAY_GANTT_OUTSIDE 40.0

static inline double
way_gantt_cut_x (const WayGanttCanvas *canvas, double x)
{
  return CLAMP (x, -WAY_GANTT_OUTSIDE, canvas->layout->width + WAY_GANTT_OUTSIDE);
}

static inline gboolean
way_gantt_sees (const WayGanttCanvas *canvas, double x0, double x1)
{
  return x1 >= -WAY_GANTT_OUTSIDE / 2 && x0 <= canvas->layout->width + WAY_GANTT_OUTSIDE / 2;
}

void          way_gantt_append_bands (const WayGanttCanvas *canvas);
void          way_gantt_append_progress_line (const WayGanttCanvas *canvas);
void          way_gantt_append_links (const WayGanttCanvas *canvas);
void          way_gantt_append_link  (const WayGanttCanvas *canvas, const WayGanttLink *link);

void          way_gantt_links_update (WayGanttLayout *self);
void          way_gantt_link_index_free (WayGanttLinkIndex *index);
GArray       *way_gantt_tracks_new (void);
void          way_gantt_route (WayGanttLayout *self, WayGanttLink *link);

G_END_DECLS
