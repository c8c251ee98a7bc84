/* way-document-stack.h: WayDocumentStack, all records of a page, or the document of one of them.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A document is left by its own way out, or when its record is gone. */

#pragma once

#include "document/way-document.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define WAY_TYPE_DOCUMENT_STACK (way_document_stack_get_type ())
G_DECLARE_FINAL_TYPE (WayDocumentStack, way_document_stack, WAY, DOCUMENT_STACK, GtkBox)

/* @all: what shows all of them; @focus: in it, gets the focus when a document is left */
GtkWidget *way_document_stack_new     (GtkWidget *all, GtkWidget *focus);
void       way_document_stack_open    (WayDocumentStack *self, WayDocument *document,
                                       WayRecord *record);
void       way_document_stack_back    (WayDocumentStack *self);
void       way_document_stack_refresh (WayDocumentStack *self);

G_END_DECLS
