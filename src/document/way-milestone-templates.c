/* way-milestone-templates.c: what a new milestone begins with: by its kind, or like another one.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-i18n.h"

#include "document/way-milestone-templates.h"

#include "document/way-milestone-parts.h"
#include "document/way-outline.h"

typedef enum { CRITERION, DONE, GATE, PHASE, STEP, LAUNCH } Part;

/* GATE: with its threshold. STEP: of the phase before it, whose usual duration stands beside it. */
typedef struct
{
  Part part;
  const char *title, *more;
} Line;

static const Line software[] = {
  { CRITERION, N_("Every must-have feature is accepted by the product owner"), NULL },
  { CRITERION, N_("Pilot users work with it for two weeks without a blocking fault"), NULL },
  { DONE, N_("Code is reviewed and merged"), NULL },
  { DONE, N_("Automated tests cover the new behaviour"), NULL },
  { DONE, N_("User documentation and release notes are written"), NULL },
  { GATE, N_("Automated tests"), N_("All pass") },
  { GATE, N_("Open faults of high severity"), N_("None") },
  { GATE, N_("Security review"), N_("No open finding above low") },
  { PHASE, N_("Design"), N_("2 weeks") },
  { STEP, N_("Stories have acceptance criteria"), NULL },
  { STEP, N_("Architecture decisions are recorded"), NULL },
  { PHASE, N_("Development"), N_("8 weeks") },
  { STEP, N_("Features are complete"), NULL },
  { PHASE, N_("Test and stabilisation"), N_("3 weeks") },
  { STEP, N_("Regression test has run"), NULL },
  { STEP, N_("Release candidate is accepted"), NULL },
  { LAUNCH, N_("Way back to the last version is rehearsed"), NULL },
  { LAUNCH, N_("Support knows what is new"), NULL },
  { LAUNCH, N_("Release is announced"), NULL },
};

static const Line construction[] = {
  { CRITERION, N_("The work is inspected and accepted without major defects"), NULL },
  { CRITERION, N_("Cost stays within the approved budget"), NULL },
  { DONE, N_("As-built drawings are filed"), NULL },
  { DONE, N_("Test certificates of materials are filed"), NULL },
  { GATE, N_("Safety inspection"), N_("No open finding") },
  { GATE, N_("Dimensional survey"), N_("Within tolerance") },
  { GATE, N_("Building authority"), N_("Approval in writing") },
  { PHASE, N_("Preparation"), N_("2 weeks") },
  { STEP, N_("Permits are in hand"), NULL },
  { STEP, N_("Site is set up and fenced"), NULL },
  { PHASE, N_("Execution"), N_("10 weeks") },
  { STEP, N_("Trades are coordinated week by week"), NULL },
  { STEP, N_("Defects are listed as they are found"), NULL },
  { PHASE, N_("Acceptance"), N_("2 weeks") },
  { STEP, N_("Defects of the acceptance are mended"), NULL },
  { LAUNCH, N_("Keys and manuals are handed over"), NULL },
  { LAUNCH, N_("Warranty dates are noted"), NULL },
};

static const Line event[] = {
  { CRITERION, N_("As many guests come as were planned for"), NULL },
  { CRITERION, N_("Guests would come again: 4 of 5 points or more"), NULL },
  { DONE, N_("Programme is published"), NULL },
  { DONE, N_("Suppliers are confirmed in writing"), NULL },
  { GATE, N_("Safety concept"), N_("Accepted by the authority") },
  { GATE, N_("Rehearsal"), N_("Full run without a stop") },
  { PHASE, N_("Concept"), N_("4 weeks") },
  { STEP, N_("Budget is approved"), NULL },
  { STEP, N_("Venue is booked"), NULL },
  { PHASE, N_("Preparation"), N_("8 weeks") },
  { STEP, N_("Speakers and hosts are confirmed"), NULL },
  { STEP, N_("Invitations are out"), NULL },
  { PHASE, N_("The event itself"), N_("3 days") },
  { STEP, N_("Set-up is complete"), NULL },
  { STEP, N_("Venue is handed back"), NULL },
  { LAUNCH, N_("Last information is sent to the guests"), NULL },
  { LAUNCH, N_("Thanks and pictures are sent"), NULL },
};

