/* way-record-dialog.c: the dialog that edits any record by its form.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-i18n.h"

#include "ui/records/way-record-dialog.h"

#include "document/way-change-requests.h"
#include "model/way-error.h"
#include "model/way-records.h"
#include "ui/records/way-record-form.h"
#include "ui/records/way-record-tabs.h"
#include "ui/registers/way-risk-triggers.h"
#include "ui/way-window.h"
#include "ui/widgets/way-compat.h"
#include "ui/widgets/way-dialog.h"

#define WAY_TYPE_RECORD_DIALOG (way_record_dialog_get_type ())
G_DECLARE_FINAL_TYPE (WayRecordDialog, way_record_dialog, WAY, RECORD_DIALOG, WayDialog)

struct _WayRecordDialog
{
  WayDialog parent_instance;

  WayDocument *document;
  WayDraft *draft;
  GtkWidget *form;
  GtkWidget *tabs;          /* NULL: the form alone */
  GtkWidget *parent_widget; /* weak: shows the new record */
};

G_DEFINE_FINAL_TYPE (WayRecordDialog, way_record_dialog, WAY_TYPE_DIALOG)

/* Once the form has its height: brings what has the focus to the top, so that what is asked for
 * next is in sight too. */
static gboolean
show_focus_cb (GtkWidget *form, GdkFrameClock *clock, gpointer data)
{
  GtkWidget *scroller = gtk_widget_get_ancestor (form, GTK_TYPE_SCROLLED_WINDOW);
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (form));
  graphene_rect_t bounds;

  if (gtk_widget_get_height (form) == 0)
    return G_SOURCE_CONTINUE;
  if (focus != NULL && gtk_widget_is_ancestor (focus, form)
      && gtk_widget_compute_bounds (focus, form, &bounds))
    gtk_adjustment_set_value (
        gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller)),
        bounds.origin.y - 12);
  return G_SOURCE_REMOVE;
}

static gboolean
focus_if_empty (WayRecordDialog *self, const char *name)
{
  const WayField *field
      = name != NULL ? way_record_type_field (way_draft_get_record_type (self->draft), name) : NULL;

  if (field == NULL || !way_field_is_empty (field, way_draft_get (self->draft, field)))
    return FALSE;
  way_record_form_focus (WAY_RECORD_FORM (self->form), name);
  gtk_widget_add_tick_callback (self->form, show_focus_cb, NULL, NULL);
  return TRUE;
}

/* The first of the fields that the status asks for: those of resolving and closing an issue, or of
 * a step of a change. */
static void
focus_missing (WayRecordDialog *self)
{
  static const char *const names[] = { "root_cause", "resolution", "prevention" };

  if (way_draft_get_record_type (self->draft) == &way_change_request_type)
    focus_if_empty (self, way_change_status_asks_for (way_draft_get_int (self->draft, "status")));
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (focus_if_empty (self, names[i]))
      return;
}

static gboolean
way_record_dialog_confirm (WayDialog *dialog)
{
  WayRecordDialog *self = WAY_RECORD_DIALOG (dialog);
  gboolean is_new = way_draft_get_record (self->draft) == NULL;
  g_autoptr (GError) error = NULL;
  WayRecord *record;

  way_dialog_set_message (dialog, NULL);
  if (!way_record_form_check (WAY_RECORD_FORM (self->form)))
    return FALSE;
  if (!way_draft_apply (self->draft, self->document, &record, &error))
    {
      way_dialog_set_message (dialog, error->message);
      if (g_error_matches (error, WAY_ERROR, WAY_ERROR_INCOMPLETE))
        focus_missing (self);
      return FALSE;
    }
  if (is_new && self->parent_widget != NULL)
    way_window_show_record (self->parent_widget, record);
  return TRUE;
}

static void
way_record_dialog_finalize (GObject *object)
{
  WayRecordDialog *self = WAY_RECORD_DIALOG (object);

  g_clear_weak_pointer (&self->parent_widget);
  g_clear_pointer (&self->draft, way_draft_free);
  g_clear_object (&self->document);
  G_OBJECT_CLASS (way_record_dialog_parent_class)->finalize (object);
}

/* Alt+1 … of the keyboard. */
static gboolean
show_tab (GtkWidget *widget, GVariant *position, gpointer data)
{
  WayRecordDialog *self = WAY_RECORD_DIALOG (widget);
  g_autoptr (GtkSelectionModel) tabs
      = self->tabs != NULL ? gtk_stack_get_pages (GTK_STACK (self->tabs)) : NULL;

  return tabs != NULL
         && gtk_selection_model_select_item (tabs, (guint)g_variant_get_int32 (position), TRUE);
}

static void
way_record_dialog_class_init (WayRecordDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = way_record_dialog_finalize;
  WAY_DIALOG_CLASS (klass)->confirm = way_record_dialog_confirm;
  for (guint i = 0; i < 9; i++)
    gtk_widget_class_add_binding (GTK_WIDGET_CLASS (klass), GDK_KEY_1 + i, GDK_ALT_MASK, show_tab,
                                  "i", (int)i);
}

static void
way_record_dialog_init (WayRecordDialog *self)
{
}

static char *
dup_title (const WayRecordType *type, WayRecord *record)
{
  g_autofree char *human_id = record != NULL ? way_record_dup_human_id (record) : NULL;
  g_autofree char *label = record != NULL ? way_record_dup_label (record) : NULL;

  if (record == NULL)
    /* Translators: %s is a kind of record, like: Milestone */
    return g_strdup_printf (_ ("New: %s"), _ (type->label));
  return human_id != NULL ? g_strdup_printf ("%s %s", human_id, label) : g_strdup (label);
}

