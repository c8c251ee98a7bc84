/* main.c: starts Waymark.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/way-i18n.h"

#include "ui/way-application.h"

#include <locale.h>

int
main (int argc, char **argv)
{
  g_autoptr (WayApplication) application = NULL;

  setlocale (LC_ALL, "");
  way_i18n_init ();
  g_set_prgname ("waymark");
  g_set_application_name (_ ("Waymark"));

  application = way_application_new ();
  return g_application_run (G_APPLICATION (application), argc, argv);
}
