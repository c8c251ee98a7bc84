#!/usr/bin/env python3
# test_registers.py: issues, risks and actions, by mouse and keyboard.
# SPDX-License-Identifier: GPL-3.0-or-later
"""What is done is looked up in the file. Pictures land in WAYMARK_UI_PICTURES."""

import os
import pathlib
import shutil
import subprocess
import tempfile
import time
import unittest

from session import App, need_tools, wait_for, xdotool

CLI = os.environ['WAYMARK_CLI']


class Registers(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix='waymark-ui-'))
        self.addCleanup(shutil.rmtree, self.folder, ignore_errors=True)
        self.plan = self.folder / 'sample.waymark'
        subprocess.run([CLI, 'new', self.plan, '--template', 'sample'], check=True,
                       stdout=subprocess.DEVNULL)

    def open(self, page):
        app = App(self.plan)
        self.addCleanup(app.end)
        app.resize(1100, 700)
        app.settle()
        app.go_to(page)
        return app

    def choose_row(self, app, title):
        x, y, _, height = app.extents(app.wait(title, 'label'))
        app.click(x + 20, y + height / 2)
        app.settle()

    def wait_for_row(self, app, sql, *values):
        return wait_for(sql, lambda: app.query(sql, *values))[0]

    def test_alerts(self):
        """Snoozed and muted by keys, and undone; the file says what is kept quiet."""
        with self.open('Alerts') as app:
            app.wait('6 urgent · 23 warnings · 6 notes', 'label')
            self.choose_row(app, 'Missed deadlines · 11 Dec')
            app.key('s')
            row = self.wait_for_row(app, 'SELECT kind, subject, until FROM snooze')
            deadline, = app.query("SELECT id FROM task WHERE title = 'Order long-lead parts'")[0]
            day, = app.query('SELECT status_date FROM project')[0]
            self.assertEqual(row, (4, deadline, day + 24 * 60))
            app.wait('5 urgent · 23 warnings · 6 notes', 'label')
            app.key('m')  # the row below has the focus now: escalation of I-3
            self.wait_for_row(app, 'SELECT id FROM snooze WHERE subject IS NULL AND kind = 0')
            app.wait('3 urgent · 23 warnings · 6 notes', 'label')
            app.picture('registers-alerts')
            app.key('ctrl+z')
            app.wait('5 urgent · 23 warnings · 6 notes', 'label')
            self.assertEqual(app.query('SELECT count(*) FROM snooze'), [(1,)])
            app.settle()
            app.key('Menu', 'Return')  # a row has the focus after the undo too: snooze it
            wait_for('another one to be quiet',
                     lambda: app.query('SELECT count(*) FROM snooze') == [(2,)])

    def test_notification(self):
        """Without a service nothing is said; with one a click brings the alerts to the front."""
        settings = self.folder / 'glib-2.0' / 'settings'
        settings.mkdir(parents=True)
        (settings / 'keyfile').write_text('[io/github/waymark/Waymark]\nnotifications=true\n')
        log = pathlib.Path(os.environ.get('WAYMARK_UI_LOG', os.devnull))
        issues = self.folder / 'issues.csv'
        with App(self.plan, XDG_CONFIG_HOME=str(self.folder)) as app:
            app.settle()
            said = log.stat().st_size
            xdotool('windowminimize', app.window)
            for title, service in ('Water', False), ('Fire', True):
                if service:
                    desktop = subprocess.Popen(
                        ['/usr/bin/python3', pathlib.Path(__file__).parent /
                         'notification_service.py'], stdout=subprocess.PIPE, text=True)
                    self.addCleanup(desktop.stdout.close)
                    self.addCleanup(desktop.wait)
                    self.addCleanup(desktop.kill)
                    self.assertEqual(desktop.stdout.readline(), 'ready\n')
                issues.write_text(f'Title,Priority\n{title},Critical\n')
                subprocess.run([CLI, 'import', self.plan, issues, '--register', 'issue'],
                               check=True, stdout=subprocess.DEVNULL)
                app.wait('31' if service else '30', 'label')  # alerts in the sidebar
            self.assertEqual(desktop.stdout.readline(), '1 new alert in “Wren launch”\n')
            self.assertEqual(desktop.stdout.readline(), 'I-10 Fire: is critical and open\n')
            app.wait('8 urgent · 23 warnings · 6 notes', 'label')
            wait_for('the window', lambda: xdotool('getactivewindow') == app.window)
            app.picture('registers-notification')
            self.assertEqual(log.stat().st_size, said)

    def test_make_action(self):
        """From the menu of a risk, by keys; undone in one step."""
        with self.open('Risks') as app:
            self.choose_row(app, 'The price is decided too late for the boxes')
            before = app.query('SELECT count(*) FROM action')[0][0]
            app.key('Menu')
            app.settle()
            app.picture('registers-menu')
            app.key('Up')  # around to the last: the contingency plan
            app.key('Up')
            app.key('Return')
            title, kind = self.wait_for_row(
                app, 'SELECT action.title, kind FROM action JOIN risk ON action.source = risk.id '
                     'WHERE risk.number = 4')
            self.assertEqual((title, kind), ('Print the boxes without a price', 1))
            app.settle()
            app.picture('registers-actions')
            app.key('ctrl+z')
            wait_for('the action to be gone',
                     lambda: app.query('SELECT count(*) FROM action')[0][0] == before)

    def test_start_contingency(self):
        """From the menu of a risk, by keys: all steps become tasks but the first, which stays an
        action; undone in one step."""
        with self.open('Risks') as app:
            self.choose_row(app, 'Certification finds the antenna too close to the edge')
            before = app.query('SELECT (SELECT count(*) FROM task), (SELECT count(*) FROM action)')
            app.key('Menu')
            app.settle()
            app.key('Up')  # around to the last
            app.key('Return')
            app.wait('Ship with the external antenna', 'label')
            self.assertIsNone(app.find('Duration', 'label'))
            app.key('alt+t')
            app.wait('Duration', 'label')
            app.key('space', 'Home', 'Return')  # an action instead of a task
            app.settle()
            app.picture('registers-contingency')
            app.key('alt+s')
            self.assertEqual(
                self.wait_for_row(app, 'SELECT duration, constraint_type FROM task '
                                       "WHERE title LIKE 'Book the second slot%'"), (480, 4))
            self.wait_for_row(app, 'SELECT id FROM action '
                                   "WHERE title = 'Ship with the external antenna'")
            app.settle()
            app.picture('registers-started')
            app.key('ctrl+z')
            wait_for('all of it to be gone', lambda: app.query(
                'SELECT (SELECT count(*) FROM task), (SELECT count(*) FROM action)') == before)

    def cell(self, app, probability, impact):
        """The middle of the first risk in a cell of the matrix, as the layout has it."""
        x, y, width, _ = app.extents(app.wait('Risk matrix'))
        side = (width - 66 - 2 * 3) / 3
        return x + 66 + (impact - 1) * (side + 3) + 22, y + 2 + (3 - probability) * 65 + 15

    def test_drag_in_the_matrix(self):
        with self.open('Risks') as app:
            app.picture('registers-risks')
            rating = 'SELECT current_probability, current_impact FROM risk WHERE number = 1'
            self.assertEqual(app.query(rating), [(3, 0)])
            app.drag(*self.cell(app, 3, 3), *self.cell(app, 1, 2))
            wait_for('the new rating', lambda: app.query(rating) == [(1, 2)])
            app.picture('registers-dragged')
            app.key('ctrl+z')
            wait_for('the old rating', lambda: app.query(rating) == [(3, 0)])

    def test_cell_filters(self):
        with self.open('Risks') as app:
            x, y = self.cell(app, 3, 3)
            app.click(x + 60, y + 25)
            wait_for('one of seven rows', lambda: app.find('1 of 7', 'label'))
            app.picture('registers-filtered')
            app.key('Return', 'alt+Down')  # the risk in the cell, one step less likely
            self.wait_for_row(app, 'SELECT id FROM risk WHERE number = 1 '
                                   'AND current_probability = 2 AND current_impact = 3')
            app.settle()
            self.assertTrue(app.find('1 of 7', 'label'))  # the chosen cell goes with it
            x, y = self.cell(app, 2, 3)
            app.click(x + 60, y + 25)
            wait_for('all rows', lambda: app.find('7', 'label'))

    def give_status(self, app, title, steps):
        """In the cell of the list: so many lines below the status that the issue has."""
        x = app.extents(app.wait('Status', 'label'))[0]
        _, y, _, height = app.extents(app.wait(title, 'label'))
        for _ in range(2):  # one selects the row, one on a selected row opens the cell
            app.click(x + 20, y + height / 2)
            time.sleep(1)  # longer than a double click takes
        app.key(*['Down'] * steps, 'Return')
        app.settle()

    def test_period(self):
        """From one day to another, by keys; it is there again when the plan is opened again."""
        app = self.open('Risks')
        app.click_on('Last 30 days', 'label')
        app.wait('From', 'text')
        app.key(*['Down'] * 6, 'space', 'Tab', 'ctrl+a')
        app.type('1 Oct 2026')
        app.key('Tab', 'Tab', 'ctrl+a')
        app.type('1 Sep 2026')
        app.key('Return')
        app.wait('The first day is after the last one.', 'label')
        app.key('ctrl+a')
        app.type('31 Oct 2026')
        app.key('Return')
        app.wait('1 Oct – 31 Oct 2026', 'label')
        app.picture('registers-period')
        app.key('Escape')
        app.quit()
        with self.open('Overview') as app:  # one for all pages
            app.wait('1 Oct – 31 Oct 2026', 'label')
            app.wait('Milestones done: 1 / 1, 4 of 12 in all')

    def test_resolve(self):
        """The form asks for what it needs, and keeps what was typed."""
        with self.open('Issues') as app:
            title = 'Boxes cannot be printed without the price'
            row = 'SELECT status, root_cause, resolution, prevention FROM issue WHERE number = 3'
            self.give_status(app, title, 2)
            app.picture('registers-resolve')
            self.assertEqual(app.query(row)[0][0], 0)
            app.type('The press has one drum')
            app.key('alt+a')  # the resolution is asked for next
            app.settle()
            app.type('One colour and a sticker')
            app.key('alt+a')
            done = (2, 'The press has one drum', 'One colour and a sticker', '')
            wait_for('the issue to be resolved', lambda: app.query(row) == [done])
            app.settle()
            app.key('ctrl+z')
            wait_for('the issue to be open', lambda: app.query(row) == [(0, '', '', '')])

    def test_close(self):
        """Closing asks for prevention, or why there is none; it is one step."""
        with self.open('Issues') as app:
            row = 'SELECT status, prevention, no_prevention FROM issue WHERE number = 5'
            self.give_status(app, 'App and firmware disagree on the pairing code', 1)
            app.picture('registers-close')
            app.key('alt+a')  # still nothing said
            app.settle()
            self.assertEqual(app.query(row), [(2, '', '')])
            app.type('Both teams read the change')
            app.key('alt+a')
            wait_for('the issue to be closed',
                     lambda: app.query(row) == [(3, 'Both teams read the change', '')])
            app.settle()
            app.key('ctrl+z')
            wait_for('the issue to be resolved', lambda: app.query(row) == [(2, '', '')])
            app.settle()
            app.key('Return')
            app.settle()
            app.key(*['Tab'] * 6, 'space')  # the status, in the form
            app.settle()
            app.key(*['Down'] * 3, 'Return', 'alt+a')
            app.settle()
            app.picture('registers-close-form')
            self.assertEqual(app.query(row), [(2, '', '')])
            app.key('ctrl+Tab')  # out of the text
            app.type('Both codes are gone')
            app.key('alt+a')
            wait_for('the issue to be closed',
                     lambda: app.query(row) == [(3, '', 'Both codes are gone')])
            app.settle()
            app.key('ctrl+z')
            wait_for('the issue to be resolved', lambda: app.query(row) == [(2, '', '')])

    def test_filter_while_editing(self):
        """Keys of the list work while a cell is edited; what was typed is taken first."""
        with self.open('Issues') as app:
            title = 'Boxes cannot be printed without the price'
            self.choose_row(app, title)
            app.key('F2')
            app.settle()
            app.key('End')
            app.type(', nor')
            app.key('ctrl+shift+l')  # only rows with this value
            app.settle()
            self.assertEqual(app.query('SELECT title FROM issue WHERE number = 3'),
                             [(title + ', nor',)])
            app.wait('1 of 8', 'label')
            app.key('ctrl+shift+a')  # the list would take it for itself
            app.wait('8', 'label')
            app.settle()
            self.assertNotIn('WARNING', pathlib.Path(os.environ['WAYMARK_UI_LOG']).read_text())
            app.quit()

    def open_tab(self, app, title, position):
        self.choose_row(app, title)
        app.key('Return')
        app.settle()
        app.key(f'alt+{position}')
        app.settle()

    def test_escalate(self):
        with self.open('Issues') as app:
            steps = 'SELECT from_level, to_level, reason FROM escalation WHERE issue = ' \
                    '(SELECT id FROM issue WHERE number = 1)'
            self.assertEqual(app.query(steps), [])
            self.open_tab(app, 'Water behind the gasket at −10 °C', 4)
            app.picture('registers-escalation')
            app.key('alt+e')
            self.assertEqual(self.wait_for_row(app, steps)[:2], (0, 1))
            app.settle()
            app.picture('registers-escalated')
            app.key('Escape', 'ctrl+z')
            wait_for('the step to be gone', lambda: not app.query(steps))

    def test_trigger(self):
        """What is usual is there at once; the sentence follows each key."""
        with self.open('Risks') as app:
            self.open_tab(app, 'The price is decided too late for the boxes', 4)
            app.key('alt+t')
            app.wait('Forecast of MS-011 General availability is later than 8 Feb 2027', 'label')
            app.settle()
            app.key('space')  # what is watched
            app.settle()
            app.key(*['Down'] * 5, 'Return')
            app.wait('CPI is under 0.9', 'label')
            app.key('Tab', 'Tab', 'ctrl+a')
            app.type('0.8x')
            app.wait('CPI is under ?', 'label')
            app.key('BackSpace')
            app.wait('CPI is under 0.8', 'label')
            app.picture('registers-trigger')
            app.key('Return')
            limit = 'SELECT comparison, value FROM trigger ORDER BY id DESC LIMIT 1'
            wait_for('the trigger', lambda: app.query(limit) == [(1, 0.8)])

    def test_relate(self):
        """To a risk and to a person, once each; undone by steps."""
        with self.open('Issues') as app:
            related = 'SELECT type FROM edit JOIN relation ON edit.record = relation.other ' \
                      'WHERE edit.kind = 0 AND relation.subject = ' \
                      '(SELECT id FROM issue WHERE number = 1) ORDER BY relation.id'
            self.open_tab(app, 'Water behind the gasket at −10 °C', 3)
            for word, types in ('R-2', ['decision', 'risk']), ('R-2', ['decision', 'risk']), \
                    ('Mara', ['decision', 'risk', 'resource']):
                button = app.wait('None', 'label')
                while button.get_role_name() not in ('push button', 'toggle button'):
                    button = button.get_parent()
                button.do_action(0)
                app.settle()
                app.type(word)
                app.settle()
                app.key('Return')
                wait_for(types, lambda: [row[0] for row in app.query(related)] == types)
                app.settle()
            app.picture('registers-related')
            app.key('Escape', 'ctrl+z')
            wait_for('one less', lambda: len(app.query(related)) == 2)

    def test_past(self):
        """The plan as it was after an earlier step, in a window of its own."""
        with self.open('Issues') as app:
            app.go_to('History')
            before = app.windows()
            app.key('Tab')
            x, y, _, height = app.extents(app.wait('Replan after the late boards'))
            app.click(x + 20, y + height / 2)
            app.settle()
            app.key('alt+l')
            wait_for('the past', lambda: len(app.windows()) == len(before) + 1)
            app.settle()
            app.picture('registers-past')
            self.assertTrue(any(name.startswith('This is the plan as it was on ')
                                for name in app.names()))

    def test_comment(self):
        """It is corrected by its author; what was begun of a new one is not lost."""
        with self.open('Issues') as app:
            text = 'SELECT text FROM comment ORDER BY id DESC LIMIT 1'
            n = app.query('SELECT count(*) FROM comment')[0][0]
            self.open_tab(app, 'Water behind the gasket at −10 °C', 2)
            app.key('alt+o')
            app.settle()
            app.type('Two gaskets hold')
            app.key('alt+o')
            wait_for('the comment', lambda: app.query(text) == [('Two gaskets hold',)])
            app.settle()
            app.type('Begun')
            app.settle()
            app.wait('Correct').do_action(0)
            app.settle()
            app.picture('registers-comment')
            app.key('ctrl+a')
            app.type('Three gaskets hold')
            app.key('alt+o')
            wait_for('the correction', lambda: app.query(text) == [('Three gaskets hold',)])
            app.settle()
            app.key('alt+o')
            wait_for('what was begun', lambda: app.query(text) == [('Begun',)])
            app.settle()
            app.key('alt+5')
            app.wait('Comment: Begun', 'label')
            app.wait('Comment · Comment: Two gaskets hold → Three gaskets hold', 'label')
            app.key('Escape', 'ctrl+z')
            wait_for('the correction', lambda: app.query(text) == [('Three gaskets hold',)])
            app.key('ctrl+z')
            wait_for('the comment as it was', lambda: app.query(text) == [('Two gaskets hold',)])
            app.key('ctrl+z')
            wait_for('no comment', lambda: app.query('SELECT count(*) FROM comment')[0][0] == n)


if __name__ == '__main__':
    need_tools()
    unittest.main(verbosity=2)