static const Line research[] = {
  { CRITERION, N_("The research question is answered, whatever the answer"), NULL },
  { CRITERION, N_("Results can be reproduced by somebody else"), NULL },
  { DONE, N_("Data and code are archived with a description"), NULL },
  { DONE, N_("Limits of the method are written down"), NULL },
  { GATE, N_("Ethics and data protection"), N_("Approval in writing") },
  { GATE, N_("Review by a colleague"), N_("No open major remark") },
  { PHASE, N_("Question and method"), N_("4 weeks") },
  { STEP, N_("State of the art is reviewed"), NULL },
  { STEP, N_("Method is agreed before the data are seen"), NULL },
  { PHASE, N_("Data"), N_("8 weeks") },
  { STEP, N_("Data are collected and checked"), NULL },
  { PHASE, N_("Analysis and writing"), N_("6 weeks") },
  { STEP, N_("Analysis is repeated independently"), NULL },
  { STEP, N_("Draft is reviewed"), NULL },
  { LAUNCH, N_("Results are presented to those who asked"), NULL },
  { LAUNCH, N_("Next questions are written down"), NULL },
};

static const struct
{
  const char *label;
  const Line *lines;
  guint n_lines;
} templates[WAY_N_TEMPLATES] = {
  [WAY_TEMPLATE_SOFTWARE] = { N_("Software release"), software, G_N_ELEMENTS (software) },
  [WAY_TEMPLATE_CONSTRUCTION]
      = { N_("Construction phase"), construction, G_N_ELEMENTS (construction) },
  [WAY_TEMPLATE_EVENT] = { N_("Event"), event, G_N_ELEMENTS (event) },
  [WAY_TEMPLATE_RESEARCH] = { N_("Research"), research, G_N_ELEMENTS (research) },
};

const char *
way_template_label (WayTemplate kind)
{
  return _ (templates[kind].label);
}

/* When @percent of the time from the status date to the target has gone by. */
static WayMoment
date_at (WayDocument *document, WayMilestone *milestone, gint64 percent)
{
  WayMoment from = way_document_get_status_date (document), to = milestone->target_date;

  if (to == WAY_NEVER || to <= from)
    return to;
  return way_moment_day (from + (to - from) * percent / 100);
}

static WayRecord *
add_checkpoint (WayDocument *document, WayMilestone *milestone, gint64 percent,
                const char *criteria)
{
  WayRecord *point = way_milestone_add_part (document, milestone, &way_checkpoint_type);

  way_document_set_int (document, point, "percent", percent);
  way_document_set_int (document, point, "date", date_at (document, milestone, percent));
  way_document_set_text (document, point, "criteria", criteria);
  return point;
}

static void
add_line (WayDocument *document, WayMilestone *milestone, const Line *line, WayRecord **phase)
{
  static const WayChecklist lists[] = {
    [CRITERION] = WAY_CHECKLIST_SUCCESS_CRITERIA, [DONE] = WAY_CHECKLIST_DEFINITION_OF_DONE,
    [GATE] = WAY_CHECKLIST_QUALITY_GATES,         [STEP] = WAY_CHECKLIST_PHASE,
    [LAUNCH] = WAY_CHECKLIST_LAUNCH,
  };
  WayRecord *part = way_milestone_add_part (
      document, milestone, line->part == PHASE ? &way_phase_type : &way_checklist_item_type);

  way_document_set_text (document, part, "title", _ (line->title));
  if (line->part == PHASE)
    {
      way_document_set_text (document, part, "duration", _ (line->more));
      *phase = part;
      return;
    }
  way_document_set_int (document, part, "list", lists[line->part]);
  if (line->more != NULL)
    way_document_set_text (document, part, "criterion", _ (line->more));
  if (line->part == STEP)
    way_document_set_int (document, part, "phase", (*phase)->id);
}

/**
 * way_milestone_fill_by_template:
 *
 * Gives @milestone the lists, gates and phases of its kind, and checkpoints at 25, 50, 75 and
 * 100 % of the time to its target, inside the open scope. All of it can be changed afterwards.
 */
