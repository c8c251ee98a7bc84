/* way-window-private.h: what the files of WayWindow share.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ui/attention/way-attention-watch.h"
#include "ui/way-sidebar.h"
#include "ui/way-window.h"
#include "ui/widgets/way-toast.h"

G_BEGIN_DECLS

struct _WayWindow
{
  GtkApplicationWindow parent_instance;

  GtkWidget *header;
  GtkWidget *title;
  GtkWidget *subtitle;
  GtkWidget *menu_button;
  GtkWidget *undo_button;
  GtkWidget *redo_button;
  GtkWidget *search_button;
  GtkWidget *print_button;
  GtkWidget *primary_button;
  GtkWidget *views;
  GtkWidget *welcome;
  GtkWidget *banners;
  GtkWidget *read_only_banner;
  GtkWidget *conflict_banner;
  GtkWidget *sidebar;
  GtkWidget *pages;
  GtkWidget *overlay;
  GtkWidget *toast;

  WayDocument *document;
  WayAttentionWatch *watch;
  guint sync_timeout;
};

/* Adds the actions "win.…" and shows their state. */
void way_window_add_actions    (WayWindow *self);
void way_window_update_actions (WayWindow *self);
/* Takes in what other programs wrote to the file; FALSE when it could not. */
gboolean way_window_sync       (WayWindow *self);

G_END_DECLS
