/* way-checkpoint-layout.c: a milestone's progress and its checkpoints on one line.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-i18n.h"

#include "chart/way-checkpoint-layout.h"

#define SIDE 14.0
#define LINE_Y 12.0
#define LINE 5.0
#define DOT 14.0
#define TEXT_Y 34.0
#define HEIGHT 46.0

static void
add_dot (const WayCheckpointMark *mark, double x, WayScene *scene)
{
  WayRole fill = WAY_ROLE_BACKGROUND, stroke = WAY_ROLE_SECONDARY;
  double half = DOT / 2;

  if (mark->state == WAY_CHECKPOINT_MET || mark->state == WAY_CHECKPOINT_AHEAD)
    fill = stroke = WAY_ROLE_GOOD;
  else if (mark->state == WAY_CHECKPOINT_MISSED)
    fill = stroke = WAY_ROLE_BAD;
  way_scene_rect (scene, x - half, LINE_Y - half, DOT, DOT, half, fill, stroke);
  if (mark->state == WAY_CHECKPOINT_MISSED)
    {
      /* The colour alone does not tell. */
      way_scene_line (scene, x - 3, LINE_Y - 3, x + 3, LINE_Y + 3, 1.6, WAY_ROLE_ON_ACCENT,
                      WAY_DASH_SOLID);
      way_scene_line (scene, x - 3, LINE_Y + 3, x + 3, LINE_Y - 3, 1.6, WAY_ROLE_ON_ACCENT,
                      WAY_DASH_SOLID);
    }
}

static char *
format_mark (const WayCheckpointMark *mark)
{
  g_autofree char *day = mark->date != WAY_NEVER ? way_moment_format_short (mark->date) : NULL;

  if (day == NULL)
    return g_strdup_printf (_("%d %%"), mark->percent);
  if (mark->state == WAY_CHECKPOINT_OPEN)
    /* Translators: a checkpoint: how far on which day */
    return g_strdup_printf (_("%d %% · %s"), mark->percent, day);
  /* Translators: a checkpoint: how far on which day, and whether it was met */
  return g_strdup_printf (_("%d %% · %s %s"), mark->percent, day,
                          way_checkpoint_state_label (mark->state));
}

/**
 * way_checkpoint_layout:
 * @complete: progress in per cent
 * @width: in scene units
 *
 * Appends the line. Labels that would run into the one before them are left out.
 *
 * Returns: the height in scene units
 */
double
way_checkpoint_layout (const WayCheckpointMark *marks, guint n_marks, int complete, double width,
                       const WayMeasure *measure, WayScene *scene)
{
  double length = MAX (width - 2 * SIDE, 1), free_from = 0;

  way_scene_rect (scene, SIDE, LINE_Y - LINE / 2, length, LINE, LINE / 2, WAY_ROLE_LINE,
                  WAY_ROLE_NONE);
  if (complete > 0)
    way_scene_rect (scene, SIDE, LINE_Y - LINE / 2, length * CLAMP (complete, 0, 100) / 100, LINE,
                    LINE / 2, WAY_ROLE_BAR_DONE, WAY_ROLE_NONE);
  for (guint i = 0; i < n_marks; i++)
    {
      WayTextStyle style = { .size = WAY_TEXT_SMALL, .align = WAY_ALIGN_CENTER,
                             .role = marks[i].state == WAY_CHECKPOINT_MISSED
                                         ? WAY_ROLE_BAD_TEXT : WAY_ROLE_SECONDARY };
      double x = SIDE + length * CLAMP (marks[i].percent, 0, 100) / 100;
      g_autofree char *label = format_mark (&marks[i]);
      double half = way_measure_text (measure, label, style) / 2;
      double middle = CLAMP (x, half, MAX (width - half, half));

      add_dot (&marks[i], x, scene);
      if (middle - half < free_from)
        continue;
      way_scene_text (scene, middle, TEXT_Y, 0, label, style);
      free_from = middle + half + 10;
    }
  return HEIGHT;
}
