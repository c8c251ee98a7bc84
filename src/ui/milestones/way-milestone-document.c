/* way-milestone-document.c: WayMilestoneDocument, the living document of one milestone.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-i18n.h"

#include "ui/milestones/way-milestone-document.h"

#include "document/way-milestone-figures.h"
#include "document/way-milestone-parts.h"
#include "metrics/way-check-ins.h"
#include "ui/milestones/way-field-line.h"
#include "ui/milestones/way-milestone-files.h"
#include "ui/milestones/way-milestone-head.h"
#include "ui/milestones/way-part-list.h"
#include "ui/milestones/way-section-editor.h"
#include "ui/milestones/way-waiver-dialog.h"
#include "ui/records/way-record-dialog.h"
#include "ui/way-window.h"

#include <string.h>

#define CONTENTS_WIDTH 212

/* What happens on the way; the document's file has no place for it. */
static const WayOutlineEntry running[] = {
  { NULL, N_ ("On the Way"), 2, WAY_OUTLINE_HEADING, 0, NULL },
  { NULL, N_ ("Blockers"), 3, WAY_OUTLINE_BLOCKERS, 0, NULL },
  { NULL, N_ ("Check-ins"), 3, WAY_OUTLINE_CHECK_INS, 0, NULL },
  { NULL, N_ ("Reviews"), 3, WAY_OUTLINE_REVIEWS, 0, NULL },
};

/* A heading of the second level with what stands below it. */
typedef struct
{
  const WayOutlineEntry *entry;
  GtkWidget *box;
  GtkWidget *row; /* in the contents */
  GtkWidget *row_label;
} Chapter;

struct _WayMilestoneDocument
{
  GtkBox parent_instance;

  WayDocument *document;
  WayMilestone *milestone;
  GtkWidget *crumb;
  GtkWidget *check_in;
  GtkWidget *complete;
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

G_DEFINE_FINAL_TYPE (WayMilestoneDocument, way_milestone_document, GTK_TYPE_BOX)

static guint back_signal;

static Chapter *
chapter_of (WayMilestoneDocument *self, guint index)
{
  return &g_array_index (self->chapters, Chapter, index);
}

static const WayOutlineEntry *
entry_of (GtkWidget *piece)
{
  return g_object_get_data (G_OBJECT (piece), "entry");
}

static gboolean
is_filled (WayMilestoneDocument *self, GtkWidget *piece)
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
refresh_phases (WayMilestoneDocument *self, GtkWidget *phases)
{
  g_autoptr (GPtrArray) records = way_milestone_get_parts (self->milestone, &way_phase_type);
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
      GtkWidget *list = way_part_list_new (self->document, self->milestone, entry,
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
refresh_piece (WayMilestoneDocument *self, GtkWidget *piece)
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
refresh_visibility (WayMilestoneDocument *self)
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
          shown = is_filled (self, piece)
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
 * way_milestone_document_refresh:
 *
 * Shows the plan as it is now; what is being typed stays.
 */
void
way_milestone_document_refresh (WayMilestoneDocument *self)
{
  g_autofree char *human_id = way_record_dup_human_id (WAY_RECORD (self->milestone));

  gtk_label_set_text (GTK_LABEL (self->crumb), human_id);
  gtk_widget_set_sensitive (self->complete,
                            way_milestone_is_open (self->milestone)
                                && !way_document_is_read_only (self->document));
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
scroll_to (WayMilestoneDocument *self, GtkWidget *target)
{
  GtkAdjustment *adjustment
      = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller));
  graphene_rect_t bounds;

  if (gtk_widget_compute_bounds (target, self->body, &bounds))
    gtk_adjustment_set_value (adjustment, bounds.origin.y - 12);
}

static void
contents_activated_cb (GtkListBox *list, GtkListBoxRow *row, WayMilestoneDocument *self)
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
  return G_SOURCE_REMOVE;
}

static void
open_section_cb (GtkListBox *list, GtkListBoxRow *row, WayMilestoneDocument *self)
{
  GtkWidget *piece = g_object_get_data (G_OBJECT (row), "piece");

  gtk_menu_button_popdown (GTK_MENU_BUTTON (self->adder));
  g_hash_table_add (self->opened, (gpointer)entry_of (piece));
  way_milestone_document_refresh (self);
  scroll_to (self, piece);
  /* Once the popover has given the focus back and the piece has its place. */
  g_timeout_add_full (G_PRIORITY_DEFAULT, 50, begin_piece_cb, g_object_ref (piece),
                      g_object_unref);
}

static void
add_folded (WayMilestoneDocument *self, GtkWidget *list)
{
  for (guint i = 0; i < self->pieces->len; i++)
    {
      GtkWidget *piece = self->pieces->pdata[i], *label, *row;
      const WayOutlineEntry *entry = entry_of (piece), *above = NULL;
      g_autofree char *text = NULL;

      if (gtk_widget_get_visible (piece) || WAY_IS_FIELD_LINE (piece))
        continue;
      if (entry < running || entry >= running + G_N_ELEMENTS (running))
        above = way_milestone_outline_parent (entry);
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
  WayMilestoneDocument *self = data;
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
back_cb (WayMilestoneDocument *self)
{
  g_signal_emit (self, back_signal, 0);
}

static void
complete_cb (WayMilestoneDocument *self)
{
  way_complete_dialog_present (GTK_WIDGET (self), self->document, self->milestone);
}

/* A check-in begins with what happened since the last one. */
static void
check_in_cb (WayMilestoneDocument *self)
{
  g_autoptr (WayCheckInProposal) proposal
      = way_check_in_propose (self->document, self->milestone);
  WayDraft *draft = way_draft_new (way_document_get_plan (self->document), &way_check_in_type,
                                   NULL);
  g_autofree char *day = way_moment_format_date (proposal->date);
  /* Translators: the title of a check-in; %s is its day */
  g_autofree char *title = g_strdup_printf (_ ("Check-in of %s"), day);

  way_draft_set_text (draft, "title", title);
  way_draft_set_int (draft, "milestone", WAY_RECORD (self->milestone)->id);
  way_draft_set_int (draft, "date", proposal->date);
  way_draft_set_int (draft, "rag", proposal->rag);
  way_draft_set_text (draft, "reason", proposal->reason);
  way_draft_set_text (draft, "done", proposal->done);
  way_draft_set_text (draft, "next", proposal->next);
  way_draft_set_text (draft, "needs", proposal->needs);
  way_record_dialog_present_draft (GTK_WIDGET (self), self->document, draft);
}

static void
properties_cb (WayMilestoneDocument *self)
{
  way_record_dialog_present (GTK_WIDGET (self), self->document, &way_milestone_type,
                             WAY_RECORD (self->milestone));
}

/* ------------------------------------------------------------------ files */

static void
export_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WayMilestoneDocument *self = WAY_MILESTONE_DOCUMENT (widget);

  way_milestone_files_export (widget, self->document, self->milestone);
}

static void
export_all_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  way_milestone_files_export_all (widget, WAY_MILESTONE_DOCUMENT (widget)->document);
}

static void
import_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WayMilestoneDocument *self = WAY_MILESTONE_DOCUMENT (widget);

