/* way-attention-page.c: WayAttentionPage, everything that needs attention, the worst first.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-i18n.h"

#include "ui/attention/way-attention-page.h"

#include "ui/attention/way-attention-acts.h"
#include "ui/attention/way-attention-item.h"
#include "ui/attention/way-attention-row.h"
#include "ui/way-window.h"
#include "ui/widgets/way-compat.h"
#include "ui/widgets/way-date-entry.h"
#include "ui/widgets/way-dialog.h"
#include "ui/widgets/way-empty-state.h"

struct _WayAttentionPage
{
  WayPage parent_instance;

  GtkWidget *summary, *show_quiet, *stack, *view;
  GListStore *items;
  GtkSingleSelection *selection;
};

G_DEFINE_FINAL_TYPE (WayAttentionPage, way_attention_page, WAY_TYPE_PAGE)

/* ------------------------------------------------------------------ what is shown */

/* @text: (transfer full) */
static void
add_count (GStrvBuilder *parts, guint n, char *text)
{
  if (n > 0)
    g_strv_builder_add (parts, text);
  g_free (text);
}

/* How many there are of each severity; "" when there is none. */
static char *
format_summary (GPtrArray *list, guint *n_quiet)
{
  guint n[] = { 0, 0, 0 };
  g_autoptr (GStrvBuilder) parts = g_strv_builder_new ();
  g_auto (GStrv) texts = NULL;

  *n_quiet = 0;
  for (guint i = 0; i < list->len; i++)
    {
      const WayAttention *item = list->pdata[i];

      if (item->snooze != NULL)
        ++*n_quiet;
      else
        n[item->severity]++;
    }
  add_count (parts, n[WAY_SEVERITY_BAD],
             g_strdup_printf (ngettext ("%u urgent", "%u urgent", n[WAY_SEVERITY_BAD]),
                              n[WAY_SEVERITY_BAD]));
  add_count (parts, n[WAY_SEVERITY_WARNING],
             g_strdup_printf (ngettext ("%u warning", "%u warnings", n[WAY_SEVERITY_WARNING]),
                              n[WAY_SEVERITY_WARNING]));
  add_count (parts, n[WAY_SEVERITY_NOTE],
             g_strdup_printf (ngettext ("%u note", "%u notes", n[WAY_SEVERITY_NOTE]),
                              n[WAY_SEVERITY_NOTE]));
  texts = g_strv_builder_end (parts);
  return g_strjoinv (" · ", texts);
}

/* Only the rows in between change, so that focus and selection stay where they are. */
static void
replace_items (WayAttentionPage *self, GPtrArray *list)
{
  guint n_old = g_list_model_get_n_items (G_LIST_MODEL (self->items));
  guint first = 0, tail = 0;
  g_autoptr (GPtrArray) fresh = g_ptr_array_new_with_free_func (g_object_unref);

  for (; first < MIN (n_old, list->len); first++)
    {
      g_autoptr (WayAttentionItem) old = g_list_model_get_item (G_LIST_MODEL (self->items), first);

      if (!way_attention_item_equal (old, list->pdata[first]))
        break;
    }
  for (; tail < MIN (n_old, list->len) - first; tail++)
    {
      g_autoptr (WayAttentionItem) old
          = g_list_model_get_item (G_LIST_MODEL (self->items), n_old - tail - 1);

      if (!way_attention_item_equal (old, list->pdata[list->len - tail - 1]))
        break;
    }
  for (guint i = first; i < list->len - tail; i++)
    g_ptr_array_add (fresh, way_attention_item_new (list, i));
  g_list_store_splice (self->items, first, n_old - tail - first, fresh->pdata, fresh->len);
}

/* In the list; NULL = elsewhere. */
static GtkWidget *
get_focus (WayAttentionPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, self->view) ? focus : NULL;
}

