/* way-record-discussion.c: comments on a record, and documents attached to it as links.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-i18n.h"

#include "ui/records/way-record-tabs.h"

#include "model/way-records.h"
#include "ui/way-settings.h"
#include "ui/way-window.h"

typedef struct
{
  WayDocument *document;
  WayRecord *record;
  WayRecord *edited; /* (nullable): the comment that is being corrected */
  char *draft;       /* (nullable): of a new comment, which waits until then */
  GtkWidget *comment, *add, *cancel, *title, *address;
} Discussion;

static void
discussion_free (gpointer data)
{
  Discussion *self = data;

  g_object_unref (self->document);
  g_object_unref (self->record);
  g_clear_object (&self->edited);
  g_free (self->draft);
  g_free (self);
}

static GPtrArray *
about (WayRecord *record, const WayRecordType *type)
{
  return way_plan_get_referrers (record->plan, record->id, way_record_type_field (type, "subject"));
}

static void
delete_cb (GtkButton *button, WayRecord *part)
{
  WayDocument *document = g_object_get_data (G_OBJECT (button), "document");
  g_autofree char *label = way_record_dup_label (part);
  g_autofree char *step = g_strdup_printf (_ ("Delete “%s”"), label);

  way_document_begin (document, step);
  way_document_delete (document, part);
  way_record_tab_step (GTK_WIDGET (button), document, TRUE);
}

static GtkWidget *
add_button (GtkWidget *line, WayDocument *document, const char *icon, const char *label)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  g_object_set_data_full (G_OBJECT (button), "document", g_object_ref (document), g_object_unref);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_sensitive (button, !way_document_is_read_only (document));
  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  gtk_widget_add_css_class (button, "flat");
  gtk_box_append (GTK_BOX (line), button);
  return button;
}

static void
add_delete_button (GtkWidget *line, WayDocument *document, WayRecord *part)
{
  GtkWidget *button = add_button (line, document, "user-trash-symbolic", _ ("Delete"));

  g_signal_connect_object (button, "clicked", G_CALLBACK (delete_cb), part, 0);
}

static char *
dup_text (GtkWidget *view)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return g_strstrip (gtk_text_buffer_get_text (buffer, &start, &end, FALSE));
}

/* The line below the comments is for a new one, or for the one that is corrected; what was begun
 * of a new one comes back afterwards. */
static void
set_edited (Discussion *self, WayRecord *comment)
{
  g_autofree char *draft = self->edited == NULL && comment != NULL ? dup_text (self->comment)
                                                                   : g_steal_pointer (&self->draft);
  const char *text = comment != NULL ? WAY_COMMENT (comment)->text : draft != NULL ? draft : "";

  g_set_object (&self->edited, comment);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->comment)), text, -1);
  if (comment != NULL)
    self->draft = g_steal_pointer (&draft);
  gtk_button_set_label (GTK_BUTTON (self->add),
                        comment != NULL ? _ ("C_orrect comment") : _ ("Add c_omment"));
  gtk_widget_set_visible (self->cancel, comment != NULL);
}

static void
edit_cb (GtkButton *button, WayRecord *comment)
{
  GtkWidget *box = gtk_widget_get_ancestor (GTK_WIDGET (button), GTK_TYPE_LIST_BOX);
  Discussion *self = g_object_get_data (G_OBJECT (gtk_widget_get_parent (box)), "discussion");

  set_edited (self, comment);
  gtk_widget_grab_focus (self->comment);
}

static int
compare_times (gconstpointer a, gconstpointer b)
{
  WayComment *first = *(WayComment *const *)a, *second = *(WayComment *const *)b;

  return first->time < second->time ? -1 : first->time > second->time;
}

static void
fill_comments (GtkWidget *list, WayDocument *document, WayRecord *record)
{
  g_autoptr (GPtrArray) comments = g_ptr_array_copy (about (record, &way_comment_type), NULL, NULL);
  g_autofree char *author = way_settings_dup_author ();

  g_ptr_array_sort (comments, compare_times);
  for (guint i = 0; i < comments->len; i++)
    {
      WayComment *comment = g_ptr_array_index (comments, i);
      g_autofree char *time = way_moment_format (comment->time);
      g_autofree char *head = g_strdup_printf ("%s · %s", comment->author, time);

      GtkWidget *line = way_record_tab_add_line (list, head, comment->text);

      /* What others have said is theirs. */
      if (!g_str_equal (comment->author, author))
        continue;
      g_signal_connect_object (add_button (line, document, "document-edit-symbolic", _ ("Correct")),
                               "clicked", G_CALLBACK (edit_cb), comment, 0);
      add_delete_button (line, document, WAY_RECORD (comment));
    }
}

