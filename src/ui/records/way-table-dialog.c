/* way-table-dialog.c: WayTableDialog, which column of a file goes into which field, and what comes of it.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Each change of a column checks the whole file again, in another thread, so what is read here
 * before the button is pressed is what happens. */

#include "model/way-i18n.h"

#include "ui/records/way-table-dialog.h"

#include "exchange/register/way-register-import.h"
#include "exchange/register/way-register.h"
#include "ui/way-plan-files.h"
#include "ui/way-waiting.h"
#include "ui/way-window.h"
#include "ui/widgets/way-compat.h"
#include "ui/widgets/way-drop-down.h"

#define SAMPLES 3        /* rows of the file that are shown for each column */
#define PROBLEMS_MAX 300 /* as widgets; all of them are in the rows that are copied or saved */
#define CHOICE_CHARS 26
#define APPLY_DELAY 30   /* milliseconds: a frame is drawn meanwhile */
#define TICK 120         /* milliseconds between two looks at how far the check is */

struct _WayTableDialog
{
  WayDialog parent_instance;

  WayDocument *document;
  WayRegisterImport *import;
  GPtrArray *fields; /* of WayField: choices of every column, after “nothing” and “Id” */
  GPtrArray *choices; /* of GtkDropDown (unowned), one a column */
  GtkWidget *inside;  /* weak */
  GtkWidget *summary;
  GtkWidget *progress;
  GCancellable *checking; /* (nullable): the check that is under way */
  guint tick;             /* source that shows how far it is; 0 = none */
  guint applying;         /* source that is about to import the rows; 0 = none */
  GtkWidget *problems;
  GtkWidget *left_out; /* heading and buttons, when something is */
  gboolean setting;
  gboolean outdated; /* the check that runs is there because the plan has changed */
};

G_DEFINE_FINAL_TYPE (WayTableDialog, way_table_dialog, WAY_TYPE_DIALOG)

static GtkWidget *
new_text (const char *text, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  return label;
}

/* ------------------------------------------------------------------ what comes of it */

static void
clear_box (GtkWidget *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (box)) != NULL)
    gtk_box_remove (GTK_BOX (box), child);
}

static void
add_problem (GtkBox *box, const WayRegisterProblem *problem)
{
  g_autofree char *place = way_register_problem_dup_place (problem);
  GtkWidget *message = new_text (problem->message, problem->fatal ? NULL : "secondary");

  gtk_label_set_wrap (GTK_LABEL (message), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (message), PANGO_WRAP_WORD_CHAR);
  gtk_box_append (box, new_text (place, "strong"));
  gtk_box_append (box, message);
}

static void
show_problems (WayTableDialog *self)
{
  GPtrArray *problems = self->import->problems;

  clear_box (self->problems);
  for (guint i = 0; i < problems->len && i < PROBLEMS_MAX; i++)
    add_problem (GTK_BOX (self->problems), problems->pdata[i]);
  if (problems->len > PROBLEMS_MAX)
    {
      g_autofree char *more = g_strdup_printf (
          ngettext ("… and %u more", "… and %u more", problems->len - PROBLEMS_MAX),
          problems->len - PROBLEMS_MAX);

      gtk_box_append (GTK_BOX (self->problems), new_text (more, "secondary"));
    }
  gtk_widget_set_visible (self->left_out, self->import->n_fates[WAY_ROW_BAD] > 0);
}

/* "5 new, 3 changed, 2 unchanged, 1 left out" */
static char *
describe_fates (const WayRegisterImport *import)
{
  const guint *n = import->n_fates;

  /* Translators: rows of a file, by what comes of them */
  return g_strdup_printf (_ ("%u new, %u changed, %u unchanged, %u left out"), n[WAY_ROW_NEW],
                          n[WAY_ROW_CHANGED], n[WAY_ROW_SAME], n[WAY_ROW_BAD]);
}

