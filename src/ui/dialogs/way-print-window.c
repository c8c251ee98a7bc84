/* way-print-window.c: WayPrintWindow, the preview of a report: to the printer or into a PDF.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The same laid-out pages are painted on the screen, on paper and into the file, so that what is
 * seen is what comes out. No other program is needed for the preview. */

#include "model/way-i18n.h"

#include "ui/dialogs/way-print-window.h"

#include "document/way-snapshots.h"
#include "report/way-report-write.h"
#include "ui/dialogs/way-print-sheets.h"
#include "ui/way-plan-files.h"
#include "ui/way-settings.h"
#include "ui/widgets/way-compat.h"
#include "ui/widgets/way-dialog.h"

#define SCREEN_MARGIN 20

static const char *const papers[]
    = { "A4", "A3", "A2", "A1", "A0", "A5", "Letter", "Legal", "Tabloid" };

static const struct
{
  const char *label;
  int millimetres;
} margins[] = { { N_ ("Normal margins"), 16 }, { N_ ("Narrow margins"), 8 }, { N_ ("Wide margins"), 25 } };

#define MILLIMETRE (72 / 25.4)

#define WAY_TYPE_PRINT_WINDOW (way_print_window_get_type ())
G_DECLARE_FINAL_TYPE (WayPrintWindow, way_print_window, WAY, PRINT_WINDOW, WayDialog)

struct _WayPrintWindow
{
  WayDialog parent_instance;

  WayDocument *document;
  gint64 record; /* that a report of one is about; 0 = the report chooses */
  WayReportPages *pages;
  GtkWidget *kind;
  GtkWidget *paper;
  GtkWidget *margin;
  GtkWidget *landscape;
  GtkWidget *options;  /* the scrolled pane beside the preview: of reports that have sheets */
  GtkWidget *sheets;   /* WayPrintSheets in it */
  GtkWidget *description;
  GtkWidget *sheet;
  GtkWidget *previous;
  GtkWidget *next;
  GtkWidget *position;
  guint page;
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (WayPrintWindow, way_print_window, WAY_TYPE_DIALOG)

static const WayReportKind *
get_kind (WayPrintWindow *self)
{
  guint n_kinds;
  const WayReportKind *kinds = way_report_kinds (&n_kinds);
  guint selected = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->kind));

  return &kinds[selected < n_kinds ? selected : 0];
}

static void
show_page (WayPrintWindow *self)
{
  guint n_pages = way_report_pages_get_n_pages (self->pages);
  g_autofree char *text = NULL;

  self->page = MIN (self->page, n_pages > 0 ? n_pages - 1 : 0);
  text = g_strdup_printf (_ ("Page %u of %u"), self->page + 1, n_pages);
  gtk_label_set_text (GTK_LABEL (self->position), text);
  gtk_widget_set_sensitive (self->previous, self->page > 0);
  gtk_widget_set_sensitive (self->next, self->page + 1 < n_pages);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->sheet), GTK_ACCESSIBLE_PROPERTY_LABEL, text,
                                  -1);
  gtk_widget_queue_draw (self->sheet);
}

/* The report with all that is chosen. Returns: (transfer full) */
static WayReport *
build_report (WayPrintWindow *self)
{
  WayReportOptions options;

  way_report_options_init (&options);
  options.record = self->record;
  way_print_sheets_fill (WAY_PRINT_SHEETS (self->sheets), &options);
  return way_report_build (get_kind (self), self->document, &options);
}

static const char *
chosen_paper (WayPrintWindow *self)
{
  return papers[gtk_drop_down_get_selected (GTK_DROP_DOWN (self->paper))];
}

static int
chosen_margin (WayPrintWindow *self)
{
  return margins[gtk_drop_down_get_selected (GTK_DROP_DOWN (self->margin))].millimetres;
}

