/* way-milestone-board.c: WayMilestoneBoard, milestones as cards in a column for each status.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Each column is a list view over the plan's milestones, filtered by its status, so that only
 * the cards that are seen exist. */

#include "model/way-i18n.h"

#include "ui/milestones/way-milestone-board.h"

#include "model/way-records.h"
#include "ui/milestones/way-complete-dialog.h"
#include "ui/milestones/way-milestone-card.h"
#include "ui/way-window.h"

#define COLUMN_WIDTH 216

/* As the work goes on; what is not being worked on stands last. */
static const WayStatus order[] = {
  WAY_STATUS_PLANNING, WAY_STATUS_ACTIVE,  WAY_STATUS_TESTING,  WAY_STATUS_REVIEW,
  WAY_STATUS_COMPLETED, WAY_STATUS_ON_HOLD, WAY_STATUS_CANCELLED,
};

#define N_COLUMNS G_N_ELEMENTS (order)

typedef struct
{
  WayMilestoneBoard *board;
  WayStatus status;
  GtkFilter *filter;
  GtkSorter *sorter;
  GtkSelectionModel *selection;
  GtkWidget *view;
  GtkWidget *count;
} Column;

struct _WayMilestoneBoard
{
  GtkBox parent_instance;

  WayDocument *document;
  Column columns[N_COLUMNS];
  GHashTable *cards; /* those that show a milestone */
  gboolean stale;    /* to be refreshed when it is seen */
};

G_DEFINE_FINAL_TYPE (WayMilestoneBoard, way_milestone_board, GTK_TYPE_BOX)

static guint open_signal;

static gboolean
match (gpointer item, gpointer data)
{
  return WAY_MILESTONE (item)->status == ((Column *)data)->status;
}

static int
compare (gconstpointer a, gconstpointer b, gpointer data)
{
  WayMilestone *first = (WayMilestone *)a, *second = (WayMilestone *)b;
  WayMoment x = first->target_date != WAY_NEVER ? first->target_date : G_MAXINT64;
  WayMoment y = second->target_date != WAY_NEVER ? second->target_date : G_MAXINT64;

  if (x != y)
    return x < y ? -1 : 1;
  return WAY_RECORD (first)->number < WAY_RECORD (second)->number ? -1 : 1;
}

/* A completion asks for what is unmet. */
static void
set_status (WayMilestoneBoard *self, WayMilestone *milestone, WayStatus status)
{
  g_autofree char *label = NULL, *message = NULL;
  g_autoptr (GError) error = NULL;

  if ((WayStatus)milestone->status == status || way_document_is_read_only (self->document))
    return;
  if (status == WAY_STATUS_COMPLETED)
    {
      way_complete_dialog_present (GTK_WIDGET (self), self->document, milestone);
      return;
    }
  /* Translators: a step: what is set to which status */
  label = g_strdup_printf (_ ("Set “%s” to “%s”"), WAY_RECORD (milestone)->title,
                           way_enum_label (&way_enum_status, status));
  way_document_begin (self->document, label);
  way_document_set_int (self->document, WAY_RECORD (milestone), "status", status);
  if (!way_document_commit (self->document, &error))
    {
      way_window_report_error (GTK_WIDGET (self), error);
      return;
    }
  message = g_strdup_printf (_ ("“%s” is now “%s”."), WAY_RECORD (milestone)->title,
                             way_enum_label (&way_enum_status, status));
  way_window_toast (GTK_WIDGET (self), message, _ ("Undo"), "win.undo");
}

static gboolean
drop_cb (GtkDropTarget *target, const GValue *value, double x, double y, Column *column)
{
  WayMilestone *milestone = g_value_get_object (value);

  if (milestone == NULL || WAY_RECORD (milestone)->plan
                               != way_document_get_plan (column->board->document))
    return FALSE;
  set_status (column->board, milestone, column->status);
  return TRUE;
}

static void
activate_cb (GtkListView *view, guint position, Column *column)
{
  g_autoptr (WayRecord) record
      = g_list_model_get_item (G_LIST_MODEL (column->selection), position);

  g_signal_emit (column->board, open_signal, 0, record);
}

