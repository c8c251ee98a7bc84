/* way-part-row.c: WayPartRow, one record in a list of a document.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Keys: space ticks, Delete deletes, Alt+arrows move it, F2 and Enter open it. */

#include "model/way-i18n.h"

#include "ui/milestones/way-part-row.h"

#include "document/way-milestone-parts.h"
#include "document/way-milestone-figures.h"
#include "metrics/way-figure.h"
#include "metrics/way-kpi-metrics.h"
#include "metrics/way-rag.h"
#include "model/way-records.h"
#include "ui/milestones/way-kpi-chart.h"
#include "ui/milestones/way-measurements-dialog.h"
#include "ui/milestones/way-waiver-dialog.h"
#include "ui/records/way-record-dialog.h"
#include "ui/records/way-record-make.h"
#include "ui/way-window.h"
#include "ui/widgets/way-chip.h"
#include "ui/way-actions.h"

#include <string.h>

#define NOTE_CHARACTERS 44

struct _WayPartRow
{
  GtkListBoxRow parent_instance;

  WayDocument *document;
  WayRecord *record;
  const WayField *tick; /* (nullable): the field that the box stands for */
  GtkWidget *check;
  GtkWidget *title;
  GtkWidget *detail;    /* below the title */
  GtkWidget *note;      /* at the end */
  GtkWidget *chip;
  GtkWidget *spark;     /* (nullable): the measurements of a KPI */
  GtkWidget *menu;
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (WayPartRow, way_part_row, GTK_TYPE_LIST_BOX_ROW)

/* Fields that the place of the row in the document says already. */
static gboolean
is_told_elsewhere (WayPartRow *self, const WayField *field)
{
  static const char *const names[]
      = { "title", "milestone", "initiative", "source", "list", "scope", "kind", "group", "done", "done_on", "owner" };

  if (field == self->tick)
    return TRUE;
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    if (strcmp (field->name, names[i]) == 0)
      return TRUE;
  return FALSE;
}

static void
append (GString *text, const char *part)
{
  if (part == NULL || part[0] == '\0')
    return;
  if (text->len > 0)
    g_string_append (text, " · ");
  g_string_append (text, part);
}

/* What a criterion and an action of a recovery say besides. */
static void
append_own (GString *text, WayRecord *record)
{
  g_autofree char *day = NULL, *promise = NULL;

  if (WAY_IS_CHECKLIST_ITEM (record) && WAY_CHECKLIST_ITEM (record)->done_on != WAY_NEVER)
    day = way_moment_format_short (WAY_CHECKLIST_ITEM (record)->done_on);
  append (text, day);
  if (WAY_IS_ACTION (record) && WAY_ACTION (record)->promised != 0)
    {
      g_autofree char *days = way_working_days_format (record->plan, WAY_ACTION (record)->promised);

      /* Translators: of an action, working days: 3 working days promised */
      promise = g_strdup_printf (_ ("%s promised"), days);
    }
  append (text, promise);
}

/* What the list columns of its type say. */
static char *
format_note (WayPartRow *self)
{
  const WayRecordType *type = way_record_get_record_type (self->record);
  g_autoptr (GString) text = g_string_new (NULL);
  WayRecord *owner = way_plan_lookup (self->record->plan, self->record->owner);

  for (guint i = 0; i < type->n_fields; i++)
    {
      const WayField *field = &type->fields[i];
      g_autofree char *value = NULL;
      WayValue raw;

      if (!(field->flags & WAY_FIELD_LIST) || field->flags & WAY_FIELD_MULTILINE
          || is_told_elsewhere (self, field))
        continue;
      raw = way_record_get (self->record, field);
      if (way_field_is_empty (field, &raw))
        continue;
      value = way_record_format (self->record, field);
      append (text, value);
    }
  if (owner != NULL)
    append (text, owner->title);
  append_own (text, self->record);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* The first text of several lines that is filled in. */
static char *
format_detail (WayPartRow *self)
{
  const WayRecordType *type = way_record_get_record_type (self->record);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < type->n_fields; i++)
    if (type->fields[i].flags & WAY_FIELD_MULTILINE && strcmp (type->fields[i].name, "notes") != 0)
      {
        const char *value = way_record_get_text (self->record, type->fields[i].name);

        if (value != NULL && value[0] != '\0' && text->len < 200)
          append (text, value);
      }
  g_strdelimit (text->str, "\n", ' ');
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* "Active · 27 Nov 2026 · 60 %" */
static char *
format_milestone (WayMilestone *milestone)
{
  g_autoptr (GString) text = g_string_new (way_enum_label (&way_enum_status, milestone->status));
  g_autofree char *complete = way_percent_format ((double)milestone->complete);
  WayMoment day = milestone->forecast != WAY_NEVER ? way_finish_day (milestone->forecast)
                                                   : milestone->target_date;
  g_autofree char *date = day != WAY_NEVER ? way_moment_format_date (day) : NULL;

  append (text, date);
  append (text, complete);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static char *
format_title (WayPartRow *self)
{
  if (WAY_IS_CHECKPOINT (self->record))
    {
      WayCheckpoint *point = WAY_CHECKPOINT (self->record);
      g_autofree char *day = point->date != WAY_NEVER ? way_moment_format_date (point->date)
                                                      : g_strdup (_ ("no date yet"));

      /* Translators: a checkpoint: how far on which day */
      return g_strdup_printf (_ ("%d %% · %s"), (int) point->percent, day);
    }
  return way_record_dup_label (self->record);
}

static gboolean
is_ticked (WayPartRow *self)
{
  return self->tick != NULL && way_record_get (self->record, self->tick).i != 0;
}

/* How far it has come; measured too long ago is marked. */
static void
refresh_kpi (WayPartRow *self)
{
  WayKpi *kpi = WAY_KPI (self->record);
  g_autoptr (WayFigure) attained = way_kpi_attainment (self->document, kpi);
  g_autofree char *percent = way_figure_format (attained);
  WayMoment due = way_kpi_due (self->document, kpi);
  gboolean overdue = way_kpi_is_overdue (self->document, kpi);

  way_kpi_chart_show (WAY_KPI_CHART (self->spark));
  if (attained->known)
    {
      const char *before = gtk_label_get_text (GTK_LABEL (self->note));
      /* Translators: %s is “80 %”: so much of the way from the baseline to the target */
      g_autofree char *reached = g_strdup_printf (_ ("%s of the way"), percent);
      g_autofree char *note
          = g_strdup_printf ("%s%s%s", before, before[0] != '\0' ? " · " : "", reached);

      gtk_label_set_text (GTK_LABEL (self->note), note);
      gtk_widget_set_tooltip_text (
          self->note, _ ("How far it has come from the baseline to the target: "
                         "(latest − baseline) ÷ (target − baseline)"));
    }
  gtk_label_set_text (GTK_LABEL (self->chip), _ ("overdue"));
  gtk_widget_set_visible (self->chip, overdue);
  if (overdue && due != WAY_NEVER)
    {
      g_autofree char *day = way_moment_format_date (due);
      g_autofree char *text = g_strdup_printf (_ ("Was to be measured by %s"), day);

      gtk_widget_set_tooltip_text (self->chip, text);
    }
}

/* Its colour with the reasons. */
static void
refresh_milestone (WayPartRow *self)
{
  g_autoptr (WayRagStatus) status
      = way_rag_of_milestone (self->document, WAY_MILESTONE (self->record));
  g_autofree char *reasons = way_rag_status_to_text (status);

  gtk_label_set_text (GTK_LABEL (self->chip), way_rag_label (status->rag));
  way_chip_set_tone (self->chip, way_rag_tone (status->rag));
  gtk_widget_set_tooltip_text (self->chip, reasons);
  gtk_widget_set_visible (self->chip, TRUE);
}

static char *
format_note_and_detail (WayPartRow *self, char **detail)
{
  *detail = WAY_IS_MILESTONE (self->record) ? g_strdup ("") : format_detail (self);
  if (WAY_IS_MILESTONE (self->record))
    return format_milestone (WAY_MILESTONE (self->record));
  return WAY_IS_CHECKPOINT (self->record) ? g_strdup ("") : format_note (self);
}

/**
 * way_part_row_refresh:
 *
 * Shows the record's values.
 */
void
way_part_row_refresh (WayPartRow *self)
{
  g_autofree char *title = format_title (self), *detail = NULL;
  g_autofree char *note = format_note_and_detail (self, &detail);
  gboolean waived = WAY_IS_CHECKLIST_ITEM (self->record)
                    && WAY_CHECKLIST_ITEM (self->record)->waived;

  self->filling = TRUE;
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->check), is_ticked (self));
  self->filling = FALSE;
  gtk_label_set_text (GTK_LABEL (self->title), title);
  gtk_label_set_text (GTK_LABEL (self->note), note);
  gtk_label_set_ellipsize (GTK_LABEL (self->note), g_utf8_strlen (note, -1) > NOTE_CHARACTERS
                                                       ? PANGO_ELLIPSIZE_END
                                                       : PANGO_ELLIPSIZE_NONE);
  gtk_label_set_text (GTK_LABEL (self->detail), detail);
  gtk_widget_set_visible (self->detail, detail[0] != '\0');
  gtk_widget_set_visible (self->chip, waived);
  gtk_widget_set_tooltip_text (self->chip,
                               waived ? WAY_CHECKLIST_ITEM (self->record)->waiver_reason : NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->check), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  title, -1);
  if (self->spark != NULL)
    refresh_kpi (self);
  else if (WAY_IS_MILESTONE (self->record))
    refresh_milestone (self);
}