void
way_milestone_fill_by_template (WayDocument *document, WayMilestone *milestone, WayTemplate kind)
{
  static const char *const expected[] = {
    N_("The team is on it and the plan holds"), N_("Half of what was promised can be shown"),
    N_("Only known work is left"), N_("Every criterion is met"),
  };
  WayRecord *phase = NULL;

  for (guint i = 0; i < templates[kind].n_lines; i++)
    add_line (document, milestone, &templates[kind].lines[i], &phase);
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    add_checkpoint (document, milestone, 25 * (i + 1), _ (expected[i]));
}

static void
copy_texts (WayDocument *document, WayRecord *from, WayRecord *to, const char *const *fields)
{
  const WayRecordType *type = way_record_get_record_type (from);

  for (; *fields != NULL; fields++)
    {
      const WayField *field = way_record_type_field (type, *fields);
      WayValue value = way_record_get (from, field);

      way_document_set (document, to, field, &value);
    }
}

static void
copy_items (WayDocument *document, WayMilestone *milestone, WayMilestone *model, GHashTable *phases)
{
  static const char *const fields[] = { "title", "list", "criterion", NULL };
  g_autoptr (GPtrArray) items = way_milestone_get_parts (model, &way_checklist_item_type);

  for (guint i = 0; i < items->len; i++)
    {
      WayChecklistItem *item = items->pdata[i];
      WayRecord *copy = way_milestone_add_part (document, milestone, &way_checklist_item_type);
      WayRecord *phase = g_hash_table_lookup (phases, &item->phase);

      copy_texts (document, WAY_RECORD (item), copy, fields);
      if (phase != NULL)
        way_document_set_int (document, copy, "phase", phase->id);
    }
}

/**
 * way_milestone_fill_like:
 * @model: another milestone of the plan
 *
 * Gives @milestone the lists, gates, phases, checkpoints and KPIs of @model with nothing ticked,
 * dated or measured yet, inside the open scope.
 */
void
way_milestone_fill_like (WayDocument *document, WayMilestone *milestone, WayMilestone *model)
{
  static const char *const of_milestone[] = { "priority", "completion", "business_value",
                                              "technical_complexity", "initiative", NULL };
  static const char *const of_phase[] = { "title", "duration", NULL };
  static const char *const of_kpi[] = { "title", "kind", "theme", "unit", "direction", "baseline",
                                        "target", "method", "cadence", NULL };
  g_autoptr (GPtrArray) phases = way_milestone_get_parts (model, &way_phase_type);
  g_autoptr (GPtrArray) points = way_milestone_get_parts (model, &way_checkpoint_type);
  g_autoptr (GPtrArray) kpis = way_milestone_get_parts (model, &way_kpi_type);
  g_autoptr (GHashTable) copies = g_hash_table_new (g_int64_hash, g_int64_equal);

  copy_texts (document, WAY_RECORD (model), WAY_RECORD (milestone), of_milestone);
  for (guint i = 0; i < phases->len; i++)
    {
      WayRecord *copy = way_milestone_add_part (document, milestone, &way_phase_type);

      copy_texts (document, phases->pdata[i], copy, of_phase);
      g_hash_table_insert (copies, &WAY_RECORD (phases->pdata[i])->id, copy);
    }
  copy_items (document, milestone, model, copies);
  for (guint i = 0; i < points->len; i++)
    add_checkpoint (document, milestone, WAY_CHECKPOINT (points->pdata[i])->percent,
                    WAY_CHECKPOINT (points->pdata[i])->criteria);
  for (guint i = 0; i < kpis->len; i++)
    copy_texts (document, kpis->pdata[i],
                way_milestone_add_part (document, milestone, &way_kpi_type), of_kpi);
}

/**
 * way_milestone_can_be_model:
 *
 * Returns: whether there is anything to take over from it
 */
gboolean
way_milestone_can_be_model (WayMilestone *milestone)
{
  g_autoptr (GPtrArray) items = way_milestone_get_parts (milestone, &way_checklist_item_type);
  g_autoptr (GPtrArray) points = way_milestone_get_parts (milestone, &way_checkpoint_type);

  return items->len + points->len > 0;
}

