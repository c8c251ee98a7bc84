/* way-sample-documents.h: the documents of two milestones and an initiative of the sample plan.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  const char *whole, *key, *text; /* row that it stands on, key of a section */
} WaySampleSection;

/* A record that belongs to a milestone or an initiative; its fields as a person would type them. */
typedef struct
{
  const char *whole, *type, *title; /* title NULL: the type has none */
  const char *fields[8][2];
} WaySamplePart;

/* A line of the phase that was made before it. */
typedef struct
{
  const char *phase, *text;
  gboolean done;
} WaySamplePhaseLine;

extern const WaySampleSection way_sample_front_matter[]; /* .key is a field */
extern const WaySampleSection way_sample_sections[];
extern const WaySamplePart way_sample_parts[];
extern const WaySamplePhaseLine way_sample_phase_lines[];

G_END_DECLS
