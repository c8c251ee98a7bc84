/* way-page.c: WayPage, the base of every page of the main window.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/way-page.h"

typedef struct
{
  WayDocument *document;
  gboolean dirty; /* something changed while hidden */
} WayPagePrivate;

enum
{
  REFRESHED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (WayPage, way_page, GTK_TYPE_BOX)

static WayPagePrivate *
get_private (WayPage *self)
{
  return way_page_get_instance_private (self);
}

static void
refresh (WayPage *self, WayChangeset *changeset)
{
  WayPagePrivate *priv = get_private (self);

  priv->dirty = FALSE;
  if (WAY_PAGE_GET_CLASS (self)->refresh != NULL)
    WAY_PAGE_GET_CLASS (self)->refresh (self, changeset);
  g_signal_emit (self, signals[REFRESHED], 0);
}

static void
document_changed_cb (WayDocument *document, WayChangeset *changeset, WayPage *self)
{
  WayPagePrivate *priv = get_private (self);

  if (gtk_widget_get_mapped (GTK_WIDGET (self)) && !priv->dirty)
    refresh (self, changeset);
  else
    priv->dirty = TRUE;
}

static void
way_page_map (GtkWidget *widget)
{
  WayPagePrivate *priv = get_private (WAY_PAGE (widget));

  GTK_WIDGET_CLASS (way_page_parent_class)->map (widget);
  if (priv->dirty && priv->document != NULL)
    refresh (WAY_PAGE (widget), NULL);
}

static void
way_page_dispose (GObject *object)
{
  WayPagePrivate *priv = get_private (WAY_PAGE (object));

  g_clear_object (&priv->document);
  G_OBJECT_CLASS (way_page_parent_class)->dispose (object);
}

static void
way_page_class_init (WayPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = way_page_dispose;
  GTK_WIDGET_CLASS (klass)->map = way_page_map;

  /* The page shows what the plan now says: what stands beside it on the page follows. */
  signals[REFRESHED] = g_signal_new ("refreshed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                     NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
way_page_init (WayPage *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_widget_add_css_class (GTK_WIDGET (self), "page");
}

/**
 * way_page_set_document:
 * @document: the plan; once for each page
 */
void
way_page_set_document (WayPage *self, WayDocument *document)
{
  WayPagePrivate *priv = get_private (self);

  g_return_if_fail (WAY_IS_PAGE (self));
  g_return_if_fail (priv->document == NULL);

  priv->document = g_object_ref (document);
  priv->dirty = TRUE;
  g_signal_connect_object (document, "changed", G_CALLBACK (document_changed_cb), self, 0);
  if (WAY_PAGE_GET_CLASS (self)->document_set != NULL)
    WAY_PAGE_GET_CLASS (self)->document_set (self);
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    refresh (self, NULL);
}

WayDocument *
way_page_get_document (WayPage *self)
{
  return get_private (self)->document;
}

WayPlan *
way_page_get_plan (WayPage *self)
{
  return way_document_get_plan (get_private (self)->document);
}

/**
 * way_page_queue_refresh:
 *
 * Something other than the document changed (a setting): refresh now, or when shown.
 */
void
way_page_queue_refresh (WayPage *self)
{
  WayPagePrivate *priv = get_private (self);

  if (priv->document != NULL && gtk_widget_get_mapped (GTK_WIDGET (self)))
    refresh (self, NULL);
  else
    priv->dirty = TRUE;
}

gboolean
way_page_get_primary_action (WayPage *self, const char **label, const char **action)
{
  WayPageClass *klass = WAY_PAGE_GET_CLASS (self);

  return klass->get_primary_action != NULL && klass->get_primary_action (self, label, action);
}

const char *
way_page_get_report (WayPage *self)
{
  WayPageClass *klass = WAY_PAGE_GET_CLASS (self);

  return klass->get_report != NULL ? klass->get_report (self) : NULL;
}

/**
 * way_page_get_record:
 *
 * Returns: (transfer none) (nullable): what the report of the page is to be about
 */
WayRecord *
way_page_get_record (WayPage *self)
{
  WayPageClass *klass = WAY_PAGE_GET_CLASS (self);

  return klass->get_record != NULL ? klass->get_record (self) : NULL;
}

/**
 * way_page_get_chart:
 *
 * Returns: (transfer full) (nullable): the chart that the page shows, for paper
 */
WayPrintChart *
way_page_get_chart (WayPage *self)
{
  WayPageClass *klass = WAY_PAGE_GET_CLASS (self);

  return klass->get_chart != NULL ? klass->get_chart (self) : NULL;
}

gboolean
way_page_show_record (WayPage *self, WayRecord *record)
{
  WayPageClass *klass = WAY_PAGE_GET_CLASS (self);

  return klass->show_record != NULL && klass->show_record (self, record);
}

gboolean
way_page_start_search (WayPage *self)
{
  WayPageClass *klass = WAY_PAGE_GET_CLASS (self);

  return klass->start_search != NULL && klass->start_search (self);
}

/**
 * way_page_frame_table:
 * @table: the scrolled table that fills a page below its heading
 *
 * Gives it the frame and the distances that all such tables have.
 */
void
way_page_frame_table (GtkWidget *table)
{
  gtk_widget_set_margin_start (table, 28);
  gtk_widget_set_margin_end (table, 28);
  gtk_widget_set_margin_bottom (table, 24);
  gtk_widget_set_overflow (table, GTK_OVERFLOW_HIDDEN);
  gtk_widget_add_css_class (table, "record-table");
}
