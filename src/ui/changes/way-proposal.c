/* way-proposal.c: a window on a copy of the plan, in which a change is tried out and then kept.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * It is the main window as always, on a sandbox: everything in it works as usual. Over the pages
 * stands a banner that says so and takes the two ways out. */

#include "model/way-i18n.h"

#include "ui/changes/way-proposal.h"

#include "document/way-change-requests.h"
#include "document/way-merge.h"
#include "document/way-sandbox.h"
#include "metrics/impact/way-change-trial.h"
#include "metrics/impact/way-impact-lines.h"
#include "ui/way-application.h"
#include "ui/widgets/way-alert.h"
#include "ui/widgets/way-banner.h"

#define LARGE 15000 /* rows: beyond, the impact takes more than a tenth of a second */

typedef struct
{
  WayDocument *document; /* the plan */
  WayDocument *sandbox;
  GtkWidget *asker;      /* weak: where the request is shown afterwards */
  GtkWidget *banner;
  gint64 request;        /* id; 0 = a new one */
  gint64 kept_steps;     /* of the sandbox's journal, when it began or was kept */
  gboolean asks_again;   /* others had decided about what it was before */
} Proposal;

static void
proposal_free (gpointer data)
{
  Proposal *self = data;

  g_clear_weak_pointer (&self->asker);
  g_object_unref (self->document);
  g_object_unref (self->sandbox);
  g_free (self);
}

static Proposal *
proposal_of (gpointer window)
{
  return g_object_get_data (window, "proposal");
}

static gboolean
is_changed (Proposal *self)
{
  return way_document_get_seq (self->sandbox) != self->kept_steps;
}

/* ------------------------------------------------------------------ the ways out */

/* The request may have been deleted meanwhile: then the change becomes a new one. */
static WayChangeRequest *
ensure_request (Proposal *self)
{
  WayRecord *record = way_plan_lookup (way_document_get_plan (self->document), self->request);
  g_autofree char *date = NULL, *title = NULL;

  if (record != NULL && WAY_IS_CHANGE_REQUEST (record))
    return WAY_CHANGE_REQUEST (record);
  date = way_moment_format_date (way_moment_today ());
  title = g_strdup_printf (_ ("Proposal of %s"), date);
  record = way_document_create_record (self->document, &way_change_request_type);
  way_document_set_text (self->document, record, "title", title);
  way_document_set_int (self->document, record, "kind", WAY_CHANGE_TIMELINE);
  return WAY_CHANGE_REQUEST (record);
}

/* So many rows that the impact would be waited for. */
static gboolean
is_large (Proposal *self)
{
  return way_plan_get_outline (way_document_get_plan (self->sandbox))->len > LARGE;
}

/* Where the plan has moved on since the copy was made, or takes its time, the impact is assessed
 * when the request is looked at. */
static void
keep_impact (Proposal *self, WayChangeRequest *request)
{
  gint64 seq = way_sandbox_get_origin (self->sandbox);
  g_autoptr (WayChangeImpact) impact = NULL;
  WayChangeTrial trial = { NULL, NULL, seq };

  if (way_document_get_seq (self->document) != seq || is_large (self))
    {
      way_document_set_text (self->document, WAY_RECORD (request), "impact", "");
      return;
    }
  trial.impact = impact = way_change_impact_new (self->document, self->sandbox);
  way_change_trial_keep (self->document, request, &trial);
}

static WayChangeRequest *
keep (Proposal *self, GError **error)
{
  WayChangeRequest *request;
  gint64 id;

  way_document_begin (self->document, _ ("Keep the proposal"));
  request = ensure_request (self);
  id = WAY_RECORD (request)->id;
  self->asks_again = way_change_request_keep (self->document, request, self->sandbox);
  keep_impact (self, request);
  if (!way_document_commit (self->document, error))
    return NULL;
  return WAY_CHANGE_REQUEST (way_plan_lookup (way_document_get_plan (self->document), id));
}

static void
keep_cb (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  Proposal *self = proposal_of (window);
  g_autoptr (GError) error = NULL;
  WayChangeRequest *request = keep (self, &error);
  g_autofree char *id = NULL, *message = NULL;

  if (request == NULL)
    {
      way_window_report_error (window, error);
      return;
    }
  self->kept_steps = way_document_get_seq (self->sandbox);
  id = way_record_dup_human_id (WAY_RECORD (request));
  message = g_strdup_printf (self->asks_again
                                 ? _ ("Kept in %s. Those who had decided are asked again.")
                                 : _ ("Kept in %s. The plan itself is as it was."), id);
  if (self->asker != NULL)
    {
      way_window_show_record (self->asker, WAY_RECORD (request));
      way_window_toast (self->asker, message, NULL, NULL);
    }
  gtk_window_destroy (window);
}

static void
destroy_cb (gpointer window)
{
  gtk_window_destroy (window);
}

