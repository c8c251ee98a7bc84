#!/usr/bin/env python3
# test_view.py: what of the plan the timeline shows, by mouse and keyboard, and that it stays so.
# SPDX-License-Identifier: GPL-3.0-or-later
"""Rows typed faster than they appear, filter, find, groups, levels, columns; each looked up in the
database or on the screen, and after the program has been started again."""

import os
import pathlib
import re
import shutil
import subprocess
import tempfile
import unittest

from session import App, need_tools, wait_for, xdotool

CLI = os.environ['WAYMARK_CLI']
RENDERER = os.environ.get('GSK_RENDERER', 'default')


class View(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix='waymark-ui-'))
        self.addCleanup(shutil.rmtree, self.folder, ignore_errors=True)

    def open(self, template='sample', size=(1100, 700)):
        plan = self.folder / f'{template}.waymark'
        if not plan.exists():
            subprocess.run([CLI, 'new', plan, '--template', template], check=True,
                           stdout=subprocess.DEVNULL)
        app = App(plan, XDG_STATE_HOME=str(self.folder / 'state'))
        self.addCleanup(app.end)
        app.resize(*size)
        app.settle()
        app.go_to('Timeline')
        return app

    def at_once(self, app, *lines):
        """Typed as fast as the keys can be sent, with Return behind each line but the last."""
        words = []
        for line in lines:
            words += ['key', '--delay', '1', 'Return'] if words else []
            words += ['type', '--args', '1', '--delay', '1', line] if line else []
        xdotool(*words)
        app.settle()

    def titles(self, app, after):
        return [row[0] for row in
                app.query('SELECT title FROM task WHERE id > ? ORDER BY id', after)]

    def last_id(self, app):
        return app.query('SELECT max(id) FROM task')[0][0]

    def rows(self, app):
        """Titles of the rows on the screen, from the top."""
        table = app.wait('Tasks', 'tree table')
        names = [node.get_name() for node in app.walk(table) if node.get_role_name() == 'label']
        return [name for name in names if name]

    def tags(self, app):
        """What stands beside titles, and screen readers say after them."""
        table = app.wait('Tasks', 'tree table')
        return [node.get_description() for node in app.walk(table)]

    def heads(self, app):
        """Heads of groups: what they have in common, and how many rows they have."""
        return [row for row in self.rows(app) if re.search(r'\(\d+\)$', row)]

    def test_names_typed_fast(self):
        with self.open() as app:
            last = self.last_id(app)
            app.click_on('Customer interviews', 'label')
            app.key('Insert')
            self.at_once(app, 'Polish the tool', 'Pack it', 'Ship it', '')
            app.picture(f'{RENDERER}-typed-fast')
            self.assertEqual(self.titles(app, last),
                             ['Polish the tool', 'Pack it', 'Ship it', 'New task'])
            app.key('Escape')  # the row that came by itself goes
            self.assertEqual(self.titles(app, last), ['Polish the tool', 'Pack it', 'Ship it'])
            self.assertEqual(app.query("SELECT count(*) FROM task WHERE title LIKE 'Market and %'"),
                             [(1,)])  # the row below kept its name
            app.quit()

    def wheel_away(self, app, name):
        """Down, with the pointer where it is, until that row is out of view."""
        xdotool('click', '--repeat', '12', '--delay', '20', '5')
        wait_for(f'{name} out of view', lambda: name not in self.rows(app))

    def test_rows_out_of_view(self):
        with self.open() as app:
            app.click_on('Customer interviews', 'label')
            self.wheel_away(app, 'Customer interviews')
            app.type('Talk to customers')  # it still has the keyboard
            app.key('Return')
            wait_for('the name', lambda: app.query(
                "SELECT count(*) FROM task WHERE title = 'Talk to customers'") == [(1,)])
            self.assertEqual(app.query(
                "SELECT count(*) FROM task WHERE title = 'Customer interviews'"), [(0,)])
            wait_for('the row', lambda: 'Talk to customers' in self.rows(app))

            app.click_on('Talk to customers', 'label')
            n_before = app.query('SELECT count(*) FROM task')[0][0]
            self.wheel_away(app, 'Talk to customers')
            shown = [row for row in self.rows(app) if len(row) > 12]
            xdotool('keydown', 'shift')
            app.click_on(shown[-6], 'label')
            xdotool('keyup', 'shift')
            app.key('Delete')
            wait_for('rows deleted', lambda: app.query(
                'SELECT count(*) FROM task')[0][0] < n_before - 10)
            self.assertNotIn('Talk to customers', self.rows(app))
            app.key('ctrl+z')
            wait_for('all rows', lambda: app.query('SELECT count(*) FROM task') == [(n_before,)])
            app.quit()

    def test_first_letters_of_an_empty_plan(self):
        with self.open('blank') as app:
            app.wait('Add the first task')
            self.at_once(app, 'Found the company', 'Hire', '')
            app.key('Escape')
            app.picture(f'{RENDERER}-first-letters')
            self.assertEqual(self.titles(app, 0), ['Found the company', 'Hire'])
            app.quit()

    def test_filter_and_find(self):
        with self.open() as app:
            app.click_on('Customer interviews', 'label')
            app.key('ctrl+f')
            self.at_once(app, 'board')
            app.wait('7 of 144')
            shown = self.rows(app)
            self.assertIn('Board layout', shown)
            self.assertIn('Electronics', shown)  # the parent of a match
            self.assertNotIn('Customer interviews', shown)
            app.picture(f'{RENDERER}-filtered')
            self.at_once(app, ' xyz')
            app.wait('No task matches')
            app.picture(f'{RENDERER}-nothing-found')
            app.key('Escape')
            wait_for('all rows', lambda: 'Customer interviews' in self.rows(app))

            app.key('slash')
            self.at_once(app, 'board')
            self.assertIn('System architecture', self.rows(app))  # nothing is hidden
            app.key('Return')
            app.key('Escape')
            self.assertEqual(app.query("SELECT count(*) FROM journal WHERE label LIKE 'Rename%'"),
                             [(0,)])
            app.quit()

    def test_filter_dates(self):
        with self.open() as app:
            app.click_on('Customer interviews', 'label')
            app.key('ctrl+f')
            app.click_on('Dates')
            app.settle()
            app.type('soon')
            app.key('Return')
            wait_for('what is wrong', lambda: [name for name in app.names() if '“soon”' in name])
            app.picture(f'{RENDERER}-filter-bad-date')
            app.key('ctrl+a')
            app.type('2026-09-14')
            app.key('Tab', 'Tab')
            app.type('2026-09-07')
            app.key('Return')
            app.wait('The second date is before the first: nothing can be between them.')
            self.assertNotIn('No task matches', app.names())
            app.key('ctrl+a')
            app.type('2026-09-25')
            app.key('Return')
            wait_for('the filter', lambda: [name for name in app.names()
                                            if re.fullmatch(r'\d+ of 144', name)])
            app.picture(f'{RENDERER}-filter-dates')
            app.key('Escape')  # the dates
            app.quit()

    def test_columns_and_groups_stay(self):
        with self.open(size=(1580, 900)) as app:
            app.click_on('Customer interviews', 'label')
            app.key('alt+2')
            wait_for('two levels', lambda: 'Customer interviews' not in self.rows(app))
            app.key('alt+0')
            app.key('ctrl+shift+h')
            self.at_once(app, 'deadline')
            app.key('Return')
            app.picture(f'{RENDERER}-chooser')
            app.key('Escape', 'Escape')
            app.wait('Deadline')
            app.picture(f'{RENDERER}-columns')
            app.quit()
        with self.open(size=(1580, 900)) as app:
            app.wait('Deadline')
            app.click_on('Show')
            app.settle()
            app.key('Return')  # the first of its submenus: Group
            app.picture(f'{RENDERER}-group-menu')
            app.key('Down', 'Down', 'Return')
            app.picture(f'{RENDERER}-group-chosen')
            wait_for('groups', lambda: self.heads(app))
            app.picture(f'{RENDERER}-groups')
            app.quit()
        with self.open(size=(1580, 900)) as app:
            wait_for('the first group', lambda: 'Aisha Rahman (7)' in self.heads(app))
            self.assertIn('Electronics', self.tags(app))  # beside what is a part of it
            app.wait('By owner')
            app.quit()

    def test_milestones_only(self):
        with self.open() as app:
            app.click_on('Customer interviews', 'label')
            app.key('ctrl+m')
            wait_for('milestones', lambda: 'Customer interviews' not in self.rows(app))
            self.assertIn('Concept approved', self.rows(app))
            app.picture(f'{RENDERER}-milestones')
            app.key('Escape')
            wait_for('all rows', lambda: 'Customer interviews' in self.rows(app))
            app.click_on('Show')
            app.settle()
            app.key(*['Down'] * 5, 'Return')  # labels left of bars
            app.settle()
            app.key('Down', 'Down', 'Return')
            app.settle()
            app.key('ctrl+m')  # keys still work
            wait_for('milestones', lambda: 'Customer interviews' not in self.rows(app))
            app.quit()


if __name__ == '__main__':
    need_tools()
    unittest.main(verbosity=2)