/* One step on the record. */
static void
commit (WayPartRow *self)
{
  g_autoptr (GError) error = NULL;

  if (!way_document_commit (self->document, &error))
    way_window_report_error (GTK_WIDGET (self), error);
  way_part_row_refresh (self);
}

static void
check_cb (GtkCheckButton *check, WayPartRow *self)
{
  gboolean active = gtk_check_button_get_active (check);
  g_autofree char *title = format_title (self), *label = NULL;

  if (self->filling)
    return;
  label = g_strdup_printf (active ? _ ("Tick “%s”") : _ ("Untick “%s”"), title);
  way_document_begin (self->document, label);
  way_document_set_int (self->document, self->record, self->tick->name, active);
  commit (self);
}

/**
 * way_part_row_open:
 *
 * Opens the document of a milestone, the form of any other record.
 */
void
way_part_row_open (WayPartRow *self)
{
  if (WAY_IS_MILESTONE (self->record))
    way_window_show_record (GTK_WIDGET (self), self->record);
  else
    way_record_dialog_present (GTK_WIDGET (self), self->document,
                               way_record_get_record_type (self->record), self->record);
}

static void
open_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  way_part_row_open (WAY_PART_ROW (widget));
}

static void
measure_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WayPartRow *self = WAY_PART_ROW (widget);

  if (WAY_IS_KPI (self->record) && !way_document_is_read_only (self->document))
    way_measurements_dialog_present (widget, self->document, WAY_KPI (self->record));
}

