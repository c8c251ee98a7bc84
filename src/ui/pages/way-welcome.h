/* way-welcome.h: WayWelcome, what the window shows when no plan is open.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define WAY_TYPE_WELCOME (way_welcome_get_type ())
G_DECLARE_FINAL_TYPE (WayWelcome, way_welcome, WAY, WELCOME, GtkBox)

G_END_DECLS
