/* way-print-sheets.c: WayPrintSheets, how a Gantt chart is put on sheets, beside its preview.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-i18n.h"

#include "ui/dialogs/way-print-sheets.h"

#include "document/way-task-edits.h"
#include "ui/widgets/way-date-entry.h"

#include <string.h>

#define MOST_ACROSS 50
#define MOST_DOWN 500
#define ANY_NUMBER 100000
#define READABLE 1.0 /* millimetres of a capital letter */

/* How the chart is made to fit; the words of the first choice. */
typedef enum
{
  SIZE_WIDTH, /* N sheets across, as many down as it takes */
  SIZE_AT_MOST,
  SIZE_EXACTLY,
  SIZE_TRUE,
  N_SIZES,
} Size;

static const char *const size_labels[] = {
  [SIZE_WIDTH] = N_ ("Fit the width"),
  [SIZE_AT_MOST] = N_ ("At most"),
  [SIZE_EXACTLY] = N_ ("Exactly"),
  [SIZE_TRUE] = N_ ("True scale"),
};

typedef enum { ROWS_SHOWN, ROWS_ALL, ROWS_SELECTED, N_ROWS } Rows;

static const char *const rows_labels[] = {
  [ROWS_SHOWN] = N_ ("As in the timeline"),
  [ROWS_ALL] = N_ ("All rows"),
  [ROWS_SELECTED] = N_ ("Selected rows"),
};

enum { SPAN_WHOLE, SPAN_CHOSEN, N_SPANS };

static const char *const span_labels[N_SPANS] = {
  [SPAN_WHOLE] = N_ ("The whole plan"),
  [SPAN_CHOSEN] = N_ ("From … to …"),
};

/* Switches of the chart. */
enum { SHOW_CRITICAL, SHOW_LINKS, SHOW_BASELINE, SHOW_LABELS, SHOW_PROGRESS, SHOW_LEGEND, N_SHOWS };

static const char *const show_labels[N_SHOWS] = {
  [SHOW_CRITICAL] = N_ ("Critical path"), [SHOW_LINKS] = N_ ("Links"),
  [SHOW_BASELINE] = N_ ("Baseline"),      [SHOW_LABELS] = N_ ("Labels"),
  [SHOW_PROGRESS] = N_ ("Progress"),      [SHOW_LEGEND] = N_ ("Legend"),
};

struct _WayPrintSheets
{
  GtkBox parent_instance;

  WayPrintChart *chart; /* (nullable) */
  GtkDropDown *size, *rows, *span;
  GtkSpinButton *across, *down, *scale;
  GtkWidget *counts, *down_row, *scale_row, *dates;
  WayDateEntry *from, *to;
  GtkWidget *span_remark; /* what is wrong with the dates */
  GPtrArray *columns; /* of GtkCheckButton, by WayTaskColumnId; NULL for the title */
  GtkWidget *letters;  /* how high they become */
  GtkWidget *left_out; /* which columns there is no room for */
  GtkCheckButton *shows[N_SHOWS];
  int baseline; /* that the switch shows; −1 = the plan has none */
  gboolean building;
};

G_DEFINE_FINAL_TYPE (WayPrintSheets, way_print_sheets, GTK_TYPE_BOX)

static guint changed_signal;

/* What a choice makes meaningful is shown, the rest is not. */
static void
update (WayPrintSheets *self)
{
  Size size = gtk_drop_down_get_selected (self->size);

  gtk_widget_set_visible (self->counts, size != SIZE_TRUE);
  gtk_widget_set_visible (self->down_row, size != SIZE_WIDTH);
  gtk_widget_set_visible (self->scale_row, size == SIZE_TRUE);
  gtk_widget_set_visible (self->dates, gtk_drop_down_get_selected (self->span) == SPAN_CHOSEN);
}

static void
changed_cb (WayPrintSheets *self)
{
  if (self->building)
    return;
  update (self);
  g_signal_emit (self, changed_signal, 0);
}