  way_milestone_files_import (widget, self->document, self->milestone);
}

static GtkWidget *
new_file_button (void)
{
  GtkWidget *button = gtk_menu_button_new ();
  g_autoptr (GMenu) menu = g_menu_new ();

  g_menu_append (menu, _ ("_Export as Markdown…"), "document.export");
  g_menu_append (menu, _ ("Export _all milestones…"), "document.export-all");
  g_menu_append (menu, _ ("_Import over this milestone…"), "document.import");
  gtk_menu_button_set_label (GTK_MENU_BUTTON (button), _ ("File"));
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  return button;
}

static void
timeline_cb (WayMilestoneDocument *self)
{
  WayRecord *task = way_plan_lookup (way_document_get_plan (self->document),
                                     self->milestone->task);

  if (task != NULL)
    way_window_show_record (GTK_WIDGET (self), task);
  else
    way_window_toast (GTK_WIDGET (self), _ ("It hangs on no row of the timeline yet."), NULL, NULL);
}

/* ------------------------------------------------------------------ building */

static GtkWidget *
new_button (WayMilestoneDocument *self, const char *label, GCallback callback)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  g_signal_connect_swapped (button, "clicked", callback, self);
  return button;
}

static GtkWidget *
build_bar (WayMilestoneDocument *self)
{
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);

  gtk_widget_add_css_class (bar, "toolbar-row");
  gtk_box_append (GTK_BOX (bar), new_button (self, _ ("‹ _Milestones"), G_CALLBACK (back_cb)));
  self->crumb = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->crumb), 0);
  gtk_widget_set_hexpand (self->crumb, TRUE);
  gtk_widget_add_css_class (self->crumb, "secondary");
  gtk_box_append (GTK_BOX (bar), self->crumb);
  self->check_in = new_button (self, _ ("Check _in…"), G_CALLBACK (check_in_cb));
  gtk_widget_set_sensitive (self->check_in, !way_document_is_read_only (self->document));
  gtk_box_append (GTK_BOX (bar), self->check_in);
  gtk_box_append (GTK_BOX (bar), new_file_button ());
  gtk_box_append (GTK_BOX (bar), new_button (self, _ ("Show in _timeline"),
                                             G_CALLBACK (timeline_cb)));
  gtk_box_append (GTK_BOX (bar), new_button (self, _ ("_Properties…"), G_CALLBACK (properties_cb)));
  self->complete = new_button (self, _ ("_Complete…"), G_CALLBACK (complete_cb));
  gtk_box_append (GTK_BOX (bar), self->complete);
  return bar;
}

