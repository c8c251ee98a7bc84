/* way-record-document.c: WayRecordDocument, the living document of a milestone or an initiative.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-i18n.h"

#include "ui/milestones/way-record-document.h"

#include "document/way-milestone-parts.h"
#include "ui/milestones/way-document-bar.h"
#include "ui/milestones/way-field-line.h"
#include "ui/milestones/way-initiative-head.h"
#include "ui/milestones/way-milestone-head.h"
#include "ui/milestones/way-part-list.h"
#include "ui/milestones/way-section-editor.h"

#include <string.h>

#define CONTENTS_WIDTH 212

/* What happens on the way; the document's file has no place for it. */
static const WayOutlineEntry running[] = {
  { NULL, N_ ("On the Way"), 2, WAY_OUTLINE_HEADING, 0, NULL },
  { NULL, N_ ("Blockers"), 3, WAY_OUTLINE_BLOCKERS, 0, NULL },
  { NULL, N_ ("Check-ins"), 3, WAY_OUTLINE_CHECK_INS, 0, NULL },
  { NULL, N_ ("Reviews"), 3, WAY_OUTLINE_REVIEWS, 0, NULL },
  { NULL, N_ ("Recovery"), 3, WAY_OUTLINE_ACTIONS, WAY_ACTION_RECOVERY, NULL },
  { NULL, N_ ("Follow-ups"), 3, WAY_OUTLINE_ACTIONS, WAY_ACTION_FOLLOW_UP, NULL },
  { NULL, N_ ("Celebration"), 3, WAY_OUTLINE_ACTIONS, WAY_ACTION_CELEBRATION, NULL },
};

/* A heading of the second level with what stands below it. */
typedef struct
{
  const WayOutlineEntry *entry;
  GtkWidget *box;
  GtkWidget *row; /* in the contents */
  GtkWidget *row_label;
} Chapter;

struct _WayRecordDocument
{
  GtkBox parent_instance;

  WayDocument *document;
  WayRecord *record; /* a milestone or an initiative */
  GtkWidget *bar;
  GtkWidget *contents;
  GtkWidget *adder;       /* the menu button that adds a section */
  GtkWidget *scroller;
  GtkWidget *body;
  GtkWidget *head;
  GArray *chapters;       /* of Chapter */
  GPtrArray *pieces;      /* of the widgets of entries, unowned, in their order */
  GPtrArray *headings;    /* of labels over lines, unowned; parallel to what they head */
  GHashTable *opened;     /* entries that are shown although they are empty */
};

G_DEFINE_FINAL_TYPE (WayRecordDocument, way_record_document, GTK_TYPE_BOX)

static guint back_signal;

static Chapter *
chapter_of (WayRecordDocument *self, guint index)
{
  return &g_array_index (self->chapters, Chapter, index);
}

static const WayOutlineEntry *
entry_of (GtkWidget *piece)
{
  return g_object_get_data (G_OBJECT (piece), "entry");
}

/* What an initiative is, is asked for at once; it has few of these. */
static gboolean
is_asked_for (WayRecordDocument *self, GtkWidget *piece)
{
  return WAY_IS_INITIATIVE (self->record)
         && (entry_of (piece)->kind == WAY_OUTLINE_FIELD
             || entry_of (piece)->kind == WAY_OUTLINE_MILESTONES);
}

static gboolean
is_filled (WayRecordDocument *self, GtkWidget *piece)
{
  if (WAY_IS_SECTION_EDITOR (piece))
    return !way_section_editor_is_empty (WAY_SECTION_EDITOR (piece));
  if (WAY_IS_PART_LIST (piece))
    return way_part_list_count (WAY_PART_LIST (piece), NULL) > 0
           || way_part_list_get_phase (WAY_PART_LIST (piece)) != NULL;
  return way_field_line_is_filled (WAY_FIELD_LINE (piece));
}

/* ------------------------------------------------------------------ showing */