static void
way_print_sheets_dispose (GObject *object)
{
  WayPrintSheets *self = WAY_PRINT_SHEETS (object);

  g_clear_pointer (&self->chart, way_print_chart_free);
  g_clear_pointer (&self->columns, g_ptr_array_unref);
  G_OBJECT_CLASS (way_print_sheets_parent_class)->dispose (object);
}

static void
way_print_sheets_class_init (WayPrintSheetsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = way_print_sheets_dispose;
  changed_signal = g_signal_new ("changed", WAY_TYPE_PRINT_SHEETS, G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 0);
}

static void
name_widget (GtkWidget *widget, const char *name)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
}

static void
add_heading (WayPrintSheets *self, const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "heading");
  if (gtk_widget_get_first_child (GTK_WIDGET (self)) != NULL)
    gtk_widget_set_margin_top (label, 10);
  gtk_box_append (GTK_BOX (self), label);
}

static GtkDropDown *
add_choice (WayPrintSheets *self, const char *name, const char *const *labels, guint n_labels)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new ();
  GtkWidget *choice;

  for (guint i = 0; i < n_labels; i++)
    g_ptr_array_add (words, (gpointer)_ (labels[i]));
  g_ptr_array_add (words, NULL);
  add_heading (self, name);
  choice = gtk_drop_down_new_from_strings ((const char *const *)words->pdata);
  name_widget (choice, name);
  gtk_box_append (GTK_BOX (self), choice);
  g_signal_connect_swapped (choice, "notify::selected", G_CALLBACK (changed_cb), self);
  return GTK_DROP_DOWN (choice);
}

static GtkSpinButton *
new_number (WayPrintSheets *self, const char *name, double least, double most, double value)
{
  GtkWidget *spin = gtk_spin_button_new_with_range (least, most, 1);

  gtk_spin_button_set_value (GTK_SPIN_BUTTON (spin), value);
  gtk_editable_set_width_chars (GTK_EDITABLE (spin), 3);
  name_widget (spin, name);
  gtk_widget_set_tooltip_text (spin, name);
  g_signal_connect_swapped (spin, "value-changed", G_CALLBACK (changed_cb), self);
  return GTK_SPIN_BUTTON (spin);
}

/* A number with what it counts. */
static GtkWidget *
add_number (GtkSpinButton *number, const char *unit, GtkWidget *box)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (unit);

  gtk_box_append (GTK_BOX (row), GTK_WIDGET (number));
  gtk_box_append (GTK_BOX (row), label);
  gtk_box_append (GTK_BOX (box), row);
  return row;
}

/* A line that says what comes of the choices over it. */
static GtkWidget *
add_remark (WayPrintSheets *self)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 24);
  gtk_widget_add_css_class (label, "secondary");
  gtk_box_append (GTK_BOX (self), label);
  return label;
}

static void
add_size (WayPrintSheets *self)
{
  self->size = add_choice (self, _ ("Sheets"), size_labels, N_SIZES);
  self->counts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  self->across = new_number (self, _ ("Sheets across"), 1, MOST_ACROSS, 1);
  self->down = new_number (self, _ ("Sheets down"), 1, MOST_DOWN, 1);
  self->scale = new_number (self, _ ("Scale in per cent"), 20, 300, 100);
  gtk_spin_button_set_increments (self->scale, 5, 25);
  /* Translators: after the number of sheets beside each other */
  add_number (self->across, _ ("across"), self->counts);
  /* Translators: after the number of sheets below each other */
  self->down_row = add_number (self->down, _ ("down"), self->counts);
  gtk_box_append (GTK_BOX (self), self->counts);
  self->scale_row = add_number (self->scale, "%", GTK_WIDGET (self));
  self->letters = add_remark (self);
}

