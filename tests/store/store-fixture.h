/* store-fixture.h: a plan's file in a folder of its own, for each test.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "plan-maker.h"

#include "model/way-error.h"

#include <glib/gstdio.h>
#include <sqlite3.h>

typedef struct
{
  char *folder;
  char *path;
  WayStore *store; /* open */
  WayPlan *plan;   /* what is in it */
} Fixture;

void fixture_set_up    (Fixture *f, gconstpointer data);
void fixture_tear_down (Fixture *f, gconstpointer data);

void commit      (Fixture *f, WayChangeset *changeset);
void fill        (Fixture *f, guint n_tasks);
void close_store (Fixture *f);
void reopen      (Fixture *f);

/* As a stranger's program would, with all of SQLite's guards off. */
void meddle (Fixture *f, const char *sql);

void assert_refused (Fixture *f, WayError code, const char *word);

#define ADD(path, func, data) \
  g_test_add (path, Fixture, data, fixture_set_up, func, fixture_tear_down)