static void
show_check (WayTableDialog *self)
{
  g_autofree char *fates = describe_fates (self->import), *label = NULL;
  guint n = self->import->n_fates[WAY_ROW_NEW] + self->import->n_fates[WAY_ROW_CHANGED];

  gtk_label_set_text (GTK_LABEL (self->summary), fates);
  label = g_strdup_printf (ngettext ("_Import %u row", "_Import %u rows", n), n);
  way_dialog_set_confirm_label (WAY_DIALOG (self), label);
  way_dialog_set_message (WAY_DIALOG (self),
                          self->outdated ? _ ("The plan has changed meanwhile. Look at it again.")
                          : n == 0       ? _ ("As it is, no row of the file changes the plan.")
                                         : NULL);
  self->outdated = FALSE;
  show_problems (self);
}

static void
stop_check (WayTableDialog *self)
{
  if (self->checking != NULL)
    g_cancellable_cancel (self->checking);
  g_clear_object (&self->checking);
  g_clear_handle_id (&self->tick, g_source_remove);
  g_clear_handle_id (&self->applying, g_source_remove);
}

static void
checked_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (WayTableDialog) self = data;
  g_autoptr (WayRegisterImport) checked = way_register_import_check_finish (result, NULL);

  if (checked == NULL || g_task_get_cancellable (G_TASK (result)) != self->checking)
    return; /* another one is on its way, or nobody looks any more */
  stop_check (self);
  gtk_widget_set_visible (self->progress, FALSE);
  way_register_import_free (self->import);
  self->import = g_steal_pointer (&checked);
  way_dialog_set_can_confirm (WAY_DIALOG (self), TRUE);
  show_check (self);
}

static gboolean
tick_cb (gpointer data)
{
  WayTableDialog *self = data;

  gtk_widget_set_visible (self->progress, TRUE);
  gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (self->progress),
                                 way_register_import_get_progress (self->import));
  gtk_label_set_text (GTK_LABEL (self->summary), _ ("Checking the rows…"));
  return G_SOURCE_CONTINUE;
}

static void
check (WayTableDialog *self)
{
  stop_check (self);
  self->checking = g_cancellable_new ();
  self->tick = g_timeout_add (TICK, tick_cb, self);
  way_dialog_set_confirm_label (WAY_DIALOG (self), _ ("_Import"));
  way_dialog_set_can_confirm (WAY_DIALOG (self), FALSE);
  way_register_import_check_start (self->import, self->document, self->checking, checked_cb,
                                   g_object_ref (self));
}

/* ------------------------------------------------------------------ columns */

static guint
choice_of (WayTableDialog *self, const WayRegisterColumn *column)
{
  guint index;

  if (column->is_id)
    return 1;
  if (column->field != NULL && g_ptr_array_find (self->fields, column->field, &index))
    return index + 2;
  return 0;
}

static void
show_choices (WayTableDialog *self)
{
  self->setting = TRUE;
  for (guint i = 0; i < self->choices->len; i++)
    gtk_drop_down_set_selected (
        self->choices->pdata[i],
        choice_of (self, &g_array_index (self->import->columns, WayRegisterColumn, i)));
  self->setting = FALSE;
}

static void
chosen_cb (GtkDropDown *choice, GParamSpec *pspec, WayTableDialog *self)
{
  guint selected = gtk_drop_down_get_selected (choice), column;

  if (self->setting || selected == GTK_INVALID_LIST_POSITION
      || !g_ptr_array_find (self->choices, choice, &column)
      || choice_of (self, &g_array_index (self->import->columns, WayRegisterColumn, column))
             == selected)
    return;
  way_register_import_set_column (self->import, column, selected == 1,
                                  selected > 1 ? self->fields->pdata[selected - 2] : NULL);
  show_choices (self);
  check (self);
}