/* Alt and an arrow: into the column beside it. */
static gboolean
key_cb (GtkEventControllerKey *controller, guint key, guint code, GdkModifierType state,
        Column *column)
{
  int index = (int)(column - column->board->columns);
  int step = key == GDK_KEY_Left ? -1 : key == GDK_KEY_Right ? 1 : 0;
  g_autoptr (GtkBitset) chosen = gtk_selection_model_get_selection (column->selection);
  g_autoptr (WayMilestone) milestone = NULL;

  if (gtk_widget_get_direction (column->view) == GTK_TEXT_DIR_RTL)
    step = -step;
  if (!(state & GDK_ALT_MASK) || step == 0 || gtk_bitset_is_empty (chosen) || index + step < 0
      || index + step >= (int)N_COLUMNS)
    return FALSE;
  milestone = g_list_model_get_item (G_LIST_MODEL (column->selection),
                                     gtk_bitset_get_minimum (chosen));
  set_status (column->board, milestone, order[index + step]);
  gtk_widget_grab_focus (column->board->columns[index + step].view);
  return TRUE;
}

/* ------------------------------------------------------------------ columns */

static void
setup_cb (GtkListItemFactory *factory, GtkListItem *item, Column *column)
{
  gtk_list_item_set_child (item, way_milestone_card_new (column->board->document));
}

static void
bind_cb (GtkListItemFactory *factory, GtkListItem *item, Column *column)
{
  GtkWidget *card = gtk_list_item_get_child (item);

  way_milestone_card_set_milestone (WAY_MILESTONE_CARD (card), gtk_list_item_get_item (item));
  g_hash_table_add (column->board->cards, card);
}

static void
unbind_cb (GtkListItemFactory *factory, GtkListItem *item, Column *column)
{
  GtkWidget *card = gtk_list_item_get_child (item);

  g_hash_table_remove (column->board->cards, card);
  way_milestone_card_set_milestone (WAY_MILESTONE_CARD (card), NULL);
}

static void
build_model (WayMilestoneBoard *self, Column *column)
{
  GListModel *records = way_plan_get_records (way_document_get_plan (self->document),
                                              &way_milestone_type);
  GtkFilterListModel *filtered;
  GtkSortListModel *sorted;

  column->filter = GTK_FILTER (gtk_custom_filter_new (match, column, NULL));
  column->sorter = GTK_SORTER (gtk_custom_sorter_new (compare, NULL, NULL));
  filtered = gtk_filter_list_model_new (g_object_ref (records), g_object_ref (column->filter));
  sorted = gtk_sort_list_model_new (G_LIST_MODEL (filtered), g_object_ref (column->sorter));
  column->selection = g_object_new (GTK_TYPE_SINGLE_SELECTION, "autoselect", FALSE,
                                    "can-unselect", TRUE, "model", sorted, NULL);
  g_object_unref (sorted);
}

static GtkWidget *
build_head (Column *column)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *title = gtk_label_new (way_enum_label (&way_enum_status, column->status));

  gtk_widget_add_css_class (title, "card-title");
  column->count = gtk_label_new (NULL);
  gtk_widget_add_css_class (column->count, "secondary");
  gtk_widget_add_css_class (head, "board-head");
  gtk_box_append (GTK_BOX (head), title);
  gtk_box_append (GTK_BOX (head), column->count);
  return head;
}

static GtkWidget *
build_column (WayMilestoneBoard *self, Column *column)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkDropTarget *target = gtk_drop_target_new (WAY_TYPE_MILESTONE, GDK_ACTION_MOVE);
  GtkEventController *keys = gtk_event_controller_key_new ();

  build_model (self, column);
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), column);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), column);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), column);
  column->view = gtk_list_view_new (NULL, factory);
  gtk_accessible_update_property (GTK_ACCESSIBLE (column->view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  way_enum_label (&way_enum_status, column->status), -1);
  gtk_widget_add_css_class (column->view, "board-list");
  g_signal_connect (column->view, "activate", G_CALLBACK (activate_cb), column);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_cb), column);
  gtk_widget_add_controller (column->view, keys);
  g_signal_connect (target, "drop", G_CALLBACK (drop_cb), column);
  gtk_widget_add_controller (box, GTK_EVENT_CONTROLLER (target));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), column->view);
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_box_append (GTK_BOX (box), build_head (column));
  gtk_box_append (GTK_BOX (box), scroller);
  gtk_widget_add_css_class (box, "board-column");
  gtk_widget_set_size_request (box, COLUMN_WIDTH, -1);
  gtk_widget_set_hexpand (box, TRUE);
  return box;
}

