# session.py: Waymark in a private session, seen and handled as a person does.
# SPDX-License-Identifier: GPL-3.0-or-later
"""Starts the real program on the display that build-aux/private-display made, and drives it
with the mouse and the keyboard (xdotool), the accessibility tree (AT-SPI) and pictures."""

import os
import pathlib
import shutil
import signal
import sqlite3
import subprocess
import sys
import time

try:
    import gi
    gi.require_version('Atspi', '2.0')
    from gi.repository import Atspi, GLib
except (ImportError, ValueError):
    Atspi = None

TOOLS = ('xdotool', 'import', 'pdftotext')
TIMEOUT = float(os.environ.get('WAYMARK_UI_TIMEOUT', '60'))
REST = 0.3  # seconds without work after which the program has come to rest


def skip(reason):
    print(f'skipped: {reason}')
    sys.exit(77)


def need_tools():
    """Ends the test as skipped where the machine cannot run it."""
    for tool in TOOLS:
        if not shutil.which(tool):
            skip(f'{tool} is not installed')
    if Atspi is None:
        skip('AT-SPI cannot be used: its Python binding is not installed')


def wait_for(what, condition, timeout=TIMEOUT):
    """Polls until @condition gives something true, and returns it."""
    end = time.monotonic() + timeout
    while time.monotonic() < end:
        found = condition()
        if found:
            return found
        time.sleep(0.1)
    raise AssertionError(f'waited {timeout:.0f} s in vain for {what}')


def xdotool(*words):
    done = subprocess.run(['xdotool', *map(str, words)], capture_output=True, text=True, check=False)
    if done.returncode != 0 and words[0] != 'search':  # which says so that there is none
        raise AssertionError(f'xdotool {" ".join(map(str, words))}: {done.stderr.strip()}')
    return done.stdout.strip()


class Picture:
    """What the screen shows, as pixels."""

    def __init__(self):
        self.width, self.height = map(int, xdotool('getdisplaygeometry').split())
        self.bytes = subprocess.run(['import', '-window', 'root', '-depth', '8', 'rgb:-'],
                                    capture_output=True, check=True).stdout

    def pixel(self, x, y):
        at = (y * self.width + x) * 3
        return tuple(self.bytes[at:at + 3])

    def runs(self, y, left, right, colours, tolerance=12):
        """Stretches of row @y whose pixels are one of @colours, as (first, last)."""
        found, start = [], None
        for x in range(left, right):
            pixel = self.pixel(x, y)
            hit = any(all(abs(a - b) <= tolerance for a, b in zip(pixel, colour))
                      for colour in colours)
            if hit and start is None:
                start = x
            elif not hit and start is not None:
                found.append((start, x - 1))
                start = None
        if start is not None:
            found.append((start, right - 1))
        return found

    def n_colours(self):
        """How many different colours there are: an empty window has few."""
        return len({self.bytes[i:i + 3] for i in range(0, len(self.bytes), 3 * 37)})


