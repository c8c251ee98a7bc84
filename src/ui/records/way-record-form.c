/* way-record-form.c: WayRecordForm, rows to edit the fields of a draft, made from the field table.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-i18n.h"

#include "ui/records/way-record-form.h"

#include "ui/records/way-field-editor.h"

#include <string.h>

struct _WayRecordForm
{
  GtkBox parent_instance;

  WayDraft *draft;
  GtkWidget *grid;
  GPtrArray *editors; /* of WayFieldEditor, unowned */
  int row;
};

G_DEFINE_FINAL_TYPE (WayRecordForm, way_record_form, GTK_TYPE_BOX)

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
edited_cb (WayFieldEditor *editor, WayRecordForm *self)
{
  g_signal_emit (self, signals[CHANGED], 0, way_field_editor_get_field (editor));
}

/* No mnemonic widget: an editor has its name, and a reader would hear it twice. */
static GtkWidget *
attach_label (WayRecordForm *self, const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_width_chars (GTK_LABEL (label), 18);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 24);
  gtk_widget_set_valign (label, GTK_ALIGN_START);
  gtk_widget_set_margin_top (label, 5);
  gtk_widget_add_css_class (label, "field-label");
  gtk_grid_attach (GTK_GRID (self->grid), label, 0, self->row, 1, 1);
  return label;
}

static void
add_heading (WayRecordForm *self, const char *text)
{
  GtkWidget *heading = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_widget_add_css_class (heading, "group-title");
  gtk_grid_attach (GTK_GRID (self->grid), heading, 0, self->row++, 2, 1);
}

static void
add_field (WayRecordForm *self, const WayField *field)
{
  GtkWidget *editor = way_field_editor_new (self->draft, field);

  gtk_widget_set_hexpand (editor, TRUE);
  attach_label (self, _ (field->label));
  gtk_grid_attach (GTK_GRID (self->grid), editor, 1, self->row++, 1, 1);
  g_ptr_array_add (self->editors, editor);
  g_signal_connect (editor, "edited", G_CALLBACK (edited_cb), self);
  if (field->hint != NULL)
    {
      GtkWidget *hint = gtk_label_new (_ (field->hint));

      gtk_label_set_xalign (GTK_LABEL (hint), 0);
      gtk_label_set_wrap (GTK_LABEL (hint), TRUE);
      gtk_widget_add_css_class (hint, "hint");
      gtk_box_append (GTK_BOX (editor), hint);
    }
}

static gboolean
is_shown (const WayField *field, const char *const *omit)
{
  return way_field_is_stored (field) && (field->flags & WAY_FIELD_HIDDEN) == 0
         && (omit == NULL || !g_strv_contains (omit, field->name));
}

static const char *
group_of (const WayField *field)
{
  return field->group != NULL ? field->group : "";
}

static void
add_group (WayRecordForm *self, const char *group, gboolean heading, const char *const *omit)
{
  const WayRecordType *type = way_draft_get_record_type (self->draft);
  gboolean first = TRUE;

  for (guint i = 0; i < type->n_fields; i++)
    {
      const WayField *field = &type->fields[i];

      if (strcmp (group_of (field), group) != 0 || !is_shown (field, omit))
        continue;
      if (first && heading && group[0] != '\0')
        add_heading (self, _ (group));
      first = FALSE;
      add_field (self, field);
    }
}

/* All groups in the order in which the type names them; notes, which are long, last. */
static GPtrArray *
list_groups (const WayRecordType *type)
{
  GPtrArray *groups = g_ptr_array_new ();
  const WayField *notes = way_record_type_field (type, "notes");
  const char *last = notes != NULL ? group_of (notes) : NULL;

  for (guint i = 0; i < type->n_fields; i++)
    {
      const char *group = group_of (&type->fields[i]);

      if (g_strcmp0 (group, last) != 0
          && !g_ptr_array_find_with_equal_func (groups, group, g_str_equal, NULL))
        g_ptr_array_add (groups, (gpointer)group);
    }
  if (last != NULL)
    g_ptr_array_add (groups, (gpointer)last);
  return groups;
}