/* A list of phases is followed by one list of lines for each of them. */
static void
refresh_phases (WayRecordDocument *self, GtkWidget *phases)
{
  g_autoptr (GPtrArray) records = way_record_get_parts (self->record, &way_phase_type);
  GtkWidget *box = gtk_widget_get_parent (phases), *after = phases, *next;
  const WayOutlineEntry *entry = entry_of (phases);
  guint kept = 0;

  for (next = gtk_widget_get_next_sibling (phases);
       next != NULL && WAY_IS_PART_LIST (next)
       && way_part_list_get_phase (WAY_PART_LIST (next)) != NULL && kept < records->len
       && (gpointer)way_part_list_get_phase (WAY_PART_LIST (next)) == records->pdata[kept];
       next = gtk_widget_get_next_sibling (next))
    {
      after = next;
      kept++;
    }
  while (next != NULL && WAY_IS_PART_LIST (next)
         && way_part_list_get_phase (WAY_PART_LIST (next)) != NULL)
    {
      GtkWidget *gone = next;

      next = gtk_widget_get_next_sibling (next);
      gtk_box_remove (GTK_BOX (box), gone);
    }
  for (; kept < records->len; kept++)
    {
      GtkWidget *list = way_part_list_new (self->document, self->record, entry,
                                           records->pdata[kept]);

      gtk_widget_add_css_class (list, "document-phase");
      gtk_box_insert_child_after (GTK_BOX (box), list, after);
      after = list;
    }
  for (next = gtk_widget_get_next_sibling (phases);
       next != NULL && WAY_IS_PART_LIST (next)
       && way_part_list_get_phase (WAY_PART_LIST (next)) != NULL;
       next = gtk_widget_get_next_sibling (next))
    way_part_list_refresh (WAY_PART_LIST (next));
}

static void
refresh_piece (WayRecordDocument *self, GtkWidget *piece)
{
  if (WAY_IS_SECTION_EDITOR (piece))
    way_section_editor_refresh (WAY_SECTION_EDITOR (piece));
  else if (WAY_IS_PART_LIST (piece))
    {
      way_part_list_refresh (WAY_PART_LIST (piece));
      if (entry_of (piece)->kind == WAY_OUTLINE_PHASES)
        refresh_phases (self, piece);
    }
  else
    way_field_line_refresh (WAY_FIELD_LINE (piece));
}

/* "Quality Standards 5/8" */
static void
refresh_contents (Chapter *chapter, guint n_all, guint n_done, gboolean ticked)
{
  const char *heading = _ (chapter->entry->heading);
  g_autofree char *text = NULL;

  if (ticked && n_all > 0)
    text = g_strdup_printf ("%s  %u/%u", heading, n_done, n_all);
  gtk_label_set_text (GTK_LABEL (chapter->row_label), text != NULL ? text : heading);
}

/* A piece, the heading over its lines, and the chapter show when something of them is filled. */
static void
refresh_visibility (WayRecordDocument *self)
{
  for (guint c = 0; c < self->chapters->len; c++)
    {
      Chapter *chapter = chapter_of (self, c);
      guint n_all = 0, n_done = 0;
      gboolean any = FALSE, ticked = FALSE;

      for (guint i = 0; i < self->pieces->len; i++)
        {
          GtkWidget *piece = self->pieces->pdata[i], *heading;
          guint done = 0, all;
          gboolean shown;

          if (!gtk_widget_is_ancestor (piece, chapter->box))
            continue;
          shown = is_filled (self, piece) || is_asked_for (self, piece)
                  || g_hash_table_contains (self->opened, entry_of (piece));
          gtk_widget_set_visible (piece, shown);
          any = any || shown;
          heading = self->headings->pdata[i];
          if (heading != NULL && shown)
            gtk_widget_set_visible (heading, TRUE);
          if (WAY_IS_PART_LIST (piece)
              && (entry_of (piece)->kind == WAY_OUTLINE_CHECKLIST
                  || entry_of (piece)->kind == WAY_OUTLINE_GATES))
            {
              all = way_part_list_count (WAY_PART_LIST (piece), &done);
              n_all += all;
              n_done += done;
              ticked = TRUE;
            }
        }
      gtk_widget_set_visible (chapter->box, any);
      gtk_widget_set_visible (chapter->row, any);
      refresh_contents (chapter, n_all, n_done, ticked);
    }
}

