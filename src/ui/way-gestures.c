/* way-gestures.c: the one table of what the hand does with mouse, pen and modifiers.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-i18n.h"

#include "ui/way-gestures.h"

static const WayGestureInfo gestures[] = {
  { WAY_GESTURES_BARS, N_ ("Drag a bar"),
    N_ ("Moves it in time, and all other selected bars with it. A summary takes its tasks "
        "along.") },
  { WAY_GESTURES_BARS, N_ ("Drag an end of a bar"), N_ ("Starts it or finishes it elsewhere.") },
  { WAY_GESTURES_BARS, N_ ("Drag the end of the darker part"), N_ ("Sets how much is done.") },
  { WAY_GESTURES_BARS, N_ ("Drag over an empty place"),
    N_ ("Draws a new task, below the row that it is drawn in.") },
  { WAY_GESTURES_BARS, N_ ("Double click on a bar"), N_ ("Opens the details of the task.") },
  { WAY_GESTURES_BARS, N_ ("Drag a name from People onto a bar"),
    N_ ("Gives the task to that person.") },

  { WAY_GESTURES_DRAGGING, N_ ("Shift"), N_ ("Finer steps.") },
  { WAY_GESTURES_DRAGGING, N_ ("Ctrl"), N_ ("No steps: to the moment under the pointer.") },
  { WAY_GESTURES_DRAGGING, N_ ("Alt"),
    N_ ("What follows stays where it is, and the lag of its links takes the difference up. Where "
        "the preferences keep followers, Alt pushes them.") },
  { WAY_GESTURES_DRAGGING, N_ ("Esc"), N_ ("Nothing has happened.") },
  { WAY_GESTURES_DRAGGING, N_ ("To the border"), N_ ("Scrolls on, the faster the nearer.") },

  { WAY_GESTURES_LINKS, N_ ("Drag from the circle at an end of a bar"),
    N_ ("Links it with the bar that it is dropped on: from its finish or its start, to the half "
        "of the other bar that is under the pointer.") },
  { WAY_GESTURES_LINKS, N_ ("Click on a link"), N_ ("Chooses it; Delete removes it.") },
  { WAY_GESTURES_LINKS, N_ ("Double click on a link"), N_ ("Changes its type and lag.") },
  { WAY_GESTURES_LINKS, N_ ("Link tasks with one row selected, then go to another row"),
    N_ ("Links by keys: Enter links, FS, SS, FF or SF typed chooses the ends, Esc gives up.") },

  { WAY_GESTURES_ROWS, N_ ("Drag rows up or down"),
    N_ ("Moves them; sideways chooses how deep they stand. A folded row opens when the pointer "
        "rests on it.") },
  { WAY_GESTURES_ROWS, N_ ("Ctrl and Shift with a click"), N_ ("Selects several rows.") },
  { WAY_GESTURES_ROWS, N_ ("Begin to type"), N_ ("Replaces the cell that has the keyboard.") },
  { WAY_GESTURES_ROWS, N_ ("Click on the title of a column"),
    N_ ("Sorts, chooses and hides columns; titles are dragged into another order.") },
  { WAY_GESTURES_ROWS, N_ ("Drop files on the window"),
    N_ ("Opens plans, imports everything else that can be read.") },

  { WAY_GESTURES_TIME, N_ ("Space and drag, middle button and drag, drag the dates"),
    N_ ("Moves the chart under the pointer.") },
  { WAY_GESTURES_TIME, N_ ("Ctrl and wheel, two fingers apart"), N_ ("Zooms at the pointer.") },
  { WAY_GESTURES_TIME, N_ ("Drag the box of the overview, or its sides"),
    N_ ("Goes to another part of the plan, or shows more or less of it.") },
};

static const char *const group_labels[WAY_N_GESTURE_GROUPS] = {
  [WAY_GESTURES_BARS] = N_ ("Bars, by hand"),
  [WAY_GESTURES_DRAGGING] = N_ ("While dragging"),
  [WAY_GESTURES_LINKS] = N_ ("Links"),
  [WAY_GESTURES_ROWS] = N_ ("Rows"),
  [WAY_GESTURES_TIME] = N_ ("Time"),
};

/**
 * way_gestures_get_all:
 * @n_gestures: (out): how many there are
 *
 * Returns: (transfer none) (array length=n_gestures): the table, by group
 */
const WayGestureInfo *
way_gestures_get_all (guint *n_gestures)
{
  *n_gestures = G_N_ELEMENTS (gestures);
  return gestures;
}

const char *
way_gestures_get_group_label (WayGestureGroup group)
{
  return _ (group_labels[group]);
}