static void
way_attention_page_refresh (WayPage *page, WayChangeset *changeset)
{
  WayAttentionPage *self = WAY_ATTENTION_PAGE (page);
  gboolean everything = gtk_check_button_get_active (GTK_CHECK_BUTTON (self->show_quiet));
  g_autoptr (GPtrArray) list = way_attention_list_all (way_page_get_document (page));
  GtkWidget *focus = get_focus (self);
  guint n_quiet;
  g_autofree char *summary = format_summary (list, &n_quiet);
  g_autofree char *quiet = g_strdup_printf (_ ("Show _snoozed and muted (%u)"), n_quiet);

  gtk_label_set_text (GTK_LABEL (self->summary), summary);
  gtk_check_button_set_label (GTK_CHECK_BUTTON (self->show_quiet), quiet);
  gtk_widget_set_visible (self->show_quiet, n_quiet > 0 || everything);
  if (!everything)
    way_attention_drop_quiet (list);
  replace_items (self, list);
  if (focus != NULL && get_focus (self) != focus)
    gtk_widget_grab_focus (self->view); /* its row is another one: on a row, not on a button */
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), list->len > 0 ? "list" : "empty");
}

/* ------------------------------------------------------------------ what can be done */

static const WayAttention *
get_selected (WayAttentionPage *self)
{
  WayAttentionItem *item = gtk_single_selection_get_selected_item (self->selection);

  return item != NULL ? way_attention_item_get (item) : NULL;
}

static void
open_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WayAttentionPage *self = WAY_ATTENTION_PAGE (widget);
  const WayAttention *attention = get_selected (self);

  if (attention != NULL)
    way_attention_open (widget, way_page_get_document (WAY_PAGE (self)), attention);
}

static void
act_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WayAttentionPage *self = WAY_ATTENTION_PAGE (widget);
  const WayAttention *attention = get_selected (self);

  if (attention != NULL)
    way_attention_act (widget, way_page_get_document (WAY_PAGE (self)), attention);
}

/* Commits what @label names, and says so. The row that comes next has the focus then. */
static void
finish_step (WayAttentionPage *self, const char *message)
{
  g_autoptr (GError) error = NULL;

  if (!way_document_commit (way_page_get_document (WAY_PAGE (self)), &error))
    {
      way_window_report_error (GTK_WIDGET (self), error);
      return;
    }
  way_window_toast (GTK_WIDGET (self), message, _ ("Undo"), "win.undo");
  gtk_widget_grab_focus (self->view);
}

static void
snooze (WayAttentionPage *self, const WayAttention *attention, WayMoment until)
{
  WayDocument *document = way_page_get_document (WAY_PAGE (self));
  g_autofree char *day = way_moment_format_short (until);
  g_autofree char *name = way_record_dup_label (attention->record);
  g_autofree char *label = g_strdup_printf (_ ("Snooze “%s” until %s"), name, day);
  g_autofree char *message = g_strdup_printf (_ ("“%s” is told again on %s"), name, day);

  way_document_begin (document, label);
  way_attention_snooze (document, attention, until);
  finish_step (self, message);
}

static gboolean
can_edit (WayAttentionPage *self)
{
  return get_selected (self) != NULL
         && !way_document_is_read_only (way_page_get_document (WAY_PAGE (self)));
}

/* @parameter: for how many days */
static void
snooze_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WayAttentionPage *self = WAY_ATTENTION_PAGE (widget);
  const WayAttention *attention = get_selected (self);
  WayMoment today
      = way_moment_day (way_document_get_status_date (way_page_get_document (WAY_PAGE (self))));

  if (can_edit (self) && attention->snooze == NULL)
    snooze (self, attention, today + g_variant_get_int32 (parameter) * WAY_DAY);
}

typedef struct
{
  WayAttentionPage *page; /* unowned: outlives its dialogs */
  WayAttentionItem *item;
  WayDateEntry *entry; /* unowned: of the dialog */
} Question;

static void
question_free (gpointer data, GClosure *closure)
{
  Question *self = data;

  g_object_unref (self->item);
  g_free (self);
}

static gboolean
until_confirmed_cb (WayDialog *dialog, gpointer data)
{
  Question *self = data;
  WayDocument *document = way_page_get_document (WAY_PAGE (self->page));
  WayMoment until;
  g_autoptr (GError) error = NULL;

  if (!way_date_entry_get_value (self->entry, &until, &error))
    way_dialog_set_message (dialog, error->message);
  else if (until == WAY_NEVER || until <= way_document_get_status_date (document))
    way_dialog_set_message (dialog, _ ("Give a day after the status date of the plan."));
  else
    {
      snooze (self->page, way_attention_item_get (self->item), way_moment_day (until));
      return TRUE;
    }
  return FALSE;
}