static void
way_record_form_finalize (GObject *object)
{
  WayRecordForm *self = WAY_RECORD_FORM (object);

  g_clear_pointer (&self->draft, way_draft_free);
  g_ptr_array_unref (self->editors);
  G_OBJECT_CLASS (way_record_form_parent_class)->finalize (object);
}

static void
way_record_form_class_init (WayRecordFormClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = way_record_form_finalize;
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
}

static void
way_record_form_init (WayRecordForm *self)
{
  self->editors = g_ptr_array_new ();
  /* Along its height: a box that lies asks wrapping labels for heights at widths that they never
   * get, and finds its least height above its natural one. */
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  self->grid = gtk_grid_new ();
  gtk_grid_set_row_spacing (GTK_GRID (self->grid), 8);
  gtk_grid_set_column_spacing (GTK_GRID (self->grid), 16);
  gtk_widget_set_hexpand (self->grid, TRUE);
  gtk_box_append (GTK_BOX (self), self->grid);
  gtk_widget_add_css_class (GTK_WIDGET (self), "form");
}

GtkWidget *
way_record_form_new (WayDocument *document,
                     WayDraft *draft,
                     const char *const *groups,
                     const char *const *omit)
{
  WayRecordForm *self = g_object_new (WAY_TYPE_RECORD_FORM, NULL);
  g_autoptr (GPtrArray) all = NULL;

  self->draft = way_draft_ref (draft);
  if (groups != NULL)
    {
      for (gsize i = 0; groups[i] != NULL; i++)
        add_group (self, groups[i], groups[1] != NULL, omit);
      return GTK_WIDGET (self);
    }
  all = list_groups (way_draft_get_record_type (draft));
  for (guint i = 0; i < all->len; i++)
    add_group (self, g_ptr_array_index (all, i), TRUE, omit);
  return GTK_WIDGET (self);
}

gboolean
way_record_form_check (WayRecordForm *self)
{
  g_autoptr (GPtrArray) problems = NULL;
  WayFieldEditor *first = NULL;

  for (guint i = 0; i < self->editors->len; i++)
    way_field_editor_commit (g_ptr_array_index (self->editors, i));
  problems = way_draft_validate (self->draft);
  for (guint i = 0; i < self->editors->len; i++)
    {
      WayFieldEditor *editor = g_ptr_array_index (self->editors, i);

      way_field_editor_show_problem (editor);
      if (first == NULL
          && way_draft_get_problem (self->draft, way_field_editor_get_field (editor)) != NULL)
        first = editor;
    }
  if (first != NULL)
    gtk_widget_grab_focus (way_field_editor_get_target (first));
  return first == NULL;
}

/**
 * way_record_form_refresh:
 *
 * Shows what the draft has.
 */
void
way_record_form_refresh (WayRecordForm *self)
{
  for (guint i = 0; i < self->editors->len; i++)
    way_field_editor_refresh (self->editors->pdata[i]);
}

/**
 * way_record_form_follow_typing:
 *
 * See way_field_editor_follow_typing(): ::changed comes at each key.
 */
void
way_record_form_follow_typing (WayRecordForm *self)
{
  for (guint i = 0; i < self->editors->len; i++)
    way_field_editor_follow_typing (self->editors->pdata[i]);
}

/**
 * way_record_form_focus:
 * @field: (nullable): name of a field; %NULL is the first one
 *
 * Returns: %FALSE when the form does not show it
 */
gboolean
way_record_form_focus (WayRecordForm *self, const char *field)
{
  for (guint i = 0; i < self->editors->len; i++)
    {
      WayFieldEditor *editor = g_ptr_array_index (self->editors, i);

      if (field == NULL || strcmp (way_field_editor_get_field (editor)->name, field) == 0)
        return gtk_widget_grab_focus (way_field_editor_get_target (editor));
    }
  return FALSE;
}
