/* way-page.h: WayPage, the base of every page of the main window.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A page shows one side of the plan. A window makes it when it is first shown, see way-pages.h.
 * It hears of every change through refresh(), and holds no data of its own: what it shows can be rebuilt from the
 * document at any time. Changes made while a page is hidden are kept back: it gets one
 * refresh (NULL) when it is shown again. */

#pragma once

#include "document/way-document.h"
#include "ui/way-print-chart.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define WAY_TYPE_PAGE (way_page_get_type ())
G_DECLARE_DERIVABLE_TYPE (WayPage, way_page, WAY, PAGE, GtkBox)

struct _WayPageClass
{
  GtkBoxClass parent_class;

  /* The document has been set, once, before the first refresh: build what depends on it. */
  void (*document_set) (WayPage *self);

  /* @changeset has been applied (or undone, or came from elsewhere); NULL: anything may have
   * changed, and the first time that the page is shown. Called only while the page is shown. */
  void (*refresh) (WayPage *self, WayChangeset *changeset);

  /* The one primary button of the header bar while the page is shown. @action is activated on
   * the page, so it may be an action of the page's own. Returns FALSE for no button.
   * @label: (out) (transfer none), translated; @action: (out) (transfer none) */
  gboolean (*get_primary_action) (WayPage *self, const char **label, const char **action);

  /* Id of the report that “Print…” offers first here: "gantt", "executive-summary"; or NULL. */
  const char *(*get_report) (WayPage *self);

  /* The record that this report is to be about; NULL: the report chooses. (transfer none) */
  WayRecord *(*get_record) (WayPage *self);

  /* The chart that the page shows, to print it as it is seen; NULL: it shows none.
   * (transfer full) (nullable) */
  WayPrintChart *(*get_chart) (WayPage *self);

  /* Selects and shows @record; FALSE when it is not a thing of this page. */
  gboolean (*show_record) (WayPage *self, WayRecord *record);

  /* Ctrl+F: opens the search of the page; NULL or FALSE: it has none. */
  gboolean (*start_search) (WayPage *self);

  gpointer padding[6];
};

void         way_page_set_document (WayPage *self, WayDocument *document);
WayDocument *way_page_get_document (WayPage *self);
WayPlan     *way_page_get_plan     (WayPage *self);
void         way_page_queue_refresh (WayPage *self);

gboolean     way_page_get_primary_action (WayPage *self, const char **label, const char **action);
const char  *way_page_get_report   (WayPage *self);
WayRecord   *way_page_get_record   (WayPage *self);
WayPrintChart *way_page_get_chart  (WayPage *self);
gboolean     way_page_show_record  (WayPage *self, WayRecord *record);
gboolean     way_page_start_search (WayPage *self);
void         way_page_frame_table  (GtkWidget *table);

G_END_DECLS