static void
make_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WayPartRow *self = WAY_PART_ROW (widget);
  g_autoptr (GPtrArray) records = g_ptr_array_new ();

  g_ptr_array_add (records, self->record);
  way_record_make (widget, self->document, records,
                   (WayDerivation)g_variant_get_int32 (parameter));
}

/* A milestone is more than a line of its initiative: it only leaves it. */
static void
delete_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WayPartRow *self = WAY_PART_ROW (widget);
  gboolean leaves = WAY_IS_MILESTONE (self->record);
  g_autofree char *title = format_title (self), *step = NULL, *message = NULL;
  g_autoptr (GError) error = NULL;
  GtkWidget *list = gtk_widget_get_parent (widget);

  if (way_document_is_read_only (self->document))
    return;
  step = g_strdup_printf (leaves ? _ ("Take “%s” out of its initiative") : _ ("Delete “%s”"),
                          title);
  message = g_strdup_printf (leaves ? _ ("“%s” is in no initiative now") : _ ("Deleted “%s”"),
                             title);
  way_document_begin (self->document, step);
  if (leaves)
    way_document_set_int (self->document, self->record, "initiative", 0);
  else
    way_document_delete (self->document, self->record);
  if (way_document_commit (self->document, &error))
    way_window_toast (list, message, _ ("Undo"), "win.undo");
  else
    way_window_report_error (list, error);
}