static void
get_setup (WayPrintWindow *self, WayPageSetup *setup)
{
  double margin = chosen_margin (self) * MILLIMETRE;

  way_page_setup_init (setup, chosen_paper (self),
                       gtk_check_button_get_active (GTK_CHECK_BUTTON (self->landscape)));
  setup->top = setup->right = setup->bottom = setup->left = margin;
}

static void
lay_out (WayPrintWindow *self)
{
  const WayReportKind *kind = get_kind (self);
  g_autoptr (WayReport) report = build_report (self);
  WayPageSetup setup;

  get_setup (self, &setup);
  gtk_widget_set_visible (self->options, kind->sheets);
  g_clear_pointer (&self->pages, way_report_pages_free);
  self->pages = way_report_pages_new (report, &setup);
  gtk_label_set_text (GTK_LABEL (self->description), _ (kind->description));
  if (way_report_get_sheets (report) != NULL)
    way_print_sheets_set_result (WAY_PRINT_SHEETS (self->sheets), way_report_get_sheets (report));
  show_page (self);
}

static void
setup_changed_cb (WayPrintWindow *self)
{
  if (!self->filling)
    lay_out (self);
}

static void
paper_changed_cb (WayPrintWindow *self)
{
  g_settings_set_string (way_settings_get (), "print-paper", chosen_paper (self));
  g_settings_set_int (way_settings_get (), "print-margin", chosen_margin (self));
  setup_changed_cb (self);
}

static void
kind_changed_cb (WayPrintWindow *self)
{
  if (self->filling)
    return;
  self->page = 0;
  self->filling = TRUE;
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->landscape), get_kind (self)->landscape);
  self->filling = FALSE;
  lay_out (self);
}

static void
previous_cb (WayPrintWindow *self)
{
  if (self->page > 0)
    self->page--;
  show_page (self);
}

static void
next_cb (WayPrintWindow *self)
{
  self->page++;
  show_page (self);
}

static void
draw_sheet (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer data)
{
  WayPrintWindow *self = data;
  const WayPageSetup *setup = way_report_pages_get_setup (self->pages);
  double scale = MIN ((width - 2.0 * SCREEN_MARGIN) / setup->width,
                      (height - 2.0 * SCREEN_MARGIN) / setup->height);
  double left = (width - setup->width * scale) / 2, top = (height - setup->height * scale) / 2;

  if (scale <= 0 || way_report_pages_get_n_pages (self->pages) == 0)
    return;
  cairo_rectangle (cr, left + 1, top + 2, setup->width * scale, setup->height * scale);
  cairo_set_source_rgba (cr, 0, 0, 0, 0.18);
  cairo_fill (cr);
  cairo_rectangle (cr, left, top, setup->width * scale, setup->height * scale);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_fill_preserve (cr);
  cairo_clip (cr);
  cairo_translate (cr, left, top);
  cairo_scale (cr, scale, scale);
  way_report_pages_draw (self->pages, self->page, cr);
}

/* ------------------------------------------------------------------ paper and file */

static void
begin_print_cb (GtkPrintOperation *operation, GtkPrintContext *context, WayPrintWindow *self)
{
  GtkPageSetup *page = gtk_print_context_get_page_setup (context);
  g_autoptr (WayReport) report = build_report (self);
  const WayPageSetup *shown = way_report_pages_get_setup (self->pages);
  WayPageSetup setup = *shown;
  WayReportPages *pages;

  setup.width = gtk_page_setup_get_paper_width (page, GTK_UNIT_POINTS);
  setup.height = gtk_page_setup_get_paper_height (page, GTK_UNIT_POINTS);
  pages = way_report_pages_new (report, &setup);
  g_object_set_data_full (G_OBJECT (operation), "pages", pages,
                          (GDestroyNotify)way_report_pages_free);
  gtk_print_operation_set_n_pages (operation, MAX (1, (int)way_report_pages_get_n_pages (pages)));
}

static void
draw_page_cb (GtkPrintOperation *operation, GtkPrintContext *context, int page, gpointer data)
{
  way_report_pages_draw (g_object_get_data (G_OBJECT (operation), "pages"), (guint)page,
                         gtk_print_context_get_cairo_context (context));
}

