/* way-proposal.c: a window on a copy of the plan, in which a change is tried out and then kept.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * It is the main window as always, on a sandbox: everything in it works as usual. Over the pages
 * stands a banner that says so, tells the impact, which another thread computes, and takes the two
 * ways out. */

#include "model/way-i18n.h"

#include "ui/changes/way-proposal.h"

#include "document/way-change-requests.h"
#include "document/way-change-sandbox.h"
#include "document/way-merge.h"
#include "document/way-sandbox.h"
#include "metrics/impact/way-change-trial.h"
#include "metrics/impact/way-impact-lines.h"
#include "ui/way-application.h"
#include "ui/way-waiting.h"
#include "ui/widgets/way-alert.h"
#include "ui/widgets/way-banner.h"

#define PATIENCE 250 /* milliseconds: figures that come by then come without a word */

typedef struct
{
  WayDocument *document; /* the plan */
  WayDocument *sandbox;
  GtkWidget *asker;      /* weak: where the request is shown afterwards */
  GtkWidget *banner;
  gint64 request;        /* id; 0 = a new one */
  gint64 kept_steps;     /* of the sandbox's journal, when it began or was kept */
  gboolean asks_again;   /* others had decided about what it was before */

  GCancellable *computing; /* (nullable): the impact is on its way */
  gint64 computed_steps;   /* of the sandbox's journal, what it is the impact of */
  WayChangeTrial *trial;   /* (nullable): the last one */
  guint patience;          /* source that says that it is computed; 0 = none */
  gboolean keeping;        /* to be kept as soon as the impact is there */
  WayWaiting *waiting;     /* (nullable): says so */
} Proposal;

static void
proposal_free (gpointer data)
{
  Proposal *self = data;

  g_clear_weak_pointer (&self->asker);
  way_change_trial_free (self->trial);
  g_object_unref (self->document);
  way_sandbox_discard (self->sandbox);
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
  date = way_moment_format_date (way_document_get_status_date (self->document));
  title = g_strdup_printf (_ ("Proposal of %s"), date);
  record = way_document_create_record (self->document, &way_change_request_type);
  way_document_set_text (self->document, record, "title", title);
  way_document_set_int (self->document, record, "kind", WAY_CHANGE_TIMELINE);
  return WAY_CHANGE_REQUEST (record);
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
  way_change_trial_keep (self->document, request, self->trial);
  if (!way_document_commit (self->document, error))
    return NULL;
  return WAY_CHANGE_REQUEST (way_plan_lookup (way_document_get_plan (self->document), id));
}

static void
stop_keeping (Proposal *self)
{
  self->keeping = FALSE;
  g_clear_pointer (&self->waiting, way_waiting_free);
}

static void
keep_and_close (GtkWidget *window)
{
  Proposal *self = proposal_of (window);
  g_autoptr (GError) error = NULL;
  WayChangeRequest *request = keep (self, &error);
  g_autofree char *id = NULL, *message = NULL;

  stop_keeping (self);
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
  gtk_window_destroy (GTK_WINDOW (window));
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

/* ------------------------------------------------------------------ the impact, computed beside */

static void
set_hint (Proposal *self, const char *hint)
{
  g_clear_handle_id (&self->patience, g_source_remove);
  way_banner_set_hint (WAY_BANNER (self->banner), hint);
}

static gboolean
patience_cb (gpointer data)
{
  Proposal *self = data;

  self->patience = 0;
  way_banner_set_hint (WAY_BANNER (self->banner), _ ("Computing the impact…"));
  return G_SOURCE_REMOVE;
}

static void
show_impact (Proposal *self)
{
  guint n_clashes = self->trial->clashes->len;
  g_autofree char *summary
      = way_impact_summary (self->trial->impact, way_document_get_plan (self->sandbox));
  g_autofree char *clashes = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "The plan has moved on: %u proposed edit no longer fits",
                   "The plan has moved on: %u proposed edits no longer fit", n_clashes),
      n_clashes);
  g_autofree char *both = g_strdup_printf ("%s · %s", clashes, summary);

  set_hint (self, n_clashes > 0 ? both : summary);
}

static void
show_how (Proposal *self)
{
  set_hint (self, _ ("Edit as always: what differs shows where it was before."));
}

static void compute (GtkWidget *window);

static gboolean
is_computed (Proposal *self)
{
  return self->computing == NULL && self->trial != NULL
         && self->computed_steps == way_document_get_seq (self->sandbox);
}

/* What was edited meanwhile is computed next. */
static void
take_trial (GtkWidget *window, Proposal *self)
{
  show_impact (self);
  if (!is_computed (self))
    compute (window);
  else if (self->keeping)
    keep_and_close (window);
}

static void
computed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GtkWidget) window = data;
  Proposal *self = proposal_of (window);
  g_autoptr (GError) error = NULL;
  g_autoptr (WayChangeTrial) trial = way_change_trial_finish (result, &error);

  if (self->computing == NULL)
    return; /* the window is closed */
  g_clear_object (&self->computing);
  g_clear_pointer (&self->trial, way_change_trial_free);
  self->trial = g_steal_pointer (&trial);
  if (self->trial != NULL)
    {
      take_trial (window, self);
      return;
    }
  stop_keeping (self);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    show_how (self);
  else
    set_hint (self, error->message);
}

static void
wait_to_keep (GtkWidget *window, Proposal *self)
{
  g_clear_pointer (&self->waiting, way_waiting_free);
  self->waiting = way_waiting_new (window, _ ("Computing the impact…"), self->computing);
}

