/* way-row-keys.c: the keys that go from row to row.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/timeline/way-row-keys.h"

#include <gdk/gdk.h>

/**
 * way_row_key_is_to_an_end:
 *
 * Returns: whether @keyval goes to the first or the last row
 */
gboolean
way_row_key_is_to_an_end (guint keyval)
{
  return keyval == GDK_KEY_Home || keyval == GDK_KEY_KP_Home || keyval == GDK_KEY_End
         || keyval == GDK_KEY_KP_End;
}

/**
 * way_row_key_goes:
 * @first: where one is: the first of some rows …
 * @last: … and the last of them; both −1 before the first of all
 * @page: how many rows a page has
 * @to: (out): where @keyval goes: a row, unless there are none
 *
 * Returns: whether @keyval goes from row to row
 */
gboolean
way_row_key_goes (guint keyval, int first, int last, int page, int n_rows, int *to)
{
  switch (keyval)
    {
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      *to = first - 1;
      break;
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      *to = last + 1;
      break;
    case GDK_KEY_Page_Up:
    case GDK_KEY_KP_Page_Up:
      *to = first - page;
      break;
    case GDK_KEY_Page_Down:
    case GDK_KEY_KP_Page_Down:
      *to = last + page;
      break;
    case GDK_KEY_Home:
    case GDK_KEY_KP_Home:
      *to = 0;
      break;
    case GDK_KEY_End:
    case GDK_KEY_KP_End:
      *to = n_rows - 1;
      break;
    default:
      return FALSE;
    }
  *to = CLAMP (*to, 0, n_rows - 1);
  return TRUE;
}