static GtkPageSetup *
new_page_setup (WayPrintWindow *self)
{
  const WayPageSetup *setup = way_report_pages_get_setup (self->pages);
  gboolean landscape = setup->width > setup->height;
  GtkPageSetup *page = gtk_page_setup_new ();
  g_autoptr (GtkPaperSize) size
      = gtk_paper_size_new_custom ("waymark",
                                   chosen_paper (self),
                                   MIN (setup->width, setup->height),
                                   MAX (setup->width, setup->height), GTK_UNIT_POINTS);

  gtk_page_setup_set_paper_size (page, size);
  gtk_page_setup_set_orientation (page, landscape ? GTK_PAGE_ORIENTATION_LANDSCAPE
                                                  : GTK_PAGE_ORIENTATION_PORTRAIT);
  return page;
}

static gboolean
way_print_window_confirm (WayDialog *dialog)
{
  WayPrintWindow *self = WAY_PRINT_WINDOW (dialog);
  g_autoptr (GtkPrintOperation) operation = gtk_print_operation_new ();
  g_autoptr (GtkPageSetup) page = new_page_setup (self);
  g_autoptr (GError) error = NULL;
  GtkPrintOperationResult result;

  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_default_page_setup (operation, page);
  gtk_print_operation_set_job_name (operation, way_document_get_title (self->document));
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  g_signal_connect (operation, "begin-print", G_CALLBACK (begin_print_cb), self);
  g_signal_connect (operation, "draw-page", G_CALLBACK (draw_page_cb), self);
  result = gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG,
                                    GTK_WINDOW (self), &error);
  if (result == GTK_PRINT_OPERATION_RESULT_ERROR)
    way_dialog_set_message (dialog, error->message);
  if (result == GTK_PRINT_OPERATION_RESULT_APPLY)
    way_snapshots_note_report (self->document);
  return result == GTK_PRINT_OPERATION_RESULT_APPLY;
}

static void
file_chosen_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  WayPrintWindow *self = WAY_PRINT_WINDOW (source);
  g_autoptr (GFile) file = way_compat_file_finish (result, NULL);
  g_autoptr (WayReport) report = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *name = NULL, *message = NULL;
  WayPageSetup setup;

  if (file == NULL)
    return;
  report = build_report (self);
  get_setup (self, &setup);
  if (!way_report_write (report, &setup, g_file_peek_path (file), &error))
    {
      way_dialog_set_message (WAY_DIALOG (self), error->message);
      return;
    }
  way_snapshots_note_report (self->document);
  name = g_file_get_basename (file);
  message = g_strdup_printf (_ ("Exported to “%s”."), name);
  way_window_toast (GTK_WIDGET (self), message, NULL, NULL);
  gtk_window_close (GTK_WINDOW (self));
}

static void
export_cb (WayPrintWindow *self)
{
  g_autofree char *title = g_strdup_printf ("%s – %s", way_document_get_title (self->document),
                                            _ (get_kind (self)->label));
  g_autoptr (GFile) proposed
      = way_plan_files_propose (way_document_get_path (self->document), title, ".pdf");
  const char *filters[] = { _ ("PDF documents|*.pdf"), _ ("Web pages|*.html"),
                            _ ("Markdown documents|*.md"), _ ("Plain text|*.txt"),
                            NULL, NULL, NULL };

  if (get_kind (self)->sheets)
    {
      filters[4] = _ ("PNG pictures|*.png");
      filters[5] = _ ("SVG drawings|*.svg");
    }
  way_compat_save_file (GTK_WIDGET (self), _ ("Export"), proposed, filters, NULL,
                        file_chosen_cb, NULL);
}

/* ------------------------------------------------------------------ the window */

static void
way_print_window_dispose (GObject *object)
{
  WayPrintWindow *self = WAY_PRINT_WINDOW (object);

  if (self->sheet != NULL)
    gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (self->sheet), NULL, NULL, NULL);
  self->sheet = NULL;
  g_clear_pointer (&self->pages, way_report_pages_free);
  g_clear_object (&self->document);
  G_OBJECT_CLASS (way_print_window_parent_class)->dispose (object);
}

