/* way-milestone-graph-view.c: WayMilestoneGraphView, which milestone waits for which.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-i18n.h"

#include "ui/milestones/way-milestone-graph-view.h"

#include "chart/way-painter.h"
#include "metrics/way-blockers.h"
#include "metrics/way-milestone-graph.h"
#include "metrics/way-milestone-metrics.h"
#include "metrics/way-rag.h"
#include "ui/milestones/way-initiative-choice.h"
#include "ui/milestones/way-milestone-graph-area.h"
#include "ui/way-window.h"
#include "ui/widgets/way-compat.h"
#include "ui/widgets/way-empty-state.h"
#include "ui/widgets/way-picture.h"

#define STEP 1.25
#define MOST_TOLD 200     /* of milestones, in the text that stands for the chart */
#define PICTURE_SCALE 2.0
#define MOST_PIXELS 16000.0

struct _WayMilestoneGraphView
{
  GtkBox parent_instance;

  WayDocument *document;
  WayMilestoneGraph *graph;
  WayGraphLayout *layout;
  GArray *nodes;           /* of WayGraphNode */
  GStringChunk *words;     /* of the nodes */
  GtkWidget *initiative;
  GtkWidget *summary;
  GtkWidget *stack;
  GtkWidget *area;
  gboolean stale;
};

G_DEFINE_FINAL_TYPE (WayMilestoneGraphView, way_milestone_graph_view, GTK_TYPE_BOX)

/* ------------------------------------------------------------------ the nodes */

/* Translators: the letter in the mark of a green, yellow or red milestone; three that differ */
static const char *const letters[] = { NC_ ("status colour", "G"), NC_ ("status colour", "Y"),
                                       NC_ ("status colour", "R") };

static const char *
keep (WayMilestoneGraphView *self, char *text)
{
  const char *kept = g_string_chunk_insert (self->words, text != NULL ? text : "");

  g_free (text);
  return kept;
}

static char *
format_dates (WayMilestone *milestone)
{
  g_autofree char *forecast = milestone->forecast != WAY_NEVER
                                  ? way_moment_format_short (way_finish_day (milestone->forecast))
                                  : NULL;
  g_autofree char *target = milestone->target_date != WAY_NEVER
                                ? way_moment_format_short (milestone->target_date)
                                : NULL;

  if (way_milestone_is_completed (milestone) && forecast != NULL)
    return g_strdup_printf (_ ("Completed %s"), forecast);
  if (forecast != NULL && target != NULL)
    return g_strdup_printf (_ ("Forecast %s · target %s"), forecast, target);
  if (forecast != NULL)
    return g_strdup_printf (_ ("Forecast %s · no target"), forecast);
  if (target != NULL)
    return g_strdup_printf (_ ("No forecast · target %s"), target);
  return g_strdup (_ ("no date yet"));
}

static void
add_node (WayMilestoneGraphView *self, WayMilestone *milestone)
{
  g_autoptr (WayRagStatus) status = way_rag_of_milestone (self->document, milestone);
  g_autoptr (GPtrArray) blockers = way_blockers_of_milestone (milestone);
  WayPlan *plan = way_document_get_plan (self->document);
  gboolean known = milestone->forecast != WAY_NEVER && milestone->target_date != WAY_NEVER;
  WayGraphNode node = {
    .id = keep (self, way_record_dup_human_id (WAY_RECORD (milestone))),
    .title = keep (self, g_strdup (WAY_RECORD (milestone)->title)),
    .dates = keep (self, format_dates (milestone)),
    .level = status->rag - WAY_RAG_GREEN,
    .late = milestone->variance > 0,
    .critical = way_milestone_is_critical (milestone),
    .done = way_milestone_is_completed (milestone),
  };

  if (known && milestone->variance != 0)
    node.variance = keep (self, way_variance_format (plan, milestone->variance));
  if (blockers->len > 0 && !node.done)
    node.blocked = _ ("Blocked");
  node.letter = g_dpgettext2 (GETTEXT_PACKAGE, "status colour", letters[MIN (node.level, 2)]);
  g_array_append_val (self->nodes, node);
}

/* ------------------------------------------------------------------ words */

