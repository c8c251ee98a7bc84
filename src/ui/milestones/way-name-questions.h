/* way-name-questions.h: WayNameQuestions, asks who is meant by names that the plan does not know.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "exchange/way-exchange.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define WAY_TYPE_NAME_QUESTIONS (way_name_questions_get_type ())
G_DECLARE_FINAL_TYPE (WayNameQuestions, way_name_questions, WAY, NAME_QUESTIONS, GtkBox)

/* A question for each new person and milestone of @report; ::changed with each answer. */
GtkWidget *way_name_questions_new         (WayPlan *plan, const WayImportReport *report);
/* (transfer full) (element-type WayNameChoice): the answers of now */
GPtrArray *way_name_questions_get_choices (WayNameQuestions *self);

G_END_DECLS
