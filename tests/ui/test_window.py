#!/usr/bin/env python3
# test_window.py: the main job in the real window, with mouse and keyboard.
# SPDX-License-Identifier: GPL-3.0-or-later
"""Opens the sample, drags a bar, looks into the database, undoes, quits, reopens, undoes again,
prints to PDF. To be run by build-aux/private-display; GSK_RENDERER says what draws."""

import os
import pathlib
import shutil
import subprocess
import tempfile
import time
import unittest

from session import App, Picture, need_tools, wait_for, xdotool

CLI = os.environ['WAYMARK_CLI']
RENDERER = os.environ.get('GSK_RENDERER', 'default')

# Colours of bars that are not done, as the light palette has them: usual and critical.
BAR = (0xa9, 0xc4, 0xee)
CRITICAL = (0xf0, 0xb1, 0xa8)
EDIT, UNDO, REDO = 0, 1, 2
NO_EARLIER_THAN = 4
FINISH_FINISH, FINISH_START, START_FINISH, START_START = range(4)
REFUSED = (0xbf, 0x29, 0x29)
HANDLE = 7  # pixels from a bar to its handles


class Window(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix='waymark-ui-'))
        self.addCleanup(shutil.rmtree, self.folder, ignore_errors=True)
        self.plan = self.folder / 'sample.waymark'
        subprocess.run([CLI, 'new', self.plan, '--template', 'sample'], check=True,
                       stdout=subprocess.DEVNULL)

    def open(self):
        # How the window was left by one test is not how the next one finds it.
        app = App(self.plan, XDG_CONFIG_HOME=str(self.folder))
        self.addCleanup(app.end)
        app.resize(1580, 1280)
        app.wait('Tasks', 'tree table')
        app.settle()
        return app

    def task(self, app, title, *fields):
        return app.query(f'SELECT {", ".join(fields)} FROM task WHERE title = ?', title)[0]

    def last_entry(self, app):
        return app.query('SELECT label, origin FROM journal ORDER BY seq DESC LIMIT 1')[0]

    def show_bar(self, app, title, closer=2):
        """Brings the bar of a row into view; returns its left and right end and its middle."""
        app.click_on(title, 'label')
        for _ in range(closer):
            app.key('plus')
        app.key('ctrl+shift+F5')
        app.settle()
        return self.bar(app, title)

    def bar(self, app, title):
        _, y, _, height = app.extents(app.wait(title, 'label'))
        left, _, width, _ = app.extents(app.wait('Gantt chart'))
        middle = y + height // 2
        runs = Picture().runs(middle, left + 4, left + width - 4, [BAR, CRITICAL])
        runs = [run for run in runs if run[1] - run[0] > 10]
        if not runs:
            app.picture(f'{RENDERER}-no-bar')
        self.assertTrue(runs, f'the bar of “{title}” is not to be seen')
        return runs[0][0], runs[-1][1], middle

    def test_drag_undo_quit_reopen(self):
        title = 'First shots'
        with self.open() as app:
            self.assertIn('Wren launch', app.title())
            left, right, y = self.show_bar(app, title)
            app.picture(f'{RENDERER}-before-drag')
            middle = (left + right) // 2
            app.drag(middle, y, middle + 2 * (right - left), y)
            app.picture(f'{RENDERER}-after-drag')
            constraint, date = self.task(app, title, 'constraint_type', 'constraint_date')
            self.assertEqual(constraint, NO_EARLIER_THAN)
            self.assertEqual(self.last_entry(app), (f'Move “{title}”', EDIT))
            moved = self.bar(app, title)
            self.assertGreater(moved[0], left + (right - left))

            app.key('ctrl+z')
            wait_for('the undo', lambda: self.last_entry(app)[1] == UNDO)
            self.assertNotEqual(self.task(app, title, 'constraint_type')[0], NO_EARLIER_THAN)
            app.key('ctrl+shift+z')
            wait_for('the redo', lambda: self.last_entry(app)[1] == REDO)
            app.quit()

        with self.open() as app:
            self.assertEqual(self.task(app, title, 'constraint_type', 'constraint_date'),
                             (constraint, date))
            app.key('ctrl+z')
            wait_for('the undo after reopening', lambda: self.last_entry(app)[1] == UNDO)
            self.assertNotEqual(self.task(app, title, 'constraint_type')[0], NO_EARLIER_THAN)
            app.quit()
        self.verify()

    def test_drag_the_end(self):
        title = 'First shots'
        with self.open() as app:
            before = self.task(app, title, 'duration')[0]
            left, right, y = self.show_bar(app, title)
            app.drag(right - 1, y, right + (right - left), y)
            after = self.task(app, title, 'duration')[0]
            self.assertGreater(after, before)
            self.assertEqual(after % 480, 0, 'a drop snaps to whole days')

            # The other end: it starts earlier and ends where it did.
            app.key('ctrl+z')
            wait_for('the undo', lambda: self.task(app, title, 'duration')[0] == before)
            app.drag(left + 1, y, (2 * left + right) // 3, y)  # before the weekend in it
            self.assertLess(self.task(app, title, 'duration')[0], before)
            self.assertAlmostEqual(self.bar(app, title)[1], right, delta=3)

            # Off the days: to the noon of the next one. The bar is 129 hours wide.
            app.key('ctrl+z')
            wait_for('the undo', lambda: self.task(app, title, 'duration')[0] == before)
            app.hold(right - 1, y, right + (right - left) * 19 // 129, y)
            xdotool('keydown', 'ctrl')
            app.settle()
            app.release()
            xdotool('keyup', 'ctrl')
            self.assertNotEqual(self.task(app, title, 'duration')[0] % 480, 0)
            app.quit()
        self.verify()

    def test_drag_progress(self):
        title = 'Injection tool made'
        with self.open() as app:
            before = self.task(app, title, 'percent_complete')[0]
            done, right, y = self.show_bar(app, title, closer=1)
            app.drag(done, y + HANDLE, (done + right) // 2, y + HANDLE)
            after = self.task(app, title, 'percent_complete')[0]
            self.assertGreater(after, before)
            self.assertLess(after, 100)
            self.assertEqual(self.last_entry(app), (f'Progress of “{title}”', EDIT))
            app.quit()
        self.verify()

    def test_drag_a_link(self):
        links = """SELECT link.type FROM link JOIN task a ON a.id = predecessor
                   JOIN task b ON b.id = successor WHERE a.title = ? AND b.title = ?"""
        with self.open() as app:
            self.show_bar(app, 'First shots')
            _, tool_right, tool_y = self.bar(app, 'Injection tool made')
            left, _, y = self.bar(app, 'Tool correction')
            app.drag(tool_right + HANDLE, tool_y, left + 3, y)
            self.assertEqual(app.query(links, 'Injection tool made', 'Tool correction'),
                             [(FINISH_START,)])
            # Any end to any end.
            app.key('ctrl+z', 'minus')
            start, finish, from_y = self.show_bar(app, 'Tool correction', closer=0)
            left, right, y = self.bar(app, 'Revision B boards made')
            for from_x, to_x, kind in ((start - HANDLE, left + 3, START_START),
                                       (finish + HANDLE, right - 3, FINISH_FINISH),
                                       (start - HANDLE, right - 3, START_FINISH)):
                app.drag(from_x, from_y, to_x, y)
                self.assertEqual(app.query(links, 'Tool correction', 'Revision B boards made'),
                                 [(kind,)])
                app.key('ctrl+z')
                app.settle()
            # The other way round it would be a loop: refused, said why, and nothing has changed.
            tool_right, tool_y = self.bar(app, 'Injection tool made')[1:]
            shots_right, shots_y = self.bar(app, 'First shots')[1:]
            before = app.query('SELECT max(seq) FROM journal')
            red = self.red(tool_right, tool_y)
            app.hold(shots_right + HANDLE, shots_y, tool_right - 3, tool_y)
            app.picture(f'{RENDERER}-loop')
            self.assertGreater(self.red(tool_right, tool_y), red + 30)
            app.release()
            self.assertEqual(app.query('SELECT max(seq) FROM journal'), before)
            self.assertEqual(app.query(links, 'First shots', 'Injection tool made'), [])
            app.quit()
        self.verify()

    def red(self, x, y):
        """Pixels around a place in the colour in which a refusal is written."""
        seen = Picture()
        return sum(last - first + 1 for row in range(y - 60, y + 60)
                   for first, last in seen.runs(row, x - 300, min(x + 400, 1560), [REFUSED]))

    def test_escape_takes_a_drag_back(self):
        title = 'First shots'
        with self.open() as app:
            left, right, y = self.show_bar(app, title)
            before = app.query('SELECT max(seq) FROM journal')
            app.hold((left + right) // 2, y, right + 60, y)
            app.key('Escape')
            app.release()
            self.assertEqual(app.query('SELECT max(seq) FROM journal'), before)
            self.assertAlmostEqual(self.bar(app, title)[0], left, delta=3)

            # At the edge the chart goes on by itself.
            chart_left, _, width, _ = app.extents(app.wait('Gantt chart'))
            app.hold((left + right) // 2, y, chart_left + width - 12, y)
            time.sleep(0.5)
            app.key('Escape')
            app.release()
            self.assertEqual(app.query('SELECT max(seq) FROM journal'), before)
            app.picture(f'{RENDERER}-edge')
            self.assertLess(self.bar(app, title)[0], left - 20)
            app.quit()

    def test_type_a_new_task(self):
        with self.open() as app:
            before = app.query('SELECT count(*) FROM task')[0][0]
            app.click_on('Tool correction', 'label')
            app.key('Insert')
            app.type('Polish the tool')
            app.key('Return')
            app.key('Escape')  # no further row
            wait_for('the new row', lambda: app.query(
                "SELECT count(*) FROM task WHERE title = 'Polish the tool'")[0][0] == 1)
            wait_for('no other one', lambda: app.query(
                'SELECT count(*) FROM task')[0][0] == before + 1)
            # What is typed counts when another row is pressed instead of Enter.
            app.click_on('Polish the tool', 'label')
            app.key('F2')
            app.type('Polish it')
            app.click_on('Tool correction', 'label')
            wait_for('the name', lambda: app.query(
                "SELECT count(*) FROM task WHERE title = 'Polish it'")[0][0] == 1)
            app.quit()
        self.verify()

    def test_print_to_pdf(self):
        pdf = self.folder / 'printed.pdf'
        with self.open() as app:
            app.key('ctrl+p')
            app.wait('Export…', 'label')
            app.wait('Page 1 of 7', 'label')
            # Past report, paper, margins and orientation: from one sheet's width to one sheet.
            app.key('Tab', 'Tab', 'Tab', 'Tab', 'Tab', 'space')
            app.settle()
            app.key('Down', 'Down', 'Return')
            app.wait('Page 1 of 1', 'label')
            app.key('alt+e')
            wait_for('the file chooser', lambda: len(app.windows()) >= 3)
            app.settle()
            app.key('ctrl+a')
            app.type(str(pdf))
            app.key('Return')
            wait_for('the PDF', pdf.exists)
            app.settle()
            app.picture(f'{RENDERER}-print')
        text = subprocess.run(['pdftotext', '-layout', pdf, '-'], capture_output=True, text=True,
                              check=True).stdout
        self.assertIn('Wren launch', text)
        self.assertIn('General availability', text)
        self.assertEqual(text.count('\f'), 1, 'pages')

    def verify(self):
        subprocess.run([CLI, 'verify', self.plan], check=True, stdout=subprocess.DEVNULL)


if __name__ == '__main__':
    need_tools()
    unittest.main(verbosity=2)