/* @day, or the last before it on which anybody works. */
static WayMoment
working_day (WayDocument *document, WayMoment day)
{
  for (int i = 0; i < 31; i++)
    if (way_document_is_working_day (document, 0, day - i * WAY_DAY))
      return day - i * WAY_DAY;
  return day;
}

/* A point that nothing drives yet stands at its target. */
static void
place_row (WayDocument *document, WayTask *row, WayMoment target)
{
  WayProject *project = way_plan_get_project (way_document_get_plan (document));

  if (target == WAY_NEVER)
    return;
  way_document_set_int (document, WAY_RECORD (row), "constraint_type", WAY_CONSTRAINT_SNET);
  way_document_set_int (document, WAY_RECORD (row), "constraint_date",
                        working_day (document, way_moment_day (target)) + project->day_finish);
}

/* At the end of the timeline. */
static WayTask *
add_row (WayDocument *document, const char *title, WayMoment target, GError **error)
{
  WayTask *row = way_outline_append_child (document, NULL, title, error);

  if (row == NULL)
    return NULL;
  way_document_set_int (document, WAY_RECORD (row), "is_milestone", TRUE);
  way_document_set_int (document, WAY_RECORD (row), "duration", 0);
  place_row (document, row, target);
  return row;
}

/**
 * way_milestone_settle_row:
 *
 * Once the milestone's name and target are known: gives them to its point in the timeline, which
 * is made when there is none, inside the open scope.
 */
gboolean
way_milestone_settle_row (WayDocument *document, WayMilestone *milestone, GError **error)
{
  WayRecord *record = WAY_RECORD (milestone);
  WayTask *row = way_plan_lookup_task (record->plan, milestone->task);

  if (row == NULL)
    {
      row = add_row (document, record->title, milestone->target_date, error);
      if (row != NULL)
        way_document_set_int (document, record, "task", WAY_RECORD (row)->id);
      return row != NULL;
    }
  way_document_set_text (document, WAY_RECORD (row), "title", record->title);
  place_row (document, row, milestone->target_date);
  return TRUE;
}

/**
 * way_milestone_create_on_row:
 * @target: day promised; %WAY_NEVER for none
 * @row: (nullable): in the timeline; %NULL makes a new one at the end
 *
 * Makes a milestone inside the open scope.
 *
 * Returns: (transfer none) (nullable)
 */
WayMilestone *
way_milestone_create_on_row (WayDocument *document, const char *title, WayMoment target,
                             WayTask *row, GError **error)
{
  WayRecord *record;

  if (row == NULL)
    row = add_row (document, title, target, error);
  if (row == NULL)
    return NULL;
  record = way_document_create_record (document, &way_milestone_type);
  way_document_set_text (document, record, "title", title);
  way_document_set_int (document, record, "task", WAY_RECORD (row)->id);
  way_document_set_int (document, record, "target_date", target);
  way_document_set_int (document, record, "owner", WAY_RECORD (row)->owner);
  return WAY_MILESTONE (record);
}

/**
 * way_milestone_similar_lessons:
 * @model: (nullable): the milestone that the new one is like
 * @initiative: 0 for none
 *
 * Returns: (transfer full) (element-type WayLesson): the lessons of @model and of the milestones
 * of @initiative
 */
GPtrArray *
way_milestone_similar_lessons (WayPlan *plan, WayMilestone *model, gint64 initiative)
{
  GPtrArray *lessons = way_plan_peek_records (plan, &way_lesson_type);
  GPtrArray *found = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < lessons->len; i++)
    {
      WayLesson *lesson = lessons->pdata[i];
      WayMilestone *milestone
          = lesson->milestone != 0
                ? WAY_MILESTONE (way_plan_lookup (plan, lesson->milestone)) : NULL;

      if (milestone != NULL
          && (milestone == model || (initiative != 0 && milestone->initiative == initiative)))
        g_ptr_array_add (found, g_object_ref (lesson));
    }
  return found;
}
