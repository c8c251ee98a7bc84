/* way-file-drop.c: files that are dropped on the window: plans are opened, others imported.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * While files are held over the window it says what letting go would do with them. What can be
 * imported is asked of the formats of exchange/. */

#include "model/way-i18n.h"

#include "ui/way-file-drop.h"

#include "exchange/milestone/way-milestone-file.h"
#include "exchange/register/way-register.h"
#include "exchange/way-exchange.h"
#include "store/way-store.h"
#include "ui/milestones/way-milestone-files.h"
#include "ui/records/way-list-page.h"
#include "ui/records/way-table-dialog.h"
#include "ui/timeline/way-timeline-page.h"
#include "ui/way-plan-files.h"
#include "ui/widgets/way-alert.h"

typedef struct
{
  GtkWidget *veil; /* over the whole window */
  GtkWidget *icon;
  GtkWidget *text;
} FileDrop;

typedef enum
{
  FILE_OPEN,
  FILE_IMPORT,
  FILE_MILESTONE, /* goes into the open plan */
  FILE_TABLE,     /* goes into the register or the timeline that is seen */
  FILE_UNKNOWN,
} FileUse;

/* (nullable): the page on the screen that has rows for a table, and what they are in @type. */
static WayPage *
find_register (GtkWidget *widget, const WayRecordType **type)
{
  if (!gtk_widget_get_mapped (widget))
    return NULL;
  *type = WAY_IS_LIST_PAGE (widget) ? way_list_page_get_record_type (WAY_LIST_PAGE (widget))
          : WAY_IS_TIMELINE_PAGE (widget) ? &way_task_type
                                          : NULL;
  if (*type != NULL)
    return way_register_can_import (*type)
                   && !way_document_is_read_only (way_page_get_document (WAY_PAGE (widget)))
               ? WAY_PAGE (widget)
               : NULL;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      WayPage *found = find_register (child, type);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static FileUse
use_of (GtkWidget *inside, GFile *file, GError **error)
{
  const char *path = g_file_peek_path (file);
  g_autofree char *folded = path != NULL ? g_ascii_strdown (path, -1) : NULL;
  const WayExchangeFormat *format;
  const WayRecordType *type;

  if (folded == NULL)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                           _ ("Waymark takes files of this computer only. Copy it here first."));
      return FILE_UNKNOWN;
    }
  if (g_str_has_suffix (folded, WAY_STORE_SUFFIX))
    return FILE_OPEN;
  format = way_exchange_guess_format (path, FALSE, error);
  if (format == &way_milestone_format)
    return FILE_MILESTONE;
  if (format == &way_csv_format && find_register (inside, &type) == NULL)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                           _ ("A table goes into a register or the timeline: show its page, and drop "
                              "it there."));
      return FILE_UNKNOWN;
    }
  if (format == &way_csv_format)
    return FILE_TABLE;
  return format != NULL ? FILE_IMPORT : FILE_UNKNOWN;
}

/* What is done with files that come together: all plans are opened; each import asks its own
 * questions, so only the first of them is begun, and it is told how many are left out. */
typedef struct
{
  GPtrArray *plans;  /* of GFile (unowned) */
  GFile *import;     /* (unowned) (nullable) */
  FileUse use;       /* of @import */
  guint n_left_out;
  GError *error;     /* (nullable): of the first file that cannot be taken */
} Taking;

static void
taking_clear (Taking *taking)
{
  g_clear_pointer (&taking->plans, g_ptr_array_unref);
  g_clear_error (&taking->error);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Taking, taking_clear)

static void
taking_init (Taking *taking, GtkWidget *inside, const GValue *value)
{
  GSList *files = value != NULL && G_VALUE_HOLDS (value, GDK_TYPE_FILE_LIST)
                      ? g_value_get_boxed (value)
                      : NULL;

  *taking = (Taking){ .plans = g_ptr_array_new (), .use = FILE_UNKNOWN };
  for (; files != NULL; files = files->next)
    {
      g_autoptr (GError) error = NULL;
      FileUse use = use_of (inside, files->data, &error);

      if (use == FILE_OPEN)
        g_ptr_array_add (taking->plans, files->data);
      else if (use != FILE_UNKNOWN && taking->import == NULL)
        {
          taking->import = files->data;
          taking->use = use;
        }
      else
        taking->n_left_out++;
      if (use == FILE_UNKNOWN && taking->error == NULL)
        taking->error = g_steal_pointer (&error);
    }
}

static gboolean
takes_any (const Taking *taking)
{
  return taking->plans->len > 0 || taking->import != NULL;
}

static char *
dup_name (GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);

  return g_filename_display_name (name);
}

static char *
dup_left_out (const Taking *taking)
{
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                       "%u file is left out: drop it by itself.",
                                       "%u files are left out: drop each by itself.",
                                       taking->n_left_out),
                          taking->n_left_out);
}

static char *
describe (const Taking *taking, GtkWidget *inside)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);

  if (!takes_any (taking))
    return g_strdup (taking->error != NULL ? taking->error->message
                                           : _ ("Drop a plan or another program’s file"));
  if (taking->plans->len == 1)
    {
      g_autofree char *name = dup_name (taking->plans->pdata[0]);

      g_ptr_array_add (lines, g_strdup_printf (_ ("Open “%s”"), name));
    }
  else if (taking->plans->len > 1)
    g_ptr_array_add (lines, g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Open %u plan",
                                                          "Open %u plans", taking->plans->len),
                                             taking->plans->len));
  if (taking->import != NULL)
    {
      g_autofree char *name = dup_name (taking->import);
      const WayRecordType *type = NULL;

      if (taking->use == FILE_TABLE)
        find_register (inside, &type);
      g_ptr_array_add (lines, taking->use == FILE_IMPORT
                                  ? g_strdup_printf (_ ("Import “%s” into a new plan"), name)
                              : taking->use == FILE_TABLE
                                  ? g_strdup_printf (
                                      _ ("Import “%s” into %s"), name,
                                      _ (type->plural))
                                  : g_strdup_printf (_ ("Import the milestone of “%s”"), name));
    }
  if (taking->n_left_out > 0)
    g_ptr_array_add (lines, dup_left_out (taking));
  g_ptr_array_add (lines, NULL);
  return g_strjoinv ("\n", (char **)lines->pdata);
}

