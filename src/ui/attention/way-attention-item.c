/* way-attention-item.c: WayAttentionItem, a WayAttention that a list view can hold.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/attention/way-attention-item.h"

struct _WayAttentionItem
{
  GObject parent_instance;

  GPtrArray *list; /* owns the attention */
  guint index;
};

G_DEFINE_FINAL_TYPE (WayAttentionItem, way_attention_item, G_TYPE_OBJECT)

static void
way_attention_item_finalize (GObject *object)
{
  g_ptr_array_unref (WAY_ATTENTION_ITEM (object)->list);
  G_OBJECT_CLASS (way_attention_item_parent_class)->finalize (object);
}

static void
way_attention_item_class_init (WayAttentionItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = way_attention_item_finalize;
}

static void
way_attention_item_init (WayAttentionItem *self)
{
}

/**
 * way_attention_item_new:
 * @list: (element-type WayAttention): kept
 *
 * Returns: (transfer full): for the @index-th of @list
 */
WayAttentionItem *
way_attention_item_new (GPtrArray *list, guint index)
{
  WayAttentionItem *self = g_object_new (WAY_TYPE_ATTENTION_ITEM, NULL);

  self->list = g_ptr_array_ref (list);
  self->index = index;
  return self;
}

/**
 * way_attention_item_get:
 *
 * Returns: (transfer none): valid as long as @self
 */
const WayAttention *
way_attention_item_get (WayAttentionItem *self)
{
  return self->list->pdata[self->index];
}

/**
 * way_attention_item_equal:
 *
 * Returns: whether a row that shows @self shows @other as well
 */
gboolean
way_attention_item_equal (WayAttentionItem *self, const WayAttention *other)
{
  const WayAttention *own = way_attention_item_get (self);

  return own->record == other->record && own->kind == other->kind
         && own->severity == other->severity && own->act == other->act
         && own->since == other->since && own->snooze == other->snooze
         && g_strcmp0 (own->text, other->text) == 0 && g_strcmp0 (own->detail, other->detail) == 0;
}
