/* way-markdown.c: Markdown as the markup of a GtkLabel.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Blocks are told apart by an empty line, lists by their marks; HTML is shown as it is typed. */

#include "ui/milestones/way-markdown.h"

#include <cmark-gfm.h>
#include <string.h>

static void
append_escaped (GString *out, const char *text)
{
  g_autofree char *escaped = g_markup_escape_text (text != NULL ? text : "", -1);

  g_string_append (out, escaped);
}

/* Between blocks: one line in tight lists, else an empty one. */
static void
begin_block (GString *out, cmark_node *node)
{
  cmark_node *parent = cmark_node_parent (node);
  gboolean item = cmark_node_get_type (node) == CMARK_NODE_ITEM;

  if (out->len == 0 || g_str_has_suffix (out->str, "• ") || g_str_has_suffix (out->str, ". "))
    return;
  if (cmark_node_previous (node) == NULL && !item && parent != NULL
      && cmark_node_get_type (parent) == CMARK_NODE_ITEM)
    return;
  g_string_append (out, item && cmark_node_get_list_tight (parent) ? "\n" : "\n\n");
}

static void
append_item_mark (GString *out, cmark_node *item)
{
  cmark_node *list = cmark_node_parent (item);
  int number = cmark_node_get_list_start (list), depth = -1;

  for (cmark_node *above = item; above != NULL; above = cmark_node_parent (above))
    if (cmark_node_get_type (above) == CMARK_NODE_ITEM)
      depth++;
  for (int i = 0; i < depth; i++)
    g_string_append (out, "    ");
  if (cmark_node_get_list_type (list) != CMARK_ORDERED_LIST)
    {
      g_string_append (out, "• ");
      return;
    }
  for (cmark_node *before = cmark_node_previous (item); before != NULL;
       before = cmark_node_previous (before))
    number++;
  g_string_append_printf (out, "%d. ", number);
}

static void
append_link (GString *out, cmark_node *node, gboolean entering)
{
  const char *address = cmark_node_get_url (node);

  if (!entering)
    {
      g_string_append (out, "</a>");
      return;
    }
  g_string_append (out, "<a href=\"");
  append_escaped (out, address);
  g_string_append (out, "\">");
}

static void
append_leaf (GString *out, cmark_node *node)
{
  switch ((guint) cmark_node_get_type (node))
    {
    case CMARK_NODE_SOFTBREAK:
      g_string_append_c (out, ' ');
      break;
    case CMARK_NODE_LINEBREAK:
      g_string_append_c (out, '\n');
      break;
    case CMARK_NODE_CODE:
      g_string_append (out, "<tt>");
      append_escaped (out, cmark_node_get_literal (node));
      g_string_append (out, "</tt>");
      break;
    default:
      append_escaped (out, cmark_node_get_literal (node));
      break;
    }
}

static void
append_node (GString *out, cmark_node *node, gboolean entering)
{
  guint type = cmark_node_get_type (node);

  if (type == CMARK_NODE_PARAGRAPH || type == CMARK_NODE_ITEM)
    {
      if (entering)
        begin_block (out, node);
      if (entering && type == CMARK_NODE_ITEM)
        append_item_mark (out, node);
    }
  else if (type == CMARK_NODE_HEADING)
    {
      if (entering)
        begin_block (out, node);
      g_string_append (out, entering ? "<b>" : "</b>");
    }
  else if (type == CMARK_NODE_CODE_BLOCK)
    {
      begin_block (out, node);
      g_string_append (out, "<tt>");
      append_escaped (out, cmark_node_get_literal (node));
      g_string_append (out, "</tt>");
    }
  else if (type == CMARK_NODE_HTML_BLOCK)
    {
      begin_block (out, node);
      append_escaped (out, cmark_node_get_literal (node));
    }
  else if (type == CMARK_NODE_EMPH)
    g_string_append (out, entering ? "<i>" : "</i>");
  else if (type == CMARK_NODE_STRONG)
    g_string_append (out, entering ? "<b>" : "</b>");
  else if (type == CMARK_NODE_LINK)
    append_link (out, node, entering);
  else if (cmark_node_first_child (node) == NULL && entering)
    append_leaf (out, node);
}

/**
 * way_markdown_to_markup:
 *
 * Returns: (transfer full): Pango markup that is well-formed whatever @text is
 */
char *
way_markdown_to_markup (const char *text)
{
  g_autoptr (GString) out = g_string_new (NULL);
  cmark_node *document = cmark_parse_document (text, strlen (text), CMARK_OPT_DEFAULT);
  cmark_iter *iter = cmark_iter_new (document);
  cmark_event_type event;

  while ((event = cmark_iter_next (iter)) != CMARK_EVENT_DONE)
    if (cmark_iter_get_node (iter) != document)
      append_node (out, cmark_iter_get_node (iter), event == CMARK_EVENT_ENTER);
  cmark_iter_free (iter);
  cmark_node_free (document);
  return g_strdup (g_strchomp (out->str));
}