/**
 * way_milestone_board_refresh:
 *
 * Puts every card where its milestone's status is now, at once when the board is seen. A list
 * makes some two hundred cards as soon as it has a model: it gets it then.
 */
void
way_milestone_board_refresh (WayMilestoneBoard *self)
{
  GHashTableIter iter;
  gpointer card;

  self->stale = !gtk_widget_get_mapped (GTK_WIDGET (self));
  if (self->stale)
    return;
  for (guint i = 0; i < N_COLUMNS; i++)
    {
      Column *column = &self->columns[i];
      g_autofree char *count = NULL;

      gtk_list_view_set_model (GTK_LIST_VIEW (column->view), column->selection);
      gtk_filter_changed (column->filter, GTK_FILTER_CHANGE_DIFFERENT);
      gtk_sorter_changed (column->sorter, GTK_SORTER_CHANGE_DIFFERENT);
      count = g_strdup_printf ("%u", g_list_model_get_n_items (G_LIST_MODEL (column->selection)));
      gtk_label_set_text (GTK_LABEL (column->count), count);
    }
  g_hash_table_iter_init (&iter, self->cards);
  while (g_hash_table_iter_next (&iter, &card, NULL))
    way_milestone_card_refresh (card);
}

static void
way_milestone_board_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (way_milestone_board_parent_class)->map (widget);
  if (WAY_MILESTONE_BOARD (widget)->stale)
    way_milestone_board_refresh (WAY_MILESTONE_BOARD (widget));
}

static void
way_milestone_board_dispose (GObject *object)
{
  WayMilestoneBoard *self = WAY_MILESTONE_BOARD (object);

  for (guint i = 0; i < N_COLUMNS; i++)
    {
      g_clear_object (&self->columns[i].selection);
      g_clear_object (&self->columns[i].filter);
      g_clear_object (&self->columns[i].sorter);
    }
  g_clear_object (&self->document);
  G_OBJECT_CLASS (way_milestone_board_parent_class)->dispose (object);
}

static void
way_milestone_board_finalize (GObject *object)
{
  g_hash_table_unref (WAY_MILESTONE_BOARD (object)->cards);
  G_OBJECT_CLASS (way_milestone_board_parent_class)->finalize (object);
}

static void
way_milestone_board_class_init (WayMilestoneBoardClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = way_milestone_board_dispose;
  G_OBJECT_CLASS (klass)->finalize = way_milestone_board_finalize;
  GTK_WIDGET_CLASS (klass)->map = way_milestone_board_map;
  open_signal = g_signal_new ("open", WAY_TYPE_MILESTONE_BOARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                              NULL, G_TYPE_NONE, 1, WAY_TYPE_RECORD);
}

static void
way_milestone_board_init (WayMilestoneBoard *self)
{
  self->cards = g_hash_table_new (NULL, NULL);
}

/**
 * way_milestone_board_new:
 *
 * Returns: (transfer floating)
 */
GtkWidget *
way_milestone_board_new (WayDocument *document)
{
  WayMilestoneBoard *self = g_object_new (WAY_TYPE_MILESTONE_BOARD, NULL);
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *columns = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  self->document = g_object_ref (document);
  for (guint i = 0; i < N_COLUMNS; i++)
    {
      self->columns[i] = (Column){ .board = self, .status = order[i] };
      gtk_box_append (GTK_BOX (columns), build_column (self, &self->columns[i]));
    }
  gtk_widget_add_css_class (columns, "board");
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_AUTOMATIC,
                                  GTK_POLICY_NEVER);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), columns);
  gtk_widget_set_hexpand (scroller, TRUE);
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_box_append (GTK_BOX (self), scroller);
  way_milestone_board_refresh (self);
  return GTK_WIDGET (self);
}
