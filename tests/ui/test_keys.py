#!/usr/bin/env python3
# test_keys.py: the timeline without a mouse, and as a screen reader hears it.
# SPDX-License-Identifier: GPL-3.0-or-later
"""Links, bars, rows and panels by keys alone, each looked up in the database; where the keyboard
stands afterwards, and what the accessibility tree says."""

import os
import pathlib
import shutil
import subprocess
import tempfile
import time
import unittest

from session import App, Atspi, need_tools, wait_for

CLI = os.environ['WAYMARK_CLI']
RENDERER = os.environ.get('GSK_RENDERER', 'default')
FF, FS, SF, SS = range(4)


class Keys(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix='waymark-ui-'))
        self.addCleanup(shutil.rmtree, self.folder, ignore_errors=True)

    def open(self, size=(1100, 700)):
        plan = self.folder / 'sample.waymark'
        subprocess.run([CLI, 'new', plan, '--template', 'sample'], check=True,
                       stdout=subprocess.DEVNULL)
        app = App(plan, XDG_STATE_HOME=str(self.folder / 'state'))
        self.addCleanup(app.end)
        app.resize(*size)
        time.sleep(1.5)
        app.key('ctrl+2')  # the timeline
        time.sleep(0.7)
        return app

    def go_to(self, app, title):
        """By the keys of “find”."""
        app.key('slash')
        app.type(title)
        time.sleep(0.4)
        app.key('Escape')
        time.sleep(0.5)

    def task(self, app, title):
        return app.query('SELECT id FROM task WHERE title = ?', title)[0][0]

    def links(self, app, from_title, to_title):
        return app.query('SELECT type, lag FROM link WHERE predecessor = ? AND successor = ?',
                         self.task(app, from_title), self.task(app, to_title))

    def duration(self, app, title):
        return app.query('SELECT duration FROM task WHERE title = ?', title)[0][0]

    def focus(self, app):
        """The accessible that has the keyboard: its role, name and description."""
        for node in app.walk():
            if node.get_state_set().contains(Atspi.StateType.FOCUSED):
                return node
        return None

    def where(self, app):
        node = self.focus(app)
        return node and (node.get_role_name(), node.get_name())

    def focused_row(self, app):
        """What the row with the keyboard says, or None where the keyboard is elsewhere."""
        node = self.focus(app)
        if node is None or node.get_role_name() not in ('tree item', 'list item', 'table row'):
            return None
        return [child.get_name() for child in app.walk(node) if child.get_name()]

    def alert(self, app, part):
        """A message that holds @part and is exposed as an alert."""
        return wait_for(f'an alert with “{part}”', lambda: next(
            (node.get_name() for node in app.walk()
             if node.get_role_name() in ('alert', 'notification') and part in node.get_name()),
            None), 10)

    def assert_on_row(self, app, title):
        row = wait_for(f'the keyboard on “{title}”',
                       lambda: (lambda names: names if names and title in names else None)(
                           self.focused_row(app)), 8)
        self.assertIn(title, row)

    def test_link(self):
        with self.open() as app:
            self.go_to(app, 'System architecture')
            self.assert_on_row(app, 'System architecture')
            app.key('ctrl+l')
            self.alert(app, 'Link from “System architecture”')
            app.key('Up')  # on “Product requirements”, which it waits for itself
            told = self.alert(app, 'this would be a loop')
            self.assertIn('Product requirements', told)
            app.picture(f'{RENDERER}-keys-loop')
            app.key('Return')  # refused: nothing happens, and the choice goes on
            self.assertEqual(self.links(app, 'System architecture', 'Product requirements'), [])
            app.key('Down', 'Down')
            self.alert(app, '“Target cost model” starts (FS)')
            app.key('s', 's')
            self.alert(app, '(SS)')
            app.picture(f'{RENDERER}-keys-link')
            app.key('Return')
            self.alert(app, 'Linked “System architecture” to “Target cost model”')
            self.assertEqual(self.links(app, 'System architecture', 'Target cost model'), [(SS, 0)])
            self.assert_on_row(app, 'Target cost model')
            app.key('ctrl+z')  # one step
            self.assertEqual(self.links(app, 'System architecture', 'Target cost model'), [])
            self.assert_on_row(app, 'Target cost model')
            app.key('ctrl+F2')  # the successor is found by its name
            self.go_to(app, 'Form studies')
            self.alert(app, '“Form studies” starts (FS)')
            app.key('Return')
            time.sleep(0.5)
            self.assertEqual(self.links(app, 'Target cost model', 'Form studies'), [(FS, 0)])
            app.key('ctrl+l', 'Escape')  # given up
            app.key('F2', 'Escape')
            self.assert_on_row(app, 'Form studies')
            app.quit()

    def test_heard(self):
        """Everything that one can go to has a name and a role."""
        with self.open((1600, 1000)) as app:
            app.key('F7', 'F8', 'ctrl+f')
            time.sleep(1)
            nameless = set()
            for node in app.walk():
                role = node.get_role_name()
                if (node.get_state_set().contains(Atspi.StateType.FOCUSABLE)
                        and role not in ('tree item', 'table cell', 'list item', 'frame', 'scroll pane')
                        and not node.get_name()):
                    box = app.extents(node)
                    nameless.add((role, box))
            self.assertEqual(nameless, set())
            app.key('Escape')
            chart = app.wait('Gantt chart')
            self.go_to(app, 'Form studies')
            told = chart.get_description()
            app.key('alt+Right')
            wait_for('the new dates told', lambda: chart.get_description() != told
                     and 'Form studies' in chart.get_description(), 8)
            app.quit()


if __name__ == '__main__':
    need_tools()
    unittest.main(verbosity=2)