/* "MS-003, MS-004"; (transfer full) (nullable). */
static char *
list_ids (const WayMilestoneGraph *graph, GArray *places)
{
  g_autoptr (GString) ids = g_string_new (NULL);

  for (guint i = 0; i < places->len; i++)
    {
      g_autofree char *id = way_record_dup_human_id (
          graph->milestones->pdata[g_array_index (places, guint, i)]);

      g_string_append_printf (ids, "%s%s", i > 0 ? ", " : "", id);
    }
  return ids->len > 0 ? g_string_free (g_steal_pointer (&ids), FALSE) : NULL;
}

/* A line for each thing there is to say. */
static char *
tell (guint node, gpointer data)
{
  WayMilestoneGraphView *self = data;
  WayMilestone *milestone = self->graph->milestones->pdata[node];
  const WayGraphNode *words = &g_array_index (self->nodes, WayGraphNode, node);
  g_autoptr (GArray) before = way_milestone_graph_before (self->graph, node);
  g_autoptr (GArray) after = way_milestone_graph_after (self->graph, node);
  g_autoptr (WayRagStatus) status = way_rag_of_milestone (self->document, milestone);
  g_autoptr (GPtrArray) blockers = way_blockers_of_milestone (milestone);
  g_autofree char *reasons = way_rag_status_to_text (status);
  g_autofree char *blocked = way_blockers_describe (blockers);
  g_autofree char *upstream = list_ids (self->graph, before);
  g_autofree char *downstream = list_ids (self->graph, after);
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, "%s %s\n%s\n%s", words->id, words->title, words->dates, reasons);
  if (words->critical)
    g_string_append_printf (text, "\n%s", _ ("On the critical path: a day later here is a day "
                                             "later at the end of the plan"));
  if (blocked != NULL)
    g_string_append_printf (text, "\n%s", blocked);
  /* Translators: what a milestone waits for; %s is a list of ids, like: MS-003, MS-004 */
  if (upstream != NULL)
    g_string_append_printf (text, _ ("\nWaits for: %s"), upstream);
  /* Translators: what waits for a milestone; %s is a list of ids, like: MS-003, MS-004 */
  if (downstream != NULL)
    g_string_append_printf (text, _ ("\nWaiting for it: %s"), downstream);
  return g_string_free (text, FALSE);
}

static char *
summarise (WayMilestoneGraphView *self)
{
  guint n = self->nodes->len, n_edges = self->graph->edges->len, n_critical = 0, n_blocked = 0;
  g_autofree char *milestones = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u milestone", "%u milestones", n), n);
  g_autofree char *links = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u dependency", "%u dependencies", n_edges), n_edges);
  g_autofree char *critical = NULL, *blocked = NULL;

  for (guint i = 0; i < n; i++)
    {
      n_critical += g_array_index (self->nodes, WayGraphNode, i).critical;
      n_blocked += g_array_index (self->nodes, WayGraphNode, i).blocked != NULL;
    }
  critical = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u on the critical path (double frame, thick lines)",
                   "%u on the critical path (double frame, thick lines)", n_critical),
      n_critical);
  blocked = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u blocked (dashed frame)",
                                          "%u blocked (dashed frame)", n_blocked),
                             n_blocked);
  return g_strdup_printf ("%s · %s · %s · %s", milestones, links, critical, blocked);
}

static char *
describe (WayMilestoneGraphView *self, const char *summary)
{
  GString *text = g_string_new (summary);

  for (guint i = 0; i < MIN (self->nodes->len, MOST_TOLD); i++)
    {
      g_autofree char *told = tell (i, self);

      g_strdelimit (told, "\n", ';');
      g_string_append_printf (text, "\n%s", told);
    }
  return g_string_free (text, FALSE);
}

/* ------------------------------------------------------------------ showing */

/* Where there is something to do: the first open milestone of the critical chain, else of all. */
static guint
find_beginning (WayMilestoneGraphView *self)
{
  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < self->nodes->len; i++)
      {
        const WayGraphNode *node = &g_array_index (self->nodes, WayGraphNode, i);

        if (!node->done && (pass == 1 || node->critical))
          return i;
      }
  return 0;
}

