/* way-attention-acts.c: does what can be done about something that needs attention.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-i18n.h"

#include "ui/attention/way-attention-acts.h"

#include "ui/changes/way-recovery-dialog.h"
#include "ui/milestones/way-check-in-dialog.h"
#include "ui/milestones/way-measurements-dialog.h"
#include "ui/records/way-record-dialog.h"
#include "ui/registers/way-risk-triggers.h"
#include "ui/way-pages.h"
#include "ui/way-window.h"
#include "ui/widgets/way-alert.h"

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

/**
 * way_attention_open:
 * @inside: any widget of the window
 *
 * Goes to the record; one that no page shows is opened in its form.
 */
void
way_attention_open (GtkWidget *inside, WayDocument *document, const WayAttention *attention)
{
  const WayRecordType *type = way_record_get_record_type (attention->record);

  if (has_page (type))
    way_window_show_record (inside, attention->record);
  else
    way_record_dialog_present (inside, document, type, attention->record);
}

typedef struct
{
  GtkWidget *inside; /* unowned: of the window that the question is over */
  WayDocument *document;
  WayRisk *risk;
} Start;

static void
start_free (gpointer data)
{
  Start *self = data;

  g_object_unref (self->document);
  g_object_unref (self->risk);
  g_free (self);
}

static void
start_cb (gpointer data)
{
  Start *self = data;

  way_risk_start_plan (self->inside, self->document, self->risk);
}

/* What the plan would make is told before. */
static void
propose_plan (GtkWidget *inside, WayDocument *document, WayRisk *risk)
{
  Start *self = g_new0 (Start, 1);
  g_autofree char *heading
      = g_strdup_printf (_ ("Start the contingency plan of “%s”?"), WAY_RECORD (risk)->title);
  g_autoptr (GString) body = g_string_new (_ ("Each step becomes an action:"));

  g_string_append_printf (body, "\n\n%s", risk->contingency);
  if (risk->inform[0] != '\0')
    g_string_append_printf (body, "\n\n%s\n\n%s", _ ("So does telling:"), risk->inform);
  self->inside = inside;
  self->document = g_object_ref (document);
  self->risk = g_object_ref (risk);
  way_alert_ask (inside, heading, body->str, _ ("_Start the contingency plan"), FALSE, start_cb,
                 self, start_free);
}

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
      propose_plan (inside, document, WAY_RISK (record));
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
      resolve (inside, record);
      break;
    case WAY_ATTENTION_DECIDE:
    case WAY_ATTENTION_OPEN:
    default:
      way_attention_open (inside, document, attention);
      break;
    }
}