/* One at a time, on the last state. */
static void
compute (GtkWidget *window)
{
  Proposal *self = proposal_of (window);
  g_autoptr (WayChangeset) edits = NULL;

  if (self->computing != NULL)
    return;
  edits = way_sandbox_get_changeset (self->sandbox, _ ("Proposal"));
  self->computing = g_cancellable_new ();
  self->computed_steps = way_document_get_seq (self->sandbox);
  if (self->patience == 0)
    self->patience = g_timeout_add (PATIENCE, patience_cb, self);
  if (self->keeping)
    wait_to_keep (window, self);
  way_change_trial_start_edits (self->document, edits, self->computing, computed_cb,
                                g_object_ref (window));
}

static void
keep_cb (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  Proposal *self = proposal_of (window);

  if (is_computed (self))
    keep_and_close (window);
  else if (!self->keeping)
    {
      self->keeping = TRUE;
      compute (window);
      wait_to_keep (window, self);
    }
}

static void
closed_cb (GtkWidget *window)
{
  Proposal *self = proposal_of (window);

  g_clear_handle_id (&self->patience, g_source_remove);
  g_clear_pointer (&self->waiting, way_waiting_free);
  if (self->computing != NULL)
    g_cancellable_cancel (self->computing);
  g_clear_object (&self->computing);
}

/* ------------------------------------------------------------------ the window */

static GtkWidget *
new_banner (WayRecord *request)
{
  GtkWidget *banner = way_banner_new (WAY_BANNER_INFO);
  g_autofree char *id = request != NULL ? way_record_dup_human_id (request) : NULL;
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

/* A window that is to come as soon as the copy is made. */
typedef struct
{
  GtkWidget *asker; /* weak */
  WayDocument *document;
  gint64 request;   /* id; 0 = a new one */
  WayWaiting *waiting;
} Opening;

static void
opening_free (Opening *self)
{
  g_clear_weak_pointer (&self->asker);
  way_waiting_free (self->waiting);
  g_object_unref (self->document);
  g_free (self);
}

/* What no longer fits has to be made again by hand: so it is told at the beginning. */
static void
tell_clashes (GtkWidget *window, GPtrArray *clashes)
{
  g_autofree char *text = NULL;

  if (clashes == NULL || clashes->len == 0)
    return;
  text = way_clashes_describe (clashes);
  way_alert_tell (window, _ ("A part of the proposal no longer fits"), text);
}

static void
open_window (Opening *opening, WayDocument *sandbox, GPtrArray *clashes)
{
  static const GActionEntry entries[] = {
    { .name = "keep-proposal", .activate = keep_cb },
    { .name = "discard-proposal", .activate = discard_cb },
  };
  GtkWidget *asker = opening->asker;
  WayWindow *window = way_window_new (gtk_window_get_application (GTK_WINDOW (asker)));
  WayRecord *request
      = way_plan_lookup (way_document_get_plan (opening->document), opening->request);
  Proposal *self = g_new0 (Proposal, 1);

  self->document = g_object_ref (opening->document);
  self->sandbox = g_object_ref (sandbox);
  self->request = opening->request;
  self->kept_steps = way_document_get_seq (sandbox);
  self->banner = new_banner (request);
  g_set_weak_pointer (&self->asker, asker);
  way_sandbox_set_original (sandbox, opening->document);
  g_object_set_data_full (G_OBJECT (window), "proposal", self, proposal_free);
  g_action_map_add_action_entries (G_ACTION_MAP (window), entries, G_N_ELEMENTS (entries),
                                   window);
  way_window_set_document (window, sandbox);
  way_window_add_banner (window, self->banner);
  way_window_show_page (GTK_WIDGET (window), "timeline");
  g_signal_connect (window, "close-request", G_CALLBACK (close_request_cb), NULL);
  g_signal_connect (window, "destroy", G_CALLBACK (closed_cb), NULL);
  g_signal_connect_object (sandbox, "changed", G_CALLBACK (compute), window, G_CONNECT_SWAPPED);
  show_how (self);
  if (self->kept_steps > 0)
    compute (GTK_WIDGET (window));
  gtk_window_present (GTK_WINDOW (window));
  tell_clashes (GTK_WIDGET (window), clashes);
}

static void
copied_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Opening *opening = data;
  g_autoptr (GPtrArray) clashes = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (WayDocument) sandbox = way_change_sandbox_finish (result, &clashes, &error);

  if (opening->asker != NULL)
    {
      g_object_set_data (G_OBJECT (opening->asker), "opening-proposal", NULL);
      if (sandbox != NULL)
        open_window (opening, sandbox, clashes);
      else
        way_window_report_error (opening->asker, error);
    }
  opening_free (opening);
}

/**
 * way_proposal_open:
 *
 * Opens the window, with what the request proposes already made as far as it fits the plan, as
 * soon as the copy is made.
 */
void
way_proposal_open (GtkWidget *inside, WayDocument *document, WayChangeRequest *request)
{
  GtkWidget *asker = GTK_WIDGET (way_window_of (inside));
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  Opening *opening;

  if (g_object_get_data (G_OBJECT (asker), "opening-proposal") != NULL)
    return; /* one at a time */
  opening = g_new0 (Opening, 1);
  g_set_weak_pointer (&opening->asker, asker);
  opening->document = g_object_ref (document);
  opening->request = request != NULL ? WAY_RECORD (request)->id : 0;
  opening->waiting = way_waiting_new (asker, _ ("Making a copy of the plan…"), cancellable);
  g_object_set_data (G_OBJECT (asker), "opening-proposal", opening);
  way_change_sandbox_start (document, request, cancellable, copied_cb, opening);
}