static void
show (WayMilestoneGraphView *self)
{
  gint64 initiative = way_initiative_choice_get (WAY_INITIATIVE_CHOICE (self->initiative));
  WayMilestoneGraph *graph = way_milestone_graph_new (self->document, initiative);
  g_autoptr (GArray) edges = g_array_new (FALSE, FALSE, sizeof (WayGraphEdge));
  g_autofree char *summary = NULL, *description = NULL;

  for (guint i = 0; i < graph->edges->len; i++)
    {
      const WayMilestoneEdge *from = &g_array_index (graph->edges, WayMilestoneEdge, i);
      WayGraphEdge edge = { from->from, from->to, from->critical };

      g_array_append_val (edges, edge);
    }
  g_clear_pointer (&self->graph, way_milestone_graph_free);
  g_clear_pointer (&self->layout, way_graph_layout_free);
  self->graph = graph;
  self->layout = way_graph_layout_new (graph->milestones->len,
                                       (WayGraphEdge *)(gpointer)edges->data, edges->len);
  g_array_set_size (self->nodes, 0);
  g_string_chunk_clear (self->words);
  for (guint i = 0; i < graph->milestones->len; i++)
    add_node (self, graph->milestones->pdata[i]);
  summary = summarise (self);
  description = describe (self, summary);
  gtk_label_set_text (GTK_LABEL (self->summary), summary);
  way_milestone_graph_area_update (WAY_MILESTONE_GRAPH_AREA (self->area), self->layout,
                                   (WayGraphNode *)(gpointer)self->nodes->data,
                                   find_beginning (self), description);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack),
                                    self->nodes->len > 0 ? "graph" : "none");
}

static void
open_cb (WayMilestoneGraphView *self, guint node)
{
  g_signal_emit_by_name (self, "open", self->graph->milestones->pdata[node]);
}

/**
 * way_milestone_graph_view_refresh:
 *
 * Shows the graph as it is now, at once when the view is seen.
 */
void
way_milestone_graph_view_refresh (WayMilestoneGraphView *self)
{
  self->stale = !gtk_widget_get_mapped (GTK_WIDGET (self));
  if (self->stale)
    return;
  way_initiative_choice_fill (WAY_INITIATIVE_CHOICE (self->initiative), self->document);
  show (self);
}

/* ------------------------------------------------------------------ pictures */

/* The whole graph, as on paper. */
typedef struct
{
  WayPainter *painter;
  WayScene *scene;
  const WayPalette *palette;
  double width, height;
} Picture;

static void
picture_init (Picture *picture, WayMilestoneGraphView *self)
{
  WayMeasure measure;

  picture->painter = way_painter_new (NULL);
  picture->scene = way_scene_new ();
  picture->palette = way_palette_get (WAY_PALETTE_PRINT);
  picture->width = MAX (self->layout->width, 1);
  picture->height = MAX (self->layout->height, 1);
  measure = way_painter_get_measure (picture->painter);
  way_graph_layout_draw (self->layout, (WayGraphNode *)(gpointer)self->nodes->data, NULL, &measure,
                         picture->scene);
}

static void
picture_clear (Picture *picture)
{
  g_object_unref (picture->painter);
  way_scene_free (picture->scene);
}

static cairo_surface_t *
picture_paint (const Picture *picture, GError **error)
{
  return way_painter_to_surface (picture->painter, picture->scene, picture->palette,
                                 picture->width, picture->height,
                                 MIN (PICTURE_SCALE,
                                      MOST_PIXELS / MAX (picture->width, picture->height)),
                                 error);
}

/* By the name's suffix; PNG unless it says otherwise. */
static gboolean
picture_write (const Picture *picture, const char *path, GError **error)
{
  g_autofree char *svg = NULL;
  cairo_surface_t *surface;
  gboolean written;

  if (g_str_has_suffix (path, ".pdf"))
    return way_painter_write_pdf (picture->painter, picture->scene, picture->palette,
                                  picture->width, picture->height, path, error);
  if (g_str_has_suffix (path, ".svg"))
    {
      svg = way_painter_to_svg (picture->painter, picture->scene, picture->palette,
                                picture->width, picture->height, error);
      return svg != NULL && g_file_set_contents (path, svg, -1, error);
    }
  surface = picture_paint (picture, error);
  written = surface != NULL && way_painter_save_png (surface, path, error);
  g_clear_pointer (&surface, cairo_surface_destroy);
  return written;
}

