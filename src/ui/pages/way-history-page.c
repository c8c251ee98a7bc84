/* way-history-page.c: WayHistoryPage, the journal: what changed, when, by whom.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Entries are read from the file as they come; the page holds them newest first. */

#include "model/way-i18n.h"

#include "ui/pages/way-history-page.h"

#include "ui/way-application.h"
#include "ui/way-window.h"
#include "ui/widgets/way-compat.h"
#include "ui/widgets/way-empty-state.h"

#define WAY_TYPE_HISTORY_ENTRY (way_history_entry_get_type ())
G_DECLARE_FINAL_TYPE (WayHistoryEntry, way_history_entry, WAY, HISTORY_ENTRY, GObject)

struct _WayHistoryEntry
{
  GObject parent_instance;

  WayJournalEntry *entry;
};

G_DEFINE_FINAL_TYPE (WayHistoryEntry, way_history_entry, G_TYPE_OBJECT)

static void
way_history_entry_finalize (GObject *object)
{
  g_clear_pointer (&WAY_HISTORY_ENTRY (object)->entry, way_journal_entry_free);
  G_OBJECT_CLASS (way_history_entry_parent_class)->finalize (object);
}

static void
way_history_entry_class_init (WayHistoryEntryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = way_history_entry_finalize;
}

static void
way_history_entry_init (WayHistoryEntry *self)
{
}

struct _WayHistoryPage
{
  WayPage parent_instance;

  GtkWidget *stack;
  GListStore *entries;
  GtkSingleSelection *selection;
  gint64 last; /* seq of the newest entry read */
};

G_DEFINE_FINAL_TYPE (WayHistoryPage, way_history_page, WAY_TYPE_PAGE)

enum
{
  COLUMN_TIME,
  COLUMN_LABEL,
  COLUMN_AUTHOR,
  COLUMN_ORIGIN,
  COLUMN_EDITS
};

/**
 * way_history_format_time:
 * @seconds: since 1970 UTC, as the journal has it
 *
 * Returns: (transfer full): day and time of day where the user is
 */
char *
way_history_format_time (gint64 seconds)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_local (seconds);

  if (time == NULL)
    return g_strdup ("");
  return way_moment_format (way_moment (g_date_time_get_year (time), g_date_time_get_month (time),
                                        g_date_time_get_day_of_month (time),
                                        g_date_time_get_hour (time), g_date_time_get_minute (time)));
}

static const char *
origin_label (WayOrigin origin)
{
  static const char *const labels[] = {
    [WAY_ORIGIN_EDIT] = N_ ("Edit"),           [WAY_ORIGIN_UNDO] = N_ ("Undo"),
    [WAY_ORIGIN_REDO] = N_ ("Redo"),           [WAY_ORIGIN_IMPORT] = N_ ("Import"),
    [WAY_ORIGIN_LEVELLING] = N_ ("Levelling"), [WAY_ORIGIN_CHANGE_REQUEST] = N_ ("Change request"),
    [WAY_ORIGIN_SNAPSHOT] = N_ ("Snapshot"),   [WAY_ORIGIN_WATCH] = N_ ("Trigger"),
  };

  return origin < G_N_ELEMENTS (labels) ? _ (labels[origin]) : "";
}

static char *
dup_cell (const WayJournalEntry *entry, int column)
{
  switch (column)
    {
    case COLUMN_TIME:
      return way_history_format_time (entry->time);
    case COLUMN_LABEL:
      return g_strdup (entry->label);
    case COLUMN_AUTHOR:
      return g_strdup (entry->author);
    case COLUMN_ORIGIN:
      return g_strdup (origin_label (entry->origin));
    default:
      return way_number_format (entry->n_edits, 0);
    }
}

static void
setup_cb (GtkListItemFactory *factory, GtkListItem *item, gpointer data)
{
  GtkWidget *text = gtk_inscription_new (NULL);
  int column = GPOINTER_TO_INT (data);

  gtk_inscription_set_text_overflow (GTK_INSCRIPTION (text),
                                     GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);
  gtk_inscription_set_nat_chars (GTK_INSCRIPTION (text), column == COLUMN_EDITS    ? 9
                                                         : column == COLUMN_ORIGIN ? 10
                                                                                   : 20);
  gtk_inscription_set_min_chars (GTK_INSCRIPTION (text), 6);
  gtk_inscription_set_xalign (GTK_INSCRIPTION (text), column == COLUMN_EDITS ? 1 : 0);
  gtk_widget_add_css_class (text, "cell");
  gtk_widget_add_css_class (text, "numeric");
  gtk_list_item_set_child (item, text);
}

static void
bind_cb (GtkListItemFactory *factory, GtkListItem *item, gpointer data)
{
  WayHistoryEntry *entry = gtk_list_item_get_item (item);
  g_autofree char *text = dup_cell (entry->entry, GPOINTER_TO_INT (data));

  gtk_inscription_set_text (GTK_INSCRIPTION (gtk_list_item_get_child (item)), text);
}

static void
add_column (GtkColumnView *view, const char *label, int column)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkColumnViewColumn *described;

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), GINT_TO_POINTER (column));
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), GINT_TO_POINTER (column));
  described = gtk_column_view_column_new (label, factory);
  gtk_column_view_column_set_resizable (described, TRUE);
  gtk_column_view_column_set_expand (described, column == COLUMN_LABEL);
  gtk_column_view_append_column (view, described);
  if (column == COLUMN_EDITS)
    way_compat_align_title (view, COLUMN_EDITS, 1);
  g_object_unref (described);
}

