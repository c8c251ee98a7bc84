/* way-rank-set.h: a set of small numbers that gives up its lowest or highest at once.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Four levels of bits, each bit saying whether a word of the level below has any: the work
 * list of an incremental pass. Internal to schedule/. */

#pragma once

#include <glib.h>
#include <string.h>

#define WAY_RANK_LEVELS 5

typedef struct
{
  guint64 *level[WAY_RANK_LEVELS]; /* 0 = the members themselves */
  int top;
  gsize n_words;
} WayRankSet;

static inline void
way_rank_set_init (WayRankSet *set, gsize size)
{
  gsize words[WAY_RANK_LEVELS], length = MAX (size, 1);

  set->top = -1;
  set->n_words = 0;
  do
    {
      length = (length + 63) / 64;
      words[++set->top] = length;
      set->n_words += length;
    }
  while (length > 1 && set->top + 1 < WAY_RANK_LEVELS);
  set->level[0] = g_new0 (guint64, set->n_words);
  for (int i = 1; i <= set->top; i++)
    set->level[i] = set->level[i - 1] + words[i - 1];
}

static inline void
way_rank_set_clear (WayRankSet *set)
{
  g_clear_pointer (&set->level[0], g_free);
}

static inline void
way_rank_set_add (WayRankSet *set, guint32 member)
{
  for (int i = 0; i <= set->top; i++, member /= 64)
    {
      guint64 before = set->level[i][member / 64];

      set->level[i][member / 64] = before | G_GUINT64_CONSTANT (1) << (member % 64);
      if (before != 0) /* the levels above know */
        return;
    }
}

static inline void
way_rank_set_remove (WayRankSet *set, guint32 member)
{
  for (int i = 0; i <= set->top; i++, member /= 64)
    {
      set->level[i][member / 64] &= ~(G_GUINT64_CONSTANT (1) << (member % 64));
      if (set->level[i][member / 64] != 0)
        return;
    }
}

static inline void
way_rank_set_empty (WayRankSet *set)
{
  memset (set->level[0], 0, set->n_words * sizeof *set->level[0]);
}

/* Takes out the lowest member, if that is not above @last; −1 when there is none. For members that
 * are taken in their order while only higher ones come in: the next one mostly stands in the word
 * where the last one stood. @word: where that is, 0 at first; the levels above learn that the word
 * is empty when it is left. */
static inline gint32
way_rank_set_pop_next (WayRankSet *set, guint32 *word, gint32 last)
{
  guint64 members = set->level[0][*word];
  guint32 at = *word;

  if (members == 0)
    {
      way_rank_set_remove (set, at * 64);
      if (set->level[set->top][0] == 0)
        return -1;
      at = 0;
      for (int i = set->top; i > 0; i--)
        at = at * 64 + (guint32) __builtin_ctzll (set->level[i][at]);
      *word = at;
      members = set->level[0][at];
    }
  at = at * 64 + (guint32) __builtin_ctzll (members);
  if ((gint32) at > last)
    return -1;
  set->level[0][*word] = members & (members - 1);
  return (gint32) at;
}

/* Takes out the highest member; −1 when the set is empty. */
static inline gint32
way_rank_set_pop_last (WayRankSet *set)
{
  guint32 at = 0;

  if (set->level[set->top][0] == 0)
    return -1;
  for (int i = set->top; i >= 0; i--)
    at = at * 64 + 63 - (guint32) __builtin_clzll (set->level[i][at]);
  way_rank_set_remove (set, at);
  return (gint32) at;
}
