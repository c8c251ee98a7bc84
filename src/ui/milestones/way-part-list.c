/* way-part-list.c: WayPartList, one list of a document: criteria, features, risks ….
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-i18n.h"

#include "ui/milestones/way-part-list.h"

#include "document/way-milestone-parts.h"
#include "document/way-milestone-templates.h"
#include "model/way-records.h"
#include "ui/milestones/way-check-in-chart.h"
#include "ui/milestones/way-part-row.h"
#include "ui/way-window.h"

#include <string.h>

/* What a kind of list holds, and by which field its records are told apart. */
typedef struct
{
  WayOutlineKind kind;
  const WayRecordType *type;
  const char *field;
  const char *prompt; /* in the line that adds one */
} ListKind;

static const ListKind kinds[] = {
  { WAY_OUTLINE_CHECKLIST, &way_checklist_item_type, "list", N_ ("Add a line…") },
  { WAY_OUTLINE_GATES, &way_checklist_item_type, "list", N_ ("Add a quality gate…") },
  { WAY_OUTLINE_FEATURES, &way_feature_type, "scope", N_ ("Add a feature…") },
  { WAY_OUTLINE_EXCLUSIONS, &way_feature_type, "scope", N_ ("Add what is left out…") },
  { WAY_OUTLINE_SPRINTS, &way_sprint_type, NULL, N_ ("Add a sprint…") },
  { WAY_OUTLINE_RISKS, &way_risk_type, NULL, N_ ("Add a risk…") },
  { WAY_OUTLINE_DEPENDENCIES, &way_dependency_type, "kind", N_ ("Add a dependency…") },
  { WAY_OUTLINE_KPIS, &way_kpi_type, "kind", N_ ("Add a metric…") },
  { WAY_OUTLINE_INDICATORS, &way_kpi_type, "kind", N_ ("Add an indicator…") },
  { WAY_OUTLINE_PHASES, &way_phase_type, NULL, N_ ("Add a phase…") },
  { WAY_OUTLINE_CHECKPOINTS, &way_checkpoint_type, NULL, N_ ("Add a checkpoint, like: 50 %…") },
  { WAY_OUTLINE_DOCUMENTS, &way_document_link_type, "group", N_ ("Add a document…") },
  { WAY_OUTLINE_MILESTONES, &way_milestone_type, NULL, N_ ("Add a milestone…") },
  { WAY_OUTLINE_BLOCKERS, &way_blocker_type, NULL, N_ ("Add what holds it up…") },
  { WAY_OUTLINE_CHECK_INS, &way_check_in_type, NULL, N_ ("Add a check-in…") },
  { WAY_OUTLINE_REVIEWS, &way_review_type, NULL, N_ ("Add a review…") },
  { WAY_OUTLINE_ACTIONS, &way_action_type, "kind", N_ ("Add what is to be done…") },
};

struct _WayPartList
{
  GtkBox parent_instance;

  WayDocument *document;
  WayRecord *record; /* the milestone or initiative */
  WayPhase *phase; /* (nullable) */
  const WayOutlineEntry *entry;
  const ListKind *kind;
  GtkWidget *heading;
  GtkWidget *chart; /* (nullable): of the check-ins */
  GtkWidget *list;
  GtkWidget *adder;
};

G_DEFINE_FINAL_TYPE (WayPartList, way_part_list, GTK_TYPE_BOX)

static const ListKind *
find_kind (WayOutlineKind kind)
{
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (kinds[i].kind == kind)
      return &kinds[i];
  return NULL;
}

/**
 * way_part_list_is_kind:
 *
 * Returns: whether entries of that kind are lists of records
 */
gboolean
way_part_list_is_kind (WayOutlineKind kind)
{
  return find_kind (kind) != NULL;
}

/* A document tells of high risks and of medium ones: what is worse is high, what is less medium. */
static GPtrArray *
get_risks (WayPartList *self)
{
  GPtrArray *risks = way_record_get_parts (self->record, &way_risk_type);

  for (guint i = risks->len; i > 0; i--)
    {
      WayRisk *risk = g_ptr_array_index (risks, i - 1);
      gboolean high = way_risk_band (way_risk_score_current (risk)) >= WAY_LEVEL_HIGH;

      if (high != (self->entry->choice >= WAY_LEVEL_HIGH))
        g_ptr_array_remove_index (risks, i - 1);
    }
  return risks;
}