static void
way_history_page_refresh (WayPage *page, WayChangeset *changeset)
{
  WayHistoryPage *self = WAY_HISTORY_PAGE (page);
  WayStore *store = way_document_get_store (way_page_get_document (page));
  g_autoptr (GPtrArray) fresh = NULL;
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GError) error = NULL;

  if (store == NULL)
    return;
  fresh = way_store_read_journal (store, self->last, 0, &error);
  if (fresh == NULL)
    {
      way_window_report_error (GTK_WIDGET (self), error);
      return;
    }
  g_ptr_array_set_free_func (fresh, NULL); /* each is handed over below */
  for (guint i = fresh->len; i > 0; i--)
    {
      WayJournalEntry *entry = g_ptr_array_index (fresh, i - 1);
      WayHistoryEntry *item;

      self->last = MAX (self->last, entry->seq);
      if (entry->origin == WAY_ORIGIN_SNAPSHOT) /* nobody's work */
        {
          way_journal_entry_free (entry);
          continue;
        }
      item = g_object_new (WAY_TYPE_HISTORY_ENTRY, NULL);
      item->entry = entry;
      g_ptr_array_add (items, item);
    }
  g_list_store_splice (self->entries, 0, 0, items->pdata, items->len);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "history.look-back",
                                 g_list_model_get_n_items (G_LIST_MODEL (self->entries)) > 0);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack),
                                    g_list_model_get_n_items (G_LIST_MODEL (self->entries)) > 0
                                        ? "list"
                                        : "empty");
}

/* Opens the plan as it was after the chosen step, in a window of its own. */
static void
look_back_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WayHistoryPage *self = WAY_HISTORY_PAGE (widget);
  WayHistoryEntry *chosen
      = gtk_single_selection_get_selected_item (GTK_SINGLE_SELECTION (self->selection));
  g_autoptr (WayDocument) past = NULL;
  g_autoptr (GError) error = NULL;

  if (chosen == NULL)
    return;
  past = way_document_new_past (way_page_get_document (WAY_PAGE (self)), chosen->entry->seq,
                                &error);
  if (past != NULL)
    way_application_show (WAY_APPLICATION (g_application_get_default ()), past, NULL,
                          "overview");
  else
    way_window_report_error (widget, error);
}

static void
way_history_page_dispose (GObject *object)
{
  g_clear_object (&WAY_HISTORY_PAGE (object)->selection);
  g_clear_object (&WAY_HISTORY_PAGE (object)->entries);
  G_OBJECT_CLASS (way_history_page_parent_class)->dispose (object);
}

static void
way_history_page_class_init (WayHistoryPageClass *klass)
{
  WayPageClass *page_class = WAY_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = way_history_page_dispose;
  page_class->refresh = way_history_page_refresh;
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "history.look-back", NULL,
                                   look_back_cb);
}

/* Shows what was changed, if it is still there. */
static void
activate_cb (WayHistoryPage *self, guint position)
{
  g_autoptr (WayHistoryEntry) entry
      = g_list_model_get_item (G_LIST_MODEL (self->entries), position);
  WayRecord *record
      = way_document_record_of_step (way_page_get_document (WAY_PAGE (self)), entry->entry->seq);

  if (record != NULL)
    way_window_show_record (GTK_WIDGET (self), record);
  else
    way_window_toast (GTK_WIDGET (self),
                      _ ("What this step changed has no place of its own, or is not in the plan "
                         "any more."),
                      NULL, NULL);
}

static GtkWidget *
build_head (void)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *heading = gtk_label_new (_ ("History"));
  GtkWidget *look_back = gtk_button_new_with_mnemonic (_ ("_Look at the plan as it was then"));

  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_widget_add_css_class (heading, "title-large");
  gtk_widget_set_hexpand (heading, TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (look_back), "history.look-back");
  gtk_widget_set_tooltip_text (look_back,
                               _ ("Open the plan as it was after the chosen step, in a window of "
                                  "its own"));
  gtk_widget_set_valign (look_back, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (head, "page-head");
  gtk_box_append (GTK_BOX (head), heading);
  gtk_box_append (GTK_BOX (head), look_back);
  return head;
}

static GtkWidget *
build_list (WayHistoryPage *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *view = gtk_column_view_new (GTK_SELECTION_MODEL (g_object_ref (self->selection)));

  add_column (GTK_COLUMN_VIEW (view), _ ("When"), COLUMN_TIME);
  add_column (GTK_COLUMN_VIEW (view), _ ("What"), COLUMN_LABEL);
  add_column (GTK_COLUMN_VIEW (view), _ ("Who"), COLUMN_AUTHOR);
  add_column (GTK_COLUMN_VIEW (view), _ ("Kind"), COLUMN_ORIGIN);
  add_column (GTK_COLUMN_VIEW (view), _ ("Changes"), COLUMN_EDITS);
  g_signal_connect_swapped (view, "activate", G_CALLBACK (activate_cb), self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("History"), -1);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), view);
  way_page_frame_table (scroller);
  return scroller;
}

static void
way_history_page_init (WayHistoryPage *self)
{
  self->entries = g_list_store_new (WAY_TYPE_HISTORY_ENTRY);
  self->selection
      = gtk_single_selection_new (G_LIST_MODEL (g_object_ref (self->entries)));
  self->stack = way_compat_stack_new ();
  gtk_widget_set_vexpand (self->stack, TRUE);
  gtk_stack_add_named (
      GTK_STACK (self->stack),
      way_empty_state_new ("waymark-history-symbolic", _ ("Nothing has changed yet"),
                           _ ("Every change of the plan will stand here: what, when and by whom."),
                           NULL, NULL),
      "empty");
  gtk_stack_add_named (GTK_STACK (self->stack), build_list (self), "list");
  gtk_box_append (GTK_BOX (self), build_head ());
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "history.look-back", FALSE);
  gtk_box_append (GTK_BOX (self), self->stack);
}
