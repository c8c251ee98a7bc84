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
        app.settle()
        app.key('ctrl+2')  # the timeline
        app.settle()
        return app

    def go_to(self, app, title):
        """By the keys of “find”."""
        app.key('slash')
        app.type(title)
        app.settle()
        app.key('Escape')
        app.settle()

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
            app.settle()
            self.assertEqual(self.links(app, 'Target cost model', 'Form studies'), [(FS, 0)])
            app.key('ctrl+l', 'Escape')  # given up
            app.key('F2', 'Escape')
            self.assert_on_row(app, 'Form studies')
            app.quit()

    def test_bars(self):
        with self.open() as app:
            self.go_to(app, 'Production self-test')
            before = self.duration(app, 'Production self-test')
            app.key('alt+plus')
            self.alert(app, '“Production self-test” now takes')
            longer = self.duration(app, 'Production self-test')
            self.assertGreater(longer, before)
            app.key('alt+minus')
            self.assertEqual(self.duration(app, 'Production self-test'), before)
            app.key('alt+period')
            app.settle()
            self.assertLess(self.duration(app, 'Production self-test'), before)
            app.key('ctrl+z', 'alt+Prior')
            app.settle()
            self.assertEqual(app.query('SELECT percent_complete FROM task WHERE title = ?',
                                       'Production self-test'), [(10,)])
            app.key('alt+Next')
            app.settle()
            self.assertEqual(app.query('SELECT percent_complete FROM task WHERE title = ?',
                                       'Production self-test'), [(0,)])
            app.key('ctrl+z', 'ctrl+z', 'alt+Right')
            self.alert(app, 'Moved “Production self-test”')
            self.assertNotEqual(app.query('SELECT constraint_date FROM task WHERE title = ?',
                                          'Production self-test'), [(None,)])
            self.assert_on_row(app, 'Production self-test')
            app.quit()

    def test_focus(self):
        """The keyboard is never lost."""
        with self.open() as app:
            self.assert_on_row(app, 'Wren device')  # the first row, when the page opens
            self.go_to(app, 'Board layout')
            app.key('Delete')
            self.assert_on_row(app, 'Prototype boards made')
            app.key('ctrl+z')
            self.assert_on_row(app, 'Prototype boards made')
            for opened in ('ctrl+Return', 'Menu', 'alt+Return', 'ctrl+p', 'ctrl+question', 'F1'):
                app.key(opened)
                app.settle()
                app.key('Escape')
                app.settle()
                self.assertIn('Prototype boards made', self.focused_row(app) or [],
                              f'{opened}: {self.where(app)}')
            app.key('ctrl+1', 'ctrl+2')
            self.assert_on_row(app, 'Prototype boards made')
            app.key('ctrl+f')
            app.type('layout')
            app.key('Escape')
            self.assertIsNotNone(wait_for('a row', lambda: self.focused_row(app), 8))
            app.quit()

    def test_help(self):
        """Gestures and keys from their tables, with a search."""
        with self.open() as app:
            app.key('F1')
            app.wait('Shift: Finer steps.')
            app.wait('Link tasks: Ctrl+L')
            app.picture(f'{RENDERER}-keys-help')
            app.type('dragging alt')
            wait_for('what does not match to go', lambda: not app.find('Shift: Finer steps.'), 8)
            self.assertTrue(any(name.startswith('Alt: What follows') for name in app.names()))
            app.key('Escape')
            self.assert_on_row(app, 'Wren device')
            app.quit()

    def test_heard(self):
        """Everything that one can go to has a name and a role."""
        with self.open((1600, 1000)) as app:
            app.key('F7', 'ctrl+alt+v', 'ctrl+f')
            app.settle()
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

    def test_rows_are_heard(self):
        """The row with the keyboard says its task, dates and state; and a change its result."""
        with self.open() as app:
            self.go_to(app, 'Form studies')
            self.assertEqual(self.where(app), (
                'table row', 'Form studies, 21 Aug – 28 Aug, finished, comes before “Housing design”'))
            app.key('alt+Right')
            self.alert(app, 'Moved “Form studies” by +1')
            wait_for('the new dates', lambda: self.where(app)[1].startswith(
                'Form studies, 22 Aug – 29 Aug, finished'), 8)
            app.key('Down')
            wait_for('the next row', lambda: self.where(app)[1].startswith('Housing design, '), 8)
            app.key('ctrl+Home')  # what keys are about is what one sees
            wait_for('the first row', lambda: self.where(app)[1].startswith('Wren device'), 8)
            self.assertTrue(self.focus(app).get_state_set().contains(Atspi.StateType.SELECTED))
            app.quit()


if __name__ == '__main__':
    need_tools()
    unittest.main(verbosity=2)