static gboolean
turn_page_cb (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  WayPrintWindow *self = WAY_PRINT_WINDOW (widget);

  if (g_variant_get_boolean (arguments))
    next_cb (self);
  else
    previous_cb (self);
  return TRUE;
}

static void
way_print_window_class_init (WayPrintWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = way_print_window_dispose;
  WAY_DIALOG_CLASS (klass)->confirm = way_print_window_confirm;
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Page_Down, 0, turn_page_cb, "b", TRUE);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Page_Up, 0, turn_page_cb, "b", FALSE);
}

static GtkWidget *
new_choice (const char *name, const char *const *labels)
{
  GtkWidget *choice = gtk_drop_down_new_from_strings (labels);

  gtk_accessible_update_property (GTK_ACCESSIBLE (choice), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return choice;
}

static GtkWidget *
build_choices (WayPrintWindow *self)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  g_autoptr (GPtrArray) labels = g_ptr_array_new ();
  guint n_kinds;
  const WayReportKind *kinds = way_report_kinds (&n_kinds);
  g_autoptr (GPtrArray) sizes = g_ptr_array_new ();
  g_autoptr (GPtrArray) widths = g_ptr_array_new ();

  for (guint i = 0; i < n_kinds; i++)
    g_ptr_array_add (labels, (gpointer)_ (kinds[i].label));
  g_ptr_array_add (labels, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (papers); i++)
    g_ptr_array_add (sizes, (gpointer)papers[i]);
  g_ptr_array_add (sizes, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (margins); i++)
    g_ptr_array_add (widths, (gpointer)_ (margins[i].label));
  g_ptr_array_add (widths, NULL);
  self->kind = new_choice (_ ("Report"), (const char *const *)labels->pdata);
  self->paper = new_choice (_ ("Paper"), (const char *const *)sizes->pdata);
  self->margin = new_choice (_ ("Margins"), (const char *const *)widths->pdata);
  self->landscape = gtk_check_button_new_with_mnemonic (_ ("_Landscape"));
  self->description = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->description), 0);
  gtk_label_set_ellipsize (GTK_LABEL (self->description), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (self->description, TRUE);
  gtk_widget_add_css_class (self->description, "secondary");
  gtk_box_append (GTK_BOX (row), self->kind);
  gtk_box_append (GTK_BOX (row), self->description);
  gtk_box_append (GTK_BOX (row), self->paper);
  gtk_box_append (GTK_BOX (row), self->margin);
  gtk_box_append (GTK_BOX (row), self->landscape);
  gtk_widget_add_css_class (row, "toolbar-row");
  return row;
}

static GtkWidget *
new_turn_button (const char *icon, const char *name, GCallback callback, WayPrintWindow *self)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_swapped (button, "clicked", callback, self);
  return button;
}

static GtkWidget *
build_pager (WayPrintWindow *self)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  self->previous = new_turn_button ("go-previous-symbolic", _ ("Previous page"),
                                    G_CALLBACK (previous_cb), self);
  self->next = new_turn_button ("go-next-symbolic", _ ("Next page"), G_CALLBACK (next_cb), self);
  self->position = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->position, "numeric");
  gtk_box_append (GTK_BOX (row), self->previous);
  gtk_box_append (GTK_BOX (row), self->position);
  gtk_box_append (GTK_BOX (row), self->next);
  gtk_widget_set_halign (row, GTK_ALIGN_CENTER);
  gtk_widget_set_margin_bottom (row, 10);
  return row;
}

