/* way-text-cache.c: WayTextCache, shaped text by string, style and room: nothing is shaped twice.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "chart/way-text-cache.h"

#include <math.h>
#include <string.h>

/* Above this many texts, those that the last frames did not use are dropped. */
#define MUCH 3000
#define OLD_FRAMES 8

/* What files and paper are set in when no widget says otherwise. */
#define FAMILIES "Adwaita Sans, Inter, Cantarell, Noto Sans, sans-serif, DejaVu Sans"

typedef struct
{
  char *text;
  guint8 size, weight, tabular;
  int room;
} Key;

struct _WayTextCache
{
  PangoContext *context;
  PangoAttrList *tabular;
  GHashTable *shaped; /* Key → WayShapedText */
  double text_scale;
  guint frame;
  guint n_asked, n_shaped;
};

static guint
key_hash (gconstpointer data)
{
  const Key *key = data;

  return g_str_hash (key->text) ^ (guint) key->size << 28 ^ (guint) key->weight << 27 ^ (guint) key->tabular << 26
         ^ (guint) key->room * 2654435761U;
}

static gboolean
key_equal (gconstpointer a, gconstpointer b)
{
  const Key *first = a, *second = b;

  return first->room == second->room && first->size == second->size
         && first->weight == second->weight && first->tabular == second->tabular
         && strcmp (first->text, second->text) == 0;
}

static void
key_free (gpointer data)
{
  Key *key = data;

  g_free (key->text);
  g_free (key);
}

static void
shaped_free (gpointer data)
{
  WayShapedText *shaped = data;

  g_object_unref (shaped->layout);
  g_free (shaped);
}

/* Unhinted metrics and glyphs at fractions of a pixel, so that a text is equally wide at
 * every scale and on paper. */
static PangoContext *
new_context_for_files (void)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  g_autoptr (PangoFontDescription) font = pango_font_description_from_string (FAMILIES);
  cairo_font_options_t *options = cairo_font_options_create ();

  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options (context, options);
  cairo_font_options_destroy (options);
  pango_context_set_round_glyph_positions (context, FALSE);
  pango_context_set_font_description (context, font);
  return context;
}

WayTextCache *
way_text_cache_new (PangoContext *context, double text_scale)
{
  WayTextCache *self = g_new0 (WayTextCache, 1);

  self->context = context != NULL ? g_object_ref (context) : new_context_for_files ();
  self->tabular = pango_attr_list_new ();
  self->shaped = g_hash_table_new_full (key_hash, key_equal, key_free, shaped_free);
  self->text_scale = text_scale;
  pango_attr_list_insert (self->tabular, pango_attr_font_features_new ("tnum=1"));
  return self;
}

void
way_text_cache_free (WayTextCache *self)
{
  g_hash_table_unref (self->shaped);
  pango_attr_list_unref (self->tabular);
  g_object_unref (self->context);
  g_free (self);
}

static PangoLayout *
shape (WayTextCache *self, const char *text, const WayTextStyle *style, double room)
{
  PangoLayout *layout = pango_layout_new (self->context);
  g_autoptr (PangoFontDescription) font
      = pango_font_description_copy (pango_context_get_font_description (self->context));

  pango_font_description_set_absolute_size (
      font, way_text_size_pixels (style->size) * self->text_scale * PANGO_SCALE);
  pango_font_description_set_weight (font, style->weight == WAY_WEIGHT_BOLD
                                               ? PANGO_WEIGHT_SEMIBOLD
                                               : PANGO_WEIGHT_NORMAL);
  pango_layout_set_font_description (layout, font);
  if (style->tabular)
    pango_layout_set_attributes (layout, self->tabular);
  pango_layout_set_single_paragraph_mode (layout, TRUE);
  pango_layout_set_text (layout, text, -1);
  if (room > 0)
    {
      pango_layout_set_width (layout, (int) floor (room * PANGO_SCALE));
      pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
    }
  self->n_shaped++;
  return layout;
}

static const WayShapedText *
find_or_shape (WayTextCache *self, const char *text, const WayTextStyle *style, double room)
{
  Key probe = { (char *) text, style->size, style->weight, style->tabular, (int) room };
  WayShapedText *shaped = g_hash_table_lookup (self->shaped, &probe);
  PangoRectangle logical;
  Key *key;

  if (shaped == NULL)
    {
      shaped = g_new0 (WayShapedText, 1);
      shaped->layout = shape (self, text, style, (int) room);
      pango_layout_get_extents (shaped->layout, NULL, &logical);
      shaped->width = (double) logical.width / PANGO_SCALE;
      shaped->left = (double) logical.x / PANGO_SCALE;
      shaped->height = (double) logical.height / PANGO_SCALE;
      shaped->baseline = (double) pango_layout_get_baseline (shaped->layout) / PANGO_SCALE;
      key = g_memdup2 (&probe, sizeof probe);
      key->text = g_strdup (text);
      g_hash_table_insert (self->shaped, key, shaped);
    }
  shaped->used = self->frame;
  return shaped;
}

const WayShapedText *
way_text_cache_get (WayTextCache *self, const char *text, const WayTextStyle *style, double room)
{
  const WayShapedText *whole = find_or_shape (self, text, style, 0);

  self->n_asked++;
  /* Room that changes from frame to frame, as bars do when zooming, cuts only what is longer. */
  return room >= 1 && whole->width > room ? find_or_shape (self, text, style, room) : whole;
}

static gboolean
is_old (gpointer key, gpointer value, gpointer data)
{
  WayTextCache *self = data;
  WayShapedText *shaped = value;

  return self->frame - shaped->used > OLD_FRAMES;
}

void
way_text_cache_next_frame (WayTextCache *self)
{
  self->frame++;
  if (g_hash_table_size (self->shaped) > MUCH)
    g_hash_table_foreach_remove (self->shaped, is_old, self);
}

guint
way_text_cache_get_n_asked (const WayTextCache *self)
{
  return self->n_asked;
}

guint
way_text_cache_get_n_shaped (const WayTextCache *self)
{
  return self->n_shaped;
}

double
way_text_cache_get_scale (const WayTextCache *self)
{
  return self->text_scale;
}