static void
show (FileDrop *self, GtkDropTarget *target)
{
  g_auto (Taking) taking = { 0 };
  g_autofree char *text = NULL;
  GtkWidget *inside = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (target));
  gboolean refused;

  taking_init (&taking, inside, gtk_drop_target_get_value (target));
  text = describe (&taking, inside);
  refused = !takes_any (&taking) && taking.error != NULL;
  gtk_label_set_label (GTK_LABEL (self->text), text);
  gtk_image_set_from_icon_name (GTK_IMAGE (self->icon), refused ? "dialog-warning-symbolic"
                                                                : "document-open-symbolic");
  if (refused)
    gtk_widget_add_css_class (self->veil, "refused");
  else
    gtk_widget_remove_css_class (self->veil, "refused");
  gtk_widget_set_visible (self->veil, TRUE);
}

static GdkDragAction
enter_cb (GtkDropTarget *target, double x, double y, FileDrop *self)
{
  show (self, target);
  return GDK_ACTION_COPY;
}

static void
value_cb (GtkDropTarget *target, GParamSpec *pspec, FileDrop *self)
{
  if (gtk_widget_get_visible (self->veil))
    show (self, target);
}

static void
leave_cb (GtkDropTarget *target, FileDrop *self)
{
  gtk_widget_set_visible (self->veil, FALSE);
}

static void
import_milestone (GtkWidget *inside, GFile *file)
{
  WayWindow *window = way_window_of (inside);
  WayDocument *document = window != NULL ? way_window_get_document (window) : NULL;

  if (document != NULL && !way_document_is_read_only (document))
    way_milestone_files_import_file (inside, document, file, NULL);
  else
    way_plan_files_import_file (inside, file);
}

static void
import_table (GtkWidget *inside, GFile *file)
{
  const WayRecordType *type;
  WayPage *page = find_register (inside, &type);

  way_table_dialog_present (GTK_WIDGET (page), way_page_get_document (page), type, file);
}

static gboolean
drop_cb (GtkDropTarget *target, const GValue *value, double x, double y, FileDrop *self)
{
  GtkWidget *inside = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (target));
  g_auto (Taking) taking = { 0 };

  gtk_widget_set_visible (self->veil, FALSE);
  taking_init (&taking, inside, value);
  if (!takes_any (&taking))
    {
      if (taking.error != NULL)
        way_alert_tell (inside, _ ("This file cannot be taken"), taking.error->message);
      return FALSE;
    }
  if (taking.n_left_out > 0)
    {
      g_autofree char *message = dup_left_out (&taking);

      way_window_toast (inside, message, NULL, NULL);
    }
  if (taking.use == FILE_IMPORT)
    way_plan_files_import_file (inside, taking.import);
  else if (taking.use == FILE_MILESTONE)
    import_milestone (inside, taking.import);
  else if (taking.use == FILE_TABLE)
    import_table (inside, taking.import);
  for (guint i = 0; i < taking.plans->len; i++)
    way_plan_files_open (inside, taking.plans->pdata[i]);
  return TRUE;
}

static GtkWidget *
veil_new (FileDrop *self)
{
  GtkWidget *veil = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  self->icon = gtk_image_new ();
  self->text = gtk_label_new (NULL);
  gtk_image_set_pixel_size (GTK_IMAGE (self->icon), 48);
  gtk_label_set_wrap (GTK_LABEL (self->text), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (self->text), 48);
  gtk_label_set_justify (GTK_LABEL (self->text), GTK_JUSTIFY_CENTER);
  gtk_widget_set_valign (self->icon, GTK_ALIGN_END);
  gtk_widget_set_valign (self->text, GTK_ALIGN_START);
  gtk_widget_set_vexpand (self->icon, TRUE);
  gtk_widget_set_vexpand (self->text, TRUE);
  gtk_box_append (GTK_BOX (veil), self->icon);
  gtk_box_append (GTK_BOX (veil), self->text);
  gtk_widget_add_css_class (veil, "drop-veil");
  gtk_widget_set_can_target (veil, FALSE);
  gtk_widget_set_visible (veil, FALSE);
  return veil;
}

/**
 * way_file_drop_attach:
 * @overlay: all of the window
 */
void
way_file_drop_attach (GtkOverlay *overlay)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);
  FileDrop *self = g_new0 (FileDrop, 1);

  self->veil = veil_new (self);
  gtk_overlay_add_overlay (overlay, self->veil);
  gtk_drop_target_set_preload (target, TRUE);
  g_signal_connect (target, "enter", G_CALLBACK (enter_cb), self);
  g_signal_connect (target, "leave", G_CALLBACK (leave_cb), self);
  g_signal_connect (target, "notify::value", G_CALLBACK (value_cb), self);
  g_signal_connect (target, "drop", G_CALLBACK (drop_cb), self);
  g_object_set_data_full (G_OBJECT (target), "way-file-drop", self, g_free);
  gtk_widget_add_controller (GTK_WIDGET (overlay), GTK_EVENT_CONTROLLER (target));
}