/**
 * way_record_document_refresh:
 *
 * Shows the plan as it is now; what is being typed stays.
 */
void
way_record_document_refresh (WayRecordDocument *self)
{
  way_document_bar_refresh (WAY_DOCUMENT_BAR (self->bar));
  if (WAY_IS_INITIATIVE_HEAD (self->head))
    way_initiative_head_refresh (WAY_INITIATIVE_HEAD (self->head));
  else
    way_milestone_head_refresh (WAY_MILESTONE_HEAD (self->head));
  for (guint i = 0; i < self->headings->len; i++)
    if (self->headings->pdata[i] != NULL)
      gtk_widget_set_visible (self->headings->pdata[i], FALSE);
  for (guint i = 0; i < self->pieces->len; i++)
    refresh_piece (self, self->pieces->pdata[i]);
  refresh_visibility (self);
}

/* ------------------------------------------------------------------ moving about */

static void
scroll_to (WayRecordDocument *self, GtkWidget *target)
{
  GtkAdjustment *adjustment
      = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller));
  graphene_rect_t bounds;

  if (gtk_widget_compute_bounds (target, self->body, &bounds))
    gtk_adjustment_set_value (adjustment, bounds.origin.y - 12);
}

static void
contents_activated_cb (GtkListBox *list, GtkListBoxRow *row, WayRecordDocument *self)
{
  for (guint i = 0; i < self->chapters->len; i++)
    if (chapter_of (self, i)->row == GTK_WIDGET (row))
      scroll_to (self, chapter_of (self, i)->box);
}

static gboolean
begin_piece_cb (gpointer data)
{
  GtkWidget *piece = data;

  if (gtk_widget_get_root (piece) == NULL)
    return G_SOURCE_REMOVE; /* the document was left meanwhile */
  if (WAY_IS_SECTION_EDITOR (piece))
    way_section_editor_edit (WAY_SECTION_EDITOR (piece));
  else if (WAY_IS_PART_LIST (piece))
    way_part_list_add (WAY_PART_LIST (piece));
  else
    way_field_line_edit (WAY_FIELD_LINE (piece));
  return G_SOURCE_REMOVE;
}

static void
open_section_cb (GtkListBox *list, GtkListBoxRow *row, WayRecordDocument *self)
{
  GtkWidget *piece = g_object_get_data (G_OBJECT (row), "piece");

  gtk_menu_button_popdown (GTK_MENU_BUTTON (self->adder));
  g_hash_table_add (self->opened, (gpointer)entry_of (piece));
  way_record_document_refresh (self);
  scroll_to (self, piece);
  /* Once the popover has given the focus back and the piece has its place. */
  g_timeout_add_full (G_PRIORITY_DEFAULT, 50, begin_piece_cb, g_object_ref (piece),
                      g_object_unref);
}

static void
add_folded (WayRecordDocument *self, GtkWidget *list)
{
  for (guint i = 0; i < self->pieces->len; i++)
    {
      GtkWidget *piece = self->pieces->pdata[i], *label, *row;
      const WayOutlineEntry *entry = entry_of (piece), *above = NULL;
      g_autofree char *text = NULL;

      if (gtk_widget_get_visible (piece)
          || (WAY_IS_FIELD_LINE (piece) && !way_field_line_can_edit (WAY_FIELD_LINE (piece))))
        continue;
      above = way_outline_entry_parent (entry);
      text = above != NULL ? g_strdup_printf ("%s › %s", _ (above->heading), _ (entry->heading))
                           : g_strdup (_ (entry->heading));
      label = gtk_label_new (text);
      gtk_label_set_xalign (GTK_LABEL (label), 0);
      row = gtk_list_box_row_new ();
      gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
      g_object_set_data (G_OBJECT (row), "piece", piece);
      gtk_list_box_append (GTK_LIST_BOX (list), row);
    }
}