static void
write_file (WayMilestoneGraphView *self, const char *path)
{
  g_autoptr (GError) error = NULL;
  Picture picture;

  picture_init (&picture, self);
  if (picture_write (&picture, path, &error))
    way_window_toast (GTK_WIDGET (self), _ ("The picture was saved."), NULL, NULL);
  else
    way_window_report_error (GTK_WIDGET (self), error);
  picture_clear (&picture);
}

static void
file_chosen_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (WayMilestoneGraphView) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = way_compat_file_finish (result, &error);
  const char *path = file != NULL ? g_file_peek_path (file) : NULL;

  if (path != NULL)
    write_file (self, path);
  else if (file != NULL)
    way_window_toast (GTK_WIDGET (self), _ ("Pictures can be saved in local folders only."), NULL,
                      NULL);
}

static void
save_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  const char *const filters[] = { _ ("PNG pictures|*.png"), _ ("SVG drawings|*.svg"),
                                  _ ("PDF documents|*.pdf"), NULL };
  g_autoptr (GFile) proposed
      = g_file_new_build_filename (g_get_home_dir (), _ ("milestones.png"), NULL);

  if (WAY_MILESTONE_GRAPH_VIEW (widget)->layout != NULL)
    way_compat_save_file (widget, _ ("Save the graph"), proposed, filters, NULL,
                          file_chosen_cb, g_object_ref (widget));
}

static void
copy_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WayMilestoneGraphView *self = WAY_MILESTONE_GRAPH_VIEW (widget);
  g_autoptr (GError) error = NULL;
  cairo_surface_t *surface;
  Picture picture;

  if (self->layout == NULL)
    return;
  picture_init (&picture, self);
  surface = picture_paint (&picture, &error);
  picture_clear (&picture);
  if (surface == NULL)
    {
      way_window_report_error (widget, error);
      return;
    }
  way_picture_copy (widget, surface);
  way_window_toast (widget, _ ("The chart is on the clipboard as a picture."), NULL, NULL);
}

static void
zoom_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WayMilestoneGraphArea *area
      = WAY_MILESTONE_GRAPH_AREA (WAY_MILESTONE_GRAPH_VIEW (widget)->area);

  if (g_str_equal (name, "graph.fit"))
    way_milestone_graph_area_fit (area);
  else
    way_milestone_graph_area_zoom (area, g_str_equal (name, "graph.zoom-in") ? STEP : 1 / STEP);
}

/* ------------------------------------------------------------------ the widget */

static void
way_milestone_graph_view_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (way_milestone_graph_view_parent_class)->map (widget);
  if (WAY_MILESTONE_GRAPH_VIEW (widget)->stale)
    way_milestone_graph_view_refresh (WAY_MILESTONE_GRAPH_VIEW (widget));
}

static gboolean
way_milestone_graph_view_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (WAY_MILESTONE_GRAPH_VIEW (widget)->area);
}

static void
way_milestone_graph_view_dispose (GObject *object)
{
  g_clear_object (&WAY_MILESTONE_GRAPH_VIEW (object)->document);
  G_OBJECT_CLASS (way_milestone_graph_view_parent_class)->dispose (object);
}

static void
way_milestone_graph_view_finalize (GObject *object)
{
  WayMilestoneGraphView *self = WAY_MILESTONE_GRAPH_VIEW (object);

  g_clear_pointer (&self->graph, way_milestone_graph_free);
  g_clear_pointer (&self->layout, way_graph_layout_free);
  g_array_unref (self->nodes);
  g_string_chunk_free (self->words);
  G_OBJECT_CLASS (way_milestone_graph_view_parent_class)->finalize (object);
}

