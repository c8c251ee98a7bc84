/* way-record-make.c: menu entries that make a record from another.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-i18n.h"

#include "ui/records/way-record-make.h"

#include "metrics/way-trigger.h"
#include "ui/registers/way-contingency-dialog.h"
#include "ui/way-window.h"

/**
 * way_record_make_add_to_menu:
 *
 * Adds a section with all that can be made from a record of @type.
 */
void
way_record_make_add_to_menu (GMenu *menu, const WayRecordType *type, const char *action)
{
  g_autoptr (GMenu) section = g_menu_new ();

  for (int i = 0; i < WAY_N_DERIVATIONS; i++)
    if (way_derivation_fits (i, type))
      {
        g_autoptr (GMenuItem) item = g_menu_item_new (_ (way_derivation_label (i)), NULL);

        g_menu_item_set_action_and_target (item, action, "i", i);
        g_menu_append_item (section, item);
      }
  if (g_menu_model_get_n_items (G_MENU_MODEL (section)) > 0)
    g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
}

static char *
name_step (WayRecord *from)
{
  g_autofree char *human_id = way_record_dup_human_id (from);
  g_autofree char *label = way_record_dup_label (from);

  /* Translators: a step that can be undone: a record is made from another */
  return human_id != NULL ? g_strdup_printf (_ ("Make from %s “%s”"), human_id, label)
                          : g_strdup_printf (_ ("Make from “%s”"), label);
}

/* All or nothing, in the open scope. Returns the last one that was made. */
static WayRecord *
make_all (WayDocument *document, GPtrArray *records, WayDerivation derivation, GError **error)
{
  WayRecord *last = NULL;

  for (guint i = 0; i < records->len; i++)
    {
      WayRecord *from = g_ptr_array_index (records, i);
      g_autoptr (GPtrArray) made = way_record_derive (document, from, derivation, error);

      if (made == NULL)
        return NULL;
      if (derivation == WAY_DERIVE_CONTINGENCY)
        way_risk_follow_triggers (document, WAY_RISK (from));
      last = g_ptr_array_index (made, made->len - 1);
    }
  return last;
}

/**
 * way_record_make:
 * @records: what is made from, of one type
 *
 * Makes a record from each in one undoable step, and shows the last one. What a contingency plan
 * makes is asked for; of several at once it makes actions.
 */
void
way_record_make (GtkWidget *inside,
                 WayDocument *document,
                 GPtrArray *records,
                 WayDerivation derivation)
{
  /* The row that was clicked may go with the change. */
  GtkWidget *window = GTK_WIDGET (way_window_of (inside));
  g_autoptr (GError) error = NULL;
  g_autofree char *step = NULL, *message = NULL, *human_id = NULL, *label = NULL;
  WayRecord *made;

  if (records->len == 0 || way_document_is_read_only (document))
    return;
  if (derivation == WAY_DERIVE_CONTINGENCY && records->len == 1)
    {
      way_contingency_dialog_present (window, document, records->pdata[0]);
      return;
    }
  step = name_step (g_ptr_array_index (records, 0));
  way_document_begin (document, step);
  made = make_all (document, records, derivation, &error);
  if (made == NULL)
    way_document_rollback (document);
  else if (!way_document_commit (document, &error))
    made = NULL;
  if (made == NULL)
    {
      way_window_report_error (window, error);
      return;
    }
  human_id = way_record_dup_human_id (made);
  label = way_record_dup_label (made);
  /* Translators: %s is the id of a record, or its kind; “%s” its title */
  message = g_strdup_printf (_ ("Made %s “%s”"),
                             human_id != NULL ? human_id
                                              : _ (way_record_get_record_type (made)->label),
                             label);
  way_window_show_record (window, made);
  way_window_toast (window, message, _ ("Undo"), "win.undo");
}