static GtkWidget *
new_scroller (GtkWidget *content)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), 600);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), content);
  return scroller;
}

/* What hangs on a record that is there, beside its fields. */
static GtkWidget *
new_tabs (WayRecordDialog *self, WayRecord *record)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *switcher = gtk_stack_switcher_new ();
  GtkStack *tabs;

  self->tabs = way_compat_stack_new ();
  tabs = GTK_STACK (self->tabs);
  gtk_stack_add_titled (tabs, new_scroller (self->form), "details", _ ("Details"));
  gtk_stack_add_titled (tabs, new_scroller (way_record_discussion_new (self->document, record)),
                        "discussion", _ ("Comments"));
  gtk_stack_add_titled (tabs, new_scroller (way_record_related_new (self->document, record)),
                        "related", _ ("Related"));
  if (WAY_IS_ISSUE (record))
    gtk_stack_add_titled (
        tabs, new_scroller (way_record_escalation_new (self->document, WAY_ISSUE (record))),
        "escalation", _ ("Escalation"));
  if (WAY_IS_RISK (record))
    gtk_stack_add_titled (tabs,
                          new_scroller (way_risk_triggers_new (self->document, WAY_RISK (record))),
                          "triggers", _ ("Triggers"));
  gtk_stack_add_titled (tabs, new_scroller (way_record_history_new (self->document, record)),
                        "history", _ ("History"));
  gtk_stack_switcher_set_stack (GTK_STACK_SWITCHER (switcher), tabs);
  gtk_widget_set_halign (switcher, GTK_ALIGN_CENTER);
  gtk_widget_set_margin_top (switcher, 10);
  gtk_widget_set_vexpand (self->tabs, TRUE);
  gtk_box_append (GTK_BOX (box), switcher);
  gtk_box_append (GTK_BOX (box), self->tabs);
  return box;
}

/* A part is edited where its whole is shown, and stays there. */
static const char *
name_of_whole (const WayDraft *draft)
{
  const WayRecordType *type = way_draft_get_record_type (draft);
  const WayFieldFlags whole = WAY_FIELD_REQUIRED | WAY_FIELD_CASCADE;

  for (guint i = 0; i < type->n_fields && !type->page; i++)
    if ((type->fields[i].flags & whole) == whole
        && way_draft_get_int (draft, type->fields[i].name) != 0)
      return type->fields[i].name;
  return NULL;
}

/* @asking: (nullable): what is asked for */
static WayRecordDialog *
present (GtkWidget *parent, WayDocument *document, WayDraft *draft, const char *asking)
{
  WayRecordDialog *self = g_object_new (WAY_TYPE_RECORD_DIALOG, NULL);
  WayRecord *record = way_draft_get_record (draft);
  g_autofree char *title = dup_title (way_draft_get_record_type (draft), record);
  const char *const omit[] = { name_of_whole (draft), NULL };

  self->document = g_object_ref (document);
  self->draft = draft;
  self->form = way_record_form_new (document, self->draft, NULL, omit);
  g_set_weak_pointer (&self->parent_widget, parent);
  gtk_window_set_title (GTK_WINDOW (self), title);
  way_dialog_set_parent (WAY_DIALOG (self), parent);
  if (!way_document_is_read_only (document))
    way_dialog_set_confirm_label (WAY_DIALOG (self), record != NULL ? _ ("_Apply") : _ ("_Add"));
  else
    {
      way_dialog_set_confirm_label (WAY_DIALOG (self), NULL);
      gtk_widget_set_sensitive (self->form, FALSE);
    }
  way_dialog_set_content (WAY_DIALOG (self),
                          record != NULL && way_draft_get_record_type (draft)->prefix != NULL
                              ? new_tabs (self, record)
                              : new_scroller (self->form));
  gtk_window_set_default_size (GTK_WINDOW (self), 600, -1);
  gtk_window_present (GTK_WINDOW (self));
  if (asking == NULL)
    way_record_form_focus (WAY_RECORD_FORM (self->form), NULL);
  else
    {
      way_dialog_set_message (WAY_DIALOG (self), asking);
      focus_missing (self);
    }
  return self;
}

/**
 * way_record_dialog_present_draft:
 * @parent: any widget of the window; a new record is shown from there
 * @draft: (transfer full): what the form begins with
 */
void
way_record_dialog_present_draft (GtkWidget *parent, WayDocument *document, WayDraft *draft)
{
  present (parent, document, draft, NULL);
}

/**
 * way_record_dialog_present_asking:
 * @draft: (transfer full): with the value that asks for more
 * @message: what is asked for
 */
void
way_record_dialog_present_asking (GtkWidget *parent,
                                  WayDocument *document,
                                  WayDraft *draft,
                                  const char *message)
{
  present (parent, document, draft, message);
}

/**
 * way_record_dialog_present_tab:
 * @tab: name of what is shown first
 */
void
way_record_dialog_present_tab (GtkWidget *parent,
                               WayDocument *document,
                               WayRecord *record,
                               const char *tab)
{
  WayRecordDialog *self
      = present (parent, document,
                 way_draft_new (way_document_get_plan (document),
                                way_record_get_record_type (record), record),
                 NULL);

  if (self->tabs != NULL)
    gtk_stack_set_visible_child_name (GTK_STACK (self->tabs), tab);
}

/**
 * way_record_dialog_present:
 * @parent: any widget of the window; a new record is shown from there
 * @record: (nullable): %NULL makes a new one of @type
 */
void
way_record_dialog_present (GtkWidget *parent,
                           WayDocument *document,
                           const WayRecordType *type,
                           WayRecord *record)
{
  way_record_dialog_present_draft (
      parent, document, way_draft_new (way_document_get_plan (document), type, record));
}