static void
way_milestone_graph_view_class_init (WayMilestoneGraphViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = way_milestone_graph_view_dispose;
  G_OBJECT_CLASS (klass)->finalize = way_milestone_graph_view_finalize;
  widget_class->map = way_milestone_graph_view_map;
  widget_class->grab_focus = way_milestone_graph_view_grab_focus;
  gtk_widget_class_install_action (widget_class, "graph.copy", NULL, copy_cb);
  gtk_widget_class_install_action (widget_class, "graph.save", NULL, save_cb);
  gtk_widget_class_install_action (widget_class, "graph.zoom-in", NULL, zoom_cb);
  gtk_widget_class_install_action (widget_class, "graph.zoom-out", NULL, zoom_cb);
  gtk_widget_class_install_action (widget_class, "graph.fit", NULL, zoom_cb);
  g_signal_new ("open", WAY_TYPE_MILESTONE_GRAPH_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                G_TYPE_NONE, 1, WAY_TYPE_RECORD);
}

static void
add_button (GtkWidget *bar, const char *icon, const char *action, const char *tooltip)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, tooltip,
                                  -1);
  gtk_box_append (GTK_BOX (bar), button);
}

static GtkWidget *
build_bar (WayMilestoneGraphView *self)
{
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *picture = gtk_menu_button_new (), *fit = gtk_button_new_with_label (_ ("Fit"));
  g_autoptr (GMenu) menu = g_menu_new ();

  self->initiative = way_initiative_choice_new ();
  g_signal_connect_swapped (self->initiative, "chosen", G_CALLBACK (show), self);
  self->summary = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->summary), 0);
  gtk_label_set_wrap (GTK_LABEL (self->summary), TRUE);
  gtk_widget_set_hexpand (self->summary, TRUE);
  gtk_widget_add_css_class (self->summary, "secondary");
  g_menu_append (menu, _ ("_Copy as picture"), "graph.copy");
  g_menu_append (menu, _ ("_Save as picture or PDF…"), "graph.save");
  gtk_menu_button_set_label (GTK_MENU_BUTTON (picture), _ ("Picture"));
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (picture), G_MENU_MODEL (menu));
  gtk_box_append (GTK_BOX (bar), self->initiative);
  gtk_box_append (GTK_BOX (bar), self->summary);
  add_button (bar, "list-remove-symbolic", "graph.zoom-out", _ ("Zoom out (−)"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (fit), "graph.fit");
  gtk_widget_set_tooltip_text (fit, _ ("Show all (0)"));
  gtk_box_append (GTK_BOX (bar), fit);
  add_button (bar, "list-add-symbolic", "graph.zoom-in", _ ("Zoom in (+)"));
  gtk_box_append (GTK_BOX (bar), picture);
  gtk_widget_add_css_class (bar, "toolbar-row");
  return bar;
}

static void
way_milestone_graph_view_init (WayMilestoneGraphView *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  self->nodes = g_array_new (FALSE, FALSE, sizeof (WayGraphNode));
  self->words = g_string_chunk_new (4096);
  self->stale = TRUE;
  self->stack = way_compat_stack_new ();
  self->area = way_milestone_graph_area_new (tell, self);
  g_signal_connect_swapped (self->area, "open", G_CALLBACK (open_cb), self);
  gtk_stack_add_named (GTK_STACK (self->stack), self->area, "graph");
  gtk_stack_add_named (
      GTK_STACK (self->stack),
      way_empty_state_new ("waymark-milestone-symbolic", _ ("No milestones yet"),
                           _ ("Once there are milestones, this chart shows which of them waits "
                              "for which, by the links of their rows in the timeline."),
                           _ ("_New milestone"), "milestones.add"),
      "none");
  gtk_widget_set_vexpand (self->stack, TRUE);
  gtk_box_append (GTK_BOX (self), build_bar (self));
  gtk_box_append (GTK_BOX (self), self->stack);
}

/**
 * way_milestone_graph_view_new:
 *
 * Returns: (transfer floating)
 */
GtkWidget *
way_milestone_graph_view_new (WayDocument *document)
{
  WayMilestoneGraphView *self = g_object_new (WAY_TYPE_MILESTONE_GRAPH_VIEW, NULL);

  self->document = g_object_ref (document);
  return GTK_WIDGET (self);
}