static gboolean
close_request_cb (GtkWindow *window)
{
  if (!is_changed (proposal_of (window)))
    return FALSE;
  way_alert_ask (GTK_WIDGET (window), _ ("Discard what you tried?"),
                 _ ("The plan stays as it is, and so does the change request."), _ ("_Discard"),
                 TRUE, destroy_cb, g_object_ref (window), g_object_unref);
  return TRUE;
}

static void
discard_cb (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  gtk_window_close (window);
}

/* ------------------------------------------------------------------ what the banner says */

static void
show_impact (GtkWidget *window)
{
  Proposal *self = proposal_of (window);
  g_autoptr (WayChangeImpact) impact = NULL;
  g_autofree char *text = NULL;

  if (way_document_get_seq (self->sandbox) == 0 || is_large (self))
    {
      way_banner_set_hint (WAY_BANNER (self->banner),
                           _ ("Edit as always: what differs shows where it was before."));
      return;
    }
  impact = way_change_impact_new (self->document, self->sandbox);
  text = way_impact_summary (impact, way_document_get_plan (self->sandbox));
  way_banner_set_hint (WAY_BANNER (self->banner), text);
}

static void
changed_cb (GtkWidget *window)
{
  show_impact (window);
}

static GtkWidget *
new_banner (WayDocument *document, WayChangeRequest *request)
{
  GtkWidget *banner = way_banner_new (WAY_BANNER_INFO);
  g_autofree char *id = request != NULL ? way_record_dup_human_id (WAY_RECORD (request)) : NULL;
  g_autofree char *text
      = id != NULL
            ? g_strdup_printf (_ ("Proposal for %s: nothing here touches the plan until it is "
                                  "implemented."), id)
            : g_strdup (_ ("Proposal: nothing here touches the plan until it is implemented."));

  way_banner_set_text (WAY_BANNER (banner), text);
  way_banner_set_button (WAY_BANNER (banner), _ ("_Keep in the request"), "win.keep-proposal");
  way_banner_set_second_button (WAY_BANNER (banner), _ ("D_iscard"), "win.discard-proposal");
  return banner;
}

/* ------------------------------------------------------------------ the window */

static WayDocument *
new_sandbox (GtkWidget *inside, WayDocument *document, WayChangeRequest *request,
             GPtrArray **clashes)
{
  g_autoptr (GError) error = NULL;
  WayDocument *sandbox;

  *clashes = NULL;
  if (request == NULL || request->changes[0] == '\0')
    return way_document_new_sandbox (document);
  sandbox = way_change_request_try (document, request, clashes, &error);
  if (sandbox == NULL)
    way_window_report_error (inside, error);
  return sandbox;
}

/* What no longer fits has to be made again by hand: so it is told at the beginning. */
static void
tell_clashes (GtkWidget *window, GPtrArray *clashes)
{
  g_autoptr (GString) text = g_string_new (NULL);

  if (clashes == NULL || clashes->len == 0)
    return;
  for (guint i = 0; i < clashes->len; i++)
    g_string_append_printf (text, "%s• %s", i > 0 ? "\n" : "",
                            ((WayClash *)clashes->pdata[i])->text);
  way_alert_tell (window, _ ("A part of the proposal no longer fits"), text->str);
}

/**
 * way_proposal_open:
 *
 * Opens the window, with what the request proposes already made as far as it fits the plan.
 */
void
way_proposal_open (GtkWidget *inside, WayDocument *document, WayChangeRequest *request)
{
  static const GActionEntry entries[] = {
    { .name = "keep-proposal", .activate = keep_cb },
    { .name = "discard-proposal", .activate = discard_cb },
  };
  GtkApplication *application
      = gtk_window_get_application (GTK_WINDOW (way_window_of (inside)));
  g_autoptr (GPtrArray) clashes = NULL;
  WayDocument *sandbox = new_sandbox (inside, document, request, &clashes);
  WayWindow *window;
  Proposal *self;

  if (sandbox == NULL)
    return;
  self = g_new0 (Proposal, 1);
  self->document = g_object_ref (document);
  self->sandbox = sandbox;
  self->request = request != NULL ? WAY_RECORD (request)->id : 0;
  self->kept_steps = way_document_get_seq (sandbox);
  self->banner = new_banner (document, request);
  g_set_weak_pointer (&self->asker, GTK_WIDGET (way_window_of (inside)));
  way_sandbox_set_original (sandbox, document);
  window = way_window_new (application);
  g_object_set_data_full (G_OBJECT (window), "proposal", self, proposal_free);
  g_action_map_add_action_entries (G_ACTION_MAP (window), entries, G_N_ELEMENTS (entries),
                                   window);
  way_window_set_document (window, sandbox);
  way_window_add_banner (window, self->banner);
  way_window_show_page (GTK_WIDGET (window), "timeline");
  g_signal_connect (window, "close-request", G_CALLBACK (close_request_cb), NULL);
  g_signal_connect_object (sandbox, "changed", G_CALLBACK (changed_cb), window, G_CONNECT_SWAPPED);
  show_impact (GTK_WIDGET (window));
  gtk_window_present (GTK_WINDOW (window));
  tell_clashes (GTK_WIDGET (window), clashes);
}