static WayDateEntry *
add_date (WayPrintSheets *self, const char *name)
{
  GtkWidget *entry = way_date_entry_new (FALSE, 0);

  way_date_entry_set_name (WAY_DATE_ENTRY (entry), name);
  gtk_box_append (GTK_BOX (self->dates), entry);
  g_signal_connect_swapped (entry, "edited", G_CALLBACK (changed_cb), self);
  return WAY_DATE_ENTRY (entry);
}

static void
add_span (WayPrintSheets *self)
{
  self->span = add_choice (self, _ ("Time"), span_labels, N_SPANS);
  self->dates = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_box_append (GTK_BOX (self), self->dates);
  self->from = add_date (self, _ ("First day"));
  self->to = add_date (self, _ ("Last day"));
  self->span_remark = add_remark (self);
}

static GtkCheckButton *
add_check (WayPrintSheets *self, GtkWidget *grid, guint place, const char *label, gboolean active)
{
  GtkWidget *check = gtk_check_button_new_with_label (label);

  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), active);
  gtk_grid_attach (GTK_GRID (grid), check, (int)place % 2, (int)place / 2, 1, 1);
  g_signal_connect_swapped (check, "toggled", G_CALLBACK (changed_cb), self);
  return GTK_CHECK_BUTTON (check);
}

static GtkWidget *
new_grid (void)
{
  GtkWidget *grid = gtk_grid_new ();

  gtk_grid_set_column_spacing (GTK_GRID (grid), 10);
  gtk_grid_set_row_spacing (GTK_GRID (grid), 2);
  gtk_grid_set_column_homogeneous (GTK_GRID (grid), TRUE);
  return grid;
}

static guint
place_of (WayPrintSheets *self, WayTaskColumnId column)
{
  for (guint i = 0; i < self->chart->n_columns; i++)
    if (self->chart->columns[i] == column)
      return i;
  return WAY_TASK_COLUMN_NONE;
}

static void
add_column (WayPrintSheets *self, GtkWidget *grid, guint *place, WayTaskColumnId column,
            gboolean shown)
{
  if (column != WAY_TASK_COLUMN_TITLE)
    self->columns->pdata[column]
        = add_check (self, grid, (*place)++, _ (way_task_column_get (column)->title), shown);
}

/* Those that the screen shows, chosen, in their order; behind a fold all others. */
static void
add_columns (WayPrintSheets *self)
{
  GtkWidget *shown = new_grid (), *others = new_grid ();
  GtkWidget *more = gtk_expander_new_with_mnemonic (_ ("_More columns"));
  guint place = 0;

  self->columns = g_ptr_array_new ();
  g_ptr_array_set_size (self->columns, (int)way_task_column_get_n ());
  for (guint i = 0; i < self->chart->n_columns; i++)
    add_column (self, shown, &place, self->chart->columns[i], TRUE);
  place = 0;
  for (WayTaskColumnId id = 0; id < self->columns->len; id++)
    if (place_of (self, id) == WAY_TASK_COLUMN_NONE)
      add_column (self, others, &place, id, FALSE);
  gtk_expander_set_child (GTK_EXPANDER (more), others);
  add_heading (self, _ ("Columns"));
  gtk_box_append (GTK_BOX (self), shown);
  gtk_box_append (GTK_BOX (self), more);
  self->left_out = add_remark (self);
}

static gboolean
has_labels (const WayGanttOptions *options)
{
  for (guint i = 0; i < WAY_N_LABEL_PLACES; i++)
    if (options->labels[i] != WAY_LABEL_NONE)
      return TRUE;
  return FALSE;
}