static void
waive_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WayPartRow *self = WAY_PART_ROW (widget);

  if (!way_document_is_read_only (self->document) && WAY_IS_CHECKLIST_ITEM (self->record))
    way_waiver_dialog_present (widget, self->document, WAY_CHECKLIST_ITEM (self->record));
}

/* The records of the list, in the order of its rows. */
static GPtrArray *
collect_records (GtkListBox *list)
{
  GPtrArray *records = g_ptr_array_new ();
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (list, i)) != NULL; i++)
    g_ptr_array_add (records, WAY_PART_ROW (row)->record);
  return records;
}

/* Changes places with the row beside it. */
static void
move (WayPartRow *self, int step)
{
  GtkListBox *list = GTK_LIST_BOX (gtk_widget_get_parent (GTK_WIDGET (self)));
  int index = gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (self)), other = index + step;
  g_autoptr (GPtrArray) records = collect_records (list);
  g_autofree char *title = format_title (self), *label = NULL;

  if (other < 0 || other >= (int) records->len || way_document_is_read_only (self->document)
      || way_record_type_field (way_record_get_record_type (self->record), "rank") == NULL)
    return;
  records->pdata[index] = records->pdata[other];
  records->pdata[other] = self->record;
  label = g_strdup_printf (_ ("Move “%s”"), title);
  way_document_begin (self->document, label);
  way_milestone_order_parts (self->document, records);
  commit (self);
}

static void
move_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GtkListBox *list = GTK_LIST_BOX (gtk_widget_get_parent (widget));
  int index = gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (widget));
  int step = strcmp (name, "part.up") == 0 ? -1 : 1;
  GtkListBoxRow *row;

  move (WAY_PART_ROW (widget), step);
  row = gtk_list_box_get_row_at_index (list, index + step);
  if (row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
}

static void
tick_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WayPartRow *self = WAY_PART_ROW (widget);

  if (self->tick != NULL && gtk_widget_is_sensitive (self->check))
    gtk_check_button_set_active (GTK_CHECK_BUTTON (self->check), !is_ticked (self));
}

static void
way_part_row_dispose (GObject *object)
{
  WayPartRow *self = WAY_PART_ROW (object);

  g_clear_object (&self->record);
  g_clear_object (&self->document);
  G_OBJECT_CLASS (way_part_row_parent_class)->dispose (object);
}

static void
way_part_row_class_init (WayPartRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = way_part_row_dispose;
  gtk_widget_class_install_action (widget_class, "part.open", NULL, open_cb);
  gtk_widget_class_install_action (widget_class, "part.measure", NULL, measure_cb);
  gtk_widget_class_install_action (widget_class, "part.delete", NULL, delete_cb);
  gtk_widget_class_install_action (widget_class, "part.make", "i", make_cb);
  gtk_widget_class_install_action (widget_class, "part.waive", NULL, waive_cb);
  gtk_widget_class_install_action (widget_class, "part.up", NULL, move_cb);
  gtk_widget_class_install_action (widget_class, "part.down", NULL, move_cb);
  gtk_widget_class_install_action (widget_class, "part.tick", NULL, tick_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F2, 0, "part.open", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "part.delete", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_space, 0, "part.tick", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Up, GDK_ALT_MASK, "part.up", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Down, GDK_ALT_MASK, "part.down",
                                       NULL);
}

static GtkWidget *
new_label (const char *style, gboolean wrap)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (wrap)
    {
      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
    }
  else
    gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  return label;
}