static GtkWidget *
build_contents (WayMilestoneDocument *self)
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
add_chapter (WayMilestoneDocument *self, const WayOutlineEntry *entry)
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
new_piece (WayMilestoneDocument *self, const WayOutlineEntry *entry)
{
  if (way_outline_entry_has_text (entry))
    return way_section_editor_new (self->document, WAY_RECORD (self->milestone), entry);
  if (way_part_list_is_kind (entry->kind))
    return way_part_list_new (self->document, self->milestone, entry, NULL);
  if (entry->kind == WAY_OUTLINE_FIELD || entry->kind == WAY_OUTLINE_FIELD_HEADING)
    return way_field_line_new (self->document, self->milestone, entry);
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
build_chapters (WayMilestoneDocument *self, const WayOutlineEntry *entries, guint n_entries)
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
build_body (WayMilestoneDocument *self)
{
  guint n_entries;
  const WayOutlineEntry *entries = way_milestone_outline (&n_entries);

  build_chapters (self, running, G_N_ELEMENTS (running));
  build_chapters (self, entries, n_entries);
}

static void
way_milestone_document_dispose (GObject *object)
{
  WayMilestoneDocument *self = WAY_MILESTONE_DOCUMENT (object);

  g_clear_object (&self->milestone);
  g_clear_object (&self->document);
  G_OBJECT_CLASS (way_milestone_document_parent_class)->dispose (object);
}

static void
way_milestone_document_finalize (GObject *object)
{
  WayMilestoneDocument *self = WAY_MILESTONE_DOCUMENT (object);

  g_array_unref (self->chapters);
  g_ptr_array_unref (self->pieces);
  g_ptr_array_unref (self->headings);
  g_hash_table_unref (self->opened);
  G_OBJECT_CLASS (way_milestone_document_parent_class)->finalize (object);
}

static void
way_milestone_document_class_init (WayMilestoneDocumentClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = way_milestone_document_dispose;
  G_OBJECT_CLASS (klass)->finalize = way_milestone_document_finalize;
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "document.export", NULL, export_cb);
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "document.export-all", NULL,
                                   export_all_cb);
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "document.import", NULL, import_cb);
  back_signal = g_signal_new ("back", WAY_TYPE_MILESTONE_DOCUMENT, G_SIGNAL_RUN_LAST, 0, NULL,
                              NULL, NULL, G_TYPE_NONE, 0);
}

static void
way_milestone_document_init (WayMilestoneDocument *self)
{
  self->chapters = g_array_new (FALSE, FALSE, sizeof (Chapter));
  self->pieces = g_ptr_array_new ();
  self->headings = g_ptr_array_new ();
  self->opened = g_hash_table_new (NULL, NULL);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
}

/**
 * way_milestone_document_new:
 *
 * Returns: (transfer floating)
 */
GtkWidget *
way_milestone_document_new (WayDocument *document, WayMilestone *milestone)
{
  WayMilestoneDocument *self = g_object_new (WAY_TYPE_MILESTONE_DOCUMENT, NULL);
  GtkWidget *columns = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  self->document = g_object_ref (document);
  self->milestone = g_object_ref (milestone);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "document.import",
                                 !way_document_is_read_only (document));
  gtk_box_append (GTK_BOX (self), build_bar (self));
  gtk_box_append (GTK_BOX (columns), build_contents (self));
  gtk_box_append (GTK_BOX (columns), gtk_separator_new (GTK_ORIENTATION_VERTICAL));
  self->body = gtk_box_new (GTK_ORIENTATION_VERTICAL, 20);
  gtk_widget_add_css_class (self->body, "document-body");
  self->head = way_milestone_head_new (document, milestone);
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
  way_milestone_document_refresh (self);
  return GTK_WIDGET (self);
}

/**
 * way_milestone_document_get_milestone:
 *
 * Returns: (transfer none)
 */
WayMilestone *
way_milestone_document_get_milestone (WayMilestoneDocument *self)
{
  return self->milestone;
}