static void
way_print_window_init (WayPrintWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *desk = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *export = gtk_button_new_with_mnemonic (_ ("_Export…"));

  g_signal_connect_swapped (export, "clicked", G_CALLBACK (export_cb), self);
  way_dialog_add_action (WAY_DIALOG (self), export);
  gtk_box_append (GTK_BOX (box), build_choices (self));
  self->sheet
      = g_object_new (GTK_TYPE_DRAWING_AREA, "accessible-role", GTK_ACCESSIBLE_ROLE_IMG, NULL);
  gtk_widget_set_vexpand (self->sheet, TRUE);
  gtk_widget_set_hexpand (self->sheet, TRUE);
  self->options = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->options), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_box_append (GTK_BOX (desk), self->options);
  gtk_box_append (GTK_BOX (desk), self->sheet);
  gtk_box_append (GTK_BOX (box), desk);
  gtk_box_append (GTK_BOX (box), build_pager (self));
  gtk_widget_add_css_class (box, "preview-desk");
  way_dialog_set_content (WAY_DIALOG (self), box);
  gtk_window_set_default_size (GTK_WINDOW (self), 1080, 740);
  gtk_window_set_title (GTK_WINDOW (self), _ ("Print"));
  way_dialog_set_confirm_label (WAY_DIALOG (self), _ ("_Print…"));
}

/* The paper and margins of the last time. */
static void
select_paper (WayPrintWindow *self)
{
  g_autofree char *last = g_settings_get_string (way_settings_get (), "print-paper");
  const char *paper = *last != '\0' ? last : way_page_default_paper ();
  int margin = g_settings_get_int (way_settings_get (), "print-margin");

  for (guint i = 0; i < G_N_ELEMENTS (papers); i++)
    if (g_ascii_strcasecmp (papers[i], paper) == 0)
      gtk_drop_down_set_selected (GTK_DROP_DOWN (self->paper), i);
  for (guint i = 0; i < G_N_ELEMENTS (margins); i++)
    if (margins[i].millimetres == margin)
      gtk_drop_down_set_selected (GTK_DROP_DOWN (self->margin), i);
}

static void
select_start (WayPrintWindow *self, const char *report)
{
  guint n_kinds;
  const WayReportKind *kinds = way_report_kinds (&n_kinds);

  self->filling = TRUE;
  for (guint i = 0; i < n_kinds; i++)
    if (g_strcmp0 (kinds[i].id, report) == 0)
      gtk_drop_down_set_selected (GTK_DROP_DOWN (self->kind), i);
  select_paper (self);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->landscape), get_kind (self)->landscape);
  self->filling = FALSE;
}

/**
 * way_print_window_present:
 * @inside: a widget of the window that it belongs to
 * @report: (nullable): id of the report to begin with
 * @record: (nullable): what a report of one record is about
 * @chart: (transfer full) (nullable): the Gantt chart as it is seen
 */
void
way_print_window_present (GtkWidget *inside, WayDocument *document, const char *report,
                          WayRecord *record, WayPrintChart *chart)
{
  WayPrintWindow *self = g_object_new (WAY_TYPE_PRINT_WINDOW, NULL);

  self->document = g_object_ref (document);
  self->record = record != NULL ? record->id : 0;
  way_dialog_set_parent (WAY_DIALOG (self), inside);
  self->sheets = way_print_sheets_new (document, chart);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->options), self->sheets);
  select_start (self, report);
  lay_out (self);
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (self->sheet), draw_sheet, self, NULL);
  g_signal_connect_swapped (self->kind, "notify::selected", G_CALLBACK (kind_changed_cb), self);
  g_signal_connect_swapped (self->paper, "notify::selected", G_CALLBACK (paper_changed_cb), self);
  g_signal_connect_swapped (self->margin, "notify::selected", G_CALLBACK (paper_changed_cb), self);
  g_signal_connect_swapped (self->sheets, "changed", G_CALLBACK (setup_changed_cb), self);
  g_signal_connect_swapped (self->landscape, "toggled", G_CALLBACK (setup_changed_cb), self);
  /* Another program may change the plan behind this window. */
  g_signal_connect_object (document, "changed", G_CALLBACK (setup_changed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (gtk_window_get_default_widget (GTK_WINDOW (self)));
}