static void
snooze_until_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WayAttentionPage *self = WAY_ATTENTION_PAGE (widget);
  WayDialog *dialog;
  GtkWidget *box, *label;
  Question *question;

  if (!can_edit (self))
    return;
  dialog = way_dialog_new (widget, _ ("Snooze"), _ ("_Snooze"));
  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  label = gtk_label_new (_ ("Tell me again on"));
  question = g_new0 (Question, 1);
  question->page = self;
  question->item = g_object_ref (gtk_single_selection_get_selected_item (self->selection));
  question->entry = WAY_DATE_ENTRY (way_date_entry_new (FALSE, 0));
  way_date_entry_set_name (question->entry, _ ("Tell me again on"));
  way_date_entry_set_value (question->entry,
                            way_document_get_status_date (way_page_get_document (WAY_PAGE (self)))
                                + 14 * WAY_DAY);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (box, "form");
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (question->entry));
  way_dialog_set_content (dialog, box);
  g_signal_connect_data (dialog, "confirm", G_CALLBACK (until_confirmed_cb), question,
                         question_free, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
mute_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WayAttentionPage *self = WAY_ATTENTION_PAGE (widget);
  WayDocument *document = way_page_get_document (WAY_PAGE (self));
  const WayAttention *attention = get_selected (self);
  const char *kind;
  g_autofree char *label = NULL;
  g_autofree char *message = NULL;

  if (!can_edit (self) || attention->snooze != NULL)
    return;
  kind = way_enum_label (&way_enum_attention, attention->kind);
  label = g_strdup_printf (_ ("Mute “%s”"), kind);
  message = g_strdup_printf (_ ("“%s” is muted in this plan"), kind);
  way_document_begin (document, label);
  way_attention_mute (document, attention->kind);
  finish_step (self, message);
}

static void
wake_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WayAttentionPage *self = WAY_ATTENTION_PAGE (widget);
  WayDocument *document = way_page_get_document (WAY_PAGE (self));
  const WayAttention *attention = get_selected (self);

  if (!can_edit (self) || attention->snooze == NULL)
    return;
  way_document_begin (document, _ ("Tell an alert again"));
  way_attention_wake (document, attention);
  finish_step (self, _ ("It is told again"));
}

static void
menu_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));
  GtkWidget *row = focus != NULL ? gtk_widget_get_first_child (focus) : NULL;

  if (row == NULL || !WAY_IS_ATTENTION_ROW (row)) /* on one of its buttons */
    row = focus != NULL ? gtk_widget_get_ancestor (focus, WAY_TYPE_ATTENTION_ROW) : NULL;
  if (row != NULL)
    way_attention_row_open_menu (WAY_ATTENTION_ROW (row));
}

/* ------------------------------------------------------------------ the page */

static void
chosen_cb (WayAttentionRow *row, GtkListItem *item)
{
  WayAttentionPage *self
      = WAY_ATTENTION_PAGE (gtk_widget_get_ancestor (GTK_WIDGET (row), WAY_TYPE_ATTENTION_PAGE));

  if (self != NULL && gtk_list_item_get_position (item) != GTK_INVALID_LIST_POSITION)
    gtk_single_selection_set_selected (self->selection, gtk_list_item_get_position (item));
}

static void
setup_cb (GtkListItemFactory *factory, GtkListItem *item, gpointer data)
{
  GtkWidget *row = way_attention_row_new ();

  g_signal_connect_object (row, "chosen", G_CALLBACK (chosen_cb), item, 0);
  gtk_list_item_set_child (item, row);
}

static void
bind_cb (GtkListItemFactory *factory, GtkListItem *item, gpointer data)
{
  const WayAttention *attention = way_attention_item_get (gtk_list_item_get_item (item));

  way_attention_row_set (WAY_ATTENTION_ROW (gtk_list_item_get_child (item)), attention,
                         way_document_get_status_date (way_page_get_document (data)));
}

