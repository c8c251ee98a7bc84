/* way-list-tables.c: the records of a WayListPage as a table: written to a file, and taken from one.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-i18n.h"

#include "ui/records/way-list-page-private.h"

#include "exchange/register/way-register.h"
#include "ui/records/way-table-dialog.h"
#include "ui/way-plan-files.h"
#include "ui/way-window.h"
#include "ui/widgets/way-compat.h"

/* ------------------------------------------------------------------ out */

static gboolean
write_table (WayListPage *self, const char *path, guint *n_cut, GError **error)
{
  WayPlan *plan = way_page_get_plan (WAY_PAGE (self));
  g_autofree char *folded = g_ascii_strdown (path, -1);

  *n_cut = 0;
  return g_str_has_suffix (folded, ".csv") ? way_register_save_csv (plan, self->type, path, error)
                                           : way_register_save_xlsx (plan, self->type, path, n_cut,
                                                                     error);
}

static void
target_chosen_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (WayListPage) self = data;
  g_autoptr (GFile) target = way_compat_file_finish (result, NULL);
  g_autofree char *name = NULL, *message = NULL;
  g_autoptr (GError) error = NULL;
  guint n_cut;

  if (target == NULL)
    return;
  if (!write_table (self, g_file_peek_path (target), &n_cut, &error))
    {
      way_window_report_error (GTK_WIDGET (self), error);
      return;
    }
  name = g_file_get_basename (target);
  message = n_cut == 0
                ? g_strdup_printf (_ ("Exported to “%s”."), name)
                : g_strdup_printf (ngettext ("Exported to “%s”; %u text is longer than a cell may "
                                             "be, and is cut. CSV has all of it.",
                                             "Exported to “%s”; %u texts are longer than a cell may "
                                             "be, and are cut. CSV has all of them.",
                                             n_cut),
                                   name, n_cut);
  way_window_toast (GTK_WIDGET (self), message, NULL, NULL);
}

static void
export_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WayListPage *self = WAY_LIST_PAGE (widget);
  WayDocument *document = way_page_get_document (WAY_PAGE (self));
  const char *filters[] = { _ ("Workbooks (XLSX)|*.xlsx"), _ ("Tables (CSV)|*.csv"), NULL };
  g_autofree char *title = g_strdup_printf ("%s – %s", way_document_get_title (document),
                                            _ (self->type->plural));
  g_autoptr (GFile) proposed
      = way_plan_files_propose (way_document_get_path (document), title, ".xlsx");

  way_compat_save_file (widget, _ ("Export to a workbook (.xlsx) or a table (.csv)"), proposed,
                        filters, NULL, target_chosen_cb, g_object_ref (self));
}

/* ------------------------------------------------------------------ in */

static void
source_chosen_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (WayListPage) self = data;
  g_autoptr (GFile) file = way_compat_file_finish (result, NULL);

  if (file != NULL)
    way_table_dialog_present (GTK_WIDGET (self), way_page_get_document (WAY_PAGE (self)),
                              self->type, file);
}

/**
 * way_list_page_get_record_type:
 *
 * Returns: (transfer none): what its rows are
 */
const WayRecordType *
way_list_page_get_record_type (WayListPage *self)
{
  return self->type;
}

static void
import_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  const char *filters[] = { _ ("Tables (CSV)|*.csv;*.tsv;*.txt"), _ ("All files|*"), NULL };

  if (way_register_can_import (WAY_LIST_PAGE (widget)->type)
      && !way_document_is_read_only (way_page_get_document (WAY_PAGE (widget))))
    way_compat_open_file (widget, _ ("Import a table (CSV)"), filters, NULL, source_chosen_cb,
                          g_object_ref (widget));
}

void
way_list_page_install_tables (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "rows.export", NULL, export_cb);
  gtk_widget_class_install_action (widget_class, "rows.import", NULL, import_cb);
}