static void
add_switches (WayPrintSheets *self)
{
  const WayGanttOptions *options = &self->chart->options;
  const gboolean shown[N_SHOWS] = {
    [SHOW_CRITICAL] = options->critical, [SHOW_LINKS] = options->links != WAY_LINKS_NONE,
    [SHOW_BASELINE] = options->baseline_slot >= 0, [SHOW_LABELS] = has_labels (options),
    [SHOW_PROGRESS] = options->progress, [SHOW_LEGEND] = TRUE,
  };
  GtkWidget *grid;

  add_heading (self, _ ("Show"));
  grid = new_grid ();
  gtk_box_append (GTK_BOX (self), grid);
  for (guint i = 0; i < N_SHOWS; i++)
    self->shows[i] = add_check (self, grid, i, _ (show_labels[i]), shown[i]);
  gtk_widget_set_sensitive (GTK_WIDGET (self->shows[SHOW_BASELINE]), self->baseline >= 0);
}

static void
way_print_sheets_init (WayPrintSheets *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 6);
  gtk_widget_add_css_class (GTK_WIDGET (self), "print-options");
}

/**
 * way_print_sheets_new:
 * @chart: (transfer full) (nullable): what the timeline shows
 *
 * Returns: (transfer floating)
 */
GtkWidget *
way_print_sheets_new (WayDocument *document, WayPrintChart *chart)
{
  WayPrintSheets *self = g_object_new (WAY_TYPE_PRINT_SHEETS, NULL);
  WayBaseline *latest = way_baseline_get_latest (document);

  self->building = TRUE;
  self->chart = chart != NULL ? chart : way_print_chart_new ();
  self->baseline = latest != NULL ? (int)latest->slot : -1;
  if (self->chart->options.baseline_slot >= 0)
    self->baseline = self->chart->options.baseline_slot;
  add_size (self);
  add_span (self);
  self->rows = add_choice (self, _ ("Rows"), rows_labels, N_ROWS);
  gtk_drop_down_set_selected (self->rows, self->chart->shown != NULL ? ROWS_SHOWN : ROWS_ALL);
  add_columns (self);
  add_switches (self);
  update (self);
  self->building = FALSE;
  return GTK_WIDGET (self);
}

static gboolean
is_shown (WayPrintSheets *self, guint show)
{
  return gtk_check_button_get_active (self->shows[show]);
}

static void
fill_chart (WayPrintSheets *self, WayGanttOptions *chart)
{
  *chart = self->chart->options;
  chart->critical = is_shown (self, SHOW_CRITICAL);
  if (!is_shown (self, SHOW_LINKS))
    chart->links = WAY_LINKS_NONE;
  else if (chart->links == WAY_LINKS_NONE)
    chart->links = WAY_LINKS_ALL;
  chart->baseline_slot = is_shown (self, SHOW_BASELINE) ? self->baseline : -1;
  if (!is_shown (self, SHOW_LABELS))
    memset (chart->labels, 0, sizeof chart->labels);
  else if (!has_labels (chart))
    chart->labels[WAY_LABEL_RIGHT] = WAY_LABEL_RESOURCES;
  chart->progress = is_shown (self, SHOW_PROGRESS);
}

static void
fill_size (WayPrintSheets *self, WayGanttSheetsOptions *gantt)
{
  Size size = gtk_drop_down_get_selected (self->size);

  gantt->fit = size == SIZE_TRUE      ? WAY_FIT_NATURAL
               : size == SIZE_EXACTLY ? WAY_FIT_EXACTLY
                                      : WAY_FIT_AT_MOST;
  gantt->across = (guint)gtk_spin_button_get_value_as_int (self->across);
  gantt->down = size == SIZE_WIDTH ? ANY_NUMBER
                                   : (guint)gtk_spin_button_get_value_as_int (self->down);
  if (size == SIZE_TRUE)
    {
      gantt->scale = gtk_spin_button_get_value (self->scale) / 100;
      gantt->minutes_per_pixel = self->chart->minutes_per_pixel;
    }
}

static void
fill_column (WayPrintSheets *self, WayTaskColumnId column, WayGanttSheetsOptions *gantt)
{
  GtkCheckButton *check = self->columns->pdata[column];

  if (gantt->n_columns < G_N_ELEMENTS (gantt->columns)
      && (check == NULL || gtk_check_button_get_active (check)))
    gantt->columns[gantt->n_columns++] = column;
}

