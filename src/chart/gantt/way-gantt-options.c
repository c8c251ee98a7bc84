/* way-gantt-options.c: what a Gantt chart shows at first, and the names of the choices.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-i18n.h"

#include "chart/way-gantt-options.h"

void
way_gantt_options_init (WayGanttOptions *self)
{
  *self = (WayGanttOptions) {
    .row_height = 30,
    .baseline_slot = -1,
    .critical = TRUE,
    .progress = TRUE,
    .today_line = TRUE,
    .labels = { [WAY_LABEL_RIGHT] = WAY_LABEL_RESOURCES },
    .non_working = TRUE,
    .deadlines = TRUE,
    .pins = TRUE,
    .grid = TRUE,
    .overview = TRUE,
    .links = WAY_LINKS_ALL,
    .color = WAY_COLOR_BY_STATUS,
    .today = way_moment_today (),
    .status_date = WAY_NEVER,
  };
}

const char *
way_gantt_label_name (WayGanttLabel label)
{
  static const char *const names[WAY_N_LABELS] = {
    [WAY_LABEL_NONE] = N_("Nothing"),         [WAY_LABEL_RESOURCES] = N_("People"),
    [WAY_LABEL_NAME] = N_("Name"),            [WAY_LABEL_OWNER] = N_("Owner"),
    [WAY_LABEL_DATES] = N_("Dates"),          [WAY_LABEL_START] = N_("Start"),
    [WAY_LABEL_FINISH] = N_("Finish"),        [WAY_LABEL_DURATION] = N_("Duration"),
    [WAY_LABEL_DONE] = N_("Done"),            [WAY_LABEL_FLOAT] = N_("Float"),
    [WAY_LABEL_MILESTONE] = N_("Milestone"),
  };

  g_assert ((guint) label < WAY_N_LABELS);
  return _(names[label]);
}

const char *
way_gantt_color_name (WayGanttColor color)
{
  static const char *const names[WAY_N_COLORS] = {
    [WAY_COLOR_BY_STATUS] = N_("By status"),     [WAY_COLOR_BY_INITIATIVE] = N_("By initiative"),
    [WAY_COLOR_BY_OWNER] = N_("By owner"),       [WAY_COLOR_PLAIN] = N_("All the same"),
    [WAY_COLOR_BY_CRITICAL] = N_("By critical"),
  };

  g_assert ((guint) color < WAY_N_COLORS);
  return _(names[color]);
}