/* Returns: (transfer full) (element-type WayRecord) */
static GPtrArray *
get_records (WayPartList *self)
{
  if (self->phase != NULL)
    return way_phase_get_items (self->phase);
  if (self->kind->kind == WAY_OUTLINE_RISKS)
    return get_risks (self);
  if (self->kind->field != NULL)
    return way_record_get_choice (self->record, self->kind->type, self->kind->field,
                                     self->entry->choice);
  return way_record_get_parts (self->record, self->kind->type);
}

static void
fill_in (WayPartList *self, WayRecord *part, const char *text)
{
  if (self->kind->field != NULL || self->phase != NULL)
    way_document_set_int (self->document, part,
                          self->kind->field != NULL ? self->kind->field : "list",
                          self->phase != NULL ? WAY_CHECKLIST_PHASE : self->entry->choice);
  if (self->phase != NULL)
    way_document_set_int (self->document, part, "phase", WAY_RECORD (self->phase)->id);
  if (WAY_IS_RISK (part) && self->entry->choice >= WAY_LEVEL_HIGH)
    {
      way_document_set_int (self->document, part, "probability", WAY_RATING_HIGH);
      way_document_set_int (self->document, part, "impact", WAY_RATING_MEDIUM);
    }
  else if (WAY_IS_RISK (part))
    {
      way_document_set_int (self->document, part, "probability", WAY_RATING_MEDIUM);
      way_document_set_int (self->document, part, "impact", WAY_RATING_LOW);
    }
  if (WAY_IS_BLOCKER (part))
    way_document_set_int (self->document, part, "since",
                          way_document_get_status_date (self->document));
  else if (WAY_IS_CHECK_IN (part) || WAY_IS_REVIEW (part))
    way_document_set_int (self->document, part, "date",
                          way_document_get_status_date (self->document));
  if (WAY_IS_CHECKPOINT (part))
    way_document_set_int (self->document, part, "percent", CLAMP (atoi (text), 0, 100));
  else
    way_document_set_text (self->document, part, "title", text);
}

/* A milestone stands in the timeline, on a row of its own. */
static gboolean
add_part (WayPartList *self, const WayRecordType *type, const char *text, GError **error)
{
  WayMilestone *milestone;

  if (type != &way_milestone_type)
    {
      fill_in (self, way_record_add_part (self->document, self->record, type), text);
      return TRUE;
    }
  milestone = way_milestone_create_on_row (self->document, text, WAY_NEVER, NULL, error);
  if (milestone != NULL)
    way_document_set_int (self->document, WAY_RECORD (milestone), "initiative", self->record->id);
  return milestone != NULL;
}

static void
adder_cb (WayPartList *self)
{
  g_autofree char *text = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->adder)));
  const WayRecordType *type = self->phase != NULL ? &way_checklist_item_type : self->kind->type;
  g_autofree char *label = NULL;
  g_autoptr (GError) error = NULL;

  if (g_strstrip (text)[0] == '\0')
    return;
  label = g_strdup_printf (_ ("Add “%s”"), text);
  way_document_begin (self->document, label);
  if (!add_part (self, type, text, &error))
    way_document_rollback (self->document);
  else if (way_document_commit (self->document, &error))
    gtk_editable_set_text (GTK_EDITABLE (self->adder), "");
  if (error != NULL)
    way_window_report_error (GTK_WIDGET (self), error);
}

/**
 * way_part_list_add:
 *
 * Puts the cursor where a new one is typed.
 */
void
way_part_list_add (WayPartList *self)
{
  gtk_widget_grab_focus (self->adder);
}

static void
activate_cb (GtkListBox *list, GtkListBoxRow *row, WayPartList *self)
{
  way_part_row_open (WAY_PART_ROW (row));
}

/* A phase may be called something else now. */
static void
refresh_heading (WayPartList *self)
{
  const char *title
      = self->phase != NULL ? WAY_RECORD (self->phase)->title : _ (self->entry->heading);

  gtk_label_set_text (GTK_LABEL (self->heading), title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  title, -1);
}

static gboolean
is_in_order (WayPartList *self, GPtrArray *records)
{
  for (guint i = 0; i < records->len; i++)
    {
      GtkListBoxRow *row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), (int) i);

      if (row == NULL || way_part_row_get_record (WAY_PART_ROW (row)) != records->pdata[i])
        return FALSE;
    }
  return gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), (int) records->len) == NULL;
}

/**
 * way_part_list_refresh:
 *
 * Shows the records as they are now. Rows that are still right are kept, with their focus.
 */