static void
fill_columns (WayPrintSheets *self, WayGanttSheetsOptions *gantt)
{
  gantt->n_columns = 0;
  for (guint i = 0; i < self->chart->n_columns; i++)
    fill_column (self, self->chart->columns[i], gantt);
  for (WayTaskColumnId id = 0; id < self->columns->len; id++)
    if (place_of (self, id) == WAY_TASK_COLUMN_NONE)
      fill_column (self, id, gantt);
}

static void
set_remark (GtkWidget *remark, const char *text)
{
  gtk_label_set_text (GTK_LABEL (remark), text != NULL ? text : "");
  gtk_widget_set_visible (remark, text != NULL);
}

/* The window of time as far as its dates make one.
 * Returns: (transfer full) (nullable): what is wrong with them */
static char *
read_span (WayPrintSheets *self, WayMoment *from, WayMoment *to)
{
  g_autoptr (GError) error = NULL;
  WayMoment first = WAY_NEVER, last = WAY_NEVER;
  gboolean read = way_date_entry_get_value (self->from, &first, &error);

  read = way_date_entry_get_value (self->to, &last, read ? &error : NULL) && read;
  *from = first != WAY_NEVER ? way_moment_day (first) : WAY_NEVER;
  *to = last != WAY_NEVER ? way_moment_day (last) + WAY_DAY : WAY_NEVER;
  if (!read)
    return g_strdup (error->message);
  if (*from == WAY_NEVER || *to == WAY_NEVER || *to > *from)
    return NULL;
  *to = WAY_NEVER;
  return g_strdup (_ ("The last day is before the first one."));
}

/**
 * way_print_sheets_fill:
 * @options: its rows are borrowed from the widget
 *
 * A date that cannot be read leaves that end of the window open, and is told beside it.
 */
void
way_print_sheets_fill (WayPrintSheets *self, WayReportOptions *options)
{
  WayGanttSheetsOptions *gantt = &options->gantt;
  Rows rows = gtk_drop_down_get_selected (self->rows);

  fill_size (self, gantt);
  fill_chart (self, &gantt->chart);
  gantt->legend = is_shown (self, SHOW_LEGEND);
  fill_columns (self, gantt);
  if (gtk_drop_down_get_selected (self->span) == SPAN_CHOSEN)
    {
      g_autofree char *problem = read_span (self, &gantt->from, &gantt->to);

      set_remark (self->span_remark, problem);
    }
  else
    set_remark (self->span_remark, NULL);
  options->rows = rows == ROWS_SHOWN      ? self->chart->shown
                  : rows == ROWS_SELECTED ? self->chart->selected
                                          : NULL;
}

/**
 * way_print_sheets_set_result:
 * @sheets: laid out with what is chosen
 *
 * Says what of it could not be done, and whether it can be read.
 */
void
way_print_sheets_set_result (WayPrintSheets *self, WayGanttSheets *sheets)
{
  g_autofree char *columns = way_gantt_sheets_dup_left_out (sheets);
  /* Translators: titles of columns that do not fit on a sheet of paper */
  g_autofree char *text = columns != NULL ? g_strdup_printf (_ ("No room for: %s"), columns) : NULL;
  double height = way_gantt_sheets_get_letters (sheets);
  /* Translators: the height of letters on paper */
  g_autofree char *letters = g_strdup_printf (
      height < READABLE ? _ ("Letters of %.1f mm: too small to read") : _ ("Letters of %.1f mm"),
      height);

  gtk_label_set_text (GTK_LABEL (self->letters), letters);
  set_remark (self->left_out, text);
  if (!way_gantt_sheets_has_bars (sheets) && !gtk_widget_get_visible (self->span_remark))
    set_remark (self->span_remark, _ ("No task lies in this time."));
}