/* A place on the web, or a file. Of other schemes a program may be started by, and a plan may come
 * from anybody: those are only shown. */
static gboolean
can_be_opened (const char *address)
{
  static const char *const schemes[]
      = { "http", "https", "mailto", "file", "ftp", "ftps", "sftp", "smb", "dav", "davs", NULL };
  g_autofree char *scheme = g_uri_parse_scheme (address);
  g_autofree char *small = scheme != NULL ? g_ascii_strdown (scheme, -1) : NULL;

  return small != NULL && g_strv_contains (schemes, small);
}

/* The button that opens @address, or why there is none. */
static GtkWidget *
new_open (const char *address)
{
  gboolean can = can_be_opened (address);
  GtkWidget *open = can ? gtk_link_button_new_with_label (address, C_ ("verb", "Open"))
                        : gtk_label_new (_ ("Not opened from here"));

  gtk_widget_set_valign (open, GTK_ALIGN_CENTER);
  if (!can)
    {
      gtk_widget_add_css_class (open, "dim-label");
      gtk_widget_set_tooltip_text (
          open, _ ("Places on the web, mail addresses and files are opened (https:, mailto:, "
                   "file:). Anything else could start a program, so it is only shown."));
    }
  return open;
}

static void
fill_attachments (GtkWidget *list, WayDocument *document, WayRecord *record)
{
  GPtrArray *attachments = about (record, &way_attachment_type);

  for (guint i = 0; i < attachments->len; i++)
    {
      WayAttachment *attachment = g_ptr_array_index (attachments, i);
      GtkWidget *line = way_record_tab_add_line (list, WAY_RECORD (attachment)->title,
                                                 attachment->address);

      gtk_box_append (GTK_BOX (line), new_open (attachment->address));
      add_delete_button (line, document, WAY_RECORD (attachment));
    }
}

/* What was corrected keeps its time and its author. */
static void
write_comment (Discussion *self, const char *text)
{
  g_autofree char *author = way_settings_dup_author ();
  WayRecord *comment = self->edited;

  if (comment == NULL)
    {
      comment = way_document_create_record (self->document, &way_comment_type);
      way_document_set_int (self->document, comment, "subject", self->record->id);
      way_document_set_int (self->document, comment, "time", way_moment_now ());
      way_document_set_text (self->document, comment, "author", author);
    }
  way_document_set_text (self->document, comment, "text", text);
}

static void
comment_cb (GtkButton *button, Discussion *self)
{
  g_autofree char *text = dup_text (self->comment);
  g_autofree char *label = way_record_dup_label (self->record);
  g_autofree char *step = NULL;

  if (text[0] == '\0')
    {
      gtk_widget_grab_focus (self->comment);
      return;
    }
  if (self->edited != NULL && self->edited->plan == NULL)
    g_clear_object (&self->edited); /* deleted meanwhile: what was typed is a new one */
  step = g_strdup_printf (self->edited != NULL ? _ ("Correct a comment on “%s”")
                                               : _ ("Comment on “%s”"),
                          label);
  way_document_begin (self->document, step);
  write_comment (self, text);
  if (way_record_tab_step (GTK_WIDGET (button), self->document, TRUE))
    set_edited (self, NULL);
}

static void
cancel_cb (GtkButton *button, Discussion *self)
{
  set_edited (self, NULL);
}

static void
attach_cb (GtkWidget *widget, Discussion *self)
{
  const char *address = gtk_editable_get_text (GTK_EDITABLE (self->address));
  const char *title = gtk_editable_get_text (GTK_EDITABLE (self->title));
  g_autofree char *uri
      = g_path_is_absolute (address) ? g_filename_to_uri (address, NULL, NULL) : NULL;
  WayRecord *attachment;

  if (address[0] == '\0')
    {
      gtk_widget_grab_focus (self->address);
      return;
    }
  way_document_begin (self->document, _ ("Attach a document"));
  attachment = way_document_create_record (self->document, &way_attachment_type);
  way_document_set_int (self->document, attachment, "subject", self->record->id);
  way_document_set_text (self->document, attachment, "address", uri != NULL ? uri : address);
  way_document_set_text (self->document, attachment, "title", title[0] != '\0' ? title : address);
  if (!way_record_tab_step (widget, self->document, TRUE))
    return;
  gtk_editable_set_text (GTK_EDITABLE (self->title), "");
  gtk_editable_set_text (GTK_EDITABLE (self->address), "");
}