static GtkWidget *
new_choice (WayTableDialog *self, const char *header)
{
  GtkStringList *labels = gtk_string_list_new (NULL);
  GtkWidget *choice;

  /* Translators: where a column of a file goes: it is left out */
  gtk_string_list_append (labels, _ ("Nothing"));
  gtk_string_list_append (labels, _ ("Id"));
  for (guint i = 0; i < self->fields->len; i++)
    gtk_string_list_append (labels, _ (((const WayField *)self->fields->pdata[i])->label));
  choice = way_drop_down_new (labels, CHOICE_CHARS);
  gtk_accessible_update_property (GTK_ACCESSIBLE (choice), GTK_ACCESSIBLE_PROPERTY_LABEL, header,
                                  -1);
  g_signal_connect (choice, "notify::selected", G_CALLBACK (chosen_cb), self);
  g_ptr_array_add (self->choices, choice);
  return choice;
}

/* The first rows that have something in the column. */
static char *
dup_samples (const WayRegisterImport *import, guint column)
{
  GString *text = g_string_new (NULL);
  guint n = 0;

  for (guint i = 1; i < import->csv->rows->len && i < 200 && n < SAMPLES; i++)
    {
      char **cells = ((const WayCsvRow *)import->csv->rows->pdata[i])->cells;
      g_autofree char *valid = NULL, *start = NULL;

      if (column >= g_strv_length (cells) || cells[column][0] == '\0')
        continue;
      valid = g_utf8_make_valid (cells[column], -1);
      start = g_utf8_substring (valid, 0, MIN (g_utf8_strlen (valid, -1), 60));
      for (char *at = start; *at != '\0'; at++)
        if (g_ascii_iscntrl (*at))
          *at = ' ';
      g_string_append_printf (text, "%s%s", n++ > 0 ? " · " : "", start);
    }
  return g_string_free (text, FALSE);
}

static GtkWidget *
new_columns (WayTableDialog *self)
{
  GtkWidget *grid = gtk_grid_new ();

  gtk_grid_set_column_spacing (GTK_GRID (grid), 12);
  gtk_grid_set_row_spacing (GTK_GRID (grid), 4);
  gtk_grid_attach (GTK_GRID (grid), new_text (_ ("Column of the file"), "secondary"), 0, 0, 1, 1);
  gtk_grid_attach (GTK_GRID (grid), new_text (_ ("goes into"), "secondary"), 1, 0, 1, 1);
  gtk_grid_attach (GTK_GRID (grid), new_text (_ ("First rows"), "secondary"), 2, 0, 1, 1);
  for (guint i = 0; i < self->import->columns->len; i++)
    {
      const WayRegisterColumn *column
          = &g_array_index (self->import->columns, WayRegisterColumn, i);
      g_autofree char *samples = dup_samples (self->import, i);
      GtkWidget *header = new_text (column->header[0] != '\0' ? column->header : "–", "strong");
      GtkWidget *sample = new_text (samples, NULL);

      gtk_label_set_ellipsize (GTK_LABEL (header), PANGO_ELLIPSIZE_END);
      gtk_label_set_max_width_chars (GTK_LABEL (header), CHOICE_CHARS);
      gtk_label_set_ellipsize (GTK_LABEL (sample), PANGO_ELLIPSIZE_END);
      gtk_widget_set_hexpand (sample, TRUE);
      gtk_grid_attach (GTK_GRID (grid), header, 0, (int)i + 1, 1, 1);
      gtk_grid_attach (GTK_GRID (grid), new_choice (self, column->header), 1, (int)i + 1, 1, 1);
      gtk_grid_attach (GTK_GRID (grid), sample, 2, (int)i + 1, 1, 1);
    }
  return grid;
}

/* ------------------------------------------------------------------ rows that stay out */

static void
copy_cb (WayTableDialog *self)
{
  g_autofree char *rows = way_register_import_dup_bad_rows (self->import);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), rows);
}

