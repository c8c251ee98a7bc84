/* way-file-drop.c: files that are dropped on the window: plans are opened, others imported.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * While files are held over the window it says what letting go would do with them. What can be
 * imported is asked of the formats of exchange/. */

#include "model/way-i18n.h"

#include "ui/way-file-drop.h"

#include "exchange/milestone/way-milestone-file.h"
#include "exchange/way-exchange.h"
#include "store/way-store.h"
#include "ui/milestones/way-milestone-files.h"
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
  FILE_UNKNOWN,
} FileUse;

static FileUse
use_of (GFile *file, GError **error)
{
  const char *path = g_file_peek_path (file);
  g_autofree char *folded = path != NULL ? g_ascii_strdown (path, -1) : NULL;
  const WayExchangeFormat *format;

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
  return format != NULL ? FILE_IMPORT : FILE_UNKNOWN;
}

static char *
describe (GFile *file, gboolean *takes)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *shown = g_filename_display_name (name);
  g_autoptr (GError) error = NULL;
  FileUse use = use_of (file, &error);

  *takes = use != FILE_UNKNOWN;
  if (use == FILE_OPEN)
    return g_strdup_printf (_ ("Open “%s”"), shown);
  if (use == FILE_IMPORT)
    return g_strdup_printf (_ ("Import “%s” into a new plan"), shown);
  if (use == FILE_MILESTONE)
    return g_strdup_printf (_ ("Import the milestone of “%s”"), shown);
  return g_strdup (error->message);
}

/* One file after the other would fill the screen with questions: the first one is taken. */
static GFile *
first_file (const GValue *value)
{
  GSList *files = value != NULL && G_VALUE_HOLDS (value, GDK_TYPE_FILE_LIST)
                      ? g_value_get_boxed (value)
                      : NULL;

  return files != NULL ? files->data : NULL;
}

static void
show (FileDrop *self, GtkDropTarget *target)
{
  GFile *file = first_file (gtk_drop_target_get_value (target));
  g_autofree char *text = NULL;
  gboolean takes = TRUE;

  text = file != NULL ? describe (file, &takes) : g_strdup (_ ("Drop a plan or another program’s file"));
  gtk_label_set_label (GTK_LABEL (self->text), text);
  gtk_image_set_from_icon_name (GTK_IMAGE (self->icon),
                                takes ? "document-open-symbolic" : "dialog-warning-symbolic");
  if (takes)
    gtk_widget_remove_css_class (self->veil, "refused");
  else
    gtk_widget_add_css_class (self->veil, "refused");
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

static gboolean
drop_cb (GtkDropTarget *target, const GValue *value, double x, double y, FileDrop *self)
{
  GtkWidget *inside = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (target));
  GFile *file = first_file (value);
  g_autoptr (GError) error = NULL;

  gtk_widget_set_visible (self->veil, FALSE);
  if (file == NULL)
    return FALSE;
  switch (use_of (file, &error))
    {
    case FILE_OPEN:
      way_plan_files_open (inside, file);
      return TRUE;
    case FILE_IMPORT:
      way_plan_files_import_file (inside, file);
      return TRUE;
    case FILE_MILESTONE:
      import_milestone (inside, file);
      return TRUE;
    case FILE_UNKNOWN:
    default:
      way_alert_tell (inside, _ ("This file cannot be taken"), error->message);
      return FALSE;
    }
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