void
way_part_list_refresh (WayPartList *self)
{
  g_autoptr (GPtrArray) records = get_records (self);
  GtkListBoxRow *row;

  refresh_heading (self);
  if (!is_in_order (self, records))
    {
      while ((row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), 0)) != NULL)
        gtk_list_box_remove (GTK_LIST_BOX (self->list), GTK_WIDGET (row));
      for (guint i = 0; i < records->len; i++)
        gtk_list_box_append (GTK_LIST_BOX (self->list),
                             way_part_row_new (self->document, records->pdata[i]));
    }
  for (guint i = 0; i < records->len; i++)
    way_part_row_refresh (WAY_PART_ROW (
        gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), (int) i)));
  gtk_widget_set_visible (self->list, records->len > 0);
  if (self->chart != NULL)
    way_check_in_chart_show (WAY_CHECK_IN_CHART (self->chart));
}

/**
 * way_part_list_count:
 * @n_done: (out) (optional): those that are ticked or waived
 *
 * Returns: the number of records
 */
guint
way_part_list_count (WayPartList *self, guint *n_done)
{
  g_autoptr (GPtrArray) records = get_records (self);

  if (n_done != NULL)
    *n_done = 0;
  for (guint i = 0; n_done != NULL && i < records->len; i++)
    if (WAY_IS_CHECKLIST_ITEM (records->pdata[i]))
      *n_done += way_checklist_item_is_met (records->pdata[i]) ? 1 : 0;
    else if (WAY_IS_FEATURE (records->pdata[i]))
      *n_done += WAY_FEATURE (records->pdata[i])->done ? 1 : 0;
  return records->len;
}

/**
 * way_part_list_get_entry:
 *
 * Returns: (transfer none): which list it is
 */
const WayOutlineEntry *
way_part_list_get_entry (WayPartList *self)
{
  return self->entry;
}

/**
 * way_part_list_get_phase:
 *
 * Returns: (transfer none) (nullable): the phase whose lines it shows
 */
WayPhase *
way_part_list_get_phase (WayPartList *self)
{
  return self->phase;
}

static void
way_part_list_dispose (GObject *object)
{
  WayPartList *self = WAY_PART_LIST (object);

  g_clear_object (&self->phase);
  g_clear_object (&self->record);
  g_clear_object (&self->document);
  G_OBJECT_CLASS (way_part_list_parent_class)->dispose (object);
}

static void
way_part_list_class_init (WayPartListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = way_part_list_dispose;
}

static void
way_part_list_init (WayPartList *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
}

static void
add_adder (WayPartList *self)
{
  const char *prompt = self->phase != NULL ? _ ("Add a line…") : _ (self->kind->prompt);

  self->adder = gtk_entry_new ();
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->adder), prompt);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->adder), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  prompt, -1);
  gtk_widget_add_css_class (self->adder, "document-adder");
  gtk_widget_set_visible (self->adder, !way_document_is_read_only (self->document));
  g_signal_connect_swapped (self->adder, "activate", G_CALLBACK (adder_cb), self);
  gtk_box_append (GTK_BOX (self), self->adder);
}

/**
 * way_part_list_new:
 * @record: a milestone or an initiative
 * @entry: one for which way_part_list_is_kind() holds
 * @phase: (nullable)
 *
 * Returns: (transfer floating)
 */
GtkWidget *
way_part_list_new (WayDocument *document, WayRecord *record, const WayOutlineEntry *entry,
                   WayPhase *phase)
{
  WayPartList *self = g_object_new (WAY_TYPE_PART_LIST, NULL);

  self->document = g_object_ref (document);
  self->record = g_object_ref (record);
  self->phase = phase != NULL ? g_object_ref (phase) : NULL;
  self->entry = entry;
  self->kind = find_kind (entry->kind);
  self->heading = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->heading), 0);
  gtk_widget_add_css_class (self->heading, "document-heading");
  gtk_box_append (GTK_BOX (self), self->heading);
  if (self->kind->kind == WAY_OUTLINE_CHECK_INS)
    {
      self->chart = way_check_in_chart_new (record);
      gtk_box_append (GTK_BOX (self), self->chart);
    }
  self->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_NONE);
  gtk_list_box_set_activate_on_single_click (GTK_LIST_BOX (self->list), FALSE);
  gtk_widget_add_css_class (self->list, "document-list");
  g_signal_connect (self->list, "row-activated", G_CALLBACK (activate_cb), self);
  gtk_box_append (GTK_BOX (self), self->list);
  add_adder (self);
  way_part_list_refresh (self);
  return GTK_WIDGET (self);
}
