/* way-risk-matrix-view.c: WayRiskMatrixView, the risk matrix by hand.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-i18n.h"

#include "ui/registers/way-risk-matrix-view.h"

#include "ui/way-window.h"
#include "ui/widgets/way-chart-area.h"

#define LEAST_WIDTH 380
#define DRAG_THRESHOLD 4.0

struct _WayRiskMatrixView
{
  GtkBox parent_instance;

  WayDocument *document;
  GtkWidget *area;
  WayRiskMatrix matrix; /* .risks is owned; .selected and .dragged are among them */
};

G_DEFINE_FINAL_TYPE (WayRiskMatrixView, way_risk_matrix_view, GTK_TYPE_BOX)

enum
{
  CELL_CHOSEN,
  RISK_CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static double
draw (double width, const WayMeasure *measure, WayScene *scene, gpointer data)
{
  WayRiskMatrixView *self = data;

  return way_risk_matrix_layout (&self->matrix, width, measure, scene);
}

/* How many stand in each cell, for those who do not see it. */
static char *
describe (WayRiskMatrixView *self)
{
  GString *text = g_string_new (_ ("Risk matrix"));

  for (guint i = 0; i < self->matrix.risks->len; i++)
    {
      WayRisk *risk = self->matrix.risks->pdata[i];
      WayRiskCell cell = way_risk_get_cell (risk, self->matrix.rating);
      g_autofree char *human_id = way_record_dup_human_id (WAY_RECORD (risk));

      if (cell.probability == 0 || cell.impact == 0)
        continue;
      /* Translators: where a risk stands: its id, then two of Low, Medium, High */
      g_string_append_printf (text, _ ("; %s: probability %s, impact %s"), human_id,
                              way_enum_label (&way_enum_rating, cell.probability),
                              way_enum_label (&way_enum_rating, cell.impact));
    }
  return g_string_free (text, FALSE);
}

static void
update (WayRiskMatrixView *self)
{
  g_autofree char *text = describe (self);

  way_chart_area_update (WAY_CHART_AREA (self->area), text);
}

/* ------------------------------------------------------------------ rating anew */

static void
set_cell (WayRiskMatrixView *self, WayRisk *risk, WayRiskCell cell)
{
  static const char *const fields[WAY_N_RISK_RATINGS][2] = {
    [WAY_RISK_INHERENT] = { "probability", "impact" },
    [WAY_RISK_CURRENT] = { "current_probability", "current_impact" },
    [WAY_RISK_TARGET] = { "target_probability", "target_impact" },
  };
  WayRiskCell before = way_risk_get_cell (risk, self->matrix.rating);
  g_autofree char *step = NULL;
  g_autoptr (GError) error = NULL;

  if (cell.probability == 0 || way_document_is_read_only (self->document)
      || (cell.probability == before.probability && cell.impact == before.impact))
    return;
  step = g_strdup_printf (_ ("Rate “%s”"), WAY_RECORD (risk)->title);
  way_document_begin (self->document, step);
  way_document_set_int (self->document, WAY_RECORD (risk), fields[self->matrix.rating][0],
                        cell.probability);
  way_document_set_int (self->document, WAY_RECORD (risk), fields[self->matrix.rating][1],
                        cell.impact);
  if (way_document_commit (self->document, &error))
    way_window_toast (GTK_WIDGET (self), step, _ ("Undo"), "win.undo");
  else
    way_window_report_error (GTK_WIDGET (self), error);
}

static void
choose_cell (WayRiskMatrixView *self, WayRiskCell cell)
{
  if (cell.probability == self->matrix.chosen.probability
      && cell.impact == self->matrix.chosen.impact)
    cell = (WayRiskCell){ 0, 0 };
  self->matrix.chosen = cell;
  update (self);
  g_signal_emit (self, signals[CELL_CHOSEN], 0);
}

/* ------------------------------------------------------------------ the mouse */

static void
drag_begin_cb (GtkGestureDrag *gesture, double x, double y, WayRiskMatrixView *self)
{
  WayMeasure measure = way_chart_area_get_measure (WAY_CHART_AREA (self->area));
  double width = way_chart_area_to_scene (WAY_CHART_AREA (self->area), &x, &y);

  gtk_widget_grab_focus (self->area);
  self->matrix.dragged = way_risk_matrix_risk_at (&self->matrix, width, &measure, x, y);
  self->matrix.x = x;
  self->matrix.y = y;
}

/* Where the pointer is now, for the matrix. Returns: the width of the matrix */
static double
follow (WayRiskMatrixView *self, GtkGestureDrag *gesture, double dx, double dy)
{
  double x = 0, y = 0, width; /* a drag that was cancelled has no start any more */

  gtk_gesture_drag_get_start_point (gesture, &x, &y);
  x += dx;
  y += dy;
  width = way_chart_area_to_scene (WAY_CHART_AREA (self->area), &x, &y);
  self->matrix.x = x;
  self->matrix.y = y;
  return width;
}

static void
drag_update_cb (GtkGestureDrag *gesture, double x, double y, WayRiskMatrixView *self)
{
  if (self->matrix.dragged == NULL)
    return;
  follow (self, gesture, x, y);
  gtk_widget_queue_draw (self->area);
}

static void
drag_end_cb (GtkGestureDrag *gesture, double x, double y, WayRiskMatrixView *self)
{
  WayRisk *risk = self->matrix.dragged;
  double width = follow (self, gesture, x, y);
  gboolean moved = ABS (x) + ABS (y) > DRAG_THRESHOLD;
  WayRiskCell cell = way_risk_matrix_cell_at (width, self->matrix.x, self->matrix.y);

  self->matrix.dragged = NULL;
  update (self);
  if (risk != NULL && moved)
    set_cell (self, risk, cell);
  else if (risk != NULL)
    g_signal_emit (self, signals[RISK_CHOSEN], 0, risk);
  else if (cell.probability != 0 && !moved)
    choose_cell (self, cell);
}

/* The risk goes back where it was. */
static void
drag_cancel_cb (GtkGesture *gesture, GdkEventSequence *sequence, WayRiskMatrixView *self)
{
  self->matrix.dragged = NULL;
  gtk_widget_queue_draw (self->area);
}

/* ------------------------------------------------------------------ keys */

static WayRiskCell
step (WayRiskCell from, guint keyval, gboolean rtl)
{
  WayRiskCell to = from.probability != 0 ? from : (WayRiskCell){ 3, 3 };

  if (from.probability == 0)
    return to;
  if (keyval == GDK_KEY_Up)
    to.probability++;
  else if (keyval == GDK_KEY_Down)
    to.probability--;
  else if ((keyval == GDK_KEY_Right) != rtl)
    to.impact++;
  else
    to.impact--;
  to.probability = CLAMP (to.probability, 1, 3);
  to.impact = CLAMP (to.impact, 1, 3);
  return to;
}

/* At the edge the choice stays as it is. */
static void
choose_beside (WayRiskMatrixView *self, guint keyval, gboolean rtl)
{
  WayRiskCell chosen = self->matrix.chosen;
  WayRiskCell cell = step (chosen, keyval, rtl);

  if (cell.probability != chosen.probability || cell.impact != chosen.impact)
    choose_cell (self, cell);
}

/* The next risk of the chosen cell, or of all. */
static void
select_next (WayRiskMatrixView *self)
{
  guint n = self->matrix.risks->len, from = 0;

  if (self->matrix.selected != NULL
      && g_ptr_array_find (self->matrix.risks, self->matrix.selected, &from))
    from++;
  for (guint i = 0; i < n; i++)
    {
      WayRisk *risk = self->matrix.risks->pdata[(from + i) % n];

      if (!way_risk_matrix_view_lets (self, risk))
        continue;
      g_signal_emit (self, signals[RISK_CHOSEN], 0, risk);
      return;
    }
}

/* The chosen cell goes with the risk that was seen in it. */
static void
move_selected (WayRiskMatrixView *self, guint keyval, gboolean rtl)
{
  WayRisk *risk = self->matrix.selected;
  WayRiskCell before = way_risk_get_cell (risk, self->matrix.rating);
  WayRiskCell after = step (before, keyval, rtl);
  WayRiskCell chosen = self->matrix.chosen;
  gboolean goes_along = before.probability != 0 && chosen.probability == before.probability
                        && chosen.impact == before.impact;

  if (goes_along)
    self->matrix.chosen = after; /* the list asks for it while the change is taken in */
  set_cell (self, risk, after);
  if (goes_along)
    self->matrix.chosen = way_risk_get_cell (risk, self->matrix.rating); /* it may be refused */
}

static gboolean
key_cb (GtkEventControllerKey *controller,
        guint keyval,
        guint keycode,
        GdkModifierType state,
        WayRiskMatrixView *self)
{
  gboolean rtl = gtk_widget_get_direction (self->area) == GTK_TEXT_DIR_RTL;

  switch (keyval)
    {
    case GDK_KEY_Up:
    case GDK_KEY_Down:
    case GDK_KEY_Left:
    case GDK_KEY_Right:
      if ((state & GDK_ALT_MASK) == 0)
        choose_beside (self, keyval, rtl);
      else if (self->matrix.selected != NULL)
        move_selected (self, keyval, rtl);
      return GDK_EVENT_STOP;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_space:
      select_next (self);
      return GDK_EVENT_STOP;
    case GDK_KEY_Escape:
      if (self->matrix.chosen.probability == 0)
        return GDK_EVENT_PROPAGATE;
      choose_cell (self, self->matrix.chosen);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static void
way_risk_matrix_view_finalize (GObject *object)
{
  WayRiskMatrixView *self = WAY_RISK_MATRIX_VIEW (object);

  g_ptr_array_unref (self->matrix.risks);
  g_clear_object (&self->document);
  G_OBJECT_CLASS (way_risk_matrix_view_parent_class)->finalize (object);
}

static void
way_risk_matrix_view_class_init (WayRiskMatrixViewClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = way_risk_matrix_view_finalize;
  signals[CELL_CHOSEN] = g_signal_new ("cell-chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                       0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[RISK_CHOSEN] = g_signal_new ("risk-chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                       0, NULL, NULL, NULL, G_TYPE_NONE, 1, WAY_TYPE_RISK);
}

static void
way_risk_matrix_view_init (WayRiskMatrixView *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->matrix.risks = g_ptr_array_new_with_free_func (g_object_unref);
  self->matrix.rating = WAY_RISK_CURRENT;
  self->area = way_chart_area_new (draw, self);
  way_chart_area_set_least_width (WAY_CHART_AREA (self->area), LEAST_WIDTH);
  gtk_widget_set_hexpand (self->area, TRUE);
  gtk_box_append (GTK_BOX (self), self->area);
  gtk_widget_set_focusable (self->area, TRUE);
  gtk_widget_add_css_class (self->area, "risk-matrix");
  gtk_widget_set_tooltip_text (self->area, _ ("Arrows choose a cell, Enter a risk in it; Alt and an "
                                              "arrow rate that risk anew"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Risk matrix"), -1);
  g_signal_connect (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  g_signal_connect (drag, "drag-end", G_CALLBACK (drag_end_cb), self);
  g_signal_connect (drag, "cancel", G_CALLBACK (drag_cancel_cb), self);
  gtk_widget_add_controller (self->area, GTK_EVENT_CONTROLLER (drag));
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (self->area, keys);
}

/**
 * way_risk_matrix_view_new:
 *
 * Returns: (transfer floating)
 */
GtkWidget *
way_risk_matrix_view_new (WayDocument *document)
{
  WayRiskMatrixView *self = g_object_new (WAY_TYPE_RISK_MATRIX_VIEW, NULL);

  self->document = g_object_ref (document);
  way_risk_matrix_view_refresh (self);
  return GTK_WIDGET (self);
}

/**
 * way_risk_matrix_view_refresh:
 *
 * Shows the open risks as they are now.
 */
void
way_risk_matrix_view_refresh (WayRiskMatrixView *self)
{
  GPtrArray *all = way_plan_peek_records (way_document_get_plan (self->document), &way_risk_type);
  WayRisk *selected = self->matrix.selected;

  g_ptr_array_set_size (self->matrix.risks, 0);
  self->matrix.selected = NULL;
  self->matrix.dragged = NULL;
  for (guint i = 0; i < all->len; i++)
    if (way_risk_is_open (all->pdata[i]))
      {
        g_ptr_array_add (self->matrix.risks, g_object_ref (all->pdata[i]));
        if (all->pdata[i] == selected)
          self->matrix.selected = selected;
      }
  update (self);
}

/**
 * way_risk_matrix_view_set_rating:
 * @rating: by which the risks stand, and which a drag changes
 */
void
way_risk_matrix_view_set_rating (WayRiskMatrixView *self, WayRiskRating rating)
{
  self->matrix.rating = rating;
  update (self);
}

/**
 * way_risk_matrix_view_select:
 * @risk: (nullable): whose way from inherent to target is drawn
 */
void
way_risk_matrix_view_select (WayRiskMatrixView *self, WayRisk *risk)
{
  self->matrix.selected = risk != NULL && g_ptr_array_find (self->matrix.risks, risk, NULL) ? risk : NULL;
  gtk_widget_queue_draw (self->area);
}

/**
 * way_risk_matrix_view_lets:
 *
 * Returns: whether @risk stands in the chosen cell; all do when none is chosen
 */
gboolean
way_risk_matrix_view_lets (WayRiskMatrixView *self, WayRisk *risk)
{
  WayRiskCell chosen = self->matrix.chosen;
  WayRiskCell cell = way_risk_get_cell (risk, self->matrix.rating);

  return chosen.probability == 0
         || (way_risk_is_open (risk) && cell.probability == chosen.probability
             && cell.impact == chosen.impact);
}