static void
way_part_row_init (WayPartRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->check = gtk_check_button_new ();
  gtk_widget_set_valign (self->check, GTK_ALIGN_START);
  gtk_widget_set_focusable (self->check, FALSE);
  g_signal_connect (self->check, "toggled", G_CALLBACK (check_cb), self);
  self->title = new_label (NULL, TRUE);
  self->detail = new_label ("secondary", TRUE);
  gtk_widget_add_css_class (self->detail, "small");
  self->note = new_label ("secondary", FALSE);
  gtk_label_set_max_width_chars (GTK_LABEL (self->note), NOTE_CHARACTERS);
  gtk_widget_set_valign (self->note, GTK_ALIGN_START);
  self->chip = gtk_label_new (_ ("waived"));
  gtk_widget_add_css_class (self->chip, "chip");
  gtk_widget_add_css_class (self->chip, "warning");
  gtk_widget_set_valign (self->chip, GTK_ALIGN_START);
  self->menu = gtk_menu_button_new ();
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (self->menu), "view-more-symbolic");
  gtk_widget_add_css_class (self->menu, "flat");
  gtk_widget_add_css_class (self->menu, "row-menu");
  gtk_widget_set_valign (self->menu, GTK_ALIGN_START);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->menu), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Menu"), -1);
  gtk_box_append (GTK_BOX (texts), self->title);
  gtk_box_append (GTK_BOX (texts), self->detail);
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_box_append (GTK_BOX (box), self->check);
  gtk_box_append (GTK_BOX (box), texts);
  gtk_box_append (GTK_BOX (box), self->chip);
  gtk_box_append (GTK_BOX (box), self->note);
  gtk_box_append (GTK_BOX (box), self->menu);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
}

static void
add_menu (WayPartRow *self)
{
  const WayRecordType *type = way_record_get_record_type (self->record);
  g_autoptr (GMenu) menu = g_menu_new ();

  g_menu_append (menu, _ ("_Open…"), "part.open");
  if (WAY_IS_KPI (self->record))
    g_menu_append (menu, _ ("_Measurements…"), "part.measure");
  if (WAY_IS_CHECKLIST_ITEM (self->record)
      && way_checklist_is_gate (WAY_CHECKLIST_ITEM (self->record)->list))
    g_menu_append (menu, _ ("_Waive…"), "part.waive");
  if (way_record_type_field (type, "rank") != NULL)
    {
      g_menu_append (menu, _ ("Move _up"), "part.up");
      g_menu_append (menu, _ ("Move do_wn"), "part.down");
    }
  g_menu_append (menu, WAY_IS_MILESTONE (self->record) ? _ ("_Take out of the initiative")
                                                       : _ ("_Delete"),
                 "part.delete");
  way_record_make_add_to_menu (menu, way_record_get_record_type (self->record), "part.make");
  way_actions_settle_mnemonics (G_MENU_MODEL (menu));
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (self->menu), G_MENU_MODEL (menu));
}

/**
 * way_part_row_new:
 *
 * Returns: (transfer floating)
 */
GtkWidget *
way_part_row_new (WayDocument *document, WayRecord *record)
{
  WayPartRow *self = g_object_new (WAY_TYPE_PART_ROW, NULL);
  gboolean writable = !way_document_is_read_only (document);

  self->document = g_object_ref (document);
  self->record = g_object_ref (record);
  self->tick = way_record_type_field (way_record_get_record_type (record), "done");
  if (self->tick != NULL && self->tick->type != WAY_FIELD_TYPE_BOOL)
    self->tick = NULL;
  gtk_widget_set_visible (self->check, self->tick != NULL);
  gtk_widget_set_sensitive (self->check, writable);
  gtk_widget_set_visible (self->menu, writable);
  if (WAY_IS_KPI (record))
    {
      self->spark = way_kpi_chart_new (WAY_KPI (record), TRUE);
      gtk_widget_set_valign (self->spark, GTK_ALIGN_START);
      gtk_box_insert_child_after (GTK_BOX (gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (self))),
                                  self->spark, self->chip);
    }
  add_menu (self);
  return GTK_WIDGET (self);
}

/**
 * way_part_row_get_record:
 *
 * Returns: (transfer none)
 */
WayRecord *
way_part_row_get_record (WayPartRow *self)
{
  return self->record;
}
