#!/usr/bin/env python3
# drag_source.py: another program whose window gives files to be dragged, as a file manager does.
# SPDX-License-Identifier: GPL-3.0-or-later
"""drag_source.py FILE…: a small window in the lower right corner of the display."""

import sys

import gi
gi.require_version('Gdk', '4.0')
gi.require_version('Gtk', '4.0')
from gi.repository import Gdk, Gio, Gtk


def activate(application):
    window = Gtk.ApplicationWindow(application=application, title='files', decorated=False,
                                   default_width=120, default_height=60)
    label = Gtk.Label(label='a file')
    source = Gtk.DragSource(actions=Gdk.DragAction.COPY)
    files = Gdk.FileList.new_from_list([Gio.File.new_for_path(path) for path in sys.argv[1:]])
    source.connect('prepare', lambda *_: Gdk.ContentProvider.new_for_value(files))
    label.add_controller(source)
    window.set_child(label)
    window.present()


program = Gtk.Application(flags=Gio.ApplicationFlags.NON_UNIQUE)
program.connect('activate', activate)
program.run([])