static void
activate_cb (GtkListView *view, guint position, WayAttentionPage *self)
{
  gtk_single_selection_set_selected (self->selection, position);
  open_cb (GTK_WIDGET (self), NULL, NULL);
}

static void
show_quiet_cb (WayAttentionPage *self)
{
  way_attention_page_refresh (WAY_PAGE (self), NULL);
}

static void
way_attention_page_dispose (GObject *object)
{
  WayAttentionPage *self = WAY_ATTENTION_PAGE (object);

  g_clear_object (&self->items);
  g_clear_object (&self->selection);
  G_OBJECT_CLASS (way_attention_page_parent_class)->dispose (object);
}

static void
way_attention_page_class_init (WayAttentionPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = way_attention_page_dispose;
  WAY_PAGE_CLASS (klass)->refresh = way_attention_page_refresh;
  gtk_widget_class_install_action (widget_class, "attention.open", NULL, open_cb);
  gtk_widget_class_install_action (widget_class, "attention.act", NULL, act_cb);
  gtk_widget_class_install_action (widget_class, "attention.snooze", "i", snooze_cb);
  gtk_widget_class_install_action (widget_class, "attention.snooze-until", NULL, snooze_until_cb);
  gtk_widget_class_install_action (widget_class, "attention.mute", NULL, mute_cb);
  gtk_widget_class_install_action (widget_class, "attention.wake", NULL, wake_cb);
  gtk_widget_class_install_action (widget_class, "attention.menu", NULL, menu_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK,
                                       "attention.act", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, 0, "attention.snooze", "i", 1);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_m, 0, "attention.mute", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Menu, 0, "attention.menu", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, "attention.menu",
                                       NULL);
}

static GtkWidget *
build_head (WayAttentionPage *self)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 14);
  GtkWidget *title = gtk_label_new (_ ("Alerts"));

  self->summary = gtk_label_new (NULL);
  self->show_quiet = gtk_check_button_new_with_mnemonic ("");
  gtk_widget_add_css_class (title, "title-large");
  gtk_widget_add_css_class (self->summary, "secondary");
  gtk_widget_add_css_class (head, "page-head");
  gtk_label_set_xalign (GTK_LABEL (self->summary), 0);
  gtk_label_set_ellipsize (GTK_LABEL (self->summary), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (self->summary, TRUE);
  gtk_check_button_set_use_underline (GTK_CHECK_BUTTON (self->show_quiet), TRUE);
  g_signal_connect_swapped (self->show_quiet, "toggled", G_CALLBACK (show_quiet_cb), self);
  gtk_box_append (GTK_BOX (head), title);
  gtk_box_append (GTK_BOX (head), self->summary);
  gtk_box_append (GTK_BOX (head), self->show_quiet);
  return head;
}

static GtkWidget *
build_list (WayAttentionPage *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), self);
  self->view = gtk_list_view_new (GTK_SELECTION_MODEL (g_object_ref (self->selection)), factory);
  g_signal_connect (self->view, "activate", G_CALLBACK (activate_cb), self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Alerts"), -1);
  gtk_widget_add_css_class (self->view, "attention");
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->view);
  way_page_frame_table (scroller);
  return scroller;
}

static void
way_attention_page_init (WayAttentionPage *self)
{
  self->items = g_list_store_new (WAY_TYPE_ATTENTION_ITEM);
  self->selection = gtk_single_selection_new (G_LIST_MODEL (g_object_ref (self->items)));
  self->stack = way_compat_stack_new ();
  gtk_widget_set_vexpand (self->stack, TRUE);
  gtk_stack_add_named (
      GTK_STACK (self->stack),
      way_empty_state_new ("waymark-alert-symbolic", _ ("Nothing needs attention"),
                           _ ("What is late, overdue, waited for or soon due will stand here."),
                           NULL, NULL),
      "empty");
  gtk_stack_add_named (GTK_STACK (self->stack), build_list (self), "list");
  gtk_box_append (GTK_BOX (self), build_head (self));
  gtk_box_append (GTK_BOX (self), self->stack);
}
