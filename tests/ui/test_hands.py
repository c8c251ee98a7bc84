#!/usr/bin/env python3
# test_hands.py: the Gantt chart as a hand tool: drags, links, rows, people, files.
# SPDX-License-Identifier: GPL-3.0-or-later
"""Everything by real mouse and keys on the sample plan, looked up in the database after each.
To be run by build-aux/private-display; GSK_RENDERER says what draws."""

import json
import os
import pathlib
import subprocess
import sys
import unittest

from session import Picture, need_tools, wait_for, xdotool
import test_window as plan

HERE = pathlib.Path(__file__).parent
AS_SOON = 0
SHOTS = 'First shots'
TOOL = 'Injection tool made'
CORRECTION = 'Tool correction'
REFUSED = plan.REFUSED
SUMMARY, MILESTONE = (0x3b, 0x43, 0x54), (0x6a, 0x48, 0xb8)


class Hands(unittest.TestCase):
    setUp = plan.Window.setUp
    open = plan.Window.open
    task = plan.Window.task
    bar = plan.Window.bar
    show_bar = plan.Window.show_bar
    last_entry = plan.Window.last_entry
    verify = plan.Window.verify

    def last_seq(self, app):
        return app.query('SELECT max(seq) FROM journal')[0][0]

    def link(self, app, before, after):
        return app.query("""SELECT link.id, link.type, link.lag FROM link
                            JOIN task a ON a.id = predecessor JOIN task b ON b.id = successor
                            WHERE a.title = ? AND b.title = ?""", before, after)

    def start(self, title):
        """Dates are computed, not stored: another program works them out."""
        done = subprocess.run([plan.CLI, 'schedule', self.plan, '--json'], check=True,
                              capture_output=True, text=True)
        return next(task['start'] for task in json.loads(done.stdout)['tasks']
                    if task['title'] == title)

    def chart(self, app):
        return app.extents(app.wait('Gantt chart'))

    # Pins.

    def move_right(self, app, title):
        left, right, y = self.show_bar(app, title)
        middle = (left + right) // 2
        app.hold(middle, y, middle + 2 * (right - left), y)
        app.picture(f'{plan.RENDERER}-drag')
        app.release()
        self.assertEqual(self.task(app, title, 'constraint_type')[0], plan.NO_EARLIER_THAN)
        return self.start(title)

    def test_a_pin_is_told_and_removed(self):
        with self.open() as app:
            before = self.start(SHOTS)
            self.move_right(app, SHOTS)
            app.picture(f'{plan.RENDERER}-toast')
            app.click_on('Remove pin', 'push button')
            wait_for('the pin to go', lambda: self.task(app, SHOTS, 'constraint_type')[0] == AS_SOON)
            self.assertEqual(self.start(SHOTS), before)
            app.quit()
        self.verify()

    def test_a_pin_becomes_a_lag(self):
        with self.open() as app:
            start = self.move_right(app, SHOTS)
            app.click_on('Keep as lag', 'push button')
            wait_for('the pin to go', lambda: self.task(app, SHOTS, 'constraint_type')[0] == AS_SOON)
            self.assertEqual(self.start(SHOTS), start)
            self.assertGreater(self.link(app, TOOL, SHOTS)[0][2], 0)
            app.key('ctrl+z')
            wait_for('the undo', lambda: self.task(app, SHOTS, 'constraint_type')[0] == plan.NO_EARLIER_THAN)
            app.quit()
        self.verify()

    # Followers.

    def test_alt_keeps_followers(self):
        with self.open() as app:
            left, right, y = self.show_bar(app, SHOTS)
            other = self.start(CORRECTION)
            middle = (left + right) // 2
            app.hold(middle, y, middle + 2 * (right - left), y)
            xdotool('keydown', 'alt')
            app.settle()
            app.picture(f'{plan.RENDERER}-keep')
            app.release()
            xdotool('keyup', 'alt')
            self.assertEqual(self.start(CORRECTION), other)
            self.assertLess(self.link(app, SHOTS, CORRECTION)[0][2], 0)
            app.quit()
        self.verify()

    def test_keys_take_a_phase_along(self):
        with self.open() as app:
            before = self.start(SHOTS), self.start(CORRECTION)
            app.click_on('Housing', 'label')
            app.key('alt+Right')
            wait_for('the step', lambda: self.last_entry(app)[0].startswith('Move'))
            self.assertNotEqual(self.start(SHOTS), before[0])
            self.assertNotEqual(self.start(CORRECTION), before[1])
            app.quit()
        self.verify()

    def find(self, app, title):
        """By keys; brings its row and its bar into view."""
        app.key('slash')
        app.type(title)
        app.settle()
        app.key('Escape', 'ctrl+shift+F5')
        app.settle()

    def mark(self, app, title, colour):
        """The middle of what a row shows in that colour."""
        _, y, _, height = app.extents(app.wait(title, 'label'))
        left, _, width, _ = self.chart(app)
        seen = Picture()
        places = [((first + last) // 2, row) for row in range(y, y + height)
                  for first, last in seen.runs(row, left, left + width, [colour])
                  if last - first > 5]
        self.assertTrue(places, title)
        return places[len(places) // 2]

    def test_drag_phases_points_and_several(self):
        both = ('Production self-test', 'Update over the air')
        with self.open() as app:
            before = self.start(SHOTS), self.start(CORRECTION)
            self.show_bar(app, SHOTS, closer=1)
            x, y = self.mark(app, 'Housing', SUMMARY)
            app.drag(x, y, x + 60, y)
            self.assertGreater(self.start(SHOTS), before[0])
            self.assertGreater(self.start(CORRECTION), before[1])
            app.key('ctrl+z')

            self.find(app, both[0])
            app.key('shift+Down')
            left, right, y = self.bar(app, both[0])
            middle = (left + right) // 2
            app.drag(middle, y, middle + 60, y)
            wait_for('both', lambda: all(self.task(app, title, 'constraint_type')[0]
                                         == plan.NO_EARLIER_THAN for title in both))
            # Shift has gone on from the row that was found, not from the one clicked before.
            self.assertEqual(self.last_entry(app)[0], f'Move “{both[0]}” and 1 other')
            app.key('ctrl+z')  # one step
            wait_for('the undo', lambda: all(self.task(app, title, 'constraint_type')[0] == AS_SOON
                                             for title in both))

            self.find(app, 'Pilot series accepted')
            x, y = self.mark(app, 'Pilot series accepted', MILESTONE)
            app.drag(x, y, x + 60, y)
            wait_for('the milestone', lambda: self.task(app, 'Pilot series accepted',
                                                        'constraint_type')[0] != AS_SOON)
            app.quit()
        self.verify()

    # Links.

    def link_point(self, app):
        """A place on the link from the tool to its first shots: right below the end of the tool."""
        _, right, y = self.bar(app, TOOL)
        _, _, y_to = self.bar(app, SHOTS)
        return right + 5, (y + y_to) // 2  # another link goes down a few pixels further

    def test_edit_a_link(self):
        with self.open() as app:
            self.show_bar(app, SHOTS)
            x, y = self.link_point(app)
            self.open_link(app, x, y)
            app.picture(f'{plan.RENDERER}-link')
            app.key('ctrl+a')
            app.type('nonsense')
            app.key('Return')
            self.assertEqual(self.link(app, TOOL, SHOTS)[0][2], 0)
            app.key('ctrl+a')
            app.type('2d')
            app.key('Return')
            wait_for('the lag', lambda: self.link(app, TOOL, SHOTS)[0][2] == 960)
            app.key('ctrl+z')
            wait_for('the undo', lambda: self.link(app, TOOL, SHOTS)[0][2] == 0)

            self.open_link(app, x, y)
            app.key('shift+Tab', 'shift+Tab', 'shift+Tab', 'space')  # SF, FF, SS
            wait_for('the type', lambda: self.link(app, TOOL, SHOTS)[0][1] != 1)
            app.key('Escape')
            app.key('ctrl+z')
            wait_for('the undo', lambda: self.link(app, TOOL, SHOTS)[0][1] == 1)

            app.click(x, y)
            app.key('Delete')
            wait_for('the link to go', lambda: not self.link(app, TOOL, SHOTS))
            app.key('ctrl+z')
            wait_for('the link to come back', lambda: self.link(app, TOOL, SHOTS))
            app.quit()
        self.verify()

    def open_link(self, app, x, y):
        app.open_by_double_click(x, y, 'Remove this link', 'push button')

    # New tasks.

    def test_draw_a_task(self):
        with self.open() as app:
            before = app.query('SELECT count(*) FROM task')[0][0]
            _, right, y = self.show_bar(app, CORRECTION)
            x = right + 100
            app.click(x, y)  # a click draws nothing
            self.assertEqual(app.query('SELECT count(*) FROM task')[0][0], before)
            app.drag(x, y, x + 160, y)
            wait_for('a task', lambda: app.query('SELECT count(*) FROM task')[0][0] == before + 1)
            app.settle()
            app.key('ctrl+z')  # while its name is asked for
            wait_for('no task', lambda: app.query('SELECT count(*) FROM task')[0][0] == before)
            app.hold(x, y, x + 160, y)
            app.picture(f'{plan.RENDERER}-draw')
            app.release()
            wait_for('the task', lambda: app.query('SELECT count(*) FROM task')[0][0] == before + 1)
            app.type('Drawn by hand')
            app.key('Return')
            wait_for('its name', lambda: app.query(
                "SELECT duration FROM task WHERE title = 'Drawn by hand'"))
            self.assertGreater(self.task(app, 'Drawn by hand', 'duration')[0], 0)
            app.key('Escape')
            seq = self.last_seq(app)
            _, y, _ = self.row(app, 'Concept')
            app.drag(x, y, x + 24, y)  # beside a phase a hand that slips draws nothing
            app.settle()
            self.assertEqual(self.last_seq(app), seq)
            app.quit()
        self.verify()

    def test_scrolling_draws_nothing(self):
        with self.open() as app:
            before = self.last_seq(app)
            left, top, width, height = self.chart(app)
            shown = self.show_bar(app, SHOTS)
            app.drag(left + width // 2, top + 20, left + width // 2 - 150, top + 20)
            self.assertAlmostEqual(self.bar(app, SHOTS)[1], shown[1] - 150, delta=4)
            xdotool('mousemove', left + width // 2, top + height - 60)
            xdotool('mousedown', 2)
            xdotool('mousemove', left + width // 2 + 75, top + height - 60)
            xdotool('mousemove', left + width // 2 + 150, top + height - 60)
            app.settle()
            xdotool('mouseup', 2)
            self.assertAlmostEqual(self.bar(app, SHOTS)[1], shown[1], delta=4)
            self.assertEqual(self.last_seq(app), before)
            app.quit()

    # Rows.

    def row(self, app, title):
        x, y, _, height = app.extents(app.wait(title, 'label'))
        return x + 60, y + height // 2, height  # in the name, beside the arrow

    def siblings(self, app, title):
        return [name for name, in app.query(
            """SELECT title FROM task WHERE parent =
                 (SELECT parent FROM task WHERE title = ?) ORDER BY rank""", title)]

    def test_drag_rows(self):
        with self.open() as app:
            self.assertEqual(self.siblings(app, 'Form studies')[0], 'Form studies')
            x, y, height = self.row(app, 'Printed housings')
            to_x, to_y, _ = self.row(app, 'Form studies')
            before = self.last_seq(app)
            app.hold(x, y, x, to_y - height // 2)
            app.key('Escape')
            app.release()
            self.assertEqual(self.last_seq(app), before)

            app.hold(x, y, x, to_y - height // 2)
            app.picture(f'{plan.RENDERER}-rows')
            app.release()
            wait_for('the row', lambda: self.siblings(app, 'Form studies')[:2]
                     == ['Printed housings', 'Form studies'])
            self.assertEqual(self.last_seq(app), before + 1)
            app.key('ctrl+z')
            wait_for('the undo', lambda: self.siblings(app, 'Form studies')[0] == 'Form studies')

            # Sideways: below the row above.
            x, y, height = self.row(app, 'Design freeze review')
            app.drag(x, y, x + 24, y + 2)
            wait_for('the row to be below', lambda: self.siblings(app, 'Design freeze review')
                     == ['Design freeze review'])
            x, y, height = self.row(app, 'Design freeze review')
            app.drag(x, y, x - 24, y + 2)  # and out again
            wait_for('the row beside it', lambda: len(self.siblings(app, 'Design freeze review')) > 5)
            app.key('ctrl+bracketright')  # the same by keys
            wait_for('the row to be below', lambda: self.siblings(app, 'Design freeze review')
                     == ['Design freeze review'])
            app.key('ctrl+bracketleft')
            wait_for('the row beside it', lambda: len(self.siblings(app, 'Design freeze review')) > 5)
            app.key('ctrl+z', 'ctrl+z', 'ctrl+z', 'ctrl+z')
            wait_for('the undo', lambda: len(self.siblings(app, 'Design freeze review')) > 5)

            # A phase does not go into itself; two rows go together, in their order.
            before = self.last_seq(app)
            x, y, height = self.row(app, 'Housing')
            app.drag(x, y, x, self.row(app, 'Printed housings')[1])
            self.assertEqual(self.last_seq(app), before)
            app.click_on('Seal and airflow tests', 'label')
            app.key('shift+Down')
            x, y, height = self.row(app, 'Tooling quotes')
            app.drag(x, y, x, to_y - height // 2)
            wait_for('both rows', lambda: self.siblings(app, 'Form studies')[:3]
                     == ['Seal and airflow tests', 'Tooling quotes', 'Form studies'])
            app.quit()
        self.verify()

    def pixels(self, colour, box):
        left, top, width, height = (int(value) for value in box)
        seen = Picture()
        return sum(last - first + 1 for y in range(top, top + height)
                   for first, last in seen.runs(y, left, left + width, [colour]))

    def test_a_place_that_is_refused(self):
        with self.open() as app:
            tree = app.extents(app.wait('Tasks', 'tree table'))
            before = self.last_seq(app)
            x, y, _ = self.row(app, 'Concept')
            _, to_y, height = self.row(app, 'Schematics')  # follows what ends the concept
            app.hold(x, y, x + 60, to_y + height // 2)  # below it
            app.picture(f'{plan.RENDERER}-refused')
            self.assertGreater(self.pixels(REFUSED, tree), 3000)  # the reason, while dragging
            app.release()
            self.assertEqual(self.pixels(REFUSED, tree), 0)
            self.assertEqual(self.last_seq(app), before)

            # What unfolds under the hand is folded again when the row does not go there.
            app.click_on('Electronics', 'label')
            app.key('ctrl+minus')
            wait_for('the folded phase', lambda: app.find('Schematics', 'label') is None)
            x, y, _ = self.row(app, 'Concept')
            _, to_y, _ = self.row(app, 'Electronics')
            app.hold(x, y, x + 60, to_y)
            wait_for('the unfolded phase', lambda: app.find('Schematics', 'label') is not None)
            x, y, height = self.row(app, 'Schematics')
            xdotool('mousemove', x + 60, y + height // 2)
            wait_for('the reason', lambda: self.pixels(REFUSED, tree) > 3000)
            app.release()
            wait_for('the folded phase', lambda: app.find('Schematics', 'label') is None)
            self.assertEqual(self.last_seq(app), before)
            app.quit()
        self.verify()

    def test_sorted_rows_stay(self):
        sorted_by = 'Rows are sorted by “Task”: take the sorting off to move them.'
        with self.open() as app:
            app.click_on('Customer interviews', 'label')
            before = self.last_seq(app)
            app.key('F4', 'ctrl+alt+Next')
            app.wait(sorted_by)
            app.key('ctrl+bracketright')
            app.picture(f'{plan.RENDERER}-sorted')
            self.assertEqual(self.last_seq(app), before)
            app.click_on('Take sorting off', 'push button')
            wait_for('the order of the plan', lambda: sorted_by not in app.names())

            app.key('F4')
            app.settle()
            app.key('Down', 'Up')  # the row may have gone out of view
            x, y, height = self.row(app, 'Customer interviews')
            app.hold(x, y, x, y + 3 * height)
            app.wait(sorted_by)  # at once, not when the button is let go
            app.release()
            self.assertEqual(self.last_seq(app), before)
            app.click_on('Take sorting off', 'push button')
            app.settle()
            app.key('Down', 'Up')
            app.click_on('Customer interviews', 'label')
            app.key('ctrl+alt+Next')
            wait_for('the row to move',
                     lambda: self.siblings(app, 'Customer interviews')[1] == 'Customer interviews')
            app.quit()
        self.verify()

    # People and pins, from the panel.

    def test_drag_a_person(self):
        who = """SELECT units FROM assignment JOIN resource ON resource.id = resource
                 JOIN task ON task.id = task WHERE resource.title = 'Emma Laurent'
                 AND task.title = ?"""
        with self.open() as app:
            app.key('ctrl+alt+a')
            x, y, width, height = app.extents(app.wait('Emma Laurent', 'list item'))
            self.show_bar(app, SHOTS)  # the panel has taken of the chart's place
            left, right, bar_y = self.bar(app, SHOTS)
            app.hold(x + 40, y + height // 2, (left + right) // 2, bar_y, steps=20)
            app.picture(f'{plan.RENDERER}-person')
            app.release()
            wait_for('the assignment', lambda: app.query(who, SHOTS) == [(100,)])
            app.picture(f'{plan.RENDERER}-person-dropped')
            app.click_on('Undo', 'push button')
            wait_for('the undo', lambda: not app.query(who, SHOTS))
            app.quit()
        self.verify()

    def test_add_a_person(self):
        who = """SELECT resource.title, task.title FROM assignment
                 JOIN resource ON resource.id = resource JOIN task ON task.id = task
                 WHERE resource.title LIKE ? AND task.title = ?"""
        with self.open() as app:
            people = app.query('SELECT count(*) FROM resource')[0][0]
            app.click_on(SHOTS, 'label')
            app.key('ctrl+alt+a')
            app.type('Grete Nobody')
            app.wait('Nobody of that name. Enter adds “Grete Nobody” to the plan.')
            app.picture(f'{plan.RENDERER}-person-new')
            app.key('Return')
            wait_for('the assignment', lambda: app.query(who, 'Grete%', SHOTS)
                     == [('Grete Nobody', SHOTS)])
            app.type('emma lau')
            app.key('Return')  # the first that fits
            wait_for('the assignment', lambda: app.query(who, 'Emma%', SHOTS)
                     == [('Emma Laurent', SHOTS)])
            self.assertEqual(app.query('SELECT count(*) FROM resource'), [(people + 1,)])
            app.key('Escape')  # back to the rows, where Delete is about the task
            app.key('Delete')
            wait_for('the task to go', lambda: not app.query(who, 'Emma%', SHOTS))
            app.key('ctrl+z', 'ctrl+z', 'ctrl+z', 'ctrl+z')
            wait_for('the undo', lambda: app.query('SELECT count(*) FROM resource') == [(people,)])
            app.quit()
        self.verify()

    def test_list_of_pins(self):
        with self.open() as app:
            pinned = 'SELECT count(*) FROM task WHERE constraint_type = ?'
            before = app.query(pinned, plan.NO_EARLIER_THAN)[0][0]
            self.assertGreater(before, 1)
            app.key('ctrl+alt+p')
            app.click_on('Remove all pins', 'push button')
            wait_for('the pins to go', lambda: app.query(pinned, plan.NO_EARLIER_THAN)[0][0] == 0)
            app.key('ctrl+z')
            wait_for('the undo', lambda: app.query(pinned, plan.NO_EARLIER_THAN)[0][0] == before)
            pin = app.query('SELECT title FROM task WHERE constraint_type = ? ORDER BY rank',
                            plan.NO_EARLIER_THAN)[0][0]
            app.key('ctrl+2')
            self.find(app, pin)
            app.key('ctrl+shift+p')
            wait_for('one pin less',
                     lambda: app.query(pinned, plan.NO_EARLIER_THAN)[0][0] == before - 1)
            self.assertEqual(self.task(app, pin, 'constraint_type')[0], AS_SOON)
            app.quit()
        self.verify()

    # Files.

    def hold_files(self, app, *paths):
        """Drags @paths from another program's window over this one; the button stays down."""
        source = subprocess.Popen([sys.executable, HERE / 'drag_source.py', *paths],
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

    def test_drop_a_plan(self):
        other = self.folder / 'other.waymark'
        subprocess.run([plan.CLI, 'new', other, '--title', 'Other plan'], check=True,
                       stdout=subprocess.DEVNULL)
        with self.open() as app:
            source = self.hold_files(app, other)
            app.picture(f'{plan.RENDERER}-drop-file')
            app.release()
            source.kill()
            wait_for('its window', lambda: any('Other plan' in xdotool('getwindowname', window)
                                               for window in app.windows()))
            app.end()

    def test_drop_a_table(self):
        """Its rows become tasks, as one step; a bad one is told."""
        table = self.folder / 'work.csv'
        table.write_text('Title,Duration\nCranes,3d\nSlings,soon\n', encoding='utf-8')
        with self.open() as app:
            new = "SELECT count(*) FROM task WHERE title IN ('Cranes', 'Slings')"
            source = self.hold_files(app, table)
            app.release()
            source.kill()
            app.wait('Line 3, Duration')
            app.picture(f'{plan.RENDERER}-drop-table')
            app.key('alt+i')
            wait_for('the task', lambda: app.query(new) == [(1,)])
            app.settle()
            app.key('Escape', 'ctrl+z')
            wait_for('no task', lambda: app.query(new) == [(0,)])
            app.quit()

    def test_drop_several(self):
        others = [self.folder / f'{name}.waymark' for name in ('first', 'second')]
        for other in others:
            subprocess.run([plan.CLI, 'new', other, '--title', f'The {other.stem} plan'],
                           check=True, stdout=subprocess.DEVNULL)
        text = self.folder / 'notes.txt'
        text.write_text('nothing that a plan could be made of', encoding='utf-8')
        with self.open() as app:
            source = self.hold_files(app, *others, text)
            app.picture(f'{plan.RENDERER}-drop-several')
            app.wait('Open 2 plans\n1 file is left out: drop it by itself.')
            app.release()
            source.kill()
            wait_for('both windows', lambda: all(
                any(f'The {other.stem} plan' in xdotool('getwindowname', window)
                    for window in app.windows()) for other in others))
            app.end()

    def test_drop_what_cannot_be_read(self):
        text = self.folder / 'notes.txt'
        text.write_text('nothing that a plan could be made of', encoding='utf-8')
        with self.open() as app:
            before = self.last_seq(app)
            source = self.hold_files(app, text)
            app.picture(f'{plan.RENDERER}-drop-refused')
            app.release()
            source.kill()
            app.wait('This file cannot be taken')
            self.assertEqual(self.last_seq(app), before)
            app.end()

    # Progress.

    def test_the_end_of_the_fill(self):
        with self.open() as app:
            before = self.task(app, TOOL, 'percent_complete')[0]
            done, right, y = self.show_bar(app, TOOL, closer=1)
            app.drag(done, y, (done + right) // 2, y)
            after = self.task(app, TOOL, 'percent_complete')[0]
            self.assertGreater(after, before)
            self.assertLess(after, 100)
            app.quit()
        self.verify()


if __name__ == '__main__':
    need_tools()
    unittest.main(verbosity=2)
