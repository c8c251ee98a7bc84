/* way-style.c: WayStyle, the look of the program: light, dark or high contrast.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The desktop's wish comes from the Settings portal, as plain GTK before 4.20 does not read it.
 * Where that wishes nothing, a theme that is called "…-dark" or "HighContrast…" tells the same. */

#include "ui/widgets/way-style.h"

#include "ui/way-settings.h"

#include <string.h>

#define DESIGN_FONT (40 / 3.0) /* pixels: 10 points */
#define DESIGN_ICON 16
#define ICON_STEP 4 /* what is drawn on whole pixels stays sharp */

#define RESOURCES "/io/github/waymark/Waymark/style/"
#define APPEARANCE "org.freedesktop.appearance"

enum
{
  PREFER_FOLLOW,
  PREFER_LIGHT,
  PREFER_DARK
};
enum
{
  PORTAL_NO_PREFERENCE,
  PORTAL_DARK,
  PORTAL_LIGHT
};

struct _WayStyle
{
  GObject parent_instance;

  GDBusProxy *portal;
  GtkCssProvider *rules;
  GtkCssProvider *colors;
  GtkCssProvider *icons;
  guint32 portal_scheme;
  guint32 portal_contrast;
  gboolean loaded;
  gboolean applying;
  WayPaletteKind palette;
};

G_DEFINE_FINAL_TYPE (WayStyle, way_style, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static const char *const color_sheets[WAY_N_PALETTES] = {
  [WAY_PALETTE_LIGHT] = RESOURCES "light.css",
  [WAY_PALETTE_DARK] = RESOURCES "dark.css",
  [WAY_PALETTE_HIGH_CONTRAST] = RESOURCES "high-contrast.css",
  [WAY_PALETTE_HIGH_CONTRAST_DARK] = RESOURCES "high-contrast-dark.css",
  [WAY_PALETTE_PRINT] = RESOURCES "light.css",
};

/* As GTK finds it. Returns: (transfer full) (nullable): "Name" or "Name:variant" */
static char *
dup_theme (GtkSettings *settings)
{
  const char *forced = g_getenv ("GTK_THEME");
  char *theme = NULL;

  if (forced != NULL && *forced != '\0')
    return g_strdup (forced);
  g_object_get (settings, "gtk-theme-name", &theme, NULL);
  return theme;
}

static gboolean
is_dark (const char *theme)
{
  return g_str_has_suffix (theme, "-dark") || g_str_has_suffix (theme, ":dark")
         || g_str_equal (theme, "HighContrastInverse");
}

static WayPaletteKind
find_palette (WayStyle *self, const char *theme)
{
  int preference = g_settings_get_enum (way_settings_get (), "color-scheme");
  gboolean high = self->portal_contrast == 1 || g_str_has_prefix (theme, "HighContrast");
  gboolean dark;

  if (preference == PREFER_FOLLOW)
    dark = self->portal_scheme == PORTAL_DARK
           || (self->portal_scheme == PORTAL_NO_PREFERENCE && is_dark (theme));
  else
    dark = preference == PREFER_DARK;
  if (high)
    return dark ? WAY_PALETTE_HIGH_CONTRAST_DARK : WAY_PALETTE_HIGH_CONTRAST;
  return dark ? WAY_PALETTE_DARK : WAY_PALETTE_LIGHT;
}

static void
apply (WayStyle *self)
{
  GtkSettings *settings = gtk_settings_get_default ();
  g_autofree char *theme = NULL;
  WayPaletteKind palette;

  if (settings == NULL || self->applying)
    return;
  theme = dup_theme (settings);
  palette = find_palette (self, theme != NULL ? theme : "");
  if (self->loaded && palette == self->palette)
    return;
  self->loaded = TRUE;
  self->palette = palette;
  self->applying = TRUE;
  g_object_set (settings, "gtk-application-prefer-dark-theme",
                palette == WAY_PALETTE_DARK || palette == WAY_PALETTE_HIGH_CONTRAST_DARK, NULL);
  gtk_css_provider_load_from_resource (self->colors, color_sheets[palette]);
  self->applying = FALSE;
  g_signal_emit (self, signals[CHANGED], 0);
}

/* Icons stand beside letters: large letters have large ones. */
static void
scale_icons (WayStyle *self)
{
  g_autofree char *font = NULL, *css = NULL;
  g_autoptr (PangoFontDescription) description = NULL;
  double pixels;
  int dpi, size;

  g_object_get (gtk_settings_get_default (), "gtk-font-name", &font, "gtk-xft-dpi", &dpi, NULL);
  description = pango_font_description_from_string (font != NULL ? font : "");
  pixels = (double)pango_font_description_get_size (description) / PANGO_SCALE;
  if (!pango_font_description_get_size_is_absolute (description))
    pixels *= (dpi > 0 ? dpi / 1024.0 : 96) / 72;
  size = (int)(DESIGN_ICON * pixels / DESIGN_FONT / ICON_STEP + 0.5) * ICON_STEP;
  size = MAX (size, DESIGN_ICON);
  css = g_strdup_printf ("image, arrow { -gtk-icon-size: %dpx; }", size);
  gtk_css_provider_load_from_data (self->icons, css, -1);
}

static void
take_setting (WayStyle *self, const char *key, GVariant *value)
{
  g_autoptr (GVariant) inner = g_variant_ref (value);

  while (g_variant_is_of_type (inner, G_VARIANT_TYPE_VARIANT))
    {
      GVariant *boxed = g_variant_get_variant (inner);

      g_variant_unref (inner);
      inner = boxed;
    }
  if (!g_variant_is_of_type (inner, G_VARIANT_TYPE_UINT32))
    return;
  if (strcmp (key, "color-scheme") == 0)
    self->portal_scheme = g_variant_get_uint32 (inner);
  else if (strcmp (key, "contrast") == 0)
    self->portal_contrast = g_variant_get_uint32 (inner);
}

static void
portal_signal_cb (
    GDBusProxy *portal, const char *sender, const char *signal, GVariant *arguments, WayStyle *self)
{
  const char *space, *key;
  g_autoptr (GVariant) value = NULL;

  if (strcmp (signal, "SettingChanged") != 0
      || !g_variant_is_of_type (arguments, G_VARIANT_TYPE ("(ssv)")))
    return;
  g_variant_get (arguments, "(&s&sv)", &space, &key, &value);
  if (strcmp (space, APPEARANCE) != 0)
    return;
  take_setting (self, key, value);
  apply (self);
}

static void
read_all_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (WayStyle) self = data;
  g_autoptr (GVariant) reply = g_dbus_proxy_call_finish (G_DBUS_PROXY (source), result, NULL);
  g_autoptr (GVariant) spaces = NULL, keys = NULL;
  GVariantIter iter;
  const char *key;
  GVariant *value;

  if (reply == NULL || !g_variant_is_of_type (reply, G_VARIANT_TYPE ("(a{sa{sv}})")))
    {
      g_clear_object (&self->portal);
      return;
    }
  spaces = g_variant_get_child_value (reply, 0);
  keys = g_variant_lookup_value (spaces, APPEARANCE, G_VARIANT_TYPE ("a{sv}"));
  if (keys == NULL)
    return;
  g_variant_iter_init (&iter, keys);
  while (g_variant_iter_next (&iter, "{&sv}", &key, &value))
    {
      take_setting (self, key, value);
      g_variant_unref (value);
    }
  apply (self);
}

