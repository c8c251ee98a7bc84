/* way-attention-acts.c: does what can be done about something that needs attention.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-i18n.h"

#include "ui/attention/way-attention-acts.h"

#include "ui/changes/way-recovery-dialog.h"
#include "ui/milestones/way-check-in-dialog.h"
#include "ui/milestones/way-measurements-dialog.h"
#include "ui/records/way-record-dialog.h"
#include "ui/registers/way-contingency-dialog.h"
#include "ui/way-pages.h"
#include "ui/way-window.h"

static gboolean
has_page (const WayRecordType *type)
{
  guint n_kinds;
  const WayPageKind *kinds = way_pages_get (&n_kinds);

  for (guint i = 0; i < n_kinds; i++)
    if (kinds[i].type == type || kinds[i].part == type)
      return TRUE;
  return FALSE;
}

/* The timeline, with the conflicts and their ways out beside it. */
static void
resolve (GtkWidget *inside, WayRecord *record)
{
  WayWindow *window = way_window_of (inside);

  if (WAY_IS_TASK (record))
    way_window_show_record (inside, record);
  way_window_show_page (inside, "timeline");
  gtk_widget_activate_action (GTK_WIDGET (way_window_get_page (window, "timeline")),
                              "timeline.show-panel", "s", "conflicts");
}

/**
 * way_attention_open:
 * @inside: any widget of the window
 *
 * Goes to the record; one that no page shows is opened in its form. A conflict of the schedule is
 * explained where it stands.
 */
void
way_attention_open (GtkWidget *inside, WayDocument *document, const WayAttention *attention)
{
  const WayRecordType *type = way_record_get_record_type (attention->record);

  if (attention->act == WAY_ATTENTION_RESOLVE)
    resolve (inside, attention->record);
  else if (has_page (type))
    way_window_show_record (inside, attention->record);
  else
    way_record_dialog_present (inside, document, type, attention->record);
}

/**
 * way_attention_act:
 * @inside: any widget of the window
 *
 * Begins what WayAttention.act names.
 */
void
way_attention_act (GtkWidget *inside, WayDocument *document, const WayAttention *attention)
{
  WayRecord *record = attention->record;

  switch (attention->act)
    {
    case WAY_ATTENTION_ESCALATE:
      way_record_dialog_present_tab (inside, document, record, "escalation");
      break;
    case WAY_ATTENTION_START_PLAN:
      way_contingency_dialog_present (inside, document, WAY_RISK (record));
      break;
    case WAY_ATTENTION_SAY:
      way_check_in_dialog_present (inside, document, record);
      break;
    case WAY_ATTENTION_MEASURE:
      way_measurements_dialog_present (inside, document, WAY_KPI (record));
      break;
    case WAY_ATTENTION_RECOVER:
      way_recovery_dialog_present (inside, document, WAY_MILESTONE (record));
      break;
    case WAY_ATTENTION_RESOLVE:
    case WAY_ATTENTION_DECIDE:
    case WAY_ATTENTION_OPEN:
    default:
      way_attention_open (inside, document, attention);
      break;
    }
}
