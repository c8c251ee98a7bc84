/* way-document-stack.c: WayDocumentStack, all records of a page, or the document of one of them.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 *   stack ─┬─ "all"
 *          └─ the document that was opened */

#include "ui/milestones/way-document-stack.h"

#include "ui/milestones/way-record-document.h"
#include "ui/widgets/way-compat.h"

struct _WayDocumentStack
{
  GtkBox parent_instance;

  GtkWidget *stack;
  GtkWidget *focus;
  GtkWidget *document; /* (nullable): the one that is open */
};

G_DEFINE_FINAL_TYPE (WayDocumentStack, way_document_stack, GTK_TYPE_BOX)

/**
 * way_document_stack_back:
 *
 * Shows all of them.
 */
void
way_document_stack_back (WayDocumentStack *self)
{
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "all");
  gtk_widget_grab_focus (self->focus);
}

/**
 * way_document_stack_open:
 * @record: a milestone or an initiative
 *
 * Shows its document.
 */
void
way_document_stack_open (WayDocumentStack *self, WayDocument *document, WayRecord *record)
{
  if (self->document != NULL)
    gtk_stack_remove (GTK_STACK (self->stack), self->document);
  self->document = way_record_document_new (document, record);
  g_signal_connect_swapped (self->document, "back", G_CALLBACK (way_document_stack_back), self);
  gtk_stack_add_named (GTK_STACK (self->stack), self->document, "document");
  gtk_stack_set_visible_child (GTK_STACK (self->stack), self->document);
}

/**
 * way_document_stack_refresh:
 *
 * Shows the plan as it is now. The record of the open document may have been deleted or undone.
 */
void
way_document_stack_refresh (WayDocumentStack *self)
{
  WayRecord *record;

  if (self->document == NULL)
    return;
  record = way_record_document_get_record (WAY_RECORD_DOCUMENT (self->document));
  if (record->plan != NULL)
    {
      way_record_document_refresh (WAY_RECORD_DOCUMENT (self->document));
      return;
    }
  way_document_stack_back (self);
  gtk_stack_remove (GTK_STACK (self->stack), self->document);
  self->document = NULL;
}

static gboolean
way_document_stack_grab_focus (GtkWidget *widget)
{
  WayDocumentStack *self = WAY_DOCUMENT_STACK (widget);
  GtkWidget *shown = gtk_stack_get_visible_child (GTK_STACK (self->stack));

  return (gtk_widget_get_mapped (self->focus) && gtk_widget_grab_focus (self->focus))
         || gtk_widget_child_focus (shown, GTK_DIR_TAB_FORWARD);
}

static void
way_document_stack_class_init (WayDocumentStackClass *klass)
{
  GTK_WIDGET_CLASS (klass)->grab_focus = way_document_stack_grab_focus;
}

static void
way_document_stack_init (WayDocumentStack *self)
{
}

/**
 * way_document_stack_new:
 *
 * Returns: (transfer floating)
 */
GtkWidget *
way_document_stack_new (GtkWidget *all, GtkWidget *focus)
{
  WayDocumentStack *self = g_object_new (WAY_TYPE_DOCUMENT_STACK, NULL);

  self->focus = focus;
  self->stack = way_compat_stack_new ();
  gtk_stack_add_named (GTK_STACK (self->stack), all, "all");
  gtk_widget_set_vexpand (self->stack, TRUE);
  gtk_widget_set_hexpand (self->stack, TRUE);
  gtk_box_append (GTK_BOX (self), self->stack);
  return GTK_WIDGET (self);
}