static void
portal_ready_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (WayStyle) self = data;
  const char *spaces[] = { APPEARANCE, NULL };

  self->portal = g_dbus_proxy_new_for_bus_finish (result, NULL);
  if (self->portal == NULL)
    return;
  g_signal_connect_object (self->portal, "g-signal", G_CALLBACK (portal_signal_cb), self, 0);
  g_dbus_proxy_call (self->portal, "ReadAll", g_variant_new ("(^as)", spaces),
                     G_DBUS_CALL_FLAGS_NONE, 2000, NULL, read_all_cb, g_object_ref (self));
}

static void
way_style_dispose (GObject *object)
{
  WayStyle *self = WAY_STYLE (object);

  g_clear_object (&self->portal);
  g_clear_object (&self->rules);
  g_clear_object (&self->colors);
  g_clear_object (&self->icons);
  G_OBJECT_CLASS (way_style_parent_class)->dispose (object);
}

static void
way_style_class_init (WayStyleClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = way_style_dispose;
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
way_style_init (WayStyle *self)
{
  GdkDisplay *display = gdk_display_get_default ();

  self->rules = gtk_css_provider_new ();
  self->colors = gtk_css_provider_new ();
  self->icons = gtk_css_provider_new ();
  gtk_style_context_add_provider_for_display (display, GTK_STYLE_PROVIDER (self->colors),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  gtk_style_context_add_provider_for_display (display, GTK_STYLE_PROVIDER (self->rules),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION + 1);
  gtk_style_context_add_provider_for_display (display, GTK_STYLE_PROVIDER (self->icons),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  apply (self);
  scale_icons (self);
  gtk_css_provider_load_from_resource (self->rules, RESOURCES "waymark.css");

  g_signal_connect_object (way_settings_get (), "changed::color-scheme", G_CALLBACK (apply), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_settings_get_default (), "notify::gtk-theme-name",
                           G_CALLBACK (apply), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_settings_get_default (), "notify::gtk-font-name",
                           G_CALLBACK (scale_icons), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_settings_get_default (), "notify::gtk-xft-dpi",
                           G_CALLBACK (scale_icons), self, G_CONNECT_SWAPPED);
  g_dbus_proxy_new_for_bus (G_BUS_TYPE_SESSION, G_DBUS_PROXY_FLAGS_DO_NOT_LOAD_PROPERTIES, NULL,
                            "org.freedesktop.portal.Desktop", "/org/freedesktop/portal/desktop",
                            "org.freedesktop.portal.Settings", NULL, portal_ready_cb,
                            g_object_ref (self));
}

/**
 * way_style_get_default:
 *
 * Returns: (transfer none): the style of the program; needs a display
 */
WayStyle *
way_style_get_default (void)
{
  static WayStyle *style;

  if (style == NULL)
    style = g_object_new (WAY_TYPE_STYLE, NULL);
  return style;
}

WayPaletteKind
way_style_get_palette (WayStyle *self)
{
  return self->palette;
}

double
way_style_get_font_pixels (GtkWidget *widget)
{
  PangoContext *context = gtk_widget_get_pango_context (widget);
  const PangoFontDescription *font = pango_context_get_font_description (context);
  double pixels = (double)pango_font_description_get_size (font) / PANGO_SCALE;

  if (!pango_font_description_get_size_is_absolute (font))
    pixels *= pango_cairo_context_get_resolution (context) / 72;
  return pixels;
}

double
way_style_get_text_scale (GtkWidget *widget)
{
  return MAX (way_style_get_font_pixels (widget) / DESIGN_FONT, 1);
}
