#!/usr/bin/env python3
# test_lists.py: the lists of the registers in the real window, by keys; what they did is read in the file.
# SPDX-License-Identifier: GPL-3.0-or-later
"""Pictures for people to look at land in WAYMARK_UI_PICTURES."""

import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest

from session import App, Atspi, need_tools, wait_for, xdotool

CLI = os.environ['WAYMARK_CLI']
RENDERER = os.environ.get('GSK_RENDERER', 'default')
HERE = pathlib.Path(__file__).parent
RISKS = 'select count(*) from risk'


class Lists(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix='waymark-ui-'))
        self.addCleanup(shutil.rmtree, self.folder, ignore_errors=True)
        self.plan = self.folder / 'sample.waymark'
        subprocess.run([CLI, 'new', self.plan, '--template', 'sample'], check=True,
                       stdout=subprocess.DEVNULL)

    def open(self, page='Risks', size=(1100, 700), **environment):
        app = App(self.plan, **environment)
        self.addCleanup(app.end)
        app.resize(*size)
        app.settle()
        app.go_to(page)
        app.key('ctrl+f')  # the keys of a page are for who is in it
        return app

    def wait_count(self, app, sql, count):
        wait_for(f'{count}: {sql}', lambda: app.query(sql)[0][0] == count)

    def wait_said(self, app, start):
        wait_for(f'“{start}…”', lambda: any(name.startswith(start) for name in app.names()))

    def test_quick_add(self):
        """One line after the other; each is a step of its own."""
        with self.open() as app:
            before = app.query(RISKS)[0][0]
            app.key('ctrl+i')
            app.type('Strike of the carriers')
            app.key('Return')
            self.wait_count(app, RISKS, before + 1)
            app.type('=Frost on the roof')
            app.key('Return')
            self.wait_count(app, RISKS, before + 2)
            app.picture(f'{RENDERER}-lists-quick-add')
            self.assertEqual(app.query('select title from risk order by id desc limit 1')[0][0],
                             '=Frost on the roof')
            app.key('ctrl+z')  # the line is empty: it takes back what was added
            self.wait_count(app, RISKS, before + 1)
            app.quit()

    def test_filter_and_set_all(self):
        """What is typed narrows the list; one value goes to all that are left; one undo takes it back."""
        closed = 'select count(*) from risk where status = 3'
        with self.open() as app:
            before = app.query(closed)[0][0]
            every = app.query(RISKS)[0][0]
            shown = app.query('select count(*) from risk where impact = 3')[0][0]
            self.assertTrue(0 < shown < every)
            app.type('impact=high')
            app.wait(f'{shown} of {every}')
            app.picture(f'{RENDERER}-lists-filter')
            app.key('Tab', 'Tab', 'Tab', 'Down', 'ctrl+a', 'shift+F2')
            app.wait('Apply')
            app.key('Tab', 'space')  # the value of the status
            app.settle()
            app.key('End', 'Return')
            app.settle()
            app.picture(f'{RENDERER}-lists-set-all')
            app.key('alt+a')
            self.wait_count(app, closed, before + shown)
            app.key('ctrl+z')
            self.wait_count(app, closed, before)
            app.quit()

    def focus(self, app):
        """The accessible that has the keyboard: its role and name."""
        return next(((node.get_role_name(), node.get_name()) for node in app.walk()
                     if node.get_state_set().contains(Atspi.StateType.FOCUSED)), None)

    def test_one_stop(self):
        """Tab leaves a list from any row; the arrows go from cell to cell, up and down in a column."""
        with self.open() as app:
            app.key('Tab', 'Tab', 'Tab', 'Down')
            first, second = app.query('select title from risk where number < 3 order by number')
            for key, cell in (('Right', first[0]), ('Left', 'R-1'), ('Down', 'R-2'),
                              ('Right', second[0]), ('Up', first[0]), ('Down', second[0])):
                app.key(key)
                wait_for(f'“{cell}” after {key}',
                         lambda: self.focus(app) == ('table cell', cell))
            app.key('Tab')
            wait_for('the line below', lambda: (self.focus(app) or ('',))[0] == 'text')
            app.key('shift+Tab')
            wait_for('the list again', lambda: self.focus(app)[0] == 'table cell')
            app.key('shift+Tab')
            wait_for('what is above', lambda: self.focus(app)[0] == 'push button')
            app.quit()

    def test_delete_several(self):
        with self.open() as app:
            before = app.query(RISKS)[0][0]
            app.key('Tab', 'Tab', 'Tab', 'Down', 'shift+Down', 'shift+Down')
            app.key('Delete')
            wait_for('rows to go', lambda: app.query(RISKS)[0][0] < before)
            app.key('ctrl+z')
            self.wait_count(app, RISKS, before)
            app.quit()

    def test_keys_after_a_click(self):
        """A click in the sidebar gives the keys to the list; steps are heard when it is empty."""
        with self.open() as app:
            decisions = 'select count(*) from decision'
            before = app.query(decisions)[0][0]
            app.go_to('Decisions')
            app.key('ctrl+a', 'Delete')
            self.wait_count(app, decisions, 0)
            app.key('ctrl+z')
            self.wait_count(app, decisions, before)
            app.key('ctrl+shift+z')
            self.wait_count(app, decisions, 0)
            app.picture(f'{RENDERER}-lists-empty')
            app.key('ctrl+z')
            self.wait_count(app, decisions, before)

    def test_columns(self):
        """Ticked on, and still there in the next run."""
        with self.open() as app:
            self.assertIsNone(app.find('Category', 'column header'))
            app.key('ctrl+shift+h')
            app.wait('Columns')
            app.settle()
            app.key(*['Tab'] + ['Down'] * 13, 'space')  # Category
            app.key('Escape')
            app.settle()
            app.picture(f'{RENDERER}-lists-columns')
            app.quit()
        with self.open() as app:
            self.assertIn('Category', app.names())
            app.quit()

    def hold_file(self, app, path):
        source = subprocess.Popen([sys.executable, HERE / 'drag_source.py', path],
                                  env=dict(os.environ, GTK_A11Y='none'))
        self.addCleanup(source.kill)
        window = wait_for('the other window', lambda: xdotool(
            'search', '--onlyvisible', '--pid', source.pid).split('\n')[0])
        xdotool('windowmove', '--sync', window, 1300, 1180)
        xdotool('windowraise', window)
        app.settle()
        app.hold(1360, 1210, 700, 500, steps=20)
        app.settle()
        return source

    def test_drop_a_table(self):
        """Good rows go in as one step, bad cells are told with their row and column."""
        table = self.folder / 'from elsewhere.csv'
        table.write_bytes('\ufeffTitle;Probability;Review on;What\r\n'
                          'Cranes are booked;High;2026-12-04;x\r\n'
                          'Too late;Sometimes;soon;y\r\n'
                          '\'=1+1;low;;\r\n'.encode())
        with self.open() as app:
            before = app.query(RISKS)[0][0]
            source = self.hold_file(app, table)
            app.picture(f'{RENDERER}-lists-drop')
            app.release()
            source.kill()
            app.wait('2 new, 0 changed, 0 unchanged, 1 left out')
            app.wait('Line 3, Probability')
            app.wait('Line 3, Review on')
            app.picture(f'{RENDERER}-lists-import')
            self.assertEqual(app.query(RISKS)[0][0], before)
            app.key('alt+i')
            self.wait_count(app, RISKS, before + 2)
            self.assertEqual(app.query('select title from risk order by id desc limit 2'),
                             [('=1+1',), ('Cranes are booked',)])
            app.settle()
            app.key('Escape', 'ctrl+z')
            self.wait_count(app, RISKS, before)
            app.quit()

    def test_search_everything(self):
        """Over tasks and registers; Enter opens the record."""
        with self.open() as app:
            app.key('ctrl+alt+f')
            app.wait('Search everything')
            app.type('gasket')
            self.wait_said(app, 'Risks (')
            app.settle()
            app.picture(f'{RENDERER}-lists-search')
            app.key('Down', 'Return')
            app.wait('I-1 Water behind the gasket at −10 °C')
            self.assertIsNone(app.find('Found', 'list'))
            app.picture(f'{RENDERER}-lists-search-shown')
            app.key('Escape')
            app.quit()


if __name__ == '__main__':
    need_tools()
    unittest.main(verbosity=2)