static void
save_done_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (WayTableDialog) self = data;
  g_autoptr (GFile) file = way_compat_file_finish (result, NULL);
  g_autofree char *rows = way_register_import_dup_bad_rows (self->import);
  g_autofree char *text = g_strconcat ("\xef\xbb\xbf", rows, NULL);
  g_autoptr (GError) error = NULL;

  if (file != NULL
      && !g_file_set_contents (g_file_peek_path (file), text, -1, &error))
    way_dialog_set_message (WAY_DIALOG (self), error->message);
}

static void
save_cb (WayTableDialog *self)
{
  const char *filters[] = { _ ("Tables (CSV)|*.csv"), NULL };
  /* Translators: name of a file with the rows that were left out of another */
  g_autofree char *name = g_strdup_printf (_ ("Left out of %s"), self->import->file);
  g_autoptr (GFile) proposed
      = way_plan_files_propose (way_document_get_path (self->document), name, "");

  way_compat_save_file (GTK_WIDGET (self), _ ("Save the rows that were left out"), proposed,
                        filters, NULL, save_done_cb, g_object_ref (self));
}

static GtkWidget *
new_left_out (WayTableDialog *self)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *heading = new_text (_ ("Left out, as long as they are not mended"), "group-title");
  GtkWidget *copy = gtk_button_new_with_mnemonic (_ ("_Copy these rows"));
  GtkWidget *save = gtk_button_new_with_mnemonic (_ ("_Save these rows…"));

  gtk_label_set_ellipsize (GTK_LABEL (heading), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (heading, TRUE);
  g_signal_connect_swapped (copy, "clicked", G_CALLBACK (copy_cb), self);
  g_signal_connect_swapped (save, "clicked", G_CALLBACK (save_cb), self);
  gtk_box_append (GTK_BOX (row), heading);
  gtk_box_append (GTK_BOX (row), copy);
  gtk_box_append (GTK_BOX (row), save);
  return row;
}

/* ------------------------------------------------------------------ the dialog */

static void
build (WayTableDialog *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  gtk_widget_add_css_class (box, "form");
  self->summary = new_text ("", "strong");
  self->progress = gtk_progress_bar_new ();
  gtk_widget_set_visible (self->progress, FALSE);
  self->left_out = new_left_out (self);
  gtk_widget_set_visible (self->left_out, FALSE);
  self->problems = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  gtk_box_append (GTK_BOX (box), new_text (self->import->file, "section-title"));
  gtk_box_append (GTK_BOX (box), self->summary);
  gtk_box_append (GTK_BOX (box), self->progress);
  gtk_box_append (GTK_BOX (box), new_columns (self));
  gtk_box_append (GTK_BOX (box), self->left_out);
  gtk_box_append (GTK_BOX (box), self->problems);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), box);
  way_dialog_set_content (WAY_DIALOG (self), scroller);
}

/* Afterwards, so that what is being done is on the screen before. */
static gboolean
apply_cb (gpointer data)
{
  WayTableDialog *self = data;
  g_autofree char *message = NULL, *fates = NULL;
  g_autoptr (GError) error = NULL;

  self->applying = 0;
  if (!way_register_import_apply (self->import, self->document, &error))
    {
      show_check (self);
      way_dialog_set_can_confirm (WAY_DIALOG (self), TRUE);
      way_dialog_set_message (WAY_DIALOG (self), error->message);
      return G_SOURCE_REMOVE;
    }
  if (self->inside != NULL)
    {
      fates = describe_fates (self->import);
      message = g_strdup_printf (_ ("Imported “%s”: %s"), self->import->file, fates);
      way_window_toast (self->inside, message, _ ("Undo"), "win.undo");
    }
  gtk_window_destroy (GTK_WINDOW (self));
  return G_SOURCE_REMOVE;
}