/* What is folded away, made anew each time. */
static void
adder_cb (GtkMenuButton *button, gpointer data)
{
  WayRecordDocument *self = data;
  GtkWidget *popover = gtk_popover_new (), *scroller = gtk_scrolled_window_new ();
  GtkWidget *list = gtk_list_box_new ();

  add_folded (self, list);
  g_signal_connect (list, "row-activated", G_CALLBACK (open_section_cb), self);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), 420);
  gtk_scrolled_window_set_min_content_width (GTK_SCROLLED_WINDOW (scroller), 340);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), list);
  gtk_popover_set_child (GTK_POPOVER (popover), scroller);
  gtk_widget_add_css_class (popover, "choices");
  gtk_menu_button_set_popover (button, popover);
}

static void
back_cb (WayRecordDocument *self)
{
  g_signal_emit (self, back_signal, 0);
}

/* ------------------------------------------------------------------ building */

static GtkWidget *
build_contents (WayRecordDocument *self)
{
  GtkWidget *pane = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *title = gtk_label_new (_ ("In this document"));

  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_widget_add_css_class (title, "strong");
  gtk_widget_add_css_class (title, "contents-title");
  gtk_box_append (GTK_BOX (pane), title);
  self->contents = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->contents), GTK_SELECTION_NONE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->contents), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("In this document"), -1);
  g_signal_connect (self->contents, "row-activated", G_CALLBACK (contents_activated_cb), self);
  gtk_box_append (GTK_BOX (pane), self->contents);
  self->adder = gtk_menu_button_new ();
  gtk_menu_button_set_label (GTK_MENU_BUTTON (self->adder), _ ("Add a section"));
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (self->adder), adder_cb, self, NULL);
  gtk_widget_set_sensitive (self->adder, !way_document_is_read_only (self->document));
  gtk_widget_set_halign (self->adder, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (pane), self->adder);
  gtk_widget_add_css_class (pane, "document-contents");
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), pane);
  gtk_widget_set_size_request (scroller, CONTENTS_WIDTH, -1);
  return scroller;
}

static void
add_chapter (WayRecordDocument *self, const WayOutlineEntry *entry)
{
  Chapter chapter = { .entry = entry };
  GtkWidget *title = gtk_label_new (_ (entry->heading));

  chapter.box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_widget_add_css_class (title, "section-title");
  gtk_box_append (GTK_BOX (chapter.box), title);
  gtk_box_append (GTK_BOX (self->body), chapter.box);
  chapter.row = gtk_list_box_row_new ();
  chapter.row_label = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (chapter.row_label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (chapter.row_label), PANGO_ELLIPSIZE_END);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (chapter.row), chapter.row_label);
  gtk_list_box_append (GTK_LIST_BOX (self->contents), chapter.row);
  g_array_append_val (self->chapters, chapter);
}

static GtkWidget *
new_piece (WayRecordDocument *self, const WayOutlineEntry *entry)
{
  if (way_outline_entry_has_text (entry))
    return way_section_editor_new (self->document, self->record, entry);
  if (way_part_list_is_kind (entry->kind))
    return way_part_list_new (self->document, self->record, entry, NULL);
  if (way_field_line_is_kind (entry->kind))
    return way_field_line_new (self->document, self->record, entry);
  return NULL;
}

static GtkWidget *
add_heading (GtkWidget *box, const WayOutlineEntry *entry)
{
  GtkWidget *label = gtk_label_new (_ (entry->heading));

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "document-heading");
  gtk_box_append (GTK_BOX (box), label);
  return label;
}

static void
build_chapters (WayRecordDocument *self, const WayOutlineEntry *entries, guint n_entries)
{
  GtkWidget *heading = NULL;

  for (guint i = 0; i < n_entries; i++)
    {
      const WayOutlineEntry *entry = &entries[i];
      GtkWidget *box, *piece;

      if (entry->level == 2)
        {
          add_chapter (self, entry);
          heading = NULL;
          continue;
        }
      box = chapter_of (self, self->chapters->len - 1)->box;
      if (entry->kind == WAY_OUTLINE_HEADING || entry->kind == WAY_OUTLINE_LINES)
        {
          heading = add_heading (box, entry);
          continue;
        }
      piece = new_piece (self, entry);
      if (piece == NULL)
        continue;
      g_object_set_data (G_OBJECT (piece), "entry", (gpointer)entry);
      gtk_box_append (GTK_BOX (box), piece);
      g_ptr_array_add (self->pieces, piece);
      if (entry->level == 3)
        heading = NULL;
      g_ptr_array_add (self->headings, heading);
    }
}

