/* way-timeline-page-private.h: what the files of the timeline page share.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ui/timeline/view/way-filter-bar.h"
#include "ui/timeline/way-gantt-view.h"
#include "ui/timeline/way-legend-bar.h"
#include "ui/timeline/way-overview-strip.h"
#include "ui/timeline/way-task-tree.h"
#include "ui/timeline/way-timeline-page.h"
#include "ui/timeline/way-timeline-panel.h"
#include "ui/widgets/way-banner.h"

G_BEGIN_DECLS

struct _WayTimelinePage
{
  WayPage parent_instance;

  WayTaskRows *rows;
  GtkMultiSelection *selection;
  WayTaskTree *tree;          /* (unowned), like the widgets below */
  WayGanttView *chart;
  WayLegendBar *legend;
  WayOverviewStrip *overview;
  GtkStack *stack;            /* "tasks" or "empty" */
  GtkPaned *paned;
  int tree_width;             /* before the panel took some of it */
  int fitted_width;           /* of the page, when the tree last got its part of it; 0 = not yet */
  gboolean tree_width_chosen; /* by a hand, which the page does not change any more */
  WayTimelinePanel *panel;
  GHashTable *chain;          /* (nullable): set of tasks and links that stand out, while shown */
  GtkLabel *zoom_label;
  GtkLabel *conflict_badge;   /* beside the button of the panel */
  GtkMenuButton *show_button;
  GtkMenuButton *baseline_button;
  GtkMenuButton *color_button;
  GtkMenuButton *grouping_button; /* seen while there are groups */
  GtkPopover *menu;           /* (nullable): the context menu while it has been made */
  WayMoment menu_moment;      /* under the pointer when it was opened on the chart, else NEVER */
  gboolean menu_on_chart;     /* the keyboard goes back there when the menu closes */
  GtkPopover *column_chooser; /* (nullable): while it has been made */
  WayFilterBar *filter_bar;
  WayBanner *link_banner;
  WayTask *link_from;         /* (nullable), owned: a link from it is being made by keys */
  gboolean link_from_finish;
  gboolean link_to_finish;
  gboolean milestones_only;
  gboolean restored;          /* what is changed from now on is kept */
  guint keep_source;
  WayMoment baseline_taken;   /* of the latest baseline that has been seen */
  GtkEventController *keys;   /* of the window, while the page is on the screen */
  gboolean insert_above;      /* the last inserted row stands above the one it was asked for at */
  gboolean insert_follows;    /* that row came by itself, after the name of the one before it */
  gint64 insert_seq;          /* journal place of the last inserted row, which Escape takes back */
};

/* way-timeline-actions.c */
void       way_timeline_page_install_actions (GtkWidgetClass *widget_class);
void       way_timeline_page_update_actions  (WayTimelinePage *self);
void       way_timeline_page_show_menu       (WayTimelinePage *self, GtkWidget *where, double x,
                                              double y);
void       way_timeline_page_toast_undo      (WayTimelinePage *self, const char *message);

/* way-timeline-signals.c */
void       way_timeline_page_connect_parts   (WayTimelinePage *self);

/* way-timeline-outline.c */
void       way_timeline_page_install_outline (GtkWidgetClass *widget_class);
/* Returns: (transfer container) (element-type WayTask): the selected rows, top to bottom */
GPtrArray *way_timeline_page_get_selected    (WayTimelinePage *self);
/* (transfer none) (nullable): the row that has the keyboard, else the last selected one */
WayTask   *way_timeline_page_get_current     (WayTimelinePage *self);
void       way_timeline_page_select_tasks    (WayTimelinePage *self, GPtrArray *tasks);
/* Takes rows to another place of the outline. */
void       way_timeline_page_move_rows       (WayTimelinePage *self, GPtrArray *tasks,
                                              WayTask *parent, WayTask *before);
/* Why rows that are sorted or in groups cannot be moved, and the way out. */
void       way_timeline_page_tell_arranged   (WayTimelinePage *self);
void       way_timeline_page_insert_task     (WayTimelinePage *self, gboolean above);
void       way_timeline_page_insert_after    (WayTimelinePage *self, WayTask *task);

/* way-timeline-links.c */
void       way_timeline_page_install_links   (GtkWidgetClass *widget_class);
/* The chosen link, else those of the selected rows. */
void       way_timeline_page_unlink          (WayTimelinePage *self);

/* way-timeline-linking.c */
void       way_timeline_page_add_linking     (WayTimelinePage *self);
void       way_timeline_page_start_linking   (WayTimelinePage *self);
gboolean   way_timeline_page_stop_linking    (WayTimelinePage *self);
void       way_timeline_page_update_linking  (WayTimelinePage *self);

/* way-timeline-chain.c */
/* (transfer none) (nullable): what the panel and the driving chain are about */
WayTask   *way_timeline_page_get_first_selected (WayTimelinePage *self);
void       way_timeline_page_update_chain    (WayTimelinePage *self);
void       way_timeline_page_show_chain      (WayTimelinePage *self, gboolean show);

/* way-timeline-pins.c: one step each, told in a toast */
void       way_timeline_page_unpin      (WayTimelinePage *self, GPtrArray *tasks);
void       way_timeline_page_pin_to_lag (WayTimelinePage *self, GPtrArray *tasks);
void       way_timeline_page_pins_cb    (GtkWidget *widget, const char *name, GVariant *ids);
void       way_timeline_page_toast_drop (WayTimelinePage *self, const char *message,
                                         GPtrArray *pinned);

/* way-timeline-people.c */
void       way_timeline_page_assign_cb       (GtkWidget *widget, const char *name, GVariant *id);
void       way_timeline_page_add_person_cb   (GtkWidget *widget, const char *name, GVariant *title);
void       way_timeline_page_add_people_drop (WayTimelinePage *self);

/* way-timeline-toolbar.c */
GtkWidget *way_timeline_toolbar_new    (WayTimelinePage *self);
void       way_timeline_toolbar_update (WayTimelinePage *self);
void       way_timeline_toolbar_set_conflicts (WayTimelinePage *self, guint n_conflicts);

/* view/way-timeline-arrange.c */
void       way_timeline_page_add_arranging  (WayTimelinePage *self);
void       way_timeline_page_update_found   (WayTimelinePage *self);
void       way_timeline_page_open_filter    (WayTimelinePage *self, gboolean narrow);
void       way_timeline_page_uncover        (WayTimelinePage *self, WayTask *task);
void       way_timeline_page_clear_filter   (WayTimelinePage *self);
void       way_timeline_page_find           (WayTimelinePage *self, int direction, gboolean stay);
gboolean   way_timeline_page_get_milestones_only (WayTimelinePage *self);
void       way_timeline_page_set_milestones_only (WayTimelinePage *self, gboolean on);
void       way_timeline_page_set_grouping   (WayTimelinePage *self, WayTaskGrouping by);
void       way_timeline_page_show_levels    (WayTimelinePage *self, guint n_levels);
void       way_timeline_page_choose_columns (WayTimelinePage *self);

/* view/way-timeline-memory.c */
void       way_timeline_page_restore        (WayTimelinePage *self);
void       way_timeline_page_keep           (WayTimelinePage *self);
void       way_timeline_page_queue_keep     (WayTimelinePage *self);

G_END_DECLS