static GtkWidget *
new_entry (const char *placeholder, Discussion *self)
{
  GtkWidget *entry = gtk_entry_new ();

  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), placeholder);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, placeholder,
                                  -1);
  gtk_widget_set_hexpand (entry, TRUE);
  g_signal_connect (entry, "activate", G_CALLBACK (attach_cb), self);
  return entry;
}

static void
add_heading (GtkWidget *box, const char *text)
{
  GtkWidget *heading = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_widget_add_css_class (heading, "group-title");
  gtk_box_append (GTK_BOX (box), heading);
}

static void
add_comment_line (GtkWidget *box, Discussion *self)
{
  GtkWidget *frame = gtk_frame_new (NULL);
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->add = gtk_button_new_with_mnemonic (_ ("Add c_omment"));
  self->cancel = gtk_button_new_with_mnemonic (_ ("_Leave it as it was"));
  gtk_widget_set_visible (self->cancel, FALSE);
  self->comment = gtk_text_view_new ();
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (self->comment), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (self->comment), FALSE);
  gtk_text_view_set_left_margin (GTK_TEXT_VIEW (self->comment), 8);
  gtk_text_view_set_right_margin (GTK_TEXT_VIEW (self->comment), 8);
  gtk_text_view_set_top_margin (GTK_TEXT_VIEW (self->comment), 6);
  gtk_text_view_set_bottom_margin (GTK_TEXT_VIEW (self->comment), 6);
  gtk_widget_set_size_request (self->comment, -1, 48);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->comment), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("New comment"), -1);
  gtk_frame_set_child (GTK_FRAME (frame), self->comment);
  gtk_widget_set_halign (buttons, GTK_ALIGN_END);
  g_signal_connect (self->add, "clicked", G_CALLBACK (comment_cb), self);
  g_signal_connect (self->cancel, "clicked", G_CALLBACK (cancel_cb), self);
  gtk_box_append (GTK_BOX (buttons), self->cancel);
  gtk_box_append (GTK_BOX (buttons), self->add);
  gtk_box_append (GTK_BOX (box), frame);
  gtk_box_append (GTK_BOX (box), buttons);
}

static void
add_attachment_line (GtkWidget *box, Discussion *self)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("A_ttach"));

  self->title = new_entry (_ ("Name"), self);
  self->address = new_entry (_ ("Address of a file or page"), self);
  g_signal_connect (button, "clicked", G_CALLBACK (attach_cb), self);
  gtk_box_append (GTK_BOX (line), self->title);
  gtk_box_append (GTK_BOX (line), self->address);
  gtk_box_append (GTK_BOX (line), button);
  gtk_box_append (GTK_BOX (box), line);
}

/**
 * way_record_discussion_new:
 *
 * Returns: (transfer floating): comments and attachments, each with a line to add one; what is
 * added stands at once, as a step of its own
 */
GtkWidget *
way_record_discussion_new (WayDocument *document, WayRecord *record)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  Discussion *self = g_new0 (Discussion, 1);
  gboolean can_edit = !way_document_is_read_only (document);

  self->document = g_object_ref (document);
  self->record = g_object_ref (record);
  g_object_set_data_full (G_OBJECT (box), "discussion", self, discussion_free);
  gtk_widget_add_css_class (box, "form");
  add_heading (box, _ ("Comments"));
  gtk_box_append (GTK_BOX (box),
                  way_record_tab_list_new (document, record, _ ("Comments"),
                                           _ ("Nobody has commented on it yet."), fill_comments));
  if (can_edit)
    add_comment_line (box, self);
  add_heading (box, _ ("Attachments"));
  gtk_box_append (GTK_BOX (box),
                  way_record_tab_list_new (document, record, _ ("Attachments"),
                                           _ ("Links to documents, pictures or tickets."),
                                           fill_attachments));
  if (can_edit)
    add_attachment_line (box, self);
  return box;
}
