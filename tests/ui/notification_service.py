#!/usr/bin/env python3
# notification_service.py: a desktop's notification service whose user clicks each message.
# SPDX-License-Identifier: GPL-3.0-or-later
"""Prints "ready", and title and text of each message before it is clicked."""

import gi
gi.require_version('Gio', '2.0')
from gi.repository import Gio, GLib

NAME = 'org.freedesktop.Notifications'
INTERFACE = Gio.DBusNodeInfo.new_for_xml(f'''<node><interface name="{NAME}">
  <method name="Notify">
    <arg type="s" direction="in"/><arg type="u" direction="in"/><arg type="s" direction="in"/>
    <arg type="s" direction="in"/><arg type="s" direction="in"/><arg type="as" direction="in"/>
    <arg type="a{{sv}}" direction="in"/><arg type="i" direction="in"/>
    <arg type="u" direction="out"/>
  </method>
  <method name="CloseNotification"><arg type="u" direction="in"/></method>
  <method name="GetCapabilities"><arg type="as" direction="out"/></method>
  <method name="GetServerInformation">
    <arg type="s" direction="out"/><arg type="s" direction="out"/>
    <arg type="s" direction="out"/><arg type="s" direction="out"/>
  </method>
  <signal name="ActionInvoked"><arg type="u"/><arg type="s"/></signal>
</interface></node>''').interfaces[0]


def called(bus, sender, path, interface, method, parameters, invocation):
    answers = {
        'Notify': ('(u)', (1,)),
        'GetCapabilities': ('(as)', (['actions', 'body'],)),
        'GetServerInformation': ('(ssss)', ('Test', 'Waymark', '1', '1.2')),
    }
    answer = answers.get(method)
    invocation.return_value(GLib.Variant(*answer) if answer else None)
    if method == 'Notify':
        title, text, actions = parameters.unpack()[3:6]
        print(title, text, sep='\n', flush=True)
        GLib.timeout_add(200, lambda: bus.emit_signal(
            sender, path, interface, 'ActionInvoked', GLib.Variant('(us)', (1, actions[0]))) and 0)


bus = Gio.bus_get_sync(Gio.BusType.SESSION)
bus.register_object('/org/freedesktop/Notifications', INTERFACE, called, None, None)
Gio.bus_own_name_on_connection(bus, NAME, Gio.BusNameOwnerFlags.NONE,
                               lambda *_: print('ready', flush=True), None)
GLib.MainLoop().run()