static gboolean
way_table_dialog_confirm (WayDialog *dialog)
{
  WayTableDialog *self = WAY_TABLE_DIALOG (dialog);
  const guint *n = self->import->n_fates;

  if (way_register_import_is_stale (self->import, self->document))
    {
      check (self); /* never here, where the window would wait for it */
      self->outdated = TRUE;
      return FALSE;
    }
  if (n[WAY_ROW_NEW] + n[WAY_ROW_CHANGED] == 0)
    return FALSE;
  gtk_label_set_text (GTK_LABEL (self->summary), _ ("Importing the rows…"));
  way_dialog_set_can_confirm (dialog, FALSE);
  self->applying = g_timeout_add (APPLY_DELAY, apply_cb, self);
  return FALSE;
}

static void
way_table_dialog_dispose (GObject *object)
{
  WayTableDialog *self = WAY_TABLE_DIALOG (object);

  g_clear_weak_pointer (&self->inside);
  stop_check (self);
  g_ptr_array_set_size (self->choices, 0);
  G_OBJECT_CLASS (way_table_dialog_parent_class)->dispose (object);
}

static void
way_table_dialog_finalize (GObject *object)
{
  WayTableDialog *self = WAY_TABLE_DIALOG (object);

  g_clear_object (&self->document);
  g_clear_pointer (&self->import, way_register_import_free);
  g_clear_pointer (&self->fields, g_ptr_array_unref);
  g_ptr_array_unref (self->choices);
  G_OBJECT_CLASS (way_table_dialog_parent_class)->finalize (object);
}

static void
way_table_dialog_class_init (WayTableDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = way_table_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = way_table_dialog_finalize;
  WAY_DIALOG_CLASS (klass)->confirm = way_table_dialog_confirm;
}

static void
way_table_dialog_init (WayTableDialog *self)
{
  self->choices = g_ptr_array_new ();
}

static void
take_writable_fields (WayTableDialog *self)
{
  g_autoptr (GPtrArray) all = way_register_columns (self->import->type);

  self->fields = g_ptr_array_new ();
  for (guint i = 0; i < all->len; i++)
    if (way_field_is_stored (all->pdata[i]))
      g_ptr_array_add (self->fields, all->pdata[i]);
}

static void
present (GtkWidget *inside, WayDocument *document, WayRegisterImport *import)
{
  g_autofree char *title = g_strdup_printf (_ ("Import into %s"), _ (import->type->plural));
  WayTableDialog *self = g_object_new (WAY_TYPE_TABLE_DIALOG, "title", title, NULL);

  way_dialog_set_parent (WAY_DIALOG (self), inside);
  g_set_weak_pointer (&self->inside, inside);
  self->document = g_object_ref (document);
  self->import = import;
  take_writable_fields (self);
  build (self);
  show_choices (self);
  check (self);
  gtk_window_set_default_size (GTK_WINDOW (self), 760, 560);
  gtk_window_present (GTK_WINDOW (self));
}

/* A dialog that is to come as soon as the file is read. */
typedef struct
{
  GtkWidget *inside; /* weak */
  WayDocument *document;
  WayWaiting *waiting;
} Opening;

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Opening *opening = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (WayRegisterImport) import = way_register_import_open_finish (result, &error);

  if (opening->inside != NULL && import != NULL)
    present (opening->inside, opening->document, g_steal_pointer (&import));
  else if (opening->inside != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    way_window_report_error (opening->inside, error);
  g_clear_weak_pointer (&opening->inside);
  way_waiting_free (opening->waiting);
  g_object_unref (opening->document);
  g_free (opening);
}

/**
 * way_table_dialog_present:
 * @inside: a widget of the window that asks
 * @type: of the records that the rows of @file are
 *
 * Shows what an import of the table would do, and does it when that is confirmed.
 */
void
way_table_dialog_present (GtkWidget *inside, WayDocument *document, const WayRecordType *type,
                          GFile *file)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  Opening *opening = g_new0 (Opening, 1);

  g_set_weak_pointer (&opening->inside, inside);
  opening->document = g_object_ref (document);
  opening->waiting = way_waiting_new (inside, _ ("Reading the table…"), cancellable);
  way_register_import_open_start (type, g_file_peek_path (file), cancellable, opened_cb, opening);
}