static void
build_body (WayRecordDocument *self)
{
  guint n_entries;
  const WayOutlineEntry *entries
      = way_record_outline (way_record_get_record_type (self->record), &n_entries);

  if (WAY_IS_MILESTONE (self->record))
    build_chapters (self, running, G_N_ELEMENTS (running));
  build_chapters (self, entries, n_entries);
}

static void
way_record_document_dispose (GObject *object)
{
  WayRecordDocument *self = WAY_RECORD_DOCUMENT (object);

  g_clear_object (&self->record);
  g_clear_object (&self->document);
  G_OBJECT_CLASS (way_record_document_parent_class)->dispose (object);
}

static void
way_record_document_finalize (GObject *object)
{
  WayRecordDocument *self = WAY_RECORD_DOCUMENT (object);

  g_array_unref (self->chapters);
  g_ptr_array_unref (self->pieces);
  g_ptr_array_unref (self->headings);
  g_hash_table_unref (self->opened);
  G_OBJECT_CLASS (way_record_document_parent_class)->finalize (object);
}

static void
way_record_document_class_init (WayRecordDocumentClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = way_record_document_dispose;
  G_OBJECT_CLASS (klass)->finalize = way_record_document_finalize;
  back_signal = g_signal_new ("back", WAY_TYPE_RECORD_DOCUMENT, G_SIGNAL_RUN_LAST, 0, NULL,
                              NULL, NULL, G_TYPE_NONE, 0);
}

static void
way_record_document_init (WayRecordDocument *self)
{
  self->chapters = g_array_new (FALSE, FALSE, sizeof (Chapter));
  self->pieces = g_ptr_array_new ();
  self->headings = g_ptr_array_new ();
  self->opened = g_hash_table_new (NULL, NULL);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
}

/**
 * way_record_document_new:
 * @record: a milestone or an initiative
 *
 * Returns: (transfer floating)
 */
GtkWidget *
way_record_document_new (WayDocument *document, WayRecord *record)
{
  WayRecordDocument *self = g_object_new (WAY_TYPE_RECORD_DOCUMENT, NULL);
  GtkWidget *columns = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  self->document = g_object_ref (document);
  self->record = g_object_ref (record);
  self->bar = way_document_bar_new (document, record);
  g_signal_connect_swapped (self->bar, "back", G_CALLBACK (back_cb), self);
  gtk_box_append (GTK_BOX (self), self->bar);
  gtk_box_append (GTK_BOX (columns), build_contents (self));
  gtk_box_append (GTK_BOX (columns), gtk_separator_new (GTK_ORIENTATION_VERTICAL));
  self->body = gtk_box_new (GTK_ORIENTATION_VERTICAL, 20);
  gtk_widget_add_css_class (self->body, "document-body");
  self->head = WAY_IS_INITIATIVE (record)
                   ? way_initiative_head_new (document, WAY_INITIATIVE (record))
                   : way_milestone_head_new (document, WAY_MILESTONE (record));
  gtk_box_append (GTK_BOX (self->body), self->head);
  build_body (self);
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), self->body);
  gtk_widget_set_hexpand (self->scroller, TRUE);
  gtk_widget_set_vexpand (columns, TRUE);
  gtk_box_append (GTK_BOX (columns), self->scroller);
  gtk_box_append (GTK_BOX (self), columns);
  way_record_document_refresh (self);
  return GTK_WIDGET (self);
}

/**
 * way_record_document_get_record:
 *
 * Returns: (transfer none)
 */
WayRecord *
way_record_document_get_record (WayRecordDocument *self)
{
  return self->record;
}
