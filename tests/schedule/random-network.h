/* random-network.h: random calendars and networks with every feature mixed in, for the tests.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "schedule/way-network.h"

G_BEGIN_DECLS

/* Monday 2026-05-04 00:00 */
#define RANDOM_MONDAY ((gint64) 20577 * 1440)
#define RANDOM_CALENDARS 5
#define RANDOM_PARTS 8 /* shared by the tasks */

/* A network as data, to be changed, shrunk and printed. */
typedef struct
{
  GArray *tasks; /* of WayNetTask */
  GArray *links; /* of WayNetLink */
  GArray *parts; /* of WayNetPart */
  WayNetOptions options;
  WayWorktime *calendars[RANDOM_CALENDARS];
} RandomNetwork;

typedef enum
{
  RANDOM_LATEST = 1 << 0,      /* "as late as possible" may occur */
  RANDOM_FROM_FINISH = 1 << 1, /* scheduling from the finish may occur */
} RandomFeatures;

GRand         *random_network_rand   (void);
WayWorktime   *random_worktime       (GRand *rand, gint64 first_day, int n_days);

RandomNetwork *random_network_new_empty (void);
RandomNetwork *random_network_new    (GRand *rand, int n_tasks, RandomFeatures features);
RandomNetwork *random_network_copy   (const RandomNetwork *self);
void           random_network_free   (RandomNetwork *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RandomNetwork, random_network_free)

void           random_network_vary   (GRand *rand, WayNetTask *task, RandomFeatures features);
void           random_network_settle (RandomNetwork *self);
void           random_network_open_cycles (RandomNetwork *self);
void           random_network_remove (RandomNetwork *self, guint task);
WayNetwork    *random_network_build  (const RandomNetwork *self);
char          *random_network_print  (const RandomNetwork *self);

G_END_DECLS
