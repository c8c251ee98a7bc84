/* way-banner.h: WayBanner, a line over the content that stays until its cause is gone.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef enum { WAY_BANNER_INFO, WAY_BANNER_WARNING, WAY_BANNER_BAD } WayBannerTone;

#define WAY_TYPE_BANNER (way_banner_get_type ())
G_DECLARE_FINAL_TYPE (WayBanner, way_banner, WAY, BANNER, GtkBox)

GtkWidget *way_banner_new        (WayBannerTone tone);
void       way_banner_set_tone   (WayBanner *self, WayBannerTone tone);
/* NULL hides it. */
void       way_banner_set_text   (WayBanner *self, const char *text);
/* A second, quieter line: what to do now. NULL = none. */
void       way_banner_set_hint   (WayBanner *self, const char *hint);
void       way_banner_set_button (WayBanner *self, const char *label, const char *action_name);
/* A second one, after the first. NULL hides it. */
void       way_banner_set_second_button (WayBanner *self, const char *label,
                                         const char *action_name);

G_END_DECLS
