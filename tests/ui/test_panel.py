#!/usr/bin/env python3
# test_panel.py: the panel of the timeline in the real window, with mouse and keyboard.
# SPDX-License-Identifier: GPL-3.0-or-later
"""Asks why a task stands where it stands, takes a way out of a conflict by mouse, undoes it by
keyboard, and looks into the database after each. To be run by build-aux/private-display."""

import os
import pathlib
import shutil
import subprocess
import tempfile
import unittest

from session import App, Atspi, Picture, need_tools, wait_for

CLI = os.environ['WAYMARK_CLI']
RENDERER = os.environ.get('GSK_RENDERER', 'default')
LATE = 'Order long-lead parts'


class Panel(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix='waymark-ui-'))
        self.addCleanup(shutil.rmtree, self.folder, ignore_errors=True)
        self.plan = self.folder / 'sample.waymark'
        subprocess.run([CLI, 'new', self.plan, '--template', 'sample'], check=True,
                       stdout=subprocess.DEVNULL)
        # Where the panel was left is not where it starts here.
        app = App(self.plan, XDG_CONFIG_HOME=str(self.folder))
        self.addCleanup(app.end)
        app.resize(1580, 1280)
        app.wait('Tasks', 'tree table')
        app.settle()
        self.app = app

    def deadline(self):
        return self.app.query('SELECT deadline FROM task WHERE title = ?', LATE)[0][0]

    def n_journal(self):
        return self.app.query('SELECT count(*) FROM journal')[0][0]

    def starting_with(self, text):
        return [name for name in self.app.names() if name and name.startswith(text)]

    def test_why(self):
        app = self.app
        app.click_on('First shots', 'label')
        app.key('ctrl+d')
        wait_for('the driver', lambda: self.starting_with('Starts when “Injection tool made”'))
        wait_for('what it drives', lambda: self.starting_with('“Tool correction” starts'))
        before = Picture().bytes
        app.key('ctrl+shift+d')
        app.settle()
        app.picture(f'{RENDERER}-driving-chain')
        self.assertTrue(Picture().bytes != before, 'the chain is not highlighted')
        # The panel follows the selection.
        app.click_on('Tool correction', 'label')
        wait_for('another row', lambda: self.starting_with('Starts when “First shots”'))
        app.key('F7')
        wait_for('no panel', lambda: not self.starting_with('Starts when “First shots”'))
        app.quit()

    def is_selected(self, title):
        """By what the rows themselves say."""
        return any(title in {child.get_name() for child in self.app.walk(row)}
                   for row in self.app.walk() if row.get_role_name() == 'table row'
                   and row.get_state_set().contains(Atspi.StateType.SELECTED))

    def test_the_place_of_a_hidden_panel(self):
        """Where its border was, the chart answers again."""
        app = self.app
        app.resize(1100, 700)
        app.key('F7')
        app.settle()
        left, _, width, _ = app.extents(app.wait('Gantt chart'))
        app.key('F7')
        app.settle()
        _, y, _, height = app.extents(app.wait('Sensor trade study', 'label'))
        app.click(left + width + 1, y + height // 2)
        wait_for('the row to be selected', lambda: self.is_selected('Sensor trade study'), 8)
        app.quit()

    def test_way_out(self):
        app = self.app
        before, entries = self.deadline(), self.n_journal()
        app.click_on('First shots', 'label')
        app.key('ctrl+shift+f')
        wait_for('the conflict', lambda: self.starting_with(f'“{LATE}” finishes on'))
        label = self.starting_with('Move the deadline to')[0]
        app.picture(f'{RENDERER}-conflicts')
        app.click_on(label)
        wait_for('the edit', lambda: self.deadline() != before)
        self.assertEqual(self.n_journal(), entries + 1)
        self.assertEqual(app.query('SELECT label FROM journal ORDER BY seq DESC LIMIT 1')[0][0],
                         f'{label}: “{LATE}”')
        wait_for('the list without it', lambda: not self.starting_with(f'“{LATE}” finishes on'))
        app.key('ctrl+z')
        wait_for('the undo', lambda: self.deadline() == before)
        wait_for('the conflict again', lambda: self.starting_with(f'“{LATE}” finishes on'))
        app.quit()


if __name__ == '__main__':
    need_tools()
    unittest.main()
