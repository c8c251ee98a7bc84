/* way-pages.h: the list of pages of the main window.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ui/way-page.h"

G_BEGIN_DECLS

/* @section: a line is drawn between the sections of the sidebar. */
typedef void (*WayPagesFunc) (WayPage *page, guint section, gpointer data);

/* Makes every page, in the order of the sidebar. */
void way_pages_create (WayPagesFunc add, gpointer data);

G_END_DECLS
