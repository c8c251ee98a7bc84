#!/usr/bin/env python3
# test_shown.py: what the timeline shows, where one jumps in it, and that it is found so again.
# SPDX-License-Identifier: GPL-3.0-or-later
"""The overview strip, the things to show and hide and their keys, links under the pointer, panes and
cells by Tab, the print window's columns. What is kept is read from the file of the view."""

import configparser
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time
import unittest

from session import Atspi, Picture, need_tools, wait_for, xdotool
import test_keys as keys
import test_window as plan

RENDERER = os.environ.get('GSK_RENDERER', 'default')
SHOTS = 'First shots'
TOOL = 'Injection tool made'
ACCENT = (0x2a, 0x66, 0xc7)  # of a link under the pointer, light


class Shown(unittest.TestCase):
    focus = keys.Keys.focus
    go_to = keys.Keys.go_to
    where = keys.Keys.where
    focused_row = keys.Keys.focused_row
    assert_on_row = keys.Keys.assert_on_row
    show_bar = plan.Window.show_bar
    bar = plan.Window.bar

    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix='waymark-ui-'))
        self.addCleanup(shutil.rmtree, self.folder, ignore_errors=True)
        self.plan = self.folder / 'sample.waymark'
        subprocess.run([plan.CLI, 'new', self.plan, '--template', 'sample'], check=True,
                       stdout=subprocess.DEVNULL)

    def open(self, size=(1580, 1280), **environment):
        app = plan.App(self.plan, XDG_STATE_HOME=str(self.folder / 'state'), **environment)
        self.addCleanup(app.end)
        app.resize(*size)
        app.wait('Tasks', 'tree table')
        app.settle()
        return app

    def kept(self):
        """What the plan's view remembers of the timeline."""
        time.sleep(1.8)  # it is written when the hands have come to rest
        for file in (self.folder / 'state').rglob('*'):
            if file.is_file():
                state = configparser.ConfigParser(strict=False, interpolation=None)
                state.read(file, encoding='utf-8')
                if state.has_section('timeline'):
                    return dict(state['timeline'])
        return {}

    def window(self):
        """The first moment that the chart shows, and minutes a pixel."""
        kept = self.kept()
        return float(kept['origin']), float(kept['minutes-per-pixel'])

    def test_overview(self):
        with self.open() as app:
            left, top, width, height = app.extents(app.wait('Overview of the plan'))
            y = top + height // 2
            app.key('plus', 'plus')
            app.click(left + width // 4, y)
            first, zoom = self.window()
            app.click(left + width * 3 // 4, y)
            second, same_zoom = self.window()
            self.assertGreater(second, first)
            self.assertAlmostEqual(zoom, same_zoom)
            app.picture(f'{RENDERER}-overview')

            app.drag(left + width * 3 // 4, y, left + width // 2, y)  # the box, in its middle
            third, same_zoom = self.window()
            self.assertLess(third, second)
            self.assertGreater(third, first)
            self.assertAlmostEqual(zoom, same_zoom)

            # Its end: the chart shows more. The box went a quarter of the strip.
            chart_width = app.extents(app.wait('Gantt chart'))[2]
            of_strip = (second - third) / (width / 4)
            end = left + width // 2 + chart_width * zoom / 2 / of_strip
            app.drag(end, y, left + width * 3 // 4, y)
            fourth, wider = self.window()
            self.assertGreater(wider, zoom * 1.2)
            self.assertAlmostEqual(fourth, third, delta=chart_width * zoom / 20)

            app.click_on('Overview of the plan')
            before = self.window()[0]
            app.key('Right', 'Right')
            self.assertGreater(self.window()[0], before)

            # The wheel zooms at the pointer; the plan and the selection are fitted by keys.
            chart_left, top, _, _ = app.extents(app.wait('Gantt chart'))
            origin, zoom = self.window()
            xdotool('mousemove', chart_left + 300, top + 300)
            xdotool('keydown', 'ctrl', 'click', 4, 'keyup', 'ctrl')
            app.settle()
            closer, finer = self.window()
            self.assertLess(finer, zoom)
            self.assertAlmostEqual(closer + 300 * finer, origin + 300 * zoom, delta=2 * zoom)
            app.click_on(SHOTS, 'label')
            app.key('alt+9')
            one = self.window()[1]
            app.key('ctrl+0')
            self.assertNotIn('origin', self.kept())  # the whole plan, however it grows
            app.key('plus')
            self.assertGreater(self.window()[1], one)
            app.quit()

    def test_keys_of_what_is_shown(self):
        switches = {'ctrl+shift+c': 'critical', 'ctrl+shift+r': 'progress-line',
                    'ctrl+shift+t': 'floats', 'ctrl+shift+n': 'legend', 'ctrl+shift+i': 'grid',
                    'ctrl+shift+w': 'week-numbers', 'ctrl+shift+y': 'non-working',
                    'ctrl+shift+m': 'deadlines', 'ctrl+shift+b': 'progress', 'ctrl+alt+v': 'overview'}
        with self.open() as app:
            app.key('F7', 'F7')
            before = self.kept()
            app.key(*switches)
            after = self.kept()
            for key, name in switches.items():
                self.assertNotEqual(before[name], after[name], key)
            app.key('ctrl+shift+k')  # links: of the selection
            app.picture(f'{RENDERER}-all-switched')
            app.quit()
        with self.open() as app:
            again = self.kept()
            for name in switches.values():
                self.assertEqual(after[name], again[name], name)
            self.assertEqual(again['links'], '1')
            if after['legend'] == '1':
                app.wait('Legend')
            else:
                self.assertIsNone(app.find('Legend'))
            self.assertIsNone(app.find('Overview of the plan'))
            app.picture(f'{RENDERER}-all-switched-again')
            app.quit()

    def test_choices_are_remembered(self):
        with self.open() as app:
            app.key('alt+s')
            app.settle()
            app.picture(f'{RENDERER}-show-menu')
            app.key('ctrl+q')  # an open menu does not keep the keyboard to itself
            self.assertEqual(app.process.wait(30), 0)
        with self.open() as app:
            app.click_on('Colour: status')
            app.settle()
            app.key('Down', 'Down', 'Return')
            color = self.kept()['color']
            self.assertNotEqual(color, '0')
            app.wait('Legend')  # what the colours mean, not by colour alone
            app.quit()
        with self.open() as app:
            self.assertEqual(self.kept()['color'], color)
            self.assertIsNone(app.find('Colour: status'))
            app.quit()

    def test_a_menu_while_typing(self):
        named = 'SELECT count(*) FROM task WHERE title = ?'
        with self.open() as app:
            app.click_on(SHOTS, 'label')
            app.key('Z')
            app.key('alt+s')
            app.settle()
            app.key('Return', 'Down', 'Down', 'Return')  # in groups, by owner
            wait_for('the name', lambda: app.query(named, 'Z') == [(1,)])
            self.assertNotEqual(self.kept()['grouping'], '0')
            app.picture(f'{RENDERER}-menu-while-typing')
            app.key('ctrl+z')
            wait_for('the undo', lambda: app.query(named, SHOTS) == [(1,)])
            app.quit()

    def test_where_new_tasks_stand(self):
        """Insert puts a row above, as in MS Project; New task one below, inside a phase."""
        with self.open() as app:
            app.click_on('Housing', 'label')  # a phase, unfolded
            app.key('Tab')
            app.type('3')  # its duration is computed
            app.wait('“Duration” of a phase comes from the tasks below it.')
            app.key('Insert')
            app.type('Before it')
            app.key('Return', 'Escape')
            wait_for('the task above', lambda: app.query(
                """SELECT task.parent = phase.parent FROM task JOIN task phase
                   WHERE task.title = 'Before it' AND phase.title = 'Housing' AND task.rank =
                   (SELECT max(rank) FROM task WHERE parent = phase.parent AND rank < phase.rank)""")
                == [(1,)])
            app.click_on('Housing', 'label')
            app.key('ctrl+i')
            app.type('First of all')
            app.key('Return', 'Escape')
            wait_for('the task', lambda: app.query(
                """SELECT phase.title, task.rank = (SELECT min(rank) FROM task WHERE parent = phase.id)
                   FROM task JOIN task phase ON phase.id = task.parent
                   WHERE task.title = 'First of all'""") == [('Housing', 1)])
            self.assert_on_row(app, 'First of all')
            app.quit()

    def test_place_is_remembered(self):
        with self.open() as app:
            app.key('End')
            self.assert_on_row(app, 'Retrospective')
            top = self.kept()['top']
            current = self.kept()['current']
            self.assertNotEqual(top, current)
            app.quit()
        with self.open() as app:
            self.assert_on_row(app, 'Retrospective')
            self.assertEqual((self.kept()['top'], self.kept()['current']), (top, current))
            app.picture(f'{RENDERER}-same-place')
            app.quit()

    def test_cells_and_panes(self):
        with self.open() as app:
            app.click_on(SHOTS, 'label')
            app.key('Tab')  # to its duration
            app.type('7d')
            app.key('Return')
            wait_for('the duration', lambda: app.query(
                'SELECT duration FROM task WHERE title = ?', SHOTS) == [(7 * 480,)])
            app.click_on(SHOTS, 'label')
            app.key('Tab', 'shift+Tab')
            app.key('F2')
            app.key('End')
            app.type(' again')
            app.key('Tab')  # from the editor, too
            wait_for('the name', lambda: app.query(
                "SELECT count(*) FROM task WHERE title = 'First shots again'") == [(1,)])
            app.key('Escape')
            self.assert_on_row(app, 'First shots again')
            app.key('F6')
            wait_for('the chart', lambda: self.where(app) and self.where(app)[1] == 'Gantt chart')
            app.key('F6')
            self.assert_on_row(app, 'First shots again')
            app.key('F6')
            app.type('tool')  # to the row whose name begins so
            app.key('Delete')
            gone = "SELECT count(*) FROM task WHERE title = 'Tool correction'"
            wait_for('the row', lambda: app.query(gone) == [(0,)])
            app.key('ctrl+z')
            wait_for('the undo', lambda: app.query(gone) == [(1,)])
            app.click_on('First shots again', 'label')
            app.key('F6', 'F6')
            self.assert_on_row(app, 'First shots again')
            for _ in range(12):
                if not self.focused_row(app):
                    break
                app.key('Tab')
            self.assertEqual(self.where(app)[1], 'Gantt chart')
            app.quit()

    def test_right_to_left(self):
        """Time runs to the left, for the hand too."""
        with self.open((1100, 700), GTK_DEBUG='invert-text-dir') as app:
            self.go_to(app, SHOTS)
            app.key('plus', 'plus', 'ctrl+shift+F5')
            app.settle()
            app.picture(f'{RENDERER}-right-to-left')
            chart, tree = (app.extents(app.wait(name)) for name in ('Gantt chart', 'Tasks'))
            self.assertGreater(tree[0], chart[0])
            left, right, y = self.bar(app, SHOTS)
            app.drag((left + right) // 2, y, left, y)
            wait_for('a later start', lambda: app.query(
                'SELECT constraint_type FROM task WHERE title = ?', SHOTS)
                == [(plan.NO_EARLIER_THAN,)], 8)
            self.assertLess(self.bar(app, SHOTS)[1], right - 10)
            app.quit()

    def letters(self, app):
        """How high those of the heading of time are, in pixels."""
        left, top, width, _ = app.extents(app.wait('Gantt chart'))
        bottom = app.extents(app.wait('Wren device', 'label'))[1]
        seen, highest, height = Picture(), 0, 0
        for y in range(top, bottom):
            dark = any(max(pixel) < 110 and max(pixel) - min(pixel) < 40
                       for pixel in (seen.pixel(x, y) for x in range(left, left + width)))
            height = height + 1 if dark else 0
            highest = max(highest, height)
        return highest

    def test_larger_letters(self):
        """Those of the desktop are those of the chart."""
        heights = []
        for size in (11, 22):
            settings = self.folder / str(size) / 'gtk-4.0' / 'settings.ini'
            settings.parent.mkdir(parents=True)
            settings.write_text(f'[Settings]\ngtk-font-name=DejaVu Sans {size}\n', encoding='utf-8')
            with self.open((1100, 700), XDG_CONFIG_HOME=str(self.folder / str(size))) as app:
                app.picture(f'{RENDERER}-letters-{size}')
                heights.append(self.letters(app))
                app.quit()
        self.assertAlmostEqual(heights[1] / heights[0], 2, delta=0.3)

    def test_link_by_keys(self):
        lag = """SELECT link.lag, link.type FROM link JOIN task a ON a.id = predecessor
                 JOIN task b ON b.id = successor WHERE a.title = ? AND b.title = ?"""
        with self.open() as app:
            app.click_on(TOOL, 'label')
            app.key('alt+Down')
            for _ in range(8):  # to the one that leads to the first shots
                if app.find('Remove this link', 'push button'):
                    app.key('Escape')
                app.key('Return')
                if wait_for('the popover', lambda: app.find('Remove this link', 'push button')) \
                        and [name for name in app.names() if SHOTS in name and TOOL in name]:
                    break
                app.key('Escape', 'alt+Down')
            app.picture(f'{RENDERER}-link-by-keys')
            app.key('ctrl+a')
            app.type('3d')
            app.key('Return')
            wait_for('the lag', lambda: app.query(lag, TOOL, SHOTS)[0][0] == 3 * 480)
            app.key('Escape', 'ctrl+z')
            wait_for('the undo', lambda: app.query(lag, TOOL, SHOTS)[0][0] == 0)
            app.quit()

    def test_link_under_the_pointer(self):
        with self.open() as app:
            self.show_bar(app, SHOTS)
            _, right, y = self.bar(app, TOOL)
            _, _, y_to = self.bar(app, SHOTS)
            x, middle = right + 5, (y + y_to) // 2
            xdotool('mousemove', 900, 30)
            app.settle()
            before = self.accent(x, middle)
            xdotool('mousemove', x, middle)
            app.settle()
            app.picture(f'{RENDERER}-link-hover')
            self.assertGreater(self.accent(x, middle), before)
            app.quit()

    def accent(self, x, y):
        seen = Picture()
        return sum(last - first + 1 for row in range(y - 4, y + 5)
                   for first, last in seen.runs(row, x - 12, x + 12, [ACCENT], 40))

    def click_in_dialog(self, app, title, name, role):
        """Where a window of its own is, AT-SPI does not know; the window manager does."""
        node = app.wait(name, role)
        box = Atspi.Component.get_extents(node, Atspi.CoordType.WINDOW)
        window = next(window for window in app.windows()
                      if xdotool('getwindowname', window) == title)
        place = dict(line.split('=') for line in
                     xdotool('getwindowgeometry', '--shell', window).split('\n'))
        top = node
        while top.get_parent().get_role_name() != 'application':
            top = top.get_parent()
        inside = Atspi.Component.get_extents(top, Atspi.CoordType.WINDOW)
        border = (int(place['WIDTH']) - inside.width) // 2
        app.click(int(place['X']) + border + box.x + box.width // 2,
                  int(place['Y']) + border + box.y + box.height // 2)

    def checked(self, app):
        """The check boxes to be seen, by name, and whether each is checked."""
        return {node.get_name(): node.get_state_set().contains(Atspi.StateType.CHECKED)
                for node in app.walk() if node.get_role_name() == 'check box'}

    def copied(self):
        """The picture on the clipboard, as another program gets it."""
        program = """import gi
gi.require_version('Gdk', '4.0'); gi.require_version('Gtk', '4.0')
from gi.repository import Gdk, GLib, Gtk
Gtk.init()
loop = GLib.MainLoop()
def read(clipboard, result):
    try: picture = clipboard.read_texture_finish(result); print(picture.get_width(), picture.get_height())
    except GLib.Error: print(0, 0)
    loop.quit()
Gdk.Display.get_default().get_clipboard().read_texture_async(None, read)
loop.run()"""
        done = subprocess.run([sys.executable, '-c', program], capture_output=True, text=True,
                              check=True, timeout=20, env=dict(os.environ, GTK_A11Y='none'))
        return tuple(map(int, done.stdout.split()))

    def test_columns_on_paper(self):
        pdf = self.folder / 'printed.pdf'
        with self.open() as app:
            app.key('alt+1', 'ctrl+alt+c')  # three rows
            app.wait('The chart is on the clipboard as a picture.')
            width, height = self.copied()
            self.assertGreater(width, 1000)
            self.assertLess(height, 500)
            app.key('alt+0', 'ctrl+p')
            app.wait('Page 1 of 7', 'label')
            app.picture(f'{RENDERER}-print-columns')
            # Those of the timeline are listed, chosen; all others behind a fold.
            boxes = self.checked(app)
            for column in ('№', 'Duration', 'Start', 'Done', 'Finish', 'Predecessors', 'Resources',
                           'Landscape'):  # without the mark of its letter
                self.assertTrue(boxes[column], column)
            self.assertNotIn('WBS', boxes)
            self.click_in_dialog(app, 'Print', 'More columns', 'label')
            app.settle()
            boxes = self.checked(app)
            self.assertFalse(boxes['WBS'])
            self.assertFalse(boxes['Deadline'])
            self.click_in_dialog(app, 'Print', 'Duration', 'check box')
            app.settle()
            app.key('alt+e')
            wait_for('the file chooser', lambda: len(app.windows()) >= 3)
            app.settle()
            app.key('ctrl+a')
            app.type(str(pdf))
            app.key('Return')
            wait_for('the PDF', pdf.exists)
            app.settle()
        text = subprocess.run(['pdftotext', '-layout', pdf, '-'], capture_output=True, text=True,
                              check=True).stdout
        self.assertEqual(('Start' in text, 'Duration' in text), (True, False))


if __name__ == '__main__':
    need_tools()
    unittest.main(verbosity=2)
