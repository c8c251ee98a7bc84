/* way-i18n.c: finds the translations.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-i18n.h"

/**
 * way_i18n_init:
 *
 * To be called once by a program, after setlocale(). WAYMARK_LOCALEDIR names another folder
 * with translations than the installed one, as the build tree's.
 */
void
way_i18n_init (void)
{
  const char *folder = g_getenv ("WAYMARK_LOCALEDIR");

  bindtextdomain (GETTEXT_PACKAGE, folder != NULL ? folder : LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}