class App:
    """One run of the program on a plan."""

    def __init__(self, plan=None, **environment):
        self.plan = pathlib.Path(plan) if plan else None
        self.log = open(os.environ.get('WAYMARK_UI_LOG', os.devnull), 'a', encoding='utf-8')
        env = dict(os.environ, GSETTINGS_BACKEND='keyfile',
                   XDG_CONFIG_DIRS=str(pathlib.Path(__file__).parent / 'config'),
                   G_DEBUG=os.environ.get('WAYMARK_UI_DEBUG', 'fatal-criticals'), **environment)
        env.pop('GTK_A11Y', None)
        self.process = subprocess.Popen(
            [os.environ['WAYMARK_APP']] + ([str(plan)] if plan else []), env=env,
            stdin=subprocess.DEVNULL, stdout=self.log, stderr=self.log)
        self.window = wait_for('the window', self.find_window)
        xdotool('windowactivate', '--sync', self.window)

    def __enter__(self):
        return self

    def __exit__(self, *unused):
        self.end()

    def end(self):
        """Ends the program where a test has left it running."""
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGKILL)
            self.process.wait()
        self.log.close()

    # The window.

    def find_window(self):
        if self.process.poll() is not None:
            raise AssertionError(f'waymark ended with status {self.process.returncode}')
        return xdotool('search', '--onlyvisible', '--pid', self.process.pid).split('\n')[0]

    def windows(self):
        return xdotool('search', '--onlyvisible', '--pid', self.process.pid).split()

    def title(self):
        return xdotool('getwindowname', self.window)

    def resize(self, width, height):
        xdotool('windowsize', '--sync', self.window, width, height)
        xdotool('windowmove', '--sync', self.window, 0, 0)

    def size(self):
        """Width and height, frame included; more than asked for where the content needs it."""
        values = dict(line.split('=') for line in
                      xdotool('getwindowgeometry', '--shell', self.window).split('\n'))
        return int(values['WIDTH']), int(values['HEIGHT'])

    def focus(self):
        xdotool('windowactivate', '--sync', self.window)

    def quit(self):
        """Closes the program as a person does; it must end well."""
        self.focus()
        self.key('ctrl+q')
        try:
            status = self.process.wait(TIMEOUT)
        except subprocess.TimeoutExpired as error:
            raise AssertionError('Ctrl+Q did not end the program') from error
        if status != 0:
            raise AssertionError(f'waymark ended with status {status}')

    def settle(self):
        """Waits until all that was sent has been taken in: the program neither runs nor waits for
        a processor. Slow machines take the time they need."""
        xdotool('getmouselocation')  # answered once the display has passed on what came before
        sample = 0.03
        quiet, used, end = 0, self.time_used(), time.monotonic() + TIMEOUT
        while quiet * sample < REST and time.monotonic() < end:
            time.sleep(sample)
            before, used = used, self.time_used()
            quiet = quiet + 1 if used - before < sample / 4 and not self.runs() else 0

    def time_used(self):
        """Seconds that the program's threads have run."""
        total = 0
        for path in pathlib.Path(f'/proc/{self.process.pid}/task').glob('*/schedstat'):
            try:
                total += int(path.read_text(encoding='ascii').split()[0])
            except OSError:
                continue  # the thread has ended
        return total / 1e9

    def runs(self):
        """Whether the main thread is running, or would if there were a processor for it."""
        stat = pathlib.Path(f'/proc/{self.process.pid}/stat').read_text(encoding='utf-8')
        return stat.rpartition(')')[2].split()[0] in 'RD'

    # Hands.

    def key(self, *keys):
        for key in keys:
            xdotool('key', key)
            time.sleep(0.15)

    def type(self, text):
        xdotool('type', '--delay', '20', text)
        time.sleep(0.2)

    def click(self, x, y, button=1):
        xdotool('mousemove', int(x), int(y))  # "--sync" would wait for a move that is none
        time.sleep(0.1)
        xdotool('click', button)
        time.sleep(0.2)

    def hold(self, x, y, to_x, to_y, steps=8):
        """Presses at x, y and moves, as a hand does: the button stays down."""
        xdotool('mousemove', int(x), int(y))
        time.sleep(0.2)
        xdotool('mousedown', 1)
        for step in range(1, steps + 1):
            xdotool('mousemove', int(x + (to_x - x) * step / steps),
                    int(y + (to_y - y) * step / steps))
            time.sleep(0.05)
        time.sleep(0.3)

    def release(self):
        xdotool('mouseup', 1)
        time.sleep(0.5)

    def drag(self, x, y, to_x, to_y):
        self.hold(x, y, to_x, to_y)
        self.release()

    # Eyes.

    def accessible(self):
        """The root of the program's accessibility tree, once it is there."""
        def find():
            desktop = Atspi.get_desktop(0)
            for i in range(desktop.get_child_count()):
                child = desktop.get_child_at_index(i)
                if child is not None and child.get_process_id() == self.process.pid:
                    return child
            return None
        return wait_for('the accessibility tree', find)

    def walk(self, node=None, depth=0):
        """Every accessible below @node that is there and seen."""
        try:
            node = node or self.accessible()
            # GTK tells no "showing" for what a stack hides, but gives it no room.
            if depth > 1 and self.has_no_room(node):
                return
            yield node
            for i in range(min(node.get_child_count(), 400)):
                child = node.get_child_at_index(i)
                if child is not None:
                    yield from self.walk(child, depth + 1)
        except GLib.Error:
            return  # it went while we looked

    @staticmethod
    def has_no_room(node):
        try:
            box = Atspi.Component.get_extents(node, Atspi.CoordType.WINDOW)
        except GLib.Error:
            return False  # a page of a stack has no place of its own
        return box.width <= 0 or box.height <= 0

    def find(self, name, role=None):
        """A seen accessible with that name (and role name), or None."""
        for node in self.walk():
            try:
                if node.get_name() == name and (role is None or node.get_role_name() == role):
                    return node
            except GLib.Error:
                continue
        return None

    def wait(self, name, role=None):
        try:
            return wait_for(f'“{name}”', lambda: self.find(name, role))
        except AssertionError as error:
            self.picture(f'missing-{name.replace("/", "-")[:40]}')
            raise AssertionError(f'{error}; there is: {" · ".join(sorted(self.names()))}') from error

    def extents(self, node):
        """Where @node is on the screen: x, y, width, height."""
        box = Atspi.Component.get_extents(node, Atspi.CoordType.WINDOW)
        x, y = self.origin()
        return box.x + x, box.y + y, box.width, box.height

    def origin(self):
        """The inside of the window: its frame is drawn by GTK, the same on all sides."""
        values = dict(line.split('=') for line in
                      xdotool('getwindowgeometry', '--shell', self.window).split('\n'))
        frame = next(node for node in self.walk() if node.get_role_name() == 'frame')
        box = Atspi.Component.get_extents(frame, Atspi.CoordType.WINDOW)
        border = (int(values['WIDTH']) - box.width) // 2
        return int(values['X']) + border, int(values['Y']) + border

    def click_on(self, name, role=None):
        """Clicks in the middle of what is called so, once it stands still."""
        place = None
        while place != (place := self.extents(self.wait(name, role))):
            self.settle()
        x, y, width, height = place
        self.click(x + width / 2, y + height / 2)

    def go_to(self, page):
        """By the sidebar, whose row says when the page is there. Clicks again as a person does
        when nothing came of it: a window that is still moving into its place misses some."""
        row = self.wait(page, 'list item')

        def chosen():
            self.click_on(page, 'label')
            self.settle()
            return row.get_state_set().contains(Atspi.StateType.SELECTED)

        wait_for(f'the page “{page}”', chosen)

    def open_by_double_click(self, x, y, name, role=None):
        """Until @name is there: on a busy machine two clicks may come too far apart to be one."""
        def opened():
            xdotool('click', '--repeat', 2, '--delay', 80, 1)
            self.settle()
            return self.find(name, role)

        xdotool('mousemove', int(x), int(y))
        self.settle()
        return wait_for(f'“{name}”', opened)

    def names(self):
        return {name for name in (node.get_name() for node in self.walk()) if name}

    def picture(self, name):
        """Saves the screen beside the test's log, for people to look at."""
        folder = pathlib.Path(os.environ.get('WAYMARK_UI_PICTURES', '.'))
        folder.mkdir(parents=True, exist_ok=True)
        subprocess.run(['import', '-window', 'root', folder / f'{name}.png'], check=True)

    # The file, read by somebody else.

    def query(self, sql, *values):
        with sqlite3.connect(f'file:{self.plan}?mode=ro', uri=True) as database:
            return database.execute(sql, values).fetchall()
